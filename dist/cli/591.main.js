export const id = 591;
export const ids = [591];
export const modules = {

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
var journal_state = __webpack_require__(89);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/redact.js
var lib_redact = __webpack_require__(4904);
// EXTERNAL MODULE: ./lib/operations/carry-on.js
var carry_on = __webpack_require__(7645);
// EXTERNAL MODULE: ./lib/operations/mail.js
var mail = __webpack_require__(6665);
// EXTERNAL MODULE: ./lib/operations/session.js + 24 modules
var operations_session = __webpack_require__(9164);
// EXTERNAL MODULE: ./lib/operations/under-lease.js
var under_lease = __webpack_require__(1361);
;// CONCATENATED MODULE: ./lib/operations/cancel.js
/**
 * Cancelling: an effect (the process gets an EffectCancelledError at the place that waits for it), or a whole run
 * (every pending effect gets one, protocol E6).
 */








/**
 * Settles an effect as cancelled, or has its driver stop it. Not for one that `takesDriver`.
 * @throws RunEndedError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED, EFFECT_DROPPED): nothing was written
 */
async function cancelTask(request) {
    const { run, effectId, redact = (0,lib_redact/* redactor */.$p)([]) } = request;
    const reason = redact(request.reason);
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
/** True when a cancel means that process code cleans up: of the run itself, or of a run that the effect has started. */
function takesDriver(state, effectId) {
    if (effectId === undefined)
        return true;
    const effect = state.effects.get(effectId);
    return effect !== undefined && (0,journal_state/* hasChild */.xh)(effect);
}
/**
 * Drops the message and drives the run, unless somebody else does: what cleans up is a process. A message that could
 * not be acted on (code that cannot be loaded) stays for the next driver.
 * @throws what carryOn and cancelTask throw
 */
async function cancelDriving(session, { actor, effectId, reason: given }) {
    const { run, world } = session;
    const reason = (0,lib_redact/* redactor */.$p)(world.secrets)(given);
    const { state } = run.load();
    if (effectId === undefined)
        (0,under_lease/* refuseEnded */.vs)(state, 'a cancel');
    else
        (0,under_lease/* pendingEffect */.Fy)(state, effectId, 'a cancel');
    const message = { ...(0,under_lease/* envelope */.RE)({ actor }, state), kind: 'cancel', effectId, reason };
    const { name } = await run.mailbox.deliver(message);
    for (let held = 0;; held += 1) {
        try {
            const result = await (0,carry_on/* carryOn */.R)(session);
            const receipt = result.receipts.find(({ messageId }) => messageId === message.id);
            if (receipt?.done === false)
                throw (0,under_lease/* refusal */.x5)(run.runId, receipt.text);
            return { by: 'us', value: result };
        }
        catch (error) {
            if (!(error instanceof errors/* LeaseHeldError */._i))
                throw error;
            // Whoever only changes something lets go at once; a driver reads its mail.
            if (held === operations_session/* SHORT_LEASES */.d_ || !(await run.mailbox.names()).includes(name))
                return { by: 'driver', driver: error.owner, messageId: message.id };
            await (0,promises_.setTimeout)(operations_session/* SHORT_LEASE_MS */.Hb);
        }
    }
}

// EXTERNAL MODULE: ./lib/cli/actor.js
var actor = __webpack_require__(8309);
// EXTERNAL MODULE: ./lib/cli/change.js
var change = __webpack_require__(934);
// EXTERNAL MODULE: ./lib/cli/drive.js + 1 modules
var drive = __webpack_require__(2712);
// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/task-cancel.js
/** longhaul task:cancel: an effect, or without one the whole run. */






const verb = async (invocation) => {
    const { flags, out, args } = invocation;
    const located = await (0,runs/* findRun */.Lc)(invocation);
    const { run, reference } = located;
    const [, effectId] = args;
    if (effectId === undefined || takesDriver(run.load().state, effectId))
        return cancelHere(invocation, located, effectId);
    const cancelled = await cancelTask({
        ...(0,change/* requestFor */.p)(invocation, run),
        effectId,
        reason: flags.need('reason'),
    });
    if (cancelled.by === 'driver')
        return delivered(invocation, { effectId }, cancelled);
    out.document({
        effectId,
        status: 'cancelled',
        resultRef: cancelled.value?.resultRef ?? `tasks/${effectId}/result.json`,
    });
    out.line(`Effect ${effectId} is cancelled`);
    out.line(`Next: carry the run on: longhaul resume ${reference}`);
    return { status: () => (0,journal_state/* statusOf */.c2)(run.load().state) };
};
/** What cleans up is a process: when nobody drives it, it is driven here. */
function cancelHere(invocation, located, effectId) {
    const { flags, here } = invocation;
    const request = { actor: (0,actor/* localActor */.Z)(here.cwd), effectId, reason: flags.need('reason') };
    return (0,drive/* withSession */.fQ)(invocation, located, async (session) => {
        const { retry: _, ...cancelling } = session;
        const cancelled = await cancelDriving(cancelling, request);
        if (cancelled.by === 'driver')
            return delivered(invocation, effectId === undefined ? { runId: located.run.runId } : { effectId }, cancelled);
        await (0,drive/* conclude */.Ep)(invocation, located, session, cancelled.value);
        return { status: cancelled.value.status };
    });
}
function delivered({ out }, of, { driver, messageId }) {
    out.document({ ...of, status: 'cancelling', delivered: true, driver, messageId });
    const what = 'effectId' in of ? 'stop the effect' : 'cancel it';
    out.line(`Delivered: ${driver} drives the run and will ${what}`);
    return { status: 'running' };
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
