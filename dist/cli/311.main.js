export const id = 311;
export const ids = [311];
export const modules = {

/***/ 3577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ cleanEnvironment),
/* harmony export */   r: () => (/* binding */ taskEnvironment)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7387);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1014);
/** The environment of a task: what it is told about itself, and what it never gets to see. */



const HIDDEN = /^(?:INPUT_.*|STATE_.*|ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL|ACTIONS_ID_TOKEN_.*|LONGHAUL_SIGNING_KEY)$/i;
/** The inherited environment without action inputs, action state, the runner's tokens and the signing key. */
function cleanEnvironment(inherited) {
    const env = {};
    for (const [name, value] of Object.entries(inherited)) {
        if (value !== undefined && !HIDDEN.test(name))
            env[name] = value;
    }
    return env;
}
/**
 * All variables of one attempt (contract §4): the inherited ones, the definition's own on top (null takes one
 * out), then the effect's. The paths are also given under the names that Babysitter's workers read.
 *
 * @throws TaskDefinitionError when the definition sets a LONGHAUL_* variable or gives a value that is no text
 */
function taskEnvironment(effect, world, io) {
    const env = cleanEnvironment(world.env);
    const own = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(effect.def[effect.kind]) ?? effect.def;
    for (const [name, value] of ownVariables(own.env, effect.kind)) {
        if (value === null)
            delete env[name];
        else
            env[name] = value;
    }
    return {
        ...env,
        LONGHAUL_RUN_ID: effect.runId,
        LONGHAUL_EFFECT_ID: effect.effectId,
        LONGHAUL_ATTEMPT: String(effect.attempt),
        LONGHAUL_RUN_DIR: world.runDir,
        LONGHAUL_ARTIFACTS_DIR: world.artifactsDir,
        LONGHAUL_IDEMPOTENCY_KEY: effect.idempotencyKey,
        LONGHAUL_INPUT_JSON: io.input,
        LONGHAUL_OUTPUT_JSON: io.output,
        BABYSITTER_EFFECT_ID: effect.effectId,
        BABYSITTER_INPUT_JSON: io.input,
        BABYSITTER_OUTPUT_JSON: io.output,
        BABYSITTER_STDOUT_PATH: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(world.runDir, 'tasks', effect.effectId, 'stdout.log'),
        BABYSITTER_STDERR_PATH: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(world.runDir, 'tasks', effect.effectId, 'stderr.log'),
    };
}
function ownVariables(env, kind) {
    if (env === undefined || env === null)
        return [];
    const given = (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(env);
    if (given === undefined)
        throw (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(`${kind}.env`, env, 'an object of variables');
    return Object.entries(given).map(([name, value]) => {
        if (/^LONGHAUL_/i.test(name)) {
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .TaskDefinitionError */ .zF(`The task definition's ${kind}.env sets ${name}: variables that begin with LONGHAUL_ belong to the engine. Choose another name.`);
        }
        if (value === null || typeof value === 'string')
            return [name, value];
        if (typeof value === 'number' || typeof value === 'boolean')
            return [name, String(value)];
        throw (0,_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(`${kind}.env.${name}`, value, 'a string');
    });
}


/***/ }),

/***/ 3963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ MOST_JSON),
/* harmony export */   DH: () => (/* binding */ prepareOutput),
/* harmony export */   Oe: () => (/* binding */ writeInput),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   n2: () => (/* binding */ ioPaths),
/* harmony export */   ov: () => (/* binding */ readOutput),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8651);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8091);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4904);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7387);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1014);
/** The files through which a task takes its input and leaves its result, always inside the run directory. */







/** A result beyond this is no message between steps any more; it belongs into a file of artifacts/. */
const MOST_JSON = 64 * 1024 * 1024;
/** Directories of the run directory that only the engine writes; a file at its top is the engine's, too. */
const ENGINES = new Set(['journal', 'state', 'code', 'mailbox', 'lease', 'blobs', 'orphaned', 'process']);
/**
 * Where a task reads its input and writes its result: `io.inputJsonPath` and `io.outputJsonPath` (or
 * `<kind>.outputPath`), by default `tasks/<effectId>/input.json` and `output.json`.
 *
 * @throws TaskDefinitionError for a path outside the run directory, or of a file that the engine keeps
 */
