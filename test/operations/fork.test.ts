/** run:fork (requirement L9): the history of a run up to a point, in a run of its own. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { stepId } from '../../src/journal/ids.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { forkRun } from '../../src/operations/fork.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import { ACTOR, type Bench, bench, eventNames } from './verbs.ts';

const BODY = `
const a = await ctx.task(sh('one', 'echo x >> one.txt'), { chance: ctx.random(), at: ctx.now() });
const id = await ctx.run('two', () => ctx.runId.length > 0);
const third = await ctx.run('three', async () => (await import('node:fs')).existsSync('flag') ? 'new' : 'old');
return { chance: ctx.random(), id, third, inputs };`;

async function ended(): Promise<{ at: Bench; run: OpenRun; output: { chance: number; third: string } }> {
  const at = bench();
  const run = await at.start(BODY, 'parent', { n: 1 });
  const { output = '' } = await at.drive(run);
  return { at, run, output: JSON.parse(output) };
}

const bytes = (dir: string): Map<string, string> =>
  new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name),
        readFileSync(join(entry.parentPath, entry.name), 'latin1'),
      ]),
  );

const fork = (at: Bench, parent: OpenRun, where: string, runId?: string) =>
  forkRun({ store: at.store, parent, at: where, runId, actor: ACTOR });

describe('run:fork', () => {
  it('req L9: asks for the step again, and has what came before it; the parent is never written', async () => {
    const { at, run, output } = await ended();
    mkdirSync(join(run.runDir, 'artifacts'), { recursive: true });
    writeFileSync(join(run.runDir, 'artifacts/report.bin'), Buffer.from([0, 255, 1]));
    const before = bytes(run.runDir);
    const three = [...run.load().state.effects.values()].find(
      (effect) => effect.request.stepId === stepId(3),
    );
    const { run: child, forkedFrom } = await fork(at, run, stepId(3), 'child');
    expect(forkedFrom).toEqual({ runId: 'parent', seq: (three?.seq ?? 0) - 1 });
    expect(verifyRun(child.runDir).filter((finding) => finding.warning !== true)).toEqual([]);
    expect(readFileSync(join(child.runDir, 'artifacts/report.bin'))).toEqual(Buffer.from([0, 255, 1]));
    at.write('flag', '');
    const cwd = process.cwd();
    process.chdir(at.dir);
    const result = await at.drive(child).finally(() => process.chdir(cwd));
    expect(JSON.parse(result.output ?? '')).toEqual({ ...output, third: 'new' });
    expect(readFileSync(join(at.dir, 'one.txt'), 'utf8')).toBe('x\n');
    expect(bytes(run.runDir)).toEqual(before);
  });

  it('req L9: records its lineage, and a fork of a fork goes on with the same chance', async () => {
    const { at, run, output } = await ended();
    const { run: child } = await fork(at, run, '4', 'child');
    const { run: grandchild } = await fork(at, child, '4', 'grandchild');
    const [created] = [...grandchild.events()];
    expect(created).toMatchObject({
      type: 'RUN_CREATED',
      data: { runId: 'grandchild', forkedFrom: { runId: 'child', seq: 4 }, seed: 'parent', actor: ACTOR },
    });
    const [first] = [...run.events()];
    expect(created?.recordedAt).toBe(first?.recordedAt);
    expect(grandchild.metadata().completionProof).not.toBe(run.metadata().completionProof);
    const result = await at.drive(grandchild);
    expect(JSON.parse(result.output ?? '')).toEqual(output);
  });

  it('req L9: refuses points that the run does not have, its end, and an id that is taken', async () => {
    const { at, run } = await ended();
    const last = eventNames(run).length;
    for (const where of ['0', String(last + 1), 'S000009', 'x', '-1', '1.5']) {
      await expect(fork(at, run, where)).rejects.toThrow(UsageError);
    }
    await expect(fork(at, run, String(last))).rejects.toMatchObject({
      code: 'RUN_ENDED_THERE',
      hint: `Fork before its end, e.g. --at ${last - 1}.`,
    });
    await expect(fork(at, run, '2', 'parent')).rejects.toMatchObject({ code: 'RUN_EXISTS' });
    expect((await at.store.list()).map(({ runId }) => runId)).toEqual(['parent']);
    const { run: made } = await fork(at, run, '1');
    expect(made.load().state).toMatchObject({ head: { seq: 1 } });
  });
});
