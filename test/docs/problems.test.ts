/** docs/problems.md is the table of problems. */
import { PROBLEMS } from '../../src/note/problems';
import { checkTables, table } from './generated';

test('every problem is told, with what to do about it (WRITE_DOCS=1 writes it)', () => {
  checkTables('docs/problems.md', {
    problems: () =>
      table(
        ['code', 'what it means', 'what to do'],
        Object.entries(PROBLEMS).map(([code, { means, mend }]) => [`\`${code}\``, means, mend]),
      ),
  });
});
