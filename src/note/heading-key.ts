/** The form in which headings and labels are compared. It knows no words. */
import { plainText } from '../text/plain-text';

/**
 * A heading's text in the form it is looked up by: compatibility forms and letter case folded, hyphens of any kind as
 * spaces, a leading number or emoji, a trailing `(…)`, colon and tags dropped.
 *
 *     2) **Open questions** we need to answer:   →   open questions we need to answer
 *     📌 Follow‑Ups (this week) #private         →   follow ups
 *     Teilnehmer*innen · Participant(e)s         →   teilnehmerinnen · participants
 */
export function headingKey(heading: string): string {
  if (SIMPLE.test(heading)) return heading.toLowerCase();
  let key = heading.length > 400 ? heading.slice(0, 400) : heading;
  if (!ASCII.test(key))
    key = key
      .normalize('NFKC')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u2018\u2019]/g, "'");
  if (INCLUSIVE.test(key))
    key = key.replace(INCLUSIVE_BRACKETS, '').replace(INCLUSIVE_FRENCH, '$1$2').replace(INCLUSIVE_GERMAN, '$1');
  if (/[[*_`~=<%^]/.test(key)) key = plainText(key);
  key = key
    .toLowerCase()
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .replace(/-/g, ' ')
    .replace(/&/g, ' and ');
  key = key.replace(LEADING, '').trim();
  for (let before = ''; before !== key;) {
    before = key;
    key = key.replace(TRAILING, '').trim();
    if (key.endsWith(')')) {
      const open = key.lastIndexOf('(');
      if (open > 0) key = key.slice(0, open).trim();
    }
  }
  return key.replace(/\s+/g, ' ');
}

const SIMPLE = /^[A-Za-z]+(?: [A-Za-z]+){0,3}$/;
const ASCII = /^[ -~]*$/;
const INCLUSIVE = /\((?:e|s|es|in)\)|[·.•-](?:e|ne|trice)|·s|[*:/_]innen/i;
/** `participant(e)s`, `item(s)` */
const INCLUSIVE_BRACKETS = /\((?:e|s|es|in)\)/gi;
/** `excusé·e·s`, `présent.e.s`, `présent-es`, `item·s` */
const INCLUSIVE_FRENCH = /(\p{L})(?:[·.•-](?:e|ne|trice)[·.•-]?|·)(s?)(?![\p{L}\p{N}])/giu;
const INCLUSIVE_GERMAN = /[*:/_](innen)/gi;
/** `2)`, `2.1.`, `2 `, `IV.`, `b)`, emoji and other marks. */
const LEADING = /^(?:\d{1,3}(?:\.\d{1,3})*[.):]?\s+|\d{1,3}[.):]|(?:[ivx]{1,4}|[a-h])[.)]\s+|[^\p{L}\p{N}(]+)+/u;
/** Colons, emoji and other marks; a closing parenthesis is looked at by itself. */
const TRAILING = /[^\p{L}\p{N})]+$/u;
