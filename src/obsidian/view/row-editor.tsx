/**
 * Small forms in a row: a day in words or from the calendar, an owner, a priority, an answer. `Enter` takes, `Escape`
 * leaves.
 */
import type { ComponentChild, ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Priority } from '../../task/task';
import { addDays, type CalendarDate } from '../../text/calendar-date';
import { readDateWords } from '../../text/date-words';
import { words } from '../words/in-app';

const { days, form } = words.views;

interface FormProps {
  readonly label: string;
  readonly children: ComponentChildren;
  /** What is wrong, or what will be written. */
  readonly saying: string;
  readonly wrong: boolean;
  readonly take: string;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

export function Form({ label, children, saying, wrong, take, onTake, onLeave }: FormProps): ComponentChild {
  const formEl = useRef<HTMLFormElement>(null);
  // At once: the next key may be there before the next frame.
  useLayoutEffect(() => formEl.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    // An input method's Enter ends a word, not the form.
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Enter' && (event.target as Node).instanceOf(HTMLSelectElement)) {
      event.preventDefault();
      onTake();
    }
  };
  return (
    <form
      class="throughline-form"
      ref={formEl}
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      {children}
      <p class={wrong ? 'throughline-wrong' : 'throughline-note'} role="status">
        {saying}
      </p>
      <div class="throughline-buttons">
        <button type="submit" class="mod-cta">
          {take}
        </button>
        <button type="button" onClick={onLeave}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

interface DayFormProps {
  readonly label: string;
  readonly take: string;
  readonly today: CalendarDate;
  readonly given: CalendarDate | null;
  /** Whether “none” may be said. */
  readonly mayBeNone: boolean;
  readonly onTake: (date: CalendarDate | null) => void;
  readonly onLeave: () => void;
}

export function DayForm({ label, take, today, given, mayBeNone, onTake, onLeave }: DayFormProps): ComponentChild {
  const [said, say] = useState('');
  const [tried, hasTried] = useState(false);
  const id = useId();
  const read = readDateWords(said, today);
  const date = read !== null && (read.date !== null || mayBeNone) ? read : null;
  const quick: readonly (readonly [string, string])[] = [
    ...(mayBeNone ? ([[days.today, 'today']] as const) : []),
    [days.tomorrow, 'tomorrow'],
    [days.friday, 'fri'],
    [days.nextWeek, 'next week'],
    ...(mayBeNone && given !== null ? ([[days.none, 'none']] as const) : []),
  ];
  const saying =
    said.trim() === ''
      ? form.aDay(addDays(today, 14))
      : date === null
        ? form.noDay(said.trim())
        : date.date === null
          ? days.none
          : words.views.weekday(date.date);
  return (
    <Form
      label={label}
      saying={saying}
      wrong={tried && date === null && said.trim() !== ''}
      take={take}
      onLeave={onLeave}
      onTake={() => {
        if (date === null) hasTried(true);
        else onTake(date.date);
      }}
    >
      <label for={id}>{label}</label>
      <div class="throughline-fields">
        <input
          id={id}
          type="text"
          value={said}
          autocomplete="off"
          placeholder={given ?? 'fri'}
          onInput={({ currentTarget }) => say(currentTarget.value)}
        />
        <input
          type="date"
          aria-label={form.calendar}
          value={date?.date ?? given ?? ''}
          onInput={({ currentTarget }) => say(currentTarget.value)}
        />
      </div>
      <div class="throughline-quick">
        {quick.map(([name, meant]) => (
          <button type="button" key={meant} onClick={() => onTake(readDateWords(meant, today)?.date ?? null)}>
            {name}
          </button>
        ))}
      </div>
    </Form>
  );
}

interface TextFormProps {
  readonly label: string;
  readonly take: string;
  readonly given: string;
  readonly hint: string;
  /** Offered while typing. */
  readonly offers?: readonly string[];
  readonly onTake: (text: string) => void;
  readonly onLeave: () => void;
}

export function TextForm({ label, take, given, hint, offers = [], onTake, onLeave }: TextFormProps): ComponentChild {
  const [text, say] = useState(given);
  const id = useId();
  const begun = text.trim().toLowerCase();
  const fitting =
    begun === ''
      ? offers
      : offers.filter((name) =>
          name
            .toLowerCase()
            .split(' ')
            .some((_, at, parts) => parts.slice(at).join(' ').startsWith(begun)),
        );
  return (
    <Form
      label={label}
      saying={hint}
      wrong={false}
      take={take}
      onLeave={onLeave}
      onTake={() => onTake(text.replace(/\s+/g, ' ').trim())}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={text}
        autocomplete="off"
        onInput={({ currentTarget }) => say(currentTarget.value)}
      />
      {fitting.length === 0 ? null : (
        <div class="throughline-quick">
          {fitting.slice(0, OFFERED).map((name) => (
            <button type="button" key={name} onClick={() => onTake(name)}>
              {name}
            </button>
          ))}
        </div>
      )}
    </Form>
  );
}

const OFFERED = 6;

export function PriorityForm({
  given,
  onTake,
  onLeave,
}: {
  readonly given: Priority;
  readonly onTake: (priority: Priority) => void;
  readonly onLeave: () => void;
}): ComponentChild {
  const [priority, set] = useState(given);
  const id = useId();
  return (
    <Form
      label={form.priority}
      saying={form.priorityHint}
      wrong={false}
      take={form.setPriority}
      onLeave={onLeave}
      onTake={() => onTake(priority)}
    >
      <label for={id}>{form.priority}</label>
      <select
        id={id}
        class="dropdown"
        value={priority}
        onChange={({ currentTarget }) => set(currentTarget.value as Priority)}
      >
        {Object.entries(form.priorities).map(([value, named]) => (
          <option key={value} value={value}>
            {named}
          </option>
        ))}
      </select>
    </Form>
  );
}
