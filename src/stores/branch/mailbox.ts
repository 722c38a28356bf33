/** Mail of a run on the branch store: create-only refs, each at a commit of its own that depends on the message only. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Mailbox, MailRead, Message } from '../contract.ts';
import { checkMailSignature, signMail } from '../mail-signature.ts';
import { encodeMessage, sortMail } from '../mailbox.ts';
import type { SigningPolicy } from '../signature.ts';
import { buildCommit } from './commit.ts';
import { GitError } from './errors.ts';
import { push } from './push.ts';
import { readBlobs } from './read.ts';
import { mailRef } from './refs.ts';
import type { RunRemote } from './remote.ts';

const FILE = 'message.json';
const ATTEMPTS = 4;

export interface MailEvents {
  /** A message was dropped: what was seen of the run before may be too old to act on. */
  delivered(): void;
  /** Extra pause between attempts, ms. */
  delayMs: number;
}

export class BranchMailbox implements Omit<Mailbox, 'watch'> {
  readonly #remote: RunRemote;
  readonly #events: MailEvents;
  readonly #signing: SigningPolicy | undefined;

  constructor(remote: RunRemote, events: MailEvents, signing: SigningPolicy | undefined) {
    this.#remote = remote;
    this.#events = events;
    this.#signing = signing;
  }

  /** The commit has the message's own time, so the same message is the same commit, whoever sends it (M2). */
  async deliver(message: Message): Promise<{ name: string; fresh: boolean }> {
    const { checkMessage } = await import('../message-schema.ts');
    const checked = checkMessage(message);
    const { name, text } = encodeMessage(checked);
    const { git, runId } = this.#remote;
    const ref = mailRef(runId, name);
    const signature = signMail(this.#signing, 'branch', runId, checked, text);
    const trailer = signature === '' ? '' : `\nSignature: ${signature}\n`;
    const to = await buildCommit(git, {
      message: `longhaul(${runId}): mail ${checked.kind} ${checked.id}\n${trailer}`,
      at: checked.at,
      files: [{ path: FILE, content: text }],
    });
    this.#events.delivered();
    for (let attempt = 1; ; attempt++) {
      const outcome = await push(git, [{ ref, to, expected: null }], `push to ${ref}`);
      if (outcome.kind === 'done') return { name, fresh: outcome.fresh };
      if (outcome.kind === 'refused' || outcome.error.code === 'REJECTED_BY_RULE') throw outcome.error;
      // It may be there: somebody else's, or ours although the answer was lost.
      if (await this.#has(name)) return { name, fresh: outcome.kind === 'unknown' };
      if (attempt === ATTEMPTS) throw outcome.error;
      await wait(this.#events.delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    }
  }

  async #has(name: string): Promise<boolean> {
    try {
      return (await this.#remote.look()).mail.has(name);
    } catch (error) {
      if (error instanceof GitError && error.isUnknown) return false;
      throw error;
    }
  }

  async names(): Promise<string[]> {
    return [...(await this.#remote.look()).mail.keys()].sort();
  }

  async read(): Promise<MailRead> {
    const { mail } = await this.#remote.look();
    return this.readSeen(mail);
  }

  /** What a look has seen. */
  async readSeen(mail: ReadonlyMap<string, string>): Promise<MailRead> {
    if (mail.size === 0) return sortMail([]);
    const { git } = this.#remote;
    const ids = await objectsOf(
      git,
      [...mail.values()].map((commit) => `${commit}:${FILE}`),
    );
    const blobs = await readBlobs(
      git,
      ids.filter((id) => /^[0-9a-f]{40}$/.test(id)),
    );
    const raw = [...mail].map(([name, commit], i) => ({
      name,
      commit,
      text: (blobs.get(ids[i] ?? '') ?? '').toString(),
    }));
    const unsigned = await this.#unsigned(raw);
    const read = await sortMail(
      raw.filter(({ name }) => !unsigned.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    return { ...read, invalid: [...read.invalid, ...[...unsigned].map(([name, why]) => ({ name, why }))] };
  }

  /** Why messages may not be acted on, by name. */
  async #unsigned(
    raw: readonly { name: string; commit: string; text: string }[],
  ): Promise<Map<string, string>> {
    const unsigned = new Map<string, string>();
    if (this.#signing === undefined) return unsigned;
    const { git, runId } = this.#remote;
    for (const { name, commit, text } of raw) {
      const message = (await git.read(['cat-file', 'commit', commit])).toString();
      const signature = /\nSignature: ([^\n]*)\n$/.exec(message)?.[1];
      const why = checkMailSignature(this.#signing, 'branch', runId, text, signature);
      if (why !== undefined) unsigned.set(name, why);
    }
    return unsigned;
  }

  /** A push of its own; a driver names its messages to `save` instead, so that they go with what they caused. */
  async delete(names: readonly string[]): Promise<void> {
    let left = [...names];
    for (let attempt = 1; left.length > 0; attempt++) {
      const { runId, git } = this.#remote;
      // No lease: somebody else may have deleted the same one (L4).
      const updates = left.map((name) => ({ ref: mailRef(runId, name), to: undefined }));
      const outcome = await push(git, updates, `deletion of ${left.length} messages of run ${runId}`);
      if (outcome.kind === 'done') return;
      if (outcome.kind === 'refused' || outcome.error.code === 'REJECTED_BY_RULE' || attempt === ATTEMPTS)
        throw outcome.error;
      const there = await this.names().catch(() => left);
      left = left.filter((name) => there.includes(name));
    }
  }
}

async function objectsOf(git: RunRemote['git'], names: readonly string[]): Promise<string[]> {
  const text = (
    await git.read(['cat-file', '--batch-check=%(objectname)'], `${names.join('\n')}\n`)
  ).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
}
