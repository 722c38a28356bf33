import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { NewEvent } from '../../src/journal/events.ts';
import { finalOf, readFinal, writeFinal } from '../../src/journal/final.ts';
import { ProgressLog } from '../../src/journal/progress.ts';
import { doSteps, newRun, readJson } from './helpers.ts';

const FAILED: NewEvent = {
  type: 'RUN_FAILED',
  data: { error: { name: 'BuildError', message: 'exit 2', stack: 's' }, errorClass: 'transient' },
};
const RETRIED: NewEvent = { type: 'RUN_RETRIED', data: { actor: { login: 'x' }, effects: [], dropped: [] } };

async function ended(event: NewEvent) {
  const test = await newRun();
  doSteps(test.journal, 1, 1);
  test.journal.append([event]);
  const log = new ProgressLog(test.runDir, 'run-1');
  return { ...test, log, state: test.journal.state };
}

const lines = (runDir: string) =>
  readFileSync(join(runDir, 'progress.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { [key: string]: string });

function writeOne(runDir: string, event: string): void {
  const log = new ProgressLog(runDir, 'run-1');
  log.write(event);
  log.close();
}

describe('final.json', () => {
  it.each([
    ['success', { type: 'RUN_COMPLETED', data: { outputRef: 'state/output.json' } }, undefined],
    ['fail', FAILED, 'BuildError: exit 2'],
    [
      'canceled',
      { type: 'RUN_FAILED', data: { error: { name: 'RunCanceled', message: 'by ann' }, canceled: true } },
      'RunCanceled: by ann',
    ],
    ['canceled', { type: 'RUN_HALTED', data: { reason: 'enough' } }, 'enough'],
    [
      'fail',
      {
        type: 'RUN_FAILED',
        data: { error: { name: 'ManualHalt', message: 'x' }, manual_seal_reason: 'rejected "ü"\n' },
      },
      'rejected "ü"\n',
    ],
    [
      'fail',
      { type: 'RUN_FAILED', data: { error: { name: 'TimeoutError', message: 'too long' }, timedOut: true } },
      'TimeoutError: too long',
    ],
    ['success', { type: 'RUN_COMPLETED', data: { manual_seal_reason: 'done by hand' } }, undefined],
  ] as [string, NewEvent, string | undefined][])(
    'req T5, T6: %s, reason left out when empty',
    async (status, event, reason) => {
      const { state, runDir } = await ended(event);
      writeFinal(runDir, finalOf(state, 'c0ffee')!);
      const final = readJson(join(runDir, 'final.json'));
      expect(final).toMatchObject({
        status,
        run_id: 'run-1',
        final_git_commit_sha: 'c0ffee',
        attempt: 1,
        timestamp: state.terminal?.at,
      });
      expect(final.failure_reason).toBe(reason);
      expect('failure_reason' in final).toBe(reason !== undefined);
    },
  );

  it('req T6: it is replaced as a whole: who has the old one open reads the old one to its end', async () => {
    const { state, runDir } = await ended(FAILED);
    const path = join(runDir, 'final.json');
    writeFinal(runDir, finalOf(state, 'old')!);
    const text = readFileSync(path, 'utf8');
    const open = openSync(path, 'r');
    writeFinal(runDir, finalOf(state, 'new')!);
    expect(readFileSync(open, 'utf8')).toBe(text);
    closeSync(open);
    expect(readJson(path).final_git_commit_sha).toBe('new');
    expect(readdirSync(runDir).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('req R6: shows the class of the error, and what failed besides', async () => {
    const { state } = await ended({
      type: 'RUN_FAILED',
      data: { ...FAILED.data, cleanupErrors: [{ name: 'Error', message: 'refused' }] },
    });
    expect(finalOf(state, '')).toMatchObject({
      error_class: 'transient',
      error: { name: 'BuildError', message: 'exit 2' },
      attached_errors: ['clean-up failed: Error: refused'],
    });
  });

  it('req T13: there is none for a run that was reopened, and the old one says of which attempt it is', async () => {
    const { state, journal, runDir } = await ended(FAILED);
    writeFinal(runDir, finalOf(state, '')!);
    journal.append([RETRIED]);
    expect(finalOf(state, '')).toBeUndefined();
    expect(readFinal(runDir)?.attempt).toBe(1);
    journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
    expect(finalOf(state, '')?.attempt).toBe(2);
  });
});

describe('progress.ndjson', () => {
  it('req T4: every line has event, id, run_id and ts; the last one its exact shape', async () => {
    const { log, state, runDir } = await ended(FAILED);
    log.write('step_started', { step: 'S000001' });
    writeFinal(runDir, finalOf(state, '')!);
    expect(log.end(state)).toBe(true);
    const [first, last] = lines(runDir);
    for (const line of [first!, last!]) {
      expect(line.id).toMatch(/^[0-9a-f]{8}$/);
      expect(line.run_id).toBe('run-1');
      expect(line.ts).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/);
    }
    expect(Object.keys(last!)).toEqual(['event', 'status', 'run_id', 'reason', 'id', 'ts']);
    expect(last).toMatchObject({ event: 'run_failed', status: 'fail', reason: 'BuildError: exit 2' });
  });

  it('req T4: reason is left out after success', async () => {
    const { log, state, runDir } = await ended({ type: 'RUN_COMPLETED', data: {} });
    writeFinal(runDir, finalOf(state, '')!);
    log.end(state);
    expect(Object.keys(lines(runDir).at(-1)!)).toEqual(['event', 'status', 'run_id', 'id', 'ts']);
    expect(lines(runDir).at(-1)).toMatchObject({ event: 'run_completed', status: 'success' });
  });

  it('req T1, T11: the last line is there once, however often whoever finds it missing adds it', async () => {
    const { state, runDir, log } = await ended(FAILED);
    writeFinal(runDir, finalOf(state, '')!);
    expect([log.end(state), log.end(state), new ProgressLog(runDir, 'run-1').end(state)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(lines(runDir)).toHaveLength(1);
  });

  it('req T13: one last line for each attempt', async () => {
    const { state, runDir, log, journal } = await ended(FAILED);
    writeFinal(runDir, finalOf(state, '')!);
    log.end(state);
    journal.append([RETRIED]);
    expect(() => log.end(state)).toThrow(/no final\.json/);
    log.write('step_started');
    journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
    expect(() => log.end(state)).toThrow(/no final\.json/);
    writeFinal(runDir, finalOf(state, '')!);
    log.end(state);
    log.end(state);
    expect(lines(runDir).map((line) => line.event)).toEqual(['run_failed', 'step_started', 'run_completed']);
  });

  it('req T10: without final.json no last line, and that is an error', async () => {
    const { state, runDir, log } = await ended(FAILED);
    mkdirSync(join(runDir, 'final.json'));
    expect(() => writeFinal(runDir, finalOf(state, '')!)).toThrow();
    rmSync(join(runDir, 'final.json'), { recursive: true });
    expect(() => log.end(state)).toThrow(/no final\.json/);
    expect(existsSync(join(runDir, 'progress.ndjson'))).toBe(false);
  });

  it('req T14: a line that cannot be written does not fail the run; the last one does', async () => {
    const { state, runDir, log } = await ended(FAILED);
    writeFinal(runDir, finalOf(state, '')!);
    mkdirSync(join(runDir, 'progress.ndjson'));
    expect(() => log.write('step_started')).not.toThrow();
    expect(() => log.end(state)).toThrow();
  });

  it('a torn line of a killed writer is cut off, a whole one gets its newline', async () => {
    const { runDir } = await ended(FAILED);
    const path = join(runDir, 'progress.ndjson');
    writeFileSync(path, '{"event":"a"}\n{"event":"b');
    writeOne(runDir, 'c');
    appendFileSync(path, '{"event":"d"}');
    writeOne(runDir, 'e');
    expect(lines(runDir).map((line) => line.event)).toEqual(['a', 'c', 'd', 'e']);
  });

  it('lines that come together are one write, made soon whether or not the file is closed, and before the last line', async () => {
    const { state, runDir, log } = await ended(FAILED);
    writeFinal(runDir, finalOf(state, '')!);
    log.write('a');
    log.write('b');
    await vi.waitFor(() => expect(lines(runDir).map((line) => line.event)).toEqual(['a', 'b']));
    log.write('c');
    log.end(state);
    expect(lines(runDir).map((line) => line.event)).toEqual(['a', 'b', 'c', 'run_failed']);
  });
});
