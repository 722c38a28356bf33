import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 50296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mc: () => (/* binding */ INPUTS)
});

// UNUSED EXPORTS: COMMANDS, OUTPUTS

;// CONCATENATED MODULE: ./lib/action/input-kinds.js
/** How the texts of action inputs are read; see inputs.ts. */
const input_kinds_text = { type: 'text' };
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
        kind: input_kinds_text,
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
        description: 'After this long in one job the run is saved and the workflow dispatched again; 0: never.',
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
        kind: { type: 'lines' },
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
        kind: { type: 'lines' },
        default: 'failed,canceled',
        description: 'Statuses that make the job red.',
    },
    redact: {
        kind: { type: 'lines' },
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
    matrix: 'JSON `{"include":[…]}` of external effects, for `strategy.matrix`.',
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ne: () => (/* binding */ jobUrl),
/* harmony export */   OX: () => (/* binding */ defaultRunId),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   ph: () => (/* binding */ workspaceCommit)
/* harmony export */ });
/* unused harmony export workflowRunUrl */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(21792);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/* harmony import */ var _operations_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3553);
/** Where the Action finds itself: the job, the event, the repository. Read once, from the runner's environment. */





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
    const parts = [event.workflowRunId, event.job, ownStep, index].filter((part) => part !== '');
    return parts
        .join('-')
        .replace(/[^A-Za-z0-9._-]/g, '-')
        .replace(/\.{2,}/g, '.')
        .slice(0, 64)
        .replace(/[.]+$/, '');
}
const head = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ pull_request: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ head: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }) }) });
/**
 * The commit that the workspace has checked out; '' outside git. Of a pull request's merge commit, which nobody can
 * name later, the head stands for it (T1).
 */
function workspaceCommit(event) {
    const commit = (0,_operations_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .commitOf */ .D)(event.workspace);
    const isMerge = event.ref.startsWith('refs/pull/') && commit === event.sha;
    return (isMerge ? head.safeParse(event.payload).data?.pull_request.head.sha : undefined) ?? commit;
}
const workflowRunUrl = (event) => `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}/attempts/${event.workflowAttempt}`;
const jobUrl = (event, jobId) => jobId === ''
    ? workflowRunUrl(event)
    : `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}/job/${jobId}`;


/***/ }),

/***/ 11059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   rg: () => (/* binding */ keyLines)
/* harmony export */ });
/* unused harmony export allowed */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(21792);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(74214);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1005);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76786);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(50296);
/** Reads the action inputs: each is parsed, and a bad one is an error that names it, its value and what is allowed. */





/** What a person may write; the words stand in messages and in the documentation. */
function allowed(kind) {
    switch (kind.type) {
        case 'text':
            return 'text';
        case 'lines':
            return 'a list, by comma or newline';
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
function schemaOf(kind) {
    const trimmed = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().trim();
    switch (kind.type) {
        case 'text':
            return zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP();
        case 'lines':
            return trimmed.transform((text) => text
                .split(/[\n,]/)
                .map((line) => line.trim())
                .filter((line) => line !== ''));
        case 'choice':
            return trimmed.pipe(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(kind.values));
        case 'boolean':
            return trimmed
                .toLowerCase()
                .pipe(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['true', 'false']))
                .transform((value) => value === 'true');
        case 'count':
            return trimmed.regex(/^\d+$/).transform(Number).pipe(zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().min(kind.min).max(kind.max));
        case 'duration':
            return trimmed.transform((value, context) => {
                try {
                    return (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(value, 'duration');
                }
                catch {
                    context.addIssue({ code: 'custom', message: 'no duration' });
                    return zod__WEBPACK_IMPORTED_MODULE_5__/* .NEVER */ .tm;
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
                    return zod__WEBPACK_IMPORTED_MODULE_5__/* .NEVER */ .tm;
                }
            });
        case 'run-id':
            return trimmed.refine((value) => value === '' || (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunId */ .Pk)(value));
    }
}
/**
 * Parses every input. `raw` gives the text of one ('' when it is not set): what the workflow or the dispatch event
 * says; an empty text takes the default.
 * @throws UsageError naming the first bad input, its value and what is allowed; nothing has been done by then
 */
function parseInputs(raw) {
    const parsed = {};
    for (const [name, spec] of Object.entries(_contract_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc)) {
        const said = raw(name);
        const value = said.trim() === '' ? literalDefault(spec.default) : said;
        const result = schemaOf(spec.kind).safeParse(value);
        if (!result.success) {
            const why = spec.kind.type === 'json' ? ` (${result.error.issues[0]?.message ?? ''})` : '';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`Input \`${name}\` is ${shown(value)}${why}; allowed: ${allowed(spec.kind)}`, {
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
const keyLines = (inputs) => inputs['signing-key']
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');


/***/ }),

/***/ 54764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ isForkEvent),
/* harmony export */   Cf: () => (/* binding */ dispatchInputs),
/* harmony export */   OH: () => (/* binding */ isPullEvent),
/* harmony export */   Pp: () => (/* binding */ issueNumber),
/* harmony export */   oQ: () => (/* binding */ intentOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21792);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(50296);
/**
 * From a GitHub event to what is to be done. Pure: event name, payload and inputs in, an intent out. Whatever an
 * event carries is data; what this file does not know is ignored, politely.
 */


const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().positive();
const issueComment = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    comment: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id, body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish() }),
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: id }),
});
const review = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    review: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id, node_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish() }),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: id }),
});
const subject = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: id, pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional() }).optional(),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: id }).optional(),
});
const dispatch = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ inputs: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).nullish() });
const pullRequest = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ repo: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish() }) }),
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
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
    for (const [name, spec] of Object.entries(_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc)) {
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
/** True for a pull request from a fork, or from a repository that is gone: its token can write nothing. */
function isForkEvent(payload) {
    const { data } = pullRequest.safeParse(payload);
    return data !== undefined && data.pull_request.head.repo?.full_name !== data.repository.full_name;
}
function intentOf(eventName, payload, inputs) {
    const { command, runId } = inputs;
    const issue = issueNumber(inputs.issue, payload);
    if (command === 'sweep' || command === 'check')
        return { type: command };
    if (command === 'start')
        return { type: 'start', issue };
    if (command === 'resume')
        return runId === '' ? ignore('`resume` needs a `run-id`') : { type: 'resume', runId };
    if (command !== 'auto')
        return { type: 'command', command, runId };
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
    return { type: 'comment', commentId: comment.id, issue: issue.number, text: comment.body ?? '' };
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
    const { id: reviewId, node_id: nodeId, body } = data.review;
    return { type: 'review', reviewId, nodeId, pullRequest: data.pull_request.number, text: body ?? '' };
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

/***/ 13398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ coreIo)
/* harmony export */ });
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76786);
/** What the Action says to the runner. @actions/core does the speaking; tests pass a literal. */

async function coreIo() {
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(459), __nccwpck_require__.e(61)]).then(__nccwpck_require__.bind(__nccwpck_require__, 13061));
    const unsaved = new Set();
    return {
        output: (name, value) => core.setOutput(name, value),
        notice: (message) => core.notice(message),
        warning: (message, at) => core.warning(message, at && { file: at.file, startLine: at.line }),
        error: (message, at) => core.error(message, at && { file: at.file, startLine: at.line }),
        line: (text) => core.info(text),
        group: (title) => core.startGroup(title),
        endGroup: () => core.endGroup(),
        mask: (secret) => core.setSecret(secret),
        async summary(markdown) {
            await core.summary.addRaw(markdown, true).write();
        },
        isPost() {
            if (core.getState('main') !== '')
                return true;
            core.saveState('main', 'true');
            return false;
        },
        unsaved(runId, is) {
            if (is)
                unsaved.add(runId);
            else
                unsaved.delete(runId);
            core.saveState('unsaved', [...unsaved].join(' '));
        },
        unsavedRuns: () => core.getState('unsaved').split(' ').filter(_journal_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunId */ .Pk),
    };
}


/***/ }),

/***/ 74895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ actorOf),
/* harmony export */   k: () => (/* binding */ openOurs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(21792);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4826);
/** What one job step of the Action works with, and what holds for every run that it touches. */



const sent = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sender: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().positive() }) });
/** Who triggered this job. The event knows the number of its sender, whom a new name does not hide. */
function actorOf({ actor, payload }) {
    const sender = sent.safeParse(payload).data?.sender;
    return { login: actor, ...(sender?.login === actor ? { id: sender.id } : {}) };
}
/**
 * Opens a run that this job may drive; undefined: it belongs to another workflow, which is none of our business.
 * @throws RunNotFoundError; LonghaulError when it was started in another repository or for another entry
 */
