export const id = 17;
export const ids = [17];
export const modules = {

/***/ 8309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ localActor)
/* harmony export */ });
const LONGEST = 100;
/** The name that git commits under here, else the account's. */
function localActor(cwd) {
    return { login: (gitUser(cwd) || account()).slice(0, LONGEST) };
}
function gitUser(cwd) {
    // Loaded when somebody is to be named, not on the way to a worker.
    const { execFileSync } = process.getBuiltinModule('node:child_process');
    try {
        const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
        return execFileSync('git', ['config', '--get', 'user.name'], {
            ...options,
            stdio: [...options.stdio],
        }).trim();
    }
    catch {
        return ''; // no git, or no name in it
    }
}
function account() {
    try {
        return process.getBuiltinModule('node:os').userInfo().username || 'unknown';
    }
    catch {
        return 'unknown'; // a container may run under a number without a name
    }
}


/***/ }),

/***/ 934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ requestFor)
/* harmony export */ });
/* harmony import */ var _stores_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(935);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3405);
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8309);



function requestFor({ here }, run) {
    return { run, owner: (0,_stores_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .thisOwner */ .GS)(_version_js__WEBPACK_IMPORTED_MODULE_1__.VERSION), actor: (0,_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .localActor */ .Z)(here.cwd) };
}


/***/ }),

/***/ 9695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   o: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/** Files that flags name: relative to the working directory, `-` for standard input. */



