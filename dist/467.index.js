export const id = 467;
export const ids = [467];
export const modules = {

/***/ 98416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   savePost: () => (/* binding */ savePost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _operations_family_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49866);
/* harmony import */ var _operations_seal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70111);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41004);
/** The post step: saves what the main step could not, and says so. Recovery does not depend on it. */




/** @returns why the job is red; undefined: everything is in the store */
async function savePost(job, runIds) {
    const failures = [];
    for (const runId of runIds) {
        try {
            if (await save(job, runId))
                job.io.notice(`Run ${runId} was saved by the post step`);
        }
        catch (error) {
            // Somebody else has it, or it never reached the store.
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseHeldError */ ._i || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunNotFoundError */ .lQ)
                job.io.warning(error.message);
            else
                failures.push(`Run ${runId} could not be saved: ${error.message}`);
        }
    }
    return failures.length === 0 ? undefined : failures.join('\n');
}
async function save(job, runId) {
    const { io, store, owner, workspace, workflow, tell } = job;
    const run = await store.open(runId);
    const before = run.lastSave?.id;
    const { created, terminal } = await (0,_operations_seal_js__WEBPACK_IMPORTED_MODULE_1__/* .saveAgain */ .ET)(run, owner, workspace);
    // Sent twice, a dispatch would deploy twice: whether it was sent is for people to see.
    if (terminal?.sealed === false && [...run.events()].at(-2)?.type === 'RUN_DISPATCHED')
        io.warning(`Run ${runId} is ${terminal.status}, and the jobs that read its outputs may not have heard of it. Where they have not: ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatchLine */ .HZ)({ runId, workflow }, 'resume')}`);
    // The main step did not come to what follows an end.
    await (0,_operations_family_js__WEBPACK_IMPORTED_MODULE_3__/* .wakeParent */ .FW)(store, created?.parent, terminal).catch((error) => io.warning(`The run that waits for ${runId} could not be woken: ${error.message}`));
    await tell(run);
    return run.lastSave?.id !== before;
}


/***/ }),

/***/ 11629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ writeComments),
/* harmony export */   T: () => (/* binding */ readComments)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16955);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68651);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38174);
/**
 * `comments.json` of a run: which of our comments stand where. A note to ourselves, not a second truth: without it
 * they are found again by their markers and their author. Written by the driver only; saved with the run.
 */





const NAME = 'comments.json';
/** @throws DamageError */
function readComments(runDir) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.join(runDir, NAME);
    const text = (0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfThere */ .qC)(file);
    if (text === undefined)
        return { breakpoints: {} };
    const found = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(found) || !(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(found.breakpoints))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${file} does not say which comments the run has`, file);
    return found;
}
function writeComments(journal, comments) {
    journal.append([], [{ path: NAME, text: (0,_journal_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(comments), replace: true }]);
}


/***/ }),

/***/ 27560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ refsOf),
/* harmony export */   x: () => (/* binding */ effectCalled)
/* harmony export */ });
/* harmony import */ var _comments_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84525);
/** The short references of a run's effects (contract §3). */

/** What people call an effect by: its reference, in any case, or its id. undefined: the run has none of that name. */
function effectCalled(state, name) {
    const ref = name.toLowerCase();
    const [effectId = name] = [...refsOf(state)].find(([, short]) => short === ref) ?? [];
    return state.effects.get(effectId);
}
/** By effect id, in order of request: whoever was there first keeps the short one. */
function refsOf(state) {
    const refs = new Map();
    const taken = new Set();
    for (const effectId of state.effects.keys()) {
        const ref = (0,_comments_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .effectRef */ .t)(state.runId, effectId, taken);
        taken.add(ref);
        refs.set(effectId, ref);
    }
    return refs;
}


/***/ })

};
