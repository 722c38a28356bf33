import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { DamageError } from '../../src/errors.ts';
import { encodeEvent } from '../../src/journal/codec.ts';
import { sha256 } from '../../src/journal/digest.ts';
import { ulid } from '../../src/journal/ids.ts';
import { eventsOf, loadRun } from '../../src/journal/open-run.ts';
import { listEvents, readEvents } from '../../src/journal/reader.ts';
import { loadReplayInput } from '../../src/journal/replay-input.ts';
import { checkRest, checkSegments, sharesOf } from '../../src/journal/segment-check.ts';
import { listSegments, packFiles } from '../../src/journal/segments.ts';
import type { RunState } from '../../src/journal/state.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { doSteps, eventPath, failure, newRun, readJson, request, resolution } from './helpers.ts';

/** With a plain map of effects, whatever the state was read from. */
const whole = (state: RunState) => ({ ...state, effects: new Map(state.effects) });

/** A run with all that segments hold, packed on release, and three events behind. */
async function packedRun() {
  const test = await newRun();
  const { journal } = test;
  const ids = doSteps(journal, 1, 3);
  const failing = request(4);
  journal.append([failing.event], failing.files);
  const failed = failure(failing.effectId, { name: 'E', message: 'broke', data: { code: 1 } });
  journal.append([failed.event], failed.files);
  const open = request(5);
  const large = request(6);
  journal.append([open.event, large.event], [...open.files, ...large.files]);
  journal.append([
    { type: 'EFFECT_CANCELLED', data: { effectId: open.effectId, reason: 'no', timedOut: true } },
  ]);
  const huge = resolution(large.effectId, { text: 'é'.repeat(800_000) });
  journal.append([huge.event], huge.files);
  journal.append([
    { type: 'PROCESS_LOG', data: { logSeq: 3, message: 'hello' } },
    { type: 'RUN_FAILED', data: { error: { name: 'E', message: 'broke' }, effectId: failing.effectId } },
    { type: 'RUN_RETRIED', data: { actor: { login: 'x' }, effects: [failing.effectId], dropped: [] } },
    { type: 'UNKNOWN_TO_US', data: { a: [1] } },
  ]);
  await test.lease.save();
  await test.lease.release();
  const lease = await test.run.acquire(thisOwner('0.1.0'));
  doSteps(lease.journal, 7, 8);
  await lease.save();
  const segments = listSegments(test.runDir);
  return { ...test, lease, ids, segments, names: listEvents(test.runDir) };
}

const tailOf = (names: { name: string }[], segments: { to: number }[]) =>
  names.slice(segments.at(-1)?.to ?? 0).map((name) => name.name);

