/** Calls of the process become requests: matched with the journal's while it is replayed (P5), new ones otherwise. */
import type { JsonObject } from '../../journal/events.ts';
import { stepId, stepNumber, ulid } from '../../journal/ids.ts';
import type { JournaledRequest } from '../../journal/replay-input.ts';
import type { RequestMessage } from '../protocol.ts';
import {
  type Arguments,
  argumentsOf,
  type Call,
  type CallIdentity,
  type Pending,
  withoutSecrets,
} from './call.ts';
import { callSite } from './call-site.ts';
import { RealDate } from './determinism.ts';
import type { Expected, History } from './history.ts';
import type { Outbox } from './outbox.ts';
import { isPassed } from './passed-sleeps.ts';

/** When a call was made (P3). */
interface Moment {
  replaying: boolean;
  after: number;
  waits: number;
}

interface RequestsWorld {
  processId: string;
  roots: { workspace: string; runDir: string };
  redact(text: string): string;
}

export class Requests {
  /** Asked and not settled, by effect. */
  readonly pending = new Map<string, Pending>();
  /** Requests of the journal that were asked again, in that order. */
  readonly agreed: Expected[] = [];
  /** Calls so far. */
  count = 0;
  private readonly world: RequestsWorld;
  private readonly history: History;
  private readonly outbox: Outbox;
  private nextStep: number;

  constructor(
    world: RequestsWorld,
    history: History,
    outbox: Outbox,
    journaled: readonly JournaledRequest[],
  ) {
    this.world = world;
    this.history = history;
    this.outbox = outbox;
    this.nextStep = journaled.reduce((highest, request) => Math.max(highest, stepNumber(request.stepId)), 0);
  }

  ask(call: Call, moment: Moment): Promise<unknown> {
    let said: Arguments;
    try {
      said = argumentsOf(call, this.world.roots);
    } catch (error) {
      return Promise.reject(error);
    }
    this.count += 1;
    // What the journal holds word for word needs no search for secrets.
    const same = moment.replaying ? this.findAgain(call, said.digest, moment.after) : undefined;
    if (same !== undefined) return this.place(call, said, moment, same);
    const clean = withoutSecrets(call, said, this.world);
    const isOther = clean.call !== call || clean.said !== said;
    const found =
      moment.replaying && isOther ? this.findAgain(clean.call, clean.said.digest, moment.after) : undefined;
    if (found === undefined)
      for (const warning of said.warnings) this.outbox.warn(`${clean.call.taskId}: ${warning}`);
    return this.place(clean.call, clean.said, moment, found);
  }

  giveBackStep(): void {
    this.nextStep -= 1;
  }

  private findAgain(call: Call, digest: string, handed: number): Expected | undefined {
    const found = this.history.find(call.taskId, digest);
    if (found === undefined || call.wakesAt === undefined || found.after <= handed) return found;
    // A later sleep until the same time is not the one that Babysitter passed over here.
    return isPassed(call.wakesAt, this.history.overdue()) ? undefined : found;
  }

  private place(call: Call, said: Arguments, moment: Moment, found: Expected | undefined): Promise<unknown> {
    const identity = this.identify(call.taskId, found);
    const { args, digest } = said;
    const { after, waits } = moment;
    const site = found === undefined ? callSite(this.world.roots.workspace) : (found.site ?? '');
    let def: JsonObject | Promise<JsonObject>;
    try {
      def = call.define(identity);
    } catch (error) {
      return Promise.reject(error);
    }
    if (!(def instanceof Promise) && found !== undefined && def['kind'] !== found.kind) {
      // same task and arguments, another kind: perhaps a later request of the journal is meant, else it is new
      const other = this.history.find(call.taskId, digest, String(def['kind']));
      const clean = withoutSecrets(call, said, this.world);
      return this.place(clean.call, clean.said, moment, other);
    }
    if (found !== undefined) {
      this.history.match(found);
      this.agreed.push(found);
    }
    const entry: Pending = {
      message: undefined,
      journaled: found !== undefined,
      resolve: noop,
      reject: noop,
      receive: call.receive,
      withdrawn: undefined,
      unfollow: undefined,
      wakesAt: call.wakesAt,
    };
    const promise = new Promise((resolve, reject) => {
      entry.resolve = resolve;
      entry.reject = reject;
    });
    this.pending.set(identity.effectId, entry);
    const complete = (made: JsonObject): void => {
      // Known only now that an asynchronous builder has spoken: it is not what the journal has.
      if (found !== undefined && made['kind'] !== found.kind) this.history.unmatch(found);
      const message = (): RequestMessage => ({
        ...identity,
        taskId: call.taskId,
        kind: String(made['kind']),
        ...call.label(made),
        def: made,
        args: found === undefined ? args : this.world.redact(args),
        argsDigest: digest,
        after,
        waits,
        site,
        options: call.options,
        shielded: call.shielded,
        external: made['external'] === true,
        journaled: found !== undefined,
      });
      entry.message = message;
      // A builder may take longer than the replay: then the driver still has to hear of a journaled request.
      const late = this.outbox.isOpen || made['kind'] !== found?.kind;
      if (found === undefined || late) this.outbox.send(message());
      this.outbox.withdraw(identity.effectId, entry);
    };
    if (def instanceof Promise) {
      def.then(complete, (error: unknown) => {
        this.pending.delete(identity.effectId);
        entry.reject(error as Error);
      });
    } else complete(def);
    if (call.signal !== undefined) this.follow(identity.effectId, entry, call.signal);
    return promise;
  }

  private identify(taskId: string, found: Expected | undefined): CallIdentity {
    if (found === undefined) this.nextStep += 1;
    const step = found?.stepId ?? stepId(this.nextStep);
    return {
      effectId: found?.effectId ?? ulid(RealDate.now()),
      stepId: step,
      invocationKey: `${this.world.processId}:${step}:${taskId}`,
    };
  }

  private follow(effectId: string, entry: Pending, signal: AbortSignal): void {
    const withdraw = (): void => {
      if (!this.pending.has(effectId) || entry.withdrawn !== undefined) return;
      const reason: unknown = signal.reason;
      entry.withdrawn =
        reason instanceof Error ? reason.message : String(reason ?? 'withdrawn by its signal');
      this.outbox.withdraw(effectId, entry);
    };
    if (signal.aborted) queueMicrotask(withdraw);
    else {
      signal.addEventListener('abort', withdraw, { once: true });
      entry.unfollow = () => signal.removeEventListener('abort', withdraw);
    }
  }
}

const noop = (): void => {};
