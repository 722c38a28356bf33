/** What the measured process loads of our engine. */
export { driveRun } from '../../src/operations/session.ts';
export { startRun } from '../../src/operations/start.ts';
export { DEFAULT_LIMITS, systemClock } from '../../src/operations/world.ts';
export { DirectoryStore } from '../../src/stores/directory.ts';
export { thisOwner } from '../../src/stores/owner.ts';
export { VERSION } from '../../src/version.ts';
