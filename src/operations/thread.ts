/**
 * A run's talk with people as its driver knows it: which of our comments stand where, and what the journal says of
 * the breakpoints that they show. What is announced and decided is made from this.
 */
import path from 'node:path';
import type { BreakpointFacts, Closed, Link, Said } from '../comments/facts.ts';
import {
  inForce,
  neededBy,
  type PolicyInForce,
  type PolicyInputs,
  policyOf,
  recordedPolicy,
} from '../decisions/policy.ts';
import type { Vote } from '../decisions/tally.ts';
import type { PeopleAndPostsPort } from '../github/port.ts';
import { isObject } from '../journal/decode.ts';
import { sha256 } from '../journal/digest.ts';
import type { JournalEvent, JsonObject } from '../journal/events.ts';
import { readIfThere } from '../journal/reader.ts';
import type { EffectState, RunState } from '../journal/state.ts';
import { decodeResult } from '../journal/task-files.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { RunOnIssue } from '../stores/contract.ts';
import { type Announced, type OurComments, readComments, writeComments } from './announced.ts';
import { type FilesPlace, optionsOf, shownOf } from './breakpoint-shown.ts';
import { refsOf } from './refs.ts';
import { definitionOf } from './tasks.ts';
import { isBySelf, type Turns, turnsOf, votesFrom } from './votes.ts';

/** What a job brings to the talk of a run. */
export interface TalkOptions {
  port: PeopleAndPostsPort;
  /** The approvers of this job's `with:`. */
  rules: PolicyInputs;
  /** Where the run is reported unless it says otherwise itself; `isPull` undefined: not known. */
  issue: { number: number; isPull: boolean | undefined } | undefined;
  /** Age at which an unanswered breakpoint reminds its approvers, ms; 0: never. */
  remindAfterMs: number;
  /**
   * Runs of any workflow that report on an issue or wait there, read after that comment was written; undefined: the
   * store has no index, and no comment is heard.
   */
  runsOn?: ((issue: number, commentId: string) => Promise<readonly RunOnIssue[]>) | undefined;
  redact(text: string): string;
  place: FilesPlace;
  /** Of this job, and whatever else helps a reader. */
  links: readonly Link[];
  /** ISO time of the last scheduled sweep; null: never seen; undefined, or not given: not known. */
  lastSweep?: () => Promise<string | null | undefined>;
  /** Said in the status comment before anything else. */
  warnings: readonly string[];
}

/** The driver's side. */
export interface TalkSeat {
  runDir: string;
  journal: Pick<RunJournal, 'state' | 'append'>;
  events(): Iterable<JournalEvent>;
  /** Resolves when the store holds everything journaled before this call. */
  saved(): Promise<void>;
  /** The store holds every event. */
  isSaved(): boolean;
  /** Something was written that the next save takes along. */
  soon(): void;
  now(): number;
  /** Calls `fn` once after `ms`; the answer calls it off. */
  after(ms: number, fn: () => void): () => void;
  /** Nothing that the run depends on failed. */
  warn(message: string): void;
  /** The commit of the last save in this repository; undefined: the store has none there. */
  commit?(): string | undefined;
}

export class Thread {
  readonly options: TalkOptions;
  readonly seat: TalkSeat;
  /** Seq of the last event before this driver: what was asked later cannot have been announced before. */
  readonly since: number;
  /** An issue of the run's own was asked for; whether it was made may not be known. */
  hasTriedIssue = false;
  /** Head of the pull request, as GitHub said in this session. */
  headNow: string | undefined;
  #comments: OurComments;
  #refs: { of: number; refs: Map<string, string> } | undefined;
  #turns: { of: number; turns: Turns } | undefined;
  readonly #definitions = new Map<string, JsonObject>();

  constructor(options: TalkOptions, seat: TalkSeat) {
    this.options = options;
    this.seat = seat;
    this.since = seat.journal.state.head.seq;
    this.#comments = readComments(seat.runDir);
  }

  get state(): RunState {
    return this.seat.journal.state;
  }

  /** The issue that the run was started for, else the one of this job; undefined: it has none. */
  get home(): TalkOptions['issue'] {
    const { origin } = this.state.created ?? {};
    const { issue } = this.options;
    const number = origin?.issue;
    if (typeof number !== 'number' || number === issue?.number) return issue;
    return { number, isPull: String(origin?.event).startsWith('pull_request') ? true : undefined };
  }

  get comments(): OurComments {
    return this.#comments;
  }

