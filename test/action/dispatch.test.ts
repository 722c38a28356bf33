/** Dispatches of a run: what is journaled, what is sent, and when it stops. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Dispatch } from '../../src/action/dispatch.ts';
import type { JobEvent } from '../../src/action/event.ts';
import { parseInputs } from '../../src/action/inputs.ts';
import { GitHubRefusal, GitHubUnavailable } from '../../src/github/port.ts';
import type { RunDispatchedData } from '../../src/journal/events.ts';
import { emptyState } from '../../src/journal/state.ts';
import type { SessionResult } from '../../src/operations/session.ts';

it('a chain of `max-hops` dispatches, each as the journal has it, and no hop that does not come to pass', async () => {
  const sent: unknown[] = [];
  const state = emptyState();
  state.runId = 'r';
  const event = {
    name: 'push',
    workflow: '.github/workflows/a.yml',
    ref: 'refs/heads/main',
    actor: 'ann',
    payload: {},
  } as JobEvent;
  const inputs = parseInputs((name) => (name === 'max-hops' ? '2' : ''));
  const github = {
    async dispatch(...all: unknown[]) {
      sent.push(all);
    },
  };
  const continued = { ...event, name: 'workflow_dispatch', actor: 'github-actions[bot]' };
  const atLimit = { runId: 'r', status: 'running', stopped: 'time-limit' } as SessionResult;
  const problems: (string | undefined)[] = [];
  for (const job of [
    { event, inputs, github },
    { event: continued, inputs: { ...inputs, 'run-id': 'r' }, github },
    { event: continued, inputs: { ...inputs, 'run-id': 'r' }, github },
  ]) {
    const continuation = new Dispatch(job);
    const told = continuation.continued(state);
    if (told !== undefined) state.dispatched = { ...(told.data as unknown as RunDispatchedData), seq: 2 };
    problems.push((await continuation.send(atLimit)).warning);
  }
  expect(state.dispatched).toMatchObject({ hop: 2, actor: { login: 'ann' } });
  expect(sent).toEqual(Array(2).fill(['a.yml', 'main', { command: 'auto', 'run-id': 'r' }]));
  expect(problems.map((problem) => problem === undefined)).toEqual([true, true, false]);
  expect(problems[2]).toContain('2 times in a row (`max-hops`)');
});

it('contract §2, time limit: on the ref that the job runs on; for a pull request its head branch; otherwise people are told', async () => {
  const pull = { pull_request: { head: { ref: 'topic/a' } } };
  const state = { ...emptyState(), runId: 'r' };
  for (const [ref, payload, expected] of [
    ['refs/heads/release/1', {}, 'release/1'],
    ['refs/tags/v1', {}, 'v1'],
    ['refs/pull/7/merge', pull, 'topic/a'],
    ['refs/heads/main', pull, 'main'],
    ['refs/pull/7/merge', {}, undefined],
  ] as const) {
    const sent: unknown[] = [];
    const event = { workflow: '.github/workflows/a.yml', actor: 'ann', ref, payload } as unknown as JobEvent;
    const github = { dispatch: async (_: string, on: string) => void sent.push(on) };
    const dispatch = new Dispatch({ event, inputs: parseInputs(() => ''), github });
    dispatch.continued(state);
    const { warning } = await dispatch.send({ runId: 'r', stopped: 'time-limit' } as SessionResult);
    expect(sent, ref).toEqual(expected === undefined ? [] : [expected]);
    expect(warning?.includes('not known what to dispatch'), ref).toBe(
      expected === undefined ? true : undefined,
    );
  }
});

it('req 5: whoever waits for outputs is told, but not of a run that another run waits for; what is not known is said', async () => {
  const state = emptyState();
  state.runId = 'r';
  const event = { workflow: '.github/workflows/a.yml', ref: 'refs/heads/main', actor: 'ann' } as JobEvent;
  const inputs = parseInputs(() => '');
  const dispatchWith = (change: Partial<JobEvent>, answer: () => Promise<void>) =>
    new Dispatch({ event: { ...event, payload: {}, ...change }, inputs, github: { dispatch: answer } });
  const ended = { runId: 'r', status: 'completed' } as SessionResult;
  const fine = async () => {};
  const workspace = mkdtempSync(path.join(tmpdir(), 'longhaul-'));
  mkdirSync(path.join(workspace, '.github/workflows'), { recursive: true });
  for (const [text, isRead] of [
    ['jobs: {}', false],
    ['jobs: { a: { outputs: {} } }', true],
  ] as const) {
    writeFileSync(path.join(workspace, event.workflow), text);
    expect(dispatchWith({ workspace }, fine).passedOn(state) !== undefined, text).toBe(isRead);
  }
  const child = { ...state, created: { parent: { runId: 'p', effectId: 'e' } } } as unknown as typeof state;
  expect(dispatchWith({ workspace: '/nowhere' }, fine).passedOn(child)).toBeUndefined();
  expect(await dispatchWith({}, fine).send(ended)).toEqual({});
  // Somebody halted it over its driver, whose last events the store does not have.
  const halted = dispatchWith({ workspace: '/nowhere' }, fine);
  halted.passedOn(state);
  const terminal = { sealed: true } as SessionResult['terminal'];
  expect(await halted.send({ ...ended, terminal })).toEqual({});
  for (const [error, expected] of [
    [undefined, { notice: expect.stringContaining('a.yml is dispatched') }],
    [new GitHubRefusal(403, 'no'), { warning: expect.stringContaining('Dispatch a.yml with') }],
    [
      new GitHubUnavailable(502, 'gone', undefined),
      { trouble: expect.stringContaining('Dispatch a.yml with') },
    ],
  ] as const) {
    const dispatch = dispatchWith({ workspace: '/nowhere' }, () =>
      error === undefined ? fine() : Promise.reject(error),
    );
    expect(dispatch.passedOn(state)?.data).toEqual({ hop: 1, actor: { login: 'ann' } });
    expect(await dispatch.send(ended)).toEqual(expected);
  }
});
