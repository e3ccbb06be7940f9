/** Asks for one of several, by typing a part of its words. */
import { type App, type FuzzyMatch, FuzzySuggestModal } from 'obsidian';

interface Choice<T> {
  readonly item: T;
  /** What a person sees. */
  readonly text: string;
  /** Below it, where that says more. */
  readonly note: string;
  /** What typing finds it by. */
  readonly found: string;
}

interface ChoiceQuestion<T> {
  readonly choices: readonly Choice<T>[];
  readonly placeholder: string;
  /** Where nothing fits what was typed. */
  readonly none: string;
}

/** What was chosen; null when the modal was closed. */
export function askChoice<T>(app: App, question: ChoiceQuestion<T>): Promise<T | null> {
  return new Promise((resolve) => new ChoiceModal(app, question, resolve).open());
}

class ChoiceModal<T> extends FuzzySuggestModal<Choice<T>> {
  private chosen: T | null = null;

  constructor(
    app: App,
    private readonly question: ChoiceQuestion<T>,
    private readonly done: (item: T | null) => void,
  ) {
    super(app);
    this.setPlaceholder(question.placeholder);
    this.emptyStateText = question.none;
  }

  override getItems(): Choice<T>[] {
    return [...this.question.choices];
  }

  override getItemText({ found }: Choice<T>): string {
    return found;
  }

  override renderSuggestion({ item: { text, note } }: FuzzyMatch<Choice<T>>, el: HTMLElement): void {
    el.createDiv({ text });
    if (note !== '') el.createEl('small', { text: note });
  }

  override onChooseItem({ item }: Choice<T>): void {
    this.chosen = item;
  }

  override onClose(): void {
    super.onClose();
    // The app closes the modal before it says what was chosen.
    window.setTimeout(() => this.done(this.chosen), 0);
  }
}
