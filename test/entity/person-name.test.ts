import { givenName } from '../../src/entity/person-name';

test.each([
  ['Ann Lee', 'Ann'],
  ['Ann', 'Ann'],
  ['@Íñigo Sáez', 'Íñigo'],
  ['@ Ann Lee', 'Ann'],
  ['Dr. Ann Lee', 'Ann'],
  ['Lee, Ann', 'Ann'],
  ['Ann Lee (Acme, PM)', 'Ann'],
  ['Ann-Marie Lee', 'Ann-Marie'],
  ['王芳', '王芳'],
  ['Dr Lee', 'Lee'],
  ['', ''],
])('of %s it is %s', (name, given) => {
  expect(givenName(name)).toBe(given);
});
