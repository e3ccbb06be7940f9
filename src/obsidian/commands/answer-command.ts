/**
 * The command “Mark question answered”: on an open question of the note, as the engine reads it, the answer is written
 * below it by one step of the editor, which the editor's own undo takes back.
 */
import { type App, type Command, type Editor, Modal, Setting } from 'obsidian';
import { planRowAction } from '../../edit/row-actions';
import type { Note, Question } from '../../note/note';
import type { NoteRules } from '../../note/note-rules';
import { readNote } from '../../note/read-note';
import { noteRules } from '../../settings/note-rules';
import type { CalendarDate } from '../../text/calendar-date';
import { plainText } from '../../text/plain-text';
import { editorChanges } from '../editor/editor-changes';
import type { LiveStore } from '../vault/live-store';
import { showLines } from '../notices/notices';
import type { PluginSettings } from '../vault/plugin-settings';
import { toggledByTasks } from '../vault/tasks-plugin';
import { refusalText } from '../words/engine-text';
import { words } from '../words/in-app';

interface AnswerParts {
  readonly app: App;
  readonly store: Pick<LiveStore, 'last'>;
  readonly settings: PluginSettings;
  readonly today: () => CalendarDate;
}

export function answerCommand(parts: AnswerParts): Command {
  return {
    id: 'answer-question',
    name: words.commands.answer,
    editorCheckCallback: (checking, editor, { file }) => {
      if (file === null) return false;
      const asked = questionAt(editor, file.path, parts);
      if (asked !== null && !checking) {
        new AnswerModal(parts.app, asked.question, (answer) =>
          write(answer, { ...parts, ...asked, editor, path: file.path }),
        ).open();
      }
      return asked !== null;
    },
  };
}

interface Asked {
  readonly note: Note;
  readonly question: Question;
  readonly rules: NoteRules;
}

/** The open question in the cursor's line. */
function questionAt(editor: Editor, path: string, { store, settings }: AnswerParts): Asked | null {
  const line = editor.getCursor().line + 1;
  // The palette asks with every opening: most lines are no question by their look.
  if (editor.getLine(line - 1).trim() === '') return null;
  const rules = store.last?.noteRules ?? noteRules(settings.current, { dailyNotes: null, tasks: null });
  const note = readNote(path, editor.getValue(), rules);
  const question = note.ignored ? undefined : note.questions.find((one) => one.line === line && !one.answered);
  return question === undefined ? null : { note, question, rules };
}

function write(
  answer: string,
  {
    app,
    editor,
    path,
    note,
    question,
    rules,
    today,
  }: AnswerParts & Asked & { readonly editor: Editor; readonly path: string },
): void {
  const now = editor.getValue();
  const { line, source } = question;
  const plan = planRowAction([{ path, line, text: source }], { do: 'answer', answer }, new Map([[path, now]]), {
    rules,
    today: today(),
    noteThen: () => note,
    toggleLine: (text, at) => toggledByTasks(app, text, at),
  });
  if (plan.outcome === 'refused') {
    showLines([`${words.answer.notWritten} ${refusalText(plan.refusal)}`], { stays: false });
    return;
  }
  const changes = plan.edits.flatMap(({ after }) => editorChanges(now, after ?? now));
  if (changes.length > 0)
    editor.transaction({
      changes: changes.map(({ from, to, text }) => ({
        from: editor.offsetToPos(from),
        to: editor.offsetToPos(to),
        text,
      })),
    });
  editor.focus();
}

class AnswerModal extends Modal {
  constructor(
    app: App,
    private readonly question: Question,
    private readonly onAnswer: (answer: string) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('throughline-window');
    this.setTitle(words.commands.answer);
    this.contentEl.createEl('p', { text: plainText(this.question.text) });
    let answer = '';
    const take = (): void => {
      this.close();
      this.onAnswer(answer);
    };
    new Setting(this.contentEl)
      .setName(words.answer.label)
      .setDesc(words.answer.hint)
      .addText((text) => {
        text.onChange((value) => {
          answer = value;
        });
        text.inputEl.setAttribute('aria-label', words.answer.label);
        text.inputEl.addEventListener('keydown', (event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          take();
        });
        window.setTimeout(() => text.inputEl.focus(), 0);
      });
    new Setting(this.contentEl).addButton((button) => button.setButtonText(words.answer.take).setCta().onClick(take));
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
