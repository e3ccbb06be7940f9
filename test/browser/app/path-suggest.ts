/**
 * Paths of the vault below a field, as the app suggests them: typing narrows them, the arrow keys and Enter choose one.
 */
let made = 0;

export function suggestPaths(inputEl: HTMLInputElement, pathsFor: (query: string) => readonly string[]): void {
  made += 1;
  const list = createDiv({
    cls: 'suggestion-container',
    attr: { id: `suggestions-${made}`, role: 'listbox', 'aria-label': 'Suggestions' },
  });
  inputEl.setAttrs({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  });
  let at = 0;
  const mark = (next: number): void => {
    at = next;
    for (const [index, el] of [...list.children].entries()) {
      el.classList.toggle('is-selected', index === at);
      el.setAttribute('aria-selected', String(index === at));
    }
  };
  const hide = (): void => {
    list.detach();
    inputEl.setAttribute('aria-expanded', 'false');
  };
  const choose = (path: string): void => {
    inputEl.value = path;
    hide();
    inputEl.dispatchEvent(new Event('input', { bubbles: true }));
    hide();
  };
  const show = (): void => {
    const wanted = inputEl.value.toLowerCase();
    const paths = pathsFor(wanted)
      .filter((path) => path.toLowerCase().includes(wanted))
      .slice(0, 20);
    list.empty();
    if (paths.length === 0) {
      hide();
      return;
    }
    for (const path of paths) {
      const el = list.createDiv({ cls: 'suggestion-item', text: path, attr: { role: 'option' } });
      el.addEventListener('mousedown', (event) => {
        event.preventDefault();
      });
      el.addEventListener('click', () => {
        choose(path);
      });
    }
    const { left, bottom, width } = inputEl.getBoundingClientRect();
    list.setCssStyles({ left: `${left}px`, top: `${bottom}px`, minWidth: `${width}px` });
    (document.querySelector('main') ?? document.body).append(list);
    inputEl.setAttribute('aria-expanded', 'true');
    mark(0);
  };
  inputEl.addEventListener('focus', show);
  inputEl.addEventListener('input', show);
  inputEl.addEventListener('blur', hide);
  inputEl.addEventListener('keydown', (event) => {
    if (!list.isConnected) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) mark((at + step + list.children.length) % list.children.length);
    else if (event.key === 'Enter') choose(list.children[at]?.textContent ?? inputEl.value);
    else if (event.key === 'Escape') hide();
    else return;
    event.preventDefault();
  });
}
