export const id = 713;
export const ids = [713,405];
export const modules = {

/***/ 8309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ localActor)
/* harmony export */ });
const LONGEST = 100;
/** The name that git commits under here, else the account's. */
function localActor(cwd) {
    return { login: (gitUser(cwd) || account()).slice(0, LONGEST) };
}
function gitUser(cwd) {
    // Loaded when somebody is to be named, not on the way to a worker.
    const { execFileSync } = process.getBuiltinModule('node:child_process');
    try {
        const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
        return execFileSync('git', ['config', '--get', 'user.name'], {
            ...options,
            stdio: [...options.stdio],
        }).trim();
    }
    catch {
        return ''; // no git, or no name in it
    }
}
function account() {
    try {
        return process.getBuiltinModule('node:os').userInfo().username || 'unknown';
    }
    catch {
        return 'unknown'; // a container may run under a number without a name
    }
}


/***/ }),

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

/***/ 5713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verb: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6786);
/* harmony import */ var _operations_start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3716);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5901);
/* harmony import */ var _start_options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9719);
/** longhaul run:create: makes a run; nothing of the process is loaded. */





const verb = async (invocation) => {
    const { flags, out } = invocation;
    const options = {
        ...(0,_start_options_js__WEBPACK_IMPORTED_MODULE_4__/* .startOptions */ .n)(invocation, flags.need('entry')),
        nonInteractive: flags.on('non-interactive') || undefined,
    };
    const { runId, store, entry } = options;
    if (flags.on('dry-run')) {
        if (runId !== undefined && (await store.exists((0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRunId */ .np)(runId))))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunExistsError */ .SG(runId, store.where);
        out.document({
            dryRun: true,
            plan: 'create_run',
            runId: runId ?? null,
            runsDir: store.where,
            entry: entry.path,
        });
        out.line(`A run of ${entry.path} would be made in ${store.where}`);
        return { status: 'created' };
    }
    const run = await (0,_operations_start_js__WEBPACK_IMPORTED_MODULE_2__/* .startRun */ .A)(options);
    const { importPath, exportName } = run.metadata().entrypoint;
    out.document({ runId: run.runId, runDir: run.runDir, entry: `${importPath}#${exportName}` });
    out.line(`Run ${run.runId} in ${run.runDir}`);
    out.line(`Next: drive it: longhaul resume ${(0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .referenceOf */ .Bz)(invocation, run.runId)}`);
    return { status: 'created' };
};


/***/ }),

/***/ 5203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ DEFAULT_EXPORT),
/* harmony export */   Dv: () => (/* binding */ ON_CODE_CHANGE),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   S0: () => (/* binding */ codeToServe),
/* harmony export */   Sq: () => (/* binding */ upgradedFiles),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   bh: () => (/* binding */ recordCode),
/* harmony export */   wr: () => (/* binding */ readCode)
/* harmony export */ });
/* unused harmony exports CODE_SCHEMA, splitEntry */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6955);
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1597);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8651);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8091);
/**
 * A run carries its code: the sources that its process loaded, under `code/files/`, with a manifest.
 * A later job serves them again, whatever the workspace holds by then.
 */







