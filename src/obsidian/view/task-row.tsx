/** A task as a row that can be acted on. */
import type { ComponentChild } from 'preact';
import type { ViewData } from './view-store';
import type { Source, TaskRow } from '../../vault-index/rows';
import { newest } from '../../page/row';
import { DayForm, PriorityForm, TextForm } from './row-editor';
import { RowFrame, type RowCommand } from './row-frame';
import type { RowPlace } from './row-list';
import { Details, dueWords, entityLinks, Sources } from './row-parts';
import { wordsOf } from './list-entry';
import type { Acting } from './use-row-actions';
import { words } from '../words/in-app';

const { deeds: actions, form } = words.views;

interface TaskRowProps {
  readonly row: TaskRow;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly known: ViewData;
  readonly acting: Acting;
  /** What can be done with it, where that is not what is done with a task that is one's own to do. */
  readonly deeds?: readonly RowCommand[];
}

export function TaskRowView({ row, place, active, known, acting, deeds }: TaskRowProps): ComponentChild {
  const { today } = known;
  const { around } = acting;
  const said = wordsOf(row);
  const others = row.owners.filter(({ me }) => !me);
  const owned = new Set(others.flatMap(({ entity }) => entity?.id ?? []));
  const about = row.entities.filter(({ id }) => !owned.has(id));
  const late = row.open && row.due !== null && row.due < today;
  const asked = row.asked.length;
  return (
    <RowFrame
      place={place}
      active={active}
      closed={!row.open}
      deeds={active ? (deeds ?? taskDeeds(row, known, acting)) : []}
      lead={
        deeds === undefined && acting.can(row.open ? 'complete' : 'reopen') ? (
          <input
            type="checkbox"
            class="task-list-item-checkbox"
            tabIndex={-1}
            checked={!row.open}
            aria-label={words.block.tick(said)}
            onClick={(event) => {
              event.preventDefault();
              void acting.act(row, { do: row.open ? 'complete' : 'reopen' });
            }}
          />
        ) : undefined
      }
    >
      <div class="throughline-words">{said}</div>
      <Details>
        {row.due === null ? null : <span class={late ? 'throughline-late' : ''}>{dueWords(row.due, today)}</span>}
        {row.priority === 'none' ? null : <span>{words.views.row.priority[row.priority]}</span>}
        {others.length === 0 ? null : (
          <span class="throughline-owner">{others.map(({ name }) => name).join(', ')}</span>
        )}
        {asked > 1 ? <span>{words.views.row.asked(asked)}</span> : null}
        {entityLinks(about, { around, active })}
        <Sources sources={row.sources} today={today} around={around} active={active} />
      </Details>
    </RowFrame>
  );
}

function taskDeeds(row: TaskRow, known: ViewData, acting: Acting): readonly RowCommand[] {
  const { today } = known;
  const { act, can } = acting;
  const open: readonly RowCommand[] = !row.open
    ? []
    : [
        ...dueDeed(row, known, acting),
        ...(!can('snooze')
          ? []
          : [
              {
                words: actions.snooze,
                key: 's',
                form: (leave: () => void) => (
                  <DayForm
                    label={form.snooze}
                    take={form.takeSnooze}
                    today={today}
                    given={null}
                    mayBeNone={false}
                    onLeave={leave}
                    onTake={(until) => {
                      leave();
                      if (until !== null) void act(row, { do: 'snooze', until });
                    }}
                  />
                ),
              },
            ]),
        ...ownerDeed(row, acting),
        ...(!can('priority')
          ? []
          : [
              {
                words: actions.priority,
                key: 'p',
                form: (leave: () => void) => (
                  <PriorityForm
                    given={row.priority}
                    onLeave={leave}
                    onTake={(priority) => {
                      leave();
                      void act(row, { do: 'priority', priority });
                    }}
                  />
                ),
              },
            ]),
      ];
  const toggle = row.open ? ('complete' as const) : ('reopen' as const);
  return [
    ...(can(toggle)
      ? [{ words: row.open ? actions.done : actions.reopen, key: ' ', onPress: () => void act(row, { do: toggle }) }]
      : []),
    ...open,
    openDeed(row, acting),
  ];
}

export function dueDeed(row: TaskRow, { today }: ViewData, { act, can }: Acting): readonly RowCommand[] {
  return !can('due')
    ? []
    : [
        {
          words: actions.due,
          key: 'd',
          form: (leave) => (
            <DayForm
              label={form.due}
              take={form.setDue}
              today={today}
              given={row.due}
              mayBeNone
              onLeave={leave}
              onTake={(date) => {
                leave();
                void act(row, { do: 'due', date });
              }}
            />
          ),
        },
      ];
}

export function ownerDeed(row: TaskRow, acting: Acting): readonly RowCommand[] {
  return !acting.can('owner')
    ? []
    : [
        {
          words: actions.owner,
          key: 'o',
          form: (leave) => (
            <TextForm
              label={form.owner}
              take={form.setOwner}
              given={row.owners.map(({ name, me }) => (me ? 'me' : name)).join(', ')}
              hint={form.ownerHint}
              offers={acting.people(row)}
              onLeave={leave}
              onTake={(names) => {
                leave();
                void acting.own(row, names);
              }}
            />
          ),
        },
      ];
}

/** To where it was said last. */
export function openDeed(row: { readonly sources: readonly Source[] }, { around }: Acting): RowCommand {
  const { path, line } = newest(row);
  return {
    words: actions.open,
    key: 'Enter',
    onPress: (newTab) => around.open(path, line, { newTab }),
  };
}
