import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command, INPUTS, type InputName } from '../../src/action/contract.ts';
import { defaultRunId, type JobEvent } from '../../src/action/event.ts';
import { parseInputs } from '../../src/action/inputs.ts';
import {
  dispatchInputs,
  type Intent,
  type IntentInputs,
  intentOf,
  isForkEvent,
  isForThisStep,
} from '../../src/action/intent.ts';
import { messageId } from '../../src/action/message.ts';
import { cannotWrite } from '../../src/action/nothing.ts';
import { isRunId } from '../../src/journal/ids.ts';

const given = (values: Partial<Record<InputName, string>>) => parseInputs((name) => values[name] ?? '');

describe('action inputs', () => {
  it('take their defaults from the contract', () => {
    const inputs = given({});
    expect(inputs.command).toBe('auto');
    expect(inputs['time-limit']).toBe(5.5 * 3_600_000);
    expect(inputs['wait-in-job']).toBe(60_000);
    expect(inputs['fail-on']).toEqual(['failed', 'canceled']);
    expect(inputs['allow-self-approval']).toBe(false);
    expect(inputs.inputs).toBeUndefined();
  });

  it.each([
    ['command', 'strat', '`auto`'],
    ['max-parallel', '0', 'an integer from 1 to 256'],
    ['max-parallel', '3.5', 'an integer from 1 to 256'],
    ['task-timeout', '10', 'a duration'],
    ['time-limit', 'soon', 'a duration'],
    ['inputs', '{"a":', 'JSON'],
    ['run-id', '../x', 'letters, digits'],
    ['allow-self-approval', 'yes', '`true` or `false`'],
    ['on-code-change', 'PIN', '`pin`'],
    ['fail-on', 'failed, cancelled', '`canceled`'],
    ['approvers', 'ann', '`@user`'],
    ['approvers', '@ann, role:none', '`role:`'],
    ['issue', 'the-first', '`#12`'],
    ['issue', '0', '`12`'],
  ] as const)(
    'a bad %s (%s) is an error that names it, its value and what is allowed',
    (name, value, words) => {
      expect(() => given({ [name]: value })).toThrow(
        expect.objectContaining({ message: expect.stringContaining(`\`${name}\``), code: 'USAGE' }),
      );
      expect(() => given({ [name]: value })).toThrow(words);
      expect(() => given({ [name]: value })).toThrow(JSON.stringify(value));
    },
  );

  it('a secret may have commas: `redact` is read by lines', () => {
    expect(given({ redact: ' a,b \n\n c' }).redact).toEqual(['a,b', 'c']);
    expect(given({ 'fail-on': 'none' })['fail-on']).toEqual(['none']);
    expect(given({ issue: '#12' }).issue).toBe('#12');
  });

  it('every default is itself allowed', () => {
    for (const name of Object.keys(INPUTS) as InputName[])
      expect(() => given({ [name]: INPUTS[name].default })).not.toThrow(`\`${name}\``);
  });
});

const auto: IntentInputs = { command: 'auto', runId: '', runIdFromEvent: false, issue: '', hasProcess: true };

