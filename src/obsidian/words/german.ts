/** What the commands, windows and notices say, in German. */
import { countedIn } from './counting';
import type { Words } from './english';

const counted = countedIn('de');

const DOING = {
  list: 'aufgelistet',
  read: 'gelesen',
  write: 'geschrieben',
  create: 'angelegt',
  rename: 'umbenannt',
  trash: 'in den Papierkorb gelegt',
  delete: 'gelöscht',
} as const;

export const GERMAN: Words = {
  locale: 'de',
  cancel: 'Abbrechen',
  close: 'Schließen',
  more: (count) => `Und ${counted(count, 'weitere', 'weitere')}.`,
  files: {
    leftAlone: (path, why) => `${path} blieb, wie es war: ${why}`,
    stays: (path, why) => `${path} bleibt: ${why}`,
    changedSince: (path) => `${path} wurde seither geändert und bleibt, wie es ist.`,
    placeOf: (path, line) => `${path}, Zeile ${line}`,
    failed: (path, doing, why) => `„${path}“ konnte nicht ${DOING[doing]} werden: ${why}`,
    gone: (path) => `„${path}“ gibt es nicht mehr.`,
    notUtf8: (path) => `„${path}“ ist kein UTF-8-Text und blieb, wie es war.`,
    exists: (path, there) => `„${path}“ wurde nicht angelegt: „${there}“ gibt es schon.`,
    notAFolder: (path, there) => `„${path}“ wurde nicht angelegt: „${there}“ ist eine Datei, kein Ordner.`,
    badPath: (path, fault) => `„${path}“ kann nicht angelegt werden: Der Pfad ${fault}.`,
    cacheFailed: (place, why) =>
      `Der Zwischenspeicher ließ sich nicht verwenden (${place})${why === null ? '' : `: ${why}`}.`,
  },
  progress: {
    reading: 'Notizen werden gelesen',
    readingOf: (done, total) => `${done.toLocaleString('de')} von ${counted(total, 'Notiz', 'Notizen')} gelesen`,
    lookingInto: (done, total) => `${done.toLocaleString('de')} von ${counted(total, 'Notiz', 'Notizen')} durchgesehen`,
    workingOut: 'Seiten werden berechnet',
    writing: (done, total) => `${done.toLocaleString('de')} von ${counted(total, 'Seite', 'Seiten')} geschrieben`,
    underWay: 'Es läuft schon ein Durchgang oder etwas Ähnliches.',
    stopped: 'Es wurde angehalten.',
  },
  commands: {
    rollUp: 'Vault zusammenfassen',
    preview: 'Zusammenfassung vorab ansehen',
    undo: 'Letzte Zusammenfassung zurücknehmen',
    remove: 'Alles entfernen',
    link: 'Namen in dieser Notiz verlinken',
    brief: 'Überblick',
    newMeeting: 'Neue Besprechungsnotiz',
    copyRecap: 'Ergebnisse kopieren',
    weekPage: 'Seite einer Woche',
    weekRecap: 'Ergebnisse einer Woche kopieren',
    changeRow: 'Zeile am Cursor ändern',
    answer: 'Frage als beantwortet markieren',
  },
  start: {
    renamed: (name) =>
      `„${name}“ heißt jetzt anders. Ob der alte Name ein Alias bleibt, wird bei der Durchsicht gefragt.`,
    noFollowUpsPage: 'Eine Seite der offenen Punkte gibt es noch nicht: Führe den Befehl „Vault zusammenfassen“ aus.',
    wrongSettings: 'Einige Einstellungen sind so nicht zu gebrauchen; es gelten ihre Vorgaben:',
    unreadSettings: (why) => `data.json konnte nicht gelesen werden: ${why}`,
    settingsNotSaved:
      'data.json ist nicht lesbar, also wurde nichts gespeichert. Repariere oder lösche die Datei, dann lade das Plugin neu.',
    takenBack: (files) =>
      `Throughline wurde mitten in der Arbeit unterbrochen: ${counted(files, 'Datei ist', 'Dateien sind')} wie zuvor.`,
  },
  rollUp: {
    failed: 'Der Vault konnte nicht zusammengefasst werden',
    cancelled: 'Abgebrochen. Es wurde nichts geschrieben.',
    agree: 'Zusammenfassen',
    nothing: 'Es würde sich nichts ändern: Alles ist auf dem neuesten Stand.',
    wouldBe: (touched) => `Geschrieben würde: ${touched}.`,
    stays: (pages) =>
      pages === 0 ? '' : `${counted(pages, 'Seite bleibt, wie sie ist', 'Seiten bleiben, wie sie sind')}.`,
    touched: (created, changed) =>
      created === 0
        ? `${counted(changed, 'Seite', 'Seiten')} geändert`
        : `${counted(created, 'Seite', 'Seiten')} neu${changed === 0 ? '' : `, ${changed.toLocaleString('de')} geändert`}`,
    nothingWritten: 'Es wurde nichts geschrieben.',
    upToDate: 'Alles war auf dem neuesten Stand.',
    nobodyIsMe:
      'Noch ist nicht bekannt, wer du bist: Trage deine Namen in den Einstellungen ein, dann steht getrennt, was du zu tun hast.',
    stopped: (written, total) =>
      `Angehalten: ${written.toLocaleString('de')} von ${counted(total, 'Seite', 'Seiten')} wurden geschrieben. „Letzte Zusammenfassung zurücknehmen“ macht sie rückgängig.`,
    problems: (count, place, message) =>
      `${counted(count, 'Problem', 'Probleme')} in den Notizen. ${count === 1 ? 'Es steht' : 'Das erste steht'} in ${place}: ${message}`,
  },
  firstRun: {
    title: 'Zum ersten Mal zusammenfassen',
    intro:
      'Throughline schreibt einen eigenen Teil in die Seiten von Personen, Projekten und Kunden und legt einige Seiten an, die sammeln, was offen ist. Zuerst siehst du, welche. Nichts wird geschrieben, bevor du zustimmst.',
    pages: 'Seiten, die geschrieben würden',
    show: 'Zeigen, was sich ändern würde',
    me: 'So, wie deine Notizen sie schreiben, durch Kommas getrennt: den ganzen und jeden kurzen. An ihnen ist zu erkennen, was du und was andere zu tun haben.',
    meLabel: 'Deine Namen, durch Kommas getrennt',
    mePlaceholder: 'Anna Lehmann, Anna',
    startDate:
      'Was vor diesem Tag zuletzt gefragt wurde, ist auf den Sammelseiten eine Zahl, keine Zeile. Leer: 60 Tage zurück.',
    startDateLabel: 'Anfangsdatum als Jahr, Monat und Tag',
    newPages: 'Welche Namen ohne Seite eine bekommen.',
    kind: (kind) => `Seiten der Art ${kind}`,
    kindOff: 'Aus: Sie bleiben, wie sie sind, und es wird keine angelegt.',
    properties: 'Eigenschaften',
    propertiesKept: (keys) => `${keys} auf diesen Seiten führen. Was vorher schon da war, wird nie geändert.`,
    byItself:
      'Von nun an schreibt dieses Gerät eine Seite, wenn du sie öffnest, und alle zehn Minuten, nachdem Ruhe eingekehrt ist. Aus: Seiten ändern sich, wenn du zusammenfasst.',
  },
  plan: {
    created: (pages) => counted(pages, 'neue Seite', 'neue Seiten'),
    changed: (pages) => counted(pages, 'geänderte Seite', 'geänderte Seiten'),
    trashed: (pages) => counted(pages, 'Seite in den Papierkorb', 'Seiten in den Papierkorb'),
    showMore: (files) => `${counted(files, 'weitere', 'weitere')} zeigen`,
    moreLines: (lines) => counted(lines, 'weitere Zeile', 'weitere Zeilen'),
    whatChanges: (path) => `Was sich in ${path} ändert`,
    wouldBeWritten: 'Was geschrieben würde',
    added: 'Neu: ',
    removed: 'Entfällt: ',
  },
  undo: {
    failed: 'Die letzte Zusammenfassung konnte nicht zurückgenommen werden',
    cancelled: 'Es wurde nichts zurückgenommen.',
    ofRemoval: '„Alles entfernen“ zurücknehmen',
    agree: 'Zurücknehmen',
    wouldBe: (back) => `Wiederhergestellt würde: ${back ?? 'nichts'}.`,
    done: (back) =>
      back === null ? 'Zurückgenommen: Es war nichts mehr wiederherzustellen.' : `Zurückgenommen: ${back}.`,
    asBefore: (pages) => `${counted(pages, 'Seite', 'Seiten')} wie zuvor`,
    fromTrash: (pages) => `${counted(pages, 'Seite', 'Seiten')} aus dem Papierkorb`,
    toTrash: (pages) => `${counted(pages, 'Seite', 'Seiten')} in den Papierkorb`,
  },
  remove: {
    failed: 'Throughlines Teile konnten nicht entfernt werden',
    cancelled: 'Es wurde nichts entfernt.',
    nothing: 'In diesem Vault ist nichts von Throughline.',
    what: 'Was Throughline geschrieben hat, wird aus deinen Seiten genommen; Seiten, die es angelegt und niemand geändert hat, kommen in den Papierkorb. „Letzte Zusammenfassung zurücknehmen“ holt sie zurück.',
    agree: 'Entfernen',
    done: (pages, trashed) =>
      `Aus ${counted(pages, 'Seite', 'Seiten')} entfernt, ${trashed.toLocaleString('de')} davon in den Papierkorb.`,
    rests: 'Von sich aus wird ab jetzt nichts geschrieben oder behalten, bis du den Vault wieder zusammenfasst.',
  },
  bases: {
    failed: 'Die Tabellen konnten nicht angelegt werden',
    cancelled: 'Keine Tabelle wurde angelegt.',
    title: 'Tabellen der Seiten',
    what: 'Bases (ein Core-Plugin von Obsidian) zeigt diese Dateien als Tabellen deiner Seiten, geordnet nach dem letzten Treffen und nach dem, was offen ist. „Letzte Zusammenfassung zurücknehmen“ nimmt sie zurück.',
    agree: 'Tabellen anlegen',
    nothing: 'Es gibt keine Tabelle anzulegen: Die vorhandenen sind, wie sie sein sollen, oder deine eigenen.',
    done: (tables) => `${counted(tables, 'Tabelle', 'Tabellen')} angelegt.`,
  },
  link: {
    failed: 'Die Namen in dieser Notiz konnten nicht verlinkt werden',
    cancelled: 'Es wurde nichts verlinkt.',
    nothing: 'Es gibt nichts zu verlinken.',
    agree: 'Verlinken',
    wouldBecome: (line, link) => `Zeile ${line}: würde zu ${link}`,
    leadsNowhere: (line, link) => `Zeile ${line}: führt nirgendwohin, würde zu ${link}`,
    label: (words, line) => `${words} in Zeile ${line} verlinken`,
    couldBe: (line, words, names) => `Zeile ${line}: „${words}“ könnte ${names.join(' oder ')} sein.`,
    made: (links) => `${counted(links, 'Link', 'Links')} gesetzt.`,
    notMade: (why) => `Es wurde nichts verlinkt: ${why}`,
  },
  meeting: {
    aboutWhom: 'Um wen oder was geht es in der Besprechung?',
    whom: 'Wen triffst du?',
    nobody: 'Niemand heißt so.',
    busy: 'Belegt',
    asOpen: 'wie in der offenen Notiz',
    openPage: 'die offene Seite',
    lastMet: (day) => `zuletzt getroffen am ${day}`,
    inThis: 'in dieser Besprechung',
    you: 'du',
    carried: (rows) => `${counted(rows, 'Zeile', 'Zeilen')} mitgenommen, als Links auf die Stelle, wo es gesagt wurde.`,
    noTemplate: (why) =>
      `Die Vorlage für Besprechungsnotizen konnte nicht gelesen werden, also ist die Notiz ohne sie angelegt. ${why}`,
    none: 'Diese Notiz erzählt von keiner Besprechung.',
    isPrivate: 'Diese Besprechung ist privat: Von ihr gibt es nichts zu verschicken.',
    recapCopied: (meetings) =>
      meetings === 1 ? 'Ergebnisse kopiert' : `Ergebnisse von ${meetings} Besprechungen kopiert`,
    briefMore: (rows) => `${rows} weitere`,
    raise: 'Beim nächsten Mal ansprechen',
    raiseWith: (name) => `Mit ${name} ansprechen`,
    raiseWhom: 'Mit wem',
    raisePlaceholder: 'Was anzusprechen ist',
    raiseTake: 'Vormerken',
    copyBrief: 'Als Markdown kopieren',
    briefCopied: 'Überblick kopiert',
    copyNudge: 'Erinnerung kopieren',
    nudgeCopied: 'Erinnerung kopiert',
    noClipboard: 'In die Zwischenablage konnte nicht geschrieben werden.',
  },
  week: {
    which: 'Welche Woche?',
    none: 'Unter den letzten zwölf Wochen ist keine solche.',
    title: (number, year) => `Woche ${number} von ${year}`,
    thisOne: 'diese Woche',
    lastOne: 'letzte Woche',
    written: (path) => `${path} ist geschrieben. „Letzte Zusammenfassung zurücknehmen“ nimmt sie zurück.`,
    damaged: (path) =>
      `${path} bleibt, wie sie ist: Der Block von Throughline ist beschädigt. Repariere oder lösche die Seite.`,
  },
  block: {
    label: 'Aus deinen Notizen berechnet',
    title: 'Was du hier hineinschreibst, bleibt erhalten: Die nächste Zusammenfassung stellt es darunter.',
    source: 'An der Quelle ändern',
    change: 'Diese Zeile ändern',
    tick: (row) => `Erledigt: ${row}`,
  },
  answer: {
    label: 'Antwort',
    hint: 'Nichts, wenn sie sich ohne Worte erledigt hat.',
    take: 'Als beantwortet markieren',
    notWritten: 'Nicht gespeichert:',
  },
  count: {
    late: (many) => `${many} überfällig`,
    today: (many) => `${many} heute`,
    label: (count) => `Offene Punkte: ${count ?? 'nichts fällig'}. Öffnet ihre Seite.`,
  },
};
