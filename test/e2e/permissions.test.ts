/** What each command costs and may: the least permissions, the number of requests, the README's own example. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { COMMANDS, type Command } from '../../src/action/contract.ts';
import { PERMISSIONS } from '../../src/action/permissions.ts';
import type { WorkflowRun, World } from '../runner/index.ts';
import { outputsOf, ROOT, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const WAITER = `import { defineTask } from 'longhaul';
const remote = defineTask('remote', () => ({ kind: 'shell', external: true, shell: { command: 'false' } }));
export const process = (inputs, ctx) => inputs?.remote ? ctx.task(remote, {}) : Promise.all([ctx.signal('a'), ctx.signal('b')]);`;
/** A workspace that was not checked out by git: no request to it but ours. */
const before = ['- run: echo "$WAITER" > process.mjs'];

/** How each command ends with its least permissions. */
const ENDS: Record<Command, string> = {
  auto: 'waiting',
  start: 'waiting',
  resume: 'waiting',
  result: 'completed',
  signal: 'waiting',
  cancel: 'canceled',
  halt: 'completed',
  status: 'waiting',
  sweep: '',
  check: '',
};

it('every command works with the permissions that the README names, asks for nothing beyond them, and says what is missing with less', async () => {
  world = await worldWith({ workflows: {} }, { env: { WAITER }, visibility: 'private' });
  /** One workflow file, which all runs belong to, with one permission after the other. */
  const withAccess = async (access: string, jobs: readonly Record<string, string>[]) => {
    const permissions = access === 'none' ? '{}' : `{ contents: ${access} }`;
    await world.pushFiles({ '.github/workflows/a.yml': workflow({ permissions, before }) });
    world.platform.log.clear();
    const runs = await Promise.all(jobs.map((inputs) => world.dispatch('a.yml', inputs)));
    await world.settled();
    return runs;
  };
  const started = COMMANDS.filter((command) => command !== 'start').map((command) => {
    const inputs = command === 'result' ? '{"remote":true}' : '';
    return { command: 'start', 'run-id': `r-${command}`, inputs };
  });
  const starts = await withAccess('write', started);
  const [{ effectId } = { effectId: '' }] = starts.flatMap((run) => {
    const all = JSON.parse(outputsOf(run).pending ?? '') as { effectId: string; external: boolean }[];
    return all.filter(({ external }) => external);
  });
  const send = (access: string, commands: readonly Command[]) =>
    withAccess(
      access,
      commands.map((command) => {
        const more = command === 'cancel' ? {} : { 'effect-id': effectId, signal: 'a', value: '7' };
        return { command, 'run-id': `r-${command}`, ...more };
      }),
    );
  const refs = await world.refs('refs/longhaul/');
  // Where there may be nothing to write, less is enough for that.
  const writing = ['start', 'result', 'signal', 'cancel', 'halt'] as const;
  for (const [access, needed, commands] of [
    ['read', 'write', writing],
    ['none', 'read', ['status', 'check']],
  ] as const)
    for (const denied of await send(access, commands)) {
      expect(denied.conclusion, denied.log).toBe('failure');
      expect(denied.log).toContain(`the token has no \`contents: ${needed}\``);
    }
  expect(await world.refs('refs/longhaul/')).toEqual(refs);

  const commandsFor = (access: string) =>
    COMMANDS.filter((command) => PERMISSIONS[command].least.contents === access && command !== 'sweep');
  for (const [access, commands] of [
    ['read', commandsFor('read')],
    ['write', commandsFor('write')],
    ['write', ['sweep']],
  ] as const) {
    const runs = await send(access, commands);
    commands.forEach((command, i) => {
      const run = runs[i] as WorkflowRun;
      expect(outputsOf(run).status, `${command}: ${run.log}`).toBe(ENDS[command]);
      expect(run.conclusion, run.log).toBe(command === 'cancel' ? 'failure' : 'success');
    });
    const refused = world.platform.log.list({}).filter((request) => request.status === 403);
    expect(refused.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  }
});

/** Words of these libraries that stand in the bundle. */
const OCTOKIT = 'octokit-core.js/';
const ARTIFACTS = 'github.actions.results.api.v1.ArtifactService';

/** Text of all scripts of the bundle that processes have loaded since; V8 notes them as they end. */
function loadedSince(folder: string): string {
  const notes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const urls = notes.flatMap((text) =>
    (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url),
  );
  const scripts = new Set(urls.filter((url) => url.startsWith('file://') && url.includes('/dist/')));
  rmSync(folder, { recursive: true });
  return [...scripts].map((url) => readFileSync(fileURLToPath(url), 'utf8')).join('\n');
}

it('requests: a start, a signal and a resume, whatever the length of the journal; what asks GitHub or keeps artifacts is not loaded for it', async () => {
  const coverage = mkdtempSync(join(tmpdir(), 'longhaul-loaded-'));
  const long = `export async function process(inputs, ctx) {
    for (let n = 0; n < (inputs?.n ?? 0); n++) await ctx.run('step', () => n);
    const a = await ctx.signal('a'); return a;
  }`;
  world = await worldWith(
    { workflows: { 'a.yml': workflow({ before: ['- run: echo "$LONG" > process.mjs'] }) } },
    { env: { LONG: long, NODE_V8_COVERAGE: coverage } },
  );
  const counts: number[][] = [];
  const isLoaded = (text: string) => [OCTOKIT, ARTIFACTS].map((words) => text.includes(words));
  const bundle = readdirSync(join(ROOT, 'dist')).filter((name) => name.endsWith('.js'));
  const whole = bundle.map((name) => readFileSync(join(ROOT, 'dist', name), 'utf8')).join('\n');
  expect(isLoaded(whole)).toEqual([true, true]);
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
    const loaded = loadedSince(coverage);
    expect(loaded).toContain('already being executed'); // the notes are of the Action itself
    expect(isLoaded(loaded)).toEqual([false, false]);
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
