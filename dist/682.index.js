export const id = 682;
export const ids = [682];
export const modules = {

/***/ 64682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runIntent: () => (/* binding */ runIntent)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/executors/environment.js
var environment = __webpack_require__(73577);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(78091);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(38174);
// EXTERNAL MODULE: ./lib/operations/code.js
var code = __webpack_require__(45203);
;// CONCATENATED MODULE: ./lib/operations/code-diff.js

const MAX_FILES = 5;
const MAX_LINES = 60;
/** Unified diffs, those of the files that the diverging calls stand in first. */
async function codeChanges(runDir, before, now, facts) {
    const sites = [...facts.journal, ...facts.code].map(({ site }) => site.replace(/:\d+:\d+$/, ''));
    const changed = (0,code/* upgradedFiles */.Sq)(before, now).map(({ path }) => path);
    const gone = before.files
        .map(({ path }) => path)
        .filter((path) => sites.includes(path) && !now.some((file) => file.path === path));
    const rank = (path) => (sites.includes(path) ? 0 : 1);
    const paths = [...changed, ...gone].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    if (paths.length === 0)
        return [];
    const { createTwoFilesPatch } = await __webpack_require__.e(/* import() */ 873).then(__webpack_require__.bind(__webpack_require__, 41873));
    const old = new Map((0,code/* readCode */.wr)(runDir, before).map(({ path, source }) => [path, source]));
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
// EXTERNAL MODULE: ./lib/journal/json.js
var journal_json = __webpack_require__(68651);
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
            lines.push(`  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`, `    arguments ${divergence_short(argumentsOf(place.init.runDir, step.effectId))}`);
        }
    }
    lines.push('', 'The code asks for:');
    if (facts.code.length === 0)
        lines.push(`  nothing more${facts.ended === undefined ? '' : ` (${facts.ended})`}`);
    for (const call of facts.code)
        lines.push(`  ${call.kind} ${call.taskId}${at(call.site)}`, `    arguments ${divergence_short(call.args)}`);
    const change = argumentChange(facts, place.init.runDir);
    if (change.length > 0)
        lines.push('', 'Difference in the arguments:', ...change.map((line) => `  ${line}`));
    if (changes.length > 0)
        lines.push('', 'Changes in the code:', ...changes.map((line) => `  ${line}`));
    const { recorded, now } = place.codeRevisions();
    if (recorded !== '' || now !== '')
        lines.push('', `Code of the run: ${recorded || 'not recorded'}; code that was replayed: ${now || 'not known'}`);
    const hint = `Resume on the code that the run carries (--on-code-change pin), or change the code so that it asks for these steps again. ` +
        `To go on from an earlier point: longhaul run:fork ${place.init.runId} --at <step>. To give it up: longhaul run:halt ${place.init.runId}. ` +
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
function argumentsOf(runDir, effectId) {
    return JSON.stringify(storedArguments(runDir, effectId) ?? null);
}
function storedArguments(runDir, effectId) {
    try {
        const task = (0,decode/* parseJson */.qF)((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(runDir, 'tasks', effectId, 'task.json'), 'utf8'));
        return task !== null && typeof task === 'object' && !Array.isArray(task) ? task.inputs : undefined;
    }
    catch {
        return undefined; // the report does without
    }
}
/** Line by line, where one step of either side differs in its arguments only. */
function argumentChange(facts, runDir) {
    const missing = facts.journal[0];
    const asked = facts.code.find((call) => call.taskId === missing?.taskId);
    if (missing === undefined || asked === undefined)
        return [];
    const before = lines(storedArguments(runDir, missing.effectId) ?? null);
    const after = lines(JSON.parse(asked.args));
    const old = new Set(before);
    const fresh = new Set(after);
    return [
        ...before.filter((line) => !fresh.has(line)).map((l) => `- ${l.trim()}`),
        ...after.filter((line) => !old.has(line)).map((l) => `+ ${l.trim()}`),
    ].slice(0, 20);
}
/** Pretty JSON, keys in one order, without what only says that a line follows. */
function lines(json) {
    return JSON.stringify((0,journal_json/* sortKeys */.di)(json), null, 2)
        .split('\n')
        .map((line) => line.trim().replace(/,$/, ''));
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(23405);
;// CONCATENATED MODULE: ./lib/operations/engine-version.js
/** Which engine may carry a run on (contract §2). */


/** Any later version of the same major carries an older run on; an older engine refuses a newer run. @throws LonghaulError ENGINE_TOO_OLD */
function refuseNewerEngine(state) {
    const made = state.created?.engine;
    if (made === undefined)
        return;
    const [major = 0, minor = 0, patch = 0] = made.split('.').map(Number);
    const [ours = 0, oursMinor = 0, oursPatch = 0] = version/* VERSION */.x.split('.').map(Number);
    const newer = major !== ours || minor > oursMinor || (minor === oursMinor && patch > oursPatch);
    if (!newer)
        return;
    throw new errors/* LonghaulError */.BQ('ENGINE_TOO_OLD', `Run ${state.runId} was made by Longhaul ${made}; this is ${version/* VERSION */.x}`, {
        hint: `Carry it on with Longhaul ${major}.x, ${made} or later.`,
    });
}

// EXTERNAL MODULE: ./lib/journal/digest.js
var journal_digest = __webpack_require__(41597);
;// CONCATENATED MODULE: ./lib/operations/gate.js
/** An approval gate without code: a built-in process of one breakpoint, carried like any other run's code. */



/** Relative to the workspace, where no such file is needed. */
const GATE_ENTRY = '.longhaul/question.mjs';
/** Never changed: open runs carry it, and are known by it. */
const SOURCE = `export async function process({ question, context }, ctx) {
  return ctx.breakpoint({ title: 'Approval', question, context }, { label: 'Approval' });
}
`;
function gateFiles() {
    const manifest = {
        schemaVersion: code/* CODE_SCHEMA */.KJ,
        commit: '',
        entry: GATE_ENTRY,
        files: [
            { path: GATE_ENTRY, format: 'module', blob: (0,journal_digest/* gitBlobId */.tK)(Buffer.from(SOURCE)), digest: (0,journal_digest/* sha256 */.sc)(SOURCE) },
        ],
    };
    return [
        { path: `code/files/${GATE_ENTRY}`, text: SOURCE },
        { path: 'code/manifest.json', text: (0,journal_json/* jsonText */.s$)(manifest) },
    ];
}
/** Whether a run carries this code and no other: it is as trustworthy as the program that it comes with. */
function isGate(runDir) {
    const { entry, files = [] } = (0,code/* readManifest */.WI)(runDir) ?? {};
    const [file] = files;
    return (entry === GATE_ENTRY && files.length === 1 && file?.path === GATE_ENTRY && file.digest === (0,journal_digest/* sha256 */.sc)(SOURCE));
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
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

;// CONCATENATED MODULE: ./lib/runtime/host.js
/** The driver's side of the worker: starts it, listens, watches that it answers, ends it. */


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
        // In a long run the young generation of this thread would grow to 64 MiB, nearly all of it garbage: it stays as it is.
        if (message.type === 'replayed')
            (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
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

;// CONCATENATED MODULE: ./lib/operations/drive-errors.js
/** What ends a drive though the run has not ended: the journal is as it was, and the way out is named. */

function stuckError(what) {
    return new errors/* LonghaulError */.BQ('PROCESS_STUCK', what.charAt(0).toUpperCase() + what.slice(1), {
        hint: 'Nothing is pending, and a promise of the process never settles. Await only ctx calls and work that ends; ' +
            'mend the code and resume with --on-code-change upgrade, or seal the run with run:halt.',
    });
}
function stuckStepsError(names) {
    return stuckError(`the step ${names.map((name) => `"${name}"`).join(', ')} is waiting for something that never comes`);
}
function lostError(cause, error) {
    const hints = {
        loop: 'Find the endless loop, or put long computation into ctx.run; the journal is as it was.',
        memory: 'The process needs more memory than it may have; the journal is as it was.',
        exit: 'The journal is as it was; resume to try again.',
    };
    return new errors/* LonghaulError */.BQ('PROCESS_LOST', error.message, { hint: hints[cause] });
}
/** It broke down before the replay had ended, and the journal says that it did not do so then (P6: nothing is written). */
function crashedInReplayError(error) {
    return new errors/* LonghaulError */.BQ('PROCESS_LOST', `The process failed while its journal was replayed: ${error.name}: ${error.message}`, {
        hint: 'It did not fail there before: look at what it reads of its surroundings. The journal is as it was; resume to try again.',
        cause: withStack(error),
    });
}
function loadError(path, error) {
    return new errors/* LonghaulError */.BQ('PROCESS_LOAD', `The process file cannot be loaded: ${error.name}: ${error.message}`, {
        path,
        hint: 'Mend the file and run the command again; nothing was journaled.',
        cause: withStack(error),
    });
}
function withStack(error) {
    const cause = new Error(error.message);
    if (error.stack !== undefined)
        cause.stack = error.stack;
    return cause;
}

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
    const diverged = async (facts) => divergenceError(facts, options, (await options.changes?.(facts, captured)) ?? []);
    try {
        return await new Promise((resolve, reject) => {
            const judge = (message) => {
                if (message.type === 'code')
                    captured.push(...message.files);
                else if (message.type === 'diverged')
                    resolve(diverged(message.facts));
                else if (message.type === 'crashed' && message.stage === 'load')
                    reject(loadError(init.entry.path, message.error));
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

// EXTERNAL MODULE: ./lib/operations/workspace.js
var operations_workspace = __webpack_require__(3553);
;// CONCATENATED MODULE: ./lib/operations/check.js
/**
 * Would the open runs survive the workspace's code? Each is replayed against it. Nothing of a run is executed, nothing
 * is written, no lease is taken.
 */













const OPEN = ['created', 'running', 'waiting'];
/** In the order of the store's list. @throws RunNotFoundError for a run that is named; what the store's `list` throws */
async function checkRuns(options) {
    const { store, runId } = options;
    const ids = runId === undefined ? (await store.list({ status: OPEN })).map((run) => run.runId) : [runId];
    const checked = [];
    let next = 0;
    const work = async () => {
        for (let i = next++; i < ids.length; i = next++)
            checked[i] = await checkRun(options, ids[i] ?? '');
    };
    const parallel = options.parallel ?? Math.min(4, (0,external_node_os_.availableParallelism)());
    await Promise.all(Array.from({ length: Math.min(parallel, ids.length) }, work));
    return checked;
}
async function checkRun(options, runId) {
    const found = { runId, processId: '', report: '', hint: '', site: undefined };
    let run;
    let agreement;
    try {
        run = await options.store.open(runId);
        found.processId = run.metadata().processId;
        // An approval gate has no code in the workspace.
        if (isGate(run.runDir))
            return { ...found, verdict: 'agrees' };
        agreement = await agreementOf(options, run);
    }
    catch (error) {
        // A run that was asked for by name has to be there.
        if (options.runId !== undefined || !(error instanceof Error))
            throw error;
        const hint = error instanceof errors/* LonghaulError */.BQ ? error.hint : '';
        return { ...found, verdict: 'unreadable', report: error.message, hint };
    }
    if (agreement.agrees) {
        const { changed } = agreement;
        if (options.onCodeChange !== 'refuse' || changed.length === 0)
            return { ...found, verdict: 'agrees' };
        const report = `The code of the run is not that of the workspace: ${changed.join(', ')}`;
        const hint = 'Jobs go on with it by `on-code-change: pin` or `upgrade`.';
        return { ...found, verdict: 'refused', report, hint };
    }
    const { report, hint, site } = agreement;
    const isCarried = options.onCodeChange === 'pin' && (0,code/* readManifest */.WI)(run.runDir) !== undefined;
    return { ...found, verdict: isCarried ? 'carried' : 'diverges', report, hint, site };
}
/** @throws DamageError; LonghaulError ENGINE_TOO_OLD */
async function agreementOf(options, run) {
    const { store, workspace, env, limits } = options;
    const { runDir, runId } = run;
    const loaded = run.load();
    const { state } = loaded;
    refuseNewerEngine(state);
    const { importPath, exportName } = loaded.run.entrypoint;
    const file = (0,code/* realPath */.Ye)(external_node_path_.resolve(store.importDir(runId), importPath));
    const repository = (0,code/* repositoryOf */._M)(file, (0,code/* realPath */.Ye)(workspace));
    const manifest = (0,code/* readManifest */.WI)(runDir);
    try {
        const diverged = await replayOnly({
            loaded,
            init: {
                runId,
                processId: state.processId,
                runDir,
                artifactsDir: layout/* paths */.f0.artifacts(runDir),
                workspace: repository,
                entry: { path: file, exportName },
                inputs: (0,reader/* readInputs */.Ko)(runDir),
                createdAt: state.createdAt,
                code: undefined,
                nonInteractive: loaded.run.nonInteractive === true,
                seed: state.created?.seed,
                origin: state.created?.origin ?? null,
                secrets: [],
            },
            env: (0,environment/* cleanEnvironment */.h)(env),
            limits,
            codeRevisions: () => ({
                recorded: manifest?.commit ?? state.created?.commit ?? '',
                now: (0,operations_workspace/* commitOf */.D)(repository),
            }),
            changes: async (facts, now) => manifest === undefined ? [] : codeChanges(runDir, manifest, now, facts),
        });
        if (diverged === undefined)
            return { agrees: true, changed: manifest === undefined ? [] : (0,code/* changedFiles */.Y_)(manifest, repository) };
        return { agrees: false, report: diverged.message, hint: diverged.hint, site: siteOf(diverged.facts) };
    }
    catch (error) {
        // A process that cannot be loaded, or does not give the loop back, asks for nothing of what the journal has.
        if (!(error instanceof errors/* LonghaulError */.BQ) || error instanceof DivergedError)
            throw error;
        if (error.code !== 'PROCESS_LOAD' && error.code !== 'PROCESS_LOST' && error.code !== 'PROCESS_STUCK')
            throw error;
        return { agrees: false, report: error.message, hint: error.hint, site: undefined };
    }
}
/** Where the code asks for something else; where it asks for nothing, the place at which it had asked. */
function siteOf({ code, journal }) {
    const site = [...code, ...journal].map((call) => call.site).find((place) => place !== '');
    const [, file = '', line = ''] = /^(.+):(\d+):\d+$/.exec(site ?? '') ?? [];
    return file === '' ? undefined : { file, line: Number(line) };
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

// EXTERNAL MODULE: ./lib/action/outputs.js
var action_outputs = __webpack_require__(15490);
;// CONCATENATED MODULE: ./lib/action/check.js
/** `command: check`: every open run of the repository against the code of a pull request. Reads, and writes nothing. */



/** GitHub shows 10 of a step, and a failed one adds its own. */
const ANNOTATIONS = 9;
/** Red when a run would diverge that has nothing but this code to go on with. */
async function check(job) {
    const { store, event, env, io, inputs } = job;
    const checked = await checkRuns({
        store,
        workspace: event.workspace,
        env,
        limits: DEFAULT_LIMITS,
        onCodeChange: inputs['on-code-change'],
        runId: inputs['run-id'] || undefined,
    });
    const of = (verdict) => checked.filter((run) => run.verdict === verdict);
    const [diverging, carried, refused, unreadable] = [
        of('diverges'),
        of('carried'),
        of('refused'),
        of('unreadable'),
    ];
    for (const run of [...diverging, ...carried, ...refused, ...unreadable].slice(0, ANNOTATIONS))
        annotate(job, run);
    const { checkMarkdown } = await __webpack_require__.e(/* import() */ 688).then(__webpack_require__.bind(__webpack_require__, 43688));
    await io.summary(checkMarkdown(checked));
    const said = refused.length === 0 ? '' : `, ${refused.length} agree but will be refused`;
    io.notice(`Check: ${checked.length} open runs: ${of('agrees').length} agree, ${diverging.length} diverge, ${carried.length} finish on the code that they carry${said}, ${unreadable.length} could not be read`);
    const [first] = diverging;
    return {
        outputs: (0,action_outputs/* noOutputs */.Q9)(),
        failure: first === undefined
            ? undefined
            : `${diverging.length} of ${checked.length} open runs would diverge from this code, the first is ${first.runId}; the summary has the reports`,
    };
}
function annotate({ io }, { runId, verdict, report, hint, site }) {
    const [headline = ''] = report.split('\n');
    if (verdict === 'diverges')
        io.error(`Run ${runId}: ${headline}\n${hint}`, site);
    else if (verdict === 'carried')
        io.warning(`Run ${runId} is not affected: it finishes on the code that it carries. \`on-code-change: upgrade\` would be refused: ${headline}`, site);
    else if (verdict === 'refused')
        io.warning(`Run ${runId} agrees with this code, and jobs will refuse it: ${headline}\n${hint}`);
    else
        io.warning(`Run ${runId} could not be checked: ${headline}`);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(94545);
// EXTERNAL MODULE: ./lib/journal/open-run.js
var open_run = __webpack_require__(11205);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(40089);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/journal/codec.js
var codec = __webpack_require__(75283);
// EXTERNAL MODULE: ./lib/journal/restore.js
var restore = __webpack_require__(97879);
// EXTERNAL MODULE: ./lib/journal/segment-file.js
var segment_file = __webpack_require__(28219);
// EXTERNAL MODULE: ./lib/journal/segments.js
var journal_segments = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/journal/snapshot.js + 1 modules
var snapshot = __webpack_require__(98221);
// EXTERNAL MODULE: ./lib/journal/state-cache.js
var state_cache = __webpack_require__(80299);
;// CONCATENATED MODULE: ./lib/journal/verify-aside.js
/** Findings about what lies beside the journal: caches, carried code, left-over files. */













/** `names` and `events`: what the journal holds, unreadable events left out of `events`. */
function verifyAside(runDir, names, events) {
    return [
        ...segmentFindings(runDir, names, events),
        ...cacheFindings(runDir, names),
        ...codeFindings(runDir),
        ...logFindings(runDir),
        ...['state', 'lease', 'mailbox'].flatMap((place) => namesIn((0,external_node_path_.join)(runDir, place))
            .filter((name) => name.startsWith('tmp-'))
            .map((name) => leftOver(`${place}/${name}`))),
    ];
}
function logFindings(runDir) {
    return (0,restore/* logsOf */.Hw)(runDir).flatMap((path) => (0,restore/* readLog */.x6)((0,external_node_path_.join)(runDir, path)).damaged.map((line) => finding('LOG_DAMAGED', path, `${path} is damaged in line ${line}; the files it holds are not put back`, true)));
}
/** A file that is nobody's: what a write left that did not end, or something foreign. */
function leftOver(path) {
    if (/(^|[/.])tmp-/.test(path)) {
        return finding('TEMP_FILE', path, `${path} was left over by a write that did not end`, true);
    }
    return finding('STRAY_FILE', path, `${path} is no event; it is not read`, true);
}
function finding(code, path, message, warning = false) {
    return { code, path, message, ...(warning && { warning: true }) };
}
function segmentFindings(runDir, names, events) {
    return namesIn(layout/* paths */.f0.segments(runDir)).flatMap((name) => {
        const path = `state/segments/${name}`;
        if (name.startsWith('tmp-'))
            return leftOver(path);
        if (name === snapshot/* SNAPSHOT_NAME */.lE)
            return snapshotFindings(runDir, events);
        const problem = segmentProblem(runDir, path, names, events);
        return problem === undefined
            ? []
            : finding('SEGMENT_WRONG', path, `${path} ${problem}; it is a cache`, true);
    });
}
/** One that belongs to other segments is merely not used; one for these must say what the events say. */
function snapshotFindings(runDir, events) {
    const segments = (0,journal_segments/* listSegments */.Bz)(runDir);
    let found;
    try {
        found = (0,snapshot/* readSnapshot */.RA)(runDir, segments);
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc))
            throw error;
    }
    if (found === undefined)
        return [];
    const { head, settlements, attempt, equals, pending } = (0,journal_state/* stateOf */.L4)([...events.values()].filter((event) => event.seq <= (segments.at(-1)?.to ?? 0)));
    const text = (state) => JSON.stringify([state.head, state.settlements, state.attempt, [...state.equals], [...state.pending]]);
    if (text(found) === text({ head, settlements, attempt, equals, pending }))
        return [];
    const path = `state/segments/${snapshot/* SNAPSHOT_NAME */.lE}`;
    return [finding('CACHE_WRONG', path, `${path} is not what the journal adds up to; it is a cache`, true)];
}
function segmentProblem(runDir, path, names, events) {
    try {
        const file = new segment_file/* SegmentFile */.yu(runDir, { path, digest: '' });
        file.close();
        for (const event of (0,journal_segments/* readSegmentEvents */.Tc)(runDir, file.ref)) {
            if (JSON.stringify(event) !== JSON.stringify(events.get(event.seq)))
                return `holds another event ${event.seq}`;
        }
        const from = names.findIndex((name) => name.seq === file.ref.from);
        const differing = (0,journal_segments/* checkSegments */.hc)(runDir, [file.ref], names.slice(Math.max(0, from)));
        if (differing.length > 0)
            return `was packed before ${differing[0]} changed`;
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc)
            return 'is damaged';
        throw error;
    }
    return undefined;
}
function cacheFindings(runDir, names) {
    const last = names.at(-1);
    const text = (0,reader/* readIfThere */.qC)(layout/* paths */.f0.stateCache(runDir));
    if (last === undefined || text === undefined)
        return [];
    const why = (0,state_cache/* staleReason */.Wf)(runDir, { seq: last.seq, ulid: last.ulid });
    const cache = (0,decode/* parseJson */.qF)(text);
    const head = (0,decode/* isObject */.Gv)(cache) ? cache.journalHead : undefined;
    // A cache that is merely behind is in order; one with a head that the journal never had is not.
    const known = (0,decode/* isObject */.Gv)(head) && names.some((name) => name.seq === head.seq && name.ulid === head.ulid);
    if (why !== 'corrupt_cache' && (why === undefined || known))
        return [];
    return [
        finding('CACHE_WRONG', 'state/state.json', 'state/state.json does not belong to this journal; it is a cache', true),
    ];
}
function codeFindings(runDir) {
    const manifestPath = 'code/manifest.json';
    const text = (0,reader/* readIfThere */.qC)((0,external_node_path_.join)(runDir, manifestPath));
    if (text === undefined)
        return [];
    const manifest = (0,decode/* parseJson */.qF)(text);
    if (!(0,decode/* isObject */.Gv)(manifest) || !Array.isArray(manifest.files)) {
        return [finding('CODE_MANIFEST', manifestPath, `${manifestPath} is cut off or no manifest`)];
    }
    return manifest.files.flatMap((entry) => {
        const file = (0,decode/* isObject */.Gv)(entry) && typeof entry.path === 'string' ? entry : undefined;
        const path = `code/files/${file?.path ?? ''}`;
        if (file === undefined || (0,layout/* refProblem */.Tb)(path) !== undefined) {
            return finding('CODE_MANIFEST', manifestPath, `${manifestPath} holds ${JSON.stringify(entry)}, which is no entry`);
        }
        const source = (0,reader/* readIfThere */.qC)((0,external_node_path_.join)(runDir, path));
        if (source === undefined)
            return finding('CODE_MISSING', path, `The carried file ${path} is missing`);
        if ((0,journal_digest/* sha256 */.sc)(source) === file.digest || (0,journal_digest/* gitBlobId */.tK)(Buffer.from(source)) === file.blob)
            return [];
        return finding('CODE_DIGEST', path, `The carried file ${path} is not the one in the manifest`);
    });
}
function namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch (error) {
        if ((0,reader/* isMissing */.b2)(error))
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/journal/verify.js









/** Every finding about a run directory, in the order of the journal. None: the run is whole. Never throws for damage. */
function verifyRun(runDir) {
    return new Verification(runDir).run();
}
class Verification {
    #runDir;
    #findings = [];
    #state = (0,journal_state/* emptyState */.p$)();
    constructor(runDir) {
        this.#runDir = runDir;
    }
    run() {
        this.#metadata();
        const { events: names, others } = (0,reader/* listJournal */.u4)(this.#runDir);
        for (const name of others)
            this.#findings.push(leftOver(`journal/${name}`));
        this.#sequence(names);
        const events = this.#events(names);
        for (const { event, path } of events)
            this.#files(event, path);
        this.#output();
        return [
            ...this.#findings,
            ...verifyAside(this.#runDir, names, new Map(events.map(({ event }) => [event.seq, event]))),
        ];
    }
    #add(code, path, message, more = {}) {
        this.#findings.push({ code, path, message, ...more });
    }
    #relative(path) {
        return (0,external_node_path_.relative)(this.#runDir, path).split('\\').join('/') || '.';
    }
    #metadata() {
        try {
            const run = (0,reader/* readRun */.cI)(this.#runDir);
            const inputs = (0,reader/* readIfThere */.qC)(layout/* paths */.f0.inputs(this.#runDir));
            if (inputs !== undefined && (0,decode/* parseJson */.qF)(inputs) === undefined) {
                this.#add('INPUTS_DAMAGED', 'inputs.json', 'inputs.json is cut off or no JSON');
            }
            if (run.runId === '')
                this.#add('RUN_UNREADABLE', 'run.json', 'run.json has no run id');
        }
        catch (error) {
            if (!(error instanceof errors/* DamageError */.wc))
                throw error;
            this.#add('RUN_UNREADABLE', 'run.json', error.message);
        }
    }
    #sequence(names) {
        let expected = 1;
        let before;
        for (const name of names) {
            const path = `journal/${name.name}`;
            const { seq } = name;
            if (seq > expected) {
                const missing = seq - 1 > expected ? `events ${expected} to ${seq - 1} are` : `event ${expected} is`;
                this.#add('SEQ_GAP', path, `The ${missing} missing before ${path}`, { seq });
            }
            else if (seq < expected) {
                this.#add('SEQ_DUPLICATE', path, `${path} has the seq of ${before?.name ?? 'another event'}`, {
                    seq,
                });
            }
            if (before !== undefined && name.ulid <= before.ulid) {
                this.#add('ULID_ORDER', path, `The ULID of ${path} is not greater than that of the event before`, {
                    seq,
                    warning: true,
                });
            }
            expected = Math.max(expected, seq + 1);
            before = name;
        }
        if (names.length === 0)
            this.#add('SEQ_GAP', 'journal', 'The journal has no event');
    }
    #events(names) {
        const read = [];
        for (const name of names) {
            const path = `journal/${name.name}`;
            let event;
            try {
                event = (0,reader/* readEvent */.j_)(this.#runDir, name);
            }
            catch (error) {
                if (!(error instanceof errors/* DamageError */.wc))
                    throw error;
                const code = error instanceof codec/* EventFaultError */.hi ? error.fault : 'EVENT_UNREADABLE';
                this.#add(code, path, error.message, { seq: name.seq });
                continue;
            }
            read.push({ event, path });
            const known = this.#state.problems.length;
            (0,journal_state/* applyEvent */.Z8)(this.#state, event);
            for (const problem of this.#state.problems.slice(known)) {
                this.#add(problem.code, path, problem.message, { seq: name.seq });
            }
        }
        return read;
    }
    #files(event, path) {
        for (const [key, ref] of Object.entries(event.data)) {
            if (!key.endsWith('Ref') || ref === null)
                continue;
            const problem = (0,layout/* refProblem */.Tb)(ref);
            if (problem !== undefined) {
                this.#add('REF_TAMPERED', path, `${key} ${JSON.stringify(ref)} in ${path} is not followed: ${problem}`, {
                    seq: event.seq,
                });
                return;
            }
        }
        const known = (0,decode/* asKnown */._S)(event);
        if (known?.type === 'EFFECT_REQUESTED') {
            this.#json(known.data.taskDefRef, 'TASK_MISSING', 'TASK_DAMAGED', path, event.seq);
            if (known.data.inputsRef !== undefined) {
                this.#json(known.data.inputsRef, 'INPUTS_MISSING', 'INPUTS_DAMAGED', path, event.seq);
            }
        }
        if (known?.type === 'RUN_CREATED' && known.data.inputsRef !== undefined) {
            this.#json(known.data.inputsRef, 'INPUTS_MISSING', 'INPUTS_DAMAGED', path, event.seq);
        }
        if (known?.type === 'EFFECT_CANCELLED' && known.data.resultRef !== undefined) {
            this.#digest(known.data.resultRef, known.data.resultDigest, path, event.seq);
        }
        if (known?.type !== 'EFFECT_RESOLVED')
            return;
        if (known.data.status === 'error' && known.data.error !== undefined) {
            // A replay takes the error from the event; the file is still part of the record.
            if (typeof known.data.resultRef === 'string') {
                this.#digest(known.data.resultRef, known.data.resultDigest, path, event.seq);
            }
            return;
        }
        this.#guarded(path, event.seq, () => (0,reader/* readOutcome */.ns)((0,reader/* resolverOf */.EM)(this.#runDir), known.data, path));
    }
    #guarded(path, seq, read) {
        try {
            read();
        }
        catch (error) {
            if (!(error instanceof errors/* DamageError */.wc))
                throw error;
            const where = error.path === undefined || error.path === path ? path : this.#relative(error.path);
            this.#add(resultCode(error.message), where, error.message, { seq });
        }
    }
    #json(ref, missing, damaged, path, seq) {
        this.#guarded(path, seq, () => {
            const text = (0,reader/* readIfThere */.qC)((0,reader/* resolverOf */.EM)(this.#runDir).resolve(ref, path));
            if (text === undefined)
                this.#add(missing, ref, `${ref} is missing, named by ${path}`, { seq });
            else if ((0,decode/* parseJson */.qF)(text) === undefined)
                this.#add(damaged, ref, `${ref} is cut off or no JSON`, { seq });
        });
    }
    #digest(ref, digest, path, seq) {
        this.#guarded(path, seq, () => {
            const text = (0,reader/* readIfThere */.qC)((0,reader/* resolverOf */.EM)(this.#runDir).resolve(ref, path));
            if (text === undefined)
                this.#add('RESULT_MISSING', ref, `${ref} is missing, named by ${path}`, { seq });
            else if (digest !== undefined && (0,journal_digest/* sha256 */.sc)(text) !== digest) {
                this.#add('RESULT_DIGEST', ref, `${ref} is not the one that ${path} recorded`, { seq });
            }
        });
    }
    #output() {
        const { terminal } = this.#state;
        if (terminal?.outputRef === undefined || (0,layout/* refProblem */.Tb)(terminal.outputRef) !== undefined)
            return;
        const ref = terminal.outputRef;
        const text = (0,reader/* readIfThere */.qC)((0,external_node_path_.join)(this.#runDir, ref));
        if (text === undefined)
            this.#add('OUTPUT_MISSING', ref, `The output ${ref} is missing`, { seq: terminal.seq });
        else if (terminal.outputDigest !== undefined && (0,journal_digest/* sha256 */.sc)(text) !== terminal.outputDigest) {
            this.#add('OUTPUT_DIGEST', ref, `The output ${ref} is not the one that was recorded`, {
                seq: terminal.seq,
            });
        }
    }
}
function resultCode(message) {
    if (message.includes('is not followed'))
        return 'REF_TAMPERED';
    if (message.includes('is missing'))
        return 'RESULT_MISSING';
    return message.includes('digest differs') ? 'RESULT_DIGEST' : 'RESULT_DAMAGED';
}

