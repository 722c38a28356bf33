export const id = 49;
export const ids = [49];
export const modules = {

/***/ 11049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runIntent: () => (/* binding */ runIntent)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/executors/environment.js
var environment = __webpack_require__(73577);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __webpack_require__(78091);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(38174);
// EXTERNAL MODULE: ./lib/operations/code.js
var code = __webpack_require__(45203);
// EXTERNAL MODULE: ./lib/operations/code-diff.js
var code_diff = __webpack_require__(3447);
// EXTERNAL MODULE: ./lib/operations/divergence.js
var divergence = __webpack_require__(21628);
// EXTERNAL MODULE: ./lib/operations/engine-version.js
var engine_version = __webpack_require__(49913);
// EXTERNAL MODULE: ./lib/operations/gate.js
var gate = __webpack_require__(87277);
// EXTERNAL MODULE: ./lib/runtime/host.js + 1 modules
var runtime_host = __webpack_require__(49082);
// EXTERNAL MODULE: ./lib/operations/drive-errors.js
var drive_errors = __webpack_require__(91066);
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
        if ((0,gate/* isGate */.cE)(run.runDir))
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
var world = __webpack_require__(80976);
// EXTERNAL MODULE: ./lib/action/hints.js
var hints = __webpack_require__(57110);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(21792);
// EXTERNAL MODULE: ./lib/action/event.js
var action_event = __webpack_require__(94504);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/comments/markers.js
var markers = __webpack_require__(7603);
// EXTERNAL MODULE: ./lib/github/port.js
var github_port = __webpack_require__(52354);
// EXTERNAL MODULE: ./lib/operations/announced.js
var announced = __webpack_require__(11629);
;// CONCATENATED MODULE: ./lib/action/newest.js
/**
 * Protocol T3: an older save that is signed well shows only to who knows a newer one. The run's status comment does: it
 * says of which event it tells, and nothing is told before the store holds it.
 */





/** Looks at a run that seems too old: a list of artifacts may be a little behind, and its driver may just have saved. */
const LOOKS = 3;
const PAUSE_MS = 1000;
const MINUTE_MS = 60_000;
/**
 * The run as it is now, held against what its status comment tells: one request with a `signing-key`, and none without.
 * @throws LonghaulError RUN_REWOUND; GitHubUnavailable
 */
async function refuseRewound(job, opened) {
    if (job.inputs['signing-key'] === '')
        return opened;
    let run = opened;
    for (let look = 1;; look += 1) {
        const { state } = run.load({ damaged: true });
        const told = await toldOf(job, run, state);
        if (told === undefined)
            return run;
        if (look === LOOKS)
            throw rewound(run.runId, state.head.seq, told);
        if (look > 1)
            await (0,promises_.setTimeout)(PAUSE_MS);
        // Its driver saves before it tells: what was told by then is in the store by now.
        run = await job.store.open(run.runId);
    }
}
/** undefined: nothing that can be believed tells of a later event. One request more for each that does. */
async function toldOf(job, run, state) {
    const { github, io } = job;
    try {
        for await (const post of statusPosts(job, run, state)) {
            const seq = seqIn(post, run.runId);
            if (seq === undefined || seq <= state.head.seq)
                continue;
            // Whoever may write can edit our comments, and anybody can copy one.
            const [history] = await github.histories([post.nodeId]);
            if (history?.isOwn === true && !history.isForeign)
                return { seq, url: post.url };
            io.warning(`${post.url} tells of event ${seq} of run ${run.runId}, which has ${state.head.seq}; it is not ours, or was edited, and is not believed`);
        }
    }
    catch (error) {
        if (!(error instanceof github_port/* GitHubRefusal */.ke))
            throw error;
        io.warning(`The status comment of run ${run.runId} could not be read, so nobody knows whether the run was moved back: ${error.message}`);
    }
    return undefined;
}
/** The one that the run has noted; where its note is older than the comment, all on the issue that it was started for. */
async function* statusPosts({ github, io }, run, state) {
    const noted = (0,announced/* readComments */.TK)(run.runDir).status?.commentId;
    if (noted !== undefined) {
        const post = await github.comment(noted);
        if (post !== undefined)
            yield post;
        else
            io.warning(`The status comment of run ${run.runId} was deleted, so nobody knows whether the run was moved back; the next one tells from here on`);
        return;
    }
    const issue = state.created?.origin?.issue;
    if (typeof issue !== 'number')
        return;
    const since = new Date(Date.parse(state.createdAt) - MINUTE_MS).toISOString();
    yield* github.commentsSince(issue, since);
}
function seqIn({ body }, runId) {
    const marker = (0,markers/* readMarker */.t7)(body);
    return marker?.kind === 'status' && marker.run === runId ? marker.seq : undefined;
}
function rewound(runId, seq, told) {
    return new errors/* LonghaulError */.BQ('RUN_REWOUND', `Run ${runId} ends at event ${seq}, and ${told.url} has told of event ${told.seq}: somebody has moved it back to an older save; nothing was written`, {
        path: told.url,
        hint: 'Put the newest save back. If it is lost and you want to go on from the older one, delete that comment: the next job makes another.',
    });
}

;// CONCATENATED MODULE: ./lib/action/job.js
/** What one job step of the Action works with, and what holds for every run that it touches. */






const sent = schemas/* object */.Ikc({ sender: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), id: schemas/* number */.aig().int().positive() }) });
/** Who the event says has caused it, whoever runs the job once more. */
const senderOf = (payload) => sent.safeParse(payload).data?.sender;
/** Who triggered this job. The event knows the number of its sender, whom a new name does not hide. */
function actorOf({ actor, payload }) {
    const sender = senderOf(payload);
    return { login: actor, ...(sender?.login === actor ? { id: sender.id } : {}) };
}
/**
 * Whose an upgrade of the code is that this job makes. Nobody's where a comment or a schedule woke it: a comment asks
 * for something else, and a schedule bears the name of whoever changed its file last.
 */
function upgraderOf(event) {
    return (0,action_event/* isSpoken */.ru)(event) || event.name === 'schedule' ? undefined : actorOf(event);
}
/** By the index: whether the run belongs to the workflow file of this job. */
const isOurs = ({ event }, { workflow }) => workflow === undefined || event.workflow === '' || workflow === event.workflow;
/**
 * Opens a run that this job may drive; undefined: it belongs to another workflow, which is none of our business.
 * @throws RunNotFoundError; LonghaulError when it was started in another repository or for another entry, or was moved
 *   back to an older save (T3)
 */
async function openOurs(job, runId) {
    const { event, store } = job;
    const run = await store.open(runId);
    const { created } = run.load({ damaged: true }).state;
    if (created?.repository !== undefined && created.repository !== event.repository) {
        throw new errors/* LonghaulError */.BQ('OTHER_REPOSITORY', `Run ${runId} was started in ${created.repository}; this is ${event.repository}`, { hint: 'Carry it on in the repository that it belongs to.' });
    }
    if (created?.workflow !== undefined && event.workflow !== '' && created.workflow !== event.workflow)
        return undefined;
    refuseOtherEntry(job, run);
    return refuseRewound(job, run);
}
/** Absolute path and export of the process that a run was recorded for. */
function recordedEntry({ store }, run) {
    const { importPath, exportName } = run.metadata().entrypoint;
    return { file: external_node_path_.resolve(store.importDir(run.runId), importPath), exportName };
}
/** The entry that a run was recorded for, unless it is one of the lines of `process:` (T1). */
function otherEntry(job, run) {
    const { event, inputs } = job;
    const { file, exportName } = recordedEntry(job, run);
    const isNamed = inputs.process.map(code/* splitEntry */.$d).some((line) => {
        const isFile = external_node_path_.resolve(event.workspace, line.file) === file;
        return isFile && (line.exportName ?? code/* DEFAULT_EXPORT */.D9) === exportName;
    });
    if (isNamed)
        return undefined;
    return `${external_node_path_.relative(event.workspace, file)}${exportName === code/* DEFAULT_EXPORT */.D9 ? '' : `#${exportName}`}`;
}
function refuseOtherEntry(job, run) {
    const entry = job.inputs.process.length === 0 ? undefined : otherEntry(job, run);
    if (entry === undefined)
        return;
    throw new errors/* LonghaulError */.BQ('OTHER_ENTRY', `Run ${run.runId} was started for ${entry}, which \`process\` does not name`, {
        hint: 'Add it as a further line of `process:` if it was moved; otherwise this workflow is not the one that the run belongs to.',
    });
}

// EXTERNAL MODULE: ./lib/action/outputs.js
var action_outputs = __webpack_require__(15490);
;// CONCATENATED MODULE: ./lib/action/check.js
/** `command: check`: every open run of the repository against the code of a pull request. Reads, and writes nothing. */






/** GitHub shows 10 of a step, and a failed one adds its own. */
const ANNOTATIONS = 9;
/**
 * Red when a run would diverge that has nothing but this code to go on with. Only entries that the step names are loaded.
 * @throws UsageError where it names none
 */
async function check(job) {
    const { store, event, env, io, inputs } = job;
    if (inputs.process.length === 0)
        throw new errors/* UsageError */.eb('There is no process to check', {
            hint: 'Name the entries of all processes in `process:`, one a line: runs of others are not loaded.',
        });
    const checked = await checkRuns({
        store,
        workspace: event.workspace,
        env,
        limits: world/* DEFAULT_LIMITS */.d,
        onCodeChange: inputs['on-code-change'],
        runId: inputs['run-id'] || undefined,
        otherEntry: (run) => otherEntry(job, run),
    });
    const of = (verdict) => checked.filter((run) => run.verdict === verdict);
    const [diverging, carried, refused, other, unreadable] = [
        of('diverges'),
        of('carried'),
        of('refused'),
        of('other'),
        of('unreadable'),
    ];
    for (const run of [...diverging, ...carried, ...refused, ...unreadable].slice(0, ANNOTATIONS))
        annotate(job, run);
    const { checkMarkdown } = await __webpack_require__.e(/* import() */ 688).then(__webpack_require__.bind(__webpack_require__, 43688));
    await io.summary(checkMarkdown(checked));
    const rest = [
        [carried, 'finish on the code that they carry'],
        [refused, 'agree but will be refused'],
        [other, 'are of processes that this step does not name'],
        [unreadable, 'could not be read'],
    ];
    const said = rest.filter(([runs]) => runs.length > 0).map(([runs, what]) => `, ${runs.length} ${what}`);
    io.notice(`Check: ${checked.length} open runs: ${of('agrees').length} agree, ${diverging.length} diverge${said.join('')}`);
    const [first] = diverging;
    return {
        outputs: (0,action_outputs/* noOutputs */.Q9)(),
        failure: first === undefined
            ? undefined
            : `${diverging.length} of ${checked.length} open runs would diverge from this code, the first is ${first.runId}; the summary has the reports`,
    };
}
function annotate({ io }, { runId, verdict, report, hint, site }) {
    const [headline = ''] = report.split('\n');
    if (verdict === 'diverges')
        io.error(`Run ${runId}: ${headline}\n${hints/* DIVERGED_HINT */.H}`, site);
    else if (verdict === 'carried')
        io.warning(`Run ${runId} is not affected: it finishes on the code that it carries. \`on-code-change: upgrade\` would be refused: ${headline}`, site);
    else if (verdict === 'refused')
        io.warning(`Run ${runId} agrees with this code, and jobs will refuse it: ${headline}\n${hint}`);
    else
        io.warning(`Run ${runId} could not be checked: ${headline}`);
}

