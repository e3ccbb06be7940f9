/**
 * What the constructs of a body share while it is read: what was gathered, the section and the meeting that a line is
 * in. A construct is a file of its own (`read-heading`, `read-paragraph`, `read-list-item`…); `read-body` calls them.
 */
import type { Block } from '../text/block';
import { flatten } from '../text/flatten';
import { type Body, type BodyInput, emptyBody, type MeetingDraft } from './body';
import { BodyLines, type Line } from './body-lines';
import { isPlaceholder } from './line-text';
import { summaryOf } from './meeting';
import { MeetingPeople } from './meeting-people';
import { namesInText } from './names';
import type { Item } from './note';
import { titledPeople } from './people-title';
import { hasTag } from './has-tag';
import { type Scope, Scopes } from './scopes';
import { StandupPeople } from './standup-people';

/** A list item that is looked at closer. */
export interface ListItem {
  readonly line: Line;
  /** Its checkbox's character, or null. */
  readonly status: string | null;
  readonly scope: Scope;
  readonly block: Block;
  readonly index: number;
}

export class BodyReading {
  readonly body: Body = emptyBody();
  readonly scopes: Scopes;
  readonly lines: BodyLines;
  /** Index of the meeting being read, and the level of the heading that opened it (0: the whole note). */
  meeting: number | null = null;
  meetingLevel = 0;
  /**
   * Whether a line may be tagged `#raise`: a meeting's lines are looked at one by one, any other note is asked once.
   */
  readonly hasRaise: boolean;
  private item: { readonly lastLine: number; readonly leave: () => void } | null = null;
  /** Who was at the meeting being read; null outside one. */
  people: MeetingPeople | null = null;
  standup: StandupPeople | null = null;
  /** No heading was read yet: the next may be the note's title. */
  isFirstHeading = true;
  /** Bullets that are headings for their children, by their place among the blocks. */
  readonly labels = new Map<number, string>();
  /** Sections of which it was told that lines of theirs are no items. */
  readonly toldLines = new Set<number>();
  /** Sections of actions, by the line that opened them, in which prose began. */
  readonly proseBelow = new Set<number>();
  private paragraphs: string[] = [];
  private bullets: string[] = [];
  /** The section whose paragraphs are the meeting's summary: the first of its kind. */
  private summaryOpened = -1;

  constructor(readonly input: BodyInput) {
    this.scopes = new Scopes(input.rules.sections, repeatedHeadings(input));
    this.lines = new BodyLines(input);
    this.hasRaise = input.meeting !== null || hasTag(input.text.text, 'raise');
    if (input.meeting !== null) this.openMeeting(input.meeting, 0);
  }

  /** A list item that is a meeting, down to its last line; what it is in goes on after it. */
  openItemMeeting(meeting: MeetingDraft, lastLine: number): void {
    const { meeting: outer, meetingLevel, people, standup, paragraphs, bullets, summaryOpened } = this;
    this.openMeeting(meeting, meetingLevel);
    this.item = {
      lastLine,
      leave: () => {
        this.closeMeeting(lastLine);
        Object.assign(this, { meeting: outer, meetingLevel, people, standup, paragraphs, bullets, summaryOpened });
      },
    };
  }

  /** Goes on to a line: an item's meeting may be over. */
  enter(line: number): void {
    if (this.item === null || line <= this.item.lastLine) return;
    this.item.leave();
    this.item = null;
  }

  /** What is alone above a task: its parent bullet, or the bold line or heading over it. */
  aboveOf(block: Block | null, scope: Scope): string | null {
    const label = block === null ? undefined : this.labels.get(block.parent);
    const isOfActions = scope.section === 'actions' || scope.section === 'follow-ups';
    return label ?? (isOfActions ? (scope.label ?? scope.who ?? scope.heading) : null);
  }

  openMeeting(meeting: MeetingDraft, level: number): void {
    this.meeting = this.body.meetings.push(meeting) - 1;
    this.meetingLevel = level;
    this.people = new MeetingPeople(meeting.line);
    this.standup = new StandupPeople(this.input.rules);
    for (const names of titledPeople(meeting, level === 0 ? this.input.path : null, this.input.rules.words))
      this.people.addNames(names);
    this.paragraphs = [];
    this.bullets = [];
    this.summaryOpened = -1;
  }

  closeMeeting(lastLine: number | null): void {
    const meeting = this.draft;
    if (meeting === null) return;
    meeting.lastLine = lastLine;
    if (this.standup !== null) this.people?.addNames(this.standup.names(meeting));
    this.people?.giveTo(meeting);
    this.people = null;
    this.standup = null;
    meeting.summary = summaryOf(this.paragraphs.length > 0 ? this.paragraphs : this.bullets);
    this.meeting = null;
  }

  /** The meeting being read. */
  get draft(): MeetingDraft | null {
    return this.meeting === null ? null : (this.body.meetings[this.meeting] ?? null);
  }

  /** A meeting's summary is its paragraphs, or its bullets where there are none. */
  addToSummary(scope: Scope, of: 'paragraphs' | 'bullets', text: string): void {
    if (this.summaryOpened < 0) this.summaryOpened = scope.opened;
    if (this.summaryOpened === scope.opened && !isPlaceholder(text)) this[of].push(text);
  }

  itemOf({ line, source, words }: Line, text: string, scope: Scope): Item {
    return {
      line,
      source,
      text,
      heading: scope.headingPath,
      section: scope.section,
      meeting: this.meeting,
      names: namesInText(text, line),
      private: this.input.private || scope.private || (this.draft?.private ?? false) || hasTag(words, 'private'),
    };
  }
}

function repeatedHeadings({ blocks, text }: BodyInput): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { kind, textFrom, textTo, quote, parent } of blocks) {
    if (kind !== 'heading' || quote > 0 || parent >= 0) continue;
    const heading = text.text.slice(textFrom, textTo);
    if (seen.has(heading)) repeated.add(flatten(heading));
    else seen.add(heading);
  }
  return repeated;
}