const CODE_SCHEMA = 'longhaul.code-v1';
const ON_CODE_CHANGE = ['pin', 'upgrade', 'refuse'];
/** What an entry without `#export` stands for. */
const DEFAULT_EXPORT = 'process';
const FORMATS = new Set(['module', 'commonjs', 'json', 'module-typescript', 'commonjs-typescript']);
/** Repository that a file belongs to: the nearest directory above it with a `.git`, else `fallback`. */
function repositoryOf(file, fallback) {
    for (let dir = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file);; dir = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(dir)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(dir, '.git')))
            return dir;
        if (dir === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(dir))
            break;
    }
    const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(fallback, file);
    return relative.startsWith('..') || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative) ? node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file) : fallback;
}
/** The path with every link followed; of a file that is gone, that of the directory that is left, and the rest. */
function realPath(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(file);
    }
    catch {
        const parent = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file);
        return parent === file ? file : node_path__WEBPACK_IMPORTED_MODULE_1__.join(realPath(parent), node_path__WEBPACK_IMPORTED_MODULE_1__.basename(file));
    }
}
function safePath(file) {
    return (typeof file === 'string' &&
        file !== '' &&
        !file.includes('\\') &&
        !file.includes('\0') &&
        file.split('/').every((part) => part !== '' && part !== '.' && part !== '..'));
}
/** undefined: the run carries no code (Babysitter made it). @throws DamageError */
function readManifest(runDir) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.code(runDir), 'manifest.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return undefined;
    const parsed = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(parsed) || parsed.schemaVersion !== CODE_SCHEMA || !Array.isArray(parsed.files)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`${file} is no manifest of carried code`, file);
    }
    const files = parsed.files.map((entry) => {
        const { path: name, format, blob, digest, commit } = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(entry) ? entry : {};
        if (!safePath(name) ||
            typeof format !== 'string' ||
            !FORMATS.has(format) ||
            typeof blob !== 'string' ||
            typeof digest !== 'string') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`${file} holds an entry that is none: ${JSON.stringify(entry)}`, file);
        }
        return { path: name, format, blob, digest, ...(typeof commit === 'string' ? { commit } : {}) };
    });
    const { entry } = parsed;
    return {
        schemaVersion: CODE_SCHEMA,
        commit: String(parsed.commit ?? ''),
        ...(safePath(entry) ? { entry } : {}),
        files,
    };
}
/** The carried sources, each checked against the manifest. @throws DamageError */
function readCode(runDir, manifest) {
    return manifest.files.map(({ path: name, format, digest }) => {
        const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.code(runDir), 'files', name);
        let source;
        try {
            source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
        }
        catch {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`The carried file ${file} is missing`, file);
        }
        if ((0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(source) !== digest)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`The carried file ${file} is not the one in the manifest`, file);
        return { path: name, format, source };
    });
}
/** Paths whose content in the workspace is not what the run carries; missing ones included. */
function changedFiles(manifest, repository) {
    return manifest.files
        .filter(({ path: name, digest }) => {
        try {
            return (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(repository, name), 'utf8')) !== digest;
        }
        catch {
            return true;
        }
    })
        .map((entry) => entry.path);
}
/** The sources to replay with, by the policy. undefined: the workspace's. @throws LonghaulError CODE_CHANGED */
function codeToServe(runDir, manifest, repository, policy) {
    if (manifest === undefined || policy === 'upgrade')
        return undefined;
    if (policy === 'refuse') {
        const changed = changedFiles(manifest, repository);
        if (changed.length > 0) {
            const from = manifest.commit === '' ? '' : ` (started at commit ${manifest.commit})`;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ('CODE_CHANGED', `The code of the run${from} is not that of the workspace: ${changed.join(', ')}`, {
                hint: "To go on with the code that the run carries: `longhaul resume <run> --on-code-change pin`. To take the workspace's after a replay has proved that it agrees: `longhaul resume <run> --on-code-change upgrade`.",
            });
        }
    }
    return readCode(runDir, manifest);
}
/** Writes files that a process has loaded for the first time, and the manifest with them in it. `manifest` undefined: a new one. */
function recordCode(journal, manifest, files, from) {
    const taken = files.filter(({ path: name, format }) => safePath(name) && FORMATS.has(format));
    if (taken.length === 0)
        return manifest;
    const before = manifest ?? { schemaVersion: CODE_SCHEMA, commit: from.commit, files: [] };
    const byPath = new Map(before.files.map((entry) => [entry.path, entry]));
    const commit = from.commit === before.commit ? {} : { commit: from.commit };
    for (const { path: name, format, source } of taken) {
        byPath.set(name, {
            path: name,
            format,
            blob: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .gitBlobId */ .tK)(bytesOf(from.repository, name, source)),
            digest: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(source),
            ...commit,
        });
    }
    const sorted = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    const entry = byPath.has(from.entry) ? { entry: from.entry } : {};
    const made = { schemaVersion: CODE_SCHEMA, commit: before.commit, ...entry, files: sorted };
    const written = taken.map(({ path: name, source }) => ({
        path: `code/files/${name}`,
        text: source,
        replace: true,
    }));
    journal.append([], [...written, { path: 'code/manifest.json', text: (0,_journal_json_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonText */ .s$)(made), replace: true }]);
    return made;
}
/** A source that is no UTF-8 is served as Node reads it, and known to git by the bytes that it has. */
function bytesOf(repository, name, source) {
    try {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(repository, name));
        if (bytes.toString('utf8') === source)
            return bytes;
    }
    catch {
        // it is gone already
    }
    return Buffer.from(source);
}
/** What an upgrade changed: recorded in CODE_UPGRADED. Empty when the workspace's code is the run's. */
function upgradedFiles(manifest, files) {
    const before = new Map((manifest?.files ?? []).map((entry) => [entry.path, entry.digest]));
    return files
        .map(({ path: name, source }) => ({ path: name, from: before.get(name) ?? '', to: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(source) }))
        .filter((change) => change.from !== change.to);
}
/** What stands on the two sides of the last `#`. */
function splitEntry(text) {
    const at = text.lastIndexOf('#');
    return at < 0
        ? { file: text, exportName: undefined }
        : { file: text.slice(0, at), exportName: text.slice(at + 1) };
}
const RELATIVE = 'Paths are relative to the working directory.';
/** `path#export`, relative to `cwd`; `where`: said of a file that is not there. @throws UsageError */
function parseEntry(text, cwd, where = RELATIVE) {
    const { file, exportName } = splitEntry(text);
    if (file === '' || exportName === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`The entry ${JSON.stringify(text)} is no process file`, {
            hint: 'Give path/to/file.mjs or path/to/file.mjs#exportName.',
        });
    }
    const absolute = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(cwd, file);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`There is no process file ${absolute}`, {
            path: absolute,
            hint: where,
        });
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute).isDirectory())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`The process file ${absolute} is a directory`, {
            path: absolute,
            hint: 'Give the file in it: path/to/file.mjs or path/to/file.mjs#exportName.',
        });
    return { path: absolute, exportName };
}


