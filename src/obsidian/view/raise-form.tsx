/** A point to be raised with one of those who meet, from wherever they are in front. */
import type { ComponentChild } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Entity } from '../../entity/entity';
import { Choose } from './filter-bar';
import { Form } from './row-editor';
import { words } from '../words/in-app';

const { form } = words.views;

interface RaiseFormProps {
  readonly among: readonly Entity[];
  readonly given?: string;
  readonly onRaise: (entity: Entity, said: string) => void;
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
    <Form
      label={form.raiseWith(entity.name)}
      saying={isEmpty && tried ? form.raiseWhat : form.raiseHint}
      wrong={isEmpty && tried}
      take={form.raise}
      onLeave={onLeave}
      onTake={() => {
        hasTried(true);
        if (isEmpty) return;
        onLeave();
        onRaise(entity, text);
      }}
    >
      <label for={id}>{form.raiseWith(entity.name)}</label>
      <input
        id={id}
        type="text"
        value={text}
        autocomplete="off"
        onInput={({ currentTarget }) => say(currentTarget.value)}
      />
      {among.length < 2 ? null : (
        <Choose
          label={form.with}
          value={chosen}
          choices={among.map((one) => ({ value: one.id, words: one.name }))}
          onChoose={choose}
        />
      )}
    </Form>
  );
}
