import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DamageError } from '../../src/errors.ts';
import { createWhole, writeAtomic } from '../../src/journal/atomic.ts';
import { isUlid } from '../../src/journal/ids.ts';
import { readEvents, readOutcome, resolverOf } from '../../src/journal/reader.ts';
import { loadReplayInput } from '../../src/journal/replay-input.ts';
import { encodeResult } from '../../src/journal/task-files.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { doSteps, eventFiles, NEW_RUN, newRun, readJson, request, resolution, tempDir } from './helpers.ts';

describe('appending', () => {
  it('req H2: seqs follow, ULIDs rise, also behind a journal from a clock ahead of ours', async () => {
    const { run, lease, journal } = await newRun({ now: () => Date.parse('2031-01-01T00:00:00.000Z') });
    doSteps(journal, 1, 2);
    await lease.save();
    await lease.release();
    const behind = await new DirectoryStore(dirname(run.runDir)).open('run-1');
    const next = await behind.acquire(thisOwner('0.1.0'));
    doSteps(next.journal, 3, 4);
    const events = readEvents(run.runDir);
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const ulids = events.map((event) => event.ulid);
    expect(ulids).toEqual([...new Set(ulids)].sort());
    expect(ulids.every(isUlid)).toBe(true);
    expect(verifyRun(run.runDir)).toEqual([]);
  });

  it('what the process need not wait for is put off for a driver that says so, and done by the next call or the end', async () => {
    const { journal, runDir } = await newRun();
    const left = (): string[] => readdirSync(join(runDir, 'state')).filter((name) => name.startsWith('tmp-'));
    const asked = request(1);
    journal.append([asked.event], asked.files);
    expect(left()).toEqual([]);
    journal.tidyLater();
    const done = resolution(asked.effectId, { n: 1 });
    journal.append([done.event], done.files);
    expect(readEvents(runDir)).toHaveLength(3);
    expect(left()).toHaveLength(1);
    journal.tidy();
    expect(left()).toEqual([]);
    doSteps(journal, 2, 2);
    expect(left()).toHaveLength(1);
    await journal.sync();
    expect(left()).toEqual([]);
    doSteps(journal, 3, 3);
    journal.close();
    expect(left()).toEqual([]);
    expect(verifyRun(runDir)).toEqual([]);
  });

  it('a batch of any length keeps few files open, also where tidying up is put off', async () => {
    let most = 0;
    const { journal, runDir } = await newRun({
      trace: (where) => {
        if (where.startsWith('after event')) most = Math.max(most, readdirSync('/dev/fd').length);
      },
    });
    journal.tidyLater();
    const before = readdirSync('/dev/fd').length;
    const notes = Array.from({ length: 700 }, (_, n) => ({ type: 'NOTE', data: { n } }));
    journal.append(notes);
    // As many as wait for a save at most; machines allow 1,024 in all.
    expect(most - before).toBeLessThan(300);
    await journal.sync();
    expect(readdirSync('/dev/fd').length).toBeLessThan(before + 10);
    expect(readEvents(runDir)).toHaveLength(701);
    expect(verifyRun(runDir)).toEqual([]);
  });

  it('what cannot be tidied up leaves no file open and keeps nobody from releasing the lease', async () => {
    const { journal, lease, run, runDir } = await newRun();
    const before = readdirSync('/dev/fd').length;
    journal.tidyLater();
    journal.append([
      { type: 'NOTE', data: { n: 1 } },
      { type: 'NOTE', data: { n: 2 } },
    ]);
    const temp = readdirSync(join(runDir, 'state')).find((name) => name.startsWith('tmp-')) ?? '';
    rmSync(join(runDir, 'state', temp));
    mkdirSync(join(runDir, 'state', temp));
    await lease.release();
    expect(await run.owner()).toBeUndefined();
    expect(readdirSync('/dev/fd').length).toBeLessThanOrEqual(before);
    const next = await run.acquire(thisOwner('0.1.0'));
    expect(next.journal.head.seq).toBe(3);
  });

  it('harness of run.json stands first in the data of what is appended', async () => {
    const store = new DirectoryStore(tempDir());
    const lease = await (await store.create({ ...NEW_RUN, harness: 'codex' })).acquire(thisOwner('0.1.0'));
    const [event] = doSteps(lease.journal, 1, 1);
    expect(event).toBeDefined();
    const [, asked] = readEvents(lease.journal.runDir);
    expect(Object.keys(asked!.data)[0]).toBe('harness');
  });

  it('a result left by a kill before its event is not touched: the new one gets the next name', async () => {
    const { journal, runDir } = await newRun();
    const asked = request(1);
    journal.append([asked.event], asked.files);
    const orphan = join(runDir, 'tasks', asked.effectId, 'result.json');
    writeFileSync(orphan, '{"torn');
    const done = resolution(asked.effectId, { n: 1 });
    const [event] = journal.append([done.event], done.files);
    expect(event?.data.resultRef).toBe(`tasks/${asked.effectId}/result-2.json`);
    expect(readFileSync(orphan, 'utf8')).toBe('{"torn');
    expect(readJson(eventPathOf(runDir, 3)).data).toMatchObject({
      resultRef: `tasks/${asked.effectId}/result-2.json`,
    });
    expect(verifyRun(runDir)).toEqual([]);
  });

  it('the same bytes left by a kill are taken', async () => {
    const { journal, runDir } = await newRun();
    const asked = request(1);
    mkdirSync(join(runDir, 'tasks', asked.effectId));
    writeFileSync(join(runDir, 'tasks', asked.effectId, 'task.json'), asked.files[0]!.text);
    journal.append([asked.event], asked.files);
    expect(verifyRun(runDir)).toEqual([]);
  });

  it('req R16: a retried effect settles again beside its first result', async () => {
    const { journal, runDir } = await newRun();
    const [effectId = ''] = doSteps(journal, 1, 1);
    journal.append([{ type: 'RUN_FAILED', data: { error: { name: 'E', message: 'm' } } }]);
    journal.append([
      { type: 'RUN_RETRIED', data: { actor: { login: 'x' }, effects: [effectId], dropped: [] } },
    ]);
    const again = resolution(effectId, 'second');
    journal.append([again.event], again.files);
    const { settlements } = loadReplayInput(runDir, { segments: [], tail: eventFiles(runDir) });
    expect(settlements.map(({ outcome }) => outcome.status === 'ok' && outcome.value)).toEqual([
      '{"n":1,"text":"result 1"}',
      '"second"',
    ]);
    expect(verifyRun(runDir)).toEqual([]);
  });

  it('after a failure nothing more is taken: the journal on disk and in memory may differ', async () => {
    const { journal, runDir, lease } = await newRun();
    rmSync(join(runDir, 'journal'), { recursive: true });
    expect(() => journal.append([{ type: 'NOTE', data: {} }])).toThrow(/ENOENT/);
    mkdirSync(join(runDir, 'journal'));
    expect(() => journal.append([{ type: 'NOTE', data: {} }])).toThrow(/ENOENT/);
    await expect(lease.save()).rejects.toThrow(/ENOENT/);
  });

  it('does not look into the journal again: what an append costs cannot grow with it', async () => {
    const { journal, runDir } = await newRun();
    doSteps(journal, 1, 2);
    const { seq } = journal.head;
    // Whoever lists the directory would find this one, and go on behind it.
    writeFileSync(join(runDir, 'journal', '000999.7ZZZZZZZZZZZZZZZZZZZZZZZZZ.json'), '{}');
    doSteps(journal, 3, 3);
    expect(journal.head.seq).toBeLessThan(seq + 10);
  });
});

