export const id = 872;
export const ids = [872,405];
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

/***/ 2545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ finalStatusOf),
/* harmony export */   BF: () => (/* binding */ readFinal),
/* harmony export */   Hr: () => (/* binding */ failureReason),
/* harmony export */   gj: () => (/* binding */ writeFinal),
/* harmony export */   uN: () => (/* binding */ finalOf)
/* harmony export */ });
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6955);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8174);
/** final.json: how an attempt of a run ended, for programs that wait for a file. */





function finalStatusOf(terminal) {
    if (terminal.status === 'completed')
        return 'success';
    return terminal.status === 'failed' ? 'fail' : 'canceled';
}
/** Why it ended otherwise than by success; '' when there is nothing to say. */
function failureReason(terminal) {
    if (terminal.status === 'completed')
        return '';
    if (terminal.reason !== undefined)
        return terminal.reason;
    const { error } = terminal;
    return error === undefined ? '' : `${error.name}: ${error.message}`;
}
/** What final.json says of a run; undefined while it has not ended. `commit` '' outside git. */
function finalOf(state, commit, attached = []) {
    const { terminal } = state;
    if (terminal === undefined)
        return undefined;
    const reason = failureReason(terminal);
    return {
        timestamp: terminal.at,
        status: finalStatusOf(terminal),
        run_id: state.runId,
        final_git_commit_sha: commit,
        ...(reason !== '' && { failure_reason: reason }),
        attempt: state.attempt,
        ...(terminal.errorClass !== undefined && { error_class: terminal.errorClass }),
        ...(terminal.error !== undefined && {
            error: { name: terminal.error.name, message: terminal.error.message },
        }),
        ...(attached.length > 0 && { attached_errors: [...attached] }),
    };
}
/** Durable and whole when it returns. Throws what the file system says. */
function writeFinal(runDir, final) {
    (0,_atomic_js__WEBPACK_IMPORTED_MODULE_0__/* .writeAtomic */ .vZ)(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .paths */ .f0.final(runDir), (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(final));
}
/** undefined when there is none, or it is no final.json. An older attempt's says so in `attempt`. */
function readFinal(runDir) {
    const final = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)((0,_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfThere */ .qC)(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .paths */ .f0.final(runDir)) ?? '');
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(final) || typeof final.status !== 'string' || typeof final.run_id !== 'string')
        return undefined;
    return final;
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
/* harmony import */ var _final_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2545);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8091);
/** progress.ndjson: one JSON object a line, append-only, safe to tail. */







const TAIL_BYTES = 64 * 1024;
class ProgressLog {
    #path;
    #runDir;
    #runId;
    #now;
    #mended = false;
    /** Kept open while a run is driven: three lines a step would otherwise open the file three times. */
    #fd;
    constructor(runDir, runId, now = Date.now) {
        this.#path = _layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.progress(runDir);
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
                id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex'),
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
        const final = (0,_final_js__WEBPACK_IMPORTED_MODULE_5__/* .readFinal */ .BF)(this.#runDir);
        if (terminal === undefined || final === undefined || final.timestamp !== terminal.at) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LonghaulError */ .BQ('NO_FINAL', `Run ${this.#runId} has no final.json for its end; no last line is written`, {
                path: _layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.final(this.#runDir),
            });
        }
        const id = (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(`${this.#runId} ${terminal.ulid}`).slice(0, 8);
        if (this.#tail().some((line) => line.id === id))
            return false;
        const status = (0,_final_js__WEBPACK_IMPORTED_MODULE_5__/* .finalStatusOf */ .Ad)(terminal);
        const reason = (0,_final_js__WEBPACK_IMPORTED_MODULE_5__/* .failureReason */ .Hr)(terminal);
        this.#append({
            event: status === 'success' ? 'run_completed' : 'run_failed',
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

/***/ 1433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ journalEnd),
/* harmony export */   sr: () => (/* binding */ sealEvent),
/* harmony export */   uX: () => (/* binding */ withdrawalReason)
/* harmony export */ });
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1597);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8651);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8091);
/* harmony import */ var _journal_task_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9138);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5008);
/** How a run ends: what is still pending is withdrawn, then the terminal event; nothing comes after it. */





