/**
 * Asks before the first rollup on a device: who is asking, from when on, which pages may be written and made, and
 * whether what is then shown may be done. It plans and shows; it writes nothing and remembers nothing.
 */
import { type App, ButtonComponent, Modal, Setting } from 'obsidian';
import type { FileEdit } from '../../edit/plan';
import { PROPERTY_KEYS, readSettings, type Settings } from '../../settings/settings';
import { kindName } from '../settings/kind-name';
import { nameToggle } from '../settings/name-toggle';
import { showPlan } from './plan-list';
import { inWords, pagesTouched, splitNames } from '../notices/roll-up-words';
import { wrongWith } from '../settings/setting-fields';
import { words } from '../words/in-app';

/** What was answered: settings as their JSON values, undefined for their default. */
type Answers = Pick<Record<keyof Settings, unknown>, 'me' | 'startDate' | 'newPages' | 'includeKinds' | 'properties'>;

/**
 * What was agreed to: the plan as it was shown, and the answers it was made for; those that differ from the settings
 * only.
 */
interface Agreement<P> {
  readonly answers: ReadonlyMap<keyof Answers, unknown>;
  /** Whether this device should write by itself from now on. */
  readonly byItself: boolean;
  readonly planned: P;
}

/** A plan as the modal shows it. */
interface Shown {
  readonly plan: { readonly edits: readonly FileEdit[] };
}

interface FirstRunQuestion<P extends Shown> {
  readonly settings: Settings;
  /** Plans for those settings; `onProgress` gets a text to show. Rejects when `signal` is aborted. */
  readonly plan: (
    settings: Settings,
    options: { readonly onProgress: (text: string) => void; readonly signal: AbortSignal },
  ) => Promise<P>;
  /** Closes the modal, as if it had been cancelled. */
  readonly signal: AbortSignal;
}

/** What was agreed to; null when it was not. */
export function askFirstRun<P extends Shown>(app: App, question: FirstRunQuestion<P>): Promise<Agreement<P> | null> {
  return new Promise((resolve) => new FirstRunModal(app, question, resolve).open());
}

class FirstRunModal<P extends Shown> extends Modal {
  private me: string;
  private startDate: string;
  private newPages: string;
  private readonly written: Map<string, boolean>;
  private properties: boolean;
  private byItself = false;
  private statusEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;
  private primary: ButtonComponent | null = null;
  /** The planning under way, and the answers it is for. */
  private planning: { readonly stop: AbortController; readonly answers: string } | null = null;
  /** The plan that is shown, and the answers it was made for. */
  private shown: { readonly planned: P; readonly answers: string } | null = null;
  private agreement: Agreement<P> | null = null;
  private readonly closeOnAbort = (): void => this.close();

  constructor(
    app: App,
    private readonly question: FirstRunQuestion<P>,
    private readonly done: (answer: Agreement<P> | null) => void,
  ) {
    super(app);
    const { me, startDate, newPages, kinds, includeKinds, properties } = question.settings;
    this.me = me.join(', ');
    this.startDate = startDate ?? '';
    this.newPages = newPages;
    this.written = new Map(
      kinds.filter(({ enabled }) => enabled).map(({ id }) => [id, includeKinds?.includes(id) ?? true]),
    );
    this.properties = properties.length > 0;
  }

  override onOpen(): void {
    this.question.signal.addEventListener('abort', this.closeOnAbort);
    this.modalEl.addClass('throughline-preview');
    this.setTitle(words.firstRun.title);
    this.contentEl.createEl('p', {
      text: words.firstRun.intro,
    });
    this.ask();
    this.statusEl = this.contentEl.createEl('p', { attr: { role: 'status' } });
    this.listEl = this.contentEl.createDiv({
      cls: 'throughline-paths',
      // Scrolls by keyboard too.
      attr: { tabindex: '0', role: 'region', 'aria-label': words.firstRun.pages },
    });
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    this.primary = new ButtonComponent(buttons).setCta().onClick(() => this.proceed());
    new ButtonComponent(buttons).setButtonText(words.cancel).onClick(() => this.close());
    this.showState();
  }

  override onClose(): void {
    this.question.signal.removeEventListener('abort', this.closeOnAbort);
    this.planning?.stop.abort();
    this.contentEl.empty();
    this.done(this.agreement);
  }

