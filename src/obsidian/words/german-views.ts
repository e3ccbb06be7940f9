/** What the views say, in German. */
import { countedIn } from './counting';
import type { ViewWords } from './english-views';
import { GERMAN_GLANCE } from './german-glance';
import { writtenIn } from './written-date';

const counted = countedIn('de');

const short = writtenIn('de', { day: 'numeric', month: 'short' });
const long = writtenIn('de', { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = writtenIn('de', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

export const GERMAN_VIEWS: ViewWords = {
  day: (date, reference) => (date.slice(0, 4) === reference.slice(0, 4) ? short(date) : long(date)),
  weekday,
  or: (names) => names.join(' oder '),
  space: 'Leertaste',
  openView: 'Öffnen',
  reading: 'Deine Notizen werden gelesen …',
  unread: (why) => `Der Vault konnte nicht gelesen werden: ${why}`,
  notRead: 'Der Vault ist noch nicht gelesen.',
  pageRows: 'Zeilen dieser Seite',
  gone: 'Die Notizen sagen das nicht mehr: Die nächste Zusammenfassung nimmt es von der Seite.',
  tabs: { note: 'Notiz', 'follow-ups': 'Offene Punkte', questions: 'Fragen', review: 'Durchsicht' },
  nothingOpen: 'Es ist nichts offen.',
  nothingFits: 'Nichts passt auf diesen Filter.',
  inSideView: (rows) => counted(rows, 'weitere in der Seitenansicht', 'weitere in der Seitenansicht'),

  filter: {
    label: 'Nach Wörtern filtern', placeholder: 'Filtern (/)',
    show: (set) => (set === 0 ? 'Anzeigen' : `Anzeigen (${set})`),
    owner: 'Zuständig', anybody: 'Alle', about: 'Worüber', anything: 'Alles', groupBy: 'Gruppieren nach',
    due: 'Fällig', anyDay: 'Jederzeit', age: 'Alter', anyAge: 'Jedes Alter',
    done: 'Auch erledigte', closed: 'Auch beantwortete und verfallene', older: 'Auch älter als 30 Tage',
  },
  groupings: { due: 'Fälligkeit', owner: 'Zuständigen', about: 'Thema', note: 'Notiz' },
  headings: {
    late: 'Überfällig', today: 'Heute', 'this-week': 'Diese Woche', later: 'Später', 'no-date': 'Ohne Datum',
    needsOwner: 'Ohne Zuständige', waitingOn: 'Warten auf', done: 'Erledigt', nobody: 'Niemand', nothing: 'Nichts Bestimmtes',
    answered: 'Beantwortet', lapsed: 'Verfallen', askedAgain: 'Wieder gefragt', other: 'Sonstige',
    before: (day) => `Von vor dem ${day}`,
    youOwe: 'Du schuldest', owes: (name) => `${name} schuldet`, othersOwe: 'Andere schulden', raiseNext: 'Nächstes Mal ansprechen', unanswered: 'Unbeantwortet',
    names: 'Namen, die niemandem zuzuordnen waren', loose: 'Ohne Zuständige oder Datum', fromBefore: 'Von früher unbeantwortet', since: (day) => `Seit dem ${day}`,
    toAnswer: 'Zu beantworten', proposed: 'Vorgeschlagene Aufgaben',
  },
  followUps: {
    label: 'Offene Punkte',
    unknownMe: 'Throughline weiß noch nicht, welche Namen deine sind: Trage sie in den Einstellungen ein, dann steht getrennt, worauf du wartest und was du schuldest.',
    proposed: (tasks) => counted(tasks, 'vorgeschlagen, hier nicht mitgezählt', 'vorgeschlagen, hier nicht mitgezählt'),
  },
  questions: {
    label: 'Fragen', none: 'Keine Frage ist offen.',
    closed: (questions) => counted(questions, 'beantwortet oder verfallen', 'beantwortet oder verfallen'),
  },

  row: {
    me: 'Ich', nobody: 'Niemand', pinned: 'Angeheftet', answer: 'Antwort: ', decided: 'Entschieden', answered: 'Beantwortet',
    asked: (times) => `${times}× gefragt`,
    due: (days, day) => {
      if (days === 0) return 'Heute';
      if (days === 1) return 'Morgen';
      if (days === -1) return `Gestern, ${day}`;
      return days < 0 ? `${-days} Tage überfällig, ${day}` : `Fällig am ${day}`;
    },
    answeredOn: (day) => `Beantwortet am ${day}`,
    undated: 'Offen, ohne Datum',
    age: (days, times) => {
      const age = days <= 0 ? 'Heute gefragt' : days === 1 ? 'Seit 1 Tag offen' : `Seit ${days} Tagen offen`;
      return times > 1 ? `${age}, ${times}× gefragt` : age;
    },
    priority: { highest: 'Höchste Priorität', high: 'Hohe Priorität', medium: 'Mittlere Priorität', none: 'Keine Priorität', low: 'Niedrige Priorität', lowest: 'Niedrigste Priorität' },
    places: (places) => `an ${places} Stellen: `,
    morePlaces: (places) => `und ${places} weitere`,
    openPage: (name) => `Seite von ${name} öffnen`,
    noPage: 'Keine Seite heißt so',
    couldBe: (names) => `Könnte ${names} sein`,
    tasksProposed: (tasks) => (tasks === 1 ? '1 Aufgabe vorgeschlagen' : `${tasks} Aufgaben vorgeschlagen`),
  },
  deeds: {
    open: 'Öffnen', done: 'Erledigt', reopen: 'Wieder öffnen', due: 'Fällig', snooze: 'Zurückstellen', owner: 'Zuständig', priority: 'Priorität',
    answer: 'Antworten', answered: 'Beantwortet', pin: 'Anheften', unpin: 'Lösen', drop: 'Fallen lassen', raised: 'Angesprochen', settle: 'Klären', brief: 'Überblick',
    accept: 'Annehmen', acceptAll: 'Alle annehmen', dismiss: 'Verwerfen', dismissAll: 'Alle verwerfen',
    yes: 'Ja', no: 'Nein', later: 'Später', toMe: 'Ich', thatIsMe: 'Das bin ich', noName: 'Kein Name', keep: (name) => `${name} behalten`,
    skip: 'Überspringen', seen: 'Gesehen', inReview: 'In der Durchsicht ansehen', makePage: 'Seite anlegen', withoutPage: 'Keine Seite', somebodyElse: 'Jemand anderes',
    me: 'Ich', anotherDay: 'Anderer Tag', stillOpen: 'Noch offen, anheften', raiseNextTime: 'Nächstes Mal ansprechen', wasRaised: 'Ja, angesprochen', notYet: 'Noch nicht', undo: 'Zurücknehmen', dismissSaid: 'Ausblenden',
  },
  days: { today: 'Heute', tomorrow: 'Morgen', friday: 'Freitag', nextWeek: 'Nächste Woche', none: 'Kein Datum' },
  form: {
    due: 'Fällig', setDue: 'Fälligkeit setzen', snooze: 'Zurückstellen bis', takeSnooze: 'Zurückstellen',
    aDay: (date) => `Ein Tag, etwa fri (Freitag), next week (nächste Woche), 3d (in 3 Tagen) oder ${date}`,
    noDay: (said) => `„${said}“ wird hier nicht als Tag verstanden`,
    calendar: 'Aus dem Kalender',
    owner: 'Zuständig', setOwner: 'Zuständige setzen', ownerHint: 'Ein Name, mehrere mit Kommas, me für dich, oder nichts für niemanden',
    priority: 'Priorität', setPriority: 'Priorität setzen', priorityHint: 'Pfeil auf und ab wählen',
    priorities: { highest: 'Höchste', high: 'Hoch', medium: 'Mittel', none: 'Keine', low: 'Niedrig', lowest: 'Niedrigste' },
    answer: 'Antwort', setAnswered: 'Als beantwortet markieren', answerHint: 'Nichts, wenn sie sich ohne Worte erledigt hat',
    raiseWith: (name) => `Mit ${name} ansprechen`, with: 'Mit', raise: 'Nächstes Mal ansprechen',
    raiseWhat: 'Sage, was anzusprechen ist.', raiseHint: 'Es steht auf der Seite und im Überblick, bis du es abhakst.',
  },

  note: {
    none: 'Keine Notiz ist offen.',
    noMeeting: (name) => `${name} ist keine Besprechung und niemandes Seite: Öffne die Notiz einer Besprechung, um zu sehen, was sie zu klären lässt, oder eine Seite, um zu sehen, was dort offen ist.`,
    notMet: 'Noch nie getroffen', lastMet: (day) => `Zuletzt getroffen am ${day}`, openWith: (name) => `Was mit ${name} offen ist`, nothingHere: 'Hier ist nichts offen.',
    noDate: 'Ohne Datum', firstTime: 'Erstes Mal', lastTime: (day) => `Letztes Mal am ${day}`,
    settle: 'Was diese Notiz zu klären lässt', settled: 'Hier ist nichts mehr zu klären.',
    steps: 'Schritt für Schritt', list: 'Alles auflisten', raiseWith: (name) => `Mit ${name} ansprechen`, raise: 'Nächstes Mal ansprechen',
  },
  steps: {
    settled: 'Geklärt', done: 'Fertig', of: (at, of) => `${at} von ${of}`,
    ended: (of, skipped) => {
      if (skipped === 0) return of === 1 ? 'Das Einzige, was zu klären war, ist geklärt.' : `Alle ${of} sind geklärt.`;
      return `${of - skipped} geklärt, ${skipped} ${skipped === 1 ? 'bleibt, wie es ist' : 'bleiben, wie sie sind'}.`;
    },
    again: 'Übersprungenes durchgehen',
    whoIs: 'Wer ist das?', looking: 'Es wird gesucht, wer es sein könnte …', whoDoes: 'Wer macht es?', when: 'Bis wann?', wasRaised: 'Wurde es angesprochen?', isAnswered: 'Von früher offen. Ist sie beantwortet?',
    changed: 'Was sich seit dem letzten Treffen geändert hat', moreChanged: (rows) => `${rows} weitere stehen in der Liste.`,
  },
  today: { label: 'Besprechungen von heute', none: 'Keine Besprechungsnotiz ist von heute.' },

  review: {
    label: 'Durchsicht', looking: 'Es wird gesucht, was eine Antwort braucht …', again: 'Noch einmal suchen', none: 'Nichts braucht eine Antwort.',
    older: (tasks) => counted(tasks, 'ältere Aufgabe ist vorgeschlagen', 'ältere Aufgaben sind vorgeschlagen'),
    evidence: 'Belege', places: (places) => `${places} Stellen insgesamt`,
    whoIs: (name) => `Wer ist „${name}“?`,
    isIt: (name, page) => `Ist „${name}“ ${page}?`,
    makePage: (name) => `Eine Seite für ${name} anlegen?`,
    nameOfThese: (name) => `Ist „${name}“ ein anderer Name für eine dieser Seiten?`,
    nameOf: (name, page) => `Ist „${name}“ ein anderer Name für ${page}?`,
    same: (one, other) => `Sind ${one} und ${other} dasselbe?`,
    orElse: (name, page) => `Ist „${name}“ ${page} oder jemand anderes?`,
    takesOver: (name) => `Wer übernimmt von ${name}?`,
    cancel: (name) => `Die offenen Aufgaben von ${name} abbrechen?`,
    saidTwice: (said) => `Zweimal gesagt? ${said}`,
    answered: (said) => `Inzwischen beantwortet? ${said}`,
    mendLinks: 'Links berichtigen, die nirgendwohin führen?',
    mendBlock: (page) => `Den Block von ${page} reparieren?`,
    wouldBeWritten: 'Das würde geschrieben.', write: 'Schreiben', holdsFor: 'Gilt für',
    scopes: { note: 'Diese Notizen', group: 'Besprechungen mit demselben Kunden, demselben Projekt oder denselben Personen', always: 'Alle Notizen' },
  },
  diff: {
    moreFiles: (files) => `und ${files} weitere Dateien`, moreLines: (lines) => `${lines} weitere Zeilen`, isNew: ' (neu)', toTrash: ' (in den Papierkorb)',
  },

  said: {
    writing: 'Es wird geschrieben …',
    notDone: (why) => `Nicht getan: ${why}`,
    already: 'Es steht schon so da: Es wurde nichts geschrieben.',
    nothingWritten: 'Es wurde nichts geschrieben.',
    rows: (rows) => counted(rows, 'Zeile', 'Zeilen'),
    spread: (lines, notes) => `(${counted(lines, 'Zeile', 'Zeilen')} in ${counted(notes, 'Notiz', 'Notizen')})`,
    raised: (name, note, words) => `Mit ${name} anzusprechen, in ${note}: ${words}`,
    nothingToUndo: 'Hier wurde nichts getan, was zurückgenommen werden könnte.',
    takenBack: (paths) => `Zurückgenommen in ${paths}.`,
    did: {
      complete: 'Erledigt', reopen: 'Wieder offen', accept: 'Angenommen', dismiss: 'Verworfen', owner: 'Zuständige gesetzt', priority: 'Priorität gesetzt', pin: 'Angeheftet', unpin: 'Nicht mehr angeheftet',
      answer: 'Beantwortet', drop: 'Fallen gelassen', raised: 'Angesprochen',
    },
    due: (day) => `Fällig am ${day}`, noDue: 'Ohne Fälligkeit', snoozed: (day) => `Zurückgestellt bis ${day}`, nobodys: 'Ohne Zuständige',
  },

  glance: GERMAN_GLANCE,

  block: {
    waitingOn: 'Warten auf', questions: 'Offene Fragen', nobodyOwes: 'Niemand schuldet etwas.',
    meant: (word) => ` (war „${word}“ gemeint?)`,
    noOption: (word, meant, options) => `„${word}“ gibt es hier nicht${meant}: Schreibe eine Angabe je Zeile, von ${options}, etwa „queue: follow-ups“.`,
    noQueue: (word, meant, queues) => `Eine Liste „${word}“ gibt es nicht${meant}: Schreibe eine von ${queues}.`,
    noShow: (word, meant, pictures) => `Etwas wie „${word}“ kann nicht gezeigt werden${meant}: Schreibe eines von ${pictures}.`,
    takesNo: (show, option) => `„show: ${show}“ braucht kein „${option}“: Nimm die Zeile heraus.`,
    agesOf: (queues) => `Die Besprechungen von heute haben kein Alter: Schreibe eine von ${queues} hinter „queue“.`,
    whose: 'Schreibe, wessen Besprechungen gezeigt werden sollen, etwa „entity: [[Dana Fox]]“: Diese Notiz ist niemandes Seite und keine Besprechungsnotiz.',
    twice: (option) => `„${option}“ steht hier zweimal: Lass eines weg.`,
    saysNothing: (option) => `Hinter „${option}“ steht nichts: Schreibe etwas dahinter, oder nimm die Zeile heraus.`,
    noLimit: (word, most) => `„limit: ${word}“ ist keine Anzahl von Zeilen: Schreibe eine von 1 bis ${most}.`,
    noOwner: 'Fragen haben keine Zuständigen: Nimm „owner“ heraus, oder schreibe stattdessen „entity“.',
    whole: (option) => `Die Besprechungen von heute werden alle gezeigt: Nimm „${option}“ heraus.`,
    noPage: (name, option) => `Keine Seite einer Person, eines Projekts oder Kunden heißt „${name}“: Schreibe einen Link auf eine, etwa „${option}: [[Dana Fox]]“.`,
    severalOwners: (name, names) => `„${name}“ könnte ${names} sein: Schreibe den ganzen Namen.`,
    several: (name, pages, path) => `„${name}“ heißen ${pages} Seiten: Schreibe einen Link mit Pfad, etwa „[[${path}]]“.`,
  },
};
