import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ LonghaulError),
/* harmony export */   Jd: () => (/* binding */ LeaseLostError),
/* harmony export */   SG: () => (/* binding */ RunExistsError),
/* harmony export */   _i: () => (/* binding */ LeaseHeldError),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   lQ: () => (/* binding */ RunNotFoundError),
/* harmony export */   wc: () => (/* binding */ DamageError),
/* harmony export */   yu: () => (/* binding */ RunEndedError)
/* harmony export */ });
/**
 * Every error that a person or a program can meet carries a stable code and says what to do next.
 * `code` is what `--json` prints as `error`; `hint` is the way out.
 */
class LonghaulError extends Error {
    code;
    hint;
    path;
    /** It ended a save: what was to be saved lies on this disk alone, and may be saved later. */
    endedSave = false;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'LonghaulError';
        this.code = code;
        this.hint = options.hint ?? '';
        this.path = options.path;
    }
}
/** A flag, an input or an argument that cannot be what it is: exit code 2. */
class UsageError extends LonghaulError {
    constructor(message, options = {}) {
        super('USAGE', message, options);
        this.name = 'UsageError';
    }
}
/** The run does not exist (or no longer): never replaced by a new one. */
class RunNotFoundError extends LonghaulError {
    constructor(runId, where) {
        super('RUN_NOT_FOUND', `Run not found: ${runId} (looked in ${where})`, {
            hint: 'List the runs with `longhaul run:list`.',
        });
        this.name = 'RunNotFoundError';
    }
}
/** A new run may not take an id that is in use. */
class RunExistsError extends LonghaulError {
    constructor(runId, where) {
        super('RUN_EXISTS', `Run ${runId} exists already in ${where}`, {
            hint: `Choose another --run-id, or carry it on with \`longhaul resume ${runId}\`.`,
        });
        this.name = 'RunExistsError';
    }
}
/** Somebody else drives the run. */
class LeaseHeldError extends LonghaulError {
    owner;
    constructor(runId, owner) {
        super('LEASE_HELD', `Run is already being executed by ${owner}`, {
            hint: `Wait for it to finish, or end it (Ctrl-C, SIGTERM): the run can be carried on then. \`longhaul run:halt ${runId}\` would end the run itself, for good.`,
        });
        this.name = 'LeaseHeldError';
        this.owner = owner;
    }
}
/** The lease was taken over while this driver worked: it must stop and write nothing. */
class LeaseLostError extends LonghaulError {
    owner;
    constructor(runId, owner) {
        super('LEASE_LOST', `Run ${runId} was taken over by ${owner}; this driver stops and writes nothing more`, {
            hint: 'Nothing is left to do here: what was not saved is done again by whoever drives the run now.',
        });
        this.name = 'LeaseLostError';
        this.owner = owner;
    }
}
/** The run has ended; nothing is appended to it. */
class RunEndedError extends LonghaulError {
    constructor(runId, status, what, hint = '') {
        super('RUN_ENDED', `Run ${runId} is ${status}: ${what} changes nothing`, { hint });
        this.name = 'RunEndedError';
    }
}
/** The run directory holds something that must not be there, or lacks something that must. */
class DamageError extends LonghaulError {
    /** `<run>` in the hint: the command line says which. */
    constructor(message, path, hint = 'See every finding with `longhaul run:verify <run>`; `longhaul run:repair-journal <run> --dry-run` shows what can be repaired.') {
        super('DAMAGED', message, { path, hint });
        this.name = 'DamageError';
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".testing.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T$: () => (/* reexport */ TestClock),
  ZT: () => (/* reexport */ cancel),
  Ub: () => (/* reexport */ pending),
  X8: () => (/* reexport */ replayRun),
  R3: () => (/* reexport */ runProcess)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(826);
;// CONCATENATED MODULE: ./lib/journal/json.js
/**
 * The one rule by which arguments, results and outputs become JSON: what JSON.stringify makes of them,
 * except that it never empties anything silently.
 */

/** A value that has no honest JSON form; the message names its path. */
class NotJsonError extends errors/* LonghaulError */.BQ {
    constructor(where, what) {
        super('NOT_JSON', `Not JSON: ${where}: ${what}`, {
            path: where,
            hint: 'Pass plain objects, arrays, strings, numbers, booleans or null, or give the class a toJSON method.',
        });
        this.name = 'NotJsonError';
    }
}
const MAX_WARNINGS = 10;
// Deeper than this, cycles are looked for; before, a check on each level would cost the plain cases.
const CHECK_DEPTH = 200;
const MAX_DEPTH = 1000;
const NO_WARNINGS = [];
/**
 * A fresh JSON value equal to `JSON.parse(JSON.stringify(value))`, undefined becoming null at the root.
 * `rootName` begins the paths in warnings and errors. Throws NotJsonError for a Map, a Set, a class instance
 * without toJSON, a BigInt, a symbol or a cycle.
 */
function toJson(value, rootName) {
    if (value === undefined)
        return { json: null, warnings: NO_WARNINGS.slice() };
    const walk = new Walk(rootName, undefined);
    let json;
    try {
        json = walk.value(value, '', 0);
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        // Walk again with the ancestors in hand, so that the cycle is named where it begins.
        const careful = new Walk(rootName, new Set());
        json = careful.value(value, '', 0);
        return { json: json ?? null, warnings: careful.finish() };
    }
    return { json: json ?? null, warnings: walk.finish() };
}
class TooDeep extends Error {
}
class Walk {
    #root;
    #ancestors;
    #keys = [];
    #warnings;
    #unsaid = 0;
    constructor(root, ancestors) {
        this.#root = root;
        this.#ancestors = ancestors;
    }
    finish() {
        if (this.#warnings === undefined)
            return [];
        if (this.#unsaid > 0)
            this.#warnings.push(`${this.#root}: ${this.#unsaid} more values that JSON changes`);
        return this.#warnings;
    }
    /** undefined: leave the member out. */
    value(input, key, depth) {
        switch (typeof input) {
            case 'string':
            case 'boolean':
                return input;
            case 'number':
                if (Number.isFinite(input))
                    return input === 0 ? 0 : input;
                this.#warn(`${input} becomes null`);
                return null;
            case 'undefined':
                return undefined;
            case 'object':
                return input === null ? null : this.#object(input, key, depth);
            case 'function':
                return this.#function(input, key, depth);
            case 'bigint':
                return this.#bigint(input, key, depth);
            default:
                throw this.#refuse('symbol');
        }
    }
    #object(input, key, depth) {
        const convert = input.toJSON;
        if (typeof convert === 'function') {
            return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
        }
        return this.#plain(input, depth);
    }
    /** What a toJSON gave is taken as it is: its own toJSON is not asked again. */
    #converted(value, depth) {
        if (typeof value === 'object' && value !== null)
            return this.#plain(value, depth);
        if (typeof value === 'function')
            return this.#left('a function is left out');
        if (typeof value === 'bigint')
            throw this.#refuse('BigInt');
        return this.value(value, '', depth);
    }
    #plain(input, depth) {
        if (depth > MAX_DEPTH)
            throw this.#refuse(`nested deeper than ${MAX_DEPTH} levels`);
        const ancestors = this.#ancestors;
        if (ancestors === undefined) {
            if (depth > CHECK_DEPTH)
                throw new TooDeep();
            return Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
        }
        if (ancestors.has(input))
            throw this.#refuse('cycle');
        ancestors.add(input);
        const json = Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
        ancestors.delete(input);
        return json;
    }
    #array(input, depth) {
        const out = [];
        const keys = this.#keys;
        for (let i = 0; i < input.length; i++) {
            keys.push(i);
            out.push(this.value(input[i], i, depth + 1) ?? null);
            keys.pop();
        }
        return out;
    }
    #record(input, depth) {
        const proto = Object.getPrototypeOf(input);
        if (proto !== Object.prototype && !isPlainPrototype(proto))
            return this.#unboxed(input);
        if (proto === null && isRawJson(input))
            return JSON.parse(input.rawJSON);
        const out = {};
        const keys = this.#keys;
        for (const key of Object.keys(input)) {
            keys.push(key);
            const json = this.value(input[key], key, depth + 1);
            keys.pop();
            if (json === undefined)
                continue;
            if (key === '__proto__') {
                Object.defineProperty(out, key, {
                    value: json,
                    enumerable: true,
                    configurable: true,
                    writable: true,
                });
            }
            else
                out[key] = json;
        }
        return out;
    }
    /** Boxed primitives are their values to JSON.stringify; every other class instance is refused. */
    #unboxed(input) {
        if (input instanceof Number)
            return this.value(Number(input), '', 0) ?? null;
        if (input instanceof String)
            return String(input);
        if (input instanceof Boolean)
            return Boolean.prototype.valueOf.call(input);
        throw this.#refuse(className(input));
    }
    #function(input, key, depth) {
        const convert = Reflect.get(input, 'toJSON');
        if (typeof convert === 'function') {
            return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
        }
        return this.#left('a function is left out');
    }
    #bigint(input, key, depth) {
        const convert = Reflect.get(Object(input), 'toJSON');
        if (typeof convert !== 'function')
            throw this.#refuse('BigInt');
        return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
    }
    #left(what) {
        this.#warn(what);
        return undefined;
    }
    #warn(what) {
        this.#warnings ??= [];
        if (this.#warnings.length < MAX_WARNINGS)
            this.#warnings.push(`${this.#path()}: ${what}`);
        else
            this.#unsaid++;
    }
    #refuse(what) {
        return new NotJsonError(this.#path(), what);
    }
    #path() {
        let path = this.#root;
        for (const key of this.#keys) {
            if (typeof key === 'number')
                path += `[${key}]`;
            else
                path += /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
        }
        return path;
    }
}
/** Also true for the Object.prototype of another realm: the process runs in globals of its own. */
function isPlainPrototype(proto) {
    if (proto === null)
        return true;
    if (typeof proto !== 'object')
        return false;
    return Object.getPrototypeOf(proto) === null && Object.hasOwn(proto, 'isPrototypeOf');
}
function isRawJson(input) {
    const test = Reflect.get(JSON, 'isRawJSON');
    return typeof test === 'function' && Reflect.apply(test, JSON, [input]) === true;
}
function className(input) {
    const made = Reflect.get(input, 'constructor');
    return typeof made === 'function' && made.name !== '' ? made.name : 'class instance';
}
/** Babysitter's text of a JSON file: two spaces, a newline at the end. */
function jsonText(json) {
    return `${JSON.stringify(json, null, 2)}\n`;
}
/** The same value with the keys of all objects in localeCompare order, as Babysitter stores tasks and results. */
function sortKeys(json) {
    if (typeof json !== 'object' || json === null)
        return json;
    if (Array.isArray(json))
        return json.map(sortKeys);
    const out = {};
    for (const key of Object.keys(json).sort((a, b) => a.localeCompare(b))) {
        const value = sortKeys(json[key] ?? null);
        if (key === '__proto__') {
            Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
        }
        else
            out[key] = value;
    }
    return out;
}

;// CONCATENATED MODULE: ./lib/journal/decode.js
const SHAPES = {
    RUN_CREATED: { runId: 'string', processId: 'string', inputsRef: 'string?', deadline: 'string?' },
    EFFECT_REQUESTED: {
        effectId: 'string',
        stepId: 'string',
        taskId: 'string',
        kind: 'string',
        invocationKey: 'string',
        taskDefRef: 'string',
        argsDigest: 'string?',
        after: 'number?',
        waits: 'number?',
        deadline: 'string?',
        external: 'boolean?',
    },
    EFFECT_STARTED: { effectId: 'string', attempt: 'number', notBefore: 'string?', deadline: 'string?' },
    EFFECT_RESOLVED: { effectId: 'string', status: 'string', resultDigest: 'string?', error: 'object?' },
    EFFECT_CANCELLED: { effectId: 'string', resultDigest: 'string?' },
    SIGNAL_RECEIVED: { name: 'string' },
    RUN_CANCEL_REQUESTED: { reason: 'string', deadline: 'string' },
    RUN_RETRIED: { effects: 'strings', dropped: 'strings' },
    RUN_COMPLETED: { outputRef: 'string?', outputDigest: 'string?' },
    RUN_FAILED: { error: 'object' },
    RUN_HALTED: {},
    PROCESS_LOG: { logSeq: 'number' },
};
function decode_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function fits(value, check) {
    if (value === undefined)
        return check.endsWith('?');
    switch (check) {
        case 'string':
        case 'string?':
            return typeof value === 'string';
        case 'number':
        case 'number?':
            return typeof value === 'number';
        case 'boolean?':
            return typeof value === 'boolean';
        case 'object':
        case 'object?':
            return decode_isObject(value);
        case 'strings':
            return Array.isArray(value) && value.every((item) => typeof item === 'string');
    }
}
// As pairs, so that checking an event makes no garbage.
const CHECKS = new Map(Object.entries(SHAPES).map(([type, shape]) => [type, Object.entries(shape)]));
/** What is wrong with the data of an event of this type; undefined when nothing is, or the type is unknown. */
function dataProblem(type, data) {
    const checks = CHECKS.get(type);
    if (checks === undefined)
        return undefined;
    for (const [key, check] of checks) {
        if (!fits(data[key], check))
            return `data.${key} of ${type} is not a ${check.replace('?', '')}`;
    }
    if (type === 'EFFECT_RESOLVED' && data.status !== 'ok' && data.status !== 'error') {
        return 'data.status of EFFECT_RESOLVED is neither ok nor error';
    }
    return undefined;
}
/**
 * The event with the type of its data, or undefined for a type that this engine does not know. The data was
 * checked when the event was read (`dataProblem`), or built by typed code.
 */
function asKnown(event) {
    return CHECKS.has(event.type) ? event : undefined;
}
/** Parses a JSON text; undefined when it is none. */
function decode_parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A serialized error as it may stand in any journal; gaps are filled so that it can always be thrown. */
function asError(value) {
    if (!decode_isObject(value))
        return { name: 'Error', message: typeof value === 'string' ? value : 'Unknown error' };
    const error = {
        name: typeof value.name === 'string' ? value.name : 'Error',
        message: typeof value.message === 'string' ? value.message : '',
    };
    if (typeof value.stack === 'string')
        error.stack = value.stack;
    if (value.data !== undefined)
        error.data = value.data;
    if (value.cause !== undefined)
        error.cause = asError(value.cause);
    return error;
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/journal/digest.js
/** Digests: what the journal compares files, arguments and requests by. */

/** sha256, 64 hex characters. Text is hashed as UTF-8. */
function sha256(data) {
    return (0,external_node_crypto_namespaceObject.hash)('sha256', data, 'hex');
}
/**
 * sha256 of the compact JSON text of the arguments, hex. The absolute run directory and workspace are
 * replaced by `<run>` and `<workspace>`, so that the same call has the same digest on another machine.
 */
function argsDigest(json, places = {}) {
    return argsTextDigest(JSON.stringify(json), places);
}
/** `argsDigest` of a JSON text that exists already. */
function argsTextDigest(compactText, places = {}) {
    let text = compactText;
    // The run directory first: it usually lies in the workspace.
    text = replacePath(text, places.runDir, '<run>');
    text = replacePath(text, places.workspace, '<workspace>');
    return sha256(text);
}
// The same two are asked for with every request.
const escapedPaths = new Map();
/** As it stands in JSON text, without a slash at its end. */
function escapedPath(path) {
    const known = escapedPaths.get(path);
    if (known !== undefined)
        return known;
    const escaped = JSON.stringify(path.replace(/[/\\]+$/, '')).slice(1, -1);
    escapedPaths.set(path, escaped);
    return escaped;
}
function replacePath(text, path, name) {
    if (path === undefined || path.length < 2)
        return text;
    const escaped = escapedPath(path);
    let at = text.indexOf(escaped);
    if (at < 0)
        return text;
    let out = '';
    let from = 0;
    while (at >= 0) {
        const end = at + escaped.length;
        // `/srv/app` must not be found in `/srv/application`.
        if (/[\w.-]/.test(text.charAt(end)))
            out += text.slice(from, end);
        else
            out += text.slice(from, at) + name;
        from = end;
        at = text.indexOf(escaped, end);
    }
    return out + text.slice(from);
}
/** What makes two requests equal (contract §4); the key under which their number is counted. */
function equalityKey(kind, taskId, digest) {
    return `${kind}\n${taskId}\n${digest ?? ''}`;
}
/**
 * `<runId>.<16 hex>.<n>`: the same for the same request however often and wherever it is made.
 * `n` counts equal requests of the run from 1.
 */
function idempotencyKey(runId, request, n) {
    const key = equalityKey(request.kind, request.taskId, request.argsDigest);
    return `${runId}.${sha256(key).slice(0, 16)}.${n}`;
}
/** The id that git gives a blob of these bytes (SHA-1 repositories), hex. */
function gitBlobId(bytes) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

;// CONCATENATED MODULE: ./lib/journal/codec.js
/** The exact bytes of an event file, and the way back. */



const CHECKSUM = /,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/;
/**
 * The text of an event file. The checksum is the sha256 of the same text without its checksum line.
 * `harness`, when run.json has one, stands first in the data of every event but RUN_CREATED.
 */
function encodeEvent(event, harness) {
    const data = harness === undefined || event.type === 'RUN_CREATED' || 'harness' in event.data
        ? event.data
        : { harness, ...event.data };
    const text = JSON.stringify({ type: event.type, recordedAt: event.recordedAt, data }, null, 2);
    return `${text.slice(0, -2)},\n  "checksum": "${sha256(`${text}\n`)}"\n}\n`;
}
class EventFaultError extends errors/* DamageError */.wc {
    fault;
    constructor(fault, message, path) {
        super(message, path);
        this.fault = fault;
    }
}
/**
 * Reads an event file's text. `path` is for messages. Throws EventFaultError (a DamageError) when it is cut
 * off, its checksum does not hold or its data has not the shape of its type; unknown types and fields are kept.
 */
function decodeEvent(text, name, path) {
    const body = decode_parseJson(text);
    if (!decode_isObject(body)) {
        throw new EventFaultError('EVENT_TRUNCATED', `The event file ${path} is cut off or no JSON`, path);
    }
    verifyChecksum(text, body, path);
    const { type, recordedAt, data, checksum: _checksum, ...extra } = body;
    if (typeof type !== 'string' || typeof recordedAt !== 'string' || !decode_isObject(data)) {
        throw new EventFaultError('EVENT_SHAPE', `The event file ${path} lacks type, recordedAt or data, or they are of another kind`, path);
    }
    const problem = dataProblem(type, data);
    if (problem !== undefined) {
        throw new EventFaultError('EVENT_SHAPE', `The event file ${path} has another shape: ${problem}`, path);
    }
    const event = { seq: name.seq, ulid: name.ulid, type, recordedAt, data };
    for (const _ in extra) {
        event.extra = extra;
        break;
    }
    return event;
}
function verifyChecksum(text, body, path) {
    const found = CHECKSUM.exec(text.slice(-100));
    if (found !== null && sha256(`${text.slice(0, -found[0].length)}\n}\n`) === found[1])
        return;
    // Another writer may lay out its text differently; the rule speaks of the value's pretty text.
    const { checksum, ...rest } = body;
    if (typeof checksum === 'string' && sha256(`${JSON.stringify(rest, null, 2)}\n`) === checksum)
        return;
    throw new EventFaultError('EVENT_CHECKSUM', `The checksum of the event file ${path} does not hold: it was edited or damaged`, path);
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./lib/journal/layout.js
/** Names and paths inside a run directory, and the safe way from a ref in the journal to a file. */



const LAYOUT_VERSION = '2026.01-storage-preview';
const GITIGNORE = 'state/\ntasks/*/artifacts/\nblobs/\norphaned/\n';
/** The directories that Babysitter makes with every run. */
const RUN_DIRS = ['journal', 'tasks', 'blobs', 'state', 'orphaned', 'process'];
const OUTPUT_REF = 'state/output.json';
const EVENT_NAME = /^(?:\d{6}|[1-9]\d{6,14})\.[0-7][0-9A-HJKMNP-TV-Z]{25}\.json$/;
// `.`, the ULID and `.json` behind the number.
const TAIL_LENGTH = 32;
const layout_paths = {
    run: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'run.json'),
    inputs: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'inputs.json'),
    journal: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'journal'),
    event: (runDir, name) => (0,external_node_path_namespaceObject.join)(runDir, 'journal', name),
    tasks: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'tasks'),
    state: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'state'),
    stateCache: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'state', 'state.json'),
    segments: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'state', 'segments'),
    output: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'state', 'output.json'),
    orphaned: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'orphaned'),
    code: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'code'),
    artifacts: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'artifacts'),
    lease: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'lease'),
    mailbox: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'mailbox'),
    final: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'final.json'),
    progress: (runDir) => (0,external_node_path_namespaceObject.join)(runDir, 'progress.ndjson'),
};
/** Refs are relative to the run directory and use `/`. */
const refs = {
    task: (effectId) => `tasks/${effectId}/task.json`,
    result: (effectId) => `tasks/${effectId}/result.json`,
    stdout: (effectId) => `tasks/${effectId}/stdout.log`,
    stderr: (effectId) => `tasks/${effectId}/stderr.log`,
    blob: (effectId, name, digest) => `tasks/${effectId}/blobs/${name}-${digest}.json`,
};
/** `000007.<ULID>.json`; from seq 1,000,000 on the number simply grows longer. */
function layout_eventFileName(seq, ulid) {
    return `${String(seq).padStart(6, '0')}.${ulid}.json`;
}
/** undefined for a name that is not exactly that of an event file. */
function parseEventName(name) {
    if (!EVENT_NAME.test(name))
        return undefined;
    const end = name.length - TAIL_LENGTH;
    const seq = Number(name.slice(0, end));
    return seq === 0 ? undefined : { seq, ulid: name.slice(end + 1, -5), name };
}
/** By number, not by text: 1,000,000 comes after 999,999. */
function compareEvents(a, b) {
    return a.seq - b.seq || (a.ulid < b.ulid ? -1 : a.ulid > b.ulid ? 1 : 0);
}
const REF_ROOTS = new Set(['tasks', 'blobs', 'state', 'artifacts', 'code', 'inputs.json']);
/** undefined when the ref is one that may be followed, otherwise what is wrong with it. */
function refProblem(ref) {
    if (typeof ref !== 'string' || ref === '')
        return 'it is empty';
    if (ref.includes('\0') || ref.includes('\\'))
        return 'it holds characters that no ref has';
    if (ref.startsWith('/') || /^[A-Za-z]:/.test(ref))
        return 'it is absolute';
    const parts = ref.split('/');
    if (parts.some((part) => part === '..' || part === '.' || part === ''))
        return 'it leaves its place';
    if (!REF_ROOTS.has(parts[0] ?? ''))
        return 'it leads to a part of the run directory that no ref leads to';
    return undefined;
}
/** Follows refs of one run directory; directories that were found to be real are not asked again. */
class layout_RefResolver {
    #runDir;
    #known = new Set();
    constructor(runDir) {
        this.#runDir = runDir;
    }
    /**
     * The absolute path of a ref that stands in `mentionedIn` (a path for the message). Throws DamageError when
     * the ref is absolute, climbs out of the run directory or leads through a symbolic link. The file itself
     * may be missing.
     */
    resolve(ref, mentionedIn) {
        const problem = refProblem(ref) ?? this.#linkProblem(String(ref));
        if (problem !== undefined) {
            throw new errors/* DamageError */.wc(`The ref ${JSON.stringify(ref)} in ${mentionedIn} is not followed: ${problem}`, mentionedIn);
        }
        return (0,external_node_path_namespaceObject.join)(this.#runDir, String(ref));
    }
    #linkProblem(ref) {
        const parts = ref.split('/');
        let path = this.#runDir;
        for (let i = 0; i < parts.length; i++) {
            path = (0,external_node_path_namespaceObject.join)(path, parts[i] ?? '');
            const isDirectory = i < parts.length - 1;
            if (isDirectory && this.#known.has(path))
                continue;
            const stat = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
            if (stat === undefined)
                return undefined;
            if (stat.isSymbolicLink())
                return `${parts.slice(0, i + 1).join('/')} is a symbolic link`;
            if (isDirectory)
                this.#known.add(path);
        }
        return undefined;
    }
}
/** The data of an event, its refs renamed. */
function withRefs(data, renamed) {
    const entries = Object.entries(data).map(([key, value]) => [
        key,
        key.endsWith('Ref') && typeof value === 'string' ? (renamed.get(value) ?? value) : value,
    ]);
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./lib/journal/task-files.js
/** The files beside the journal: task.json, result.json, run.json, in Babysitter's exact bytes. */




const TASK_SCHEMA = '2026.01.tasks-v1';
const RESULT_SCHEMA = '2026.01.results-v1';
/** Values whose pretty JSON is longer than this, in bytes, stand in a blob of their own. */
const BLOB_THRESHOLD = 1024 * 1024;
const FIXED_TASK_KEYS = new Set(['schemaVersion', 'effectId', 'taskId', 'invocationKey', 'stepId']);
const OBJECT_KEYS = ['io', 'node', 'breakpoint', 'orchestratorTask', 'sleep', 'metadata'];
/**
 * task.json: the keys of the definition, sorted at every level, then the fixed keys, then the inputs.
 * `inputs` undefined leaves them out. `def.kind` must be a string.
 */
function encodeTask(id, def, inputs) {
    const task = {};
    const sorted = sortKeys(def);
    for (const key of Object.keys(sorted)) {
        const value = taskField(key, sorted[key] ?? null);
        if (value !== undefined)
            set(task, key, value);
    }
    task.schemaVersion = TASK_SCHEMA;
    task.effectId = id.effectId;
    task.taskId = id.taskId;
    task.invocationKey = id.invocationKey;
    task.stepId = id.stepId;
    const encoded = { files: [], taskDefRef: refs.task(id.effectId) };
    if (inputs !== undefined) {
        const value = sortKeys(inputs);
        const blob = spill(id.effectId, 'inputs', value);
        if (blob === undefined)
            task.inputs = value;
        else {
            encoded.files.push(blob);
            encoded.inputsRef = blob.path;
            task.inputsRef = blob.path;
        }
    }
    encoded.files.push({ path: encoded.taskDefRef, text: jsonText(task) });
    return encoded;
}
/** What Babysitter keeps of a field of the definition; undefined: nothing. */
function taskField(key, value) {
    if (key === 'title' || key === 'description')
        return typeof value === 'string' ? value : undefined;
    if (key === 'labels')
        return labels(value);
    if (OBJECT_KEYS.includes(key))
        return decode_isObject(value) ? value : undefined;
    if (key === 'inputsRef')
        return undefined;
    // Keeps its place among the keys of the definition; the value is set afterwards.
    if (FIXED_TASK_KEYS.has(key))
        return null;
    return value;
}
function labels(value) {
    if (!Array.isArray(value))
        return undefined;
    const texts = value.filter((item) => typeof item === 'string').map((item) => item.trim());
    const unique = [...new Set(texts.filter((item) => item !== ''))];
    return unique.length === 0 ? undefined : unique.sort((a, b) => a.localeCompare(b));
}
function set(target, key, value) {
    if (key !== '__proto__') {
        target[key] = value;
        return;
    }
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
function spill(effectId, name, value) {
    const text = jsonText(value);
    if (text.length <= BLOB_THRESHOLD && Buffer.byteLength(text) <= BLOB_THRESHOLD)
        return undefined;
    return { path: refs.blob(effectId, name, sha256(text)), text };
}
/**
 * result.json. The value stands in it twice, as `result` and as `value`; one whose pretty JSON is longer than
 * 1 MiB goes to a blob, which `resultRef` in the file names.
 */
function encodeResult(of, outcome) {
    const files = [];
    const result = {
        schemaVersion: RESULT_SCHEMA,
        effectId: of.effectId,
        taskId: of.taskId,
        invocationKey: of.invocationKey,
        status: outcome.status,
    };
    let valueText = '';
    let value;
    if (outcome.status === 'ok') {
        value = sortKeys(outcome.value);
        valueText = JSON.stringify(value);
        // So short that no indentation brings it over the limit: the pretty text need not be made to measure it.
        const blob = valueText.length < 1000 ? undefined : spill(of.effectId, 'result', value);
        if (blob !== undefined) {
            files.push(blob);
            result.resultRef = blob.path;
            value = undefined;
        }
        else
            result.result = value;
    }
    else if (outcome.status === 'error') {
        result.error = sortKeys(JSON.parse(JSON.stringify(outcome.error)));
    }
    else {
        result.error = { message: outcome.reason, name: 'EffectCancelledError' };
        result.reason = outcome.reason;
    }
    result.stdoutRef = of.stdoutRef;
    result.stderrRef = of.stderrRef;
    result.startedAt = of.startedAt;
    result.finishedAt = of.finishedAt;
    const metadata = outcome.status === 'cancelled'
        ? { cancelled: true, reason: outcome.reason, ...of.metadata }
        : of.metadata;
    if (metadata !== undefined)
        result.metadata = sortKeys(metadata);
    if (value !== undefined)
        result.value = value;
    const text = jsonText(result);
    const resultRef = refs.result(of.effectId);
    files.push({ path: resultRef, text, ...(value !== undefined && { value: valueText }) });
    return { files, resultRef, resultDigest: sha256(text), valueText };
}
/** undefined when the text is no result file (cut off, or without what its status calls for). */
function decodeResult(text) {
    const body = decode_parseJson(text);
    if (!decode_isObject(body))
        return undefined;
    if (body.status === 'error')
        return { status: 'error', error: body.error ?? null };
    if (body.status === 'cancelled') {
        return { status: 'cancelled', reason: typeof body.reason === 'string' ? body.reason : '' };
    }
    if (body.status !== 'ok')
        return undefined;
    if (body.result !== undefined && body.result !== null)
        return { status: 'ok', value: body.result };
    if (body.value !== undefined && body.value !== null)
        return { status: 'ok', value: body.value };
    if (typeof body.resultRef === 'string')
        return { status: 'ok', valueRef: body.resultRef };
    return { status: 'ok', value: null };
}
/** run.json in Babysitter's key order. */
function encodeRun(run) {
    return jsonText({
        runId: run.runId,
        request: run.request,
        processId: run.processId,
        harness: run.harness,
        entrypoint: { importPath: run.entrypoint.importPath, exportName: run.entrypoint.exportName },
        processPath: run.entrypoint.importPath,
        processRevision: run.processRevision,
        layoutVersion: LAYOUT_VERSION,
        createdAt: run.createdAt,
        prompt: run.prompt,
        nonInteractive: run.nonInteractive === true ? true : undefined,
        completionProof: run.completionProof,
    });
}
/** run.json parsed; a string says what is wrong with it. */
function decodeRun(text) {
    const run = decode_parseJson(text);
    if (!decode_isObject(run))
        return 'it is cut off or no JSON';
    if (typeof run.runId !== 'string' || run.runId === '')
        return 'it has no runId';
    if (run.layoutVersion !== LAYOUT_VERSION) {
        return `its layoutVersion is ${JSON.stringify(run.layoutVersion ?? null)}, this engine reads ${LAYOUT_VERSION}`;
    }
    if (!decode_isObject(run.entrypoint) || typeof run.entrypoint.importPath !== 'string')
        return 'it has no entrypoint';
    if (typeof run.createdAt !== 'string')
        return 'it has no createdAt';
    const metadata = {
        ...run,
        runId: run.runId,
        request: typeof run.request === 'string' ? run.request : run.runId,
        processId: typeof run.processId === 'string' ? run.processId : run.runId,
        entrypoint: {
            importPath: run.entrypoint.importPath,
            exportName: typeof run.entrypoint.exportName === 'string' ? run.entrypoint.exportName : 'process',
        },
        processPath: typeof run.processPath === 'string' ? run.processPath : run.entrypoint.importPath,
        layoutVersion: LAYOUT_VERSION,
        createdAt: run.createdAt,
    };
    if (typeof run.harness !== 'string' || run.harness.trim() === '')
        delete metadata.harness;
    return metadata;
}
/** The proof in run.json, or the one that Babysitter derives for a run that has none. */
function completionProofOf(run) {
    return run.completionProof ?? sha256(`${run.runId}:babysitter-completion-secret-v1`);
}

;// CONCATENATED MODULE: ./lib/journal/reader.js
/** Opens a run directory: its metadata, the names of its events, the events themselves, results. */







const NO_RUN_FILE = 'It cannot be made anew: put it back from a copy of the run, or seal the run with `longhaul run:halt <run> --final-status failed`.';
/** run.json. Throws DamageError when it is missing, unreadable or of another layout. */
function readRun(runDir) {
    const path = layout_paths.run(runDir);
    const text = reader_readIfThere(path);
    if (text === undefined)
        throw new errors/* DamageError */.wc(`${path} is missing: this is no run directory`, path, NO_RUN_FILE);
    const run = decodeRun(text);
    if (typeof run === 'string')
        throw new errors/* DamageError */.wc(`${path} cannot be used: ${run}`, path, NO_RUN_FILE);
    return run;
}
/** The text of inputs.json, or undefined when the run has none. */
function readInputs(runDir) {
    return reader_readIfThere(layout_paths.inputs(runDir));
}
/** The text of a file; undefined when there is none. Other errors are thrown. */
function reader_readIfThere(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (reader_isMissing(error))
            return undefined;
        throw error;
    }
}
/** What stands in a directory; nothing when there is none. */
function namesIn(directory) {
    try {
        return (0,external_node_fs_namespaceObject.readdirSync)(directory);
    }
    catch (error) {
        if (reader_isMissing(error))
            return [];
        throw error;
    }
}
function reader_isMissing(error) {
    const code = error.code;
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** Names only, nothing is opened. An absent journal directory is an empty journal. */
function listJournal(runDir) {
    const names = namesIn(layout_paths.journal(runDir));
    // A journal without a fault is put in order by counting, which is several times faster than sorting.
    const placed = new Array(names.length);
    const misplaced = [];
    const others = [];
    let last = 0;
    for (const name of names) {
        const parsed = parseEventName(name);
        if (parsed === undefined)
            others.push(name);
        else if (parsed.seq > names.length || placed[parsed.seq - 1] !== undefined)
            misplaced.push(parsed);
        else {
            placed[parsed.seq - 1] = parsed;
            last = Math.max(last, parsed.seq);
        }
    }
    placed.length = last;
    if (misplaced.length === 0 && last === names.length - others.length)
        return { events: placed, others };
    const events = [...placed.filter((name) => name !== undefined), ...misplaced].sort(compareEvents);
    return { events, others };
}
/** The place where the seqs of a sorted listing stop being 1, 2, 3 …; undefined when they never do. */
function sequenceProblem(events) {
    for (let i = 0; i < events.length; i++) {
        const event = events[i];
        if (event === undefined || event.seq === i + 1)
            continue;
        return { kind: event.seq > i + 1 ? 'gap' : 'duplicate', seq: i + 1, name: event.name };
    }
    return undefined;
}
/**
 * The event files of a run, 1, 2, 3 … without a gap. While a driver appends, a listing may show an event and
 * miss the one before it, so a gap is believed only when it is still there on a second look. Throws
 * DamageError for a gap, a seq that two files have, and a journal without an event: every run has its first.
 */
function listEvents(runDir) {
    for (let attempt = 1;; attempt++) {
        const { events } = listJournal(runDir);
        const problem = sequenceProblem(events);
        if (events.length === 0) {
            const path = layout_paths.journal(runDir);
            throw new errors/* DamageError */.wc(`The journal has no event, not even RUN_CREATED: ${path}`, path);
        }
        if (problem === undefined)
            return events;
        if (problem.kind === 'gap' && attempt < 3)
            continue;
        const path = layout_paths.event(runDir, problem.name);
        throw new errors/* DamageError */.wc(problem.kind === 'gap'
            ? `The journal has no event ${problem.seq}: ${path} comes too early`
            : `Two events of the journal have the seq ${problem.seq - 1}, one of them is ${path}`, path);
    }
}
/** One event file, its checksum verified. Throws DamageError naming the file. */
function reader_readEvent(runDir, name) {
    const path = layout_paths.event(runDir, name.name);
    let text;
    try {
        text = reader_readIfThere(path);
    }
    catch (error) {
        const { code, message } = error;
        if (code !== 'EISDIR' && code !== 'ELOOP')
            throw error;
        throw new errors/* DamageError */.wc(`The event file ${path} cannot be read: ${message}`, path);
    }
    if (text === undefined)
        throw new errors/* DamageError */.wc(`The event file ${path} is gone`, path);
    return decodeEvent(text, name, path);
}
/** Every event of the run, read from the event files alone. Throws DamageError for any damage. */
function readEvents(runDir) {
    return listEvents(runDir).map((name) => reader_readEvent(runDir, name));
}
/**
 * What an EFFECT_RESOLVED event settled, with the value read whole from its result file or blob and the
 * file's digest verified. Throws DamageError when a file is missing, edited or damaged, or a ref is tampered.
 */
function readOutcome(resolver, data, eventPath) {
    if (data.status === 'error' && data.error !== undefined) {
        return { status: 'error', error: asError(data.error) };
    }
    const ref = data.resultRef ?? refs.result(data.effectId);
    const path = resolver.resolve(ref, eventPath);
    const text = reader_readIfThere(path);
    if (text === undefined)
        throw new errors/* DamageError */.wc(`The result ${path} is missing, named by ${eventPath}`, path);
    if (data.resultDigest !== undefined && sha256(text) !== data.resultDigest) {
        throw new errors/* DamageError */.wc(`The result ${path} is not the one that ${eventPath} recorded: its digest differs`, path);
    }
    const result = decodeResult(text);
    if (result === undefined)
        throw new errors/* DamageError */.wc(`The result ${path} is cut off or no result`, path);
    if (result.status === 'error')
        return { status: 'error', error: asError(result.error) };
    if (result.status === 'cancelled')
        return { status: 'cancelled', reason: result.reason, timedOut: false };
    if ('value' in result)
        return { status: 'ok', value: JSON.stringify(result.value) };
    return { status: 'ok', value: readBlob(resolver, result.valueRef, path) };
}
function cancelledOutcome(data) {
    return { status: 'cancelled', reason: data.reason ?? '', timedOut: data.timedOut === true };
}
const BLOB_DIGEST = /-([0-9a-f]{64})\.json$/;
function readBlob(resolver, ref, mentionedIn) {
    const path = resolver.resolve(ref, mentionedIn);
    const text = reader_readIfThere(path);
    if (text === undefined)
        throw new errors/* DamageError */.wc(`The blob ${path} is missing, named by ${mentionedIn}`, path);
    const digest = BLOB_DIGEST.exec(ref)?.[1];
    if (digest !== undefined && sha256(text) !== digest) {
        throw new errors/* DamageError */.wc(`The blob ${path} is not the one that its name promises: its digest differs`, path);
    }
    const value = decode_parseJson(text);
    if (value === undefined)
        throw new errors/* DamageError */.wc(`The blob ${path} is cut off or no JSON`, path);
    return JSON.stringify(value);
}
/** A reader of refs for one run directory. */
function reader_resolverOf(runDir) {
    return new layout_RefResolver(runDir);
}

;// CONCATENATED MODULE: ./lib/operations/breakpoint-shown.js
/** What a breakpoint shows to people: read from its definition; files of its context, from the workspace. */



/** How much of a file, and of how many. */
const EXCERPT = 4000;
const MAX_FILES = 10;
/** What the process gave to `ctx.breakpoint`. */
function payloadOf(def) {
    const options = decode_isObject(def.metadata) ? def.metadata : {};
    return { payload: decode_isObject(options.payload) ? options.payload : {}, options };
}
const optionsOf = (def) => payloadOf(def).options;
/** What people call an effect by, read from its definition: a breakpoint's own title; undefined: its label. */
function breakpoint_shown_titleOf(kind, def) {
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
    if (!decode_isObject(context))
        return JSON.stringify(context, null, 2);
    const { files: _, ...rest } = context;
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest, null, 2);
}
/** Files that the context names (`context.files`: paths, or objects with a `path`). */
function filesOf(def, place, redact) {
    const { context } = payloadOf(def).payload;
    const named = isObject(context) && Array.isArray(context.files) ? context.files : [];
    return named
        .map((file) => (isObject(file) ? textOf(file.path) : textOf(file)))
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
        text = readFileSync(file.absolute, 'utf8');
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
        const root = realpathSync(workspace);
        const absolute = realpathSync(path.resolve(root, name));
        const relative = path.relative(root, absolute).split(path.sep).join('/');
        const isInside = relative !== '' && !relative.startsWith('../') && !path.isAbsolute(relative);
        return isInside && !relative.split('/').includes('.git') ? { absolute, relative } : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/operations/tasks.js
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
    return titleOf(kind, tasks_definitionOf(runDir, taskDefRef)) ?? label ?? taskId;
}
/** The definition of an effect, for what people are shown of it; what is damaged or not there is empty. */
function tasks_definitionOf(runDir, ref) {
    try {
        return readObject(reader_resolverOf(runDir), ref) ?? {};
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc)
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
        text = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (reader_isMissing(error))
            return null;
        throw error;
    }
    const value = decode_parseJson(text);
    if (!decode_isObject(value))
        throw new errors/* DamageError */.wc(`${file} is cut off or holds no object`, file);
    return value;
}

;// CONCATENATED MODULE: ./lib/operations/breakpoint-answer.js
/** What settles a breakpoint as a result from outside: read here and nowhere else. */





/**
 * Why `value` does not decide a breakpoint that offers `choices`; undefined: it does. A process asks whether `approved`
 * is truthy: a text would approve, whatever it says. What else the object holds is the process's business.
 */
function decisionProblem(value, choices) {
    // Every resume loads this: it is no schema, which would load zod.
    if (!decode_isObject(value) || typeof value.approved !== 'boolean')
        return 'it takes an object with "approved": true or false';
    const { option } = value;
    // Babysitter's own answers name none, whatever there is to choose from.
    if (option === undefined)
        return undefined;
    const offered = choices();
    if (typeof option === 'string' && (offered.length === 0 || offered.includes(option)))
        return undefined;
    if (offered.length === 0)
        return 'its "option" must be a text';
    return `its "option" must be one of: ${offered.map((choice) => JSON.stringify(choice)).join(', ')}`;
}
/** The same for an effect of a run; undefined also where the effect is no breakpoint. */
function answerProblem(runDir, { request }, value) {
    if (request.kind !== 'breakpoint')
        return undefined;
    try {
        return decisionProblem(value, () => choicesOf(readObject(reader_resolverOf(runDir), request.taskDefRef) ?? {}));
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc)
            return `its options cannot be read: ${error.message}`;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/runtime/worker/errors.js

const KNOWN = new Set(['name', 'message', 'stack', 'cause']);
const MAX_CAUSES = 8;
/** Thrown at the place of an effect that was cancelled, timed out or withdrawn; the same on every replay. */
class EffectCancelledError extends Error {
    effectId;
    reason;
    timedOut;
    constructor(effectId, reason, timedOut = false) {
        super(reason === '' ? `Effect ${effectId} was cancelled` : `Effect ${effectId} was cancelled: ${reason}`);
        this.name = 'EffectCancelledError';
        this.effectId = effectId;
        this.reason = reason;
        this.timedOut = timedOut;
    }
}
/** An attempt was lost with its job too often (or once, with `onLost: 'fail'`). */
class LostEffectError extends Error {
    effectId;
    losses;
    constructor(effectId, losses, message) {
        super(message ?? `Effect ${effectId} was lost with its job ${losses} time(s)`);
        this.name = 'LostEffectError';
        this.effectId = effectId;
        this.losses = losses;
    }
}
/** The code asks for other steps than the journal holds. The report is in `message`. */
class DivergenceError extends (/* unused pure expression or super */ null && (Error)) {
    name = 'DivergenceError';
}
function ownFields(error) {
    const fields = {};
    for (const [key, value] of Object.entries(error)) {
        if (KNOWN.has(key))
            continue;
        try {
            fields[key] = toJson(value, key).json;
        }
        catch {
            fields[key] = String(value); // an error must never fail to be reported for a field of its own
        }
    }
    return Object.keys(fields).length === 0 ? undefined : fields;
}
/** Whatever was thrown, as data: `name`, `message`, `stack`, `cause` and own fields. Never throws. */
function serializeError(thrown, depth = 0) {
    try {
        if (thrown === null || typeof thrown !== 'object') {
            return { name: 'Error', message: typeof thrown === 'string' ? thrown : String(thrown) };
        }
        const error = thrown;
        const isError = thrown instanceof Error || typeof error.message === 'string';
        const result = {
            name: typeof error.name === 'string' ? error.name : (thrown.constructor?.name ?? 'Object'),
            message: isError ? String(error.message) : (JSON.stringify(thrown) ?? String(thrown)),
        };
        if (typeof error.stack === 'string')
            result.stack = error.stack;
        const data = ownFields(thrown);
        if (data !== undefined)
            result.data = data;
        if (error.cause !== undefined && depth < MAX_CAUSES)
            result.cause = serializeError(error.cause, depth + 1);
        return result;
    }
    catch (failure) {
        return { name: 'Error', message: `an error that cannot be read (${String(failure)})` };
    }
}
/** The error that a process catches: live as after a replay it is made from the journal's words. */
function rehydrateError(serialized) {
    const { data } = serialized;
    const fields = data !== null && typeof data === 'object' && !Array.isArray(data) ? data : {};
    if (serialized.name === 'LostEffectError') {
        return new LostEffectError(String(fields['effectId'] ?? ''), Number(fields['losses'] ?? 1), serialized.message);
    }
    const error = new Error(serialized.message);
    Object.defineProperty(error, 'name', { value: serialized.name, configurable: true, writable: true });
    if (serialized.stack !== undefined)
        error.stack = serialized.stack;
    else
        error.stack = `${serialized.name}: ${serialized.message}`;
    if (serialized.cause !== undefined)
        error.cause = rehydrateError(serialized.cause);
    for (const [key, value] of Object.entries(fields)) {
        if (!KNOWN.has(key) && key !== '__proto__')
            Reflect.set(error, key, value);
    }
    if (data !== undefined && Object.keys(fields).length === 0)
        Reflect.set(error, 'data', data);
    return error;
}

;// CONCATENATED MODULE: ./lib/testing/answers.js
/** What a test answers an effect with. */





/** Leaves the effect unanswered, as a person does who has not decided yet. */
const pending = Symbol('pending');
const CANCEL = Symbol('cancel');
function cancel(reason) {
    return { [CANCEL]: true, reason };
}
/** Done by the engine itself unless a test answers it. */
const BY_ITSELF = new Set(['step', 'sleep', 'hook']);
/** Kinds without a performer: the test stands in for whoever ends them. */
const WITHOUT_PERFORMER = new Set(['breakpoint', 'signal', 'sleep', 'hook', 'step', 'subprocess']);
/** undefined: not answered, the engine does it. */
async function answer(respond, effect) {
    const { effectId, stepId, kind, taskId, label, args, def, attempt } = effect;
    // Nobody answers: what waits, waits as it does without a test; what would have to be done is left alone.
    if (respond === undefined)
        return WITHOUT_PERFORMER.has(kind) && kind !== 'subprocess' ? undefined : { status: 'pending' };
    try {
        const said = await respond({ effectId, stepId, kind, taskId, label, args, def, attempt });
        if (said === pending)
            return { status: 'pending' };
        if (isCancellation(said))
            return { status: 'cancelled', reason: said.reason };
        if (said === undefined && BY_ITSELF.has(kind))
            return undefined;
        const value = toJson(said, `answer to ${label}`).json;
        const problem = kind === 'breakpoint' ? decisionProblem(value, () => choicesOf(def)) : undefined;
        if (problem !== undefined)
            throw new errors/* UsageError */.eb(`The answer to the breakpoint ${label} decides nothing: ${problem}`);
        return { status: 'ok', value };
    }
    catch (thrown) {
        return { status: 'error', error: serializeError(thrown) };
    }
}
function isCancellation(said) {
    return said !== null && typeof said === 'object' && CANCEL in said;
}

;// CONCATENATED MODULE: ./lib/duration.js
/** Durations as people write them: `90s`, `10m`, `5h30m`; a number that is no text is milliseconds. */

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const WHOLE = /^(?:\d+(?:ms|[smhd]))+$/;
const PART = /(\d+)(ms|[smhd])/g;
/** As ISO time, Date and the journal can still say the moment. */
const LONGEST = 36_500 * UNITS.d;
/**
 * Milliseconds of a duration: a number (ms), or integers with a unit, the largest first (`30s`, `5h30m`, `0`).
 *
 * @param name the field, flag or input that it stands in; the message begins with it
 * @throws UsageError naming the field, the value and what is allowed
 */
function durationMs(value, name) {
    if (typeof value === 'number') {
        if (!Number.isFinite(value) || value < 0 || value > LONGEST)
            throw refused(value, name);
        return Math.round(value);
    }
    if (typeof value !== 'string')
        throw refused(value, name);
    const text = value.trim();
    if (text === '0')
        return 0;
    if (!WHOLE.test(text))
        throw refused(value, name);
    let total = 0;
    let before = Number.POSITIVE_INFINITY;
    for (const [, digits, unit] of text.matchAll(PART)) {
        const size = UNITS[unit];
        // `30m5h` and `5m5m` are more likely slips than meant.
        if (size >= before)
            throw refused(value, name);
        before = size;
        total += Number(digits) * size;
    }
    if (total > LONGEST)
        throw refused(value, name);
    return total;
}
/** A duration for a message: `1m30s`, `250ms`, `0s`; at most the two largest units. */
function durationText(ms) {
    let rest = Math.max(0, Math.round(ms));
    const parts = [];
    for (const [unit, size] of Object.entries(UNITS)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0)
            parts.push(`${count}${unit}`);
    }
    return parts.slice(0, 2).join('') || '0s';
}
function refused(value, name) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return new errors/* UsageError */.eb(`${name}: ${shown} is not a duration`, {
        hint: `Write an integer with a unit, e.g. 30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d)${typeof value === 'string' ? '' : '; a number is milliseconds'}.`,
    });
}

;// CONCATENATED MODULE: ./lib/testing/clock.js
/** Time in a test: it stands still while anything happens, and jumps to whatever is due next. */

const START = Date.UTC(2026, 0, 1);
/**
 * Gives a run its time. Sleeps, deadlines and the pauses between attempts take no real time: when nothing is left
 * to do, the clock jumps to the next moment at which something is due. With `jumps: false` it moves only when the
 * test says so, and a run that waits for time is `waiting`.
 *
 * @example const clock = new TestClock('2026-03-01T09:00:00Z'); clock.advance('2h');
 */
class TestClock {
    #jumps;
    #now;
    #timers = [];
    #whenIdle = () => { };
    /** `start`: a Date, an ISO time or ms since the epoch; default 2026-01-01T00:00:00Z. */
    constructor(start = START, options = {}) {
        this.#now = moment(start);
        this.#jumps = options.jumps ?? true;
    }
    /** ms since the epoch. */
    now() {
        return this.#now;
    }
    /** Goes to a moment, also a past one; what is due by then happens on the way, in order. */
    set(to) {
        const time = moment(to);
        for (let next = this.#earliest(); next !== undefined && next.due <= time; next = this.#earliest()) {
            this.#now = Math.max(this.#now, next.due);
            this.#fire(next);
        }
        this.#now = time;
    }
    /** Lets so much time pass: milliseconds, or e.g. `'2h'`. */
    advance(by) {
        this.set(this.#now + durationMs(by, 'clock.advance'));
    }
    /** @internal Calls `fn` once after `ms`; never before the caller has returned. */
    after(ms, fn) {
        const timer = { due: this.#now + Math.max(0, ms), fn };
        this.#timers.push(timer);
        if (ms <= 0)
            setImmediate(() => this.#fire(timer));
        return () => this.#remove(timer);
    }
    /** @internal */
    idle() {
        this.#whenIdle();
    }
    /** @internal Who is told that nothing but time is left. */
    onIdle(fn) {
        this.#whenIdle = fn;
    }
    /** @internal Jumps to what is due next. False: nothing is, or this clock does not jump. */
    jump() {
        const next = this.#earliest();
        if (!this.#jumps || next === undefined)
            return false;
        this.#now = Math.max(this.#now, next.due);
        this.#fire(next);
        return true;
    }
    #earliest() {
        return this.#timers.reduce((a, b) => (a === undefined || b.due < a.due ? b : a), undefined);
    }
    #fire(timer) {
        if (this.#remove(timer))
            timer.fn();
    }
    #remove(timer) {
        const at = this.#timers.indexOf(timer);
        if (at >= 0)
            this.#timers.splice(at, 1);
        return at >= 0;
    }
}
function moment(time) {
    const ms = typeof time === 'number' ? time : new Date(time).getTime();
    if (Number.isFinite(ms))
        return ms;
    throw new RangeError(`A clock cannot show ${JSON.stringify(time)}: give a Date, an ISO time or ms since the epoch`);
}

;// CONCATENATED MODULE: ./lib/executors/failure.js
/** A definition that cannot be run as it stands. Another attempt would meet it again, so it is never retried. */
class failure_TaskDefinitionError extends (/* unused pure expression or super */ null && (Error)) {
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
    if (error instanceof failure_TaskDefinitionError)
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

;// CONCATENATED MODULE: ./lib/executors/definition.js
/** Reads members of a task definition: made by the process's author, so anything may stand there. */


/** The value as an object, or undefined. */
function definition_asObject(value) {
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
        throw definition_wrong(where, value, 'an array of strings');
    return value.map((item, i) => {
        if (typeof item === 'string')
            return item;
        if (typeof item === 'number' || typeof item === 'boolean')
            return String(item);
        throw definition_wrong(`${where}[${i}]`, item, 'a string');
    });
}
/** Fails with what stands there and what may. */
function definition_wrong(where, value, wanted) {
    const shown = value === undefined ? 'missing' : `${(JSON.stringify(value) ?? '').slice(0, 120)}`;
    return new TaskDefinitionError(`The task definition's ${where} is ${shown}; it must be ${wanted}.`);
}
/** The output schema of a definition: its own, or the one of its kind (`agent.outputSchema`); undefined when none. */
function outputSchemaOf(def, kind) {
    return definition_asObject(def.outputSchema) ?? definition_asObject(definition_asObject(def[kind])?.outputSchema);
}
/**
 * The timeout that a definition declares, in ms: `timeout` or `timeoutMs`, its own or that of its kind
 * (`shell.timeout`, as Babysitter's process files write it). undefined when it declares none, 0 for "no limit".
 *
 * @throws UsageError for a value that is no duration
 */
function declaredTimeout(def, kind) {
    const own = definition_asObject(def[kind]);
    const places = [
        [def.timeout, 'timeout'],
        [def.timeoutMs, 'timeoutMs'],
        [own?.timeout, `${kind}.timeout`],
        [own?.timeoutMs, `${kind}.timeoutMs`],
    ];
    const found = places.find(([value]) => value !== undefined && value !== null);
    return found === undefined ? undefined : durationMs(found[0], found[1]);
}

;// CONCATENATED MODULE: ./lib/executors/environment.js
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
    const own = asObject(effect.def[effect.kind]) ?? effect.def;
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
        BABYSITTER_STDOUT_PATH: join(world.runDir, 'tasks', effect.effectId, 'stdout.log'),
        BABYSITTER_STDERR_PATH: join(world.runDir, 'tasks', effect.effectId, 'stderr.log'),
    };
}
function ownVariables(env, kind) {
    if (env === undefined || env === null)
        return [];
    const given = asObject(env);
    if (given === undefined)
        throw wrong(`${kind}.env`, env, 'an object of variables');
    return Object.entries(given).map(([name, value]) => {
        if (/^LONGHAUL_/i.test(name)) {
            throw new TaskDefinitionError(`The task definition's ${kind}.env sets ${name}: variables that begin with LONGHAUL_ belong to the engine. Choose another name.`);
        }
        if (value === null || typeof value === 'string')
            return [name, value];
        if (typeof value === 'number' || typeof value === 'boolean')
            return [name, String(value)];
        throw wrong(`${kind}.env.${name}`, value, 'a string');
    });
}

;// CONCATENATED MODULE: ./lib/journal/atomic.js
/** The three ways in which files come into being here. */



// The start of this process makes a pid that was used before another name.
const prefix = `tmp-${process.pid}-${Math.round(performance.timeOrigin).toString(36)}-`;
let counter = 0;
const TEMP = /^tmp-\d+-[0-9a-z]+-[0-9a-z]+$/;
/** A name that no other process and no other call uses; begins with `tmp-`, so that nobody takes it for data. */
function tempName() {
    counter++;
    return `${prefix}${counter.toString(36)}`;
}
function isExisting(error) {
    return error.code === 'EEXIST';
}
/** Runs `make`; when a directory on the way was missing, makes it and runs `make` again. */
function withDirectory(directory, make) {
    try {
        return make();
    }
    catch (error) {
        if (!reader_isMissing(error))
            throw error;
        (0,external_node_fs_namespaceObject.mkdirSync)(directory, { recursive: true });
        return make();
    }
}
/** Makes one directory; nothing when it is there, or when its parent is missing. */
function makeDirectory(directory) {
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(directory);
    }
    catch (error) {
        if (!isExisting(error) && !reader_isMissing(error))
            throw error;
    }
}
/**
 * Creates `path` with its whole content, or throws EEXIST and leaves the one that is there. Written under
 * another name and linked: a kill at any instant leaves either no file or the whole one, which an exclusive
 * open followed by a write cannot promise. Returns an open descriptor for a later fsync.
 * `tempDir` must be on the same file system.
 */
function createWhole(path, text, tempDir = (0,external_node_path_namespaceObject.dirname)(path)) {
    const { fd, temp } = linkWhole(path, text, tempDir);
    (0,external_node_fs_namespaceObject.unlinkSync)(temp);
    return fd;
}
/** As createWhole; the other name, `temp`, is still to be removed. */
function linkWhole(path, text, tempDir) {
    const temp = `${tempDir}/${tempName()}`;
    const fd = withDirectory(tempDir, () => (0,external_node_fs_namespaceObject.openSync)(temp, 'wx'));
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(fd, text);
        (0,external_node_fs_namespaceObject.linkSync)(temp, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
        unlinkIfThere(temp);
        throw error;
    }
    return { fd, temp };
}
function unlinkIfThere(path) {
    try {
        (0,external_node_fs_namespaceObject.unlinkSync)(path);
    }
    catch (error) {
        if (!reader_isMissing(error))
            throw error;
    }
}
/** Removes what killed processes left of `linkWhole` in a directory that nobody else writes in now. */
function removeTemps(directory) {
    for (const name of namesIn(directory))
        if (TEMP.test(name))
            unlinkIfThere((0,external_node_path_namespaceObject.join)(directory, name));
}
/** Size in bytes and modification time of an open file. */
function stampOf(fd) {
    const { size, mtimeMs } = (0,external_node_fs_namespaceObject.fstatSync)(fd);
    return { size, mtimeMs };
}
/** fsync of a directory; on platforms where a directory cannot be opened there is nothing to do. */
function syncDirectory(directory) {
    let fd;
    try {
        fd = (0,external_node_fs_namespaceObject.openSync)(directory, 'r');
    }
    catch (error) {
        if (process.platform === 'win32')
            return;
        throw error;
    }
    try {
        (0,external_node_fs_namespaceObject.fsyncSync)(fd);
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
/** Puts `text` in the place of whatever is at `path`, durably: temp file, fsync, rename, fsync of the directory. */
function writeAtomic(path, text) {
    const directory = (0,external_node_path_namespaceObject.dirname)(path);
    replaceFile(path, text, true);
    syncDirectory(directory);
}
/** As writeAtomic, but for caches and for files that a later sync makes durable. `text`: also in pieces. */
function replaceFile(path, text, durable = false) {
    const directory = (0,external_node_path_namespaceObject.dirname)(path);
    const temp = (0,external_node_path_namespaceObject.join)(directory, `${tempName()}-${(0,external_node_path_namespaceObject.basename)(path)}`);
    const fd = withDirectory(directory, () => (0,external_node_fs_namespaceObject.openSync)(temp, 'wx'));
    try {
        try {
            const pieces = typeof text === 'string' || text instanceof Uint8Array ? [text] : text;
            for (const piece of pieces)
                (0,external_node_fs_namespaceObject.writeFileSync)(fd, piece);
            if (durable)
                (0,external_node_fs_namespaceObject.fsyncSync)(fd);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        }
        (0,external_node_fs_namespaceObject.renameSync)(temp, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.unlinkSync)(temp);
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/journal/segment-file.js
/**
 * The file of a packed segment: a header line, then sections, each with its own digest, so that a replay reads
 * requests and results without touching the events, and a reader of events never touches the results.
 */








const SEGMENT_SCHEMA = 'longhaul.segment.v3';
/** Values longer than this, in characters of compact JSON, stay in their result file. */
const MAX_PACKED_VALUE = 64 * 1024;
/** In the row of a request: as in the request before it in the segment. */
const SAME = 0;
const SECTIONS = ['replay', 'results', 'events', 'stamps'];
/** Packs consecutive events into one file; returns how to find it. A cache: written whole, not synced. */
function segment_file_writeSegmentFile(runDir, entries) {
    const from = entries[0]?.event.seq ?? 0;
    const to = entries.at(-1)?.event.seq ?? 0;
    const rows = [];
    const results = [];
    const events = [];
    const eventStamps = [];
    const resultStamps = [];
    let request;
    for (const entry of entries) {
        const row = replayRow(entry, results);
        if (row?.[0] === 'request') {
            const whole = row.slice();
            if (request?.[7] === row[7])
                row[7] = SAME;
            if (request?.[10] === row[10])
                row[10] = SAME;
            request = whole;
        }
        if (row !== undefined)
            rows.push(row);
        if (row?.[0] === 'ok' && entry.result !== undefined)
            resultStamps.push(entry.result.stamp);
        eventStamps.push(entry.stamp);
        const { seq, ulid, type, recordedAt, data, extra } = entry.event;
        const line = [seq, ulid, type, recordedAt, data];
        if (extra !== undefined)
            line.push(extra);
        events.push(JSON.stringify(line));
    }
    const stamps = {
        events: eventStamps.map(([path]) => path.slice('journal/'.length)).join('\n'),
        results: resultStamps.map(([path]) => path).join('\n'),
        numbers: [...eventStamps, ...resultStamps].flatMap(([, size, mtimeMs]) => [size, mtimeMs]),
    };
    const texts = {
        replay: `${JSON.stringify(rows)}\n`,
        results: `${results.join('\n')}\n`,
        events: `[${events.join(',\n')}]\n`,
        stamps: `${JSON.stringify(stamps)}\n`,
    };
    const header = `${JSON.stringify({
        schema: SEGMENT_SCHEMA,
        from,
        to,
        sections: SECTIONS.map((name) => [name, Buffer.byteLength(texts[name]), sha256(texts[name])]),
    })}\n`;
    const path = `state/segments/${pad(from)}-${pad(to)}.ndjson`;
    replaceFile((0,external_node_path_namespaceObject.join)(runDir, path), [header, ...SECTIONS.map((name) => texts[name])]);
    return { path, digest: sha256(header), from, to };
}
function pad(seq) {
    return String(seq).padStart(6, '0');
}
function replayRow(entry, results) {
    const known = asKnown(entry.event);
    const { seq, recordedAt: at } = entry.event;
    switch (known?.type) {
        case 'RUN_CREATED':
            return ['created', seq, known.data.runId, known.data.processId, at];
        case 'EFFECT_REQUESTED': {
            const { effectId, stepId, taskId, kind, label, argsDigest, after, waits, site } = known.data;
            return [
                'request',
                seq,
                effectId,
                stepId,
                taskId,
                kind,
                label === undefined || label === taskId ? null : label,
                argsDigest ?? null,
                after ?? null,
                waits ?? null,
                site ?? null,
            ];
        }
        case 'EFFECT_RESOLVED': {
            const { effectId } = known.data;
            const outcome = entry.result?.outcome;
            if (outcome === undefined)
                return ['file', seq, effectId, at, entry.event.data];
            if (outcome.status === 'error')
                return ['error', seq, effectId, at, outcome.error];
            if (outcome.status === 'cancelled') {
                return ['cancelled', seq, effectId, at, outcome.reason, outcome.timedOut];
            }
            if (outcome.value.length > MAX_PACKED_VALUE)
                return ['file', seq, effectId, at, entry.event.data];
            results.push(outcome.value);
            return ['ok', seq, effectId, at, outcome.value.length];
        }
        case 'EFFECT_CANCELLED': {
            const outcome = cancelledOutcome(known.data);
            if (outcome.status !== 'cancelled')
                return undefined;
            return ['cancelled', seq, known.data.effectId, at, outcome.reason, outcome.timedOut];
        }
        case 'RUN_RETRIED':
            return ['retried', seq, known.data.effects, known.data.dropped];
        case 'PROCESS_LOG':
            return ['log', seq, known.data.logSeq];
        default:
            return undefined;
    }
}
const HEADER_BYTES = 1024;
/** What is read is made text at once: one buffer does for all, and its memory need not be collected. */
let buffer = Buffer.allocUnsafeSlow(0);
function bufferOf(bytes) {
    if (buffer.length < bytes)
        buffer = Buffer.allocUnsafeSlow(bytes);
    return buffer.subarray(0, bytes);
}
/** An open segment. Every read throws DamageError when the bytes are not those that the digest promises. */
class SegmentFile {
    ref;
    #path;
    #fd;
    #sections;
    /** `ref.digest` '' takes the header as it is (and puts its digest in): for listing only. */
    constructor(runDir, ref) {
        this.#path = (0,external_node_path_namespaceObject.join)(runDir, ref.path);
        this.#fd = (0,external_node_fs_namespaceObject.openSync)(this.#path, 'r');
        try {
            const head = Buffer.alloc(HEADER_BYTES);
            const got = (0,external_node_fs_namespaceObject.readSync)(this.#fd, head, 0, HEADER_BYTES, 0);
            const end = head.subarray(0, got).indexOf(10) + 1;
            const line = head.toString('utf8', 0, end);
            const header = decode_parseJson(line);
            if (!decode_isObject(header) || header.schema !== SEGMENT_SCHEMA)
                throw this.#wrong('it has no header');
            const digest = sha256(line);
            if (ref.digest !== '' && ref.digest !== digest)
                throw this.#wrong('it is another one by now');
            this.ref = { path: ref.path, digest, from: Number(header.from), to: Number(header.to) };
            this.#sections = sectionsOf(header, end);
        }
        catch (error) {
            (0,external_node_fs_namespaceObject.closeSync)(this.#fd);
            throw error;
        }
    }
    close() {
        (0,external_node_fs_namespaceObject.closeSync)(this.#fd);
    }
    replayRows() {
        return { rows: JSON.parse(this.#text('replay')), results: this.#text('results') };
    }
    events() {
        return JSON.parse(this.#text('events'));
    }
    stamps() {
        return JSON.parse(this.#text('stamps'));
    }
    #text(name) {
        const section = this.#sections.get(name);
        if (section === undefined)
            throw this.#wrong(`it has no section ${name}`);
        const bytes = bufferOf(section.bytes);
        const got = (0,external_node_fs_namespaceObject.readSync)(this.#fd, bytes, 0, section.bytes, section.at);
        if (got !== section.bytes || sha256(bytes) !== section.digest)
            throw this.#wrong(`its ${name} are not as recorded`);
        return bytes.toString('utf8');
    }
    #wrong(why) {
        return new errors/* DamageError */.wc(`The segment ${this.#path} is not used: ${why}. It is a cache and may be deleted`, this.#path);
    }
}
function sectionsOf(header, start) {
    const sections = new Map();
    let at = start;
    for (const item of Array.isArray(header.sections) ? header.sections : []) {
        if (!Array.isArray(item))
            continue;
        const bytes = Number(item[1]);
        sections.set(String(item[0]), { at, bytes, digest: String(item[2]) });
        at += bytes;
    }
    return sections;
}
/** Directory of the segments of a run. */
function segmentsDir(runDir) {
    return paths.segments(runDir);
}

;// CONCATENATED MODULE: ./lib/journal/segments.js
/**
 * Which packed segments of a run may be used. They are a cache in state/segments/ and never a second truth:
 * whoever reads them runs `checkSegments` (segment-check.ts), at the latest before anything is written.
 */








/** So many events are packed into one segment. */
const SEGMENT_EVENTS = 512;
const SEGMENT_NAME = /^(\d{6,})-(\d{6,})\.ndjson$/;
/**
 * The segments that follow one another from event 1 on, without looking into more than their headers. Of two
 * that begin at the same event the longer one is taken; broken ones are passed over.
 */
function listSegments(runDir) {
    const longest = new Map();
    for (const name of namesIn(layout_paths.segments(runDir))) {
        const match = SEGMENT_NAME.exec(name);
        if (match === null)
            continue;
        const from = Number(match[1]);
        const to = Number(match[2]);
        if (to >= from && to > (longest.get(from)?.to ?? 0))
            longest.set(from, { to, name });
    }
    const found = [];
    for (let next = longest.get(1); next !== undefined; next = longest.get((found.at(-1)?.to ?? 0) + 1)) {
        const ref = headerOf(runDir, `state/segments/${next.name}`);
        if (ref === undefined || ref.from !== (found.at(-1)?.to ?? 0) + 1 || ref.to !== next.to)
            break;
        found.push(ref);
    }
    return found;
}
function headerOf(runDir, path) {
    try {
        const file = new SegmentFile(runDir, { path, digest: '' });
        file.close();
        return file.ref;
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc || reader_isMissing(error))
            return undefined;
        throw error;
    }
}
function segments_withSegment(runDir, ref, read) {
    const file = new SegmentFile(runDir, ref);
    try {
        return read(file);
    }
    finally {
        file.close();
    }
}
/** The events of a segment. Throws DamageError when its bytes are not those that the digest promises. */
function readSegmentEvents(runDir, ref) {
    return segments_withSegment(runDir, ref, (file) => file.events().map(([seq, ulid, type, recordedAt, data, extra]) => ({
        seq,
        ulid,
        type,
        recordedAt,
        data,
        ...(extra !== undefined && { extra }),
    })));
}
/** Adds what a replay needs of a segment to `input`. Values stay slices of the segment's text. */
function readReplayRows(runDir, ref, input, resolver) {
    segments_withSegment(runDir, ref, (file) => {
        if (file.ref.from !== input.head + 1) {
            throw new errors/* DamageError */.wc(`The segment ${ref.path} does not follow event ${input.head}`, ref.path);
        }
        const { rows, results } = file.replayRows();
        const { requests, settlements } = input;
        let at = 0;
        let argsDigest = null;
        let site = null;
        for (const row of rows) {
            switch (row[0]) {
                case 'request': {
                    const after = row[8] ?? settlements.length;
                    if (row[7] !== SAME)
                        argsDigest = row[7];
                    if (row[10] !== SAME)
                        site = row[10];
                    requests.push({
                        effectId: row[2],
                        seq: row[1],
                        stepId: row[3],
                        taskId: row[4],
                        kind: row[5],
                        label: row[6] ?? row[4],
                        argsDigest: argsDigest ?? undefined,
                        after,
                        waits: row[9] ?? after,
                        site: site ?? undefined,
                    });
                    break;
                }
                case 'ok': {
                    const value = results.slice(at, at + row[4]);
                    at += row[4] + 1;
                    settle(input, row, { status: 'ok', value });
                    break;
                }
                case 'file':
                    settle(input, row, readOutcome(resolver, resolvedData(row[2], row[4]), ref.path));
                    break;
                case 'error':
                    settle(input, row, { status: 'error', error: row[4] });
                    break;
                case 'cancelled':
                    settle(input, row, { status: 'cancelled', reason: row[4], timedOut: row[5] });
                    break;
                case 'created':
                    input.runId = row[2];
                    input.processId = row[3];
                    input.createdAt = row[4];
                    break;
                case 'retried':
                    input.retries.push({
                        seq: row[1],
                        settlementsBefore: settlements.length,
                        requestsBefore: requests.length,
                        effects: row[2],
                        dropped: row[3],
                    });
                    break;
                case 'log':
                    input.logCount = Math.max(input.logCount, row[2]);
            }
        }
        input.head = file.ref.to;
    });
}
function settle(input, row, outcome) {
    input.settlements.push({
        index: input.settlements.length + 1,
        seq: row[1],
        effectId: row[2],
        recordedAt: row[3],
        outcome,
    });
}
function resolvedData(effectId, data) {
    const digest = data.resultDigest;
    return {
        effectId,
        status: data.status === 'error' ? 'error' : 'ok',
        resultRef: typeof data.resultRef === 'string' ? data.resultRef : refs.result(effectId),
        ...(typeof digest === 'string' && { resultDigest: digest }),
    };
}
/** The stamp of a file of the run as it is now. Throws when it is missing. */
function stampFile(runDir, path) {
    const { size, mtimeMs } = (0,external_node_fs_namespaceObject.statSync)((0,external_node_path_namespaceObject.join)(runDir, path));
    return [path, size, mtimeMs];
}
/** What packing an event needs, its result read and verified. `stamp`: when it was taken already. */
function packEntry(runDir, event, stamp, resolver) {
    const known = asKnown(event);
    if (known?.type !== 'EFFECT_RESOLVED')
        return { event, stamp };
    const { data } = known;
    const ref = data.resultRef ?? refs.result(data.effectId);
    if (data.status === 'error' && data.error !== undefined) {
        return { event, stamp, result: { outcome: readOutcome(resolver, data, stamp[0]), stamp } };
    }
    // The stamp first: a file that changes in between is then seen as changed.
    const resultStamp = stampFile(runDir, ref);
    return { event, stamp, result: { outcome: readOutcome(resolver, data, stamp[0]), stamp: resultStamp } };
}
/** Packs event files that stand on disk, `SEGMENT_EVENTS` at a time. Throws DamageError for a damaged one. */
function packFiles(runDir, names) {
    const resolver = resolverOf(runDir);
    const packed = [];
    for (let i = 0; i < names.length; i += SEGMENT_EVENTS) {
        const entries = names.slice(i, i + SEGMENT_EVENTS).map((name) => {
            const stamp = stampFile(runDir, `journal/${eventFileName(name.seq, name.ulid)}`);
            return packEntry(runDir, readEvent(runDir, name), stamp, resolver);
        });
        packed.push(writeSegmentFile(runDir, entries));
    }
    return packed;
}
/** Removes segments that are not to be believed, so that nobody reads them again. */
function dropSegments(runDir, segments) {
    for (const { path } of segments)
        unlinkIfThere((0,external_node_path_namespaceObject.join)(runDir, path));
}

;// CONCATENATED MODULE: ./lib/journal/segment-check.js
/** Holds packed segments against the files that they stand for. */


/**
 * Compares segments with what the directory holds now: exactly their event files, each with the size and
 * modification time that it had when it was packed, and so the result files. Returns the paths, relative to
 * the run directory, that differ; none means that the segments may be believed. Costs one stat for each file.
 * Throws DamageError when a segment itself is damaged.
 *
 * `shared`: files of segments that another thread has taken are left to it (checkRest).
 */
function checkSegments(runDir, segments, events, shared) {
    const differing = [];
    let at = 0;
    segments.forEach((ref, i) => {
        const stamps = segments_withSegment(runDir, ref, (file) => file.stamps());
        const there = events.slice(at, at + ref.to - ref.from + 1).map(({ name }) => name);
        at += ref.to - ref.from + 1;
        if (there.join('\n') !== stamps.events)
            differing.push(...otherNames(stamps.events.split('\n'), there));
        if (shared === undefined || takes(shared, i))
            differing.push(...changed(runDir, stamps));
    });
    return differing;
}
/** For as many segments: which of several threads looks at the files of each. */
function sharesOf(segments) {
    return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * segments.length));
}
/** The other thread's part of checkSegments: from the end, what is not taken yet. False: something differs, or cannot be read. */
function checkRest(runDir, segments, shared) {
    let agrees = true;
    for (let i = segments.length - 1; i >= 0 && takes(shared, i); i--) {
        agrees &&= isUnchanged(runDir, segments[i]);
    }
    return agrees;
}
function isUnchanged(runDir, ref) {
    try {
        const stamps = withSegment(runDir, ref, (file) => file.stamps());
        return changed(runDir, stamps).length === 0;
    }
    catch {
        return false; // nobody waits here for what is wrong with it
    }
}
const takes = (shared, i) => Atomics.exchange(shared, i, 1) === 0;
function otherNames(packed, there) {
    return packed.flatMap((name, i) => (there[i] === name ? [] : [`journal/${there[i] ?? name}`]));
}
function changed(runDir, { events, results, numbers }) {
    const paths = events.split('\n').map((name) => `journal/${name}`);
    if (results !== '')
        paths.push(...results.split('\n'));
    return paths.filter((path, i) => {
        // Not through a link: what it leads to is not the file that was packed.
        const stat = (0,external_node_fs_namespaceObject.lstatSync)(`${runDir}/${path}`, { throwIfNoEntry: false });
        return !(stat?.size === numbers[2 * i] && stat?.mtimeMs === numbers[2 * i + 1] && stat?.isFile());
    });
}

;// CONCATENATED MODULE: ./lib/journal/effects-map.js
class EffectsMap extends Map {
    #older;
    /** Effects set from now on are in memory, `older` stands for the rest. */
    expect(older) {
        this.#older = older;
    }
    /** Puts all in order of request; what is in memory already is newer than what is read. */
    #load() {
        const older = this.#older;
        if (older === undefined)
            return;
        this.#older = undefined;
        const known = [...super.values()];
        const inMemory = new Map(known.map((effect) => [effect.effectId, effect]));
        super.clear();
        for (const effect of older.load())
            super.set(effect.effectId, inMemory.get(effect.effectId) ?? effect);
        for (const effect of known)
            super.set(effect.effectId, effect);
    }
    get(effectId) {
        const effect = super.get(effectId);
        if (effect !== undefined || !this.#mayBeOlder(effectId))
            return effect;
        this.#load();
        return super.get(effectId);
    }
    has(effectId) {
        return this.get(effectId) !== undefined;
    }
    /** Ids rise, so a fresh one needs no look at the old ones. */
    #mayBeOlder(effectId) {
        return this.#older !== undefined && effectId <= this.#older.maxId;
    }
    get size() {
        this.#load();
        return super.size;
    }
    forEach(callback) {
        this.#load();
        super.forEach(callback);
    }
    keys() {
        this.#load();
        return super.keys();
    }
    values() {
        this.#load();
        return super.values();
    }
    entries() {
        this.#load();
        return super.entries();
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}

;// CONCATENATED MODULE: ../node_modules/ulid/dist/node/index.js


// These values should NEVER change. The values are precisely for
// generating ULIDs.
const B32_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ENCODING = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's Base32
const ENCODING_LEN = 32; // from ENCODING.length;
const MAX_ULID = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
const MIN_ULID = "00000000000000000000000000";
const RANDOM_LEN = 16;
const TIME_LEN = 10;
const TIME_MAX = 281474976710655; // from Math.pow(2, 48) - 1;
const ULID_REGEX = /^[0-7][0-9a-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/;
const UUID_REGEX = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;

var ULIDErrorCode;
(function (ULIDErrorCode) {
    ULIDErrorCode["Base32IncorrectEncoding"] = "B32_ENC_INVALID";
    ULIDErrorCode["DecodeTimeInvalidCharacter"] = "DEC_TIME_CHAR";
    ULIDErrorCode["DecodeTimeValueMalformed"] = "DEC_TIME_MALFORMED";
    ULIDErrorCode["EncodeTimeNegative"] = "ENC_TIME_NEG";
    ULIDErrorCode["EncodeTimeSizeExceeded"] = "ENC_TIME_SIZE_EXCEED";
    ULIDErrorCode["EncodeTimeValueMalformed"] = "ENC_TIME_MALFORMED";
    ULIDErrorCode["PRNGDetectFailure"] = "PRNG_DETECT";
    ULIDErrorCode["ULIDInvalid"] = "ULID_INVALID";
    ULIDErrorCode["Unexpected"] = "UNEXPECTED";
    ULIDErrorCode["UUIDInvalid"] = "UUID_INVALID";
})(ULIDErrorCode || (ULIDErrorCode = {}));
class ULIDError extends Error {
    constructor(errorCode, message) {
        super(`${message} (${errorCode})`);
        this.name = "ULIDError";
        this.code = errorCode;
    }
}

function randomChar(prng) {
    // Currently PRNGs generate fractions from 0 to _less than_ 1, so no "%" is necessary.
    // However, just in case a future PRNG can generate 1,
    // we are applying "% ENCODING LEN" to wrap back to the first character
    const randomPosition = Math.floor(prng() * ENCODING_LEN) % ENCODING_LEN;
    return ENCODING.charAt(randomPosition);
}
function replaceCharAt(str, index, char) {
    if (index > str.length - 1) {
        return str;
    }
    return str.substr(0, index) + char + str.substr(index + 1);
}

// Code from https://github.com/devbanana/crockford-base32/blob/develop/src/index.ts
function crockfordEncode(input) {
    const output = [];
    let bitsRead = 0;
    let buffer = 0;
    const reversedInput = new Uint8Array(input.slice().reverse());
    for (const byte of reversedInput) {
        buffer |= byte << bitsRead;
        bitsRead += 8;
        while (bitsRead >= 5) {
            output.unshift(buffer & 0x1f);
            buffer >>>= 5;
            bitsRead -= 5;
        }
    }
    if (bitsRead > 0) {
        output.unshift(buffer & 0x1f);
    }
    return output.map(byte => B32_CHARACTERS.charAt(byte)).join("");
}
function crockfordDecode(input) {
    const sanitizedInput = input.toUpperCase().split("").reverse().join("");
    const output = [];
    let bitsRead = 0;
    let buffer = 0;
    for (const character of sanitizedInput) {
        const byte = B32_CHARACTERS.indexOf(character);
        if (byte === -1) {
            throw new Error(`Invalid base 32 character found in string: ${character}`);
        }
        buffer |= byte << bitsRead;
        bitsRead += 5;
        while (bitsRead >= 8) {
            output.unshift(buffer & 0xff);
            buffer >>>= 8;
            bitsRead -= 8;
        }
    }
    if (bitsRead >= 5 || buffer > 0) {
        output.unshift(buffer & 0xff);
    }
    return new Uint8Array(output);
}
/**
 * Fix a ULID's Base32 encoding -
 * i and l (case-insensitive) will be treated as 1 and o (case-insensitive) will be treated as 0.
 * hyphens are ignored during decoding.
 * @param id The ULID
 * @returns The cleaned up ULID
 */
function fixULIDBase32(id) {
    return id.replace(/i/gi, "1").replace(/l/gi, "1").replace(/o/gi, "0").replace(/-/g, "");
}
function incrementBase32(str) {
    let done = undefined, index = str.length, char, charIndex, output = str;
    const maxCharIndex = ENCODING_LEN - 1;
    while (!done && index-- >= 0) {
        char = output[index];
        charIndex = ENCODING.indexOf(char);
        if (charIndex === -1) {
            throw new ULIDError(ULIDErrorCode.Base32IncorrectEncoding, "Incorrectly encoded string");
        }
        if (charIndex === maxCharIndex) {
            output = replaceCharAt(output, index, ENCODING[0]);
            continue;
        }
        done = replaceCharAt(output, index, ENCODING[charIndex + 1]);
    }
    if (typeof done === "string") {
        return done;
    }
    throw new ULIDError(ULIDErrorCode.Base32IncorrectEncoding, "Failed incrementing string");
}

/**
 * Decode time from a ULID
 * @param id The ULID
 * @returns The decoded timestamp
 */
function decodeTime(id) {
    if (id.length !== TIME_LEN + RANDOM_LEN) {
        throw new ULIDError(ULIDErrorCode.DecodeTimeValueMalformed, "Malformed ULID");
    }
    const time = id
        .substr(0, TIME_LEN)
        .toUpperCase()
        .split("")
        .reverse()
        .reduce((carry, char, index) => {
        const encodingIndex = ENCODING.indexOf(char);
        if (encodingIndex === -1) {
            throw new ULIDError(ULIDErrorCode.DecodeTimeInvalidCharacter, `Time decode error: Invalid character: ${char}`);
        }
        return (carry += encodingIndex * Math.pow(ENCODING_LEN, index));
    }, 0);
    if (time > TIME_MAX) {
        throw new ULIDError(ULIDErrorCode.DecodeTimeValueMalformed, `Malformed ULID: timestamp too large: ${time}`);
    }
    return time;
}
/**
 * Detect the best PRNG (pseudo-random number generator)
 * @param root The root to check from (global/window)
 * @returns The PRNG function
 */
function detectPRNG(root) {
    const rootLookup = detectRoot();
    const globalCrypto = (rootLookup && (rootLookup.crypto || rootLookup.msCrypto)) ||
        (typeof external_node_crypto_namespaceObject !== "undefined" ? external_node_crypto_namespaceObject : null);
    if (typeof globalCrypto?.getRandomValues === "function") {
        return () => {
            const buffer = new Uint8Array(1);
            globalCrypto.getRandomValues(buffer);
            return buffer[0] / 256;
        };
    }
    else if (typeof globalCrypto?.randomBytes === "function") {
        return () => globalCrypto.randomBytes(1).readUInt8() / 256;
    }
    else if (external_node_crypto_namespaceObject?.randomBytes) {
        return () => external_node_crypto_namespaceObject.randomBytes(1).readUInt8() / 256;
    }
    throw new ULIDError(ULIDErrorCode.PRNGDetectFailure, "Failed to find a reliable PRNG");
}
function detectRoot() {
    if (inWebWorker())
        return self;
    if (typeof window !== "undefined") {
        return window;
    }
    if (typeof global !== "undefined") {
        return global;
    }
    if (typeof globalThis !== "undefined") {
        return globalThis;
    }
    return null;
}
function encodeRandom(len, prng) {
    let str = "";
    for (; len > 0; len--) {
        str = randomChar(prng) + str;
    }
    return str;
}
/**
 * Encode the time portion of a ULID
 * @param now The current timestamp
 * @param len Length to generate
 * @returns The encoded time
 */
function encodeTime(now, len = TIME_LEN) {
    if (isNaN(now)) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeValueMalformed, `Time must be a number: ${now}`);
    }
    else if (now > TIME_MAX) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeSizeExceeded, `Cannot encode a time larger than ${TIME_MAX}: ${now}`);
    }
    else if (now < 0) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeNegative, `Time must be positive: ${now}`);
    }
    else if (Number.isInteger(now) === false) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeValueMalformed, `Time must be an integer: ${now}`);
    }
    let mod, str = "";
    for (let currentLen = len; currentLen > 0; currentLen--) {
        mod = now % ENCODING_LEN;
        str = ENCODING.charAt(mod) + str;
        now = (now - mod) / ENCODING_LEN;
    }
    return str;
}
function inWebWorker() {
    // @ts-ignore
    return typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;
}
/**
 * Check if a ULID is valid
 * @param id The ULID to test
 * @returns True if valid, false otherwise
 * @example
 *   isValid("01HNZX8JGFACFA36RBXDHEQN6E"); // true
 *   isValid(""); // false
 */
function isValid(id) {
    return (typeof id === "string" &&
        id.length === TIME_LEN + RANDOM_LEN &&
        id
            .toUpperCase()
            .split("")
            .every(char => ENCODING.indexOf(char) !== -1));
}
/**
 * Create a ULID factory to generate monotonically-increasing
 *  ULIDs
 * @param prng The PRNG to use
 * @returns A ulid factory
 * @example
 *  const ulid = monotonicFactory();
 *  ulid(); // "01HNZXD07M5CEN5XA66EMZSRZW"
 */
function monotonicFactory(prng) {
    const currentPRNG = prng || detectPRNG();
    let lastTime = 0, lastRandom;
    return function _ulid(seedTime) {
        const seed = !seedTime || isNaN(seedTime) ? Date.now() : seedTime;
        if (seed <= lastTime) {
            const incrementedRandom = (lastRandom = incrementBase32(lastRandom));
            return encodeTime(lastTime, TIME_LEN) + incrementedRandom;
        }
        lastTime = seed;
        const newRandom = (lastRandom = encodeRandom(RANDOM_LEN, currentPRNG));
        return encodeTime(seed, TIME_LEN) + newRandom;
    };
}
/**
 * Generate a ULID
 * @param seedTime Optional time seed
 * @param prng Optional PRNG function
 * @returns A ULID string
 * @example
 *  ulid(); // "01HNZXD07M5CEN5XA66EMZSRZW"
 */
function ulid(seedTime, prng) {
    const currentPRNG = prng || detectPRNG();
    const seed = !seedTime || isNaN(seedTime) ? Date.now() : seedTime;
    return encodeTime(seed, TIME_LEN) + encodeRandom(RANDOM_LEN, currentPRNG);
}

/**
 * Convert a ULID to a UUID
 * @param ulid The ULID to convert
 * @returns A UUID string
 */
function ulidToUUID(ulid) {
    const isValid = ULID_REGEX.test(ulid);
    if (!isValid) {
        throw new ULIDError(ULIDErrorCode.ULIDInvalid, `Invalid ULID: ${ulid}`);
    }
    const uint8Array = crockfordDecode(ulid);
    let uuid = Array.from(uint8Array)
        .map(byte => byte.toString(16).padStart(2, "0"))
        .join("");
    uuid =
        uuid.substring(0, 8) +
            "-" +
            uuid.substring(8, 12) +
            "-" +
            uuid.substring(12, 16) +
            "-" +
            uuid.substring(16, 20) +
            "-" +
            uuid.substring(20);
    return uuid.toUpperCase();
}
/**
 * Convert a UUID to a ULID
 * @param uuid The UUID to convert
 * @returns A ULID string
 */
function uuidToULID(uuid) {
    const isValid = UUID_REGEX.test(uuid);
    if (!isValid) {
        throw new ULIDError(ULIDErrorCode.UUIDInvalid, `Invalid UUID: ${uuid}`);
    }
    const bytes = uuid.replace(/-/g, "").match(/.{1,2}/g);
    if (!bytes) {
        throw new ULIDError(ULIDErrorCode.Unexpected, `Failed parsing UUID bytes: ${uuid}`);
    }
    const uint8Array = new Uint8Array(bytes.map(byte => parseInt(byte, 16)));
    return crockfordEncode(uint8Array);
}



;// CONCATENATED MODULE: ./lib/journal/ids.js
/** Names: ULIDs, run ids, step ids. */



const TIME_LENGTH = 10;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** True for 26 upper-case Crockford characters that fit 128 bits. */
function isUlid(text) {
    return ULID.test(text);
}
/** Milliseconds since 1970 that a ULID carries. */
function ulidTime(ulid) {
    return decodeTime(ulid);
}
// Random bytes are drawn a block at a time: a call for one byte costs as much as one for a thousand.
const pool = new Uint8Array(1024);
let drawn = pool.length;
/** In [0, 1): what the package asks for, one character at a time. */
function random() {
    if (drawn === pool.length) {
        (0,external_node_crypto_namespaceObject.randomFillSync)(pool);
        drawn = 0;
    }
    drawn += 1;
    return (pool[drawn - 1] ?? 0) / 256;
}
/** Gives ULIDs that rise from a given one on, also when this machine's clock is behind it. */
class UlidClock {
    #last;
    #now;
    /** `last`: the ULID that every new one must exceed; `now`: milliseconds since 1970. */
    constructor(last = '', now = Date.now) {
        this.#last = last;
        this.#now = now;
    }
    get last() {
        return this.#last;
    }
    /** From here on every ULID is greater than this one, too. */
    raise(ulid) {
        if (ulid > this.#last)
            this.#last = ulid;
    }
    next(now = this.#now()) {
        const time = Math.max(0, Math.floor(now));
        const later = encodeTime(time, TIME_LENGTH) > this.#last.slice(0, TIME_LENGTH);
        this.#last = later ? ulid(time, random) : incrementBase32(this.#last);
        return this.#last;
    }
}
const own = new UlidClock();
/** A ULID greater than every one that this process has drawn here before. */
function ids_ulid(now = Date.now()) {
    return own.next(now);
}
/** `S000001` for 1. */
function stepId(n) {
    return `S${String(n).padStart(6, '0')}`;
}
/** The number in a step id; 0 when it is none of ours. */
function stepNumber(id) {
    return /^S\d{6,}$/.test(id) ? Number(id.slice(1)) : 0;
}
/**
 * Returns the run id, or throws a UsageError that names the rule it breaks. A valid one is safe as a path
 * segment, a part of a ref, an artifact name and comment text.
 */
function checkRunId(runId) {
    const rule = brokenRule(runId);
    if (rule === undefined)
        return runId;
    throw new errors/* UsageError */.eb(`Run id ${JSON.stringify(runId.slice(0, 100))} cannot be used: ${rule}`, {
        hint: 'Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.',
    });
}
function isRunId(runId) {
    return brokenRule(runId) === undefined;
}
function brokenRule(runId) {
    if (runId === '')
        return 'it is empty';
    if (runId.length > 64)
        return 'it is longer than 64 characters';
    if (!/^[A-Za-z0-9]/.test(runId))
        return 'it must begin with a letter or digit';
    if (!RUN_ID.test(runId))
        return 'only letters, digits, ".", "_" and "-" may stand in it';
    if (runId.includes('..'))
        return '".." may not stand in it';
    if (runId.endsWith('.'))
        return 'it may not end in "."';
    if (runId.toLowerCase().endsWith('.lock'))
        return 'it may not end in ".lock"';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/journal/state-retry.js
function applyRetried(state, data, seq) {
    state.attempt++;
    state.terminal = undefined;
    state.cancel = undefined;
    state.deadline = data.deadline;
    state.retries.push({
        seq,
        settlementsBefore: state.settlements,
        effects: data.effects,
        dropped: data.dropped,
    });
    for (const effectId of data.effects) {
        const effect = state.effects.get(effectId);
        if (effect === undefined) {
            state.problems.push({
                seq,
                code: 'UNKNOWN_EFFECT',
                message: `RUN_RETRIED reopens the unknown effect ${effectId}`,
            });
            continue;
        }
        effect.status = 'requested';
        effect.settlement = undefined;
        // Its retry policy starts anew; attempts go on counting.
        effect.failures = 0;
        effect.losses = 0;
        if (!effect.dropped)
            state.pending.set(effectId, effect);
    }
    for (const effectId of data.dropped) {
        const effect = state.effects.get(effectId);
        if (effect !== undefined)
            effect.dropped = true;
        state.pending.delete(effectId);
    }
}

;// CONCATENATED MODULE: ./lib/journal/state-terminal.js
/** `event`: RUN_COMPLETED, RUN_FAILED or RUN_HALTED. */
function terminalOf(event) {
    const data = event.data;
    const type = event.type;
    const seal = data.manual_seal_reason;
    const terminal = {
        type,
        status: type === 'RUN_COMPLETED'
            ? 'completed'
            : type === 'RUN_HALTED'
                ? 'halted'
                : data.canceled === true
                    ? 'canceled'
                    : 'failed',
        seq: event.seq,
        ulid: event.ulid,
        at: event.recordedAt,
        timedOut: data.timedOut === true,
        sealed: typeof seal === 'string',
    };
    const text = (key) => (typeof data[key] === 'string' ? data[key] : undefined);
    const reason = text('manual_seal_reason') ?? text('reason');
    if (reason !== undefined)
        terminal.reason = reason;
    for (const key of ['outputRef', 'outputDigest', 'effectId', 'errorClass', 'completionProof']) {
        const value = text(key);
        if (value !== undefined)
            terminal[key] = value;
    }
    if (data.error !== undefined)
        terminal.error = data.error;
    if (Array.isArray(data.cleanupErrors))
        terminal.cleanupErrors = data.cleanupErrors;
    if (data.actor !== undefined)
        terminal.actor = data.actor;
    if (data.payload !== undefined)
        terminal.payload = data.payload;
    return terminal;
}

;// CONCATENATED MODULE: ./lib/journal/state.js
/** What a run's events add up to. Pure, and O(1) for each event. */





function emptyState() {
    return {
        runId: '',
        processId: '',
        created: undefined,
        createdAt: '',
        updatedAt: '',
        head: { seq: 0, ulid: '' },
        effects: new Map(),
        pending: new Map(),
        maxEffectId: '',
        lastStep: 0,
        settlements: 0,
        attempt: 1,
        retries: [],
        signals: new Map(),
        cancel: undefined,
        equals: new Map(),
        logCount: 0,
        deadline: undefined,
        codeRevision: undefined,
        workspaceCommit: undefined,
        dispatched: undefined,
        messages: new Set(),
        decisions: new Map(),
        terminal: undefined,
        problems: [],
    };
}
function stateOf(events) {
    const state = emptyState();
    for (const event of events)
        applyEvent(state, event);
    return state;
}
/** Takes the next event into the state. Never throws: what does not fit is noted in `problems`. */
function applyEvent(state, event) {
    const known = asKnown(event);
    if (state.terminal !== undefined && known !== undefined && known.type !== 'RUN_RETRIED') {
        note(state, event, 'AFTER_END', `${event.type} comes after the run ended with ${state.terminal.type}`);
    }
    if (state.head.seq === 0 && event.type !== 'RUN_CREATED') {
        note(state, event, 'NOT_CREATED', `The first event is ${event.type}, not RUN_CREATED`);
    }
    state.head = { seq: event.seq, ulid: event.ulid };
    state.updatedAt = event.recordedAt;
    if (typeof event.data.messageId === 'string')
        state.messages.add(event.data.messageId);
    if (known === undefined)
        applyOther(state, event);
    else
        applyKnown(state, known);
}
function note(state, event, code, message) {
    state.problems.push({ seq: event.seq, code, message });
}
function applyKnown(state, event) {
    switch (event.type) {
        case 'RUN_CREATED':
            if (state.created !== undefined)
                note(state, event, 'DUPLICATE_CREATED', 'A second RUN_CREATED');
            else {
                state.created = event.data;
                state.runId = event.data.runId;
                state.processId = event.data.processId;
                state.createdAt = event.recordedAt;
                state.deadline = event.data.deadline;
                state.codeRevision = event.data.commit ?? event.data.processRevision;
                state.workspaceCommit = event.data.commit;
            }
            return;
        case 'EFFECT_REQUESTED':
            if (!state.effects.has(event.data.effectId)) {
                applyRequested(state, event.data, event.seq, event.recordedAt);
            }
            else {
                note(state, event, 'DUPLICATE_REQUEST', `Effect ${event.data.effectId} is requested a second time`);
            }
            return;
        case 'EFFECT_STARTED': {
            const effect = effectOf(state, event);
            if (effect === undefined)
                return;
            const { effectId: _, ...start } = event.data;
            effect.starts.push({ ...start, seq: event.seq, at: event.recordedAt });
            if (start.because === 'failure')
                effect.failures++;
            if (start.because === 'loss')
                effect.losses++;
            return;
        }
        case 'EFFECT_RESOLVED':
        case 'EFFECT_CANCELLED': {
            // Its number in the order is taken whatever it settles: a replay counts the events alone.
            state.settlements++;
            const effect = effectOf(state, event);
            if (effect === undefined)
                return;
            if (effect.status !== 'requested') {
                note(state, event, 'DUPLICATE_SETTLEMENT', `Effect ${effect.effectId} is settled a second time`);
                return;
            }
            if (event.type === 'EFFECT_RESOLVED')
                applyResolved(state, effect, event.data);
            else
                effect.status = 'cancelled';
            effect.settlement = settlementOf(state.settlements, event);
            state.pending.delete(effect.effectId);
            return;
        }
        case 'SIGNAL_RECEIVED': {
            const list = state.signals.get(event.data.name) ?? [];
            const { value, actor } = event.data;
            list.push({ seq: event.seq, at: event.recordedAt, value: value ?? null, ...(actor && { actor }) });
            state.signals.set(event.data.name, list);
            return;
        }
        case 'RUN_CANCEL_REQUESTED':
            state.cancel ??= { ...event.data, seq: event.seq, at: event.recordedAt };
            return;
        case 'RUN_RETRIED':
            if (state.terminal?.type !== 'RUN_FAILED') {
                note(state, event, 'MISPLACED_RETRY', 'RUN_RETRIED of a run that had not failed');
            }
            applyRetried(state, event.data, event.seq);
            return;
        case 'RUN_COMPLETED':
        case 'RUN_FAILED':
        case 'RUN_HALTED':
            // A forced seal stands behind another end, and is the one that counts.
            if (state.terminal === undefined || 'manual_seal_reason' in event.data)
                state.terminal = terminalOf(event);
            return;
        case 'PROCESS_LOG':
            state.logCount = Math.max(state.logCount, event.data.logSeq);
    }
}
function effectOf(state, event) {
    const effect = state.effects.get(event.data.effectId);
    if (effect === undefined) {
        note(state, event, 'UNKNOWN_EFFECT', `${event.type} of the unknown effect ${event.data.effectId}`);
    }
    return effect;
}
function applyOther(state, event) {
    if (event.type === 'CODE_UPGRADED' && typeof event.data.revision === 'string') {
        state.codeRevision = event.data.revision;
    }
    if (event.type === 'WORKSPACE_CHANGED' && typeof event.data.commit === 'string') {
        state.workspaceCommit = event.data.commit;
    }
    if (event.type === 'RUN_DISPATCHED' && typeof event.data.hop === 'number') {
        state.dispatched = { ...event.data, seq: event.seq };
    }
    if (event.type === 'DECISION_RECORDED' && typeof event.data.effectId === 'string') {
        const list = state.decisions.get(event.data.effectId);
        if (list === undefined)
            state.decisions.set(event.data.effectId, [event]);
        else
            list.push(event);
    }
}
function applyRequested(state, request, seq, at) {
    const key = equalityKey(request.kind, request.taskId, request.argsDigest);
    const occurrence = (state.equals.get(key) ?? 0) + 1;
    state.equals.set(key, occurrence);
    if (request.effectId > state.maxEffectId)
        state.maxEffectId = request.effectId;
    state.lastStep = Math.max(state.lastStep, stepNumber(request.stepId));
    const effect = {
        effectId: request.effectId,
        seq,
        requestedAt: at,
        request,
        status: 'requested',
        occurrence,
        starts: [],
        failures: 0,
        losses: 0,
        settlement: undefined,
        dropped: false,
    };
    state.effects.set(request.effectId, effect);
    state.pending.set(request.effectId, effect);
}
function applyResolved(state, effect, data) {
    effect.status = data.status === 'ok' ? 'resolved_ok' : 'resolved_error';
    if (data.signalSeq === undefined)
        return;
    for (const [name, list] of state.signals) {
        const at = list.findIndex((signal) => signal.seq === data.signalSeq);
        if (at < 0)
            continue;
        list.splice(at, 1);
        if (list.length === 0)
            state.signals.delete(name);
        return;
    }
}
function settlementOf(index, event) {
    const settlement = { index, seq: event.seq, at: event.recordedAt };
    const { data } = event;
    if (data.resultRef !== undefined)
        settlement.resultRef = data.resultRef;
    if (data.resultDigest !== undefined)
        settlement.resultDigest = data.resultDigest;
    if ('status' in data) {
        if (data.error !== undefined)
            settlement.error = data.error;
        if (data.stdoutRef !== undefined)
            settlement.stdoutRef = data.stdoutRef;
        if (data.stderrRef !== undefined)
            settlement.stderrRef = data.stderrRef;
    }
    else {
        settlement.reason = data.reason ?? '';
        if (data.timedOut === true)
            settlement.timedOut = true;
        if (data.withdrawn === true)
            settlement.withdrawn = true;
    }
    return settlement;
}
/** Number of the last attempt of an effect; 0 before its first start. */
function attemptOf(effect) {
    return effect.starts.at(-1)?.attempt ?? 0;
}
// Kinds that the engine does by itself; everything else waits for a person, for time, or for somebody else.
const DONE_HERE = new Set([
    'shell',
    'node',
    'agent',
    'skill',
    'orchestrator_task',
    'subprocess',
    'step',
    'hook',
]);
/** True when nothing that a driver does now brings this pending effect on. */
function waitsForOthers(effect, now = Date.now()) {
    if (effect.request.external === true || !DONE_HERE.has(effect.request.kind))
        return true;
    const last = effect.starts.at(-1);
    // The run that it has started waits for somebody, too, or is driven: whoever drives it to its end comes back.
    if (last?.notBefore === undefined)
        return state_hasChild(effect);
    return Date.parse(last.notBefore) > now;
}
/** It has started a run of its own, which may be going on without us. */
function state_hasChild(effect) {
    return effect.request.kind === 'subprocess' && effect.starts.length > 0;
}
/** The state that contract §1 gives a run whose lease nobody asks about. */
function statusOf(state, now = Date.now()) {
    if (state.terminal !== undefined)
        return state.terminal.status;
    if (state.head.seq <= 1)
        return 'created';
    if (state.pending.size === 0 || state.cancel !== undefined)
        return 'running';
    for (const effect of state.pending.values())
        if (!waitsForOthers(effect, now))
            return 'running';
    return 'waiting';
}
/** Number of pending effects of each kind, keys sorted. */
function pendingByKind(state) {
    const counts = new Map();
    for (const effect of state.pending.values()) {
        counts.set(effect.request.kind, (counts.get(effect.request.kind) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./lib/journal/snapshot.js
/**
 * state/segments/state.ndjson: the state of a run as of the end of its segments, without the effects that are
 * settled. A cache that belongs to exactly one last segment; whoever believes that segment may believe it.
 */









const SCHEMA = 'longhaul.state.v1';
const SNAPSHOT_NAME = 'state.ndjson';
const PATH = `state/segments/${SNAPSHOT_NAME}`;
/** Writes the snapshot of a state that stands at the end of `last`. Not for states with problems. */
function writeSnapshot(runDir, state, last) {
    if (state.problems.length > 0 || state.head.seq !== last.to)
        return;
    const { effects: _, pending, signals, equals, messages, decisions, ...plain } = state;
    const parts = {
        pending: [...pending.values()],
        signals: [...signals],
        equals: [...equals],
        messages: [...messages],
        decisions: [...decisions],
        maxId: state.maxEffectId,
    };
    const body = JSON.stringify({ plain, parts });
    const header = JSON.stringify({ schema: SCHEMA, segment: last.digest, digest: sha256(body) });
    replaceFile((0,external_node_path_namespaceObject.join)(runDir, PATH), `${header}\n${body}\n`);
}
/** The state at the end of `segments`, or undefined when no snapshot stands for exactly these. */
function readSnapshot(runDir, segments) {
    const last = segments.at(-1);
    const text = last === undefined ? undefined : reader_readIfThere((0,external_node_path_namespaceObject.join)(runDir, PATH));
    if (last === undefined || text === undefined)
        return undefined;
    const end = text.indexOf('\n');
    const header = decode_parseJson(text.slice(0, Math.max(0, end)));
    if (!decode_isObject(header) || header.schema !== SCHEMA || header.segment !== last.digest)
        return undefined;
    const body = text.slice(end + 1, -1);
    if (sha256(body) !== header.digest)
        return undefined;
    const { plain, parts } = JSON.parse(body);
    const state = {
        ...emptyState(),
        ...plain,
        signals: new Map(parts.signals),
        equals: new Map(parts.equals),
        messages: new Set(parts.messages),
        decisions: new Map(parts.decisions),
    };
    const effects = new EffectsMap();
    for (const effect of parts.pending) {
        const whole = { ...effect, settlement: effect.settlement ?? undefined };
        effects.set(effect.effectId, whole);
        state.pending.set(effect.effectId, whole);
    }
    effects.expect({ maxId: parts.maxId, load: () => allEffects(runDir, segments) });
    state.effects = effects;
    return state;
}
/** From the segments, or, when they were packed anew or deleted since, from the events themselves. */
function allEffects(runDir, segments) {
    try {
        return stateOf(segments.flatMap((ref) => readSegmentEvents(runDir, ref))).effects.values();
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc) && !reader_isMissing(error))
            throw error;
        const names = listEvents(runDir).slice(0, segments.at(-1)?.to);
        return stateOf(names.map((name) => reader_readEvent(runDir, name))).effects.values();
    }
}

;// CONCATENATED MODULE: ./lib/journal/open-run.js
/** Reads a run directory for those who want its state: segments where they can be used, then event files. */








/** Throws DamageError naming the file when run.json or the journal is damaged, unless that is taken (`damaged`). */
function loadRun(runDir, options = {}) {
    if (options.damaged === true)
        return loadDamaged(runDir);
    const run = readRun(runDir);
    const names = listEvents(runDir);
    const mode = options.segments ?? 'check';
    let segments = mode === 'ignore' ? [] : usableSegments(runDir, names, mode === 'check');
    let state;
    try {
        state = readSnapshot(runDir, segments) ?? stateOfSegments(runDir, segments);
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc))
            throw error;
        segments = [];
        state = emptyState();
    }
    const rest = names.slice(segments.at(-1)?.to ?? 0);
    const tail = rest.map((name) => reader_readEvent(runDir, name));
    for (const event of tail)
        applyEvent(state, event);
    return { run, state, names, tail, damaged: false, refs: { segments, tail: rest.map((name) => name.name) } };
}
function stateOfSegments(runDir, segments) {
    const state = emptyState();
    for (const ref of segments)
        for (const event of readSegmentEvents(runDir, ref))
            applyEvent(state, event);
    return state;
}
function loadDamaged(runDir) {
    const { events: names } = listJournal(runDir);
    const state = emptyState();
    const tail = [];
    for (const name of names) {
        try {
            const event = reader_readEvent(runDir, name);
            tail.push(event);
            applyEvent(state, event);
        }
        catch (error) {
            if (!(error instanceof errors/* DamageError */.wc))
                throw error;
        }
    }
    const run = metadataOf(runDir, state);
    if (state.runId === '')
        state.runId = run.runId;
    const ulids = names.map((name) => name.ulid).sort();
    state.head = { seq: names.at(-1)?.seq ?? 0, ulid: ulids.at(-1) ?? '' };
    return {
        run,
        state,
        names,
        tail,
        damaged: true,
        refs: { segments: [], tail: names.map((name) => name.name) },
    };
}
/** run.json; when that cannot be used, what the journal and the name of the directory still say of the run. */
function metadataOf(runDir, { created, createdAt }) {
    try {
        return readRun(runDir);
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc))
            throw error;
        const runId = created?.runId ?? (0,external_node_path_namespaceObject.basename)(runDir);
        const entrypoint = created?.entrypoint ?? { importPath: '', exportName: 'process' };
        const processId = created?.processId ?? runId;
        return {
            runId,
            request: runId,
            processId,
            entrypoint,
            processPath: entrypoint.importPath,
            layoutVersion: LAYOUT_VERSION,
            createdAt,
        };
    }
}
// A run that another program ended twice has still ended, and can be read.
const TOLERATED = new Set(['AFTER_END']);
/** Throws DamageError when events can be read but do not add up (a settlement of an unknown effect, say). */
function checkSound(runDir, state) {
    const problem = state.problems.find(({ code }) => !TOLERATED.has(code));
    if (problem === undefined)
        return;
    const path = layout_paths.journal(runDir);
    throw new errors/* DamageError */.wc(`The journal ${path} does not add up at event ${problem.seq}: ${problem.message}`, path);
}
function usableSegments(runDir, names, check) {
    const segments = listSegments(runDir).filter((ref) => ref.to <= names.length);
    if (!check || segments.length === 0)
        return segments;
    try {
        return checkSegments(runDir, segments, names).length === 0 ? segments : [];
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc)
            return [];
        throw error;
    }
}
/** The events of a run in order, from segments (checked) and files. Throws DamageError for any damage. */
function* eventsOf(runDir, options = {}) {
    const names = listEvents(runDir);
    const segments = options.segments === 'ignore' ? [] : usableSegments(runDir, names, options.segments !== 'trust');
    let done = 0;
    for (const ref of segments) {
        yield* readSegmentEvents(runDir, ref);
        done = ref.to;
    }
    for (const name of names.slice(done))
        yield reader_readEvent(runDir, name);
}

;// CONCATENATED MODULE: ./lib/operations/code.js
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
    for (let dir = external_node_path_namespaceObject.dirname(file);; dir = external_node_path_namespaceObject.dirname(dir)) {
        if ((0,external_node_fs_namespaceObject.existsSync)(external_node_path_namespaceObject.join(dir, '.git')))
            return dir;
        if (dir === external_node_path_namespaceObject.dirname(dir))
            break;
    }
    const relative = external_node_path_namespaceObject.relative(fallback, file);
    return relative.startsWith('..') || external_node_path_namespaceObject.isAbsolute(relative) ? external_node_path_namespaceObject.dirname(file) : fallback;
}
/** The path with every link followed; of a file that is gone, that of the directory that is left, and the rest. */
function realPath(file) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(file);
    }
    catch {
        const parent = external_node_path_namespaceObject.dirname(file);
        return parent === file ? file : external_node_path_namespaceObject.join(realPath(parent), external_node_path_namespaceObject.basename(file));
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
    const file = external_node_path_namespaceObject.join(layout_paths.code(runDir), 'manifest.json');
    if (!(0,external_node_fs_namespaceObject.existsSync)(file))
        return undefined;
    const parsed = decode_parseJson((0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8'));
    if (!decode_isObject(parsed) || parsed.schemaVersion !== CODE_SCHEMA || !Array.isArray(parsed.files)) {
        throw new errors/* DamageError */.wc(`${file} is no manifest of carried code`, file);
    }
    const files = parsed.files.map((entry) => {
        const { path: name, format, blob, digest, commit } = decode_isObject(entry) ? entry : {};
        if (!safePath(name) ||
            typeof format !== 'string' ||
            !FORMATS.has(format) ||
            typeof blob !== 'string' ||
            typeof digest !== 'string') {
            throw new errors/* DamageError */.wc(`${file} holds an entry that is none: ${JSON.stringify(entry)}`, file);
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
        const file = external_node_path_namespaceObject.join(layout_paths.code(runDir), 'files', name);
        let source;
        try {
            source = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
        }
        catch {
            throw new errors/* DamageError */.wc(`The carried file ${file} is missing`, file);
        }
        if (sha256(source) !== digest)
            throw new errors/* DamageError */.wc(`The carried file ${file} is not the one in the manifest`, file);
        return { path: name, format, source };
    });
}
/** Paths whose content in the workspace is not what the run carries; missing ones included. */
function changedFiles(manifest, repository) {
    return manifest.files
        .filter(({ path: name, digest }) => {
        try {
            return sha256((0,external_node_fs_namespaceObject.readFileSync)(external_node_path_namespaceObject.join(repository, name), 'utf8')) !== digest;
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
            throw new errors/* LonghaulError */.BQ('CODE_CHANGED', `The code of the run${from} is not that of the workspace: ${changed.join(', ')}`, {
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
            blob: gitBlobId(bytesOf(from.repository, name, source)),
            digest: sha256(source),
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
    journal.append([], [...written, { path: 'code/manifest.json', text: jsonText(made), replace: true }]);
    return made;
}
/** A source that is no UTF-8 is served as Node reads it, and known to git by the bytes that it has. */
function bytesOf(repository, name, source) {
    try {
        const bytes = (0,external_node_fs_namespaceObject.readFileSync)(external_node_path_namespaceObject.join(repository, name));
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
        .map(({ path: name, source }) => ({ path: name, from: before.get(name) ?? '', to: sha256(source) }))
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
        throw new errors/* UsageError */.eb(`The entry ${JSON.stringify(text)} is no process file`, {
            hint: 'Give path/to/file.mjs or path/to/file.mjs#exportName.',
        });
    }
    const absolute = external_node_path_namespaceObject.resolve(cwd, file);
    if (!(0,external_node_fs_namespaceObject.existsSync)(absolute))
        throw new errors/* UsageError */.eb(`There is no process file ${absolute}`, {
            path: absolute,
            hint: where,
        });
    if ((0,external_node_fs_namespaceObject.statSync)(absolute).isDirectory())
        throw new errors/* UsageError */.eb(`The process file ${absolute} is a directory`, {
            path: absolute,
            hint: 'Give the file in it: path/to/file.mjs or path/to/file.mjs#exportName.',
        });
    return { path: absolute, exportName };
}

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
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
    const found = places.map((place) => new URL(place, here)).find((url) => (0,external_node_fs_namespaceObject.existsSync)(url));
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
    return new external_node_worker_threads_namespaceObject.Worker(workerUrl(), {
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

;// CONCATENATED MODULE: ./lib/runtime/v8-flags.js
/**
 * Flags of V8, which hold for all threads of the program. As late as may be: once one is changed, Node compiles its own
 * modules anew, which would double the start of a worker. Its module is loaded late for the same reason.
 */
const v8_flags_set = (flag) => process.getBuiltinModule('node:v8').setFlagsFromString(flag);
/**
 * V8 of Node 24 can abort the whole program when two threads free WebAssembly wrappers that were compiled anew after so
 * many calls (Runtime_TierUpWasmToJSWrapper); Node's own TypeScript loader is WebAssembly. They stay as they are.
 */
function keepWrappers() {
    v8_flags_set('--wasm-wrapper-tiering-budget=1000000000');
}
/** In a long run the young generation of a thread would grow to 64 MiB, nearly all of it garbage: it stays as it is. */
function stayYoung() {
    v8_flags_set('--semi-space-growth-factor=1');
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
        this.worker = takeWorker({ env, memoryMb: limits.memoryMb });
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

;// CONCATENATED MODULE: ./lib/operations/divergence.js
/** What a person reads when the code asks for other steps than the journal holds. */



/** `DIVERGED`: nothing was run and nothing was written. `facts` are those of the kernel. */
class DivergedError extends errors/* LonghaulError */.BQ {
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
            lines.push(`  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`, `    arguments ${divergence_short(argumentsOf(place, step.effectId))}`);
        }
    }
    lines.push('', 'The code asks for:');
    if (facts.code.length === 0)
        lines.push(`  nothing more${facts.ended === undefined ? '' : ` (${facts.ended})`}`);
    for (const call of facts.code)
        lines.push(`  ${call.kind} ${call.taskId}${at(call.site)}`, `    arguments ${divergence_short(call.args)}`);
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
const divergence_short = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
function argumentsOf(place, effectId) {
    return JSON.stringify(storedArguments(place, effectId) ?? null);
}
/** undefined: the report does without. */
function storedArguments({ init, state }, effectId) {
    const effect = state.effects.get(effectId);
    return effect === undefined ? undefined : tasks_definitionOf(init.runDir, effect.request.taskDefRef).inputs;
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
        ...before.filter((line) => !fresh.has(line)).map((l) => `- ${divergence_short(l)}`),
        ...after.filter((line) => !old.has(line)).map((l) => `+ ${divergence_short(l)}`),
    ].slice(0, 20);
}
/** Pretty JSON, keys in one order, without what only says that a line follows. */
function lines(json) {
    return JSON.stringify(sortKeys(json), null, 2)
        .split('\n')
        .map((line) => line.trim().replace(/,$/, ''));
}

;// CONCATENATED MODULE: ./lib/journal/endings.js
/** How a run that has ended is called at each surface: the one place where the vocabularies meet (contract §1). */

/** By the state that `run:status` and the output `status` show. */
const ENDINGS = {
    completed: { final: 'success', line: 'run_completed', event: 'RUN_COMPLETED' },
    failed: { final: 'fail', line: 'run_failed', event: 'RUN_FAILED' },
    canceled: { final: 'canceled', line: 'run_failed', event: 'RUN_FAILED' },
    halted: { final: 'canceled', line: 'run_failed', event: 'RUN_HALTED' },
};
function isEnded(status) {
    return Object.hasOwn(ENDINGS, status);
}
/** What a run ended with, for people: `Name: message (path:line:column)`. */
function errorText({ name, message, site, }) {
    return `${name}: ${message}${site === undefined ? '' : ` (${site})`}`;
}
/** A `status` of final.json as one of ours. Throws LonghaulError (UNKNOWN_STATUS): a word that we do not know is no guess (T7). */
function finalStatus(word, path) {
    if (word === 'success' || word === 'fail' || word === 'canceled')
        return word;
    throw new errors/* LonghaulError */.BQ('UNKNOWN_STATUS', `${path} has the status ${JSON.stringify(word)}, which is none of success, fail, canceled`, {
        path,
        hint: 'It was not written by this engine. Move it away and resume the run: it is written anew.',
    });
}

;// CONCATENATED MODULE: ./lib/operations/drive-errors.js
/** What ends a drive though the run has not ended: the journal is as it was, and the way out is named. */



function stuckError(what) {
    return new errors/* LonghaulError */.BQ('PROCESS_STUCK', what.charAt(0).toUpperCase() + what.slice(1), {
        hint: 'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; ' +
            'mend the code and resume with `longhaul resume <run> --on-code-change upgrade`, or seal the run with `longhaul run:halt <run>`.',
    });
}
function stuckStepsError(names) {
    return stuckError(`the step ${names.map((name) => `"${name}"`).join(', ')} is waiting for something that never comes`);
}
function lostError(cause, error) {
    // Its worker found, while it read the journal, what `run:verify` finds.
    if (error.name === 'DamageError' && decode_isObject(error.data))
        return new errors/* DamageError */.wc(error.message, String(error.data.path));
    const hints = {
        loop: 'Find the endless loop, or put long computation into ctx.run; the journal is as it was.',
        memory: 'The process needs more memory than it may have; the journal is as it was.',
        exit: 'The journal is as it was: to try again, `longhaul resume <run>`.',
    };
    return new errors/* LonghaulError */.BQ('PROCESS_LOST', error.message, { hint: hints[cause] });
}
/** It broke down before the replay had ended, and the journal says that it did not do so then (P6: nothing is written). */
function crashedInReplayError(error) {
    return new errors/* LonghaulError */.BQ('PROCESS_LOST', `The process failed while its journal was replayed: ${errorText(error)}`, {
        hint: 'It did not fail there before: look at what it reads of its surroundings. The journal is as it was: to try again, `longhaul resume <run>`.',
        cause: withStack(error),
    });
}
function loadError(path, error, hint) {
    return new errors/* LonghaulError */.BQ('PROCESS_LOAD', `The process file cannot be loaded: ${errorText(error)}`, {
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

;// CONCATENATED MODULE: ./lib/operations/replay.js



const ENDS = new Set(['returned', 'threw', 'halted', 'crashed']);
/**
 * undefined: the code asks for what the journal holds. For a run that has completed that includes that it asks
 * for nothing more; one that goes on may.
 * @throws LonghaulError PROCESS_LOAD, PROCESS_LOST
 */
async function replayOnly(options) {
    const { init, loaded, limits, env } = options;
    const completed = loaded.state.terminal?.status === 'completed' && !loaded.state.terminal.sealed;
    let host;
    const captured = [];
    const diverged = async (facts) => divergenceError(facts, { ...options, state: loaded.state }, (await options.changes?.(facts, captured)) ?? []);
    try {
        return await new Promise((resolve, reject) => {
            const judge = (message) => {
                if (message.type === 'code')
                    captured.push(...message.files);
                else if (message.type === 'diverged')
                    resolve(diverged(message.facts));
                else if (message.type === 'crashed' && message.stage === 'load')
                    reject(loadError(init.entry.path, message.error, 'Mend the file; nothing was journaled.'));
                else if (message.type === 'replayed' && !completed)
                    resolve(undefined);
                else if (message.type === 'requests')
                    beyond(message.requests);
                else if (message.type === 'idle')
                    reject(stuckError('the process is waiting for something that is not an effect'));
                else if (ENDS.has(message.type))
                    resolve(undefined);
            };
            const beyond = (requests) => {
                const code = requests
                    .filter((r) => !r.journaled)
                    .map(({ taskId, kind, site, args }) => ({ taskId, kind, site, args }));
                if (code.length === 0)
                    return;
                resolve(diverged({ because: 'beyond', lastAgreed: [], journal: [], code, ended: undefined }));
            };
            host = new ProcessHost({
                ...init,
                journal: loaded.refs,
                retry: [],
                handleGraceMs: limits.handleGraceMs,
                replayGraceMs: limits.replayGraceMs,
            }, env, { message: judge, lost: (cause, error) => reject(lostError(cause, error)), output: () => { } }, limits);
        });
    }
    finally {
        await host?.terminate();
    }
}

;// CONCATENATED MODULE: ./lib/operations/workspace.js
/** What is known of the workspace's git, without a check-out being needed and without starting git. */


const OID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
function gitDirectory(dir) {
    for (let at = external_node_path_namespaceObject.resolve(dir);; at = external_node_path_namespaceObject.dirname(at)) {
        const candidate = external_node_path_namespaceObject.join(at, '.git');
        const found = (0,external_node_fs_namespaceObject.statSync)(candidate, { throwIfNoEntry: false });
        if (found?.isDirectory() === true)
            return candidate;
        if (found?.isFile() === true) {
            const link = /^gitdir: (.+)$/m.exec((0,external_node_fs_namespaceObject.readFileSync)(candidate, 'utf8'));
            return link?.[1] === undefined ? undefined : external_node_path_namespaceObject.resolve(at, link[1]);
        }
        if (at === external_node_path_namespaceObject.dirname(at))
            return undefined;
    }
}
function readText(file) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8').trim();
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
    const head = readText(external_node_path_namespaceObject.join(git, 'HEAD'));
    if (OID.test(head))
        return head;
    const ref = head.replace(/^ref: /, '');
    if (ref === '' || ref.includes('..') || external_node_path_namespaceObject.isAbsolute(ref))
        return '';
    const common = readText(external_node_path_namespaceObject.join(git, 'commondir'));
    const roots = common === '' ? [git] : [git, external_node_path_namespaceObject.resolve(git, common)];
    for (const root of roots) {
        const loose = readText(external_node_path_namespaceObject.join(root, ref));
        if (OID.test(loose))
            return loose;
        const packed = readText(external_node_path_namespaceObject.join(root, 'packed-refs'))
            .split('\n')
            .find((line) => line.endsWith(` ${ref}`));
        const oid = packed?.slice(0, packed.indexOf(' ')) ?? '';
        if (OID.test(oid))
            return oid;
    }
    return '';
}

;// CONCATENATED MODULE: ./lib/operations/world.js
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

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/operations/code-diff.js

const code_diff_MAX_FILES = 5;
const MAX_LINES = 60;
/** Unified diffs, those of the files that the diverging calls stand in first. */
async function codeChanges(runDir, before, now, facts) {
    const sites = [...facts.journal, ...facts.code].map(({ site }) => site.replace(/:\d+:\d+$/, ''));
    const changed = upgradedFiles(before, now).map(({ path }) => path);
    const gone = before.files
        .map(({ path }) => path)
        .filter((path) => sites.includes(path) && !now.some((file) => file.path === path));
    const rank = (path) => (sites.includes(path) ? 0 : 1);
    const paths = [...changed, ...gone].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    if (paths.length === 0)
        return [];
    const { createTwoFilesPatch } = await __nccwpck_require__.e(/* import() */ 873).then(__nccwpck_require__.bind(__nccwpck_require__, 873));
    const old = new Map(readCode(runDir, before).map(({ path, source }) => [path, source]));
    const fresh = new Map(now.map(({ path, source }) => [path, source]));
    const lines = paths.slice(0, code_diff_MAX_FILES).flatMap((path) => {
        const patch = createTwoFilesPatch(`${path} (the run)`, `${path} (now)`, old.get(path) ?? '', fresh.get(path) ?? '', undefined, undefined, { context: 2 });
        const all = patch.split('\n').filter((line) => line !== '' && !line.startsWith('======'));
        return all.length > MAX_LINES
            ? [...all.slice(0, MAX_LINES), `… ${all.length - MAX_LINES} more lines`]
            : all;
    });
    if (paths.length > code_diff_MAX_FILES)
        lines.push(`… and ${paths.length - code_diff_MAX_FILES} more files: ${paths.slice(code_diff_MAX_FILES).join(', ')}`);
    return lines;
}

;// CONCATENATED MODULE: external "node:module"
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
;// CONCATENATED MODULE: ./lib/redact.js
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
        const { secretRanges } = (0,external_node_module_namespaceObject.createRequire)(import.meta.url)(shapesPath());
        loaded = secretRanges;
    }
    return loaded;
}
/** The module lies beside this one or its bundle, or one directory above a bundle (see scripts/build.mjs). */
function shapesPath() {
    const here = import.meta.url;
    const places = ['./secret-shapes.ts', './secret-shapes.js', '../secret-shapes.js'];
    const found = places.map((place) => (0,external_node_url_namespaceObject.fileURLToPath)(new URL(place, here))).find((path) => (0,external_node_fs_namespaceObject.existsSync)(path));
    if (found === undefined)
        throw new Error(`The token shapes of Longhaul are missing beside ${here}`);
    return found;
}

;// CONCATENATED MODULE: ./lib/operations/recorder.js
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
    constructor(journal, appended = () => { }, redact = redactor([])) {
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
            const task = encodeTask(request, this.clean(request.def), JSON.parse(request.args));
            files.push(...task.files);
            const data = {
                effectId: request.effectId,
                invocationKey: request.invocationKey,
                invocationHash: sha256(request.invocationKey),
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
        const encoded = encodeResult({ ...identity(effect), ...times }, outcome);
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
        return redactValue(value, this.redact);
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
    const encoded = encodeResult({ ...identity(effect), ...times }, outcome);
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

;// CONCATENATED MODULE: ./lib/operations/carried-code.js
/** The code of one driven run: what is served to its process, and what is recorded of it once the replay has agreed. */








class CarriedCode {
    entry;
    repository;
    /** What the worker serves; undefined: the workspace's files are taken, and captured. */
    serve;
    #journal;
    #policy;
    #manifest;
    #commit;
    #captured = [];
    #agreed = false;
    /**
     * `importDir`: what the entry's path is relative to. `commit`: the workspace's, where it is known already.
     * @throws LonghaulError (CODE_CHANGED, PROCESS_LOAD), DamageError
     */
    constructor(journal, importDir, workspace, policy, commit) {
        const { importPath, exportName } = journal.run.entrypoint;
        const recorded = realPath(external_node_path_namespaceObject.resolve(importDir, importPath));
        this.#journal = journal;
        this.#policy = policy;
        this.repository = repositoryOf(recorded, realPath(workspace));
        this.#commit = commit ?? commitOf(this.repository);
        this.#manifest = readManifest(journal.runDir);
        this.serve = codeToServe(journal.runDir, this.#manifest, this.repository, policy);
        // A link that led to the entry may be gone by now: what it led to is carried.
        const carried = this.serve === undefined ? undefined : this.#manifest?.entry;
        const file = carried === undefined ? recorded : external_node_path_namespaceObject.join(this.repository, carried);
        this.entry = { path: file, exportName };
        if (this.serve === undefined && !(0,external_node_fs_namespaceObject.existsSync)(file)) {
            throw new errors/* LonghaulError */.BQ('PROCESS_LOAD', `The process file ${file} does not exist`, {
                path: file,
                hint: 'Check out the code that the run was started with.',
            });
        }
    }
    /** Files that the process has loaded for the first time. */
    loaded(files) {
        this.#captured.push(...files);
        if (this.#agreed)
            this.#record(this.#manifest);
    }
    /** The replay has agreed with this code: from now on the run carries it. */
    agreed(by) {
        this.#agreed = true;
        const changed = this.#policy === 'upgrade' ? upgradedFiles(this.#manifest, this.#captured) : [];
        if (this.#manifest === undefined || changed.length === 0) {
            this.#record(this.#manifest);
            return;
        }
        const event = {
            type: 'CODE_UPGRADED',
            data: {
                ...defined({ revision: this.#commit === '' ? undefined : this.#commit, actor: by }),
                files: changed,
            },
        };
        this.#journal.append([event]);
        // Files that the new revision has not loaded are taken from it when it does.
        this.#record(undefined);
    }
    #record(manifest) {
        const entry = external_node_path_namespaceObject.relative(this.repository, this.entry.path).split(external_node_path_namespaceObject.sep).join('/');
        this.#manifest = recordCode(this.#journal, manifest, this.#captured.splice(0), {
            repository: this.repository,
            commit: this.#commit,
            entry,
        });
    }
    /** What a divergence ends the drive with: where an upgrade is tried, with what changed in the code. */
    async explain(facts, init) {
        const before = this.#manifest;
        const upgrading = this.#policy === 'upgrade' && before !== undefined;
        const changes = upgrading ? await codeChanges(init.runDir, before, this.#captured, facts) : [];
        const revisions = {
            recorded: before?.commit ?? this.#journal.state.created?.commit ?? '',
            now: upgrading ? this.#commit : '',
        };
        const { state } = this.#journal;
        return divergenceError(facts, { init, state, codeRevisions: () => revisions }, changes);
    }
}

;// CONCATENATED MODULE: ./lib/operations/agenda.js
class Agenda {
    #clock;
    #fault;
    /** A binary heap by time. */
    #heap = [];
    #calledOff = 0;
    #timer;
    #closed = false;
    /** `fault`: gets what a callback throws; it must not bring the driver's process down. */
    constructor(clock, fault) {
        this.#clock = clock;
        this.#fault = fault;
    }
    /** Calls `fn` once when `time` (ms since the epoch) has come. The answer calls it off. */
    at(time, fn) {
        const entry = { time, fn };
        this.#push(entry);
        this.#arm();
        return () => {
            if (entry.fn === undefined)
                return;
            entry.fn = undefined;
            this.#calledOff += 1;
            if (this.#calledOff > 64 && this.#calledOff > this.#heap.length / 2)
                this.#sweep();
        };
    }
    /** When something is due next; undefined: never. */
    get next() {
        while (this.#heap[0] !== undefined && this.#heap[0].fn === undefined)
            this.#pop();
        return this.#heap[0]?.time;
    }
    close() {
        this.#closed = true;
        this.#timer?.stop();
        this.#timer = undefined;
        this.#heap = [];
    }
    #arm() {
        const { next } = this;
        if (this.#closed || next === undefined)
            return;
        if (this.#timer !== undefined && this.#timer.time <= next)
            return;
        this.#timer?.stop();
        const stop = this.#clock.after(Math.max(0, next - this.#clock.now()), () => this.#ring());
        this.#timer = { time: next, stop };
    }
    #ring() {
        this.#timer = undefined;
        const now = this.#clock.now();
        for (let next = this.next; next !== undefined && next <= now && !this.#closed; next = this.next) {
            const fn = this.#pop()?.fn;
            try {
                fn?.();
            }
            catch (error) {
                this.#fault(error);
            }
        }
        this.#arm();
    }
    #sweep() {
        const open = this.#heap.filter((entry) => entry.fn !== undefined);
        this.#heap = [];
        this.#calledOff = 0;
        for (const entry of open)
            this.#push(entry);
    }
    #push(entry) {
        const heap = this.#heap;
        let i = heap.length;
        while (i > 0) {
            const parent = (i - 1) >> 1;
            const above = heap[parent];
            if (above.time <= entry.time)
                break;
            heap[i] = above;
            i = parent;
        }
        heap[i] = entry;
    }
    #pop() {
        const heap = this.#heap;
        const top = heap[0];
        const last = heap.pop();
        if (top === undefined || last === undefined)
            return undefined;
        if (top.fn === undefined)
            this.#calledOff -= 1;
        if (heap.length === 0)
            return top;
        let i = 0;
        for (;;) {
            let child = 2 * i + 1;
            if (child >= heap.length)
                break;
            if (child + 1 < heap.length && heap[child + 1].time < heap[child].time)
                child += 1;
            if (heap[child].time >= last.time)
                break;
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
    }
}

;// CONCATENATED MODULE: ./lib/operations/conversation.js




class Conversation {
    /** Steps that wait for something that never comes, as the worker sees it. */
    stuckSteps = [];
    #options;
    /** The worker that is there has replayed what the journal held when it started. */
    #live = false;
    #replayedOnce = false;
    #ready = false;
    #clearing = false;
    /** Lines that a replay prints are new ones: it leaves out those that the journal has. */
    #lines = [];
    constructor(options) {
        this.#options = options;
    }
    /** A new worker reads the journal. */
    restart() {
        this.#live = false;
        this.#lines = [];
        this.stuckSteps = [];
    }
    receive(message) {
        const { over, ready } = this.#options;
        if (over())
            return;
        this.#take(message);
        // The worker names what is open right behind the end of its replay.
        if (this.#ready || !this.#live || message.type === 'replayed' || over())
            return;
        this.#ready = true;
        ready();
    }
    #take(message) {
        const { effects, world, changed, code, diverged, ended, redact } = this.#options;
        switch (message.type) {
            case 'replayed':
                this.#onReplayed(message.end.dropped);
                return;
            case 'stale':
                this.#options.fault(STALE_CACHE);
                return;
            case 'requests':
                this.#onRequests(message.requests);
                return;
            case 'idle':
                this.stuckSteps = message.stuckSteps;
                changed();
                return;
            case 'log':
                if (this.#live)
                    this.#log(message);
                else
                    this.#lines.push(message);
                return;
            case 'step-result':
                effects.stepEnded(message.effectId, message.attempt, message.outcome);
                return;
            case 'withdraw':
                effects.stop(message.effectId, { kind: 'cancel', reason: message.reason });
                return;
            case 'code':
                code(message);
                return;
            case 'warning':
                world.report({ type: 'warning', message: message.message });
                return;
            case 'redacted':
                this.#options.redacted();
                return;
            case 'returned':
                ended(message);
                return;
            case 'threw':
                ended(redactValue(message, redact));
                return;
            case 'halted':
                ended({ ...message, reason: redact(message.reason), payload: redactJson(message.payload, redact) });
                return;
            case 'crashed':
                this.#onCrashed(message);
                return;
            case 'diverged':
                diverged(message);
                return;
            case 'loaded':
            case 'pong':
                return;
        }
    }
    #onReplayed(dropped) {
        this.#live = true;
        if (!this.#replayedOnce) {
            this.#replayedOnce = true;
            this.#options.replayed(dropped);
        }
        if (this.#options.over())
            return;
        for (const line of this.#lines.splice(0))
            this.#log(line);
    }
    #onCrashed({ stage, error }) {
        const { fault, entry, journal, ended } = this.#options;
        if (stage === 'load')
            fault(loadError(entry, error, this.#onceMended()));
        else if (!this.#live && journal.state.effects.size > 0)
            fault(crashedInReplayError(error));
        else {
            if (!this.#live)
                this.#onReplayed([]); // there was nothing to replay
            ended({ type: 'threw', error, effectId: undefined, cleanupErrors: [] });
        }
    }
    /** What has done nothing carries no code yet. */
    #onceMended() {
        const { head, runId } = this.#options.journal.state;
        return head.seq <= 1
            ? `Mend the file, then carry the run on with \`longhaul resume ${runId}\`: it is there, and has done nothing yet.`
            : `Mend the file, then carry the run on with \`longhaul resume ${runId} --on-code-change upgrade\`; its journal is as it was.`;
    }
    #log({ logSeq, label, message }) {
        const { recorder, world } = this.#options;
        recorder.append({ type: 'PROCESS_LOG', data: { logSeq, ...defined({ label }), message } });
        world.report({ type: 'log', label, message });
    }
    #onRequests(requests) {
        const { journal, world, recorder, effects, cancelled, changed } = this.#options;
        const fresh = requests.filter((request) => !journal.state.effects.has(request.effectId));
        if (fresh.length > 0)
            recorder.requested(fresh, (request) => effects.noteOf(request));
        for (const { effectId, stepId, kind, taskId, label, def } of fresh) {
            const title = breakpoint_shown_titleOf(kind, def) ?? label;
            world.report({ type: 'requested', effectId, stepId, kind, taskId, label, title });
        }
        let hit = false;
        for (const request of requests)
            hit = effects.open(request) || hit;
        if (hit)
            cancelled();
        changed();
    }
    /** Settlements go over when the process can take them without a turn of its own being blamed on them. */
    pump() {
        const { recorder, effects, seat, restartAfterEach, over } = this.#options;
        if (!this.#live || over() || recorder.waiting === 0)
            return;
        if (recorder.held && !this.#clearing)
            this.#clearMail();
        const steps = effects.steps.running > 0;
        if (seat.isIdle && !steps && restartAfterEach)
            seat.replace();
        else if (seat.isIdle || steps)
            seat.settle(recorder.take());
    }
    /** What came by mail goes to the process once the store holds it (E3). */
    #clearMail() {
        const { journal, saver, recorder, changed, fault } = this.#options;
        this.#clearing = true;
        const { settlements } = journal.state;
        saver.now().then(() => {
            this.#clearing = false;
            recorder.saved(settlements);
            changed();
        }, fault);
    }
}

;// CONCATENATED MODULE: ./lib/executors/retry.js
/** Whether a failed attempt is followed by another, and after which pause. */


const NO_RETRY = {
    attempts: 1,
    delay: 1000,
    factor: 2,
    maxDelay: 300_000,
    nonRetryable: [],
};
const FIELDS = Object.keys(NO_RETRY);
const MOST_ATTEMPTS = 1000;
/** A further attempt would meet the very same definition. */
const NEVER = new Set(['TaskDefinitionError']);
/**
 * The policy in `retry: {attempts, delay, factor, maxDelay, nonRetryable}`; one attempt when there is none.
 *
 * @param where what the messages call it, e.g. `retry of task build`
 * @throws UsageError naming the field, its value and what is allowed
 */
function parseRetryPolicy(value, where = 'retry') {
    if (value === undefined || value === null)
        return { ...NO_RETRY, nonRetryable: [] };
    if (typeof value !== 'object' || Array.isArray(value)) {
        throw retry_refused(where, value, `an object with ${FIELDS.join(', ')}`);
    }
    for (const field of Object.keys(value)) {
        // A misspelt `attempts` would otherwise mean, silently, no retry at all.
        if (!FIELDS.includes(field)) {
            throw new errors/* UsageError */.eb(`${where}: there is no field ${JSON.stringify(field)}`, {
                hint: `The fields are ${FIELDS.join(', ')}.`,
            });
        }
    }
    const given = value;
    const attempts = given.attempts ?? NO_RETRY.attempts;
    if (!isCount(attempts)) {
        throw retry_refused(`${where}.attempts`, attempts, `an integer from 1 to ${MOST_ATTEMPTS}, the first attempt included`);
    }
    const factor = given.factor ?? NO_RETRY.factor;
    if (typeof factor !== 'number' || !(factor >= 1 && factor <= 100)) {
        throw retry_refused(`${where}.factor`, factor, 'a number from 1 to 100');
    }
    const names = given.nonRetryable ?? [];
    if (!isNames(names)) {
        throw retry_refused(`${where}.nonRetryable`, names, 'an array of error names');
    }
    return {
        attempts,
        delay: durationMs(given.delay ?? NO_RETRY.delay, `${where}.delay`),
        factor,
        maxDelay: durationMs(given.maxDelay ?? NO_RETRY.maxDelay, `${where}.maxDelay`),
        nonRetryable: names,
    };
}
/** Ms to wait after that many failed attempts (from 1), or undefined when no attempt is left. Attempts that were lost do not count. */
function nextDelay(policy, failedAttempts) {
    if (failedAttempts >= policy.attempts)
        return undefined;
    // Never NaN: a delay of 0 stays 0 however large the power grows.
    if (policy.delay === 0)
        return 0;
    return Math.min(Math.round(policy.delay * policy.factor ** (failedAttempts - 1)), policy.maxDelay);
}
/** False when the policy, or the nature of the error, rules out another attempt. */
function isRetryable(policy, error) {
    return !NEVER.has(error.name) && !policy.nonRetryable.includes(error.name);
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ATTEMPTS;
}
function isNames(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');
}
function retry_refused(field, value, allowed) {
    const shown = JSON.stringify(value) ?? String(value);
    return new errors/* UsageError */.eb(`${field}: ${shown} is not allowed`, { hint: `It must be ${allowed}.` });
}

;// CONCATENATED MODULE: ./lib/operations/attempt-plan.js
const MAX_LOSSES = 5;
function nextAttempt(state, effect, label, policy) {
    const last = currentStart(state, effect);
    if (last === undefined)
        return { type: 'begin', attempt: (effect.starts.at(-1)?.attempt ?? 0) + 1 };
    if (last.notBefore !== undefined)
        return { type: 'later', attempt: last.attempt, at: Date.parse(last.notBefore) };
    // A child goes on where it was, whoever drives it.
    if (effect.request.kind === 'subprocess')
        return { type: 'begin', attempt: last.attempt };
    const losses = effect.losses + 1;
    if (policy.onLost !== 'fail' && losses < MAX_LOSSES)
        return { type: 'begin', attempt: last.attempt + 1, because: 'loss' };
    const times = losses === 1 ? 'once' : `${losses} times`;
    const why = policy.onLost === 'fail' ? ', and may run at most once (onLost: fail)' : '';
    const message = `${label} was lost with its job ${times}${why}`;
    return {
        type: 'lost',
        error: { name: 'LostEffectError', message, data: { effectId: effect.effectId, losses } },
    };
}
/** This attempt of it has started a child before. */
function isChildOf({ request, starts }, attempt) {
    const last = starts.at(-1);
    return request.kind === 'subprocess' && last?.attempt === attempt && last.notBefore === undefined;
}
/** The last start since the effect was opened, or opened again by a retry of the run. */
function currentStart({ retries }, { effectId, starts }) {
    const last = starts.at(-1);
    if (last === undefined)
        return undefined;
    const isReopened = retries.some(({ seq, effects }) => seq > last.seq && effects.includes(effectId));
    return isReopened ? undefined : last;
}

;// CONCATENATED MODULE: ./lib/operations/live.js


function newLive(request, effect, policy, round) {
    return {
        request,
        effect,
        policy,
        round,
        phase: 'waiting',
        attempt: effect.starts.at(-1)?.attempt ?? 0,
        because: undefined,
        startedAt: 0,
        abort: undefined,
        stop: undefined,
        ended: undefined,
        alarms: [],
        deferred: undefined,
    };
}
function keyOf(state, effect) {
    return idempotencyKey(state.runId, effect.request, effect.occurrence);
}
function live_effectOf(state, live) {
    const { effectId, stepId, taskId, kind, label, def, args } = live.request;
    return {
        runId: state.runId,
        effectId,
        stepId,
        taskId,
        kind,
        label,
        def,
        args: JSON.parse(args),
        attempt: Math.max(1, live.attempt),
        idempotencyKey: keyOf(state, live.effect),
    };
}
function executorWorld({ places, world, limits, redact }, live, signal) {
    const { effectId, label } = live.request;
    return {
        ...places,
        workspace: world.workspace,
        agentCommand: world.agentCommand,
        signal,
        graceMs: limits.graceMs,
        hurry: world.hurry,
        onOutput: (stream, text) => world.report({ type: 'output', effectId, label, stream, text }),
        redact,
    };
}
/** Calls off everything that time would do to it. */
function calmDown(live) {
    for (const callOff of live.alarms.splice(0))
        callOff();
}
function isActive(live) {
    return live.phase === 'starting' || live.phase === 'running';
}
/** Its child waits, or is driven elsewhere: nothing of it runs here. */
function waitsForChild({ effect, phase }) {
    return phase === 'waiting' && state_hasChild(effect) && effect.starts.at(-1)?.notBefore === undefined;
}
/** E6: pending when the cancel of the run was asked for, and not shielded. */
function isHit(live, cancelSeq) {
    return live.effect.seq < cancelSeq && live.effect.request.shielded !== true;
}
function iso(ms) {
    return new Date(ms).toISOString();
}
/** What a `signal` effect waits for. */
function signalName(live) {
    return String(live.request.def.metadata?.name ?? '');
}

;// CONCATENATED MODULE: ./lib/operations/policy.js
/** What a request says of how it is done: who may do it, how often, for how long. */




/** Settled by a person, by time or by a signal; nobody carries them out. */
const WAITS = new Set(['breakpoint', 'signal', 'sleep']);
const IN_ENGINE = new Set(['step', 'hook', 'subprocess']);
/** @throws UsageError naming the field */
function policyOf(request) {
    const { options, def, taskId, kind } = request;
    const said = options.timeout ?? def.timeout;
    const onLost = options.onLost ?? def.onLost ?? 'retry';
    if (onLost !== 'retry' && onLost !== 'fail') {
        throw new errors/* UsageError */.eb(`onLost of ${taskId} is ${JSON.stringify(onLost)}`, {
            hint: 'It must be "retry" or "fail".',
        });
    }
    return {
        timeoutMs: said === undefined || said === null
            ? declaredTimeout(def, kind)
            : durationMs(said, `timeout of ${taskId}`),
        retry: parseRetryPolicy(options.retry ?? def.retry, `retry of ${taskId}`),
        onLost,
    };
}
/** For a definition whose own cannot be read. */
const NO_POLICY = { timeoutMs: undefined, retry: { ...NO_RETRY }, onLost: 'retry' };
function readPolicy(request) {
    try {
        return policyOf(request);
    }
    catch (error) {
        return { error: { name: error.name, message: error.message } };
    }
}
/** True when no job of this kind carries it out: it waits for a person, time, a signal or another machine. */
function isForOthers(request, performer) {
    if (request.external || WAITS.has(request.kind))
        return true;
    return !IN_ENGINE.has(request.kind) && !performer.can(request);
}
/** Like `isForOthers`, for the journal: waits of the engine's own kinds are known by their kind. */
function isExternal(request, performer) {
    return request.external || (!WAITS.has(request.kind) && isForOthers(request, performer));
}
/** ms that one attempt may take; 0: as long as it likes. */
function attemptTimeout(request, policy, limits) {
    if (request.kind === 'subprocess')
        return 0; // a child outlives its job: its limit is that of the whole wait
    return policy.timeoutMs ?? limits.taskTimeoutMs;
}
/** When a sleep is over, ms since the epoch. */
function wakeOf(request) {
    const target = Number(request.def.sleep?.targetEpochMs);
    return Number.isFinite(target) ? target : 0;
}
/** ms since the epoch at which time itself settles a wait; undefined: never. */
function deadlineOf(request, policy, world) {
    if (request.kind !== 'subprocess' && !isForOthers(request, world.performer))
        return undefined;
    const ms = policy.timeoutMs ?? (request.kind === 'breakpoint' ? world.limits.breakpointTimeoutMs : 0);
    const limit = ms > 0 ? world.now + ms : undefined;
    if (request.kind !== 'sleep')
        return limit;
    return Math.min(limit ?? Number.POSITIVE_INFINITY, wakeOf(request));
}
/** What the journal says of a request beside what the process said: when it times out, who does it, who decides it. */
function noteOf(request, world, limits) {
    const { performer, clock } = world;
    const policy = readPolicy(request);
    const deadline = 'error' in policy ? undefined : deadlineOf(request, policy, { performer, now: clock.now(), limits });
    const rules = request.kind === 'breakpoint' ? world.rulesOf?.(request) : undefined;
    return {
        deadline: deadline === undefined ? undefined : new Date(deadline).toISOString(),
        external: isExternal(request, performer),
        policy: rules !== undefined && 'policy' in rules ? rules.policy : undefined,
    };
}

;// CONCATENATED MODULE: ./lib/operations/live-steps.js


class LiveSteps {
    #world;
    #book;
    #events;
    /** Known to the worker that runs now: it has asked for them. */
    #asked = new Set();
    #running = new Map();
    /** Were running in a worker that is gone. */
    #lost = new Set();
    #starting = 0;
    #timed = 0;
    constructor(world, book, events) {
        this.#world = world;
        this.#book = book;
        this.#events = events;
    }
    get running() {
        return this.#running.size;
    }
    /** Started, and not yet running: the store or a new worker is waited for. */
    get starting() {
        return this.#starting;
    }
    /** A running step will be ended by its timeout. */
    get timed() {
        return this.#timed > 0;
    }
    /** The worker asks for it. True: it was running in the worker before this one, and was lost with that. */
    asked(live) {
        this.#asked.add(live);
        if (this.#lost.delete(live))
            return true;
        if (live.phase === 'starting')
            this.#go(live, live.attempt);
        return false;
    }
    /** It has been settled. */
    forget(live) {
        if (live.request.kind !== 'step')
            return;
        this.#asked.delete(live);
        this.#lost.delete(live);
        if (live.phase === 'starting')
            this.#starting -= 1;
        this.#leave(live);
    }
    /** Its EFFECT_STARTED is journaled. */
    begin(live) {
        live.phase = 'starting';
        this.#starting += 1;
        const { client } = this.#world;
        const { attempt } = live;
        const wait = live.policy.onLost === 'fail' ? client.beforeCommand(true) : client.beforeStep();
        if (wait === undefined)
            this.#go(live, attempt);
        else
            wait.then(() => this.#go(live, attempt)).catch((error) => client.fault(error));
    }
    #go(live, attempt) {
        if (!this.#book.isOpen(live) ||
            live.phase !== 'starting' ||
            live.attempt !== attempt ||
            !this.#asked.has(live))
            return;
        this.#starting -= 1;
        live.phase = 'running';
        live.ended = new Promise((resolve) => {
            this.#running.set(live, resolve);
        });
        if (this.#isTimed(live))
            this.#timed += 1;
        this.#events.started(live);
        this.#world.client.startStep(live.effect.effectId, attempt, keyOf(this.#world.state, live.effect));
    }
    /** The worker says how an attempt ended. A step that was told to stop has stopped, whatever it says. */
    ended(live, attempt, outcome) {
        if (live.phase !== 'running' || live.attempt !== attempt)
            return;
        if (live.stop !== undefined || outcome.status === 'cancelled') {
            this.#end(live, { status: 'stopped', exit: null });
            return;
        }
        this.#end(live, outcome.status === 'ok' ? { status: 'ok', value: JSON.parse(outcome.value) } : outcome);
    }
    /** Fires its signal; after the grace it is left behind. Resolves when it has ended. */
    stop(live, stop) {
        const { client, agenda, world, limits } = this.#world;
        if (live.phase === 'starting') {
            this.#starting -= 1;
            this.#events.finished(live, { status: 'stopped', exit: null });
            return Promise.resolve();
        }
        client.abortStep(live.effect.effectId, stop.reason, stop.kind === 'timeout');
        const { attempt } = live;
        const giveUp = () => {
            if (live.phase !== 'running' || live.attempt !== attempt)
                return;
            this.#leave(live);
            live.phase = 'waiting';
            client.abandonStep(live.effect.effectId);
            this.#events.finished(live, { status: 'stopped', exit: null });
        };
        live.alarms.push(agenda.at(world.clock.now() + limits.graceMs, giveUp));
        return live.ended ?? Promise.resolve();
    }
    /** The worker is gone; the next one asks again. What ran in it is lost, or has stopped if it was told to. */
    workerGone() {
        this.#asked.clear();
        for (const live of [...this.#running.keys()]) {
            if (live.stop !== undefined)
                this.#end(live, { status: 'stopped', exit: null });
            else {
                this.#leave(live);
                calmDown(live);
                live.phase = 'waiting';
                this.#lost.add(live);
            }
        }
    }
    #end(live, outcome) {
        this.#leave(live);
        this.#events.finished(live, outcome);
    }
    #leave(live) {
        const resolve = this.#running.get(live);
        if (resolve === undefined)
            return;
        this.#running.delete(live);
        if (this.#isTimed(live))
            this.#timed -= 1;
        resolve();
    }
    #isTimed(live) {
        return attemptTimeout(live.request, live.policy, this.#world.limits) > 0;
    }
}

;// CONCATENATED MODULE: ./lib/operations/attempts.js
/**
 * Attempts of effects that are done here: which comes next by the journal, when it may begin, and what its end
 * means. Journal first, then act: a command begins once the store holds its EFFECT_STARTED (E3).
 */







class Attempts {
    steps;
    #world;
    #book;
    #stop;
    /** In order of request; a Set, so that what is cancelled leaves it at once. */
    #queue = new Set();
    #commands = 0;
    #held = 0;
    #draining = false;
    #closing = false;
    constructor(world, book, stop) {
        this.#world = world;
        this.#book = book;
        this.#stop = stop;
        this.steps = new LiveSteps(world, book, {
            started: (live) => this.#limit(live),
            finished: (live, outcome) => this.finished(live, outcome),
        });
    }
    /** Something is done here, or is about to be. */
    get busy() {
        return this.#commands > 0 || this.#queue.size > 0 || this.steps.starting > 0;
    }
    /** Effects that wait for a later job's round. */
    get held() {
        return this.#held;
    }
    /** What has not begun is left to a later job; what runs goes on. */
    drain() {
        this.#draining = true;
        for (const live of this.#queue)
            this.#hold(live);
        this.#queue.clear();
    }
    #hold(live) {
        live.phase = 'held';
        this.#held += 1;
    }
    /** Begins nothing any more. */
    close() {
        this.#closing = true;
        this.#queue.clear();
    }
    /** It has been settled, or must not begin. */
    forget(live) {
        this.#queue.delete(live);
        if (live.phase === 'held')
            this.#held -= 1;
        this.steps.forget(live);
    }
    next(live) {
        const { effect, policy, request } = live;
        const next = nextAttempt(this.#world.state, effect, request.label, policy);
        if (next.type === 'begin')
            this.#enqueue(live, next.attempt, next.because);
        else if (next.type === 'later')
            this.#later(live, next.at, next.attempt);
        else
            this.#book.settleError(live, next.error);
    }
    #later(live, time, attempt) {
        live.phase = 'waiting';
        live.alarms.push(this.#world.agenda.at(time, () => this.#enqueue(live, attempt)));
    }
    #enqueue(live, attempt, because) {
        if (!this.#book.isOpen(live) || this.#closing)
            return;
        live.attempt = attempt;
        live.because = because;
        if (this.#draining || !this.#world.rounds.admits(live.round)) {
            this.#hold(live);
            return;
        }
        if (live.request.kind === 'step') {
            this.#begin(live);
            return;
        }
        live.phase = 'queued';
        this.#queue.add(live);
        this.#pump();
    }
    #pump() {
        for (const live of this.#queue) {
            if (this.#closing || this.#commands >= this.#world.limits.maxParallel)
                return;
            this.#queue.delete(live);
            if (this.#book.isOpen(live))
                this.#begin(live);
        }
    }
    #begin(live, error) {
        const { world, limits, recorder, owner } = this.#world;
        const now = world.clock.now();
        const timeout = attemptTimeout(live.request, live.policy, limits);
        const deadline = timeout > 0 ? new Date(now + timeout).toISOString() : undefined;
        const { attempt, because } = live;
        const isBegun = because === undefined && isChildOf(live.effect, attempt);
        if (!isBegun)
            recorder.append({
                type: 'EFFECT_STARTED',
                data: { effectId: live.effect.effectId, attempt, owner, ...defined({ because, error, deadline }) },
            });
        live.startedAt = now;
        live.stop = undefined;
        world.report({
            type: 'effect-started',
            effectId: live.effect.effectId,
            label: live.request.label,
            attempt,
        });
        if (live.request.kind === 'step') {
            this.steps.begin(live);
            return;
        }
        // A child that goes on has a journal, and a lease, of its own: looking at it costs the parent nothing.
        const { client } = this.#world;
        this.#run(live, isBegun ? Promise.resolve() : client.beforeCommand(live.policy.onLost === 'fail'));
    }
    /** It runs now: waiting for the store has not used up its time. */
    #limit(live) {
        const { agenda, limits, world } = this.#world;
        const timeout = attemptTimeout(live.request, live.policy, limits);
        if (timeout === 0)
            return;
        const reason = `timed out after ${durationText(timeout)}`;
        live.alarms.push(agenda.at(world.clock.now() + timeout, () => this.#stop(live, { kind: 'timeout', reason })));
    }
    /** A child that nobody drives here is cancelled by driving it to its end. */
    stopChild(live, stop) {
        live.stop = stop;
        this.#run(live, Promise.resolve());
        live.abort?.abort({ kind: stop.kind, message: stop.reason });
    }
    #run(live, ready) {
        live.phase = 'starting';
        live.abort = new AbortController();
        this.#commands += 1;
        const { client } = this.#world;
        live.ended = this.#perform(live, ready, live.abort)
            .catch((fault) => client.fault(fault))
            .finally(() => {
            this.#commands -= 1;
            this.#pump();
            client.changed();
        });
    }
    async #perform(live, ready, abort) {
        await Promise.race([ready, fired(abort.signal)]);
        if (!this.#book.isOpen(live))
            return;
        const { client, world, state } = this.#world;
        const isChild = live.request.kind === 'subprocess';
        let outcome = { status: 'stopped', exit: null };
        if (isChild || !abort.signal.aborted) {
            live.phase = 'running';
            this.#limit(live);
            outcome = isChild
                ? await client.runChild(live.request, live.effect.failures, abort.signal)
                : await world.performer.perform(live_effectOf(state, live), executorWorld(this.#world, live, abort.signal));
        }
        this.finished(live, outcome);
    }
    /** An attempt is over. */
    finished(live, outcome) {
        calmDown(live);
        live.phase = 'waiting';
        live.abort = undefined;
        if (this.#book.muted || !this.#book.isOpen(live))
            return;
        if (live.deferred === 'wanted')
            live.deferred = outcome;
        else
            this.conclude(live, outcome);
    }
    /** What the end of an attempt means. Whoever asked first for its end decides; a result that is there counts. */
    conclude(live, outcome) {
        const details = {
            ...(live.startedAt === 0
                ? {}
                : { startedAt: iso(live.startedAt), finishedAt: iso(this.#world.world.clock.now()) }),
            ...defined({ stdoutRef: outcome.stdoutRef, stderrRef: outcome.stderrRef }),
        };
        const { stop } = live;
        live.stop = undefined;
        if (outcome.status === 'ok')
            this.#book.settleOk(live, outcome.value, details);
        else if (outcome.status === 'error')
            this.#failed(live, outcome.error, details, stop);
        else if (stop !== undefined && stop.kind !== 'shutdown')
            this.#stopped(live, outcome, details, stop);
    }
    #stopped(live, outcome, details, stop) {
        if (outcome.exit !== null)
            details.metadata = { exit: outcome.exit };
        const reason = outcome.alive === true ? `${stop.reason}; something of it is still running` : stop.reason;
        if (stop.kind === 'timeout') {
            this.#failed(live, { name: 'TimeoutError', message: reason }, details, stop);
            return;
        }
        this.#book.settleCancelled(live, reason, { ...details, actor: stop.actor, messageId: stop.messageId });
    }
    #failed(live, error, details, stop) {
        const { retry } = live.policy;
        const delay = isRetryable(retry, error) ? nextDelay(retry, live.effect.failures + 1) : undefined;
        if (delay === undefined) {
            if (stop?.kind === 'timeout')
                this.#book.settleCancelled(live, error.message, { ...details, timedOut: true });
            else
                this.#book.settleError(live, error, details);
            return;
        }
        // No further attempt of what somebody wants to end.
        if (stop?.kind === 'cancel') {
            const { actor, messageId } = stop;
            this.#book.settleCancelled(live, stop.reason, { ...details, actor, messageId });
            return;
        }
        const { world, recorder, owner } = this.#world;
        const attempt = live.attempt + 1;
        const { effectId } = live.effect;
        world.report({ type: 'retrying', effectId, label: live.request.label, attempt, delayMs: delay, error });
        if (delay === 0 && !this.#closing) {
            live.attempt = attempt;
            live.because = 'failure';
            this.#begin(live, error);
            return;
        }
        const notBefore = world.clock.now() + delay;
        recorder.append({
            type: 'EFFECT_STARTED',
            data: { effectId, attempt, owner, because: 'failure', error, notBefore: iso(notBefore) },
        });
        this.#later(live, notBefore, attempt);
        this.#world.client.changed();
    }
}
/** Resolves with the signal: what is stopped does not wait for the store. */
function fired(signal) {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

;// CONCATENATED MODULE: ./lib/operations/left-children.js
/** Runs that a run has started and that its process, whose replay came to its end, has not asked for again here. */




/** As effects in hand, to be ended with the run; `known`: those that are in hand already. */
function leftChildren({ state, places }, known) {
    const left = [...state.pending.values()].filter((effect) => state_hasChild(effect) && !known.has(effect.effectId));
    return left.map((effect) => {
        const { inputs = null, ...def } = tasks_definitionOf(places.runDir, effect.request.taskDefRef);
        const request = {
            after: 0,
            waits: 0,
            labels: [],
            argsDigest: '',
            site: '',
            options: {},
            ...effect.request,
            def,
            args: JSON.stringify(inputs),
            shielded: false,
            external: false,
            journaled: true,
        };
        return newLive(request, effect, NO_POLICY, 0);
    });
}

;// CONCATENATED MODULE: ./lib/operations/stopping.js
/** How effects are stopped: one, all of a cancelled run, or whatever runs here when the driver goes. */



class Stopping {
    #book;
    #attempts;
    constructor(book, attempts) {
        this.#book = book;
        this.#attempts = attempts;
    }
    /** What runs is signalled and settles when it is gone; what waits settles at once. Resolves when nothing of it runs. */
    stop(live, stop) {
        if (!this.#book.isOpen(live))
            return Promise.resolve();
        if (isActive(live))
            return this.#signal(live, stop);
        if (stop.kind === 'shutdown')
            return Promise.resolve();
        if (state_hasChild(live.effect)) {
            this.#attempts.stopChild(live, stop);
            return live.ended ?? Promise.resolve();
        }
        this.#book.settleCancelled(live, stop.reason, {
            actor: stop.actor,
            messageId: stop.messageId,
            timedOut: stop.kind === 'timeout',
        });
        return Promise.resolve();
    }
    #signal(live, stop) {
        const already = live.stop;
        // A timeout may be followed by another attempt: a cancel is not lost in it.
        if (already === undefined || stop.kind === 'cancel')
            live.stop = already?.kind === 'cancel' ? already : stop;
        if (already !== undefined)
            return live.ended ?? Promise.resolve();
        if (live.request.kind === 'step')
            return this.#attempts.steps.stop(live, stop);
        live.abort?.abort({ kind: stop.kind, message: stop.reason });
        return live.ended ?? Promise.resolve();
    }
    /**
     * Cancels the given effects, each with a settlement of its own, in step order (E6). All that runs is signalled
     * at once; whatever ends out of order waits for its turn.
     */
    async cancelAll(lives, stop) {
        const open = lives
            .filter((live) => this.#book.isOpen(live) && live.deferred === undefined)
            .sort((a, b) => stepNumber(a.request.stepId) - stepNumber(b.request.stepId));
        const endings = open.map((live) => {
            if (isActive(live) || state_hasChild(live.effect)) {
                live.deferred = 'wanted';
                return this.stop(live, stop);
            }
            // Neither its pause nor its place in the queue brings another attempt.
            calmDown(live);
            this.#attempts.forget(live);
            live.phase = 'waiting';
            return undefined;
        });
        for (const [i, live] of open.entries()) {
            if (endings[i] !== undefined)
                await endings[i];
            const outcome = live.deferred;
            live.deferred = undefined;
            if (!this.#book.isOpen(live))
                continue;
            live.stop = stop;
            this.#attempts.conclude(live, outcome === undefined || outcome === 'wanted' ? { status: 'stopped', exit: null } : outcome);
        }
    }
    /**
     * Ends everything that runs here and settles none of it. `over`: the run ends, so children that wait elsewhere
     * are cancelled with it; otherwise a later driver carries all of it on.
     */
    async leave(lives, over) {
        this.#attempts.close();
        const endings = lives.map((live) => {
            calmDown(live);
            if (live.request.kind === 'step')
                return undefined; // it goes with its worker
            if (over !== undefined && state_hasChild(live.effect)) {
                live.deferred = 'wanted'; // it is withdrawn together with the rest
                return this.stop(live, { kind: 'cancel', reason: over });
            }
            return isActive(live) ? this.stop(live, { kind: 'shutdown', reason: 'the driver stops' }) : undefined;
        });
        await Promise.all(endings);
    }
}

;// CONCATENATED MODULE: ./lib/operations/live-effects.js
/**
 * The effects of a driven run that are not settled. Each is taken up once, waits or is attempted (attempts.ts), and
 * is settled exactly once, by whoever comes first: its end, its deadline, a message, a cancel.
 */






class LiveEffects {
    #all = new Map();
    #world;
    #attempts;
    #stopping;
    /** Waiting `signal` effects by name, in order of request. */
    #signals = new Map();
    #asking = 0;
    /** The drive ends with an error: nothing is journaled any more, whatever still ends. */
    muted = false;
    constructor(world) {
        this.#world = world;
        this.#attempts = new Attempts(world, this, (live, stop) => this.#stop(live, stop));
        this.#stopping = new Stopping(this, this.#attempts);
    }
    noteOf(request) {
        const { world, limits } = this.#world;
        return noteOf(request, world, limits);
    }
    /** Takes up a journaled request. True: the run was cancelled after it was asked for, and it waits for that. */
    open(request) {
        const known = this.#all.get(request.effectId);
        if (known !== undefined) {
            known.request = request; // a worker that was replaced asks again
            if (request.kind === 'step' && this.#attempts.steps.asked(known))
                this.#attempts.next(known);
            return false;
        }
        const { state, rounds } = this.#world;
        const effect = state.effects.get(request.effectId);
        if (effect === undefined || effect.status !== 'requested')
            return false;
        const policy = readPolicy(request);
        const live = newLive(request, effect, 'error' in policy ? NO_POLICY : policy, rounds.of(request.after));
        this.#all.set(request.effectId, live);
        if (state.cancel !== undefined && isHit(live, state.cancel.seq))
            return true;
        // A policy that cannot be read is the failure of the definition, not of the engine.
        if ('error' in policy)
            this.settleError(live, policy.error);
        else
            this.#consider(live);
        return false;
    }
    #consider(live) {
        const { agenda, world, execute } = this.#world;
        const { effect, request } = live;
        if (effect.request.deadline !== undefined) {
            live.alarms.push(agenda.at(Date.parse(effect.request.deadline), () => this.#timeIsUp(live)));
        }
        const standIn = execute ? world.standIn?.(request) : undefined;
        if (standIn === undefined)
            this.#take(live);
        else
            this.#standIn(live, standIn);
    }
    #take(live) {
        const { agenda, world, execute } = this.#world;
        const { request } = live;
        switch (request.kind) {
            case 'hook':
                this.settleOk(live, null);
                return;
            case 'sleep':
                live.alarms.push(agenda.at(wakeOf(request), () => this.settleOk(live, null)));
                return;
            case 'signal':
                this.#awaitSignal(live);
                return;
            case 'breakpoint':
                this.#ask(live);
                return;
            case 'step':
                this.#attempts.steps.asked(live);
                this.#attempts.next(live);
                return;
            default:
                if (execute && !isForOthers(request, world.performer))
                    this.#attempts.next(live);
        }
    }
    /** The deadline of a wait, as the journal has it. */
    #timeIsUp(live) {
        const deadline = Date.parse(live.effect.request.deadline ?? '');
        if (live.request.kind === 'sleep' && deadline >= wakeOf(live.request)) {
            this.settleOk(live, null);
            return;
        }
        const limit = durationText(live.policy.timeoutMs ?? deadline - Date.parse(live.effect.requestedAt));
        if (live.request.kind !== 'breakpoint') {
            this.#stop(live, { kind: 'timeout', reason: `timed out after ${limit}` });
            return;
        }
        this.settleOk(live, {
            approved: false,
            timedOut: true,
            feedback: `nobody answered within ${limit}`,
        });
    }
    #awaitSignal(live) {
        const name = signalName(live);
        const waiting = this.#signals.get(name);
        if (waiting === undefined)
            this.#signals.set(name, new Set([live]));
        else
            waiting.add(live);
        this.signalled(name);
    }
    /** A signal of this name may be there: those who have waited longest take what there is. */
    signalled(name) {
        for (const live of [...(this.#signals.get(name) ?? [])]) {
            const signal = this.#world.state.signals.get(name)?.[0];
            if (signal === undefined)
                return;
            this.settleOk(live, signal.value, { signalSeq: signal.seq, actor: signal.actor });
        }
    }
    #ask(live) {
        const { world, execute, client, state } = this.#world;
        if (world.ask === undefined || !execute)
            return;
        const rules = live.effect.request.policy === undefined ? world.rulesOf?.(live.request) : undefined;
        if (rules !== undefined && 'error' in rules) {
            this.settleError(live, rules.error);
            return;
        }
        const abort = new AbortController();
        live.abort = abort;
        this.#awaited(world.ask(live_effectOf(state, live), abort.signal).then((said) => {
            if (said !== undefined)
                this.settleOk(live, said.answer, { actor: said.actor });
            client.changed();
        }));
    }
    /** Somebody stands in for whoever settles it otherwise: to the driver it is an effect of others. */
    #standIn(live, answer) {
        this.#awaited(answer.then((said) => {
            if (!this.isOpen(live))
                return;
            if (said === undefined)
                return this.#take(live);
            live.request = { ...live.request, external: true };
            if (said.status === 'ok')
                this.settleOk(live, said.value);
            else if (said.status === 'error')
                this.settleError(live, said.error);
            else if (said.status === 'cancelled')
                this.settleCancelled(live, said.reason);
            else if (live.request.kind === 'sleep')
                calmDown(live); // time does not end it either
        }));
    }
    /** The drive does not end as waiting while somebody is asked. */
    #awaited(answer) {
        const { client } = this.#world;
        this.#asking += 1;
        answer
            .catch((error) => client.fault(error))
            .finally(() => {
            this.#asking -= 1;
            client.changed();
        });
    }
    isOpen(live) {
        return live.effect.status === 'requested' && this.#all.get(live.effect.effectId) === live;
    }
    settleOk(live, value, details = {}) {
        if (this.muted || !this.isOpen(live))
            return;
        this.#world.recorder.resolved(live.effect, { status: 'ok', value }, details);
        this.#close(live, 'ok', '');
    }
    settleError(live, error, details = {}) {
        if (this.muted || !this.isOpen(live))
            return;
        this.#world.recorder.resolved(live.effect, { status: 'error', error }, details);
        this.#close(live, 'error', `${error.name}: ${error.message}`);
    }
    settleCancelled(live, reason, details = {}) {
        if (this.muted || !this.isOpen(live))
            return;
        this.#world.recorder.cancelled(live.effect, reason, details);
        this.#close(live, 'cancelled', reason);
    }
    #close(live, status, text) {
        const { world, rounds, client } = this.#world;
        const { effectId, label, kind } = live.request;
        calmDown(live);
        this.#attempts.forget(live);
        live.phase = 'waiting';
        live.abort?.abort({ kind: 'cancel', message: 'it was settled' });
        this.#all.delete(effectId);
        if (kind === 'signal')
            this.#signals.get(signalName(live))?.delete(live);
        rounds.settled(live.round, live.startedAt > 0);
        const ms = live.startedAt === 0 ? 0 : world.clock.now() - live.startedAt;
        world.report({ type: 'settled', effectId, label, kind, status, text, ms });
        client.changed();
    }
    /** Settles an effect with a value from outside (task:post, a message). False: it is not open, or is being done here. */
    post(effectId, outcome, details) {
        const live = this.#all.get(effectId);
        if (live === undefined || !this.isOpen(live) || isActive(live))
            return false;
        if (outcome.status === 'ok')
            this.settleOk(live, outcome.value, details);
        else
            this.settleError(live, outcome.error, details);
        return true;
    }
    /** The run was woken: a child that somebody else has driven may have ended. */
    lookAgain() {
        for (const live of this.#all.values())
            if (waitsForChild(live))
                this.#attempts.next(live);
    }
    /** The worker says how an attempt of a step ended. */
    stepEnded(effectId, attempt, outcome) {
        const live = this.#all.get(effectId);
        if (live !== undefined)
            this.#attempts.steps.ended(live, attempt, outcome);
    }
    workerGone() {
        this.#attempts.steps.workerGone();
    }
    #stop(live, stop) {
        this.#stopping.stop(live, stop).catch((error) => this.#world.client.fault(error));
    }
    stop(effectId, stop) {
        const live = this.#all.get(effectId);
        if (live !== undefined)
            this.#stop(live, stop);
    }
    /** Cancels what was pending when the run's cancel was journaled, outside ctx.shield. */
    cancelAll(stop) {
        const { cancel } = this.#world.state;
        const hit = [...this.#all.values()].filter((live) => cancel !== undefined && isHit(live, cancel.seq));
        return this.#stopping.cancelAll(hit, stop);
    }
    /** Ends what runs here and settles none of it; `over`: the run ends, for this reason. */
    leave(over) {
        const left = over === undefined ? [] : leftChildren(this.#world, this.#all);
        for (const live of left)
            this.#all.set(live.effect.effectId, live);
        const all = [...this.#all.values()];
        for (const { request, abort } of all)
            if (request.kind === 'breakpoint')
                abort?.abort({ kind: 'shutdown', message: 'the driver stops' });
        return this.#stopping.leave(all, over);
    }
    /** Something is done here (steps aside), or somebody is asked. */
    get busy() {
        return this.#attempts.busy || this.#asking > 0;
    }
    get steps() {
        return this.#attempts.steps;
    }
    drain() {
        this.#attempts.drain();
    }
    /** Effects that wait for a later job. */
    get held() {
        return this.#attempts.held;
    }
    requestOf(effectId) {
        return this.#all.get(effectId)?.request;
    }
}

;// CONCATENATED MODULE: ./lib/operations/pending.js



function pendingEffects(state, detailsOf) {
    return [...state.pending.values()].map((effect) => {
        const { kind, taskId, label } = effect.request;
        const { title, external } = detailsOf(effect);
        const wakeAt = wakeAtOf(effect);
        return {
            effectId: effect.effectId,
            kind,
            taskId,
            label,
            title: title ?? label,
            external,
            ...(wakeAt === undefined ? {} : { wakeAt }),
        };
    });
}
/** As the process has just asked for it. */
const asAsked = (live, performer) => ({ effectId, request: recorded }) => {
    const request = live.requestOf(effectId);
    return {
        title: request === undefined ? undefined : breakpoint_shown_titleOf(request.kind, request.def),
        external: request === undefined ? recorded.external === true : isExternal(request, performer),
    };
};
/** As it lies in the run's directory, where nothing of the run is executed. What is damaged there has no title. */
const asRecorded = (runDir) => ({ request }) => ({
    title: titleOf(request.kind, definitionOf(runDir, request.taskDefRef)),
    external: request.external === true,
});
/** ISO time at which time moves it on; undefined: it waits for somebody. */
function wakeAtOf(effect) {
    const times = [effect.request.deadline, effect.starts.at(-1)?.notBefore].filter((time) => time !== undefined);
    return times.sort()[0];
}

;// CONCATENATED MODULE: ./lib/operations/redaction.js
/** Takes secrets out of all that a drive writes, and says so once, whichever thread found the first one. */

const SECRET_WARNING = `Something that looks like a secret is not recorded: ${REDACTED} stands for it in the run, and the process gets that, too`;
function redaction(world) {
    let isSaid = false;
    const redacted = () => {
        if (isSaid)
            return;
        isSaid = true;
        world.report({ type: 'warning', message: SECRET_WARNING });
    };
    return { redact: redactor(world.secrets, redacted), redacted };
}

;// CONCATENATED MODULE: ./lib/operations/rounds.js
/**
 * `max-iterations`: an effect belongs to the round after the last one whose result the process had when it asked.
 * So effects asked for side by side are one round, and a chain of n steps is n rounds, however long each takes.
 */
class Rounds {
    #max;
    /** Settlements that were there before this driver. */
    #before;
    /** Highest round among the results up to each settlement of this driver. */
    #highest = [];
    /** `max` 0: no limit. */
    constructor(max, settlements) {
        this.#max = max;
        this.#before = settlements;
    }
    /** The round of a request that was asked when `after` settlements had been handed over. */
    of(after) {
        if (this.#max === 0)
            return 1;
        return 1 + (this.#highest[Math.min(after - this.#before, this.#highest.length) - 1] ?? 0);
    }
    admits(round) {
        return this.#max === 0 || round <= this.#max;
    }
    /** `done`: it was done here; what people and time settle takes no round. */
    settled(round, done) {
        if (this.#max === 0)
            return;
        this.#highest.push(Math.max(this.#highest.at(-1) ?? 0, done ? round : round - 1));
    }
}

;// CONCATENATED MODULE: ./lib/operations/reopen.js
/** Whether and how a run that failed by itself is opened again (contract §1). */


/** Its definition was refused, and will be whenever it is asked for. */
function isMisdefined({ starts }, errorName) {
    return errorName === 'TaskDefinitionError' || (errorName === 'UsageError' && starts.length === 0);
}
/** True: the run has failed and is opened again. @throws LonghaulError RETRY_REFUSED, saying what it takes */
function mayRetry(state, onCodeChange) {
    const { terminal } = state;
    if (terminal === undefined || terminal.status !== 'failed' || terminal.sealed)
        return false;
    if (terminal.effectId === undefined && !terminal.timedOut && onCodeChange !== 'upgrade') {
        throw new errors/* LonghaulError */.BQ('RETRY_REFUSED', `Run ${state.runId} failed by an error of its own code (${terminal.error?.name}: ${terminal.error?.message})`, {
            hint: 'The same code would fail again: mend it, then `longhaul resume <run> --on-code-change upgrade`.',
        });
    }
    return true;
}
function retryOf({ terminal, effects }) {
    if (terminal === undefined || terminal.status !== 'failed' || terminal.sealed)
        return 'no';
    if (terminal.timedOut)
        return 'anew';
    const effect = effects.get(terminal.effectId ?? '');
    if (effect === undefined || isMisdefined(effect, terminal.error?.name))
        return 'upgrade';
    // A step is code that the run carries, and what it met may lie outside.
    return effect.request.kind === 'step' ? 'either' : 'as-is';
}
/** RUN_FAILED's effect, every effect that failed after it was settled, and what was withdrawn when the run ended. */
function effectsToReopen(state) {
    const { terminal } = state;
    const first = terminal?.effectId === undefined ? undefined : state.effects.get(terminal.effectId);
    const from = first?.settlement?.index ?? Number.POSITIVE_INFINITY;
    const reopened = (effect) => {
        const { settlement, status, dropped } = effect;
        if (settlement === undefined || dropped || status === 'resolved_ok')
            return false;
        return settlement.index >= from || settlement.withdrawn === true;
    };
    return [...state.effects.values()].filter(reopened).map((effect) => effect.effectId);
}
/** ms that each attempt of the run may take; undefined: no limit. */
function runTimeoutOf(state) {
    const deadline = state.created?.deadline;
    if (deadline === undefined)
        return undefined;
    // Said in seconds, and fixed some milliseconds before the run was made.
    return Math.ceil((Date.parse(deadline) - Date.parse(state.createdAt)) / 1000) * 1000;
}
/** RUN_RETRIED; the run's time starts anew. */
function retriedEvent(state, by, effects, dropped, now) {
    const timeout = runTimeoutOf(state);
    const deadline = timeout === undefined ? undefined : new Date(now + timeout).toISOString();
    return { type: 'RUN_RETRIED', data: { actor: by, effects, dropped, ...defined({ deadline }) } };
}

;// CONCATENATED MODULE: ./lib/operations/run-deadlines.js
/** The run's own deadline, and that of its cancel, as the journal has them. */


/** One that has passed ends the run at once, before anything else begins; the run may be watched twice. */
function watchDeadlines(state, { agenda, now, seal }) {
    const endAt = (time, end) => {
        const at = Date.parse(time);
        if (at <= now)
            seal(end);
        else
            agenda.at(at, () => seal(end));
    };
    const { cancel, deadline } = state;
    if (cancel !== undefined)
        endAt(cancel.deadline, { type: 'canceled', reason: cancel.reason });
    if (deadline === undefined)
        return;
    const limit = durationText(runTimeoutOf(state) ?? 0);
    endAt(deadline, { type: 'timed-out', reason: `the run timed out after ${limit}` });
}

;// CONCATENATED MODULE: ./lib/operations/saver.js
/**
 * When the journal goes to the store (protocol E3). A save in flight and the one behind it are shared by all who
 * wait; what nobody waits for follows within ten seconds.
 */

const LATEST = 10_000;
const MINUTE = 60_000;
const PER_MINUTE = 6;
class Saver {
    #save;
    #clock;
    #mode;
    #fault;
    #running;
    #next;
    #later;
    #times = [];
    #saved = false;
    #closed = false;
    /** Commands and steps wait for it beside the store; undefined: no more. */
    #first = Promise.withResolvers();
    /** `clock`: real time unless a test says otherwise; a run's own time may stand still. */
    constructor(options) {
        this.#save = options.save;
        this.#clock = options.clock ?? systemClock;
        this.#mode = options.mode;
        this.#fault = options.fault;
    }
    /** Resolves when the store holds everything journaled before this call. */
    now() {
        if (this.#running === undefined) {
            this.#running = this.#round();
            return this.#running;
        }
        this.#next ??= this.#running.then(() => {
            this.#next = undefined;
            return this.now();
        }, (error) => {
            this.#next = undefined;
            throw error;
        });
        return this.#next;
    }
    /** From now on commands and steps may start: the mail that was there has been read. What it cancels never begins. */
    open() {
        this.#first?.resolve();
        this.#first = undefined;
    }
    /** Resolves when a command may start. `strict`: it never runs ahead of the store. */
    beforeCommand(strict) {
        const durable = this.#durable(strict);
        return this.#first === undefined ? durable : Promise.all([durable, this.#first.promise]).then(() => { });
    }
    #durable(strict) {
        if (strict || this.#mode === 'each' || !this.#saved)
            return this.now();
        const since = this.#clock.now() - MINUTE;
        this.#times = this.#times.filter((time) => time > since);
        if (this.#times.length < PER_MINUTE)
            return this.now();
        this.soon();
        return Promise.resolve();
    }
    /** Resolves when a step of the process may start; undefined: at once (L2: the first save takes the lease). */
    beforeStep() {
        const durable = this.#saved ? undefined : this.now();
        return this.#first === undefined ? durable : Promise.all([durable, this.#first.promise]).then(() => { });
    }
    /** Something was journaled that nobody waits for. */
    soon() {
        if (this.#later !== undefined || this.#closed)
            return;
        this.#later = this.#clock.after(LATEST, () => {
            this.#later = undefined;
            this.now().catch(this.#fault);
        });
    }
    /** No save of its own accord any more; resolves when none is in flight. */
    async close() {
        this.#closed = true;
        this.#later?.();
        this.#later = undefined;
        await (this.#next ?? this.#running)?.catch(() => { }); // whoever waited for it was told
    }
    async #round() {
        this.#later?.();
        this.#later = undefined;
        this.#times.push(this.#clock.now());
        if (this.#times.length > PER_MINUTE)
            this.#times.shift();
        try {
            await this.#save();
            this.#saved = true;
        }
        finally {
            this.#running = undefined;
        }
    }
}

;// CONCATENATED MODULE: ./lib/operations/journal-refs.js


/** Where a run's journal stands on disk just now: what a worker reads. */
function journalRefs(runDir) {
    const names = listEvents(runDir);
    const segments = listSegments(runDir).filter((segment) => segment.to <= names.length);
    return { segments, tail: names.slice(segments.at(-1)?.to ?? 0).map((event) => event.name) };
}

;// CONCATENATED MODULE: ./lib/operations/worker-seat.js
/** The place of the process's worker: started, replaced when a step was left behind in it (E4), ended. */



class WorkerSeat {
    #options;
    #host;
    #first = true;
    /** A step was left behind in it. */
    #tainted = false;
    #closed = false;
    constructor(options) {
        this.#options = options;
    }
    start() {
        const { init, env, limits, message, output, fault, starting } = this.#options;
        starting();
        const again = this.#first ? {} : { journal: journalRefs(init.runDir), shared: undefined, retry: [] };
        const { handleGraceMs, replayGraceMs, loopMs, memoryMb } = limits;
        this.#host = new ProcessHost({ ...init, ...again, handleGraceMs, replayGraceMs }, env, { message, output, lost: (cause, error) => fault(lostError(cause, error)) }, { loopMs, memoryMb });
        this.#first = false;
    }
    /** A new worker replays what the journal holds by now; what came by mail must be in the store before (E3). */
    replace() {
        const old = this.#host;
        this.#host = undefined;
        this.#tainted = false;
        this.#options.gone();
        Promise.all([old?.terminate(), this.#options.saved()])
            .then(() => {
            if (!this.#closed)
                this.start();
        })
            .catch(this.#options.fault);
    }
    /** Nothing more is heard of it. */
    async close() {
        this.#closed = true;
        await this.#host?.terminate();
    }
    /** Quiet: it does nothing until it gets a settlement. */
    get isIdle() {
        return this.#host?.isIdle === true;
    }
    settle(settlements) {
        this.#host?.settle(settlements);
    }
    startStep(effectId, attempt, idempotencyKey) {
        this.#host?.startStep(effectId, attempt, idempotencyKey);
    }
    abortStep(effectId, reason, timedOut) {
        this.#host?.abortStep(effectId, reason, timedOut);
    }
    /** A step ignores its signal: its worker goes when nothing else runs in it, or when it does not answer. */
    abandonStep(effectId) {
        const host = this.#host;
        host?.abandonStep(effectId);
        this.#tainted = true;
        this.refresh();
        if (host === undefined || host !== this.#host)
            return;
        host
            .answers(this.#options.limits.graceMs)
            .then((alive) => {
            if (!alive && host === this.#host && !this.#closed)
                this.replace();
        })
            .catch(this.#options.fault);
    }
    /** Replaces a worker in which something was left behind, once nothing else runs in it. */
    refresh() {
        if (this.#tainted && this.#options.running() === 0)
            this.replace();
    }
}

;// CONCATENATED MODULE: ./lib/operations/drive.js











class Driver {
    effects;
    recorder;
    saver;
    #options;
    #agenda;
    #seat;
    #talk;
    #checking = false;
    #draining = false;
    #holds = 0;
    #dropped = [];
    #result = Promise.withResolvers();
    #over = false;
    constructor(options) {
        this.#options = options;
        const { journal, world, limits, init, env, ownerToken, execute } = options;
        journal.tidyLater();
        const fault = (error) => this.stop(error);
        this.saver = new Saver({ save: () => options.save(), mode: options.saveMode, fault });
        const safety = redaction(world);
        this.recorder = new Recorder(journal, () => this.saver.soon(), safety.redact);
        this.#agenda = new Agenda(world.clock, fault);
        this.effects = new LiveEffects({
            state: journal.state,
            recorder: this.recorder,
            agenda: this.#agenda,
            rounds: new Rounds(limits.maxIterations, journal.state.settlements),
            world,
            redact: safety.redact,
            limits,
            owner: ownerToken,
            places: { runDir: init.runDir, artifactsDir: init.artifactsDir, env },
            execute,
            client: {
                beforeCommand: (strict) => this.saver.beforeCommand(strict),
                beforeStep: () => this.saver.beforeStep(),
                startStep: (effectId, attempt, key) => this.#seat.startStep(effectId, attempt, key),
                abortStep: (effectId, reason, timedOut) => this.#seat.abortStep(effectId, reason, timedOut),
                abandonStep: (effectId) => this.#seat.abandonStep(effectId),
                runChild: (request, failures, signal) => options.runChild(request, failures, signal),
                changed: () => this.#check(),
                fault,
            },
        });
        this.#seat = new WorkerSeat({
            init: { ...init, journal: options.refs, shared: options.shared, retry: options.retry },
            env: { ...env, ...options.processEnv },
            limits,
            starting: () => {
                this.#talk.restart();
                this.recorder.restart();
            },
            gone: () => this.effects.workerGone(),
            saved: () => this.saver.now(),
            running: () => this.effects.steps.running,
            message: (message) => this.#guard(() => this.#talk.receive(message)),
            output: (stream, text) => world.report({ type: 'console', stream, text }),
            fault,
        });
        this.#talk = new Conversation({
            journal,
            world,
            ...safety,
            recorder: this.recorder,
            saver: this.saver,
            effects: this.effects,
            seat: this.#seat,
            entry: init.entry.path,
            restartAfterEach: options.restartAfterEach,
            over: () => this.#over,
            replayed: (dropped) => this.#onReplayed(dropped),
            ready: () => options.onReady(),
            cancelled: () => this.#cancelAll(),
            code: ({ files }) => options.onCode(files),
            diverged: ({ facts }) => void options.explain(facts).then(fault, fault),
            ended: (end) => this.#done(end, undefined),
            changed: () => this.#check(),
            fault,
        });
    }
    /** Resolves when the process has ended or nothing can be done here any more. @throws LonghaulError of the engine */
    run() {
        if (!this.#over)
            this.#seat.start();
        return this.#result.promise;
    }
    /** Ends the drive in good order: commands are stopped, nothing is settled. */
    shutdown() {
        this.#leave('shutdown');
    }
    /** Begins nothing new; ends the drive in good order when what runs has ended. */
    drain() {
        if (this.#over || this.#draining)
            return;
        this.#draining = true;
        this.effects.drain();
        this.#check();
    }
    /** Ends the drive with an error: commands are stopped, nothing more is journaled. */
    stop(error) {
        if (this.#over)
            return; // the first error is the one reported
        this.#end();
        this.effects.muted = true;
        const fail = () => this.#result.reject(error);
        Promise.all([this.#seat.close(), this.effects.leave()]).then(fail, fail);
    }
    /** While somebody holds it, the drive does not end as waiting: mail is being read. */
    hold() {
        this.#holds += 1;
        return () => {
            this.#holds -= 1;
            this.#check();
        };
    }
    /** Ends the run from outside: the process is not asked. */
    seal(end) {
        // Somebody's words, perhaps with a secret of this job in them.
        this.#done(this.recorder.clean(end), undefined);
    }
    stopEffect = (effectId, stop) => this.effects.stop(effectId, stop);
    /** Cancels the run (E6): every pending effect is rejected once; the process may clean up until the grace ends. */
    cancelRun(reason, actor, messageId) {
        if (this.#over)
            return;
        const { journal, limits, world } = this.#options;
        if (journal.state.cancel !== undefined) {
            this.seal({ type: 'canceled', reason, actor, messageId });
            return;
        }
        // What ignores SIGTERM takes none of the time that the process has for its clean-up.
        const { busy, steps } = this.effects;
        const stopping = busy || steps.running > 0 ? limits.graceMs : 0;
        const deadline = new Date(world.clock.now() + stopping + limits.cancelGraceMs).toISOString();
        this.recorder.append({
            type: 'RUN_CANCEL_REQUESTED',
            data: { reason, ...defined({ actor, messageId }), deadline },
        });
        this.#cancelAll();
        this.#watchDeadlines();
    }
    #end() {
        this.#over = true;
        this.#agenda.close();
    }
    #done(end, stopped) {
        if (this.#over)
            return;
        this.#end();
        const { journal } = this.#options;
        const pending = end === undefined
            ? pendingEffects(journal.state, asAsked(this.effects, this.#options.world.performer))
            : [];
        // What asks no more is not heard either: the worker goes first.
        this.#seat.close().then(() => this.#result.resolve({ end, stopped, pending, dropped: this.#dropped }), (error) => this.#result.reject(error));
    }
    #leave(stopped) {
        if (this.#over)
            return;
        this.effects.leave().then(() => this.#done(undefined, stopped), (error) => this.stop(error));
    }
    #guard(work) {
        try {
            work();
        }
        catch (error) {
            this.stop(error);
        }
    }
    #onReplayed(dropped) {
        this.#dropped = dropped;
        const retried = this.#options.journal.state.terminal !== undefined;
        if (!retried)
            this.#watchDeadlines();
        if (this.#over)
            return;
        this.#options.onReplayed(dropped);
        if (retried)
            this.#watchDeadlines(); // its time has started anew
    }
    #watchDeadlines() {
        const { journal, world } = this.#options;
        watchDeadlines(journal.state, {
            agenda: this.#agenda,
            now: world.clock.now(),
            seal: (end) => this.seal(end),
        });
    }
    #cancelAll() {
        const { cancel } = this.#options.journal.state;
        if (cancel === undefined)
            return;
        const { reason, actor, messageId } = cancel;
        const go = this.hold();
        this.effects
            .cancelAll({ kind: 'cancel', reason, actor, messageId })
            .then(go, (error) => this.stop(error));
    }
    /** Looks once, after everything that happens now has happened, whether anything is left to do here. */
    #check() {
        if (this.#checking || this.#over)
            return;
        this.#checking = true;
        setImmediate(() => {
            this.#checking = false;
            this.#guard(() => this.#look());
        });
    }
    #look() {
        if (this.#over)
            return;
        const { effects } = this;
        this.#seat.refresh();
        this.#talk.pump();
        this.#options.journal.tidy();
        if (this.#holds > 0 || !this.#seat.isIdle || this.recorder.waiting > 0)
            return;
        const { world, journal } = this.#options;
        const stuck = this.#talk.stuckSteps.length > 0 && effects.steps.running === this.#talk.stuckSteps.length;
        const timed = effects.steps.timed || this.#isTimeNear();
        if (effects.busy || (effects.steps.running > 0 && !stuck) || (timed && !this.#draining)) {
            if (effects.steps.running === 0 || stuck)
                world.clock.idle?.();
            return;
        }
        if (stuck) {
            this.stop(stuckStepsError(this.#talk.stuckSteps));
            return;
        }
        if (effects.held > 0 || (timed && this.#draining)) {
            this.#leave(this.#draining ? 'time-limit' : 'iterations');
            return;
        }
        if (journal.state.pending.size === 0) {
            this.stop(stuckError('the process is waiting for something that is not an effect'));
            return;
        }
        this.#done(undefined, 'waiting');
    }
    /** A sleep, a pause or a deadline is so near that this job waits for it. */
    #isTimeNear() {
        const { world, limits, execute } = this.#options;
        const { next } = this.#agenda;
        return next !== undefined && next - world.clock.now() <= (execute ? limits.waitInJobMs : 0);
    }
}

;// CONCATENATED MODULE: ./lib/operations/ending.js
/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */






/**
 * Journals the end of a run in one batch. Commands must have been stopped before.
 * @param passedOn stands right before the end: others are told of it
 */
function journalEnd(journal, end, passedOn) {
    const withdrawn = end.type === 'sealed'
        ? []
        : [...journal.state.pending.values()].map((effect) => cancellation(effect, withdrawalReason(end), { withdrawn: true }));
    const { event, files } = terminalEvent(journal, end);
    journal.append([...withdrawn.map((made) => made.event), ...(passedOn === undefined ? [] : [passedOn]), event], [...withdrawn.flatMap((made) => made.files), ...files]);
}
/** What whoever watches is told beside the end itself; none of it changes how the run ended (S4). */
function warningsOf(end) {
    const warnings = end.type === 'returned' ? end.warnings : [];
    const failures = 'cleanupErrors' in end ? end.cleanupErrors : [];
    return [...warnings, ...failures.map(({ message }) => `a clean-up failed: ${message}`)];
}
function withdrawalReason(end) {
    return end.type === 'canceled' || end.type === 'timed-out'
        ? end.reason
        : 'withdrawn: the process ended before it was done';
}
function terminalEvent(journal, end) {
    const { run, state } = journal;
    switch (end.type) {
        case 'returned': {
            const text = jsonText(JSON.parse(end.output));
            const data = {
                outputRef: OUTPUT_REF,
                outputDigest: sha256(text),
                ...attached(end.cleanupErrors),
            };
            return {
                event: { type: 'RUN_COMPLETED', data },
                files: [{ path: OUTPUT_REF, text, replace: true }],
            };
        }
        case 'threw':
            return { event: failed(threwData(end, state)), files: [] };
        case 'halted': {
            const data = {
                reason: end.reason,
                payload: JSON.parse(end.payload),
                ...attached(end.cleanupErrors),
            };
            return { event: { type: 'RUN_HALTED', data }, files: [] };
        }
        case 'canceled': {
            const error = { name: 'RunCanceledError', message: end.reason };
            const by = defined({ actor: end.actor, messageId: end.messageId });
            return { event: failed({ error, canceled: true, errorClass: 'cancelled', ...by }), files: [] };
        }
        case 'timed-out': {
            const error = { name: 'RunTimeoutError', message: end.reason };
            return { event: failed({ error, timedOut: true, errorClass: 'transient' }), files: [] };
        }
        case 'sealed':
            return { event: sealEvent(run, end), files: [] };
    }
}
const failed = (data) => ({ type: 'RUN_FAILED', data });
const attached = (cleanupErrors) => cleanupErrors.length === 0 ? {} : { cleanupErrors };
/** The primary error is the one reported; what failed in its wake is attached (S3). */
function threwData({ error, effectId, cleanupErrors }, state) {
    const canceled = state.cancel !== undefined;
    const failures = cleanupErrors.map(({ message }) => `clean-up failed: ${message}`);
    return {
        error,
        ...defined({ effectId }),
        ...(canceled ? { canceled } : {}),
        errorClass: canceled ? 'cancelled' : classOf(error, state.effects.get(effectId ?? '')),
        ...attached(cleanupErrors),
        ...(failures.length === 0 ? {} : { detail: [error.message, ...failures].join('; ') }),
    };
}
/** What the run died of, and whether the same code may succeed another time (R6). */
function classOf({ name }, effect) {
    if (name === 'EffectCancelledError')
        return 'cancelled';
    if (name === 'DivergenceError')
        return 'diverged';
    return effect === undefined || isMisdefined(effect, name) ? 'permanent' : 'transient';
}
/** A seal says by itself who set it, why, and that it is no natural end (H4, H5, H11). */
function sealEvent(run, end) {
    const { finalStatus, reason, actor, messageId, source } = end;
    const seal = {
        manual_seal_reason: reason,
        completionProof: completionProofOf(run),
        synthetic: true,
        ...defined({ actor, messageId, source }),
    };
    if (finalStatus === 'completed')
        return { type: 'RUN_COMPLETED', data: seal };
    return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}

;// CONCATENATED MODULE: ./lib/version.js
/** Version of the engine, recorded in every run; a test holds it to package.json. */
const VERSION = '0.1.0';

;// CONCATENATED MODULE: ./lib/operations/engine-version.js
/** Which engine may carry a run on (contract §2). */


/** Any later version of the same major carries an older run on; an older engine refuses a newer run. @throws LonghaulError ENGINE_TOO_OLD */
function refuseNewerEngine(state) {
    const made = state.created?.engine;
    if (made === undefined)
        return;
    const [major = 0, minor = 0, patch = 0] = made.split('.').map(Number);
    const [ours = 0, oursMinor = 0, oursPatch = 0] = VERSION.split('.').map(Number);
    const newer = major !== ours || minor > oursMinor || (minor === oursMinor && patch > oursPatch);
    if (!newer)
        return;
    throw new errors/* LonghaulError */.BQ('ENGINE_TOO_OLD', `Run ${state.runId} was made by Longhaul ${made}; this is ${VERSION}`, {
        hint: `Carry it on with Longhaul ${major}.x, ${made} or later.`,
    });
}

;// CONCATENATED MODULE: ./lib/operations/external.js
/** External effects: done by other jobs or machines. A job takes them before it lists them (protocol E5). */



/** Kinds that nobody is sent to do: people, time and the engine itself see to them. */
const NOT_SENT = new Set(['breakpoint', 'sleep', 'signal', 'subprocess', 'step', 'hook']);
/** Jobs of one matrix, by GitHub’s limit. */
const MOST = 256;
const isSentOut = (request) => request.external === true && !NOT_SENT.has(request.kind);
function planOf(state, effect, effects) {
    const request = effects.requestOf(effect.effectId);
    const policy = request === undefined ? NO_POLICY : readPolicy(request);
    return nextAttempt(state, effect, effect.request.label, 'error' in policy ? NO_POLICY : policy);
}
/** Settles what was lost with its workflow run once too often (`onLost`), so that the process hears of it. */
async function settleLost(state, effects, { owner, isAlive }) {
    for (const effect of [...state.pending.values()]) {
        const before = currentStart(state, effect)?.owner;
        if (!isSentOut(effect.request) || before === undefined || before === owner)
            continue;
        const next = planOf(state, effect, effects);
        if (next.type === 'lost' && !(await isAlive(before)))
            effects.post(effect.effectId, { status: 'error', error: next.error }, {});
    }
}
/**
 * Journals that this owner takes the external effects that no living owner has. Returns what is pending without the
 * effects of others, and of these the ones that the owner has by now: as many as one matrix holds. Without an owner
 * nothing is taken, and these are the ones that somebody has to take.
 */
async function claimExternal(journal, pending, effects, { owner, isAlive }) {
    const { state } = journal;
    const alive = new Map();
    const listed = [];
    const sentOut = [];
    for (const effect of pending) {
        const known = isSentOut(effect) ? state.effects.get(effect.effectId) : undefined;
        if (known === undefined) {
            listed.push(effect);
            continue;
        }
        const before = currentStart(state, known)?.owner;
        const isOthers = before !== undefined && before !== owner;
        if (isOthers && !alive.has(before))
            alive.set(before, await isAlive(before));
        if (isOthers && alive.get(before) === true)
            continue;
        listed.push(effect);
        if (sentOut.length >= MOST)
            continue;
        const isToBeTaken = owner !== undefined && before !== owner;
        if (isToBeTaken && !claim(journal, known, planOf(state, known, effects), owner))
            continue;
        sentOut.push({ ...effect, ...runnerOf(effects.requestOf(effect.effectId)) });
    }
    return { pending: listed, sentOut };
}
function runnerOf(request) {
    const metadata = request?.def.metadata;
    const runsOn = decode_isObject(metadata) ? metadata['runs-on'] : undefined;
    return typeof runsOn === 'string' && runsOn !== '' ? { runsOn } : {};
}
/** False: it was lost once too often a moment ago, and the next drive settles it. */
function claim(journal, { effectId }, next, owner) {
    if (next.type === 'lost')
        return false;
    const because = next.type === 'begin' && next.because !== undefined ? { because: next.because } : {};
    const data = { effectId, attempt: next.attempt, owner, ...because };
    journal.append([{ type: 'EFFECT_STARTED', data }]);
    return true;
}

;// CONCATENATED MODULE: ./lib/journal/final.js
/** final.json: how an attempt of a run ended, for programs that wait for a file. */






/** Why it ended otherwise than by success; '' when there is nothing to say. */
function failureReason(terminal) {
    if (terminal.status === 'completed')
        return '';
    if (terminal.reason !== undefined)
        return terminal.reason;
    const { error } = terminal;
    return error === undefined ? '' : `${error.name}: ${error.message}`;
}
/** Whether the same code may succeed another time; undefined: the run did not end with an error. */
function errorClassOf(terminal) {
    if (terminal.error === undefined)
        return undefined;
    if (terminal.errorClass !== undefined)
        return terminal.errorClass;
    if (terminal.status === 'canceled')
        return 'cancelled';
    return terminal.timedOut || terminal.effectId !== undefined ? 'transient' : 'permanent';
}
/** What final.json says of a run; undefined while it has not ended. `commit` '' outside git. */
function finalOf(state, commit) {
    const { terminal } = state;
    if (terminal === undefined)
        return undefined;
    const reason = failureReason(terminal);
    const errorClass = errorClassOf(terminal);
    return {
        timestamp: terminal.at,
        status: ENDINGS[terminal.status].final,
        run_id: state.runId,
        final_git_commit_sha: commit,
        ...(reason !== '' && { failure_reason: reason }),
        attempt: state.attempt,
        ...(errorClass !== undefined && { error_class: errorClass }),
        ...(terminal.error !== undefined && {
            error: { name: terminal.error.name, message: terminal.error.message },
        }),
        ...(terminal.cleanupErrors !== undefined && {
            attached_errors: terminal.cleanupErrors.map(({ name, message }) => `clean-up failed: ${name}: ${message}`),
        }),
    };
}
/** Durable and whole when it returns. Throws what the file system says. */
function writeFinal(runDir, final) {
    writeAtomic(layout_paths.final(runDir), jsonText(final));
}
/**
 * undefined when there is none, or it is no final.json. An older attempt's says so in `attempt`. Throws LonghaulError
 * (UNKNOWN_STATUS).
 */
function readFinal(runDir) {
    const path = layout_paths.final(runDir);
    const final = decode_parseJson(reader_readIfThere(path) ?? '');
    if (!decode_isObject(final) || typeof final.status !== 'string' || typeof final.run_id !== 'string')
        return undefined;
    return { ...final, status: finalStatus(final.status, path) };
}

;// CONCATENATED MODULE: ./lib/journal/progress.js
/** progress.ndjson: one JSON object a line, append-only, safe to tail. */








const TAIL_BYTES = 64 * 1024;
// Drawn a block at a time: three lines a step would otherwise ask the system for randomness three times.
let progress_drawn = Buffer.alloc(0);
function lineId() {
    if (progress_drawn.length === 0)
        progress_drawn = (0,external_node_crypto_namespaceObject.randomBytes)(1024);
    const id = progress_drawn.toString('hex', 0, 4);
    progress_drawn = progress_drawn.subarray(4);
    return id;
}
/** ms that a line may wait for others: three lines a step would otherwise be three writes. */
const LINGER = 20;
class ProgressLog {
    #path;
    #runDir;
    #runId;
    #now;
    #mended = false;
    /** Lines that are not written yet. */
    #lines = '';
    #flushing;
    /** Kept open while a run is driven: three lines a step would otherwise open the file three times. */
    #fd;
    constructor(runDir, runId, now = Date.now) {
        this.#path = layout_paths.progress(runDir);
        this.#runDir = runDir;
        this.#runId = runId;
        this.#now = now;
    }
    /** Best effort: a full disk or a closed file never fails the run, and a kill takes the lines of its last moment. */
    write(event, fields = {}) {
        const line = { event, ...fields, run_id: this.#runId, id: lineId(), ts: this.#ts() };
        this.#lines += `${JSON.stringify(line)}\n`;
        this.#flushing ??= setTimeout(() => this.#flush(), LINGER);
    }
    #flush() {
        clearTimeout(this.#flushing);
        this.#flushing = undefined;
        const lines = this.#lines;
        this.#lines = '';
        if (lines === '')
            return;
        try {
            this.#append(lines);
        }
        catch {
            // Progress is for those who watch; the journal has it all.
        }
    }
    /**
     * The last line of an attempt that ended. Written once: its id is made of the event that ended the run, so
     * whoever comes after a kill adds it only when it is missing. Returns whether it was added. Throws
     * LonghaulError (NO_FINAL) when final.json does not stand for this ending, and what the file system says:
     * without this line the run does not count as announced.
     */
    end(state) {
        this.#flush();
        const { terminal } = state;
        const final = readFinal(this.#runDir);
        if (terminal === undefined || final === undefined || final.timestamp !== terminal.at) {
            throw new errors/* LonghaulError */.BQ('NO_FINAL', `Run ${this.#runId} has no final.json for its end; no last line is written`, {
                path: layout_paths.final(this.#runDir),
            });
        }
        if (this.#hasEnd(terminal))
            return false;
        const { line, final: status } = ENDINGS[terminal.status];
        const reason = failureReason(terminal);
        const last = {
            event: line,
            status,
            run_id: this.#runId,
            ...(status !== 'success' && reason !== '' && { reason }),
            id: this.#endId(terminal),
            ts: this.#ts(),
        };
        this.#append(`${JSON.stringify(last)}\n`, true);
        return true;
    }
    /** Whether the last line of the attempt that has ended is there; of a file that cannot be read it is not. */
    isOver({ terminal }) {
        try {
            return terminal !== undefined && this.#hasEnd(terminal);
        }
        catch {
            return false;
        }
    }
    #hasEnd(terminal) {
        const id = this.#endId(terminal);
        return this.#tail().some((line) => line.id === id);
    }
    #endId({ ulid }) {
        return sha256(`${this.#runId} ${ulid}`).slice(0, 8);
    }
    #ts() {
        return new Date(this.#now()).toISOString();
    }
    #append(lines, durable = false) {
        this.#fd ??= (0,external_node_fs_namespaceObject.openSync)(this.#path, 'a+');
        if (!this.#mended)
            mend(this.#fd);
        this.#mended = true;
        // In one write, so that lines of several writers do not mix.
        (0,external_node_fs_namespaceObject.writeSync)(this.#fd, lines);
        if (durable)
            (0,external_node_fs_namespaceObject.fsyncSync)(this.#fd);
    }
    /** A later line opens the file again. */
    close() {
        this.#flush();
        if (this.#fd !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(this.#fd);
        this.#fd = undefined;
    }
    #tail() {
        let fd;
        try {
            fd = (0,external_node_fs_namespaceObject.openSync)(this.#path, 'r');
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return [];
            throw error;
        }
        try {
            return readTail(fd)
                .split('\n')
                .flatMap((line) => decode_parseJson(line) ?? []);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        }
    }
}
function readTail(fd) {
    const { size } = (0,external_node_fs_namespaceObject.fstatSync)(fd);
    const length = Math.min(size, TAIL_BYTES);
    const bytes = Buffer.alloc(length);
    (0,external_node_fs_namespaceObject.readSync)(fd, bytes, 0, length, size - length);
    return bytes.toString('utf8');
}
/** A kill in the middle of a line: a whole line gets its newline, a torn one is cut off. */
function mend(fd) {
    const tail = readTail(fd);
    if (tail === '' || tail.endsWith('\n'))
        return;
    const last = tail.slice(tail.lastIndexOf('\n') + 1);
    if (decode_parseJson(last) !== undefined)
        (0,external_node_fs_namespaceObject.writeSync)(fd, '\n');
    else
        (0,external_node_fs_namespaceObject.ftruncateSync)(fd, (0,external_node_fs_namespaceObject.fstatSync)(fd).size - Buffer.byteLength(last));
}

;// CONCATENATED MODULE: ./lib/operations/final.js
/** The terminal contract (contract §1): final.json, then the save, then the last line of progress.ndjson. */





/**
 * Writes final.json for the end that the journal holds; call it before the save. Nothing while the run goes on,
 * and nothing when the file stands for this very end already.
 * @throws LonghaulError (PERSIST_FAILED): such an end is not announced (T10)
 */
function persistFinal(journal, workspace) {
    const final = finalOf(journal.state, commitOf(workspace));
    if (final === undefined)
        return;
    try {
        const written = readFinal(journal.runDir);
        const stands = written?.timestamp === final.timestamp &&
            written.attempt === final.attempt &&
            written.status === final.status;
        if (!stands)
            writeFinal(journal.runDir, final);
    }
    catch (cause) {
        throw behind(journal.state, cause, {
            code: 'PERSIST_FAILED',
            what: 'final.json could not be written',
            path: layout_paths.final(journal.runDir),
            hint: 'The journal has the end of the run. Mend the cause and resume: what is missing is written then.',
        });
    }
}
/**
 * The last save of a session gives the lease back. The run's own failure stays the first thing said, whatever else
 * fails (S5).
 */
async function saveLast(lease, { runId, terminal }, what) {
    try {
        await lease.save({ ...what, last: true });
    }
    catch (error) {
        if (terminal === undefined || error instanceof errors/* LeaseLostError */.Jd)
            throw error;
        const why = `saving run ${runId} failed: ${error.message}`;
        throw new NotSavedError(terminal.error === undefined ? why : `${terminal.error.name}: ${terminal.error.message}; ${why}`, terminal.error, error);
    }
}
/**
 * The save that makes an end durable: where it is a push, who tails the stream hears of it before the last line (T2),
 * and of nothing after that.
 */
async function saveEnd(run, lease, what) {
    const { state } = lease.journal;
    const stream = new ProgressLog(run.runDir, run.runId);
    const log = run.place === undefined || stream.isOver(state) ? undefined : stream;
    log?.write('git_push_start');
    try {
        await saveLast(lease, state, what);
        log?.write('git_push_ok');
    }
    catch (error) {
        log?.write('git_push_failed');
        throw error;
    }
    finally {
        log?.close();
    }
}
/** The run has ended and no durable copy could be made: nothing was announced. */
class NotSavedError extends errors/* LonghaulError */.BQ {
    /** What the run itself died of. */
    primary;
    constructor(message, primary, cause) {
        super('NOT_SAVED', message, {
            cause,
            hint: 'The run directory holds the end of the run; resume to make it durable.',
        });
        this.name = 'NotSavedError';
        this.primary = primary;
    }
}
/**
 * Appends the terminal line, once for each attempt that ended; call it after the save, and for an ended run that may
 * lack it. @throws LonghaulError (ANNOUNCE_FAILED): readers of the stream do not know the end yet
 */
function announceEnd(journal) {
    if (journal.state.terminal === undefined)
        return;
    const log = new ProgressLog(journal.runDir, journal.state.runId);
    try {
        log.end(journal.state);
    }
    catch (cause) {
        throw behind(journal.state, cause, {
            code: 'ANNOUNCE_FAILED',
            what: 'the last line of progress.ndjson could not be written',
            path: layout_paths.progress(journal.runDir),
            hint: 'The end of the run is saved. Mend the cause and resume: the line is written then.',
        });
    }
    finally {
        log.close();
    }
}
/** What the run died of comes first; what went wrong in its wake is attached (S5). */
function behind({ terminal }, cause, { code, what, path, hint }) {
    const reason = terminal === undefined ? '' : failureReason(terminal);
    const primary = reason === '' ? '' : `${reason}; `;
    return new errors/* LonghaulError */.BQ(code, `${primary}${what}: ${cause.message}`, { path, hint, cause });
}

;// CONCATENATED MODULE: ./lib/operations/mail.js



/** It has been set in motion, and is not recorded yet: the message stays where it is until then. */
const WORKING = Symbol('working');
const refusal = (message, text) => ({ messageId: message.id, done: false, text });
const done = (message) => ({ messageId: message.id, done: true, text: doneText(message) });
function doneText(message) {
    switch (message.kind) {
        case 'wake':
            return 'woke the run';
        case 'signal':
            return `signal ${message.name} was recorded`;
        case 'cancel':
            return message.effectId === undefined
                ? 'the run is being cancelled'
                : `effect ${message.effectId} was cancelled`;
        case 'halt':
            return 'sealed the run';
        case 'result':
            return `effect ${message.effectId} was settled`;
        case 'decide':
            return `comment ${message.commentId} was recorded`;
    }
}
/** M3: a message is for one attempt of the run; and an ended run takes none (M4). */
function answeredByRun(state, message) {
    if (state.messages.has(message.id))
        return done(message);
    if (message.attempt < state.attempt)
        return refusal(message, `was for attempt ${message.attempt}; the run is at attempt ${state.attempt}`);
    if (state.terminal !== undefined && message.kind !== 'wake')
        return refusal(message, `the run is over (${statusOf(state)})`);
    return undefined;
}
/** Acts on a message. `driver`: who drives the run here; undefined: the journal is in our hands, nothing runs. */
function applyMessage(journal, driver, message, talk) {
    const answered = answeredByRun(journal.state, message);
    if (answered !== undefined)
        return answered;
    const by = defined({ actor: message.actor, messageId: message.id });
    switch (message.kind) {
        case 'wake':
            driver?.effects.lookAgain();
            return done(message);
        case 'signal':
            return signal(journal, driver, message.name, { type: 'SIGNAL_RECEIVED', data: { name: message.name, value: message.value, ...by } }, message);
        case 'cancel':
            return message.effectId === undefined
                ? cancelRun(journal, driver, message, by)
                : cancelEffect(journal, driver, message.effectId, message.reason, message, by);
        case 'halt': {
            const end = {
                type: 'sealed',
                finalStatus: message.finalStatus,
                reason: message.reason,
                actor: message.actor,
                messageId: message.id,
                source: message.source,
            };
            driver?.seal(end);
            return WORKING; // without a driver it stays: whoever halts a run that nobody drives seals it by himself
        }
        case 'result':
            return result(journal, driver, message, by, talk);
        case 'decide':
            if (driver === undefined)
                return WORKING; // for whoever drives it
            return talk === undefined
                ? refusal(message, 'comments decide only where GitHub can be asked about them')
                : talk.decide(message, driver);
    }
}
function signal(journal, driver, name, event, message) {
    const recorder = driver?.recorder ?? new Recorder(journal);
    const [written] = journal.append([recorder.clean(event)]);
    if (driver !== undefined)
        driver.effects.signalled(name);
    else {
        const taker = [...journal.state.pending.values()].find((effect) => effect.request.kind === 'signal' && effect.request.label === name);
        const { value, actor } = event.data;
        if (taker !== undefined && written !== undefined) {
            recorder.resolved(taker, { status: 'ok', value }, { signalSeq: written.seq, actor, messageId: message.id });
        }
    }
    return done(message);
}
function cancelEffect(journal, driver, effectId, reason, message, by) {
    const effect = journal.state.effects.get(effectId);
    if (effect === undefined)
        return refusal(message, `effect ${effectId} was not found`);
    const closed = closedText(effect);
    if (closed !== undefined)
        return refusal(message, closed);
    // A run of its own has clean-up of its own to do: that takes a driver.
    if (driver === undefined && state_hasChild(effect))
        return WORKING;
    if (driver !== undefined)
        driver.effects.stop(effectId, { kind: 'cancel', reason, ...by });
    else
        new Recorder(journal).cancelled(effect, reason, by);
    // What runs is signalled, and settled when it is gone.
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
/** Why an effect takes nothing any more; undefined: it does. */
function closedText({ effectId, status, dropped }) {
    if (status !== 'requested')
        return `effect ${effectId} is already ${status}`;
    return dropped ? `effect ${effectId} was not asked for again after a retry` : undefined;
}
function cancelRun(journal, driver, message, by) {
    // What cleans up is the process: it stays for the next driver.
    driver?.cancelRun(message.reason, by.actor, by.messageId);
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
function result(journal, driver, message, by, talk) {
    const effect = journal.state.effects.get(message.effectId);
    if (effect === undefined)
        return refusal(message, `effect ${message.effectId} was not found`);
    const closed = closedText(effect);
    if (closed !== undefined)
        return refusal(message, closed);
    // Where people can be asked, a message in their stead is none, whoever dropped it.
    if (effect.request.kind === 'breakpoint' && talk !== undefined)
        return refusal(message, `${effect.request.label} is a breakpoint: only a comment or a review decides it`);
    if (message.effectAttempt < attemptOf(effect))
        return refusal(message, `the result is of attempt ${message.effectAttempt}, and a later one was started`);
    const outcome = message.outcome.status === 'ok'
        ? message.outcome
        : { status: 'error', error: message.outcome.error };
    const problem = outcome.status === 'ok' ? answerProblem(journal.runDir, effect, outcome.value) : undefined;
    if (problem !== undefined)
        return refusal(message, `${effect.request.label} was not decided: ${problem}`);
    if (driver === undefined)
        new Recorder(journal).resolved(effect, outcome, by);
    else if (!driver.effects.post(message.effectId, outcome, by))
        return refusal(message, `effect ${message.effectId} takes no result now`);
    return done(message);
}
/**
 * Acts on what was read of a mailbox. `names`: to be deleted once the store holds what they did (M2); `working`: set
 * in motion, and not recorded yet.
 */
function applyMail(journal, driver, { mail, duplicates, invalid }, talk) {
    const receipts = [];
    const names = [...duplicates, ...invalid.map((i) => i.name)];
    const working = [];
    for (const one of mail) {
        const answer = applyMessage(journal, driver, one.message, talk);
        if (answer === WORKING) {
            working.push(one);
            continue;
        }
        receipts.push(answer);
        names.push(one.name);
    }
    for (const { name, why } of invalid)
        receipts.push({ messageId: name, done: false, text: `is no message: ${why}` });
    return { receipts, names, working };
}
/**
 * The run is over: what lies in its mailbox is answered and deleted, without the lease (M4). What is for a later
 * attempt stays: somebody has reopened the run since `state`. `troubles`: who could not be answered, and may be later.
 */
async function answerLateMail(run, late) {
    const { mail, duplicates, invalid } = await run.mailbox.read();
    const receipts = [];
    const troubles = [];
    const names = [...duplicates, ...invalid.map((i) => i.name)];
    // Most find nothing: the journal is read for those who do.
    const state = mail.length === 0 ? undefined : run.load().state;
    for (const { name, message } of mail) {
        if (state === undefined || message.attempt > state.attempt)
            continue;
        try {
            if (message.kind === 'decide' && !state.messages.has(message.id))
                await late?.(message, state);
        }
        catch (error) {
            troubles.push(`comment ${message.id} came too late and could not be answered: ${error.message}`);
            continue;
        }
        receipts.push(answeredByRun(state, message) ?? done(message));
        names.push(name);
    }
    if (names.length > 0)
        await run.mailbox.delete(names);
    return { receipts, troubles };
}

;// CONCATENATED MODULE: ./lib/operations/mail-reader.js

/** How often the lease is looked at, and whether what was set in motion is recorded by now, ms. */
const TICK = 500;
class MailReader {
    receipts = [];
    #run;
    #lease;
    #journal;
    #driver;
    #talk;
    /** Names of messages that were dealt with here. */
    #tried;
    #warn;
    /** Acted on, and recorded only when what they stop has ended. */
    #working = [];
    /** Recorded, and to be deleted by the next save. */
    #recorded = [];
    #timer;
    #unwatch;
    #reading = Promise.resolve();
    #hasLooked = false;
    constructor(options) {
        this.#run = options.run;
        this.#lease = options.lease;
        this.#journal = options.lease.journal;
        this.#driver = options.driver;
        this.#talk = options.talk;
        this.#tried = options.tried;
        this.#warn = options.warn;
    }
    /**
     * Looks at once and then again and again. Resolves when the first look is over; the drive does not end as waiting
     * before that.
     */
    open() {
        const go = this.#driver.hold();
        const first = Promise.withResolvers();
        this.#timer = setInterval(() => this.#guard(() => this.#tick()), TICK).unref();
        this.#unwatch = this.#run.mailbox.watch((read) => {
            const looked = this.#hasLooked ? this.#driver.hold() : go;
            this.#hasLooked = true;
            this.#reading = this.#collect(read)
                .catch((error) => this.#driver.stop(error))
                .finally(() => {
                first.resolve();
                looked();
            });
            return this.#reading;
        }, (error) => {
            // Whether there is mail decides what the drive may do: without a first look it does not go on.
            if (!this.#hasLooked)
                this.#driver.stop(error);
            else
                this.#warn(`The mailbox could not be read: ${error.message}`);
        });
        return first.promise;
    }
    /** Resolves when no message is acted on any more. */
    async close() {
        clearInterval(this.#timer);
        this.#unwatch?.();
        await this.#reading;
    }
    /** Names of what is recorded by now, for the save that comes next; each is given once. */
    take() {
        this.#settle();
        return this.#recorded.splice(0);
    }
    #guard(work) {
        try {
            work();
        }
        catch (error) {
            this.#driver.stop(error);
        }
    }
    #tick() {
        this.#lease.check(); // who was taken over stops now, not with the next event
        this.#settle();
    }
    #settle() {
        this.#working = this.#working.filter(({ name, message }) => {
            const receipt = answeredByRun(this.#journal.state, message);
            if (receipt !== undefined)
                this.#done(name, receipt);
            return receipt === undefined;
        });
    }
    #done(name, receipt) {
        if (receipt !== undefined)
            this.receipts.push(receipt);
        this.#recorded.push(name);
        this.#tried.add(name);
    }
    async #collect(read) {
        this.#lease.check();
        const waiting = new Set(this.#working.map(({ name }) => name));
        const fresh = read.mail.filter(({ name }) => !waiting.has(name) && !this.#tried.has(name));
        const unanswered = new Set((await this.#talk?.look(fresh)) ?? []);
        for (const { name } of unanswered)
            this.#tried.add(name); // by this job; it stays for the next one (M5)
        const mail = fresh.filter((one) => !unanswered.has(one));
        const { receipts, names, working } = applyMail(this.#journal, this.#driver, { ...read, mail }, this.#talk);
        this.receipts.push(...receipts);
        this.#working.push(...working);
        for (const name of names)
            if (!this.#tried.has(name))
                this.#done(name);
        if (this.#recorded.length > 0)
            await this.#driver.saver.now();
        await this.#talk?.tell();
    }
}

;// CONCATENATED MODULE: ./lib/operations/origin.js
/** The variables of contract §4, as they were at the start; none for a run that was not started by a workflow. */
function originEnvironment(created) {
    const { origin } = created ?? {};
    if (origin === undefined)
        return {};
    const text = (value) => (typeof value === 'string' ? value : '');
    return {
        GITHUB_SHA: text(origin.sha),
        GITHUB_REF: text(origin.ref),
        GITHUB_REF_NAME: text(origin.ref).replace(/^refs\/(heads|tags|pull)\//, ''),
        GITHUB_ACTOR: text(origin.actor),
        GITHUB_EVENT_NAME: text(origin.event),
        GITHUB_RUN_ID: /\/runs\/(\d+)/.exec(text(origin.workflowRunUrl))?.[1] ?? '',
        GITHUB_WORKFLOW: created?.workflowName ?? '',
    };
}

;// CONCATENATED MODULE: ./lib/operations/progress.js


/** The world with every report also written to the run's progress file; `close` writes what is left of it. */
function recordingProgress(world, runDir, runId) {
    const log = new ProgressLog(runDir, runId, () => world.clock.now());
    const redact = redactor(world.secrets);
    const report = (said) => {
        const event = redactValue(said, redact);
        const line = lineOf(event);
        if (line !== undefined)
            log.write(line.event, line.fields);
        world.report(event);
    };
    return { world: { ...world, report }, close: () => log.close() };
}
/** undefined: not for the file. How the run ended is written by announceEnd, after the save. */
function lineOf(event) {
    switch (event.type) {
        case 'started':
            return { event: 'run_started', fields: { attempt: event.attempt, replayed: event.replayed } };
        case 'requested': {
            const { effectId, stepId, kind, taskId, label } = event;
            return {
                event: 'effect_requested',
                fields: { effect_id: effectId, step_id: stepId, kind, task_id: taskId, label },
            };
        }
        case 'effect-started':
            return {
                event: 'effect_started',
                fields: { effect_id: event.effectId, label: event.label, attempt: event.attempt },
            };
        case 'retrying': {
            const { effectId, label, attempt, delayMs, error } = event;
            return {
                event: 'effect_retrying',
                fields: { effect_id: effectId, label, attempt, delay_ms: delayMs, error: error.name },
            };
        }
        case 'settled': {
            const { effectId, label, kind, status, ms } = event;
            return {
                event: 'effect_settled',
                fields: { effect_id: effectId, label, kind, status, duration_ms: ms },
            };
        }
        case 'log':
            return {
                event: 'log',
                fields: { ...(event.label === undefined ? {} : { label: event.label }), message: event.message },
            };
        case 'warning':
            return { event: 'warning', fields: { message: event.message } };
        case 'output':
        case 'console':
        case 'ended':
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/operations/run-result.js
/** What a session says of its run when it is done with it. */







/** What a run's journal says now. `end`: how the drive ended, where there was one. @throws DamageError for its output */
function resultOf(run, state, end) {
    return {
        runId: run.runId,
        runDir: run.runDir,
        status: statusAfter(state, end),
        output: end?.end?.type === 'returned' ? end.end.output : outputOf(run.runDir, state),
        error: state.terminal?.error,
        pending: state.terminal === undefined ? (end?.pending ?? []) : [],
        sentOut: state.terminal === undefined ? (end?.sentOut ?? []) : [],
        stopped: end?.stopped,
        receipts: [],
        troubles: [],
        terminal: state.terminal,
        parent: state.created?.parent,
        retry: retryOf(state),
        already: false,
    };
}
function statusAfter(state, end) {
    if (state.terminal !== undefined || end === undefined)
        return statusOf(state);
    return end.stopped === 'waiting' ? 'waiting' : 'running';
}
/** The return value of a completed run, compact; undefined: it has none (not completed, or sealed). @throws DamageError */
function outputOf(runDir, state) {
    const { terminal } = state;
    if (terminal?.status !== 'completed' || terminal.outputRef === undefined)
        return undefined;
    const path = reader_resolverOf(runDir).resolve(terminal.outputRef, layout_paths.journal(runDir));
    const text = reader_readIfThere(path);
    if (text === undefined)
        throw new errors/* DamageError */.wc(`The output ${path} of the completed run is missing`, path);
    if (terminal.outputDigest !== undefined && sha256(text) !== terminal.outputDigest) {
        throw new errors/* DamageError */.wc(`The output ${path} is not the one that the run completed with: its digest differs`, path);
    }
    const value = decode_parseJson(text);
    if (value === undefined)
        throw new errors/* DamageError */.wc(`The output ${path} is cut off or no JSON`, path);
    return JSON.stringify(value);
}

;// CONCATENATED MODULE: ./lib/operations/family.js

/**
 * The child of an effect has one id, whoever starts it; each attempt after a failure is a child of its own.
 * A run id is at most 64 characters, a ULID 26.
 */
function childRunId(parent, effectId, failures = 0) {
    const suffix = failures === 0 ? '' : `-${failures + 1}`;
    return `${parent.slice(0, 37 - suffix.length).replace(/[.]+$/, '')}.${effectId}${suffix}`;
}
/** Ids of the runs that effects of this run have started and wait for. */
function openChildren(state) {
    const effects = [...state.pending.values()].filter(hasChild);
    return effects.map(({ effectId, failures }) => childRunId(state.runId, effectId, failures));
}
/**
 * Tells the parent of a run that has ended: whoever drives it looks at its child again. The answer is the parent
 * that waits for it; it has to be driven by whoever asks, unless somebody else does already. undefined: nobody waits.
 */
async function wakeParent(store, parent, terminal) {
    if (parent === undefined || terminal === undefined || !(await store.exists(parent.runId)))
        return undefined;
    const run = await store.open(parent.runId);
    const { state } = run.load();
    if (state.terminal !== undefined || state.effects.get(parent.effectId)?.status !== 'requested')
        return undefined;
    // The same message however often it is sent (M1).
    await run.mailbox.deliver({
        id: `${parent.effectId}.ended`,
        attempt: state.attempt,
        at: terminal.at,
        kind: 'wake',
    });
    return run;
}

;// CONCATENATED MODULE: ./lib/operations/start.js
/** Makes a run: nothing of the process is loaded yet. */








/** @throws UsageError for an impossible id, RunExistsError */
async function startRun(options) {
    const { store, entry, workspace, redact = redactor([]) } = options;
    const runId = options.runId === undefined ? ids_ulid() : checkRunId(options.runId);
    const processId = options.processId ?? external_node_path_namespaceObject.basename(entry.path).replace(/\.[^.]*$/, '');
    const commit = options.commit ?? commitOf(workspace);
    return store.create({
        runId,
        processId,
        entrypoint: {
            importPath: external_node_path_namespaceObject.relative(store.importDir(runId), entry.path).split(external_node_path_namespaceObject.sep).join('/'),
            exportName: entry.exportName ?? DEFAULT_EXPORT,
        },
        ...(options.inputs === undefined
            ? {}
            : { inputs: redactValue(toJson(options.inputs, 'inputs').json, redact) }),
        ...defined({
            request: redactValue(options.request, redact),
            prompt: redactValue(options.prompt, redact),
            harness: options.harness,
            processRevision: options.processRevision,
            nonInteractive: options.nonInteractive,
            files: options.files,
        }),
        created: {
            engine: VERSION,
            ...defined({
                commit: commit === '' ? undefined : commit,
                actor: options.actor,
                origin: options.origin,
            }),
            ...options.created,
        },
    });
}

;// CONCATENATED MODULE: ./lib/operations/subprocess.js
/** ctx.subprocess: a run of its own in the same store, linked both ways. */








/** Starts the child, or carries it on. A child that waits leaves the effect pending. */
async function runChild(options, request, failures, signal) {
    const runId = childRunId(options.run.runId, request.effectId, failures);
    let child;
    try {
        const there = await options.store.exists(runId);
        if (signal.aborted && !there)
            return { status: 'stopped', exit: null };
        child = there ? await openChild(options, request, runId) : await startChild(options, request, runId);
    }
    catch (error) {
        // What the process asked for cannot be started: that is its failure, not the engine's.
        if (error instanceof errors/* UsageError */.eb)
            return { status: 'error', error: serializeError(error) };
        throw error;
    }
    return driveChild(options, request, child, signal);
}
/** Its branch is no more to be trusted than that of any run: it runs the entry that was asked for, in code that may run. */
async function openChild(options, request, runId) {
    const { store, world, vet } = options;
    const child = await store.open(runId);
    const recorded = external_node_path_namespaceObject.resolve(store.importDir(runId), child.metadata().entrypoint.importPath);
    const asked = external_node_path_namespaceObject.resolve(world.workspace, entryOf(request).replace(/#[^#]*$/, ''));
    if (recorded !== asked)
        throw new errors/* LonghaulError */.BQ('OTHER_ENTRY', `Run ${runId} was started for ${recorded}, and run ${options.run.runId} asks for ${asked}`, { hint: 'Somebody changed the run of the subprocess: halt it, and retry the run that asked for it.' });
    await vet?.(child);
    return child;
}
function entryOf(request) {
    const asked = JSON.parse(request.args);
    return String(decode_isObject(asked) ? asked.entry : undefined);
}
async function driveChild(options, request, child, signal) {
    const shutdown = new AbortController();
    const cancel = new AbortController();
    const onAbort = () => {
        const { kind, message } = signal.reason;
        if (kind === 'shutdown')
            shutdown.abort();
        else {
            // Told at once, since it is driven here; the message stands for it should this driver be lost.
            cancel.abort(message);
            cancelChild(child, request, message).catch((error) => options.world.report({
                type: 'warning',
                message: `Run ${child.runId} is cancelled here, and no message says so: ${error.message}`,
            }));
        }
    };
    if (signal.aborted)
        await cancelChild(child, request, signal.reason.message);
    else
        signal.addEventListener('abort', onAbort, { once: true });
    try {
        const { retry: _r, first: _f, drained: _d, passedOn: _p, leftOver: _l, ...inherited } = options;
        const result = await driveRun({
            ...inherited,
            run: child,
            cancel: cancel.signal,
            cancelMessage: cancelId(request),
            // When the driver must go, there is no time to tell one run after the other.
            shutdown: AbortSignal.any([shutdown.signal, ...(options.shutdown ? [options.shutdown] : [])]),
        });
        if (result.terminal !== undefined && !result.already)
            options.childEnded?.(child);
        return signal.aborted ? { status: 'stopped', exit: null } : outcomeOf(result);
    }
    catch (error) {
        // Somebody else drives the child: its end is found by whoever carries us on.
        if (error instanceof errors/* LeaseHeldError */._i)
            return { status: 'stopped', exit: null };
        if (error instanceof errors/* LonghaulError */.BQ && error.code === 'PROCESS_LOAD')
            return { status: 'error', error: serializeError(error) };
        throw error;
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
/** The same message however often it is sent (M1). */
const cancelId = ({ effectId }) => `${effectId}.cancel`;
async function cancelChild(child, request, reason) {
    const { state } = child.load();
    if (state.terminal !== undefined)
        return;
    await child.mailbox.deliver({
        id: cancelId(request),
        attempt: state.attempt,
        at: state.createdAt,
        kind: 'cancel',
        reason,
    });
}
function outcomeOf(result) {
    const { runId, status, error } = result;
    if (status === 'completed')
        return { status: 'ok', value: JSON.parse(result.output ?? 'null') };
    if (status !== 'failed' && status !== 'canceled' && status !== 'halted')
        return { status: 'stopped', exit: null };
    const failed = error ?? { name: 'ChildRunError', message: `run ${runId} is ${status}` };
    return {
        status: 'error',
        error: { ...failed, data: { ...(decode_isObject(failed.data) ? failed.data : {}), runId, status } },
    };
}
async function startChild({ store, run, world }, request, runId) {
    const asked = JSON.parse(request.args);
    const inputs = decode_isObject(asked) ? asked.inputs : undefined;
    const entry = entryOf(request);
    return startRun({
        store,
        runId,
        entry: parseEntry(entry, world.workspace),
        inputs,
        processId: `${run.metadata().processId}.${external_node_path_namespaceObject.basename(entry).replace(/[#.].*$/, '')}`,
        workspace: world.workspace,
        created: { parent: { runId: run.runId, effectId: request.effectId } },
    });
}

;// CONCATENATED MODULE: ./lib/operations/leased.js
/** One lease's time with a run: replay, drive, journal how it ended, make it durable, then say so. */



















/** `tried`: names of messages that were dealt with under earlier leases of this job. @throws what driveRun throws */
async function driveLeased(options, lease, tried) {
    const { run } = options;
    const { journal } = lease;
    const { state } = journal;
    let savedSeq = state.head.seq;
    const talk = options.talk?.({
        runDir: run.runDir,
        journal,
        events: () => run.events(),
        saved: () => driver.saver.now(),
        isSaved: () => savedSeq >= state.head.seq,
        soon: () => driver.saver.soon(),
        now: () => options.world.clock.now(),
        after: (ms, fn) => options.world.clock.after(ms, fn),
        warn: (message) => world.report({ type: 'warning', message }),
        commit: () => run.place?.commit,
    });
    const progress = recordingProgress(options.world, run.runDir, run.runId);
    const world = {
        ...progress.world,
        ...(talk === undefined ? {} : { ask: talk.ask }),
    };
    const by = state.terminal !== undefined && options.retry !== undefined && mayRetry(state, options.onCodeChange)
        ? options.retry.by
        : undefined;
    const { segments } = lease.loaded.refs;
    const shared = sharesOf(segments);
    if (state.terminal !== undefined && by === undefined) {
        if (!areSound())
            throw STALE_CACHE;
        // The driver that ended it may have been killed before it said so (T11).
        persistFinal(journal, world.workspace);
        await saveLast(lease, state, {});
        announceEnd(journal);
        const result = { ...resultOf(run, state, undefined), already: true };
        await talk?.end(result.status);
        progress.close();
        return { ...result, troubles: talk?.troubles ?? [] };
    }
    refuseNewerEngine(state);
    const code = new CarriedCode(journal, options.store.importDir(run.runId), world.workspace, options.onCodeChange, options.workspaceCommit);
    const retry = by === undefined ? [] : effectsToReopen(state);
    const driver = new Driver({
        journal,
        world,
        limits: options.limits,
        execute: options.execute,
        restartAfterEach: options.restartAfterEach === true,
        saveMode: options.save ?? 'each',
        retry,
        refs: lease.loaded.refs,
        shared,
        ownerToken: options.owner.token,
        env: cleanEnvironment(world.env),
        processEnv: originEnvironment(state.created),
        init: {
            runId: run.runId,
            processId: state.processId,
            runDir: run.runDir,
            artifactsDir: layout_paths.artifacts(run.runDir),
            workspace: code.repository,
            entry: code.entry,
            inputs: readInputs(run.runDir),
            createdAt: state.createdAt,
            seed: state.created?.seed,
            code: code.serve,
            nonInteractive: journal.run.nonInteractive === true,
            origin: state.created?.origin ?? null,
            secrets: world.secrets,
        },
        async save() {
            const { seq } = state.head;
            await lease.save({ mail: mail.take(), ...(talk && { index: talk.index() }) });
            savedSeq = seq;
        },
        onReplayed(dropped) {
            if (by !== undefined)
                journal.append([retriedEvent(state, by, retry, dropped, world.clock.now())]);
            world.report({ type: 'started', attempt: state.attempt, replayed: state.settlements });
            const { workspaceCommit: commit = '' } = options;
            if (commit !== '' && commit !== state.workspaceCommit)
                journal.append([{ type: 'WORKSPACE_CHANGED', data: { commit } }]);
            code.agreed(by ?? options.actor);
            options.first?.(lease, driver);
            isReplayed = true;
            cancelling.now();
        },
        onReady: () => void ready(),
        onCode: (files) => code.loaded(files),
        runChild: (request, failures, signal) => runChild(options, request, failures, signal),
        explain: (facts) => code.explain(facts, run),
    });
    const warn = (message) => world.report({ type: 'warning', message });
    const mail = new MailReader({ run, lease, driver, talk, tried, warn });
    let isReplayed = false;
    const cancelRun = (messageId) => {
        if (isReplayed)
            driver.cancelRun(String(options.cancel?.reason), undefined, messageId);
    };
    const cancelling = onAbort(options.cancel, () => {
        const { cancelMessage: id } = options;
        if (id === undefined || !state.messages.has(id))
            cancelRun(id);
    });
    const letGo = [
        onAbort(options.shutdown, () => {
            // What is being cancelled has no time left for its clean-up: a second cancel seals at once (E6).
            if (isReplayed && options.cancel?.aborted === true)
                cancelRun(undefined);
            else
                driver.shutdown();
        }),
        onAbort(options.drain, () => driver.drain()),
    ];
    try {
        talk?.open();
        const running = driver.run();
        for (const { now } of letGo)
            now();
        // While the worker replays from the packed segments, they are held against the files they stand for; it joins in.
        if (!areSound())
            driver.stop(STALE_CACHE);
        const end = await running.catch((error) => {
            throw !isReplayed && isOfCache(error) ? STALE_CACHE : error;
        });
        await mail.close();
        await endRun(driver, end);
        for (const message of end.end === undefined ? [] : warningsOf(end.end))
            warn(message);
        if (end.stopped === 'waiting' && options.claim !== undefined) {
            Object.assign(end, await claimExternal(journal, end.pending, driver.effects, options.claim));
            if (options.claim.owner === undefined && end.sentOut?.length)
                tell(options.leftOver);
        }
        const result = resultOf(run, state, end);
        talk?.close();
        if (end.end === undefined && end.stopped !== 'shutdown')
            await talk?.pause(result.status);
        await driver.saver.close();
        if (end.end !== undefined)
            persistFinal(journal, world.workspace);
        progress.close();
        const last = { mail: mail.take(), ...(talk && { index: talk.index() }) };
        await (end.end === undefined ? saveLast(lease, state, last) : saveEnd(run, lease, last));
        if (end.end !== undefined)
            announceEnd(journal);
        if (end.stopped !== 'shutdown')
            await talk?.end(result.status);
        world.report({ type: 'ended', status: result.status, error: result.error });
        return { ...result, receipts: mail.receipts, troubles: talk?.troubles ?? [] };
    }
    finally {
        for (const { off } of [cancelling, ...letGo])
            off();
        talk?.close();
        await mail.close();
        await driver.saver.close();
        progress.close();
    }
    function areSound() {
        try {
            return checkSegments(run.runDir, segments, lease.loaded.names, shared).length === 0;
        }
        catch {
            return false; // the files will say what is wrong, if it is not a segment alone
        }
    }
    /** The worker could not read a segment. */
    function isOfCache(error) {
        return error instanceof errors/* DamageError */.wc && (0,external_node_path_namespaceObject.dirname)(error.path ?? '') === layout_paths.segments(run.runDir);
    }
    /** What waits in the mailbox comes first: a late result of what would be lost otherwise counts. */
    async function ready() {
        const go = driver.hold();
        try {
            await mail.open();
            driver.saver.open();
            if (options.claim !== undefined)
                await settleLost(state, driver.effects, options.claim);
        }
        catch (error) {
            driver.stop(error);
        }
        finally {
            go();
        }
    }
    async function endRun({ effects }, { end, stopped }) {
        await effects.leave(end === undefined ? undefined : withdrawalReason(end));
        if (stopped === 'time-limit')
            tell(options.drained);
        if (end === undefined)
            return;
        journalEnd(journal, end, end.type === 'sealed' ? undefined : options.passedOn?.(state));
    }
    function tell(dispatched) {
        const event = dispatched?.(state);
        if (event !== undefined)
            journal.append([event]);
    }
}
/** Calls `act` when the signal fires; `now`: if it has fired already. */
function onAbort(signal, act) {
    signal?.addEventListener('abort', act, { once: true });
    return {
        now: () => {
            if (signal?.aborted === true)
                act();
        },
        off: () => signal?.removeEventListener('abort', act),
    };
}

;// CONCATENATED MODULE: ./lib/operations/session.js
/** A driver's time with a run: take the lease, drive, give it back, look for late mail. */










/** A lease that is held for longer than this is a driver's: looks, and ms between them. */
const SHORT_LEASES = 3;
const SHORT_LEASE_MS = 400;
/**
 * Drives a run until it ends or waits.
 * @throws LeaseHeldError, LeaseLostError, DamageError, NotSavedError, LonghaulError (DIVERGED, CODE_CHANGED,
 *   PROCESS_STUCK, PROCESS_LOST, PROCESS_LOAD, ENGINE_TOO_OLD, RETRY_REFUSED)
 */
async function driveRun(options) {
    // It starts while the lease is taken and the journal read.
    warmUp({ env: cleanEnvironment(options.world.env), memoryMb: options.limits.memoryMb });
    try {
        return await drive(options);
    }
    finally {
        await coolDown();
    }
}
async function drive(options) {
    const { run } = options;
    const tried = new Set();
    let result = await takeAndDrive(options, tried);
    for (let held = 0;;) {
        const { receipts } = result;
        const ended = isEnded(result.status);
        const isStopping = options.shutdown?.aborted === true || options.drain?.aborted === true;
        if (!ended && isStopping)
            return result;
        try {
            if (ended) {
                const late = await answerLateMail(run, options.late);
                const troubles = [...result.troubles, ...late.troubles];
                return { ...result, receipts: [...receipts, ...late.receipts], troubles };
            }
            // Mail that came while we let go of the lease would wait for nobody (design §1).
            if (!(await run.mailbox.names()).some((name) => !tried.has(name)))
                return result;
        }
        catch (error) {
            // How the run stands is saved and told: nothing of that changes any more.
            const trouble = `its mailbox could not be looked into: ${error.message}`;
            return { ...result, troubles: [...result.troubles, trouble] };
        }
        try {
            const { first: _first, retry: _retry, ...again } = options;
            const next = await takeAndDrive(again, tried);
            const troubles = [...result.troubles, ...next.troubles];
            result = { ...next, already: false, receipts: [...receipts, ...next.receipts], troubles };
        }
        catch (error) {
            if (!(error instanceof errors/* LeaseHeldError */._i))
                throw error;
            // Whoever drives it reads the mail; whoever only changes something lets go at once, and leaves it to us.
            held += 1;
            if (held > SHORT_LEASES)
                return result;
            await (0,promises_namespaceObject.setTimeout)(SHORT_LEASE_MS);
        }
    }
}
async function takeAndDrive(options, tried) {
    try {
        return await withLease(options, tried, 'trust');
    }
    catch (error) {
        if (error !== STALE_CACHE)
            throw error;
        return await withLease(options, tried, 'ignore');
    }
}
async function withLease(options, tried, segments) {
    const lease = await options.run.acquire(options.owner, { segments });
    let result;
    try {
        result = await driveLeased(options, lease, tried);
    }
    catch (error) {
        await lease.release().catch(() => { }); // the first error is the one reported
        throw error;
    }
    await lease.release();
    return result;
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./lib/stores/owner.js
/** Who drives a run, and whether that one is still alive. */




const thisMachine = {
    host: external_node_os_namespaceObject.hostname,
    bootId() {
        if (process.platform !== 'linux')
            return '';
        // As much of it as tells one start from another: each save carries it.
        return [owner_readText('/proc/sys/kernel/random/boot_id').trim().slice(0, 13), pidNamespace()]
            .filter(Boolean)
            .join('.');
    },
    startTime(pid) {
        if (process.platform === 'linux') {
            const stat = owner_readText(`/proc/${pid}/stat`);
            // The name in parentheses may hold blanks and parentheses; field 22 counts from the last one.
            return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
        }
        if (process.platform === 'win32')
            return '';
        try {
            return (0,external_node_child_process_namespaceObject.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], {
                encoding: 'utf8',
                stdio: 'pipe',
            }).trim();
        }
        catch {
            return '';
        }
    },
    exists(pid) {
        try {
            process.kill(pid, 0);
            return true;
        }
        catch (error) {
            return error.code === 'EPERM';
        }
    },
};
function pidNamespace() {
    try {
        return /\d+/.exec((0,external_node_fs_namespaceObject.readlinkSync)('/proc/self/ns/pid'))?.[0] ?? '';
    }
    catch {
        return '';
    }
}
function owner_readText(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
/** This process as the owner of a lease. `job`: the GitHub job that it runs in. */
function thisOwner(engine, job, machine = thisMachine) {
    return {
        token: ids_ulid(),
        engine,
        startedAt: new Date().toISOString(),
        process: {
            pid: process.pid,
            startTime: machine.startTime(process.pid),
            bootId: machine.bootId(),
            host: machine.host(),
        },
        ...(job !== undefined && { job }),
    };
}
/**
 * Judges an owner. `unknown` for one from another machine: its pid means nothing here. A process that is gone,
 * whose pid has another start time by now, or that ran before this machine's last start is dead. Runners of GitHub
 * share host names: a job that ran before "the last start" may be on another one, and is asked about.
 */
function livenessOf(owner, machine = thisMachine) {
    const { process: of } = owner;
    if (of === undefined || of.host !== machine.host())
        return 'unknown';
    const here = machine.bootId();
    if (of.bootId !== '' && here !== '' && of.bootId !== here) {
        const isOtherBoot = of.bootId.split('.')[0] !== here.split('.')[0];
        return isOtherBoot && owner.job === undefined ? 'dead' : 'unknown';
    }
    return isRunning(of, machine) ? 'alive' : 'dead';
}
function isRunning(of, machine) {
    if (!machine.exists(of.pid))
        return false;
    const started = machine.startTime(of.pid);
    return started === '' || of.startTime === '' || started === of.startTime;
}
/** For messages: the job's address, or the process. */
function describeOwner(owner) {
    if (owner === undefined)
        return 'another driver';
    if (owner.job !== undefined)
        return owner.job.url;
    if (owner.process !== undefined)
        return `process ${owner.process.pid} on ${owner.process.host}`;
    return `driver ${owner.token}`;
}

;// CONCATENATED MODULE: ./lib/testing/desk.js


class Desk {
    #respond;
    #clock;
    #over;
    #driver;
    /** Answers that have not come yet. */
    #asking = 0;
    /** `over` is aborted when nothing moves the run on any more. */
    constructor(respond, clock, over) {
        this.#respond = respond;
        this.#clock = clock;
        this.#over = over;
        clock.onIdle(() => this.#idle());
    }
    begin(driver) {
        this.#driver = driver;
    }
    /** For what no performer does. A failed answer is followed at once by as many attempts as the call allows. */
    async standIn(request) {
        const policy = parseRetryPolicy(request.options['retry'] ?? request.def['retry']);
        for (let attempt = 1;; attempt += 1) {
            const said = await this.#ask({ ...request, args: JSON.parse(request.args), attempt });
            if (said?.status !== 'error' || !isRetryable(policy, said.error))
                return said;
            if (attempt >= policy.attempts)
                return said;
        }
    }
    /** For what a driver carries out. */
    async perform(effect, signal) {
        const said = await Promise.race([this.#ask(effect), aborted(signal)]);
        if (said === 'aborted')
            return { status: 'stopped', exit: null };
        if (said === undefined)
            return { status: 'ok', value: null };
        if (said.status === 'ok' || said.status === 'error')
            return said;
        if (said.status === 'cancelled')
            this.#driver?.effects.stop(effect.effectId, { kind: 'cancel', reason: said.reason });
        else
            this.#lookAgain();
        await aborted(signal);
        return { status: 'stopped', exit: null };
    }
    async #ask(effect) {
        this.#asking += 1;
        try {
            return await answer(this.#respond, effect);
        }
        finally {
            this.#asking -= 1;
        }
    }
    /** An effect that stays pending may have been the last thing that the clock waited for. */
    #lookAgain() {
        this.#driver?.hold()();
    }
    #idle() {
        if (this.#asking > 0 || this.#over.signal.aborted)
            return;
        if (this.#clock.jump())
            this.#lookAgain();
        else
            this.#over.abort();
    }
}
function aborted(signal) {
    if (signal.aborted)
        return Promise.resolve('aborted');
    return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve('aborted'), { once: true });
    });
}

;// CONCATENATED MODULE: ./lib/journal/replay-input.js
/** What a replay needs of a journal: requests and settlements in order, nothing else. */





/**
 * Reads what a replay needs. Segments are believed (their digests are verified; that they agree with the
 * files is for `checkSegments` to say); tail events are read from their files, checksums and result digests
 * verified. Throws DamageError naming the file.
 */
function loadReplayInput(runDir, refs) {
    const input = {
        runId: '',
        processId: '',
        createdAt: '',
        head: 0,
        requests: [],
        settlements: [],
        retries: [],
        logCount: 0,
    };
    const resolver = reader_resolverOf(runDir);
    for (const segment of refs.segments)
        readReplayRows(runDir, segment, input, resolver);
    for (const name of refs.tail) {
        const parsed = parseEventName(name);
        const path = layout_paths.event(runDir, name);
        if (parsed === undefined)
            throw new errors/* DamageError */.wc(`${path} is no event file`, path);
        if (parsed.seq !== input.head + 1) {
            throw new errors/* DamageError */.wc(`The journal has no event ${input.head + 1}: ${path} comes too early`, path);
        }
        takeEvent(input, reader_readEvent(runDir, parsed), resolver, path);
    }
    return input;
}
/** Takes one more event, given in order. `path` names its file in messages. */
function takeEvent(input, event, resolver, path) {
    input.head = event.seq;
    const known = asKnown(event);
    switch (known?.type) {
        case 'RUN_CREATED':
            input.runId = known.data.runId;
            input.processId = known.data.processId;
            input.createdAt = known.recordedAt;
            return;
        case 'EFFECT_REQUESTED': {
            const { data } = known;
            const after = data.after ?? input.settlements.length;
            input.requests.push({
                effectId: data.effectId,
                seq: known.seq,
                stepId: data.stepId,
                taskId: data.taskId,
                kind: data.kind,
                label: data.label ?? data.taskId,
                argsDigest: data.argsDigest,
                after,
                waits: data.waits ?? after,
                site: data.site,
            });
            return;
        }
        case 'EFFECT_RESOLVED':
        case 'EFFECT_CANCELLED':
            input.settlements.push({
                index: input.settlements.length + 1,
                seq: known.seq,
                effectId: known.data.effectId,
                recordedAt: known.recordedAt,
                outcome: known.type === 'EFFECT_RESOLVED'
                    ? readOutcome(resolver, known.data, path)
                    : cancelledOutcome(known.data),
            });
            return;
        case 'RUN_RETRIED':
            input.retries.push({
                seq: known.seq,
                settlementsBefore: input.settlements.length,
                requestsBefore: input.requests.length,
                effects: known.data.effects,
                dropped: known.data.dropped,
            });
            return;
        case 'PROCESS_LOG':
            input.logCount = Math.max(input.logCount, known.data.logSeq);
            return;
        default:
    }
}

;// CONCATENATED MODULE: ./lib/testing/results.js
/** What became of a run's effects, read from its journal. */






/** Keys of task.json that are not the definition's. */
const FIXED = new Set([
    'schemaVersion',
    'effectId',
    'taskId',
    'invocationKey',
    'stepId',
    'inputs',
    'inputsRef',
]);
function readResults(run) {
    const { state, names } = run.load({ segments: 'ignore' });
    const input = loadReplayInput(run.runDir, { segments: [], tail: names.map(({ name }) => name) });
    const outcomes = new Map(input.settlements.map(({ effectId, outcome }) => [effectId, outcome]));
    const effects = [...state.effects.values()].map((effect) => {
        const outcome = effect.status === 'requested' ? undefined : outcomes.get(effect.effectId);
        return { ...describe(run.runDir, effect), ...ended(effect.effectId, outcome) };
    });
    return { state, effects };
}
function describe(runDir, effect) {
    const { effectId, stepId, kind, taskId, label, inputsRef, taskDefRef } = effect.request;
    const stored = decode_parseJson((0,external_node_fs_namespaceObject.readFileSync)(`${runDir}/${taskDefRef ?? refs.task(effectId)}`, 'utf8'));
    const task = decode_isObject(stored) ? stored : {};
    const def = Object.fromEntries(Object.entries(task).filter(([key]) => !FIXED.has(key)));
    const spilled = inputsRef === undefined ? undefined : decode_parseJson(reader_readIfThere(`${runDir}/${inputsRef}`) ?? 'null');
    const args = spilled ?? task['inputs'] ?? null;
    return {
        effectId,
        stepId,
        kind,
        taskId,
        label: label ?? taskId,
        args,
        def,
        attempt: Math.max(1, attemptOf(effect)),
    };
}
function ended(effectId, outcome) {
    if (outcome === undefined)
        return { status: 'pending' };
    if (outcome.status === 'ok')
        return { status: 'ok', value: JSON.parse(outcome.value) };
    if (outcome.status === 'error')
        return { status: 'error', error: outcome.error };
    const error = { name: 'EffectCancelledError', message: outcome.reason, data: { effectId } };
    return { status: 'cancelled', error };
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./lib/journal/sync-log.js
/**
 * lease/epoch-<n>.log: what the driver of one epoch has made durable, in one file. A step is five small files, and
 * an fsync of each costs more than everything else about it. So the files are written as ever and left to the
 * kernel, and a save syncs this one file, which holds their texts, too.
 *
 * A kill takes nothing of either: the kernel has it all. What a power failure takes of the files, the next who
 * opens the run puts back from here (restore.ts). Nobody reads it otherwise: the files are the run.
 *
 * The first line says in which start of the machine it was written; each line behind it is the sha256 of its rest
 * and, as JSON, some files: `[[path, text], …]`.
 */





const LOG_SCHEMA = 'longhaul.log.v1';
/** Longer files are synced themselves: to write them twice would cost more. In characters. */
const MAX_LOGGED = 64 * 1024;
/** So much is kept in memory before it is written, whether a save asks for it or not. In characters. */
const BUFFERED = 256 * 1024;
const syncData = (0,external_node_util_namespaceObject.promisify)(external_node_fs_namespaceObject.fdatasync);
class SyncLog {
    #path;
    #bootId;
    #files = [];
    #size = 0;
    #fd;
    #isNamed = false;
    #isWritten = true;
    /** `path`: made when there is something to log. `bootId`: names this start of the machine. */
    constructor(path, bootId) {
        this.#path = path;
        this.#bootId = bootId;
    }
    /** A file that stands whole under `path`, relative to the run directory. */
    add(path, text) {
        this.#files.push([path, text]);
        this.#size += text.length;
        if (this.#size > BUFFERED)
            this.#write();
    }
    #write() {
        if (this.#files.length === 0)
            return;
        if (this.#fd === undefined) {
            this.#fd = (0,external_node_fs_namespaceObject.openSync)(this.#path, 'ax');
            (0,external_node_fs_namespaceObject.writeFileSync)(this.#fd, `${JSON.stringify({ schema: LOG_SCHEMA, bootId: this.#bootId })}\n`);
        }
        const line = JSON.stringify(this.#files);
        (0,external_node_fs_namespaceObject.writeFileSync)(this.#fd, `${sha256(line)} ${line}\n`);
        this.#files = [];
        this.#size = 0;
        this.#isWritten = false;
    }
    /** Resolves when everything added before this call is on the disk. */
    async sync() {
        this.#write();
        if (this.#fd === undefined || this.#isWritten)
            return;
        this.#isWritten = true;
        await syncData(this.#fd);
        if (this.#isNamed)
            return;
        const lease = (0,external_node_path_namespaceObject.dirname)(this.#path);
        for (const directory of [lease, (0,external_node_path_namespaceObject.dirname)(lease)])
            syncDirectory(directory);
        this.#isNamed = true;
    }
    /** What was not synced is left to the kernel. */
    close() {
        if (this.#fd !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(this.#fd);
        this.#fd = undefined;
        this.#files = [];
    }
}

;// CONCATENATED MODULE: ./lib/journal/restore.js
/** Puts back what a power failure took of a run's files, from the logs of its drivers (sync-log.ts). */








const LOG_NAME = /^epoch-(\d+)\.log$/;
const restore_HEADER_BYTES = 256;
/** The kernel has written everything to the disk long before. */
const WRITTEN_BACK_MS = 24 * 60 * 60_000;
/** Paths relative to the run directory, in order of epochs. */
function logsOf(runDir) {
    const epoch = (name) => Number(LOG_NAME.exec(name)?.[1]);
    return namesIn(layout_paths.lease(runDir))
        .filter((name) => LOG_NAME.test(name))
        .sort((a, b) => epoch(a) - epoch(b))
        .map((name) => `lease/${name}`);
}
/** Logs from before this start of the machine, or from another machine: files may lack what they hold. */
function foreignLogs(runDir, bootId) {
    return logsOf(runDir).filter((path) => bootId === '' || bootIdOf((0,external_node_path_namespaceObject.join)(runDir, path)) !== bootId);
}
/**
 * Puts back every file that a foreign log holds and that is missing or torn, then deletes the log. A file with
 * another content was changed by somebody: it stays, for the checks to name. Only for who holds the lease, or
 * while nobody does. `bootId`: that of this start of the machine; '' when it cannot be told.
 */
function restoreFiles(runDir, bootId, now) {
    for (const path of foreignLogs(runDir, bootId)) {
        for (const batch of readLog((0,external_node_path_namespaceObject.join)(runDir, path)).batches)
            putBack(runDir, batch, path);
        (0,external_node_fs_namespaceObject.unlinkSync)((0,external_node_path_namespaceObject.join)(runDir, path));
    }
    for (const path of logsOf(runDir)) {
        const log = (0,external_node_path_namespaceObject.join)(runDir, path);
        if (now - (0,external_node_fs_namespaceObject.statSync)(log).mtimeMs > WRITTEN_BACK_MS)
            (0,external_node_fs_namespaceObject.unlinkSync)(log);
    }
}
function putBack(runDir, files, log) {
    const resolver = reader_resolverOf(runDir);
    for (const [path, text] of files) {
        const file = placeOf(runDir, path, resolver, log);
        const there = reader_readIfThere(file);
        if (there !== undefined && !isTorn(there, text))
            continue;
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(file), { recursive: true });
        if (there !== undefined)
            (0,external_node_fs_namespaceObject.unlinkSync)(file);
        const fd = createWhole(file, text, layout_paths.state(runDir));
        (0,external_node_fs_namespaceObject.fsyncSync)(fd);
        (0,external_node_fs_namespaceObject.closeSync)(fd);
        for (const directory of [(0,external_node_path_namespaceObject.dirname)(file), (0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)(file))])
            syncDirectory(directory);
    }
}
/** What was not written to the disk is missing at the end, or zeros. */
function isTorn(there, text) {
    return there !== text && (there.includes('\0') || text.startsWith(there));
}
function placeOf(runDir, path, resolver, log) {
    const name = path.startsWith('journal/') ? path.slice('journal/'.length) : undefined;
    if (name !== undefined && parseEventName(name) !== undefined)
        return layout_paths.event(runDir, name);
    return resolver.resolve(path, log);
}
/** Makes every file that the logs name durable, and deletes them: the journal is about to get other names. */
function settleLogs(runDir) {
    for (const path of logsOf(runDir)) {
        const directories = new Set();
        for (const [file] of readLog(join(runDir, path)).batches.flat()) {
            syncIfThere(join(runDir, file));
            directories.add(dirname(file)).add(dirname(dirname(file)));
        }
        for (const directory of directories)
            syncIfThere(join(runDir, directory));
        unlinkSync(join(runDir, path));
    }
}
function syncIfThere(file) {
    let fd;
    try {
        fd = openSync(file, 'r');
    }
    catch (error) {
        if (isMissing(error))
            return;
        throw error;
    }
    try {
        fsyncSync(fd);
    }
    finally {
        closeSync(fd);
    }
}
function bootIdOf(log) {
    const fd = (0,external_node_fs_namespaceObject.openSync)(log, 'r');
    try {
        const head = Buffer.alloc(restore_HEADER_BYTES);
        const line = head.toString('utf8', 0, (0,external_node_fs_namespaceObject.readSync)(fd, head, 0, restore_HEADER_BYTES, 0)).split('\n')[0];
        const header = decode_parseJson(line ?? '');
        return decode_isObject(header) && header.schema === LOG_SCHEMA ? String(header.bootId) : undefined;
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(fd);
    }
}
/**
 * `batches`: what can be read, in order. `damaged`: line numbers whose digest does not fit; the end of a write that
 * a power failure interrupted is none, for nothing was promised of it.
 */
function readLog(log) {
    const bytes = (0,external_node_fs_namespaceObject.readFileSync)(log);
    const batches = [];
    const damaged = [];
    let line = 1;
    for (let from = bytes.indexOf(10) + 1; from > 0 && from < bytes.length;) {
        line += 1;
        const end = bytes.indexOf(10, from);
        const text = bytes.toString('utf8', from, end < 0 ? bytes.length : end);
        const body = text.slice(65);
        if (sha256(body) === text.slice(0, 64))
            batches.push(JSON.parse(body));
        else if (end >= 0 && end < bytes.length - 1)
            damaged.push(line);
        from = end < 0 ? bytes.length : end + 1;
    }
    return { batches, damaged };
}

;// CONCATENATED MODULE: ./lib/journal/state-cache.js
/** state/state.json in Babysitter's shape. A cache: nothing here ever reads more of it than its head. */






const STATE_CACHE_SCHEMA = '2026.01.state-cache';
/** So much is written at once, in characters. */
const PIECE = 64 * 1024;
/** The text of the cache, in pieces: of a long run it is too large to be held whole. `now` in milliseconds. */
function* stateCacheText(state, reason, now = Date.now()) {
    const head = {
        schemaVersion: STATE_CACHE_SCHEMA,
        savedAt: new Date(now).toISOString(),
        journalHead: state.head.seq === 0 ? null : { ...state.head },
        stateVersion: state.head.seq,
    };
    const tail = { pendingEffectsByKind: pendingByKind(state), rebuildReason: reason };
    const byInvocation = new Map();
    for (const effect of state.effects.values())
        byInvocation.set(effect.request.invocationKey, effect);
    let piece = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "effectsByInvocation": {`;
    let separator = '';
    for (const [key, effect] of byInvocation) {
        const summary = JSON.stringify(summaryOf(effect), null, 2).replaceAll('\n', '\n    ');
        piece += `${separator}\n    ${JSON.stringify(key)}: ${summary}`;
        separator = ',';
        if (piece.length < PIECE)
            continue;
        yield piece;
        piece = '';
    }
    yield `${piece}${separator === '' ? '' : '\n  '}},\n${jsonText(tail).slice(2)}`;
}
function summaryOf({ effectId, status, request, requestedAt, settlement }) {
    const { invocationKey, kind, label, taskId, stepId } = request;
    return {
        effectId,
        invocationKey,
        status,
        kind,
        label: label ?? taskId,
        taskId,
        stepId,
        requestedAt,
        ...(settlement !== undefined && { resolvedAt: settlement.at }),
    };
}
/** Writes the cache anew. */
function rebuildStateCache(runDir, state, reason) {
    replaceFile(layout_paths.stateCache(runDir), stateCacheText(state, reason));
}
/** Why the cache does not stand for a journal with this head; undefined when it does. */
function staleReason(runDir, head) {
    const text = readIfThere(paths.stateCache(runDir));
    if (text === undefined)
        return 'missing_cache';
    const cache = parseJson(text);
    if (!isObject(cache) || cache.schemaVersion !== STATE_CACHE_SCHEMA)
        return 'corrupt_cache';
    const { journalHead } = cache;
    const agrees = isObject(journalHead) && journalHead.seq === head.seq && journalHead.ulid === head.ulid;
    return agrees ? undefined : 'journal_mismatch';
}
/** The reason that a driver gives when it rebuilds the cache at its end. */
function reasonAfter(state) {
    if (state.terminal === undefined)
        return 'journal_mismatch';
    if (state.terminal.sealed)
        return 'manual_halt';
    return state.terminal.type === 'RUN_COMPLETED' ? 'post_completion' : 'post_failure';
}

;// CONCATENATED MODULE: ./lib/journal/check-batch.js
/** Whether events may follow what the journal holds. */



/**
 * Throws RunEndedError after the end, LonghaulError (JOURNAL_MISUSE) for a second request of an effect and for a
 * settlement of one that is not pending.
 */
function checkBatch(state, events) {
    const settled = new Set();
    const requested = new Set();
    let ended = state.terminal !== undefined;
    for (const event of events) {
        if (ended && event.type !== 'RUN_RETRIED')
            throw new errors/* RunEndedError */.yu(state.runId, statusOf(state), event.type);
        const known = asKnown({ ...event, seq: 0, ulid: '', recordedAt: '', data: event.data });
        if (known?.type === 'RUN_COMPLETED' || known?.type === 'RUN_FAILED' || known?.type === 'RUN_HALTED')
            ended = true;
        else if (known?.type === 'RUN_RETRIED') {
            ended = false;
            for (const effectId of known.data.effects)
                requested.add(effectId);
        }
        else if (known?.type === 'EFFECT_REQUESTED') {
            if (state.effects.has(known.data.effectId))
                throw misuse(known.data.effectId, 'requested a second time');
            requested.add(known.data.effectId);
        }
        else if (known?.type === 'EFFECT_RESOLVED' || known?.type === 'EFFECT_CANCELLED') {
            const { effectId } = known.data;
            const pending = requested.has(effectId) || state.effects.get(effectId)?.status === 'requested';
            if (!pending || settled.has(effectId))
                throw misuse(effectId, 'settled, but it is not pending');
            settled.add(effectId);
        }
    }
}
function misuse(effectId, what) {
    return new errors/* LonghaulError */.BQ('JOURNAL_MISUSE', `Effect ${effectId} would be ${what}; nothing was written`);
}

;// CONCATENATED MODULE: ./lib/journal/packer.js





/** A last segment with fewer events than this is written anew together with what follows it. */
const SMALL_SEGMENT = SEGMENT_EVENTS / 2;
class Packer {
    #runDir;
    #segments;
    /** Where the snapshot stands, when this driver wrote one. */
    #snapshot = 0;
    #unpacked;
    /** Result files that this driver wrote, by path: what a segment will hold of them. */
    #results = new Map();
    constructor(runDir, segments, tail) {
        this.#runDir = runDir;
        this.#segments = [...segments];
        this.#unpacked = tail.map((event) => ({ event, stamp: undefined }));
    }
    /** True when a segment is worth writing. */
    get due() {
        return this.#unpacked.length >= SEGMENT_EVENTS;
    }
    add(event, stamp) {
        this.#unpacked.push({ event, stamp });
    }
    /** `value`: compact JSON of the value in a result file that was just written. */
    result(stamp, value) {
        // Of long ones a driver would hold hundreds of MiB until it packs, for nothing: no segment has them.
        const isPacked = value.length <= MAX_PACKED_VALUE;
        const outcome = { status: 'ok', value };
        this.#results.set(stamp[0], isPacked ? { outcome, stamp } : undefined);
    }
    /** Gives up: the next opening of the run reads the files, and packs them. */
    forget() {
        this.#unpacked = [];
        this.#results.clear();
    }
    /**
     * Writes everything unpacked into segments, and the snapshot of the state at their end: at a driver's end
     * (`last`), in between only when it has grown by a quarter. Only call it when all of it is durable.
     */
    pack(resolver, state, last) {
        if (this.#unpacked.length > 0)
            this.#pack(resolver);
        const end = this.#segments.at(-1);
        if (end === undefined || end.to === this.#snapshot || end.to !== state.head.seq)
            return;
        if (!last && end.to < this.#snapshot * 1.25)
            return;
        writeSnapshot(this.#runDir, state, end);
        this.#snapshot = end.to;
    }
    #pack(resolver) {
        const old = this.#takeSmallLast();
        const all = [...old.events.map((event) => ({ event, stamp: undefined })), ...this.#unpacked];
        for (let i = 0; i < all.length; i += SEGMENT_EVENTS) {
            const entries = all
                .slice(i, i + SEGMENT_EVENTS)
                .map(({ event, stamp }) => this.#entry(event, stamp, resolver));
            this.#segments.push(segment_file_writeSegmentFile(this.#runDir, entries));
        }
        this.#unpacked = [];
        this.#results.clear();
        const kept = new Set(this.#segments.map((ref) => ref.path));
        dropSegments(this.#runDir, [...old.refs, ...listSegments(this.#runDir)].filter((ref) => !kept.has(ref.path)));
    }
    #takeSmallLast() {
        const last = this.#segments.at(-1);
        if (last === undefined || last.to - last.from + 1 >= SMALL_SEGMENT)
            return { events: [], refs: [] };
        this.#segments.pop();
        return { events: readSegmentEvents(this.#runDir, last), refs: [last] };
    }
    #entry(event, known, resolver) {
        const ref = event.data.resultRef;
        if (known !== undefined && typeof ref === 'string' && this.#results.has(ref))
            return { event, stamp: known, result: this.#results.get(ref) };
        const name = layout_eventFileName(event.seq, event.ulid);
        const stamp = known ?? stampFile(this.#runDir, `journal/${name}`);
        // An event that was read before its stamp was taken is read again: it may have been edited in between.
        const fresh = known === undefined ? reader_readEvent(this.#runDir, { seq: event.seq, ulid: event.ulid, name }) : event;
        return packEntry(this.#runDir, fresh, stamp, resolver);
    }
}

;// CONCATENATED MODULE: ./lib/journal/placed.js
/** Event files that stand under their names, and what is left to do about them: it need not be done at once. */


/** Each keeps a file open: a batch may be longer than what a machine allows. */
const placed_MOST = 64;
class Placed {
    #files = [];
    add(file) {
        this.#files.push(file);
    }
    get isFull() {
        return this.#files.length >= placed_MOST;
    }
    /** Removes the other names, in order. `each` takes the descriptor over. What comes behind a failure stays here. */
    tidy(each) {
        for (let file = this.#files[0]; file !== undefined; file = this.#files[0]) {
            unlinkIfThere(file.temp);
            this.#files.shift();
            each(file);
        }
    }
    /** Lets go of all that is left, as well as that can be done. */
    drop() {
        for (const { fd, temp } of this.#files.splice(0)) {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
            try {
                (0,external_node_fs_namespaceObject.unlinkSync)(temp);
            }
            catch {
                // The event stands under its own name.
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/journal/sync-queue.js
/** Makes files durable, many at a time: one round of fsync for all who wait. */


const closeFile = (0,external_node_util_namespaceObject.promisify)(external_node_fs_namespaceObject.close);
const openFile = (0,external_node_util_namespaceObject.promisify)(external_node_fs_namespaceObject.open);
const sync_queue_syncData = (0,external_node_util_namespaceObject.promisify)(external_node_fs_namespaceObject.fdatasync);
const syncAll = (0,external_node_util_namespaceObject.promisify)(external_node_fs_namespaceObject.fsync);
class SyncQueue {
    #maxOpen;
    #log;
    #files = new Map();
    #paths = new Set();
    #directories = new Set();
    #running;
    #next;
    #failed;
    /** At most `maxOpen` descriptors are kept open until the next round. `log`: synced in each round, too. */
    constructor(maxOpen, log) {
        this.#maxOpen = maxOpen;
        this.#log = log;
    }
    /** Takes over an open descriptor: it is closed after the round. */
    file(fd, path) {
        if (this.#files.size < this.#maxOpen && !this.#files.has(path)) {
            this.#files.set(path, fd);
            return;
        }
        (0,external_node_fs_namespaceObject.closeSync)(fd);
        this.#paths.add(path);
    }
    path(path) {
        this.#paths.add(path);
    }
    directory(path) {
        this.#directories.add(path);
    }
    /** Resolves when everything given before this call is durable. */
    run() {
        if (this.#failed !== undefined)
            return Promise.reject(this.#failed);
        if (this.#running === undefined) {
            this.#running = this.#round().finally(() => {
                this.#running = undefined;
            });
            return this.#running;
        }
        this.#next ??= this.#running.then(() => {
            this.#next = undefined;
            return this.run();
        }, (error) => {
            this.#next = undefined;
            throw error;
        });
        return this.#next;
    }
    async #round() {
        const files = this.#files;
        const paths = this.#paths;
        const directories = this.#directories;
        this.#files = new Map();
        this.#paths = new Set();
        this.#directories = new Set();
        try {
            await this.#log?.sync();
            await inLanes([...files.values()], async (fd) => {
                await sync_queue_syncData(fd);
                (0,external_node_fs_namespaceObject.closeSync)(fd);
            });
            await inLanes([...paths], (path) => syncPath(path, sync_queue_syncData));
            // A directory after the files in it, so that no name becomes durable before its content.
            await inLanes([...directories], (path) => syncPath(path, syncAll));
        }
        catch (error) {
            // What the kernel could not write once it may report as written the next time: nothing is promised any more.
            this.#failed = error instanceof Error ? error : new Error(String(error));
            throw error;
        }
    }
    close() {
        for (const fd of this.#files.values())
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        this.#files.clear();
        this.#log?.close();
    }
}
async function syncPath(path, how) {
    let fd;
    try {
        fd = await openFile(path, 'r');
    }
    catch (error) {
        const { code } = error;
        // Gone by now (replaced by a later round), or a directory on a platform that cannot open one.
        if (code === 'ENOENT' || process.platform === 'win32')
            return;
        throw error;
    }
    try {
        await how(fd);
    }
    finally {
        await closeFile(fd);
    }
}
/** The thread pool has four threads; more than a few waiting for each only costs open descriptors. */
const LANES = 16;
/** Does the work for all items, a few at a time. Ends only when nothing runs any more; throws the first failure. */
async function inLanes(items, work) {
    let next = 0;
    let failure;
    const lane = async () => {
        while (next < items.length) {
            const item = items[next++];
            try {
                await work(item);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
    if (failure !== undefined)
        throw failure.error;
}

;// CONCATENATED MODULE: ./lib/journal/unsynced.js
/** What a driver before this one may have left in the page cache alone. */



// A kill leaves what it had written in the page cache; the next driver makes it durable with its own first save.
const UNSYNCED_MS = 10 * 60_000;
/** Has the files of the last events synced with the next round. `now`: ms since 1970. */
function queueUnsynced(queue, runDir, tail, now) {
    for (const event of tail) {
        if (ulidTime(event.ulid) < now - UNSYNCED_MS)
            continue;
        queue.path(layout_paths.event(runDir, layout_eventFileName(event.seq, event.ulid)));
        queue.directory(layout_paths.journal(runDir));
        if (event.seq === 1)
            for (const path of [layout_paths.run, layout_paths.inputs])
                queue.path(path(runDir));
        const { effectId, resultRef } = event.data;
        if (typeof effectId !== 'string')
            continue;
        const ref = typeof resultRef === 'string' ? resultRef : refs.task(effectId);
        queue.path((0,external_node_path_namespaceObject.join)(runDir, ref));
        queue.directory((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.join)(runDir, ref)));
        queue.directory(layout_paths.tasks(runDir));
    }
}

;// CONCATENATED MODULE: ./lib/journal/writer.js
/** The open journal of one run, in the hands of its driver. */














const MAX_OPEN_FILES = 256;
class RunJournal {
    runDir;
    run;
    state;
    #guard;
    #now;
    #trace;
    #onWritten;
    #ulids;
    #sync;
    #log;
    #packer;
    #damaged;
    #resolver;
    #journalDir;
    #stateDir;
    /** What is left to do about them the process need not wait for. */
    #placed = new Placed();
    #later = false;
    #broken;
    /** `loaded`: what `loadRun` read under the lease. */
    constructor(runDir, loaded, options = {}) {
        this.runDir = runDir;
        this.run = loaded.run;
        this.state = loaded.state;
        this.#guard = options.guard;
        this.#now = options.now ?? Date.now;
        this.#trace = options.trace ?? (() => { });
        this.#onWritten = options.onWritten ?? (() => { });
        this.#ulids = new UlidClock(loaded.state.head.ulid, this.#now);
        this.#log = options.log;
        this.#sync = new SyncQueue(MAX_OPEN_FILES, options.log);
        this.#damaged = loaded.damaged;
        this.#packer = new Packer(runDir, loaded.refs.segments, loaded.tail);
        this.#resolver = reader_resolverOf(runDir);
        this.#journalDir = layout_paths.journal(runDir);
        this.#stateDir = layout_paths.state(runDir);
        queueUnsynced(this.#sync, runDir, loaded.tail, this.#now());
    }
    get head() {
        return this.state.head;
    }
    /**
     * Writes the files, then one file for each event, in order, to the page cache; `sync` makes them durable.
     * Returns the events with their places. Nothing is written when the batch does not fit the run: RunEndedError
     * after the end, LonghaulError (JOURNAL_MISUSE) for a settlement of an effect that is not pending.
     * LeaseLostError when somebody else drives the run; from then on, and after any other failure, this journal
     * takes nothing more.
     *
     * A file that exists with another content (left by a kill before its event) is not touched: `task.json` and
     * `result.json` get the next free name, and the refs in the events follow.
     */
    append(events, files = []) {
        if (this.#broken !== undefined)
            throw this.#broken;
        checkBatch(this.state, events);
        const written = [];
        try {
            this.#tidy();
            // An adopted name gets a batch of its own, so that reservations never tell two stories of one seq.
            const first = this.#guard?.adopted(this.state.head.seq + 1);
            const batches = first === undefined ? [events] : [events.slice(0, 1), events.slice(1)];
            let pending = files;
            for (const batch of batches) {
                if (batch.length === 0 && pending.length === 0)
                    continue;
                written.push(...this.#appendBatch(batch, pending, batch === batches[0] ? first : undefined));
                pending = [];
            }
            if (!this.#later)
                this.#tidy();
        }
        catch (error) {
            throw this.#break(error);
        }
        // Otherwise all that a long run has done since the last save would wait in memory to be packed. Should it fail, the
        // next save says so.
        if (this.#log !== undefined && this.#packer.due)
            void this.sync().catch(() => { });
        return written;
    }
    #appendBatch(events, files, adopted) {
        const names = events.map((_, i) => {
            const seq = this.state.head.seq + 1 + i;
            const ulid = i === 0 && adopted !== undefined ? adopted : this.#ulids.next();
            this.#ulids.raise(ulid);
            return { seq, ulid, name: layout_eventFileName(seq, ulid) };
        });
        this.#guard?.reserve(names);
        const renamed = this.#writeFiles(files);
        const written = events.map((event, i) => this.#writeEvent(event, names[i], renamed));
        this.#trace('done');
        this.#guard?.done();
        this.#trace('appended');
        return written;
    }
    #writeEvent(event, name, renamed) {
        const recordedAt = event.recordedAt ?? new Date(this.#now()).toISOString();
        const data = renamed.size === 0 ? event.data : withRefs(event.data, renamed);
        const text = encodeEvent({ type: event.type, recordedAt, data }, this.run.harness);
        this.#trace(`event ${name.seq}`);
        const path = `${this.#journalDir}/${name.name}`;
        let linked;
        try {
            linked = linkWhole(path, text, this.#stateDir);
        }
        catch (error) {
            if (isExisting(error) && this.#guard !== undefined)
                throw this.#guard.lost();
            if (reader_isMissing(error))
                this.#guard?.reserve([]); // a new owner has tidied up behind us
            throw error;
        }
        const { seq, ulid } = name;
        const journaled = { seq, ulid, type: event.type, recordedAt, data: data };
        const ref = `journal/${name.name}`;
        this.#placed.add({ event: journaled, ref, text, ...linked });
        applyEvent(this.state, journaled);
        this.#onWritten(ref, journaled);
        if (this.#placed.isFull)
            this.#tidy();
        this.#trace(`after event ${name.seq}`);
        return journaled;
    }
    /** From now on what the process need not wait for is left for `tidy`: other names of what stands, stamps, segments. */
    tidyLater() {
        this.#later = true;
    }
    /** Does what `append` has left; every other call here would, too. */
    tidy() {
        if (this.#broken !== undefined)
            return;
        try {
            this.#tidy();
        }
        catch (error) {
            throw this.#break(error);
        }
    }
    #break(error) {
        this.#broken = error instanceof Error ? error : new Error(String(error));
        this.#placed.drop();
        return this.#broken;
    }
    #tidy() {
        this.#placed.tidy(({ event, ref, text, fd }) => {
            const { size, mtimeMs } = stampOf(fd);
            this.#packer.add(event, [ref, size, mtimeMs]);
            this.#written(fd, ref, text);
        });
    }
    /** Returns the names that files got instead of their own. */
    #writeFiles(files) {
        const renamed = new Map();
        for (const file of files) {
            this.#trace(`file ${file.path}`);
            let path = file.path;
            for (let n = 2; !this.#writeFile(path, file); n++) {
                path = file.path.replace(/(\.[^./]*)?$/, (extension) => `-${n}${extension}`);
            }
            if (path !== file.path)
                renamed.set(file.path, path);
            this.#onWritten(path);
        }
        return renamed;
    }
    /** False when another content stands there. */
    #writeFile(ref, file) {
        const path = `${this.runDir}/${ref}`;
        const directory = path.slice(0, path.lastIndexOf('/'));
        const isBlob = /^tasks\/[^/]+\/blobs\//.test(ref);
        if (file.replace === true || isBlob) {
            // A blob's name is its digest: whatever else stands there is a torn one.
            replaceFile(path, file.text);
            this.#sync.path(path);
            this.#named(directory);
            return true;
        }
        let fd;
        // A new effect's first file: to find its directory missing would cost more than to make it.
        if (ref.endsWith('/task.json'))
            makeDirectory(directory);
        try {
            fd = withDirectory(directory, () => (0,external_node_fs_namespaceObject.openSync)(path, 'wx'));
            this.#trace(`opened ${ref}`);
            (0,external_node_fs_namespaceObject.writeFileSync)(fd, file.text);
        }
        catch (error) {
            if (!isExisting(error))
                throw error;
            if ((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8') !== file.text)
                return false;
            fd = (0,external_node_fs_namespaceObject.openSync)(path, 'r');
        }
        if (file.value !== undefined) {
            const { size, mtimeMs } = stampOf(fd);
            this.#packer.result([ref, size, mtimeMs], file.value);
        }
        this.#written(fd, ref, file.text);
        return true;
    }
    /** A file stands whole in the page cache. */
    #written(fd, ref, text) {
        if (this.#log !== undefined && text.length <= MAX_LOGGED) {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
            this.#log.add(ref, text);
            return;
        }
        const path = `${this.runDir}/${ref}`;
        this.#sync.file(fd, path);
        this.#named(path.slice(0, path.lastIndexOf('/')));
    }
    #named(directory) {
        this.#sync.directory(directory);
        this.#sync.directory(directory.slice(0, directory.lastIndexOf('/')));
    }
    /** Everything appended so far is on the disk when this resolves. Callers that come meanwhile share the next round. */
    async sync() {
        if (this.#broken !== undefined)
            throw this.#broken;
        this.tidy();
        this.#trace('sync');
        await this.#sync.run();
        this.#trace('synced');
        if (this.#packer.due)
            this.pack(false);
    }
    /** Packs what is not packed yet into a segment. A cache: failures are swallowed, the journal is whole without. */
    pack(last = true) {
        if (this.#damaged)
            return;
        try {
            this.tidy();
            this.#packer.pack(this.#resolver, this.state, last);
        }
        catch {
            this.#packer.forget();
        }
    }
    /** Closes what is open. What was not synced stays in the page cache. */
    close() {
        this.#broken ??= new errors/* LonghaulError */.BQ('JOURNAL_CLOSED', `The journal of run ${this.state.runId} is closed`);
        this.#placed.drop();
        this.#sync.close();
    }
}

;// CONCATENATED MODULE: ./lib/stores/lease.js
/**
 * The lease of a run directory (protocol L5). Files in lease/:
 *   epoch-<n>.json      who holds, or held, the lease with epoch n; linked into place whole, never changed
 *   epoch-<n>.released  its owner let it go
 *   epoch-<n>.names     reservations: `<seq> <ULID>` of every event that epoch n was about to create, in order.
 *                       One file for all its batches: a file each would cost as much as the event itself.
 *   epoch-<n>.log       what it made durable (journal/sync-log.ts); no part of this protocol
 *
 * Why at most one driver's events enter the journal, however long a driver sleeps between two instructions:
 *  1. Whoever takes the lease creates epoch-<n+1>.json exclusively, n being the highest there is. Of several
 *     at once one succeeds. The highest epoch file is never deleted, so epochs never repeat; lower ones are
 *     deleted from the lowest up, so for an old owner always either its own file is gone or the next is there
 *     (which it looks for first). One who creates an epoch file late, after that epoch was come and gone, finds
 *     a higher one when it lists again, and steps back.
 *  2. An owner appends the names of a batch to its reservations in one write, then looks for a higher epoch,
 *     then creates the events in order, each exclusively, stopping for good at the first that fails.
 *  3. A new owner takes its epoch, then reads the reservations of lower ones, then lists the journal. A former
 *     owner whose look at the epochs came after that take stops. One whose look came before had its reservation
 *     in place by then, so the new owner sees it.
 *  4. The name that a former owner would create next is the reserved one of the first seq that the journal
 *     lacks. The new owner's first event takes exactly that name. Who creates it first wins: the former owner
 *     fails there and creates nothing more (2), or the new one fails, having written nothing else, and says
 *     so; the next opening sees the event.
 *  5. That first event is a batch of its own. So a later seq is reserved by the new owner only once it has won,
 *     and of two reservations of one seq the higher epoch's is the one that may still be used.
 *  6. Reservations of lower epochs are deleted by the new owner once its first batch stands, when (4) is
 *     decided. What a former owner writes into them later nobody needs: its look at the epochs stops it.
 *  7. Who released its lease creates nothing more: its reservations are deleted unread.
 */











const EPOCH_FILE = /^epoch-(\d+)\.(json|released|names)$/;
function listLease(runDir) {
    const entries = namesIn(layout_paths.lease(runDir)).flatMap((file) => {
        const match = EPOCH_FILE.exec(file);
        return match === null ? [] : [{ epoch: Number(match[1]), file, kind: match[2] }];
    });
    entries.sort((a, b) => a.epoch - b.epoch);
    const owners = entries.filter((entry) => entry.kind === 'json');
    const epoch = owners.at(-1)?.epoch ?? 0;
    const released = new Set(entries.filter((entry) => entry.kind === 'released').map((entry) => entry.epoch));
    const isDecided = (entry) => entry.kind !== 'names' || released.has(entry.epoch);
    return {
        epoch,
        released: released.has(epoch),
        lower: entries.filter((entry) => entry.epoch < epoch && isDecided(entry)),
        reservations: entries.filter((entry) => !isDecided(entry)),
    };
}
function epochFile(runDir, epoch) {
    return (0,external_node_path_namespaceObject.join)(layout_paths.lease(runDir), `epoch-${epoch}.json`);
}
/** undefined for a file that is gone, empty or torn: only a power failure tears one, and no owner survives that. */
function readRecord(runDir, epoch) {
    const record = decode_parseJson(reader_readIfThere(epochFile(runDir, epoch)) ?? '');
    if (!decode_isObject(record) || !decode_isObject(record.owner) || typeof record.owner.token !== 'string')
        return undefined;
    return record;
}
/** Whether somebody holds the lease. `now` in milliseconds. */
function holderOf(runDir, machine = thisMachine, now = Date.now()) {
    const { epoch, released } = listLease(runDir);
    if (epoch === 0 || released)
        return undefined;
    const record = readRecord(runDir, epoch);
    return record !== undefined && isHeld(record, machine, now) ? record : undefined;
}
/** The last owner did not give the lease back. */
function isLeft(runDir) {
    const { epoch, released } = listLease(runDir);
    return epoch > 0 && !released;
}
function isHeld(record, machine, now) {
    const liveness = livenessOf(record.owner, machine);
    if (liveness !== 'unknown')
        return liveness === 'alive';
    // From elsewhere: held until the time that it set itself.
    return record.expiresAt === undefined || Date.parse(record.expiresAt) > now;
}
/** A held lease, and the guard of the journal that it stands for. */
class DirectoryLease {
    epoch;
    owner;
    /** The owner before, when it had not released the lease. */
    former;
    #runDir;
    #runId;
    #trace;
    #bootId;
    #ownFile;
    #nextFile;
    /** Reservations of former owners, in ascending order of epoch. */
    #foreign;
    /** Descriptor of our own, once there are any. */
    #own;
    constructor(runDir, runId, record, former, options) {
        this.#runDir = runDir;
        this.#runId = runId;
        this.epoch = record.epoch;
        this.owner = record.owner;
        this.former = former;
        this.#trace = options.trace;
        this.#bootId = options.bootId;
        this.#ownFile = epochFile(runDir, this.epoch);
        this.#nextFile = epochFile(runDir, this.epoch + 1);
        this.#foreign = this.#readReservations();
    }
    /** Throws LeaseHeldError naming who holds it. */
    static take(runDir, runId, owner, options = {}) {
        const machine = options.machine ?? thisMachine;
        const trace = options.trace ?? (() => { });
        const directory = layout_paths.lease(runDir);
        (0,external_node_fs_namespaceObject.mkdirSync)(directory, { recursive: true });
        for (;;) {
            const listing = listLease(runDir);
            const before = listing.epoch === 0 || listing.released ? undefined : readRecord(runDir, listing.epoch);
            if (before !== undefined &&
                options.force !== true &&
                isHeld(before, machine, (options.now ?? Date.now)())) {
                throw new errors/* LeaseHeldError */._i(runId, describeOwner(before.owner));
            }
            const record = { epoch: listing.epoch + 1, owner };
            if (options.expiresAt !== undefined)
                record.expiresAt = options.expiresAt;
            trace('take');
            try {
                (0,external_node_fs_namespaceObject.closeSync)(createWhole(epochFile(runDir, record.epoch), `${JSON.stringify(record)}\n`, directory));
            }
            catch (error) {
                // Somebody was quicker: look at who it is.
                if (isExisting(error))
                    continue;
                throw error;
            }
            trace('taken');
            // Between the listing and the creation others may have come and gone, this very epoch with them.
            if (listLease(runDir).epoch !== record.epoch) {
                unlinkIfThere(epochFile(runDir, record.epoch));
                continue;
            }
            const bootId = machine.bootId();
            const lease = new DirectoryLease(runDir, runId, record, before?.owner, { trace, bootId });
            try {
                restoreFiles(runDir, bootId, (options.now ?? Date.now)());
                // Killed, perhaps before it had tidied up.
                if (before !== undefined)
                    removeTemps(layout_paths.state(runDir));
            }
            catch (error) {
                lease.release();
                throw error;
            }
            for (const { file } of listLease(runDir).lower)
                unlinkIfThere((0,external_node_path_namespaceObject.join)(directory, file));
            return lease;
        }
    }
    #readReservations() {
        const lower = listLease(this.#runDir).reservations.filter((entry) => entry.epoch < this.epoch);
        return lower.map(({ epoch, file }) => {
            const names = new Map();
            // Gone by now: whoever deleted it had decided all that it says.
            for (const line of (reader_readIfThere((0,external_node_path_namespaceObject.join)(layout_paths.lease(this.#runDir), file)) ?? '').split('\n')) {
                const [seq, ulid = ''] = line.split(' ');
                if (isUlid(ulid))
                    names.set(Number(seq), ulid);
            }
            return { file, epoch, names };
        });
    }
    /** For the journal under this lease; undefined where a restart of the machine could not be told afterwards. */
    log() {
        if (this.#bootId === '')
            return undefined;
        return new SyncLog((0,external_node_path_namespaceObject.join)(layout_paths.lease(this.#runDir), `epoch-${this.epoch}.log`), this.#bootId);
    }
    adopted(seq) {
        return this.#foreign.findLast((reservations) => reservations.names.has(seq))?.names.get(seq);
    }
    reserve(names) {
        if (names.length > 0) {
            this.#own ??= (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_namespaceObject.join)(layout_paths.lease(this.#runDir), `epoch-${this.epoch}.names`), 'ax');
            this.#trace('reserve');
            (0,external_node_fs_namespaceObject.writeSync)(this.#own, names.map(({ seq, ulid }) => `${seq} ${ulid}\n`).join(''));
            this.#trace('reserved');
        }
        this.check();
        this.#trace('checked');
    }
    done() {
        // A batch of files alone decides nothing about the names of events.
        if (this.#own !== undefined && this.#foreign.length > 0)
            this.forgetReservations();
    }
    /** Deletes the reservations of former owners; only when nothing can come of them any more. */
    forgetReservations() {
        for (const { file } of this.#foreign)
            unlinkIfThere((0,external_node_path_namespaceObject.join)(layout_paths.lease(this.#runDir), file));
        this.#foreign = [];
    }
    /** Two looks, in this order: see (1) above. */
    check() {
        if ((0,external_node_fs_namespaceObject.existsSync)(this.#nextFile) || !(0,external_node_fs_namespaceObject.existsSync)(this.#ownFile))
            throw this.lost();
    }
    lost() {
        const { epoch } = listLease(this.#runDir);
        const by = epoch > this.epoch ? readRecord(this.#runDir, epoch)?.owner : this.former;
        return new errors/* LeaseLostError */.Jd(this.#runId, describeOwner(by));
    }
    /** Lets the lease go, if it is still this one's. */
    release() {
        if (this.#own !== undefined)
            (0,external_node_fs_namespaceObject.closeSync)(this.#own);
        this.#own = undefined;
        if (!(0,external_node_fs_namespaceObject.existsSync)(this.#ownFile))
            return;
        try {
            (0,external_node_fs_namespaceObject.closeSync)((0,external_node_fs_namespaceObject.openSync)((0,external_node_path_namespaceObject.join)(layout_paths.lease(this.#runDir), `epoch-${this.epoch}.released`), 'wx'));
        }
        catch (error) {
            if (!isExisting(error))
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/watch.js
/** Of a mailbox that is far away: a driver acts on its mail within 10 s, with the tenth that pauses differ by. */
const MAIL_PACE = { firstMs: 5000, lastMs: 8000 };
/**
 * See `Mailbox.watch`. The timer does not keep the process alive. `first`: the first look, where what it would see
 * is known already.
 */
function watchMail(mailbox, pace, onMail, onError = () => { }, first = () => mailbox.read()) {
    const told = new Set();
    let pause = pace.firstMs;
    let isFirst = true;
    let stopped = false;
    let timer;
    const again = () => {
        if (stopped)
            return;
        // Many drivers do not look in step.
        const apart = 0.9 + Math.random() / 5;
        timer = setTimeout(() => look(() => mailbox.read()), pause * apart);
        timer.unref();
    };
    const tell = async (read) => {
        const { mail, duplicates, invalid } = read;
        const names = [...mail, ...invalid].map(({ name }) => name).concat(duplicates);
        const isNew = names.some((name) => !told.has(name));
        if (!isNew && !isFirst) {
            pause = Math.min(pace.lastMs, pause * 2);
            return;
        }
        if (isNew)
            pause = pace.firstMs;
        if (stopped)
            return;
        isFirst = false;
        for (const name of names)
            told.add(name);
        await onMail(read);
    };
    const look = (read) => {
        read()
            .then(tell)
            .catch((error) => {
            pause = Math.min(pace.lastMs, pause * 2);
            if (!stopped)
                onError(error);
        })
            .finally(again);
    };
    look(first);
    return () => {
        stopped = true;
        clearTimeout(timer);
    };
}

;// CONCATENATED MODULE: ./lib/stores/mailbox.js
/** The mailbox of a run directory: one file for each message, created whole under a name of its own. */








const MAIL_NAME = /^([A-Za-z0-9][A-Za-z0-9._-]{0,127})-([0-9a-f]{12})$/;
/** `<id>-<first 12 of the content's digest>`, and the content. */
function encodeMessage(message) {
    const text = jsonText(message);
    return { name: `${message.id}-${sha256(text).slice(0, 12)}`, text };
}
/**
 * Sorts what lies in a mailbox: valid messages, one for each id (the oldest by its own time, then by name),
 * further ones with the same id, and what is no message. Loads the schemas only when there is something.
 */
async function sortMail(raw) {
    const read = { mail: [], duplicates: [], invalid: [] };
    if (raw.length === 0)
        return read;
    const { parseMessage } = await Promise.all(/* import() */[__nccwpck_require__.e(435), __nccwpck_require__.e(239)]).then(__nccwpck_require__.bind(__nccwpck_require__, 239));
    const valid = [];
    for (const { name, text } of raw) {
        const match = MAIL_NAME.exec(name);
        const message = parseMessage(text);
        if (typeof message === 'string')
            read.invalid.push({ name, why: message });
        else if (match === null || match[1] !== message.id || match[2] !== sha256(text).slice(0, 12)) {
            read.invalid.push({ name, why: 'its name is not that of its content' });
        }
        else
            valid.push({ name, message });
    }
    valid.sort((a, b) => compare(a.message.at, b.message.at) || compare(a.name, b.name));
    const seen = new Set();
    for (const mail of valid) {
        if (seen.has(mail.message.id))
            read.duplicates.push(mail.name);
        else
            read.mail.push(mail);
        seen.add(mail.message.id);
    }
    return read;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
class DirectoryMailbox {
    #directory;
    constructor(runDir) {
        this.#directory = layout_paths.mailbox(runDir);
    }
    async deliver(message) {
        const { checkMessage } = await Promise.all(/* import() */[__nccwpck_require__.e(435), __nccwpck_require__.e(239)]).then(__nccwpck_require__.bind(__nccwpck_require__, 239));
        const { name, text } = encodeMessage(checkMessage(message));
        let fd;
        try {
            fd = createWhole((0,external_node_path_namespaceObject.join)(this.#directory, `${name}.json`), text, this.#directory);
        }
        catch (error) {
            if (isExisting(error))
                return { name, fresh: false };
            throw error;
        }
        try {
            (0,external_node_fs_namespaceObject.fsyncSync)(fd);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        }
        syncDirectory(this.#directory);
        return { name, fresh: true };
    }
    async names() {
        return namesIn(this.#directory)
            .filter((file) => file.endsWith('.json') && !file.startsWith('tmp-'))
            .map((file) => file.slice(0, -'.json'.length))
            .sort();
    }
    async read() {
        const raw = [];
        for (const name of await this.names()) {
            const text = reader_readIfThere((0,external_node_path_namespaceObject.join)(this.#directory, `${name}.json`));
            if (text !== undefined)
                raw.push({ name, text });
        }
        return sortMail(raw);
    }
    watch(onMail, onError) {
        // A look is one readdir of a directory that is nearly always missing.
        return watchMail(this, { firstMs: 50, lastMs: 1000 }, onMail, onError);
    }
    async delete(names) {
        for (const name of names)
            unlinkIfThere((0,external_node_path_namespaceObject.join)(this.#directory, `${name}.json`));
    }
}

;// CONCATENATED MODULE: ./lib/stores/new-run.js
/** What a new run directory holds. */








/** run.json, inputs.json, .gitignore and the first event, in the order in which they are written. */
function newRunFiles(run, now) {
    const createdAt = run.history?.createdAt ?? new Date(now()).toISOString();
    const metadata = {
        runId: run.runId,
        request: run.request ?? run.processId,
        processId: run.processId,
        ...(run.harness !== undefined && { harness: run.harness }),
        entrypoint: run.entrypoint,
        ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
        createdAt,
        ...(run.prompt !== undefined && { prompt: run.prompt }),
        ...(run.nonInteractive === true && { nonInteractive: true }),
        completionProof: (0,external_node_crypto_namespaceObject.randomBytes)(16).toString('hex'),
    };
    const data = {
        runId: run.runId,
        processId: run.processId,
        entrypoint: run.entrypoint,
        ...(run.harness !== undefined && { harness: run.harness }),
        ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
        ...(run.inputs !== undefined && { inputsRef: 'inputs.json' }),
        ...(run.prompt !== undefined && { prompt: run.prompt }),
        ...run.created,
    };
    const files = [
        { path: '.gitignore', text: GITIGNORE },
        { path: 'run.json', text: encodeRun(metadata) },
    ];
    if (run.inputs !== undefined)
        files.push({ path: 'inputs.json', text: jsonText(run.inputs) });
    files.push(...(run.files ?? []));
    const event = encodeEvent({ type: 'RUN_CREATED', recordedAt: createdAt, data });
    const name = layout_eventFileName(1, run.history?.ulid ?? new UlidClock('', now).next());
    files.push({ path: `journal/${name}`, text: event });
    return files;
}
/** A run directory's empty directories and files, written into `dir`, which must not exist yet. */
function createRunDirectory(dir, files, directories) {
    (0,external_node_fs_namespaceObject.mkdirSync)(dir, { recursive: true });
    for (const name of directories)
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.join)(dir, name));
    for (const file of files) {
        const path = (0,external_node_path_namespaceObject.join)(dir, file.path);
        (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
        const fd = (0,external_node_fs_namespaceObject.openSync)(path, 'wx');
        try {
            (0,external_node_fs_namespaceObject.writeFileSync)(fd, file.text);
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(fd);
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/summary.js

/** `runId`: the name under which the store has the run. */
function summary_summaryOf(runId, state, now = Date.now()) {
    const summary = {
        runId,
        processId: state.processId,
        state: statusOf(state, now),
        createdAt: state.createdAt,
        updatedAt: state.updatedAt,
    };
    if (state.terminal !== undefined)
        return summary;
    const wakeAt = wakeTime(state);
    if (wakeAt !== undefined)
        summary.wakeAt = wakeAt;
    const waitingOn = [...state.pending.values()]
        .filter((effect) => waitsForOthers(effect, now))
        .map((effect) => effect.request.label);
    if (waitingOn.length > 0)
        summary.waitingOn = waitingOn;
    return summary;
}
/** The earliest ISO time at which time alone brings the run on; undefined: it waits for somebody. */
function wakeTime(state) {
    const times = [];
    const add = (time) => {
        const ms = time === undefined ? Number.NaN : Date.parse(time);
        if (!Number.isNaN(ms))
            times.push(ms);
    };
    add(state.deadline);
    add(state.cancel?.deadline);
    for (const effect of state.pending.values()) {
        const last = effect.starts.at(-1);
        add(effect.request.deadline);
        add(last?.notBefore);
        add(last?.deadline);
    }
    return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}
/**
 * ISO time from which a sweep looks at an open run. One that waits for a run of its own it looks at each time: the word
 * of that run's end may be lost with its machine. `lookAt`: of the index note.
 */
function sweepTime(state, lookAt = '') {
    if (state.terminal !== undefined)
        return undefined;
    const parent = [...state.pending.values()].some(state_hasChild) ? state.updatedAt : undefined;
    return [wakeTime(state), lookAt, parent].filter((time) => time !== undefined && time !== '').sort()[0];
}
/** Applies a filter; the runs changed last come first. */
function filterRuns(runs, filter = {}) {
    const { status, processId, limit } = filter;
    return runs
        .filter((run) => status === undefined || status.includes(run.state))
        .filter((run) => processId === undefined || run.processId === processId)
        .sort((a, b) => a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.runId < b.runId ? -1 : 1)
        .slice(0, limit ?? runs.length);
}
/** Why a run that nobody drives should be driven now; undefined: it waits for somebody, or has ended. */
function whyDue(run, now) {
    const { state, wakeAt, hasMail, isLeft = false } = run;
    if (hasMail)
        return 'mail';
    if (state === 'running' || state === 'created' || (state === 'waiting' && isLeft))
        return 'driver';
    return state === 'waiting' && wakeAt !== undefined && Date.parse(wakeAt) <= now ? 'time' : undefined;
}
function longestFirst(due) {
    return [...due]
        .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1))
        .map(({ runId, why }) => ({ runId, why }));
}
/** Those that report on an issue or wait there. */
function runsOn(rows, issue) {
    return rows
        .map(({ runId, status, attempt, updated: updatedAt, waitingOn, issue: reports, workflow }) => ({
        row: {
            runId,
            status,
            attempt,
            updatedAt,
            refs: waitingOn.filter((one) => one.issue === issue).map(({ ref }) => ref),
            ...(workflow === undefined ? {} : { workflow }),
        },
        isHere: reports === issue,
    }))
        .filter(({ row, isHere }) => isHere || row.refs.length > 0)
        .map(({ row }) => row);
}

;// CONCATENATED MODULE: ./lib/stores/summary-cache.js
/** state/summary.json: the line of a run in a list, so that a list does not read whole journals. */









const summary_cache_SCHEMA = 'longhaul.summary.v1';
const file = (runDir) => `${layout_paths.state(runDir)}/summary.json`;
function writeSummary(runDir, state) {
    const summary = summary_summaryOf(state.runId, state);
    replaceFile(file(runDir), jsonText({ schema: summary_cache_SCHEMA, head: state.head, summary }));
}
/** The last cache that a driver writes is there. */
function hasSummary(runDir) {
    return (0,external_node_fs_namespaceObject.existsSync)(file(runDir));
}
/**
 * The run's summary, from the cache when it stands for the last event of the journal and no time has come since
 * at which the run goes on by itself; otherwise from the journal. `now` in milliseconds. A damaged run is
 * listed, too: as `running`, since somebody must act, waiting on `run:verify`.
 */
function readSummary(runDir, runId, now) {
    const cached = cachedSummary(runDir, runId, now);
    if (cached !== undefined)
        return cached;
    try {
        return summary_summaryOf(runId, loadRun(runDir).state, now);
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc))
            throw error;
        const waitingOn = [`run:verify (${error.message})`];
        return { runId, processId: '', state: 'running', createdAt: '', updatedAt: '', waitingOn };
    }
}
function cachedSummary(runDir, runId, now) {
    const cache = decode_parseJson(reader_readIfThere(file(runDir)) ?? '');
    if (!decode_isObject(cache) || cache.schema !== summary_cache_SCHEMA || !decode_isObject(cache.head) || !decode_isObject(cache.summary))
        return undefined;
    const { events } = listJournal(runDir);
    const last = events.at(-1);
    if (last === undefined || last.seq !== cache.head.seq || last.ulid !== cache.head.ulid)
        return undefined;
    if (events.length !== last.seq)
        return undefined;
    const summary = { ...cache.summary, runId };
    const isDue = summary.wakeAt !== undefined && Date.parse(summary.wakeAt) <= now;
    return isDue ? undefined : summary;
}

;// CONCATENATED MODULE: ./lib/stores/directory.js


















class DirectoryStore {
    kind = 'directory';
    where;
    #options;
    /** `runsDir`: absolute path; made when the first run is. */
    constructor(runsDir, options = {}) {
        this.where = runsDir;
        this.#options = options;
    }
    importDir(runId) {
        return (0,external_node_path_namespaceObject.join)(this.where, checkRunId(runId));
    }
    async create(run) {
        checkRunId(run.runId);
        (0,external_node_fs_namespaceObject.mkdirSync)(this.where, { recursive: true });
        const taken = this.#find(run.runId);
        if (taken !== undefined)
            throw new errors/* RunExistsError */.SG(taken, this.where);
        const building = (0,external_node_path_namespaceObject.join)(this.where, `.${tempName()}`);
        try {
            createRunDirectory(building, newRunFiles(run, this.#options.now ?? Date.now), [...RUN_DIRS]);
            for (const name of ['', 'journal'])
                syncDirectory((0,external_node_path_namespaceObject.join)(building, name));
            // rename refuses a directory that holds something, so of two starts one wins.
            (0,external_node_fs_namespaceObject.renameSync)(building, (0,external_node_path_namespaceObject.join)(this.where, run.runId));
        }
        catch (error) {
            (0,external_node_fs_namespaceObject.rmSync)(building, { recursive: true, force: true });
            const { code } = error;
            if (code === 'ENOTEMPTY' || code === 'EEXIST')
                throw new errors/* RunExistsError */.SG(run.runId, this.where);
            throw error;
        }
        syncDirectory(this.where);
        return this.#run(run.runId);
    }
    async open(runId) {
        checkRunId(runId);
        if (!(0,external_node_fs_namespaceObject.existsSync)(layout_paths.run((0,external_node_path_namespaceObject.join)(this.where, runId))))
            throw new errors/* RunNotFoundError */.lQ(runId, this.where);
        const run = this.#run(runId);
        await run.restore();
        return run;
    }
    async exists(runId) {
        return isRunId(runId) && this.#find(runId) !== undefined;
    }
    async list(filter = {}) {
        const now = (this.#options.now ?? Date.now)();
        return filterRuns(this.#ids().map((runId) => readSummary((0,external_node_path_namespaceObject.join)(this.where, runId), runId, now)), filter);
    }
    async due({ now, workflow }) {
        const due = [];
        for (const { runId, state, updatedAt, wakeAt } of await this.list()) {
            const run = this.#run(runId);
            if ((await run.owner()) !== undefined)
                continue;
            const hasMail = (await run.mailbox.names()).length > 0;
            const loaded = state === 'waiting' ? run.load().state : undefined;
            const lookAt = loaded === undefined ? wakeAt : sweepTime(loaded);
            const why = whyDue({ state, wakeAt: lookAt, hasMail, isLeft: isLeft(run.runDir) }, now);
            if (why === undefined)
                continue;
            const of = (loaded ?? run.load().state).created?.workflow;
            if (of === undefined || workflow === undefined || of === workflow)
                due.push({ runId, why, updatedAt });
        }
        return longestFirst(due);
    }
    send(runId, message) {
        return this.#run(checkRunId(runId)).mailbox.deliver(message);
    }
    async prune(endedBefore) {
        const pruned = [];
        for (const run of await this.list()) {
            if (!isEnded(run.state) || run.updatedAt >= endedBefore)
                continue;
            (0,external_node_fs_namespaceObject.rmSync)((0,external_node_path_namespaceObject.join)(this.where, run.runId), { recursive: true, force: true });
            pruned.push(run.runId);
        }
        return pruned;
    }
    #run(runId) {
        return new DirectoryRun((0,external_node_path_namespaceObject.join)(this.where, runId), runId, this.#options);
    }
    /** Run ids are one regardless of case: what is two directories here may be one on another file system. */
    #find(runId) {
        const wanted = runId.toLowerCase();
        return namesIn(this.where).find((name) => name.toLowerCase() === wanted);
    }
    #ids() {
        return namesIn(this.where).filter((name) => isRunId(name) && (0,external_node_fs_namespaceObject.existsSync)(layout_paths.run((0,external_node_path_namespaceObject.join)(this.where, name))));
    }
}
class DirectoryRun {
    runDir;
    runId;
    mailbox;
    #options;
    constructor(runDir, runId, options) {
        this.runDir = runDir;
        this.runId = runId;
        this.mailbox = new DirectoryMailbox(runDir);
        this.#options = options;
    }
    /** What a power failure took is there again before anybody reads; who drives the run has done it already. */
    async restore() {
        const { machine = thisMachine, now = Date.now } = this.#options;
        const bootId = machine.bootId();
        if (foreignLogs(this.runDir, bootId).length === 0 || (await this.owner()) !== undefined)
            return;
        restoreFiles(this.runDir, bootId, now());
    }
    load(options = {}) {
        return loadRun(this.runDir, options);
    }
    metadata() {
        return readRun(this.runDir);
    }
    events() {
        return eventsOf(this.runDir);
    }
    async owner() {
        return holderOf(this.runDir, this.#options.machine, (this.#options.now ?? Date.now)())?.owner;
    }
    async acquire(owner, options = {}) {
        const { segments, damaged, ...rest } = options;
        const take = { ...this.#options, ...rest };
        const lease = DirectoryLease.take(this.runDir, this.runId, owner, take);
        try {
            const loaded = loadRun(this.runDir, { segments: segments ?? 'check', damaged: damaged === true });
            if (damaged !== true)
                checkSound(this.runDir, loaded.state);
            const journal = new RunJournal(this.runDir, loaded, {
                ...this.#options,
                guard: lease,
                log: lease.log(),
            });
            return new HeldLease(lease, loaded, journal, this.mailbox);
        }
        catch (error) {
            lease.release();
            throw error;
        }
    }
}
class HeldLease {
    journal;
    loaded;
    #lease;
    #mailbox;
    #released = false;
    constructor(lease, loaded, journal, mailbox) {
        this.#lease = lease;
        this.#mailbox = mailbox;
        this.loaded = loaded;
        this.journal = journal;
    }
    get epoch() {
        return this.#lease.epoch;
    }
    get owner() {
        return this.#lease.owner;
    }
    get former() {
        return this.#lease.former;
    }
    check() {
        if (this.#released)
            throw new errors/* LonghaulError */.BQ('LEASE_RELEASED', 'The lease was released');
        this.#lease.check();
    }
    /** Nothing depends on them: a full disk must not keep the lease from being released. */
    #writeCaches() {
        const { runDir, state } = this.journal;
        if (this.#areCachesCurrent())
            return;
        this.journal.pack();
        try {
            rebuildStateCache(runDir, state, reasonAfter(state));
            writeSummary(runDir, state);
        }
        catch {
            // The next reader takes the journal.
        }
    }
    /** Whoever wrote the last event packed it, which is the first of the caches, and nothing has come since. */
    #areCachesCurrent() {
        const { tail, names } = this.loaded;
        const { runDir, state } = this.journal;
        return tail.length === 0 && names.length === state.head.seq && hasSummary(runDir);
    }
    /** The caches belong to whoever holds the lease. */
    #isHeld() {
        try {
            this.#lease.check();
            return true;
        }
        catch {
            return false;
        }
    }
    async save(options = {}) {
        this.check();
        await this.journal.sync();
        // Only now: a kill before leaves the messages, and their ids in the journal say that they were dealt with.
        if (options.mail !== undefined)
            await this.#mailbox.delete(options.mail);
        if (options.last === true)
            await this.release();
    }
    async release() {
        if (this.#released)
            return;
        this.#released = true;
        if (this.#isHeld())
            this.#writeCaches();
        this.journal.close();
        this.#lease.release();
    }
}

;// CONCATENATED MODULE: ./lib/testing/store.js

class TestStore extends DirectoryStore {
    constructor(runsDir, clock) {
        super(runsDir, { now: () => clock.now() });
    }
    async create(run) {
        return unsynced(await super.create(run));
    }
    async open(runId) {
        return unsynced(await super.open(runId));
    }
}
function unsynced(run) {
    const acquire = run.acquire.bind(run);
    run.acquire = async (owner, options) => {
        const lease = await acquire(owner, options);
        lease.save = async () => lease.check();
        return lease;
    };
    return run;
}

;// CONCATENATED MODULE: ./lib/testing/run-process.js
/** `runProcess`: a whole run inside a test. */


















/**
 * Runs a process from its start until it ends or nothing more happens.
 *
 * @param entry the process file, as `path`, `path#export` or file URL; relative to the working directory
 * @throws LonghaulError when the engine itself fails: PROCESS_LOAD, PROCESS_STUCK, PROCESS_LOST, DIVERGED …
 * @example const { status, output } = await runProcess('process.ts', { inputs, respond: (effect) => ({ ok: true }) });
 */
async function runProcess(entry, options = {}) {
    const clock = options.clock ?? new TestClock();
    const store = new TestStore(external_node_path_namespaceObject.resolve(options.runsDir ?? temporaryDirectory()), clock);
    const workspace = process.cwd();
    const run = await openRun(entry, options, store, workspace);
    const over = new AbortController();
    const desk = new Desk(options.respond, clock, over);
    const world = {
        clock,
        workspace,
        env: process.env,
        agentCommand: undefined,
        performer: {
            can: ({ kind }) => !WITHOUT_PERFORMER.has(kind),
            perform: (effect, { signal }) => desk.perform(effect, signal),
        },
        ask: undefined,
        standIn: (request) => request.external || WITHOUT_PERFORMER.has(request.kind) ? desk.standIn(request) : undefined,
        report: options.onEvent ?? (() => { }),
        secrets: [],
    };
    await driveRun({
        store,
        run,
        owner: thisOwner(VERSION),
        world,
        limits: {
            ...DEFAULT_LIMITS,
            maxParallel: Number.POSITIVE_INFINITY,
            waitInJobMs: Number.POSITIVE_INFINITY,
            ...options.limits,
        },
        onCodeChange: options.onCodeChange ?? 'pin',
        ...(options.retry === true && { retry: { by: { login: 'test' } } }),
        execute: true,
        restartAfterEach: options.restartAfterEach === true,
        first: (_lease, driver) => desk.begin(driver),
        shutdown: over.signal,
    });
    const { state, effects } = readResults(run);
    const output = state.terminal?.outputRef === undefined ? undefined : reader_readIfThere(layout_paths.output(run.runDir));
    return {
        status: state.terminal?.status ?? 'waiting',
        output: output === undefined ? undefined : JSON.parse(output),
        error: state.terminal?.error,
        runDir: run.runDir,
        effects,
    };
}
async function openRun(entry, options, store, workspace) {
    const { runId, inputs } = options;
    if (runId !== undefined && (await store.exists(runId)))
        return store.open(runId);
    return startRun({
        store,
        runId,
        entry: parseEntry(entryPath(entry), workspace),
        inputs: inputs === undefined ? undefined : toJson(inputs, 'inputs').json,
        workspace,
    });
}
/** `path#export` of a path or file URL. */
function entryPath(entry) {
    const text = String(entry);
    if (!text.startsWith('file:'))
        return text;
    const url = new URL(text);
    const exportName = decodeURIComponent(url.hash);
    url.hash = '';
    return (0,external_node_url_namespaceObject.fileURLToPath)(url) + exportName;
}
const temporary = [];
function temporaryDirectory() {
    if (temporary.length === 0) {
        process.once('exit', () => {
            for (const directory of temporary)
                (0,external_node_fs_namespaceObject.rmSync)(directory, { recursive: true, force: true });
        });
    }
    const directory = (0,external_node_fs_namespaceObject.mkdtempSync)(external_node_path_namespaceObject.join((0,external_node_os_namespaceObject.tmpdir)(), 'longhaul-test-'));
    temporary.push(directory);
    return directory;
}

;// CONCATENATED MODULE: ./lib/testing/replay-run.js
/** `replayRun`: does this code still agree with a run's journal? */










/**
 * Replays the journal of a run with the code of `entry`. Runs no effect and writes nothing, so that recorded runs
 * can be kept as fixtures: does a change of the code still agree with the runs that are open? Of a completed run
 * the code must ask for exactly its steps; of any other it may ask for more.
 *
 * @param entry the process file as `path`, `path#export` or file URL; default: the file that the run was started with
 * @throws LonghaulError for a damaged journal, or a process that cannot be loaded or does not give the loop back
 */
async function replayRun(runDir, options = {}) {
    const directory = external_node_path_namespaceObject.resolve(runDir);
    const loaded = loadRun(directory);
    const { importPath, exportName } = loaded.run.entrypoint;
    const entry = parseEntry(options.entry === undefined
        ? `${external_node_path_namespaceObject.resolve(directory, importPath)}#${exportName}`
        : entryPath(options.entry), process.cwd());
    const { state } = loaded;
    const commit = state.created?.commit ?? '';
    const diverged = await replayOnly({
        loaded,
        init: {
            runId: state.runId,
            processId: state.processId,
            runDir: directory,
            artifactsDir: layout_paths.artifacts(directory),
            workspace: repositoryOf(entry.path, process.cwd()),
            entry,
            inputs: readInputs(directory),
            createdAt: state.createdAt,
            code: undefined,
            nonInteractive: loaded.run.nonInteractive === true,
            seed: state.created?.seed,
            origin: state.created?.origin ?? null,
            secrets: [],
        },
        env: cleanEnvironment(process.env),
        limits: { ...DEFAULT_LIMITS, ...options.limits },
        codeRevisions: () => ({ recorded: commit, now: commitOf(process.cwd()) }),
    });
    if (diverged === undefined)
        return { clean: true, divergence: undefined };
    const { message, hint, facts } = diverged;
    return { clean: false, divergence: { message, hint, facts } };
}

;// CONCATENATED MODULE: ./lib/testing/index.js
/** Runs a process in a test: no commands, no people, no waiting. The journal, the worker and the rules are the real ones. */





var __webpack_exports__TestClock = __webpack_exports__.T$;
var __webpack_exports__cancel = __webpack_exports__.ZT;
var __webpack_exports__pending = __webpack_exports__.Ub;
var __webpack_exports__replayRun = __webpack_exports__.X8;
var __webpack_exports__runProcess = __webpack_exports__.R3;
export { __webpack_exports__TestClock as TestClock, __webpack_exports__cancel as cancel, __webpack_exports__pending as pending, __webpack_exports__replayRun as replayRun, __webpack_exports__runProcess as runProcess };
