/** In-process steps (ctx.run): the driver says when one starts; its result goes back as JSON text. */
import { toJson } from '../../journal/json.ts';
import type { Schema, StepContext } from '../../types.ts';
import type { FromWorker, SettlementOutcome } from '../protocol.ts';
import { insideStep } from './determinism.ts';
import { EffectCancelledError, serializeError } from './errors.ts';
import { checkSchema } from './schema.ts';

export interface StepBody {
  name: string;
  fn(step: StepContext): unknown;
  schema: Schema | undefined;
}

export class Steps {
  private readonly bodies = new Map<string, StepBody>();
  private readonly running = new Map<string, { attempt: number; name: string; abort: AbortController }>();
  private readonly post: (message: FromWorker) => void;

  constructor(post: (message: FromWorker) => void) {
    this.post = post;
  }

  register(effectId: string, body: StepBody): void {
    this.bodies.set(effectId, body);
  }

  forget(effectId: string): void {
    this.bodies.delete(effectId);
  }

  get count(): number {
    return this.running.size;
  }

  names(): string[] {
    return [...this.running.values()].map((step) => step.name);
  }

  start(effectId: string, attempt: number, idempotencyKey: string): void {
    const body = this.bodies.get(effectId);
    if (body === undefined) {
      const error = serializeError(new Error(`step ${effectId} is not part of this process`));
      this.post({ type: 'step-result', effectId, attempt, outcome: { status: 'error', error } });
      return;
    }
    const abort = new AbortController();
    this.running.set(effectId, { attempt, name: body.name, abort });
    const step: StepContext = { signal: abort.signal, idempotencyKey, attempt };
    const broken = Promise.withResolvers<never>();
    const fail = (error: unknown): boolean => {
      broken.reject(error);
      return this.running.get(effectId)?.abort === abort;
    };
    const outcome = insideStep.run({ name: body.name, fail }, async (): Promise<SettlementOutcome> => {
      try {
        let value = await Promise.race([body.fn(step), broken.promise]);
        if (body.schema !== undefined)
          value = await checkSchema(body.schema, value, `result of step "${body.name}"`);
        const { json, warnings } = toJson(value, 'result');
        for (const warning of warnings) this.post({ type: 'warning', message: `${body.name}: ${warning}` });
        return { status: 'ok', value: JSON.stringify(json) };
      } catch (thrown) {
        return { status: 'error', error: serializeError(thrown) };
      }
    });
    void outcome.then((settled) => {
      // A step that was given up while it ran has been settled by the driver: what it says now is ignored (E4).
      if (this.running.get(effectId)?.abort !== abort) return;
      this.running.delete(effectId);
      this.post({ type: 'step-result', effectId, attempt, outcome: settled });
    });
  }

  abort(effectId: string, reason: string, timedOut: boolean): void {
    this.running.get(effectId)?.abort.abort(new EffectCancelledError(effectId, reason, timedOut));
  }

  abandon(effectId: string): void {
    this.running.delete(effectId);
  }
}
