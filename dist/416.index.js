export const id = 416;
export const ids = [416];
export const modules = {

/***/ 98416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   savePost: () => (/* binding */ savePost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _operations_family_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49866);
/* harmony import */ var _operations_seal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70111);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41004);
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
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseHeldError */ ._i)
                job.io.warning(`Run ${runId} is executed by ${error.owner} by now: what this job had not saved is done again there`);
            else if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunNotFoundError */ .lQ)
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
    const { created, terminal, dispatched } = await (0,_operations_seal_js__WEBPACK_IMPORTED_MODULE_2__/* .saveAgain */ .ET)(run, owner, workspace);
    // Sent twice, a dispatch would deploy twice: whether it was sent is for people to see.
    if (terminal?.sealed === false && dispatched?.seq === terminal.seq - 1)
        io.warning(`Run ${runId} is ${terminal.status}, and the jobs that read its outputs may not have heard of it. Where they have not: ${(0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .dispatchLine */ .HZ)({ runId, workflow }, 'resume')}`);
    // The main step did not come to what follows an end.
    await (0,_operations_family_js__WEBPACK_IMPORTED_MODULE_1__/* .wakeParent */ .FW)(store, created?.parent, terminal).catch((error) => io.warning(`The run that waits for ${runId} could not be woken: ${error.message}`));
    await tell(run);
    return run.lastSave?.id !== before;
}


/***/ })

};
