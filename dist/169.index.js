export const id = 169;
export const ids = [169];
export const modules = {

/***/ 7387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   S$: () => (/* binding */ outputSchemaOf),
/* harmony export */   Yw: () => (/* binding */ argumentList),
/* harmony export */   _r: () => (/* binding */ declaredTimeout),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   eB: () => (/* binding */ asObject)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1005);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1014);
/** Reads members of a task definition: made by the process's author, so anything may stand there. */


/** The value as an object, or undefined. */
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** The value as a text that says something, or undefined. */
function asText(value) {
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
/** Words of a command line; numbers and booleans become text. `where` is named when it is anything else. */
function argumentList(value, where) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw wrong(where, value, 'an array of strings');
    return value.map((item, i) => {
        if (typeof item === 'string')
            return item;
        if (typeof item === 'number' || typeof item === 'boolean')
            return String(item);
        throw wrong(`${where}[${i}]`, item, 'a string');
    });
}
/** Fails with what stands there and what may. */
function wrong(where, value, wanted) {
    const shown = value === undefined ? 'missing' : `${(JSON.stringify(value) ?? '').slice(0, 120)}`;
    return new _failure_js__WEBPACK_IMPORTED_MODULE_1__/* .TaskDefinitionError */ .zF(`The task definition's ${where} is ${shown}; it must be ${wanted}.`);
}
/** The output schema of a definition: its own, or the one of its kind (`agent.outputSchema`); undefined when none. */
function outputSchemaOf(def, kind) {
    return asObject(def.outputSchema) ?? asObject(asObject(def[kind])?.outputSchema);
}
/**
 * The timeout that a definition declares, in ms: `timeout` or `timeoutMs`, its own or that of its kind
 * (`shell.timeout`, as Babysitter's process files write it). undefined when it declares none, 0 for "no limit".
 *
 * @throws UsageError for a value that is no duration
 */
function declaredTimeout(def, kind) {
    const own = asObject(def[kind]);
    const places = [
        [def.timeout, 'timeout'],
        [def.timeoutMs, 'timeoutMs'],
        [own?.timeout, `${kind}.timeout`],
        [own?.timeoutMs, `${kind}.timeoutMs`],
    ];
    const found = places.find(([value]) => value !== undefined && value !== null);
    return found === undefined ? undefined : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(found[0], found[1]);
}


/***/ }),

/***/ 1014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ firstLine),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   tk: () => (/* binding */ TaskOutputError),
/* harmony export */   zF: () => (/* binding */ TaskDefinitionError)
/* harmony export */ });
/** A definition that cannot be run as it stands. Another attempt would meet it again, so it is never retried. */
class TaskDefinitionError extends Error {
    name = 'TaskDefinitionError';
}
/** What a worker gave as its result is not JSON, too large, or not what the output schema asks for. */
class TaskOutputError extends Error {
    name = 'TaskOutputError';
    data;
    constructor(message, data) {
        super(message);
        this.data = data;
    }
}
/** `name`, `message` and `data` as they go into EFFECT_RESOLVED; without a stack, which would only show the engine. */
function failure(name, message, data) {
    return data === undefined ? { name, message } : { name, message, data };
}
/** The failure in an error of ours; undefined for anything else, which is a fault of the engine. */
function failureOf(error) {
    if (error instanceof TaskOutputError)
        return failure(error.name, error.message, error.data);
    if (error instanceof TaskDefinitionError)
        return failure(error.name, error.message);
    return undefined;
}
/** At most `length` characters of a text, marked where it was cut. */
function shorten(text, length) {
    return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
/** The first line of a text that says something, shortened. */
function firstLine(text, length = 160) {
    const line = text.split('\n').find((part) => part.trim() !== '') ?? '';
    return shorten(line.trim(), length);
}
/** The last line of a text that says something, shortened. */
function lastLine(text, length = 300) {
    const line = text.split(/[\r\n]/).findLast((part) => part.trim() !== '') ?? '';
    return shorten(line.trim(), length);
}


/***/ }),

/***/ 11629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I8: () => (/* binding */ writeComments),
/* harmony export */   TK: () => (/* binding */ readComments),
/* harmony export */   Tf: () => (/* binding */ nonceOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16955);
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41597);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68651);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38174);
/**
 * `comments.json` of a run: which of our comments stand where. A note to ourselves, not a second truth: without it
 * they are found again by their markers and their author. Written by the driver only; saved with the run.
 */






