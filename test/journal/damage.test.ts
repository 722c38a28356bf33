/** Every kind of damage: verify names it, opening refuses it, repair mends what can be mended without inventing facts. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DamageError, LeaseHeldError } from '../../src/errors.ts';
import { sha256 } from '../../src/journal/digest.ts';
import { ulid } from '../../src/journal/ids.ts';
import { jsonText } from '../../src/journal/json.ts';
import { parseEventName } from '../../src/journal/layout.ts';
import { checkSound, loadRun } from '../../src/journal/open-run.ts';
import { readEvents } from '../../src/journal/reader.ts';
import { repairJournal } from '../../src/journal/repair.ts';
import { loadReplayInput } from '../../src/journal/replay-input.ts';
import { statusOf } from '../../src/journal/state.ts';
import { type FindingCode, verifyRun } from '../../src/journal/verify.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { repairRun } from '../../src/stores/repair.ts';
import {
  babysitterRun,
  doSteps,
  eventFiles,
  eventPath,
  failure,
  newRun,
  putEvent,
  readJson,
  request,
  resolution,
  types,
} from './helpers.ts';

/** RUN_CREATED, then request and settlement of three steps: seqs 2 and 3, 4 and 5, 6 and 7. */
async function run() {
  const test = await newRun();
  const ids = doSteps(test.journal, 1, 3);
  await test.lease.save();
  await test.lease.release();
  return { ...test, ids };
}

const stampOf = (path: string) => {
  const { size, mtimeMs, ino } = statSync(path);
  return { size, mtimeMs, ino };
};
const codes = (runDir: string): FindingCode[] => verifyRun(runDir).map((finding) => finding.code);
const rename = (runDir: string, from: number, to: number): void => {
  const path = eventPath(runDir, from);
  renameSync(path, path.replace(/\/\d+\./, `/${String(to).padStart(6, '0')}.`));
};

type Test = Awaited<ReturnType<typeof run>>;
interface Damage {
  name: string;
  harm(test: Test): void;
  found: FindingCode[];
  /** What repair leaves; undefined: whole again. */
  left?: FindingCode[];
  /** Events after the repair. */
  kept: number;
  /** A reader of the journal goes on without repair. */
  harmless?: true;
}

