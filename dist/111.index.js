export const id = 111;
export const ids = [111];
export const modules = {

/***/ 88111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ talkOptions),
  B: () => (/* binding */ talkOutputs),
  tellEnd: () => (/* binding */ tellEnd)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/operations/announced.js
var announced = __webpack_require__(11629);
// EXTERNAL MODULE: ./lib/operations/gate.js
var gate = __webpack_require__(87277);
;// CONCATENATED MODULE: ./lib/operations/last-decision.js
/** What a run's last breakpoint came to, for whoever acts on it. */

const UNDECIDED = { approved: false, by: '', ref: '', commentUrl: '' };
/** undefined: nothing was to be decided, or nobody has yet. A run that was ended over an open question is undecided. */
function lastDecision(thread) {
    const { state, seat } = thread;
    const asked = [...state.effects.values()].filter(({ request }) => request.kind === 'breakpoint');
    const decided = asked.filter(({ status }) => status === 'resolved_ok');
    const [last] = decided.sort((a, b) => (b.settlement?.index ?? 0) - (a.settlement?.index ?? 0));
    const { terminal } = state;
    const isOver = terminal !== undefined && (asked.length > 0 || (0,gate/* isGate */.cE)(seat.runDir));
    if (isOver && (last === undefined || (terminal.sealed && decided.length < asked.length)))
        return UNDECIDED;
    if (last === undefined)
        return undefined;
    const how = thread.closedOf(last)?.how;
    const vote = how === 'timed-out' ? undefined : thread.votesOf(last).at(-1);
    return {
        approved: how === 'approved',
        by: vote?.login ?? '',
        ref: thread.refOf(last.effectId),
        commentUrl: vote?.url ?? '',
    };
}

// EXTERNAL MODULE: ./lib/operations/refs.js
var operations_refs = __webpack_require__(27560);
// EXTERNAL MODULE: ./lib/operations/talk.js + 10 modules
var operations_talk = __webpack_require__(82324);
// EXTERNAL MODULE: ./lib/operations/thread.js + 1 modules
var operations_thread = __webpack_require__(2440);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(94904);
// EXTERNAL MODULE: ./lib/action/event.js
var action_event = __webpack_require__(94504);
// EXTERNAL MODULE: ./lib/action/intent.js
var intent = __webpack_require__(54764);
// EXTERNAL MODULE: ./lib/action/world.js + 2 modules
var world = __webpack_require__(45250);
;// CONCATENATED MODULE: ./lib/action/talk.js
/** How a run that is driven in this job talks with people, and what the step's outputs say of it. */










function talkOptions({ event, inputs, github, store }, heard) {
    const number = (0,intent/* issueNumber */.Pp)(inputs.issue, event.payload);
    const isOfEvent = number !== undefined && number === (0,intent/* issueNumber */.Pp)('', event.payload);
    return {
        port: github,
        rules: {
            approvers: inputs.approvers,
            minimum: inputs['minimum-approvals'],
            quorum: inputs.quorum,
            allowSelf: inputs['allow-self-approval'],
            requireHead: inputs['require-head'],
        },
        issue: number === undefined
            ? undefined
            : { number, isPull: isOfEvent ? (0,intent/* isPullEvent */.OH)(event.payload) : undefined },
        remindAfterMs: inputs['remind-after'],
        runsOn: async (issue, commentId) => heard?.commentId === commentId ? heard.runs : ((await store.on?.(issue)) ?? []),
        redact: (0,redact/* redactor */.$p)((0,world/* secretsOf */.Fj)(inputs)),
        place: {
            workspace: event.workspace,
            repositoryUrl: `${event.serverUrl}/${event.repository}`,
            commit: (0,action_event/* workspaceCommit */.ph)(event),
        },
        lastSweep: () => lastSweep(event, github),
        links: [{ text: 'job', url: (0,action_event/* jobUrl */.Ne)(event, inputs['job-id']) }],
        warnings: [],
    };
}
/** Whoever decides is not kept waiting for it. */
async function lastSweep(event, port) {
    if (event.name === 'schedule')
        return new Date().toISOString();
    if (event.workflow === '' || (0,action_event/* isSpoken */.ru)(event))
        return undefined;
    return port.lastScheduled(external_node_path_.posix.basename(event.workflow));
}
/** A run was ended here without being driven: its comments say so. */
async function tellEnd(job, run) {
    const { state } = run.load({ damaged: true });
    if (state.terminal === undefined)
        return;
    const talk = new operations_talk/* Talk */.v(talkOptions(job), seatOf(run));
    await talk.end(state.terminal.status);
    for (const trouble of talk.troubles)
        job.io.warning(trouble);
}
/** For looking and telling, not for writing. */
function seatOf(run) {
    const { state } = run.load({ damaged: true });
    return {
        runDir: run.runDir,
        journal: { state, append: () => [] },
        events: () => run.events(),
        saved: () => Promise.resolve(),
        isSaved: () => true,
        soon: () => { },
        now: () => Date.now(),
        after: () => () => { },
        warn: () => { },
        commit: () => run.place?.commit,
    };
}
/** `issue-url`, `breakpoint-url`, `decision`, and `pending` with the references that people know. */
function talkOutputs(job, run, { pending, already }) {
    const { state } = run.load({ damaged: true });
    const { issue, breakpoints } = (0,announced/* readComments */.TK)(run.runDir);
    const ofBreakpoints = Object.keys(breakpoints)
        .map((effectId) => state.effects.get(effectId))
        .filter((effect) => effect !== undefined);
    const open = ofBreakpoints.find(({ status }) => status === 'requested' && state.terminal === undefined);
    const thread = new operations_thread/* Thread */.j(talkOptions(job), seatOf(run));
    const refs = pending.length === 0 ? undefined : (0,operations_refs/* refsOf */.g)(state);
    const titleOf = (effectId, title) => {
        const effect = state.effects.get(effectId);
        return effect?.request.kind === 'breakpoint' ? thread.titleOf(effect) : title;
    };
    const outputs = {
        pending: JSON.stringify(pending.map(({ effectId, ...rest }) => ({
            effectId,
            ref: refs?.get(effectId),
            ...rest,
            title: titleOf(effectId, rest.title),
            url: breakpoints[effectId]?.url,
        }))),
        'issue-url': issue?.url ?? '',
        'breakpoint-url': open === undefined ? '' : (breakpoints[open.effectId]?.url ?? ''),
    };
    const decision = lastDecision(thread);
    if (decision === undefined)
        return outputs;
    // Neither who runs a workflow run again nor whose comment came after the decision asks for another deployment.
    const isLate = job.event.workflowAttempt > 1 || (0,action_event/* isSpoken */.ru)(job.event);
    const isOld = already && isLate && decision.approved;
    if (isOld)
        job.io.notice(`Run ${run.runId} was decided before this job: \`decision\` does not approve again. Dispatch \`command: resume\` with its \`run-id\` to act on it once more`);
    return { ...outputs, decision: JSON.stringify(isOld ? UNDECIDED : decision) };
}


/***/ }),

/***/ 45250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FB: () => (/* binding */ actionLimits),
  VS: () => (/* binding */ actionWorld),
  Fj: () => (/* binding */ secretsOf)
});

// EXTERNAL MODULE: ./lib/executors/definition.js
var definition = __webpack_require__(7387);
;// CONCATENATED MODULE: ./lib/executors/index.js

const AGENT_KINDS = new Set(['agent', 'skill', 'orchestrator_task']);
/** Whether an agent command does such effects, where there is one. */
const isAgentKind = (kind) => AGENT_KINDS.has(kind);
const shell = {
    run: async (effect, world) => (await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(350)]).then(__webpack_require__.bind(__webpack_require__, 77350))).shell.run(effect, world),
};
const node = { run: async (effect, world) => (await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(370)]).then(__webpack_require__.bind(__webpack_require__, 41370))).node.run(effect, world) };
const agent = {
    run: async (effect, world) => (await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(309)]).then(__webpack_require__.bind(__webpack_require__, 7309))).agent.run(effect, world),
};
/**
 * The executor of an effect, or undefined when nobody here may run it and it stays pending for others: unknown
 * kinds, `external: true` (in the definition or its kind), agent work without an agent command, and a `node`
 * task without `node` (such ones only hold instructions for a person or an agent).
 */
function executorFor(effect, world) {
    const { kind, def } = effect;
    const own = (0,definition/* asObject */.eB)(def[kind]);
    if (def.external === true || own?.external === true)
        return undefined;
    if (kind === 'shell')
        return shell;
    if (kind === 'node')
        return def.node === undefined ? undefined : node;
    if (isAgentKind(kind))
        return (world.agentCommand ?? '').trim() === '' ? undefined : agent;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/operations/performer.js
/** Carries effects out with the executors of this machine. */

/** `agentCommand` undefined: agent work stays pending for others. */
function localPerformer(agentCommand) {
    return {
        can: (effect) => executorFor(effect, { agentCommand }) !== undefined,
        async perform(effect, world) {
            const executor = executorFor(effect, { agentCommand });
            if (executor === undefined)
                throw new Error(`Nothing here runs effects of the kind ${effect.kind}`);
            return executor.run(effect, world);
        },
    };
}

// EXTERNAL MODULE: ./lib/operations/world.js
var world = __webpack_require__(80976);
// EXTERNAL MODULE: ./lib/action/inputs.js
var action_inputs = __webpack_require__(11059);
;// CONCATENATED MODULE: ./lib/action/world.js
/** The driver's world and limits in a job, from the action inputs. */



function actionWorld(inputs, workspace, env, report) {
    const agentCommand = inputs['agent-command'].trim() === '' ? undefined : inputs['agent-command'];
    return {
        clock: world/* systemClock */.m,
        workspace,
        env,
        agentCommand,
        performer: localPerformer(agentCommand),
        ask: undefined,
        report,
        secrets: secretsOf(inputs),
    };
}
/** Values that must not reach the journal, a comment or a message. */
function secretsOf(inputs) {
    return [inputs.token, ...(0,action_inputs/* keyLines */.rg)(inputs), ...inputs.redact];
}
function actionLimits(inputs) {
    return {
        ...world/* DEFAULT_LIMITS */.d,
        maxParallel: inputs['max-parallel'],
        taskTimeoutMs: inputs['task-timeout'],
        breakpointTimeoutMs: inputs['breakpoint-timeout'],
        graceMs: inputs['cancel-grace'],
        cancelGraceMs: inputs['cancel-grace'],
        waitInJobMs: inputs['wait-in-job'],
        maxIterations: inputs['max-iterations'],
    };
}


/***/ }),

/***/ 11604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ phrase),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90356);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23269);
/* harmony import */ var _invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17423);



/** Characters of a line in a code block. */
const LONGEST_LINE = 400;
/** A command by itself, and a decision with its reference wherever it stands. */
const COMMAND = /(?<![\w.~/-])\/(?=(?:approve|reject|answer|cancel|halt|retry|status|help)(?![\w/.-]))|\/(?=(?:approve|reject|answer|cancel)\s+e-)/gi;
/** A word that GitHub would do something with: @name, #12, o/r#12, GH-12, a commit, an address, a formula. */
const LIVE = /@|#\d|GH-\d|\$|:\/\/|www\.|(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])/i;
/** Nothing in it looks like something else, and nobody's name stands in it. */
const HONEST_URL = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]*)?$/;
/** A link to one of these would leave a note there. */
const BACKLINK = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:issues|pull|pulls|discussions|commit|commits)\//i;
function markdown(root) {
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_1__/* .toMarkdown */ .l)(root, { extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__/* .gfmToMarkdown */ .H)()], bullet: '-' }).trimEnd();
}
/** The text as nodes of a paragraph. */
function phrase(text, limit) {
    const nodes = [];
    let words = '';
    const flush = () => {
        if (words !== '')
            nodes.push({ type: 'text', value: words });
        words = '';
    };
    for (const [i, word] of oneLine(text, limit).split(' ').entries()) {
        if (i > 0)
            words += ' ';
        if (!LIVE.test(word)) {
            words += word;
            continue;
        }
        const [, url = '', after = ''] = /^(.*?)([.,;:!?)]{0,3})$/.exec(word) ?? [];
        flush();
        if (isHonest(url)) {
            nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
            words = after;
        }
        else
            nodes.push({ type: 'inlineCode', value: word });
    }
    flush();
    return nodes;
}
function code(text, limit = 200) {
    return { type: 'inlineCode', value: oneLine(text, limit) || ' ' };
}
function block(text, limit) {
    const { shown, left } = begun(text, limit);
    const lines = shown
        .split('\n')
        .map((line) => cut(line, LONGEST_LINE))
        .join('\n')
        .trimEnd();
    return { type: 'code', value: left === 0 ? lines : `${lines}\n… (${left} more characters)` };
}
/** The text with line ends as spaces. */
function oneLine(text, limit) {
    const { shown, left } = begun(text, limit);
    const line = shown.replace(/\s+/g, ' ').trim();
    return left === 0 ? line : `${line}…`;
}
/** The beginning of a text, made safe; `left`: characters that are not shown. */
function begun(text, limit) {
    // What is named gets longer; what is cut away is not looked at.
    const safe = defused((0,_invisible_js__WEBPACK_IMPORTED_MODULE_0__/* .madeVisible */ .E)(text.slice(0, 2 * limit).toWellFormed()));
    const characters = [...safe];
    const shown = characters.slice(0, limit).join('');
    return { shown, left: Math.max(0, characters.length - limit) + Math.max(0, text.length - 2 * limit) };
}
/** Nothing left in it is a command or the beginning of a marker, wherever it stands and whoever reads it. */
function defused(text) {
    return text.replace(COMMAND, '/ ').replaceAll('<!--', '<! --');
}
function isHonest(url) {
    if (!HONEST_URL.test(url) || BACKLINK.test(url) || url.length > 500)
        return false;
    return !/\/\/(?:[^/]*\.)?xn--/.test(url) && URL.canParse(url);
}
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    const characters = [...text];
    return characters.length <= limit ? text : `${characters.slice(0, limit).join('')}…`;
}


