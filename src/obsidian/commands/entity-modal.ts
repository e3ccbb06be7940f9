/** Asks for a person, project or account, by typing a part of a name. */
import type { App } from 'obsidian';
import type { Entity } from '../../entity/entity';
import type { NewMeeting } from '../../edit/new-meeting';
import { words } from '../words/in-app';
import { askChoice } from './choice-modal';

export interface EntityChoice {
  /** What is chosen: one, or the group of a meeting. */
  readonly about: readonly Entity[];
  /** Of an entry of the calendar. */
  readonly planned?: Pick<NewMeeting, 'title' | 'date' | 'time' | 'others'>;
  /** What it is called; the names where it is absent. */
  readonly text?: string;
  /** Next to the names, where that says more. */
  readonly note: string;
}

/** What was chosen; null when the modal was closed. */
export function askEntity(
  app: App,
  choices: readonly EntityChoice[],
  placeholder: string,
): Promise<EntityChoice | null> {
  return askChoice(app, {
    choices: choices.map((item) => ({
      item,
      text: item.text ?? item.about.map(({ name }) => name).join(', '),
      note: item.note,
      found: [
        ...(item.text === undefined ? [] : [item.text]),
        item.about.map(({ name, aliases }) => [name, ...aliases].join(' ')).join(', '),
      ].join(', '),
    })),
    placeholder,
    none: words.meeting.nobody,
  });
}