const DAMAGES: Damage[] = [
  {
    name: 'an empty last event',
    harm: ({ runDir }) => truncateSync(eventPath(runDir, 7)),
    found: ['EVENT_TRUNCATED'],
    kept: 6,
  },
  {
    name: 'a truncated event in the middle',
    harm: ({ runDir }) => truncateSync(eventPath(runDir, 3), 50),
    found: ['EVENT_TRUNCATED'],
    kept: 2,
  },
  {
    name: 'an edited event',
    harm: ({ runDir }) =>
      writeFileSync(eventPath(runDir, 5), readFileSync(eventPath(runDir, 5), 'utf8').replace('"ok"', '"ko"')),
    found: ['EVENT_CHECKSUM'],
    kept: 4,
  },
  {
    name: 'an event of another shape',
    harm: ({ runDir }) => {
      rmSync(eventPath(runDir, 7));
      putEvent(runDir, 7, 'EFFECT_RESOLVED', { effectId: 7 });
    },
    found: ['EVENT_SHAPE'],
    kept: 6,
  },
  {
    name: 'a missing request',
    harm: ({ runDir }) => rmSync(eventPath(runDir, 6)),
    found: ['SEQ_GAP', 'UNKNOWN_EFFECT'],
    kept: 5,
  },
  {
    name: 'a missing settlement',
    harm: ({ runDir }) => rmSync(eventPath(runDir, 3)),
    found: ['SEQ_GAP'],
    kept: 2,
  },
  { name: 'a gap in the seqs', harm: ({ runDir }) => rename(runDir, 7, 9), found: ['SEQ_GAP'], kept: 7 },
  {
    name: 'a seq that two events have',
    harm: ({ runDir }) => void putEvent(runDir, 7, 'NOTE', { n: 1 }),
    found: ['SEQ_DUPLICATE'],
    kept: 8,
  },
  {
    name: 'a second settlement',
    harm: ({ runDir, ids }) => {
      for (const seq of [7, 6, 5, 4]) rename(runDir, seq, seq + 1);
      putEvent(runDir, 4, 'EFFECT_RESOLVED', {
        effectId: ids[0],
        status: 'ok',
        resultRef: `tasks/${ids[0]}/result.json`,
      });
    },
    found: ['ULID_ORDER', 'DUPLICATE_SETTLEMENT'],
    kept: 7,
  },
  {
    name: 'a second request',
    harm: ({ runDir }) =>
      void putEvent(runDir, 8, 'EFFECT_REQUESTED', readJson(eventPath(runDir, 2)).data as object),
    found: ['DUPLICATE_REQUEST'],
    kept: 7,
  },
  {
    name: 'a settlement of an unknown effect',
    harm: ({ runDir, ids }) =>
      void putEvent(runDir, 8, 'EFFECT_RESOLVED', {
        effectId: ulid(),
        status: 'ok',
        resultRef: `tasks/${ids[0]}/result.json`,
      }),
    found: ['UNKNOWN_EFFECT'],
    kept: 7,
  },
  {
    name: 'events after the end',
    harm: ({ runDir }) => {
      putEvent(runDir, 8, 'RUN_COMPLETED', {});
      putEvent(runDir, 9, 'RUN_FAILED', { error: { name: 'E', message: 'm' } });
      putEvent(runDir, 10, 'EFFECT_REQUESTED', request(9).event.data);
    },
    found: ['AFTER_END', 'AFTER_END', 'TASK_MISSING'],
    kept: 8,
    harmless: true,
  },
  {
    name: 'a second RUN_CREATED (req: creating an existing run again)',
    harm: ({ runDir }) => void putEvent(runDir, 8, 'RUN_CREATED', { runId: 'run-1', processId: 'demo' }),
    found: ['DUPLICATE_CREATED'],
    kept: 7,
  },
  {
    name: 'an edited result',
    harm: ({ runDir, ids }) =>
      writeFileSync(
        join(runDir, 'tasks', ids[2]!, 'result.json'),
        readFileSync(join(runDir, 'tasks', ids[2]!, 'result.json'), 'utf8').replaceAll('"n": 3', '"n": 4'),
      ),
    found: ['RESULT_DIGEST'],
    kept: 6,
  },
  {
    name: 'a missing result',
    harm: ({ runDir, ids }) => rmSync(join(runDir, 'tasks', ids[2]!, 'result.json')),
    found: ['RESULT_MISSING'],
    kept: 6,
  },
  {
    name: 'a torn result',
    harm: ({ runDir, ids }) => truncateSync(join(runDir, 'tasks', ids[2]!, 'result.json')),
    found: ['RESULT_DIGEST'],
    kept: 6,
  },
  {
    name: 'a missing task.json',
    harm: ({ runDir, ids }) => rmSync(join(runDir, 'tasks', ids[0]!, 'task.json')),
    found: ['TASK_MISSING'],
    left: ['TASK_MISSING'],
    kept: 7,
    harmless: true,
  },
  {
    name: 'a tampered ref',
    harm: ({ runDir, ids }) => {
      rmSync(eventPath(runDir, 7));
      putEvent(runDir, 7, 'EFFECT_RESOLVED', {
        effectId: ids[2],
        status: 'ok',
        resultRef: '../../../etc/hosts',
      });
    },
    found: ['REF_TAMPERED'],
    kept: 6,
  },
  {
    name: 'a result behind a symbolic link',
    harm: ({ runDir, ids }) => {
      const path = join(runDir, 'tasks', ids[2]!, 'result.json');
      const outside = join(runDir, '..', 'outside.json');
      renameSync(path, outside);
      symlinkSync(outside, path);
    },
    found: ['REF_TAMPERED'],
    kept: 6,
  },
  {
    name: 'a temp file left over in journal/',
    harm: ({ runDir }) =>
      writeFileSync(join(runDir, 'journal', '000008.01M7WE021BZC756KNVSW1WH7WM.json.tmp-1-2'), '{'),
    found: ['TEMP_FILE'],
    kept: 7,
    harmless: true,
  },
  {
    name: 'a stray file in journal/',
    harm: ({ runDir }) => writeFileSync(join(runDir, 'journal', 'notes.json'), '{}'),
    found: ['STRAY_FILE'],
    kept: 7,
    harmless: true,
  },
  {
    name: 'a stray directory in journal/',
    harm: ({ runDir }) => mkdirSync(join(runDir, 'journal', '999.d')),
    found: ['STRAY_FILE'],
    kept: 7,
    harmless: true,
  },
  {
    name: 'temp files in state/ and lease/',
    harm: ({ runDir }) => {
      for (const place of ['state', 'lease']) writeFileSync(join(runDir, place, 'tmp-1-x'), '');
    },
    found: ['TEMP_FILE', 'TEMP_FILE'],
    kept: 7,
    harmless: true,
  },
  {
    name: 'a directory in the place of an event',
    harm: ({ runDir }) => mkdirSync(join(runDir, 'journal', `000008.${ulid()}.json`)),
    found: ['EVENT_UNREADABLE'],
    kept: 7,
  },
  {
    name: 'a ULID that does not rise',
    harm: ({ runDir }) => void putEvent(runDir, 8, 'NOTE', {}, '01AAAAAAAAAAAAAAAAAAAAAAAA'),
    found: ['ULID_ORDER'],
    kept: 8,
    harmless: true,
  },
  {
    name: 'a state cache of another journal',
    harm: ({ runDir }) => writeFileSync(join(runDir, 'state', 'state.json'), '{"schemaVersion":'),
    found: ['CACHE_WRONG'],
    kept: 7,
    harmless: true,
  },
  {
    name: 'carried code that is not the one in the manifest',
    harm: ({ runDir }) => {
      mkdirSync(join(runDir, 'code', 'files'), { recursive: true });
      const entry = (path: string, source: string) => ({
        path,
        format: 'module',
        blob: 'x',
        digest: sha256(source),
      });
      writeFileSync(
        join(runDir, 'code', 'manifest.json'),
        jsonText({
          files: [entry('a.mjs', 'a'), entry('b.mjs', 'b'), entry('../c', 'c'), entry('d.mjs', 'd')],
        }),
      );
      writeFileSync(join(runDir, 'code', 'files', 'a.mjs'), 'a');
      writeFileSync(join(runDir, 'code', 'files', 'd.mjs'), 'other');
    },
    found: ['CODE_MISSING', 'CODE_MANIFEST', 'CODE_DIGEST'],
    left: ['CODE_MISSING', 'CODE_MANIFEST', 'CODE_DIGEST'],
    kept: 7,
    harmless: true,
  },
];

