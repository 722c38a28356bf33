/** Issue check: open runs against the workspace's code; nothing is run, nothing is written. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/action/check.ts';
import { type CheckedRun, type CheckOptions, checkRuns } from '../../src/operations/check.ts';
import { GATE_ENTRY, gateFiles } from '../../src/operations/gate.ts';
import { startRun } from '../../src/operations/start.ts';
import { DEFAULT_LIMITS } from '../../src/operations/world.ts';
import { checkMarkdown } from '../../src/report/check.ts';
import { type Bench, bench } from './verbs.ts';

const BODY = `
await ctx.task(sh('build', 'echo built >> ran.txt'), {});
await ctx.signal('go');
await ctx.task(sh('publish', 'true'), {});`;

const checked = (at: Bench, options: Partial<CheckOptions> = {}): Promise<CheckedRun[]> =>
  checkRuns({
    store: at.store,
    workspace: at.dir,
    env: process.env,
    limits: DEFAULT_LIMITS,
    onCodeChange: 'pin',
    ...options,
  });

async function waiting(at: Bench, runId: string): Promise<void> {
  await at.drive(await at.start(BODY, runId));
}

const change = (at: Bench, from: string, to: string): void => {
  const text = readFileSync(join(at.dir, 'p.mjs'), 'utf8');
  expect(text).toContain(from);
  at.write('p.mjs', text.replace(from, to));
};

const tree = (dir: string): [string, string][] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => {
      const file = join(entry.parentPath, entry.name);
      return [file, readFileSync(file, 'latin1')];
    })
    .sort();

describe('check', () => {
  it('says of each open run whether it agrees; ended ones are none of its business; not a byte is written', async () => {
    const at = bench();
    await waiting(at, 'one');
    await waiting(at, 'two');
    await at.drive(await at.start('return 1;', 'ended'));
    at.write('p.mjs', readFileSync(join(at.dir, 'p.mjs'), 'utf8').replace('return 1;', BODY));
    const before = tree(at.dir);
    expect((await checked(at)).map(({ runId, verdict }) => [runId, verdict]).sort()).toEqual([
      ['one', 'agrees'],
      ['two', 'agrees'],
    ]);
    change(at, "sh('publish'", "sh('announce'");
    // What lies behind the wait may change.
    expect((await checked(at)).map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees']);
    change(at, "sh('announce'", "sh('publish'");
    expect(tree(at.dir)).toEqual(before);
    expect(readFileSync(join(at.dir, 'ran.txt'), 'utf8')).toBe('built\nbuilt\n');
  });

  it('a run that was only created starts on whatever code there is: only code that cannot be loaded is told', async () => {
    const at = bench();
    await at.start(BODY, 'new');
    expect((await checked(at)).map(({ verdict }) => verdict)).toEqual(['agrees']);
    at.write('p.mjs', 'export const process = async () => 1;');
    expect((await checked(at)).map(({ verdict }) => verdict)).toEqual(['agrees']);
    at.write('p.mjs', 'export const process = ;');
    expect(await checked(at)).toMatchObject([
      {
        verdict: 'diverges',
        report: expect.stringMatching(
          /^It has done nothing yet and would start on this code\. The process file cannot be loaded: SyntaxError/,
        ),
      },
    ]);
  });

  it('a run that carries its code is not affected by what would diverge; one that does not, or that upgrades, is', async () => {
    const at = bench();
    await waiting(at, 'carries');
    await waiting(at, 'bare');
    rmSync(join(at.dir, '.a5c/runs/bare/code'), { recursive: true });
    change(at, "sh('build'", "sh('compile'");
    const line =
      readFileSync(join(at.dir, 'p.mjs'), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('compile')) + 1;
    const runs = new Map((await checked(at)).map((run) => [run.runId, run]));
    expect(runs.get('carries')).toMatchObject({ verdict: 'carried', site: { file: 'p.mjs', line } });
    expect(runs.get('bare')).toMatchObject({ verdict: 'diverges', site: { file: 'p.mjs', line } });
    // The engine's whole report: both sides, and the change where the run has the code that it was.
    expect(runs.get('bare')?.report).toMatch(/The journal has:\n {2}S000001 .*\n[\s\S]*The code asks for:/);
    expect(runs.get('carries')?.report).toMatch(
      /\n {2}-await ctx.task\(sh\('build'[\s\S]*\n {2}\+await ctx.task\(sh\('compile'/,
    );
    const upgrading = await checked(at, { onCodeChange: 'upgrade', runId: 'carries' });
    expect(upgrading.map(({ verdict }) => verdict)).toEqual(['diverges']);
    const text = checkMarkdown([...runs.values()]);
    expect(text).toContain('0 of 2 open runs agree');
    expect(text).toContain('| `bare`');
  });

  it('an approval gate has no code here; with `refuse` a change that replays well is said to be refused', async () => {
    const at = bench();
    const gate = { path: join(at.dir, GATE_ENTRY), exportName: undefined };
    await startRun({
      store: at.store,
      runId: 'gate',
      entry: gate,
      files: gateFiles(),
      inputs: { question: 'Ship it?' },
      workspace: at.dir,
    });
    await waiting(at, 'one');
    change(at, "sh('publish'", "sh('announce'");
    const of = async (onCodeChange: CheckOptions['onCodeChange']) =>
      (await checked(at, { onCodeChange })).map(({ runId, verdict }) => [runId, verdict]).sort();
    for (const policy of ['pin', 'upgrade'] as const)
      expect(await of(policy)).toEqual([
        ['gate', 'agrees'],
        ['one', 'agrees'],
      ]);
    expect(await of('refuse')).toEqual([
      ['gate', 'agrees'],
      ['one', 'refused'],
    ]);
    const [one] = await checked(at, { onCodeChange: 'refuse', runId: 'one' });
    expect(one?.report).toContain('p.mjs');
  });

  it('of 11 runs that diverge 9 are annotated: the failure is the tenth that GitHub shows', async () => {
    const at = bench();
    for (let n = 0; n < 11; n++) await at.start(BODY, `run-${n}`);
    rmSync(join(at.dir, 'p.mjs'));
    const errors: string[] = [];
    let summary = '';
    const { failure } = await check({
      store: at.store,
      env: process.env,
      event: { workspace: at.dir },
      inputs: { 'on-code-change': 'upgrade', 'run-id': '', process: ['p.mjs'] },
      io: {
        error: (message) => errors.push(message),
        warning: (message) => errors.push(message),
        notice: () => {},
        summary: async (text) => {
          summary = text;
        },
      },
    });
    expect([errors.length, failure]).toEqual([
      9,
      expect.stringContaining('11 of 11 open runs would diverge'),
    ]);
    for (let n = 0; n < 11; n++) expect(summary).toContain(`\`run-${n}\``);
  });

  it('the summary has the report of every run that diverges, as far as GitHub shows one, and counts the rest', () => {
    const rows = (count: number, report: string) =>
      Array.from({ length: count }, (_, n) => {
        return { runId: `run-${n}`, processId: 'p', verdict: 'diverges' as const, report: `${report} ${n}.` };
      });
    const all = checkMarkdown(rows(200, 'the report of'));
    for (let n = 0; n < 200; n++) expect(all).toContain(`the report of ${n}.`);
    expect(all).not.toContain('no room');
    const long = checkMarkdown(rows(600, 'x'.repeat(9000)));
    expect(long.length).toBeLessThan(1024 * 1024);
    expect(long).toContain('Of 538 more runs there is no room here');
  });

  it('protocol T1: the code of an entry that the step does not name is not loaded, whatever a journal says; without entries nothing is checked', async () => {
    const at = bench();
    await waiting(at, 'named');
    await waiting(at, 'planted');
    at.write(
      'tools/evil.mjs',
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(join(at.dir, 'loaded'))}, '');`,
    );
    const file = join(at.dir, '.a5c/runs/planted/run.json');
    at.write('.a5c/runs/planted/run.json', readFileSync(file, 'utf8').replaceAll('p.mjs', 'tools/evil.mjs'));
    let said = '';
    const job = (...process: string[]) =>
      check({
        store: at.store,
        env: {},
        event: { workspace: at.dir },
        inputs: { 'on-code-change': 'upgrade', 'run-id': '', process },
        io: { error: () => {}, warning: () => {}, notice: (text) => (said = text), summary: async () => {} },
      });
    expect((await job('p.mjs')).failure).toBeUndefined();
    expect(said).toContain('2 open runs: 1 agree, 0 diverge');
    expect(said).toContain('1 are of processes that this step does not name');
    expect(readdirSync(at.dir)).not.toContain('loaded');
    await expect(job()).rejects.toThrow('There is no process to check');
    // What the test would see: named, it is loaded.
    await job('tools/evil.mjs');
    expect(readdirSync(at.dir)).toContain('loaded');
  });

  it('a process that is gone, a journal that is damaged and a run that is not there', async () => {
    const at = bench();
    await waiting(at, 'gone');
    await waiting(at, 'damaged');
    const journal = join(at.dir, '.a5c/runs/damaged/journal');
    const [first = ''] = readdirSync(journal).sort();
    rmSync(join(at.dir, '.a5c/runs/damaged/state'), { recursive: true });
    mkdirSync(join(at.dir, '.a5c/runs/damaged/state'));
    at.write(`.a5c/runs/damaged/journal/${first}`, '{}');
    rmSync(join(at.dir, 'p.mjs'));
    const runs = new Map((await checked(at)).map((run) => [run.runId, run]));
    expect(runs.get('gone')).toMatchObject({ verdict: 'carried', report: expect.stringContaining('p.mjs') });
    const damaged = await checked(at, { runId: 'damaged' }).catch((error: { code: string }) => error.code);
    expect(damaged).toBe('DAMAGED');
    await expect(checked(at, { runId: 'nobody' })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
  });
});
