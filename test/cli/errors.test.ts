/** Errors, exit codes and closed pipes of every verb, as real processes. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ASKS, ended, GATE, journal, pendingOf, place, readJson } from './support.ts';

const EFFECT = '01K9ZZZZZZZZZZZZZZZZZZZZZ1';
/** Arguments with which each verb that takes a run gets as far as looking for it. */
const REST: Record<string, string[]> = {
  'run:signal': ['go'],
  'run:fork': ['--at', '1'],
  'task:show': [EFFECT],
  'task:cancel': [EFFECT],
  'task:post': [EFFECT, '--status', 'ok', '--value-inline', '1'],
};
const ofRuns = COMMANDS.map(({ command }) => command).filter(({ args }) => args[0]?.name === 'run');

describe('req R13: a run that is not there', () => {
  it.each(ofRuns.map(({ name }) => name))('%s says so, and makes nothing', async (name) => {
    const at = place();
    const end = await at.cli([name, 'missing', ...(REST[name] ?? []), '--json']);
    expect(end).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(end.stdout)).toEqual({
      error: 'RUN_NOT_FOUND',
      message: `Run not found: missing (looked in ${join(at.dir, '.a5c/runs')})`,
      hint: expect.stringContaining('run:list'),
    });
    expect(readdirSync(at.dir)).toEqual(['.gitconfig']);
  });
});

describe('errors', () => {
  it('without --json go to standard error, with what to do next', async () => {
    const at = place();
    const end = await at.cli(['run:status', 'missing']);
    expect(end).toMatchObject({ code: 1, stdout: '' });
    expect(end.stderr).toBe(
      `longhaul: Run not found: missing (looked in ${join(at.dir, '.a5c/runs')})\n  List the runs with \`longhaul run:list\`.\n`,
    );
  });

  it('of usage exit with 2, in JSON as well', async () => {
    const at = place();
    const end = await at.cli(['run:status', 'r', '--bogus', '--json']);
    expect(end).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(end.stdout)).toEqual({
      error: 'USAGE',
      message: "Unknown option '--bogus'",
      hint: 'See `longhaul run:status --help`.',
    });
    expect(await at.json(['run:status', 'not an id'], 2)).toMatchObject({ error: 'USAGE' });
  });

  it('of a breakpoint name it by its title, as task:show does; a word that is far from every command is no typo', async () => {
    const at = place();
    at.write(
      'p.mjs',
      "export const process = (_, ctx) => ctx.breakpoint({ title: 'Ship 1.2', question: 'Go?' });\n",
    );
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const effect = await pendingOf(at, 'r');
    expect(
      await at.json(['task:post', 'r', effect, '--status', 'ok', '--value-inline', 'true'], 2),
    ).toMatchObject({
      message: expect.stringContaining('does not decide the breakpoint "Ship 1.2": '),
    });
    expect((await at.cli(['task:show', 'r', effect])).stdout).toContain('breakpoint  Ship 1.2: requested\n');
    expect((await at.cli(['foo'])).stderr).not.toContain('Did you mean');
  });

  it('of a runs directory that is none, and of no such events, say so', async () => {
    const at = place();
    at.write('file', '');
    at.write('p.mjs', 'export const process = async () => 1;\n');
    for (const args of [['run:list'], ['run', 'p.mjs'], ['run:status', 'r']])
      expect(await at.json([...args, '--runs-dir', 'file'], 2)).toMatchObject({
        error: 'USAGE',
        message: `--runs-dir: ${join(at.dir, 'file')} is no directory`,
      });
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const none = await at.cli(['run:events', 'r', '--filter-type', 'NOPE']);
    expect(none).toMatchObject({ code: 0, stdout: 'No such events\n' });
  });

  it('of a damaged run name the file', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const [, second = ''] = at.events('r');
    at.write(`.a5c/runs/r/journal/${second}`, '{');
    const path = join(at.runDir('r'), 'journal', second);
    expect(await at.json(['run:status', 'r'], 1)).toMatchObject({
      error: 'DAMAGED',
      path,
      hint: expect.stringContaining('run:verify'),
    });
    expect(await at.json(['resume', 'r'], 1)).toMatchObject({ error: 'DAMAGED', path });
    const { ok, findings } = await at.json<{
      ok: boolean;
      findings: { code: string; path: string; seq: number }[];
    }>(['run:verify', 'r'], 1);
    expect({ ok, first: findings[0] }).toMatchObject({
      ok: false,
      first: { code: 'EVENT_TRUNCATED', path: `journal/${second}`, seq: 2 },
    });
    expect(await at.json(['run:repair-journal', 'r', '--dry-run'])).toMatchObject({
      dryRun: true,
      journal: { originalFiles: 2, keptEvents: 1, droppedCorrupt: 1 },
    });
    expect(at.events('r')).toHaveLength(2);
    expect(await at.json(['run:repair-journal', 'r'])).toMatchObject({
      repaired: true,
      backupDir: expect.stringMatching(/^journal\.bak\.\d+$/),
    });
    expect(await at.json(['run:verify', 'r'])).toEqual({ ok: true, findings: expect.any(Array) });
    expect(await at.json(['resume', 'r'])).toMatchObject({ status: 'waiting' });
  });
});

