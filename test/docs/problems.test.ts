/** docs/problems.md is the table of problems. */
import { PROBLEM_MEANINGS } from '../../src/words/problem-meanings';
import { checkTables, table } from './generated';

test('every problem is told, with what to do about it (WRITE_DOCS=1 writes it)', () => {
  checkTables('docs/problems.md', {
    problems: () =>
      table(
        ['code', 'what it means', 'what to do'],
        Object.entries(PROBLEM_MEANINGS).map(([code, { means, fix }]) => [`\`${code}\``, means, fix]),
      ),
  });
});