async function openOurs(job, runId) {
    const { event, store } = job;
    const run = await store.open(runId);
    const { created } = run.load({ damaged: true }).state;
    if (created?.repository !== undefined && created.repository !== event.repository) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LonghaulError */ .BQ('OTHER_REPOSITORY', `Run ${runId} was started in ${created.repository}; this is ${event.repository}`, { hint: 'Carry it on in the repository that it belongs to.' });
    }
    if (created?.workflow !== undefined && event.workflow !== '' && created.workflow !== event.workflow)
        return undefined;
    refuseOtherEntry(job, run);
    return run;
}
/** T1: the entry must be one of the lines of `process:`. */
function refuseOtherEntry({ event, inputs, store }, run) {
    if (inputs.process.length === 0)
        return;
    const recorded = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(store.importDir(run.runId), run.metadata().entrypoint.importPath);
    const known = inputs.process.map((line) => node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(event.workspace, line.replace(/#[^#]*$/, '')));
    if (known.includes(recorded))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LonghaulError */ .BQ('OTHER_ENTRY', `Run ${run.runId} was started for ${node_path__WEBPACK_IMPORTED_MODULE_0__.relative(event.workspace, recorded)}, which \`process\` does not name`, {
        hint: 'Add it as a further line of `process:` if it was moved; otherwise this workflow is not the one that the run belongs to.',
    });
}


/***/ }),

/***/ 75139:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/* harmony import */ var _github_octokit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(36358);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(94504);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(11059);
/* harmony import */ var _intent_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(54764);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(13398);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(59284);
/* harmony import */ var _time_limit_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(78637);
/** The Action's front door: main step and post step in one bundle, told apart by the state that main leaves. */








const env = process.env;
/** The runner hands an input over in the environment, in capitals. */
const stepInput = (name) => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
function read(io) {
    const event = (0,_event_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j_)(env);
    const dispatched = (0,_intent_js__WEBPACK_IMPORTED_MODULE_4__/* .dispatchInputs */ .Cf)(event.name, event.payload);
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)((name) => dispatched[name] ?? stepInput(name));
    for (const secret of [...inputs.redact, ...(0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .keyLines */ .rg)(inputs)])
        io.mask(secret);
    return { event, inputs, runIdFromEvent: dispatched['run-id'] !== undefined };
}
async function main(io) {
    const { event, inputs, runIdFromEvent } = read(io);
    const intent = (0,_intent_js__WEBPACK_IMPORTED_MODULE_4__/* .intentOf */ .oQ)(event.name, event.payload, {
        command: inputs.command,
        runId: inputs['run-id'],
        runIdFromEvent,
        issue: inputs.issue,
        hasProcess: inputs.process.length > 0 || inputs.question !== '',
    });
    const shutdown = new AbortController();
    const drain = new AbortController();
    const cancel = new AbortController();
    // The runner's cancel button: SIGINT, SIGTERM after 7.5 s, the end of everything 2.5 s later.
    const first = inputs['on-runner-cancel'] === 'cancel' ? cancel : shutdown;
    process.on('SIGINT', () => first.abort('the workflow run was cancelled'));
    process.on('SIGTERM', () => shutdown.abort('the workflow run was cancelled'));
    const disarm = (0,_time_limit_js__WEBPACK_IMPORTED_MODULE_7__/* .armTimeLimit */ .Fr)(inputs['time-limit'], process.uptime() * 1000, () => drain.abort(), () => shutdown.abort('time limit'));
    const github = (0,_github_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .octokitPort */ .h)({ token: inputs.token, repository: event.repository });
    const owner = (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .jobOwner */ .n_)(inputs, event, env);
    const store = (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .openStore */ .Ch)(inputs, event, env, {
        jobs: github,
        owner,
        warn: (message) => io.warning(message),
    });
    const { runIntent } = await Promise.all(/* import() */[__nccwpck_require__.e(104), __nccwpck_require__.e(92)]).then(__nccwpck_require__.bind(__nccwpck_require__, 44092));
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
    const { event, inputs } = read(io);
    const github = (0,_github_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .octokitPort */ .h)({ token: inputs.token, repository: event.repository });
    const owner = (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .jobOwner */ .n_)(inputs, event, env);
    const store = (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .openStore */ .Ch)(inputs, event, env, {
        jobs: github,
        owner,
        warn: (message) => io.warning(message),
    });
    const { savePost } = await __nccwpck_require__.e(/* import() */ 416).then(__nccwpck_require__.bind(__nccwpck_require__, 98416));
    try {
        return await savePost({ io, store, owner, workspace: event.workspace }, unsaved);
    }
    finally {
        store.close?.();
    }
}
/** What to do next in a workflow, where the error itself speaks of the command line. */
const HINTS = {
    RUN_EXISTS: 'Choose another `run-id`, or carry this one on with `command: resume`.',
    RUN_NOT_FOUND: 'Runs are the branches of the repository under the prefix of `branch`; ended ones are archived.',
    DAMAGED: 'Check out the run’s branch and see every finding with `npx longhaul run:verify`.',
};
const hintOf = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ ? (HINTS[error.code] ?? error.hint) : '';
const io = await (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .coreIo */ .I)();
try {
    const failure = await (io.isPost() ? post(io) : main(io));
    if (failure !== undefined) {
        io.error(failure);
        process.exitCode = 1;
    }
}
catch (error) {
    const hint = hintOf(error);
    io.error(`${error instanceof Error ? error.message : String(error)}${hint === '' ? '' : `\n${hint}`}`);
    process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 59284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n_: () => (/* binding */ jobOwner),
  Ch: () => (/* binding */ openStore),
  GV: () => (/* binding */ runtimeOf),
  DI: () => (/* binding */ workDirectory)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(4826);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __nccwpck_require__(76786);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __nccwpck_require__(78091);
// EXTERNAL MODULE: ./lib/journal/open-run.js
var open_run = __nccwpck_require__(11205);
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

// EXTERNAL MODULE: ./lib/journal/digest.js
var journal_digest = __nccwpck_require__(41597);
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
/** The paragraph. What does not have its shape is left out: nothing that a person wrote gets in. */
function formatTrailers(run) {
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
        lines.push(`Lease: ${formatLease(run.lease)}`);
    return `${lines.join('\n')}\n`;
}
/**
 * `<epoch> held|released <token> <engine> [<startedAt>] [until=…] [process=pid/start/boot/host]
 * [job=run/attempt/job/limit] [url=…]`. Every part is encoded, so that no host name or address breaks the line.
 * `startedAt` is left out where the token, a ULID, carries it: each save has this line.
 */
function formatLease({ epoch, owner, released, expiresAt }) {
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
        words.push(`job=${encode([job.workflowRunId, job.workflowAttempt, job.jobId, job.limitMinutes], '/')}`, `url=${encode([job.url], '')}`);
    }
    return words.join(' ').replaceAll('%3A', ':');
}
/** undefined for a commit that is no save of a run: other people have branches, too. */
function parseTrailers(message) {
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
    const lease = parseLease(values.get('lease')?.[0]);
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
function parseLease(value) {
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
        const url = named.get('url')?.join('/') ?? '';
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

;// CONCATENATED MODULE: ./lib/stores/branch/run-index.js



const RUNS = 'refs/runs/';
const ARCHIVE = 'refs/archive/';
const MAIL = 'refs/mail/';
/** `git`: a repository for this alone; 3 requests whatever the number of runs and the length of their journals. */
async function readIndex(git, refs, { withMail = false } = {}) {
    const patterns = [`+${refs.pattern}:${RUNS}*`, `+${ARCHIVE_REF}*:${ARCHIVE}archive*`];
    if (withMail)
        patterns.push(`+${MAIL_ROOT}*:${MAIL}*`);
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
        const trailers = parseTrailers(fields[i + 1] ?? '');
        if (runId !== undefined && trailers !== undefined)
            index.rows.push({ ...trailers, runId, ref, commit, hasMail: mail.has(runId) });
    }
    return index;
}
async function runsWithMail(git) {
    const names = (await git.read(['for-each-ref', '--format=%(refname)', MAIL])).toString().split('\n');
    return new Set(names.map((name) => name.slice(MAIL.length).split('/')[0] ?? ''));
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
/** Those that report on an issue or wait there; of one workflow file where it is named. */
function runsOn(rows, issue, workflow) {
    return rows
        .filter((row) => row.workflow === undefined || workflow === undefined || row.workflow === workflow)
        .map(({ runId, status, attempt, waitingOn, issue: reports }) => ({
        row: {
            runId,
            status,
            attempt,
            refs: waitingOn.filter((one) => one.issue === issue).map(({ ref }) => ref),
        },
        isHere: reports === issue,
    }))
        .filter(({ row, isHere }) => isHere || row.refs.length > 0)
        .map(({ row }) => row);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: ./lib/journal/codec.js
var codec = __nccwpck_require__(75283);
// EXTERNAL MODULE: ./lib/journal/json.js
var json = __nccwpck_require__(68651);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __nccwpck_require__(9138);
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
var journal_state = __nccwpck_require__(40089);
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

// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __nccwpck_require__(16955);
// EXTERNAL MODULE: ./lib/stores/branch/tree.js
var tree = __nccwpck_require__(13969);
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
        if (!(0,tree/* isSafePath */.pL)(path))
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
var promises_ = __nccwpck_require__(58500);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(31421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
;// CONCATENATED MODULE: ./lib/stores/owner.js
/** Who drives a run, and whether that one is still alive. */




const thisMachine = {
    host: external_node_os_.hostname,
    bootId() {
        if (process.platform !== 'linux')
            return '';
        return [readText('/proc/sys/kernel/random/boot_id').trim(), pidNamespace()].filter(Boolean).join('.');
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

;// CONCATENATED MODULE: ./lib/stores/branch/liveness.js

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

// EXTERNAL MODULE: ./lib/stores/artifact/names.js
var names = __nccwpck_require__(30391);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __nccwpck_require__(79435);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __nccwpck_require__(21792);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/errors.js
var core_errors = __nccwpck_require__(46150);
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
const UNSIGNED = new Set(['UNSIGNED', 'UNKNOWN_KEY', 'FORGED']);
class RunClaim {
    #place;
    #runId;
    #name;
    #mine;
    /** Claims that were found to be over, by artifact id. */
    #over = new Set();
    constructor(place, runId) {
        this.#place = place;
        this.#runId = runId;
        this.#name = (0,names/* claimName */.cB)(runId);
    }
    /**
     * Takes the claim: 4 requests to upload it, 1 to see that it is alone.
     * @param force takes it whoever else has one
     * @throws LeaseLostError naming who has it; LonghaulError CLAIM_STUCK
     */
    async take(claim, known, force) {
        if (this.#mine?.owner.token === claim.owner.token && this.#mine.epoch === claim.epoch)
            return;
        await this.withdraw();
        const seen = new Map();
        for (let attempt = 1;; attempt++) {
            const began = performance.now();
            const other = await this.#try(claim, known, force);
            if (other === undefined)
                return;
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
    /** undefined once the claim is ours; otherwise who has one, and ours is withdrawn. */
    async #try(claim, known, force) {
        const { client } = this.#place.ports;
        const label = { kind: 'claim', runId: this.#runId.toLowerCase() };
        const put = await this.#place.put(this.#name, this.#place.seal(label, claim, Buffer.alloc(0)));
        if (put.kind === 'taken') {
            const there = await this.#inTheWay();
            const other = await this.#judge(there, known);
            if (other !== undefined && !force)
                return { id: there.id, owner: other.owner };
            await client.remove(this.#name);
            return this.#try(claim, known, force);
        }
        this.#mine = { ...claim, id: put.id };
        if (force)
            return undefined;
        const other = await this.#other(known);
        if (other !== undefined)
            await this.withdraw();
        return other;
    }
    /** What has the name in this workflow run: an upload of another job may be under way, or have broken off. */
    async #inTheWay() {
        for (let look = 1; look <= this.#place.ports.retry.attempts; look++) {
            const there = await this.#place.mine(this.#name);
            if (there !== undefined)
                return there;
            await this.#place.pause(look);
        }
        throw this.#stuck();
    }
    /** Who drives the run, as far as its claims tell; undefined: nobody, or somebody who is dead. One request, as a rule. */
    async holder() {
        return (await this.#other({ epoch: 0, released: true }))?.owner;
    }
    /** Another live claim. One request as long as nothing changes. */
    async #other(known) {
        for (const artifact of await this.#place.ports.rest.named(this.#name)) {
            if (artifact.id === this.#mine?.id || artifact.expired || this.#over.has(artifact.id))
                continue;
            const claim = await this.#judge(artifact, known);
            if (claim !== undefined)
                return { ...claim, id: artifact.id };
        }
        return undefined;
    }
    /** The claim, if its owner may still act on it. */
    async #judge(artifact, { epoch, released }) {
        if (!(await this.#place.isTrusted(artifact))) {
            this.#over.add(artifact.id);
            return undefined;
        }
        let claim;
        try {
            const { data } = await this.#place.fetch(artifact, 'claim', this.#runId.toLowerCase());
            claim = readClaim(data, artifact.name);
        }
        catch (error) {
            if (!(error instanceof errors/* LonghaulError */.BQ))
                throw error;
            if (error.code === 'ARTIFACT_GONE')
                return undefined; // withdrawn
            if (!UNSIGNED.has(error.code))
                throw error;
            // Somebody without the key claims the run: that keeps nobody from driving it.
            this.#place.ports.warn(error.message);
            this.#over.add(artifact.id);
            return undefined;
        }
        const note = { ...claim, released: released && claim.epoch <= epoch };
        if ((await holderOfNote(note, this.#place.ports)) !== undefined)
            return claim;
        this.#over.add(artifact.id);
        return undefined;
    }
    /**
     * Before each save. A claim that stands above ours ends our lease; one below it is of somebody who is about to
     * withdraw. @throws LeaseLostError
     */
    async check(known) {
        const other = await this.#other(known);
        const mine = this.#mine;
        if (other === undefined || mine === undefined)
            return;
        const isAbove = other.epoch > mine.epoch || (other.epoch === mine.epoch && other.owner.token < mine.owner.token);
        if (isAbove)
            throw new errors/* LeaseLostError */.Jd(this.#runId, describeOwner(other.owner));
    }
    /** Lets it go. What is left behind ends with this job. */
    async withdraw() {
        if (this.#mine === undefined)
            return;
        const { id } = this.#mine;
        this.#mine = undefined;
        this.#over.add(id);
        await this.#place.ports.client.remove(this.#name);
    }
    #stuck() {
        return new errors/* LonghaulError */.BQ('CLAIM_STUCK', `The upload of ${this.#name} broke off in this workflow run; its name is in use there and shows nothing`, {
            path: this.#name,
            hint: 'Nothing was driven. Start the workflow anew, or re-run it: a new attempt has names of its own.',
        });
    }
}

// EXTERNAL MODULE: ./lib/stores/artifact/client.js
var client = __nccwpck_require__(17684);
// EXTERNAL MODULE: ./lib/journal/atomic.js
var atomic = __nccwpck_require__(42168);
// EXTERNAL MODULE: ./lib/journal/reader.js
var journal_reader = __nccwpck_require__(38174);
;// CONCATENATED MODULE: ./lib/stores/branch/changes.js
/** What a save has to carry: files touched since the one before, read now, and the events among them. */






/** GitHub recommends 1 MB an object: of a longer log the branch gets the end. */
const LOG_BYTES = 1024 * 1024;
/** GitHub refuses a push with an object over 100 MB. */
const MAX_BYTES = 95 * 1024 * 1024;
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
        const wanted = new Set(touched.filter(tree/* belongsOnBranch */.ge));
        const removed = [];
        if (everything || since === 0) {
            const all = (0,tree/* scanFiles */.Tu)(runDir, '');
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
            .filter((file) => blobs.get(file.path) !== blobId(file.content));
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
            .flatMap((root) => (0,tree/* scanFiles */.Tu)(runDir, root))
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
        if (stat.size > MAX_BYTES && !isLog) {
            const megabytes = Math.round(stat.size / 1024 / 1024);
            if (!/^(artifacts|tasks\/[^/]+\/artifacts)\//.test(path)) {
                throw new errors/* LonghaulError */.BQ('TOO_LARGE', `${path} has ${megabytes} MB; GitHub takes no file over 100 MB, so the run cannot be saved with it`, {
                    path: file,
                    hint: 'Let the task write it to LONGHAUL_ARTIFACTS_DIR and return its name.',
                });
            }
            this.#warn(`${path} has ${megabytes} MB; GitHub takes no file over 100 MB, so it is not on the branch. Upload it with actions/upload-artifact.`);
            return undefined;
        }
        const content = (0,external_node_fs_.readFileSync)(file);
        return { path, content: isLog ? endOf(content) : content, executable: (stat.mode & 0o100) !== 0 };
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
            this.#copy.blobs.set(path, blobId(content));
        for (const path of batch.removed)
            this.#copy.blobs.delete(path);
    }
}
/** The name that git gives to a content. */
function blobId(content) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
function endOf(log) {
    if (log.length <= LOG_BYTES)
        return log;
    const note = Buffer.from(`[longhaul: the first ${log.length - LOG_BYTES} bytes are not on the branch]\n`);
    return Buffer.concat([note, log.subarray(log.length - LOG_BYTES)]);
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
        if (!isFile || !(0,tree/* isSafePath */.pL)(path)) {
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
    for (const { path } of (0,tree/* scanFiles */.Tu)(runDir, ''))
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
    return (0,tree/* scanFiles */.Tu)(runDir, 'journal')
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

// EXTERNAL MODULE: ./lib/journal/restore.js
var restore = __nccwpck_require__(97879);
// EXTERNAL MODULE: ./lib/journal/sync-log.js
var sync_log = __nccwpck_require__(91305);
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
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(layout/* paths */.f0.lease(runDir));
    }
    catch (error) {
        if (!(0,journal_reader/* isMissing */.b2)(error))
            throw error;
        names = [];
    }
    const entries = names.flatMap((file) => {
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
                unlinkIfThere(epochFile(runDir, record.epoch));
                continue;
            }
            const bootId = machine.bootId();
            const lease = new DirectoryLease(runDir, runId, record, before?.owner, { trace, bootId });
            try {
                (0,restore/* restoreFiles */.Ce)(runDir, bootId, (options.now ?? Date.now)());
            }
            catch (error) {
                lease.release();
                throw error;
            }
            for (const { file } of listLease(runDir).lower)
                unlinkIfThere((0,external_node_path_.join)(directory, file));
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
            unlinkIfThere((0,external_node_path_.join)(layout/* paths */.f0.lease(this.#runDir), file));
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
function unlinkIfThere(path) {
    try {
        (0,external_node_fs_.unlinkSync)(path);
    }
    catch (error) {
        if (!(0,journal_reader/* isMissing */.b2)(error))
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/stores/artifact/copy.js
/** The run directory of a run on the artifact store, and which artifact it stands for. */









class ArtifactCopy {
    runDir;
    #runId;
    #file;
    #ports;
    /** What is saved: ids of the contents by path. */
    blobs = new Map();
    /** A line of the archive for each file that is saved: a save packs them all, and reads only what changed. */
    lines = new Map();
    /** See WorkingCopy. */
    savedUntil = 0;
    /** The artifact that the directory is at, or ahead of; undefined: another process may be writing it. */
    stands;
    constructor(workDir, runId, ports) {
        this.runDir = (0,external_node_path_.join)(workDir, runId);
        this.#runId = runId;
        this.#file = (0,external_node_path_.join)(workDir, '.longhaul', 'base', `${runId}.json`);
        this.#ports = ports;
    }
    note(artifact) {
        this.stands = artifact;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.#file), { recursive: true });
        (0,atomic/* replaceFile */.fR)(this.#file, JSON.stringify({ artifact }));
    }
    saved(files, removed) {
        for (const file of files) {
            this.blobs.set(file.path, blobId(file.content));
            this.lines.set(file.path, archiveLine(file));
        }
        for (const path of removed) {
            this.blobs.delete(path);
            this.lines.delete(path);
        }
    }
    /**
     * Makes the directory stand for the artifact. One that is ahead of exactly this one stays as it is: its driver
     * died or could not save. Steps on top of another are set aside, never mixed in and never deleted.
     */
    reach(artifact, files) {
        this.stands = undefined;
        this.blobs.clear();
        this.lines.clear();
        this.saved(files, []);
        const base = (0,decode/* parseJson */.qF)((0,journal_reader/* readIfThere */.qC)(this.#file) ?? '');
        const isThere = (0,journal_reader/* readIfThere */.qC)((0,external_node_path_.join)(this.runDir, 'run.json')) !== undefined;
        if (isThere && (0,decode/* isObject */.Gv)(base) && base.artifact === artifact) {
            this.savedUntil = 0;
            this.stands = artifact;
            return;
        }
        if (holderOf(this.runDir, this.#ports.machine, this.#ports.now()) !== undefined)
            return;
        const unsaved = unsavedEvents(files, this.runDir);
        if (unsaved.length > 0) {
            const aside = setAside(this.runDir, this.#ports.now());
            this.#ports.warn(`${unsaved.length} events of run ${this.#runId} were never saved and the run went on without them; they are kept in ${aside}`);
        }
        writeFiles(files, this.runDir);
        this.note(artifact);
        this.savedUntil = Date.now();
    }
    /** For a run that is about to be made: leftovers of an attempt that failed are set aside. */
    clear() {
        setAside(this.runDir, this.#ports.now());
        (0,external_node_fs_.rmSync)(this.#file, { force: true });
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
    const lists = await Promise.all((0,names/* stateNames */.U0)(runId).map((name) => place.ports.rest.named(name)));
    return lists.flat().sort((a, b) => b.id - a.id);
}
/** Positive when `a` stands above `b`: by epoch, of one epoch the driver that started first, then by generation. */
function compareHeads(a, b) {
    const token = ({ lease }) => lease?.owner.token ?? '';
    if (a.row.epoch !== b.row.epoch)
        return a.row.epoch - b.row.epoch;
    if (token(a) !== token(b))
        return token(a) < token(b) ? 1 : -1;
    return a.row.generation - b.row.generation;
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

;// CONCATENATED MODULE: ./lib/stores/watch.js
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
    const { parseMessage } = await __nccwpck_require__.e(/* import() */ 239).then(__nccwpck_require__.bind(__nccwpck_require__, 20239));
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
        const { checkMessage } = await __nccwpck_require__.e(/* import() */ 239).then(__nccwpck_require__.bind(__nccwpck_require__, 20239));
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
        try {
            return (0,external_node_fs_.readdirSync)(this.#directory)
                .filter((file) => file.endsWith('.json') && !file.startsWith('tmp-'))
                .map((file) => file.slice(0, -'.json'.length))
                .sort();
        }
        catch (error) {
            if ((0,journal_reader/* isMissing */.b2)(error))
                return [];
            throw error;
        }
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
        for (const name of names) {
            try {
                (0,external_node_fs_.unlinkSync)((0,external_node_path_.join)(this.#directory, `${name}.json`));
            }
            catch (error) {
                if (!(0,journal_reader/* isMissing */.b2)(error))
                    throw error;
            }
        }
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
        this.#exact = (0,names/* mailName */.pe)(runId);
        this.#done = new Set(done);
    }
    get #label() {
        return { kind: 'mail', runId: this.#runId.toLowerCase() };
    }
    /** One after another: a job's messages would only be in each other's way. */
    async deliver(message) {
        const { checkMessage } = await __nccwpck_require__.e(/* import() */ 239).then(__nccwpck_require__.bind(__nccwpck_require__, 20239));
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
        for (const name of (0,names/* fallbacks */.au)(this.#exact, this.#place.ports.job.jobId)) {
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
                if ((0,names/* isFallback */.RX)(artifact.name, this.#exact))
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
            if (error.code !== 'BAD_ARTIFACT')
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(38522);
;// CONCATENATED MODULE: ./lib/stores/artifact/parcel.js
/**
 * What an artifact of ours holds: gzip of three parts. The first line says what it is and holds the digest of the
 * body, the second is the signature of the first (empty without a key), the rest is the body.
 */





const MiB = 1024 * 1024;
/** Unpacked, and so in memory. */
const parcel_MAX_BYTES = 1024 * MiB;
/** Up to here any ratio will do: a journal of equal steps is very regular. */
const SMALL = 64 * MiB;
const MAX_RATIO = 200;
const mayUnpackTo = (packed) => Math.min(parcel_MAX_BYTES, Math.max(SMALL, packed * MAX_RATIO));
function signedParts(label, head) {
    return { store: 'artifact', runId: label.runId, parts: [label.kind, head] };
}
/** @throws LonghaulError TOO_LARGE for what could not be read again */
function sealParcel(label, data, body, signing) {
    const head = JSON.stringify({ longhaul: 1, ...label, body: (0,journal_digest/* sha256 */.sc)(body), data });
    const signature = signing === undefined
        ? ''
        : sign(signing.keys, { ...signedParts(label, head), repository: signing.repository });
    const raw = Buffer.concat([Buffer.from(`${head}\n${signature}\n`), body]);
    if (raw.length > parcel_MAX_BYTES) {
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
    const head = (0,decode/* parseJson */.qF)(text);
    if (!(0,decode/* isObject */.Gv)(head) || head.longhaul !== 1 || !(0,decode/* isObject */.Gv)(head.data))
        throw parcel_bad(where, 'it is none of ours');
    for (const key of ['kind', 'repository', 'runId']) {
        if (head[key] !== label[key])
            throw parcel_bad(where, `its ${key} is ${JSON.stringify(head[key] ?? null)}, not ${JSON.stringify(label[key])}`);
    }
    const signature = raw.subarray(first + 1, second).toString();
    const adopted = signing !== undefined && demand(signing, signedParts(label, text), signature, `Artifact ${where}`, where);
    const body = raw.subarray(second + 1);
    if (head.body !== (0,journal_digest/* sha256 */.sc)(body))
        throw parcel_bad(where, 'its content is not the one that it names');
    return { data: head.data, body, adopted };
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
        this.#loading ??= Promise.all(/* import() */[__nccwpck_require__.e(459), __nccwpck_require__.e(361)]).then(__nccwpck_require__.bind(__nccwpck_require__, 97361)).then(({ getOctokit }) => getOctokit(token, { baseUrl: apiUrl, log: QUIET }));
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
var segment_file = __nccwpck_require__(28219);
// EXTERNAL MODULE: ./lib/journal/segments.js
var segments = __nccwpck_require__(84519);
// EXTERNAL MODULE: ./lib/journal/snapshot.js + 1 modules
var snapshot = __nccwpck_require__(98221);
;// CONCATENATED MODULE: ./lib/journal/packer.js





/** A last segment with fewer events than this is written anew together with what follows it. */
const SMALL_SEGMENT = segments/* SEGMENT_EVENTS */.oI / 2;
class Packer {
    #runDir;
    #segments;
    /** Where the snapshot stands, when this driver wrote one. */
    #snapshot = 0;
    #unpacked;
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
    /** Gives up: the next opening of the run reads the files, and packs them. */
    forget() {
        this.#unpacked = [];
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
        const name = (0,layout/* eventFileName */.MS)(event.seq, event.ulid);
        const stamp = known ?? (0,segments/* stampFile */.Gz)(this.#runDir, `journal/${name}`);
        // An event that was read before its stamp was taken is read again: it may have been edited in between.
        const fresh = known === undefined ? (0,journal_reader/* readEvent */.j_)(this.#runDir, { seq: event.seq, ulid: event.ulid, name }) : event;
        return (0,segments/* packEntry */.AR)(this.#runDir, fresh, stamp, resolver);
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
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

;// CONCATENATED MODULE: ./lib/journal/writer.js
/** The open journal of one run, in the hands of its driver. */













// A kill leaves what it had written in the page cache; the next driver makes it durable with its own first save.
const UNSYNCED_MS = 10 * 60_000;
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
        this.#queueUnsynced(loaded.tail);
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
        }
        catch (error) {
            this.#broken = error instanceof Error ? error : new Error(String(error));
            throw error;
        }
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
        // Otherwise all that a long run has done since the last save would wait in memory to be packed. Should it fail, the
        // next save says so.
        if (this.#log !== undefined && this.#packer.due)
            void this.sync().catch(() => { });
        return written;
    }
    #writeEvent(event, name, renamed) {
        const recordedAt = event.recordedAt ?? new Date(this.#now()).toISOString();
        const data = renamed.size === 0 ? event.data : withRefs(event.data, renamed);
        const text = (0,codec/* encodeEvent */.r9)({ type: event.type, recordedAt, data }, this.run.harness);
        this.#trace(`event ${name.seq}`);
        const path = `${this.#journalDir}/${name.name}`;
        let fd;
        try {
            fd = (0,atomic/* createWhole */.cl)(path, text, this.#stateDir);
        }
        catch (error) {
            if ((0,atomic/* isExisting */.a_)(error) && this.#guard !== undefined)
                throw this.#guard.lost();
            throw error;
        }
        const journaled = {
            seq: name.seq,
            ulid: name.ulid,
            type: event.type,
            recordedAt,
            data: data,
        };
        const { size, mtimeMs } = (0,atomic/* stampOf */.Zs)(fd);
        this.#packer.add(journaled, [`journal/${name.name}`, size, mtimeMs]);
        this.#written(fd, `journal/${name.name}`, text);
        (0,journal_state/* applyEvent */.Z8)(this.state, journaled);
        this.#onWritten(`journal/${name.name}`, journaled);
        this.#trace(`after event ${name.seq}`);
        return journaled;
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
            this.#placed(directory);
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
        this.#placed(path.slice(0, path.lastIndexOf('/')));
    }
    #placed(directory) {
        this.#sync.directory(directory);
        this.#sync.directory(directory.slice(0, directory.lastIndexOf('/')));
    }
    /** Everything appended so far is on the disk when this resolves. Callers that come meanwhile share the next round. */
    async sync() {
        if (this.#broken !== undefined)
            throw this.#broken;
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
            this.#packer.pack(this.#resolver, this.state, last);
        }
        catch {
            this.#packer.forget();
        }
    }
    /** Closes what is open. What was not synced stays in the page cache. */
    close() {
        this.#broken ??= new errors/* LonghaulError */.BQ('JOURNAL_CLOSED', `The journal of run ${this.state.runId} is closed`);
        this.#sync.close();
    }
    #queueUnsynced(tail) {
        const since = this.#now() - UNSYNCED_MS;
        for (const event of tail) {
            if ((0,ids/* ulidTime */.cD)(event.ulid) < since)
                continue;
            this.#sync.path(layout/* paths */.f0.event(this.runDir, (0,layout/* eventFileName */.MS)(event.seq, event.ulid)));
            this.#sync.directory(layout/* paths */.f0.journal(this.runDir));
            if (event.seq === 1)
                for (const path of [layout/* paths */.f0.run, layout/* paths */.f0.inputs])
                    this.#sync.path(path(this.runDir));
            const { effectId, resultRef } = event.data;
            if (typeof effectId !== 'string')
                continue;
            const ref = typeof resultRef === 'string' ? resultRef : layout/* refs */.DY.task(effectId);
            this.#sync.path((0,external_node_path_.join)(this.runDir, ref));
            this.#sync.directory((0,external_node_path_.dirname)((0,external_node_path_.join)(this.runDir, ref)));
            this.#sync.directory(layout/* paths */.f0.tasks(this.runDir));
        }
    }
}
function withRefs(data, renamed) {
    const entries = Object.entries(data).map(([key, value]) => [
        key,
        key.endsWith('Ref') && typeof value === 'string' ? (renamed.get(value) ?? value) : value,
    ]);
    return Object.fromEntries(entries);
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
            throw error;
        }
    }
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
        this.#names = (0,names/* stateNames */.U0)(runId);
        this.#newest = newest;
        for (const { name, id } of there)
            this.#there.set(name, id);
    }
    /**
     * Uploads a generation: 4 requests, 2 more to make its name free. Returns the artifact's id.
     * @throws LonghaulError NAMES_USED_UP, UPLOAD_REFUSED, UPLOAD_FAILED; LeaseLostError
     */
    async put(content) {
        const { client, retry } = this.#place.ports;
        for (let attempt = 1;;) {
            const name = this.#next();
            const older = this.#there.get(name);
            if (older !== undefined)
                await client.remove(name);
            const put = await this.#place.put(name, content);
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
                throw new errors/* LeaseLostError */.Jd(this.#runId, 'another job of this workflow run');
            if (attempt++ === retry.attempts)
                throw this.#notReplaced(name);
            await this.#place.pause(attempt);
        }
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
    #isRenewal = false;
    #released = false;
    #lost;
    constructor(parts) {
        this.#parts = parts;
        this.loaded = parts.loaded;
        const { head, id } = parts.before;
        const { issue, waitingOn } = head.row;
        this.#generation = head.row.generation;
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
                copy.saved(batch.files.map(({ path, content, executable }) => ({
                    path,
                    content: Buffer.from(content),
                    executable: executable === true,
                })), batch.removed);
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
    /** The first time 13 requests at most, later 7, whatever the length of the run. */
    async #upload(last, mailDone) {
        const { place, copy, claim, index, moved, note } = this.#parts;
        const known = { epoch: note.epoch - 1, released: true };
        if (this.#slots === undefined)
            this.#slots = await this.#take();
        else
            await claim.check(known);
        const head = this.#head(last, mailDone);
        const label = { kind: 'run', runId: head.row.summary.runId.toLowerCase() };
        const id = await this.#slots.put(place.seal(label, head, archive(copy.lines.values())));
        this.#generation = head.row.generation;
        this.#judged.push(id);
        copy.note(id);
        moved(id, head);
        if (last)
            await claim.withdraw();
        // A comment on what was just announced has to find the run.
        if (last || this.#queue.isIndexNew)
            await index.tell(head.row);
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
        copy.note(before.id);
        return new Slots(place, summary.runId, mine, mine.find(({ id }) => id === before.id)?.name);
        function isListed(id) {
            return id === before.id || listed.some((artifact) => artifact.id === id);
        }
    }
    #head(last, mailDone) {
        const { note, before, place } = this.#parts;
        const { state } = this.journal;
        const { issue, waitingOn = [], lookAt = '' } = this.#queue.index;
        const now = place.ports.now();
        const summary = summaryOf(before.head.row.summary.runId, state, now);
        if (state.terminal === undefined &&
            lookAt !== '' &&
            !(summary.wakeAt !== undefined && summary.wakeAt < lookAt))
            summary.wakeAt = lookAt;
        const { workflow } = state.created ?? {};
        return {
            row: {
                summary,
                epoch: note.epoch,
                generation: this.#generation + 1,
                savedAt: new Date(now).toISOString(),
                attempt: state.attempt,
                waitingOn: state.terminal === undefined ? [...waitingOn] : [],
                ...(issue !== undefined && { issue }),
                ...(workflow !== undefined && { workflow }),
            },
            seq: state.head.seq,
            lease: { ...note, released: last },
            judged: this.#judged,
            mailDone,
            adopted: [
                ...before.head.adopted,
                ...(before.adopted ? [`artifact ${before.id} by ${note.owner.job?.url ?? note.owner.token}`] : []),
            ],
        };
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
                copy.reach(artifact.id, unarchive(body, `${artifact.name} (${artifact.id})`));
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
        const { place, copy, claim, index } = this.#parts;
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
            return new ArtifactLease({
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
                before: this.#seen,
                moved: (id, head) => {
                    this.#seen = { id, head, adopted: false };
                    this.#isStale = true;
                },
            });
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
    read() {
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
    #mine;
    #putting = Promise.resolve();
    constructor(place) {
        this.#place = place;
    }
    /** Adds what this job knows of a run: 4 requests, 2 more when it had said something before. */
    put(row, judged = [], rows = []) {
        const put = this.#putting.then(() => this.#put([...rows, row], judged));
        this.#putting = put.catch(() => { });
        return put;
    }
    /** The same where nothing may fail any more: a run that the index shows as it was is looked at all the same. */
    async tell(row) {
        try {
            await this.put(row);
        }
        catch (error) {
            this.#place.ports.warn(`The index of runs could not be written, so that a sweep may look in vain: ${error.message}`);
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
        this.#names ??= (0,names/* fallbacks */.au)(names/* INDEX_NAME */.VX, this.#place.ports.job.jobId);
        for (let tried = 0; tried < run_index_MOST; tried++) {
            const name = this.#names.next().value;
            const put = await this.#place.put(name, parcel);
            if (put.kind === 'taken')
                continue;
            const before = this.#mine;
            // Readers find this workflow run by the exact name.
            if (before !== undefined && before !== names/* INDEX_NAME */.VX)
                await this.#place.ports.client.remove(before);
            this.#mine = name;
            return;
        }
        throw new errors/* LonghaulError */.BQ('INDEX_FULL', `This workflow run has ${run_index_MOST} artifacts named ${names/* INDEX_NAME */.VX}-…`, {});
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
        for (const exact of await this.#place.ports.rest.named(names/* INDEX_NAME */.VX)) {
            if (judged.has(exact.id) || exact.expired || looked.has(exact.workflowRunId))
                continue;
            if (!(await this.#place.isTrusted(exact)))
                continue;
            looked.add(exact.workflowRunId);
            for (const artifact of await this.#place.ports.rest.ofWorkflowRun(exact.workflowRunId)) {
                if (!(0,names/* isFallback */.RX)(artifact.name, names/* INDEX_NAME */.VX) || artifact.expired || judged.has(artifact.id))
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
            if (!(error instanceof errors/* LonghaulError */.BQ) || error.code === 'API_FAILED' || error.code === 'FORBIDDEN')
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





















const MAIL_PACE = { firstMs: 5000, lastMs: 60_000 };
const RETRY = { attempts: 4, delayMs: 1000 };
const ENDED = new Set(['completed', 'failed', 'canceled', 'halted']);
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
        const runId = (0,names/* checkArtifactRunId */.d9)(run.runId);
        const { now, job } = this.#place.ports;
        this.#place.checkMayWrite();
        const claim = this.#claim(runId);
        try {
            await claim.take({ epoch: 1, owner: job.owner }, { epoch: 0, released: true }, false);
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
        const workflow = run.created?.workflow;
        const head = {
            row: {
                summary: summaryOf(runId, state, now()),
                epoch: 0,
                generation: 1,
                savedAt: new Date(now()).toISOString(),
                attempt: 1,
                waitingOn: [],
                ...(workflow !== undefined && { workflow }),
            },
            seq: state.head.seq,
            judged: listed.map(({ id }) => id),
            mailDone: [],
            adopted: [],
        };
        await this.#index.put(head.row);
        const slots = new Slots(this.#place, runId, [], undefined);
        const label = { kind: 'run', runId: runId.toLowerCase() };
        const id = await slots.put(this.#place.seal(label, head, archive(copy.lines.values())));
        copy.note(id);
        return this.#run(runId, copy, { id, head, adopted: false });
    }
    /**
     * 7 requests: the lists of the run's four names, the workflow run that the newest generation comes from, and its
     * download. `minSeq`: the highest seq that somebody (a status comment) knows: an older generation is refused.
     * @throws RunNotFoundError; LonghaulError RUN_EXPIRED, RUN_REWOUND, BAD_ARTIFACT, DIGEST_MISMATCH, ARTIFACT_GONE,
     *   FORBIDDEN, API_FAILED, and with a key UNSIGNED, UNKNOWN_KEY, FORGED
     */
    async open(runId, { minSeq = 0 } = {}) {
        (0,names/* checkArtifactRunId */.d9)(runId);
        const listed = await listGenerations(this.#place, runId);
        const found = await findNewest(this.#place, runId, listed);
        if (found === undefined || found.head.row.summary.runId !== runId)
            throw new errors/* RunNotFoundError */.lQ(runId, this.where);
        const { artifact, head, body, adopted } = found;
        if (head.seq < minSeq) {
            throw new errors/* LonghaulError */.BQ('RUN_REWOUND', `The newest artifact of run ${runId} ends with event ${head.seq}, but event ${minSeq} was announced: a newer one was deleted`, { path: artifact.name, hint: 'Nothing was written. Start the run anew under another id.' });
        }
        if (adopted)
            this.#place.ports.warn(adoptedNote(runId, `artifact ${artifact.id}`));
        const copy = this.#copy(runId);
        copy.reach(artifact.id, unarchive(body, `${artifact.name} (${artifact.id})`));
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
            if (ENDED.has(state))
                continue;
            if (row.workflow !== undefined && workflow !== undefined && row.workflow !== workflow)
                continue;
            const mail = await this.#place.trusted(await this.#place.ports.rest.named((0,names/* mailName */.pe)(runId)));
            const hasMail = mail.some(({ expired }) => !expired);
            const why = whyDue({ state, wakeAt, hasMail }, now);
            if (why === undefined || (await this.#claim(runId).holder()) !== undefined)
                continue;
            due.push({ runId, why, updatedAt });
        }
        return longestFirst(due);
    }
    async on({ issue, workflow }) {
        const rows = (await this.#index.read()).rows.map(({ summary, ...row }) => ({
            ...row,
            runId: summary.runId,
            status: summary.state,
        }));
        return runsOn(rows, issue, workflow);
    }
    async send(runId, message) {
        return new ArtifactMailbox(this.#place, (0,names/* checkArtifactRunId */.d9)(runId), []).deliver(message);
    }
    /** Deletes the artifacts of ended runs. Without `actions: write` they stay until they expire. */
    async prune(endedBefore) {
        const { rest, warn } = this.#place.ports;
        const pruned = [];
        for (const row of (await this.#index.read()).rows) {
            const { runId, state, updatedAt } = row.summary;
            if (!ENDED.has(state) || updatedAt >= endedBefore)
                continue;
            const lists = await Promise.all([(0,names/* mailName */.pe)(runId), (0,names/* claimName */.cB)(runId)].map((name) => rest.named(name)));
            const all = await this.#place.trusted([
                ...lists.flat(),
                ...(await listGenerations(this.#place, runId)),
            ]);
            for (const { id } of all) {
                if (await rest.remove(id))
                    continue;
                warn('Ended runs stay until their artifacts expire: deleting them needs `actions: write`');
                return pruned;
            }
            await this.#index.put({ ...row, pruned: true });
            pruned.push(runId);
        }
        return pruned;
    }
    /**
     * Uploads open runs again whose artifacts have lived half of their time, and folds the index into one (A5).
     * Returns the ids of the runs renewed. For a sweep.
     */
    async renew(owner) {
        const { now, warn } = this.#place.ports;
        const { rows, found, lasting } = await this.#index.read();
        const [any] = found;
        if (any === undefined)
            return [];
        const half = (Date.parse(any.expiresAt) - Date.parse(any.createdAt)) / 2;
        const renewed = [];
        for (const { summary, savedAt } of rows) {
            if (ENDED.has(summary.state) || Date.parse(savedAt) + half > now())
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
        const isDue = found.length > 1 || Date.parse(any.createdAt) + half <= now();
        if (row !== undefined && isDue)
            await this.#index.put(row, lasting, rows);
        return renewed;
    }
    #claim(runId) {
        const known = this.#claims.get(runId) ?? new RunClaim(this.#place, runId);
        this.#claims.set(runId, known);
        return known;
    }
    #run(runId, copy, seen) {
        const parts = {
            place: this.#place,
            copy,
            claim: this.#claim(runId),
            index: this.#index,
            where: this.where,
        };
        return new ArtifactRun(runId, parts, seen);
    }
    #copy(runId) {
        const { machine, now, warn } = this.#place.ports;
        return new ArtifactCopy(this.#options.workDir, runId, { machine, now, warn });
    }
}

// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __nccwpck_require__(94545);
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
        return new GitError('UNAUTHORISED', `${where} did not accept the token for a ${what}`, 'The token is missing, expired or revoked. In a workflow pass `github-token: ${{ github.token }}`; a job token dies with its job, at the latest after 24 hours.');
    }
    if (/returned error: 403|Permission to .* denied|Write access to repository not granted/i.test(stderr)) {
        return new GitError('FORBIDDEN', `${where} refused a ${what}: the token has no \`contents: write\` (${short})`, 'Give the job `permissions: contents: write`. If that is there: Settings → Actions → General → Workflow permissions, and no token of a fork’s pull request can write.');
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
/** A branch that ends before an event that somebody was told of. */
function rewound(ref, runId, seq, minSeq) {
    return new errors/* LonghaulError */.BQ('BRANCH_REWOUND', `${ref} of run ${runId} ends with event ${seq}, but event ${minSeq} was announced: somebody moved it back`, {
        path: ref,
        hint: 'Push its newest commit there again. A ruleset for longhaul/** that blocks force pushes prevents this.',
    });
}

;// CONCATENATED MODULE: ./lib/stores/branch/push.js
/** One push, and what is known of its outcome. */


async function push(git, updates, what) {
    const leases = updates.flatMap(({ ref, expected }) => expected === undefined ? [] : [`--force-with-lease=${ref}:${expected ?? ''}`]);
    const result = await git.call([
        'push',
        '--porcelain',
        '--no-verify',
        '--atomic',
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
        const { checkMessage } = await __nccwpck_require__.e(/* import() */ 239).then(__nccwpck_require__.bind(__nccwpck_require__, 20239));
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

;// CONCATENATED MODULE: ./lib/stores/branch/remote.js
/** The run as the repository has it: looking at it, and moving it forward by compare-and-set. */








const TIP = 'refs/longhaul/tip';
const remote_MAIL = 'refs/mail/';
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
        const mail = `+${mailPrefix(this.runId)}*:${remote_MAIL}*`;
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
        const text = (await this.git.read(['for-each-ref', '--format=%(objectname) %(refname)', TIP, remote_MAIL])).toString();
        for (const line of text.split('\n')) {
            const [oid = '', ref = ''] = line.split(' ');
            if (ref === TIP && exists)
                sight.tip = oid;
            else if (ref.startsWith(remote_MAIL))
                sight.mail.set(ref.slice(remote_MAIL.length), oid);
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
        return parseTrailers(text.slice(text.indexOf('\n\n') + 2));
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
        const times = [wakeTime(state), this.#queue.index.lookAt].filter((time) => time !== undefined && time !== '');
        const wakeAt = state.terminal === undefined ? times.sort()[0] : undefined;
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
        return `${subjectOf(remote.runId, state, batch.events, otherwise)}\n\n${formatTrailers(trailers)}`;
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
            await this.#copy.reach(git, tip);
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
            const expiry = expiryOf(owner, expiresAt);
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

;// CONCATENATED MODULE: ./lib/stores/branch/working-copy.js
/** The run directory of a run on the branch store, and which commit it stands for. */







class WorkingCopy {
    runDir;
    #runId;
    #file;
    #ports;
    /** What the commit has: blob ids by path. */
    blobs = new Map();
    /** The commit that the directory is at, or ahead of; undefined: another process may be writing it. */
    stands;
    /** Nothing that was written before this time, ms, is missing on the branch; 0: anything may be. */
    savedUntil = 0;
    constructor(workDir, runId, ports) {
        this.runDir = (0,external_node_path_.join)(workDir, runId);
        this.#runId = runId;
        this.#file = (0,external_node_path_.join)(workDir, '.longhaul', 'base', `${runId}.json`);
        this.#ports = ports;
    }
    get #base() {
        const base = (0,decode/* parseJson */.qF)((0,journal_reader/* readIfThere */.qC)(this.#file) ?? '');
        return (0,decode/* isObject */.Gv)(base) ? base : undefined;
    }
    /** Called around each push, so that another process knows what the directory is ahead of. */
    note(tip, saving) {
        this.stands = tip;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.#file), { recursive: true });
        (0,atomic/* replaceFile */.fR)(this.#file, JSON.stringify({ tip, ...(saving !== undefined && { saving }) }));
    }
    /**
     * Makes the directory stand for the commit. One that is ahead of exactly this commit stays as it is: its driver
     * died or could not save, and its steps go on from here. Steps on top of another commit are set aside, never
     * mixed in and never deleted. A directory that a living process drives is left to it.
     */
    async reach(git, tip) {
        this.stands = undefined;
        const files = await listTree(git, tip, this.#runId);
        this.blobs = new Map(files.map(({ path, oid }) => [path, oid]));
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
            this.#ports.warn(`${unsaved.length} events of run ${this.#runId} were never saved and the run went on without them; they are kept in ${aside}`);
        }
        await writeRun(git, files, this.runDir);
        this.note(tip);
        this.savedUntil = Date.now();
    }
    /** For a run that is about to be made: leftovers of an attempt that failed are set aside. */
    clear() {
        setAside(this.runDir, this.#ports.now());
        (0,external_node_fs_.rmSync)(this.#file, { force: true });
    }
}

;// CONCATENATED MODULE: ./lib/stores/branch/store.js
/** Runs as branches of a repository: a save is a commit, the trailers of the tips are the index (design §4). */
























const store_MAIL_PACE = { firstMs: 5000, lastMs: 60_000 };
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
            mailPace: options.mailPace ?? store_MAIL_PACE,
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
        });
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
        copy.blobs = new Map(files.map(({ path, text }) => [path, blobId(text)]));
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
     * Reads branch and mail in one fetch, 3 requests; an archived run is found, too. `minSeq`: the highest seq that
     * somebody (a status comment) knows: a branch that was moved back behind it is refused.
     * @throws RunNotFoundError, GitError, DamageError, LonghaulError (NO_RUN, BRANCH_REWOUND; with a key UNSIGNED,
     *   UNKNOWN_KEY, FORGED)
     */
    async open(runId, { minSeq = 0 } = {}) {
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
        if (trailers.seq < minSeq)
            throw rewound(remote.ref, runId, trailers.seq, minSeq);
        const isAdopted = await demandSigned(remote.git, tip, this.#options.signing, runId, remote.ref);
        if (isAdopted)
            this.#ports.warn(adoptedNote(runId, `commit ${tip.slice(0, 12)}`));
        const copy = this.#copy(runId);
        await copy.reach(remote.git, tip);
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
    async on({ issue, workflow }) {
        return runsOn(await this.index(), issue, workflow);
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
var state_cache = __nccwpck_require__(80299);
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
            const why = whyDue({ state, wakeAt, hasMail }, now);
            if (why === undefined)
                continue;
            const of = run.load().state.created?.workflow;
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
        return this.#entries().find((name) => name.toLowerCase() === wanted);
    }
    #ids() {
        return this.#entries().filter((name) => (0,ids/* isRunId */.Pk)(name) && (0,external_node_fs_.existsSync)(layout/* paths */.f0.run((0,external_node_path_.join)(this.where, name))));
    }
    #entries() {
        try {
            return (0,external_node_fs_.readdirSync)(this.where);
        }
        catch (error) {
            if ((0,journal_reader/* isMissing */.b2)(error))
                return [];
            throw error;
        }
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
var version = __nccwpck_require__(23405);
// EXTERNAL MODULE: ./lib/action/event.js
var action_event = __nccwpck_require__(94504);
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

/***/ 78637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ armTimeLimit),
/* harmony export */   gW: () => (/* binding */ redispatch),
/* harmony export */   i3: () => (/* binding */ dispatchedEvent)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(21792);
/* harmony import */ var _github_port_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(52354);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(74895);
/** A job near its time limit: begins nothing new, lets what runs end, saves, and has the workflow dispatched again. */




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
/** What the journal is told; undefined: it has dispatched itself too often in a row. */
function dispatchedEvent(job, state) {
    const { event, inputs } = job;
    const before = isContinuation(job, state.runId) ? state.dispatched : undefined;
    const hop = (before?.hop ?? 0) + 1;
    if (hop > inputs['max-hops'])
        return undefined;
    const data = { hop, actor: before?.actor ?? (0,_job_js__WEBPACK_IMPORTED_MODULE_2__/* .actorOf */ .d)(event) };
    return { type: 'RUN_DISPATCHED', data };
}
/** This job was dispatched by the one before it: nobody resumes a run with `auto` by hand. */
function isContinuation({ event, inputs }, runId) {
    return event.name === 'workflow_dispatch' && inputs.command === 'auto' && inputs['run-id'] === runId;
}
/**
 * Dispatches this workflow with `command` and `run-id`, nothing else. Returns what to warn of; undefined: it is done.
 * Whatever goes wrong, the run is saved, and a sweep finds it.
 */
async function redispatch(job, state) {
    const { event, github, inputs } = job;
    const by = `Carry it on with \`command: resume\` and \`run-id: ${state.runId}\`; a scheduled sweep does so by itself`;
    const here = `Run ${state.runId} reached the time limit of its job`;
    if (state.dispatched === undefined || dispatchedEvent(job, state) === undefined)
        return `${here} and has dispatched itself ${inputs['max-hops']} times in a row (\`max-hops\`). ${by}`;
    const ref = refOf(event);
    if (event.workflow === '' || ref === undefined)
        return `${here}, and it is not known what to dispatch. ${by}`;
    try {
        await github.dispatch(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(event.workflow), ref, {
            command: 'auto',
            'run-id': state.runId,
        });
        return undefined;
    }
    catch (error) {
        const why = error instanceof _github_port_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .ke && error.status === 403
            ? 'the job needs `permissions: actions: write` for that'
            : error instanceof _github_port_js__WEBPACK_IMPORTED_MODULE_1__/* .GitHubRefusal */ .ke && error.status === 422
                ? 'the workflow must be enabled and declare `command` and `run-id` as inputs of `workflow_dispatch`'
                : 'it can be tried again';
        return `${here}, and could not dispatch its continuation (${why}): ${error.message}. ${by}`;
    }
}
const pullRequest = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ pull_request: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ head: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }) }) });
/** The branch or tag that this job runs on; for a pull request its head branch. */
function refOf(event) {
    const head = pullRequest.safeParse(event.payload).data?.pull_request.head.ref;
    if (event.ref.startsWith('refs/pull/'))
        return head;
    return /^refs\/(?:heads|tags)\/(.+)$/.exec(event.ref)?.[1];
}


/***/ }),

/***/ 1005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ durationText),
/* harmony export */   p: () => (/* binding */ durationMs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/** Durations as people write them: `90s`, `10m`, `5h30m`; a plain number is milliseconds. */

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
        hint: 'Write an integer with a unit, e.g. 30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d); a number is milliseconds.',
    });
}


/***/ }),

/***/ 4826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ LonghaulError),
/* harmony export */   Jd: () => (/* binding */ LeaseLostError),
/* harmony export */   SG: () => (/* binding */ RunExistsError),
/* harmony export */   _i: () => (/* binding */ LeaseHeldError),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   lQ: () => (/* binding */ RunNotFoundError),
/* harmony export */   wc: () => (/* binding */ DamageError),
/* harmony export */   yu: () => (/* binding */ RunEndedError)
/* harmony export */ });
/**
 * Every error that a person or a program can meet carries a stable code and says what to do next.
 * `code` is what `--json` prints as `error`; `hint` is the way out.
 */
class LonghaulError extends Error {
    code;
    hint;
    path;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'LonghaulError';
        this.code = code;
        this.hint = options.hint ?? '';
        this.path = options.path;
    }
}
/** A flag, an input or an argument that cannot be what it is: exit code 2. */
class UsageError extends LonghaulError {
    constructor(message, options = {}) {
        super('USAGE', message, options);
        this.name = 'UsageError';
    }
}
/** The run does not exist (or no longer): never replaced by a new one. */
class RunNotFoundError extends LonghaulError {
    constructor(runId, where) {
        super('RUN_NOT_FOUND', `Run not found: ${runId} (looked in ${where})`, {
            hint: 'List the runs with `longhaul run:list`.',
        });
        this.name = 'RunNotFoundError';
    }
}
/** A new run may not take an id that is in use. */
class RunExistsError extends LonghaulError {
    constructor(runId, where) {
        super('RUN_EXISTS', `Run ${runId} exists already in ${where}`, {
            hint: `Choose another --run-id, or carry it on with \`longhaul resume ${runId}\`.`,
        });
        this.name = 'RunExistsError';
    }
}
/** Somebody else drives the run. */
class LeaseHeldError extends LonghaulError {
    owner;
    constructor(runId, owner) {
        super('LEASE_HELD', `Run is already being executed by ${owner}`, {
            hint: `Wait for it to finish, or stop it with \`longhaul run:halt ${runId}\`.`,
        });
        this.name = 'LeaseHeldError';
        this.owner = owner;
    }
}
/** The lease was taken over while this driver worked: it must stop and write nothing. */
class LeaseLostError extends LonghaulError {
    owner;
    constructor(runId, owner) {
        super('LEASE_LOST', `Run ${runId} was taken over by ${owner}; this driver stops and writes nothing more`);
        this.name = 'LeaseLostError';
        this.owner = owner;
    }
}
/** The run has ended; nothing is appended to it. */
class RunEndedError extends LonghaulError {
    constructor(runId, status, what, hint = '') {
        super('RUN_ENDED', `Run ${runId} is ${status}: ${what} changes nothing`, { hint });
        this.name = 'RunEndedError';
    }
}
/** The run directory holds something that must not be there, or lacks something that must. */
class DamageError extends LonghaulError {
    constructor(message, path) {
        super('DAMAGED', message, {
            path,
            hint: 'See every finding with `longhaul run:verify`; `longhaul run:repair-journal --dry-run` shows what can be repaired.',
        });
        this.name = 'DamageError';
    }
}


/***/ }),

/***/ 36358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ octokitPort)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __nccwpck_require__(21792);
// EXTERNAL MODULE: ./lib/github/port.js
var port = __nccwpck_require__(52354);
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
            throw faultOf(error, what);
        }
    };
    const graph = async (what, query, values) => {
        try {
            const { graphql } = await octokit();
            return await graphql(query, { ...values, request: { ...once(timeoutMs) } });
        }
        catch (error) {
            const { errors, data } = error;
            // What is gone is a hole in the answer, and an error beside it.
            if (errors?.every(({ type }) => type === 'NOT_FOUND') && data)
                return data;
            throw faultOf(error, what);
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
            await graph('the review could not be reacted to', REACT, {
                id: nodeId,
                content: reaction.toUpperCase(),
            });
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
            return read(historiesIn, await graph(what, HISTORIES, { ids: nodeIds }), what);
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
const REFUSALS = new Set([401, 403, 404, 410, 422, 451]);
/** A no is a GitHubRefusal; no answer, or a limit on how often one may ask, is not. */
function faultOf(error, what) {
    const { status = 0, message = '', response } = error;
    const text = `${what}: ${message}`;
    const isLimit = response?.headers?.['x-ratelimit-remaining'] === '0' ||
        response?.headers?.['retry-after'] !== undefined ||
        /rate limit/i.test(message);
    return REFUSALS.has(status) && !isLimit
        ? new port/* GitHubRefusal */.ke(status, text)
        : new port/* GitHubUnavailable */.kx(status, text, error);
}

;// CONCATENATED MODULE: ./lib/github/octokit.js
/** The port over GitHub's REST API. Octokit is loaded when the first request is made. */


const statusOf = (error) => error.status ?? 0;
function octokitPort({ token, repository, apiUrl, timeoutMs }) {
    const [owner = '', repo = ''] = repository.split('/');
    let loading;
    const octokit = () => {
        loading ??= Promise.all(/* import() */[__nccwpck_require__.e(459), __nccwpck_require__.e(361)]).then(__nccwpck_require__.bind(__nccwpck_require__, 97361)).then(({ getOctokit }) => getOctokit(token, apiUrl === undefined ? {} : { baseUrl: apiUrl }));
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


/***/ }),

/***/ 52354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
    constructor(status, message) {
        super(message);
        this.status = status;
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   a_: () => (/* binding */ isExisting),
/* harmony export */   cl: () => (/* binding */ createWhole),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   u8: () => (/* binding */ tempName),
/* harmony export */   uS: () => (/* binding */ withDirectory),
/* harmony export */   vZ: () => (/* binding */ writeAtomic),
/* harmony export */   zR: () => (/* binding */ syncDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(38174);
/** The three ways in which files come into being here. */



// The start of this process makes a pid that was used before another name.
const prefix = `tmp-${process.pid}-${Math.round(performance.timeOrigin).toString(36)}-`;
let counter = 0;
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
    const temp = `${tempDir}/${tempName()}`;
    const fd = withDirectory(tempDir, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temp, 'wx'));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(fd, text);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(temp, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(temp);
        throw error;
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(temp);
    return fd;
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ decodeEvent),
/* harmony export */   hi: () => (/* binding */ EventFaultError),
/* harmony export */   r9: () => (/* binding */ encodeEvent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(41597);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ equalityKey),
/* harmony export */   T5: () => (/* binding */ idempotencyKey),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tK: () => (/* binding */ gitBlobId)
/* harmony export */ });
/* unused harmony exports argsDigest, argsTextDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jx: () => (/* binding */ ENDINGS),
/* harmony export */   nH: () => (/* binding */ finalStatus),
/* harmony export */   pl: () => (/* binding */ isEnded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
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

/***/ 76786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jB: () => (/* binding */ UlidClock),
  np: () => (/* binding */ checkRunId),
  Pk: () => (/* binding */ isRunId),
  ho: () => (/* binding */ isUlid),
  CD: () => (/* binding */ stepNumber),
  Z0: () => (/* binding */ ids_ulid),
  cD: () => (/* binding */ ulidTime)
});

// UNUSED EXPORTS: stepId

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ../node_modules/ulid/dist/node/index.js


// These values should NEVER change. The values are precisely for
// generating ULIDs.
const B32_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ENCODING = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's Base32
const ENCODING_LEN = 32; // from ENCODING.length;
const MAX_ULID = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
const MIN_ULID = "00000000000000000000000000";
const RANDOM_LEN = 16;
const TIME_LEN = 10;
const TIME_MAX = 281474976710655; // from Math.pow(2, 48) - 1;
const ULID_REGEX = /^[0-7][0-9a-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/;
const UUID_REGEX = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;

var ULIDErrorCode;
(function (ULIDErrorCode) {
    ULIDErrorCode["Base32IncorrectEncoding"] = "B32_ENC_INVALID";
    ULIDErrorCode["DecodeTimeInvalidCharacter"] = "DEC_TIME_CHAR";
    ULIDErrorCode["DecodeTimeValueMalformed"] = "DEC_TIME_MALFORMED";
    ULIDErrorCode["EncodeTimeNegative"] = "ENC_TIME_NEG";
    ULIDErrorCode["EncodeTimeSizeExceeded"] = "ENC_TIME_SIZE_EXCEED";
    ULIDErrorCode["EncodeTimeValueMalformed"] = "ENC_TIME_MALFORMED";
    ULIDErrorCode["PRNGDetectFailure"] = "PRNG_DETECT";
    ULIDErrorCode["ULIDInvalid"] = "ULID_INVALID";
    ULIDErrorCode["Unexpected"] = "UNEXPECTED";
    ULIDErrorCode["UUIDInvalid"] = "UUID_INVALID";
})(ULIDErrorCode || (ULIDErrorCode = {}));
class ULIDError extends Error {
    constructor(errorCode, message) {
        super(`${message} (${errorCode})`);
        this.name = "ULIDError";
        this.code = errorCode;
    }
}

function randomChar(prng) {
    // Currently PRNGs generate fractions from 0 to _less than_ 1, so no "%" is necessary.
    // However, just in case a future PRNG can generate 1,
    // we are applying "% ENCODING LEN" to wrap back to the first character
    const randomPosition = Math.floor(prng() * ENCODING_LEN) % ENCODING_LEN;
    return ENCODING.charAt(randomPosition);
}
function replaceCharAt(str, index, char) {
    if (index > str.length - 1) {
        return str;
    }
    return str.substr(0, index) + char + str.substr(index + 1);
}

// Code from https://github.com/devbanana/crockford-base32/blob/develop/src/index.ts
function crockfordEncode(input) {
    const output = [];
    let bitsRead = 0;
    let buffer = 0;
    const reversedInput = new Uint8Array(input.slice().reverse());
    for (const byte of reversedInput) {
        buffer |= byte << bitsRead;
        bitsRead += 8;
        while (bitsRead >= 5) {
            output.unshift(buffer & 0x1f);
            buffer >>>= 5;
            bitsRead -= 5;
        }
    }
    if (bitsRead > 0) {
        output.unshift(buffer & 0x1f);
    }
    return output.map(byte => B32_CHARACTERS.charAt(byte)).join("");
}
function crockfordDecode(input) {
    const sanitizedInput = input.toUpperCase().split("").reverse().join("");
    const output = [];
    let bitsRead = 0;
    let buffer = 0;
    for (const character of sanitizedInput) {
        const byte = B32_CHARACTERS.indexOf(character);
        if (byte === -1) {
            throw new Error(`Invalid base 32 character found in string: ${character}`);
        }
        buffer |= byte << bitsRead;
        bitsRead += 5;
        while (bitsRead >= 8) {
            output.unshift(buffer & 0xff);
            buffer >>>= 8;
            bitsRead -= 8;
        }
    }
    if (bitsRead >= 5 || buffer > 0) {
        output.unshift(buffer & 0xff);
    }
    return new Uint8Array(output);
}
/**
 * Fix a ULID's Base32 encoding -
 * i and l (case-insensitive) will be treated as 1 and o (case-insensitive) will be treated as 0.
 * hyphens are ignored during decoding.
 * @param id The ULID
 * @returns The cleaned up ULID
 */
function fixULIDBase32(id) {
    return id.replace(/i/gi, "1").replace(/l/gi, "1").replace(/o/gi, "0").replace(/-/g, "");
}
function incrementBase32(str) {
    let done = undefined, index = str.length, char, charIndex, output = str;
    const maxCharIndex = ENCODING_LEN - 1;
    while (!done && index-- >= 0) {
        char = output[index];
        charIndex = ENCODING.indexOf(char);
        if (charIndex === -1) {
            throw new ULIDError(ULIDErrorCode.Base32IncorrectEncoding, "Incorrectly encoded string");
        }
        if (charIndex === maxCharIndex) {
            output = replaceCharAt(output, index, ENCODING[0]);
            continue;
        }
        done = replaceCharAt(output, index, ENCODING[charIndex + 1]);
    }
    if (typeof done === "string") {
        return done;
    }
    throw new ULIDError(ULIDErrorCode.Base32IncorrectEncoding, "Failed incrementing string");
}

/**
 * Decode time from a ULID
 * @param id The ULID
 * @returns The decoded timestamp
 */
function decodeTime(id) {
    if (id.length !== TIME_LEN + RANDOM_LEN) {
        throw new ULIDError(ULIDErrorCode.DecodeTimeValueMalformed, "Malformed ULID");
    }
    const time = id
        .substr(0, TIME_LEN)
        .toUpperCase()
        .split("")
        .reverse()
        .reduce((carry, char, index) => {
        const encodingIndex = ENCODING.indexOf(char);
        if (encodingIndex === -1) {
            throw new ULIDError(ULIDErrorCode.DecodeTimeInvalidCharacter, `Time decode error: Invalid character: ${char}`);
        }
        return (carry += encodingIndex * Math.pow(ENCODING_LEN, index));
    }, 0);
    if (time > TIME_MAX) {
        throw new ULIDError(ULIDErrorCode.DecodeTimeValueMalformed, `Malformed ULID: timestamp too large: ${time}`);
    }
    return time;
}
/**
 * Detect the best PRNG (pseudo-random number generator)
 * @param root The root to check from (global/window)
 * @returns The PRNG function
 */
function detectPRNG(root) {
    const rootLookup = detectRoot();
    const globalCrypto = (rootLookup && (rootLookup.crypto || rootLookup.msCrypto)) ||
        (typeof external_node_crypto_ !== "undefined" ? external_node_crypto_ : null);
    if (typeof globalCrypto?.getRandomValues === "function") {
        return () => {
            const buffer = new Uint8Array(1);
            globalCrypto.getRandomValues(buffer);
            return buffer[0] / 256;
        };
    }
    else if (typeof globalCrypto?.randomBytes === "function") {
        return () => globalCrypto.randomBytes(1).readUInt8() / 256;
    }
    else if (external_node_crypto_?.randomBytes) {
        return () => external_node_crypto_.randomBytes(1).readUInt8() / 256;
    }
    throw new ULIDError(ULIDErrorCode.PRNGDetectFailure, "Failed to find a reliable PRNG");
}
function detectRoot() {
    if (inWebWorker())
        return self;
    if (typeof window !== "undefined") {
        return window;
    }
    if (typeof global !== "undefined") {
        return global;
    }
    if (typeof globalThis !== "undefined") {
        return globalThis;
    }
    return null;
}
function encodeRandom(len, prng) {
    let str = "";
    for (; len > 0; len--) {
        str = randomChar(prng) + str;
    }
    return str;
}
/**
 * Encode the time portion of a ULID
 * @param now The current timestamp
 * @param len Length to generate
 * @returns The encoded time
 */
function encodeTime(now, len = TIME_LEN) {
    if (isNaN(now)) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeValueMalformed, `Time must be a number: ${now}`);
    }
    else if (now > TIME_MAX) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeSizeExceeded, `Cannot encode a time larger than ${TIME_MAX}: ${now}`);
    }
    else if (now < 0) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeNegative, `Time must be positive: ${now}`);
    }
    else if (Number.isInteger(now) === false) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeValueMalformed, `Time must be an integer: ${now}`);
    }
    let mod, str = "";
    for (let currentLen = len; currentLen > 0; currentLen--) {
        mod = now % ENCODING_LEN;
        str = ENCODING.charAt(mod) + str;
        now = (now - mod) / ENCODING_LEN;
    }
    return str;
}
function inWebWorker() {
    // @ts-ignore
    return typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;
}
/**
 * Check if a ULID is valid
 * @param id The ULID to test
 * @returns True if valid, false otherwise
 * @example
 *   isValid("01HNZX8JGFACFA36RBXDHEQN6E"); // true
 *   isValid(""); // false
 */
function isValid(id) {
    return (typeof id === "string" &&
        id.length === TIME_LEN + RANDOM_LEN &&
        id
            .toUpperCase()
            .split("")
            .every(char => ENCODING.indexOf(char) !== -1));
}
/**
 * Create a ULID factory to generate monotonically-increasing
 *  ULIDs
 * @param prng The PRNG to use
 * @returns A ulid factory
 * @example
 *  const ulid = monotonicFactory();
 *  ulid(); // "01HNZXD07M5CEN5XA66EMZSRZW"
 */
function monotonicFactory(prng) {
    const currentPRNG = prng || detectPRNG();
    let lastTime = 0, lastRandom;
    return function _ulid(seedTime) {
        const seed = !seedTime || isNaN(seedTime) ? Date.now() : seedTime;
        if (seed <= lastTime) {
            const incrementedRandom = (lastRandom = incrementBase32(lastRandom));
            return encodeTime(lastTime, TIME_LEN) + incrementedRandom;
        }
        lastTime = seed;
        const newRandom = (lastRandom = encodeRandom(RANDOM_LEN, currentPRNG));
        return encodeTime(seed, TIME_LEN) + newRandom;
    };
}
/**
 * Generate a ULID
 * @param seedTime Optional time seed
 * @param prng Optional PRNG function
 * @returns A ULID string
 * @example
 *  ulid(); // "01HNZXD07M5CEN5XA66EMZSRZW"
 */
function ulid(seedTime, prng) {
    const currentPRNG = prng || detectPRNG();
    const seed = !seedTime || isNaN(seedTime) ? Date.now() : seedTime;
    return encodeTime(seed, TIME_LEN) + encodeRandom(RANDOM_LEN, currentPRNG);
}

/**
 * Convert a ULID to a UUID
 * @param ulid The ULID to convert
 * @returns A UUID string
 */
function ulidToUUID(ulid) {
    const isValid = ULID_REGEX.test(ulid);
    if (!isValid) {
        throw new ULIDError(ULIDErrorCode.ULIDInvalid, `Invalid ULID: ${ulid}`);
    }
    const uint8Array = crockfordDecode(ulid);
    let uuid = Array.from(uint8Array)
        .map(byte => byte.toString(16).padStart(2, "0"))
        .join("");
    uuid =
        uuid.substring(0, 8) +
            "-" +
            uuid.substring(8, 12) +
            "-" +
            uuid.substring(12, 16) +
            "-" +
            uuid.substring(16, 20) +
            "-" +
            uuid.substring(20);
    return uuid.toUpperCase();
}
/**
 * Convert a UUID to a ULID
 * @param uuid The UUID to convert
 * @returns A ULID string
 */
function uuidToULID(uuid) {
    const isValid = UUID_REGEX.test(uuid);
    if (!isValid) {
        throw new ULIDError(ULIDErrorCode.UUIDInvalid, `Invalid UUID: ${uuid}`);
    }
    const bytes = uuid.replace(/-/g, "").match(/.{1,2}/g);
    if (!bytes) {
        throw new ULIDError(ULIDErrorCode.Unexpected, `Failed parsing UUID bytes: ${uuid}`);
    }
    const uint8Array = new Uint8Array(bytes.map(byte => parseInt(byte, 16)));
    return crockfordEncode(uint8Array);
}



// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(4826);
;// CONCATENATED MODULE: ./lib/journal/ids.js
/** Names: ULIDs, run ids, step ids. */



const TIME_LENGTH = 10;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** True for 26 upper-case Crockford characters that fit 128 bits. */
function isUlid(text) {
    return ULID.test(text);
}
/** Milliseconds since 1970 that a ULID carries. */
function ulidTime(ulid) {
    return decodeTime(ulid);
}
// Random bytes are drawn a block at a time: a call for one byte costs as much as one for a thousand.
const pool = new Uint8Array(1024);
let drawn = pool.length;
/** In [0, 1): what the package asks for, one character at a time. */
function random() {
    if (drawn === pool.length) {
        (0,external_node_crypto_.randomFillSync)(pool);
        drawn = 0;
    }
    drawn += 1;
    return (pool[drawn - 1] ?? 0) / 256;
}
/** Gives ULIDs that rise from a given one on, also when this machine's clock is behind it. */
class UlidClock {
    #last;
    #now;
    /** `last`: the ULID that every new one must exceed; `now`: milliseconds since 1970. */
    constructor(last = '', now = Date.now) {
        this.#last = last;
        this.#now = now;
    }
    get last() {
        return this.#last;
    }
    /** From here on every ULID is greater than this one, too. */
    raise(ulid) {
        if (ulid > this.#last)
            this.#last = ulid;
    }
    next(now = this.#now()) {
        const time = Math.max(0, Math.floor(now));
        const later = encodeTime(time, TIME_LENGTH) > this.#last.slice(0, TIME_LENGTH);
        this.#last = later ? ulid(time, random) : incrementBase32(this.#last);
        return this.#last;
    }
}
const own = new UlidClock();
/** A ULID greater than every one that this process has drawn here before. */
function ids_ulid(now = Date.now()) {
    return own.next(now);
}
/** `S000001` for 1. */
function stepId(n) {
    return `S${String(n).padStart(6, '0')}`;
}
/** The number in a step id; 0 when it is none of ours. */
function stepNumber(id) {
    return /^S\d{6,}$/.test(id) ? Number(id.slice(1)) : 0;
}
/**
 * Returns the run id, or throws a UsageError that names the rule it breaks. A valid one is safe as a path
 * segment, a part of a ref, an artifact name and comment text.
 */
function checkRunId(runId) {
    const rule = brokenRule(runId);
    if (rule === undefined)
        return runId;
    throw new errors/* UsageError */.eb(`Run id ${JSON.stringify(runId.slice(0, 100))} cannot be used: ${rule}`, {
        hint: 'Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.',
    });
}
function isRunId(runId) {
    return brokenRule(runId) === undefined;
}
function brokenRule(runId) {
    if (runId === '')
        return 'it is empty';
    if (runId.length > 64)
        return 'it is longer than 64 characters';
    if (!/^[A-Za-z0-9]/.test(runId))
        return 'it must begin with a letter or digit';
    if (!RUN_ID.test(runId))
        return 'only letters, digits, ".", "_" and "-" may stand in it';
    if (runId.includes('..'))
        return '".." may not stand in it';
    if (runId.endsWith('.'))
        return 'it may not end in "."';
    if (runId.toLowerCase().endsWith('.lock'))
        return 'it may not end in ".lock"';
    return undefined;
}


/***/ }),

/***/ 68651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   di: () => (/* binding */ sortKeys),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* unused harmony export NotJsonError */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ refs),
/* harmony export */   HP: () => (/* binding */ compareEvents),
/* harmony export */   MS: () => (/* binding */ eventFileName),
/* harmony export */   R$: () => (/* binding */ RUN_DIRS),
/* harmony export */   Tb: () => (/* binding */ refProblem),
/* harmony export */   f0: () => (/* binding */ paths),
/* harmony export */   hr: () => (/* binding */ parseEventName),
/* harmony export */   i3: () => (/* binding */ OUTPUT_REF),
/* harmony export */   uY: () => (/* binding */ RefResolver),
/* harmony export */   w9: () => (/* binding */ LAYOUT_VERSION),
/* harmony export */   zV: () => (/* binding */ GITIGNORE)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
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


/***/ }),

/***/ 11205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sj: () => (/* binding */ loadRun),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   sK: () => (/* binding */ checkSound)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4826);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(38174);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(84519);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(98221);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(40089);
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
        state = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .readSnapshot */ .RA)(runDir, segments) ?? stateOfSegments(runDir, segments);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
            throw error;
        segments = [];
        state = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyState */ .p$)();
    }
    const rest = names.slice(segments.at(-1)?.to ?? 0);
    const tail = rest.map((name) => (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name));
    for (const event of tail)
        (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .applyEvent */ .Z8)(state, event);
    return { run, state, names, tail, damaged: false, refs: { segments, tail: rest.map((name) => name.name) } };
}
function stateOfSegments(runDir, segments) {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyState */ .p$)();
    for (const ref of segments)
        for (const event of (0,_segments_js__WEBPACK_IMPORTED_MODULE_4__/* .readSegmentEvents */ .Tc)(runDir, ref))
            (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .applyEvent */ .Z8)(state, event);
    return state;
}
function loadDamaged(runDir) {
    const { events: names } = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .listJournal */ .u4)(runDir);
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .emptyState */ .p$)();
    const tail = [];
    for (const name of names) {
        try {
            const event = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name);
            tail.push(event);
            (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .applyEvent */ .Z8)(state, event);
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
    const segments = (0,_segments_js__WEBPACK_IMPORTED_MODULE_4__/* .listSegments */ .Bz)(runDir).filter((ref) => ref.to <= names.length);
    if (!check || segments.length === 0)
        return segments;
    try {
        return (0,_segments_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSegments */ .hc)(runDir, segments, names).length === 0 ? segments : [];
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
        yield* (0,_segments_js__WEBPACK_IMPORTED_MODULE_4__/* .readSegmentEvents */ .Tc)(runDir, ref);
        done = ref.to;
    }
    for (const name of names.slice(done))
        yield (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name);
}


/***/ }),

/***/ 38174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ resolverOf),
/* harmony export */   Ir: () => (/* binding */ listEvents),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   ns: () => (/* binding */ readOutcome),
/* harmony export */   qC: () => (/* binding */ readIfThere),
/* harmony export */   u4: () => (/* binding */ listJournal),
/* harmony export */   yO: () => (/* binding */ cancelledOutcome)
/* harmony export */ });
/* unused harmony exports sequenceProblem, readEvents */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4826);
/* harmony import */ var _codec_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(75283);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(41597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(78091);
/* harmony import */ var _task_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9138);
/** Opens a run directory: its metadata, the names of its events, the events themselves, results. */







/** run.json. Throws DamageError when it is missing, unreadable or of another layout. */
function readRun(runDir) {
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.run(runDir);
    const text = readIfThere(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${path} is missing: this is no run directory`, path);
    const run = (0,_task_files_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeRun */ .am)(text);
    if (typeof run === 'string')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${path} cannot be used: ${run}`, path);
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
function isMissing(error) {
    const code = error.code;
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** Names only, nothing is opened. An absent journal directory is an empty journal. */
function listJournal(runDir) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.journal(runDir));
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        names = [];
    }
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
 * DamageError for a gap or a seq that two files have.
 */
function listEvents(runDir) {
    for (let attempt = 1;; attempt++) {
        const { events } = listJournal(runDir);
        const problem = sequenceProblem(events);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ restoreFiles),
/* harmony export */   Hw: () => (/* binding */ logsOf),
/* harmony export */   YT: () => (/* binding */ foreignLogs),
/* harmony export */   x6: () => (/* binding */ readLog)
/* harmony export */ });
/* unused harmony export settleLogs */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(41597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(38174);
/* harmony import */ var _sync_log_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(91305);
/** Puts back what a power failure took of a run's files, from the logs of its drivers (sync-log.ts). */








const LOG_NAME = /^epoch-(\d+)\.log$/;
const HEADER_BYTES = 256;
/** The kernel has written everything to the disk long before. */
const WRITTEN_BACK_MS = 24 * 60 * 60_000;
/** Paths relative to the run directory, in order of epochs. */
function logsOf(runDir) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.lease(runDir));
    }
    catch (error) {
        if ((0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(error))
            return [];
        throw error;
    }
    const epoch = (name) => Number(LOG_NAME.exec(name)?.[1]);
    return names
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

/***/ 28219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ writeSegmentFile),
/* harmony export */   yu: () => (/* binding */ SegmentFile)
/* harmony export */ });
/* unused harmony exports SEGMENT_SCHEMA, segmentsDir */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(41597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(38174);
/**
 * The file of a packed segment: a header line, then sections, each with its own digest, so that a replay reads
 * requests and results without touching the events, and a reader of events never touches the results.
 */








const SEGMENT_SCHEMA = 'longhaul.segment.v1';
/** Values longer than this, in characters of compact JSON, stay in their result file. */
const MAX_PACKED_VALUE = 64 * 1024;
const SECTIONS = ['replay', 'results', 'events', 'stamps'];
/** Packs consecutive events into one file; returns how to find it. A cache: written whole, not synced. */
function writeSegmentFile(runDir, entries) {
    const from = entries[0]?.event.seq ?? 0;
    const to = entries.at(-1)?.event.seq ?? 0;
    const rows = [];
    const results = [];
    const events = [];
    const stamps = [];
    for (const entry of entries) {
        const row = replayRow(entry, results);
        if (row !== undefined)
            rows.push(row);
        if (row?.[0] === 'ok' && entry.result !== undefined)
            stamps.push(entry.result.stamp);
        stamps.push(entry.stamp);
        const { seq, ulid, type, recordedAt, data, extra } = entry.event;
        const line = [seq, ulid, type, recordedAt, data];
        if (extra !== undefined)
            line.push(extra);
        events.push(JSON.stringify(line));
    }
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
                label ?? taskId,
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ packEntry),
/* harmony export */   Bz: () => (/* binding */ listSegments),
/* harmony export */   Gz: () => (/* binding */ stampFile),
/* harmony export */   Tc: () => (/* binding */ readSegmentEvents),
/* harmony export */   cw: () => (/* binding */ dropSegments),
/* harmony export */   hc: () => (/* binding */ checkSegments),
/* harmony export */   oI: () => (/* binding */ SEGMENT_EVENTS)
/* harmony export */ });
/* unused harmony exports readReplayRows, packFiles */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(16955);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(38174);
/* harmony import */ var _segment_file_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(28219);
/**
 * Which packed segments of a run may be used. They are a cache in state/segments/ and never a second truth:
 * whoever reads them runs `checkSegments`, at the latest before anything is written.
 */







/** So many events are packed into one segment. */
const SEGMENT_EVENTS = 512;
const SEGMENT_NAME = /^(\d{6,})-(\d{6,})\.ndjson$/;
/**
 * The segments that follow one another from event 1 on, without looking into more than their headers. Of two
 * that begin at the same event the longer one is taken; broken ones are passed over.
 */
function listSegments(runDir) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .paths */ .f0.segments(runDir));
    }
    catch (error) {
        if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .isMissing */ .b2)(error))
            throw error;
        return [];
    }
    const longest = new Map();
    for (const name of names) {
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
        const file = new _segment_file_js__WEBPACK_IMPORTED_MODULE_6__/* .SegmentFile */ .yu(runDir, { path, digest: '' });
        file.close();
        return file.ref;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc || (0,_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .isMissing */ .b2)(error))
            return undefined;
        throw error;
    }
}
function withSegment(runDir, ref, read) {
    const file = new _segment_file_js__WEBPACK_IMPORTED_MODULE_6__/* .SegmentFile */ .yu(runDir, ref);
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
        for (const row of rows) {
            switch (row[0]) {
                case 'request': {
                    const after = row[8] ?? settlements.length;
                    requests.push({
                        effectId: row[2],
                        seq: row[1],
                        stepId: row[3],
                        taskId: row[4],
                        kind: row[5],
                        label: row[6],
                        argsDigest: row[7] ?? undefined,
                        after,
                        waits: row[9] ?? after,
                        site: row[10] ?? undefined,
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
/**
 * Compares segments with what the directory holds now: exactly their event files, each with the size and
 * modification time that it had when it was packed, and so the result files. Returns the paths, relative to
 * the run directory, that differ; none means that the segments may be believed. Costs one stat for each file.
 * Throws DamageError when a segment itself is damaged.
 */
function checkSegments(runDir, segments, events) {
    const differing = [];
    let at = 0;
    for (const ref of segments) {
        for (const stamp of withSegment(runDir, ref, (file) => file.stamps())) {
            if (stamp[0].startsWith('journal/')) {
                const name = events[at++]?.name;
                if (`journal/${name}` !== stamp[0]) {
                    differing.push(name === undefined ? stamp[0] : `journal/${name}`);
                    continue;
                }
            }
            if (!agrees(runDir, stamp))
                differing.push(stamp[0]);
        }
    }
    return differing;
}
function agrees(runDir, [path, size, mtimeMs]) {
    // Not through a link: what it leads to is not the file that was packed.
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(`${runDir}/${path}`, { throwIfNoEntry: false });
    return stat !== undefined && stat.size === size && stat.mtimeMs === mtimeMs && stat.isFile();
}
/** The stamp of a file of the run as it is now. Throws when it is missing. */
function stampFile(runDir, path) {
    const { size, mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
    return [path, size, mtimeMs];
}
/** What packing an event needs, its result read and verified. `stamp`: when it was taken already. */
function packEntry(runDir, event, stamp, resolver) {
    const known = (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .asKnown */ ._S)(event);
    if (known?.type !== 'EFFECT_RESOLVED')
        return { event, stamp };
    const { data } = known;
    const ref = data.resultRef ?? _layout_js__WEBPACK_IMPORTED_MODULE_4__/* .refs */ .DY.result(data.effectId);
    if (data.status === 'error' && data.error !== undefined) {
        return { event, stamp, result: { outcome: (0,_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .readOutcome */ .ns)(resolver, data, stamp[0]), stamp } };
    }
    // The stamp first: a file that changes in between is then seen as changed.
    const resultStamp = stampFile(runDir, ref);
    return { event, stamp, result: { outcome: (0,_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .readOutcome */ .ns)(resolver, data, stamp[0]), stamp: resultStamp } };
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
    for (const { path } of segments) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
        }
        catch (error) {
            if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .isMissing */ .b2)(error))
                throw error;
        }
    }
}


/***/ }),

/***/ 98221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lE: () => (/* binding */ SNAPSHOT_NAME),
  RA: () => (/* binding */ readSnapshot),
  oF: () => (/* binding */ writeSnapshot)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(4826);
// EXTERNAL MODULE: ./lib/journal/atomic.js
var atomic = __nccwpck_require__(42168);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __nccwpck_require__(16955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __nccwpck_require__(41597);
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
var reader = __nccwpck_require__(38174);
// EXTERNAL MODULE: ./lib/journal/segments.js
var journal_segments = __nccwpck_require__(84519);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __nccwpck_require__(40089);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ rebuildStateCache),
/* harmony export */   Wf: () => (/* binding */ staleReason),
/* harmony export */   jD: () => (/* binding */ reasonAfter)
/* harmony export */ });
/* unused harmony exports STATE_CACHE_SCHEMA, stateCacheText */
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(16955);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(68651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(38174);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(40089);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z8: () => (/* binding */ applyEvent),
  tx: () => (/* binding */ attemptOf),
  p$: () => (/* binding */ emptyState),
  HE: () => (/* binding */ pendingByKind),
  L4: () => (/* binding */ stateOf),
  c2: () => (/* binding */ statusOf),
  Jt: () => (/* binding */ waitsForOthers)
});

// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __nccwpck_require__(16955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __nccwpck_require__(41597);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __nccwpck_require__(76786);
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
        state.dispatched = event.data;
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
    const notBefore = effect.starts.at(-1)?.notBefore;
    return notBefore !== undefined && Date.parse(notBefore) > now;
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ SyncLog),
/* harmony export */   sh: () => (/* binding */ MAX_LOGGED),
/* harmony export */   tc: () => (/* binding */ LOG_SCHEMA)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(57975);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(42168);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(41597);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ encodeRun),
/* harmony export */   Qy: () => (/* binding */ encodeTask),
/* harmony export */   Sz: () => (/* binding */ decodeResult),
/* harmony export */   Y0: () => (/* binding */ encodeResult),
/* harmony export */   am: () => (/* binding */ decodeRun),
/* harmony export */   s2: () => (/* binding */ completionProofOf)
/* harmony export */ });
/* unused harmony exports TASK_SCHEMA, RESULT_SCHEMA, BLOB_THRESHOLD */
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(41597);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(68651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(78091);
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
    files.push({ path: resultRef, text });
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   artifactClient: () => (/* binding */ artifactClient)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/**
 * Uploads by @actions/artifact, which is loaded with the first one. Its own retries are known not to be enough: a
 * connection that breaks ends it at once, and a name whose upload broke off is neither listed nor free again.
 */



function artifactClient(runtime, tempDir) {
    let loading;
    const load = () => {
        loading ??= Promise.all(/* import() */[__nccwpck_require__.e(459), __nccwpck_require__.e(361), __nccwpck_require__.e(61), __nccwpck_require__.e(303)]).then(__nccwpck_require__.bind(__nccwpck_require__, 86303)).then(({ DefaultArtifactClient }) => new DefaultArtifactClient());
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
                await within((client) => client.deleteArtifact(name));
                return true;
            }
            catch {
                return false;
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ isFallback),
/* harmony export */   U0: () => (/* binding */ stateNames),
/* harmony export */   VX: () => (/* binding */ INDEX_NAME),
/* harmony export */   au: () => (/* binding */ fallbacks),
/* harmony export */   cB: () => (/* binding */ claimName),
/* harmony export */   d9: () => (/* binding */ checkArtifactRunId),
/* harmony export */   pe: () => (/* binding */ mailName),
/* harmony export */   wholeName: () => (/* binding */ wholeName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76786);
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

/***/ 13969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ scanFiles),
/* harmony export */   ge: () => (/* binding */ belongsOnBranch),
/* harmony export */   pL: () => (/* binding */ isSafePath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(78091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(38174);
/** Which files of a run directory belong on the branch, and which of them changed. */




/** Caches, and what another store keeps in the directory: they would only be in the way on another machine. */
const LOCAL_ROOTS = new Set(['state', 'lease', 'mailbox']);
const LOCAL_FILES = new Set(['progress.ndjson']);
/** `path`: relative to the run directory, with `/`. */
function belongsOnBranch(path) {
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
/** Safe to write below a run directory; a tree may hold any name. */
function isSafePath(path) {
    return belongsOnBranch(path) && !/[\\\0]/.test(path) && !/^[A-Za-z]:/.test(path);
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
                if (path === 'state' || belongsOnBranch(path))
                    walk(path);
            }
            else if (entry.isFile() && belongsOnBranch(path)) {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** Version of the engine, recorded in every run; a test holds it to package.json. */
const VERSION = '0.1.0';


/***/ }),

/***/ 79435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(68729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21792);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ }),

/***/ 21792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  You: () => (/* binding */ ZodISODateTime),
  YOg: () => (/* binding */ array),
  oad: () => (/* binding */ bigint),
  zMY: () => (/* binding */ schemas_boolean),
  gMt: () => (/* binding */ discriminatedUnion),
  k5n: () => (/* binding */ _enum),
  Whr: () => (/* binding */ schemas_int),
  Pq9: () => (/* binding */ json),
  euz: () => (/* binding */ literal),
  aig: () => (/* binding */ number),
  Ikc: () => (/* binding */ object),
  g1P: () => (/* binding */ record),
  YjP: () => (/* binding */ string),
  KCZ: () => (/* binding */ union),
  L5J: () => (/* binding */ unknown)
});

