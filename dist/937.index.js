export const id = 937;
export const ids = [937];
export const modules = {

/***/ 27937:
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

// EXTERNAL MODULE: ./lib/operations/gate.js
var gate = __webpack_require__(87277);
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

// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(94545);
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
    // Its worker found, while it read the journal, what `run:verify` finds.
    if (error.name === 'DamageError' && (0,decode/* isObject */.Gv)(error.data))
        return new errors/* DamageError */.wc(error.message, String(error.data.path));
    const hints = {
        loop: 'Find the endless loop, or put long computation into ctx.run; the journal is as it was.',
        memory: 'The process needs more memory than it may have; the journal is as it was.',
        exit: 'The journal is as it was; resume to try again.',
    };
    return new errors/* LonghaulError */.BQ('PROCESS_LOST', error.message, { hint: hints[cause] });
}
/** It broke down before the replay had ended, and the journal says that it did not do so then (P6: nothing is written). */
function crashedInReplayError(error) {
    return new errors/* LonghaulError */.BQ('PROCESS_LOST', `The process failed while its journal was replayed: ${(0,endings/* errorText */.kc)(error)}`, {
        hint: 'It did not fail there before: look at what it reads of its surroundings. The journal is as it was; resume to try again.',
        cause: withStack(error),
    });
}
function loadError(path, error, hint) {
    return new errors/* LonghaulError */.BQ('PROCESS_LOAD', `The process file cannot be loaded: ${(0,endings/* errorText */.kc)(error)}`, {
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
        if ((0,gate/* isGate */.cE)(run.runDir))
            return { ...found, verdict: 'agrees' };
        const entry = options.otherEntry?.(run);
        if (entry !== undefined) {
            const hint = `If it is a process of this repository, add ${entry} as a further line of \`process:\`.`;
            const report = `It was started for ${entry}, which \`process\` does not name: nothing of it was loaded`;
            return { ...found, verdict: 'other', report, hint };
        }
        agreement = await agreementOf(options, run);
    }
    catch (error) {
        // A run that was asked for by name has to be there.
        if (options.runId !== undefined || !(error instanceof Error))
            throw error;
        const hint = error instanceof errors/* LonghaulError */.BQ ? error.hint.replaceAll('<run>', runId) : '';
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

// EXTERNAL MODULE: ./lib/operations/world.js
var world = __webpack_require__(80976);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(21792);
// EXTERNAL MODULE: ./lib/action/event.js
var action_event = __webpack_require__(94504);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/comments/markers.js
var markers = __webpack_require__(7603);
// EXTERNAL MODULE: ./lib/github/port.js
var github_port = __webpack_require__(52354);
// EXTERNAL MODULE: ./lib/operations/announced.js
var announced = __webpack_require__(11629);
;// CONCATENATED MODULE: ./lib/action/newest.js
/**
 * Protocol T3: an older save that is signed well shows only to who knows a newer one. The run's status comment does: it
 * says of which event it tells, and nothing is told before the store holds it.
 */





/** Looks at a run that seems too old: a list of artifacts may be a little behind, and its driver may just have saved. */
const LOOKS = 3;
const PAUSE_MS = 1000;
const MINUTE_MS = 60_000;
/**
 * The run as it is now, held against what its status comment tells: one request with a `signing-key`, and none without.
 * @throws LonghaulError RUN_REWOUND; GitHubUnavailable
 */
async function refuseRewound(job, opened) {
    if (job.inputs['signing-key'] === '')
        return opened;
    let run = opened;
    for (let look = 1;; look += 1) {
        const { state } = run.load({ damaged: true });
        const told = await toldOf(job, run, state);
        if (told === undefined)
            return run;
        if (look === LOOKS)
            throw rewound(run.runId, state.head.seq, told);
        if (look > 1)
            await (0,promises_.setTimeout)(PAUSE_MS);
        // Its driver saves before it tells: what was told by then is in the store by now.
        run = await job.store.open(run.runId);
    }
}
/** undefined: nothing that can be believed tells of a later event. One request more for each that does. */
async function toldOf({ github, io }, run, state) {
    try {
        for await (const post of statusPosts(github, run, state)) {
            const seq = seqIn(post, run.runId);
            if (seq === undefined || seq <= state.head.seq)
                continue;
            // Whoever may write can edit our comments, and anybody can copy one.
            const [history] = await github.histories([post.nodeId]);
            if (history?.isOwn === true && !history.isForeign)
                return { seq, url: post.url };
            io.warning(`${post.url} tells of event ${seq} of run ${run.runId}, which has ${state.head.seq}; it is not ours, or was edited, and is not believed`);
        }
    }
    catch (error) {
        if (!(error instanceof github_port/* GitHubRefusal */.ke))
            throw error;
        io.warning(`The status comment of run ${run.runId} could not be read, so nobody knows whether the run was moved back: ${error.message}`);
    }
    return undefined;
}
/** The one that the run has noted; where its note is older than the comment, all on the issue that it was started for. */
async function* statusPosts(github, run, state) {
    const noted = (0,announced/* readComments */.T)(run.runDir).status?.commentId;
    if (noted !== undefined) {
        const post = await github.comment(noted);
        if (post !== undefined)
            yield post;
        return;
    }
    const issue = state.created?.origin?.issue;
    if (typeof issue !== 'number')
        return;
    const since = new Date(Date.parse(state.createdAt) - MINUTE_MS).toISOString();
    yield* github.commentsSince(issue, since);
}
function seqIn({ body }, runId) {
    const marker = (0,markers/* readMarker */.t7)(body);
    return marker?.kind === 'status' && marker.run === runId ? marker.seq : undefined;
}
function rewound(runId, seq, told) {
    return new errors/* LonghaulError */.BQ('RUN_REWOUND', `Run ${runId} ends at event ${seq}, and ${told.url} has told of event ${told.seq}: somebody has moved it back to an older save; nothing was written`, {
        path: told.url,
        hint: 'Put the newest save back. If it is lost and you want to go on from the older one, delete that comment: the next job makes another.',
    });
}

;// CONCATENATED MODULE: ./lib/action/job.js
/** What one job step of the Action works with, and what holds for every run that it touches. */






const sent = schemas/* object */.Ikc({ sender: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), id: schemas/* number */.aig().int().positive() }) });
/** Who the event says has caused it, whoever runs the job once more. */
const senderOf = (payload) => sent.safeParse(payload).data?.sender;
/** Who triggered this job. The event knows the number of its sender, whom a new name does not hide. */
function actorOf({ actor, payload }) {
    const sender = senderOf(payload);
    return { login: actor, ...(sender?.login === actor ? { id: sender.id } : {}) };
}
/**
 * Whose an upgrade of the code is that this job makes. Nobody's where a comment or a schedule woke it: a comment asks
 * for something else, and a schedule bears the name of whoever changed its file last.
 */
