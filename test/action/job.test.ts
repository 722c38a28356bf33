/** What a job knows of its own time, of its workflow file, and of other workflow runs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { scheduleWarning } from '../../src/action/conclude.ts';
import type { JobEvent } from '../../src/action/event.ts';
import { parseInputs } from '../../src/action/inputs.ts';
import type { Job } from '../../src/action/job.ts';
import { jobOwner } from '../../src/action/store.ts';
import { armTimeLimit } from '../../src/action/time-limit.ts';
import { workflowRunsPort } from '../../src/action/workflow-runs.ts';
import type { SessionResult } from '../../src/operations/session.ts';

afterEach(() => void vi.useRealTimers());

it('contract §2, time limit: it counts from the start of the job step; what runs has 20 minutes more; 0 is none', () => {
  vi.useFakeTimers();
  const fired: string[] = [];
  const arm = (limit: number, ago: number) =>
    armTimeLimit(
      limit,
      ago,
      () => fired.push('drain'),
      () => fired.push('stop'),
    );
  arm(0, 0);
  const disarm = arm(10_000, 4000);
  vi.advanceTimersByTime(5999);
  expect(fired).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(fired).toEqual(['drain']);
  vi.advanceTimersByTime(20 * 60_000);
  expect(fired).toEqual(['drain', 'stop']);
  disarm();
  arm(1000, 0)();
  arm(1000, 5000);
  vi.advanceTimersByTime(10_000);
  expect(fired).toEqual(['drain', 'stop', 'drain']);
});

it('protocol L1: a lease lasts as long as its job may: six hours on GitHub’s machines, five days on others', () => {
  const limit = (RUNNER_ENVIRONMENT: string) =>
    jobOwner(
      parseInputs(() => ''),
      { workflowRunId: '7' } as JobEvent,
      { RUNNER_ENVIRONMENT },
    ).job?.limitMinutes;
  expect([limit('github-hosted'), limit('self-hosted')]).toEqual([6 * 60, 5 * 24 * 60]);
});

it('protocol E5: effects are taken from a workflow run that is over, and from nobody who cannot be asked about', async () => {
  const asked: unknown[] = [];
  const alive = (state: 'alive' | 'dead' | 'unknown') =>
    workflowRunsPort({
      workflowRunState: async (...of) => {
        asked.push(of);
        return state;
      },
    })('workflow-run 7/2');
  expect([await alive('alive'), await alive('unknown'), await alive('dead')]).toEqual([true, true, false]);
  expect(asked).toEqual(Array(3).fill(['7', 2]));
  expect(await workflowRunsPort({ workflowRunState: async () => 'alive' })('somebody')).toBe(false);
});

it('protocol M6: without a schedule it is said once for a run, and whenever a run waits for time', async () => {
  const workspace = mkdtempSync(path.join(tmpdir(), 'longhaul-job-'));
  onTestFinished(() => rmSync(workspace, { recursive: true }));
  const said = async (on: string, isNew: boolean, pending: { wakeAt?: string }[], status = 'waiting') => {
    mkdirSync(path.join(workspace, 'w'), { recursive: true });
    writeFileSync(path.join(workspace, 'w/a.yml'), on);
    const job = { event: { workspace, workflow: 'w/a.yml' } } as unknown as Job;
    const result = { status, pending, runId: 'r' } as unknown as SessionResult;
    return (await scheduleWarning(job, result, isNew)).join();
  };
  const without = 'on: push';
  expect(await said(without, true, [{}])).toContain('a job that dies with it is noticed by nobody');
  expect(await said(without, false, [{}])).toBe('');
  expect(await said(without, false, [{ wakeAt: '2030-01-01T00:00:00.000Z' }])).toContain(
    'nothing will wake it',
  );
  expect(await said(without, true, [], 'completed')).toBe('');
  expect(await said('on: { push: {}, schedule: [] }', true, [{}])).toBe('');
  expect(await said('no: [yaml', true, [{}])).toBe('');
});