// UNUSED EXPORTS: ZodAny, ZodArray, ZodBase64, ZodBase64URL, ZodBigInt, ZodBigIntFormat, ZodBoolean, ZodCIDRv4, ZodCIDRv6, ZodCUID, ZodCUID2, ZodCatch, ZodCodec, ZodCreditCard, ZodCustom, ZodCustomStringFormat, ZodDate, ZodDefault, ZodDiscriminatedUnion, ZodE164, ZodEmail, ZodEmoji, ZodEnum, ZodExactOptional, ZodFile, ZodFunction, ZodGUID, ZodIBAN, ZodIPv4, ZodIPv6, ZodISODate, ZodISODuration, ZodISOTime, ZodInstanceOf, ZodIntersection, ZodJWT, ZodKSUID, ZodLazy, ZodLiteral, ZodMAC, ZodMap, ZodNaN, ZodNanoID, ZodNever, ZodNonOptional, ZodNull, ZodNullable, ZodNumber, ZodNumberFormat, ZodObject, ZodOptional, ZodPipe, ZodPrefault, ZodPreprocess, ZodPromise, ZodReadonly, ZodRecord, ZodSet, ZodString, ZodStringFormat, ZodSuccess, ZodSymbol, ZodTemplateLiteral, ZodTransform, ZodTuple, ZodType, ZodULID, ZodURL, ZodUUID, ZodUndefined, ZodUnion, ZodUnknown, ZodVoid, ZodXID, ZodXor, _ZodString, _default, _function, any, base64, base64url, catch, check, cidrv4, cidrv6, codec, creditCard, cuid, cuid2, currencyCode, custom, date, describe, e164, email, emoji, exactOptional, file, float32, float64, function, guid, hash, hex, hostname, httpUrl, iban, instanceof, int32, int64, intersection, invertCodec, ipv4, ipv6, jwt, keyof, ksuid, lazy, looseObject, looseRecord, mac, map, meta, nan, nanoid, nativeEnum, never, nonoptional, null, nullable, nullish, optional, partialRecord, pipe, prefault, preprocess, promise, readonly, refine, set, strictObject, stringFormat, stringbool, success, superRefine, symbol, templateLiteral, transform, tuple, uint32, uint64, ulid, undefined, url, uuid, uuidv4, uuidv6, uuidv7, void, xid, xor

