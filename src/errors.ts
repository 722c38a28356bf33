/**
 * Every error that a person or a program can meet carries a stable code and says what to do next.
 * `code` is what `--json` prints as `error`; `hint` is the way out.
 */
export class LonghaulError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly path: string | undefined;
  /** It ended a save: what was to be saved lies on this disk alone, and may be saved later. */
  endedSave = false;

  constructor(
    code: string,
    message: string,
    options: { hint?: string; path?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'LonghaulError';
    this.code = code;
    this.hint = options.hint ?? '';
    this.path = options.path;
  }
}

/** A flag, an input or an argument that cannot be what it is: exit code 2. */
export class UsageError extends LonghaulError {
  constructor(message: string, options: { hint?: string; path?: string; cause?: unknown } = {}) {
    super('USAGE', message, options);
    this.name = 'UsageError';
  }
}

/** The run does not exist (or no longer): never replaced by a new one. */
export class RunNotFoundError extends LonghaulError {
  constructor(runId: string, where: string) {
    super('RUN_NOT_FOUND', `Run not found: ${runId} (looked in ${where})`, {
      hint: 'List the runs with `longhaul run:list`.',
    });
    this.name = 'RunNotFoundError';
  }
}

/** A new run may not take an id that is in use. */
export class RunExistsError extends LonghaulError {
  constructor(runId: string, where: string) {
    super('RUN_EXISTS', `Run ${runId} exists already in ${where}`, {
      hint: `Choose another --run-id, or carry it on with \`longhaul resume ${runId}\`.`,
    });
    this.name = 'RunExistsError';
  }
}

/** Somebody else drives the run. */
export class LeaseHeldError extends LonghaulError {
  readonly owner: string;
  constructor(runId: string, owner: string) {
    super('LEASE_HELD', `Run is already being executed by ${owner}`, {
      hint: `Wait for it to finish, or end it (Ctrl-C, SIGTERM): the run can be carried on then. \`longhaul run:halt ${runId}\` would end the run itself, for good.`,
    });
    this.name = 'LeaseHeldError';
    this.owner = owner;
  }
}

/** The lease was taken over while this driver worked: it must stop and write nothing. */
export class LeaseLostError extends LonghaulError {
  readonly owner: string;
  constructor(runId: string, owner: string) {
    super(
      'LEASE_LOST',
      `Run ${runId} was taken over by ${owner}; this driver stops and writes nothing more`,
      {
        hint: 'Nothing is left to do here: what was not saved is done again by whoever drives the run now.',
      },
    );
    this.name = 'LeaseLostError';
    this.owner = owner;
  }
}

/** The run has ended; nothing is appended to it. */
export class RunEndedError extends LonghaulError {
  constructor(runId: string, status: string, what: string, hint = '') {
    super('RUN_ENDED', `Run ${runId} is ${status}: ${what} changes nothing`, { hint });
    this.name = 'RunEndedError';
  }
}

/** The run directory holds something that must not be there, or lacks something that must. */
export class DamageError extends LonghaulError {
  /** `<run>` in the hint: the command line says which. */
  constructor(
    message: string,
    path: string,
    hint = 'See every finding with `longhaul run:verify <run>`; `longhaul run:repair-journal <run> --dry-run` shows what can be repaired.',
  ) {
    super('DAMAGED', message, { path, hint });
    this.name = 'DamageError';
  }
}
