/** How a run that is driven in this job talks with people, and what the step's outputs say of it. */
import path from 'node:path';
import type { SchedulesPort } from '../github/port.ts';
import { readComments } from '../operations/announced.ts';
import { lastDecision, UNDECIDED } from '../operations/last-decision.ts';
import { refsOf } from '../operations/refs.ts';
import type { SessionResult } from '../operations/run-result.ts';
import { Talk, type TalkOptions, type TalkSeat } from '../operations/talk.ts';
import { Thread } from '../operations/thread.ts';
import { redactor } from '../redact.ts';
import type { OpenRun, RunOnIssue } from '../stores/contract.ts';
import { isSpoken, type JobEvent, jobUrl, workspaceCommit } from './event.ts';
import { isPullEvent, issueNumber } from './intent.ts';
import type { Job } from './job.ts';
import type { Outputs } from './outputs.ts';
import { secretsOf } from './world.ts';

/** The runs on a comment's issue, as the index had them after it was written. */
export interface Heard {
  commentId: string;
  runs: readonly RunOnIssue[];
}

/** What telling takes of a job. */
type Teller = Pick<Job, 'event' | 'inputs' | 'github' | 'store'>;

export function talkOptions({ event, inputs, github, store }: Teller, heard?: Heard): TalkOptions {
  const number = issueNumber(inputs.issue, event.payload);
  const isOfEvent = number !== undefined && number === issueNumber('', event.payload);
  return {
    port: github,
    rules: {
      approvers: inputs.approvers,
      minimum: inputs['minimum-approvals'],
      quorum: inputs.quorum,
      allowSelf: inputs['allow-self-approval'],
      requireHead: inputs['require-head'],
    },
    issue:
      number === undefined
        ? undefined
        : { number, isPull: isOfEvent ? isPullEvent(event.payload) : undefined },
    remindAfterMs: inputs['remind-after'],
    runsOn: async (issue, commentId) =>
      heard?.commentId === commentId ? heard.runs : ((await store.on?.(issue)) ?? []),
    redact: redactor(secretsOf(inputs)),
    place: {
      workspace: event.workspace,
      repositoryUrl: `${event.serverUrl}/${event.repository}`,
      commit: workspaceCommit(event),
    },
    lastSweep: () => lastSweep(event, github),
    links: [{ text: 'job', url: jobUrl(event, inputs['job-id']) }],
    warnings: [],
  };
}

/** Whoever decides is not kept waiting for it. */
async function lastSweep(event: JobEvent, port: SchedulesPort) {
  if (event.name === 'schedule') return new Date().toISOString();
  if (event.workflow === '' || isSpoken(event)) return undefined;
  return port.lastScheduled(path.posix.basename(event.workflow));
}

/** A run was ended here without being driven: its comments say so. */
export async function tellEnd(job: Teller & Pick<Job, 'io'>, run: OpenRun): Promise<void> {
  const { state } = run.load({ damaged: true });
  if (state.terminal === undefined) return;
  const talk = new Talk(talkOptions(job), seatOf(run));
  await talk.end(state.terminal.status);
  for (const trouble of talk.troubles) job.io.warning(trouble);
}

/** For looking and telling, not for writing. */
function seatOf(run: OpenRun): TalkSeat {
  const { state } = run.load({ damaged: true });
  return {
    runDir: run.runDir,
    journal: { state, append: () => [] },
    events: () => run.events(),
    saved: () => Promise.resolve(),
    isSaved: () => true,
    soon: () => {},
    now: () => Date.now(),
    after: () => () => {},
    warn: () => {},
    commit: () => run.place?.commit,
  };
}

/** `issue-url`, `breakpoint-url`, `decision`, and `pending` with the references that people know. */
export function talkOutputs(
  job: Teller & { io: Pick<Job['io'], 'notice'> },
  run: OpenRun,
  { pending, already }: Pick<SessionResult, 'pending' | 'already'>,
): Outputs {
  const { state } = run.load({ damaged: true });
  const { issue, breakpoints } = readComments(run.runDir);
  const ofBreakpoints = Object.keys(breakpoints)
    .map((effectId) => state.effects.get(effectId))
    .filter((effect) => effect !== undefined);
  const open = ofBreakpoints.find(({ status }) => status === 'requested' && state.terminal === undefined);
  const thread = new Thread(talkOptions(job), seatOf(run));
  const refs = pending.length === 0 ? undefined : refsOf(state);
  const titleOf = (effectId: string, title: string): string => {
    const effect = state.effects.get(effectId);
    return effect?.request.kind === 'breakpoint' ? thread.titleOf(effect) : title;
  };
  const outputs: Outputs = {
    pending: JSON.stringify(
      pending.map(({ effectId, ...rest }) => ({
        effectId,
        ref: refs?.get(effectId),
        ...rest,
        title: titleOf(effectId, rest.title),
        url: breakpoints[effectId]?.url,
      })),
    ),
    'issue-url': issue?.url ?? '',
    'breakpoint-url': open === undefined ? '' : (breakpoints[open.effectId]?.url ?? ''),
  };
  const decision = lastDecision(thread);
  if (decision === undefined) return outputs;
  // Neither who runs a workflow run again nor whose comment came after the decision asks for another deployment.
  const isLate = job.event.workflowAttempt > 1 || isSpoken(job.event);
  const isOld = already && isLate && decision.approved;
  if (isOld)
    job.io.notice(
      `Run ${run.runId} was decided before this job: \`decision\` does not approve again. Dispatch \`command: resume\` with its \`run-id\` to act on it once more`,
    );
  return { ...outputs, decision: JSON.stringify(isOld ? UNDECIDED : decision) };
}
