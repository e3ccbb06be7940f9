/** Small forms in a row: a day in words or from the calendar, an owner, a priority, an answer. `Enter` takes, `Escape` leaves. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Priority } from '../../task/task';
import { addDays, type CalendarDate, weekdayDate } from '../../text/calendar-date';
import { readDateWords } from '../../text/date-words';

export interface FormProps {
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
  const form = useRef<HTMLFormElement>(null);
  // At once: the next key may be there before the next frame.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), []);
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
    <form class="throughline-form" ref={form} aria-label={label} onKeyDown={onKeyDown} onSubmit={(event) => {
      event.preventDefault();
      onTake();
    }}>
      {children}
      <p class={wrong ? 'throughline-wrong' : 'throughline-note'} role="status">{saying}</p>
      <div class="throughline-buttons">
        <button type="submit" class="mod-cta">{take}</button>
        <button type="button" onClick={onLeave}>Cancel</button>
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
  const [words, say] = useState('');
  const [tried, hasTried] = useState(false);
  const id = useId();
  const read = readDateWords(words, today);
  const date = read !== null && (read.date !== null || mayBeNone) ? read : null;
  const quick: readonly (readonly [string, string])[] = [
    ...(mayBeNone ? [['Today', 'today']] as const : []), ['Tomorrow', 'tomorrow'], ['Friday', 'fri'], ['Next week', 'next week'], ...(mayBeNone && given !== null ? [['No date', 'none']] as const : []),
  ];
  const saying = words.trim() === '' ? `A day, such as fri, next week, 3d or ${addDays(today, 14)}` : date === null ? `“${words.trim()}” is no day that is understood here` : date.date === null ? 'No date' : weekdayDate(date.date);
  return (
    <Form label={label} saying={saying} wrong={tried && date === null && words.trim() !== ''} take={take} onLeave={onLeave} onTake={() => {
      if (date === null) hasTried(true);
      else onTake(date.date);
    }}>
      <label for={id}>{label}</label>
      <div class="throughline-fields">
        <input id={id} type="text" value={words} autocomplete="off" placeholder={given ?? 'fri'} onInput={({ currentTarget }) => say(currentTarget.value)} />
        <input type="date" aria-label="From the calendar" value={date?.date ?? given ?? ''} onInput={({ currentTarget }) => say(currentTarget.value)} />
      </div>
      <div class="throughline-quick">
        {quick.map(([name, meant]) => <button type="button" key={meant} onClick={() => onTake(readDateWords(meant, today)?.date ?? null)}>{name}</button>)}
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
  const fitting = begun === '' ? offers : offers.filter((name) => name.toLowerCase().split(' ').some((_, at, parts) => parts.slice(at).join(' ').startsWith(begun)));
  return (
    <Form label={label} saying={hint} wrong={false} take={take} onLeave={onLeave} onTake={() => onTake(text.replace(/\s+/g, ' ').trim())}>
      <label for={id}>{label}</label>
      <input id={id} type="text" value={text} autocomplete="off" onInput={({ currentTarget }) => say(currentTarget.value)} />
      {fitting.length === 0 ? null : (
        <div class="throughline-quick">
          {fitting.slice(0, OFFERED).map((name) => <button type="button" key={name} onClick={() => onTake(name)}>{name}</button>)}
        </div>
      )}
    </Form>
  );
}

const OFFERED = 6;

const PRIORITIES: Readonly<Record<Priority, string>> = { highest: 'Highest', high: 'High', medium: 'Medium', none: 'None', low: 'Low', lowest: 'Lowest' };

export function PriorityForm({ given, onTake, onLeave }: { readonly given: Priority; readonly onTake: (priority: Priority) => void; readonly onLeave: () => void }): ComponentChild {
  const [priority, set] = useState(given);
  const id = useId();
  return (
    <Form label="Priority" saying="Up and down arrow choose" wrong={false} take="Set priority" onLeave={onLeave} onTake={() => onTake(priority)}>
      <label for={id}>Priority</label>
      <select id={id} class="dropdown" value={priority} onChange={({ currentTarget }) => set(currentTarget.value as Priority)}>
        {Object.entries(PRIORITIES).map(([value, words]) => <option key={value} value={value}>{words}</option>)}
      </select>
    </Form>
  );
}