/***/ }),

/***/ 73773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   lE: () => (/* binding */ mention),
/* harmony export */   nE: () => (/* binding */ typed),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   yJ: () => (/* binding */ links),
/* harmony export */   z7: () => (/* binding */ when)
/* harmony export */ });
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7603);
/* harmony import */ var _neutralise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11604);


/** A login or the name of a team. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/;
const words = (value) => ({ type: 'text', value });
const nodesOf = (pieces) => pieces.flatMap((piece) => (typeof piece === 'string' ? [words(piece)] : piece));
/** A paragraph. */
const say = (...pieces) => ({ type: 'paragraph', children: nodesOf(pieces) });
const strong = (...pieces) => ({
    type: 'strong',
    children: nodesOf(pieces),
});
const heading = (depth, ...pieces) => ({
    type: 'heading',
    depth,
    children: nodesOf(pieces),
});
/** A word of ours in a sentence, as it is. */
const typed = (value) => ({ type: 'inlineCode', value });
/** Words to type, alone in their block: GitHub's button then copies just them. */
const command = (words) => ({ type: 'code', value: words });
function link({ text, url }) {
    if (!/^https?:\/\//.test(url))
        return (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(text);
    // A link cannot hold another one.
    const children = (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(text, 200).map((node) => (node.type === 'link' ? (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(node.url) : node));
    return { type: 'link', url, children };
}
/** Separated by a dot in the middle; undefined when there is none. */
function links(all) {
    if (all.length === 0)
        return undefined;
    return say(...all.slice(0, 20).flatMap((each, i) => (i === 0 ? [link(each)] : [' · ', link(each)])));
}
/** What others wrote, line by line, marked as theirs. */
function quote(text, limit) {
    const lines = text.slice(0, 2 * limit).split(/\r\n?|\n/);
    const paragraphs = [[]];
    let left = limit;
    for (const line of lines) {
        const last = paragraphs.at(-1) ?? [];
        if (line.trim() === '') {
            if (last.length > 0)
                paragraphs.push([]);
            continue;
        }
        if (left <= 0) {
            last.push(words(' …'));
            break;
        }
        if (last.length > 0)
            last.push({ type: 'break' });
        last.push(...(0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(line, left));
        left -= line.length;
    }
    const children = paragraphs.filter((each) => each.length > 0);
    return { type: 'blockquote', children: children.map((each) => say(each)) };
}
function table(head, body) {
    const row = (cells) => ({
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: nodesOf([cell]) })),
    });
    return { type: 'table', children: [row(head), ...body.map(row)] };
}
function list(items) {
    const children = items.map((item) => ({ type: 'listItem', spread: false, children: [...item] }));
    return { type: 'list', ordered: false, spread: false, children };
}
/** Who may decide: people and teams are really mentioned, so that they are told. */
function mention({ kind, name }) {
    const parts = name.split('/');
    const isMention = (kind === 'user' && parts.length === 1) || (kind === 'team' && parts.length === 2);
    if (isMention && parts.every((part) => LOGIN.test(part)))
        return [words(`@${name}`)];
    return kind === 'role'
        ? [words('people with the permission '), (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name), words(' or more')]
        : [(0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)];
}
/** `2026-05-01 10:00 UTC`; what is no time is shown as it is. */
function when(iso) {
    const time = Date.parse(iso);
    if (Number.isNaN(time))
        return (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(iso);
    return words(`${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`);
}
/** A whole comment: its marker is its last line, after everything that others wrote. */
function comment(children, marker) {
    const root = { type: 'root', children: children.filter((child) => child !== undefined) };
    return `${(0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(root)}\n\n${(0,_markers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatMarker */ .gJ)(marker)}\n`;
}
/** `a, b and c` */
function enumerate(nodes, last = 'and') {
    return nodesOf(nodes.flatMap((node, i) => (i === 0 ? [node] : [i === nodes.length - 1 ? ` ${last} ` : ', ', node])));
}


/***/ }),

/***/ 99590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ chosenOption),
/* harmony export */   X: () => (/* binding */ shownOption)
/* harmony export */ });
/* harmony import */ var _neutralise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11604);
/** The options of a breakpoint, as they are shown and as people type them. */

const LONGEST = 100;
/** What is shown and typed for an option: one line, nothing invisible. */
function shownOption(option) {
    return (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(option, LONGEST);
}
/**
 * The option that a decision's text begins with, as the process wrote it, and what follows it. The words must be
 * the option's, the longest fits first; capitals matter only where two options differ in nothing else.
 * undefined: the text begins with none.
 */
function chosenOption(text, options) {
    const typed = [...options]
        .sort((a, b) => b.length - a.length)
        .map((option) => ({ option, shown: shownOption(option) }));
    for (const fold of [(word) => word, (word) => word.toLowerCase()]) {
        const fitting = typed
            .map(({ option, shown }) => ({ option, rest: restAfter(text, shown, fold) }))
            .filter(({ rest }) => rest !== undefined);
        const [first, second] = fitting;
        if (first === undefined)
            continue;
        const isSure = second === undefined || shownOption(second.option).length < shownOption(first.option).length;
        if (isSure)
            return { option: first.option, text: first.rest ?? '' };
    }
    return undefined;
}
/** What follows the words of `shown` at the beginning of the text; undefined when it does not begin with them. */
function restAfter(text, shown, fold) {
    let rest = text.trimStart();
    for (const word of shown.split(' ')) {
        const [found = ''] = /^\S+/.exec(rest) ?? [];
        if (word === '' || fold(found) !== fold(word))
            return undefined;
        rest = rest.slice(found.length).trimStart();
    }
    return rest.trimEnd();
}


/***/ }),

/***/ 90452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ replyComment)
/* harmony export */ });
/* harmony import */ var _neutralise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11604);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73773);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99590);



const MOST = 20;
const DONE = { approve: 'approval', reject: 'rejection', answer: 'answer' };
const SELF = {
    starter: 'you started this run',
    retried: 'you retried this run',
    upgraded: 'you upgraded the code of this run',
    author: 'you wrote this pull request',
};
/** Markdown that ends with a reply marker: `to` is the id of the comment or review that is answered. */
function replyComment(reply, at) {
    return (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .comment */ .Im)(blocksOf(reply), { kind: 'reply', to: at.to, ...(at.run !== undefined && { run: at.run }) });
}
function blocksOf(reply) {
    switch (reply.code) {
        case 'edited':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('This comment was edited, so it does not count: nobody could say which words its author wrote. Write a new one.'),
            ];
        case 'deleted':
            return [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('A comment that was answered here is gone, and decides nothing.')];
        case 'bot':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)((0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.login), ' is an app. Apps count only where ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)('approvers'), ' names them, as ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)('app[bot]'), '.'),
            ];
        case 'own-token':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('The workflow comments with your own token, so nobody can tell your words from its own. Somebody else has to decide, or the workflow uses the token of an app.'),
            ];
        case 'rerun':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('A job that is run again takes no comment. If this one has decided anything, that stands, and it decides nothing more: to say it again, write a new one.'),
            ];
        case 'no-permission':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)(reply.verb === undefined ? 'That' : (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)(`/${reply.verb}`), ' needs the permission ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.needs), ' for this repository; you have ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.has), '.'),
            ];
        case 'not-approver':
            return [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('You are not among those who may decide here: ', names(reply.approvers, 'or'), '.')];
        case 'self':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)(`You cannot approve this: ${SELF[reply.because]}. Somebody else has to, or the workflow sets `, (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)('allow-self-approval'), '.'),
            ];
        case 'already-counted':
            return [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)(`Your ${DONE[reply.decision]} is counted already: everybody counts once.`)];
        case 'no-breakpoint':
            return [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('Nothing was open here to be decided when this comment was written.')];
        case 'unknown-ref':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('Nothing here is called ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.ref, 40), reply.open.length === 0 ? ', and nothing is open.' : '. Open are:'),
                ...openList(reply.open),
            ];
        case 'which-breakpoint':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('More than one question may be meant. Write the reference of yours behind the command:'),
                ...openList(reply.open),
            ];
        case 'other-issue':
            return [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)((0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.ref, 40), ' is asked elsewhere, and decided there', ...seeing(reply.link), '.')];
        case 'closed':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)((0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.ref, 40), ' is closed: ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ)(reply.outcome, 200), '. This comment changes nothing', ...seeing(reply.link), '.'),
            ];
        case 'old-digest':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('What ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.ref, 40), ' shows has changed since this comment was written. Read it again and write a new comment', ...seeing(reply.link), '.'),
            ];
        case 'earlier-code':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('The code of this run was upgraded after this comment was written. Look at ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.ref, 40), ' again and write a new comment', ...seeing(reply.link), '.'),
            ];
        case 'head-moved':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('A push moved the head from ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.from.slice(0, 12)), ' to ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.to.slice(0, 12)), ' after ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.ref, 40), ' was asked. It is void; look at the new commit first.'),
            ];
        case 'not-an-option':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('The first word has to be one of the options: ', names(reply.options.map(_options_js__WEBPACK_IMPORTED_MODULE_2__/* .shownOption */ .X), 'or'), '.'),
            ];
        case 'answer-needs-text':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('An answer needs a text behind the command', reply.ref === undefined ? '' : ' and the reference', '.'),
            ];
        case 'cancel-needs-effect':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('Write behind ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)('/cancel'), ' what is to be cancelled', reply.open.length === 0 ? '; nothing is pending.' : ':'),
                ...openList(reply.open),
            ];
        case 'which-effect':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('More than one run here has ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.effect, 40), '. Write the reference of the one that you mean:'),
                ...openList(reply.open),
            ];
        case 'which-run':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('More than one run reports here. Name the one that you mean:'),
                ...reply.runs.slice(0, MOST).map((run) => (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .command */ .G5)(`/${reply.verb} ${run}`)),
            ];
        case 'run-ended':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('Run ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.runId), ' is over (', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.status), '): this comment changes nothing.'),
            ];
        case 'halted-already':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('Run ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.runId), ' was halted already', ...(reply.by === undefined ? [] : [' by ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.by)]), ', ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .when */ .z7)(reply.at), ': ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ)(reply.reason, 300), '. This comment changes nothing.'),
            ];
        case 'earlier-attempt':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('This was said to an earlier attempt of run ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.runId), `; it is now attempt ${reply.attempt}. Say it again if it still holds.`),
            ];
        case 'not-retryable':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('Run ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.runId), ' is ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.status), ' and cannot be retried: ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ)(reply.why, 300), '. Only a run that failed by itself can.'),
            ];
        case 'retry-needs-upgrade':
            return [
                (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('Run ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reply.runId), ' failed by an error of its own code, so the same code would fail again. Mend it, then resume the run with ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)('on-code-change: upgrade'), '.'),
            ];
        case 'status': {
            const { runId, status, lastSweep, link: to } = reply;
            const known = runId === undefined || status === undefined ? [] : ['Run ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(runId), ' is ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(status), '. '];
            return [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)(...known, 'How it is stands in ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(to), '.', ...sweep(lastSweep))];
        }
        case 'help':
            return HELP;
    }
}
const names = (all, last) => [
    ...(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerate */ .HL)(all.slice(0, MOST).map((name) => (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name, 101)), last),
];
const seeing = (to) => (to === undefined ? [] : [': ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(to)]);
function openList(open) {
    if (open.length === 0)
        return [];
    const items = open
        .slice(0, MOST)
        .map(({ ref, title, link: to }) => [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)((0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(ref, 40), ' ', (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .phrase */ .MZ)(title, 120), ...seeing(to))]);
    return [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(items)];
}
function sweep(last) {
    if (last === undefined)
        return [];
    return last === null ? [' No scheduled sweep was seen yet.'] : [' Last sweep ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .when */ .z7)(last), '.'];
}
/** What `/help` is answered with: the grammar in words, so that no line of it can be typed by mistake. */
const HELP = [
    (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('A command is the first word of a comment, in lower case. What follows it:'),
    (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)([
        [
            '/approve',
            'the reference of the question, where more than one is open; with options, the one chosen; a text',
        ],
        ['/reject', 'the reference; the reason'],
        ['/answer', 'the reference; the answer'],
        ['/cancel', 'the reference of a step, or its id; a reason'],
        ['/halt', 'the run, where more than one reports here; a reason'],
        ['/retry', 'the run, likewise: tries again what failed'],
        ['/status', 'the run, likewise: says how it is'],
        ['/help', 'nothing'],
    ].map(([word, rest]) => [(0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)((0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)(word), ': ', rest)])),
    (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv)('A reference looks like ', (0,_nodes_js__WEBPACK_IMPORTED_MODULE_1__/* .typed */ .nE)('e-7k3qd'), ' and stands in the comment that asks. Comments that were edited, quotes and code do not count.'),
];


/***/ }),

/***/ 39829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ stepTable)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1005);
/* harmony import */ var _neutralise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11604);
/* harmony import */ var _nodes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73773);



