/** The mailbox of a run directory: one file for each message, created whole under a name of its own. */
import { closeSync, fsyncSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole, isExisting, syncDirectory, unlinkIfThere } from '../journal/atomic.ts';
import { sha256 } from '../journal/digest.ts';
import { jsonText } from '../journal/json.ts';
import { paths } from '../journal/layout.ts';
import { namesIn, readIfThere } from '../journal/reader.ts';
import type { Mail, Mailbox, MailRead, Message } from './contract.ts';
import { watchMail } from './watch.ts';

const MAIL_NAME = /^([A-Za-z0-9][A-Za-z0-9._-]{0,127})-([0-9a-f]{12})$/;

/** `<id>-<first 12 of the content's digest>`, and the content. */
export function encodeMessage(message: Message): { name: string; text: string } {
  const text = jsonText(message);
  return { name: `${message.id}-${sha256(text).slice(0, 12)}`, text };
}

/**
 * Sorts what lies in a mailbox: valid messages, one for each id (the oldest by its own time, then by name),
 * further ones with the same id, and what is no message. Loads the schemas only when there is something.
 */
export async function sortMail(raw: readonly { name: string; text: string }[]): Promise<MailRead> {
  const read: MailRead = { mail: [], duplicates: [], invalid: [] };
  if (raw.length === 0) return read;
  const { parseMessage } = await import('./message-schema.ts');
  const valid: Mail[] = [];
  for (const { name, text } of raw) {
    const match = MAIL_NAME.exec(name);
    const message = parseMessage(text);
    if (typeof message === 'string') read.invalid.push({ name, why: message });
    else if (match === null || match[1] !== message.id || match[2] !== sha256(text).slice(0, 12)) {
      read.invalid.push({ name, why: 'its name is not that of its content' });
    } else valid.push({ name, message });
  }
  valid.sort((a, b) => compare(a.message.at, b.message.at) || compare(a.name, b.name));
  const seen = new Set<string>();
  for (const mail of valid) {
    if (seen.has(mail.message.id)) read.duplicates.push(mail.name);
    else read.mail.push(mail);
    seen.add(mail.message.id);
  }
  return read;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export class DirectoryMailbox implements Mailbox {
  readonly #directory: string;

  constructor(runDir: string) {
    this.#directory = paths.mailbox(runDir);
  }

  async deliver(message: Message): Promise<{ name: string; fresh: boolean }> {
    const { checkMessage } = await import('./message-schema.ts');
    const { name, text } = encodeMessage(checkMessage(message));
    let fd: number;
    try {
      fd = createWhole(join(this.#directory, `${name}.json`), text, this.#directory);
    } catch (error) {
      if (isExisting(error)) return { name, fresh: false };
      throw error;
    }
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    syncDirectory(this.#directory);
    return { name, fresh: true };
  }

  async names(): Promise<string[]> {
    return namesIn(this.#directory)
      .filter((file) => file.endsWith('.json') && !file.startsWith('tmp-'))
      .map((file) => file.slice(0, -'.json'.length))
      .sort();
  }

  async read(): Promise<MailRead> {
    const raw: { name: string; text: string }[] = [];
    for (const name of await this.names()) {
      const text = readIfThere(join(this.#directory, `${name}.json`));
      if (text !== undefined) raw.push({ name, text });
    }
    return sortMail(raw);
  }

  watch(onMail: (read: MailRead) => void | Promise<void>, onError?: (error: unknown) => void): () => void {
    // A look is one readdir of a directory that is nearly always missing.
    return watchMail(this, { firstMs: 50, lastMs: 1000 }, onMail, onError);
  }

  async delete(names: readonly string[]): Promise<void> {
    for (const name of names) unlinkIfThere(join(this.#directory, `${name}.json`));
  }
}