// EXTERNAL MODULE: ./lib/operations/carry-on.js
var carry_on = __webpack_require__(7645);
// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(94545);
// EXTERNAL MODULE: ./lib/journal/open-run.js
var open_run = __webpack_require__(11205);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(40089);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/journal/codec.js
var codec = __webpack_require__(75283);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var journal_digest = __webpack_require__(41597);
// EXTERNAL MODULE: ./lib/journal/restore.js
var restore = __webpack_require__(97879);
// EXTERNAL MODULE: ./lib/journal/segment-check.js
var segment_check = __webpack_require__(4957);
// EXTERNAL MODULE: ./lib/journal/segment-file.js
var segment_file = __webpack_require__(28219);
// EXTERNAL MODULE: ./lib/journal/segments.js
var journal_segments = __webpack_require__(84519);
// EXTERNAL MODULE: ./lib/journal/snapshot.js + 1 modules
var snapshot = __webpack_require__(98221);
// EXTERNAL MODULE: ./lib/journal/state-cache.js
var state_cache = __webpack_require__(80299);
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
    const { head, settlements, attempt, equals, pending } = (0,journal_state/* stateOf */.L4)([...events.values()].filter((event) => event.seq <= (segments.at(-1)?.to ?? 0)));
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
    #state = (0,journal_state/* emptyState */.p$)();
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
            (0,journal_state/* applyEvent */.Z8)(this.#state, event);
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

// EXTERNAL MODULE: ./lib/redact.js
var lib_redact = __webpack_require__(94904);
// EXTERNAL MODULE: ./lib/operations/ending.js
var ending = __webpack_require__(31433);
// EXTERNAL MODULE: ./lib/operations/family.js
var family = __webpack_require__(49866);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __webpack_require__(76786);
// EXTERNAL MODULE: ./lib/operations/mail.js + 1 modules
var mail = __webpack_require__(90275);
;// CONCATENATED MODULE: ./lib/operations/under-lease.js
/** Changes to a run from outside: made here when nobody drives it, otherwise left to its driver as a message. */





/** What every message has, for the attempt that the run is at. */
function envelope({ actor, messageId = (0,ids/* ulid */.Z0)(), source }, state) {
    const at = new Date().toISOString();
    return { id: messageId, attempt: state.attempt, at, actor, ...(source === undefined ? {} : { source }) };
}
/**
 * Makes the change under the lease; while a driver has it, drops the message and looks once more: a driver that
 * let go in between may have read its mailbox for the last time before the message came (design §1).
 * @throws what `direct` throws; LonghaulError when the message could be acted on and was refused
 */
async function change({ run, owner, redact = redactor([]) }, message, direct) {
    const first = await under_lease_underLease(run, owner, direct);
    if (first.held === undefined)
        return { by: 'us', value: first.value };
    // It lies in the store before anybody records it.
    const sent = redactValue(message(run.load().state), redact);
    await run.mailbox.deliver(sent);
    const second = await under_lease_underLease(run, owner, (lease) => collect(run, lease));
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
    return new LonghaulError('REFUSED', `Run ${runId}: ${text}`, {
        hint: `See what it waits for now with \`longhaul task:list ${runId} --pending\`.`,
    });
}
async function collect(run, lease) {
    const { receipts, names } = applyMail(lease.journal, undefined, await run.mailbox.read());
    await lease.save({ mail: names });
    return receipts;
}
/** Does `work` with the journal in hand and saves it; `held` when a driver has the lease. */
async function under_lease_underLease(run, owner, work) {
    let lease;
    try {
        lease = await run.acquire(owner);
    }
    catch (error) {
        if (error instanceof LeaseHeldError)
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
    throw new RunEndedError(state.runId, statusOf(state), what, afterEnd(state));
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
        throw new LonghaulError('EFFECT_NOT_FOUND', `Effect ${effectId} was not found in run ${state.runId}`, {
            hint: `See its effects with \`longhaul task:list ${state.runId}\`.`,
        });
    }
    if (effect.status !== 'requested') {
        throw new LonghaulError('EFFECT_SETTLED', `Effect ${effectId} is already ${SETTLED[effect.status]}; nothing was written`, { hint: `See how it ended with \`longhaul task:show ${state.runId} ${effectId}\`.` });
    }
    if (effect.dropped) {
        throw new LonghaulError('EFFECT_DROPPED', `Effect ${effectId} was not asked for again after a retry; nothing was written`, { hint: `See what the run asks for now with \`longhaul task:list ${state.runId} --pending\`.` });
    }
    return effect;
}

;// CONCATENATED MODULE: ./lib/operations/rebuild.js
/** run:rebuild-state: state/ written anew from the event files alone. */






function rebuildMetadata(state, reason, rebuilt = true) {
    return {
        processId: state.processId,
        pendingEffectsByKind: (0,journal_state/* pendingByKind */.HE)(state),
        stateVersion: state.head.seq,
        journalHead: state.head.seq === 0 ? null : { ...state.head },
        stateRebuilt: rebuilt,
        stateRebuildReason: reason,
    };
}
/** @throws LeaseHeldError, DamageError */
async function rebuildState(run, owner, dryRun = false) {
    const state = () => loadRun(run.runDir, { segments: 'ignore' }).state;
    if (dryRun)
        return rebuildMetadata(state(), 'cli_manual', false);
    const done = await underLease(run, owner, ({ journal }) => {
        rmSync(paths.segments(run.runDir), { recursive: true, force: true });
        return journal.state;
    });
    if (done.held !== undefined)
        throw done.held;
    // The lease's own cache says why it was written last; this one says that somebody asked for it.
    rebuildStateCache(run.runDir, done.value, 'cli_manual');
    return rebuildMetadata(done.value, 'cli_manual');
}

// EXTERNAL MODULE: ./lib/operations/seal.js
var seal = __webpack_require__(70111);
;// CONCATENATED MODULE: ./lib/operations/halt.js
/** run:halt: seals a run (requirements H1-H20). Loads no process code. */













/** A live driver gets so long to signal its effects and seal the run itself (M9), ms. */
const DRIVER_MS = 30_000;
/** Looks at the store become rarer while it does not. */
const FIRST_LOOK_MS = 200;
const LAST_LOOK_MS = 2000;
function situationOf({ run }) {
    const findings = verifyRun(run.runDir).filter((finding) => finding.warning !== true);
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
        eventType: ENDINGS[finalStatus].event,
        finalStatus,
        reason,
        completionProof: completionProofOf(metadata),
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
        ...envelope(request, before.state),
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
        metadata: rebuildMetadata(state, 'manual_halt', !facts.unchanged),
        ...(findings.length === 0 ? {} : { damaged: findings }),
    };
}

// EXTERNAL MODULE: ./lib/operations/pending.js
var operations_pending = __webpack_require__(44323);
// EXTERNAL MODULE: ./lib/operations/session.js + 23 modules
var session = __webpack_require__(81928);
// EXTERNAL MODULE: ./lib/action/report.js
var action_report = __webpack_require__(41004);
// EXTERNAL MODULE: ./lib/action/talk.js + 1 modules
var action_talk = __webpack_require__(88111);
;// CONCATENATED MODULE: ./lib/action/workflow-file.js
/** What the workflow file that a run belongs to says of it, where the workspace has that file. */


