import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { cancel, pending, runProcess, TestClock, type TestEffect } from '../../src/testing/index.ts';
import { file, observe, project } from '../runtime/support.ts';

test('respond is asked for every effect with all that is known of it', async () => {
  const entry = file(`return job(ctx, { n: 1 }, { label: 'mine' });`);
  const effects: TestEffect[] = [];
  const {
    status,
    output,
    error,
    runDir,
    effects: done,
  } = await runProcess(entry, {
    respond: (effect) => {
      effects.push(effect);
      return { answer: 42 };
    },
  });
  expect({ status, output, error }).toEqual({
    status: 'completed',
    output: { answer: 42 },
    error: undefined,
  });
  expect(effects).toEqual([
    {
      effectId: expect.stringMatching(/^[0-9A-Z]{26}$/),
      stepId: 'S000001',
      kind: 'shell',
      taskId: 'job',
      label: 'mine',
      args: { n: 1 },
      def: { kind: 'shell', title: '[object Object]', shell: { command: 'true' } },
      attempt: 1,
    },
  ]);
  expect(done).toEqual([{ ...effects[0], status: 'ok', value: { answer: 42 } }]);
  expect(existsSync(`${runDir}/run.json`)).toBe(true);
});

test('undefined is null, a throw is the failure, cancel cancels, pending waits', async () => {
  const entry = file(
    `return Promise.allSettled(['none', 'throw', 'cancel'].map((x) => job(ctx, x))).then((all) => all.map((r) => r.status === 'fulfilled' ? r.value : [r.reason.name, r.reason.message]));`,
  );
  const respond = ({ args }: TestEffect): unknown => {
    if (args === 'throw') throw new RangeError('no');
    return args === 'cancel' ? cancel('not wanted') : undefined;
  };
  const { output, effects } = await runProcess(entry, { respond });
  expect(output).toEqual([
    null,
    ['RangeError', 'no'],
    ['EffectCancelledError', expect.stringContaining('not wanted')],
  ]);
  expect(effects.map((e) => e.status)).toEqual(['ok', 'error', 'cancelled']);
  expect((await runProcess(entry, { respond: () => pending })).status).toBe('waiting');
  expect((await runProcess(entry)).effects.map((e) => e.status)).toEqual(['pending', 'pending', 'pending']);
});

test('steps, sleeps and hooks happen by themselves unless they are answered', async () => {
  const entry = file(
    `return [await ctx.run('s', () => 'real'), await ctx.sleep('3d').then(() => new Date().toISOString()), await ctx.hook('h')];`,
  );
  expect((await runProcess(entry)).output).toEqual(['real', '2026-01-04T00:00:00.000Z', null]);
  const answered = await runProcess(entry, { respond: ({ kind }) => (kind === 'step' ? 'fake' : null) });
  expect(answered.output).toEqual(['fake', '2026-01-01T00:00:00.000Z', null]);
  expect(
    (await runProcess(entry, { respond: ({ kind }) => (kind === 'sleep' ? pending : undefined) })).status,
  ).toBe('waiting');
});

test('an answered step is tried as often as its call allows', async () => {
  const entry = file(`return ctx.run('s', () => 'real', { retry: { attempts: 3 } });`);
  const respond = ({ attempt }: TestEffect): string => {
    if (attempt < 3) throw new Error('again');
    return `attempt ${attempt}`;
  };
  expect((await runProcess(entry, { respond })).output).toBe('attempt 3');
});