// EXTERNAL MODULE: ../node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(74214);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(44633);
;// CONCATENATED MODULE: ../node_modules/zod/v4/core/memoizer.js

class $ZodCyclicError extends Error {
    constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
    }
}
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
// a value a cycle can close through
function isRef(value) {
    return value !== null && typeof value === "object";
}
// Receivers prefix paths in place, so the cache and every hand-out need their own copies.
function cloneIssues(issues) {
    return issues.map((iss) => (iss.path ? { ...iss, path: iss.path.slice() } : { ...iss }));
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
    const cached = recursive.get(inst);
    if (cached !== undefined)
        return cached ? PROVEN : NONE;
    // Relative to the walk in progress, so not cached.
    if (stack.has(inst))
        return PROVEN;
    stack.add(inst);
    let result = NONE;
    const check = (child) => {
        if (result !== PROVEN && child?._zod) {
            const answer = isRecursive(child, stack, resolve);
            if (answer > result)
                result = answer;
        }
    };
    // `Reflect.ownKeys` rather than `Object.keys`, so a cycle through a declared symbol key is still seen
    const shape = (sh, spread) => {
        let answer = NONE;
        for (const key of Reflect.ownKeys(sh)) {
            const desc = Object.getOwnPropertyDescriptor(sh, key);
            // an object resolves its shape by spread, so a key it does not enumerate is never parsed; `z.properties` reads every own key and so keeps them all
            if (spread && !desc.enumerable)
                continue;
            // resolving runs user code, and a factory mints a fresh subtree per read, so an edge the walk can't follow counts as a cycle
            const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
            if (child > answer)
                answer = child;
        }
        return answer;
    };
    const merge = (answer) => {
        if (answer > result)
            result = answer;
    };
    const def = inst._zod.def;
    const kind = def.type;
    switch (kind) {
        case "object": {
            const raw = core_util/* rawShape */.MO(def);
            // a def with no raw shape answers `shape` from an accessor of its own, and running that can mint a whole fresh subtree
            merge(raw ? shape(raw, true) : ASSUMED);
            check(def.catchall);
            break;
        }
        case "array":
            check(def.element);
            break;
        case "tuple":
            for (const el of def.items)
                check(el);
            check(def.rest);
            break;
        case "record":
        case "map":
            check(def.keyType);
            check(def.valueType);
            break;
        case "set":
            check(def.valueType);
            break;
        case "union":
            for (const el of def.options)
                check(el);
            break;
        case "intersection":
            check(def.left);
            check(def.right);
            break;
        case "optional":
        case "nullable":
        case "default":
        case "prefault":
        case "catch":
        case "readonly":
        case "nonoptional":
        case "promise":
        case "success":
            check(def.innerType);
            break;
        case "pipe":
            check(def.in);
            check(def.out);
            break;
        case "function":
            check(def.input);
            check(def.output);
            break;
        // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
        case "lazy": {
            const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : undefined);
            // walked with resolution off: one hop sees past the deferral, and a lazy that yields only another unresolved lazy is generative, so it stops there
            merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
            break;
        }
        // a leaf by choice: `parts` are regex fragments, not data positions
        case "template_literal":
        // leaves
        case "string":
        case "number":
        case "int":
        case "boolean":
        case "bigint":
        case "symbol":
        case "undefined":
        case "null":
        case "void":
        case "never":
        case "any":
        case "unknown":
        case "date":
        case "nan":
        case "enum":
        case "literal":
        case "file":
        case "transform":
        case "custom":
            break;
        default: {
            // a new built-in kind becomes a compile error here
            kind;
            // a user-defined kind can still hold children, and only its author knows where, so fall back to scanning the def — skipping accessors, since reading one can run user code
            for (const key in def) {
                const desc = Object.getOwnPropertyDescriptor(def, key);
                if (!desc || desc.get)
                    continue;
                const value = desc.value;
                if (!value || typeof value !== "object")
                    continue;
                if (value._zod)
                    check(value);
                else if (Array.isArray(value))
                    for (const el of value)
                        check(el);
            }
        }
    }
    stack.delete(inst);
    return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
    if (answer !== ASSUMED)
        recursive.set(inst, answer === PROVEN);
    return answer;
}
/**
 * Whether one parse can re-enter this schema, i.e. its subtree contains a cycle.
 * Exported for `z.compile`, which refuses to compile such a schema: cycle
 * breaking is driven from here off state keyed on the parse context, and a
 * generated fast path has no context to key on.
 */
