/** A driver's talk with people: what the process asks is announced, what they say is heard, and how it ended is told. */

import { readMarker } from '../comments/markers.ts';
import { replyComment } from '../comments/replies.ts';
import { statusComment } from '../comments/status.ts';
import { policyOf, recordOf } from '../decisions/policy.ts';
import { LonghaulError } from '../errors.ts';
import type { Effect } from '../executors/contract.ts';
import { GitHubRefusal } from '../github/port.ts';
import type { RunStatus, SerializedError } from '../journal/events.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import type { IndexNote, Mail } from '../stores/contract.ts';
import { announce, close, commentOnce, edit, remind, remindAt, restore, show, whereOf } from './announce.ts';
import { optionsOf } from './breakpoint-shown.ts';
import {
  type Aftermath,
  announcedOf,
  ask,
  type DecideMessage,
  decide,
  type Facts,
  outdated,
} from './decide.ts';
import type { Driver } from './drive.ts';
import { showMoved } from './head.ts';
import { findLost } from './lost-comments.ts';
import type { Receipt } from './mail.ts';
import { statusFacts } from './status-facts.ts';
import { type TalkOptions, type TalkSeat, Thread } from './thread.ts';

export type { TalkOptions, TalkSeat } from './thread.ts';

/** By which rules a breakpoint is decided that opens now. */
export function rulesOf({ rules }: TalkOptions) {
  return (request: RequestMessage) => {
    try {
      return { policy: recordOf(policyOf(rules, optionsOf(request.def))) };
    } catch (error) {
      const { name, message } = error as Error;
      return { error: { name, message } satisfies SerializedError };
    }
  };
}

/** How often the status comment is brought up to date while a run is driven, at most. */
const MIDWAY_MS = 60_000;

export class Talk {
  /** What could not be said or heard; the job that they happen in fails, and the next one tries again. */
  readonly troubles: string[] = [];
  readonly #thread: Thread;
  /** What GitHub said of comments, by message id. */
  readonly #facts = new Map<string, Facts>();
  readonly #aftermath: Aftermath[] = [];
  /** One thing at a time: GitHub asks for that, and so do our notes. */
  #turn: Promise<void> = Promise.resolve();
  #isBehind = false;
  /** Seq of the last event that the status comment tells of. */
  #told = 0;
  #later: () => void = () => {};

  constructor(options: TalkOptions, seat: TalkSeat) {
    this.#thread = new Thread(options, seat);
  }

