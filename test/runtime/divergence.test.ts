import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LonghaulError } from '../../src/errors.ts';
import {
  pending,
  type RunProcessOptions,
  type RunProcessResult,
  replayRun,
  runProcess,
} from '../../src/testing/index.ts';
import { asked, echo, file, PRELUDE, project } from './support.ts';

const BODY = `const a = await job(ctx, 'a'); const b = await job(ctx, 'b'); const c = await job(ctx, { n: 1, m: 2 }); await ctx.breakpoint({ question: 'ok?' }); return [a, b, c];`;
const source = (body: string): string =>
  `${PRELUDE.replace(/export const job.*/, '')}\nexport async function process(inputs, ctx) {\n  ${body.replaceAll('; ', ';\n  ').replaceAll('job(ctx, ', 'ctx.task(task, ')}\n}\n`;

/** A run of BODY that waits for its breakpoint, and a file with other code. */
async function changed(
  body: string,
): Promise<{ run: RunProcessResult; entry: string; directory: string; options: RunProcessOptions }> {
  const directory = project({ 'p.mjs': source(BODY) });
  const entry = `${directory}/p.mjs`;
  const options: RunProcessOptions = {
    runsDir: `${directory}/runs`,
    runId: 'r',
    respond: (e) => (e.kind === 'breakpoint' ? pending : echo(e)),
  };
  const run = await runProcess(entry, options);
  expect(run.status).toBe('waiting');
  writeFileSync(entry, source(body));
  return { run, entry, directory, options };
}

test.each([
  [
    'reordered',
    BODY.replace(/const a = (.*?); const b = (.*?); const c/, 'const b = $2; const a = $1; const c'),
    'S000001',
    'the code asks for S000002 (job) before S000001 (job), or not for S000001 (job) at all.',
    1,
  ],
  [
    'renamed',
    BODY.replace(`job(ctx, 'b')`, `ctx.run('renamed', () => 1)`),
    'S000002',
    'the journal has S000002 (job), and the code asks for renamed.',
    1,
  ],
  [
    'removed',
    BODY.replace(`await job(ctx, 'b')`, `'gone'`),
    'S000002',
    'the code asks for S000003 (job) before S000002 (job), or not for S000002 (job) at all.',
    1,
  ],
  [
    'added',
    BODY.replace('const b', `await job(ctx, 'new'); const b`),
    'S000002',
    'S000002 (job) is asked for with other arguments.',
    1,
  ],
  [
    'with other arguments',
    BODY.replace('m: 2', `m: 'long'.repeat(1000)`),
    'S000003',
    'S000003 (job) is asked for with other arguments.',
    1,
  ],
  [
    'ended early',
    BODY.replace('const c', 'return a; const c'),
    'S000003',
    'it returned, and the journal goes on with S000003 (job).',
    0,
  ],
])('protocol P6: calls %s are a divergence that names the step', async (_how, body, step, why, held) => {
  const { run, entry } = await changed(body);
  const { clean, divergence } = await replayRun(run.runDir, { entry });
  expect(clean).toBe(false);
  expect(divergence?.facts.journal[0]?.stepId).toBe(step);
  expect(divergence?.facts.code).toHaveLength(held);
  const [headline, ...lines] = divergence?.message.split('\n') ?? [];
  expect(headline).toBe(`The code and the journal diverge: ${why}`);
  for (const line of lines) expect(line.length).toBeLessThan(330);
});

test('a divergence shows the last steps that agreed, both places, the arguments and the ways out', async () => {
  const { run, entry } = await changed(BODY.replace('m: 2', 'm: 3').replace('const b', '\n\n  const b'));
  const { divergence } = await replayRun(run.runDir, { entry });
  expect(divergence?.message).toMatch(
    /^The code and the journal diverge: S000003 \(job\) is asked for with other arguments\.\n/,
  );
  expect(divergence?.message).toMatch(
    /Last steps that agreed:\n {2}S000001 shell job {2}\(asked at p\.mjs:\d+:\d+\)\n {2}S000002/,
  );
  expect(divergence?.message).toContain('S000003 shell job  (asked at p.mjs:9:23)');
  expect(divergence?.message).toContain('  shell job  (asked at p.mjs:11:23)');
  expect(divergence?.message).toContain('Difference in the arguments:\n  - "m": 2\n  + "m": 3\n');
  expect(divergence?.message).toMatch(/Code of the run: [0-9a-f]{40}; code that was replayed: [0-9a-f]{40}$/);
  for (const way of ['--on-code-change pin', 'run:fork', 'run:halt', 'ctx.run'])
    expect(divergence?.hint).toContain(way);
});

