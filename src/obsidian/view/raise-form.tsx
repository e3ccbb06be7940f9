/** A point to be raised with one of those who meet, from wherever they are in front. */
import type { ComponentChild } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Entity } from '../../entity/entity';
import { Choose } from './filter-bar';
import { Form } from './row-editor';

interface RaiseFormProps {
  readonly among: readonly Entity[];
  readonly given?: string;
  readonly onRaise: (entity: Entity, words: string) => void;
  readonly onLeave: () => void;
}

export function RaiseForm({ among, given = '', onRaise, onLeave }: RaiseFormProps): ComponentChild {
  const [text, say] = useState(given);
  const [chosen, choose] = useState(among[0]?.id ?? '');
  const [tried, hasTried] = useState(false);
  const id = useId();
  const entity = among.find((one) => one.id === chosen) ?? among[0];
  if (entity === undefined) return null;
  const isEmpty = text.trim() === '';
  return (
    <Form label={`Raise with ${entity.name}`} saying={isEmpty && tried ? 'Say what is to be raised.' : 'It waits on their page and in their brief until you tick it off.'} wrong={isEmpty && tried} take="Raise next time" onLeave={onLeave} onTake={() => {
      hasTried(true);
      if (isEmpty) return;
      onLeave();
      onRaise(entity, text);
    }}>
      <label for={id}>{`Raise with ${entity.name}`}</label>
      <input id={id} type="text" value={text} autocomplete="off" onInput={({ currentTarget }) => say(currentTarget.value)} />
      {among.length < 2 ? null : <Choose label="With" value={chosen} choices={among.map((one) => ({ value: one.id, words: one.name }))} onChoose={choose} />}
    </Form>
  );
}
