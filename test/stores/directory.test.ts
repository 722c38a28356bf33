import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LeaseHeldError } from '../../src/errors.ts';
import { sha256 } from '../../src/journal/digest.ts';
import type { Owner } from '../../src/journal/events.ts';
import { jsonText } from '../../src/journal/json.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { describeOwner, livenessOf, type Machine, thisMachine, thisOwner } from '../../src/stores/owner.ts';
import { doSteps, NEW_RUN, newRun, readJson, tempDir } from '../journal/helpers.ts';
import { storeContract } from './contract.suite.ts';

storeContract('directory', () => {
  const directory = join(tempDir(), 'runs');
  return { store: new DirectoryStore(directory), elsewhere: () => new DirectoryStore(directory) };
});

describe('a run directory', () => {
  it('has Babysitter’s directories and .gitignore, and nothing else', async () => {
    const { runDir, lease } = await newRun();
    await lease.release();
    expect(readdirSync(runDir).sort()).toEqual(
      [
        '.gitignore',
        'blobs',
        'inputs.json',
        'journal',
        'lease',
        'orphaned',
        'process',
        'run.json',
        'state',
        'tasks',
      ].sort(),
    );
  });

  it('is made as a whole: a start that died left nothing under its name, and does not show in lists', async () => {
    const directory = tempDir();
    mkdirSync(join(directory, '.tmp-1-x-1', 'journal'), { recursive: true });
    mkdirSync(join(directory, 'no-run'));
    const store = new DirectoryStore(directory);
    expect(await store.list()).toEqual([]);
    await store.create(NEW_RUN);
    expect((await store.list()).map((run) => run.runId)).toEqual(['run-1']);
  });

  it('state/state.json and the list agree with the journal after a release, and are made again when missing', async () => {
    const { runDir, lease, store } = await newRun();
    doSteps(lease.journal, 1, 2);
    lease.journal.append([{ type: 'RUN_COMPLETED', data: { manual_seal_reason: 'x' } }]);
    await lease.save();
    await lease.release();
    const cache = readJson(join(runDir, 'state', 'state.json'));
    expect(cache.journalHead).toEqual(lease.journal.head);
    expect(cache.rebuildReason).toBe('manual_halt');
    const listed = await store.list();
    rmSync(join(runDir, 'state'), { recursive: true });
    expect(await store.list()).toEqual(listed);
  });

  it('a damaged run does not hide the others from the list', async () => {
    const { runDir, store } = await newRun();
    await store.create({ ...NEW_RUN, runId: 'other' });
    const [file = ''] = readdirSync(join(runDir, 'journal'));
    writeFileSync(join(runDir, 'journal', file), '{');
    const listed = await store.list();
    expect(listed.map((run) => run.runId)).toEqual(['other', 'run-1']);
    expect(listed[1]?.waitingOn?.[0]).toContain(file);
  });
});

/** A machine on which only the given processes run. */
function machine(running: { [pid: number]: string }, more: Partial<Machine> = {}): Machine {
  return {
    host: () => 'here',
    bootId: () => 'boot-1',
    startTime: (pid) => running[pid] ?? '',
    exists: (pid) => pid in running,
    ...more,
  };
}

const on = (process: Owner['process']): Owner => ({
  token: 't',
  engine: '0.1.0',
  startedAt: '2026-01-01T00:00:00.000Z',
  ...(process && { process }),
});

describe('protocol L1: whether an owner is alive', () => {
  const self = { pid: 10, startTime: '500', bootId: 'boot-1', host: 'here' };
  it.each([
    ['alive', 'runs', self, machine({ 10: '500' })],
    ['dead', 'its process is gone', self, machine({})],
    ['dead', 'its pid belongs to another process', self, machine({ 10: '900' })],
    ['dead', 'the machine was started anew', self, machine({ 10: '500' }, { bootId: () => 'boot-2' })],
    ['unknown', 'it is in another container', self, machine({}, { bootId: () => 'boot-1.4026' })],
    ['alive', 'its start cannot be told (EPERM counts as alive)', self, machine({ 10: '' })],
    [
      'unknown',
      'it is on another machine, where pids mean nothing here',
      { ...self, host: 'there' },
      machine({}),
    ],
    ['unknown', 'it does not say', undefined, machine({})],
  ] as const)('%s: %s', (expected, _, process, on_) => {
    expect(livenessOf(on(process), on_)).toBe(expected);
  });

  it('this process is alive, to itself', () => {
    expect(livenessOf(thisOwner('0.1.0'))).toBe('alive');
    expect(thisMachine.startTime(process.pid)).not.toBe('');
    expect(thisMachine.exists(2 ** 22 + 1)).toBe(false);
  });

  it('is described by its job, or its process', () => {
    const job = {
      workflowRunId: '1',
      workflowAttempt: 1,
      jobId: '2',
      url: 'https://example.org/job/2',
      limitMinutes: 360,
    };
    expect(describeOwner({ ...on(undefined), job })).toBe('https://example.org/job/2');
    expect(describeOwner(on({ pid: 7, startTime: '', bootId: '', host: 'box' }))).toBe('process 7 on box');
    expect(describeOwner(undefined)).toBe('another driver');
  });
});

