export const id = 558;
export const ids = [558];
export const modules = {

/***/ 3558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verb: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89);
/* harmony import */ var _operations_rebuild_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3063);
/* harmony import */ var _stores_owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(935);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3405);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5901);
/** longhaul run:rebuild-state */





const verb = async (invocation) => {
    const { flags, out } = invocation;
    const { run } = await (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .findRun */ .Lc)(invocation);
    const dryRun = flags.on('dry-run');
    const metadata = await (0,_operations_rebuild_js__WEBPACK_IMPORTED_MODULE_1__/* .rebuildState */ .z)(run, (0,_stores_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .thisOwner */ .GS)(_version_js__WEBPACK_IMPORTED_MODULE_4__.VERSION), dryRun);
    out.document({ ...(dryRun ? { dryRun, plan: 'rebuild_state' } : {}), runDir: run.runDir, metadata });
    out.line(`state/ of run ${run.runId} ${dryRun ? 'would be' : 'was'} written anew, up to event ${metadata.stateVersion}`);
    return { status: () => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(run.load().state) };
};


/***/ }),

/***/ 3063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ rebuildMetadata),
/* harmony export */   z: () => (/* binding */ rebuildState)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8091);
/* harmony import */ var _journal_open_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1205);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89);
/* harmony import */ var _journal_state_cache_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(299);
/* harmony import */ var _under_lease_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1361);
/** run:rebuild-state: state/ written anew from the event files alone. */






function rebuildMetadata(state, reason, rebuilt = true) {
    return {
        processId: state.processId,
        pendingEffectsByKind: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_3__/* .pendingByKind */ .HE)(state),
        stateVersion: state.head.seq,
        journalHead: state.head.seq === 0 ? null : { ...state.head },
        stateRebuilt: rebuilt,
        stateRebuildReason: reason,
    };
}
/** @throws LeaseHeldError, DamageError */
async function rebuildState(run, owner, dryRun = false) {
    const state = () => (0,_journal_open_run_js__WEBPACK_IMPORTED_MODULE_2__/* .loadRun */ .Sj)(run.runDir, { segments: 'ignore' }).state;
    if (dryRun)
        return rebuildMetadata(state(), 'cli_manual', false);
    const done = await (0,_under_lease_js__WEBPACK_IMPORTED_MODULE_5__/* .underLease */ .zV)(run, owner, ({ journal }) => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .paths */ .f0.segments(run.runDir), { recursive: true, force: true });
        return journal.state;
    });
    if (done.held !== undefined)
        throw done.held;
    // The lease's own cache says why it was written last; this one says that somebody asked for it.
    (0,_journal_state_cache_js__WEBPACK_IMPORTED_MODULE_4__/* .rebuildStateCache */ .P5)(run.runDir, done.value, 'cli_manual');
    return rebuildMetadata(done.value, 'cli_manual');
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
