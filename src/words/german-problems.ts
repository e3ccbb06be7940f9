/** Problems in notes in German: what it is, and the way out. */
import type { DatePlace, FoundMarker, ProblemParameters } from '../note/problems';
import type { DateField } from '../task/task';
import type { Phrases } from '../text/coded';
import type { FrontmatterFault } from '../text/frontmatter';

export const GERMAN_PROBLEMS: Phrases<ProblemParameters> = {
  'frontmatter-invalid': ({ fault }) => frontmatterInvalid(fault),
  'frontmatter-language': ({ language }) =>
    `„---${language}“ ist kein YAML und wurde nicht gelesen. Schreibe nur „---“.`,
  'frontmatter-unclosed': () =>
    'Dem Frontmatter fehlt das schließende ---, darum wurde die Datei ohne gelesen. Setze hinter die letzte Eigenschaft eine Zeile ---.',
  'date-disagrees': ({ place, date, others }) =>
    `Die Daten widersprechen sich: ${PLACES[place]} sagt ${date} (das gilt), ${others.map((other) => `${PLACES[other.place]} ${other.date}`).join(', ')}.`,
  'date-invalid': ({ key, value }) =>
    `„${key}: ${value}“ ist kein gültiges Datum. Schreibe es als JJJJ-MM-TT oder im Format deiner täglichen Notizen.`,
  'date-undecided': ({ value }) =>
    `Bei „${value}“ zeigt nichts, welche Zahl der Tag ist. Schreibe das Jahr zuerst, oder stelle „dayOrder“ ein.`,
  'date-missing': () =>
    'Diese Besprechung hat kein Datum. Setze „date: JJJJ-MM-TT“ ins Frontmatter oder das Datum in den Dateinamen.',
  'fence-unclosed': () => 'Dieser Codeblock wird nie geschlossen, darum gilt alles darunter als Code. Schließe ihn.',
  'comment-unclosed': () =>
    'Dieser Kommentar (<!-- oder %%) wird nie geschlossen, darum wird alles darunter übergangen. Schließe ihn.',
  'math-unclosed': () =>
    'Dieser $$-Block wird nie geschlossen, darum wird alles darunter übergangen. Schließe ihn mit $$.',
  'transcript-unclosed': () =>
    'Dieses Transkript hat einen Anfang und kein Ende, darum wird alles darunter übergangen. Setze die Endmarke.',
  'not-utf8': () => 'Die Datei ist kein UTF-8-Text und blieb, wie sie war. Speichere sie als UTF-8.',
  'too-large': ({ megabytes }) =>
    `Die Datei hat ${megabytes.toFixed(1).replace('.', ',')} MB; Dateien über 5 MB werden übersprungen. Teile sie.`,
  'calendar-unreadable': calendarUnreadable,
  'calendar-zone-unknown': ({ zone }) =>
    `Die Zeitzone „${zone}“ ist in dieser Datei nicht erklärt; Zeiten in ihr stehen da, wie sie geschrieben sind. Exportiere den Kalender mit seinen Zeitzonen.`,
  'calendar-recurs-too-often': () =>
    'Dieser Termin wiederholt sich zu oft, darum fehlt der Rest von ihm. Gib ihm ein Ende.',
  'calendar-missing': () =>
    'Die Einstellung „calendars“ nennt diese Datei, aber sie ist nicht im Vault. Nenne eine andere.',
  unreadable: () => 'Die Datei konnte nicht gelesen werden. Prüfe ihre Zugriffsrechte.',
  'encoding-damaged': () =>
    'Der Text dieser Notiz ist verstümmelt. Throughline versteht ihn; „throughline repair-encoding“ berichtigt die Datei.',
  'owner-hides-signifiers': ({ owner }) =>
    `„@${owner}“ steht hinter einem Datum oder einer Priorität, die das Tasks-Plugin dann nicht sieht. Setze den Namen davor.`,
  'owner-unclear': ({ text }) =>
    `Unklar, wer zuständig ist: „@${text}“ ist mehr als ein Name. Lass den Text mit dem Namen allein enden.`,
  'task-date-invalid': ({ field }) => `${DATES[field]} gibt es nicht. Berichtige das Datum.`,
  'due-unread': ({ words }) =>
    `„${words}“ sieht nach einem Fälligkeitsdatum aus und wurde nicht gelesen. Beende die Zeile mit 📅 und Datum (2025-03-14).`,
  'line-no-item': () =>
    'Diese Zeile eines Aufgabenabschnitts hat weder Zuständigen noch Datum und ist keine Aufgabe. Mach sie zum Listenpunkt.',
  'owner-unknown': ({ name }) =>
    `„${name}“ steht an der Stelle des Zuständigen; so hieß niemand dort, und niemand hat eine Seite. Schreibe den ganzen Namen.`,
  'markers-broken': ({ cause }) => markersBroken(cause),
  'name-ambiguous': ({ name, candidates }) =>
    `„${name}“ könnte ${candidates.join(' oder ')} sein; schreibe den ganzen Namen oder einen Link.`,
  'raise-unknown': ({ names }) =>
    `${names.map((name) => `„${name}“`).join(', ')} ${names.length > 1 ? 'haben' : 'hat'} keine Seite, darum erscheint dies nirgends. Verlinke eine Person, ein Projekt oder einen Kunden.`,
  'page-name-taken': ({ name, page }) =>
    `Die Seite für „${name}“ hieße ${page}, aber diese Datei heißt schon so und ist etwas anderes. Benenne eine von beiden um.`,
  'template-unusable': (problem) =>
    problem.name === null
      ? 'Diese Vorlage für neue Seiten konnte nicht gelesen werden, darum wurden sie ohne sie angelegt.'
      : `Diese Vorlage würde aus „${problem.name}“ etwas anderes machen, darum wurde die Seite ohne sie angelegt.`,
  'page-name-unusable': ({ name }) =>
    `„${name}“ bekommt keine Seite: Nicht auf jedem System kann eine Datei so heißen. Verlinke unter einem anderen Namen, oder lege die Seite von Hand an, mit diesem Namen als Alias.`,
  'config-unreadable': ({ cause }) =>
    `Diese Datei ${CONFIG_CAUSES[cause]}, darum gelten die Vorgaben. Berichtige oder lösche sie.`,
  'exclude-filter-unusable': ({ filter }) =>
    `Unter Obsidians ausgeschlossenen Dateien steht ${filter}, kein regulärer Ausdruck, der sicher zu verwenden wäre. Er wurde nicht beachtet.`,
  'names-line-unreadable': ({ words }) =>
    `Diese Antwort ist nicht zu verstehen und bewirkt nichts: ${words}. Schreibe sie wie die Zeilen um sie herum.`,
  'names-link-nowhere': ({ link, to, count }) =>
    count > 1
      ? `[[${link}]] heißen ${count} ${to === 'page' ? 'Seiten' : 'Notizen'}, darum bewirkt diese Antwort nichts. Schreibe den ganzen Pfad, oder lösche die Zeile.`
      : `[[${link}]] führt zu keiner ${to === 'page' ? 'Seite' : 'Notiz'}, darum bewirkt diese Antwort nichts. Verlinke sie neu, oder lösche die Zeile.`,
  'names-conflict': ({ memory, answer }) =>
    `Diese Antwort steht nur in einer zweiten Fassung der Notiz und bewirkt nichts. Übertrage sie nach ${memory}, und lösche dann diese Datei. ${answer}`,
};

