/** longhaul resume: carries a run on; what failed by itself is reopened (contract §1). */
import { driveFromHere } from '../drive.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => driveFromHere(invocation, await findRun(invocation));
