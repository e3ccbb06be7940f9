/** The errands of `errands.ts`, run through the tools alone over the sample vault; then all of it is undone. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_DAY } from '../sample-vault';
import { ERRANDS, ROLL_UP } from './errands';
import { CLI, RawClient } from './raw-client';
import { VaultCopy } from './vault-copy';

const vault = new VaultCopy();
afterAll(() => {
  vault.remove();
});

/** Lines that are in one of the texts only, as `PATH - line` and `PATH + line`. */
function changedLines(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((note) => {
    const [then, now] = [before[note], after[note]].map((text) => (text ?? '').split('\n')) as [string[], string[]];
    const less = (from: string[], other: string[]): string[] => {
      const rest = [...other];
      return from.filter((line) => {
        const at = rest.indexOf(line);
        if (at >= 0) rest.splice(at, 1);
        return at < 0;
      });
    };
    return [
      ...less(then, now).map((line) => `${note} - ${line}`),
      ...less(now, then).map((line) => `${note} + ${line}`),
    ];
  });
}

test('twenty errands are done right, and undone', async () => {
  expect(ERRANDS).toHaveLength(20);
  const began = vault.notes();
  const client = await RawClient.start(['--vault', vault.folder, '--today', SAMPLE_DAY], '2026-07-28');
  const told: string[] = [];
  // What an agent reads instead of the notes.
  const { length } = await client.call('brief', { name: 'Ann Hale' });
  const notes = Object.entries(began).filter(
    ([note, text]) => text.includes('Ann Hale') && !/^(?:People|Throughline)|README/.test(note),
  );
  expect(notes.reduce((sum, [, text]) => sum + text.length, 0) / length).toBeGreaterThan(15);
  for (const { errand, run, answer } of ERRANDS) {
    const before = vault.notes();
    const said = await run((tool, given) => client.ask(tool, given));
    const changed = changedLines(before, vault.notes());
    if (answer !== undefined) expect({ errand, said }).toEqual({ errand, said: answer });
    // What the pages say is held by tests of their own.
    const lines = errand === ROLL_UP ? ['Pages change.'] : changed.map((line) => `    ${line}`);
    told.push(`## ${errand}\n\n${changed.length === 0 ? 'Nothing is written.' : lines.join('\n')}\n`);
  }
  expect(await client.end()).toBe(0);
  approve('errands.md', told.join('\n'));
  for (let times = 0; times < 30 && changedLines(began, vault.notes()).length > 0; times++)
    expect(spawnSync(process.execPath, [CLI, 'undo', vault.folder], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  expect(vault.notes()).toEqual(began);
}, 300_000);

function approve(name: string, text: string): void {
  const file = path.join(__dirname, 'approved', name);
  if (process.env['WRITE_APPROVED'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