const NAME = 'comments.json';
/** In the marker of a breakpoint's comment. */
const nonceOf = (runId, effectId) => (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(`${runId} ${effectId}`).slice(0, 16);
/** @throws DamageError */
function readComments(runDir) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.join(runDir, NAME);
    const text = (0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfThere */ .qC)(file);
    if (text === undefined)
        return { breakpoints: {} };
    const found = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(found) || !(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(found.breakpoints))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${file} does not say which comments the run has`, file);
    return found;
}
function writeComments(journal, comments) {
    journal.append([], [{ path: NAME, text: (0,_journal_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonText */ .s$)(comments), replace: true }]);
}


/***/ }),

/***/ 78413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   Rp: () => (/* binding */ shownOf),
/* harmony export */   cU: () => (/* binding */ choicesOf),
/* harmony export */   cz: () => (/* binding */ optionsOf)
/* harmony export */ });
/* unused harmony export payloadOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16955);
/** What a breakpoint shows to people: read from its definition; files of its context, from the workspace. */



/** How much of a file, and of how many. */
const EXCERPT = 4000;
const MAX_FILES = 10;
/** What the process gave to `ctx.breakpoint`. */
function payloadOf(def) {
    const options = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(def.metadata) ? def.metadata : {};
    return { payload: (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(options.payload) ? options.payload : {}, options };
}
const optionsOf = (def) => payloadOf(def).options;
/** What people call an effect by, read from its definition: a breakpoint's own title; undefined: its label. */
function titleOf(kind, def) {
    return kind === 'breakpoint' ? shownOf(def, [], (text) => text).title : textOf(def.title);
}
/** The options that it offers to people; empty: there are none. */
const choicesOf = (def) => textsOf(payloadOf(def).payload.options);
function shownOf(def, files, redact) {
    const { payload, options } = payloadOf(def);
    const title = textOf(payload.title) ?? textOf(def.title) ?? 'Breakpoint';
    const context = contextText(payload.context);
    return {
        title: redact(title),
        question: redact(textOf(payload.question) ?? ''),
        ...(context === undefined ? {} : { context: redact(context) }),
        files,
        options: choicesOf(def).map(redact),
        expert: textsOf(options.expert).map(redact),
        tags: textsOf(options.tags).map(redact),
    };
}
const textOf = (value) => typeof value === 'string' && value.trim() !== '' ? value : undefined;
function textsOf(value) {
    const all = Array.isArray(value) ? value : [value];
    return all.filter((one) => typeof one === 'string');
}
/** Text as it is, anything else as JSON; files are shown by themselves. */
function contextText(context) {
    if (context === undefined || context === null)
        return undefined;
    if (typeof context === 'string')
        return textOf(context);
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(context))
        return JSON.stringify(context, null, 2);
    const { files: _, ...rest } = context;
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest, null, 2);
}
/** Files that the context names (`context.files`: paths, or objects with a `path`). */
function filesOf(def, place, redact) {
    const { context } = payloadOf(def).payload;
    const named = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(context) && Array.isArray(context.files) ? context.files : [];
    return named
        .map((file) => ((0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(file) ? textOf(file.path) : textOf(file)))
        .filter((name) => name !== undefined)
        .slice(0, MAX_FILES)
        .map((name) => shownFile(name, place, redact));
}
function shownFile(name, place, redact) {
    const { workspace, repositoryUrl, commit } = place;
    const file = inWorkspace(workspace, name);
    if (file === undefined)
        return { path: name, url: repositoryUrl, note: 'it does not lie in the workspace' };
    const encoded = file.relative.split('/').map(encodeURIComponent).join('/');
    const url = `${repositoryUrl}/blob/${commit === '' ? 'HEAD' : commit}/${encoded}`;
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file.absolute, 'utf8');
    }
    catch {
        return { path: file.relative, url, note: 'it cannot be read' };
    }
    if (text.includes('\0'))
        return { path: file.relative, url, note: 'it is not text' };
    return { path: file.relative, url, excerpt: redact(text).slice(0, EXCERPT) };
}
/** A file of the workspace, links followed; nothing of git's own, which holds credentials. */
function inWorkspace(workspace, name) {
    try {
        const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace);
        const absolute = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(root, name));
        const relative = node_path__WEBPACK_IMPORTED_MODULE_1__.relative(root, absolute).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
        const isInside = relative !== '' && !relative.startsWith('../') && !node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(relative);
        return isInside && !relative.split('/').includes('.git') ? { absolute, relative } : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 45203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ splitEntry),
/* harmony export */   D9: () => (/* binding */ DEFAULT_EXPORT),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   KJ: () => (/* binding */ CODE_SCHEMA),
/* harmony export */   S0: () => (/* binding */ codeToServe),
/* harmony export */   Sq: () => (/* binding */ upgradedFiles),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   Y_: () => (/* binding */ changedFiles),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   bh: () => (/* binding */ recordCode),
/* harmony export */   wr: () => (/* binding */ readCode)
/* harmony export */ });
/* unused harmony export ON_CODE_CHANGE */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16955);
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41597);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68651);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78091);
/**
 * A run carries its code: the sources that its process loaded, under `code/files/`, with a manifest.
 * A later job serves them again, whatever the workspace holds by then.
 */







const CODE_SCHEMA = 'longhaul.code-v1';
const ON_CODE_CHANGE = (/* unused pure expression or super */ null && (['pin', 'upgrade', 'refuse']));
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

/***/ 85008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vk: () => (/* binding */ Recorder)
/* harmony export */ });
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41597);
/* harmony import */ var _journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9138);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94904);
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


/***/ }),

/***/ 22478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   Fg: () => (/* binding */ definitionOf)
/* harmony export */ });
/* unused harmony exports listTasks, showTask, titleOfEffect */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16955);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38174);
/* harmony import */ var _breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78413);
/** task:list and task:show. Write nothing. */






/**
 * Sorted by effect id. The title stands in no event, as with Babysitter: each costs one small file, 0.2 s for 5,000
 * tasks, which is cheaper than to carry it in every event of every run.
 */
function listTasks(run, filter = {}) {
    const { state } = run.load();
    const effects = [...(filter.pending === true ? state.pending : state.effects).values()];
    return effects
        .filter(({ request }) => filter.kind === undefined || request.kind === filter.kind)
        .map((effect) => taskDocument(run.runDir, effect))
        .sort((a, b) => (a.effectId < b.effectId ? -1 : 1));
}
/** @throws LonghaulError (EFFECT_NOT_FOUND), DamageError */
function showTask(run, effectId) {
    const effect = run.load().state.effects.get(effectId);
    if (effect === undefined) {
        throw new LonghaulError('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${run.runId}`, {
            hint: `See its effects with \`longhaul task:list ${run.runId}\`.`,
        });
    }
    const resolver = new RefResolver(run.runDir);
    const document = taskDocument(run.runDir, effect);
    const result = readObject(resolver, document.resultRef);
    const blob = result?.resultRef;
    return {
        effect: document,
        task: readObject(resolver, document.taskDefRef),
        result,
        largeResult: typeof blob === 'string' ? blob : null,
    };
}
function taskDocument(runDir, effect) {
    const { request, settlement, status, requestedAt } = effect;
    const { effectId, taskId, stepId, kind, label, labels, taskDefRef, inputsRef } = request;
    return {
        effectId,
        taskId,
        stepId,
        status,
        kind,
        label: label ?? taskId,
        title: titleOfEffect(runDir, effect),
        ...(labels === undefined ? {} : { labels }),
        taskDefRef,
        inputsRef: inputsRef ?? null,
        resultRef: settlement?.resultRef ?? null,
        stdoutRef: settlement?.stdoutRef ?? null,
        stderrRef: settlement?.stderrRef ?? null,
        requestedAt,
        ...(settlement === undefined ? {} : { resolvedAt: settlement.at }),
    };
}
/** What people call an effect by. */
function titleOfEffect(runDir, { request }) {
    const { kind, taskDefRef, label, taskId } = request;
    return titleOf(kind, definitionOf(runDir, taskDefRef)) ?? label ?? taskId;
}
/** The definition of an effect, for what people are shown of it; what is damaged or not there is empty. */
function definitionOf(runDir, ref) {
    try {
        return readObject((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .resolverOf */ .EM)(runDir), ref) ?? {};
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc)
            return {};
        throw error;
    }
}
/** A JSON object that the journal refers to; null when there is no such file. @throws DamageError */
function readObject(resolver, ref) {
    if (ref === null)
        return null;
    const file = resolver.resolve(ref, 'the journal');
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if ((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error))
            return null;
        throw error;
    }
    const value = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${file} is cut off or holds no object`, file);
    return value;
}


/***/ }),

/***/ 80976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ DEFAULT_LIMITS),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    after(ms, fn) {
        // Longer than setTimeout can wait: look again when it has run out.
        const longest = 2 ** 31 - 1;
        if (ms > longest) {
            let stop = this.after(longest, () => {
                stop = this.after(ms - longest, fn);
            });
            return () => stop();
        }
        const timer = setTimeout(fn, Math.max(0, ms));
        return () => clearTimeout(timer);
    },
};
const DEFAULT_LIMITS = {
    maxParallel: 4,
    taskTimeoutMs: 0,
    breakpointTimeoutMs: 0,
    graceMs: 4000,
    cancelGraceMs: 4000,
    waitInJobMs: 60_000,
    maxIterations: 0,
    loopMs: 60_000,
    memoryMb: 4096,
    handleGraceMs: 1000,
    replayGraceMs: 30_000,
};


/***/ }),

/***/ 94904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   FI: () => (/* binding */ redactValue),
/* harmony export */   Kp: () => (/* binding */ redactJson),
/* harmony export */   XF: () => (/* binding */ REDACTED)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
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


/***/ })

};
