/** What rows of every kind share: links home, the entities they belong to, buttons with their keys. */
import { type ComponentChild, type ComponentChildren, toChildArray } from 'preact';
import type { Entity } from '../../entity/entity';
import { daysBetween, type CalendarDate } from '../../text/calendar-date';
import { baseName } from '../../text/file-name';
import type { Source } from '../../vault-index/rows';
import type { ViewHost } from './view-store';
import { words } from '../words/in-app';

interface ActionButtonProps {
  /** What the button does. */
  readonly words: string;
  /** The key that does the same, as it is printed on keys. */
  readonly hint: string;
  /** The same key as the browser calls it. */
  readonly keys: string;
  readonly onPress: () => void;
  readonly pressed?: boolean;
}

/** A button that names the key that does the same. */
export function ActionButton({ words, hint, keys, onPress, pressed }: ActionButtonProps): ComponentChild {
  return (
    <button type="button" class="throughline-action" aria-keyshortcuts={keys} aria-expanded={pressed} onClick={onPress}>
      {words}
      <kbd aria-hidden="true">{hint}</kbd>
    </button>
  );
}

interface LinksProps {
  readonly around: ViewHost;
  /** Whether the row holds the place: else its links are no stops of the keyboard. */
  readonly active: boolean;
}

/** Where a row comes from; of several sources all, for what is done to the row is done to all of them. */
export function Sources({
  sources,
  today,
  around,
  active,
}: LinksProps & { readonly sources: readonly Source[]; readonly today: CalendarDate }): ComponentChild {
  const newestFirst = [...sources].reverse();
  const shown = active ? newestFirst : newestFirst.slice(0, SHOWN_SOURCES);
  return (
    <span class="throughline-sources">
      {sources.length > 1 ? <span class="throughline-note">{words.views.row.places(sources.length)}</span> : null}
      {shown.map((source) => (
        <button
          type="button"
          class="throughline-link"
          key={`${source.path}:${source.line}`}
          tabIndex={active ? 0 : -1}
          aria-label={words.files.placeOf(sourceWords(source, today), source.line)}
          onClick={(event) => around.open(source.path, source.line, { newTab: event.ctrlKey || event.metaKey })}
          onMouseOver={(event) => around.preview(event, source.path, source.line)}
        >
          {sourceWords(source, today)}
        </button>
      ))}
      {shown.length < sources.length ? (
        <span class="throughline-note">{words.views.row.morePlaces(sources.length - shown.length)}</span>
      ) : null}
    </span>
  );
}

const SHOWN_SOURCES = 2;

/** `28 Oct Dana`: the day, and the meeting or the note without its day. */
function sourceWords({ date, path, meeting }: Source, today: CalendarDate): string {
  // A note of several meetings is known by them; any other by its own name, which no other next to it has.
  const isOneOfSeveral = (meeting?.notes.find((note) => note.path === path)?.heading ?? null) !== null;
  const title = (meeting !== null && isOneOfSeveral ? meeting.title : baseName(path)).replace(
    /^\d{4}-\d{2}-\d{2}[\s_-]*/,
    '',
  );
  return (
    [date === null ? '' : words.views.day(date, today), title].filter((part) => part !== '').join(' ') || baseName(path)
  );
}

export function entityLinks(entities: readonly Entity[], { around, active }: LinksProps): ComponentChild[] {
  return entities.slice(0, SHOWN_ENTITIES).map(({ id, name, page }) =>
    page === null ? (
      <span key={id}>{name}</span>
    ) : (
      <button
        type="button"
        class="throughline-link"
        key={id}
        tabIndex={active ? 0 : -1}
        aria-label={words.views.row.openPage(name)}
        onClick={(event) => around.open(page, null, { newTab: event.ctrlKey || event.metaKey })}
        onMouseOver={(event) => around.preview(event, page, null)}
      >
        {name}
      </button>
    ),
  );
}

const SHOWN_ENTITIES = 3;

/** `3 days late · 31 Oct`, `today`, `tomorrow`, `Fri 7 Nov`. */
export function dueWords(due: CalendarDate, today: CalendarDate): string {
  return words.views.row.due(daysBetween(today, due), words.views.day(due, today));
}

/** Details after one another, with dots between them that are not read out. */
export function Details({ children }: { readonly children: ComponentChildren }): ComponentChild {
  return (
    <div class="throughline-details">
      {toChildArray(children).map((child, index) => [
        index === 0 ? null : (
          <span aria-hidden="true" key={`before ${index}`}>
            {' · '}
          </span>
        ),
        <span class="throughline-detail" key={index}>
          {child}
        </span>,
      ])}
    </div>
  );
}
