export const id = 335;
export const ids = [335,405];
export const modules = {

/***/ 2335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var state = __webpack_require__(89);
// EXTERNAL MODULE: ./lib/stores/owner.js
var stores_owner = __webpack_require__(935);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/journal/atomic.js
var atomic = __webpack_require__(2168);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(6955);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(8091);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(8174);
// EXTERNAL MODULE: ./lib/journal/verify.js + 1 modules
var verify = __webpack_require__(2787);
;// CONCATENATED MODULE: ./lib/journal/repair.js
/** Repairs a journal without inventing facts: what cannot be trusted is left out, and named. */








/**
 * Puts a journal in order: seqs are renumbered (a seq stands only in the file's name, so checksums stay
 * valid), damaged events are left out together with everything that refers to them or was asked after them,
 * second requests, second settlements and events after the end are left out. The journal as it was stays in
 * `journal.bak.<ms>/`; nothing is deleted. The caller holds the run's lease. Throws DamageError when run.json
 * is unreadable.
 */
function repairJournal(runDir, options = {}) {
    (0,reader/* readRun */.cI)(runDir);
    const stamp = options.now ?? Date.now();
    if (options.dryRun !== true)
        finishInterrupted(runDir);
    const { events: names, others } = (0,reader/* listJournal */.u4)(runDir);
    const plan = new Plan(runDir, names);
    const kept = plan.run();
    const renumbered = kept.some(({ name }, i) => name.seq !== i + 1);
    const changed = renumbered || plan.dropped.length > 0 || others.length > 0;
    const report = {
        ...(options.dryRun === true && { dryRun: true }),
        runDir,
        journal: { originalFiles: names.length, keptEvents: kept.length, ...plan.counts },
        dropped: plan.dropped,
        moved: [],
        backupDir: changed ? `journal.bak.${stamp}` : null,
        repaired: false,
        left: [],
    };
    if (options.dryRun === true) {
        report.moved = [...strays(others), ...tempFiles(runDir, changed)];
        // What a repair would leave is known beforehand only where it changes nothing.
        if (!changed)
            report.left = wrongIn(runDir);
        return report;
    }
    if (changed) {
        swapJournal(runDir, kept, stamp);
        report.moved = setAside(runDir, others, stamp);
        report.repaired = true;
    }
    report.moved.push(...moveTemps(runDir, stamp, changed));
    report.left = wrongIn(runDir);
    return report;
}
const wrongIn = (runDir) => (0,verify/* verifyRun */.$)(runDir).filter((finding) => finding.warning !== true);
/** Decides, event by event, what the new journal holds. */
class Plan {
    dropped = [];
    counts = { droppedCorrupt: 0, droppedRequested: 0, droppedResolved: 0 };
    #runDir;
    #names;
    #kept = [];
    #requested = new Map();
    #invocations = new Set();
    #gone = new Set();
    /** Settlements so far, lost ones included: the numbers that `after` counts by. */
    #settlements = 0;
    /** Number of the first settlement that is lost: what was asked after it cannot be replayed. */
    #firstLost = Number.POSITIVE_INFINITY;
    #ended = false;
    constructor(runDir, names) {
        this.#runDir = runDir;
        this.#names = names;
    }
    run() {
        let expected = 1;
        for (const name of this.#names) {
            if (name.seq > expected)
                this.#lostUnknown();
            expected = name.seq + 1;
            let event;
            try {
                event = (0,reader/* readEvent */.j_)(this.#runDir, name);
            }
            catch (error) {
                if (!(error instanceof errors/* DamageError */.wc))
                    throw error;
                this.counts.droppedCorrupt++;
                this.#drop(name, error.message);
                this.#lostUnknown();
                continue;
            }
            const why = this.#refuse(event);
            if (why === undefined)
                this.#kept.push({ name, event });
            else
                this.#drop(name, why);
        }
        return this.#kept;
    }
    #drop(name, why) {
        this.dropped.push({ file: name.name, why });
    }
    /** An event that nobody can read: a settlement perhaps, if there was anything to settle. */
    #lostUnknown() {
        if ([...this.#requested.values()].includes('open'))
            this.#lostSettlement();
    }
    #lostSettlement() {
        this.#settlements++;
        this.#firstLost = Math.min(this.#firstLost, this.#settlements);
    }
    /** Why an event may not stay; undefined when it may. */
    #refuse(event) {
        const known = (0,decode/* asKnown */._S)(event);
        if (this.#ended && known !== undefined && known.type !== 'RUN_RETRIED') {
            if (known.type === 'EFFECT_RESOLVED')
                this.counts.droppedResolved++;
            return `${known.type} after the end of the run`;
        }
        switch (known?.type) {
            case 'RUN_CREATED':
                return this.#kept.length > 0 ? 'a second RUN_CREATED' : undefined;
            case 'EFFECT_REQUESTED':
                return this.#refuseRequest(known.data);
            case 'EFFECT_STARTED':
                return this.#requested.has(known.data.effectId) ? undefined : 'its effect is not in the journal';
            case 'EFFECT_RESOLVED':
            case 'EFFECT_CANCELLED':
                return this.#refuseSettlement(known);
            case 'RUN_RETRIED':
                this.#ended = false;
                for (const effectId of known.data.effects) {
                    if (this.#requested.has(effectId))
                        this.#requested.set(effectId, 'open');
                }
                return undefined;
            case 'RUN_COMPLETED':
            case 'RUN_FAILED':
            case 'RUN_HALTED':
                this.#ended = true;
                return undefined;
            default:
                return this.#gone.has(String(event.data.effectId)) ? 'its effect was left out' : undefined;
        }
    }
    #refuseRequest(data) {
        const why = this.#requested.has(data.effectId)
            ? 'its effect is requested already'
            : this.#invocations.has(data.invocationKey)
                ? 'its step is requested already'
                : (data.after ?? this.#settlements) >= this.#firstLost
                    ? 'it was asked after a settlement that is lost'
                    : undefined;
        if (why === undefined) {
            this.#requested.set(data.effectId, 'open');
            this.#invocations.add(data.invocationKey);
            return undefined;
        }
        this.counts.droppedRequested++;
        if (!this.#requested.has(data.effectId))
            this.#gone.add(data.effectId);
        return why;
    }
    #refuseSettlement(event) {
        const { effectId } = event.data;
        const why = this.#settlementProblem(event);
        if (why === undefined) {
            this.#settlements++;
            this.#requested.set(effectId, 'settled');
            return undefined;
        }
        if (event.type === 'EFFECT_RESOLVED')
            this.counts.droppedResolved++;
        // One that is there twice was counted once.
        if (this.#requested.get(effectId) !== 'settled')
            this.#lostSettlement();
        return why;
    }
    #settlementProblem(event) {
        const status = this.#requested.get(event.data.effectId);
        if (status === undefined)
            return 'its effect is not in the journal';
        if (status === 'settled')
            return 'its effect is settled already';
        if (event.type === 'EFFECT_CANCELLED')
            return undefined;
        try {
            (0,reader/* readOutcome */.ns)((0,reader/* resolverOf */.EM)(this.#runDir), event.data, 'the journal');
            return undefined;
        }
        catch (error) {
            if (error instanceof errors/* DamageError */.wc)
                return error.message;
            throw error;
        }
    }
}
/** The new journal beside the old one, then both renamed; a kill in between is finished by the next repair. */
function swapJournal(runDir, kept, stamp) {
    const fresh = (0,external_node_path_.join)(runDir, `journal.repaired.${stamp}`);
    (0,external_node_fs_.mkdirSync)(fresh);
    kept.forEach(({ name }, i) => {
        const source = layout/* paths */.f0.event(runDir, name.name);
        const target = (0,external_node_path_.join)(fresh, (0,layout/* eventFileName */.MS)(i + 1, name.ulid));
        try {
            (0,external_node_fs_.linkSync)(source, target);
        }
        catch {
            (0,external_node_fs_.copyFileSync)(source, target);
        }
    });
    (0,atomic/* syncDirectory */.zR)(fresh);
    (0,external_node_fs_.renameSync)(layout/* paths */.f0.journal(runDir), (0,external_node_path_.join)(runDir, `journal.bak.${stamp}`));
    (0,external_node_fs_.renameSync)(fresh, layout/* paths */.f0.journal(runDir));
    (0,atomic/* syncDirectory */.zR)(runDir);
}
function finishInterrupted(runDir) {
    if ((0,external_node_fs_.existsSync)(layout/* paths */.f0.journal(runDir)))
        return;
    const fresh = (0,external_node_fs_.readdirSync)(runDir).find((name) => /^journal\.repaired\.\d+$/.test(name));
    if (fresh !== undefined)
        (0,external_node_fs_.renameSync)((0,external_node_path_.join)(runDir, fresh), layout/* paths */.f0.journal(runDir));
}
function setAside(runDir, others, stamp) {
    const from = (0,external_node_path_.join)(runDir, `journal.bak.${stamp}`);
    const to = (0,external_node_path_.join)(layout/* paths */.f0.orphaned(runDir), `journal.${stamp}`);
    if (others.length > 0)
        (0,external_node_fs_.mkdirSync)(to, { recursive: true });
    for (const name of others)
        (0,external_node_fs_.cpSync)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name), { recursive: true });
    return strays(others);
}
const strays = (others) => others.map((name) => `journal/${name}`);
/** Left-over temp files, and the segments of the journal as it was. */
function tempFiles(runDir, changed) {
    return ['state', 'lease', 'mailbox', 'state/segments'].flatMap((place) => (0,reader/* namesIn */.wX)((0,external_node_path_.join)(runDir, place))
        .filter((name) => name.startsWith('tmp-') || (changed && place === 'state/segments'))
        .map((name) => `${place}/${name}`));
}
function moveTemps(runDir, stamp, changed) {
    const files = tempFiles(runDir, changed);
    for (const file of files) {
        const to = (0,external_node_path_.join)(layout/* paths */.f0.orphaned(runDir), `${(0,external_node_path_.dirname)(file).replace('/', '.')}.${stamp}`);
        (0,external_node_fs_.mkdirSync)(to, { recursive: true });
        (0,external_node_fs_.renameSync)((0,external_node_path_.join)(runDir, file), (0,external_node_path_.join)(to, (0,external_node_path_.basename)(file)));
    }
    return files;
}

// EXTERNAL MODULE: ./lib/journal/restore.js
var restore = __webpack_require__(7879);
// EXTERNAL MODULE: ./lib/stores/lease.js
var stores_lease = __webpack_require__(3454);
;// CONCATENATED MODULE: ./lib/stores/repair.js
/** Repair of a run in a directory: under its lease, so that nobody drives it meanwhile. */





/**
 * Throws LeaseHeldError while the run is driven, DamageError when run.json is unreadable. A dry run takes no
 * lease and writes nothing.
 */
function repairRun(run, owner, options = {}) {
    if (options.dryRun === true) {
        const holder = (0,stores_lease/* holderOf */.Kd)(run.runDir);
        if (holder !== undefined)
            throw new errors/* LeaseHeldError */._i(run.runId, (0,stores_owner/* describeOwner */.$S)(holder.owner));
        return repairJournal(run.runDir, options);
    }
    const lease = stores_lease/* DirectoryLease */.IO.take(run.runDir, run.runId, owner);
    try {
        const report = repairJournal(run.runDir, options);
        // The names that former owners reserved, and logged, belong to seqs of the journal as it was.
        if (report.repaired) {
            lease.forgetReservations();
            (0,restore/* settleLogs */.BO)(run.runDir);
        }
        return report;
    }
    finally {
        lease.release();
    }
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3405);
// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/repair.js
/** longhaul run:repair-journal */





const verb = async (invocation) => {
    const { flags, out } = invocation;
    const { run, reference } = await (0,runs/* findRun */.Lc)(invocation);
    const dryRun = flags.on('dry-run');
    const report = repairRun(run, (0,stores_owner/* thisOwner */.GS)(version.VERSION), { dryRun });
    out.document(report);
    for (const { file, why } of report.dropped)
        out.line(`${dryRun ? 'would leave' : 'left'} out ${file}: ${why}`);
    for (const path of report.moved)
        out.line(`${dryRun ? 'would move' : 'moved'} ${path} to orphaned/: it is no part of the journal`);
    for (const { code, path, message } of report.left)
        out.line(`still wrong: ${code}  ${path}  ${message}`);
    if (report.backupDir === null)
        out.line(report.left.length === 0
            ? `The journal of run ${run.runId} is in order; nothing was changed`
            : `Run ${run.runId} is damaged, and this cannot repair it: put back what is missing from a copy, or seal it with \`longhaul run:halt ${reference} --final-status failed\``);
    else if (dryRun)
        out.line(`${report.journal.keptEvents} of ${report.journal.originalFiles} events would be kept`);
    else
        out.line(`${report.journal.keptEvents} of ${report.journal.originalFiles} events are kept; the journal as it was is in ${report.backupDir}/`);
    if (report.left.length > 0)
        return { exit: 1 };
    return dryRun && report.backupDir !== null ? {} : { status: () => (0,state/* statusOf */.c2)(run.load().state) };
};


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

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VERSION: () => (/* binding */ VERSION)
/* harmony export */ });
/** Version of the engine, recorded in every run; a test holds it to package.json. */
const VERSION = '0.1.0';


/***/ })

};
