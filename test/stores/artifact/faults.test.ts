/** What goes wrong on the way: each request fails in each way, and what comes back is not what was stored. */

import { readdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/journal/digest.ts';
import { expireArtifact, type FaultAction } from '../../github/index.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { driver, eachWorld, World } from './world.ts';

const world = eachWorld();

const newest = () =>
  world()
    .artifacts(/^longhaul-run-1-[a-d]$/)
    .toSorted((a, b) => b.id - a.id)[0]!;

/** Puts other bytes into an artifact; `listed`: size and digest of the list are made to match. */
function replace(bytes: Buffer, listed: boolean): void {
  const artifact = newest();
  world().blob(artifact).data = bytes;
  if (listed) Object.assign(artifact, { size: bytes.length, digest: `sha256:${sha256(bytes)}` });
}

/** A parcel like ours with another body, or another head. */
function remade(change: { body?: Buffer; head?: object }): Buffer {
  const raw = gunzipSync(world().blob(newest()).data!);
  const end = raw.indexOf(10);
  const second = raw.indexOf(10, end + 1);
  const body = change.body ?? raw.subarray(second + 1);
  const head = { ...JSON.parse(raw.subarray(0, end).toString()), body: sha256(body), ...change.head };
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n\n`), body]));
}

const line = (path: string): Buffer => Buffer.from(`${JSON.stringify({ path, text: 'x' })}\n`);

describe('req R18: what is there cannot be used', () => {
  it('a run that is gone or has expired is an error that says so, and its id is not taken anew', async () => {
    await world().savedRun(1);
    for (const artifact of world().artifacts(/^longhaul-run-1/))
      expireArtifact(world().github.platform, artifact);
    const store = world().store();
    await expect(store.open('run-1')).rejects.toMatchObject({ code: 'RUN_EXPIRED' });
    await expect(store.create(NEW_RUN)).rejects.toMatchObject({ code: 'RUN_EXISTS' });
    world().repo.artifacts = [];
    await expect(store.open('run-1')).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
  });

  it('nothing is written of what cannot be used', async () => {
    const cases = [
      [
        'other bytes than were uploaded',
        'DIGEST_MISMATCH',
        () => replace(Buffer.alloc(newest().size), false),
      ],
      ['bytes that are cut off', 'DIGEST_MISMATCH', () => replace(Buffer.from('x'), false)],
      ['a list without a digest', 'DIGEST_MISMATCH', () => Object.assign(newest(), { digest: null })],
      ['no gzip', 'BAD_ARTIFACT', () => replace(Buffer.from('PK no gzip'), true)],
      ['a bomb', 'BAD_ARTIFACT', () => replace(gzipSync(Buffer.alloc(100 * 1024 * 1024)), true)],
      [
        'another body than the head names',
        'BAD_ARTIFACT',
        () => replace(remade({ head: { body: 'x' } }), true),
      ],
      [
        'a run of another repository',
        'BAD_ARTIFACT',
        () => replace(remade({ head: { repository: 'x/y' } }), true),
      ],
      ['another run', 'BAD_ARTIFACT', () => replace(remade({ head: { runId: 'run-2' } }), true)],
      ['a head of no run', 'BAD_ARTIFACT', () => replace(remade({ head: { data: { seq: 'x' } } }), true)],
      ['a path that climbs', 'BAD_ARTIFACT', () => replace(remade({ body: line('../../evil') }), true)],
      ['an absolute path', 'BAD_ARTIFACT', () => replace(remade({ body: line('/etc/evil') }), true)],
      ['a path of Windows', 'BAD_ARTIFACT', () => replace(remade({ body: line('..\\evil') }), true)],
      ['a git directory', 'BAD_ARTIFACT', () => replace(remade({ body: line('tasks/.git/config') }), true)],
      [
        'a path twice',
        'BAD_ARTIFACT',
        () => replace(remade({ body: Buffer.concat([line('A'), line('a')]) }), true),
      ],
      [
        'a file inside a file',
        'BAD_ARTIFACT',
        () => replace(remade({ body: Buffer.concat([line('a/b'), line('a')]) }), true),
      ],
    ] as const;
    await world().savedRun(1);
    const before = { ...newest(), bytes: world().blob(newest()).data! };
    for (const [what, code, spoil] of cases) {
      spoil();
      const workDir = world().folder('work');
      await expect(world().store({ workDir }).open('run-1'), what).rejects.toMatchObject({ code });
      expect(readdirSync(workDir)).toEqual([]);
      replace(before.bytes, true);
    }
    expect(await world().settled()).toBe(1);
  }, 120_000);
});

const failures: [string, FaultAction][] = [
  ['500', { status: 500 }],
  ['429', { status: 429, headers: { 'retry-after': '1' } }],
  ['403', { status: 403 }],
  ['409', { status: 409, body: { code: 'already_exists', msg: 'taken' } }],
  ['a reset', { reset: true }],
];
const uploads = [
  { what: 'CreateArtifact', class: 'results', path: 'CreateArtifact' },
  { what: 'the block', class: 'blob', path: 'comp=block&' },
  { what: 'the list of blocks', class: 'blob', path: 'comp=blocklist' },
  { what: 'FinalizeArtifact', class: 'results', path: 'FinalizeArtifact' },
  { what: 'ListArtifacts', class: 'results', path: 'ListArtifacts' },
  { what: 'DeleteArtifact', class: 'results', path: 'DeleteArtifact' },
  { what: 'the list of claims', class: 'rest', path: 'name=longhaul-claim' },
] as const;

describe('a save: each of its requests fails once', () => {
  it.each(uploads)(
    '$what: it is saved, or the job is told and the save before stands',
    async (at) => {
      const lost: [string, FaultAction] = ['a lost answer', { reset: true }];
      // Side by side: the client itself waits for seconds before it asks again.
      const tries = [...failures, lost].map(async ([how, action]) => {
        const own = await World.make();
        try {
          const job = own.job();
          const lease = await (await own.store({ in: job }).create(NEW_RUN)).acquire(driver(job));
          doSteps(lease.journal, 1, 1);
          await lease.save();
          own.fault({ class: at.class, path: at.path, action, phase: how === lost[0] ? 'after' : 'before' });
          doSteps(lease.journal, 2, 2);
          const saved = await lease.save().then(
            () => 'saved',
            (error: { code?: string }) => error.code,
          );
          // Refusals of the service are final; everything else is got over.
          const isRefusal = 'status' in action && [403, 409].includes(action.status);
          const possible = isRefusal ? ['saved', 'UPLOAD_REFUSED', 'FORBIDDEN', 'API_FAILED'] : ['saved'];
          expect(possible, how).toContain(saved);
          expect(await own.settled(), how).toBe(saved === 'saved' ? 2 : 1);
          // And the next save carries everything.
          await lease.save({ last: true });
          expect(await own.settled(), how).toBe(2);
        } finally {
          await own.github.close();
        }
      });
      await Promise.all(tries);
    },
    120_000,
  );
});

describe('a resume: each of its requests fails once', () => {
  it.each(['name=longhaul-run-1-b', '/actions/runs/', '/zip', '/blob/', 'name=longhaul-mail'])(
    '%s: it is opened, or the job is told; never an older run',
    async (path) => {
      await world().savedRun(2);
      for (const [how, action] of failures) {
        world().fault({ path, action });
        const opened = await world()
          .store()
          .open('run-1')
          .then(async (run) => {
            await run.mailbox.read();
            return run.load().state.settlements;
          })
          .catch((error: { code?: string }) => error.code);
        const isRefusal = 'status' in action && [403, 409].includes(action.status);
        expect(isRefusal ? ['FORBIDDEN', 'API_FAILED'] : [2], how).toContain(opened);
      }
    },
  );
});