describe('advice for a damaged run', () => {
  const HALT = 'longhaul run:halt r --final-status failed';

  it('names the run, and what helps', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `export const process = async (i, ctx) => { await ctx.run('s', () => 1); await ctx.signal('x'); };\n`,
    );
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const runs = join(at.dir, '.a5c/runs');
    at.write('.a5c/runs/r/journal/notes.txt', 'mine');
    const dry = await at.cli(['run:repair-journal', 'r', '--dry-run']);
    expect(dry.stdout).toContain('would move journal/notes.txt to orphaned/');
    expect((await at.cli(['run:repair-journal', 'r'])).stdout).toContain(
      'moved journal/notes.txt to orphaned/',
    );

    const [, , , result = ''] = at.events('r');
    const { resultRef = '' } = readJson<{ data: { resultRef?: string } }>(runs, 'r/journal', result).data;
    rmSync(join(runs, 'r', resultRef));
    rmSync(join(runs, 'r/state'), { recursive: true });
    expect(await at.json(['resume', 'r', '--runs-dir', runs], 1)).toMatchObject({
      error: 'DAMAGED',
      path: join(runs, 'r', resultRef),
      hint: expect.stringContaining(`\`longhaul run:verify r --runs-dir ${runs}\``),
    });

    const [first = ''] = at.events('r');
    rmSync(join(runs, 'r/journal', first));
    expect((await at.cli(['run:repair-journal', 'r'])).code).toBe(1);
    for (const flags of [[], ['--dry-run']]) {
      const { code, stdout } = await at.cli(['run:repair-journal', 'r', ...flags]);
      expect(code).toBe(1);
      expect(stdout).toMatch(/still wrong: NOT_CREATED/);
      expect(stdout).toContain(HALT);
      expect(stdout).not.toContain('in order');
    }
    at.write('.a5c/runs/r/run.json', '{"runId":');
    expect(await at.json(['run:repair-journal', 'r'], 1)).toMatchObject({
      error: 'DAMAGED',
      hint: expect.stringContaining(HALT),
    });
    expect((await at.cli(HALT.split(' ').slice(1))).code).toBe(0);
  });
});

describe('req H8, H9: a damaged run that was sealed', () => {
  it('is an ended run for status, iterate and resume', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const [, second = ''] = at.events('r');
    at.write(`.a5c/runs/r/journal/${second}`, '');
    const sealed = await at.json(['run:halt', 'r', '--final-status', 'failed', '--reason', 'broken']);
    expect(sealed).toMatchObject({
      event: { seq: 3 },
      damaged: [{ code: 'EVENT_TRUNCATED', path: `journal/${second}`, seq: 2 }],
    });
    expect(await at.json(['run:status', 'r', '--exit-code'], 12)).toMatchObject({
      state: 'failed',
      reason: 'broken',
    });
    expect(await at.json(['run:iterate', 'r'])).toMatchObject({ status: 'failed' });
    expect(await at.json(['resume', 'r'], 3)).toMatchObject({ status: 'failed', already: true, next: [] });
    expect(at.events('r')).toHaveLength(3);
  });
});

