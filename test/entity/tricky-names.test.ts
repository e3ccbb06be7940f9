/**
 * Names that are easily taken for another, end to end: a vault of texts in, the pages on which a line lands out. What
 * must hold in every one of them: no line on a wrong page, ever. What is left for a person to say is counted and
 * printed.
 *
 * Pages: `Ann Lee` is `People/Ann Lee.md`, `Ann Lee/` a folder note, `Ann Lee = Annie, ann@acme.com` has other names,
 * `account Acme` and `project Atlas` are of that kind, `Ann Lee !left` has gone. People: who was there, as the
 * frontmatter has it. A line is a task, or a fact behind `F:`. Answers: lines of `Names.md`. Lands: the pages; `?`
 * nowhere, and it is asked; `-` nowhere; `me` mine.
 */
import { findProposals } from '../../src/vault-index/proposals';
import { indexOf, NAMES, type Texts } from '../vault-of';

type Case = readonly [title: string, pages: string, people: string, line: string, lands: string, answers?: string];

const TWO_SAMS = 'Sam Ortega; Sam Fox; Dana Fox; Bo Kim';
const USUAL = 'Ann Lee; Bo Kim; Dana Fox';

const CASES: readonly Case[] = [
  // Two of a first name.
  ['neither Sam here', TWO_SAMS, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Sam', '?'],
  ['one Sam here', TWO_SAMS, '[[Sam Fox]]; [[Dana Fox]]', 'Send it @Sam', 'Sam Fox'],
  ['both here', TWO_SAMS, '[[Sam Fox]]; [[Sam Ortega]]', 'Send it @Sam', '?'],
  ['both here, an initial', TWO_SAMS, '[[Sam Fox]]; [[Sam Ortega]]', 'Send it @Sam O.', 'Sam Ortega'],
  ['both here, the initial of neither', TWO_SAMS, '[[Sam Fox]]; [[Sam Ortega]]', 'Send it @Sam K.', '-'],
  ['both here, the full name', TWO_SAMS, '[[Sam Fox]]; [[Sam Ortega]]', 'Send it @Sam Fox', 'Sam Fox'],
  ['neither here, the full name', TWO_SAMS, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Sam Fox', 'Sam Fox'],
  ['neither here, an initial that fits one', TWO_SAMS, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Sam O', '?'],
  ['a link', TWO_SAMS, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @[[Sam Fox]]', 'Sam Fox'],
  ['a link with other words', TWO_SAMS, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @[[Sam Fox|Sam]]', 'Sam Fox'],
  ['a link of the first name alone', TWO_SAMS, '[[Sam Fox]]; [[Dana Fox]]', 'Send it @[[Sam]]', 'Sam Fox'],
  ['a link of the first name, neither here', TWO_SAMS, '[[Bo Kim]]; [[Dana Fox]]', 'Send it @[[Sam]]', '?'],
  ['a Sam here who has no page', TWO_SAMS, '[[Sam Vale]]; [[Dana Fox]]', 'Send it @Sam', 'Sam Vale'],
  ['a Sam here in plain words, unknown', TWO_SAMS, 'Sam Vale; [[Dana Fox]]', 'Send it @Sam', '?'],
  ['a Sam known and one unknown here', TWO_SAMS, 'Sam Vale; [[Sam Fox]]; [[Dana Fox]]', 'Send it @Sam', '?'],
  [
    'a Sam known and one unknown here, a fact',
    TWO_SAMS,
    'Sam Vale; [[Sam Fox]]; [[Dana Fox]]',
    'F: Sam moves to Lisbon',
    '-',
  ],
  [
    'a Sam known, one unknown and a bare one here',
    TWO_SAMS,
    'Sam Vale; Sam; [[Sam Fox]]; [[Dana Fox]]',
    'Send it @Sam',
    '?',
  ],
  ['a bare Sam and one known here', TWO_SAMS, 'Sam; [[Sam Fox]]; [[Dana Fox]]', 'Send it @Sam', 'Sam Fox'],
  ['a bare Sam here too', TWO_SAMS, 'Sam; [[Dana Fox]]; [[Bo Kim]]', 'Send it @Sam', '?'],
  ['surname shared with one here', TWO_SAMS, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Fox', '-'],
  ['a fact about a Sam, one here', TWO_SAMS, '[[Sam Fox]]; [[Dana Fox]]', 'F: Sam moves to Lisbon', 'Sam Fox'],
  ['a fact about a Sam, both here', TWO_SAMS, '[[Sam Fox]]; [[Sam Ortega]]', 'F: Sam moves to Lisbon', '-'],
  ['a fact about a Sam, neither here', TWO_SAMS, '[[Dana Fox]]; [[Bo Kim]]', 'F: Sam moves to Lisbon', '-'],
  [
    'a fact about a full name, both here',
    TWO_SAMS,
    '[[Sam Fox]]; [[Sam Ortega]]',
    'F: Sam Ortega moves to Lisbon',
    'Sam Ortega',
  ],
  [
    'two of one full name, none here',
    'A/Sam Fox; B/Sam Fox; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Sam Fox',
    '?',
  ],
  [
    'two of one full name, one here by its path',
    'A/Sam Fox; B/Sam Fox; Bo Kim',
    '[[People/B/Sam Fox]]; [[Bo Kim]]',
    'Send it @Sam Fox',
    'People/B/Sam Fox.md',
  ],
  // Short forms.
  ['an initial and the surname', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @A. Lee', 'Ann Lee'],
  ['initials alone', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @AL', '-'],
  [
    'initials that are an alias',
    'Ann Lee = AL; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @AL',
    'Ann Lee',
  ],
  ['first name and initial', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Ann L', 'Ann Lee'],
  [
    'a middle name left out',
    'Ann Mae Lee; Bo Kim; Dana Fox',
    '[[Ann Mae Lee]]; [[Bo Kim]]',
    'Send it @Ann Lee',
    'Ann Mae Lee',
  ],
  ['a middle name too many', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Ann Mae Lee', '?'],
  ['a nickname nobody told', 'Robert Fox; Bo Kim; Dana Fox', '[[Robert Fox]]; [[Bo Kim]]', 'Send it @Bob', '-'],
  [
    'a nickname that is an alias',
    'Robert Fox = Bob; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Bob',
    'Robert Fox',
  ],
  [
    'the beginning of a first name',
    'Annabel Lee; Bo Kim; Dana Fox',
    '[[Annabel Lee]]; [[Bo Kim]]',
    'Send it @Ann',
    '-',
  ],
  [
    'a first name that begins alike',
    'Ann Lee; Annabel Fox; Bo Kim',
    '[[Annabel Fox]]; [[Bo Kim]]',
    'Send it @Ann',
    '?',
  ],
  ['the surname alone', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Lee', '-'],
  [
    'a first name that is another’s surname',
    'Kim Dale; Bo Kim; Dana Fox',
    '[[Bo Kim]]; [[Kim Dale]]',
    'Send it @Kim',
    'Kim Dale',
  ],
  [
    'a first name that is the surname of the one here',
    'Kim Dale; Bo Kim; Dana Fox',
    '[[Bo Kim]]; [[Dana Fox]]',
    'Send it @Kim',
    '?',
  ],
  ['names turned round with a comma', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it [owner:: Lee, Ann]', '?'],
  ['names turned round without one', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Lee Ann', '?'],
  [
    'doubled first name',
    'Jean-Luc Moreau; Bo Kim; Dana Fox',
    '[[Jean-Luc Moreau]]; [[Bo Kim]]',
    'Send it @Jean Luc',
    'Jean-Luc Moreau',
  ],
  [
    'doubled first name, its half',
    'Jean-Luc Moreau; Jean Moreau; Bo Kim',
    '[[Jean-Luc Moreau]]; [[Bo Kim]]',
    'Send it @Jean Moreau',
    'Jean Moreau',
  ],
  [
    'a hyphen for a space',
    'Ann-Marie Lee; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Ann Marie Lee',
    'Ann-Marie Lee',
  ],
  [
    'van and de',
    'Ann van der Lee; Bo Kim; Dana Fox',
    '[[Ann van der Lee]]; [[Bo Kim]]',
    'Send it @Ann van der Lee',
    'Ann van der Lee',
  ],
  [
    'van and de left out',
    'Ann van der Lee; Bo Kim; Dana Fox',
    '[[Ann van der Lee]]; [[Bo Kim]]',
    'Send it @Ann Lee',
    'Ann van der Lee',
  ],
  [
    'junior and senior',
    'Bo Kim Jr; Bo Kim Sr; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim Jr]]',
    'Send it @Bo Kim Sr',
    'Bo Kim Sr',
  ],
  [
    'junior left out, both known',
    'Bo Kim Jr; Bo Kim Sr; Dana Fox; Ann Lee',
    '[[Dana Fox]]; [[Ann Lee]]',
    'Send it @Bo Kim',
    '?',
  ],
  // Titles, parentheses, addresses.
  ['a title', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Dr. Ann Lee', 'Ann Lee'],
  ['a degree', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it [owner:: Ann Lee, PhD]', 'Ann Lee'],
  ['a title and the surname of two', 'Dr Lee; Ann Lee; Bo Kim', '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Dr Lee', 'Dr Lee'],
  ['another title', 'Dr Ann Lee; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Mrs Ann Lee', '?'],
  ['Frau and Herr', 'Ada Kern; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Frau Ada Kern', 'Ada Kern'],
  ['company and role in parentheses', USUAL, 'Ann Lee (Acme, PM); [[Bo Kim]]', 'Send it @Ann', 'Ann Lee'],
  [
    'two of a name, told apart by the company',
    'Ann Lee (Acme); Ann Lee (Globex); Bo Kim',
    '[[Bo Kim]]; Ann Lee (Globex)',
    'Send it @Ann Lee (Globex)',
    'Ann Lee (Globex)',
  ],
  [
    'two of a name, the company left out',
    'Ann Lee (Acme); Ann Lee (Globex); Bo Kim; Dana Fox',
    '[[Bo Kim]]; [[Dana Fox]]',
    'Send it @Ann Lee',
    '?',
  ],
  [
    'two of a name, a third company',
    'Ann Lee (Acme); Ann Lee (Globex); Bo Kim; Dana Fox',
    '[[Bo Kim]]; [[Dana Fox]]',
    'Send it @Ann Lee (Initech)',
    '?',
  ],
  [
    'an address that a page has',
    'Ann Lee = ann@acme.com; Bo Kim; Dana Fox',
    'ann@acme.com; [[Bo Kim]]',
    'Send it @Ann',
    'Ann Lee',
  ],
  ['an address that no page has', USUAL, 'ann.lee@acme.com; [[Bo Kim]]', 'Send it @Ann', '?'],
  [
    'an address of another of that name',
    'Ann Lee = ann@acme.com; Bo Kim; Dana Fox',
    'ann@globex.com; [[Bo Kim]]',
    'Send it @Ann',
    '?',
  ],
  [
    'a name with an address',
    'Ann Lee = ann@acme.com; Bo Kim; Dana Fox',
    'A. Lee <ann@acme.com>; [[Bo Kim]]',
    'Send it @Ann Lee',
    'Ann Lee',
  ],
  ['two in one attendee', USUAL, 'Ann Lee & Bo Kim', 'Send it @Bo', 'Bo Kim'],
  ['two owners', USUAL, '[[Ann Lee]]; [[Bo Kim]]; [[Dana Fox]]', 'Send it @Ann Lee and Bo Kim', 'Ann Lee + Bo Kim'],
  ['two owners, one nobody knows', USUAL, '[[Ann Lee]]; [[Bo Kim]]; [[Dana Fox]]', 'Send it @Ann Lee and Zed Orr', '-'],
  ['a page called with an @', '@Ann Lee; @Bo Kim; Dana Fox', '[[@Ann Lee]]; [[@Bo Kim]]', 'Send it @Ann', '@Ann Lee'],
  [
    'a page called with an @, in words',
    '@Ann Lee; @Bo Kim; Dana Fox',
    '[[@Ann Lee]]; [[@Bo Kim]]',
    'F: Ann moves to Lisbon',
    '@Ann Lee',
  ],
  [
    'a page called with an @, its first name refused',
    '@Ann Lee; @Bo Kim; Dana Fox',
    '[[@Ann Lee]]; [[@Bo Kim]]',
    'F: Ann moves to Lisbon',
    '-',
    '"Ann" is not [[@Ann Lee]]',
  ],
  // Accents and letters.
  ['accents left out', 'Zoë Brandt; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Zoe Brandt', 'Zoë Brandt'],
  ['accents put in', 'Zoe Brandt; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Zoé Brandt', 'Zoe Brandt'],
  [
    'a letter that is no accent',
    'Søren Łuk; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Soren Luk',
    'Søren Łuk',
  ],
  ['sharp s', 'Ada Groß; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Ada Gross', 'Ada Groß'],
  [
    'an umlaut written out is asked',
    'Jörg Müller; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Joerg Mueller',
    '?',
  ],
  [
    'decomposed accents',
    'Zoë Brandt; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Zoe\u0308 Brandt',
    'Zoë Brandt',
  ],
  ['dotless i', 'Işıl Kaya; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Isil Kaya', 'Işıl Kaya'],
  ['an apostrophe', 'Pat O’Neil; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', "Send it @Pat O'Neil", 'Pat O’Neil'],
  ['letter case', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @ANN LEE', 'Ann Lee'],
  ['one letter off', 'Jon Stefan; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Jon Stefen', '?'],
  [
    'one sound, two spellings',
    'Jon Stefan; Bo Kim; Dana Fox',
    '[[Jon Stefan]]; [[Bo Kim]]',
    'Send it @John Stephan',
    '?',
  ],
  [
    'two spellings, both pages',
    'Jon Stefan; John Stefan; Bo Kim',
    '[[John Stefan]]; [[Bo Kim]]',
    'Send it @Jon Stefan',
    'Jon Stefan',
  ],
  // Scripts.
  ['Chinese', '李明; 王芳; Bo Kim', '[[李明]]; [[王芳]]', 'Send it @李明', '李明'],
  ['Chinese in running text', '李明; 王芳; Bo Kim', '[[王芳]]; [[Bo Kim]]', 'F: 今天李明同意了', '李明'],
  ['a name within a longer one', '李明; 李明明; Bo Kim', '[[Bo Kim]]; [[李明]]', 'F: 李明明同意了', '李明明'],
  ['the family name alone', '李明; 王芳; Bo Kim', '[[李明]]; [[王芳]]', 'Send it @李', '-'],
  [
    'Japanese with an honorific',
    '田中太郎; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @田中太郎さん',
    '田中太郎',
  ],
  ['the Japanese family name of two', '田中太郎; 田中花子; Bo Kim', '[[田中太郎]]; [[Bo Kim]]', 'Send it @田中', '-'],
  ['Korean with an honorific', '김민수; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @김민수님', '김민수'],
  ['Cyrillic', 'Анна Ли; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @анна ли', 'Анна Ли'],
  ['Cyrillic first name', 'Анна Ли; Bo Kim; Dana Fox', '[[Анна Ли]]; [[Bo Kim]]', 'Send it @Анна', 'Анна Ли'],
  ['й is not и', 'Андрей Ли; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Андреи Ли', '?'],
  ['ё may be е', 'Алёна Ли; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Алена Ли', 'Алёна Ли'],
  ['letters of two scripts', 'Анна Ли; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Aнна Ли', '-'],
  ['Greek', 'Νίκος Ρήγας; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Νικος Ρηγας', 'Νίκος Ρήγας'],
  [
    'Arabic without vowel points',
    'أَحمد علي; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @[[أحمد علي]]',
    'أَحمد علي',
  ],
  ['Hebrew', 'דנה לוי; Bo Kim; Dana Fox', '[[דנה לוי]]; [[Bo Kim]]', 'F: דנה לוי הסכימה', 'דנה לוי'],
  ['Hindi', 'अनु शर्मा; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @[[अनु शर्मा]]', 'अनु शर्मा'],
  ['Hindi marks are letters', 'अन शर्मा; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @अनु शर्मा', '-'],
  ['Thai', 'สมชาย ใจดี; Bo Kim; Dana Fox', '[[สมชาย ใจดี]]; [[Bo Kim]]', 'Send it @[[สมชาย ใจดี]]', 'สมชาย ใจดี'],
  ['full width', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Ａｎｎ Ｌｅｅ', 'Ann Lee'],
  ['a no-break space', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Ann\u00a0Lee', 'Ann Lee'],
  ['a zero-width space', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @[[Ann Lee]]\u200b', 'Ann Lee'],
  // Words.
  ['Ann is not in annual', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'F: The annual report is late', '-'],
  ['nor in Annabel', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'F: Annabel is late', '-'],
  ['nor in Ann-Marie', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'F: Ann-Marie is late', '-'],
  ['a possessive', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'F: Ann’s report is late', 'Ann Lee'],
  ['the month', 'May Roth; Bo Kim; Dana Fox', '[[May Roth]]; [[Bo Kim]]', 'F: We ship in May', '-'],
  ['may', 'May Roth; Bo Kim; Dana Fox', '[[May Roth]]; [[Bo Kim]]', 'F: This may slip', '-'],
  ['an owner who is a month', 'May Roth; Bo Kim; Dana Fox', '[[May Roth]]; [[Bo Kim]]', 'Send it @May', 'May Roth'],
  ['Will', 'Will Hunt; Bo Kim; Dana Fox', '[[Will Hunt]]; [[Bo Kim]]', 'F: Will they sign', '-'],
  ['will, as an owner', 'Will Hunt; Bo Kim; Dana Fox', '[[Will Hunt]]; [[Bo Kim]]', 'Send it @Will', 'Will Hunt'],
  ['Mark it', 'Mark Lane; Bo Kim; Dana Fox', '[[Mark Lane]]; [[Bo Kim]]', 'F: Mark the lane in red', '-'],
  ['Hope', 'Hope Fields; Bo Kim; Dana Fox', '[[Hope Fields]]; [[Bo Kim]]', 'F: Hope to sign on Friday', '-'],
  [
    'a name made of words',
    'Rose Young; Bo Kim; Dana Fox',
    '[[Bo Kim]]; [[Dana Fox]]',
    'F: The rose young people like',
    '-',
  ],
  ['constructor', 'constructor; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @toString', '-'],
  [
    'constructor itself',
    'constructor; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @[[constructor]]',
    'constructor',
  ],
  ['__proto__', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'Send it @__proto__', '-'],
  ['hasOwnProperty', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'F: hasOwnProperty and valueOf', '-'],
  ['a name in code', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'F: run `Ann Lee` again', '-'],
  ['a name in a web address', USUAL, '[[Dana Fox]]; [[Bo Kim]]', 'F: see https://example.com/Ann Lee', '-'],
  ['placeholders', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @TBD', '-'],
  ['a speaker', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Speaker 1', '-'],
  ['the team', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Team', '-'],
  // Kinds.
  [
    'a project named like a person',
    'Ann Lee; project Ann; Bo Kim',
    '[[Ann Lee]]; [[Bo Kim]]',
    'Send it @Ann',
    'Ann Lee',
  ],
  [
    'a project of the very name',
    'Ann Lee; project Ann Lee; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Ann Lee',
    'Ann Lee',
  ],
  [
    'a project of the very name, in words',
    'Ann Lee; project Ann Lee; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'F: Ann Lee is late',
    '-',
  ],
  ['an account in an owner', 'account Acme; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Acme', '?'],
  [
    'an account named in a line',
    'account Acme; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'F: Acme has signed',
    'Acme',
  ],
  [
    'a longer account',
    'account Acme; account Acme Labs; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'F: Acme Labs has signed',
    'Acme Labs',
  ],
  ['C++ is not C', 'project C++; project C; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'F: [[C++]] is late', 'C++'],
  [
    'Atlas 2 is not Atlas',
    'project Atlas; project Atlas 2; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'F: Atlas 2 is late',
    'Atlas 2',
  ],
  [
    'folder notes that share README',
    'Ann Lee/; Bo Kim/; Dana Fox/',
    '[[People/Ann Lee/README|Ann]]; [[People/Bo Kim/README]]',
    'Send it @Bo',
    'Bo Kim',
  ],
  [
    'README itself',
    'Ann Lee/; Bo Kim/; Dana Fox/',
    '[[People/Ann Lee/README]]; [[People/Bo Kim/README]]',
    'Send it @[[README]]',
    '-',
  ],
  [
    'a folder note by its folder’s name',
    'Ann Lee/; Bo Kim/; Dana Fox/',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @[[Ann Lee]]',
    'Ann Lee',
  ],
  [
    'a link to another note of that name',
    'Ann Lee/; Bo Kim/; Dana Fox/; note Ann',
    '[[Dana Fox]]; [[Bo Kim]]',
    'F: see [[Ann]]',
    '-',
  ],
  // Who has gone, and me.
  ['who left, by first name', 'Ann Lee !left; Bo Kim; Dana Fox', '[[Dana Fox]]; [[Bo Kim]]', 'Send it @Ann', '-'],
  [
    'who left, by full name',
    'Ann Lee !left; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Ann Lee',
    'Ann Lee',
  ],
  [
    'who left, and who came',
    'Ann Lee !left; Ann Hale; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Ann Hale]]',
    'Send it @Ann',
    'Ann Hale',
  ],
  ['me', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @me', 'me'],
  ['my name', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Mara Voss', 'me'],
  ['my first name', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'Send it @Mara', 'me'],
  [
    'my first name, another Mara here',
    'Mara Pell; Bo Kim; Dana Fox',
    '[[Mara Pell]]; [[Bo Kim]]',
    'Send it @Mara',
    '?',
  ],
  [
    'my first name, another Mara elsewhere',
    'Mara Pell; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Mara',
    '?',
  ],
  ['my surname, another’s', 'Ida Voss; Bo Kim; Dana Fox', '[[Ida Voss]]; [[Bo Kim]]', 'Send it @Ida', 'Ida Voss'],
  ['in a 1:1 all is about the other', USUAL, '[[Ann Lee]]; Mara Voss', 'F: The budget is cut', 'Ann Lee'],
  ['in a 1:1 with somebody unknown there too', USUAL, '[[Ann Lee]]; Zed Orr', 'F: The budget is cut', '-'],
  ['in a 1:1, a third party’s task', USUAL, '[[Ann Lee]]; Mara Voss', 'Send it @Bo Kim', 'Bo Kim'],
  ['in a group nothing is about anybody', USUAL, '[[Ann Lee]]; [[Bo Kim]]', 'F: The budget is cut', '-'],
  // What was answered.
  [
    'an answer for the note, an alias since',
    `${TWO_SAMS}; Samira Vale = Sam`,
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Sam',
    'Sam Ortega',
    '"Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]',
  ],
  [
    'an answer for the note, a page of the name since',
    `${TWO_SAMS}; Sam`,
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Sam',
    'Sam Ortega',
    '"Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]',
  ],
  [
    'an answer for all, an alias since',
    `${TWO_SAMS}; Samira Vale = Sam`,
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Sam',
    'Sam Ortega',
    '"Sam" → [[Sam Ortega]] · among [[Sam Ortega]], [[Sam Fox]] · since 2025-11-03',
  ],
  [
    'an answer for all before, an alias since',
    `${TWO_SAMS}; Samira Vale = Sam`,
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Sam',
    '?',
    '"Sam" → [[Sam Ortega]] · among [[Sam Ortega]], [[Sam Fox]] · since 2025-10-01',
  ],
  [
    'an answer by hand gives way to an alias',
    `${TWO_SAMS}; Samira Vale = Sam`,
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Sam',
    'Samira Vale',
    '"Sam" → [[Sam Ortega]]',
  ],
  [
    'an answer for two notes of one name',
    `${TWO_SAMS}; note 2025-10-28 Sync`,
    '[[Dana Fox]]; [[Bo Kim]]',
    'Send it @Sam',
    '?',
    '"Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]',
  ],
  [
    'an answer for all, the other there',
    TWO_SAMS,
    '[[Sam Fox]]; [[Bo Kim]]',
    'Send it @Sam',
    'Sam Fox',
    '"Sam" → [[Sam Ortega]]',
  ],
  [
    'an answer for all, the other there by an answer too',
    TWO_SAMS,
    'SF; [[Bo Kim]]',
    'Send it @Sam',
    'Sam Ortega',
    '"Sam" → [[Sam Ortega]] · among [[Sam Ortega]], [[Sam Fox]] · since 2025-11-03|"SF" in [[2025-10-28 Sync]] → [[Sam Fox]]',
  ],
  [
    'an alias of which nothing was said',
    'Ann Lee = Anka; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'F: Anka takes the pilot',
    'Ann Lee',
    '"May" is not a name',
  ],
  [
    'an alias that was said not to mean her',
    'Ann Lee = Anka; Bo Kim; Dana Fox',
    '[[Dana Fox]]; [[Bo Kim]]',
    'F: Anka takes the pilot',
    '-',
    '"Anka" is not [[Ann Lee]]',
  ],
  [
    'an alias that was said not to mean one of two',
    'Ann Lee = Anka; Cy Orr = Anka; Bo Kim',
    '[[Bo Kim]]; [[Cy Orr]]; [[Ann Lee]]',
    'F: Anka takes the pilot',
    'Cy Orr',
    '"Anka" is not [[Ann Lee]]',
  ],
  [
    'a bare name there that nobody can place, one there by an answer',
    TWO_SAMS,
    'Sam; SF; [[Bo Kim]]',
    'Send it @Sam',
    'Sam Fox',
    '"SF" in [[2025-10-28 Sync]] → [[Sam Fox]]',
  ],
  [
    'the same first name there with another company',
    'Ann Lee; Bo Kim; Dana Fox',
    'Ann (Globex); [[Ann Lee]]; [[Bo Kim]]',
    'Send it @Ann',
    'Ann Lee',
  ],
];

function textsOf([, pages, people, line, , answers]: Case): Texts {
  const texts: Record<string, string> =
    answers === undefined
      ? {}
      : {
          [NAMES]: answers
            .split('|')
            .map((one) => `- ${one}\n`)
            .join(''),
        };
  for (const given of pages.split('; ')) {
    const [, kind, name = '', others, status] =
      /^(?:(account|project|note) )?(.*?)(?: = (.*?))?(?: !(\w+))?$/.exec(given) ?? [];
    const folder =
      kind === 'account' ? 'Accounts/' : kind === 'project' ? 'Projects/' : kind === 'note' ? 'Notes/' : 'People/';
    const path = name.endsWith('/') ? `${folder}${name}README.md` : `${folder}${name}.md`;
    const type = kind === 'note' ? '' : `type: ${kind ?? 'person'}\n`;
    const known = others?.split(', ') ?? [];
    const mails = known.filter((one) => one.includes('@'));
    const aliases = known.filter((one) => !one.includes('@'));
    texts[path] =
      `---\n${type}aliases: ${JSON.stringify(aliases)}\nemail: ${JSON.stringify(mails)}\n${status === undefined ? '' : `status: ${status}\n`}---\n`;
  }
  const [section, item] = line.startsWith('F: ') ? ['Facts', line.slice(3)] : ['Action items', `[ ] ${line}`];
  texts['Meetings/2025-10-28 Sync.md'] =
    `---\ntype: meeting\npeople: ${JSON.stringify(people.split('; '))}\n---\n## ${section}\n- ${item}\n`;
  return texts;
}

function landing(one: Case): string {
  const index = indexOf(textsOf(one));
  const rows = [...index.tasks, ...index.facts];
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (row === undefined) return '';
  if (index.tasks.some(({ mine }) => mine)) return 'me';
  const alike = (name: string): boolean =>
    row.entities.some((other) => other.name === name) &&
    index.registry.entities.filter((other) => other.name === name && other.kind === 'person').length > 1;
  if (row.entities.length > 0)
    return row.entities.map(({ name, page }) => (alike(name) ? (page ?? name) : name)).join(' + ');
  return findProposals(index, null).length > 0 ? '?' : '-';
}

test.each(CASES.map((one) => [one.join(' | '), one] as const))('%s', (_, one) => {
  expect(landing(one)).toBe(one[4]);
});

test('there are enough of them, and few are left for a person', () => {
  const asked = CASES.filter(([, , , , lands]) => lands === '?').length;
  const share = asked / CASES.length;
  process.stdout.write(
    `tricky names: ${CASES.length} cases, ${asked} asked about (${Math.round(100 * share)} %), none on a wrong page\n`,
  );
  expect(CASES.length).toBeGreaterThanOrEqual(120);
  expect(new Set(CASES.map(([title]) => title)).size).toBe(CASES.length);
  expect(share).toBeLessThan(0.3);
});
