/** Messages of a run: what each one does, to a run that is driven here or to one that nobody drives. */
import type { Actor, NewEvent, SerializedError } from '../journal/events.ts';
import { attemptOf, type EffectState, hasChild, type RunState, statusOf } from '../journal/state.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { Mail, MailRead, Message, OpenRun } from '../stores/contract.ts';
import { answerProblem } from './breakpoint-answer.ts';
import type { Driver } from './drive.ts';
import { defined, Recorder } from './recorder.ts';
import type { Talk } from './talk.ts';

/** What became of a message: what it did, or why it did nothing. */
export interface Receipt {
  messageId: string;
  done: boolean;
  text: string;
}

/** It has been set in motion, and is not recorded yet: the message stays where it is until then. */
export const WORKING = Symbol('working');

const refusal = (message: Message, text: string): Receipt => ({ messageId: message.id, done: false, text });
const done = (message: Message): Receipt => ({ messageId: message.id, done: true, text: doneText(message) });

function doneText(message: Message): string {
  switch (message.kind) {
    case 'wake':
      return 'woke the run';
    case 'signal':
      return `signal ${message.name} was recorded`;
    case 'cancel':
      return message.effectId === undefined
        ? 'the run is being cancelled'
        : `effect ${message.effectId} was cancelled`;
    case 'halt':
      return 'sealed the run';
    case 'result':
      return `effect ${message.effectId} was settled`;
    case 'decide':
      return `comment ${message.commentId} was recorded`;
  }
}

/** M3: a message is for one attempt of the run; and an ended run takes none (M4). */
export function answeredByRun(state: RunState, message: Message): Receipt | undefined {
  if (state.messages.has(message.id)) return done(message);
  if (message.attempt < state.attempt)
    return refusal(message, `was for attempt ${message.attempt}; the run is at attempt ${state.attempt}`);
  if (state.terminal !== undefined && message.kind !== 'wake')
    return refusal(message, `the run is over (${statusOf(state)})`);
  return undefined;
}

/** Acts on a message. `driver`: who drives the run here; undefined: the journal is in our hands, nothing runs. */
export function applyMessage(
  journal: RunJournal,
  driver: Driver | undefined,
  message: Message,
  talk?: Talk,
): Receipt | typeof WORKING {
  const answered = answeredByRun(journal.state, message);
  if (answered !== undefined) return answered;
  const by = defined({ actor: message.actor, messageId: message.id }) as { actor?: Actor; messageId: string };
  switch (message.kind) {
    case 'wake':
      driver?.effects.lookAgain();
      return done(message);
    case 'signal':
      return signal(
        journal,
        driver,
        message.name,
        { type: 'SIGNAL_RECEIVED', data: { name: message.name, value: message.value, ...by } },
        message,
      );
    case 'cancel':
      return message.effectId === undefined
        ? cancelRun(journal, driver, message, by)
        : cancelEffect(journal, driver, message.effectId, message.reason, message, by);
    case 'halt': {
      const end = {
        type: 'sealed',
        finalStatus: message.finalStatus,
        reason: message.reason,
        actor: message.actor,
        messageId: message.id,
        source: message.source,
      } as const;
      driver?.seal(end);
      return WORKING; // without a driver it stays: whoever halts a run that nobody drives seals it by himself
    }
    case 'result':
      return result(journal, driver, message, by, talk);
    case 'decide':
      if (driver === undefined) return WORKING; // for whoever drives it
      return talk === undefined
        ? refusal(message, 'comments decide only where GitHub can be asked about them')
        : talk.decide(message, driver);
  }
}

function signal(
  journal: RunJournal,
  driver: Driver | undefined,
  name: string,
  event: NewEvent,
  message: Message,
): Receipt {
  const recorder = driver?.recorder ?? new Recorder(journal);
  const [written] = journal.append([recorder.clean(event)]);
  if (driver !== undefined) driver.effects.signalled(name);
  else {
    const taker = [...journal.state.pending.values()].find(
      (effect) => effect.request.kind === 'signal' && effect.request.label === name,
    );
    const { value, actor } = event.data as { value: null; actor?: Actor };
    if (taker !== undefined && written !== undefined) {
      recorder.resolved(
        taker,
        { status: 'ok', value },
        { signalSeq: written.seq, actor, messageId: message.id },
      );
    }
  }
  return done(message);
}

function cancelEffect(
  journal: RunJournal,
  driver: Driver | undefined,
  effectId: string,
  reason: string,
  message: Message,
  by: { actor?: Actor; messageId: string },
): Receipt | typeof WORKING {
  const effect = journal.state.effects.get(effectId);
  if (effect === undefined) return refusal(message, `effect ${effectId} was not found`);
  const closed = closedText(effect);
  if (closed !== undefined) return refusal(message, closed);
  // A run of its own has clean-up of its own to do: that takes a driver.
  if (driver === undefined && hasChild(effect)) return WORKING;
  if (driver !== undefined) driver.effects.stop(effectId, { kind: 'cancel', reason, ...by });
  else new Recorder(journal).cancelled(effect, reason, by);
  // What runs is signalled, and settled when it is gone.
  return journal.state.messages.has(message.id) ? done(message) : WORKING;
}

