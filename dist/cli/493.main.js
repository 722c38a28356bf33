export const id = 493;
export const ids = [493];
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

/***/ 934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ requestFor)
/* harmony export */ });
/* harmony import */ var _stores_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(935);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3405);
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8309);



function requestFor({ here }, run) {
    return { run, owner: (0,_stores_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .thisOwner */ .GS)(_version_js__WEBPACK_IMPORTED_MODULE_1__.VERSION), actor: (0,_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .localActor */ .Z)(here.cwd) };
}


/***/ }),

/***/ 1493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(4545);
// EXTERNAL MODULE: ./lib/journal/open-run.js
var open_run = __webpack_require__(1205);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(89);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/journal/verify.js + 1 modules
var verify = __webpack_require__(2787);
// EXTERNAL MODULE: ./lib/redact.js
var lib_redact = __webpack_require__(4904);
// EXTERNAL MODULE: ./lib/operations/ending.js
var ending = __webpack_require__(1433);
// EXTERNAL MODULE: ./lib/operations/family.js
var family = __webpack_require__(9866);
// EXTERNAL MODULE: ./lib/operations/rebuild.js
var rebuild = __webpack_require__(3063);
// EXTERNAL MODULE: ./lib/operations/seal.js
var seal = __webpack_require__(111);
// EXTERNAL MODULE: ./lib/operations/under-lease.js
var under_lease = __webpack_require__(1361);
;// CONCATENATED MODULE: ./lib/operations/halt.js
/** run:halt: seals a run (requirements H1-H20). Loads no process code. */













/** A live driver gets so long to signal its effects and seal the run itself (M9), ms. */
const DRIVER_MS = 30_000;
/** Looks at the store become rarer while it does not. */
const FIRST_LOOK_MS = 200;
const LAST_LOOK_MS = 2000;
function situationOf({ run }) {
    const findings = (0,verify/* verifyRun */.$)(run.runDir).filter((finding) => finding.warning !== true);
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
        eventType: endings/* ENDINGS */.Jx[finalStatus].event,
        finalStatus,
        reason,
        completionProof: (0,task_files/* completionProofOf */.s2)(metadata),
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
        ...(0,under_lease/* envelope */.RE)(request, before.state),
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
    const event = (0,ending/* sealEvent */.sr)(metadata, endOf(request));
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
        metadata: (0,rebuild/* rebuildMetadata */.l)(state, 'manual_halt', !facts.unchanged),
        ...(findings.length === 0 ? {} : { damaged: findings }),
    };
}

// EXTERNAL MODULE: ./lib/cli/change.js
var change = __webpack_require__(934);
// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/halt.js
/** longhaul run:halt */




const verb = async (invocation) => {
    const { store, run, workspace } = await (0,runs/* findRun */.Lc)(invocation);
    const { flags } = invocation;
    const request = {
        ...(0,change/* requestFor */.p)(invocation, run),
        store,
        finalStatus: flags.need('final-status') === 'failed' ? 'failed' : 'completed',
        reason: flags.need('reason'),
        workspace,
        force: flags.on('force'),
    };
    try {
        return await halt(invocation, request);
    }
    catch (error) {
        if (error instanceof errors/* LonghaulError */.BQ)
            throw error;
        throw new errors/* LonghaulError */.BQ('HALT_FAILED', error.message, {
            cause: error,
            hint: 'See the state of the run with `longhaul run:verify <run>`.',
        });
    }
};
async function halt({ flags, out }, request) {
    const status = request.finalStatus;
    if (flags.on('dry-run')) {
        const plan = planHalt(request);
        out.document(plan);
        out.line(`Run ${request.run.runId} would be sealed with ${plan.eventType}: ${plan.reason}`);
        tellDamage({ out }, plan.damaged);
        return { status };
    }
    const done = await haltRun(request);
    out.document(done);
    const { seq, type } = done.event;
    out.line(done.unchanged
        ? `Run ${request.run.runId} was sealed so already; nothing was written`
        : `Run ${request.run.runId} is sealed: event ${seq} ${type}: ${done.reason}`);
    tellDamage({ out }, done.damaged);
    for (const child of done.children ?? [])
        out.line(`  ${child}, which it had started, is sealed with it`);
    return { status };
}
function tellDamage({ out }, damaged = []) {
    if (damaged.length > 0)
        out.line('Damaged entries, left as they are:');
    for (const { code, path, message } of damaged)
        out.line(`  ${code}  ${path}  ${message}`);
}


