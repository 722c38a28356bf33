/**
 * The Action's contract: every input and output with its kind, default and meaning. action.yml, the parser and
 * the tables of the documentation are held to this file by a test.
 */

import { choice, choices, type InputSpec, text } from './input-kinds.ts';

export const COMMANDS = [
  'auto',
  'start',
  'resume',
  'result',
  'signal',
  'cancel',
  'halt',
  'status',
  'sweep',
  'check',
] as const;
export type Command = (typeof COMMANDS)[number];

export const INPUTS = {
  command: {
    kind: choice(...COMMANDS),
    default: 'auto',
    fromDispatch: true,
    description: 'What to do. `auto` reads it from the event that started the workflow.',
  },
  process: {
    kind: { type: 'lines' },
    default: '',
    description:
      'The process: `path/to/file.mjs#export`. Further lines name entries that open runs may have been started from (a file that was moved).',
  },
  inputs: {
    kind: { type: 'json' },
    default: '',
    fromDispatch: true,
    description: 'Inputs of the process, as JSON.',
  },
  question: {
    kind: text,
    default: '',
    description:
      'A gate without code: with a question and no `process`, the run is one breakpoint that asks it.',
  },
  context: { kind: text, default: '', description: 'What the people who answer `question` should know.' },
  'run-id': {
    kind: { type: 'run-id' },
    default: '',
    fromDispatch: true,
    description:
      'The run to carry on, or the id for a new one. Default: made from the workflow run and the job, so that a re-run finds its run.',
  },
  'effect-id': {
    kind: text,
    default: '',
    fromDispatch: true,
    description: 'The effect that `result` or `cancel` is for: its id or its short reference (`e-…`).',
  },
  reason: {
    kind: text,
    default: '',
    fromDispatch: true,
    description: 'Why, for `cancel`, `halt` and a failed `result`.',
  },
  'final-status': {
    kind: choice('completed', 'failed'),
    default: 'completed',
    fromDispatch: true,
    description: 'How `halt` seals the run, and how `result` settles the effect.',
  },
  value: {
    kind: text,
    default: '',
    fromDispatch: true,
    description: 'The value of `result` or `signal`: JSON, else plain text.',
  },
  signal: {
    kind: text,
    default: '',
    fromDispatch: true,
    description: 'Name of the signal that `signal` sends.',
  },
  issue: {
    kind: { type: 'issue' },
    default: '',
    fromDispatch: true,
    description: 'Number of the issue or pull request to report on. Default: the one of the event.',
  },
  store: {
    kind: choice('branch', 'artifact', 'directory'),
    default: 'branch',
    description:
      'Where runs live between jobs. `artifact` is for repositories where nothing may write to git; it promises less (docs/stores.md).',
  },
  branch: {
    kind: text,
    default: 'longhaul/{run-id}',
    description:
      'Name of a run’s branch, or a full ref such as `refs/longhaul/runs/{run-id}`, which the web interface does not show.',
  },
  'runs-dir': {
    kind: text,
    default: '.a5c/runs',
    description: 'Directory of the runs with `store: directory`, relative to the workspace.',
  },
  token: {
    kind: text,
    default: '${{ github.token }}',
    description: 'Token for the store, comments and dispatches.',
  },
  'signing-key': {
    kind: text,
    default: '',
    description:
      'Keys, one a line: the first signs saves and messages, each is accepted. A secret, best an environment’s (docs/security.md).',
  },
  'on-unsigned': {
    kind: choice('refuse', 'adopt'),
    default: 'refuse',
    description:
      'With a `signing-key`, when a run has no signature that can be checked: refuse it, or take it once and record that.',
  },
  'upload-run': {
    kind: { type: 'boolean' },
    default: 'false',
    description:
      'When a run ends, upload all of it, with progress.ndjson and final.json, as the artifact `longhaul-whole-<run>`.',
  },
  save: {
    kind: choice('paced', 'each'),
    default: 'paced',
    description:
      '`paced`: steps may run up to 10 s ahead of the store when saves are frequent. `each`: every command waits for its save.',
  },
  'keep-days': {
    kind: { type: 'count', min: 0, max: 3650 },
    default: '30',
    description: 'Days that an ended run keeps its branch before a sweep archives it.',
  },
  'agent-command': {
    kind: text,
    default: '',
    description: 'Command line for agent tasks: gets JSON on stdin, answers JSON on stdout.',
  },
  'max-parallel': {
    kind: { type: 'count', min: 1, max: 256 },
    default: '4',
    description: 'Commands that run at once.',
  },
  'max-iterations': {
    kind: { type: 'count', min: 0, max: 1_000_000 },
    default: '0',
    description: 'Rounds of effects after which the job saves and stops; 0: none.',
  },
  'max-hops': {
    kind: { type: 'count', min: 0, max: 10_000 },
    default: '50',
    description: 'How often a run may dispatch its own continuation in a row.',
  },
  'task-timeout': {
    kind: { type: 'duration', zero: 'none' },
    default: '0s',
    description: 'Time limit of an attempt of a task that names none; 0: none.',
  },
  'breakpoint-timeout': {
    kind: { type: 'duration', zero: 'none' },
    default: '0s',
    description: 'Deadline of a breakpoint that names none; 0: none.',
  },
  'run-timeout': {
    kind: { type: 'duration', zero: 'none' },
    default: '0s',
    description: 'Time limit of the whole run; 0: none.',
  },
  'time-limit': {
    kind: { type: 'duration', zero: 'none' },
    default: '5h30m',
    description:
      'When the job step has run for so long, the run is saved and the workflow dispatched again; 0: never.',
  },
  'wait-in-job': {
    kind: { type: 'duration', zero: 'not at all' },
    default: '60s',
    description: 'A sleep, pause or deadline that is due within this time is waited for in the job.',
  },
  'cancel-grace': {
    kind: { type: 'duration', zero: 'none' },
    default: '4s',
    description: 'Time for clean-up after a cancel, and between SIGTERM and SIGKILL.',
  },
  'on-code-change': {
    kind: choice('pin', 'upgrade', 'refuse'),
    default: 'pin',
    description:
      'When the workspace’s code is not the run’s: go on with the code that the run carries, take the workspace’s after a replay has agreed, or refuse.',
  },
  'on-workspace-change': {
    kind: choice('warn', 'refuse', 'ignore'),
    default: 'warn',
    description: 'When commands would run in another commit than before.',
  },
  'on-runner-cancel': {
    kind: choice('resume', 'cancel'),
    default: 'resume',
    description: 'After the workflow run is cancelled: the run can be resumed, or is canceled.',
  },
  approvers: {
    kind: { type: 'approvers' },
    default: '',
    description:
      'Who may decide: `@user`, `@org/team`, `app[bot]`, `role:maintain`. Default: write permission.',
  },
  'minimum-approvals': {
    kind: { type: 'count', min: 1, max: 100 },
    default: '1',
    description: 'How many people must approve.',
  },
  quorum: {
    kind: { type: 'count', min: 0, max: 100 },
    default: '0',
    description: 'Approvals that the strategy `quorum` needs; 0: as `minimum-approvals`.',
  },
  'allow-self-approval': {
    kind: { type: 'boolean' },
    default: 'false',
    description: 'Whether the person who started the run may approve.',
  },
  'require-head': {
    kind: { type: 'boolean' },
    default: 'false',
    description: 'A push to the pull request voids decisions that are open.',
  },
  'remind-after': {
    kind: { type: 'duration', zero: 'never' },
    default: '0s',
    description: 'Age at which an unanswered breakpoint reminds its approvers once; 0: never.',
  },
  'fail-on': {
    kind: choices('created', 'running', 'waiting', 'completed', 'failed', 'canceled', 'halted', 'none'),
    default: 'failed,canceled',
    description: 'Statuses of the run that make the job that drives it red; `none`: none does.',
  },
  redact: {
    kind: { type: 'secrets' },
    default: '',
    description: 'Secret values, one a line, that must not reach the journal, a comment or an artifact.',
  },
  'job-id': {
    kind: text,
    default: '${{ job.check_run_id }}',
    hidden: true,
    description: 'Filled in by the platform.',
  },
  'job-index': {
    kind: text,
    default: '${{ strategy.job-index }}',
    hidden: true,
    description: 'Filled in by the platform.',
  },
} as const satisfies Record<string, InputSpec>;

