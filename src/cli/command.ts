/** What a command takes: one table feeds the parser, the help and the test that compares them. */

export interface Flag {
  name: string;
  /** One letter that means the same. */
  short?: string;
  /** Placeholder of its value in the help; a flag without one is on or off. */
  value?: string;
  help: string;
  /** What the value must be; default: text. */
  kind?: 'integer' | 'duration';
  /** Of an integer. */
  range?: { min: number; max: number };
  choices?: readonly string[];
  /** Applied by the parser, shown by the help. */
  default?: string;
  /** Environment variables that stand in for it, the first one that is set. */
  env?: readonly string[];
  required?: boolean;
}

export interface Argument {
  name: string;
  help: string;
  /** May be left out; only the last one. */
  optional?: true;
}

export interface Command {
  name: string;
  summary: string;
  args: readonly Argument[];
  flags: readonly Flag[];
  /** Further paragraphs of the help. */
  notes?: readonly string[];
}

export const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'json', help: 'Print one JSON document on standard output and nothing else' },
  {
    name: 'runs-dir',
    value: 'dir',
    help: 'Directory that holds the runs',
    env: ['LONGHAUL_RUNS_DIR', 'BABYSITTER_RUNS_DIR'],
    default: '.a5c/runs',
  },
  {
    name: 'exit-code',
    help: "Exit with the run's state: 0 completed, 10 waiting, 11 running or created, 12 failed, 13 canceled, 14 halted",
  },
  { name: 'help', short: 'h', help: 'Show the help of this command' },
];

export const flagsOf = (command: Command): Flag[] => [...command.flags, ...GLOBAL_FLAGS];