  /** Notes what has become of our comments; the next save takes it along. */
  note(change: Partial<OurComments>): void {
    this.#comments = { ...this.#comments, ...change };
    writeComments(this.seat.journal, this.#comments);
    this.seat.soon();
  }

  /** Known from now on, and not noted: an ended run takes no note. */
  found(effectId: string, announced: Announced): void {
    const { breakpoints } = this.#comments;
    this.#comments = { ...this.#comments, breakpoints: { ...breakpoints, [effectId]: announced } };
  }

  noteBreakpoint(effectId: string, change: Partial<Announced>): Announced {
    const { breakpoints } = this.#comments;
    const announced = { ...breakpoints[effectId], ...change } as Announced;
    this.note({ breakpoints: { ...breakpoints, [effectId]: announced } });
    return announced;
  }

  refOf(effectId: string): string {
    const { lastStep } = this.state;
    if (this.#refs?.of !== lastStep || !this.#refs.refs.has(effectId))
      this.#refs = { of: lastStep, refs: refsOf(this.state) };
    return this.#refs.refs.get(effectId) ?? '';
  }

  /** What the replayed process has just asked (protocol E1). */
  define(effectId: string, def: JsonObject): void {
    this.#definitions.set(effectId, def);
  }

  /** Where it was not asked here, what was recorded of it is: good for showing how it ended. */
  definitionOf(effect: EffectState): JsonObject {
    const { effectId, request } = effect;
    return this.#definitions.get(effectId) ?? definitionOf(this.seat.runDir, request.taskDefRef);
  }

  /** As people know it: a breakpoint's own title, a task's label. */
  titleOf(effect: EffectState): string {
    const { redact } = this.options;
    const { kind, label, taskId } = effect.request;
    return kind === 'breakpoint'
      ? shownOf(this.definitionOf(effect), [], redact).title
      : redact(label === '' ? taskId : label);
  }

  policyOf(effect: EffectState): PolicyInForce {
    const recorded = recordedPolicy(effect.request.policy);
    const options = recorded === undefined ? optionsOf(this.definitionOf(effect)) : {};
    return inForce(recorded, policyOf(this.options.rules, options));
  }

  /** What retries and upgrades have changed so far. */
  turns(): Turns {
    const { seq } = this.state.head;
    if (this.#turns?.of !== seq) this.#turns = { of: seq, turns: turnsOf(this.state, this.seat.events()) };
    return this.#turns.turns;
  }

  /** Counted decisions that stand, oldest first; of a breakpoint that is closed all that closed it. */
  votesOf(effect: EffectState): Vote[] {
    const decisions = this.state.decisions.get(effect.effectId) ?? [];
    if (effect.status !== 'requested') return votesFrom(decisions);
    const turns = this.turns();
    const votes = votesFrom(decisions.filter(({ seq }) => seq > turns.seq));
    return this.policyOf(effect).allowSelf ? votes : votes.filter((vote) => !isBySelf(turns, vote));
  }

  /** What its comment shows. */
  factsOf(effect: EffectState, announced: Announced): BreakpointFacts {
    const { effectId, request } = effect;
    const { redact, links } = this.options;
    const policy = this.policyOf(effect);
    const { head } = announced;
    const votes = this.votesOf(effect).filter(
      (vote) => !policy.requireHead || head === undefined || vote.head === head.sha,
    );
    const { status } = this.#comments;
    return {
      runId: this.state.runId,
      effectId,
      ref: this.refOf(effectId),
      shown: shownOf(this.definitionOf(effect), announced.files, redact),
      policy: {
        approvers: policy.approvers,
        strategy: policy.strategy,
        needed: neededBy(policy, announced.named),
        allowSelf: policy.allowSelf,
        self: this.turns().selves.map(({ login }) => login),
        ...(head === undefined ? {} : { head: { ...head, required: policy.requireHead } }),
      },
      said: votes.map((vote) => saidOf(vote, redact)),
      ...(request.deadline === undefined ? {} : { deadline: request.deadline }),
      digest: announced.digest,
      nonce: announced.nonce,
      links: [...links, ...(status?.url === undefined ? [] : [{ text: 'status', url: status.url }])],
    };
  }

  /** Of what is to be decided: the question, its context, its options, and who decides. */
  digestOf(effect: EffectState, files: Announced['files']): string {
    const shown = shownOf(this.definitionOf(effect), files, this.options.redact);
    return sha256(JSON.stringify([shown, effect.request.policy ?? null])).slice(0, 32);
  }

  /** undefined: it is open. */
  closedOf(effect: EffectState): Closed | undefined {
    const { settlement, status, dropped } = effect;
    const { terminal } = this.state;
    if (dropped)
      return { how: 'withdrawn', at: terminal?.at ?? '', reason: 'the run was retried and no longer asks' };
    if (settlement === undefined || status === 'requested')
      return terminal === undefined ? undefined : ofEnd(terminal, terminal.at);
    const { at, reason = '', withdrawn } = settlement;
    if (settlement.timedOut === true) return { how: 'timed-out', at };
    if (withdrawn === true && terminal !== undefined) return ofEnd(terminal, at);
    if (status === 'cancelled') return { how: withdrawn === true ? 'withdrawn' : 'cancelled', at, reason };
    if (status === 'resolved_error')
      return { how: 'withdrawn', at, reason: settlement.error?.message ?? 'it could not be asked' };
    const value = this.#valueOf(effect);
    if (value.timedOut === true) return { how: 'timed-out', at };
    return { how: value.approved === true ? 'approved' : 'rejected', at };
  }

  #valueOf({ effectId, settlement }: EffectState): JsonObject {
    const ref = settlement?.resultRef ?? `tasks/${effectId}/result.json`;
    const text = readIfThere(path.join(this.seat.runDir, ref));
    const result = text === undefined ? undefined : decodeResult(text);
    return result?.status === 'ok' && 'value' in result && isObject(result.value) ? result.value : {};
  }
}

function saidOf(vote: Vote, redact: (text: string) => string): Said {
  const { decision, login, at, url, text, option, permission } = vote;
  return {
    decision,
    login,
    at,
    permission,
    ...(url === '' ? {} : { url }),
    ...(text === '' ? {} : { text: redact(text) }),
    ...(option === undefined ? {} : { option }),
  };
}

/** The run ended before anybody had decided. */
function ofEnd(terminal: NonNullable<RunState['terminal']>, at: string): Closed {
  const { sealed, status, reason } = terminal;
  if (sealed || status === 'halted') return { how: 'halted', at, reason: reason ?? 'the run was halted' };
  return { how: 'withdrawn', at, reason: `the run has ended (${status})` };
}