// EXTERNAL MODULE: ./lib/redact.js
var lib_redact = __webpack_require__(94904);
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
    constructor(journal, appended = () => { }, redact = (0,lib_redact/* redactor */.$p)([])) {
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
            const task = (0,task_files/* encodeTask */.Qy)(request, this.clean(request.def), JSON.parse(request.args));
            files.push(...task.files);
            const data = {
                effectId: request.effectId,
                invocationKey: request.invocationKey,
                invocationHash: (0,journal_digest/* sha256 */.sc)(request.invocationKey),
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
        const encoded = (0,task_files/* encodeResult */.Y0)({ ...identity(effect), ...times }, outcome);
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
        return (0,lib_redact/* redactValue */.FI)(value, this.redact);
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
    const encoded = (0,task_files/* encodeResult */.Y0)({ ...identity(effect), ...times }, outcome);
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

;// CONCATENATED MODULE: ./lib/operations/ending.js
/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */





/** Journals the end of a run in one batch. Commands must have been stopped before. */
function journalEnd(journal, end) {
    const withdrawn = end.type === 'sealed'
        ? []
        : [...journal.state.pending.values()].map((effect) => cancellation(effect, withdrawalReason(end), { withdrawn: true }));
    const { event, files } = terminalEvent(journal, end);
    journal.append([...withdrawn.map((made) => made.event), event], [...withdrawn.flatMap((made) => made.files), ...files]);
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
            const text = (0,journal_json/* jsonText */.s$)(JSON.parse(end.output));
            const data = {
                outputRef: layout/* OUTPUT_REF */.i3,
                outputDigest: (0,journal_digest/* sha256 */.sc)(text),
                ...attached(end.cleanupErrors),
            };
            return {
                event: { type: 'RUN_COMPLETED', data },
                files: [{ path: layout/* OUTPUT_REF */.i3, text, replace: true }],
            };
        }
        case 'threw':
            return { event: failed(threwData(end, state.cancel !== undefined)), files: [] };
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
function threwData({ error, effectId, cleanupErrors }, canceled) {
    const failures = cleanupErrors.map(({ message }) => `clean-up failed: ${message}`);
    return {
        error,
        ...defined({ effectId }),
        ...(canceled ? { canceled } : {}),
        errorClass: canceled ? 'cancelled' : classOf(error, effectId),
        ...attached(cleanupErrors),
        ...(failures.length === 0 ? {} : { detail: [error.message, ...failures].join('; ') }),
    };
}
/** What the run died of, and whether the same code may succeed another time (R6). */
function classOf({ name }, effectId) {
    if (name === 'EffectCancelledError')
        return 'cancelled';
    if (name === 'DivergenceError')
        return 'diverged';
    return effectId === undefined ? 'permanent' : 'transient';
}
/** A seal says by itself who set it, why, and that it is no natural end (H4, H5, H11). */
function sealEvent(run, end) {
    const { finalStatus, reason, actor, messageId, source } = end;
    const seal = {
        manual_seal_reason: reason,
        completionProof: (0,task_files/* completionProofOf */.s2)(run),
        synthetic: true,
        ...defined({ actor, messageId, source }),
    };
    if (finalStatus === 'completed')
        return { type: 'RUN_COMPLETED', data: seal };
    return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}

// EXTERNAL MODULE: ./lib/operations/family.js
var family = __webpack_require__(49866);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __webpack_require__(76786);
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
        return refusal(message, `the run is over (${(0,journal_state/* statusOf */.c2)(state)})`);
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
    if (driver === undefined && (0,family/* hasChild */.xh)(effect))
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
    if (message.effectAttempt < (0,journal_state/* attemptOf */.tx)(effect))
        return refusal(message, `the result is of attempt ${message.effectAttempt}, and a later one was started`);
    const outcome = message.outcome.status === 'ok'
        ? message.outcome
        : { status: 'error', error: message.outcome.error };
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
function mail_applyMail(journal, driver, { mail, duplicates, invalid }, talk) {
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
 * attempt stays: somebody has reopened the run since `state`.
 */
async function answerLateMail(run, state) {
    const { mail: all, duplicates, invalid } = await run.mailbox.read();
    const mail = all.filter(({ message }) => message.attempt <= state.attempt);
    const receipts = mail.map(({ message }) => answeredByRun(state, message) ?? done(message));
    const names = [...mail.map((m) => m.name), ...duplicates, ...invalid.map((i) => i.name)];
    if (names.length > 0)
        await run.mailbox.delete(names);
    return receipts;
}

;// CONCATENATED MODULE: ./lib/operations/under-lease.js
/** Changes to a run from outside: made here when nobody drives it, otherwise left to its driver as a message. */





/** What every message has, for the attempt that the run is at. */
function envelope({ actor, messageId = (0,ids/* ulid */.Z0)(), source }, state) {
    const at = new Date().toISOString();
    return { id: messageId, attempt: state.attempt, at, actor, ...(source === undefined ? {} : { source }) };
}
/**
 * Makes the change under the lease; while a driver has it, drops the message and looks once more: a driver that
 * let go in between may have read its mailbox for the last time before the message came (design §1).
 * @throws what `direct` throws; LonghaulError when the message could be acted on and was refused
 */
async function change({ run, owner, redact = redactor([]) }, message, direct) {
    const first = await under_lease_underLease(run, owner, direct);
    if (first.held === undefined)
        return { by: 'us', value: first.value };
    // It lies in the store before anybody records it.
    const sent = redactValue(message(run.load().state), redact);
    await run.mailbox.deliver(sent);
    const second = await under_lease_underLease(run, owner, (lease) => collect(run, lease));
    if (second.held !== undefined)
        return { by: 'driver', driver: second.held.owner, messageId: sent.id };
    const receipt = second.value.find(({ messageId }) => messageId === sent.id);
    // No receipt: the driver took the message before it let go.
    if (receipt !== undefined && !receipt.done)
        throw new LonghaulError('REFUSED', `Run ${run.runId}: ${receipt.text}`);
    return { by: 'us', value: undefined };
}
async function collect(run, lease) {
    const { receipts, names } = applyMail(lease.journal, undefined, await run.mailbox.read());
    await lease.save({ mail: names });
    return receipts;
}
/** Does `work` with the journal in hand and saves it; `held` when a driver has the lease. */
async function under_lease_underLease(run, owner, work) {
    let lease;
    try {
        lease = await run.acquire(owner);
    }
    catch (error) {
        if (error instanceof LeaseHeldError)
            return { held: error };
        throw error;
    }
    try {
        const value = await work(lease);
        await lease.save({ last: true });
        return { held: undefined, value };
    }
    finally {
        await lease.release();
    }
}
/** An ended run takes nothing. @throws RunEndedError */
function refuseEnded(state, what) {
    if (state.terminal === undefined)
        return;
    throw new RunEndedError(state.runId, statusOf(state), what, 'See how it ended with `longhaul run:status`.');
}
const SETTLED = {
    resolved_ok: 'resolved',
    resolved_error: 'resolved with an error',
    cancelled: 'cancelled',
};
/** The effect, while it can be settled. @throws RunEndedError, LonghaulError (EFFECT_NOT_FOUND, EFFECT_SETTLED) */
function pendingEffect(state, effectId, what) {
    refuseEnded(state, what);
    const effect = state.effects.get(effectId);
    if (effect === undefined) {
        throw new LonghaulError('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${state.runId}`, {
            hint: `See its effects with \`longhaul task:list ${state.runId}\`.`,
        });
    }
    if (effect.status !== 'requested') {
        throw new LonghaulError('EFFECT_SETTLED', `Effect ${effectId} is already ${SETTLED[effect.status]}; nothing was written`);
    }
    if (effect.dropped) {
        throw new LonghaulError('EFFECT_DROPPED', `Effect ${effectId} was not asked for again after a retry; nothing was written`);
    }
    return effect;
}

;// CONCATENATED MODULE: ./lib/operations/rebuild.js
/** run:rebuild-state: state/ written anew from the event files alone. */






function rebuildMetadata(state, reason, rebuilt = true) {
    return {
        processId: state.processId,
        pendingEffectsByKind: (0,journal_state/* pendingByKind */.HE)(state),
        stateVersion: state.head.seq,
        journalHead: state.head.seq === 0 ? null : { ...state.head },
        stateRebuilt: rebuilt,
        stateRebuildReason: reason,
    };
}
/** @throws LeaseHeldError, DamageError */
async function rebuildState(run, owner, dryRun = false) {
    const state = () => loadRun(run.runDir, { segments: 'ignore' }).state;
    if (dryRun)
        return rebuildMetadata(state(), 'cli_manual', false);
    const done = await underLease(run, owner, ({ journal }) => {
        rmSync(paths.segments(run.runDir), { recursive: true, force: true });
        return journal.state;
    });
    if (done.held !== undefined)
        throw done.held;
    // The lease's own cache says why it was written last; this one says that somebody asked for it.
    rebuildStateCache(run.runDir, done.value, 'cli_manual');
    return rebuildMetadata(done.value, 'cli_manual');
}

// EXTERNAL MODULE: ./lib/operations/seal.js
var seal = __webpack_require__(70111);
;// CONCATENATED MODULE: ./lib/operations/halt.js
/** run:halt: seals a run (requirements H1-H20). Loads no process code. */













/** A live driver gets so long to signal its effects and seal the run itself (M9), ms. */
const DRIVER_MS = 30_000;
/** Looks at the store become rarer while it does not. */
const FIRST_LOOK_MS = 200;
const LAST_LOOK_MS = 2000;
function situationOf({ run }) {
    const findings = verifyRun(run.runDir).filter((finding) => finding.warning !== true);
    try {
        const { state, run: metadata } = run.load();
        (0,open_run/* checkSound */.sK)(run.runDir, state);
        return { metadata, state, findings };
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc))
            throw error;
        const { state, run: metadata } = run.load({ damaged: true });
        return { metadata, state, findings };
    }
}
/** @throws RunEndedError */
function planHalt(asked) {
    const request = redacted(asked);
    const { metadata, state, findings } = situationOf(request);
    const { finalStatus, reason, run } = request;
    if (!isSameSeal(state, request))
        refuse(state, request);
    return {
        dryRun: true,
        runDir: run.runDir,
        plan: 'halt_run',
        eventType: ENDINGS[finalStatus].event,
        finalStatus,
        reason,
        completionProof: completionProofOf(metadata),
        alreadyTerminal: state.terminal !== undefined,
        ...(findings.length === 0 ? {} : { damaged: findings }),
    };
}
/**
 * Seals the run and the runs that it has started and waits for.
 * @throws RunEndedError without `force`; LonghaulError (PERSIST_FAILED, ANNOUNCE_FAILED)
 */
async function haltRun(asked) {
    const request = redacted(asked);
    const before = situationOf(request);
    const alreadyTerminal = before.state.terminal !== undefined;
    const unchanged = isSameSeal(before.state, request);
    if (!unchanged)
        refuse(before.state, request);
    const sealed = unchanged ? before.state : await halt_seal(request, before);
    // Whoever sealed it may have been killed before he did all that follows from it: each of that can be done again.
    if (unchanged)
        await (0,seal/* completeEnd */.LS)(request.run, request.owner, request.workspace);
    const children = await haltChildren(request, sealed);
    // A parent that cannot be read finds out when it is mended.
    await (0,family/* wakeParent */.FW)(request.store, sealed.created?.parent, sealed.terminal).catch(() => undefined);
    return {
        ...halt_document(request, before, sealed, { alreadyTerminal, unchanged }),
        ...(children.length === 0 ? {} : { children }),
    };
}
/** What nobody waits for any more ends, too; what has ended meanwhile stays as it ended. */
async function haltChildren(request, sealed) {
    const { store, run } = request;
    const halted = [];
    for (const runId of (0,family/* openChildren */.kS)(sealed)) {
        if (!(await store.exists(runId)))
            continue;
        const child = await store.open(runId);
        const reason = `run ${run.runId}, which started this one, was halted: ${request.reason}`;
        try {
            await haltRun({ ...request, run: child, reason, force: false });
            halted.push(runId);
        }
        catch (error) {
            if (!(error instanceof errors/* RunEndedError */.yu))
                throw error;
        }
    }
    return halted;
}
/** Once and first: a secret reaches neither the mailbox nor the journal, and makes no other reason of the same one. */
function redacted(request) {
    const { redact = (0,lib_redact/* redactor */.$p)([]) } = request;
    return { ...request, reason: redact(request.reason) };
}
function isSameSeal({ terminal }, { reason, finalStatus }) {
    return terminal?.sealed === true && terminal.reason === reason && terminal.status === finalStatus;
}
function refuse(state, { run, force }) {
    if (state.terminal === undefined || force === true)
        return;
    throw new errors/* RunEndedError */.yu(run.runId, (0,journal_state/* statusOf */.c2)(state), 'a halt', 'Seal it all the same with --force: a second end is then written behind the first.');
}
const endOf = ({ finalStatus, reason, actor, messageId, source }) => ({ type: 'sealed', finalStatus, reason, actor, messageId, source });
/** By ourselves when nobody drives the run; otherwise its driver gets the message, and time to seal it (M9). */
async function halt_seal(request, before) {
    const { run, finalStatus, reason } = request;
    const free = await sealIfFree(request, before);
    if (free !== undefined)
        return endedAsAsked(request, free);
    const { name } = await run.mailbox.deliver({
        ...envelope(request, before.state),
        kind: 'halt',
        finalStatus,
        reason,
    });
    const sealed = (await sealedByDriver(request, before)) ?? (await (0,seal/* sealJournal */.ne)(sealOptions(request, before, true)));
    await run.mailbox.delete([name]);
    return endedAsAsked(request, sealed);
}
function sealOptions(request, { metadata, state }, force) {
    const { run, owner, workspace } = request;
    const event = sealEvent(metadata, endOf(request));
    return { run, owner, workspace, force, again: state.terminal !== undefined, event };
}
/** undefined: somebody drives it. */
async function sealIfFree(request, before) {
    try {
        return await (0,seal/* sealJournal */.ne)(sealOptions(request, before, false));
    }
    catch (error) {
        if (error instanceof errors/* LeaseHeldError */._i)
            return undefined;
        throw error;
    }
}
/** The end of a run whose driver reacts, or goes away, in time; undefined: it does not. */
async function sealedByDriver(request, before) {
    const { run, driverMs = DRIVER_MS } = request;
    const until = Date.now() + driverMs;
    for (let pause = FIRST_LOOK_MS; Date.now() < until; pause = Math.min(pause * 1.3, LAST_LOOK_MS)) {
        await (0,promises_.setTimeout)(Math.min(pause, Math.max(0, until - Date.now())));
        // Asking who drives it looks at the store: what is read then is how it stands there.
        const holder = await run.owner();
        const { state } = run.load({ damaged: true });
        if (state.terminal !== undefined && before.state.terminal === undefined)
            return state;
        const free = holder === undefined ? await sealIfFree(request, before) : undefined;
        if (free !== undefined)
            return free;
    }
    return undefined;
}
/** A driver may have ended the run otherwise before it saw the message. */
function endedAsAsked(request, state) {
    if (state.terminal?.sealed !== true)
        refuse(state, { ...request, force: false });
    return state;
}
function halt_document({ run, finalStatus, reason }, { metadata, findings }, state, facts) {
    const { terminal } = state;
    return {
        runDir: run.runDir,
        halted: true,
        finalStatus,
        reason,
        completionProof: (0,task_files/* completionProofOf */.s2)(metadata),
        ...facts,
        event: {
            seq: terminal?.seq ?? 0,
            ulid: terminal?.ulid ?? '',
            type: terminal?.type ?? '',
            recordedAt: terminal?.at ?? '',
        },
        metadata: rebuildMetadata(state, 'manual_halt', !facts.unchanged),
        ...(findings.length === 0 ? {} : { damaged: findings }),
    };
}

