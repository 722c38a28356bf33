import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { platformTimings, startWorld, type WorkflowRun, type World } from './index.ts';

const folder = resolve(import.meta.dirname, 'fixtures/sample-action');
const nodeModules = resolve(import.meta.dirname, '../../node_modules');
const workflow = `
on: { workflow_dispatch: { inputs: { mode: {} } } }
jobs:
  work:
    runs-on: ubuntu-latest
    steps:
      - { id: w, uses: acme/sample@v1, with: { mode: '\${{ inputs.mode }}' }, env: { SAMPLE_DIARY: 'DIARY_PATH' } }
      - run: echo not reached
      - { if: always(), run: 'echo tidy \${{ job.status }}' }
  after: { needs: work, runs-on: ubuntu-latest, steps: [{ run: echo no }] }
  stays: { needs: work, if: always(), runs-on: ubuntu-latest, steps: [{ run: 'echo stays \${{ needs.work.result }}' }] }
`;

let world: World;
let diary: string;

beforeEach(async () => {
  world = await startWorld({ actions: { 'acme/sample': { folder, nodeModules } } });
  diary = join(world.folder, 'diary.txt');
});
afterEach(() => world.close());

const notes = (): Map<string, number> => {
  try {
    const lines = readFileSync(diary, 'utf8').split('\n').filter(Boolean);
    return new Map(lines.map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]));
  } catch {
    return new Map();
  }
};

async function noted(name: string): Promise<number> {
  for (;;) {
    const value = notes().get(name);
    if (value !== undefined) return value;
    await wait(20);
  }
}

async function begin(mode: string): Promise<WorkflowRun> {
  await world.pushFiles({ '.github/workflows/a.yml': workflow.replace('DIARY_PATH', diary) });
  const run = await world.dispatch('a.yml', { mode });
  await noted('ready');
  return run;
}

/** A killed process that nobody has waited for yet is dead, too. */
const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('cancellation', () => {
  it('signals the entry process after the platform’s own timetable, then ends the tree', async () => {
    expect(platformTimings).toEqual({ interrupt: 7_500, terminate: 2_500 });
    const run = await begin('stubborn');
    const child = await noted('child');
    const started = Date.now();
    world.cancelRun(run);
    await world.settled();
    const heard = notes();
    expect((heard.get('SIGINT') ?? 0) - started).toBeLessThan(500);
    expect((heard.get('SIGTERM') ?? 0) - started).toBeGreaterThan(7_400);
    expect((heard.get('SIGTERM') ?? 0) - started).toBeLessThan(8_500);
    expect(run.job('work').step('w').durationMs).toBeGreaterThan(9_900);
    expect(isAlive(child)).toBe(false);
    expect(run.conclusion).toBe('cancelled');
    expect(run.job('work').step('w').conclusion).toBe('cancelled');
    expect(run.job('work').log).toContain('tidy cancelled');
    expect(run.job('work').log).toContain('Goodbye');
    expect(run.job('work').log).not.toContain('not reached\n');
    expect(run.job('after').conclusion).toBe('skipped');
    expect(run.job('stays').log).toContain('stays cancelled');
  });

  it('keeps what a polite action still writes', async () => {
    const run = await begin('polite');
    world.cancelRun(run);
    await world.settled();
    expect(run.job('work').step('w')).toMatchObject({ conclusion: 'cancelled', outputs: { saved: 'yes' } });
    expect(run.job('work').step('w').durationMs).toBeLessThan(5_000);
    expect(notes().has('post')).toBe(true);
  });

  it('ends everything at once when forced', async () => {
    const run = await begin('stubborn');
    const child = await noted('child');
    world.cancelRun(run, { force: true });
    await world.settled();
    expect(run.conclusion).toBe('cancelled');
    expect(notes().has('SIGINT') || notes().has('post')).toBe(false);
    expect(isAlive(child)).toBe(false);
  });

  it('loses a machine: the API says in_progress until somebody notices', async () => {
    const run = await begin('stubborn');
    world.loseMachine(run, run.job('work'));
    await world.settled();
    expect(run.status).toBe('in_progress');
    expect(notes().has('post')).toBe(false);
    const token = world.platform.mintJobToken(world.repo, { actions: 'read' }).value;
    const url = `${world.platform.urls.api}/repos/acme/app/actions/runs/${run.id}/attempts/1/jobs`;
    const ask = async () =>
      JSON.stringify(await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json());
    expect(await ask()).toContain('"status":"in_progress"');
    world.noticeLoss(run, run.job('work'));
    await world.settled();
    expect(run.job('work').conclusion).toBe('failure');
    expect(await ask()).toContain('"conclusion":"failure"');
  });

  it('is ordered through the API as well', async () => {
    const run = await begin('polite');
    const token = world.platform.mintJobToken(world.repo, { actions: 'write' }).value;
    const url = `${world.platform.urls.api}/repos/acme/app/actions/runs/${run.id}`;
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${url}/cancel`, { method: 'POST', headers })).status).toBe(202);
    await world.settled();
    expect(await (await fetch(url, { headers })).json()).toMatchObject({
      status: 'completed',
      conclusion: 'cancelled',
    });
    expect((await fetch(`${url}/cancel`, { method: 'POST', headers })).status).toBe(409);
  });
});

describe('re-runs', () => {
  it('repeats failed jobs only, under a new attempt and the same event', async () => {
    await world.pushFiles({
      '.github/workflows/b.yml': `
on: workflow_dispatch
jobs:
  good: { runs-on: ubuntu-latest, outputs: { x: '\${{ github.run_attempt }}' }, steps: [{ run: 'true' }] }
  bad: { runs-on: ubuntu-latest, needs: good, steps: [{ run: 'test "$GITHUB_RUN_ATTEMPT" = 2 && echo made in \${{ needs.good.outputs.x }} for $GITHUB_TRIGGERING_ACTOR' }] }
`,
    });
    const run = await world.dispatch('b.yml');
    await world.settled();
    expect(run.conclusion).toBe('failure');
    const good = run.job('good').id;
    await world.rerun(run, { failedOnly: true, actor: 'zoe' });
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.job('good').id).toBe(good);
    expect(run.job('bad').log).toContain('made in 1 for zoe');
    expect(run.record.attempts.map((attempt) => attempt.conclusion)).toEqual(['failure', 'success']);
    await world.rerun(run);
    await world.settled();
    expect(run.job('good').id).not.toBe(good);
  });
});