/***/ }),

/***/ 5008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1597);
/* harmony import */ var _journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9138);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4904);
/**
 * Writes what happens to effects into the journal, and keeps the settlements on their way to the process.
 * Every settlement gets its number when it is journaled and goes to the process in that order (P1).
 */



class Recorder {
    journal;
    appended;
    redact;
    /** Journaled, not yet with the process. */
    outbound = [];
    /** Numbers of settlements that came by mail: the store must hold them first (E3). */
    byMail = [];
    /** `appended`: called after everything that was journaled. `redact`: what it takes out is not journaled. */
    constructor(journal, appended = () => { }, redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactor */ .$p)([])) {
        this.journal = journal;
        this.appended = appended;
        this.redact = redact;
    }
    /** Journals new requests in the order of their steps, in one batch. */
    requested(requests, noteOf) {
        const files = [];
        const events = [];
        for (const request of requests) {
            // What runs is the definition as it is; what is written of it, and of its name, has no secrets.
            const task = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeTask */ .Qy)(request, this.clean(request.def), JSON.parse(request.args));
            files.push(...task.files);
            const data = {
                effectId: request.effectId,
                invocationKey: request.invocationKey,
                invocationHash: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(request.invocationKey),
                stepId: request.stepId,
                taskId: request.taskId,
                kind: request.kind,
                label: this.redact(request.label),
                taskDefRef: task.taskDefRef,
                ...(task.inputsRef === undefined ? {} : { inputsRef: task.inputsRef }),
                ...(request.labels.length === 0 ? {} : { labels: this.clean(request.labels) }),
                argsDigest: request.argsDigest,
                after: request.after,
                waits: request.waits,
                site: request.site,
            };
            const { deadline, external, policy } = noteOf(request);
            if (deadline !== undefined)
                data.deadline = deadline;
            if (external)
                data.external = true;
            if (policy !== undefined)
                data.policy = policy;
            if (request.shielded)
                data.shielded = true;
            events.push({ type: 'EFFECT_REQUESTED', data });
        }
        this.journal.append(events, files);
        this.appended();
    }
    resolved(effect, said, details = {}) {
        const { timedOut: _, signalSeq, actor, messageId, ...times } = details;
        // The process gets what is journaled (live equals replay).
        const outcome = this.clean(said);
        const encoded = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeResult */ .Y0)({ ...identity(effect), ...times }, outcome);
        const event = {
            type: 'EFFECT_RESOLVED',
            data: {
                effectId: effect.effectId,
                status: outcome.status,
                resultRef: encoded.resultRef,
                ...(outcome.status === 'error' ? { error: outcome.error } : {}),
                ...defined({
                    stdoutRef: times.stdoutRef,
                    stderrRef: times.stderrRef,
                    startedAt: times.startedAt,
                    finishedAt: times.finishedAt,
                }),
                resultDigest: encoded.resultDigest,
                ...defined({ actor, messageId, signalSeq }),
            },
        };
        const handed = outcome.status === 'ok' ? { status: 'ok', value: encoded.valueText } : outcome;
        this.settle(effect, event, encoded.files, handed, messageId !== undefined || signalSeq !== undefined);
    }
    cancelled(effect, why, details = {}) {
        const reason = this.redact(why);
        const { event, files } = cancellation(effect, reason, details);
        const timedOut = details.timedOut === true;
        this.settle(effect, event, files, { status: 'cancelled', reason, timedOut }, details.messageId !== undefined);
    }
    settle(effect, event, files, outcome, byMail) {
        const [written] = this.journal.append([event], files);
        const index = this.journal.state.settlements;
        this.outbound.push({ index, effectId: effect.effectId, recordedAt: written?.recordedAt ?? '', outcome });
        if (byMail)
            this.byMail.push(index);
        this.appended();
    }
    append(event) {
        this.journal.append([this.clean(event)]);
        this.appended();
    }
    /** Without secrets: nothing else is journaled. */
    clean(value) {
        return (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactValue */ .FI)(value, this.redact);
    }
    /** Settlements on their way to the process. */
    get waiting() {
        return this.outbound.length;
    }
    /** Some of them may go only once the store holds what is journaled by now. */
    get held() {
        return this.byMail.length > 0;
    }
    /** Takes what may go to the process, in order. */
    take() {
        const [barrier] = this.byMail;
        const end = barrier === undefined ? this.outbound.length : this.outbound.findIndex(({ index }) => index >= barrier);
        return this.outbound.splice(0, end);
    }
    /** The store holds the settlements up to this number. */
    saved(settlements) {
        this.byMail = this.byMail.filter((index) => index > settlements);
    }
    /** A worker that is started now reads the journal itself. */
    restart() {
        this.outbound = [];
        this.byMail = [];
    }
}
/** EFFECT_CANCELLED with its result file. `withdrawn`: nobody cancelled it, the run ended before it was done. */
function cancellation(effect, reason, details = {}) {
    const { actor, messageId, timedOut, signalSeq: _, withdrawn, ...times } = details;
    const outcome = { status: 'cancelled', reason };
    const encoded = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeResult */ .Y0)({ ...identity(effect), ...times }, outcome);
    const flags = {
        timedOut: timedOut === true ? true : undefined,
        withdrawn: withdrawn === true ? true : undefined,
    };
    const data = {
        effectId: effect.effectId,
        reason,
        ...defined({ actor, messageId, ...flags }),
        resultRef: encoded.resultRef,
        resultDigest: encoded.resultDigest,
    };
    return { event: { type: 'EFFECT_CANCELLED', data }, files: encoded.files };
}
const identity = (effect) => ({
    effectId: effect.effectId,
    taskId: effect.request.taskId,
    invocationKey: effect.request.invocationKey,
});
/** The members that are not undefined. */
function defined(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 3716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ startRun)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6786);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8651);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4904);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3405);
/* harmony import */ var _code_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5203);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5008);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3553);
/** Makes a run: nothing of the process is loaded yet. */








