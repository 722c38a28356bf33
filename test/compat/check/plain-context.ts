/** The reference's `ctx`: plain promises, each settled when the check says so. */
import path from 'node:path';
import { type AskedEffect, canonical, requestKey } from './observation.ts';
import { MisusedDefinition, type PlainTask } from './plain-sdk.ts';

export interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface PlainWorld {
  runId: string;
  runDir: string;
  artifactsDir: string;
  halt(reason: string): void;
}

type Options = { label?: unknown; [key: string]: unknown };

/** Every request made, and those not settled yet by their key and occurrence. */
export class PlainRequests {
  readonly effects: AskedEffect[] = [];
  readonly logs: string[] = [];
  readonly waiting = new Map<string, Waiting>();
  private readonly seen = new Map<string, number>();
  over = false;

  async ask(
    taskId: string,
    args: unknown,
    label: unknown,
    define: (effectId: string) => unknown,
  ): Promise<unknown> {
    if (this.over) return new Promise(() => {});
    const effectId = `PLAIN${this.effects.length}`;
    const said = canonical(args);
    const made = await define(effectId);
    const def = made as { kind?: unknown; title?: unknown; labels?: unknown };
    if (def === null || typeof def !== 'object' || typeof def.kind !== 'string')
      throw new MisusedDefinition(`task ${taskId} has no kind`);
    const [first] = Array.isArray(def.labels)
      ? def.labels.filter((text) => typeof text === 'string' && text.trim() !== '')
      : [];
    const shown = String(label ?? first ?? (typeof def.title === 'string' ? def.title : taskId)).trim();
    const stored = canonical({ ...def, labels: storedLabels(def.labels) }).replaceAll(effectId, '<effect>');
    this.effects.push({ kind: def.kind, taskId, label: shown, args: said, def: stored });
    const key = requestKey(def.kind, taskId, said);
    const occurrence = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, occurrence);
    return new Promise((resolve, reject) => this.waiting.set(`${key}\n${occurrence}`, { resolve, reject }));
  }
}

/** A run directory holds a definition's labels trimmed, each once, in alphabetical order. */
function storedLabels(labels: unknown): string[] | undefined {
  if (!Array.isArray(labels)) return undefined;
  const texts = labels.filter((text) => typeof text === 'string').map((text) => text.trim());
  const stored = [...new Set(texts)].filter((text) => text !== '').sort((a, b) => a.localeCompare(b));
  return stored.length === 0 ? undefined : stored;
}

/** What ctx.parallel is given must be a list. */
function listed(items: unknown): unknown[] {
  if (items === null || typeof items !== 'object' || !(Symbol.iterator in items))
    throw new MisusedDefinition('ctx.parallel: no list');
  return [...(items as Iterable<unknown>)];
}

export function plainContext(
  requests: PlainRequests,
  world: PlainWorld,
  cleanups: (() => unknown)[],
): object {
  const { runId, runDir, artifactsDir } = world;
  const task = async (defined: PlainTask, args?: unknown, options: Options = {}): Promise<unknown> => {
    if (typeof defined?.build !== 'function') throw new MisusedDefinition('ctx.task: not a task');
    return requests.ask(defined.id, args, options.label, (effectId) => {
      const labels = typeof options.label === 'string' ? [options.label] : [];
      const taskDir = path.join(runDir, 'tasks', effectId);
      const toTaskRelativePath = (file: string): string => path.posix.join('tasks', effectId, file);
      return defined.build(args, {
        effectId,
        invocationKey: '',
        taskId: defined.id,
        runId,
        runDir,
        taskDir,
        tasksDir: path.join(runDir, 'tasks'),
        label: labels[0],
        labels,
        toTaskRelativePath,
      });
    });
  };
  const breakpoint = async (payload?: unknown, options: Options = {}): Promise<unknown> => {
    const own = (payload ?? {}) as { label?: unknown };
    const label = options.label ?? (typeof own.label === 'string' ? own.label : 'breakpoint');
    const details = { ...options, payload: own, label, requestedAt: new Date().toISOString() };
    return requests.ask('__sdk.breakpoint', details, label, () => ({
      kind: 'breakpoint',
      title: label,
      metadata: details,
    }));
  };
  const sleepUntil = async (when: unknown): Promise<void> => {
    const target =
      when instanceof Date ? when.getTime() : typeof when === 'number' ? when : Date.parse(String(when));
    const details = { iso: new Date(target).toISOString(), targetEpochMs: target };
    const title = `sleep:${details.iso}`;
    await requests.ask('__sdk.sleep', details, title, () => ({
      kind: 'sleep',
      title,
      metadata: details,
      sleep: details,
    }));
  };
  return {
    runId,
    runDir,
    artifactsDir,
    now: () => new Date(),
    log: (...parts: unknown[]): void => {
      if (!requests.over) requests.logs.push(logText(parts));
    },
    task,
    breakpoint,
    sleepUntil,
    parallel: {
      all: async (items: unknown) =>
        allSettled(
          listed(items).map((item) => (typeof item === 'function' ? item : () => item) as () => unknown),
        ),
      map: async (items: unknown, fn: (item: unknown, index: number) => unknown) =>
        allSettled(listed(items).map((item, index) => () => fn(item, index))),
    },
    halt: (reason: string) => {
      world.halt(String(reason));
      return new Promise(() => {});
    },
    onCleanup: (fn: () => unknown): void => void cleanups.push(fn),
  };
}

/** As the journal has it: with two or more parts a leading string is the label. */
export function logText(parts: unknown[]): string {
  const text = parts.map((part) =>
    typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part)),
  );
  return parts.length > 1 && typeof parts[0] === 'string'
    ? `${text[0]}: ${text.slice(1).join(' ')}`
    : text.join(' ');
}

/** What comes back first as a failure is thrown once everything is done: parallel work is never left behind. */
async function allSettled(thunks: (() => unknown)[]): Promise<unknown[]> {
  const failures: unknown[] = [];
  const results = await Promise.all(
    thunks.map(async (thunk) => {
      try {
        return await thunk();
      } catch (error) {
        failures.push(error);
        return undefined;
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
  return results;
}
