/** Rows under headings of the same words lead to their own. */
import { note, rollUpTexts } from '../vault-of';

/** What the rows' links lead to, by the row's first word. */
function linksOf(body: string): Record<string, string> {
  const { texts } = rollUpTexts({
    'A.md': `---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\n---\n${note(body)}`,
    'People/Dana Fox.md': '',
  });
  const page = texts['Throughline/Follow-ups.md'] ?? '';
  return Object.fromEntries(
    [...page.matchAll(/^- (\w+) .*\[\[A(#.*)\|/gm)].map(([, word = '', subpath = '']) => [word, subpath]),
  );
}

test('below the heading that tells them apart', () => {
  expect(
    linksOf(`
      # Dana
      ## Pricing
      ### Actions
      - [ ] Raise it
      ## Hiring
      ### Actions
      - [ ] Lower it
      ## Follow-ups
      - [ ] Keep it
    `),
  ).toEqual({ Raise: '#Pricing#Actions', Lower: '#Hiring#Actions', Keep: '#Follow-ups' });
});

test('as far up as it takes; a heading without one above stays as it is', () => {
  expect(
    linksOf(`
      ## Actions
      - [ ] Raise it
      ## North
      ### Crew
      #### Actions
      - [ ] Lower it
      ## South
      ### Crew
      #### Actions
      **Next steps:**
      - [ ] Keep it
    `),
  ).toEqual({ Raise: '#Actions', Lower: '#North#Crew#Actions', Keep: '#South#Crew#Actions' });
});
