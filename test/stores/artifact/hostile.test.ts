/** What comes back is not what was stored. */

import { readdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/journal/digest.ts';
import { unarchive } from '../../../src/stores/artifact/archive.ts';
import { openParcel, sealParcel } from '../../../src/stores/artifact/parcel.ts';
import { expireArtifact } from '../../github/index.ts';
import { NEW_RUN } from '../../journal/helpers.ts';
import { eachWorld } from './world.ts';

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

it('req R18: an archive has a limit of files, and at the limit it is read', () => {
  const lines = Array.from({ length: 500_001 }, (_, n) => `{"path":"f${n}","text":""}\n`);
  expect(unarchive(Buffer.from(lines.slice(1).join('')), 'it')).toHaveLength(500_000);
  expect(() => unarchive(Buffer.from(lines.join('')), 'it')).toThrow(/more than 500000 files/);
});

it('req R18: a bomb is not unpacked; what is as regular and ours is packed so that it can be read again', () => {
  const label = { kind: 'run', repository: 'acme/app', runId: 'run-1' } as const;
  const regular = (MiB: number) => sealParcel(label, {}, Buffer.alloc(MiB * 1024 * 1024), undefined);
  for (const MiB of [60, 100])
    expect(openParcel(regular(MiB), label, 'it', undefined).body).toHaveLength(MiB * 1024 * 1024);
  // Of any ratio up to 64 MiB; beyond that of 200 at most.
  const bomb = gzipSync(gunzipSync(regular(100)));
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(() => openParcel(bomb, label, 'it', undefined)).toThrow(/would unpack to far more than it may/);
});

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
      [
        'more bytes than are listed',
        'DIGEST_MISMATCH',
        () => replace(Buffer.alloc(9 * newest().size), false),
      ],
      [
        'more bytes than any of ours has',
        'BAD_ARTIFACT',
        () => Object.assign(newest(), { size: 513 * 1024 * 1024 }),
      ],
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

  it('a heap of artifacts that know nothing of each other is not read to its end', async () => {
    await world().savedRun(1);
    const [one] = world().artifacts(newest().name);
    const { blobs } = world().github.platform;
    for (let n = 1; n <= 20; n += 1) {
      const blobKey = `copy-${n}`;
      blobs.set(blobKey, blobs.get(one!.blobKey)!);
      world().repo.artifacts.push({ ...one!, id: one!.id + 1000 + n, blobKey });
    }
    world().requests();
    await expect(world().store().open('run-1')).rejects.toMatchObject({ code: 'TOO_MANY_HISTORIES' });
    // The lists, one workflow run, and 20 downloads.
    expect(world().requests().count).toBe(4 + 1 + 2 * 20);
  });
});
