/**
 * From a GitHub event to what is to be done. Pure: event name, payload and inputs in, an intent out. Whatever an
 * event carries is data; what this file does not know is ignored, politely.
 */
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { Command, InputName } from './contract.ts';
import { INPUTS } from './contract.ts';

export type Intent =
  | { type: 'start'; issue: number | undefined }
  | { type: 'resume'; runId: string }
  | { type: 'start-or-resume'; runId: string; issue: number | undefined }
  | {
      type: 'command';
      command: Exclude<Command, 'auto' | 'start' | 'resume' | 'sweep' | 'check'>;
      runId: string;
    }
  /** `text`, `at`: what the event says that it says, and since when; good for nothing but finding out whether to look. */
  | { type: 'comment'; commentId: number; issue: number; text: string; at: string }
  | { type: 'review'; reviewId: number; nodeId: string; pullRequest: number; text: string; at: string }
  | { type: 'sweep' }
  | { type: 'check' }
  | { type: 'ignore'; why: string };

const id = z.number().int().positive();
const time = z.string().nullish();
const issueComment = z.object({
  action: z.string(),
  comment: z.object({ id, body: z.string().nullish(), created_at: time }),
  issue: z.object({ number: id }),
});
const review = z.object({
  action: z.string(),
  review: z.object({ id, node_id: z.string(), body: z.string().nullish(), submitted_at: time }),
  pull_request: z.object({ number: id }),
});
const subject = z.object({
  issue: z.object({ number: id, pull_request: z.unknown().optional() }).optional(),
  pull_request: z.object({ number: id }).optional(),
});
const dispatch = z.object({ inputs: z.record(z.string(), z.unknown()).nullish() });
const pullRequest = z.object({
  pull_request: z.object({ head: z.object({ repo: z.object({ full_name: z.string() }).nullish() }) }),
  repository: z.object({ full_name: z.string() }),
});

/**
 * The texts that a workflow_dispatch event gives, of those inputs that may come from one. Numbers and booleans are
 * their text; anything else, and empty text, counts as not given.
 */
export function dispatchInputs(eventName: string, payload: unknown): Partial<Record<InputName, string>> {
  const found: Partial<Record<InputName, string>> = {};
  if (eventName !== 'workflow_dispatch') return found;
  const inputs = dispatch.safeParse(payload).data?.inputs ?? {};
  for (const [name, spec] of Object.entries(INPUTS)) {
    if (!('fromDispatch' in spec)) continue;
    const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const text =
      typeof value === 'string'
        ? value
        : typeof value === 'number' || typeof value === 'boolean'
          ? String(value)
          : '';
    if (text.trim() !== '') found[name as InputName] = text;
  }
  return found;
}

/**
 * False for a step that is written to bring a message to one effect of one run (a job of a matrix, its result), where
 * the dispatch that started the workflow is about something else: it is meant for another step.
 */
export function isForThisStep(
  dispatched: Partial<Record<InputName, string>>,
  ofStep: (name: InputName) => string,
): boolean {
  if (ofStep('run-id') === '' || ofStep('effect-id') === '') return true;
  const names = ['command', 'run-id', 'effect-id'] as const;
  return names.every((name) => {
    const [said, own] = [dispatched[name]?.trim(), ofStep(name)];
    return said === undefined || own === '' || said === own;
  });
}

/** True for a pull request from a fork, or from a repository that is gone: its token can write nothing. */
export function isForkEvent(payload: unknown): boolean {
  const { data } = pullRequest.safeParse(payload);
  return data !== undefined && data.pull_request.head.repo?.full_name !== data.repository.full_name;
}

export interface IntentInputs {
  command: Command;
  runId: string;
  /** True when the event itself (a dispatch) names the run, rather than the workflow file. */
  runIdFromEvent: boolean;
  issue: string;
  hasProcess: boolean;
}

/** @throws UsageError for a command that does not say which run it is for */
export function intentOf(eventName: string, payload: unknown, inputs: IntentInputs): Intent {
  const { command, runId } = inputs;
  const issue = issueNumber(inputs.issue, payload);
  if (command === 'sweep' || command === 'check') return { type: command };
  if (command === 'start') return { type: 'start', issue };
  if (command !== 'auto') {
    if (runId === '')
      throw new UsageError(`\`${command}\` needs a \`run-id\``, {
        hint: 'Name the run in the inputs of the dispatch.',
      });
    return command === 'resume' ? { type: 'resume', runId } : { type: 'command', command, runId };
  }
  if (eventName === 'issue_comment') return commentIntent(payload);
  if (eventName === 'pull_request_review') return reviewIntent(payload);
  if (eventName === 'schedule') return { type: 'sweep' };
  if (runId !== '')
    return inputs.runIdFromEvent ? { type: 'resume', runId } : { type: 'start-or-resume', runId, issue };
  if (!inputs.hasProcess)
    return ignore('there is neither a `process` nor a `question` to start, and no `run-id` to carry on');
  return { type: 'start', issue };
}

function commentIntent(payload: unknown): Intent {
  const { data } = issueComment.safeParse(payload);
  if (data === undefined) return ignore('the event carries no comment');
  // An edit or a deletion of a comment decides nothing, whoever made it.
  if (data.action !== 'created') return ignore(`a comment was ${data.action}; only new comments count`);
  const { comment, issue } = data;
  const { body, created_at: at } = comment;
  return { type: 'comment', commentId: comment.id, issue: issue.number, text: body ?? '', at: at ?? '' };
}

function reviewIntent(payload: unknown): Intent {
  const { data } = review.safeParse(payload);
  if (data === undefined) return ignore('the event carries no review');
  if (data.action !== 'submitted') return ignore(`a review was ${data.action}; only submitted ones count`);
  // A fork's token may not write: the review could be heard, and nothing done about it.
  if (isForkEvent(payload))
    return ignore('reviews of pull requests from forks are not heard; comment on the pull request instead');
  const { id: reviewId, node_id: nodeId, body, submitted_at: at } = data.review;
  const { number: pullRequest } = data.pull_request;
  return { type: 'review', reviewId, nodeId, pullRequest, text: body ?? '', at: at ?? '' };
}

/** Whether the issue of the event is a pull request; undefined: the event has none. */
export function isPullEvent(payload: unknown): boolean | undefined {
  const { data } = subject.safeParse(payload);
  if (data?.pull_request !== undefined) return true;
  return data?.issue === undefined ? undefined : (data.issue.pull_request ?? null) !== null;
}

export function issueNumber(said: string, payload: unknown): number | undefined {
  if (/^#?[1-9]\d{0,9}$/.test(said.trim())) return Number(said.trim().replace('#', ''));
  const { data } = subject.safeParse(payload);
  return data?.issue?.number ?? data?.pull_request?.number;
}

const ignore = (why: string): Intent => ({ type: 'ignore', why });