/** Whether the workflow wakes itself: a sweep is part of the protocol (M6). undefined: its file cannot be read. */
async function hasSchedule(place) {
    const text = textOf(place);
    if (text === undefined)
        return undefined;
    const { parseDocument } = await __webpack_require__.e(/* import() */ 637).then(__webpack_require__.t.bind(__webpack_require__, 6637, 19));
    const document = parseDocument(text, { schema: 'core' }); // `on` is a word there, not a boolean
    return document.errors.length > 0 ? undefined : document.hasIn(['on', 'schedule']);
}
/** Whether any job or step of the workflow may read the outputs of another. undefined: its file cannot be read. */
const readsOutputs = (place) => textOf(place)?.includes('outputs');
function textOf({ workspace, workflow }) {
    if (workflow === '')
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)(external_node_path_.join(workspace, workflow), 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/action/conclude.js
/** How a run stands after this job: notices, outputs, summary, and whether the job is red. */






/** Of a run that waits for more, the log shows so much. */
const MOST_LINES = 20;
/** Which failed runs may be reopened, and how, is contract §1. */
function howToRetry({ retry }) {
    const how = 'comment `/retry`, or dispatch `command: resume` with its `run-id`';
    switch (retry) {
        case 'no':
            return '';
        case 'anew':
            return `\nTo try again, with its \`run-timeout\` starting anew: ${how}.`;
        case 'as-is':
        case 'either':
            return `\nTo try again from there: ${how}; if the code of the process was mended, set \`on-code-change: upgrade\`.`;
        case 'upgrade':
            return `\nThe process itself is wrong. Once its code is mended: ${how}, and set \`on-code-change: upgrade\`.`;
    }
}
/** M6: said once, by the job that starts a run, and whenever a run waits for time. */
async function scheduleWarning({ event }, { status, pending, runId }, isNew) {
    const waitsForTime = pending.some(({ wakeAt }) => wakeAt !== undefined);
    if (status !== 'waiting' || event.workflow === '' || !(isNew || waitsForTime))
        return [];
    if ((await hasSchedule(event)) !== false)
        return [];
    const what = waitsForTime
        ? 'nothing will wake it when its time has come'
        : 'a job that dies with it is noticed by nobody';
    return [
        `${event.workflow} has no \`schedule:\`, and run ${runId} waits: ${what}. Give the workflow one, such as \`schedule: [{ cron: '*/15 * * * *' }]\``,
    ];
}
/** Whether a run that stands so makes the job red; a seal is somebody's wish. An error of the engine always does. */
const isRed = ({ status, terminal }, failOn) => failOn.includes(status) && terminal?.sealed !== true;
/** Where things of the run are. */
function placeOutputs({ event }, run) {
    const { state } = run.load({ damaged: true });
    return {
        commit: state.workspaceCommit ?? event.sha,
        'final-path': state.terminal === undefined ? '' : external_node_path_.join(run.runDir, 'final.json'),
        'progress-path': external_node_path_.join(run.runDir, 'progress.ndjson'),
    };
}
/** What people could not be told or asked: the run is as it is, and the next event or sweep tries again. */
const troubleOf = ({ runId, troubles }) => troubles.length === 0 ? undefined : `Run ${runId} is saved, but: ${troubles.join('; ')}`;
/** Why the job is red: the run's own failure first, then what people could not be told. Undefined: it is green. */
function failureOf(result, failOn, error) {
    const { runId, status } = result;
    const own = isRed(result, failOn)
        ? `Run ${runId} ${status}${error === '' ? '' : `: ${error}`}${howToRetry(result)}`
        : undefined;
    const all = [own, troubleOf(result)].filter((text) => text !== undefined);
    return all.length === 0 ? undefined : all.join('\n');
}
/** The last lines of the log: how the run stands, and how it goes on. */
function standing({ runId, status }, next) {
    const lines = next
        .slice(0, MOST_LINES)
        .map(({ what, command, url }) => `  ${what} ${command}${url === undefined ? '' : `  ${url}`}`);
    return [`Run ${runId} is ${status}`, ...lines];
}
/** Says how the run stands: notices, outputs, summary, and whether the job is red. */
async function conclude(job, run, result, said = [], failOn = job.inputs['fail-on']) {
    const { io } = job;
    for (const receipt of result.receipts)
        if (!receipt.done)
            io.notice(`A message changed nothing: ${receipt.text}`);
    const next = (0,action_report/* nextSteps */.Zn)(job, run, result);
    const halt = (0,carry_on/* haltText */.i)(result);
    const how = halt === undefined ? result.status : `${result.status} (${halt})`;
    if (result.already)
        io.notice(`Run ${run.runId} is ${how}: nothing is left to do`);
    else
        for (const line of standing(result, next))
            io.line(line);
    const { outputs, warnings } = (0,action_outputs/* outputsOf */.Yz)(result, {
        ...placeOutputs(job, run),
        ...(0,action_talk/* talkOutputs */.B)(job, run, result),
    });
    const all = [...said, ...warnings];
    for (const warning of all)
        io.warning(warning);
    const report = await (0,action_report/* reportSummary */.hm)(job, run, result, all, next);
    return {
        outputs: { ...(0,action_outputs/* noOutputs */.Q9)(), ...outputs, 'report-path': report },
        failure: failureOf(result, failOn, outputs.error ?? ''),
    };
}

// EXTERNAL MODULE: ./lib/operations/final.js
var operations_final = __webpack_require__(25188);
// EXTERNAL MODULE: ./lib/operations/talk.js + 10 modules
var operations_talk = __webpack_require__(82324);
;// CONCATENATED MODULE: ./lib/action/dispatch.js
/**
 * A run that another job has to take up has its workflow dispatched: at the time limit, to be carried on; after a job
 * whose outputs are not the run's (a sweep), so that the jobs behind the run's own hear of it. The journal says so
 * first, so that it is done once.
 */





class Dispatch {
    #job;
    /** The journal has the hop. */
    #isDue = false;
    #isBarred = false;
    constructor(job) {
        this.#job = job;
    }
    /** What the journal is told at the time limit; undefined: the run has dispatched itself too often in a row. */
    continued(state) {
        const { event, inputs } = this.#job;
        const before = isContinuation(this.#job, state.runId) ? state.dispatched : undefined;
        const hop = (before?.hop ?? 0) + 1;
        this.#isBarred = hop > inputs['max-hops'];
        if (this.#isBarred)
            return undefined;
        this.#isDue = true;
        const data = { hop, actor: before?.actor ?? actorOf(event) };
        return { type: 'RUN_DISPATCHED', data };
    }
    /**
     * What the journal is told when others wait for outputs of the run; undefined: the run that waits for it hears of it,
     * or the workflow reads no outputs.
     */
    passedOn(state) {
        const { event } = this.#job;
        if (state.created?.parent !== undefined || readsOutputs(event) === false)
            return undefined;
        return this.continued(state);
    }
    /** Dispatches this workflow with `command` and `run-id`, nothing else, where the journal says so by now. */
    async send({ runId, status, stopped, terminal }) {
        const isAtLimit = stopped === 'time-limit';
        // Who halts a run over its driver does not have the hop in the journal.
        if ((!this.#isDue && !this.#isBarred) || terminal?.sealed === true)
            return {};
        const { event, github, inputs } = this.#job;
        const file = external_node_path_.posix.basename(event.workflow);
        const here = isAtLimit
            ? `Run ${runId} reached the time limit of its job`
            : `Run ${runId} is ${status}, and the jobs that read its outputs have not heard of it`;
        const by = isAtLimit
            ? `Carry it on with \`command: resume\` and \`run-id: ${runId}\`; a scheduled sweep does so by itself`
            : `Dispatch ${file || 'its workflow'} with \`command: resume\` and \`run-id: ${runId}\``;
        if (this.#isBarred)
            return {
                warning: `${here}; it has dispatched itself ${inputs['max-hops']} times in a row (\`max-hops\`). ${by}`,
            };
        const ref = refOf(event);
        if (file === '' || ref === undefined)
            return { warning: `${here}, and it is not known what to dispatch. ${by}` };
        try {
            await github.dispatch(file, ref, { command: 'auto', 'run-id': runId });
        }
        catch (error) {
            const problem = `${here}. ${error.message} (${whyNot(error)}). ${by}`;
            return isAtLimit || error instanceof github_port/* GitHubRefusal */.ke ? { warning: problem } : { trouble: problem };
        }
        const what = isAtLimit ? 'its continuation is dispatched' : `${file} is dispatched to tell them`;
        return { notice: `${here}: ${what}` };
    }
}
/** External effects are there that no dispatch before has told of: of jobs side by side one tells. */
function hasNewWork({ pending, dispatched }) {
    return [...pending.values()].some(({ seq, request, starts }) => request.external === true && starts.length === 0 && seq > (dispatched?.seq ?? 0));
}
function whyNot(error) {
    const status = error instanceof github_port/* GitHubRefusal */.ke ? error.status : undefined;
    if (status === 403)
        return 'the job needs `permissions: actions: write` for that';
    return status === 422
        ? 'the workflow must be enabled, and `workflow_dispatch` declare the inputs `command`, which takes `auto`, and `run-id`'
        : 'it can be tried again';
}
/** This job was dispatched by the one before it: nobody resumes a run with `auto` by hand. */
function isContinuation({ event, inputs }, runId) {
    return event.name === 'workflow_dispatch' && inputs.command === 'auto' && inputs['run-id'] === runId;
}
const pullRequest = schemas/* object */.Ikc({ pull_request: schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ ref: schemas/* string */.YjP() }) }) });
/** The branch or tag that this job runs on; for a pull request its head branch. */
function refOf(event) {
    const head = pullRequest.safeParse(event.payload).data?.pull_request.head.ref;
    if (event.ref.startsWith('refs/pull/'))
        return head;
    return /^refs\/(?:heads|tags)\/(.+)$/.exec(event.ref)?.[1];
}

// EXTERNAL MODULE: ./lib/comments/command.js
var comments_command = __webpack_require__(16173);
// EXTERNAL MODULE: ./lib/decisions/judge.js
var judge = __webpack_require__(69610);
// EXTERNAL MODULE: ./lib/action/intent.js
var action_intent = __webpack_require__(54764);
;// CONCATENATED MODULE: ./lib/action/nothing.js
/** Verdicts of a job that has nothing to do: green, and a notice says why. */



function nothing({ io }, why) {
    io.notice(why);
    return { outputs: (0,action_outputs/* noOutputs */.Q9)(), failure: undefined };
}
/** The answer where the run belongs to another workflow file. */
const notOurs = (job, runId) => nothing(job, `Run ${runId} belongs to another workflow file: nothing was done`);
/** What a job of a pull request cannot do because its token may not write; undefined: it can, or need not write. */
function cannotWrite({ name, payload, actor }, intent) {
    const what = written(intent);
    if (what === undefined)
        return undefined;
    const isDependabot = name === 'pull_request' && (senderOf(payload)?.login ?? actor) === 'dependabot[bot]';
    const whose = (0,action_intent/* isForkEvent */.$c)(payload) ? 'comes from a fork' : isDependabot ? 'is Dependabot’s' : undefined;
    if (whose === undefined)
        return undefined;
    return `This pull request ${whose}: its token may not write, so ${what}. A person with write permission can do it by workflow_dispatch.`;
}
function written(intent) {
    switch (intent.type) {
        case 'start':
            return 'no run is started';
        case 'start-or-resume':
        case 'resume':
            return `run ${intent.runId} is neither started nor carried on`;
        case 'command':
            return intent.command === 'status' ? undefined : `\`${intent.command}\` is not done`;
        case 'sweep':
            return 'nothing is swept';
        default:
            return undefined;
    }
}

// EXTERNAL MODULE: ./lib/comments/replies.js
var replies = __webpack_require__(90452);
// EXTERNAL MODULE: ./lib/decisions/policy.js
var policy = __webpack_require__(97239);
;// CONCATENATED MODULE: ./lib/action/said.js
/** A comment or review that speaks to us: what is known of it, how it is answered, and what its author may ask for. */






/** Said when somebody else drives the run. */
const DELIVERED = 'Delivered:';
function saidIn(intent) {
    const { text } = intent;
    return intent.type === 'comment'
        ? { id: String(intent.commentId), issue: intent.issue, text }
        : { id: String(intent.reviewId), issue: intent.pullRequest, text, nodeId: intent.nodeId };
}
/** Best effort: who may not react may still be heard. */
async function react({ github, io }, { id, nodeId }, reaction) {
    try {
        await (nodeId === undefined ? github.react(id, reaction) : github.reactToNode(nodeId, reaction));
    }
    catch (error) {
        io.warning(`The comment got no reaction: ${error.message}`);
    }
}
/** Answers once, however often the event comes: our earlier answer is found by its marker and its author. */
async function reply(job, spoken, answer, run) {
    const { issue, id } = spoken;
    if (await isAnswered(job, spoken))
        return nothing(job, 'It is answered already');
    await job.github.createComment(issue, (0,replies/* replyComment */.w)(answer, { to: id, ...(run === undefined ? {} : { run }) }));
    return nothing(job, `Answered: ${answer.code}`);
}
async function isAnswered({ github }, { issue, id, post }) {
    for await (const { body, nodeId } of github.commentsSince(issue, post.createdAt)) {
        const marker = (0,markers/* readMarker */.t7)(body);
        if (marker?.kind !== 'reply' || marker.to !== id)
            continue;
        const [history] = await github.histories([nodeId]);
        if (history?.isOwn === true)
            return true;
    }
    return false;
}
const runEnded = (job, spoken, { runId, status }) => reply(job, spoken, { code: 'run-ended', runId, status }, runId);
const messageId = ({ id, nodeId }) => `${nodeId === undefined ? 'comment' : 'review'}-${id}`;
const isOpen = ({ status: now }) => !(0,endings/* isEnded */.pl)(now);
/**
 * Reads the comment again and asks for its author's permission now; does it when both hold. People without any role
 * get a reaction only, bots nothing, and a job that is run again does nothing a second time.
 */
async function ifMay(job, said, level, act) {
    const { github, event } = job;
    const post = said.nodeId === undefined ? await github.comment(said.id) : await github.review(said.issue, said.id);
    const { author } = post ?? {};
    if (post === undefined || author === undefined || author.isBot)
        return nothing(job, 'Nobody is to be answered');
    const [role, [history]] = await Promise.all([github.role(author.login), github.histories([post.nodeId])]);
    if ((0,policy/* rankOf */.IQ)(role) < (0,policy/* rankOf */.IQ)('read')) {
        await react(job, said.nodeId === undefined ? said : { ...said, nodeId: post.nodeId }, 'confused');
        return nothing(job, `@${author.login} has no role in this repository`);
    }
    const spoken = { ...said, post };
    if (event.workflowAttempt > 1 && said.isMail !== true)
        return reply(job, spoken, { code: 'rerun' });
    if (history === undefined || history.isEdited)
        return reply(job, spoken, { code: 'edited' });
    if ((0,policy/* rankOf */.IQ)(role) < (0,policy/* rankOf */.IQ)(level))
        return reply(job, spoken, { code: 'no-permission', needs: level, has: role });
    return act(spoken);
}
/** The clocks of runners and of GitHub are their own. */
const SKEW_MS = 60_000;
/** Its event came before: the journal of one of the runs that were saved since has it. */
async function isTaken(job, said, at, runs) {
    if (job.event.workflowAttempt > 1)
        return false;
    for (const { runId, updatedAt } of runs) {
        if (Date.parse(updatedAt) + SKEW_MS < Date.parse(at))
            continue;
        const state = await stateOfOther(job, runId);
        if (state?.messages.has(messageId(said)) === true)
            return true;
    }
    return false;
}
/** Nothing can be read just now, whichever run it is. */
const PASSING = new Set(['API_FAILED', 'FORBIDDEN', 'UNAUTHORISED', 'TIMEOUT', 'NETWORK']);
/** Of a run on the issue; undefined: it cannot be used, which keeps no comment from the run that it is for. */
async function stateOfOther({ store, io }, runId) {
    try {
        return (await store.open(runId)).load({ damaged: true }).state;
    }
    catch (error) {
        if (!(error instanceof errors/* LonghaulError */.BQ) || PASSING.has(error.code))
            throw error;
        io.warning(`Run ${runId} was passed over: ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/action/late.js
/** Decisions that arrive when their run is over: nobody judges them any more, and nobody is left without an answer. */





/** @throws GitHubRefusal, GitHubUnavailable: it stays in the mailbox */
const answerLate = (job) => async ({ commentId: id, issue, review }, state) => {
    const said = { id, issue, text: '', isMail: true, ...(review === true ? { nodeId: '' } : {}) };
    await ifMay(job, said, 'read', async (spoken) => {
        const { runId, terminal } = state;
        if (!(0,judge/* isDecision */.p)((0,comments_command/* parseComment */.v)(spoken.post.body)) ||
            spoken.post.issue !== issue ||
            terminal === undefined)
            return nothing(job, `Comment ${id} is no decision about run ${runId}`);
        return runEnded(job, spoken, { runId, status: (0,journal_state/* statusOf */.c2)(state) });
    });
};

// EXTERNAL MODULE: ./lib/duration.js
var duration = __webpack_require__(1005);
;// CONCATENATED MODULE: ./lib/action/progress.js
/** What a drive says in the job's log: a group for each effect with its live output, warnings as annotations. */

/** GitHub shows 10 annotations of a kind for a step: the last is left for how the run stands at the end. */
const progress_ANNOTATIONS = 9;
function logProgress(io) {
    let errors = 0;
    let warnings = 0;
    /** Whose group is open: output of effects that run at once cannot share one. */
    let open;
    const close = () => {
        if (open !== undefined)
            io.endGroup();
        open = undefined;
    };
    const say = (text) => {
        close();
        io.line(text);
    };
    return (event) => {
        switch (event.type) {
            case 'effect-started':
                return say(`▶ ${event.label}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}`);
            case 'output':
                if (open !== event.effectId) {
                    close();
                    io.group(event.label);
                    open = event.effectId;
                }
                return io.line(event.text.replace(/\n$/, ''));
            case 'console':
                return say(event.text.replace(/\n$/, ''));
            case 'log':
                return say(event.label === undefined ? event.message : `${event.label}: ${event.message}`);
            case 'retrying':
                return say(`↻ ${event.label} again in ${(0,duration/* durationText */.S)(event.delayMs)}: ${event.error.name}: ${event.error.message}`);
            case 'settled': {
                const mark = { ok: '✓', error: '✗', cancelled: '⊘' }[event.status];
                say(`${mark} ${event.label} (${(0,duration/* durationText */.S)(event.ms)})${event.text === '' ? '' : `: ${event.text}`}`);
                if (event.status !== 'error')
                    return undefined;
                errors += 1;
                return errors <= progress_ANNOTATIONS ? io.error(`${event.label}: ${event.text}`) : undefined;
            }
            case 'warning':
                warnings += 1;
                return warnings <= progress_ANNOTATIONS ? io.warning(event.message) : say(event.message);
            case 'ended':
                return close();
            case 'started':
            case 'requested':
                return undefined;
        }
    };
}

// EXTERNAL MODULE: ./lib/action/upload-run.js + 1 modules
var upload_run = __webpack_require__(95597);
;// CONCATENATED MODULE: ./lib/action/workflow-runs.js
const workflowRunOwner = ({ workflowRunId, workflowAttempt }) => `workflow-run ${workflowRunId}/${workflowAttempt}`;
/** An owner that cannot be asked about counts as alive: its effects are not given away twice. */
function workflowRunsPort(port) {
    return async (owner) => {
        const match = /^workflow-run (\d+)\/(\d+)$/.exec(owner);
        if (match === null)
            return false;
        const [, workflowRunId = '', attempt = ''] = match;
        return (await port.workflowRunState(workflowRunId, Number(attempt))) !== 'dead';
    };
}

;// CONCATENATED MODULE: ./lib/action/trust.js
/**
 * Protocol T1: the code that a run carries runs in a job, with its secrets. Where it is not the workspace's, it must be
 * code that this repository had: the blob of its path at the recorded commit, and that commit in the history of the
 * default branch, of the branch that this job runs on, or of the run's own pull request.
 */






const HINT = 'Check out the code that the run was started with, or resume with `on-code-change: upgrade` to take the workspace’s code after a replay has agreed.';
/**
 * The manifest must not send the process to another file than the recorded one. Where a link led to that and is gone, what
 * it led to is carried, and judged like all carried code. @throws LonghaulError CODE_UNTRUSTED
 */
function refuseOtherCarriedEntry(facts) {
    const { entry, files = [] } = (0,code/* readManifest */.WI)(facts.runDir) ?? {};
    if (entry === undefined)
        return;
    const recorded = (0,code/* realPath */.Ye)(facts.entry);
    const repository = (0,code/* repositoryOf */._M)(recorded, (0,code/* realPath */.Ye)(facts.workspace));
    if (external_node_path_.join(repository, entry) === recorded)
        return;
    if (!(0,external_node_fs_.existsSync)(facts.entry) && files.some((file) => file.path === entry))
        return;
    const named = external_node_path_.relative(facts.workspace, facts.entry);
    throw new errors/* LonghaulError */.BQ('CODE_UNTRUSTED', `Run ${facts.runId} was started for ${named}, and the code that it carries begins at ${entry}`, { hint: HINT });
}
/** Costs nothing while the workspace has the same code. @throws LonghaulError (CODE_UNTRUSTED); the port's errors */
async function refuseUntrustedCode(facts, port) {
    const manifest = (0,code/* readManifest */.WI)(facts.runDir);
    if (manifest === undefined)
        return;
    const repository = (0,code/* repositoryOf */._M)((0,code/* realPath */.Ye)(facts.entry), (0,code/* realPath */.Ye)(facts.workspace));
    const changed = new Set((0,code/* changedFiles */.Y_)(manifest, repository));
    if (changed.size === 0)
        return;
    const files = manifest.files.filter((file) => changed.has(file.path));
    for (const commit of new Set(files.map((file) => commitOf(file, manifest)))) {
        if (commit === '')
            throw trust_refusal(facts, files, 'no commit was recorded for it');
        if (!(await isKnown(facts, commit, port)))
            throw trust_refusal(facts, files, `commit ${commit} is in the history of neither the default branch nor this job’s branch nor the run’s pull request (which takes \`pull-requests: read\` to see)`);
    }
    const sources = new Map((0,code/* readCode */.wr)(facts.runDir, manifest).map(({ path: name, source }) => [name, source]));
    for (const file of files) {
        const commit = commitOf(file, manifest);
        const blob = await port.blobAt(commit, file.path);
        if (blob === undefined || !idsOf(sources.get(file.path) ?? '').includes(blob))
            throw trust_refusal(facts, [file], `it is not what commit ${commit} has there`);
    }
}
/** Of what will run, never of what the manifest says that it is. A check-out may have turned line ends around. */
const idsOf = (source) => [source, source.replaceAll('\r\n', '\n')].map((text) => (0,journal_digest/* gitBlobId */.tK)(Buffer.from(text)));
const commitOf = (file, manifest) => file.commit ?? manifest.commit;
async function isKnown({ sha, issue }, commit, port) {
    if (commit === sha || (sha !== '' && (await port.isAncestor(commit, sha))))
        return true;
    if (await port.isAncestor(commit, await port.defaultBranch()))
        return true;
    const head = issue === undefined ? undefined : await headOf(issue, port);
    return head !== undefined && (commit === head.sha || (await port.isAncestor(commit, head.sha)));
}
/** Nobody's, when the token may not read pull requests. */
async function headOf(pullRequest, port) {
    try {
        return await port.pullRequestHead(pullRequest);
    }
    catch (error) {
        if (error instanceof github_port/* GitHubRefusal */.ke && error.status === 403)
            return undefined;
        throw error;
    }
}
function trust_refusal({ runId }, files, why) {
    const names = files
        .slice(0, 5)
        .map((file) => external_node_path_.posix.normalize(file.path))
        .join(', ');
    const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
    return new errors/* LonghaulError */.BQ('CODE_UNTRUSTED', `Run ${runId} carries code that the workspace does not have (${names}${more}), and ${why}`, { hint: HINT });
}

;// CONCATENATED MODULE: ./lib/action/workspace-checks.js
/** What must hold of the workspace before a run is driven in it (protocol T1, T5). Nothing has been written by then. */







/** T5: commands would run in another commit than before. @throws LonghaulError WORKSPACE_CHANGED */
function checkWorkspace({ inputs, event }, run) {
    const policy = inputs['on-workspace-change'];
    const { workspaceCommit: before, terminal } = run.load({ damaged: true }).state;
    const now = (0,action_event/* workspaceCommit */.ph)(event);
    if (policy === 'ignore' || terminal !== undefined || before === undefined || now === '' || before === now)
        return [];
    const what = `Run ${run.runId} was last driven in commit ${before}; this job has ${now} checked out, and its commands run there`;
    if (policy === 'warn')
        return [what];
    throw new errors/* LonghaulError */.BQ('WORKSPACE_CHANGED', what, {
        hint: `Check out ${before} (output \`commit\` of \`command: status\`), or set \`on-workspace-change: warn\`. Nothing was written.`,
    });
}
/**
 * T1: without `process:` a job executes nothing but the built-in gate. undefined: it may execute this run.
 * `retry`: the run is opened again if it has failed.
 */
function unnamedEntry(job, run, retry) {
    if (job.inputs.process.length > 0 || !isExecuted(run, retry))
        return undefined;
    const { file, exportName } = recordedEntry(job, run);
    const isBuiltIn = file === external_node_path_.resolve(job.event.workspace, gate/* GATE_ENTRY */.NY) && exportName === code/* DEFAULT_EXPORT */.D9;
    if (isBuiltIn && (0,gate/* isGate */.cE)(run.runDir))
        return undefined;
    const entry = external_node_path_.relative(job.event.workspace, file);
    return new errors/* LonghaulError */.BQ('ENTRY_UNNAMED', `Run ${run.runId} was started for ${entry}, and this step names no process: it does not execute it`, {
        hint: `If that is a process of this workflow, set \`process: ${entry}\` in the \`with:\` of the step.`,
    });
}
/** T1, before any code of a run is loaded. @throws LonghaulError CODE_UNTRUSTED; the port's errors */
async function refuseForeignCode(job, run, retry) {
    const policy = job.inputs['on-code-change'];
    if (policy === 'upgrade' || !isExecuted(run, retry) || (0,gate/* isGate */.cE)(run.runDir))
        return;
    const issue = run.load({ damaged: true }).state.created?.origin?.issue;
    const facts = {
        runId: run.runId,
        runDir: run.runDir,
        entry: recordedEntry(job, run).file,
        workspace: job.event.workspace,
        sha: job.event.sha,
        issue: typeof issue === 'number' ? issue : undefined,
    };
    refuseOtherCarriedEntry(facts);
    if (policy === 'pin')
        await refuseUntrustedCode(facts, job.github);
}
/** Of a run that has ended no code is loaded, unless it is opened again. */
function isExecuted(run, retry) {
    const { terminal } = run.load({ damaged: true }).state;
    return terminal === undefined || (retry && terminal.status === 'failed' && terminal.sealed !== true);
}

// EXTERNAL MODULE: ./lib/action/world.js + 2 modules
var action_world = __webpack_require__(45250);
;// CONCATENATED MODULE: ./lib/action/drive.js
/** Drives a run in this job, and tells how it stands: persist, then announce. */





















/** @throws LonghaulError for a fault that makes the job red; every other one is in the verdict */
async function drive(job, request) {
    const { run, retry = false, delivered, isNew = false, heard, isAside = false, isSettled = false } = request;
    const isHeard = !isAside && request.isOfMatrix !== true;
    const { event, inputs, env, io, store, owner, shutdown, cancel, drain, hurry } = job;
    const unnamed = unnamedEntry(job, run, retry);
    if (unnamed !== undefined) {
        if (delivered === undefined)
            throw unnamed;
        // The message lies in the store: whoever executes the run, a sweep at the latest, acts on it.
        const why = `${delivered} it is acted on by a job that names the process. ${unnamed.message}. ${unnamed.hint}`;
        return conclude(job, run, (0,session/* resultOf */.Bg)(run, run.load().state, undefined), [why]);
    }
    const warnings = [...checkWorkspace(job, run)];
    await refuseForeignCode(job, run, retry);
    io.unsaved(run.runId, true);
    const talk = { ...(0,action_talk/* talkOptions */.f)(job, heard), warnings };
    const dispatch = new Dispatch(job);
    // Uploaded when the run is saved, so that it waits for none of them.
    const ended = [];
    let talker;
    let result;
    try {
        result = await (0,carry_on/* carryOn */.R)({
            store,
            run,
            owner,
            world: { ...(0,action_world/* actionWorld */.VS)(inputs, event.workspace, env, logProgress(io)), rulesOf: (0,operations_talk/* rulesOf */.f)(talk), hurry },
            talk: (seat) => {
                talker = new operations_talk/* Talk */.v(talk, seat);
                return talker;
            },
            late: answerLate(job),
            limits: (0,action_world/* actionLimits */.FB)(inputs),
            onCodeChange: (0,gate/* isGate */.cE)(run.runDir) ? 'pin' : inputs['on-code-change'],
            execute: true,
            save: inputs.save,
            shutdown,
            cancel,
            drain,
            drained: (state) => dispatch.continued(state),
            ...(isAside ? { passedOn: (state) => dispatch.passedOn(state) } : {}),
            ...(isHeard
                ? {}
                : { leftOver: (state) => (isAside || hasNewWork(state) ? dispatch.passedOn(state) : undefined) }),
            workspaceCommit: (0,action_event/* workspaceCommit */.ph)(event),
            claim: { owner: isHeard ? workflowRunOwner(event) : undefined, isAlive: workflowRunsPort(job.github) },
            vet: (child) => refuseForeignCode(job, child, false),
            childEnded: (child) => void ended.push(child),
            actor: upgraderOf(event),
            ...(retry ? { retry: { by: actorOf(event) } } : {}),
        });
    }
    catch (error) {
        if (error instanceof errors/* LeaseHeldError */._i) {
            io.unsaved(run.runId, false);
            io.notice(delivered === undefined ? error.message : `${delivered} ${error.owner} will act on it`);
            return conclude(job, run, { ...(0,session/* resultOf */.Bg)(run, run.load().state, undefined), status: 'running' }, warnings);
        }
        for (const one of ended)
            await (0,upload_run.uploadRun)(job, one);
        return fault(job, run, error);
    }
    io.unsaved(run.runId, false);
    if (result.overruled === true) {
        // A comment that it was just making, whoever sealed the run may not have seen.
        await talker?.quiet();
        await (0,action_talk.tellEnd)(job, run);
    }
    const waiting = await wake(job, result);
    const { notice, warning, trouble } = await dispatch.send(result);
    if (notice !== undefined)
        io.notice(notice);
    if (warning !== undefined)
        warnings.push(warning);
    if (trouble !== undefined)
        result = { ...result, troubles: [...result.troubles, trouble] };
    warnings.push(...(await scheduleWarning(job, result, isNew)));
    const halt = (0,carry_on/* haltText */.i)(result);
    if (halt !== undefined && !result.already)
        io.notice(`Run ${run.runId} was ${halt}`);
    if (result.terminal !== undefined && !result.already)
        ended.push(run);
    for (const one of ended)
        await (0,upload_run.uploadRun)(job, one);
    const verdict = await conclude(job, run, result, warnings, isSettled ? [] : undefined);
    await carryParentOn(job, waiting, run.runId);
    return verdict;
}
/** First of what follows an end: if this job dies, the run that waits for this one goes on elsewhere. */
async function wake({ io, store }, { parent, terminal, runId }) {
    try {
        return await (0,family/* wakeParent */.FW)(store, parent, terminal);
    }
    catch (error) {
        io.warning(`The run that waits for ${runId} could not be woken: ${error.message}`);
        return undefined;
    }
}
/** The run that waited for this one goes on here, unless somebody else drives it. What becomes of it is its own affair. */
async function carryParentOn(job, waiting, runId) {
    const { io, shutdown, cancel, drain } = job;
    if (waiting === undefined || shutdown.aborted || cancel.aborted || drain.aborted)
        return;
    try {
        const run = await openOurs(job, waiting.runId);
        if (run === undefined)
            return;
        const { failure } = await drive(job, { run, isAside: true });
        io.notice(failure ?? `Run ${run.runId}, which waited for ${runId}, went on`);
    }
    catch (error) {
        io.warning(`The run that waits for ${runId} could not be carried on: ${error.message}`);
    }
}
/** It ended with an error of the engine or of a store: red, with the first error as `error`. */
async function fault(job, run, error) {
    const isUnsaved = error instanceof operations_final/* NotSavedError */.Fm;
    const primary = isUnsaved && error.primary !== undefined
        ? error.primary
        : { name: nameOf(error), message: error.message };
    // What was not saved is tried once more by the post step.
    if (!isUnsaved && !job.shutdown.aborted)
        job.io.unsaved(run.runId, hasUnsaved(error));
    const { state } = run.load({ damaged: true });
    const result = { ...(0,session/* resultOf */.Bg)(run, state, undefined), error: primary };
    const status = isUnsaved ? 'running' : result.status;
    const { outputs } = (0,action_outputs/* outputsOf */.Yz)({ ...result, status, output: undefined }, placeOutputs(job, run));
    await (0,action_report/* reportSummary */.hm)(job, run, { ...result, status }, [error.message], []);
    const where = isUnsaved ? `\nThe run lies in ${run.runDir}; the post step tries to save it once more.` : '';
    return { outputs, failure: `${(0,hints/* sayInJob */.u)(error)}${where}`, isFault: true };
}
const nameOf = (error) => error instanceof errors/* LonghaulError */.BQ ? error.code : error.name;
/** A save that failed has left steps behind on this disk; what is no error of ours may have. */
const hasUnsaved = (error) => !(error instanceof errors/* LonghaulError */.BQ) || error.endedSave;

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/operations/refs.js
var refs = __webpack_require__(27560);
;// CONCATENATED MODULE: ./lib/action/message.js
/** A dispatched command as a message: dropped first, so that it arrives whoever drives the run. */










/** What is so already is green, with a notice; undefined: it is to be done. @throws RunEndedError */
function alreadySo({ inputs }, state, command) {
    const { terminal } = state;
    if (command === 'cancel' && terminal?.status === 'canceled')
        return `Run ${state.runId} is canceled already`;
    const effect = command === 'cancel' ? (0,refs/* effectCalled */.x)(state, inputs['effect-id']) : undefined;
    if (effect?.status === 'cancelled')
        return `Effect ${effect.effectId} is cancelled already`;
    if (terminal !== undefined)
        throw new errors/* RunEndedError */.yu(state.runId, (0,journal_state/* statusOf */.c2)(state), `\`${command}\``);
    return undefined;
}
/**
 * M1: a job that is run again sends no second message; nor is a result news that says what another one has said.
 * undefined: nothing of it is recorded.
 */
function alreadyRecorded(job, run, state, command) {
    if (command !== 'result')
        return state.messages.has(message_messageId(job, command))
            ? `Run ${state.runId} has recorded this \`${command}\` already`
            : undefined;
    const effect = (0,refs/* effectCalled */.x)(state, job.inputs['effect-id']);
    if (effect === undefined || !state.messages.has(resultId(effect)))
        return undefined;
    const isSame = (0,external_node_util_.isDeepStrictEqual)(recordedOutcome(run.runDir, effect), (0,lib_redact/* redactValue */.FI)(meantOutcome(job), (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs))));
    return isSame ? `Effect ${effect.effectId} has this result already` : undefined;
}
const resultId = (effect) => `${effect.effectId}-${Math.max(1, (0,journal_state/* attemptOf */.tx)(effect))}`;
function meantOutcome({ inputs }) {
    const message = inputs.reason || 'the result was reported as failed';
    return inputs['final-status'] === 'failed'
        ? { status: 'error', error: { name: 'Error', message } }
        : { status: 'ok', value: valueFrom(inputs.value) };
}
function recordedOutcome(runDir, { effectId, status, settlement }) {
    if (settlement === undefined || status === 'cancelled')
        return undefined;
    const { resultRef = layout/* refs */.DY.result(effectId), resultDigest, error } = settlement;
    if (status === 'resolved_error')
        return { status: 'error', error: { name: error?.name ?? '', message: error?.message ?? '' } };
    const data = {
        effectId,
        status: 'ok',
        resultRef,
        ...(resultDigest === undefined ? {} : { resultDigest }),
    };
    const read = (0,reader/* readOutcome */.ns)((0,reader/* resolverOf */.EM)(runDir), data, layout/* paths */.f0.journal(runDir));
    return read.status === 'ok' ? { status: 'ok', value: JSON.parse(read.value) } : undefined;
}
/** M1: by workflow run, job, step and matrix index, without the workflow attempt. */
const message_messageId = ({ event, inputs }, command) => (0,action_event/* hashedId */.hK)([event.workflowRunId, event.job, event.step, inputs['job-index'], command], 128);
const sourceOf = (event) => `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`;
/** A result is known by effect and attempt, whoever brings it. @throws UsageError, LonghaulError, RunEndedError */
function messageOf(job, state, command) {
    const { event, inputs } = job;
    const base = {
        id: message_messageId(job, command),
        attempt: state.attempt,
        at: new Date().toISOString(),
        actor: actorOf(event),
        source: sourceOf(event),
    };
    switch (command) {
        case 'signal':
            if (inputs.signal === '')
                throw new errors/* UsageError */.eb('`signal` needs the name of a signal', { hint: 'Set the input `signal`.' });
            return { ...base, kind: 'signal', name: inputs.signal, value: valueFrom(inputs.value) };
        case 'cancel': {
            const reason = inputs.reason || `cancelled by ${event.actor}`;
            if (inputs['effect-id'] === '')
                return { ...base, kind: 'cancel', reason };
            return { ...base, kind: 'cancel', effectId: pending(state, inputs['effect-id']).effectId, reason };
        }
        case 'result': {
            const effect = pending(state, inputs['effect-id']);
            if (effect.request.kind === 'breakpoint') {
                throw new errors/* LonghaulError */.BQ('BREAKPOINT_RESULT', `Effect ${inputs['effect-id']} (${effect.request.label}) is a breakpoint: only a person decides it, by a comment or a review`, { hint: 'The output `breakpoint-url` of `command: status` says where.' });
            }
            return {
                ...base,
                id: resultId(effect),
                kind: 'result',
                effectId: effect.effectId,
                effectAttempt: Math.max(1, (0,journal_state/* attemptOf */.tx)(effect)),
                outcome: meantOutcome(job),
            };
        }
    }
}
function pending(state, named) {
    if (named === '')
        throw new errors/* UsageError */.eb('`effect-id` is missing', {
            hint: 'Take it from the output `pending` or from the summary.',
        });
    const effect = (0,refs/* effectCalled */.x)(state, named);
    if (effect === undefined)
        throw new errors/* LonghaulError */.BQ('EFFECT_NOT_FOUND', `Effect ${named} was not found in run ${state.runId}`);
    if (effect.status !== 'requested')
        throw new errors/* LonghaulError */.BQ('EFFECT_SETTLED', `Effect ${named} is already settled; nothing was written`);
    return effect;
}
/** JSON, else the text itself. */
function valueFrom(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/action/command.js
/** Commands that name a run: status, and those that are a message to whoever drives it. */















/** @throws RunNotFoundError, RunEndedError, LonghaulError: red, and nothing was written */
async function command(job, intent) {
    const { io } = job;
    const run = await openOurs(job, intent.runId);
    if (run === undefined)
        return notOurs(job, intent.runId);
    if (intent.command === 'status')
        return asItIs(job, run);
    if (intent.command === 'halt')
        return halt(job, run, dispatchedHalt(job));
    const { state } = run.load();
    const recorded = alreadyRecorded(job, run, state, intent.command);
    const settled = recorded ?? alreadySo(job, state, intent.command);
    const isOver = state.terminal !== undefined;
    if (settled !== undefined) {
        io.notice(settled);
        // What a killed job left undone is done by whoever looks at the run again.
        return recorded === undefined && !isOver ? asItIs(job, run) : drive(job, { run, isSettled: isOver });
    }
    // A message lies in the store before anybody records it.
    const message = (0,lib_redact/* redactValue */.FI)(messageOf(job, state, intent.command), (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs)));
    await run.mailbox.deliver(message);
    return drive(job, { run, delivered: 'Delivered:', isOfMatrix: isOfMatrix(job) });
}
/** The workflow file wires the effect: no person has dispatched it. */
function isOfMatrix({ event, inputs }) {
    return inputs['effect-id'] !== '' && (0,action_intent/* dispatchInputs */.Cf)(event.name, event.payload)['effect-id'] === undefined;
}
/** Green, however the run stands: its outputs say so, and a step behind this one may retry it (contract §1). */
function asItIs(job, run) {
    const { state } = run.load({ damaged: true });
    const pending = state.terminal === undefined ? (0,operations_pending/* pendingEffects */.mp)(state, (0,operations_pending/* asRecorded */.zz)(run.runDir)) : [];
    return conclude(job, run, { ...(0,session/* resultOf */.Bg)(run, state, undefined), pending }, [], []);
}
function dispatchedHalt(job) {
    const { inputs, event } = job;
    return {
        actor: actorOf(event),
        messageId: message_messageId(job, 'halt'),
        source: sourceOf(event),
        finalStatus: inputs['final-status'],
        reason: inputs.reason || 'manual_halt',
    };
}
/**
 * Seals without loading any code of the run. A live driver gets the message, and 30 s to seal it itself (M9). Of a run
 * that is sealed so already, what a killed job left undone is done.
 * @throws RunEndedError: nothing was written
 */
async function halt(job, run, by) {
    const { owner, event, store, io } = job;
    let done;
    io.unsaved(run.runId, true);
    try {
        const redact = (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs));
        done = await haltRun({ store, run, owner, workspace: event.workspace, redact, ...by });
    }
    catch (error) {
        if (!(error instanceof errors/* RunEndedError */.yu))
            return fault(job, run, error);
        io.unsaved(run.runId, false);
        throw error;
    }
    io.unsaved(run.runId, false);
    const result = (0,session/* resultOf */.Bg)(run, run.load({ damaged: true }).state, undefined);
    io.notice(done.unchanged
        ? `Run ${run.runId} is sealed already (${done.reason})`
        : `Run ${run.runId} was ${(0,carry_on/* haltText */.i)(result) ?? 'halted'}`);
    const waiting = await wake(job, result);
    for (const ended of [run, ...(await Promise.all((done.children ?? []).map((id) => store.open(id))))]) {
        await (0,action_talk.tellEnd)(job, ended);
        await (0,upload_run.uploadRun)(job, ended);
    }
    const verdict = await conclude(job, run, result);
    await carryParentOn(job, waiting, run.runId);
    return verdict;
}

