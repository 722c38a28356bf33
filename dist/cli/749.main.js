export const id = 749;
export const ids = [749];
export const modules = {

/***/ 350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ withoutControls),
/* harmony export */   Q: () => (/* binding */ questionLines)
/* harmony export */ });
/* harmony import */ var _operations_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8413);

/** `label`: what it is called where the question has no title. */
function questionLines(def, label) {
    const { title, question, context } = (0,_operations_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .payloadOf */ .Md)(def).payload;
    const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return [
        `? ${title === undefined ? label : text(title)}`,
        ...(question === undefined ? [] : [`  ${text(question)}`]),
        ...(context === undefined
            ? []
            : text(context)
                .split('\n')
                .map((line) => `  ${line}`)),
        ...(0,_operations_breakpoint_shown_js__WEBPACK_IMPORTED_MODULE_0__/* .choicesOf */ .cU)(def).map((option, i) => `  ${i + 1}) ${option}`),
    ].map(withoutControls);
}
/** What a process shows may not move the cursor or change what stands above. */
function withoutControls(line) {
    return line.replace(/[^\P{Cc}\t\n]/gu, '');
}


/***/ }),

/***/ 7749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verb: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89);
/* harmony import */ var _operations_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2478);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(350);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5901);
/** longhaul task:list */




const verb = async (invocation) => {
    const { flags, out } = invocation;
    const { run } = await (0,_runs_js__WEBPACK_IMPORTED_MODULE_3__/* .findRun */ .Lc)(invocation);
    const tasks = (0,_operations_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .listTasks */ .Vk)(run, { pending: flags.on('pending'), kind: flags.text('kind') });
    out.document({ tasks });
    for (const { effectId, stepId, status, kind, title } of tasks)
        out.line(`${effectId}  ${stepId}  ${status.padEnd(14)}  ${kind}  ${(0,_question_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutControls */ .D)(title)}`);
    if (tasks.length === 0)
        out.line('No such effects');
    return { status: () => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(run.load().state) };
};


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


/***/ })

};