const eventPathOf = (runDir: string, seq: number) => join(runDir, 'journal', eventFiles(runDir)[seq - 1]!);

describe('results', () => {
  const of = { effectId: '01M7WE021BZC756KNVSW1WH7WM', taskId: 't', invocationKey: 'k' };

  it('over 1 MiB go to a blob and come back whole', async () => {
    const { journal, runDir } = await newRun();
    const asked = request(1, { big: 'a'.repeat(1_200_000) });
    expect(asked.files.map((file) => file.path)).toEqual([
      expect.stringMatching(/^tasks\/\w+\/blobs\/inputs-[0-9a-f]{64}\.json$/),
      `tasks/${asked.effectId}/task.json`,
    ]);
    expect(JSON.parse(asked.files[1]!.text)).toMatchObject({ inputsRef: asked.files[0]!.path });
    journal.append([asked.event], asked.files);
    const value = { text: 'ü'.repeat(600_000) };
    const done = resolution(asked.effectId, value);
    journal.append([done.event], done.files);
    const result = readJson(join(runDir, 'tasks', asked.effectId, 'result.json'));
    expect([result.result, result.value, result.resultRef]).toEqual([
      undefined,
      undefined,
      done.files[0]!.path,
    ]);
    const { settlements } = loadReplayInput(runDir, { segments: [], tail: eventFiles(runDir) });
    expect(settlements[0]?.outcome).toEqual({ status: 'ok', value: JSON.stringify(value) });
    // A torn or edited blob is found by the digest in its name.
    writeFileSync(join(runDir, done.files[0]!.path), '"x"');
    expect(() => loadReplayInput(runDir, { segments: [], tail: eventFiles(runDir) })).toThrow(DamageError);
  });

  it('of a nesting that only its indentation makes long go to a blob as well', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 900; i++) deep = [deep];
    expect(encodeResult(of, { status: 'ok', value: deep as never }).files).toHaveLength(2);
  });

  it.each([null, false, 0, '', [], {}])('%j stands in the file twice and comes back', (value) => {
    const directory = tempDir();
    const encoded = encodeResult(of, { status: 'ok', value });
    mkdirSync(join(directory, 'tasks', of.effectId), { recursive: true });
    writeFileSync(join(directory, encoded.resultRef), encoded.files[0]!.text);
    expect(readJson(join(directory, encoded.resultRef))).toMatchObject({ result: value, value });
    const data = {
      effectId: of.effectId,
      status: 'ok' as const,
      resultRef: encoded.resultRef,
      resultDigest: encoded.resultDigest,
    };
    expect(readOutcome(resolverOf(directory), data, 'x')).toEqual({ status: 'ok', value: encoded.valueText });
  });

  it('what the process gets live is what a replay reads: keys in the order of the file', () => {
    const encoded = encodeResult(of, { status: 'ok', value: { b: 1, a: { d: 1, C: 2 } } });
    expect(encoded.valueText).toBe('{"a":{"C":2,"d":1},"b":1}');
  });

  it('req C5: a cancelled one says so, with its reason', () => {
    const encoded = encodeResult(
      { ...of, stdoutRef: 'tasks/x/stdout.log' },
      { status: 'cancelled', reason: 'too slow' },
    );
    expect(JSON.parse(encoded.files[0]!.text)).toEqual({
      schemaVersion: '2026.01.results-v1',
      ...of,
      status: 'cancelled',
      error: { name: 'EffectCancelledError', message: 'too slow' },
      reason: 'too slow',
      stdoutRef: 'tasks/x/stdout.log',
      metadata: { cancelled: true, reason: 'too slow' },
    });
  });
});

describe('files', () => {
  it('createWhole never replaces what is there, and leaves no temp file', () => {
    const path = join(tempDir(), 'a');
    createWhole(path, 'one');
    expect(() => createWhole(path, 'two')).toThrow(/EEXIST/);
    expect(readFileSync(path, 'utf8')).toBe('one');
    expect(statSync(path).nlink).toBe(1);
  });

  it('writeAtomic replaces, making the directory when it is missing', () => {
    const path = join(tempDir(), 'b', 'a');
    writeAtomic(path, 'one');
    writeAtomic(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
  });
});
