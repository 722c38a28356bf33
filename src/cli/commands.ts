/** Every command of the program, and the module that does it. */
import type { Command } from './command.ts';
import { DRIVE_FLAGS, DRY_RUN, EFFECT, RUN, START_FLAGS } from './shared-flags.ts';
import type { Verb } from './verb.ts';

const DRIVE_NOTES = [
  'Exits with 0 when the run is completed, halted or goes on later, 3 when it failed or was canceled.',
  'Ctrl-C (or SIGTERM) once: commands are stopped, everything is saved, the run can be resumed; exit code 130 (143), with --exit-code 11. Twice: at once.',
];

const entry = (verb: () => Promise<{ verb: Verb }>, command: Command): Entry => ({ command, load: verb });

/** The worker of the process starts while the verb itself is loaded. */
const driving = (load: Entry['load']) => async (): ReturnType<Entry['load']> => {
  const { warmUpHere } = await import('./warm-up.ts');
  warmUpHere();
  return load();
};

export interface Entry {
  command: Command;
  load: () => Promise<{ verb: Verb }>;
}

/** In the order of the help. */
export const COMMANDS: readonly Entry[] = [
  entry(
    driving(() => import('./verbs/run.ts')),
    {
      name: 'run',
      summary: 'Start a run and drive it until it ends or waits',
      args: [{ name: 'entry', help: 'The process: path/to/file.mjs or path/to/file.mjs#exportName' }],
      flags: [...START_FLAGS, ...DRIVE_FLAGS],
      notes: DRIVE_NOTES,
    },
  ),
  entry(
    driving(() => import('./verbs/resume.ts')),
    {
      name: 'resume',
      summary: 'Carry a run on until it ends or waits; one that failed by itself is tried again',
      args: [RUN],
      flags: DRIVE_FLAGS,
      notes: [...DRIVE_NOTES, 'Resuming a completed run changes nothing and exits with 0.'],
    },
  ),
  entry(() => import('./verbs/create.ts'), {
    name: 'run:create',
    summary: 'Make a run without starting it',
    args: [],
    flags: [
      { name: 'entry', value: 'path#export', required: true, help: 'The process' },
      ...START_FLAGS,
      { name: 'non-interactive', help: 'Recorded in the run' },
      DRY_RUN,
    ],
  }),
  entry(() => import('./verbs/status.ts'), {
    name: 'run:status',
    summary: 'State of a run, and what it waits for',
    args: [RUN],
    flags: [],
  }),
  entry(() => import('./verbs/list.ts'), {
    name: 'run:list',
    summary: 'The runs, the ones changed last first',
    args: [],
    flags: [
      {
        name: 'status',
        value: 'state',
        choices: ['created', 'running', 'waiting', 'completed', 'failed', 'canceled', 'halted'],
        help: 'Only runs in this state',
      },
      { name: 'process', value: 'id', help: 'Only runs of this process' },
      { name: 'limit', value: 'n', kind: 'integer', help: 'At most so many' },
    ],
    notes: ['With --exit-code it exits with 0: a list has no state.'],
  }),
  entry(() => import('./verbs/events.ts'), {
    name: 'run:events',
    summary: 'The events of a run',
    args: [RUN],
    flags: [
      { name: 'limit', value: 'n', kind: 'integer', help: 'At most so many' },
      { name: 'reverse', help: 'The last one first' },
      { name: 'filter-type', value: 'type', help: 'Only events of this type' },
    ],
  }),
  entry(
    driving(() => import('./verbs/iterate.ts')),
    {
      name: 'run:iterate',
      summary: 'Replay once, record what the process asks for and print it; run nothing',
      args: [RUN],
      flags: [
        { name: 'iteration', value: 'n', kind: 'integer', help: 'Number to print as iteration' },
        ...DRIVE_FLAGS.filter((flag) => flag.name === 'on-code-change'),
      ],
      notes: ['Exits with 0 whatever the state of the run, unless --exit-code is given.'],
    },
  ),
  entry(() => import('./verbs/signal.ts'), {
    name: 'run:signal',
    summary: 'Send a signal to a run; it is kept until the process waits for it',
    args: [RUN, { name: 'name', help: 'Name of the signal' }],
    flags: [
      {
        name: 'value',
        value: 'json',
        help: 'What ctx.signal gives; JSON, or else taken as text',
        default: 'null',
      },
    ],
  }),
  entry(() => import('./verbs/halt.ts'), {
    name: 'run:halt',
    summary: 'Seal a run: nothing more happens in it, whatever is still pending',
    args: [RUN],
    flags: [
      { name: 'reason', value: 'text', help: 'Why; stands in the journal', default: 'manual_halt' },
      {
        name: 'final-status',
        value: 'status',
        choices: ['completed', 'failed'],
        help: 'As what it ends',
        default: 'completed',
      },
      { name: 'force', help: 'Also seal a run that has ended already' },
      DRY_RUN,
    ],
    notes: ['Loads no process code and works on a damaged journal; no entry of it is edited or deleted.'],
  }),
  entry(() => import('./verbs/check.ts'), {
    name: 'check',
    summary:
      'Replay open runs against the code of the workspace; exit with 1 when one diverges or cannot be read. Writes nothing',
    args: [],
    flags: [
      { name: 'run', value: 'run', help: 'Only this run: its id, or the path of its directory' },
      {
        name: 'on-code-change',
        value: 'policy',
        choices: ['pin', 'upgrade', 'refuse'],
        default: 'pin',
        help: 'What jobs do: with pin a run that carries its code is not affected by a change',
      },
    ],
  }),
  entry(() => import('./verbs/fork.ts'), {
    name: 'run:fork',
    summary: 'Make a new run with the history of another one up to a point',
    args: [RUN],
    flags: [
      {
        name: 'at',
        value: 'seq|step',
        required: true,
        help: 'Last event to take over (12), or the step to ask for again (S000004)',
      },
      { name: 'run-id', value: 'id', help: 'Id of the new run (a ULID when left out)' },
    ],
  }),
  entry(() => import('./verbs/verify.ts'), {
    name: 'run:verify',
    summary: 'Check every file of a run; exit with 1 when something is wrong',
    args: [RUN],
    flags: [],
  }),
  entry(() => import('./verbs/rebuild.ts'), {
    name: 'run:rebuild-state',
    summary: 'Write state/ anew from the journal',
    args: [RUN],
    flags: [DRY_RUN],
  }),
  entry(() => import('./verbs/repair.ts'), {
    name: 'run:repair-journal',
    summary: 'Put a damaged journal in order; the old one is kept beside it',
    args: [RUN],
    flags: [DRY_RUN],
  }),
  entry(() => import('./verbs/task-list.ts'), {
    name: 'task:list',
    summary: 'The effects of a run',
    args: [RUN],
    flags: [
      { name: 'pending', help: 'Only those that are not settled' },
      { name: 'kind', value: 'kind', help: 'Only those of this kind' },
    ],
  }),
  entry(() => import('./verbs/task-show.ts'), {
    name: 'task:show',
    summary: 'One effect: its definition and its result',
    args: [RUN, EFFECT],
    flags: [],
  }),
  entry(() => import('./verbs/task-post.ts'), {
    name: 'task:post',
    summary: 'Settle an effect with a result, or a breakpoint with a decision',
    args: [RUN, EFFECT],
    flags: [
      { name: 'status', value: 'status', choices: ['ok', 'error'], required: true, help: 'How it ended' },
      { name: 'value', value: 'file', help: 'JSON file with the result; - for standard input' },
      { name: 'value-inline', value: 'json', help: 'The result itself' },
      {
        name: 'error',
        value: 'file',
        help: 'JSON file with the error (name, message, stack, data); - for standard input',
      },
      { name: 'stdout-file', value: 'file', help: "File to be kept as the task's standard output" },
      { name: 'stderr-file', value: 'file', help: "File to be kept as the task's standard error" },
      { name: 'stdout-ref', value: 'path', help: 'The same for a file of the run directory, relative to it' },
      { name: 'stderr-ref', value: 'path', help: 'The same for a file of the run directory, relative to it' },
      { name: 'started-at', value: 'time', help: 'ISO time at which the work began' },
      { name: 'finished-at', value: 'time', help: 'ISO time at which the work ended (now when left out)' },
      { name: 'metadata', value: 'file', help: 'JSON file with an object, kept in the result file' },
      { name: 'invocation-key', value: 'key', help: 'Refuse unless the effect has this invocation key' },
      DRY_RUN,
    ],
  }),
  entry(() => import('./verbs/task-cancel.ts'), {
    name: 'task:cancel',
    summary: 'Cancel an effect, or the whole run: the process gets an EffectCancelledError',
    args: [RUN, { ...EFFECT, optional: true, help: `${EFFECT.help}; the whole run when left out` }],
    flags: [
      { name: 'reason', value: 'text', help: 'Why; stands in the error', default: 'cancelled' },
      ...DRIVE_FLAGS,
    ],
    notes: [
      'Whoever drives the run acts on it. When nobody does, an effect is settled at once; the whole run, and an effect that has started a run of its own, are driven here, so that what cleans up can run.',
      'Exits with 0 once it is cancelled or delivered; a process that catches the cancel may still complete.',
    ],
  }),
];
