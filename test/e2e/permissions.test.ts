/** What each command costs and may: the least permissions, the number of requests, the README's own example. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { COMMANDS } from '../../src/action/contract.ts';
import { PERMISSIONS } from '../../src/action/permissions.ts';
import type { WorkflowRun, World } from '../runner/index.ts';
import { outputsOf, ROOT, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const WAITER = `export async function process(inputs, ctx) {
  const a = await ctx.signal('a'); const b = await ctx.signal('b'); return [a, b];
}`;
/** A workspace that was not checked out by git: no request to it but ours. */
const before = ['- run: echo "$WAITER" > process.mjs'];

it('every command works with the permissions that the README names, and asks for nothing beyond them', async () => {
  const files = COMMANDS.map((command) => {
    const least = Object.entries(PERMISSIONS[command].least).map(([scope, access]) => `${scope}: ${access}`);
    return [`${command}.yml`, workflow({ permissions: `{ ${least.join(', ')} }`, before })];
  });
  world = await worldWith(
    { workflows: { ...Object.fromEntries(files), 'none.yml': workflow({ permissions: '{}', before }) } },
    { env: { WAITER }, visibility: 'private' },
  );
  const all = async (inputs: Record<string, string>): Promise<WorkflowRun> => {
    const run = await world.dispatch(`${inputs.command}.yml`, inputs);
    await world.settled();
    return run;
  };
  for (const command of COMMANDS) {
    const started = await world.dispatch(`${command}.yml`, { command: 'start', 'run-id': `r-${command}` });
    await world.settled();
    const mayWrite = PERMISSIONS[command].least.contents === 'write';
    expect(started.conclusion, started.log).toBe(mayWrite ? 'success' : 'failure');
  }
  const signal = await all({ command: 'signal', 'run-id': 'r-signal', signal: 'a' });
  const resume = await all({ command: 'resume', 'run-id': 'r-resume' });
  const cancel = await all({ command: 'cancel', 'run-id': 'r-cancel' });
  const halt = await all({ command: 'halt', 'run-id': 'r-halt' });
  const sweep = await all({ command: 'sweep' });
  const status = await all({ command: 'status', 'run-id': 'r-start' });
  for (const run of [signal, resume, halt, sweep, status]) expect(run.conclusion, run.log).toBe('success');
  expect(outputsOf(cancel).status, cancel.log).toBe('canceled');
  expect(outputsOf(halt).status).toBe('completed');
  const refused = world.platform.log.list({}).filter((request) => request.status === 403);
  expect(refused.filter((request) => request.class !== 'git')).toEqual([]);
});

it('requests: a start, a signal and a resume, whatever the length of the journal', async () => {
  const long = `export async function process(inputs, ctx) {
    for (let n = 0; n < (inputs?.n ?? 0); n++) await ctx.run('step', () => n);
    const a = await ctx.signal('a'); return a;
  }`;
  world = await worldWith(
    { workflows: { 'a.yml': workflow({ before: ['- run: echo "$LONG" > process.mjs'] }) } },
    { env: { LONG: long } },
  );
  const counts: number[][] = [];
  for (const n of [1, 100]) {
    const count: number[] = [];
    const job = async (inputs: Record<string, string>): Promise<void> => {
      world.platform.log.clear();
      const run = await world.dispatch('a.yml', { 'run-id': '', ...inputs });
      await world.settled();
      expect(run.conclusion, run.log).toBe('success');
      expect(world.platform.log.list({ class: 'rest' })).toEqual([]);
      count.push(world.platform.log.list({ class: 'git' }).length);
    };
    await job({ command: 'start', inputs: `{"n":${n}}` });
    const runId = outputsOf(world.runs.at(-1) as WorkflowRun)['run-id'] ?? '';
    await job({ command: 'resume', 'run-id': runId });
    await job({ command: 'signal', 'run-id': runId, signal: 'a' });
    counts.push(count);
  }
  console.info(`git requests of start, resume, signal: ${JSON.stringify(counts)}`);
  expect(counts[1]?.slice(1)).toEqual(counts[0]?.slice(1));
  const [start = 99, resume = 99, signal = 99] = counts[0] ?? [];
  expect(start).toBeLessThanOrEqual(12);
  // A look at the run, and one at its mail after it.
  expect(resume).toBeLessThanOrEqual(6);
  expect(signal).toBeLessThanOrEqual(13);
});

it('the example of the README runs as it stands there', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const file = /<!-- workflow: (\S+) -->\n```yaml\n([\s\S]*?)```/.exec(readme);
  const process = /<!-- file: release.mjs -->\n```js\n([\s\S]*?)```/.exec(readme);
  world = await worldWith({
    workflows: { 'release.yml': file?.[2] ?? '' },
    others: { 'release.mjs': process?.[1] ?? '' },
  });
  const run = await world.dispatch('release.yml', { command: 'start', inputs: '{"version":"1.2.0"}' });
  await world.settled();
  expect(run.conclusion, run.log).toBe('success');
  expect(outputsOf(run)).toMatchObject({ status: 'waiting' });
  expect(JSON.parse(outputsOf(run).pending ?? '')).toMatchObject([{ kind: 'breakpoint' }]);
});
