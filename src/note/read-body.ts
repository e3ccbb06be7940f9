/** The pass over a note's blocks: headings open sections and meetings, list items and paragraphs say things. */
import type { Block } from '../text/blocks';
import { flatten } from '../text/flatten';
import { withoutComments } from '../text/plain-text';
import { parseTask } from '../task/parse';
import { isProposed } from '../task/status';
import type { Task } from '../task/task';
import { type Body, type BodyInput, emptyBody, type MeetingDraft } from './body';
import { BodyLines, type Line, type PassingLine, wordsOf } from './body-lines';
import { problemsOfTask, problemsOfUnclosed } from './body-problems';
import { cleanText, isPlaceholder, isTemplateLine, struckText } from './line-text';
import { meetingOfHeading, namesOfField, nextMeetingOf, summaryOf } from './meeting';
import { namesInText, namesOfOwner } from './names';
import type { Item, Name } from './note';
import { momentIn } from './note-date';
import { askingLines, hasOwnerOrDate, isClosed, marksQuestion, questionOf } from './questions';
import { boldHeading, hasTag, type Scope, Scopes } from './scopes';

export function readBody(input: BodyInput): Body {
  return new BodyReader(input).read();
}

class BodyReader {
  private readonly body = emptyBody();
  private readonly scopes: Scopes;
  private readonly lines: BodyLines;
  /** Index of the meeting being read, and the level of the heading that opened it (0: the whole note). */
  private meeting: number | null = null;
  private meetingLevel = 0;
  private summary: string[] = [];
  private summaryItems: string[] = [];
  /** The section whose paragraphs are the meeting's summary: the first of its kind. */
  private summaryOpened = -1;
  private readonly hasRaise: boolean;

  constructor(private readonly input: BodyInput) {
    this.scopes = new Scopes(input.rules.sections);
    this.lines = new BodyLines(input);
    // A meeting's lines are looked at one by one; any other note is asked once.
    this.hasRaise = input.meeting !== null || hasTag(input.text.text, 'raise');
    if (input.meeting !== null) this.openMeeting(input.meeting, 0);
  }

