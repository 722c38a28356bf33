export const id = 350;
export const ids = [350];
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

/***/ 28493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ shellLine)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** How a line of shell is run. */


/**
 * `bash -c` where there is bash, `/bin/sh -c` elsewhere, cmd.exe on Windows. No -e and no pipefail, as with
 * child_process.exec: the status is that of the last command. Not plain sh, because many public process files
 * begin with `set -euo pipefail`, which the sh of Debian and Ubuntu refuses.
 */
function shellLine(line, env) {
    if (process.platform === 'win32')
        return { file: line, args: [], shell: true };
    const bash = bashIn(env.PATH ?? '');
    // --norc: reached over ssh, bash would read ~/.bashrc even for -c.
    return bash === undefined
        ? { file: '/bin/sh', args: ['-c', line], shell: false }
        : { file: bash, args: ['--norc', '-c', line], shell: false };
}
const found = new Map();
function bashIn(path) {
    if (!found.has(path))
        found.set(path, path
            .split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
            .map((dir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, 'bash'))
            .find(isExecutable));
    return found.get(path);
}
function isExecutable(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 77350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   shell: () => (/* binding */ shell)
/* harmony export */ });
/* harmony import */ var _command_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47105);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7387);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73577);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1014);
/* harmony import */ var _io_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53963);
/* harmony import */ var _shell_line_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28493);
/* harmony import */ var _task_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61745);







const shell = { run: (effect, world) => (0,_task_command_js__WEBPACK_IMPORTED_MODULE_6__/* .settled */ .gu)(() => run(effect, world)) };
async function run(effect, world) {
    const spec = specOf(effect.def);
    const line = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(spec.command);
    if (line === undefined)
        throw (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)('shell.command', spec.command, 'a line of shell, or a program with shell.args');
    const expected = expectedExitCodes(spec.expectedExitCode);
    const io = (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .ioPaths */ .n2)(effect, world);
    const env = (0,_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .taskEnvironment */ .r)(effect, world, io);
    const args = spec.args;
    const program = args === undefined || args === null
        ? (0,_shell_line_js__WEBPACK_IMPORTED_MODULE_5__/* .shellLine */ .T)(line, env)
        : { file: line, args: (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentList */ .Yw)(args, 'shell.args') };
    const command = {
        ...program,
        cwd: (0,_task_command_js__WEBPACK_IMPORTED_MODULE_6__/* .workingDirectory */ .p7)(spec, 'shell', world),
        env,
        stdin: inputText(spec.input),
    };
    const before = await (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .prepareOutput */ .DH)(io, effect.effectId);
    if (io.inputDeclared)
        await (0,_io_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .writeInput */ .Oe)(io, effect.args, world.redact);
    const result = await (0,_task_command_js__WEBPACK_IMPORTED_MODULE_6__/* .runTaskCommand */ .gj)(effect, world, command);
    const files = (0,_task_command_js__WEBPACK_IMPORTED_MODULE_6__/* .filesOf */ .R8)(effect.effectId, result);
    if (result.kind === 'stopped')
        return (0,_task_command_js__WEBPACK_IMPORTED_MODULE_6__/* .stopped */ .ce)(result, files);
    const shown = (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .firstLine */ .TM)(world.redact(line));
    if (result.kind === 'failed') {
        const message = world.redact((0,_task_command_js__WEBPACK_IMPORTED_MODULE_6__/* .notStarted */ .DY)(result, shown, command));
        return { status: 'error', error: shellError(message, { code: null, signal: null }, ''), ...files };
    }
    if (result.exit.code === null || !expected.includes(result.exit.code)) {
        return { status: 'error', error: unexpected(shown, result.exit, result, files), ...files };
    }
    const schema = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .outputSchemaOf */ .S$)(effect.def, 'shell');
    return (0,_command_value_js__WEBPACK_IMPORTED_MODULE_0__/* .commandValue */ .p)({
        what: `\`${shown}\``,
        io,
        before,
        schema,
        redact: world.redact,
        exit: result.exit,
        streams: result,
        files,
    });
}
function specOf(def) {
    const own = def.shell;
    if (typeof own === 'string')
        return { command: own };
    return (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(own) ?? def;
}
function expectedExitCodes(value) {
    if (value === undefined || value === null)
        return [0];
    const codes = Array.isArray(value) ? value : [value];
    const valid = codes.filter((code) => typeof code === 'number' && Number.isInteger(code));
    if (valid.length === 0 || valid.length !== codes.length) {
        throw (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)('shell.expectedExitCode', value, 'an exit code or an array of them');
    }
    return valid;
}
function inputText(input) {
    if (input === undefined || input === null)
        return undefined;
    return typeof input === 'string' ? input : `${JSON.stringify(input)}\n`;
}
function unexpected(shown, exit, streams, files) {
    const stderr = streams.stderr.text;
    const said = (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLine */ .fM)(stderr) || (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .lastLine */ .fM)(streams.stdout.text);
    const where = files.stderrRef ?? files.stdoutRef;
    const hint = exit.code === 127
        ? ' (command not found: install it in the job, or check PATH)'
        : exit.code === 126
            ? ' (found, but not executable)'
            : '';
    const message = `\`${shown}\` ${(0,_task_command_js__WEBPACK_IMPORTED_MODULE_6__/* .exitText */ .iJ)(exit)}${hint}${said === '' ? '' : `: ${said}`}${where === undefined ? '' : ` (all output: ${where})`}`;
    return shellError(message, exit, stderr);
}
function shellError(message, exit, stderr) {
    return (0,_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)('ShellError', message, { exitCode: exit.code, signal: exit.signal, stderr });
}


/***/ })

};
