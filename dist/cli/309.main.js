export const id = 309;
export const ids = [309];
export const modules = {

/***/ 7309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  agent: () => (/* binding */ agent)
});

;// CONCATENATED MODULE: ./lib/executors/agent-answer.js
const FENCE = /^[ \t]*```[ \t]*(\w*)[^\n]*\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;
/**
 * All of the text; else the last fenced block marked `json`, else the last fenced block of any kind; else from the first
 * `{` to the last `}`, or the same with brackets, whichever begins first. undefined when none of them is JSON.
 */
function answerIn(text) {
    const whole = parsed(text);
    if (whole !== undefined)
        return whole;
    const blocks = [...text.matchAll(FENCE)].reverse();
    const marked = blocks.filter((block) => /^jsonc?$/i.test(block[1] ?? ''));
    for (const block of [...marked, ...blocks]) {
        const found = parsed(block[2] ?? '');
        if (found !== undefined)
            return found;
    }
    return outermost(text);
}
function outermost(text) {
    const spans = [
        { from: text.indexOf('{'), to: text.lastIndexOf('}') },
        { from: text.indexOf('['), to: text.lastIndexOf(']') },
    ];
    const present = spans.filter(({ from, to }) => from !== -1 && to > from).sort((a, b) => a.from - b.from);
    for (const { from, to } of present) {
        const found = parsed(text.slice(from, to + 1));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function parsed(text) {
    const trimmed = text.trim(); // of a byte order mark, too
    if (trimmed === '')
        return undefined;
    try {
        return { value: JSON.parse(trimmed) };
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/executors/definition.js
var definition = __webpack_require__(7387);
;// CONCATENATED MODULE: ./lib/executors/agent-request.js

/**
 * The request, from where public process files put it: `agent.prompt` and `agent.context`, all of `skill`, the
 * payload of `ctx.orchestratorTask`. Without a prompt the rest of that part, or the title and description, is
 * the prompt; without a context the prompt's own `context`, or else the arguments of the call.
 */
function agentRequest(effect) {
    const { prompt, context } = effect.kind === 'orchestrator_task' ? fromPayload(effect) : fromDefinition(effect);
    return {
        kind: effect.kind,
        prompt,
        context: context ?? (0,definition/* asObject */.eB)(prompt)?.context ?? effect.args,
        outputSchema: (0,definition/* outputSchemaOf */.S$)(effect.def, effect.kind) ?? null,
        runId: effect.runId,
        effectId: effect.effectId,
        attempt: effect.attempt,
        idempotencyKey: effect.idempotencyKey,
    };
}
function fromDefinition({ kind, def, taskId }) {
    const part = def[kind];
    if ((0,definition/* asText */.e1)(part) !== undefined)
        return { prompt: part ?? null, context: def.context };
    const { outputSchema: _, context, prompt, ...rest } = (0,definition/* asObject */.eB)(part) ?? {};
    const given = prompt ?? def.prompt;
    // A skill is its name and arguments; the prompt is only one part of it.
    if (kind === 'skill' && Object.keys(rest).length > 0) {
        return {
            prompt: given === undefined ? rest : { ...rest, prompt: given },
            context: context ?? (0,definition/* asObject */.eB)(given ?? null)?.context,
        };
    }
    if (given !== undefined && given !== null)
        return { prompt: given, context: context ?? def.context };
    if (Object.keys(rest).some((key) => key !== 'name'))
        return { prompt: rest, context };
    return {
        prompt: { ...rest, task: (0,definition/* asText */.e1)(def.description) ?? (0,definition/* asText */.e1)(def.title) ?? taskId },
        context: context ?? def.context,
    };
}
function fromPayload({ def, args }) {
    const payload = (0,definition/* asObject */.eB)(def.orchestratorTask)?.payload ?? (0,definition/* asObject */.eB)(def.metadata)?.payload ?? args;
    const parts = (0,definition/* asObject */.eB)(payload);
    if (parts?.prompt === undefined)
        return { prompt: payload, context: undefined };
    return { prompt: parts.prompt, context: parts.context ?? payload };
}

// EXTERNAL MODULE: ./lib/executors/environment.js
var environment = __webpack_require__(3577);
// EXTERNAL MODULE: ./lib/executors/failure.js
var failure = __webpack_require__(1014);
// EXTERNAL MODULE: ./lib/executors/io-paths.js
var io_paths = __webpack_require__(3963);
// EXTERNAL MODULE: ./lib/executors/shell-line.js
var shell_line = __webpack_require__(8493);
// EXTERNAL MODULE: ./lib/executors/task-command.js + 4 modules
var task_command = __webpack_require__(1745);
;// CONCATENATED MODULE: ./lib/executors/agent.js








/** So much of a bad answer is shown in the error. */
const SHOWN = 2048;
/** So much of it goes back to the agent. */
const RETURNED = 32 * 1024;
const agent = { run: (effect, world) => (0,task_command/* settled */.gu)(() => run(effect, world)) };
async function run(effect, world) {
    const line = world.agentCommand;
    if (line === undefined || line.trim() === '')
        throw new TypeError('The agent executor was chosen without an agent command');
    const request = agentRequest(effect);
    await checkSchema(request.outputSchema);
    // The definition's own io is for whoever does the work; the answer comes on stdout.
    const io = (0,io_paths/* ioPaths */.n2)({ ...effect, def: {} }, world);
    const env = { ...(0,environment/* taskEnvironment */.r)(effect, world, io), ...agentVariables(effect) };
    const command = { ...(0,shell_line/* shellLine */.T)(line, env), cwd: world.workspace, env };
    const runs = [];
    const ask = async (repair) => {
        const stdin = `${JSON.stringify(repair === undefined ? request : { ...request, repair })}\n`;
        const separator = repair === undefined ? undefined : `--- asked once more: ${repair.problem}\n`;
        const result = await (0,task_command/* runTaskCommand */.gj)(effect, world, { ...command, stdin }, separator);
        runs.push(result);
        const files = (0,task_command/* filesOf */.R8)(effect.effectId, ...runs);
        if (result.kind === 'stopped')
            return (0,task_command/* stopped */.ce)(result, files);
        const shown = (0,failure/* firstLine */.TM)(world.redact(line));
        const stderr = result.stderr.text;
        if (result.kind === 'failed') {
            const message = world.redact((0,task_command/* notStarted */.DY)(result, shown, command));
            return { status: 'error', error: commandError(message, null, null, stderr), ...files };
        }
        if (result.exit.code !== 0) {
            const said = (0,failure/* lastLine */.fM)(stderr) || (0,failure/* lastLine */.fM)(result.stdout.text);
            const message = `The agent command \`${shown}\` ${(0,task_command/* exitText */.iJ)(result.exit)}${said === '' ? '' : `: ${said}`}`;
            return {
                status: 'error',
                error: commandError(message, result.exit.code, result.exit.signal, stderr),
                ...files,
            };
        }
        const text = await result.stdout.whole(io_paths/* MOST_JSON */.$x);
        const judged = await judge(text, request.outputSchema);
        return judged.ok ? { status: 'ok', value: judged.value, ...files } : judged;
    };
    const first = await ask();
    if ('status' in first)
        return first;
    const second = await ask({ problem: first.problem, received: first.received.slice(0, RETURNED) });
    if ('status' in second)
        return second;
    return { status: 'error', error: outputError(effect, second), ...(0,task_command/* filesOf */.R8)(effect.effectId, ...runs) };
}
async function judge(text, schema) {
    const bad = (problem, issues = []) => ({
        ok: false,
        problem,
        received: text ?? '',
        issues,
    });
    if (text === undefined)
        return bad(`it is larger than ${io_paths/* MOST_JSON */.$x / 1024 / 1024} MiB`);
    if (text.trim() === '')
        return bad('it is empty; JSON was expected on stdout');
    const answer = answerIn(text);
    if (answer === undefined)
        return bad('it is not JSON, and holds no JSON');
    if (schema === null)
        return { ok: true, value: answer.value };
    const { validateJson, issuesText } = await __webpack_require__.e(/* import() */ 669).then(__webpack_require__.bind(__webpack_require__, 6669));
    const judged = await validateJson(schema, answer.value);
    if (judged.ok)
        return { ok: true, value: answer.value };
    return bad(`it does not fit the output schema: ${issuesText(judged.issues)}`, judged.issues);
}
/** Before the agent works: an answer that nothing can judge would be paid for in vain. */
async function checkSchema(schema) {
    if (schema === null)
        return;
    const { checkSchemaItself, InvalidSchemaError } = await __webpack_require__.e(/* import() */ 669).then(__webpack_require__.bind(__webpack_require__, 6669));
    try {
        await checkSchemaItself(schema);
    }
    catch (error) {
        if (error instanceof InvalidSchemaError)
            throw new failure/* TaskDefinitionError */.zF(`The task definition's outputSchema: ${error.message}`);
        throw error;
    }
}
/** Who was asked for; the request itself has no place for it. */
function agentVariables(effect) {
    const own = (0,definition/* asObject */.eB)(effect.def[effect.kind]);
    const name = (0,definition/* asText */.e1)(own?.name);
    const model = (0,definition/* asText */.e1)(own?.model) ?? (0,definition/* asText */.e1)((0,definition/* asObject */.eB)(effect.def.execution)?.model);
    return {
        ...(name === undefined ? {} : { LONGHAUL_AGENT_NAME: name }),
        ...(model === undefined ? {} : { LONGHAUL_AGENT_MODEL: model }),
    };
}
function commandError(message, exitCode, signal, stderr) {
    return (0,failure/* failure */.V2)('AgentCommandError', message, { exitCode, signal, stderr });
}
function outputError(effect, bad) {
    const shown = bad.received.trim() === '' ? '' : ` The answer begins: ${(0,failure/* shorten */.ml)(bad.received.trim(), 300)}`;
    const message = `The agent command's answer for ${effect.taskId} cannot be taken, also after it was asked once more: ${bad.problem}.${shown}`;
    const issues = bad.issues.map(({ path, message: what }) => ({ path, message: what }));
    return (0,failure/* failure */.V2)('AgentOutputError', message, { received: cut(bad.received, SHOWN), issues });
}
/** The first `bytes` bytes, cut between characters. */
function cut(text, bytes) {
    const all = Buffer.from(text);
    if (all.length <= bytes)
        return text;
    let to = bytes;
    while (((all[to] ?? 0) & 0xc0) === 0x80)
        to--;
    return all.subarray(0, to).toString();
}


/***/ }),

/***/ 8493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ shellLine)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
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


/***/ })

};
