export const id = 827;
export const ids = [827];
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

/***/ 3447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ codeChanges)
/* harmony export */ });
/* harmony import */ var _code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5203);

const MAX_FILES = 5;
const MAX_LINES = 60;
/** Unified diffs, those of the files that the diverging calls stand in first. */
async function codeChanges(runDir, before, now, facts) {
    const sites = [...facts.journal, ...facts.code].map(({ site }) => site.replace(/:\d+:\d+$/, ''));
    const changed = (0,_code_js__WEBPACK_IMPORTED_MODULE_0__/* .upgradedFiles */ .Sq)(before, now).map(({ path }) => path);
    const gone = before.files
        .map(({ path }) => path)
        .filter((path) => sites.includes(path) && !now.some((file) => file.path === path));
    const rank = (path) => (sites.includes(path) ? 0 : 1);
    const paths = [...changed, ...gone].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    if (paths.length === 0)
        return [];
    const { createTwoFilesPatch } = await __webpack_require__.e(/* import() */ 873).then(__webpack_require__.bind(__webpack_require__, 1873));
    const old = new Map((0,_code_js__WEBPACK_IMPORTED_MODULE_0__/* .readCode */ .wr)(runDir, before).map(({ path, source }) => [path, source]));
    const fresh = new Map(now.map(({ path, source }) => [path, source]));
    const lines = paths.slice(0, MAX_FILES).flatMap((path) => {
        const patch = createTwoFilesPatch(`${path} (the run)`, `${path} (now)`, old.get(path) ?? '', fresh.get(path) ?? '', undefined, undefined, { context: 2 });
        const all = patch.split('\n').filter((line) => line !== '' && !line.startsWith('======'));
        return all.length > MAX_LINES
            ? [...all.slice(0, MAX_LINES), `… ${all.length - MAX_LINES} more lines`]
            : all;
    });
    if (paths.length > MAX_FILES)
        lines.push(`… and ${paths.length - MAX_FILES} more files: ${paths.slice(MAX_FILES).join(', ')}`);
    return lines;
}


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

/***/ 1628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ DivergedError),
/* harmony export */   x: () => (/* binding */ divergenceError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8651);
/* harmony import */ var _tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2478);
/** What a person reads when the code asks for other steps than the journal holds. */



/** `DIVERGED`: nothing was run and nothing was written. `facts` are those of the kernel. */
class DivergedError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ {
    facts;
    constructor(message, hint, facts) {
        super('DIVERGED', message, { hint });
        this.name = 'DivergenceError';
        this.facts = facts;
    }
}
/** `changes`: what was changed in the code, as a diff, where that is known. */
function divergenceError(facts, place, changes = []) {
    const lines = [headline(facts)];
    if (facts.lastAgreed.length > 0) {
        lines.push('', 'Last steps that agreed:');
        for (const step of facts.lastAgreed)
            lines.push(`  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`);
    }
    if (facts.journal.length > 0) {
        lines.push('', 'The journal has:');
        for (const step of facts.journal) {
            lines.push(`  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`, `    arguments ${short(argumentsOf(place, step.effectId))}`);
        }
    }
    lines.push('', 'The code asks for:');
    if (facts.code.length === 0)
        lines.push(`  nothing more${facts.ended === undefined ? '' : ` (${facts.ended})`}`);
    for (const call of facts.code)
        lines.push(`  ${call.kind} ${call.taskId}${at(call.site)}`, `    arguments ${short(call.args)}`);
    const change = argumentChange(facts, place);
    if (change.length > 0)
        lines.push('', 'Difference in the arguments:', ...change.map((line) => `  ${line}`));
    if (changes.length > 0)
        lines.push('', 'Changes in the code:', ...changes.map((line) => `  ${line}`));
    const { recorded, now } = place.codeRevisions();
    if (recorded !== '' || now !== '')
        lines.push('', `Code of the run: ${recorded || 'not recorded'}; code that was replayed: ${now || 'not known'}`);
    const hint = `Resume on the code that the run carries (\`longhaul resume ${place.init.runId} --on-code-change pin\`), or change the code so that it asks for these steps again. ` +
        `To go on from an earlier point: \`longhaul run:fork ${place.init.runId} --at <step>\`. To give it up: \`longhaul run:halt ${place.init.runId}\`. ` +
        'If the process does input or output of its own between steps, put that into ctx.run.';
    return new DivergedError(lines.join('\n'), hint, facts);
}
function headline(facts) {
    const [missing] = facts.journal;
    const [asked] = facts.code;
    const step = missing === undefined ? 'a step' : `${missing.stepId} (${missing.taskId})`;
    if (facts.because === 'ended')
        return `The code and the journal diverge: ${facts.ended}, and the journal goes on with ${step}.`;
    if (facts.because === 'beyond')
        return `The code and the journal diverge: the run has completed, and the code goes on with ${asked?.taskId}.`;
    if (asked === undefined)
        return `The code and the journal diverge: the code no longer asks for ${step}.`;
    if (asked.early !== undefined)
        return `The code and the journal diverge: the code asks for ${asked.early} (${asked.taskId}) before ${step}, or not for ${step} at all.`;
    const sameTask = missing !== undefined && asked.taskId === missing.taskId;
    if (sameTask)
        return `The code and the journal diverge: ${step} is asked for with other arguments.`;
    return `The code and the journal diverge: the journal has ${step}, and the code asks for ${asked.taskId}.`;
}
const at = (site) => (site === '' ? '' : `  (asked at ${site})`);
const short = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
function argumentsOf(place, effectId) {
    return JSON.stringify(storedArguments(place, effectId) ?? null);
}
/** undefined: the report does without. */
function storedArguments({ init, state }, effectId) {
    const effect = state.effects.get(effectId);
    return effect === undefined ? undefined : (0,_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .definitionOf */ .Fg)(init.runDir, effect.request.taskDefRef).inputs;
}
/** Line by line, where one step of either side differs in its arguments only. */
function argumentChange(facts, place) {
    const missing = facts.journal[0];
    const asked = facts.code.find((call) => call.taskId === missing?.taskId);
    if (missing === undefined || asked === undefined)
        return [];
    const before = lines(storedArguments(place, missing.effectId) ?? null);
    const after = lines(JSON.parse(asked.args));
    const old = new Set(before);
    const fresh = new Set(after);
    return [
        ...before.filter((line) => !fresh.has(line)).map((l) => `- ${short(l)}`),
        ...after.filter((line) => !old.has(line)).map((l) => `+ ${short(l)}`),
    ].slice(0, 20);
}
/** Pretty JSON, keys in one order, without what only says that a line follows. */
function lines(json) {
    return JSON.stringify((0,_journal_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortKeys */ .di)(json), null, 2)
        .split('\n')
        .map((line) => line.trim().replace(/,$/, ''));
}