/***/ }),

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ verifyRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/journal/codec.js
var codec = __webpack_require__(5283);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(6955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var journal_digest = __webpack_require__(1597);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(8091);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(8174);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var state = __webpack_require__(89);
// EXTERNAL MODULE: ./lib/journal/restore.js
var restore = __webpack_require__(7879);
// EXTERNAL MODULE: ./lib/journal/segment-check.js
var segment_check = __webpack_require__(4957);
// EXTERNAL MODULE: ./lib/journal/segment-file.js
var segment_file = __webpack_require__(8219);
// EXTERNAL MODULE: ./lib/journal/segments.js
var journal_segments = __webpack_require__(4519);
// EXTERNAL MODULE: ./lib/journal/snapshot.js + 1 modules
var snapshot = __webpack_require__(8221);
// EXTERNAL MODULE: ./lib/journal/state-cache.js
var state_cache = __webpack_require__(299);
;// CONCATENATED MODULE: ./lib/journal/verify-aside.js
/** Findings about what lies beside the journal: caches, carried code, left-over files. */













/** `names` and `events`: what the journal holds, unreadable events left out of `events`. */
function verifyAside(runDir, names, events) {
    return [
        ...segmentFindings(runDir, names, events),
        ...cacheFindings(runDir, names),
        ...codeFindings(runDir),
        ...logFindings(runDir),
        ...['state', 'lease', 'mailbox'].flatMap((place) => (0,reader/* namesIn */.wX)((0,external_node_path_.join)(runDir, place))
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
    return (0,reader/* namesIn */.wX)(layout/* paths */.f0.segments(runDir)).flatMap((name) => {
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
    const { head, settlements, attempt, equals, pending } = (0,state/* stateOf */.L4)([...events.values()].filter((event) => event.seq <= (segments.at(-1)?.to ?? 0)));
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
        const differing = (0,segment_check/* checkSegments */.hc)(runDir, [file.ref], names.slice(Math.max(0, from)));
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

;// CONCATENATED MODULE: ./lib/journal/verify.js









/** Every finding about a run directory, in the order of the journal. None: the run is whole. Never throws for damage. */
function verifyRun(runDir) {
    return new Verification(runDir).run();
}
class Verification {
    #runDir;
    #findings = [];
    #state = (0,state/* emptyState */.p$)();
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
            (0,state/* applyEvent */.Z8)(this.#state, event);
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


/***/ }),

/***/ 1433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ journalEnd),
/* harmony export */   nZ: () => (/* binding */ warningsOf),
/* harmony export */   sr: () => (/* binding */ sealEvent),
/* harmony export */   uX: () => (/* binding */ withdrawalReason)
/* harmony export */ });
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1597);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8651);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8091);
/* harmony import */ var _journal_task_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9138);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5008);
/* harmony import */ var _reopen_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4647);
/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */






/**
 * Journals the end of a run in one batch. Commands must have been stopped before.
 * @param passedOn stands right before the end: others are told of it
 */
function journalEnd(journal, end, passedOn) {
    const withdrawn = end.type === 'sealed'
        ? []
        : [...journal.state.pending.values()].map((effect) => (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .cancellation */ .WN)(effect, withdrawalReason(end), { withdrawn: true }));
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
            const text = (0,_journal_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonText */ .s$)(JSON.parse(end.output));
            const data = {
                outputRef: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .OUTPUT_REF */ .i3,
                outputDigest: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(text),
                ...attached(end.cleanupErrors),
            };
            return {
                event: { type: 'RUN_COMPLETED', data },
                files: [{ path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .OUTPUT_REF */ .i3, text, replace: true }],
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
            const by = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ actor: end.actor, messageId: end.messageId });
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
        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ effectId }),
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
    return effect === undefined || (0,_reopen_js__WEBPACK_IMPORTED_MODULE_5__/* .isMisdefined */ .Pn)(effect, name) ? 'permanent' : 'transient';
}
/** A seal says by itself who set it, why, and that it is no natural end (H4, H5, H11). */
function sealEvent(run, end) {
    const { finalStatus, reason, actor, messageId, source } = end;
    const seal = {
        manual_seal_reason: reason,
        completionProof: (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_3__/* .completionProofOf */ .s2)(run),
        synthetic: true,
        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ actor, messageId, source }),
    };
    if (finalStatus === 'completed')
        return { type: 'RUN_COMPLETED', data: seal };
    return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}


/***/ }),

/***/ 9866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FW: () => (/* binding */ wakeParent),
/* harmony export */   Hs: () => (/* binding */ childRunId),
/* harmony export */   kS: () => (/* binding */ openChildren)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89);

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
    const effects = [...state.pending.values()].filter(_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .hasChild */ .xh);
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

/***/ 3063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ rebuildMetadata),
/* harmony export */   z: () => (/* binding */ rebuildState)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8091);
/* harmony import */ var _journal_open_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1205);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89);
/* harmony import */ var _journal_state_cache_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(299);
/* harmony import */ var _under_lease_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1361);
/** run:rebuild-state: state/ written anew from the event files alone. */