/** `now`: ms since the epoch, the end of what is not done. `note`: characters of a note that are shown. */
function stepTable(rows, now, note) {
    return (0,_nodes_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Step', 'What', 'Kind', 'Status', 'Attempts', 'Time', 'Note'], rows.map((step) => [
        step.stepId,
        (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(step.label, 120),
        (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(step.kind, 40),
        step.status,
        step.attempts === 0 ? '' : String(step.attempts),
        (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationText */ .S)((step.to ?? now) - step.from),
        (0,_neutralise_js__WEBPACK_IMPORTED_MODULE_1__/* .phrase */ .MZ)(step.note, note),
    ]));
}


/***/ }),

/***/ 69610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge),
/* harmony export */   p: () => (/* binding */ isDecision)
/* harmony export */ });
/* harmony import */ var _comments_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16173);
/* harmony import */ var _comments_markers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7603);
/* harmony import */ var _comments_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99590);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97239);
/**
 * Whether a comment decides a breakpoint. Facts in, verdict out: what GitHub says of the comment and its author now,
 * and what the journal says of the run's breakpoints. Fails closed: whatever is not known to be right is refused.
 */




const isDecision = (command) => command !== undefined && ['approve', 'reject', 'answer'].includes(command.verb);
/** `breakpoints`: all of the run that have been announced, in order of request. */
function judge(said, breakpoints) {
    const { post, history, role } = said;
    const command = (0,_comments_command_js__WEBPACK_IMPORTED_MODULE_0__/* .parseComment */ .v)(post.body);
    if (!isDecision(command))
        return { kind: 'ignored', why: 'the comment is no decision' };
    if ((0,_comments_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .hasMarker */ .xY)(post.body) || (history?.isOwn === true && post.author?.isBot !== false))
        return { kind: 'ignored', why: 'the comment is our own, or a copy of one' };
    const { author } = post;
    if (author === undefined)
        return { kind: 'ignored', why: 'the account of its author is gone' };
    const bound = bind(command, said, breakpoints);
    const isListedBot = author.isBot &&
        'breakpoint' in bound &&
        bound.breakpoint.policy.lists.every((list) => list.some(isApp(author)));
    // Apps have no role of their own; everybody else without one gets no words from us.
    if (!author.isBot && (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .rankOf */ .IQ)(role) < (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .rankOf */ .IQ)('read'))
        return { kind: 'stranger' };
    const about = 'breakpoint' in bound ? bound.breakpoint.effectId : bound.effectId;
    const refuse = (reply) => ({
        kind: 'refused',
        effectId: about,
        decision: command.verb,
        reply,
    });
    if (history === undefined)
        return refuse({ code: 'deleted' });
    if (history.isOwn)
        return refuse({ code: 'own-token' });
    if (history.isEdited)
        return refuse({ code: 'edited' });
    if (author.isBot && !isListedBot)
        return refuse({ code: 'bot', login: author.login });
    if ('reply' in bound)
        return refuse(bound.reply);
    const { breakpoint } = bound;
    const reply = objection(command, said, author, breakpoint);
    if (reply !== undefined)
        return refuse(reply);
    const { option, text } = optionOf(command, breakpoint.options);
    return { kind: 'counted', effectId: breakpoint.effectId, decision: command.verb, option, text };
}
/** The breakpoint that a comment is about: the one that it names, else the one that was open there when it was written. */
function bind({ ref }, { post, others }, all) {
    if (ref !== undefined) {
        const named = all.find((one) => one.ref === ref);
        if (named === undefined)
            return { reply: { code: 'unknown-ref', ref, open: openRefs(all, post.issue) } };
        if (named.issue !== post.issue)
            return { reply: { code: 'other-issue', ref, link: named.link }, effectId: named.effectId };
        return ifOpen(named);
    }
    const there = all.filter((one) => one.issue === post.issue && wasOpen(one, post));
    const [only] = there;
    if (only === undefined)
        return { reply: { code: 'no-breakpoint' } };
    if (there.length > 1 || others.length > 0) {
        const elsewhere = others.flatMap(({ runId, refs }) => refs.map((one) => ({ ref: one, title: `run ${runId}` })));
        return { reply: { code: 'which-breakpoint', open: [...there.map(openRef), ...elsewhere] } };
    }
    return ifOpen(only);
}
function ifOpen(breakpoint) {
    const { settled, ref, link, effectId } = breakpoint;
    if (settled === undefined)
        return { breakpoint };
    return { reply: { code: 'closed', ref, outcome: settled.outcome, link }, effectId };
}
/**
 * GitHub's times have whole seconds: what was settled within the second of the comment counts as open then, unless
 * the comment stands below one that came later.
 */
function wasOpen({ opened, settled }, post) {
    if (!isBefore(opened, post))
        return false;
    if (settled === undefined)
        return true;
    const isLater = settled.next !== undefined && isComment(post) && isBelow(post, settled.next);
    return !isLater && Date.parse(settled.at) >= Date.parse(post.createdAt);
}
/** Comments of one repository are numbered in order; reviews are not numbered with them. */
function isBefore({ commentId, at }, post) {
    return isComment(post) ? isBelow(post, commentId) : Date.parse(at) <= Date.parse(post.createdAt);
}
const isComment = ({ url }) => url.includes('#issuecomment-');
const isBelow = ({ id }, commentId) => BigInt(commentId) < BigInt(id);
const openRef = ({ ref, title, link }) => ({ ref, title, link });
const openRefs = (all, issue) => all.filter((one) => one.settled === undefined && one.issue === issue).map(openRef);
const isApp = (person) => (approver) => approver.kind === 'app' && same(approver.name, person.login);
const same = (a, b) => a.toLowerCase() === b.toLowerCase();
/** Why the breakpoint does not take this decision of this person; undefined: it does. */
function objection(command, said, author, breakpoint) {
    const { policy, options, digest, shown, shownSince, ref, link, head, votes, self, retried, upgradedAt } = breakpoint;
    const { post } = said;
    const mine = self.find(({ login, id }) => id === undefined ? same(login, author.login) : id === author.id);
    const isStarter = self.some(({ login, id, because }) => because === 'starter' && (id === undefined ? same(login, author.login) : id === author.id));
    // Whoever started the run may always call it off.
    const mayReject = command.verb === 'reject' && isStarter;
    const failed = mayReject ? undefined : policy.lists.find((list) => !isAllowed(list, said, author));
    if (failed !== undefined) {
        const needs = failed.filter(({ kind }) => kind === 'role');
        return needs.length === failed.length
            ? { code: 'no-permission', needs: needs.map(({ name }) => name).join(' or '), has: said.role }
            : { code: 'not-approver', approvers: failed.map(_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .entryOf */ .Ms) };
    }
    if (retried !== undefined && isEarlier(post, retried.at)) {
        const { runId, attempt } = retried;
        return { code: 'earlier-attempt', runId, attempt };
    }
    if (command.verb !== 'reject' && mine !== undefined && !policy.allowSelf)
        return { code: 'self', because: mine.because };
    if (upgradedAt !== undefined && isEarlier(post, upgradedAt))
        return { code: 'earlier-code', ref, link };
    if (shown !== digest || (shownSince !== undefined && !isAfter(post, shownSince)))
        return { code: 'old-digest', ref, link };
    if (policy.requireHead && head !== undefined) {
        if (head.now !== head.shown || !isAfter(post, head.since))
            return { code: 'head-moved', ref, from: head.shown, to: head.now };
    }
    const { option, text } = optionOf(command, options);
    if (command.verb !== 'reject' && options.length > 0 && option === undefined)
        return { code: 'not-an-option', options };
    if (command.verb === 'answer' && options.length === 0 && text === '')
        return { code: 'answer-needs-text', ref };
    const before = votes.findLast(({ id }) => id === author.id);
    if (before !== undefined && before.decision === command.verb && before.option === option)
        return { code: 'already-counted', decision: command.verb };
    return undefined;
}
/** GitHub's times have whole seconds. */
const isEarlier = ({ createdAt }, at) => Date.parse(createdAt) < Math.floor(Date.parse(at) / 1000) * 1000;
/** In the same second nobody can say what was read. */
const isAfter = ({ createdAt }, since) => Date.parse(createdAt) > Date.parse(since);
function isAllowed(list, { role, teams }, author) {
    return list.some((approver) => {
        const { kind, name } = approver;
        if (kind === 'app')
            return author.isBot && isApp(author)(approver);
        if (author.isBot || (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .rankOf */ .IQ)(role) < (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .rankOf */ .IQ)('read'))
            return false;
        if (kind === 'user')
            return same(name, author.login);
        if (kind === 'role')
            return (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .rankOf */ .IQ)(role) >= (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .rankOf */ .IQ)(name);
        return teams.get(name)?.some(({ id }) => id === author.id) === true;
    });
}
/** With options, the text of an approval or an answer begins with one; what follows is said beside it. */
function optionOf({ verb, text }, options) {
    const chosen = verb === 'reject' ? undefined : (0,_comments_options_js__WEBPACK_IMPORTED_MODULE_2__/* .chosenOption */ .Q)(text, options);
    return chosen ?? { option: undefined, text };
}


/***/ }),

/***/ 87277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NY: () => (/* binding */ GATE_ENTRY),
/* harmony export */   cE: () => (/* binding */ isGate),
/* harmony export */   jP: () => (/* binding */ gateFiles)
/* harmony export */ });
/* harmony import */ var _journal_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41597);
/* harmony import */ var _journal_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68651);
/* harmony import */ var _code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45203);
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
        schemaVersion: _code_js__WEBPACK_IMPORTED_MODULE_2__/* .CODE_SCHEMA */ .KJ,
        commit: '',
        entry: GATE_ENTRY,
        files: [
            { path: GATE_ENTRY, format: 'module', blob: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .gitBlobId */ .tK)(Buffer.from(SOURCE)), digest: (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(SOURCE) },
        ],
    };
    return [
        { path: `code/files/${GATE_ENTRY}`, text: SOURCE },
        { path: 'code/manifest.json', text: (0,_journal_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonText */ .s$)(manifest) },
    ];
}
/** Whether a run carries this code and no other: it is as trustworthy as the program that it comes with. */
function isGate(runDir) {
    const { entry, files = [] } = (0,_code_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(runDir) ?? {};
    const [file] = files;
    return (entry === GATE_ENTRY && files.length === 1 && file?.path === GATE_ENTRY && file.digest === (0,_journal_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(SOURCE));
}


/***/ }),

/***/ 82324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ Talk),
  f: () => (/* binding */ rulesOf)
});

// EXTERNAL MODULE: ./lib/comments/markers.js
var markers = __webpack_require__(7603);
// EXTERNAL MODULE: ./lib/comments/replies.js
var replies = __webpack_require__(90452);
;// CONCATENATED MODULE: ./lib/comments/budget.js
/** How long a comment may be. GitHub refuses more than 65,536 characters, or drops an update without a word. */
const BUDGET = 60_000;
/**
 * The first rendering within the budget, the fullest tier first. The last tier must fit whatever the facts are:
 * a comment that were cut would lose its marker. Throws RangeError when it does not.
 */
function withinBudget(tiers, render, budget = BUDGET) {
    for (const tier of tiers) {
        const text = render(tier);
        if (text.length <= budget)
            return text;
    }
    throw new RangeError(`No rendering of the comment fits into ${budget} characters`);
}

// EXTERNAL MODULE: ./lib/comments/neutralise.js
var neutralise = __webpack_require__(11604);
// EXTERNAL MODULE: ./lib/comments/nodes.js
var nodes = __webpack_require__(73773);
// EXTERNAL MODULE: ./lib/comments/step-table.js
var step_table = __webpack_require__(39829);
;// CONCATENATED MODULE: ./lib/comments/status.js