// EXTERNAL MODULE: ./lib/operations/reopen.js
var reopen = __webpack_require__(4647);
;// CONCATENATED MODULE: ./lib/action/meant.js


/** undefined: no run reports there. What `/cancel` names, the index does not know. */
function meant(command, runs) {
    if ((0,judge/* isDecision */.p)(command))
        return command.ref === undefined ? whoWaits(runs) : whoHas(runs, command.ref);
    if (command.verb === 'help')
        return answerOf({ code: 'help' }, runs);
    const { verb, word = '', text } = command;
    const named = runs.find(({ runId }) => runId === word);
    if (named !== undefined)
        return { run: named, reason: text.slice(word.length).trim() };
    const [only, ...others] = runs;
    if (only === undefined)
        return undefined;
    if (others.length === 0)
        return { run: only, reason: text };
    return answerOf({ code: 'which-run', verb, runs: runs.map(({ runId }) => runId) }, runs);
}
/** The first of the runs that are still open, else of all. */
function speakerOf(runs) {
    return [...openElseAll(runs)].sort((a, b) => (a.runId < b.runId ? -1 : 1))[0];
}
function answerOf(answer, runs) {
    const by = speakerOf(runs);
    return by && { answer, by };
}
/** Without a reference: the run that waits here, when there is one. */
function whoWaits(runs) {
    const waiting = runs.filter(({ refs }) => refs.length > 0);
    if (waiting.length > 1)
        return answerOf({ code: 'which-breakpoint', open: openRefs(waiting) }, waiting);
    // None is open by now: the one run that reports here knows whether one was when the comment was written.
    const [run, ...others] = waiting.length === 1 ? waiting : openElseAll(runs);
    return run !== undefined && others.length === 0
        ? { run, reason: '' }
        : answerOf({ code: 'no-breakpoint' }, runs);
}
function whoHas(runs, ref) {
    const has = runs.find(({ refs }) => refs.includes(ref));
    if (has !== undefined)
        return { run: has, reason: '' };
    const [only, ...others] = openElseAll(runs);
    if (only !== undefined && others.length === 0)
        return { run: only, reason: '' };
    return answerOf({ code: 'unknown-ref', ref, open: openRefs(runs) }, runs);
}
function openElseAll(runs) {
    const open = runs.filter(isOpen);
    return open.length > 0 ? open : runs;
}
/** What `/cancel` names, by effect id or reference; `other`: what to answer where no single run has it pending. */
function meantToCancel(word, all) {
    const having = all.flatMap(({ run, effects }) => effects
        .filter(({ effectId, ref }) => word === effectId || word === ref)
        .map((effect) => ({ run, ...effect })));
    const pending = having.filter(({ isPending }) => isPending);
    const [only, ...others] = pending.length > 0 ? pending : having;
    if (only === undefined)
        return { other: { code: 'unknown-ref', ref: word, open: openRefs(all.map(({ run }) => run)) } };
    if (others.length === 0)
        return only;
    const open = [only, ...others].map(({ ref, effectId, run }) => ({
        ref,
        title: `${effectId} of run ${run.runId}`,
    }));
    return { other: { code: 'which-effect', effect: word, open } };
}
const openRefs = (runs) => runs.flatMap(({ refs, runId }) => refs.map((ref) => ({ ref, title: `run ${runId}` })));

