/** What a driver journals for a step; also for processes that know nothing of the test runner. */
import { argsDigest, sha256 } from '../../src/journal/digest.ts';
import type { EffectRequestedData, Json, NewEvent, SerializedError } from '../../src/journal/events.ts';
import { stepId, ulid } from '../../src/journal/ids.ts';
import { attemptOf } from '../../src/journal/state.ts';
import { encodeResult, encodeTask, type RunFile } from '../../src/journal/task-files.ts';
import type { Lease } from '../../src/stores/contract.ts';

export interface Step {
  effectId: string;
  event: NewEvent;
  files: RunFile[];
}

/** A request as a driver journals it. */
export function request(n: number, args: Json = { n }, more: Partial<EffectRequestedData> = {}): Step {
  const id = { effectId: ulid(), taskId: 'work', invocationKey: `demo:${stepId(n)}:work`, stepId: stepId(n) };
  const kind = more.kind ?? 'step';
  const task = encodeTask(id, { kind, title: 'Work' }, args);
  const data: EffectRequestedData = {
    ...id,
    invocationHash: sha256(id.invocationKey),
    kind,
    label: 'Work',
    taskDefRef: task.taskDefRef,
    argsDigest: argsDigest(args),
    after: n - 1,
    waits: n - 1,
    ...more,
  };
  return { effectId: id.effectId, event: { type: 'EFFECT_REQUESTED', data }, files: task.files };
}

export function resolution(effectId: string, value: Json): Step {
  const result = encodeResult(
    { effectId, taskId: 'work', invocationKey: 'demo:S:work' },
    { status: 'ok', value },
  );
  const { resultRef, resultDigest } = result;
  const data = { effectId, status: 'ok', resultRef, resultDigest };
  return { effectId, event: { type: 'EFFECT_RESOLVED', data }, files: result.files };
}

export function failure(effectId: string, error: SerializedError): Step {
  const result = encodeResult(
    { effectId, taskId: 'work', invocationKey: 'demo:S:work' },
    { status: 'error', error },
  );
  const { resultRef, resultDigest } = result;
  const data = { effectId, status: 'error', resultRef, error, resultDigest };
  return { effectId, event: { type: 'EFFECT_RESOLVED', data }, files: result.files };
}

/** Carries a run on to `steps` settled steps, wherever it stands; `saved` is called after each save. */
export async function carryOn(
  lease: Lease,
  steps: number,
  saved: (seq: number) => void = () => {},
): Promise<void> {
  const { journal } = lease;
  const save = async () => {
    await lease.save();
    saved(journal.head.seq);
  };
  for (let n = 1; n <= steps; n++) {
    let effect = [...journal.state.effects.values()][n - 1];
    if (effect === undefined) {
      const asked = request(n);
      journal.append([asked.event], asked.files);
      effect = journal.state.effects.get(asked.effectId);
    }
    if (effect === undefined || effect.status !== 'requested') continue;
    const attempt = attemptOf(effect) + 1;
    journal.append([
      { type: 'EFFECT_STARTED', data: { effectId: effect.effectId, attempt, owner: lease.owner.token } },
    ]);
    await save();
    const done = resolution(effect.effectId, { n, attempt });
    journal.append([done.event, { type: 'NOTE', data: { n } }], done.files);
  }
  await save();
}
