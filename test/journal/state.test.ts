import { describe, expect, it } from 'vitest';
import { equalityKey } from '../../src/journal/digest.ts';
import type { JournalEvent, JsonObject } from '../../src/journal/events.ts';
import { ulid } from '../../src/journal/ids.ts';
import {
  applyEvent,
  emptyState,
  pendingByKind,
  type RunState,
  stateOf,
  statusOf,
} from '../../src/journal/state.ts';

const NOW = Date.parse('2026-01-01T12:00:00.000Z');

function journal(...events: [type: string, data: object][]): JournalEvent[] {
  return [['RUN_CREATED', { runId: 'r', processId: 'p' }] as const, ...events].map(([type, data], i) => ({
    seq: i + 1,
    ulid: ulid(),
    type,
    recordedAt: new Date(NOW + i * 1000).toISOString(),
    data: data as JsonObject,
  }));
}

const ask = (effectId: string, kind = 'shell', more: object = {}): [string, object] => [
  'EFFECT_REQUESTED',
  {
    effectId,
    kind,
    taskId: 'work',
    stepId: `S00000${effectId.length}`,
    invocationKey: effectId,
    label: effectId,
    argsDigest: 'd',
    ...more,
  },
];
const resolve = (effectId: string, more: object = {}): [string, object] => [
  'EFFECT_RESOLVED',
  { effectId, status: 'ok', ...more },
];
const status = (state: RunState) => statusOf(state, NOW);

describe('contract §1, req R4: states', () => {
  it.each([
    ['created', []],
    ['running', [ask('a')]],
    ['waiting', [ask('a', 'breakpoint')]],
    ['waiting', [ask('a', 'sleep')]],
    ['waiting', [ask('a', 'custom')]],
    ['waiting', [ask('a', 'shell', { external: true })]],
    [
      'waiting',
      [ask('a'), ['EFFECT_STARTED', { effectId: 'a', attempt: 2, notBefore: '2026-01-01T13:00:00.000Z' }]],
    ],
    [
      'running',
      [ask('a'), ['EFFECT_STARTED', { effectId: 'a', attempt: 2, notBefore: '2026-01-01T11:00:00.000Z' }]],
    ],
    ['running', [ask('a', 'breakpoint'), ask('b', 'shell')]],
    ['running', [ask('a', 'breakpoint'), ['RUN_CANCEL_REQUESTED', { reason: 'x', deadline: 'd' }]]],
    ['running', [ask('a'), resolve('a')]],
    ['completed', [['RUN_COMPLETED', { outputRef: 'state/output.json' }]]],
    ['failed', [['RUN_FAILED', { error: { name: 'E', message: 'm' } }]]],
    ['canceled', [['RUN_FAILED', { error: { name: 'E', message: 'm' }, canceled: true }]]],
    ['halted', [['RUN_HALTED', { reason: 'enough' }]]],
    ['completed', [ask('a', 'breakpoint'), ['RUN_COMPLETED', { manual_seal_reason: 'x' }]]],
  ] as [string, [string, object][]][])('%s: %j', (expected, events) => {
    expect(status(stateOf(journal(...events)))).toBe(expected);
  });
});

it('req H7: a seal ends the run although effects are pending', () => {
  const state = stateOf(
    journal(ask('a', 'breakpoint'), [
      'RUN_FAILED',
      {
        manual_seal_reason: 'obsolete',
        completionProof: 'p',
        error: { name: 'ManualHalt', message: 'obsolete' },
      },
    ]),
  );
  expect(state.terminal).toMatchObject({
    status: 'failed',
    sealed: true,
    reason: 'obsolete',
    completionProof: 'p',
  });
});

it('counts settlements, attempts, failures and losses', () => {
  const state = stateOf(
    journal(
      ask('a'),
      ['EFFECT_STARTED', { effectId: 'a', attempt: 1, owner: 'o1' }],
      [
        'EFFECT_STARTED',
        { effectId: 'a', attempt: 2, owner: 'o1', because: 'failure', error: { name: 'E', message: 'm' } },
      ],
      ['EFFECT_STARTED', { effectId: 'a', attempt: 3, owner: 'o2', because: 'loss', deadline: 'd' }],
      ask('bb', 'breakpoint', { after: 0 }),
      resolve('a', { resultRef: 'tasks/a/result.json', resultDigest: 'x' }),
      ['EFFECT_CANCELLED', { effectId: 'bb', reason: 'late', timedOut: true }],
    ),
  );
  expect(state.settlements).toBe(2);
  const [a, b] = [...state.effects.values()];
  expect(a).toMatchObject({
    status: 'resolved_ok',
    failures: 1,
    losses: 1,
    settlement: { index: 1, resultDigest: 'x' },
  });
  expect(a?.starts.map((start) => [start.attempt, start.because, start.deadline])).toEqual([
    [1, undefined, undefined],
    [2, 'failure', undefined],
    [3, 'loss', 'd'],
  ]);
  expect(b).toMatchObject({ status: 'cancelled', settlement: { index: 2, reason: 'late', timedOut: true } });
  expect(state.lastStep).toBe(2);
  expect(pendingByKind(state)).toEqual({});
});