;// CONCATENATED MODULE: ./lib/action/comment-commands.js













async function comment_commands_status(job, spoken, { runId }) {
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { status: comment, issue } = (0,announced/* readComments */.TK)(run.runDir);
    const url = comment?.url ?? issue?.url ?? `${job.event.serverUrl}/${job.event.repository}/issues/${spoken.issue}`;
    const lastSweep = await job.github.lastScheduled(job.event.workflow.split('/').at(-1) ?? '');
    const link = { text: `run ${runId}`, url };
    const now = (0,journal_state/* statusOf */.c2)(run.load({ damaged: true }).state);
    return reply(job, spoken, { code: 'status', link, runId, status: now, ...(lastSweep === undefined ? {} : { lastSweep }) }, runId);
}
/** `runs`: all on the issue, whichever workflow they belong to, so that an effect of several is cancelled in none. */
async function cancel(job, spoken, { effect: word, text }, runs) {
    const open = runs.filter(isOpen);
    const speaker = speakerOf(runs);
    // One of the workflows says what concerns none of the runs by itself.
    const answer = (other) => speaker !== undefined && isOurs(job, speaker)
        ? reply(job, spoken, other)
        : nothing(job, 'Another workflow answers');
    if (word === '')
        return answer({ code: 'cancel-needs-effect', open: openRefs(open) });
    const effects = [];
    for (const run of open)
        effects.push(await effectsOf(job, run));
    const found = meantToCancel(word, effects);
    if ('other' in found)
        return answer(found.other);
    const { runId } = found.run;
    const run = isOurs(job, found.run) ? await openOurs(job, runId) : undefined;
    if (run === undefined)
        return notOurs(job, runId);
    const { state } = run.load();
    if (!found.isPending)
        return reply(job, spoken, { code: 'closed', ref: word, outcome: 'settled' }, runId);
    const { login, id } = spoken.post.author ?? { login: '', id: 0 };
    const message = {
        id: messageId(spoken),
        kind: 'cancel',
        attempt: state.attempt,
        at: new Date().toISOString(),
        actor: { login, id },
        source: spoken.post.url,
        effectId: found.effectId,
        reason: text || `cancelled by @${login}`,
    };
    await run.mailbox.deliver((0,lib_redact/* redactValue */.FI)(message, (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs))));
    return drive(job, { run, delivered: DELIVERED });
}
async function effectsOf(job, run) {
    const state = await stateOfOther(job, run.runId);
    if (state === undefined)
        return { run, effects: [] };
    const effects = [...(0,refs/* refsOf */.g)(state)].map(([effectId, ref]) => {
        return { effectId, ref, isPending: state.effects.get(effectId)?.status === 'requested' };
    });
    return { run, effects };
}
async function haltBy(job, spoken, { run: target, reason }) {
    const { runId } = target;
    if (!isOpen(target))
        return haltedOrEnded(job, spoken, runId);
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { login, id } = spoken.post.author ?? { login: '', id: 0 };
    try {
        return await halt(job, run, {
            actor: { login, id },
            messageId: messageId(spoken),
            source: spoken.post.url,
            finalStatus: 'completed',
            reason: reason || 'manual_halt',
        });
    }
    catch (error) {
        // It ended since the index was read.
        if (!(error instanceof errors/* RunEndedError */.yu))
            throw error;
        return haltedOrEnded(job, spoken, runId);
    }
}
/** The run is over: who halted it, when and why, where somebody has. */
async function haltedOrEnded(job, spoken, runId) {
    const { state } = (await job.store.open(runId)).load({ damaged: true });
    const { terminal } = state;
    if (terminal?.sealed !== true)
        return runEnded(job, spoken, { runId, status: (0,journal_state/* statusOf */.c2)(state) });
    const { actor, at, reason = '' } = terminal;
    const by = actor === undefined ? {} : { by: actor.login };
    const redact = (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(job.inputs));
    return reply(job, spoken, { code: 'halted-already', runId, ...by, at, reason: redact(reason) }, runId);
}
async function retry(job, spoken, { runId }) {
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    const { state } = run.load();
    try {
        const may = (0,reopen/* mayRetry */.KO)(state, job.inputs['on-code-change']);
        if (!may) {
            const why = state.terminal === undefined ? 'it has not ended' : 'it did not fail by itself';
            return reply(job, spoken, { code: 'not-retryable', runId, status: (0,journal_state/* statusOf */.c2)(state), why }, runId);
        }
    }
    catch (error) {
        if (!(error instanceof errors/* LonghaulError */.BQ && error.code === 'RETRY_REFUSED'))
            throw error;
        return reply(job, spoken, { code: 'retry-needs-upgrade', runId }, runId);
    }
    return drive(job, { run, retry: true });
}

