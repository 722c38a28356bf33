/** Answers the pending effects of a driven run, in any order, as people and other machines would. */

import type { RunState } from '../../../src/journal/state.ts';
import type { Driver } from '../../../src/operations/drive.ts';
import type { RequestMessage } from '../../../src/runtime/protocol.ts';
import { type Answer, answerTo, type Profile } from './answers.ts';
import type { Hints } from './hints.ts';
import { canonical, requestKey } from './observation.ts';

export interface AnsweringOptions {
  profile: Profile;
  hints: Hints;
  random: () => number;
  /** Answers in one session; then the run waits and a later session carries on. */
  perSession: () => number;
  /** Answers in all: what asks for more never ends. */
  limit: number;
}

/** Outlives the sessions of one run. */
export class Answering {
  /** What was posted, by effect. */
  readonly given = new Map<string, Answer>();
  private readonly keys = new Map<string, { key: string; occurrence: number }>();
  private readonly seen = new Map<string, number>();
  private readonly options: AnsweringOptions;
  private left = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(options: AnsweringOptions) {
    this.options = options;
  }

  get exhausted(): boolean {
    return this.given.size >= this.options.limit;
  }

  /** Call once the replay has agreed. Keeps the drive open until this session's answers are given. */
  begin(driver: Driver, state: RunState): void {
    this.left = Math.min(this.options.perSession(), this.options.limit - this.given.size);
    const go = driver.hold();
    let empty = 0;
    const step = (): void => {
      const open = [...state.pending.keys()].filter((id) => driver.effects.requestOf(id) !== undefined);
      for (const id of state.effects.keys()) this.identify(id, driver.effects.requestOf(id));
      const chosen = open[Math.floor(this.options.random() * open.length)];
      empty = chosen === undefined ? empty + 1 : 0;
      // With nothing pending for a while the process has ended, or waits for something of its own.
      if (this.left <= 0 || empty > 40) {
        go();
        return;
      }
      if (chosen !== undefined) this.answer(driver, chosen);
      this.timer = setTimeout(step, chosen === undefined ? 2 : Math.floor(this.options.random() * 3));
    };
    this.timer = setTimeout(step, 1);
  }

  end(): void {
    clearTimeout(this.timer);
  }

  identityOf(effectId: string): { key: string; occurrence: number } | undefined {
    return this.keys.get(effectId);
  }

  private identify(effectId: string, request: RequestMessage | undefined): void {
    if (request === undefined || this.keys.has(effectId)) return;
    const key = requestKey(request.kind, request.taskId, canonical(JSON.parse(request.args)));
    const occurrence = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, occurrence);
    this.keys.set(effectId, { key, occurrence });
  }

  private answer(driver: Driver, effectId: string): void {
    const request = driver.effects.requestOf(effectId);
    const identity = this.keys.get(effectId);
    if (request === undefined || identity === undefined) return;
    const { kind, taskId, label, def } = request;
    const question = { kind, taskId, label, def, args: identity.key, occurrence: identity.occurrence };
    const answer = answerTo(question, this.options.profile, this.options.hints);
    if (!driver.effects.post(effectId, answer, {})) return;
    this.given.set(effectId, answer);
    this.left -= 1;
  }
}