/** Journals the end of a run in one batch. Commands must have been stopped before. */
function journalEnd(journal, end) {
    const withdrawn = end.type === 'sealed'
        ? []
        : [...journal.state.pending.values()].map((effect) => (0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .cancellation */ .WN)(effect, withdrawalReason(end), { withdrawn: true }));
    const { event, files } = terminalEvent(journal, end);
    journal.append([...withdrawn.map((made) => made.event), event], [...withdrawn.flatMap((made) => made.files), ...files]);
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
            const files = [{ path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .OUTPUT_REF */ .i3, text, replace: true }];
            return {
                event: { type: 'RUN_COMPLETED', data: { outputRef: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .OUTPUT_REF */ .i3, outputDigest: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(text) } },
                files,
            };
        }
        case 'threw': {
            const canceled = state.cancel !== undefined;
            const data = {
                error: end.error,
                ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ effectId: end.effectId }),
                ...(canceled ? { canceled } : {}),
                errorClass: errorClass(end, canceled),
                ...cleanupFailures(end),
            };
            return { event: { type: 'RUN_FAILED', data }, files: [] };
        }
        case 'halted':
            return {
                event: { type: 'RUN_HALTED', data: { reason: end.reason, payload: JSON.parse(end.payload) } },
                files: [],
            };
        case 'canceled': {
            const error = { name: 'RunCanceledError', message: end.reason };
            return {
                event: {
                    type: 'RUN_FAILED',
                    data: {
                        error,
                        canceled: true,
                        errorClass: 'cancelled',
                        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ actor: end.actor, messageId: end.messageId }),
                    },
                },
                files: [],
            };
        }
        case 'timed-out': {
            const error = { name: 'RunTimeoutError', message: end.reason };
            return {
                event: { type: 'RUN_FAILED', data: { error, timedOut: true, errorClass: 'transient' } },
                files: [],
            };
        }
        case 'sealed':
            return { event: sealEvent(run, end), files: [] };
    }
}
/** A seal says by itself who set it, why, and that it is no natural end (H4, H5, H11). */
function sealEvent(run, end) {
    const { finalStatus, reason, actor, messageId } = end;
    const seal = {
        manual_seal_reason: reason,
        completionProof: (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_3__/* .completionProofOf */ .s2)(run),
        synthetic: true,
        ...(0,_recorder_js__WEBPACK_IMPORTED_MODULE_4__/* .defined */ .sw)({ actor, messageId }),
    };
    if (finalStatus === 'completed')
        return { type: 'RUN_COMPLETED', data: seal };
    return { type: 'RUN_FAILED', data: { ...seal, error: { name: 'ManualHalt', message: reason } } };
}
/** The primary error is the one reported; what failed in its wake is attached (S3). */
function cleanupFailures({ error, cleanupErrors }) {
    if (cleanupErrors.length === 0)
        return {};
    const failures = cleanupErrors.map((failed) => `clean-up failed: ${failed.message}`);
    return { cleanupErrors, detail: [error.message, ...failures].join('; ') };
}
function errorClass(end, canceled) {
    if (canceled || end.error.name === 'EffectCancelledError')
        return 'cancelled';
    return end.effectId === undefined ? 'permanent' : 'transient';
}


/***/ }),

/***/ 5188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ announceEnd),
/* harmony export */   d: () => (/* binding */ persistFinal)
/* harmony export */ });
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
        // What the run died of comes first; that it could not be kept is attached (S5).
        const primary = final.failure_reason === undefined ? '' : `${final.failure_reason}; `;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('PERSIST_FAILED', `${primary}final.json could not be written: ${cause.message}`, {
            path: _journal_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.final(journal.runDir),
            hint: 'The journal has the end of the run. Mend the cause and resume: what is missing is written then.',
            cause,
        });
    }
}
/** Appends the terminal line, once for each attempt that ended; call it after the save, and for an ended run that may lack it. */
function announceEnd(journal) {
    if (journal.state.terminal === undefined)
        return;
    const log = new _journal_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .ProgressLog */ .q(journal.runDir, journal.state.runId);
    try {
        log.end(journal.state);
    }
    finally {
        log.close();
    }
}


/***/ }),