it('req R16: RUN_RETRIED reopens the run and the effects that it lists, and drops those not asked again', () => {
  const events = journal(
    ask('a'),
    resolve('a'),
    ask('bb'),
    ['EFFECT_RESOLVED', { effectId: 'bb', status: 'error', error: { name: 'E', message: 'm' } }],
    ask('ccc'),
    ['RUN_CANCEL_REQUESTED', { reason: 'stop', deadline: 'D' }],
    ['RUN_FAILED', { error: { name: 'E', message: 'm' }, effectId: 'bb' }],
    ['RUN_RETRIED', { actor: { login: 'x' }, effects: ['bb'], dropped: ['ccc'], deadline: 'D2' }],
  );
  const state = stateOf(events);
  expect(state.attempt).toBe(2);
  expect([state.terminal, state.cancel, state.deadline]).toEqual([undefined, undefined, 'D2']);
  expect([...state.effects.values()].map((effect) => [effect.status, effect.dropped])).toEqual([
    ['resolved_ok', false],
    ['requested', false],
    ['requested', true],
  ]);
  expect([...state.pending.keys()]).toEqual(['bb']);
  // Numbers of settlements stay taken (P6).
  expect(state.settlements).toBe(2);
  applyEvent(state, { ...events[2]!, seq: 9, data: { effectId: 'bb', status: 'ok' } });
  expect(state.effects.get('bb')?.settlement?.index).toBe(3);
  expect(state.problems).toEqual([]);
});

it('keeps signals until a `signal` effect takes them', () => {
  const state = stateOf(
    journal(
      ['SIGNAL_RECEIVED', { name: 'go', value: 1, messageId: 'm1' }],
      ['SIGNAL_RECEIVED', { name: 'go', value: 2, messageId: 'm2' }],
      ['SIGNAL_RECEIVED', { name: 'stop', value: null }],
      ask('a', 'signal'),
      resolve('a', { signalSeq: 2 }),
    ),
  );
  expect([...state.signals].map(([name, list]) => [name, list.map((signal) => signal.value)])).toEqual([
    ['go', [2]],
    ['stop', [null]],
  ]);
  expect([...state.messages]).toEqual(['m1', 'm2']);
});

it('contract §4: equal requests are counted in order, dropped ones included', () => {
  const state = stateOf(
    journal(ask('a'), ask('bb'), ask('ccc', 'shell', { argsDigest: 'other' }), ask('dddd')),
  );
  expect([...state.effects.values()].map((effect) => effect.occurrence)).toEqual([1, 2, 1, 3]);
  expect(state.equals.get(equalityKey('shell', 'work', 'd'))).toBe(3);
});

it('names what does not fit instead of throwing', () => {
  const state = stateOf([
    ...journal(
      resolve('x'),
      ask('a'),
      ask('a'),
      resolve('a'),
      resolve('a'),
      ['RUN_RETRIED', { effects: ['q'], dropped: [] }],
      ['RUN_COMPLETED', {}],
      ask('z'),
      ['RUN_FAILED', { error: {} }],
    ),
    { seq: 11, ulid: ulid(), type: 'RUN_CREATED', recordedAt: '', data: { runId: 'r2', processId: 'p' } },
  ]);
  expect(state.problems.map((problem) => [problem.seq, problem.code])).toEqual([
    [2, 'UNKNOWN_EFFECT'],
    [4, 'DUPLICATE_REQUEST'],
    [6, 'DUPLICATE_SETTLEMENT'],
    [7, 'MISPLACED_RETRY'],
    [7, 'UNKNOWN_EFFECT'],
    [9, 'AFTER_END'],
    [10, 'AFTER_END'],
    [11, 'AFTER_END'],
    [11, 'DUPLICATE_CREATED'],
  ]);
  expect(state.terminal?.type).toBe('RUN_COMPLETED');
  expect(emptyState().head.seq).toBe(0);
});

it('keeps what the engine needs to go on: log count, cancel request, deadline, code revision', () => {
  const state = stateOf(
    journal(
      ['PROCESS_LOG', { logSeq: -1, message: 'x' }],
      ['PROCESS_LOG', { logSeq: 2, message: 'x' }],
      ['PROCESS_LOG', { logSeq: 1, message: 'x' }],
      ['CODE_UPGRADED', { revision: 'abc' }],
      ['RUN_CANCEL_REQUESTED', { reason: 'stop', deadline: 'D' }],
      ['RUN_CANCEL_REQUESTED', { reason: 'again', deadline: 'E' }],
      ['DECISION_RECORDED', { effectId: 'a', decision: 'approve', counted: true }],
      ['SOMETHING_NEW', { messageId: 'm9' }],
    ),
  );
  expect(state).toMatchObject({
    logCount: 2,
    codeRevision: 'abc',
    cancel: { reason: 'stop', deadline: 'D' },
  });
  expect(state.decisions.get('a')).toHaveLength(1);
  expect(state.messages.has('m9')).toBe(true);
});
