/** The same scenarios as test/e2e/scenarios-artifact.test.ts, executed by act. */
import { approval } from '../e2e/scenarios/approval.ts';
import { endings } from '../e2e/scenarios/endings.ts';
import { runs } from '../e2e/scenarios/runs.ts';
import { play } from '../e2e/scenarios/scenario.ts';
import { artifactStore } from '../e2e/scenarios/store.ts';
import { act } from './attempt.ts';

play({ ...runs, ...approval, ...endings }, act, artifactStore);