  private ask(): void {
    const text = (
      name: string,
      desc: string,
      label: string,
      shown: { readonly value: string; readonly placeholder: string },
      take: (value: string) => void,
    ): HTMLInputElement => {
      let input: HTMLInputElement | null = null;
      new Setting(this.contentEl)
        .setName(name)
        .setDesc(desc)
        .addText((field) => {
          input = field
            .setValue(shown.value)
            .setPlaceholder(shown.placeholder)
            .onChange((value) => {
              this.answered(() => take(value));
            }).inputEl;
          input.setAttribute('aria-label', label);
          input.addEventListener('keydown', (event) => {
            // Enter also ends a word in an input method: not that one.
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            if (this.current() === null) void this.preview();
          });
        });
      return input as unknown as HTMLInputElement;
    };
    const names = text(
      words.settings.rows.me.name,
      words.firstRun.me,
      words.firstRun.meLabel,
      { value: this.me, placeholder: words.firstRun.mePlaceholder },
      (value) => {
        this.me = value;
      },
    );
    text(
      words.settings.rows.startDate.name,
      words.firstRun.startDate,
      words.firstRun.startDateLabel,
      { value: this.startDate, placeholder: '2025-09-01' },
      (value) => {
        this.startDate = value.trim();
      },
    );
    new Setting(this.contentEl)
      .setName(words.settings.rows.newPages.name)
      .setDesc(words.firstRun.newPages)
      .addDropdown((list) => {
        list
          .addOptions(words.settings.newPages)
          .setValue(this.newPages)
          .onChange((value) => {
            this.answered(() => {
              this.newPages = value;
            });
          });
        list.selectEl.setAttribute('aria-label', words.settings.rows.newPages.name);
      });
    const toggle = (name: string, desc: string, on: boolean, take: (on: boolean) => void): void => {
      new Setting(this.contentEl)
        .setName(name)
        .setDesc(desc)
        .addToggle((box) => {
          box.setValue(on).onChange(take);
          nameToggle(box, name);
        });
    };
    for (const [id, on] of this.written) {
      toggle(words.firstRun.kind(kindName(id)), words.firstRun.kindOff, on, (value) =>
        this.answered(() => this.written.set(id, value)),
      );
    }
    toggle(
      words.firstRun.properties,
      words.firstRun.propertiesKept(PROPERTY_KEYS.join(', ')),
      this.properties,
      (value) => {
        this.answered(() => {
          this.properties = value;
        });
      },
    );
    // Nothing of the plan depends on it.
    toggle(words.settings.device['by-itself'].name, words.firstRun.byItself, this.byItself, (value) => {
      this.byItself = value;
    });
    names.focus();
  }

  private answered(take: () => void): void {
    take();
    this.showState();
  }

  /** The answers that are not what the settings say already. */
  private answers(): Map<keyof Answers, unknown> {
    const { settings } = this.question;
    const ids = [...this.written].flatMap(([id, on]) => (on ? [id] : []));
    const answers = new Map<keyof Answers, unknown>();
    const me = splitNames(this.me);
    if (me.join('\n') !== settings.me.join('\n')) answers.set('me', me);
    if (this.startDate !== (settings.startDate ?? ''))
      answers.set('startDate', this.startDate === '' ? undefined : this.startDate);
    if (this.newPages !== settings.newPages) answers.set('newPages', this.newPages);
    if ([...this.written].some(([id, on]) => on !== (settings.includeKinds?.includes(id) ?? true)))
      answers.set('includeKinds', ids.length === this.written.size ? undefined : ids);
    if (this.properties !== settings.properties.length > 0) answers.set('properties', this.properties);
    return answers;
  }

  private state(): string {
    return JSON.stringify([this.me, this.startDate, this.newPages, [...this.written], this.properties]);
  }

  /** The plan that is shown, when it was made for the answers that are there now. */
  private current(): P | null {
    return this.shown !== null && this.shown.answers === this.state() ? this.shown.planned : null;
  }

  private proceed(): void {
    const planned = this.current();
    if (planned === null) {
      void this.preview();
      return;
    }
    this.agreement = { answers: this.answers(), byItself: this.byItself, planned };
    this.close();
  }

  private async preview(): Promise<void> {
    const answers = this.state();
    if (this.planning?.answers === answers) return;
    this.planning?.stop.abort();
    const wrong = wrongWith(
      'startDate',
      words.settings.rows.startDate.name,
      this.startDate === '' ? undefined : this.startDate,
    );
    if (wrong !== undefined) {
      this.statusEl?.setText(wrong);
      return;
    }
    const planning = { stop: new AbortController(), answers };
    this.planning = planning;
    let failure = '';
    try {
      const planned = await this.question.plan(withAnswers(this.question.settings, this.answers()), {
        onProgress: (text) => {
          if (this.planning === planning) this.statusEl?.setText(text);
        },
        signal: planning.stop.signal,
      });
      if (this.planning === planning) this.shown = { planned, answers };
    } catch (error) {
      failure = inWords(error);
    }
    // Another one began since, or the modal was closed: this one has nothing more to say.
    if (this.planning !== planning || planning.stop.signal.aborted) return;
    this.planning = null;
    this.showState();
    if (failure !== '') this.statusEl?.setText(failure);
  }

  /** Sets the texts and the button to where things are. */
  private showState(): void {
    const planned = this.current();
    this.primary?.setButtonText(planned === null ? words.firstRun.show : words.rollUp.agree);
    this.listEl?.empty();
    this.statusEl?.setText('');
    if (planned === null || this.listEl === null) return;
    const { edits } = planned.plan;
    const created = edits.filter(({ before }) => before === null).length;
    const touched = pagesTouched(created, edits.length - created);
    this.statusEl?.setText(touched === null ? words.rollUp.nothing : words.rollUp.wouldBe(touched));
    showPlan(this.listEl, edits);
  }
}

/** The settings as they would be with the answers saved. */
function withAnswers(settings: Settings, answers: ReadonlyMap<keyof Answers, unknown>): Settings {
  const read = readSettings(Object.fromEntries([...answers].filter(([, value]) => value !== undefined))).settings;
  return { ...settings, ...Object.fromEntries([...answers.keys()].map((key) => [key, read[key]])) };
}