;// CONCATENATED MODULE: ./lib/action/comment.js
/**
 * Comments and reviews as commands. The event only wakes us: what counts is read again, and a decision is judged by
 * whoever drives the run. Which run is meant is found in the index of runs, never by reading journals or comments.
 */








/** @throws GitHubUnavailable, GitHubRefusal and the store's errors: the job is red, and nothing is lost */
async function comment(job, intent) {
    const { store } = job;
    const said = saidIn(intent);
    const command = (0,comments_command/* parseComment */.v)(said.text);
    if (command === undefined)
        return nothing(job, 'The comment is no command');
    if (store.on === undefined)
        return nothing(job, `Comments are heard with \`store: branch\`, not with ${store.kind}`);
    const runs = await store.on(said.issue);
    const target = command.verb === 'cancel' ? undefined : meant(command, runs);
    const ours = runs.filter((run) => isOurs(job, run));
    const concerned = target === undefined ? ours[0] : 'run' in target ? target.run : target.by;
    if (concerned === undefined || !isOurs(job, concerned))
        return nothing(job, 'No run of this workflow is meant');
    await react(job, said, 'eyes');
    // A run that is open and meant is asked by whoever drives it.
    const asked = target !== undefined && 'run' in target && (0,judge/* isDecision */.p)(command) ? target.run : undefined;
    const others = runs.filter((run) => run !== asked || !isOpen(run));
    const names = (0,judge/* isDecision */.p)(command) ? command.ref : undefined;
    const isNamed = names !== undefined && asked?.refs.includes(names) === true;
    const mayBeTaken = !isNamed && !UNRECORDED.has(command.verb);
    if (mayBeTaken && (await isTaken(job, said, intent.at, others)))
        return nothing(job, 'The comment was taken already');
    if (command.verb === 'cancel')
        return ifMay(job, said, 'write', (spoken) => cancel(job, spoken, command, runs));
    if (target === undefined)
        return nothing(job, 'No run reports here');
    const level = (0,judge/* isDecision */.p)(command) ? 'read' : LEVELS[command.verb];
    if ('answer' in target)
        return ifMay(job, said, level, (spoken) => reply(job, spoken, target.answer));
    if ((0,judge/* isDecision */.p)(command))
        return decision(job, said, target.run, runs);
    switch (command.verb) {
        case 'help':
            return ifMay(job, said, level, (spoken) => reply(job, spoken, { code: 'help' }));
        case 'status':
            return ifMay(job, said, level, (spoken) => comment_commands_status(job, spoken, target.run));
        case 'halt':
            return ifMay(job, said, level, (spoken) => haltBy(job, spoken, target));
        case 'retry':
            return ifMay(job, said, level, (spoken) => retry(job, spoken, target.run));
    }
}
/** They leave no message in a run: none can tell that they came before. */
const UNRECORDED = new Set(['help', 'status', 'retry']);
const LEVELS = { help: 'triage', status: 'triage', halt: 'write', retry: 'write' };
async function decision(job, said, target, runs) {
    const { event, store } = job;
    const { runId, attempt } = target;
    if (!isOpen(target))
        return ifMay(job, said, 'read', (spoken) => runEnded(job, spoken, target));
    // Before the run is opened: what is opened then has the message. A re-run attempt brings nothing of its own; what
    // its first attempt has left in the mailbox is acted on.
    if (event.workflowAttempt === 1) {
        const { id, issue, nodeId } = said;
        await store.send(runId, {
            id: messageId(said),
            kind: 'decide',
            attempt,
            at: new Date().toISOString(),
            commentId: id,
            issue,
            ...(nodeId === undefined ? {} : { review: true }),
        });
    }
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    if (event.workflowAttempt > 1 && !(await isToBeJudged(run, said)))
        await ifMay(job, said, 'read', (spoken) => reply(job, spoken, { code: 'rerun' }));
    return drive(job, { run, delivered: DELIVERED, heard: { commentId: said.id, runs } });
}
/** The first attempt of this job has left the comment for the run, and nobody has judged it so far. */
async function isToBeJudged(run, said) {
    const id = messageId(said);
    if (run.load().state.messages.has(id))
        return false;
    return (await run.mailbox.names()).some((name) => name.startsWith(`${id}-`));
}