test('back-off and time-outs take no real time', async () => {
  const entry = file(`
    const value = await job(ctx, 'flaky', { retry: { attempts: 4, delay: '1m', factor: 2, maxDelay: '1h' } });
    const late = await job(ctx, 'never', { timeout: '30d' }).catch((e) => e.timedOut);
    return [value, late, new Date().toISOString()];`);
  const respond = ({ args, attempt }: TestEffect): unknown => {
    if (args === 'never') return pending;
    if (attempt < 4) throw new Error('down');
    return attempt;
  };
  const started = performance.now();
  const { output } = await runProcess(entry, { respond, clock: new TestClock('2026-03-01T00:00:00Z') });
  expect(output).toEqual([4, true, '2026-03-31T00:07:00.000Z']);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a clock that does not jump moves when the test says so', async () => {
  const entry = file(
    `const at = []; for (const d of ['1h', '2h']) { await ctx.sleep(d); at.push(new Date().toISOString()); } return at;`,
  );
  const clock = new TestClock('2026-03-01T00:00:00Z', { jumps: false });
  const options = { clock, runsDir: `${entry}-runs`, runId: 'r' };
  const steps: unknown[] = [];
  for (const by of [0, '30m', '30m', '1h', '1h'] as const) {
    clock.advance(by);
    steps.push((await runProcess(entry, options)).effects.map((e) => e.status).join());
  }
  expect(steps).toEqual(['pending', 'pending', 'ok,pending', 'ok,pending', 'ok,ok']);
  expect((await runProcess(entry, options)).output).toEqual([
    '2026-03-01T01:00:00.000Z',
    '2026-03-01T03:00:00.000Z',
  ]);
});

test('a clock refuses what is no time', () => {
  expect(() => new TestClock('yesterday')).toThrow(RangeError);
  expect(() => new TestClock().advance('soon')).toThrow();
});

test('the entry may be a path, a path with an export, or a URL', async () => {
  const directory = project({ 'p q.mjs': 'export const one = () => 1; export default () => 2;' });
  expect((await runProcess(`${directory}/p q.mjs`)).output).toBe(2);
  expect((await runProcess(`${directory}/p q.mjs#one`)).output).toBe(1);
  expect((await runProcess(pathToFileURL(`${directory}/p q.mjs`))).output).toBe(2);
  expect((await runProcess(`${pathToFileURL(`${directory}/p q.mjs`).href}#one`)).output).toBe(1);
  await expect(runProcess(`${directory}/none.mjs`)).rejects.toThrow('There is no process file');
});

test('what the process logs, prints and is warned of can be watched', async () => {
  const entry = file(`ctx.log('logged'); console.log('printed'); await job(ctx, { f() {} }); return NaN;`);
  const seen = await observe(entry);
  expect(seen.events.filter((e) => e.type === 'log')).toEqual([
    { type: 'log', label: undefined, message: 'logged' },
  ]);
  const warnings = ['job: args.f: a function is left out', 'output: output: NaN becomes null'];
  expect(seen.warnings).toEqual(warnings);
  expect((await observe(entry, { restartAfterEach: true })).warnings).toEqual(warnings);
});

test('an answer that is no JSON is the failure of the effect, with its path', async () => {
  const { error } = await runProcess(file(`return job(ctx, 1);`), { respond: () => ({ a: new Map() }) });
  expect(error?.message).toBe('Not JSON: answer to 1.a: Map');
});

test('contract §3: a breakpoint takes an answer that decides it, with an option that it offers, and no other', async () => {
  const entry = file(
    `return ctx.breakpoint({ question: 'Where?', options: ['eu', 'us'] }, { label: 'where' });`,
  );
  const answered = (value: unknown) => runProcess(entry, { respond: () => value });
  for (const good of [
    { approved: true, option: 'us' },
    { approved: true },
    { approved: false, feedback: 'no' },
  ])
    expect(await answered(good)).toMatchObject({ status: 'completed', output: good });
  for (const [bad, why] of [
    [{ approved: true, option: 'asia' }, 'its "option" must be one of: "eu", "us"'],
    [{ approved: 'no' }, 'it takes an object with "approved": true or false'],
    ['yes', 'it takes an object with "approved": true or false'],
    [undefined, 'it takes an object with "approved": true or false'],
  ])
    expect(await answered(bad)).toMatchObject({
      status: 'failed',
      error: { message: `The answer to the breakpoint where decides nothing: ${why}` },
    });
});