  /** From now on, while the drive takes its time, people see how far it is. */
  open(): void {
    const { seat } = this.#thread;
    this.#later = seat.after(MIDWAY_MS, () => {
      this.open();
      const { state, comments } = this.#thread;
      if (comments.status?.commentId === undefined || this.#told === state.head.seq) return;
      void this.#next('what has happened could not be told', async () => {
        const { seq } = state.head;
        if (!seat.isSaved()) await seat.saved();
        await this.#closeAll();
        await this.#status('running', seq);
      });
    });
  }

  /** Nothing is told by itself any more. */
  close(): void {
    this.#later();
  }

  /** Resolves when nothing that was begun is under way any more. */
  quiet(): Promise<void> {
    return this.#turn;
  }

  /** Announces a breakpoint, or reminds of it. Never answers: a comment does, in its time. */
  readonly ask = (effect: Effect): Promise<undefined> => {
    const thread = this.#thread;
    thread.define(effect.effectId, effect.def);
    return this.#next(`the breakpoint ${effect.label} could not be announced`, async () => {
      const { effects } = thread.state;
      const state = effects.get(effect.effectId);
      if (state === undefined || state.status !== 'requested') return;
      await announce(thread, state);
      await remind(thread, state);
    });
  };

  /**
   * Asks GitHub about the comments that these messages name. Gives back the messages whose comments it could not be
   * asked about: they stay in the mailbox (M5).
   */
  async look(mail: readonly Mail[]): Promise<Mail[]> {
    const unanswered: Mail[] = [];
    // A comment that an earlier driver made and did not note is found before it is decided about.
    await this.#turn;
    for (const one of mail) {
      const { message } = one;
      if (message.kind !== 'decide') continue;
      try {
        const facts = await ask(this.#thread, message);
        this.#facts.set(message.id, facts);
        this.#aftermath.push(...outdated(this.#thread, message, facts));
      } catch (error) {
        unanswered.push(one);
        this.#trouble(`comment ${message.commentId} could not be judged and stays in the mailbox`, error);
      }
    }
    return unanswered;
  }

  decide(message: DecideMessage, driver: Driver): Receipt {
    const facts = this.#facts.get(message.id);
    if (facts === undefined) return { messageId: message.id, done: false, text: 'the comment was not read' };
    const { done, text, aftermath } = decide(this.#thread, driver, message, facts);
    this.#aftermath.push(...aftermath);
    return { messageId: message.id, done, text };
  }

  /** Says what came of the decisions that the store holds by now; what cannot be said keeps nothing else back. */
  async tell(): Promise<void> {
    const all = this.#aftermath.splice(0);
    await Promise.all(all.map((one) => this.#next('an answer could not be given', () => this.#tell(one))));
  }

  async #tell(one: Aftermath): Promise<void> {
    const thread = this.#thread;
    const { port } = thread.options;
    if (one.kind === 'reply') {
      await port.createComment(one.issue, replyComment(one.reply, { to: one.to, run: thread.state.runId }));
    } else if (one.kind === 'stranger') {
      const { id, nodeId, url } = one.post;
      await (url.includes('#issuecomment-')
        ? port.react(id, 'confused')
        : port.reactToNode(nodeId, 'confused'));
    } else {
      const effect = thread.state.effects.get(one.effectId);
      if (effect?.status !== 'requested') await this.#closeAll();
      else if (one.kind === 'restore') await restore(thread, effect);
      else await show(thread, effect, one.head);
    }
  }

  /** What the index of runs says of the talk. */
  index(): IndexNote {
    const thread = this.#thread;
    const { comments, state, home } = thread;
    const issue = comments.issue?.number ?? home?.number;
    const waiting = [...state.pending.values()].filter(({ request }) => request.kind === 'breakpoint');
    const reminders = waiting
      .map(({ effectId }) => remindAt(thread, effectId))
      .filter((at) => at !== undefined);
    const [first] = reminders.sort((a, b) => a - b);
    const lookAt = this.#isBehind ? thread.seat.now() : first;
    return {
      ...(issue === undefined ? {} : { issue }),
      waitingOn: waiting.flatMap(({ effectId }) => {
        const there = comments.breakpoints[effectId]?.issue ?? issue;
        return there === undefined ? [] : [{ issue: there, ref: thread.refOf(effectId) }];
      }),
      lookAt: lookAt === undefined ? '' : new Date(lookAt).toISOString(),
    };
  }

  /**
   * Before the last save of a run that goes on later: what has ended is told, a push that voids, and a status comment is
   * begun where there is none. What is noted of them belongs into that save.
   */
  pause(status: RunStatus): Promise<undefined> {
    return this.#next('what has happened could not be told', async () => {
      const { comments, home, seat, state } = this.#thread;
      const { seq } = state.head;
      const hasPlace = comments.issue !== undefined || home !== undefined;
      const isNew = hasPlace && comments.status?.commentId === undefined;
      await showMoved(this.#thread);
      if (!isNew && this.#toClose().length === 0) return;
      if (!seat.isSaved()) await seat.saved();
      await this.#closeAll();
      if (isNew) await this.#status(status, seq);
    });
  }

  /** After the last save: the store holds what is told. */
  end(status: RunStatus): Promise<undefined> {
    return this.#next('how the run stands could not be told', async () => {
      const { comments, state } = this.#thread;
      if (state.terminal?.sealed === true) await findLost(this.#thread);
      if (state.terminal !== undefined) await this.#closeAll();
      if (comments.status?.commentId !== undefined && this.#told !== state.head.seq)
        await this.#status(status, state.head.seq);
    });
  }

  #toClose() {
    const thread = this.#thread;
    return announcedOf(thread).filter(
      ({ effect, announced }) => announced.closed !== true && thread.closedOf(effect) !== undefined,
    );
  }

  async #closeAll(): Promise<void> {
    const thread = this.#thread;
    for (const { effect } of this.#toClose()) {
      await close(thread, effect);
      if (thread.state.terminal === undefined) thread.noteBreakpoint(effect.effectId, { closed: true });
    }
  }

  /**
   * A view, nothing more: where it cannot be shown (no permission, say), the run goes on.
   * `seq`: of an event that the store holds. Later jobs take a run with less for one that was moved back (T3).
   */
  async #status(status: RunStatus, seq: number): Promise<void> {
    try {
      await this.#showStatus(status, seq);
    } catch (error) {
      this.#thread.seat.warn(`The status comment could not be written: ${textOf(error)}`);
    }
  }

  async #showStatus(status: RunStatus, seq: number): Promise<void> {
    const thread = this.#thread;
    const { seat, state } = thread;
    this.#told = seq;
    const { number } = await whereOf(thread);
    const { status: before } = thread.comments;
    if (before === undefined) {
      thread.note({ status: {} });
      await seat.saved();
    }
    const lastSweep = await thread.options.lastSweep?.().catch(() => undefined);
    const body = statusComment({ ...statusFacts(thread, status, lastSweep), seq });
    if (before?.commentId !== undefined) {
      await edit(thread, { commentId: before.commentId }, body);
      return;
    }
    // Where the note of it is lost, an earlier job may have made it.
    const place = { isOld: before !== undefined || thread.since > 1, since: state.createdAt };
    const { id: commentId, url } = await commentOnce(thread, number, body, place, (text) => {
      const marker = readMarker(text);
      return marker?.kind === 'status' && marker.run === state.runId;
    });
    thread.note({ status: { commentId, url } });
  }

  #next(what: string, work: () => Promise<void>): Promise<undefined> {
    const done = this.#turn.then(work).catch((error: unknown) => this.#trouble(what, error));
    this.#turn = done;
    return done.then(() => undefined);
  }

  #trouble(what: string, error: unknown): void {
    this.#isBehind = true;
    this.troubles.push(`${what}: ${textOf(error)}`);
  }
}

function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof LonghaulError && error.hint !== '') return `${text}. ${error.hint}`;
  const needs = error instanceof GitHubRefusal && [403, 404].includes(error.status) ? error.needs : undefined;
  return needs === undefined ? text : `${text} (the job needs the permission ${needs})`;
}