/** How much is shown, the fullest first; the last one fits whatever the run is like. */
const TIERS = [
    { steps: 200, note: 200, pending: 50, title: 200 },
    { steps: 100, note: 80, pending: 30, title: 120 },
    { steps: 30, note: 40, pending: 20, title: 60 },
    { steps: 0, note: 0, pending: 10, title: 40 },
];
const OPEN = new Set(['created', 'running', 'waiting']);
/** Markdown within the budget, ending with its marker. */
function statusComment(facts) {
    return withinBudget(TIERS, (tier) => (0,nodes/* comment */.Im)([
        (0,nodes/* heading */.R_)(3, 'Run ', (0,neutralise/* code */.aY)(facts.runId), `: ${facts.status}`),
        ...facts.warnings.slice(0, 10).map((warning) => (0,nodes/* quote */.hD)(warning, 500)),
        ...ending(facts),
        ...waiting(facts, tier),
        ...steps(facts, tier),
        ...commands(facts),
        { type: 'thematicBreak' },
        (0,nodes/* say */.cv)(...about(facts)),
        (0,nodes/* links */.yJ)(facts.links),
    ], { kind: 'status', run: facts.runId, seq: facts.seq }));
}
function ending({ error, reason }) {
    return [
        ...(error === undefined ? [] : [(0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Error:'), ' ', (0,neutralise/* code */.aY)(error, 1000))]),
        ...(reason === undefined ? [] : [(0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Reason:'), ' ', (0,neutralise/* phrase */.MZ)(reason, 500))]),
    ];
}
function waiting({ pending }, tier) {
    if (pending.length === 0)
        return [];
    const hidden = pending.length - Math.min(pending.length, tier.pending);
    return [
        (0,nodes/* heading */.R_)(4, 'Waits for'),
        ...pending
            .slice(0, tier.pending)
            .flatMap((each) => [(0,nodes/* say */.cv)(...waitsFor(each, tier), ' To cancel it:'), (0,nodes/* command */.G5)(`/cancel ${each.ref}`)]),
        ...(hidden === 0
            ? []
            : [(0,nodes/* say */.cv)(`${hidden} more are not shown; the job summary and the journal have them all.`)]),
    ];
}
function waitsFor({ kind, title, url, wakeAt, ref }, tier) {
    const name = (0,neutralise/* phrase */.MZ)(title, tier.title);
    return [
        (0,neutralise/* code */.aY)(ref),
        ' ',
        ...(name.length === 0 ? [] : [name, ' ']),
        '(',
        (0,neutralise/* code */.aY)(kind, 40),
        ')',
        ...(url === undefined ? [] : [', ', (0,nodes/* link */.nf)({ text: 'see there', url })]),
        ...(wakeAt === undefined ? [] : [', until ', (0,nodes/* when */.z7)(wakeAt)]),
        '.',
    ];
}
function steps({ steps: rows, updatedAt }, tier) {
    if (rows.length === 0)
        return [];
    const hidden = rows.length - Math.min(rows.length, tier.steps);
    return [
        (0,nodes/* heading */.R_)(4, 'Steps'),
        ...(tier.steps === 0 ? [] : [(0,step_table/* stepTable */.P)(rows.slice(-tier.steps), Date.parse(updatedAt), tier.note)]),
        ...(hidden === 0 ? [] : [(0,nodes/* say */.cv)(`${hidden} earlier steps are not shown; the journal has them all.`)]),
    ];
}
/** What can be said to the run as a whole. */
function commands({ runId, status }) {
    if (status === 'failed')
        return [(0,nodes/* say */.cv)('To try again what failed:'), (0,nodes/* command */.G5)(`/retry ${runId}`)];
    if (!OPEN.has(status))
        return [];
    return [(0,nodes/* say */.cv)('To stop the run for good:'), (0,nodes/* command */.G5)(`/halt ${runId} <reason>`)];
}
function about({ processId, createdAt, updatedAt, attempt, seq, lastSweep }) {
    const sweep = lastSweep === null
        ? [' No scheduled sweep was seen yet: without one nothing wakes the run when time is up.']
        : lastSweep === undefined
            ? []
            : [' Last sweep ', (0,nodes/* when */.z7)(lastSweep), '.'];
    return [
        'Process ',
        (0,neutralise/* code */.aY)(processId, 100),
        attempt > 1 ? `, attempt ${attempt}` : '',
        ', started ',
        (0,nodes/* when */.z7)(createdAt),
        `, event ${seq} at `,
        (0,nodes/* when */.z7)(updatedAt),
        '.',
        ...sweep,
    ];
}

// EXTERNAL MODULE: ./lib/decisions/policy.js
var decisions_policy = __webpack_require__(97239);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(4826);
// EXTERNAL MODULE: ./lib/github/port.js
var port = __webpack_require__(52354);
// EXTERNAL MODULE: ./lib/comments/options.js
var comments_options = __webpack_require__(99590);
;// CONCATENATED MODULE: ./lib/comments/breakpoint.js




/** How much is shown of what others wrote, in characters; the last one fits whatever they wrote. */
const breakpoint_TIERS = [
    { context: 16_000, files: 20, excerpt: 6000, said: 100, text: 1000 },
    { context: 8000, files: 20, excerpt: 1500, said: 50, text: 300 },
    { context: 2000, files: 10, excerpt: 300, said: 20, text: 100 },
    { context: 300, files: 0, excerpt: 0, said: 5, text: 60 },
];
const MOST_OPTIONS = 40;
const MOST_APPROVERS = 50;
/** Markdown within the budget, ending with its marker. */
function breakpointComment(facts) {
    return withinBudget(breakpoint_TIERS, (tier) => (0,nodes/* comment */.Im)([
        title(facts),
        ...question(facts, tier),
        moved(facts.policy),
        (0,nodes/* heading */.R_)(4, 'To decide'),
        (0,nodes/* say */.cv)('Write a comment that begins with one of these lines:'),
        ...breakpoint_commands(facts).map(nodes/* command */.G5),
        rules(facts),
        ...soFar(facts.said, tier),
        ...footer(facts),
    ], markerOf(facts)));
}
/** The same comment when nothing is to be decided any more: no words to type are in it. */
function decidedComment(facts) {
    return withinBudget(breakpoint_TIERS, (tier) => (0,nodes/* comment */.Im)([
        title(facts),
        outcome(facts.closed, facts.said),
        facts.next === undefined ? undefined : (0,nodes/* say */.cv)((0,neutralise/* phrase */.MZ)(facts.next, 500)),
        ...soFar(facts.said, tier),
        ...question(facts, tier),
        ...footer(facts),
    ], markerOf(facts)));
}
const markerOf = ({ runId, effectId, digest, nonce }) => ({ kind: 'breakpoint', run: runId, effect: effectId, digest, nonce });
function title({ shown }) {
    return (0,nodes/* heading */.R_)(3, shown.title.trim() === '' ? 'A decision is asked for' : (0,neutralise/* phrase */.MZ)(shown.title, 200));
}
/** What is asked, and all that it is asked about. */
function question({ shown }, tier) {
    const { context = '', options } = shown;
    return [
        ...(shown.question.trim() === '' ? [] : [(0,nodes/* quote */.hD)(shown.question, Math.min(4000, tier.context))]),
        ...(options.length === 0
            ? []
            : [
                (0,nodes/* say */.cv)('Options: ', (0,nodes/* enumerate */.HL)(options.slice(0, MOST_OPTIONS).map((each) => (0,neutralise/* code */.aY)((0,comments_options/* shownOption */.X)(each), 101)), 'or'), more(options.length, MOST_OPTIONS)),
            ]),
        ...(context.trim() === ''
            ? []
            : [isPreformatted(context) ? (0,neutralise/* block */.om)(context, tier.context) : (0,nodes/* quote */.hD)(context, tier.context)]),
        ...shown.files.slice(0, tier.files).flatMap((file) => excerpt(file, tier)),
        ...(shown.files.length > tier.files
            ? [(0,nodes/* say */.cv)(`${shown.files.length - tier.files} more files are not shown here.`)]
            : []),
    ];
}
/** Code, tables, JSON, differences: where the columns matter. */
function isPreformatted(text) {
    return /^(?:[ \t]{2,}\S|[|{[<+-])/m.test(text);
}
function excerpt({ path, url, excerpt: text, note }, tier) {
    const name = (0,nodes/* say */.cv)((0,nodes/* link */.nf)({ text: path, url }), ...(note === undefined ? [] : [': ', ...(0,neutralise/* phrase */.MZ)(note, 200)]));
    return text === undefined || tier.excerpt === 0 ? [name] : [name, (0,neutralise/* block */.om)(text, tier.excerpt)];
}
function breakpoint_commands({ ref, shown: { options } }) {
    const reject = `/reject ${ref} <reason>`;
    if (options.length === 0)
        return [`/approve ${ref}`, reject, `/answer ${ref} <text>`];
    return [
        ...options.slice(0, MOST_OPTIONS).map((option) => `/approve ${ref} ${(0,comments_options/* shownOption */.X)(option)}`),
        reject,
    ];
}
/** A push voids what was decided before it. */
function moved({ head }) {
    if (head?.required !== true || head.from === undefined)
        return undefined;
    const at = (sha) => (0,neutralise/* code */.aY)(sha.slice(0, 12));
    const what = (0,nodes/* strong */.ko)('A push moved the head');
    return (0,nodes/* say */.cv)(what, ' from ', at(head.from), ' to ', at(head.sha), ': earlier decisions are void.');
}
/** Who may decide, and by which rules. */
function rules({ policy, deadline, shown }) {
    const { approvers, head } = policy;
    const names = (all) => (0,nodes/* enumerate */.HL)(all.slice(0, 20).map((each) => (0,neutralise/* code */.aY)(each, 60)));
    const lines = [
        [
            (0,nodes/* strong */.ko)('May decide:'),
            ' ',
            (0,nodes/* enumerate */.HL)(approvers.slice(0, MOST_APPROVERS).map(nodes/* mention */.lE), 'or'),
            `${more(approvers.length, MOST_APPROVERS)}.`,
        ],
    ];
    if (!policy.allowSelf && policy.self.length > 0)
        lines.push([(0,nodes/* strong */.ko)('May not approve:'), ' ', names(policy.self), ', whose own work it is.']);
    lines.push([(0,nodes/* strong */.ko)('Needed:'), ' ', needed(policy)]);
    if (shown.options.length === 0)
        lines.push(['An answer approves, too.']);
    if (deadline !== undefined)
        lines.push([(0,nodes/* strong */.ko)('Until:'), ' ', (0,nodes/* when */.z7)(deadline), '; then it times out.']);
    if (head !== undefined) {
        const commit = (0,neutralise/* code */.aY)(head.sha.slice(0, 12));
        lines.push([(0,nodes/* strong */.ko)('About:'), ' commit ', commit, head.required ? '. A push voids this question.' : '.']);
    }
    if (shown.expert.length > 0)
        lines.push([(0,nodes/* strong */.ko)('Expert:'), ' ', names(shown.expert)]);
    if (shown.tags.length > 0)
        lines.push([(0,nodes/* strong */.ko)('Tags:'), ' ', names(shown.tags)]);
    lines.push(['A comment that was edited does not count.']);
    return (0,nodes/* list */.p_)(lines.map((line) => [(0,nodes/* say */.cv)(...line)]));
}
function needed({ strategy, needed: count }) {
    const approvals = count === 1 ? 'one approval' : `${count} approvals by different people`;
    switch (strategy) {
        case 'single':
        case 'first-response-wins':
            return `${approvals}; one rejection decides against it.`;
        case 'quorum':
            return `a quorum of ${approvals}; it is rejected when that can no longer be reached.`;
        case 'collect-all':
            return `an answer of each of them (${count}).`;
    }
}
const WORDS = { approve: 'approved', reject: 'rejected', answer: 'answered' };
function soFar(said, tier) {
    if (said.length === 0)
        return [];
    const shown = said.slice(-tier.said);
    const rows = shown.map(({ decision, login, at, url, text, option }) => [
        (0,neutralise/* code */.aY)(login),
        WORDS[decision],
        option === undefined ? '' : (0,neutralise/* code */.aY)((0,comments_options/* shownOption */.X)(option), 101),
        url === undefined ? (0,nodes/* when */.z7)(at) : (0,nodes/* link */.nf)({ text: (0,nodes/* when */.z7)(at).value, url }),
        (0,neutralise/* phrase */.MZ)(text ?? '', tier.text),
    ]);
    const hidden = said.length - shown.length;
    return [
        (0,nodes/* heading */.R_)(4, 'Decisions'),
        (0,nodes/* table */.tp)(['Who', 'What', 'Option', 'When', 'Said'], rows),
        ...(hidden === 0 ? [] : [(0,nodes/* say */.cv)(`${hidden} earlier ones are not shown; the journal has them all.`)]),
    ];
}
function outcome(closed, said) {
    const at = (0,nodes/* when */.z7)(closed.at);
    const by = (...decisions) => {
        const those = said.filter(({ decision }) => decisions.includes(decision));
        const logins = [...new Set(those.map(({ login }) => login))].slice(0, MOST_APPROVERS);
        return logins.length === 0 ? [] : [(0,nodes/* words */.aL)(' by '), ...(0,nodes/* enumerate */.HL)(logins.map((login) => (0,neutralise/* code */.aY)(login)))];
    };
    switch (closed.how) {
        case 'approved':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Approved'), by('approve', 'answer'), ', ', at, '.');
        case 'rejected':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Rejected'), by('reject'), ', ', at, '.');
        case 'timed-out':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('Timed out'), ', ', at, ': nobody decided in time. That is neither an approval nor a rejection.');
        case 'cancelled':
        case 'halted':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)(closed.how === 'halted' ? 'The run was halted' : 'Cancelled'), ...(closed.by === undefined ? [] : [' by ', (0,neutralise/* code */.aY)(closed.by)]), ', ', at, ...(closed.reason === '' ? ['.'] : [': ', (0,neutralise/* phrase */.MZ)(closed.reason, 500)]));
        case 'withdrawn':
            return (0,nodes/* say */.cv)((0,nodes/* strong */.ko)('No longer asked'), ', ', at, ...(closed.reason === '' ? ['.'] : [': ', (0,neutralise/* phrase */.MZ)(closed.reason, 500)]));
    }
}
function footer({ runId, ref, links: all }) {
    return [{ type: 'thematicBreak' }, (0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(runId), ', reference ', (0,neutralise/* code */.aY)(ref), '.'), (0,nodes/* links */.yJ)(all)];
}
const more = (total, most) => (total > most ? ` and ${total - most} more` : '');

;// CONCATENATED MODULE: ./lib/comments/reminder.js


/** Markdown that mentions who may decide, once; ends with a reply marker to `to`, the breakpoint's comment. */
function reminderComment(facts, to) {
    const { title, ref, waitingFor, openedAt, deadline } = facts;
    return (0,nodes/* comment */.Im)([
        (0,nodes/* say */.cv)((0,nodes/* enumerate */.HL)(waitingFor.slice(0, 50).map(nodes/* mention */.lE), 'or'), ' can decide: ', (0,neutralise/* phrase */.MZ)(title, 200), ' (', (0,neutralise/* code */.aY)(ref), ') has waited since ', (0,nodes/* when */.z7)(openedAt), '.'),
        deadline === undefined ? undefined : (0,nodes/* say */.cv)('It times out at ', (0,nodes/* when */.z7)(deadline), '.'),
        (0,nodes/* say */.cv)((0,nodes/* link */.nf)(facts.link)),
    ], { kind: 'reply', run: facts.runId, to });
}
/** Title and body of the issue on which a run reports that came from no issue and no pull request. */
function trackingIssueText({ runId, processId, links: all }) {
    return {
        title: (0,neutralise/* oneLine */.TN)(`Longhaul run ${runId}: ${processId}`, 200),
        body: (0,nodes/* comment */.Im)([
            (0,nodes/* say */.cv)('Run ', (0,neutralise/* code */.aY)(runId), ' of ', (0,neutralise/* code */.aY)(processId, 100), ' has no issue or pull request of its own and reports here: its status, and the questions that it asks.'),
            (0,nodes/* links */.yJ)(all),
        ], { kind: 'issue', run: runId }),
    };
}

// EXTERNAL MODULE: ./lib/operations/announced.js
var operations_announced = __webpack_require__(11629);
// EXTERNAL MODULE: ./lib/operations/breakpoint-shown.js
var breakpoint_shown = __webpack_require__(78413);
;// CONCATENATED MODULE: ./lib/operations/announce.js
/**
 * Breakpoints as comments. Persist, then announce: the store holds EFFECT_REQUESTED before its comment is made. A
 * comment is made once: the note of it (comments.json) is saved behind it, and where a driver died in between the
 * next one finds the comment by its marker and its author before it makes another.
 */







const LABEL = 'longhaul';
/** What an earlier job made is looked for from so long before. */
const MINUTE_MS = 60_000;
/** Where the run is reported: as noted, else the job's issue, else an issue of its own, made once. */
async function whereOf(thread) {
    const { comments, options, home: issue } = thread;
    if (comments.issue !== undefined)
        return comments.issue;
    const { port, place } = options;
    let where;
    if (issue === undefined) {
        const { number, url } = await trackingIssue(thread);
        where = { number, url, isPull: false };
    }
    else {
        const isPull = issue.isPull ?? (await port.pull(issue.number)) !== undefined;
        const url = `${place.repositoryUrl}/${isPull ? 'pull' : 'issues'}/${issue.number}`;
        where = { number: issue.number, url, isPull };
    }
    thread.note({ issue: where });
    return where;
}
async function trackingIssue(thread) {
    const { state, options } = thread;
    const isOurs = ({ body: text }) => {
        const found = (0,markers/* readMarker */.t7)(text);
        return found?.kind === 'issue' && found.run === state.runId;
    };
    const find = () => findOwn(thread, options.port.issuesSince(LABEL, before(state.createdAt, MINUTE_MS)), isOurs);
    // A driver before this one can have made it already, or this one without an answer.
    const earlier = thread.hasTriedIssue || [...state.pending.values()].some(({ seq }) => seq <= thread.since);
    thread.hasTriedIssue = true;
    const made = earlier ? await find() : undefined;
    if (made !== undefined)
        return made;
    const text = trackingIssueText({ runId: state.runId, processId: state.processId, links: options.links });
    try {
        return await once(() => options.port.createIssue({ ...text, labels: [LABEL] }), find);
    }
    catch (error) {
        if (error instanceof port/* GitHubRefusal */.ke && error.status === 410)
            throw new errors/* LonghaulError */.BQ('NO_ISSUES', 'Issues are disabled in this repository, and the run was not started from a pull request', {
                hint: 'Set `issue:` to the number of a pull request that the run is to report on.',
            });
        throw error;
    }
}
/** GitHub's times have whole seconds, and its clock is its own. */
const before = (time, ms) => new Date(Date.parse(time) - ms).toISOString();
/** The first of ours; markers can be copied, authors cannot. */
async function findOwn({ options }, posts, isOurs) {
    for await (const post of posts) {
        if (!isOurs(post))
            continue;
        const [history] = await options.port.histories([post.nodeId]);
        if (history?.isOwn === true)
            return post;
    }
    return undefined;
}
/** Makes something once: when no answer comes, it is looked for, never made again blindly. */
async function once(make, find) {
    try {
        return await make();
    }
    catch (error) {
        if (!(error instanceof port/* GitHubUnavailable */.kx))
            throw error;
        const found = await find();
        if (found === undefined)
            throw error;
        return found;
    }
}
/** A comment of ours on the run's issue; `isOld`: an earlier driver may have made it. */
async function commentOnce(thread, issue, body, { isOld, since }, isOurs) {
    const { port } = thread.options;
    const find = () => findOwn(thread, port.commentsSince(issue, before(since, MINUTE_MS)), (post) => isOurs(post.body));
    const made = isOld ? await find() : undefined;
    return made ?? (await once(() => port.createComment(issue, body), find));
}
/** Makes the comment of a breakpoint that is open, unless it stands. */
async function announce(thread, effect) {
    const { effectId, requestedAt, seq } = effect;
    const { seat, options, state } = thread;
    const standing = thread.comments.breakpoints[effectId];
    if (standing !== undefined) {
        if (standing.attempt === state.attempt && standing.closed !== true)
            return;
        await seat.saved();
        thread.noteBreakpoint(effectId, { attempt: state.attempt, closed: false });
        return show(thread, effect);
    }
    await seat.saved();
    const where = await whereOf(thread);
    const files = (0,breakpoint_shown/* filesOf */.R8)(thread.definitionOf(effect), options.place, options.redact);
    const pull = where.isPull ? await pullOf(options.port, where.number) : undefined;
    const head = pull?.head;
    thread.headNow = head ?? thread.headNow;
    const announced = {
        issue: where.number,
        commentId: '',
        nodeId: '',
        url: '',
        at: '',
        digest: thread.digestOf(effect, files),
        nonce: (0,operations_announced/* nonceOf */.Tf)(state.runId, effectId),
        files,
        named: await namedBy(thread, effect, pull?.author),
        attempt: state.attempt,
        ...(head === undefined ? {} : { head: { sha: head, since: before(requestedAt, 1000) } }),
    };
    const isOurs = isOf(effectId, announced.nonce);
    const body = breakpointComment(thread.factsOf(effect, announced));
    const isOld = seq <= thread.since;
    const post = await commentOnce(thread, where.number, body, { isOld, since: requestedAt }, isOurs);
    const { id: commentId, nodeId, url, createdAt: at } = post;
    thread.noteBreakpoint(effectId, { ...announced, commentId, nodeId, url, at });
    // One that was found shows what held when it was made.
    if (post.body !== body && isOld)
        await show(thread, effect);
}
/** @throws LonghaulError NO_PULL: without its head and its author nobody can say what is approved, and who may */
async function pullOf(port, number) {
    const pull = await port.pull(number);
    if (pull === undefined)
        throw new errors/* LonghaulError */.BQ('NO_PULL', `Pull request #${number} cannot be read`, {
            hint: 'The job needs `permissions: pull-requests: read`, and `issue:` the number of a pull request of this repository.',
        });
    return pull;
}
/** Users and team members that the policy names, without those who may not approve. */
async function namedBy(thread, effect, author) {
    const policy = thread.policyOf(effect);
    if (policy.strategy !== 'collect-all' && policy.strategy !== 'quorum')
        return [];
    const named = new Map();
    for (const { kind, name } of policy.approvers) {
        if (kind === 'user')
            named.set(name.toLowerCase(), name);
        if (kind !== 'team')
            continue;
        const [organisation = '', team = ''] = name.split('/');
        for (const { login } of await thread.options.port.teamMembers(organisation, team))
            named.set(login.toLowerCase(), login);
    }
    const selves = [...thread.turns().selves, ...(author === undefined ? [] : [author])];
    if (!policy.allowSelf)
        for (const { login } of selves)
            named.delete(login.toLowerCase());
    return [...named.values()];
}
/**
 * Brings a breakpoint's comment up to date: who has decided so far. `sha`: a push has moved the head. It counts as
 * shown once GitHub has answered that it is.
 */
async function show(thread, effect, sha) {
    const { effectId } = effect;
    const standing = thread.comments.breakpoints[effectId];
    if (standing === undefined)
        return;
    const isMoved = sha !== undefined && standing.head?.sha !== sha;
    const from = standing.head === undefined ? {} : { from: standing.head.sha };
    const announced = isMoved ? { ...standing, head: { sha, since: standing.at, ...from } } : standing;
    const post = await edit(thread, announced, breakpointComment(thread.factsOf(effect, announced)));
    if (isMoved && post !== undefined)
        thread.noteBreakpoint(effectId, { head: { sha, since: post.updatedAt, ...from } });
}
/** Puts right what somebody has changed, and makes again what somebody has deleted: what was said until then is void. */
async function restore(thread, effect) {
    const { effectId, requestedAt } = effect;
    const announced = thread.comments.breakpoints[effectId];
    if (announced === undefined)
        return;
    const body = breakpointComment(thread.factsOf(effect, announced));
    const edited = await edit(thread, announced, body);
    if (edited !== undefined) {
        thread.noteBreakpoint(effectId, { shownSince: edited.updatedAt });
        return;
    }
    const place = { isOld: true, since: requestedAt };
    const isOurs = isOf(effectId, announced.nonce);
    const { id, nodeId, url, createdAt } = await commentOnce(thread, announced.issue, body, place, isOurs);
    const made = { commentId: id, nodeId, url, at: createdAt, shownSince: createdAt };
    thread.noteBreakpoint(effectId, made);
}
const isOf = (effectId, nonce) => (body) => {
    const marker = (0,markers/* readMarker */.t7)(body);
    return marker?.kind === 'breakpoint' && marker.effect === effectId && marker.nonce === nonce;
};
/** Says in a breakpoint's comment how it ended; its words to type are gone. */
async function announce_close(thread, effect) {
    const announced = thread.comments.breakpoints[effect.effectId];
    const closed = thread.closedOf(effect);
    if (announced === undefined || announced.closed === true || closed === undefined)
        return;
    const next = nextOf(thread, closed.how);
    const facts = { ...thread.factsOf(effect, announced), closed, ...(next === undefined ? {} : { next }) };
    await edit(thread, announced, decidedComment(facts));
}
function nextOf({ state }, how) {
    if (state.terminal !== undefined)
        return `The run has ended: ${state.terminal.status}.`;
    return how === 'approved' ? 'The run goes on.' : undefined;
}
/** undefined: it was deleted. What is read back must be what was sent: GitHub may drop an update without a word. */
async function edit(thread, { commentId }, body) {
    try {
        const post = await thread.options.port.editComment(commentId, body);
        if (post.body.trim() !== body.trim())
            throw new errors/* LonghaulError */.BQ('NOT_EDITED', `Comment ${commentId} was not changed, although GitHub says so`);
        return post;
    }
    catch (error) {
        // Whoever deleted our comment does not want to see it.
        if (!(error instanceof port/* GitHubRefusal */.ke && error.status === 404))
            throw error;
        return undefined;
    }
}
/** One reminder for each breakpoint. Noted first: better none than two. */
async function remind(thread, effect) {
    const announced = thread.comments.breakpoints[effect.effectId];
    const due = remindAt(thread, effect.effectId);
    const now = thread.seat.now();
    if (announced === undefined || due === undefined || due > now)
        return;
    if (Date.parse(effect.request.deadline ?? '') <= now)
        return; // it is too late to remind
    const { runId, ref, shown, policy, said, deadline } = thread.factsOf(effect, announced);
    const text = reminderComment({
        runId,
        ref,
        title: shown.title,
        waitingFor: policy.approvers.filter(({ name }) => !said.some(({ login }) => login === name)),
        openedAt: announced.at,
        ...(deadline === undefined ? {} : { deadline }),
        link: { text: 'To the question', url: announced.url },
    }, announced.commentId);
    thread.noteBreakpoint(effect.effectId, { remindedAt: new Date(now).toISOString() });
    await thread.seat.saved();
    await thread.options.port.createComment(announced.issue, text);
}
/** ms since the epoch; undefined: not any more, or never. */
function remindAt({ comments, options }, effectId) {
    const announced = comments.breakpoints[effectId];
    if (options.remindAfterMs === 0 || announced === undefined || announced.remindedAt !== undefined)
        return undefined;
    return Date.parse(announced.at) + options.remindAfterMs;
}

// EXTERNAL MODULE: ./lib/comments/command.js
var comments_command = __webpack_require__(16173);
// EXTERNAL MODULE: ./lib/decisions/judge.js
var judge = __webpack_require__(69610);
;// CONCATENATED MODULE: ./lib/decisions/tally.js

/**
 * `votes`: counted, oldest first. `named`: logins of the users and team members that the policy named at opening,
 * without those who may not approve. `head`: that of the pull request now, where a push voids.
 */
function tally(votes, policy, named, head) {
    const valid = votes.filter((vote) => head === undefined || vote.head === head);
    const last = latest(valid);
    const needed = (0,decisions_policy/* neededBy */.Xl)(policy, named);
    const rejections = last.filter(({ decision }) => decision === 'reject');
    const approvals = last.filter(({ decision }) => decision !== 'reject');
    const newest = valid.at(-1);
    const open = { state: 'open', so: approvals.length, needed };
    if (newest === undefined)
        return open;
    const rejected = { state: 'rejected', by: rejections.at(-1) ?? newest, option: undefined };
    if (policy.strategy === 'collect-all') {
        // Others may speak, too; they do not stand in for anybody.
        const missing = Math.max(silentOf(named, last).length, needed - last.length);
        if (missing > 0)
            return { ...open, so: needed - missing };
        return rejections.length > 0 ? rejected : approved(newest, leading(approvals).option);
    }
    const { option, count } = leading(approvals);
    if (policy.strategy === 'quorum') {
        if (count >= needed)
            return approved(newest, option);
        return isOutOfReach(needed, count, rejections.length, policy, named, last) ? rejected : open;
    }
    if (rejections.length > 0)
        return rejected;
    return count >= needed ? approved(newest, option) : { ...open, so: count };
}
const approved = (by, option) => ({ state: 'approved', by, option });
/** A person's last word counts. */
function latest(votes) {
    const byPerson = new Map();
    for (const vote of votes) {
        byPerson.delete(vote.id);
        byPerson.set(vote.id, vote);
    }
    return [...byPerson.values()];
}
/** Approvals of different options are approvals of different things. */
function leading(approvals) {
    const counts = new Map();
    for (const { option } of approvals)
        counts.set(option, (counts.get(option) ?? 0) + 1);
    const [option, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [undefined, 0];
    return { option, count };
}
/** Where everybody who may approve is named: too few are left. Where roles are, nobody knows how many there are. */
function isOutOfReach(needed, count, rejections, policy, named, last) {
    const isClosed = policy.approvers.every(({ kind }) => kind === 'user' || kind === 'team');
    if (!isClosed)
        return rejections >= needed;
    return count + silentOf(named, last).length < needed;
}
/** Who of those who are named has said nothing. */
const silentOf = (named, last) => named.filter((login) => !last.some((vote) => vote.login.toLowerCase() === login.toLowerCase()));
/** The settlement's value (design §6): a rejection is a result, not an error. */
function resultOf(outcome, votes) {
    const { by, option, state } = outcome;
    const isApproved = state === 'approved';
    return {
        approved: isApproved,
        ...(isApproved && by.text !== '' ? { response: by.text } : {}),
        ...(!isApproved && by.text !== '' ? { feedback: by.text } : {}),
        ...(option === undefined ? {} : { option }),
        respondedBy: by.login,
        allResponses: votes.map((vote) => ({
            respondedBy: vote.login,
            approved: vote.decision !== 'reject',
            ...(vote.text === '' ? {} : { response: vote.text }),
            ...(vote.option === undefined ? {} : { option: vote.option }),
            respondedAt: vote.at,
        })),
    };
}

// EXTERNAL MODULE: ./lib/operations/recorder.js
var recorder = __webpack_require__(85008);
;// CONCATENATED MODULE: ./lib/operations/decide.js
/**
 * Decisions from comments. A message names a comment, nothing more: whoever drives the run reads the comment again,
 * asks for its author's permission, judges by the journal, records. What GitHub cannot say now stays in the mailbox.
 */







/** @throws GitHubUnavailable, GitHubRefusal: nothing is known */
async function ask(thread, { commentId, issue, review }) {
    const { port } = thread.options;
    const nothing = { histories: new Map(), head: undefined, pullAuthor: undefined };
    const post = review === true ? await port.review(issue, commentId) : await port.comment(commentId);
    if (post === undefined)
        return { ...nothing, said: undefined };
    const open = announcedOf(thread).filter(({ effect }) => effect.status === 'requested');
    const teams = [...new Set(open.flatMap(({ effect }) => (0,decisions_policy/* teamsOf */.uk)(thread.policyOf(effect))))];
    const ours = open.filter(({ announced }) => announced.nodeId !== '');
    const onPull = open.find(({ announced }) => announced.head !== undefined && announced.issue === post.issue);
    const author = post.author;
    const [role, histories, members, pull, others] = await Promise.all([
        author === undefined || author.isBot ? 'none' : port.role(author.login),
        port.histories([post.nodeId, ...ours.map(({ announced }) => announced.nodeId)]),
        Promise.all(teams.map((team) => membersOf(thread, team))),
        onPull === undefined ? undefined : pullOf(port, post.issue),
        othersOn(thread, post),
    ]);
    thread.headNow = pull?.head ?? thread.headNow;
    return {
        said: {
            post,
            history: histories[0],
            role,
            teams: new Map(teams.map((team, i) => [team, members[i] ?? []])),
            others,
        },
        histories: new Map(ours.map(({ effect }, i) => [effect.effectId, histories[i + 1]])),
        head: pull?.head,
        pullAuthor: pull?.author,
    };
}
/**
 * Without a reference a comment binds to the one breakpoint that was open there when it was written. Another run that
 * waits there now, or was saved since, may have been the one: nobody looks into its journal, so it is not guessed.
 */
async function othersOn({ options, state }, { id, issue, body, createdAt }) {
    const command = (0,comments_command/* parseComment */.v)(body);
    if (!(0,judge/* isDecision */.p)(command) || command.ref !== undefined || options.runsOn === undefined)
        return [];
    const runs = await options.runsOn(issue, id);
    return runs.filter(({ runId, refs, updatedAt }) => runId !== state.runId && (refs.length > 0 || !(Date.parse(updatedAt) < Date.parse(createdAt))));
}
function membersOf({ options }, name) {
    const [organisation = '', team = ''] = name.split('/');
    return options.port.teamMembers(organisation, team);
}
/** Breakpoints whose comments stand, in order of request. */
function announcedOf(thread) {
    return Object.entries(thread.comments.breakpoints)
        .flatMap(([effectId, announced]) => {
        const effect = thread.state.effects.get(effectId);
        return effect === undefined ? [] : [{ effect, announced }];
    })
        .sort((a, b) => a.effect.seq - b.effect.seq);
}
/** M3: what was said to an earlier attempt of the run decides nothing in this one, and is recorded and answered. */
function outdated(thread, message, { said }) {
    const { state, seat } = thread;
    const command = said === undefined ? undefined : (0,comments_command/* parseComment */.v)(said.post.body);
    if (message.attempt >= state.attempt || state.messages.has(message.id))
        return [];
    if (said?.post.author === undefined || !(0,judge/* isDecision */.p)(command))
        return [];
    if (said.post.author.isBot || said.role === 'none')
        return [];
    const reply = { code: 'earlier-attempt', runId: state.runId, attempt: state.attempt };
    const text = thread.options.redact(command.text);
    const refusal = { effectId: undefined, decision: command.verb, counted: false, why: reply.code, text };
    seat.journal.append([recordOf(message, said, refusal)]);
    return [{ kind: 'reply', issue: said.post.issue, to: said.post.id, reply }];
}
/** Judges by what the journal says now, and records what came of it. */
function decide(thread, driver, message, facts) {
    const { said } = facts;
    if (said === undefined)
        return { done: false, text: 'the comment was deleted', aftermath: [] };
    const verdict = (0,judge/* judge */.S)(said, announcedOf(thread).map((one) => breakpointOf(thread, one, facts)));
    switch (verdict.kind) {
        case 'ignored':
            return { done: false, text: verdict.why, aftermath: [] };
        case 'stranger':
            return {
                done: false,
                text: `@${said.post.author?.login ?? ''} has no role in this repository`,
                aftermath: [{ kind: 'stranger', post: said.post }],
            };
        case 'refused':
            return refused(thread, driver, message, said, verdict);
        case 'counted':
            return counted(thread, driver, message, said, { ...verdict, text: thread.options.redact(verdict.text) }, facts.head);
    }
}
function breakpointOf(thread, { effect, announced }, facts) {
    const { effectId } = effect;
    const shown = thread.factsOf(effect, announced).shown;
    const closed = thread.closedOf(effect);
    const { pullAuthor, head } = facts;
    const turns = thread.turns();
    const { runId, attempt } = thread.state;
    const author = pullAuthor === undefined
        ? []
        : [{ login: pullAuthor.login, id: pullAuthor.id, because: 'author' }];
    return {
        effectId,
        ref: thread.refOf(effectId),
        title: shown.title,
        issue: announced.issue,
        link: { text: shown.title, url: announced.url },
        opened: { commentId: announced.commentId, at: announced.at },
        settled: closed && { at: closed.at, outcome: closed.how, next: nextAfter(thread, effect) },
        options: shown.options,
        policy: thread.policyOf(effect),
        self: [...turns.selves, ...author],
        retried: turns.retriedAt === undefined ? undefined : { at: turns.retriedAt, runId, attempt },
        upgradedAt: turns.upgradedAt,
        digest: announced.digest,
        shown: shownDigest(facts.histories.get(effectId)),
        shownSince: announced.shownSince,
        head: announced.head === undefined
            ? undefined
            : { shown: announced.head.sha, since: announced.head.since, now: head ?? '' },
        votes: thread.votesOf(effect),
    };
}
/** The comment of the first breakpoint that was asked when this one was settled. */
function nextAfter(thread, { settlement }) {
    const later = announcedOf(thread).find(({ effect }) => settlement !== undefined && effect.seq > settlement.seq);
    return later?.announced.commentId;
}
/** What our comment shows: nothing that counts once somebody else has changed it. undefined: it is gone, or not asked for. */
function shownDigest(history) {
    if (history === undefined)
        return undefined;
    const marker = history.isForeign ? undefined : (0,markers/* readMarker */.t7)(history.body);
    return marker?.kind === 'breakpoint' ? marker.digest : '';
}
/** One record and one reply for a person and a breakpoint: whoever repeats himself is not answered again. */
function refused(thread, driver, message, said, verdict) {
    const { effectId, reply, decision } = verdict;
    const { post } = said;
    const answer = { kind: 'reply', issue: post.issue, to: post.id, reply };
    const aftermath = [answer];
    const records = (thread.state.decisions.get(effectId ?? '') ?? []).map(({ data }) => data);
    if (records.some(({ counted, actor }) => !counted && actor.id === post.author?.id))
        aftermath.pop();
    else {
        const command = (0,comments_command/* parseComment */.v)(post.body);
        const text = (0,judge/* isDecision */.p)(command) ? thread.options.redact(command.text) : '';
        record(driver, message, said, { effectId, decision, counted: false, why: reply.code, text });
    }
    if (effectId !== undefined) {
        if (reply.code === 'old-digest')
            aftermath.push({ kind: 'restore', effectId });
        if (reply.code === 'head-moved' && reply.to !== '')
            aftermath.push({ kind: 'show', effectId, head: reply.to });
    }
    const who = post.author === undefined ? '' : ` of @${post.author.login}`;
    const why = reply.code.replaceAll('-', ' ');
    return { done: false, text: `the comment${who} does not count (${why})`, aftermath };
}
function counted(thread, driver, message, said, { effectId, decision, option, text }, head) {
    record(driver, message, said, { effectId, decision, counted: true, text, option, head });
    const effect = thread.state.effects.get(effectId);
    const announced = thread.comments.breakpoints[effectId];
    if (effect === undefined || announced === undefined)
        throw new Error(`effect ${effectId} was not found`);
    const votes = thread.votesOf(effect);
    const policy = thread.policyOf(effect);
    const outcome = tally(votes, policy, announced.named, policy.requireHead ? head : undefined);
    const aftermath = [{ kind: 'show', effectId }];
    if (outcome.state === 'open')
        return { done: true, text: `${decision} was counted: ${outcome.so} of ${outcome.needed}`, aftermath };
    const by = { actor: actorOf(said), messageId: message.id };
    driver.effects.post(effectId, { status: 'ok', value: resultOf(outcome, votes) }, by);
    return { done: true, text: `the breakpoint was ${outcome.state} by @${outcome.by.login}`, aftermath };
}
function record(driver, message, said, what) {
    driver.recorder.append(recordOf(message, said, what));
}
function recordOf(message, said, { text, ...rest }) {
    const { post, role } = said;
    const data = {
        ...rest,
        actor: actorOf(said),
        permission: role,
        commentId: post.id,
        commentUrl: post.url,
        commentedAt: post.createdAt,
        text,
        messageId: message.id,
    };
    return { type: 'DECISION_RECORDED', data: (0,recorder/* defined */.sw)(data) };
}
const actorOf = ({ post }) => ({
    login: post.author?.login ?? '',
    ...(post.author && { id: post.author.id }),
});

;// CONCATENATED MODULE: ./lib/operations/head.js
/** Where heads matter (`require-head`), a push voids what was decided before it: the comment that asks says so. */


/** Brings the comments of open breakpoints up to date whose head has moved. @throws GitHubRefusal, GitHubUnavailable */
async function showMoved(thread) {
    for (const { effect, announced } of announcedOf(thread)) {
        const isOpen = effect.status === 'requested' && thread.closedOf(effect) === undefined;
        if (!isOpen || announced.head === undefined || !thread.policyOf(effect).requireHead)
            continue;
        thread.headNow ??= (await pullOf(thread.options.port, announced.issue)).head;
        if (thread.headNow !== announced.head.sha)
            await show(thread, effect, thread.headNow);
    }
}

;// CONCATENATED MODULE: ./lib/operations/lost-comments.js
/**
 * Comments of breakpoints whose note was never saved: whoever sealed the run over its driver's head (M9) came between
 * a comment and the save behind it. They are found by their markers and our own identity, so that they can be closed.
 */


/** GitHub's clock is its own. */
const EARLIER_MS = 60_000;
/** The thread knows of them from now on. Nothing is asked where each open breakpoint has its note, or the run has no place. @throws what the port throws */
async function findLost(thread) {
    const { comments, home, state, options } = thread;
    const place = comments.issue ?? home;
    const lost = [...state.pending.values()].filter(({ effectId, request }) => request.kind === 'breakpoint' && comments.breakpoints[effectId] === undefined);
    const [first] = lost;
    if (first === undefined || place === undefined)
        return;
    const since = new Date(Date.parse(first.requestedAt) - EARLIER_MS).toISOString();
    for await (const post of options.port.commentsSince(place.number, since)) {
        const marker = (0,markers/* readMarker */.t7)(post.body);
        if (marker?.kind !== 'breakpoint')
            continue;
        const { effect: effectId, digest, nonce } = marker;
        if (nonce !== (0,operations_announced/* nonceOf */.Tf)(state.runId, effectId) || !lost.some((one) => one.effectId === effectId))
            continue;
        // Anybody can copy a marker.
        const [history] = await options.port.histories([post.nodeId]);
        if (history?.isOwn !== true)
            continue;
        thread.found(effectId, {
            issue: place.number,
            commentId: post.id,
            nodeId: post.nodeId,
            url: post.url,
            at: post.createdAt,
            digest,
            nonce,
            files: [],
            named: [],
            attempt: state.attempt,
        });
    }
}

// EXTERNAL MODULE: ./lib/report/steps.js
var report_steps = __webpack_require__(90399);
;// CONCATENATED MODULE: ./lib/operations/status-facts.js

function statusFacts(thread, status, lastSweep) {
    const { state, options, seat } = thread;
    const commit = seat.commit?.();
    const { terminal } = state;
    const { redact } = options;
    const error = terminal?.error;
    return {
        runId: state.runId,
        processId: state.processId,
        status,
        createdAt: state.createdAt,
        updatedAt: state.updatedAt,
        attempt: state.attempt,
        ...(error === undefined ? {} : { error: redact(`${error.name}: ${error.message}`) }),
        ...(terminal?.reason === undefined ? {} : { reason: redact(terminal.reason) }),
        steps: (0,report_steps/* stepRows */.w)(state).map((row) => ({ ...row, note: redact(row.note), label: redact(row.label) })),
        pending: [...state.pending.values()].map((effect) => pendingFact(thread, effect)),
        warnings: [...options.warnings],
        links: [
            ...options.links,
            ...(commit === undefined
                ? []
                : [{ text: 'journal', url: `${options.place.repositoryUrl}/tree/${commit}/journal` }]),
        ],
        ...(lastSweep === undefined ? {} : { lastSweep }),
    };
}
function pendingFact(thread, effect) {
    const { effectId, request } = effect;
    const { kind, deadline } = request;
    const url = thread.comments.breakpoints[effectId]?.url;
    return {
        effectId,
        ref: thread.refOf(effectId),
        kind,
        title: thread.titleOf(effect),
        ...(deadline === undefined ? {} : { wakeAt: deadline }),
        ...(url === undefined ? {} : { url }),
    };
}

// EXTERNAL MODULE: ./lib/operations/thread.js + 1 modules
var thread = __webpack_require__(2440);
;// CONCATENATED MODULE: ./lib/operations/talk.js
/** A driver's talk with people: what the process asks is announced, what they say is heard, and how it ended is told. */













/** By which rules a breakpoint is decided that opens now. */
function rulesOf({ rules }) {
    return (request) => {
        try {
            return { policy: (0,decisions_policy/* recordOf */.zv)((0,decisions_policy/* policyOf */.US)(rules, (0,breakpoint_shown/* optionsOf */.cz)(request.def))) };
        }
        catch (error) {
            const { name, message } = error;
            return { error: { name, message } };
        }
    };
}
/** How often the status comment is brought up to date while a run is driven, at most. */
const MIDWAY_MS = 60_000;
class Talk {
    /** What could not be said or heard; the job that they happen in fails, and the next one tries again. */
    troubles = [];
    #thread;
    /** What GitHub said of comments, by message id. */
    #facts = new Map();
    #aftermath = [];
    /** One thing at a time: GitHub asks for that, and so do our notes. */
    #turn = Promise.resolve();
    #isBehind = false;
    /** Seq of the last event that the status comment tells of. */
    #told = 0;
    #later = () => { };
    constructor(options, seat) {
        this.#thread = new thread/* Thread */.j(options, seat);
    }
    /** From now on, while the drive takes its time, people see how far it is. */
    open() {
        const { seat } = this.#thread;
        this.#later = seat.after(MIDWAY_MS, () => {
            this.open();
            const { state, comments } = this.#thread;
            if (comments.status?.commentId === undefined || this.#told === state.head.seq)
                return;
            void this.#next('what has happened could not be told', async () => {
                const { seq } = state.head;
                if (!seat.isSaved())
                    await seat.saved();
                await this.#closeAll();
                await this.#status('running', seq);
            });
        });
    }
    /** Nothing is told by itself any more. */
    close() {
        this.#later();
    }
    /** Resolves when nothing that was begun is under way any more. */
    quiet() {
        return this.#turn;
    }
    /** Announces a breakpoint, or reminds of it. Never answers: a comment does, in its time. */
    ask = (effect) => {
        const thread = this.#thread;
        thread.define(effect.effectId, effect.def);
        return this.#next(`the breakpoint ${effect.label} could not be announced`, async () => {
            const { effects } = thread.state;
            const state = effects.get(effect.effectId);
            if (state === undefined || state.status !== 'requested')
                return;
            await announce(thread, state);
            await remind(thread, state);
        });
    };
    /**
     * Asks GitHub about the comments that these messages name. Gives back the messages whose comments it could not be
     * asked about: they stay in the mailbox (M5).
     */
    async look(mail) {
        const unanswered = [];
        // A comment that an earlier driver made and did not note is found before it is decided about.
        await this.#turn;
        for (const one of mail) {
            const { message } = one;
            if (message.kind !== 'decide')
                continue;
            try {
                const facts = await ask(this.#thread, message);
                this.#facts.set(message.id, facts);
                this.#aftermath.push(...outdated(this.#thread, message, facts));
            }
            catch (error) {
                unanswered.push(one);
                this.#trouble(`comment ${message.commentId} could not be judged and stays in the mailbox`, error);
            }
        }
        return unanswered;
    }
    decide(message, driver) {
        const facts = this.#facts.get(message.id);
        if (facts === undefined)
            return { messageId: message.id, done: false, text: 'the comment was not read' };
        const { done, text, aftermath } = decide(this.#thread, driver, message, facts);
        this.#aftermath.push(...aftermath);
        return { messageId: message.id, done, text };
    }
    /** Says what came of the decisions that the store holds by now; what cannot be said keeps nothing else back. */
    async tell() {
        const all = this.#aftermath.splice(0);
        await Promise.all(all.map((one) => this.#next('an answer could not be given', () => this.#tell(one))));
    }
    async #tell(one) {
        const thread = this.#thread;
        const { port } = thread.options;
        if (one.kind === 'reply') {
            await port.createComment(one.issue, (0,replies/* replyComment */.w)(one.reply, { to: one.to, run: thread.state.runId }));
        }
        else if (one.kind === 'stranger') {
            const { id, nodeId, url } = one.post;
            await (url.includes('#issuecomment-')
                ? port.react(id, 'confused')
                : port.reactToNode(nodeId, 'confused'));
        }
        else {
            const effect = thread.state.effects.get(one.effectId);
            if (effect?.status !== 'requested')
                await this.#closeAll();
            else if (one.kind === 'restore')
                await restore(thread, effect);
            else
                await show(thread, effect, one.head);
        }
    }
    /** What the index of runs says of the talk. */
    index() {
        const thread = this.#thread;
        const { comments, state, home } = thread;
        const issue = comments.issue?.number ?? home?.number;
        const waiting = [...state.pending.values()].filter(({ request }) => request.kind === 'breakpoint');
        const reminders = waiting
            .map(({ effectId }) => remindAt(thread, effectId))
            .filter((at) => at !== undefined);
        const [first] = reminders.sort((a, b) => a - b);
        const lookAt = this.#isBehind ? thread.seat.now() : first;
        return {
            ...(issue === undefined ? {} : { issue }),
            waitingOn: waiting.flatMap(({ effectId }) => {
                const there = comments.breakpoints[effectId]?.issue ?? issue;
                return there === undefined ? [] : [{ issue: there, ref: thread.refOf(effectId) }];
            }),
            lookAt: lookAt === undefined ? '' : new Date(lookAt).toISOString(),
        };
    }
    /**
     * Before the last save of a run that goes on later: what has ended is told, a push that voids, and a status comment is
     * begun where there is none. What is noted of them belongs into that save.
     */
    pause(status) {
        return this.#next('what has happened could not be told', async () => {
            const { comments, home, seat, state } = this.#thread;
            const { seq } = state.head;
            const hasPlace = comments.issue !== undefined || home !== undefined;
            const isNew = hasPlace && comments.status?.commentId === undefined;
            await showMoved(this.#thread);
            if (!isNew && this.#toClose().length === 0)
                return;
            if (!seat.isSaved())
                await seat.saved();
            await this.#closeAll();
            if (isNew)
                await this.#status(status, seq);
        });
    }
    /** After the last save: the store holds what is told. */
    end(status) {
        return this.#next('how the run stands could not be told', async () => {
            const { comments, state } = this.#thread;
            if (state.terminal?.sealed === true)
                await findLost(this.#thread);
            if (state.terminal !== undefined)
                await this.#closeAll();
            if (comments.status?.commentId !== undefined && this.#told !== state.head.seq)
                await this.#status(status, state.head.seq);
        });
    }
    #toClose() {
        const thread = this.#thread;
        return announcedOf(thread).filter(({ effect, announced }) => announced.closed !== true && thread.closedOf(effect) !== undefined);
    }
    async #closeAll() {
        const thread = this.#thread;
        for (const { effect } of this.#toClose()) {
            await announce_close(thread, effect);
            if (thread.state.terminal === undefined)
                thread.noteBreakpoint(effect.effectId, { closed: true });
        }
    }
    /**
     * A view, nothing more: where it cannot be shown (no permission, say), the run goes on.
     * `seq`: of an event that the store holds. Later jobs take a run with less for one that was moved back (T3).
     */
    async #status(status, seq) {
        try {
            await this.#showStatus(status, seq);
        }
        catch (error) {
            this.#thread.seat.warn(`The status comment could not be written: ${textOf(error)}`);
        }
    }
    async #showStatus(status, seq) {
        const thread = this.#thread;
        const { seat, state } = thread;
        this.#told = seq;
        const { number } = await whereOf(thread);
        const { status: before } = thread.comments;
        if (before === undefined) {
            thread.note({ status: {} });
            await seat.saved();
        }
        const lastSweep = await thread.options.lastSweep?.().catch(() => undefined);
        const body = statusComment({ ...statusFacts(thread, status, lastSweep), seq });
        if (before?.commentId !== undefined) {
            await edit(thread, { commentId: before.commentId }, body);
            return;
        }
        // Where the note of it is lost, an earlier job may have made it.
        const place = { isOld: before !== undefined || thread.since > 1, since: state.createdAt };
        const { id: commentId, url } = await commentOnce(thread, number, body, place, (text) => {
            const marker = (0,markers/* readMarker */.t7)(text);
            return marker?.kind === 'status' && marker.run === state.runId;
        });
        thread.note({ status: { commentId, url } });
    }
    #next(what, work) {
        const done = this.#turn.then(work).catch((error) => this.#trouble(what, error));
        this.#turn = done;
        return done.then(() => undefined);
    }
    #trouble(what, error) {
        this.#isBehind = true;
        this.troubles.push(`${what}: ${textOf(error)}`);
    }
}
function textOf(error) {
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof errors/* LonghaulError */.BQ && error.hint !== '')
        return `${text}. ${error.hint}`;
    const needs = error instanceof port/* GitHubRefusal */.ke && [403, 404].includes(error.status) ? error.needs : undefined;
    return needs === undefined ? text : `${text} (the job needs the permission ${needs})`;
}


