/** Asks for a person, project or account, by typing a part of a name. */
import { type App, type FuzzyMatch, FuzzySuggestModal } from 'obsidian';
import type { Entity } from '../../entity/entity';
import { words } from '../words/in-app';

export interface EntityChoice {
  /** What is chosen: one, or the group of a meeting. */
  readonly about: readonly Entity[];
  /** Beside the names, where that says more. */
  readonly note: string;
}

/** What was chosen; null when the modal was closed. */
export function askEntity(
  app: App,
  choices: readonly EntityChoice[],
  placeholder: string,
): Promise<EntityChoice | null> {
  return new Promise((resolve) => {
    new EntityModal(app, choices, placeholder, resolve).open();
  });
}

class EntityModal extends FuzzySuggestModal<EntityChoice> {
  private chosen: EntityChoice | null = null;

  constructor(
    app: App,
    private readonly choices: readonly EntityChoice[],
    placeholder: string,
    private readonly done: (choice: EntityChoice | null) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
    this.emptyStateText = words.meeting.nobody;
  }

  override getItems(): EntityChoice[] {
    return [...this.choices];
  }

  override getItemText({ about }: EntityChoice): string {
    return about.map(({ name, aliases }) => [name, ...aliases].join(' ')).join(', ');
  }

  override renderSuggestion({ item: { about, note } }: FuzzyMatch<EntityChoice>, el: HTMLElement): void {
    el.createDiv({ text: about.map(({ name }) => name).join(', ') });
    el.createEl('small', { text: note });
  }

  override onChooseItem(choice: EntityChoice): void {
    this.chosen = choice;
  }

  override onClose(): void {
    super.onClose();
    // The app closes the modal before it says what was chosen.
    window.setTimeout(() => {
      this.done(this.chosen);
    }, 0);
  }
}
