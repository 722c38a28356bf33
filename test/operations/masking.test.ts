/** What failed first is what is said, whatever fails in its wake (requirements S3-S5): all sixteen combinations. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRed } from '../../src/action/conclude.ts';
import { drivenExit, errorExit } from '../../src/cli/exit-codes.ts';
import type { SessionResult } from '../../src/operations/session.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import { bench, owner, progress, readJson } from './verbs.ts';

interface Row {
  work: boolean;
  cleanup: boolean;
  persist: boolean;
  announce: boolean;
}

const ROWS: Row[] = Array.from({ length: 16 }, (_, i) => ({
  work: (i & 8) === 0,
  cleanup: (i & 4) === 0,
  persist: (i & 2) === 0,
  announce: (i & 1) === 0,
}));

const said = (ok: boolean): string => (ok ? 'ok' : 'throws');
const names = ROWS.map((row) => ({
  row,
  name: `work ${said(row.work)}, clean-up ${said(row.cleanup)}, persist ${said(row.persist)}, announce ${said(row.announce)}`,
}));

/** The store refuses the save that makes the end durable. */
function unsavable(run: OpenRun): OpenRun {
  const acquire = run.acquire.bind(run);
  run.acquire = async (...args) => {
    const lease = await acquire(...args);
    const save = lease.save.bind(lease);
    lease.save = (options) =>
      lease.journal.state.terminal === undefined ? save(options) : Promise.reject(new Error('P'));
    return lease;
  };
  return run;
}

/** What the driver's caller sees: its answer, or the error that makes a job red and an exit code 1. */
function expectedReport({ work, cleanup, persist, announce }: Row): object {
  const primary = work ? '' : 'Error: W; ';
  if (!persist) return { code: 'NOT_SAVED', message: `${primary}saving run run-1 failed: P` };
  if (!announce) {
    const message = expect.stringMatching(
      new RegExp(`^${primary}the last line of progress\\.ndjson could not be written: EISDIR`),
    );
    return { code: 'ANNOUNCE_FAILED', message };
  }
  return work
    ? { status: 'completed', output: '"done"' }
    : {
        status: 'failed',
        error: { name: 'Error', message: 'W' },
        terminal: cleanup ? {} : { cleanupErrors: [{}] },
      };
}

describe('req S3, S4, S5: masking', () => {
  it.each(names)('$name', async ({ row }) => {
    const { work, cleanup, persist, announce } = row;
    const at = bench();
    const run = await at.start(
      `${cleanup ? '' : "ctx.onCleanup(() => { throw new Error('C'); });"} ${work ? "return 'done';" : "throw new Error('W');"}`,
    );
    const stream = join(run.runDir, 'progress.ndjson');
    if (!announce) mkdirSync(stream);
    const report = await at
      .drive(persist ? run : unsavable(await at.store.open(run.runId)))
      .catch((error: unknown) => error);
    expect(report).toMatchObject(expectedReport(row));
    // The command exits with 0 and the job is green only where all three went well; a clean-up changes neither.
    const isError = report instanceof Error;
    const isAnnounced = persist && announce;
    expect(isError).toBe(!isAnnounced);
    const exit = isError ? errorExit(report) : drivenExit((report as SessionResult).status);
    expect(exit).toBe(!isAnnounced ? 1 : work ? 0 : 3);
    expect(isError || isRed(report as SessionResult, ['failed'])).toBe(!(work && isAnnounced));

    // The journal ends with what the work came to; a clean-up is attached and changes nothing.
    const [last] = [...run.events()].slice(-1);
    expect(last?.type).toBe(work ? 'RUN_COMPLETED' : 'RUN_FAILED');
    expect(last?.data).toMatchObject(cleanup ? {} : { cleanupErrors: [{ name: 'Error', message: 'C' }] });
    if (!work) expect(last?.data.detail).toBe(cleanup ? undefined : 'W; clean-up failed: C');
    const warnings = at.seen.flatMap((event) => (event.type === 'warning' ? [event.message] : []));
    expect(warnings).toEqual(cleanup ? [] : ['a clean-up failed: C']);

    // final.json says the same, and stands before anything is announced.
    expect(readJson(run.runDir, 'final.json')).toMatchObject({
      status: work ? 'success' : 'fail',
      ...(work ? {} : { failure_reason: 'Error: W', error_class: 'permanent' }),
      ...(cleanup ? {} : { attached_errors: ['clean-up failed: Error: C'] }),
    });
    const announced = (): unknown[] =>
      announce ? progress(run).filter(({ event }) => /^run_(completed|failed)$/.test(event)) : [];
    expect(announced()).toHaveLength(isAnnounced ? 1 : 0);
    expect(at.seen.some(({ type }) => type === 'ended')).toBe(isAnnounced);
    if (isAnnounced) return;

    // What was not announced is announced once by whoever comes next (T11), and the end is still the first one.
    if (!announce) rmSync(stream, { recursive: true });
    const next = await at.drive(run, { owner: owner() });
    expect(next).toMatchObject({ status: work ? 'completed' : 'failed', already: true });
    expect(readFileSync(stream, 'utf8').match(/run_(completed|failed)/g)).toHaveLength(1);
    expect(existsSync(join(run.runDir, 'final.json'))).toBe(true);
  });
});