function isRecursiveSchema(inst) {
    // z.compile never parses, so nothing would ever resolve a lazy for it; it runs once and already treats a throw here as recursive
    return isRecursive(inst, new Set(), true) !== NONE;
}
function bucketFor(state, inst) {
    let bucket = state.buckets.get(inst);
    if (!bucket) {
        bucket = new WeakMap();
        state.buckets.set(inst, bucket);
    }
    return bucket;
}
// Set immediately before delegating to core and cleared immediately after, so `alloc` registers only for a visit this module is driving.
let handoff;
// Allocated but unfinished entries. `alloc` and the matching pop both happen in the synchronous part of a parse, so they nest even when children are async, and one stack serves every schema.
const memoizer_open = [];
const memo = {
    alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
            return empty;
        handoff = undefined;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        memoizer_open.push(entry);
        return empty;
    },
    guard(inst) {
        var _a;
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                // The value is a placeholder a back-edge is still waiting on, so the cycle closes through this transform. Its output can't exist in time to bind.
                if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
                    throw new $ZodCyclicError();
                return base(payload, ctx);
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
    attach(inst) {
        var _a;
        let isRecursiveInst;
        let rechecked = false;
        // a recursive schema is re-entered many times per parse and its bucket never changes
        let lastCtx;
        let lastBucket;
        // Wraps `parse` in a deferred so it sees the container's final parse. Core's own deferred copies `parse` into `run` when there are no checks, and it ran first, so `run` is patched to match; with checks, `run` reads `parse` dynamically.
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                if (isRecursiveInst === undefined) {
                    const walked = isRecursive(inst, new Set(), false);
                    if (walked === NONE) {
                        // Nothing here can ever fire, so take it back out.
                        inst._zod.parse = base;
                        if (inst._zod.run === wrapped)
                            inst._zod.run = base;
                        return base(payload, ctx);
                    }
                    // this parse resolves the deferred edges on its own path, so ask once more before latching
                    if (walked === PROVEN || rechecked)
                        isRecursiveInst = true;
                    else
                        rechecked = true;
                }
                const input = payload.value;
                if (!isRef(input))
                    return base(payload, ctx);
                let state = ctx[STATE];
                if (!state) {
                    state = { buckets: new WeakMap(), backEdges: undefined };
                    ctx[STATE] = state;
                }
                let bucket;
                if (lastCtx === ctx) {
                    bucket = lastBucket;
                }
                else {
                    bucket = bucketFor(state, inst);
                    lastCtx = ctx;
                    lastBucket = bucket;
                }
                const hit = bucket.get(input);
                if (hit) {
                    payload.value = hit.value;
                    if (hit.issues) {
                        if (hit.issues.length)
                            payload.issues.push(...cloneIssues(hit.issues));
                    }
                    else {
                        // Still being parsed: its own checks cover it, so skip them here.
                        payload.memo = true;
                        state.backEdges ?? (state.backEdges = new WeakSet());
                        state.backEdges.add(hit.value);
                    }
                    return payload;
                }
                handoff = bucket;
                const depth = memoizer_open.length;
                const result = base(payload, ctx);
                handoff = undefined;
                // A container that rejected its input outright allocated nothing.
                const entry = memoizer_open.length > depth ? memoizer_open.pop() : undefined;
                // Both paths written out so the sync one allocates no closure. It runs once per node, and capturing here cost more than everything else combined.
                if (result instanceof Promise) {
                    return result.then((r) => {
                        if (entry)
                            entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                        return r;
                    });
                }
                if (entry)
                    entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
                return result;
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
    return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
    const backEdges = ctx[STATE]?.backEdges;
    return backEdges !== undefined && isRef(value) && backEdges.has(value);
}

// EXTERNAL MODULE: ../node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(28880);
;// CONCATENATED MODULE: ../node_modules/zod/v4/core/doc.js
class Doc {
    constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
    }
    // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
    indented(fn) {
        this.indent += 1;
        try {
            fn(this);
        }
        finally {
            this.indent -= 1;
        }
    }
    write(arg) {
        if (typeof arg === "function") {
            arg(this, { execution: "sync" });
            arg(this, { execution: "async" });
            return;
        }
        const content = arg;
        const lines = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
        const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
            this.content.push(line);
        }
    }
    compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`);
        return factory(...Object.values(this.closed));
    }
}

// EXTERNAL MODULE: ../node_modules/zod/v4/core/regexes.js
var core_regexes = __nccwpck_require__(86674);
;// CONCATENATED MODULE: ../node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ../node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = core_util/* aborted */.QH(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (core_util/* explicitlyAborted */.rL(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new core_core/* $ZodAsyncError */.GT();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = core_util/* aborted */.QH(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = core_util/* aborted */.QH(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (core_util/* aborted */.QH(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? core_regexes/* anyString */.gp;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    core_checks/* $ZodCheckStringFormat */.ql.init(inst, def);
    $ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* guid */.Os);
    $ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR(v));
    }
    else
        def.pattern ?? (def.pattern = core_regexes/* uuid */.uR());
    $ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* email */.Rp);
    $ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === core_regexes/* httpProtocol */.F.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* emoji */.Zg());
    $ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? core_regexes/* nanoid */.Ak : core_regexes/* nanoidOfLength */.D2(def.length));
    $ZodStringFormat.init(inst, def);
});
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid */.gF);
    $ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cuid2 */.Gl);
    $ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ulid */.Z0);
    $ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* xid */.kM);
    $ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ksuid */.fO);
    $ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* datetime */.w$(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* date */.p6);
    $ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* time */.kB(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* duration */.p0);
    $ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv4 */.uX);
    $ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* ipv6 */.ug);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv4 */.zr);
    $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* cidrv6 */.l7); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = core_regexes/* e164 */.hQ);
    $ZodStringFormat.init(inst, def);
});
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only — the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only — checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* number */.ai;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumberFormat", (inst, def) => {
    core_checks/* $ZodCheckNumberFormat */.KH.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* boolean */.zM;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* bigint */.o;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = core_regexes/* null */.ch;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
});
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = core_util/* sizeCaps */.hi(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of core_util/* sizeCaps */.hi(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    core_util/* attachSchema */.d3(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && core_util/* aborted */.QH(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing — whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = core_util/* optionalKeys */.NM(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (core_util/* aborted */.QH(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    core_util/* assignProp */.Vy(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = core_util/* isObject */.Gv;
    const catchall = def.catchall;
    let value;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (core_util/* aborted */.QH(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    const memo = core_core/* globalConfig */.cr.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : core_util/* esc */.UQ(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys — and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = core_util/* isObject */.Gv;
    const jit = !core_core/* globalConfig */.cr.jitless;
    const allowsEval = core_util/* allowsEval */.hI;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
});
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !core_util/* aborted */.QH(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => core_util/* cleanRegex */.p6(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
core_core/* $constructor */.xI("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    core_util/* assignProp */.Vy(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it — pipes and lazies — are left to the map.
    def.options.forEach((option, i) => {
        const propShape = core_util/* rawShape */.MO(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = core_util/* cached */.PO(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isObject */.Gv(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
});
const $ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
});
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (core_util/* isPlainObject */.Qd(a) && core_util/* isPlainObject */.Qd(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (core_util/* aborted */.QH(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = core_util/* aborted */.QH(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (core_util/* aborted */.QH(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
});
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...core_util/* prefixIssues */.lQ(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isPlainObject */.Qd(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && core_regexes/* number */.ai.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
});
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = core_util/* getEnumValues */.w5(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const patternValues = core_util/* getEnumValues */.w5(zod.def.entries).filter((k) => core_util/* propertyKeyTypes */.qQ.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util/* escapeRegex */.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? core_util/* escapeRegex */.sD(o) : o ? core_util/* escapeRegex */.sD(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    core_core/* globalConfig */.cr.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        payload.value = _out;
        return payload;
    };
});
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)}|null)$`) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
});
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
});
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
});
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.in._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
});
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
})));
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
})));
const $ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
});
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    core_util/* defineLazy */.gJ(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
});
const $ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCustom", (inst, def) => {
    core_checks/* $ZodCheck */.QP.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
});
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(core_util/* issue */.sn(_iss));
    }
}

// EXTERNAL MODULE: ../node_modules/zod/v4/core/registries.js
var registries = __nccwpck_require__(9110);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/api.js
var api = __nccwpck_require__(68729);
;// CONCATENATED MODULE: ../node_modules/zod/v4/core/to-json-schema.js


function assignProps(target, ...sources) {
    for (const source of sources) {
        for (const key of Reflect.ownKeys(source)) {
            if (Object.prototype.propertyIsEnumerable.call(source, key)) {
                (0,core_util/* assignProp */.Vy)(target, key, source[key]);
            }
        }
    }
    return target;
}
// function initializeContext<T extends schemas.$ZodType>(inputs: JSONSchemaGeneratorParams<T>): ToJSONSchemaContext<T> {
//   return {
//     processor: inputs.processor,
//     metadataRegistry: inputs.metadata ?? globalRegistry,
//     target: inputs.target ?? "draft-2020-12",
//     unrepresentable: inputs.unrepresentable ?? "throw",
//   };
// }
function to_json_schema_initializeContext(params) {
    // Normalize target: convert old non-hyphenated versions to hyphenated versions
    let target = params?.target ?? "draft-2020-12";
    if (target === "draft-4")
        target = "draft-04";
    if (target === "draft-7")
        target = "draft-07";
    return {
        processors: params.processors ?? {},
        metadataRegistry: params?.metadata ?? registries/* globalRegistry */.fd,
        target,
        unrepresentable: params?.unrepresentable ?? "throw",
        override: params?.override ?? (() => { }),
        io: params?.io ?? "output",
        counter: 0,
        seen: new Map(),
        sharedDefsExtractedFor: undefined,
        sharedEmitDoneFor: undefined,
        cycles: params?.cycles ?? "ref",
        reused: params?.reused ?? "inline",
        intersections: [],
        deferred: [],
        external: params?.external ?? undefined,
    };
}
/**
 * Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
 * `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
 * custom JSON Schema was written into `json`, in which case the caller must not write its own.
 */
function handleUnrepresentable(schema, ctx, json, params, message) {
    const result = typeof ctx.unrepresentable === "function"
        ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message })
        : ctx.unrepresentable;
    if (result === "any")
        return false;
    if (result === undefined || result === "throw")
        throw new Error(message);
    Object.assign(json, result);
    return true;
}
// never rename this back to `process`: bundler polyfills inject a top-level `const process` that a lexical declaration of the same name collides with (#6397)
function to_json_schema_processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
    var _a;
    const def = schema._zod.def;
    // check for schema in seens
    const seen = ctx.seen.get(schema);
    if (seen) {
        seen.count++;
        // check if cycle
        const isCycle = _params.schemaPath.includes(schema);
        if (isCycle) {
            seen.cycle = _params.path;
        }
        return seen.schema;
    }
    // initialize
    const result = { schema: {}, count: 1, cycle: undefined, path: _params.path };
    ctx.seen.set(schema, result);
    ctx.sharedDefsExtractedFor = undefined;
    ctx.sharedEmitDoneFor = undefined;
    // custom method overrides default behavior
    const overrideSchema = schema._zod.toJSONSchema?.();
    if (overrideSchema) {
        result.schema = overrideSchema;
    }
    else {
        const params = {
            ..._params,
            schemaPath: [..._params.schemaPath, schema],
            path: _params.path,
        };
        if (schema._zod.processJSONSchema) {
            schema._zod.processJSONSchema(ctx, result.schema, params);
        }
        else {
            const _json = result.schema;
            const processor = ctx.processors[def.type];
            if (!processor) {
                throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
            }
            processor(schema, ctx, _json, params);
        }
        const parent = schema._zod.parent;
        if (parent) {
            // Also set ref if processor didn't (for inheritance)
            if (!result.ref)
                result.ref = parent;
            to_json_schema_processSchema(parent, ctx, params);
            ctx.seen.get(parent).isParent = true;
        }
    }
    // metadata
    const meta = ctx.metadataRegistry.get(schema);
    if (meta)
        assignProps(result.schema, meta);
    if (ctx.io === "input" && isTransforming(schema)) {
        // examples/defaults only apply to output type of pipe
        delete result.schema.examples;
        delete result.schema.default;
    }
    // set prefault as default
    if (ctx.io === "input" && "_prefault" in result.schema)
        (_a = result.schema).default ?? (_a.default = result.schema._prefault);
    delete result.schema._prefault;
    // pulling fresh from ctx.seen in case it was overwritten
    const _result = ctx.seen.get(schema);
    return _result.schema;
}
/** @deprecated Renamed to `processSchema`. An export alias declares no binding, so it is safe to keep. */