/***/ }),

/***/ 2440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ Thread)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/decisions/policy.js
var decisions_policy = __webpack_require__(97239);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __webpack_require__(16955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __webpack_require__(41597);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __webpack_require__(38174);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/operations/announced.js
var announced = __webpack_require__(11629);
// EXTERNAL MODULE: ./lib/operations/breakpoint-shown.js
var breakpoint_shown = __webpack_require__(78413);
// EXTERNAL MODULE: ./lib/operations/refs.js
var refs = __webpack_require__(27560);
// EXTERNAL MODULE: ./lib/operations/tasks.js
var tasks = __webpack_require__(22478);
;// CONCATENATED MODULE: ./lib/operations/votes.js
function turnsOf({ created }, events) {
    const selves = created?.actor === undefined ? [] : [{ ...created.actor, because: 'starter' }];
    const turns = { selves, seq: 0, retriedAt: undefined, upgradedAt: undefined };
    for (const { seq, type, data, recordedAt } of events) {
        if (type !== 'RUN_RETRIED' && type !== 'CODE_UPGRADED')
            continue;
        turns.seq = seq;
        turns[type === 'RUN_RETRIED' ? 'retriedAt' : 'upgradedAt'] = recordedAt;
        const { actor } = data;
        const because = type === 'RUN_RETRIED' ? 'retried' : 'upgraded';
        if (actor !== undefined)
            selves.push({ ...actor, because });
    }
    return turns;
}
/** Counted decisions, by the time of their comments: those delivered last need not be the last words. */
function votesFrom(decisions) {
    return decisions
        .map(({ data }) => data)
        .filter(({ counted }) => counted)
        .sort(byComment)
        .map((data) => ({
        decision: data.decision,
        login: data.actor.login,
        id: data.actor.id ?? 0,
        option: data.option,
        text: data.text ?? '',
        at: data.commentedAt ?? '',
        url: data.commentUrl ?? '',
        permission: data.permission ?? '',
        head: data.head,
    }));
}
function byComment(a, b) {
    const apart = Date.parse(a.commentedAt ?? '') - Date.parse(b.commentedAt ?? '');
    if (apart !== 0 && !Number.isNaN(apart))
        return apart;
    // Reviews are not numbered with comments.
    const [one, other] = [a, b].map(({ commentId = '', commentUrl = '' }) => commentUrl.includes('#issuecomment-') ? Number(commentId) : Number.NaN);
    return (one ?? 0) - (other ?? 0) || 0;
}
/** Who has become self since has approved nothing. */
const isBySelf = ({ selves }, { decision, login, id }) => decision !== 'reject' &&
    selves.some((self) => self.id === undefined ? self.login.toLowerCase() === login.toLowerCase() : self.id === id);

;// CONCATENATED MODULE: ./lib/operations/thread.js
/**
 * A run's talk with people as its driver knows it: which of our comments stand where, and what the journal says of
 * the breakpoints that they show. What is announced and decided is made from this.
 */











class Thread {
    options;
    seat;
    /** Seq of the last event before this driver: what was asked later cannot have been announced before. */
    since;
    /** An issue of the run's own was asked for; whether it was made may not be known. */
    hasTriedIssue = false;
    /** Head of the pull request, as GitHub said in this session. */
    headNow;
    #comments;
    #refs;
    #turns;
    #definitions = new Map();
    constructor(options, seat) {
        this.options = options;
        this.seat = seat;
        this.since = seat.journal.state.head.seq;
        this.#comments = (0,announced/* readComments */.TK)(seat.runDir);
    }
    get state() {
        return this.seat.journal.state;
    }
    /** The issue that the run was started for, else the one of this job; undefined: it has none. */
    get home() {
        const { origin } = this.state.created ?? {};
        const { issue } = this.options;
        const number = origin?.issue;
        if (typeof number !== 'number' || number === issue?.number)
            return issue;
        return { number, isPull: String(origin?.event).startsWith('pull_request') ? true : undefined };
    }
    get comments() {
        return this.#comments;
    }
    /** Notes what has become of our comments; the next save takes it along. */
    note(change) {
        this.#comments = { ...this.#comments, ...change };
        (0,announced/* writeComments */.I8)(this.seat.journal, this.#comments);
        this.seat.soon();
    }
    /** Known from now on, and not noted: an ended run takes no note. */
    found(effectId, announced) {
        const { breakpoints } = this.#comments;
        this.#comments = { ...this.#comments, breakpoints: { ...breakpoints, [effectId]: announced } };
    }
    noteBreakpoint(effectId, change) {
        const { breakpoints } = this.#comments;
        const announced = { ...breakpoints[effectId], ...change };
        this.note({ breakpoints: { ...breakpoints, [effectId]: announced } });
        return announced;
    }
    refOf(effectId) {
        const { lastStep } = this.state;
        if (this.#refs?.of !== lastStep || !this.#refs.refs.has(effectId))
            this.#refs = { of: lastStep, refs: (0,refs/* refsOf */.g)(this.state) };
        return this.#refs.refs.get(effectId) ?? '';
    }
    /** What the replayed process has just asked (protocol E1). */
    define(effectId, def) {
        this.#definitions.set(effectId, def);
    }
    /** Where it was not asked here, what was recorded of it is: good for showing how it ended. */
    definitionOf(effect) {
        const { effectId, request } = effect;
        return this.#definitions.get(effectId) ?? (0,tasks/* definitionOf */.Fg)(this.seat.runDir, request.taskDefRef);
    }
    /** As people know it: a breakpoint's own title, a task's label. */
    titleOf(effect) {
        const { redact } = this.options;
        const { kind, label, taskId } = effect.request;
        return kind === 'breakpoint'
            ? (0,breakpoint_shown/* shownOf */.Rp)(this.definitionOf(effect), [], redact).title
            : redact(label === '' ? taskId : label);
    }
    policyOf(effect) {
        const recorded = (0,decisions_policy/* recordedPolicy */.tR)(effect.request.policy);
        const options = recorded === undefined ? (0,breakpoint_shown/* optionsOf */.cz)(this.definitionOf(effect)) : {};
        return (0,decisions_policy/* inForce */.Nm)(recorded, (0,decisions_policy/* policyOf */.US)(this.options.rules, options));
    }
    /** What retries and upgrades have changed so far. */
    turns() {
        const { seq } = this.state.head;
        if (this.#turns?.of !== seq)
            this.#turns = { of: seq, turns: turnsOf(this.state, this.seat.events()) };
        return this.#turns.turns;
    }
    /** Counted decisions that stand, oldest first; of a breakpoint that is closed all that closed it. */
    votesOf(effect) {
        const decisions = this.state.decisions.get(effect.effectId) ?? [];
        if (effect.status !== 'requested')
            return votesFrom(decisions);
        const turns = this.turns();
        const votes = votesFrom(decisions.filter(({ seq }) => seq > turns.seq));
        return this.policyOf(effect).allowSelf ? votes : votes.filter((vote) => !isBySelf(turns, vote));
    }
    /** What its comment shows. */
    factsOf(effect, announced) {
        const { effectId, request } = effect;
        const { redact, links } = this.options;
        const policy = this.policyOf(effect);
        const { head } = announced;
        const votes = this.votesOf(effect).filter((vote) => !policy.requireHead || head === undefined || vote.head === head.sha);
        const { status } = this.#comments;
        return {
            runId: this.state.runId,
            effectId,
            ref: this.refOf(effectId),
            shown: (0,breakpoint_shown/* shownOf */.Rp)(this.definitionOf(effect), announced.files, redact),
            policy: {
                approvers: policy.approvers,
                strategy: policy.strategy,
                needed: (0,decisions_policy/* neededBy */.Xl)(policy, announced.named),
                allowSelf: policy.allowSelf,
                self: this.turns().selves.map(({ login }) => login),
                ...(head === undefined ? {} : { head: { ...head, required: policy.requireHead } }),
            },
            said: votes.map((vote) => saidOf(vote, redact)),
            ...(request.deadline === undefined ? {} : { deadline: request.deadline }),
            digest: announced.digest,
            nonce: announced.nonce,
            links: [...links, ...(status?.url === undefined ? [] : [{ text: 'status', url: status.url }])],
        };
    }
    /** Of what is to be decided: the question, its context, its options, and who decides. */
    digestOf(effect, files) {
        const shown = (0,breakpoint_shown/* shownOf */.Rp)(this.definitionOf(effect), files, this.options.redact);
        return (0,digest/* sha256 */.sc)(JSON.stringify([shown, effect.request.policy ?? null])).slice(0, 32);
    }
    /** undefined: it is open. */
    closedOf(effect) {
        const { settlement, status, dropped } = effect;
        const { terminal } = this.state;
        if (dropped)
            return { how: 'withdrawn', at: terminal?.at ?? '', reason: 'the run was retried and no longer asks' };
        if (settlement === undefined || status === 'requested')
            return terminal === undefined ? undefined : ofEnd(terminal, terminal.at);
        const { at, reason = '', withdrawn } = settlement;
        if (settlement.timedOut === true)
            return { how: 'timed-out', at };
        if (withdrawn === true && terminal !== undefined)
            return ofEnd(terminal, at);
        if (status === 'cancelled')
            return { how: withdrawn === true ? 'withdrawn' : 'cancelled', at, reason };
        if (status === 'resolved_error')
            return { how: 'withdrawn', at, reason: settlement.error?.message ?? 'it could not be asked' };
        const value = this.#valueOf(effect);
        if (value.timedOut === true)
            return { how: 'timed-out', at };
        return { how: value.approved === true ? 'approved' : 'rejected', at };
    }
    #valueOf({ effectId, settlement }) {
        const ref = settlement?.resultRef ?? `tasks/${effectId}/result.json`;
        const text = (0,reader/* readIfThere */.qC)(external_node_path_.join(this.seat.runDir, ref));
        const result = text === undefined ? undefined : (0,task_files/* decodeResult */.Sz)(text);
        return result?.status === 'ok' && 'value' in result && (0,decode/* isObject */.Gv)(result.value) ? result.value : {};
    }
}
function saidOf(vote, redact) {
    const { decision, login, at, url, text, option, permission } = vote;
    return {
        decision,
        login,
        at,
        permission,
        ...(url === '' ? {} : { url }),
        ...(text === '' ? {} : { text: redact(text) }),
        ...(option === undefined ? {} : { option }),
    };
}
/** The run ended before anybody had decided. */
function ofEnd(terminal, at) {
    const { sealed, status, reason } = terminal;
    if (sealed || status === 'halted')
        return { how: 'halted', at, reason: reason ?? 'the run was halted' };
    return { how: 'withdrawn', at, reason: `the run has ended (${status})` };
}


/***/ }),

/***/ 90399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ stepRows)
/* harmony export */ });
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40089);
/** The steps of a run as a report shows them: from the journal's state, nothing else. */

