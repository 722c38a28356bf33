/** Protocol T3: what a signature covers, and what is refused without it. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { openParcel, sealParcel } from '../../src/stores/artifact/parcel.ts';
import { demandSigned } from '../../src/stores/branch/signed-commit.ts';
import type { Message } from '../../src/stores/contract.ts';
import { encodeMessage } from '../../src/stores/mailbox.ts';
import { judge, type Signed, type SigningPolicy, sign, signingKeys } from '../../src/stores/signature.ts';
import { doSteps, NEW_RUN } from '../journal/helpers.ts';
import { World as ArtifactWorld, driver as artifactDriver, quietClient } from './artifact/world.ts';
import { BRANCH, driver, eachWorld } from './branch/world.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const policy = (text: string, onUnsigned: SigningPolicy['onUnsigned'] = 'refuse'): SigningPolicy => ({
  keys: signingKeys(text)!,
  repository: 'acme/app',
  onUnsigned,
});
const SIGNED: Signed = { store: 'branch', repository: 'acme/app', runId: 'r', parts: ['save', 'x', 'y'] };

const VERDICTS = {
  signal: { name: 'go', value: 1 },
  result: { effectId: '01M7Y9HERGQJRVRR0AC2ZDH4NH', effectAttempt: 1, outcome: { status: 'ok', value: 1 } },
  cancel: { reason: 'late' },
  halt: { finalStatus: 'completed', reason: 'late' },
} as const;
const message = (kind: keyof typeof VERDICTS | 'wake', id: string): Message =>
  ({
    kind,
    id,
    attempt: 1,
    at: '2026-01-01T00:00:00.000Z',
    ...(kind === 'wake' ? {} : VERDICTS[kind]),
  }) as Message;
const KINDS = Object.keys(VERDICTS) as (keyof typeof VERDICTS)[];

describe('keys', () => {
  it('the first signs, each verifies; one that is too short is refused with how to make one', () => {
    const both = signingKeys(`${B}\n  ${A}  \n`)!;
    const old = sign(signingKeys(A)!, SIGNED);
    expect(judge(both, SIGNED, old)).toBe('valid');
    expect(judge(signingKeys(B)!, SIGNED, sign(both, SIGNED))).toBe('valid');
    expect(judge(signingKeys(B)!, SIGNED, old)).toBe('unknown-key');
    expect(signingKeys(' \n')).toBeUndefined();
    expect(() => signingKeys(`${A}\nshort`)).toThrow(UsageError);
    expect(() => signingKeys(`${A}\nshort`)).toThrow(/Line 2 of signing-key has fewer than 32/);
  });

  it('protocol T3: store, repository, run id and each part are covered, and no part runs into the next', () => {
    const keys = signingKeys(A)!;
    const signature = sign(keys, SIGNED);
    const others: Signed[] = [
      { ...SIGNED, store: 'artifact' },
      { ...SIGNED, repository: 'acme/other' },
      { ...SIGNED, runId: 'R' },
      { ...SIGNED, parts: ['save', 'xy'] },
      { ...SIGNED, parts: ['save', 'x', 'y', ''] },
      { ...SIGNED, parts: ['save', 'y', 'x'] },
    ];
    expect(others.map((other) => judge(keys, other, signature))).toEqual(others.map(() => 'forged'));
    for (let at = 0; at < signature.length; at++) {
      const altered = `${signature.slice(0, at)}${signature[at] === '0' ? '1' : '0'}${signature.slice(at + 1)}`;
      expect(['forged', 'unknown-key']).toContain(judge(keys, SIGNED, altered));
    }
    expect(judge(keys, SIGNED, undefined)).toBe('unsigned');
  });
});

describe('branch store', () => {
  const world = eachWorld();
  const signed = (text = A, onUnsigned: SigningPolicy['onUnsigned'] = 'refuse') =>
    world().store({ signing: policy(text, onUnsigned) });
  const tip = async (): Promise<string> => (await world().refs()).get(BRANCH)!;
  const refused = async (code: string, of = signed()): Promise<void> => {
    const before = await world().refs();
    await expect(of.open('run-1')).rejects.toMatchObject({ code });
    expect(await world().refs()).toEqual(before);
  };
  /** Makes a commit object of this text, as anybody can who may push, and moves the branch to it. */
  const plant = async (raw: string, ref = BRANCH): Promise<void> => {
    await world().git('update-ref', ref, await world().object(raw));
  };

  it('protocol T3: saves are signed and read again; every other tip is refused by name, and nothing is written', async () => {
    const lease = await (await signed().create(NEW_RUN)).acquire(driver());
    doSteps(lease.journal, 1, 1);
    await lease.save();
    const first = await tip();
    doSteps(lease.journal, 2, 2);
    await lease.save({ last: true });
    const good = await tip();
    expect((await signed().open('run-1')).load().state.settlements).toBe(2);
    const raw = await world().git('cat-file', 'commit', good);
    expect(raw).toMatch(/\nSignature: v1 [0-9a-f]{8} [0-9a-f]{64}$/);

    // Any altered byte of the message, and any further or other trailer.
    const text = `${raw}\n`;
    for (const [from, to] of [
      ['Status: running', 'Status: waiting'],
      ['Seq: 5', 'Seq: 4'],
      ['\nSignature:', '\nIssue: 7\nSignature:'],
      ['longhaul(run-1)', 'longhaul(run-2)'],
    ] as const) {
      expect(text).toContain(from);
      await plant(text.replace(from, to));
      await refused('FORGED');
    }
    await plant(`${text}Issue: 7\n`);
    await refused('UNSIGNED');
    // Another tree or another parent under the very same message.
    await plant(text.replace(/^tree .*/, `tree ${await world().git('rev-parse', `${first}^{tree}`)}`));
    await refused('FORGED');
    await plant(text.replace(/parent .*/, `parent ${await world().git('rev-parse', `${first}^`)}`));
    await refused('FORGED');
    // No signature at all.
    await plant(text.replace(/\nSignature: .*/, ''));
    await refused('UNSIGNED');
    // A signed chain of one run as that of another.
    await plant(text, 'refs/heads/longhaul/run-2');
    await expect(signed().open('run-2')).rejects.toMatchObject({ code: 'FORGED' });
    // And without a key everything is as it was before there were any.
    await plant(text);
    expect((await world().store().open('run-1')).load().state.settlements).toBe(2);
  });

  it('protocol T3: no byte of tree, parents or message can be another one', async () => {
    const lease = await (await signed().create(NEW_RUN)).acquire(driver());
    doSteps(lease.journal, 1, 1);
    await lease.save({ last: true });
    const raw = Buffer.from(`${await world().git('cat-file', 'commit', await tip())}\n`);
    const accepts = (bytes: Buffer) =>
      demandSigned({ read: () => Promise.resolve(bytes) }, 'c', policy(A), 'run-1', BRANCH);
    expect(await accepts(raw)).toBe(false);
    // Who wrote it and when is git's own note, and says nothing here.
    const [from, to] = [raw.indexOf('\nauthor') + 1, raw.indexOf('\n\n')];
    for (let at = 0; at < raw.length; at += 1) {
      if (at >= from && at < to) continue;
      const altered = Buffer.from(raw);
      altered[at] = (raw[at] ?? 0) ^ 1;
      const code = await accepts(altered).catch((error: { code?: string }) => error.code);
      expect(['FORGED', 'UNSIGNED', 'UNKNOWN_KEY'], `byte ${at}`).toContain(code);
    }
  });

  it('a driver whose run gets an unsigned tip is told when it looks, and overwrites nothing', async () => {
    const run = await signed().create(NEW_RUN);
    const raw = await world().git('cat-file', 'commit', await tip());
    const forged = `${raw.replace(/\nSignature: .*/, '')}\n`;
    await plant(forged);
    await run.mailbox.deliver(message('wake', 'w'));
    await expect(run.acquire(driver())).rejects.toMatchObject({ code: 'UNSIGNED' });
  });

  it('key rotation, a lost key, and adoption by dispatch, which is recorded in the history', async () => {
    const lease = await (await signed(A).create(NEW_RUN)).acquire(driver());
    doSteps(lease.journal, 1, 1);
    await lease.save({ last: true });
    // B signs, A is still known.
    const rotated = await (await signed(`${B}\n${A}`).open('run-1')).acquire(driver());
    doSteps(rotated.journal, 2, 2);
    await rotated.save({ last: true });
    expect((await signed(B).open('run-1')).load().state.settlements).toBe(2);
    // B is lost.
    await refused('UNKNOWN_KEY', signed(A));
    await expect(signed(A).open('run-1')).rejects.toMatchObject({
      hint: expect.stringMatching(/fork the run, or dispatch once with `on-unsigned: adopt`/),
    });
    const before = await tip();
    const warnings: string[] = [];
    const store = world().store({ signing: policy(A, 'adopt'), warn: (text) => warnings.push(text) });
    const adopted = await (await store.open('run-1')).acquire(driver());
    doSteps(adopted.journal, 3, 3);
    await adopted.save();
    await adopted.save({ last: true });
    expect(warnings.join()).toMatch(/without a signature that could be checked/);
    const messages = await world().messages(BRANCH);
    expect(messages.filter((text) => text.includes('Adopted:'))).toEqual([
      expect.stringContaining(`Adopted: ${before}`),
    ]);
    expect((await signed(A).open('run-1')).load().state.settlements).toBe(3);
    // What says that it is signed with our key, and is not, nobody adopts.
    const raw = `${await world().git('cat-file', 'commit', await tip())}\n`;
    await plant(raw.replace('Seq: 7', 'Seq: 8'));
    await refused('FORGED', signed(A, 'adopt'));
  });

  it('protocol T3: messages with a verdict of their own, of each kind, need a signature; it holds for one run, attempt and content', async () => {
    const run = await signed().create(NEW_RUN);
    const unsigned = (await world().store().open('run-1')).mailbox;
    for (const kind of KINDS) await unsigned.deliver(message(kind, `forged-${kind}`));
    await unsigned.deliver(message('wake', 'w'));
    for (const kind of KINDS) await run.mailbox.deliver(message(kind, kind === 'signal' ? 'mine' : kind));
    const read = await (await signed().open('run-1')).mailbox.read();
    const ids = read.mail.map(({ message: { id } }) => id).toSorted();
    expect(ids).toEqual(['cancel', 'halt', 'mine', 'result', 'w']);
    expect(read.invalid.toSorted((x, y) => (x.name < y.name ? -1 : 1))).toEqual(
      KINDS.toSorted().map((kind) => ({
        name: expect.stringMatching(new RegExp(`^forged-${kind}-`)),
        why: 'the message is not signed',
      })),
    );
    // The commit of a signed message with another content under its name.
    const other = encodeMessage({ ...message('signal', 'mine'), attempt: 2 });
    const refs = [...(await world().refs('refs/longhaul/mail/run-1/')).keys()];
    const ref = refs.find((name) => name.includes('/mine-'))!;
    const raw = `${await world().git('cat-file', 'commit', ref)}\n`;
    const tree = await world().tree('message.json', other.text);
    await plant(raw.replace(/^tree .*/, `tree ${tree}`), `refs/longhaul/mail/run-1/${other.name}`);
    expect((await (await signed().open('run-1')).mailbox.read()).invalid).toContainEqual({
      name: other.name,
      why: expect.stringContaining('a signature that does not hold'),
    });
  });
});