describe('lease files', () => {
  async function leaseOf(
    owner: Owner,
    options: { machine?: Machine; now?: () => number; expiresAt?: string } = {},
  ) {
    const directory = tempDir();
    const store = new DirectoryStore(directory, options);
    const run = await store.create(NEW_RUN);
    await run.acquire(owner, options.expiresAt === undefined ? {} : { expiresAt: options.expiresAt });
    return { run, file: join(run.runDir, 'lease', 'epoch-1.json') };
  }
  const dead = on({ pid: 10, startTime: '1', bootId: 'boot-1', host: 'here' });
  const far = on({ pid: 10, startTime: '1', bootId: 'boot-9', host: 'there' });

  it('protocol L1: a dead owner on this machine is taken over at once', async () => {
    const { run } = await leaseOf(dead, { machine: machine({}) });
    const lease = await run.acquire(thisOwner('0.1.0'));
    expect([lease.epoch, lease.former?.process?.pid]).toEqual([2, 10]);
  });

  it('protocol L1: an owner elsewhere is alive until the time that it set itself, or force', async () => {
    let now = Date.parse('2026-01-01T00:00:00.000Z');
    const { run } = await leaseOf(far, {
      machine: machine({}),
      now: () => now,
      expiresAt: '2026-01-01T06:00:00.000Z',
    });
    await expect(run.acquire(thisOwner('0.1.0'))).rejects.toThrow(LeaseHeldError);
    now = Date.parse('2026-01-01T06:00:01.000Z');
    expect((await run.acquire(thisOwner('0.1.0'))).epoch).toBe(2);
    const forever = await leaseOf(far, { machine: machine({}), now: () => now * 2 });
    await expect(forever.run.acquire(thisOwner('0.1.0'))).rejects.toThrow(/process 10 on there/);
    expect((await forever.run.acquire(thisOwner('0.1.0'), { force: true })).epoch).toBe(2);
  });

  it.each(['', '{"epoch":1,"own', 'null', '{"epoch":1}'])(
    'an empty or torn one (%j) holds nothing',
    async (text) => {
      const { run, file } = await leaseOf(far, { machine: machine({}) });
      writeFileSync(file, text);
      expect(await run.owner()).toBeUndefined();
      expect((await run.acquire(thisOwner('0.1.0'))).epoch).toBe(2);
    },
  );

  it('only the own one is released: a late release does not touch the lease of the one that took over', async () => {
    const { run, lease } = await newRun();
    const taker = await run.acquire(thisOwner('0.1.0'), { force: true });
    await lease.release();
    await lease.release();
    expect((await run.owner())?.token).toBe(taker.owner.token);
    expect(() => lease.check()).toThrow(/released/);
    expect(() => lease.journal.append([{ type: 'X', data: {} }])).toThrow(/closed/);
  });

  it('old ones are cleaned away', async () => {
    const { run, lease, runDir } = await newRun();
    doSteps(lease.journal, 1, 1);
    await lease.release();
    for (let i = 0; i < 5; i++) {
      const next = await run.acquire(thisOwner('0.1.0'));
      doSteps(next.journal, i + 2, i + 2);
      await next.save();
      await next.release();
    }
    const protocol = readdirSync(join(runDir, 'lease')).filter((name) => !name.endsWith('.log'));
    expect(protocol.sort()).toEqual(['epoch-6.json', 'epoch-6.names', 'epoch-6.released']);
  });
});

describe('mail that others put there', () => {
  it('protocol M1: is checked: no JSON, another name than its content’s, unknown kinds', async () => {
    const { run, runDir } = await newRun();
    const directory = join(runDir, 'mailbox');
    mkdirSync(directory);
    const text = jsonText({ kind: 'wake', id: 'a', attempt: 1, at: '2026-01-01T00:00:00.000Z' });
    const digest = sha256(text).slice(0, 12);
    writeFileSync(join(directory, `a-${digest}.json`), text);
    writeFileSync(join(directory, `b-${digest}.json`), text);
    writeFileSync(join(directory, 'a-000000000000.json'), text);
    writeFileSync(join(directory, 'c-000000000000.json'), '{');
    writeFileSync(join(directory, 'd-000000000000.json'), '{"kind":"format-disk"}');
    writeFileSync(join(directory, 'tmp-1-x-2'), text);
    const read = await run.mailbox.read();
    expect(read.mail.map((mail) => mail.name)).toEqual([`a-${digest}`]);
    expect(read.invalid.map((mail) => mail.name)).toEqual([
      'a-000000000000',
      `b-${digest}`,
      'c-000000000000',
      'd-000000000000',
    ]);
    await run.mailbox.delete(read.invalid.map((mail) => mail.name));
    expect(await run.mailbox.names()).toEqual([`a-${digest}`]);
    expect(existsSync(join(directory, 'tmp-1-x-2'))).toBe(true);
    expect(readFileSync(join(directory, `a-${digest}.json`), 'utf8')).toBe(text);
  });
});
