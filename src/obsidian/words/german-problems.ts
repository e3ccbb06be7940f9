/** Problems in notes in German, by their code: what it is, and the way out. */
import type { ProblemCode } from '../../note/problems';

export const GERMAN_PROBLEMS: Readonly<Record<ProblemCode, string>> = {
  'frontmatter-invalid':
    'Das Frontmatter ist kein gültiges YAML; nur die Zeilen, die für sich gültig sind, wurden verwendet, und hineingeschrieben wird nie. Berichtige die Zeile.',
  'frontmatter-language':
    'Das Frontmatter nennt eine andere Sprache als YAML (---js); es wurde nicht gelesen und nie ausgeführt. Schreibe nur ---.',
  'frontmatter-unclosed':
    'Dem Frontmatter fehlt das schließende ---, darum wurde die Datei ohne gelesen. Setze hinter die letzte Eigenschaft eine Zeile ---.',
  'date-disagrees':
    'Frontmatter, Dateiname und erste Überschrift nennen verschiedene Tage; der erste davon gilt. Gleiche sie an.',
  'date-invalid':
    'Ein Datum, das es nicht gibt oder das weder als JJJJ-MM-TT noch im Datumsformat der täglichen Notizen geschrieben ist, wurde übergangen. Schreibe es als JJJJ-MM-TT, oder stelle dieses Format so ein, wie du Daten schreibst.',
  'date-missing':
    'Diese Besprechung hat kein Datum. Setze „date: JJJJ-MM-TT“ ins Frontmatter oder das Datum in den Dateinamen.',
  'fence-unclosed': 'Dieser Codeblock wird nie geschlossen, darum gilt alles darunter als Code. Schließe ihn.',
  'comment-unclosed':
    'Dieser Kommentar (<!-- oder %%) wird nie geschlossen, darum wird alles darunter übergangen. Schließe ihn.',
  'math-unclosed': 'Dieser $$-Block wird nie geschlossen, darum wird alles darunter übergangen. Schließe ihn mit $$.',
  'transcript-unclosed':
    'Dieses Transkript hat einen Anfang und kein Ende, darum wird alles darunter übergangen. Setze die Endmarke.',
  'not-utf8': 'Die Datei ist kein UTF-8-Text und blieb, wie sie war. Speichere sie als UTF-8.',
  'too-large': 'Die Datei ist größer als 5 MB und blieb, wie sie war. Teile sie.',
  unreadable: 'Die Datei konnte nicht gelesen werden. Prüfe ihre Zugriffsrechte.',
  'encoding-damaged':
    'Der Text wurde einmal als Windows-1252 gelesen und so gespeichert; er wird verstanden und berichtigt gezeigt. Für Throughline ist nichts zu tun; „throughline repair-encoding“ berichtigt die Datei.',
  'owner-hides-signifiers':
    'Ein Name mit @ steht hinter einem Datum oder einer Priorität, die das Tasks-Plugin dann nicht sieht. Setze ihn davor.',
  'owner-unclear':
    'Hinter @ steht mehr als ein Name; es gilt als Erwähnung, nicht als Zuständigkeit. Lass den Text mit dem Namen allein enden.',
  'task-date-invalid': 'Eine Aufgabe nennt ein Datum, das es nicht gibt. Berichtige es.',
  'markers-broken':
    'Die Marken des berechneten Blocks fehlen, sind doppelt oder vertauscht; die Seite blieb, wie sie war. Nimm die Reparatur an, die die Durchsicht anbietet, oder lösche beide Marken samt allem dazwischen.',
  'name-ambiguous':
    'Ein Name passt auf mehrere, und nichts in der Besprechung entscheidet. Schreibe den ganzen Namen oder einen Link, oder entscheide es bei der Durchsicht.',
  'raise-unknown':
    'Eine Zeile mit #raise nennt niemanden, der eine Seite hat, also wartet sie nirgends. Verlinke eine Person, ein Projekt oder einen Kunden darin, oder lege die Seite an.',
  'page-name-taken':
    'Für diesen Namen konnte keine Seite angelegt werden: Eine Datei dieses Namens in anderer Groß- und Kleinschreibung ist schon da. Benenne eine von beiden um.',
  'template-unusable':
    'Die Vorlage für neue Seiten konnte nicht gelesen werden oder würde etwas anderes daraus machen; die Seiten wurden ohne sie angelegt. Nenne in den Einstellungen eine andere, oder lass das Datum in ihrem Frontmatter weg.',
  'page-name-unusable':
    'Ein Name, der eine Seite bekäme, kann nicht auf jedem System ein Dateiname sein, darum hat er keine. Verlinke ihn unter einem Namen, der es kann, oder lege die Seite von Hand an, mit diesem Namen unter ihren Aliasen.',
  'config-unreadable':
    'Eine Einstellungsdatei von Obsidian oder einem anderen Plugin konnte nicht gelesen werden; es gelten die Vorgaben. Berichtige oder lösche sie, dann wird sie neu geschrieben.',
  'exclude-filter-unusable':
    'Unter Obsidians ausgenommenen Dateien steht ein regulärer Ausdruck, der ungültig ist oder ewig dauern könnte; er wurde übergangen. Schreibe ihn in Obsidian als Anfang eines Pfads, oder als Muster unter „Ausgenommene Ordner“.',
  'names-line-unreadable':
    'Eine Zeile des Namensgedächtnisses ist nicht zu verstehen und bewirkt nichts. Schreibe sie wie die Zeilen um sie herum.',
  'names-link-nowhere':
    'Eine Zeile des Namensgedächtnisses verlinkt eine Seite oder Notiz, die es nicht gibt, oder einen Namen, den mehrere haben, und bewirkt nichts. Verlinke sie neu, mit ihrem Pfad, wo mehrere so heißen, oder lösche die Zeile.',
  'names-conflict':
    'Der Abgleich hat eine zweite Fassung des Namensgedächtnisses hinterlassen, mit einer Antwort, die der ersten fehlt. Übertrage die Zeile nach Names.md und lösche dann die zweite Fassung.',
};
