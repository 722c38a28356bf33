/** How runs end, and what happens when the store fails or the lease is lost (requirements S1-S8, L3-L5, L8, X1, X2). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Lease, OpenRun } from '../../src/stores/contract.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { type Bench, bench, until } from './support.ts';

const lines = (b: Bench, file: string): string[] =>
  existsSync(join(b.directory, file)) ? readFileSync(join(b.directory, file), 'utf8').trim().split('\n') : [];
const progress = (b: Bench): string[] =>
  readFileSync(join(b.run.runDir, 'progress.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: string }).event);

/** The run with a say in its saves. */
async function saving(
  b: Bench,
  save: (real: () => Promise<void>, lease: Lease) => Promise<void>,
): Promise<OpenRun> {
  const run = await b.store.open(b.run.runId);
  const acquire = run.acquire.bind(run);
  run.acquire = async (...args) => {
    const lease = await acquire(...args);
    const real = lease.save.bind(lease);
    lease.save = () => save(real, lease);
    return lease;
  };
  return run;
}

describe.concurrent('endings', () => {
  test('req S3, S4: the primary error is the one reported, what fails in its wake is attached', async () => {
    const b = await bench(
      `ctx.onCleanup(() => { throw new Error('cleanup refused'); }); throw new Error('primary failure');`,
    );
    expect(await b.drive()).toMatchObject({ status: 'failed', error: { message: 'primary failure' } });
    expect(b.of('RUN_FAILED')).toMatchObject([
      {
        detail: 'primary failure; clean-up failed: cleanup refused',
        cleanupErrors: [{ message: 'cleanup refused' }],
      },
    ]);
    const ok = await bench(`ctx.onCleanup(() => { throw new Error('C'); }); return 1;`);
    expect(await ok.drive()).toMatchObject({ status: 'completed', output: '1' });
    expect(ok.events).toContainEqual({ type: 'warning', message: expect.stringContaining('C') });
  });

  test("req S1, S5: nothing is announced that is not durable, and the run's own failure stays the first thing said", async () => {
    const b = await bench(`throw new Error('primary failure');`);
    const run = await saving(b, (real, lease) =>
      lease.journal.state.terminal === undefined ? real() : Promise.reject(new Error('no space')),
    );
    const error = await b.drive({ run }).then(
      () => expect.unreachable(),
      (thrown: Error) => thrown,
    );
    expect(error).toMatchObject({ name: 'NotSavedError', primary: { message: 'primary failure' } });
    expect(error.message).toMatch(/^Error: primary failure; saving run .* failed: no space$/);
    expect(progress(b)).not.toContain('run_failed');
    expect(b.events.map(({ type }) => type)).not.toContain('ended');
    expect(await b.drive()).toMatchObject({ status: 'failed', already: true });
    expect(progress(b).at(-1)).toBe('run_failed'); // req T11
    await b.drive();
    expect(progress(b).filter((event) => event === 'run_failed')).toHaveLength(1);
  });

  test('a save that fails before a command: the command never starts, and the first error is the one reported', async () => {
    const b = await bench(`await Promise.all([sh(ctx, 'echo 1 >> ran'), sh(ctx, 'echo 2 >> ran')]);`);
    let count = 0;
    const run = await saving(b, async () => {
      count += 1;
      throw new Error(`failure ${count}`);
    });
    await expect(b.drive({ run })).rejects.toThrow('failure 1');
    expect(lines(b, 'ran')).toEqual([]);
    expect(await b.drive()).toMatchObject({ status: 'completed' });
    expect(lines(b, 'ran').sort()).toEqual(['1', '2']);
  });

  test('a lease that is lost in the middle: commands are ended, nothing is written', async () => {
    const b = await bench(
      `await sh(ctx, 'trap "echo stopped >> ran; exit" TERM; echo >> up; sleep 20 & wait'); return 1;`,
    );
    const started = b.seen('effect-started');
    const driving = b.drive().then(
      () => expect.unreachable(),
      (thrown: Error) => thrown,
    );
    await started;
    await until(join(b.directory, 'up'));
    const before = b.journal().length;
    const thief = await (await b.store.open(b.run.runId)).acquire(thisOwner('9'), { force: true });
    expect(await driving).toMatchObject({ name: 'LeaseLostError', code: 'LEASE_LOST' });
    expect(lines(b, 'ran')).toEqual(['stopped']); // req L8
    expect(b.journal().length).toBe(before);
    await thief.release();
    expect(existsSync(join(b.run.runDir, 'final.json'))).toBe(false);
  });

  test('req S2, S7: a run that throws half way keeps what it had, and ends with its terminal event', async () => {
    const b = await bench(`await sh(ctx, 'echo partial'); throw new Error('half way');`);
    await b.drive();
    expect(b.types()).toEqual([
      'RUN_CREATED',
      'EFFECT_REQUESTED',
      'EFFECT_STARTED',
      'EFFECT_RESOLVED',
      'RUN_FAILED',
    ]);
  });

  test('req S8, S6: an early stop leaves the run as it is, and nothing of it running', async () => {
    const b = await bench(
      `await sh(ctx, 'trap "echo stopped >> ran; exit" TERM; echo >> up; sleep 20 & wait');`,
    );
    const stop = new AbortController();
    const started = b.seen('effect-started');
    const driving = b.drive({ shutdown: stop.signal });
    await started;
    await until(join(b.directory, 'up'));
    stop.abort();
    expect(await driving).toMatchObject({
      status: 'running',
      stopped: 'shutdown',
      pending: [{ kind: 'shell' }],
    });
    expect(lines(b, 'ran')).toEqual(['stopped']);
    expect(b.types().at(-1)).toBe('EFFECT_STARTED');
    const already = new AbortController();
    already.abort();
    expect(await b.drive({ shutdown: already.signal })).toMatchObject({
      status: 'running',
      stopped: 'shutdown',
    });
  });

  test('req L3-L5: bounded fan-out keeps its order; after a failure nothing new starts, what runs is awaited', async () => {
    const b = await bench(`
      return await ctx.parallel.map([1, 2, 3, 4, 5, 6], (n) => sh(ctx, n === 2 ? 'exit 3' : 'sleep 1.5; echo ' + n + ' >> ran'), { maxConcurrency: 2 }).catch((error) => error.name);
    `);
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '"ShellError"' });
    expect(lines(b, 'ran')).toEqual(['1']);
  });

  test('req X1, X2: a result that is not what its schema says, or no JSON, is a typed error', async () => {
    const b = await bench(`
      const typed = (command) => ctx.task(defineTask('typed', () => ({ kind: 'shell', shell: { command }, outputSchema: { type: 'object', required: ['n'] } }))).catch((error) => [error.name, error instanceof SyntaxError]);
      return [await typed("echo '{\\"n\\":1}'"), await typed('echo {}'), await typed('echo {')];
    `);
    const [good, wrong, torn] = JSON.parse((await b.drive()).output!) as [
      object,
      [string, boolean],
      [string, boolean],
    ];
    expect(good).toEqual({ n: 1 });
    expect(wrong[0]).toMatch(/Error$/);
    expect(torn).toEqual([expect.stringMatching(/Error$/), false]);
  });

  test('a crash of the process outside its promises fails the run; during a replay it writes nothing', async () => {
    const b = await bench(`
      if (await ctx.run('n', () => 1)) setTimeout(() => { throw new Error('from a timer'); }, 10);
      await ctx.sleep('1h');
    `);
    expect(await b.drive()).toMatchObject({ status: 'failed', error: { message: 'from a timer' } });
    const c = await bench(`await ctx.run('n', () => 1); await ctx.signal('x');`);
    await c.drive();
    const length = c.journal().length;
    const { write, code } = await import('./support.ts');
    write(c.run.runDir, {});
    write(c.directory, {
      'p.mjs': code(
        `globalThis.process.nextTick(() => { throw new Error('early'); }); await ctx.run('n', () => 1); await ctx.signal('x');`,
      ),
    });
    await expect(c.drive({ onCodeChange: 'upgrade' })).rejects.toThrow('early');
    expect(c.journal().length).toBe(length);
  });

  test('a process that waits for nothing is an error of the process, and nothing is sealed', async () => {
    const b = await bench(`await new Promise(() => {});`);
    await expect(b.drive()).rejects.toMatchObject({ code: 'PROCESS_STUCK' });
    expect(b.types()).toEqual(['RUN_CREATED']);
  });

  test('protocol M5: at its time limit a job leaves late mail to the one that carries the run on', async () => {
    const b = await bench(`await sh(ctx, 'true');`);
    let saves = 0;
    const run = await saving(b, async (real) => {
      saves += 1;
      await b.mail({ kind: 'cancel', id: `late-${saves}`, reason: 'late' });
      await real();
    });
    let asked = 0;
    const result = await b.drive({
      run,
      drain: AbortSignal.abort(),
      drained: () => {
        asked += 1;
        return undefined;
      },
    });
    expect(result).toMatchObject({ stopped: 'time-limit', status: 'running' });
    expect(asked).toBe(1);
    expect(b.types()).not.toContain('RUN_CANCEL_REQUESTED');
    expect(await b.run.mailbox.names()).not.toEqual([]);
  });
});