describe.each(DAMAGES)('$name', (damage) => {
  it('is found', async () => {
    const test = await run();
    expect(codes(test.runDir)).toEqual([]);
    damage.harm(test);
    // Caches were made before: that they do not agree any more goes without saying.
    const isCache = (code: FindingCode) => code === 'SEGMENT_WRONG' || code === 'CACHE_WRONG';
    const found = verifyRun(test.runDir).filter(({ code }) => damage.found.includes(code) || !isCache(code));
    expect(found.map((finding) => finding.code)).toEqual(damage.found);
    for (const finding of found) expect(finding.message.length).toBeGreaterThan(15);
  });

  it(
    damage.harmless ? 'keeps nobody from reading' : 'is refused by name when the run is opened',
    async () => {
      const test = await run();
      damage.harm(test);
      const read = () => {
        const { state, refs } = loadRun(test.runDir);
        loadReplayInput(test.runDir, refs);
        checkSound(test.runDir, state);
      };
      if (damage.harmless) expect(read).not.toThrow();
      else expect(read).toThrow(DamageError);
    },
  );

  it('req H9: is sealed all the same, no other entry is touched, and it stays sealed', async () => {
    const test = await run();
    damage.harm(test);
    const before = new Map(
      eventFiles(test.runDir).map((file) => [file, stampOf(join(test.runDir, 'journal', file))]),
    );
    const lease = await test.run.acquire(thisOwner('0.1.0'), { damaged: true });
    const ended = lease.journal.state.terminal !== undefined;
    if (!ended) {
      const [event] = lease.journal.append([
        { type: 'RUN_COMPLETED', data: { manual_seal_reason: 'enough' } },
      ]);
      const seqs = [...before.keys()].flatMap((file) => parseEventName(file)?.seq ?? []);
      const ulids = [...before.keys()].flatMap((file) => parseEventName(file)?.ulid ?? []);
      expect(event?.seq).toBe(Math.max(...seqs) + 1);
      expect(ulids.every((id) => (event?.ulid ?? '') > id)).toBe(true);
      expect(eventFiles(test.runDir)).toHaveLength(before.size + 1);
    }
    await lease.save();
    await lease.release();
    for (const [file, stamp] of before) expect(stampOf(join(test.runDir, 'journal', file))).toEqual(stamp);
    expect(statusOf(loadRun(test.runDir, { damaged: true }).state)).toBe('completed');
  });

  it('a dry run of the repair changes nothing', async () => {
    const test = await run();
    damage.harm(test);
    const before = readdirSync(test.runDir, { recursive: true }).sort();
    const report = repairJournal(test.runDir, { dryRun: true });
    expect(report).toMatchObject({ dryRun: true, repaired: false, journal: { keptEvents: damage.kept } });
    expect(readdirSync(test.runDir, { recursive: true }).sort()).toEqual(before);
  });

  it('repair leaves nothing wrong, or says what is, deletes nothing, and the run goes on', async () => {
    const test = await run();
    damage.harm(test);
    const before = eventFiles(test.runDir);
    const report = repairRun(test.run, thisOwner('0.1.0'));
    expect(report.left.map((finding) => finding.code)).toEqual(damage.left ?? []);
    expect(
      verifyRun(test.runDir)
        .filter((finding) => finding.warning !== true)
        .map((finding) => finding.code),
    ).toEqual(damage.left ?? []);
    expect(readEvents(test.runDir)).toHaveLength(damage.kept);
    expect(report.dropped).toHaveLength(report.journal.originalFiles - damage.kept);
    if (report.backupDir !== null)
      expect(readdirSync(join(test.runDir, report.backupDir)).sort()).toEqual(before);
    const again = repairJournal(test.runDir);
    expect([again.repaired, again.dropped]).toEqual([false, []]);
    const { state } = loadRun(test.runDir);
    if (state.terminal !== undefined) return;
    const lease = await test.run.acquire(thisOwner('0.1.0'));
    for (const effect of [...lease.journal.state.pending.values()]) {
      const done = resolution(effect.effectId, 'again');
      lease.journal.append([done.event], done.files);
    }
    const asked = request(9);
    lease.journal.append([asked.event], asked.files);
    await lease.save();
    await lease.release();
    expect(
      verifyRun(test.runDir)
        .filter((finding) => finding.warning !== true)
        .map((finding) => finding.code),
    ).toEqual(damage.left ?? []);
  });
});