// Escape a reference token for use in a JSON Pointer fragment (RFC 6901): `~` becomes `~0` and `/` becomes `~1`. The `~` replacement must run first.
function encodeJSONPointerSegment(segment) {
    return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function to_json_schema_extractDefs(ctx, schema
// params: EmitParams
) {
    // iterate over seen map;
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // With `external` set, every registered schema resolves through the external branch of `makeURI`, so the root branch below produces the same ref the external branch would — this pass is identical whichever schema it is called with, and only needs to run once.
    if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
        return;
    // Track ids to detect duplicates across different schemas
    const idToSchema = new Map();
    for (const entry of ctx.seen.entries()) {
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            const existing = idToSchema.get(id);
            if (existing && existing !== entry[0]) {
                throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
            }
            idToSchema.set(id, entry[0]);
        }
    }
    // returns a ref to the schema defId will be empty if the ref points to an external schema (or #)
    const makeURI = (entry) => {
        // comparing the seen objects because sometimes multiple schemas map to the same seen object. e.g. lazy
        // external is configured
        const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
        if (ctx.external) {
            const externalId = ctx.external.registry.get(entry[0])?.id; // ?? "__shared";// `__schema${ctx.counter++}`;
            // check if schema is in the external registry
            const uriGenerator = ctx.external.uri ?? ((id) => id);
            if (externalId) {
                return { ref: uriGenerator(externalId) };
            }
            // otherwise, add to __shared
            const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
            entry[1].defId = id; // set defId so it will be reused if needed
            return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
        }
        const uriPrefix = `#`;
        const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
        // an id-less root has nowhere to be extracted to, so it stays inline and self-references as `#`
        if (entry[1] === root && !entry[1].schema.id) {
            return { ref: uriPrefix };
        }
        // self-contained schema
        const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
        return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
    };
    // stored cached version in `def` property remove all properties, set $ref
    const extractToDef = (entry) => {
        // if the schema is already a reference, do not extract it
        if (entry[1].schema.$ref) {
            return;
        }
        const seen = entry[1];
        const { ref, defId } = makeURI(entry);
        seen.def = { ...seen.schema };
        // defId won't be set if the schema is a reference to an external schema or if the schema is the root schema
        if (defId)
            seen.defId = defId;
        // wipe away all properties except $ref
        const schema = seen.schema;
        for (const key in schema) {
            delete schema[key];
        }
        schema.$ref = ref;
    };
    // throw on cycles
    // break cycles
    if (ctx.cycles === "throw") {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.cycle) {
                throw new Error("Cycle detected: " +
                    `#/${seen.cycle?.join("/")}/<root>` +
                    '\n\nSet the `cycles` parameter to `"ref"` to resolve cyclical schemas with defs.');
            }
        }
    }
    // extract schemas into $defs
    for (const entry of ctx.seen.entries()) {
        const seen = entry[1];
        // convert root schema to # $ref
        if (schema === entry[0]) {
            extractToDef(entry); // this has special handling for the root schema
            continue;
        }
        // extract schemas that are in the external registry
        if (ctx.external) {
            const ext = ctx.external.registry.get(entry[0])?.id;
            if (schema !== entry[0] && ext) {
                extractToDef(entry);
                continue;
            }
        }
        // extract schemas with `id` meta
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            extractToDef(entry);
            continue;
        }
        // break cycles
        if (seen.cycle) {
            // any
            extractToDef(entry);
            continue;
        }
        // extract reused schemas
        if (seen.count > 1) {
            if (ctx.reused === "ref") {
                extractToDef(entry);
            }
        }
    }
    if (ctx.external)
        ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
    const options = schema.anyOf;
    if (!Array.isArray(options) || options.length === 0 || schema.type !== undefined)
        return;
    const types = [];
    for (const option of options) {
        if (!option || typeof option !== "object")
            return;
        // A branch that is itself a compactible union folds into this one — nested `anyOf` and a flat `type` array say the same thing. Compacting it first also makes the result independent of the order this pass walks the seen map in.
        compactTypeUnion(option);
        const keys = Object.keys(option);
        if (keys.length !== 1 || keys[0] !== "type")
            return;
        const type = option.type;
        for (const member of Array.isArray(type) ? type : [type]) {
            if (typeof member !== "string")
                return;
            if (!types.includes(member))
                types.push(member);
        }
    }
    delete schema.anyOf;
    // A `type` array must be non-empty and unique (metaschema); a single member is spelled as a bare string.
    schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
 * an annotation like `description` — makes a member unfoldable, so a constraint this does not
 * understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = new Set(["type", "properties", "required", "additionalProperties"]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
    const extra = member.additionalProperties;
    if (extra === undefined || extra === false || typeof extra !== "object" || extra === null)
        return null;
    return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
    const objects = [];
    for (const member of members) {
        // A boolean subschema is legal JSON Schema and carries no keywords to fold.
        if (typeof member !== "object" || member.type !== "object")
            return null;
        for (const key in member) {
            if (!FOLDABLE_KEYS.has(key))
                return null;
        }
        objects.push(member);
    }
    const properties = {};
    const required = new Set();
    for (const object of objects) {
        for (const key in object.properties) {
            // `in` would report a `__proto__` key as already present via the prototype chain and skip it.
            if (Object.prototype.hasOwnProperty.call(properties, key))
                continue;
            // Every member constrains this key: the ones that declare it say how, and a `catchall` member constrains it too even though it does not name it. The key has to satisfy all of them, which is the same intersection one level down.
            const parts = [];
            for (const other of objects) {
                const part = other.properties?.[key] ?? undeclaredConstraint(other);
                if (part === null || part === undefined)
                    continue;
                if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
                    parts.push(part);
            }
            const merged = parts.length === 1
                ? parts[0]
                : (foldObjects(parts) ?? { allOf: parts });
            (0,core_util/* assignProp */.Vy)(properties, key, merged);
        }
        for (const key of object.required ?? [])
            required.add(key);
    }
    const folded = { type: "object", properties };
    if (required.size)
        folded.required = [...required];
    // A key no member declares is rejected only when every member rejects it, so the fold is closed only when every member is. Otherwise it carries whatever the `catchall` members demand of such a key.
    if (objects.every((object) => object.additionalProperties === false)) {
        folded.additionalProperties = false;
    }
    else {
        const constraints = [];
        for (const object of objects) {
            const constraint = undeclaredConstraint(object);
            if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
                constraints.push(constraint);
        }
        if (constraints.length === 1)
            folded.additionalProperties = constraints[0];
        else if (constraints.length > 1)
            folded.additionalProperties = { allOf: constraints };
    }
    return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
 * closed object members reject each other's keys and the schema validates nothing. Zod's parser
 * pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
 * *every* side rejects it — so the emitted schema has to pool them too, and folding the members
 * into one object is the encoding that says so on every target.
 *
 * This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
 * machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
 * keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
    const allOf = json.allOf;
    if (!Array.isArray(allOf) || allOf.length < 2)
        return;
    // An `override` runs before this pass and may have written object keywords onto the intersection itself. Those are deliberate, so decline rather than overwrite them.
    for (const key of FOLDABLE_KEYS)
        if (key in json)
            return;
    // An intersection distributes over a union: `A & (X | Y)` is `(A & X) | (A & Y)`. Only the first union is distributed over; a second one stays among the members every branch folds against, where it fails the object check and declines the whole intersection rather than multiplying out.
    const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
    let folded = null;
    if (!unions.length) {
        folded = foldObjects(allOf);
    }
    else {
        const union = unions[0];
        const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
        if (Object.keys(union).length !== 1)
            return;
        const rest = allOf.filter((m) => m !== union);
        const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
        if (branches.some((b) => !b))
            return;
        folded = { [keyword]: branches };
    }
    if (!folded)
        return;
    delete json.allOf;
    assignProps(json, folded);
}
function to_json_schema_finalize(ctx, schema) {
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // flatten refs - inherit properties from parent schemas
    const flattenRef = (zodSchema) => {
        const seen = ctx.seen.get(zodSchema);
        // already processed
        if (seen.ref === null)
            return;
        const schema = seen.def ?? seen.schema;
        const _cached = { ...schema };
        const ref = seen.ref;
        seen.ref = null; // prevent infinite recursion
        if (ref) {
            flattenRef(ref);
            const refSeen = ctx.seen.get(ref);
            const refSchema = refSeen.schema;
            // merge referenced schema into current
            if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
                // older drafts can't combine $ref with other properties
                schema.allOf = schema.allOf ?? [];
                schema.allOf.push(refSchema);
            }
            else {
                assignProps(schema, refSchema);
            }
            // restore child's own properties (child wins)
            assignProps(schema, _cached);
            const isParentRef = zodSchema._zod.parent === ref;
            // For parent chain, child is a refinement - remove parent-only properties
            if (isParentRef) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (!(key in _cached)) {
                        delete schema[key];
                    }
                }
            }
            // When ref was extracted to $defs, remove properties that match the definition
            if (refSchema.$ref && refSeen.def) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) {
                        delete schema[key];
                    }
                }
            }
        }
        // If parent was extracted (has $ref), propagate $ref to this schema. This handles cases like: readonly().meta({id}).describe() where processor sets ref to innerType but parent should be referenced
        const parent = zodSchema._zod.parent;
        if (parent && parent !== ref) {
            // Ensure parent is processed first so its def has inherited properties
            flattenRef(parent);
            const parentSeen = ctx.seen.get(parent);
            if (parentSeen?.schema.$ref) {
                schema.$ref = parentSeen.schema.$ref;
                // De-duplicate with parent's definition
                if (parentSeen.def) {
                    for (const key in schema) {
                        if (key === "$ref" || key === "allOf")
                            continue;
                        if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) {
                            delete schema[key];
                        }
                    }
                }
            }
        }
        // execute overrides
        ctx.override({
            zodSchema: zodSchema,
            jsonSchema: schema,
            path: seen.path ?? [],
        });
    };
    // Flattening walks the whole map and clears each `ref` as it goes, so a second call over the same map is a no-op scan. Skip it outright once it has run for a registry conversion.
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of [...ctx.seen.entries()].reverse()) {
            flattenRef(entry[0]);
        }
        if (ctx.target !== "openapi-3.0") {
            for (const entry of ctx.seen.entries()) {
                compactTypeUnion(entry[1].def ?? entry[1].schema);
            }
        }
        for (const rewrite of ctx.deferred)
            rewrite();
        // After flattening, every member that was extracted is a `$ref`, so the fold sees the final shape. A schema that inherits an intersection — through `z.lazy`, or any `ref` chain — holds the same `allOf` array, so fold by array identity to catch every copy.
        if (ctx.intersections.length) {
            const carriers = new Map();
            for (const seen of ctx.seen.values()) {
                for (const json of [seen.schema, seen.def]) {
                    const allOf = json?.allOf;
                    if (!Array.isArray(allOf))
                        continue;
                    const existing = carriers.get(allOf);
                    if (existing)
                        existing.push(json);
                    else
                        carriers.set(allOf, [json]);
                }
            }
            for (const allOf of ctx.intersections) {
                for (const json of carriers.get(allOf) ?? [])
                    foldIntersection(json);
            }
        }
    }
    const result = {};
    if (ctx.target === "draft-2020-12") {
        result.$schema = "https://json-schema.org/draft/2020-12/schema";
    }
    else if (ctx.target === "draft-07") {
        result.$schema = "http://json-schema.org/draft-07/schema#";
    }
    else if (ctx.target === "draft-04") {
        result.$schema = "http://json-schema.org/draft-04/schema#";
    }
    else if (ctx.target === "openapi-3.0") {
        // OpenAPI 3.0 schema objects should not include a $schema property
    }
    else {
        // Arbitrary string values are allowed but won't have a $schema property set
    }
    if (ctx.external?.uri) {
        const id = ctx.external.registry.get(schema)?.id;
        if (!id)
            throw new Error("Schema is missing an `id` property");
        result.$id = ctx.external.uri(id);
    }
    // when the root was extracted into $defs, `root.schema` is the `$ref` wrapper and `root.def` is the body that now lives under $defs
    assignProps(result, root.defId ? root.schema : (root.def ?? root.schema));
    // The `id` in `.meta()` is a Zod-specific registration tag used to extract schemas into $defs — it is not user-facing JSON Schema metadata. Strip it from the output body where it would otherwise leak. The id is preserved implicitly via the $defs key (and via $ref paths).
    const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
    if (rootMetaId !== undefined && result.id === rootMetaId)
        delete result.id;
    // build defs object. With `external`, `defs` is the shared object every schema writes into, so the same entries are reassigned on every call. Without it, `defs` is fresh per call and must be rebuilt.
    const defs = ctx.external?.defs ?? {};
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.def && seen.defId) {
                if (seen.def.id === seen.defId)
                    delete seen.def.id;
                (0,core_util/* assignProp */.Vy)(defs, seen.defId, seen.def);
            }
        }
    }
    if (ctx.external)
        ctx.sharedEmitDoneFor = ctx.external;
    // set definitions in result
    if (ctx.external) {
    }
    else {
        if (Object.keys(defs).length > 0) {
            if (ctx.target === "draft-2020-12") {
                result.$defs = defs;
            }
            else {
                result.definitions = defs;
            }
        }
    }
    try {
        // this "finalizes" this schema and ensures all cycles are removed each call to finalize() is functionally independent though the seen map is shared
        const finalized = JSON.parse(JSON.stringify(result));
        Object.defineProperty(finalized, "~standard", {
            value: {
                ...schema["~standard"],
                jsonSchema: {
                    input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
                    output: createStandardJSONSchemaMethod(schema, "output", ctx.processors),
                },
            },
            enumerable: false,
            writable: false,
        });
        return finalized;
    }
    catch (_err) {
        throw new Error("Error converting schema to JSON.");
    }
}
function isTransforming(_schema, _ctx) {
    const ctx = _ctx ?? { seen: new Set() };
    if (ctx.seen.has(_schema))
        return false;
    ctx.seen.add(_schema);
    const def = _schema._zod.def;
    if (def.type === "transform")
        return true;
    if (def.type === "array")
        return isTransforming(def.element, ctx);
    if (def.type === "set")
        return isTransforming(def.valueType, ctx);
    if (def.type === "lazy")
        return isTransforming(def.getter(), ctx);
    if (def.type === "promise" ||
        def.type === "optional" ||
        def.type === "nonoptional" ||
        def.type === "nullable" ||
        def.type === "readonly" ||
        def.type === "default" ||
        def.type === "prefault" ||
        def.type === "catch") {
        return isTransforming(def.innerType, ctx);
    }
    if (def.type === "intersection") {
        return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
    }
    if (def.type === "record" || def.type === "map") {
        return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
    }
    if (def.type === "pipe") {
        if (_schema._zod.traits.has("$ZodCodec"))
            return true;
        return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
    }
    if (def.type === "object") {
        for (const key in def.shape) {
            if (isTransforming(def.shape[key], ctx))
                return true;
        }
        return false;
    }
    if (def.type === "union") {
        for (const option of def.options) {
            if (isTransforming(option, ctx))
                return true;
        }
        return false;
    }
    if (def.type === "tuple") {
        for (const item of def.items) {
            if (isTransforming(item, ctx))
                return true;
        }
        if (def.rest && isTransforming(def.rest, ctx))
            return true;
        return false;
    }
    return false;
}
/**
 * Creates a toJSONSchema method for a schema instance.
 * This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
 */
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
    const ctx = to_json_schema_initializeContext({ ...params, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
    const { libraryOptions, target } = params ?? {};
    const ctx = to_json_schema_initializeContext({ ...(libraryOptions ?? {}), target, io, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};

;// CONCATENATED MODULE: ../node_modules/zod/v4/core/json-schema-processors.js




const narrowMin = (agg, key, value) => {
    if (agg[key] === undefined || value > agg[key])
        agg[key] = value;
};
const narrowMax = (agg, key, value) => {
    if (agg[key] === undefined || value < agg[key])
        agg[key] = value;
};
const narrowBoth = (agg, value) => {
    narrowMin(agg, "minimum", value);
    narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
    agg.multipleOf ?? (agg.multipleOf = []);
    if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
    agg.patterns ?? (agg.patterns = new Set());
    agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
    agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
// last-wins, matching the bag's historical write order; the flag keeps an integer format from being lost to a later float one
const setFormat = (agg, format) => {
    agg.format = format;
    if (format.includes("int"))
        agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
    setFormat(agg, def.format);
    const [minimum, maximum] = ranges[def.format];
    narrowMin(agg, "minimum", minimum);
    narrowMax(agg, "maximum", maximum);
};
const contributors = {
    greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
    less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
    multiple_of: (agg, def) => addDivisor(agg, def.value),
    number_format: formatContributor(core_util/* NUMBER_FORMAT_RANGES */.zH),
    bigint_format: formatContributor(core_util/* BIGINT_FORMAT_RANGES */.NR),
    min_length: minContributor,
    max_length: maxContributor,
    length_equals: (agg, def) => narrowBoth(agg, def.length),
    min_size: minContributor,
    max_size: maxContributor,
    size_equals: (agg, def) => narrowBoth(agg, def.size),
    string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
            addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
            agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
            agg.laxFormat = true;
    },
    mime_type: (agg, def) => intersectMime(agg, def.mime),
};
function aggregateChecks(schema) {
    const agg = {};
    const def = schema._zod.def;
    // a format schema is its own first check, same rule as $ZodType init
    const list = schema._zod.traits.has("$ZodCheck")
        ? [schema, ...(def.checks ?? [])]
        : (def.checks ?? []);
    for (const ch of list)
        contributors[ch._zod.def.check]?.(agg, ch._zod.def);
    // reconcile with the bag so third-party onattach contributions still land; first-party residue is never tighter than the fold, so merging it back is idempotent for one and additive for the other
    const bag = schema._zod.bag;
    if (bag.minimum !== undefined)
        narrowMin(agg, "minimum", bag.minimum);
    if (bag.exclusiveMinimum !== undefined)
        narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
    if (bag.maximum !== undefined)
        narrowMax(agg, "maximum", bag.maximum);
    if (bag.exclusiveMaximum !== undefined)
        narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
    if (bag.multipleOf !== undefined)
        addDivisor(agg, bag.multipleOf);
    if (bag.format !== undefined) {
        agg.format ?? (agg.format = bag.format);
        if (bag.format.includes("int"))
            agg.isInt = true;
    }
    if (bag.mime)
        intersectMime(agg, bag.mime);
    for (const pattern of bag.patterns ?? [])
        addPattern(agg, pattern);
    return agg;
}
const formatMap = {
    guid: "uuid",
    url: "uri",
    datetime: "date-time",
    json_string: "json-string",
    regex: "", // do not set
};
// ==================== SIMPLE TYPE PROCESSORS ====================
// the runtime patterns are lax so parse paths never overflow the regex stack; the emitted schema swaps in the exact block forms, which zod itself never executes
const exactPatterns = new Map([
    [base64Charset, core_regexes/* base64 */.K3],
    [base64urlCharset, core_regexes/* base64url */.r0],
]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
    const json = _json;
    json.type = "string";
    const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minLength = minimum;
    if (typeof maximum === "number")
        json.maxLength = maximum;
    // custom pattern overrides format
    if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
            delete json.format; // empty format is not valid
        // `z.iso.time()` is never full-time, and `laxFormat` carries the datetime shapes that also accept what their keyword forbids
        if (format === "time" || laxFormat) {
            delete json.format;
        }
    }
    if (contentEncoding)
        json.contentEncoding = contentEncoding;
    if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
            json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
            json.allOf = [
                ...patternList.map((regex) => ({
                    ...(ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0"
                        ? { type: "string" }
                        : {}),
                    pattern: regex.source,
                })),
            ];
        }
    }
};
const numberProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
    json.type = isInt ? "integer" : "number";
    // when both minimum and exclusiveMinimum exist, pick the more restrictive one
    const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
    const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
    const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
    if (exMin) {
        if (legacy) {
            json.minimum = exclusiveMinimum;
            json.exclusiveMinimum = true;
        }
        else {
            json.exclusiveMinimum = exclusiveMinimum;
        }
    }
    else if (typeof minimum === "number") {
        json.minimum = minimum;
    }
    if (exMax) {
        if (legacy) {
            json.maximum = exclusiveMaximum;
            json.exclusiveMaximum = true;
        }
        else {
            json.exclusiveMaximum = exclusiveMaximum;
        }
    }
    else if (typeof maximum === "number") {
        json.maximum = maximum;
    }
    if (multipleOf) {
        // JSON Schema requires a divisor strictly greater than zero, and a non-finite one does not survive JSON at all. A negative divisor accepts exactly what its absolute value accepts, so it still maps; zero, NaN and Infinity have no keyword form.
        const divisors = new Set();
        for (const divisor of multipleOf) {
            if (Number.isFinite(divisor) && divisor !== 0)
                divisors.add(Math.abs(divisor));
            else
                handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        // chained divisors are a conjunction the keyword cannot carry alone, so extras ride an allOf, same as stacked patterns
        const [first, ...rest] = divisors;
        if (first !== undefined)
            json.multipleOf = first;
        if (rest.length)
            json.allOf = [...(json.allOf ?? []), ...rest.map((m) => ({ multipleOf: m }))];
    }
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
    if (ctx.target === "openapi-3.0") {
        json.type = "string";
        json.nullable = true;
        json.enum = [null];
    }
    else {
        json.type = "null";
    }
};
const undefinedProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
    json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const dateProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
    const def = schema._zod.def;
    const values = (0,core_util/* getEnumValues */.w5)(def.entries);
    // an empty enum accepts nothing, same as z.never()
    if (values.length === 0) {
        json.not = {};
        return;
    }
    // Number enums can have both string and number values
    if (values.every((v) => typeof v === "number"))
        json.type = "number";
    if (values.every((v) => typeof v === "string"))
        json.type = "string";
    json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // a literal with no values accepts nothing, same as z.never()
    if (def.values.length === 0) {
        json.not = {};
        return;
    }
    const vals = [];
    for (const val of def.values) {
        if (val === undefined) {
            // a custom schema replaces the whole literal, so there is nothing left to accumulate
            if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
                return;
            // otherwise do not add to vals
        }
        else if (typeof val === "bigint") {
            if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
                return;
            vals.push(Number(val));
        }
        else {
            vals.push(val);
        }
    }
    if (vals.length === 0) {
        // do nothing (an undefined literal was stripped)
    }
    else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
            json.enum = [val];
        }
        else {
            json.const = val;
        }
    }
    else {
        if (vals.every((v) => typeof v === "number"))
            json.type = "number";
        if (vals.every((v) => typeof v === "string"))
            json.type = "string";
        if (vals.every((v) => typeof v === "boolean"))
            json.type = "boolean";
        if (vals.every((v) => v === null))
            json.type = "null";
        json.enum = vals;
    }
};
const nanProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    const pattern = schema._zod.pattern;
    if (!pattern)
        throw new Error("Pattern not found in template literal");
    _json.type = "string";
    _json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    _json.type = "string";
    _json.format = "binary";
    _json.contentEncoding = "binary";
    const { minimum, maximum, mime } = aggregateChecks(schema);
    if (minimum !== undefined)
        _json.minLength = minimum;
    if (maximum !== undefined)
        _json.maxLength = maximum;
    if (!mime)
        return;
    // an empty intersection means the mime checks share no value, so nothing passes at runtime; `anyOf` must be non-empty, so the false schema is `not: {}`
    if (mime.length === 0)
        _json.not = {};
    else if (mime.length === 1)
        _json.contentMediaType = mime[0];
    // only contentMediaType differs, so the shared props stay at the root
    else
        _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
