/** What was read, with its reasons and groups as JSON has them: in words. */
import type { Inspection } from '../vault-index/inspection';
import { englishReason } from './english-signals';

/** `inspection` as JSON and the API show it. Problems are told by whoever shows them. */
export function toldInspection(inspection: Inspection) {
  return {
    ...inspection,
    notes: inspection.notes.map((note) => ({
      ...note,
      meetings: note.meetings.map((meeting) => ({ ...meeting, because: meeting.because.map(englishReason) })),
    })),
    lookLikeMeetings: inspection.lookLikeMeetings.map((group) => ({ ...group, why: group.why.map(englishReason) })),
  };
}

export type ToldInspection = ReturnType<typeof toldInspection>;