/** @throws UsageError naming the flag and the file */
function readNamed({ here }, flag, name) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(here.cwd, name);
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(name === '-' ? 0 : file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${flag}: ${name === '-' ? 'standard input' : file}: ${why}`, {
            ...(name === '-' ? {} : { path: file }),
            hint: 'Paths are relative to the working directory.',
            cause,
        });
    }
}
/** The JSON of a file or of the command line itself; undefined when neither flag is given. @throws UsageError */
function jsonOf(invocation, fileFlag, inlineFlag) {
    const { flags } = invocation;
    const name = flags.text(fileFlag);
    const inline = inlineFlag === undefined ? undefined : flags.text(inlineFlag);
    if (name !== undefined && inline !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${fileFlag} and --${inlineFlag} are both given`, { hint: 'Give one of them.' });
    }
    if (name !== undefined)
        return parsed(readNamed(invocation, fileFlag, name), `--${fileFlag}: ${name}`);
    return inline === undefined ? undefined : parsed(inline, `--${inlineFlag}`);
}
function parsed(text, what) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${what} is no JSON: ${cause.message}`, {
            hint: 'Text stands in double quotes in JSON: \'"text"\'.',
            cause,
        });
    }
}


/***/ }),

/***/ 8017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(6955);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(89);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(8091);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(4904);
// EXTERNAL MODULE: ./lib/operations/breakpoint-answer.js
var breakpoint_answer = __webpack_require__(4312);
// EXTERNAL MODULE: ./lib/operations/recorder.js
var recorder = __webpack_require__(5008);
// EXTERNAL MODULE: ./lib/operations/tasks.js
var tasks = __webpack_require__(2478);
// EXTERNAL MODULE: ./lib/operations/under-lease.js
var under_lease = __webpack_require__(1361);
;// CONCATENATED MODULE: ./lib/operations/post.js
/** task:post: settles an effect with what somebody outside says of it. */








/** @throws RunEndedError, UsageError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED, EFFECT_RUNNING, INVOCATION_KEY, LOG_REF) */
async function postResult(said) {
    const request = withoutSecrets(said);
    checkPost(request);
    const driver = await request.run.owner();
    return (0,under_lease/* change */.Zg)(request, (state) => ({
        ...(0,under_lease/* envelope */.RE)(request, state),
        kind: 'result',
        effectId: request.effectId,
        effectAttempt: Math.max(1, (0,journal_state/* attemptOf */.tx)(notRunning(effectOf(request, state), driver?.token))),
        outcome: request.outcome.status === 'ok'
            ? request.outcome
            : { status: 'error', error: request.outcome.error },
    }), ({ journal }) => {
        const effect = effectOf(request, journal.state);
        const { outcome, actor, metadata, startedAt } = request;
        const finishedAt = request.finishedAt ?? new Date().toISOString();
        const stdoutRef = logRef(request.stdout, layout/* refs */.DY.stdout(effect.effectId));
        const stderrRef = logRef(request.stderr, layout/* refs */.DY.stderr(effect.effectId));
        journal.append([], [...logFiles(request.stdout, stdoutRef), ...logFiles(request.stderr, stderrRef)]);
        const details = (0,recorder/* defined */.sw)({ stdoutRef, stderrRef, startedAt, finishedAt, metadata });
        new recorder/* Recorder */.vk(journal).resolved(effect, outcome, { ...details, actor });
        return {
            resultRef: journal.state.effects.get(effect.effectId)?.settlement?.resultRef ?? layout/* refs */.DY.result(effect.effectId),
            stdoutRef: stdoutRef ?? null,
            stderrRef: stderrRef ?? null,
            startedAt,
            finishedAt,
        };
    });
}
/** A post is stored as it comes: as a message, in files, in the journal. */
function withoutSecrets(request) {
    const { outcome, stdout, stderr, metadata } = request;
    return { ...request, ...(0,redact/* redactValue */.FI)({ outcome, stdout, stderr, metadata }, (0,redact/* redactor */.$p)([])) };
}
/** Everything that would refuse the post, without writing anything (--dry-run). */
function checkPost(request) {
    const { run, outcome } = request;
    const effect = effectOf(request, run.load().state);
    const problem = outcome.status === 'ok' ? (0,breakpoint_answer/* answerProblem */.m)(run.runDir, effect, outcome.value) : undefined;
    if (problem !== undefined) {
        throw new errors/* UsageError */.eb(`This does not decide the breakpoint ${JSON.stringify((0,tasks/* titleOfEffect */.Tt)(run.runDir, effect))}: ${problem}`, {
            hint: 'Give e.g. {"approved":true} or {"approved":false,"feedback":"why"}; with options {"approved":true,"option":"…"}.',
        });
    }
    for (const log of [request.stdout, request.stderr]) {
        if (log === undefined || !('ref' in log))
            continue;
        const problem = (0,layout/* refProblem */.Tb)(log.ref);
        if (problem !== undefined) {
            throw new errors/* LonghaulError */.BQ('LOG_REF', `The ref ${JSON.stringify(log.ref)} cannot be used: ${problem}`, {
                hint: 'Name a file of the run directory, e.g. tasks/<effect>/stdout.log.',
            });
        }
    }
    return effect;
}
/** A driver that is at it takes nobody else's word. @throws LonghaulError EFFECT_RUNNING */
function notRunning(effect, driver) {
    // What another driver has begun is lost with it: its result still counts.
    const isTheirs = driver !== undefined && effect.starts.at(-1)?.owner === driver;
    if (!isTheirs || (0,journal_state/* waitsForOthers */.Jt)(effect) || (0,journal_state/* hasChild */.xh)(effect))
        return effect;
    throw new errors/* LonghaulError */.BQ('EFFECT_RUNNING', `Effect ${effect.effectId} (${effect.request.label}) is being done by the driver of the run: it takes no result now`, { hint: `Wait for its end, or stop it with \`longhaul task:cancel <run> ${effect.effectId}\`.` });
}
function effectOf({ effectId, invocationKey }, state) {
    const effect = (0,under_lease/* pendingEffect */.Fy)(state, effectId, 'a result');
    const { invocationKey: key } = effect.request;
    if (invocationKey !== undefined && invocationKey !== key) {
        throw new errors/* LonghaulError */.BQ('INVOCATION_KEY', `Effect ${effectId} has the invocation key ${key}, not ${invocationKey}; nothing was written`);
    }
    return effect;
}
function logRef(log, ref) {
    if (log === undefined)
        return undefined;
    return 'ref' in log ? log.ref : ref;
}
function logFiles(log, ref) {
    return log !== undefined && ref !== undefined && 'text' in log
        ? [{ path: ref, text: log.text, replace: true }]
        : [];
}

// EXTERNAL MODULE: ./lib/cli/change.js
var change = __webpack_require__(934);
// EXTERNAL MODULE: ./lib/cli/files.js
var files = __webpack_require__(9695);
// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/task-post.js
/** longhaul task:post: a result, or a person's decision about a breakpoint in a local directory. */







