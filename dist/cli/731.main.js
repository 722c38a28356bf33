export const id = 731;
export const ids = [731];
export const modules = {

/***/ 3466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(89);
// EXTERNAL MODULE: ./lib/operations/status.js
var operations_status = __webpack_require__(6436);
;// CONCATENATED MODULE: ./lib/operations/events.js
/** run:events. Writes nothing. */


/** @throws DamageError */
function runEvents(run, filter = {}) {
    const { state } = run.load();
    const chosen = [...run.events()].filter((event) => filter.type === undefined || event.type === filter.type);
    if (filter.reverse === true)
        chosen.reverse();
    return {
        events: chosen.slice(0, filter.limit ?? chosen.length).map(operations_status/* eventDocument */.af),
        metadata: {
            processId: state.processId,
            stateVersion: state.head.seq,
            journalHead: state.head.seq === 0 ? null : { ...state.head },
            pendingEffectsByKind: (0,journal_state/* pendingByKind */.HE)(state),
        },
    };
}

// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/events.js
/** longhaul run:events */



const verb = async (invocation) => {
    const { flags, out } = invocation;
    const { run } = await (0,runs/* findRun */.Lc)(invocation);
    const found = runEvents(run, {
        limit: flags.number('limit'),
        reverse: flags.on('reverse'),
        type: flags.text('filter-type'),
    });
    out.document(found);
    for (const { seq, recordedAt, type, data } of found.events) {
        const effect = typeof data.effectId === 'string' ? `  ${data.effectId}` : '';
        out.line(`${String(seq).padStart(6, '0')}  ${recordedAt}  ${type}${effect}`);
    }
    if (found.events.length === 0)
        out.line('No such events');
    return { status: () => (0,journal_state/* statusOf */.c2)(run.load().state) };
};


/***/ }),

/***/ 7387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   S$: () => (/* binding */ outputSchemaOf),
/* harmony export */   Yw: () => (/* binding */ argumentList),
/* harmony export */   _r: () => (/* binding */ declaredTimeout),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   eB: () => (/* binding */ asObject)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1005);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1014);
/** Reads members of a task definition: made by the process's author, so anything may stand there. */


/** The value as an object, or undefined. */
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** The value as a text that says something, or undefined. */
function asText(value) {
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
/** Words of a command line; numbers and booleans become text. `where` is named when it is anything else. */
function argumentList(value, where) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw wrong(where, value, 'an array of strings');
    return value.map((item, i) => {
        if (typeof item === 'string')
            return item;
        if (typeof item === 'number' || typeof item === 'boolean')
            return String(item);
        throw wrong(`${where}[${i}]`, item, 'a string');
    });
}
/** Fails with what stands there and what may. */
function wrong(where, value, wanted) {
    const shown = value === undefined ? 'missing' : `${(JSON.stringify(value) ?? '').slice(0, 120)}`;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TaskDefinitionError */ .zF(`The task definition's ${where} is ${shown}; it must be ${wanted}.`);
}
/** The output schema of a definition: its own, or the one of its kind (`agent.outputSchema`); undefined when none. */
function outputSchemaOf(def, kind) {
    return asObject(def.outputSchema) ?? asObject(asObject(def[kind])?.outputSchema);
}
/**
 * The timeout that a definition declares, in ms: `timeout` or `timeoutMs`, its own or that of its kind
 * (`shell.timeout`, as Babysitter's process files write it). undefined when it declares none, 0 for "no limit".
 *
 * @throws UsageError for a value that is no duration
 */
function declaredTimeout(def, kind) {
    const own = asObject(def[kind]);
    const places = [
        [def.timeout, 'timeout'],
        [def.timeoutMs, 'timeoutMs'],
        [own?.timeout, `${kind}.timeout`],
        [own?.timeoutMs, `${kind}.timeoutMs`],
    ];
    const found = places.find(([value]) => value !== undefined && value !== null);
    return found === undefined ? undefined : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(found[0], found[1]);
}


/***/ }),