/***/ }),

/***/ 1066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ loadError),
/* harmony export */   JX: () => (/* binding */ stuckError),
/* harmony export */   le: () => (/* binding */ crashedInReplayError),
/* harmony export */   mc: () => (/* binding */ stuckStepsError),
/* harmony export */   tr: () => (/* binding */ lostError),
/* harmony export */   vG: () => (/* binding */ STALE_CACHE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6955);
/* harmony import */ var _journal_endings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4545);
/** What ends a drive though the run has not ended: the journal is as it was, and the way out is named. */



function stuckError(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_STUCK', what.charAt(0).toUpperCase() + what.slice(1), {
        hint: 'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; ' +
            'mend the code and resume with `longhaul resume <run> --on-code-change upgrade`, or seal the run with `longhaul run:halt <run>`.',
    });
}
function stuckStepsError(names) {
    return stuckError(`the step ${names.map((name) => `"${name}"`).join(', ')} is waiting for something that never comes`);
}
function lostError(cause, error) {
    // Its worker found, while it read the journal, what `run:verify` finds.
    if (error.name === 'DamageError' && (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(error.data))
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc(error.message, String(error.data.path));
    const hints = {
        loop: 'Find the endless loop, or put long computation into ctx.run; the journal is as it was.',
        memory: 'The process needs more memory than it may have; the journal is as it was.',
        exit: 'The journal is as it was: to try again, `longhaul resume <run>`.',
    };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_LOST', error.message, { hint: hints[cause] });
}
/** It broke down before the replay had ended, and the journal says that it did not do so then (P6: nothing is written). */
function crashedInReplayError(error) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_LOST', `The process failed while its journal was replayed: ${(0,_journal_endings_js__WEBPACK_IMPORTED_MODULE_2__/* .errorText */ .kc)(error)}`, {
        hint: 'It did not fail there before: look at what it reads of its surroundings. The journal is as it was: to try again, `longhaul resume <run>`.',
        cause: withStack(error),
    });
}
function loadError(path, error, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PROCESS_LOAD', `The process file cannot be loaded: ${(0,_journal_endings_js__WEBPACK_IMPORTED_MODULE_2__/* .errorText */ .kc)(error)}`, {
        path,
        hint,
        cause: withStack(error),
    });
}
function withStack(error) {
    const cause = new Error(error.message);
    if (error.stack !== undefined)
        cause.stack = error.stack;
    return cause;
}
/** A packed segment is not what the files say: they are read instead. */
const STALE_CACHE = new Error('stale segments');


/***/ }),