function rebuildMetadata(state, reason, rebuilt = true) {
    return {
        processId: state.processId,
        pendingEffectsByKind: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_3__/* .pendingByKind */ .HE)(state),
        stateVersion: state.head.seq,
        journalHead: state.head.seq === 0 ? null : { ...state.head },
        stateRebuilt: rebuilt,
        stateRebuildReason: reason,
    };
}
/** @throws LeaseHeldError, DamageError */
async function rebuildState(run, owner, dryRun = false) {
    const state = () => (0,_journal_open_run_js__WEBPACK_IMPORTED_MODULE_2__/* .loadRun */ .Sj)(run.runDir, { segments: 'ignore' }).state;
    if (dryRun)
        return rebuildMetadata(state(), 'cli_manual', false);
    const done = await (0,_under_lease_js__WEBPACK_IMPORTED_MODULE_5__/* .underLease */ .zV)(run, owner, ({ journal }) => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .paths */ .f0.segments(run.runDir), { recursive: true, force: true });
        return journal.state;
    });
    if (done.held !== undefined)
        throw done.held;
    // The lease's own cache says why it was written last; this one says that somebody asked for it.
    (0,_journal_state_cache_js__WEBPACK_IMPORTED_MODULE_4__/* .rebuildStateCache */ .P5)(run.runDir, done.value, 'cli_manual');
    return rebuildMetadata(done.value, 'cli_manual');
}


/***/ }),

/***/ 1361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ pendingEffect),
/* harmony export */   RE: () => (/* binding */ envelope),
/* harmony export */   Zg: () => (/* binding */ change),
/* harmony export */   vs: () => (/* binding */ refuseEnded),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   zV: () => (/* binding */ underLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6786);
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4904);
/* harmony import */ var _mail_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6665);
/** Changes to a run from outside: made here when nobody drives it, otherwise left to its driver as a message. */





/** What every message has, for the attempt that the run is at. */
function envelope({ actor, messageId = (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ulid */ .Z0)(), source }, state) {
    const at = new Date().toISOString();
    return { id: messageId, attempt: state.attempt, at, actor, ...(source === undefined ? {} : { source }) };
}
/**
 * Makes the change under the lease; while a driver has it, drops the message and looks once more: a driver that
 * let go in between may have read its mailbox for the last time before the message came (design §1).
 * @throws what `direct` throws; LonghaulError when the message could be acted on and was refused
 */
async function change({ run, owner, redact = (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactor */ .$p)([]) }, message, direct) {
    const first = await underLease(run, owner, direct);
    if (first.held === undefined)
        return { by: 'us', value: first.value };
    // It lies in the store before anybody records it.
    const sent = (0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redactValue */ .FI)(message(run.load().state), redact);
    await run.mailbox.deliver(sent);
    const second = await underLease(run, owner, (lease) => collect(run, lease));
    if (second.held !== undefined)
        return { by: 'driver', driver: second.held.owner, messageId: sent.id };
    const receipt = second.value.find(({ messageId }) => messageId === sent.id);
    // No receipt: the driver took the message before it let go.
    if (receipt !== undefined && !receipt.done)
        throw refusal(run.runId, receipt.text);
    return { by: 'us', value: undefined };
}
/** A message that was read and not acted on. */
function refusal(runId, text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('REFUSED', `Run ${runId}: ${text}`, {
        hint: `See what it waits for now with \`longhaul task:list ${runId} --pending\`.`,
    });
}
async function collect(run, lease) {
    const { receipts, names } = (0,_mail_js__WEBPACK_IMPORTED_MODULE_4__/* .applyMail */ .A7)(lease.journal, undefined, await run.mailbox.read());
    await lease.save({ mail: names });
    return receipts;
}
/** Does `work` with the journal in hand and saves it; `held` when a driver has the lease. */
async function underLease(run, owner, work) {
    let lease;
    try {
        lease = await run.acquire(owner);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LeaseHeldError */ ._i)
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunEndedError */ .yu(state.runId, (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(state), what, afterEnd(state));
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${state.runId}`, {
            hint: `See its effects with \`longhaul task:list ${state.runId}\`.`,
        });
    }
    if (effect.status !== 'requested') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_SETTLED', `Effect ${effectId} is already ${SETTLED[effect.status]}; nothing was written`, { hint: `See how it ended with \`longhaul task:show ${state.runId} ${effectId}\`.` });
    }
    if (effect.dropped) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('EFFECT_DROPPED', `Effect ${effectId} was not asked for again after a retry; nothing was written`, { hint: `See what the run asks for now with \`longhaul task:list ${state.runId} --pending\`.` });
    }
    return effect;
}


/***/ })

};