/***/ 1014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   tk: () => (/* binding */ TaskOutputError),
/* harmony export */   zF: () => (/* binding */ TaskDefinitionError)
/* harmony export */ });
/** A definition that cannot be run as it stands. Another attempt would meet it again, so it is never retried. */
class TaskDefinitionError extends Error {
    name = 'TaskDefinitionError';
}
/** What a worker gave as its result is not JSON, too large, or not what the output schema asks for. */
class TaskOutputError extends Error {
    name = 'TaskOutputError';
    data;
    constructor(message, data) {
        super(message);
        this.data = data;
    }
}
/** `name`, `message` and `data` as they go into EFFECT_RESOLVED; without a stack, which would only show the engine. */
function failure(name, message, data) {
    return data === undefined ? { name, message } : { name, message, data };
}
/** The failure in an error of ours; undefined for anything else, which is a fault of the engine. */
function failureOf(error) {
    if (error instanceof TaskOutputError)
        return failure(error.name, error.message, error.data);
    if (error instanceof TaskDefinitionError)
        return failure(error.name, error.message);
    return undefined;
}
/** At most `length` characters of a text, marked where it was cut. */
function shorten(text, length) {
    return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
/** The first line of a text that says something, shortened. */
function firstLine(text, length = 160) {
    const line = text.split('\n').find((part) => part.trim() !== '') ?? '';
    return shorten(line.trim(), length);
}
/** The last line of a text that says something, shortened. */
function lastLine(text, length = 300) {
    const line = text.split(/[\r\n]/).findLast((part) => part.trim() !== '') ?? '';
    return shorten(line.trim(), length);
}


/***/ }),

/***/ 2830:
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

/***/ 8413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Md: () => (/* binding */ payloadOf),
/* harmony export */   cU: () => (/* binding */ choicesOf)
/* harmony export */ });
/* unused harmony exports optionsOf, shownOf, filesOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6955);
/** What a breakpoint shows to people: read from its definition; files of its context, from the workspace. */



/** How much of a file, and of how many. */
const EXCERPT = 4000;
const MAX_FILES = 10;
/** What the process gave to `ctx.breakpoint`. */
function payloadOf(def) {
    const options = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(def.metadata) ? def.metadata : {};
    return { payload: (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(options.payload) ? options.payload : {}, options };
}
const optionsOf = (def) => payloadOf(def).options;
/** What people call an effect by, read from its definition: a breakpoint's own title; undefined: its label. */
function titleOf(kind, def) {
    return kind === 'breakpoint' ? shownOf(def, [], (text) => text).title : textOf(def.title);
}
/** The options that it offers to people; empty: there are none. */
const choicesOf = (def) => textsOf(payloadOf(def).payload.options);
function shownOf(def, files, redact) {
    const { payload, options } = payloadOf(def);
    const title = textOf(payload.title) ?? textOf(def.title) ?? 'Breakpoint';
    const context = contextText(payload.context);
    return {
        title: redact(title),
        question: redact(textOf(payload.question) ?? ''),
        ...(context === undefined ? {} : { context: redact(context) }),
        files,
        options: choicesOf(def).map(redact),
        expert: textsOf(options.expert).map(redact),
        tags: textsOf(options.tags).map(redact),
    };
}
const textOf = (value) => typeof value === 'string' && value.trim() !== '' ? value : undefined;
function textsOf(value) {
    const all = Array.isArray(value) ? value : [value];
    return all.filter((one) => typeof one === 'string');
}
/** Text as it is, anything else as JSON; files are shown by themselves. */
function contextText(context) {
    if (context === undefined || context === null)
        return undefined;
    if (typeof context === 'string')
        return textOf(context);
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(context))
        return JSON.stringify(context, null, 2);
    const { files: _, ...rest } = context;
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest, null, 2);
}
/** Files that the context names (`context.files`: paths, or objects with a `path`). */
function filesOf(def, place, redact) {
    const { context } = payloadOf(def).payload;
    const named = isObject(context) && Array.isArray(context.files) ? context.files : [];
    return named
        .map((file) => (isObject(file) ? textOf(file.path) : textOf(file)))
        .filter((name) => name !== undefined)
        .slice(0, MAX_FILES)
        .map((name) => shownFile(name, place, redact));
}
function shownFile(name, place, redact) {
    const { workspace, repositoryUrl, commit } = place;
    const file = inWorkspace(workspace, name);
    if (file === undefined)
        return { path: name, url: repositoryUrl, note: 'it does not lie in the workspace' };
    const encoded = file.relative.split('/').map(encodeURIComponent).join('/');
    const url = `${repositoryUrl}/blob/${commit === '' ? 'HEAD' : commit}/${encoded}`;
    let text;
    try {
        text = readFileSync(file.absolute, 'utf8');
    }
    catch {
        return { path: file.relative, url, note: 'it cannot be read' };
    }
    if (text.includes('\0'))
        return { path: file.relative, url, note: 'it is not text' };
    return { path: file.relative, url, excerpt: redact(text).slice(0, EXCERPT) };
}
/** A file of the workspace, links followed; nothing of git's own, which holds credentials. */
function inWorkspace(workspace, name) {
    try {
        const root = realpathSync(workspace);
        const absolute = realpathSync(path.resolve(root, name));
        const relative = path.relative(root, absolute).split(path.sep).join('/');
        const isInside = relative !== '' && !relative.startsWith('../') && !path.isAbsolute(relative);
        return isInside && !relative.split('/').includes('.git') ? { absolute, relative } : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ asAsked),
/* harmony export */   mp: () => (/* binding */ pendingEffects),
/* harmony export */   zz: () => (/* binding */ asRecorded)
/* harmony export */ });
/* harmony import */ var _breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8812);
/* harmony import */ var _tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2478);



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

