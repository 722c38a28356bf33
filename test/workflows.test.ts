/** The workflow files of this repository and of its examples, and its own release. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runProcess, type TestEffect } from '../src/testing/index.ts';
import { listRefs } from './github/git-store.ts';
import { startWorld, validateActionFile, validateWorkflowFile } from './runner/index.ts';

const root = resolve(import.meta.dirname, '..');
const own = globSync('.github/workflows/*.yml', { cwd: root });
const examples = globSync('examples/**/*.yml', { cwd: root });

describe('workflow files', () => {
  it('are those that the project says it has', () => {
    expect(own.map((path) => path.split('/').at(-1)).sort()).toEqual([
      'check-dist.yml',
      'ci.yml',
      'longhaul.yml',
    ]);
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each([...own, ...examples])('%s passes GitHub’s own validation', async (path) => {
    const actions = { './': root, 'longhaul/longhaul': root };
    expect(await validateWorkflowFile(join(root, path), { actions })).toEqual([]);
  });

  it('action.yml passes GitHub’s own validation', async () => {
    expect(await validateActionFile(join(root, 'action.yml'))).toEqual([]);
  });

  it.each(own)('%s pins what it uses to commits, and says which version they are', (path) => {
    const uses = [...readFileSync(join(root, path), 'utf8').matchAll(/uses: (.*)/g)].map(([, what]) => what);
    expect(uses.length).toBeGreaterThan(0);
    for (const what of uses) expect(what).toMatch(/^(\.\/|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });
});

describe('the release of this repository', () => {
  const RELEASE = join(root, '.longhaul/release.mjs');

  /** Runs the shell command of an effect as its definition says. */
  function perform({ def }: TestEffect, cwd: string): void {
    const { command, env } = def.shell as { command: string; env: Record<string, string> };
    execFileSync('bash', ['-ec', command], { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
  }

  it('pushes the tags of the commit that it was started for, once a person has said yes', async () => {
    const world = await startWorld();
    onTestFinished(() => world.close());
    const { sha: commit } = await world.pushFiles({ 'package.json': '{"version":"1.2.0"}' });
    await world.pushFiles({ 'later.txt': 'x' });
    const clone = join(world.folder, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${world.repo.gitDir}`, clone]);
    const asked: TestEffect[] = [];
    const { status, output } = await runProcess(RELEASE, {
      inputs: { version: '1.2.0', commit },
      respond: (effect) => {
        asked.push(effect);
        if (effect.kind === 'breakpoint') return { approved: true };
        if (effect.taskId === 'tag') perform(effect, clone);
        return {};
      },
    });
    expect({ status, output }).toEqual({
      status: 'completed',
      output: { released: true, version: '1.2.0', commit },
    });
    expect(asked.map(({ taskId }) => taskId)).toEqual(['check', '__sdk.breakpoint', 'tag']);
    expect(await listRefs(world.repo.gitDir, 'refs/tags/')).toEqual(
      new Map([
        ['refs/tags/v1', commit],
        ['refs/tags/v1.2.0', commit],
      ]),
    );
  });

  it('pushes nothing when the answer is no, and takes no version that is none', async () => {
    const inputs = { version: '1.2.0', commit: 'a'.repeat(40) };
    const respond = ({ kind }: TestEffect) =>
      kind === 'breakpoint' ? { approved: false, feedback: 'not today' } : {};
    const refused = await runProcess(RELEASE, { inputs, respond });
    expect(refused.output).toEqual({ released: false, because: 'not today' });
    expect(refused.effects.map(({ taskId }) => taskId)).not.toContain('tag');
    const bad = await runProcess(RELEASE, { inputs: { ...inputs, version: '1.2.0; true' }, respond });
    expect(bad).toMatchObject({ status: 'failed', effects: [], error: { name: 'TypeError' } });
  });
});
