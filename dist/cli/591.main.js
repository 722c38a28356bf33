export const id = 591;
export const ids = [591,405];
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

/***/ 3591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var state = __webpack_require__(89);
// EXTERNAL MODULE: ./lib/operations/mail.js
var mail = __webpack_require__(6665);
// EXTERNAL MODULE: ./lib/operations/under-lease.js
var under_lease = __webpack_require__(1361);
;// CONCATENATED MODULE: ./lib/operations/cancel.js
/** task:cancel: the process gets an EffectCancelledError at the place that waits for the effect. */


/** @throws RunEndedError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED): nothing was written */
async function cancelTask(request) {
    const { run, effectId, reason } = request;
    (0,under_lease/* pendingEffect */.Fy)(run.load().state, effectId, 'a cancel');
    return (0,under_lease/* change */.Zg)(request, (state) => ({ ...(0,under_lease/* envelope */.RE)(request, state), kind: 'cancel', effectId, reason }), ({ journal }) => {
        const effect = (0,under_lease/* pendingEffect */.Fy)(journal.state, effectId, 'a cancel');
        (0,mail/* applyMessage */.QI)(journal, undefined, {
            ...(0,under_lease/* envelope */.RE)(request, journal.state),
            kind: 'cancel',
            effectId,
            reason,
        });
        return { resultRef: effect.settlement?.resultRef ?? null };
    });
}

// EXTERNAL MODULE: ./lib/cli/change.js
var change = __webpack_require__(934);
// EXTERNAL MODULE: ./lib/cli/runs.js + 8 modules
var runs = __webpack_require__(7932);
;// CONCATENATED MODULE: ./lib/cli/verbs/task-cancel.js
/** longhaul task:cancel */




const verb = async (invocation) => {
    const { flags, out, args } = invocation;
    const { run, reference } = await (0,runs/* findRun */.Lc)(invocation);
    const effectId = args[1] ?? '';
    const cancelled = await cancelTask({
        ...(0,change/* requestFor */.p)(invocation, run),
        effectId,
        reason: flags.need('reason'),
    });
    if (cancelled.by === 'driver') {
        out.document({
            effectId,
            status: 'cancelling',
            delivered: true,
            driver: cancelled.driver,
            messageId: cancelled.messageId,
        });
        out.line(`Delivered: ${cancelled.driver} drives the run and will stop the effect`);
        return { status: 'running' };
    }
    out.document({
        effectId,
        status: 'cancelled',
        resultRef: cancelled.value?.resultRef ?? `tasks/${effectId}/result.json`,
    });
    out.line(`Effect ${effectId} is cancelled`);
    out.line(`Next: carry the run on: longhaul resume ${reference}`);
    return { status: () => (0,state/* statusOf */.c2)(run.load().state) };
};


/***/ }),

