/** What is measured: each case is one process, started anew for every sample. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Programs } from './build.ts';
import { measure, measureAction, type Sample } from './measure.ts';
import type { Peers } from './peers.ts';

export type Group = 'start' | 'replay' | 'run';

export interface Case {
  group: Group;
  name: string;
  /** Above this many steps it is not measured. */
  upTo: number;
  /** The measured milliseconds, and the process they were taken from. */
  sample(n: number): { value: number; sample: Sample };
}

export interface Bench {
  cases: Case[];
  /** Makes what the replays of `n` steps read. */
  prepare(n: number): void;
}

export const LONGHAUL = {
  steps: 'Longhaul, steps',
  unpacked: 'Longhaul, steps, no segments',
  tasks: 'Longhaul, tasks',
};
/** Rows of the start-up table. */
export const START = {
  bare: 'bare Node',
  resume: 'Longhaul, resume',
  action: 'the Action, with nothing to do',
};
export const IDEAL = 'ideal loop';
export const APPEND = 'one fdatasync per step';
export const OPENWORKFLOW = 'OpenWorkflow';
/** It refuses a run with more steps. */
const OPENWORKFLOW_LIMIT = 1000;
/** A run of 1,000 tasks takes it minutes: every step reads everything before it again. */
const BABYSITTER = { name: 'Babysitter', replay: 1000, run: 100 };
const WITHOUT_LIMIT = Number.POSITIVE_INFINITY;

const nanoseconds = (from: bigint, to: string): number => Number(BigInt(to) - from) / 1e6;

export function makeBench(
  dir: string,
  programs: Programs,
  processes: string,
  peers: Peers | undefined,
): Bench {
  const workspace = path.join(dir, 'workspace');
  mkdirSync(workspace, { recursive: true });
  for (const file of readdirSync(processes))
    copyFileSync(path.join(processes, file), path.join(workspace, file));
  const at = (name: string): string => path.join(dir, name);
  const mark = at('mark');
  let serial = 0;

  const simple = (group: Group, name: string, upTo: number, run: (n: number) => Sample): Case => ({
    group,
    name,
    upTo,
    sample(n) {
      const sample = run(n);
      return { value: sample.ms, sample };
    },
  });
  const floor = (mode: string, n: number): Sample => {
    const file = at(mode === 'append' ? 'appended.ndjson' : `floor-${n}.ndjson`);
    return measure(programs.floor, { mode, n, file });
  };
  const drive = (
    mode: string,
    runs: string,
    runId: string,
    kind: 'steps' | 'tasks',
    inputs: object,
  ): Sample => {
    const process = path.join(workspace, `${kind}.mjs`);
    return measure(programs.longhaul, { mode, runs: at(runs), runId, workspace, process, inputs });
  };
  const ourReplay = (kind: 'steps' | 'tasks', n: number, runs = 'runs'): Sample =>
    drive('replay', runs, `${kind}-${n}`, kind, { n, wait: true });
  const ourRun = (kind: 'steps' | 'tasks', n: number): Sample => {
    // It stays until all is measured: some file systems make new files slowly where many have just been deleted.
    return drive('run', 'runs', `run-${serial++}`, kind, { n, wait: false });
  };
  const fresh = (n: number): void => {
    for (const kind of ['steps', 'tasks'] as const)
      drive('prepare', 'runs', `${kind}-${n}`, kind, { n, wait: true });
  };

  const cases: Case[] = [
    {
      group: 'start',
      name: START.bare,
      upTo: 0,
      sample() {
        const sample = measure(programs.bare, {});
        return { value: nanoseconds(sample.startedAt, sample.at ?? '0'), sample };
      },
    },
    {
      group: 'start',
      name: START.resume,
      upTo: 0,
      sample() {
        const sample = drive('replay', 'runs', 'start', 'steps', { n: 0, wait: true });
        return { value: nanoseconds(sample.startedAt, readFileSync(mark, 'utf8')), sample };
      },
    },
    {
      group: 'start',
      name: START.action,
      upTo: 0,
      sample() {
        const sample = measureAction(programs.action, at('action'));
        return { value: sample.wallMs, sample };
      },
    },
    simple('replay', 'read and parse NDJSON', WITHOUT_LIMIT, (n) => floor('ndjson', n)),
    simple('replay', IDEAL, WITHOUT_LIMIT, (n) => floor('ideal', n)),
    simple('replay', LONGHAUL.steps, WITHOUT_LIMIT, (n) => ourReplay('steps', n)),
    simple('replay', LONGHAUL.unpacked, WITHOUT_LIMIT, (n) => {
      rmSync(path.join(at('unpacked'), `steps-${n}`, 'state/segments'), { recursive: true, force: true });
      return ourReplay('steps', n, 'unpacked');
    }),
    simple('replay', LONGHAUL.tasks, WITHOUT_LIMIT, (n) => ourReplay('tasks', n)),
    simple('run', APPEND, WITHOUT_LIMIT, (n) => floor('append', n)),
    simple('run', LONGHAUL.steps, WITHOUT_LIMIT, (n) => ourRun('steps', n)),
    simple('run', LONGHAUL.tasks, WITHOUT_LIMIT, (n) => ourRun('tasks', n)),
  ];

  const openworkflow = (mode: string, n: number, database: string): Sample =>
    measure(programs.openworkflow, { mode, n, database: at(database), ...peers?.openworkflow });
  const babysitter = (mode: string, runs: string, runId: string, inputs: object): Sample => {
    const process = path.join(workspace, 'tasks.mjs');
    return measure(programs.babysitter, {
      mode,
      runs: at(runs),
      runId,
      process,
      inputs,
      ...peers?.babysitter,
    });
  };
  if (peers !== undefined) {
    cases.push(
      simple('replay', OPENWORKFLOW, OPENWORKFLOW_LIMIT, (n) =>
        openworkflow('replay', n, `openworkflow-${n}.db`),
      ),
      simple('run', OPENWORKFLOW, OPENWORKFLOW_LIMIT, (n) => openworkflow('run', n, `run-${serial++}.db`)),
      simple('replay', BABYSITTER.name, BABYSITTER.replay, (n) =>
        babysitter('replay', 'babysitter', `tasks-${n}`, { n, wait: true }),
      ),
      simple('run', BABYSITTER.name, BABYSITTER.run, (n) =>
        babysitter('run', 'babysitter', `run-${serial++}`, { n, wait: false }),
      ),
    );
  }

  return {
    cases,
    prepare(n) {
      floor('write', n);
      fresh(n);
      const copy = (kind: string, to: string): void =>
        cpSync(path.join(at('runs'), `${kind}-${n}`), path.join(at(to), `${kind}-${n}`), { recursive: true });
      copy('steps', 'unpacked');
      if (n === 0) drive('prepare', 'runs', 'start', 'steps', { n, wait: true, mark });
      if (peers === undefined) return;
      if (n <= OPENWORKFLOW_LIMIT) openworkflow('prepare', n, `openworkflow-${n}.db`);
      // The very files of our run: it reads the same format.
      if (n <= BABYSITTER.replay) copy('tasks', 'babysitter');
    },
  };
}