/***/ 9913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ refuseNewerEngine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3405);
/** Which engine may carry a run on (contract §2). */


/** Any later version of the same major carries an older run on; an older engine refuses a newer run. @throws LonghaulError ENGINE_TOO_OLD */
function refuseNewerEngine(state) {
    const made = state.created?.engine;
    if (made === undefined)
        return;
    const [major = 0, minor = 0, patch = 0] = made.split('.').map(Number);
    const [ours = 0, oursMinor = 0, oursPatch = 0] = _version_js__WEBPACK_IMPORTED_MODULE_1__.VERSION.split('.').map(Number);
    const newer = major !== ours || minor > oursMinor || (minor === oursMinor && patch > oursPatch);
    if (!newer)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('ENGINE_TOO_OLD', `Run ${state.runId} was made by Longhaul ${made}; this is ${_version_js__WEBPACK_IMPORTED_MODULE_1__.VERSION}`, {
        hint: `Carry it on with Longhaul ${major}.x, ${made} or later.`,
    });
}


/***/ }),

/***/ 976:
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

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ ProcessHost)
});

// EXTERNAL MODULE: ./lib/runtime/spare.js + 1 modules
var spare = __webpack_require__(2764);
;// CONCATENATED MODULE: ./lib/runtime/v8-flags.js
/**
 * Flags of V8, which hold for all threads of the program. As late as may be: once one is changed, Node compiles its own
 * modules anew, which would double the start of a worker. Its module is loaded late for the same reason.
 */
const set = (flag) => process.getBuiltinModule('node:v8').setFlagsFromString(flag);
/**
 * V8 of Node 24 can abort the whole program when two threads free WebAssembly wrappers that were compiled anew after so
 * many calls (Runtime_TierUpWasmToJSWrapper); Node's own TypeScript loader is WebAssembly. They stay as they are.
 */
function keepWrappers() {
    set('--wasm-wrapper-tiering-budget=1000000000');
}
/** In a long run the young generation of a thread would grow to 64 MiB, nearly all of it garbage: it stays as it is. */
function stayYoung() {
    set('--semi-space-growth-factor=1');
}

;// CONCATENATED MODULE: ./lib/runtime/host.js


const ENDED = new Set(['returned', 'threw', 'halted', 'diverged', 'crashed']);
class ProcessHost {
    worker;
    events;
    limits;
    over = false;
    idle = false;
    /** Number of the last settlement that went over: an idle from before it is out of date. */
    sent = 0;
    pings = 0;
    listeners = new Map();
    watchdog;
    /** Steps that run in it. */
    steps = new Set();
    constructor(init, env, events, limits) {
        this.events = events;
        this.limits = limits;
        this.worker = (0,spare/* takeWorker */.gl)({ env, memoryMb: limits.memoryMb });
        this.worker.postMessage({ type: 'init', init, env });
        this.worker.stdout.setEncoding('utf8').on('data', (text) => events.output('stdout', text));
        this.worker.stderr.setEncoding('utf8').on('data', (text) => events.output('stderr', text));
        this.worker.on('message', (message) => this.receive(message));
        this.worker.on('error', (error) => this.failed(error));
        this.worker.on('exit', (code) => {
            this.lose('exit', {
                name: 'ProcessExitError',
                message: `the process ended its worker (exit code ${code})`,
            });
        });
        this.watch();
    }
    /** Quiet: it does nothing until it gets a settlement. */
    get isIdle() {
        return this.idle;
    }
    settle(settlements) {
        const last = settlements.at(-1);
        if (last === undefined)
            return;
        this.sent = last.index;
        this.send({ type: 'settle', settlements });
    }
    startStep(effectId, attempt, idempotencyKey) {
        this.steps.add(effectId);
        this.send({ type: 'start-step', effectId, attempt, idempotencyKey });
    }
    abortStep(effectId, reason, timedOut) {
        this.send({ type: 'abort-step', effectId, reason, timedOut });
    }
    /** The step has been settled without it; what it still says is ignored (E4). */
    abandonStep(effectId) {
        this.steps.delete(effectId);
        this.send({ type: 'abandon-step', effectId });
    }
    /** Whether its loop turns at all within so many ms. */
    answers(ms) {
        return new Promise((resolve) => {
            const timer = setTimeout(() => resolve(false), ms).unref();
            this.pings += 1;
            this.listeners.set(this.pings, () => {
                clearTimeout(timer);
                resolve(true);
            });
            if (!this.over)
                this.worker.postMessage({ type: 'ping', id: this.pings });
        });
    }
    /** Ends the worker; nothing of it is heard any more. */
    async terminate() {
        this.end();
        await this.worker.terminate();
    }
    send(message) {
        if (this.over)
            return;
        this.idle = false;
        this.worker.postMessage(message);
        this.watch();
    }
    receive(message) {
        // Code of the process can reach the port, too: what it says there is none of ours.
        if (this.over || typeof message?.type !== 'string')
            return;
        if (message.type === 'pong') {
            this.listeners.get(message.id)?.();
            this.listeners.delete(message.id);
            this.watch();
            return;
        }
        if (message.type === 'idle') {
            this.watch();
            if (message.handed < this.sent)
                return; // out of date
            this.idle = true;
        }
        if (message.type === 'step-result')
            this.steps.delete(message.effectId);
        if (message.type === 'loaded')
            keepWrappers();
        if (message.type === 'replayed')
            stayYoung();
        if (ENDED.has(message.type))
            this.end();
        else
            this.watch();
        this.events.message(message);
    }
    end() {
        this.over = true;
        clearTimeout(this.watchdog);
    }
    failed(error) {
        const named = {
            name: error.name,
            message: error.message,
            ...(error.stack === undefined ? {} : { stack: error.stack }),
            ...(error.path === undefined ? {} : { data: { path: error.path } }),
        };
        this.lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'exit', named);
    }
    lose(cause, error) {
        if (this.over)
            return;
        this.end();
        this.events.lost(cause, error);
    }
    /** Asks for a sign of life; a step may hold the loop itself, so it is not counted (E4). */
    watch() {
        clearTimeout(this.watchdog);
        if (this.over || this.idle)
            return;
        this.watchdog = setTimeout(() => {
            if (this.steps.size > 0)
                return this.watch();
            this.pings += 1;
            this.worker.postMessage({ type: 'ping', id: this.pings });
            this.watchdog = setTimeout(() => {
                void this.worker.terminate();
                const seconds = Math.round(this.limits.loopMs / 1000);
                this.lose('loop', {
                    name: 'EndlessLoopError',
                    message: `the process has not given the event loop back for ${seconds} s`,
                });
            }, this.limits.loopMs / 2);
            this.watchdog.unref();
        }, this.limits.loopMs / 2);
        this.watchdog.unref();
    }
}


