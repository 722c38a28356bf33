/** What to do next with a run, as commands that can be copied. */
import type { RunStatus } from '../journal/events.ts';
import type { SessionResult } from '../operations/session.ts';
import type { PendingEffect } from '../operations/world.ts';
import { quoted } from './runs.ts';

export interface NextStep {
  /** What it does, or what the run waits for. */
  text: string;
  command: string;
}

export type Reopenable = 'as-is' | 'upgrade' | 'no';

/** `reference`: the run as an argument. The first step is the one to take first. */
export function nextSteps(
  result: Pick<SessionResult, 'status' | 'pending' | 'error'>,
  reference: string,
  reopenable: Reopenable,
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
      if (reopenable === 'no') return [];
      return reopenable === 'as-is'
        ? [{ text: 'once the cause is mended, try again', command: resume }]
        : [{ text: 'mend the code, then try again', command: `${resume} --on-code-change upgrade` }];
    case 'completed':
    case 'canceled':
    case 'halted':
      return [];
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
