/** One output stream of a command: redacted, passed on live, kept whole in a file and, its end, in memory. */
import { type FileHandle, open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

/** So much of each stream's end goes into a result. */
export const TAIL_BYTES = 64 * 1024;
/** A line longer than this is passed on in pieces. */
const LONGEST_LINE = 64 * 1024;
/** What is held back when a line is cut, so that no secret up to this length is torn apart. */
const OVERLAP = 4096;
/** Odd, so that a regular pattern of secrets does not catch every try. */
const STEP = 7;

export interface OutputLogOptions {
  path: string;
  /** Text written before the first output, into a file that is carried on instead of begun anew. */
  appendAfter?: string | undefined;
  redact(text: string): string;
  emit(text: string): void | Promise<void>;
}

export class OutputLog {
  /** Bytes taken so far, to tell whether the stream still moves. */
  received = 0;
  /** While a chunk is on its way to file and consumer. */
  busy = false;
  /** The file could not be written; the command was not disturbed by it. */
  problem: Error | undefined;

  readonly #options: OutputLogOptions;
  readonly #decoder = new StringDecoder('utf8');
  #file: FileHandle | undefined;
  /** Where this command's output begins in the file. */
  #start = 0;
  #bytes = 0;
  #pending = '';
  #tail: string[] = [];
  #tailLength = 0;

  constructor(options: OutputLogOptions) {
    this.#options = options;
  }

  /** Whether the file has anything of this command. */
  get written(): boolean {
    return this.#file !== undefined;
  }

  /** The last 64 KiB, redacted, cut between characters. */
  get text(): string {
    const bytes = Buffer.from(this.#tail.join(''));
    if (bytes.length <= TAIL_BYTES) return bytes.toString();
    let from = bytes.length - TAIL_BYTES;
    // 10xxxxxx: the middle of a character.
    while (((bytes[from] ?? 0) & 0xc0) === 0x80) from++;
    return bytes.subarray(from).toString();
  }

  /** Takes a chunk; answers when it is written, so that a slow disk or reader slows the command down. */
  async write(chunk: Buffer): Promise<void> {
    this.received += chunk.length;
    this.#pending += this.#decoder.write(chunk);
    const cut = cutAfter(this.#pending, this.#options.redact);
    if (cut === 0) return;
    const text = this.#pending.slice(0, cut);
    this.#pending = this.#pending.slice(cut);
    this.busy = true;
    try {
      await this.#pass(text);
    } finally {
      this.busy = false;
    }
  }

  /** Passes on what is left and closes the file. */
  async end(): Promise<void> {
    const rest = this.#pending + this.#decoder.end();
    this.#pending = '';
    if (rest !== '') await this.#pass(rest);
    await this.#file?.close().catch((error: unknown) => this.#failed(error));
  }

  /** All of it (redacted), read back from the file when memory holds only its end; undefined beyond `most` bytes. */
  async whole(most: number): Promise<string | undefined> {
    if (this.#bytes <= TAIL_BYTES) return this.#tail.join('');
    if (this.#bytes > most) return undefined;
    if (this.problem !== undefined) throw this.problem;
    const file = await open(this.#options.path);
    try {
      const bytes = Buffer.alloc(this.#bytes);
      let read = 0;
      while (read < bytes.length) {
        const { bytesRead } = await file.read(bytes, read, bytes.length - read, this.#start + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return bytes.toString('utf8', 0, read);
    } finally {
      await file.close();
    }
  }

  async #pass(raw: string): Promise<void> {
    const text = this.#options.redact(raw);
    const bytes = Buffer.from(text);
    this.#bytes += bytes.length;
    this.#keep(text);
    await this.#store(bytes);
    try {
      await this.#options.emit(text);
    } catch {
      // A closed terminal or log changes nothing for the command.
    }
  }

  #keep(text: string): void {
    this.#tail.push(text);
    this.#tailLength += text.length;
    let [oldest] = this.#tail;
    // A character has at least one byte, so this many characters are enough.
    while (oldest !== undefined && this.#tailLength - oldest.length >= TAIL_BYTES) {
      this.#tailLength -= oldest.length;
      this.#tail.shift();
      [oldest] = this.#tail;
    }
  }

  async #store(bytes: Buffer): Promise<void> {
    if (this.problem !== undefined) return;
    try {
      this.#file ??= await this.#open();
      let written = 0;
      while (written < bytes.length) written += (await this.#file.write(bytes, written)).bytesWritten;
    } catch (error) {
      this.#failed(error);
    }
  }

  async #open(): Promise<FileHandle> {
    const header = this.#options.appendAfter;
    const file = await open(this.#options.path, header === undefined ? 'w' : 'a');
    if (header !== undefined) {
      await file.write(header);
      this.#start = (await file.stat()).size;
    }
    return file;
  }

  #failed(error: unknown): void {
    this.problem ??= error instanceof Error ? error : new Error(String(error));
  }
}

/** Up to where the text can be redacted and passed on: whole lines; of an endless line all but its end. 0: wait for more. */
export function cutAfter(text: string, redact: (text: string) => string): number {
  const line = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const key = openKey(text);
  if (key >= 0 && text.length <= LONGEST_LINE) return Math.min(line, key);
  if (line > 0 || text.length <= LONGEST_LINE) return line;
  for (let cut = text.length - OVERLAP; cut > text.length - 2 * OVERLAP; cut -= STEP) {
    const code = text.charCodeAt(cut);
    const at = code >= 0xdc00 && code <= 0xdfff ? cut - 1 : cut;
    const before = text.slice(at - OVERLAP, at);
    const after = text.slice(at, at + OVERLAP);
    // A secret across the cut would be redacted in the whole, but not in its halves.
    if (redact(before) + redact(after) === redact(before + after)) return at;
  }
  return text.length - OVERLAP;
}

/** Where a private key begins whose end has not come yet: it is one secret of many lines. -1: nowhere. */
function openKey(text: string): number {
  const begin = text.lastIndexOf('-----BEGIN ');
  if (begin < 0 || text.indexOf('-----END ', begin) >= 0) return -1;
  return /^-----BEGIN [A-Z ]{0,40}PRIVATE KEY/.test(text.slice(begin, begin + 80)) ? begin : -1;
}
