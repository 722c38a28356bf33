/** run:halt on everything that run:verify can name (requirement H9). The process file of these runs does not exist. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../src/cli/world.ts';
import { ulid } from '../../src/journal/ids.ts';
import { parseEventName } from '../../src/journal/layout.ts';
import { type FindingCode, verifyRun } from '../../src/journal/verify.ts';
import { carryOn } from '../../src/operations/carry-on.ts';
import { haltRun, planHalt } from '../../src/operations/halt.ts';
import { iterateRun } from '../../src/operations/iterate.ts';
import { runStatus } from '../../src/operations/status.ts';
import { DEFAULT_LIMITS } from '../../src/operations/world.ts';
import { doSteps, eventPath, newRun, putEvent, readJson } from '../journal/helpers.ts';
import { owner, progress } from './verbs.ts';

interface Victim {
  runDir: string;
  /** Effects of the settled steps; events 2 and 3, 4 and 5. */
  ids: string[];
}

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));
const task = ({ runDir, ids }: Victim, file: string): string => join(runDir, 'tasks', ids[0] ?? '', file);
const carry = ({ runDir }: Victim, manifest: string): void => {
  mkdirSync(join(runDir, 'code/files'), { recursive: true });
  writeFileSync(join(runDir, 'code/manifest.json'), manifest);
};
const CARRIED = '{"files":[{"path":"a.mjs","format":"module","blob":"x","digest":"y"}]}';
const end = ({ runDir }: Victim, seq: number, data: object): void =>
  void putEvent(runDir, seq, 'RUN_COMPLETED', data);

/** Every code has a harm: a new kind of finding does not compile without one. */
const HARMS: Record<FindingCode, (victim: Victim) => void> = {
  EVENT_TRUNCATED: ({ runDir }) => truncateSync(eventPath(runDir, 5)),
  EVENT_CHECKSUM: ({ runDir }) => edit(eventPath(runDir, 3), (text) => text.replace('"ok"', '"ko"')),
  EVENT_SHAPE: ({ runDir }) => {
    rmSync(eventPath(runDir, 5));
    putEvent(runDir, 5, 'EFFECT_RESOLVED', { effectId: 5 });
  },
  EVENT_UNREADABLE: ({ runDir }) => mkdirSync(join(runDir, `journal/000006.${ulid()}.json`)),
  AFTER_END: (victim) => {
    end(victim, 6, {});
    end(victim, 7, {});
  },
  DUPLICATE_SETTLEMENT: ({ runDir, ids }) =>
    void putEvent(runDir, 6, 'EFFECT_RESOLVED', {
      effectId: ids[0],
      status: 'ok',
      resultRef: `tasks/${ids[0]}/result.json`,
    }),
  DUPLICATE_REQUEST: ({ runDir }) =>
    void putEvent(runDir, 6, 'EFFECT_REQUESTED', readJson(eventPath(runDir, 2)).data as object),
  DUPLICATE_CREATED: ({ runDir }) =>
    void putEvent(runDir, 6, 'RUN_CREATED', { runId: 'run-1', processId: 'x' }),
  UNKNOWN_EFFECT: ({ runDir }) =>
    void putEvent(runDir, 6, 'EFFECT_CANCELLED', { effectId: ulid(), reason: 'r' }),
  NOT_CREATED: ({ runDir }) => rmSync(eventPath(runDir, 1)),
  MISPLACED_RETRY: ({ runDir }) =>
    void putEvent(runDir, 6, 'RUN_RETRIED', { actor: { login: 'x' }, effects: [], dropped: [] }),
  RUN_UNREADABLE: ({ runDir }) => writeFileSync(join(runDir, 'run.json'), '{"runId":'),
  SEQ_GAP: ({ runDir }) =>
    renameSync(eventPath(runDir, 5), eventPath(runDir, 5).replace('/000005.', '/000900.')),
  SEQ_DUPLICATE: ({ runDir }) => void putEvent(runDir, 5, 'NOTE', { n: 1 }),
  ULID_ORDER: ({ runDir }) => void putEvent(runDir, 6, 'NOTE', {}, '01AAAAAAAAAAAAAAAAAAAAAAAA'),
  TEMP_FILE: ({ runDir }) => writeFileSync(join(runDir, 'journal/tmp-1-2'), '{'),
  STRAY_FILE: ({ runDir }) => writeFileSync(join(runDir, 'journal/notes.json'), '{}'),
  REF_TAMPERED: ({ runDir, ids }) => {
    rmSync(eventPath(runDir, 5));
    putEvent(runDir, 5, 'EFFECT_RESOLVED', { effectId: ids[1], status: 'ok', resultRef: '../../etc/hosts' });
  },
  TASK_MISSING: (victim) => rmSync(task(victim, 'task.json')),
  TASK_DAMAGED: (victim) => truncateSync(task(victim, 'task.json'), 20),
  INPUTS_MISSING: ({ runDir }) =>
    void putEvent(runDir, 6, 'EFFECT_REQUESTED', {
      ...(readJson(eventPath(runDir, 2)).data as object),
      effectId: ulid(),
      inputsRef: 'tasks/gone.json',
    }),
  INPUTS_DAMAGED: ({ runDir }) => truncateSync(join(runDir, 'inputs.json'), 3),
  RESULT_MISSING: (victim) => rmSync(task(victim, 'result.json')),
  RESULT_DIGEST: (victim) => edit(task(victim, 'result.json'), (text) => `${text} `),
  RESULT_DAMAGED: (victim) => {
    rmSync(eventPath(victim.runDir, 3));
    putEvent(victim.runDir, 3, 'EFFECT_RESOLVED', {
      effectId: victim.ids[0],
      status: 'ok',
      resultRef: `tasks/${victim.ids[0]}/result.json`,
    });
    truncateSync(task(victim, 'result.json'), 10);
  },
  OUTPUT_MISSING: (victim) => end(victim, 6, { outputRef: 'state/output.json', outputDigest: 'x' }),
  OUTPUT_DIGEST: (victim) => {
    end(victim, 6, { outputRef: 'state/output.json', outputDigest: 'x' });
    writeFileSync(join(victim.runDir, 'state/output.json'), '1\n');
  },
  LOG_DAMAGED: ({ runDir }) =>
    edit(
      join(runDir, 'lease/epoch-1.log'),
      (text) => `${text.replace(/\n./, '\n!')}${text.split('\n')[1]}\n`,
    ),
  SEGMENT_WRONG: ({ runDir }) => {
    mkdirSync(join(runDir, 'state/segments'), { recursive: true });
    writeFileSync(join(runDir, 'state/segments/000001-000003.ndjson'), '{"schema":"torn');
  },
  CACHE_WRONG: ({ runDir }) => writeFileSync(join(runDir, 'state/state.json'), '{"schemaVersion":'),
  CODE_MANIFEST: (victim) => carry(victim, '{"files":'),
  CODE_MISSING: (victim) => carry(victim, CARRIED),
  CODE_DIGEST: (victim) => {
    carry(victim, CARRIED);
    writeFileSync(join(victim.runDir, 'code/files/a.mjs'), 'other');
  },
};

