export const id = 4;
export const ids = [4];
export const modules = {

/***/ 41004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ dispatchLine),
/* harmony export */   Zn: () => (/* binding */ nextSteps),
/* harmony export */   hm: () => (/* binding */ reportSummary)
/* harmony export */ });
/* unused harmony export nextFor */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _operations_announced_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11629);
/* harmony import */ var _operations_carry_on_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7645);
/* harmony import */ var _operations_refs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27560);
/** Writes the job summary of a run, and the same as a file. A report never fails a job. */





/** Returns the path of the file; '' when it could not be written. `next`: see nextSteps. */
async function reportSummary(job, run, result, warnings, next) {
    try {
        const { summaryMarkdown } = await Promise.all(/* import() */[__webpack_require__.e(104), __webpack_require__.e(125)]).then(__webpack_require__.bind(__webpack_require__, 71125));
        const { state } = run.load({ damaged: true });
        const { issue } = (0,_operations_announced_js__WEBPACK_IMPORTED_MODULE_2__/* .readComments */ .TK)(run.runDir);
        const markdown = summaryMarkdown({
            state,
            status: result.status,
            now: Date.now(),
            next: [...next],
            warnings: [...warnings],
            halt: (0,_operations_carry_on_js__WEBPACK_IMPORTED_MODULE_3__/* .haltText */ .i)(state),
            links: [
                ...linksOf(job.event, run),
                ...(issue === undefined
                    ? []
                    : [
                        {
                            text: `Reports on ${issue.isPull ? 'pull request' : 'issue'} ${issue.number}`,
                            url: issue.url,
                        },
                    ]),
            ],
        });
        await job.io.summary(markdown);
        const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(job.event.temp, 'longhaul', '.longhaul', 'reports', `${run.runId}.md`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, markdown);
        return file;
    }
    catch (error) {
        job.io.warning(`The summary could not be written: ${error.message}`);
        return '';
    }
}
/** What people can do for everything that the run waits for. */
function nextSteps({ event }, run, { pending }) {
    if (pending.length === 0)
        return [];
    const { breakpoints } = (0,_operations_announced_js__WEBPACK_IMPORTED_MODULE_2__/* .readComments */ .TK)(run.runDir);
    const refs = (0,_operations_refs_js__WEBPACK_IMPORTED_MODULE_4__/* .refsOf */ .g)(run.load({ damaged: true }).state);
    const ways = {
        runId: run.runId,
        workflow: event.workflow,
        refOf: (effectId) => refs.get(effectId) ?? '',
        commentOf: (effectId) => breakpoints[effectId]?.url,
    };
    return pending.map((effect) => nextFor(ways, effect));
}
/** The run in the repository, and its journal at the last save. */
function linksOf({ serverUrl, repository }, { place }) {
    if (place?.branch === undefined)
        return [];
    const home = `${serverUrl}/${repository}`;
    return [
        { text: `Branch ${place.branch}`, url: `${home}/tree/${place.branch}` },
        { text: 'Journal at the last save', url: `${home}/tree/${place.commit}/journal` },
    ];
}
/** What a person can do for it: something to paste into a shell, or words to comment. Values are quoted for a shell. */
function nextFor({ runId, workflow, refOf, commentOf }, { kind, effectId, label, title, external, wakeAt }) {
    const dispatch = (command, values) => dispatchLine({ runId, workflow }, command, values);
    const what = `Waits for ${title} (${kind})`;
    switch (kind) {
        case 'sleep':
            return {
                what: `Sleeps until ${wakeAt ?? 'later'}; a sweep carries it on, or:`,
                command: dispatch('resume'),
            };
        case 'signal':
            return {
                what: `Waits for the signal ${label}:`,
                command: dispatch('signal', { signal: label, value: 'null' }),
            };
        case 'breakpoint': {
            const url = commentOf(effectId);
            const where = url === undefined ? 'in a comment on its issue' : 'in a comment there';
            return {
                what: `${what}; decide it ${where}:`,
                command: `/approve ${refOf(effectId)}`,
                ...(url === undefined ? {} : { url }),
            };
        }
        default:
            if (external)
                return { what: `${what}:`, command: dispatch('result', { 'effect-id': effectId, value: 'null' }) };
            return {
                what: wakeAt === undefined ? `${what}:` : `Tries ${title} again at ${wakeAt}; a sweep carries it on, or:`,
                command: dispatch('resume'),
            };
    }
}
/** To paste into a shell: dispatches the workflow of a run with a command for it. */
function dispatchLine({ runId, workflow }, command, values = {}) {
    const file = workflow.split('/').at(-1) || 'longhaul.yml';
    const fields = Object.entries({ command, 'run-id': runId, ...values });
    return `gh workflow run ${quote(file)}${fields.map(([name, value]) => ` -f ${name}=${quote(value)}`).join('')}`;
}
const quote = (text) => /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;


/***/ }),

/***/ 73577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ cleanEnvironment),
/* harmony export */   r: () => (/* binding */ taskEnvironment)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7387);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1014);
/** The environment of a task: what it is told about itself, and what it never gets to see. */



const HIDDEN = /^(?:INPUT_.*|STATE_.*|ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL|ACTIONS_ID_TOKEN_.*|LONGHAUL_SIGNING_KEY)$/i;
/** The inherited environment without action inputs, action state, the runner's tokens and the signing key. */
function cleanEnvironment(inherited) {
    const env = {};
    for (const [name, value] of Object.entries(inherited)) {
        if (value !== undefined && !HIDDEN.test(name))
            env[name] = value;
    }
    return env;
}
/**
 * All variables of one attempt (contract §4): the inherited ones, the definition's own on top (null takes one
 * out), then the effect's. The paths are also given under the names that Babysitter's workers read.
 *
 * @throws TaskDefinitionError when the definition sets a LONGHAUL_* variable or gives a value that is no text
 */
function taskEnvironment(effect, world, io) {
    const env = cleanEnvironment(world.env);
    const own = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(effect.def[effect.kind]) ?? effect.def;
    for (const [name, value] of ownVariables(own.env, effect.kind)) {
        if (value === null)
            delete env[name];
        else
            env[name] = value;
    }
    return {
        ...env,
        LONGHAUL_RUN_ID: effect.runId,
        LONGHAUL_EFFECT_ID: effect.effectId,
        LONGHAUL_ATTEMPT: String(effect.attempt),
        LONGHAUL_RUN_DIR: world.runDir,
        LONGHAUL_ARTIFACTS_DIR: world.artifactsDir,
        LONGHAUL_IDEMPOTENCY_KEY: effect.idempotencyKey,
        LONGHAUL_INPUT_JSON: io.input,
        LONGHAUL_OUTPUT_JSON: io.output,
        BABYSITTER_EFFECT_ID: effect.effectId,
        BABYSITTER_INPUT_JSON: io.input,
        BABYSITTER_OUTPUT_JSON: io.output,
        BABYSITTER_STDOUT_PATH: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(world.runDir, 'tasks', effect.effectId, 'stdout.log'),
        BABYSITTER_STDERR_PATH: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(world.runDir, 'tasks', effect.effectId, 'stderr.log'),
    };
}
function ownVariables(env, kind) {
    if (env === undefined || env === null)
        return [];
    const given = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(env);
    if (given === undefined)
        throw (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(`${kind}.env`, env, 'an object of variables');
    return Object.entries(given).map(([name, value]) => {
        if (/^LONGHAUL_/i.test(name)) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .TaskDefinitionError */ .zF(`The task definition's ${kind}.env sets ${name}: variables that begin with LONGHAUL_ belong to the engine. Choose another name.`);
        }
        if (value === null || typeof value === 'string')
            return [name, value];
        if (typeof value === 'number' || typeof value === 'boolean')
            return [name, String(value)];
        throw (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(`${kind}.env.${name}`, value, 'a string');
    });
}


/***/ }),

/***/ 92830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GK: () => (/* binding */ parseRetryPolicy),
/* harmony export */   PE: () => (/* binding */ NO_RETRY),
/* harmony export */   r3: () => (/* binding */ isRetryable),
/* harmony export */   rM: () => (/* binding */ nextDelay)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1005);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/** Whether a failed attempt is followed by another, and after which pause. */


const NO_RETRY = {
    attempts: 1,
    delay: 1000,
    factor: 2,
    maxDelay: 300_000,
    nonRetryable: [],
};
const FIELDS = Object.keys(NO_RETRY);
const MOST_ATTEMPTS = 1000;
/** A further attempt would meet the very same definition. */
const NEVER = new Set(['TaskDefinitionError']);
/**
 * The policy in `retry: {attempts, delay, factor, maxDelay, nonRetryable}`; one attempt when there is none.
 *
 * @param where what the messages call it, e.g. `retry of task build`
 * @throws UsageError naming the field, its value and what is allowed
 */
function parseRetryPolicy(value, where = 'retry') {
    if (value === undefined || value === null)
        return { ...NO_RETRY, nonRetryable: [] };
    if (typeof value !== 'object' || Array.isArray(value)) {
        throw refused(where, value, `an object with ${FIELDS.join(', ')}`);
    }
    for (const field of Object.keys(value)) {
        // A misspelt `attempts` would otherwise mean, silently, no retry at all.
        if (!FIELDS.includes(field)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${where}: there is no field ${JSON.stringify(field)}`, {
                hint: `The fields are ${FIELDS.join(', ')}.`,
            });
        }
    }
    const given = value;
    const attempts = given.attempts ?? NO_RETRY.attempts;
    if (!isCount(attempts)) {
        throw refused(`${where}.attempts`, attempts, `an integer from 1 to ${MOST_ATTEMPTS}, the first attempt included`);
    }
    const factor = given.factor ?? NO_RETRY.factor;
    if (typeof factor !== 'number' || !(factor >= 1 && factor <= 100)) {
        throw refused(`${where}.factor`, factor, 'a number from 1 to 100');
    }
    const names = given.nonRetryable ?? [];
    if (!isNames(names)) {
        throw refused(`${where}.nonRetryable`, names, 'an array of error names');
    }
    return {
        attempts,
        delay: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(given.delay ?? NO_RETRY.delay, `${where}.delay`),
        factor,
        maxDelay: (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(given.maxDelay ?? NO_RETRY.maxDelay, `${where}.maxDelay`),
        nonRetryable: names,
    };
}
/** Ms to wait after that many failed attempts (from 1), or undefined when no attempt is left. Attempts that were lost do not count. */
function nextDelay(policy, failedAttempts) {
    if (failedAttempts >= policy.attempts)
        return undefined;
    // Never NaN: a delay of 0 stays 0 however large the power grows.
    if (policy.delay === 0)
        return 0;
    return Math.min(Math.round(policy.delay * policy.factor ** (failedAttempts - 1)), policy.maxDelay);
}
/** False when the policy, or the nature of the error, rules out another attempt. */
function isRetryable(policy, error) {
    return !NEVER.has(error.name) && !policy.nonRetryable.includes(error.name);
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ATTEMPTS;
}
function isNames(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');
}
function refused(field, value, allowed) {
    const shown = JSON.stringify(value) ?? String(value);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`${field}: ${shown} is not allowed`, { hint: `It must be ${allowed}.` });
}


/***/ }),

/***/ 72545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ readFinal),
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   gj: () => (/* binding */ writeFinal),
/* harmony export */   uN: () => (/* binding */ finalOf)
/* harmony export */ });
/* unused harmony export errorClassOf */
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16955);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94545);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38174);
/** final.json: how an attempt of a run ended, for programs that wait for a file. */






/** Why it ended otherwise than by success; '' when there is nothing to say. */
function failureReason(terminal) {
    if (terminal.status === 'completed')
        return '';
    if (terminal.reason !== undefined)
        return terminal.reason;
    const { error } = terminal;
    return error === undefined ? '' : `${error.name}: ${error.message}`;
}
/** Whether the same code may succeed another time; undefined: the run did not end with an error. */
function errorClassOf(terminal) {
    if (terminal.error === undefined)
        return undefined;
    if (terminal.errorClass !== undefined)
        return terminal.errorClass;
    if (terminal.status === 'canceled')
        return 'cancelled';
    return terminal.timedOut || terminal.effectId !== undefined ? 'transient' : 'permanent';
}
/** What final.json says of a run; undefined while it has not ended. `commit` '' outside git. */
function finalOf(state, commit) {
    const { terminal } = state;
    if (terminal === undefined)
        return undefined;
    const reason = failureReason(terminal);
    const errorClass = errorClassOf(terminal);
    return {
        timestamp: terminal.at,
        status: _endings_js__WEBPACK_IMPORTED_MODULE_2__/* .ENDINGS */ .Jx[terminal.status].final,
        run_id: state.runId,
        final_git_commit_sha: commit,
        ...(reason !== '' && { failure_reason: reason }),
        attempt: state.attempt,
        ...(errorClass !== undefined && { error_class: errorClass }),
        ...(terminal.error !== undefined && {
            error: { name: terminal.error.name, message: terminal.error.message },
        }),
        ...(terminal.cleanupErrors !== undefined && {
            attached_errors: terminal.cleanupErrors.map(({ name, message }) => `clean-up failed: ${name}: ${message}`),
        }),
    };
}
/** Durable and whole when it returns. Throws what the file system says. */
function writeFinal(runDir, final) {
    (0,_atomic_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAtomic */ .vZ)(_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .paths */ .f0.final(runDir), (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(final));
}
/**
 * undefined when there is none, or it is no final.json. An older attempt's says so in `attempt`. Throws LonghaulError
 * (UNKNOWN_STATUS).
 */
function readFinal(runDir) {
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_4__/* .paths */ .f0.final(runDir);
    const final = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)((0,_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfThere */ .qC)(path) ?? '');
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(final) || typeof final.status !== 'string' || typeof final.run_id !== 'string')
        return undefined;
    return { ...final, status: (0,_endings_js__WEBPACK_IMPORTED_MODULE_2__/* .finalStatus */ .nH)(final.status, path) };
}


/***/ }),

/***/ 72894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ ProgressLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41597);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94545);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72545);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78091);
/** progress.ndjson: one JSON object a line, append-only, safe to tail. */








const TAIL_BYTES = 64 * 1024;
// Drawn a block at a time: three lines a step would otherwise ask the system for randomness three times.
let drawn = Buffer.alloc(0);
function lineId() {
    if (drawn.length === 0)
        drawn = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(1024);
    const id = drawn.toString('hex', 0, 4);
    drawn = drawn.subarray(4);
    return id;
}
/** ms that a line may wait for others: three lines a step would otherwise be three writes. */
const LINGER = 20;
class ProgressLog {
    #path;
    #runDir;
    #runId;
    #now;
    #mended = false;
    /** Lines that are not written yet. */
    #lines = '';
    #flushing;
    /** Kept open while a run is driven: three lines a step would otherwise open the file three times. */
    #fd;
    constructor(runDir, runId, now = Date.now) {
        this.#path = _layout_js__WEBPACK_IMPORTED_MODULE_7__/* .paths */ .f0.progress(runDir);
        this.#runDir = runDir;
        this.#runId = runId;
        this.#now = now;
    }
    /** Best effort: a full disk or a closed file never fails the run, and a kill takes the lines of its last moment. */
    write(event, fields = {}) {
        const line = { event, ...fields, run_id: this.#runId, id: lineId(), ts: this.#ts() };
        this.#lines += `${JSON.stringify(line)}\n`;
        this.#flushing ??= setTimeout(() => this.#flush(), LINGER);
    }
    #flush() {
        clearTimeout(this.#flushing);
        this.#flushing = undefined;
        const lines = this.#lines;
        this.#lines = '';
        if (lines === '')
            return;
        try {
            this.#append(lines);
        }
        catch {
            // Progress is for those who watch; the journal has it all.
        }
    }
    /**
     * The last line of an attempt that ended. Written once: its id is made of the event that ended the run, so
     * whoever comes after a kill adds it only when it is missing. Returns whether it was added. Throws
     * LonghaulError (NO_FINAL) when final.json does not stand for this ending, and what the file system says:
     * without this line the run does not count as announced.
     */
    end(state) {
        this.#flush();
        const { terminal } = state;
        const final = (0,_final_js__WEBPACK_IMPORTED_MODULE_6__/* .readFinal */ .BF)(this.#runDir);
        if (terminal === undefined || final === undefined || final.timestamp !== terminal.at) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ('NO_FINAL', `Run ${this.#runId} has no final.json for its end; no last line is written`, {
                path: _layout_js__WEBPACK_IMPORTED_MODULE_7__/* .paths */ .f0.final(this.#runDir),
            });
        }
        if (this.#hasEnd(terminal))
            return false;
        const { line, final: status } = _endings_js__WEBPACK_IMPORTED_MODULE_5__/* .ENDINGS */ .Jx[terminal.status];
        const reason = (0,_final_js__WEBPACK_IMPORTED_MODULE_6__/* .failureReason */ .Hr)(terminal);
        const last = {
            event: line,
            status,
            run_id: this.#runId,
            ...(status !== 'success' && reason !== '' && { reason }),
            id: this.#endId(terminal),
            ts: this.#ts(),
        };
        this.#append(`${JSON.stringify(last)}\n`, true);
        return true;
    }
    /** Whether the last line of the attempt that has ended is there; of a file that cannot be read it is not. */
    isOver({ terminal }) {
        try {
            return terminal !== undefined && this.#hasEnd(terminal);
        }
        catch {
            return false;
        }
    }
    #hasEnd(terminal) {
        const id = this.#endId(terminal);
        return this.#tail().some((line) => line.id === id);
    }
    #endId({ ulid }) {
        return (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(`${this.#runId} ${ulid}`).slice(0, 8);
    }
    #ts() {
        return new Date(this.#now()).toISOString();
    }
    #append(lines, durable = false) {
        this.#fd ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(this.#path, 'a+');
        if (!this.#mended)
            mend(this.#fd);
        this.#mended = true;
        // In one write, so that lines of several writers do not mix.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(this.#fd, lines);
        if (durable)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(this.#fd);
    }
    /** A later line opens the file again. */
    close() {
        this.#flush();
        if (this.#fd !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(this.#fd);
        this.#fd = undefined;
    }
    #tail() {
        let fd;
        try {
            fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(this.#path, 'r');
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return [];
            throw error;
        }
        try {
            return readTail(fd)
                .split('\n')
                .flatMap((line) => (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(line) ?? []);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
        }
    }
}
function readTail(fd) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
    const length = Math.min(size, TAIL_BYTES);
    const bytes = Buffer.alloc(length);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, bytes, 0, length, size - length);
    return bytes.toString('utf8');
}
/** A kill in the middle of a line: a whole line gets its newline, a torn one is cut off. */
function mend(fd) {
    const tail = readTail(fd);
    if (tail === '' || tail.endsWith('\n'))
        return;
    const last = tail.slice(tail.lastIndexOf('\n') + 1);
    if ((0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(last) !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(fd, '\n');
    else
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(fd, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).size - Buffer.byteLength(last));
}


/***/ }),

/***/ 7645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ carryOn),
/* harmony export */   i: () => (/* binding */ haltText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25188);
/* harmony import */ var _run_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63267);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70111);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81928);
/** Carries a run on for a front door: one that was sealed under its driver's hands has ended like any other. */





/** @throws what driveRun throws, but for a damaged journal and a lost lease where the run has been sealed */
async function carryOn(options) {
    const { run, store } = options;
    try {
        return await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .driveRun */ .EJ)(options);
    }
    catch (error) {
        const { state } = await (0,_seal_js__WEBPACK_IMPORTED_MODULE_3__/* .sealedDespite */ .l7)(run, error);
        // Who sealed it announced it in his own copy of the run; a directory has only one.
        if (store.kind !== 'directory')
            (0,_final_js__WEBPACK_IMPORTED_MODULE_1__/* .announceEnd */ .Jd)({ runDir: run.runDir, state });
        return {
            ...(0,_run_result_js__WEBPACK_IMPORTED_MODULE_2__/* .resultOf */ .B)(run, state, undefined),
            already: error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc,
            ...(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseLostError */ .Jd ? { overruled: true } : {}),
        };
    }
}
/** Who halted a run, and why; undefined: it ended otherwise. */
function haltText({ terminal }) {
    if (terminal?.sealed !== true)
        return undefined;
    const by = terminal.actor === undefined ? '' : ` by ${terminal.actor.login}`;
    return `halted${by}${terminal.reason === undefined ? '' : `: ${terminal.reason}`}`;
}


/***/ }),

/***/ 3447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ codeChanges)
/* harmony export */ });
/* harmony import */ var _code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45203);