test('protocol P6: a divergence runs nothing and writes nothing, also for a driver', async () => {
  const { run, entry, options, directory } = await changed(
    BODY.replace(
      `await job(ctx, 'b')`,
      `await ctx.run('renamed', async () => { (await import('node:fs')).writeFileSync('${'MARK'}', 'x'); })`,
    ),
  );
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('MARK', `${directory}/mark`));
  const before = asked(run);
  const error = await runProcess(entry, { ...options, onCodeChange: 'upgrade' }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(LonghaulError);
  expect((error as LonghaulError).code).toBe('DIVERGED');
  expect(existsSync(`${directory}/mark`)).toBe(false);
  const pinned = await runProcess(entry, options);
  expect([pinned.status, asked(pinned)]).toEqual(['waiting', before]);
});

test('a renamed step never runs its side effect twice', async () => {
  const head = `import fs from 'node:fs';`;
  const body = (name: string): string =>
    `await ctx.run('${name}', () => fs.appendFileSync(inputs.mark, 'x')); await ctx.breakpoint({});`;
  const directory = project({ 'p.mjs': `${head}${source(body('charge'))}` });
  const options: RunProcessOptions = {
    runsDir: `${directory}/runs`,
    runId: 'r',
    inputs: { mark: `${directory}/mark` },
    respond: (e) => (e.kind === 'breakpoint' ? pending : undefined),
  };
  await runProcess(`${directory}/p.mjs`, options);
  writeFileSync(`${directory}/p.mjs`, `${head}${source(body('bill'))}`);
  await expect(
    runProcess(`${directory}/p.mjs`, { ...options, onCodeChange: 'upgrade' }),
  ).rejects.toMatchObject({ code: 'DIVERGED' });
  expect(readFileSync(`${directory}/mark`, 'utf8')).toBe('x');
});

test('another kind under the same task and arguments is a divergence, with a builder that takes its time too', async () => {
  const tasks = (kind: string, slow: string): string =>
    `import { defineTask } from 'longhaul';\nconst t = defineTask('t', ${slow} () => ({ kind: '${kind}' }));\nexport async function process(_, ctx) { await ctx.task(t, 1); await ctx.breakpoint({}); }\n`;
  for (const slow of ['', 'async']) {
    const directory = project({ 'p.mjs': tasks('shell', slow) });
    const { runDir } = await runProcess(`${directory}/p.mjs`, {
      respond: (e) => (e.kind === 'shell' ? 1 : pending),
    });
    expect((await replayRun(runDir)).clean).toBe(true);
    writeFileSync(`${directory}/p.mjs`, tasks('agent', slow));
    const { divergence } = await replayRun(runDir);
    expect(divergence?.facts).toMatchObject({
      because: 'missing',
      journal: [{ kind: 'shell' }],
      code: [{ kind: 'agent' }],
    });
  }
});

test('asynchronous builders give their definitions, live and replayed', async () => {
  const entry = file(
    `return Promise.all([ctx.task(slow, 'a'), ctx.task(slow, 'b'), job(ctx, 'c')]);`,
    `const slow = defineTask('slow', async (args, task) => { await delay(args === 'a' ? 20 : 1); return { kind: 'shell', title: args + task.effectId.length }; });`,
  );
  const respond = (e: { args: unknown; def: { title?: unknown } }): unknown =>
    `${String(e.args)} ${String(e.def.title)}`;
  for (const restartAfterEach of [false, true]) {
    const { output, effects } = await runProcess(entry, { respond, restartAfterEach });
    expect(output).toEqual(['a a26', 'b b26', 'c c']);
    expect(effects.map((e) => e.args).sort()).toEqual(['a', 'b', 'c']);
  }
});