describe('event to intent', () => {
  it('reads the dispatch inputs of the contract and no others', () => {
    const payload = {
      inputs: { command: 'halt', 'run-id': 'r1', approvers: '@me', reason: '', 'max-parallel': 9, value: 3 },
    };
    expect(dispatchInputs('workflow_dispatch', payload)).toEqual({
      command: 'halt',
      'run-id': 'r1',
      value: '3',
    });
    expect(dispatchInputs('push', payload)).toEqual({});
    expect(dispatchInputs('workflow_dispatch', { inputs: null })).toEqual({});
    expect(dispatchInputs('workflow_dispatch', 'nonsense')).toEqual({});
  });

  it('contract §2: a dispatch is not for the step that is about another effect of a run', () => {
    const own = { command: 'result', 'run-id': 'r1', 'effect-id': 'e-2' };
    const isFor = (dispatched: Record<string, string>, step: Record<string, string> = own) =>
      isForThisStep(dispatched, (name) => step[name] ?? '');
    for (const other of [
      { command: 'auto' },
      { command: 'resume', 'run-id': 'r1' },
      { command: 'result', 'run-id': 'r1', 'effect-id': 'e-1' },
      { 'run-id': 'r2' },
    ])
      expect(isFor(other), JSON.stringify(other)).toBe(false);
    expect(isFor({})).toBe(true);
    expect(isFor({ ...own, value: '1' })).toBe(true);
    // Wired to the dispatch, in part: the rest comes from it all the same.
    expect(isFor({ ...own, value: '1' }, { command: 'result', 'run-id': 'r1' })).toBe(true);
    // A non-empty value of the event beats the workflow file.
    expect(isFor({ command: 'halt', 'run-id': 'r2' }, { command: 'status', 'run-id': 'r1' })).toBe(true);
  });

  it('starts by default, on the issue or pull request of the event', () => {
    expect(intentOf('push', {}, auto)).toEqual({ type: 'start', issue: undefined });
    expect(intentOf('pull_request', { pull_request: { number: 7 } }, auto)).toEqual({
      type: 'start',
      issue: 7,
    });
    expect(intentOf('push', {}, { ...auto, issue: '#12' })).toEqual({ type: 'start', issue: 12 });
  });

  it('a run id from the event is resumed, one from the workflow file is resumed or started', () => {
    expect(intentOf('workflow_dispatch', {}, { ...auto, runId: 'r', runIdFromEvent: true })).toEqual({
      type: 'resume',
      runId: 'r',
    });
    expect(intentOf('push', {}, { ...auto, runId: 'r' })).toEqual({
      type: 'start-or-resume',
      runId: 'r',
      issue: undefined,
    });
  });

  it('schedules sweep; new comments and submitted reviews are looked at; edits are ignored', () => {
    const comment = {
      action: 'created',
      comment: { id: 3_000_000_000, body: '/approve', created_at: '2026-05-01T10:00:00Z' },
      issue: { number: 4, pull_request: {} },
    };
    expect(intentOf('schedule', {}, auto)).toEqual({ type: 'sweep' });
    expect(intentOf('issue_comment', comment, auto)).toEqual({
      type: 'comment',
      commentId: 3_000_000_000,
      issue: 4,
      text: '/approve',
      at: '2026-05-01T10:00:00Z',
    });
    expect(intentOf('issue_comment', { ...comment, action: 'edited' }, auto)).toMatchObject({
      type: 'ignore',
    });
    expect(intentOf('issue_comment', {}, auto)).toMatchObject({ type: 'ignore' });
    expect(
      intentOf(
        'pull_request_review',
        { action: 'submitted', review: { id: 5, node_id: 'R5', body: null }, pull_request: { number: 6 } },
        auto,
      ),
    ).toEqual({ type: 'review', reviewId: 5, nodeId: 'R5', pullRequest: 6, text: '', at: '' });
  });

  it('without anything to start it says so and does nothing', () => {
    expect(intentOf('push', {}, { ...auto, hasProcess: false })).toMatchObject({ type: 'ignore' });
  });

  it('every command but auto is its own intent, whatever the event', () => {
    for (const command of COMMANDS) {
      if (command === 'auto') continue;
      expect(intentOf('issue_comment', {}, { ...auto, command, runId: 'r' }).type).not.toBe('ignore');
    }
  });

  it('a command for a run needs its id', () => {
    const open: Command[] = ['auto', 'start', 'sweep', 'check'];
    for (const command of COMMANDS.filter((one) => !open.includes(one)))
      expect(() => intentOf('workflow_dispatch', {}, { ...auto, command })).toThrow(
        expect.objectContaining({ code: 'USAGE', message: `\`${command}\` needs a \`run-id\`` }),
      );
  });

  it('tells a fork by its head repository, a deleted one included', () => {
    const pull = (full_name?: string) => ({
      repository: { full_name: 'a/b' },
      pull_request: { head: { repo: full_name === undefined ? null : { full_name } } },
    });
    expect(isForkEvent(pull('a/b'))).toBe(false);
    expect(isForkEvent(pull('x/b'))).toBe(true);
    expect(isForkEvent(pull())).toBe(true);
    expect(isForkEvent({})).toBe(false);

    const fork = { name: 'pull_request', payload: pull('x/b'), actor: 'eve' } as JobEvent;
    const bot = { login: 'dependabot[bot]', id: 49_699_333 };
    // A person who runs its job once more has no other token.
    const dependabot = { ...fork, payload: { ...pull('a/b'), sender: bot }, actor: 'ann' };
    const writing: Intent[] = [
      { type: 'start', issue: 1 },
      { type: 'start-or-resume', runId: 'r', issue: 1 },
      { type: 'resume', runId: 'r' },
      { type: 'command', command: 'cancel', runId: 'r' },
      { type: 'sweep' },
    ];
    for (const intent of writing) {
      expect(cannotWrite(fork, intent)).toContain('comes from a fork: its token may not write');
      expect(cannotWrite(dependabot, intent)).toContain('is Dependabot’s: its token may not write');
      expect(cannotWrite({ ...fork, payload: pull('a/b') }, intent)).toBeUndefined();
    }
    for (const intent of [{ type: 'check' }, { type: 'command', command: 'status', runId: 'r' }] as Intent[])
      expect(cannotWrite(fork, intent)).toBeUndefined();
  });
});