/** Why an effect takes nothing any more; undefined: it does. */
function closedText({ effectId, status, dropped }: EffectState): string | undefined {
  if (status !== 'requested') return `effect ${effectId} is already ${status}`;
  return dropped ? `effect ${effectId} was not asked for again after a retry` : undefined;
}

function cancelRun(
  journal: RunJournal,
  driver: Driver | undefined,
  message: Message & { kind: 'cancel' },
  by: { actor?: Actor; messageId: string },
): Receipt | typeof WORKING {
  // What cleans up is the process: it stays for the next driver.
  driver?.cancelRun(message.reason, by.actor, by.messageId);
  return journal.state.messages.has(message.id) ? done(message) : WORKING;
}

function result(
  journal: RunJournal,
  driver: Driver | undefined,
  message: Message & { kind: 'result' },
  by: { actor?: Actor; messageId: string },
  talk: Talk | undefined,
): Receipt {
  const effect = journal.state.effects.get(message.effectId);
  if (effect === undefined) return refusal(message, `effect ${message.effectId} was not found`);
  const closed = closedText(effect);
  if (closed !== undefined) return refusal(message, closed);
  // Where people can be asked, a message in their stead is none, whoever dropped it.
  if (effect.request.kind === 'breakpoint' && talk !== undefined)
    return refusal(message, `${effect.request.label} is a breakpoint: only a comment or a review decides it`);
  if (message.effectAttempt < attemptOf(effect))
    return refusal(message, `the result is of attempt ${message.effectAttempt}, and a later one was started`);
  const outcome =
    message.outcome.status === 'ok'
      ? message.outcome
      : { status: 'error' as const, error: message.outcome.error as unknown as SerializedError };
  const problem = outcome.status === 'ok' ? answerProblem(journal.runDir, effect, outcome.value) : undefined;
  if (problem !== undefined) return refusal(message, `${effect.request.label} was not decided: ${problem}`);
  if (driver === undefined) new Recorder(journal).resolved(effect, outcome, by);
  else if (!driver.effects.post(message.effectId, outcome, by))
    return refusal(message, `effect ${message.effectId} takes no result now`);
  return done(message);
}

/**
 * Acts on what was read of a mailbox. `names`: to be deleted once the store holds what they did (M2); `working`: set
 * in motion, and not recorded yet.
 */
export function applyMail(
  journal: RunJournal,
  driver: Driver | undefined,
  { mail, duplicates, invalid }: MailRead,
  talk?: Talk,
): { receipts: Receipt[]; names: string[]; working: Mail[] } {
  const receipts: Receipt[] = [];
  const names = [...duplicates, ...invalid.map((i) => i.name)];
  const working: Mail[] = [];
  for (const one of mail) {
    const answer = applyMessage(journal, driver, one.message, talk);
    if (answer === WORKING) {
      working.push(one);
      continue;
    }
    receipts.push(answer);
    names.push(one.name);
  }
  for (const { name, why } of invalid)
    receipts.push({ messageId: name, done: false, text: `is no message: ${why}` });
  return { receipts, names, working };
}

/** Answers whoever has decided too late. @throws when that cannot be done now */
export type LateDecision = (message: Message & { kind: 'decide' }, state: RunState) => Promise<void>;

/**
 * The run is over: what lies in its mailbox is answered and deleted, without the lease (M4). What is for a later
 * attempt stays: somebody has reopened the run since `state`. `troubles`: who could not be answered, and may be later.
 */
export async function answerLateMail(
  run: OpenRun,
  late?: LateDecision,
): Promise<{ receipts: Receipt[]; troubles: string[] }> {
  const { mail, duplicates, invalid } = await run.mailbox.read();
  const receipts: Receipt[] = [];
  const troubles: string[] = [];
  const names = [...duplicates, ...invalid.map((i) => i.name)];
  // Most find nothing: the journal is read for those who do.
  const state = mail.length === 0 ? undefined : run.load().state;
  for (const { name, message } of mail) {
    if (state === undefined || message.attempt > state.attempt) continue;
    try {
      if (message.kind === 'decide' && !state.messages.has(message.id)) await late?.(message, state);
    } catch (error) {
      troubles.push(
        `comment ${message.id} came too late and could not be answered: ${(error as Error).message}`,
      );
      continue;
    }
    receipts.push(answeredByRun(state, message) ?? done(message));
    names.push(name);
  }
  if (names.length > 0) await run.mailbox.delete(names);
  return { receipts, troubles };
}
