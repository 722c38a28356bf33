/** Refs, trailers and subjects: what is written from validated values only. */
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { emptyState } from '../../../src/journal/state.ts';
import { archivePath, mailRef, RunRefs } from '../../../src/stores/branch/refs.ts';
import { subjectOf } from '../../../src/stores/branch/subject.ts';
import { formatTrailers, parseTrailers, type RunTrailers } from '../../../src/stores/branch/trailers.ts';
import { isSafePath, isSaved } from '../../../src/stores/saved-files.ts';
import { driver } from './world.ts';

describe('refs', () => {
  it.each([
    ['longhaul/{run-id}', 'refs/heads/longhaul/x'],
    ['bot/runs/{run-id}-journal', 'refs/heads/bot/runs/x-journal'],
    ['refs/longhaul/runs/{run-id}', 'refs/longhaul/runs/x'],
  ])('%s', (template, ref) => {
    const refs = new RunRefs(template);
    expect(refs.run('x')).toBe(ref);
    expect(refs.runOf(ref)).toBe('x');
    expect(refs.runOf('refs/heads/main')).toBeUndefined();
  });

  it.each([
    'longhaul',
    '{run-id}',
    '{run-id}/{run-id}',
    'a b/{run-id}',
    'a..b/{run-id}',
    '/{run-id}',
    'x/{run-id}.lock',
    'refs/longhaul/mail/{run-id}',
    'refs/longhaul/{run-id}',
    'x/-{run-id}\n',
    'a~/{run-id}',
  ])('branch: %j is refused', (template) => {
    expect(() => new RunRefs(template)).toThrow(UsageError);
  });

  it('what lies below the prefix and is no run', () => {
    const refs = new RunRefs();
    expect(refs.runOf('refs/heads/longhaul/a/b')).toBeUndefined();
    expect(refs.obstacles()).toEqual(['refs/heads/longhaul']);
    expect(new RunRefs('a/b/{run-id}').obstacles()).toEqual(['refs/heads/a', 'refs/heads/a/b']);
  });

  it('mail and archive', () => {
    expect(mailRef('run-1', 'c-1-0123456789ab')).toBe('refs/longhaul/mail/run-1/c-1-0123456789ab');
    expect(() => mailRef('run-1', 'a..b-0123456789ab')).toThrow(UsageError);
    expect(archivePath('RUN').slice(0, 3)).toBe(archivePath('run').slice(0, 3));
  });
});

const HOME = 'https://github.com/acme/app';

describe('trailers', () => {
  const run: RunTrailers = {
    status: 'waiting',
    seq: 12,
    attempt: 2,
    created: '2026-01-01T00:00:00.000Z',
    updated: '2026-01-02T00:00:00.000Z',
    process: 'deploy',
    wakeAt: '2026-01-03T00:00:00.000Z',
    issue: 42,
    waitingOn: [
      { issue: 42, ref: 'e-7k3qd' },
      { issue: 43, ref: 'e-abcde' },
    ],
    workflow: '.github/workflows/x.yml',
    lease: {
      epoch: 3,
      owner: { ...driver({}), startedAt: '2026-01-02T00:00:00.000Z' },
      released: true,
      expiresAt: '2026-01-02T06:00:00.000Z',
    },
  };

  it('come back as they were written', () => {
    for (const home of [HOME, 'https://github.com/acme/other']) {
      const text = formatTrailers(run, home);
      expect(parseTrailers(`subject\n\nbody: text\n\n${text}`, home)).toEqual(run);
      expect(text.includes('url=')).toBe(home.endsWith('other'));
    }
  });

  it('what has not its shape is left out', () => {
    const hostile: RunTrailers = {
      ...run,
      process: 'a\nStatus: completed',
      workflow: 'x\nSeq: 1',
      wakeAt: 'never',
      waitingOn: [{ issue: 1, ref: 'e-1\nIssue: 7' }],
      lease: {
        epoch: 1,
        owner: { ...driver(), process: { pid: 1, startTime: '', bootId: '', host: 'h\nSeq: 9' } },
        released: false,
      },
    };
    const text = formatTrailers(hostile, HOME);
    expect(text.match(/^(Status|Seq|Issue):/gm)).toEqual(['Status:', 'Seq:', 'Issue:']);
    expect(text).not.toMatch(/Process|Workflow|Wake-At|Waiting-On/);
    expect(parseTrailers(text, HOME)).toMatchObject({
      status: 'waiting',
      seq: 12,
      lease: { owner: { process: { host: 'h\nSeq: 9' } } },
    });
  });

  it.each(['', 'mine', 'mine\n\nStatus: running', 'mine\n\nStatus: fine\nSeq: 1', 'mine\n\nSeq: 1'])(
    '%j is no save of a run',
    (message) => {
      expect(parseTrailers(message, HOME)).toBeUndefined();
    },
  );

  it('reading is tolerant', () => {
    expect(
      parseTrailers(
        'x\n\nstatus:running\r\nSEQ: 3\nLease: 1 held %zz\nWaiting-On: nobody\nNew-One: 1\n',
        HOME,
      ),
    ).toMatchObject({ status: 'running', seq: 3, attempt: 1, waitingOn: [] });
  });
});

it('the first line tells what happened, on one line, and mentions nobody', () => {
  const state = emptyState();
  const effect = {
    request: { stepId: 'S000003', label: 'build @ann fixes #12\nStatus: failed', taskId: 't' },
  };
  state.effects.set('E', effect as never);
  const event = (type: string, data = {}) => ({
    seq: 1,
    ulid: '',
    type,
    recordedAt: '',
    data: { effectId: 'E', ...data },
  });
  expect(subjectOf('r', state, [event('EFFECT_RESOLVED', { status: 'ok' })], 'x')).toBe(
    'longhaul(r): S000003 build ann fixes 12 Status: failed ✓',
  );
  expect(
    subjectOf(
      'r',
      state,
      [
        event('EFFECT_STARTED'),
        event('EFFECT_RESOLVED', { status: 'error' }),
        event('EFFECT_RESOLVED', { status: 'error' }),
      ],
      'x',
    ),
  ).toMatch(/✗ \(\+1\)$/);
  expect(subjectOf('r', state, [event('RUN_COMPLETED'), event('EFFECT_RESOLVED')], 'x')).toBe(
    'longhaul(r): completed ✓',
  );
  expect(subjectOf('r', state, [], 'lease taken')).toBe('longhaul(r): lease taken');
});

it('what belongs on the branch', () => {
  for (const path of [
    'run.json',
    'journal/000001.x.json',
    'tasks/e/stdout.log',
    'state/output.json',
    'final.json',
    'code/manifest.json',
    '.gitignore',
  ])
    expect(isSaved(path), path).toBe(true);
  for (const path of [
    'progress.ndjson',
    'lease/epoch-1.json',
    'mailbox/x.json',
    'state/state.json',
    'state/segments/a',
    '.git/config',
    'a/.GIT/x',
    'journal/tmp-1',
    '../x',
    'a//b',
  ])
    expect(isSaved(path), path).toBe(false);
  expect(isSafePath('a\\b')).toBe(false);
  expect(isSafePath('C:/x')).toBe(false);
});
