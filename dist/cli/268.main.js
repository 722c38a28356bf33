export const id = 268;
export const ids = [268];
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

/***/ 2268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(6955);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var state = __webpack_require__(89);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/operations/mail.js
var mail = __webpack_require__(6665);
// EXTERNAL MODULE: ./lib/operations/under-lease.js
var under_lease = __webpack_require__(1361);
;// CONCATENATED MODULE: ./lib/operations/signal.js
/** run:signal: a value that the process waits for, or will wait for. */



const LONGEST_NAME = 200;
/** `waiting`: an effect of the run took it at once. @throws RunEndedError, UsageError */
async function sendSignal(request) {
    const { run, name, value } = request;
    if (name.length > LONGEST_NAME)
        throw new errors/* UsageError */.eb(`The name of the signal is longer than ${LONGEST_NAME} characters`);
    (0,under_lease/* refuseEnded */.vs)(run.load().state, 'a signal');
    return (0,under_lease/* change */.Zg)(request, (state) => ({ ...(0,under_lease/* envelope */.RE)(request, state), kind: 'signal', name, value }), ({ journal }) => {
        (0,under_lease/* refuseEnded */.vs)(journal.state, 'a signal');
        const before = journal.state.settlements;
        (0,mail/* applyMessage */.QI)(journal, undefined, { ...(0,under_lease/* envelope */.RE)(request, journal.state), kind: 'signal', name, value });
        return { waiting: journal.state.settlements > before };
    });
}

// EXTERNAL MODULE: ./lib/cli/change.js
var change = __webpack_require__(934);
// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/signal.js
/** longhaul run:signal */





const verb = async (invocation) => {
    const { flags, out, args } = invocation;
    const { run, reference } = await (0,runs/* findRun */.Lc)(invocation);
    const name = args[1] ?? '';
    const text = flags.need('value');
    const sent = await sendSignal({ ...(0,change/* requestFor */.p)(invocation, run), name, value: (0,decode/* parseJson */.qF)(text) ?? text });
    if (sent.by === 'driver') {
        out.document({ name, delivered: true, driver: sent.driver, messageId: sent.messageId });
        out.line(`Delivered: ${sent.driver} drives the run and will act on it`);
        return { status: 'running' };
    }
    const taken = sent.value?.waiting === true;
    out.document({ name, delivered: false, recorded: true, taken });
    out.line(`Signal ${name} is recorded${taken ? ', and taken by what waited for it' : '; it is kept until the process waits for it'}`);
    out.line(`Next: carry the run on: longhaul resume ${reference}`);
    return { status: () => (0,state/* statusOf */.c2)(run.load().state) };
};


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
