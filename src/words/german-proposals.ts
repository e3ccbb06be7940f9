/** Why something is asked, in German: sentences. */
import type { Phrases } from '../text/coded';
import type { TieParameters, WhyParameters } from '../vault-index/proposal-why';
import { say } from './say';

const TIES: Phrases<TieParameters> = {
  'both-concern': ({ name }) => `Bei beiden geht es um ${name}.`,
  'meeting-about': ({ name }) => `Beide stammen aus einer Besprechung über ${name}.`,
  'same-series': ({ title }) => `Beide stammen aus „${title}“.`,
  'same-people': () => 'Beide stammen aus Besprechungen im selben Kreis.',
  'same-address': ({ address }) => `Beide haben die Adresse ${address}.`,
  'same-domain': ({ domain }) => `Beide haben eine Adresse bei ${domain}.`,
  'met-about': ({ name }) => `Bei beiden Treffen ging es um ${name}.`,
  'met-with': ({ names }) => `Bei beiden waren ${names.join(' und ')} dabei.`,
};

export const GERMAN_WHY: Phrases<WhyParameters> = {
  'several-fit': ({ name, count }) => `Zu „${name}“ passen ${count} Seiten.`,
  'one-fits': ({ name, candidate }) =>
    `Zu „${name}“ passt nur ${candidate}, aber in der Besprechung bestätigt es nichts.`,
  resembles: ({ name, others }) => `„${name}“ klingt wie ${others.join(', ')}.`,
  'named-often': ({ name, notes }) => `„${name}“ kommt in ${notes} Notizen vor und hat keine Seite.`,
  renamed: ({ name, old }) => `Die Seite von ${name} hieß früher „${old}“.`,
  'spelled-alike': ({ name, other, tie }) => `„${name}“ schreibt sich fast wie „${other}“. ${say(TIES, tie)}`,
  'met-each-other': ({ alias, name }) =>
    `„${alias}“ ist ein Alias von ${name}, aber beide waren in derselben Besprechung.`,
  'gone-with-tasks': ({ name, status, tasks }) => `${name} ${GONE[status]} und hat noch ${openTasks(tasks)}.`,
  'closed-with-tasks': ({ name, status, tasks }) => `${name} ${CLOSED[status]} und hat noch ${openTasks(tasks)}.`,
  'said-twice': ({ text, of, tie, newerClosed }) =>
    `${of === 'task' ? 'Wohl dieselbe Aufgabe, mit denselben Zuständigen' : 'Wohl dieselbe Frage'}: „${text}“. ${say(TIES, tie)}${
      newerClosed
        ? of === 'task'
          ? ' Die neuere ist erledigt; nimmst du an, gelten beide als erledigt.'
          : ' Die neuere ist beantwortet; nimmst du an, gelten beide als beantwortet.'
        : ''
    }`,
  'told-twice': ({ medium, events, same, of }) =>
    `Derselbe Tag, dieselben Leute, und ${same} von ${of} Zeilen sagen dasselbe: ${events}-mal dieselbe ${
      medium === 'message' ? 'Nachricht' : 'Besprechung'
    }?`,
  'said-later': ({ text, tie }) => `Vielleicht die Antwort: „${text}“. ${say(TIES, tie)}`,
  'links-lost': ({ notes, pages, more }) =>
    `Links in ${notes === 1 ? 'einer Notiz' : `${notes} Notizen`} führen ins Leere, obwohl es die Seiten gibt, etwa ${pages
      .map((page) => `[[${page}]]`)
      .join(', ')}${more === 0 ? '' : ` und ${more} weitere`}.`,
  'block-damaged': () => 'Der Throughline-Block ist beschädigt. Bis er repariert ist, bleibt die Seite unberührt.',
};

const GONE = { left: 'ist nicht mehr dabei', done: 'ist fertig', archived: 'ist archiviert' } as const;
const CLOSED = { left: 'ist abgeschlossen', done: 'ist abgeschlossen', archived: 'ist archiviert' } as const;

function openTasks(count: number): string {
  return count === 1 ? 'eine offene Aufgabe' : `${count} offene Aufgaben`;
}