// EXTERNAL MODULE: ./lib/duration.js
var duration = __webpack_require__(1005);
// EXTERNAL MODULE: ./lib/executors/definition.js
var definition = __webpack_require__(7387);
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
        throw refused(where, value, `an object with ${FIELDS.join(', ')}`);
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
        throw refused(`${where}.attempts`, attempts, `an integer from 1 to ${MOST_ATTEMPTS}, the first attempt included`);
    }
    const factor = given.factor ?? NO_RETRY.factor;
    if (typeof factor !== 'number' || !(factor >= 1 && factor <= 100)) {
        throw refused(`${where}.factor`, factor, 'a number from 1 to 100');
    }
    const names = given.nonRetryable ?? [];
    if (!isNames(names)) {
        throw refused(`${where}.nonRetryable`, names, 'an array of error names');
    }
    return {
        attempts,
        delay: (0,duration/* durationMs */.p)(given.delay ?? NO_RETRY.delay, `${where}.delay`),
        factor,
        maxDelay: (0,duration/* durationMs */.p)(given.maxDelay ?? NO_RETRY.maxDelay, `${where}.maxDelay`),
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
function refused(field, value, allowed) {
    const shown = JSON.stringify(value) ?? String(value);
    return new errors/* UsageError */.eb(`${field}: ${shown} is not allowed`, { hint: `It must be ${allowed}.` });
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
            ? (0,definition/* declaredTimeout */._r)(def, kind)
            : (0,duration/* durationMs */.p)(said, `timeout of ${taskId}`),
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

;// CONCATENATED MODULE: ./lib/operations/tasks.js
/** task:list and task:show. Write nothing. */





function listTasks(run, filter = {}) {
    const { state } = run.load();
    const effects = [...(filter.pending === true ? state.pending : state.effects).values()];
    return effects
        .filter(({ request }) => filter.kind === undefined || request.kind === filter.kind)
        .map(taskDocument)
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
    const document = taskDocument(effect);
    const result = readObject(resolver, document.resultRef);
    const blob = result?.resultRef;
    return {
        effect: document,
        task: readObject(resolver, document.taskDefRef),
        result,
        largeResult: typeof blob === 'string' ? blob : null,
    };
}
function taskDocument(effect) {
    const { request, settlement, status, requestedAt } = effect;
    const { effectId, taskId, stepId, kind, label, labels, taskDefRef, inputsRef } = request;
    return {
        effectId,
        taskId,
        stepId,
        status,
        kind,
        label: label ?? taskId,
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
/** A JSON object that the journal refers to; null when there is no such file. @throws DamageError */
function readObject(resolver, ref) {
    if (ref === null)
        return null;
    const file = resolver.resolve(ref, 'the journal');
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if ((0,reader/* isMissing */.b2)(error))
            return null;
        throw error;
    }
    const value = (0,decode/* parseJson */.qF)(text);
    if (!(0,decode/* isObject */.Gv)(value))
        throw new errors/* DamageError */.wc(`${file} is cut off or holds no object`, file);
    return value;
}

;// CONCATENATED MODULE: ./lib/operations/pending.js
/** What a run waits for, as people and programs see it. */




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
            title: typeof title === 'string' ? title : label,
            external,
            ...(wakeAt === undefined ? {} : { wakeAt }),
        };
    });
}
/** As the process has just asked for it. */
const asAsked = (live, performer) => ({ effectId, request: recorded }) => {
    const request = live.requestOf(effectId);
    return {
        title: request?.def.title,
        external: request === undefined ? recorded.external === true : isExternal(request, performer),
    };
};
/** As it lies in the run's directory, where nothing of the run is executed. What is damaged there has no title. */
const asRecorded = (runDir) => ({ request }) => {
    const external = request.external === true;
    try {
        return { title: readObject((0,reader/* resolverOf */.EM)(runDir), request.taskDefRef)?.title, external };
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc)
            return { title: undefined, external };
        throw error;
    }
};
/** ISO time at which time moves it on; undefined: it waits for somebody. */
function wakeAtOf(effect) {
    const times = [effect.request.deadline, effect.starts.at(-1)?.notBefore].filter((time) => time !== undefined);
    return times.sort()[0];
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
        const recorded = (0,code/* realPath */.Ye)(external_node_path_.resolve(importDir, importPath));
        this.#journal = journal;
        this.#policy = policy;
        this.repository = (0,code/* repositoryOf */._M)(recorded, (0,code/* realPath */.Ye)(workspace));
        this.#commit = commit ?? (0,operations_workspace/* commitOf */.D)(this.repository);
        this.#manifest = (0,code/* readManifest */.WI)(journal.runDir);
        this.serve = (0,code/* codeToServe */.S0)(journal.runDir, this.#manifest, this.repository, policy);
        // A link that led to the entry may be gone by now: what it led to is carried.
        const carried = this.serve === undefined ? undefined : this.#manifest?.entry;
        const file = carried === undefined ? recorded : external_node_path_.join(this.repository, carried);
        this.entry = { path: file, exportName };
        if (this.serve === undefined && !(0,external_node_fs_.existsSync)(file)) {
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
        const changed = this.#policy === 'upgrade' ? (0,code/* upgradedFiles */.Sq)(this.#manifest, this.#captured) : [];
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
        const entry = external_node_path_.relative(this.repository, this.entry.path).split(external_node_path_.sep).join('/');
        this.#manifest = (0,code/* recordCode */.bh)(this.#journal, manifest, this.#captured.splice(0), {
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
        return divergenceError(facts, { init, codeRevisions: () => revisions }, changes);
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
                ended((0,lib_redact/* redactValue */.FI)(message, redact));
                return;
            case 'halted':
                ended({ ...message, reason: redact(message.reason), payload: (0,lib_redact/* redactJson */.Kp)(message.payload, redact) });
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
            fault(loadError(entry, error));
        else if (!this.#live && journal.state.effects.size > 0)
            fault(crashedInReplayError(error));
        else {
            if (!this.#live)
                this.#onReplayed([]); // there was nothing to replay
            ended({ type: 'threw', error, effectId: undefined, cleanupErrors: [] });
        }
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
        for (const { effectId, stepId, kind, taskId, label } of fresh) {
            world.report({ type: 'requested', effectId, stepId, kind, taskId, label });
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
    return (0,journal_digest/* idempotencyKey */.T5)(state.runId, effect.request, effect.occurrence);
}
function effectOf(state, live) {
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
    return phase === 'waiting' && (0,family/* hasChild */.xh)(effect) && effect.starts.at(-1)?.notBefore === undefined;
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
        const reason = `timed out after ${(0,duration/* durationText */.S)(timeout)}`;
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
                : await world.performer.perform(effectOf(state, live), executorWorld(this.#world, live, abort.signal));
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

;// CONCATENATED MODULE: ./lib/operations/stopping.js



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
        if ((0,family/* hasChild */.xh)(live.effect)) {
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
            .sort((a, b) => (0,ids/* stepNumber */.CD)(a.request.stepId) - (0,ids/* stepNumber */.CD)(b.request.stepId));
        const endings = open.map((live) => {
            if (isActive(live) || (0,family/* hasChild */.xh)(live.effect)) {
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
            if (over !== undefined && (0,family/* hasChild */.xh)(live.effect)) {
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
        const limit = (0,duration/* durationText */.S)(live.policy.timeoutMs ?? deadline - Date.parse(live.effect.requestedAt));
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
        this.#awaited(world.ask(effectOf(state, live), abort.signal).then((said) => {
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
        const all = [...this.#all.values()];
        for (const live of all)
            if (live.request.kind === 'breakpoint')
                live.abort?.abort({ kind: 'shutdown', message: 'the driver stops' });
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

;// CONCATENATED MODULE: ./lib/operations/redaction.js
/** Takes secrets out of all that a drive writes, and says so once, whichever thread found the first one. */

const SECRET_WARNING = `Something that looks like a secret is not recorded: ${lib_redact/* REDACTED */.XF} stands for it in the run, and the process gets that, too`;
function redaction(world) {
    let isSaid = false;
    const redacted = () => {
        if (isSaid)
            return;
        isSaid = true;
        world.report({ type: 'warning', message: SECRET_WARNING });
    };
    return { redact: (0,lib_redact/* redactor */.$p)(world.secrets, redacted), redacted };
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


/** True: the run has failed and is opened again. @throws LonghaulError RETRY_REFUSED, saying what it takes */
function mayRetry(state, onCodeChange) {
    const { terminal } = state;
    if (terminal === undefined || terminal.status !== 'failed' || terminal.sealed)
        return false;
    if (terminal.effectId === undefined && !terminal.timedOut && onCodeChange !== 'upgrade') {
        throw new errors/* LonghaulError */.BQ('RETRY_REFUSED', `Run ${state.runId} failed by an error of its own code (${terminal.error?.name}: ${terminal.error?.message})`, {
            hint: 'The same code would fail again: mend it and resume with --on-code-change upgrade.',
        });
    }
    return true;
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
    const limit = (0,duration/* durationText */.S)(runTimeoutOf(state) ?? 0);
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
    const names = (0,reader/* listEvents */.Ir)(runDir);
    const segments = (0,journal_segments/* listSegments */.Bz)(runDir).filter((segment) => segment.to <= names.length);
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
        const again = this.#first ? {} : { journal: journalRefs(init.runDir), retry: [] };
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
            init: { ...init, journal: options.refs, retry: options.retry },
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
 * effects of others, and of these the ones that the owner has by now: as many as one matrix holds.
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
        if (before !== owner && !claim(journal, known, planOf(state, known, effects), owner))
            continue;
        sentOut.push({ ...effect, ...runnerOf(effects.requestOf(effect.effectId)) });
    }
    return { pending: listed, sentOut };
}
function runnerOf(request) {
    const metadata = request?.def.metadata;
    const runsOn = (0,decode/* isObject */.Gv)(metadata) ? metadata['runs-on'] : undefined;
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

// EXTERNAL MODULE: ./lib/operations/final.js
var operations_final = __webpack_require__(25188);
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
        const { receipts, names, working } = mail_applyMail(this.#journal, this.#driver, { ...read, mail }, this.#talk);
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

// EXTERNAL MODULE: ./lib/journal/progress.js
var progress = __webpack_require__(72894);
;// CONCATENATED MODULE: ./lib/operations/progress.js


/** The world with every report also written to the run's progress file. */
function recordingProgress(world, runDir, runId) {
    const log = new progress/* ProgressLog */.q(runDir, runId, () => world.clock.now());
    const redact = (0,lib_redact/* redactor */.$p)(world.secrets);
    return {
        ...world,
        report(said) {
            const event = (0,lib_redact/* redactValue */.FI)(said, redact);
            const line = lineOf(event);
            if (line !== undefined)
                log.write(line.event, line.fields);
            if (event.type === 'ended')
                log.close();
            world.report(event);
        },
    };
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
        already: false,
    };
}
function statusAfter(state, end) {
    if (state.terminal !== undefined || end === undefined)
        return (0,journal_state/* statusOf */.c2)(state);
    return end.stopped === 'waiting' ? 'waiting' : 'running';
}
/** The return value of a completed run, compact; undefined: it has none (not completed, or sealed). @throws DamageError */
function outputOf(runDir, state) {
    const { terminal } = state;
    if (terminal?.status !== 'completed' || terminal.outputRef === undefined)
        return undefined;
    const path = (0,reader/* resolverOf */.EM)(runDir).resolve(terminal.outputRef, layout/* paths */.f0.journal(runDir));
    const text = (0,reader/* readIfThere */.qC)(path);
    if (text === undefined)
        throw new errors/* DamageError */.wc(`The output ${path} of the completed run is missing`, path);
    if (terminal.outputDigest !== undefined && (0,journal_digest/* sha256 */.sc)(text) !== terminal.outputDigest) {
        throw new errors/* DamageError */.wc(`The output ${path} is not the one that the run completed with: its digest differs`, path);
    }
    const value = (0,decode/* parseJson */.qF)(text);
    if (value === undefined)
        throw new errors/* DamageError */.wc(`The output ${path} is cut off or no JSON`, path);
    return JSON.stringify(value);
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
            fields[key] = (0,journal_json/* toJson */.aB)(value, key).json;
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

;// CONCATENATED MODULE: ./lib/operations/start.js
/** Makes a run: nothing of the process is loaded yet. */








/** @throws UsageError for an impossible id, RunExistsError */
async function startRun(options) {
    const { store, entry, workspace, redact = (0,lib_redact/* redactor */.$p)([]) } = options;
    const runId = options.runId === undefined ? (0,ids/* ulid */.Z0)() : (0,ids/* checkRunId */.np)(options.runId);
    const processId = options.processId ?? external_node_path_.basename(entry.path).replace(/\.[^.]*$/, '');
    const commit = options.commit ?? (0,operations_workspace/* commitOf */.D)(workspace);
    return store.create({
        runId,
        processId,
        entrypoint: {
            importPath: external_node_path_.relative(store.importDir(runId), entry.path).split(external_node_path_.sep).join('/'),
            exportName: entry.exportName ?? code/* DEFAULT_EXPORT */.D9,
        },
        ...(options.inputs === undefined
            ? {}
            : { inputs: (0,lib_redact/* redactValue */.FI)((0,journal_json/* toJson */.aB)(options.inputs, 'inputs').json, redact) }),
        ...defined({
            request: (0,lib_redact/* redactValue */.FI)(options.request, redact),
            prompt: (0,lib_redact/* redactValue */.FI)(options.prompt, redact),
            harness: options.harness,
            processRevision: options.processRevision,
            nonInteractive: options.nonInteractive,
            files: options.files,
        }),
        created: {
            engine: version/* VERSION */.x,
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
    const runId = (0,family/* childRunId */.Hs)(options.run.runId, request.effectId, failures);
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
    const recorded = external_node_path_.resolve(store.importDir(runId), child.metadata().entrypoint.importPath);
    const asked = external_node_path_.resolve(world.workspace, entryOf(request).replace(/#[^#]*$/, ''));
    if (recorded !== asked)
        throw new errors/* LonghaulError */.BQ('OTHER_ENTRY', `Run ${runId} was started for ${recorded}, and run ${options.run.runId} asks for ${asked}`, { hint: 'Somebody changed the run of the subprocess: halt it, and retry the run that asked for it.' });
    await vet?.(child);
    return child;
}
function entryOf(request) {
    const asked = JSON.parse(request.args);
    return String((0,decode/* isObject */.Gv)(asked) ? asked.entry : undefined);
}
async function driveChild(options, request, child, signal) {
    const shutdown = new AbortController();
    const onAbort = () => {
        const reason = signal.reason;
        if (reason.kind === 'shutdown')
            shutdown.abort();
        else
            cancelChild(child, request, reason.message).catch(() => shutdown.abort());
    };
    if (signal.aborted)
        await cancelChild(child, request, signal.reason.message);
    else
        signal.addEventListener('abort', onAbort, { once: true });
    try {
        const { retry: _retry, first: _first, drained: _drained, cancel: _cancel, ...inherited } = options;
        const result = await driveRun({ ...inherited, run: child, shutdown: shutdown.signal });
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
async function cancelChild(child, request, reason) {
    const { state } = child.load();
    if (state.terminal !== undefined)
        return;
    await child.mailbox.deliver({
        id: `${request.effectId}.cancel`,
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
        error: { ...failed, data: { ...((0,decode/* isObject */.Gv)(failed.data) ? failed.data : {}), runId, status } },
    };
}
async function startChild({ store, run, world }, request, runId) {
    const asked = JSON.parse(request.args);
    const inputs = (0,decode/* isObject */.Gv)(asked) ? asked.inputs : undefined;
    const entry = entryOf(request);
    return startRun({
        store,
        runId,
        entry: (0,code/* parseEntry */.ER)(entry, world.workspace),
        inputs,
        processId: `${run.metadata().processId}.${external_node_path_.basename(entry).replace(/[#.].*$/, '')}`,
        workspace: world.workspace,
        created: { parent: { runId: run.runId, effectId: request.effectId } },
    });
}

;// CONCATENATED MODULE: ./lib/operations/leased.js
/** One lease's time with a run: replay, drive, journal how it ended, make it durable, then say so. */
















/** A packed segment is not what the files say: they are read instead. */
const STALE_CACHE = new Error('stale segments');
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
    });
    const world = {
        ...recordingProgress(options.world, run.runDir, run.runId),
        ...(talk === undefined ? {} : { ask: talk.ask }),
    };
    const by = state.terminal !== undefined && options.retry !== undefined && mayRetry(state, options.onCodeChange)
        ? options.retry.by
        : undefined;
    if (state.terminal !== undefined && by === undefined) {
        // The driver that ended it may have been killed before it said so (T11).
        (0,operations_final/* persistFinal */.de)(journal, world.workspace);
        await (0,operations_final/* saveLast */.mk)(lease, state, {});
        (0,operations_final/* announceEnd */.Jd)(journal);
        const result = { ...resultOf(run, state, undefined), already: true };
        await talk?.end(result.status);
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
        ownerToken: options.owner.token,
        env: (0,environment/* cleanEnvironment */.h)(world.env),
        processEnv: originEnvironment(state.created),
        init: {
            runId: run.runId,
            processId: state.processId,
            runDir: run.runDir,
            artifactsDir: layout/* paths */.f0.artifacts(run.runDir),
            workspace: code.repository,
            entry: code.entry,
            inputs: (0,reader/* readInputs */.Ko)(run.runDir),
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
    const cancelRun = () => {
        if (isReplayed)
            driver.cancelRun(String(options.cancel?.reason), undefined, undefined);
    };
    const cancelling = onAbort(options.cancel, cancelRun);
    const letGo = [
        onAbort(options.shutdown, () => {
            // What is being cancelled has no time left for its clean-up: a second cancel seals at once (E6).
            if (isReplayed && options.cancel?.aborted === true)
                cancelRun();
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
        // While the worker replays from the packed segments, they are held against the files they stand for.
        if ((0,journal_segments/* checkSegments */.hc)(run.runDir, lease.loaded.refs.segments, lease.loaded.names).length > 0)
            driver.stop(STALE_CACHE);
        const end = await running;
        await mail.close();
        await endRun(driver, end);
        for (const message of end.end === undefined ? [] : warningsOf(end.end))
            warn(message);
        if (end.stopped === 'waiting' && options.claim !== undefined)
            Object.assign(end, await claimExternal(journal, end.pending, driver.effects, options.claim));
        const result = resultOf(run, state, end);
        talk?.close();
        if (end.end === undefined && end.stopped !== 'shutdown')
            await talk?.pause(result.status);
        await driver.saver.close();
        if (end.end !== undefined)
            (0,operations_final/* persistFinal */.de)(journal, world.workspace);
        const last = { mail: mail.take(), ...(talk && { index: talk.index() }) };
        await (end.end === undefined ? (0,operations_final/* saveLast */.mk)(lease, state, last) : (0,operations_final/* saveEnd */.dw)(run, lease, last));
        if (end.end !== undefined)
            (0,operations_final/* announceEnd */.Jd)(journal);
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
        if (end !== undefined)
            journalEnd(journal, end);
        const event = stopped === 'time-limit' ? options.drained?.(state) : undefined;
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
    warmUp({ env: (0,environment/* cleanEnvironment */.h)(options.world.env), memoryMb: options.limits.memoryMb });
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
        const ended = (0,endings/* isEnded */.pl)(result.status);
        const isStopping = options.shutdown?.aborted === true || options.drain?.aborted === true;
        if (!ended && isStopping)
            return result;
        try {
            if (ended)
                return { ...result, receipts: [...receipts, ...(await answerLateMail(run, run.load().state))] };
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
            await (0,promises_.setTimeout)(SHORT_LEASE_MS);
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
        return await withLease(options, tried, 'check');
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

;// CONCATENATED MODULE: ./lib/operations/announced.js
/**
 * `comments.json` of a run: which of our comments stand where. A note to ourselves, not a second truth: without it
 * they are found again by their markers and their author. Written by the driver only; saved with the run.
 */





const NAME = 'comments.json';
/** @throws DamageError */
function readComments(runDir) {
    const file = external_node_path_.join(runDir, NAME);
    const text = (0,reader/* readIfThere */.qC)(file);
    if (text === undefined)
        return { breakpoints: {} };
    const found = (0,decode/* parseJson */.qF)(text);
    if (!(0,decode/* isObject */.Gv)(found) || !(0,decode/* isObject */.Gv)(found.breakpoints))
        throw new errors/* DamageError */.wc(`${file} does not say which comments the run has`, file);
    return found;
}
function writeComments(journal, comments) {
    journal.append([], [{ path: NAME, text: (0,journal_json/* jsonText */.s$)(comments), replace: true }]);
}

// EXTERNAL MODULE: ./lib/comments/reference.js
var reference = __webpack_require__(84525);
;// CONCATENATED MODULE: ./lib/operations/refs.js
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
        const ref = (0,reference/* effectRef */.tS)(state.runId, effectId, taken);
        taken.add(ref);
        refs.set(effectId, ref);
    }
    return refs;
}

;// CONCATENATED MODULE: ./lib/action/report.js
/** Writes the job summary of a run, and the same as a file. A report never fails a job. */




/** Returns the path of the file; '' when it could not be written. */
async function reportSummary(job, run, result, warnings) {
    try {
        const { summaryMarkdown } = await __webpack_require__.e(/* import() */ 125).then(__webpack_require__.bind(__webpack_require__, 71125));
        const { state } = run.load({ damaged: true });
        const { breakpoints } = readComments(run.runDir);
        const refs = result.pending.length === 0 ? undefined : refsOf(state);
        const ways = {
            runId: run.runId,
            workflow: job.event.workflow,
            refOf: (effectId) => refs?.get(effectId) ?? '',
            commentOf: (effectId) => breakpoints[effectId]?.url,
        };
        const markdown = summaryMarkdown({
            state,
            status: result.status,
            now: Date.now(),
            next: result.pending.map((effect) => nextFor(ways, effect)),
            warnings: [...warnings],
            links: linksOf(job.event, run),
        });
        await job.io.summary(markdown);
        const file = external_node_path_.join(job.event.temp, 'longhaul', '.longhaul', 'reports', `${run.runId}.md`);
        (0,external_node_fs_.mkdirSync)(external_node_path_.dirname(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, markdown);
        return file;
    }
    catch (error) {
        job.io.warning(`The summary could not be written: ${error.message}`);
        return '';
    }
}
/** The run in the repository, and its journal at the last save. */
function linksOf({ serverUrl, repository }, { place }) {
    if (place?.branch === undefined)
        return [];
    const home = `${serverUrl}/${repository}`;
    return [
        { text: `Branch ${place.branch}`, url: `${home}/tree/${place.branch}` },
        { text: 'Journal at the last save', url: `${home}/tree/${place.commit}/journal` },
    ];
}
/** What a person can do for it: something to paste into a shell, or words to comment. Values are quoted for a shell. */
function nextFor({ runId, workflow, refOf, commentOf }, { kind, effectId, label, external, wakeAt }) {
    const file = workflow.split('/').at(-1) || 'longhaul.yml';
    const dispatch = (command, values = {}) => `gh workflow run ${quote(file)}${Object.entries({ command, 'run-id': runId, ...values })
        .map(([name, value]) => ` -f ${name}=${quote(value)}`)
        .join('')}`;
    const what = `Waits for ${label} (${kind})`;
    switch (kind) {
        case 'sleep':
            return {
                what: `Sleeps until ${wakeAt ?? 'later'}; a sweep carries it on, or:`,
                command: dispatch('resume'),
            };
        case 'signal':
            return {
                what: `Waits for the signal ${label}:`,
                command: dispatch('signal', { signal: label, value: 'null' }),
            };
        case 'breakpoint': {
            const url = commentOf(effectId);
            const where = url === undefined ? 'in a comment on its issue' : `in a comment, see ${url}`;
            return { what: `${what}; decide it ${where}:`, command: `/approve ${refOf(effectId)}` };
        }
        default:
            if (external)
                return { what: `${what}:`, command: dispatch('result', { 'effect-id': effectId, value: 'null' }) };
            return {
                what: wakeAt === undefined ? `${what}:` : `Tries ${label} again at ${wakeAt}; a sweep carries it on, or:`,
                command: dispatch('resume'),
            };
    }
}
const quote = (text) => /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

;// CONCATENATED MODULE: ./lib/action/schedule.js
/** Whether the workflow that a run belongs to wakes itself: a sweep is part of the protocol (M6). */


/** undefined: the workflow file is not in the workspace, or cannot be read. */
async function hasSchedule({ workspace, workflow, }) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(external_node_path_.join(workspace, workflow), 'utf8');
    }
    catch {
        return undefined;
    }
    const { parseDocument } = await __webpack_require__.e(/* import() */ 637).then(__webpack_require__.t.bind(__webpack_require__, 6637, 19));
    const document = parseDocument(text, { schema: 'core' }); // `on` is a word there, not a boolean
    return document.errors.length > 0 ? undefined : document.hasIn(['on', 'schedule']);
}

;// CONCATENATED MODULE: ./lib/operations/last-decision.js
/** What a run's last breakpoint came to, for whoever acts on it. */

const UNDECIDED = { approved: false, by: '', ref: '', commentUrl: '' };
/** undefined: nothing was to be decided, or nobody has yet. A run that was ended over an open question is undecided. */
function lastDecision(thread) {
    const { state, seat } = thread;
    const asked = [...state.effects.values()].filter(({ request }) => request.kind === 'breakpoint');
    const decided = asked.filter(({ status }) => status === 'resolved_ok');
    const [last] = decided.sort((a, b) => (b.settlement?.index ?? 0) - (a.settlement?.index ?? 0));
    const { terminal } = state;
    const isOver = terminal !== undefined && (asked.length > 0 || isGate(seat.runDir));
    if (isOver && (last === undefined || (terminal.sealed && decided.length < asked.length)))
        return UNDECIDED;
    if (last === undefined)
        return undefined;
    const how = thread.closedOf(last)?.how;
    const vote = how === 'timed-out' ? undefined : thread.votesOf(last).at(-1);
    return {
        approved: how === 'approved',
        by: vote?.login ?? '',
        ref: thread.refOf(last.effectId),
        commentUrl: vote?.url ?? '',
    };
}

// EXTERNAL MODULE: ./lib/comments/markers.js
var markers = __webpack_require__(7603);
// EXTERNAL MODULE: ./lib/comments/neutralise.js
var neutralise = __webpack_require__(11604);
// EXTERNAL MODULE: ./lib/comments/nodes.js
var nodes = __webpack_require__(73773);
;// CONCATENATED MODULE: ./lib/comments/options.js
/** The options of a breakpoint, as they are shown and as people type them. */

const LONGEST = 100;
/** What is shown and typed for an option: one line, nothing invisible. */
function shownOption(option) {
    return (0,neutralise/* oneLine */.TN)(option, LONGEST);
}
/**
 * The option that a decision's text begins with, as the process wrote it, and what follows it. The words must be
 * the option's, the longest fits first; capitals matter only where two options differ in nothing else.
 * undefined: the text begins with none.
 */
function chosenOption(text, options) {
    const typed = [...options]
        .sort((a, b) => b.length - a.length)
        .map((option) => ({ option, shown: shownOption(option) }));
    for (const fold of [(word) => word, (word) => word.toLowerCase()]) {
        const fitting = typed
            .map(({ option, shown }) => ({ option, rest: restAfter(text, shown, fold) }))
            .filter(({ rest }) => rest !== undefined);
        const [first, second] = fitting;
        if (first === undefined)
            continue;
        const isSure = second === undefined || shownOption(second.option).length < shownOption(first.option).length;
        if (isSure)
            return { option: first.option, text: first.rest ?? '' };
    }
    return undefined;
}
/** What follows the words of `shown` at the beginning of the text; undefined when it does not begin with them. */
function restAfter(text, shown, fold) {
    let rest = text.trimStart();
    for (const word of shown.split(' ')) {
        const [found = ''] = /^\S+/.exec(rest) ?? [];
        if (word === '' || fold(found) !== fold(word))
            return undefined;
        rest = rest.slice(found.length).trimStart();
    }
    return rest.trimEnd();
}

;// CONCATENATED MODULE: ./lib/comments/replies.js



const replies_MOST = 20;
const DONE = { approve: 'approval', reject: 'rejection', answer: 'answer' };
const SELF = {
    starter: 'you started this run',
    retried: 'you retried this run',
    upgraded: 'you upgraded the code of this run',
    author: 'you wrote this pull request',
};
/** Markdown that ends with a reply marker: `to` is the id of the comment or review that is answered. */
function replyComment(reply, at) {
    return (0,nodes/* comment */.Im)(blocksOf(reply), { kind: 'reply', to: at.to, ...(at.run !== undefined && { run: at.run }) });
}
function blocksOf(reply) {
    switch (reply.code) {
        case 'edited':
            return [
                (0,nodes/* say */.cv)('This comment was edited, so it does not count: nobody could say which words its author wrote. Write a new one.'),
            ];
        case 'deleted':
            return [(0,nodes/* say */.cv)('A comment that was answered here is gone, and decides nothing.')];
        case 'bot':
            return [
                (0,nodes/* say */.cv)((0,neutralise/* code */.aY)(reply.login), ' is an app. Apps count only where ', (0,nodes/* typed */.nE)('approvers'), ' names them, as ', (0,nodes/* typed */.nE)('app[bot]'), '.'),
            ];
        case 'own-token':
            return [
                (0,nodes/* say */.cv)('The workflow comments with your own token, so nobody can tell your words from its own. Somebody else has to decide, or the workflow uses the token of an app.'),
            ];
        case 'fork-review':
            return [(0,nodes/* say */.cv)('A review of a pull request from a fork does not count. Write it as a comment.')];
        case 'rerun':
            return [
                (0,nodes/* say */.cv)('This comment was taken the first time; running its workflow again decides nothing. Write a new comment.'),
            ];
        case 'no-permission':
            return [
                (0,nodes/* say */.cv)(reply.verb === undefined ? 'That' : (0,nodes/* typed */.nE)(`/${reply.verb}`), ' needs the permission ', (0,neutralise/* code */.aY)(reply.needs), ' for this repository; you have ', (0,neutralise/* code */.aY)(reply.has), '.'),
            ];
        case 'not-approver':
            return [(0,nodes/* say */.cv)('You are not among those who may decide here: ', names(reply.approvers, 'or'), '.')];
        case 'self':
            return [
                (0,nodes/* say */.cv)(`You cannot approve this: ${SELF[reply.because]}. Somebody else has to, or the workflow sets `, (0,nodes/* typed */.nE)('allow-self-approval'), '.'),
            ];
        case 'already-counted':
            return [(0,nodes/* say */.cv)(`Your ${DONE[reply.decision]} is counted already: everybody counts once.`)];
        case 'no-breakpoint':
            return [(0,nodes/* say */.cv)('Nothing was open here to be decided when this comment was written.')];
        case 'unknown-ref':
            return [
                (0,nodes/* say */.cv)('Nothing here is called ', (0,neutralise/* code */.aY)(reply.ref, 40), reply.open.length === 0 ? ', and nothing is open.' : '. Open are:'),
                ...openList(reply.open),
            ];
        case 'which-breakpoint':
            return [
                (0,nodes/* say */.cv)('More than one question may be meant. Write the reference of yours behind the command:'),
                ...openList(reply.open),
            ];
        case 'other-issue':
            return [(0,nodes/* say */.cv)((0,neutralise/* code */.aY)(reply.ref, 40), ' is asked elsewhere, and decided there', ...seeing(reply.link), '.')];
        case 'closed':
            return [
                (0,nodes/* say */.cv)((0,neutralise/* code */.aY)(reply.ref, 40), ' is closed: ', (0,neutralise/* phrase */.MZ)(reply.outcome, 200), '. This comment changes nothing', ...seeing(reply.link), '.'),
            ];
        case 'old-digest':
            return [
                (0,nodes/* say */.cv)('What ', (0,neutralise/* code */.aY)(reply.ref, 40), ' shows has changed since this comment was written. Read it again and write a new comment', ...seeing(reply.link), '.'),
            ];
        case 'head-moved':
            return [
                (0,nodes/* say */.cv)('A push moved the head from ', (0,neutralise/* code */.aY)(reply.from.slice(0, 12)), ' to ', (0,neutralise/* code */.aY)(reply.to.slice(0, 12)), ' after ', (0,neutralise/* code */.aY)(reply.ref, 40), ' was asked. It is void; look at the new commit first.'),
            ];
        case 'not-an-option':
            return [
                (0,nodes/* say */.cv)('The first word has to be one of the options: ', names(reply.options.map(shownOption), 'or'), '.'),
            ];
        case 'answer-needs-text':
            return [
                (0,nodes/* say */.cv)('An answer needs a text behind the command', reply.ref === undefined ? '' : ' and the reference', '.'),
            ];
        case 'cancel-needs-effect':
            return [
                (0,nodes/* say */.cv)('Write behind ', (0,nodes/* typed */.nE)('/cancel'), ' what is to be cancelled', reply.open.length === 0 ? '; nothing is pending.' : ':'),
                ...openList(reply.open),
            ];
        case 'no-run':
            return [(0,nodes/* say */.cv)('No run reports here.')];
        case 'which-run':
            return [
                (0,nodes/* say */.cv)('More than one run reports here. Name the one that you mean:'),
                ...reply.runs.slice(0, replies_MOST).map((run) => (0,nodes/* command */.G5)(`/${reply.verb} ${run}`)),
            ];
        case 'run-ended':
            return [
                (0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(reply.runId), ' is over (', (0,neutralise/* code */.aY)(reply.status), '): this comment changes nothing.'),
            ];
        case 'earlier-attempt':
            return [
                (0,nodes/* say */.cv)('This was said to an earlier attempt of run ', (0,neutralise/* code */.aY)(reply.runId), `; it is now attempt ${reply.attempt}. Say it again if it still holds.`),
            ];
        case 'not-retryable':
            return [
                (0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(reply.runId), ' is ', (0,neutralise/* code */.aY)(reply.status), ' and cannot be retried: ', (0,neutralise/* phrase */.MZ)(reply.why, 300), '. Only a run that failed by itself can.'),
            ];
        case 'retry-needs-upgrade':
            return [
                (0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(reply.runId), ' failed by an error of its own code, so the same code would fail again. Mend it, then resume the run with ', (0,nodes/* typed */.nE)('on-code-change: upgrade'), '.'),
            ];
        case 'teams-unreadable':
            return [
                (0,nodes/* say */.cv)('Whether you belong to ', names(reply.teams, 'or'), ' could not be asked: it takes a token that may read the members of the organisation. The workflow has to give one as ', (0,nodes/* typed */.nE)('token'), '.'),
            ];
        case 'recorded':
            return [
                (0,nodes/* say */.cv)(`Your ${DONE[reply.decision]} counts: ${reply.so} of ${reply.needed}`, ...seeing(reply.link), '.'),
            ];
        case 'cancel-accepted':
            return [(0,nodes/* say */.cv)((0,neutralise/* code */.aY)(reply.ref, 40), ' will be cancelled by the job that drives the run.')];
        case 'halt-accepted':
            return [(0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(reply.runId), ' will be halted.')];
        case 'retry-accepted':
            return [(0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(reply.runId), ` is tried again: attempt ${reply.attempt}.`)];
        case 'status': {
            const { runId, status, lastSweep, link: to } = reply;
            const known = runId === undefined || status === undefined ? [] : ['Run ', (0,neutralise/* code */.aY)(runId), ' is ', (0,neutralise/* code */.aY)(status), '. '];
            return [(0,nodes/* say */.cv)(...known, 'How it is stands in ', (0,nodes/* link */.nf)(to), '.', ...sweep(lastSweep))];
        }
        case 'help':
            return HELP;
    }
}
const names = (all, last) => [
    ...(0,nodes/* enumerate */.HL)(all.slice(0, replies_MOST).map((name) => (0,neutralise/* code */.aY)(name, 101)), last),
];
const seeing = (to) => (to === undefined ? [] : [': ', (0,nodes/* link */.nf)(to)]);
function openList(open) {
    if (open.length === 0)
        return [];
    const items = open
        .slice(0, replies_MOST)
        .map(({ ref, title, link: to }) => [(0,nodes/* say */.cv)((0,neutralise/* code */.aY)(ref, 40), ' ', (0,neutralise/* phrase */.MZ)(title, 120), ...seeing(to))]);
    return [(0,nodes/* list */.p_)(items)];
}
function sweep(last) {
    if (last === undefined)
        return [];
    return last === null ? [' No scheduled sweep was seen yet.'] : [' Last sweep ', (0,nodes/* when */.z7)(last), '.'];
}
/** What `/help` is answered with: the grammar in words, so that no line of it can be typed by mistake. */
const HELP = [
    (0,nodes/* say */.cv)('A command is the first word of a comment, in lower case. What follows it:'),
    (0,nodes/* list */.p_)([
        [
            '/approve',
            'the reference of the question, where more than one is open; with options, the one chosen; a text',
        ],
        ['/reject', 'the reference; the reason'],
        ['/answer', 'the reference; the answer'],
        ['/cancel', 'the reference of a step, or its id; a reason'],
        ['/halt', 'the run, where more than one reports here; a reason'],
        ['/retry', 'the run, likewise: tries again what failed'],
        ['/status', 'the run, likewise: says how it is'],
        ['/help', 'nothing'],
    ].map(([word, rest]) => [(0,nodes/* say */.cv)((0,nodes/* typed */.nE)(word), ': ', rest)])),
    (0,nodes/* say */.cv)('A reference looks like ', (0,nodes/* typed */.nE)('e-7k3qd'), ' and stands in the comment that asks. Comments that were edited, quotes and code do not count.'),
];

;// CONCATENATED MODULE: ./lib/comments/budget.js
/** How long a comment may be. GitHub refuses more than 65,536 characters, or drops an update without a word. */
const BUDGET = 60_000;
/**
 * The first rendering within the budget, the fullest tier first. The last tier must fit whatever the facts are:
 * a comment that were cut would lose its marker. Throws RangeError when it does not.
 */
function withinBudget(tiers, render, budget = BUDGET) {
    for (const tier of tiers) {
        const text = render(tier);
        if (text.length <= budget)
            return text;
    }
    throw new RangeError(`No rendering of the comment fits into ${budget} characters`);
}

// EXTERNAL MODULE: ./lib/comments/step-table.js
var step_table = __webpack_require__(39829);
;// CONCATENATED MODULE: ./lib/comments/status.js




/** How much is shown, the fullest first; the last one fits whatever the run is like. */
const TIERS = [
    { steps: 200, note: 200, pending: 50, title: 200 },
    { steps: 100, note: 80, pending: 30, title: 120 },
    { steps: 30, note: 40, pending: 20, title: 60 },
    { steps: 0, note: 0, pending: 10, title: 40 },
];
const status_OPEN = new Set(['created', 'running', 'waiting']);
/** Markdown within the budget, ending with its marker. */
function statusComment(facts) {
    return withinBudget(TIERS, (tier) => (0,nodes/* comment */.Im)([
        (0,nodes/* heading */.R_)(3, 'Run ', (0,neutralise/* code */.aY)(facts.runId), `: ${facts.status}`),
        ...facts.warnings.slice(0, 10).map((warning) => (0,nodes/* quote */.hD)(warning, 500)),
        ...ending(facts),
        ...waiting(facts, tier),
        ...steps(facts, tier),
        ...commands(facts),
        { type: 'thematicBreak' },
        (0,nodes/* say */.cv)(...about(facts)),
        (0,nodes/* links */.yJ)(facts.links),
    ], { kind: 'status', run: facts.runId, seq: facts.seq }));
}
function ending({ error, reason }) {
    return [
        ...(error === undefined ? [] : [(0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Error:'), ' ', (0,neutralise/* code */.aY)(error, 1000))]),
        ...(reason === undefined ? [] : [(0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Reason:'), ' ', (0,neutralise/* phrase */.MZ)(reason, 500))]),
    ];
}
function waiting({ pending }, tier) {
    if (pending.length === 0)
        return [];
    const hidden = pending.length - Math.min(pending.length, tier.pending);
    return [
        (0,nodes/* heading */.R_)(4, 'Waits for'),
        ...pending
            .slice(0, tier.pending)
            .flatMap((each) => [(0,nodes/* say */.cv)(...waitsFor(each, tier), ' To cancel it:'), (0,nodes/* command */.G5)(`/cancel ${each.ref}`)]),
        ...(hidden === 0
            ? []
            : [(0,nodes/* say */.cv)(`${hidden} more are not shown; the job summary and the journal have them all.`)]),
    ];
}
function waitsFor({ kind, title, url, wakeAt, ref }, tier) {
    const name = (0,neutralise/* phrase */.MZ)(title, tier.title);
    return [
        (0,neutralise/* code */.aY)(ref),
        ' ',
        ...(name.length === 0 ? [] : [name, ' ']),
        '(',
        (0,neutralise/* code */.aY)(kind, 40),
        ')',
        ...(url === undefined ? [] : [', ', (0,nodes/* link */.nf)({ text: 'see there', url })]),
        ...(wakeAt === undefined ? [] : [', until ', (0,nodes/* when */.z7)(wakeAt)]),
        '.',
    ];
}
function steps({ steps: rows, updatedAt }, tier) {
    if (rows.length === 0)
        return [];
    const hidden = rows.length - Math.min(rows.length, tier.steps);
    return [
        (0,nodes/* heading */.R_)(4, 'Steps'),
        ...(tier.steps === 0 ? [] : [(0,step_table/* stepTable */.P)(rows.slice(-tier.steps), Date.parse(updatedAt), tier.note)]),
        ...(hidden === 0 ? [] : [(0,nodes/* say */.cv)(`${hidden} earlier steps are not shown; the journal has them all.`)]),
    ];
}
/** What can be said to the run as a whole. */
function commands({ runId, status }) {
    if (status === 'failed')
        return [(0,nodes/* say */.cv)('To try again what failed:'), (0,nodes/* command */.G5)(`/retry ${runId}`)];
    if (!status_OPEN.has(status))
        return [];
    return [(0,nodes/* say */.cv)('To stop the run for good:'), (0,nodes/* command */.G5)(`/halt ${runId} <reason>`)];
}
function about({ processId, createdAt, updatedAt, attempt, seq, lastSweep }) {
    const sweep = lastSweep === null
        ? [' No scheduled sweep was seen yet: without one nothing wakes the run when time is up.']
        : lastSweep === undefined
            ? []
            : [' Last sweep ', (0,nodes/* when */.z7)(lastSweep), '.'];
    return [
        'Process ',
        (0,neutralise/* code */.aY)(processId, 100),
        attempt > 1 ? `, attempt ${attempt}` : '',
        ', started ',
        (0,nodes/* when */.z7)(createdAt),
        `, event ${seq} at `,
        (0,nodes/* when */.z7)(updatedAt),
        '.',
        ...sweep,
    ];
}

// EXTERNAL MODULE: ./lib/github/port.js
var github_port = __webpack_require__(52354);
;// CONCATENATED MODULE: ./lib/decisions/policy.js


const STRATEGIES = ['single', 'first-response-wins', 'collect-all', 'quorum'];
const DEFAULT_APPROVERS = [{ kind: 'role', name: 'write' }];
const SHAPES = [
    ['user', /^@([A-Za-z0-9][A-Za-z0-9_-]{0,99})$/],
    ['team', /^@([A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})$/],
    ['app', /^@?([A-Za-z0-9][A-Za-z0-9_-]{0,99}\[bot\])$/],
    ['role', /^role:([a-z]+)$/],
];
/** Who may decide; the default for none. @throws UsageError for an entry of another shape: it would let nobody in, or anybody */
function parseApprovers(entries) {
    return entries.length === 0 ? DEFAULT_APPROVERS : entries.map(parseApprover);
}
function parseApprover(entry) {
    for (const [kind, shape] of SHAPES) {
        const name = shape.exec(entry)?.[1];
        if (name === undefined)
            continue;
        if (kind === 'role' && (rankOf(name) <= rankOf('none') || !isRole(name)))
            break;
        return { kind, name };
    }
    throw new errors/* UsageError */.eb(`\`approvers\` names ${JSON.stringify(entry)}`, {
        hint: 'Allowed: `@user`, `@org/team`, `app[bot]`, and `role:` with read, triage, write, maintain or admin.',
    });
}
const isRole = (name) => github_port/* ROLES */.gg.includes(name);
const rankOf = (role) => github_port/* ROLES */.gg.indexOf(role);
/**
 * The policy of a breakpoint that opens now. `options`: what the process says of it (strategy, quorum).
 * @throws UsageError for an unknown strategy, and for collect-all where nobody is named
 */
function policy_policyOf(inputs, options) {
    const { minimum, allowSelf, requireHead } = inputs;
    const approvers = parseApprovers(inputs.approvers);
    const own = options.quorum ?? 0;
    if (typeof own !== 'number' || !Number.isInteger(own) || own < 0)
        throw new errors/* UsageError */.eb(`The quorum of the breakpoint is ${JSON.stringify(own)}`, {
            hint: 'Give a whole number.',
        });
    const quorum = Math.max(inputs.quorum, own);
    const said = options.strategy ?? (inputs.quorum > 0 ? 'quorum' : 'single');
    const strategy = STRATEGIES.find((known) => known === said);
    if (strategy === undefined)
        throw new errors/* UsageError */.eb(`The strategy of the breakpoint is ${JSON.stringify(said)}`, {
            hint: `Allowed: ${STRATEGIES.join(', ')}.`,
        });
    if (strategy === 'collect-all' && !approvers.some(isNaming))
        throw new errors/* UsageError */.eb('The strategy collect-all needs people to collect from, and `approvers` names roles only', {
            hint: 'Name users or teams in `approvers`.',
        });
    return { approvers, strategy, minimum, quorum, allowSelf, requireHead };
}
/** Whether it says who somebody is, not what they may do. */
const isNaming = ({ kind }) => kind === 'user' || kind === 'team';
/** The form in which EFFECT_REQUESTED records it. */
function recordOf(policy) {
    return { ...policy, approvers: policy.approvers.map(policy_entryOf) };
}
/** As it is written in `approvers`. */
function policy_entryOf({ kind, name }) {
    return kind === 'role' ? `role:${name}` : kind === 'app' ? name : `@${name}`;
}
/** undefined: none was recorded (the breakpoint opened outside of a job). @throws UsageError for one that is none */
function recordedPolicy(record) {
    if (record === undefined)
        return undefined;
    const { approvers, strategy, minimum, quorum, allowSelf, requireHead } = record;
    const known = STRATEGIES.find((name) => name === strategy);
    if (!Array.isArray(approvers) || known === undefined)
        throw new errors/* UsageError */.eb('The journal holds a policy of a breakpoint that is none');
    return {
        approvers: parseApprovers(approvers.map(String)),
        strategy: known,
        minimum: Math.max(1, Number(minimum) || 1),
        quorum: Number(quorum) || 0,
        allowSelf: allowSelf === true,
        requireHead: requireHead === true,
    };
}
/** A later job may be stricter, never laxer (contract §2). */
function inForce(recorded, job) {
    if (recorded === undefined)
        return { ...job, lists: [job.approvers] };
    const isSame = JSON.stringify(recorded.approvers) === JSON.stringify(job.approvers);
    return {
        approvers: recorded.approvers,
        lists: isSame ? [recorded.approvers] : [recorded.approvers, job.approvers],
        strategy: recorded.strategy,
        minimum: Math.max(recorded.minimum, job.minimum),
        quorum: Math.max(recorded.quorum, job.quorum),
        allowSelf: recorded.allowSelf && job.allowSelf,
        requireHead: recorded.requireHead || job.requireHead,
    };
}
/** How many approvals (collect-all: answers) it takes. `named`: users and team members at opening. */
function neededBy(policy, named) {
    if (policy.strategy === 'quorum')
        return Math.max(policy.quorum, policy.minimum);
    if (policy.strategy === 'collect-all')
        return Math.max(named.length, policy.minimum);
    return policy.minimum;
}
/** Teams that must be asked for to judge anybody: `org/team`. */
function teamsOf({ lists }) {
    return [...new Set(lists.flat().flatMap(({ kind, name }) => (kind === 'team' ? [name] : [])))];
}

;// CONCATENATED MODULE: ./lib/comments/breakpoint.js




/** How much is shown of what others wrote, in characters; the last one fits whatever they wrote. */
const breakpoint_TIERS = [
    { context: 16_000, files: 20, excerpt: 6000, said: 100, text: 1000 },
    { context: 8000, files: 20, excerpt: 1500, said: 50, text: 300 },
    { context: 2000, files: 10, excerpt: 300, said: 20, text: 100 },
    { context: 300, files: 0, excerpt: 0, said: 5, text: 60 },
];
const MOST_OPTIONS = 40;
const MOST_APPROVERS = 50;
/** Markdown within the budget, ending with its marker. */
function breakpointComment(facts) {
    return withinBudget(breakpoint_TIERS, (tier) => (0,nodes/* comment */.Im)([
        title(facts),
        ...question(facts, tier),
        (0,nodes/* heading */.R_)(4, 'To decide'),
        (0,nodes/* say */.cv)('Write a comment that begins with one of these lines:'),
        ...breakpoint_commands(facts).map(nodes/* command */.G5),
        rules(facts),
        ...soFar(facts.said, tier),
        ...footer(facts),
    ], markerOf(facts)));
}
/** The same comment when nothing is to be decided any more: no words to type are in it. */
function decidedComment(facts) {
    return withinBudget(breakpoint_TIERS, (tier) => (0,nodes/* comment */.Im)([
        title(facts),
        outcome(facts.closed, facts.said),
        facts.next === undefined ? undefined : (0,nodes/* say */.cv)((0,neutralise/* phrase */.MZ)(facts.next, 500)),
        ...soFar(facts.said, tier),
        ...question(facts, tier),
        ...footer(facts),
    ], markerOf(facts)));
}
const markerOf = ({ runId, effectId, digest, nonce }) => ({ kind: 'breakpoint', run: runId, effect: effectId, digest, nonce });
function title({ shown }) {
    return (0,nodes/* heading */.R_)(3, shown.title.trim() === '' ? 'A decision is asked for' : (0,neutralise/* phrase */.MZ)(shown.title, 200));
}
/** What is asked, and all that it is asked about. */
function question({ shown }, tier) {
    const { context = '', options } = shown;
    return [
        ...(shown.question.trim() === '' ? [] : [(0,nodes/* quote */.hD)(shown.question, Math.min(4000, tier.context))]),
        ...(options.length === 0
            ? []
            : [
                (0,nodes/* say */.cv)('Options: ', (0,nodes/* enumerate */.HL)(options.slice(0, MOST_OPTIONS).map((each) => (0,neutralise/* code */.aY)(shownOption(each), 101)), 'or'), more(options.length, MOST_OPTIONS)),
            ]),
        ...(context.trim() === ''
            ? []
            : [isPreformatted(context) ? (0,neutralise/* block */.om)(context, tier.context) : (0,nodes/* quote */.hD)(context, tier.context)]),
        ...shown.files.slice(0, tier.files).flatMap((file) => excerpt(file, tier)),
        ...(shown.files.length > tier.files
            ? [(0,nodes/* say */.cv)(`${shown.files.length - tier.files} more files are not shown here.`)]
            : []),
    ];
}
/** Code, tables, JSON, differences: where the columns matter. */
function isPreformatted(text) {
    return /^(?:[ \t]{2,}\S|[|{[<+-])/m.test(text);
}
function excerpt({ path, url, excerpt: text, note }, tier) {
    const name = (0,nodes/* say */.cv)((0,nodes/* link */.nf)({ text: path, url }), ...(note === undefined ? [] : [': ', ...(0,neutralise/* phrase */.MZ)(note, 200)]));
    return text === undefined || tier.excerpt === 0 ? [name] : [name, (0,neutralise/* block */.om)(text, tier.excerpt)];
}
function breakpoint_commands({ ref, shown: { options } }) {
    const reject = `/reject ${ref} <reason>`;
    if (options.length === 0)
        return [`/approve ${ref}`, reject, `/answer ${ref} <text>`];
    return [
        ...options.slice(0, MOST_OPTIONS).map((option) => `/approve ${ref} ${shownOption(option)}`),
        reject,
    ];
}
/** Who may decide, and by which rules. */
function rules({ policy, deadline, shown }) {
    const { approvers, head } = policy;
    const names = (all) => (0,nodes/* enumerate */.HL)(all.slice(0, 20).map((each) => (0,neutralise/* code */.aY)(each, 60)));
    const lines = [
        [
            (0,nodes/* strong */.ko)('May decide:'),
            ' ',
            (0,nodes/* enumerate */.HL)(approvers.slice(0, MOST_APPROVERS).map(nodes/* mention */.lE), 'or'),
            `${more(approvers.length, MOST_APPROVERS)}.`,
        ],
    ];
    if (!policy.allowSelf && policy.self.length > 0)
        lines.push([(0,nodes/* strong */.ko)('May not approve:'), ' ', names(policy.self), ', whose own work it is.']);
    lines.push([(0,nodes/* strong */.ko)('Needed:'), ' ', needed(policy)]);
    if (deadline !== undefined)
        lines.push([(0,nodes/* strong */.ko)('Until:'), ' ', (0,nodes/* when */.z7)(deadline), '; then it times out.']);
    if (head !== undefined) {
        const commit = (0,neutralise/* code */.aY)(head.sha.slice(0, 12));
        lines.push([(0,nodes/* strong */.ko)('About:'), ' commit ', commit, head.required ? '. A push voids this question.' : '.']);
    }
    if (shown.expert.length > 0)
        lines.push([(0,nodes/* strong */.ko)('Expert:'), ' ', names(shown.expert)]);
    if (shown.tags.length > 0)
        lines.push([(0,nodes/* strong */.ko)('Tags:'), ' ', names(shown.tags)]);
    lines.push(['A comment that was edited does not count.']);
    return (0,nodes/* list */.p_)(lines.map((line) => [(0,nodes/* say */.cv)(...line)]));
}
function needed({ strategy, needed: count }) {
    const approvals = count === 1 ? 'one approval' : `${count} approvals by different people`;
    switch (strategy) {
        case 'single':
        case 'first-response-wins':
            return `${approvals}; one rejection decides against it.`;
        case 'quorum':
            return `a quorum of ${approvals}; it is rejected when that can no longer be reached.`;
        case 'collect-all':
            return `an answer of each of them (${count}).`;
    }
}
const WORDS = { approve: 'approved', reject: 'rejected', answer: 'answered' };
function soFar(said, tier) {
    if (said.length === 0)
        return [];
    const shown = said.slice(-tier.said);
    const rows = shown.map(({ decision, login, at, url, text, option }) => [
        (0,neutralise/* code */.aY)(login),
        WORDS[decision],
        option === undefined ? '' : (0,neutralise/* code */.aY)(shownOption(option), 101),
        url === undefined ? (0,nodes/* when */.z7)(at) : (0,nodes/* link */.nf)({ text: (0,nodes/* when */.z7)(at).value, url }),
        (0,neutralise/* phrase */.MZ)(text ?? '', tier.text),
    ]);
    const hidden = said.length - shown.length;
    return [
        (0,nodes/* heading */.R_)(4, 'Decisions'),
        (0,nodes/* table */.tp)(['Who', 'What', 'Option', 'When', 'Said'], rows),
        ...(hidden === 0 ? [] : [(0,nodes/* say */.cv)(`${hidden} earlier ones are not shown; the journal has them all.`)]),
    ];
}
function outcome(closed, said) {
    const at = (0,nodes/* when */.z7)(closed.at);
    const by = (...decisions) => {
        const those = said.filter(({ decision }) => decisions.includes(decision));
        const logins = [...new Set(those.map(({ login }) => login))].slice(0, MOST_APPROVERS);
        return logins.length === 0 ? [] : [(0,nodes/* words */.aL)(' by '), ...(0,nodes/* enumerate */.HL)(logins.map((login) => (0,neutralise/* code */.aY)(login)))];
    };
    switch (closed.how) {
        case 'approved':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Approved'), by('approve', 'answer'), ', ', at, '.');
        case 'rejected':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Rejected'), by('reject'), ', ', at, '.');
        case 'timed-out':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Timed out'), ', ', at, ': nobody decided in time. That is neither an approval nor a rejection.');
        case 'cancelled':
        case 'halted':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)(closed.how === 'halted' ? 'The run was halted' : 'Cancelled'), ...(closed.by === undefined ? [] : [' by ', (0,neutralise/* code */.aY)(closed.by)]), ', ', at, ...(closed.reason === '' ? ['.'] : [': ', (0,neutralise/* phrase */.MZ)(closed.reason, 500)]));
        case 'withdrawn':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('No longer asked'), ', ', at, ...(closed.reason === '' ? ['.'] : [': ', (0,neutralise/* phrase */.MZ)(closed.reason, 500)]));
        case 'voided':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Void'), ', ', at, ': a push moved the head from ', (0,neutralise/* code */.aY)(closed.from.slice(0, 12)), ' to ', (0,neutralise/* code */.aY)(closed.to.slice(0, 12)), '. What was said before the push decides nothing.');
    }
}
function footer({ runId, ref, links: all }) {
    return [{ type: 'thematicBreak' }, (0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(runId), ', reference ', (0,neutralise/* code */.aY)(ref), '.'), (0,nodes/* links */.yJ)(all)];
}
const more = (total, most) => (total > most ? ` and ${total - most} more` : '');

;// CONCATENATED MODULE: ./lib/comments/reminder.js


/** Markdown that mentions who may decide, once; ends with a reply marker to `to`, the breakpoint's comment. */
function reminderComment(facts, to) {
    const { title, ref, waitingFor, openedAt, deadline } = facts;
    return (0,nodes/* comment */.Im)([
        (0,nodes/* say */.cv)((0,nodes/* enumerate */.HL)(waitingFor.slice(0, 50).map(nodes/* mention */.lE), 'or'), ' can decide: ', (0,neutralise/* phrase */.MZ)(title, 200), ' (', (0,neutralise/* code */.aY)(ref), ') has waited since ', (0,nodes/* when */.z7)(openedAt), '.'),
        deadline === undefined ? undefined : (0,nodes/* say */.cv)('It times out at ', (0,nodes/* when */.z7)(deadline), '.'),
        (0,nodes/* say */.cv)((0,nodes/* link */.nf)(facts.link)),
    ], { kind: 'reply', run: facts.runId, to });
}
/** Title and body of the issue on which a run reports that came from no issue and no pull request. */
function trackingIssueText({ runId, processId, links: all }) {
    return {
        title: (0,neutralise/* oneLine */.TN)(`Longhaul run ${runId}: ${processId}`, 200),
        body: (0,nodes/* comment */.Im)([
            (0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(runId), ' of ', (0,neutralise/* code */.aY)(processId, 100), ' has no issue or pull request of its own and reports here: its status, and the questions that it asks.'),
            (0,nodes/* links */.yJ)(all),
        ], { kind: 'issue', run: runId }),
    };
}

;// CONCATENATED MODULE: ./lib/operations/breakpoint-shown.js
/** What a breakpoint shows to people: read from its definition; files of its context, from the workspace. */



/** How much of a file, and of how many. */
const EXCERPT = 4000;
const breakpoint_shown_MAX_FILES = 10;
/** What the process gave to `ctx.breakpoint`. */
function payloadOf(def) {
    const options = (0,decode/* isObject */.Gv)(def.metadata) ? def.metadata : {};
    return { payload: (0,decode/* isObject */.Gv)(options.payload) ? options.payload : {}, options };
}
const optionsOf = (def) => payloadOf(def).options;
function shownOf(def, files, redact) {
    const { payload, options } = payloadOf(def);
    const title = textOf(payload.title) ?? textOf(def.title) ?? 'Breakpoint';
    const context = contextText(payload.context);
    return {
        title: redact(title),
        question: redact(textOf(payload.question) ?? ''),
        ...(context === undefined ? {} : { context: redact(context) }),
        files,
        options: textsOf(payload.options).map(redact),
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
    if (!(0,decode/* isObject */.Gv)(context))
        return JSON.stringify(context, null, 2);
    const { files: _, ...rest } = context;
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest, null, 2);
}
/** Files that the context names (`context.files`: paths, or objects with a `path`). */
function filesOf(def, place, redact) {
    const { context } = payloadOf(def).payload;
    const named = (0,decode/* isObject */.Gv)(context) && Array.isArray(context.files) ? context.files : [];
    return named
        .map((file) => ((0,decode/* isObject */.Gv)(file) ? textOf(file.path) : textOf(file)))
        .filter((name) => name !== undefined)
        .slice(0, breakpoint_shown_MAX_FILES)
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
        text = (0,external_node_fs_.readFileSync)(file.absolute, 'utf8');
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
        const root = (0,external_node_fs_.realpathSync)(workspace);
        const absolute = (0,external_node_fs_.realpathSync)(external_node_path_.resolve(root, name));
        const relative = external_node_path_.relative(root, absolute).split(external_node_path_.sep).join('/');
        const isInside = relative !== '' && !relative.startsWith('../') && !external_node_path_.isAbsolute(relative);
        return isInside && !relative.split('/').includes('.git') ? { absolute, relative } : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/operations/announce.js
/**
 * Breakpoints as comments. Persist, then announce: the store holds EFFECT_REQUESTED before its comment is made. A
 * comment is made once: the note of it (comments.json) is saved behind it, and where a driver died in between the
 * next one finds the comment by its marker and its author before it makes another.
 */







const LABEL = 'longhaul';
/** What an earlier job made is looked for from so long before. */
const MINUTE_MS = 60_000;
/** Where the run is reported: as noted, else the job's issue, else an issue of its own, made once. */
async function whereOf(thread) {
    const { comments, options, home: issue } = thread;
    if (comments.issue !== undefined)
        return comments.issue;
    const { port, place } = options;
    let where;
    if (issue === undefined) {
        const { number, url } = await trackingIssue(thread);
        where = { number, url, isPull: false };
    }
    else {
        const isPull = issue.isPull ?? (await port.pull(issue.number)) !== undefined;
        const url = `${place.repositoryUrl}/${isPull ? 'pull' : 'issues'}/${issue.number}`;
        where = { number: issue.number, url, isPull };
    }
    thread.note({ issue: where });
    return where;
}
async function trackingIssue(thread) {
    const { state, options } = thread;
    const isOurs = ({ body: text }) => {
        const found = (0,markers/* readMarker */.t7)(text);
        return found?.kind === 'issue' && found.run === state.runId;
    };
    const find = () => findOwn(thread, options.port.issuesSince(LABEL, before(state.createdAt, MINUTE_MS)), isOurs);
    // A driver before this one can have made it already, or this one without an answer.
    const earlier = thread.hasTriedIssue || [...state.pending.values()].some(({ seq }) => seq <= thread.since);
    thread.hasTriedIssue = true;
    const made = earlier ? await find() : undefined;
    if (made !== undefined)
        return made;
    const text = trackingIssueText({ runId: state.runId, processId: state.processId, links: options.links });
    try {
        return await once(() => options.port.createIssue({ ...text, labels: [LABEL] }), find);
    }
    catch (error) {
        if (error instanceof github_port/* GitHubRefusal */.ke && error.status === 410)
            throw new errors/* LonghaulError */.BQ('NO_ISSUES', 'Issues are disabled in this repository, and the run was not started from a pull request', {
                hint: 'Set `issue:` to the number of a pull request that the run is to report on.',
            });
        throw error;
    }
}
/** GitHub's times have whole seconds, and its clock is its own. */
const before = (time, ms) => new Date(Date.parse(time) - ms).toISOString();
/** The first of ours; markers can be copied, authors cannot. */
async function findOwn({ options }, posts, isOurs) {
    for await (const post of posts) {
        if (!isOurs(post))
            continue;
        const [history] = await options.port.histories([post.nodeId]);
        if (history?.isOwn === true)
            return post;
    }
    return undefined;
}
/** Makes something once: when no answer comes, it is looked for, never made again blindly. */
async function once(make, find) {
    try {
        return await make();
    }
    catch (error) {
        if (!(error instanceof github_port/* GitHubUnavailable */.kx))
            throw error;
        const found = await find();
        if (found === undefined)
            throw error;
        return found;
    }
}
/** A comment of ours on the run's issue; `isOld`: an earlier driver may have made it. */
async function commentOnce(thread, issue, body, { isOld, since }, isOurs) {
    const { port } = thread.options;
    const find = () => findOwn(thread, port.commentsSince(issue, before(since, MINUTE_MS)), (post) => isOurs(post.body));
    const made = isOld ? await find() : undefined;
    return made ?? (await once(() => port.createComment(issue, body), find));
}
/** Makes the comment of a breakpoint that is open, unless it stands. */
async function announce(thread, effect) {
    const { effectId, requestedAt, seq } = effect;
    const { seat, options, state } = thread;
    const standing = thread.comments.breakpoints[effectId];
    if (standing !== undefined) {
        if (standing.attempt === state.attempt && standing.closed !== true)
            return;
        await seat.saved();
        thread.noteBreakpoint(effectId, { attempt: state.attempt, closed: false });
        return show(thread, effect);
    }
    await seat.saved();
    const where = await whereOf(thread);
    const files = filesOf(thread.definitionOf(effect), options.place, options.redact);
    const pull = where.isPull ? await pullOf(options.port, where.number) : undefined;
    const head = pull?.head;
    const announced = {
        issue: where.number,
        commentId: '',
        nodeId: '',
        url: '',
        at: '',
        digest: thread.digestOf(effect, files),
        nonce: (0,journal_digest/* sha256 */.sc)(`${state.runId} ${effectId}`).slice(0, 16),
        files,
        named: await namedBy(thread, effect, pull?.author),
        attempt: state.attempt,
        ...(head === undefined ? {} : { head: { sha: head, since: before(requestedAt, 1000) } }),
    };
    const isOurs = isOf(effectId, announced.nonce);
    const body = breakpointComment(thread.factsOf(effect, announced));
    const isOld = seq <= thread.since;
    const post = await commentOnce(thread, where.number, body, { isOld, since: requestedAt }, isOurs);
    const { id: commentId, nodeId, url, createdAt: at } = post;
    thread.noteBreakpoint(effectId, { ...announced, commentId, nodeId, url, at });
    // One that was found shows what held when it was made.
    if (post.body !== body && isOld)
        await show(thread, effect);
}
/** @throws LonghaulError NO_PULL: without its head and its author nobody can say what is approved, and who may */
async function pullOf(port, number) {
    const pull = await port.pull(number);
    if (pull === undefined)
        throw new errors/* LonghaulError */.BQ('NO_PULL', `Pull request #${number} cannot be read`, {
            hint: 'The job needs `permissions: pull-requests: read`, and `issue:` the number of a pull request of this repository.',
        });
    return pull;
}
/** Users and team members that the policy names, without those who may not approve. */
async function namedBy(thread, effect, author) {
    const policy = thread.policyOf(effect);
    if (policy.strategy !== 'collect-all' && policy.strategy !== 'quorum')
        return [];
    const named = new Map();
    for (const { kind, name } of policy.approvers) {
        if (kind === 'user')
            named.set(name.toLowerCase(), name);
        if (kind !== 'team')
            continue;
        const [organisation = '', team = ''] = name.split('/');
        for (const { login } of await thread.options.port.teamMembers(organisation, team))
            named.set(login.toLowerCase(), login);
    }
    const selves = [...thread.turns().selves, ...(author === undefined ? [] : [author])];
    if (!policy.allowSelf)
        for (const { login } of selves)
            named.delete(login.toLowerCase());
    return [...named.values()];
}
/**
 * Brings a breakpoint's comment up to date: who has decided so far. `sha`: a push has moved the head. It counts as
 * shown once GitHub has answered that it is.
 */
async function show(thread, effect, sha) {
    const { effectId } = effect;
    const standing = thread.comments.breakpoints[effectId];
    if (standing === undefined)
        return;
    const isMoved = sha !== undefined && standing.head?.sha !== sha;
    const announced = isMoved ? { ...standing, head: { sha, since: standing.at } } : standing;
    const post = await edit(thread, announced, breakpointComment(thread.factsOf(effect, announced)));
    if (isMoved && post !== undefined)
        thread.noteBreakpoint(effectId, { head: { sha, since: post.updatedAt } });
}
/** Puts right what somebody has changed, and makes again what somebody has deleted: what was said until then is void. */
async function announce_restore(thread, effect) {
    const { effectId, requestedAt } = effect;
    const announced = thread.comments.breakpoints[effectId];
    if (announced === undefined)
        return;
    const body = breakpointComment(thread.factsOf(effect, announced));
    const edited = await edit(thread, announced, body);
    if (edited !== undefined) {
        thread.noteBreakpoint(effectId, { shownSince: edited.updatedAt });
        return;
    }
    const place = { isOld: true, since: requestedAt };
    const isOurs = isOf(effectId, announced.nonce);
    const { id, nodeId, url, createdAt } = await commentOnce(thread, announced.issue, body, place, isOurs);
    const made = { commentId: id, nodeId, url, at: createdAt, shownSince: createdAt };
    thread.noteBreakpoint(effectId, made);
}
const isOf = (effectId, nonce) => (body) => {
    const marker = (0,markers/* readMarker */.t7)(body);
    return marker?.kind === 'breakpoint' && marker.effect === effectId && marker.nonce === nonce;
};
/** Says in a breakpoint's comment how it ended; its words to type are gone. */
async function announce_close(thread, effect) {
    const announced = thread.comments.breakpoints[effect.effectId];
    const closed = thread.closedOf(effect);
    if (announced === undefined || announced.closed === true || closed === undefined)
        return;
    const next = nextOf(thread, closed.how);
    const facts = { ...thread.factsOf(effect, announced), closed, ...(next === undefined ? {} : { next }) };
    await edit(thread, announced, decidedComment(facts));
}
function nextOf({ state }, how) {
    if (state.terminal !== undefined)
        return `The run has ended: ${state.terminal.status}.`;
    return how === 'approved' ? 'The run goes on.' : undefined;
}
/** undefined: it was deleted. What is read back must be what was sent: GitHub may drop an update without a word. */
async function edit(thread, { commentId }, body) {
    try {
        const post = await thread.options.port.editComment(commentId, body);
        if (post.body.trim() !== body.trim())
            throw new errors/* LonghaulError */.BQ('NOT_EDITED', `Comment ${commentId} was not changed, although GitHub says so`);
        return post;
    }
    catch (error) {
        // Whoever deleted our comment does not want to see it.
        if (!(error instanceof github_port/* GitHubRefusal */.ke && error.status === 404))
            throw error;
        return undefined;
    }
}
/** One reminder for each breakpoint. Noted first: better none than two. */
async function remind(thread, effect) {
    const announced = thread.comments.breakpoints[effect.effectId];
    const due = remindAt(thread, effect.effectId);
    const now = thread.seat.now();
    if (announced === undefined || due === undefined || due > now)
        return;
    if (Date.parse(effect.request.deadline ?? '') <= now)
        return; // it is too late to remind
    const { runId, ref, shown, policy, said, deadline } = thread.factsOf(effect, announced);
    const text = reminderComment({
        runId,
        ref,
        title: shown.title,
        waitingFor: policy.approvers.filter(({ name }) => !said.some(({ login }) => login === name)),
        openedAt: announced.at,
        ...(deadline === undefined ? {} : { deadline }),
        link: { text: 'To the question', url: announced.url },
    }, announced.commentId);
    thread.noteBreakpoint(effect.effectId, { remindedAt: new Date(now).toISOString() });
    await thread.seat.saved();
    await thread.options.port.createComment(announced.issue, text);
}
/** ms since the epoch; undefined: not any more, or never. */
function remindAt({ comments, options }, effectId) {
    const announced = comments.breakpoints[effectId];
    if (options.remindAfterMs === 0 || announced === undefined || announced.remindedAt !== undefined)
        return undefined;
    return Date.parse(announced.at) + options.remindAfterMs;
}

// EXTERNAL MODULE: ./lib/comments/command.js
var comments_command = __webpack_require__(16173);
;// CONCATENATED MODULE: ./lib/decisions/judge.js
/**
 * Whether a comment decides a breakpoint. Facts in, verdict out: what GitHub says of the comment and its author now,
 * and what the journal says of the run's breakpoints. Fails closed: whatever is not known to be right is refused.
 */




const isDecision = (command) => command !== undefined && ['approve', 'reject', 'answer'].includes(command.verb);
/** `breakpoints`: all of the run that have been announced, in order of request. */
function judge(said, breakpoints) {
    const { post, history, role } = said;
    const command = (0,comments_command/* parseComment */.v)(post.body);
    if (!isDecision(command))
        return { kind: 'ignored', why: 'the comment is no decision' };
    if ((0,markers/* hasMarker */.xY)(post.body) || (history?.isOwn === true && post.author?.isBot !== false))
        return { kind: 'ignored', why: 'the comment is our own, or a copy of one' };
    const { author } = post;
    if (author === undefined)
        return { kind: 'ignored', why: 'the account of its author is gone' };
    const bound = bind(command, said, breakpoints);
    const isListedBot = author.isBot &&
        'breakpoint' in bound &&
        bound.breakpoint.policy.lists.every((list) => list.some(isApp(author)));
    // Apps have no role of their own; everybody else without one gets no words from us.
    if (!author.isBot && rankOf(role) < rankOf('read'))
        return { kind: 'stranger' };
    const about = 'breakpoint' in bound ? bound.breakpoint.effectId : bound.effectId;
    const refuse = (reply) => ({
        kind: 'refused',
        effectId: about,
        decision: command.verb,
        reply,
    });
    if (history === undefined)
        return refuse({ code: 'deleted' });
    if (history.isOwn)
        return refuse({ code: 'own-token' });
    if (history.isEdited)
        return refuse({ code: 'edited' });
    if (author.isBot && !isListedBot)
        return refuse({ code: 'bot', login: author.login });
    if ('reply' in bound)
        return refuse(bound.reply);
    const { breakpoint } = bound;
    const reply = objection(command, said, author, breakpoint);
    if (reply !== undefined)
        return refuse(reply);
    const { option, text } = optionOf(command, breakpoint.options);
    return { kind: 'counted', effectId: breakpoint.effectId, decision: command.verb, option, text };
}
/** The breakpoint that a comment is about: the one that it names, else the one that was open there when it was written. */
function bind({ ref }, { post, others }, all) {
    if (ref !== undefined) {
        const named = all.find((one) => one.ref === ref);
        if (named === undefined)
            return { reply: { code: 'unknown-ref', ref, open: openRefs(all, post.issue) } };
        if (named.issue !== post.issue)
            return { reply: { code: 'other-issue', ref, link: named.link }, effectId: named.effectId };
        return ifOpen(named);
    }
    const there = all.filter((one) => one.issue === post.issue && wasOpen(one, post));
    const [only] = there;
    if (only === undefined)
        return { reply: { code: 'no-breakpoint' } };
    if (there.length > 1 || others.length > 0) {
        const elsewhere = others.flatMap(({ runId, refs }) => refs.map((one) => ({ ref: one, title: `run ${runId}` })));
        return { reply: { code: 'which-breakpoint', open: [...there.map(openRef), ...elsewhere] } };
    }
    return ifOpen(only);
}
function ifOpen(breakpoint) {
    const { settled, ref, link, effectId } = breakpoint;
    if (settled === undefined)
        return { breakpoint };
    return { reply: { code: 'closed', ref, outcome: settled.outcome, link }, effectId };
}
/** GitHub's times have whole seconds: what was settled within the second of the comment counts as open then. */
function wasOpen({ opened, settled }, post) {
    if (!isBefore(opened, post))
        return false;
    return settled === undefined || Date.parse(settled.at) >= Date.parse(post.createdAt);
}
/** Comments of one repository are numbered in order; reviews are not numbered with them. */
function isBefore({ commentId, at }, post) {
    const isComment = post.url.includes('#issuecomment-');
    return isComment ? BigInt(commentId) < BigInt(post.id) : Date.parse(at) <= Date.parse(post.createdAt);
}
const openRef = ({ ref, title, link }) => ({ ref, title, link });
const openRefs = (all, issue) => all.filter((one) => one.settled === undefined && one.issue === issue).map(openRef);
const isApp = (person) => (approver) => approver.kind === 'app' && same(approver.name, person.login);
const same = (a, b) => a.toLowerCase() === b.toLowerCase();
/** Why the breakpoint does not take this decision of this person; undefined: it does. */
function objection(command, said, author, breakpoint) {
    const { policy, options, digest, shown, shownSince, ref, link, head, votes, self, retried } = breakpoint;
    const { post } = said;
    const mine = self.find(({ login, id }) => id === undefined ? same(login, author.login) : id === author.id);
    const isStarter = self.some(({ login, id, because }) => because === 'starter' && (id === undefined ? same(login, author.login) : id === author.id));
    // Whoever started the run may always call it off.
    const mayReject = command.verb === 'reject' && isStarter;
    const failed = mayReject ? undefined : policy.lists.find((list) => !isAllowed(list, said, author));
    if (failed !== undefined) {
        const needs = failed.filter(({ kind }) => kind === 'role');
        return needs.length === failed.length
            ? { code: 'no-permission', needs: needs.map(({ name }) => name).join(' or '), has: said.role }
            : { code: 'not-approver', approvers: failed.map(policy_entryOf) };
    }
    if (retried !== undefined && isEarlier(post, retried.at)) {
        const { runId, attempt } = retried;
        return { code: 'earlier-attempt', runId, attempt };
    }
    if (command.verb !== 'reject' && mine !== undefined && !policy.allowSelf)
        return { code: 'self', because: mine.because };
    if (shown !== digest || (shownSince !== undefined && !isAfter(post, shownSince)))
        return { code: 'old-digest', ref, link };
    if (policy.requireHead && head !== undefined) {
        if (head.now !== head.shown || !isAfter(post, head.since))
            return { code: 'head-moved', ref, from: head.shown, to: head.now };
    }
    const { option, text } = optionOf(command, options);
    if (command.verb !== 'reject' && options.length > 0 && option === undefined)
        return { code: 'not-an-option', options };
    if (command.verb === 'answer' && options.length === 0 && text === '')
        return { code: 'answer-needs-text', ref };
    const before = votes.findLast(({ id }) => id === author.id);
    if (before !== undefined && before.decision === command.verb && before.option === option)
        return { code: 'already-counted', decision: command.verb };
    return undefined;
}
/** GitHub's times have whole seconds. */
const isEarlier = ({ createdAt }, at) => Date.parse(createdAt) < Math.floor(Date.parse(at) / 1000) * 1000;
/** In the same second nobody can say what was read. */
const isAfter = ({ createdAt }, since) => Date.parse(createdAt) > Date.parse(since);
function isAllowed(list, { role, teams }, author) {
    return list.some((approver) => {
        const { kind, name } = approver;
        if (kind === 'app')
            return author.isBot && isApp(author)(approver);
        if (author.isBot || rankOf(role) < rankOf('read'))
            return false;
        if (kind === 'user')
            return same(name, author.login);
        if (kind === 'role')
            return rankOf(role) >= rankOf(name);
        return teams.get(name)?.some(({ id }) => id === author.id) === true;
    });
}
/** With options, the text of an approval or an answer begins with one; what follows is said beside it. */
function optionOf({ verb, text }, options) {
    const chosen = verb === 'reject' ? undefined : chosenOption(text, options);
    return chosen ?? { option: undefined, text };
}

;// CONCATENATED MODULE: ./lib/decisions/tally.js

/**
 * `votes`: counted, oldest first. `named`: logins of the users and team members that the policy named at opening,
 * without those who may not approve. `head`: that of the pull request now, where a push voids.
 */
function tally(votes, policy, named, head) {
    const valid = votes.filter((vote) => head === undefined || vote.head === head);
    const last = latest(valid);
    const needed = neededBy(policy, named);
    const rejections = last.filter(({ decision }) => decision === 'reject');
    const approvals = last.filter(({ decision }) => decision !== 'reject');
    const newest = valid.at(-1);
    const open = { state: 'open', so: approvals.length, needed };
    if (newest === undefined)
        return open;
    const rejected = { state: 'rejected', by: rejections.at(-1) ?? newest, option: undefined };
    if (policy.strategy === 'collect-all') {
        // Others may speak, too; they do not stand in for anybody.
        const missing = Math.max(silentOf(named, last).length, needed - last.length);
        if (missing > 0)
            return { ...open, so: needed - missing };
        return rejections.length > 0 ? rejected : approved(newest, leading(approvals).option);
    }
    const { option, count } = leading(approvals);
    if (policy.strategy === 'quorum') {
        if (count >= needed)
            return approved(newest, option);
        return isOutOfReach(needed, count, rejections.length, policy, named, last) ? rejected : open;
    }
    if (rejections.length > 0)
        return rejected;
    return count >= needed ? approved(newest, option) : { ...open, so: count };
}
const approved = (by, option) => ({ state: 'approved', by, option });
/** A person's last word counts. */
function latest(votes) {
    const byPerson = new Map();
    for (const vote of votes) {
        byPerson.delete(vote.id);
        byPerson.set(vote.id, vote);
    }
    return [...byPerson.values()];
}
/** Approvals of different options are approvals of different things. */
function leading(approvals) {
    const counts = new Map();
    for (const { option } of approvals)
        counts.set(option, (counts.get(option) ?? 0) + 1);
    const [option, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
    return { option, count };
}
/** Where everybody who may approve is named: too few are left. Where roles are, nobody knows how many there are. */
function isOutOfReach(needed, count, rejections, policy, named, last) {
    const isClosed = policy.approvers.every(({ kind }) => kind === 'user' || kind === 'team');
    if (!isClosed)
        return rejections >= needed;
    return count + silentOf(named, last).length < needed;
}
/** Who of those who are named has said nothing. */
const silentOf = (named, last) => named.filter((login) => !last.some((vote) => vote.login.toLowerCase() === login.toLowerCase()));
/** The settlement's value (design §6): a rejection is a result, not an error. */
function tally_resultOf(outcome, votes) {
    const { by, option, state } = outcome;
    const isApproved = state === 'approved';
    return {
        approved: isApproved,
        ...(isApproved && by.text !== '' ? { response: by.text } : {}),
        ...(!isApproved && by.text !== '' ? { feedback: by.text } : {}),
        ...(option === undefined ? {} : { option }),
        respondedBy: by.login,
        allResponses: votes.map((vote) => ({
            respondedBy: vote.login,
            approved: vote.decision !== 'reject',
            ...(vote.text === '' ? {} : { response: vote.text }),
            ...(vote.option === undefined ? {} : { option: vote.option }),
            respondedAt: vote.at,
        })),
    };
}

;// CONCATENATED MODULE: ./lib/operations/decide.js
/**
 * Decisions from comments. A message names a comment, nothing more: whoever drives the run reads the comment again,
 * asks for its author's permission, judges by the journal, records. What GitHub cannot say now stays in the mailbox.
 */







/** @throws GitHubUnavailable, GitHubRefusal: nothing is known */
async function ask(thread, { commentId, issue, review }) {
    const { port } = thread.options;
    const nothing = { histories: new Map(), head: undefined, pullAuthor: undefined };
    const post = review === true ? await port.review(issue, commentId) : await port.comment(commentId);
    if (post === undefined)
        return { ...nothing, said: undefined };
    const open = announcedOf(thread).filter(({ effect }) => effect.status === 'requested');
    const teams = [...new Set(open.flatMap(({ effect }) => teamsOf(thread.policyOf(effect))))];
    const ours = open.filter(({ announced }) => announced.nodeId !== '');
    const onPull = open.find(({ announced }) => announced.head !== undefined && announced.issue === post.issue);
    const author = post.author;
    const [role, histories, members, pull, others] = await Promise.all([
        author === undefined || author.isBot ? 'none' : port.role(author.login),
        port.histories([post.nodeId, ...ours.map(({ announced }) => announced.nodeId)]),
        Promise.all(teams.map((team) => membersOf(thread, team))),
        onPull === undefined ? undefined : pullOf(port, post.issue),
        othersOn(thread, post),
    ]);
    return {
        said: {
            post,
            history: histories[0],
            role,
            teams: new Map(teams.map((team, i) => [team, members[i] ?? []])),
            others,
        },
        histories: new Map(ours.map(({ effect }, i) => [effect.effectId, histories[i + 1]])),
        head: pull?.head,
        pullAuthor: pull?.author,
    };
}
/**
 * Without a reference a comment binds to the one breakpoint that was open there when it was written. Another run that
 * waits there now, or was saved since, may have been the one: nobody looks into its journal, so it is not guessed.
 */
async function othersOn({ options, state }, { id, issue, body, createdAt }) {
    const command = (0,comments_command/* parseComment */.v)(body);
    if (!isDecision(command) || command.ref !== undefined || options.runsOn === undefined)
        return [];
    const runs = await options.runsOn(issue, id);
    return runs.filter(({ runId, refs, updatedAt }) => runId !== state.runId && (refs.length > 0 || !(Date.parse(updatedAt) < Date.parse(createdAt))));
}
function membersOf({ options }, name) {
    const [organisation = '', team = ''] = name.split('/');
    return options.port.teamMembers(organisation, team);
}
/** Breakpoints whose comments stand, in order of request. */
function announcedOf(thread) {
    return Object.entries(thread.comments.breakpoints)
        .flatMap(([effectId, announced]) => {
        const effect = thread.state.effects.get(effectId);
        return effect === undefined ? [] : [{ effect, announced }];
    })
        .sort((a, b) => a.effect.seq - b.effect.seq);
}
/** M3: what was said to an earlier attempt of the run decides nothing in this one, and is answered. */
function outdated(state, message, { said }) {
    const { author } = said?.post ?? {};
    if (message.attempt >= state.attempt || said === undefined || author === undefined)
        return [];
    if (author.isBot || said.role === 'none')
        return [];
    const reply = { code: 'earlier-attempt', runId: state.runId, attempt: state.attempt };
    return [{ kind: 'reply', issue: said.post.issue, to: said.post.id, reply }];
}
/** Judges by what the journal says now, and records what came of it. */
function decide(thread, driver, message, facts) {
    const { said } = facts;
    if (said === undefined)
        return { done: false, text: 'the comment was deleted', aftermath: [] };
    const verdict = judge(said, announcedOf(thread).map((one) => breakpointOf(thread, one, facts)));
    switch (verdict.kind) {
        case 'ignored':
            return { done: false, text: verdict.why, aftermath: [] };
        case 'stranger':
            return {
                done: false,
                text: `@${said.post.author?.login ?? ''} has no role in this repository`,
                aftermath: [{ kind: 'stranger', post: said.post }],
            };
        case 'refused':
            return decide_refused(thread, driver, message, said, verdict);
        case 'counted':
            return counted(thread, driver, message, said, { ...verdict, text: thread.options.redact(verdict.text) }, facts.head);
    }
}
function breakpointOf(thread, { effect, announced }, facts) {
    const { effectId } = effect;
    const shown = thread.factsOf(effect, announced).shown;
    const closed = thread.closedOf(effect);
    const { pullAuthor, head } = facts;
    const turns = thread.turns();
    const { runId, attempt } = thread.state;
    const author = pullAuthor === undefined
        ? []
        : [{ login: pullAuthor.login, id: pullAuthor.id, because: 'author' }];
    return {
        effectId,
        ref: thread.refOf(effectId),
        title: shown.title,
        issue: announced.issue,
        link: { text: shown.title, url: announced.url },
        opened: { commentId: announced.commentId, at: announced.at },
        settled: closed === undefined ? undefined : { at: closed.at, outcome: closed.how },
        options: shown.options,
        policy: thread.policyOf(effect),
        self: [...turns.selves, ...author],
        retried: turns.retriedAt === undefined ? undefined : { at: turns.retriedAt, runId, attempt },
        digest: announced.digest,
        shown: shownDigest(facts.histories.get(effectId)),
        shownSince: announced.shownSince,
        head: announced.head === undefined
            ? undefined
            : { shown: announced.head.sha, since: announced.head.since, now: head ?? '' },
        votes: thread.votesOf(effect),
    };
}
/** What our comment shows: nothing that counts once somebody else has changed it. undefined: it is gone, or not asked for. */
function shownDigest(history) {
    if (history === undefined)
        return undefined;
    const marker = history.isForeign ? undefined : (0,markers/* readMarker */.t7)(history.body);
    return marker?.kind === 'breakpoint' ? marker.digest : '';
}
/** One record and one reply for a person, a breakpoint and a reason: whoever repeats himself is not answered again. */
function decide_refused(thread, driver, message, said, verdict) {
    const { effectId, reply, decision } = verdict;
    const { post } = said;
    const answer = { kind: 'reply', issue: post.issue, to: post.id, reply };
    const aftermath = [answer];
    if (effectId !== undefined) {
        const records = (thread.state.decisions.get(effectId) ?? []).map(({ data }) => data);
        if (records.some(({ counted, actor }) => !counted && actor.id === post.author?.id))
            aftermath.pop();
        else {
            const command = (0,comments_command/* parseComment */.v)(post.body);
            const text = isDecision(command) ? thread.options.redact(command.text) : '';
            record(driver, message, said, { effectId, decision, counted: false, why: reply.code, text });
        }
        if (reply.code === 'old-digest')
            aftermath.push({ kind: 'restore', effectId });
        if (reply.code === 'head-moved' && reply.to !== '')
            aftermath.push({ kind: 'show', effectId, head: reply.to });
    }
    return { done: false, text: reply.code, aftermath };
}
function counted(thread, driver, message, said, { effectId, decision, option, text }, head) {
    record(driver, message, said, { effectId, decision, counted: true, text, option, head });
    const effect = thread.state.effects.get(effectId);
    const announced = thread.comments.breakpoints[effectId];
    if (effect === undefined || announced === undefined)
        throw new Error(`effect ${effectId} was not found`);
    const votes = thread.votesOf(effect);
    const policy = thread.policyOf(effect);
    const outcome = tally(votes, policy, announced.named, policy.requireHead ? head : undefined);
    const aftermath = [{ kind: 'show', effectId }];
    if (outcome.state === 'open')
        return { done: true, text: `${decision} was counted: ${outcome.so} of ${outcome.needed}`, aftermath };
    const by = { actor: actorOf(said), messageId: message.id };
    driver.effects.post(effectId, { status: 'ok', value: tally_resultOf(outcome, votes) }, by);
    return { done: true, text: `the breakpoint was ${outcome.state} by @${outcome.by.login}`, aftermath };
}
function record(driver, message, said, { text, ...rest }) {
    const { post, role } = said;
    const data = {
        ...rest,
        actor: actorOf(said),
        permission: role,
        commentId: post.id,
        commentUrl: post.url,
        commentedAt: post.createdAt,
        text,
        messageId: message.id,
    };
    driver.recorder.append({ type: 'DECISION_RECORDED', data: defined(data) });
}
const actorOf = ({ post }) => ({
    login: post.author?.login ?? '',
    ...(post.author && { id: post.author.id }),
});

// EXTERNAL MODULE: ./lib/report/steps.js
var report_steps = __webpack_require__(90399);
;// CONCATENATED MODULE: ./lib/operations/status-facts.js

function statusFacts(thread, status) {
    const { state, options } = thread;
    const { terminal } = state;
    const { redact } = options;
    const error = terminal?.error;
    return {
        runId: state.runId,
        processId: state.processId,
        status,
        createdAt: state.createdAt,
        updatedAt: state.updatedAt,
        seq: state.head.seq,
        attempt: state.attempt,
        ...(error === undefined ? {} : { error: redact(`${error.name}: ${error.message}`) }),
        ...(terminal?.reason === undefined ? {} : { reason: redact(terminal.reason) }),
        steps: (0,report_steps/* stepRows */.w)(state).map((row) => ({ ...row, note: redact(row.note), label: redact(row.label) })),
        pending: [...state.pending.values()].map((effect) => pendingFact(thread, effect)),
        warnings: [...options.warnings],
        links: options.links,
    };
}
function pendingFact(thread, effect) {
    const { effectId, request } = effect;
    const { kind, deadline } = request;
    const url = thread.comments.breakpoints[effectId]?.url;
    return {
        effectId,
        ref: thread.refOf(effectId),
        kind,
        title: thread.titleOf(effect),
        ...(deadline === undefined ? {} : { wakeAt: deadline }),
        ...(url === undefined ? {} : { url }),
    };
}

;// CONCATENATED MODULE: ./lib/operations/votes.js
function turnsOf({ created }, events) {
    const selves = created?.actor === undefined ? [] : [{ ...created.actor, because: 'starter' }];
    const turns = { selves, seq: 0, retriedAt: undefined };
    for (const { seq, type, data, recordedAt } of events) {
        if (type !== 'RUN_RETRIED' && type !== 'CODE_UPGRADED')
            continue;
        turns.seq = seq;
        if (type === 'RUN_RETRIED')
            turns.retriedAt = recordedAt;
        const { actor } = data;
        const because = type === 'RUN_RETRIED' ? 'retried' : 'upgraded';
        if (actor !== undefined)
            selves.push({ ...actor, because });
    }
    return turns;
}
/** Counted decisions, by the time of their comments: those delivered last need not be the last words. */
function votesFrom(decisions) {
    return decisions
        .map(({ data }) => data)
        .filter(({ counted }) => counted)
        .sort(byComment)
        .map((data) => ({
        decision: data.decision,
        login: data.actor.login,
        id: data.actor.id ?? 0,
        option: data.option,
        text: data.text ?? '',
        at: data.commentedAt ?? '',
        url: data.commentUrl ?? '',
        permission: data.permission ?? '',
        head: data.head,
    }));
}
function byComment(a, b) {
    const apart = Date.parse(a.commentedAt ?? '') - Date.parse(b.commentedAt ?? '');
    if (apart !== 0 && !Number.isNaN(apart))
        return apart;
    // Reviews are not numbered with comments.
    const [one, other] = [a, b].map(({ commentId = '', commentUrl = '' }) => commentUrl.includes('#issuecomment-') ? Number(commentId) : Number.NaN);
    return (one ?? 0) - (other ?? 0) || 0;
}
/** Who has become self since has approved nothing. */
const isBySelf = ({ selves }, { decision, login, id }) => decision !== 'reject' &&
    selves.some((self) => self.id === undefined ? self.login.toLowerCase() === login.toLowerCase() : self.id === id);

;// CONCATENATED MODULE: ./lib/operations/thread.js
/**
 * A run's talk with people as its driver knows it: which of our comments stand where, and what the journal says of
 * the breakpoints that they show. What is announced and decided is made from this.
 */










class Thread {
    options;
    seat;
    /** Seq of the last event before this driver: what was asked later cannot have been announced before. */
    since;
    /** An issue of the run's own was asked for; whether it was made may not be known. */
    hasTriedIssue = false;
    #comments;
    #refs;
    #turns;
    #definitions = new Map();
    constructor(options, seat) {
        this.options = options;
        this.seat = seat;
        this.since = seat.journal.state.head.seq;
        this.#comments = readComments(seat.runDir);
    }
    get state() {
        return this.seat.journal.state;
    }
    /** The issue that the run was started for, else the one of this job; undefined: it has none. */
    get home() {
        const { origin } = this.state.created ?? {};
        const { issue } = this.options;
        const number = origin?.issue;
        if (typeof number !== 'number' || number === issue?.number)
            return issue;
        return { number, isPull: String(origin?.event).startsWith('pull_request') ? true : undefined };
    }
    get comments() {
        return this.#comments;
    }
    /** Notes what has become of our comments; the next save takes it along. */
    note(change) {
        this.#comments = { ...this.#comments, ...change };
        writeComments(this.seat.journal, this.#comments);
        this.seat.soon();
    }
    noteBreakpoint(effectId, change) {
        const { breakpoints } = this.#comments;
        const announced = { ...breakpoints[effectId], ...change };
        this.note({ breakpoints: { ...breakpoints, [effectId]: announced } });
        return announced;
    }
    refOf(effectId) {
        const { lastStep } = this.state;
        if (this.#refs?.of !== lastStep || !this.#refs.refs.has(effectId))
            this.#refs = { of: lastStep, refs: refsOf(this.state) };
        return this.#refs.refs.get(effectId) ?? '';
    }
    /** What the replayed process has just asked (protocol E1). */
    define(effectId, def) {
        this.#definitions.set(effectId, def);
    }
    /** Where it was not asked here, what task.json remembers: good for showing how it ended. */
    definitionOf(effect) {
        const known = this.#definitions.get(effect.effectId);
        if (known !== undefined)
            return known;
        const text = (0,reader/* readIfThere */.qC)(external_node_path_.join(this.seat.runDir, 'tasks', effect.effectId, 'task.json'));
        const task = text === undefined ? undefined : (0,decode/* parseJson */.qF)(text);
        return (0,decode/* isObject */.Gv)(task) ? task : {};
    }
    /** As people know it: a breakpoint's own title, a task's label. */
    titleOf(effect) {
        const { redact } = this.options;
        const { kind, label, taskId } = effect.request;
        return kind === 'breakpoint'
            ? shownOf(this.definitionOf(effect), [], redact).title
            : redact(label === '' ? taskId : label);
    }
    policyOf(effect) {
        const recorded = recordedPolicy(effect.request.policy);
        const options = recorded === undefined ? optionsOf(this.definitionOf(effect)) : {};
        return inForce(recorded, policy_policyOf(this.options.rules, options));
    }
    /** What retries and upgrades have changed so far. */
    turns() {
        const { seq } = this.state.head;
        if (this.#turns?.of !== seq)
            this.#turns = { of: seq, turns: turnsOf(this.state, this.seat.events()) };
        return this.#turns.turns;
    }
    /** Counted decisions that stand, oldest first; of a breakpoint that is closed all that closed it. */
    votesOf(effect) {
        const decisions = this.state.decisions.get(effect.effectId) ?? [];
        if (effect.status !== 'requested')
            return votesFrom(decisions);
        const turns = this.turns();
        const votes = votesFrom(decisions.filter(({ seq }) => seq > turns.seq));
        return this.policyOf(effect).allowSelf ? votes : votes.filter((vote) => !isBySelf(turns, vote));
    }
    /** What its comment shows. */
    factsOf(effect, announced) {
        const { effectId, request } = effect;
        const { redact, links } = this.options;
        const policy = this.policyOf(effect);
        const { head } = announced;
        const votes = this.votesOf(effect).filter((vote) => !policy.requireHead || head === undefined || vote.head === head.sha);
        const { status } = this.#comments;
        return {
            runId: this.state.runId,
            effectId,
            ref: this.refOf(effectId),
            shown: shownOf(this.definitionOf(effect), announced.files, redact),
            policy: {
                approvers: policy.approvers,
                strategy: policy.strategy,
                needed: neededBy(policy, announced.named),
                allowSelf: policy.allowSelf,
                self: this.turns().selves.map(({ login }) => login),
                ...(head === undefined ? {} : { head: { sha: head.sha, required: policy.requireHead } }),
            },
            said: votes.map((vote) => saidOf(vote, redact)),
            ...(request.deadline === undefined ? {} : { deadline: request.deadline }),
            digest: announced.digest,
            nonce: announced.nonce,
            links: [...links, ...(status?.url === undefined ? [] : [{ text: 'status', url: status.url }])],
        };
    }
    /** Of what is to be decided: the question, its context, its options, and who decides. */
    digestOf(effect, files) {
        const shown = shownOf(this.definitionOf(effect), files, this.options.redact);
        return (0,journal_digest/* sha256 */.sc)(JSON.stringify([shown, effect.request.policy ?? null])).slice(0, 32);
    }
    /** undefined: it is open. */
    closedOf(effect) {
        const { settlement, status, dropped } = effect;
        const { terminal } = this.state;
        if (dropped)
            return { how: 'withdrawn', at: terminal?.at ?? '', reason: 'the run was retried and no longer asks' };
        if (settlement === undefined || status === 'requested')
            return terminal === undefined ? undefined : ofEnd(terminal, terminal.at);
        const { at, reason = '', withdrawn } = settlement;
        if (settlement.timedOut === true)
            return { how: 'timed-out', at };
        if (withdrawn === true && terminal !== undefined)
            return ofEnd(terminal, at);
        if (status === 'cancelled')
            return { how: withdrawn === true ? 'withdrawn' : 'cancelled', at, reason };
        if (status === 'resolved_error')
            return { how: 'withdrawn', at, reason: settlement.error?.message ?? 'it could not be asked' };
        const value = this.#valueOf(effect);
        if (value.timedOut === true)
            return { how: 'timed-out', at };
        return { how: value.approved === true ? 'approved' : 'rejected', at };
    }
    #valueOf({ effectId, settlement }) {
        const ref = settlement?.resultRef ?? `tasks/${effectId}/result.json`;
        const text = (0,reader/* readIfThere */.qC)(external_node_path_.join(this.seat.runDir, ref));
        const result = text === undefined ? undefined : (0,task_files/* decodeResult */.Sz)(text);
        return result?.status === 'ok' && 'value' in result && (0,decode/* isObject */.Gv)(result.value) ? result.value : {};
    }
}
function saidOf(vote, redact) {
    const { decision, login, at, url, text, option, permission } = vote;
    return {
        decision,
        login,
        at,
        permission,
        ...(url === '' ? {} : { url }),
        ...(text === '' ? {} : { text: redact(text) }),
        ...(option === undefined ? {} : { option }),
    };
}
/** The run ended before anybody had decided. */
function ofEnd(terminal, at) {
    const { sealed, status, reason } = terminal;
    if (sealed || status === 'halted')
        return { how: 'halted', at, reason: reason ?? 'the run was halted' };
    return { how: 'withdrawn', at, reason: `the run has ended (${status})` };
}

;// CONCATENATED MODULE: ./lib/operations/talk.js
/** A driver's talk with people: what the process asks is announced, what they say is heard, and how it ended is told. */










/** By which rules a breakpoint is decided that opens now. */
function rulesOf({ rules }) {
    return (request) => {
        try {
            return { policy: recordOf(policy_policyOf(rules, optionsOf(request.def))) };
        }
        catch (error) {
            const { name, message } = error;
            return { error: { name, message } };
        }
    };
}
/** How often the status comment is brought up to date while a run is driven, at most. */
const MIDWAY_MS = 60_000;
class Talk {
    /** What could not be said or heard; the job that they happen in fails, and the next one tries again. */
    troubles = [];
    #thread;
    /** What GitHub said of comments, by message id. */
    #facts = new Map();
    #aftermath = [];
    /** One thing at a time: GitHub asks for that, and so do our notes. */
    #turn = Promise.resolve();
    #isBehind = false;
    /** Seq of the last event that the status comment tells of. */
    #told = 0;
    #later = () => { };
    constructor(options, seat) {
        this.#thread = new Thread(options, seat);
    }
    /** From now on, while the drive takes its time, people see how far it is. */
    open() {
        const { seat } = this.#thread;
        this.#later = seat.after(MIDWAY_MS, () => {
            this.open();
            const { state, comments } = this.#thread;
            if (comments.status?.commentId === undefined || this.#told === state.head.seq)
                return;
            void this.#next('what has happened could not be told', async () => {
                if (!seat.isSaved())
                    await seat.saved();
                await this.#closeAll();
                await this.#status('running');
            });
        });
    }
    /** Nothing is told by itself any more. */
    close() {
        this.#later();
    }
    /** Announces a breakpoint, or reminds of it. Never answers: a comment does, in its time. */
    ask = (effect) => {
        const thread = this.#thread;
        thread.define(effect.effectId, effect.def);
        return this.#next(`the breakpoint ${effect.label} could not be announced`, async () => {
            const { effects } = thread.state;
            const state = effects.get(effect.effectId);
            if (state === undefined || state.status !== 'requested')
                return;
            await announce(thread, state);
            await remind(thread, state);
        });
    };
    /**
     * Asks GitHub about the comments that these messages name. Gives back the messages whose comments it could not be
     * asked about: they stay in the mailbox (M5).
     */
    async look(mail) {
        const unanswered = [];
        // A comment that an earlier driver made and did not note is found before it is decided about.
        await this.#turn;
        for (const one of mail) {
            const { message } = one;
            if (message.kind !== 'decide')
                continue;
            try {
                const facts = await ask(this.#thread, message);
                this.#facts.set(message.id, facts);
                this.#aftermath.push(...outdated(this.#thread.state, message, facts));
            }
            catch (error) {
                unanswered.push(one);
                this.#trouble(`comment ${message.commentId} could not be judged and stays in the mailbox`, error);
            }
        }
        return unanswered;
    }
    decide(message, driver) {
        const facts = this.#facts.get(message.id);
        if (facts === undefined)
            return { messageId: message.id, done: false, text: 'the comment was not read' };
        const { done, text, aftermath } = decide(this.#thread, driver, message, facts);
        this.#aftermath.push(...aftermath);
        return { messageId: message.id, done, text };
    }
    /** Says what came of the decisions that the store holds by now; what cannot be said keeps nothing else back. */
    async tell() {
        const all = this.#aftermath.splice(0);
        await Promise.all(all.map((one) => this.#next('an answer could not be given', () => this.#tell(one))));
    }
    async #tell(one) {
        const thread = this.#thread;
        const { port } = thread.options;
        if (one.kind === 'reply') {
            await port.createComment(one.issue, replyComment(one.reply, { to: one.to, run: thread.state.runId }));
        }
        else if (one.kind === 'stranger') {
            const { id, nodeId, url } = one.post;
            await (url.includes('#issuecomment-')
                ? port.react(id, 'confused')
                : port.reactToNode(nodeId, 'confused'));
        }
        else {
            const effect = thread.state.effects.get(one.effectId);
            if (effect?.status !== 'requested')
                await this.#closeAll();
            else if (one.kind === 'restore')
                await announce_restore(thread, effect);
            else
                await show(thread, effect, one.head);
        }
    }
    /** What the index of runs says of the talk. */
    index() {
        const thread = this.#thread;
        const { comments, state, home } = thread;
        const issue = comments.issue?.number ?? home?.number;
        const waiting = [...state.pending.values()].filter(({ request }) => request.kind === 'breakpoint');
        const reminders = waiting
            .map(({ effectId }) => remindAt(thread, effectId))
            .filter((at) => at !== undefined);
        const [first] = reminders.sort((a, b) => a - b);
        const lookAt = this.#isBehind ? thread.seat.now() : first;
        return {
            ...(issue === undefined ? {} : { issue }),
            waitingOn: waiting.flatMap(({ effectId }) => {
                const there = comments.breakpoints[effectId]?.issue ?? issue;
                return there === undefined ? [] : [{ issue: there, ref: thread.refOf(effectId) }];
            }),
            lookAt: lookAt === undefined ? '' : new Date(lookAt).toISOString(),
        };
    }
    /**
     * Before the last save of a run that goes on later: what has ended is told, and a status comment is begun where there
     * is none. What is noted of them belongs into that save.
     */
    pause(status) {
        return this.#next('what has happened could not be told', async () => {
            const { comments, home, seat } = this.#thread;
            const hasPlace = comments.issue !== undefined || home !== undefined;
            const isNew = hasPlace && comments.status?.commentId === undefined;
            if (!isNew && this.#toClose().length === 0)
                return;
            if (!seat.isSaved())
                await seat.saved();
            await this.#closeAll();
            if (isNew)
                await this.#status(status);
        });
    }
    /** After the last save: the store holds what is told. */
    end(status) {
        return this.#next('how the run stands could not be told', async () => {
            const { comments, state } = this.#thread;
            if (state.terminal !== undefined)
                await this.#closeAll();
            if (comments.status?.commentId !== undefined && this.#told !== state.head.seq)
                await this.#status(status);
        });
    }
    #toClose() {
        const thread = this.#thread;
        return announcedOf(thread).filter(({ effect, announced }) => announced.closed !== true && thread.closedOf(effect) !== undefined);
    }
    async #closeAll() {
        const thread = this.#thread;
        for (const { effect } of this.#toClose()) {
            await announce_close(thread, effect);
            if (thread.state.terminal === undefined)
                thread.noteBreakpoint(effect.effectId, { closed: true });
        }
    }
    /** A view, nothing more: where it cannot be shown (no permission, say), the run goes on. */
    async #status(status) {
        try {
            await this.#showStatus(status);
        }
        catch (error) {
            this.#thread.seat.warn(`The status comment could not be written: ${talk_textOf(error)}`);
        }
    }
    async #showStatus(status) {
        const thread = this.#thread;
        const { seat, state } = thread;
        this.#told = state.head.seq;
        const { number } = await whereOf(thread);
        const { status: before } = thread.comments;
        if (before === undefined) {
            thread.note({ status: {} });
            await seat.saved();
        }
        const body = statusComment(statusFacts(thread, status));
        if (before?.commentId !== undefined) {
            await edit(thread, { commentId: before.commentId }, body);
            return;
        }
        // Where the note of it is lost, an earlier job may have made it.
        const place = { isOld: before !== undefined || thread.since > 1, since: state.createdAt };
        const { id: commentId, url } = await commentOnce(thread, number, body, place, (text) => {
            const marker = (0,markers/* readMarker */.t7)(text);
            return marker?.kind === 'status' && marker.run === state.runId;
        });
        thread.note({ status: { commentId, url } });
    }
    #next(what, work) {
        const done = this.#turn.then(work).catch((error) => this.#trouble(what, error));
        this.#turn = done;
        return done.then(() => undefined);
    }
    #trouble(what, error) {
        this.#isBehind = true;
        this.troubles.push(`${what}: ${talk_textOf(error)}`);
    }
}
function talk_textOf(error) {
    const text = error instanceof Error ? error.message : String(error);
    return error instanceof github_port/* GitHubRefusal */.ke && [403, 404].includes(error.status)
        ? `${text} (the job needs \`permissions: issues: write\`, on a pull request \`pull-requests: write\`)`
        : text;
}

// EXTERNAL MODULE: ./lib/action/event.js
var action_event = __webpack_require__(94504);
// EXTERNAL MODULE: ./lib/action/intent.js
var action_intent = __webpack_require__(54764);
;// CONCATENATED MODULE: ./lib/executors/index.js

const AGENT_KINDS = new Set(['agent', 'skill', 'orchestrator_task']);
const shell = {
    run: async (effect, world) => (await Promise.all(/* import() */[__webpack_require__.e(447), __webpack_require__.e(350)]).then(__webpack_require__.bind(__webpack_require__, 77350))).shell.run(effect, world),
};
const node = { run: async (effect, world) => (await Promise.all(/* import() */[__webpack_require__.e(447), __webpack_require__.e(370)]).then(__webpack_require__.bind(__webpack_require__, 41370))).node.run(effect, world) };
const agent = {
    run: async (effect, world) => (await Promise.all(/* import() */[__webpack_require__.e(447), __webpack_require__.e(309)]).then(__webpack_require__.bind(__webpack_require__, 7309))).agent.run(effect, world),
};
/**
 * The executor of an effect, or undefined when nobody here may run it and it stays pending for others: unknown
 * kinds, `external: true` (in the definition or its kind), agent work without an agent command, and a `node`
 * task without `node` (such ones only hold instructions for a person or an agent).
 */
function executorFor(effect, world) {
    const { kind, def } = effect;
    const own = (0,definition/* asObject */.eB)(def[kind]);
    if (def.external === true || own?.external === true)
        return undefined;
    if (kind === 'shell')
        return shell;
    if (kind === 'node')
        return def.node === undefined ? undefined : node;
    if (AGENT_KINDS.has(kind))
        return (world.agentCommand ?? '').trim() === '' ? undefined : agent;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/operations/performer.js
/** Carries effects out with the executors of this machine. */

/** `agentCommand` undefined: agent work stays pending for others. */
function localPerformer(agentCommand) {
    return {
        can: (effect) => executorFor(effect, { agentCommand }) !== undefined,
        async perform(effect, world) {
            const executor = executorFor(effect, { agentCommand });
            if (executor === undefined)
                throw new Error(`Nothing here runs effects of the kind ${effect.kind}`);
            return executor.run(effect, world);
        },
    };
}

// EXTERNAL MODULE: ./lib/action/inputs.js
var action_inputs = __webpack_require__(11059);
;// CONCATENATED MODULE: ./lib/action/world.js
/** The driver's world and limits in a job, from the action inputs. */



function actionWorld(inputs, workspace, env, report) {
    const agentCommand = inputs['agent-command'].trim() === '' ? undefined : inputs['agent-command'];
    return {
        clock: systemClock,
        workspace,
        env,
        agentCommand,
        performer: localPerformer(agentCommand),
        ask: undefined,
        report,
        secrets: secretsOf(inputs),
    };
}
/** Values that must not reach the journal, a comment or a message. */
function secretsOf(inputs) {
    return [inputs.token, ...(0,action_inputs/* keyLines */.rg)(inputs), ...inputs.redact];
}
function actionLimits(inputs) {
    return {
        ...DEFAULT_LIMITS,
        maxParallel: inputs['max-parallel'],
        taskTimeoutMs: inputs['task-timeout'],
        breakpointTimeoutMs: inputs['breakpoint-timeout'],
        graceMs: inputs['cancel-grace'],
        cancelGraceMs: inputs['cancel-grace'],
        waitInJobMs: inputs['wait-in-job'],
        maxIterations: inputs['max-iterations'],
    };
}

;// CONCATENATED MODULE: ./lib/action/talk.js
/** How a run that is driven in this job talks with people, and what the step's outputs say of it. */









function talkOptions({ event, inputs, github, store }, heard) {
    const number = (0,action_intent/* issueNumber */.Pp)(inputs.issue, event.payload);
    const isOfEvent = number !== undefined && number === (0,action_intent/* issueNumber */.Pp)('', event.payload);
    return {
        port: github,
        rules: {
            approvers: inputs.approvers,
            minimum: inputs['minimum-approvals'],
            quorum: inputs.quorum,
            allowSelf: inputs['allow-self-approval'],
            requireHead: inputs['require-head'],
        },
        issue: number === undefined
            ? undefined
            : { number, isPull: isOfEvent ? (0,action_intent/* isPullEvent */.OH)(event.payload) : undefined },
        remindAfterMs: inputs['remind-after'],
        runsOn: async (issue, commentId) => heard?.commentId === commentId ? heard.runs : ((await store.on?.(issue)) ?? []),
        redact: (0,lib_redact/* redactor */.$p)(secretsOf(inputs)),
        place: {
            workspace: event.workspace,
            repositoryUrl: `${event.serverUrl}/${event.repository}`,
            commit: (0,action_event/* workspaceCommit */.ph)(event),
        },
        links: [{ text: 'job', url: (0,action_event/* jobUrl */.Ne)(event, inputs['job-id']) }],
        warnings: [],
    };
}
/** A run was ended here without being driven: its comments say so. */
async function tellEnd(job, run) {
    const { state } = run.load({ damaged: true });
    if (state.terminal === undefined)
        return;
    const talk = new Talk(talkOptions(job), seatOf(run));
    await talk.end(state.terminal.status);
    for (const trouble of talk.troubles)
        job.io.warning(trouble);
}
/** For looking and telling, not for writing. */
function seatOf(run) {
    const { state } = run.load({ damaged: true });
    return {
        runDir: run.runDir,
        journal: { state, append: () => [] },
        events: () => run.events(),
        saved: () => Promise.resolve(),
        isSaved: () => true,
        soon: () => { },
        now: () => Date.now(),
        after: () => () => { },
        warn: () => { },
    };
}
/** `issue-url`, `breakpoint-url`, `decision`, and `pending` with the references that people know. */
function talkOutputs(job, run, { pending, already }) {
    const { state } = run.load({ damaged: true });
    const { issue, breakpoints } = readComments(run.runDir);
    const ofBreakpoints = Object.keys(breakpoints)
        .map((effectId) => state.effects.get(effectId))
        .filter((effect) => effect !== undefined);
    const open = ofBreakpoints.find(({ status }) => status === 'requested' && state.terminal === undefined);
    const thread = new Thread(talkOptions(job), seatOf(run));
    const refs = pending.length === 0 ? undefined : refsOf(state);
    const titleOf = (effectId, title) => {
        const effect = state.effects.get(effectId);
        return effect?.request.kind === 'breakpoint' ? thread.titleOf(effect) : title;
    };
    const outputs = {
        pending: JSON.stringify(pending.map(({ effectId, ...rest }) => ({
            effectId,
            ref: refs?.get(effectId),
            ...rest,
            title: titleOf(effectId, rest.title),
            url: breakpoints[effectId]?.url,
        }))),
        'issue-url': issue?.url ?? '',
        'breakpoint-url': open === undefined ? '' : (breakpoints[open.effectId]?.url ?? ''),
    };
    const decision = lastDecision(thread);
    if (decision === undefined)
        return outputs;
    // Whoever runs a workflow run again asks for its jobs, not for another deployment on the old approval.
    const isOld = already && job.event.workflowAttempt > 1 && decision.approved;
    if (isOld)
        job.io.notice(`Run ${run.runId} was decided in an earlier workflow attempt: \`decision\` does not approve again. Dispatch \`command: resume\` with its \`run-id\` to act on it once more`);
    return { ...outputs, decision: JSON.stringify(isOld ? UNDECIDED : decision) };
}

;// CONCATENATED MODULE: ./lib/action/conclude.js
/** How a run stands after this job: notices, outputs, summary, and whether the job is red. */





/** Which failed runs may be reopened, and how, is contract §1. */
function howToRetry({ status, terminal }) {
    if (status !== 'failed' || terminal === undefined || terminal.sealed)
        return '';
    const how = 'comment `/retry`, or dispatch `command: resume` with its `run-id`';
    return terminal.effectId !== undefined || terminal.timedOut
        ? `\nTo try again from there: ${how}.`
        : `\nThe process itself threw. Once its code is mended: ${how}, and set \`on-code-change: upgrade\`.`;
}
/** M6: said once, by the job that starts a run, and whenever a run waits for time. */
async function scheduleWarning({ event }, { status, pending, runId }, isNew) {
    const waitsForTime = pending.some(({ wakeAt }) => wakeAt !== undefined);
    if (status !== 'waiting' || event.workflow === '' || !(isNew || waitsForTime))
        return [];
    if ((await hasSchedule(event)) !== false)
        return [];
    const what = waitsForTime
        ? 'nothing will wake it when its time has come'
        : 'a job that dies with it is noticed by nobody';
    return [
        `${event.workflow} has no \`schedule:\`, and run ${runId} waits: ${what}. Give the workflow one, such as \`schedule: [{ cron: '*/15 * * * *' }]\``,
    ];
}
/** Whether a run that stands so makes the job red; a seal is somebody's wish. An error of the engine always does. */
const isRed = ({ status, terminal }, failOn) => failOn.includes(status) && terminal?.sealed !== true;
/** Where things of the run are. */
function placeOutputs({ event }, run) {
    const { state } = run.load({ damaged: true });
    return {
        commit: state.workspaceCommit ?? event.sha,
        'final-path': state.terminal === undefined ? '' : external_node_path_.join(run.runDir, 'final.json'),
        'progress-path': external_node_path_.join(run.runDir, 'progress.ndjson'),
    };
}
/** What people could not be told or asked: the run is as it is, and the next event or sweep tries again. */
const troubleOf = ({ runId, troubles }) => troubles.length === 0 ? undefined : `Run ${runId} is saved, but: ${troubles.join('; ')}`;
/** Why the job is red: the run's own failure first, then what people could not be told. Undefined: it is green. */
function failureOf(result, failOn, error) {
    const { runId, status } = result;
    const own = isRed(result, failOn)
        ? `Run ${runId} ${status}${error === '' ? '' : `: ${error}`}${howToRetry(result)}`
        : undefined;
    const all = [own, troubleOf(result)].filter((text) => text !== undefined);
    return all.length === 0 ? undefined : all.join('\n');
}
/** Says how the run stands: notices, outputs, summary, and whether the job is red. */
async function conclude(job, run, result, said = []) {
    const { io, inputs } = job;
    for (const receipt of result.receipts)
        if (!receipt.done)
            io.notice(`A message was refused: ${receipt.text}`);
    if (result.already)
        io.notice(`Run ${run.runId} is ${result.status}: nothing is left to do`);
    const { outputs, warnings } = (0,action_outputs/* outputsOf */.Yz)(result, {
        ...placeOutputs(job, run),
        ...talkOutputs(job, run, result),
    });
    const all = [...said, ...warnings];
    for (const warning of all)
        io.warning(warning);
    const report = await reportSummary(job, run, result, all);
    return {
        outputs: { ...(0,action_outputs/* noOutputs */.Q9)(), ...outputs, 'report-path': report },
        failure: failureOf(result, inputs['fail-on'], outputs.error ?? ''),
    };
}

;// CONCATENATED MODULE: ./lib/operations/carry-on.js
/** Carries a run on for a front door: one that was sealed under its driver's hands has ended like any other. */





/** @throws what driveRun throws, but for a damaged journal and a lost lease where the run has been sealed */
async function carryOn(options) {
    const { run, store } = options;
    try {
        return await driveRun(options);
    }
    catch (error) {
        const { state } = await (0,seal/* sealedDespite */.l7)(run, error);
        // Who sealed it announced it in his own copy of the run; a directory has only one.
        if (store.kind !== 'directory')
            (0,operations_final/* announceEnd */.Jd)({ runDir: run.runDir, state });
        return { ...resultOf(run, state, undefined), already: error instanceof errors/* DamageError */.wc };
    }
}
/** Who halted a run, and why; undefined: it ended otherwise. */
function haltText({ terminal }) {
    if (terminal?.sealed !== true)
        return undefined;
    const by = terminal.actor === undefined ? '' : ` by ${terminal.actor.login}`;
    return `halted${by}${terminal.reason === undefined ? '' : `: ${terminal.reason}`}`;
}

// EXTERNAL MODULE: ./lib/action/hints.js
var hints = __webpack_require__(57110);
// EXTERNAL MODULE: ./lib/action/job.js
var action_job = __webpack_require__(74895);
;// CONCATENATED MODULE: ./lib/action/progress.js
/** What a drive says in the job's log: a group for each effect with its live output, warnings as annotations. */

/** At most so many annotations of a kind count on the platform; the rest would be dropped without a word. */
const progress_ANNOTATIONS = 10;
function logProgress(io) {
    let errors = 0;
    let warnings = 0;
    /** Whose group is open: output of effects that run at once cannot share one. */
    let open;
    const close = () => {
        if (open !== undefined)
            io.endGroup();
        open = undefined;
    };
    const say = (text) => {
        close();
        io.line(text);
    };
    return (event) => {
        switch (event.type) {
            case 'effect-started':
                return say(`▶ ${event.label}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}`);
            case 'output':
                if (open !== event.effectId) {
                    close();
                    io.group(event.label);
                    open = event.effectId;
                }
                return io.line(event.text.replace(/\n$/, ''));
            case 'console':
                return say(event.text.replace(/\n$/, ''));
            case 'log':
                return say(event.label === undefined ? event.message : `${event.label}: ${event.message}`);
            case 'retrying':
                return say(`↻ ${event.label} again in ${(0,duration/* durationText */.S)(event.delayMs)}: ${event.error.name}: ${event.error.message}`);
            case 'settled': {
                const mark = { ok: '✓', error: '✗', cancelled: '⊘' }[event.status];
                say(`${mark} ${event.label} (${(0,duration/* durationText */.S)(event.ms)})${event.text === '' ? '' : `: ${event.text}`}`);
                if (event.status !== 'error')
                    return undefined;
                errors += 1;
                return errors <= progress_ANNOTATIONS ? io.error(`${event.label}: ${event.text}`) : undefined;
            }
            case 'warning':
                warnings += 1;
                return warnings <= progress_ANNOTATIONS ? io.warning(event.message) : say(event.message);
            case 'ended':
                return close();
            case 'started':
            case 'requested':
                return undefined;
        }
    };
}

// EXTERNAL MODULE: ./lib/action/time-limit.js
var time_limit = __webpack_require__(78637);
// EXTERNAL MODULE: ./lib/stores/branch/tree.js
var tree = __webpack_require__(13969);
;// CONCATENATED MODULE: ./lib/operations/run-files.js
/** All files of a run that say something to people: what a store keeps of it, and what its driver said on the way. */




/** Absolute paths; caches, leases and mail are left out. */
function runFilePaths(runDir) {
    const kept = (0,tree/* scanFiles */.Tu)(runDir, '').map(({ path }) => (0,external_node_path_.join)(runDir, path));
    const progress = layout/* paths */.f0.progress(runDir);
    return (0,external_node_fs_.existsSync)(progress) ? [...kept, progress] : kept;
}

// EXTERNAL MODULE: ./lib/action/store.js + 51 modules
var store = __webpack_require__(55223);
;// CONCATENATED MODULE: ./lib/action/upload-run.js
/** `upload-run`: the whole run as one artifact for people, whatever the store. It never decides about the job. */



async function uploadRun({ inputs, env, event, io }, run) {
    if (!inputs['upload-run'])
        return;
    const { artifactClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 17684));
    const { wholeName } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 30391));
    const client = artifactClient((0,store/* runtimeOf */.GV)(env), external_node_path_.join((0,store/* workDirectory */.DI)(event), '.longhaul'));
    const name = wholeName(run.runId);
    const files = runFilePaths(run.runDir);
    let outcome = await client.uploadZip(name, run.runDir, files);
    // The run was ended before in this workflow run, and reopened.
    if (outcome.kind === 'taken' && (await client.remove(name)))
        outcome = await client.uploadZip(name, run.runDir, files);
    if (outcome.kind === 'done')
        io.line(`Run ${run.runId} was uploaded as artifact ${name}`);
    else if (outcome.kind === 'taken')
        io.warning(`Run ${run.runId} was not uploaded: ${name} is in use`);
    else
        io.warning(`Run ${run.runId} was not uploaded: ${outcome.error.message}`);
}

;// CONCATENATED MODULE: ./lib/action/workflow-runs.js
const workflowRunOwner = ({ workflowRunId, workflowAttempt }) => `workflow-run ${workflowRunId}/${workflowAttempt}`;
/** An owner that cannot be asked about counts as alive: its effects are not given away twice. */
function workflowRunsPort(port) {
    return async (owner) => {
        const match = /^workflow-run (\d+)\/(\d+)$/.exec(owner);
        if (match === null)
            return false;
        const [, workflowRunId = '', attempt = ''] = match;
        return (await port.workflowRunState(workflowRunId, Number(attempt))) !== 'dead';
    };
}

;// CONCATENATED MODULE: ./lib/action/trust.js
/**
 * Protocol T1: the code that a run carries runs in a job, with its secrets. Where it is not the workspace's, it must be
 * code that this repository had: the blob of its path at the recorded commit, and that commit in the history of the
 * default branch, of the branch that this job runs on, or of the run's own pull request.
 */






const HINT = 'Check out the code that the run was started with, or resume with `on-code-change: upgrade` to take the workspace’s code after a replay has agreed.';
/**
 * The manifest must not send the process to another file than the recorded one. Where a link led to that and is gone, what
 * it led to is carried, and judged like all carried code. @throws LonghaulError CODE_UNTRUSTED
 */
function refuseOtherCarriedEntry(facts) {
    const { entry, files = [] } = (0,code/* readManifest */.WI)(facts.runDir) ?? {};
    if (entry === undefined)
        return;
    const recorded = (0,code/* realPath */.Ye)(facts.entry);
    const repository = (0,code/* repositoryOf */._M)(recorded, (0,code/* realPath */.Ye)(facts.workspace));
    if (external_node_path_.join(repository, entry) === recorded)
        return;
    if (!(0,external_node_fs_.existsSync)(facts.entry) && files.some((file) => file.path === entry))
        return;
    const named = external_node_path_.relative(facts.workspace, facts.entry);
    throw new errors/* LonghaulError */.BQ('CODE_UNTRUSTED', `Run ${facts.runId} was started for ${named}, and the code that it carries begins at ${entry}`, { hint: HINT });
}
/** Costs nothing while the workspace has the same code. @throws LonghaulError (CODE_UNTRUSTED); the port's errors */
async function refuseUntrustedCode(facts, port) {
    const manifest = (0,code/* readManifest */.WI)(facts.runDir);
    if (manifest === undefined)
        return;
    const repository = (0,code/* repositoryOf */._M)((0,code/* realPath */.Ye)(facts.entry), (0,code/* realPath */.Ye)(facts.workspace));
    const changed = new Set((0,code/* changedFiles */.Y_)(manifest, repository));
    if (changed.size === 0)
        return;
    const files = manifest.files.filter((file) => changed.has(file.path));
    for (const commit of new Set(files.map((file) => commitOf(file, manifest)))) {
        if (commit === '')
            throw trust_refusal(facts, files, 'no commit was recorded for it');
        if (!(await isKnown(facts, commit, port)))
            throw trust_refusal(facts, files, `commit ${commit} is in the history of neither the default branch nor this job’s branch nor the run’s pull request (which takes \`pull-requests: read\` to see)`);
    }
    const sources = new Map((0,code/* readCode */.wr)(facts.runDir, manifest).map(({ path: name, source }) => [name, source]));
    for (const file of files) {
        const commit = commitOf(file, manifest);
        const blob = await port.blobAt(commit, file.path);
        if (blob === undefined || !idsOf(sources.get(file.path) ?? '').includes(blob))
            throw trust_refusal(facts, [file], `it is not what commit ${commit} has there`);
    }
}
/** Of what will run, never of what the manifest says that it is. A check-out may have turned line ends around. */
const idsOf = (source) => [source, source.replaceAll('\r\n', '\n')].map((text) => (0,journal_digest/* gitBlobId */.tK)(Buffer.from(text)));
const commitOf = (file, manifest) => file.commit ?? manifest.commit;
async function isKnown({ sha, issue }, commit, port) {
    if (commit === sha || (sha !== '' && (await port.isAncestor(commit, sha))))
        return true;
    if (await port.isAncestor(commit, await port.defaultBranch()))
        return true;
    const head = issue === undefined ? undefined : await headOf(issue, port);
    return head !== undefined && (commit === head.sha || (await port.isAncestor(commit, head.sha)));
}
/** Nobody's, when the token may not read pull requests. */
async function headOf(pullRequest, port) {
    try {
        return await port.pullRequestHead(pullRequest);
    }
    catch (error) {
        if (error instanceof github_port/* GitHubRefusal */.ke && error.status === 403)
            return undefined;
        throw error;
    }
}
function trust_refusal({ runId }, files, why) {
    const names = files
        .slice(0, 5)
        .map((file) => external_node_path_.posix.normalize(file.path))
        .join(', ');
    const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
    return new errors/* LonghaulError */.BQ('CODE_UNTRUSTED', `Run ${runId} carries code that the workspace does not have (${names}${more}), and ${why}`, { hint: HINT });
}

;// CONCATENATED MODULE: ./lib/action/workspace-checks.js
/** What must hold of the workspace before a run is driven in it (protocol T1, T5). Nothing has been written by then. */







/** T5: commands would run in another commit than before. @throws LonghaulError WORKSPACE_CHANGED */
function checkWorkspace({ inputs, event }, run) {
    const policy = inputs['on-workspace-change'];
    const { workspaceCommit: before, terminal } = run.load({ damaged: true }).state;
    const now = (0,action_event/* workspaceCommit */.ph)(event);
    if (policy === 'ignore' || terminal !== undefined || before === undefined || now === '' || before === now)
        return [];
    const what = `Run ${run.runId} was last driven in commit ${before}; this job has ${now} checked out, and its commands run there`;
    if (policy === 'warn')
        return [what];
    throw new errors/* LonghaulError */.BQ('WORKSPACE_CHANGED', what, {
        hint: `Check out ${before} (output \`commit\` of \`command: status\`), or set \`on-workspace-change: warn\`. Nothing was written.`,
    });
}
/**
 * T1: without `process:` a job executes nothing but the built-in gate. undefined: it may execute this run.
 * `retry`: the run is opened again if it has failed.
 */
function unnamedEntry(job, run, retry) {
    if (job.inputs.process.length > 0 || !isExecuted(run, retry))
        return undefined;
    const { file, exportName } = (0,action_job/* recordedEntry */.Jv)(job, run);
    const isBuiltIn = file === external_node_path_.resolve(job.event.workspace, GATE_ENTRY) && exportName === code/* DEFAULT_EXPORT */.D9;
    if (isBuiltIn && isGate(run.runDir))
        return undefined;
    const entry = external_node_path_.relative(job.event.workspace, file);
    return new errors/* LonghaulError */.BQ('ENTRY_UNNAMED', `Run ${run.runId} was started for ${entry}, and this step names no process: it does not execute it`, {
        hint: `If that is a process of this workflow, set \`process: ${entry}\` in the \`with:\` of the step.`,
    });
}
/** T1, before any code of a run is loaded. @throws LonghaulError CODE_UNTRUSTED; the port's errors */
async function refuseForeignCode(job, run, retry) {
    const policy = job.inputs['on-code-change'];
    if (policy === 'upgrade' || !isExecuted(run, retry) || isGate(run.runDir))
        return;
    const issue = run.load({ damaged: true }).state.created?.origin?.issue;
    const facts = {
        runId: run.runId,
        runDir: run.runDir,
        entry: (0,action_job/* recordedEntry */.Jv)(job, run).file,
        workspace: job.event.workspace,
        sha: job.event.sha,
        issue: typeof issue === 'number' ? issue : undefined,
    };
    refuseOtherCarriedEntry(facts);
    if (policy === 'pin')
        await refuseUntrustedCode(facts, job.github);
}
/** Of a run that has ended no code is loaded, unless it is opened again. */
function isExecuted(run, retry) {
    const { terminal } = run.load({ damaged: true }).state;
    return terminal === undefined || (retry && terminal.status === 'failed' && terminal.sealed !== true);
}

;// CONCATENATED MODULE: ./lib/action/drive.js
/** Drives a run in this job, and tells how it stands: persist, then announce. */




















/** @throws LonghaulError for a fault that makes the job red; every other one is in the verdict */
async function drive_drive(job, request) {
    const { run, retry = false, delivered, isNew = false, heard } = request;
    const { event, inputs, env, io, store, owner, shutdown, cancel, drain } = job;
    const unnamed = unnamedEntry(job, run, retry);
    if (unnamed !== undefined) {
        if (delivered === undefined)
            throw unnamed;
        // The message lies in the store: whoever executes the run, a sweep at the latest, acts on it.
        const why = `${delivered} it is acted on by a job that names the process. ${unnamed.message}. ${unnamed.hint}`;
        return conclude(job, run, resultOf(run, run.load().state, undefined), [why]);
    }
    const warnings = [...checkWorkspace(job, run)];
    await refuseForeignCode(job, run, retry);
    io.unsaved(run.runId, true);
    const talk = { ...talkOptions(job, heard), warnings };
    const continuation = new time_limit/* Continuation */.Y(job);
    let result;
    try {
        result = await carryOn({
            store,
            run,
            owner,
            world: { ...actionWorld(inputs, event.workspace, env, logProgress(io)), rulesOf: rulesOf(talk) },
            talk: (seat) => new Talk(talk, seat),
            limits: actionLimits(inputs),
            onCodeChange: isGate(run.runDir) ? 'pin' : inputs['on-code-change'],
            execute: true,
            save: inputs.save,
            shutdown,
            cancel,
            drain,
            drained: (state) => continuation.event(state),
            workspaceCommit: (0,action_event/* workspaceCommit */.ph)(event),
            claim: { owner: workflowRunOwner(event), isAlive: workflowRunsPort(job.github) },
            vet: (child) => refuseForeignCode(job, child, false),
            actor: (0,action_job/* actorOf */.dn)(event),
            ...(retry ? { retry: { by: (0,action_job/* actorOf */.dn)(event) } } : {}),
        });
    }
    catch (error) {
        if (error instanceof errors/* LeaseHeldError */._i) {
            io.unsaved(run.runId, false);
            io.notice(delivered === undefined ? error.message : `${delivered} ${error.owner} will act on it`);
            return conclude(job, run, { ...resultOf(run, run.load().state, undefined), status: 'running' }, warnings);
        }
        return fault(job, run, error);
    }
    io.unsaved(run.runId, false);
    const waiting = await wake(job, result);
    if (result.stopped === 'time-limit') {
        const problem = await continuation.dispatch(run.runId);
        if (problem === undefined)
            io.notice(`Run ${run.runId} reached the time limit: its continuation is dispatched`);
        else
            warnings.push(problem);
    }
    warnings.push(...(await scheduleWarning(job, result, isNew)));
    const halt = haltText(result);
    if (halt !== undefined && !result.already)
        io.notice(`Run ${run.runId} was ${halt}`);
    if (result.terminal !== undefined && !result.already)
        await uploadRun(job, run);
    const verdict = await conclude(job, run, result, warnings);
    await carryParentOn(job, waiting, run.runId);
    return verdict;
}
/** First of what follows an end: if this job dies, the run that waits for this one goes on elsewhere. */
async function wake({ io, store }, { parent, terminal, runId }) {
    try {
        return await (0,family/* wakeParent */.FW)(store, parent, terminal);
    }
    catch (error) {
        io.warning(`The run that waits for ${runId} could not be woken: ${error.message}`);
        return undefined;
    }
}
/** The run that waited for this one goes on here, unless somebody else drives it. What becomes of it is its own affair. */
async function carryParentOn(job, waiting, runId) {
    const { io, shutdown, cancel, drain } = job;
    if (waiting === undefined || shutdown.aborted || cancel.aborted || drain.aborted)
        return;
    try {
        const run = await (0,action_job/* openOurs */.k6)(job, waiting.runId);
        if (run === undefined)
            return;
        const { failure } = await drive_drive(job, { run });
        io.notice(failure ?? `Run ${run.runId}, which waited for ${runId}, went on`);
    }
    catch (error) {
        io.warning(`The run that waits for ${runId} could not be carried on: ${error.message}`);
    }
}
/** It ended with an error of the engine or of a store: red, with the first error as `error`. */
async function fault(job, run, error) {
    const isUnsaved = error instanceof operations_final/* NotSavedError */.Fm;
    const primary = isUnsaved && error.primary !== undefined
        ? error.primary
        : { name: nameOf(error), message: error.message };
    // What was not saved is tried once more by the post step.
    if (!isUnsaved && !job.shutdown.aborted)
        job.io.unsaved(run.runId, hasUnsaved(error));
    const { state } = run.load({ damaged: true });
    const result = { ...resultOf(run, state, undefined), error: primary };
    const status = isUnsaved ? 'running' : result.status;
    const { outputs } = (0,action_outputs/* outputsOf */.Yz)({ ...result, status, output: undefined }, placeOutputs(job, run));
    await reportSummary(job, run, { ...result, status }, [error.message]);
    const where = isUnsaved ? `\nThe run lies in ${run.runDir}; the post step tries to save it once more.` : '';
    return { outputs, failure: `${(0,hints/* sayInJob */.u)(error)}${where}`, isFault: true };
}
const nameOf = (error) => error instanceof errors/* LonghaulError */.BQ ? error.code : error.name;
/** A save that failed has left steps behind on this disk; what is no error of ours may have. */
const hasUnsaved = (error) => !(error instanceof errors/* LonghaulError */.BQ) || error.endedSave;

;// CONCATENATED MODULE: ./lib/action/message.js
/** A dispatched command as a message: dropped first, so that it arrives whoever drives the run. */





/** What is so already is green, with a notice; undefined: it is to be done. @throws RunEndedError */
function alreadySo({ inputs }, state, command) {
    const { terminal } = state;
    if (command === 'cancel' && terminal?.status === 'canceled')
        return `Run ${state.runId} is canceled already`;
    const effect = command === 'cancel' ? effectCalled(state, inputs['effect-id']) : undefined;
    if (effect?.status === 'cancelled')
        return `Effect ${effect.effectId} is cancelled already`;
    if (terminal !== undefined)
        throw new errors/* RunEndedError */.yu(state.runId, (0,journal_state/* statusOf */.c2)(state), `\`${command}\``);
    return undefined;
}
/** M1: by workflow run, job, step and matrix index, without the workflow attempt. */
const messageId = ({ event, inputs }, command) => (0,action_event/* hashedId */.hK)([event.workflowRunId, event.job, event.step, inputs['job-index'], command], 128);
const sourceOf = (event) => `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`;
/** A result is known by effect and attempt, whoever brings it. @throws UsageError, LonghaulError, RunEndedError */
function messageOf(job, state, command) {
    const { event, inputs } = job;
    const base = {
        id: messageId(job, command),
        attempt: state.attempt,
        at: new Date().toISOString(),
        actor: (0,action_job/* actorOf */.dn)(event),
        source: sourceOf(event),
    };
    switch (command) {
        case 'signal':
            if (inputs.signal === '')
                throw new errors/* UsageError */.eb('`signal` needs the name of a signal', { hint: 'Set the input `signal`.' });
            return { ...base, kind: 'signal', name: inputs.signal, value: valueFrom(inputs.value) };
        case 'cancel': {
            const reason = inputs.reason || `cancelled by ${event.actor}`;
            if (inputs['effect-id'] === '')
                return { ...base, kind: 'cancel', reason };
            return { ...base, kind: 'cancel', effectId: pending(state, inputs['effect-id']).effectId, reason };
        }
        case 'result': {
            const effect = pending(state, inputs['effect-id']);
            if (effect.request.kind === 'breakpoint') {
                throw new errors/* LonghaulError */.BQ('BREAKPOINT_RESULT', `${effect.request.label} is a breakpoint: only a person decides it, by a comment`);
            }
            const attempt = Math.max(1, (0,journal_state/* attemptOf */.tx)(effect));
            const error = {
                name: 'Error',
                message: inputs.reason || 'the result was reported as failed',
            };
            const outcome = inputs['final-status'] === 'failed'
                ? { status: 'error', error }
                : { status: 'ok', value: valueFrom(inputs.value) };
            return {
                ...base,
                id: `${effect.effectId}-${attempt}`,
                kind: 'result',
                effectId: effect.effectId,
                effectAttempt: attempt,
                outcome,
            };
        }
    }
}
function pending(state, named) {
    if (named === '')
        throw new errors/* UsageError */.eb('`effect-id` is missing', {
            hint: 'Take it from the output `pending` or from the summary.',
        });
    const effect = effectCalled(state, named);
    if (effect === undefined)
        throw new errors/* LonghaulError */.BQ('EFFECT_NOT_FOUND', `Effect ${named} was not found in run ${state.runId}`);
    if (effect.status !== 'requested')
        throw new errors/* LonghaulError */.BQ('EFFECT_SETTLED', `Effect ${named} is already settled; nothing was written`);
    return effect;
}
/** JSON, else the text itself. */
function valueFrom(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/action/nothing.js
/** Verdicts of a job that has nothing to do: green, and a notice says why. */



function nothing({ io }, why) {
    io.notice(why);
    return { outputs: (0,action_outputs/* noOutputs */.Q9)(), failure: undefined };
}
/** The answer where the run belongs to another workflow file. */
const notOurs = (job, runId) => nothing(job, `Run ${runId} belongs to another workflow file: nothing was done`);
/** What a job of a pull request cannot do because its token may not write; undefined: it can, or need not write. */
function cannotWrite({ name, payload, actor }, intent) {
    const what = written(intent);
    if (what === undefined)
        return undefined;
    const isDependabot = name === 'pull_request' && ((0,action_job/* senderOf */.VO)(payload)?.login ?? actor) === 'dependabot[bot]';
    const whose = (0,action_intent/* isForkEvent */.$c)(payload) ? 'comes from a fork' : isDependabot ? 'is Dependabot’s' : undefined;
    if (whose === undefined)
        return undefined;
    return `This pull request ${whose}: its token may not write, so ${what}. A person with write permission can do it by workflow_dispatch.`;
}
function written(intent) {
    switch (intent.type) {
        case 'start':
            return 'no run is started';
        case 'start-or-resume':
        case 'resume':
            return `run ${intent.runId} is neither started nor carried on`;
        case 'command':
            return intent.command === 'status' ? undefined : `\`${intent.command}\` is not done`;
        case 'sweep':
            return 'nothing is swept';
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/action/command.js
/** Commands that name a run: status, and those that are a message to whoever drives it. */













/** @throws RunNotFoundError, RunEndedError, LonghaulError: red, and nothing was written */
async function command(job, intent) {
    const { io } = job;
    const run = await (0,action_job/* openOurs */.k6)(job, intent.runId);
    if (run === undefined)
        return notOurs(job, intent.runId);
    if (intent.command === 'status')
        return asItIs(job, run);
    if (intent.command === 'halt')
        return halt(job, run, dispatchedHalt(job));
    const { state } = run.load();
    const settled = alreadySo(job, state, intent.command);
    if (settled !== undefined) {
        io.notice(settled);
        // What a killed job left undone after an end is done by whoever looks at the run again.
        return state.terminal === undefined ? asItIs(job, run) : drive_drive(job, { run });
    }
    // A message lies in the store before anybody records it.
    const message = (0,lib_redact/* redactValue */.FI)(messageOf(job, state, intent.command), (0,lib_redact/* redactor */.$p)(secretsOf(job.inputs)));
    await run.mailbox.deliver(message);
    return drive_drive(job, { run, delivered: 'Delivered:' });
}
function asItIs(job, run) {
    const { state } = run.load({ damaged: true });
    return conclude(job, run, {
        ...resultOf(run, state, undefined),
        pending: state.terminal === undefined ? pendingEffects(state, asRecorded(run.runDir)) : [],
    });
}
function dispatchedHalt(job) {
    const { inputs, event } = job;
    return {
        actor: (0,action_job/* actorOf */.dn)(event),
        messageId: messageId(job, 'halt'),
        source: sourceOf(event),
        finalStatus: inputs['final-status'],
        reason: inputs.reason || 'manual_halt',
    };
}
/**
 * Seals without loading any code of the run. A live driver gets the message, and 30 s to seal it itself (M9). Of a run
 * that is sealed so already, what a killed job left undone is done.
 * @throws RunEndedError: nothing was written
 */
async function halt(job, run, by) {
    const { owner, event, store, io } = job;
    let done;
    io.unsaved(run.runId, true);
    try {
        const redact = (0,lib_redact/* redactor */.$p)(secretsOf(job.inputs));
        done = await haltRun({ store, run, owner, workspace: event.workspace, redact, ...by });
    }
    catch (error) {
        if (!(error instanceof errors/* RunEndedError */.yu))
            return fault(job, run, error);
        io.unsaved(run.runId, false);
        throw error;
    }
    io.unsaved(run.runId, false);
    if (done.unchanged)
        io.notice(`Run ${run.runId} is sealed already (${done.reason})`);
    const result = resultOf(run, run.load({ damaged: true }).state, undefined);
    const waiting = await wake(job, result);
    await tellEnd(job, run);
    for (const runId of done.children ?? [])
        await tellEnd(job, await store.open(runId));
    await uploadRun(job, run);
    const verdict = await conclude(job, run, result);
    await carryParentOn(job, waiting, run.runId);
    return verdict;
}

;// CONCATENATED MODULE: ./lib/action/said.js
/** A comment or review that speaks to us: what is known of it, how it is answered, and what its author may ask for. */



const said_ENDED = new Set(['completed', 'failed', 'canceled', 'halted']);
/** Said when somebody else drives the run. */
const DELIVERED = 'Delivered:';
function saidIn(intent) {
    const { text } = intent;
    return intent.type === 'comment'
        ? { id: String(intent.commentId), issue: intent.issue, text }
        : { id: String(intent.reviewId), issue: intent.pullRequest, text, nodeId: intent.nodeId };
}
/** Best effort: who may not react may still be heard. */
async function react({ github, io }, { id, nodeId }, reaction) {
    try {
        await (nodeId === undefined ? github.react(id, reaction) : github.reactToNode(nodeId, reaction));
    }
    catch (error) {
        io.warning(`The comment got no reaction: ${error.message}`);
    }
}
async function reply(job, { issue, id }, answer, run) {
    await job.github.createComment(issue, replyComment(answer, { to: id, ...(run === undefined ? {} : { run }) }));
    return nothing(job, `Answered: ${answer.code}`);
}
const said_messageId = ({ id, nodeId }) => `${nodeId === undefined ? 'comment' : 'review'}-${id}`;
const isOpen = ({ status: now }) => !said_ENDED.has(now);
/**
 * Reads the comment again and asks for its author's permission now; does it when both hold. People without any role
 * get a reaction only, bots nothing.
 */
async function ifMay(job, said, level, act) {
    const { github, event } = job;
    if (event.workflowAttempt > 1)
        return nothing(job, 'This is a re-run: comment again');
    const post = said.nodeId === undefined ? await github.comment(said.id) : await github.review(said.issue, said.id);
    const { author } = post ?? {};
    if (post === undefined || author === undefined || author.isBot)
        return nothing(job, 'Nobody is to be answered');
    const [role, [history]] = await Promise.all([github.role(author.login), github.histories([post.nodeId])]);
    if (rankOf(role) < rankOf('read')) {
        await react(job, said, 'confused');
        return nothing(job, `@${author.login} has no role in this repository`);
    }
    if (history === undefined || history.isEdited)
        return reply(job, said, { code: 'edited' });
    if (rankOf(role) < rankOf(level))
        return reply(job, said, { code: 'no-permission', needs: level, has: role });
    return act(post);
}

;// CONCATENATED MODULE: ./lib/action/meant.js


/** undefined: no run reports there. What `/cancel` names, the index does not know. */
function meant(command, runs) {
    if (isDecision(command))
        return command.ref === undefined ? whoWaits(runs) : whoHas(runs, command.ref);
    if (command.verb === 'help')
        return answerOf({ code: 'help' }, runs);
    const { verb, word = '', text } = command;
    const named = runs.find(({ runId }) => runId === word);
    if (named !== undefined)
        return { run: named, reason: text.slice(word.length).trim() };
    const [only, ...others] = runs;
    if (only === undefined)
        return undefined;
    if (others.length === 0)
        return { run: only, reason: text };
    return answerOf({ code: 'which-run', verb, runs: runs.map(({ runId }) => runId) }, runs);
}
/** The first of the runs that are still open, else of all. */
function speakerOf(runs) {
    const open = runs.filter(isOpen);
    return [...(open.length > 0 ? open : runs)].sort((a, b) => (a.runId < b.runId ? -1 : 1))[0];
}
function answerOf(answer, runs) {
    const by = speakerOf(runs);
    return by && { answer, by };
}
/** Without a reference: the run that waits here, when there is one. */
function whoWaits(runs) {
    const waiting = runs.filter(({ refs }) => refs.length > 0);
    if (waiting.length > 1)
        return answerOf({ code: 'which-breakpoint', open: meant_openRefs(waiting) }, waiting);
    // None is open by now: the one run that reports here knows whether one was when the comment was written.
    const candidates = waiting.length === 1 ? waiting : runs.filter(isOpen);
    const [run, ...others] = candidates;
    return run !== undefined && others.length === 0
        ? { run, reason: '' }
        : answerOf({ code: 'no-breakpoint' }, runs);
}
function whoHas(runs, ref) {
    const has = runs.find(({ refs }) => refs.includes(ref));
    if (has !== undefined)
        return { run: has, reason: '' };
    const open = runs.filter(isOpen);
    const [only, ...others] = open.length > 0 ? open : runs;
    if (only !== undefined && others.length === 0)
        return { run: only, reason: '' };
    return answerOf({ code: 'unknown-ref', ref, open: meant_openRefs(runs) }, runs);
}
const meant_openRefs = (runs) => runs.flatMap(({ refs, runId }) => refs.map((ref) => ({ ref, title: `run ${runId}` })));

;// CONCATENATED MODULE: ./lib/action/comment-commands.js













async function comment_commands_status(job, said, { runId }) {
    const run = await (0,action_job/* openOurs */.k6)(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { status: comment, issue } = readComments(run.runDir);
    const url = comment?.url ?? issue?.url ?? `${job.event.serverUrl}/${job.event.repository}/issues/${said.issue}`;
    const lastSweep = await job.github.lastScheduled(job.event.workflow.split('/').at(-1) ?? '');
    const link = { text: `run ${runId}`, url };
    const now = (0,journal_state/* statusOf */.c2)(run.load({ damaged: true }).state);
    return reply(job, said, { code: 'status', link, runId, status: now, ...(lastSweep === undefined ? {} : { lastSweep }) }, runId);
}
async function cancel(job, said, { effect, text }, { ours: open, answers }, post) {
    const listed = meant_openRefs(open);
    if (effect === '' && answers)
        return reply(job, said, { code: 'cancel-needs-effect', open: listed });
    for (const { runId } of open) {
        const run = await (0,action_job/* openOurs */.k6)(job, runId);
        if (run === undefined)
            continue;
        const { state } = run.load();
        const ref = [...refsOf(state)].find(([id, short]) => id === effect || short === effect);
        if (ref === undefined)
            continue;
        const [effectId] = ref;
        if (state.effects.get(effectId)?.status !== 'requested')
            return reply(job, said, { code: 'closed', ref: effect, outcome: 'settled' }, runId);
        const { login, id } = post.author ?? { login: '', id: 0 };
        const message = {
            id: said_messageId(said),
            kind: 'cancel',
            attempt: state.attempt,
            at: new Date().toISOString(),
            actor: { login, id },
            source: post.url,
            effectId,
            reason: text || `cancelled by @${login}`,
        };
        await run.mailbox.deliver((0,lib_redact/* redactValue */.FI)(message, (0,lib_redact/* redactor */.$p)(secretsOf(job.inputs))));
        return drive_drive(job, { run, delivered: DELIVERED });
    }
    // A run of another workflow may have it: one of them says that nothing here has.
    return answers
        ? reply(job, said, { code: 'unknown-ref', ref: effect, open: listed })
        : nothing(job, `No run of this workflow has ${effect}`);
}
async function haltBy(job, said, { run: target, reason }, post) {
    const { runId, status: now } = target;
    if (!isOpen(target))
        return reply(job, said, { code: 'run-ended', runId, status: now }, runId);
    const run = await (0,action_job/* openOurs */.k6)(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { login, id } = post.author ?? { login: '', id: 0 };
    return halt(job, run, {
        actor: { login, id },
        messageId: said_messageId(said),
        source: post.url,
        finalStatus: 'completed',
        reason: reason || 'manual_halt',
    });
}
async function retry(job, said, { runId }) {
    const run = await (0,action_job/* openOurs */.k6)(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { state } = run.load();
    try {
        const may = mayRetry(state, job.inputs['on-code-change']);
        if (!may) {
            const why = state.terminal === undefined ? 'it has not ended' : 'it did not fail by itself';
            return reply(job, said, { code: 'not-retryable', runId, status: (0,journal_state/* statusOf */.c2)(state), why }, runId);
        }
    }
    catch (error) {
        if (!(error instanceof errors/* LonghaulError */.BQ && error.code === 'RETRY_REFUSED'))
            throw error;
        return reply(job, said, { code: 'retry-needs-upgrade', runId }, runId);
    }
    return drive_drive(job, { run, retry: true });
}

;// CONCATENATED MODULE: ./lib/action/comment.js
/**
 * Comments and reviews as commands. The event only wakes us: what counts is read again, and a decision is judged by
 * whoever drives the run. Which run is meant is found in the index of runs, never by reading journals or comments.
 */








/** @throws GitHubUnavailable, GitHubRefusal and the store's errors: the job is red, and nothing is lost */
async function comment(job, intent) {
    const { store } = job;
    const said = saidIn(intent);
    const command = (0,comments_command/* parseComment */.v)(said.text);
    if (command === undefined)
        return nothing(job, 'The comment is no command');
    if (store.on === undefined)
        return nothing(job, `Comments are heard with \`store: branch\`, not with ${store.kind}`);
    const runs = await store.on(said.issue);
    const target = command.verb === 'cancel' ? undefined : meant(command, runs);
    const ours = runs.filter((run) => (0,action_job/* isOurs */.MU)(job, run));
    const concerned = target === undefined ? ours[0] : 'run' in target ? target.run : target.by;
    if (concerned === undefined || !(0,action_job/* isOurs */.MU)(job, concerned))
        return nothing(job, 'No run of this workflow is meant');
    await react(job, said, 'eyes');
    if (command.verb === 'cancel') {
        const place = { ours: ours.filter(isOpen), answers: speakerOf(runs) === speakerOf(ours) };
        return ifMay(job, said, 'write', (post) => cancel(job, said, command, place, post));
    }
    if (target === undefined)
        return nothing(job, 'No run reports here');
    const level = isDecision(command) ? 'read' : LEVELS[command.verb];
    if ('answer' in target)
        return ifMay(job, said, level, () => reply(job, said, target.answer));
    if (isDecision(command))
        return decision(job, said, target.run, runs);
    switch (command.verb) {
        case 'help':
            return ifMay(job, said, level, () => reply(job, said, { code: 'help' }));
        case 'status':
            return ifMay(job, said, level, () => comment_commands_status(job, said, target.run));
        case 'halt':
            return ifMay(job, said, level, (post) => haltBy(job, said, target, post));
        case 'retry':
            return ifMay(job, said, level, () => retry(job, said, target.run));
    }
}
const LEVELS = { help: 'triage', status: 'triage', halt: 'write', retry: 'write' };
async function decision(job, said, target, runs) {
    const { event, store } = job;
    const { runId, attempt, status: now } = target;
    if (!isOpen(target))
        return ifMay(job, said, 'read', () => reply(job, said, { code: 'run-ended', runId, status: now }, runId));
    // Before the run is opened: what is opened then has the message. A re-run attempt brings nothing of its own; what
    // its first attempt has left in the mailbox is acted on.
    if (event.workflowAttempt === 1) {
        const { id, issue, nodeId } = said;
        await store.send(runId, {
            id: said_messageId(said),
            kind: 'decide',
            attempt,
            at: new Date().toISOString(),
            commentId: id,
            issue,
            ...(nodeId === undefined ? {} : { review: true }),
        });
    }
    const run = await (0,action_job/* openOurs */.k6)(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    return drive_drive(job, { run, delivered: DELIVERED, heard: { commentId: said.id, runs } });
}

;// CONCATENATED MODULE: ./lib/action/start.js
/** Starts a run, or carries on the one that an earlier attempt of this workflow run has started (protocol B2). */










/**
 * `named`: the id that the workflow gives it; undefined: the default id. `run` undefined: it was there already.
 * @throws UsageError without a process; RunExistsError, LonghaulError (RUN_ID_SHARED) when the id is taken
 */
async function startOrFind(job, named, issue) {
    const { event, inputs } = job;
    const runId = named ?? (0,action_event/* defaultRunId */.OX)(event, inputs['job-index']);
    // Only a later attempt of the same workflow run comes to this id again.
    if (named === undefined && event.workflowAttempt > 1 && (await isThere(job, runId)))
        return { runId, run: undefined };
    try {
        return { runId, run: await start(job, runId, issue) };
    }
    catch (error) {
        if (!(error instanceof errors/* RunExistsError */.SG) || named !== undefined)
            throw error;
        throw shared(runId);
    }
}
const shared = (runId) => new errors/* LonghaulError */.BQ('RUN_ID_SHARED', `Run ${runId} exists already: another job or step of this workflow run came to the same id`, { hint: 'Give each of them a `run-id` of its own.' });
/** @throws LonghaulError (RUN_ID_SHARED) when another job of this very attempt has driven it */
async function isThere({ event, inputs, store }, runId) {
    try {
        const of = (await store.open(runId)).place?.driver?.job;
        const isOfThisAttempt = of?.workflowRunId === event.workflowRunId && of.workflowAttempt === event.workflowAttempt;
        if (isOfThisAttempt && of.jobId !== inputs['job-id'])
            throw shared(runId);
        return true;
    }
    catch (error) {
        if (error instanceof errors/* RunNotFoundError */.lQ)
            return false;
        throw error;
    }
}
async function start(job, runId, issue) {
    const { event, inputs, store } = job;
    const timeout = inputs['run-timeout'];
    return startRun({
        store,
        runId,
        ...whatToStart(job),
        workspace: event.workspace,
        commit: (0,action_event/* workspaceCommit */.ph)(event),
        actor: (0,action_job/* actorOf */.dn)(event),
        created: {
            repository: event.repository,
            ...(event.workflow === '' ? {} : { workflow: event.workflow, workflowName: event.workflowName }),
            ...(timeout > 0 ? { deadline: new Date(Date.now() + timeout).toISOString() } : {}),
        },
        origin: originOf(event, issue),
        redact: (0,lib_redact/* redactor */.$p)(secretsOf(inputs), () => job.io.warning(SECRET_WARNING)),
    });
}
/** The process that is named, or the gate that a question alone makes. @throws UsageError without either */
function whatToStart({ event, inputs }) {
    const [first] = inputs.process;
    if (first !== undefined)
        return { entry: (0,code/* parseEntry */.ER)(first, event.workspace), inputs: inputs.inputs };
    const { question, context } = inputs;
    if (question === '')
        throw new errors/* UsageError */.eb('There is no process to start', {
            hint: 'Set `process: path/to/file.mjs#export` in the `with:` of the step, or `question:` for a gate without code.',
        });
    return {
        entry: { path: external_node_path_.join(event.workspace, GATE_ENTRY), exportName: undefined },
        processId: 'question',
        inputs: { question, ...(context === '' ? {} : { context }) },
        files: gateFiles(),
    };
}
/** `ctx.origin` (contract §4). */
const originOf = (event, issue) => ({
    event: event.name,
    repository: event.repository,
    sha: event.sha,
    ref: event.ref,
    actor: event.actor,
    issue: issue ?? null,
    workflowRunUrl: `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`,
});

;// CONCATENATED MODULE: ./lib/action/sweep.js
/** A scheduled sweep: wakes what time or mail has made due and runs whose driver died; archives what ended long ago. */




/** So many runs are driven at most, and so many looked at; the next sweep takes the others. */
const LIMIT = 25;
const LOOKS = 100;
const DAY_MS = 24 * 60 * 60_000;
const WHY = { time: 'its time has come', mail: 'it has mail', driver: 'nobody drives it' };
async function sweep_sweep(job) {
    const { io, store, event } = job;
    const due = await store.due({ now: Date.now(), workflow: event.workflow || undefined });
    const { done, failures, left } = await driveDue(job, due);
    const archived = isCancelled(job) ? [] : await tidyUp(job, failures);
    const rest = left > 0 ? `; ${left} are left for the next sweep` : '';
    const kept = archived.length === 0 ? '' : `; archived: ${archived.join(', ')}`;
    io.notice(due.length === 0
        ? `Sweep: no run is due${kept}`
        : `Sweep: ${due.length} due (${done.join(', ') || 'none could be driven'})${rest}${kept}`);
    return { outputs: (0,action_outputs/* noOutputs */.Q9)(), failure: failures.length === 0 ? undefined : failures.join('\n') };
}
/** A run that is refused, today and at each sweep, takes the turn of no other. */
async function driveDue(job, due) {
    const { io, inputs } = job;
    const done = [];
    const failures = [];
    let looks = 0;
    for (const { runId, why } of due) {
        if (isCancelled(job) || job.drain.aborted || done.length >= LIMIT || looks >= LOOKS)
            break;
        looks += 1;
        io.line(`Sweep: run ${runId}, ${WHY[why]}`);
        try {
            const run = await (0,action_job/* openOurs */.k6)(job, runId);
            if (run === undefined)
                continue;
            const { outputs, failure, isFault } = await drive_drive(job, { run });
            if (isFault !== true)
                done.push(`${runId}: ${outputs.status}`);
            // How a run ended is the run's affair; what kept this job from driving it is the sweep's.
            if (failure !== undefined && !inputs['fail-on'].some((status) => status === outputs.status))
                failures.push(failure);
        }
        catch (error) {
            if (error instanceof errors/* RunNotFoundError */.lQ || error instanceof errors/* LeaseHeldError */._i)
                continue;
            // Another job of this workflow file has runs of its own, and a sweep of its own.
            if (error instanceof errors/* LonghaulError */.BQ && error.code === 'OTHER_ENTRY')
                continue;
            if (error instanceof errors/* LonghaulError */.BQ && error.code === 'ENTRY_UNNAMED') {
                io.warning(`Sweep: ${error.message}. ${error.hint}`);
                continue;
            }
            failures.push(`${runId}: ${error.message}`);
        }
    }
    return { done, failures, left: due.length - looks };
}
/** Which runs were archived. What goes wrong here takes nothing from what was done. */
async function tidyUp({ io, store, owner, inputs }, failures) {
    try {
        const renewed = (await store.renew?.(owner)) ?? [];
        if (renewed.length > 0)
            io.line(`Sweep: saved again before they expire: ${renewed.join(', ')}`);
        return await store.prune(new Date(Date.now() - inputs['keep-days'] * DAY_MS).toISOString());
    }
    catch (error) {
        failures.push(`Ended runs could not be archived: ${error.message}`);
        return [];
    }
}
const isCancelled = ({ shutdown, cancel }) => shutdown.aborted || cancel.aborted;

;// CONCATENATED MODULE: ./lib/action/run.js
/** One job step of the Action: intent in, operations called, outputs out. Refusals are green and say why. */









/** Does what the intent says. @throws LonghaulError for a fault that makes the job red */
async function runIntent(job, intent) {
    const cannot = cannotWrite(job.event, intent);
    if (cannot !== undefined)
        return nothing(job, cannot);
    switch (intent.type) {
        case 'ignore':
            return nothing(job, `Nothing to do: ${intent.why}`);
        case 'comment':
        case 'review':
            return comment(job, intent);
        case 'start':
            return run_start(job, job.inputs['run-id'] || undefined, intent.issue);
        case 'start-or-resume':
            return startOrResume(job, intent.runId, intent.issue);
        case 'resume':
            return resume(job, intent.runId, job.inputs.command === 'resume');
        case 'command':
            return command(job, intent);
        case 'sweep':
            return sweep_sweep(job);
        case 'check':
            return check(job);
    }
}
async function run_start(job, named, issue) {
    const { runId, run } = await startOrFind(job, named, issue);
    return run === undefined ? resume(job, runId, false) : drive_drive(job, { run, isNew: true });
}
/** Of two jobs that find no run, one starts it; the other one carries it on, or learns that it is driven. */
async function startOrResume(job, runId, issue) {
    try {
        return await resume(job, runId, false);
    }
    catch (error) {
        if (!(error instanceof errors/* RunNotFoundError */.lQ))
            throw error;
    }
    try {
        return await run_start(job, runId, issue);
    }
    catch (error) {
        if (!(error instanceof errors/* RunExistsError */.SG))
            throw error;
    }
    return resume(job, runId, false);
}
async function resume(job, runId, retry) {
    const run = await (0,action_job/* openOurs */.k6)(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    return drive_drive(job, { run, retry });
}


/***/ }),

/***/ 11604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ phrase),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* unused harmony exports plain, codeBlock, inlineCode */
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90356);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23269);
/* harmony import */ var _invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17423);



/** Characters of a line in a code block. */
const LONGEST_LINE = 400;
/** A command by itself, and a decision with its reference wherever it stands. */
const COMMAND = /(?<![\w.~/-])\/(?=(?:approve|reject|answer|cancel|halt|retry|status|help)(?![\w/.-]))|\/(?=(?:approve|reject|answer|cancel)\s+e-)/gi;
/** A word that GitHub would do something with: @name, #12, o/r#12, GH-12, a commit, an address, a formula. */
const LIVE = /@|#\d|GH-\d|\$|:\/\/|www\.|(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])/i;
/** Nothing in it looks like something else, and nobody's name stands in it. */
const HONEST_URL = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]*)?$/;
/** A link to one of these would leave a note there. */
const BACKLINK = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:issues|pull|pulls|discussions|commit|commits)\//i;
/** One paragraph of Markdown that shows the text; line ends become spaces. `limit`: characters of the text. */
function plain(text, limit) {
    return markdown({ type: 'root', children: [{ type: 'paragraph', children: phrase(text, limit) }] });
}
/** A fenced block that shows the text and cannot be left by it. */
function codeBlock(text, limit) {
    return markdown({ type: 'root', children: [block(text, limit)] });
}
/** A code span on one line. */
function inlineCode(text, limit = 200) {
    return markdown({ type: 'root', children: [{ type: 'paragraph', children: [code(text, limit)] }] });
}
function markdown(root) {
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_1__/* .toMarkdown */ .l)(root, { extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__/* .gfmToMarkdown */ .H)()], bullet: '-' }).trimEnd();
}
/** The text as nodes of a paragraph. */
function phrase(text, limit) {
    const nodes = [];
    let words = '';
    const flush = () => {
        if (words !== '')
            nodes.push({ type: 'text', value: words });
        words = '';
    };
    for (const [i, word] of oneLine(text, limit).split(' ').entries()) {
        if (i > 0)
            words += ' ';
        if (!LIVE.test(word)) {
            words += word;
            continue;
        }
        const [, url = '', after = ''] = /^(.*?)([.,;:!?)]{0,3})$/.exec(word) ?? [];
        flush();
        if (isHonest(url)) {
            nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
            words = after;
        }
        else
            nodes.push({ type: 'inlineCode', value: word });
    }
    flush();
    return nodes;
}
function code(text, limit = 200) {
    return { type: 'inlineCode', value: oneLine(text, limit) || ' ' };
}
function block(text, limit) {
    const { shown, left } = begun(text, limit);
    const lines = shown
        .split('\n')
        .map((line) => cut(line, LONGEST_LINE))
        .join('\n')
        .trimEnd();
    return { type: 'code', value: left === 0 ? lines : `${lines}\n… (${left} more characters)` };
}
/** The text with line ends as spaces. */
function oneLine(text, limit) {
    const { shown, left } = begun(text, limit);
    const line = shown.replace(/\s+/g, ' ').trim();
    return left === 0 ? line : `${line}…`;
}
/** The beginning of a text, made safe; `left`: characters that are not shown. */
function begun(text, limit) {
    // What is named gets longer; what is cut away is not looked at.
    const safe = defused((0,_invisible_js__WEBPACK_IMPORTED_MODULE_0__/* .madeVisible */ .E)(text.slice(0, 2 * limit).toWellFormed()));
    const characters = [...safe];
    const shown = characters.slice(0, limit).join('');
    return { shown, left: Math.max(0, characters.length - limit) + Math.max(0, text.length - 2 * limit) };
}
/** Nothing left in it is a command or the beginning of a marker, wherever it stands and whoever reads it. */
function defused(text) {
    return text.replace(COMMAND, '/ ').replaceAll('<!--', '<! --');
}
function isHonest(url) {
    if (!HONEST_URL.test(url) || BACKLINK.test(url) || url.length > 500)
        return false;
    return !/\/\/(?:[^/]*\.)?xn--/.test(url) && URL.canParse(url);
}
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const characters = [...text];
    return characters.length <= limit ? text : `${characters.slice(0, limit).join('')}…`;
}


/***/ }),

/***/ 73773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   lE: () => (/* binding */ mention),
/* harmony export */   nE: () => (/* binding */ typed),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   yJ: () => (/* binding */ links),
/* harmony export */   z7: () => (/* binding */ when)
/* harmony export */ });
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7603);
/* harmony import */ var _neutralise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11604);


/** A login or the name of a team. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/;
const words = (value) => ({ type: 'text', value });
const nodesOf = (pieces) => pieces.flatMap((piece) => (typeof piece === 'string' ? [words(piece)] : piece));
/** A paragraph. */
const say = (...pieces) => ({ type: 'paragraph', children: nodesOf(pieces) });
const strong = (...pieces) => ({
    type: 'strong',
    children: nodesOf(pieces),
});
const heading = (depth, ...pieces) => ({
    type: 'heading',
    depth,
    children: nodesOf(pieces),
});
/** A word of ours in a sentence, as it is. */
const typed = (value) => ({ type: 'inlineCode', value });
/** Words to type, alone in their block: GitHub's button then copies just them. */
const command = (words) => ({ type: 'code', value: words });
function link({ text, url }) {
    if (!/^https?:\/\//.test(url))
        return (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(text);
    // A link cannot hold another one.
    const children = (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(text, 200).map((node) => (node.type === 'link' ? (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(node.url) : node));
    return { type: 'link', url, children };
}
/** Separated by a dot in the middle; undefined when there is none. */
function links(all) {
    if (all.length === 0)
        return undefined;
    return say(...all.slice(0, 20).flatMap((each, i) => (i === 0 ? [link(each)] : [' · ', link(each)])));
}
/** What others wrote, line by line, marked as theirs. */
function quote(text, limit) {
    const lines = text.slice(0, 2 * limit).split(/\r\n?|\n/);
    const paragraphs = [[]];
    let left = limit;
    for (const line of lines) {
        const last = paragraphs.at(-1) ?? [];
        if (line.trim() === '') {
            if (last.length > 0)
                paragraphs.push([]);
            continue;
        }
        if (left <= 0) {
            last.push(words(' …'));
            break;
        }
        if (last.length > 0)
            last.push({ type: 'break' });
        last.push(...(0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(line, left));
        left -= line.length;
    }
    const children = paragraphs.filter((each) => each.length > 0);
    return { type: 'blockquote', children: children.map((each) => say(each)) };
}
function table(head, body) {
    const row = (cells) => ({
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: nodesOf([cell]) })),
    });
    return { type: 'table', children: [row(head), ...body.map(row)] };
}
function list(items) {
    const children = items.map((item) => ({ type: 'listItem', spread: false, children: [...item] }));
    return { type: 'list', ordered: false, spread: false, children };
}
/** Who may decide: people and teams are really mentioned, so that they are told. */
function mention({ kind, name }) {
    const parts = name.split('/');
    const isMention = (kind === 'user' && parts.length === 1) || (kind === 'team' && parts.length === 2);
    if (isMention && parts.every((part) => LOGIN.test(part)))
        return [words(`@${name}`)];
    return kind === 'role'
        ? [words('people with the permission '), (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name), words(' or more')]
        : [(0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)];
}
/** `2026-05-01 10:00 UTC`; what is no time is shown as it is. */
function when(iso) {
    const time = Date.parse(iso);
    if (Number.isNaN(time))
        return (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(iso);
    return words(`${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`);
}
/** A whole comment: its marker is its last line, after everything that others wrote. */
function comment(children, marker) {
    const root = { type: 'root', children: children.filter((child) => child !== undefined) };
    return `${(0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(root)}\n\n${(0,_markers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMarker */ .gJ)(marker)}\n`;
}
/** `a, b and c` */
function enumerate(nodes, last = 'and') {
    return nodesOf(nodes.flatMap((node, i) => (i === 0 ? [node] : [i === nodes.length - 1 ? ` ${last} ` : ', ', node])));
}


/***/ }),

/***/ 39829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ stepTable)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1005);
/* harmony import */ var _neutralise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11604);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73773);



/** `now`: ms since the epoch, the end of what is not done. `note`: characters of a note that are shown. */
function stepTable(rows, now, note) {
    return (0,_nodes_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Step', 'What', 'Kind', 'Status', 'Attempts', 'Time', 'Note'], rows.map((step) => [
        step.stepId,
        (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(step.label, 120),
        (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(step.kind, 40),
        step.status,
        step.attempts === 0 ? '' : String(step.attempts),
        (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationText */ .S)((step.to ?? now) - step.from),
        (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(step.note, note),
    ]));
}


/***/ }),

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

/***/ 73577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ cleanEnvironment),
/* harmony export */   r: () => (/* binding */ taskEnvironment)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
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

/***/ 72545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ readFinal),
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   gj: () => (/* binding */ writeFinal),
/* harmony export */   uN: () => (/* binding */ finalOf)
/* harmony export */ });
/* unused harmony export errorClassOf */
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16955);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94545);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38174);
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
        status: _endings_js__WEBPACK_IMPORTED_MODULE_2__/* .ENDINGS */ .Jx[terminal.status].final,
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
    (0,_atomic_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAtomic */ .vZ)(_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .paths */ .f0.final(runDir), (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonText */ .s$)(final));
}
/**
 * undefined when there is none, or it is no final.json. An older attempt's says so in `attempt`. Throws LonghaulError
 * (UNKNOWN_STATUS).
 */
