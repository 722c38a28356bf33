/**
 * Which run a comment means, by the index alone: of all runs on its issue, whichever workflow they belong to and
 * whether or not they have ended (contract §3).
 */
import type { Command } from '../comments/command.ts';
import type { Reply } from '../comments/replies.ts';
import { isDecision } from '../decisions/judge.ts';
import type { RunOnIssue } from '../stores/contract.ts';
import { isOpen } from './said.ts';

/** `by`: the run whose workflow answers, so that one of several does. */
export type Meant = { run: RunOnIssue; reason: string } | { answer: Reply; by: RunOnIssue };

/** undefined: no run reports there. What `/cancel` names, the index does not know. */
export function meant(
  command: Exclude<Command, { verb: 'cancel' }>,
  runs: readonly RunOnIssue[],
): Meant | undefined {
  if (isDecision(command)) return command.ref === undefined ? whoWaits(runs) : whoHas(runs, command.ref);
  if (command.verb === 'help') return answerOf({ code: 'help' }, runs);
  const { verb, word = '', text } = command;
  const named = runs.find(({ runId }) => runId === word);
  if (named !== undefined) return { run: named, reason: text.slice(word.length).trim() };
  const [only, ...others] = runs;
  if (only === undefined) return undefined;
  if (others.length === 0) return { run: only, reason: text };
  return answerOf({ code: 'which-run', verb, runs: runs.map(({ runId }) => runId) }, runs);
}

/** The first of the runs that are still open, else of all. */
export function speakerOf(runs: readonly RunOnIssue[]): RunOnIssue | undefined {
  return [...openElseAll(runs)].sort((a, b) => (a.runId < b.runId ? -1 : 1))[0];
}

function answerOf(answer: Reply, runs: readonly RunOnIssue[]): Meant | undefined {
  const by = speakerOf(runs);
  return by && { answer, by };
}

/** Without a reference: the run that waits here, when there is one. */
function whoWaits(runs: readonly RunOnIssue[]): Meant | undefined {
  const waiting = runs.filter(({ refs }) => refs.length > 0);
  if (waiting.length > 1) return answerOf({ code: 'which-breakpoint', open: openRefs(waiting) }, waiting);
  // None is open by now: the one run that reports here knows whether one was when the comment was written.
  const [run, ...others] = waiting.length === 1 ? waiting : openElseAll(runs);
  return run !== undefined && others.length === 0
    ? { run, reason: '' }
    : answerOf({ code: 'no-breakpoint' }, runs);
}

function whoHas(runs: readonly RunOnIssue[], ref: string): Meant | undefined {
  const has = runs.find(({ refs }) => refs.includes(ref));
  if (has !== undefined) return { run: has, reason: '' };
  const [only, ...others] = openElseAll(runs);
  if (only !== undefined && others.length === 0) return { run: only, reason: '' };
  return answerOf({ code: 'unknown-ref', ref, open: openRefs(runs) }, runs);
}

function openElseAll(runs: readonly RunOnIssue[]): readonly RunOnIssue[] {
  const open = runs.filter(isOpen);
  return open.length > 0 ? open : runs;
}

/** An open run on the issue, and what it has asked for. */
export interface RunEffects {
  run: RunOnIssue;
  effects: readonly { effectId: string; ref: string; isPending: boolean }[];
}

/** What `/cancel` names, by effect id or reference; `other`: what to answer where no single run has it pending. */
export function meantToCancel(
  word: string,
  all: readonly RunEffects[],
): { run: RunOnIssue; effectId: string; isPending: boolean } | { other: Reply } {
  const having = all.flatMap(({ run, effects }) =>
    effects
      .filter(({ effectId, ref }) => word === effectId || word === ref)
      .map((effect) => ({ run, ...effect })),
  );
  const pending = having.filter(({ isPending }) => isPending);
  const [only, ...others] = pending.length > 0 ? pending : having;
  if (only === undefined)
    return { other: { code: 'unknown-ref', ref: word, open: openRefs(all.map(({ run }) => run)) } };
  if (others.length === 0) return only;
  const open = [only, ...others].map(({ ref, effectId, run }) => ({
    ref,
    title: `${effectId} of run ${run.runId}`,
  }));
  return { other: { code: 'which-effect', effect: word, open } };
}

export const openRefs = (runs: readonly RunOnIssue[]) =>
  runs.flatMap(({ refs, runId }) => refs.map((ref) => ({ ref, title: `run ${runId}` })));