function upgraderOf(event) {
    return (0,action_event/* isSpoken */.ru)(event) || event.name === 'schedule' ? undefined : actorOf(event);
}
/** By the index: whether the run belongs to the workflow file of this job. */
const isOurs = ({ event }, { workflow }) => workflow === undefined || event.workflow === '' || workflow === event.workflow;
/**
 * Opens a run that this job may drive; undefined: it belongs to another workflow, which is none of our business.
 * @throws RunNotFoundError; LonghaulError when it was started in another repository or for another entry, or was moved
 *   back to an older save (T3)
 */
async function openOurs(job, runId) {
    const { event, store } = job;
    const run = await store.open(runId);
    const { created } = run.load({ damaged: true }).state;
    if (created?.repository !== undefined && created.repository !== event.repository) {
        throw new errors/* LonghaulError */.BQ('OTHER_REPOSITORY', `Run ${runId} was started in ${created.repository}; this is ${event.repository}`, { hint: 'Carry it on in the repository that it belongs to.' });
    }
    if (created?.workflow !== undefined && event.workflow !== '' && created.workflow !== event.workflow)
        return undefined;
    refuseOtherEntry(job, run);
    return refuseRewound(job, run);
}
/** Absolute path and export of the process that a run was recorded for. */
function recordedEntry({ store }, run) {
    const { importPath, exportName } = run.metadata().entrypoint;
    return { file: external_node_path_.resolve(store.importDir(run.runId), importPath), exportName };
}
/** The entry that a run was recorded for, unless it is one of the lines of `process:` (T1). */
function otherEntry(job, run) {
    const { event, inputs } = job;
    const { file, exportName } = recordedEntry(job, run);
    const isNamed = inputs.process.map(code/* splitEntry */.$d).some((line) => {
        const isFile = external_node_path_.resolve(event.workspace, line.file) === file;
        return isFile && (line.exportName ?? code/* DEFAULT_EXPORT */.D9) === exportName;
    });
    if (isNamed)
        return undefined;
    return `${external_node_path_.relative(event.workspace, file)}${exportName === code/* DEFAULT_EXPORT */.D9 ? '' : `#${exportName}`}`;
}
function refuseOtherEntry(job, run) {
    const entry = job.inputs.process.length === 0 ? undefined : otherEntry(job, run);
    if (entry === undefined)
        return;
    throw new errors/* LonghaulError */.BQ('OTHER_ENTRY', `Run ${run.runId} was started for ${entry}, which \`process\` does not name`, {
        hint: 'Add it as a further line of `process:` if it was moved; otherwise this workflow is not the one that the run belongs to.',
    });
}

// EXTERNAL MODULE: ./lib/action/outputs.js
var action_outputs = __webpack_require__(15490);
;// CONCATENATED MODULE: ./lib/action/check.js
/** `command: check`: every open run of the repository against the code of a pull request. Reads, and writes nothing. */





/** GitHub shows 10 of a step, and a failed one adds its own. */
const ANNOTATIONS = 9;
/**
 * Red when a run would diverge that has nothing but this code to go on with. Only entries that the step names are loaded.
 * @throws UsageError where it names none
 */
async function check(job) {
    const { store, event, env, io, inputs } = job;
    if (inputs.process.length === 0)
        throw new errors/* UsageError */.eb('There is no process to check', {
            hint: 'Name the entries of all processes in `process:`, one a line: runs of others are not loaded.',
        });
    const checked = await checkRuns({
        store,
        workspace: event.workspace,
        env,
        limits: world/* DEFAULT_LIMITS */.d,
        onCodeChange: inputs['on-code-change'],
        runId: inputs['run-id'] || undefined,
        otherEntry: (run) => otherEntry(job, run),
    });
    const of = (verdict) => checked.filter((run) => run.verdict === verdict);
    const [diverging, carried, refused, other, unreadable] = [
        of('diverges'),
        of('carried'),
        of('refused'),
        of('other'),
        of('unreadable'),
    ];
    for (const run of [...diverging, ...carried, ...refused, ...unreadable].slice(0, ANNOTATIONS))
        annotate(job, run);
    const { checkMarkdown } = await __webpack_require__.e(/* import() */ 688).then(__webpack_require__.bind(__webpack_require__, 43688));
    await io.summary(checkMarkdown(checked));
    const said = refused.length === 0 ? '' : `, ${refused.length} agree but will be refused`;
    io.notice(`Check: ${checked.length} open runs: ${of('agrees').length} agree, ${diverging.length} diverge, ${carried.length} finish on the code that they carry${said}, ${other.length} are of processes that this step does not name, ${unreadable.length} could not be read`);
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

// EXTERNAL MODULE: ./lib/journal/open-run.js
var open_run = __webpack_require__(11205);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(40089);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/journal/codec.js
var codec = __webpack_require__(75283);
// EXTERNAL MODULE: ./lib/journal/digest.js
var journal_digest = __webpack_require__(41597);
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
// EXTERNAL MODULE: ./lib/operations/recorder.js
var operations_recorder = __webpack_require__(85008);
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
            hint: 'The same code would fail again: mend it and resume with --on-code-change upgrade.',
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
    return { type: 'RUN_RETRIED', data: { actor: by, effects, dropped, ...(0,operations_recorder/* defined */.sw)({ deadline }) } };
}

;// CONCATENATED MODULE: ./lib/operations/ending.js
/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */






/** Journals the end of a run in one batch. Commands must have been stopped before. */
function journalEnd(journal, end) {
    const withdrawn = end.type === 'sealed'
        ? []
        : [...journal.state.pending.values()].map((effect) => (0,operations_recorder/* cancellation */.WN)(effect, withdrawalReason(end), { withdrawn: true }));
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
            const by = (0,operations_recorder/* defined */.sw)({ actor: end.actor, messageId: end.messageId });
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
        ...(0,operations_recorder/* defined */.sw)({ effectId }),
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
        completionProof: (0,task_files/* completionProofOf */.s2)(run),
        synthetic: true,
        ...(0,operations_recorder/* defined */.sw)({ actor, messageId, source }),
    };
    if (finalStatus === 'completed')
        return { type: 'RUN_COMPLETED', data: seal };
    return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}

