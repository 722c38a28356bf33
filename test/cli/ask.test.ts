/** The question at a breakpoint: on fake streams, and once in a real pseudo-terminal. */
import { spawn, spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { answerOf, Person } from '../../src/cli/ask.ts';
import type { Effect } from '../../src/executors/contract.ts';
import type { Json } from '../../src/journal/events.ts';
import { ended, GATE, journal, MAIN, place, readJson, until } from './support.ts';

function effect(payload: { [key: string]: Json }, effectId = 'E1'): Effect {
  const def = { kind: 'breakpoint', title: 'ship', metadata: { payload } };
  return {
    runId: 'r',
    effectId,
    stepId: 'S000001',
    taskId: '__sdk.breakpoint',
    kind: 'breakpoint',
    label: 'ship',
    def,
    args: null,
    attempt: 1,
    idempotencyKey: 'k',
  };
}

function person() {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  return {
    person: new Person({ input, output }, () => ({ login: 'ada' })),
    type: (line: string) => input.write(`${line}\n`),
    shown: () => shown,
  };
}

describe('an answer', () => {
  it.each([
    ['approve', [], { approved: true }],
    ['  Approve  looks good ', [], { approved: true, response: 'looks good' }],
    ['reject too early', [], { approved: false, feedback: 'too early' }],
    ['answer blue', [], { approved: true, response: 'blue' }],
    ['approve eu', ['eu', 'us'], { approved: true, option: 'eu' }],
    ['approve 2', ['eu', 'us'], { approved: true, option: 'us' }],
    ['approve eu with care', ['eu', 'us'], { approved: true, option: 'eu', response: 'with care' }],
    ['approve both sides', ['both sides', 'none'], { approved: true, option: 'both sides' }],
    ['reject no', ['eu'], { approved: false, feedback: 'no' }],
    ['later', [], 'later'],
  ])('%s', (line, options, expected) => {
    expect(answerOf(line, options)).toEqual(expected);
  });

  it.each([
    ['', []],
    ['yes', []],
    ['approved', []],
    ['reject', []],
    ['answer', []],
    ['approve', ['eu', 'us']],
    ['approve asia', ['eu', 'us']],
    ['approve 3', ['eu', 'us']],
    ['approve 0', ['eu', 'us']],
  ])('req K11: %j decides nothing', (line, options) => {
    expect(answerOf(line, options)).toMatch(/^Please /);
  });
});

describe('a question', () => {
  it('shows title, question, context and options, asks again until it is clear, and records who answered', async () => {
    const { person: asked, type, shown } = person();
    const answer = asked.ask(
      effect({
        title: 'Release\u001b[2J',
        question: 'Ship it?',
        options: ['eu', 'us'],
        context: { version: 1 },
      }),
    );
    await until(() => shown().includes('> '));
    for (const text of ['? Release[2J', 'Ship it?', '"version": 1', '1) eu', '2) us'])
      expect(shown()).toContain(text);
    type('sure');
    await until(() => shown().includes('Please answer with'));
    type('approve us');
    expect(await answer).toEqual({
      answer: { approved: true, option: 'us', respondedBy: 'ada' },
      actor: { login: 'ada' },
    });
  });

  it('is asked one at a time', async () => {
    const { person: asked, type, shown } = person();
    const first = asked.ask(effect({ question: 'One?' }, 'E1'));
    const second = asked.ask(effect({ question: 'Two?' }, 'E2'));
    await until(() => shown().includes('One?'));
    expect(shown()).not.toContain('Two?');
    type('reject no');
    expect(await first).toMatchObject({ answer: { approved: false, feedback: 'no' } });
    await until(() => shown().includes('Two?'));
    type('later');
    expect(await second).toBeUndefined();
  });

  it('goes away when it was answered elsewhere, and when the drive ends', async () => {
    const { person: asked } = person();
    const first = asked.ask(effect({}, 'E1'));
    const second = asked.ask(effect({}, 'E2'));
    const third = asked.ask(effect({}, 'E3'));
    asked.settled('E3');
    expect(await third).toBeUndefined();
    asked.settled('E1');
    expect(await first).toBeUndefined();
    asked.close();
    expect(await second).toBeUndefined();
    expect(await asked.ask(effect({}, 'E4'))).toBeUndefined();
  });

  it('leaves progress readable above itself', async () => {
    const { person: asked, shown } = person();
    asked.print('before');
    const answer = asked.ask(effect({}));
    await until(() => shown().includes('> '));
    asked.print('while it is open');
    expect(shown()).toContain('\u001b[Kwhile it is open\n');
    asked.close();
    expect(await answer).toBeUndefined();
  });
});

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

describe.runIf(hasScript)('a real terminal', () => {
  it('is asked, and the answer carries the run on in the same process', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    const command = `${process.execPath} ${MAIN} run p.mjs --run-id r`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: at.dir,
      env: { ...at.env, TERM: 'xterm' },
      stdio: 'pipe',
    });
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
    });
    const end = ended(child);
    await until(() => shown.includes('Go?') && shown.includes('> '));
    child.stdin.write('approve go on\r');
    expect(await end).toMatchObject({ code: 0 });
    expect(shown).toContain('Run r is completed');
    expect(readJson(at.runDir('r'), 'state/output.json')).toEqual({
      approved: true,
      response: 'go on',
      respondedBy: 'Ada Tester',
    });
    expect(journal(at, 'r').find(({ type }) => type === 'EFFECT_RESOLVED')?.data.actor).toEqual({
      login: 'Ada Tester',
    });
  });

  it('Ctrl-C at the question saves and leaves the run waiting', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    const command = `${process.execPath} ${MAIN} run p.mjs --run-id r`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: at.dir,
      env: { ...at.env, TERM: 'xterm' },
      stdio: 'pipe',
    });
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
    });
    const end = ended(child);
    await until(() => shown.includes('> '));
    child.stdin.write('\u0003');
    expect(await end).toMatchObject({ code: 130 });
    expect(await at.json(['run:status', 'r'])).toMatchObject({ state: 'waiting' });
  });
});

describe('nobody is asked', () => {
  it('without a terminal, and with --json', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    const end = await at.cli(['run', 'p.mjs', '--run-id', 'r'], { input: 'approve\n' });
    expect(end).toMatchObject({ code: 0 });
    expect(end.stdout).not.toContain('> ');
    expect(end.stdout).toMatch(/Run r waits\n\? gate\n {2}Go\?\n/);
  });
});
