/** The scenarios that both runners play, under this project's own. */
import { approval } from './scenarios/approval.ts';
import { branch } from './scenarios/branch.ts';
import { ownRunner, play } from './scenarios/scenario.ts';

play({ ...branch, ...approval }, ownRunner);