const verb = async (invocation) => {
    const { flags, out, args } = invocation;
    const { run, reference } = await (0,runs/* findRun */.Lc)(invocation);
    const effectId = args[1] ?? '';
    const request = {
        ...(0,change/* requestFor */.p)(invocation, run),
        effectId,
        outcome: outcomeOf(invocation),
        stdout: logOf(invocation, 'stdout'),
        stderr: logOf(invocation, 'stderr'),
        startedAt: timeOf(invocation, 'started-at'),
        finishedAt: timeOf(invocation, 'finished-at'),
        metadata: metadataOf(invocation),
        invocationKey: flags.text('invocation-key'),
    };
    const status = () => (0,journal_state/* statusOf */.c2)(run.load().state);
    if (flags.on('dry-run')) {
        const { request: asked } = checkPost(request);
        out.document({
            dryRun: true,
            plan: 'post_result',
            status: request.outcome.status,
            effectId,
            invocationKey: asked.invocationKey,
        }, { compact: true });
        out.line(`Effect ${effectId} (${asked.label}) would be settled: ${request.outcome.status}`);
        return { status };
    }
    const posted = await postResult(request);
    if (posted.by === 'driver') {
        out.document({ status: request.outcome.status, delivered: true, driver: posted.driver, messageId: posted.messageId }, { compact: true });
        out.line(`Delivered: ${posted.driver} drives the run and will act on it`);
        return { status: 'running' };
    }
    const { stdoutRef = null, stderrRef = null, resultRef = `tasks/${effectId}/result.json`, startedAt, finishedAt, } = posted.value ?? {};
    const committed = {
        resultRef,
        ...(stdoutRef === null ? {} : { stdoutRef }),
        ...(stderrRef === null ? {} : { stderrRef }),
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(finishedAt === undefined ? {} : { finishedAt }),
    };
    out.document({ status: request.outcome.status, committed, stdoutRef, stderrRef, resultRef }, { compact: true });
    out.line(`Effect ${effectId} is settled: ${request.outcome.status}`);
    out.line(`Next: carry the run on: longhaul resume ${reference}`);
    return { status };
};
function outcomeOf(invocation) {
    const { flags } = invocation;
    const value = (0,files/* jsonOf */.o)(invocation, 'value', 'value-inline');
    const error = (0,files/* jsonOf */.o)(invocation, 'error');
    if (flags.need('status') === 'ok') {
        if (error !== undefined)
            throw new errors/* UsageError */.eb('--error does not go with --status ok');
        if (value === undefined) {
            throw new errors/* UsageError */.eb('--status ok needs a result', {
                hint: "Give --value <file>, or --value-inline '<json>' (null where there is nothing to say).",
            });
        }
        return { status: 'ok', value };
    }
    if (value !== undefined)
        throw new errors/* UsageError */.eb('A value does not go with --status error', {
            hint: 'Give --error <file>; - for standard input.',
        });
    if (error === undefined)
        throw new errors/* UsageError */.eb('--status error needs --error <file>', {
            hint: 'The file holds {"name": …, "message": …}; - for standard input.',
        });
    return { status: 'error', error: (0,decode/* asError */.zR)(error) };
}
function logOf(invocation, name) {
    const { flags } = invocation;
    const file = flags.text(`${name}-file`);
    const ref = flags.text(`${name}-ref`);
    if (file !== undefined && ref !== undefined)
        throw new errors/* UsageError */.eb(`--${name}-file and --${name}-ref are both given`, { hint: 'Give one of them.' });
    if (file !== undefined)
        return { text: (0,files/* readNamed */.M)(invocation, `${name}-file`, file) };
    return ref === undefined ? undefined : { ref };
}
function timeOf({ flags }, name) {
    const text = flags.text(name);
    if (text === undefined)
        return undefined;
    if (Number.isNaN(Date.parse(text)))
        throw new errors/* UsageError */.eb(`--${name}: ${JSON.stringify(text)} is no time`, {
            hint: 'Give an ISO time, e.g. 2026-01-31T12:00:00Z.',
        });
    return new Date(text).toISOString();
}
function metadataOf(invocation) {
    const metadata = (0,files/* jsonOf */.o)(invocation, 'metadata');
    if (metadata === undefined || (0,decode/* isObject */.Gv)(metadata))
        return metadata;
    throw new errors/* UsageError */.eb('--metadata: the file does not hold an object');
}


