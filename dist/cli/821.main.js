export const id = 821;
export const ids = [821];
export const modules = {

/***/ 2545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ readFinal),
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   ax: () => (/* binding */ errorClassOf),
/* harmony export */   gj: () => (/* binding */ writeFinal),
/* harmony export */   uN: () => (/* binding */ finalOf)
/* harmony export */ });
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6955);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4545);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8174);
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

/***/ 2894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ ProgressLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4826);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1597);
/* harmony import */ var _endings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4545);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2545);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8091);
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

/***/ 5188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ announceEnd),
/* harmony export */   de: () => (/* binding */ persistFinal),
/* harmony export */   dw: () => (/* binding */ saveEnd),
/* harmony export */   mk: () => (/* binding */ saveLast)
/* harmony export */ });
/* unused harmony export NotSavedError */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_final_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2545);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8091);
/* harmony import */ var _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2894);
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

/***/ 4647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KO: () => (/* binding */ mayRetry),
/* harmony export */   OW: () => (/* binding */ retriedEvent),
/* harmony export */   Oe: () => (/* binding */ runTimeoutOf),
/* harmony export */   Pn: () => (/* binding */ isMisdefined),
/* harmony export */   W2: () => (/* binding */ retryOf),
/* harmony export */   v5: () => (/* binding */ effectsToReopen)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5008);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('RETRY_REFUSED', `Run ${state.runId} failed by an error of its own code (${terminal.error?.name}: ${terminal.error?.message})`, {
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
    return { type: 'RUN_RETRIED', data: { actor: by, effects, dropped, ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ deadline }) } };
}


/***/ }),

/***/ 111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ completeEnd),
/* harmony export */   l7: () => (/* binding */ sealedDespite),
/* harmony export */   ne: () => (/* binding */ sealJournal)
/* harmony export */ });
/* unused harmony export saveAgain */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8091);
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5188);
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


/***/ }),

/***/ 3553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** What is known of the workspace's git, without a check-out being needed and without starting git. */


const OID = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
function gitDirectory(dir) {
    for (let at = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(dir);; at = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(at)) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1__.join(at, '.git');
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(candidate, { throwIfNoEntry: false });
        if (found?.isDirectory() === true)
            return candidate;
        if (found?.isFile() === true) {
            const link = /^gitdir: (.+)$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(candidate, 'utf8'));
            return link?.[1] === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(at, link[1]);
        }
        if (at === node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(at))
            return undefined;
    }
}
function readText(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').trim();
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
    const head = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(git, 'HEAD'));
    if (OID.test(head))
        return head;
    const ref = head.replace(/^ref: /, '');
    if (ref === '' || ref.includes('..') || node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute(ref))
        return '';
    const common = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(git, 'commondir'));
    const roots = common === '' ? [git] : [git, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(git, common)];
    for (const root of roots) {
        const loose = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, ref));
        if (OID.test(loose))
            return loose;
        const packed = readText(node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, 'packed-refs'))
            .split('\n')
            .find((line) => line.endsWith(` ${ref}`));
        const oid = packed?.slice(0, packed.indexOf(' ')) ?? '';
        if (OID.test(oid))
            return oid;
    }
    return '';
}


/***/ })

};