it('a run.json that cannot be read is found, and nothing can be repaired', async () => {
  for (const text of [
    undefined,
    '',
    '{}',
    jsonText({ ...readJson(join((await run()).runDir, 'run.json')), layoutVersion: 'other' }),
  ]) {
    const { runDir } = await run();
    if (text === undefined) rmSync(join(runDir, 'run.json'));
    else writeFileSync(join(runDir, 'run.json'), text);
    expect(codes(runDir)).toEqual(['RUN_UNREADABLE']);
    expect(() => loadRun(runDir)).toThrow(DamageError);
    expect(() => repairJournal(runDir)).toThrow(DamageError);
  }
});

it('a journal without an event is no run that was just created: nobody drives it, whatever the caches say', async () => {
  for (const harm of [
    ({ runDir }: Test) => {
      for (const file of eventFiles(runDir)) rmSync(join(runDir, 'journal', file));
    },
    ({ runDir }: Test) => rmSync(join(runDir, 'journal'), { recursive: true }),
  ]) {
    const test = await run();
    harm(test);
    expect(codes(test.runDir)).toContain('SEQ_GAP');
    for (const read of [loadRun, readEvents])
      expect(() => read(test.runDir)).toThrow(/journal has no event.*RUN_CREATED/);
    await expect(test.run.acquire(thisOwner('0.1.0'))).rejects.toThrow(DamageError);
    const report = repairRun(test.run, thisOwner('0.1.0'));
    expect(report).toMatchObject({ repaired: false, left: [{ code: 'SEQ_GAP' }] });
  }
});

