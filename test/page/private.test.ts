/** A private note gives a page the day of its meeting, and the queues my own tasks: nothing else, by no way round. */
import { type Texts, rollUpTexts } from '../vault-of';

const SECRET = `---
type: meeting
date: 2025-10-29
private: true
title: Secretname
people: ["[[Dana Fox]]", "[[Secret Guest]]", Secretary]
project: "[[Atlas]]"
---
## Summary
Secretsummary
## Decisions
- Secretdecision about [[Dana Fox]]
## Action items
- [ ] Mine to do @me
- [ ] Secrettask @Dana Fox
- [ ] Secretshare @Secretary
- #raise Secretraise [[Dana Fox]]
## Open questions
- Secretquestion?
> Next meeting: 2025-12-24
`;
const VAULT: Texts = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'Projects/Atlas.md': '# Atlas\n',
  'Meetings/2025-10-29.1 Quiet.md': SECRET,
  'Meetings/2025-10-28 Dana.md':
    '---\ntype: meeting\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Open questions\n- Who signs?\n\t- A: Secretanswer #private\n- Secretwhy? #private\n',
};

test('nothing but the day of the meeting and my own task is written', () => {
  const { texts, plan } = rollUpTexts(VAULT);
  const written = plan.edits.map(({ path, after }) => `${path}\n${after ?? ''}`).join('\n');
  expect(written).not.toMatch(/Secret|24 Dec/);
  expect(texts['People/Dana Fox.md']).toContain('**Last met 29 Oct 2025** · 2 meetings');
  expect(texts['People/Dana Fox.md']).toContain('### Meetings\n- 29 Oct\n- [[2025-10-28 Dana|28 Oct]]\n');
  expect(texts['Projects/Atlas.md']).not.toContain('### People');
  expect(texts['Throughline/Follow-ups.md']).toContain('- Mine to do — [[');
  expect(texts['Throughline/Open questions.md']).toContain('- Who signs? — ');
});

test('nobody is asked about a name that only a private note holds', () => {
  const { plan } = rollUpTexts({
    ...VAULT,
    'People/Sam Fox.md': '',
    'People/Sam Ortega.md': '',
    'Meetings/2025-10-29.1 Quiet.md': SECRET.replace('@me', '@me @Sam'),
  });
  expect(plan.proposals).toEqual([]);
});
