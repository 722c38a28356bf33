/**
 * Comments and reviews as commands. The event only wakes us: what counts is read again, and a decision is judged by
 * whoever drives the run. Which run is meant is found in the index of runs, never by reading journals or comments.
 */
import { parseComment } from '../comments/command.ts';
import { isDecision } from '../decisions/judge.ts';
import type { OpenRun, RunOnIssue } from '../stores/contract.ts';
import { cancel, haltBy, retry, status } from './comment-commands.ts';
import { drive } from './drive.ts';
import type { Intent } from './intent.ts';
import type { Verdict } from './io.ts';
import { isOurs, type Job, openOurs } from './job.ts';
import { meant } from './meant.ts';
import { nothing, notOurs } from './nothing.ts';
import {
  DELIVERED,
  ifMay,
  isOpen,
  isTaken,
  messageId,
  react,
  reply,
  runEnded,
  type Said,
  saidIn,
} from './said.ts';

/** @throws GitHubUnavailable, GitHubRefusal and the store's errors: the job is red, and nothing is lost */
export async function comment(
  job: Job,
  intent: Extract<Intent, { type: 'comment' | 'review' }>,
): Promise<Verdict> {
  const { store } = job;
  const said = saidIn(intent);
  const command = parseComment(said.text);
  if (command === undefined) return nothing(job, 'The comment is no command');
  if (store.on === undefined)
    return nothing(job, `Comments are heard with \`store: branch\`, not with ${store.kind}`);
  const runs = await store.on(said.issue);
  const target = command.verb === 'cancel' ? undefined : meant(command, runs);
  const ours = runs.filter((run) => isOurs(job, run));
  const concerned = target === undefined ? ours[0] : 'run' in target ? target.run : target.by;
  if (concerned === undefined || !isOurs(job, concerned))
    return nothing(job, 'No run of this workflow is meant');
  await react(job, said, 'eyes');
  // A run that is open and meant is asked by whoever drives it.
  const asked = target !== undefined && 'run' in target && isDecision(command) ? target.run : undefined;
  const others = runs.filter((run) => run !== asked || !isOpen(run));
  const names = isDecision(command) ? command.ref : undefined;
  const isNamed = names !== undefined && asked?.refs.includes(names) === true;
  const mayBeTaken = !isNamed && !UNRECORDED.has(command.verb);
  if (mayBeTaken && (await isTaken(job, said, intent.at, others)))
    return nothing(job, 'The comment was taken already');
  if (command.verb === 'cancel')
    return ifMay(job, said, 'write', (spoken) => cancel(job, spoken, command, runs));
  if (target === undefined) return nothing(job, 'No run reports here');
  const level = isDecision(command) ? 'read' : LEVELS[command.verb];
  if ('answer' in target) return ifMay(job, said, level, (spoken) => reply(job, spoken, target.answer));
  if (isDecision(command)) return decision(job, said, target.run, runs);
  switch (command.verb) {
    case 'help':
      return ifMay(job, said, level, (spoken) => reply(job, spoken, { code: 'help' }));
    case 'status':
      return ifMay(job, said, level, (spoken) => status(job, spoken, target.run));
    case 'halt':
      return ifMay(job, said, level, (spoken) => haltBy(job, spoken, target));
    case 'retry':
      return ifMay(job, said, level, (spoken) => retry(job, spoken, target.run));
  }
}

/** They leave no message in a run: none can tell that they came before. */
const UNRECORDED = new Set(['help', 'status', 'retry']);
const LEVELS = { help: 'triage', status: 'triage', halt: 'write', retry: 'write' } as const;

async function decision(
  job: Job,
  said: Said,
  target: RunOnIssue,
  runs: readonly RunOnIssue[],
): Promise<Verdict> {
  const { event, store } = job;
  const { runId, attempt } = target;
  if (!isOpen(target)) return ifMay(job, said, 'read', (spoken) => runEnded(job, spoken, target));
  // Before the run is opened: what is opened then has the message. A re-run attempt brings nothing of its own; what
  // its first attempt has left in the mailbox is acted on.
  if (event.workflowAttempt === 1) {
    const { id, issue, nodeId } = said;
    await store.send(runId, {
      id: messageId(said),
      kind: 'decide',
      attempt,
      at: new Date().toISOString(),
      commentId: id,
      issue,
      ...(nodeId === undefined ? {} : { review: true }),
    });
  }
  const run = await openOurs(job, runId);
  if (run === undefined) return notOurs(job, runId);
  if (event.workflowAttempt > 1 && !(await isToBeJudged(run, said)))
    await ifMay(job, said, 'read', (spoken) => reply(job, spoken, { code: 'rerun' }));
  return drive(job, { run, delivered: DELIVERED, heard: { commentId: said.id, runs } });
}

/** The first attempt of this job has left the comment for the run, and nobody has judged it so far. */
async function isToBeJudged(run: OpenRun, said: Said): Promise<boolean> {
  const id = messageId(said);
  if (run.load().state.messages.has(id)) return false;
  return (await run.mailbox.names()).some((name) => name.startsWith(`${id}-`));
}
