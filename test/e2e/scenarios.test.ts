/** The scenarios that both runners play, under this project's own. */
import { approval } from './scenarios/approval.ts';
import { branch } from './scenarios/branch.ts';
import { endings } from './scenarios/endings.ts';
import { ownRunner, play } from './scenarios/scenario.ts';

play({ ...branch, ...approval, ...endings }, ownRunner);
