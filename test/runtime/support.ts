/** Small processes, written to files and run by the testing library. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { EffectRequestedData, JournalEvent } from '../../src/journal/events.ts';
import { readEvents } from '../../src/journal/reader.ts';
import type { DriveEvent } from '../../src/operations/world.ts';
import {
  type RunProcessOptions,
  type RunProcessResult,
  runProcess,
  type TestEffect,
} from '../../src/testing/index.ts';

// Memory, where there is such a place: these runs write thousands of small files that nobody reads again.
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const root = realpathSync(mkdtempSync(join(place, 'longhaul-runtime-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;

/** A directory of its own with these files; answers with its path. */
export function project(files: Record<string, string>): string {
  made += 1;
  const directory = join(root, `p${made}`);
  mkdirSync(join(directory, 'runs'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

/** What every process of these tests may use: `job(ctx, args)` asks for a shell task whose answer is up to the test. */
export const PRELUDE = `import { defineTask } from 'longhaul';
import { setTimeout as delay } from 'node:timers/promises';
export const task = defineTask('job', (args) => ({ kind: 'shell', title: String(args), shell: { command: 'true' } }));
export const job = (ctx, args, options) => ctx.task(task, args, options);
`;

/** A process file with `body` as the body of \`process(inputs, ctx)\`. */
export function file(body: string, head = ''): string {
  return (
    project({ 'p.mjs': `${PRELUDE}${head}\nexport async function process(inputs, ctx) {\n${body}\n}\n` }) +
    '/p.mjs'
  );
}

/** Answers \`job\` tasks with "<args>!". */
export const echo = (effect: TestEffect): unknown =>
  effect.taskId === 'job' ? `${String(effect.args)}!` : undefined;

export interface Seen extends RunProcessResult {
  events: DriveEvent[];
  warnings: string[];
  journal: JournalEvent[];
  /** EFFECT_REQUESTED, in the order of the journal. */
  requests: EffectRequestedData[];
}

/** Runs a process and collects what was reported. */
export async function observe(entry: string, options: RunProcessOptions = {}): Promise<Seen> {
  const events: DriveEvent[] = [];
  const result = await runProcess(entry, {
    respond: echo,
    runsDir: join(dirname(entry.replace(/#.*$/, '')), 'runs'),
    ...options,
    onEvent: (event) => events.push(event),
  });
  const journal = readEvents(result.runDir);
  return {
    ...result,
    events,
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.message] : [])),
    journal,
    requests: journal
      .filter((event) => event.type === 'EFFECT_REQUESTED')
      .map((event) => event.data as unknown as EffectRequestedData),
  };
}

/** What was asked, in order: the arguments of the tasks. */
export const asked = (seen: { effects: readonly TestEffect[] }): unknown[] =>
  seen.effects.map((effect) => effect.args ?? effect.taskId);

/** Text that the process printed. */
export const printed = (seen: Seen): string =>
  seen.events.flatMap((event) => (event.type === 'console' ? [event.text] : [])).join('');

/** Runs the process live and with a restart after every result; both must come to the same. */
export async function bothWays(
  entry: string,
  options: RunProcessOptions = {},
): Promise<[live: Seen, replayed: Seen]> {
  return [await observe(entry, options), await observe(entry, { ...options, restartAfterEach: true })];
}