function readFinal(runDir) {
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_4__/* .paths */ .f0.final(runDir);
    const final = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)((0,_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfThere */ .qC)(path) ?? '');
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(final) || typeof final.status !== 'string' || typeof final.run_id !== 'string')
        return undefined;
    return { ...final, status: (0,_endings_js__WEBPACK_IMPORTED_MODULE_2__/* .finalStatus */ .nH)(final.status, path) };
}


/***/ }),

/***/ 72894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ ProgressLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41597);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94545);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72545);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78091);
/** progress.ndjson: one JSON object a line, append-only, safe to tail. */








const TAIL_BYTES = 64 * 1024;
// Drawn a block at a time: three lines a step would otherwise ask the system for randomness three times.
let drawn = Buffer.alloc(0);
function lineId() {
    if (drawn.length === 0)
        drawn = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(1024);
    const id = drawn.toString('hex', 0, 4);
    drawn = drawn.subarray(4);
    return id;
}
class ProgressLog {
    #path;
    #runDir;
    #runId;
    #now;
    #mended = false;
    /** Kept open while a run is driven: three lines a step would otherwise open the file three times. */
    #fd;
    constructor(runDir, runId, now = Date.now) {
        this.#path = _layout_js__WEBPACK_IMPORTED_MODULE_7__/* .paths */ .f0.progress(runDir);
        this.#runDir = runDir;
        this.#runId = runId;
        this.#now = now;
    }
    /** Best effort: a full disk or a closed file never fails the run. */
    write(event, fields = {}) {
        try {
            this.#append({
                event,
                ...fields,
                run_id: this.#runId,
                id: lineId(),
                ts: this.#ts(),
            });
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
        const { terminal } = state;
        const final = (0,_final_js__WEBPACK_IMPORTED_MODULE_6__/* .readFinal */ .BF)(this.#runDir);
        if (terminal === undefined || final === undefined || final.timestamp !== terminal.at) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ('NO_FINAL', `Run ${this.#runId} has no final.json for its end; no last line is written`, {
                path: _layout_js__WEBPACK_IMPORTED_MODULE_7__/* .paths */ .f0.final(this.#runDir),
            });
        }
        const id = (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(`${this.#runId} ${terminal.ulid}`).slice(0, 8);
        if (this.#tail().some((line) => line.id === id))
            return false;
        const { line, final: status } = _endings_js__WEBPACK_IMPORTED_MODULE_5__/* .ENDINGS */ .Jx[terminal.status];
        const reason = (0,_final_js__WEBPACK_IMPORTED_MODULE_6__/* .failureReason */ .Hr)(terminal);
        this.#append({
            event: line,
            status,
            run_id: this.#runId,
            ...(status !== 'success' && reason !== '' && { reason }),
            id,
            ts: this.#ts(),
        }, true);
        return true;
    }
    #ts() {
        return new Date(this.#now()).toISOString();
    }
    #append(line, durable = false) {
        this.#fd ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(this.#path, 'a+');
        if (!this.#mended)
            mend(this.#fd);
        this.#mended = true;
        // In one write, so that lines of several writers do not mix.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(this.#fd, `${JSON.stringify(line)}\n`);
        if (durable)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(this.#fd);
    }
    /** A later line opens the file again. */
    close() {
        if (this.#fd !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(this.#fd);
        this.#fd = undefined;
    }
    #tail() {
        let fd;
        try {
            fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(this.#path, 'r');
        }
        catch (error) {
            if (error.code === 'ENOENT')
                return [];
            throw error;
        }
        try {
            return readTail(fd)
                .split('\n')
                .flatMap((line) => (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(line) ?? []);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
        }
    }
}
function readTail(fd) {
    const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
    const length = Math.min(size, TAIL_BYTES);
    const bytes = Buffer.alloc(length);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, bytes, 0, length, size - length);
    return bytes.toString('utf8');
}
/** A kill in the middle of a line: a whole line gets its newline, a torn one is cut off. */
function mend(fd) {
    const tail = readTail(fd);
    if (tail === '' || tail.endsWith('\n'))
        return;
    const last = tail.slice(tail.lastIndexOf('\n') + 1);
    if ((0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(last) !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(fd, '\n');
    else
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.ftruncateSync)(fd, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).size - Buffer.byteLength(last));
}


/***/ }),

/***/ 49866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ wakeParent),
/* harmony export */   Hs: () => (/* binding */ childRunId),
/* harmony export */   kS: () => (/* binding */ openChildren),
/* harmony export */   xh: () => (/* binding */ hasChild)
/* harmony export */ });
/**
 * The child of an effect has one id, whoever starts it; each attempt after a failure is a child of its own.
 * A run id is at most 64 characters, a ULID 26.
 */
