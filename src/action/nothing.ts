/** Verdicts of a job that has nothing to do: green, and a notice says why. */
import { type Intent, isForkEvent } from './intent.ts';
import type { Verdict } from './io.ts';
import { type Job, senderOf } from './job.ts';
import { noOutputs } from './outputs.ts';

export function nothing({ io }: Pick<Job, 'io'>, why: string): Verdict {
  io.notice(why);
  return { outputs: noOutputs(), failure: undefined };
}

/** The answer where the run belongs to another workflow file. */
export const notOurs = (job: Job, runId: string): Verdict =>
  nothing(job, `Run ${runId} belongs to another workflow file: nothing was done`);

/** What a job of a pull request cannot do because its token may not write; undefined: it can, or need not write. */
export function cannotWrite({ name, payload, actor }: Job['event'], intent: Intent): string | undefined {
  const what = written(intent);
  if (what === undefined) return undefined;
  const isDependabot = name === 'pull_request' && (senderOf(payload)?.login ?? actor) === 'dependabot[bot]';
  const whose = isForkEvent(payload) ? 'comes from a fork' : isDependabot ? 'is Dependabot’s' : undefined;
  if (whose === undefined) return undefined;
  return `This pull request ${whose}: its token may not write, so ${what}. A person with write permission can do it by workflow_dispatch.`;
}

function written(intent: Intent): string | undefined {
  switch (intent.type) {
    case 'start':
      return 'no run is started';
    case 'start-or-resume':
    case 'resume':
      return `run ${intent.runId} is neither started nor carried on`;
    case 'command':
      return intent.command === 'status' ? undefined : `\`${intent.command}\` is not done`;
    case 'sweep':
      return 'nothing is swept';
    default:
      return undefined;
  }
}
