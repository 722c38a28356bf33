/** Carries a run on for a front door: one that was sealed under its driver's hands has ended like any other. */
import { DamageError, LeaseLostError } from '../errors.ts';
import type { RunState } from '../journal/state.ts';
import { announceEnd } from './final.ts';
import { resultOf, type SessionResult } from './run-result.ts';
import { sealedDespite } from './seal.ts';
import { driveRun, type SessionOptions } from './session.ts';

/** @throws what driveRun throws, but for a damaged journal and a lost lease where the run has been sealed */
export async function carryOn(options: SessionOptions): Promise<SessionResult> {
  const { run, store } = options;
  try {
    return await driveRun(options);
  } catch (error) {
    const { state } = await sealedDespite(run, error);
    // Who sealed it announced it in his own copy of the run; a directory has only one.
    if (store.kind !== 'directory') announceEnd({ runDir: run.runDir, state });
    return {
      ...resultOf(run, state, undefined),
      already: error instanceof DamageError,
      ...(error instanceof LeaseLostError ? { overruled: true } : {}),
    };
  }
}

/** Who halted a run, and why; undefined: it ended otherwise. */
export function haltText({ terminal }: Pick<RunState, 'terminal'>): string | undefined {
  if (terminal?.sealed !== true) return undefined;
  const by = terminal.actor === undefined ? '' : ` by ${terminal.actor.login}`;
  return `halted${by}${terminal.reason === undefined ? '' : `: ${terminal.reason}`}`;
}