/***/ 6665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ answeredByRun),
/* harmony export */   A7: () => (/* binding */ applyMail),
/* harmony export */   QI: () => (/* binding */ applyMessage),
/* harmony export */   i6: () => (/* binding */ answerLateMail)
/* harmony export */ });
/* unused harmony export WORKING */
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5008);


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
            return `the decision on effect ${message.effectId} was recorded`;
    }
}
/** M3: a message is for one attempt of the run; and an ended run takes none (M4). */
function answeredByRun(state, message) {
    if (state.messages.has(message.id))
        return done(message);
    if (message.attempt < state.attempt)
        return refusal(message, `was for attempt ${message.attempt}; the run is at attempt ${state.attempt}`);
    if (state.terminal !== undefined && message.kind !== 'wake')
        return refusal(message, `the run is over (${(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(state)})`);
    return undefined;
}
/** Acts on a message. `driver`: who drives the run here; undefined: the journal is in our hands, nothing runs. */
function applyMessage(journal, driver, message) {
    const answered = answeredByRun(journal.state, message);
    if (answered !== undefined)
        return answered;
    const by = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ actor: message.actor, messageId: message.id });
    switch (message.kind) {
        case 'wake':
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
            };
            if (driver === undefined)
                return refusal(message, 'a halt of a run that nobody drives is made by run:halt');
            driver.seal(end);
            return WORKING;
        }
        case 'result':
            return result(journal, driver, message, by);
        case 'decide':
            return refusal(message, 'decisions are taken from comments only');
    }
}
function signal(journal, driver, name, event, message) {
    const [written] = journal.append([event]);
    if (driver !== undefined)
        driver.effects.signalled(name);
    else {
        const taker = [...journal.state.pending.values()].find((effect) => effect.request.kind === 'signal' && effect.request.label === name);
        const { value, actor } = event.data;
        if (taker !== undefined && written !== undefined) {
            new _recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(journal).resolved(taker, { status: 'ok', value }, { signalSeq: written.seq, actor, messageId: message.id });
        }
    }
    return done(message);
}
function cancelEffect(journal, driver, effectId, reason, message, by) {
    const effect = journal.state.effects.get(effectId);
    if (effect === undefined)
        return refusal(message, `effect ${effectId} was not found`);
    if (effect.status !== 'requested')
        return refusal(message, `effect ${effectId} is already ${effect.status}`);
    if (driver !== undefined)
        driver.effects.stop(effectId, { kind: 'cancel', reason, ...by });
    else
        new _recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(journal).cancelled(effect, reason, by);
    // What runs is signalled, and settled when it is gone.
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
function cancelRun(journal, driver, message, by) {
    if (driver === undefined)
        return refusal(message, 'a run that nobody drives is cancelled by resuming it with the cancel');
    driver.cancelRun(message.reason, by.actor, by.messageId);
    return journal.state.messages.has(message.id) ? done(message) : WORKING;
}
function result(journal, driver, message, by) {
    const effect = journal.state.effects.get(message.effectId);
    if (effect === undefined)
        return refusal(message, `effect ${message.effectId} was not found`);
    if (effect.status !== 'requested')
        return refusal(message, `effect ${message.effectId} is already ${effect.status}`);
    if (message.effectAttempt < (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptOf */ .tx)(effect))
        return refusal(message, `the result is of attempt ${message.effectAttempt}, and a later one was started`);
    const outcome = message.outcome.status === 'ok'
        ? message.outcome
        : { status: 'error', error: message.outcome.error };
    if (driver === undefined)
        new _recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .Recorder */ .vk(journal).resolved(effect, outcome, by);
    else if (!driver.effects.post(message.effectId, outcome, by))
        return refusal(message, `effect ${message.effectId} takes no result now`);
    return done(message);
}
/**
 * Acts on what was read of a mailbox. `names`: to be deleted once the store holds what they did (M2); `working`: set
 * in motion, and not recorded yet.
 */
function applyMail(journal, driver, { mail, duplicates, invalid }) {
    const receipts = [];
    const names = [...duplicates, ...invalid.map((i) => i.name)];
    const working = [];
    for (const one of mail) {
        const answer = applyMessage(journal, driver, one.message);
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
/** The run is over: what lies in its mailbox is answered and deleted, without the lease (M4). */
async function answerLateMail(run, state) {
    const { mail, duplicates, invalid } = await run.mailbox.read();
    const receipts = mail.map(({ message }) => answeredByRun(state, message) ?? done(message));
    const names = [...mail.map((m) => m.name), ...duplicates, ...invalid.map((i) => i.name)];
    if (names.length > 0)
        await run.mailbox.delete(names);
    return receipts;
}


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
/**
 * Writes what happens to effects into the journal, and keeps the settlements on their way to the process.
 * Every settlement gets its number when it is journaled and goes to the process in that order (P1).
 */


class Recorder {
    journal;
    appended;
    /** Journaled, not yet with the process. */
    outbound = [];
    /** Numbers of settlements that came by mail: the store must hold them first (E3). */
    byMail = [];
    /** `appended`: called after everything that was journaled. */
    constructor(journal, appended = () => { }) {
        this.journal = journal;
        this.appended = appended;
    }
    /** Journals new requests in the order of their steps, in one batch. */
    requested(requests, noteOf) {
        const files = [];
        const events = [];
        for (const request of requests) {
            const task = (0,_journal_task_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeTask */ .Qy)(request, request.def, JSON.parse(request.args));
            files.push(...task.files);
            const data = {
                effectId: request.effectId,
                invocationKey: request.invocationKey,
                invocationHash: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(request.invocationKey),
                stepId: request.stepId,
                taskId: request.taskId,
                kind: request.kind,
                label: request.label,
                taskDefRef: task.taskDefRef,
                ...(task.inputsRef === undefined ? {} : { inputsRef: task.inputsRef }),
                ...(request.labels.length === 0 ? {} : { labels: request.labels }),
                argsDigest: request.argsDigest,
                after: request.after,
                waits: request.waits,
                site: request.site,
            };
            const { deadline, external } = noteOf(request);
            if (deadline !== undefined)
                data.deadline = deadline;
            if (external)
                data.external = true;
            if (request.shielded)
                data.shielded = true;
            events.push({ type: 'EFFECT_REQUESTED', data });
        }
        this.journal.append(events, files);
        this.appended();
    }
    resolved(effect, outcome, details = {}) {
        const { timedOut: _, signalSeq, actor, messageId, ...times } = details;
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
    cancelled(effect, reason, details = {}) {
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
        this.journal.append([event]);
        this.appended();
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
