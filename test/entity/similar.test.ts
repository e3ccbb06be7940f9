import { expectSteady } from '../growth';
import { page, registryOf } from './vault-of';

const registry = registryOf([
  page('People/Jon Stefan/README.md'),
  page('People/Ann Lee.md'),
  page('People/Katherine Moss.md', { aliases: ['Kate Moss'] }),
  page('People/Jürgen Müller.md'),
  page('People/Sam.md'),
  page('People/Bo Kim.md'),
  page('People/Anna Maria Rossi.md'),
  page('People/李明.md'),
  page('Projects/Atlas 1.md'),
  page('Projects/Ann Lee.md'),
  page('Projects/Website.md'),
  page('Accounts/Acme Inc.md'),
  page('Accounts/Globex.md'),
]);
const like = (name: string, kind: string | null = 'person') =>
  registry.resembling(name, kind).map((entity) => `${entity.kind} ${entity.name}`);

it.each([
  ['Jon Stefan', 'Jon Stefan'],
  ['Jon Stefans', 'Jon Stefan'],
  ['John Stefan', 'Jon Stefan'],
  ['Jon Stephan', 'Jon Stefan'],
  ['Stefan, Jon', 'Jon Stefan'],
  ['Stefan Jon', 'Jon Stefan'],
  ['J. Stefan', 'Jon Stefan'],
  ['Jon S.', 'Jon Stefan'],
  ['Jon', 'Jon Stefan'],
  ['JonStefan', 'Jon Stefan'],
  ['Jon Setfan', 'Jon Stefan'],
  ['Dr. Jon Stefan (Acme)', 'Jon Stefan'],
  ['Anne Lee', 'Ann Lee'],
  ['Catherine Moss', 'Katherine Moss'],
  ['Cate Moss', 'Katherine Moss'],
  ['Juergen Mueller', 'Jürgen Müller'],
  ['Sam Ortega', 'Sam'],
  ['Anna Rossi', 'Anna Maria Rossi'],
  ['Anna M. Rossi', 'Anna Maria Rossi'],
  ['李明', '李明'],
])('%s resembles %s', (name, expected) => {
  expect(like(name)).toEqual([`person ${expected}`]);
});

it.each([
  'Dan Lee',
  'Ann Li Wu',
  'Bo Kin',
  'Bea Kim',
  'Jon Sander',
  'Ron Stefan',
  'Moss',
  'Samuel Ortega',
  'constructor',
  '',
  '—',
])('%s resembles nobody', (name) => {
  expect(like(name)).toEqual([]);
});

it('keeps kinds apart, and numbers', () => {
  expect(like('Ann Lee', 'project')).toEqual(['project Ann Lee']);
  expect(like('Ann Lee', null)).toEqual(['person Ann Lee', 'project Ann Lee']);
  expect(like('Atlas 2', 'project')).toEqual([]);
  expect(like('Web site', 'project')).toEqual(['project Website']);
  expect(like('ACME GmbH', 'account')).toEqual(['account Acme Inc']);
  expect(like('Globexx', 'account')).toEqual(['account Globex']);
  expect(like('Globex Nord', 'account')).toEqual([]);
});

it('compares no two names that share nothing', () => {
  expectSteady(
    (size) => {
      // As many share a word in a small vault as in a large one.
      const many = registryOf(
        Array.from({ length: size }, (_, at) => page(`People/Given${at % (size / 20)} Family${at}.md`)),
      );
      many.resembling('x', 'person');
      return () => {
        for (let at = 0; at < 200; at += 1) many.resembling(`Given${at % (size / 20)} Famly${at}`, 'person');
      };
    },
    { from: 1_000, to: 8_000 },
  );
});
