/**
 * A note's text in pieces, each fixed where the note's encoding is damaged: the whole is never rewritten for reading.
 */
import { isDamaged, mayBeDamaged, repairDamaged } from '../text/encoding';

/** What is looked at to judge a piece that by itself could be ordinary writing; a transcript is after it. */
const JUDGED = 8_000;

export class NoteText {
  /** The first piece that had to be fixed, as it is in the text; null while there is none. */
  fixed: string | null = null;
  private damaged: boolean | null = null;

  constructor(readonly text: string) {}

  piece(from: number, to: number): string {
    return this.repair(this.text.slice(from, to));
  }

  readonly repair = (piece: string): string => {
    if (!mayBeDamaged(piece)) return piece;
    this.damaged =
      this.damaged === true || isDamaged(piece) ? true : (this.damaged ?? isDamaged(this.text.slice(0, JUDGED)));
    if (!this.damaged) return piece;
    const repaired = repairDamaged(piece);
    if (repaired !== piece) this.fixed ??= piece;
    return repaired;
  };

  /** The end of the line that holds `offset`, its line end left out. */
  lineEnd(offset: number): number {
    const { text } = this;
    let at = offset;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || code === 13) break;
    }
    return at;
  }
}
