export const id = 73;
export const ids = [73];
export const modules = {

/***/ 5073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verb: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5901);

const verb = async (invocation) => {
    const { flags, out } = invocation;
    const store = (0,_runs_js__WEBPACK_IMPORTED_MODULE_0__/* .openStore */ .Ch)(invocation);
    const status = flags.text('status'); // one of the table's choices
    const processId = flags.text('process');
    const limit = flags.number('limit');
    const runs = await store.list({
        ...(status === undefined ? {} : { status: [status] }),
        ...(processId === undefined ? {} : { processId }),
        ...(limit === undefined ? {} : { limit }),
    });
    out.document({ runs });
    if (runs.length === 0)
        out.line(`No runs in ${store.where}`);
    for (const run of runs) {
        const waits = run.waitingOn === undefined ? '' : `  on ${run.waitingOn.join(', ')}`;
        out.line(`${run.runId}  ${run.state.padEnd(9)}  ${run.updatedAt}  ${run.processId}${waits}${run.wakeAt === undefined ? '' : `  until ${run.wakeAt}`}`);
    }
    return {};
};


/***/ })

};
