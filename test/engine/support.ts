/** Real runs in real directories: a process file, a store, and a driver in this process. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { executorFor } from '../../src/executors/index.ts';
import type { JournalEvent, Json } from '../../src/journal/events.ts';
import { readEvents } from '../../src/journal/reader.ts';
import { driveRun, type SessionOptions, type SessionResult } from '../../src/operations/session.ts';
import { startRun } from '../../src/operations/start.ts';
import {
  DEFAULT_LIMITS,
  type DriveEvent,
  type DriveLimits,
  type DriveWorld,
  systemClock,
} from '../../src/operations/world.ts';
import type { Message, OpenRun } from '../../src/stores/contract.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'longhaul-ops-')));
afterAll(() => rmSync(root, { recursive: true, force: true }), 120_000);
let made = 0;

/** A directory of its own with these files. */
export function project(files: Record<string, string | Uint8Array> = {}): string {
  made += 1;
  const directory = join(root, `p${made}`);
  mkdirSync(directory, { recursive: true });
  write(directory, files);
  return directory;
}

export function write(directory: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}

/** `sh(ctx, command, options)` runs a line of shell; its stdout is the result. */
export const PRELUDE = `import { defineTask } from 'longhaul';
import { appendFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
const task = defineTask('sh', (args) => ({ kind: 'shell', title: args.command, shell: { command: args.command }, ...args.def }));
const sh = async (ctx, command, options, def) => (await ctx.task(task, { command, ...(def && { def }) }, options)).stdout.trim();
const note = (line) => appendFileSync(new URL('./notes', import.meta.url), line + '\\n');
`;

/** A process file's text with `body` as the body of `process(inputs, ctx)`. */
export function code(body: string, head = ''): string {
  return `${PRELUDE}${head}\nexport async function process(inputs, ctx) {\n${body}\n}\n`;
}

export const QUICK: DriveLimits = {
  ...DEFAULT_LIMITS,
  graceMs: 300,
  cancelGraceMs: 3000,
  waitInJobMs: 5000,
  handleGraceMs: 200,
  replayGraceMs: 1000,
};

export function realWorld(workspace: string, report: (event: DriveEvent) => void = () => {}): DriveWorld {
  return {
    clock: systemClock,
    workspace,
    env: process.env,
    agentCommand: undefined,
    performer: {
      can: (effect) => executorFor(effect, { agentCommand: undefined }) !== undefined,
      async perform(effect, world) {
        const executor = executorFor(effect, world);
        if (executor === undefined) throw new Error(`no executor for ${effect.kind}`);
        return executor.run(effect, world);
      },
    },
    ask: undefined,
    report,
    secrets: [],
  };
}

/** Resolves when the file is there, or has that many lines. */
export async function until(file: string, lines = 1): Promise<void> {
  while (!existsSync(file) || readFileSync(file, 'utf8').split('\n').length <= lines) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The world as it will be in so many ms. */
export function later(world: DriveWorld, ms: number): DriveWorld {
  return {
    ...world,
    clock: { now: () => Date.now() + ms, after: (wait, fn) => systemClock.after(wait, fn) },
  };
}

export interface Bench {
  directory: string;
  store: DirectoryStore;
  run: OpenRun;
  events: DriveEvent[];
  world: DriveWorld;
  drive(
    options?: Partial<Omit<SessionOptions, 'limits'>> & { limits?: Partial<DriveLimits> },
  ): Promise<SessionResult>;
  journal(): JournalEvent[];
  /** Types of the journal's events, in order. */
  types(): string[];
  of(type: string): { [key: string]: Json }[];
  mail(message: Partial<Message> & { kind: Message['kind'] }): Promise<void>;
  /** Resolves once an event of this kind has been reported (`match` narrows it). */
  seen(type: DriveEvent['type'], match?: (event: DriveEvent) => boolean): Promise<void>;
}

export interface BenchOptions {
  inputs?: Json;
  runId?: string;
  deadline?: string;
  entry?: string;
  files?: Record<string, string | Uint8Array>;
  directory?: string;
}

/** A started run whose process has this body (or these files); `drive` drives it here. */
export async function bench(body: string, options: BenchOptions = {}): Promise<Bench> {
  const directory = options.directory ?? project();
  write(directory, { ...(body === '' ? {} : { 'p.mjs': code(body) }), ...options.files });
  const store = new DirectoryStore(join(directory, 'runs'));
  const run = await startRun({
    store,
    runId: options.runId,
    entry: { path: join(directory, options.entry ?? 'p.mjs'), exportName: undefined },
    inputs: options.inputs,
    workspace: directory,
    ...(options.deadline === undefined ? {} : { created: { deadline: options.deadline } }),
  });
  return benchOf(directory, store, run);
}

export function benchOf(directory: string, store: DirectoryStore, run: OpenRun): Bench {
  const events: DriveEvent[] = [];
  const watchers = new Set<(event: DriveEvent) => void>();
  const world = realWorld(directory, (event) => {
    events.push(event);
    for (const watcher of watchers) watcher(event);
  });
  const journal = (): JournalEvent[] => readEvents(run.runDir);
  return {
    directory,
    store,
    run,
    events,
    world,
    async drive(given = {}) {
      const { limits, ...rest } = given;
      return driveRun({
        store,
        run: await store.open(run.runId),
        owner: thisOwner(VERSION),
        world,
        onCodeChange: 'pin',
        execute: true,
        ...rest,
        limits: { ...QUICK, ...limits },
      });
    },
    journal,
    types: () => journal().map((event) => event.type),
    of: (type) => journal().flatMap((event) => (event.type === type ? [event.data] : [])),
    async mail(message) {
      const whole = {
        id: `m${Math.random().toString(36).slice(2)}`,
        attempt: 1,
        at: new Date().toISOString(),
        ...message,
      } as Message;
      await run.mailbox.deliver(whole);
    },
    seen: (type, match = () => true) =>
      new Promise((resolve) => {
        const watcher = (event: DriveEvent): void => {
          if (event.type !== type || !match(event)) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
      }),
  };
}
