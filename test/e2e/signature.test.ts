/** A run with a `signing-key`, moved back, then taken over with another key: the committed bundle, both stores. */
import { afterEach, expect, it } from 'vitest';
import { gitText } from '../github/git-store.ts';
import type { WorkflowRun, World } from '../runner/index.ts';
import { artifactStore, branchStore, type StoreInUse } from './scenarios/store.ts';
import { outputsOf, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const PROCESS = `
export async function process(inputs, ctx) {
  return [await ctx.signal('one'), await ctx.signal('two')];
}`;
const FILE = workflow({
  permissions: '{ contents: write, actions: write, issues: write, pull-requests: read }',
  with: [
    "signing-key: ${{ inputs.key == 'new' && secrets.NEW || secrets.OLD }}",
    "on-unsigned: ${{ inputs.on-unsigned || 'refuse' }}",
  ],
}).replace(
  'inputs: { ',
  "inputs: { key: { default: '' }, on-unsigned: { default: '' }, issue: { default: '' }, ",
);
const RUN = 'run-1';
const BRANCH = `refs/heads/longhaul/${RUN}`;

/** Everything that the store has, and how to bring it back to that. */
async function snapshot({ kind }: StoreInUse): Promise<{ seen: unknown; restore: () => Promise<void> }> {
  const tip = (await world.refs()).get(BRANCH) ?? '';
  const artifacts = [...world.repo.artifacts];
  const blobs = new Map(world.platform.blobs);
  return {
    seen: kind === 'branch' ? tip : artifacts.filter(({ name }) => name.startsWith(`longhaul-${RUN}-`)),
    async restore() {
      if (kind === 'branch') await gitText(world.repo.gitDir, ['update-ref', BRANCH, tip]);
      world.repo.artifacts = [...artifacts];
      for (const [key, blob] of blobs) world.platform.blobs.set(key, blob);
    },
  };
}

async function dispatch(inputs: Record<string, string>): Promise<WorkflowRun> {
  const run = await world.dispatch('a.yml', { 'run-id': RUN, ...inputs });
  await world.settled();
  return run;
}

it.each([branchStore, artifactStore])(
  'protocol T3: $kind: an old tip is refused where a newer one was told, a lost key is named; adopt by dispatch is recorded',
  async (store) => {
    world = await worldWith(
      { workflows: { 'a.yml': store.file(FILE) }, others: { 'process.mjs': PROCESS } },
      { secrets: { OLD: 'o'.repeat(40), NEW: 'n'.repeat(40) } },
    );
    const { issue } = await world.openIssue('ann', 'Release');
    await dispatch({ command: 'start', issue: String(issue.number) });
    const older = await snapshot(store);
    const one = await dispatch({ command: 'signal', signal: 'one', value: '1' });
    expect(outputsOf(one), one.log).toMatchObject({ status: 'waiting' });
    const newest = await snapshot(store);

    // Signed well, and not the newest: for whoever drives it, and for whoever halts it.
    await older.restore();
    for (const command of ['resume', 'halt']) {
      const refused = await dispatch({ command });
      expect(refused.conclusion, refused.log).toBe('failure');
      expect(refused.log).toContain('somebody has moved it back to an older save');
    }
    expect((await snapshot(store)).seen).toEqual(older.seen);

    await newest.restore();
    const two = { command: 'signal', signal: 'two', value: '2', key: 'new' };
    const lost = await dispatch(two);
    expect(lost.conclusion, lost.log).toBe('failure');
    expect(lost.log).toMatch(
      /a key that is not among those of signing-key[\s\S]*fork the run, or dispatch once with/,
    );
    expect((await snapshot(store)).seen).toEqual(newest.seen);

    const adopted = await dispatch({ ...two, 'on-unsigned': 'adopt' });
    expect(outputsOf(adopted), adopted.log).toMatchObject({ status: 'completed', output: '[1,2]' });
    expect(adopted.log).toContain('as on-unsigned: adopt says');
    expect(await store.adopted(world, RUN)).toHaveLength(1);
    const after = await dispatch({ command: 'status', key: 'new' });
    expect(outputsOf(after), after.log).toMatchObject({ status: 'completed' });
  },
);
