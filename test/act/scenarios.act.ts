/** The same scenarios as test/e2e/scenarios.test.ts, executed by act. */
import { approval } from '../e2e/scenarios/approval.ts';
import { branch } from '../e2e/scenarios/branch.ts';
import { endings } from '../e2e/scenarios/endings.ts';
import { play } from '../e2e/scenarios/scenario.ts';
import { act } from './attempt.ts';

play({ ...branch, ...approval, ...endings }, act);