/***/ }),

/***/ 1361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ pendingEffect),
/* harmony export */   RE: () => (/* binding */ envelope),
/* harmony export */   Zg: () => (/* binding */ change),
/* harmony export */   vs: () => (/* binding */ refuseEnded),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   zV: () => (/* binding */ underLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6786);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4904);
/* harmony import */ var _mail_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6665);
/** Changes to a run from outside: made here when nobody drives it, otherwise left to its driver as a message. */





/** What every message has, for the attempt that the run is at. */
function envelope({ actor, messageId = (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ulid */ .Z0)(), source }, state) {
    const at = new Date().toISOString();
    return { id: messageId, attempt: state.attempt, at, actor, ...(source === undefined ? {} : { source }) };
}
/**
 * Makes the change under the lease; while a driver has it, drops the message and looks once more: a driver that
 * let go in between may have read its mailbox for the last time before the message came (design §1).
 * @throws what `direct` throws; LonghaulError when the message could be acted on and was refused
 */
async function change({ run, owner, redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactor */ .$p)([]) }, message, direct) {
    const first = await underLease(run, owner, direct);
    if (first.held === undefined)
        return { by: 'us', value: first.value };
    // It lies in the store before anybody records it.
    const sent = (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)(message(run.load().state), redact);
    await run.mailbox.deliver(sent);
    const second = await underLease(run, owner, (lease) => collect(run, lease));
    if (second.held !== undefined)
        return { by: 'driver', driver: second.held.owner, messageId: sent.id };
    const receipt = second.value.find(({ messageId }) => messageId === sent.id);
    // No receipt: the driver took the message before it let go.
    if (receipt !== undefined && !receipt.done)
        throw refusal(run.runId, receipt.text);
    return { by: 'us', value: undefined };
}
/** A message that was read and not acted on. */
function refusal(runId, text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('REFUSED', `Run ${runId}: ${text}`, {
        hint: `See what it waits for now with \`longhaul task:list ${runId} --pending\`.`,
    });
}
async function collect(run, lease) {
    const { receipts, names } = (0,_mail_js__WEBPACK_IMPORTED_MODULE_4__/* .applyMail */ .A7)(lease.journal, undefined, await run.mailbox.read());
    await lease.save({ mail: names });
    return receipts;
}
/** Does `work` with the journal in hand and saves it; `held` when a driver has the lease. */
async function underLease(run, owner, work) {
    let lease;
    try {
        lease = await run.acquire(owner);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseHeldError */ ._i)
            return { held: error };
        throw error;
    }
    try {
        const value = await work(lease);
        await lease.save({ last: true });
        return { held: undefined, value };
    }
    finally {
        await lease.release();
    }
}
/** An ended run takes nothing. @throws RunEndedError */
function refuseEnded(state, what) {
    if (state.terminal === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunEndedError */ .yu(state.runId, (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(state), what, afterEnd(state));
}
function afterEnd({ runId, terminal }) {
    return terminal?.status === 'failed' && !terminal.sealed
        ? `Mend what it failed of, and open it again with \`longhaul resume ${runId}\`.`
        : `It stays as it ended (see \`longhaul run:status ${runId}\`): start a new run.`;
}
const SETTLED = {
    resolved_ok: 'resolved',
    resolved_error: 'resolved with an error',
    cancelled: 'cancelled',
};
/** The effect, while it can be settled. @throws RunEndedError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED) */
function pendingEffect(state, effectId, what) {
    refuseEnded(state, what);
    const effect = state.effects.get(effectId);
    if (effect === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${state.runId}`, {
            hint: `See its effects with \`longhaul task:list ${state.runId}\`.`,
        });
    }
    if (effect.status !== 'requested') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_SETTLED', `Effect ${effectId} is already ${SETTLED[effect.status]}; nothing was written`, { hint: `See how it ended with \`longhaul task:show ${state.runId} ${effectId}\`.` });
    }
    if (effect.dropped) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_DROPPED', `Effect ${effectId} was not asked for again after a retry; nothing was written`, { hint: `See what the run asks for now with \`longhaul task:list ${state.runId} --pending\`.` });
    }
    return effect;
}


/***/ })

};