it('every finding is listed, not only the first', async () => {
  const { runDir, ids } = await run();
  truncateSync(eventPath(runDir, 4));
  rmSync(join(runDir, 'tasks', ids[0]!, 'result.json'));
  writeFileSync(join(runDir, 'journal', 'x'), '');
  putEvent(runDir, 12, 'NOTE', {});
  expect(codes(runDir).sort()).toEqual([
    'CACHE_WRONG',
    'EVENT_TRUNCATED',
    'RESULT_MISSING',
    'SEGMENT_WRONG',
    'SEQ_GAP',
    'STRAY_FILE',
    'UNKNOWN_EFFECT',
  ]);
});

it('an event of a known type whose data is not of its shape is named', async () => {
  const { runDir, ids } = await run();
  const shapes: [string, object][] = [
    ['EFFECT_RESOLVED', { effectId: ids[2], status: 'maybe' }],
    ['RUN_RETRIED', { effects: [1], dropped: [] }],
    ['RUN_CANCEL_REQUESTED', { reason: 'enough' }],
    ['RUN_FAILED', { error: 'no object' }],
    ['EFFECT_STARTED', { effectId: ids[2], attempt: '1' }],
  ];
  for (const [i, [type, data]] of shapes.entries()) putEvent(runDir, 8 + i, type, data);
  expect(codes(runDir).filter((code) => code !== 'CACHE_WRONG')).toEqual(shapes.map(() => 'EVENT_SHAPE'));
});

it('what a replay does not read is checked, too: results of failures and cancels, inputs, the output, what was left over', async () => {
  const { runDir, journal, lease } = await newRun();
  const [first, second] = [request(1), request(2)];
  journal.append([first.event, second.event], [...first.files, ...second.files]);
  const failed = failure(first.effectId, { name: 'Error', message: 'no' });
  const { effectId } = second;
  const cancelled = { effectId, resultRef: `tasks/${effectId}/result.json`, resultDigest: sha256('{}') };
  journal.append(
    [
      failed.event,
      { type: 'EFFECT_CANCELLED', data: cancelled },
      { type: 'RUN_COMPLETED', data: { outputRef: 'state/output.json', outputDigest: sha256('1') } },
    ],
    [...failed.files, { path: cancelled.resultRef, text: '{}' }, { path: 'state/output.json', text: '1' }],
  );
  await lease.save();
  await lease.release();
  expect(codes(runDir)).toEqual([]);
  const files = [`tasks/${first.effectId}/result.json`, cancelled.resultRef, 'state/output.json'];
  for (const file of files) writeFileSync(join(runDir, file), '{ }');
  rmSync(join(runDir, 'inputs.json'));
  const cache = join(runDir, 'state', 'state.json');
  writeFileSync(cache, jsonText({ ...readJson(cache), schemaVersion: 'of a later version' }));
  mkdirSync(join(runDir, 'mailbox'), { recursive: true });
  writeFileSync(join(runDir, 'mailbox', 'tmp-1-x'), '');
  expect(codes(runDir)).toEqual([
    'INPUTS_MISSING',
    'RESULT_DIGEST',
    'RESULT_DIGEST',
    'OUTPUT_DIGEST',
    'CACHE_WRONG',
    'TEMP_FILE',
  ]);
  for (const file of files) rmSync(join(runDir, file));
  expect(codes(runDir)).toEqual([
    'INPUTS_MISSING',
    'RESULT_MISSING',
    'RESULT_MISSING',
    'OUTPUT_MISSING',
    'CACHE_WRONG',
    'TEMP_FILE',
  ]);
});

it('what was asked after a settlement that is lost is asked anew: its results would not fit what the process sees', async () => {
  const { runDir, ids } = await run();
  truncateSync(eventPath(runDir, 3));
  putEvent(runDir, 8, 'DECISION_RECORDED', { effectId: ids[1] });
  const report = repairJournal(runDir);
  expect(types(readEvents(runDir))).toEqual(['RUN_CREATED', 'EFFECT_REQUESTED']);
  expect(report.journal).toEqual({
    originalFiles: 8,
    keptEvents: 2,
    droppedCorrupt: 1,
    droppedRequested: 2,
    droppedResolved: 2,
  });
  expect(report.dropped.map(({ why }) => why)).toEqual([
    expect.stringContaining('cut off'),
    'it was asked after a settlement that is lost',
    'its effect is not in the journal',
    'it was asked after a settlement that is lost',
    'its effect is not in the journal',
    'its effect was left out',
  ]);
});

