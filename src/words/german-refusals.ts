/** Why something is not done, in German: what is in the way, and the way out, as parts of one sentence. */
import type { Meant } from '../edit/refusals';
import type { RefusalWords } from './engine-words';

export const GERMAN_REFUSALS: RefusalWords = {
  'not-linkable': ({ name }) => [`der Name von ${name} kann nicht in einem Link stehen`, 'benenne es zuerst um'],
  'not-proposed': ({ id }) => [
    `unter „${id}“ wird nichts vorgeschlagen, oder es ist schon beantwortet`,
    'sieh dir die Liste noch einmal an',
  ],
  'answered-twice': ({ name }) => [`„${name}“ ist zweimal beantwortet`, 'gib nur eine Antwort'],
  'rejection-names-somebody': () => [
    'eine Ablehnung kann nicht sagen, wer gemeint ist',
    'nenne niemanden, oder nimm an',
  ],
  'several-candidates': ({ name, candidates }) => [
    `„${name}“ könnte ${candidates.join(' oder ')} sein`,
    'sage, wer gemeint ist',
  ],
  'several-pages': ({ name, count, example }) => [
    `„${name}“ heißen ${count} Seiten`,
    `gib den Pfad an, etwa ${example}`,
  ],
  'no-such-page': ({ name, hasCandidates }) => [
    `keine Seite heißt „${name}“`,
    hasCandidates ? 'wähle einen der Vorschläge' : 'gib den Namen einer Seite an, oder lege sie zuerst an',
  ],
  'not-a-full-name': ({ name }) => [`„${name}“ ist kein voller Name`, 'lege die Seite an, dann wähle sie'],
  'not-a-file-name': ({ name }) => [
    `nicht auf jedem System kann eine Datei „${name}“ heißen`,
    'lege die Seite von Hand an, dann wähle sie',
  ],
  'page-excluded': ({ path }) => [
    `${path} läge in einem ausgenommenen Ordner`,
    'lege die Seite anderswo an, dann wähle sie',
  ],
  'page-exists': ({ path }) => [`${path} gibt es schon`, 'benenne es um, oder lege die Seite anderswo an'],
  'would-not-mean': ({ name, path, line, meant, memory }) => [
    `„${name}“ in ${path}:${line} wäre damit nicht ${whoever(meant)}`,
    memory === null
      ? 'antworte nur für diese Notizen'
      : `schreibe dort den vollen Namen oder einen Link, oder sieh in ${memory} nach`,
  ],
  'would-mean-another': ({ name, path, line, meant, memory }) => [
    `„${name}“ in ${path}:${line} ist schon ${whoever(meant)} und wäre es damit nicht mehr`,
    `schreibe dort zuerst den vollen Namen oder einen Link, oder sieh in ${memory} nach`,
  ],
  'would-ask-again': ({ name, path, line }) => [
    `nach „${name}“ in ${path}:${line} würde noch immer gefragt`,
    'antworte nur für diese Notizen, oder schreibe dort den vollen Namen',
  ],
  'note-not-linkable': ({ name }) => [
    `„${name}“ steht in einer Notiz, deren Name nicht verlinkt werden kann`,
    'antworte für alle Notizen oder für die Gruppe',
  ],
  'no-group': ({ name }) => [
    `„${name}“ steht in keiner Besprechung mit bekannten Kunden, Projekten oder Personen`,
    'antworte nur für diese Notizen oder für alle',
  ],
  'merge-holds-everywhere': () => ['diese Antwort gilt immer für alle Notizen', 'antworte für alle Notizen'],
  'neither-page': ({ name }) => [`„${name}“ ist keine der beiden Seiten`, 'sage, welche der beiden bleiben soll'],
  'no-alias-possible': ({ page }) => [
    `das Frontmatter von ${page} kann keinen Alias aufnehmen`,
    'berichtige es zuerst',
  ],
  'hand-over-as-listed': () => ['Aufgaben werden übergeben, wie sie dastehen', 'antworte für alle Notizen'],
  'no-heir': ({ name }) => [`es ist nicht gesagt, wer von ${name} übernimmt`, 'sage, wer es ist'],
  'heir-has-left': ({ name }) => [`${name} ist gegangen`, 'nenne jemand anderen'],
  'owner-not-changed': ({ path, lines }) => [
    `die Zuständigen von ${path}:${lines.join(', ')} konnten nicht geändert werden`,
    'ändere sie in der Notiz',
  ],
  'yes-or-no': ({ name }) => [`nach „${name}“ wird mit Ja oder Nein gefragt`, 'nenne niemanden'],
  'answer-holds-everywhere': ({ name }) => [
    `die Antwort zu „${name}“ gilt für alle Notizen`,
    'antworte für alle Notizen',
  ],
  'tasks-not-cancelled': ({ path }) => [
    `die Aufgaben von ${path} konnten nicht abgebrochen werden`,
    'ändere sie in der Notiz',
  ],
  'links-not-fixed': ({ path }) => [
    `die Links von ${path} konnten nicht berichtigt werden`,
    'berichtige sie in der Notiz',
  ],
  'answer-gone': ({ question }) => [`nichts beantwortet „${question}“ mehr`, 'sieh dir die Liste noch einmal an'],
  'answer-not-written': ({ path, line }) => [
    `die Antwort konnte bei ${path}:${line} nicht geschrieben werden`,
    'schreibe sie in der Notiz unter die Frage, etwa „- Answer: …“',
  ],
  'repair-rejected': ({ path }) => [
    `${path} bleibt, wie es ist, bis sein Block repariert ist`,
    'nimm die Reparatur an, berichtige die Marken von Hand, oder lösche sie samt allem dazwischen',
  ],
  'repair-as-shown': () => ['eine Seite wird so repariert, wie sie gezeigt wird', 'nimm es so an'],
  'not-repairable': ({ path }) => [
    `${path} kann, wie es jetzt ist, nicht repariert werden`,
    'sieh dir seine Marken an',
  ],
};

function whoever(meant: Meant): string {
  if (meant === 'me') return 'ich';
  return meant === 'nobody' ? 'niemand' : meant.name;
}