describe('exit codes', () => {
  const CASES = [
    ['completed', 'return 1;', 0, 0],
    ['waiting', "await ctx.breakpoint({}, { label: 'gate' });", 0, 10],
    ['failed', "throw new Error('x');", 3, 12],
    ['halted', "await ctx.halt('x');", 0, 14],
  ] as const;

  it.each(CASES)('a run that is %s', async (state, body, plain, byState) => {
    const at = place();
    at.write('p.mjs', `export const process = async (inputs, ctx) => { ${body} };\n`);
    expect(await at.json(['run', 'p.mjs', '--run-id', 'a'], plain)).toMatchObject({ status: state });
    expect(await at.json(['run', 'p.mjs', '--run-id', 'b', '--exit-code'], byState)).toMatchObject({
      status: state,
    });
    expect(await at.json(['run:status', 'a'], 0)).toMatchObject({ state });
    if (state === 'halted') {
      const again = await at.cli(['resume', 'a']);
      expect(again.stdout).toContain('Run a was halted already: x; nothing was done');
      expect(await at.json(['resume', 'a'])).toMatchObject({ reason: 'x' });
    }
    for (const verb of [
      'run:status',
      'run:events',
      'task:list',
      'run:iterate',
      'run:verify',
      'run:rebuild-state',
    ]) {
      expect((await at.cli([verb, 'a', '--exit-code'])).code).toBe(byState);
    }
  });

  it('of a new run, and of verbs without a run', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    expect((await at.cli(['run:create', '--entry', 'p.mjs', '--run-id', 'r', '--exit-code'])).code).toBe(11);
    expect((await at.cli(['run:list', '--exit-code'])).code).toBe(0);
    expect((await at.cli(['run:iterate', 'r'])).code).toBe(0);
    expect((await at.cli(['run:signal', 'r', 'go', '--exit-code'])).code).toBe(10);
    expect((await at.cli(['run:halt', 'r', '--final-status', 'failed', '--exit-code'])).code).toBe(12);
    expect((await at.cli(['run:halt', 'r', '--final-status', 'failed'])).code).toBe(0);
    expect((await at.cli(['run:halt', 'r'])).code).toBe(1);
    expect((await at.cli(['run:halt', 'r', '--final-status', 'gone'])).code).toBe(2);
    expect((await at.cli(['resume', 'r'])).code).toBe(3);
    at.write('f.mjs', `export const process = async () => { throw new Error('x'); };\n`);
    await at.json(['run', 'f.mjs', '--run-id', 'f'], 3);
    expect(await at.json(['run:signal', 'f', 'go'], 1)).toMatchObject({
      hint: expect.stringContaining('longhaul resume f'),
    });
  });
});

describe('an ended run', () => {
  it.each([
    ['task:post', [EFFECT, '--status', 'ok', '--value-inline', '1']],
    ['task:cancel', [EFFECT]],
    ['run:signal', ['go']],
  ])('%s appends nothing and says why', async (verb, rest) => {
    const at = place();
    at.write('p.mjs', 'export const process = async () => 1;\n');
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const before = at.events('r');
    expect(await at.json([verb, 'r', ...rest], 1)).toMatchObject({
      error: 'RUN_ENDED',
      message: expect.stringContaining('Run r is completed'),
    });
    expect(await at.json(['run:iterate', 'r'])).toMatchObject({ status: 'completed' });
    expect(at.events('r')).toEqual(before);
  });
});

describe('a reader that goes away', () => {
  it('EPIPE on standard output changes neither the exit code nor the journal', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `import { defineTask } from 'longhaul';
const t = defineTask('t', () => ({ kind: 'shell', shell: { command: 'seq 1 20000' } }));
export const process = async (inputs, ctx) => { await ctx.task(t, {}); await ctx.task(t, {}); return 'done'; };\n`,
    );
    const child = at.start(['run', 'p.mjs', '--run-id', 'r']);
    const end = ended(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await end).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(journal(at, 'r').at(-1)?.type).toBe('RUN_COMPLETED');
  });

  it('EPIPE of a status in a pipe', async () => {
    const at = place();
    at.write('p.mjs', ASKS);
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const child = at.start(['run:events', 'r', '--json']);
    child.stdout?.destroy();
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
    await pendingOf(at, 'r');
  });
});
