import { findEntity } from '../../src/entity/find-entity';
import { indexOf } from '../vault-of';

const { registry } = indexOf({
  'People/Dana Fox/README.md': '---\naliases: [Foxy]\nemail: dana@example.com\n---\n',
  'People/Sam Fox.md': '',
  'People/Sam Ortega.md': '',
  'People/Åke Berg.md': '',
  'People/Mara Voss.md': '',
  'Projects/Atlas.md': '',
  'Accounts/Atlas.md': '',
  'Projects/Pricing 2026.md': '',
  'People/Gone.md': '---\nstatus: left\n---\n',
});

function found(given: string): string {
  const result = findEntity(registry, given);
  switch (result.is) {
    case 'one':
      return result.entity.page ?? result.entity.name;
    case 'several':
      return result.candidates.map(({ page }) => page).join(' or ');
    case 'me':
      return 'me';
    case 'none':
      return `none, nearly ${result.nearly.map(({ name }) => name).join(', ') || 'nobody'}`;
  }
}

test.each([
  ['Dana Fox', 'People/Dana Fox/README.md'],
  ['dana fox', 'People/Dana Fox/README.md'],
  ['@Dana Fox', 'People/Dana Fox/README.md'],
  ['[[Dana Fox]]', 'People/Dana Fox/README.md'],
  ['[[People/Dana Fox/README|Dana]]', 'People/Dana Fox/README.md'],
  ['People/Dana Fox', 'People/Dana Fox/README.md'],
  ['people/dana fox/readme.md', 'People/Dana Fox/README.md'],
  ['Foxy', 'People/Dana Fox/README.md'],
  ['dana@example.com', 'People/Dana Fox/README.md'],
  ['dana', 'People/Dana Fox/README.md'],
  ['ake berg', 'People/Åke Berg.md'],
  ['Pricing', 'Projects/Pricing 2026.md'],
  ['gone', 'People/Gone.md'],
  ['Sam', 'People/Sam Fox.md or People/Sam Ortega.md'],
  ['Atlas', 'Accounts/Atlas.md or Projects/Atlas.md'],
  ['Projects/Atlas', 'Projects/Atlas.md'],
  ['Projects/Atlas.md', 'Projects/Atlas.md'],
  ['Mara Voss', 'me'],
  ['me', 'me'],
  ['Sam Ortego', 'none, nearly Sam Ortega'],
  ['Zed', 'none, nearly nobody'],
  ['', 'none, nearly nobody'],
  ['???', 'none, nearly nobody'],
  ['People/None.md', 'none, nearly nobody'],
])('“%s” is %s', (given, page) => {
  expect(found(given)).toBe(page);
});