function childRunId(parent, effectId, failures = 0) {
    const suffix = failures === 0 ? '' : `-${failures + 1}`;
    return `${parent.slice(0, 37 - suffix.length).replace(/[.]+$/, '')}.${effectId}${suffix}`;
}
/** It has started a run of its own, which may be going on without us. */
function hasChild(effect) {
    return effect.request.kind === 'subprocess' && effect.starts.length > 0;
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


/***/ }),

/***/ 25188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ NotSavedError),
/* harmony export */   Jd: () => (/* binding */ announceEnd),
/* harmony export */   de: () => (/* binding */ persistFinal),
/* harmony export */   dw: () => (/* binding */ saveEnd),
/* harmony export */   mk: () => (/* binding */ saveLast)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_final_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72545);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78091);
/* harmony import */ var _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72894);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3553);
/** The terminal contract (contract §1): final.json, then the save, then the last line of progress.ndjson. */





/**
 * Writes final.json for the end that the journal holds; call it before the save. Nothing while the run goes on,
 * and nothing when the file stands for this very end already.
 * @throws LonghaulError (PERSIST_FAILED): such an end is not announced (T10)
 */
function persistFinal(journal, workspace) {
    const final = (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .finalOf */ .uN)(journal.state, (0,_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .commitOf */ .D)(workspace));
    if (final === undefined)
        return;
    try {
        const written = (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .readFinal */ .BF)(journal.runDir);
        const stands = written?.timestamp === final.timestamp &&
            written.attempt === final.attempt &&
            written.status === final.status;
        if (!stands)
            (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFinal */ .gj)(journal.runDir, final);
    }
    catch (cause) {
        throw behind(journal.state, cause, {
            code: 'PERSIST_FAILED',
            what: 'final.json could not be written',
            path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.final(journal.runDir),
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
        if (terminal === undefined || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseLostError */ .Jd)
            throw error;
        const why = `saving run ${runId} failed: ${error.message}`;
        throw new NotSavedError(terminal.error === undefined ? why : `${terminal.error.name}: ${terminal.error.message}; ${why}`, terminal.error, error);
    }
}
/** The save that makes an end durable: where it is a push, who tails the stream hears of it before the last line (T2). */
async function saveEnd(run, lease, what) {
    const { state } = lease.journal;
    const log = run.place === undefined ? undefined : new _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .ProgressLog */ .q(run.runDir, run.runId);
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
class NotSavedError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ {
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
    const log = new _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .ProgressLog */ .q(journal.runDir, journal.state.runId);
    try {
        log.end(journal.state);
    }
    catch (cause) {
        throw behind(journal.state, cause, {
            code: 'ANNOUNCE_FAILED',
            what: 'the last line of progress.ndjson could not be written',
            path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.progress(journal.runDir),
            hint: 'The end of the run is saved. Mend the cause and resume: the line is written then.',
        });
    }
    finally {
        log.close();
    }
}
/** What the run died of comes first; what went wrong in its wake is attached (S5). */
function behind({ terminal }, cause, { code, what, path, hint }) {
    const reason = terminal === undefined ? '' : (0,_journal_final_js__WEBPACK_IMPORTED_MODULE_1__/* .failureReason */ .Hr)(terminal);
    const primary = reason === '' ? '' : `${reason}; `;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ(code, `${primary}${what}: ${cause.message}`, { path, hint, cause });
}


/***/ }),

/***/ 70111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ saveAgain),
/* harmony export */   LS: () => (/* binding */ completeEnd),
/* harmony export */   l7: () => (/* binding */ sealedDespite),
/* harmony export */   ne: () => (/* binding */ sealJournal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25188);
/**
 * Seals a journal that cannot be driven: a damaged one, one that has ended already, one whose driver does not
 * react. One event behind everything that is there; no entry is edited or deleted, no process code is loaded.
 */