/***/ }),

/***/ 2764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OG: () => (/* binding */ coolDown),
  gl: () => (/* binding */ takeWorker),
  lM: () => (/* binding */ warmUp)
});

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/runtime/worker-url.js

/** Where the worker's entry lies, seen from the file that this code runs in. */
const places = [
    './worker/main.ts', // src/runtime/worker-url.ts
    './worker/main.js', // lib/runtime/worker-url.js
    './worker/index.js', // dist/index.js and its chunks
    '../worker/index.js', // dist/cli/main.js, dist/lib/*.js, dist/worker/index.js and their chunks
];
/** The entry of the process worker: source, compiled or bundled, whichever this code is itself. */
function workerUrl() {
    // Not `new URL('./literal', import.meta.url)`: the bundler would take the file for an asset.
    const here = import.meta.url;
    const found = places.map((place) => new URL(place, here)).find((url) => (0,external_node_fs_.existsSync)(url));
    if (!found)
        throw new Error(`The worker of Longhaul is missing beside ${here}`);
    return found;
}

;// CONCATENATED MODULE: ./lib/runtime/spare.js
/**
 * Workers, and one that is started before it is known what it shall run: a worker's start takes longer than everything
 * else about a resume, and goes on while the program is loaded, the lease taken and the journal opened.
 */


/** Of two threads that both take the default, Node's young generation alone holds a third of the memory. */
const YOUNG_MB = 16;
let spare;
function startWorker({ env, memoryMb }) {
    return new external_node_worker_threads_.Worker(workerUrl(), {
        env,
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
        name: 'longhaul process',
        // A process sees the engine's own flags otherwise (vitest's, for one).
        execArgv: [],
    });
}
/** Starts a worker for the run that will be driven next, unless there is one. It does not keep the program alive. */
function warmUp(options) {
    if (spare !== undefined)
        return;
    const worker = startWorker(options);
    worker.unref();
    const gone = () => {
        if (spare?.worker === worker)
            spare = undefined;
    };
    // Whoever takes it listens, too; until then nobody misses it.
    worker.on('error', gone).on('exit', gone);
    spare = { worker, memoryMb: options.memoryMb };
}
/** The spare worker, or a new one. Its environment becomes that of its `init` message. */
function takeWorker(options) {
    const ready = spare;
    if (ready === undefined || ready.memoryMb !== options.memoryMb)
        return startWorker(options);
    spare = undefined;
    ready.worker.ref();
    return ready.worker;
}
/** Ends the worker that nobody took. */
async function coolDown() {
    const unused = spare;
    spare = undefined;
    await unused?.worker.terminate();
}


/***/ })

};