function ioPaths(effect, world) {
    const io = (0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(effect.def.io);
    const declared = (0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(io?.inputJsonPath);
    const wanted = (0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(io?.outputJsonPath) ?? (0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)((0,_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(effect.def[effect.kind])?.outputPath);
    const input = inside(world.runDir, declared ?? `tasks/${effect.effectId}/input.json`, 'io.inputJsonPath');
    const output = inside(world.runDir, wanted ?? `tasks/${effect.effectId}/output.json`, 'io.outputJsonPath');
    const kept = [
        _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.task(effect.effectId),
        _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.stdout(effect.effectId),
        _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.stderr(effect.effectId),
    ];
    if (kept.includes(output) || kept.includes(input) || input === _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.result(effect.effectId)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskDefinitionError */ .zF(`The task definition's io names ${kept.includes(output) ? output : input}, which the engine writes. Use tasks/${effect.effectId}/output.json.`);
    }
    return {
        input: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.runDir, input),
        output: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.runDir, output),
        outputRef: output,
        inputDeclared: declared !== undefined,
    };
}
/** The path relative to the run directory, with `/`. */
function inside(runDir, path, field) {
    const within = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(runDir, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
    const [first = ''] = within;
    if (first === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(within.join(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)) || path.includes('\0')) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskDefinitionError */ .zF(`The task definition's ${field} is ${JSON.stringify(path)}, which lies outside the run directory. ` +
            'Give a path relative to it, e.g. tasks/<effectId>/output.json.');
    }
    if (within.length < 2 || ENGINES.has(first)) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskDefinitionError */ .zF(`The task definition's ${field} is ${JSON.stringify(path)}, a place that the engine keeps for itself. ` +
            'Give a path below tasks/ or artifacts/.');
    }
    return within.join('/');
}
/** Writes the arguments of the call for the worker. They are redacted: the file is stored with the run. */
async function writeInput(io, args, redact) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(io.input), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(io.input, (0,_journal_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)((0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactValue */ .FI)(args, redact)));
}
/**
 * Makes the place for the result and clears away what an earlier attempt left there. The engine's own
 * result.json, which many definitions name as output, stays until it is replaced.
 */
async function prepareOutput(io, effectId) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(io.output), { recursive: true });
    if (io.outputRef !== _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.result(effectId)) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(io.output, { force: true }).catch((error) => {
            if (!/EISDIR/.test(error.code ?? ''))
                throw error;
            throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskDefinitionError */ .zF(`The task definition's io.outputJsonPath is ${io.outputRef}, which is a directory. Name a file.`);
        });
        return undefined;
    }
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(io.output, { bigint: true }).catch(missing);
}
/**
 * The JSON that the attempt left at the output path; undefined when it left none.
 *
 * @throws TaskOutputError when it is not JSON, empty or too large, naming the file
 */
async function readOutput(io, before, redact) {
    const now = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(io.output, { bigint: true }).catch(missing);
    if (now === undefined || !now.isFile())
        return undefined;
    if (before !== undefined &&
        now.mtimeNs === before.mtimeNs &&
        now.size === before.size &&
        now.ino === before.ino) {
        return undefined;
    }
    if (now.size > MOST_JSON)
        throw tooLarge(io.outputRef);
    const raw = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(io.output, 'utf8');
    const text = withoutSecrets(raw, redact);
    if (text !== raw)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(io.output, text);
    return { value: parseJson(text, io.outputRef) };
}
function withoutSecrets(text, redact) {
    try {
        const clean = (0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactJson */ .Kp)(text, redact);
        return clean === text ? text : `${clean}\n`;
    }
    catch {
        return redact(text); // no JSON, which the reader says
    }
}
/** `source` is what the message calls the text. @throws TaskOutputError for a text that is no JSON */
function parseJson(text, source) {
    if (text.trim() === '') {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskOutputError */ .tk(`${source} is empty; it must hold the task's result as JSON.`, {
            received: '',
        });
    }
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskOutputError */ .tk(`${source} is not JSON (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(why, 200)}). It begins with: ${(0,_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .shorten */ .ml)(text.trim(), 200)}`, { received: text.slice(0, 2048) });
    }
}
/** A result of more than 64 MiB. */
function tooLarge(source) {
    return new _failure_js__WEBPACK_IMPORTED_MODULE_6__/* .TaskOutputError */ .tk(`${source} is larger than ${MOST_JSON / 1024 / 1024} MiB, too large for a result. Write large data into LONGHAUL_ARTIFACTS_DIR and give its path.`, {});
}
function missing(error) {
    const code = error.code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw error;
}


