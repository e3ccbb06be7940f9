/**
 * `throughline triage`: proposed tasks by cluster, and what a person says to them carried out. Nothing is decided that
 * no key or option decided.
 */
import type { AskedVault } from '../host/load-vault';
import { noteOf, type RowActed } from '../host/row-action';
import { newest } from '../page/row';
import { ownersOf, proposedClusters, type TaskCluster } from '../page/triage';
import type { TaskRow } from '../vault-index/rows';
import { failureRecord, skipRecord } from '../words/english';
import { jsonText, printable } from '../text/printable';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures, reportSkips } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { recoverFirst } from './recover-first.mts';
import { refusalText } from './refusal-text.mts';
import { counted, type Paint, painter } from './report.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

interface TriageOptions extends VaultOptions {
  readonly accept?: readonly string[];
  readonly dismiss?: readonly string[];
  readonly all?: true;
  readonly write?: true;
}

type Verdict = 'accept' | 'dismiss';

/** Shown at once. */
const LISTED = 10;

export async function triage(shell: Shell, options: TriageOptions): Promise<ExitStatus> {
  const { engine, out, err, prompt } = shell;
  const { accept, dismiss, all, write = false, json } = options;
  if (accept !== undefined && dismiss !== undefined)
    throw new UsageError('--accept and --dismiss cannot be combined; give one of them');
  const ids = accept ?? dismiss;
  if (write && ids === undefined) throw new UsageError('--write needs --accept ID or --dismiss ID');
  const { host, settings } = await openVault(shell, options);
  const asks = ids === undefined && prompt !== null && !json;
  if (asks || write) await recoverFirst(shell, host);
  const today = options.today ?? shell.today;
  const progress = progressOn(err);
  const load = (): Promise<AskedVault> =>
    engine
      .loadVault(host, { settings, today, now: shell.now, onProgress: progress.onProgress })
      .finally(() => progress.end());
  const asked = await load();
  // What could not be read may hold the same tasks.
  if (asked.failures.length > 0) return reportFailures(shell, asked.failures);
  const act = async (tasks: readonly TaskRow[], verdict: Verdict, { index, noteRules }: AskedVault) => {
    const acted = await engine.actOnRows(
      host,
      tasks.map(({ sources }) => sources),
      { do: verdict },
      {
        rules: noteRules,
        today,
        now: shell.now,
        write: asks || write,
        recovered: true,
        noteThen: (path) => noteOf(index.notes, path),
      },
    );
    if (acted.outcome === 'refused') throw new UsageError(refusalText(acted.refusal));
    return acted;
  };
  const clusters = proposedClusters(asked.index);
  const paint = painter(out.colours);
  if (ids !== undefined) {
    const tasks = new Set(ids.flatMap((id) => clusterOf(id, clusters)));
    const acted = await act([...tasks], accept === undefined ? 'dismiss' : 'accept', asked);
    out.write(json ? `${jsonText(actedRecord(acted))}\n` : actedText(acted, paint, write));
    return ended(shell, acted);
  }
  if (!asks) {
    const listed = all ? clusters : clusters.slice(0, LISTED);
    out.write(
      json
        ? `${jsonText({ today, clusters: listed.map(clusterRecord), more: clusters.length - listed.length })}\n`
        : listText(listed, clusters, paint),
    );
    return EXIT.done;
  }
  const skipped = new Set<string>();
  for (let now = asked; ;) {
    const open = proposedClusters(now.index).filter((cluster) => !cluster.every(({ id }) => skipped.has(id)));
    const [cluster] = open;
    if (cluster === undefined) return EXIT.done;
    out.write(`\n${clusterRows(cluster, paint).join('\n')}\n`);
    const key = (await prompt(`(${open.length} left) [a,d,ma,md,pa,pd,s,q,?]? `)).trim().toLowerCase();
    if (key === 'q') return EXIT.done;
    const [, scope, verdict] = /^([mp]?)([ads])$/.exec(key) ?? [];
    if (verdict === undefined) {
      out.write(HELP);
      continue;
    }
    const tasks = tasksFor(scope ?? '', cluster, open);
    if (verdict === 's') for (const { id } of tasks) skipped.add(id);
    else {
      if (scope !== '') {
        for (const task of tasks) out.write(`${taskRow(task, paint)}\n`);
        const sure = await prompt(`${verdict === 'a' ? 'Accept' : 'Dismiss'} ${counted(tasks.length, 'task')} [y,n]? `);
        if (sure.trim().toLowerCase() !== 'y') continue;
      }
      const acted = await act(tasks, verdict === 'a' ? 'accept' : 'dismiss', now);
      out.write(actedText(acted, paint, true));
      const status = ended(shell, acted);
      if (status !== EXIT.done) return status;
      now = await load();
      if (now.failures.length > 0) return reportFailures(shell, now.failures);
    }
  }
}

