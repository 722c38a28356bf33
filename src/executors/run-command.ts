/** The one place that starts a process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutorWorld } from './contract.ts';
import { OutputLog } from './output-log.ts';
import { endGroup } from './process-group.ts';
import { stdinFile } from './stdin-file.ts';

const WINDOWS = process.platform === 'win32';
/** How long a pipe must be silent, after the command itself has ended, to be taken for a background child's. */
const QUIET_MS = 300;
/** After that long nobody waits for a background child that keeps talking. */
const LINGER_MS = 2000;
const TICK_MS = 50;

export interface Exit {
  code: number | null;
  signal: string | null;
}

export interface CommandOptions
  extends Pick<ExecutorWorld, 'signal' | 'graceMs' | 'hurry' | 'onOutput' | 'redact'> {
  file: string;
  args: readonly string[];
  /** The file is a line for the platform's own shell. */
  shell?: boolean;
  cwd: string;
  env: Record<string, string>;
  /** Written to stdin, which is then closed; without it stdin is empty. */
  stdin?: string | undefined;
  /** Absolute paths; a file is made with the first output. */
  logs: { stdout: string; stderr: string };
  /** Carry the log files on, after this text, instead of beginning them anew. */
  appendAfter?: string | undefined;
}

export interface Streams {
  stdout: OutputLog;
  stderr: OutputLog;
}

export type CommandResult =
  | ({ kind: 'exited'; exit: Exit } & Streams)
  /** The signal fired before it had ended; `alive`: something of it outlived SIGKILL. `exit` null: it never ran, or is not known to have ended. */
  | ({ kind: 'stopped'; exit: Exit | null; alive: boolean } & Streams)
  /** It could not be started. */
  | ({ kind: 'failed'; code: string; message: string } & Streams);

/**
 * Runs a command to its end: in a process group of its own, output redacted, streamed and kept (see OutputLog).
 * When the signal fires, the group gets SIGTERM, after the grace SIGKILL, and the answer comes once nothing of
 * it runs. A background child that the command leaves behind is neither waited for nor ended, but its output is
 * no longer read. Never rejects for what the command does.
 */
export async function runCommand(options: CommandOptions): Promise<CommandResult> {
  const log = (name: 'stdout' | 'stderr') =>
    new OutputLog({
      path: options.logs[name],
      appendAfter: options.appendAfter,
      redact: options.redact,
      emit: (text) => options.onOutput(name, text),
    });
  const streams: Streams = { stdout: log('stdout'), stderr: log('stderr') };
  // From the first moment on: it may fire while the command is being started.
  const stopping = onceAborted(options.signal);
  try {
    const cwd = await stat(options.cwd).catch(() => undefined);
    if (options.signal.aborted) return { kind: 'stopped', exit: null, alive: false, ...streams };
    if (!cwd?.isDirectory()) {
      const message = cwd === undefined ? 'does not exist' : 'is not a directory';
      return { kind: 'failed', code: 'CWD', message, ...streams };
    }
    const started = await start(options, streams);
    if ('failed' in started) {
      const { code = 'UNKNOWN', message } = started.failed;
      return { kind: 'failed', code, message, ...streams };
    }
    return { ...(await follow(started, streams, stopping.fired, options)), ...streams };
  } finally {
    stopping.forget();
  }
}

type Ending = { kind: 'exited'; exit: Exit } | { kind: 'stopped'; exit: Exit | null; alive: boolean };

async function follow(
  started: Running,
  streams: Streams,
  stop: Promise<void>,
  { graceMs, hurry }: CommandOptions,
): Promise<Ending> {
  const { child, pid, exited, copies } = started;
  try {
    const exit = await Promise.race([exited, stop]);
    if (exit !== undefined) {
      await drained(copies, streams);
      return { kind: 'exited', exit };
    }
    const gone = await endGroup(pid, graceMs, hurry);
    await drained(copies, streams);
    return { kind: 'stopped', exit: gone ? await exited : null, alive: !gone };
  } finally {
    release(child);
    await copies;
    await Promise.all([streams.stdout.end(), streams.stderr.end()]);
  }
}

interface Running {
  child: ChildProcess;
  pid: number;
  exited: Promise<Exit>;
  /** Settled when both streams have been read to their ends. */
  copies: Promise<unknown>;
}

type Started = Running | { failed: NodeJS.ErrnoException };

async function start(options: CommandOptions, streams: Streams): Promise<Started> {
  if (options.stdin === undefined) return launch(options, streams, 'ignore');
  const stdin = await stdinFile(options.stdin);
  try {
    return await launch(options, streams, stdin.file.fd);
  } finally {
    await stdin.close();
  }
}

async function launch(options: CommandOptions, streams: Streams, stdin: number | 'ignore'): Promise<Started> {
  let child: ChildProcess;
  try {
    child = spawn(options.file, options.args, {
      cwd: options.cwd,
      env: options.env,
      shell: options.shell ?? false,
      // On Windows it would open a console window, and taskkill finds the tree without it.
      detached: !WINDOWS,
      windowsHide: true,
      stdio: [stdin, 'pipe', 'pipe'],
    });
  } catch (error) {
    return { failed: error as NodeJS.ErrnoException };
  }
  const failed = new Promise<NodeJS.ErrnoException>((resolve) => child.once('error', resolve));
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const { pid } = child;
  if (pid === undefined) return { failed: await failed };
  // At once: when a command ends, Node throws away what nobody has begun to read.
  const copies = Promise.all([copy(child.stdout, streams.stdout), copy(child.stderr, streams.stderr)]);
  return { child, pid, exited, copies };
}

/** Reads a stream to its end; one chunk at a time, so that memory stays flat. */
async function copy(stream: Readable | null, log: OutputLog): Promise<void> {
  if (stream === null) return;
  try {
    for await (const chunk of stream) await log.write(chunk as Buffer);
  } catch {
    // Closed by `release` while a background child still held the other end.
  }
}

/** Waits until both streams are read to their ends, or nothing but a background child can be holding them open. */
async function drained(copies: Promise<unknown>, streams: Streams): Promise<void> {
  const logs = [streams.stdout, streams.stderr];
  const ended = copies.then(() => true);
  const begun = performance.now();
  let seen = -1;
  let since = begun;
  for (;;) {
    const timer = new AbortController();
    const done = await Promise.race([
      ended,
      sleep(TICK_MS, false, { signal: timer.signal }).catch(() => false),
    ]);
    timer.abort();
    if (done) return;
    const now = performance.now();
    const received = logs.reduce((sum, log) => sum + log.received, 0);
    if (received !== seen || logs.some((log) => log.busy)) {
      seen = received;
      since = now;
    }
    if (now - since >= QUIET_MS) return;
    // Busy: the command's own last words may still be on their way to a slow reader.
    if (now - begun >= LINGER_MS && !logs.some((log) => log.busy)) return;
  }
}

function onceAborted(signal: AbortSignal): { fired: Promise<void>; forget(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = () => resolve();
  if (signal.aborted) resolve();
  signal.addEventListener('abort', listener, { once: true });
  return { fired: promise, forget: () => signal.removeEventListener('abort', listener) };
}

/** Nothing of it may keep this process alive. */
function release(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.unref();
}