const MAX_FILES = 5;
const MAX_LINES = 60;
/** Unified diffs, those of the files that the diverging calls stand in first. */
async function codeChanges(runDir, before, now, facts) {
    const sites = [...facts.journal, ...facts.code].map(({ site }) => site.replace(/:\d+:\d+$/, ''));
    const changed = (0,_code_js__WEBPACK_IMPORTED_MODULE_0__/* .upgradedFiles */ .Sq)(before, now).map(({ path }) => path);
    const gone = before.files
        .map(({ path }) => path)
        .filter((path) => sites.includes(path) && !now.some((file) => file.path === path));
    const rank = (path) => (sites.includes(path) ? 0 : 1);
    const paths = [...changed, ...gone].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    if (paths.length === 0)
        return [];
    const { createTwoFilesPatch } = await __webpack_require__.e(/* import() */ 873).then(__webpack_require__.bind(__webpack_require__, 41873));
    const old = new Map((0,_code_js__WEBPACK_IMPORTED_MODULE_0__/* .readCode */ .wr)(runDir, before).map(({ path, source }) => [path, source]));
    const fresh = new Map(now.map(({ path, source }) => [path, source]));
    const lines = paths.slice(0, MAX_FILES).flatMap((path) => {
        const patch = createTwoFilesPatch(`${path} (the run)`, `${path} (now)`, old.get(path) ?? '', fresh.get(path) ?? '', undefined, undefined, { context: 2 });
        const all = patch.split('\n').filter((line) => line !== '' && !line.startsWith('======'));
        return all.length > MAX_LINES
            ? [...all.slice(0, MAX_LINES), `… ${all.length - MAX_LINES} more lines`]
            : all;
    });
    if (paths.length > MAX_FILES)
        lines.push(`… and ${paths.length - MAX_FILES} more files: ${paths.slice(MAX_FILES).join(', ')}`);
    return lines;
}


/***/ }),

/***/ 21628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ DivergedError),
/* harmony export */   x: () => (/* binding */ divergenceError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68651);
/* harmony import */ var _tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22478);
/** What a person reads when the code asks for other steps than the journal holds. */



/** `DIVERGED`: nothing was run and nothing was written. `facts` are those of the kernel. */
class DivergedError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ {
    facts;
    constructor(message, hint, facts) {
        super('DIVERGED', message, { hint });
        this.name = 'DivergenceError';
        this.facts = facts;
    }
}
/** `changes`: what was changed in the code, as a diff, where that is known. */
function divergenceError(facts, place, changes = []) {
    const lines = [headline(facts)];
    if (facts.lastAgreed.length > 0) {
        lines.push('', 'Last steps that agreed:');
        for (const step of facts.lastAgreed)
            lines.push(`  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`);
    }
    if (facts.journal.length > 0) {
        lines.push('', 'The journal has:');
        for (const step of facts.journal) {
            lines.push(`  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`, `    arguments ${short(argumentsOf(place, step.effectId))}`);
        }
    }
    lines.push('', 'The code asks for:');
    if (facts.code.length === 0)
        lines.push(`  nothing more${facts.ended === undefined ? '' : ` (${facts.ended})`}`);
    for (const call of facts.code)
        lines.push(`  ${call.kind} ${call.taskId}${at(call.site)}`, `    arguments ${short(call.args)}`);
    const change = argumentChange(facts, place);
    if (change.length > 0)
        lines.push('', 'Difference in the arguments:', ...change.map((line) => `  ${line}`));
    if (changes.length > 0)
        lines.push('', 'Changes in the code:', ...changes.map((line) => `  ${line}`));
    const { recorded, now } = place.codeRevisions();
    if (recorded !== '' || now !== '')
        lines.push('', `Code of the run: ${recorded || 'not recorded'}; code that was replayed: ${now || 'not known'}`);
    const hint = `Resume on the code that the run carries (\`longhaul resume ${place.init.runId} --on-code-change pin\`), or change the code so that it asks for these steps again. ` +
        `To go on from an earlier point: \`longhaul run:fork ${place.init.runId} --at <step>\`. To give it up: \`longhaul run:halt ${place.init.runId}\`. ` +
        'If the process does input or output of its own between steps, put that into ctx.run.';
    return new DivergedError(lines.join('\n'), hint, facts);
}
function headline(facts) {
    const [missing] = facts.journal;
    const [asked] = facts.code;
    const step = missing === undefined ? 'a step' : `${missing.stepId} (${missing.taskId})`;
    if (facts.because === 'ended')
        return `The code and the journal diverge: ${facts.ended}, and the journal goes on with ${step}.`;
    if (facts.because === 'beyond')
        return `The code and the journal diverge: the run has completed, and the code goes on with ${asked?.taskId}.`;
    if (asked === undefined)
        return `The code and the journal diverge: the code no longer asks for ${step}.`;
    if (asked.early !== undefined)
        return `The code and the journal diverge: the code asks for ${asked.early} (${asked.taskId}) before ${step}, or not for ${step} at all.`;
    const sameTask = missing !== undefined && asked.taskId === missing.taskId;
    if (sameTask)
        return `The code and the journal diverge: ${step} is asked for with other arguments.`;
    return `The code and the journal diverge: the journal has ${step}, and the code asks for ${asked.taskId}.`;
}
const at = (site) => (site === '' ? '' : `  (asked at ${site})`);
const short = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
function argumentsOf(place, effectId) {
    return JSON.stringify(storedArguments(place, effectId) ?? null);
}
/** undefined: the report does without. */
function storedArguments({ init, state }, effectId) {
    const effect = state.effects.get(effectId);
    return effect === undefined ? undefined : (0,_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .definitionOf */ .Fg)(init.runDir, effect.request.taskDefRef).inputs;
}
/** Line by line, where one step of either side differs in its arguments only. */
function argumentChange(facts, place) {
    const missing = facts.journal[0];
    const asked = facts.code.find((call) => call.taskId === missing?.taskId);
    if (missing === undefined || asked === undefined)
        return [];
    const before = lines(storedArguments(place, missing.effectId) ?? null);
    const after = lines(JSON.parse(asked.args));
    const old = new Set(before);
    const fresh = new Set(after);
    return [
        ...before.filter((line) => !fresh.has(line)).map((l) => `- ${short(l)}`),
        ...after.filter((line) => !old.has(line)).map((l) => `+ ${short(l)}`),
    ].slice(0, 20);
}
/** Pretty JSON, keys in one order, without what only says that a line follows. */
function lines(json) {
    return JSON.stringify((0,_journal_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortKeys */ .di)(json), null, 2)
        .split('\n')
        .map((line) => line.trim().replace(/,$/, ''));
}


/***/ }),

/***/ 91066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ loadError),
/* harmony export */   JX: () => (/* binding */ stuckError),
/* harmony export */   le: () => (/* binding */ crashedInReplayError),
/* harmony export */   mc: () => (/* binding */ stuckStepsError),
/* harmony export */   tr: () => (/* binding */ lostError),
/* harmony export */   vG: () => (/* binding */ STALE_CACHE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16955);
/* harmony import */ var _journal_endings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94545);
/** What ends a drive though the run has not ended: the journal is as it was, and the way out is named. */



function stuckError(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_STUCK', what.charAt(0).toUpperCase() + what.slice(1), {
        hint: 'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; ' +
            'mend the code and resume with `longhaul resume <run> --on-code-change upgrade`, or seal the run with `longhaul run:halt <run>`.',
    });
}
function stuckStepsError(names) {
    return stuckError(`the step ${names.map((name) => `"${name}"`).join(', ')} is waiting for something that never comes`);
}
function lostError(cause, error) {
    // Its worker found, while it read the journal, what `run:verify` finds.
    if (error.name === 'DamageError' && (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(error.data))
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc(error.message, String(error.data.path));
    const hints = {
        loop: 'Find the endless loop, or put long computation into ctx.run; the journal is as it was.',
        memory: 'The process needs more memory than it may have; the journal is as it was.',
        exit: 'The journal is as it was: to try again, `longhaul resume <run>`.',
    };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_LOST', error.message, { hint: hints[cause] });
}
/** It broke down before the replay had ended, and the journal says that it did not do so then (P6: nothing is written). */
function crashedInReplayError(error) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_LOST', `The process failed while its journal was replayed: ${(0,_journal_endings_js__WEBPACK_IMPORTED_MODULE_2__/* .errorText */ .kc)(error)}`, {
        hint: 'It did not fail there before: look at what it reads of its surroundings. The journal is as it was: to try again, `longhaul resume <run>`.',
        cause: withStack(error),
    });
}
function loadError(path, error, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_LOAD', `The process file cannot be loaded: ${(0,_journal_endings_js__WEBPACK_IMPORTED_MODULE_2__/* .errorText */ .kc)(error)}`, {
        path,
        hint,
        cause: withStack(error),
    });
}
function withStack(error) {
    const cause = new Error(error.message);
    if (error.stack !== undefined)
        cause.stack = error.stack;
    return cause;
}
/** A packed segment is not what the files say: they are read instead. */
const STALE_CACHE = new Error('stale segments');


/***/ }),

/***/ 31433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ journalEnd),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   sr: () => (/* binding */ sealEvent),
/* harmony export */   uX: () => (/* binding */ withdrawalReason)
/* harmony export */ });
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41597);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68651);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78091);
/* harmony import */ var _journal_task_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9138);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85008);
/* harmony import */ var _reopen_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4647);
/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */






/**
 * Journals the end of a run in one batch. Commands must have been stopped before.
 * @param passedOn stands right before the end: others are told of it
 */
function journalEnd(journal, end, passedOn) {
    const withdrawn = end.type === 'sealed'
        ? []
        : [...journal.state.pending.values()].map((effect) => (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .cancellation */ .WN)(effect, withdrawalReason(end), { withdrawn: true }));
    const { event, files } = terminalEvent(journal, end);
    journal.append([...withdrawn.map((made) => made.event), ...(passedOn === undefined ? [] : [passedOn]), event], [...withdrawn.flatMap((made) => made.files), ...files]);
}
/** What whoever watches is told beside the end itself; none of it changes how the run ended (S4). */
function warningsOf(end) {
    const warnings = end.type === 'returned' ? end.warnings : [];
    const failures = 'cleanupErrors' in end ? end.cleanupErrors : [];
    return [...warnings, ...failures.map(({ message }) => `a clean-up failed: ${message}`)];
}
function withdrawalReason(end) {
    return end.type === 'canceled' || end.type === 'timed-out'
        ? end.reason
        : 'withdrawn: the process ended before it was done';
}
function terminalEvent(journal, end) {
    const { run, state } = journal;
    switch (end.type) {
        case 'returned': {
            const text = (0,_journal_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonText */ .s$)(JSON.parse(end.output));
            const data = {
                outputRef: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .OUTPUT_REF */ .i3,
                outputDigest: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(text),
                ...attached(end.cleanupErrors),
            };
            return {
                event: { type: 'RUN_COMPLETED', data },
                files: [{ path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .OUTPUT_REF */ .i3, text, replace: true }],
            };
        }
        case 'threw':
            return { event: failed(threwData(end, state)), files: [] };
        case 'halted': {
            const data = {
                reason: end.reason,
                payload: JSON.parse(end.payload),
                ...attached(end.cleanupErrors),
            };
            return { event: { type: 'RUN_HALTED', data }, files: [] };
        }
        case 'canceled': {
            const error = { name: 'RunCanceledError', message: end.reason };
            const by = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ actor: end.actor, messageId: end.messageId });
            return { event: failed({ error, canceled: true, errorClass: 'cancelled', ...by }), files: [] };
        }
        case 'timed-out': {
            const error = { name: 'RunTimeoutError', message: end.reason };
            return { event: failed({ error, timedOut: true, errorClass: 'transient' }), files: [] };
        }
        case 'sealed':
            return { event: sealEvent(run, end), files: [] };
    }
}
const failed = (data) => ({ type: 'RUN_FAILED', data });
const attached = (cleanupErrors) => cleanupErrors.length === 0 ? {} : { cleanupErrors };
/** The primary error is the one reported; what failed in its wake is attached (S3). */
function threwData({ error, effectId, cleanupErrors }, state) {
    const canceled = state.cancel !== undefined;
    const failures = cleanupErrors.map(({ message }) => `clean-up failed: ${message}`);
    return {
        error,
        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ effectId }),
        ...(canceled ? { canceled } : {}),
        errorClass: canceled ? 'cancelled' : classOf(error, state.effects.get(effectId ?? '')),
        ...attached(cleanupErrors),
        ...(failures.length === 0 ? {} : { detail: [error.message, ...failures].join('; ') }),
    };
}
/** What the run died of, and whether the same code may succeed another time (R6). */
function classOf({ name }, effect) {
    if (name === 'EffectCancelledError')
        return 'cancelled';
    if (name === 'DivergenceError')
        return 'diverged';
    return effect === undefined || (0,_reopen_js__WEBPACK_IMPORTED_MODULE_5__/* .isMisdefined */ .Pn)(effect, name) ? 'permanent' : 'transient';
}
/** A seal says by itself who set it, why, and that it is no natural end (H4, H5, H11). */
function sealEvent(run, end) {
    const { finalStatus, reason, actor, messageId, source } = end;
    const seal = {
        manual_seal_reason: reason,
        completionProof: (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_3__/* .completionProofOf */ .s2)(run),
        synthetic: true,
        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ actor, messageId, source }),
    };
    if (finalStatus === 'completed')
        return { type: 'RUN_COMPLETED', data: seal };
    return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}


/***/ }),

/***/ 49913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ refuseNewerEngine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23405);
/** Which engine may carry a run on (contract §2). */


/** Any later version of the same major carries an older run on; an older engine refuses a newer run. @throws LonghaulError ENGINE_TOO_OLD */
function refuseNewerEngine(state) {
    const made = state.created?.engine;
    if (made === undefined)
        return;
    const [major = 0, minor = 0, patch = 0] = made.split('.').map(Number);
    const [ours = 0, oursMinor = 0, oursPatch = 0] = _version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x.split('.').map(Number);
    const newer = major !== ours || minor > oursMinor || (minor === oursMinor && patch > oursPatch);
    if (!newer)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('ENGINE_TOO_OLD', `Run ${state.runId} was made by Longhaul ${made}; this is ${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x}`, {
        hint: `Carry it on with Longhaul ${major}.x, ${made} or later.`,
    });
}


/***/ }),

/***/ 49866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ wakeParent),
/* harmony export */   Hs: () => (/* binding */ childRunId),
/* harmony export */   kS: () => (/* binding */ openChildren)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40089);

/**
 * The child of an effect has one id, whoever starts it; each attempt after a failure is a child of its own.
 * A run id is at most 64 characters, a ULID 26.
 */
function childRunId(parent, effectId, failures = 0) {
    const suffix = failures === 0 ? '' : `-${failures + 1}`;
    return `${parent.slice(0, 37 - suffix.length).replace(/[.]+$/, '')}.${effectId}${suffix}`;
}
/** Ids of the runs that effects of this run have started and wait for. */
function openChildren(state) {
    const effects = [...state.pending.values()].filter(_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .hasChild */ .xh);
    return effects.map(({ effectId, failures }) => childRunId(state.runId, effectId, failures));
}
/**
 * Tells the parent of a run that has ended: whoever drives it looks at its child again. The answer is the parent
 * that waits for it; it has to be driven by whoever asks, unless somebody else does already. undefined: nobody waits.
 */
async function wakeParent(store, parent, terminal) {
    if (parent === undefined || terminal === undefined || !(await store.exists(parent.runId)))
        return undefined;
    const run = await store.open(parent.runId);
    const { state } = run.load();
    if (state.terminal !== undefined || state.effects.get(parent.effectId)?.status !== 'requested')
        return undefined;
    // The same message however often it is sent (M1).
    await run.mailbox.deliver({
        id: `${parent.effectId}.ended`,
        attempt: state.attempt,
        at: terminal.at,
        kind: 'wake',
    });
    return run;
}


/***/ }),

/***/ 25188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ NotSavedError),
/* harmony export */   Jd: () => (/* binding */ announceEnd),
/* harmony export */   de: () => (/* binding */ persistFinal),
/* harmony export */   dw: () => (/* binding */ saveEnd),
/* harmony export */   mk: () => (/* binding */ saveLast)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_final_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72545);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78091);
/* harmony import */ var _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72894);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3553);
/** The terminal contract (contract §1): final.json, then the save, then the last line of progress.ndjson. */





/**
 * Writes final.json for the end that the journal holds; call it before the save. Nothing while the run goes on,
 * and nothing when the file stands for this very end already.
 * @throws LonghaulError (PERSIST_FAILED): such an end is not announced (T10)
 */
function persistFinal(journal, workspace) {
    const final = (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .finalOf */ .uN)(journal.state, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .commitOf */ .D)(workspace));
    if (final === undefined)
        return;
    try {
        const written = (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .readFinal */ .BF)(journal.runDir);
        const stands = written?.timestamp === final.timestamp &&
            written.attempt === final.attempt &&
            written.status === final.status;
        if (!stands)
            (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFinal */ .gj)(journal.runDir, final);
    }
    catch (cause) {
        throw behind(journal.state, cause, {
            code: 'PERSIST_FAILED',
            what: 'final.json could not be written',
            path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.final(journal.runDir),
            hint: 'The journal has the end of the run. Mend the cause and resume: what is missing is written then.',
        });
    }
}
/**
 * The last save of a session gives the lease back. The run's own failure stays the first thing said, whatever else
 * fails (S5).
 */
async function saveLast(lease, { runId, terminal }, what) {
    try {
        await lease.save({ ...what, last: true });
    }
    catch (error) {
        if (terminal === undefined || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseLostError */ .Jd)
            throw error;
        const why = `saving run ${runId} failed: ${error.message}`;
        throw new NotSavedError(terminal.error === undefined ? why : `${terminal.error.name}: ${terminal.error.message}; ${why}`, terminal.error, error);
    }
}
/**
 * The save that makes an end durable: where it is a push, who tails the stream hears of it before the last line (T2),
 * and of nothing after that.
 */
async function saveEnd(run, lease, what) {
    const { state } = lease.journal;
    const stream = new _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .ProgressLog */ .q(run.runDir, run.runId);
    const log = run.place === undefined || stream.isOver(state) ? undefined : stream;
    log?.write('git_push_start');
    try {
        await saveLast(lease, state, what);
        log?.write('git_push_ok');
    }
    catch (error) {
        log?.write('git_push_failed');
        throw error;
    }
    finally {
        log?.close();
    }
}
/** The run has ended and no durable copy could be made: nothing was announced. */
class NotSavedError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ {
    /** What the run itself died of. */
    primary;
    constructor(message, primary, cause) {
        super('NOT_SAVED', message, {
            cause,
            hint: 'The run directory holds the end of the run; resume to make it durable.',
        });
        this.name = 'NotSavedError';
        this.primary = primary;
    }
}
/**
 * Appends the terminal line, once for each attempt that ended; call it after the save, and for an ended run that may
 * lack it. @throws LonghaulError (ANNOUNCE_FAILED): readers of the stream do not know the end yet
 */
function announceEnd(journal) {
    if (journal.state.terminal === undefined)
        return;
    const log = new _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .ProgressLog */ .q(journal.runDir, journal.state.runId);
    try {
        log.end(journal.state);
    }
    catch (cause) {
        throw behind(journal.state, cause, {
            code: 'ANNOUNCE_FAILED',
            what: 'the last line of progress.ndjson could not be written',
            path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.progress(journal.runDir),
            hint: 'The end of the run is saved. Mend the cause and resume: the line is written then.',
        });
    }
    finally {
        log.close();
    }
}
/** What the run died of comes first; what went wrong in its wake is attached (S5). */
function behind({ terminal }, cause, { code, what, path, hint }) {
    const reason = terminal === undefined ? '' : (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .failureReason */ .Hr)(terminal);
    const primary = reason === '' ? '' : `${reason}; `;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ(code, `${primary}${what}: ${cause.message}`, { path, hint, cause });
}


/***/ }),

/***/ 90275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i6: () => (/* binding */ answerLateMail),
  A5: () => (/* binding */ answeredByRun),
  A7: () => (/* binding */ applyMail)
});

// UNUSED EXPORTS: WORKING, applyMessage

// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(40089);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(38174);
// EXTERNAL MODULE: ./lib/operations/breakpoint-shown.js
var breakpoint_shown = __webpack_require__(78413);
// EXTERNAL MODULE: ./lib/operations/tasks.js
var tasks = __webpack_require__(22478);
;// CONCATENATED MODULE: ./lib/operations/breakpoint-answer.js
/** What settles a breakpoint as a result from outside: read here and nowhere else. */





/**
 * Why `value` does not decide a breakpoint that offers `choices`; undefined: it does. A process asks whether `approved`
 * is truthy: a text would approve, whatever it says. What else the object holds is the process's business.
 */