describe('protocol B2: default run id', () => {
  const event = { workflowRunId: '777', job: 'release', step: '__longhaul_longhaul' } as JobEvent;
  it('names workflow run and job, and what tells several apart', () => {
    expect(defaultRunId(event, '0')).toBe('777-release');
    expect(defaultRunId(event, '3')).toBe('777-release-3');
    expect(defaultRunId({ ...event, step: 'gate' }, '')).toBe('777-release-gate');
    expect(defaultRunId({ ...event, step: 'gate' }, '3')).toBe('777-release-gate-3');
  });
  it('what could be read in two ways, or is too long, has a digest of its parts', () => {
    const second = { ...event, step: '__longhaul_longhaul_2' };
    const long = { ...event, job: 'x'.repeat(100) };
    const ids = [
      defaultRunId(second, ''),
      defaultRunId(event, '2'),
      defaultRunId({ ...event, job: 'release-2' }, ''),
      defaultRunId(second, '3'),
      defaultRunId({ ...event, job: 'release-2' }, '3'),
      defaultRunId({ ...event, step: 'gate' }, '2'),
      defaultRunId({ ...event, step: 'gate-2' }, ''),
      defaultRunId({ ...event, job: 'release-a', step: 'b' }, ''),
      defaultRunId({ ...event, job: 'release', step: 'a-b' }, ''),
      ...['', '1', '10', '11'].map((index) => defaultRunId(long, index)),
    ];
    expect(ids.filter((id) => !isRunId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^777-release-2-[0-9a-f]{12}$/);
    expect(defaultRunId(second, '')).toBe(ids[0]);
  });
  it('protocol M1: messages of the jobs of a long matrix are told apart', () => {
    const ids = ['1', '10', '11'].map((index) => {
      const job = { event: { ...event, job: 'x'.repeat(140) }, inputs: given({ 'job-index': index }) };
      return messageId(job, 'cancel');
    });
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[\w.-]{1,128}$/);
  });
  it('is always a valid id', () => {
    for (const job of ['a b', 'x'.repeat(100), 'ü..', 'job.lock'])
      expect(isRunId(defaultRunId({ ...event, job }, '1'))).toBe(true);
  });
});
