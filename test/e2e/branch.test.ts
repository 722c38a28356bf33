/** The Action on a branch, end to end: the committed bundle, a real git server, workflow files as users write them. */
import { branch } from './scenarios/branch.ts';
import { ownRunner, play } from './scenarios/scenario.ts';

play(branch, ownRunner);