function decisionProblem(value, choices) {
    // Every resume loads this: it is no schema, which would load zod.
    if (!(0,decode/* isObject */.Gv)(value) || typeof value.approved !== 'boolean')
        return 'it takes an object with "approved": true or false';
    const { option } = value;
    // Babysitter's own answers name none, whatever there is to choose from.
    if (option === undefined)
        return undefined;
    const offered = choices();
    if (typeof option === 'string' && (offered.length === 0 || offered.includes(option)))
        return undefined;
    if (offered.length === 0)
        return 'its "option" must be a text';
    return `its "option" must be one of: ${offered.map((choice) => JSON.stringify(choice)).join(', ')}`;
}
/** The same for an effect of a run; undefined also where the effect is no breakpoint. */
function answerProblem(runDir, { request }, value) {
    if (request.kind !== 'breakpoint')
        return undefined;
    try {
        return decisionProblem(value, () => (0,breakpoint_shown/* choicesOf */.cU)((0,tasks/* readObject */.Ag)((0,reader/* resolverOf */.EM)(runDir), request.taskDefRef) ?? {}));
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc)
            return `its options cannot be read: ${error.message}`;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/operations/recorder.js
var operations_recorder = __webpack_require__(85008);
;// CONCATENATED MODULE: ./lib/operations/mail.js



/** It has been set in motion, and is not recorded yet: the message stays where it is until then. */
const WORKING = Symbol('working');
const refusal = (message, text) => ({ messageId: message.id, done: false, text });
const done = (message) => ({ messageId: message.id, done: true, text: doneText(message) });
function doneText(message) {
    switch (message.kind) {
        case 'wake':
            return 'woke the run';
        case 'signal':
            return `signal ${message.name} was recorded`;
        case 'cancel':
            return message.effectId === undefined
                ? 'the run is being cancelled'
                : `effect ${message.effectId} was cancelled`;
        case 'halt':
            return 'sealed the run';
        case 'result':
            return `effect ${message.effectId} was settled`;
        case 'decide':
            return `comment ${message.commentId} was recorded`;
    }
}
/** M3: a message is for one attempt of the run; and an ended run takes none (M4). */
function answeredByRun(state, message) {
    if (state.messages.has(message.id))
        return done(message);
    if (message.attempt < state.attempt)
        return refusal(message, `was for attempt ${message.attempt}; the run is at attempt ${state.attempt}`);
    if (state.terminal !== undefined && message.kind !== 'wake')
        return refusal(message, `the run is over (${(0,journal_state/* statusOf */.c2)(state)})`);
    return undefined;
}
/** Acts on a message. `driver`: who drives the run here; undefined: the journal is in our hands, nothing runs. */
function applyMessage(journal, driver, message, talk) {
    const answered = answeredByRun(journal.state, message);
    if (answered !== undefined)
        return answered;
    const by = (0,operations_recorder/* defined */.sw)({ actor: message.actor, messageId: message.id });
    switch (message.kind) {
        case 'wake':
            driver?.effects.lookAgain();
            return done(message);
        case 'signal':
            return signal(journal, driver, message.name, { type: 'SIGNAL_RECEIVED', data: { name: message.name, value: message.value, ...by } }, message);
        case 'cancel':
            return message.effectId === undefined
                ? cancelRun(journal, driver, message, by)
                : cancelEffect(journal, driver, message.effectId, message.reason, message, by);
        case 'halt': {
            const end = {
                type: 'sealed',
                finalStatus: message.finalStatus,
                reason: message.reason,
                actor: message.actor,
                messageId: message.id,
                source: message.source,
            };
            driver?.seal(end);
            return WORKING; // without a driver it stays: whoever halts a run that nobody drives seals it by himself
        }
        case 'result':
            return result(journal, driver, message, by, talk);
        case 'decide':
            if (driver === undefined)
                return WORKING; // for whoever drives it
            return talk === undefined
                ? refusal(message, 'comments decide only where GitHub can be asked about them')
                : talk.decide(message, driver);
    }
}
function signal(journal, driver, name, event, message) {
    const recorder = driver?.recorder ?? new operations_recorder/* Recorder */.vk(journal);
    const [written] = journal.append([recorder.clean(event)]);
    if (driver !== undefined)
        driver.effects.signalled(name);
    else {
        const taker = [...journal.state.pending.values()].find((effect) => effect.request.kind === 'signal' && effect.request.label === name);
        const { value, actor } = event.data;
        if (taker !== undefined && written !== undefined) {
            recorder.resolved(taker, { status: 'ok', value }, { signalSeq: written.seq, actor, messageId: message.id });
        }
    }
    return done(message);
}
function cancelEffect(journal, driver, effectId, reason, message, by) {
    const effect = journal.state.effects.get(effectId);
    if (effect === undefined)
        return refusal(message, `effect ${effectId} was not found`);
    const closed = closedText(effect);
    if (closed !== undefined)
        return refusal(message, closed);
    // A run of its own has clean-up of its own to do: that takes a driver.
    if (driver === undefined && (0,journal_state/* hasChild */.xh)(effect))
        return WORKING;
    if (driver !== undefined)
        driver.effects.stop(effectId, { kind: 'cancel', reason, ...by });
    else
        new operations_recorder/* Recorder */.vk(journal).cancelled(effect, reason, by);
    // What runs is signalled, and settled when it is gone.
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
/** Why an effect takes nothing any more; undefined: it does. */
function closedText({ effectId, status, dropped }) {
    if (status !== 'requested')
        return `effect ${effectId} is already ${status}`;
    return dropped ? `effect ${effectId} was not asked for again after a retry` : undefined;
}
function cancelRun(journal, driver, message, by) {
    // What cleans up is the process: it stays for the next driver.
    driver?.cancelRun(message.reason, by.actor, by.messageId);
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
function result(journal, driver, message, by, talk) {
    const effect = journal.state.effects.get(message.effectId);
    if (effect === undefined)
        return refusal(message, `effect ${message.effectId} was not found`);
    const closed = closedText(effect);
    if (closed !== undefined)
        return refusal(message, closed);
    // Where people can be asked, a message in their stead is none, whoever dropped it.
    if (effect.request.kind === 'breakpoint' && talk !== undefined)
        return refusal(message, `${effect.request.label} is a breakpoint: only a comment or a review decides it`);
    if (message.effectAttempt < (0,journal_state/* attemptOf */.tx)(effect))
        return refusal(message, `the result is of attempt ${message.effectAttempt}, and a later one was started`);
    const outcome = message.outcome.status === 'ok'
        ? message.outcome
        : { status: 'error', error: message.outcome.error };
    const problem = outcome.status === 'ok' ? answerProblem(journal.runDir, effect, outcome.value) : undefined;
    if (problem !== undefined)
        return refusal(message, `${effect.request.label} was not decided: ${problem}`);
    if (driver === undefined)
        new operations_recorder/* Recorder */.vk(journal).resolved(effect, outcome, by);
    else if (!driver.effects.post(message.effectId, outcome, by))
        return refusal(message, `effect ${message.effectId} takes no result now`);
    return done(message);
}
/**
 * Acts on what was read of a mailbox. `names`: to be deleted once the store holds what they did (M2); `working`: set
 * in motion, and not recorded yet.
 */
function applyMail(journal, driver, { mail, duplicates, invalid }, talk) {
    const receipts = [];
    const names = [...duplicates, ...invalid.map((i) => i.name)];
    const working = [];
    for (const one of mail) {
        const answer = applyMessage(journal, driver, one.message, talk);
        if (answer === WORKING) {
            working.push(one);
            continue;
        }
        receipts.push(answer);
        names.push(one.name);
    }
    for (const { name, why } of invalid)
        receipts.push({ messageId: name, done: false, text: `is no message: ${why}` });
    return { receipts, names, working };
}
/**
 * The run is over: what lies in its mailbox is answered and deleted, without the lease (M4). What is for a later
 * attempt stays: somebody has reopened the run since `state`. `troubles`: who could not be answered, and may be later.
 */
async function answerLateMail(run, late) {
    const { mail, duplicates, invalid } = await run.mailbox.read();
    const receipts = [];
    const troubles = [];
    const names = [...duplicates, ...invalid.map((i) => i.name)];
    // Most find nothing: the journal is read for those who do.
    const state = mail.length === 0 ? undefined : run.load().state;
    for (const { name, message } of mail) {
        if (state === undefined || message.attempt > state.attempt)
            continue;
        try {
            if (message.kind === 'decide' && !state.messages.has(message.id))
                await late?.(message, state);
        }
        catch (error) {
            troubles.push(`comment ${message.id} came too late and could not be answered: ${error.message}`);
            continue;
        }
        receipts.push(answeredByRun(state, message) ?? done(message));
        names.push(name);
    }
    if (names.length > 0)
        await run.mailbox.delete(names);
    return { receipts, troubles };
}


/***/ }),

/***/ 44323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ asAsked),
/* harmony export */   mp: () => (/* binding */ pendingEffects),
/* harmony export */   zz: () => (/* binding */ asRecorded)
/* harmony export */ });
/* harmony import */ var _breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78413);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28812);
/* harmony import */ var _tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22478);



function pendingEffects(state, detailsOf) {
    return [...state.pending.values()].map((effect) => {
        const { kind, taskId, label } = effect.request;
        const { title, external } = detailsOf(effect);
        const wakeAt = wakeAtOf(effect);
        return {
            effectId: effect.effectId,
            kind,
            taskId,
            label,
            title: title ?? label,
            external,
            ...(wakeAt === undefined ? {} : { wakeAt }),
        };
    });
}
/** As the process has just asked for it. */
const asAsked = (live, performer) => ({ effectId, request: recorded }) => {
    const request = live.requestOf(effectId);
    return {
        title: request === undefined ? undefined : (0,_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(request.kind, request.def),
        external: request === undefined ? recorded.external === true : (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .isExternal */ .ge)(request, performer),
    };
};
/** As it lies in the run's directory, where nothing of the run is executed. What is damaged there has no title. */
const asRecorded = (runDir) => ({ request }) => ({
    title: (0,_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .titleOf */ .Gg)(request.kind, (0,_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .definitionOf */ .Fg)(runDir, request.taskDefRef)),
    external: request.external === true,
});
/** ISO time at which time moves it on; undefined: it waits for somebody. */
function wakeAtOf(effect) {
    const times = [effect.request.deadline, effect.starts.at(-1)?.notBefore].filter((time) => time !== undefined);
    return times.sort()[0];
}


/***/ }),

/***/ 28812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ isForOthers),
/* harmony export */   JS: () => (/* binding */ attemptTimeout),
/* harmony export */   T4: () => (/* binding */ readPolicy),
/* harmony export */   ge: () => (/* binding */ isExternal),
/* harmony export */   kH: () => (/* binding */ noteOf),
/* harmony export */   lm: () => (/* binding */ NO_POLICY),
/* harmony export */   q: () => (/* binding */ wakeOf)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1005);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _executors_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7387);
/* harmony import */ var _executors_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92830);
/** What a request says of how it is done: who may do it, how often, for how long. */




/** Settled by a person, by time or by a signal; nobody carries them out. */
const WAITS = new Set(['breakpoint', 'signal', 'sleep']);
const IN_ENGINE = new Set(['step', 'hook', 'subprocess']);
/** @throws UsageError naming the field */
function policyOf(request) {
    const { options, def, taskId, kind } = request;
    const said = options.timeout ?? def.timeout;
    const onLost = options.onLost ?? def.onLost ?? 'retry';
    if (onLost !== 'retry' && onLost !== 'fail') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`onLost of ${taskId} is ${JSON.stringify(onLost)}`, {
            hint: 'It must be "retry" or "fail".',
        });
    }
    return {
        timeoutMs: said === undefined || said === null
            ? (0,_executors_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .declaredTimeout */ ._r)(def, kind)
            : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(said, `timeout of ${taskId}`),
        retry: (0,_executors_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRetryPolicy */ .GK)(options.retry ?? def.retry, `retry of ${taskId}`),
        onLost,
    };
}
/** For a definition whose own cannot be read. */
const NO_POLICY = { timeoutMs: undefined, retry: { ..._executors_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_RETRY */ .PE }, onLost: 'retry' };
function readPolicy(request) {
    try {
        return policyOf(request);
    }
    catch (error) {
        return { error: { name: error.name, message: error.message } };
    }
}
/** True when no job of this kind carries it out: it waits for a person, time, a signal or another machine. */
function isForOthers(request, performer) {
    if (request.external || WAITS.has(request.kind))
        return true;
    return !IN_ENGINE.has(request.kind) && !performer.can(request);
}
/** Like `isForOthers`, for the journal: waits of the engine's own kinds are known by their kind. */
function isExternal(request, performer) {
    return request.external || (!WAITS.has(request.kind) && isForOthers(request, performer));
}
/** ms that one attempt may take; 0: as long as it likes. */
function attemptTimeout(request, policy, limits) {
    if (request.kind === 'subprocess')
        return 0; // a child outlives its job: its limit is that of the whole wait
    return policy.timeoutMs ?? limits.taskTimeoutMs;
}
/** When a sleep is over, ms since the epoch. */
function wakeOf(request) {
    const target = Number(request.def.sleep?.targetEpochMs);
    return Number.isFinite(target) ? target : 0;
}
/** ms since the epoch at which time itself settles a wait; undefined: never. */
function deadlineOf(request, policy, world) {
    if (request.kind !== 'subprocess' && !isForOthers(request, world.performer))
        return undefined;
    const ms = policy.timeoutMs ?? (request.kind === 'breakpoint' ? world.limits.breakpointTimeoutMs : 0);
    const limit = ms > 0 ? world.now + ms : undefined;
    if (request.kind !== 'sleep')
        return limit;
    return Math.min(limit ?? Number.POSITIVE_INFINITY, wakeOf(request));
}
/** What the journal says of a request beside what the process said: when it times out, who does it, who decides it. */
function noteOf(request, world, limits) {
    const { performer, clock } = world;
    const policy = readPolicy(request);
    const deadline = 'error' in policy ? undefined : deadlineOf(request, policy, { performer, now: clock.now(), limits });
    const rules = request.kind === 'breakpoint' ? world.rulesOf?.(request) : undefined;
    return {
        deadline: deadline === undefined ? undefined : new Date(deadline).toISOString(),
        external: isExternal(request, performer),
        policy: rules !== undefined && 'policy' in rules ? rules.policy : undefined,
    };
}


/***/ }),

/***/ 20889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ redaction),
/* harmony export */   S: () => (/* binding */ SECRET_WARNING)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94904);
/** Takes secrets out of all that a drive writes, and says so once, whichever thread found the first one. */

const SECRET_WARNING = `Something that looks like a secret is not recorded: ${_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .REDACTED */ .XF} stands for it in the run, and the process gets that, too`;
function redaction(world) {
    let isSaid = false;
    const redacted = () => {
        if (isSaid)
            return;
        isSaid = true;
        world.report({ type: 'warning', message: SECRET_WARNING });
    };
    return { redact: (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redactor */ .$p)(world.secrets, redacted), redacted };
}


/***/ }),

/***/ 4647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ mayRetry),
/* harmony export */   OW: () => (/* binding */ retriedEvent),
/* harmony export */   Oe: () => (/* binding */ runTimeoutOf),
/* harmony export */   Pn: () => (/* binding */ isMisdefined),
/* harmony export */   W2: () => (/* binding */ retryOf),
/* harmony export */   v5: () => (/* binding */ effectsToReopen)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85008);
/** Whether and how a run that failed by itself is opened again (contract §1). */


/** Its definition was refused, and will be whenever it is asked for. */
function isMisdefined({ starts }, errorName) {
    return errorName === 'TaskDefinitionError' || (errorName === 'UsageError' && starts.length === 0);
}
/** True: the run has failed and is opened again. @throws LonghaulError RETRY_REFUSED, saying what it takes */
function mayRetry(state, onCodeChange) {
    const { terminal } = state;
    if (terminal === undefined || terminal.status !== 'failed' || terminal.sealed)
        return false;
    if (terminal.effectId === undefined && !terminal.timedOut && onCodeChange !== 'upgrade') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('RETRY_REFUSED', `Run ${state.runId} failed by an error of its own code (${terminal.error?.name}: ${terminal.error?.message})`, {
            hint: 'The same code would fail again: mend it, then `longhaul resume <run> --on-code-change upgrade`.',
        });
    }
    return true;
}
function retryOf({ terminal, effects }) {
    if (terminal === undefined || terminal.status !== 'failed' || terminal.sealed)
        return 'no';
    if (terminal.timedOut)
        return 'anew';
    const effect = effects.get(terminal.effectId ?? '');
    if (effect === undefined || isMisdefined(effect, terminal.error?.name))
        return 'upgrade';
    // A step is code that the run carries, and what it met may lie outside.
    return effect.request.kind === 'step' ? 'either' : 'as-is';
}
/** RUN_FAILED's effect, every effect that failed after it was settled, and what was withdrawn when the run ended. */
function effectsToReopen(state) {
    const { terminal } = state;
    const first = terminal?.effectId === undefined ? undefined : state.effects.get(terminal.effectId);
    const from = first?.settlement?.index ?? Number.POSITIVE_INFINITY;
    const reopened = (effect) => {
        const { settlement, status, dropped } = effect;
        if (settlement === undefined || dropped || status === 'resolved_ok')
            return false;
        return settlement.index >= from || settlement.withdrawn === true;
    };
    return [...state.effects.values()].filter(reopened).map((effect) => effect.effectId);
}
/** ms that each attempt of the run may take; undefined: no limit. */
function runTimeoutOf(state) {
    const deadline = state.created?.deadline;
    if (deadline === undefined)
        return undefined;
    // Said in seconds, and fixed some milliseconds before the run was made.
    return Math.ceil((Date.parse(deadline) - Date.parse(state.createdAt)) / 1000) * 1000;
}
/** RUN_RETRIED; the run's time starts anew. */
function retriedEvent(state, by, effects, dropped, now) {
    const timeout = runTimeoutOf(state);
    const deadline = timeout === undefined ? undefined : new Date(now + timeout).toISOString();
    return { type: 'RUN_RETRIED', data: { actor: by, effects, dropped, ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ deadline }) } };
}


/***/ }),

/***/ 63267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resultOf)
/* harmony export */ });
/* unused harmony export outputOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16955);
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41597);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38174);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40089);
/* harmony import */ var _reopen_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4647);
/** What a session says of its run when it is done with it. */







/** What a run's journal says now. `end`: how the drive ended, where there was one. @throws DamageError for its output */
function resultOf(run, state, end) {
    return {
        runId: run.runId,
        runDir: run.runDir,
        status: statusAfter(state, end),
        output: end?.end?.type === 'returned' ? end.end.output : outputOf(run.runDir, state),
        error: state.terminal?.error,
        pending: state.terminal === undefined ? (end?.pending ?? []) : [],
        sentOut: state.terminal === undefined ? (end?.sentOut ?? []) : [],
        stopped: end?.stopped,
        receipts: [],
        troubles: [],
        terminal: state.terminal,
        parent: state.created?.parent,
        retry: (0,_reopen_js__WEBPACK_IMPORTED_MODULE_6__/* .retryOf */ .W2)(state),
        already: false,
    };
}
function statusAfter(state, end) {
    if (state.terminal !== undefined || end === undefined)
        return (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c2)(state);
    return end.stopped === 'waiting' ? 'waiting' : 'running';
}
/** The return value of a completed run, compact; undefined: it has none (not completed, or sealed). @throws DamageError */
function outputOf(runDir, state) {
    const { terminal } = state;
    if (terminal?.status !== 'completed' || terminal.outputRef === undefined)
        return undefined;
    const path = (0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .resolverOf */ .EM)(runDir).resolve(terminal.outputRef, _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .paths */ .f0.journal(runDir));
    const text = (0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfThere */ .qC)(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc(`The output ${path} of the completed run is missing`, path);
    if (terminal.outputDigest !== undefined && (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(text) !== terminal.outputDigest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc(`The output ${path} is not the one that the run completed with: its digest differs`, path);
    }
    const value = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (value === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc(`The output ${path} is cut off or no JSON`, path);
    return JSON.stringify(value);
}


/***/ }),

/***/ 70111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ saveAgain),
/* harmony export */   LS: () => (/* binding */ completeEnd),
/* harmony export */   l7: () => (/* binding */ sealedDespite),
/* harmony export */   ne: () => (/* binding */ sealJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78091);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25188);
/**
 * Seals a journal that cannot be driven: a damaged one, one that has ended already, one whose driver does not
 * react. One event behind everything that is there; no entry is edited or deleted, no process code is loaded.
 */




