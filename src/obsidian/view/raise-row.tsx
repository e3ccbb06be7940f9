/** A point that waits to be raised, as a row. */
import type { ComponentChild } from 'preact';
import { newest } from '../../page/row';
import type { RaiseRow } from '../../vault-index/rows';
import type { Acting } from './use-row-actions';
import { wordsOf } from './list-entry';
import { RowFrame } from './row-frame';
import type { RowPlace } from './row-list';
import { Details, entityLinks, Sources } from './row-parts';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';

interface RaiseRowProps {
  readonly row: RaiseRow;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly known: ViewData;
  readonly acting: Acting;
}

export function RaiseRowView({ row, place, active, known, acting }: RaiseRowProps): ComponentChild {
  const { around, can, act } = acting;
  const source = newest(row);
  return (
    <RowFrame
      place={place}
      active={active}
      deeds={
        !active
          ? []
          : [
              ...(can('raised')
                ? [{ words: words.views.deeds.raised, key: ' ', onPress: () => void act(row, { do: 'raised' }) }]
                : []),
              {
                words: words.views.deeds.open,
                key: 'Enter',
                onPress: (newTab: boolean) => around.open(source.path, source.line, { newTab }),
              },
            ]
      }
    >
      <div class="throughline-words">{wordsOf(row)}</div>
      <Details>
        {entityLinks(row.entities, { around, active })}
        <Sources sources={row.sources} today={known.today} around={around} active={active} />
      </Details>
    </RowFrame>
  );
}
