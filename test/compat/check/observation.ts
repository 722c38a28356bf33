/** What both sides say about one run of a process, in a form that can be compared. */

import type { Json } from '../../../src/journal/events.ts';
import { sortKeys } from '../../../src/journal/json.ts';
import type { Answer } from './answers.ts';

export interface AskedEffect {
  kind: string;
  taskId: string;
  label: string;
  /** Canonical JSON. */
  args: string;
  /** Canonical JSON, its own effect id replaced. */
  def: string;
}

export type Ending =
  | { status: 'completed'; output: string }
  | { status: 'failed'; name: string; message: string; misused: boolean }
  | { status: 'halted'; reason: string }
  /** It asked for more than the check hands out, or waits for something that never comes. */
  | { status: 'waiting' }
  /** `message`: '' when only that it is said is compared, not the words. */
  | { status: 'unloadable'; message: string }
  | { status: 'engine-error'; message: string };

export interface Observation {
  ending: Ending;
  effects: AskedEffect[];
  /** Label and text of each ctx.log. */
  logs: string[];
}

/** One settlement as the engine handed it over: the reference gets the same, in the same order. */
export interface Handed {
  /** Names the request: `requestKey`, and the how-manyth of it. */
  key: string;
  occurrence: number;
  answer: Answer;
  /** ISO time. */
  at: string;
  /** Its place among all settlements, from 1. */
  index: number;
}

export const canonical = (value: unknown): string =>
  JSON.stringify(sortKeys(JSON.parse(JSON.stringify(value ?? null)) as Json));

export const requestKey = (kind: string, taskId: string, args: string): string =>
  `${kind}\n${taskId}\n${args}`;

/** What the two runs do not have in common; undefined: nothing. */
export function difference(plain: Observation, ours: Observation): string | undefined {
  const a = plain.ending;
  const b = ours.ending;
  if (a.status !== b.status) return `status: plain ${endingText(a)}, ours ${endingText(b)}`;
  if (a.status === 'failed' && b.status === 'failed' && a.misused) {
    return /\btask\b|defineTask|ctx\.parallel/.test(b.message)
      ? undefined
      : `a misused definition is not named: ${b.message}`;
  }
  if (a.status === 'unloadable' && b.status === 'unloadable') {
    return a.message === '' || b.message.includes(a.message)
      ? undefined
      : `${endingText(a)} | ${endingText(b)}`;
  }
  if (endingText(a) !== endingText(b)) return `ending: plain ${endingText(a)}, ours ${endingText(b)}`;
  const effects = bagDifference(plain.effects.map(effectText), ours.effects.map(effectText));
  if (effects !== undefined) return `effects: ${effects}`;
  const logs = bagDifference(plain.logs, ours.logs);
  return logs === undefined ? undefined : `logs: ${logs}`;
}

const effectText = (effect: AskedEffect): string =>
  JSON.stringify([effect.kind, effect.taskId, effect.label, effect.args, effect.def]);

export function endingText(ending: Ending): string {
  switch (ending.status) {
    case 'completed':
      return `completed ${ending.output}`;
    case 'failed':
      return `failed ${ending.name}: ${ending.message}`;
    case 'halted':
      return `halted ${ending.reason}`;
    case 'waiting':
      return 'waiting';
    default:
      return `${ending.status} ${ending.message}`;
  }
}

function bagDifference(plain: readonly string[], ours: readonly string[]): string | undefined {
  const count = new Map<string, number>();
  for (const text of plain) count.set(text, (count.get(text) ?? 0) + 1);
  for (const text of ours) count.set(text, (count.get(text) ?? 0) - 1);
  const missing = [...count].filter(([, n]) => n > 0);
  const added = [...count].filter(([, n]) => n < 0);
  if (missing.length === 0 && added.length === 0) return undefined;
  const [[first = ''] = []] = missing;
  const [[other = ''] = []] = added;
  let at = 0;
  while (at < first.length && first[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  const odd = (list: [string, number][]): number => list.reduce((sum, [, n]) => sum + Math.abs(n), 0);
  return `${odd(missing)} in plain only, ${odd(added)} in ours only; ${first.slice(0, 60)} … plain ${first.slice(from, at + 60)} | ours ${other.slice(from, at + 60)}`;
}
