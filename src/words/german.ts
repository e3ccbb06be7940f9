/** What the engine says, in German. */
import type { EngineWords } from './engine-words';
import { GERMAN_PROBLEMS } from './german-problems';
import { GERMAN_WHY } from './german-proposals';
import { GERMAN_REFUSALS } from './german-refusals';
import { GERMAN_SETTING_PROBLEMS } from './german-settings';
import { say } from './say';

export const GERMAN_ENGINE: EngineWords = {
  problems: GERMAN_PROBLEMS,
  refusals: GERMAN_REFUSALS,
  why: GERMAN_WHY,
  settings: GERMAN_SETTING_PROBLEMS,
  effects: {
    remembered: ({ line }) => line,
    'new-page': ({ page, alias }) => `${page} ist neu${alias === null ? '' : `, mit dem Alias „${alias}“`}.`,
    alias: ({ page, alias }) => `${page} bekommt den Alias „${alias}“.`,
    'other-page-stays': ({ page, other, kept }) =>
      `${page} bleibt, wie es ist. Übertrage, was du dort geschrieben hast, und lösche es: Dann gehört alles über ${other} zu ${kept}.`,
    'asked-again': ({ places }) =>
      places === 1
        ? 'Eine Stelle steht in einer Besprechung, von der niemand und nichts bekannt ist; nach ihr wird wieder gefragt.'
        : `${places} Stellen stehen in Besprechungen, von denen niemand und nichts bekannt ist; nach ihnen wird wieder gefragt.`,
    'handed-over': ({ path, line, owner }) =>
      owner === null ? `${path}:${line} ist deine Aufgabe.` : `${path}:${line} ist Aufgabe von ${owner}.`,
    cancelled: ({ path, line }) => `${path}:${line} ist abgebrochen.`,
    answered: ({ path, line }) => `${path}:${line} ist beantwortet.`,
    'links-fixed': ({ path }) => `${path}: Die Links führen zu ihren Seiten.`,
    'task-left': ({ path, line }) => `${path}:${line} bleibt, wie sie ist. Ändere die Zeile von Hand.`,
    'links-left': ({ path }) => `${path}: Die Links stehen, wo nichts geschrieben wird. Berichtige sie von Hand.`,
    repaired: ({ path }) => `${path} hat wieder einen Throughline-Block. Keine deiner Zeilen ging verloren.`,
  },
  skips: {
    changed: () => 'Die Datei hat sich inzwischen geändert.',
    gone: () => 'Die Datei gibt es nicht mehr, oder eine andere heißt bis auf Groß- und Kleinschreibung ebenso.',
    'not-utf8': () => 'Die Datei ist kein UTF-8-Text.',
    'name-taken': () => 'Inzwischen heißt eine andere Datei so.',
    moved: () => 'Die Datei wurde inzwischen verschoben, umbenannt oder gelöscht.',
    'own-base': () =>
      'Sie wurde bearbeitet oder stammt nicht von Throughline. Benenne sie um oder lösche sie, um sie neu anzulegen.',
    refused: ({ refusal }) => `${say(GERMAN_REFUSALS, refusal).join('; ')}.`,
  },
  undoing: {
    'nothing-to-undo': () => 'Es gibt nichts rückgängig zu machen.',
    'nothing-to-redo': () => 'Es gibt nichts zu wiederholen.',
    'still-writing': ({ what }) =>
      `Ein anderes Programm schreibt noch (${what}). Versuche es noch einmal, wenn es fertig ist.`,
  },
  failures: {
    'journal-unwritten': ({ why }) =>
      `Es wurde nichts geschrieben, weil sich das Protokoll zum Rückgängigmachen nicht speichern ließ: ${why}`,
    'journal-open': ({ why }) =>
      `Das Protokoll zum Rückgängigmachen ließ sich nicht abschließen; der nächste Durchgang nimmt diesen zurück: ${why}`,
    'change-unnoted': ({ path, why }) =>
      `„${path}“ hat sich geändert und bleibt, wie es ist, weil sich das Protokoll nicht speichern ließ: ${why}`,
    'not-written': ({ path, why }) => `„${path}“ konnte nicht geschrieben werden: ${why}`,
    'vault-empty': () => 'Im Vault sind keine Dateien mehr, also wurde nichts geschrieben.',
  },
  pathFaults: {
    empty: () => 'ist leer',
    'not-relative': () => 'ist nicht innerhalb des Vaults angegeben',
    'leaves-vault': () => 'führt aus dem Vault hinaus',
    'empty-part': () => 'hat einen leeren Teil',
    character: ({ character }) =>
      `enthält ${character === null ? 'ein Steuerzeichen' : `\`${character}\``}, was nicht jedes System in Dateinamen erlaubt`,
    'ends-badly': () => 'hat einen Teil, der auf einen Punkt oder ein Leerzeichen endet, was Windows weglässt',
    'starts-with-space': () => 'hat einen Teil, der mit einem Leerzeichen beginnt',
    'reserved-name': ({ part }) => `hat den Teil „${part}“, den Windows für sich behält`,
    'too-long': () => 'hat einen Teil, der für einen Dateinamen zu lang ist',
  },
  stays: {
    'block-damaged': ({ problem }) => say(GERMAN_PROBLEMS, problem),
    'properties-damaged': ({ problem }) => say(GERMAN_PROBLEMS, problem),
    'holds-your-words': () => 'Diese Seite wurde beim Zusammenfassen angelegt, und du hast sie seither bearbeitet.',
    'typed-into-block': ({ lines }) =>
      lines === 1
        ? 'Eine Zeile, die du in den Block getippt hast, bleibt.'
        : `${lines} Zeilen, die du in den Block getippt hast, bleiben.`,
    'kept-from-block': () => 'Zeilen, die aus dem Block herausgesetzt wurden, bleiben.',
    'holds-answers': ({ answers }) =>
      `Sie enthält ${answers === 1 ? 'eine deiner Antworten' : `${answers} deiner Antworten`} zu Namen.`,
  },
};