/** A driver that still saves may move the run on so often while we seal it. */
const ATTEMPTS = 5;
/** A journal, damaged or not, that ends with a seal; undefined when it does not. */
function sealOf(run) {
    const loaded = run.load({ damaged: true });
    const { terminal, head } = loaded.state;
    return terminal?.sealed === true && terminal.seq === head.seq ? loaded : undefined;
}
/** The run that could not be driven or read, where that is because it was sealed. @throws `error` otherwise */
async function sealedDespite(run, error) {
    const isLost = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseLostError */ .Jd;
    if (!isLost && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc))
        throw error;
    // Asking who drives it looks at the store: the seal was set elsewhere.
    if (isLost)
        await run.owner().catch(() => undefined);
    const sealed = sealOf(run);
    if (sealed === undefined)
        throw error;
    return sealed;
}
/**
 * final.json and the terminal line come with it. Without `again` a run that has ended meanwhile stays as it is.
 * @throws LeaseHeldError without `force`; LeaseLostError when a driver moved the run on again and again; NotSavedError
 */
async function sealJournal(options) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await sealOnTop(options);
        }
        catch (error) {
            // Its driver saved in between: the seal goes on top of that save (M9, compare-and-set).
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseLostError */ .Jd) || !options.force || attempt === ATTEMPTS)
                throw error;
        }
    }
}
async function sealOnTop({ run, owner, event, workspace, force, again }) {
    const lease = await run.acquire(owner, { damaged: true, force });
    try {
        const { journal } = lease;
        if (journal.state.terminal !== undefined && !again)
            return journal.state;
        // Whatever ended it before: the seal is the end that counts, and the journal takes no event after an end.
        journal.state.terminal = undefined;
        journal.append([event]);
        (0,_final_js__WEBPACK_IMPORTED_MODULE_1__/* .persistFinal */ .de)(journal, workspace);
        await (0,_final_js__WEBPACK_IMPORTED_MODULE_1__/* .saveEnd */ .dw)(run, lease, {});
        (0,_final_js__WEBPACK_IMPORTED_MODULE_1__/* .announceEnd */ .Jd)(journal);
        return journal.state;
    }
    finally {
        await lease.release();
    }
}
/**
 * Saves a run as it lies here, with what a kill or a failed save kept from one that has ended: final.json and the
 * terminal line (T11).
 * @throws LeaseHeldError; LonghaulError (PERSIST_FAILED, ANNOUNCE_FAILED), and what a save throws
 */
