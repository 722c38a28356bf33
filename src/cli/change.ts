/** Who changes a run from here. */
import type { Request } from '../operations/under-lease.ts';
import type { OpenRun } from '../stores/contract.ts';
import { thisOwner } from '../stores/owner.ts';
import { VERSION } from '../version.ts';
import { localActor } from './actor.ts';
import type { Invocation } from './verb.ts';

export function requestFor({ here }: Invocation, run: OpenRun): Request {
  return { run, owner: thisOwner(VERSION), actor: localActor(here.cwd) };
}