/** A driver that still saves may move the run on so often while we seal it. */
const ATTEMPTS = 5;
/** A journal, damaged or not, that ends with a seal; undefined when it does not. */
function sealOf(run) {
    const loaded = run.load({ damaged: true });
    const { terminal, head } = loaded.state;
    return terminal?.sealed === true && terminal.seq === head.seq ? loaded : undefined;
}
/** The run that could not be driven or read, where that is because it was sealed. @throws `error` otherwise */
async function sealedDespite(run, error) {
    const isLost = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LeaseLostError */ .Jd;
    if (!isLost && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
        throw error;
    // Asking who drives it looks at the store: the seal was set elsewhere.
    if (isLost)
        await run.owner().catch(() => undefined);
    const sealed = sealOf(run);
    if (sealed === undefined)
        throw error;
    return sealed;
}
/**
 * final.json and the terminal line come with it. Without `again` a run that has ended meanwhile stays as it is.
 * @throws LeaseHeldError without `force`; LeaseLostError when a driver moved the run on again and again; NotSavedError
 */
async function sealJournal(options) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await sealOnTop(options);
        }
        catch (error) {
            // Its driver saved in between: the seal goes on top of that save (M9, compare-and-set).
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LeaseLostError */ .Jd) || !options.force || attempt === ATTEMPTS)
                throw error;
        }
    }
}
async function sealOnTop({ run, owner, event, workspace, force, again }) {
    const lease = await run.acquire(owner, { damaged: true, force });
    try {
        const { journal } = lease;
        if (journal.state.terminal !== undefined && !again)
            return journal.state;
        // Whatever ended it before: the seal is the end that counts, and the journal takes no event after an end.
        journal.state.terminal = undefined;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.journal(run.runDir), { recursive: true }); // gone, perhaps: that is damage, too
        journal.append([event]);
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .persistFinal */ .de)(journal, workspace);
        await (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .saveEnd */ .dw)(run, lease, {});
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .announceEnd */ .Jd)(journal);
        return journal.state;
    }
    finally {
        await lease.release();
    }
}
/**
 * Saves a run as it lies here, with what a kill or a failed save kept from one that has ended: final.json and the
 * terminal line (T11).
 * @throws LeaseHeldError; LonghaulError (PERSIST_FAILED, ANNOUNCE_FAILED), and what a save throws
 */
async function saveAgain(run, owner, workspace) {
    const lease = await run.acquire(owner, { damaged: sealOf(run) !== undefined });
    try {
        const { journal } = lease;
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .persistFinal */ .de)(journal, workspace);
        await (journal.state.terminal === undefined ? lease.save({ last: true }) : (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .saveEnd */ .dw)(run, lease, {}));
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .announceEnd */ .Jd)(journal);
        return journal.state;
    }
    finally {
        await lease.release();
    }
}
/** Completes the end of a sealed run. Nothing while it is driven. */
async function completeEnd(run, owner, workspace) {
    try {
        await saveAgain(run, owner, workspace);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LeaseHeldError */ ._i))
            throw error;
    }
}


/***/ }),

/***/ 81928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EJ: () => (/* binding */ driveRun),
  Bg: () => (/* reexport */ run_result/* resultOf */.B)
});

// UNUSED EXPORTS: NotSavedError, SHORT_LEASES, SHORT_LEASE_MS, outputOf

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/executors/environment.js
var environment = __webpack_require__(73577);
// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(94545);
// EXTERNAL MODULE: ./lib/runtime/spare.js + 1 modules
var spare = __webpack_require__(72764);
// EXTERNAL MODULE: ./lib/operations/drive-errors.js
var drive_errors = __webpack_require__(91066);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(78091);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(38174);
// EXTERNAL MODULE: ./lib/journal/segment-check.js
var segment_check = __webpack_require__(4957);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/operations/code.js
var code = __webpack_require__(45203);
// EXTERNAL MODULE: ./lib/operations/code-diff.js
var code_diff = __webpack_require__(3447);
// EXTERNAL MODULE: ./lib/operations/divergence.js
var divergence = __webpack_require__(21628);
// EXTERNAL MODULE: ./lib/operations/recorder.js
var operations_recorder = __webpack_require__(85008);
// EXTERNAL MODULE: ./lib/operations/workspace.js
var operations_workspace = __webpack_require__(3553);
;// CONCATENATED MODULE: ./lib/operations/carried-code.js
/** The code of one driven run: what is served to its process, and what is recorded of it once the replay has agreed. */








