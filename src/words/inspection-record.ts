/** What was read, with its reasons and groups as JSON has them: in words. */
import type { Reason } from '../note/reasons';
import type { Counted } from '../vault-index/habits';
import type { Inspection } from '../vault-index/inspection';
import { englishReason } from './english-signals';

const reasonRecord = ({ count, ...reason }: Counted<Reason>) => ({ because: englishReason(reason), count });

/** `inspection` as JSON and the API show it. Problems are reported by whoever shows them. */
export function inspectionRecord(inspection: Inspection) {
  return {
    ...inspection,
    notes: inspection.notes.map((note) => ({
      ...note,
      meetings: note.meetings.map((meeting) => ({ ...meeting, because: meeting.because.map(englishReason) })),
    })),
    habits: {
      ...inspection.habits,
      meetings: inspection.habits.meetings.map(reasonRecord),
      people: inspection.habits.people.map(reasonRecord),
    },
    lookLikeMeetings: inspection.lookLikeMeetings.map((group) => ({ ...group, why: group.why.map(englishReason) })),
  };
}

export type InspectionRecord = ReturnType<typeof inspectionRecord>;