export type InputName = keyof typeof INPUTS;

export const OUTPUTS = {
  'run-id': 'The run.',
  status:
    '`created`, `running`, `waiting`, `completed`, `failed`, `canceled`, `halted`; empty when the event concerned no run.',
  output:
    'JSON of what the process returned; empty before it has, and (with a warning) when longer than 512 KiB.',
  error: '`Name: message` of the error that ended the run.',
  pending:
    'JSON array of what the run waits for: `effectId`, `ref`, `kind`, `taskId`, `label`, `title`, `external`, `url`, `wakeAt`.',
  matrix:
    'JSON `{"include":[…]}` of the external effects that this workflow run has taken (256 at most), for `strategy.matrix`; `runs-on` is `metadata[\'runs-on\']` of the task, else `ubuntu-latest`.',
  'has-pending': '`true` when `matrix` is not empty.',
  decision: 'JSON of the last decision: `approved`, `by`, `ref`, `commentUrl`.',
  commit: 'The workspace commit that the run was last driven in, for a checkout step.',
  'issue-url': 'Issue or pull request that the run reports on.',
  'breakpoint-url': 'Comment of the open breakpoint.',
  'final-path': 'Path of final.json, once the run has ended.',
  'progress-path': 'Path of progress.ndjson.',
  'report-path': 'Path of the report.',
} as const satisfies Record<string, string>;

export type OutputName = keyof typeof OUTPUTS;