describe('artifact store', () => {
  quietClient();

  it('protocol T3: an altered byte, and another run’s artifact under this run’s name, are forged', () => {
    const signing = policy(A);
    const label = { kind: 'run', repository: 'acme/app', runId: 'run-1' } as const;
    const raw = gunzipSync(sealParcel(label, { seq: 1 }, Buffer.from('{"path":"a"}\n'), signing));
    const open = (bytes: Buffer, as: Parameters<typeof openParcel>[1] = label, by = signing) =>
      openParcel(gzipSync(bytes), as, 'it', by);
    expect(open(raw).data).toEqual({ seq: 1 });
    const second = raw.indexOf(10, raw.indexOf(10) + 1);
    for (let at = 0; at < raw.length; at++) {
      const isKeyId = at > raw.indexOf(10) + 3 && at < raw.indexOf(10) + 12;
      if (isKeyId || raw[at] === 10) continue; // another key's, or other lines: refused by other names
      const altered = Buffer.from(raw);
      altered[at] = raw[at] === 48 ? 49 : 48;
      expect(() => open(altered), `byte ${at} of ${second}`).toThrow(
        expect.objectContaining({ code: 'FORGED' }),
      );
    }
    for (const other of [
      { ...label, runId: 'run-2' },
      { ...label, kind: 'claim' as const },
    ])
      expect(() => open(raw, other)).toThrow(expect.objectContaining({ code: 'FORGED' }));
    const elsewhere = { ...signing, repository: 'acme/other' };
    expect(() => open(raw, { ...label, repository: 'acme/other' }, elsewhere)).toThrow(
      expect.objectContaining({ code: 'FORGED' }),
    );
  });

  it('protocol T3: generations, claims and messages are signed; what is not is refused by name', async () => {
    const world = await ArtifactWorld.make();
    try {
      const signing = policy(A);
      await world.savedRun(1, { signing });
      expect((await world.store({ signing }).open('run-1')).load().state.settlements).toBe(1);
      await expect(world.store({ signing: policy(B) }).open('run-1')).rejects.toMatchObject({
        code: 'UNKNOWN_KEY',
      });
      // A claim without the key keeps nobody away, a message without it is not acted on.
      const stranger = await (await world.store().open('run-1')).acquire(artifactDriver());
      await stranger.save();
      await (await world.store().open('run-1')).mailbox.deliver(message('signal', 'forged'));
      await expect(world.store({ signing }).open('run-1')).rejects.toMatchObject({ code: 'UNSIGNED' });
      const adopt = await world.store({ signing: policy(A, 'adopt') }).open('run-1');
      expect((await adopt.mailbox.read()).invalid).toEqual([
        { name: expect.stringMatching(/^forged-/), why: 'the message is not signed' },
      ]);
      const lease = await adopt.acquire(artifactDriver(), { force: true });
      doSteps(lease.journal, 2, 2);
      await lease.save({ last: true });
      expect((await world.store({ signing }).open('run-1')).load().state.settlements).toBe(2);
      expect(world.warnings.join()).toMatch(/without a signature that could be checked/);
    } finally {
      await world.github.close();
    }
  });
});