/***/ 8812:
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
/* harmony import */ var _executors_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2830);
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

/***/ 5008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1597);
/* harmony import */ var _journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9138);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4904);
/**
 * Writes what happens to effects into the journal, and keeps the settlements on their way to the process.
 * Every settlement gets its number when it is journaled and goes to the process in that order (P1).
 */



class Recorder {
    journal;
    appended;
    redact;
    /** Journaled, not yet with the process. */
    outbound = [];
    /** Numbers of settlements that came by mail: the store must hold them first (E3). */
    byMail = [];
    /** `appended`: called after everything that was journaled. `redact`: what it takes out is not journaled. */
    constructor(journal, appended = () => { }, redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactor */ .$p)([])) {
        this.journal = journal;
        this.appended = appended;
        this.redact = redact;
    }
    /** Journals new requests in the order of their steps, in one batch. */
    requested(requests, noteOf) {
        const files = [];
        const events = [];
        for (const request of requests) {
            // What runs is the definition as it is; what is written of it, and of its name, has no secrets.
            const task = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeTask */ .Qy)(request, this.clean(request.def), JSON.parse(request.args));
            files.push(...task.files);
            const data = {
                effectId: request.effectId,
                invocationKey: request.invocationKey,
                invocationHash: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(request.invocationKey),
                stepId: request.stepId,
                taskId: request.taskId,
                kind: request.kind,
                label: this.redact(request.label),
                taskDefRef: task.taskDefRef,
                ...(task.inputsRef === undefined ? {} : { inputsRef: task.inputsRef }),
                ...(request.labels.length === 0 ? {} : { labels: this.clean(request.labels) }),
                argsDigest: request.argsDigest,
                after: request.after,
                waits: request.waits,
                site: request.site,
            };
            const { deadline, external, policy } = noteOf(request);
            if (deadline !== undefined)
                data.deadline = deadline;
            if (external)
                data.external = true;
            if (policy !== undefined)
                data.policy = policy;
            if (request.shielded)
                data.shielded = true;
            events.push({ type: 'EFFECT_REQUESTED', data });
        }
        this.journal.append(events, files);
        this.appended();
    }
    resolved(effect, said, details = {}) {
        const { timedOut: _, signalSeq, actor, messageId, ...times } = details;
        // The process gets what is journaled (live equals replay).
        const outcome = this.clean(said);
        const encoded = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeResult */ .Y0)({ ...identity(effect), ...times }, outcome);
        const event = {
            type: 'EFFECT_RESOLVED',
            data: {
                effectId: effect.effectId,
                status: outcome.status,
                resultRef: encoded.resultRef,
                ...(outcome.status === 'error' ? { error: outcome.error } : {}),
                ...defined({
                    stdoutRef: times.stdoutRef,
                    stderrRef: times.stderrRef,
                    startedAt: times.startedAt,
                    finishedAt: times.finishedAt,
                }),
                resultDigest: encoded.resultDigest,
                ...defined({ actor, messageId, signalSeq }),
            },
        };
        const handed = outcome.status === 'ok' ? { status: 'ok', value: encoded.valueText } : outcome;
        this.settle(effect, event, encoded.files, handed, messageId !== undefined || signalSeq !== undefined);
    }
    cancelled(effect, why, details = {}) {
        const reason = this.redact(why);
        const { event, files } = cancellation(effect, reason, details);
        const timedOut = details.timedOut === true;
        this.settle(effect, event, files, { status: 'cancelled', reason, timedOut }, details.messageId !== undefined);
    }
    settle(effect, event, files, outcome, byMail) {
        const [written] = this.journal.append([event], files);
        const index = this.journal.state.settlements;
        this.outbound.push({ index, effectId: effect.effectId, recordedAt: written?.recordedAt ?? '', outcome });
        if (byMail)
            this.byMail.push(index);
        this.appended();
    }
    append(event) {
        this.journal.append([this.clean(event)]);
        this.appended();
    }
    /** Without secrets: nothing else is journaled. */
    clean(value) {
        return (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactValue */ .FI)(value, this.redact);
    }
    /** Settlements on their way to the process. */
    get waiting() {
        return this.outbound.length;
    }
    /** Some of them may go only once the store holds what is journaled by now. */
    get held() {
        return this.byMail.length > 0;
    }
    /** Takes what may go to the process, in order. */
    take() {
        const [barrier] = this.byMail;
        const end = barrier === undefined ? this.outbound.length : this.outbound.findIndex(({ index }) => index >= barrier);
        return this.outbound.splice(0, end);
    }
    /** The store holds the settlements up to this number. */
    saved(settlements) {
        this.byMail = this.byMail.filter((index) => index > settlements);
    }
    /** A worker that is started now reads the journal itself. */
    restart() {
        this.outbound = [];
        this.byMail = [];
    }
}
/** EFFECT_CANCELLED with its result file. `withdrawn`: nobody cancelled it, the run ended before it was done. */
function cancellation(effect, reason, details = {}) {
    const { actor, messageId, timedOut, signalSeq: _, withdrawn, ...times } = details;
    const outcome = { status: 'cancelled', reason };
    const encoded = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeResult */ .Y0)({ ...identity(effect), ...times }, outcome);
    const flags = {
        timedOut: timedOut === true ? true : undefined,
        withdrawn: withdrawn === true ? true : undefined,
    };
    const data = {
        effectId: effect.effectId,
        reason,
        ...defined({ actor, messageId, ...flags }),
        resultRef: encoded.resultRef,
        resultDigest: encoded.resultDigest,
    };
    return { event: { type: 'EFFECT_CANCELLED', data }, files: encoded.files };
}
const identity = (effect) => ({
    effectId: effect.effectId,
    taskId: effect.request.taskId,
    invocationKey: effect.request.invocationKey,
});
/** The members that are not undefined. */
function defined(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 6436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   af: () => (/* binding */ eventDocument),
/* harmony export */   em: () => (/* binding */ runStatus),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _journal_final_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2545);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8174);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89);
/* harmony import */ var _journal_task_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9138);
/* harmony import */ var _stores_owner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(935);
/* harmony import */ var _stores_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7636);
/* harmony import */ var _pending_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4323);
/* harmony import */ var _reopen_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4647);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(111);