async function saveAgain(run, owner, workspace) {
    const lease = await run.acquire(owner, { damaged: sealOf(run) !== undefined });
    try {
        (0,_final_js__WEBPACK_IMPORTED_MODULE_1__/* .persistFinal */ .de)(lease.journal, workspace);
        await lease.save({ last: true });
        (0,_final_js__WEBPACK_IMPORTED_MODULE_1__/* .announceEnd */ .Jd)(lease.journal);
        return lease.journal.state;
    }
    finally {
        await lease.release();
    }
}
/** Completes the end of a sealed run. Nothing while it is driven. */
async function completeEnd(run, owner, workspace) {
    try {
        await saveAgain(run, owner, workspace);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseHeldError */ ._i))
            throw error;
    }
}


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
/** The long words that runs are full of: ULIDs, UUIDs, commits, digests. */
const IDS = /(?<![\w-])(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f-]{20,64})(?![\w-])/g;
/**
 * A function that gives the text without secrets: those given, as they are or encoded (base64 wherever it begins, of
 * addresses, of JSON), each line of one with several, and whatever has the shape of a token or a key.
 *
 * @param onFirst called once, when something was taken out for the first time
 */
function redactor(secrets, onFirst) {
    const values = pattern(secrets);
    let isFirst = true;
    const redact = (text) => {
        const named = values === undefined ? text : text.replace(values, REDACTED);
        const clean = isSuspicious(named) ? withoutRanges(named, shapes()(named)) : named;
        if (isFirst && clean !== text) {
            isFirst = false;
            onFirst?.();
        }
        return clean;
    };
    const mayChange = (text) => (values !== undefined && text.search(values) >= 0) || isSuspicious(text);
    return Object.assign(redact, { mayChange });
}
function isSuspicious(text) {
    return TELLTALE.test(text) || (MIXED_WORD.test(text) && MIXED_WORD.test(text.replace(IDS, '')));
}
/** Every string, key and number of a JSON value redacted by itself. The very same value when nothing is. */
function redactValue(value, redact) {
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
/** undefined: there are no values. The longest is tried first, so that no rest of one is left. */
function pattern(secrets) {
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
    if (values.size === 0)
        return undefined;
    const longest = [...values].sort((a, b) => b.length - a.length);
    return new RegExp(longest.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}
function formsOf(value) {
    const address = encodeURIComponent(value.toWellFormed());
    const json = JSON.stringify(value).slice(1, -1);
    const forms = [
        value,
        json,
        // JSON in a string of JSON, as results of programs often are.
        JSON.stringify(json).slice(1, -1),
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

/***/ 90399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ stepRows)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40089);
/** The steps of a run as a report shows them: from the journal's state, nothing else. */

function statusOf(effect) {
    if (effect.status === 'resolved_ok')
        return 'ok';
    if (effect.status === 'resolved_error')
        return 'failed';
    if (effect.status === 'cancelled')
        return effect.settlement?.timedOut === true ? 'timed out' : 'cancelled';
    const last = effect.starts.at(-1);
    return last !== undefined && last.notBefore === undefined ? 'running' : 'waiting';
}
/** In order of request; effects that a retry dropped are left out. */
function stepRows(state) {
    const rows = [];
    for (const effect of state.effects.values()) {
        if (effect.dropped)
            continue;
        const { settlement } = effect;
        const note = settlement?.error === undefined
            ? (settlement?.reason ?? '')
            : `${settlement.error.name}: ${settlement.error.message}`;
        rows.push({
            stepId: effect.request.stepId,
            effectId: effect.effectId,
            label: effect.request.label,
            kind: effect.request.kind,
            status: statusOf(effect),
            attempts: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptOf */ .tx)(effect),
            from: Date.parse(effect.starts[0]?.at ?? effect.requestedAt),
            to: settlement === undefined ? undefined : Date.parse(settlement.at),
            note: note.split('\n', 1)[0] ?? '',
        });
    }
    return rows;
}


/***/ })

};
