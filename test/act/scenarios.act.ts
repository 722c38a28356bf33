/** The same scenarios as test/e2e/scenarios.test.ts, executed by act. */
import { approval } from '../e2e/scenarios/approval.ts';
import { deaf } from '../e2e/scenarios/deaf.ts';
import { endings } from '../e2e/scenarios/endings.ts';
import { runs } from '../e2e/scenarios/runs.ts';
import { play } from '../e2e/scenarios/scenario.ts';
import { act } from './attempt.ts';

play({ ...runs, ...approval, ...endings, ...deaf }, act);
