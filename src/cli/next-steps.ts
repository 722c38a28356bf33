/** What to do next with a run, as commands that can be copied. */
import { isAgentKind } from '../executors/index.ts';
import type { JsonObject, RunStatus } from '../journal/events.ts';
import type { RunState } from '../journal/state.ts';
import { choicesOf } from '../operations/breakpoint-shown.ts';
import type { Retry } from '../operations/reopen.ts';
import { definitionOf } from '../operations/tasks.ts';
import type { PendingEffect } from '../operations/world.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { Output } from './output.ts';
import { questionLines, withoutControls } from './question.ts';
import { quoted } from './runs.ts';

export interface NextStep {
  /** What it does, or what the run waits for. */
  text: string;
  command: string;
}

/** The definition of an effect, as it was recorded. */
type Definitions = (effectId: string) => JsonObject;

/** The journal is read when the first definition is asked for: which file it is, only the journal says. */
export function definitionsOf(run: Pick<OpenRun, 'runDir' | 'load'>): Definitions {
  let state: RunState | undefined;
  return (effectId) => {
    state ??= run.load().state;
    const effect = state.pending.get(effectId);
    return effect === undefined ? {} : definitionOf(run.runDir, effect.request.taskDefRef);
  };
}

interface Standing {
  status: RunStatus;
  pending: readonly PendingEffect[];
  retry: Retry;
}

/** The first step is the one to take first. `reference`: the run as an argument. */
export function nextSteps(result: Standing, reference: string, definition: Definitions): NextStep[] {
  const resume = `longhaul resume ${reference}`;
  switch (result.status) {
    case 'waiting':
      return thenResume(
        [
          ...result.pending.flatMap((effect) => stepsFor(effect, reference, definition)),
          ...agentSteps(result.pending, resume, definition),
        ],
        resume,
      );
    case 'created':
    case 'running':
      return [{ text: 'carry the run on', command: resume }];
    case 'failed':
      return retrySteps(result.retry, resume);
    case 'completed':
    case 'canceled':
    case 'halted':
      return [];
  }
}

const THEN = 'then carry the run on';

/** Where the way on is only to wait, the steps say so themselves. */
function thenResume(steps: NextStep[], resume: string): NextStep[] {
  const isOnlyTime = steps.length > 0 && steps.every(({ command }) => command === resume);
  return isOnlyTime ? steps : [...steps, { text: THEN, command: resume }];
}

/** Agent work waits only where no command was named for it, or where it is left to others. */
function agentSteps(pending: readonly PendingEffect[], resume: string, definition: Definitions): NextStep[] {
  const waits = ({ kind, effectId }: PendingEffect): boolean =>
    isAgentKind(kind) && definition(effectId).external !== true;
  if (!pending.some(waits)) return [];
  return [{ text: 'or let a command do agent tasks', command: `${resume} --agent-command '<command>'` }];
}

function retrySteps(retry: Retry, resume: string): NextStep[] {
  const upgrade = { text: 'mend the code, then try again', command: `${resume} --on-code-change upgrade` };
  switch (retry) {
    case 'no':
      return [];
    case 'as-is':
      return [
        { text: 'once the cause is mended, try again', command: resume },
        { text: 'if it was in the code of the process, which the run carries', command: upgrade.command },
      ];
    case 'anew':
      return [
        { text: 'try again; it may take as long as before (--run-timeout) from now on', command: resume },
      ];
    case 'upgrade':
      return [upgrade];
    case 'either':
      return [upgrade, { text: 'or, if the cause lay elsewhere, try again as it is', command: resume }];
  }
}

function stepsFor(effect: PendingEffect, reference: string, definition: Definitions): NextStep[] {
  const post = (value: string): string => {
    const [run = '', ...flags] = reference.split(' ');
    return [
      `longhaul task:post ${run} ${effect.effectId} --status ok --value-inline '${value.replaceAll("'", "'\\''")}'`,
      ...flags,
    ].join(' ');
  };
  const name = `"${withoutControls(effect.title).replace(/\s+/g, ' ')}"`;
  const until = effect.wakeAt === undefined ? '' : `, until ${effect.wakeAt}`;
  switch (effect.kind) {
    case 'breakpoint': {
      const options = choicesOf(definition(effect.effectId));
      return [
        ...(options.length === 0
          ? [{ text: `approve ${name}${until}`, command: post('{"approved":true}') }]
          : options.map((option) => ({
              text: `approve ${name} with ${JSON.stringify(option)}${until}`,
              command: post(JSON.stringify({ approved: true, option })),
            }))),
        { text: `reject ${name}`, command: post('{"approved":false,"feedback":"why"}') },
      ];
    }
    case 'signal':
      return [{ text: `send the signal${until}`, command: signal(effect.label, reference) }];
    case 'subprocess':
      return [
        {
          text: `${name} is a run of its own (see run:list); when that has ended`,
          command: `longhaul resume ${reference}`,
        },
      ];
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
            text: `${name} goes on at ${effect.wakeAt}, then`,
            command: `longhaul resume ${reference}`,
          },
        ];
      return [{ text: `give the result of ${name} (${effect.kind})${until}`, command: post('<json>') }];
  }
}

function signal(name: string, reference: string): string {
  const [run = '', ...flags] = reference.split(' ');
  return [`longhaul run:signal ${run} ${quoted(name)} --value '<json>'`, ...flags].join(' ');
}

/** The questions that are open, then what to do, the first step behind its alternatives. */
export function tellNext(
  out: Output,
  pending: readonly PendingEffect[],
  steps: readonly NextStep[],
  definition: Definitions,
): void {
  for (const { effectId, kind, label } of pending) {
    if (kind !== 'breakpoint') continue;
    for (const line of questionLines(definition(effectId), label)) out.line(line);
  }
  const [first, ...others] = steps;
  const after = others.filter(({ text }) => text === THEN);
  for (const { text, command } of others) if (text !== THEN) out.line(`  ${text}: ${command}`);
  if (first !== undefined) out.line(`Next: ${first.text}: ${first.command}`);
  for (const { text, command } of after) out.line(`  ${text}: ${command}`);
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