const HELP = [
  'a   accept these tasks',
  'd   dismiss them: they are cancelled',
  'ma  accept all that are left of this meeting; md dismisses them',
  'pa  accept all that are left for the same people; pd dismisses them',
  's   skip them for now; ms and ps skip those of the meeting or the people',
  'q   stop here; what was answered stays',
]
  .map((line) => `  ${line}\n`)
  .join('');

/** What a key decides about: the cluster, or all that is open of its newest note, or for its people. */
function tasksFor(scope: string, cluster: TaskCluster, open: readonly TaskCluster[]): readonly TaskRow[] {
  const [first] = cluster;
  if (scope === '') return cluster;
  return open
    .flat()
    .filter((task) => (scope === 'm' ? newest(task).path === newest(first).path : ownersOf(task) === ownersOf(first)));
}

/** An ID may be shortened as long as it is one cluster's. */
function clusterOf(given: string, clusters: readonly TaskCluster[]): TaskCluster {
  const found = clusters.filter(([{ id }]) => id.startsWith(given));
  const exact = found.find(([{ id }]) => id === given) ?? found[0];
  if (exact === undefined)
    throw new UsageError(`nothing is proposed under "${given}", or it was answered; see \`throughline triage --all\``);
  if (found.length > 1 && exact[0].id !== given)
    throw new UsageError(`"${given}" could be ${found.map(([{ id }]) => id).join(' or ')}; give more characters`);
  return exact;
}

function ended(shell: Shell, { skipped, failures }: RowActed): ExitStatus {
  reportSkips(shell, skipped);
  if (failures.length > 0) return reportFailures(shell, failures);
  return skipped.length > 0 ? EXIT.declined : EXIT.done;
}

/**
 *     3 proposed tasks in 2 clusters
 *
 *     1533u7cgn16  Send pricing draft (2 tasks)
 *       Meetings/2025-10-28.md:12  - [?] Send pricing draft
 *       Meetings/2025-10-21.md:9   - [?] Send the pricing draft
 */
function listText(listed: readonly TaskCluster[], clusters: readonly TaskCluster[], paint: Paint): string {
  const more = clusters.length - listed.length;
  const [first] = listed;
  if (first === undefined) return 'Nothing is proposed.\n';
  return [
    paint(`${counted(clusters.flat().length, 'proposed task')} in ${counted(clusters.length, 'cluster')}`, 'bold'),
    ...listed.flatMap((cluster) => ['', ...clusterRows(cluster, paint)]),
    '',
    ...(more > 0 ? [`${more} more: \`throughline triage --all\` lists ${more === 1 ? 'it' : 'them'}.`] : []),
    `To answer: --accept ID or --dismiss ID, as in --accept ${first[0].id}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function clusterRows(cluster: TaskCluster, paint: Paint): readonly string[] {
  const [{ id, text }] = cluster;
  const count = cluster.length > 1 ? ` (${counted(cluster.length, 'task')})` : '';
  return [
    `${paint(id, 'cyan')}  ${paint(printable(text), 'bold')}${count}`,
    ...cluster.map((task) => taskRow(task, paint)),
  ];
}

function taskRow(task: TaskRow, paint: Paint): string {
  const { path, line, text } = newest(task);
  return `  ${paint(printable(`${path}:${line}`), 'dim')}  ${printable(text.trim())}`;
}

function actedText({ changes }: RowActed, paint: Paint, written: boolean): string {
  const lines = changes
    .flatMap(({ path, line, before, after }) => [
      paint(`${written ? 'Changed' : 'Would change'} ${printable(`${path}:${line}`)}`, 'bold'),
      `  ${printable(before)}`,
      ...after.map((one) => `→ ${paint(printable(one), 'green')}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
  return written ? lines : `${lines}Nothing is written yet: --write writes it\n`;
}

function actedRecord({ changes, skipped, failures }: RowActed) {
  return { changes, skipped: skipped.map(skipRecord), failures: failures.map(failureRecord) };
}

function clusterRecord(cluster: TaskCluster) {
  return {
    id: cluster[0].id,
    tasks: cluster.map(({ id, text, due, owners, sources }) => ({
      id,
      text,
      due,
      owners: owners.map(({ name }) => name),
      sources: sources.map(({ path, line }) => ({ path, line })),
    })),
  };
}