// ==================== COMPOSITE TYPE PROCESSORS ====================
const arrayProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
    json.type = "array";
    json.items = to_json_schema_processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"],
    });
};
// Transform and catch set `optin = "optional"` at runtime so the parser lets them observe an
// absent key, but their declared input type stays required. An input JSON Schema describes the
// declared type, so resolve past them to the schema that actually carries the optionality.
// Used by both `objectProcessor` (for `required`) and `tupleProcessor` (for `minItems`); see
// wiki/optionality.md, "The JSON Schema emitter reads the *static* value".
function inputOptin(schema) {
    const def = schema._zod.def;
    if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
        return inputOptin(def.out);
    }
    if (def.type === "catch") {
        return inputOptin(def.innerType);
    }
    return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const shape = def.shape;
    // dropping it while still emitting `additionalProperties: false` would emit a schema that rejects data this one requires
    const symbolKeys = Object.getOwnPropertySymbols(shape);
    if (symbolKeys.length &&
        handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
    }
    json.type = "object";
    json.properties = {};
    for (const key in shape) {
        // assignProp so a __proto__ key becomes an own property instead of hitting the inherited setter on the plain {} we build into
        (0,core_util/* assignProp */.Vy)(json.properties, key, to_json_schema_processSchema(shape[key], ctx, {
            ...params,
            path: [...params.path, "properties", key],
        }));
    }
    // required keys
    const requiredKeys = [];
    for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === undefined : field._zod.optout === undefined) {
            requiredKeys.push(key);
        }
    }
    if (requiredKeys.length > 0) {
        json.required = requiredKeys;
    }
    // catchall
    if (def.catchall?._zod.def.type === "never") {
        // strict
        json.additionalProperties = false;
    }
    else if (!def.catchall) {
        // regular
        if (ctx.io === "output")
            json.additionalProperties = false;
    }
    else if (def.catchall) {
        json.additionalProperties = to_json_schema_processSchema(def.catchall, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
};
const unionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // Exclusive unions (inclusive === false) use oneOf (exactly one match) instead of anyOf (one or more matches). This includes both z.xor() and discriminated unions
    const isExclusive = def.inclusive === false;
    const options = def.options.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i],
    }));
    if (isExclusive) {
        json.oneOf = options;
    }
    else {
        json.anyOf = options;
    }
};
const intersectionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const a = to_json_schema_processSchema(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0],
    });
    const b = to_json_schema_processSchema(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1],
    });
    const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
    const allOf = [
        ...(isSimpleIntersection(a) ? a.allOf : [a]),
        ...(isSimpleIntersection(b) ? b.allOf : [b]),
    ];
    json.allOf = allOf;
    // Recorded innermost first, so a nested intersection has already folded by the time this one is considered. The array is the handle rather than the schema, because a wrapper that inherits this schema shares the same array; `finalize` folds every object holding it. See `foldIntersection`.
    ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "array";
    const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
    const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
    const prefixItems = def.items.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, prefixPath, i],
    }));
    const rest = def.rest
        ? to_json_schema_processSchema(def.rest, ctx, {
            ...params,
            path: [...params.path, restPath, ...(ctx.target === "openapi-3.0" ? [def.items.length] : [])],
        })
        : null;
    let minItems = def.items.length;
    while (minItems > 0) {
        const item = def.items[minItems - 1];
        const optional = ctx.io === "input" ? inputOptin(item) !== undefined : item._zod.optout === "optional";
        if (!optional)
            break;
        minItems--;
    }
    const maxItems = def.items.length;
    const isClosed = !def.rest;
    if (ctx.target === "draft-2020-12") {
        json.prefixItems = prefixItems;
        if (isClosed) {
            json.items = false;
        }
        else if (rest) {
            json.items = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else if (ctx.target === "openapi-3.0") {
        json.items = {
            anyOf: prefixItems,
        };
        if (rest) {
            json.items.anyOf.push(rest);
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else {
        json.items = prefixItems;
        if (isClosed) {
            json.additionalItems = false;
        }
        else if (rest) {
            json.additionalItems = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    // explicit user-defined length checks take precedence
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
 * numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
 * behind a wrapper only carries its own `type` before then, and a union key only has its branches.
 *
 * A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
 * than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
 * exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
 * accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
 * outright. */
function stringifyKeyNames(bySchema, json, visited) {
    // an extracted key that rewrites cannot go on sharing its definition — the string form a key position needs is not the number form every other reference wants — so it inlines. One that does not rewrite keeps the `$ref`.
    if (json.$ref) {
        // a recursive key holds its own reference inside its definition, so a node already on the path is left alone rather than resolved again
        if (visited.has(json))
            return json;
        visited.add(json);
        const def = bySchema.get(json)?.def;
        if (!def)
            return json;
        const inlined = stringifyKeyNames(bySchema, def, visited);
        return inlined === def ? json : inlined;
    }
    for (const keyword of ["anyOf", "oneOf"]) {
        const branches = json[keyword];
        if (!Array.isArray(branches))
            continue;
        const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
        // rebuilding regardless would detach a key that had nothing to re-express, dropping its `$ref` and leaking the internal `id`
        if (mapped.some((branch, i) => branch !== branches[i]))
            json = { ...json, [keyword]: mapped };
    }
    // a member that already admits a string leaves the key unconstrained, so the node's own type re-expresses only when every member is numeric
    const types = Array.isArray(json.type) ? json.type : [json.type];
    const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
    // a heterogeneous key carries no type at all, so its numeric members are caught here instead
    const values = json.enum ?? (json.const !== undefined ? [json.const] : undefined);
    if (!numericType && !values?.some((v) => typeof v === "number"))
        return json;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
    if (rest.enum)
        rest.enum = rest.enum.map((v) => (typeof v === "number" ? String(v) : v));
    else if (typeof rest.const === "number")
        rest.const = String(rest.const);
    // a heterogeneous key keeps its absent type: the stringified members already say what a key may be
    if (!numericType)
        return rest;
    rest.type = "string";
    if (!values)
        rest.pattern = (types.includes("number") ? core_regexes/* number */.ai : core_regexes/* integer */.nd).source;
    return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = new WeakMap();
function rewriteKeyNames(ctx) {
    // an extracted key is resolved by the object `extractToDef` left in its place, so the map is built once rather than searched per reference. `_zod.toJSONSchema` can hand the same object to two schemas, so the first entry carrying a body wins, as a search would have found it.
    const bySchema = new Map();
    for (const entry of ctx.seen.values()) {
        if (entry.def && !bySchema.has(entry.schema))
            bySchema.set(entry.schema, entry);
    }
    const rewrites = new Map();
    for (const record of pendingRecords.get(ctx) ?? []) {
        const seen = ctx.seen.get(record);
        const names = (seen?.def ?? seen?.schema)?.propertyNames;
        if (!names || names === true || rewrites.has(names))
            continue;
        const rewritten = stringifyKeyNames(bySchema, names, new Set());
        if (rewritten !== names)
            rewrites.set(names, rewritten);
    }
    if (!rewrites.size)
        return;
    // the flatten has already copied each record's own properties onto every wrapper by reference, and an extracted body is another such copy, so every carrier holding a rewritten key is updated together
    for (const entry of ctx.seen.values()) {
        for (const carrier of [entry.schema, entry.def]) {
            const rewritten = carrier && rewrites.get(carrier.propertyNames);
            if (rewritten)
                carrier.propertyNames = rewritten;
        }
    }
}
const recordProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "object";
    // For looseRecord with regex patterns, use patternProperties. This correctly represents "only validate keys matching the pattern" semantics and composes well with allOf (intersections)
    const keyType = def.keyType;
    const patterns = aggregateChecks(keyType).patterns;
    if (def.mode === "loose" && patterns && patterns.size > 0) {
        // Use patternProperties for looseRecord with regex patterns
        const valueSchema = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "patternProperties", "*"],
        });
        json.patternProperties = {};
        for (const pattern of patterns) {
            (0,core_util/* assignProp */.Vy)(json.patternProperties, exactPattern(pattern).source, valueSchema);
        }
    }
    else {
        // Default behavior: use propertyNames + additionalProperties
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
            json.propertyNames = to_json_schema_processSchema(def.keyType, ctx, {
                ...params,
                path: [...params.path, "propertyNames"],
            });
            let pending = pendingRecords.get(ctx);
            if (!pending) {
                pending = [];
                pendingRecords.set(ctx, pending);
                ctx.deferred.push(() => rewriteKeyNames(ctx));
            }
            pending.push(schema);
        }
        json.additionalProperties = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
    // Add required for keys with discrete values (enum, literal, etc.)
    const keyValues = keyType._zod.values;
    // Every key shares one value schema, so an optional-in value makes the whole key set omittable on input. Output keeps them: the exhaustive branch assigns every key, even one whose value came back undefined.
    const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== undefined;
    if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
            json.required = validKeyValues.map(String);
        }
    }
};
const nullableProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const inner = to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
    }
    else {
        json.anyOf = [inner, { type: "null" }];
    }
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
 * A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
 * unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
    let unrepresentable = false;
    const serialized = JSON.stringify(value, (_, val) => {
        if (typeof val !== "bigint")
            return val;
        unrepresentable = true;
        return null;
    });
    if (!unrepresentable)
        return JSON.parse(serialized);
    handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
    return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    if (ctx.io !== "input")
        return;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    let catchValue;
    try {
        catchValue = def.catchValue(undefined);
    }
    catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
    }
    json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    const inIsTransform = def.in._zod.traits.has("$ZodTransform");
    const innerType = ctx.io === "input" ? (inIsTransform ? def.out : def.in) : def.out;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
    const innerType = schema._zod.innerType;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
// ==================== ALL PROCESSORS ====================
const allProcessors = {
    string: stringProcessor,
    number: numberProcessor,
    boolean: booleanProcessor,
    bigint: bigintProcessor,
    symbol: symbolProcessor,
    null: nullProcessor,
    undefined: undefinedProcessor,
    void: voidProcessor,
    never: neverProcessor,
    any: anyProcessor,
    unknown: unknownProcessor,
    date: dateProcessor,
    enum: enumProcessor,
    literal: literalProcessor,
    nan: nanProcessor,
    template_literal: templateLiteralProcessor,
    file: fileProcessor,
    success: successProcessor,
    custom: customProcessor,
    function: functionProcessor,
    transform: transformProcessor,
    map: mapProcessor,
    set: setProcessor,
    array: arrayProcessor,
    object: objectProcessor,
    union: unionProcessor,
    intersection: intersectionProcessor,
    tuple: tupleProcessor,
    record: recordProcessor,
    nullable: nullableProcessor,
    nonoptional: nonoptionalProcessor,
    default: defaultProcessor,
    prefault: prefaultProcessor,
    catch: catchProcessor,
    pipe: pipeProcessor,
    readonly: readonlyProcessor,
    promise: promiseProcessor,
    optional: optionalProcessor,
    lazy: lazyProcessor,
};
function toJSONSchema(input, params) {
    if ("_idmap" in input) {
        // Registry case
        const registry = input;
        const ctx = initializeContext({ ...params, processors: allProcessors });
        const defs = {};
        // First pass: process all schemas to build the seen map
        for (const entry of registry._idmap.entries()) {
            const [_, schema] = entry;
            processSchema(schema, ctx);
        }
        const schemas = {};
        const external = {
            registry,
            uri: params?.uri,
            defs,
        };
        // Update the context with external configuration
        ctx.external = external;
        // Second pass: emit each schema
        for (const entry of registry._idmap.entries()) {
            const [key, schema] = entry;
            extractDefs(ctx, schema);
            assignProp(schemas, key, finalize(ctx, schema));
        }
        if (Object.keys(defs).length > 0) {
            const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
            schemas.__shared = {
                [defsSegment]: defs,
            };
        }
        return { schemas };
    }
    // Single schema case
    const ctx = initializeContext({ ...params, processors: allProcessors });
    processSchema(input, ctx);
    extractDefs(ctx, input);
    return finalize(ctx, input);
}

;// CONCATENATED MODULE: ../node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = core_util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${core_util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${core_util/* joinValues */.jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${core_util/* joinValues */.jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

// EXTERNAL MODULE: ../node_modules/zod/v4/core/errors.js
var errors = __nccwpck_require__(46150);
;// CONCATENATED MODULE: ../node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parse = /* @__PURE__*/ _parse(errors/* $ZodRealError */.Kd);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parseAsync = /* @__PURE__*/ _parseAsync(errors/* $ZodRealError */.Kd);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse(errors/* $ZodRealError */.Kd);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync(errors/* $ZodRealError */.Kd);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const parse_validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode(errors/* $ZodRealError */.Kd);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode(errors/* $ZodRealError */.Kd);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync(errors/* $ZodRealError */.Kd);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync(errors/* $ZodRealError */.Kd);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode(errors/* $ZodRealError */.Kd);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode(errors/* $ZodRealError */.Kd);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync(errors/* $ZodRealError */.Kd);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync(errors/* $ZodRealError */.Kd);

;// CONCATENATED MODULE: ../node_modules/zod/v4/classic/errors.js



/* Prototypes that already carry the lazy helper methods. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
/* Helper methods live as non-enumerable lazy getters on the shared
 * prototype instead of own properties on every instance. On first
 * access the getter allocates the per-instance closure and caches it
 * as a non-enumerable own property, so detached usage still works and
 * the allocation only happens for methods actually touched. */
function _lazyMethod(proto, key, make) {
    Object.defineProperty(proto, key, {
        configurable: true,
        enumerable: false,
        get() {
            const value = make(this);
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
            return value;
        },
        set(value) {
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
        },
    });
}
const initializer = (inst, issues) => {
    errors/* $ZodError */.a$.init(inst, issues);
    inst.name = "ZodError";
    const proto = Object.getPrototypeOf(inst);
    if (_installedErrorProtos.has(proto))
        return;
    _installedErrorProtos.add(proto);
    _lazyMethod(proto, "format", (self) => (mapper) => errors/* formatError */.Wk(self, mapper));
    _lazyMethod(proto, "flatten", (self) => (mapper) => errors/* flattenError */.JM(self, mapper));
    _lazyMethod(proto, "addIssue", (self) => (issue) => {
        self.issues.push(issue);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    _lazyMethod(proto, "addIssues", (self) => (issues) => {
        self.issues.push(...issues);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
            return this.issues.length === 0;
        },
    });
};
const ZodError = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodError", initializer)));
const ZodRealError = /*@__PURE__*/ core_core/* $constructor */.xI("ZodError", initializer, undefined, {
    Parent: Error,
});
// /** @deprecated Use `z.core.$ZodErrorMapCtx` instead. */
// export type ErrorMapCtx = core.$ZodErrorMapCtx;

;// CONCATENATED MODULE: ../node_modules/zod/v4/classic/parse.js


const classic_parse_parse = /* @__PURE__ */ _parse(ZodRealError);
const classic_parse_parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const parse_safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const parse_safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);

// Codec functions
const parse_encode = /* @__PURE__ */ _encode(ZodRealError);
const parse_decode = /* @__PURE__ */ _decode(ZodRealError);
const parse_encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const parse_decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const parse_safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const parse_safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const parse_safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const parse_safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

;// CONCATENATED MODULE: ../node_modules/zod/v4/classic/schemas.js








// Register English as the default locale on first ZodType construction. Hooked into the `ZodType` `$constructor` (rather than a top-level `config(en())` in `external.ts`) so bundlers honoring `sideEffects: false` can't tree-shake it out — see #5953, #5725. An explicit `z.config(z.locales.xx())` call wins regardless of order, since this only sets the default when none is present.
function _ensureDefaultLocale() {
    if (!core_core/* globalConfig */.cr.localeError)
        core_core/* config */.$W(en());
}
// the default memoizer is read by the core container init, which runs before `ZodType.init`, so each container calls this first
function _ensureDefaultMemoizer() {
    if (!core_core/* globalConfig */.cr.memoizer)
        core_core/* config */.$W({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("ZodType", (inst, def) => {
    _ensureDefaultLocale();
    $ZodType.init(inst, def);
    inst.def = def;
    inst.type = def.type;
    return inst;
}, {
    check(...chks) {
        const def = this.def;
        return this.clone(core_util/* mergeDefs */.zM(def, {
            checks: [
                ...(def.checks ?? []),
                ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }), { parent: true });
    },
    with(...chks) {
        return this.check(...chks);
    },
    clone(def, params) {
        return core_util/* clone */.o8(this, def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    refine(check, params) {
        return this.check(refine(check, params));
    },
    superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
    },
    overwrite(fn) {
        return this.check(api/* _overwrite */.bS(fn));
    },
    optional() {
        return optional(this);
    },
    exactOptional() {
        return exactOptional(this);
    },
    nullable() {
        return nullable(this);
    },
    nullish() {
        return optional(nullable(this));
    },
    nonoptional(params) {
        return nonoptional(this, params);
    },
    array() {
        return array(this);
    },
    or(arg) {
        return union([this, arg]);
    },
    and(arg) {
        return intersection(this, arg);
    },
    transform(tx) {
        return pipe(this, transform(tx));
    },
    default(d) {
        return _default(this, d);
    },
    prefault(d) {
        return prefault(this, d);
    },
    catch(params) {
        return _catch(this, params);
    },
    pipe(target) {
        return pipe(this, target);
    },
    readonly() {
        return readonly(this);
    },
    describe(description) {
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, { description });
        return cl;
    },
    meta(...args) {
        // overloaded: meta() returns the registered metadata, meta(data) returns a clone with `data` registered. The mapped type picks up the second overload, so we accept variadic any-args and return `any` to satisfy both at runtime.
        if (args.length === 0)
            return registries/* globalRegistry */.fd.get(this);
        const cl = this.clone();
        registries/* globalRegistry */.fd.add(cl, args[0]);
        return cl;
    },
    isOptional() {
        return this.safeParse(undefined).success;
    },
    isNullable() {
        return this.safeParse(null).success;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
    // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", {
            ...standardProps(this),
            jsonSchema: {
                input: createStandardJSONSchemaMethod(this, "input"),
                output: createStandardJSONSchemaMethod(this, "output"),
            },
        });
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
    parse: function _parse(data, params) {
        return classic_parse_parse(this, data, params, { callee: _parse });
    },
    parseAsync: async function _parseAsync(data, params) {
        return await classic_parse_parseAsync(this, data, params, { callee: _parseAsync });
    },
    safeParse(data, params) {
        return parse_safeParse(this, data, params);
    },
    async safeParseAsync(data, params) {
        return parse_safeParseAsync(this, data, params);
    },
    // `spa` is an alias: same function object as `safeParseAsync`, as before.
    get spa() {
        return this?.safeParseAsync;
    },
    set spa(value) {
        core_util/* own */.qh(this, "spa", value);
    },
    validate(data, params) {
        return validate(this, data, params);
    },
    validateAsync(data, params) {
        return parse_validateAsync(this, data, params);
    },
    encode: function _encode(data, params) {
        return parse_encode(this, data, params, { callee: _encode });
    },
    decode: function _decode(data, params) {
        return parse_decode(this, data, params, { callee: _decode });
    },
    encodeAsync: async function _encodeAsync(data, params) {
        return await parse_encodeAsync(this, data, params, { callee: _encodeAsync });
    },
    decodeAsync: async function _decodeAsync(data, params) {
        return await parse_decodeAsync(this, data, params, { callee: _decodeAsync });
    },
    safeEncode(data, params) {
        return parse_safeEncode(this, data, params);
    },
    safeDecode(data, params) {
        return parse_safeDecode(this, data, params);
    },
    async safeEncodeAsync(data, params) {
        return parse_safeEncodeAsync(this, data, params);
    },
    async safeDecodeAsync(data, params) {
        return parse_safeDecodeAsync(this, data, params);
    },
    toJSONSchema(params) {
        return createToJSONSchemaMethod(this, {})(params);
    },
    // Reads through to the registry on every access, so it must not cache.
    get description() {
        return registries/* globalRegistry */.fd.get(this)?.description;
    },
    // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
    get _def() {
        return this._zod.def;
    },
});
/** @internal */
const _ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("_ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null,
}, {
    regex(...args) {
        return this.check(api/* _regex */.Fk(...args));
    },
    includes(...args) {
        return this.check(api/* _includes */.dR(...args));
    },
    startsWith(...args) {
        return this.check(api/* _startsWith */.$S(...args));
    },
    endsWith(...args) {
        return this.check(api/* _endsWith */.ER(...args));
    },
    min(...args) {
        return this.check(api/* _minLength */.m9(...args));
    },
    max(...args) {
        return this.check(api/* _maxLength */.Eb(...args));
    },
    length(...args) {
        return this.check(api/* _length */.YA(...args));
    },
    nonempty(...args) {
        return this.check(api/* _minLength */.m9(1, ...args));
    },
    lowercase(params) {
        return this.check(api/* _lowercase */.hH(params));
    },
    uppercase(params) {
        return this.check(api/* _uppercase */.qF(params));
    },
    trim() {
        return this.check(api/* _trim */.WN());
    },
    normalize(...args) {
        return this.check(api/* _normalize */.lo(...args));
    },
    toLowerCase() {
        return this.check(api/* _toLowerCase */.Il());
    },
    toUpperCase() {
        return this.check(api/* _toUpperCase */.xY());
    },
    slugify() {
        return this.check(api/* _slugify */.TL());
    },
}));
const ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    _ZodString.init(inst, def);
}, {
    email(params) {
        return this.check(api/* _email */.Mu(ZodEmail, params));
    },
    url(params) {
        return this.check(api/* _url */.Fn(ZodURL, params));
    },
    jwt(params) {
        return this.check(api/* _jwt */.rk(ZodJWT, params));
    },
    emoji(params) {
        return this.check(api/* _emoji */.aC(ZodEmoji, params));
    },
    guid(params) {
        return this.check(api/* _guid */.tB(ZodGUID, params));
    },
    uuid(params) {
        return this.check(api/* _uuid */.Be(ZodUUID, params));
    },
    uuidv4(params) {
        return this.check(api/* _uuidv4 */.nA(ZodUUID, params));
    },
    uuidv6(params) {
        return this.check(api/* _uuidv6 */.pY(ZodUUID, params));
    },
    uuidv7(params) {
        return this.check(api/* _uuidv7 */.wA(ZodUUID, params));
    },
    nanoid(params) {
        return this.check(api/* _nanoid */.Dl(ZodNanoID, params));
    },
    cuid(params) {
        return this.check(api/* _cuid */.fs(ZodCUID, params));
    },
    cuid2(params) {
        return this.check(api/* _cuid2 */.Bj(ZodCUID2, params));
    },
    ulid(params) {
        return this.check(api/* _ulid */.Ct(ZodULID, params));
    },
    base64(params) {
        return this.check(api/* _base64 */.rt(ZodBase64, params));
    },
    base64url(params) {
        return this.check(api/* _base64url */.cU(ZodBase64URL, params));
    },
    xid(params) {
        return this.check(api/* _xid */.Pw(ZodXID, params));
    },
    ksuid(params) {
        return this.check(api/* _ksuid */._z(ZodKSUID, params));
    },
    ipv4(params) {
        return this.check(api/* _ipv4 */.Ny(ZodIPv4, params));
    },
    ipv6(params) {
        return this.check(api/* _ipv6 */.$O(ZodIPv6, params));
    },
    cidrv4(params) {
        return this.check(api/* _cidrv4 */.Uy(ZodCIDRv4, params));
    },
    cidrv6(params) {
        return this.check(api/* _cidrv6 */.gP(ZodCIDRv6, params));
    },
    e164(params) {
        return this.check(api/* _e164 */.KB(ZodE164, params));
    },
    datetime(params) {
        return this.check(api/* _isoDateTime */.G1(ZodISODateTime, params));
    },
    date(params) {
        return this.check(api/* _isoDate */.db(ZodISODate, params));
    },
    time(params) {
        return this.check(api/* _isoTime */.Kn(ZodISOTime, params));
    },
    duration(params) {
        return this.check(api/* _isoDuration */.f2(ZodISODuration, params));
    },
});
function string(params) {
    return api/* _string */.Rl(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    _ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODateTime", (inst, def) => {
    $ZodISODateTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODate", (inst, def) => {
    $ZodISODate.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISOTime", (inst, def) => {
    $ZodISOTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODuration", (inst, def) => {
    $ZodISODuration.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmail", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmail.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function email(params) {
    return core._email(ZodEmail, params);
}
const ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodGUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodGUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function guid(params) {
    return core._guid(ZodGUID, params);
}
const ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodUUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function uuid(params) {
    return core._uuid(ZodUUID, params);
}
function uuidv4(params) {
    return core._uuidv4(ZodUUID, params);
}
// ZodUUIDv6
function uuidv6(params) {
    return core._uuidv6(ZodUUID, params);
}
// ZodUUIDv7
function uuidv7(params) {
    return core._uuidv7(ZodUUID, params);
}
const ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodURL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodURL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function url(params) {
    return core._url(ZodURL, params);
}
function httpUrl(params) {
    return core._url(ZodURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmoji", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmoji.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function emoji(params) {
    return core._emoji(ZodEmoji, params);
}
const ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNanoID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodNanoID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function nanoid(params) {
    return core._nanoid(ZodNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
function cuid(params) {
    return core._cuid(ZodCUID, params);
}
const ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID2", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID2.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cuid2(params) {
    return core._cuid2(ZodCUID2, params);
}
const ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodULID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodULID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ulid(params) {
    return core._ulid(ZodULID, params);
}
const ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodXID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodXID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function xid(params) {
    return core._xid(ZodXID, params);
}
const ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodKSUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodKSUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ksuid(params) {
    return core._ksuid(ZodKSUID, params);
}
const ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv4", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv4(params) {
    return core._ipv4(ZodIPv4, params);
}
const ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMAC", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodMAC.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function mac(params) {
    return core._mac(ZodMAC, params);
}
const ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv6", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function ipv6(params) {
    return core._ipv6(ZodIPv6, params);
}
const ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv4", (inst, def) => {
    $ZodCIDRv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv4(params) {
    return core._cidrv4(ZodCIDRv4, params);
}
const ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv6", (inst, def) => {
    $ZodCIDRv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function cidrv6(params) {
    return core._cidrv6(ZodCIDRv6, params);
}
const ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64(params) {
    return core._base64(ZodBase64, params);
}
const ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64URL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64URL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function base64url(params) {
    return core._base64url(ZodBase64URL, params);
}
const ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodE164", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodE164.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function e164(params) {
    return core._e164(ZodE164, params);
}
const ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function creditCard(params) {
    return core._creditCard(ZodCreditCard, params);
}
const ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function iban(params) {
    return core._iban(ZodIBAN, params);
}
const ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("ZodJWT", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodJWT.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function jwt(params) {
    return core._jwt(ZodJWT, params);
}
const ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCustomStringFormat", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodCustomStringFormat.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodCustomStringFormat, format, fnOrRegex, _params);
}
function hostname(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hostname", regexes.hostname, _params);
}
function hex(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hex", regexes.hex, _params);
}
function currencyCode(_params) {
    return core._stringFormat(ZodCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodCustomStringFormat, format, regex, params);
}
const ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumber", (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => {
        const { minimum, exclusiveMinimum } = aggregateChecks(inst);
        return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
        const { maximum, exclusiveMaximum } = aggregateChecks(inst);
        return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
        const { isInt, multipleOf } = aggregateChecks(inst);
        return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    int(params) {
        return this.check(schemas_int(params));
    },
    safe(params) {
        return this.check(schemas_int(params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(0, params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(0, params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(0, params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(0, params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    step(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
    finite() {
        return this;
    },
}));
function number(params) {
    return api/* _number */.F7(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumberFormat", (inst, def) => {
    $ZodNumberFormat.init(inst, def);
    ZodNumber.init(inst, def);
});
function schemas_int(params) {
    return api/* _int */.LK(ZodNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBoolean", (inst, def) => {
    $ZodBoolean.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function schemas_boolean(params) {
    return api/* _boolean */._L(ZodBoolean, params);
}
const ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBigInt", (inst, def) => {
    $ZodBigInt.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => bigintProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => aggregateChecks(inst).minimum ?? null,
    maxValue: (inst) => aggregateChecks(inst).maximum ?? null,
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gte(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    min(value, params) {
        return this.check(api/* _gte */.qm(value, params));
    },
    gt(value, params) {
        return this.check(api/* _gt */.Tx(value, params));
    },
    lt(value, params) {
        return this.check(api/* _lt */.Au(value, params));
    },
    lte(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    max(value, params) {
        return this.check(api/* _lte */.Zm(value, params));
    },
    positive(params) {
        return this.check(api/* _gt */.Tx(BigInt(0), params));
    },
    negative(params) {
        return this.check(api/* _lt */.Au(BigInt(0), params));
    },
    nonpositive(params) {
        return this.check(api/* _lte */.Zm(BigInt(0), params));
    },
    nonnegative(params) {
        return this.check(api/* _gte */.qm(BigInt(0), params));
    },
    multipleOf(value, params) {
        return this.check(api/* _multipleOf */.Hi(value, params));
    },
}));
function bigint(params) {
    return api/* _bigint */.z$(ZodBigInt, params);
}
const ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodBigIntFormat, params);
}
const ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.symbolProcessor(inst, ctx, json, params);
})));
function symbol(params) {
    return core._symbol(ZodSymbol, params);
}
const ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.undefinedProcessor(inst, ctx, json, params);
})));
function _undefined(params) {
    return core._undefined(ZodUndefined, params);
}

