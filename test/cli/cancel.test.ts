/** Cancelling, halting and ending across processes, as people do it at two terminals. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended, GATE, journal, type Place, pendingOf, place, readJson, readText, until } from './support.ts';

/** A worker that ignores SIGTERM, with a grandchild that does, too. Each notes its pid. */
const DEAF = `const t = defineTask('t', () => ({ kind: 'shell', shell: { command:
  "trap '' TERM; echo so far; (trap '' TERM; echo $$ > /dev/null; sh -c 'trap \\"\\" TERM; echo $$ > grandchild; while :; do sleep 0.2; done') & echo $$ > worker; wait" } }));`;
const deaf = (body: string): string =>
  `import { defineTask, EffectCancelledError } from 'longhaul';\n${DEAF}\nexport const process = async (inputs, ctx) => { ${body} };\n`;

/** Waits for both to be there; answers how to tell that one lives. */
async function workers(at: Place): Promise<() => number[]> {
  const pids = await Promise.all(
    ['worker', 'grandchild'].map((name) =>
      until(() => (existsSync(join(at.dir, name)) ? Number(readText(at.dir, name)) : 0)),
    ),
  );
  const isAlive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  return () => pids.filter(isAlive);
}

const final = (at: Place, runId: string) => readJson(at.runDir(runId), 'final.json');
const lastLine = (at: Place, runId: string): unknown =>
  JSON.parse(readText(at.runDir(runId), 'progress.ndjson').trim().split('\n').at(-1) ?? '');

describe('task:cancel from another terminal', () => {
  it('req C3, C4, C5, C6, C14: a worker that ignores SIGTERM and its grandchild are gone, its output is kept, the process catches it', async () => {
    const at = place();
    at.write(
      'p.mjs',
      deaf(
        `try { await ctx.task(t, {}); } catch (e) { return [e instanceof EffectCancelledError, e.name, e.effectId, e.reason]; }`,
      ),
    );
    const driving = ended(at.start(['run', 'p.mjs', '--run-id', 'r', '--cancel-grace', '1s', '--json']));
    const alive = await workers(at);
    const effectId = await pendingOf(at, 'r');
    expect(await at.json(['task:cancel', 'r', effectId, '--reason', 'hangs'])).toMatchObject({
      effectId,
      status: 'cancelling',
      delivered: true,
      driver: expect.stringContaining('process'),
    });
    await until(() => alive().length === 0, 10_000);
    const { code, stdout } = await driving;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'completed',
      output: [true, 'EffectCancelledError', effectId, 'hangs'],
    });
    const task = join(at.runDir('r'), 'tasks', effectId);
    expect(readJson(task, 'result.json')).toMatchObject({
      status: 'cancelled',
      reason: 'hangs',
      metadata: { exit: { code: null, signal: 'SIGKILL' } },
    });
    expect(readText(task, 'stdout.log')).toBe('so far\n');
    expect(journal(at, 'r').filter(({ type }) => type === 'EFFECT_CANCELLED')).toMatchObject([
      { data: { effectId, reason: 'hangs', actor: { login: 'Ada Tester' } } },
    ]);
  });

  it('req C2, T5, K2, K3: without an effect the whole run is cancelled, driven elsewhere or not; every reader says the same of it', async () => {
    const at = place();
    at.write('p.mjs', deaf(`await ctx.task(t, {});`));
    const driving = ended(at.start(['run', 'p.mjs', '--run-id', 'driven', '--cancel-grace', '1s']));
    const alive = await workers(at);
    expect(await at.json(['task:cancel', 'driven', '--reason', 'enough'])).toMatchObject({
      runId: 'driven',
      status: 'cancelling',
      delivered: true,
    });
    await until(() => alive().length === 0, 10_000);
    expect((await driving).code).toBe(3);

    at.write('g.mjs', GATE);
    await at.json(['run', 'g.mjs', '--run-id', 'parked']);
    const done = await at.json(['task:cancel', 'parked', '--reason', 'enough', '--exit-code'], 13);
    expect(done).toMatchObject({ runId: 'parked', status: 'canceled', already: false });
    for (const runId of ['driven', 'parked']) {
      expect(journal(at, runId).at(-1)).toMatchObject({ type: 'RUN_FAILED', data: { canceled: true } });
      expect(final(at, runId)).toMatchObject({ status: 'canceled', error_class: 'cancelled' });
      expect(lastLine(at, runId)).toMatchObject({ event: 'run_failed', status: 'canceled' });
      expect(await at.json(['run:status', runId])).toMatchObject({
        state: 'canceled',
        failure: { name: 'EffectCancelledError', class: 'cancelled' },
      });
      expect(await at.json(['task:cancel', runId], 1)).toMatchObject({ error: 'RUN_ENDED' });
    }
    const { runs } = await at.json<{ runs: { runId: string }[] }>(['run:list', '--status', 'canceled']);
    expect(runs.map(({ runId }) => runId).sort()).toEqual(['driven', 'parked']);
  });
});

