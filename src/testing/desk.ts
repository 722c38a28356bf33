/** Brings the effects of a driven run to the test's answers, and time forward when nothing else is left. */
import type { Effect, Outcome } from '../executors/contract.ts';
import { isRetryable, parseRetryPolicy } from '../executors/retry.ts';
import type { Json } from '../journal/events.ts';
import type { Driver } from '../operations/drive.ts';
import type { StandIn } from '../operations/world.ts';
import type { RequestMessage } from '../runtime/protocol.ts';
import { answer, type Respond, type TestEffect } from './answers.ts';
import type { TestClock } from './clock.ts';

export class Desk {
  readonly #respond: Respond | undefined;
  readonly #clock: TestClock;
  readonly #over: AbortController;
  #driver: Driver | undefined;
  /** Answers that have not come yet. */
  #asking = 0;

  /** `over` is aborted when nothing moves the run on any more. */
  constructor(respond: Respond | undefined, clock: TestClock, over: AbortController) {
    this.#respond = respond;
    this.#clock = clock;
    this.#over = over;
    clock.onIdle(() => this.#idle());
  }

  begin(driver: Driver): void {
    this.#driver = driver;
  }

  /** For what no performer does. A failed answer is followed at once by as many attempts as the call allows. */
  async standIn(request: RequestMessage): Promise<StandIn | undefined> {
    const policy = parseRetryPolicy(request.options['retry'] ?? request.def['retry']);
    for (let attempt = 1; ; attempt += 1) {
      const said = await this.#ask({ ...request, args: JSON.parse(request.args) as Json, attempt });
      if (said?.status !== 'error' || !isRetryable(policy, said.error)) return said;
      if (attempt >= policy.attempts) return said;
    }
  }

  /** For what a driver carries out. */
  async perform(effect: Effect, signal: AbortSignal): Promise<Outcome> {
    const said = await Promise.race([this.#ask(effect), aborted(signal)]);
    if (said === 'aborted') return { status: 'stopped', exit: null };
    if (said === undefined) return { status: 'ok', value: null };
    if (said.status === 'ok' || said.status === 'error') return said;
    if (said.status === 'cancelled')
      this.#driver?.effects.stop(effect.effectId, { kind: 'cancel', reason: said.reason });
    else this.#lookAgain();
    await aborted(signal);
    return { status: 'stopped', exit: null };
  }

  async #ask(effect: TestEffect): Promise<StandIn | undefined> {
    this.#asking += 1;
    try {
      return await answer(this.#respond, effect);
    } finally {
      this.#asking -= 1;
    }
  }

  /** An effect that stays pending may have been the last thing that the clock waited for. */
  #lookAgain(): void {
    this.#driver?.hold()();
  }

  #idle(): void {
    if (this.#asking > 0 || this.#over.signal.aborted) return;
    if (this.#clock.jump()) this.#lookAgain();
    else this.#over.abort();
  }
}

function aborted(signal: AbortSignal): Promise<'aborted'> {
  if (signal.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}