  read(): Body {
    const { blocks } = this.input;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      if (block === undefined) continue;
      if (block.kind !== 'heading' && block.kind !== 'item' && block.kind !== 'paragraph') {
        if (!block.closed) this.body.problems.push(...problemsOfUnclosed(this.input.path, block));
        continue;
      }
      if (this.scopes.quoteDepth > 0 && !this.isInSameQuote(block)) this.scopes.closeQuote();
      if (block.kind === 'heading') this.readHeading(block);
      else if (block.kind === 'item') this.readItem(block, index);
      else if (block.parent < 0) this.readParagraph(block);
      else if (this.hasRaise)
        for (const line of this.lines.of(block)) this.readPassingRaise(line, this.scopes.at(block.quote));
    }
    this.closeMeeting(null);
    return this.body;
  }

  /** Two quotes with a blank line between are two; a callout's title counts for its own only. */
  private isInSameQuote(block: Block): boolean {
    if (block.quote < this.scopes.quoteDepth) return false;
    const { text } = this.input.text;
    let at = this.lines.startOf(block.from) - 1;
    if (at < 0) return false;
    if (text[at] === '\n' && text[at - 1] === '\r') at -= 1;
    for (at = this.lines.startOf(at); text[at] === ' '; at++);
    return text[at] === '>';
  }

  /** Whatever a transcript's callout holds, headings too, is its own. */
  private isQuotedTranscript({ quote }: Block): boolean {
    return this.scopes.quoteDepth > 0 && this.scopes.at(quote).section === 'transcript';
  }

  private readHeading(block: Block): void {
    if (block.parent >= 0) return;
    const { input, body } = this;
    const source = flatten(input.text.text.slice(block.textFrom, block.textTo));
    const words = input.text.repair(source);
    if (block.quote > 0) {
      if (!this.isQuotedTranscript(block)) this.scopes.openQuote(block.quote, [words]);
      return;
    }
    const scope = this.scopes.openHeading(block.level, words, source);
    if (this.hasRaise && hasTag(words, 'raise'))
      this.readRaise(this.lines.kept(block.line, block.textFrom, block.textTo), null, scope);
    if (input.meeting !== null) {
      if (block.level === 1 && hasTag(words, 'private')) input.meeting.private = true;
      return;
    }
    const open = this.meeting === null ? null : body.meetings[this.meeting];
    if (open !== null && block.level <= this.meetingLevel) this.closeMeeting(block.line - 1);
    // Within a meeting a heading's links are what was talked about; only the day's own title gives way.
    if (this.meeting !== null && (this.meetingLevel > 1 || open?.tagged === true)) return;
    const found = meetingOfHeading(words, source, {
      line: block.line,
      isDaily: input.isDaily,
      isPrivate: input.private || scope.private,
      date: input.date,
    });
    if (found === null) return;
    this.closeMeeting(block.line - 1);
    this.openMeeting(found, block.level);
  }

  private openMeeting(meeting: MeetingDraft, level: number): void {
    this.meeting = this.body.meetings.push(meeting) - 1;
    this.meetingLevel = level;
    this.summary = [];
    this.summaryItems = [];
    this.summaryOpened = -1;
  }

  private closeMeeting(lastLine: number | null): void {
    const meeting = this.openDraft();
    if (meeting === null) return;
    meeting.lastLine = lastLine;
    // Grown one by one; from here on it is kept.
    meeting.names = meeting.names.slice();
    meeting.summary = summaryOf(this.summary.length > 0 ? this.summary : this.summaryItems);
    this.meeting = null;
  }

  private openDraft(): MeetingDraft | null {
    return this.meeting === null ? null : (this.body.meetings[this.meeting] ?? null);
  }

  // Lines

  /** Reads a line that may be tagged `#raise`; most are not, and are not copied. */
  private readPassingRaise({ line, from, to, words }: PassingLine, scope: Scope): boolean {
    return this.hasRaise && hasTag(words, 'raise') && this.readRaise(this.lines.kept(line, from, to), null, scope);
  }

  private itemOf({ line, source, words }: Line, text: string, scope: Scope): Item {
    return {
      line,
      source,
      text,
      heading: scope.heading,
      section: scope.section,
      meeting: this.meeting,
      names: namesInText(text, line),
      private: this.input.private || scope.private || (this.openDraft()?.private ?? false) || hasTag(words, 'private'),
    };
  }

  // Paragraphs

  private readParagraph(block: Block): void {
    if (this.isQuotedTranscript(block)) return;
    if (block.callout !== null) {
      const title = this.input.text.piece(block.textFrom, block.textTo);
      this.scopes.openQuote(block.quote, [title, block.callout]);
      return;
    }
    const scope = this.scopes.at(block.quote);
    const meeting = this.openDraft();
    if (meeting === null && !this.hasRaise) return;
    if (scope.section === 'transcript') return;
    let rest: PassingLine[] = [];
    for (const line of this.lines.of(block)) {
      const bold = boldHeading(line.words);
      if (bold === null) {
        rest.push(line);
        continue;
      }
      this.readLines(rest, block);
      rest = [];
      if (block.quote === 0) this.scopes.openBold(bold);
      else this.scopes.openQuote(block.quote, [bold]);
    }
    this.readLines(rest, block);
  }

  /** The lines of a paragraph that no bold heading parts. */
  private readLines(lines: readonly PassingLine[], block: Block): void {
    const scope = this.scopes.at(block.quote);
    const meeting = this.openDraft();
    const said: PassingLine[] = [];
    for (const line of lines) {
      if (isTemplateLine(line.words) || this.readPassingRaise(line, scope)) continue;
      if (meeting === null) continue;
      if (this.readMeetingLine(line.words, line.line, scope, block.quote > 0)) continue;
      said.push(line);
    }
    if (meeting === null || said.length === 0) return;
    if (scope.section === 'summary') this.addToSummary(scope, this.summary, said.map(({ words }) => words).join(' '));
    if (scope.section === 'questions')
      this.readAskingLines(
        said.map(({ line, from, to }) => this.lines.kept(line, from, to)),
        scope,
      );
  }

  /** Reads what a line says about the meeting itself; true when that is all it says. */
  private readMeetingLine(words: string, line: number, scope: Scope, quoted: boolean): boolean {
    const meeting = this.openDraft();
    if (meeting === null) return false;
    if (quoted || scope.section === 'next-meeting') {
      const next = scope.section === 'next-meeting' ? (momentIn(words)?.date ?? null) : nextMeetingOf(words);
      meeting.nextMeeting ??= next;
      if (next !== null) return true;
    }
    const names = scope.section === null ? namesOfField(words, line, this.input.rules) : null;
    if (names === null) return false;
    meeting.names.push(
      ...names.filter(
        (name) => !meeting.names.some(({ text, target }) => text === name.text && target === name.target),
      ),
    );
    return true;
  }

  private addToSummary(scope: Scope, to: string[], text: string): void {
    if (this.summaryOpened < 0) this.summaryOpened = scope.opened;
    if (this.summaryOpened === scope.opened && !isPlaceholder(text)) to.push(text);
  }

  private readAskingLines(lines: readonly Line[], scope: Scope): void {
    for (const { line, below } of askingLines(lines)) this.addQuestion(line, { status: null, below, scope });
  }

  // Items

  private readItem(block: Block, index: number): void {
    const scope = this.scopes.at(block.quote);
    if (
      scope.section !== 'transcript' &&
      (this.meeting !== null ||
        this.input.rules.allTasks ||
        block.status >= 0 ||
        this.hasRaise ||
        this.lines.mayBeTagged(block))
    ) {
      const line = this.lines.kept(block.line, block.textFrom, block.textTo);
      if (line.plain || !isTemplateLine(line.words)) {
        const status =
          block.status < 0 ? null : String.fromCodePoint(this.input.text.text.codePointAt(block.status) ?? 32);
        if (block.level === 0) this.readTopItem({ line, status, scope, index, block });
        else this.readNestedItem({ line, status, scope, index, block });
      }
      if (this.hasRaise) for (const more of this.lines.behindFirst(block)) this.readPassingRaise(more, scope);
    }
    // `- a` and right below it `**Action items:**`: Markdown takes that line for the item's, its writer does not.
    for (let rest = 0; rest < block.rest.length; rest += 2) {
      const from = block.rest[rest] ?? 0;
      if (block.quote > 0 || this.lines.startOf(from) !== from) continue;
      const bold = boldHeading(this.input.text.piece(from, block.rest[rest + 1] ?? from));
      if (bold !== null) this.scopes.openBold(bold);
    }
  }

  private readTopItem(item: ReadItem): void {
    const { line, status, scope, block, index } = item;
    const { body } = this;
    const text = wordsOf(line);
    const meeting = this.openDraft();
    if (isPlaceholder(text) || this.readRaise(line, status, scope)) return;
    if (meeting !== null && this.readMeetingLine(line.words, line.line, scope, block.quote > 0)) return;
    if ((meeting !== null && scope.section === 'questions') || hasTag(text, 'question')) {
      this.addQuestion(line, { status, below: this.lines.below(block, index), scope });
      return;
    }
    if (status !== null && this.readCheckbox(item, status)) return;
    if (meeting === null) return;
    switch (scope.section) {
      case 'decisions':
        body.decisions.push(this.itemOf(line, text, scope));
        break;
      case 'facts':
        body.facts.push(this.itemOf(line, text, scope));
        break;
      case 'outcomes':
        body.outcomes.push(this.itemOf(line, text, scope));
        break;
      case 'risks':
        body.risks.push(this.itemOf(line, text, scope));
        break;
      case 'summary':
        this.addToSummary(scope, this.summaryItems, text);
        break;
      default:
    }
  }

  /** A task, or a question marked `[?]`; false where the vault's rules see no task in the line. */
  private readCheckbox({ line, scope, block, index }: ReadItem, status: string): boolean {
    const { rules } = this.input;
    if (this.meeting === null && !rules.allTasks) return true;
    const repaired = line.intact ? line.source : this.input.text.repair(line.source);
    const task = parseTask(line.plain ? repaired : withoutComments(repaired), rules.tasks, AS_IN_NOTES);
    if (task === null) return false;
    const followUp = scope.section === 'actions' || scope.section === 'follow-ups';
    if (!followUp && this.meeting !== null && marksQuestion(status, rules.tasks) && !hasOwnerOrDate(task)) {
      this.addQuestion(line, { status, below: this.lines.below(block, index), scope });
    } else {
      this.addTask(line, task, { scope, followUp });
    }
    return true;
  }

  /** Children are their parent's detail; but what is to be done below a mere bullet (`- Ann:`) is not lost. */
  private readNestedItem(item: ReadItem): void {
    const { line, status, scope, block } = item;
    if (this.readRaise(line, status, scope) || scope.section === 'questions') return;
    if (hasTag(line.words, 'question')) {
      this.addQuestion(line, { status, below: this.lines.below(block, item.index), scope });
      return;
    }
    if (status === null) return;
    const { blocks } = this.input;
    for (let parent = blocks[block.parent]; parent !== undefined; parent = blocks[parent.parent])
      if (parent.status >= 0) return;
    if (!isPlaceholder(wordsOf(line))) this.readCheckbox(item, status);
  }

  private addQuestion(
    line: Line,
    { status, below, scope }: { status: string | null; below: readonly string[]; scope: Scope },
  ): void {
    const { rules, date } = this.input;
    const base = this.itemOf(line, line.words, scope);
    const meetingDate = this.openDraft()?.date ?? date;
    const question = questionOf(base, { words: line.words, status, below, meetingDate }, rules);
    if (!isPlaceholder(question.text)) this.body.questions.push(question);
  }

  private addTask(line: Line, task: Task, { scope, followUp }: { scope: Scope; followUp: boolean }): void {
    const {
      body,
      input: { path, rules },
    } = this;
    // A task's text is made of its line's words.
    const text = line.plain ? task.text.trim() : cleanText(task.text);
    if (isPlaceholder(text)) return;
    const { source, heading, section, meeting, names, private: isPrivate } = this.itemOf(line, text, scope);
    // Spelled out: spreading the item costs more than the rest of this function.
    body.tasks.push({
      line: line.line,
      source,
      text,
      heading,
      section,
      meeting,
      names,
      private: isPrivate,
      task: text === task.text ? task : { ...task, text },
      owners: ownersOf(task, line.line),
      proposed: isProposed(task, rules.tasks.statuses, rules.proposedBy),
      followUp,
    });
    if (task.statusType !== 'DONE' && task.statusType !== 'CANCELLED')
      body.problems.push(...problemsOfTask(path, line.line, task));
  }

  /** `#raise` with a link or `@`. */
  private readRaise(line: Line, status: string | null, scope: Scope): boolean {
    if (!this.hasRaise || !hasTag(line.words, 'raise')) return false;
    const clean = cleanText(line.words);
    const struck = struckText(clean);
    const { tasks } = this.input.rules;
    const task =
      status === null
        ? null
        : parseTask(
            `- [ ] ${struck ?? clean}`,
            tasks.globalFilter === '' ? tasks : { ...tasks, globalFilter: '' },
            AS_IN_NOTES,
          );
    const text = task === null ? (struck ?? clean) : cleanText(task.text);
    const item = this.itemOf(line, text, scope);
    const names = task === null ? item.names : [...item.names, ...ownersOf(task, line.line)];
    if (names.length === 0 || isTemplateLine(line.words)) return false;
    this.body.raises.push({ ...item, names, done: struck !== null || (status !== null && isClosed(status, tasks)) });
    return true;
  }
}

function ownersOf({ owners }: Task, line: number): Name[] {
  const [only, ...more] = owners;
  if (only === undefined) return NO_OWNERS;
  return more.length === 0 ? namesOfOwner(only, line) : owners.flatMap((owner) => namesOfOwner(owner, line));
}

const NO_OWNERS: Name[] = [];

const AS_IN_NOTES = { lenient: true, bothForms: true };

interface ReadItem {
  readonly line: Line;
  readonly status: string | null;
  readonly scope: Scope;
  readonly block: Block;
  readonly index: number;
}
