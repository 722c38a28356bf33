/** The terminal contract (requirements T1-T15): final.json, the save, the last line; in this order, once for each attempt. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announceEnd, persistFinal } from '../../src/operations/final.ts';
import { runStatus } from '../../src/operations/status.ts';
import { DEFAULT_LIMITS } from '../../src/operations/world.ts';
import { ACTOR, bench, type Line, only, owner, progress, readJson } from './verbs.ts';

const TERMINAL = new Set(['run_completed', 'run_failed']);
const terminal = (lines: readonly Line[]): Line[] => lines.filter((line) => TERMINAL.has(line.event));

const ENDINGS = [
  ['returned', 'return 1;', 'completed', { event: 'run_completed', status: 'success' }],
  [
    'threw',
    "throw new TypeError('no');",
    'failed',
    { event: 'run_failed', status: 'fail', reason: 'TypeError: no' },
  ],
  [
    'ctx.halt',
    "await ctx.halt('enough');",
    'halted',
    { event: 'run_failed', status: 'canceled', reason: 'enough' },
  ],
] as const;

describe('every ending', () => {
  it.each(ENDINGS)('req T1, T3, T4: %s', async (_, body, status, line) => {
    const at = bench();
    const run = await at.start(body);
    expect(await at.drive(run)).toMatchObject({ status });
    const lines = progress(run);
    const last = lines.at(-1)!;
    expect(last).toEqual({
      ...line,
      run_id: 'run-1',
      id: expect.stringMatching(/^[0-9a-f]{8}$/),
      ts: expect.stringMatching(/\.\d{3}Z$/),
    });
    expect(terminal(lines)).toHaveLength(1);
    for (const each of lines)
      expect(each).toMatchObject({
        run_id: 'run-1',
        id: expect.stringMatching(/^[0-9a-f]{8}$/),
        ts: expect.any(String),
      });
    const final = readJson(run.runDir, 'final.json');
    expect(final).toMatchObject({
      status: line.status,
      run_id: 'run-1',
      final_git_commit_sha: '',
      attempt: 1,
    });
    expect('failure_reason' in final).toBe('reason' in line);
    expect(Object.keys(final).slice(0, 4)).toEqual(['timestamp', 'status', 'run_id', 'final_git_commit_sha']);
  });

  it('req T5: a run that was canceled says so in both', async () => {
    const at = bench();
    const run = await at.start("await ctx.breakpoint({}, { label: 'gate' });");
    const first = (
      _: unknown,
      driver: { cancelRun(reason: string, actor: undefined, messageId: undefined): void },
    ): void => driver.cancelRun('stop it', undefined, undefined);
    const limits = { ...DEFAULT_LIMITS, cancelGraceMs: 100 };
    expect(await at.drive(run, { first, limits })).toMatchObject({ status: 'canceled' });
    expect(readJson(run.runDir, 'final.json')).toMatchObject({
      status: 'canceled',
      error_class: 'cancelled',
    });
    expect(progress(run).at(-1)).toMatchObject({ event: 'run_failed', status: 'canceled' });
  });

  it('a run that waits has neither', async () => {
    const at = bench();
    const run = await at.start("await ctx.breakpoint({}, { label: 'gate' });");
    await at.drive(run);
    expect(() => readJson(run.runDir, 'final.json')).toThrow('ENOENT');
    expect(terminal(progress(run))).toEqual([]);
    const lease = await run.acquire(owner());
    persistFinal(lease.journal, at.dir);
    announceEnd(lease.journal);
    await lease.release();
    expect(() => readJson(run.runDir, 'final.json')).toThrow('ENOENT');
  });

  it('req T6: the commit of the workspace', async () => {
    const at = bench();
    at.write('.git/HEAD', 'ref: refs/heads/main\n');
    at.write('.git/refs/heads/main', `${'a'.repeat(40)}\n`);
    const run = await at.start('return 1;');
    await at.drive(run);
    expect(readJson(run.runDir, 'final.json').final_git_commit_sha).toBe('a'.repeat(40));
  });
});

describe('req T11, K8: a kill between the end and the line', () => {
  it.each([
    ['before final.json', ['final.json', 'progress.ndjson']],
    ['before the line', ['progress.ndjson']],
  ])('%s: the next driver adds what is missing, once', async (_, gone) => {
    const at = bench();
    const run = await at.start('return 1;');
    await at.drive(run);
    for (const name of gone) rmSync(join(run.runDir, name));
    const events = run.load().names.length;
    for (let i = 0; i < 2; i++) {
      expect(await at.drive(run)).toMatchObject({ already: true });
      expect(only(terminal(progress(run)))).toMatchObject({ event: 'run_completed', status: 'success' });
      expect(readJson(run.runDir, 'final.json')).toMatchObject({ status: 'success' });
    }
    expect(run.load().names).toHaveLength(events);
  });

  it('a line that was cut off is mended, not doubled', async () => {
    const at = bench();
    const run = await at.start('return 1;');
    await at.drive(run);
    const file = join(run.runDir, 'progress.ndjson');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -20));
    await at.drive(run);
    expect(only(terminal(progress(run)))).toBeDefined();
  });
});

describe('attempts', () => {
  it('req T13, K7, K9: each attempt has a terminal line of its own; the final.json of the one before does not make a running run look finished', async () => {
    const at = bench();
    const run = await at.start(
      "await ctx.task(sh('t', 'test -f slow && sleep 30; test -f mended'), {}); return 1;",
    );
    expect(await at.drive(run)).toMatchObject({ status: 'failed' });
    expect(readJson(run.runDir, 'final.json')).toMatchObject({
      status: 'fail',
      attempt: 1,
      error_class: 'transient',
      error: { name: 'ShellError' },
    });
    // In the second attempt it is stopped half way: the run goes on, whatever the old file says.
    at.write('slow', '');
    const stop = new AbortController();
    const driving = at.drive(run, { retry: { by: ACTOR }, shutdown: stop.signal });
    while (at.seen.filter(({ type }) => type === 'effect-started').length < 2)
      await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    expect(await driving).toMatchObject({ status: 'running' });
    expect(await runStatus(run)).toMatchObject({ state: 'running', metadata: { attempt: 2 } });
    expect(readJson(run.runDir, 'final.json')).toMatchObject({ status: 'fail', attempt: 1 });
    rmSync(join(at.dir, 'slow'));
    at.write('mended', '');
    expect(await at.drive(run)).toMatchObject({ status: 'completed' });
    expect(readJson(run.runDir, 'final.json')).toMatchObject({ status: 'success', attempt: 2 });
    expect(terminal(progress(run)).map((line) => line.event)).toEqual(['run_failed', 'run_completed']);
    expect(progress(run).at(-1)?.event).toBe('run_completed');
    expect(
      progress(run)
        .filter((line) => line.event === 'run_started')
        .map((line) => line.attempt),
    ).toEqual([1, 2, 2]);
  });

  it('req T8: who does not get the lease writes neither', async () => {
    const at = bench();
    const run = await at.start('return 1;');
    const held = await run.acquire(owner());
    await expect(at.drive(run)).rejects.toMatchObject({
      code: 'LEASE_HELD',
      message: expect.stringContaining('Run is already being executed by'),
    });
    await held.release();
    expect(() => readJson(run.runDir, 'final.json')).toThrow('ENOENT');
    expect(() => progress(run)).toThrow('ENOENT');
  });

  it('req T10, K5: without final.json there is no terminal line, and the drive fails', async () => {
    const at = bench();
    const run = await at.start('return 1;');
    mkdirSync(join(run.runDir, 'final.json/in-the-way'), { recursive: true });
    await expect(at.drive(run)).rejects.toMatchObject({ code: 'PERSIST_FAILED' });
    expect(terminal(progress(run))).toEqual([]);
    rmSync(join(run.runDir, 'final.json'), { recursive: true });
    expect(await at.drive(run)).toMatchObject({ status: 'completed', already: true });
    expect(terminal(progress(run))).toHaveLength(1);
  });

  it('req T7: a final.json with a word that is none of ours is an error that says so, not a guess', async () => {
    const at = bench();
    const run = await at.start('return 1;');
    at.write('.a5c/runs/run-1/final.json', '{"status":"unknown","run_id":"run-1"}');
    await expect(at.drive(run)).rejects.toMatchObject({
      code: 'PERSIST_FAILED',
      message: expect.stringContaining('which is none of success, fail, canceled'),
    });
    expect(terminal(progress(run))).toEqual([]);
  });

  it.each([
    ['transient', "await ctx.task(sh('t', 'exit 3'), {});"],
    ['permanent', "throw new Error('own');"],
    ['cancelled', "await ctx.signal('x', { timeout: 50 });"],
    [
      'diverged',
      "const { DivergenceError } = await import('longhaul'); throw new DivergenceError('other steps');",
    ],
  ])('req R6: the class %s stands in status and in final.json', async (errorClass, body) => {
    const at = bench();
    const run = await at.start(body);
    expect(await at.drive(run)).toMatchObject({ status: 'failed' });
    expect(readJson(run.runDir, 'final.json')).toMatchObject({ status: 'fail', error_class: errorClass });
    expect(await runStatus(run)).toMatchObject({ state: 'failed', failure: { class: errorClass } });
  });

  it('req S5: what the run died of comes before what could not be written', async () => {
    const at = bench();
    const run = await at.start("throw new Error('primary');");
    mkdirSync(join(run.runDir, 'final.json/in-the-way'), { recursive: true });
    await expect(at.drive(run)).rejects.toThrow(/^Error: primary; final\.json could not be written: /);
  });

  it('req S9, T14: the lines of a drive; arguments, results and output stay out of them', async () => {
    const at = bench();
    const run = await at.start(
      "ctx.log('note', 'hello'); await ctx.run('step', () => 'secret-result'); await ctx.task(sh('t', 'echo secret-output'), { a: 'secret-argument' }); return 'secret-value';",
    );
    await at.drive(run);
    const lines = progress(run);
    expect(lines.map((line) => line.event)).toEqual([
      'run_started',
      'log',
      'effect_requested',
      'effect_started',
      'effect_settled',
      'effect_requested',
      'effect_started',
      'effect_settled',
      'run_completed',
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('req T14: a progress file that cannot be written does not fail the run before its end', async () => {
    const at = bench();
    const run = await at.start("return ctx.breakpoint({}, { label: 'gate' });");
    mkdirSync(join(run.runDir, 'progress.ndjson'));
    expect(await at.drive(run)).toMatchObject({ status: 'waiting' });
  });
});
