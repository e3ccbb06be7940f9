import { PlanStore } from '../../src/agent/plan-store';
import { ToolError } from '../../src/agent/tool-error';

let made = 0;
const store = (now = (): number => 0): PlanStore => new PlanStore(now, () => `token-${++made}`);
const plan = (text: string) => ({
  what: 'complete' as const,
  edits: [{ path: 'a.md', before: text, after: text }],
  restsOn: null,
  today: '2025-11-03',
});

/** What comes of looking for the plan of a token. */
function found(plans: PlanStore, token: string): string {
  try {
    plans.find(token);
    return 'found';
  } catch (error) {
    if (error instanceof ToolError) return error.code;
    throw error;
  }
}

test('a token is for one plan, once, for a quarter of an hour, in its own server', () => {
  let now = 0;
  const plans = store(() => now);
  const [used, waits] = [plans.keep(plan('a')), plans.keep(plan('b'))];
  plans.spend(used);
  expect([used, waits, 'guessed', '__proto__'].map((token) => found(plans, token))).toEqual([
    'used-token',
    'found',
    'unknown-token',
    'unknown-token',
  ]);
  expect(found(store(), waits)).toBe('unknown-token');
  now = 15 * 60_000;
  expect(found(plans, waits)).toBe('expired-token');
});

test.each([
  ['many plans', 150, 'a', 100],
  ['plans of large files', 20, 'a'.repeat(4_000_000), 5],
  ['one plan that is larger than all may be', 1, 'a'.repeat(30_000_000), 1],
])('of %s the newest are kept', (_, count, text, kept) => {
  const plans = store();
  const tokens = Array.from({ length: count }, () => plans.keep(plan(text)));
  expect(tokens.map((token) => found(plans, token) === 'found')).toEqual(tokens.map((_, at) => at >= count - kept));
});
