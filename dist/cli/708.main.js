export const id = 708;
export const ids = [708];
export const modules = {

/***/ 708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(4545);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(8091);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(8174);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/operations/seal.js
var seal = __webpack_require__(111);
// EXTERNAL MODULE: ./lib/operations/session.js + 24 modules
var session = __webpack_require__(9164);
// EXTERNAL MODULE: ./lib/operations/status.js
var operations_status = __webpack_require__(6436);
// EXTERNAL MODULE: ./lib/operations/tasks.js
var tasks = __webpack_require__(2478);
// EXTERNAL MODULE: ./lib/operations/world.js
var operations_world = __webpack_require__(976);
;// CONCATENATED MODULE: ./lib/operations/iterate.js
/** run:iterate: replay once, record what the process asks for, run nothing. */









/** Appends nothing to an ended run. @throws what driveRun throws */
async function iterateRun(request) {
    const { store, run, owner, world, onCodeChange } = request;
    const iteration = request.iteration ?? Math.floor(((0,reader/* listJournal */.u4)(run.runDir).events.at(-1)?.seq ?? 0) / 2) + 1;
    // What is due is taken; nothing is waited for.
    const limits = { ...operations_world/* DEFAULT_LIMITS */.d, waitInJobMs: 0 };
    let loaded;
    try {
        await (0,session/* driveRun */.EJ)({
            store,
            run,
            owner,
            world: { ...world, ask: undefined },
            limits,
            onCodeChange,
            execute: false,
        });
        loaded = run.load();
    }
    catch (error) {
        loaded = await (0,seal/* sealedDespite */.l7)(run, error);
    }
    const { state } = loaded;
    const status = state.terminal?.status ?? 'waiting';
    const actions = status === 'waiting' ? nextActions(run.runDir, [...state.pending.values()]) : [];
    const until = sleepUntil(actions);
    const failure = (0,operations_status/* failureOf */.g5)(state);
    return {
        iteration,
        iterationCount: iteration - 1,
        status,
        action: 'none',
        reason: status === 'waiting' ? reasonOf(actions.map(({ kind }) => kind)) : status,
        ...(until === undefined ? {} : { until }),
        ...(status === 'waiting' ? { nextActions: actions } : {}),
        ...(status === 'completed' ? { completionProof: (0,task_files/* completionProofOf */.s2)(loaded.run) } : {}),
        ...(failure === undefined ? {} : { failure }),
        metadata: { runId: run.runId, processId: state.processId, hookStatus: 'no-hooks-configured' },
    };
}
function nextActions(runDir, effects) {
    const resolver = new layout/* RefResolver */.uY(runDir);
    const group = (0,external_node_crypto_.createHash)('sha1')
        .update(effects.map(({ request }) => request.invocationKey).join('|'))
        .digest('hex')
        .slice(0, 16);
    return effects.map(({ request, requestedAt }) => {
        const { effectId, invocationKey, kind, label, labels, taskId, stepId, taskDefRef, inputsRef } = request;
        const taskDef = (0,tasks/* readObject */.Ag)(resolver, taskDefRef);
        const sleep = taskDef?.sleep?.targetEpochMs;
        const hints = {
            ...(effects.length > 1 ? { parallelGroupId: group, pendingCount: effects.length } : {}),
            ...(typeof sleep === 'number' ? { sleepUntilEpochMs: sleep } : {}),
        };
        return {
            effectId,
            invocationKey,
            kind,
            label,
            ...(labels === undefined ? {} : { labels }),
            taskDef,
            taskId,
            stepId,
            taskDefRef,
            ...(inputsRef === undefined ? {} : { inputsRef }),
            requestedAt,
            ...(Object.keys(hints).length === 0 ? {} : { schedulerHints: hints }),
        };
    });
}
function sleepUntil(actions) {
    const times = actions.map(({ schedulerHints }) => schedulerHints?.sleepUntilEpochMs);
    const sleeps = times.filter((time) => time !== undefined);
    return sleeps.length === 0 || sleeps.length < times.length ? undefined : Math.min(...sleeps);
}
function reasonOf(kinds) {
    const [kind, ...others] = [...new Set(kinds)].sort();
    if (kind === undefined)
        return 'none';
    if (others.length > 0)
        return `mixed-pending:${[kind, ...others].join(',')}`;
    return kind === 'breakpoint' || kind === 'sleep' ? `${kind}-waiting` : `${kind}-pending`;
}

// EXTERNAL MODULE: ./lib/stores/owner.js
var owner = __webpack_require__(935);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3405);
// EXTERNAL MODULE: ./lib/cli/drive.js + 1 modules
var drive = __webpack_require__(2712);
// EXTERNAL MODULE: ./lib/cli/progress-lines.js
var progress_lines = __webpack_require__(9663);
// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
// EXTERNAL MODULE: ./lib/cli/world.js + 1 modules
var world = __webpack_require__(169);
;// CONCATENATED MODULE: ./lib/cli/verbs/iterate.js
/** longhaul run:iterate */








const verb = async (invocation) => {
    const { flags, out, here } = invocation;
    const { store, run, workspace } = await (0,runs/* findRun */.Lc)(invocation);
    const lines = new progress_lines/* ProgressLines */.x((line) => out.line(line));
    const iterated = await iterateRun({
        store,
        run,
        owner: (0,owner/* thisOwner */.GS)(version.VERSION),
        world: (0,world/* cliWorld */.f)({ workspace, env: here.env, report: (event) => lines.report(event) }),
        onCodeChange: (0,drive/* policyOf */.US)(flags.need('on-code-change')),
        iteration: flags.number('iteration'),
    });
    out.document(iterated);
    print(invocation, iterated);
    return { status: iterated.status };
};
function print({ out }, { status, reason, nextActions = [], failure }) {
    out.line(`${status}: ${failure === undefined ? reason : (0,endings/* errorText */.kc)(failure)}`);
    for (const { effectId, stepId, kind, label } of nextActions)
        out.line(`  ${effectId}  ${stepId}  ${kind}  ${label}`);
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


/***/ })

};
