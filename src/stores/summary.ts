/** One line about a run, for lists. */
import type { RunStatus } from '../journal/events.ts';
import { hasChild, type RunState, statusOf, waitsForOthers } from '../journal/state.ts';
import type { DueRun, ListFilter, RunOnIssue, RunSummary } from './contract.ts';

/** `runId`: the name under which the store has the run. */
export function summaryOf(runId: string, state: RunState, now: number = Date.now()): RunSummary {
  const summary: RunSummary = {
    runId,
    processId: state.processId,
    state: statusOf(state, now),
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
  };
  if (state.terminal !== undefined) return summary;
  const wakeAt = wakeTime(state);
  if (wakeAt !== undefined) summary.wakeAt = wakeAt;
  const waitingOn = [...state.pending.values()]
    .filter((effect) => waitsForOthers(effect, now))
    .map((effect) => effect.request.label);
  if (waitingOn.length > 0) summary.waitingOn = waitingOn;
  return summary;
}

/** The earliest ISO time at which time alone brings the run on; undefined: it waits for somebody. */
export function wakeTime(state: RunState): string | undefined {
  const times: number[] = [];
  const add = (time: string | undefined): void => {
    const ms = time === undefined ? Number.NaN : Date.parse(time);
    if (!Number.isNaN(ms)) times.push(ms);
  };
  add(state.deadline);
  add(state.cancel?.deadline);
  for (const effect of state.pending.values()) {
    const last = effect.starts.at(-1);
    add(effect.request.deadline);
    add(last?.notBefore);
    add(last?.deadline);
  }
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}

/**
 * ISO time from which a sweep looks at an open run. One that waits for a run of its own it looks at each time: the word
 * of that run's end may be lost with its machine. `lookAt`: of the index note.
 */
export function sweepTime(state: RunState, lookAt = ''): string | undefined {
  if (state.terminal !== undefined) return undefined;
  const parent = [...state.pending.values()].some(hasChild) ? state.updatedAt : undefined;
  return [wakeTime(state), lookAt, parent].filter((time) => time !== undefined && time !== '').sort()[0];
}

/** Applies a filter; the runs changed last come first. */
export function filterRuns(runs: readonly RunSummary[], filter: ListFilter = {}): RunSummary[] {
  const { status, processId, limit } = filter;
  return runs
    .filter((run) => status === undefined || status.includes(run.state))
    .filter((run) => processId === undefined || run.processId === processId)
    .sort((a, b) =>
      a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.runId < b.runId ? -1 : 1,
    )
    .slice(0, limit ?? runs.length);
}

/** Why a run that nobody drives should be driven now; undefined: it waits for somebody, or has ended. */
export function whyDue(
  run: {
    state: RunStatus;
    wakeAt: string | undefined;
    hasMail: boolean;
    /** Its last driver did not give the lease back: something may be left to do, an announcement say. */
    isLeft?: boolean;
  },
  now: number,
): DueRun['why'] | undefined {
  const { state, wakeAt, hasMail, isLeft = false } = run;
  if (hasMail) return 'mail';
  if (state === 'running' || state === 'created' || (state === 'waiting' && isLeft)) return 'driver';
  return state === 'waiting' && wakeAt !== undefined && Date.parse(wakeAt) <= now ? 'time' : undefined;
}

export function longestFirst(due: readonly (DueRun & { updatedAt: string })[]): DueRun[] {
  return [...due]
    .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1))
    .map(({ runId, why }) => ({ runId, why }));
}

/** What an index knows of a run that a comment may be for. */
interface RowOnIssue {
  runId: string;
  status: RunStatus;
  attempt: number;
  updated: string;
  waitingOn: readonly { issue: number; ref: string }[];
  issue?: number;
  workflow?: string;
}

/** Those that report on an issue or wait there. */
export function runsOn(rows: readonly RowOnIssue[], issue: number): RunOnIssue[] {
  return rows
    .map(({ runId, status, attempt, updated: updatedAt, waitingOn, issue: reports, workflow }) => ({
      row: {
        runId,
        status,
        attempt,
        updatedAt,
        refs: waitingOn.filter((one) => one.issue === issue).map(({ ref }) => ref),
        ...(workflow === undefined ? {} : { workflow }),
      },
      isHere: reports === issue,
    }))
    .filter(({ row, isHere }) => isHere || row.refs.length > 0)
    .map(({ row }) => row);
}
