export const id = 725;
export const ids = [725,405];
export const modules = {

/***/ 1076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verb: () => (/* binding */ verb)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/executors/environment.js
var environment = __webpack_require__(3577);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(8091);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(8174);
// EXTERNAL MODULE: ./lib/operations/code.js
var code = __webpack_require__(5203);
// EXTERNAL MODULE: ./lib/operations/code-diff.js
var code_diff = __webpack_require__(3447);
// EXTERNAL MODULE: ./lib/operations/divergence.js
var divergence = __webpack_require__(1628);
// EXTERNAL MODULE: ./lib/operations/engine-version.js
var engine_version = __webpack_require__(9913);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __webpack_require__(1597);
// EXTERNAL MODULE: ./lib/journal/json.js
var json = __webpack_require__(8651);
;// CONCATENATED MODULE: ./lib/operations/gate.js
/** An approval gate without code: a built-in process of one breakpoint, carried like any other run's code. */



/** Relative to the workspace, where no such file is needed. */
const GATE_ENTRY = '.longhaul/question.mjs';
/** Never changed: open runs carry it, and are known by it. */
const SOURCE = `export async function process({ question, context }, ctx) {
  return ctx.breakpoint({ title: 'Approval', question, context }, { label: 'Approval' });
}
`;
function gateFiles() {
    const manifest = {
        schemaVersion: CODE_SCHEMA,
        commit: '',
        entry: GATE_ENTRY,
        files: [
            { path: GATE_ENTRY, format: 'module', blob: gitBlobId(Buffer.from(SOURCE)), digest: sha256(SOURCE) },
        ],
    };
    return [
        { path: `code/files/${GATE_ENTRY}`, text: SOURCE },
        { path: 'code/manifest.json', text: jsonText(manifest) },
    ];
}
/** Whether a run carries this code and no other: it is as trustworthy as the program that it comes with. */
function isGate(runDir) {
    const { entry, files = [] } = (0,code/* readManifest */.WI)(runDir) ?? {};
    const [file] = files;
    return (entry === GATE_ENTRY && files.length === 1 && file?.path === GATE_ENTRY && file.digest === (0,digest/* sha256 */.sc)(SOURCE));
}

// EXTERNAL MODULE: ./lib/runtime/host.js + 1 modules
var runtime_host = __webpack_require__(9082);
// EXTERNAL MODULE: ./lib/operations/drive-errors.js
var drive_errors = __webpack_require__(1066);
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
    const diverged = async (facts) => (0,divergence/* divergenceError */.x)(facts, { ...options, state: loaded.state }, (await options.changes?.(facts, captured)) ?? []);
    try {
        return await new Promise((resolve, reject) => {
            const judge = (message) => {
                if (message.type === 'code')
                    captured.push(...message.files);
                else if (message.type === 'diverged')
                    resolve(diverged(message.facts));
                else if (message.type === 'crashed' && message.stage === 'load')
                    reject((0,drive_errors/* loadError */.Hj)(init.entry.path, message.error, 'Mend the file; nothing was journaled.'));
                else if (message.type === 'replayed' && !completed)
                    resolve(undefined);
                else if (message.type === 'requests')
                    beyond(message.requests);
                else if (message.type === 'idle')
                    reject((0,drive_errors/* stuckError */.JX)('the process is waiting for something that is not an effect'));
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
            host = new runtime_host/* ProcessHost */.G({
                ...init,
                journal: loaded.refs,
                retry: [],
                handleGraceMs: limits.handleGraceMs,
                replayGraceMs: limits.replayGraceMs,
            }, env, { message: judge, lost: (cause, error) => reject((0,drive_errors/* lostError */.tr)(cause, error)), output: () => { } }, limits);
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
        if (isGate(run.runDir))
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
    (0,engine_version/* refuseNewerEngine */._)(state);
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
            changes: async (facts, now) => manifest === undefined ? [] : (0,code_diff/* codeChanges */.h)(runDir, manifest, now, facts),
        });
        if (diverged === undefined)
            return { agrees: true, changed: manifest === undefined ? [] : (0,code/* changedFiles */.Y_)(manifest, repository) };
        return { agrees: false, report: diverged.message, hint: diverged.hint, site: siteOf(diverged.facts) };
    }
    catch (error) {
        // A process that cannot be loaded, or does not give the loop back, asks for nothing of what the journal has.
        if (!(error instanceof errors/* LonghaulError */.BQ) || error instanceof divergence/* DivergedError */.J)
            throw error;
        if (error.code !== 'PROCESS_LOAD' && error.code !== 'PROCESS_LOST' && error.code !== 'PROCESS_STUCK')
            throw error;
        // What was only created has no journal that could diverge: it would start on this code, and could not.
        const first = state.head.seq <= 1 ? 'It has done nothing yet and would start on this code. ' : '';
        return { agrees: false, report: `${first}${error.message}`, hint: error.hint, site: undefined };
    }
}
/** Where the code asks for something else; where it asks for nothing, the place at which it had asked. */
function siteOf({ code, journal }) {
    const site = [...code, ...journal].map((call) => call.site).find((place) => place !== '');
    const [, file = '', line = ''] = /^(.+):(\d+):\d+$/.exec(site ?? '') ?? [];
    return file === '' ? undefined : { file, line: Number(line) };
}

// EXTERNAL MODULE: ./lib/operations/world.js
var world = __webpack_require__(976);
;// CONCATENATED MODULE: ./lib/report/check.js


const VERDICTS = {
    agrees: 'agrees',
    diverges: 'diverges',
    carried: 'not affected: finishes on the code that it carries; an upgrade would diverge',
    refused: 'agrees, but its code has changed: jobs refuse it with `on-code-change: refuse`',
    other: 'not checked: of another process',
    unreadable: 'could not be read',
};
/** GitHub drops a summary of more than 1 MiB: reports are cut, and what does not fit is counted. */
const MOST_ROWS = 500;
/** Characters. */
const REPORT_LENGTH = 8000;
/** Bytes. */
const REPORTS_LENGTH = 500_000;
const words = (value) => ({ type: 'text', value });
const check_code = (value) => ({ type: 'inlineCode', value });
const row = (...cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
});
function checkMarkdown(rows) {
    const others = rows.filter(({ verdict }) => verdict !== 'agrees');
    const agreeing = rows.length - others.length;
    const children = [
        {
            type: 'heading',
            depth: 3,
            children: [words(`Longhaul check: ${agreeing} of ${rows.length} open runs agree`)],
        },
    ];
    if (rows.length > 0) {
        const body = [...others, ...rows.filter(({ verdict }) => verdict === 'agrees')].slice(0, MOST_ROWS);
        children.push({
            type: 'table',
            children: [
                row(words('Run'), words('Process'), words('With this code')),
                ...body.map(({ runId, processId, verdict }) => row(check_code(runId), words(processId), words(VERDICTS[verdict]))),
            ],
        });
    }
    let shown = 0;
    let length = 0;
    for (const { runId, verdict, report } of others) {
        const text = report.slice(0, REPORT_LENGTH);
        length += Buffer.byteLength(text);
        if (length > REPORTS_LENGTH || shown === MOST_ROWS)
            break;
        shown += 1;
        children.push({ type: 'heading', depth: 4, children: [check_code(runId), words(` ${VERDICTS[verdict]}`)] }, { type: 'code', value: text });
    }
    const left = Math.max(rows.length - MOST_ROWS, others.length - shown);
    if (left > 0)
        children.push({
            type: 'paragraph',
            children: [
                words(`Of ${left} more runs there is no room here: check them one by one, with `),
                check_code('run-id'),
                words('.'),
            ],
        });
    const root = { type: 'root', children };
    return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-' });
}