/***/ 6665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ answeredByRun),
/* harmony export */   A7: () => (/* binding */ applyMail),
/* harmony export */   QI: () => (/* binding */ applyMessage),
/* harmony export */   i6: () => (/* binding */ answerLateMail)
/* harmony export */ });
/* unused harmony export WORKING */
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5008);


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
            return `the decision on effect ${message.effectId} was recorded`;
    }
}
/** M3: a message is for one attempt of the run; and an ended run takes none (M4). */
function answeredByRun(state, message) {
    if (state.messages.has(message.id))
        return done(message);
    if (message.attempt < state.attempt)
        return refusal(message, `was for attempt ${message.attempt}; the run is at attempt ${state.attempt}`);
    if (state.terminal !== undefined && message.kind !== 'wake')
        return refusal(message, `the run is over (${(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(state)})`);
    return undefined;
}
/** Acts on a message. `driver`: who drives the run here; undefined: the journal is in our hands, nothing runs. */
function applyMessage(journal, driver, message) {
    const answered = answeredByRun(journal.state, message);
    if (answered !== undefined)
        return answered;
    const by = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ actor: message.actor, messageId: message.id });
    switch (message.kind) {
        case 'wake':
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
            };
            if (driver === undefined)
                return refusal(message, 'a halt of a run that nobody drives is made by run:halt');
            driver.seal(end);
            return WORKING;
        }
        case 'result':
            return result(journal, driver, message, by);
        case 'decide':
            return refusal(message, 'decisions are taken from comments only');
    }
}
function signal(journal, driver, name, event, message) {
    const [written] = journal.append([event]);
    if (driver !== undefined)
        driver.effects.signalled(name);
    else {
        const taker = [...journal.state.pending.values()].find((effect) => effect.request.kind === 'signal' && effect.request.label === name);
        const { value, actor } = event.data;
        if (taker !== undefined && written !== undefined) {
            new _recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(journal).resolved(taker, { status: 'ok', value }, { signalSeq: written.seq, actor, messageId: message.id });
        }
    }
    return done(message);
}
function cancelEffect(journal, driver, effectId, reason, message, by) {
    const effect = journal.state.effects.get(effectId);
    if (effect === undefined)
        return refusal(message, `effect ${effectId} was not found`);
    if (effect.status !== 'requested')
        return refusal(message, `effect ${effectId} is already ${effect.status}`);
    if (driver !== undefined)
        driver.effects.stop(effectId, { kind: 'cancel', reason, ...by });
    else
        new _recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(journal).cancelled(effect, reason, by);
    // What runs is signalled, and settled when it is gone.
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
function cancelRun(journal, driver, message, by) {
    if (driver === undefined)
        return refusal(message, 'a run that nobody drives is cancelled by resuming it with the cancel');
    driver.cancelRun(message.reason, by.actor, by.messageId);
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
function result(journal, driver, message, by) {
    const effect = journal.state.effects.get(message.effectId);
    if (effect === undefined)
        return refusal(message, `effect ${message.effectId} was not found`);
    if (effect.status !== 'requested')
        return refusal(message, `effect ${message.effectId} is already ${effect.status}`);
    if (message.effectAttempt < (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptOf */ .tx)(effect))
        return refusal(message, `the result is of attempt ${message.effectAttempt}, and a later one was started`);
    const outcome = message.outcome.status === 'ok'
        ? message.outcome
        : { status: 'error', error: message.outcome.error };
    if (driver === undefined)
        new _recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(journal).resolved(effect, outcome, by);
    else if (!driver.effects.post(message.effectId, outcome, by))
        return refusal(message, `effect ${message.effectId} takes no result now`);
    return done(message);
}
/**
 * Acts on what was read of a mailbox. `names`: to be deleted once the store holds what they did (M2); `working`: set
 * in motion, and not recorded yet.
 */
function applyMail(journal, driver, { mail, duplicates, invalid }) {
    const receipts = [];
    const names = [...duplicates, ...invalid.map((i) => i.name)];
    const working = [];
    for (const one of mail) {
        const answer = applyMessage(journal, driver, one.message);
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
/** The run is over: what lies in its mailbox is answered and deleted, without the lease (M4). */
async function answerLateMail(run, state) {
    const { mail, duplicates, invalid } = await run.mailbox.read();
    const receipts = mail.map(({ message }) => answeredByRun(state, message) ?? done(message));
    const names = [...mail.map((m) => m.name), ...duplicates, ...invalid.map((i) => i.name)];
    if (names.length > 0)
        await run.mailbox.delete(names);
    return receipts;
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
/**
 * Writes what happens to effects into the journal, and keeps the settlements on their way to the process.
 * Every settlement gets its number when it is journaled and goes to the process in that order (P1).
 */


class Recorder {
    journal;
    appended;
    /** Journaled, not yet with the process. */
    outbound = [];
    /** Numbers of settlements that came by mail: the store must hold them first (E3). */
    byMail = [];
    /** `appended`: called after everything that was journaled. */
    constructor(journal, appended = () => { }) {
        this.journal = journal;
        this.appended = appended;
    }
    /** Journals new requests in the order of their steps, in one batch. */
    requested(requests, noteOf) {
        const files = [];
        const events = [];
        for (const request of requests) {
            const task = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeTask */ .Qy)(request, request.def, JSON.parse(request.args));
            files.push(...task.files);
            const data = {
                effectId: request.effectId,
                invocationKey: request.invocationKey,
                invocationHash: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(request.invocationKey),
                stepId: request.stepId,
                taskId: request.taskId,
                kind: request.kind,
                label: request.label,
                taskDefRef: task.taskDefRef,
                ...(task.inputsRef === undefined ? {} : { inputsRef: task.inputsRef }),
                ...(request.labels.length === 0 ? {} : { labels: request.labels }),
                argsDigest: request.argsDigest,
                after: request.after,
                waits: request.waits,
                site: request.site,
            };
            const { deadline, external } = noteOf(request);
            if (deadline !== undefined)
                data.deadline = deadline;
            if (external)
                data.external = true;
            if (request.shielded)
                data.shielded = true;
            events.push({ type: 'EFFECT_REQUESTED', data });
        }
        this.journal.append(events, files);
        this.appended();
    }
    resolved(effect, outcome, details = {}) {
        const { timedOut: _, signalSeq, actor, messageId, ...times } = details;
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
    cancelled(effect, reason, details = {}) {
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
        this.journal.append([event]);
        this.appended();
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

/***/ 1361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ pendingEffect),
/* harmony export */   RE: () => (/* binding */ envelope),
/* harmony export */   Zg: () => (/* binding */ change),
/* harmony export */   vs: () => (/* binding */ refuseEnded),
/* harmony export */   zV: () => (/* binding */ underLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6786);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89);
/* harmony import */ var _mail_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6665);
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
async function change({ run, owner }, message, direct) {
    const first = await underLease(run, owner, direct);
    if (first.held === undefined)
        return { by: 'us', value: first.value };
    const sent = message(run.load().state);
    await run.mailbox.deliver(sent);
    const second = await underLease(run, owner, (lease) => collect(run, lease));
    if (second.held !== undefined)
        return { by: 'driver', driver: second.held.owner, messageId: sent.id };
    const receipt = second.value.find(({ messageId }) => messageId === sent.id);
    // No receipt: the driver took the message before it let go.
    if (receipt !== undefined && !receipt.done)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('REFUSED', `Run ${run.runId}: ${receipt.text}`);
    return { by: 'us', value: undefined };
}
async function collect(run, lease) {
    const { receipts, names } = (0,_mail_js__WEBPACK_IMPORTED_MODULE_3__/* .applyMail */ .A7)(lease.journal, undefined, await run.mailbox.read());
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunEndedError */ .yu(state.runId, (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(state), what, 'See how it ended with `longhaul run:status`.');
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_SETTLED', `Effect ${effectId} is already ${SETTLED[effect.status]}; nothing was written`);
    }
    if (effect.dropped) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_DROPPED', `Effect ${effectId} was not asked for again after a retry; nothing was written`);
    }
    return effect;
}


/***/ }),

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** Version of the engine, recorded in every run; a test holds it to package.json. */
const VERSION = '0.1.0';


/***/ })

};