/** Nothing wrong to verify, but old hands' work: event types that this engine does not know. */
const CASES = [
  ...Object.entries(HARMS),
  ['an unknown event type', ({ runDir }: Victim) => void putEvent(runDir, 6, 'NOTE', {})],
  ['no journal at all', ({ runDir }: Victim) => rmSync(join(runDir, 'journal'), { recursive: true })],
] as const;

const contents = (runDir: string): Map<string, string> => {
  const journal = join(runDir, 'journal');
  const entries = existsSync(journal) ? readdirSync(journal, { withFileTypes: true }) : [];
  return new Map(
    entries.map((entry) => [
      entry.name,
      entry.isFile() ? readFileSync(join(journal, entry.name), 'latin1') : '',
    ]),
  );
};

describe('req H9, H10: halt', () => {
  it.each(CASES)('%s', async (code, harm) => {
    const { store, run, runDir, lease, journal } = await newRun();
    const ids = doSteps(journal, 1, 2);
    await lease.save();
    await lease.release();
    harm({ runDir, ids });
    const found = verifyRun(runDir).filter((finding) => finding.code === code);
    expect(found.length > 0 || !(code in HARMS)).toBe(true);
    const before = contents(runDir);
    const names = [...before.keys()].flatMap((name) => parseEventName(name) ?? []);
    const request = { store, run, owner: owner(), actor: { login: 'ada' }, workspace: runDir };
    const seal = { ...request, reason: 'beyond repair', finalStatus: 'failed', force: true } as const;

    const named = expect.arrayContaining(found.filter(({ warning }) => warning !== true));
    expect(planHalt(seal).damaged ?? []).toEqual(named);
    expect(contents(runDir)).toEqual(before);
    const done = await haltRun(seal);
    const { seq, ulid: sealed } = done.event;
    expect(done.damaged ?? []).toEqual(named);
    expect(done.completionProof).toMatch(/^[0-9a-f]{32,64}$/);
    expect(seq).toBe(Math.max(0, ...names.map((name) => name.seq)) + 1);
    for (const name of names) expect(sealed > name.ulid).toBe(true);
    const after = contents(runDir);
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual([
      `${String(seq).padStart(6, '0')}.${sealed}.json`,
    ]);
    for (const [name, bytes] of before) expect(after.get(name)).toBe(bytes);
    expect(await runStatus(run)).toMatchObject({ runId: 'run-1', state: 'failed', reason: 'beyond repair' });
    expect(readJson(join(runDir, 'final.json'))).toMatchObject({
      status: 'fail',
      run_id: 'run-1',
      failure_reason: 'beyond repair',
    });
    expect(progress(run).at(-1)).toMatchObject({ event: 'run_failed', run_id: 'run-1', status: 'fail' });
    expect(readJson(join(runDir, 'state/state.json'))).toMatchObject({ journalHead: { seq, ulid: sealed } });

    // It stays sealed: nothing is appended by whoever comes next.
    expect(await haltRun({ ...seal, force: false })).toMatchObject({
      unchanged: true,
      event: { seq, ulid: sealed },
    });
    const world = cliWorld({ workspace: runDir, env: process.env, report: () => {} });
    const drive = { store, run, owner: owner(), world, onCodeChange: 'pin' } as const;
    expect(await iterateRun(drive)).toMatchObject({ status: 'failed' });
    expect(await carryOn({ ...drive, limits: DEFAULT_LIMITS, execute: true })).toMatchObject({
      status: 'failed',
      already: true,
    });
    expect(contents(runDir)).toEqual(after);
    expect(progress(run).filter(({ event }) => event === 'run_failed')).toHaveLength(1);
  });
});
