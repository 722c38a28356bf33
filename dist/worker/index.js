import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({});
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
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
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
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

// NAMESPACE OBJECT: ./lib/index.js
var lib_namespaceObject = {};
__nccwpck_require__.r(lib_namespaceObject);
__nccwpck_require__.d(lib_namespaceObject, {
  DivergenceError: () => (DivergenceError),
  EffectCancelledError: () => (EffectCancelledError),
  LostEffectError: () => (LostEffectError),
  defineTask: () => (defineTask),
  globalTaskRegistry: () => (globalTaskRegistry)
});

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./lib/define-task.js
/** Tasks by id. Babysitter's process files look into it and delete from it. */
const globalTaskRegistry = {
    definitions: new Map(),
    hasTask(id) {
        return this.definitions.has(id);
    },
    get(id) {
        return this.definitions.get(id);
    },
    list() {
        return [...this.definitions.keys()];
    },
    clear() {
        this.definitions.clear();
    },
};
/**
 * Defines a task: `build` describes, from its arguments, what is to be done (`kind` says by whom).
 * With `schemas.args` and `schemas.result` both are checked, and give the task its types.
 *
 * @example const build = defineTask('build', (args: { target: string }) => ({
 *   kind: 'shell', title: `Build ${args.target}`, shell: { command: `make ${args.target}` } }));
 * @throws TypeError for an empty id or a builder that is not a function
 */
function defineTask(id, build, schemas = {}) {
    if (typeof id !== 'string' || id.trim() === '') {
        throw new TypeError('defineTask(id, build): the id must be a non-empty string, e.g. defineTask("build", …)');
    }
    if (typeof build !== 'function') {
        throw new TypeError(`defineTask("${id}", build): the second argument must be a function that returns the definition, e.g. ` +
            '(args) => ({ kind: "shell", shell: { command: "make" } })');
    }
    const taskId = id.trim();
    const task = { id: taskId, build, args: schemas.args, result: schemas.result };
    globalTaskRegistry.definitions.set(taskId, task);
    return task;
}

