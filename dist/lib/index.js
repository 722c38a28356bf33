/******/ // The require scope
/******/ var __nccwpck_require__ = {};
/******/ 
/************************************************************************/
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
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Zt: () => (/* reexport */ DivergenceError),
  Ti: () => (/* reexport */ EffectCancelledError),
  Yb: () => (/* reexport */ LostEffectError),
  RR: () => (/* reexport */ defineTask),
  gz: () => (/* reexport */ globalTaskRegistry)
});

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
const NO_WARNINGS = (/* unused pure expression or super */ null && ([]));
/**
 * A fresh JSON value equal to `JSON.parse(JSON.stringify(value))`, undefined becoming null at the root.
 * `rootName` begins the paths in warnings and errors. Throws NotJsonError for a Map, a Set, a class instance
 * without toJSON, a BigInt, a symbol or a cycle.
 */
function json_toJson(value, rootName) {
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
class TooDeep extends (/* unused pure expression or super */ null && (Error)) {
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



var __webpack_exports__DivergenceError = __webpack_exports__.Zt;
var __webpack_exports__EffectCancelledError = __webpack_exports__.Ti;
var __webpack_exports__LostEffectError = __webpack_exports__.Yb;
var __webpack_exports__defineTask = __webpack_exports__.RR;
var __webpack_exports__globalTaskRegistry = __webpack_exports__.gz;
export { __webpack_exports__DivergenceError as DivergenceError, __webpack_exports__EffectCancelledError as EffectCancelledError, __webpack_exports__LostEffectError as LostEffectError, __webpack_exports__defineTask as defineTask, __webpack_exports__globalTaskRegistry as globalTaskRegistry };