/** @throws UsageError for an impossible id, RunExistsError */
async function startRun(options) {
    const { store, entry, workspace, redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactor */ .$p)([]) } = options;
    const runId = options.runId === undefined ? (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ulid */ .Z0)() : (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRunId */ .np)(options.runId);
    const processId = options.processId ?? node_path__WEBPACK_IMPORTED_MODULE_0__.basename(entry.path).replace(/\.[^.]*$/, '');
    const commit = options.commit ?? (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .commitOf */ .D)(workspace);
    return store.create({
        runId,
        processId,
        entrypoint: {
            importPath: node_path__WEBPACK_IMPORTED_MODULE_0__.relative(store.importDir(runId), entry.path).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/'),
            exportName: entry.exportName ?? _code_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_EXPORT */ .D9,
        },
        ...(options.inputs === undefined
            ? {}
            : { inputs: (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)((0,_journal_json_js__WEBPACK_IMPORTED_MODULE_2__/* .toJson */ .aB)(options.inputs, 'inputs').json, redact) }),
        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .sw)({
            request: (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)(options.request, redact),
            prompt: (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)(options.prompt, redact),
            harness: options.harness,
            processRevision: options.processRevision,
            nonInteractive: options.nonInteractive,
            files: options.files,
        }),
        created: {
            engine: _version_js__WEBPACK_IMPORTED_MODULE_7__.VERSION,
            ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .defined */ .sw)({
                commit: commit === '' ? undefined : commit,
                actor: options.actor,
                origin: options.origin,
            }),
            ...options.created,
        },
    });
}


