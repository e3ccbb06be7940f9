/**
 * Pages whose managed block has lost its shape, offered in the review: accepting makes the markers whole and loses no
 * line of a person's; the next rollup computes what is between them. Rejecting is not remembered: the page stays
 * left alone as it is.
 */
import { lineEnd } from '../text/lines';
import { rowId, textKey } from '../text/row-key';
import { compareText } from '../text/order';
import { readBlock } from '../page/managed-block';
import { readOutline } from '../page/page-outline';
import { repairBlock } from '../page/repair-block';
import type { FoundProposal, ProposalPlace } from '../vault-index/proposal';
import type { Answer } from './answer';
import type { Changes } from './answer-changes';
import type { AnswerEffect } from './answer-effects';
import { type Refused, refused } from './refusals';

/** A proposal for each page that can be fixed, by path. A page that is whole costs a search of its text. */
export function repairProposals(pages: ReadonlyMap<string, string>): FoundProposal[] {
  return [...pages]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([path, text]) => {
      const reading = readBlock(text);
      if (!('problem' in reading) || repairBlock(text) === null) return [];
      const { markers, starts } = readOutline(text);
      const places = markers.map(({ line }): ProposalPlace => ({
        path,
        line,
        text: text.slice(starts[line - 1] ?? 0, lineEnd(text, starts, line)),
        date: null,
        meeting: null,
      }));
      const evidence = places
        .slice(0, LISTED)
        .map((place) => ({ path, line: place.line, text: place.text, date: null }));
      return [
        {
          proposal: {
            id: rowId(textKey(['repair', path].join('\n'))),
            kind: 'repair',
            name: path,
            entityKind: markers[0]?.words[0] ?? 'page',
            candidates: [],
            why: { code: 'block-damaged' },
            evidence,
            count: 1,
          },
          candidates: [],
          places,
        },
      ];
    });
}

const LISTED = 5;

/** Null where the proposal is about something else. */
export function answerRepair(
  { proposal: { kind, name: path } }: FoundProposal,
  { accepted, as, scope }: Answer,
  changes: Changes,
): readonly AnswerEffect[] | Refused | null {
  if (kind !== 'repair') return null;
  if (!accepted) return refused({ code: 'repair-rejected', path });
  if (as !== null || scope !== null) return refused({ code: 'repair-as-shown' });
  if (!changes.edit(path, repairBlock)) return refused({ code: 'not-repairable', path });
  return [{ code: 'repaired', path }];
}
