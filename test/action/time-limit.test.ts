/** Contract §2, time limit: what is journaled, what is dispatched, and when it stops. */
import { expect, it } from 'vitest';
import type { JobEvent } from '../../src/action/event.ts';
import { parseInputs } from '../../src/action/inputs.ts';
import { Continuation } from '../../src/action/time-limit.ts';
import type { RunDispatchedData } from '../../src/journal/events.ts';
import { emptyState } from '../../src/journal/state.ts';

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
  const problems: (string | undefined)[] = [];
  for (const job of [
    { event, inputs, github },
    { event: continued, inputs: { ...inputs, 'run-id': 'r' }, github },
    { event: continued, inputs: { ...inputs, 'run-id': 'r' }, github },
  ]) {
    const continuation = new Continuation(job);
    const told = continuation.event(state);
    if (told !== undefined) state.dispatched = told.data as unknown as RunDispatchedData;
    problems.push(await continuation.dispatch('r'));
  }
  expect(state.dispatched).toEqual({ hop: 2, actor: { login: 'ann' } });
  expect(sent).toEqual(Array(2).fill(['a.yml', 'main', { command: 'auto', 'run-id': 'r' }]));
  expect(problems.map((problem) => problem === undefined)).toEqual([true, true, false]);
  expect(problems[2]).toContain('2 times in a row (`max-hops`)');
});