// EXTERNAL MODULE: ./lib/operations/redaction.js
var redaction = __webpack_require__(20889);
// EXTERNAL MODULE: ./lib/operations/start.js
var start = __webpack_require__(63716);
;// CONCATENATED MODULE: ./lib/action/start.js
/** Starts a run, or carries on the one that an earlier attempt of this workflow run has started (protocol B2). */










/**
 * `named`: the id that the workflow gives it; undefined: the default id. `run` undefined: it was there already.
 * @throws UsageError without a process; RunExistsError, LonghaulError (RUN_ID_SHARED) when the id is taken
 */
async function startOrFind(job, named, issue) {
    const { event, inputs } = job;
    const runId = named ?? (0,action_event/* defaultRunId */.OX)(event, inputs['job-index']);
    // Only a later attempt of the same workflow run comes to this id again.
    if (named === undefined && event.workflowAttempt > 1 && (await isThere(job, runId)))
        return { runId, run: undefined };
    try {
        return { runId, run: await start_start(job, runId, issue) };
    }
    catch (error) {
        if (!(error instanceof errors/* RunExistsError */.SG) || named !== undefined)
            throw error;
        throw shared(runId);
    }
}
const shared = (runId) => new errors/* LonghaulError */.BQ('RUN_ID_SHARED', `Run ${runId} exists already: another job or step of this workflow run came to the same id`, { hint: 'Give each of them a `run-id` of its own.' });
/** @throws LonghaulError (RUN_ID_SHARED) when another job of this very attempt has driven it */
async function isThere({ event, inputs, store }, runId) {
    try {
        const of = (await store.open(runId)).lastSave?.driver?.job;
        const isOfThisAttempt = of?.workflowRunId === event.workflowRunId && of.workflowAttempt === event.workflowAttempt;
        if (isOfThisAttempt && of.jobId !== inputs['job-id'])
            throw shared(runId);
        return true;
    }
    catch (error) {
        if (error instanceof errors/* RunNotFoundError */.lQ)
            return false;
        throw error;
    }
}
async function start_start(job, runId, issue) {
    const { event, inputs, store } = job;
    const timeout = inputs['run-timeout'];
    return (0,start/* startRun */.A)({
        store,
        runId,
        ...whatToStart(job),
        workspace: event.workspace,
        commit: (0,action_event/* workspaceCommit */.ph)(event),
        actor: actorOf(event),
        created: {
            repository: event.repository,
            ...(event.workflow === '' ? {} : { workflow: event.workflow, workflowName: event.workflowName }),
            ...(timeout > 0 ? { deadline: new Date(Date.now() + timeout).toISOString() } : {}),
        },
        origin: originOf(event, issue),
        redact: (0,lib_redact/* redactor */.$p)((0,action_world/* secretsOf */.Fj)(inputs), () => job.io.warning(redaction/* SECRET_WARNING */.S)),
    });
}
const WHERE = 'Paths are relative to the workspace, which is empty without a step `uses: actions/checkout` before this one.';
/** The process that is named, or the gate that a question alone makes. @throws UsageError without either */
function whatToStart({ event, inputs }) {
    const [first] = inputs.process;
    if (first !== undefined)
        return { entry: (0,code/* parseEntry */.ER)(first, event.workspace, WHERE), inputs: inputs.inputs };
    const { question, context } = inputs;
    if (question === '')
        throw new errors/* UsageError */.eb('There is no process to start', {
            hint: 'Set `process: path/to/file.mjs#export` in the `with:` of the step, or `question:` for a gate without code.',
        });
    return {
        entry: { path: external_node_path_.join(event.workspace, gate/* GATE_ENTRY */.NY), exportName: undefined },
        processId: 'question',
        inputs: { question, ...(context === '' ? {} : { context }) },
        files: (0,gate/* gateFiles */.jP)(),
    };
}
/** `ctx.origin` (contract §4). */
const originOf = (event, issue) => ({
    event: event.name,
    repository: event.repository,
    sha: event.sha,
    ref: event.ref,
    actor: event.actor,
    issue: issue ?? null,
    workflowRunUrl: `${event.serverUrl}/${event.repository}/actions/runs/${event.workflowRunId}`,
});

