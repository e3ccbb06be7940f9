/**
 * One page that may be two persons': a meeting's list of people has the page's name and, as somebody else, another full
 * name of hers. The smallest sure sign; anything less (two companies, two addresses) is as often one person who changed
 * jobs.
 *
 *     People/Ann Lee.md          aliases: [Ann Fox]
 *     people: [Ann Lee, Ann Fox, Bo Kim]              two persons?
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { foldName, foldWhole } from '../entity/fold-name';
import { PERSON } from '../entity/person-name';
import { resolveName } from '../entity/resolve';
import { compareText } from '../text/order';
import type { VaultIndex } from './build-index';
import type { ProposalPlace, ProposalDraft } from './proposal';
import { ownerContext } from './resolve-lines';

export function findSplits(
  { notes, meetingsOf, registry, memory }: VaultIndex,
  since: CalendarDate | null,
): ProposalDraft[] {
  const found = new Map<
    string,
    { readonly entity: Entity; readonly alias: string; readonly places: ProposalPlace[] }
  >();
  for (const note of notes) {
    for (const [at, { names, date, private: isPrivate }] of note.meetings.entries()) {
      if (isPrivate || note.private || names.length < 2 || (since !== null && (date === null || date < since)))
        continue;
      const meeting = meetingsOf.get(note.path)?.[at] ?? null;
      const fulls = new Map<Entity, Set<string>>();
      for (const { text, target, line, kind } of names) {
        const folded = foldName(text);
        if (kind !== PERSON || !folded.includes(' ')) continue;
        const { entity, via } = resolveName(
          registry,
          { text, target, line },
          ownerContext(note.path, date, meeting, memory),
        );
        if (entity === null || (via !== 'name' && via !== 'alias' && via !== 'link')) continue;
        const said = fulls.get(entity) ?? new Set<string>();
        fulls.set(entity, said.add(target === null ? folded : foldName(entity.name)));
      }
      for (const [entity, said] of fulls) {
        if (entity.page === null || !said.has(foldName(entity.name))) continue;
        for (const alias of entity.aliases) {
          const folded = foldName(alias);
          if (!said.has(folded) || !isAnother(folded, foldName(entity.name)) || memory.names.has(foldWhole(alias)))
            continue;
          const place = {
            path: note.path,
            line: names.find(({ text }) => foldName(text) === folded)?.line ?? 1,
            text: alias,
            date,
            meeting,
          };
          const key = `${entity.id}\n${folded}`;
          const known = found.get(key);
          if (known === undefined) found.set(key, { entity, alias, places: [place] });
          else known.places.push(place);
        }
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { entity, alias, places }]): ProposalDraft => ({
      kind: 'split',
      name: alias,
      entityKind: entity.kind,
      candidates: [entity],
      places,
      why: { code: 'met-each-other', alias, name: entity.name },
    }));
}

/** Two full names that differ in their last word and that no second, shortened or turned-round name makes one. */
function isAnother(one: string, other: string): boolean {
  const [first, second] = [one.split(' '), other.split(' ')];
  const has = (words: readonly string[], word: string): boolean =>
    words.some(
      (other) => other === word || (Math.min(other.length, word.length) === 1 && other.charAt(0) === word.charAt(0)),
    );
  return (
    first.length > 1 &&
    second.length > 1 &&
    first[first.length - 1] !== second[second.length - 1] &&
    !first.every((word) => has(second, word)) &&
    !second.every((word) => has(first, word))
  );
}
