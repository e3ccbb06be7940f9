/** What is shown of a list: words to look for, and after a button who, about what, and in which groups. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { words } from '../words/in-app';

interface FilterBarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** How many of the choices after the button are set. */
  readonly set: number;
  readonly children: ComponentChildren;
}

export function FilterBar({ text, onText, set, children }: FilterBarProps): ComponentChild {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="throughline-filter" role="search">
      <div class="throughline-filter-line">
        <input
          type="search"
          class="throughline-search"
          aria-label={words.views.filter.label}
          aria-keyshortcuts="/"
          placeholder={words.views.filter.placeholder}
          value={text}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') onText('');
            else if (event.key === 'ArrowDown' || event.key === 'Enter') {
              const list = event.currentTarget
                .closest('.throughline-tab')
                ?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
              if (list === null || list === undefined) return;
              event.preventDefault();
              list.focus();
            }
          }}
        />
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {words.views.filter.show(set)}
        </button>
      </div>
      <div class="throughline-choices" id={id} hidden={!open}>
        {children}
      </div>
    </div>
  );
}

interface Choice<T extends string = string> {
  readonly value: T;
  readonly words: string;
}

interface ChooseProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}

export function Choose<T extends string>({ label, value, choices, onChoose }: ChooseProps<T>): ComponentChild {
  const id = useId();
  const choose = (chosen: string): void => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice !== undefined) onChoose(choice.value);
  };
  return (
    <div class="throughline-choice">
      <label for={id}>{label}</label>
      <select id={id} class="dropdown" value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Check({
  label,
  value,
  onCheck,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onCheck: (value: boolean) => void;
}): ComponentChild {
  const id = useId();
  return (
    <div class="throughline-choice">
      <label for={id}>{label}</label>
      <input id={id} type="checkbox" checked={value} onChange={({ currentTarget }) => onCheck(currentTarget.checked)} />
    </div>
  );
}

/** More would make a list that nobody reads and a phone takes long to build: the words find the rest. */
const MOST = 200;

/** The most frequent of what is counted, by name; what is chosen now is among them. */
export function frequentChoices(
  counted: Iterable<Choice>,
  { any, chosen }: { readonly any: string; readonly chosen: string },
): readonly Choice[] {
  const counts = new Map<string, { readonly choice: Choice; count: number }>();
  for (const choice of counted) {
    const known = counts.get(choice.value);
    if (known === undefined) counts.set(choice.value, { choice, count: 1 });
    else known.count += 1;
  }
  const most = [...counts.values()]
    .sort((a, b) => Number(b.choice.value === chosen) - Number(a.choice.value === chosen) || b.count - a.count)
    .slice(0, MOST);
  const choices = most
    .map(({ choice }) => choice)
    .sort((a, b) => (a.words.toLowerCase() < b.words.toLowerCase() ? -1 : 1));
  return [{ value: '', words: any }, ...choices];
}
