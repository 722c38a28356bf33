export const id = 411;
export const ids = [411];
export const modules = {

/***/ 7792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verb: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89);
/* harmony import */ var _journal_verify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2787);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5901);
/** longhaul run:verify */



const verb = async (invocation) => {
    const { out } = invocation;
    const { run, reference } = await (0,_runs_js__WEBPACK_IMPORTED_MODULE_2__/* .findRun */ .Lc)(invocation);
    const findings = (0,_journal_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRun */ .$)(run.runDir);
    // A warning (what a kill left over, a stale cache) needs no repair.
    const ok = findings.every((finding) => finding.warning === true);
    out.document({ ok, findings });
    for (const { code, path, message, warning } of findings)
        out.line(`${warning === true ? 'warning ' : ''}${code}  ${path}  ${message}`);
    out.line(ok
        ? `Run ${run.runId} is whole`
        : `Run ${run.runId} is damaged: see what can be repaired with \`longhaul run:repair-journal ${reference} --dry-run\``);
    return ok ? { status: () => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(run.load().state) } : { exit: 1 };
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


/***/ })

};