/** @throws DamageError */
async function runStatus(run, now = Date.now()) {
    const { state, run: metadata } = await loadOrSealed(run);
    const owner = state.terminal === undefined ? await run.owner() : undefined;
    const status = owner === undefined ? (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)(state, now) : 'running';
    const counts = (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_3__/* .pendingByKind */ .HE)(state);
    const pending = [...state.pending.values()];
    const autoRunnable = pending.filter((effect) => !(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_3__/* .waitsForOthers */ .Jt)(effect, now)).length;
    const last = (0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .listJournal */ .u4)(run.runDir).events.at(-1);
    const wakeAt = state.terminal === undefined ? (0,_stores_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .wakeTime */ .Ww)(state) : undefined;
    const failure = failureOf(state);
    return {
        runId: run.runId,
        state: status,
        lastEvent: last === undefined ? null : eventDocument((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j_)(run.runDir, last)),
        pendingByKind: counts,
        pendingEffectsSummary: {
            totalPending: pending.length,
            countsByKind: counts,
            autoRunnableCount: autoRunnable,
        },
        needsMoreIterations: status === 'created' || status === 'running',
        metadata: {
            processId: state.processId,
            stateVersion: state.head.seq,
            journalHead: state.head.seq === 0 ? null : { ...state.head },
            pendingEffectsByKind: counts,
            attempt: state.attempt,
        },
        completionProof: status === 'completed' ? (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_4__/* .completionProofOf */ .s2)(metadata) : null,
        pending: pendingDocuments(run.runDir, state),
        ...(owner === undefined ? {} : { driver: (0,_stores_owner_js__WEBPACK_IMPORTED_MODULE_5__/* .describeOwner */ .$S)(owner) }),
        ...(wakeAt === undefined ? {} : { wakeAt }),
        ...(state.terminal?.reason === undefined ? {} : { reason: state.terminal.reason }),
        ...(failure === undefined ? {} : { failure }),
    };
}
/** A damaged journal that was sealed says how the run ended. */
async function loadOrSealed(run) {
    try {
        return run.load();
    }
    catch (error) {
        return (0,_seal_js__WEBPACK_IMPORTED_MODULE_9__/* .sealedDespite */ .l7)(run, error);
    }
}
function eventDocument(event) {
    const { seq, ulid, type, recordedAt, data } = event;
    const filename = (0,_journal_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .eventFileName */ .MS)(seq, ulid);
    return { seq, ulid, type, recordedAt, filename, path: `journal/${filename}`, data };
}
function pendingDocuments(runDir, state) {
    return (0,_pending_js__WEBPACK_IMPORTED_MODULE_7__/* .pendingEffects */ .mp)(state, (0,_pending_js__WEBPACK_IMPORTED_MODULE_7__/* .asRecorded */ .zz)(runDir)).flatMap((shown) => {
        const effect = state.pending.get(shown.effectId);
        if (effect === undefined)
            return [];
        const { stepId, deadline } = effect.request;
        return {
            ...shown,
            stepId,
            requestedAt: effect.requestedAt,
            attempt: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_3__/* .attemptOf */ .tx)(effect),
            ...(deadline === undefined ? {} : { deadline }),
        };
    });
}
/** Why a run failed or was canceled, and whether it may be tried again. */
function failureOf(state) {
    const { terminal } = state;
    if (terminal?.error === undefined)
        return undefined;
    const { name, message, site } = terminal.error;
    return {
        name,
        message,
        ...(site === undefined ? {} : { site }),
        class: (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_0__/* .errorClassOf */ .ax)(terminal) ?? 'permanent',
        ...(terminal.effectId === undefined ? {} : { effectId: terminal.effectId }),
        retry: (0,_reopen_js__WEBPACK_IMPORTED_MODULE_8__/* .retryOf */ .W2)(state),
    };
}


