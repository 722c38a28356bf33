export const id = 381;
export const ids = [381,405];
export const modules = {

/***/ 4312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ answerProblem)
/* harmony export */ });
/* unused harmony export decisionProblem */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6955);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8174);
/* harmony import */ var _breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8413);
/* harmony import */ var _tasks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2478);
/** What settles a breakpoint as a result from outside: read here and nowhere else. */





/**
 * Why `value` does not decide a breakpoint that offers `choices`; undefined: it does. A process asks whether `approved`
 * is truthy: a text would approve, whatever it says. What else the object holds is the process's business.
 */
function decisionProblem(value, choices) {
    // Every resume loads this: it is no schema, which would load zod.
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) || typeof value.approved !== 'boolean')
        return 'it takes an object with "approved": true or false';
    const { option } = value;
    // Babysitter's own answers name none, whatever there is to choose from.
    if (option === undefined)
        return undefined;
    const offered = choices();
    if (typeof option === 'string' && (offered.length === 0 || offered.includes(option)))
        return undefined;
    if (offered.length === 0)
        return 'its "option" must be a text';
    return `its "option" must be one of: ${offered.map((choice) => JSON.stringify(choice)).join(', ')}`;
}
/** The same for an effect of a run; undefined also where the effect is no breakpoint. */
function answerProblem(runDir, { request }, value) {
    if (request.kind !== 'breakpoint')
        return undefined;
    try {
        return decisionProblem(value, () => (0,_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_3__/* .choicesOf */ .cU)((0,_tasks_js__WEBPACK_IMPORTED_MODULE_4__/* .readObject */ .Ag)((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .resolverOf */ .EM)(runDir), request.taskDefRef) ?? {}));
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc)
            return `its options cannot be read: ${error.message}`;
        throw error;
    }
}


/***/ }),

/***/ 8413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Md: () => (/* binding */ payloadOf),
/* harmony export */   cU: () => (/* binding */ choicesOf)
/* harmony export */ });
/* unused harmony exports optionsOf, shownOf, filesOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6955);
/** What a breakpoint shows to people: read from its definition; files of its context, from the workspace. */