;// CONCATENATED MODULE: ./lib/action/sweep.js
/** A scheduled sweep: wakes what time or mail has made due and runs whose driver died; archives what ended long ago. */




/** So many runs are driven at most, and so many looked at; the next sweep takes the others. */
const LIMIT = 25;
const sweep_LOOKS = 100;
const DAY_MS = 24 * 60 * 60_000;
const WHY = { time: 'its time has come', mail: 'it has mail', driver: 'nobody drives it' };
/** `carryOn`: what is done with each run that is due. */
async function sweep(job, carryOn = drive) {
    const { io, store, event } = job;
    const due = await store.due({ now: Date.now(), workflow: event.workflow || undefined });
    const { done, failures, left } = await driveDue(job, due, carryOn);
    const archived = isCancelled(job) ? [] : await tidyUp(job, failures);
    const rest = left > 0 ? `; ${left} are left for the next sweep` : '';
    const kept = archived.length === 0 ? '' : `; archived: ${archived.join(', ')}`;
    io.notice(due.length === 0
        ? `Sweep: no run is due${kept}`
        : `Sweep: ${due.length} due (${done.join(', ') || 'none could be driven'})${rest}${kept}`);
    return { outputs: (0,action_outputs/* noOutputs */.Q9)(), failure: failures.length === 0 ? undefined : failures.join('\n') };
}
/** A run that is refused, today and at each sweep, takes the turn of no other. */
async function driveDue(job, due, carryOn) {
    const { io, inputs } = job;
    const done = [];
    const failures = [];
    let looks = 0;
    for (const { runId, why } of due) {
        if (isCancelled(job) || job.drain.aborted || done.length >= LIMIT || looks >= sweep_LOOKS)
            break;
        looks += 1;
        io.line(`Sweep: run ${runId}, ${WHY[why]}`);
        try {
            const run = await openOurs(job, runId);
            if (run === undefined)
                continue;
            const { outputs, failure, isFault } = await carryOn(job, { run, isAside: true });
            if (isFault !== true)
                done.push(`${runId}: ${outputs.status}`);
            // How a run ended is the run's affair; what kept this job from driving it is the sweep's.
            if (failure !== undefined && !inputs['fail-on'].some((status) => status === outputs.status))
                failures.push(failure);
        }
        catch (error) {
            if (error instanceof errors/* RunNotFoundError */.lQ || error instanceof errors/* LeaseHeldError */._i)
                continue;
            // Another job of this workflow file has runs of its own, and a sweep of its own.
            if (error instanceof errors/* LonghaulError */.BQ && error.code === 'OTHER_ENTRY')
                continue;
            if (error instanceof errors/* LonghaulError */.BQ && error.code === 'ENTRY_UNNAMED') {
                io.warning(`Sweep: ${error.message}. ${error.hint}`);
                continue;
            }
            failures.push(`${runId}: ${error.message}`);
        }
    }
    return { done, failures, left: due.length - looks };
}
/** Which runs were archived. What goes wrong here takes nothing from what was done. */
async function tidyUp({ io, store, owner, inputs }, failures) {
    try {
        const renewed = (await store.renew?.(owner)) ?? [];
        if (renewed.length > 0)
            io.line(`Sweep: saved again before they expire: ${renewed.join(', ')}`);
        return await store.prune(new Date(Date.now() - inputs['keep-days'] * DAY_MS).toISOString());
    }
    catch (error) {
        failures.push(`Ended runs could not be archived: ${error.message}`);
        return [];
    }
}
const isCancelled = ({ shutdown, cancel }) => shutdown.aborted || cancel.aborted;

;// CONCATENATED MODULE: ./lib/action/run.js
/** One job step of the Action: intent in, operations called, outputs out. Refusals are green and say why. */









/** Does what the intent says. @throws LonghaulError for a fault that makes the job red */
async function runIntent(job, intent) {
    const cannot = cannotWrite(job.event, intent);
    if (cannot !== undefined)
        return nothing(job, cannot);
    switch (intent.type) {
        case 'ignore':
            return nothing(job, `Nothing to do: ${intent.why}`);
        case 'comment':
        case 'review':
            return comment(job, intent);
        case 'start':
            return run_start(job, job.inputs['run-id'] || undefined, intent.issue);
        case 'start-or-resume':
            return startOrResume(job, intent.runId, intent.issue);
        case 'resume':
            return resume(job, intent.runId, job.inputs.command === 'resume');
        case 'command':
            return command(job, intent);
        case 'sweep':
            return sweep(job);
        case 'check':
            return check(job);
    }
}
async function run_start(job, named, issue) {
    const { runId, run } = await startOrFind(job, named, issue);
    return run === undefined ? resume(job, runId, false) : drive(job, { run, isNew: true });
}
/** Of two jobs that find no run, one starts it; the other one carries it on, or learns that it is driven. */
async function startOrResume(job, runId, issue) {
    try {
        return await resume(job, runId, false);
    }
    catch (error) {
        if (!(error instanceof errors/* RunNotFoundError */.lQ))
            throw error;
    }
    try {
        return await run_start(job, runId, issue);
    }
    catch (error) {
        if (!(error instanceof errors/* RunExistsError */.SG))
            throw error;
    }
    return resume(job, runId, false);
}
async function resume(job, runId, retry) {
    const run = await openOurs(job, runId);
    if (run === undefined)
        return notOurs(job, runId);
    return drive(job, { run, retry });
}


/***/ }),

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


/***/ })

};
