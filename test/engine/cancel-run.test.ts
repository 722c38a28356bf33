/** Cancelling a whole run that nobody drives, and what runs of one family tell each other. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { savePost } from '../../src/action/post.ts';
import { cancelDriving, takesDriver } from '../../src/operations/cancel.ts';
import { carryOn } from '../../src/operations/carry-on.ts';
import { childRunId, wakeParent } from '../../src/operations/family.ts';
import { haltRun } from '../../src/operations/halt.ts';
import { driveRun, type SessionOptions } from '../../src/operations/session.ts';
import { sendSignal } from '../../src/operations/signal.ts';
import type { DriveEvent } from '../../src/operations/world.ts';
import type { NewRun, OpenRun } from '../../src/stores/contract.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';
import { type Bench, bench, code, QUICK, write } from './support.ts';

const ACTOR = { login: 'ann' };
const owner = () => thisOwner(VERSION);

const session = (b: Bench, run: OpenRun = b.run, over: Partial<SessionOptions> = {}): SessionOptions => ({
  store: b.store,
  run,
  owner: owner(),
  world: b.world,
  limits: { ...QUICK, cancelGraceMs: 20_000 },
  onCodeChange: 'pin',
  execute: true,
  ...over,
});

const lines = (b: Bench, file: string): string[] =>
  existsSync(join(b.directory, file)) ? readFileSync(join(b.directory, file), 'utf8').trim().split('\n') : [];

const firstEffect = (b: Bench): string => String(b.of('EFFECT_REQUESTED')[0]?.effectId);

async function childOf(b: Bench): Promise<OpenRun> {
  return b.store.open(childRunId(b.run.runId, firstEffect(b)));
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A driver that is killed: what it had begun is in the journal, and nothing of it runs. */
async function lose(b: Bench): Promise<void> {
  const started = b.seen('effect-started');
  const stop = new AbortController();
  const driving = b.drive({ shutdown: stop.signal });
  await started;
  stop.abort();
  await driving;
}