/***/ }),

/***/ 2478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   Fg: () => (/* binding */ definitionOf),
/* harmony export */   Tt: () => (/* binding */ titleOfEffect),
/* harmony export */   Vk: () => (/* binding */ listTasks),
/* harmony export */   jl: () => (/* binding */ showTask)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6955);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8174);
/* harmony import */ var _breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8413);
/** task:list and task:show. Write nothing. */






/**
 * Sorted by effect id. The title stands in no event, as with Babysitter: each costs one small file, 0.2 s for 5,000
 * tasks, which is cheaper than to carry it in every event of every run.
 */
function listTasks(run, filter = {}) {
    const { state } = run.load();
    const effects = [...(filter.pending === true ? state.pending : state.effects).values()];
    return effects
        .filter(({ request }) => filter.kind === undefined || request.kind === filter.kind)
        .map((effect) => taskDocument(run.runDir, effect))
        .sort((a, b) => (a.effectId < b.effectId ? -1 : 1));
}
/** @throws LonghaulError (EFFECT_NOT_FOUND), DamageError */
function showTask(run, effectId) {
    const effect = run.load().state.effects.get(effectId);
    if (effect === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LonghaulError */ .BQ('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${run.runId}`, {
            hint: `See its effects with \`longhaul task:list ${run.runId}\`.`,
        });
    }
    const resolver = new _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .RefResolver */ .uY(run.runDir);
    const document = taskDocument(run.runDir, effect);
    const result = readObject(resolver, document.resultRef);
    const blob = result?.resultRef;
    return {
        effect: document,
        task: readObject(resolver, document.taskDefRef),
        result,
        largeResult: typeof blob === 'string' ? blob : null,
    };
}
function taskDocument(runDir, effect) {
    const { request, settlement, status, requestedAt } = effect;
    const { effectId, taskId, stepId, kind, label, labels, taskDefRef, inputsRef } = request;
    return {
        effectId,
        taskId,
        stepId,
        status,
        kind,
        label: label ?? taskId,
        title: titleOfEffect(runDir, effect),
        ...(labels === undefined ? {} : { labels }),
        taskDefRef,
        inputsRef: inputsRef ?? null,
        resultRef: settlement?.resultRef ?? null,
        stdoutRef: settlement?.stdoutRef ?? null,
        stderrRef: settlement?.stderrRef ?? null,
        requestedAt,
        ...(settlement === undefined ? {} : { resolvedAt: settlement.at }),
    };
}
/** What people call an effect by. */
function titleOfEffect(runDir, { request }) {
    const { kind, taskDefRef, label, taskId } = request;
    return (0,_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(kind, definitionOf(runDir, taskDefRef)) ?? label ?? taskId;
}
/** The definition of an effect, for what people are shown of it; what is damaged or not there is empty. */
function definitionOf(runDir, ref) {
    try {
        return readObject((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .resolverOf */ .EM)(runDir), ref) ?? {};
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc)
            return {};
        throw error;
    }
}
/** A JSON object that the journal refers to; null when there is no such file. @throws DamageError */
function readObject(resolver, ref) {
    if (ref === null)
        return null;
    const file = resolver.resolve(ref, 'the journal');
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if ((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error))
            return null;
        throw error;
    }
    const value = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${file} is cut off or holds no object`, file);
    return value;
}


/***/ }),

/***/ 4904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   FI: () => (/* binding */ redactValue),
/* harmony export */   Kp: () => (/* binding */ redactJson),
/* harmony export */   XF: () => (/* binding */ REDACTED)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8995);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/** Takes secrets out of text before it is written anywhere (contract §3): by value, and by the shape of tokens. */



/** What stands where a secret was. */
const REDACTED = '***';
/** Shorter values, and shorter lines of values, would tear words apart: they are left to the platform's masks. */
const SHORTEST = 6;
/** Every known shape has a long word of mixed letters, */
const MIXED_WORD = /(?<![\w-])(?=[\w-]{20})(?:(?=[\w-]*[a-z])(?=[\w-]*[A-Z\d])|(?=[\w-]*[A-Z])(?=[\w-]*\d))/;
/** or is a password in an address, begins like a key or a header, or is named. */
const TELLTALE = /:\/\/[^\s/@:]{0,256}:[^\s/@]{1,256}@|-----BEGIN|authorization|secret/i;
/** The same in JSON, where a character may take six. */
const TELLTALE_IN_JSON = /:\/\/[^\s/@:]{0,1536}:[^\s/@]{1,1536}@|-----BEGIN|authorization|secret/i;
/** The long words that runs are full of: ULIDs, UUIDs, commits, digests. */
const IDS = /(?<![\w-])(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f-]{20,64})(?![\w-])/g;
/**
 * A function that gives the text without secrets: those given, as they are or encoded (base64 wherever it begins, of
 * addresses, of JSON), each line of one with several, and whatever has the shape of a token or a key.
 *
 * @param onFirst called once, when something was taken out for the first time
 */
function redactor(secrets, onFirst) {
    const forms = formsOfAll(secrets);
    const values = pattern(forms);
    // What would be found in a text stands once more in JSON when the text does.
    const valuesInJson = pattern(new Set([...forms, ...[...forms].map(inJson)]));
    let isFirst = true;
    const redact = (text) => {
        const named = values === undefined ? text : text.replace(values, REDACTED);
        const clean = isSuspicious(named, TELLTALE) ? withoutRanges(named, shapes()(named)) : named;
        if (isFirst && clean !== text) {
            isFirst = false;
            onFirst?.();
        }
        return clean;
    };
    const mayChange = (text) => (valuesInJson !== undefined && text.search(valuesInJson) >= 0) || isSuspicious(text, TELLTALE_IN_JSON);
    return Object.assign(redact, { mayChange });
}
function isSuspicious(text, telltale) {
    return telltale.test(text) || (MIXED_WORD.test(text) && MIXED_WORD.test(text.replace(IDS, '')));
}
/** Every string, key and number of a JSON value redacted by itself. The very same value when nothing is. */
function redactValue(value, redact) {
    // To look at all of it at once costs a fraction of looking at each part.
    if (typeof value === 'object' && redact.mayChange?.(JSON.stringify(value)) === false)
        return value;
    let isChanged = false;
    const clean = (text) => {
        const redacted = redact(text);
        isChanged ||= redacted !== text;
        return redacted;
    };
    const walk = (part) => {
        if (typeof part === 'string')
            return clean(part);
        if (typeof part === 'number') {
            const text = String(part);
            const redacted = clean(text);
            return redacted === text ? part : redacted;
        }
        if (Array.isArray(part))
            return part.map(walk);
        if (typeof part !== 'object' || part === null)
            return part;
        return Object.fromEntries(Object.entries(part).map(([key, each]) => [clean(key), walk(each)]));
    };
    const redacted = walk(value);
    return isChanged ? redacted : value;
}
/** A JSON text redacted so that it stays JSON. The very same text when nothing is. @throws SyntaxError when there is no JSON in it */
function redactJson(json, redact) {
    // A replay asks this of every request.
    if (redact.mayChange?.(json) === false)
        return json;
    const value = JSON.parse(json);
    const redacted = redactValue(value, redact);
    return redacted === value ? json : JSON.stringify(redacted);
}
function withoutRanges(text, ranges) {
    let clean = '';
    let from = 0;
    for (const [start, end] of ranges) {
        clean += text.slice(from, start) + REDACTED;
        from = end;
    }
    return from === 0 ? text : clean + text.slice(from);
}
/** All that is taken out. */
function formsOfAll(secrets) {
    const values = new Set();
    for (const secret of secrets) {
        const lines = secret.split(/\r\n?|\n/).map((line) => line.trim());
        for (const value of [secret, ...lines]) {
            if (value.length < SHORTEST)
                continue;
            for (const form of formsOf(value))
                values.add(form);
        }
    }
    return values;
}
/** undefined: there are no values. The longest is tried first, so that no rest of one is left. */
function pattern(values) {
    if (values.size === 0)
        return undefined;
    const longest = [...values].sort((a, b) => b.length - a.length);
    return new RegExp(longest.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}
function formsOf(value) {
    const address = encodeURIComponent(value.toWellFormed());
    const json = inJson(value);
    const forms = [
        value,
        json,
        // JSON in a string of JSON, as results of programs often are.
        inJson(json),
        address,
        address.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        address.replaceAll('%20', '+'),
    ];
    for (const before of [0, 1, 2]) {
        const base64 = withinBase64(value, before);
        // In a longer text less than this is chance.
        if (base64.length >= 8)
            forms.push(base64, base64.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}
const inJson = (text) => JSON.stringify(text).slice(1, -1);
/** What a base64 text has of the value, whatever else it encodes, when the value begins at byte 3n + `before`. */
function withinBase64(value, before) {
    const bytes = Buffer.from(value);
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const from = Math.ceil((before * 8) / 6);
    return text.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
}
let loaded;
/** Loaded at the first suspicion, and at once: whoever redacts cannot wait. */
function shapes() {
    if (loaded === undefined) {
        const { secretRanges } = (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)(import.meta.url)(shapesPath());
        loaded = secretRanges;
    }
    return loaded;
}
/** The module lies beside this one or its bundle, or one directory above a bundle (see scripts/build.mjs). */
function shapesPath() {
    const here = import.meta.url;
    const places = ['./secret-shapes.ts', './secret-shapes.js', '../secret-shapes.js'];
    const found = places.map((place) => (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL(place, here))).find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
    if (found === undefined)
        throw new Error(`The token shapes of Longhaul are missing beside ${here}`);
    return found;
}


/***/ })

};
