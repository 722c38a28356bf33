/** `command: check` on a real pull request: the committed bundle, a token that can only read. */
import { afterEach, expect, it } from 'vitest';
import type { World } from '../runner/index.ts';
import { artifactStore, branchStore } from './scenarios/store.ts';
import { workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const PROCESS = `
export async function process(inputs, ctx) {
  if (inputs?.loud) await ctx.run('shout', () => 'hey');
  await ctx.run('build', () => 1);
  await ctx.signal('go');
}`;
const CHECK = workflow({
  on: 'pull_request',
  permissions: '{ contents: read, actions: read }',
  with: ['command: check', 'on-code-change: upgrade'],
});

it.each([branchStore, artifactStore])(
  'one run would diverge, one agrees, one is of another process: annotated on the line, nothing run or written ($kind)',
  async (store) => {
    const [started, checking] = [workflow({}), CHECK].map((text) => store.file(text)) as [string, string];
    world = await worldWith({
      workflows: {
        'a.yml': started,
        'b.yml': started.replaceAll('process.mjs', 'other.mjs'),
        'check.yml': checking,
        'pinned.yml': checking.replace('on-code-change: upgrade', 'on-code-change: pin'),
      },
      others: { 'process.mjs': PROCESS, 'other.mjs': PROCESS },
    });
    await world.dispatch('a.yml', { command: 'start', 'run-id': 'plain' });
    await world.dispatch('a.yml', { command: 'start', 'run-id': 'loud', inputs: '{"loud":true}' });
    await world.dispatch('b.yml', { command: 'start', 'run-id': 'other' });
    await world.settled();
    const refs = await world.refs();
    const artifacts = [...world.repo.artifacts];
    world.platform.log.clear();
    const changed = PROCESS.replace("ctx.run('shout'", "ctx.run('whisper'");
    await world.pushFiles({ 'process.mjs': changed }, { branch: 'quieter' });
    const { runs } = await world.openPullRequest('bob', { head: 'quieter' });
    await world.settled();
    const [check, pinned] = ['check.yml', 'pinned.yml'].map((name) =>
      runs.find((run) => run.record.workflow.path.endsWith(name)),
    );

    expect(check?.conclusion, check?.log).toBe('failure');
    expect(check?.log).toContain('3 open runs: 1 agree, 1 diverge');
    const line = changed.split('\n').findIndex((text) => text.includes('whisper')) + 1;
    expect(check?.job('main').annotations).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: expect.stringMatching(
          /^Run loud: The code and the journal diverge[^\n]*\nResume on the code that the run carries \(`on-code-change: pin`\)/,
        ),
        file: 'process.mjs',
        line,
      }),
    );
    expect(check?.job('main').summary).toContain('`loud` diverges');
    expect(check?.job('main').summary).toContain('`other` not checked: of another process');
    expect(check?.job('main').summary).toContain("+  if (inputs?.loud) await ctx.run('whisper'");

    // With `pin` the run finishes on the code that it carries, and the check says what an upgrade would do.
    expect(pinned?.conclusion, pinned?.log).toBe('success');
    expect(pinned?.log).toContain('1 finish on the code that they carry');
    expect(pinned?.job('main').annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringContaining('Run loud is not affected'),
      }),
    );
    const after = await world.refs();
    after.delete('refs/heads/quieter');
    for (const name of [...after.keys()]) if (name.startsWith('refs/pull/')) after.delete(name);
    expect(after).toEqual(refs);
    expect(world.repo.artifacts).toEqual(artifacts);
    const writes = world.platform.log
      .list()
      .filter(({ class: kind, method }) => kind !== 'git' && method !== 'GET');
    expect(writes.map(({ url }) => url)).toEqual([]);
  },
);
