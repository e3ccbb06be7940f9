import { fillTemplate } from '../../src/edit/page-template';

/** The template filled in for Ann Lee on Monday, 3 November 2025. */
function check(template: string): string {
  return fillTemplate(template, { title: 'Ann Lee', today: '2025-11-03' });
}

test.each([
  ['# {{title}}\n', '# Ann Lee\n'],
  ['# {{ Title }}', '# Ann Lee'],
  ['{{date}}', '2025-11-03'],
  ['{{date:D MMM YYYY}}', '3 Nov 2025'],
  ['{{date:dddd, MMMM DD [at noon]}}', 'Monday, November 03 at noon'],
  ['{{date:YY-M ddd}}', '25-11 Mon'],
  ['{{date:YYYY-[W]ww}}', '2025-11-03'],
  ['at {{time}}{{time:HH:mm}}.', 'at .'],
  ['{{other}} {{title', '{{other}} {{title'],
])('%j becomes %j', (template, expected) => {
  expect(check(template)).toBe(expected);
});

test.each([
  ['a <% tp.user.run() %>b', 'a b'],
  ['a <%* while (true) {\n} -%>b', 'a b'],
  ['a <% never closed', 'a < % never closed'],
  ['<<% %>% run %>', '< % run %>'],
])('nothing of %j is left for Templater to run', (template, expected) => {
  expect(check(template)).toBe(expected);
});

test('a title is put in as it is', () => {
  expect(fillTemplate('# {{title}}', { title: '$& $1', today: '2025-11-03' })).toBe('# $& $1');
});
