export const id = 597;
export const ids = [597];
export const modules = {

/***/ 95597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uploadRun: () => (/* binding */ uploadRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/operations/final.js
var operations_final = __webpack_require__(25188);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(78091);
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

// EXTERNAL MODULE: ./lib/action/store.js + 54 modules
var action_store = __webpack_require__(31512);
;// CONCATENATED MODULE: ./lib/action/upload-run.js
/** `upload-run`: the whole run as one artifact for people, whatever the store. It never decides about the job. */




/** What has not ended is not uploaded. */
async function uploadRun(job, run) {
    if (!job.inputs['upload-run'])
        return;
    try {
        await upload(job, run);
    }
    catch (error) {
        job.io.warning(`Run ${run.runId} was not uploaded: ${error.message}`);
    }
}
async function upload({ env, event, io, store }, run) {
    const { runId, runDir } = run;
    const { state } = run.load({ damaged: true });
    if (state.terminal === undefined)
        return;
    // Who ended it announced it in his own copy of the run; a directory has only one.
    if (store.kind !== 'directory')
        (0,operations_final/* announceEnd */.Jd)({ runDir, state });
    const { artifactClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 17684));
    const { wholeName } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 30391));
    const client = artifactClient((0,action_store/* runtimeOf */.GV)(env), external_node_path_.join((0,action_store/* workDirectory */.DI)(event), '.longhaul'));
    const name = wholeName(runId);
    const files = runFilePaths(runDir);
    let outcome = await client.uploadZip(name, runDir, files);
    // The run was ended before in this workflow run, and reopened.
    if (outcome.kind === 'taken' && (await client.remove(name)) !== undefined)
        outcome = await client.uploadZip(name, runDir, files);
    if (outcome.kind === 'done')
        io.line(`Run ${runId} was uploaded as artifact ${name}`);
    else if (outcome.kind === 'taken')
        io.warning(`Run ${runId} was not uploaded: ${name} is in use`);
    else
        io.warning(`Run ${runId} was not uploaded: ${outcome.error.message}`);
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


/***/ })

};
