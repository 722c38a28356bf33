/** The scenarios that both runners play, under this project's own, with runs on branches. */
import { approval } from './scenarios/approval.ts';
import { deaf } from './scenarios/deaf.ts';
import { endings } from './scenarios/endings.ts';
import { runs } from './scenarios/runs.ts';
import { ownRunner, play } from './scenarios/scenario.ts';

play({ ...runs, ...approval, ...endings, ...deaf }, ownRunner);
