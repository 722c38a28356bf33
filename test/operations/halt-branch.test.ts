/** Halting and ending on the branch store: other machines, real pushes (requirements H15, H19, T2, T12; protocol M9). */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { savePost } from '../../src/action/post.ts';
import { cliWorld } from '../../src/cli/world.ts';
import { carryOn, haltText } from '../../src/operations/carry-on.ts';
import { parseEntry } from '../../src/operations/code.ts';
import { haltRun } from '../../src/operations/halt.ts';
import { startRun } from '../../src/operations/start.ts';
import { runStatus } from '../../src/operations/status.ts';
import { DEFAULT_LIMITS, type DriveEvent } from '../../src/operations/world.ts';
import type { BranchOptions } from '../../src/stores/branch/options.ts';
import type { RunStore } from '../../src/stores/contract.ts';
import { fieldsOf } from '../run-directory-table.ts';
import { eachWorld } from '../stores/branch/world.ts';
import { owner, progress, readJson } from './verbs.ts';

const world = eachWorld();
const ADA = { login: 'ada' };
/** A driver that does not look into its mailbox again. */
const SLOW = { firstMs: 600_000, lastMs: 600_000 };

/** A machine that drives a run of a process with this body. */
async function machine(body: string, options: Partial<BranchOptions> = {}) {
  const workspace = world().folder('workspace');
  writeFileSync(
    join(workspace, 'p.mjs'),
    `import { defineTask } from 'longhaul';
const sh = (ctx, command) => ctx.task(defineTask('sh', () => ({ kind: 'shell', shell: { command } })));
export const process = async (inputs, ctx) => { ${body} };\n`,
  );
  const store = world().store({ workspace, ...options });
  await startRun({ store, runId: 'run-1', entry: parseEntry('p.mjs', workspace), workspace });
  return { store, workspace, ...(await drive(store, workspace)) };
}

async function drive(store: RunStore, workspace: string) {
  const run = await store.open('run-1');
  const seen: DriveEvent[] = [];
  const driving = carryOn({
    store,
    run,
    owner: owner(),
    world: cliWorld({ workspace, env: process.env, report: (event) => seen.push(event) }),
    limits: { ...DEFAULT_LIMITS, graceMs: 500 },
    onCodeChange: 'pin',
    execute: true,
  });
  return { run, seen, driving };
}

/** Somebody else, somewhere else. */
async function halter(driverMs: number) {
  const store = world().store();
  const run = await store.open('run-1');
  const done = await haltRun({
    store,
    run,
    owner: owner(),
    actor: ADA,
    workspace: world().folder('other'),
    finalStatus: 'failed',
    reason: 'obsolete',
    source: 'https://github.com/acme/app/actions/runs/9',
    driverMs,
  });
  return { run, done };
}

const events = (runDir: string): string[] => readdirSync(join(runDir, 'journal')).sort();
const terminal = (lines: { event: string }[]) =>
  lines.filter(({ event }) => /^run_(completed|failed)$/.test(event));

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a run that another machine drives', () => {
  it('req H15, H18: its driver acts on the message: stops what runs, seals, and ends as halted', async () => {
    const { run, seen, driving, workspace } = await machine(`await sh(ctx, 'echo $$ > pid; sleep 60');`);
    await until(
      () => existsSync(join(workspace, 'pid')) && readFileSync(join(workspace, 'pid'), 'utf8') !== '',
    );
    const { run: there, done } = await halter(20_000);
    const result = await driving;
    expect(result).toMatchObject({ status: 'failed', pending: [], terminal: { sealed: true, actor: ADA } });
    expect(haltText(result)).toBe('halted by ada: obsolete');
    expect(() => process.kill(Number(readFileSync(join(workspace, 'pid'), 'utf8')), 0)).toThrow('ESRCH');
    expect(events(there.runDir)).toEqual(events(run.runDir));
    expect(done.event).toMatchObject({ type: 'RUN_FAILED', seq: events(run.runDir).length });
    const [last] = [...there.events()].slice(-1);
    // req H11: who, from where, and that it is no natural end
    expect(last?.data).toMatchObject({
      manual_seal_reason: 'obsolete',
      synthetic: true,
      actor: ADA,
      source: 'https://github.com/acme/app/actions/runs/9',
    });
    expect(terminal(progress(run))).toHaveLength(1);
    expect(seen.at(-1)).toMatchObject({ type: 'ended', status: 'failed' });
    expect(await world().refs('refs/longhaul/mail/')).toEqual(new Map());
  });

  it('req H15, H19, protocol M9: one that does not react is sealed over; its next save is refused, and it ends as halted', async () => {
    const { run, driving, workspace } = await machine(
      `await sh(ctx, 'echo > up; until test -e go; do sleep 0.1; done'); await sh(ctx, 'echo > never');`,
      { mailPace: SLOW },
    );
    await until(() => existsSync(join(workspace, 'up')));
    const { run: there, done } = await halter(300);
    expect(done.event.type).toBe('RUN_FAILED');
    writeFileSync(join(workspace, 'go'), '');
    const result = await driving;
    const overruled = { already: false, overruled: true };
    expect(result).toMatchObject({ status: 'failed', ...overruled, terminal: { sealed: true } });
    expect(haltText(result)).toBe('halted by ada: obsolete');
    expect(existsSync(join(workspace, 'never'))).toBe(false);
    // What it had not saved is gone: both machines have the very same journal, the seal last.
    expect(events(run.runDir)).toEqual(events(there.runDir));
    expect(terminal(progress(run))).toMatchObject([
      { event: 'run_failed', status: 'fail', reason: 'obsolete' },
    ]);
    const fresh = await world().store().open('run-1');
    expect(await runStatus(fresh)).toEqual(await runStatus(there));
    expect(readJson(fresh.runDir, 'final.json')).toEqual(readJson(there.runDir, 'final.json'));
    expect(await world().refs('refs/longhaul/mail/')).toEqual(new Map());
  });
});