// EXTERNAL MODULE: ./lib/operations/family.js
var family = __webpack_require__(49866);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __webpack_require__(76786);
// EXTERNAL MODULE: ./lib/operations/breakpoint-shown.js
var breakpoint_shown = __webpack_require__(78413);
;// CONCATENATED MODULE: ./lib/operations/tasks.js
/** task:list and task:show. Write nothing. */






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
        title: titleOf(kind, definitionOf(runDir, taskDefRef)) ?? label ?? taskId,
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
/** The definition of an effect, for what people are shown of it; what is damaged or not there is empty. */
function definitionOf(runDir, ref) {
    try {
        return readObject((0,reader/* resolverOf */.EM)(runDir), ref) ?? {};
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

;// CONCATENATED MODULE: ./lib/operations/breakpoint-answer.js
/** What settles a breakpoint as a result from outside: read here and nowhere else. */





/**
 * Why `value` does not decide the breakpoint; undefined: it does, or the effect is none. A process asks whether
 * `approved` is truthy: a text would approve, whatever it says. What else the object holds is the process's business.
 */
function answerProblem(runDir, { request }, value) {
    if (request.kind !== 'breakpoint')
        return undefined;
    // Every resume loads this: it is no schema, which would load zod.
    if (!(0,decode/* isObject */.Gv)(value) || typeof value.approved !== 'boolean')
        return 'it takes an object with "approved": true or false';
    const { option } = value;
    // Babysitter's own answers name none, whatever there is to choose from.
    if (option === undefined)
        return undefined;
    let choices;
    try {
        choices = (0,breakpoint_shown/* choicesOf */.cU)(readObject((0,reader/* resolverOf */.EM)(runDir), request.taskDefRef) ?? {});
    }
    catch (error) {
        if (error instanceof errors/* DamageError */.wc)
            return `its options cannot be read: ${error.message}`;
        throw error;
    }
    if (typeof option === 'string' && (choices.length === 0 || choices.includes(option)))
        return undefined;
    if (choices.length === 0)
        return 'its "option" must be a text';
    return `its "option" must be one of: ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`;
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
        return refusal(message, `the run is over (${(0,journal_state/* statusOf */.c2)(state)})`);
    return undefined;
}
/** Acts on a message. `driver`: who drives the run here; undefined: the journal is in our hands, nothing runs. */
function applyMessage(journal, driver, message, talk) {
    const answered = answeredByRun(journal.state, message);
    if (answered !== undefined)
        return answered;
    const by = (0,operations_recorder/* defined */.sw)({ actor: message.actor, messageId: message.id });
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
    const recorder = driver?.recorder ?? new operations_recorder/* Recorder */.vk(journal);
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
        new operations_recorder/* Recorder */.vk(journal).cancelled(effect, reason, by);
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
    const problem = outcome.status === 'ok' ? answerProblem(journal.runDir, effect, outcome.value) : undefined;
    if (problem !== undefined)
        return refusal(message, `${effect.request.label} was not decided: ${problem}`);
    if (driver === undefined)
        new operations_recorder/* Recorder */.vk(journal).resolved(effect, outcome, by);
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
        throw under_lease_refusal(run.runId, receipt.text);
    return { by: 'us', value: undefined };
}
/** A message that was read and not acted on. */
function under_lease_refusal(runId, text) {
    return new LonghaulError('REFUSED', `Run ${runId}: ${text}`, {
        hint: `See what it waits for now with \`longhaul task:list ${runId} --pending\`.`,
    });
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
    throw new RunEndedError(state.runId, statusOf(state), what, afterEnd(state));
}
function afterEnd({ runId, terminal }) {
    return terminal?.status === 'failed' && !terminal.sealed
        ? `Mend what it failed of, and open it again with \`longhaul resume ${runId}\`.`
        : `It stays as it ended (see \`longhaul run:status ${runId}\`): start a new run.`;
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
        throw new LonghaulError('EFFECT_SETTLED', `Effect ${effectId} is already ${SETTLED[effect.status]}; nothing was written`, { hint: `See how it ended with \`longhaul task:show ${state.runId} ${effectId}\`.` });
    }
    if (effect.dropped) {
        throw new LonghaulError('EFFECT_DROPPED', `Effect ${effectId} was not asked for again after a retry; nothing was written`, { hint: `See what the run asks for now with \`longhaul task:list ${state.runId} --pending\`.` });
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
        title: request === undefined ? undefined : (0,breakpoint_shown/* titleOf */.Gg)(request.kind, request.def),
        external: request === undefined ? recorded.external === true : isExternal(request, performer),
    };
};
/** As it lies in the run's directory, where nothing of the run is executed. What is damaged there has no title. */
const asRecorded = (runDir) => ({ request }) => ({
    title: (0,breakpoint_shown/* titleOf */.Gg)(request.kind, definitionOf(runDir, request.taskDefRef)),
    external: request.external === true,
});
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
                ...(0,operations_recorder/* defined */.sw)({ revision: this.#commit === '' ? undefined : this.#commit, actor: by }),
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
        recorder.append({ type: 'PROCESS_LOG', data: { logSeq, ...(0,operations_recorder/* defined */.sw)({ label }), message } });
        world.report({ type: 'log', label, message });
    }
    #onRequests(requests) {
        const { journal, world, recorder, effects, cancelled, changed } = this.#options;
        const fresh = requests.filter((request) => !journal.state.effects.has(request.effectId));
        if (fresh.length > 0)
            recorder.requested(fresh, (request) => effects.noteOf(request));
        for (const { effectId, stepId, kind, taskId, label, def } of fresh) {
            const title = (0,breakpoint_shown/* titleOf */.Gg)(kind, def) ?? label;
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
                data: { effectId: live.effect.effectId, attempt, owner, ...(0,operations_recorder/* defined */.sw)({ because, error, deadline }) },
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
            ...(0,operations_recorder/* defined */.sw)({ stdoutRef: outcome.stdoutRef, stderrRef: outcome.stderrRef }),
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
        this.#clock = options.clock ?? world/* systemClock */.m;
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
        journal.tidyLater();
        const fault = (error) => this.stop(error);
        this.saver = new Saver({ save: () => options.save(), mode: options.saveMode, fault });
        const safety = redaction(world);
        this.recorder = new operations_recorder/* Recorder */.vk(journal, () => this.saver.soon(), safety.redact);
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
            data: { reason, ...(0,operations_recorder/* defined */.sw)({ actor, messageId }), deadline },
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


/** The world with every report also written to the run's progress file; `close` writes what is left of it. */
function recordingProgress(world, runDir, runId) {
    const log = new progress/* ProgressLog */.q(runDir, runId, () => world.clock.now());
    const redact = (0,lib_redact/* redactor */.$p)(world.secrets);
    const report = (said) => {
        const event = (0,lib_redact/* redactValue */.FI)(said, redact);
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
        ...(0,operations_recorder/* defined */.sw)({
            request: (0,lib_redact/* redactValue */.FI)(options.request, redact),
            prompt: (0,lib_redact/* redactValue */.FI)(options.prompt, redact),
            harness: options.harness,
            processRevision: options.processRevision,
            nonInteractive: options.nonInteractive,
            files: options.files,
        }),
        created: {
            engine: version/* VERSION */.x,
            ...(0,operations_recorder/* defined */.sw)({
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
        const { retry: _retry, first: _first, drained: _drained, passedOn: _passedOn, ...inherited } = options;
        const result = await driveRun({
            ...inherited,
            run: child,
            cancel: cancel.signal,
            cancelMessage: cancelId(request),
            // When the driver must go, there is no time to tell one run after the other.
            shutdown: AbortSignal.any([shutdown.signal, ...(options.shutdown ? [options.shutdown] : [])]),
        });
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
        // While the worker replays from the packed segments, they are held against the files they stand for.
        if ((0,journal_segments/* checkSegments */.hc)(run.runDir, lease.loaded.refs.segments, lease.loaded.names).length > 0)
            driver.stop(STALE_CACHE);
        const end = await running;
        await mail.close();
        await endRun(driver, end);
        for (const message of end.end === undefined ? [] : warningsOf(end.end))
            warn(message);
        if (end.stopped === 'waiting' && options.claim !== undefined) {
            Object.assign(end, await claimExternal(journal, end.pending, driver.effects, options.claim));
            if (options.claim.owner === undefined && end.sentOut?.length)
                tell(options.passedOn);
        }
        const result = resultOf(run, state, end);
        talk?.close();
        if (end.end === undefined && end.stopped !== 'shutdown')
            await talk?.pause(result.status);
        await driver.saver.close();
        if (end.end !== undefined)
            (0,operations_final/* persistFinal */.de)(journal, world.workspace);
        progress.close();
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
        progress.close();
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
        if (end.type !== 'sealed')
            tell(options.passedOn);
        journalEnd(journal, end);
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

// EXTERNAL MODULE: ./lib/action/report.js
var action_report = __webpack_require__(41004);
// EXTERNAL MODULE: ./lib/action/talk.js + 1 modules
var action_talk = __webpack_require__(88111);
;// CONCATENATED MODULE: ./lib/action/workflow-file.js
/** What the workflow file that a run belongs to says of it, where the workspace has that file. */


/** Whether the workflow wakes itself: a sweep is part of the protocol (M6). undefined: its file cannot be read. */
async function hasSchedule(place) {
    const text = textOf(place);
    if (text === undefined)
        return undefined;
    const { parseDocument } = await __webpack_require__.e(/* import() */ 637).then(__webpack_require__.t.bind(__webpack_require__, 6637, 19));
    const document = parseDocument(text, { schema: 'core' }); // `on` is a word there, not a boolean
    return document.errors.length > 0 ? undefined : document.hasIn(['on', 'schedule']);
}
/** Whether any job or step of the workflow may read the outputs of another. undefined: its file cannot be read. */
const readsOutputs = (place) => textOf(place)?.includes('outputs');
function textOf({ workspace, workflow }) {
    if (workflow === '')
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)(external_node_path_.join(workspace, workflow), 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/action/conclude.js
/** How a run stands after this job: notices, outputs, summary, and whether the job is red. */





/** Which failed runs may be reopened, and how, is contract §1. */
function howToRetry({ retry }) {
    const how = 'comment `/retry`, or dispatch `command: resume` with its `run-id`';
    switch (retry) {
        case 'no':
            return '';
        case 'anew':
            return `\nTo try again, with its \`run-timeout\` starting anew: ${how}.`;
        case 'as-is':
        case 'either':
            return `\nTo try again from there: ${how}; if the code of the process was mended, set \`on-code-change: upgrade\`.`;
        case 'upgrade':
            return `\nThe process itself is wrong. Once its code is mended: ${how}, and set \`on-code-change: upgrade\`.`;
    }
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
        ...(0,action_talk/* talkOutputs */.B)(job, run, result),
    });
    const all = [...said, ...warnings];
    for (const warning of all)
        io.warning(warning);
    const report = await (0,action_report/* reportSummary */.hm)(job, run, result, all);
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

// EXTERNAL MODULE: ./lib/operations/talk.js + 9 modules
var operations_talk = __webpack_require__(87522);
;// CONCATENATED MODULE: ./lib/action/dispatch.js
/**
 * A run that another job has to take up has its workflow dispatched: at the time limit, to be carried on; after a job
 * whose outputs are not the run's (a sweep), so that the jobs behind the run's own hear of it. The journal says so
 * first, so that it is done once.
 */





class Dispatch {
    #job;
    /** The journal has the hop. */
    #isDue = false;
    #isBarred = false;
    constructor(job) {
        this.#job = job;
    }
    /** What the journal is told at the time limit; undefined: the run has dispatched itself too often in a row. */
    continued(state) {
        const { event, inputs } = this.#job;
        const before = isContinuation(this.#job, state.runId) ? state.dispatched : undefined;
        const hop = (before?.hop ?? 0) + 1;
        this.#isBarred = hop > inputs['max-hops'];
        if (this.#isBarred)
            return undefined;
        this.#isDue = true;
        const data = { hop, actor: before?.actor ?? actorOf(event) };
        return { type: 'RUN_DISPATCHED', data };
    }
    /**
     * What the journal is told when others wait for outputs of the run; undefined: the run that waits for it hears of it,
     * or the workflow reads no outputs.
     */
    passedOn(state) {
        const { event } = this.#job;
        if (state.created?.parent !== undefined || readsOutputs(event) === false)
            return undefined;
        return this.continued(state);
    }
    /** Dispatches this workflow with `command` and `run-id`, nothing else, where the journal says so by now. */
    async send({ runId, status, stopped, terminal }) {
        const isAtLimit = stopped === 'time-limit';
        // Who halts a run over its driver does not have the hop in the journal.
        if ((!this.#isDue && !this.#isBarred) || terminal?.sealed === true)
            return {};
        const { event, github, inputs } = this.#job;
        const file = external_node_path_.posix.basename(event.workflow);
        const here = isAtLimit
            ? `Run ${runId} reached the time limit of its job`
            : `Run ${runId} is ${status}, and the jobs that read its outputs have not heard of it`;
        const by = isAtLimit
            ? `Carry it on with \`command: resume\` and \`run-id: ${runId}\`; a scheduled sweep does so by itself`
            : `Dispatch ${file || 'its workflow'} with \`command: resume\` and \`run-id: ${runId}\``;
        if (this.#isBarred)
            return {
                warning: `${here}; it has dispatched itself ${inputs['max-hops']} times in a row (\`max-hops\`). ${by}`,
            };
        const ref = refOf(event);
        if (file === '' || ref === undefined)
            return { warning: `${here}, and it is not known what to dispatch. ${by}` };
        try {
            await github.dispatch(file, ref, { command: 'auto', 'run-id': runId });
        }
        catch (error) {
            const problem = `${here}. ${error.message} (${whyNot(error)}). ${by}`;
            return isAtLimit || error instanceof github_port/* GitHubRefusal */.ke ? { warning: problem } : { trouble: problem };
        }
        const what = isAtLimit ? 'its continuation is dispatched' : `${file} is dispatched to tell them`;
        return { notice: `${here}: ${what}` };
    }
}
function whyNot(error) {
    const status = error instanceof github_port/* GitHubRefusal */.ke ? error.status : undefined;
    if (status === 403)
        return 'the job needs `permissions: actions: write` for that';
    return status === 422
        ? 'the workflow must be enabled, and `workflow_dispatch` declare the inputs `command`, which takes `auto`, and `run-id`'
        : 'it can be tried again';
}
/** This job was dispatched by the one before it: nobody resumes a run with `auto` by hand. */
function isContinuation({ event, inputs }, runId) {
    return event.name === 'workflow_dispatch' && inputs.command === 'auto' && inputs['run-id'] === runId;
}
const pullRequest = schemas/* object */.Ikc({ pull_request: schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ ref: schemas/* string */.YjP() }) }) });
/** The branch or tag that this job runs on; for a pull request its head branch. */
function refOf(event) {
    const head = pullRequest.safeParse(event.payload).data?.pull_request.head.ref;
    if (event.ref.startsWith('refs/pull/'))
        return head;
    return /^refs\/(?:heads|tags)\/(.+)$/.exec(event.ref)?.[1];
}

// EXTERNAL MODULE: ./lib/action/hints.js
var hints = __webpack_require__(57110);
// EXTERNAL MODULE: ./lib/comments/command.js
var comments_command = __webpack_require__(16173);
// EXTERNAL MODULE: ./lib/decisions/judge.js
var judge = __webpack_require__(69610);
// EXTERNAL MODULE: ./lib/action/intent.js
var action_intent = __webpack_require__(54764);
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
    const isDependabot = name === 'pull_request' && (senderOf(payload)?.login ?? actor) === 'dependabot[bot]';
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

// EXTERNAL MODULE: ./lib/comments/replies.js
var replies = __webpack_require__(90452);
// EXTERNAL MODULE: ./lib/decisions/policy.js
var policy = __webpack_require__(97239);
;// CONCATENATED MODULE: ./lib/action/said.js
/** A comment or review that speaks to us: what is known of it, how it is answered, and what its author may ask for. */






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
/** Answers once, however often the event comes: our earlier answer is found by its marker and its author. */
async function reply(job, spoken, answer, run) {
    const { issue, id } = spoken;
    if (await isAnswered(job, spoken))
        return nothing(job, 'It is answered already');
    await job.github.createComment(issue, (0,replies/* replyComment */.w)(answer, { to: id, ...(run === undefined ? {} : { run }) }));
    return nothing(job, `Answered: ${answer.code}`);
}
async function isAnswered({ github }, { issue, id, post }) {
    for await (const { body, nodeId } of github.commentsSince(issue, post.createdAt)) {
        const marker = (0,markers/* readMarker */.t7)(body);
        if (marker?.kind !== 'reply' || marker.to !== id)
            continue;
        const [history] = await github.histories([nodeId]);
        if (history?.isOwn === true)
            return true;
    }
    return false;
}
const runEnded = (job, spoken, { runId, status }) => reply(job, spoken, { code: 'run-ended', runId, status }, runId);
const messageId = ({ id, nodeId }) => `${nodeId === undefined ? 'comment' : 'review'}-${id}`;
const isOpen = ({ status: now }) => !(0,endings/* isEnded */.pl)(now);
/**
 * Reads the comment again and asks for its author's permission now; does it when both hold. People without any role
 * get a reaction only, bots nothing, and a job that is run again does nothing a second time.
 */
async function ifMay(job, said, level, act) {
    const { github, event } = job;
    const post = said.nodeId === undefined ? await github.comment(said.id) : await github.review(said.issue, said.id);
    const { author } = post ?? {};
    if (post === undefined || author === undefined || author.isBot)
        return nothing(job, 'Nobody is to be answered');
    const [role, [history]] = await Promise.all([github.role(author.login), github.histories([post.nodeId])]);
    if ((0,policy/* rankOf */.IQ)(role) < (0,policy/* rankOf */.IQ)('read')) {
        await react(job, said.nodeId === undefined ? said : { ...said, nodeId: post.nodeId }, 'confused');
        return nothing(job, `@${author.login} has no role in this repository`);
    }
    const spoken = { ...said, post };
    if (event.workflowAttempt > 1 && said.isMail !== true)
        return reply(job, spoken, { code: 'rerun' });
    if (history === undefined || history.isEdited)
        return reply(job, spoken, { code: 'edited' });
    if ((0,policy/* rankOf */.IQ)(role) < (0,policy/* rankOf */.IQ)(level))
        return reply(job, spoken, { code: 'no-permission', needs: level, has: role });
    return act(spoken);
}
/** The clocks of runners and of GitHub are their own. */
const SKEW_MS = 60_000;
/** Its event came before: the journal of one of the runs that were saved since has it. */
async function isTaken(job, said, at, runs) {
    if (job.event.workflowAttempt > 1)
        return false;
    for (const { runId, updatedAt } of runs) {
        if (Date.parse(updatedAt) + SKEW_MS < Date.parse(at))
            continue;
        const state = await stateOfOther(job, runId);
        if (state?.messages.has(messageId(said)) === true)
            return true;
    }
    return false;
}
/** Nothing can be read just now, whichever run it is. */
const PASSING = new Set(['API_FAILED', 'FORBIDDEN', 'UNAUTHORISED', 'TIMEOUT', 'NETWORK']);
/** Of a run on the issue; undefined: it cannot be used, which keeps no comment from the run that it is for. */
async function stateOfOther({ store, io }, runId) {
    try {
        return (await store.open(runId)).load({ damaged: true }).state;
    }
    catch (error) {
        if (!(error instanceof errors/* LonghaulError */.BQ) || PASSING.has(error.code))
            throw error;
        io.warning(`Run ${runId} was passed over: ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/action/late.js
/** Decisions that arrive when their run is over: nobody judges them any more, and nobody is left without an answer. */





/** @throws GitHubRefusal, GitHubUnavailable: it stays in the mailbox */
const answerLate = (job) => async ({ commentId: id, issue, review }, state) => {
    const said = { id, issue, text: '', isMail: true, ...(review === true ? { nodeId: '' } : {}) };
    await ifMay(job, said, 'read', async (spoken) => {
        const { runId, terminal } = state;
        if (!(0,judge/* isDecision */.p)((0,comments_command/* parseComment */.v)(spoken.post.body)) ||
            spoken.post.issue !== issue ||
            terminal === undefined)
            return nothing(job, `Comment ${id} is no decision about run ${runId}`);
        return runEnded(job, spoken, { runId, status: (0,journal_state/* statusOf */.c2)(state) });
    });
};

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

// EXTERNAL MODULE: ./lib/stores/saved-files.js
var saved_files = __webpack_require__(18161);
;// CONCATENATED MODULE: ./lib/operations/run-files.js
/** All files of a run that say something to people: what a store keeps of it, and what its driver said on the way. */




/** Absolute paths; caches, leases and mail are left out. */
function runFilePaths(runDir) {
    const kept = (0,saved_files/* scanFiles */.Tu)(runDir, '').map(({ path }) => (0,external_node_path_.join)(runDir, path));
    const progress = layout/* paths */.f0.progress(runDir);
    return (0,external_node_fs_.existsSync)(progress) ? [...kept, progress] : kept;
}

// EXTERNAL MODULE: ./lib/action/store.js + 53 modules
var store = __webpack_require__(29468);
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
    if (outcome.kind === 'taken' && (await client.remove(name)) !== undefined)
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
    const { file, exportName } = recordedEntry(job, run);
    const isBuiltIn = file === external_node_path_.resolve(job.event.workspace, gate/* GATE_ENTRY */.NY) && exportName === code/* DEFAULT_EXPORT */.D9;
    if (isBuiltIn && (0,gate/* isGate */.cE)(run.runDir))
        return undefined;
    const entry = external_node_path_.relative(job.event.workspace, file);
    return new errors/* LonghaulError */.BQ('ENTRY_UNNAMED', `Run ${run.runId} was started for ${entry}, and this step names no process: it does not execute it`, {
        hint: `If that is a process of this workflow, set \`process: ${entry}\` in the \`with:\` of the step.`,
    });
}
/** T1, before any code of a run is loaded. @throws LonghaulError CODE_UNTRUSTED; the port's errors */
async function refuseForeignCode(job, run, retry) {
    const policy = job.inputs['on-code-change'];
    if (policy === 'upgrade' || !isExecuted(run, retry) || (0,gate/* isGate */.cE)(run.runDir))
        return;
    const issue = run.load({ damaged: true }).state.created?.origin?.issue;
    const facts = {
        runId: run.runId,
        runDir: run.runDir,
        entry: recordedEntry(job, run).file,
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

// EXTERNAL MODULE: ./lib/action/world.js + 2 modules
var action_world = __webpack_require__(45250);
;// CONCATENATED MODULE: ./lib/action/drive.js
/** Drives a run in this job, and tells how it stands: persist, then announce. */





















/** @throws LonghaulError for a fault that makes the job red; every other one is in the verdict */
async function drive_drive(job, request) {
    const { run, retry = false, delivered, isNew = false, heard, isAside = false } = request;
    const { event, inputs, env, io, store, owner, shutdown, cancel, drain, hurry } = job;
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
    const talk = { ...(0,action_talk/* talkOptions */.f)(job, heard), warnings };
    const dispatch = new Dispatch(job);
    let result;
    try {
        result = await carryOn({
            store,
            run,
            owner,
            world: { ...(0,action_world/* actionWorld */.VS)(inputs, event.workspace, env, logProgress(io)), rulesOf: (0,operations_talk/* rulesOf */.f)(talk), hurry },
            talk: (seat) => new operations_talk/* Talk */.v(talk, seat),
            late: answerLate(job),
            limits: (0,action_world/* actionLimits */.FB)(inputs),
            onCodeChange: (0,gate/* isGate */.cE)(run.runDir) ? 'pin' : inputs['on-code-change'],
            execute: true,
            save: inputs.save,
            shutdown,
            cancel,
            drain,
            drained: (state) => dispatch.continued(state),
            ...(isAside ? { passedOn: (state) => dispatch.passedOn(state) } : {}),
            workspaceCommit: (0,action_event/* workspaceCommit */.ph)(event),
            claim: { owner: isAside ? undefined : workflowRunOwner(event), isAlive: workflowRunsPort(job.github) },
            vet: (child) => refuseForeignCode(job, child, false),
            actor: upgraderOf(event),
            ...(retry ? { retry: { by: actorOf(event) } } : {}),
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
    const { notice, warning, trouble } = await dispatch.send(result);
    if (notice !== undefined)
        io.notice(notice);
    if (warning !== undefined)
        warnings.push(warning);
    if (trouble !== undefined)
        result = { ...result, troubles: [...result.troubles, trouble] };
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
        const run = await openOurs(job, waiting.runId);
        if (run === undefined)
            return;
        const { failure } = await drive_drive(job, { run, isAside: true });
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
    await (0,action_report/* reportSummary */.hm)(job, run, { ...result, status }, [error.message]);
    const where = isUnsaved ? `\nThe run lies in ${run.runDir}; the post step tries to save it once more.` : '';
    return { outputs, failure: `${(0,hints/* sayInJob */.u)(error)}${where}`, isFault: true };
}
const nameOf = (error) => error instanceof errors/* LonghaulError */.BQ ? error.code : error.name;
/** A save that failed has left steps behind on this disk; what is no error of ours may have. */
const hasUnsaved = (error) => !(error instanceof errors/* LonghaulError */.BQ) || error.endedSave;

// EXTERNAL MODULE: ./lib/operations/refs.js
var refs = __webpack_require__(27560);
;// CONCATENATED MODULE: ./lib/action/message.js
/** A dispatched command as a message: dropped first, so that it arrives whoever drives the run. */





/** What is so already is green, with a notice; undefined: it is to be done. @throws RunEndedError */
function alreadySo({ inputs }, state, command) {
    const { terminal } = state;
    if (command === 'cancel' && terminal?.status === 'canceled')
        return `Run ${state.runId} is canceled already`;
    const effect = command === 'cancel' ? (0,refs/* effectCalled */.x)(state, inputs['effect-id']) : undefined;
    if (effect?.status === 'cancelled')
        return `Effect ${effect.effectId} is cancelled already`;
    if (terminal !== undefined)
        throw new errors/* RunEndedError */.yu(state.runId, (0,journal_state/* statusOf */.c2)(state), `\`${command}\``);
    return undefined;
}
/** M1: by workflow run, job, step and matrix index, without the workflow attempt. */
const message_messageId = ({ event, inputs }, command) => (0,action_event/* hashedId */.hK)([event.workflowRunId, event.job, event.step, inputs['job-index'], command], 128);
const sourceOf = (event) => `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`;
/** A result is known by effect and attempt, whoever brings it. @throws UsageError, LonghaulError, RunEndedError */
function messageOf(job, state, command) {
    const { event, inputs } = job;
    const base = {
        id: message_messageId(job, command),
        attempt: state.attempt,
        at: new Date().toISOString(),
        actor: actorOf(event),
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
    const effect = (0,refs/* effectCalled */.x)(state, named);
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

;// CONCATENATED MODULE: ./lib/action/command.js
/** Commands that name a run: status, and those that are a message to whoever drives it. */













/** @throws RunNotFoundError, RunEndedError, LonghaulError: red, and nothing was written */
async function command(job, intent) {
    const { io } = job;
    const run = await openOurs(job, intent.runId);
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
    const message = (0,lib_redact/* redactValue */.FI)(messageOf(job, state, intent.command), (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs)));
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
        actor: actorOf(event),
        messageId: message_messageId(job, 'halt'),
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
        const redact = (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs));
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
    await (0,action_talk.tellEnd)(job, run);
    for (const runId of done.children ?? [])
        await (0,action_talk.tellEnd)(job, await store.open(runId));
    await uploadRun(job, run);
    const verdict = await conclude(job, run, result);
    await carryParentOn(job, waiting, run.runId);
    return verdict;
}

;// CONCATENATED MODULE: ./lib/action/meant.js


/** undefined: no run reports there. What `/cancel` names, the index does not know. */
function meant(command, runs) {
    if ((0,judge/* isDecision */.p)(command))
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
    return [...openElseAll(runs)].sort((a, b) => (a.runId < b.runId ? -1 : 1))[0];
}
function answerOf(answer, runs) {
    const by = speakerOf(runs);
    return by && { answer, by };
}
/** Without a reference: the run that waits here, when there is one. */
function whoWaits(runs) {
    const waiting = runs.filter(({ refs }) => refs.length > 0);
    if (waiting.length > 1)
        return answerOf({ code: 'which-breakpoint', open: openRefs(waiting) }, waiting);
    // None is open by now: the one run that reports here knows whether one was when the comment was written.
    const [run, ...others] = waiting.length === 1 ? waiting : openElseAll(runs);
    return run !== undefined && others.length === 0
        ? { run, reason: '' }
        : answerOf({ code: 'no-breakpoint' }, runs);
}
function whoHas(runs, ref) {
    const has = runs.find(({ refs }) => refs.includes(ref));
    if (has !== undefined)
        return { run: has, reason: '' };
    const [only, ...others] = openElseAll(runs);
    if (only !== undefined && others.length === 0)
        return { run: only, reason: '' };
    return answerOf({ code: 'unknown-ref', ref, open: openRefs(runs) }, runs);
}
function openElseAll(runs) {
    const open = runs.filter(isOpen);
    return open.length > 0 ? open : runs;
}
/** What `/cancel` names, by effect id or reference; `other`: what to answer where no single run has it pending. */
function meantToCancel(word, all) {
    const having = all.flatMap(({ run, effects }) => effects
        .filter(({ effectId, ref }) => word === effectId || word === ref)
        .map((effect) => ({ run, ...effect })));
    const pending = having.filter(({ isPending }) => isPending);
    const [only, ...others] = pending.length > 0 ? pending : having;
    if (only === undefined)
        return { other: { code: 'unknown-ref', ref: word, open: openRefs(all.map(({ run }) => run)) } };
    if (others.length === 0)
        return only;
    const open = [only, ...others].map(({ ref, effectId, run }) => ({
        ref,
        title: `${effectId} of run ${run.runId}`,
    }));
    return { other: { code: 'which-effect', effect: word, open } };
}
const openRefs = (runs) => runs.flatMap(({ refs, runId }) => refs.map((ref) => ({ ref, title: `run ${runId}` })));

;// CONCATENATED MODULE: ./lib/action/comment-commands.js













async function comment_commands_status(job, spoken, { runId }) {
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { status: comment, issue } = (0,announced/* readComments */.T)(run.runDir);
    const url = comment?.url ?? issue?.url ?? `${job.event.serverUrl}/${job.event.repository}/issues/${spoken.issue}`;
    const lastSweep = await job.github.lastScheduled(job.event.workflow.split('/').at(-1) ?? '');
    const link = { text: `run ${runId}`, url };
    const now = (0,journal_state/* statusOf */.c2)(run.load({ damaged: true }).state);
    return reply(job, spoken, { code: 'status', link, runId, status: now, ...(lastSweep === undefined ? {} : { lastSweep }) }, runId);
}
/** `runs`: all on the issue, whichever workflow they belong to, so that an effect of several is cancelled in none. */
async function cancel(job, spoken, { effect: word, text }, runs) {
    const open = runs.filter(isOpen);
    const speaker = speakerOf(runs);
    // One of the workflows says what concerns none of the runs by itself.
    const answer = (other) => speaker !== undefined && isOurs(job, speaker)
        ? reply(job, spoken, other)
        : nothing(job, 'Another workflow answers');
    if (word === '')
        return answer({ code: 'cancel-needs-effect', open: openRefs(open) });
    const effects = [];
    for (const run of open)
        effects.push(await effectsOf(job, run));
    const found = meantToCancel(word, effects);
    if ('other' in found)
        return answer(found.other);
    const { runId } = found.run;
    const run = isOurs(job, found.run) ? await openOurs(job, runId) : undefined;
    if (run === undefined)
        return notOurs(job, runId);
    const { state } = run.load();
    if (!found.isPending)
        return reply(job, spoken, { code: 'closed', ref: word, outcome: 'settled' }, runId);
    const { login, id } = spoken.post.author ?? { login: '', id: 0 };
    const message = {
        id: messageId(spoken),
        kind: 'cancel',
        attempt: state.attempt,
        at: new Date().toISOString(),
        actor: { login, id },
        source: spoken.post.url,
        effectId: found.effectId,
        reason: text || `cancelled by @${login}`,
    };
    await run.mailbox.deliver((0,lib_redact/* redactValue */.FI)(message, (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs))));
    return drive_drive(job, { run, delivered: DELIVERED });
}
async function effectsOf(job, run) {
    const state = await stateOfOther(job, run.runId);
    if (state === undefined)
        return { run, effects: [] };
    const effects = [...(0,refs/* refsOf */.g)(state)].map(([effectId, ref]) => {
        return { effectId, ref, isPending: state.effects.get(effectId)?.status === 'requested' };
    });
    return { run, effects };
}
async function haltBy(job, spoken, { run: target, reason }) {
    const { runId } = target;
    if (!isOpen(target))
        return haltedOrEnded(job, spoken, runId);
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { login, id } = spoken.post.author ?? { login: '', id: 0 };
    try {
        return await halt(job, run, {
            actor: { login, id },
            messageId: messageId(spoken),
            source: spoken.post.url,
            finalStatus: 'completed',
            reason: reason || 'manual_halt',
        });
    }
    catch (error) {
        // It ended since the index was read.
        if (!(error instanceof errors/* RunEndedError */.yu))
            throw error;
        return haltedOrEnded(job, spoken, runId);
    }
}
/** The run is over: who halted it, when and why, where somebody has. */
async function haltedOrEnded(job, spoken, runId) {
    const { state } = (await job.store.open(runId)).load({ damaged: true });
    const { terminal } = state;
    if (terminal?.sealed !== true)
        return runEnded(job, spoken, { runId, status: (0,journal_state/* statusOf */.c2)(state) });
    const { actor, at, reason = '' } = terminal;
    const by = actor === undefined ? {} : { by: actor.login };
    const redact = (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs));
    return reply(job, spoken, { code: 'halted-already', runId, ...by, at, reason: redact(reason) }, runId);
}
async function retry(job, spoken, { runId }) {
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { state } = run.load();
    try {
        const may = mayRetry(state, job.inputs['on-code-change']);
        if (!may) {
            const why = state.terminal === undefined ? 'it has not ended' : 'it did not fail by itself';
            return reply(job, spoken, { code: 'not-retryable', runId, status: (0,journal_state/* statusOf */.c2)(state), why }, runId);
        }
    }
    catch (error) {
        if (!(error instanceof errors/* LonghaulError */.BQ && error.code === 'RETRY_REFUSED'))
            throw error;
        return reply(job, spoken, { code: 'retry-needs-upgrade', runId }, runId);
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
    const ours = runs.filter((run) => isOurs(job, run));
    const concerned = target === undefined ? ours[0] : 'run' in target ? target.run : target.by;
    if (concerned === undefined || !isOurs(job, concerned))
        return nothing(job, 'No run of this workflow is meant');
    await react(job, said, 'eyes');
    // A run that is open and meant is asked by whoever drives it.
    const asked = target !== undefined && 'run' in target && (0,judge/* isDecision */.p)(command) ? target.run : undefined;
    const others = runs.filter((run) => run !== asked || !isOpen(run));
    const names = (0,judge/* isDecision */.p)(command) ? command.ref : undefined;
    const isNamed = names !== undefined && asked?.refs.includes(names) === true;
    const mayBeTaken = !isNamed && !UNRECORDED.has(command.verb);
    if (mayBeTaken && (await isTaken(job, said, intent.at, others)))
        return nothing(job, 'The comment was taken already');
    if (command.verb === 'cancel')
        return ifMay(job, said, 'write', (spoken) => cancel(job, spoken, command, runs));
    if (target === undefined)
        return nothing(job, 'No run reports here');
    const level = (0,judge/* isDecision */.p)(command) ? 'read' : LEVELS[command.verb];
    if ('answer' in target)
        return ifMay(job, said, level, (spoken) => reply(job, spoken, target.answer));
    if ((0,judge/* isDecision */.p)(command))
        return decision(job, said, target.run, runs);
    switch (command.verb) {
        case 'help':
            return ifMay(job, said, level, (spoken) => reply(job, spoken, { code: 'help' }));
        case 'status':
            return ifMay(job, said, level, (spoken) => comment_commands_status(job, spoken, target.run));
        case 'halt':
            return ifMay(job, said, level, (spoken) => haltBy(job, spoken, target));
        case 'retry':
            return ifMay(job, said, level, (spoken) => retry(job, spoken, target.run));
    }
}
/** They leave no message in a run: none can tell that they came before. */
const UNRECORDED = new Set(['help', 'status', 'retry']);
const LEVELS = { help: 'triage', status: 'triage', halt: 'write', retry: 'write' };
async function decision(job, said, target, runs) {
    const { event, store } = job;
    const { runId, attempt } = target;
    if (!isOpen(target))
        return ifMay(job, said, 'read', (spoken) => runEnded(job, spoken, target));
    // Before the run is opened: what is opened then has the message. A re-run attempt brings nothing of its own; what
    // its first attempt has left in the mailbox is acted on.
    if (event.workflowAttempt === 1) {
        const { id, issue, nodeId } = said;
        await store.send(runId, {
            id: messageId(said),
            kind: 'decide',
            attempt,
            at: new Date().toISOString(),
            commentId: id,
            issue,
            ...(nodeId === undefined ? {} : { review: true }),
        });
    }
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    if (event.workflowAttempt > 1 && !(await isToBeJudged(run, said)))
        await ifMay(job, said, 'read', (spoken) => reply(job, spoken, { code: 'rerun' }));
    return drive_drive(job, { run, delivered: DELIVERED, heard: { commentId: said.id, runs } });
}
/** The first attempt of this job has left the comment for the run, and nobody has judged it so far. */
async function isToBeJudged(run, said) {
    const id = messageId(said);
    if (run.load().state.messages.has(id))
        return false;
    return (await run.mailbox.names()).some((name) => name.startsWith(`${id}-`));
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
        const of = (await store.open(runId)).lastSave?.driver?.job;
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
        actor: actorOf(event),
        created: {
            repository: event.repository,
            ...(event.workflow === '' ? {} : { workflow: event.workflow, workflowName: event.workflowName }),
            ...(timeout > 0 ? { deadline: new Date(Date.now() + timeout).toISOString() } : {}),
        },
        origin: originOf(event, issue),
        redact: (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(inputs), () => job.io.warning(SECRET_WARNING)),
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
        entry: { path: external_node_path_.join(event.workspace, gate/* GATE_ENTRY */.NY), exportName: undefined },
        processId: 'question',
        inputs: { question, ...(context === '' ? {} : { context }) },
        files: (0,gate/* gateFiles */.jP)(),
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
const sweep_LOOKS = 100;
const DAY_MS = 24 * 60 * 60_000;
const WHY = { time: 'its time has come', mail: 'it has mail', driver: 'nobody drives it' };
async function sweep(job) {
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
        if (isCancelled(job) || job.drain.aborted || done.length >= LIMIT || looks >= sweep_LOOKS)
            break;
        looks += 1;
        io.line(`Sweep: run ${runId}, ${WHY[why]}`);
        try {
            const run = await openOurs(job, runId);
            if (run === undefined)
                continue;
            const { outputs, failure, isFault } = await drive_drive(job, { run, isAside: true });
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
            return sweep(job);
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
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    return drive_drive(job, { run, retry });
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


/***/ })

};
