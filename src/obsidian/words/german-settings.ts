/** The settings window in German. */
import type { SettingWords } from './english-settings';

export const GERMAN_SETTINGS: SettingWords = {
  rows: {
    me: {
      name: 'Deine Namen',
      desc: 'Die Namen, unter denen du in deinen Notizen stehst. Solange keiner bekannt ist, wird nicht getrennt, was du und was andere zu tun haben.',
    },
    startDate: {
      name: 'Anfangsdatum',
      desc: 'Offene Punkte und Fragen von vor diesem Tag sind auf den Sammelseiten eine Zahl, keine Zeilen.',
    },
    newPages: {
      name: 'Neue Seiten',
      desc: 'Welche Namen ohne Seite eine bekommen: die als Links im Frontmatter einer Besprechung stehen, die in drei Besprechungen von 90 Tagen vorkommen, oder keine.',
    },
    rowsPerSection: { name: 'Zeilen je Abschnitt', desc: 'So viele Zeilen zeigt ein Abschnitt einer Seite höchstens.' },
    blockPosition: {
      name: 'Ort des Blocks',
      desc: 'Wohin ein neuer Block kommt: below-title (unter den Titel), end (ans Ende) oder der Text der Überschrift, unter der er stehen soll.',
    },
    rollupFolder: { name: 'Ordner der Sammelseiten', desc: 'Der Ordner der Sammelseiten und des Namensgedächtnisses.' },
    suggestOwners: {
      name: 'Personen hinter @ vorschlagen',
      desc: 'Ob @ in einer Aufgabe beim Tippen Personen vorschlägt. Es schweigt, wo ein anderes Plugin auf das Zeichen hört.',
    },
    calendars: {
      name: 'Kalenderdateien',
      desc: 'Kalender (.ics), nach denen Überblick und neue Besprechungsnotiz gehen, ein Pfad im Vault je Zeile. Leer: alle Kalenderdateien des Vaults.',
    },
    meetingTemplate: {
      name: 'Vorlage für Besprechungsnotizen',
      desc: 'Die Notiz, von der „Neue Besprechungsnotiz“ ausgeht. {{title}}, {{date}}, {{people}} (oder {{participants}}, {{project}} …) und {{carried}} werden ausgefüllt.',
    },
    rowsPerQueue: {
      name: 'Zeilen je Liste',
      desc: 'So viele Zeilen zeigt ein Abschnitt einer Sammelseite höchstens: Eine sehr lange Seite bremst alle anderen Plugins.',
    },
    allTasks: {
      name: 'Aufgaben aller Notizen',
      desc: 'Ob auch Aufgaben aus Notizen, die keine Besprechungen sind, in den Listen stehen.',
    },
    proposedStatus: {
      name: 'Status vorgeschlagener Aufgaben',
      desc: 'Das Statuszeichen von Aufgaben, die nur vorgeschlagen sind: gezählt und in keiner Liste. Es weicht, wo die Einstellungen des Tasks-Plugins dieses Zeichen anders benennen.',
    },
    proposedTag: { name: 'Tag vorgeschlagener Aufgaben', desc: 'Der Tag von Aufgaben, die nur vorgeschlagen sind.' },
    exclude: {
      name: 'Ausgenommene Ordner',
      desc: 'Notizen, die nicht gelesen werden, als Muster für ihren Pfad im Vault; Groß- und Kleinschreibung zählt nicht, und ein Ordner steht für alles in ihm. Ersetzt die Vorgabe. Versteckte Ordner, die ausgenommenen Dateien von Obsidian und die Vorlagenordner der Plugins Vorlagen und Templater werden nie gelesen.',
    },
    typeKeys: {
      name: 'Eigenschaften für den Typ',
      desc: 'Schlüssel im Frontmatter, die den Typ einer Notiz enthalten; der erste vorhandene zählt.',
    },
    meetingTypes: {
      name: 'Typen von Besprechungen',
      desc: 'Werte des Typs, die eine Notiz zu einer Besprechung machen.',
    },
    notMeetingTypes: {
      name: 'Typen anderer Notizen',
      desc: 'Werte des Typs, bei denen eine Notiz mit Datum und Personen keine Besprechung ist.',
    },
    dateKeys: {
      name: 'Eigenschaften für das Datum',
      desc: 'Schlüssel im Frontmatter, die das Datum einer Notiz enthalten; der erste, der eines enthält, zählt.',
    },
    dayOrder: {
      name: 'Reihenfolge von Tag und Monat',
      desc: 'Wie 03/04/2025 gelesen wird, wo kein anderes Datum der Notiz es zeigt.',
    },
    answerWords: {
      name: 'Wörter vor einer Antwort',
      desc: 'Weitere Wörter, mit denen unter einer Frage die Antwort beginnt, in jeder Sprache: Mit Antwort beantwortet „Antwort: Dana“ wie „A: Dana“, „Answer: Dana“ und „→ Dana“.',
    },
  },
  newPages: { linked: 'Für Namen, die als Links dastehen', frequent: 'Für oft getroffene Namen', never: 'Nie' },
  dayOrder: {
    unset: 'Wie deine Daten es zeigen',
    'day-first': 'Tag zuerst: 03/04 ist der 3. April',
    'month-first': 'Monat zuerst: 03/04 ist der 4. März',
  },
  groups: {
    pages: 'Seiten von Personen, Projekten und Kunden',
    rollupPages: 'Sammelseiten',
    takingNotes: 'Beim Mitschreiben',
    readingNotes: 'Notizen lesen',
    device: 'Dieses Gerät',
  },
  bases: {
    name: 'Tabellen der Seiten',
    desc: 'Legt Dateien für das Core-Plugin Bases an, die Personen, Projekte und Kunden nach dem letzten Kontakt und nach Offenem aufführen. Du siehst sie, bevor sie geschrieben werden.',
  },
  subpages: {
    kinds: {
      name: 'Arten von Seiten',
      desc: 'Wer und was Seiten bekommt: Ordner, Typen, Eigenschaften, Vorlagen und Abschnitte.',
    },
    properties: { name: 'Auf Seiten geführte Eigenschaften', desc: 'Für Bases und andere Ansichten deines Vaults.' },
    words: {
      name: 'Deine eigenen Wörter',
      desc: 'Weitere Wörter für Treffen, Personen, Aufgaben und Daten, in jeder Sprache.',
    },
    sections: {
      name: 'Überschriften von Abschnitten',
      desc: 'Deine eigenen Wörter für Aufgaben, Entscheidungen, offene Fragen und alles Übrige, in jeder Sprache.',
    },
  },
  properties: {
    last_contact: 'Letzter Kontakt',
    last_met: 'Zuletzt getroffen',
    meeting_count: 'Zahl der Besprechungen',
    open_follow_ups: 'Offene Punkte',
    open_questions: 'Offene Fragen',
  },
  propertyDesc: (key) => `Steht als ${key} im Frontmatter. Was vorher schon da war, wird nie geändert.`,
  sectionDesc: (known, more) => `Weitere Überschriften, eine je Zeile. Schon bekannt: ${known} und ${more} weitere.`,
  kindParts: {
    enabled: {
      name: 'Diese Art verwenden',
      desc: 'In Besprechungen wird nach ihren Namen gesucht, und ihre Seiten werden geführt.',
    },
    folder: { name: 'Ordner', desc: 'Wohin neue Seiten kommen. Ein Ordner dieses Namens wird in jeder Tiefe erkannt.' },
    otherFolders: { name: 'Andere Ordner', desc: 'Weitere Namen von Ordnern mit solchen Seiten, einer je Zeile.' },
    keys: {
      name: 'Eigenschaften, die sie nennen',
      desc: 'Eigenschaften einer Besprechung mit ihren Namen, eine je Zeile. Ein Punkt führt in eine Gruppe: entities.people.',
    },
    types: {
      name: 'Typen ihrer Seiten',
      desc: 'Werte des Typs, die eine Notiz zu so einer Seite machen, einer je Zeile.',
    },
    template: {
      name: 'Vorlage',
      desc: 'Eine Notiz, nach der neue Seiten angelegt werden. {{title}} und {{date}} werden ausgefüllt; ausgeführt wird darin nichts.',
    },
    written: {
      name: 'In ihre Seiten schreiben',
      desc: 'Aus: Ihre Seiten unterscheiden Namen und bleiben, wie sie sind, und es wird keine angelegt.',
    },
  },
  pageSections: {
    'you-owe': 'Du schuldest',
    'they-owe': 'Andere schulden',
    'needs-owner': 'Ohne Zuständige',
    'open-tasks': 'Offene Aufgaben',
    raise: 'Nächstes Mal ansprechen',
    questions: 'Unbeantwortet',
    decisions: 'Entschieden',
    people: 'Personen',
    risks: 'Risiken',
    facts: 'Wichtige Fakten',
    meetings: 'Besprechungen',
  },
  kindNames: { person: 'Person', project: 'Projekt', account: 'Kunde', topic: 'Thema' },
  sectionNames: {
    people: 'Wer da war',
    absent: 'Wer nicht da war',
    summary: 'Zusammenfassung',
    facts: 'Fakten',
    outcomes: 'Ergebnisse',
    decisions: 'Entscheidungen',
    actions: 'Aufgaben',
    'follow-ups': 'Offene Punkte',
    risks: 'Risiken',
    questions: 'Fragen',
    'next-meeting': 'Nächste Besprechung',
    transcript: 'Mitschrift',
  },
  kinds: {
    add: 'Art hinzufügen',
    addTitle: 'Eine Art von Seiten hinzufügen',
    addButton: 'Hinzufügen',
    name: 'Name',
    nameDesc: 'In der Einzahl: Lieferant, Bewerberin, Gremium.',
    nameLabel: 'Name der Art',
    folder: 'Ordner',
    folderDesc: 'Wo ihre Seiten liegen: Lieferanten.',
    folderLabel: 'Ordner der Art',
    needsFolder: 'Eine eigene Art braucht einen Ordner.',
    there: (id) => `Eine Art „${id}“ gibt es schon.`,
    inFolder: (folder) => `Seiten in Ordnern namens ${folder}.`,
    notUsed: 'Nicht verwendet.',
    sections: 'Abschnitte ihrer Seiten, in dieser Reihenfolge',
    noSections: 'Ihre Seiten zeigen nur die Kopfzeile.',
    addSection: 'Abschnitt hinzufügen',
    reset: 'Diese Art zurücksetzen',
    remove: 'Diese Art entfernen',
    resetDesc: 'Ordner, Typen, Eigenschaften und Abschnitte wie am Anfang.',
    removeDesc: 'Ihre Seiten bleiben, wie sie sind.',
    askReset: 'Diese Art zurücksetzen?',
    askRemove: 'Diese Art entfernen?',
    forgotten: (id) => `Was für die Art „${id}“ eingestellt war, wird vergessen.`,
    forgottenPages: (id) =>
      `Was für die Art „${id}“ eingestellt war, wird vergessen. Ihre Seiten bleiben, wie sie sind.`,
    resetButton: 'Zurücksetzen',
    removeButton: 'Entfernen',
  },
  device: {
    agreed: {
      name: 'Ohne Nachfrage zusammenfassen',
      desc: 'Auf diesem Gerät wurde der ersten Zusammenfassung zugestimmt. Aus: Die nächste zeigt wieder, was sie schreiben würde, und fragt.',
    },
    'by-itself': {
      name: 'Seiten aktuell halten',
      desc: 'Dieses Gerät schreibt eine Seite, wenn du sie öffnest, und alle zehn Minuten, nachdem Ruhe eingekehrt ist; nie eine, in der gerade getippt wird.',
    },
    count: {
      name: 'Zahl in der Statusleiste',
      desc: 'Wie viele deiner offenen Punkte überfällig oder heute fällig sind. Ein Klick öffnet ihre Seite.',
    },
  },
  notSaved: (why) => `Die Einstellung wurde nicht gespeichert: ${why}`,
  problem: (name, what) => `„${name}“ ${what}`,
};