/** How much of a file, and of how many. */
const EXCERPT = 4000;
const MAX_FILES = 10;
/** What the process gave to `ctx.breakpoint`. */
function payloadOf(def) {
    const options = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(def.metadata) ? def.metadata : {};
    return { payload: (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(options.payload) ? options.payload : {}, options };
}
const optionsOf = (def) => payloadOf(def).options;
/** What people call an effect by, read from its definition: a breakpoint's own title; undefined: its label. */
function titleOf(kind, def) {
    return kind === 'breakpoint' ? shownOf(def, [], (text) => text).title : textOf(def.title);
}
/** The options that it offers to people; empty: there are none. */
const choicesOf = (def) => textsOf(payloadOf(def).payload.options);
function shownOf(def, files, redact) {
    const { payload, options } = payloadOf(def);
    const title = textOf(payload.title) ?? textOf(def.title) ?? 'Breakpoint';
    const context = contextText(payload.context);
    return {
        title: redact(title),
        question: redact(textOf(payload.question) ?? ''),
        ...(context === undefined ? {} : { context: redact(context) }),
        files,
        options: choicesOf(def).map(redact),
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
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(context))
        return JSON.stringify(context, null, 2);
    const { files: _, ...rest } = context;
    return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest, null, 2);
}
/** Files that the context names (`context.files`: paths, or objects with a `path`). */
function filesOf(def, place, redact) {
    const { context } = payloadOf(def).payload;
    const named = isObject(context) && Array.isArray(context.files) ? context.files : [];
    return named
        .map((file) => (isObject(file) ? textOf(file.path) : textOf(file)))
        .filter((name) => name !== undefined)
        .slice(0, MAX_FILES)
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
        text = readFileSync(file.absolute, 'utf8');
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
        const root = realpathSync(workspace);
        const absolute = realpathSync(path.resolve(root, name));
        const relative = path.relative(root, absolute).split(path.sep).join('/');
        const isInside = relative !== '' && !relative.startsWith('../') && !path.isAbsolute(relative);
        return isInside && !relative.split('/').includes('.git') ? { absolute, relative } : undefined;
    }
    catch {
        return undefined;
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
/* harmony import */ var _breakpoint_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4312);
/* harmony import */ var _recorder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5008);



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
        return refusal(message, `the run is over (${(0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(state)})`);
    return undefined;
}
/** Acts on a message. `driver`: who drives the run here; undefined: the journal is in our hands, nothing runs. */
function applyMessage(journal, driver, message, talk) {
    const answered = answeredByRun(journal.state, message);
    if (answered !== undefined)
        return answered;
    const by = (0,_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ actor: message.actor, messageId: message.id });
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
    const recorder = driver?.recorder ?? new _recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .Recorder */ .vk(journal);
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
    if (driver === undefined && (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .hasChild */ .xh)(effect))
        return WORKING;
    if (driver !== undefined)
        driver.effects.stop(effectId, { kind: 'cancel', reason, ...by });
    else
        new _recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .Recorder */ .vk(journal).cancelled(effect, reason, by);
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
    if (message.effectAttempt < (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptOf */ .tx)(effect))
        return refusal(message, `the result is of attempt ${message.effectAttempt}, and a later one was started`);
    const outcome = message.outcome.status === 'ok'
        ? message.outcome
        : { status: 'error', error: message.outcome.error };
    const problem = outcome.status === 'ok' ? (0,_breakpoint_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .answerProblem */ .m)(journal.runDir, effect, outcome.value) : undefined;
    if (problem !== undefined)
        return refusal(message, `${effect.request.label} was not decided: ${problem}`);
    if (driver === undefined)
        new _recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .Recorder */ .vk(journal).resolved(effect, outcome, by);
    else if (!driver.effects.post(message.effectId, outcome, by))
        return refusal(message, `effect ${message.effectId} takes no result now`);
    return done(message);
}
/**
 * Acts on what was read of a mailbox. `names`: to be deleted once the store holds what they did (M2); `working`: set
 * in motion, and not recorded yet.
 */
function applyMail(journal, driver, { mail, duplicates, invalid }, talk) {
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

/***/ 2478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   Fg: () => (/* binding */ definitionOf),
/* harmony export */   Tt: () => (/* binding */ titleOfEffect),
/* harmony export */   Vk: () => (/* binding */ listTasks),
/* harmony export */   jl: () => (/* binding */ showTask)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4826);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6955);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8174);
/* harmony import */ var _breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8413);
/** task:list and task:show. Write nothing. */






/**
 * Sorted by effect id. The title stands in no event, as with Babysitter: each costs one small file, 0.2 s for 5,000
 * tasks, which is cheaper than to carry it in every event of every run.
 */
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LonghaulError */ .BQ('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${run.runId}`, {
            hint: `See its effects with \`longhaul task:list ${run.runId}\`.`,
        });
    }
    const resolver = new _journal_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .RefResolver */ .uY(run.runDir);
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
        title: titleOfEffect(runDir, effect),
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
/** What people call an effect by. */
function titleOfEffect(runDir, { request }) {
    const { kind, taskDefRef, label, taskId } = request;
    return (0,_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)(kind, definitionOf(runDir, taskDefRef)) ?? label ?? taskId;
}
/** The definition of an effect, for what people are shown of it; what is damaged or not there is empty. */
function definitionOf(runDir, ref) {
    try {
        return readObject((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .resolverOf */ .EM)(runDir), ref) ?? {};
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc)
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
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if ((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .isMissing */ .b2)(error))
            return null;
        throw error;
    }
    const value = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${file} is cut off or holds no object`, file);
    return value;
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
