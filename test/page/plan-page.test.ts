import fc from 'fast-check';
import { readFrontmatter } from '../../src/text/frontmatter';
import { planPage, unplanPage } from '../../src/page/plan-page';
import { oddPage, row } from './odd-pages';

const PAGE = { kind: 'person', rows: ['- a'], properties: { last_contact: '2025-10-28', meeting_count: 11 } };

test('block and properties together', () => {
  const { text } = planPage('---\naliases: [Ann]\nmeeting_count: Mondays\n---\n# Ann\n', PAGE);
  expect(text).toMatch(
    /^---\naliases: \[Ann\]\nmeeting_count: Mondays\nlast_contact: 2025-10-28\n---\n# Ann\n\n<!-- throughline:begin person last_contact -->\n- a\n<!-- throughline:end [0-9a-f]{8} -->\n$/,
  );
});

test('the frontmatter that we made is named in the marker and goes with us', () => {
  const { text } = planPage('Text', PAGE);
  expect(text).toMatch(
    /^---\nlast_contact: 2025-10-28\nmeeting_count: 11\n---\n\n<!-- throughline:begin person last_contact meeting_count frontmatter -->\n/,
  );
  expect(unplanPage(text)).toEqual({ text: 'Text', problem: null });
});

test('in broken frontmatter nothing is written, the block is', () => {
  const planned = planPage('---\na: [\n---\n# Ann\n', PAGE);
  expect(planned).toMatchObject({ problem: { code: 'frontmatter-invalid' } });
  expect(planned.text).toMatch(/^---\na: \[\n---\n# Ann\n\n<!-- throughline:begin person -->/);
});

test('frontmatter that broke later keeps the block that names our keys', () => {
  const broken = planPage('---\na: 1\n---\n', PAGE).text.replace('a: 1', 'a: [');
  expect(planPage(broken, PAGE)).toMatchObject({ text: broken, problem: { code: 'frontmatter-invalid' } });
  expect(unplanPage(broken)).toMatchObject({ text: broken, problem: { code: 'frontmatter-invalid' } });
});

test('properties that are switched off later go', () => {
  const { text } = planPage('# Ann\n', PAGE);
  expect(planPage(text, { ...PAGE, properties: {} })).toEqual(planPage('# Ann\n', { ...PAGE, properties: {} }));
});

test('broken markers: nothing is written', () => {
  const page = '<!-- throughline:begin person -->\n# Ann\n';
  expect(planPage(page, PAGE)).toMatchObject({ text: page, problem: { code: 'markers-broken' } });
  expect(unplanPage(page)).toMatchObject({ text: page, problem: { code: 'markers-broken' } });
});

const content = fc.record({
  kind: fc.constant('person'),
  rows: fc.array(row, { maxLength: 5 }),
  properties: fc.constantFrom<Record<string, string | number>[]>(
    {},
    { last_contact: '2025-10-28' },
    { meeting_count: 11, last_contact: '2025-10-28', open_questions: 0 },
  ),
  position: fc.constantFrom<('end' | 'below-title')[]>('end', 'below-title'),
});

describe('of any page', () => {
  test('taking everything out gives back every byte', () => {
    fc.assert(
      fc.property(oddPage, content, (page, planned) => {
        expect(unplanPage(planPage(page, planned).text)).toEqual({ text: page, problem: null });
      }),
      { numRuns: 1500 },
    );
  });

  test('also after it was planned with other rows and properties', () => {
    fc.assert(
      fc.property(oddPage, content, content, (page, first, second) => {
        const { text } = planPage(planPage(page, first).text, second);
        expect(planPage(text, second).text).toBe(text);
        expect(unplanPage(text)).toEqual({ text: page, problem: null });
      }),
      { numRuns: 1500 },
    );
  });

  test('every other property keeps its value', () => {
    fc.assert(
      fc.property(oddPage, content, (page, planned) => {
        const before = readFrontmatter(page);
        const after = readFrontmatter(planPage(page, planned).text);
        expect(after.data).toMatchObject(before.data);
        expect(after.error?.fault).toEqual(before.error?.fault);
      }),
      { numRuns: 800 },
    );
  });
});
