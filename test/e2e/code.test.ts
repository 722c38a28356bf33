/** Code that stays put: a run goes on with the code it was started with, and its commands run in the workspace. */
import { afterEach, describe, expect, it } from 'vitest';
import { gitText } from '../github/git-store.ts';
import type { WorkflowRun, World } from '../runner/index.ts';
import { eventsOnBranch, outputsOf, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const code = (word: string, command = 'cat data.txt'): string => `
  import { defineTask } from 'longhaul';
  import { word } from './word.mjs';
  const read = defineTask('read', () => ({ kind: 'shell', shell: { command: ${JSON.stringify(command)} } }));
  export async function process(inputs, ctx) {
    await ctx.signal('go');
    const { stdout } = await ctx.task(read, {});
    return \`${word} \${word} \${stdout.trim()}\`;
  }`;
const files = (n: string) => ({
  'process.mjs': code(n),
  'word.mjs': `export const word = '${n}';`,
  'data.txt': `data ${n}\n`,
});
const go = async (runId: string, more: Record<string, string> = {}, file = 'a.yml'): Promise<WorkflowRun> => {
  const run = await world.dispatch(file, { command: 'signal', 'run-id': runId, signal: 'go', ...more });
  await world.settled();
  return run;
};
const start = async (ref = 'main', file = 'a.yml'): Promise<string> => {
  const run = await world.dispatch(file, { command: 'start' }, { ref });
  await world.settled();
  expect(run.conclusion, run.log).toBe('success');
  return outputsOf(run)['run-id'] ?? '';
};
const rest = () => world.platform.log.list({ class: 'rest' }).map(({ method, url }) => `${method} ${url}`);

describe('protocol T1, T5, req R11: code that the workspace no longer has', () => {
  it('the run finishes on its own code, its commands in the new commit, and the job says so', async () => {
    world = await worldWith({ workflows: { 'a.yml': workflow({}) }, others: files('old') });
    const runId = await start();
    const same = await world.dispatch('a.yml', { command: 'status', 'run-id': runId });
    await world.settled();
    const before = outputsOf(same).commit ?? '';
    world.platform.log.clear();
    // Changed, and an import is gone.
    const { sha } = await world.pushFiles({ ...files('new'), 'word.mjs': null });
    const run = await go(runId);
    expect(run.conclusion, run.log).toBe('success');
    expect(outputsOf(run)).toMatchObject({ output: '"old old data new"', commit: sha });
    expect(run.job('main').annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringContaining(`last driven in commit ${before}; this job has ${sha}`),
      },
    ]);
    expect(run.job('main').summary).toContain(before);
    const changes = (await eventsOnBranch(world, runId)).filter(({ type }) => type === 'WORKSPACE_CHANGED');
    expect(changes.map(({ data }) => data)).toEqual([{ commit: sha }]);
    // One question for the history, one for each file.
    expect(rest()).toEqual([
      `GET /repos/acme/app/compare/${before}...${sha}?per_page=1`,
      `GET /repos/acme/app/contents/process.mjs?ref=${before}`,
      `GET /repos/acme/app/contents/word.mjs?ref=${before}`,
    ]);
  });

  it('refused: another entry, a commit in no history, code that its commit does not have; `upgrade` is the way out', async () => {
    const refusing = workflow({ with: ['on-workspace-change: refuse'] });
    const upgrading = workflow({ with: ['on-code-change: upgrade'] });
    world = await worldWith({
      workflows: { 'a.yml': workflow({}), 'refuse.yml': refusing },
      others: files('old'),
    });
    await world.pushFiles(files('side'), { branch: 'side' });
    const squashed = await start('side');
    const moved = await start('main', 'refuse.yml');
    // Somebody who may write changes the code that a run carries, and leaves the blob that git knows.
    const forged = await start();
    const ref = `refs/heads/longhaul/${forged}`;
    const evil = code('evil');
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256').update(evil).digest('hex');
    const manifest = JSON.parse((await world.readFile('code/manifest.json', ref)) ?? '');
    Object.assign(manifest.files[0], { digest });
    const message = (await gitText(world.repo.gitDir, ['log', '-1', '--format=%B', ref])).trim();
    await world.pushFiles(
      { 'code/manifest.json': JSON.stringify(manifest), 'code/files/process.mjs': evil },
      { branch: `longhaul/${forged}`, message },
    );
    await world.pushFiles(files('new'));
    await gitText(world.repo.gitDir, ['update-ref', '-d', 'refs/heads/side']);

    const events = await eventsOnBranch(world, squashed);
    const gone = await go(squashed);
    expect(gone.conclusion, gone.log).toBe('failure');
    expect(gone.log).toContain('is in the history of neither the default branch nor this job’s branch');
    expect(gone.log).toContain('`on-code-change: upgrade`');
    expect(await eventsOnBranch(world, squashed)).toEqual(events);

    const untrusted = await go(forged);
    expect(untrusted.conclusion).toBe('failure');
    expect(untrusted.log).toContain(
      `Run ${forged} carries code that the workspace does not have (process.mjs)`,
    );
    expect(untrusted.log).toMatch(/it is not what commit [0-9a-f]{40} has there/);

    const elsewhere = await go(moved, {}, 'refuse.yml');
    expect(elsewhere.conclusion).toBe('failure');
    expect(elsewhere.log).toContain('on-workspace-change');

    // The way out: the same steps in the workspace's code.
    await world.pushFiles({ '.github/workflows/a.yml': upgrading });
    const upgraded = await go(squashed);
    expect(upgraded.conclusion, upgraded.log).toBe('success');
    expect(outputsOf(upgraded).output).toBe('"new new data new"');
    // An entry that `process` no longer names is refused, until it is one of its lines again.
    await world.pushFiles({
      '.github/workflows/a.yml': workflow({}).replace('process.mjs', 'moved.mjs'),
      'moved.mjs': code('moved'),
    });
    const other = await go(forged);
    expect(other.log).toContain('was started for process.mjs, which `process` does not name');
  });

  it('a pull request: the recorded commit is its head, and counts while it is the head or behind it', async () => {
    const file = workflow({
      permissions: '{ contents: write, pull-requests: read }',
      on: `{ pull_request: {}, workflow_dispatch: { inputs: { command: {}, run-id: {}, signal: {} } } }`,
    });
    world = await worldWith({ workflows: { 'a.yml': file }, others: files('old') });
    const { sha } = await world.pushFiles(files('pull'), { branch: 'topic' });
    const { runs } = await world.openPullRequest('bob', { head: 'topic' });
    await world.settled();
    const [first] = runs;
    expect(first?.conclusion, first?.log).toBe('success');
    const { 'run-id': runId = '', commit } = first === undefined ? {} : outputsOf(first);
    expect(commit).toBe(sha);
    const run = await go(runId);
    expect(run.conclusion, run.log).toBe('success');
    expect(outputsOf(run).output).toBe('"pull pull data old"');
  });
});
