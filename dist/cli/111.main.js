export const id = 111;
export const ids = [111];
export const modules = {

/***/ 111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ sealJournal),
/* harmony export */   sealedDespite: () => (/* binding */ sealedDespite)
/* harmony export */ });
/* unused harmony export sealOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_open_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1205);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4904);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5188);
/**
 * Seals a journal that cannot be driven: a damaged one, one that has ended already, one whose driver does not
 * react. One event behind everything that is there; no entry is edited or deleted, no process code is loaded.
 */




/** The state of a journal, damaged or not, that ends with a seal; undefined when it does not. */
function sealOf(runDir) {
    const { state } = (0,_journal_open_run_js__WEBPACK_IMPORTED_MODULE_1__/* .loadRun */ .Sj)(runDir, { damaged: true });
    return state.terminal?.sealed === true && state.terminal.seq === state.head.seq ? state : undefined;
}
/** The state of a run that could not be driven to its end, where that is because it was sealed. @throws `error` otherwise */
function sealedDespite(runDir, error) {
    const isMet = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseLostError */ .Jd;
    const sealed = isMet ? sealOf(runDir) : undefined;
    if (sealed === undefined)
        throw error;
    return sealed;
}
/** final.json and the terminal line come with it. @throws LeaseHeldError, LeaseLostError */
async function sealJournal({ run, owner, event, workspace, force }) {
    const lease = await run.acquire(owner, { damaged: true, force });
    try {
        const { journal } = lease;
        // Whatever ended it before: the seal is the end that counts, and the journal takes no event after an end.
        journal.state.terminal = undefined;
        journal.append([(0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactValue */ .FI)(event, (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactor */ .$p)([]))]);
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .persistFinal */ .d)(journal, workspace);
        await lease.save();
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .announceEnd */ .J)(journal);
        return journal.state;
    }
    finally {
        await lease.release();
    }
}


/***/ })

};