const ZodNull = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNull", (inst, def) => {
    $ZodNull.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nullProcessor(inst, ctx, json, params);
});
function _null(params) {
    return api/* _null */.jw(ZodNull, params);
}

const ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.anyProcessor(inst, ctx, json, params);
})));
function any() {
    return core._any(ZodAny);
}
const ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnknown", (inst, def) => {
    $ZodUnknown.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
    return api/* _unknown */.em(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNever", (inst, def) => {
    $ZodNever.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
    return api/* _never */.G8(ZodNever, params);
}
const ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.voidProcessor(inst, ctx, json, params);
})));
function _void(params) {
    return core._void(ZodVoid, params);
}

const ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDate", (inst, def) => {
    $ZodDate.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => dateProcessor(inst, ctx, json, params);
    inst.min = (value, params) => inst.check(api/* _gte */.qm(value, params));
    inst.max = (value, params) => inst.check(api/* _lte */.Zm(value, params));
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minDate: (inst) => {
        const { minimum } = aggregateChecks(inst);
        return minimum ? new Date(minimum) : null;
    },
    maxDate: (inst) => {
        const { maximum } = aggregateChecks(inst);
        return maximum ? new Date(maximum) : null;
    },
}, {}));
function date(params) {
    return core._date(ZodDate, params);
}
const ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("ZodArray", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodArray.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
    inst.element = def.element;
}, {
    min(n, params) {
        return this.check(api/* _minLength */.m9(n, params));
    },
    nonempty(params) {
        return this.check(api/* _minLength */.m9(1, params));
    },
    max(n, params) {
        return this.check(api/* _maxLength */.Eb(n, params));
    },
    length(n, params) {
        return this.check(api/* _length */.YA(n, params));
    },
    unwrap() {
        return this.element;
    },
});
function array(element, params) {
    return api/* _array */.dZ(ZodArray, element, params);
}
// .keyof
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return _enum(Object.keys(shape));
}
const ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("ZodObject", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodObjectJIT.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
    core_util/* installLazyProp */.X(inst, "shape", (self) => self._zod.def.shape, false);
}, {
    keyof() {
        return _enum(Object.keys(this._zod.def.shape));
    },
    catchall(catchall) {
        // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: catchall }));
    },
    passthrough() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    loose() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    strict() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: never() }));
    },
    strip() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: undefined }));
    },
    extend(incoming) {
        return core_util/* extend */.X$(this, incoming);
    },
    safeExtend(incoming) {
        return core_util/* safeExtend */.W0(this, incoming);
    },
    merge(other) {
        return core_util/* merge */.h1(this, other);
    },
    pick(mask) {
        return core_util/* pick */.Up(this, mask);
    },
    omit(mask) {
        return core_util/* omit */.cJ(this, mask);
    },
    partial(...args) {
        return core_util/* partial */.OH(ZodOptional, this, args[0]);
    },
    exactPartial(...args) {
        return core_util/* partial */.OH(ZodExactOptional, this, args[0], "exactPartial");
    },
    required(...args) {
        return core_util/* required */.mw(ZodNonOptional, this, args[0]);
    },
});
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...core_util/* normalizeParams */.A2(params),
    };
    return new ZodObject(def);
}
// strictObject
function strictObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: never(),
        ...util.normalizeParams(params),
    });
}
// looseObject
function looseObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...util.normalizeParams(params),
    });
}
const ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnion", (inst, def) => {
    $ZodUnion.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
});
function union(options, params) {
    return new ZodUnion({
        type: "union",
        options: options,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodXor", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodDiscriminatedUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDiscriminatedUnion", (inst, def) => {
    ZodUnion.init(inst, def);
    $ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
    // const [options, params] = args;
    return new ZodDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIntersection", (inst, def) => {
    $ZodIntersection.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
    return new ZodIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTuple", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTuple.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
    rest(rest) {
        return this.clone({
            ...this._zod.def,
            rest: rest,
        });
    },
    partial() {
        const def = this._zod.def;
        // a refinement was authored against the full arity; partialing would run it on a shorter array
        if (def.checks?.length)
            throw new Error(".partial() cannot be used on tuple schemas containing refinements");
        return this.clone({
            ...def,
            items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item })),
        });
    },
});
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof core.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodTuple({
        type: "tuple",
        items: items,
        rest,
        ...util.normalizeParams(params),
    });
}
const ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("ZodRecord", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodRecord.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodRecord({
            type: "record",
            keyType: string(),
            valueType: keyType,
            ...core_util/* normalizeParams */.A2(valueType),
        });
    }
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// type alksjf = core.output<core.$ZodRecordKey>;
function partialRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMap", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodMap.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.mapProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function map(keyType, valueType, params) {
    return new ZodMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSet", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodSet.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.setProcessor(inst, ctx, json, params);
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function set(valueType, params) {
    return new ZodSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEnum", (inst, def) => {
    $ZodEnum.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
    inst.enum = def.entries;
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
    const keys = new Set(Object.keys(def.entries));
    inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
            if (keys.has(value)) {
                newEntries[value] = def.entries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
    inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
            if (keys.has(value)) {
                delete newEntries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
});
function _enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodEnum({
        type: "enum",
        entries,
        ...core_util/* normalizeParams */.A2(params),
    });
}

/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("ZodLiteral", (inst, def) => {
    $ZodLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
    inst.values = new Set(def.values);
    Object.defineProperty(inst, "value", {
        get() {
            if (def.values.length > 1) {
                throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
            }
            return def.values[0];
        },
    });
});
function literal(value, params) {
    return new ZodLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.fileProcessor(inst, ctx, json, params);
    inst.min = (size, params) => inst.check(core._minSize(size, params));
    inst.max = (size, params) => inst.check(core._maxSize(size, params));
    inst.mime = (types, params) => inst.check(core._mime(Array.isArray(types) ? types : [types], params));
})));
function file(params) {
    return core._file(ZodFile, params);
}
const ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTransform", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTransform.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
    inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(core_util/* issue */.sn(issue, payload.value, def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = inst);
                // _issue.continue ??= true;
                payload.issues.push(core_util/* issue */.sn(_issue));
            }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        payload.value = output;
        return payload;
    };
});
function transform(fn) {
    return new ZodTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodOptional", (inst, def) => {
    $ZodOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
    return new ZodOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodExactOptional", (inst, def) => {
    $ZodExactOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
    return new ZodExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNullable", (inst, def) => {
    $ZodNullable.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
    return new ZodNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
function nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDefault", (inst, def) => {
    $ZodDefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
    return new ZodDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPrefault", (inst, def) => {
    $ZodPrefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
    return new ZodPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNonOptional", (inst, def) => {
    $ZodNonOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
    return new ZodNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.successProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function success(innerType) {
    return new ZodSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCatch", (inst, def) => {
    $ZodCatch.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
    return new ZodCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : core_util/* constantCatch */.SS(catchValue)),
    });
}

const ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nanProcessor(inst, ctx, json, params);
})));
function nan(params) {
    return core._nan(ZodNaN, params);
}
const ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPipe", (inst, def) => {
    $ZodPipe.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
    inst.in = def.in;
    inst.out = def.out;
});
function pipe(in_, out) {
    return new ZodPipe({
        type: "pipe",
        in: in_,
        out: out,
        // ...util.normalizeParams(params),
    });
}
const ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCodec", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodCodec.init(inst, def);
})));
function codec(in_, out, params) {
    return new ZodCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPreprocess", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodPreprocess.init(inst, def);
})));
const ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("ZodReadonly", (inst, def) => {
    $ZodReadonly.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
    return new ZodReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.templateLiteralProcessor(inst, ctx, json, params);
})));
function templateLiteral(parts, params) {
    return new ZodTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodLazy = /*@__PURE__*/ core_core/* $constructor */.xI("ZodLazy", (inst, def) => {
    $ZodLazy.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => lazyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.getter();
});
function lazy(getter) {
    return new ZodLazy({
        type: "lazy",
        getter: getter,
    });
}
const ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.promiseProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function promise(innerType) {
    return new ZodPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.functionProcessor(inst, ctx, json, params);
})));
function _function(params) {
    return new ZodFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}

const ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCustom", (inst, def) => {
    $ZodCustom.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
// custom checks
function check(fn) {
    const ch = new core.$ZodCheck({
        check: "custom",
        // ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
function custom(fn, _params) {
    return core._custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
    return api/* _refine */.fU(ZodCustom, fn, _params);
}
// superRefine
function superRefine(fn, params) {
    return api/* _superRefine */.MB(fn, params);
}
// Re-export describe and meta from core
const describe = api/* describe */.q0;
const meta = api/* meta */.mI;
const ZodInstanceOf = /*@__PURE__*/ core_core/* $constructor */.xI("ZodInstanceOf", (inst, def) => {
    ZodCustom.init(inst, def);
}, {
    properties(shape, params) {
        // asserts in place, so the narrowed output type is truthful without a wrapper
        return this.check(api/* _properties */.T2(shape, params));
    },
});
function _instanceof(cls, params = {}) {
    const inst = new ZodInstanceOf({
        type: "custom",
        check: "custom",
        fn: (data) => data instanceof cls,
        abort: true,
        ...util.normalizeParams(params),
    });
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => core._stringbool({
    Codec: ZodCodec,
    Boolean: ZodBoolean,
    String: ZodString,
}, ...args);
function json(params) {
    const jsonSchema = lazy(() => {
        return union([string(params), number(), schemas_boolean(), _null(), array(jsonSchema), record(string(), jsonSchema)]);
    });
    return jsonSchema;
}
// preprocess
function preprocess(fn, schema) {
    return new ZodPreprocess({
        type: "pipe",
        in: transform(fn),
        out: schema,
    });
}


/***/ }),

/***/ 68729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ _ipv6),
/* harmony export */   $S: () => (/* binding */ _startsWith),
/* harmony export */   Au: () => (/* binding */ _lt),
/* harmony export */   Be: () => (/* binding */ _uuid),
/* harmony export */   Bj: () => (/* binding */ _cuid2),
/* harmony export */   Ct: () => (/* binding */ _ulid),
/* harmony export */   Dl: () => (/* binding */ _nanoid),
/* harmony export */   ER: () => (/* binding */ _endsWith),
/* harmony export */   Eb: () => (/* binding */ _maxLength),
/* harmony export */   F7: () => (/* binding */ _number),
/* harmony export */   Fk: () => (/* binding */ _regex),
/* harmony export */   Fn: () => (/* binding */ _url),
/* harmony export */   G1: () => (/* binding */ _isoDateTime),
/* harmony export */   G8: () => (/* binding */ _never),
/* harmony export */   Hi: () => (/* binding */ _multipleOf),
/* harmony export */   Il: () => (/* binding */ _toLowerCase),
/* harmony export */   KB: () => (/* binding */ _e164),
/* harmony export */   Kn: () => (/* binding */ _isoTime),
/* harmony export */   LK: () => (/* binding */ _int),
/* harmony export */   MB: () => (/* binding */ _superRefine),
/* harmony export */   Mu: () => (/* binding */ _email),
/* harmony export */   Ny: () => (/* binding */ _ipv4),
/* harmony export */   Pw: () => (/* binding */ _xid),
/* harmony export */   Rl: () => (/* binding */ _string),
/* harmony export */   T2: () => (/* binding */ _properties),
/* harmony export */   TL: () => (/* binding */ _slugify),
/* harmony export */   Tx: () => (/* binding */ _gt),
/* harmony export */   Uy: () => (/* binding */ _cidrv4),
/* harmony export */   WN: () => (/* binding */ _trim),
/* harmony export */   YA: () => (/* binding */ _length),
/* harmony export */   Zm: () => (/* binding */ _lte),
/* harmony export */   _L: () => (/* binding */ _boolean),
/* harmony export */   _z: () => (/* binding */ _ksuid),
/* harmony export */   aC: () => (/* binding */ _emoji),
/* harmony export */   bS: () => (/* binding */ _overwrite),
/* harmony export */   cU: () => (/* binding */ _base64url),
/* harmony export */   dR: () => (/* binding */ _includes),
/* harmony export */   dZ: () => (/* binding */ _array),
/* harmony export */   db: () => (/* binding */ _isoDate),
/* harmony export */   em: () => (/* binding */ _unknown),
/* harmony export */   f2: () => (/* binding */ _isoDuration),
/* harmony export */   fU: () => (/* binding */ _refine),
/* harmony export */   fs: () => (/* binding */ _cuid),
/* harmony export */   gP: () => (/* binding */ _cidrv6),
/* harmony export */   hH: () => (/* binding */ _lowercase),
/* harmony export */   jw: () => (/* binding */ _null),
/* harmony export */   lo: () => (/* binding */ _normalize),
/* harmony export */   m9: () => (/* binding */ _minLength),
/* harmony export */   mI: () => (/* binding */ meta),
/* harmony export */   nA: () => (/* binding */ _uuidv4),
/* harmony export */   pY: () => (/* binding */ _uuidv6),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   qF: () => (/* binding */ _uppercase),
/* harmony export */   qm: () => (/* binding */ _gte),
/* harmony export */   rk: () => (/* binding */ _jwt),
/* harmony export */   rt: () => (/* binding */ _base64),
/* harmony export */   tB: () => (/* binding */ _guid),
/* harmony export */   wA: () => (/* binding */ _uuidv7),
/* harmony export */   xY: () => (/* binding */ _toUpperCase),
/* harmony export */   z$: () => (/* binding */ _bigint)
/* harmony export */ });
/* unused harmony exports _coercedString, _mac, _creditCard, _iban, TimePrecision, _coercedNumber, _float32, _float64, _int32, _uint32, _coercedBoolean, _coercedBigint, _int64, _uint64, _symbol, _undefined, _any, _void, _date, _coercedDate, _nan, _max, _min, _positive, _negative, _nonpositive, _nonnegative, _maxSize, _minSize, _size, _property, _mime, _union, _xor, _discriminatedUnion, _intersection, _tuple, _record, _map, _set, _enum, _nativeEnum, _literal, _file, _transform, _optional, _nullable, _default, _nonoptional, _success, _catch, _pipe, _readonly, _templateLiteral, _lazy, _promise, _custom, _check, _stringbool, _stringFormat */
/* harmony import */ var _checks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(28880);
/* harmony import */ var _registries_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9110);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(44633);




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _null(Class, params) {
    return new Class({
        type: "null",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLessThan */ .sm({
        check: "less_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckGreaterThan */ .J_({
        check: "greater_than",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMultipleOf */ .Jk({
        check: "multiple_of",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMaxLength */ .Yk({
        check: "max_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckMinLength */ .Kk({
        check: "min_length",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLengthEquals */ .RM({
        check: "length_equals",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckRegex */ .DG({
        check: "string_format",
        format: "regex",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckLowerCase */ .NI({
        check: "string_format",
        format: "lowercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckUpperCase */ .kH({
        check: "string_format",
        format: "uppercase",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckIncludes */ .Tt({
        check: "string_format",
        format: "includes",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckStartsWith */ .J({
        check: "string_format",
        format: "starts_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckEndsWith */ .E6({
        check: "string_format",
        format: "ends_with",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckProperties */ .nJ({
        check: "properties",
        shape,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheckOverwrite */ .v$({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => _util_js__WEBPACK_IMPORTED_MODULE_0__/* .slugify */ .Yv(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = util.normalizeParams(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(_util_js__WEBPACK_IMPORTED_MODULE_0__/* .issue */ .sn(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({
        check: "custom",
        ..._util_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeParams */ .A2(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new _checks_js__WEBPACK_IMPORTED_MODULE_1__/* .$ZodCheck */ .QP({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.get(inst) ?? {};
            _registries_js__WEBPACK_IMPORTED_MODULE_2__/* .globalRegistry */ .fd.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = util.normalizeParams(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? schemas.$ZodCodec;
    const _Boolean = Classes.Boolean ?? schemas.$ZodBoolean;
    const _String = Classes.String ?? schemas.$ZodString;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}


/***/ }),

/***/ 28880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ $ZodCheckRegex),
/* harmony export */   E6: () => (/* binding */ $ZodCheckEndsWith),
/* harmony export */   J: () => (/* binding */ $ZodCheckStartsWith),
/* harmony export */   J_: () => (/* binding */ $ZodCheckGreaterThan),
/* harmony export */   Jk: () => (/* binding */ $ZodCheckMultipleOf),
/* harmony export */   KH: () => (/* binding */ $ZodCheckNumberFormat),
/* harmony export */   Kk: () => (/* binding */ $ZodCheckMinLength),
/* harmony export */   NI: () => (/* binding */ $ZodCheckLowerCase),
/* harmony export */   QP: () => (/* binding */ $ZodCheck),
/* harmony export */   RM: () => (/* binding */ $ZodCheckLengthEquals),
/* harmony export */   Tt: () => (/* binding */ $ZodCheckIncludes),
/* harmony export */   Yk: () => (/* binding */ $ZodCheckMaxLength),
/* harmony export */   kH: () => (/* binding */ $ZodCheckUpperCase),
/* harmony export */   nJ: () => (/* binding */ $ZodCheckProperties),
/* harmony export */   ql: () => (/* binding */ $ZodCheckStringFormat),
/* harmony export */   sm: () => (/* binding */ $ZodCheckLessThan),
/* harmony export */   v$: () => (/* binding */ $ZodCheckOverwrite)
/* harmony export */ });
/* unused harmony exports $ZodCheckBigIntFormat, $ZodCheckMaxSize, $ZodCheckMinSize, $ZodCheckSizeEquals, $ZodCheckProperty, $ZodCheckMimeType */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(74214);
/* harmony import */ var _regexes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(86674);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(44633);
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !_util_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckGreaterThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : _util_js__WEBPACK_IMPORTED_MODULE_1__/* .floatSafeRemainder */ .LG(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckNumberFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER_FORMAT_RANGES */ .zH[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input) : units;
        if (length <= def.maximum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMinLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLengthEquals = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way — and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length === def.length)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStringFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLowerCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .lowercase */ .AC);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = _regexes_js__WEBPACK_IMPORTED_MODULE_2__/* .uppercase */ .Zv);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStartsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckEndsWith = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${_util_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeRegex */ .sD(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(..._util_js__WEBPACK_IMPORTED_MODULE_1__/* .prefixIssues */ .lQ(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    _util_js__WEBPACK_IMPORTED_MODULE_1__/* .hide */ .jD(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
});
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
});


/***/ }),

/***/ 74214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cV: () => (/* binding */ $ZodEncodeError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   tm: () => (/* binding */ NEVER),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* unused harmony export $brand */
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(44633);
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, …) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` — unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}


/***/ }),

/***/ 46150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JM: () => (/* binding */ flattenError),
/* harmony export */   Kd: () => (/* binding */ $ZodRealError),
/* harmony export */   S1: () => (/* binding */ prettifyError),
/* harmony export */   Wk: () => (/* binding */ formatError),
/* harmony export */   a$: () => (/* binding */ $ZodError)
/* harmony export */ });
/* unused harmony exports treeifyError, toDotPath */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(74214);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(44633);


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, _util_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonStringifyReplacer */ .k8, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = (0,_core_js__WEBPACK_IMPORTED_MODULE_1__/* .$constructor */ .xI)("$ZodError", initializer);
const $ZodRealError = (0,_core_js__WEBPACK_IMPORTED_MODULE_1__/* .$constructor */ .xI)("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   ✖ Expected number, received string at "username
 * favoriteNumbers[0]
 *   ✖ Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`✖ ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  → at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}


/***/ }),

/***/ 86674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ lowercase),
/* harmony export */   Ak: () => (/* binding */ nanoid),
/* harmony export */   D2: () => (/* binding */ nanoidOfLength),
/* harmony export */   F: () => (/* binding */ httpProtocol),
/* harmony export */   Gl: () => (/* binding */ cuid2),
/* harmony export */   K3: () => (/* binding */ base64),
/* harmony export */   Os: () => (/* binding */ guid),
/* harmony export */   Rp: () => (/* binding */ email),
/* harmony export */   Z0: () => (/* binding */ ulid),
/* harmony export */   Zg: () => (/* binding */ emoji),
/* harmony export */   Zv: () => (/* binding */ uppercase),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   ch: () => (/* binding */ _null),
/* harmony export */   fO: () => (/* binding */ ksuid),
/* harmony export */   gF: () => (/* binding */ cuid),
/* harmony export */   gp: () => (/* binding */ anyString),
/* harmony export */   hQ: () => (/* binding */ e164),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   kM: () => (/* binding */ xid),
/* harmony export */   l7: () => (/* binding */ cidrv6),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   o: () => (/* binding */ bigint),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   r0: () => (/* binding */ base64url),
/* harmony export */   uR: () => (/* binding */ uuid),
/* harmony export */   uX: () => (/* binding */ ipv4),
/* harmony export */   ug: () => (/* binding */ ipv6),
/* harmony export */   w$: () => (/* binding */ datetime),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zr: () => (/* binding */ cidrv4)
/* harmony export */ });
/* unused harmony exports extendedDuration, uuid4, uuid6, uuid7, html5Email, rfc5322Email, unicodeEmail, idnEmail, browserEmail, mac, hostname, domain, creditCard, currencyCode, iban, string, undefined, hex, md5_hex, md5_base64, md5_base64url, sha1_hex, sha1_base64, sha1_base64url, sha256_hex, sha256_base64, sha256_base64url, sha384_hex, sha384_base64, sha384_base64url, sha512_hex, sha512_base64, sha512_base64url */

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor — a pictograph, a regional indicator, or the enclosing keycap — because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12–19 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));


/***/ }),

/***/ 9110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fd: () => (/* binding */ globalRegistry)
/* harmony export */ });
/* unused harmony exports $output, $input, $ZodRegistry, registry */
var _a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;


/***/ }),

/***/ 44633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   B7: () => (/* binding */ stringifyPrimitive),
/* harmony export */   GW: () => (/* binding */ parsedType),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   LG: () => (/* binding */ floatSafeRemainder),
/* harmony export */   MO: () => (/* binding */ rawShape),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   NR: () => (/* binding */ BIGINT_FORMAT_RANGES),
/* harmony export */   O7: () => (/* binding */ codePointLength),
/* harmony export */   OH: () => (/* binding */ partial),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Rc: () => (/* binding */ getLengthableOrigin),
/* harmony export */   SS: () => (/* binding */ constantCatch),
/* harmony export */   UQ: () => (/* binding */ esc),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   W0: () => (/* binding */ safeExtend),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   Yv: () => (/* binding */ slugify),
/* harmony export */   cJ: () => (/* binding */ omit),
/* harmony export */   cl: () => (/* binding */ nullish),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gJ: () => (/* binding */ defineLazy),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hI: () => (/* binding */ allowsEval),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   jw: () => (/* binding */ joinValues),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   qQ: () => (/* binding */ propertyKeyTypes),
/* harmony export */   qh: () => (/* binding */ own),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   sD: () => (/* binding */ escapeRegex),
/* harmony export */   sn: () => (/* binding */ issue),
/* harmony export */   un: () => (/* binding */ derived),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal),
/* harmony export */   w5: () => (/* binding */ getEnumValues),
/* harmony export */   yG: () => (/* binding */ shallowClone),
/* harmony export */   zH: () => (/* binding */ NUMBER_FORMAT_RANGES),
/* harmony export */   zM: () => (/* binding */ mergeDefs)
/* harmony export */ });
/* unused harmony exports assertEqual, assertNotEqual, toZod, assertIs, assertNever, assert, objectClone, cloneDef, getElementAtPath, promiseAllObject, randomString, numKeys, getParsedType, primitiveTypes, createTransparentProxy, unwrapMessage, getSizableOrigin, cleanEnum, base64ToUint8Array, uint8ArrayToBase64, base64urlToUint8Array, uint8ArrayToBase64url, hexToUint8Array, uint8ArrayToHex, Class, CONSTANT_CATCH */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(74214);

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ Symbol("evaluating");
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key — an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (_core_js__WEBPACK_IMPORTED_MODULE_0__/* .globalConfig */ .cr.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
});
function isPlainObject(o) {
    if (isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to — the same check instance is shared by every clone of that schema — so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together — see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype — never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(75139);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