describe('the end of a run', () => {
  it('req T2, T3: final.json is in the save that makes the end durable, the last line comes after it and is not on the branch', async () => {
    const { run, driving } = await machine(`return 'done';`);
    expect(await driving).toMatchObject({ status: 'completed' });
    const [{ timestamp, status }] = [
      readJson<{ timestamp: string; status: string }>(run.runDir, 'final.json'),
    ];
    expect(status).toBe('success');
    const tip = await world().git('ls-tree', '-r', '--name-only', 'refs/heads/longhaul/run-1');
    expect(tip).toContain('final.json');
    expect(tip).not.toContain('progress.ndjson');
    const [line] = terminal(progress(run)) as unknown as { run_id: string; ts: string; status: string }[];
    expect(line).toMatchObject({ run_id: 'run-1', status });
    const last = progress(run).map(({ event }) => event);
    expect(last.slice(-3)).toEqual(['git_push_start', 'git_push_ok', 'run_completed']);
    expect(Date.parse(line?.ts ?? '')).toBeGreaterThanOrEqual(Date.parse(timestamp));
  });

  it('req T2, T12: a push that hangs is no durable copy: no last line, and an error that says so; the post step or the next driver adds it', async () => {
    const { run, driving, store, workspace } = await machine(
      `await sh(ctx, 'echo > up; until test -e go; do sleep 0.1; done'); throw new Error('primary');`,
      { mailPace: SLOW, timeoutMs: 1500, retry: { attempts: 1, delayMs: 10 } },
    );
    await until(() => existsSync(join(workspace, 'up')));
    const { faults } = world().github.platform;
    const silent = {
      class: 'git',
      method: 'POST',
      phase: 'after',
      times: 99,
      action: { hang: true },
    } as const;
    const hanging = ['git-receive-pack', 'git-upload-pack'].map((path) => faults.add({ ...silent, path }));
    writeFileSync(join(workspace, 'go'), '');
    await expect(driving).rejects.toMatchObject({
      code: 'NOT_SAVED',
      message: expect.stringMatching(/^Error: primary; saving run run-1 failed: /),
    });
    for (const fault of hanging) {
      expect(fault.hits).toBeGreaterThan(0);
      fault.remove();
    }
    expect(terminal(progress(run))).toEqual([]);
    const last = progress(run).map(({ event }) => event);
    expect(last.slice(-2)).toEqual(['git_push_start', 'git_push_failed']);
    expect(readJson(run.runDir, 'final.json')).toMatchObject({ status: 'fail' });
    const io = { notice: () => {}, warning: expect.unreachable };
    const post = { io, store, owner: owner(), workspace, workflow: '', tell: async () => {} };
    const events = () => progress(run).map(({ event }) => event);
    expect(await savePost(post, ['run-1'])).toBeUndefined();
    const told = ['git_push_start', 'git_push_failed', 'git_push_start', 'git_push_ok', 'run_failed'];
    expect(events().slice(-5)).toEqual(told);
    // req T9: what a push leaves in the stream is documented.
    const documented = fieldsOf('Lines of progress.ndjson');
    for (const { event, id: _, ts: __, run_id: ___, ...fields } of progress(run).slice(-5))
      expect(documented.get(event)).toEqual(expect.arrayContaining(Object.keys(fields)));
    expect(await savePost(post, ['run-1'])).toBeUndefined();
    expect(events().slice(-5)).toEqual(told); // req T1
    // req T11
    const again = await drive(world().store({ workspace }), workspace);
    expect(await again.driving).toMatchObject({
      status: 'failed',
      already: true,
      error: { message: 'primary' },
    });
    expect(terminal(progress(again.run))).toMatchObject([{ event: 'run_failed', reason: 'Error: primary' }]);
  });
});
