/** Protocol T3: a run that was moved back to an older save shows by what its status comment has told. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Comparer, refuseRewound } from '../../src/action/newest.ts';
import { formatMarker } from '../../src/comments/markers.ts';
import { GitHubRefusal, type History, type Post } from '../../src/github/port.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { project } from '../engine/support.ts';
import { NEW_RUN } from '../journal/helpers.ts';

/** The run is at event 1. */
const store = new DirectoryStore(join(project({}), 'runs'));
const post = (id: string, seq: number, run = 'run-1'): Post => ({
  id,
  nodeId: `node-${id}`,
  url: `https://github.com/acme/app/issues/7#issuecomment-${id}`,
  body: `It runs.\n${formatMarker({ kind: 'status', run, seq })}`,
  author: undefined,
  createdAt: '',
  updatedAt: '',
  issue: 7,
});
const OURS: History = { isEdited: true, isForeign: false, isOwn: true, body: '' };

interface Scene {
  /** What stands on issue 7. */
  posts: Post[];
  /** Id of the comment that the run has noted. */
  noted?: string;
  /** The run was started for issue 7. */
  isForIssue?: boolean;
  history?: History | undefined;
  /** Ids of posts by somebody else. */
  strangers?: string[];
  key?: string;
  /** What the store gives when it is asked again. */
  again?: (run: OpenRun) => OpenRun;
}

let serial = 0;
async function look(scene: Scene) {
  const { posts, noted, isForIssue = false, history = OURS, strangers = [], key = 'k', again } = scene;
  serial += 1;
  const origin = { issue: 7 };
  const created = isForIssue ? { created: { origin } } : {};
  const runId = `run-${serial}`;
  const run = await store.create({ ...NEW_RUN, ...created, runId });
  const status = noted === undefined ? {} : { status: { commentId: noted } };
  writeFileSync(join(run.runDir, 'comments.json'), JSON.stringify({ breakpoints: {}, ...status }));
  const there = posts.map((one) => ({ ...one, body: one.body.replace('run=run-1 ', `run=${runId} `) }));
  const asked: string[] = [];
  const warnings: string[] = [];
  const job: Comparer = {
    inputs: { 'signing-key': key },
    store: { open: () => Promise.resolve(again?.(run) ?? run) },
    github: {
      comment(id) {
        asked.push(`comment ${id}`);
        if (id === 'hidden') return Promise.reject(new GitHubRefusal(403, 'no'));
        return Promise.resolve(there.find((one) => one.id === id));
      },
      async *commentsSince(issue) {
        asked.push(`comments of ${issue}`);
        yield* there;
      },
      histories: (nodes) => {
        asked.push(`history ${nodes.join()}`);
        const isStranger = ([node]: readonly string[]) => strangers.some((id) => node === `node-${id}`);
        return Promise.resolve([isStranger(nodes) ? { ...OURS, isOwn: false } : history]);
      },
    },
    io: { warning: (text) => void warnings.push(text) },
  };
  const outcome = await refuseRewound(job, run).then(
    (opened) => opened,
    (error: { code?: string }) => error.code,
  );
  return { outcome, asked, warnings, run };
}

describe('protocol T3: an old tip where a newer one is known', () => {
  it('is refused by name when the status comment tells of a later event', async () => {
    const { outcome, asked } = await look({ posts: [post('9', 2)], noted: '9' });
    expect(outcome).toBe('RUN_REWOUND');
    expect(asked.slice(0, 2)).toEqual(['comment 9', 'history node-9']);
  });

  it('is refused, too, where it is older than the note of its status comment: the issue has it', async () => {
    const { outcome } = await look({ posts: [post('8', 99, 'run-0'), post('9', 2)], isForIssue: true });
    expect(outcome).toBe('RUN_REWOUND');
  });

  it.each([1, 99])(
    'is refused, too, where a copy of somebody else stands earlier, of event %i',
    async (seq) => {
      const posts = [post('8', seq), post('9', 2)];
      const { outcome } = await look({ posts, strangers: ['8'], isForIssue: true });
      expect(outcome).toBe('RUN_REWOUND');
    },
  );

  it('is read again first: its driver may have saved and told in between', async () => {
    const newer = (run: OpenRun): OpenRun => {
      const { state, ...rest } = run.load();
      const loaded = { ...rest, state: Object.assign(state, { head: { ...state.head, seq: 2 } }) };
      return { ...run, runId: run.runId, runDir: run.runDir, load: () => loaded } as OpenRun;
    };
    const { outcome, run } = await look({ posts: [post('9', 2)], noted: '9', again: newer });
    expect(outcome).toMatchObject({ runId: run.runId });
  });
});

describe('protocol T3: nothing newer is known', () => {
  it.each<[string, Scene]>([
    ['no key', { posts: [post('9', 2)], noted: '9', key: '' }],
    ['the same event', { posts: [post('9', 1)], noted: '9' }],
    ['another run’s comment', { posts: [post('9', 99, 'run-0')], noted: '9' }],
    ['no comment, no issue', { posts: [post('9', 2)] }],
  ])('%s', async (_, scene) => {
    const { outcome, asked, warnings, run } = await look(scene);
    expect(outcome).toBe(run);
    expect(warnings).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  it.each<[string, Scene, RegExp]>([
    [
      'somebody else has edited it',
      { posts: [post('9', 2)], noted: '9', history: { ...OURS, isForeign: true } },
      /edited/,
    ],
    [
      'a copy by somebody else',
      { posts: [post('9', 2)], isForIssue: true, history: { ...OURS, isOwn: false } },
      /not ours/,
    ],
    ['it was deleted', { posts: [], noted: '9' }, /was deleted/],
    ['the token may not read it', { posts: [], noted: 'hidden' }, /could not be read/],
  ])('%s: it is not believed, and the job says so', async (_, scene, why) => {
    const { outcome, warnings, run } = await look(scene);
    expect(outcome).toBe(run);
    expect(warnings.join()).toMatch(why);
  });
});
