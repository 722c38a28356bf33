export const id = 370;
export const ids = [370];
export const modules = {

/***/ 47105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ commandValue)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1014);
/* harmony import */ var _io_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53963);


/**
 * The JSON at the output path; else, with an output schema, the JSON on stdout; else `{exitCode, stdout, stderr}`.
 * A schema that speaks of `stdout`, `stderr` or `exitCode` means the last: it then is the result when stdout
 * itself does not fit. The outcome is an error when the result is malformed or does not fit the schema.
 */
async function commandValue(ended) {
    const { schema, files, streams } = ended;
    try {
        const output = await (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .readOutput */ .ov)(ended.io, ended.before, ended.redact);
        if (output !== undefined)
            return await fitting(output.value, ended.io.outputRef, ended);
        const plain = {
            exitCode: ended.exit.code,
            stdout: streams.stdout.text,
            stderr: streams.stderr.text,
        };
        if (schema === undefined)
            return { status: 'ok', value: plain, ...files };
        const spoken = await stdoutValue(ended);
        if (spoken.status === 'ok' || !speaksOfStreams(schema))
            return spoken;
        return await fitting(plain, `the result of ${ended.what}`, ended);
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskOutputError */ .tk)
            return outputFailed(error, files);
        throw error;
    }
}
async function stdoutValue(ended) {
    const source = `the output of ${ended.what}, which has an output schema,`;
    try {
        const text = await ended.streams.stdout.whole(_io_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST_JSON */ .$x);
        if (text === undefined)
            throw (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .tooLarge */ .g$)(source);
        return await fitting((0,_io_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text, source), source, ended);
    }
    catch (error) {
        if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskOutputError */ .tk)
            return outputFailed(error, ended.files);
        throw error;
    }
}
async function fitting(value, source, { schema, files }) {
    if (schema === undefined)
        return { status: 'ok', value, ...files };
    const { validateJson, issuesText, InvalidSchemaError } = await __webpack_require__.e(/* import() */ 669).then(__webpack_require__.bind(__webpack_require__, 26669));
    try {
        const judged = await validateJson(schema, value);
        if (judged.ok)
            return { status: 'ok', value, ...files };
        const issues = judged.issues.map(({ path, message }) => ({ path, message }));
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskOutputError */ .tk(`${source} does not fit the output schema: ${issuesText(issues)}`, { issues });
    }
    catch (error) {
        if (error instanceof InvalidSchemaError)
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TaskOutputError */ .tk(error.message, {});
        throw error;
    }
}
function outputFailed(error, files) {
    const message = error.message.replace(/^the /, 'The ');
    return { status: 'error', error: { name: error.name, message, data: error.data }, ...files };
}
function speaksOfStreams(schema) {
    const text = JSON.stringify({
        required: schema.required ?? [],
        properties: Object.keys(schema.properties ?? {}),
    });
    return /"(?:stdout|stderr|exitCode)"/.test(text);
}


/***/ }),

/***/ 41370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   node: () => (/* binding */ node)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _command_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47105);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7387);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73577);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1014);
/* harmony import */ var _io_paths_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53963);
/* harmony import */ var _task_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61745);
/** Kind `node`: `node: { entry, args?, env?, cwd? }`, a script that reads its input and leaves its result in files. */








const node = { run: (effect, world) => (0,_task_command_js__WEBPACK_IMPORTED_MODULE_7__/* .settled */ .gu)(() => run(effect, world)) };
async function run(effect, world) {
    const spec = (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(effect.def.node) ?? {};
    const entry = (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(spec.entry);
    if (entry === undefined)
        throw (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)('node.entry', spec.entry, 'the path of a script, relative to the workspace');
    const cwd = (0,_task_command_js__WEBPACK_IMPORTED_MODULE_7__/* .workingDirectory */ .p7)(spec, 'node', world);
    const io = (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .ioPaths */ .n2)(effect, world);
    const command = {
        file: process.execPath,
        args: [await scriptPath(entry, cwd, effect, world), ...(0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .argumentList */ .Yw)(spec.args, 'node.args')],
        cwd,
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .taskEnvironment */ .r)(effect, world, io),
    };
    const before = await (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .prepareOutput */ .DH)(io, effect.effectId);
    await (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .writeInput */ .Oe)(io, effect.args, world.redact);
    const result = await (0,_task_command_js__WEBPACK_IMPORTED_MODULE_7__/* .runTaskCommand */ .gj)(effect, world, command);
    const files = (0,_task_command_js__WEBPACK_IMPORTED_MODULE_7__/* .filesOf */ .R8)(effect.effectId, result);
    if (result.kind === 'stopped')
        return (0,_task_command_js__WEBPACK_IMPORTED_MODULE_7__/* .stopped */ .ce)(result, files);
    const shown = world.redact(`node ${entry}`);
    if (result.kind === 'failed') {
        const message = world.redact((0,_task_command_js__WEBPACK_IMPORTED_MODULE_7__/* .notStarted */ .DY)(result, shown, command));
        return {
            status: 'error',
            error: (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failure */ .V2)('NodeTaskError', message, { exitCode: null, signal: null, stderr: '' }),
            ...files,
        };
    }
    const { exit, stdout, stderr } = result;
    if (exit.code !== 0) {
        const said = lastErrorLine(stderr.text) || (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLine */ .fM)(stdout.text);
        const where = files.stderrRef ?? files.stdoutRef;
        const message = `\`${shown}\` ${(0,_task_command_js__WEBPACK_IMPORTED_MODULE_7__/* .exitText */ .iJ)(exit)}${said === '' ? '' : `: ${said}`}${where === undefined ? '' : ` (all output: ${where})`}`;
        const data = { exitCode: exit.code, signal: exit.signal, stderr: stderr.text };
        return { status: 'error', error: (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failure */ .V2)('NodeTaskError', message, data), ...files };
    }
    const schema = (0,_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .outputSchemaOf */ .S$)(effect.def, 'node');
    return (0,_command_value_js__WEBPACK_IMPORTED_MODULE_2__/* .commandValue */ .p)({
        what: `\`${shown}\``,
        io,
        before,
        schema,
        redact: world.redact,
        exit,
        streams: result,
        files,
    });
}
/** Where the entry may lie: from its cwd, the workspace, or, as Babysitter has it, the run directory (also the one that run.json speaks of). */
async function scriptPath(entry, cwd, effect, world) {
    const bases = [cwd, world.workspace, world.runDir, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.workspace, '.a5c/runs', effect.runId)];
    for (const path of new Set(bases.map((base) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, entry)))) {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined))?.isFile())
            return path;
    }
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_5__/* .TaskDefinitionError */ .zF(`There is no script ${JSON.stringify(entry)} (looked in ${cwd} and the run directory). ` +
        'Check `node.entry` in the definition, and that the job has checked the repository out.');
}
/** The line with the error's message: after it Node prints a stack, an empty line and its version. */
function lastErrorLine(stderr) {
    const lines = stderr.split('\n');
    const error = lines.findLast((line) => /^(?:Uncaught )?\w*Error(?: \[\w+\])?: /.test(line));
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .lastLine */ .fM)(error ?? stderr);
}


/***/ })

};