it('of a run that was retried, what came after the retry is kept', async () => {
  const { runDir, journal, lease } = await newRun();
  const { effectId, event, files } = request(1);
  journal.append([event], files);
  const error = { name: 'Error', message: 'no' };
  const failed = failure(effectId, error);
  journal.append([failed.event], failed.files);
  journal.append([
    { type: 'RUN_FAILED', data: { error, effectId } },
    { type: 'RUN_RETRIED', data: { actor: { login: 'ann' }, effects: [effectId], dropped: [] } },
    { type: 'EFFECT_CANCELLED', data: { effectId, reason: 'enough' } },
  ]);
  await lease.save();
  await lease.release();
  writeFileSync(join(runDir, 'journal', 'notes.json'), '');
  expect(repairJournal(runDir)).toMatchObject({ repaired: true, dropped: [], left: [] });
});

it('results that do not depend on a lost settlement are kept', async () => {
  const { runDir, journal, lease } = await newRun();
  const asked = [1, 2, 3].map((n) => request(n, { n }, { after: 0, waits: 0 }));
  journal.append(
    asked.map((step) => step.event),
    asked.flatMap((step) => step.files),
  );
  for (const { effectId } of asked) {
    const done = resolution(effectId, effectId);
    journal.append([done.event], done.files);
  }
  await lease.save();
  await lease.release();
  rmSync(eventPath(runDir, 5));
  const report = repairJournal(runDir);
  expect(report.journal).toMatchObject({ keptEvents: 6, droppedRequested: 0, droppedResolved: 0 });
  const { state } = loadRun(runDir);
  expect([...state.pending.keys()]).toEqual([asked[0]!.effectId]);
  expect(state.settlements).toBe(2);
});

it('a missing event that settles nothing costs nothing', async () => {
  const { runDir, journal, lease } = await newRun();
  doSteps(journal, 1, 1);
  journal.append([{ type: 'NOTE', data: {} }]);
  doSteps(journal, 2, 3);
  await lease.save();
  await lease.release();
  rmSync(eventPath(runDir, 4));
  expect(repairJournal(runDir).journal).toMatchObject({
    keptEvents: 7,
    droppedRequested: 0,
    droppedResolved: 0,
  });
  expect(loadRun(runDir).state.settlements).toBe(3);
});

it('Babysitter’s Promise.all collision (#879) is repaired: both steps kept, seqs in order', () => {
  const runDir = babysitterRun('harness-run');
  const twin = {
    ...(readJson(eventPath(runDir, 2)).data as { taskDefRef: string }),
    effectId: ulid(),
    invocationKey: 'demo:S000002:b',
    stepId: 'S000002',
  };
  putEvent(runDir, 2, 'EFFECT_REQUESTED', twin);
  putEvent(runDir, 3, 'EFFECT_REQUESTED', { ...twin, effectId: ulid() });
  expect(codes(runDir)).toContain('SEQ_DUPLICATE');
  const report = repairJournal(runDir);
  const dropped = [{ why: 'its step is requested already' }];
  expect(report).toMatchObject({ repaired: true, dropped, left: [] });
  expect(readEvents(runDir).map((event) => event.seq)).toEqual([1, 2, 3]);
  expect(statusOf(loadRun(runDir).state)).toBe('running');
});

it('a kill between the two renames of a repair is finished by the next one', async () => {
  const { runDir } = await run();
  truncateSync(eventPath(runDir, 7));
  repairJournal(runDir, { now: 5 });
  renameSync(join(runDir, 'journal'), join(runDir, 'journal.repaired.5'));
  expect(existsSync(join(runDir, 'journal'))).toBe(false);
  repairJournal(runDir);
  expect(readEvents(runDir)).toHaveLength(6);
});

it('nothing is repaired while the run is driven', async () => {
  const { run: open, lease } = await newRun();
  expect(() => repairRun(open, thisOwner('0.1.0'))).toThrow(LeaseHeldError);
  expect(() => repairRun(open, thisOwner('0.1.0'), { dryRun: true })).toThrow(LeaseHeldError);
  await lease.release();
  expect(repairRun(open, thisOwner('0.1.0'))).toMatchObject({
    repaired: false,
    dropped: [],
    backupDir: null,
  });
});
