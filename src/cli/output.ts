/** Standard output and standard error. A reader that goes away changes nothing (contract §5). */
import { LonghaulError } from '../errors.ts';

export interface Sink {
  write(text: string): unknown;
}

export class Output {
  readonly json: boolean;
  /** A hint with its commands as they can be pasted here. */
  pasteable = (hint: string): string => hint;
  readonly #out: Sink;
  readonly #err: Sink;

  constructor(json: boolean, out: Sink, err: Sink) {
    this.json = json;
    this.#out = out;
    this.#err = err;
  }

  /** A line for people; nothing with --json. */
  line(text = ''): void {
    if (!this.json) this.#out.write(`${text}\n`);
  }

  /** Text for people as it is, without a line's end. */
  text(text: string): void {
    if (!this.json) this.#out.write(text);
  }

  /** A remark that is no result: on standard error, whatever the mode. */
  note(text: string): void {
    this.#err.write(`${text}\n`);
  }

  /** The one document of --json; nothing without. */
  document(value: object, options: { compact?: boolean } = {}): void {
    if (this.json) this.#out.write(`${JSON.stringify(value, null, options.compact === true ? 0 : 2)}\n`);
  }

  error(error: unknown): void {
    const plain = described(error);
    const told = { ...plain, hint: this.pasteable(plain.hint) };
    if (this.json) {
      this.document(told);
      return;
    }
    this.#err.write(`longhaul: ${told.message}\n${told.hint === '' ? '' : `  ${told.hint}\n`}`);
  }
}

export interface ErrorDocument {
  error: string;
  message: string;
  path?: string;
  hint: string;
}

export function described(error: unknown): ErrorDocument {
  if (error instanceof LonghaulError) {
    const { code, message, path, hint } = error;
    return { error: code, message, ...(path === undefined ? {} : { path }), hint };
  }
  const { message, path, code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') {
    return { error: code, message, ...(typeof path === 'string' ? { path } : {}), hint: '' };
  }
  const stack = error instanceof Error ? (error.stack ?? message) : String(error);
  return {
    error: 'INTERNAL',
    message: stack,
    hint: 'This is a fault of Longhaul; please report it with the lines above.',
  };
}

/** EPIPE and the like: whoever read us has gone, and the work goes on. */
export function ignoreClosedPipes(...streams: NodeJS.WriteStream[]): void {
  for (const stream of streams) stream.on('error', () => {});
}

/** Resolves when everything written has left, or cannot leave any more. */
export function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write('', () => resolve());
  });
}