class CarriedCode {
    entry;
    repository;
    /** What the worker serves; undefined: the workspace's files are taken, and captured. */
    serve;
    #journal;
    #policy;
    #manifest;
    #commit;
    #captured = [];
    #agreed = false;
    /**
     * `importDir`: what the entry's path is relative to. `commit`: the workspace's, where it is known already.
     * @throws LonghaulError (CODE_CHANGED, PROCESS_LOAD), DamageError
     */
    constructor(journal, importDir, workspace, policy, commit) {
        const { importPath, exportName } = journal.run.entrypoint;
        const recorded = (0,code/* realPath */.Ye)(external_node_path_.resolve(importDir, importPath));
        this.#journal = journal;
        this.#policy = policy;
        this.repository = (0,code/* repositoryOf */._M)(recorded, (0,code/* realPath */.Ye)(workspace));
        this.#commit = commit ?? (0,operations_workspace/* commitOf */.D)(this.repository);
        this.#manifest = (0,code/* readManifest */.WI)(journal.runDir);
        this.serve = (0,code/* codeToServe */.S0)(journal.runDir, this.#manifest, this.repository, policy);
        // A link that led to the entry may be gone by now: what it led to is carried.
        const carried = this.serve === undefined ? undefined : this.#manifest?.entry;
        const file = carried === undefined ? recorded : external_node_path_.join(this.repository, carried);
        this.entry = { path: file, exportName };
        if (this.serve === undefined && !(0,external_node_fs_.existsSync)(file)) {
            throw new errors/* LonghaulError */.BQ('PROCESS_LOAD', `The process file ${file} does not exist`, {
                path: file,
                hint: 'Check out the code that the run was started with.',
            });
        }
    }
    /** Files that the process has loaded for the first time. */
    loaded(files) {
        this.#captured.push(...files);
        if (this.#agreed)
            this.#record(this.#manifest);
    }
    /** The replay has agreed with this code: from now on the run carries it. */
    agreed(by) {
        this.#agreed = true;
        const changed = this.#policy === 'upgrade' ? (0,code/* upgradedFiles */.Sq)(this.#manifest, this.#captured) : [];
        if (this.#manifest === undefined || changed.length === 0) {
            this.#record(this.#manifest);
            return;
        }
        const event = {
            type: 'CODE_UPGRADED',
            data: {
                ...(0,operations_recorder/* defined */.sw)({ revision: this.#commit === '' ? undefined : this.#commit, actor: by }),
                files: changed,
            },
        };
        this.#journal.append([event]);
        // Files that the new revision has not loaded are taken from it when it does.
        this.#record(undefined);
    }
    #record(manifest) {
        const entry = external_node_path_.relative(this.repository, this.entry.path).split(external_node_path_.sep).join('/');
        this.#manifest = (0,code/* recordCode */.bh)(this.#journal, manifest, this.#captured.splice(0), {
            repository: this.repository,
            commit: this.#commit,
            entry,
        });
    }
    /** What a divergence ends the drive with: where an upgrade is tried, with what changed in the code. */
    async explain(facts, init) {
        const before = this.#manifest;
        const upgrading = this.#policy === 'upgrade' && before !== undefined;
        const changes = upgrading ? await (0,code_diff/* codeChanges */.h)(init.runDir, before, this.#captured, facts) : [];
        const revisions = {
            recorded: before?.commit ?? this.#journal.state.created?.commit ?? '',
            now: upgrading ? this.#commit : '',
        };
        const { state } = this.#journal;
        return (0,divergence/* divergenceError */.x)(facts, { init, state, codeRevisions: () => revisions }, changes);
    }
}

;// CONCATENATED MODULE: ./lib/operations/agenda.js
class Agenda {
    #clock;
    #fault;
    /** A binary heap by time. */
    #heap = [];
    #calledOff = 0;
    #timer;
    #closed = false;
    /** `fault`: gets what a callback throws; it must not bring the driver's process down. */
    constructor(clock, fault) {
        this.#clock = clock;
        this.#fault = fault;
    }
    /** Calls `fn` once when `time` (ms since the epoch) has come. The answer calls it off. */
    at(time, fn) {
        const entry = { time, fn };
        this.#push(entry);
        this.#arm();
        return () => {
            if (entry.fn === undefined)
                return;
            entry.fn = undefined;
            this.#calledOff += 1;
            if (this.#calledOff > 64 && this.#calledOff > this.#heap.length / 2)
                this.#sweep();
        };
    }
    /** When something is due next; undefined: never. */
    get next() {
        while (this.#heap[0] !== undefined && this.#heap[0].fn === undefined)
            this.#pop();
        return this.#heap[0]?.time;
    }
    close() {
        this.#closed = true;
        this.#timer?.stop();
        this.#timer = undefined;
        this.#heap = [];
    }
    #arm() {
        const { next } = this;
        if (this.#closed || next === undefined)
            return;
        if (this.#timer !== undefined && this.#timer.time <= next)
            return;
        this.#timer?.stop();
        const stop = this.#clock.after(Math.max(0, next - this.#clock.now()), () => this.#ring());
        this.#timer = { time: next, stop };
    }
    #ring() {
        this.#timer = undefined;
        const now = this.#clock.now();
        for (let next = this.next; next !== undefined && next <= now && !this.#closed; next = this.next) {
            const fn = this.#pop()?.fn;
            try {
                fn?.();
            }
            catch (error) {
                this.#fault(error);
            }
        }
        this.#arm();
    }
    #sweep() {
        const open = this.#heap.filter((entry) => entry.fn !== undefined);
        this.#heap = [];
        this.#calledOff = 0;
        for (const entry of open)
            this.#push(entry);
    }
    #push(entry) {
        const heap = this.#heap;
        let i = heap.length;
        while (i > 0) {
            const parent = (i - 1) >> 1;
            const above = heap[parent];
            if (above.time <= entry.time)
                break;
            heap[i] = above;
            i = parent;
        }
        heap[i] = entry;
    }
    #pop() {
        const heap = this.#heap;
        const top = heap[0];
        const last = heap.pop();
        if (top === undefined || last === undefined)
            return undefined;
        if (top.fn === undefined)
            this.#calledOff -= 1;
        if (heap.length === 0)
            return top;
        let i = 0;
        for (;;) {
            let child = 2 * i + 1;
            if (child >= heap.length)
                break;
            if (child + 1 < heap.length && heap[child + 1].time < heap[child].time)
                child += 1;
            if (heap[child].time >= last.time)
                break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
    }
}

// EXTERNAL MODULE: ./lib/redact.js
var lib_redact = __webpack_require__(94904);
// EXTERNAL MODULE: ./lib/operations/breakpoint-shown.js
var breakpoint_shown = __webpack_require__(78413);
;// CONCATENATED MODULE: ./lib/operations/conversation.js




class Conversation {
    /** Steps that wait for something that never comes, as the worker sees it. */
    stuckSteps = [];
    #options;
    /** The worker that is there has replayed what the journal held when it started. */
    #live = false;
    #replayedOnce = false;
    #ready = false;
    #clearing = false;
    /** Lines that a replay prints are new ones: it leaves out those that the journal has. */
    #lines = [];
    constructor(options) {
        this.#options = options;
    }
    /** A new worker reads the journal. */
    restart() {
        this.#live = false;
        this.#lines = [];
        this.stuckSteps = [];
    }
    receive(message) {
        const { over, ready } = this.#options;
        if (over())
            return;
        this.#take(message);
        // The worker names what is open right behind the end of its replay.
        if (this.#ready || !this.#live || message.type === 'replayed' || over())
            return;
        this.#ready = true;
        ready();
    }
    #take(message) {
        const { effects, world, changed, code, diverged, ended, redact } = this.#options;
        switch (message.type) {
            case 'replayed':
                this.#onReplayed(message.end.dropped);
                return;
            case 'stale':
                this.#options.fault(drive_errors/* STALE_CACHE */.vG);
                return;
            case 'requests':
                this.#onRequests(message.requests);
                return;
            case 'idle':
                this.stuckSteps = message.stuckSteps;
                changed();
                return;
            case 'log':
                if (this.#live)
                    this.#log(message);
                else
                    this.#lines.push(message);
                return;
            case 'step-result':
                effects.stepEnded(message.effectId, message.attempt, message.outcome);
                return;
            case 'withdraw':
                effects.stop(message.effectId, { kind: 'cancel', reason: message.reason });
                return;
            case 'code':
                code(message);
                return;
            case 'warning':
                world.report({ type: 'warning', message: message.message });
                return;
            case 'redacted':
                this.#options.redacted();
                return;
            case 'returned':
                ended(message);
                return;
            case 'threw':
                ended((0,lib_redact/* redactValue */.FI)(message, redact));
                return;
            case 'halted':
                ended({ ...message, reason: redact(message.reason), payload: (0,lib_redact/* redactJson */.Kp)(message.payload, redact) });
                return;
            case 'crashed':
                this.#onCrashed(message);
                return;
            case 'diverged':
                diverged(message);
                return;
            case 'loaded':
            case 'pong':
                return;
        }
    }
    #onReplayed(dropped) {
        this.#live = true;
        if (!this.#replayedOnce) {
            this.#replayedOnce = true;
            this.#options.replayed(dropped);
        }
        if (this.#options.over())
            return;
        for (const line of this.#lines.splice(0))
            this.#log(line);
    }
    #onCrashed({ stage, error }) {
        const { fault, entry, journal, ended } = this.#options;
        if (stage === 'load')
            fault((0,drive_errors/* loadError */.Hj)(entry, error, this.#onceMended()));
        else if (!this.#live && journal.state.effects.size > 0)
            fault((0,drive_errors/* crashedInReplayError */.le)(error));
        else {
            if (!this.#live)
                this.#onReplayed([]); // there was nothing to replay
            ended({ type: 'threw', error, effectId: undefined, cleanupErrors: [] });
        }
    }
    /** What has done nothing carries no code yet. */
    #onceMended() {
        const { head, runId } = this.#options.journal.state;
        return head.seq <= 1
            ? `Mend the file, then carry the run on with \`longhaul resume ${runId}\`: it is there, and has done nothing yet.`
            : `Mend the file, then carry the run on with \`longhaul resume ${runId} --on-code-change upgrade\`; its journal is as it was.`;
    }
    #log({ logSeq, label, message }) {
        const { recorder, world } = this.#options;
        recorder.append({ type: 'PROCESS_LOG', data: { logSeq, ...(0,operations_recorder/* defined */.sw)({ label }), message } });
        world.report({ type: 'log', label, message });
    }
    #onRequests(requests) {
        const { journal, world, recorder, effects, cancelled, changed } = this.#options;
        const fresh = requests.filter((request) => !journal.state.effects.has(request.effectId));
        if (fresh.length > 0)
            recorder.requested(fresh, (request) => effects.noteOf(request));
        for (const { effectId, stepId, kind, taskId, label, def } of fresh) {
            const title = (0,breakpoint_shown/* titleOf */.Gg)(kind, def) ?? label;
            world.report({ type: 'requested', effectId, stepId, kind, taskId, label, title });
        }
        let hit = false;
        for (const request of requests)
            hit = effects.open(request) || hit;
        if (hit)
            cancelled();
        changed();
    }
    /** Settlements go over when the process can take them without a turn of its own being blamed on them. */
    pump() {
        const { recorder, effects, seat, restartAfterEach, over } = this.#options;
        if (!this.#live || over() || recorder.waiting === 0)
            return;
        if (recorder.held && !this.#clearing)
            this.#clearMail();
        const steps = effects.steps.running > 0;
        if (seat.isIdle && !steps && restartAfterEach)
            seat.replace();
        else if (seat.isIdle || steps)
            seat.settle(recorder.take());
    }
    /** What came by mail goes to the process once the store holds it (E3). */
    #clearMail() {
        const { journal, saver, recorder, changed, fault } = this.#options;
        this.#clearing = true;
        const { settlements } = journal.state;
        saver.now().then(() => {
            this.#clearing = false;
            recorder.saved(settlements);
            changed();
        }, fault);
    }
}

// EXTERNAL MODULE: ./lib/duration.js
var duration = __webpack_require__(1005);
// EXTERNAL MODULE: ./lib/executors/retry.js
var executors_retry = __webpack_require__(92830);
;// CONCATENATED MODULE: ./lib/operations/attempt-plan.js
const MAX_LOSSES = 5;
function nextAttempt(state, effect, label, policy) {
    const last = currentStart(state, effect);
    if (last === undefined)
        return { type: 'begin', attempt: (effect.starts.at(-1)?.attempt ?? 0) + 1 };
    if (last.notBefore !== undefined)
        return { type: 'later', attempt: last.attempt, at: Date.parse(last.notBefore) };
    // A child goes on where it was, whoever drives it.
    if (effect.request.kind === 'subprocess')
        return { type: 'begin', attempt: last.attempt };
    const losses = effect.losses + 1;
    if (policy.onLost !== 'fail' && losses < MAX_LOSSES)
        return { type: 'begin', attempt: last.attempt + 1, because: 'loss' };
    const times = losses === 1 ? 'once' : `${losses} times`;
    const why = policy.onLost === 'fail' ? ', and may run at most once (onLost: fail)' : '';
    const message = `${label} was lost with its job ${times}${why}`;
    return {
        type: 'lost',
        error: { name: 'LostEffectError', message, data: { effectId: effect.effectId, losses } },
    };
}
/** This attempt of it has started a child before. */
function isChildOf({ request, starts }, attempt) {
    const last = starts.at(-1);
    return request.kind === 'subprocess' && last?.attempt === attempt && last.notBefore === undefined;
}
/** The last start since the effect was opened, or opened again by a retry of the run. */
function currentStart({ retries }, { effectId, starts }) {
    const last = starts.at(-1);
    if (last === undefined)
        return undefined;
    const isReopened = retries.some(({ seq, effects }) => seq > last.seq && effects.includes(effectId));
    return isReopened ? undefined : last;
}

// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __webpack_require__(41597);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(40089);
;// CONCATENATED MODULE: ./lib/operations/live.js


function newLive(request, effect, policy, round) {
    return {
        request,
        effect,
        policy,
        round,
        phase: 'waiting',
        attempt: effect.starts.at(-1)?.attempt ?? 0,
        because: undefined,
        startedAt: 0,
        abort: undefined,
        stop: undefined,
        ended: undefined,
        alarms: [],
        deferred: undefined,
    };
}
function keyOf(state, effect) {
    return (0,digest/* idempotencyKey */.T5)(state.runId, effect.request, effect.occurrence);
}
function effectOf(state, live) {
    const { effectId, stepId, taskId, kind, label, def, args } = live.request;
    return {
        runId: state.runId,
        effectId,
        stepId,
        taskId,
        kind,
        label,
        def,
        args: JSON.parse(args),
        attempt: Math.max(1, live.attempt),
        idempotencyKey: keyOf(state, live.effect),
    };
}
function executorWorld({ places, world, limits, redact }, live, signal) {
    const { effectId, label } = live.request;
    return {
        ...places,
        workspace: world.workspace,
        agentCommand: world.agentCommand,
        signal,
        graceMs: limits.graceMs,
        hurry: world.hurry,
        onOutput: (stream, text) => world.report({ type: 'output', effectId, label, stream, text }),
        redact,
    };
}
/** Calls off everything that time would do to it. */
function calmDown(live) {
    for (const callOff of live.alarms.splice(0))
        callOff();
}
function isActive(live) {
    return live.phase === 'starting' || live.phase === 'running';
}
/** Its child waits, or is driven elsewhere: nothing of it runs here. */
function waitsForChild({ effect, phase }) {
    return phase === 'waiting' && (0,journal_state/* hasChild */.xh)(effect) && effect.starts.at(-1)?.notBefore === undefined;
}
/** E6: pending when the cancel of the run was asked for, and not shielded. */
function isHit(live, cancelSeq) {
    return live.effect.seq < cancelSeq && live.effect.request.shielded !== true;
}
function iso(ms) {
    return new Date(ms).toISOString();
}
/** What a `signal` effect waits for. */
function signalName(live) {
    return String(live.request.def.metadata?.name ?? '');
}

// EXTERNAL MODULE: ./lib/operations/policy.js
var operations_policy = __webpack_require__(28812);
;// CONCATENATED MODULE: ./lib/operations/live-steps.js


class LiveSteps {
    #world;
    #book;
    #events;
    /** Known to the worker that runs now: it has asked for them. */
    #asked = new Set();
    #running = new Map();
    /** Were running in a worker that is gone. */
    #lost = new Set();
    #starting = 0;
    #timed = 0;
    constructor(world, book, events) {
        this.#world = world;
        this.#book = book;
        this.#events = events;
    }
    get running() {
        return this.#running.size;
    }
    /** Started, and not yet running: the store or a new worker is waited for. */
    get starting() {
        return this.#starting;
    }
    /** A running step will be ended by its timeout. */
    get timed() {
        return this.#timed > 0;
    }
    /** The worker asks for it. True: it was running in the worker before this one, and was lost with that. */
    asked(live) {
        this.#asked.add(live);
        if (this.#lost.delete(live))
            return true;
        if (live.phase === 'starting')
            this.#go(live, live.attempt);
        return false;
    }
    /** It has been settled. */
    forget(live) {
        if (live.request.kind !== 'step')
            return;
        this.#asked.delete(live);
        this.#lost.delete(live);
        if (live.phase === 'starting')
            this.#starting -= 1;
        this.#leave(live);
    }
    /** Its EFFECT_STARTED is journaled. */
    begin(live) {
        live.phase = 'starting';
        this.#starting += 1;
        const { client } = this.#world;
        const { attempt } = live;
        const wait = live.policy.onLost === 'fail' ? client.beforeCommand(true) : client.beforeStep();
        if (wait === undefined)
            this.#go(live, attempt);
        else
            wait.then(() => this.#go(live, attempt)).catch((error) => client.fault(error));
    }
    #go(live, attempt) {
        if (!this.#book.isOpen(live) ||
            live.phase !== 'starting' ||
            live.attempt !== attempt ||
            !this.#asked.has(live))
            return;
        this.#starting -= 1;
        live.phase = 'running';
        live.ended = new Promise((resolve) => {
            this.#running.set(live, resolve);
        });
        if (this.#isTimed(live))
            this.#timed += 1;
        this.#events.started(live);
        this.#world.client.startStep(live.effect.effectId, attempt, keyOf(this.#world.state, live.effect));
    }
    /** The worker says how an attempt ended. A step that was told to stop has stopped, whatever it says. */
    ended(live, attempt, outcome) {
        if (live.phase !== 'running' || live.attempt !== attempt)
            return;
        if (live.stop !== undefined || outcome.status === 'cancelled') {
            this.#end(live, { status: 'stopped', exit: null });
            return;
        }
        this.#end(live, outcome.status === 'ok' ? { status: 'ok', value: JSON.parse(outcome.value) } : outcome);
    }
    /** Fires its signal; after the grace it is left behind. Resolves when it has ended. */
    stop(live, stop) {
        const { client, agenda, world, limits } = this.#world;
        if (live.phase === 'starting') {
            this.#starting -= 1;
            this.#events.finished(live, { status: 'stopped', exit: null });
            return Promise.resolve();
        }
        client.abortStep(live.effect.effectId, stop.reason, stop.kind === 'timeout');
        const { attempt } = live;
        const giveUp = () => {
            if (live.phase !== 'running' || live.attempt !== attempt)
                return;
            this.#leave(live);
            live.phase = 'waiting';
            client.abandonStep(live.effect.effectId);
            this.#events.finished(live, { status: 'stopped', exit: null });
        };
        live.alarms.push(agenda.at(world.clock.now() + limits.graceMs, giveUp));
        return live.ended ?? Promise.resolve();
    }
    /** The worker is gone; the next one asks again. What ran in it is lost, or has stopped if it was told to. */
    workerGone() {
        this.#asked.clear();
        for (const live of [...this.#running.keys()]) {
            if (live.stop !== undefined)
                this.#end(live, { status: 'stopped', exit: null });
            else {
                this.#leave(live);
                calmDown(live);
                live.phase = 'waiting';
                this.#lost.add(live);
            }
        }
    }
    #end(live, outcome) {
        this.#leave(live);
        this.#events.finished(live, outcome);
    }
    #leave(live) {
        const resolve = this.#running.get(live);
        if (resolve === undefined)
            return;
        this.#running.delete(live);
        if (this.#isTimed(live))
            this.#timed -= 1;
        resolve();
    }
    #isTimed(live) {
        return (0,operations_policy/* attemptTimeout */.JS)(live.request, live.policy, this.#world.limits) > 0;
    }
}

;// CONCATENATED MODULE: ./lib/operations/attempts.js
/**
 * Attempts of effects that are done here: which comes next by the journal, when it may begin, and what its end
 * means. Journal first, then act: a command begins once the store holds its EFFECT_STARTED (E3).
 */







class Attempts {
    steps;
    #world;
    #book;
    #stop;
    /** In order of request; a Set, so that what is cancelled leaves it at once. */
    #queue = new Set();
    #commands = 0;
    #held = 0;
    #draining = false;
    #closing = false;
    constructor(world, book, stop) {
        this.#world = world;
        this.#book = book;
        this.#stop = stop;
        this.steps = new LiveSteps(world, book, {
            started: (live) => this.#limit(live),
            finished: (live, outcome) => this.finished(live, outcome),
        });
    }
    /** Something is done here, or is about to be. */
    get busy() {
        return this.#commands > 0 || this.#queue.size > 0 || this.steps.starting > 0;
    }
    /** Effects that wait for a later job's round. */
    get held() {
        return this.#held;
    }
    /** What has not begun is left to a later job; what runs goes on. */
    drain() {
        this.#draining = true;
        for (const live of this.#queue)
            this.#hold(live);
        this.#queue.clear();
    }
    #hold(live) {
        live.phase = 'held';
        this.#held += 1;
    }
    /** Begins nothing any more. */
    close() {
        this.#closing = true;
        this.#queue.clear();
    }
    /** It has been settled, or must not begin. */
    forget(live) {
        this.#queue.delete(live);
        if (live.phase === 'held')
            this.#held -= 1;
        this.steps.forget(live);
    }
    next(live) {
        const { effect, policy, request } = live;
        const next = nextAttempt(this.#world.state, effect, request.label, policy);
        if (next.type === 'begin')
            this.#enqueue(live, next.attempt, next.because);
        else if (next.type === 'later')
            this.#later(live, next.at, next.attempt);
        else
            this.#book.settleError(live, next.error);
    }
    #later(live, time, attempt) {
        live.phase = 'waiting';
        live.alarms.push(this.#world.agenda.at(time, () => this.#enqueue(live, attempt)));
    }
    #enqueue(live, attempt, because) {
        if (!this.#book.isOpen(live) || this.#closing)
            return;
        live.attempt = attempt;
        live.because = because;
        if (this.#draining || !this.#world.rounds.admits(live.round)) {
            this.#hold(live);
            return;
        }
        if (live.request.kind === 'step') {
            this.#begin(live);
            return;
        }
        live.phase = 'queued';
        this.#queue.add(live);
        this.#pump();
    }
    #pump() {
        for (const live of this.#queue) {
            if (this.#closing || this.#commands >= this.#world.limits.maxParallel)
                return;
            this.#queue.delete(live);
            if (this.#book.isOpen(live))
                this.#begin(live);
        }
    }
    #begin(live, error) {
        const { world, limits, recorder, owner } = this.#world;
        const now = world.clock.now();
        const timeout = (0,operations_policy/* attemptTimeout */.JS)(live.request, live.policy, limits);
        const deadline = timeout > 0 ? new Date(now + timeout).toISOString() : undefined;
        const { attempt, because } = live;
        const isBegun = because === undefined && isChildOf(live.effect, attempt);
        if (!isBegun)
            recorder.append({
                type: 'EFFECT_STARTED',
                data: { effectId: live.effect.effectId, attempt, owner, ...(0,operations_recorder/* defined */.sw)({ because, error, deadline }) },
            });
        live.startedAt = now;
        live.stop = undefined;
        world.report({
            type: 'effect-started',
            effectId: live.effect.effectId,
            label: live.request.label,
            attempt,
        });
        if (live.request.kind === 'step') {
            this.steps.begin(live);
            return;
        }
        // A child that goes on has a journal, and a lease, of its own: looking at it costs the parent nothing.
        const { client } = this.#world;
        this.#run(live, isBegun ? Promise.resolve() : client.beforeCommand(live.policy.onLost === 'fail'));
    }
    /** It runs now: waiting for the store has not used up its time. */
    #limit(live) {
        const { agenda, limits, world } = this.#world;
        const timeout = (0,operations_policy/* attemptTimeout */.JS)(live.request, live.policy, limits);
        if (timeout === 0)
            return;
        const reason = `timed out after ${(0,duration/* durationText */.S)(timeout)}`;
        live.alarms.push(agenda.at(world.clock.now() + timeout, () => this.#stop(live, { kind: 'timeout', reason })));
    }
    /** A child that nobody drives here is cancelled by driving it to its end. */
    stopChild(live, stop) {
        live.stop = stop;
        this.#run(live, Promise.resolve());
        live.abort?.abort({ kind: stop.kind, message: stop.reason });
    }
    #run(live, ready) {
        live.phase = 'starting';
        live.abort = new AbortController();
        this.#commands += 1;
        const { client } = this.#world;
        live.ended = this.#perform(live, ready, live.abort)
            .catch((fault) => client.fault(fault))
            .finally(() => {
            this.#commands -= 1;
            this.#pump();
            client.changed();
        });
    }
    async #perform(live, ready, abort) {
        await Promise.race([ready, fired(abort.signal)]);
        if (!this.#book.isOpen(live))
            return;
        const { client, world, state } = this.#world;
        const isChild = live.request.kind === 'subprocess';
        let outcome = { status: 'stopped', exit: null };
        if (isChild || !abort.signal.aborted) {
            live.phase = 'running';
            this.#limit(live);
            outcome = isChild
                ? await client.runChild(live.request, live.effect.failures, abort.signal)
                : await world.performer.perform(effectOf(state, live), executorWorld(this.#world, live, abort.signal));
        }
        this.finished(live, outcome);
    }
    /** An attempt is over. */
    finished(live, outcome) {
        calmDown(live);
        live.phase = 'waiting';
        live.abort = undefined;
        if (this.#book.muted || !this.#book.isOpen(live))
            return;
        if (live.deferred === 'wanted')
            live.deferred = outcome;
        else
            this.conclude(live, outcome);
    }
    /** What the end of an attempt means. Whoever asked first for its end decides; a result that is there counts. */
    conclude(live, outcome) {
        const details = {
            ...(live.startedAt === 0
                ? {}
                : { startedAt: iso(live.startedAt), finishedAt: iso(this.#world.world.clock.now()) }),
            ...(0,operations_recorder/* defined */.sw)({ stdoutRef: outcome.stdoutRef, stderrRef: outcome.stderrRef }),
        };
        const { stop } = live;
        live.stop = undefined;
        if (outcome.status === 'ok')
            this.#book.settleOk(live, outcome.value, details);
        else if (outcome.status === 'error')
            this.#failed(live, outcome.error, details, stop);
        else if (stop !== undefined && stop.kind !== 'shutdown')
            this.#stopped(live, outcome, details, stop);
    }
    #stopped(live, outcome, details, stop) {
        if (outcome.exit !== null)
            details.metadata = { exit: outcome.exit };
        const reason = outcome.alive === true ? `${stop.reason}; something of it is still running` : stop.reason;
        if (stop.kind === 'timeout') {
            this.#failed(live, { name: 'TimeoutError', message: reason }, details, stop);
            return;
        }
        this.#book.settleCancelled(live, reason, { ...details, actor: stop.actor, messageId: stop.messageId });
    }
    #failed(live, error, details, stop) {
        const { retry } = live.policy;
        const delay = (0,executors_retry/* isRetryable */.r3)(retry, error) ? (0,executors_retry/* nextDelay */.rM)(retry, live.effect.failures + 1) : undefined;
        if (delay === undefined) {
            if (stop?.kind === 'timeout')
                this.#book.settleCancelled(live, error.message, { ...details, timedOut: true });
            else
                this.#book.settleError(live, error, details);
            return;
        }
        // No further attempt of what somebody wants to end.
        if (stop?.kind === 'cancel') {
            const { actor, messageId } = stop;
            this.#book.settleCancelled(live, stop.reason, { ...details, actor, messageId });
            return;
        }
        const { world, recorder, owner } = this.#world;
        const attempt = live.attempt + 1;
        const { effectId } = live.effect;
        world.report({ type: 'retrying', effectId, label: live.request.label, attempt, delayMs: delay, error });
        if (delay === 0 && !this.#closing) {
            live.attempt = attempt;
            live.because = 'failure';
            this.#begin(live, error);
            return;
        }
        const notBefore = world.clock.now() + delay;
        recorder.append({
            type: 'EFFECT_STARTED',
            data: { effectId, attempt, owner, because: 'failure', error, notBefore: iso(notBefore) },
        });
        this.#later(live, notBefore, attempt);
        this.#world.client.changed();
    }
}
/** Resolves with the signal: what is stopped does not wait for the store. */
function fired(signal) {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

// EXTERNAL MODULE: ./lib/operations/tasks.js
var tasks = __webpack_require__(22478);
;// CONCATENATED MODULE: ./lib/operations/left-children.js
/** Runs that a run has started and that its process, whose replay came to its end, has not asked for again here. */




/** As effects in hand, to be ended with the run; `known`: those that are in hand already. */
function leftChildren({ state, places }, known) {
    const left = [...state.pending.values()].filter((effect) => (0,journal_state/* hasChild */.xh)(effect) && !known.has(effect.effectId));
    return left.map((effect) => {
        const { inputs = null, ...def } = (0,tasks/* definitionOf */.Fg)(places.runDir, effect.request.taskDefRef);
        const request = {
            after: 0,
            waits: 0,
            labels: [],
            argsDigest: '',
            site: '',
            options: {},
            ...effect.request,
            def,
            args: JSON.stringify(inputs),
            shielded: false,
            external: false,
            journaled: true,
        };
        return newLive(request, effect, operations_policy/* NO_POLICY */.lm, 0);
    });
}

// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __webpack_require__(76786);
;// CONCATENATED MODULE: ./lib/operations/stopping.js
/** How effects are stopped: one, all of a cancelled run, or whatever runs here when the driver goes. */



class Stopping {
    #book;
    #attempts;
    constructor(book, attempts) {
        this.#book = book;
        this.#attempts = attempts;
    }
    /** What runs is signalled and settles when it is gone; what waits settles at once. Resolves when nothing of it runs. */
    stop(live, stop) {
        if (!this.#book.isOpen(live))
            return Promise.resolve();
        if (isActive(live))
            return this.#signal(live, stop);
        if (stop.kind === 'shutdown')
            return Promise.resolve();
        if ((0,journal_state/* hasChild */.xh)(live.effect)) {
            this.#attempts.stopChild(live, stop);
            return live.ended ?? Promise.resolve();
        }
        this.#book.settleCancelled(live, stop.reason, {
            actor: stop.actor,
            messageId: stop.messageId,
            timedOut: stop.kind === 'timeout',
        });
        return Promise.resolve();
    }
    #signal(live, stop) {
        const already = live.stop;
        // A timeout may be followed by another attempt: a cancel is not lost in it.
        if (already === undefined || stop.kind === 'cancel')
            live.stop = already?.kind === 'cancel' ? already : stop;
        if (already !== undefined)
            return live.ended ?? Promise.resolve();
        if (live.request.kind === 'step')
            return this.#attempts.steps.stop(live, stop);
        live.abort?.abort({ kind: stop.kind, message: stop.reason });
        return live.ended ?? Promise.resolve();
    }
    /**
     * Cancels the given effects, each with a settlement of its own, in step order (E6). All that runs is signalled
     * at once; whatever ends out of order waits for its turn.
     */
    async cancelAll(lives, stop) {
        const open = lives
            .filter((live) => this.#book.isOpen(live) && live.deferred === undefined)
            .sort((a, b) => (0,ids/* stepNumber */.CD)(a.request.stepId) - (0,ids/* stepNumber */.CD)(b.request.stepId));
        const endings = open.map((live) => {
            if (isActive(live) || (0,journal_state/* hasChild */.xh)(live.effect)) {
                live.deferred = 'wanted';
                return this.stop(live, stop);
            }
            // Neither its pause nor its place in the queue brings another attempt.
            calmDown(live);
            this.#attempts.forget(live);
            live.phase = 'waiting';
            return undefined;
        });
        for (const [i, live] of open.entries()) {
            if (endings[i] !== undefined)
                await endings[i];
            const outcome = live.deferred;
            live.deferred = undefined;
            if (!this.#book.isOpen(live))
                continue;
            live.stop = stop;
            this.#attempts.conclude(live, outcome === undefined || outcome === 'wanted' ? { status: 'stopped', exit: null } : outcome);
        }
    }
    /**
     * Ends everything that runs here and settles none of it. `over`: the run ends, so children that wait elsewhere
     * are cancelled with it; otherwise a later driver carries all of it on.
     */
    async leave(lives, over) {
        this.#attempts.close();
        const endings = lives.map((live) => {
            calmDown(live);
            if (live.request.kind === 'step')
                return undefined; // it goes with its worker
            if (over !== undefined && (0,journal_state/* hasChild */.xh)(live.effect)) {
                live.deferred = 'wanted'; // it is withdrawn together with the rest
                return this.stop(live, { kind: 'cancel', reason: over });
            }
            return isActive(live) ? this.stop(live, { kind: 'shutdown', reason: 'the driver stops' }) : undefined;
        });
        await Promise.all(endings);
    }
}

;// CONCATENATED MODULE: ./lib/operations/live-effects.js
/**
 * The effects of a driven run that are not settled. Each is taken up once, waits or is attempted (attempts.ts), and
 * is settled exactly once, by whoever comes first: its end, its deadline, a message, a cancel.
 */






class LiveEffects {
    #all = new Map();
    #world;
    #attempts;
    #stopping;
    /** Waiting `signal` effects by name, in order of request. */
    #signals = new Map();
    #asking = 0;
    /** The drive ends with an error: nothing is journaled any more, whatever still ends. */
    muted = false;
    constructor(world) {
        this.#world = world;
        this.#attempts = new Attempts(world, this, (live, stop) => this.#stop(live, stop));
        this.#stopping = new Stopping(this, this.#attempts);
    }
    noteOf(request) {
        const { world, limits } = this.#world;
        return (0,operations_policy/* noteOf */.kH)(request, world, limits);
    }
    /** Takes up a journaled request. True: the run was cancelled after it was asked for, and it waits for that. */
    open(request) {
        const known = this.#all.get(request.effectId);
        if (known !== undefined) {
            known.request = request; // a worker that was replaced asks again
            if (request.kind === 'step' && this.#attempts.steps.asked(known))
                this.#attempts.next(known);
            return false;
        }
        const { state, rounds } = this.#world;
        const effect = state.effects.get(request.effectId);
        if (effect === undefined || effect.status !== 'requested')
            return false;
        const policy = (0,operations_policy/* readPolicy */.T4)(request);
        const live = newLive(request, effect, 'error' in policy ? operations_policy/* NO_POLICY */.lm : policy, rounds.of(request.after));
        this.#all.set(request.effectId, live);
        if (state.cancel !== undefined && isHit(live, state.cancel.seq))
            return true;
        // A policy that cannot be read is the failure of the definition, not of the engine.
        if ('error' in policy)
            this.settleError(live, policy.error);
        else
            this.#consider(live);
        return false;
    }
    #consider(live) {
        const { agenda, world, execute } = this.#world;
        const { effect, request } = live;
        if (effect.request.deadline !== undefined) {
            live.alarms.push(agenda.at(Date.parse(effect.request.deadline), () => this.#timeIsUp(live)));
        }
        const standIn = execute ? world.standIn?.(request) : undefined;
        if (standIn === undefined)
            this.#take(live);
        else
            this.#standIn(live, standIn);
    }
    #take(live) {
        const { agenda, world, execute } = this.#world;
        const { request } = live;
        switch (request.kind) {
            case 'hook':
                this.settleOk(live, null);
                return;
            case 'sleep':
                live.alarms.push(agenda.at((0,operations_policy/* wakeOf */.q)(request), () => this.settleOk(live, null)));
                return;
            case 'signal':
                this.#awaitSignal(live);
                return;
            case 'breakpoint':
                this.#ask(live);
                return;
            case 'step':
                this.#attempts.steps.asked(live);
                this.#attempts.next(live);
                return;
            default:
                if (execute && !(0,operations_policy/* isForOthers */.FN)(request, world.performer))
                    this.#attempts.next(live);
        }
    }
    /** The deadline of a wait, as the journal has it. */
    #timeIsUp(live) {
        const deadline = Date.parse(live.effect.request.deadline ?? '');
        if (live.request.kind === 'sleep' && deadline >= (0,operations_policy/* wakeOf */.q)(live.request)) {
            this.settleOk(live, null);
            return;
        }
        const limit = (0,duration/* durationText */.S)(live.policy.timeoutMs ?? deadline - Date.parse(live.effect.requestedAt));
        if (live.request.kind !== 'breakpoint') {
            this.#stop(live, { kind: 'timeout', reason: `timed out after ${limit}` });
            return;
        }
        this.settleOk(live, {
            approved: false,
            timedOut: true,
            feedback: `nobody answered within ${limit}`,
        });
    }
    #awaitSignal(live) {
        const name = signalName(live);
        const waiting = this.#signals.get(name);
        if (waiting === undefined)
            this.#signals.set(name, new Set([live]));
        else
            waiting.add(live);
        this.signalled(name);
    }
    /** A signal of this name may be there: those who have waited longest take what there is. */
    signalled(name) {
        for (const live of [...(this.#signals.get(name) ?? [])]) {
            const signal = this.#world.state.signals.get(name)?.[0];
            if (signal === undefined)
                return;
            this.settleOk(live, signal.value, { signalSeq: signal.seq, actor: signal.actor });
        }
    }
    #ask(live) {
        const { world, execute, client, state } = this.#world;
        if (world.ask === undefined || !execute)
            return;
        const rules = live.effect.request.policy === undefined ? world.rulesOf?.(live.request) : undefined;
        if (rules !== undefined && 'error' in rules) {
            this.settleError(live, rules.error);
            return;
        }
        const abort = new AbortController();
        live.abort = abort;
        this.#awaited(world.ask(effectOf(state, live), abort.signal).then((said) => {
            if (said !== undefined)
                this.settleOk(live, said.answer, { actor: said.actor });
            client.changed();
        }));
    }
    /** Somebody stands in for whoever settles it otherwise: to the driver it is an effect of others. */
    #standIn(live, answer) {
        this.#awaited(answer.then((said) => {
            if (!this.isOpen(live))
                return;
            if (said === undefined)
                return this.#take(live);
            live.request = { ...live.request, external: true };
            if (said.status === 'ok')
                this.settleOk(live, said.value);
            else if (said.status === 'error')
                this.settleError(live, said.error);
            else if (said.status === 'cancelled')
                this.settleCancelled(live, said.reason);
            else if (live.request.kind === 'sleep')
                calmDown(live); // time does not end it either
        }));
    }
    /** The drive does not end as waiting while somebody is asked. */
    #awaited(answer) {
        const { client } = this.#world;
        this.#asking += 1;
        answer
            .catch((error) => client.fault(error))
            .finally(() => {
            this.#asking -= 1;
            client.changed();
        });
    }
    isOpen(live) {
        return live.effect.status === 'requested' && this.#all.get(live.effect.effectId) === live;
    }
    settleOk(live, value, details = {}) {
        if (this.muted || !this.isOpen(live))
            return;
        this.#world.recorder.resolved(live.effect, { status: 'ok', value }, details);
        this.#close(live, 'ok', '');
    }
    settleError(live, error, details = {}) {
        if (this.muted || !this.isOpen(live))
            return;
        this.#world.recorder.resolved(live.effect, { status: 'error', error }, details);
        this.#close(live, 'error', `${error.name}: ${error.message}`);
    }
    settleCancelled(live, reason, details = {}) {
        if (this.muted || !this.isOpen(live))
            return;
        this.#world.recorder.cancelled(live.effect, reason, details);
        this.#close(live, 'cancelled', reason);
    }
    #close(live, status, text) {
        const { world, rounds, client } = this.#world;
        const { effectId, label, kind } = live.request;
        calmDown(live);
        this.#attempts.forget(live);
        live.phase = 'waiting';
        live.abort?.abort({ kind: 'cancel', message: 'it was settled' });
        this.#all.delete(effectId);
        if (kind === 'signal')
            this.#signals.get(signalName(live))?.delete(live);
        rounds.settled(live.round, live.startedAt > 0);
        const ms = live.startedAt === 0 ? 0 : world.clock.now() - live.startedAt;
        world.report({ type: 'settled', effectId, label, kind, status, text, ms });
        client.changed();
    }
    /** Settles an effect with a value from outside (task:post, a message). False: it is not open, or is being done here. */
    post(effectId, outcome, details) {
        const live = this.#all.get(effectId);
        if (live === undefined || !this.isOpen(live) || isActive(live))
            return false;
        if (outcome.status === 'ok')
            this.settleOk(live, outcome.value, details);
        else
            this.settleError(live, outcome.error, details);
        return true;
    }
    /** The run was woken: a child that somebody else has driven may have ended. */
    lookAgain() {
        for (const live of this.#all.values())
            if (waitsForChild(live))
                this.#attempts.next(live);
    }
    /** The worker says how an attempt of a step ended. */
    stepEnded(effectId, attempt, outcome) {
        const live = this.#all.get(effectId);
        if (live !== undefined)
            this.#attempts.steps.ended(live, attempt, outcome);
    }
    workerGone() {
        this.#attempts.steps.workerGone();
    }
    #stop(live, stop) {
        this.#stopping.stop(live, stop).catch((error) => this.#world.client.fault(error));
    }
    stop(effectId, stop) {
        const live = this.#all.get(effectId);
        if (live !== undefined)
            this.#stop(live, stop);
    }
    /** Cancels what was pending when the run's cancel was journaled, outside ctx.shield. */
    cancelAll(stop) {
        const { cancel } = this.#world.state;
        const hit = [...this.#all.values()].filter((live) => cancel !== undefined && isHit(live, cancel.seq));
        return this.#stopping.cancelAll(hit, stop);
    }
    /** Ends what runs here and settles none of it; `over`: the run ends, for this reason. */
    leave(over) {
        const left = over === undefined ? [] : leftChildren(this.#world, this.#all);
        for (const live of left)
            this.#all.set(live.effect.effectId, live);
        const all = [...this.#all.values()];
        for (const { request, abort } of all)
            if (request.kind === 'breakpoint')
                abort?.abort({ kind: 'shutdown', message: 'the driver stops' });
        return this.#stopping.leave(all, over);
    }
    /** Something is done here (steps aside), or somebody is asked. */
    get busy() {
        return this.#attempts.busy || this.#asking > 0;
    }
    get steps() {
        return this.#attempts.steps;
    }
    drain() {
        this.#attempts.drain();
    }
    /** Effects that wait for a later job. */
    get held() {
        return this.#attempts.held;
    }
    requestOf(effectId) {
        return this.#all.get(effectId)?.request;
    }
}

// EXTERNAL MODULE: ./lib/operations/pending.js
var operations_pending = __webpack_require__(44323);
// EXTERNAL MODULE: ./lib/operations/redaction.js
var redaction = __webpack_require__(20889);
;// CONCATENATED MODULE: ./lib/operations/rounds.js
/**
 * `max-iterations`: an effect belongs to the round after the last one whose result the process had when it asked.
 * So effects asked for side by side are one round, and a chain of n steps is n rounds, however long each takes.
 */
class Rounds {
    #max;
    /** Settlements that were there before this driver. */
    #before;
    /** Highest round among the results up to each settlement of this driver. */
    #highest = [];
    /** `max` 0: no limit. */
    constructor(max, settlements) {
        this.#max = max;
        this.#before = settlements;
    }
    /** The round of a request that was asked when `after` settlements had been handed over. */
    of(after) {
        if (this.#max === 0)
            return 1;
        return 1 + (this.#highest[Math.min(after - this.#before, this.#highest.length) - 1] ?? 0);
    }
    admits(round) {
        return this.#max === 0 || round <= this.#max;
    }
    /** `done`: it was done here; what people and time settle takes no round. */
    settled(round, done) {
        if (this.#max === 0)
            return;
        this.#highest.push(Math.max(this.#highest.at(-1) ?? 0, done ? round : round - 1));
    }
}

// EXTERNAL MODULE: ./lib/operations/reopen.js
var reopen = __webpack_require__(4647);
;// CONCATENATED MODULE: ./lib/operations/run-deadlines.js
/** The run's own deadline, and that of its cancel, as the journal has them. */


/** One that has passed ends the run at once, before anything else begins; the run may be watched twice. */
function watchDeadlines(state, { agenda, now, seal }) {
    const endAt = (time, end) => {
        const at = Date.parse(time);
        if (at <= now)
            seal(end);
        else
            agenda.at(at, () => seal(end));
    };
    const { cancel, deadline } = state;
    if (cancel !== undefined)
        endAt(cancel.deadline, { type: 'canceled', reason: cancel.reason });
    if (deadline === undefined)
        return;
    const limit = (0,duration/* durationText */.S)((0,reopen/* runTimeoutOf */.Oe)(state) ?? 0);
    endAt(deadline, { type: 'timed-out', reason: `the run timed out after ${limit}` });
}

// EXTERNAL MODULE: ./lib/operations/world.js
var world = __webpack_require__(80976);
;// CONCATENATED MODULE: ./lib/operations/saver.js
/**
 * When the journal goes to the store (protocol E3). A save in flight and the one behind it are shared by all who
 * wait; what nobody waits for follows within ten seconds.
 */

const LATEST = 10_000;
const MINUTE = 60_000;
const PER_MINUTE = 6;
class Saver {
    #save;
    #clock;
    #mode;
    #fault;
    #running;
    #next;
    #later;
    #times = [];
    #saved = false;
    #closed = false;
    /** Commands and steps wait for it beside the store; undefined: no more. */
    #first = Promise.withResolvers();
    /** `clock`: real time unless a test says otherwise; a run's own time may stand still. */
    constructor(options) {
        this.#save = options.save;
        this.#clock = options.clock ?? world/* systemClock */.m;
        this.#mode = options.mode;
        this.#fault = options.fault;
    }
    /** Resolves when the store holds everything journaled before this call. */
    now() {
        if (this.#running === undefined) {
            this.#running = this.#round();
            return this.#running;
        }
        this.#next ??= this.#running.then(() => {
            this.#next = undefined;
            return this.now();
        }, (error) => {
            this.#next = undefined;
            throw error;
        });
        return this.#next;
    }
    /** From now on commands and steps may start: the mail that was there has been read. What it cancels never begins. */
    open() {
        this.#first?.resolve();
        this.#first = undefined;
    }
    /** Resolves when a command may start. `strict`: it never runs ahead of the store. */
    beforeCommand(strict) {
        const durable = this.#durable(strict);
        return this.#first === undefined ? durable : Promise.all([durable, this.#first.promise]).then(() => { });
    }
    #durable(strict) {
        if (strict || this.#mode === 'each' || !this.#saved)
            return this.now();
        const since = this.#clock.now() - MINUTE;
        this.#times = this.#times.filter((time) => time > since);
        if (this.#times.length < PER_MINUTE)
            return this.now();
        this.soon();
        return Promise.resolve();
    }
    /** Resolves when a step of the process may start; undefined: at once (L2: the first save takes the lease). */
    beforeStep() {
        const durable = this.#saved ? undefined : this.now();
        return this.#first === undefined ? durable : Promise.all([durable, this.#first.promise]).then(() => { });
    }
    /** Something was journaled that nobody waits for. */
    soon() {
        if (this.#later !== undefined || this.#closed)
            return;
        this.#later = this.#clock.after(LATEST, () => {
            this.#later = undefined;
            this.now().catch(this.#fault);
        });
    }
    /** No save of its own accord any more; resolves when none is in flight. */
    async close() {
        this.#closed = true;
        this.#later?.();
        this.#later = undefined;
        await (this.#next ?? this.#running)?.catch(() => { }); // whoever waited for it was told
    }
    async #round() {
        this.#later?.();
        this.#later = undefined;
        this.#times.push(this.#clock.now());
        if (this.#times.length > PER_MINUTE)
            this.#times.shift();
        try {
            await this.#save();
            this.#saved = true;
        }
        finally {
            this.#running = undefined;
        }
    }
}

// EXTERNAL MODULE: ./lib/runtime/host.js + 1 modules
var host = __webpack_require__(49082);
// EXTERNAL MODULE: ./lib/journal/segments.js
var journal_segments = __webpack_require__(84519);
;// CONCATENATED MODULE: ./lib/operations/journal-refs.js


/** Where a run's journal stands on disk just now: what a worker reads. */
function journalRefs(runDir) {
    const names = (0,reader/* listEvents */.Ir)(runDir);
    const segments = (0,journal_segments/* listSegments */.Bz)(runDir).filter((segment) => segment.to <= names.length);
    return { segments, tail: names.slice(segments.at(-1)?.to ?? 0).map((event) => event.name) };
}

;// CONCATENATED MODULE: ./lib/operations/worker-seat.js
/** The place of the process's worker: started, replaced when a step was left behind in it (E4), ended. */



class WorkerSeat {
    #options;
    #host;
    #first = true;
    /** A step was left behind in it. */
    #tainted = false;
    #closed = false;
    constructor(options) {
        this.#options = options;
    }
    start() {
        const { init, env, limits, message, output, fault, starting } = this.#options;
        starting();
        const again = this.#first ? {} : { journal: journalRefs(init.runDir), shared: undefined, retry: [] };
        const { handleGraceMs, replayGraceMs, loopMs, memoryMb } = limits;
        this.#host = new host/* ProcessHost */.G({ ...init, ...again, handleGraceMs, replayGraceMs }, env, { message, output, lost: (cause, error) => fault((0,drive_errors/* lostError */.tr)(cause, error)) }, { loopMs, memoryMb });
        this.#first = false;
    }
    /** A new worker replays what the journal holds by now; what came by mail must be in the store before (E3). */
    replace() {
        const old = this.#host;
        this.#host = undefined;
        this.#tainted = false;
        this.#options.gone();
        Promise.all([old?.terminate(), this.#options.saved()])
            .then(() => {
            if (!this.#closed)
                this.start();
        })
            .catch(this.#options.fault);
    }
    /** Nothing more is heard of it. */
    async close() {
        this.#closed = true;
        await this.#host?.terminate();
    }
    /** Quiet: it does nothing until it gets a settlement. */
    get isIdle() {
        return this.#host?.isIdle === true;
    }
    settle(settlements) {
        this.#host?.settle(settlements);
    }
    startStep(effectId, attempt, idempotencyKey) {
        this.#host?.startStep(effectId, attempt, idempotencyKey);
    }
    abortStep(effectId, reason, timedOut) {
        this.#host?.abortStep(effectId, reason, timedOut);
    }
    /** A step ignores its signal: its worker goes when nothing else runs in it, or when it does not answer. */
    abandonStep(effectId) {
        const host = this.#host;
        host?.abandonStep(effectId);
        this.#tainted = true;
        this.refresh();
        if (host === undefined || host !== this.#host)
            return;
        host
            .answers(this.#options.limits.graceMs)
            .then((alive) => {
            if (!alive && host === this.#host && !this.#closed)
                this.replace();
        })
            .catch(this.#options.fault);
    }
    /** Replaces a worker in which something was left behind, once nothing else runs in it. */
    refresh() {
        if (this.#tainted && this.#options.running() === 0)
            this.replace();
    }
}

;// CONCATENATED MODULE: ./lib/operations/drive.js











class Driver {
    effects;
    recorder;
    saver;
    #options;
    #agenda;
    #seat;
    #talk;
    #checking = false;
    #draining = false;
    #holds = 0;
    #dropped = [];
    #result = Promise.withResolvers();
    #over = false;
    constructor(options) {
        this.#options = options;
        const { journal, world, limits, init, env, ownerToken, execute } = options;
        journal.tidyLater();
        const fault = (error) => this.stop(error);
        this.saver = new Saver({ save: () => options.save(), mode: options.saveMode, fault });
        const safety = (0,redaction/* redaction */.G)(world);
        this.recorder = new operations_recorder/* Recorder */.vk(journal, () => this.saver.soon(), safety.redact);
        this.#agenda = new Agenda(world.clock, fault);
        this.effects = new LiveEffects({
            state: journal.state,
            recorder: this.recorder,
            agenda: this.#agenda,
            rounds: new Rounds(limits.maxIterations, journal.state.settlements),
            world,
            redact: safety.redact,
            limits,
            owner: ownerToken,
            places: { runDir: init.runDir, artifactsDir: init.artifactsDir, env },
            execute,
            client: {
                beforeCommand: (strict) => this.saver.beforeCommand(strict),
                beforeStep: () => this.saver.beforeStep(),
                startStep: (effectId, attempt, key) => this.#seat.startStep(effectId, attempt, key),
                abortStep: (effectId, reason, timedOut) => this.#seat.abortStep(effectId, reason, timedOut),
                abandonStep: (effectId) => this.#seat.abandonStep(effectId),
                runChild: (request, failures, signal) => options.runChild(request, failures, signal),
                changed: () => this.#check(),
                fault,
            },
        });
        this.#seat = new WorkerSeat({
            init: { ...init, journal: options.refs, shared: options.shared, retry: options.retry },
            env: { ...env, ...options.processEnv },
            limits,
            starting: () => {
                this.#talk.restart();
                this.recorder.restart();
            },
            gone: () => this.effects.workerGone(),
            saved: () => this.saver.now(),
            running: () => this.effects.steps.running,
            message: (message) => this.#guard(() => this.#talk.receive(message)),
            output: (stream, text) => world.report({ type: 'console', stream, text }),
            fault,
        });
        this.#talk = new Conversation({
            journal,
            world,
            ...safety,
            recorder: this.recorder,
            saver: this.saver,
            effects: this.effects,
            seat: this.#seat,
            entry: init.entry.path,
            restartAfterEach: options.restartAfterEach,
            over: () => this.#over,
            replayed: (dropped) => this.#onReplayed(dropped),
            ready: () => options.onReady(),
            cancelled: () => this.#cancelAll(),
            code: ({ files }) => options.onCode(files),
            diverged: ({ facts }) => void options.explain(facts).then(fault, fault),
            ended: (end) => this.#done(end, undefined),
            changed: () => this.#check(),
            fault,
        });
    }
    /** Resolves when the process has ended or nothing can be done here any more. @throws LonghaulError of the engine */
    run() {
        if (!this.#over)
            this.#seat.start();
        return this.#result.promise;
    }
    /** Ends the drive in good order: commands are stopped, nothing is settled. */
    shutdown() {
        this.#leave('shutdown');
    }
    /** Begins nothing new; ends the drive in good order when what runs has ended. */
    drain() {
        if (this.#over || this.#draining)
            return;
        this.#draining = true;
        this.effects.drain();
        this.#check();
    }
    /** Ends the drive with an error: commands are stopped, nothing more is journaled. */
    stop(error) {
        if (this.#over)
            return; // the first error is the one reported
        this.#end();
        this.effects.muted = true;
        const fail = () => this.#result.reject(error);
        Promise.all([this.#seat.close(), this.effects.leave()]).then(fail, fail);
    }
    /** While somebody holds it, the drive does not end as waiting: mail is being read. */
    hold() {
        this.#holds += 1;
        return () => {
            this.#holds -= 1;
            this.#check();
        };
    }
    /** Ends the run from outside: the process is not asked. */
    seal(end) {
        // Somebody's words, perhaps with a secret of this job in them.
        this.#done(this.recorder.clean(end), undefined);
    }
    stopEffect = (effectId, stop) => this.effects.stop(effectId, stop);
    /** Cancels the run (E6): every pending effect is rejected once; the process may clean up until the grace ends. */
    cancelRun(reason, actor, messageId) {
        if (this.#over)
            return;
        const { journal, limits, world } = this.#options;
        if (journal.state.cancel !== undefined) {
            this.seal({ type: 'canceled', reason, actor, messageId });
            return;
        }
        // What ignores SIGTERM takes none of the time that the process has for its clean-up.
        const { busy, steps } = this.effects;
        const stopping = busy || steps.running > 0 ? limits.graceMs : 0;
        const deadline = new Date(world.clock.now() + stopping + limits.cancelGraceMs).toISOString();
        this.recorder.append({
            type: 'RUN_CANCEL_REQUESTED',
            data: { reason, ...(0,operations_recorder/* defined */.sw)({ actor, messageId }), deadline },
        });
        this.#cancelAll();
        this.#watchDeadlines();
    }
    #end() {
        this.#over = true;
        this.#agenda.close();
    }
    #done(end, stopped) {
        if (this.#over)
            return;
        this.#end();
        const { journal } = this.#options;
        const pending = end === undefined
            ? (0,operations_pending/* pendingEffects */.mp)(journal.state, (0,operations_pending/* asAsked */.Nh)(this.effects, this.#options.world.performer))
            : [];
        // What asks no more is not heard either: the worker goes first.
        this.#seat.close().then(() => this.#result.resolve({ end, stopped, pending, dropped: this.#dropped }), (error) => this.#result.reject(error));
    }
    #leave(stopped) {
        if (this.#over)
            return;
        this.effects.leave().then(() => this.#done(undefined, stopped), (error) => this.stop(error));
    }
    #guard(work) {
        try {
            work();
        }
        catch (error) {
            this.stop(error);
        }
    }
    #onReplayed(dropped) {
        this.#dropped = dropped;
        const retried = this.#options.journal.state.terminal !== undefined;
        if (!retried)
            this.#watchDeadlines();
        if (this.#over)
            return;
        this.#options.onReplayed(dropped);
        if (retried)
            this.#watchDeadlines(); // its time has started anew
    }
    #watchDeadlines() {
        const { journal, world } = this.#options;
        watchDeadlines(journal.state, {
            agenda: this.#agenda,
            now: world.clock.now(),
            seal: (end) => this.seal(end),
        });
    }
    #cancelAll() {
        const { cancel } = this.#options.journal.state;
        if (cancel === undefined)
            return;
        const { reason, actor, messageId } = cancel;
        const go = this.hold();
        this.effects
            .cancelAll({ kind: 'cancel', reason, actor, messageId })
            .then(go, (error) => this.stop(error));
    }
    /** Looks once, after everything that happens now has happened, whether anything is left to do here. */
    #check() {
        if (this.#checking || this.#over)
            return;
        this.#checking = true;
        setImmediate(() => {
            this.#checking = false;
            this.#guard(() => this.#look());
        });
    }
    #look() {
        if (this.#over)
            return;
        const { effects } = this;
        this.#seat.refresh();
        this.#talk.pump();
        this.#options.journal.tidy();
        if (this.#holds > 0 || !this.#seat.isIdle || this.recorder.waiting > 0)
            return;
        const { world, journal } = this.#options;
        const stuck = this.#talk.stuckSteps.length > 0 && effects.steps.running === this.#talk.stuckSteps.length;
        const timed = effects.steps.timed || this.#isTimeNear();
        if (effects.busy || (effects.steps.running > 0 && !stuck) || (timed && !this.#draining)) {
            if (effects.steps.running === 0 || stuck)
                world.clock.idle?.();
            return;
        }
        if (stuck) {
            this.stop((0,drive_errors/* stuckStepsError */.mc)(this.#talk.stuckSteps));
            return;
        }
        if (effects.held > 0 || (timed && this.#draining)) {
            this.#leave(this.#draining ? 'time-limit' : 'iterations');
            return;
        }
        if (journal.state.pending.size === 0) {
            this.stop((0,drive_errors/* stuckError */.JX)('the process is waiting for something that is not an effect'));
            return;
        }
        this.#done(undefined, 'waiting');
    }
    /** A sleep, a pause or a deadline is so near that this job waits for it. */
    #isTimeNear() {
        const { world, limits, execute } = this.#options;
        const { next } = this.#agenda;
        return next !== undefined && next - world.clock.now() <= (execute ? limits.waitInJobMs : 0);
    }
}

// EXTERNAL MODULE: ./lib/operations/ending.js
var ending = __webpack_require__(31433);
// EXTERNAL MODULE: ./lib/operations/engine-version.js
var engine_version = __webpack_require__(49913);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
;// CONCATENATED MODULE: ./lib/operations/external.js
/** External effects: done by other jobs or machines. A job takes them before it lists them (protocol E5). */



/** Kinds that nobody is sent to do: people, time and the engine itself see to them. */
const NOT_SENT = new Set(['breakpoint', 'sleep', 'signal', 'subprocess', 'step', 'hook']);
/** Jobs of one matrix, by GitHub’s limit. */
const MOST = 256;
const isSentOut = (request) => request.external === true && !NOT_SENT.has(request.kind);
function planOf(state, effect, effects) {
    const request = effects.requestOf(effect.effectId);
    const policy = request === undefined ? operations_policy/* NO_POLICY */.lm : (0,operations_policy/* readPolicy */.T4)(request);
    return nextAttempt(state, effect, effect.request.label, 'error' in policy ? operations_policy/* NO_POLICY */.lm : policy);
}
/** Settles what was lost with its workflow run once too often (`onLost`), so that the process hears of it. */
async function settleLost(state, effects, { owner, isAlive }) {
    for (const effect of [...state.pending.values()]) {
        const before = currentStart(state, effect)?.owner;
        if (!isSentOut(effect.request) || before === undefined || before === owner)
            continue;
        const next = planOf(state, effect, effects);
        if (next.type === 'lost' && !(await isAlive(before)))
            effects.post(effect.effectId, { status: 'error', error: next.error }, {});
    }
}
/**
 * Journals that this owner takes the external effects that no living owner has. Returns what is pending without the
 * effects of others, and of these the ones that the owner has by now: as many as one matrix holds. Without an owner
 * nothing is taken, and these are the ones that somebody has to take.
 */
async function claimExternal(journal, pending, effects, { owner, isAlive }) {
    const { state } = journal;
    const alive = new Map();
    const listed = [];
    const sentOut = [];
    for (const effect of pending) {
        const known = isSentOut(effect) ? state.effects.get(effect.effectId) : undefined;
        if (known === undefined) {
            listed.push(effect);
            continue;
        }
        const before = currentStart(state, known)?.owner;
        const isOthers = before !== undefined && before !== owner;
        if (isOthers && !alive.has(before))
            alive.set(before, await isAlive(before));
        if (isOthers && alive.get(before) === true)
            continue;
        listed.push(effect);
        if (sentOut.length >= MOST)
            continue;
        const isToBeTaken = owner !== undefined && before !== owner;
        if (isToBeTaken && !claim(journal, known, planOf(state, known, effects), owner))
            continue;
        sentOut.push({ ...effect, ...runnerOf(effects.requestOf(effect.effectId)) });
    }
    return { pending: listed, sentOut };
}
function runnerOf(request) {
    const metadata = request?.def.metadata;
    const runsOn = (0,decode/* isObject */.Gv)(metadata) ? metadata['runs-on'] : undefined;
    return typeof runsOn === 'string' && runsOn !== '' ? { runsOn } : {};
}
/** False: it was lost once too often a moment ago, and the next drive settles it. */
function claim(journal, { effectId }, next, owner) {
    if (next.type === 'lost')
        return false;
    const because = next.type === 'begin' && next.because !== undefined ? { because: next.because } : {};
    const data = { effectId, attempt: next.attempt, owner, ...because };
    journal.append([{ type: 'EFFECT_STARTED', data }]);
    return true;
}

// EXTERNAL MODULE: ./lib/operations/final.js
var operations_final = __webpack_require__(25188);
// EXTERNAL MODULE: ./lib/operations/mail.js + 1 modules
var operations_mail = __webpack_require__(90275);
;// CONCATENATED MODULE: ./lib/operations/mail-reader.js

/** How often the lease is looked at, and whether what was set in motion is recorded by now, ms. */
const TICK = 500;
class MailReader {
    receipts = [];
    #run;
    #lease;
    #journal;
    #driver;
    #talk;
    /** Names of messages that were dealt with here. */
    #tried;
    #warn;
    /** Acted on, and recorded only when what they stop has ended. */
    #working = [];
    /** Recorded, and to be deleted by the next save. */
    #recorded = [];
    #timer;
    #unwatch;
    #reading = Promise.resolve();
    #hasLooked = false;
    constructor(options) {
        this.#run = options.run;
        this.#lease = options.lease;
        this.#journal = options.lease.journal;
        this.#driver = options.driver;
        this.#talk = options.talk;
        this.#tried = options.tried;
        this.#warn = options.warn;
    }
    /**
     * Looks at once and then again and again. Resolves when the first look is over; the drive does not end as waiting
     * before that.
     */
    open() {
        const go = this.#driver.hold();
        const first = Promise.withResolvers();
        this.#timer = setInterval(() => this.#guard(() => this.#tick()), TICK).unref();
        this.#unwatch = this.#run.mailbox.watch((read) => {
            const looked = this.#hasLooked ? this.#driver.hold() : go;
            this.#hasLooked = true;
            this.#reading = this.#collect(read)
                .catch((error) => this.#driver.stop(error))
                .finally(() => {
                first.resolve();
                looked();
            });
            return this.#reading;
        }, (error) => {
            // Whether there is mail decides what the drive may do: without a first look it does not go on.
            if (!this.#hasLooked)
                this.#driver.stop(error);
            else
                this.#warn(`The mailbox could not be read: ${error.message}`);
        });
        return first.promise;
    }
    /** Resolves when no message is acted on any more. */
    async close() {
        clearInterval(this.#timer);
        this.#unwatch?.();
        await this.#reading;
    }
    /** Names of what is recorded by now, for the save that comes next; each is given once. */
    take() {
        this.#settle();
        return this.#recorded.splice(0);
    }
    #guard(work) {
        try {
            work();
        }
        catch (error) {
            this.#driver.stop(error);
        }
    }
    #tick() {
        this.#lease.check(); // who was taken over stops now, not with the next event
        this.#settle();
    }
    #settle() {
        this.#working = this.#working.filter(({ name, message }) => {
            const receipt = (0,operations_mail/* answeredByRun */.A5)(this.#journal.state, message);
            if (receipt !== undefined)
                this.#done(name, receipt);
            return receipt === undefined;
        });
    }
    #done(name, receipt) {
        if (receipt !== undefined)
            this.receipts.push(receipt);
        this.#recorded.push(name);
        this.#tried.add(name);
    }
    async #collect(read) {
        this.#lease.check();
        const waiting = new Set(this.#working.map(({ name }) => name));
        const fresh = read.mail.filter(({ name }) => !waiting.has(name) && !this.#tried.has(name));
        const unanswered = new Set((await this.#talk?.look(fresh)) ?? []);
        for (const { name } of unanswered)
            this.#tried.add(name); // by this job; it stays for the next one (M5)
        const mail = fresh.filter((one) => !unanswered.has(one));
        const { receipts, names, working } = (0,operations_mail/* applyMail */.A7)(this.#journal, this.#driver, { ...read, mail }, this.#talk);
        this.receipts.push(...receipts);
        this.#working.push(...working);
        for (const name of names)
            if (!this.#tried.has(name))
                this.#done(name);
        if (this.#recorded.length > 0)
            await this.#driver.saver.now();
        await this.#talk?.tell();
    }
}

;// CONCATENATED MODULE: ./lib/operations/origin.js
/** The variables of contract §4, as they were at the start; none for a run that was not started by a workflow. */
function originEnvironment(created) {
    const { origin } = created ?? {};
    if (origin === undefined)
        return {};
    const text = (value) => (typeof value === 'string' ? value : '');
    return {
        GITHUB_SHA: text(origin.sha),
        GITHUB_REF: text(origin.ref),
        GITHUB_REF_NAME: text(origin.ref).replace(/^refs\/(heads|tags|pull)\//, ''),
        GITHUB_ACTOR: text(origin.actor),
        GITHUB_EVENT_NAME: text(origin.event),
        GITHUB_RUN_ID: /\/runs\/(\d+)/.exec(text(origin.workflowRunUrl))?.[1] ?? '',
        GITHUB_WORKFLOW: created?.workflowName ?? '',
    };
}

// EXTERNAL MODULE: ./lib/journal/progress.js
var progress = __webpack_require__(72894);
;// CONCATENATED MODULE: ./lib/operations/progress.js


/** The world with every report also written to the run's progress file; `close` writes what is left of it. */
function recordingProgress(world, runDir, runId) {
    const log = new progress/* ProgressLog */.q(runDir, runId, () => world.clock.now());
    const redact = (0,lib_redact/* redactor */.$p)(world.secrets);
    const report = (said) => {
        const event = (0,lib_redact/* redactValue */.FI)(said, redact);
        const line = lineOf(event);
        if (line !== undefined)
            log.write(line.event, line.fields);
        world.report(event);
    };
    return { world: { ...world, report }, close: () => log.close() };
}
/** undefined: not for the file. How the run ended is written by announceEnd, after the save. */
function lineOf(event) {
    switch (event.type) {
        case 'started':
            return { event: 'run_started', fields: { attempt: event.attempt, replayed: event.replayed } };
        case 'requested': {
            const { effectId, stepId, kind, taskId, label } = event;
            return {
                event: 'effect_requested',
                fields: { effect_id: effectId, step_id: stepId, kind, task_id: taskId, label },
            };
        }
        case 'effect-started':
            return {
                event: 'effect_started',
                fields: { effect_id: event.effectId, label: event.label, attempt: event.attempt },
            };
        case 'retrying': {
            const { effectId, label, attempt, delayMs, error } = event;
            return {
                event: 'effect_retrying',
                fields: { effect_id: effectId, label, attempt, delay_ms: delayMs, error: error.name },
            };
        }
        case 'settled': {
            const { effectId, label, kind, status, ms } = event;
            return {
                event: 'effect_settled',
                fields: { effect_id: effectId, label, kind, status, duration_ms: ms },
            };
        }
        case 'log':
            return {
                event: 'log',
                fields: { ...(event.label === undefined ? {} : { label: event.label }), message: event.message },
            };
        case 'warning':
            return { event: 'warning', fields: { message: event.message } };
        case 'output':
        case 'console':
        case 'ended':
            return undefined;
    }
}

// EXTERNAL MODULE: ./lib/operations/run-result.js
var run_result = __webpack_require__(63267);
// EXTERNAL MODULE: ./lib/journal/json.js
var json = __webpack_require__(68651);
;// CONCATENATED MODULE: ./lib/runtime/worker/errors.js

const KNOWN = new Set(['name', 'message', 'stack', 'cause']);
const MAX_CAUSES = 8;
/** Thrown at the place of an effect that was cancelled, timed out or withdrawn; the same on every replay. */
class EffectCancelledError extends Error {
    effectId;
    reason;
    timedOut;
    constructor(effectId, reason, timedOut = false) {
        super(reason === '' ? `Effect ${effectId} was cancelled` : `Effect ${effectId} was cancelled: ${reason}`);
        this.name = 'EffectCancelledError';
        this.effectId = effectId;
        this.reason = reason;
        this.timedOut = timedOut;
    }
}
/** An attempt was lost with its job too often (or once, with `onLost: 'fail'`). */
class LostEffectError extends Error {
    effectId;
    losses;
    constructor(effectId, losses, message) {
        super(message ?? `Effect ${effectId} was lost with its job ${losses} time(s)`);
        this.name = 'LostEffectError';
        this.effectId = effectId;
        this.losses = losses;
    }
}
/** The code asks for other steps than the journal holds. The report is in `message`. */
class DivergenceError extends (/* unused pure expression or super */ null && (Error)) {
    name = 'DivergenceError';
}
function ownFields(error) {
    const fields = {};
    for (const [key, value] of Object.entries(error)) {
        if (KNOWN.has(key))
            continue;
        try {
            fields[key] = (0,json/* toJson */.aB)(value, key).json;
        }
        catch {
            fields[key] = String(value); // an error must never fail to be reported for a field of its own
        }
    }
    return Object.keys(fields).length === 0 ? undefined : fields;
}
/** Whatever was thrown, as data: `name`, `message`, `stack`, `cause` and own fields. Never throws. */
function serializeError(thrown, depth = 0) {
    try {
        if (thrown === null || typeof thrown !== 'object') {
            return { name: 'Error', message: typeof thrown === 'string' ? thrown : String(thrown) };
        }
        const error = thrown;
        const isError = thrown instanceof Error || typeof error.message === 'string';
        const result = {
            name: typeof error.name === 'string' ? error.name : (thrown.constructor?.name ?? 'Object'),
            message: isError ? String(error.message) : (JSON.stringify(thrown) ?? String(thrown)),
        };
        if (typeof error.stack === 'string')
            result.stack = error.stack;
        const data = ownFields(thrown);
        if (data !== undefined)
            result.data = data;
        if (error.cause !== undefined && depth < MAX_CAUSES)
            result.cause = serializeError(error.cause, depth + 1);
        return result;
    }
    catch (failure) {
        return { name: 'Error', message: `an error that cannot be read (${String(failure)})` };
    }
}
/** The error that a process catches: live as after a replay it is made from the journal's words. */
function rehydrateError(serialized) {
    const { data } = serialized;
    const fields = data !== null && typeof data === 'object' && !Array.isArray(data) ? data : {};
    if (serialized.name === 'LostEffectError') {
        return new LostEffectError(String(fields['effectId'] ?? ''), Number(fields['losses'] ?? 1), serialized.message);
    }
    const error = new Error(serialized.message);
    Object.defineProperty(error, 'name', { value: serialized.name, configurable: true, writable: true });
    if (serialized.stack !== undefined)
        error.stack = serialized.stack;
    else
        error.stack = `${serialized.name}: ${serialized.message}`;
    if (serialized.cause !== undefined)
        error.cause = rehydrateError(serialized.cause);
    for (const [key, value] of Object.entries(fields)) {
        if (!KNOWN.has(key) && key !== '__proto__')
            Reflect.set(error, key, value);
    }
    if (data !== undefined && Object.keys(fields).length === 0)
        Reflect.set(error, 'data', data);
    return error;
}

// EXTERNAL MODULE: ./lib/operations/family.js
var family = __webpack_require__(49866);
// EXTERNAL MODULE: ./lib/operations/start.js
var start = __webpack_require__(63716);
;// CONCATENATED MODULE: ./lib/operations/subprocess.js
/** ctx.subprocess: a run of its own in the same store, linked both ways. */








/** Starts the child, or carries it on. A child that waits leaves the effect pending. */
async function runChild(options, request, failures, signal) {
    const runId = (0,family/* childRunId */.Hs)(options.run.runId, request.effectId, failures);
    let child;
    try {
        const there = await options.store.exists(runId);
        if (signal.aborted && !there)
            return { status: 'stopped', exit: null };
        child = there ? await openChild(options, request, runId) : await startChild(options, request, runId);
    }
    catch (error) {
        // What the process asked for cannot be started: that is its failure, not the engine's.
        if (error instanceof errors/* UsageError */.eb)
            return { status: 'error', error: serializeError(error) };
        throw error;
    }
    return driveChild(options, request, child, signal);
}
/** Its branch is no more to be trusted than that of any run: it runs the entry that was asked for, in code that may run. */
async function openChild(options, request, runId) {
    const { store, world, vet } = options;
    const child = await store.open(runId);
    const recorded = external_node_path_.resolve(store.importDir(runId), child.metadata().entrypoint.importPath);
    const asked = external_node_path_.resolve(world.workspace, entryOf(request).replace(/#[^#]*$/, ''));
    if (recorded !== asked)
        throw new errors/* LonghaulError */.BQ('OTHER_ENTRY', `Run ${runId} was started for ${recorded}, and run ${options.run.runId} asks for ${asked}`, { hint: 'Somebody changed the run of the subprocess: halt it, and retry the run that asked for it.' });
    await vet?.(child);
    return child;
}
function entryOf(request) {
    const asked = JSON.parse(request.args);
    return String((0,decode/* isObject */.Gv)(asked) ? asked.entry : undefined);
}
async function driveChild(options, request, child, signal) {
    const shutdown = new AbortController();
    const cancel = new AbortController();
    const onAbort = () => {
        const { kind, message } = signal.reason;
        if (kind === 'shutdown')
            shutdown.abort();
        else {
            // Told at once, since it is driven here; the message stands for it should this driver be lost.
            cancel.abort(message);
            cancelChild(child, request, message).catch((error) => options.world.report({
                type: 'warning',
                message: `Run ${child.runId} is cancelled here, and no message says so: ${error.message}`,
            }));
        }
    };
    if (signal.aborted)
        await cancelChild(child, request, signal.reason.message);
    else
        signal.addEventListener('abort', onAbort, { once: true });
    try {
        const { retry: _r, first: _f, drained: _d, passedOn: _p, leftOver: _l, ...inherited } = options;
        const result = await driveRun({
            ...inherited,
            run: child,
            cancel: cancel.signal,
            cancelMessage: cancelId(request),
            // When the driver must go, there is no time to tell one run after the other.
            shutdown: AbortSignal.any([shutdown.signal, ...(options.shutdown ? [options.shutdown] : [])]),
        });
        if (result.terminal !== undefined && !result.already)
            options.childEnded?.(child);
        return signal.aborted ? { status: 'stopped', exit: null } : outcomeOf(result);
    }
    catch (error) {
        // Somebody else drives the child: its end is found by whoever carries us on.
        if (error instanceof errors/* LeaseHeldError */._i)
            return { status: 'stopped', exit: null };
        if (error instanceof errors/* LonghaulError */.BQ && error.code === 'PROCESS_LOAD')
            return { status: 'error', error: serializeError(error) };
        throw error;
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
/** The same message however often it is sent (M1). */
const cancelId = ({ effectId }) => `${effectId}.cancel`;
async function cancelChild(child, request, reason) {
    const { state } = child.load();
    if (state.terminal !== undefined)
        return;
    await child.mailbox.deliver({
        id: cancelId(request),
        attempt: state.attempt,
        at: state.createdAt,
        kind: 'cancel',
        reason,
    });
}
function outcomeOf(result) {
    const { runId, status, error } = result;
    if (status === 'completed')
        return { status: 'ok', value: JSON.parse(result.output ?? 'null') };
    if (status !== 'failed' && status !== 'canceled' && status !== 'halted')
        return { status: 'stopped', exit: null };
    const failed = error ?? { name: 'ChildRunError', message: `run ${runId} is ${status}` };
    return {
        status: 'error',
        error: { ...failed, data: { ...((0,decode/* isObject */.Gv)(failed.data) ? failed.data : {}), runId, status } },
    };
}
async function startChild({ store, run, world }, request, runId) {
    const asked = JSON.parse(request.args);
    const inputs = (0,decode/* isObject */.Gv)(asked) ? asked.inputs : undefined;
    const entry = entryOf(request);
    return (0,start/* startRun */.A)({
        store,
        runId,
        entry: (0,code/* parseEntry */.ER)(entry, world.workspace),
        inputs,
        processId: `${run.metadata().processId}.${external_node_path_.basename(entry).replace(/[#.].*$/, '')}`,
        workspace: world.workspace,
        created: { parent: { runId: run.runId, effectId: request.effectId } },
    });
}

;// CONCATENATED MODULE: ./lib/operations/leased.js
/** One lease's time with a run: replay, drive, journal how it ended, make it durable, then say so. */



















/** `tried`: names of messages that were dealt with under earlier leases of this job. @throws what driveRun throws */
async function driveLeased(options, lease, tried) {
    const { run } = options;
    const { journal } = lease;
    const { state } = journal;
    let savedSeq = state.head.seq;
    const talk = options.talk?.({
        runDir: run.runDir,
        journal,
        events: () => run.events(),
        saved: () => driver.saver.now(),
        isSaved: () => savedSeq >= state.head.seq,
        soon: () => driver.saver.soon(),
        now: () => options.world.clock.now(),
        after: (ms, fn) => options.world.clock.after(ms, fn),
        warn: (message) => world.report({ type: 'warning', message }),
        commit: () => run.place?.commit,
    });
    const progress = recordingProgress(options.world, run.runDir, run.runId);
    const world = {
        ...progress.world,
        ...(talk === undefined ? {} : { ask: talk.ask }),
    };
    const by = state.terminal !== undefined && options.retry !== undefined && (0,reopen/* mayRetry */.KO)(state, options.onCodeChange)
        ? options.retry.by
        : undefined;
    const { segments } = lease.loaded.refs;
    const shared = (0,segment_check/* sharesOf */.AR)(segments);
    if (state.terminal !== undefined && by === undefined) {
        if (!areSound())
            throw drive_errors/* STALE_CACHE */.vG;
        // The driver that ended it may have been killed before it said so (T11).
        (0,operations_final/* persistFinal */.de)(journal, world.workspace);
        await (0,operations_final/* saveLast */.mk)(lease, state, {});
        (0,operations_final/* announceEnd */.Jd)(journal);
        const result = { ...(0,run_result/* resultOf */.B)(run, state, undefined), already: true };
        await talk?.end(result.status);
        progress.close();
        return { ...result, troubles: talk?.troubles ?? [] };
    }
    (0,engine_version/* refuseNewerEngine */._)(state);
    const code = new CarriedCode(journal, options.store.importDir(run.runId), world.workspace, options.onCodeChange, options.workspaceCommit);
    const retry = by === undefined ? [] : (0,reopen/* effectsToReopen */.v5)(state);
    const driver = new Driver({
        journal,
        world,
        limits: options.limits,
        execute: options.execute,
        restartAfterEach: options.restartAfterEach === true,
        saveMode: options.save ?? 'each',
        retry,
        refs: lease.loaded.refs,
        shared,
        ownerToken: options.owner.token,
        env: (0,environment/* cleanEnvironment */.h)(world.env),
        processEnv: originEnvironment(state.created),
        init: {
            runId: run.runId,
            processId: state.processId,
            runDir: run.runDir,
            artifactsDir: layout/* paths */.f0.artifacts(run.runDir),
            workspace: code.repository,
            entry: code.entry,
            inputs: (0,reader/* readInputs */.Ko)(run.runDir),
            createdAt: state.createdAt,
            seed: state.created?.seed,
            code: code.serve,
            nonInteractive: journal.run.nonInteractive === true,
            origin: state.created?.origin ?? null,
            secrets: world.secrets,
        },
        async save() {
            const { seq } = state.head;
            await lease.save({ mail: mail.take(), ...(talk && { index: talk.index() }) });
            savedSeq = seq;
        },
        onReplayed(dropped) {
            if (by !== undefined)
                journal.append([(0,reopen/* retriedEvent */.OW)(state, by, retry, dropped, world.clock.now())]);
            world.report({ type: 'started', attempt: state.attempt, replayed: state.settlements });
            const { workspaceCommit: commit = '' } = options;
            if (commit !== '' && commit !== state.workspaceCommit)
                journal.append([{ type: 'WORKSPACE_CHANGED', data: { commit } }]);
            code.agreed(by ?? options.actor);
            options.first?.(lease, driver);
            isReplayed = true;
            cancelling.now();
        },
        onReady: () => void ready(),
        onCode: (files) => code.loaded(files),
        runChild: (request, failures, signal) => runChild(options, request, failures, signal),
        explain: (facts) => code.explain(facts, run),
    });
    const warn = (message) => world.report({ type: 'warning', message });
    const mail = new MailReader({ run, lease, driver, talk, tried, warn });
    let isReplayed = false;
    const cancelRun = (messageId) => {
        if (isReplayed)
            driver.cancelRun(String(options.cancel?.reason), undefined, messageId);
    };
    const cancelling = onAbort(options.cancel, () => {
        const { cancelMessage: id } = options;
        if (id === undefined || !state.messages.has(id))
            cancelRun(id);
    });
    const letGo = [
        onAbort(options.shutdown, () => {
            // What is being cancelled has no time left for its clean-up: a second cancel seals at once (E6).
            if (isReplayed && options.cancel?.aborted === true)
                cancelRun(undefined);
            else
                driver.shutdown();
        }),
        onAbort(options.drain, () => driver.drain()),
    ];
    try {
        talk?.open();
        const running = driver.run();
        for (const { now } of letGo)
            now();
        // While the worker replays from the packed segments, they are held against the files they stand for; it joins in.
        if (!areSound())
            driver.stop(drive_errors/* STALE_CACHE */.vG);
        const end = await running.catch((error) => {
            throw !isReplayed && isOfCache(error) ? drive_errors/* STALE_CACHE */.vG : error;
        });
        await mail.close();
        await endRun(driver, end);
        for (const message of end.end === undefined ? [] : (0,ending/* warningsOf */.nZ)(end.end))
            warn(message);
        if (end.stopped === 'waiting' && options.claim !== undefined) {
            Object.assign(end, await claimExternal(journal, end.pending, driver.effects, options.claim));
            if (options.claim.owner === undefined && end.sentOut?.length)
                tell(options.leftOver);
        }
        const result = (0,run_result/* resultOf */.B)(run, state, end);
        talk?.close();
        if (end.end === undefined && end.stopped !== 'shutdown')
            await talk?.pause(result.status);
        await driver.saver.close();
        if (end.end !== undefined)
            (0,operations_final/* persistFinal */.de)(journal, world.workspace);
        progress.close();
        const last = { mail: mail.take(), ...(talk && { index: talk.index() }) };
        await (end.end === undefined ? (0,operations_final/* saveLast */.mk)(lease, state, last) : (0,operations_final/* saveEnd */.dw)(run, lease, last));
        if (end.end !== undefined)
            (0,operations_final/* announceEnd */.Jd)(journal);
        if (end.stopped !== 'shutdown')
            await talk?.end(result.status);
        world.report({ type: 'ended', status: result.status, error: result.error });
        return { ...result, receipts: mail.receipts, troubles: talk?.troubles ?? [] };
    }
    finally {
        for (const { off } of [cancelling, ...letGo])
            off();
        talk?.close();
        await mail.close();
        await driver.saver.close();
        progress.close();
    }
    function areSound() {
        try {
            return (0,segment_check/* checkSegments */.hc)(run.runDir, segments, lease.loaded.names, shared).length === 0;
        }
        catch {
            return false; // the files will say what is wrong, if it is not a segment alone
        }
    }
    /** The worker could not read a segment. */
    function isOfCache(error) {
        return error instanceof errors/* DamageError */.wc && (0,external_node_path_.dirname)(error.path ?? '') === layout/* paths */.f0.segments(run.runDir);
    }
    /** What waits in the mailbox comes first: a late result of what would be lost otherwise counts. */
    async function ready() {
        const go = driver.hold();
        try {
            await mail.open();
            driver.saver.open();
            if (options.claim !== undefined)
                await settleLost(state, driver.effects, options.claim);
        }
        catch (error) {
            driver.stop(error);
        }
        finally {
            go();
        }
    }
    async function endRun({ effects }, { end, stopped }) {
        await effects.leave(end === undefined ? undefined : (0,ending/* withdrawalReason */.uX)(end));
        if (stopped === 'time-limit')
            tell(options.drained);
        if (end === undefined)
            return;
        (0,ending/* journalEnd */.J_)(journal, end, end.type === 'sealed' ? undefined : options.passedOn?.(state));
    }
    function tell(dispatched) {
        const event = dispatched?.(state);
        if (event !== undefined)
            journal.append([event]);
    }
}
/** Calls `act` when the signal fires; `now`: if it has fired already. */
function onAbort(signal, act) {
    signal?.addEventListener('abort', act, { once: true });
    return {
        now: () => {
            if (signal?.aborted === true)
                act();
        },
        off: () => signal?.removeEventListener('abort', act),
    };
}

;// CONCATENATED MODULE: ./lib/operations/session.js
/** A driver's time with a run: take the lease, drive, give it back, look for late mail. */










/** A lease that is held for longer than this is a driver's: looks, and ms between them. */
const SHORT_LEASES = 3;
const SHORT_LEASE_MS = 400;
/**
 * Drives a run until it ends or waits.
 * @throws LeaseHeldError, LeaseLostError, DamageError, NotSavedError, LonghaulError (DIVERGED, CODE_CHANGED,
 *   PROCESS_STUCK, PROCESS_LOST, PROCESS_LOAD, ENGINE_TOO_OLD, RETRY_REFUSED)
 */
async function driveRun(options) {
    // It starts while the lease is taken and the journal read.
    (0,spare/* warmUp */.lM)({ env: (0,environment/* cleanEnvironment */.h)(options.world.env), memoryMb: options.limits.memoryMb });
    try {
        return await drive(options);
    }
    finally {
        await (0,spare/* coolDown */.OG)();
    }
}
async function drive(options) {
    const { run } = options;
    const tried = new Set();
    let result = await takeAndDrive(options, tried);
    for (let held = 0;;) {
        const { receipts } = result;
        const ended = (0,endings/* isEnded */.pl)(result.status);
        const isStopping = options.shutdown?.aborted === true || options.drain?.aborted === true;
        if (!ended && isStopping)
            return result;
        try {
            if (ended) {
                const late = await (0,operations_mail/* answerLateMail */.i6)(run, options.late);
                const troubles = [...result.troubles, ...late.troubles];
                return { ...result, receipts: [...receipts, ...late.receipts], troubles };
            }
            // Mail that came while we let go of the lease would wait for nobody (design §1).
            if (!(await run.mailbox.names()).some((name) => !tried.has(name)))
                return result;
        }
        catch (error) {
            // How the run stands is saved and told: nothing of that changes any more.
            const trouble = `its mailbox could not be looked into: ${error.message}`;
            return { ...result, troubles: [...result.troubles, trouble] };
        }
        try {
            const { first: _first, retry: _retry, ...again } = options;
            const next = await takeAndDrive(again, tried);
            const troubles = [...result.troubles, ...next.troubles];
            result = { ...next, already: false, receipts: [...receipts, ...next.receipts], troubles };
        }
        catch (error) {
            if (!(error instanceof errors/* LeaseHeldError */._i))
                throw error;
            // Whoever drives it reads the mail; whoever only changes something lets go at once, and leaves it to us.
            held += 1;
            if (held > SHORT_LEASES)
                return result;
            await (0,promises_.setTimeout)(SHORT_LEASE_MS);
        }
    }
}
async function takeAndDrive(options, tried) {
    try {
        return await withLease(options, tried, 'trust');
    }
    catch (error) {
        if (error !== drive_errors/* STALE_CACHE */.vG)
            throw error;
        return await withLease(options, tried, 'ignore');
    }
}
async function withLease(options, tried, segments) {
    const lease = await options.run.acquire(options.owner, { segments });
    let result;
    try {
        result = await driveLeased(options, lease, tried);
    }
    catch (error) {
        await lease.release().catch(() => { }); // the first error is the one reported
        throw error;
    }
    await lease.release();
    return result;
}


/***/ }),

/***/ 63716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ startRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76786);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68651);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94904);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23405);
/* harmony import */ var _code_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45203);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85008);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3553);
/** Makes a run: nothing of the process is loaded yet. */








/** @throws UsageError for an impossible id, RunExistsError */
async function startRun(options) {
    const { store, entry, workspace, redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactor */ .$p)([]) } = options;
    const runId = options.runId === undefined ? (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ulid */ .Z0)() : (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRunId */ .np)(options.runId);
    const processId = options.processId ?? node_path__WEBPACK_IMPORTED_MODULE_0__.basename(entry.path).replace(/\.[^.]*$/, '');
    const commit = options.commit ?? (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .commitOf */ .D)(workspace);
    return store.create({
        runId,
        processId,
        entrypoint: {
            importPath: node_path__WEBPACK_IMPORTED_MODULE_0__.relative(store.importDir(runId), entry.path).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/'),
            exportName: entry.exportName ?? _code_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_EXPORT */ .D9,
        },
        ...(options.inputs === undefined
            ? {}
            : { inputs: (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)((0,_journal_json_js__WEBPACK_IMPORTED_MODULE_2__/* .toJson */ .aB)(options.inputs, 'inputs').json, redact) }),
        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .sw)({
            request: (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)(options.request, redact),
            prompt: (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)(options.prompt, redact),
            harness: options.harness,
            processRevision: options.processRevision,
            nonInteractive: options.nonInteractive,
            files: options.files,
        }),
        created: {
            engine: _version_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSION */ .x,
            ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .sw)({
                commit: commit === '' ? undefined : commit,
                actor: options.actor,
                origin: options.origin,
            }),
            ...options.created,
        },
    });
}


/***/ }),

/***/ 49082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ ProcessHost)
});

// EXTERNAL MODULE: ./lib/runtime/spare.js + 1 modules
var spare = __webpack_require__(72764);
;// CONCATENATED MODULE: ./lib/runtime/v8-flags.js
/**
 * Flags of V8, which hold for all threads of the program. As late as may be: once one is changed, Node compiles its own
 * modules anew, which would double the start of a worker. Its module is loaded late for the same reason.
 */
const set = (flag) => process.getBuiltinModule('node:v8').setFlagsFromString(flag);
/**
 * V8 of Node 24 can abort the whole program when two threads free WebAssembly wrappers that were compiled anew after so
 * many calls (Runtime_TierUpWasmToJSWrapper); Node's own TypeScript loader is WebAssembly. They stay as they are.
 */
function keepWrappers() {
    set('--wasm-wrapper-tiering-budget=1000000000');
}
/** In a long run the young generation of a thread would grow to 64 MiB, nearly all of it garbage: it stays as it is. */
function stayYoung() {
    set('--semi-space-growth-factor=1');
}

;// CONCATENATED MODULE: ./lib/runtime/host.js


const ENDED = new Set(['returned', 'threw', 'halted', 'diverged', 'crashed']);
class ProcessHost {
    worker;
    events;
    limits;
    over = false;
    idle = false;
    /** Number of the last settlement that went over: an idle from before it is out of date. */
    sent = 0;
    pings = 0;
    listeners = new Map();
    watchdog;
    /** Steps that run in it. */
    steps = new Set();
    constructor(init, env, events, limits) {
        this.events = events;
        this.limits = limits;
        this.worker = (0,spare/* takeWorker */.gl)({ env, memoryMb: limits.memoryMb });
        this.worker.postMessage({ type: 'init', init, env });
        this.worker.stdout.setEncoding('utf8').on('data', (text) => events.output('stdout', text));
        this.worker.stderr.setEncoding('utf8').on('data', (text) => events.output('stderr', text));
        this.worker.on('message', (message) => this.receive(message));
        this.worker.on('error', (error) => this.failed(error));
        this.worker.on('exit', (code) => {
            this.lose('exit', {
                name: 'ProcessExitError',
                message: `the process ended its worker (exit code ${code})`,
            });
        });
        this.watch();
    }
    /** Quiet: it does nothing until it gets a settlement. */
    get isIdle() {
        return this.idle;
    }
    settle(settlements) {
        const last = settlements.at(-1);
        if (last === undefined)
            return;
        this.sent = last.index;
        this.send({ type: 'settle', settlements });
    }
    startStep(effectId, attempt, idempotencyKey) {
        this.steps.add(effectId);
        this.send({ type: 'start-step', effectId, attempt, idempotencyKey });
    }
    abortStep(effectId, reason, timedOut) {
        this.send({ type: 'abort-step', effectId, reason, timedOut });
    }
    /** The step has been settled without it; what it still says is ignored (E4). */
    abandonStep(effectId) {
        this.steps.delete(effectId);
        this.send({ type: 'abandon-step', effectId });
    }
    /** Whether its loop turns at all within so many ms. */
    answers(ms) {
        return new Promise((resolve) => {
            const timer = setTimeout(() => resolve(false), ms).unref();
            this.pings += 1;
            this.listeners.set(this.pings, () => {
                clearTimeout(timer);
                resolve(true);
            });
            if (!this.over)
                this.worker.postMessage({ type: 'ping', id: this.pings });
        });
    }
    /** Ends the worker; nothing of it is heard any more. */
    async terminate() {
        this.end();
        await this.worker.terminate();
    }
    send(message) {
        if (this.over)
            return;
        this.idle = false;
        this.worker.postMessage(message);
        this.watch();
    }
    receive(message) {
        // Code of the process can reach the port, too: what it says there is none of ours.
        if (this.over || typeof message?.type !== 'string')
            return;
        if (message.type === 'pong') {
            this.listeners.get(message.id)?.();
            this.listeners.delete(message.id);
            this.watch();
            return;
        }
        if (message.type === 'idle') {
            this.watch();
            if (message.handed < this.sent)
                return; // out of date
            this.idle = true;
        }
        if (message.type === 'step-result')
            this.steps.delete(message.effectId);
        if (message.type === 'loaded')
            keepWrappers();
        if (message.type === 'replayed')
            stayYoung();
        if (ENDED.has(message.type))
            this.end();
        else
            this.watch();
        this.events.message(message);
    }
    end() {
        this.over = true;
        clearTimeout(this.watchdog);
    }
    failed(error) {
        const named = {
            name: error.name,
            message: error.message,
            ...(error.stack === undefined ? {} : { stack: error.stack }),
            ...(error.path === undefined ? {} : { data: { path: error.path } }),
        };
        this.lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'exit', named);
    }
    lose(cause, error) {
        if (this.over)
            return;
        this.end();
        this.events.lost(cause, error);
    }
    /** Asks for a sign of life; a step may hold the loop itself, so it is not counted (E4). */
    watch() {
        clearTimeout(this.watchdog);
        if (this.over || this.idle)
            return;
        this.watchdog = setTimeout(() => {
            if (this.steps.size > 0)
                return this.watch();
            this.pings += 1;
            this.worker.postMessage({ type: 'ping', id: this.pings });
            this.watchdog = setTimeout(() => {
                void this.worker.terminate();
                const seconds = Math.round(this.limits.loopMs / 1000);
                this.lose('loop', {
                    name: 'EndlessLoopError',
                    message: `the process has not given the event loop back for ${seconds} s`,
                });
            }, this.limits.loopMs / 2);
            this.watchdog.unref();
        }, this.limits.loopMs / 2);
        this.watchdog.unref();
    }
}


/***/ }),

/***/ 72764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OG: () => (/* binding */ coolDown),
  gl: () => (/* binding */ takeWorker),
  lM: () => (/* binding */ warmUp)
});

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/runtime/worker-url.js

/** Where the worker's entry lies, seen from the file that this code runs in. */
const places = [
    './worker/main.ts', // src/runtime/worker-url.ts
    './worker/main.js', // lib/runtime/worker-url.js
    './worker/index.js', // dist/index.js and its chunks
    '../worker/index.js', // dist/cli/main.js, dist/lib/*.js, dist/worker/index.js and their chunks
];
/** The entry of the process worker: source, compiled or bundled, whichever this code is itself. */
function workerUrl() {
    // Not `new URL('./literal', import.meta.url)`: the bundler would take the file for an asset.
    const here = import.meta.url;
    const found = places.map((place) => new URL(place, here)).find((url) => (0,external_node_fs_.existsSync)(url));
    if (!found)
        throw new Error(`The worker of Longhaul is missing beside ${here}`);
    return found;
}

;// CONCATENATED MODULE: ./lib/runtime/spare.js
/**
 * Workers, and one that is started before it is known what it shall run: a worker's start takes longer than everything
 * else about a resume, and goes on while the program is loaded, the lease taken and the journal opened.
 */


/** Of two threads that both take the default, Node's young generation alone holds a third of the memory. */
const YOUNG_MB = 16;
let spare;
function startWorker({ env, memoryMb }) {
    return new external_node_worker_threads_.Worker(workerUrl(), {
        env,
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
        name: 'longhaul process',
        // A process sees the engine's own flags otherwise (vitest's, for one).
        execArgv: [],
    });
}
/** Starts a worker for the run that will be driven next, unless there is one. It does not keep the program alive. */
function warmUp(options) {
    if (spare !== undefined)
        return;
    const worker = startWorker(options);
    worker.unref();
    const gone = () => {
        if (spare?.worker === worker)
            spare = undefined;
    };
    // Whoever takes it listens, too; until then nobody misses it.
    worker.on('error', gone).on('exit', gone);
    spare = { worker, memoryMb: options.memoryMb };
}
/** The spare worker, or a new one. Its environment becomes that of its `init` message. */
function takeWorker(options) {
    const ready = spare;
    if (ready === undefined || ready.memoryMb !== options.memoryMb)
        return startWorker(options);
    spare = undefined;
    ready.worker.ref();
    return ready.worker;
}
/** Ends the worker that nobody took. */
async function coolDown() {
    const unused = spare;
    spare = undefined;
    await unused?.worker.terminate();
}


/***/ })

};
