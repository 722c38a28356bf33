export const id = 656;
export const ids = [656];
export const modules = {

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

/***/ 9719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ startOptions)
/* harmony export */ });
/* harmony import */ var _operations_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5203);
/* harmony import */ var _operations_recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5008);
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8309);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9695);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5901);
/** What `run` and `run:create` make a run of. */





/** @throws UsageError for an entry or inputs that cannot be read */
function startOptions(invocation, entry) {
    const { flags, here } = invocation;
    const timeout = flags.number('run-timeout') ?? 0;
    return {
        store: (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .openStore */ .Ch)(invocation),
        entry: (0,_operations_code_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEntry */ .ER)(entry, here.cwd),
        workspace: here.cwd,
        inputs: (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o)(invocation, 'inputs', 'inputs-inline'),
        actor: (0,_actor_js__WEBPACK_IMPORTED_MODULE_4__/* .localActor */ .Z)(here.cwd),
        ...(timeout > 0 ? { created: { deadline: new Date(Date.now() + timeout).toISOString() } } : {}),
        ...(0,_operations_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({
            runId: flags.text('run-id'),
            processId: flags.text('process-id'),
            processRevision: flags.text('process-revision'),
            request: flags.text('request'),
            prompt: flags.text('prompt'),
            harness: flags.text('harness'),
        }),
    };
}


/***/ }),

/***/ 5656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verb: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _operations_start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3716);
/* harmony import */ var _drive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2712);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5901);
/* harmony import */ var _start_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9719);
/** longhaul run: a new run, driven until it ends or waits. */




const verb = async (invocation) => {
    const options = (0,_start_options_js__WEBPACK_IMPORTED_MODULE_3__/* .startOptions */ .n)(invocation, invocation.args[0] ?? '');
    const run = await (0,_operations_start_js__WEBPACK_IMPORTED_MODULE_0__/* .startRun */ .A)(options);
    invocation.out.pasteable = (hint) => (0,_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .pasteable */ .yK)(invocation, run.runId, hint);
    invocation.out.line(`Run ${run.runId} in ${run.runDir}`);
    return (0,_drive_js__WEBPACK_IMPORTED_MODULE_1__/* .driveFromHere */ .nB)(invocation, {
        store: options.store,
        run,
        workspace: invocation.here.cwd,
        reference: (0,_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .referenceOf */ .Bz)(invocation, run.runId),
    });
};


/***/ })

};