test('a run that goes on may ask for more; one that has completed may not', async () => {
  const directory = project({ 'p.mjs': source(`await job(ctx, 'a'); return 1;`) });
  const { runDir } = await runProcess(`${directory}/p.mjs`, { respond: echo });
  writeFileSync(`${directory}/p.mjs`, source(`await job(ctx, 'a'); await job(ctx, 'more'); return 1;`));
  const { divergence } = await replayRun(runDir);
  expect(divergence?.facts.because).toBe('beyond');
  expect(divergence?.message).toContain('the run has completed, and the code goes on with job');
  const open = await changed(BODY.replace('return [', `await job(ctx, 'more'); return [`));
  expect((await replayRun(open.run.runDir, { entry: open.entry })).clean).toBe(true);
});

test('protocol P6: a run that failed goes on behind the failure; the clean-up that was asked for then is dropped', async () => {
  const entry = file(`
    const a = await job(ctx, 'a');
    try { return [a, await job(ctx, 'flaky')]; } finally { await job(ctx, 'cleanup'); }`);
  const options: RunProcessOptions = { runsDir: `${entry}-runs`, runId: 'r' };
  const failed = await runProcess(entry, {
    ...options,
    respond: (e) => {
      if (e.args === 'flaky') throw new Error('down');
      return echo(e);
    },
  });
  expect([failed.status, asked(failed)]).toEqual(['failed', ['a', 'flaky', 'cleanup']]);
  const retried = await runProcess(entry, { ...options, retry: true, respond: echo });
  // "cleanup" is asked again only behind the flaky task's new result: by then the replay is over, and it is a request of its own.
  expect(retried.status).toBe('completed');
  expect(retried.output).toEqual(['a!', 'flaky!']);
  expect(asked(retried)).toEqual(['a', 'flaky', 'cleanup', 'cleanup']);
  expect((await replayRun(retried.runDir)).clean).toBe(true);
});

test('protocol P6: after a retry siblings keep their results, and the run can fail and be retried again', async () => {
  const entry = file(`
    const [a, b, c] = await Promise.all([job(ctx, 'a'), job(ctx, 'flaky'), job(ctx, 'c').then(() => job(ctx, 'c2'))]);
    const d = await job(ctx, 'd');
    return [a, b, c, d, await job(ctx, 'flaky2')];`);
  const options: RunProcessOptions = { runsDir: `${entry}-runs`, runId: 'r' };
  const failing =
    (...bad: string[]) =>
    (e: Parameters<typeof echo>[0]): unknown => {
      if (bad.includes(String(e.args))) throw new Error('down');
      return echo(e);
    };
  expect((await runProcess(entry, { ...options, respond: failing('flaky') })).status).toBe('failed');
  const second = await runProcess(entry, {
    ...options,
    retry: true,
    restartAfterEach: true,
    respond: failing('flaky2'),
  });
  expect([second.status, second.error?.message]).toEqual(['failed', 'down']);
  expect((await replayRun(second.runDir)).clean).toBe(true);
  const third = await runProcess(entry, {
    ...options,
    retry: true,
    restartAfterEach: true,
    respond: failing(),
  });
  expect(third.output).toEqual(['a!', 'flaky!', 'c2!', 'd!', 'flaky2!']);
  expect(asked(third).filter((x) => x === 'd')).toEqual(['d']);
  expect((await replayRun(third.runDir)).clean).toBe(true);
  // What was asked behind the retry is no part of what it may drop.
  writeFileSync(entry, readFileSync(entry, 'utf8').replace(`await job(ctx, 'd')`, `'d!'`));
  expect((await replayRun(third.runDir, { entry })).clean).toBe(false);
});

test('a replay writes nothing', async () => {
  const { run, entry, directory } = await changed(BODY);
  const { readdirSync, statSync } = await import('node:fs');
  const list = (): string[] =>
    readdirSync(`${directory}/runs`, { recursive: true }).map(
      (name) => `${String(name)} ${statSync(`${directory}/runs/${String(name)}`).mtimeMs}`,
    );
  const before = list();
  expect((await replayRun(run.runDir, { entry })).clean).toBe(true);
  expect(list()).toEqual(before);
});