/***/ }),

/***/ 3553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** What is known of the workspace's git, without a check-out being needed and without starting git. */


const OID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
function gitDirectory(dir) {
    for (let at = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(dir);; at = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(at)) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1__.join(at, '.git');
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate, { throwIfNoEntry: false });
        if (found?.isDirectory() === true)
            return candidate;
        if (found?.isFile() === true) {
            const link = /^gitdir: (.+)$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(candidate, 'utf8'));
            return link?.[1] === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(at, link[1]);
        }
        if (at === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(at))
            return undefined;
    }
}
function readText(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').trim();
    }
    catch {
        return '';
    }
}
/** Commit of the work tree that holds `dir`; '' outside git, and before the first commit. */
function commitOf(dir) {
    const git = gitDirectory(dir);
    if (git === undefined)
        return '';
    const head = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(git, 'HEAD'));
    if (OID.test(head))
        return head;
    const ref = head.replace(/^ref: /, '');
    if (ref === '' || ref.includes('..') || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(ref))
        return '';
    const common = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(git, 'commondir'));
    const roots = common === '' ? [git] : [git, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(git, common)];
    for (const root of roots) {
        const loose = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, ref));
        if (OID.test(loose))
            return loose;
        const packed = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'packed-refs'))
            .split('\n')
            .find((line) => line.endsWith(` ${ref}`));
        const oid = packed?.slice(0, packed.indexOf(' ')) ?? '';
        if (OID.test(oid))
            return oid;
    }
    return '';
}


/***/ }),

/***/ 4904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   FI: () => (/* binding */ redactValue),
/* harmony export */   Kp: () => (/* binding */ redactJson),
/* harmony export */   XF: () => (/* binding */ REDACTED)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8995);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/** Takes secrets out of text before it is written anywhere (contract §3): by value, and by the shape of tokens. */



/** What stands where a secret was. */
const REDACTED = '***';
/** Shorter values, and shorter lines of values, would tear words apart: they are left to the platform's masks. */
const SHORTEST = 6;
/** Every known shape has a long word of mixed letters, */
const MIXED_WORD = /(?<![\w-])(?=[\w-]{20})(?:(?=[\w-]*[a-z])(?=[\w-]*[A-Z\d])|(?=[\w-]*[A-Z])(?=[\w-]*\d))/;
/** or is a password in an address, begins like a key or a header, or is named. */
const TELLTALE = /:\/\/[^\s/@:]{0,256}:[^\s/@]{1,256}@|-----BEGIN|authorization|secret/i;
/** The same in JSON, where a character may take six. */
const TELLTALE_IN_JSON = /:\/\/[^\s/@:]{0,1536}:[^\s/@]{1,1536}@|-----BEGIN|authorization|secret/i;
/** The long words that runs are full of: ULIDs, UUIDs, commits, digests. */
const IDS = /(?<![\w-])(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f-]{20,64})(?![\w-])/g;
/**
 * A function that gives the text without secrets: those given, as they are or encoded (base64 wherever it begins, of
 * addresses, of JSON), each line of one with several, and whatever has the shape of a token or a key.
 *
 * @param onFirst called once, when something was taken out for the first time
 */
