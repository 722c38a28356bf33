/** The same scenarios with `store: artifact` and other permissions, and nothing else changed. */
import { approval } from './scenarios/approval.ts';
import { endings } from './scenarios/endings.ts';
import { runs } from './scenarios/runs.ts';
import { ownRunner, play } from './scenarios/scenario.ts';
import { artifactStore } from './scenarios/store.ts';

play({ ...runs, ...approval, ...endings }, ownRunner, artifactStore);