describe.concurrent('a run that nobody drives', () => {
  test('req C2, C8: is cancelled as a whole: catch, finally, onCleanup and shield do durable work, and nothing begins again', async () => {
    const b = await bench(`
      ctx.onCleanup(() => sh(ctx, 'echo onCleanup >> notes'));
      const lost = sh(ctx, 'echo began >> began; sleep 30');
      try { await Promise.all([lost, ctx.breakpoint({}), ctx.sleep('9h')]); }
      catch (error) { note(error.name + ': ' + error.reason); throw error; }
      finally { await ctx.shield(() => sh(ctx, 'echo shielded >> notes')); }
    `);
    await lose(b);
    const began = lines(b, 'began').length;
    const done = await cancelDriving(session(b), { actor: ACTOR, reason: 'changed my mind' });
    expect(done).toMatchObject({
      by: 'us',
      value: { status: 'canceled', error: { name: 'EffectCancelledError' }, receipts: [{ done: true }] },
    });
    expect(lines(b, 'notes')).toEqual(['EffectCancelledError: changed my mind', 'shielded', 'onCleanup']);
    expect(lines(b, 'began')).toHaveLength(began);
    expect(b.of('RUN_CANCEL_REQUESTED')).toMatchObject([{ reason: 'changed my mind', actor: ACTOR }]);
    expect(b.of('RUN_FAILED')).toMatchObject([
      {
        canceled: true,
        errorClass: 'cancelled',
        error: { name: 'EffectCancelledError' },
        effectId: firstEffect(b),
      },
    ]);
    expect(await b.run.mailbox.names()).toEqual([]);
    const before = b.journal().length;
    const again = cancelDriving(session(b), { actor: ACTOR, reason: 'again' });
    await expect(again).rejects.toMatchObject({
      code: 'RUN_ENDED',
      message: expect.stringContaining('canceled'),
    });
    expect(b.journal()).toHaveLength(before);
  });

  test('req S6: a process that catches the cancel and returns is completed; one that throws something else is canceled all the same', async () => {
    const caught = await bench(`await ctx.signal('x').catch(() => {}); return 'saved';`);
    const failing = await bench(
      `await ctx.signal('x').catch(() => {}); throw new RangeError('while cleaning');`,
    );
    for (const b of [caught, failing]) await b.drive();
    const by = { actor: ACTOR, reason: 'stop' };
    expect(await cancelDriving(session(caught), by)).toMatchObject({
      value: { status: 'completed', output: '"saved"' },
    });
    expect(await cancelDriving(session(failing), by)).toMatchObject({
      value: { status: 'canceled', error: { name: 'RangeError' } },
    });
  });

  test('req K1: an error that merely looks like an abort is no cancel', async () => {
    const b = await bench(`throw new DOMException('The operation was aborted', 'AbortError');`);
    expect(await b.drive()).toMatchObject({ status: 'failed', error: { name: 'AbortError' } });
    expect(JSON.parse(readFileSync(join(b.run.runDir, 'final.json'), 'utf8'))).toMatchObject({
      status: 'fail',
    });
  });

  test('who only changes something keeps nobody from cancelling the run', async () => {
    const b = await bench(`await ctx.signal('x');`);
    await b.drive();
    const brief = await b.run.acquire(owner());
    const cancelling = cancelDriving(session(b), { actor: ACTOR, reason: 'stop' });
    await until(async () => (await b.run.mailbox.names()).length > 0);
    await brief.release();
    expect(await cancelling).toMatchObject({ by: 'us', value: { status: 'canceled' } });
  });

  test('a cancel whose code cannot be loaded stays in the mailbox for the next driver', async () => {
    const b = await bench(`await ctx.signal('x');`);
    await b.drive();
    write(b.directory, { 'p.mjs': 'import "./gone.mjs";' });
    const broken = session(b, b.run, { onCodeChange: 'upgrade' });
    await expect(cancelDriving(broken, { actor: ACTOR, reason: 'stop' })).rejects.toMatchObject({
      code: 'PROCESS_LOAD',
    });
    expect(await b.drive()).toMatchObject({ status: 'canceled', error: { data: { reason: 'stop' } } });
    expect(b.of('RUN_CANCEL_REQUESTED')).toMatchObject([{ reason: 'stop' }]);
  });

  test('a signal that cancels the run: its reason counts; with a shutdown behind it the clean-up is cut short', async () => {
    const b = await bench(
      `try { await sh(ctx, 'sleep 30'); } finally { await sh(ctx, 'echo >> cleaning; sleep 30'); }`,
    );
    const [cancel, shutdown] = [new AbortController(), new AbortController()];
    const started = b.seen('effect-started');
    const driving = carryOn(session(b, b.run, { cancel: cancel.signal, shutdown: shutdown.signal }));
    await started;
    cancel.abort('the workflow run was cancelled');
    await until(() => lines(b, 'cleaning').length > 0);
    shutdown.abort();
    expect(await driving).toMatchObject({
      status: 'canceled',
      error: { name: 'RunCanceledError', message: 'the workflow run was cancelled' },
    });
    expect(JSON.parse(readFileSync(join(b.run.runDir, 'final.json'), 'utf8'))).toMatchObject({
      status: 'canceled',
      failure_reason: 'RunCanceledError: the workflow run was cancelled',
    });
  });
});

const WAITING_CHILD = {
  'child.mjs': `import { appendFileSync } from 'node:fs';
export async function process(_, ctx) {
  try { return await ctx.signal('x'); }
  finally { await ctx.run('clean', () => appendFileSync(new URL('./cleaned', import.meta.url), 'child\\n')); }
}`,
};

