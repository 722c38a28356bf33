export const id = 769;
export const ids = [769];
export const modules = {

/***/ 41004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HZ: () => (/* binding */ dispatchLine),
/* harmony export */   hm: () => (/* binding */ reportSummary)
/* harmony export */ });
/* unused harmony export nextFor */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _operations_announced_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11629);
/* harmony import */ var _operations_refs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27560);
/** Writes the job summary of a run, and the same as a file. A report never fails a job. */




/** Returns the path of the file; '' when it could not be written. */
async function reportSummary(job, run, result, warnings) {
    try {
        const { summaryMarkdown } = await Promise.all(/* import() */[__webpack_require__.e(104), __webpack_require__.e(125)]).then(__webpack_require__.bind(__webpack_require__, 71125));
        const { state } = run.load({ damaged: true });
        const { breakpoints, issue } = (0,_operations_announced_js__WEBPACK_IMPORTED_MODULE_2__/* .readComments */ .T)(run.runDir);
        const refs = result.pending.length === 0 ? undefined : (0,_operations_refs_js__WEBPACK_IMPORTED_MODULE_3__/* .refsOf */ .g)(state);
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
            links: [
                ...linksOf(job.event, run),
                ...(issue === undefined
                    ? []
                    : [
                        {
                            text: `Reports on ${issue.isPull ? 'pull request' : 'issue'} ${issue.number}`,
                            url: issue.url,
                        },
                    ]),
            ],
        });
        await job.io.summary(markdown);
        const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(job.event.temp, 'longhaul', '.longhaul', 'reports', `${run.runId}.md`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(file), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, markdown);
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
    const dispatch = (command, values) => dispatchLine({ runId, workflow }, command, values);
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
/** To paste into a shell: dispatches the workflow of a run with a command for it. */
function dispatchLine({ runId, workflow }, command, values = {}) {
    const file = workflow.split('/').at(-1) || 'longhaul.yml';
    const fields = Object.entries({ command, 'run-id': runId, ...values });
    return `gh workflow run ${quote(file)}${fields.map(([name, value]) => ` -f ${name}=${quote(value)}`).join('')}`;
}
const quote = (text) => /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;


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
        this.#path = _layout_js__WEBPACK_IMPORTED_MODULE_7__/* .paths */ .f0.progress(runDir);
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
        const final = (0,_final_js__WEBPACK_IMPORTED_MODULE_6__/* .readFinal */ .BF)(this.#runDir);
        if (terminal === undefined || final === undefined || final.timestamp !== terminal.at) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ('NO_FINAL', `Run ${this.#runId} has no final.json for its end; no last line is written`, {
                path: _layout_js__WEBPACK_IMPORTED_MODULE_7__/* .paths */ .f0.final(this.#runDir),
            });
        }
        if (this.#hasEnd(terminal))
            return false;
        const { line, final: status } = _endings_js__WEBPACK_IMPORTED_MODULE_5__/* .ENDINGS */ .Jx[terminal.status];
        const reason = (0,_final_js__WEBPACK_IMPORTED_MODULE_6__/* .failureReason */ .Hr)(terminal);
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
        return (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(`${this.#runId} ${ulid}`).slice(0, 8);
    }
    #ts() {
        return new Date(this.#now()).toISOString();
    }
    #append(lines, durable = false) {
        this.#fd ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(this.#path, 'a+');
        if (!this.#mended)
            mend(this.#fd);
        this.#mended = true;
        // In one write, so that lines of several writers do not mix.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(this.#fd, lines);
        if (durable)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(this.#fd);
    }
    /** A later line opens the file again. */
    close() {
        this.#flush();
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
/**
 * The save that makes an end durable: where it is a push, who tails the stream hears of it before the last line (T2),
 * and of nothing after that.
 */
async function saveEnd(run, lease, what) {
    const { state } = lease.journal;
    const stream = new _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .ProgressLog */ .q(run.runDir, run.runId);
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78091);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25188);
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
    const isLost = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LeaseLostError */ .Jd;
    if (!isLost && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
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
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LeaseLostError */ .Jd) || !options.force || attempt === ATTEMPTS)
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.journal(run.runDir), { recursive: true }); // gone, perhaps: that is damage, too
        journal.append([event]);
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .persistFinal */ .de)(journal, workspace);
        await (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .saveEnd */ .dw)(run, lease, {});
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .announceEnd */ .Jd)(journal);
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
        const { journal } = lease;
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .persistFinal */ .de)(journal, workspace);
        await (journal.state.terminal === undefined ? lease.save({ last: true }) : (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .saveEnd */ .dw)(run, lease, {}));
        (0,_final_js__WEBPACK_IMPORTED_MODULE_3__/* .announceEnd */ .Jd)(journal);
        return journal.state;
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
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LeaseHeldError */ ._i))
            throw error;
    }
}


/***/ })

};