const PLACES: Readonly<Record<DatePlace, string>> = {
  frontmatter: 'das Frontmatter',
  'file-name': 'der Dateiname',
  line: 'die Zeile mit dem Datum',
  heading: 'die erste Überschrift',
  created: 'der Tag der Anlage',
};

const DATES: Readonly<Record<DateField, string>> = {
  due: 'Den Tag der Fälligkeit',
  scheduled: 'Den geplanten Tag',
  start: 'Den Tag des Beginns',
  created: 'Den Tag der Anlage',
  done: 'Den Tag der Erledigung',
  cancelled: 'Den Tag des Abbruchs',
};

const CONFIG_CAUSES: Readonly<Record<ProblemParameters['config-unreadable']['cause'], string>> = {
  'not-utf8': 'ist kein UTF-8-Text',
  unreadable: 'konnte nicht gelesen werden',
  'not-json': 'ist kein gültiges JSON',
  'too-deep': 'ist zu tief verschachtelt',
};

function calendarUnreadable({ cause, detail }: ProblemParameters['calendar-unreadable']): string {
  switch (cause) {
    case 'no-calendar':
      return 'Diese Datei ist kein Kalender: BEGIN:VCALENDAR fehlt. Exportiere sie noch einmal als iCalendar (.ics).';
    case 'unclosed':
      return `Dieses ${detail} hat kein END:${detail} und wurde übergangen. Exportiere den Kalender noch einmal, oder ergänze die Zeile.`;
    case 'bad-line':
      return `„${detail}“ ist keine Zeile eines Kalenders und wurde übergangen. Berichtige oder lösche sie.`;
    case 'bad-event':
      return `Dieser Termin konnte nicht gelesen werden (${detail}) und wurde übergangen. Berichtige oder lösche ihn, oder exportiere neu.`;
    case 'too-large':
      return `Dieser Kalender hat ${detail} MB und ist zu groß. Exportiere weniger Jahre davon.`;
  }
}

function frontmatterInvalid(fault: FrontmatterFault): string {
  if (fault.code === 'no-room')
    return 'In dieses Frontmatter lässt sich keine Zeile einfügen. Schreibe jede Eigenschaft auf eine eigene Zeile.';
  return `Das Frontmatter ist kein gültiges YAML${frontmatterFault(fault)}. Nur die Zeilen, die für sich gültig sind, wurden verwendet, und geschrieben wird nichts hinein. Berichtige diese Zeile.`;
}

function frontmatterFault(fault: Exclude<FrontmatterFault, { code: 'no-room' }>): string {
  if (fault.code === 'given-twice') return ` („${fault.key}“ steht zweimal da)`;
  if (fault.code === 'no-properties') return ' (es ist keine Liste von Eigenschaften)';
  return fault.detail === null ? '' : ` (${fault.detail})`;
}

function markersBroken(cause: 'no-end' | 'in-fence' | readonly FoundMarker[]): string {
  if (cause === 'no-end')
    return 'Diesem Throughline-Block fehlt die Endmarke, darum wird alles darunter übergangen. Setze sie, oder lösche diese Zeile.';
  if (cause === 'in-fence')
    return 'Der Throughline-Block steht in einem Codeblock, der nie geschlossen wird. Schließe den Codeblock.';
  const found = cause.map(({ type, line }) => `${type} in Zeile ${line}`).join(', ');
  return `Der Throughline-Block braucht eine Anfangs- und eine Endmarke; gefunden: ${found}. Die Durchsicht bietet an, ihn zu reparieren.`;
}