describe('packed segments', () => {
  it('give a replay exactly what the files give', async () => {
    const { runDir, segments, names } = await packedRun();
    expect(segments).toHaveLength(1);
    expect(segments[0]?.to).toBeLessThan(names.length);
    const packed = loadReplayInput(runDir, { segments, tail: tailOf(names, segments) });
    const plain = loadReplayInput(runDir, { segments: [], tail: names.map((name) => name.name) });
    expect(packed).toEqual(plain);
    expect(plain.settlements.map(({ outcome }) => outcome.status)).toEqual([
      'ok',
      'ok',
      'ok',
      'error',
      'cancelled',
      'ok',
      'ok',
      'ok',
    ]);
    expect(plain).toMatchObject({ logCount: 3, head: names.length });
    expect(plain.retries).toEqual([
      { seq: 16, settlementsBefore: 6, requestsBefore: 6, effects: [expect.any(String)], dropped: [] },
    ]);
    const huge = plain.settlements[5]?.outcome;
    expect(huge?.status === 'ok' && (JSON.parse(huge.value) as { text: string }).text.length).toBe(800_000);
  });

  it('give the same events and the same state as the files', async () => {
    const { runDir } = await packedRun();
    expect([...eventsOf(runDir)]).toEqual(readEvents(runDir));
    const { refs: _a, ...viaSegments } = loadRun(runDir);
    const { refs: _b, ...viaFiles } = loadRun(runDir, { segments: 'ignore' });
    expect(whole(viaSegments.state)).toEqual(viaFiles.state);
    expect(verifyRun(runDir)).toEqual([]);
  });

  it('req R2: deleting state/ changes nothing but time', async () => {
    const { runDir, run, lease } = await packedRun();
    const before = loadRun(runDir).state;
    await lease.release();
    rmSync(join(runDir, 'state'), { recursive: true });
    expect(whole(loadRun(runDir).state)).toEqual(whole(before));
    const next = await run.acquire(thisOwner('0.1.0'));
    doSteps(next.journal, 9, 9);
    await next.save();
    await next.release();
    expect(listSegments(runDir).at(-1)?.to).toBe(before.head.seq + 2);
    expect(verifyRun(runDir)).toEqual([]);
  });

  it('a driver starts from the snapshot: effects that are settled are read only when asked for', async () => {
    const { runDir, run, lease, ids } = await packedRun();
    const open = request(9);
    lease.journal.append([open.event], open.files);
    await lease.save();
    await lease.release();
    const plain = loadRun(runDir, { segments: 'ignore' }).state;
    const { state } = loadRun(runDir);
    expect(readFileSync(join(runDir, 'state', 'segments', 'state.ndjson'), 'utf8')).not.toContain(ids[0]);
    const hidden = join(runDir, 'state', 'hidden');
    renameSync(join(runDir, 'state', 'segments'), hidden);
    expect([...state.pending.keys()]).toEqual([...plain.pending.keys()]);
    expect(state.effects.get(open.effectId)).toEqual(plain.effects.get(open.effectId));
    expect(state.effects.has(ulid())).toBe(false);
    renameSync(hidden, join(runDir, 'state', 'segments'));
    expect(state.effects.get(ids[0]!)?.status).toBe('resolved_ok');
    expect([...state.effects.values()]).toEqual([...plain.effects.values()]);
    expect(state.effects.get(open.effectId)).toBe(state.pending.get(open.effectId));
    expect(whole(state)).toEqual(plain);
    // And goes on as it would have without.
    const next = await run.acquire(thisOwner('0.1.0'));
    doSteps(next.journal, 10, 11);
    expect([...next.journal.state.effects.keys()].length).toBe(plain.effects.size + 2);
    expect(whole(next.journal.state)).toEqual(loadRun(runDir, { segments: 'ignore' }).state);
  });

  it('a snapshot that does not fit is not used, and a wrong one is found', async () => {
    const { runDir, lease } = await packedRun();
    await lease.release();
    const plain = loadRun(runDir, { segments: 'ignore' }).state;
    const path = join(runDir, 'state', 'segments', 'state.ndjson');
    const text = readFileSync(path, 'utf8');
    for (const wrong of [
      '',
      '{}',
      text.slice(0, 200),
      text.replace('"settlements":', '"settlements":1'),
      text.replace(/"segment":"./, '"segment":"x'),
    ]) {
      writeFileSync(path, wrong);
      expect(whole(loadRun(runDir).state)).toEqual(plain);
      expect(verifyRun(runDir)).toEqual([]);
    }
    const [header = '', body = ''] = text.split('\n');
    const forged = body.replace('"attempt":2', '"attempt":7');
    writeFileSync(path, `${header.replace(/"digest":"[^"]+"/, `"digest":"${sha256(forged)}"`)}\n${forged}\n`);
    expect(verifyRun(runDir).map((finding) => finding.code)).toEqual(['CACHE_WRONG']);
  });

  it('long journals are packed while they grow, small ends are packed anew with what follows', async () => {
    const { journal, lease, runDir, run } = await newRun();
    doSteps(journal, 1, 300);
    await lease.save();
    expect(listSegments(runDir).at(-1)?.to).toBeGreaterThan(500);
    for (let n = 301; n < 305; n++) {
      doSteps(n === 301 ? journal : (await run.acquire(thisOwner('0.1.0'), { force: true })).journal, n, n);
    }
    await lease.release();
    const last = await run.acquire(thisOwner('0.1.0'), { force: true });
    await last.release();
    const segments = listSegments(runDir);
    expect(segments.at(-1)?.to).toBe(listEvents(runDir).length);
    expect(segments.length).toBeLessThanOrEqual(2);
    const files = readdirSync(join(runDir, 'state', 'segments')).filter((name) => name !== 'state.ndjson');
    expect(files).toHaveLength(segments.length);
    expect([...eventsOf(runDir)]).toEqual(readEvents(runDir));
  });

  it('results that no segment will hold are not kept until it is written', async () => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const { journal, lease, runDir } = await newRun();
    gc();
    const before = process.memoryUsage().heapUsed;
    for (let n = 1; n <= 60; n++) {
      const asked = request(n);
      const done = resolution(asked.effectId, `${'a'.repeat(400_000)}${n}`);
      journal.append([asked.event, done.event], [...asked.files, ...done.files]);
    }
    gc();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
    await lease.save();
    await lease.release();
    const { settlements } = loadReplayInput(runDir, { segments: listSegments(runDir), tail: [] });
    expect(settlements.map(({ outcome }) => outcome.status === 'ok' && outcome.value.slice(-4))).toEqual(
      Array.from({ length: 60 }, (_, i) => `${'a'.repeat(i < 9 ? 2 : 1)}${i + 1}"`),
    );
  });

  it('req R17: an event edited behind a segment is detected: the file is read, and named', async () => {
    const { runDir, segments, names } = await packedRun();
    const path = eventPath(runDir, 3);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"ok"', '"error"'));
    expect(checkSegments(runDir, segments, names)).toEqual([path.slice(runDir.length + 1)]);
    expect(() => loadRun(runDir)).toThrow(DamageError);
    expect(() => loadRun(runDir)).toThrow(path);
    expect(() => [...eventsOf(runDir)]).toThrow(path);
  });

  it('an event with a checksum made to hold is what counts, not the segment', async () => {
    const { runDir, segments, names } = await packedRun();
    const path = eventPath(runDir, 17);
    const { type, recordedAt } = readJson(path);
    writeFileSync(
      path,
      encodeEvent({ type: String(type), recordedAt: String(recordedAt), data: { a: [2] } }),
    );
    expect(checkSegments(runDir, segments, names)).toHaveLength(1);
    expect([...eventsOf(runDir)][16]?.data).toEqual({ a: [2] });
    expect(verifyRun(runDir).map((finding) => finding.code)).toEqual(['SEGMENT_WRONG']);
  });

  it('an edited result is detected behind a segment, and by its digest', async () => {
    const { runDir, segments, names, ids } = await packedRun();
    const path = join(runDir, 'tasks', ids[1]!, 'result.json');
    const text = readFileSync(path, 'utf8');
    const { mtime } = statSync(path);
    writeFileSync(path, text.replaceAll('"n": 2', '"n": 3'));
    expect(checkSegments(runDir, segments, names)).toEqual([`tasks/${ids[1]}/result.json`]);
    const loaded = loadRun(runDir);
    expect(loaded.refs.segments).toEqual([]);
    expect(() => loadReplayInput(runDir, loaded.refs)).toThrow(path);
    // Undone, with the time that it had: in order again.
    writeFileSync(path, text);
    utimesSync(path, mtime, mtime);
    expect(() => loadReplayInput(runDir, loaded.refs)).not.toThrow();
  });

  it('two threads share the looks: what one has taken the other passes by, and each tells what it finds', async () => {
    const { runDir, names, segments, ids } = await packedRun();
    const shared = sharesOf(segments);
    expect(checkRest(runDir, segments, shared)).toBe(true);
    const path = join(runDir, 'tasks', ids[1]!, 'result.json');
    writeFileSync(path, `${readFileSync(path, 'utf8')} `);
    expect(checkSegments(runDir, segments, names, shared)).toEqual([]);
    expect(checkRest(runDir, segments, shared)).toBe(true);
    expect(checkRest(runDir, segments, sharesOf(segments))).toBe(false);
    expect(checkSegments(runDir, segments, names, sharesOf(segments))).toEqual([
      `tasks/${ids[1]}/result.json`,
    ]);
    // Names are the driver's affair in any case.
    const other = names.map((name, i) => (i === 3 ? { ...name, name: `x${name.name}` } : name));
    expect(checkSegments(runDir, segments, other, shared)).toEqual([`journal/x${names[3]!.name}`]);
  });

  it('an event added or removed under a segment is seen', async () => {
    const { runDir, segments } = await packedRun();
    rmSync(eventPath(runDir, 4));
    expect(() => loadRun(runDir)).toThrow(/has no event 4/);
    expect(segments).toHaveLength(1);
  });

  it('a damaged segment is passed over', async () => {
    const { runDir, segments } = await packedRun();
    const before = loadRun(runDir, { segments: 'ignore' }).state;
    const path = join(runDir, segments[0]!.path);
    const bytes = readFileSync(path);
    bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(whole(loadRun(runDir).state)).toEqual(whole(before));
    expect(verifyRun(runDir).map((finding) => finding.code)).toEqual(['SEGMENT_WRONG']);
    const half = readFileSync(path).subarray(0, 300);
    writeFileSync(path, half);
    expect(whole(loadRun(runDir).state)).toEqual(whole(before));
    writeFileSync(path, '');
    expect(listSegments(runDir)).toEqual([]);
    writeFileSync(path, 'x\n');
    expect(listSegments(runDir)).toEqual([]);
  });

  it('a reader with refs refuses a segment that is another one by now', async () => {
    const { runDir, segments, names } = await packedRun();
    appendFileSync(join(runDir, segments[0]!.path), 'x');
    // Bytes behind the sections change nothing …
    expect(() => loadReplayInput(runDir, { segments, tail: tailOf(names, segments) })).not.toThrow();
    // … another header does.
    const wrong = [{ ...segments[0]!, digest: '0'.repeat(64) }];
    expect(() => loadReplayInput(runDir, { segments: wrong, tail: [] })).toThrow(/another one by now/);
  });

  it('can be made of files alone', async () => {
    const { runDir, names } = await packedRun();
    rmSync(join(runDir, 'state'), { recursive: true });
    packFiles(runDir, names);
    expect(checkSegments(runDir, listSegments(runDir), names)).toEqual([]);
    expect([...eventsOf(runDir)]).toEqual(readEvents(runDir));
  });
});