describe('run:halt from another terminal', () => {
  it('req H1, H12, H15: the driver stops what runs, seals, and says who halted it', async () => {
    const at = place();
    at.write('p.mjs', deaf(`await ctx.task(t, {});`));
    const driving = ended(at.start(['run', 'p.mjs', '--run-id', 'r', '--cancel-grace', '1s']));
    const alive = await workers(at);
    const reason = 'obsolete: "ü"\nnew $(plan)';
    const done = await at.json(['run:halt', 'r', '--reason', reason, '--final-status', 'completed']);
    expect(done).toMatchObject({
      runDir: at.runDir('r'),
      halted: true,
      finalStatus: 'completed',
      reason,
      completionProof: readJson(at.runDir('r'), 'run.json').completionProof,
      alreadyTerminal: false,
      event: { seq: at.events('r').length, type: 'RUN_COMPLETED' },
    });
    await until(() => alive().length === 0, 10_000);
    const { code, stdout } = await driving;
    expect(code).toBe(0);
    expect(stdout).toContain(`Run r is completed: halted by Ada Tester: ${reason}`);
    expect(journal(at, 'r').filter(({ type }) => type.startsWith('RUN_'))).toHaveLength(2);
    expect(lastLine(at, 'r')).toMatchObject({ event: 'run_completed', status: 'success' });
  });

  it('req H3, H12: what goes wrong is a JSON document, too; a status that there is not writes nothing', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const before = readdirSync(at.runDir('r'), { recursive: true });
    expect(await at.json(['run:halt', 'r', '--final-status', 'gone'], 2)).toMatchObject({ error: 'USAGE' });
    expect(readdirSync(at.runDir('r'), { recursive: true })).toEqual(before);
    mkdirSync(join(at.runDir('r'), 'final.json'));
    expect(await at.json(['run:halt', 'r', '--final-status', 'failed', '--reason', 'why'], 1)).toMatchObject({
      error: 'PERSIST_FAILED',
      message: expect.stringMatching(/^why; final\.json could not be written: /),
      path: join(at.runDir('r'), 'final.json'),
      hint: expect.any(String),
    });
    rmSync(join(at.runDir('r'), 'journal'), { recursive: true });
    at.write('.a5c/runs/r/journal', 'no directory');
    expect(await at.json(['run:halt', 'r'], 1)).toMatchObject({
      error: 'HALT_FAILED',
      message: expect.stringMatching(/ENOTDIR|EEXIST/),
      hint: expect.stringContaining('run:verify'),
    });
  });
});

describe('the end of a run at a terminal', () => {
  it('req T8: what fails before the run goes anywhere writes neither final.json nor a last line', async () => {
    const at = place();
    expect((await at.cli(['run', 'gone.mjs', '--run-id', 'a'])).code).toBe(2);
    expect((await at.cli(['run', 'p.mjs', '--run-id', 'b', '--inputs-inline', '{'])).code).toBe(2);
    at.write('broken.mjs', 'import "./nothing.mjs";');
    expect((await at.cli(['run', 'broken.mjs', '--run-id', 'c'])).code).toBe(1);
    const runs = join(at.dir, '.a5c/runs');
    for (const runId of existsSync(runs) ? readdirSync(runs) : []) {
      expect(existsSync(join(runs, runId, 'final.json'))).toBe(false);
      expect(existsSync(join(runs, runId, 'progress.ndjson'))).toBe(false);
    }
  });

  it('req S3, T10: an end that cannot be announced is exit code 1, with what the run died of first', async () => {
    const at = place();
    at.write('p.mjs', `export const process = async () => { throw new RangeError('primary'); };\n`);
    await at.json(['run:create', '--entry', 'p.mjs', '--run-id', 'r']);
    mkdirSync(join(at.runDir('r'), 'progress.ndjson'));
    const { code, stderr } = await at.cli(['resume', 'r']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^longhaul: RangeError: primary; the last line of progress\.ndjson could not be written/,
    );
  });

  it('req C9, T5: --run-timeout ends the run as failed, by the deadline in its journal', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    const run = await at.json(['run', 'p.mjs', '--run-id', 'r', '--run-timeout', '2s'], 3);
    expect(run).toMatchObject({
      failure: { name: 'RunTimeoutError', message: 'the run timed out after 2s' },
    });
    expect(journal(at, 'r')[0]?.data.deadline).toEqual(expect.any(String));
    expect(final(at, 'r')).toMatchObject({ status: 'fail', error_class: 'transient' });
    expect(lastLine(at, 'r')).toMatchObject({ event: 'run_failed', status: 'fail' });
  });
});
