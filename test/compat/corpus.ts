/**
 * Runs every process file below a directory with plain promises and with Longhaul, and says where they differ.
 * Not part of `npm test`: the files are other people's.
 *
 *   node test/compat/corpus.ts <directory> [--jobs 2] [--only <text>] [--plan good:each,poor:some] [--every 1]
 *     [--seed 1] [--json out.ndjson]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CheckResult, Restarts } from './check/check.ts';
import { findProcessFiles } from './check/find.ts';
import type { BatchOrder } from './corpus-batch.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    plan: { type: 'string', default: 'good:each,poor:some,failing:some,bare:live' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const directory = path.resolve(positionals[0] ?? '.');
const scratch = mkdtempSync(path.join(tmpdir(), 'corpus-'));
const files = findProcessFiles(directory)
  .filter((file) => file.includes(values.only))
  .filter((_, i) => i % Number(values.every) === 0);
const plan = values.plan.split(',').map((entry) => entry.split(':') as [string, Restarts]);
const orders = plan.flatMap(([profile, restarts]) =>
  files.map(
    (file): BatchOrder => ({ file, profile, restarts, seed: values.seed, scratch, workspace: directory }),
  ),
);
const results: CheckResult[] = [];
/** A process may end or hold its own worker; then the child goes with it. */
const PATIENCE_MS = 180_000;
const FILES_PER_CHILD = 200;

async function lane(number: number): Promise<void> {
  let child: ChildProcess | undefined;
  for (let done = 0; ; done += 1) {
    const order = orders.shift();
    if (order === undefined || done % FILES_PER_CHILD === FILES_PER_CHILD - 1) {
      child?.kill('SIGKILL');
      child = undefined;
    }
    if (order === undefined) return;
    child ??= fork(new URL(`./corpus-batch${import.meta.url.slice(-3)}`, import.meta.url), {
      stdio: 'ignore',
      env: { ...process.env, HOME: scratch },
    });
    const result = await answerOf(child, { ...order, scratch: path.join(scratch, String(number)) });
    if (result.status === 'engine-error') {
      child.kill('SIGKILL');
      child = undefined;
    }
    note(result);
  }
}

function answerOf(child: ChildProcess, order: BatchOrder): Promise<CheckResult> {
  return new Promise((resolve) => {
    const lost = (why: string): void => {
      resolve({
        ...order,
        status: 'engine-error',
        effects: 0,
        sessions: 0,
        misused: false,
        difference: why,
      } as unknown as CheckResult);
    };
    const timer = setTimeout(() => lost('no answer'), PATIENCE_MS);
    const gone = (code: number | null): void => lost(`the checking process ended with ${code}`);
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      clearTimeout(timer);
      resolve(message as CheckResult);
    });
    child.send(order);
  });
}

function note(result: CheckResult): void {
  results.push(result);
  if (values.json !== undefined) appendFileSync(values.json, `${JSON.stringify(result)}\n`);
  if (result.difference === undefined) return;
  const where = path.relative(directory, result.file);
  console.log(`${where} (${result.profile}, ${result.restarts}): ${result.difference.slice(0, 1500)}`);
}

const began = performance.now();
await Promise.all(Array.from({ length: Number(values.jobs) }, (_, i) => lane(i)));
rmSync(scratch, { recursive: true, force: true });

for (const [profile, restarts] of plan) {
  const own = results.filter((r) => r.profile === profile && r.restarts === restarts);
  const count = (test: (r: CheckResult) => boolean): number => own.filter(test).length;
  const sum = (of: (r: CheckResult) => number): number => own.reduce((all, r) => all + of(r), 0);
  const statuses = [...new Set(own.map((r) => r.status))]
    .sort()
    .map((s) => `${s} ${count((r) => r.status === s)}`);
  console.log(
    `${profile}, ${restarts}: ${own.length} files, ${count((r) => r.difference === undefined)} equal ` +
      `(${count((r) => r.misused)} of them misuse a definition), ${count((r) => r.difference !== undefined)} different; ` +
      `${sum((r) => r.effects)} effects, ${sum((r) => r.sessions)} sessions; ${statuses.join(', ')}`,
  );
}
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
process.exitCode = results.some((r) => r.difference !== undefined) ? 1 : 0;