describe.concurrent('a run and the runs that it has started', () => {
  test('protocol T1: a child whose branch names another entry, or that is not vouched for, is not driven', async () => {
    const b = await bench(`return await ctx.subprocess('child.mjs');`, { files: WAITING_CHILD });
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    const child = await childOf(b);
    const vetted: string[] = [];
    const vet = async (run: { runId: string }): Promise<void> => void vetted.push(run.runId);
    expect(await driveRun(session(b, b.run, { vet }))).toMatchObject({ status: 'waiting' });
    expect(vetted).toEqual([child.runId]);
    const file = join(child.runDir, 'run.json');
    const metadata = JSON.parse(readFileSync(file, 'utf8'));
    metadata.entrypoint.importPath = metadata.entrypoint.importPath.replace('child.mjs', 'other.mjs');
    writeFileSync(file, JSON.stringify(metadata));
    await expect(driveRun(session(b, b.run))).rejects.toMatchObject({ code: 'OTHER_ENTRY' });
    expect(b.of('RUN_FAILED')).toEqual([]);
  });

  test('a child that cannot be started, cannot be loaded or fails is the failure of its call; none has the time limit of a task', async () => {
    const b = await bench(
      `const tell = (error) => [error.name, error.code, error.status];
       const call = (name) => ctx.subprocess(name).catch(tell);
       return [await call('none.mjs'), await call('broken.mjs'), await call('throws.mjs'), await call('slow.mjs')];`,
      {
        files: {
          'broken.mjs': 'export function process( {',
          'throws.mjs': code(`throw Object.assign(new TypeError('no'), { code: 7 });`),
          'slow.mjs': code(`return ctx.run('slow', () => delay(1000).then(() => 'slow'), { timeout: 0 });`),
        },
      },
    );
    const { status, output = '' } = await b.drive({ limits: { taskTimeoutMs: 500 } });
    expect(status).toBe('completed');
    expect(JSON.parse(output)).toEqual([
      ['UsageError', expect.anything(), null],
      ['LonghaulError', 'PROCESS_LOAD', null],
      ['TypeError', 7, 'failed'],
      'slow',
    ]);
  });

  test('a run that ends without its child cancels it, clean-up and all', async () => {
    const b = await bench(
      `void ctx.subprocess('child.mjs').catch(() => {}); return await ctx.signal('go');`,
      {
        files: WAITING_CHILD,
      },
    );
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    await sendSignal({ run: b.run, owner: owner(), actor: ACTOR, name: 'go', value: 1 });
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '1' });
    expect((await childOf(b)).load().state.terminal).toMatchObject({ status: 'canceled' });
    expect(lines(b, 'cleaned')).toEqual(['child']);
  });

  test('a child that ends elsewhere wakes its parent, which nobody drives', async () => {
    const b = await bench(`return [await ctx.subprocess('child.mjs'), 'after'];`, { files: WAITING_CHILD });
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    const { length } = b.journal();
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    expect(b.journal()).toHaveLength(length); // looking costs nothing
    const child = await childOf(b);
    await sendSignal({ run: child, owner: owner(), actor: ACTOR, name: 'x', value: 7 });
    const ended = await carryOn(session(b, child));
    expect(ended).toMatchObject({ status: 'completed', parent: { runId: b.run.runId } });
    const parent = await wakeParent(b.store, ended.parent, ended.terminal);
    expect(parent?.runId).toBe(b.run.runId);
    expect(await carryOn(session(b, parent))).toMatchObject({ status: 'completed', output: '[7,"after"]' });
    expect(await b.run.mailbox.names()).toEqual([]);
    expect(await wakeParent(b.store, ended.parent, ended.terminal)).toBeUndefined();
  });

  test('a kill between the end of a child and the wake of its parent is made good by a sweep, the post step, or whoever resumes either of them', async () => {
    const b = await bench(`return await ctx.subprocess('child.mjs');`, { files: WAITING_CHILD });
    expect(await b.drive()).toMatchObject({ status: 'waiting' });
    const child = await childOf(b);
    await sendSignal({ run: child, owner: owner(), actor: ACTOR, name: 'x', value: 7 });
    expect(await carryOn(session(b, child))).toMatchObject({ status: 'completed' });
    expect(await b.run.mailbox.names()).toEqual([]); // killed here
    const due = () => b.store.due({ now: Date.now(), workflow: undefined });
    expect(await due()).toEqual([{ runId: b.run.runId, why: 'time' }]);
    const woken = async (): Promise<void> => {
      const names = await b.run.mailbox.names();
      expect(names).toMatchObject([expect.stringContaining('.ended')]);
      await b.run.mailbox.delete(names);
    };
    const io = { notice: expect.unreachable, warning: expect.unreachable };
    const told: string[] = [];
    const tell = async ({ runId }: OpenRun): Promise<void> => void told.push(runId);
    await savePost({ io, store: b.store, owner: owner(), workspace: b.directory, workflow: '', tell }, [
      child.runId,
    ]);
    await woken();
    expect(told).toEqual([child.runId]);
    const ended = await carryOn(session(b, child));
    await wakeParent(b.store, ended.parent, ended.terminal);
    await woken();
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '7' });
    expect(await due()).toEqual([]);
  });

  test('a parent that is driven looks at its child again when it is woken', async () => {
    const b = await bench(
      `return await Promise.all([ctx.subprocess('child.mjs'), sh(ctx, 'until test -e go; do sleep 0.1; done')]);`,
      { files: WAITING_CHILD },
    );
    const stop = new AbortController();
    const first = b.drive({ shutdown: stop.signal });
    await until(
      () =>
        b.types().includes('EFFECT_STARTED') &&
        existsSync(b.store.importDir(childRunId(b.run.runId, firstEffect(b)))),
    );
    const child = await childOf(b);
    await until(async () => child.load().state.pending.size === 1 && (await child.owner()) === undefined);
    stop.abort();
    await first;
    const elsewhere = await child.acquire(owner());
    const driving = b.drive();
    await until(() => b.of('EFFECT_STARTED').length === 3); // the command again; the child goes on as it is
    await elsewhere.release();
    await sendSignal({ run: child, owner: owner(), actor: ACTOR, name: 'x', value: 1 });
    const ended = await carryOn(session(b, child));
    const parent = await wakeParent(b.store, ended.parent, ended.terminal);
    await expect(carryOn(session(b, parent))).rejects.toMatchObject({ code: 'LEASE_HELD' });
    await until(() => b.of('EFFECT_RESOLVED').some(({ effectId }) => effectId === firstEffect(b)));
    write(b.directory, { go: '' });
    expect(await driving).toMatchObject({ status: 'completed' });
  });

  test('req C17: a child that is driven here hears of the cancel at once, and both are sealed when the machine is about to go', async () => {
    const b = await bench(`await ctx.subprocess('child.mjs');`, {
      files: {
        'child.mjs': code(
          `try { await sh(ctx, 'echo >> up; sleep 60'); } finally { await sh(ctx, 'trap "" TERM; echo >> cleaning; while :; do sleep 0.1; done'); }`,
        ),
      },
    });
    // Its mail would come much too late.
    const slow = (run: OpenRun): OpenRun => {
      run.mailbox.watch = (onMail) => {
        void run.mailbox.read().then(onMail);
        return () => {};
      };
      return run;
    };
    class SlowMail extends DirectoryStore {
      override create = async (run: NewRun) => slow(await super.create(run));
      override open = async (runId: string) => slow(await super.open(runId));
    }
    const [cancel, shutdown, hurry] = [new AbortController(), new AbortController(), new AbortController()];
    const driving = carryOn(
      session(b, b.run, {
        store: new SlowMail(join(b.directory, 'runs')),
        world: { ...b.world, hurry: hurry.signal },
        limits: { ...QUICK, graceMs: 600_000, cancelGraceMs: 600_000 },
        cancel: cancel.signal,
        shutdown: shutdown.signal,
      }),
    );
    await until(() => lines(b, 'up').length > 0);
    cancel.abort('the workflow run was cancelled');
    await until(() => lines(b, 'cleaning').length > 0);
    hurry.abort();
    shutdown.abort();
    expect(await driving).toMatchObject({ status: 'canceled' });
    const child = await childOf(b);
    expect(child.load().state.terminal).toMatchObject({ status: 'canceled' });
    const asked = [...child.events()].filter(({ type }) => type === 'RUN_CANCEL_REQUESTED');
    expect(asked).toMatchObject([{ data: { messageId: `${firstEffect(b)}.cancel` } }]);
    expect(await child.mailbox.names()).toEqual([]);
  });

  test('req C17: a child that is driven here is cancelled with its clean-up, although no message can be left for it', async () => {
    const b = await bench(`await ctx.subprocess('child.mjs');`, {
      files: {
        'child.mjs': code(
          `try { await sh(ctx, 'echo >> up; sleep 60'); } finally { await sh(ctx, 'sleep 0.2; echo >> cleaned'); }`,
        ),
      },
    });
    class FullMail extends DirectoryStore {
      override create = async (run: NewRun) => {
        const made = await super.create(run);
        made.mailbox.deliver = () => Promise.reject(new Error('no space left'));
        return made;
      };
    }
    const warnings: string[] = [];
    const report = (event: DriveEvent): void => {
      if (event.type === 'warning') warnings.push(event.message);
    };
    const cancel = new AbortController();
    const store = new FullMail(join(b.directory, 'runs'));
    const world = { ...b.world, report };
    const driving = carryOn(session(b, b.run, { store, world, cancel: cancel.signal }));
    await until(() => lines(b, 'up').length > 0);
    cancel.abort('the workflow run was cancelled');
    expect(await driving).toMatchObject({ status: 'canceled' });
    expect((await childOf(b)).load().state.terminal).toMatchObject({ status: 'canceled', sealed: false });
    expect(lines(b, 'cleaned')).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('no space left')]);
  });

  test('cancelling the effect cancels its run, clean-up and all, although nobody drives either', async () => {
    const b = await bench(`return await ctx.subprocess('child.mjs').catch((error) => error.reason);`, {
      files: WAITING_CHILD,
    });
    await b.drive();
    const effectId = firstEffect(b);
    expect(takesDriver(b.run.load().state, effectId)).toBe(true);
    const done = await cancelDriving(session(b), { actor: ACTOR, effectId, reason: 'not needed' });
    expect(done).toMatchObject({ by: 'us', value: { status: 'completed', output: '"not needed"' } });
    expect((await childOf(b)).load().state.terminal).toMatchObject({ status: 'canceled' });
    expect(lines(b, 'cleaned')).toEqual(['child']);
  });

  test('protocol T10, S5: a halt that could not be saved is saved by the post step, which wakes the parent', async () => {
    const b = await bench(`return await ctx.subprocess('child.mjs').catch((error) => error.name);`, {
      files: WAITING_CHILD,
    });
    await b.drive();
    const child = await childOf(b);
    const acquire = child.acquire.bind(child);
    child.acquire = async (...args) =>
      Object.assign(await acquire(...args), { save: () => Promise.reject(new Error('no route')) });
    const halt = { store: b.store, owner: owner(), actor: ACTOR, workspace: b.directory, reason: 'obsolete' };
    await expect(haltRun({ ...halt, run: child, finalStatus: 'failed' })).rejects.toMatchObject({
      code: 'NOT_SAVED',
      primary: { name: 'ManualHalt', message: 'obsolete' },
    });
    expect(lines(b, `runs/${child.runId}/progress.ndjson`).join()).not.toContain('run_failed');
    expect(await b.run.mailbox.names()).toEqual([]);

    const said: string[] = [];
    const say = (message: string): void => void said.push(message);
    const io = { notice: say, warning: say };
    const post = {
      io,
      store: b.store,
      owner: owner(),
      workspace: b.directory,
      workflow: '',
      tell: async () => {},
    };
    expect(await savePost(post, [child.runId])).toBeUndefined();
    expect(lines(b, `runs/${child.runId}/progress.ndjson`).join()).toContain('run_failed');
    expect(await b.run.mailbox.names()).toHaveLength(1);
    expect(said).toEqual([]);
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '"ManualHalt"' });
  });

  test('a halt seals them with it, and the parent of a halted child goes on with its error', async () => {
    const b = await bench(
      `return await ctx.subprocess('child.mjs').catch((error) => [error.name, error.message]);`,
      {
        files: WAITING_CHILD,
      },
    );
    await b.drive();
    const child = await childOf(b);
    const halt = { store: b.store, owner: owner(), actor: ACTOR, workspace: b.directory, reason: 'obsolete' };
    await haltRun({ ...halt, run: child, finalStatus: 'failed' });
    const [woken] = await b.run.mailbox.names();
    expect(woken).toContain('.ended');
    // Whoever sealed it was killed before he woke anybody, and is started again.
    await b.run.mailbox.delete([woken!]);
    expect(await haltRun({ ...halt, run: child, finalStatus: 'failed' })).toMatchObject({ unchanged: true });
    expect(await b.run.mailbox.names()).toEqual([woken]);
    expect(await b.drive()).toMatchObject({ status: 'completed', output: '["ManualHalt","obsolete"]' });

    const c = await bench(`await ctx.subprocess('child.mjs');`, { files: WAITING_CHILD });
    await c.drive();
    const grown = await childOf(c);
    expect(await haltRun({ ...halt, store: c.store, run: c.run, finalStatus: 'completed' })).toMatchObject({
      children: [grown.runId],
    });
    expect(grown.load().state.terminal).toMatchObject({
      sealed: true,
      reason: `run ${c.run.runId}, which started this one, was halted: obsolete`,
    });
    expect(lines(c, 'cleaned')).toEqual([]);
  });
});
