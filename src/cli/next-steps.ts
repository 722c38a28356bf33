/** What to do next with a run, as commands that can be copied. */
import type { RunStatus } from '../journal/events.ts';
import type { ReopenBy } from '../operations/reopen.ts';
import type { SessionResult } from '../operations/session.ts';
import type { PendingEffect } from '../operations/world.ts';
import { quoted } from './runs.ts';

export interface NextStep {
  /** What it does, or what the run waits for. */
  text: string;
  command: string;
}

/** `reference`: the run as an argument. The first step is the one to take first. */
export function nextSteps(
  result: Pick<SessionResult, 'status' | 'pending' | 'reopenBy'>,
  reference: string,
): NextStep[] {
  const resume = `longhaul resume ${reference}`;
  switch (result.status) {
    case 'waiting':
      return [
        ...result.pending.flatMap((effect) => stepsFor(effect, reference)),
        { text: 'then carry the run on', command: resume },
      ];
    case 'created':
    case 'running':
      return [{ text: 'carry the run on', command: resume }];
    case 'failed':
      return result.reopenBy === undefined ? [] : stepsToReopen(result.reopenBy, resume);
    case 'completed':
    case 'canceled':
    case 'halted':
      return [];
  }
}

function stepsToReopen(by: ReopenBy, resume: string): NextStep[] {
  const upgrade = `${resume} --on-code-change upgrade`;
  switch (by) {
    case 'time':
      return [
        {
          text: 'try again, its run-timeout starts anew (for a longer one start a new run)',
          command: resume,
        },
      ];
    case 'code':
      return [{ text: 'mend the code, then try again', command: upgrade }];
    case 'cause':
      return [
        { text: 'once the cause is mended, try again', command: resume },
        { text: 'if it was in the code of the process, which the run carries', command: upgrade },
      ];
  }
}

function stepsFor(effect: PendingEffect, reference: string): NextStep[] {
  const post = (value: string): string => {
    const [run = '', ...flags] = reference.split(' ');
    return [
      `longhaul task:post ${run} ${effect.effectId} --status ok --value-inline ${value}`,
      ...flags,
    ].join(' ');
  };
  const until = effect.wakeAt === undefined ? '' : `, until ${effect.wakeAt}`;
  switch (effect.kind) {
    case 'breakpoint':
      return [
        { text: `approve "${effect.label}"${until}`, command: post(`'{"approved":true}'`) },
        { text: `reject "${effect.label}"`, command: post(`'{"approved":false,"feedback":"why"}'`) },
      ];
    case 'signal':
      return [{ text: `send the signal${until}`, command: signal(effect.label, reference) }];
    case 'sleep':
      return [
        {
          text: `sleeps until ${effect.wakeAt ?? 'its time'}, then`,
          command: `longhaul resume ${reference}`,
        },
      ];
    default:
      if (effect.wakeAt !== undefined && !effect.external)
        return [
          {
            text: `"${effect.label}" goes on at ${effect.wakeAt}, then`,
            command: `longhaul resume ${reference}`,
          },
        ];
      return [
        { text: `give the result of "${effect.label}" (${effect.kind})${until}`, command: post("'<json>'") },
      ];
  }
}

function signal(name: string, reference: string): string {
  const [run = '', ...flags] = reference.split(' ');
  return [`longhaul run:signal ${run} ${quoted(name)} --value '<json>'`, ...flags].join(' ');
}

/** How a person reads a state. */
export const STATE_TEXT: Record<RunStatus, string> = {
  created: 'is created',
  running: 'goes on later',
  waiting: 'waits',
  completed: 'is completed',
  failed: 'failed',
  canceled: 'was canceled',
  halted: 'was halted',
};