;// CONCATENATED MODULE: ./lib/errors.js
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
class errors_UsageError extends LonghaulError {
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
class errors_DamageError extends LonghaulError {
    /** `<run>` in the hint: the command line says which. */
    constructor(message, path, hint = 'See every finding with `longhaul run:verify <run>`; `longhaul run:repair-journal <run> --dry-run` shows what can be repaired.') {
        super('DAMAGED', message, { path, hint });
        this.name = 'DamageError';
    }
}

;// CONCATENATED MODULE: ./lib/journal/json.js
/**
 * The one rule by which arguments, results and outputs become JSON: what JSON.stringify makes of them,
 * except that it never empties anything silently.
 */

/** A value that has no honest JSON form; the message names its path. */
class NotJsonError extends LonghaulError {
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
function json_jsonText(json) {
    return `${JSON.stringify(json, null, 2)}\n`;
}
/** The same value with the keys of all objects in localeCompare order, as Babysitter stores tasks and results. */
function json_sortKeys(json) {
    if (typeof json !== 'object' || json === null)
        return json;
    if (Array.isArray(json))
        return json.map(json_sortKeys);
    const out = {};
    for (const key of Object.keys(json).sort((a, b) => a.localeCompare(b))) {
        const value = json_sortKeys(json[key] ?? null);
        if (key === '__proto__') {
            Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
        }
        else
            out[key] = value;
    }
    return out;
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
class DivergenceError extends Error {
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

;// CONCATENATED MODULE: ./lib/index.js
/** What a process file imports. */



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
function decode_asKnown(event) {
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
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./lib/journal/layout.js
/** Names and paths inside a run directory, and the safe way from a ref in the journal to a file. */



const layout_LAYOUT_VERSION = '2026.01-storage-preview';
const GITIGNORE = 'state/\ntasks/*/artifacts/\nblobs/\norphaned/\n';
/** The directories that Babysitter makes with every run. */
const RUN_DIRS = (/* unused pure expression or super */ null && (['journal', 'tasks', 'blobs', 'state', 'orphaned', 'process']));
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
const layout_refs = {
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
function layout_parseEventName(name) {
    if (!EVENT_NAME.test(name))
        return undefined;
    const end = name.length - TAIL_LENGTH;
    const seq = Number(name.slice(0, end));
    return seq === 0 ? undefined : { seq, ulid: name.slice(end + 1, -5), name };
}
/** By number, not by text: 1,000,000 comes after 999,999. */
function layout_compareEvents(a, b) {
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
class RefResolver {
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
            throw new errors_DamageError(`The ref ${JSON.stringify(ref)} in ${mentionedIn} is not followed: ${problem}`, mentionedIn);
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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/journal/digest.js
/** Digests: what the journal compares files, arguments and requests by. */

/** sha256, 64 hex characters. Text is hashed as UTF-8. */
function digest_sha256(data) {
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
    return digest_sha256(text);
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
    return `${runId}.${digest_sha256(key).slice(0, 16)}.${n}`;
}
/** The id that git gives a blob of these bytes (SHA-1 repositories), hex. */
function gitBlobId(bytes) {
    return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
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
class EventFaultError extends errors_DamageError {
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
    if (found !== null && digest_sha256(`${text.slice(0, -found[0].length)}\n}\n`) === found[1])
        return;
    // Another writer may lay out its text differently; the rule speaks of the value's pretty text.
    const { checksum, ...rest } = body;
    if (typeof checksum === 'string' && digest_sha256(`${JSON.stringify(rest, null, 2)}\n`) === checksum)
        return;
    throw new EventFaultError('EVENT_CHECKSUM', `The checksum of the event file ${path} does not hold: it was edited or damaged`, path);
}

;// CONCATENATED MODULE: ./lib/journal/task-files.js
/** The files beside the journal: task.json, result.json, run.json, in Babysitter's exact bytes. */




const TASK_SCHEMA = '2026.01.tasks-v1';
const RESULT_SCHEMA = '2026.01.results-v1';
/** Values whose pretty JSON is longer than this, in bytes, stand in a blob of their own. */
const BLOB_THRESHOLD = (/* unused pure expression or super */ null && (1024 * 1024));
const FIXED_TASK_KEYS = new Set(['schemaVersion', 'effectId', 'taskId', 'invocationKey', 'stepId']);
const OBJECT_KEYS = (/* unused pure expression or super */ null && (['io', 'node', 'breakpoint', 'orchestratorTask', 'sleep', 'metadata']));
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
        return isObject(value) ? value : undefined;
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
function task_files_decodeRun(text) {
    const run = parseJson(text);
    if (!isObject(run))
        return 'it is cut off or no JSON';
    if (typeof run.runId !== 'string' || run.runId === '')
        return 'it has no runId';
    if (run.layoutVersion !== LAYOUT_VERSION) {
        return `its layoutVersion is ${JSON.stringify(run.layoutVersion ?? null)}, this engine reads ${LAYOUT_VERSION}`;
    }
    if (!isObject(run.entrypoint) || typeof run.entrypoint.importPath !== 'string')
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
    const path = paths.run(runDir);
    const text = readIfThere(path);
    if (text === undefined)
        throw new DamageError(`${path} is missing: this is no run directory`, path, NO_RUN_FILE);
    const run = decodeRun(text);
    if (typeof run === 'string')
        throw new DamageError(`${path} cannot be used: ${run}`, path, NO_RUN_FILE);
    return run;
}
/** The text of inputs.json, or undefined when the run has none. */
function readInputs(runDir) {
    return readIfThere(paths.inputs(runDir));
}
/** The text of a file; undefined when there is none. Other errors are thrown. */
function readIfThere(path) {
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
function reader_namesIn(directory) {
    try {
        return readdirSync(directory);
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
    const names = reader_namesIn(paths.journal(runDir));
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
            const path = paths.journal(runDir);
            throw new DamageError(`The journal has no event, not even RUN_CREATED: ${path}`, path);
        }
        if (problem === undefined)
            return events;
        if (problem.kind === 'gap' && attempt < 3)
            continue;
        const path = paths.event(runDir, problem.name);
        throw new DamageError(problem.kind === 'gap'
            ? `The journal has no event ${problem.seq}: ${path} comes too early`
            : `Two events of the journal have the seq ${problem.seq - 1}, one of them is ${path}`, path);
    }
}
/** One event file, its checksum verified. Throws DamageError naming the file. */
function reader_readEvent(runDir, name) {
    const path = layout_paths.event(runDir, name.name);
    let text;
    try {
        text = readIfThere(path);
    }
    catch (error) {
        const { code, message } = error;
        if (code !== 'EISDIR' && code !== 'ELOOP')
            throw error;
        throw new errors_DamageError(`The event file ${path} cannot be read: ${message}`, path);
    }
    if (text === undefined)
        throw new errors_DamageError(`The event file ${path} is gone`, path);
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
function reader_readOutcome(resolver, data, eventPath) {
    if (data.status === 'error' && data.error !== undefined) {
        return { status: 'error', error: asError(data.error) };
    }
    const ref = data.resultRef ?? layout_refs.result(data.effectId);
    const path = resolver.resolve(ref, eventPath);
    const text = readIfThere(path);
    if (text === undefined)
        throw new errors_DamageError(`The result ${path} is missing, named by ${eventPath}`, path);
    if (data.resultDigest !== undefined && digest_sha256(text) !== data.resultDigest) {
        throw new errors_DamageError(`The result ${path} is not the one that ${eventPath} recorded: its digest differs`, path);
    }
    const result = decodeResult(text);
    if (result === undefined)
        throw new errors_DamageError(`The result ${path} is cut off or no result`, path);
    if (result.status === 'error')
        return { status: 'error', error: asError(result.error) };
    if (result.status === 'cancelled')
        return { status: 'cancelled', reason: result.reason, timedOut: false };
    if ('value' in result)
        return { status: 'ok', value: JSON.stringify(result.value) };
    return { status: 'ok', value: readBlob(resolver, result.valueRef, path) };
}
function reader_cancelledOutcome(data) {
    return { status: 'cancelled', reason: data.reason ?? '', timedOut: data.timedOut === true };
}
const BLOB_DIGEST = /-([0-9a-f]{64})\.json$/;
function readBlob(resolver, ref, mentionedIn) {
    const path = resolver.resolve(ref, mentionedIn);
    const text = readIfThere(path);
    if (text === undefined)
        throw new errors_DamageError(`The blob ${path} is missing, named by ${mentionedIn}`, path);
    const digest = BLOB_DIGEST.exec(ref)?.[1];
    if (digest !== undefined && digest_sha256(text) !== digest) {
        throw new errors_DamageError(`The blob ${path} is not the one that its name promises: its digest differs`, path);
    }
    const value = decode_parseJson(text);
    if (value === undefined)
        throw new errors_DamageError(`The blob ${path} is cut off or no JSON`, path);
    return JSON.stringify(value);
}
/** A reader of refs for one run directory. */
function reader_resolverOf(runDir) {
    return new RefResolver(runDir);
}

;// CONCATENATED MODULE: ./lib/journal/atomic.js
/** The three ways in which files come into being here. */



// The start of this process makes a pid that was used before another name.
const prefix = (/* unused pure expression or super */ null && (`tmp-${process.pid}-${Math.round(performance.timeOrigin).toString(36)}-`));
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
        if (!isMissing(error))
            throw error;
        mkdirSync(directory, { recursive: true });
        return make();
    }
}
/** Makes one directory; nothing when it is there, or when its parent is missing. */
function makeDirectory(directory) {
    try {
        mkdirSync(directory);
    }
    catch (error) {
        if (!isExisting(error) && !isMissing(error))
            throw error;
    }
}
/**
 * Creates `path` with its whole content, or throws EEXIST and leaves the one that is there. Written under
 * another name and linked: a kill at any instant leaves either no file or the whole one, which an exclusive
 * open followed by a write cannot promise. Returns an open descriptor for a later fsync.
 * `tempDir` must be on the same file system.
 */
function createWhole(path, text, tempDir = dirname(path)) {
    const { fd, temp } = linkWhole(path, text, tempDir);
    unlinkSync(temp);
    return fd;
}
/** As createWhole; the other name, `temp`, is still to be removed. */
function linkWhole(path, text, tempDir) {
    const temp = `${tempDir}/${tempName()}`;
    const fd = withDirectory(tempDir, () => openSync(temp, 'wx'));
    try {
        writeFileSync(fd, text);
        linkSync(temp, path);
    }
    catch (error) {
        closeSync(fd);
        atomic_unlinkIfThere(temp);
        throw error;
    }
    return { fd, temp };
}
function atomic_unlinkIfThere(path) {
    try {
        unlinkSync(path);
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
    }
}
/** Removes what killed processes left of `linkWhole` in a directory that nobody else writes in now. */
function removeTemps(directory) {
    for (const name of namesIn(directory))
        if (TEMP.test(name))
            atomic_unlinkIfThere(join(directory, name));
}
/** Size in bytes and modification time of an open file. */
function stampOf(fd) {
    const { size, mtimeMs } = fstatSync(fd);
    return { size, mtimeMs };
}
/** fsync of a directory; on platforms where a directory cannot be opened there is nothing to do. */
function syncDirectory(directory) {
    let fd;
    try {
        fd = openSync(directory, 'r');
    }
    catch (error) {
        if (process.platform === 'win32')
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
/** Puts `text` in the place of whatever is at `path`, durably: temp file, fsync, rename, fsync of the directory. */
function writeAtomic(path, text) {
    const directory = dirname(path);
    atomic_replaceFile(path, text, true);
    syncDirectory(directory);
}
/** As writeAtomic, but for caches and for files that a later sync makes durable. `text`: also in pieces. */
function atomic_replaceFile(path, text, durable = false) {
    const directory = dirname(path);
    const temp = join(directory, `${tempName()}-${basename(path)}`);
    const fd = withDirectory(directory, () => openSync(temp, 'wx'));
    try {
        try {
            const pieces = typeof text === 'string' || text instanceof Uint8Array ? [text] : text;
            for (const piece of pieces)
                writeFileSync(fd, piece);
            if (durable)
                fsyncSync(fd);
        }
        finally {
            closeSync(fd);
        }
        renameSync(temp, path);
    }
    catch (error) {
        unlinkSync(temp);
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
const MAX_PACKED_VALUE = (/* unused pure expression or super */ null && (64 * 1024));
/** In the row of a request: as in the request before it in the segment. */
const SAME = 0;
const SECTIONS = (/* unused pure expression or super */ null && (['replay', 'results', 'events', 'stamps']));
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
    replaceFile(join(runDir, path), [header, ...SECTIONS.map((name) => texts[name])]);
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
class segment_file_SegmentFile {
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
            const digest = digest_sha256(line);
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
        if (got !== section.bytes || digest_sha256(bytes) !== section.digest)
            throw this.#wrong(`its ${name} are not as recorded`);
        return bytes.toString('utf8');
    }
    #wrong(why) {
        return new errors_DamageError(`The segment ${this.#path} is not used: ${why}. It is a cache and may be deleted`, this.#path);
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
    for (const name of namesIn(paths.segments(runDir))) {
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
        if (error instanceof DamageError || isMissing(error))
            return undefined;
        throw error;
    }
}
function segments_withSegment(runDir, ref, read) {
    const file = new segment_file_SegmentFile(runDir, ref);
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
            throw new errors_DamageError(`The segment ${ref.path} does not follow event ${input.head}`, ref.path);
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
                    settle(input, row, reader_readOutcome(resolver, resolvedData(row[2], row[4]), ref.path));
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
        resultRef: typeof data.resultRef === 'string' ? data.resultRef : layout_refs.result(effectId),
        ...(typeof digest === 'string' && { resultDigest: digest }),
    };
}
/** The stamp of a file of the run as it is now. Throws when it is missing. */
function stampFile(runDir, path) {
    const { size, mtimeMs } = statSync(join(runDir, path));
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
        unlinkIfThere(join(runDir, path));
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
        const parsed = layout_parseEventName(name);
        const path = layout_paths.event(runDir, name);
        if (parsed === undefined)
            throw new errors_DamageError(`${path} is no event file`, path);
        if (parsed.seq !== input.head + 1) {
            throw new errors_DamageError(`The journal has no event ${input.head + 1}: ${path} comes too early`, path);
        }
        takeEvent(input, reader_readEvent(runDir, parsed), resolver, path);
    }
    return input;
}
/** Takes one more event, given in order. `path` names its file in messages. */
function takeEvent(input, event, resolver, path) {
    input.head = event.seq;
    const known = decode_asKnown(event);
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
                    ? reader_readOutcome(resolver, known.data, path)
                    : reader_cancelledOutcome(known.data),
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
        const stamps = withSegment(runDir, ref, (file) => file.stamps());
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
        const stamps = segments_withSegment(runDir, ref, (file) => file.stamps());
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

;// CONCATENATED MODULE: external "node:async_hooks"
const external_node_async_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
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
    return new errors_UsageError(`${name}: ${shown} is not a duration`, {
        hint: `Write an integer with a unit, e.g. 30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d)${typeof value === 'string' ? '' : '; a number is milliseconds'}.`,
    });
}

;// CONCATENATED MODULE: ./lib/runtime/worker/determinism.js
/**
 * Clock and randomness of a process (protocol P7): `Date` shows the time of the last settlement handed over,
 * random numbers and uuids are seeded by the run and the number of settlements handed over, so that a replay
 * sees what the live process saw. Inside an in-process step both are real.
 */



/** The engine's own clock, taken before a process can see another one. */
const RealDate = Date;
const realRandom = Math.random;
const realUuid = globalThis.crypto.randomUUID.bind(globalThis.crypto);
/** Set while the code of an in-process step runs. */
const insideStep = new external_node_async_hooks_namespaceObject.AsyncLocalStorage();
/** ISO time, read only when somebody asks what time it is. */
let moment = '';
let now;
let seedRun = '';
let seedHanded = 0;
/** State of the generator; seeded only when somebody draws, since few processes do. */
let state;
/** Called at every hand-over. `time`: ISO. */
function setMoment(runId, handed, time) {
    moment = time;
    now = undefined;
    seedRun = runId;
    seedHanded = handed;
    state = undefined;
}
function virtualNow() {
    if (insideStep.getStore() !== undefined)
        return RealDate.now();
    now ??= RealDate.parse(moment);
    return now;
}
/** xoshiro128++ (Blackman and Vigna, public domain algorithm), seeded from sha256. */
function nextUint32() {
    if (state === undefined) {
        const seed = Buffer.from((0,external_node_crypto_namespaceObject.hash)('sha256', `${seedRun}:${seedHanded}`, 'hex'), 'hex');
        state = [seed.readUInt32LE(0), seed.readUInt32LE(4), seed.readUInt32LE(8), seed.readUInt32LE(12)];
    }
    const s = state;
    const sum = (s[0] + s[3]) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + s[0]) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return result;
}
/** A number in [0, 1), 53 bits. */
function random() {
    if (insideStep.getStore() !== undefined)
        return realRandom();
    return ((nextUint32() >>> 5) * 67_108_864 + (nextUint32() >>> 6)) / 9_007_199_254_740_992;
}
/** A version 4 uuid. */
function uuid() {
    if (insideStep.getStore() !== undefined)
        return realUuid();
    const bytes = Buffer.alloc(16);
    for (let i = 0; i < 16; i += 4)
        bytes.writeUInt32LE(nextUint32(), i);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
/** Puts the process's clock and randomness in place of the real ones, for this worker only. */
function installDeterminism() {
    function ProcessDate(...args) {
        if (new.target === undefined)
            return new RealDate(virtualNow()).toString();
        const target = new.target;
        return Reflect.construct(RealDate, args.length === 0 ? [virtualNow()] : args, target);
    }
    Object.defineProperties(ProcessDate, {
        name: { value: 'Date' },
        length: { value: 7 },
        prototype: { value: RealDate.prototype, writable: false },
        now: { value: virtualNow, writable: true, configurable: true },
        parse: { value: RealDate.parse, writable: true, configurable: true },
        UTC: { value: RealDate.UTC, writable: true, configurable: true },
    });
    RealDate.prototype.constructor = ProcessDate;
    globalThis.Date = ProcessDate;
    Math.random = random;
    globalThis.crypto.randomUUID = uuid;
    external_node_crypto_namespaceObject.randomUUID = uuid;
    (0,external_node_module_namespaceObject.syncBuiltinESMExports)(); // `import { randomUUID } from 'node:crypto'` sees it too
}

;// CONCATENATED MODULE: ./lib/runtime/worker/call.js
/** What a call of `ctx` asks for, and what the kernel keeps of it until it is settled. */



/** As the process gave them. @throws NotJsonError naming the path */
function argumentsOf(call, roots) {
    const { json, warnings } = toJson(call.args, 'args');
    const args = JSON.stringify(json);
    const digested = call.digestOf === undefined ? args : JSON.stringify(toJson(call.digestOf, 'args').json);
    return { args, digested, digest: digestOf(digested, roots), warnings };
}
let last = { text: '', digest: '' };
/** Steps have no arguments: the same text is asked for again and again. */
function digestOf(text, roots) {
    if (last.text !== text)
        last = { text, digest: argsTextDigest(text, roots) };
    return last.digest;
}
/** A call as it is recorded. The very same where it holds no secret. */
function withoutSecrets(call, said, world) {
    const name = JSON.stringify(call.taskId);
    const clean = world.redact(name);
    const args = world.redact(said.args);
    const digested = said.digested === said.args ? args : world.redact(said.digested);
    return {
        // What a replay finds it by, too.
        call: clean === name ? call : { ...call, taskId: JSON.parse(clean) },
        said: args === said.args && digested === said.digested
            ? said
            : { args, digested, digest: argsTextDigest(digested, world.roots), warnings: said.warnings },
    };
}
/** @throws when it is called inside the function of a ctx.run step: a replay would not come by here again */
function refuseInStep(what) {
    const step = insideStep.getStore();
    if (step === undefined)
        return;
    throw new Error(`"${what}" was asked for inside ctx.run("${step.name}"): a step cannot contain durable calls. ` +
        'Move the call out of the function, or make the function a branch of the process.');
}

;// CONCATENATED MODULE: ./lib/runtime/worker/parallel.js
async function settleAll(thunks, maxConcurrency) {
    const results = new Array(thunks.length);
    let next = 0;
    let failed = false;
    let failure;
    const lane = async () => {
        while (!failed && next < thunks.length) {
            const index = next;
            next += 1;
            try {
                results[index] = await thunks[index]();
            }
            catch (error) {
                if (!failed) {
                    failed = true;
                    failure = error;
                }
            }
        }
    };
    const lanes = [];
    for (let i = 0; i < Math.min(maxConcurrency, thunks.length); i += 1)
        lanes.push(lane());
    await Promise.all(lanes);
    if (failed)
        throw failure;
    return results;
}
function limit(options) {
    const wanted = typeof options === 'number' ? options : options?.maxConcurrency;
    if (wanted === undefined)
        return Number.POSITIVE_INFINITY;
    if (!Number.isInteger(wanted) || wanted < 1) {
        throw new RangeError(`maxConcurrency is ${String(wanted)}; it must be an integer of 1 or more`);
    }
    return wanted;
}
function list(items, what) {
    if (items !== null && typeof items === 'object' && Symbol.iterator in items)
        return [...items];
    throw new TypeError(`${what} needs an array, and got ${items === null ? 'null' : typeof items}`);
}
async function parallelAll(items, options) {
    const thunks = list(items, 'ctx.parallel.all').map((item) => {
        if (typeof item === 'function')
            return item;
        // A promise that nobody has awaited yet must not count as unhandled while it waits for its lane.
        if (item instanceof Promise)
            item.catch(() => { });
        return () => item;
    });
    return settleAll(thunks, limit(options));
}
async function parallelMap(items, fn, options) {
    if (typeof fn !== 'function')
        throw new TypeError('ctx.parallel.map(items, fn): fn must be a function');
    const thunks = list(items, 'ctx.parallel.map').map((item, index) => () => fn(item, index));
    return settleAll(thunks, limit(options));
}

;// CONCATENATED MODULE: ./lib/runtime/worker/said.js
/** Reads what a process says in a call: options, definitions, times, lines of log. */



const TASK_KIND = /^[A-Za-z][A-Za-z0-9_.:-]*$/;
const textList = (value) => Array.isArray(value)
    ? value.filter((item) => typeof item === 'string').map((item) => item.trim())
    : [];
/** Label first, then the definition's labels, each once (as Babysitter writes them). */
function labelsOf(taskId, options, def) {
    const own = typeof options.label === 'string' ? [options.label.trim()] : [];
    const labels = [...new Set([...own, ...textList(def['labels'])])].filter((label) => label !== '');
    const title = typeof def['title'] === 'string' ? def['title'] : undefined;
    return { label: labels[0] ?? title ?? taskId, labels };
}
const NO_OPTIONS = Object.freeze({});
/** The options that the driver acts on, as JSON. @throws when one of them is not a duration */
function driverOptions(options) {
    if (options.timeout === undefined && options['retry'] === undefined && options['onLost'] === undefined)
        return NO_OPTIONS;
    const chosen = {};
    for (const key of ['timeout', 'retry', 'onLost']) {
        if (options[key] !== undefined)
            chosen[key] = options[key];
    }
    if (chosen['timeout'] !== undefined)
        chosen['timeout'] = durationMs(chosen['timeout'], 'timeout');
    return toJson(chosen, 'options').json;
}
function checkedDefinition(taskId, made) {
    if (made === null || typeof made !== 'object' || Array.isArray(made)) {
        throw new TypeError(`task "${taskId}": its builder must return a definition object with a kind, and returned ${made === null ? 'null' : typeof made}`);
    }
    const kind = made.kind;
    if (typeof kind !== 'string' || !TASK_KIND.test(kind)) {
        throw new TypeError(`task "${taskId}": the definition has no kind (got ${JSON.stringify(kind)}); say e.g. kind: "shell"`);
    }
    return toJson(made, 'def').json;
}
function timeOf(when) {
    const time = when instanceof RealDate
        ? when.getTime()
        : typeof when === 'number'
            ? when
            : RealDate.parse(String(when));
    if (Number.isFinite(time))
        return time;
    throw new RangeError(`ctx.sleepUntil(${JSON.stringify(when)}): give a Date, an ISO time or milliseconds since the epoch`);
}
function logText(parts) {
    const text = parts.map((part) => typeof part === 'string' ? part : (JSON.stringify(part) ?? String(part)));
    return parts.length > 1 && typeof parts[0] === 'string'
        ? { label: text[0], message: text.slice(1).join(' ') }
        : { label: undefined, message: text.join(' ') };
}

;// CONCATENATED MODULE: ./lib/runtime/worker/schema.js
/** The value is not what a schema that the process declared asks for. */
class SchemaError extends Error {
    name = 'SchemaError';
    issues;
    constructor(what, issues) {
        super(`${what} does not match its schema: ${issues.map((i) => `${i.path === '' ? '' : `${i.path}: `}${i.message}`).join('; ')}`);
        this.issues = issues;
    }
}
const isStandard = (schema) => '~standard' in schema && typeof schema['~standard']?.validate === 'function';
function pathText(path) {
    return (path ?? [])
        .map((part) => String(part !== null && typeof part === 'object' && 'key' in part ? part.key : part))
        .join('.');
}
/**
 * @returns the value that the schema gives (defaults filled in), at once or as a promise
 * @throws SchemaError naming `what` and each path
 */
function checkSchema(schema, value, what) {
    if (isStandard(schema)) {
        const judge = (result) => {
            if (result.issues === undefined)
                return result.value;
            throw new SchemaError(what, result.issues.map((issue) => ({ path: pathText(issue.path), message: issue.message })));
        };
        const result = schema['~standard'].validate(value);
        return result instanceof Promise ? result.then(judge) : judge(result);
    }
    return __nccwpck_require__.e(/* import() */ 669).then(__nccwpck_require__.bind(__nccwpck_require__, 6669)).then(async ({ validateJson }) => {
        const result = await validateJson(schema, value);
        if (result.ok)
            return value;
        throw new SchemaError(what, result.issues);
    });
}

;// CONCATENATED MODULE: ./lib/runtime/worker/context.js
/** `ctx`: what a process calls. Each call describes a request; the kernel does the rest. */









const shield = new external_node_async_hooks_namespaceObject.AsyncLocalStorage();
function call(taskId, args, options, define, receive) {
    return {
        taskId,
        args,
        define,
        label: (def) => labelsOf(taskId, options, def),
        options: driverOptions(options),
        signal: options.signal,
        shielded: shield.getStore() === true,
        receive,
    };
}
/** A call that cannot be made is a rejected promise at the place of the call, never a throw beside it. */
function guarded(make) {
    try {
        return make();
    }
    catch (error) {
        return Promise.reject(error);
    }
}
/** Makes the context of one process. */
function makeContext(world) {
    const { kernel, steps } = world;
    let logged = 0;
    function builderContext(taskId, identity, options) {
        const tasksDir = external_node_path_namespaceObject.join(world.runDir, 'tasks');
        const taskDir = external_node_path_namespaceObject.join(tasksDir, identity.effectId);
        const labels = typeof options.label === 'string' ? [options.label] : textList(options.labels);
        return {
            effectId: identity.effectId,
            invocationKey: identity.invocationKey,
            taskId,
            runId: world.runId,
            runDir: world.runDir,
            taskDir,
            tasksDir,
            label: labels[0],
            labels,
            toTaskRelativePath: (file) => external_node_path_namespaceObject.posix.join('tasks', identity.effectId, file),
        };
    }
    function task(defined, args, options = {}) {
        if (defined === null || typeof defined !== 'object' || typeof defined.build !== 'function') {
            throw new TypeError('ctx.task(task, args): the first argument must be what defineTask(id, builder) returned');
        }
        const { id, build, args: argsSchema, result: resultSchema } = defined;
        const define = (checked) => (identity) => {
            const made = build(checked, builderContext(id, identity, options));
            return made instanceof Promise
                ? made.then((def) => checkedDefinition(id, def))
                : checkedDefinition(id, made);
        };
        const receive = resultSchema && ((value) => checkSchema(resultSchema, value, `result of task "${id}"`));
        if (argsSchema === undefined)
            return kernel.request(call(id, args, options, define(args), receive));
        const checked = checkSchema(argsSchema, args, `arguments of task "${id}"`);
        if (!(checked instanceof Promise))
            return kernel.request(call(id, checked, options, define(checked), receive));
        return checked.then((value) => kernel.request(call(id, value, options, define(value), receive)));
    }
    function log(...parts) {
        // A step does not run again in a replay: its lines take no number, or the next line would be held back.
        const inStep = insideStep.getStore() !== undefined;
        if (!inStep)
            logged += 1;
        if (!inStep && (kernel.over || logged <= world.logCount))
            return;
        world.post({ type: 'log', logSeq: inStep ? 0 : logged, ...logText(parts) });
    }
    function breakpoint(payload = {}, options = {}) {
        if (world.nonInteractive) {
            log('breakpoint:skipped', `Breakpoint '${options.label ?? 'unnamed'}' auto-approved (non-interactive mode)`);
            return Promise.resolve({ approved: true, response: 'Auto-approved (non-interactive mode)' });
        }
        const { timeout: _timeout, signal: _signal, ...said } = options;
        const own = (payload ?? {});
        const label = options.label ?? (typeof own.label === 'string' ? own.label : 'breakpoint');
        const digestOf = { ...said, payload: own, label };
        const details = { ...digestOf, requestedAt: new RealDate(virtualNow()).toISOString() };
        const define = () => toJson({ kind: 'breakpoint', title: label, metadata: details }, 'payload').json;
        return kernel.request({ ...call('__sdk.breakpoint', details, { ...options, label }, define), digestOf });
    }
    function sleepUntil(target, options = {}) {
        const details = { iso: new RealDate(target).toISOString(), targetEpochMs: target };
        const title = `sleep:${details.iso}`;
        const define = () => ({ kind: 'sleep', title, metadata: details, sleep: details });
        const asked = { ...call('__sdk.sleep', details, { ...options, label: title }, define), wakesAt: target };
        return kernel.request(asked).then(() => undefined);
    }
    function signal(name, options = {}) {
        if (typeof name !== 'string' || name === '')
            throw new TypeError('ctx.signal(name): the name must be a non-empty string');
        const { schema } = options;
        const receive = schema && ((value) => checkSchema(schema, value, `signal "${name}"`));
        const define = () => ({ kind: 'signal', title: name, metadata: { name } });
        return kernel.request(call('__sdk.signal', { name }, { ...options, label: name }, define, receive));
    }
    function run(name, fn, options = {}) {
        if (typeof name !== 'string' || name === '')
            throw new TypeError('ctx.run(name, fn): the name must be a non-empty string');
        if (typeof fn !== 'function')
            throw new TypeError(`ctx.run("${name}", fn): fn must be a function`);
        const define = (identity) => {
            steps.register(identity.effectId, { name, fn, schema: options.schema });
            return { kind: 'step', title: name };
        };
        return kernel.request(call(name, null, options, define));
    }
    const simple = (taskId, kind, args, options, metadata) => {
        const define = () => toJson({ kind, title: options.label ?? taskId, metadata }, 'payload').json;
        return kernel.request(call(taskId, args, options, define));
    };
    const context = {
        runId: world.runId,
        runDir: world.runDir,
        artifactsDir: world.artifactsDir,
        origin: world.origin,
        now: () => new Date(virtualNow()),
        random: random,
        uuid: uuid,
        log,
        run: (name, fn, options) => guarded(() => run(name, fn, options)),
        task: (defined, args, options) => guarded(() => task(defined, args, options)),
        breakpoint: (payload, options) => guarded(() => breakpoint(payload, options)),
        sleepUntil: (when, options) => guarded(() => sleepUntil(timeOf(when), options)),
        sleep: (duration, options) => guarded(() => sleepUntil(virtualNow() + durationMs(duration, 'ctx.sleep'), options)),
        signal: (name, options) => guarded(() => signal(name, options)),
        subprocess: (entry, inputs, options = {}) => guarded(() => simple('__sdk.subprocess', 'subprocess', { entry, inputs }, { label: entry, ...options }, { entry, inputs })),
        orchestratorTask: (payload, options = {}) => guarded(() => simple('__sdk.orchestratorTask', 'orchestrator_task', payload, { label: 'orchestrator-task', ...options }, { payload, orchestratorTask: true })),
        hook: (name, payload) => guarded(() => simple('__sdk.hook', 'hook', { name, payload }, { label: name }, { name, payload })),
        parallel: { all: parallelAll, map: parallelMap },
        halt: (reason, payload) => guarded(() => {
            refuseInStep('ctx.halt');
            world.halt(String(reason), JSON.stringify(toJson(payload, 'payload').json));
            return new Promise(() => { });
        }),
        onCleanup(fn) {
            if (typeof fn !== 'function')
                throw new TypeError('ctx.onCleanup(fn): fn must be a function');
            world.onCleanup(fn);
        },
        shield: (fn) => shield.run(true, fn),
    };
    return context;
}

;// CONCATENATED MODULE: ./lib/runtime/worker/ending.js



class Ending {
    #world;
    #cleanups = [];
    #cleanupErrors = [];
    /** Rejections that nobody handles yet: judged when the process settles, or is quiet with nothing pending (P8). */
    #unhandled = new Map();
    #end;
    #reported = false;
    constructor(world) {
        this.#world = world;
        process.on('unhandledRejection', (reason, promise) => {
            const step = insideStep.getStore();
            if (step === undefined)
                this.#unhandled.set(promise, reason);
            else
                this.#warn(`step "${step.name}" left a rejection unhandled: ${serializeError(reason).message}`);
        });
        process.on('rejectionHandled', (promise) => this.#unhandled.delete(promise));
        process.on('uncaughtException', (error) => this.#broke(error));
        process.on('exit', (code) => this.#exit(code));
    }
    /** The driver knows how it ended, or that it diverged. */
    get reported() {
        return this.#reported;
    }
    onCleanup(fn) {
        this.#cleanups.push(fn);
    }
    /** The process has come to its end; another one has no effect. */
    async end(end) {
        if (this.#end !== undefined)
            return;
        this.#end = end;
        for (let cleanup = this.#cleanups.pop(); cleanup !== undefined; cleanup = this.#cleanups.pop()) {
            try {
                await cleanup();
            }
            catch (error) {
                this.#cleanupErrors.push(error);
            }
        }
        this.#settle(end);
    }
    /** Quiet with nothing pending: what is still unhandled now fails the process. */
    judge() {
        if (this.#end !== undefined || this.#unhandled.size === 0)
            return false;
        const [thrown] = this.#unhandled.values();
        void this.end({ type: 'threw', thrown });
        return true;
    }
    /** The process file cannot be loaded. */
    failToLoad(error) {
        this.#report({ type: 'crashed', stage: 'load', error: this.#located(error) });
    }
    #settle(end) {
        const { kernel } = this.#world;
        if (kernel.over)
            return;
        if (kernel.settled(describe(end)))
            setImmediate(() => this.#report(this.#message(end)));
        else
            this.#reported = true; // it diverged, and said so
    }
    #report(message) {
        if (this.#reported)
            return;
        this.#reported = true;
        void this.#world.beforeReport().then(() => this.#world.post(message));
    }
    #message(end) {
        const cleanupErrors = this.#cleanupErrors.map((error) => serializeError(error));
        if (end.type === 'halted')
            return { ...end, cleanupErrors };
        if (end.type === 'threw')
            return this.#threw(end.thrown);
        const [rejection] = this.#unhandled.values();
        if (this.#unhandled.size > 0)
            return this.#threw(rejection);
        try {
            const { json, warnings } = toJson(end.output, 'output');
            const output = this.#world.redact(JSON.stringify(json));
            return {
                type: 'returned',
                output,
                warnings: warnings.map((warning) => `output: ${warning}`),
                cleanupErrors,
            };
        }
        catch (error) {
            return this.#threw(error);
        }
    }
    #threw(thrown) {
        const cleanupErrors = this.#cleanupErrors.map((error) => serializeError(error));
        return {
            type: 'threw',
            error: this.#located(thrown),
            effectId: this.#world.kernel.failedEffect(thrown),
            cleanupErrors,
        };
    }
    #located(thrown) {
        const site = this.#world.site(thrown);
        return { ...serializeError(thrown), ...(site === '' ? {} : { site }) };
    }
    /** Thrown outside the promises of the process: a timer, an event listener, nextTick. */
    #broke(thrown) {
        const step = insideStep.getStore();
        if (step !== undefined) {
            if (!step.fail(thrown))
                this.#warn(`step "${step.name}" threw after it had ended: ${serializeError(thrown).message}`);
            return;
        }
        if (!this.#world.started())
            this.failToLoad(thrown);
        else if (this.#end === undefined)
            void this.end({ type: 'threw', thrown });
        else {
            // A clean-up that broke like this may never come to its end.
            this.#cleanupErrors.push(thrown);
            this.#settle(this.#end);
        }
    }
    #exit(code) {
        if (this.#reported)
            return;
        const error = new Error(`the process called process.exit(${code}); return from the process function, or use ctx.halt(reason)`);
        const { kernel } = this.#world;
        if (!this.#world.started())
            this.#last('load', error);
        else if (kernel.over || kernel.settled(error.message))
            this.#last('process', error);
    }
    /** The worker is on its way out: no promise settles any more. */
    #last(stage, error) {
        this.#world.post({ type: 'crashed', stage, error: serializeError(error) });
    }
    #warn(message) {
        this.#world.post({ type: 'warning', message });
    }
}
function describe(end) {
    if (end.type === 'returned')
        return 'it returned';
    if (end.type === 'threw')
        return `it threw ${serializeError(end.thrown).message}`;
    return `it called ctx.halt(${JSON.stringify(end.reason)})`;
}

;// CONCATENATED MODULE: ./lib/runtime/worker/call-site.js
/** Where the process asked: the first frame outside the engine. */

const here = import.meta.url;
/** Address of the engine's own directory. */
const own = here.slice(0, here.lastIndexOf('/') + 1);
/** The engine's own frames between a call of the process and this function, with room to spare. */
const DEPTH = 10;
function firstOutside(_error, frames) {
    return frames.find((frame) => {
        const file = frame.getFileName();
        return typeof file === 'string' && !file.startsWith(own) && !file.startsWith('node:');
    });
}
/** Names of files, by address: the same few ask again and again. */
const names = new Map();
/** Of a path or an address. */
const pathOf = (file) => (file.startsWith('file://') ? (0,external_node_url_namespaceObject.fileURLToPath)(file) : file);
/** Relative to the workspace where it lies in it, else absolute; `file`: a path or an address. */
function named(file, workspace) {
    const known = names.get(file);
    if (known !== undefined)
        return known;
    const path = pathOf(file);
    const name = path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path;
    names.set(file, name);
    return name;
}
/** `path:line:column`, relative to the workspace; '' when no frame of the process is on the stack. */
function callSite(workspace) {
    const holder = {};
    const { stackTraceLimit, prepareStackTrace } = Error;
    Error.stackTraceLimit = DEPTH;
    // Structured frames: formatting a whole stack costs ten times as much as the one line that is wanted.
    Error.prepareStackTrace = firstOutside;
    Error.captureStackTrace(holder, callSite);
    const frame = holder.stack;
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
    const file = frame?.getFileName();
    if (frame === undefined || typeof file !== 'string')
        return '';
    return `${named(file, workspace)}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
}

;// CONCATENATED MODULE: ./lib/runtime/worker/error-site.js
/** Where in the process an error came from: said to people, nothing is decided by it. */

/** `    at f (file:///w/p.mjs:3:7)`. */
const FRAME = /^\s+at (?:.*\()?(file:\/\/.+|\/.+|[A-Z]:\\.+?):(\d+):(\d+)\)?$/;
/** What Node sets before the stack of an error of syntax: `/w/p.ts:3`. */
const HEAD = /^(file:\/\/.+|\/.+|[A-Z]:\\.+):(\d+)$/;
/** `path:line:column`, relative to the workspace, of the first frame in a file of its own; '' when there is none. */
function errorSite(thrown, workspace) {
    const { stack } = (thrown ?? {});
    if (typeof stack !== 'string')
        return '';
    const [first = '', ...rest] = stack.split('\n');
    for (const match of [HEAD.exec(first), ...rest.map((line) => FRAME.exec(line))]) {
        const [, file = '', ...place] = match ?? [];
        if (file === '' || file.startsWith(own) || file.includes('/node_modules/'))
            continue;
        const name = named(file, workspace);
        if (name !== pathOf(file))
            return [name, ...place.filter(Boolean)].join(':');
    }
    return '';
}
/** V8 does not say where a module is wrong; Node does, when it is asked about the file alone. */
function syntaxSite(thrown, file, workspace) {
    if (!(thrown instanceof SyntaxError) || file === undefined)
        return '';
    // Loaded when it is needed: a worker's start is most of a resume.
    const { spawnSync } = process.getBuiltinModule('node:child_process');
    const { stderr } = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8', timeout: 5000 });
    return errorSite({ stack: stderr }, workspace);
}

;// CONCATENATED MODULE: ./lib/runtime/worker/facts.js
/** Of each list so many: the rest follows from them. */
const MOST = 5;
const facts_named = (r) => ({ stepId: r.stepId, taskId: r.taskId, kind: r.kind, site: r.site ?? '' });
function factsOf(because, ended, seen) {
    const { history, handed, agreed, pending, held } = seen;
    const missing = because === 'missing' ? history.overdue() : history.unmatched();
    // What was asked before its time: the journal has it further on.
    const early = because === 'missing' ? agreed.filter((request) => request.after > handed) : [];
    const ahead = early.flatMap((request) => {
        const message = pending.get(request.effectId)?.message?.();
        return message === undefined ? [] : [{ ...facts_named(request), args: message.args, early: request.stepId }];
    });
    const unknown = held.map(({ taskId, kind, site, args }) => ({ taskId, kind, site, args }));
    return {
        because,
        lastAgreed: agreed
            .filter((request) => !early.includes(request))
            .slice(-MOST)
            .map(facts_named),
        journal: missing
            .slice(0, MOST)
            .map((r) => ({ ...facts_named(r), effectId: r.effectId, argsDigest: r.argsDigest ?? '' })),
        code: [...unknown, ...ahead].slice(0, MOST),
        ended,
    };
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
function ids_random() {
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
        this.#last = later ? ulid(time, ids_random) : incrementBase32(this.#last);
        return this.#last;
    }
}
const ids_own = new UlidClock();
/** A ULID greater than every one that this process has drawn here before. */
function ids_ulid(now = Date.now()) {
    return ids_own.next(now);
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
    throw new UsageError(`Run id ${JSON.stringify(runId.slice(0, 100))} cannot be used: ${rule}`, {
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

;// CONCATENATED MODULE: ./lib/runtime/worker/history.js
/**
 * The journal as the kernel reads it: which requests wait to be asked again, which settlement comes next,
 * and where a hand-over need not wait for the loop (protocol P3-P6). Knows nothing of promises.
 */

/** P5: smallest `after`, then step id. */
const order = (a, b) => a.after - b.after || stepNumber(a.stepId) - stepNumber(b.stepId) || a.seq - b.seq;
class History {
    /** How many settlements the journal holds, left-out ones included: the next number is one more. */
    total;
    /** Settlements in journal order; those of reopened effects are left out, their numbers stay taken. */
    settlements;
    /** In the order in which they are matched (P5); those before `first` are matched. */
    expected;
    first = 0;
    /** Made when a call is not the first that is expected. */
    byCall;
    /** Some of its requests hold no digest of their arguments: Babysitter's. */
    hasUndigested;
    /** Requests in order that are not optional; those before `due` are to be asked again by now. */
    mandatory;
    cuts = [];
    nextSettlement = 0;
    due = 0;
    missing = 0;
    /** Mandatory requests that have not been asked again. */
    unasked = 0;
    constructor(input, retry) {
        this.total = input.settlements.length;
        const leftOut = new Set();
        const dropped = new Set();
        for (const { effects, seq, dropped: gone } of input.retries) {
            this.cut(input, effects, seq, leftOut);
            for (const effectId of gone)
                dropped.add(effectId);
        }
        if (retry.length > 0)
            this.cut(input, retry, Number.MAX_SAFE_INTEGER, leftOut);
        this.hasUndigested = input.requests.some((request) => request.argsDigest === undefined);
        const asked = dropped.size === 0 ? input.requests : input.requests.filter(({ effectId }) => !dropped.has(effectId));
        this.expected = inOrder(asked.map((request) => this.expect(request)));
        this.settlements =
            leftOut.size + dropped.size === 0
                ? input.settlements
                : input.settlements.filter((s) => !leftOut.has(s.index) && !dropped.has(s.effectId));
        this.mandatory =
            this.cuts.length === 0 ? this.expected : this.expected.filter((request) => !request.optional);
        this.unasked = this.mandatory.length;
        this.fallDue();
    }
    expect(request) {
        const optional = this.cuts.some((cut) => request.seq < cut.seq && request.after >= cut.from);
        // The input is read for this alone: its requests need no copies.
        return Object.assign(request, { matched: false, due: false, optional });
    }
    cut(input, effects, seq, leftOut) {
        const reopened = new Set(effects);
        const before = input.settlements.filter((settlement) => settlement.seq < seq);
        const out = before.filter((settlement) => reopened.has(settlement.effectId));
        if (out[0] === undefined)
            return;
        for (const { index } of out)
            leftOut.add(index);
        this.cuts.push({ from: out[0].index, seq, until: before.length });
    }
    /** The first unmatched request that this call may be (P5); Babysitter's requests hold no digests. */
    find(taskId, argsDigest, kind) {
        while (this.expected[this.first]?.matched === true)
            this.first += 1;
        const head = this.expected[this.first];
        // Nearly every call is the one that comes next.
        if (head?.taskId === taskId && head.argsDigest === argsDigest && (kind ?? head.kind) === head.kind)
            return head;
        const same = this.firstOf(callKey(taskId, argsDigest), kind);
        const any = this.hasUndigested ? this.firstOf(callKey(taskId, undefined), kind) : undefined;
        if (same === undefined || any === undefined)
            return same ?? any;
        return order(same, any) < 0 ? same : any;
    }
    firstOf(key, kind) {
        this.byCall ??= queues(this.expected);
        const queue = this.byCall.get(key);
        if (queue === undefined)
            return undefined;
        while (queue.requests[queue.next]?.matched === true)
            queue.next += 1;
        for (let i = queue.next; i < queue.requests.length; i += 1) {
            const request = queue.requests[i];
            if (!request.matched && (kind === undefined || request.kind === kind))
                return request;
        }
        return undefined;
    }
    match(request) {
        request.matched = true;
        if (!request.optional)
            this.unasked -= 1;
        if (request.due)
            this.missing -= 1;
    }
    /** It was not that request after all: the journal has another kind there. */
    unmatch(request) {
        request.matched = false;
        if (!request.optional)
            this.unasked += 1;
        if (request.due)
            this.missing += 1;
        this.first = 0;
        const queue = this.byCall?.get(callKey(request.taskId, request.argsDigest));
        if (queue !== undefined)
            queue.next = 0;
    }
    /** What comes next; undefined: the journal has been handed over. */
    get next() {
        return this.settlements[this.nextSettlement];
    }
    /** Settlements that have not been handed over. */
    get rest() {
        return this.settlements.slice(this.nextSettlement);
    }
    /** Takes what comes next. Requests made before the one behind it are due from now on (P4). */
    take() {
        const { next } = this;
        if (next === undefined)
            return undefined;
        this.nextSettlement += 1;
        this.fallDue();
        return next;
    }
    /** Left-out settlements were handed over live, so what was asked behind them is due with the one before. */
    fallDue() {
        const handed = this.next === undefined ? this.total : this.next.index - 1;
        for (let next = this.mandatory[this.due]; next !== undefined && next.after <= handed; next = this.mandatory[this.due]) {
            next.due = true;
            if (!next.matched)
                this.missing += 1;
            this.due += 1;
        }
    }
    /** Every request that was asked before the next hand-over has been asked again (P4). */
    get complete() {
        return this.missing === 0;
    }
    /** The live process got from the last request to the one behind the next hand-over on microtasks alone. */
    get straight() {
        const request = this.mandatory[this.due];
        if (request === undefined || request.waits !== this.waits)
            return false;
        const index = this.next?.index ?? 0;
        return !this.cuts.some((cut) => index >= cut.from && index <= cut.until);
    }
    /** `waits` of the last requests that are due. */
    get waits() {
        return this.mandatory[this.due - 1]?.waits ?? 0;
    }
    /** `waits` of the requests asked right behind hand-over `handed`, where there are any. */
    waitsAt(handed) {
        const last = this.mandatory[this.due - 1];
        return last?.after === handed ? last.waits : undefined;
    }
    /** The live process is known to have been further than this; `handed`: settlements handed over so far. */
    isBehind(handed) {
        return this.unasked > 0 || handed <= (this.mandatory.at(-1)?.after ?? -1);
    }
    unmatched() {
        return this.expected.filter((request) => !request.matched && !request.optional);
    }
    overdue() {
        return this.expected.filter((request) => !request.matched && request.due);
    }
    dropped() {
        return this.expected.filter((request) => !request.matched && request.optional).map((r) => r.effectId);
    }
}
/** Sorted as `order` says: a journal mostly is. */
function inOrder(requests) {
    const isSorted = requests.every((request, i) => i === 0 || order(requests[i - 1], request) <= 0);
    return isSorted ? requests : requests.sort(order);
}
function queues(expected) {
    const byCall = new Map();
    for (const request of expected) {
        const key = callKey(request.taskId, request.argsDigest);
        const queue = byCall.get(key);
        if (queue === undefined)
            byCall.set(key, { requests: [request], next: 0 });
        else
            queue.requests.push(request);
    }
    return byCall;
}
const callKey = (taskId, argsDigest) => `${argsDigest ?? ''}\n${taskId}`;

;// CONCATENATED MODULE: ./lib/runtime/worker/outbox.js
class Outbox {
    #post;
    #held = [];
    #warnings = [];
    #open = false;
    #flushing = false;
    constructor(post) {
        this.#post = post;
    }
    /** Not sent yet, in order of request. */
    get held() {
        return this.#held;
    }
    get isOpen() {
        return this.#open;
    }
    send(message) {
        this.#held.push(message);
        if (!this.#open || this.#flushing)
            return;
        this.#flushing = true;
        process.nextTick(() => this.flush());
    }
    warn(message) {
        this.#warnings.push(message);
    }
    /** Takes a request back. True: it was the last one held. */
    takeBack(effectId) {
        const at = this.#held.findIndex((message) => message.effectId === effectId);
        if (at >= 0)
            this.#held.splice(at, 1);
        return at >= 0 && at === this.#held.length;
    }
    flush() {
        this.#flushing = false;
        if (!this.#open)
            return;
        for (const message of this.#warnings.splice(0))
            this.#post({ type: 'warning', message });
        if (this.#held.length === 0)
            return;
        const requests = this.#held;
        this.#held = [];
        this.#post({ type: 'requests', requests });
    }
    /** The replay has ended: what it left pending is the driver's from now on, and what was kept back goes. */
    open(pending) {
        this.#open = true;
        const requests = [];
        for (const { journaled, message } of pending.values()) {
            if (journaled && message !== undefined)
                requests.push(message());
        }
        if (requests.length > 0)
            this.#post({ type: 'requests', requests });
        this.flush();
        for (const [effectId, entry] of pending)
            this.withdraw(effectId, entry);
    }
    /** Says that the process does not want it any more. Never before its request: the driver knows nothing of it until then. */
    withdraw(effectId, entry) {
        if (!this.#open || entry.message === undefined || entry.withdrawn === undefined)
            return;
        this.flush();
        this.#post({ type: 'withdraw', effectId, reason: entry.withdrawn });
    }
    /** The process has settled, or diverged: nothing goes any more (K4). */
    close() {
        this.#open = false;
    }
}

;// CONCATENATED MODULE: ./lib/runtime/worker/outcomes.js

/** How far a cause is looked for. */
const outcomes_DEPTH = 8;
class Outcomes {
    #failures = new WeakMap();
    settle(entry, effectId, outcome) {
        if (outcome.status === 'ok') {
            try {
                const value = JSON.parse(outcome.value);
                entry.resolve(entry.receive === undefined ? value : entry.receive(value));
            }
            catch (error) {
                entry.reject(error);
            }
            return;
        }
        const error = outcome.status === 'cancelled'
            ? new EffectCancelledError(effectId, outcome.reason, outcome.timedOut)
            : rehydrateError(outcome.error);
        this.#failures.set(error, effectId);
        entry.reject(error);
    }
    /** The effect whose failure this is, or was caused by. */
    effectOf(thrown) {
        for (let error = thrown, depth = 0; error instanceof Error && depth < outcomes_DEPTH; error = error.cause, depth += 1) {
            const effectId = this.#failures.get(error);
            if (effectId !== undefined)
                return effectId;
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/runtime/worker/passed-sleeps.js
/**
 * Babysitter asks for no step when the target of a sleep has passed, so its journals go on behind sleeps that they
 * do not hold, or hold unsettled. Such a sleep ends without a settlement where the journal proves that it was over.
 */

/**
 * True when a sleep until `wakesAt` was over as the journal's next request was made. `missing`: requests that the
 * process has not asked for again, in order; our own (they carry a digest) prove nothing.
 */
function isPassed(wakesAt, missing) {
    const next = missing.find((request) => request.argsDigest === undefined);
    // Babysitter draws an effect's id right before it journals the request.
    return next !== undefined && wakesAt <= ulidTime(next.effectId);
}
/** The first pending sleep that was over, and that the journal does not settle later; undefined: none. */
function passedSleep(pending, missing, settlesLater) {
    for (const [effectId, { wakesAt }] of pending) {
        if (wakesAt !== undefined && isPassed(wakesAt, missing) && !settlesLater(effectId))
            return effectId;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/runtime/worker/requests.js





class Requests {
    /** Asked and not settled, by effect. */
    pending = new Map();
    /** Requests of the journal that were asked again, in that order. */
    agreed = [];
    /** Calls so far. */
    count = 0;
    world;
    history;
    outbox;
    nextStep;
    constructor(world, history, outbox, journaled) {
        this.world = world;
        this.history = history;
        this.outbox = outbox;
        this.nextStep = journaled.reduce((highest, request) => Math.max(highest, stepNumber(request.stepId)), 0);
    }
    ask(call, moment) {
        let said;
        try {
            said = argumentsOf(call, this.world.roots);
        }
        catch (error) {
            return Promise.reject(error);
        }
        this.count += 1;
        // What the journal holds word for word needs no search for secrets.
        const same = moment.replaying ? this.findAgain(call, said.digest, moment.after) : undefined;
        if (same !== undefined)
            return this.place(call, said, moment, same);
        const clean = withoutSecrets(call, said, this.world);
        const isOther = clean.call !== call || clean.said !== said;
        const found = moment.replaying && isOther ? this.findAgain(clean.call, clean.said.digest, moment.after) : undefined;
        if (found === undefined)
            for (const warning of said.warnings)
                this.outbox.warn(`${clean.call.taskId}: ${warning}`);
        return this.place(clean.call, clean.said, moment, found);
    }
    giveBackStep() {
        this.nextStep -= 1;
    }
    findAgain(call, digest, handed) {
        const found = this.history.find(call.taskId, digest);
        if (found === undefined || call.wakesAt === undefined || found.after <= handed)
            return found;
        // A later sleep until the same time is not the one that Babysitter passed over here.
        return isPassed(call.wakesAt, this.history.overdue()) ? undefined : found;
    }
    place(call, said, moment, found) {
        const identity = this.identify(call.taskId, found);
        const { args, digest } = said;
        const { after, waits } = moment;
        const site = found === undefined ? callSite(this.world.roots.workspace) : (found.site ?? '');
        let def;
        try {
            def = call.define(identity);
        }
        catch (error) {
            return Promise.reject(error);
        }
        if (!(def instanceof Promise) && found !== undefined && def['kind'] !== found.kind) {
            // same task and arguments, another kind: perhaps a later request of the journal is meant, else it is new
            const other = this.history.find(call.taskId, digest, String(def['kind']));
            const clean = withoutSecrets(call, said, this.world);
            return this.place(clean.call, clean.said, moment, other);
        }
        if (found !== undefined) {
            this.history.match(found);
            this.agreed.push(found);
        }
        const entry = {
            message: undefined,
            journaled: found !== undefined,
            resolve: noop,
            reject: noop,
            receive: call.receive,
            withdrawn: undefined,
            unfollow: undefined,
            wakesAt: call.wakesAt,
        };
        const promise = new Promise((resolve, reject) => {
            entry.resolve = resolve;
            entry.reject = reject;
        });
        this.pending.set(identity.effectId, entry);
        const complete = (made) => {
            // Known only now that an asynchronous builder has spoken: it is not what the journal has.
            if (found !== undefined && made['kind'] !== found.kind)
                this.history.unmatch(found);
            const message = () => ({
                ...identity,
                taskId: call.taskId,
                kind: String(made['kind']),
                ...call.label(made),
                def: made,
                args: found === undefined ? args : this.world.redact(args),
                argsDigest: digest,
                after,
                waits,
                site,
                options: call.options,
                shielded: call.shielded,
                external: made['external'] === true,
                journaled: found !== undefined,
            });
            entry.message = message;
            // A builder may take longer than the replay: then the driver still has to hear of a journaled request.
            const late = this.outbox.isOpen || made['kind'] !== found?.kind;
            if (found === undefined || late)
                this.outbox.send(message());
            this.outbox.withdraw(identity.effectId, entry);
        };
        if (def instanceof Promise) {
            def.then(complete, (error) => {
                this.pending.delete(identity.effectId);
                entry.reject(error);
            });
        }
        else
            complete(def);
        if (call.signal !== undefined)
            this.follow(identity.effectId, entry, call.signal);
        return promise;
    }
    identify(taskId, found) {
        if (found === undefined)
            this.nextStep += 1;
        const step = found?.stepId ?? stepId(this.nextStep);
        return {
            effectId: found?.effectId ?? ids_ulid(RealDate.now()),
            stepId: step,
            invocationKey: `${this.world.processId}:${step}:${taskId}`,
        };
    }
    follow(effectId, entry, signal) {
        const withdraw = () => {
            if (!this.pending.has(effectId) || entry.withdrawn !== undefined)
                return;
            const reason = signal.reason;
            entry.withdrawn =
                reason instanceof Error ? reason.message : String(reason ?? 'withdrawn by its signal');
            this.outbox.withdraw(effectId, entry);
        };
        if (signal.aborted)
            queueMicrotask(withdraw);
        else {
            signal.addEventListener('abort', withdraw, { once: true });
            entry.unfollow = () => signal.removeEventListener('abort', withdraw);
        }
    }
}
const noop = () => { };

;// CONCATENATED MODULE: ./lib/runtime/worker/kernel.js








class Kernel {
    world;
    history;
    phase = 'replay';
    handed = 0;
    waits = 0;
    requests;
    queue = [];
    outbox;
    outcomes = new Outcomes();
    startedAt = 0;
    constructor(world, input, retry) {
        this.world = world;
        this.outbox = new Outbox(world.post);
        this.history = new History(input, retry);
        this.requests = new Requests(world, this.history, this.outbox, input.requests);
        setMoment(world.runId, 0, world.createdAt);
    }
    /** What the process does now it has done before. */
    get repeating() {
        return this.phase === 'replay' && this.history.isBehind(this.handed);
    }
    get over() {
        return this.phase === 'over';
    }
    /** Changes with every request: lets a watcher see that a turn of the loop brought none. */
    get requestCount() {
        return this.requests.count;
    }
    /** True once the process has pending requests that only the outside can settle. */
    get pendingCount() {
        return this.requests.pending.size;
    }
    request(call) {
        refuseInStep(call.taskId);
        if (this.phase === 'over')
            return new Promise(() => { });
        return this.requests.ask(call, {
            replaying: this.phase === 'replay',
            after: this.handed,
            waits: this.waits,
        });
    }
    /** The driver's settlements, in journal order. */
    enqueue(settlements) {
        this.queue.push(...settlements);
    }
    /**
     * Hands over what the journal allows without waiting for the loop (P4). Called with no microtask left.
     * The driver of the loop calls `quiet` when it has drained.
     */
    advance() {
        while (this.phase === 'replay' && this.history.next !== undefined) {
            if (!this.history.complete || !this.history.straight)
                return;
            this.handOverNext(false);
        }
    }
    /**
     * The process is quiet (P2). `turn`: it needed a turn of the loop since the last hand-over.
     * @returns `moved` when something was handed over, `idle` when the outside must act, `over` at the end
     */
    quiet(turn) {
        if (this.phase === 'over')
            return 'over';
        if (this.phase === 'replay') {
            if (!this.history.complete) {
                if (this.passSleep(this.history.overdue()))
                    return 'moved';
                this.diverge('missing', undefined);
                return 'over';
            }
            if (this.history.next !== undefined) {
                this.handOverNext(turn);
                this.advance();
                return 'moved';
            }
            return this.endReplay();
        }
        const next = this.queue.shift();
        if (next === undefined)
            return 'idle';
        if (turn)
            this.waits += 1;
        this.handOver(next);
        return 'moved';
    }
    handOverNext(turn) {
        const next = this.history.take();
        if (next === undefined)
            return;
        if (this.startedAt === 0)
            this.startedAt = performance.now();
        // Where the journal says how many there were live, that is the number; later requests count on from it.
        this.waits = this.history.waitsAt(next.index) ?? this.waits + (turn ? 1 : 0);
        this.handOver(next);
    }
    handOver(settlement) {
        this.handed = settlement.index;
        setMoment(this.world.runId, this.handed, settlement.recordedAt);
        const entry = this.requests.pending.get(settlement.effectId);
        if (entry !== undefined) {
            this.requests.pending.delete(settlement.effectId);
            entry.unfollow?.();
            this.outcomes.settle(entry, settlement.effectId, settlement.outcome);
            this.world.handedOver(settlement.effectId);
        }
        this.world.drain();
        this.outbox.flush();
    }
    endReplay() {
        const unmatched = this.history.unmatched();
        if (unmatched.length > 0) {
            if (this.passSleep(unmatched))
                return 'moved';
            this.diverge('unmatched', undefined);
            return 'over';
        }
        this.goLive(this.requests.pending);
        return 'moved';
    }
    goLive(pending) {
        this.phase = 'live';
        this.handed = this.history.total;
        const elapsedUs = this.startedAt === 0 ? 0 : Math.round((performance.now() - this.startedAt) * 1000);
        this.world.replayed();
        this.world.post({
            type: 'replayed',
            end: { handed: this.handed, dropped: this.history.dropped(), elapsedUs },
        });
        this.outbox.open(pending);
    }
    /** Ends a sleep that Babysitter passed over without a settlement. */
    passSleep(missing) {
        const ahead = (effectId) => this.history.rest.some((settlement) => settlement.effectId === effectId);
        const effectId = passedSleep(this.requests.pending, missing, ahead);
        if (effectId === undefined)
            return false;
        const entry = this.requests.pending.get(effectId);
        this.requests.pending.delete(effectId);
        if (this.outbox.takeBack(effectId))
            this.requests.giveBackStep(); // Babysitter gave it no number: the next request takes it
        entry?.resolve(null);
        this.world.drain();
        return true;
    }
    /** True when the journal holds nothing that the process, which has settled, did not ask for. */
    settled(how) {
        if (this.phase === 'over')
            return false;
        if (this.phase === 'replay' && this.history.unmatched().length > 0) {
            this.diverge('ended', how);
            return false;
        }
        // What it left pending is withdrawn by its end: nobody shall begin with it now.
        if (this.phase === 'replay')
            this.goLive(NONE);
        this.outbox.flush();
        this.finish();
        return true;
    }
    finish() {
        this.phase = 'over';
        this.outbox.close();
    }
    diverge(because, ended) {
        this.finish();
        const { history, handed } = this;
        const { agreed, pending } = this.requests;
        this.world.post({
            type: 'diverged',
            facts: factsOf(because, ended, { history, handed, agreed, pending, held: this.outbox.held }),
        });
    }
    /** The effect whose failure this is, or was caused by. */
    failedEffect(thrown) {
        return this.outcomes.effectOf(thrown);
    }
    /** For the watcher of open handles: replay is still missing a request. */
    get incomplete() {
        return this.phase === 'replay' && !this.history.complete;
    }
    get handedCount() {
        return this.handed;
    }
}
const NONE = new Map();

;// CONCATENATED MODULE: ./lib/runtime/worker/loop.js
/** As it is before a process can put another in its place. */
const { performance: loop_performance } = globalThis;
const drainTicks = process._tickCallback;
/** Node gives loop metrics since 22; without them every hand-over counts as one that needed a turn. */
function metrics() {
    const timing = loop_performance.nodeTiming;
    return drainTicks === undefined ? undefined : timing.uvMetricsInfo;
}
const timersOpen = () => process.getActiveResourcesInfo().some((name) => name === 'Timeout' || name === 'Immediate');
class Loop {
    port;
    client;
    handleGraceMs;
    replayGraceMs;
    /** Metrics right after the last hand-over; undefined: count a turn. */
    mark;
    /** Fixed at the first quiet after a hand-over: what comes later is the outside's doing. */
    turn;
    warned = false;
    /** A handle has been open for longer than the grace: from then on a turn of the loop is enough. */
    handleOpen = false;
    watcher;
    /** The watcher was set while a step ran: it looks at once. */
    forStep = false;
    /** Counts hand-overs: a look that began before one says nothing about what came of it. */
    moves = 0;
    seen = -1;
    seenSince = 0;
    constructor(port, client, limits) {
        this.port = port;
        this.client = client;
        this.handleGraceMs = limits.handleGraceMs;
        this.replayGraceMs = limits.replayGraceMs;
        process.on('beforeExit', () => this.drained());
    }
    /** Runs microtasks and ticks until none is left. */
    static drain() {
        drainTicks?.call(process);
    }
    /** Something was handed over (or the process was started): measure from here. */
    moved() {
        this.moves += 1;
        this.stopWatching();
        const timers = timersOpen();
        setImmediate(() => { }); // one turn, so that the loop drains again
        this.mark = timers ? undefined : metrics();
        this.turn = undefined;
        this.watch();
    }
    /** The outside sent something: the loop may drain again. */
    woken() {
        this.port.unref();
        if (this.client.stepsRunning() > 0)
            this.stopWatching(); // look at once, not after the grace
        this.watch();
    }
    drained() {
        this.handleOpen = false;
        this.turn ??= this.neededTurn();
        this.act(this.turn, true);
    }
    act(turn, drained) {
        const outcome = this.client.quiet(turn, drained);
        if (outcome === 'moved')
            this.moved();
        else if (outcome === 'working')
            this.watch();
        else if (outcome === 'idle') {
            this.stopWatching();
            this.port.ref();
        }
        else
            this.stopWatching();
    }
    neededTurn() {
        const before = this.mark;
        const now = metrics();
        if (before === undefined || now === undefined)
            return true;
        return now.loopCount - before.loopCount > 1 || now.events !== before.events;
    }
    stopWatching() {
        clearTimeout(this.watcher);
        this.watcher = undefined;
    }
    /** For processes that keep the loop alive: an unref'd timer fires only while something else does. */
    watch() {
        if (this.watcher !== undefined)
            return;
        const step = this.client.stepsRunning() > 0;
        this.forStep = step;
        this.seen = this.client.requestCount();
        this.seenSince = loop_performance.now();
        this.watcher = setTimeout(() => this.look(), step || this.handleOpen ? 0 : this.handleGraceMs).unref();
    }
    look() {
        this.watcher = undefined;
        const { moves } = this;
        const requests = this.client.requestCount();
        const step = this.client.stepsRunning() > 0;
        // The step has ended meanwhile: what is open beside it has its grace.
        if (this.forStep && !step && !this.handleOpen) {
            this.watch();
            return;
        }
        const longEnough = !this.client.incomplete() || loop_performance.now() - this.seenSince >= this.replayGraceMs;
        setImmediate(() => {
            setImmediate(() => {
                if (moves !== this.moves)
                    return undefined;
                if (requests !== this.client.requestCount() || requests !== this.seen)
                    return this.watch();
                if (!longEnough) {
                    this.watcher = setTimeout(() => this.look(), this.handleGraceMs).unref();
                    return undefined;
                }
                if (!step)
                    this.handleOpen = true;
                if (!step && !this.warned) {
                    this.warned = true;
                    const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
                    this.client.warn(`the process keeps something open (${open}); settlements are handed over all the same. ` +
                        'Put work of its own into ctx.run, and close what is not needed.');
                }
                return this.act(true, false);
            }).unref();
        }).unref();
    }
}

;// CONCATENATED MODULE: ./lib/runtime/worker/module-hooks.js
/**
 * Loads the process's modules: gives it `longhaul` (and Babysitter's name for it) without an installation, lets
 * TypeScript run whatever the repository's package.json says, serves the code that the run carries, and captures
 * what is loaded for the first time. Hooks work for import and require alike.
 */




const SCHEME = 'longhaul:';
const PROVIDED = Symbol.for('longhaul.provided');
const OURS = /^(longhaul|@a5c-ai\/babysitter-sdk)(\/.*)?$/;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
function installModuleHooks({ workspace, library, code, onTypeScript }) {
    const root = (0,external_node_url_namespaceObject.pathToFileURL)(workspace + external_node_path_namespaceObject.sep).href;
    const carried = new Map((code ?? []).map((file) => [file.path, file]));
    const captured = [];
    const seen = new Set();
    let latest;
    const provided = { longhaul: library };
    Reflect.set(globalThis, PROVIDED, provided);
    /** Path in the workspace of a file that belongs to the run's code. */
    const own = (url) => {
        if (!url.startsWith(root) || url.includes('/node_modules/'))
            return undefined;
        return decodeURIComponent(url.slice(root.length).replace(/[?#].*$/, ''));
    };
    const capture = (file, format, source) => {
        if (seen.has(file))
            return;
        seen.add(file);
        captured.push({ path: file, format, source });
    };
    /** What the run carries is found even though the workspace has lost it. */
    const resolveCarried = (specifier, parent) => {
        if (carried.size === 0)
            return undefined;
        let url;
        try {
            if (/^\.{0,2}\//.test(specifier))
                url = new URL(specifier, parent);
            else if (specifier.startsWith('file:'))
                url = new URL(specifier);
            else
                return undefined;
        }
        catch {
            return undefined;
        }
        const file = own(url.href);
        if (file === undefined)
            return undefined;
        for (const candidate of candidates(file)) {
            const found = carried.get(candidate);
            if (found !== undefined)
                return { url: (0,external_node_url_namespaceObject.pathToFileURL)(external_node_path_namespaceObject.join(workspace, candidate)).href, format: found.format };
        }
        return undefined;
    };
    const resolve = (specifier, context, next) => {
        if (OURS.test(specifier))
            return { url: `${SCHEME}longhaul`, format: 'module', shortCircuit: true };
        const found = resolveCarried(specifier, context.parentURL);
        if (found !== undefined)
            return { ...found, shortCircuit: true };
        try {
            return next(specifier, context);
        }
        catch (error) {
            const { code: reason } = error;
            if (reason !== 'ERR_MODULE_NOT_FOUND' && reason !== 'MODULE_NOT_FOUND')
                throw error;
            if (specifier === 'zod')
                return next(ourZod());
            if (!/^\.\.?\//.test(specifier) || !/\.[mc]?js$/.test(specifier))
                throw error;
            try {
                return next(specifier.replace(/js$/, 'ts'), context);
            }
            catch {
                throw error; // it names the file that the process asks for
            }
        }
    };
    const load = (url, context, next) => {
        if (url.startsWith(SCHEME))
            return { format: 'module', source: facade(url.slice(SCHEME.length), provided), shortCircuit: true };
        const file = own(url);
        if (file === undefined)
            return next(url, context);
        if (/\.[mc]?ts$/.test(file))
            onTypeScript();
        const known = carried.get(file);
        if (known !== undefined)
            return { format: known.format, source: known.source, shortCircuit: true };
        // A .ts file is a module even where package.json says commonjs, unless it says itself that it is not.
        const typescript = /\.ts$/.test(file) && !looksCommonJs((0,external_node_url_namespaceObject.fileURLToPath)(url));
        const loaded = next(url, typescript ? { ...context, format: 'module-typescript' } : context);
        const format = loaded.format ?? context.format ?? 'commonjs';
        if (format === 'builtin' || format === 'wasm' || format === 'addon')
            return loaded;
        const source = loaded.source === null || loaded.source === undefined
            ? (0,external_node_fs_namespaceObject.readFileSync)((0,external_node_url_namespaceObject.fileURLToPath)(url), 'utf8')
            : sourceText(loaded.source);
        latest = (0,external_node_url_namespaceObject.fileURLToPath)(url);
        capture(file, format, source);
        return loaded;
    };
    (0,external_node_module_namespaceObject.registerHooks)({ resolve, load });
    return { captured: () => captured.splice(0), latest: () => latest };
}
function candidates(file) {
    return [file, file.replace(/\.([mc]?)js$/, '.$1ts'), `${file}.js`, `${file}.json`, `${file}/index.js`];
}
function sourceText(source) {
    return typeof source === 'string' ? source : Buffer.from(source).toString('utf8');
}
function looksCommonJs(file) {
    const text = (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8');
    return (/\b(module\.exports|exports\.\w+\s*=|require\s*\()/.test(text) && !/^\s*(import|export)\b/m.test(text));
}
/** For a process that uses zod and has not installed it. */
function ourZod() {
    const here = import.meta.url;
    return new URL(`./zod${here.endsWith('.ts') ? '.ts' : '.js'}`, here).href;
}
/** A module whose exports are those of an object that lives in this bundle: one class identity for all. */
function facade(name, provided) {
    const names = Object.keys(provided[name] ?? {}).filter((key) => key !== 'default' && IDENTIFIER.test(key));
    const lines = names.map((key, i) => `const _${i}=m[${JSON.stringify(key)}];export{_${i} as ${key}};`);
    return `const m=globalThis[Symbol.for('longhaul.provided')][${JSON.stringify(name)}];${lines.join('')}export default m;`;
}

;// CONCATENATED MODULE: ./lib/runtime/worker/output.js
/** What the process prints: not again what a replay prints, and all of it before its worker goes. */
const STREAMS = [process.stdout, process.stderr];
class Output {
    /** `muted`: what is printed now was printed before. */
    constructor(muted) {
        for (const stream of STREAMS) {
            const write = stream.write.bind(stream);
            stream.write = ((...args) => {
                if (!muted())
                    return write(...args);
                const done = args.at(-1);
                if (typeof done === 'function')
                    process.nextTick(done);
                return true;
            });
        }
    }
    /** Something has not reached the driver yet; a terminated worker would lose it. */
    get pending() {
        return STREAMS.some((stream) => stream.writableLength > 0);
    }
    async flush() {
        for (const stream of STREAMS) {
            if (stream.writableLength > 0)
                await new Promise((resolve) => stream.write('', () => resolve()));
        }
    }
}

;// CONCATENATED MODULE: ./lib/runtime/worker/steps.js
/** In-process steps (ctx.run): the driver says when one starts; its result goes back as JSON text. */




class Steps {
    bodies = new Map();
    running = new Map();
    post;
    constructor(post) {
        this.post = post;
    }
    register(effectId, body) {
        this.bodies.set(effectId, body);
    }
    forget(effectId) {
        this.bodies.delete(effectId);
    }
    get count() {
        return this.running.size;
    }
    names() {
        return [...this.running.values()].map((step) => step.name);
    }
    start(effectId, attempt, idempotencyKey) {
        const body = this.bodies.get(effectId);
        if (body === undefined) {
            const error = serializeError(new Error(`step ${effectId} is not part of this process`));
            this.post({ type: 'step-result', effectId, attempt, outcome: { status: 'error', error } });
            return;
        }
        const abort = new AbortController();
        this.running.set(effectId, { attempt, name: body.name, abort });
        const step = { signal: abort.signal, idempotencyKey, attempt };
        const broken = Promise.withResolvers();
        const fail = (error) => {
            broken.reject(error);
            return this.running.get(effectId)?.abort === abort;
        };
        const outcome = insideStep.run({ name: body.name, fail }, async () => {
            try {
                let value = await Promise.race([body.fn(step), broken.promise]);
                if (body.schema !== undefined)
                    value = await checkSchema(body.schema, value, `result of step "${body.name}"`);
                const { json, warnings } = toJson(value, 'result');
                for (const warning of warnings)
                    this.post({ type: 'warning', message: `${body.name}: ${warning}` });
                return { status: 'ok', value: JSON.stringify(json) };
            }
            catch (thrown) {
                return { status: 'error', error: serializeError(thrown) };
            }
        });
        void outcome.then((settled) => {
            // A step that was given up while it ran has been settled by the driver: what it says now is ignored (E4).
            if (this.running.get(effectId)?.abort !== abort)
                return;
            this.running.delete(effectId);
            this.post({ type: 'step-result', effectId, attempt, outcome: settled });
        });
    }
    abort(effectId, reason, timedOut) {
        this.running.get(effectId)?.abort.abort(new EffectCancelledError(effectId, reason, timedOut));
    }
    abandon(effectId) {
        this.running.delete(effectId);
    }
}

;// CONCATENATED MODULE: ./lib/runtime/worker/live.js
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
/** A worker's life: loads a process, replays the journal, then lives on what the driver hands over. */
















/** Called once, with the driver's first message. @throws DamageError: the journal cannot be read */
function live(port, init, env) {
    for (const name of Object.keys(process.env))
        if (!(name in env))
            delete process.env[name];
    Object.assign(process.env, env);
    const post = (message) => port.postMessage(message);
    const redactText = redactor(init.secrets, () => post({ type: 'redacted' }));
    /** Of JSON. */
    const redact = (json) => redactJson(json, redactText);
    const input = loadReplayInput(init.runDir, init.journal);
    const kernel = new Kernel({
        runId: init.seed ?? init.runId,
        processId: init.processId,
        createdAt: init.createdAt,
        roots: { workspace: init.workspace, runDir: init.runDir },
        redact,
        post,
        drain: Loop.drain,
        handedOver: (effectId) => steps.forget(effectId),
        replayed: () => {
            if (init.shared !== undefined && !checkRest(init.runDir, init.journal.segments, init.shared))
                post({ type: 'stale' });
        },
    }, input, init.retry);
    const steps = new Steps(post);
    const loop = new Loop(port, {
        quiet(turn, drained) {
            if (!started && begin !== undefined) {
                // One turn first: what is left of the worker's own start would count as the process's.
                if (calm)
                    begin();
                calm = true;
                return 'moved';
            }
            if (!started) {
                if (drained)
                    ending.failToLoad(new Error(`${init.entry.path} never finished loading: a top-level await does not settle`));
                return drained ? 'over' : 'working';
            }
            sendCode();
            const outcome = kernel.quiet(turn);
            if (outcome !== 'idle')
                return outcome;
            if (kernel.pendingCount === 0) {
                if (!drained)
                    return 'working'; // its own work may still bring a request
                if (ending.judge())
                    return 'moved';
            }
            if (output.pending) {
                output.flush().then(() => loop.woken());
                return 'idle';
            }
            post({ type: 'idle', handed: kernel.handedCount, stuckSteps: drained ? steps.names() : [] });
            return 'idle';
        },
        requestCount: () => kernel.requestCount,
        stepsRunning: () => steps.count,
        incomplete: () => kernel.incomplete,
        warn: (message) => post({ type: 'warning', message }),
    }, init);
    let started = false;
    /** Calls the process, once it is loaded. */
    let begin;
    let calm = false;
    const output = new Output(() => kernel.repeating);
    const ending = new Ending({
        kernel,
        post,
        redact,
        started: () => started,
        site: (thrown) => errorSite(thrown, init.workspace) ||
            (started ? '' : syntaxSite(thrown, modules.latest(), init.workspace)),
        beforeReport,
    });
    installDeterminism();
    const modules = installModuleHooks({
        workspace: init.workspace,
        library: lib_namespaceObject,
        code: init.code,
        onTypeScript: keepWrappers,
    });
    function sendCode() {
        const files = modules.captured();
        if (files.length > 0)
            post({ type: 'code', files });
    }
    /** The driver has everything that came before, when it hears how the process ended. */
    async function beforeReport() {
        sendCode();
        port.ref();
        await output.flush();
    }
    async function runProcess(fn, inputs, schema) {
        const ctx = makeContext({
            runId: init.runId,
            runDir: init.runDir,
            artifactsDir: init.artifactsDir,
            origin: init.origin,
            kernel,
            steps,
            post,
            logCount: input.logCount,
            nonInteractive: init.nonInteractive,
            halt: (reason, payload) => void ending.end({ type: 'halted', reason, payload }),
            onCleanup: (cleanup) => ending.onCleanup(cleanup),
        });
        try {
            const output = await fn(inputs, ctx);
            await ending.end({
                type: 'returned',
                output: schema === undefined ? output : await checkSchema(schema, output, 'output of the process'),
            });
        }
        catch (thrown) {
            await ending.end({ type: 'threw', thrown });
        }
    }
    async function start() {
        const module = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ (0,external_node_url_namespaceObject.pathToFileURL)(init.entry.path).href)));
        const fn = processOf(module, init.entry);
        let inputs = init.inputs === undefined ? undefined : JSON.parse(init.inputs);
        const inputSchema = module['inputSchema'];
        if (inputSchema !== undefined)
            inputs = await checkSchema(inputSchema, inputs, 'inputs');
        post({ type: 'loaded' });
        sendCode();
        begin = () => {
            started = true;
            void runProcess(fn, inputs, module['outputSchema']);
            Loop.drain();
            kernel.advance();
        };
        // The loop drains now, and the process is called from there; unless a module keeps it open.
        setTimeout(() => {
            if (started)
                return;
            begin?.();
            loop.moved();
        }, 20).unref();
    }
    port.on('message', (message) => {
        switch (message.type) {
            case 'settle':
                kernel.enqueue(message.settlements);
                break;
            case 'start-step':
                steps.start(message.effectId, message.attempt, message.idempotencyKey);
                break;
            case 'abort-step':
                steps.abort(message.effectId, message.reason, message.timedOut);
                break;
            case 'abandon-step':
                steps.abandon(message.effectId);
                break;
            case 'ping':
                post({ type: 'pong', id: message.id });
                return;
        }
        loop.woken();
    });
    port.unref();
    start().catch((error) => ending.failToLoad(error));
}
/** The export to call: the one named, else `process`, else `default`, else the only function there is. */
function processOf(module, { exportName, path }) {
    const inner = (module['default'] ?? {});
    const at = (name) => module[name] ?? (typeof inner === 'object' ? inner[name] : undefined);
    const found = exportName === undefined || exportName === 'process'
        ? (at('process') ?? module['default'])
        : at(exportName);
    if (typeof found === 'function')
        return found;
    const there = Object.keys(module).filter((name) => typeof module[name] === 'function');
    throw new TypeError(`${path} exports no function "${exportName ?? 'process'}"${there.length === 0 ? '' : `; it exports ${there.join(', ')}`}. ` +
        'Name the export after the path: file.mjs#name');
}

;// CONCATENATED MODULE: ./lib/runtime/worker/main.js
/** The worker's entry: waits to be told what to run. Without an await at its top, which would keep the bundle in pieces. */


const port = external_node_worker_threads_namespaceObject.parentPort;
port.once('message', ({ init, env }) => live(port, init, env));