function statusOf(effect, isOver) {
    if (effect.status === 'resolved_ok')
        return 'ok';
    if (effect.status === 'resolved_error')
        return 'failed';
    if (effect.status === 'cancelled')
        return effect.settlement?.timedOut === true ? 'timed out' : 'cancelled';
    if (isOver)
        return 'not done';
    const last = effect.starts.at(-1);
    return last !== undefined && last.notBefore === undefined ? 'running' : 'waiting';
}
/** In order of request; effects that a retry dropped are left out. */
function stepRows(state) {
    const { terminal } = state;
    const rows = [];
    for (const effect of state.effects.values()) {
        if (effect.dropped)
            continue;
        const { settlement } = effect;
        const end = settlement ?? terminal;
        const note = settlement?.error === undefined
            ? (settlement?.reason ?? '')
            : `${settlement.error.name}: ${settlement.error.message}`;
        rows.push({
            stepId: effect.request.stepId,
            effectId: effect.effectId,
            label: effect.request.label,
            kind: effect.request.kind,
            status: statusOf(effect, terminal !== undefined),
            attempts: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptOf */ .tx)(effect),
            from: Date.parse(effect.starts[0]?.at ?? effect.requestedAt),
            to: end === undefined ? undefined : Date.parse(end.at),
            note: note.split('\n', 1)[0] ?? '',
        });
    }
    return rows;
}


/***/ })

};
