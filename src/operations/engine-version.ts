/** Which engine may carry a run on (contract §2). */
import { LonghaulError } from '../errors.ts';
import type { RunState } from '../journal/state.ts';
import { VERSION } from '../version.ts';

/** Any later version of the same major carries an older run on; an older engine refuses a newer run. @throws LonghaulError ENGINE_TOO_OLD */
export function refuseNewerEngine(state: RunState): void {
  const made = state.created?.engine;
  if (made === undefined) return;
  const [major = 0, minor = 0, patch = 0] = made.split('.').map(Number);
  const [ours = 0, oursMinor = 0, oursPatch = 0] = VERSION.split('.').map(Number);
  const newer = major !== ours || minor > oursMinor || (minor === oursMinor && patch > oursPatch);
  if (!newer) return;
  throw new LonghaulError(
    'ENGINE_TOO_OLD',
    `Run ${state.runId} was made by Longhaul ${made}; this is ${VERSION}`,
    {
      hint: `Carry it on with Longhaul ${major}.x, ${made} or later.`,
    },
  );
}