// EXTERNAL MODULE: ./lib/cli/runs.js + 11 modules
var cli_runs = __webpack_require__(5901);
;// CONCATENATED MODULE: ./lib/cli/verbs/check.js
/** longhaul check */




const verb = async (invocation) => {
    const { flags, out, here } = invocation;
    const named = flags.text('run');
    const { store, workspace, runId } = named === undefined
        ? { store: (0,cli_runs/* openStore */.Ch)(invocation), workspace: here.cwd, runId: undefined }
        : await (0,cli_runs/* findRun */.Lc)(invocation, named).then(({ store, workspace, run }) => ({
            store,
            workspace,
            runId: run.runId,
        }));
    const runs = await checkRuns({
        store,
        workspace,
        env: here.env,
        limits: world/* DEFAULT_LIMITS */.d,
        onCodeChange: flags.need('on-code-change'),
        runId,
    });
    out.document({ runs: runs.map((run) => ({ ...run, hint: out.pasteable(run.hint) })) });
    if (runs.length === 0)
        out.line(`No open runs in ${store.where}`);
    for (const { runId: id, processId, verdict, report } of runs) {
        out.line(`${id}  ${processId}  ${VERDICTS[verdict]}`);
        if (verdict !== 'agrees')
            for (const line of report.split('\n'))
                out.line(line === '' ? '' : `    ${line}`);
    }
    return { exit: runs.some(({ verdict }) => verdict === 'diverges' || verdict === 'unreadable') ? 1 : 0 };
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