function redactor(secrets, onFirst) {
    const forms = formsOfAll(secrets);
    const values = pattern(forms);
    // What would be found in a text stands once more in JSON when the text does.
    const valuesInJson = pattern(new Set([...forms, ...[...forms].map(inJson)]));
    let isFirst = true;
    const redact = (text) => {
        const named = values === undefined ? text : text.replace(values, REDACTED);
        const clean = isSuspicious(named, TELLTALE) ? withoutRanges(named, shapes()(named)) : named;
        if (isFirst && clean !== text) {
            isFirst = false;
            onFirst?.();
        }
        return clean;
    };
    const mayChange = (text) => (valuesInJson !== undefined && text.search(valuesInJson) >= 0) || isSuspicious(text, TELLTALE_IN_JSON);
    return Object.assign(redact, { mayChange });
}
function isSuspicious(text, telltale) {
    return telltale.test(text) || (MIXED_WORD.test(text) && MIXED_WORD.test(text.replace(IDS, '')));
}
/** Every string, key and number of a JSON value redacted by itself. The very same value when nothing is. */
function redactValue(value, redact) {
    // To look at all of it at once costs a fraction of looking at each part.
    if (typeof value === 'object' && redact.mayChange?.(JSON.stringify(value)) === false)
        return value;
    let isChanged = false;
    const clean = (text) => {
        const redacted = redact(text);
        isChanged ||= redacted !== text;
        return redacted;
    };
    const walk = (part) => {
        if (typeof part === 'string')
            return clean(part);
        if (typeof part === 'number') {
            const text = String(part);
            const redacted = clean(text);
            return redacted === text ? part : redacted;
        }
        if (Array.isArray(part))
            return part.map(walk);
        if (typeof part !== 'object' || part === null)
            return part;
        return Object.fromEntries(Object.entries(part).map(([key, each]) => [clean(key), walk(each)]));
    };
    const redacted = walk(value);
    return isChanged ? redacted : value;
}
/** A JSON text redacted so that it stays JSON. The very same text when nothing is. @throws SyntaxError when there is no JSON in it */
function redactJson(json, redact) {
    // A replay asks this of every request.
    if (redact.mayChange?.(json) === false)
        return json;
    const value = JSON.parse(json);
    const redacted = redactValue(value, redact);
    return redacted === value ? json : JSON.stringify(redacted);
}
function withoutRanges(text, ranges) {
    let clean = '';
    let from = 0;
    for (const [start, end] of ranges) {
        clean += text.slice(from, start) + REDACTED;
        from = end;
    }
    return from === 0 ? text : clean + text.slice(from);
}
/** All that is taken out. */
function formsOfAll(secrets) {
    const values = new Set();
    for (const secret of secrets) {
        const lines = secret.split(/\r\n?|\n/).map((line) => line.trim());
        for (const value of [secret, ...lines]) {
            if (value.length < SHORTEST)
                continue;
            for (const form of formsOf(value))
                values.add(form);
        }
    }
    return values;
}
/** undefined: there are no values. The longest is tried first, so that no rest of one is left. */
function pattern(values) {
    if (values.size === 0)
        return undefined;
    const longest = [...values].sort((a, b) => b.length - a.length);
    return new RegExp(longest.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}
function formsOf(value) {
    const address = encodeURIComponent(value.toWellFormed());
    const json = inJson(value);
    const forms = [
        value,
        json,
        // JSON in a string of JSON, as results of programs often are.
        inJson(json),
        address,
        address.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        address.replaceAll('%20', '+'),
    ];
    for (const before of [0, 1, 2]) {
        const base64 = withinBase64(value, before);
        // In a longer text less than this is chance.
        if (base64.length >= 8)
            forms.push(base64, base64.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}
const inJson = (text) => JSON.stringify(text).slice(1, -1);
/** What a base64 text has of the value, whatever else it encodes, when the value begins at byte 3n + `before`. */
function withinBase64(value, before) {
    const bytes = Buffer.from(value);
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const from = Math.ceil((before * 8) / 6);
    return text.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
}
let loaded;
/** Loaded at the first suspicion, and at once: whoever redacts cannot wait. */
function shapes() {
    if (loaded === undefined) {
        const { secretRanges } = (0,node_module__WEBPACK_IMPORTED_MODULE_1__.createRequire)(import.meta.url)(shapesPath());
        loaded = secretRanges;
    }
    return loaded;
}
/** The module lies beside this one or its bundle, or one directory above a bundle (see scripts/build.mjs). */
function shapesPath() {
    const here = import.meta.url;
    const places = ['./secret-shapes.ts', './secret-shapes.js', '../secret-shapes.js'];
    const found = places.map((place) => (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL(place, here))).find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
    if (found === undefined)
        throw new Error(`The token shapes of Longhaul are missing beside ${here}`);
    return found;
}


/***/ }),

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** Version of the engine, recorded in every run; a test holds it to package.json. */
const VERSION = '0.1.0';


/***/ })

};