/***/ }),

/***/ 1745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iJ: () => (/* binding */ exitText),
  R8: () => (/* binding */ filesOf),
  DY: () => (/* binding */ notStarted),
  gj: () => (/* binding */ runTaskCommand),
  gu: () => (/* binding */ settled),
  ce: () => (/* binding */ stopped),
  p7: () => (/* binding */ workingDirectory)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(8091);
// EXTERNAL MODULE: ./lib/executors/definition.js
var definition = __webpack_require__(7387);
// EXTERNAL MODULE: ./lib/executors/failure.js
var failure = __webpack_require__(1014);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/executors/output-log.js
/** One output stream of a command: redacted, passed on live, kept whole in a file and, its end, in memory. */


/** So much of each stream's end goes into a result. */
const TAIL_BYTES = 64 * 1024;
/** A line longer than this is passed on in pieces. */
const LONGEST_LINE = 64 * 1024;
/** What is held back when a line is cut, so that no secret up to this length is torn apart. */
const OVERLAP = 4096;
/** Odd, so that a regular pattern of secrets does not catch every try. */
const STEP = 7;
class OutputLog {
    /** Bytes taken so far, to tell whether the stream still moves. */
    received = 0;
    /** While a chunk is on its way to file and consumer. */
    busy = false;
    /** The file could not be written; the command was not disturbed by it. */
    problem;
    #options;
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #file;
    /** Where this command's output begins in the file. */
    #start = 0;
    #bytes = 0;
    #pending = '';
    #tail = [];
    #tailLength = 0;
    constructor(options) {
        this.#options = options;
    }
    /** Whether the file has anything of this command. */
    get written() {
        return this.#file !== undefined;
    }
    /** The last 64 KiB, redacted, cut between characters. */
    get text() {
        const bytes = Buffer.from(this.#tail.join(''));
        if (bytes.length <= TAIL_BYTES)
            return bytes.toString();
        let from = bytes.length - TAIL_BYTES;
        // 10xxxxxx: the middle of a character.
        while (((bytes[from] ?? 0) & 0xc0) === 0x80)
            from++;
        return bytes.subarray(from).toString();
    }
    /** Takes a chunk; answers when it is written, so that a slow disk or reader slows the command down. */
    async write(chunk) {
        this.received += chunk.length;
        this.#pending += this.#decoder.write(chunk);
        const cut = cutAfter(this.#pending, this.#options.redact);
        if (cut === 0)
            return;
        const text = this.#pending.slice(0, cut);
        this.#pending = this.#pending.slice(cut);
        this.busy = true;
        try {
            await this.#pass(text);
        }
        finally {
            this.busy = false;
        }
    }
    /** Passes on what is left and closes the file. */
    async end() {
        const rest = this.#pending + this.#decoder.end();
        this.#pending = '';
        if (rest !== '')
            await this.#pass(rest);
        await this.#file?.close().catch((error) => this.#failed(error));
    }
    /** All of it (redacted), read back from the file when memory holds only its end; undefined beyond `most` bytes. */
    async whole(most) {
        if (this.#bytes <= TAIL_BYTES)
            return this.#tail.join('');
        if (this.#bytes > most)
            return undefined;
        if (this.problem !== undefined)
            throw this.problem;
        const file = await (0,promises_.open)(this.#options.path);
        try {
            const bytes = Buffer.alloc(this.#bytes);
            let read = 0;
            while (read < bytes.length) {
                const { bytesRead } = await file.read(bytes, read, bytes.length - read, this.#start + read);
                if (bytesRead === 0)
                    break;
                read += bytesRead;
            }
            return bytes.toString('utf8', 0, read);
        }
        finally {
            await file.close();
        }
    }
    async #pass(raw) {
        const text = this.#options.redact(raw);
        const bytes = Buffer.from(text);
        this.#bytes += bytes.length;
        this.#keep(text);
        await this.#store(bytes);
        try {
            await this.#options.emit(text);
        }
        catch {
            // A closed terminal or log changes nothing for the command.
        }
    }
    #keep(text) {
        this.#tail.push(text);
        this.#tailLength += text.length;
        let [oldest] = this.#tail;
        // A character has at least one byte, so this many characters are enough.
        while (oldest !== undefined && this.#tailLength - oldest.length >= TAIL_BYTES) {
            this.#tailLength -= oldest.length;
            this.#tail.shift();
            [oldest] = this.#tail;
        }
    }
    async #store(bytes) {
        if (this.problem !== undefined)
            return;
        try {
            this.#file ??= await this.#open();
            let written = 0;
            while (written < bytes.length)
                written += (await this.#file.write(bytes, written)).bytesWritten;
        }
        catch (error) {
            this.#failed(error);
        }
    }
    async #open() {
        const header = this.#options.appendAfter;
        const file = await (0,promises_.open)(this.#options.path, header === undefined ? 'w' : 'a');
        if (header !== undefined) {
            await file.write(header);
            this.#start = (await file.stat()).size;
        }
        return file;
    }
    #failed(error) {
        this.problem ??= error instanceof Error ? error : new Error(String(error));
    }
}
/** Up to where the text can be redacted and passed on: whole lines; of an endless line all but its end. 0: wait for more. */
function cutAfter(text, redact) {
    const line = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    const key = openKey(text);
    if (key >= 0 && text.length <= LONGEST_LINE)
        return Math.min(line, key);
    if (line > 0 || text.length <= LONGEST_LINE)
        return line;
    for (let cut = text.length - OVERLAP; cut > text.length - 2 * OVERLAP; cut -= STEP) {
        const code = text.charCodeAt(cut);
        const at = code >= 0xdc00 && code <= 0xdfff ? cut - 1 : cut;
        const before = text.slice(at - OVERLAP, at);
        const after = text.slice(at, at + OVERLAP);
        // A secret across the cut would be redacted in the whole, but not in its halves.
        if (redact(before) + redact(after) === redact(before + after))
            return at;
    }
    return text.length - OVERLAP;
}
/** Where a private key begins whose end has not come yet: it is one secret of many lines. -1: nowhere. */
function openKey(text) {
    const begin = text.lastIndexOf('-----BEGIN ');
    if (begin < 0 || text.indexOf('-----END ', begin) >= 0)
        return -1;
    return /^-----BEGIN [A-Z ]{0,40}PRIVATE KEY/.test(text.slice(begin, begin + 80)) ? begin : -1;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/executors/process-group.js
/** Ends a command with all that it started. */



const WINDOWS = process.platform === 'win32';
/** After SIGKILL; what is still there then hangs in the kernel or belongs to another user. */
const KILL_MS = 10_000;
const LONGEST_POLL_MS = 100;
/** What is left of a grace when there is no time for it any more. */
const HURRY_MS = 500;
/**
 * SIGTERM to the process group, SIGKILL to what of it is left after the grace. A group that ends within the
 * grace gets no SIGKILL. On Windows the tree is ended at once: console programs there have no SIGTERM.
 *
 * @param leader pid of the process that leads the group
 * @param hurry from when on half a second of the grace is left at most
 * @returns true once nothing of it runs any more, false when something outlived even SIGKILL
 */
async function endGroup(leader, graceMs, hurry) {
    if (WINDOWS)
        return endTree(leader);
    signalGroup(leader, 'SIGTERM');
    if (await goneWithin(leader, graceMs, () => { }, hurry))
        return true;
    // Sent again on every look: a member that was just forking may have missed the first.
    return goneWithin(leader, KILL_MS, () => signalGroup(leader, 'SIGKILL'));
}
async function goneWithin(leader, ms, each, hurry) {
    let end = performance.now() + ms;
    let hurried = false;
    for (let pause = 5;; pause = Math.min(pause * 1.5, LONGEST_POLL_MS)) {
        each();
        if (!groupAlive(leader))
            return true;
        if (hurry?.aborted === true && !hurried) {
            hurried = true;
            end = Math.min(end, performance.now() + HURRY_MS);
        }
        const left = end - performance.now();
        if (left <= 0)
            return false;
        await (0,external_node_timers_promises_.setTimeout)(Math.min(pause, left));
    }
}
function signalGroup(leader, signal) {
    try {
        process.kill(-leader, signal);
    }
    catch (error) {
        // ESRCH: nobody left. EPERM: somebody else's processes (sudo); they are reported as still alive.
        const code = error.code;
        if (code !== 'ESRCH' && code !== 'EPERM')
            throw error;
    }
}
/** Whether a process of the group still runs. Zombies do not count: who reaps them, if anybody, is not ours to know. */
function groupAlive(leader) {
    try {
        process.kill(-leader, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
    return process.platform === 'linux' ? hasLiveMember(String(leader)) : true;
}
function hasLiveMember(group) {
    for (const name of (0,external_node_fs_.readdirSync)('/proc')) {
        const first = name.charCodeAt(0);
        if (first < 48 || first > 57)
            continue;
        try {
            // pid (name) state ppid pgrp …; the name may hold anything, spaces and brackets included.
            const stat = (0,external_node_fs_.readFileSync)(`/proc/${name}/stat`, 'latin1');
            const [state, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3);
            if (pgrp === group && state !== 'Z' && state !== 'X')
                return true;
        }
        catch {
            // It ended between the listing and the look.
        }
    }
    return false;
}
async function endTree(pid) {
    await new Promise((resolve) => {
        (0,external_node_child_process_.execFile)('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => resolve());
    });
    const end = performance.now() + KILL_MS;
    for (;;) {
        try {
            process.kill(pid, 0);
        }
        catch {
            return true;
        }
        if (performance.now() > end)
            return false;
        await (0,external_node_timers_promises_.setTimeout)(LONGEST_POLL_MS);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/executors/stdin-file.js
/** What a command reads on stdin, as a file without a name. */




/**
 * An open file with the text, positioned at its start. Not a pipe, because Node's are sockets: `/dev/stdin` cannot
 * be opened on those, and bash takes one for a remote login and reads ~/.bashrc. It also cannot fail with EPIPE.
 *
 * @returns the file and how to be rid of it once the command has been started
 */
async function stdinFile(text) {
    const path = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `longhaul-stdin-${(0,external_node_crypto_.randomUUID)()}`);
    const file = await (0,promises_.open)(path, 'wx+', 0o600);
    // An open file cannot be deleted on Windows; elsewhere nobody can come across it from here on.
    const windows = process.platform === 'win32';
    if (!windows)
        await (0,promises_.unlink)(path);
    const close = async () => {
        await file.close();
        if (windows)
            await (0,promises_.unlink)(path).catch(() => { });
    };
    try {
        const bytes = Buffer.from(text);
        // At explicit positions: the command shares the file's own, which must stay at the start.
        for (let at = 0; at < bytes.length;)
            at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
    }
    catch (error) {
        await close();
        throw error;
    }
    return { file, close };
}

;// CONCATENATED MODULE: ./lib/executors/run-command.js
/** The one place that starts a process. */






const run_command_WINDOWS = process.platform === 'win32';
/** How long a pipe must be silent, after the command itself has ended, to be taken for a background child's. */
const QUIET_MS = 300;
/** After that long nobody waits for a background child that keeps talking. */
const LINGER_MS = 2000;
const TICK_MS = 50;
/**
 * Runs a command to its end: in a process group of its own, output redacted, streamed and kept (see OutputLog).
 * When the signal fires, the group gets SIGTERM, after the grace SIGKILL, and the answer comes once nothing of
 * it runs. A background child that the command leaves behind is neither waited for nor ended, but its output is
 * no longer read. Never rejects for what the command does.
 */
async function runCommand(options) {
    const log = (name) => new OutputLog({
        path: options.logs[name],
        appendAfter: options.appendAfter,
        redact: options.redact,
        emit: (text) => options.onOutput(name, text),
    });
    const streams = { stdout: log('stdout'), stderr: log('stderr') };
    // From the first moment on: it may fire while the command is being started.
    const stopping = onceAborted(options.signal);
    try {
        const cwd = await (0,promises_.stat)(options.cwd).catch(() => undefined);
        if (options.signal.aborted)
            return { kind: 'stopped', exit: null, alive: false, ...streams };
        if (!cwd?.isDirectory()) {
            const message = cwd === undefined ? 'does not exist' : 'is not a directory';
            return { kind: 'failed', code: 'CWD', message, ...streams };
        }
        const started = await start(options, streams);
        if ('failed' in started) {
            const { code = 'UNKNOWN', message } = started.failed;
            return { kind: 'failed', code, message, ...streams };
        }
        return { ...(await follow(started, streams, stopping.fired, options)), ...streams };
    }
    finally {
        stopping.forget();
    }
}
async function follow(started, streams, stop, { graceMs, hurry }) {
    const { child, pid, exited, copies } = started;
    try {
        const exit = await Promise.race([exited, stop]);
        if (exit !== undefined) {
            await drained(copies, streams);
            return { kind: 'exited', exit };
        }
        const gone = await endGroup(pid, graceMs, hurry);
        await drained(copies, streams);
        return { kind: 'stopped', exit: gone ? await exited : null, alive: !gone };
    }
    finally {
        release(child);
        await copies;
        await Promise.all([streams.stdout.end(), streams.stderr.end()]);
    }
}
async function start(options, streams) {
    if (options.stdin === undefined)
        return launch(options, streams, 'ignore');
    const stdin = await stdinFile(options.stdin);
    try {
        return await launch(options, streams, stdin.file.fd);
    }
    finally {
        await stdin.close();
    }
}
async function launch(options, streams, stdin) {
    let child;
    try {
        child = (0,external_node_child_process_.spawn)(options.file, options.args, {
            cwd: options.cwd,
            env: options.env,
            shell: options.shell ?? false,
            // On Windows it would open a console window, and taskkill finds the tree without it.
            detached: !run_command_WINDOWS,
            windowsHide: true,
            stdio: [stdin, 'pipe', 'pipe'],
        });
    }
    catch (error) {
        return { failed: error };
    }
    const failed = new Promise((resolve) => child.once('error', resolve));
    const exited = new Promise((resolve) => {
        child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    const { pid } = child;
    if (pid === undefined)
        return { failed: await failed };
    // At once: when a command ends, Node throws away what nobody has begun to read.
    const copies = Promise.all([copy(child.stdout, streams.stdout), copy(child.stderr, streams.stderr)]);
    return { child, pid, exited, copies };
}
/** Reads a stream to its end; one chunk at a time, so that memory stays flat. */
async function copy(stream, log) {
    if (stream === null)
        return;
    try {
        for await (const chunk of stream)
            await log.write(chunk);
    }
    catch {
        // Closed by `release` while a background child still held the other end.
    }
}
/** Waits until both streams are read to their ends, or nothing but a background child can be holding them open. */
async function drained(copies, streams) {
    const logs = [streams.stdout, streams.stderr];
    const ended = copies.then(() => true);
    const begun = performance.now();
    let seen = -1;
    let since = begun;
    for (;;) {
        const timer = new AbortController();
        const done = await Promise.race([
            ended,
            (0,external_node_timers_promises_.setTimeout)(TICK_MS, false, { signal: timer.signal }).catch(() => false),
        ]);
        timer.abort();
        if (done)
            return;
        const now = performance.now();
        const received = logs.reduce((sum, log) => sum + log.received, 0);
        if (received !== seen || logs.some((log) => log.busy)) {
            seen = received;
            since = now;
        }
        if (now - since >= QUIET_MS)
            return;
        // Busy: the command's own last words may still be on their way to a slow reader.
        if (now - begun >= LINGER_MS && !logs.some((log) => log.busy))
            return;
    }
}
function onceAborted(signal) {
    const { promise, resolve } = Promise.withResolvers();
    const listener = () => resolve();
    if (signal.aborted)
        resolve();
    signal.addEventListener('abort', listener, { once: true });
    return { fired: promise, forget: () => signal.removeEventListener('abort', listener) };
}
/** Nothing of it may keep this process alive. */
function release(child) {
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.unref();
}

;// CONCATENATED MODULE: ./lib/executors/task-command.js
/** Runs the command of one attempt of a task, with its log files in their place. */






/**
 * Runs it with `tasks/<effectId>/stdout.log` and `stderr.log` as its logs: always those of the latest attempt,
 * because that is where Babysitter and the refs in EFFECT_RESOLVED look. The logs of the attempt before become
 * `stdout.<attempt>.log`. With `appendAfter` it belongs to the same attempt and carries the logs on.
 */
async function runTaskCommand(effect, world, command, appendAfter) {
    const logs = {
        stdout: (0,external_node_path_.join)(world.runDir, layout/* refs */.DY.stdout(effect.effectId)),
        stderr: (0,external_node_path_.join)(world.runDir, layout/* refs */.DY.stderr(effect.effectId)),
    };
    if (appendAfter === undefined) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(logs.stdout), { recursive: true });
        await Promise.all([logs.stdout, logs.stderr].map((log) => setAside(log, effect.attempt)));
    }
    const { signal, graceMs, hurry, onOutput, redact } = world;
    const result = await runCommand({
        ...command,
        logs,
        appendAfter,
        signal,
        graceMs,
        hurry,
        redact,
        onOutput: (stream, text) => onOutput(stream, text),
    });
    const problem = result.stdout.problem ?? result.stderr.problem;
    if (problem !== undefined) {
        await world.onOutput('stderr', `longhaul: the output of ${effect.label} could not be kept: ${problem.message}\n`);
    }
    return result;
}
async function setAside(log, attempt) {
    if (attempt === 1)
        return (0,promises_.rm)(log, { force: true });
    await (0,promises_.rename)(log, log.replace(/\.log$/, `.${attempt - 1}.log`)).catch((error) => {
        // The attempt before said nothing, or ran on another machine.
        if (error.code !== 'ENOENT')
            throw error;
    });
}
/** The refs of the logs that have something in them. */
function filesOf(effectId, ...runs) {
    return {
        ...(runs.some((run) => run.stdout.written) ? { stdoutRef: layout/* refs */.DY.stdout(effectId) } : {}),
        ...(runs.some((run) => run.stderr.written) ? { stderrRef: layout/* refs */.DY.stderr(effectId) } : {}),
    };
}
/** The outcome of a command that was stopped. */
function stopped(result, files) {
    return {
        status: 'stopped',
        exit: result.exit,
        ...(result.alive ? { alive: true } : {}),
        ...files,
    };
}
/** The directory that a definition's `cwd` means: relative to the workspace. It may lead anywhere: it is the process's own code. */
function workingDirectory(spec, kind, world) {
    const cwd = spec.cwd;
    if (cwd === undefined || cwd === null)
        return world.workspace;
    if (typeof cwd !== 'string' || cwd === '')
        throw (0,definition/* wrong */.Qm)(`${kind}.cwd`, cwd, 'a path, relative to the workspace or absolute');
    return (0,external_node_path_.resolve)(world.workspace, cwd);
}
/** Why a command could not be started, and what to do. `shown` is the command as the message shows it. */
function notStarted(result, shown, command) {
    switch (result.code) {
        case 'CWD':
            return `Cannot run \`${shown}\`: its working directory ${command.cwd} ${result.message}. Check \`cwd\` in the definition, and that the job has checked the repository out.`;
        case 'ENOENT':
            return `Cannot run \`${shown}\`: there is no command ${JSON.stringify(command.file)}. Install it in the job, or check PATH and the spelling.`;
        case 'EACCES':
            return `Cannot run \`${shown}\`: ${JSON.stringify(command.file)} may not be executed. Make it executable (chmod +x), or name its interpreter.`;
        case 'E2BIG':
            return `Cannot run \`${shown}\`: its arguments and environment are too large for the system. Pass large data in a file.`;
        default:
            return `Cannot run \`${shown}\`: ${result.message}`;
    }
}
/** `exited with code 2`, `was killed by SIGSEGV`. */
function exitText(exit) {
    return exit.signal === null ? `exited with code ${exit.code}` : `was killed by ${exit.signal}`;
}
/** Turns the typed errors of a task into its outcome; anything else is a fault of the engine and goes on. */
async function settled(run) {
    try {
        return await run();
    }
    catch (error) {
        const failed = (0,failure/* failureOf */.g5)(error);
        if (failed === undefined)
            throw error;
        return { status: 'error', error: failed };
    }
}


/***/ })

};
