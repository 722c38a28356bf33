/** run:rebuild-state: state/ written anew from the event files alone. */
import { rmSync } from 'node:fs';
import type { Owner } from '../journal/events.ts';
import { paths } from '../journal/layout.ts';
import { loadRun } from '../journal/open-run.ts';
import { pendingByKind, type RunState } from '../journal/state.ts';
import { rebuildStateCache } from '../journal/state-cache.ts';
import type { OpenRun } from '../stores/contract.ts';
import { underLease } from './under-lease.ts';

export interface RebuildMetadata {
  processId: string;
  pendingEffectsByKind: { [kind: string]: number };
  stateVersion: number;
  journalHead: { seq: number; ulid: string } | null;
  stateRebuilt: boolean;
  stateRebuildReason: string;
}

export function rebuildMetadata(state: RunState, reason: string, rebuilt = true): RebuildMetadata {
  return {
    processId: state.processId,
    pendingEffectsByKind: pendingByKind(state),
    stateVersion: state.head.seq,
    journalHead: state.head.seq === 0 ? null : { ...state.head },
    stateRebuilt: rebuilt,
    stateRebuildReason: reason,
  };
}

/** @throws LeaseHeldError, DamageError */
export async function rebuildState(run: OpenRun, owner: Owner, dryRun = false): Promise<RebuildMetadata> {
  const state = (): RunState => loadRun(run.runDir, { segments: 'ignore' }).state;
  if (dryRun) return rebuildMetadata(state(), 'cli_manual', false);
  const done = await underLease(run, owner, ({ journal }) => {
    rmSync(paths.segments(run.runDir), { recursive: true, force: true });
    return journal.state;
  });
  if (done.held !== undefined) throw done.held;
  // The lease's own cache says why it was written last; this one says that somebody asked for it.
  rebuildStateCache(run.runDir, done.value, 'cli_manual');
  return rebuildMetadata(done.value, 'cli_manual');
}
