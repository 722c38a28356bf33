/** Starts the worker of a process before what drives it is loaded. Nothing else is imported here. */
import { cleanEnvironment } from '../executors/environment.ts';
import { DEFAULT_LIMITS } from '../operations/world.ts';
import { warmUp } from '../runtime/spare.ts';

export function warmUpHere(): void {
  warmUp({ env: cleanEnvironment(process.env), memoryMb: DEFAULT_LIMITS.memoryMb });
}
