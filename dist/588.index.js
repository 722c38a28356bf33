export const id = 588;
export const ids = [588];
export const modules = {

/***/ 50296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mc: () => (/* binding */ INPUTS)
});

// UNUSED EXPORTS: COMMANDS, OUTPUTS

;// CONCATENATED MODULE: ./lib/action/input-kinds.js
/** How the texts of action inputs are read; see inputs.ts. */
const input_kinds_text = { type: 'text' };
const choices = (...values) => ({
    type: 'choices',
    values,
});
const choice = (...values) => ({
    type: 'choice',
    values,
});

;// CONCATENATED MODULE: ./lib/action/contract.js
/**
 * The Action's contract: every input and output with its kind, default and meaning. action.yml, the parser and
 * the tables of the documentation are held to this file by a test.
 */

const COMMANDS = [
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
];
const INPUTS = {
    command: {
        kind: choice(...COMMANDS),
        default: 'auto',
        fromDispatch: true,
        description: 'What to do. `auto` reads it from the event that started the workflow.',
    },
    process: {
        kind: { type: 'lines' },
        default: '',
        description: 'The process: `path/to/file.mjs#export`. Further lines name entries that open runs may have been started from (a file that was moved).',
    },
    inputs: {
        kind: { type: 'json' },
        default: '',
        fromDispatch: true,
        description: 'Inputs of the process, as JSON.',
    },
    question: {
        kind: input_kinds_text,
        default: '',
        description: 'A gate without code: with a question and no `process`, the run is one breakpoint that asks it.',
    },
    context: { kind: input_kinds_text, default: '', description: 'What the people who answer `question` should know.' },
    'run-id': {
        kind: { type: 'run-id' },
        default: '',
        fromDispatch: true,
        description: 'The run to carry on, or the id for a new one. Default: made from the workflow run and the job, so that a re-run finds its run.',
    },
    'effect-id': {
        kind: input_kinds_text,
        default: '',
        fromDispatch: true,
        description: 'The effect that `result` or `cancel` is for: its id or its short reference (`e-…`).',
    },
    reason: {
        kind: input_kinds_text,
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
        kind: input_kinds_text,
        default: '',
        fromDispatch: true,
        description: 'The value of `result` or `signal`: JSON, else plain text.',
    },
    signal: {
        kind: input_kinds_text,
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
        description: 'Where runs live between jobs. `artifact` is for repositories where nothing may write to git; it promises less (docs/stores.md).',
    },
    branch: {
        kind: input_kinds_text,
        default: 'longhaul/{run-id}',
        description: 'Name of a run’s branch, or a full ref such as `refs/longhaul/runs/{run-id}`, which the web interface does not show.',
    },
    'runs-dir': {
        kind: input_kinds_text,
        default: '.a5c/runs',
        description: 'Directory of the runs with `store: directory`, relative to the workspace.',
    },
    token: {
        kind: input_kinds_text,
        default: '${{ github.token }}',
        description: 'Token for the store, comments and dispatches.',
    },
    'signing-key': {
        kind: input_kinds_text,
        default: '',
        description: 'Keys, one a line: the first signs saves and messages, each is accepted. A secret, best an environment’s (docs/security.md).',
    },
    'on-unsigned': {
        kind: choice('refuse', 'adopt'),
        default: 'refuse',
        description: 'With a `signing-key`, when a run has no signature that can be checked: refuse it, or take it once and record that.',
    },
    'upload-run': {
        kind: { type: 'boolean' },
        default: 'false',
        description: 'When a run ends, upload all of it, with progress.ndjson and final.json, as the artifact `longhaul-whole-<run>`.',
    },
    save: {
        kind: choice('paced', 'each'),
        default: 'paced',
        description: '`paced`: steps may run up to 10 s ahead of the store when saves are frequent. `each`: every command waits for its save.',
    },
    'keep-days': {
        kind: { type: 'count', min: 0, max: 3650 },
        default: '30',
        description: 'Days that an ended run keeps its branch before a sweep archives it.',
    },
    'agent-command': {
        kind: input_kinds_text,
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
        description: 'When the job step has run for so long, the run is saved and the workflow dispatched again; 0: never.',
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
        description: 'When the workspace’s code is not the run’s: go on with the code that the run carries, take the workspace’s after a replay has agreed, or refuse.',
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
        description: 'Who may decide: `@user`, `@org/team`, `app[bot]`, `role:maintain`. Default: write permission.',
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
        kind: input_kinds_text,
        default: '${{ job.check_run_id }}',
        hidden: true,
        description: 'Filled in by the platform.',
    },
    'job-index': {
        kind: input_kinds_text,
        default: '${{ strategy.job-index }}',
        hidden: true,
        description: 'Filled in by the platform.',
    },
};
const OUTPUTS = {
    'run-id': 'The run.',
    status: '`created`, `running`, `waiting`, `completed`, `failed`, `canceled`, `halted`; empty when the event concerned no run.',
    output: 'JSON of what the process returned; empty before it has, and (with a warning) when longer than 512 KiB.',
    error: '`Name: message` of the error that ended the run.',
    pending: 'JSON array of what the run waits for: `effectId`, `ref`, `kind`, `taskId`, `label`, `title`, `external`, `url`, `wakeAt`.',
    matrix: 'JSON `{"include":[…]}` of the external effects that this workflow run has taken (256 at most), for `strategy.matrix`; `runs-on` is `metadata[\'runs-on\']` of the task, else `ubuntu-latest`.',
    'has-pending': '`true` when `matrix` is not empty.',
    decision: 'JSON of the last decision: `approved`, `by`, `ref`, `commentUrl`.',
    commit: 'The workspace commit that the run was last driven in, for a checkout step.',
    'issue-url': 'Issue or pull request that the run reports on.',
    'breakpoint-url': 'Comment of the open breakpoint.',
    'final-path': 'Path of final.json, once the run has ended.',
    'progress-path': 'Path of progress.ndjson.',
    'report-path': 'Path of the report.',
};


/***/ }),

/***/ 94504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ jobUrl),
/* harmony export */   OX: () => (/* binding */ defaultRunId),
/* harmony export */   hK: () => (/* binding */ hashedId),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   ph: () => (/* binding */ workspaceCommit),
/* harmony export */   ru: () => (/* binding */ isSpoken)
/* harmony export */ });
/* unused harmony export workflowRunUrl */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21792);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41597);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76786);
/* harmony import */ var _operations_workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3553);
/** Where the Action finds itself: the job, the event, the repository. Read once, from the runner's environment. */







/** Somebody has said something, whoever runs the job once more. */
const isSpoken = ({ name }) => name === 'issue_comment' || name === 'pull_request_review';
/** @throws UsageError when it does not run in a job */
function readEvent(env) {
    const needed = (name) => {
        const value = env[name];
        if (value === undefined || value === '') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${name} is not set: this is not a job of GitHub Actions`, {
                hint: 'On a machine of your own use the command line: npx longhaul run <entry>.',
            });
        }
        return value;
    };
    const workspace = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(env.GITHUB_WORKSPACE || process.cwd());
    return {
        name: needed('GITHUB_EVENT_NAME'),
        payload: readPayload(env.GITHUB_EVENT_PATH),
        repository: needed('GITHUB_REPOSITORY'),
        workflowRunId: needed('GITHUB_RUN_ID'),
        workflowAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1') || 1,
        job: needed('GITHUB_JOB'),
        step: env.GITHUB_ACTION ?? '',
        ref: env.GITHUB_REF ?? '',
        sha: env.GITHUB_SHA ?? '',
        actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || '',
        workflow: workflowPath(env.GITHUB_WORKFLOW_REF ?? ''),
        workflowName: env.GITHUB_WORKFLOW ?? '',
        serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
        workspace,
        temp: env.RUNNER_TEMP || node_path__WEBPACK_IMPORTED_MODULE_1__.join(workspace, '..'),
    };
}
function readPayload(file) {
    if (file === undefined || file === '')
        return {};
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`The event file ${file} cannot be read`, { path: file, cause });
    }
}
/** `owner/name/.github/workflows/x.yml@refs/heads/main` → `.github/workflows/x.yml` */
function workflowPath(ref) {
    return /^[^/]+\/[^/]+\/(.+?)(?:@.*)?$/.exec(ref)?.[1] ?? '';
}
/**
 * The id of a run that nobody named (protocol B2): made of the workflow run and the job, so that a later attempt of
 * the workflow, or one whose answer was lost, finds its run by name.
 */
function defaultRunId(event, jobIndex) {
    // `__owner_repo` is the runner's own name for the first step that uses an action; only a second one needs telling apart.
    const step = /^__[A-Za-z0-9_-]*?(?:_(\d+))?$/.exec(event.step);
    const ownStep = step === null ? event.step : (step[1] ?? '');
    const index = jobIndex === '' || jobIndex === '0' ? '' : jobIndex;
    const exact = [event.workflowRunId, event.job, ownStep, index];
    const text = exact.filter((part) => part !== '').join('-');
    // `build-2` may be a job, the second step of one, or the third of a matrix; `a-b-c` a step of `a` or of `a-b`.
    const isAmbiguous = /^\d+$/.test(ownStep) ||
        (index === '' && /-\d+$/.test(ownStep || event.job)) ||
        (ownStep !== '' && `${event.job}${ownStep}`.includes('-'));
    return (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_4__/* .isRunId */ .Pk)(text) && !isAmbiguous ? text : hashedId(exact, 64);
}
/** Readable parts, and a digest of them that no other parts come to, however the text must be cut. */
function hashedId(exact, longest) {
    const digest = (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(JSON.stringify(exact)).slice(0, 12);
    const text = exact
        .filter((part) => part !== '')
        .join('-')
        .replace(/[^A-Za-z0-9._-]/g, '-')
        .replace(/\.{2,}/g, '.');
    return `${text.slice(0, longest - digest.length - 1)}-${digest}`;
}
const head = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ pull_request: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ head: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() }) }) });
/**
 * The commit that the workspace has checked out; '' outside git. Of a pull request's merge commit, which nobody can
 * name later, the head stands for it (T1).
 */
function workspaceCommit(event) {
    const commit = (0,_operations_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .commitOf */ .D)(event.workspace);
    const isMerge = event.ref.startsWith('refs/pull/') && commit === event.sha;
    return (isMerge ? head.safeParse(event.payload).data?.pull_request.head.sha : undefined) ?? commit;
}
const workflowRunUrl = (event) => `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}/attempts/${event.workflowAttempt}`;
const jobUrl = (event, jobId) => jobId === ''
    ? workflowRunUrl(event)
    : `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}/job/${jobId}`;


/***/ }),

/***/ 57110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ DIVERGED_HINT),
/* harmony export */   u: () => (/* binding */ sayInJob)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/** What to do next in a workflow, where the error itself speaks of the command line. */

const PENDING = 'The output `pending` of `command: status` lists what the run waits for.';
/** For a run whose steps the code of the workspace does not ask for. */
const DIVERGED_HINT = 'Resume on the code that the run carries (`on-code-change: pin`), or change the code so that it asks for these steps again. To give the run up: `command: halt`. If the process does input or output of its own between steps, put that into ctx.run.';
const HINTS = {
    RUN_EXISTS: 'Choose another `run-id`, or carry this one on with `command: resume`.',
    RUN_NOT_FOUND: 'Runs are the branches of the repository under the prefix of `branch`; ended ones are archived.',
    RUN_ENDED: 'How it ended is in the outputs of `command: status`. A run that failed by itself is opened again by `/retry`, or by `command: resume` with its `run-id`; in place of any other one start a new run.',
    DAMAGED: 'Check out the run’s branch and see every finding with `npx longhaul run:verify`.',
    LEASE_HELD: 'That job takes what is sent to the run meanwhile (comments, results, signals, cancels). To stop the job alone, cancel its workflow run; `command: resume`, or a scheduled sweep, then carries the run on. `command: halt` would end the run itself, for good.',
    DIVERGED: DIVERGED_HINT,
    CODE_CHANGED: 'Resume with `on-code-change: pin` to go on with the code that the run carries, or `upgrade` to take the workspace’s after a replay has proved that it agrees.',
    RETRY_REFUSED: 'The same code would fail again: mend it and resume with `on-code-change: upgrade`.',
    PROCESS_STUCK: 'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; mend the code and resume with `on-code-change: upgrade`, or seal the run with `command: halt`.',
    PROCESS_LOAD: 'Mend the file and resume the run, which is there and is as it was: `command: resume` with its `run-id`, and `on-code-change: upgrade` if it has done steps.',
    PROCESS_LOST: 'The journal is as it was. Once the cause is mended: `command: resume` with its `run-id`, and `on-code-change: upgrade` if it was in the code.',
    EFFECT_RUNNING: 'Wait for its end, or stop it with `command: cancel` and its `effect-id`.',
    EFFECT_NOT_FOUND: PENDING,
    EFFECT_SETTLED: PENDING,
    EFFECT_DROPPED: PENDING,
    REFUSED: PENDING,
};
/** '' when there is nothing to say. */
const hintInJob = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ ? (HINTS[error.code] ?? error.hint) : '';
/** What happened, and on the next line what to do. */
function sayInJob(error) {
    const hint = hintInJob(error);
    return `${error instanceof Error ? error.message : String(error)}${hint === '' ? '' : `\n${hint}`}`;
}


/***/ }),

/***/ 11059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   rg: () => (/* binding */ keyLines)
/* harmony export */ });
/* unused harmony export allowed */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21792);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74214);
/* harmony import */ var _decisions_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97239);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1005);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76786);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50296);
/** Reads the action inputs: each is parsed, and a bad one is an error that names it, its value and what is allowed. */






/** What a person may write; the words stand in messages and in the documentation. */
function allowed(kind) {
    switch (kind.type) {
        case 'text':
            return 'text';
        case 'lines':
            return 'a list, by comma or newline';
        case 'approvers':
            return 'a list, by comma or newline, of `@user`, `@org/team`, `app[bot]`, and `role:` with read, triage, write, maintain or admin';
        case 'secrets':
            return 'one a line';
        case 'choices':
            return `a list of ${kind.values.map((value) => `\`${value}\``).join(', ')}`;
        case 'issue':
            return 'a number, as `12` or `#12`';
        case 'choice':
            return kind.values.map((value) => `\`${value}\``).join(', ');
        case 'boolean':
            return '`true` or `false`';
        case 'count':
            return `an integer from ${kind.min} to ${kind.max}`;
        case 'duration':
            return `a duration such as \`30s\`, \`10m\`, \`5h30m\`, \`7d\`${kind.zero === undefined ? '' : ` (\`0s\`: ${kind.zero})`}`;
        case 'json':
            return 'JSON';
        case 'run-id':
            return 'letters, digits, `.`, `_` and `-`, up to 64, beginning with a letter or digit';
    }
}
const listOf = (text, separator) => text
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line !== '');
function areApprovers(entries) {
    try {
        return (0,_decisions_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApprovers */ .CR)(entries).length > 0;
    }
    catch {
        return false;
    }
}
function schemaOf(kind) {
    const trimmed = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().trim();
    switch (kind.type) {
        case 'text':
            return zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP();
        case 'lines':
            return trimmed.transform((text) => listOf(text, /[\n,]/));
        case 'approvers':
            return trimmed.transform((text) => listOf(text, /[\n,]/)).refine(areApprovers);
        case 'secrets':
            return trimmed.transform((text) => listOf(text, '\n'));
        case 'choices':
            return trimmed
                .transform((text) => listOf(text, /[\n,]/))
                .pipe(zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(kind.values)));
        case 'issue':
            return trimmed.regex(/^(#?[1-9]\d{0,9})?$/);
        case 'choice':
            return trimmed.pipe(zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(kind.values));
        case 'boolean':
            return trimmed
                .toLowerCase()
                .pipe(zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['true', 'false']))
                .transform((value) => value === 'true');
        case 'count':
            return trimmed.regex(/^\d+$/).transform(Number).pipe(zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().min(kind.min).max(kind.max));
        case 'duration':
            return trimmed.transform((value, context) => {
                try {
                    return (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationMs */ .p)(value, 'duration');
                }
                catch {
                    context.addIssue({ code: 'custom', message: 'no duration' });
                    return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
                }
            });
        case 'json':
            return trimmed.transform((value, context) => {
                if (value === '')
                    return undefined;
                try {
                    return JSON.parse(value);
                }
                catch (error) {
                    context.addIssue({ code: 'custom', message: error.message });
                    return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
                }
            });
        case 'run-id':
            return trimmed.refine((value) => value === '' || (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunId */ .Pk)(value));
    }
}
/**
 * Parses every input. `raw` gives the text of one ('' when it is not set): what the workflow or the dispatch event
 * says; an empty text takes the default.
 * @throws UsageError naming the first bad input, its value and what is allowed; nothing has been done by then
 */
function parseInputs(raw) {
    const parsed = {};
    for (const [name, spec] of Object.entries(_contract_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUTS */ .mc)) {
        const said = raw(name);
        const value = said.trim() === '' ? literalDefault(spec.default) : said;
        const result = schemaOf(spec.kind).safeParse(value);
        if (!result.success) {
            const why = spec.kind.type === 'json' ? ` (${result.error.issues[0]?.message ?? ''})` : '';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`Input \`${name}\` is ${shown(value)}${why}; allowed: ${allowed(spec.kind)}`, {
                hint: `Mend \`${name}\` in the \`with:\` of the step, or in the inputs of the dispatch. Nothing was written.`,
            });
        }
        parsed[name] = result.data;
    }
    return parsed;
}
/** A default that the platform fills in is empty where there is no platform. */
const literalDefault = (text) => (text.startsWith('${{') ? '' : text);
const shown = (value) => JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
/** The lines of `signing-key`: secrets, each by itself. */
const keyLines = (inputs) => listOf(inputs['signing-key'], '\n');


/***/ }),

/***/ 54764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ isForkEvent),
/* harmony export */   Cf: () => (/* binding */ dispatchInputs),
/* harmony export */   OH: () => (/* binding */ isPullEvent),
/* harmony export */   Pp: () => (/* binding */ issueNumber),
/* harmony export */   g6: () => (/* binding */ isForThisStep),
/* harmony export */   oQ: () => (/* binding */ intentOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21792);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50296);
/**
 * From a GitHub event to what is to be done. Pure: event name, payload and inputs in, an intent out. Whatever an
 * event carries is data; what this file does not know is ignored, politely.
 */



const id = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().positive();
const time = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish();
const issueComment = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id, body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(), created_at: time }),
    issue: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: id }),
});
const review = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    review: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id, node_id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), body: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(), submitted_at: time }),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: id }),
});
const subject = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    issue: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: id, pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J().optional() }).optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: id }).optional(),
});
const dispatch = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ inputs: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()).nullish() });
const pullRequest = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ head: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).nullish() }) }),
    repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
});
/**
 * The texts that a workflow_dispatch event gives, of those inputs that may come from one. Numbers and booleans are
 * their text; anything else, and empty text, counts as not given.
 */
function dispatchInputs(eventName, payload) {
    const found = {};
    if (eventName !== 'workflow_dispatch')
        return found;
    const inputs = dispatch.safeParse(payload).data?.inputs ?? {};
    for (const [name, spec] of Object.entries(_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc)) {
        if (!('fromDispatch' in spec))
            continue;
        const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
        const text = typeof value === 'string'
            ? value
            : typeof value === 'number' || typeof value === 'boolean'
                ? String(value)
                : '';
        if (text.trim() !== '')
            found[name] = text;
    }
    return found;
}
/**
 * False for a step that is written to bring a message to one effect of one run (a job of a matrix, its result), where
 * the dispatch that started the workflow is about something else: it is meant for another step.
 */
function isForThisStep(dispatched, ofStep) {
    if (ofStep('run-id') === '' || ofStep('effect-id') === '')
        return true;
    const names = ['command', 'run-id', 'effect-id'];
    return names.every((name) => {
        const [said, own] = [dispatched[name]?.trim(), ofStep(name)];
        return said === undefined || own === '' || said === own;
    });
}
/** True for a pull request from a fork, or from a repository that is gone: its token can write nothing. */
function isForkEvent(payload) {
    const { data } = pullRequest.safeParse(payload);
    return data !== undefined && data.pull_request.head.repo?.full_name !== data.repository.full_name;
}
/** @throws UsageError for a command that does not say which run it is for */
function intentOf(eventName, payload, inputs) {
    const { command, runId } = inputs;
    const issue = issueNumber(inputs.issue, payload);
    if (command === 'sweep' || command === 'check')
        return { type: command };
    if (command === 'start')
        return { type: 'start', issue };
    if (command !== 'auto') {
        if (runId === '')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`\`${command}\` needs a \`run-id\``, {
                hint: 'Name the run in the inputs of the dispatch.',
            });
        return command === 'resume' ? { type: 'resume', runId } : { type: 'command', command, runId };
    }
    if (eventName === 'issue_comment')
        return commentIntent(payload);
    if (eventName === 'pull_request_review')
        return reviewIntent(payload);
    if (eventName === 'schedule')
        return { type: 'sweep' };
    if (runId !== '')
        return inputs.runIdFromEvent ? { type: 'resume', runId } : { type: 'start-or-resume', runId, issue };
    if (!inputs.hasProcess)
        return ignore('there is neither a `process` nor a `question` to start, and no `run-id` to carry on');
    return { type: 'start', issue };
}
function commentIntent(payload) {
    const { data } = issueComment.safeParse(payload);
    if (data === undefined)
        return ignore('the event carries no comment');
    // An edit or a deletion of a comment decides nothing, whoever made it.
    if (data.action !== 'created')
        return ignore(`a comment was ${data.action}; only new comments count`);
    const { comment, issue } = data;
    const { body, created_at: at } = comment;
    return { type: 'comment', commentId: comment.id, issue: issue.number, text: body ?? '', at: at ?? '' };
}
function reviewIntent(payload) {
    const { data } = review.safeParse(payload);
    if (data === undefined)
        return ignore('the event carries no review');
    if (data.action !== 'submitted')
        return ignore(`a review was ${data.action}; only submitted ones count`);
    // A fork's token may not write: the review could be heard, and nothing done about it.
    if (isForkEvent(payload))
        return ignore('reviews of pull requests from forks are not heard; comment on the pull request instead');
    const { id: reviewId, node_id: nodeId, body, submitted_at: at } = data.review;
    const { number: pullRequest } = data.pull_request;
    return { type: 'review', reviewId, nodeId, pullRequest, text: body ?? '', at: at ?? '' };
}
/** Whether the issue of the event is a pull request; undefined: the event has none. */
function isPullEvent(payload) {
    const { data } = subject.safeParse(payload);
    if (data?.pull_request !== undefined)
        return true;
    return data?.issue === undefined ? undefined : (data.issue.pull_request ?? null) !== null;
}
function issueNumber(said, payload) {
    if (/^#?[1-9]\d{0,9}$/.test(said.trim()))
        return Number(said.trim().replace('#', ''));
    const { data } = subject.safeParse(payload);
    return data?.issue?.number ?? data?.pull_request?.number;
}
const ignore = (why) => ({ type: 'ignore', why });


/***/ }),

/***/ 20588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(21792);
// EXTERNAL MODULE: ./lib/github/port.js
var port = __webpack_require__(52354);
;// CONCATENATED MODULE: ./lib/github/answers.js
/** What GitHub answers, as far as it is used. Everything that comes from there is parsed here. */


const user = schemas/* object */.Ikc({ login: schemas/* string */.YjP(), id: schemas/* number */.aig(), type: schemas/* string */.YjP() });
const id = schemas/* union */.KCZ([schemas/* number */.aig().int(), schemas/* bigint */.oad()]).transform(String);
const comment = schemas/* object */.Ikc({
    id,
    node_id: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: user.nullish(),
    created_at: schemas/* string */.YjP(),
    updated_at: schemas/* string */.YjP(),
    issue_url: schemas/* string */.YjP(),
});
const review = schemas/* object */.Ikc({
    id,
    node_id: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: user.nullish(),
    submitted_at: schemas/* string */.YjP(),
});
const issue = schemas/* object */.Ikc({
    number: schemas/* number */.aig().int(),
    node_id: schemas/* string */.YjP(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
});
const permission = schemas/* object */.Ikc({ permission: schemas/* string */.YjP(), role_name: schemas/* string */.YjP().optional() });
const pull = schemas/* object */.Ikc({
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish() }),
    user: user.nullish(),
});
const histories = schemas/* object */.Ikc({
    nodes: schemas/* array */.YOg(schemas/* object */.Ikc({
        body: schemas/* string */.YjP().optional(),
        lastEditedAt: schemas/* string */.YjP().nullish(),
        viewerDidAuthor: schemas/* boolean */.zMY().optional(),
        author: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
        editor: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
    })
        .nullable()),
});
/** GitHub's stand-in for an account that is gone. */
const GHOST = 'ghost';
function personIn(value) {
    if (value === null || value === undefined || value.login === GHOST)
        return undefined;
    const isBot = value.type !== 'User' || value.login.endsWith('[bot]');
    return { login: value.login, id: value.id, isBot };
}
function commentIn(value) {
    const found = comment.parse(value);
    return {
        id: found.id,
        nodeId: found.node_id,
        url: found.html_url,
        body: found.body ?? '',
        author: personIn(found.user),
        createdAt: found.created_at,
        updatedAt: found.updated_at,
        issue: Number(/\/(\d+)$/.exec(found.issue_url)?.[1] ?? 0),
    };
}
function reviewIn(value, pullRequest) {
    const found = review.parse(value);
    return {
        id: found.id,
        nodeId: found.node_id,
        url: found.html_url,
        body: found.body ?? '',
        author: personIn(found.user),
        createdAt: found.submitted_at,
        updatedAt: found.submitted_at,
        issue: pullRequest,
    };
}
function issueIn(value) {
    const found = issue.parse(value);
    return { number: found.number, nodeId: found.node_id, url: found.html_url, body: found.body ?? '' };
}
const isRole = (name) => port/* ROLES */.gg.includes(name);
/** The exact role; of an organisation's own roles only the old level that it is built on is known. */
function roleIn(value) {
    const found = permission.parse(value);
    if (found.role_name !== undefined && isRole(found.role_name))
        return found.role_name;
    return isRole(found.permission) ? found.permission : 'none';
}
function pullIn(value, repository) {
    const found = pull.parse(value);
    const isFork = found.head.repo?.full_name.toLowerCase() !== repository.toLowerCase();
    return { head: found.head.sha, author: personIn(found.user), isFork };
}
const membersIn = (value) => schemas/* array */.YOg(user)
    .parse(value)
    .map(personIn)
    .filter((person) => person !== undefined);
/** What does not say that it was never edited counts as edited. */
function historiesIn(value) {
    return histories.parse(value).nodes.map((node) => node === null
        ? undefined
        : {
            isEdited: node.lastEditedAt !== null,
            isForeign: node.lastEditedAt !== null && node.editor?.login !== node.author?.login,
            isOwn: node.viewerDidAuthor === true,
            body: node.body ?? '',
        });
}

;// CONCATENATED MODULE: ./lib/github/octokit-people.js



const PER_PAGE = 100;
const TIMEOUT_MS = 20_000;
const HISTORIES = `query($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on IssueComment { body lastEditedAt viewerDidAuthor author { login } editor { login } }
    ... on PullRequestReview { body lastEditedAt viewerDidAuthor author { login } editor { login } }
    ... on Issue { body lastEditedAt viewerDidAuthor author { login } editor { login } }
  }
}`;
const REACT = `mutation($id: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $id, content: $content }) { reaction { content } }
}`;
function peopleAndPosts({ octokit, owner, repo, timeoutMs = TIMEOUT_MS, }) {
    const here = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
    /** One request. Values for the path and the query are octokit's to encode. */
    const ask = async (what, route, values = {}) => {
        try {
            const { request } = await octokit();
            const { data } = await request(route, { ...values, request: { ...once(timeoutMs) } });
            return data;
        }
        catch (error) {
            throw faultOf(error, what, neededFor(route));
        }
    };
    const graph = async (what, query, values, needs) => {
        try {
            const { graphql } = await octokit();
            return await graphql(query, { ...values, request: { ...once(timeoutMs) } });
        }
        catch (error) {
            const { errors, data } = error;
            // What is gone is a hole in the answer, and an error beside it.
            if (errors?.every(({ type }) => type === 'NOT_FOUND') && data)
                return data;
            throw faultOf(error, what, needs);
        }
    };
    async function* pages(what, route, values) {
        for (let page = 1;; page += 1) {
            const found = read(schemas/* array */.YOg(schemas/* unknown */.L5J()).parse, await ask(what, route, { ...values, per_page: PER_PAGE, page }), what);
            yield* found;
            if (found.length < PER_PAGE)
                return;
        }
    }
    return {
        async comment(id) {
            const what = `comment ${id} could not be read`;
            const found = await unlessMissing(() => ask(what, `GET ${here}/issues/comments/{comment_id}`, { comment_id: id }));
            return found === undefined ? undefined : read(commentIn, found, what);
        },
        async createComment(issue, body) {
            const what = `a comment on #${issue} could not be made`;
            const made = await ask(what, `POST ${here}/issues/{issue_number}/comments`, {
                issue_number: issue,
                body,
            });
            return read(commentIn, made, what);
        },
        async editComment(id, body) {
            const what = `comment ${id} could not be edited`;
            return read(commentIn, await ask(what, `PATCH ${here}/issues/comments/{comment_id}`, { comment_id: id, body }), what);
        },
        async *commentsSince(issue, since) {
            const what = `the comments on #${issue} could not be read`;
            const route = `GET ${here}/issues/{issue_number}/comments`;
            for await (const one of pages(what, route, { issue_number: issue, since }))
                yield read(commentIn, one, what);
        },
        async createIssue(issue) {
            const what = 'an issue for the run could not be made';
            return read(issueIn, await ask(what, `POST ${here}/issues`, issue), what);
        },
        async *issuesSince(label, since) {
            const what = `the issues labelled ${label} could not be read`;
            const values = { labels: label, since, state: 'all' };
            for await (const one of pages(what, `GET ${here}/issues`, values))
                yield read(issueIn, one, what);
        },
        async react(commentId, reaction) {
            const what = `comment ${commentId} could not be reacted to`;
            const route = `POST ${here}/issues/comments/{comment_id}/reactions`;
            await ask(what, route, { comment_id: commentId, content: reaction });
        },
        async reactToNode(nodeId, reaction) {
            const values = { id: nodeId, content: reaction.toUpperCase() };
            await graph('the review could not be reacted to', REACT, values, '`pull-requests: write`');
        },
        async review(pullRequest, id) {
            const what = `review ${id} of #${pullRequest} could not be read`;
            const route = `GET ${here}/pulls/{pull_number}/reviews/{review_id}`;
            const found = await unlessMissing(() => ask(what, route, { pull_number: pullRequest, review_id: id }));
            return found === undefined ? undefined : read((value) => reviewIn(value, pullRequest), found, what);
        },
        async role(login) {
            const what = `the permission of @${login} could not be read`;
            const route = `GET ${here}/collaborators/{username}/permission`;
            // Apps and accounts that are gone are answered with 404: they have no role.
            const found = await unlessMissing(() => ask(what, route, { username: login }));
            return found === undefined ? 'none' : read(roleIn, found, what);
        },
        async teamMembers(organisation, team) {
            const what = `the members of @${organisation}/${team} could not be read`;
            const members = [];
            try {
                const values = { org: organisation, team_slug: team };
                for await (const one of pages(what, 'GET /orgs/{org}/teams/{team_slug}/members', values))
                    members.push(one);
            }
            catch (error) {
                if (!(error instanceof port/* GitHubRefusal */.ke))
                    throw error;
                throw new port/* GitHubRefusal */.ke(error.status, `${error.message}. \`approvers\` names this team: pass a \`token\` that may read the organisation's members (an App with \`members: read\`); GITHUB_TOKEN never may`);
            }
            return read(membersIn, members, what);
        },
        async pull(number) {
            const what = `pull request #${number} could not be read`;
            const found = await unlessMissing(() => ask(what, `GET ${here}/pulls/{pull_number}`, { pull_number: number }));
            return found === undefined
                ? undefined
                : read((value) => pullIn(value, `${owner}/${repo}`), found, what);
        },
        async histories(nodeIds) {
            const what = 'the history of comments could not be read';
            return read(historiesIn, await graph(what, HISTORIES, { ids: nodeIds }, TO_READ), what);
        },
    };
}
/** Nothing here is asked twice by itself: what happens after no answer is the caller's decision. */
const once = (timeoutMs) => ({ retries: 0, signal: AbortSignal.timeout(timeoutMs) });
function read(parse, value, what) {
    try {
        return parse(value);
    }
    catch (error) {
        throw new port/* GitHubUnavailable */.kx(200, `${what}: the answer has another shape`, error);
    }
}
async function unlessMissing(request) {
    try {
        return await request();
    }
    catch (error) {
        if (error instanceof port/* GitHubRefusal */.ke && error.status === 404)
            return undefined;
        throw error;
    }
}
const TO_READ = '`issues: read`, on a pull request `pull-requests: read`';
const TO_WRITE = '`issues: write`, on a pull request `pull-requests: write`';
/** Roles take what every token has, teams what no job's token has. */
function neededFor(route) {
    if (/\/(?:collaborators|orgs)\//.test(route))
        return undefined;
    if (route.includes('/pulls/'))
        return '`pull-requests: read`';
    return route.startsWith('GET ') ? TO_READ : TO_WRITE;
}
const REFUSALS = new Set([401, 403, 404, 410, 422, 451]);
/** A no is a GitHubRefusal; no answer, or a limit on how often one may ask, is not. */
function faultOf(error, what, needs) {
    const { status = 0, message = '', response } = error;
    const text = `${what}: ${message}`;
    const isLimit = response?.headers?.['x-ratelimit-remaining'] === '0' ||
        response?.headers?.['retry-after'] !== undefined ||
        /rate limit/i.test(message);
    return REFUSALS.has(status) && !isLimit
        ? new port/* GitHubRefusal */.ke(status, text, needs)
        : new port/* GitHubUnavailable */.kx(status, text, error);
}

;// CONCATENATED MODULE: ./lib/github/octokit.js
/** The port over GitHub's REST API. Octokit is loaded when the first request is made. */


const statusOf = (error) => error.status ?? 0;
function octokitPort({ token, repository, apiUrl, timeoutMs }) {
    const [owner = '', repo = ''] = repository.split('/');
    let loading;
    const octokit = () => {
        loading ??= Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(361)]).then(__webpack_require__.bind(__webpack_require__, 97361)).then(({ getOctokit }) => getOctokit(token, apiUrl === undefined ? {} : { baseUrl: apiUrl }));
        return loading;
    };
    const place = { owner, repo };
    async function workflowRunState(workflowRunId, attempt) {
        const { rest } = await octokit();
        try {
            const { data } = await rest.actions.getWorkflowRunAttempt({
                ...place,
                run_id: Number(workflowRunId),
                attempt_number: attempt,
            });
            return data.status === 'completed' ? 'dead' : 'alive';
        }
        catch (error) {
            return statusOf(error) === 404 ? 'dead' : 'unknown';
        }
    }
    return {
        ...peopleAndPosts({ octokit, owner, repo, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
        workflowRunState,
        async jobState(job) {
            if (job.jobId === '')
                return workflowRunState(job.workflowRunId, job.workflowAttempt);
            const { rest } = await octokit();
            try {
                const { data } = await rest.actions.getJobForWorkflowRun({ ...place, job_id: Number(job.jobId) });
                return data.status === 'completed' ? 'dead' : 'alive';
            }
            catch (error) {
                // A job that GitHub no longer knows cannot be at work.
                return statusOf(error) === 404 ? 'dead' : 'unknown';
            }
        },
        async lastScheduled(workflow) {
            const { rest } = await octokit();
            try {
                const { data } = await rest.actions.listWorkflowRuns({
                    ...place,
                    workflow_id: workflow,
                    event: 'schedule',
                    per_page: 1,
                });
                return data.workflow_runs[0]?.created_at ?? null;
            }
            catch {
                return undefined; // said where it is known, never in the way of anything
            }
        },
        async dispatch(workflow, ref, inputs) {
            const { rest } = await octokit();
            try {
                await rest.actions.createWorkflowDispatch({
                    ...place,
                    workflow_id: workflow,
                    ref,
                    inputs,
                    request: { retries: 0 },
                });
            }
            catch (error) {
                throw refusal(error, `${workflow} could not be dispatched on ${ref}`);
            }
        },
        async blobAt(commit, path) {
            const { rest } = await octokit();
            try {
                const { data } = await rest.repos.getContent({ ...place, path, ref: commit });
                return Array.isArray(data) || data.type !== 'file' ? undefined : data.sha;
            }
            catch (error) {
                if (statusOf(error) === 404)
                    return undefined;
                throw refusal(error, `${path} at ${commit} could not be read`);
            }
        },
        async isAncestor(commit, of) {
            const { rest } = await octokit();
            try {
                const { data } = await rest.repos.compareCommitsWithBasehead({
                    ...place,
                    basehead: `${commit}...${of}`,
                    per_page: 1,
                });
                return data.status === 'ahead' || data.status === 'identical';
            }
            catch (error) {
                if (statusOf(error) === 404)
                    return false;
                throw refusal(error, `${commit} and ${of} could not be compared`);
            }
        },
        async defaultBranch() {
            const { rest } = await octokit();
            const { data } = await rest.repos.get(place);
            return data.default_branch;
        },
        async pullRequestHead(pullRequest) {
            const { rest } = await octokit();
            try {
                const { data } = await rest.pulls.get({ ...place, pull_number: pullRequest });
                const own = data.head.repo?.full_name === repository;
                return own ? { sha: data.head.sha, ref: data.head.ref } : undefined;
            }
            catch (error) {
                if (statusOf(error) === 404)
                    return undefined;
                throw refusal(error, `pull request ${pullRequest} could not be read`);
            }
        },
    };
}
function refusal(error, what) {
    const status = statusOf(error);
    const message = `${what}: ${error.message}`;
    return status >= 400 && status < 500
        ? new port/* GitHubRefusal */.ke(status, message)
        : new Error(message, { cause: error });
}

// EXTERNAL MODULE: ./lib/action/event.js
var action_event = __webpack_require__(94504);
// EXTERNAL MODULE: ./lib/action/hints.js
var hints = __webpack_require__(57110);
// EXTERNAL MODULE: ./lib/action/inputs.js
var action_inputs = __webpack_require__(11059);
// EXTERNAL MODULE: ./lib/action/intent.js
var action_intent = __webpack_require__(54764);
// EXTERNAL MODULE: ./lib/action/store.js + 54 modules
var store = __webpack_require__(31512);
;// CONCATENATED MODULE: ./lib/action/time-limit.js
/** A job near its time limit begins nothing new, lets what runs end, and saves; dispatch.ts has the run carried on. */
/** What runs at the time limit may go on for so long; the default limit leaves half an hour of a hosted job. */
const LONGEST_DRAIN_MS = 20 * 60_000;
/** Fires `drain` at the limit and `stop` when what runs has not ended long after it. 0: never. */
function armTimeLimit(limitMs, startedAgoMs, drain, stop) {
    if (limitMs === 0)
        return () => { };
    const left = Math.max(0, limitMs - startedAgoMs);
    const timers = [setTimeout(drain, left), setTimeout(stop, left + LONGEST_DRAIN_MS)];
    for (const timer of timers)
        timer.unref();
    return () => timers.forEach(clearTimeout);
}

;// CONCATENATED MODULE: ./lib/action/step.js
/** What a step does: main and post, told apart by the state that main leaves. */







const env = process.env;
/** The runner hands an input over in the environment, in capitals. */
const stepInput = (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
function step_read(io) {
    const event = (0,action_event/* readEvent */.j_)(env);
    const given = (0,action_intent/* dispatchInputs */.Cf)(event.name, event.payload);
    const dispatched = (0,action_intent/* isForThisStep */.g6)(given, (name) => stepInput(name).trim()) ? given : {};
    const inputs = (0,action_inputs/* parseInputs */.TL)((name) => dispatched[name] ?? stepInput(name));
    for (const secret of [...inputs.redact, ...(0,action_inputs/* keyLines */.rg)(inputs)])
        io.mask(secret);
    return { event, inputs, runIdFromEvent: dispatched['run-id'] !== undefined };
}
/** What a job works with, main or post. */
function toolsOf(io, inputs, event) {
    const github = octokitPort({ token: inputs.token, repository: event.repository });
    const owner = (0,store/* jobOwner */.n_)(inputs, event, env);
    const warn = (message) => io.warning(message);
    return { github, owner, store: (0,store/* openStore */.Ch)(inputs, event, env, { jobs: github, owner, warn }) };
}
async function main(io) {
    const { event, inputs, runIdFromEvent } = step_read(io);
    const intent = (0,action_intent/* intentOf */.oQ)(event.name, event.payload, {
        command: inputs.command,
        runId: inputs['run-id'],
        runIdFromEvent,
        issue: inputs.issue,
        hasProcess: inputs.process.length > 0 || inputs.question !== '',
    });
    const shutdown = new AbortController();
    const drain = new AbortController();
    const cancel = new AbortController();
    const hurry = new AbortController();
    // The runner's cancel button: SIGINT, SIGTERM after 7.5 s, the end of everything 2.5 s later.
    const first = inputs['on-runner-cancel'] === 'cancel' ? cancel : shutdown;
    process.on('SIGINT', () => first.abort('the workflow run was cancelled'));
    process.on('SIGTERM', () => {
        hurry.abort();
        shutdown.abort('the workflow run was cancelled');
    });
    const disarm = armTimeLimit(inputs['time-limit'], process.uptime() * 1000, () => drain.abort(), () => shutdown.abort('time limit'));
    const { github, owner, store } = toolsOf(io, inputs, event);
    const { runIntent } = await Promise.all(/* import() */[__webpack_require__.e(104), __webpack_require__.e(169), __webpack_require__.e(4), __webpack_require__.e(111), __webpack_require__.e(49)]).then(__webpack_require__.bind(__webpack_require__, 11049));
    const job = {
        event,
        inputs,
        env,
        io,
        store,
        github,
        owner,
        shutdown: shutdown.signal,
        cancel: cancel.signal,
        drain: drain.signal,
        hurry: hurry.signal,
    };
    try {
        const verdict = await runIntent(job, intent);
        for (const [name, value] of Object.entries(verdict.outputs))
            io.output(name, value);
        return verdict.failure;
    }
    finally {
        disarm();
        store.close?.();
    }
}
async function post(io) {
    const unsaved = io.unsavedRuns();
    if (unsaved.length === 0)
        return undefined;
    const { event, inputs } = step_read(io);
    const { github, owner, store } = toolsOf(io, inputs, event);
    const { savePost } = await Promise.all(/* import() */[__webpack_require__.e(169), __webpack_require__.e(4), __webpack_require__.e(416)]).then(__webpack_require__.bind(__webpack_require__, 98416));
    const { tellEnd } = await Promise.all(/* import() */[__webpack_require__.e(104), __webpack_require__.e(169), __webpack_require__.e(111)]).then(__webpack_require__.bind(__webpack_require__, 88111));
    const { uploadRun } = await __webpack_require__.e(/* import() */ 597).then(__webpack_require__.bind(__webpack_require__, 95597));
    const tell = async (run) => {
        await tellEnd({ event, inputs, github, store, io }, run);
        await uploadRun({ event, inputs, env, store, io }, run);
    };
    try {
        const { workspace, workflow } = event;
        return await savePost({ io, store, owner, workspace, workflow, tell }, unsaved);
    }
    finally {
        store.close?.();
    }
}
/** One step of a job, main or post. Returns why the job is red; undefined: it is green. */
async function step(io) {
    try {
        return await (io.isPost() ? post(io) : main(io));
    }
    catch (error) {
        return (0,hints/* sayInJob */.u)(error);
    }
}


/***/ }),

/***/ 31512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n_: () => (/* binding */ jobOwner),
  Ch: () => (/* binding */ openStore),
  GV: () => (/* binding */ runtimeOf),
  DI: () => (/* binding */ workDirectory)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(94545);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __webpack_require__(76786);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(78091);
// EXTERNAL MODULE: ./lib/journal/open-run.js
var open_run = __webpack_require__(11205);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/stores/owner.js
/** Who drives a run, and whether that one is still alive. */




const thisMachine = {
    host: external_node_os_.hostname,
    bootId() {
        if (process.platform !== 'linux')
            return '';
        // As much of it as tells one start from another: each save carries it.
        return [readText('/proc/sys/kernel/random/boot_id').trim().slice(0, 13), pidNamespace()]
            .filter(Boolean)
            .join('.');
    },
    startTime(pid) {
        if (process.platform === 'linux') {
            const stat = readText(`/proc/${pid}/stat`);
            // The name in parentheses may hold blanks and parentheses; field 22 counts from the last one.
            return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
        }
        if (process.platform === 'win32')
            return '';
        try {
            return (0,external_node_child_process_.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], {
                encoding: 'utf8',
                stdio: 'pipe',
            }).trim();
        }
        catch {
            return '';
        }
    },
    exists(pid) {
        try {
            process.kill(pid, 0);
            return true;
        }
        catch (error) {
            return error.code === 'EPERM';
        }
    },
};
function pidNamespace() {
    try {
        return /\d+/.exec((0,external_node_fs_.readlinkSync)('/proc/self/ns/pid'))?.[0] ?? '';
    }
    catch {
        return '';
    }
}
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
/** This process as the owner of a lease. `job`: the GitHub job that it runs in. */
function thisOwner(engine, job, machine = thisMachine) {
    return {
        token: (0,ids/* ulid */.Z0)(),
        engine,
        startedAt: new Date().toISOString(),
        process: {
            pid: process.pid,
            startTime: machine.startTime(process.pid),
            bootId: machine.bootId(),
            host: machine.host(),
        },
        ...(job !== undefined && { job }),
    };
}
/**
 * Judges an owner. `unknown` for one from another machine: its pid means nothing here. A process that is gone,
 * whose pid has another start time by now, or that ran before this machine's last start is dead. Runners of GitHub
 * share host names: a job that ran before "the last start" may be on another one, and is asked about.
 */
function livenessOf(owner, machine = thisMachine) {
    const { process: of } = owner;
    if (of === undefined || of.host !== machine.host())
        return 'unknown';
    const here = machine.bootId();
    if (of.bootId !== '' && here !== '' && of.bootId !== here) {
        const isOtherBoot = of.bootId.split('.')[0] !== here.split('.')[0];
        return isOtherBoot && owner.job === undefined ? 'dead' : 'unknown';
    }
    return isRunning(of, machine) ? 'alive' : 'dead';
}
function isRunning(of, machine) {
    if (!machine.exists(of.pid))
        return false;
    const started = machine.startTime(of.pid);
    return started === '' || of.startTime === '' || started === of.startTime;
}
/** For messages: the job's address, or the process. */
function describeOwner(owner) {
    if (owner === undefined)
        return 'another driver';
    if (owner.job !== undefined)
        return owner.job.url;
    if (owner.process !== undefined)
        return `process ${owner.process.pid} on ${owner.process.host}`;
    return `driver ${owner.token}`;
}

;// CONCATENATED MODULE: ./lib/stores/liveness.js

/** ISO time until which a lease is not taken from an owner that cannot be asked about; undefined: never by time alone. */
function expiryOf(owner, expiresAt) {
    const times = [Date.parse(expiresAt ?? '')];
    if (owner.job !== undefined)
        times.push(Date.parse(owner.startedAt) + owner.job.limitMinutes * 60_000);
    const known = times.filter((time) => !Number.isNaN(time));
    // Never shorter than the owner's job may last.
    return known.length === 0 ? undefined : new Date(Math.max(...known)).toISOString();
}
/** Who holds the lease now; undefined: nobody, or somebody who is dead. */
async function holderOfNote(note, ports) {
    if (note === undefined || note.released)
        return undefined;
    const { owner } = note;
    let liveness = livenessOf(owner, ports.machine);
    if (liveness === 'unknown' && ports.isAlive !== undefined)
        liveness = await ports.isAlive(owner).catch(() => 'unknown');
    if (liveness === 'dead')
        return undefined;
    if (liveness === 'alive')
        return owner;
    const expiry = expiryOf(owner, note.expiresAt);
    return expiry !== undefined && Date.parse(expiry) <= ports.now() ? undefined : owner;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/journal/codec.js
var codec = __webpack_require__(75283);
// EXTERNAL MODULE: ./lib/journal/json.js
var json = __webpack_require__(68651);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __webpack_require__(9138);
;// CONCATENATED MODULE: ./lib/stores/new-run.js
/** What a new run directory holds. */








/** run.json, inputs.json, .gitignore and the first event, in the order in which they are written. */
function newRunFiles(run, now) {
    const createdAt = run.history?.createdAt ?? new Date(now()).toISOString();
    const metadata = {
        runId: run.runId,
        request: run.request ?? run.processId,
        processId: run.processId,
        ...(run.harness !== undefined && { harness: run.harness }),
        entrypoint: run.entrypoint,
        ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
        createdAt,
        ...(run.prompt !== undefined && { prompt: run.prompt }),
        ...(run.nonInteractive === true && { nonInteractive: true }),
        completionProof: (0,external_node_crypto_.randomBytes)(16).toString('hex'),
    };
    const data = {
        runId: run.runId,
        processId: run.processId,
        entrypoint: run.entrypoint,
        ...(run.harness !== undefined && { harness: run.harness }),
        ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
        ...(run.inputs !== undefined && { inputsRef: 'inputs.json' }),
        ...(run.prompt !== undefined && { prompt: run.prompt }),
        ...run.created,
    };
    const files = [
        { path: '.gitignore', text: layout/* GITIGNORE */.zV },
        { path: 'run.json', text: (0,task_files/* encodeRun */.M$)(metadata) },
    ];
    if (run.inputs !== undefined)
        files.push({ path: 'inputs.json', text: (0,json/* jsonText */.s$)(run.inputs) });
    files.push(...(run.files ?? []));
    const event = (0,codec/* encodeEvent */.r9)({ type: 'RUN_CREATED', recordedAt: createdAt, data });
    const name = (0,layout/* eventFileName */.MS)(1, run.history?.ulid ?? new ids/* UlidClock */.jB('', now).next());
    files.push({ path: `journal/${name}`, text: event });
    return files;
}
/** A run directory's empty directories and files, written into `dir`, which must not exist yet. */
function createRunDirectory(dir, files, directories) {
    (0,external_node_fs_.mkdirSync)(dir, { recursive: true });
    for (const name of directories)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(dir, name));
    for (const file of files) {
        const path = (0,external_node_path_.join)(dir, file.path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        const fd = (0,external_node_fs_.openSync)(path, 'wx');
        try {
            (0,external_node_fs_.writeFileSync)(fd, file.text);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/signature.js
/**
 * Signatures of what a store holds (protocol T3): an HMAC with a key that only jobs have. Whoever may write to the
 * store, but has no key, can neither make up a result nor take one run's history for another's.
 */


const LEAST = 32;
const SIGNATURE = /^v1 ([0-9a-f]{8}) ([0-9a-f]{64})$/;
/**
 * The keys of the input `signing-key`, one a line; undefined when there is none.
 * @throws UsageError for one that is too short to be a key
 */
function signingKeys(text) {
    const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const [first] = lines;
    if (first === undefined)
        return undefined;
    const short = lines.findIndex((line) => line.length < LEAST);
    if (short >= 0) {
        throw new errors/* UsageError */.eb(`Line ${short + 1} of signing-key has fewer than ${LEAST} characters`, {
            hint: 'Make one with `openssl rand -hex 32` and keep it as a secret.',
        });
    }
    return { first: idOf(first), all: new Map(lines.map((line) => [idOf(line), line])) };
}
/** Names a key without telling anything of it. */
function idOf(key) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update('longhaul key id').digest('hex').slice(0, 8);
}
function digest(key, { store, repository, runId, parts }) {
    const text = JSON.stringify(['longhaul signature v1', store, repository, runId, ...parts]);
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}
/** `v1 <id of the key> <HMAC>` */
function sign(keys, signed) {
    const key = keys.all.get(keys.first) ?? '';
    return `v1 ${keys.first} ${digest(key, signed).toString('hex')}`;
}
function judge(keys, signed, signature) {
    if (signature === undefined || signature === '')
        return 'unsigned';
    const [, id = '', hmac = ''] = SIGNATURE.exec(signature) ?? [];
    if (id === '')
        return 'forged';
    const key = keys.all.get(id);
    if (key === undefined)
        return 'unknown-key';
    return (0,external_node_crypto_.timingSafeEqual)(digest(key, signed), Buffer.from(hmac, 'hex')) ? 'valid' : 'forged';
}
const WHY = {
    unsigned: 'is not signed',
    'unknown-key': 'is signed with a key that is not among those of signing-key',
    forged: 'has a signature that does not hold: it was altered, or made for something else',
};
/** Why something is refused, for a message. */
const whyRefused = (judgement) => WHY[judgement];
/** What is said when a run is taken without a signature. */
const adoptedNote = (runId, what) => `Run ${runId} was taken from ${what} without a signature that could be checked, as on-unsigned: adopt says; the next save records it`;
/**
 * Demands a signature of what a run is read from.
 * @param what for the message: `Commit 1234 of run x`
 * @returns true when it was adopted without one (`on-unsigned: adopt`), to be recorded by the next save
 * @throws LonghaulError UNSIGNED, UNKNOWN_KEY, FORGED; nothing is written then
 */
function demand(policy, signed, signature, what, path) {
    const judgement = judge(policy.keys, { ...signed, repository: policy.repository }, signature);
    if (judgement === 'valid')
        return false;
    if (judgement !== 'forged' && policy.onUnsigned === 'adopt')
        return true;
    const forged = judgement === 'forged';
    throw new errors/* LonghaulError */.BQ(judgement === 'unsigned' ? 'UNSIGNED' : forged ? 'FORGED' : 'UNKNOWN_KEY', `${what} ${WHY[judgement]}; nothing was read from it and nothing was written`, {
        path,
        hint: forged
            ? 'Somebody without the key wrote it. Go back to the last one whose signature holds, or start a new run.'
            : 'Add the key that signed it as a further line of signing-key. If that key is lost and you trust what is there, fork the run, or dispatch once with `on-unsigned: adopt`, which is recorded.',
    });
}

// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(40089);
;// CONCATENATED MODULE: ./lib/stores/summary.js

/** `runId`: the name under which the store has the run. */
function summaryOf(runId, state, now = Date.now()) {
    const summary = {
        runId,
        processId: state.processId,
        state: (0,journal_state/* statusOf */.c2)(state, now),
        createdAt: state.createdAt,
        updatedAt: state.updatedAt,
    };
    if (state.terminal !== undefined)
        return summary;
    const wakeAt = wakeTime(state);
    if (wakeAt !== undefined)
        summary.wakeAt = wakeAt;
    const waitingOn = [...state.pending.values()]
        .filter((effect) => (0,journal_state/* waitsForOthers */.Jt)(effect, now))
        .map((effect) => effect.request.label);
    if (waitingOn.length > 0)
        summary.waitingOn = waitingOn;
    return summary;
}
/** The earliest ISO time at which time alone brings the run on; undefined: it waits for somebody. */
function wakeTime(state) {
    const times = [];
    const add = (time) => {
        const ms = time === undefined ? Number.NaN : Date.parse(time);
        if (!Number.isNaN(ms))
            times.push(ms);
    };
    add(state.deadline);
    add(state.cancel?.deadline);
    for (const effect of state.pending.values()) {
        const last = effect.starts.at(-1);
        add(effect.request.deadline);
        add(last?.notBefore);
        add(last?.deadline);
    }
    return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}
/**
 * ISO time from which a sweep looks at an open run. One that waits for a run of its own it looks at each time: the word
 * of that run's end may be lost with its machine. `lookAt`: of the index note.
 */
function sweepTime(state, lookAt = '') {
    if (state.terminal !== undefined)
        return undefined;
    const parent = [...state.pending.values()].some(journal_state/* hasChild */.xh) ? state.updatedAt : undefined;
    return [wakeTime(state), lookAt, parent].filter((time) => time !== undefined && time !== '').sort()[0];
}
/** Applies a filter; the runs changed last come first. */
function filterRuns(runs, filter = {}) {
    const { status, processId, limit } = filter;
    return runs
        .filter((run) => status === undefined || status.includes(run.state))
        .filter((run) => processId === undefined || run.processId === processId)
        .sort((a, b) => a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.runId < b.runId ? -1 : 1)
        .slice(0, limit ?? runs.length);
}
/** Why a run that nobody drives should be driven now; undefined: it waits for somebody, or has ended. */
function whyDue(run, now) {
    const { state, wakeAt, hasMail, isLeft = false } = run;
    if (hasMail)
        return 'mail';
    if (state === 'running' || state === 'created' || (state === 'waiting' && isLeft))
        return 'driver';
    return state === 'waiting' && wakeAt !== undefined && Date.parse(wakeAt) <= now ? 'time' : undefined;
}
function longestFirst(due) {
    return [...due]
        .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1))
        .map(({ runId, why }) => ({ runId, why }));
}
/** Those that report on an issue or wait there. */
function runsOn(rows, issue) {
    return rows
        .map(({ runId, status, attempt, updated: updatedAt, waitingOn, issue: reports, workflow }) => ({
        row: {
            runId,
            status,
            attempt,
            updatedAt,
            refs: waitingOn.filter((one) => one.issue === issue).map(({ ref }) => ref),
            ...(workflow === undefined ? {} : { workflow }),
        },
        isHere: reports === issue,
    }))
        .filter(({ row, isHere }) => isHere || row.refs.length > 0)
        .map(({ row }) => row);
}

;// CONCATENATED MODULE: ./lib/stores/watch.js
/** Of a mailbox that is far away: a driver acts on its mail within 10 s, with the tenth that pauses differ by. */
const MAIL_PACE = { firstMs: 5000, lastMs: 8000 };
/**
 * See `Mailbox.watch`. The timer does not keep the process alive. `first`: the first look, where what it would see
 * is known already.
 */
function watchMail(mailbox, pace, onMail, onError = () => { }, first = () => mailbox.read()) {
    const told = new Set();
    let pause = pace.firstMs;
    let isFirst = true;
    let stopped = false;
    let timer;
    const again = () => {
        if (stopped)
            return;
        // Many drivers do not look in step.
        const apart = 0.9 + Math.random() / 5;
        timer = setTimeout(() => look(() => mailbox.read()), pause * apart);
        timer.unref();
    };
    const tell = async (read) => {
        const { mail, duplicates, invalid } = read;
        const names = [...mail, ...invalid].map(({ name }) => name).concat(duplicates);
        const isNew = names.some((name) => !told.has(name));
        if (!isNew && !isFirst) {
            pause = Math.min(pace.lastMs, pause * 2);
            return;
        }
        if (isNew)
            pause = pace.firstMs;
        if (stopped)
            return;
        isFirst = false;
        for (const name of names)
            told.add(name);
        await onMail(read);
    };
    const look = (read) => {
        read()
            .then(tell)
            .catch((error) => {
            pause = Math.min(pace.lastMs, pause * 2);
            if (!stopped)
                onError(error);
        })
            .finally(again);
    };
    look(first);
    return () => {
        stopped = true;
        clearTimeout(timer);
    };
}

// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
// EXTERNAL MODULE: ./lib/stores/saved-files.js
var saved_files = __webpack_require__(18161);
;// CONCATENATED MODULE: ./lib/stores/artifact/archive.js
/** The files of a run as one text: a line of JSON for each file. Nothing of it may lead out of a run directory. */



const MAX_FILES = 500_000;
/** One line, without its end. Text stays text, so that people can read it. */
function archiveLine({ path, content, executable }) {
    const text = content.toString();
    const body = Buffer.from(text).equals(content) ? { text } : { base64: content.toString('base64') };
    return Buffer.from(JSON.stringify({ path, ...body, ...(executable && { executable }) }));
}
function archive(lines) {
    const end = Buffer.from('\n');
    const parts = [];
    for (const line of lines)
        parts.push(line, end);
    return Buffer.concat(parts);
}
/** @throws LonghaulError BAD_ARTIFACT naming what is wrong; nothing was written then */
function unarchive(body, where) {
    const files = [];
    const seen = new Set();
    for (let at = 0; at < body.length;) {
        const end = body.indexOf(10, at);
        if (end < 0)
            throw bad(where, 'its last line is cut off');
        const line = (0,decode/* parseJson */.qF)(body.subarray(at, end).toString());
        at = end + 1;
        if (files.length === MAX_FILES)
            throw bad(where, `it holds more than ${MAX_FILES} files`);
        if (!(0,decode/* isObject */.Gv)(line) || typeof line.path !== 'string')
            throw bad(where, 'a line of it is no file');
        const { path, text, base64, executable } = line;
        if (!(0,saved_files/* isSafePath */.pL)(path))
            throw bad(where, `it holds ${JSON.stringify(path)}, which no run has`);
        // Two names that are one file on some disks would let the second replace the first.
        const key = path.toLowerCase();
        if (seen.has(key))
            throw bad(where, `it holds ${JSON.stringify(path)} twice`);
        seen.add(key);
        const content = typeof text === 'string'
            ? Buffer.from(text)
            : typeof base64 === 'string'
                ? Buffer.from(base64, 'base64')
                : undefined;
        if (content === undefined)
            throw bad(where, `${path} in it has no content`);
        files.push({ path, content, executable: executable === true });
    }
    const parent = files.find(({ path }) => isInside(path.toLowerCase(), seen));
    if (parent !== undefined)
        throw bad(where, `${parent.path} in it lies inside a file`);
    return files;
}
/** Whether one of the files is taken for a directory on the way to this one. */
function isInside(path, files) {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
        if (files.has(path.slice(0, slash)))
            return true;
    return false;
}
function bad(where, why) {
    return new errors/* LonghaulError */.BQ('BAD_ARTIFACT', `Artifact ${where} is not used: ${why}; nothing was written`, {
        path: where,
        hint: 'Delete it on the page of its workflow run: it was not made by Longhaul.',
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/stores/artifact/names.js
var artifact_names = __webpack_require__(30391);
// EXTERNAL MODULE: ./lib/journal/digest.js
var journal_digest = __webpack_require__(41597);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/stores/artifact/parcel.js
/**
 * What an artifact of ours holds: gzip of three parts. The first line says what it is and holds the digest of the
 * body, the second is the signature of the first (empty without a key), the rest is the body.
 */





const MiB = 1024 * 1024;
/** Unpacked, and so in memory. */
const MAX_BYTES = 1024 * MiB;
/** Up to here any ratio will do: a journal of equal steps is very regular. */
const SMALL = 64 * MiB;
const MAX_RATIO = 200;
const mayUnpackTo = (packed) => Math.min(MAX_BYTES, Math.max(SMALL, packed * MAX_RATIO));
function signedParts(label, head) {
    return { store: 'artifact', runId: label.runId, parts: [label.kind, head] };
}
/**
 * @param maxBytes unpacked
 * @throws LonghaulError TOO_LARGE for what could not be read again
 */
function sealParcel(label, data, body, signing, maxBytes = MAX_BYTES) {
    const head = JSON.stringify({ longhaul: 1, ...label, body: (0,journal_digest/* sha256 */.sc)(body), data });
    const signature = signing === undefined
        ? ''
        : sign(signing.keys, { ...signedParts(label, head), repository: signing.repository });
    const raw = Buffer.concat([Buffer.from(`${head}\n${signature}\n`), body]);
    if (raw.length > maxBytes) {
        throw new errors/* LonghaulError */.BQ('TOO_LARGE', `Run ${label.runId} has ${Math.round(raw.length / MiB)} MB, more than an artifact of ours may hold`, { hint: 'Let tasks write large files elsewhere and return where they are.' });
    }
    const packed = (0,external_node_zlib_.gzipSync)(raw, { level: 1 });
    return raw.length <= mayUnpackTo(packed.length) ? packed : (0,external_node_zlib_.gzipSync)(raw, { level: 0 });
}
/**
 * @param where the artifact, for messages
 * @throws LonghaulError BAD_ARTIFACT, or what `demand` throws
 */
function openParcel(packed, label, where, signing) {
    let raw;
    try {
        raw = (0,external_node_zlib_.gunzipSync)(packed, { maxOutputLength: mayUnpackTo(packed.length) });
    }
    catch (error) {
        const isBomb = error.code === 'ERR_BUFFER_TOO_LARGE';
        throw parcel_bad(where, isBomb ? 'it would unpack to far more than it may' : 'it cannot be unpacked', error);
    }
    const first = raw.indexOf(10);
    const second = raw.indexOf(10, first + 1);
    if (first < 0 || second < 0)
        throw parcel_bad(where, 'it is cut off');
    const text = raw.subarray(0, first).toString();
    const signature = raw.subarray(first + 1, second).toString();
    // Before anything is believed: what a key of ours has signed for something else is forged, not damaged.
    const adopted = signing !== undefined && demand(signing, signedParts(label, text), signature, `Artifact ${where}`, where);
    const head = (0,decode/* parseJson */.qF)(text);
    if (!(0,decode/* isObject */.Gv)(head) || head.longhaul !== 1 || !(0,decode/* isObject */.Gv)(head.data))
        throw parcel_bad(where, 'it is none of ours');
    for (const key of ['kind', 'repository', 'runId']) {
        if (head[key] !== label[key])
            throw parcel_bad(where, `its ${key} is ${JSON.stringify(head[key] ?? null)}, not ${JSON.stringify(label[key])}`);
    }
    const body = raw.subarray(second + 1);
    if (head.body !== (0,journal_digest/* sha256 */.sc)(body)) {
        const why = 'its content is not the one that it names';
        throw signing === undefined || adopted ? parcel_bad(where, why) : forged(where, why);
    }
    return { data: head.data, body, adopted };
}
function forged(where, why) {
    return new errors/* LonghaulError */.BQ('FORGED', `Artifact ${where} is not used: it is signed, and ${why}`, {
        path: where,
        hint: 'Somebody without the key altered it. Delete it on the page of its workflow run, or start a new run.',
    });
}
function parcel_bad(where, why, cause) {
    return new errors/* LonghaulError */.BQ('BAD_ARTIFACT', `Artifact ${where} is not used: ${why}`, {
        path: where,
        hint: 'Somebody else uploaded it under a name of ours, or it was damaged. Delete it on the page of its workflow run.',
        ...(cause !== undefined && { cause }),
    });
}

;// CONCATENATED MODULE: ./lib/stores/artifact/place.js
/** What the parts of the artifact store share: this job, its ways to GitHub, and whom it trusts. */




/** Their workflow runs work on code of a pull request: what they upload is as trustworthy as that code (A4). */
const UNTRUSTED = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);
/** Errors of an artifact that says nothing: of somebody without the key, or none of ours at all. */
const VOID = new Set(['UNSIGNED', 'UNKNOWN_KEY', 'FORGED', 'BAD_ARTIFACT', 'DIGEST_MISMATCH']);
class Place {
    ports;
    #trusted = new Map();
    #over = new Map();
    constructor(ports) {
        this.ports = ports;
    }
    /** @throws LonghaulError UNTRUSTED_EVENT where nobody would believe what this job uploads */
    checkMayWrite() {
        const { event } = this.ports.job;
        if (!UNTRUSTED.has(event))
            return;
        throw new errors/* LonghaulError */.BQ('UNTRUSTED_EVENT', `A run in artifacts cannot be driven by a workflow that ${event} started: no other job would trust its artifacts`, { hint: 'Use store: branch there, or start the run by workflow_dispatch, issue_comment or push.' });
    }
    seal(label, data, body) {
        const { repository } = this.ports;
        return sealParcel({ ...label, repository }, JSON.parse(JSON.stringify(data)), body, this.#signing(label.kind));
    }
    /** Downloads, checks size, digest, kind, run and signature. @throws LonghaulError */
    async fetch(artifact, kind, runId) {
        const { rest, repository } = this.ports;
        const where = `${artifact.name} (${artifact.id})`;
        return openParcel(await rest.download(artifact), { kind, repository, runId }, where, this.#signing(kind));
    }
    /** A message has a signature of its own, or needs none. */
    #signing(kind) {
        return kind === 'mail' ? undefined : this.ports.signing;
    }
    /** Whether an artifact comes from where ours come from (A4). One request for each workflow run, once. */
    isTrusted({ isOwn, workflowRunId }) {
        const { job, rest } = this.ports;
        if (!isOwn)
            return Promise.resolve(false);
        if (workflowRunId === job.workflowRunId)
            return Promise.resolve(!UNTRUSTED.has(job.event));
        let known = this.#trusted.get(workflowRunId);
        if (known === undefined) {
            known = rest.workflowRun(workflowRunId).then(({ event, path, isOver }) => {
                this.#over.set(workflowRunId, isOver);
                return !UNTRUSTED.has(event) && (job.workflow === undefined || path === job.workflow);
            });
            this.#trusted.set(workflowRunId, known);
            known.catch(() => this.#trusted.delete(workflowRunId));
        }
        return known;
    }
    async trusted(artifacts) {
        const kept = [];
        for (const artifact of artifacts)
            if (await this.isTrusted(artifact))
                kept.push(artifact);
        return kept;
    }
    /** Whether a workflow run that was asked about had ended by then: nothing more comes from it. */
    isOver(workflowRunId) {
        return this.#over.get(workflowRunId) === true;
    }
    /** The artifact of that name in this workflow run. */
    async mine(name) {
        const { rest, job } = this.ports;
        return (await rest.named(name)).find(({ workflowRunId, expired }) => workflowRunId === job.workflowRunId && !expired);
    }
    /**
     * Uploads, and looks whether it is there when the answer does not say. `taken`: the name is in use, be it by what
     * is listed, be it by an upload that never ended. @throws LonghaulError UPLOAD_REFUSED, UPLOAD_FAILED
     */
    async put(name, content) {
        const { client, retry } = this.ports;
        const digest = `sha256:${(0,journal_digest/* sha256 */.sc)(content)}`;
        for (let attempt = 1;; attempt++) {
            const outcome = await client.upload(name, content);
            if (outcome.kind === 'done')
                return outcome;
            if (outcome.kind === 'refused')
                throw outcome.error;
            if (attempt > 1 || outcome.kind === 'unknown') {
                const there = await this.mine(name);
                if (there?.digest === digest)
                    return { kind: 'done', id: there.id };
            }
            if (outcome.kind === 'taken')
                return outcome;
            if (attempt >= retry.attempts) {
                throw new errors/* LonghaulError */.BQ('UPLOAD_FAILED', `${name} could not be uploaded: ${outcome.error.message}`, {
                    cause: outcome.error,
                    hint: 'Run the job again; https://www.githubstatus.com shows whether Actions works.',
                });
            }
            await this.pause(attempt);
        }
    }
    pause(attempt) {
        return (0,promises_.setTimeout)(this.ports.retry.delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    }
}

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(79435);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(21792);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(46150);
;// CONCATENATED MODULE: ./lib/stores/artifact/schema.js
/** What stands in the heads of our artifacts. They are read by zod: anybody's job could have uploaded them. */



const time = iso/* datetime */.w$();
const schema_text = schemas/* string */.YjP().max(2000);
const count = schemas/* int */.Whr().min(0);
const id = schemas/* int */.Whr().min(1);
const owner = schemas/* object */.Ikc({
    token: schemas/* string */.YjP().regex(/^[A-Za-z0-9._-]{1,64}$/),
    engine: schema_text,
    startedAt: schema_text,
    process: schemas/* object */.Ikc({ pid: id, startTime: schema_text, bootId: schema_text, host: schema_text }).exactOptional(),
    job: schemas/* object */.Ikc({
        workflowRunId: schema_text,
        workflowAttempt: id,
        jobId: schema_text,
        url: schema_text,
        limitMinutes: schemas/* number */.aig().positive(),
    })
        .exactOptional(),
});
const lease = schemas/* object */.Ikc({ epoch: id, owner, released: schemas/* boolean */.zMY(), expiresAt: time.exactOptional() });
const summary = schemas/* object */.Ikc({
    runId: schemas/* string */.YjP().refine(ids/* isRunId */.Pk),
    processId: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['created', 'running', 'waiting', 'completed', 'failed', 'canceled', 'halted']),
    createdAt: schema_text,
    updatedAt: schema_text,
    wakeAt: schema_text.exactOptional(),
    waitingOn: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
});
/** One line of the index of all runs. */
const row = schemas/* object */.Ikc({
    summary,
    /** How far the run was: of two rows the higher one counts. */
    epoch: count,
    generation: count,
    /** ISO time of that save: its artifact expires counted from then. */
    savedAt: time,
    /** 1 + RUN_RETRIED events. */
    attempt: id,
    issue: id.exactOptional(),
    waitingOn: schemas/* array */.YOg(schemas/* object */.Ikc({ issue: id, ref: schemas/* string */.YjP().regex(/^e-[0-9a-z]{1,32}$/) })),
    workflow: schema_text.exactOptional(),
    /** Whether its driver has given the lease back; absent before anybody drove it. */
    released: schemas/* boolean */.zMY().exactOptional(),
    /** The run's artifacts were deleted. */
    pruned: schemas/* boolean */.zMY().exactOptional(),
});
/** One generation of a run. */
const run = schemas/* object */.Ikc({
    row,
    seq: id,
    /** Who holds, or held, the lease; absent before anybody did. */
    lease: lease.exactOptional(),
    /** Artifacts of this run that its writer had seen: it stands above them all. */
    judged: schemas/* array */.YOg(id),
    /** Artifacts with mail that this generation has recorded. */
    mailDone: schemas/* array */.YOg(id),
    /** Artifacts that were taken without a signature that could be checked (`on-unsigned: adopt`), and when. */
    adopted: schemas/* array */.YOg(schema_text),
});
const claim = schemas/* object */.Ikc({ epoch: id, owner, expiresAt: time.exactOptional() });
const index = schemas/* object */.Ikc({
    rows: schemas/* array */.YOg(row),
    /** Artifacts whose rows are all in here. */
    judged: schemas/* array */.YOg(id),
});
function reader(schema) {
    return (data, where) => {
        const result = schema.safeParse(data);
        if (result.success)
            return result.data;
        throw new errors/* LonghaulError */.BQ('BAD_ARTIFACT', `Artifact ${where} is not used: its head is not one of ours (${core_errors/* prettifyError */.S1(result.error)})`, { path: where });
    };
}
const readRunHead = reader(run);
const readClaim = reader(claim);
const readIndexHead = reader(index);

;// CONCATENATED MODULE: ./lib/stores/artifact/claim.js
/**
 * The lease between jobs, as far as lists of artifacts are current (A2): a claim under one exact name. Whoever sees
 * another live claim beside its own withdraws, and tries again a little later.
 */







const ATTEMPTS = 8;
/** So often the same claim is seen before it is taken for that of a driver. */
const PATIENCE = 3;
/** What is in a claim's way, where it stays there. */
const STUCK = {
    /** A dead one, deleted by us. */
    again: 'a dead one could not be deleted',
    /** An upload of another job of this workflow run: it is under way, has broken off, or was taken back when we looked. */
    hidden: 'its name is in use there and shows nothing',
};
class RunClaim {
    #place;
    #runId;
    #name;
    #mine;
    /** What was read under the name, by artifact id. */
    #read = new Map();
    /** Whose owners are dead. */
    #dead = new Set();
    constructor(place, runId) {
        this.#place = place;
        this.#runId = runId;
        this.#name = (0,artifact_names/* claimName */.cB)(runId);
    }
    /** Whether this very claim stands: nobody else can have driven the run since it was taken. */
    holds({ owner, epoch }) {
        return this.#mine?.owner.token === owner.token && this.#mine.epoch === epoch;
    }
    /**
     * Takes the claim: 4 requests to upload it, 1 to see that it is alone.
     * @param force takes it whoever else has one
     * @throws LeaseLostError naming who has it; LonghaulError CLAIM_STUCK
     */
    async take(claim, known, force) {
        await this.withdraw();
        const seen = new Map();
        for (let attempt = 1;; attempt++) {
            const began = performance.now();
            const other = await this.#try(claim, known, force);
            if (other === undefined)
                return;
            if (other === 'again' || other === 'hidden') {
                if (attempt === ATTEMPTS)
                    throw this.#stuck(STUCK[other]);
                await this.#place.pause(Math.min(attempt, 4));
                continue;
            }
            const times = (seen.get(other.id) ?? 0) + 1;
            seen.set(other.id, times);
            // It does not withdraw at the sight of ours: it had been there before.
            if (times === PATIENCE || attempt === ATTEMPTS)
                throw new errors/* LeaseLostError */.Jd(this.#runId, describeOwner(other.owner));
            // Of two that met, the one that started first comes back first, and has its claim in place when the other does.
            if (other.owner.token < claim.owner.token)
                await (0,promises_.setTimeout)(2 * (performance.now() - began));
            await this.#place.pause(attempt);
        }
    }
    /** undefined once the claim is ours; a word for what is in its way; otherwise who has one, and ours is withdrawn. */
    async #try(claim, known, force) {
        const { client } = this.#place.ports;
        const label = { kind: 'claim', runId: this.#runId.toLowerCase() };
        const put = await this.#place.put(this.#name, this.#place.seal(label, claim, Buffer.alloc(0)));
        if (put.kind === 'taken') {
            const there = await this.#place.mine(this.#name);
            if (there === undefined)
                return 'hidden';
            const other = await this.#judge(there, known);
            if (other?.isAlive === true && !force)
                return other;
            const removed = await client.remove(this.#name);
            // Names are deleted blindly. Whose claim that was has put it there after we had looked, and drives on.
            if (removed !== undefined && removed !== there.id)
                throw new errors/* LeaseLostError */.Jd(this.#runId, 'another job of this workflow run');
            return 'again';
        }
        this.#mine = { ...claim, id: put.id };
        if (force)
            return undefined;
        const other = await this.#other(known);
        if (other !== undefined)
            await this.withdraw();
        return other;
    }
    /** Who drives the run, as far as its claims tell. One request while none is new. */
    async standing(known) {
        const found = await this.#others(known);
        return {
            holder: found.find(({ isAlive }) => isAlive)?.owner,
            isLeft: found.some(({ isAlive }) => !isAlive),
        };
    }
    /** Another live claim. One request as long as nothing changes. */
    async #other(known) {
        return (await this.#others(known)).find(({ isAlive }) => isAlive);
    }
    /** Claims that were not given back. */
    async #others(known) {
        const found = [];
        for (const artifact of await this.#place.ports.rest.named(this.#name)) {
            if (artifact.id === this.#mine?.id || artifact.expired)
                continue;
            const claim = await this.#judge(artifact, known);
            if (claim !== undefined)
                found.push(claim);
        }
        return found;
    }
    /** undefined: it says nothing, or its owner has given it back. */
    async #judge(artifact, { epoch, released }) {
        const { id } = artifact;
        if (!this.#read.has(id))
            this.#read.set(id, await this.#fetch(artifact));
        const claim = this.#read.get(id);
        if (claim === undefined || (released && claim.epoch <= epoch))
            return undefined;
        const note = { ...claim, released: false };
        const isAlive = !this.#dead.has(id) && (await holderOfNote(note, this.#place.ports)) !== undefined;
        if (!isAlive)
            this.#dead.add(id);
        return { id, epoch: claim.epoch, owner: claim.owner, isAlive };
    }
    /** undefined: it is nobody's, and keeps nobody from driving the run. */
    async #fetch(artifact) {
        if (!(await this.#place.isTrusted(artifact)))
            return undefined;
        try {
            const { data } = await this.#place.fetch(artifact, 'claim', this.#runId.toLowerCase());
            return readClaim(data, artifact.name);
        }
        catch (error) {
            if (!(error instanceof errors/* LonghaulError */.BQ))
                throw error;
            if (error.code === 'ARTIFACT_GONE')
                return undefined; // withdrawn
            if (!VOID.has(error.code))
                throw error;
            this.#place.ports.warn(error.message);
            return undefined;
        }
    }
    /**
     * Before each save. Who claims the run beside us with an epoch like ours: the generations say which of the two goes
     * on. A lower claim is of somebody who is about to withdraw. @throws LeaseLostError for a higher one
     */
    async rival(known) {
        const other = await this.#other(known);
        const mine = this.#mine;
        if (other === undefined || mine === undefined || other.epoch < mine.epoch)
            return undefined;
        if (other.epoch > mine.epoch)
            throw new errors/* LeaseLostError */.Jd(this.#runId, describeOwner(other.owner));
        return other.owner;
    }
    /** Lets it go. What is left behind ends with this job. */
    async withdraw() {
        if (this.#mine === undefined)
            return;
        this.#mine = undefined;
        await this.#place.ports.client.remove(this.#name);
    }
    #stuck(why) {
        return new errors/* LonghaulError */.BQ('CLAIM_STUCK', `Run ${this.#runId} cannot be claimed in this workflow run as ${this.#name}: ${why}`, {
            path: this.#name,
            hint: 'Nothing was driven. Start the workflow anew, or re-run it: a new attempt has names of its own.',
        });
    }
}

// EXTERNAL MODULE: ./lib/stores/artifact/client.js
var client = __webpack_require__(17684);
// EXTERNAL MODULE: ./lib/journal/atomic.js
var atomic = __webpack_require__(42168);
// EXTERNAL MODULE: ./lib/journal/reader.js
var journal_reader = __webpack_require__(38174);
// EXTERNAL MODULE: ./lib/journal/restore.js
var restore = __webpack_require__(97879);
// EXTERNAL MODULE: ./lib/journal/sync-log.js
var sync_log = __webpack_require__(91305);
;// CONCATENATED MODULE: ./lib/stores/lease.js
/**
 * The lease of a run directory (protocol L5). Files in lease/:
 *   epoch-<n>.json      who holds, or held, the lease with epoch n; linked into place whole, never changed
 *   epoch-<n>.released  its owner let it go
 *   epoch-<n>.names     reservations: `<seq> <ULID>` of every event that epoch n was about to create, in order.
 *                       One file for all its batches: a file each would cost as much as the event itself.
 *   epoch-<n>.log       what it made durable (journal/sync-log.ts); no part of this protocol
 *
 * Why at most one driver's events enter the journal, however long a driver sleeps between two instructions:
 *  1. Whoever takes the lease creates epoch-<n+1>.json exclusively, n being the highest there is. Of several
 *     at once one succeeds. The highest epoch file is never deleted, so epochs never repeat; lower ones are
 *     deleted from the lowest up, so for an old owner always either its own file is gone or the next is there
 *     (which it looks for first). One who creates an epoch file late, after that epoch was come and gone, finds
 *     a higher one when it lists again, and steps back.
 *  2. An owner appends the names of a batch to its reservations in one write, then looks for a higher epoch,
 *     then creates the events in order, each exclusively, stopping for good at the first that fails.
 *  3. A new owner takes its epoch, then reads the reservations of lower ones, then lists the journal. A former
 *     owner whose look at the epochs came after that take stops. One whose look came before had its reservation
 *     in place by then, so the new owner sees it.
 *  4. The name that a former owner would create next is the reserved one of the first seq that the journal
 *     lacks. The new owner's first event takes exactly that name. Who creates it first wins: the former owner
 *     fails there and creates nothing more (2), or the new one fails, having written nothing else, and says
 *     so; the next opening sees the event.
 *  5. That first event is a batch of its own. So a later seq is reserved by the new owner only once it has won,
 *     and of two reservations of one seq the higher epoch's is the one that may still be used.
 *  6. Reservations of lower epochs are deleted by the new owner once its first batch stands, when (4) is
 *     decided. What a former owner writes into them later nobody needs: its look at the epochs stops it.
 *  7. Who released its lease creates nothing more: its reservations are deleted unread.
 */











const EPOCH_FILE = /^epoch-(\d+)\.(json|released|names)$/;
function listLease(runDir) {
    const entries = (0,journal_reader/* namesIn */.wX)(layout/* paths */.f0.lease(runDir)).flatMap((file) => {
        const match = EPOCH_FILE.exec(file);
        return match === null ? [] : [{ epoch: Number(match[1]), file, kind: match[2] }];
    });
    entries.sort((a, b) => a.epoch - b.epoch);
    const owners = entries.filter((entry) => entry.kind === 'json');
    const epoch = owners.at(-1)?.epoch ?? 0;
    const released = new Set(entries.filter((entry) => entry.kind === 'released').map((entry) => entry.epoch));
    const isDecided = (entry) => entry.kind !== 'names' || released.has(entry.epoch);
    return {
        epoch,
        released: released.has(epoch),
        lower: entries.filter((entry) => entry.epoch < epoch && isDecided(entry)),
        reservations: entries.filter((entry) => !isDecided(entry)),
    };
}
function epochFile(runDir, epoch) {
    return (0,external_node_path_.join)(layout/* paths */.f0.lease(runDir), `epoch-${epoch}.json`);
}
/** undefined for a file that is gone, empty or torn: only a power failure tears one, and no owner survives that. */
function readRecord(runDir, epoch) {
    const record = (0,decode/* parseJson */.qF)((0,journal_reader/* readIfThere */.qC)(epochFile(runDir, epoch)) ?? '');
    if (!(0,decode/* isObject */.Gv)(record) || !(0,decode/* isObject */.Gv)(record.owner) || typeof record.owner.token !== 'string')
        return undefined;
    return record;
}
/** Whether somebody holds the lease. `now` in milliseconds. */
function holderOf(runDir, machine = thisMachine, now = Date.now()) {
    const { epoch, released } = listLease(runDir);
    if (epoch === 0 || released)
        return undefined;
    const record = readRecord(runDir, epoch);
    return record !== undefined && isHeld(record, machine, now) ? record : undefined;
}
/** The last owner did not give the lease back. */
function isLeft(runDir) {
    const { epoch, released } = listLease(runDir);
    return epoch > 0 && !released;
}
function isHeld(record, machine, now) {
    const liveness = livenessOf(record.owner, machine);
    if (liveness !== 'unknown')
        return liveness === 'alive';
    // From elsewhere: held until the time that it set itself.
    return record.expiresAt === undefined || Date.parse(record.expiresAt) > now;
}
/** A held lease, and the guard of the journal that it stands for. */
class DirectoryLease {
    epoch;
    owner;
    /** The owner before, when it had not released the lease. */
    former;
    #runDir;
    #runId;
    #trace;
    #bootId;
    #ownFile;
    #nextFile;
    /** Reservations of former owners, in ascending order of epoch. */
    #foreign;
    /** Descriptor of our own, once there are any. */
    #own;
    constructor(runDir, runId, record, former, options) {
        this.#runDir = runDir;
        this.#runId = runId;
        this.epoch = record.epoch;
        this.owner = record.owner;
        this.former = former;
        this.#trace = options.trace;
        this.#bootId = options.bootId;
        this.#ownFile = epochFile(runDir, this.epoch);
        this.#nextFile = epochFile(runDir, this.epoch + 1);
        this.#foreign = this.#readReservations();
    }
    /** Throws LeaseHeldError naming who holds it. */
    static take(runDir, runId, owner, options = {}) {
        const machine = options.machine ?? thisMachine;
        const trace = options.trace ?? (() => { });
        const directory = layout/* paths */.f0.lease(runDir);
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
        for (;;) {
            const listing = listLease(runDir);
            const before = listing.epoch === 0 || listing.released ? undefined : readRecord(runDir, listing.epoch);
            if (before !== undefined &&
                options.force !== true &&
                isHeld(before, machine, (options.now ?? Date.now)())) {
                throw new errors/* LeaseHeldError */._i(runId, describeOwner(before.owner));
            }
            const record = { epoch: listing.epoch + 1, owner };
            if (options.expiresAt !== undefined)
                record.expiresAt = options.expiresAt;
            trace('take');
            try {
                (0,external_node_fs_.closeSync)((0,atomic/* createWhole */.cl)(epochFile(runDir, record.epoch), `${JSON.stringify(record)}\n`, directory));
            }
            catch (error) {
                // Somebody was quicker: look at who it is.
                if ((0,atomic/* isExisting */.a_)(error))
                    continue;
                throw error;
            }
            trace('taken');
            // Between the listing and the creation others may have come and gone, this very epoch with them.
            if (listLease(runDir).epoch !== record.epoch) {
                (0,atomic/* unlinkIfThere */.Tp)(epochFile(runDir, record.epoch));
                continue;
            }
            const bootId = machine.bootId();
            const lease = new DirectoryLease(runDir, runId, record, before?.owner, { trace, bootId });
            try {
                (0,restore/* restoreFiles */.Ce)(runDir, bootId, (options.now ?? Date.now)());
                // Killed, perhaps before it had tidied up.
                if (before !== undefined)
                    (0,atomic/* removeTemps */.OM)(layout/* paths */.f0.state(runDir));
            }
            catch (error) {
                lease.release();
                throw error;
            }
            for (const { file } of listLease(runDir).lower)
                (0,atomic/* unlinkIfThere */.Tp)((0,external_node_path_.join)(directory, file));
            return lease;
        }
    }
    #readReservations() {
        const lower = listLease(this.#runDir).reservations.filter((entry) => entry.epoch < this.epoch);
        return lower.map(({ epoch, file }) => {
            const names = new Map();
            // Gone by now: whoever deleted it had decided all that it says.
            for (const line of ((0,journal_reader/* readIfThere */.qC)((0,external_node_path_.join)(layout/* paths */.f0.lease(this.#runDir), file)) ?? '').split('\n')) {
                const [seq, ulid = ''] = line.split(' ');
                if ((0,ids/* isUlid */.ho)(ulid))
                    names.set(Number(seq), ulid);
            }
            return { file, epoch, names };
        });
    }
    /** For the journal under this lease; undefined where a restart of the machine could not be told afterwards. */
    log() {
        if (this.#bootId === '')
            return undefined;
        return new sync_log/* SyncLog */.EZ((0,external_node_path_.join)(layout/* paths */.f0.lease(this.#runDir), `epoch-${this.epoch}.log`), this.#bootId);
    }
    adopted(seq) {
        return this.#foreign.findLast((reservations) => reservations.names.has(seq))?.names.get(seq);
    }
    reserve(names) {
        if (names.length > 0) {
            this.#own ??= (0,external_node_fs_.openSync)((0,external_node_path_.join)(layout/* paths */.f0.lease(this.#runDir), `epoch-${this.epoch}.names`), 'ax');
            this.#trace('reserve');
            (0,external_node_fs_.writeSync)(this.#own, names.map(({ seq, ulid }) => `${seq} ${ulid}\n`).join(''));
            this.#trace('reserved');
        }
        this.check();
        this.#trace('checked');
    }
    done() {
        // A batch of files alone decides nothing about the names of events.
        if (this.#own !== undefined && this.#foreign.length > 0)
            this.forgetReservations();
    }
    /** Deletes the reservations of former owners; only when nothing can come of them any more. */
    forgetReservations() {
        for (const { file } of this.#foreign)
            (0,atomic/* unlinkIfThere */.Tp)((0,external_node_path_.join)(layout/* paths */.f0.lease(this.#runDir), file));
        this.#foreign = [];
    }
    /** Two looks, in this order: see (1) above. */
    check() {
        if ((0,external_node_fs_.existsSync)(this.#nextFile) || !(0,external_node_fs_.existsSync)(this.#ownFile))
            throw this.lost();
    }
    lost() {
        const { epoch } = listLease(this.#runDir);
        const by = epoch > this.epoch ? readRecord(this.#runDir, epoch)?.owner : this.former;
        return new errors/* LeaseLostError */.Jd(this.#runId, describeOwner(by));
    }
    /** Lets the lease go, if it is still this one's. */
    release() {
        if (this.#own !== undefined)
            (0,external_node_fs_.closeSync)(this.#own);
        this.#own = undefined;
        if (!(0,external_node_fs_.existsSync)(this.#ownFile))
            return;
        try {
            (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)((0,external_node_path_.join)(layout/* paths */.f0.lease(this.#runDir), `epoch-${this.epoch}.released`), 'wx'));
        }
        catch (error) {
            if (!(0,atomic/* isExisting */.a_)(error))
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/copy.js
/** The run directory of a run whose store is elsewhere, and which save of it the directory stands for. */








class RunCopy {
    runDir;
    runId;
    #file;
    #ports;
    /** What is saved: git's ids of the contents, by path. */
    blobs = new Map();
    /** The save that the directory is at, or ahead of; undefined: another process may be writing it. */
    stands;
    /** Nothing that was written before this time, ms, is missing in the store; 0: anything may be. */
    savedUntil = 0;
    constructor(workDir, runId, ports) {
        this.runDir = (0,external_node_path_.join)(workDir, runId);
        this.runId = runId;
        this.#file = (0,external_node_path_.join)(workDir, '.longhaul', 'base', `${runId}.json`);
        this.#ports = ports;
    }
    get #base() {
        const base = (0,decode/* parseJson */.qF)((0,journal_reader/* readIfThere */.qC)(this.#file) ?? '');
        return (0,decode/* isObject */.Gv)(base) ? base : undefined;
    }
    /** Called around each save, so that another process knows what the directory is ahead of. */
    note(tip, saving) {
        this.stands = tip;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.#file), { recursive: true });
        (0,atomic/* replaceFile */.fR)(this.#file, JSON.stringify({ tip, ...(saving !== undefined && { saving }) }));
    }
    /**
     * Makes the directory stand for a save with these files. One that is ahead of exactly this save stays as it is: its
     * driver died or could not save, and its steps go on from here. Steps on top of another save are set aside, never
     * mixed in and never deleted. A directory that a living process drives is left to it.
     */
    async reach(tip, files, write) {
        this.stands = undefined;
        const base = this.#base;
        const stands = base !== undefined && (0,journal_reader/* readIfThere */.qC)((0,external_node_path_.join)(this.runDir, 'run.json')) !== undefined;
        if (stands && (base.tip === tip || base.saving === tip)) {
            this.savedUntil = 0;
            this.stands = tip;
            if (base.saving !== undefined)
                this.note(tip);
            return;
        }
        if (holderOf(this.runDir, this.#ports.machine, this.#ports.now()) !== undefined)
            return;
        const unsaved = unsavedEvents(files, this.runDir);
        if (unsaved.length > 0) {
            const aside = setAside(this.runDir, this.#ports.now());
            this.#ports.warn(`${unsaved.length} events of run ${this.runId} were never saved and the run went on without them; they are kept in ${aside}`);
        }
        await write(this.runDir);
        this.note(tip);
        this.savedUntil = Date.now();
    }
    /** For a run that is about to be made: leftovers of an attempt that failed are set aside. */
    clear() {
        setAside(this.runDir, this.#ports.now());
        (0,external_node_fs_.rmSync)(this.#file, { force: true });
    }
}
/**
 * Makes `runDir` hold these files: others that belong to a run are removed, caches dropped. What is local for good
 * (progress.ndjson) stays.
 */
function writeFiles(files, runDir) {
    for (const name of layout/* RUN_DIRS */.R$)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(runDir, name), { recursive: true });
    for (const name of ['state', 'lease'])
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(runDir, name), { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(runDir, 'state'));
    const wanted = new Set(files.map((file) => file.path));
    for (const { path } of (0,saved_files/* scanFiles */.Tu)(runDir, ''))
        if (!wanted.has(path))
            (0,external_node_fs_.unlinkSync)((0,external_node_path_.join)(runDir, path));
    const made = new Set();
    for (const { path, content, executable } of files) {
        const target = (0,external_node_path_.join)(runDir, path);
        const directory = (0,external_node_path_.dirname)(target);
        if (!made.has(directory))
            (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
        made.add(directory);
        (0,external_node_fs_.writeFileSync)(target, content);
        if (executable)
            (0,external_node_fs_.chmodSync)(target, 0o755);
    }
}
/** Event files in the directory that are not among these: steps that the store never got. */
function unsavedEvents(files, runDir) {
    const saved = new Set(files.map((file) => file.path));
    return (0,saved_files/* scanFiles */.Tu)(runDir, 'journal')
        .map((file) => file.path)
        .filter((path) => (0,layout/* parseEventName */.hr)(path.slice('journal/'.length)) !== undefined && !saved.has(path));
}
/** Moves a working copy out of the way; returns where it is now, or undefined when there was none. */
function setAside(runDir, now) {
    if (!(0,external_node_fs_.existsSync)(runDir))
        return undefined;
    const aside = (0,external_node_path_.join)((0,external_node_path_.dirname)(runDir), `.unsaved-${runDir.slice((0,external_node_path_.dirname)(runDir).length + 1)}-${now.toString(36)}`);
    (0,external_node_fs_.renameSync)(runDir, aside);
    return aside;
}

;// CONCATENATED MODULE: ./lib/stores/artifact/copy.js
/** The run directory of a run on the artifact store; it stands for an artifact. */



class ArtifactCopy extends RunCopy {
    /** A line of the archive for each file that is saved: a save packs them all, and reads only what changed. */
    lines = new Map();
    saved(files, removed) {
        for (const file of files) {
            this.blobs.set(file.path, (0,journal_digest/* gitBlobId */.tK)(file.content));
            this.lines.set(file.path, archiveLine(file));
        }
        for (const path of removed) {
            this.blobs.delete(path);
            this.lines.delete(path);
        }
    }
    noteArtifact(id) {
        this.note(String(id));
    }
    /** See RunCopy. */
    async reachArtifact(id, files) {
        this.blobs.clear();
        this.lines.clear();
        this.saved(files, []);
        await this.reach(String(id), files, async (runDir) => writeFiles(files, runDir));
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/find.js
/**
 * Which artifact is the newest generation of a run. Not the newest one: somebody who had lost the lease may have
 * uploaded later. Each generation names the artifacts that its writer had seen below it, so as a rule one download
 * decides; what is not among them is downloaded, too, and compared.
 */





/** More than these nobody can have written beside each other in good faith. */
const MOST = 20;
/** Everything under the run's four names, newest id first; 4 requests. */
async function listGenerations(place, runId) {
    const lists = await Promise.all((0,artifact_names/* stateNames */.U0)(runId).map((name) => place.ports.rest.named(name)));
    return lists.flat().sort((a, b) => b.id - a.id);
}
/** The two names that whoever has just come uses; 2 requests, which cost nothing while nothing is new. */
async function listNewest(place, runId) {
    const names = (0,artifact_names/* stateNames */.U0)(runId).slice(0, 2);
    return (await Promise.all(names.map((name) => place.ports.rest.named(name)))).flat();
}
/** The head of a generation; undefined: it counts for nothing. */
async function loadTrusted(place, runId, artifact) {
    if (artifact.expired || !(await place.isTrusted(artifact)))
        return undefined;
    try {
        return (await load(place, runId, artifact)).head;
    }
    catch (error) {
        if (error instanceof errors/* LonghaulError */.BQ && VOID.has(error.code))
            return undefined;
        throw error;
    }
}
/** Positive when `a` stands above `b`: by epoch, then by generation (A1), of two alike the driver that started first. */
function compareHeads(a, b) {
    const token = ({ lease }) => lease?.owner.token ?? '';
    if (a.row.epoch !== b.row.epoch)
        return a.row.epoch - b.row.epoch;
    if (a.row.generation !== b.row.generation)
        return a.row.generation - b.row.generation;
    return token(a) === token(b) ? 0 : token(a) < token(b) ? 1 : -1;
}
/**
 * undefined: there is no run of this id.
 * @throws LonghaulError RUN_EXPIRED, BAD_ARTIFACT, DIGEST_MISMATCH, ARTIFACT_GONE, FORBIDDEN, UNSIGNED, …
 */
async function findNewest(place, runId, listed) {
    let newest;
    const judged = new Set();
    let downloads = 0;
    for (const artifact of listed) {
        if (judged.has(artifact.id))
            continue;
        if (!(await place.isTrusted(artifact)))
            continue;
        if (artifact.expired) {
            // Something older would be the run as it was before: resuming that is worse than saying so.
            if (newest === undefined)
                throw expired(runId, artifact);
            continue;
        }
        if (++downloads > MOST)
            throw tooMany(runId);
        const generation = await load(place, runId, artifact);
        for (const id of generation.head.judged)
            judged.add(id);
        if (newest === undefined)
            newest = generation;
        else {
            const isAbove = compareHeads(generation.head, newest.head) > 0;
            const [kept, lost] = isAbove ? [generation, newest] : [newest, generation];
            if (!kept.head.judged.includes(lost.artifact.id))
                reportLost(place, runId, kept, lost);
            newest = kept;
        }
    }
    return newest;
}
async function load(place, runId, artifact) {
    const { data, body, adopted } = await place.fetch(artifact, 'run', runId.toLowerCase());
    return { artifact, body, adopted, head: readRunHead(data, `${artifact.name} (${artifact.id})`) };
}
/** A2: two drivers were at work at once. One history counts, the other is named and not mixed in. */
function reportLost(place, runId, kept, lost) {
    const owner = lost.head.lease?.owner;
    place.ports.warn(`Two drivers worked on run ${runId} at once: the history of ${describeOwner(owner)} up to event ${lost.head.seq} lost to that of ${describeOwner(kept.head.lease?.owner)} up to event ${kept.head.seq}. Effects may have run twice; the lost history is artifact ${lost.artifact.id}`);
}
function expired(runId, { name, expiresAt }) {
    return new errors/* LonghaulError */.BQ('RUN_EXPIRED', `Run ${runId} was kept as ${name}, which expired on ${expiresAt}`, {
        path: name,
        hint: 'Start it anew under another id. A scheduled sweep renews what waits before it expires.',
    });
}
function tooMany(runId) {
    return new errors/* LonghaulError */.BQ('TOO_MANY_HISTORIES', `More than ${MOST} artifacts of run ${runId} know nothing of each other; somebody uploads under its names`, { hint: `Delete those that are not the run's, then try again.` });
}

;// CONCATENATED MODULE: ./lib/stores/mail-signature.js
/**
 * Which messages need a signature: those that carry a verdict of their own. A decision is only a pointer to a
 * comment that is asked for again, and waking somebody does no harm.
 */


const SIGNED = new Set(['result', 'signal', 'cancel', 'halt']);
function signedOf(store, runId, attempt, id, text) {
    return { store, runId, parts: ['mail', String(attempt), String(id), text] };
}
/** The signature of a message with this text; '' where none is needed or there is no key. */
function signMail(signing, store, runId, message, text) {
    if (signing === undefined || !SIGNED.has(message.kind))
        return '';
    const { attempt, id } = message;
    const { repository, keys } = signing;
    return sign(keys, { ...signedOf(store, runId, attempt, id, text), repository });
}
/** undefined: it may be acted on; otherwise why not. */
function checkMailSignature(signing, store, runId, text, signature) {
    const message = (0,decode/* parseJson */.qF)(text);
    // What is no message at all is found out by its schema.
    if (signing === undefined || !(0,decode/* isObject */.Gv)(message) || !SIGNED.has(String(message.kind)))
        return undefined;
    const { repository, keys } = signing;
    const signed = { ...signedOf(store, runId, message.attempt, message.id, text), repository };
    const judgement = judge(keys, signed, typeof signature === 'string' ? signature : undefined);
    return judgement === 'valid' ? undefined : `the message ${whyRefused(judgement)}`;
}

;// CONCATENATED MODULE: ./lib/stores/mailbox.js
/** The mailbox of a run directory: one file for each message, created whole under a name of its own. */








const MAIL_NAME = /^([A-Za-z0-9][A-Za-z0-9._-]{0,127})-([0-9a-f]{12})$/;
/** `<id>-<first 12 of the content's digest>`, and the content. */
function encodeMessage(message) {
    const text = (0,json/* jsonText */.s$)(message);
    return { name: `${message.id}-${(0,journal_digest/* sha256 */.sc)(text).slice(0, 12)}`, text };
}
/**
 * Sorts what lies in a mailbox: valid messages, one for each id (the oldest by its own time, then by name),
 * further ones with the same id, and what is no message. Loads the schemas only when there is something.
 */
async function sortMail(raw) {
    const read = { mail: [], duplicates: [], invalid: [] };
    if (raw.length === 0)
        return read;
    const { parseMessage } = await __webpack_require__.e(/* import() */ 239).then(__webpack_require__.bind(__webpack_require__, 20239));
    const valid = [];
    for (const { name, text } of raw) {
        const match = MAIL_NAME.exec(name);
        const message = parseMessage(text);
        if (typeof message === 'string')
            read.invalid.push({ name, why: message });
        else if (match === null || match[1] !== message.id || match[2] !== (0,journal_digest/* sha256 */.sc)(text).slice(0, 12)) {
            read.invalid.push({ name, why: 'its name is not that of its content' });
        }
        else
            valid.push({ name, message });
    }
    valid.sort((a, b) => compare(a.message.at, b.message.at) || compare(a.name, b.name));
    const seen = new Set();
    for (const mail of valid) {
        if (seen.has(mail.message.id))
            read.duplicates.push(mail.name);
        else
            read.mail.push(mail);
        seen.add(mail.message.id);
    }
    return read;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
class DirectoryMailbox {
    #directory;
    constructor(runDir) {
        this.#directory = layout/* paths */.f0.mailbox(runDir);
    }
    async deliver(message) {
        const { checkMessage } = await __webpack_require__.e(/* import() */ 239).then(__webpack_require__.bind(__webpack_require__, 20239));
        const { name, text } = encodeMessage(checkMessage(message));
        let fd;
        try {
            fd = (0,atomic/* createWhole */.cl)((0,external_node_path_.join)(this.#directory, `${name}.json`), text, this.#directory);
        }
        catch (error) {
            if ((0,atomic/* isExisting */.a_)(error))
                return { name, fresh: false };
            throw error;
        }
        try {
            (0,external_node_fs_.fsyncSync)(fd);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
        (0,atomic/* syncDirectory */.zR)(this.#directory);
        return { name, fresh: true };
    }
    async names() {
        return (0,journal_reader/* namesIn */.wX)(this.#directory)
            .filter((file) => file.endsWith('.json') && !file.startsWith('tmp-'))
            .map((file) => file.slice(0, -'.json'.length))
            .sort();
    }
    async read() {
        const raw = [];
        for (const name of await this.names()) {
            const text = (0,journal_reader/* readIfThere */.qC)((0,external_node_path_.join)(this.#directory, `${name}.json`));
            if (text !== undefined)
                raw.push({ name, text });
        }
        return sortMail(raw);
    }
    watch(onMail, onError) {
        // A look is one readdir of a directory that is nearly always missing.
        return watchMail(this, { firstMs: 50, lastMs: 1000 }, onMail, onError);
    }
    async delete(names) {
        for (const name of names)
            (0,atomic/* unlinkIfThere */.Tp)((0,external_node_path_.join)(this.#directory, `${name}.json`));
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/mailbox.js
/** Mail of a run on the artifact store: an artifact for each message, found by exact names (A3). */




/** Names that this workflow run has in use before we look for another way. */
const mailbox_MOST = 100;
class ArtifactMailbox {
    #place;
    #runId;
    #exact;
    /** Text of each message that was read, by artifact id; undefined: none of ours. */
    #texts = new Map();
    /** What lay there at the last look: artifact ids by the name of the message. */
    #ids = new Map();
    /** Workflow runs that have sent mail: more may come from there although the exact name is gone. */
    #senders = new Set();
    /** What the last look found, done with or not. */
    #found = [];
    /** Dealt with, and not to be read again although it could not be deleted. */
    #done;
    #delivered = new Map();
    #sending = Promise.resolve();
    #hasWarned = false;
    /** `done`: artifact ids that the run has recorded. */
    constructor(place, runId, done) {
        this.#place = place;
        this.#runId = runId;
        this.#exact = (0,artifact_names/* mailName */.pe)(runId);
        this.#done = new Set(done);
    }
    get #label() {
        return { kind: 'mail', runId: this.#runId.toLowerCase() };
    }
    /** One after another: a job's messages would only be in each other's way. */
    async deliver(message) {
        const { checkMessage } = await __webpack_require__.e(/* import() */ 239).then(__webpack_require__.bind(__webpack_require__, 20239));
        const { signing } = this.#place.ports;
        const { name, text } = encodeMessage(checkMessage(message));
        const delivered = this.#delivered.get(name);
        if (delivered !== undefined)
            return { ...delivered, fresh: false };
        const signature = signMail(signing, 'artifact', this.#runId, message, text);
        const parcel = this.#place.seal(this.#label, { name, signature }, Buffer.from(text));
        const sent = this.#sending.then(() => this.#send(parcel));
        this.#sending = sent.catch(() => { });
        await sent;
        const done = { name, fresh: true };
        this.#delivered.set(name, done);
        return done;
    }
    /**
     * Readers find a workflow run's mail by the exact name. So what went under another name counts only while that one
     * is seen; a reader may have taken it away meanwhile, and then it is free.
     */
    async #send(parcel) {
        for (let attempt = 1; attempt <= 3; attempt++) {
            const used = await this.#putAnywhere(parcel);
            if (used === this.#exact || (await this.#place.mine(this.#exact)) !== undefined)
                return;
            await this.#place.pause(attempt); // another job's upload may be under way
        }
        throw new errors/* LonghaulError */.BQ('MAIL_STUCK', `The upload of ${this.#exact} broke off in this workflow run, so that no driver would find this message`, {
            path: this.#exact,
            hint: 'Nothing was delivered. Start the workflow anew, or re-run it: a new attempt has names of its own.',
        });
    }
    async #putAnywhere(parcel) {
        let tried = 0;
        for (const name of (0,artifact_names/* fallbacks */.au)(this.#exact, this.#place.ports.job.jobId)) {
            const put = await this.#place.put(name, parcel);
            if (put.kind === 'done')
                return name;
            if (++tried === mailbox_MOST)
                break;
        }
        throw new errors/* LonghaulError */.BQ('MAIL_FULL', `This job has sent ${mailbox_MOST} messages to run ${this.#runId} already`, {
            hint: 'Send the rest from another job.',
        });
    }
    /** One request while there is none; one more for each workflow run that sent some, two for each new message. */
    async read() {
        const found = await this.#list();
        const raw = new Map();
        this.#ids = new Map();
        const unsigned = [];
        for (const artifact of found) {
            const known = this.#texts.has(artifact.id);
            const mail = known ? this.#texts.get(artifact.id) : await this.#fetch(artifact, unsigned);
            if (mail === undefined)
                continue;
            this.#ids.set(mail.name, [...(this.#ids.get(mail.name) ?? []), artifact.id]);
            raw.set(mail.name, mail);
        }
        const sorted = [...raw.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
        const read = await sortMail(sorted);
        return { ...read, invalid: [...read.invalid, ...unsigned] };
    }
    async #list() {
        const { rest } = this.#place.ports;
        const exact = await this.#place.trusted(await rest.named(this.#exact));
        for (const { workflowRunId } of exact)
            this.#senders.add(workflowRunId);
        const found = new Map(exact.map((artifact) => [artifact.id, artifact]));
        for (const id of this.#senders) {
            for (const artifact of await rest.ofWorkflowRun(id))
                if ((0,artifact_names/* isFallback */.RX)(artifact.name, this.#exact))
                    found.set(artifact.id, artifact);
        }
        this.#found = [...found.values()].filter(({ expired }) => !expired);
        return this.#found.filter(({ id }) => !this.#done.has(id));
    }
    async #fetch(artifact, invalid) {
        let mail;
        try {
            const { data, body } = await this.#place.fetch(artifact, 'mail', this.#runId.toLowerCase());
            const text = body.toString();
            const name = typeof data.name === 'string' ? data.name : '';
            const why = checkMailSignature(this.#place.ports.signing, 'artifact', this.#runId, text, data.signature);
            if (why === undefined)
                mail = { name, text };
            else {
                this.#ids.set(name, [...(this.#ids.get(name) ?? []), artifact.id]);
                invalid.push({ name, why });
                return undefined;
            }
        }
        catch (error) {
            if (!(error instanceof errors/* LonghaulError */.BQ))
                throw error;
            if (error.code === 'ARTIFACT_GONE')
                return undefined; // somebody dealt with it
            // Another run's, whose id begins with this one's: not ours to judge.
            if (error.code === 'DIGEST_MISMATCH')
                this.#place.ports.warn(error.message);
            else if (error.code !== 'BAD_ARTIFACT')
                throw error;
        }
        this.#texts.set(artifact.id, mail);
        return mail;
    }
    async names() {
        const { mail, duplicates, invalid } = await this.read();
        return [...mail.map(({ name }) => name), ...duplicates, ...invalid.map(({ name }) => name)].sort();
    }
    /** Ids of the artifacts that hold these messages, for the head of the save that records them. */
    async idsOf(names) {
        if (names.some((name) => !this.#ids.has(name)))
            await this.read();
        return names.flatMap((name) => this.#ids.get(name) ?? []);
    }
    /**
     * What has the exact name goes last: it shows the way to the rest of its workflow run's mail. Without
     * `actions: write` all of it stays until it expires; the run knows it, and nobody acts on it again.
     */
    async delete(names) {
        for (const id of await this.idsOf(names))
            this.#done.add(id);
        const isSign = ({ name }) => name === this.#exact;
        for (const artifact of this.#found.toSorted((a, b) => Number(isSign(a)) - Number(isSign(b)))) {
            if (!this.#done.has(artifact.id))
                continue;
            const rest = this.#found.filter(({ workflowRunId }) => workflowRunId === artifact.workflowRunId);
            if (isSign(artifact) && rest.length > 1)
                continue;
            if (await this.#place.ports.rest.remove(artifact.id)) {
                this.#found = this.#found.filter(({ id }) => id !== artifact.id);
            }
            else if (!this.#hasWarned) {
                this.#hasWarned = true;
                this.#place.ports.warn(`Messages of run ${this.#runId} that are done with stay until they expire: deleting them needs \`actions: write\``);
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/rest.js
/**
 * What the artifact store asks of GitHub's REST API. Permission `actions: read`; `remove` needs `actions: write`.
 * Octokit is loaded with the first request. The requests are ours rather than the artifact client's, which sends
 * refused ones six times and knows no conditional ones.
 */



const PAGE = 100;
const PAGES = 10;
/** No artifact of ours is larger when packed. */
const MAX_PACKED = 512 * 1024 * 1024;
class ArtifactRest {
    #options;
    #place;
    /** Answers by address, for conditional requests: a 304 costs nothing of the rate limit. */
    #known = new Map();
    #loading;
    constructor(options) {
        this.#options = options;
        const [owner = '', repo = ''] = options.repository.split('/');
        this.#place = { owner, repo };
    }
    /** All finished artifacts of exactly this name, the newest id first. */
    named(name) {
        return this.#list('GET /repos/{owner}/{repo}/actions/artifacts', { name }, `artifacts named ${name}`);
    }
    /** All finished artifacts of one workflow run, the newest id first. */
    ofWorkflowRun(id) {
        const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts';
        return this.#list(route, { run_id: id }, `artifacts of workflow run ${id}`);
    }
    async #list(route, parameters, what) {
        const all = [];
        for (let page = 1; page <= PAGES; page++) {
            const { artifacts, total } = await this.#page(route, { ...parameters, page }, what);
            all.push(...artifacts);
            if (all.length >= total || artifacts.length === 0)
                break;
        }
        return all.sort((a, b) => b.id - a.id);
    }
    async #page(route, parameters, what) {
        const key = JSON.stringify([route, parameters]);
        const known = this.#known.get(key);
        return this.#ask(`read the list of ${what}`, async (octokit) => {
            try {
                const { data, headers } = await octokit.request(route, {
                    ...this.#place,
                    ...parameters,
                    per_page: PAGE,
                    ...(known !== undefined && { headers: { 'if-none-match': known.etag } }),
                });
                const page = pageOf(data);
                if (headers.etag !== undefined)
                    this.#known.set(key, { etag: headers.etag, page });
                return page;
            }
            catch (error) {
                if (known !== undefined && statusOf(error) === 304)
                    return known.page;
                throw error;
            }
        });
    }
    workflowRun(id) {
        return this.#ask(`read workflow run ${id}`, async ({ rest }) => {
            const { data } = await rest.actions.getWorkflowRun({ ...this.#place, run_id: id });
            const path = data.path.replace(/@.*$/, '');
            return { event: data.event, path, isOver: data.status === 'completed' };
        });
    }
    /** The bytes, held against size and digest of the list. @throws LonghaulError DIGEST_MISMATCH, ARTIFACT_GONE */
    download(artifact) {
        const { id, name, size, digest } = artifact;
        const where = `${name} (${id})`;
        if (size > MAX_PACKED) {
            throw new errors/* LonghaulError */.BQ('BAD_ARTIFACT', `Artifact ${where} has ${size} bytes, more than any of ours`, {
                path: name,
            });
        }
        return this.#ask(`download artifact ${where}`, async ({ rest }) => {
            const { headers, status } = await rest.actions.downloadArtifact({
                ...this.#place,
                artifact_id: id,
                archive_format: 'zip',
                request: { redirect: 'manual' },
            });
            const { location } = headers;
            if (location === undefined)
                throw new Error(`status ${status} without an address`);
            const response = await fetch(location);
            if (!response.ok)
                throw Object.assign(new Error(response.statusText), { status: response.status });
            const bytes = await readUpTo(response, size);
            if (bytes.length !== size || digest !== `sha256:${(0,journal_digest/* sha256 */.sc)(bytes)}`) {
                throw new errors/* LonghaulError */.BQ('DIGEST_MISMATCH', `Artifact ${where} is not what was uploaded: ${bytes.length === size ? 'its digest differs' : `${size} bytes were expected`}`, {
                    path: name,
                    hint: 'Nothing was read from it. Run the job again; if it stays so, delete the artifact.',
                });
            }
            return bytes;
        });
    }
    /** True once it is gone; false when the token may not delete (`actions: write`). */
    remove(id) {
        return this.#ask(`delete artifact ${id}`, async ({ rest }) => {
            try {
                await rest.actions.deleteArtifact({ ...this.#place, artifact_id: id });
                return true;
            }
            catch (error) {
                if (statusOf(error) === 404)
                    return true;
                if (statusOf(error) === 403)
                    return false;
                throw error;
            }
        });
    }
    async #ask(what, request) {
        const { attempts, delayMs } = this.#options.retry;
        const octokit = await this.#octokit();
        for (let attempt = 1;; attempt++) {
            try {
                return await request(octokit);
            }
            catch (error) {
                if (error instanceof errors/* LonghaulError */.BQ)
                    throw error;
                const status = statusOf(error);
                const isPassing = status === 0 || status === 429 || status >= 500 || isRateLimit(error);
                if (!isPassing || attempt >= attempts)
                    throw refusal(error, what);
                await (0,promises_.setTimeout)(delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
            }
        }
    }
    #octokit() {
        const { token, apiUrl } = this.#options;
        this.#loading ??= Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(361)]).then(__webpack_require__.bind(__webpack_require__, 97361)).then(({ getOctokit }) => getOctokit(token, { baseUrl: apiUrl, log: QUIET }));
        return this.#loading;
    }
}
const QUIET = { debug() { }, info() { }, warn() { }, error() { } };
const statusOf = (error) => {
    const status = error.status;
    return typeof status === 'number' ? status : 0;
};
/** GitHub answers 403, too, when there were too many requests. */
function isRateLimit(error) {
    const headers = error.response?.headers ?? {};
    return statusOf(error) === 403 && headers['retry-after'] !== undefined;
}
function refusal(error, what) {
    const status = statusOf(error);
    const message = `GitHub did not let us ${what}: ${error.message}`;
    if (status === 404 || status === 410) {
        return new errors/* LonghaulError */.BQ('ARTIFACT_GONE', message, {
            cause: error,
            hint: 'It was deleted or has expired meanwhile. Run the job again.',
        });
    }
    if (status === 401 || status === 403) {
        return new errors/* LonghaulError */.BQ('FORBIDDEN', message, {
            cause: error,
            hint: 'The token needs `actions: read`: add it to the `permissions:` of the job.',
        });
    }
    return new errors/* LonghaulError */.BQ('API_FAILED', message, { cause: error, hint: 'Run the job again later.' });
}
/** It speaks of the whole store just now, not of what was read. */
const isOfStore = (error) => !(error instanceof errors/* LonghaulError */.BQ) || error.code === 'API_FAILED' || error.code === 'FORBIDDEN';
function pageOf(data) {
    return {
        total: data.total_count,
        artifacts: data.artifacts.map((raw) => ({
            id: raw.id,
            name: raw.name,
            size: raw.size_in_bytes,
            digest: raw.digest ?? '',
            expired: raw.expired,
            createdAt: raw.created_at ?? '',
            expiresAt: raw.expires_at ?? '',
            workflowRunId: raw.workflow_run?.id ?? 0,
            isOwn: raw.workflow_run?.repository_id !== undefined &&
                raw.workflow_run.repository_id === raw.workflow_run.head_repository_id,
        })),
    };
}
/** One byte more than expected is enough to know. */
async function readUpTo(response, size) {
    const chunks = [];
    let length = 0;
    for await (const chunk of response.body ?? []) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > size)
            break;
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./lib/journal/check-batch.js
/** Whether events may follow what the journal holds. */



/**
 * Throws RunEndedError after the end, LonghaulError (JOURNAL_MISUSE) for a second request of an effect and for a
 * settlement of one that is not pending.
 */
function checkBatch(state, events) {
    const settled = new Set();
    const requested = new Set();
    let ended = state.terminal !== undefined;
    for (const event of events) {
        if (ended && event.type !== 'RUN_RETRIED')
            throw new errors/* RunEndedError */.yu(state.runId, (0,journal_state/* statusOf */.c2)(state), event.type);
        const known = (0,decode/* asKnown */._S)({ ...event, seq: 0, ulid: '', recordedAt: '', data: event.data });
        if (known?.type === 'RUN_COMPLETED' || known?.type === 'RUN_FAILED' || known?.type === 'RUN_HALTED')
            ended = true;
        else if (known?.type === 'RUN_RETRIED') {
            ended = false;
            for (const effectId of known.data.effects)
                requested.add(effectId);
        }
        else if (known?.type === 'EFFECT_REQUESTED') {
            if (state.effects.has(known.data.effectId))
                throw misuse(known.data.effectId, 'requested a second time');
            requested.add(known.data.effectId);
        }
        else if (known?.type === 'EFFECT_RESOLVED' || known?.type === 'EFFECT_CANCELLED') {
            const { effectId } = known.data;
            const pending = requested.has(effectId) || state.effects.get(effectId)?.status === 'requested';
            if (!pending || settled.has(effectId))
                throw misuse(effectId, 'settled, but it is not pending');
            settled.add(effectId);
        }
    }
}
function misuse(effectId, what) {
    return new errors/* LonghaulError */.BQ('JOURNAL_MISUSE', `Effect ${effectId} would be ${what}; nothing was written`);
}

// EXTERNAL MODULE: ./lib/journal/segment-file.js
var segment_file = __webpack_require__(28219);
// EXTERNAL MODULE: ./lib/journal/segments.js
var segments = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/journal/snapshot.js + 1 modules
var snapshot = __webpack_require__(98221);
;// CONCATENATED MODULE: ./lib/journal/packer.js





/** A last segment with fewer events than this is written anew together with what follows it. */
const SMALL_SEGMENT = segments/* SEGMENT_EVENTS */.oI / 2;
class Packer {
    #runDir;
    #segments;
    /** Where the snapshot stands, when this driver wrote one. */
    #snapshot = 0;
    #unpacked;
    /** Result files that this driver wrote, by path: what a segment will hold of them. */
    #results = new Map();
    constructor(runDir, segments, tail) {
        this.#runDir = runDir;
        this.#segments = [...segments];
        this.#unpacked = tail.map((event) => ({ event, stamp: undefined }));
    }
    /** True when a segment is worth writing. */
    get due() {
        return this.#unpacked.length >= segments/* SEGMENT_EVENTS */.oI;
    }
    add(event, stamp) {
        this.#unpacked.push({ event, stamp });
    }
    /** `value`: compact JSON of the value in a result file that was just written. */
    result(stamp, value) {
        // Of long ones a driver would hold hundreds of MiB until it packs, for nothing: no segment has them.
        const isPacked = value.length <= segment_file/* MAX_PACKED_VALUE */.sh;
        const outcome = { status: 'ok', value };
        this.#results.set(stamp[0], isPacked ? { outcome, stamp } : undefined);
    }
    /** Gives up: the next opening of the run reads the files, and packs them. */
    forget() {
        this.#unpacked = [];
        this.#results.clear();
    }
    /**
     * Writes everything unpacked into segments, and the snapshot of the state at their end: at a driver's end
     * (`last`), in between only when it has grown by a quarter. Only call it when all of it is durable.
     */
    pack(resolver, state, last) {
        if (this.#unpacked.length > 0)
            this.#pack(resolver);
        const end = this.#segments.at(-1);
        if (end === undefined || end.to === this.#snapshot || end.to !== state.head.seq)
            return;
        if (!last && end.to < this.#snapshot * 1.25)
            return;
        (0,snapshot/* writeSnapshot */.oF)(this.#runDir, state, end);
        this.#snapshot = end.to;
    }
    #pack(resolver) {
        const old = this.#takeSmallLast();
        const all = [...old.events.map((event) => ({ event, stamp: undefined })), ...this.#unpacked];
        for (let i = 0; i < all.length; i += segments/* SEGMENT_EVENTS */.oI) {
            const entries = all
                .slice(i, i + segments/* SEGMENT_EVENTS */.oI)
                .map(({ event, stamp }) => this.#entry(event, stamp, resolver));
            this.#segments.push((0,segment_file/* writeSegmentFile */.Zr)(this.#runDir, entries));
        }
        this.#unpacked = [];
        this.#results.clear();
        const kept = new Set(this.#segments.map((ref) => ref.path));
        (0,segments/* dropSegments */.cw)(this.#runDir, [...old.refs, ...(0,segments/* listSegments */.Bz)(this.#runDir)].filter((ref) => !kept.has(ref.path)));
    }
    #takeSmallLast() {
        const last = this.#segments.at(-1);
        if (last === undefined || last.to - last.from + 1 >= SMALL_SEGMENT)
            return { events: [], refs: [] };
        this.#segments.pop();
        return { events: (0,segments/* readSegmentEvents */.Tc)(this.#runDir, last), refs: [last] };
    }
    #entry(event, known, resolver) {
        const ref = event.data.resultRef;
        if (known !== undefined && typeof ref === 'string' && this.#results.has(ref))
            return { event, stamp: known, result: this.#results.get(ref) };
        const name = (0,layout/* eventFileName */.MS)(event.seq, event.ulid);
        const stamp = known ?? (0,segments/* stampFile */.Gz)(this.#runDir, `journal/${name}`);
        // An event that was read before its stamp was taken is read again: it may have been edited in between.
        const fresh = known === undefined ? (0,journal_reader/* readEvent */.j_)(this.#runDir, { seq: event.seq, ulid: event.ulid, name }) : event;
        return (0,segments/* packEntry */.AR)(this.#runDir, fresh, stamp, resolver);
    }
}

;// CONCATENATED MODULE: ./lib/journal/placed.js
/** Event files that stand under their names, and what is left to do about them: it need not be done at once. */


/** Each keeps a file open: a batch may be longer than what a machine allows. */
const placed_MOST = 64;
class Placed {
    #files = [];
    add(file) {
        this.#files.push(file);
    }
    get isFull() {
        return this.#files.length >= placed_MOST;
    }
    /** Removes the other names, in order. `each` takes the descriptor over. What comes behind a failure stays here. */
    tidy(each) {
        for (let file = this.#files[0]; file !== undefined; file = this.#files[0]) {
            (0,atomic/* unlinkIfThere */.Tp)(file.temp);
            this.#files.shift();
            each(file);
        }
    }
    /** Lets go of all that is left, as well as that can be done. */
    drop() {
        for (const { fd, temp } of this.#files.splice(0)) {
            (0,external_node_fs_.closeSync)(fd);
            try {
                (0,external_node_fs_.unlinkSync)(temp);
            }
            catch {
                // The event stands under its own name.
            }
        }
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/journal/sync-queue.js
/** Makes files durable, many at a time: one round of fsync for all who wait. */


const closeFile = (0,external_node_util_.promisify)(external_node_fs_.close);
const openFile = (0,external_node_util_.promisify)(external_node_fs_.open);
const syncData = (0,external_node_util_.promisify)(external_node_fs_.fdatasync);
const syncAll = (0,external_node_util_.promisify)(external_node_fs_.fsync);
class SyncQueue {
    #maxOpen;
    #log;
    #files = new Map();
    #paths = new Set();
    #directories = new Set();
    #running;
    #next;
    #failed;
    /** At most `maxOpen` descriptors are kept open until the next round. `log`: synced in each round, too. */
    constructor(maxOpen, log) {
        this.#maxOpen = maxOpen;
        this.#log = log;
    }
    /** Takes over an open descriptor: it is closed after the round. */
    file(fd, path) {
        if (this.#files.size < this.#maxOpen && !this.#files.has(path)) {
            this.#files.set(path, fd);
            return;
        }
        (0,external_node_fs_.closeSync)(fd);
        this.#paths.add(path);
    }
    path(path) {
        this.#paths.add(path);
    }
    directory(path) {
        this.#directories.add(path);
    }
    /** Resolves when everything given before this call is durable. */
    run() {
        if (this.#failed !== undefined)
            return Promise.reject(this.#failed);
        if (this.#running === undefined) {
            this.#running = this.#round().finally(() => {
                this.#running = undefined;
            });
            return this.#running;
        }
        this.#next ??= this.#running.then(() => {
            this.#next = undefined;
            return this.run();
        }, (error) => {
            this.#next = undefined;
            throw error;
        });
        return this.#next;
    }
    async #round() {
        const files = this.#files;
        const paths = this.#paths;
        const directories = this.#directories;
        this.#files = new Map();
        this.#paths = new Set();
        this.#directories = new Set();
        try {
            await this.#log?.sync();
            await inLanes([...files.values()], async (fd) => {
                await syncData(fd);
                (0,external_node_fs_.closeSync)(fd);
            });
            await inLanes([...paths], (path) => syncPath(path, syncData));
            // A directory after the files in it, so that no name becomes durable before its content.
            await inLanes([...directories], (path) => syncPath(path, syncAll));
        }
        catch (error) {
            // What the kernel could not write once it may report as written the next time: nothing is promised any more.
            this.#failed = error instanceof Error ? error : new Error(String(error));
            throw error;
        }
    }
    close() {
        for (const fd of this.#files.values())
            (0,external_node_fs_.closeSync)(fd);
        this.#files.clear();
        this.#log?.close();
    }
}
async function syncPath(path, how) {
    let fd;
    try {
        fd = await openFile(path, 'r');
    }
    catch (error) {
        const { code } = error;
        // Gone by now (replaced by a later round), or a directory on a platform that cannot open one.
        if (code === 'ENOENT' || process.platform === 'win32')
            return;
        throw error;
    }
    try {
        await how(fd);
    }
    finally {
        await closeFile(fd);
    }
}
/** The thread pool has four threads; more than a few waiting for each only costs open descriptors. */
const LANES = 16;
/** Does the work for all items, a few at a time. Ends only when nothing runs any more; throws the first failure. */
async function inLanes(items, work) {
    let next = 0;
    let failure;
    const lane = async () => {
        while (next < items.length) {
            const item = items[next++];
            try {
                await work(item);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
    if (failure !== undefined)
        throw failure.error;
}

;// CONCATENATED MODULE: ./lib/journal/unsynced.js
/** What a driver before this one may have left in the page cache alone. */



// A kill leaves what it had written in the page cache; the next driver makes it durable with its own first save.
const UNSYNCED_MS = 10 * 60_000;
/** Has the files of the last events synced with the next round. `now`: ms since 1970. */
function queueUnsynced(queue, runDir, tail, now) {
    for (const event of tail) {
        if ((0,ids/* ulidTime */.cD)(event.ulid) < now - UNSYNCED_MS)
            continue;
        queue.path(layout/* paths */.f0.event(runDir, (0,layout/* eventFileName */.MS)(event.seq, event.ulid)));
        queue.directory(layout/* paths */.f0.journal(runDir));
        if (event.seq === 1)
            for (const path of [layout/* paths */.f0.run, layout/* paths */.f0.inputs])
                queue.path(path(runDir));
        const { effectId, resultRef } = event.data;
        if (typeof effectId !== 'string')
            continue;
        const ref = typeof resultRef === 'string' ? resultRef : layout/* refs */.DY.task(effectId);
        queue.path((0,external_node_path_.join)(runDir, ref));
        queue.directory((0,external_node_path_.dirname)((0,external_node_path_.join)(runDir, ref)));
        queue.directory(layout/* paths */.f0.tasks(runDir));
    }
}

;// CONCATENATED MODULE: ./lib/journal/writer.js
/** The open journal of one run, in the hands of its driver. */














const MAX_OPEN_FILES = 256;
class RunJournal {
    runDir;
    run;
    state;
    #guard;
    #now;
    #trace;
    #onWritten;
    #ulids;
    #sync;
    #log;
    #packer;
    #damaged;
    #resolver;
    #journalDir;
    #stateDir;
    /** What is left to do about them the process need not wait for. */
    #placed = new Placed();
    #later = false;
    #broken;
    /** `loaded`: what `loadRun` read under the lease. */
    constructor(runDir, loaded, options = {}) {
        this.runDir = runDir;
        this.run = loaded.run;
        this.state = loaded.state;
        this.#guard = options.guard;
        this.#now = options.now ?? Date.now;
        this.#trace = options.trace ?? (() => { });
        this.#onWritten = options.onWritten ?? (() => { });
        this.#ulids = new ids/* UlidClock */.jB(loaded.state.head.ulid, this.#now);
        this.#log = options.log;
        this.#sync = new SyncQueue(MAX_OPEN_FILES, options.log);
        this.#damaged = loaded.damaged;
        this.#packer = new Packer(runDir, loaded.refs.segments, loaded.tail);
        this.#resolver = (0,journal_reader/* resolverOf */.EM)(runDir);
        this.#journalDir = layout/* paths */.f0.journal(runDir);
        this.#stateDir = layout/* paths */.f0.state(runDir);
        queueUnsynced(this.#sync, runDir, loaded.tail, this.#now());
    }
    get head() {
        return this.state.head;
    }
    /**
     * Writes the files, then one file for each event, in order, to the page cache; `sync` makes them durable.
     * Returns the events with their places. Nothing is written when the batch does not fit the run: RunEndedError
     * after the end, LonghaulError (JOURNAL_MISUSE) for a settlement of an effect that is not pending.
     * LeaseLostError when somebody else drives the run; from then on, and after any other failure, this journal
     * takes nothing more.
     *
     * A file that exists with another content (left by a kill before its event) is not touched: `task.json` and
     * `result.json` get the next free name, and the refs in the events follow.
     */
    append(events, files = []) {
        if (this.#broken !== undefined)
            throw this.#broken;
        checkBatch(this.state, events);
        const written = [];
        try {
            this.#tidy();
            // An adopted name gets a batch of its own, so that reservations never tell two stories of one seq.
            const first = this.#guard?.adopted(this.state.head.seq + 1);
            const batches = first === undefined ? [events] : [events.slice(0, 1), events.slice(1)];
            let pending = files;
            for (const batch of batches) {
                if (batch.length === 0 && pending.length === 0)
                    continue;
                written.push(...this.#appendBatch(batch, pending, batch === batches[0] ? first : undefined));
                pending = [];
            }
            if (!this.#later)
                this.#tidy();
        }
        catch (error) {
            throw this.#break(error);
        }
        // Otherwise all that a long run has done since the last save would wait in memory to be packed. Should it fail, the
        // next save says so.
        if (this.#log !== undefined && this.#packer.due)
            void this.sync().catch(() => { });
        return written;
    }
    #appendBatch(events, files, adopted) {
        const names = events.map((_, i) => {
            const seq = this.state.head.seq + 1 + i;
            const ulid = i === 0 && adopted !== undefined ? adopted : this.#ulids.next();
            this.#ulids.raise(ulid);
            return { seq, ulid, name: (0,layout/* eventFileName */.MS)(seq, ulid) };
        });
        this.#guard?.reserve(names);
        const renamed = this.#writeFiles(files);
        const written = events.map((event, i) => this.#writeEvent(event, names[i], renamed));
        this.#trace('done');
        this.#guard?.done();
        this.#trace('appended');
        return written;
    }
    #writeEvent(event, name, renamed) {
        const recordedAt = event.recordedAt ?? new Date(this.#now()).toISOString();
        const data = renamed.size === 0 ? event.data : (0,layout/* withRefs */.jQ)(event.data, renamed);
        const text = (0,codec/* encodeEvent */.r9)({ type: event.type, recordedAt, data }, this.run.harness);
        this.#trace(`event ${name.seq}`);
        const path = `${this.#journalDir}/${name.name}`;
        let linked;
        try {
            linked = (0,atomic/* linkWhole */.U7)(path, text, this.#stateDir);
        }
        catch (error) {
            if ((0,atomic/* isExisting */.a_)(error) && this.#guard !== undefined)
                throw this.#guard.lost();
            if ((0,journal_reader/* isMissing */.b2)(error))
                this.#guard?.reserve([]); // a new owner has tidied up behind us
            throw error;
        }
        const { seq, ulid } = name;
        const journaled = { seq, ulid, type: event.type, recordedAt, data: data };
        const ref = `journal/${name.name}`;
        this.#placed.add({ event: journaled, ref, text, ...linked });
        (0,journal_state/* applyEvent */.Z8)(this.state, journaled);
        this.#onWritten(ref, journaled);
        if (this.#placed.isFull)
            this.#tidy();
        this.#trace(`after event ${name.seq}`);
        return journaled;
    }
    /** From now on what the process need not wait for is left for `tidy`: other names of what stands, stamps, segments. */
    tidyLater() {
        this.#later = true;
    }
    /** Does what `append` has left; every other call here would, too. */
    tidy() {
        if (this.#broken !== undefined)
            return;
        try {
            this.#tidy();
        }
        catch (error) {
            throw this.#break(error);
        }
    }
    #break(error) {
        this.#broken = error instanceof Error ? error : new Error(String(error));
        this.#placed.drop();
        return this.#broken;
    }
    #tidy() {
        this.#placed.tidy(({ event, ref, text, fd }) => {
            const { size, mtimeMs } = (0,atomic/* stampOf */.Zs)(fd);
            this.#packer.add(event, [ref, size, mtimeMs]);
            this.#written(fd, ref, text);
        });
    }
    /** Returns the names that files got instead of their own. */
    #writeFiles(files) {
        const renamed = new Map();
        for (const file of files) {
            this.#trace(`file ${file.path}`);
            let path = file.path;
            for (let n = 2; !this.#writeFile(path, file); n++) {
                path = file.path.replace(/(\.[^./]*)?$/, (extension) => `-${n}${extension}`);
            }
            if (path !== file.path)
                renamed.set(file.path, path);
            this.#onWritten(path);
        }
        return renamed;
    }
    /** False when another content stands there. */
    #writeFile(ref, file) {
        const path = `${this.runDir}/${ref}`;
        const directory = path.slice(0, path.lastIndexOf('/'));
        const isBlob = /^tasks\/[^/]+\/blobs\//.test(ref);
        if (file.replace === true || isBlob) {
            // A blob's name is its digest: whatever else stands there is a torn one.
            (0,atomic/* replaceFile */.fR)(path, file.text);
            this.#sync.path(path);
            this.#named(directory);
            return true;
        }
        let fd;
        // A new effect's first file: to find its directory missing would cost more than to make it.
        if (ref.endsWith('/task.json'))
            (0,atomic/* makeDirectory */.Oh)(directory);
        try {
            fd = (0,atomic/* withDirectory */.uS)(directory, () => (0,external_node_fs_.openSync)(path, 'wx'));
            this.#trace(`opened ${ref}`);
            (0,external_node_fs_.writeFileSync)(fd, file.text);
        }
        catch (error) {
            if (!(0,atomic/* isExisting */.a_)(error))
                throw error;
            if ((0,external_node_fs_.readFileSync)(path, 'utf8') !== file.text)
                return false;
            fd = (0,external_node_fs_.openSync)(path, 'r');
        }
        if (file.value !== undefined) {
            const { size, mtimeMs } = (0,atomic/* stampOf */.Zs)(fd);
            this.#packer.result([ref, size, mtimeMs], file.value);
        }
        this.#written(fd, ref, file.text);
        return true;
    }
    /** A file stands whole in the page cache. */
    #written(fd, ref, text) {
        if (this.#log !== undefined && text.length <= sync_log/* MAX_LOGGED */.sh) {
            (0,external_node_fs_.closeSync)(fd);
            this.#log.add(ref, text);
            return;
        }
        const path = `${this.runDir}/${ref}`;
        this.#sync.file(fd, path);
        this.#named(path.slice(0, path.lastIndexOf('/')));
    }
    #named(directory) {
        this.#sync.directory(directory);
        this.#sync.directory(directory.slice(0, directory.lastIndexOf('/')));
    }
    /** Everything appended so far is on the disk when this resolves. Callers that come meanwhile share the next round. */
    async sync() {
        if (this.#broken !== undefined)
            throw this.#broken;
        this.tidy();
        this.#trace('sync');
        await this.#sync.run();
        this.#trace('synced');
        if (this.#packer.due)
            this.pack(false);
    }
    /** Packs what is not packed yet into a segment. A cache: failures are swallowed, the journal is whole without. */
    pack(last = true) {
        if (this.#damaged)
            return;
        try {
            this.tidy();
            this.#packer.pack(this.#resolver, this.state, last);
        }
        catch {
            this.#packer.forget();
        }
    }
    /** Closes what is open. What was not synced stays in the page cache. */
    close() {
        this.#broken ??= new errors/* LonghaulError */.BQ('JOURNAL_CLOSED', `The journal of run ${this.state.runId} is closed`);
        this.#placed.drop();
        this.#sync.close();
    }
}

;// CONCATENATED MODULE: ./lib/stores/changes.js
/** What a save has to carry: files touched since the one before, read now, and the events among them. */






/** GitHub recommends 1 MB an object: of a longer log the end is saved. */
const LOG_BYTES = 1024 * 1024;
/** GitHub refuses a push with an object over 100 MB. */
const changes_MAX_BYTES = 95 * 1024 * 1024;
// Modification times may be a tick of the kernel behind the clock.
const TICK_MS = 50;
class Changes {
    #copy;
    #warn;
    #touched = new Set();
    #events = [];
    constructor(copy, warn) {
        this.#copy = copy;
        this.#warn = warn;
    }
    /** The journal wrote this. */
    add(path, event) {
        this.#touched.add(path);
        if (event !== undefined)
            this.#events.push(event);
    }
    /** `everything`: also look for what nobody told of (a repaired journal, files of a task that went on writing). */
    take(everything) {
        const touched = [...this.#touched];
        const events = this.#events;
        this.#touched = new Set();
        this.#events = [];
        const { runDir, blobs } = this.#copy;
        const since = this.#copy.savedUntil;
        const now = Date.now();
        const wanted = new Set(touched.filter(saved_files/* isSaved */.Gs));
        const removed = [];
        if (everything || since === 0) {
            const all = (0,saved_files/* scanFiles */.Tu)(runDir, '');
            for (const { path, mtimeMs } of all)
                if (mtimeMs >= since - TICK_MS || !blobs.has(path))
                    wanted.add(path);
            const there = new Set(all.map(({ path }) => path));
            removed.push(...[...blobs.keys()].filter((path) => !there.has(path)));
            this.#copy.savedUntil = now;
        }
        else
            for (const path of this.#besides(events, since))
                wanted.add(path);
        const files = [...wanted]
            .flatMap((path) => this.#read(path) ?? [])
            .filter((file) => blobs.get(file.path) !== (0,journal_digest/* gitBlobId */.tK)(file.content));
        return { files, removed, events, touched };
    }
    /** Files that their tasks or the engine wrote without the journal. */
    #besides(events, since) {
        const { runDir } = this.#copy;
        const settled = events.filter((event) => event.type === 'EFFECT_RESOLVED' || event.type === 'EFFECT_CANCELLED');
        const roots = settled.flatMap(({ data }) => typeof data.effectId === 'string' ? [`tasks/${data.effectId}`] : []);
        if (settled.length > 0)
            roots.push('artifacts');
        const isNew = ({ path, mtimeMs }) => mtimeMs >= since - TICK_MS || !this.#copy.blobs.has(path);
        const found = roots
            .flatMap((root) => (0,saved_files/* scanFiles */.Tu)(runDir, root))
            .filter(isNew)
            .map(({ path }) => path);
        for (const path of ['final.json', layout/* OUTPUT_REF */.i3]) {
            const stat = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(runDir, path), { throwIfNoEntry: false });
            if (stat?.isFile() === true && isNew({ path, mtimeMs: stat.mtimeMs }))
                found.push(path);
        }
        return found;
    }
    /** undefined for a file that is gone again, or that is left out. Throws LonghaulError (TOO_LARGE). */
    #read(path) {
        const file = (0,external_node_path_.join)(this.#copy.runDir, path);
        const stat = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
        if (stat === undefined || !stat.isFile())
            return undefined;
        const isLog = /^tasks\/[^/]+\/(stdout|stderr)[^/]*\.log$/.test(path);
        if (stat.size > changes_MAX_BYTES && !isLog) {
            const megabytes = Math.round(stat.size / 1024 / 1024);
            if (!/^(artifacts|tasks\/[^/]+\/artifacts)\//.test(path)) {
                throw new errors/* LonghaulError */.BQ('TOO_LARGE', `${path} has ${megabytes} MB; GitHub takes no file over 100 MB, so the run cannot be saved with it`, {
                    path: file,
                    hint: 'Let the task write it to LONGHAUL_ARTIFACTS_DIR and return its name.',
                });
            }
            this.#warn(`${path} has ${megabytes} MB; GitHub takes no file over 100 MB, so it is not saved. Upload it with actions/upload-artifact.`);
            return undefined;
        }
        const content = isLog ? endOf(file, stat.size) : (0,external_node_fs_.readFileSync)(file);
        return { path, content, executable: (stat.mode & 0o100) !== 0 };
    }
    /** The save did not get through: its files belong to the next one. */
    giveBack(batch) {
        for (const path of batch.touched)
            this.#touched.add(path);
        for (const { path } of batch.files)
            this.#touched.add(path);
        this.#events = [...batch.events, ...this.#events];
    }
    saved(batch) {
        for (const { path, content } of batch.files)
            this.#copy.blobs.set(path, (0,journal_digest/* gitBlobId */.tK)(content));
        for (const path of batch.removed)
            this.#copy.blobs.delete(path);
    }
}
/** A log may be longer than what fits into memory. */
function endOf(file, size) {
    if (size <= LOG_BYTES)
        return (0,external_node_fs_.readFileSync)(file);
    const note = Buffer.from(`[longhaul: the first ${size - LOG_BYTES} bytes are not saved]\n`);
    const end = Buffer.alloc(LOG_BYTES);
    const descriptor = (0,external_node_fs_.openSync)(file, 'r');
    try {
        (0,external_node_fs_.readSync)(descriptor, end, 0, LOG_BYTES, size - LOG_BYTES);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    return Buffer.concat([note, end]);
}

;// CONCATENATED MODULE: ./lib/stores/save-queue.js
/** Saves that come while one is under way share the next one. */


class SaveQueue {
    #round;
    #index;
    /** The note has changed since a save that got through. */
    isIndexNew = false;
    #asked = { last: false, mail: new Set() };
    #running;
    #next;
    /** `round` saves once; what was asked for is asked again of the next round when it fails. */
    constructor(index, round) {
        this.#index = index;
        this.#round = round;
    }
    get index() {
        return this.#index;
    }
    async save(options) {
        if (options.last === true)
            this.#asked.last = true;
        for (const name of options.mail ?? [])
            this.#asked.mail.add(name);
        if (options.index !== undefined) {
            const index = { ...this.#index, ...options.index };
            this.isIndexNew ||= JSON.stringify(index) !== JSON.stringify(this.#index);
            this.#index = index;
        }
        if (this.#running === undefined)
            return this.#start();
        this.#next ??= this.#running
            .catch(() => { })
            .then(() => {
            this.#next = undefined;
            return this.#start();
        });
        return this.#next;
    }
    #start() {
        this.#running = this.#once().finally(() => {
            this.#running = undefined;
        });
        return this.#running;
    }
    async #once() {
        // What is appended in this turn of the loop comes along.
        await (0,promises_.setImmediate)();
        const asked = this.#asked;
        this.#asked = { last: false, mail: new Set() };
        try {
            await this.#round({ last: asked.last, mail: [...asked.mail] });
        }
        catch (error) {
            for (const name of asked.mail)
                this.#asked.mail.add(name);
            // Whoever lost the lease has nothing left to save.
            const isOurs = !(error instanceof errors/* LeaseLostError */.Jd || error instanceof errors/* LeaseHeldError */._i);
            if (error instanceof errors/* LonghaulError */.BQ)
                error.endedSave = isOurs;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/run-head.js

/** Of a run that has just been made: nobody has driven it. `listed`: what lies under its names and does not count. */
function firstHead(runId, state, now, listed) {
    const { workflow } = state.created ?? {};
    return {
        row: {
            summary: summaryOf(runId, state, now),
            epoch: 0,
            generation: 1,
            savedAt: new Date(now).toISOString(),
            attempt: 1,
            waitingOn: [],
            ...(workflow !== undefined && { workflow }),
        },
        seq: state.head.seq,
        judged: listed.map(({ id }) => id),
        mailDone: [],
        adopted: [],
    };
}
/** `before`: what the lease builds on. */
function nextHead(before, save) {
    const { state, note, generation, judged, mailDone, now } = save;
    const { issue, waitingOn = [], lookAt } = save.index;
    const { owner } = note;
    const isOpen = state.terminal === undefined;
    const summary = summaryOf(before.head.row.summary.runId, state, now);
    const wakeAt = sweepTime(state, lookAt);
    if (wakeAt !== undefined)
        summary.wakeAt = wakeAt;
    const { workflow } = state.created ?? {};
    return {
        row: {
            summary,
            epoch: note.epoch,
            generation,
            savedAt: new Date(now).toISOString(),
            attempt: state.attempt,
            waitingOn: isOpen ? [...waitingOn] : [],
            released: note.released,
            ...(issue !== undefined && { issue }),
            ...(workflow !== undefined && { workflow }),
        },
        seq: state.head.seq,
        lease: note,
        judged,
        mailDone,
        adopted: [
            ...before.head.adopted,
            ...(before.adopted ? [`artifact ${before.id} by ${owner.job?.url ?? owner.token}`] : []),
        ],
    };
}

;// CONCATENATED MODULE: ./lib/stores/artifact/slots.js
/**
 * The names that a run's generations alternate between within this workflow run (A1). Only the older one is ever
 * replaced, so a complete generation exists at every instant.
 */


class Slots {
    #place;
    #runId;
    #names;
    #givenUp = new Set();
    /** Artifacts of this workflow run that may be replaced, by name. */
    #there = new Map();
    /** The name of the newest generation, if it is one of this workflow run. */
    #newest;
    /** `there`: what this workflow run has already, the newest generation's name among it. */
    constructor(place, runId, there, newest) {
        this.#place = place;
        this.#runId = runId;
        this.#names = (0,artifact_names/* stateNames */.U0)(runId);
        this.#newest = newest;
        for (const { name, id } of there)
            this.#there.set(name, id);
    }
    /**
     * Uploads a generation: 4 requests, 2 more to make its name free. Returns the artifact's id. Names are deleted
     * blindly: where somebody of this workflow run has replaced ours, ours takes its place again before the error, so
     * that a complete generation stays whatever happens to the other one.
     * @throws LonghaulError NAMES_USED_UP, UPLOAD_REFUSED, UPLOAD_FAILED; LeaseLostError
     */
    async put(content) {
        const { client, retry } = this.#place.ports;
        for (let attempt = 1;;) {
            const name = this.#next();
            const older = this.#there.get(name);
            const removed = older === undefined ? undefined : await client.remove(name);
            const put = await this.#place.put(name, content);
            if (removed !== undefined && removed !== older)
                throw this.#beside();
            if (put.kind === 'done') {
                this.#there.set(name, put.id);
                this.#newest = name;
                return put.id;
            }
            const there = await this.#place.mine(name);
            if (there === undefined) {
                this.#there.delete(name);
                this.#givenUp.add(name);
                continue;
            }
            // Somebody of this workflow run put it there after we had looked.
            if (there.id !== older)
                throw this.#beside();
            if (attempt++ === retry.attempts)
                throw this.#notReplaced(name);
            await this.#place.pause(attempt);
        }
    }
    #beside() {
        return new errors/* LeaseLostError */.Jd(this.#runId, 'another job of this workflow run');
    }
    #next() {
        const left = this.#names.filter((name) => !this.#givenUp.has(name)).slice(0, 2);
        const name = left.find((other) => other !== this.#newest);
        // The last name left holds the newest generation: replacing it could lose everything.
        if (name !== undefined)
            return name;
        throw new errors/* LonghaulError */.BQ('NAMES_USED_UP', `Uploads of run ${this.#runId} broke off under ${this.#givenUp.size} of its ${this.#names.length} names in this workflow run`, { hint: 'The last save stands. Resume the run in a new workflow run: names are free again there.' });
    }
    #notReplaced(name) {
        return new errors/* LonghaulError */.BQ('UPLOAD_FAILED', `The older artifact ${name} could not be deleted to make room`, {
            path: name,
            hint: 'The last save stands. Run the job again; https://www.githubstatus.com shows whether Actions works.',
        });
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/lease.js
/** A lease on a run of the artifact store: taken by its first save, given back by its last (L2). */










class ArtifactLease {
    journal;
    loaded;
    #parts;
    #changes;
    #queue;
    #slots;
    /** Artifacts that are below this lease's saves. */
    #judged;
    #mailDone;
    #generation;
    /** As which the index shows the run. */
    #shown;
    /** What this lease has told the index of the run. */
    #told;
    /** Generations of others that were compared with ours. */
    #seen = new Set();
    #isRenewal = false;
    #released = false;
    #lost;
    constructor(parts) {
        this.#parts = parts;
        this.loaded = parts.loaded;
        const { head, id } = parts.before;
        const { issue, waitingOn, summary, generation } = head.row;
        this.#generation = generation;
        this.#shown = summary.state;
        this.#judged = [...new Set([...head.judged, id])];
        this.#mailDone = [...head.mailDone];
        const index = { ...(issue !== undefined && { issue }), waitingOn, lookAt: '' };
        this.#queue = new SaveQueue(index, (asked) => this.#round(asked));
        this.#changes = new Changes(parts.copy, parts.place.ports.warn);
        const { local } = parts;
        this.journal = new RunJournal(parts.copy.runDir, parts.loaded, {
            now: parts.place.ports.now,
            onWritten: (path, event) => this.#changes.add(path, event),
            guard: {
                adopted: (seq) => local.adopted(seq),
                reserve: (names) => {
                    this.check();
                    local.reserve(names);
                },
                done: () => local.done(),
                lost: () => this.#lost ?? local.lost(),
            },
        });
    }
    get epoch() {
        return this.#parts.note.epoch;
    }
    get owner() {
        return this.#parts.note.owner;
    }
    get former() {
        return this.#parts.former;
    }
    check() {
        if (this.#released)
            throw new errors/* LonghaulError */.BQ('LEASE_RELEASED', 'The lease was released');
        if (this.#lost !== undefined)
            throw this.#lost;
        this.#parts.local.check();
    }
    async save(options = {}) {
        this.check();
        return this.#queue.save(options);
    }
    /** Uploads the run again although nothing has changed, and gives the lease back: its artifact lasts anew (A5). */
    async renew() {
        this.#isRenewal = true;
        await this.save({ last: true });
    }
    /**
     * A look at the mail comes by: whoever took the run over, or sealed it over our head, ends this lease at once (M9).
     * 3 conditional requests; one download when somebody else has saved.
     */
    async look() {
        const { claim, note } = this.#parts;
        if (this.#slots === undefined || this.#released || this.#lost !== undefined)
            return;
        try {
            await claim.rival({ epoch: note.epoch - 1, released: true });
            // A claim is withdrawn with the last save: a short visit shows by its generation alone.
            await this.#compare();
        }
        catch (error) {
            if (!(error instanceof errors/* LeaseLostError */.Jd))
                throw error;
            this.#lost ??= error;
        }
    }
    /** Who stands above us is the one whose history counts (A1). @throws LeaseLostError */
    async #compare() {
        const { place, before, note } = this.#parts;
        const { runId } = before.head.row.summary;
        for (const artifact of await listNewest(place, runId)) {
            if (this.#judged.includes(artifact.id) || this.#seen.has(artifact.id))
                continue;
            const other = await loadTrusted(place, runId, artifact);
            const ours = { row: { epoch: note.epoch, generation: this.#generation }, lease: note };
            if (other !== undefined && compareHeads(other, ours) > 0)
                throw new errors/* LeaseLostError */.Jd(runId, describeOwner(other.lease?.owner));
            this.#seen.add(artifact.id);
        }
    }
    async #round({ last, mail }) {
        this.check();
        try {
            await this.#write(last, mail);
        }
        catch (error) {
            if (!(error instanceof errors/* LeaseLostError */.Jd))
                throw error;
            // Whoever saves first has the lease: until then another driver has not taken it over, it was quicker.
            const isTaken = this.#slots !== undefined;
            this.#lost = isTaken
                ? error
                : new errors/* LeaseHeldError */._i(this.#parts.before.head.row.summary.runId, error.owner);
            throw this.#lost;
        }
        if (last)
            this.#end();
    }
    async #write(last, mail) {
        const { copy, mailbox } = this.#parts;
        const synced = this.journal.sync();
        synced.catch(() => { }); // looked at below, whatever happens in between
        const batch = this.#changes.take(last);
        const isTaken = this.#slots !== undefined;
        // Mail that cannot be deleted is known by the head alone.
        const hasChanges = batch.files.length > 0 || batch.removed.length > 0 || mail.length > 0 || this.#queue.isIndexNew;
        try {
            await synced;
            const isIdle = !hasChanges && !this.#isRenewal && (last ? !isTaken : isTaken);
            if (!isIdle) {
                const done = [...this.#mailDone, ...(await mailbox.idsOf(mail))];
                copy.saved(batch.files, batch.removed);
                await this.#upload(last, done);
                this.#mailDone = done;
                this.#queue.isIndexNew = false;
                this.#isRenewal = false;
            }
            else if (last)
                await this.#parts.claim.withdraw(); // that of the start
        }
        catch (error) {
            this.#changes.giveBack(batch);
            // What the copy takes for saved is not: the next save must not find that nothing changed.
            for (const { path } of batch.files)
                copy.blobs.delete(path);
            throw error;
        }
        if (mail.length > 0)
            await mailbox.delete(mail);
    }
    /**
     * 7 requests, whatever the length of the run: a look at the claims, the upload, and what makes its name free. The
     * first save of a job that did not start the run takes the lease instead of the look (9, and 4 for the upload). What
     * has to be told to the index comes to 4 more, giving the lease back with the last save to 2.
     */
    async #upload(last, mailDone) {
        const { place, copy, claim, index, moved, note } = this.#parts;
        if (this.#slots === undefined && this.#parts.slots !== undefined && claim.holds(note))
            this.#slots = this.#parts.slots;
        if (this.#slots === undefined)
            this.#slots = await this.#take();
        else if ((await claim.rival({ epoch: note.epoch - 1, released: true })) !== undefined)
            await this.#compare();
        const head = this.#head(last, mailDone);
        const label = { kind: 'run', runId: head.row.summary.runId.toLowerCase() };
        const id = await this.#slots.put(place.seal(label, head, archive(copy.lines.values())));
        this.#generation = head.row.generation;
        this.#judged.push(id);
        copy.noteArtifact(id);
        moved(id, head);
        // A comment on what is announced has to find the run, and a sweep passes by what it takes for ended.
        const { state } = head.row.summary;
        const isReopened = (0,endings/* isEnded */.pl)(this.#shown) && !(0,endings/* isEnded */.pl)(state);
        if (!last && !this.#queue.isIndexNew && !isReopened)
            return;
        const says = JSON.stringify({ ...head.row, generation: 0, savedAt: '', released: false });
        // What this lease has said and still holds is not said again: whether its claim stands tells who drives.
        const isTold = says === this.#told || (await index.tell(head.row));
        if (isTold)
            [this.#shown, this.#told] = [state, says];
        // Of a run that the index does not show as it is a sweep knows by its claim alone.
        if (last && isTold)
            await claim.withdraw();
    }
    /** Claims the run, then looks whether it is still where it was when it was read. @throws LeaseLostError */
    async #take() {
        const { place, claim, note, force, before, copy } = this.#parts;
        const { summary } = before.head.row;
        const { lease } = before.head;
        const known = { epoch: lease?.epoch ?? 0, released: lease?.released ?? true };
        const { epoch, owner, expiresAt } = note;
        await claim.take({ epoch, owner, ...(expiresAt !== undefined && { expiresAt }) }, known, force);
        const listed = await listGenerations(place, summary.runId);
        const judged = new Set(this.#judged);
        for (const artifact of listed) {
            if (judged.has(artifact.id))
                continue;
            if (artifact.id > before.id && (await place.isTrusted(artifact))) {
                await claim.withdraw();
                throw new errors/* LeaseLostError */.Jd(summary.runId, 'another driver, which has saved meanwhile');
            }
        }
        // Whatever else is listed was looked at when the run was opened.
        this.#judged = [
            ...new Set([...this.#judged.filter((id) => isListed(id)), ...listed.map(({ id }) => id)]),
        ];
        const mine = listed.filter(({ workflowRunId }) => workflowRunId === place.ports.job.workflowRunId);
        copy.noteArtifact(before.id);
        return new Slots(place, summary.runId, mine, mine.find(({ id }) => id === before.id)?.name);
        function isListed(id) {
            return id === before.id || listed.some((artifact) => artifact.id === id);
        }
    }
    #head(last, mailDone) {
        const { note, before, place } = this.#parts;
        return nextHead(before, {
            state: this.journal.state,
            note: { ...note, released: last },
            generation: this.#generation + 1,
            index: this.#queue.index,
            judged: this.#judged,
            mailDone,
            now: place.ports.now(),
        });
    }
    /** Costs an upload only when the last save did not say that it was the last. */
    async release() {
        if (this.#released)
            return;
        const { place, claim, before } = this.#parts;
        try {
            if (this.#slots !== undefined && this.#lost === undefined)
                await this.save({ last: true });
        }
        catch (error) {
            if (error instanceof errors/* LeaseLostError */.Jd)
                return;
            const why = error instanceof Error ? error.message : String(error);
            place.ports.warn(`The lease of run ${before.head.row.summary.runId} was not given back; it ends with this job (${why})`);
        }
        finally {
            if (this.#slots === undefined || this.#lost !== undefined)
                await claim.withdraw();
            this.#end();
        }
    }
    #end() {
        if (this.#released)
            return;
        this.#released = true;
        this.journal.close();
        this.#parts.local.release();
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/run.js
/** One run on the artifact store. */











class ArtifactRun {
    runId;
    runDir;
    #parts;
    #mail;
    #seen;
    /** Something happened since the last look: the lease may be somebody else's. */
    #isStale = false;
    #lease;
    constructor(runId, parts, seen) {
        this.runId = runId;
        this.runDir = parts.copy.runDir;
        this.#parts = parts;
        this.#seen = seen;
        this.#mail = new ArtifactMailbox(parts.place, runId, seen.head.mailDone);
    }
    get mailbox() {
        return this;
    }
    get lastSave() {
        const { id, head } = this.#seen;
        return { id: String(id), ...(head.lease !== undefined && { driver: head.lease.owner }) };
    }
    load(options = {}) {
        return (0,open_run/* loadRun */.Sj)(this.runDir, options);
    }
    metadata() {
        return (0,journal_reader/* readRun */.cI)(this.runDir);
    }
    events() {
        return (0,open_run/* eventsOf */.XL)(this.runDir);
    }
    /** Looks again, and brings the working copy to what is there. Throws RunNotFoundError when the run is gone. */
    async refresh() {
        const { place, copy, where } = this.#parts;
        const listed = await listGenerations(place, this.runId);
        const [newest] = listed;
        if (newest?.id !== this.#seen.id || copy.stands === undefined) {
            const generation = await findNewest(place, this.runId, listed);
            if (generation === undefined)
                throw new errors/* RunNotFoundError */.lQ(this.runId, where);
            const { artifact, head, body, adopted } = generation;
            if (artifact.id !== this.#seen.id || copy.stands === undefined)
                await copy.reachArtifact(artifact.id, unarchive(body, `${artifact.name} (${artifact.id})`));
            // What lost is known from now on.
            const judged = [...head.judged, ...listed.map(({ id }) => id)];
            this.#seen = { id: artifact.id, adopted, head: { ...head, judged } };
        }
        this.#isStale = false;
    }
    async owner() {
        const { machine, now } = this.#parts.place.ports;
        const local = holderOf(this.runDir, machine, now());
        if (local !== undefined)
            return local.owner;
        await this.refresh();
        return holderOfNote(this.#seen.head.lease, this.#parts.place.ports);
    }
    /** Costs no request when nothing happened since the run was opened: the first save takes the lease. */
    async acquire(owner, options = {}) {
        return this.lease(owner, options);
    }
    async lease(owner, options = {}) {
        const { force = false, expiresAt, segments = 'check', damaged = false } = options;
        const { place, copy, claim, index, slots } = this.#parts;
        place.checkMayWrite();
        if (this.#isStale || force || copy.stands === undefined)
            await this.refresh();
        const { ports } = place;
        const before = this.#seen.head.lease;
        if (!force && before?.owner.token !== owner.token) {
            const holder = await holderOfNote(before, ports);
            if (holder !== undefined)
                throw new errors/* LeaseHeldError */._i(this.runId, describeOwner(holder));
        }
        const { machine, now } = ports;
        const take = { force, now, ...(machine !== undefined && { machine }) };
        const local = DirectoryLease.take(this.runDir, this.runId, owner, take);
        try {
            const loaded = (0,open_run/* loadRun */.Sj)(this.runDir, { segments, damaged });
            if (!damaged)
                (0,open_run/* checkSound */.sK)(this.runDir, loaded.state);
            const expiry = expiryOf(owner, expiresAt);
            this.#isStale = true;
            this.#lease = new ArtifactLease({
                place,
                copy,
                local,
                loaded,
                note: {
                    epoch: Math.max(this.#seen.head.row.epoch + 1, local.epoch),
                    owner,
                    released: false,
                    ...(expiry !== undefined && { expiresAt: expiry }),
                },
                former: before === undefined || before.released ? undefined : before.owner,
                force,
                claim,
                mailbox: this.#mail,
                index,
                slots,
                before: this.#seen,
                moved: (id, head) => {
                    this.#seen = { id, head, adopted: false };
                    this.#isStale = true;
                },
            });
            return this.#lease;
        }
        catch (error) {
            local.release();
            throw error;
        }
    }
    deliver(message) {
        this.#isStale = true;
        return this.#mail.deliver(message);
    }
    delete(names) {
        return this.#mail.delete(names);
    }
    names() {
        return this.#mail.names();
    }
    async read() {
        await this.#lease?.look();
        return this.#mail.read();
    }
    watch(onMail, onError) {
        return watchMail(this, this.#parts.place.ports.mailPace, onMail, onError, () => this.read());
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/run-index.js
/**
 * The index of all runs, for sweeps (A5): each workflow run says under one fixed name which runs it touched and how
 * they were. A sweep folds what it has read into one. Rows are hints: whoever acts on one opens the run.
 */




const LABEL = { kind: 'index', runId: '' };
/** Names of one workflow run. */
const run_index_MOST = 300;
class RunIndex {
    #place;
    #rows = new Map();
    /** What was read, by artifact id; undefined: not to be used. */
    #read = new Map();
    #names;
    /** To be tried next: one whose upload was refused is free. */
    #name;
    #mine;
    /** The exact name is seen in this workflow run: readers find the others by it. */
    #isSeen = false;
    #putting = Promise.resolve();
    constructor(place) {
        this.#place = place;
    }
    /**
     * Adds what this job knows of a run: 4 requests, 2 more when it had said something before, 1 more when another job of
     * this workflow run had. @throws LonghaulError INDEX_FULL, INDEX_STUCK, UPLOAD_REFUSED, UPLOAD_FAILED
     */
    put(row, judged = [], rows = []) {
        const put = this.#putting.then(() => this.#put([...rows, row], judged));
        this.#putting = put.catch(() => { });
        return put;
    }
    /** The same where nothing may fail any more: whether it was told. */
    async tell(row) {
        try {
            await this.put(row);
            return true;
        }
        catch (error) {
            this.#place.ports.warn(`The index of runs could not be written, so that a sweep may look in vain: ${error.message}`);
            return false;
        }
    }
    async #put(rows, judged) {
        for (const row of rows) {
            const known = this.#rows.get(row.summary.runId);
            if (known === undefined || !isAbove(known, row))
                this.#rows.set(row.summary.runId, row);
        }
        const head = { rows: [...this.#rows.values()], judged: [...judged] };
        const parcel = this.#place.seal(LABEL, head, Buffer.alloc(0));
        this.#names ??= (0,artifact_names/* fallbacks */.au)(artifact_names/* INDEX_NAME */.VX, this.#place.ports.job.jobId);
        for (let tried = 0; tried < run_index_MOST; tried++) {
            this.#name ??= this.#names.next().value;
            const name = this.#name;
            const put = await this.#place.put(name, parcel);
            this.#name = undefined;
            if (put.kind === 'taken')
                continue;
            const before = this.#mine;
            if (before !== undefined && before !== artifact_names/* INDEX_NAME */.VX)
                await this.#place.ports.client.remove(before);
            this.#mine = name;
            this.#isSeen ||= name === artifact_names/* INDEX_NAME */.VX;
            return this.#checkSeen();
        }
        throw new errors/* LonghaulError */.BQ('INDEX_FULL', `This workflow run has ${run_index_MOST} artifacts named ${artifact_names/* INDEX_NAME */.VX}-…`, {});
    }
    /** An upload of another job may be under way, or have broken off: then nobody finds what we have said. */
    async #checkSeen() {
        for (let look = 1; !this.#isSeen && look <= this.#place.ports.retry.attempts; look++) {
            if (look > 1)
                await this.#place.pause(look);
            this.#isSeen = (await this.#place.mine(artifact_names/* INDEX_NAME */.VX)) !== undefined;
        }
        if (this.#isSeen)
            return;
        throw new errors/* LonghaulError */.BQ('INDEX_STUCK', `The upload of ${artifact_names/* INDEX_NAME */.VX} broke off in this workflow run, so that no sweep would find its runs`, {
            path: artifact_names/* INDEX_NAME */.VX,
            hint: 'Start the workflow anew, or re-run it: a new attempt has names of its own.',
        });
    }
    /** Every run that is known, and the artifacts that say so. */
    async read() {
        const found = await this.#find();
        const rows = new Map();
        for (const { id } of found) {
            for (const row of this.#read.get(id)?.rows ?? []) {
                const known = rows.get(row.summary.runId);
                if (known === undefined || isAbove(row, known))
                    rows.set(row.summary.runId, row);
            }
        }
        // What a workflow run that goes on has written may be followed by more under further names.
        const lasting = found
            .filter(({ workflowRunId }) => this.#place.isOver(workflowRunId))
            .map(({ id }) => id);
        const judged = found.flatMap(({ id }) => this.#read.get(id)?.judged ?? []);
        return {
            rows: [...rows.values()].filter(({ pruned }) => pruned !== true),
            found,
            lasting: [...new Set([...lasting, ...judged])],
        };
    }
    /** 1 request; for each workflow run that is not folded in yet 2 more, and 2 for each of its artifacts. */
    async #find() {
        const found = [];
        const judged = new Set();
        const looked = new Set();
        for (const exact of await this.#place.ports.rest.named(artifact_names/* INDEX_NAME */.VX)) {
            if (judged.has(exact.id) || exact.expired || looked.has(exact.workflowRunId))
                continue;
            if (!(await this.#place.isTrusted(exact)))
                continue;
            looked.add(exact.workflowRunId);
            for (const artifact of await this.#place.ports.rest.ofWorkflowRun(exact.workflowRunId)) {
                if (!(0,artifact_names/* isFallback */.RX)(artifact.name, artifact_names/* INDEX_NAME */.VX) || artifact.expired || judged.has(artifact.id))
                    continue;
                const head = await this.#fetch(artifact);
                for (const id of head?.judged ?? [])
                    judged.add(id);
                found.push(artifact);
            }
        }
        return found;
    }
    async #fetch(artifact) {
        if (this.#read.has(artifact.id))
            return this.#read.get(artifact.id);
        let head;
        try {
            const { data } = await this.#place.fetch(artifact, 'index', '');
            head = readIndexHead(data, artifact.name);
        }
        catch (error) {
            if (isOfStore(error))
                throw error;
            this.#place.ports.warn(error.message);
        }
        this.#read.set(artifact.id, head);
        return head;
    }
}
function isAbove(a, b) {
    if (a.pruned === true || b.pruned === true)
        return a.pruned === true;
    return a.epoch === b.epoch ? a.generation > b.generation : a.epoch > b.epoch;
}

;// CONCATENATED MODULE: ./lib/stores/artifact/store.js
/**
 * Runs as artifacts of workflow runs, for repositories where nothing may write to git. Second class: artifacts know
 * no compare-and-set, so that one driver at a time is promised only as far as their list is current (A2).
 */
























/** The lease of a run that nobody has driven. */
const NOBODY = { epoch: 0, released: true };
const RETRY = { attempts: 4, delayMs: 1000 };
class ArtifactStore {
    kind = 'artifact';
    where;
    #options;
    #place;
    #index;
    /** A run that was just made is claimed already. */
    #claims = new Map();
    constructor(options) {
        this.#options = options;
        const { repository, apiUrl, token, runtime, job, workDir, machine, isAlive } = options;
        const retry = options.retry ?? RETRY;
        this.where = `artifacts of ${repository}`;
        this.#place = new Place({
            rest: new ArtifactRest({ token, repository, apiUrl, retry }),
            client: (0,client.artifactClient)(runtime, (0,external_node_path_.join)(workDir, '.longhaul')),
            job,
            repository,
            signing: options.signing,
            retry,
            mailPace: options.mailPace ?? MAIL_PACE,
            warn: options.warn ?? (() => { }),
            now: options.now ?? Date.now,
            ...(machine !== undefined && { machine }),
            ...(isAlive !== undefined && { isAlive }),
        });
        this.#index = new RunIndex(this.#place);
    }
    importDir(runId) {
        return (0,external_node_path_.join)(this.#options.workspace, '.a5c', 'runs', (0,ids/* checkRunId */.np)(runId));
    }
    /** Claimed first, so that of two starts one succeeds as far as the list of artifacts is current. */
    async create(run) {
        const runId = (0,artifact_names/* checkArtifactRunId */.d9)(run.runId);
        const { now, job } = this.#place.ports;
        this.#place.checkMayWrite();
        const claim = this.#claim(runId);
        try {
            await claim.take({ epoch: 1, owner: job.owner }, NOBODY, false);
        }
        catch (error) {
            throw error instanceof errors/* LeaseLostError */.Jd ? new errors/* RunExistsError */.SG(runId, this.where) : error;
        }
        const listed = await listGenerations(this.#place, runId);
        if (await this.#hasTrusted(listed)) {
            await claim.withdraw();
            throw new errors/* RunExistsError */.SG(runId, this.where);
        }
        const copy = this.#copy(runId);
        copy.clear();
        const files = newRunFiles(run, now);
        createRunDirectory(copy.runDir, files, [...layout/* RUN_DIRS */.R$]);
        copy.saved(files.map(({ path, text }) => ({ path, content: Buffer.from(text), executable: false })), []);
        copy.savedUntil = Date.now();
        const { state } = (0,open_run/* loadRun */.Sj)(copy.runDir);
        const head = firstHead(runId, state, now(), listed);
        await this.#index.put(head.row);
        const slots = new Slots(this.#place, runId, [], undefined);
        const label = { kind: 'run', runId: runId.toLowerCase() };
        const id = await slots.put(this.#place.seal(label, head, archive(copy.lines.values())));
        copy.noteArtifact(id);
        return this.#run(runId, copy, { id, head, adopted: false }, slots);
    }
    /**
     * 7 requests: the lists of the run's four names, the workflow run that the newest generation comes from, and its
     * download.
     * @throws RunNotFoundError; LonghaulError RUN_EXPIRED, BAD_ARTIFACT, DIGEST_MISMATCH, ARTIFACT_GONE,
     *   FORBIDDEN, API_FAILED, and with a key UNSIGNED, UNKNOWN_KEY, FORGED
     */
    async open(runId) {
        (0,artifact_names/* checkArtifactRunId */.d9)(runId);
        const listed = await listGenerations(this.#place, runId);
        const found = await findNewest(this.#place, runId, listed);
        if (found === undefined || found.head.row.summary.runId !== runId)
            throw new errors/* RunNotFoundError */.lQ(runId, this.where);
        const { artifact, head, body, adopted } = found;
        if (adopted)
            this.#place.ports.warn(adoptedNote(runId, `artifact ${artifact.id}`));
        const copy = this.#copy(runId);
        await copy.reachArtifact(artifact.id, unarchive(body, `${artifact.name} (${artifact.id})`));
        const judged = [...new Set([...head.judged, ...listed.map(({ id }) => id)])];
        return this.#run(runId, copy, { id: artifact.id, adopted, head: { ...head, judged } });
    }
    /** An id whose artifacts have expired is still taken. */
    async exists(runId) {
        if (!(0,ids/* isRunId */.Pk)(runId))
            return false;
        return this.#hasTrusted(await listGenerations(this.#place, runId));
    }
    async #hasTrusted(listed) {
        for (const artifact of listed)
            if (await this.#place.isTrusted(artifact))
                return true;
        return false;
    }
    /** What the index says: how each run was when its last job ended. */
    async list(filter = {}) {
        const { rows } = await this.#index.read();
        return filterRuns(rows.map(({ summary }) => summary), filter);
    }
    /** For each open run of the index 2 requests: its mail, and whether somebody claims it. */
    async due({ now, workflow }) {
        const due = [];
        for (const row of (await this.#index.read()).rows) {
            const { runId, state, wakeAt, updatedAt } = row.summary;
            if ((0,endings/* isEnded */.pl)(state))
                continue;
            if (row.workflow !== undefined && workflow !== undefined && row.workflow !== workflow)
                continue;
            await this.#guarded(runId, async () => {
                const mail = await this.#place.trusted(await this.#place.ports.rest.named((0,artifact_names/* mailName */.pe)(runId)));
                const hasMail = mail.some(({ expired }) => !expired);
                // A driver that died has left its claim behind.
                const { epoch, released = true } = row;
                const { holder, isLeft } = await this.#claim(runId).standing({ epoch, released });
                const why = whyDue({ state, wakeAt, hasMail, isLeft }, now);
                if (why !== undefined && holder === undefined)
                    due.push({ runId, why, updatedAt });
            });
        }
        return longestFirst(due);
    }
    /** One run that cannot be used keeps no sweep from the others; where nothing can be read, the sweep fails. */
    async #guarded(runId, work) {
        try {
            await work();
        }
        catch (error) {
            if (isOfStore(error))
                throw error;
            this.#place.ports.warn(`Run ${runId} was passed over: ${error.message}`);
        }
    }
    async on(issue) {
        const rows = (await this.#index.read()).rows.map(({ summary, ...row }) => ({
            ...row,
            runId: summary.runId,
            status: summary.state,
            updated: summary.updatedAt,
        }));
        return runsOn(rows, issue);
    }
    async send(runId, message) {
        return new ArtifactMailbox(this.#place, (0,artifact_names/* checkArtifactRunId */.d9)(runId), []).deliver(message);
    }
    /** Deletes the artifacts of ended runs. Without `actions: write` they stay until they expire. */
    async prune(endedBefore) {
        const { rest, warn } = this.#place.ports;
        const pruned = [];
        const isOver = ({ summary: { state, updatedAt } }) => (0,endings/* isEnded */.pl)(state) && updatedAt < endedBefore;
        let mayDelete = true;
        for (const row of (await this.#index.read()).rows) {
            const { runId } = row.summary;
            if (!mayDelete || !isOver(row))
                continue;
            await this.#guarded(runId, async () => {
                const listed = await listGenerations(this.#place, runId);
                const left = listed.filter(({ expired }) => !expired);
                // The row may be an old one: the run itself says whether it was reopened, and whether it is driven.
                const found = await findNewest(this.#place, runId, left);
                if (found !== undefined && !isOver(found.head.row))
                    return;
                if ((await holderOfNote(found?.head.lease, this.#place.ports)) !== undefined)
                    return;
                if ((await this.#claim(runId).standing(NOBODY)).holder !== undefined)
                    return;
                const lists = await Promise.all([(0,artifact_names/* mailName */.pe)(runId), (0,artifact_names/* claimName */.cB)(runId)].map((name) => rest.named(name)));
                for (const { id } of await this.#place.trusted([...lists.flat(), ...listed]))
                    mayDelete &&= await rest.remove(id);
                if (!mayDelete)
                    return warn('Ended runs stay until their artifacts expire: deleting them needs `actions: write`');
                await this.#index.put({ ...row, pruned: true });
                pruned.push(runId);
            });
        }
        return pruned;
    }
    /**
     * Uploads open runs again whose artifacts have lived a third of their time, so that half of it is not over before
     * the next sweep, and folds the index into one (A5). Returns the ids of the runs renewed. For a sweep.
     */
    async renew(owner) {
        const { now, warn } = this.#place.ports;
        const { rows, found, lasting } = await this.#index.read();
        const [any] = found;
        if (any === undefined)
            return [];
        const third = (Date.parse(any.expiresAt) - Date.parse(any.createdAt)) / 3;
        const renewed = [];
        for (const { summary, savedAt } of rows) {
            if ((0,endings/* isEnded */.pl)(summary.state) || Date.parse(savedAt) + third > now())
                continue;
            try {
                const run = await this.open(summary.runId);
                await (await run.lease(owner)).renew();
                renewed.push(summary.runId);
            }
            catch (error) {
                // Who drives it now saves it, too.
                if (error instanceof errors/* LeaseHeldError */._i || error instanceof errors/* LeaseLostError */.Jd)
                    continue;
                warn(`Run ${summary.runId} could not be renewed: ${error.message}`);
            }
        }
        const [row] = rows;
        const isDue = found.length > 1 || Date.parse(any.createdAt) + third <= now();
        if (row !== undefined && isDue)
            await this.#index.put(row, lasting, rows);
        return renewed;
    }
    #claim(runId) {
        const known = this.#claims.get(runId) ?? new RunClaim(this.#place, runId);
        this.#claims.set(runId, known);
        return known;
    }
    #run(runId, copy, seen, slots) {
        const parts = {
            place: this.#place,
            copy,
            claim: this.#claim(runId),
            index: this.#index,
            where: this.where,
            slots,
        };
        return new ArtifactRun(runId, parts, seen);
    }
    #copy(runId) {
        const { machine, now, warn } = this.#place.ports;
        return new ArtifactCopy(this.#options.workDir, runId, { machine, now, warn });
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/commit.js
const WHO = 'longhaul <longhaul@localhost>';
/** fast-import unquotes C style; only these need it. */
function quoted(path) {
    return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
function streamOf(plan) {
    const chunks = [];
    const add = (text) => void chunks.push(Buffer.from(text));
    const data = (content) => {
        const bytes = typeof content === 'string' ? Buffer.from(content) : content;
        add(`data ${bytes.length}\n`);
        chunks.push(bytes);
        add('\n');
    };
    const date = `${Math.max(0, Math.floor((Date.parse(plan.at) || 0) / 1000))} +0000`;
    add(`commit refs/longhaul/built\nmark :1\nauthor ${WHO} ${date}\ncommitter ${WHO} ${date}\n`);
    data(plan.message);
    if (plan.parent !== undefined)
        add(`from ${plan.parent}\n`);
    for (const parent of plan.merge ?? [])
        add(`merge ${parent}\n`);
    for (const path of plan.remove ?? [])
        add(`D ${quoted(path)}\n`);
    for (const { path, content, executable } of plan.files ?? []) {
        add(`M ${executable === true ? '100755' : '100644'} inline ${quoted(path)}\n`);
        data(content);
    }
    for (const { path, commit } of plan.links ?? [])
        add(`M 160000 ${commit} ${quoted(path)}\n`);
    add('\nget-mark :1\n');
    return Buffer.concat(chunks);
}
/** Returns the commit's id; it is in the repository, no ref of ours points at it for long. Throws GIT_FAILED. */
async function buildCommit(git, plan) {
    // A root commit must not continue the one built before it.
    const stream = plan.parent === undefined
        ? [Buffer.from('reset refs/longhaul/built\n\n'), streamOf(plan)]
        : [streamOf(plan)];
    const args = ['fast-import', '--quiet', '--force', '--date-format=raw'];
    const printed = await git.exclusive(() => git.read(args, Buffer.concat(stream)));
    return printed.toString().trim();
}

;// CONCATENATED MODULE: ./lib/stores/branch/errors.js
/** What can go wrong between this job and the repository: each with the place to look and the setting to change. */

class GitError extends errors/* LonghaulError */.BQ {
    constructor(code, message, hint = '') {
        super(code, message, { hint });
        this.name = 'GitError';
    }
    /** The request may have taken effect although it looks as if it had not. */
    get isUnknown() {
        return this.code === 'TIMEOUT' || this.code === 'NETWORK';
    }
}
/** Everything that git said, without the lines that say nothing. */
function said(stderr) {
    return stderr
        .split('\n')
        .map((line) => line.replace(/^remote: ?/, '').trim())
        .filter((line) => line !== '' && !line.startsWith('hint:') && !line.startsWith('error: failed to push'))
        .join('\n');
}
/** `what`: what was tried, for the message (`push to refs/heads/longhaul/x`). `where`: the repository's address. */
function classify(stderr, what, where) {
    const text = said(stderr);
    const short = text.split('\n').slice(-3).join(' | ').slice(0, 500);
    if (/GH013|GH006|repository rule violations|protected branch|pre-receive hook declined/i.test(stderr)) {
        return byRule(text, what, where);
    }
    if (/returned error: 401|Authentication failed|could not read Username|terminal prompts disabled/i.test(stderr)) {
        return new GitError('UNAUTHORISED', `${where} did not accept the token for a ${what}`, 'The token is missing, expired or revoked. In a workflow pass `token: ${{ github.token }}`; a job token dies with its job, at the latest after 24 hours.');
    }
    if (/returned error: 403|Permission to .* denied|Write access to repository not granted/i.test(stderr)) {
        const needed = what.startsWith('read of') ? '`contents: read`' : '`contents: write`';
        return new GitError('FORBIDDEN', `${where} refused a ${what}: the token has no ${needed} (${short})`, 'Give the job `permissions: contents: write`; `contents: read` is enough where it only looks. If that is there: Settings → Actions → General → Workflow permissions, and no token of a fork’s pull request can write.');
    }
    if (/couldn't find remote ref|repository .* not found|returned error: 404/i.test(stderr)) {
        return new GitError('NOT_FOUND', `${where} has nothing for a ${what} (${short})`, 'A token that may not see a private repository gets this answer, too.');
    }
    if (/returned error: 4\d\d/.test(stderr))
        return new GitError('REJECTED', `${where} refused a ${what} (${short})`);
    return new GitError('NETWORK', `${what} at ${where}: no usable answer (${short})`, 'Try again; https://www.githubstatus.com says whether GitHub has a problem.');
}
function byRule(text, what, where) {
    const listed = text.split('\n').filter((line) => /^- /.test(line) || /^error: (?!GH0)/.test(line));
    const why = listed.map((line) => line.replace(/^(- |error: )/, '')).join(' ') || text.split('\n')[0] || '';
    if (/GH006|protected branch/i.test(text)) {
        return new GitError('REJECTED_BY_RULE', `A branch protection rule of ${where} refuses a ${what}: ${why}`, 'Settings → Branches → Branch protection rules: take the branches of runs out of the rule’s name pattern, or choose another `branch:` (a full ref such as refs/longhaul/runs/{run-id} is covered by no rule).');
    }
    const url = /https?:\/\/\S*\/rules\S*/.exec(text)?.[0];
    return new GitError('REJECTED_BY_RULE', `A ruleset of ${where} refuses a ${what}: ${why}`, `Settings → Rules → Rulesets${url === undefined ? '' : ` (${url})`}: exclude \`longhaul/**\` from its target branches or let GitHub Actions bypass it, or choose another \`branch:\` (a full ref such as refs/longhaul/runs/{run-id} is covered by no branch ruleset).`);
}
/** The ref holds something that no store of ours has put there. */
function noRun(ref, tip) {
    return new errors/* LonghaulError */.BQ('NO_RUN', `${ref} is at ${tip.slice(0, 12)}, which is no save of a run`, {
        path: ref,
        hint: 'Somebody pushed to it. Move the branch back to the last commit whose message has a Status trailer.',
    });
}

;// CONCATENATED MODULE: ./lib/stores/branch/git-environment.js
/** The environment of our git: an allow list, and all of its configuration. Nothing of the workspace or the machine. */
/** Where things are on this machine and how to get out of it; never GIT_DIR, GIT_INDEX_FILE or GIT_TRACE. */
const KEPT = /^(PATH|PATHEXT|SYSTEMROOT|WINDIR|COMSPEC|TEMP|TMP|TMPDIR|LD_LIBRARY_PATH|SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|GIT_SSL_CAINFO|GIT_SSL_CAPATH|GIT_EXEC_PATH|(HTTPS?|ALL|NO)_PROXY)$/i;
const CONFIG = [
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['credential.helper', ''],
    ['core.hooksPath', '/dev/null'],
    ['core.fsync', 'none'],
    ['pack.compression', '9'],
    ['protocol.version', '2'],
    // One POST for a push of up to 32 MB: chunked uploads begin with a request that only asks.
    ['http.postBuffer', '33554432'],
    ['push.gpgSign', 'false'],
    ['advice.pushUpdateRejected', 'false'],
];
const REMOTE = 'longhaul';
/** `version`: of git, as [major, minor]; older than 2.31 gets its configuration in the older variable. */
function gitEnvironment(base, gitDir, access, version) {
    const config = [...CONFIG, [`remote.${REMOTE}.url`, access.url]];
    if (access.token !== undefined && access.token !== '') {
        const basic = Buffer.from(`x-access-token:${access.token}`).toString('base64');
        // For this server only: a redirect elsewhere does not carry it.
        config.push([`http.${new URL('/', access.url).href}.extraheader`, `AUTHORIZATION: basic ${basic}`]);
    }
    const env = {
        ...Object.fromEntries(Object.entries(base).filter(([name]) => KEPT.test(name))),
        LC_ALL: 'C',
        HOME: gitDir,
        XDG_CONFIG_HOME: gitDir,
        GIT_DIR: gitDir,
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
        GIT_AUTHOR_NAME: 'longhaul',
        GIT_AUTHOR_EMAIL: 'longhaul@localhost',
        GIT_COMMITTER_NAME: 'longhaul',
        GIT_COMMITTER_EMAIL: 'longhaul@localhost',
    };
    const [major, minor] = version;
    if (major > 2 || minor >= 31) {
        env.GIT_CONFIG_COUNT = String(config.length);
        config.forEach(([key, value], i) => {
            env[`GIT_CONFIG_KEY_${i}`] = key;
            env[`GIT_CONFIG_VALUE_${i}`] = value;
        });
    }
    else {
        env.GIT_CONFIG_PARAMETERS = config
            .map(([key, value]) => `'${`${key}=${value}`.replaceAll("'", "'\\''")}'`)
            .join(' ');
    }
    return env;
}

;// CONCATENATED MODULE: ./lib/stores/branch/push.js
/** One push, and what is known of its outcome. */


async function push(git, updates, what) {
    const leases = updates.flatMap(({ ref, expected }) => expected === undefined ? [] : [`--force-with-lease=${ref}:${expected ?? ''}`]);
    const result = await git.call([
        'push',
        '--porcelain',
        '--no-verify',
        // One ref is moved whole or not at all.
        ...(updates.length > 1 ? ['--atomic'] : []),
        ...leases,
        REMOTE,
        ...updates.map(({ ref, to }) => `${to ?? ''}:${ref}`),
    ]);
    return outcomeOf(git, result, what);
}
function outcomeOf(git, result, what) {
    const lines = result.stdout.toString().split('\n');
    if (result.code === 0)
        return { kind: 'done', fresh: !lines.some((line) => line.startsWith('=\t')) };
    if (result.timedOut)
        return { kind: 'unknown', error: git.failure(result, what) };
    const refused = lines.filter((line) => line.startsWith('!\t'));
    // The server went silent after it had everything.
    const noReport = refused.some((line) => line.includes('[remote failure]'));
    if (refused.length > 0 && !noReport) {
        const rule = classify(`${result.stderr}\n${refused.join('\n')}`, what, git.url);
        if (rule.code === 'REJECTED_BY_RULE')
            return { kind: 'rejected', error: rule };
        const why = refused.map((line) => line.split('\t').at(-1)).join('; ');
        return { kind: 'rejected', error: new GitError('REJECTED', `${git.url} refused a ${what}: ${why}`) };
    }
    if (noReport)
        return { kind: 'unknown', error: new GitError('NETWORK', `${what} at ${git.url}: its answer broke off`) };
    const error = git.failure(result, what);
    if (error.isUnknown)
        return { kind: 'unknown', error };
    return { kind: 'refused', error };
}

;// CONCATENATED MODULE: ./lib/stores/branch/refs.js
/** Names of refs: the branch of a run, its mail, the archive. */



const DEFAULT_TEMPLATE = 'longhaul/{run-id}';
const ARCHIVE_REF = 'refs/longhaul/archive';
const MAIL_ROOT = 'refs/longhaul/mail/';
const HOLE = '{run-id}';
/** A ref name that git takes, less its more unusual liberties. */
const PART = /^(?!\.)(?!.*\.\.)(?!.*\.lock$)[A-Za-z0-9._-]+(?<!\.)$/;
function isRef(ref) {
    return ref.split('/').every((part) => PART.test(part));
}
/** Where runs live: the action input `branch`. */
class RunRefs {
    #before;
    #after;
    template;
    /** `template`: a branch name, or a full ref, with `{run-id}` in it. Throws UsageError. */
    constructor(template = DEFAULT_TEMPLATE) {
        this.template = template;
        const full = template.startsWith('refs/') ? template : `refs/heads/${template}`;
        const parts = full.split(HOLE);
        const [before = '', after = ''] = parts;
        if (parts.length !== 2 || !isRef(full.replace(HOLE, 'x'))) {
            throw new errors/* UsageError */.eb(`branch: ${JSON.stringify(template)} cannot name the branches of runs`, {
                hint: 'Use a branch name or a full ref with {run-id} in it once, such as longhaul/{run-id} or refs/longhaul/runs/{run-id}.',
            });
        }
        const reserved = [MAIL_ROOT, `${ARCHIVE_REF}/`].some((root) => before.startsWith(root) || root.startsWith(before));
        if (reserved || before === 'refs/heads/' || before.split('/').length < 3) {
            throw new errors/* UsageError */.eb(`branch: ${JSON.stringify(template)} would mix the branches of runs with others`, {
                hint: 'Give them a prefix of their own, such as longhaul/{run-id}.',
            });
        }
        this.#before = before;
        this.#after = after;
    }
    run(runId) {
        return `${this.#before}${runId}${this.#after}`;
    }
    /** Matches the refs of all runs, and perhaps others. */
    get pattern() {
        return `${this.#before}*${this.#after}`;
    }
    /** The run of a ref, or undefined: somebody's own branch. */
    runOf(ref) {
        if (!ref.startsWith(this.#before) || !ref.endsWith(this.#after))
            return undefined;
        const runId = ref.slice(this.#before.length, ref.length - this.#after.length);
        return (0,ids/* isRunId */.Pk)(runId) ? runId : undefined;
    }
    /** Refs that cannot exist beside those of the runs: `refs/heads/longhaul`. */
    obstacles() {
        const parts = this.#before.split('/').slice(0, -1);
        return parts.map((_, i) => parts.slice(0, i + 1).join('/')).filter((ref) => ref.split('/').length > 2);
    }
}
function mailPrefix(runId) {
    return `${MAIL_ROOT}${runId}/`;
}
/** Throws UsageError for a message id that no ref can carry. */
function mailRef(runId, name) {
    if (!PART.test(name)) {
        throw new errors/* UsageError */.eb(`The message ${JSON.stringify(name)} cannot be sent: its id may not hold ".."`);
    }
    return `${mailPrefix(runId)}${name}`;
}
/** Where the archive's tree has a run: 256 folders, so that none gets too long; ids are one regardless of case. */
function archivePath(runId) {
    return `${(0,journal_digest/* sha256 */.sc)(runId.toLowerCase()).slice(0, 2)}/${runId}`;
}
/** A branch that makes all branches below it impossible. */
function inTheWay(ref, url) {
    const name = ref.replace(/^refs\/heads\//, '');
    return new errors/* LonghaulError */.BQ('BRANCH_IN_THE_WAY', `${url} has a branch named \`${name}\`, so no run can have a branch \`${name}/…\``, {
        hint: `Rename or delete the branch \`${name}\`, or set the action input \`branch\` to another template (\`runs/{run-id}\`).`,
    });
}

;// CONCATENATED MODULE: ./lib/stores/branch/archive.js
/**
 * The archive of ended runs (B1): one ref, whose commit's further parents are the runs' tips, so that nothing is
 * lost, and whose tree has an entry for each run that points at its tip, in 256 folders.
 */






const LOCAL = 'refs/archive';
/** So many runs in one push at most. */
const BATCH = 200;
const archive_ATTEMPTS = 3;
class Archive {
    #git;
    /** `git`: a repository for this alone. */
    constructor(git) {
        this.#git = git;
    }
    /** The archive's commit, its trees with it; undefined when there is none. */
    async #fetch() {
        try {
            await this.#git.fetch(['--depth=1', REMOTE, `+${ARCHIVE_REF}:${LOCAL}`], `read of ${ARCHIVE_REF}`);
        }
        catch (error) {
            if (error instanceof GitError && error.code === 'NOT_FOUND' && error.message.includes('remote ref'))
                return undefined;
            throw error;
        }
        return (await this.#git.read(['rev-parse', LOCAL])).toString().trim();
    }
    /** Whatever the case of the id. */
    async find(runId) {
        const archive = await this.#fetch();
        if (archive === undefined)
            return undefined;
        const folder = archivePath(runId).slice(0, 3);
        const text = (await this.#git.read(['ls-tree', '-z', archive, folder])).toString();
        for (const line of text.split('\0')) {
            const match = /^160000 commit ([0-9a-f]+)\t..\/(.+)$/.exec(line);
            if (match?.[2]?.toLowerCase() === runId.toLowerCase())
                return { runId: match[2], commit: match[1] ?? '' };
        }
        return undefined;
    }
    /** Throws RunExistsError when the id was used by a run that is archived. */
    async refuse(runId) {
        const found = await this.find(runId);
        if (found !== undefined)
            throw new errors/* RunExistsError */.SG(found.runId, `the archive of ${this.#git.url} (${ARCHIVE_REF})`);
    }
    /**
     * Moves runs into the archive and deletes their branches: one atomic push for each 200, refused as a whole when
     * one of them has moved since `rows` was read. Returns the ids of those that moved here. `at`: ISO time.
     */
    async fold(rows, at) {
        const folded = [];
        for (let i = 0; i < rows.length; i += BATCH) {
            const batch = rows.slice(i, i + BATCH);
            if (await this.#foldBatch(batch, at))
                folded.push(...batch.map((row) => row.runId));
        }
        return folded;
    }
    async #foldBatch(rows, at) {
        for (let attempt = 1;; attempt++) {
            const before = await this.#fetch();
            await this.#fetchTips(rows);
            const after = await buildCommit(this.#git, {
                message: `longhaul: ${rows.length === 1 ? 'one run' : `${rows.length} runs`} archived\n\n${rows.map((row) => `${row.runId} ${row.status}`).join('\n')}\n`,
                at,
                parent: before,
                merge: rows.map((row) => row.commit),
                links: rows.map((row) => ({ path: archivePath(row.runId), commit: row.commit })),
            });
            const updates = [
                { ref: ARCHIVE_REF, to: after, expected: before ?? null },
                ...rows.map((row) => ({ ref: row.ref, to: undefined, expected: row.commit })),
            ];
            const outcome = await push(this.#git, updates, `push to ${ARCHIVE_REF}`);
            if (outcome.kind === 'done')
                return true;
            if (outcome.kind === 'refused')
                throw outcome.error;
            const now = await this.#fetch();
            if (now === after)
                return true;
            if (outcome.error.code === 'REJECTED_BY_RULE')
                throw outcome.error;
            // Another sweep was quicker, or a run was reopened: the next sweep sees which.
            if (now === before && outcome.kind === 'rejected')
                return false;
            if (attempt === archive_ATTEMPTS)
                throw outcome.error;
        }
    }
    /** The tips' commits, without their trees. */
    async #fetchTips(rows) {
        const wanted = rows.map((row) => `+${row.commit}:refs/tips/${row.runId}`);
        try {
            await this.#git.fetch(['--depth=1', '--filter=tree:0', REMOTE, ...wanted], 'read of the tips of ended runs');
        }
        finally {
            this.#git.forgetFilter();
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/git.js
/** Runs git: argument arrays, an environment of its own, an end in time, errors by name. */





const DEFAULT_TIMEOUT_MS = 60_000;
const LOCAL_TIMEOUT_MS = 300_000;
const OLDEST = [2, 30];
function git_run(args, options) {
    return new Promise((resolve, reject) => {
        // A group of its own: git starts helpers, and a time-out must end them all.
        const detached = process.platform !== 'win32';
        const child = (0,external_node_child_process_.spawn)('git', args, { cwd: options.cwd, env: options.env, detached, windowsHide: true });
        const out = [];
        const err = [];
        let timedOut = false;
        const timer = setTimeout(() => {
            timedOut = true;
            try {
                if (detached && child.pid !== undefined)
                    process.kill(-child.pid, 'SIGKILL');
                else
                    child.kill('SIGKILL');
            }
            catch {
                // It has just ended by itself.
            }
            // A helper outside the group might keep the pipes open for ever.
            child.stdout.destroy();
            child.stderr.destroy();
        }, options.timeoutMs);
        child.stdout.on('data', (chunk) => out.push(chunk));
        child.stderr.on('data', (chunk) => err.push(chunk));
        child.stdin.on('error', () => { }); // git may end without reading all of it
        child.on('error', (error) => {
            clearTimeout(timer);
            reject(error.code === 'ENOENT' ? missing() : error);
        });
        child.on('close', (code) => {
            clearTimeout(timer);
            resolve({
                code: code ?? -1,
                stdout: Buffer.concat(out),
                stderr: Buffer.concat(err).toString(),
                timedOut,
            });
        });
        child.stdin.end(options.input ?? '');
    });
}
function missing() {
    return new GitError('GIT_MISSING', 'There is no git on this machine, and the branch store needs it', 'Install git 2.30 or later in the job’s container image, or use `store: artifact`.');
}
/** The version of the git that PATH leads to. Throws GIT_MISSING, GIT_TOO_OLD. */
async function gitVersion(env = process.env) {
    const { stdout } = await git_run(['--version'], { env, timeoutMs: LOCAL_TIMEOUT_MS });
    return checkVersion(stdout.toString());
}
/** Throws GIT_TOO_OLD. `printed`: what `git --version` says. */
function checkVersion(printed) {
    const match = /(\d+)\.(\d+)/.exec(printed);
    const version = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
    if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1]))
        return version;
    throw new GitError('GIT_TOO_OLD', `This machine has ${printed.trim() || 'a git without a version'}; the branch store needs git ${OLDEST.join('.')} or later`, 'Install a newer git in the job’s container image, or use `store: artifact`.');
}
/** One bare repository of our own and the server that it speaks with. */
class Git {
    gitDir;
    url;
    #options;
    #version;
    #last = Promise.resolve();
    constructor(gitDir, options, version) {
        this.gitDir = gitDir;
        this.url = options.url;
        this.#options = options;
        this.#version = version;
    }
    /** Makes the repository, empty, at `gitDir`. `version`: what `gitVersion` gave. */
    static create(gitDir, options, version) {
        (0,external_node_fs_.rmSync)(gitDir, { recursive: true, force: true });
        for (const part of ['objects/info', 'objects/pack', 'refs/heads'])
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(gitDir, part), { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(gitDir, 'HEAD'), 'ref: refs/heads/none\n');
        const git = new Git(gitDir, options, version);
        git.forgetFilter();
        return git;
    }
    /**
     * After a fetch with a filter: what was left out is missing from now on, instead of being fetched object by
     * object as soon as some command (a push: two requests for every ref of the server) looks at it.
     */
    forgetFilter() {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(this.gitDir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    }
    /** What it answered, whatever the exit code. Throws GIT_MISSING. */
    call(args, input) {
        const remote = args[0] === 'fetch' || args[0] === 'push';
        return git_run(args, {
            cwd: this.gitDir,
            env: gitEnvironment(this.#options.env ?? process.env, this.gitDir, this.#options, this.#version),
            ...(input !== undefined && { input }),
            timeoutMs: remote ? (this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS) : LOCAL_TIMEOUT_MS,
        });
    }
    /** One after another: commands that write refs of this repository would meet each other's locks. */
    exclusive(work) {
        const result = this.#last.then(work);
        this.#last = result.catch(() => { });
        return result;
    }
    /** Output of a local command. Throws GIT_FAILED. */
    async read(args, input) {
        const { code, stdout, stderr } = await this.call(args, input);
        if (code === 0)
            return stdout;
        throw new GitError('GIT_FAILED', `git ${args[0]} in ${this.gitDir} failed (${code}): ${stderr.trim().slice(-500)}`);
    }
    /**
     * False when no ref matched, and so nothing was fetched and nothing pruned. Throws UNAUTHORISED, FORBIDDEN,
     * NOT_FOUND, TIMEOUT, NETWORK.
     */
    async fetch(args, what) {
        const result = await this.call(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...args]);
        if (result.code === 0)
            return true;
        // git's way to say so, when a depth is asked for.
        if (result.code === 1 && result.stderr.trim() === '')
            return false;
        throw this.failure(result, what);
    }
    failure(result, what) {
        if (!result.timedOut)
            return classify(result.stderr, what, this.url);
        const seconds = (this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000;
        return new GitError('TIMEOUT', `${what} at ${this.url}: no answer within ${seconds} s`, 'Try again; https://www.githubstatus.com says whether GitHub has a problem.');
    }
    destroy() {
        Git.remove(this.gitDir);
    }
    static remove(gitDir) {
        (0,external_node_fs_.rmSync)(gitDir, { recursive: true, force: true, maxRetries: 3 });
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/read.js
/** From a commit to a run directory, without a check-out. */



/** The files of a commit. Throws DamageError for an entry that no run has: a link, a submodule, a path that climbs. */
async function listTree(git, commit, runId) {
    const text = (await git.read(['ls-tree', '-r', '-z', '-l', commit])).toString();
    return text
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => {
        const tab = line.indexOf('\t');
        const [mode = '', type = '', oid = '', size = ''] = line.slice(0, tab).split(/ +/);
        const path = line.slice(tab + 1);
        const isFile = type === 'blob' && (mode === '100644' || mode === '100755');
        if (!isFile || !(0,saved_files/* isSafePath */.pL)(path)) {
            throw new errors/* DamageError */.wc(`Commit ${commit} of run ${runId} holds ${JSON.stringify(path)} (mode ${mode}), which no run has; nothing was read`, path);
        }
        return { path, oid, size: Number(size), executable: mode === '100755' };
    });
}
/** Contents by object id. */
async function readBlobs(git, oids) {
    const blobs = new Map();
    const wanted = [...new Set(oids)];
    if (wanted.length === 0)
        return blobs;
    const out = await git.read(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
    let at = 0;
    for (const name of wanted) {
        const end = out.indexOf(10, at);
        const [, type, size] = out.subarray(at, end).toString().split(' ');
        if (type !== 'blob') {
            at = end + 1;
            continue;
        }
        const from = end + 1;
        blobs.set(name, out.subarray(from, from + Number(size)));
        at = from + Number(size) + 1;
    }
    return blobs;
}
/** Makes `runDir` what the commit says; see `writeFiles`. */
async function writeRun(git, files, runDir) {
    const blobs = await readBlobs(git, files.map((file) => file.oid));
    writeFiles(files.map(({ path, oid, executable }) => ({ path, content: blobs.get(oid) ?? '', executable })), runDir);
}

;// CONCATENATED MODULE: ./lib/stores/branch/mailbox.js
/** Mail of a run on the branch store: create-only refs, each at a commit of its own that depends on the message only. */








const FILE = 'message.json';
const mailbox_ATTEMPTS = 4;
class BranchMailbox {
    #remote;
    #events;
    #signing;
    constructor(remote, events, signing) {
        this.#remote = remote;
        this.#events = events;
        this.#signing = signing;
    }
    /** The commit has the message's own time, so the same message is the same commit, whoever sends it (M2). */
    async deliver(message) {
        const { checkMessage } = await __webpack_require__.e(/* import() */ 239).then(__webpack_require__.bind(__webpack_require__, 20239));
        const checked = checkMessage(message);
        const { name, text } = encodeMessage(checked);
        const { git, runId } = this.#remote;
        const ref = mailRef(runId, name);
        const signature = signMail(this.#signing, 'branch', runId, checked, text);
        const trailer = signature === '' ? '' : `\nSignature: ${signature}\n`;
        const to = await buildCommit(git, {
            message: `longhaul(${runId}): mail ${checked.kind} ${checked.id}\n${trailer}`,
            at: checked.at,
            files: [{ path: FILE, content: text }],
        });
        this.#events.delivered();
        for (let attempt = 1;; attempt++) {
            const outcome = await push(git, [{ ref, to, expected: null }], `push to ${ref}`);
            if (outcome.kind === 'done')
                return { name, fresh: outcome.fresh };
            if (outcome.kind === 'refused' || outcome.error.code === 'REJECTED_BY_RULE')
                throw outcome.error;
            // It may be there: somebody else's, or ours although the answer was lost.
            if (await this.#has(name))
                return { name, fresh: outcome.kind === 'unknown' };
            if (attempt === mailbox_ATTEMPTS)
                throw outcome.error;
            await (0,promises_.setTimeout)(this.#events.delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
        }
    }
    async #has(name) {
        try {
            return (await this.#remote.look()).mail.has(name);
        }
        catch (error) {
            if (error instanceof GitError && error.isUnknown)
                return false;
            throw error;
        }
    }
    async names() {
        return [...(await this.#remote.look()).mail.keys()].sort();
    }
    async read() {
        const { mail } = await this.#remote.look();
        return this.readSeen(mail);
    }
    /** What a look has seen. */
    async readSeen(mail) {
        if (mail.size === 0)
            return sortMail([]);
        const { git } = this.#remote;
        const ids = await objectsOf(git, [...mail.values()].map((commit) => `${commit}:${FILE}`));
        const blobs = await readBlobs(git, ids.filter((id) => /^[0-9a-f]{40}$/.test(id)));
        const raw = [...mail].map(([name, commit], i) => ({
            name,
            commit,
            text: (blobs.get(ids[i] ?? '') ?? '').toString(),
        }));
        const unsigned = await this.#unsigned(raw);
        const read = await sortMail(raw.filter(({ name }) => !unsigned.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1)));
        return { ...read, invalid: [...read.invalid, ...[...unsigned].map(([name, why]) => ({ name, why }))] };
    }
    /** Why messages may not be acted on, by name. */
    async #unsigned(raw) {
        const unsigned = new Map();
        if (this.#signing === undefined)
            return unsigned;
        const { git, runId } = this.#remote;
        for (const { name, commit, text } of raw) {
            const message = (await git.read(['cat-file', 'commit', commit])).toString();
            const signature = /\nSignature: ([^\n]*)\n$/.exec(message)?.[1];
            const why = checkMailSignature(this.#signing, 'branch', runId, text, signature);
            if (why !== undefined)
                unsigned.set(name, why);
        }
        return unsigned;
    }
    /** A push of its own; a driver names its messages to `save` instead, so that they go with what they caused. */
    async delete(names) {
        let left = [...names];
        for (let attempt = 1; left.length > 0; attempt++) {
            const { runId, git } = this.#remote;
            // No lease: somebody else may have deleted the same one (L4).
            const updates = left.map((name) => ({ ref: mailRef(runId, name), to: undefined }));
            const outcome = await push(git, updates, `deletion of ${left.length} messages of run ${runId}`);
            if (outcome.kind === 'done')
                return;
            if (outcome.kind === 'refused' || outcome.error.code === 'REJECTED_BY_RULE' || attempt === mailbox_ATTEMPTS)
                throw outcome.error;
            const there = await this.names().catch(() => left);
            left = left.filter((name) => there.includes(name));
        }
    }
}
async function objectsOf(git, names) {
    const text = (await git.read(['cat-file', '--batch-check=%(objectname)'], `${names.join('\n')}\n`)).toString();
    return text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0] ?? '');
}

;// CONCATENATED MODULE: ./lib/stores/branch/trailers.js

const STATUSES = new Set([
    'created',
    'running',
    'waiting',
    'completed',
    'failed',
    'canceled',
    'halted',
]);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const NUMBER = /^[1-9]\d{0,14}$/;
const EFFECT_REF = /^e-[0-9a-z]{1,32}$/;
const WORKFLOW = /^[A-Za-z0-9._/-]{1,200}$/;
const COMMIT = /^[0-9a-f]{40}$/;
const PROCESS = /^[A-Za-z0-9._:/@+-]{1,100}$/;
/** A token is drawn as its owner starts. */
const SAME_MS = 1000;
const TOKEN = /^[A-Za-z0-9._-]{1,64}$/;
/**
 * The paragraph. What does not have its shape is left out: nothing that a person wrote gets in. `home`: address of the
 * repository, which those of its jobs begin with.
 */
function formatTrailers(run, home) {
    const lines = [];
    const add = (key, value, shape) => {
        if (value !== undefined && shape.test(value))
            lines.push(`${key}: ${value}`);
    };
    add('Status', STATUSES.has(run.status) ? run.status : undefined, /^[a-z]+$/);
    add('Seq', String(run.seq), NUMBER);
    if (run.attempt > 1)
        add('Attempt', String(run.attempt), NUMBER);
    add('Created', run.created, TIME);
    add('Updated', run.updated, TIME);
    add('Process', run.process, PROCESS);
    add('Wake-At', run.wakeAt, TIME);
    add('Issue', run.issue === undefined ? undefined : String(run.issue), NUMBER);
    for (const { issue, ref } of run.waitingOn)
        add('Waiting-On', `${issue} ${ref}`, /^[1-9]\d{0,14} e-[0-9a-z]{1,32}$/);
    add('Workflow', run.workflow, WORKFLOW);
    add('Adopted', run.adopted, COMMIT);
    if (run.lease !== undefined)
        lines.push(`Lease: ${formatLease(run.lease, home)}`);
    return `${lines.join('\n')}\n`;
}
/**
 * `<epoch> held|released <token> <engine> [<startedAt>] [until=…] [process=pid/start/boot/host]
 * [job=run/attempt/job/limit] [url=…]`. Every part is encoded, so that no host name or address breaks the line.
 * Each save has this line: `startedAt` is left out where the token, a ULID, carries it, `url` where it is the job's
 * own in this repository.
 */
function formatLease({ epoch, owner, released, expiresAt }, home) {
    const encode = (parts, by) => parts.map((part) => encodeURIComponent(String(part).slice(0, 200).toWellFormed())).join(by);
    const { process, job } = owner;
    const words = [encode([epoch, released ? 'released' : 'held', owner.token, owner.engine], ' ')];
    if (!(Math.abs(Date.parse(startOf(owner.token)) - Date.parse(owner.startedAt)) < SAME_MS))
        words.push(encode([owner.startedAt], ''));
    if (expiresAt !== undefined)
        words.push(`until=${encode([expiresAt], '')}`);
    if (process !== undefined)
        words.push(`process=${encode([process.pid, process.startTime, process.bootId, process.host], '/')}`);
    if (job !== undefined) {
        words.push(`job=${encode([job.workflowRunId, job.workflowAttempt, job.jobId, job.limitMinutes], '/')}`);
        if (job.url !== urlOf(job, home))
            words.push(`url=${encode([job.url], '')}`);
    }
    return words.join(' ').replaceAll('%3A', ':');
}
const urlOf = ({ workflowRunId, jobId }, home) => `${home}/actions/runs/${workflowRunId}/job/${jobId}`;
/** undefined for a commit that is no save of a run: other people have branches, too. `home`: see formatTrailers. */
function parseTrailers(message, home) {
    const values = new Map();
    const last = message
        .trimEnd()
        .split(/\n[ \t]*\n/)
        .at(-1) ?? '';
    for (const line of last.split('\n')) {
        const match = /^([A-Za-z][A-Za-z-]*):[ \t]*(.*?)[ \t\r]*$/.exec(line);
        if (match === null)
            continue;
        const key = (match[1] ?? '').toLowerCase();
        values.set(key, [...(values.get(key) ?? []), match[2] ?? '']);
    }
    const one = (key, shape) => values.get(key)?.find((value) => shape.test(value));
    const status = one('status', /^[a-z]+$/);
    const seq = one('seq', NUMBER);
    if (status === undefined || !STATUSES.has(status) || seq === undefined)
        return undefined;
    const process = one('process', PROCESS);
    const wakeAt = one('wake-at', TIME);
    const issue = one('issue', NUMBER);
    const workflow = one('workflow', WORKFLOW);
    const adopted = one('adopted', COMMIT);
    const lease = parseLease(values.get('lease')?.[0], home);
    return {
        status: status,
        seq: Number(seq),
        attempt: Number(one('attempt', NUMBER) ?? 1),
        created: one('created', TIME) ?? '',
        updated: one('updated', TIME) ?? '',
        waitingOn: (values.get('waiting-on') ?? []).flatMap(parseWaitingOn),
        ...(process !== undefined && { process }),
        ...(wakeAt !== undefined && { wakeAt }),
        ...(issue !== undefined && { issue: Number(issue) }),
        ...(workflow !== undefined && { workflow }),
        ...(lease !== undefined && { lease }),
        ...(adopted !== undefined && { adopted }),
    };
}
function parseWaitingOn(value) {
    const [issue = '', ref = ''] = value.split(' ');
    return NUMBER.test(issue) && EFFECT_REF.test(ref) ? [{ issue: Number(issue), ref }] : [];
}
function parseLease(value, home) {
    let words;
    const named = new Map();
    try {
        const [plain, rest] = split(value ?? '');
        words = plain.map(decodeURIComponent);
        for (const [key, parts] of rest)
            named.set(key, parts.map(decodeURIComponent));
    }
    catch {
        return undefined; // not encoded by us
    }
    const [epoch = '', held = '', token = '', engine = '', startedAt] = words;
    if (!NUMBER.test(epoch) || !TOKEN.test(token) || (held !== 'held' && held !== 'released'))
        return undefined;
    const owner = { token, engine, startedAt: startedAt ?? startOf(token) };
    const [pid, startTime = '', bootId = '', host = ''] = named.get('process') ?? [];
    if (pid !== undefined && NUMBER.test(pid))
        owner.process = { pid: Number(pid), startTime, bootId, host };
    const [workflowRunId, attempt = '', jobId = '', limit = ''] = named.get('job') ?? [];
    if (workflowRunId !== undefined && NUMBER.test(attempt) && Number(limit) > 0) {
        const url = named.get('url')?.join('/') ?? urlOf({ workflowRunId, jobId }, home);
        owner.job = { workflowRunId, workflowAttempt: Number(attempt), jobId, url, limitMinutes: Number(limit) };
    }
    const until = named.get('until')?.[0];
    return {
        epoch: Number(epoch),
        owner,
        released: held === 'released',
        ...(until !== undefined && TIME.test(until) && { expiresAt: until }),
    };
}
/** ISO time of a ULID; '' for another token. */
function startOf(token) {
    return (0,ids/* isUlid */.ho)(token) ? new Date((0,ids/* ulidTime */.cD)(token)).toISOString() : '';
}
/** Words without a name, and the named ones in their parts. */
function split(value) {
    const words = value.split(' ');
    const plain = words.filter((word) => !word.includes('='));
    const named = words
        .filter((word) => word.includes('='))
        .map((word) => [
        word.slice(0, word.indexOf('=')),
        word.slice(word.indexOf('=') + 1).split('/'),
    ]);
    return [plain, named];
}

;// CONCATENATED MODULE: ./lib/stores/branch/remote.js
/** The run as the repository has it: looking at it, and moving it forward by compare-and-set. */








const TIP = 'refs/longhaul/tip';
const MAIL = 'refs/mail/';
const DEFAULT_RETRY = { attempts: 5, delayMs: 1000 };
class RunRemote {
    git;
    runId;
    ref;
    #retry;
    #obstacle;
    /** Commits that this run's branch was seen at: a look may come from a replica that lags behind. */
    #seen = new Set();
    #hasTip = false;
    #looking;
    #nextLook;
    constructor(git, runId, ref, retry, obstacle) {
        this.git = git;
        this.runId = runId;
        this.ref = ref;
        this.#retry = retry;
        this.#obstacle = obstacle;
    }
    /** Branch and mail in one fetch: 3 requests when there is something new, otherwise 2 (M7). Callers share one. */
    look() {
        if (this.#looking === undefined) {
            this.#looking = this.#look().finally(() => {
                this.#looking = undefined;
            });
            return this.#looking;
        }
        // The one under way may have asked before the caller did what it looks for.
        this.#nextLook ??= this.#looking
            .catch(() => undefined)
            .then(() => {
            this.#nextLook = undefined;
            return this.look();
        });
        return this.#nextLook;
    }
    async #look() {
        // Depth only the first time: with it git asks for everything again.
        const depth = this.#hasTip ? [] : ['--depth=1'];
        const mail = `+${mailPrefix(this.runId)}*:${MAIL}*`;
        const what = `read of ${this.ref}`;
        const sight = { tip: undefined, mail: new Map() };
        let exists = true;
        try {
            await this.git.fetch([...depth, '--prune', REMOTE, `+${this.ref}:${TIP}`, mail], what);
            this.#hasTip = true;
        }
        catch (error) {
            if (!(error instanceof GitError) || error.code !== 'NOT_FOUND' || !error.message.includes('remote ref'))
                throw error;
            exists = false;
            if (!(await this.git.fetch(['--depth=1', '--prune', REMOTE, mail], what)))
                return sight;
        }
        const text = (await this.git.read(['for-each-ref', '--format=%(objectname) %(refname)', TIP, MAIL])).toString();
        for (const line of text.split('\n')) {
            const [oid = '', ref = ''] = line.split(' ');
            if (ref === TIP && exists)
                sight.tip = oid;
            else if (ref.startsWith(MAIL))
                sight.mail.set(ref.slice(MAIL.length), oid);
        }
        return sight;
    }
    /** The branch was seen, or put, here; whoever finds it here again later finds it rewound. */
    remember(commit) {
        this.#seen.add(commit);
    }
    knows(commit) {
        return this.#seen.has(commit);
    }
    async trailers(commit) {
        const text = (await this.git.read(['cat-file', 'commit', commit])).toString();
        return parseTrailers(text.slice(text.indexOf('\n\n') + 2), this.git.url);
    }
    /** Fetches a commit that no ref of ours leads to (an archived tip). */
    async fetchCommit(commit) {
        await this.git.fetch(['--depth=1', REMOTE, `+${commit}:${TIP}`], `read of commit ${commit}`);
        this.#hasTip = true;
    }
    /**
     * Moves the branch to the commit. Returns once it was seen, or is known to be, there. An outcome that is not known
     * is settled by looking, and by pushing the very same commit again (L3); after a rejection only the ref's
     * value counts (L4).
     * @throws LeaseLostError when the branch is somewhere else; LonghaulError BRANCH_DELETED, BRANCH_REWOUND,
     *   SAVE_UNKNOWN (push the same commit again before anything else); GitError when nothing was written.
     */
    async advance({ commit, parent, mail }) {
        const what = `push to ${this.ref}`;
        let names = mail;
        for (let attempt = 1;; attempt++) {
            const updates = [
                { ref: this.ref, to: commit, expected: parent ?? null },
                ...names.map((name) => ({ ref: mailRef(this.runId, name), to: undefined })),
            ];
            const outcome = await push(this.git, updates, what);
            if (outcome.kind === 'done')
                break;
            if (outcome.kind === 'refused')
                throw outcome.error;
            let sight;
            try {
                sight = await this.#lookAgain(commit, parent);
            }
            catch (error) {
                if (!(error instanceof GitError) || !error.isUnknown)
                    throw error;
                // Nothing can be learned now.
            }
            if (sight?.tip === commit)
                break;
            if (sight !== undefined && sight.tip !== parent)
                throw await this.elsewhere(sight.tip, parent);
            if (sight !== undefined && outcome.error.code === 'REJECTED_BY_RULE')
                throw outcome.error;
            const obstacle = parent === undefined && sight !== undefined ? await this.#obstacle() : undefined;
            if (obstacle !== undefined)
                throw obstacle;
            if (attempt >= this.#retry.attempts)
                throw sight === undefined || outcome.kind === 'unknown'
                    ? this.#unknown(commit, outcome.error)
                    : outcome.error;
            // `--atomic` blames the run's own line when a message is gone: leave that one out.
            if (sight !== undefined)
                names = names.filter((name) => sight.mail.has(name));
            await (0,promises_.setTimeout)(this.#retry.delayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
        }
        this.remember(commit);
    }
    /** A second look when the first shows an older commit of ours: replicas lag. */
    async #lookAgain(commit, parent) {
        for (let look = 1;; look++) {
            const sight = await this.look();
            const isOld = sight.tip !== undefined && sight.tip !== commit && sight.tip !== parent && this.knows(sight.tip);
            if (!isOld || look === 3)
                return sight;
            await (0,promises_.setTimeout)(this.#retry.delayMs);
        }
    }
    #unknown(commit, cause) {
        return new errors/* LonghaulError */.BQ('SAVE_UNKNOWN', `Whether ${commit.slice(0, 12)} of run ${this.runId} reached ${this.ref} is not known: ${cause.message}`, {
            hint: cause.hint,
            cause,
        });
    }
    /** What it means that the branch is not where it should be. `known`: where it was, as far as we know. */
    async elsewhere(tip, known) {
        const { ref, runId } = this;
        const newest = known?.slice(0, 12) ?? '';
        if (tip === undefined) {
            return new errors/* LonghaulError */.BQ('BRANCH_DELETED', `Somebody deleted ${ref} while run ${runId} was driven; it was at ${newest}. Nothing was written`, {
                path: ref,
                hint: `Put it back (the repository’s page of branches offers "Restore" for a while, or push ${newest} there again), then resume the run. A ruleset for longhaul/** that restricts deletions prevents this. If a sweep has archived the run meanwhile, resume it: it is found in ${ARCHIVE_REF}.`,
            });
        }
        if (this.knows(tip)) {
            return new errors/* LonghaulError */.BQ('BRANCH_REWOUND', `Somebody moved ${ref} of run ${runId} back to ${tip.slice(0, 12)}; it was at ${newest}. Nothing was written`, {
                path: ref,
                hint: `Push ${newest} there again, then resume the run. A ruleset for longhaul/** that blocks force pushes prevents this.`,
            });
        }
        const trailers = await this.trailers(tip).catch(() => undefined);
        return new errors/* LeaseLostError */.Jd(runId, describeOwner(trailers?.lease?.owner));
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/repositories.js
/** Git repositories of our own: one for each purpose and process, below the work directory. */



/** Removes those of processes that are gone. */
function removeDead(root) {
    for (const name of (0,external_node_fs_.readdirSync)(root)) {
        const pid = Number(name.split('-')[0]);
        try {
            process.kill(pid, 0);
        }
        catch (error) {
            if (error.code === 'ESRCH')
                Git.remove((0,external_node_path_.join)(root, name));
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/signed-commit.js
/** The signature of a save: a last line of its commit's message, over tree, parents and the message above it (T3). */

const LINE = /\nSignature: ([^\n]*)\n$/;
/** What there is to sign in a commit, and the signature that it has. */
function read(raw, runId) {
    const end = raw.indexOf('\n\n');
    const headers = raw.slice(0, end).split('\n');
    const values = (key) => headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
    const text = raw.slice(end + 2);
    const signature = LINE.exec(text)?.[1];
    const message = signature === undefined ? text : text.replace(LINE, '\n');
    const parts = ['save', values('tree').join(' '), values('parent').join(' '), message];
    return { signed: { store: 'branch', runId, parts }, signature };
}
/** The same commit with a signature; without a key the commit itself. */
async function signCommit(git, commit, policy, runId) {
    if (policy === undefined)
        return commit;
    const raw = (await git.read(['cat-file', 'commit', commit])).toString();
    const { signed } = read(raw, runId);
    const signature = sign(policy.keys, { ...signed, repository: policy.repository });
    const args = ['hash-object', '-t', 'commit', '-w', '--stdin'];
    return (await git.read(args, Buffer.from(`${raw}Signature: ${signature}\n`))).toString().trim();
}
/**
 * Demands the signature of the commit that a run is read from. What lies before it is vouched for by whoever signed
 * it: each commit names its parent. True when it was adopted without one. @throws what `demand` throws
 */
async function demandSigned(git, commit, policy, runId, ref) {
    if (policy === undefined)
        return false;
    const raw = (await git.read(['cat-file', 'commit', commit])).toString();
    const { signed, signature } = read(raw, runId);
    return demand(policy, signed, signature, `Commit ${commit.slice(0, 12)} of run ${runId}`, ref);
}

;// CONCATENATED MODULE: ./lib/stores/branch/subject.js
const MAX = 72;
const PLAIN = {
    RUN_CREATED: 'created',
    RUN_COMPLETED: 'completed ✓',
    RUN_FAILED: 'failed ✗',
    RUN_HALTED: 'halted',
    RUN_RETRIED: 'retried',
    RUN_CANCEL_REQUESTED: 'cancel requested',
    CODE_UPGRADED: 'code upgraded',
};
/** Text of the process: one line, no mention and no issue number that GitHub would act on, no control characters. */
function plain(text) {
    return text
        .replace(/[\p{C}\p{Z}]+/gu, ' ')
        .replace(/[@#]/g, '')
        .replace(/\bGH-/gi, '')
        .trim()
        .slice(0, 48);
}
function describe(event, state) {
    const { effectId } = event.data;
    const effect = typeof effectId === 'string' ? state.effects.get(effectId) : undefined;
    const step = effect === undefined
        ? ''
        : `${effect.request.stepId} ${plain(effect.request.label || effect.request.taskId)}`;
    switch (event.type) {
        case 'EFFECT_RESOLVED':
            return `${step} ${event.data.status === 'error' ? '✗' : '✓'}`;
        case 'EFFECT_CANCELLED':
            return `${step} cancelled`;
        case 'EFFECT_STARTED':
            return `${step} …`;
        case 'EFFECT_REQUESTED':
            return `${step} requested`;
        case 'DECISION_RECORDED':
            return `${step} decision`;
        case 'SIGNAL_RECEIVED':
            return 'signal';
        default:
            return PLAIN[event.type];
    }
}
const RANK = [
    'RUN_COMPLETED',
    'RUN_FAILED',
    'RUN_HALTED',
    'RUN_RETRIED',
    'EFFECT_RESOLVED',
    'EFFECT_CANCELLED',
    'DECISION_RECORDED',
    'RUN_CANCEL_REQUESTED',
    'SIGNAL_RECEIVED',
    'CODE_UPGRADED',
    'EFFECT_STARTED',
    'EFFECT_REQUESTED',
    'RUN_CREATED',
];
/** `longhaul(<run>): S000003 build ✓`. `events`: those that were saved; `otherwise`: when there is nothing to say of them. */
function subjectOf(runId, state, events, otherwise) {
    const kind = RANK.find((type) => events.some((event) => event.type === type));
    const told = events.filter((event) => event.type === kind).flatMap((event) => describe(event, state) ?? []);
    const last = told.at(-1) ?? otherwise;
    const text = `longhaul(${runId}): ${last}${told.length > 1 ? ` (+${told.length - 1})` : ''}`;
    return [...text].slice(0, MAX + runId.length).join('');
}

;// CONCATENATED MODULE: ./lib/stores/branch/lease.js
/** A lease on a run of the branch store: taken by its first save, given back by its last (L2). */












/** GitHub recommends at most 3,000 entries a directory (B4). */
const MANY_EVENTS = 3000;
class BranchLease {
    journal;
    loaded;
    #parts;
    #changes;
    #tip;
    #queue;
    #taken = false;
    #released = false;
    #lost;
    #pending;
    constructor(parts) {
        this.#parts = parts;
        this.#tip = parts.tip;
        this.loaded = parts.loaded;
        const { issue, waitingOn = [] } = parts.before ?? {};
        const index = { ...(issue !== undefined && { issue }), waitingOn, lookAt: '' };
        this.#queue = new SaveQueue(index, (asked) => this.#round(asked));
        this.#changes = new Changes(parts.copy, parts.warn);
        const { local } = parts;
        this.journal = new RunJournal(parts.copy.runDir, parts.loaded, {
            now: parts.now,
            onWritten: (path, event) => this.#changes.add(path, event),
            guard: {
                adopted: (seq) => local.adopted(seq),
                reserve: (names) => {
                    this.check();
                    local.reserve(names);
                },
                done: () => local.done(),
                lost: () => this.#lost ?? local.lost(),
            },
        });
    }
    get epoch() {
        return this.#parts.note.epoch;
    }
    get owner() {
        return this.#parts.note.owner;
    }
    get former() {
        return this.#parts.former;
    }
    check() {
        if (this.#released)
            throw new errors/* LonghaulError */.BQ('LEASE_RELEASED', 'The lease was released');
        if (this.#lost !== undefined)
            throw this.#lost;
        this.#parts.local.check();
    }
    /** A look at the repository came by: somebody else's commit there ends this lease at once, not at its next save. */
    async noticed(sight) {
        const { tip } = sight;
        const { remote, isArchived } = this.#parts;
        if (this.#lost !== undefined || this.#released || tip === undefined)
            return;
        const isOurs = () => tip === this.#tip || tip === this.#pending?.commit || remote.knows(tip);
        // Stale replicas may show any older commit; a save that has just arrived may not be noted yet.
        await (0,promises_.setImmediate)();
        if (isOurs() || (isArchived && !this.#taken))
            return;
        const error = await remote.elsewhere(tip, this.#tip);
        if (!isOurs() && error instanceof errors/* LeaseLostError */.Jd)
            this.#lost ??= this.#asLoss(error);
    }
    async save(options = {}) {
        this.check();
        return this.#queue.save(options);
    }
    async #round({ last, mail }) {
        this.check();
        if (this.#pending !== undefined)
            await this.#push(this.#pending);
        await this.#write(last, mail);
        if (last)
            this.#end();
    }
    async #write(last, mail) {
        const { remote, isArchived, signing, now } = this.#parts;
        const synced = this.journal.sync();
        synced.catch(() => { }); // looked at below, whatever happens in between
        const batch = this.#changes.take(last);
        const hasChanges = batch.files.length > 0 || batch.removed.length > 0 || this.#queue.isIndexNew;
        // Nothing to say and nothing taken that would have to be given back: no push.
        const isIdle = !hasChanges && (last ? !this.#taken : this.#taken);
        if (isIdle) {
            if (mail.length > 0)
                await this.#parts.deleteMail(mail);
            return synced;
        }
        let pending;
        try {
            await synced;
            const at = new Date(now()).toISOString();
            const message = this.#message(batch, last);
            this.#queue.isIndexNew = false;
            const built = await buildCommit(remote.git, {
                message,
                at,
                parent: this.#tip,
                files: batch.files,
                remove: batch.removed,
            });
            const commit = await signCommit(remote.git, built, signing, remote.runId);
            const parent = isArchived && !this.#taken ? undefined : this.#tip;
            pending = { commit, parent, mail, batch };
        }
        catch (error) {
            this.#changes.giveBack(batch);
            this.#queue.isIndexNew = true;
            throw error;
        }
        this.#pending = pending;
        await this.#push(pending);
    }
    /** Ends with the commit on the branch, or with an error that leaves it to be pushed again, unchanged (L3). */
    async #push(pending) {
        const { remote, copy, moved } = this.#parts;
        copy.note(this.#tip, pending.commit);
        try {
            await remote.advance(pending);
        }
        catch (error) {
            const isOpen = error instanceof GitError || (error instanceof errors/* LonghaulError */.BQ && error.code === 'SAVE_UNKNOWN');
            if (!isOpen) {
                this.#pending = undefined;
                this.#lost = this.#asLoss(error);
                throw this.#lost;
            }
            throw error;
        }
        this.#pending = undefined;
        this.#tip = pending.commit;
        this.#taken = true;
        this.#changes.saved(pending.batch);
        copy.note(this.#tip);
        moved(this.#tip);
    }
    /** Whoever saves first has the lease: until then another driver has not taken it over, it was quicker. */
    #asLoss(error) {
        if (error instanceof errors/* LeaseLostError */.Jd && !this.#taken)
            return new errors/* LeaseHeldError */._i(this.#parts.remote.runId, error.owner);
        return error instanceof Error ? error : new Error(String(error));
    }
    #message(batch, last) {
        const { remote, note, now, warn, isAdopted, tip } = this.#parts;
        const { state } = this.journal;
        const wakeAt = sweepTime(state, this.#queue.index.lookAt);
        const workflow = state.created?.workflow;
        if (state.head.seq >= MANY_EVENTS && batch.events.some(({ seq }) => seq === MANY_EVENTS)) {
            warn(`Run ${remote.runId} has ${MANY_EVENTS} events, and GitHub recommends at most 3,000 entries a directory: let ctx.subprocess run parts of it as runs of their own`);
        }
        const trailers = {
            status: (0,journal_state/* statusOf */.c2)(state, now()),
            seq: state.head.seq,
            attempt: state.attempt,
            created: state.createdAt,
            updated: state.updatedAt,
            process: state.processId,
            waitingOn: state.terminal === undefined ? [...(this.#queue.index.waitingOn ?? [])] : [],
            lease: { ...note, released: last },
            ...(isAdopted && !this.#taken && { adopted: tip }),
            ...(wakeAt !== undefined && { wakeAt }),
            ...(this.#queue.index.issue !== undefined && { issue: this.#queue.index.issue }),
            ...(workflow !== undefined && { workflow }),
        };
        const otherwise = last ? 'lease given back' : this.#taken ? 'saved' : 'lease taken';
        return `${subjectOf(remote.runId, state, batch.events, otherwise)}\n\n${formatTrailers(trailers, remote.git.url)}`;
    }
    /** Costs a push only when the last save did not say that it was the last. */
    async release() {
        if (this.#released)
            return;
        try {
            if (this.#taken && this.#lost === undefined)
                await this.save({ last: true });
        }
        catch (error) {
            if (error instanceof errors/* LeaseLostError */.Jd)
                return;
            const why = error instanceof Error ? error.message : String(error);
            this.#parts.warn(`The lease of run ${this.#parts.remote.runId} was not given back; it ends with this job (${why})`);
        }
        finally {
            this.#end();
        }
    }
    #end() {
        if (this.#released)
            return;
        this.#released = true;
        this.journal.close();
        this.#parts.local.release();
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/run.js
/** One run on the branch store. */










class BranchRun {
    runId;
    runDir;
    #remote;
    #copy;
    #ports;
    #mail;
    #seen;
    /** Mail that `open` saw, until something happened. */
    #openedWith;
    /** Something happened since the last look: the lease may be somebody else's. */
    #isStale = false;
    #lease;
    constructor(remote, copy, seen, mail, ports) {
        this.runId = remote.runId;
        this.runDir = copy.runDir;
        this.#remote = remote;
        this.#copy = copy;
        this.#seen = seen;
        this.#ports = ports;
        this.#mail = new BranchMailbox(remote, { delivered: () => this.#touch(), delayMs: ports.retryDelayMs }, ports.signing);
        this.#openedWith = mail;
    }
    get mailbox() {
        return this;
    }
    /** Where people find the run: `<server>/<repository>/tree/<branch>` and `…/commit/<commit>`. `branch` only for one. */
    get place() {
        const { ref } = this.#remote;
        const { tip, isArchived } = this.#seen;
        const branch = ref.startsWith('refs/heads/') ? { branch: ref.slice('refs/heads/'.length) } : {};
        return { ref, ...branch, commit: tip, isArchived };
    }
    get lastSave() {
        const { tip, trailers } = this.#seen;
        const driver = trailers?.lease?.owner;
        return { id: tip, ...(driver !== undefined && { driver }) };
    }
    load(options = {}) {
        return (0,open_run/* loadRun */.Sj)(this.runDir, options);
    }
    metadata() {
        return (0,journal_reader/* readRun */.cI)(this.runDir);
    }
    events() {
        return (0,open_run/* eventsOf */.XL)(this.runDir);
    }
    #touch() {
        this.#isStale = true;
        this.#openedWith = undefined;
    }
    async #look() {
        const sight = await this.#remote.look();
        this.#openedWith = undefined;
        await this.#lease?.noticed(sight);
        return sight;
    }
    /** Looks at the branch again, and brings the working copy to it. Throws BRANCH_DELETED, BRANCH_REWOUND. */
    async refresh() {
        const { tip, mail } = await this.#look();
        const before = this.#seen;
        if (tip === undefined && before.isArchived) {
            this.#isStale = false;
            return;
        }
        const isBack = tip !== undefined && tip !== before.tip && this.#remote.knows(tip);
        if (tip === undefined || isBack)
            throw await this.#remote.elsewhere(tip, before.tip);
        const { git, ref } = this.#remote;
        // What was read, or saved, by us needs no second look.
        const isAdopted = tip === before.tip
            ? before.isAdopted
            : await demandSigned(git, tip, this.#ports.signing, this.runId, ref);
        if (this.#copy.stands !== tip)
            await this.#copy.reachCommit(git, tip);
        this.#remote.remember(tip);
        this.#seen = { tip, trailers: await this.#remote.trailers(tip), isArchived: false, isAdopted };
        this.#isStale = false;
        this.#openedWith = mail; // as if it had been opened now
    }
    async owner() {
        const local = holderOf(this.runDir, this.#ports.machine, this.#ports.now());
        if (local !== undefined)
            return local.owner;
        await this.refresh();
        return holderOfNote(this.#seen.trailers?.lease, this.#ports);
    }
    /** Costs no push: the first save takes the lease in the repository. */
    async acquire(owner, options = {}) {
        const { force = false, expiresAt, segments = 'check', damaged = false } = options;
        if (this.#isStale || force || this.#copy.stands === undefined)
            await this.refresh();
        const { trailers } = this.#seen;
        const before = trailers?.lease;
        if (!force && before?.owner.token !== owner.token) {
            const holder = await holderOfNote(before, this.#ports);
            if (holder !== undefined)
                throw new errors/* LeaseHeldError */._i(this.runId, describeOwner(holder));
        }
        const { machine, now, warn } = this.#ports;
        const local = DirectoryLease.take(this.runDir, this.runId, owner, {
            force,
            now,
            ...(machine !== undefined && { machine }),
        });
        try {
            const loaded = (0,open_run/* loadRun */.Sj)(this.runDir, { segments, damaged });
            if (!damaged)
                (0,open_run/* checkSound */.sK)(this.runDir, loaded.state);
            // The job's own limit can be told from the owner: each save carries this note.
            const expiry = expiresAt === undefined ? undefined : expiryOf(owner, expiresAt);
            const lease = new BranchLease({
                remote: this.#remote,
                copy: this.#copy,
                local,
                loaded,
                note: {
                    epoch: Math.max((before?.epoch ?? 0) + 1, local.epoch),
                    owner,
                    released: false,
                    ...(expiry !== undefined && { expiresAt: expiry }),
                },
                former: before === undefined || before.released ? undefined : before.owner,
                tip: this.#seen.tip,
                isArchived: this.#seen.isArchived,
                isAdopted: this.#seen.isAdopted,
                signing: this.#ports.signing,
                before: trailers,
                now,
                warn,
                moved: (tip) => this.#moved(tip),
                deleteMail: (names) => this.#mail.delete(names),
            });
            this.#lease = lease;
            this.#isStale = true;
            return lease;
        }
        catch (error) {
            local.release();
            throw error;
        }
    }
    #moved(tip) {
        this.#seen = { ...this.#seen, tip, isArchived: false, isAdopted: false };
        this.#touch();
    }
    deliver(message) {
        return this.#mail.deliver(message);
    }
    delete(names) {
        this.#touch();
        return this.#mail.delete(names);
    }
    async names() {
        return [...(await this.#look()).mail.keys()].sort();
    }
    async read() {
        return this.#mail.readSeen((await this.#look()).mail);
    }
    /** Begins with what came with the run when it was opened, at no cost; after something has happened, with a look. */
    watch(onMail, onError) {
        const seen = this.#openedWith;
        const first = seen === undefined ? undefined : () => this.#mail.readSeen(seen);
        return watchMail(this, this.#ports.mailPace, onMail, onError, first);
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/run-index.js



const RUNS = 'refs/runs/';
const ARCHIVE = 'refs/archive/';
const run_index_MAIL = 'refs/mail/';
/** `git`: a repository for this alone; 3 requests whatever the number of runs and the length of their journals. */
async function readIndex(git, refs, { withMail = false } = {}) {
    const patterns = [`+${refs.pattern}:${RUNS}*`, `+${ARCHIVE_REF}*:${ARCHIVE}archive*`];
    if (withMail)
        patterns.push(`+${MAIL_ROOT}*:${run_index_MAIL}*`);
    const index = { rows: [], archive: undefined };
    try {
        const found = await git.fetch(['--depth=1', '--filter=tree:0', '--prune', REMOTE, ...patterns], `read of ${refs.pattern}`);
        if (!found)
            return index;
    }
    finally {
        git.forgetFilter();
    }
    const format = '--format=%(objectname) %(refname)%00%(contents)%00';
    const fields = (await git.read(['for-each-ref', format, RUNS, ARCHIVE])).toString().split('\0');
    const mail = withMail ? await runsWithMail(git) : new Set();
    for (let i = 0; i + 1 < fields.length; i += 2) {
        const [commit = '', local = ''] = (fields[i] ?? '').trim().split(' ');
        if (local === `${ARCHIVE}archive`)
            index.archive = commit;
        if (!local.startsWith(RUNS))
            continue;
        const ref = refs.pattern.replace('*', local.slice(RUNS.length));
        const runId = refs.runOf(ref);
        const trailers = parseTrailers(fields[i + 1] ?? '', git.url);
        if (runId !== undefined && trailers !== undefined)
            index.rows.push({ ...trailers, runId, ref, commit, hasMail: mail.has(runId) });
    }
    return index;
}
async function runsWithMail(git) {
    const names = (await git.read(['for-each-ref', '--format=%(refname)', run_index_MAIL])).toString().split('\n');
    return new Set(names.map((name) => name.slice(run_index_MAIL.length).split('/')[0] ?? ''));
}
function summaryOfRow(row) {
    return {
        runId: row.runId,
        processId: row.process ?? '',
        state: row.status,
        createdAt: row.created,
        updatedAt: row.updated,
        ...(row.wakeAt !== undefined && { wakeAt: row.wakeAt }),
        ...(row.waitingOn.length > 0 && { waitingOn: row.waitingOn.map(({ ref }) => ref) }),
    };
}

;// CONCATENATED MODULE: ./lib/stores/branch/working-copy.js
/** The run directory of a run on the branch store; it stands for a commit. */


class WorkingCopy extends RunCopy {
    /** See RunCopy. @throws DamageError for a commit with an entry that no run has */
    async reachCommit(git, tip) {
        const files = await listTree(git, tip, this.runId);
        this.blobs = new Map(files.map(({ path, oid }) => [path, oid]));
        await this.reach(tip, files, (runDir) => writeRun(git, files, runDir));
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/store.js
/** Runs as branches of a repository: a save is a commit, the trailers of the tips are the index (design §4). */

























let repositories = 0;
class BranchStore {
    kind = 'branch';
    where;
    refs;
    #options;
    #ports;
    #version;
    #made = [];
    /** Throws UsageError for an impossible `branch`. */
    constructor(options) {
        this.#options = options;
        this.refs = new RunRefs(options.branch);
        if (!/^https?:\/\/[^@/]+\//.test(options.url)) {
            throw new errors/* UsageError */.eb(`The branch store cannot use ${options.url}`, {
                hint: 'Give the address of the repository as https://<server>/<owner>/<name>, without a token.',
            });
        }
        this.where = `${options.url} (${this.refs.pattern})`;
        this.#ports = {
            now: options.now ?? Date.now,
            warn: options.warn ?? (() => { }),
            mailPace: options.mailPace ?? MAIL_PACE,
            signing: options.signing,
            retryDelayMs: (options.retry ?? DEFAULT_RETRY).delayMs,
            ...(options.machine !== undefined && { machine: options.machine }),
            ...(options.isAlive !== undefined && { isAlive: options.isAlive }),
        };
    }
    importDir(runId) {
        return (0,external_node_path_.join)(this.#options.workspace, '.a5c', 'runs', (0,ids/* checkRunId */.np)(runId));
    }
    /** Removes our git repositories; working copies stay. */
    close() {
        for (const git of this.#made.splice(0))
            git.destroy();
    }
    /** A create-only push (B2). Ids are looked for among the branches and in the archive. */
    async create(run) {
        const { runId } = run;
        (0,ids/* checkRunId */.np)(runId);
        await this.#refuseTaken(runId);
        const { now } = this.#ports;
        const files = newRunFiles(run, now);
        const remote = await this.#remote(runId);
        const createdAt = new Date(now()).toISOString();
        const workflow = run.created?.workflow;
        // A fork brings the events behind its first one.
        const seq = files.filter(({ path }) => path.startsWith('journal/')).length;
        const trailers = formatTrailers({
            status: seq === 1 ? 'created' : 'running',
            seq,
            attempt: 1,
            created: createdAt,
            updated: createdAt,
            process: run.processId,
            waitingOn: [],
            ...(workflow !== undefined && { workflow }),
        }, remote.git.url);
        const commit = await buildCommit(remote.git, {
            message: `longhaul(${runId}): created\n\n${trailers}`,
            at: createdAt,
            files: files.map(({ path, text }) => ({ path, content: text })),
        });
        const tip = await signCommit(remote.git, commit, this.#options.signing, runId);
        try {
            await remote.advance({ commit: tip, parent: undefined, mail: [] });
        }
        catch (error) {
            throw error instanceof errors/* LeaseLostError */.Jd ? new errors/* RunExistsError */.SG(runId, this.where) : error;
        }
        const copy = this.#copy(runId);
        copy.clear();
        createRunDirectory(copy.runDir, files, [...layout/* RUN_DIRS */.R$]);
        copy.blobs = new Map(files.map(({ path, text }) => [path, (0,journal_digest/* gitBlobId */.tK)(Buffer.from(text))]));
        copy.savedUntil = Date.now();
        copy.note(tip);
        return new BranchRun(remote, copy, { tip, trailers: await remote.trailers(tip), isArchived: false, isAdopted: false }, new Map(), this.#ports);
    }
    async #refuseTaken(runId) {
        const { rows, archive } = await this.#index();
        const taken = rows.find((row) => row.runId.toLowerCase() === runId.toLowerCase());
        if (taken !== undefined)
            throw new errors/* RunExistsError */.SG(taken.runId, this.where);
        if (archive !== undefined)
            await this.#scratch('archive', (git) => new Archive(git).refuse(runId));
    }
    /**
     * Reads branch and mail in one fetch, 3 requests; an archived run is found, too.
     * @throws RunNotFoundError, GitError, DamageError, LonghaulError (NO_RUN; with a key UNSIGNED,
     *   UNKNOWN_KEY, FORGED)
     */
    async open(runId) {
        (0,ids/* checkRunId */.np)(runId);
        const remote = await this.#remote(runId);
        const { tip: branch, mail } = await remote.look();
        const tip = branch ?? (await this.#scratch('archive', (git) => new Archive(git).find(runId)))?.commit;
        if (tip === undefined)
            throw new errors/* RunNotFoundError */.lQ(runId, this.where);
        const isArchived = branch === undefined;
        if (isArchived)
            await remote.fetchCommit(tip);
        remote.remember(tip);
        const trailers = await remote.trailers(tip);
        if (trailers === undefined)
            throw noRun(remote.ref, tip);
        const isAdopted = await demandSigned(remote.git, tip, this.#options.signing, runId, remote.ref);
        if (isAdopted)
            this.#ports.warn(adoptedNote(runId, `commit ${tip.slice(0, 12)}`));
        const copy = this.#copy(runId);
        await copy.reachCommit(remote.git, tip);
        return new BranchRun(remote, copy, { tip, trailers, isArchived, isAdopted }, isArchived ? undefined : mail, this.#ports);
    }
    async exists(runId) {
        if (!(0,ids/* isRunId */.Pk)(runId))
            return false;
        try {
            await this.#refuseTaken(runId);
            return false;
        }
        catch (error) {
            if (error instanceof errors/* RunExistsError */.SG)
                return true;
            throw error;
        }
    }
    /** Every run that has a branch, as its last save describes it: 3 requests. */
    async index() {
        return (await this.#index()).rows;
    }
    async list(filter = {}) {
        return filterRuns((await this.index()).map(summaryOfRow), filter);
    }
    /** 3 requests, and one to the API for each run that is said to be driven. */
    async due({ now, workflow }) {
        const { rows } = await this.#index({ withMail: true });
        const due = [];
        for (const row of rows) {
            if (row.workflow !== undefined && workflow !== undefined && row.workflow !== workflow)
                continue;
            const { status: state, wakeAt, hasMail, lease } = row;
            const why = whyDue({ state, wakeAt, hasMail, isLeft: lease?.released === false }, now);
            if (why === undefined || (await holderOfNote(row.lease, this.#ports)) !== undefined)
                continue;
            due.push({ runId: row.runId, why, updatedAt: row.updated });
        }
        return longestFirst(due);
    }
    /** 2 requests. */
    async send(runId, message) {
        (0,ids/* checkRunId */.np)(runId);
        const { retryDelayMs, signing } = this.#ports;
        const events = { delivered: () => { }, delayMs: retryDelayMs };
        const mailbox = new BranchMailbox(await this.#remote(runId), events, signing);
        return mailbox.deliver(message);
    }
    /** 3 requests, whatever the number of runs. */
    async on(issue) {
        return runsOn(await this.index(), issue);
    }
    /** Folds ended runs into the archive; their branches go, nothing is lost (B1). */
    async prune(endedBefore) {
        const rows = await this.index();
        const isOver = ({ status, updated }) => (0,endings/* isEnded */.pl)(status) && updated !== '' && updated < endedBefore;
        const over = [];
        // A driver that is still about to say something keeps its branch.
        for (const row of rows.filter(isOver))
            if ((await holderOfNote(row.lease, this.#ports)) === undefined)
                over.push(row);
        if (over.length === 0)
            return [];
        const at = new Date(this.#ports.now()).toISOString();
        return this.#scratch('archive', (git) => new Archive(git).fold(over, at));
    }
    #index(options = {}) {
        return this.#scratch('index', (git) => readIndex(git, this.refs, options));
    }
    /** An empty repository for one use: with what it had before, git would begin by comparing (one request more). */
    async #scratch(name, use) {
        const git = await this.#git(name);
        try {
            return await use(git);
        }
        finally {
            git.destroy();
        }
    }
    async #remote(runId) {
        const git = await this.#git(runId);
        return new RunRemote(git, runId, this.refs.run(runId), this.#options.retry ?? DEFAULT_RETRY, () => this.#obstacle());
    }
    /** Why no branch of a run can be made: a branch `longhaul` stands in the way. */
    #obstacle() {
        return this.#scratch('obstacle', async (git) => {
            for (const ref of this.refs.obstacles()) {
                try {
                    await git.fetch(['--depth=1', '--filter=tree:0', REMOTE, `+${ref}:refs/obstacle`], `read of ${ref}`);
                    return inTheWay(ref, this.#options.url);
                }
                catch (error) {
                    if (!(error instanceof GitError) || error.code !== 'NOT_FOUND')
                        throw error;
                }
            }
            return undefined;
        });
    }
    #copy(runId) {
        const { machine, now, warn } = this.#ports;
        return new WorkingCopy(this.#options.workDir, runId, { machine, now, warn });
    }
    /** A repository of its own for each purpose: git's locks know no purposes. */
    async #git(name) {
        this.#version ??= gitVersion(this.#options.env);
        const root = (0,external_node_path_.join)(this.#options.workDir, '.longhaul', 'git');
        const git = Git.create((0,external_node_path_.join)(root, `${process.pid}-${++repositories}-${name}`), this.#options, await this.#version);
        if (this.#made.length === 0)
            removeDead(root);
        this.#made.push(git);
        return git;
    }
}

// EXTERNAL MODULE: ./lib/journal/state-cache.js
var state_cache = __webpack_require__(80299);
;// CONCATENATED MODULE: ./lib/stores/summary-cache.js
/** state/summary.json: the line of a run in a list, so that a list does not read whole journals. */









const SCHEMA = 'longhaul.summary.v1';
const file = (runDir) => `${layout/* paths */.f0.state(runDir)}/summary.json`;
function writeSummary(runDir, state) {
    const summary = summaryOf(state.runId, state);
    (0,atomic/* replaceFile */.fR)(file(runDir), (0,json/* jsonText */.s$)({ schema: SCHEMA, head: state.head, summary }));
}
/** The last cache that a driver writes is there. */
function hasSummary(runDir) {
    return (0,external_node_fs_.existsSync)(file(runDir));
}
/**
 * The run's summary, from the cache when it stands for the last event of the journal and no time has come since
 * at which the run goes on by itself; otherwise from the journal. `now` in milliseconds. A damaged run is
 * listed, too: as `running`, since somebody must act, waiting on `run:verify`.
 */
function readSummary(runDir, runId, now) {
    const cached = cachedSummary(runDir, runId, now);
    if (cached !== undefined)
        return cached;
    try {
        return summaryOf(runId, (0,open_run/* loadRun */.Sj)(runDir).state, now);
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc))
            throw error;
        const waitingOn = [`run:verify (${error.message})`];
        return { runId, processId: '', state: 'running', createdAt: '', updatedAt: '', waitingOn };
    }
}
function cachedSummary(runDir, runId, now) {
    const cache = (0,decode/* parseJson */.qF)((0,journal_reader/* readIfThere */.qC)(file(runDir)) ?? '');
    if (!(0,decode/* isObject */.Gv)(cache) || cache.schema !== SCHEMA || !(0,decode/* isObject */.Gv)(cache.head) || !(0,decode/* isObject */.Gv)(cache.summary))
        return undefined;
    const { events } = (0,journal_reader/* listJournal */.u4)(runDir);
    const last = events.at(-1);
    if (last === undefined || last.seq !== cache.head.seq || last.ulid !== cache.head.ulid)
        return undefined;
    if (events.length !== last.seq)
        return undefined;
    const summary = { ...cache.summary, runId };
    const isDue = summary.wakeAt !== undefined && Date.parse(summary.wakeAt) <= now;
    return isDue ? undefined : summary;
}

;// CONCATENATED MODULE: ./lib/stores/directory.js


















class DirectoryStore {
    kind = 'directory';
    where;
    #options;
    /** `runsDir`: absolute path; made when the first run is. */
    constructor(runsDir, options = {}) {
        this.where = runsDir;
        this.#options = options;
    }
    importDir(runId) {
        return (0,external_node_path_.join)(this.where, (0,ids/* checkRunId */.np)(runId));
    }
    async create(run) {
        (0,ids/* checkRunId */.np)(run.runId);
        (0,external_node_fs_.mkdirSync)(this.where, { recursive: true });
        const taken = this.#find(run.runId);
        if (taken !== undefined)
            throw new errors/* RunExistsError */.SG(taken, this.where);
        const building = (0,external_node_path_.join)(this.where, `.${(0,atomic/* tempName */.u8)()}`);
        try {
            createRunDirectory(building, newRunFiles(run, this.#options.now ?? Date.now), [...layout/* RUN_DIRS */.R$]);
            for (const name of ['', 'journal'])
                (0,atomic/* syncDirectory */.zR)((0,external_node_path_.join)(building, name));
            // rename refuses a directory that holds something, so of two starts one wins.
            (0,external_node_fs_.renameSync)(building, (0,external_node_path_.join)(this.where, run.runId));
        }
        catch (error) {
            (0,external_node_fs_.rmSync)(building, { recursive: true, force: true });
            const { code } = error;
            if (code === 'ENOTEMPTY' || code === 'EEXIST')
                throw new errors/* RunExistsError */.SG(run.runId, this.where);
            throw error;
        }
        (0,atomic/* syncDirectory */.zR)(this.where);
        return this.#run(run.runId);
    }
    async open(runId) {
        (0,ids/* checkRunId */.np)(runId);
        if (!(0,external_node_fs_.existsSync)(layout/* paths */.f0.run((0,external_node_path_.join)(this.where, runId))))
            throw new errors/* RunNotFoundError */.lQ(runId, this.where);
        const run = this.#run(runId);
        await run.restore();
        return run;
    }
    async exists(runId) {
        return (0,ids/* isRunId */.Pk)(runId) && this.#find(runId) !== undefined;
    }
    async list(filter = {}) {
        const now = (this.#options.now ?? Date.now)();
        return filterRuns(this.#ids().map((runId) => readSummary((0,external_node_path_.join)(this.where, runId), runId, now)), filter);
    }
    async due({ now, workflow }) {
        const due = [];
        for (const { runId, state, updatedAt, wakeAt } of await this.list()) {
            const run = this.#run(runId);
            if ((await run.owner()) !== undefined)
                continue;
            const hasMail = (await run.mailbox.names()).length > 0;
            const loaded = state === 'waiting' ? run.load().state : undefined;
            const lookAt = loaded === undefined ? wakeAt : sweepTime(loaded);
            const why = whyDue({ state, wakeAt: lookAt, hasMail, isLeft: isLeft(run.runDir) }, now);
            if (why === undefined)
                continue;
            const of = (loaded ?? run.load().state).created?.workflow;
            if (of === undefined || workflow === undefined || of === workflow)
                due.push({ runId, why, updatedAt });
        }
        return longestFirst(due);
    }
    send(runId, message) {
        return this.#run((0,ids/* checkRunId */.np)(runId)).mailbox.deliver(message);
    }
    async prune(endedBefore) {
        const pruned = [];
        for (const run of await this.list()) {
            if (!(0,endings/* isEnded */.pl)(run.state) || run.updatedAt >= endedBefore)
                continue;
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.where, run.runId), { recursive: true, force: true });
            pruned.push(run.runId);
        }
        return pruned;
    }
    #run(runId) {
        return new DirectoryRun((0,external_node_path_.join)(this.where, runId), runId, this.#options);
    }
    /** Run ids are one regardless of case: what is two directories here may be one on another file system. */
    #find(runId) {
        const wanted = runId.toLowerCase();
        return (0,journal_reader/* namesIn */.wX)(this.where).find((name) => name.toLowerCase() === wanted);
    }
    #ids() {
        return (0,journal_reader/* namesIn */.wX)(this.where).filter((name) => (0,ids/* isRunId */.Pk)(name) && (0,external_node_fs_.existsSync)(layout/* paths */.f0.run((0,external_node_path_.join)(this.where, name))));
    }
}
class DirectoryRun {
    runDir;
    runId;
    mailbox;
    #options;
    constructor(runDir, runId, options) {
        this.runDir = runDir;
        this.runId = runId;
        this.mailbox = new DirectoryMailbox(runDir);
        this.#options = options;
    }
    /** What a power failure took is there again before anybody reads; who drives the run has done it already. */
    async restore() {
        const { machine = thisMachine, now = Date.now } = this.#options;
        const bootId = machine.bootId();
        if ((0,restore/* foreignLogs */.YT)(this.runDir, bootId).length === 0 || (await this.owner()) !== undefined)
            return;
        (0,restore/* restoreFiles */.Ce)(this.runDir, bootId, now());
    }
    load(options = {}) {
        return (0,open_run/* loadRun */.Sj)(this.runDir, options);
    }
    metadata() {
        return (0,journal_reader/* readRun */.cI)(this.runDir);
    }
    events() {
        return (0,open_run/* eventsOf */.XL)(this.runDir);
    }
    async owner() {
        return holderOf(this.runDir, this.#options.machine, (this.#options.now ?? Date.now)())?.owner;
    }
    async acquire(owner, options = {}) {
        const { segments, damaged, ...rest } = options;
        const take = { ...this.#options, ...rest };
        const lease = DirectoryLease.take(this.runDir, this.runId, owner, take);
        try {
            const loaded = (0,open_run/* loadRun */.Sj)(this.runDir, { segments: segments ?? 'check', damaged: damaged === true });
            if (damaged !== true)
                (0,open_run/* checkSound */.sK)(this.runDir, loaded.state);
            const journal = new RunJournal(this.runDir, loaded, {
                ...this.#options,
                guard: lease,
                log: lease.log(),
            });
            return new HeldLease(lease, loaded, journal, this.mailbox);
        }
        catch (error) {
            lease.release();
            throw error;
        }
    }
}
class HeldLease {
    journal;
    loaded;
    #lease;
    #mailbox;
    #released = false;
    constructor(lease, loaded, journal, mailbox) {
        this.#lease = lease;
        this.#mailbox = mailbox;
        this.loaded = loaded;
        this.journal = journal;
    }
    get epoch() {
        return this.#lease.epoch;
    }
    get owner() {
        return this.#lease.owner;
    }
    get former() {
        return this.#lease.former;
    }
    check() {
        if (this.#released)
            throw new errors/* LonghaulError */.BQ('LEASE_RELEASED', 'The lease was released');
        this.#lease.check();
    }
    /** Nothing depends on them: a full disk must not keep the lease from being released. */
    #writeCaches() {
        const { runDir, state } = this.journal;
        if (this.#areCachesCurrent())
            return;
        this.journal.pack();
        try {
            (0,state_cache/* rebuildStateCache */.P5)(runDir, state, (0,state_cache/* reasonAfter */.jD)(state));
            writeSummary(runDir, state);
        }
        catch {
            // The next reader takes the journal.
        }
    }
    /** Whoever wrote the last event packed it, which is the first of the caches, and nothing has come since. */
    #areCachesCurrent() {
        const { tail, names } = this.loaded;
        const { runDir, state } = this.journal;
        return tail.length === 0 && names.length === state.head.seq && hasSummary(runDir);
    }
    /** The caches belong to whoever holds the lease. */
    #isHeld() {
        try {
            this.#lease.check();
            return true;
        }
        catch {
            return false;
        }
    }
    async save(options = {}) {
        this.check();
        await this.journal.sync();
        // Only now: a kill before leaves the messages, and their ids in the journal say that they were dealt with.
        if (options.mail !== undefined)
            await this.#mailbox.delete(options.mail);
        if (options.last === true)
            await this.release();
    }
    async release() {
        if (this.#released)
            return;
        this.#released = true;
        if (this.#isHeld())
            this.#writeCaches();
        this.journal.close();
        this.#lease.release();
    }
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(23405);
// EXTERNAL MODULE: ./lib/action/event.js
var action_event = __webpack_require__(94504);
;// CONCATENATED MODULE: ./lib/action/store.js
/** The store that the inputs name, and this job as the owner of a lease. */








/** How long a job may last: six hours on GitHub's machines, five days on one's own. */
const limitMinutes = (env) => env.RUNNER_ENVIRONMENT === 'github-hosted' ? 6 * 60 : 5 * 24 * 60;
function jobOwner(inputs, event, env) {
    return thisOwner(version/* VERSION */.x, {
        workflowRunId: event.workflowRunId,
        workflowAttempt: event.workflowAttempt,
        jobId: inputs['job-id'],
        url: (0,action_event/* jobUrl */.Ne)(event, inputs['job-id']),
        limitMinutes: limitMinutes(env),
    });
}
/** Nothing is asked of anybody yet. @throws UsageError for an impossible `branch` or `signing-key` */
function openStore(inputs, event, env, parts) {
    if (inputs.store === 'directory')
        return new DirectoryStore(external_node_path_.resolve(event.workspace, inputs['runs-dir']));
    const isAlive = async ({ job }) => (job === undefined ? 'unknown' : parts.jobs.jobState(job));
    const common = {
        token: inputs.token,
        workDir: workDirectory(event),
        workspace: event.workspace,
        isAlive,
        warn: parts.warn,
        signing: signingPolicy(inputs, event),
    };
    if (inputs.store === 'branch')
        return new BranchStore({
            ...common,
            url: `${event.serverUrl}/${event.repository}`,
            env,
            branch: inputs.branch,
        });
    return new ArtifactStore({
        ...common,
        repository: event.repository,
        apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
        runtime: runtimeOf(env),
        job: {
            owner: parts.owner,
            workflowRunId: Number(event.workflowRunId),
            jobId: inputs['job-id'],
            event: event.name,
            // A check only reads, and looks at the runs of every workflow.
            workflow: inputs.command === 'check' ? undefined : event.workflow,
        },
    });
}
const workDirectory = (event) => external_node_path_.join(event.temp, 'longhaul');
/** What the runner gives to a step for uploads. */
function runtimeOf(env) {
    const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: url } = env;
    return token === undefined || url === undefined ? undefined : { token, url };
}
function signingPolicy(inputs, event) {
    const keys = signingKeys(inputs['signing-key']);
    return keys && { keys, repository: event.repository, onUnsigned: inputs['on-unsigned'] };
}


/***/ }),

/***/ 97239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ parseApprovers),
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Nm: () => (/* binding */ inForce),
/* harmony export */   US: () => (/* binding */ policyOf),
/* harmony export */   Xl: () => (/* binding */ neededBy),
/* harmony export */   tR: () => (/* binding */ recordedPolicy),
/* harmony export */   uk: () => (/* binding */ teamsOf),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _github_port_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52354);


const STRATEGIES = ['single', 'first-response-wins', 'collect-all', 'quorum'];
const DEFAULT_APPROVERS = [{ kind: 'role', name: 'write' }];
const SHAPES = [
    ['user', /^@([A-Za-z0-9][A-Za-z0-9_-]{0,99})$/],
    ['team', /^@([A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})$/],
    ['app', /^@?([A-Za-z0-9][A-Za-z0-9_-]{0,99}\[bot\])$/],
    ['role', /^role:([a-z]+)$/],
];
/** Who may decide; the default for none. @throws UsageError for an entry of another shape: it would let nobody in, or anybody */
function parseApprovers(entries) {
    return entries.length === 0 ? DEFAULT_APPROVERS : entries.map(parseApprover);
}
function parseApprover(entry) {
    for (const [kind, shape] of SHAPES) {
        const name = shape.exec(entry)?.[1];
        if (name === undefined)
            continue;
        if (kind === 'role' && (rankOf(name) <= rankOf('none') || !isRole(name)))
            break;
        return { kind, name };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`\`approvers\` names ${JSON.stringify(entry)}`, {
        hint: 'Allowed: `@user`, `@org/team`, `app[bot]`, and `role:` with read, triage, write, maintain or admin.',
    });
}
const isRole = (name) => _github_port_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg.includes(name);
const rankOf = (role) => _github_port_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLES */ .gg.indexOf(role);
/**
 * The policy of a breakpoint that opens now. `options`: what the process says of it (strategy, quorum).
 * @throws UsageError for an unknown strategy, and for collect-all where nobody is named
 */
function policyOf(inputs, options) {
    const { minimum, allowSelf, requireHead } = inputs;
    const approvers = parseApprovers(inputs.approvers);
    const own = options.quorum ?? 0;
    if (typeof own !== 'number' || !Number.isInteger(own) || own < 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`The quorum of the breakpoint is ${JSON.stringify(own)}`, {
            hint: 'Give a whole number.',
        });
    const quorum = Math.max(inputs.quorum, own);
    const said = options.strategy ?? (inputs.quorum > 0 ? 'quorum' : 'single');
    const strategy = STRATEGIES.find((known) => known === said);
    if (strategy === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`The strategy of the breakpoint is ${JSON.stringify(said)}`, {
            hint: `Allowed: ${STRATEGIES.join(', ')}.`,
        });
    if (strategy === 'collect-all' && !approvers.some(isNaming))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('The strategy collect-all needs people to collect from, and `approvers` names roles only', {
            hint: 'Name users or teams in `approvers`.',
        });
    return { approvers, strategy, minimum, quorum, allowSelf, requireHead };
}
/** Whether it says who somebody is, not what they may do. */
const isNaming = ({ kind }) => kind === 'user' || kind === 'team';
/** The form in which EFFECT_REQUESTED records it. */
function recordOf(policy) {
    return { ...policy, approvers: policy.approvers.map(entryOf) };
}
/** As it is written in `approvers`. */
function entryOf({ kind, name }) {
    return kind === 'role' ? `role:${name}` : kind === 'app' ? name : `@${name}`;
}
/** undefined: none was recorded (the breakpoint opened outside of a job). @throws UsageError for one that is none */
function recordedPolicy(record) {
    if (record === undefined)
        return undefined;
    const { approvers, strategy, minimum, quorum, allowSelf, requireHead } = record;
    const known = STRATEGIES.find((name) => name === strategy);
    if (!Array.isArray(approvers) || known === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('The journal holds a policy of a breakpoint that is none');
    return {
        approvers: parseApprovers(approvers.map(String)),
        strategy: known,
        minimum: Math.max(1, Number(minimum) || 1),
        quorum: Number(quorum) || 0,
        allowSelf: allowSelf === true,
        requireHead: requireHead === true,
    };
}
/** A later job may be stricter, never laxer (contract §2). */
function inForce(recorded, job) {
    if (recorded === undefined)
        return { ...job, lists: [job.approvers] };
    const isSame = JSON.stringify(recorded.approvers) === JSON.stringify(job.approvers);
    return {
        approvers: recorded.approvers,
        lists: isSame ? [recorded.approvers] : [recorded.approvers, job.approvers],
        strategy: recorded.strategy,
        minimum: Math.max(recorded.minimum, job.minimum),
        quorum: Math.max(recorded.quorum, job.quorum),
        allowSelf: recorded.allowSelf && job.allowSelf,
        requireHead: recorded.requireHead || job.requireHead,
    };
}
/** How many approvals (collect-all: answers) it takes. `named`: users and team members at opening. */
function neededBy(policy, named) {
    if (policy.strategy === 'quorum')
        return Math.max(policy.quorum, policy.minimum);
    if (policy.strategy === 'collect-all')
        return Math.max(named.length, policy.minimum);
    return policy.minimum;
}
/** Teams that must be asked for to judge anybody: `org/team`. */
function teamsOf({ lists }) {
    return [...new Set(lists.flat().flatMap(({ kind, name }) => (kind === 'team' ? [name] : [])))];
}


/***/ }),

/***/ 1005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ durationText),
/* harmony export */   p: () => (/* binding */ durationMs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/** Durations as people write them: `90s`, `10m`, `5h30m`; a number that is no text is milliseconds. */

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const WHOLE = /^(?:\d+(?:ms|[smhd]))+$/;
const PART = /(\d+)(ms|[smhd])/g;
/** As ISO time, Date and the journal can still say the moment. */
const LONGEST = 36_500 * UNITS.d;
/**
 * Milliseconds of a duration: a number (ms), or integers with a unit, the largest first (`30s`, `5h30m`, `0`).
 *
 * @param name the field, flag or input that it stands in; the message begins with it
 * @throws UsageError naming the field, the value and what is allowed
 */
function durationMs(value, name) {
    if (typeof value === 'number') {
        if (!Number.isFinite(value) || value < 0 || value > LONGEST)
            throw refused(value, name);
        return Math.round(value);
    }
    if (typeof value !== 'string')
        throw refused(value, name);
    const text = value.trim();
    if (text === '0')
        return 0;
    if (!WHOLE.test(text))
        throw refused(value, name);
    let total = 0;
    let before = Number.POSITIVE_INFINITY;
    for (const [, digits, unit] of text.matchAll(PART)) {
        const size = UNITS[unit];
        // `30m5h` and `5m5m` are more likely slips than meant.
        if (size >= before)
            throw refused(value, name);
        before = size;
        total += Number(digits) * size;
    }
    if (total > LONGEST)
        throw refused(value, name);
    return total;
}
/** A duration for a message: `1m30s`, `250ms`, `0s`; at most the two largest units. */
function durationText(ms) {
    let rest = Math.max(0, Math.round(ms));
    const parts = [];
    for (const [unit, size] of Object.entries(UNITS)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0)
            parts.push(`${count}${unit}`);
    }
    return parts.slice(0, 2).join('') || '0s';
}
function refused(value, name) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${name}: ${shown} is not a duration`, {
        hint: `Write an integer with a unit, e.g. 30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d)${typeof value === 'string' ? '' : '; a number is milliseconds'}.`,
    });
}


/***/ }),

/***/ 52354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gg: () => (/* binding */ ROLES),
/* harmony export */   ke: () => (/* binding */ GitHubRefusal),
/* harmony export */   kx: () => (/* binding */ GitHubUnavailable)
/* harmony export */ });
/* unused harmony export REACTIONS */
/**
 * What Longhaul asks of GitHub. Every method says the permission of GITHUB_TOKEN that it needs; each part of the
 * program takes only the methods that it uses.
 */
/** The request was answered, and the answer is no: not a passing fault. */
class GitHubRefusal extends Error {
    name = 'GitHubRefusal';
    status;
    /** The permission of the token that the request takes, as a workflow file has it; undefined: it is not about one. */
    needs;
    constructor(status, message, needs) {
        super(message);
        this.status = status;
        this.needs = needs;
    }
}
/** No usable answer: nothing is known, and it is never taken for a refusal. `status` 0: none came. */
class GitHubUnavailable extends Error {
    name = 'GitHubUnavailable';
    status;
    constructor(status, message, cause) {
        super(message, { cause });
        this.status = status;
    }
}
const REACTIONS = (/* unused pure expression or super */ null && (['eyes', 'confused']));
const ROLES = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];


/***/ }),

/***/ 42168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OM: () => (/* binding */ removeTemps),
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   Tp: () => (/* binding */ unlinkIfThere),
/* harmony export */   U7: () => (/* binding */ linkWhole),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   a_: () => (/* binding */ isExisting),
/* harmony export */   cl: () => (/* binding */ createWhole),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   u8: () => (/* binding */ tempName),
/* harmony export */   uS: () => (/* binding */ withDirectory),
/* harmony export */   vZ: () => (/* binding */ writeAtomic),
/* harmony export */   zR: () => (/* binding */ syncDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38174);
/** The three ways in which files come into being here. */



// The start of this process makes a pid that was used before another name.
const prefix = `tmp-${process.pid}-${Math.round(performance.timeOrigin).toString(36)}-`;
let counter = 0;
const TEMP = /^tmp-\d+-[0-9a-z]+-[0-9a-z]+$/;
/** A name that no other process and no other call uses; begins with `tmp-`, so that nobody takes it for data. */
function tempName() {
    counter++;
    return `${prefix}${counter.toString(36)}`;
}
function isExisting(error) {
    return error.code === 'EEXIST';
}
/** Runs `make`; when a directory on the way was missing, makes it and runs `make` again. */
function withDirectory(directory, make) {
    try {
        return make();
    }
    catch (error) {
        if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(error))
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
        return make();
    }
}
/** Makes one directory; nothing when it is there, or when its parent is missing. */
function makeDirectory(directory) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory);
    }
    catch (error) {
        if (!isExisting(error) && !(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(error))
            throw error;
    }
}
/**
 * Creates `path` with its whole content, or throws EEXIST and leaves the one that is there. Written under
 * another name and linked: a kill at any instant leaves either no file or the whole one, which an exclusive
 * open followed by a write cannot promise. Returns an open descriptor for a later fsync.
 * `tempDir` must be on the same file system.
 */
function createWhole(path, text, tempDir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)) {
    const { fd, temp } = linkWhole(path, text, tempDir);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(temp);
    return fd;
}
/** As createWhole; the other name, `temp`, is still to be removed. */
function linkWhole(path, text, tempDir) {
    const temp = `${tempDir}/${tempName()}`;
    const fd = withDirectory(tempDir, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temp, 'wx'));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(fd, text);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(temp, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        unlinkIfThere(temp);
        throw error;
    }
    return { fd, temp };
}
function unlinkIfThere(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
    }
    catch (error) {
        if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(error))
            throw error;
    }
}
/** Removes what killed processes left of `linkWhole` in a directory that nobody else writes in now. */
function removeTemps(directory) {
    for (const name of (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(directory))
        if (TEMP.test(name))
            unlinkIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name));
}
/** Size in bytes and modification time of an open file. */
function stampOf(fd) {
    const { size, mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
    return { size, mtimeMs };
}
/** fsync of a directory; on platforms where a directory cannot be opened there is nothing to do. */
function syncDirectory(directory) {
    let fd;
    try {
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(directory, 'r');
    }
    catch (error) {
        if (process.platform === 'win32')
            return;
        throw error;
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/** Puts `text` in the place of whatever is at `path`, durably: temp file, fsync, rename, fsync of the directory. */
function writeAtomic(path, text) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    replaceFile(path, text, true);
    syncDirectory(directory);
}
/** As writeAtomic, but for caches and for files that a later sync makes durable. `text`: also in pieces. */
function replaceFile(path, text, durable = false) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const temp = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, `${tempName()}-${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)}`);
    const fd = withDirectory(directory, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temp, 'wx'));
    try {
        try {
            const pieces = typeof text === 'string' || text instanceof Uint8Array ? [text] : text;
            for (const piece of pieces)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(fd, piece);
            if (durable)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temp, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(temp);
        throw error;
    }
}


/***/ }),

/***/ 75283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ decodeEvent),
/* harmony export */   hi: () => (/* binding */ EventFaultError),
/* harmony export */   r9: () => (/* binding */ encodeEvent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41597);
/** The exact bytes of an event file, and the way back. */



const CHECKSUM = /,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/;
/**
 * The text of an event file. The checksum is the sha256 of the same text without its checksum line.
 * `harness`, when run.json has one, stands first in the data of every event but RUN_CREATED.
 */
function encodeEvent(event, harness) {
    const data = harness === undefined || event.type === 'RUN_CREATED' || 'harness' in event.data
        ? event.data
        : { harness, ...event.data };
    const text = JSON.stringify({ type: event.type, recordedAt: event.recordedAt, data }, null, 2);
    return `${text.slice(0, -2)},\n  "checksum": "${(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${text}\n`)}"\n}\n`;
}
class EventFaultError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc {
    fault;
    constructor(fault, message, path) {
        super(message, path);
        this.fault = fault;
    }
}
/**
 * Reads an event file's text. `path` is for messages. Throws EventFaultError (a DamageError) when it is cut
 * off, its checksum does not hold or its data has not the shape of its type; unknown types and fields are kept.
 */
function decodeEvent(text, name, path) {
    const body = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(body)) {
        throw new EventFaultError('EVENT_TRUNCATED', `The event file ${path} is cut off or no JSON`, path);
    }
    verifyChecksum(text, body, path);
    const { type, recordedAt, data, checksum: _checksum, ...extra } = body;
    if (typeof type !== 'string' || typeof recordedAt !== 'string' || !(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(data)) {
        throw new EventFaultError('EVENT_SHAPE', `The event file ${path} lacks type, recordedAt or data, or they are of another kind`, path);
    }
    const problem = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .dataProblem */ .ag)(type, data);
    if (problem !== undefined) {
        throw new EventFaultError('EVENT_SHAPE', `The event file ${path} has another shape: ${problem}`, path);
    }
    const event = { seq: name.seq, ulid: name.ulid, type, recordedAt, data };
    for (const _ in extra) {
        event.extra = extra;
        break;
    }
    return event;
}
function verifyChecksum(text, body, path) {
    const found = CHECKSUM.exec(text.slice(-100));
    if (found !== null && (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${text.slice(0, -found[0].length)}\n}\n`) === found[1])
        return;
    // Another writer may lay out its text differently; the rule speaks of the value's pretty text.
    const { checksum, ...rest } = body;
    if (typeof checksum === 'string' && (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${JSON.stringify(rest, null, 2)}\n`) === checksum)
        return;
    throw new EventFaultError('EVENT_CHECKSUM', `The checksum of the event file ${path} does not hold: it was edited or damaged`, path);
}


/***/ }),

/***/ 16955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   _S: () => (/* binding */ asKnown),
/* harmony export */   ag: () => (/* binding */ dataProblem),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
const SHAPES = {
    RUN_CREATED: { runId: 'string', processId: 'string', inputsRef: 'string?', deadline: 'string?' },
    EFFECT_REQUESTED: {
        effectId: 'string',
        stepId: 'string',
        taskId: 'string',
        kind: 'string',
        invocationKey: 'string',
        taskDefRef: 'string',
        argsDigest: 'string?',
        after: 'number?',
        waits: 'number?',
        deadline: 'string?',
        external: 'boolean?',
    },
    EFFECT_STARTED: { effectId: 'string', attempt: 'number', notBefore: 'string?', deadline: 'string?' },
    EFFECT_RESOLVED: { effectId: 'string', status: 'string', resultDigest: 'string?', error: 'object?' },
    EFFECT_CANCELLED: { effectId: 'string', resultDigest: 'string?' },
    SIGNAL_RECEIVED: { name: 'string' },
    RUN_CANCEL_REQUESTED: { reason: 'string', deadline: 'string' },
    RUN_RETRIED: { effects: 'strings', dropped: 'strings' },
    RUN_COMPLETED: { outputRef: 'string?', outputDigest: 'string?' },
    RUN_FAILED: { error: 'object' },
    RUN_HALTED: {},
    PROCESS_LOG: { logSeq: 'number' },
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function fits(value, check) {
    if (value === undefined)
        return check.endsWith('?');
    switch (check) {
        case 'string':
        case 'string?':
            return typeof value === 'string';
        case 'number':
        case 'number?':
            return typeof value === 'number';
        case 'boolean?':
            return typeof value === 'boolean';
        case 'object':
        case 'object?':
            return isObject(value);
        case 'strings':
            return Array.isArray(value) && value.every((item) => typeof item === 'string');
    }
}
// As pairs, so that checking an event makes no garbage.
const CHECKS = new Map(Object.entries(SHAPES).map(([type, shape]) => [type, Object.entries(shape)]));
/** What is wrong with the data of an event of this type; undefined when nothing is, or the type is unknown. */
function dataProblem(type, data) {
    const checks = CHECKS.get(type);
    if (checks === undefined)
        return undefined;
    for (const [key, check] of checks) {
        if (!fits(data[key], check))
            return `data.${key} of ${type} is not a ${check.replace('?', '')}`;
    }
    if (type === 'EFFECT_RESOLVED' && data.status !== 'ok' && data.status !== 'error') {
        return 'data.status of EFFECT_RESOLVED is neither ok nor error';
    }
    return undefined;
}
/**
 * The event with the type of its data, or undefined for a type that this engine does not know. The data was
 * checked when the event was read (`dataProblem`), or built by typed code.
 */
function asKnown(event) {
    return CHECKS.has(event.type) ? event : undefined;
}
/** Parses a JSON text; undefined when it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A serialized error as it may stand in any journal; gaps are filled so that it can always be thrown. */
function asError(value) {
    if (!isObject(value))
        return { name: 'Error', message: typeof value === 'string' ? value : 'Unknown error' };
    const error = {
        name: typeof value.name === 'string' ? value.name : 'Error',
        message: typeof value.message === 'string' ? value.message : '',
    };
    if (typeof value.stack === 'string')
        error.stack = value.stack;
    if (value.data !== undefined)
        error.data = value.data;
    if (value.cause !== undefined)
        error.cause = asError(value.cause);
    return error;
}


/***/ }),

/***/ 41597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ equalityKey),
/* harmony export */   T5: () => (/* binding */ idempotencyKey),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tK: () => (/* binding */ gitBlobId)
/* harmony export */ });
/* unused harmony exports argsDigest, argsTextDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** Digests: what the journal compares files, arguments and requests by. */

/** sha256, 64 hex characters. Text is hashed as UTF-8. */
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', data, 'hex');
}
/**
 * sha256 of the compact JSON text of the arguments, hex. The absolute run directory and workspace are
 * replaced by `<run>` and `<workspace>`, so that the same call has the same digest on another machine.
 */
function argsDigest(json, places = {}) {
    return argsTextDigest(JSON.stringify(json), places);
}
/** `argsDigest` of a JSON text that exists already. */
function argsTextDigest(compactText, places = {}) {
    let text = compactText;
    // The run directory first: it usually lies in the workspace.
    text = replacePath(text, places.runDir, '<run>');
    text = replacePath(text, places.workspace, '<workspace>');
    return sha256(text);
}
// The same two are asked for with every request.
const escapedPaths = new Map();
/** As it stands in JSON text, without a slash at its end. */
function escapedPath(path) {
    const known = escapedPaths.get(path);
    if (known !== undefined)
        return known;
    const escaped = JSON.stringify(path.replace(/[/\\]+$/, '')).slice(1, -1);
    escapedPaths.set(path, escaped);
    return escaped;
}
function replacePath(text, path, name) {
    if (path === undefined || path.length < 2)
        return text;
    const escaped = escapedPath(path);
    let at = text.indexOf(escaped);
    if (at < 0)
        return text;
    let out = '';
    let from = 0;
    while (at >= 0) {
        const end = at + escaped.length;
        // `/srv/app` must not be found in `/srv/application`.
        if (/[\w.-]/.test(text.charAt(end)))
            out += text.slice(from, end);
        else
            out += text.slice(from, at) + name;
        from = end;
        at = text.indexOf(escaped, end);
    }
    return out + text.slice(from);
}
/** What makes two requests equal (contract §4); the key under which their number is counted. */
function equalityKey(kind, taskId, digest) {
    return `${kind}\n${taskId}\n${digest ?? ''}`;
}
/**
 * `<runId>.<16 hex>.<n>`: the same for the same request however often and wherever it is made.
 * `n` counts equal requests of the run from 1.
 */
function idempotencyKey(runId, request, n) {
    const key = equalityKey(request.kind, request.taskId, request.argsDigest);
    return `${runId}.${sha256(key).slice(0, 16)}.${n}`;
}
/** The id that git gives a blob of these bytes (SHA-1 repositories), hex. */
function gitBlobId(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}


/***/ }),

/***/ 94545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jx: () => (/* binding */ ENDINGS),
/* harmony export */   kc: () => (/* binding */ errorText),
/* harmony export */   nH: () => (/* binding */ finalStatus),
/* harmony export */   pl: () => (/* binding */ isEnded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/** How a run that has ended is called at each surface: the one place where the vocabularies meet (contract §1). */

/** By the state that `run:status` and the output `status` show. */
const ENDINGS = {
    completed: { final: 'success', line: 'run_completed', event: 'RUN_COMPLETED' },
    failed: { final: 'fail', line: 'run_failed', event: 'RUN_FAILED' },
    canceled: { final: 'canceled', line: 'run_failed', event: 'RUN_FAILED' },
    halted: { final: 'canceled', line: 'run_failed', event: 'RUN_HALTED' },
};
function isEnded(status) {
    return Object.hasOwn(ENDINGS, status);
}
/** What a run ended with, for people: `Name: message (path:line:column)`. */
function errorText({ name, message, site, }) {
    return `${name}: ${message}${site === undefined ? '' : ` (${site})`}`;
}
/** A `status` of final.json as one of ours. Throws LonghaulError (UNKNOWN_STATUS): a word that we do not know is no guess (T7). */
function finalStatus(word, path) {
    if (word === 'success' || word === 'fail' || word === 'canceled')
        return word;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('UNKNOWN_STATUS', `${path} has the status ${JSON.stringify(word)}, which is none of success, fail, canceled`, {
        path,
        hint: 'It was not written by this engine. Move it away and resume the run: it is written anew.',
    });
}


/***/ }),

/***/ 68651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   di: () => (/* binding */ sortKeys),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* unused harmony export NotJsonError */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/**
 * The one rule by which arguments, results and outputs become JSON: what JSON.stringify makes of them,
 * except that it never empties anything silently.
 */

/** A value that has no honest JSON form; the message names its path. */
class NotJsonError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ {
    constructor(where, what) {
        super('NOT_JSON', `Not JSON: ${where}: ${what}`, {
            path: where,
            hint: 'Pass plain objects, arrays, strings, numbers, booleans or null, or give the class a toJSON method.',
        });
        this.name = 'NotJsonError';
    }
}
const MAX_WARNINGS = 10;
// Deeper than this, cycles are looked for; before, a check on each level would cost the plain cases.
const CHECK_DEPTH = 200;
const MAX_DEPTH = 1000;
const NO_WARNINGS = [];
/**
 * A fresh JSON value equal to `JSON.parse(JSON.stringify(value))`, undefined becoming null at the root.
 * `rootName` begins the paths in warnings and errors. Throws NotJsonError for a Map, a Set, a class instance
 * without toJSON, a BigInt, a symbol or a cycle.
 */
function toJson(value, rootName) {
    if (value === undefined)
        return { json: null, warnings: NO_WARNINGS.slice() };
    const walk = new Walk(rootName, undefined);
    let json;
    try {
        json = walk.value(value, '', 0);
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        // Walk again with the ancestors in hand, so that the cycle is named where it begins.
        const careful = new Walk(rootName, new Set());
        json = careful.value(value, '', 0);
        return { json: json ?? null, warnings: careful.finish() };
    }
    return { json: json ?? null, warnings: walk.finish() };
}
class TooDeep extends Error {
}
class Walk {
    #root;
    #ancestors;
    #keys = [];
    #warnings;
    #unsaid = 0;
    constructor(root, ancestors) {
        this.#root = root;
        this.#ancestors = ancestors;
    }
    finish() {
        if (this.#warnings === undefined)
            return [];
        if (this.#unsaid > 0)
            this.#warnings.push(`${this.#root}: ${this.#unsaid} more values that JSON changes`);
        return this.#warnings;
    }
    /** undefined: leave the member out. */
    value(input, key, depth) {
        switch (typeof input) {
            case 'string':
            case 'boolean':
                return input;
            case 'number':
                if (Number.isFinite(input))
                    return input === 0 ? 0 : input;
                this.#warn(`${input} becomes null`);
                return null;
            case 'undefined':
                return undefined;
            case 'object':
                return input === null ? null : this.#object(input, key, depth);
            case 'function':
                return this.#function(input, key, depth);
            case 'bigint':
                return this.#bigint(input, key, depth);
            default:
                throw this.#refuse('symbol');
        }
    }
    #object(input, key, depth) {
        const convert = input.toJSON;
        if (typeof convert === 'function') {
            return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
        }
        return this.#plain(input, depth);
    }
    /** What a toJSON gave is taken as it is: its own toJSON is not asked again. */
    #converted(value, depth) {
        if (typeof value === 'object' && value !== null)
            return this.#plain(value, depth);
        if (typeof value === 'function')
            return this.#left('a function is left out');
        if (typeof value === 'bigint')
            throw this.#refuse('BigInt');
        return this.value(value, '', depth);
    }
    #plain(input, depth) {
        if (depth > MAX_DEPTH)
            throw this.#refuse(`nested deeper than ${MAX_DEPTH} levels`);
        const ancestors = this.#ancestors;
        if (ancestors === undefined) {
            if (depth > CHECK_DEPTH)
                throw new TooDeep();
            return Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
        }
        if (ancestors.has(input))
            throw this.#refuse('cycle');
        ancestors.add(input);
        const json = Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
        ancestors.delete(input);
        return json;
    }
    #array(input, depth) {
        const out = [];
        const keys = this.#keys;
        for (let i = 0; i < input.length; i++) {
            keys.push(i);
            out.push(this.value(input[i], i, depth + 1) ?? null);
            keys.pop();
        }
        return out;
    }
    #record(input, depth) {
        const proto = Object.getPrototypeOf(input);
        if (proto !== Object.prototype && !isPlainPrototype(proto))
            return this.#unboxed(input);
        if (proto === null && isRawJson(input))
            return JSON.parse(input.rawJSON);
        const out = {};
        const keys = this.#keys;
        for (const key of Object.keys(input)) {
            keys.push(key);
            const json = this.value(input[key], key, depth + 1);
            keys.pop();
            if (json === undefined)
                continue;
            if (key === '__proto__') {
                Object.defineProperty(out, key, {
                    value: json,
                    enumerable: true,
                    configurable: true,
                    writable: true,
                });
            }
            else
                out[key] = json;
        }
        return out;
    }
    /** Boxed primitives are their values to JSON.stringify; every other class instance is refused. */
    #unboxed(input) {
        if (input instanceof Number)
            return this.value(Number(input), '', 0) ?? null;
        if (input instanceof String)
            return String(input);
        if (input instanceof Boolean)
            return Boolean.prototype.valueOf.call(input);
        throw this.#refuse(className(input));
    }
    #function(input, key, depth) {
        const convert = Reflect.get(input, 'toJSON');
        if (typeof convert === 'function') {
            return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
        }
        return this.#left('a function is left out');
    }
    #bigint(input, key, depth) {
        const convert = Reflect.get(Object(input), 'toJSON');
        if (typeof convert !== 'function')
            throw this.#refuse('BigInt');
        return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
    }
    #left(what) {
        this.#warn(what);
        return undefined;
    }
    #warn(what) {
        this.#warnings ??= [];
        if (this.#warnings.length < MAX_WARNINGS)
            this.#warnings.push(`${this.#path()}: ${what}`);
        else
            this.#unsaid++;
    }
    #refuse(what) {
        return new NotJsonError(this.#path(), what);
    }
    #path() {
        let path = this.#root;
        for (const key of this.#keys) {
            if (typeof key === 'number')
                path += `[${key}]`;
            else
                path += /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
        }
        return path;
    }
}
/** Also true for the Object.prototype of another realm: the process runs in globals of its own. */
function isPlainPrototype(proto) {
    if (proto === null)
        return true;
    if (typeof proto !== 'object')
        return false;
    return Object.getPrototypeOf(proto) === null && Object.hasOwn(proto, 'isPrototypeOf');
}
function isRawJson(input) {
    const test = Reflect.get(JSON, 'isRawJSON');
    return typeof test === 'function' && Reflect.apply(test, JSON, [input]) === true;
}
function className(input) {
    const made = Reflect.get(input, 'constructor');
    return typeof made === 'function' && made.name !== '' ? made.name : 'class instance';
}
/** Babysitter's text of a JSON file: two spaces, a newline at the end. */
function jsonText(json) {
    return `${JSON.stringify(json, null, 2)}\n`;
}
/** The same value with the keys of all objects in localeCompare order, as Babysitter stores tasks and results. */
function sortKeys(json) {
    if (typeof json !== 'object' || json === null)
        return json;
    if (Array.isArray(json))
        return json.map(sortKeys);
    const out = {};
    for (const key of Object.keys(json).sort((a, b) => a.localeCompare(b))) {
        const value = sortKeys(json[key] ?? null);
        if (key === '__proto__') {
            Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
        }
        else
            out[key] = value;
    }
    return out;
}


/***/ }),

/***/ 78091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ refs),
/* harmony export */   HP: () => (/* binding */ compareEvents),
/* harmony export */   MS: () => (/* binding */ eventFileName),
/* harmony export */   R$: () => (/* binding */ RUN_DIRS),
/* harmony export */   Tb: () => (/* binding */ refProblem),
/* harmony export */   f0: () => (/* binding */ paths),
/* harmony export */   hr: () => (/* binding */ parseEventName),
/* harmony export */   i3: () => (/* binding */ OUTPUT_REF),
/* harmony export */   jQ: () => (/* binding */ withRefs),
/* harmony export */   uY: () => (/* binding */ RefResolver),
/* harmony export */   w9: () => (/* binding */ LAYOUT_VERSION),
/* harmony export */   zV: () => (/* binding */ GITIGNORE)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/** Names and paths inside a run directory, and the safe way from a ref in the journal to a file. */



const LAYOUT_VERSION = '2026.01-storage-preview';
const GITIGNORE = 'state/\ntasks/*/artifacts/\nblobs/\norphaned/\n';
/** The directories that Babysitter makes with every run. */
const RUN_DIRS = ['journal', 'tasks', 'blobs', 'state', 'orphaned', 'process'];
const OUTPUT_REF = 'state/output.json';
const EVENT_NAME = /^(?:\d{6}|[1-9]\d{6,14})\.[0-7][0-9A-HJKMNP-TV-Z]{25}\.json$/;
// `.`, the ULID and `.json` behind the number.
const TAIL_LENGTH = 32;
const paths = {
    run: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'run.json'),
    inputs: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'inputs.json'),
    journal: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'journal'),
    event: (runDir, name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'journal', name),
    tasks: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'tasks'),
    state: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state'),
    stateCache: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state', 'state.json'),
    segments: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state', 'segments'),
    output: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state', 'output.json'),
    orphaned: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'orphaned'),
    code: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'code'),
    artifacts: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'artifacts'),
    lease: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'lease'),
    mailbox: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'mailbox'),
    final: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'final.json'),
    progress: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'progress.ndjson'),
};
/** Refs are relative to the run directory and use `/`. */
const refs = {
    task: (effectId) => `tasks/${effectId}/task.json`,
    result: (effectId) => `tasks/${effectId}/result.json`,
    stdout: (effectId) => `tasks/${effectId}/stdout.log`,
    stderr: (effectId) => `tasks/${effectId}/stderr.log`,
    blob: (effectId, name, digest) => `tasks/${effectId}/blobs/${name}-${digest}.json`,
};
/** `000007.<ULID>.json`; from seq 1,000,000 on the number simply grows longer. */
function eventFileName(seq, ulid) {
    return `${String(seq).padStart(6, '0')}.${ulid}.json`;
}
/** undefined for a name that is not exactly that of an event file. */
function parseEventName(name) {
    if (!EVENT_NAME.test(name))
        return undefined;
    const end = name.length - TAIL_LENGTH;
    const seq = Number(name.slice(0, end));
    return seq === 0 ? undefined : { seq, ulid: name.slice(end + 1, -5), name };
}
/** By number, not by text: 1,000,000 comes after 999,999. */
function compareEvents(a, b) {
    return a.seq - b.seq || (a.ulid < b.ulid ? -1 : a.ulid > b.ulid ? 1 : 0);
}
const REF_ROOTS = new Set(['tasks', 'blobs', 'state', 'artifacts', 'code', 'inputs.json']);
/** undefined when the ref is one that may be followed, otherwise what is wrong with it. */
function refProblem(ref) {
    if (typeof ref !== 'string' || ref === '')
        return 'it is empty';
    if (ref.includes('\0') || ref.includes('\\'))
        return 'it holds characters that no ref has';
    if (ref.startsWith('/') || /^[A-Za-z]:/.test(ref))
        return 'it is absolute';
    const parts = ref.split('/');
    if (parts.some((part) => part === '..' || part === '.' || part === ''))
        return 'it leaves its place';
    if (!REF_ROOTS.has(parts[0] ?? ''))
        return 'it leads to a part of the run directory that no ref leads to';
    return undefined;
}
/** Follows refs of one run directory; directories that were found to be real are not asked again. */
class RefResolver {
    #runDir;
    #known = new Set();
    constructor(runDir) {
        this.#runDir = runDir;
    }
    /**
     * The absolute path of a ref that stands in `mentionedIn` (a path for the message). Throws DamageError when
     * the ref is absolute, climbs out of the run directory or leads through a symbolic link. The file itself
     * may be missing.
     */
    resolve(ref, mentionedIn) {
        const problem = refProblem(ref) ?? this.#linkProblem(String(ref));
        if (problem !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`The ref ${JSON.stringify(ref)} in ${mentionedIn} is not followed: ${problem}`, mentionedIn);
        }
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#runDir, String(ref));
    }
    #linkProblem(ref) {
        const parts = ref.split('/');
        let path = this.#runDir;
        for (let i = 0; i < parts.length; i++) {
            path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, parts[i] ?? '');
            const isDirectory = i < parts.length - 1;
            if (isDirectory && this.#known.has(path))
                continue;
            const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
            if (stat === undefined)
                return undefined;
            if (stat.isSymbolicLink())
                return `${parts.slice(0, i + 1).join('/')} is a symbolic link`;
            if (isDirectory)
                this.#known.add(path);
        }
        return undefined;
    }
}
/** The data of an event, its refs renamed. */
function withRefs(data, renamed) {
    const entries = Object.entries(data).map(([key, value]) => [
        key,
        key.endsWith('Ref') && typeof value === 'string' ? (renamed.get(value) ?? value) : value,
    ]);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 11205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sj: () => (/* binding */ loadRun),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   sK: () => (/* binding */ checkSound)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38174);
/* harmony import */ var _segment_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4957);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84519);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98221);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40089);
/** Reads a run directory for those who want its state: segments where they can be used, then event files. */








/** Throws DamageError naming the file when run.json or the journal is damaged, unless that is taken (`damaged`). */
function loadRun(runDir, options = {}) {
    if (options.damaged === true)
        return loadDamaged(runDir);
    const run = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readRun */ .cI)(runDir);
    const names = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .listEvents */ .Ir)(runDir);
    const mode = options.segments ?? 'check';
    let segments = mode === 'ignore' ? [] : usableSegments(runDir, names, mode === 'check');
    let state;
    try {
        state = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .readSnapshot */ .RA)(runDir, segments) ?? stateOfSegments(runDir, segments);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
            throw error;
        segments = [];
        state = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyState */ .p$)();
    }
    const rest = names.slice(segments.at(-1)?.to ?? 0);
    const tail = rest.map((name) => (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name));
    for (const event of tail)
        (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .applyEvent */ .Z8)(state, event);
    return { run, state, names, tail, damaged: false, refs: { segments, tail: rest.map((name) => name.name) } };
}
function stateOfSegments(runDir, segments) {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyState */ .p$)();
    for (const ref of segments)
        for (const event of (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .readSegmentEvents */ .Tc)(runDir, ref))
            (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .applyEvent */ .Z8)(state, event);
    return state;
}
function loadDamaged(runDir) {
    const { events: names } = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .listJournal */ .u4)(runDir);
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyState */ .p$)();
    const tail = [];
    for (const name of names) {
        try {
            const event = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name);
            tail.push(event);
            (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .applyEvent */ .Z8)(state, event);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
                throw error;
        }
    }
    const run = metadataOf(runDir, state);
    if (state.runId === '')
        state.runId = run.runId;
    const ulids = names.map((name) => name.ulid).sort();
    state.head = { seq: names.at(-1)?.seq ?? 0, ulid: ulids.at(-1) ?? '' };
    return {
        run,
        state,
        names,
        tail,
        damaged: true,
        refs: { segments: [], tail: names.map((name) => name.name) },
    };
}
/** run.json; when that cannot be used, what the journal and the name of the directory still say of the run. */
function metadataOf(runDir, { created, createdAt }) {
    try {
        return (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readRun */ .cI)(runDir);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
            throw error;
        const runId = created?.runId ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(runDir);
        const entrypoint = created?.entrypoint ?? { importPath: '', exportName: 'process' };
        const processId = created?.processId ?? runId;
        return {
            runId,
            request: runId,
            processId,
            entrypoint,
            processPath: entrypoint.importPath,
            layoutVersion: _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .LAYOUT_VERSION */ .w9,
            createdAt,
        };
    }
}
// A run that another program ended twice has still ended, and can be read.
const TOLERATED = new Set(['AFTER_END']);
/** Throws DamageError when events can be read but do not add up (a settlement of an unknown effect, say). */
function checkSound(runDir, state) {
    const problem = state.problems.find(({ code }) => !TOLERATED.has(code));
    if (problem === undefined)
        return;
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.journal(runDir);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The journal ${path} does not add up at event ${problem.seq}: ${problem.message}`, path);
}
function usableSegments(runDir, names, check) {
    const segments = (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .listSegments */ .Bz)(runDir).filter((ref) => ref.to <= names.length);
    if (!check || segments.length === 0)
        return segments;
    try {
        return (0,_segment_check_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSegments */ .hc)(runDir, segments, names).length === 0 ? segments : [];
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc)
            return [];
        throw error;
    }
}
/** The events of a run in order, from segments (checked) and files. Throws DamageError for any damage. */
function* eventsOf(runDir, options = {}) {
    const names = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .listEvents */ .Ir)(runDir);
    const segments = options.segments === 'ignore' ? [] : usableSegments(runDir, names, options.segments !== 'trust');
    let done = 0;
    for (const ref of segments) {
        yield* (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .readSegmentEvents */ .Tc)(runDir, ref);
        done = ref.to;
    }
    for (const name of names.slice(done))
        yield (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name);
}


/***/ }),

/***/ 38174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ resolverOf),
/* harmony export */   Ir: () => (/* binding */ listEvents),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   ns: () => (/* binding */ readOutcome),
/* harmony export */   qC: () => (/* binding */ readIfThere),
/* harmony export */   u4: () => (/* binding */ listJournal),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   yO: () => (/* binding */ cancelledOutcome)
/* harmony export */ });
/* unused harmony exports sequenceProblem, readEvents */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _codec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75283);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78091);
/* harmony import */ var _task_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9138);
/** Opens a run directory: its metadata, the names of its events, the events themselves, results. */







const NO_RUN_FILE = 'It cannot be made anew: put it back from a copy of the run, or seal the run with `longhaul run:halt <run> --final-status failed`.';
/** run.json. Throws DamageError when it is missing, unreadable or of another layout. */
function readRun(runDir) {
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.run(runDir);
    const text = readIfThere(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${path} is missing: this is no run directory`, path, NO_RUN_FILE);
    const run = (0,_task_files_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeRun */ .am)(text);
    if (typeof run === 'string')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${path} cannot be used: ${run}`, path, NO_RUN_FILE);
    return run;
}
/** The text of inputs.json, or undefined when the run has none. */
function readInputs(runDir) {
    return readIfThere(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.inputs(runDir));
}
/** The text of a file; undefined when there is none. Other errors are thrown. */
function readIfThere(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
/** What stands in a directory; nothing when there is none. */
function namesIn(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    }
    catch (error) {
        if (isMissing(error))
            return [];
        throw error;
    }
}
function isMissing(error) {
    const code = error.code;
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** Names only, nothing is opened. An absent journal directory is an empty journal. */
function listJournal(runDir) {
    const names = namesIn(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.journal(runDir));
    // A journal without a fault is put in order by counting, which is several times faster than sorting.
    const placed = new Array(names.length);
    const misplaced = [];
    const others = [];
    let last = 0;
    for (const name of names) {
        const parsed = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEventName */ .hr)(name);
        if (parsed === undefined)
            others.push(name);
        else if (parsed.seq > names.length || placed[parsed.seq - 1] !== undefined)
            misplaced.push(parsed);
        else {
            placed[parsed.seq - 1] = parsed;
            last = Math.max(last, parsed.seq);
        }
    }
    placed.length = last;
    if (misplaced.length === 0 && last === names.length - others.length)
        return { events: placed, others };
    const events = [...placed.filter((name) => name !== undefined), ...misplaced].sort(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .compareEvents */ .HP);
    return { events, others };
}
/** The place where the seqs of a sorted listing stop being 1, 2, 3 …; undefined when they never do. */
function sequenceProblem(events) {
    for (let i = 0; i < events.length; i++) {
        const event = events[i];
        if (event === undefined || event.seq === i + 1)
            continue;
        return { kind: event.seq > i + 1 ? 'gap' : 'duplicate', seq: i + 1, name: event.name };
    }
    return undefined;
}
/**
 * The event files of a run, 1, 2, 3 … without a gap. While a driver appends, a listing may show an event and
 * miss the one before it, so a gap is believed only when it is still there on a second look. Throws
 * DamageError for a gap, a seq that two files have, and a journal without an event: every run has its first.
 */
function listEvents(runDir) {
    for (let attempt = 1;; attempt++) {
        const { events } = listJournal(runDir);
        const problem = sequenceProblem(events);
        if (events.length === 0) {
            const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.journal(runDir);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The journal has no event, not even RUN_CREATED: ${path}`, path);
        }
        if (problem === undefined)
            return events;
        if (problem.kind === 'gap' && attempt < 3)
            continue;
        const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.event(runDir, problem.name);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(problem.kind === 'gap'
            ? `The journal has no event ${problem.seq}: ${path} comes too early`
            : `Two events of the journal have the seq ${problem.seq - 1}, one of them is ${path}`, path);
    }
}
/** One event file, its checksum verified. Throws DamageError naming the file. */
function readEvent(runDir, name) {
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.event(runDir, name.name);
    let text;
    try {
        text = readIfThere(path);
    }
    catch (error) {
        const { code, message } = error;
        if (code !== 'EISDIR' && code !== 'ELOOP')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The event file ${path} cannot be read: ${message}`, path);
    }
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The event file ${path} is gone`, path);
    return (0,_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeEvent */ .H5)(text, name, path);
}
/** Every event of the run, read from the event files alone. Throws DamageError for any damage. */
function readEvents(runDir) {
    return listEvents(runDir).map((name) => readEvent(runDir, name));
}
/**
 * What an EFFECT_RESOLVED event settled, with the value read whole from its result file or blob and the
 * file's digest verified. Throws DamageError when a file is missing, edited or damaged, or a ref is tampered.
 */
function readOutcome(resolver, data, eventPath) {
    if (data.status === 'error' && data.error !== undefined) {
        return { status: 'error', error: (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .asError */ .zR)(data.error) };
    }
    const ref = data.resultRef ?? _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .refs */ .DY.result(data.effectId);
    const path = resolver.resolve(ref, eventPath);
    const text = readIfThere(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The result ${path} is missing, named by ${eventPath}`, path);
    if (data.resultDigest !== undefined && (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(text) !== data.resultDigest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The result ${path} is not the one that ${eventPath} recorded: its digest differs`, path);
    }
    const result = (0,_task_files_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeResult */ .Sz)(text);
    if (result === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The result ${path} is cut off or no result`, path);
    if (result.status === 'error')
        return { status: 'error', error: (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .asError */ .zR)(result.error) };
    if (result.status === 'cancelled')
        return { status: 'cancelled', reason: result.reason, timedOut: false };
    if ('value' in result)
        return { status: 'ok', value: JSON.stringify(result.value) };
    return { status: 'ok', value: readBlob(resolver, result.valueRef, path) };
}
function cancelledOutcome(data) {
    return { status: 'cancelled', reason: data.reason ?? '', timedOut: data.timedOut === true };
}
const BLOB_DIGEST = /-([0-9a-f]{64})\.json$/;
function readBlob(resolver, ref, mentionedIn) {
    const path = resolver.resolve(ref, mentionedIn);
    const text = readIfThere(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The blob ${path} is missing, named by ${mentionedIn}`, path);
    const digest = BLOB_DIGEST.exec(ref)?.[1];
    if (digest !== undefined && (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(text) !== digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The blob ${path} is not the one that its name promises: its digest differs`, path);
    }
    const value = (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    if (value === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The blob ${path} is cut off or no JSON`, path);
    return JSON.stringify(value);
}
/** A reader of refs for one run directory. */
function resolverOf(runDir) {
    return new _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .RefResolver */ .uY(runDir);
}


/***/ }),

/***/ 97879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ restoreFiles),
/* harmony export */   Hw: () => (/* binding */ logsOf),
/* harmony export */   YT: () => (/* binding */ foreignLogs),
/* harmony export */   x6: () => (/* binding */ readLog)
/* harmony export */ });
/* unused harmony export settleLogs */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38174);
/* harmony import */ var _sync_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91305);
/** Puts back what a power failure took of a run's files, from the logs of its drivers (sync-log.ts). */








const LOG_NAME = /^epoch-(\d+)\.log$/;
const HEADER_BYTES = 256;
/** The kernel has written everything to the disk long before. */
const WRITTEN_BACK_MS = 24 * 60 * 60_000;
/** Paths relative to the run directory, in order of epochs. */
function logsOf(runDir) {
    const epoch = (name) => Number(LOG_NAME.exec(name)?.[1]);
    return (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.lease(runDir))
        .filter((name) => LOG_NAME.test(name))
        .sort((a, b) => epoch(a) - epoch(b))
        .map((name) => `lease/${name}`);
}
/** Logs from before this start of the machine, or from another machine: files may lack what they hold. */
function foreignLogs(runDir, bootId) {
    return logsOf(runDir).filter((path) => bootId === '' || bootIdOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path)) !== bootId);
}
/**
 * Puts back every file that a foreign log holds and that is missing or torn, then deletes the log. A file with
 * another content was changed by somebody: it stays, for the checks to name. Only for who holds the lease, or
 * while nobody does. `bootId`: that of this start of the machine; '' when it cannot be told.
 */
function restoreFiles(runDir, bootId, now) {
    for (const path of foreignLogs(runDir, bootId)) {
        for (const batch of readLog((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path)).batches)
            putBack(runDir, batch, path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
    }
    for (const path of logsOf(runDir)) {
        const log = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path);
        if (now - (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(log).mtimeMs > WRITTEN_BACK_MS)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(log);
    }
}
function putBack(runDir, files, log) {
    const resolver = (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .resolverOf */ .EM)(runDir);
    for (const [path, text] of files) {
        const file = placeOf(runDir, path, resolver, log);
        const there = (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .readIfThere */ .qC)(file);
        if (there !== undefined && !isTorn(there, text))
            continue;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        if (there !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(file);
        const fd = (0,_atomic_js__WEBPACK_IMPORTED_MODULE_2__/* .createWhole */ .cl)(file, text, _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.state(runDir));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        for (const directory of [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file))])
            (0,_atomic_js__WEBPACK_IMPORTED_MODULE_2__/* .syncDirectory */ .zR)(directory);
    }
}
/** What was not written to the disk is missing at the end, or zeros. */
function isTorn(there, text) {
    return there !== text && (there.includes('\0') || text.startsWith(there));
}
function placeOf(runDir, path, resolver, log) {
    const name = path.startsWith('journal/') ? path.slice('journal/'.length) : undefined;
    if (name !== undefined && (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEventName */ .hr)(name) !== undefined)
        return _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.event(runDir, name);
    return resolver.resolve(path, log);
}
/** Makes every file that the logs name durable, and deletes them: the journal is about to get other names. */
function settleLogs(runDir) {
    for (const path of logsOf(runDir)) {
        const directories = new Set();
        for (const [file] of readLog(join(runDir, path)).batches.flat()) {
            syncIfThere(join(runDir, file));
            directories.add(dirname(file)).add(dirname(dirname(file)));
        }
        for (const directory of directories)
            syncIfThere(join(runDir, directory));
        unlinkSync(join(runDir, path));
    }
}
function syncIfThere(file) {
    let fd;
    try {
        fd = openSync(file, 'r');
    }
    catch (error) {
        if (isMissing(error))
            return;
        throw error;
    }
    try {
        fsyncSync(fd);
    }
    finally {
        closeSync(fd);
    }
}
function bootIdOf(log) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(log, 'r');
    try {
        const head = Buffer.alloc(HEADER_BYTES);
        const line = head.toString('utf8', 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, head, 0, HEADER_BYTES, 0)).split('\n')[0];
        const header = (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(line ?? '');
        return (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(header) && header.schema === _sync_log_js__WEBPACK_IMPORTED_MODULE_7__/* .LOG_SCHEMA */ .tc ? String(header.bootId) : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/**
 * `batches`: what can be read, in order. `damaged`: line numbers whose digest does not fit; the end of a write that
 * a power failure interrupted is none, for nothing was promised of it.
 */
function readLog(log) {
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(log);
    const batches = [];
    const damaged = [];
    let line = 1;
    for (let from = bytes.indexOf(10) + 1; from > 0 && from < bytes.length;) {
        line += 1;
        const end = bytes.indexOf(10, from);
        const text = bytes.toString('utf8', from, end < 0 ? bytes.length : end);
        const body = text.slice(65);
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(body) === text.slice(0, 64))
            batches.push(JSON.parse(body));
        else if (end >= 0 && end < bytes.length - 1)
            damaged.push(line);
        from = end < 0 ? bytes.length : end + 1;
    }
    return { batches, damaged };
}


/***/ }),

/***/ 4957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ sharesOf),
/* harmony export */   hc: () => (/* binding */ checkSegments)
/* harmony export */ });
/* unused harmony export checkRest */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84519);
/** Holds packed segments against the files that they stand for. */


/**
 * Compares segments with what the directory holds now: exactly their event files, each with the size and
 * modification time that it had when it was packed, and so the result files. Returns the paths, relative to
 * the run directory, that differ; none means that the segments may be believed. Costs one stat for each file.
 * Throws DamageError when a segment itself is damaged.
 *
 * `shared`: files of segments that another thread has taken are left to it (checkRest).
 */
function checkSegments(runDir, segments, events, shared) {
    const differing = [];
    let at = 0;
    segments.forEach((ref, i) => {
        const stamps = (0,_segments_js__WEBPACK_IMPORTED_MODULE_1__/* .withSegment */ .YU)(runDir, ref, (file) => file.stamps());
        const there = events.slice(at, at + ref.to - ref.from + 1).map(({ name }) => name);
        at += ref.to - ref.from + 1;
        if (there.join('\n') !== stamps.events)
            differing.push(...otherNames(stamps.events.split('\n'), there));
        if (shared === undefined || takes(shared, i))
            differing.push(...changed(runDir, stamps));
    });
    return differing;
}
/** For as many segments: which of several threads looks at the files of each. */
function sharesOf(segments) {
    return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * segments.length));
}
/** The other thread's part of checkSegments: from the end, what is not taken yet. False: something differs, or cannot be read. */
function checkRest(runDir, segments, shared) {
    let agrees = true;
    for (let i = segments.length - 1; i >= 0 && takes(shared, i); i--) {
        agrees &&= isUnchanged(runDir, segments[i]);
    }
    return agrees;
}
function isUnchanged(runDir, ref) {
    try {
        const stamps = withSegment(runDir, ref, (file) => file.stamps());
        return changed(runDir, stamps).length === 0;
    }
    catch {
        return false; // nobody waits here for what is wrong with it
    }
}
const takes = (shared, i) => Atomics.exchange(shared, i, 1) === 0;
function otherNames(packed, there) {
    return packed.flatMap((name, i) => (there[i] === name ? [] : [`journal/${there[i] ?? name}`]));
}
function changed(runDir, { events, results, numbers }) {
    const paths = events.split('\n').map((name) => `journal/${name}`);
    if (results !== '')
        paths.push(...results.split('\n'));
    return paths.filter((path, i) => {
        // Not through a link: what it leads to is not the file that was packed.
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(`${runDir}/${path}`, { throwIfNoEntry: false });
        return !(stat?.size === numbers[2 * i] && stat?.mtimeMs === numbers[2 * i + 1] && stat?.isFile());
    });
}


/***/ }),

/***/ 28219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ writeSegmentFile),
/* harmony export */   sh: () => (/* binding */ MAX_PACKED_VALUE),
/* harmony export */   yu: () => (/* binding */ SegmentFile)
/* harmony export */ });
/* unused harmony exports SEGMENT_SCHEMA, SAME, segmentsDir */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38174);
/**
 * The file of a packed segment: a header line, then sections, each with its own digest, so that a replay reads
 * requests and results without touching the events, and a reader of events never touches the results.
 */








const SEGMENT_SCHEMA = 'longhaul.segment.v3';
/** Values longer than this, in characters of compact JSON, stay in their result file. */
const MAX_PACKED_VALUE = 64 * 1024;
/** In the row of a request: as in the request before it in the segment. */
const SAME = 0;
const SECTIONS = ['replay', 'results', 'events', 'stamps'];
/** Packs consecutive events into one file; returns how to find it. A cache: written whole, not synced. */
function writeSegmentFile(runDir, entries) {
    const from = entries[0]?.event.seq ?? 0;
    const to = entries.at(-1)?.event.seq ?? 0;
    const rows = [];
    const results = [];
    const events = [];
    const eventStamps = [];
    const resultStamps = [];
    let request;
    for (const entry of entries) {
        const row = replayRow(entry, results);
        if (row?.[0] === 'request') {
            const whole = row.slice();
            if (request?.[7] === row[7])
                row[7] = SAME;
            if (request?.[10] === row[10])
                row[10] = SAME;
            request = whole;
        }
        if (row !== undefined)
            rows.push(row);
        if (row?.[0] === 'ok' && entry.result !== undefined)
            resultStamps.push(entry.result.stamp);
        eventStamps.push(entry.stamp);
        const { seq, ulid, type, recordedAt, data, extra } = entry.event;
        const line = [seq, ulid, type, recordedAt, data];
        if (extra !== undefined)
            line.push(extra);
        events.push(JSON.stringify(line));
    }
    const stamps = {
        events: eventStamps.map(([path]) => path.slice('journal/'.length)).join('\n'),
        results: resultStamps.map(([path]) => path).join('\n'),
        numbers: [...eventStamps, ...resultStamps].flatMap(([, size, mtimeMs]) => [size, mtimeMs]),
    };
    const texts = {
        replay: `${JSON.stringify(rows)}\n`,
        results: `${results.join('\n')}\n`,
        events: `[${events.join(',\n')}]\n`,
        stamps: `${JSON.stringify(stamps)}\n`,
    };
    const header = `${JSON.stringify({
        schema: SEGMENT_SCHEMA,
        from,
        to,
        sections: SECTIONS.map((name) => [name, Buffer.byteLength(texts[name]), (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(texts[name])]),
    })}\n`;
    const path = `state/segments/${pad(from)}-${pad(to)}.ndjson`;
    (0,_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .fR)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path), [header, ...SECTIONS.map((name) => texts[name])]);
    return { path, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(header), from, to };
}
function pad(seq) {
    return String(seq).padStart(6, '0');
}
function replayRow(entry, results) {
    const known = (0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .asKnown */ ._S)(entry.event);
    const { seq, recordedAt: at } = entry.event;
    switch (known?.type) {
        case 'RUN_CREATED':
            return ['created', seq, known.data.runId, known.data.processId, at];
        case 'EFFECT_REQUESTED': {
            const { effectId, stepId, taskId, kind, label, argsDigest, after, waits, site } = known.data;
            return [
                'request',
                seq,
                effectId,
                stepId,
                taskId,
                kind,
                label === undefined || label === taskId ? null : label,
                argsDigest ?? null,
                after ?? null,
                waits ?? null,
                site ?? null,
            ];
        }
        case 'EFFECT_RESOLVED': {
            const { effectId } = known.data;
            const outcome = entry.result?.outcome;
            if (outcome === undefined)
                return ['file', seq, effectId, at, entry.event.data];
            if (outcome.status === 'error')
                return ['error', seq, effectId, at, outcome.error];
            if (outcome.status === 'cancelled') {
                return ['cancelled', seq, effectId, at, outcome.reason, outcome.timedOut];
            }
            if (outcome.value.length > MAX_PACKED_VALUE)
                return ['file', seq, effectId, at, entry.event.data];
            results.push(outcome.value);
            return ['ok', seq, effectId, at, outcome.value.length];
        }
        case 'EFFECT_CANCELLED': {
            const outcome = (0,_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .cancelledOutcome */ .yO)(known.data);
            if (outcome.status !== 'cancelled')
                return undefined;
            return ['cancelled', seq, known.data.effectId, at, outcome.reason, outcome.timedOut];
        }
        case 'RUN_RETRIED':
            return ['retried', seq, known.data.effects, known.data.dropped];
        case 'PROCESS_LOG':
            return ['log', seq, known.data.logSeq];
        default:
            return undefined;
    }
}
const HEADER_BYTES = 1024;
/** What is read is made text at once: one buffer does for all, and its memory need not be collected. */
let buffer = Buffer.allocUnsafeSlow(0);
function bufferOf(bytes) {
    if (buffer.length < bytes)
        buffer = Buffer.allocUnsafeSlow(bytes);
    return buffer.subarray(0, bytes);
}
/** An open segment. Every read throws DamageError when the bytes are not those that the digest promises. */
class SegmentFile {
    ref;
    #path;
    #fd;
    #sections;
    /** `ref.digest` '' takes the header as it is (and puts its digest in): for listing only. */
    constructor(runDir, ref) {
        this.#path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, ref.path);
        this.#fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(this.#path, 'r');
        try {
            const head = Buffer.alloc(HEADER_BYTES);
            const got = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#fd, head, 0, HEADER_BYTES, 0);
            const end = head.subarray(0, got).indexOf(10) + 1;
            const line = head.toString('utf8', 0, end);
            const header = (0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(line);
            if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(header) || header.schema !== SEGMENT_SCHEMA)
                throw this.#wrong('it has no header');
            const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(line);
            if (ref.digest !== '' && ref.digest !== digest)
                throw this.#wrong('it is another one by now');
            this.ref = { path: ref.path, digest, from: Number(header.from), to: Number(header.to) };
            this.#sections = sectionsOf(header, end);
        }
        catch (error) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
            throw error;
        }
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
    }
    replayRows() {
        return { rows: JSON.parse(this.#text('replay')), results: this.#text('results') };
    }
    events() {
        return JSON.parse(this.#text('events'));
    }
    stamps() {
        return JSON.parse(this.#text('stamps'));
    }
    #text(name) {
        const section = this.#sections.get(name);
        if (section === undefined)
            throw this.#wrong(`it has no section ${name}`);
        const bytes = bufferOf(section.bytes);
        const got = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#fd, bytes, 0, section.bytes, section.at);
        if (got !== section.bytes || (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(bytes) !== section.digest)
            throw this.#wrong(`its ${name} are not as recorded`);
        return bytes.toString('utf8');
    }
    #wrong(why) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`The segment ${this.#path} is not used: ${why}. It is a cache and may be deleted`, this.#path);
    }
}
function sectionsOf(header, start) {
    const sections = new Map();
    let at = start;
    for (const item of Array.isArray(header.sections) ? header.sections : []) {
        if (!Array.isArray(item))
            continue;
        const bytes = Number(item[1]);
        sections.set(String(item[0]), { at, bytes, digest: String(item[2]) });
        at += bytes;
    }
    return sections;
}
/** Directory of the segments of a run. */
function segmentsDir(runDir) {
    return paths.segments(runDir);
}


/***/ }),

/***/ 84519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ packEntry),
/* harmony export */   Bz: () => (/* binding */ listSegments),
/* harmony export */   Gz: () => (/* binding */ stampFile),
/* harmony export */   Tc: () => (/* binding */ readSegmentEvents),
/* harmony export */   YU: () => (/* binding */ withSegment),
/* harmony export */   cw: () => (/* binding */ dropSegments),
/* harmony export */   oI: () => (/* binding */ SEGMENT_EVENTS)
/* harmony export */ });
/* unused harmony exports readReplayRows, packFiles */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16955);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38174);
/* harmony import */ var _segment_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28219);
/**
 * Which packed segments of a run may be used. They are a cache in state/segments/ and never a second truth:
 * whoever reads them runs `checkSegments` (segment-check.ts), at the latest before anything is written.
 */








/** So many events are packed into one segment. */
const SEGMENT_EVENTS = 512;
const SEGMENT_NAME = /^(\d{6,})-(\d{6,})\.ndjson$/;
/**
 * The segments that follow one another from event 1 on, without looking into more than their headers. Of two
 * that begin at the same event the longer one is taken; broken ones are passed over.
 */
function listSegments(runDir) {
    const longest = new Map();
    for (const name of (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.segments(runDir))) {
        const match = SEGMENT_NAME.exec(name);
        if (match === null)
            continue;
        const from = Number(match[1]);
        const to = Number(match[2]);
        if (to >= from && to > (longest.get(from)?.to ?? 0))
            longest.set(from, { to, name });
    }
    const found = [];
    for (let next = longest.get(1); next !== undefined; next = longest.get((found.at(-1)?.to ?? 0) + 1)) {
        const ref = headerOf(runDir, `state/segments/${next.name}`);
        if (ref === undefined || ref.from !== (found.at(-1)?.to ?? 0) + 1 || ref.to !== next.to)
            break;
        found.push(ref);
    }
    return found;
}
function headerOf(runDir, path) {
    try {
        const file = new _segment_file_js__WEBPACK_IMPORTED_MODULE_7__/* .SegmentFile */ .yu(runDir, { path, digest: '' });
        file.close();
        return file.ref;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc || (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(error))
            return undefined;
        throw error;
    }
}
function withSegment(runDir, ref, read) {
    const file = new _segment_file_js__WEBPACK_IMPORTED_MODULE_7__/* .SegmentFile */ .yu(runDir, ref);
    try {
        return read(file);
    }
    finally {
        file.close();
    }
}
/** The events of a segment. Throws DamageError when its bytes are not those that the digest promises. */
function readSegmentEvents(runDir, ref) {
    return withSegment(runDir, ref, (file) => file.events().map(([seq, ulid, type, recordedAt, data, extra]) => ({
        seq,
        ulid,
        type,
        recordedAt,
        data,
        ...(extra !== undefined && { extra }),
    })));
}
/** Adds what a replay needs of a segment to `input`. Values stay slices of the segment's text. */
function readReplayRows(runDir, ref, input, resolver) {
    withSegment(runDir, ref, (file) => {
        if (file.ref.from !== input.head + 1) {
            throw new DamageError(`The segment ${ref.path} does not follow event ${input.head}`, ref.path);
        }
        const { rows, results } = file.replayRows();
        const { requests, settlements } = input;
        let at = 0;
        let argsDigest = null;
        let site = null;
        for (const row of rows) {
            switch (row[0]) {
                case 'request': {
                    const after = row[8] ?? settlements.length;
                    if (row[7] !== SAME)
                        argsDigest = row[7];
                    if (row[10] !== SAME)
                        site = row[10];
                    requests.push({
                        effectId: row[2],
                        seq: row[1],
                        stepId: row[3],
                        taskId: row[4],
                        kind: row[5],
                        label: row[6] ?? row[4],
                        argsDigest: argsDigest ?? undefined,
                        after,
                        waits: row[9] ?? after,
                        site: site ?? undefined,
                    });
                    break;
                }
                case 'ok': {
                    const value = results.slice(at, at + row[4]);
                    at += row[4] + 1;
                    settle(input, row, { status: 'ok', value });
                    break;
                }
                case 'file':
                    settle(input, row, readOutcome(resolver, resolvedData(row[2], row[4]), ref.path));
                    break;
                case 'error':
                    settle(input, row, { status: 'error', error: row[4] });
                    break;
                case 'cancelled':
                    settle(input, row, { status: 'cancelled', reason: row[4], timedOut: row[5] });
                    break;
                case 'created':
                    input.runId = row[2];
                    input.processId = row[3];
                    input.createdAt = row[4];
                    break;
                case 'retried':
                    input.retries.push({
                        seq: row[1],
                        settlementsBefore: settlements.length,
                        requestsBefore: requests.length,
                        effects: row[2],
                        dropped: row[3],
                    });
                    break;
                case 'log':
                    input.logCount = Math.max(input.logCount, row[2]);
            }
        }
        input.head = file.ref.to;
    });
}
function settle(input, row, outcome) {
    input.settlements.push({
        index: input.settlements.length + 1,
        seq: row[1],
        effectId: row[2],
        recordedAt: row[3],
        outcome,
    });
}
function resolvedData(effectId, data) {
    const digest = data.resultDigest;
    return {
        effectId,
        status: data.status === 'error' ? 'error' : 'ok',
        resultRef: typeof data.resultRef === 'string' ? data.resultRef : refs.result(effectId),
        ...(typeof digest === 'string' && { resultDigest: digest }),
    };
}
/** The stamp of a file of the run as it is now. Throws when it is missing. */
function stampFile(runDir, path) {
    const { size, mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
    return [path, size, mtimeMs];
}
/** What packing an event needs, its result read and verified. `stamp`: when it was taken already. */
function packEntry(runDir, event, stamp, resolver) {
    const known = (0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .asKnown */ ._S)(event);
    if (known?.type !== 'EFFECT_RESOLVED')
        return { event, stamp };
    const { data } = known;
    const ref = data.resultRef ?? _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .refs */ .DY.result(data.effectId);
    if (data.status === 'error' && data.error !== undefined) {
        return { event, stamp, result: { outcome: (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .readOutcome */ .ns)(resolver, data, stamp[0]), stamp } };
    }
    // The stamp first: a file that changes in between is then seen as changed.
    const resultStamp = stampFile(runDir, ref);
    return { event, stamp, result: { outcome: (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .readOutcome */ .ns)(resolver, data, stamp[0]), stamp: resultStamp } };
}
/** Packs event files that stand on disk, `SEGMENT_EVENTS` at a time. Throws DamageError for a damaged one. */
function packFiles(runDir, names) {
    const resolver = resolverOf(runDir);
    const packed = [];
    for (let i = 0; i < names.length; i += SEGMENT_EVENTS) {
        const entries = names.slice(i, i + SEGMENT_EVENTS).map((name) => {
            const stamp = stampFile(runDir, `journal/${eventFileName(name.seq, name.ulid)}`);
            return packEntry(runDir, readEvent(runDir, name), stamp, resolver);
        });
        packed.push(writeSegmentFile(runDir, entries));
    }
    return packed;
}
/** Removes segments that are not to be believed, so that nobody reads them again. */
function dropSegments(runDir, segments) {
    for (const { path } of segments)
        (0,_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .unlinkIfThere */ .Tp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
}


/***/ }),

/***/ 98221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lE: () => (/* binding */ SNAPSHOT_NAME),
  RA: () => (/* binding */ readSnapshot),
  oF: () => (/* binding */ writeSnapshot)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/journal/atomic.js
var atomic = __webpack_require__(42168);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __webpack_require__(41597);
;// CONCATENATED MODULE: ./lib/journal/effects-map.js
class EffectsMap extends Map {
    #older;
    /** Effects set from now on are in memory, `older` stands for the rest. */
    expect(older) {
        this.#older = older;
    }
    /** Puts all in order of request; what is in memory already is newer than what is read. */
    #load() {
        const older = this.#older;
        if (older === undefined)
            return;
        this.#older = undefined;
        const known = [...super.values()];
        const inMemory = new Map(known.map((effect) => [effect.effectId, effect]));
        super.clear();
        for (const effect of older.load())
            super.set(effect.effectId, inMemory.get(effect.effectId) ?? effect);
        for (const effect of known)
            super.set(effect.effectId, effect);
    }
    get(effectId) {
        const effect = super.get(effectId);
        if (effect !== undefined || !this.#mayBeOlder(effectId))
            return effect;
        this.#load();
        return super.get(effectId);
    }
    has(effectId) {
        return this.get(effectId) !== undefined;
    }
    /** Ids rise, so a fresh one needs no look at the old ones. */
    #mayBeOlder(effectId) {
        return this.#older !== undefined && effectId <= this.#older.maxId;
    }
    get size() {
        this.#load();
        return super.size;
    }
    forEach(callback) {
        this.#load();
        super.forEach(callback);
    }
    keys() {
        this.#load();
        return super.keys();
    }
    values() {
        this.#load();
        return super.values();
    }
    entries() {
        this.#load();
        return super.entries();
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}

// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(38174);
// EXTERNAL MODULE: ./lib/journal/segments.js
var journal_segments = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(40089);
;// CONCATENATED MODULE: ./lib/journal/snapshot.js
/**
 * state/segments/state.ndjson: the state of a run as of the end of its segments, without the effects that are
 * settled. A cache that belongs to exactly one last segment; whoever believes that segment may believe it.
 */









const SCHEMA = 'longhaul.state.v1';
const SNAPSHOT_NAME = 'state.ndjson';
const PATH = `state/segments/${SNAPSHOT_NAME}`;
/** Writes the snapshot of a state that stands at the end of `last`. Not for states with problems. */
function writeSnapshot(runDir, state, last) {
    if (state.problems.length > 0 || state.head.seq !== last.to)
        return;
    const { effects: _, pending, signals, equals, messages, decisions, ...plain } = state;
    const parts = {
        pending: [...pending.values()],
        signals: [...signals],
        equals: [...equals],
        messages: [...messages],
        decisions: [...decisions],
        maxId: state.maxEffectId,
    };
    const body = JSON.stringify({ plain, parts });
    const header = JSON.stringify({ schema: SCHEMA, segment: last.digest, digest: (0,digest/* sha256 */.sc)(body) });
    (0,atomic/* replaceFile */.fR)((0,external_node_path_.join)(runDir, PATH), `${header}\n${body}\n`);
}
/** The state at the end of `segments`, or undefined when no snapshot stands for exactly these. */
function readSnapshot(runDir, segments) {
    const last = segments.at(-1);
    const text = last === undefined ? undefined : (0,reader/* readIfThere */.qC)((0,external_node_path_.join)(runDir, PATH));
    if (last === undefined || text === undefined)
        return undefined;
    const end = text.indexOf('\n');
    const header = (0,decode/* parseJson */.qF)(text.slice(0, Math.max(0, end)));
    if (!(0,decode/* isObject */.Gv)(header) || header.schema !== SCHEMA || header.segment !== last.digest)
        return undefined;
    const body = text.slice(end + 1, -1);
    if ((0,digest/* sha256 */.sc)(body) !== header.digest)
        return undefined;
    const { plain, parts } = JSON.parse(body);
    const state = {
        ...(0,journal_state/* emptyState */.p$)(),
        ...plain,
        signals: new Map(parts.signals),
        equals: new Map(parts.equals),
        messages: new Set(parts.messages),
        decisions: new Map(parts.decisions),
    };
    const effects = new EffectsMap();
    for (const effect of parts.pending) {
        const whole = { ...effect, settlement: effect.settlement ?? undefined };
        effects.set(effect.effectId, whole);
        state.pending.set(effect.effectId, whole);
    }
    effects.expect({ maxId: parts.maxId, load: () => allEffects(runDir, segments) });
    state.effects = effects;
    return state;
}
/** From the segments, or, when they were packed anew or deleted since, from the events themselves. */
function allEffects(runDir, segments) {
    try {
        return (0,journal_state/* stateOf */.L4)(segments.flatMap((ref) => (0,journal_segments/* readSegmentEvents */.Tc)(runDir, ref))).effects.values();
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc) && !(0,reader/* isMissing */.b2)(error))
            throw error;
        const names = (0,reader/* listEvents */.Ir)(runDir).slice(0, segments.at(-1)?.to);
        return (0,journal_state/* stateOf */.L4)(names.map((name) => (0,reader/* readEvent */.j_)(runDir, name))).effects.values();
    }
}


/***/ }),

/***/ 80299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ rebuildStateCache),
/* harmony export */   Wf: () => (/* binding */ staleReason),
/* harmony export */   jD: () => (/* binding */ reasonAfter)
/* harmony export */ });
/* unused harmony exports STATE_CACHE_SCHEMA, stateCacheText */
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16955);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38174);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40089);
/** state/state.json in Babysitter's shape. A cache: nothing here ever reads more of it than its head. */






const STATE_CACHE_SCHEMA = '2026.01.state-cache';
/** So much is written at once, in characters. */
const PIECE = 64 * 1024;
/** The text of the cache, in pieces: of a long run it is too large to be held whole. `now` in milliseconds. */
function* stateCacheText(state, reason, now = Date.now()) {
    const head = {
        schemaVersion: STATE_CACHE_SCHEMA,
        savedAt: new Date(now).toISOString(),
        journalHead: state.head.seq === 0 ? null : { ...state.head },
        stateVersion: state.head.seq,
    };
    const tail = { pendingEffectsByKind: (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingByKind */ .HE)(state), rebuildReason: reason };
    const byInvocation = new Map();
    for (const effect of state.effects.values())
        byInvocation.set(effect.request.invocationKey, effect);
    let piece = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "effectsByInvocation": {`;
    let separator = '';
    for (const [key, effect] of byInvocation) {
        const summary = JSON.stringify(summaryOf(effect), null, 2).replaceAll('\n', '\n    ');
        piece += `${separator}\n    ${JSON.stringify(key)}: ${summary}`;
        separator = ',';
        if (piece.length < PIECE)
            continue;
        yield piece;
        piece = '';
    }
    yield `${piece}${separator === '' ? '' : '\n  '}},\n${(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(tail).slice(2)}`;
}
function summaryOf({ effectId, status, request, requestedAt, settlement }) {
    const { invocationKey, kind, label, taskId, stepId } = request;
    return {
        effectId,
        invocationKey,
        status,
        kind,
        label: label ?? taskId,
        taskId,
        stepId,
        requestedAt,
        ...(settlement !== undefined && { resolvedAt: settlement.at }),
    };
}
/** Writes the cache anew. */
function rebuildStateCache(runDir, state, reason) {
    (0,_atomic_js__WEBPACK_IMPORTED_MODULE_0__/* .replaceFile */ .fR)(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .paths */ .f0.stateCache(runDir), stateCacheText(state, reason));
}
/** Why the cache does not stand for a journal with this head; undefined when it does. */
function staleReason(runDir, head) {
    const text = (0,_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfThere */ .qC)(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .paths */ .f0.stateCache(runDir));
    if (text === undefined)
        return 'missing_cache';
    const cache = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(cache) || cache.schemaVersion !== STATE_CACHE_SCHEMA)
        return 'corrupt_cache';
    const { journalHead } = cache;
    const agrees = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(journalHead) && journalHead.seq === head.seq && journalHead.ulid === head.ulid;
    return agrees ? undefined : 'journal_mismatch';
}
/** The reason that a driver gives when it rebuilds the cache at its end. */
function reasonAfter(state) {
    if (state.terminal === undefined)
        return 'journal_mismatch';
    if (state.terminal.sealed)
        return 'manual_halt';
    return state.terminal.type === 'RUN_COMPLETED' ? 'post_completion' : 'post_failure';
}


/***/ }),

/***/ 40089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z8: () => (/* binding */ applyEvent),
  tx: () => (/* binding */ attemptOf),
  p$: () => (/* binding */ emptyState),
  xh: () => (/* binding */ hasChild),
  HE: () => (/* binding */ pendingByKind),
  L4: () => (/* binding */ stateOf),
  c2: () => (/* binding */ statusOf),
  Jt: () => (/* binding */ waitsForOthers)
});

// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __webpack_require__(41597);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __webpack_require__(76786);
;// CONCATENATED MODULE: ./lib/journal/state-retry.js
function applyRetried(state, data, seq) {
    state.attempt++;
    state.terminal = undefined;
    state.cancel = undefined;
    state.deadline = data.deadline;
    state.retries.push({
        seq,
        settlementsBefore: state.settlements,
        effects: data.effects,
        dropped: data.dropped,
    });
    for (const effectId of data.effects) {
        const effect = state.effects.get(effectId);
        if (effect === undefined) {
            state.problems.push({
                seq,
                code: 'UNKNOWN_EFFECT',
                message: `RUN_RETRIED reopens the unknown effect ${effectId}`,
            });
            continue;
        }
        effect.status = 'requested';
        effect.settlement = undefined;
        // Its retry policy starts anew; attempts go on counting.
        effect.failures = 0;
        effect.losses = 0;
        if (!effect.dropped)
            state.pending.set(effectId, effect);
    }
    for (const effectId of data.dropped) {
        const effect = state.effects.get(effectId);
        if (effect !== undefined)
            effect.dropped = true;
        state.pending.delete(effectId);
    }
}

;// CONCATENATED MODULE: ./lib/journal/state-terminal.js
/** `event`: RUN_COMPLETED, RUN_FAILED or RUN_HALTED. */
function terminalOf(event) {
    const data = event.data;
    const type = event.type;
    const seal = data.manual_seal_reason;
    const terminal = {
        type,
        status: type === 'RUN_COMPLETED'
            ? 'completed'
            : type === 'RUN_HALTED'
                ? 'halted'
                : data.canceled === true
                    ? 'canceled'
                    : 'failed',
        seq: event.seq,
        ulid: event.ulid,
        at: event.recordedAt,
        timedOut: data.timedOut === true,
        sealed: typeof seal === 'string',
    };
    const text = (key) => (typeof data[key] === 'string' ? data[key] : undefined);
    const reason = text('manual_seal_reason') ?? text('reason');
    if (reason !== undefined)
        terminal.reason = reason;
    for (const key of ['outputRef', 'outputDigest', 'effectId', 'errorClass', 'completionProof']) {
        const value = text(key);
        if (value !== undefined)
            terminal[key] = value;
    }
    if (data.error !== undefined)
        terminal.error = data.error;
    if (Array.isArray(data.cleanupErrors))
        terminal.cleanupErrors = data.cleanupErrors;
    if (data.actor !== undefined)
        terminal.actor = data.actor;
    if (data.payload !== undefined)
        terminal.payload = data.payload;
    return terminal;
}

;// CONCATENATED MODULE: ./lib/journal/state.js
/** What a run's events add up to. Pure, and O(1) for each event. */





function emptyState() {
    return {
        runId: '',
        processId: '',
        created: undefined,
        createdAt: '',
        updatedAt: '',
        head: { seq: 0, ulid: '' },
        effects: new Map(),
        pending: new Map(),
        maxEffectId: '',
        lastStep: 0,
        settlements: 0,
        attempt: 1,
        retries: [],
        signals: new Map(),
        cancel: undefined,
        equals: new Map(),
        logCount: 0,
        deadline: undefined,
        codeRevision: undefined,
        workspaceCommit: undefined,
        dispatched: undefined,
        messages: new Set(),
        decisions: new Map(),
        terminal: undefined,
        problems: [],
    };
}
function stateOf(events) {
    const state = emptyState();
    for (const event of events)
        applyEvent(state, event);
    return state;
}
/** Takes the next event into the state. Never throws: what does not fit is noted in `problems`. */
function applyEvent(state, event) {
    const known = (0,decode/* asKnown */._S)(event);
    if (state.terminal !== undefined && known !== undefined && known.type !== 'RUN_RETRIED') {
        note(state, event, 'AFTER_END', `${event.type} comes after the run ended with ${state.terminal.type}`);
    }
    if (state.head.seq === 0 && event.type !== 'RUN_CREATED') {
        note(state, event, 'NOT_CREATED', `The first event is ${event.type}, not RUN_CREATED`);
    }
    state.head = { seq: event.seq, ulid: event.ulid };
    state.updatedAt = event.recordedAt;
    if (typeof event.data.messageId === 'string')
        state.messages.add(event.data.messageId);
    if (known === undefined)
        applyOther(state, event);
    else
        applyKnown(state, known);
}
function note(state, event, code, message) {
    state.problems.push({ seq: event.seq, code, message });
}
function applyKnown(state, event) {
    switch (event.type) {
        case 'RUN_CREATED':
            if (state.created !== undefined)
                note(state, event, 'DUPLICATE_CREATED', 'A second RUN_CREATED');
            else {
                state.created = event.data;
                state.runId = event.data.runId;
                state.processId = event.data.processId;
                state.createdAt = event.recordedAt;
                state.deadline = event.data.deadline;
                state.codeRevision = event.data.commit ?? event.data.processRevision;
                state.workspaceCommit = event.data.commit;
            }
            return;
        case 'EFFECT_REQUESTED':
            if (!state.effects.has(event.data.effectId)) {
                applyRequested(state, event.data, event.seq, event.recordedAt);
            }
            else {
                note(state, event, 'DUPLICATE_REQUEST', `Effect ${event.data.effectId} is requested a second time`);
            }
            return;
        case 'EFFECT_STARTED': {
            const effect = effectOf(state, event);
            if (effect === undefined)
                return;
            const { effectId: _, ...start } = event.data;
            effect.starts.push({ ...start, seq: event.seq, at: event.recordedAt });
            if (start.because === 'failure')
                effect.failures++;
            if (start.because === 'loss')
                effect.losses++;
            return;
        }
        case 'EFFECT_RESOLVED':
        case 'EFFECT_CANCELLED': {
            // Its number in the order is taken whatever it settles: a replay counts the events alone.
            state.settlements++;
            const effect = effectOf(state, event);
            if (effect === undefined)
                return;
            if (effect.status !== 'requested') {
                note(state, event, 'DUPLICATE_SETTLEMENT', `Effect ${effect.effectId} is settled a second time`);
                return;
            }
            if (event.type === 'EFFECT_RESOLVED')
                applyResolved(state, effect, event.data);
            else
                effect.status = 'cancelled';
            effect.settlement = settlementOf(state.settlements, event);
            state.pending.delete(effect.effectId);
            return;
        }
        case 'SIGNAL_RECEIVED': {
            const list = state.signals.get(event.data.name) ?? [];
            const { value, actor } = event.data;
            list.push({ seq: event.seq, at: event.recordedAt, value: value ?? null, ...(actor && { actor }) });
            state.signals.set(event.data.name, list);
            return;
        }
        case 'RUN_CANCEL_REQUESTED':
            state.cancel ??= { ...event.data, seq: event.seq, at: event.recordedAt };
            return;
        case 'RUN_RETRIED':
            if (state.terminal?.type !== 'RUN_FAILED') {
                note(state, event, 'MISPLACED_RETRY', 'RUN_RETRIED of a run that had not failed');
            }
            applyRetried(state, event.data, event.seq);
            return;
        case 'RUN_COMPLETED':
        case 'RUN_FAILED':
        case 'RUN_HALTED':
            // A forced seal stands behind another end, and is the one that counts.
            if (state.terminal === undefined || 'manual_seal_reason' in event.data)
                state.terminal = terminalOf(event);
            return;
        case 'PROCESS_LOG':
            state.logCount = Math.max(state.logCount, event.data.logSeq);
    }
}
function effectOf(state, event) {
    const effect = state.effects.get(event.data.effectId);
    if (effect === undefined) {
        note(state, event, 'UNKNOWN_EFFECT', `${event.type} of the unknown effect ${event.data.effectId}`);
    }
    return effect;
}
function applyOther(state, event) {
    if (event.type === 'CODE_UPGRADED' && typeof event.data.revision === 'string') {
        state.codeRevision = event.data.revision;
    }
    if (event.type === 'WORKSPACE_CHANGED' && typeof event.data.commit === 'string') {
        state.workspaceCommit = event.data.commit;
    }
    if (event.type === 'RUN_DISPATCHED' && typeof event.data.hop === 'number') {
        state.dispatched = { ...event.data, seq: event.seq };
    }
    if (event.type === 'DECISION_RECORDED' && typeof event.data.effectId === 'string') {
        const list = state.decisions.get(event.data.effectId);
        if (list === undefined)
            state.decisions.set(event.data.effectId, [event]);
        else
            list.push(event);
    }
}
function applyRequested(state, request, seq, at) {
    const key = (0,digest/* equalityKey */.Q1)(request.kind, request.taskId, request.argsDigest);
    const occurrence = (state.equals.get(key) ?? 0) + 1;
    state.equals.set(key, occurrence);
    if (request.effectId > state.maxEffectId)
        state.maxEffectId = request.effectId;
    state.lastStep = Math.max(state.lastStep, (0,ids/* stepNumber */.CD)(request.stepId));
    const effect = {
        effectId: request.effectId,
        seq,
        requestedAt: at,
        request,
        status: 'requested',
        occurrence,
        starts: [],
        failures: 0,
        losses: 0,
        settlement: undefined,
        dropped: false,
    };
    state.effects.set(request.effectId, effect);
    state.pending.set(request.effectId, effect);
}
function applyResolved(state, effect, data) {
    effect.status = data.status === 'ok' ? 'resolved_ok' : 'resolved_error';
    if (data.signalSeq === undefined)
        return;
    for (const [name, list] of state.signals) {
        const at = list.findIndex((signal) => signal.seq === data.signalSeq);
        if (at < 0)
            continue;
        list.splice(at, 1);
        if (list.length === 0)
            state.signals.delete(name);
        return;
    }
}
function settlementOf(index, event) {
    const settlement = { index, seq: event.seq, at: event.recordedAt };
    const { data } = event;
    if (data.resultRef !== undefined)
        settlement.resultRef = data.resultRef;
    if (data.resultDigest !== undefined)
        settlement.resultDigest = data.resultDigest;
    if ('status' in data) {
        if (data.error !== undefined)
            settlement.error = data.error;
        if (data.stdoutRef !== undefined)
            settlement.stdoutRef = data.stdoutRef;
        if (data.stderrRef !== undefined)
            settlement.stderrRef = data.stderrRef;
    }
    else {
        settlement.reason = data.reason ?? '';
        if (data.timedOut === true)
            settlement.timedOut = true;
        if (data.withdrawn === true)
            settlement.withdrawn = true;
    }
    return settlement;
}
/** Number of the last attempt of an effect; 0 before its first start. */
function attemptOf(effect) {
    return effect.starts.at(-1)?.attempt ?? 0;
}
// Kinds that the engine does by itself; everything else waits for a person, for time, or for somebody else.
const DONE_HERE = new Set([
    'shell',
    'node',
    'agent',
    'skill',
    'orchestrator_task',
    'subprocess',
    'step',
    'hook',
]);
/** True when nothing that a driver does now brings this pending effect on. */
function waitsForOthers(effect, now = Date.now()) {
    if (effect.request.external === true || !DONE_HERE.has(effect.request.kind))
        return true;
    const last = effect.starts.at(-1);
    // The run that it has started waits for somebody, too, or is driven: whoever drives it to its end comes back.
    if (last?.notBefore === undefined)
        return hasChild(effect);
    return Date.parse(last.notBefore) > now;
}
/** It has started a run of its own, which may be going on without us. */
function hasChild(effect) {
    return effect.request.kind === 'subprocess' && effect.starts.length > 0;
}
/** The state that contract §1 gives a run whose lease nobody asks about. */
function statusOf(state, now = Date.now()) {
    if (state.terminal !== undefined)
        return state.terminal.status;
    if (state.head.seq <= 1)
        return 'created';
    if (state.pending.size === 0 || state.cancel !== undefined)
        return 'running';
    for (const effect of state.pending.values())
        if (!waitsForOthers(effect, now))
            return 'running';
    return 'waiting';
}
/** Number of pending effects of each kind, keys sorted. */
function pendingByKind(state) {
    const counts = new Map();
    for (const effect of state.pending.values()) {
        counts.set(effect.request.kind, (counts.get(effect.request.kind) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 91305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ SyncLog),
/* harmony export */   sh: () => (/* binding */ MAX_LOGGED),
/* harmony export */   tc: () => (/* binding */ LOG_SCHEMA)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42168);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41597);
/**
 * lease/epoch-<n>.log: what the driver of one epoch has made durable, in one file. A step is five small files, and
 * an fsync of each costs more than everything else about it. So the files are written as ever and left to the
 * kernel, and a save syncs this one file, which holds their texts, too.
 *
 * A kill takes nothing of either: the kernel has it all. What a power failure takes of the files, the next who
 * opens the run puts back from here (restore.ts). Nobody reads it otherwise: the files are the run.
 *
 * The first line says in which start of the machine it was written; each line behind it is the sha256 of its rest
 * and, as JSON, some files: `[[path, text], …]`.
 */





const LOG_SCHEMA = 'longhaul.log.v1';
/** Longer files are synced themselves: to write them twice would cost more. In characters. */
const MAX_LOGGED = 64 * 1024;
/** So much is kept in memory before it is written, whether a save asks for it or not. In characters. */
const BUFFERED = 256 * 1024;
const syncData = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasync);
class SyncLog {
    #path;
    #bootId;
    #files = [];
    #size = 0;
    #fd;
    #isNamed = false;
    #isWritten = true;
    /** `path`: made when there is something to log. `bootId`: names this start of the machine. */
    constructor(path, bootId) {
        this.#path = path;
        this.#bootId = bootId;
    }
    /** A file that stands whole under `path`, relative to the run directory. */
    add(path, text) {
        this.#files.push([path, text]);
        this.#size += text.length;
        if (this.#size > BUFFERED)
            this.#write();
    }
    #write() {
        if (this.#files.length === 0)
            return;
        if (this.#fd === undefined) {
            this.#fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(this.#path, 'ax');
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(this.#fd, `${JSON.stringify({ schema: LOG_SCHEMA, bootId: this.#bootId })}\n`);
        }
        const line = JSON.stringify(this.#files);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(this.#fd, `${(0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(line)} ${line}\n`);
        this.#files = [];
        this.#size = 0;
        this.#isWritten = false;
    }
    /** Resolves when everything added before this call is on the disk. */
    async sync() {
        this.#write();
        if (this.#fd === undefined || this.#isWritten)
            return;
        this.#isWritten = true;
        await syncData(this.#fd);
        if (this.#isNamed)
            return;
        const lease = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(this.#path);
        for (const directory of [lease, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(lease)])
            (0,_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .syncDirectory */ .zR)(directory);
        this.#isNamed = true;
    }
    /** What was not synced is left to the kernel. */
    close() {
        if (this.#fd !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
        this.#fd = undefined;
        this.#files = [];
    }
}


/***/ }),

/***/ 9138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ encodeRun),
/* harmony export */   Qy: () => (/* binding */ encodeTask),
/* harmony export */   Sz: () => (/* binding */ decodeResult),
/* harmony export */   Y0: () => (/* binding */ encodeResult),
/* harmony export */   am: () => (/* binding */ decodeRun),
/* harmony export */   s2: () => (/* binding */ completionProofOf)
/* harmony export */ });
/* unused harmony exports TASK_SCHEMA, RESULT_SCHEMA, BLOB_THRESHOLD */
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41597);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78091);
/** The files beside the journal: task.json, result.json, run.json, in Babysitter's exact bytes. */




const TASK_SCHEMA = '2026.01.tasks-v1';
const RESULT_SCHEMA = '2026.01.results-v1';
/** Values whose pretty JSON is longer than this, in bytes, stand in a blob of their own. */
const BLOB_THRESHOLD = 1024 * 1024;
const FIXED_TASK_KEYS = new Set(['schemaVersion', 'effectId', 'taskId', 'invocationKey', 'stepId']);
const OBJECT_KEYS = ['io', 'node', 'breakpoint', 'orchestratorTask', 'sleep', 'metadata'];
/**
 * task.json: the keys of the definition, sorted at every level, then the fixed keys, then the inputs.
 * `inputs` undefined leaves them out. `def.kind` must be a string.
 */
function encodeTask(id, def, inputs) {
    const task = {};
    const sorted = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(def);
    for (const key of Object.keys(sorted)) {
        const value = taskField(key, sorted[key] ?? null);
        if (value !== undefined)
            set(task, key, value);
    }
    task.schemaVersion = TASK_SCHEMA;
    task.effectId = id.effectId;
    task.taskId = id.taskId;
    task.invocationKey = id.invocationKey;
    task.stepId = id.stepId;
    const encoded = { files: [], taskDefRef: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.task(id.effectId) };
    if (inputs !== undefined) {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(inputs);
        const blob = spill(id.effectId, 'inputs', value);
        if (blob === undefined)
            task.inputs = value;
        else {
            encoded.files.push(blob);
            encoded.inputsRef = blob.path;
            task.inputsRef = blob.path;
        }
    }
    encoded.files.push({ path: encoded.taskDefRef, text: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(task) });
    return encoded;
}
/** What Babysitter keeps of a field of the definition; undefined: nothing. */
function taskField(key, value) {
    if (key === 'title' || key === 'description')
        return typeof value === 'string' ? value : undefined;
    if (key === 'labels')
        return labels(value);
    if (OBJECT_KEYS.includes(key))
        return (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? value : undefined;
    if (key === 'inputsRef')
        return undefined;
    // Keeps its place among the keys of the definition; the value is set afterwards.
    if (FIXED_TASK_KEYS.has(key))
        return null;
    return value;
}
function labels(value) {
    if (!Array.isArray(value))
        return undefined;
    const texts = value.filter((item) => typeof item === 'string').map((item) => item.trim());
    const unique = [...new Set(texts.filter((item) => item !== ''))];
    return unique.length === 0 ? undefined : unique.sort((a, b) => a.localeCompare(b));
}
function set(target, key, value) {
    if (key !== '__proto__') {
        target[key] = value;
        return;
    }
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
function spill(effectId, name, value) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(value);
    if (text.length <= BLOB_THRESHOLD && Buffer.byteLength(text) <= BLOB_THRESHOLD)
        return undefined;
    return { path: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.blob(effectId, name, (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(text)), text };
}
/**
 * result.json. The value stands in it twice, as `result` and as `value`; one whose pretty JSON is longer than
 * 1 MiB goes to a blob, which `resultRef` in the file names.
 */
function encodeResult(of, outcome) {
    const files = [];
    const result = {
        schemaVersion: RESULT_SCHEMA,
        effectId: of.effectId,
        taskId: of.taskId,
        invocationKey: of.invocationKey,
        status: outcome.status,
    };
    let valueText = '';
    let value;
    if (outcome.status === 'ok') {
        value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(outcome.value);
        valueText = JSON.stringify(value);
        // So short that no indentation brings it over the limit: the pretty text need not be made to measure it.
        const blob = valueText.length < 1000 ? undefined : spill(of.effectId, 'result', value);
        if (blob !== undefined) {
            files.push(blob);
            result.resultRef = blob.path;
            value = undefined;
        }
        else
            result.result = value;
    }
    else if (outcome.status === 'error') {
        result.error = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(JSON.parse(JSON.stringify(outcome.error)));
    }
    else {
        result.error = { message: outcome.reason, name: 'EffectCancelledError' };
        result.reason = outcome.reason;
    }
    result.stdoutRef = of.stdoutRef;
    result.stderrRef = of.stderrRef;
    result.startedAt = of.startedAt;
    result.finishedAt = of.finishedAt;
    const metadata = outcome.status === 'cancelled'
        ? { cancelled: true, reason: outcome.reason, ...of.metadata }
        : of.metadata;
    if (metadata !== undefined)
        result.metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(metadata);
    if (value !== undefined)
        result.value = value;
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(result);
    const resultRef = _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.result(of.effectId);
    files.push({ path: resultRef, text, ...(value !== undefined && { value: valueText }) });
    return { files, resultRef, resultDigest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(text), valueText };
}
/** undefined when the text is no result file (cut off, or without what its status calls for). */
function decodeResult(text) {
    const body = (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(body))
        return undefined;
    if (body.status === 'error')
        return { status: 'error', error: body.error ?? null };
    if (body.status === 'cancelled') {
        return { status: 'cancelled', reason: typeof body.reason === 'string' ? body.reason : '' };
    }
    if (body.status !== 'ok')
        return undefined;
    if (body.result !== undefined && body.result !== null)
        return { status: 'ok', value: body.result };
    if (body.value !== undefined && body.value !== null)
        return { status: 'ok', value: body.value };
    if (typeof body.resultRef === 'string')
        return { status: 'ok', valueRef: body.resultRef };
    return { status: 'ok', value: null };
}
/** run.json in Babysitter's key order. */
function encodeRun(run) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)({
        runId: run.runId,
        request: run.request,
        processId: run.processId,
        harness: run.harness,
        entrypoint: { importPath: run.entrypoint.importPath, exportName: run.entrypoint.exportName },
        processPath: run.entrypoint.importPath,
        processRevision: run.processRevision,
        layoutVersion: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9,
        createdAt: run.createdAt,
        prompt: run.prompt,
        nonInteractive: run.nonInteractive === true ? true : undefined,
        completionProof: run.completionProof,
    });
}
/** run.json parsed; a string says what is wrong with it. */
function decodeRun(text) {
    const run = (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(run))
        return 'it is cut off or no JSON';
    if (typeof run.runId !== 'string' || run.runId === '')
        return 'it has no runId';
    if (run.layoutVersion !== _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9) {
        return `its layoutVersion is ${JSON.stringify(run.layoutVersion ?? null)}, this engine reads ${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9}`;
    }
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(run.entrypoint) || typeof run.entrypoint.importPath !== 'string')
        return 'it has no entrypoint';
    if (typeof run.createdAt !== 'string')
        return 'it has no createdAt';
    const metadata = {
        ...run,
        runId: run.runId,
        request: typeof run.request === 'string' ? run.request : run.runId,
        processId: typeof run.processId === 'string' ? run.processId : run.runId,
        entrypoint: {
            importPath: run.entrypoint.importPath,
            exportName: typeof run.entrypoint.exportName === 'string' ? run.entrypoint.exportName : 'process',
        },
        processPath: typeof run.processPath === 'string' ? run.processPath : run.entrypoint.importPath,
        layoutVersion: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9,
        createdAt: run.createdAt,
    };
    if (typeof run.harness !== 'string' || run.harness.trim() === '')
        delete metadata.harness;
    return metadata;
}
/** The proof in run.json, or the one that Babysitter derives for a run that has none. */
function completionProofOf(run) {
    return run.completionProof ?? (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(`${run.runId}:babysitter-completion-secret-v1`);
}


/***/ }),

/***/ 3553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** What is known of the workspace's git, without a check-out being needed and without starting git. */


const OID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
function gitDirectory(dir) {
    for (let at = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(dir);; at = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(at)) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1__.join(at, '.git');
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate, { throwIfNoEntry: false });
        if (found?.isDirectory() === true)
            return candidate;
        if (found?.isFile() === true) {
            const link = /^gitdir: (.+)$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(candidate, 'utf8'));
            return link?.[1] === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(at, link[1]);
        }
        if (at === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(at))
            return undefined;
    }
}
function readText(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').trim();
    }
    catch {
        return '';
    }
}
/** Commit of the work tree that holds `dir`; '' outside git, and before the first commit. */
function commitOf(dir) {
    const git = gitDirectory(dir);
    if (git === undefined)
        return '';
    const head = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(git, 'HEAD'));
    if (OID.test(head))
        return head;
    const ref = head.replace(/^ref: /, '');
    if (ref === '' || ref.includes('..') || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(ref))
        return '';
    const common = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(git, 'commondir'));
    const roots = common === '' ? [git] : [git, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(git, common)];
    for (const root of roots) {
        const loose = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, ref));
        if (OID.test(loose))
            return loose;
        const packed = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'packed-refs'))
            .split('\n')
            .find((line) => line.endsWith(` ${ref}`));
        const oid = packed?.slice(0, packed.indexOf(' ')) ?? '';
        if (OID.test(oid))
            return oid;
    }
    return '';
}


/***/ }),

/***/ 17684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   artifactClient: () => (/* binding */ artifactClient)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/**
 * Uploads by @actions/artifact, which is loaded with the first one. Its own retries are known not to be enough: a
 * connection that breaks ends it at once, and a name whose upload broke off is neither listed nor free again.
 */



function artifactClient(runtime, tempDir) {
    let loading;
    const load = () => {
        loading ??= Promise.all(/* import() */[__webpack_require__.e(459), __webpack_require__.e(361), __webpack_require__.e(61), __webpack_require__.e(303)]).then(__webpack_require__.bind(__webpack_require__, 86303)).then(({ DefaultArtifactClient }) => new DefaultArtifactClient());
        return loading;
    };
    // The client reads address and token from the environment when a call begins; no child of ours shall find them there.
    const within = async (call) => {
        if (runtime === undefined)
            throw noRuntime();
        const client = await load();
        const before = { ...process.env };
        process.env.ACTIONS_RUNTIME_TOKEN = runtime.token;
        process.env.ACTIONS_RESULTS_URL = runtime.url;
        try {
            return call(client);
        }
        finally {
            restore('ACTIONS_RUNTIME_TOKEN', before.ACTIONS_RUNTIME_TOKEN);
            restore('ACTIONS_RESULTS_URL', before.ACTIONS_RESULTS_URL);
        }
    };
    const upload = async (call) => {
        try {
            const { id } = await within(call);
            return id === undefined ? { kind: 'unknown', error: new Error('no id') } : { kind: 'done', id };
        }
        catch (error) {
            return outcomeOf(error);
        }
    };
    return {
        async upload(name, content) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(tempDir, { recursive: true });
            const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempDir, 'upload-'));
            try {
                const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, content);
                // The artifact takes the file's name then.
                return await upload((client) => client.uploadArtifact(name, [file], folder, { skipArchive: true }));
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
            }
        },
        uploadZip: (name, root, files) => upload((client) => client.uploadArtifact(name, [...files], root, { compressionLevel: 6 })),
        async remove(name) {
            try {
                return (await within((client) => client.deleteArtifact(name))).id;
            }
            catch {
                return undefined;
            }
        },
    };
}
function restore(name, value) {
    if (value === undefined)
        delete process.env[name];
    else
        process.env[name] = value;
}
function noRuntime() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ('NO_ARTIFACTS', 'This job cannot upload artifacts: it is no step of an Action', {
        hint: 'store: artifact works in the Action only. On a command line use a directory or a branch.',
    });
}
/** The client tells outcomes by its messages alone. */
function outcomeOf(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ)
        return { kind: 'refused', error };
    const { message, name } = error;
    if (/\(409\)/.test(message))
        return { kind: 'taken' };
    const isQuota = name === 'UsageError' || /storage quota/i.test(message);
    if (isQuota || /Failed to \w+: .*\((400|401|403)\)/.test(message)) {
        const refused = new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ('UPLOAD_REFUSED', `GitHub takes no artifact of this job: ${message}`, {
            cause: error,
            hint: isQuota
                ? 'The storage for artifacts is used up. Delete old ones, shorten their retention, or use store: branch.'
                : 'A job of a reusable workflow or a container may lack the runner’s token; run it in a plain job.',
        });
        return { kind: 'refused', error: refused };
    }
    return { kind: 'unknown', error: error };
}


/***/ }),

/***/ 30391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ isFallback),
/* harmony export */   U0: () => (/* binding */ stateNames),
/* harmony export */   VX: () => (/* binding */ INDEX_NAME),
/* harmony export */   au: () => (/* binding */ fallbacks),
/* harmony export */   cB: () => (/* binding */ claimName),
/* harmony export */   d9: () => (/* binding */ checkArtifactRunId),
/* harmony export */   pe: () => (/* binding */ mailName),
/* harmony export */   wholeName: () => (/* binding */ wholeName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76786);
/** Names of artifacts. Run ids are one regardless of case, so names hold them in lower case. */


/** Lists, for sweeps, the runs that a workflow run has touched (A5). */
const INDEX_NAME = 'longhaul-index';
const RESERVED = /^(mail|claim|index|whole)(-|$)/i;
/** The names that the generations of a run alternate between, in the order in which they are taken (A1). */
function stateNames(runId) {
    return ['a', 'b', 'c', 'd'].map((letter) => `longhaul-${runId.toLowerCase()}-${letter}`);
}
const claimName = (runId) => `longhaul-claim-${runId.toLowerCase()}`;
/** The exact name of mail; what does not find it free takes `<name>-<job id>`, then `<name>-<job id>-2` (A3). */
const mailName = (runId) => `longhaul-mail-${runId.toLowerCase()}`;
/** The whole run, for people to download. */
const wholeName = (runId) => `longhaul-whole-${runId.toLowerCase()}`;
/** `<name>`, `<name>-<job>`, `<name>-<job>-2`, … */
function* fallbacks(name, jobId) {
    const job = jobId.replace(/[^A-Za-z0-9]/g, '') || 'job';
    yield name;
    yield `${name}-${job}`;
    for (let n = 2;; n++)
        yield `${name}-${job}-${n}`;
}
/** Whether an artifact's name is one that `fallbacks(name, …)` gives. */
const isFallback = (artifact, name) => artifact === name || artifact.startsWith(`${name}-`);
/** Throws UsageError for an id whose artifacts could be taken for another run's mail or claim. */
function checkArtifactRunId(runId) {
    (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRunId */ .np)(runId);
    if (RESERVED.test(runId)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`With store: artifact no run may be called ${runId}`, {
            hint: 'Ids that begin with mail-, claim-, index- or whole- are taken by the store itself.',
        });
    }
    return runId;
}


/***/ }),

/***/ 18161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ isSaved),
/* harmony export */   Tu: () => (/* binding */ scanFiles),
/* harmony export */   pL: () => (/* binding */ isSafePath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38174);
/** Which files of a run directory a store keeps. */




/** Caches, and what another store keeps in the directory: they would only be in the way on another machine. */
const LOCAL_ROOTS = new Set(['state', 'lease', 'mailbox']);
const LOCAL_FILES = new Set(['progress.ndjson']);
/** `path`: relative to the run directory, with `/`. */
function isSaved(path) {
    if (path === _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .OUTPUT_REF */ .i3)
        return true;
    const parts = path.split('/');
    if (LOCAL_ROOTS.has(parts[0] ?? '') || LOCAL_FILES.has(path))
        return false;
    return parts.every((part) => part !== '' &&
        part !== '.' &&
        part !== '..' &&
        part.toLowerCase() !== '.git' &&
        !part.startsWith('tmp-'));
}
/** Safe to write below a run directory; what a store holds may have any name. */
function isSafePath(path) {
    return isSaved(path) && !/[\\\0]/.test(path) && !/^[A-Za-z]:/.test(path);
}
/** Regular files below `root` (`''`: everything), never through a symbolic link. */
function scanFiles(runDir, root) {
    const found = [];
    const walk = (directory) => {
        let entries;
        try {
            entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, directory), { withFileTypes: true });
        }
        catch (error) {
            if ((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .isMissing */ .b2)(error))
                return;
            throw error;
        }
        for (const entry of entries) {
            const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
            if (entry.isDirectory()) {
                if (path === 'state' || isSaved(path))
                    walk(path);
            }
            else if (entry.isFile() && isSaved(path)) {
                const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path), { throwIfNoEntry: false });
                if (stat !== undefined)
                    found.push({ path, mtimeMs: stat.mtimeMs });
            }
        }
    };
    walk(root);
    return found;
}


/***/ }),

/***/ 23405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** Version of the engine, recorded in every run; a test holds it to package.json. */
const VERSION = '0.1.0';


/***/ })

};
