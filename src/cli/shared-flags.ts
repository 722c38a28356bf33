/** Arguments and flags that several commands have. */
import type { Argument, Flag } from './command.ts';

export const RUN: Argument = { name: 'run', help: 'Id of a run, or the path of its directory' };
export const EFFECT: Argument = { name: 'effect', help: 'Id of an effect of the run' };
export const DRY_RUN: Flag = { name: 'dry-run', help: 'Show what would be done and write nothing' };

export const START_FLAGS: readonly Flag[] = [
  { name: 'inputs', value: 'file', help: 'JSON file with the inputs of the process; - for standard input' },
  { name: 'inputs-inline', value: 'json', help: 'The inputs themselves' },
  { name: 'run-id', value: 'id', help: 'Id of the new run (a ULID when left out)' },
  {
    name: 'process-id',
    value: 'id',
    help: "Id of the process (the file's name without its ending when left out)",
  },
  { name: 'process-revision', value: 'text', help: 'Revision of the process, recorded in the run' },
  { name: 'request', value: 'text', help: 'What the run is for, recorded in the run' },
  { name: 'prompt', value: 'text', help: 'The prompt that led to the run, recorded in the run' },
  { name: 'harness', value: 'name', help: 'Recorded in the run' },
  {
    name: 'run-timeout',
    value: 'duration',
    kind: 'duration',
    default: '0',
    help: 'Longest time of the whole run, waits included; 0: no limit',
  },
];

export const DRIVE_FLAGS: readonly Flag[] = [
  {
    name: 'agent-command',
    value: 'command',
    help: 'Command that does agent tasks: a JSON request on its standard input, the answer on its standard output',
    env: ['LONGHAUL_AGENT_COMMAND'],
  },
  {
    name: 'cancel-grace',
    value: 'duration',
    kind: 'duration',
    default: '4s',
    help: 'Between SIGTERM and SIGKILL of a command, and for the clean-up of a cancelled run',
  },
  {
    name: 'max-parallel',
    value: 'n',
    kind: 'integer',
    range: { min: 1, max: 256 },
    default: '4',
    help: 'Commands that run at once',
  },
  {
    name: 'task-timeout',
    value: 'duration',
    kind: 'duration',
    default: '0',
    help: 'Longest time of an attempt whose task names none; 0: no limit',
  },
  {
    name: 'breakpoint-timeout',
    value: 'duration',
    kind: 'duration',
    default: '0',
    help: 'Longest wait for a person where the breakpoint names none; 0: no limit',
  },
  {
    name: 'max-iterations',
    value: 'n',
    kind: 'integer',
    default: '0',
    help: 'Stop after so many rounds of effects, the run being carried on later; 0: no limit',
  },
  {
    name: 'on-code-change',
    value: 'policy',
    choices: ['pin', 'upgrade', 'refuse'],
    default: 'pin',
    help: "Use the code that the run carries, take the workspace's once a replay agrees, or refuse",
  },
  {
    name: 'wait-in-job',
    value: 'duration',
    kind: 'duration',
    default: '60s',
    help: 'A sleep, pause or deadline due within so long is waited for',
  },
  { name: 'wait', help: 'Wait for sleeps, pauses and deadlines however long they are' },
];
