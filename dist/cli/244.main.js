export const id = 244;
export const ids = [244,405];
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

/***/ 8244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(89);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(6955);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __webpack_require__(6786);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(8091);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3405);
// EXTERNAL MODULE: ./lib/operations/recorder.js
var recorder = __webpack_require__(5008);
;// CONCATENATED MODULE: ./lib/operations/fork.js
/** run:fork: a new run with the history of another one up to a point. The other one is never written. */









/** @throws UsageError for a point that the run does not have, RunExistsError, LonghaulError (RUN_ENDED_THERE) */
async function forkRun(request) {
    const { store, parent, actor } = request;
    const events = [...parent.events()];
    const seq = cutOf(request.at, events, parent.runId);
    const history = events.slice(0, seq);
    const state = (0,journal_state/* stateOf */.L4)(history);
    if (state.terminal !== undefined) {
        throw new errors/* LonghaulError */.BQ('RUN_ENDED_THERE', `Run ${parent.runId} is ${(0,journal_state/* statusOf */.c2)(state)} at event ${seq}: a fork from there could do nothing`, {
            hint: `Fork before its end, e.g. --at ${state.terminal.seq - 1}.`,
        });
    }
    const metadata = parent.metadata();
    const first = events[0]?.data;
    const { runId: _, processId: _p, entrypoint: _e, harness: _h, processRevision: _r, inputsRef: _i, prompt: _t, ...made } = first;
    const runId = request.runId === undefined ? (0,ids/* ulid */.Z0)() : (0,ids/* checkRunId */.np)(request.runId);
    const { importPath, exportName } = metadata.entrypoint;
    const entry = external_node_path_.resolve(store.importDir(parent.runId), importPath);
    const inputs = (0,external_node_fs_.existsSync)(layout/* paths */.f0.inputs(parent.runDir))
        ? (0,decode/* parseJson */.qF)((0,external_node_fs_.readFileSync)(layout/* paths */.f0.inputs(parent.runDir), 'utf8'))
        : undefined;
    const forkedFrom = { runId: parent.runId, seq };
    const run = await store.create({
        runId,
        processId: metadata.processId,
        request: metadata.request,
        entrypoint: {
            importPath: external_node_path_.relative(store.importDir(runId), entry).split(external_node_path_.sep).join('/'),
            exportName,
        },
        ...(inputs === undefined ? {} : { inputs }),
        ...(0,recorder/* defined */.sw)({
            harness: metadata.harness,
            processRevision: metadata.processRevision,
            prompt: metadata.prompt,
            nonInteractive: metadata.nonInteractive,
        }),
        // Chance and time go on as in the parent, or its history would not be asked for again.
        created: { ...made, engine: version.VERSION, actor, forkedFrom, seed: first.seed ?? parent.runId },
        history: { createdAt: events[0]?.recordedAt ?? metadata.createdAt, ulid: events[0]?.ulid ?? (0,ids/* ulid */.Z0)() },
        files: [...eventFiles(parent, history), ...carriedCode(parent)],
    });
    for (const file of filesOf(parent, history))
        (0,external_node_fs_.cpSync)(external_node_path_.join(parent.runDir, file), external_node_path_.join(run.runDir, file), { recursive: true, filter: noLinks });
    return { run, forkedFrom };
}
function cutOf(at, events, runId) {
    if (/^S\d{6,}$/.test(at)) {
        const asked = events.find(({ type, data }) => type === 'EFFECT_REQUESTED' && data.stepId === at);
        if (asked !== undefined)
            return asked.seq - 1;
        throw new errors/* UsageError */.eb(`--at: run ${runId} has no step ${at}`, {
            hint: `See its steps with \`longhaul task:list ${runId}\`.`,
        });
    }
    const seq = /^\d{1,15}$/.test(at) ? Number(at) : 0;
    if (seq >= 1 && seq <= events.length)
        return seq;
    throw new errors/* UsageError */.eb(`--at: ${JSON.stringify(at)} is neither an event of run ${runId} (1 to ${events.length}) nor a step (S000001)`, {
        hint: `See its events with \`longhaul run:events ${runId}\`.`,
    });
}
/** Every event behind the first, byte for byte. */
function eventFiles(parent, history) {
    return history.slice(1).map(({ seq, ulid: id }) => {
        const name = (0,layout/* eventFileName */.MS)(seq, id);
        return { path: `journal/${name}`, text: (0,external_node_fs_.readFileSync)(layout/* paths */.f0.event(parent.runDir, name), 'utf8') };
    });
}
function carriedCode(parent) {
    const root = layout/* paths */.f0.code(parent.runDir);
    if (!(0,external_node_fs_.existsSync)(root))
        return [];
    return (0,external_node_fs_.readdirSync)(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => (0,external_node_fs_.lstatSync)(external_node_path_.join(root, name)).isFile())
        .map((name) => ({
        path: `code/${name.split(external_node_path_.sep).join('/')}`,
        text: (0,external_node_fs_.readFileSync)(external_node_path_.join(root, name), 'utf8'),
    }));
}
/** What the history refers to, and what the process may have kept; relative to the run directory. */
function filesOf(parent, history) {
    const resolver = new layout/* RefResolver */.uY(parent.runDir);
    const refs = new Set();
    for (const { data } of history) {
        for (const [key, ref] of Object.entries(data)) {
            if (key.endsWith('Ref') && typeof ref === 'string' && ref.startsWith('tasks/'))
                refs.add(ref);
        }
        if (typeof data.effectId === 'string')
            refs.add(`tasks/${data.effectId}/blobs`);
    }
    return [...refs, 'artifacts'].filter((ref) => ref === 'artifacts'
        ? (0,external_node_fs_.existsSync)(layout/* paths */.f0.artifacts(parent.runDir))
        : (0,external_node_fs_.existsSync)(resolver.resolve(ref, 'the journal')));
}
const noLinks = (source) => !(0,external_node_fs_.lstatSync)(source).isSymbolicLink();

// EXTERNAL MODULE: ./lib/cli/actor.js
var actor = __webpack_require__(8309);
// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/fork.js
/** longhaul run:fork */




const verb = async (invocation) => {
    const { flags, out, here } = invocation;
    const { run: parent, store } = await (0,runs/* findRun */.Lc)(invocation);
    const { run, forkedFrom } = await forkRun({
        store,
        parent,
        at: flags.need('at'),
        runId: flags.text('run-id'),
        actor: (0,actor/* localActor */.Z)(here.cwd),
    });
    out.document({ runId: run.runId, runDir: run.runDir, forkedFrom });
    out.line(`Run ${run.runId} in ${run.runDir}, with the events 1 to ${forkedFrom.seq} of ${forkedFrom.runId}`);
    out.line(`Next: drive it: longhaul resume ${(0,runs/* referenceOf */.Bz)(invocation, run.runId)}`);
    return { status: () => (0,journal_state/* statusOf */.c2)(run.load().state) };
};


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
