export const id = 125;
export const ids = [125];
export const modules = {

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


/***/ }),

/***/ 71125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  summaryMarkdown: () => (/* binding */ summaryMarkdown)
});

// UNUSED EXPORTS: SUMMARY_LIMIT

// EXTERNAL MODULE: ./lib/comments/neutralise.js
var neutralise = __webpack_require__(11604);
// EXTERNAL MODULE: ./lib/comments/nodes.js
var nodes = __webpack_require__(73773);
// EXTERNAL MODULE: ./lib/comments/step-table.js
var step_table = __webpack_require__(39829);
// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __webpack_require__(94545);
// EXTERNAL MODULE: ./lib/report/steps.js
var steps = __webpack_require__(90399);
;// CONCATENATED MODULE: ./lib/report/timeline.js
const MARKS = {
    ok: 'done',
    failed: 'crit',
    'timed out': 'crit',
    cancelled: 'crit',
    'not done': 'crit',
    running: 'active',
    waiting: 'active',
};
/** Letters, digits and a few signs: Mermaid reads `:`, `;`, `#` and `%%` as its own, and has no way to escape them. */
function mermaidLabel(text) {
    const clean = text
        .replace(/[^\p{L}\p{N} ._/()-]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    const short = [...clean].slice(0, 40).join('');
    return short === '' || /^(section|title|dateFormat|axisFormat|click|end)\b/i.test(short)
        ? `step ${short}`.trim()
        : short;
}
/** `now`: ms since the epoch, the end of what is not done. */
function timeline(rows, now) {
    const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S'];
    for (const row of rows) {
        const to = Math.max(row.to ?? now, row.from + 1);
        lines.push(`  ${mermaidLabel(`${row.stepId} ${row.label}`)} :${MARKS[row.status]}, ${row.from}, ${to}`);
    }
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./lib/report/summary.js
/** The job summary: what the run did, a picture of it, and how it goes on. Markdown by mdast, so that nothing breaks out. */






/** GitHub drops what a step has written when it is more than 1 MiB, without a word; a line more must fit. */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;
/** How much is shown, the fullest first; the first that fits is taken. */
const TIERS = [
    { rows: 1000, picture: 200, note: 300 },
    { rows: 300, picture: 60, note: 120 },
    { rows: 50, picture: 0, note: 60 },
    { rows: 0, picture: 0, note: 0 },
];
/** Markdown, at most SUMMARY_LIMIT bytes. */
function summaryMarkdown(options) {
    const rows = (0,steps/* stepRows */.w)(options.state);
    let text = '';
    for (const tier of TIERS) {
        text = render(options, rows, tier);
        if (Buffer.byteLength(text) <= SUMMARY_LIMIT)
            return text;
    }
    return text.slice(0, SUMMARY_LIMIT / 4);
}
function render(options, rows, tier) {
    const { state, status, now } = options;
    const children = [
        (0,nodes/* heading */.R_)(3, 'Longhaul run ', (0,neutralise/* code */.aY)(state.runId), `: ${status}`),
        ...options.warnings.map((warning) => (0,nodes/* quote */.hD)(warning, 1000)),
    ];
    const error = state.terminal?.error;
    if (options.halt !== undefined)
        children.push((0,nodes/* say */.cv)((0,neutralise/* phrase */.MZ)(`It was ${options.halt}`, 1000)));
    else if (error !== undefined)
        children.push((0,nodes/* say */.cv)((0,neutralise/* code */.aY)((0,endings/* errorText */.kc)(error), 1000)));
    if (options.next.length > 0)
        children.push(...nextSteps(options.next));
    if (tier.picture > 0 && rows.length > 0) {
        children.push({ type: 'code', lang: 'mermaid', value: timeline(rows.slice(-tier.picture), now) });
    }
    if (tier.rows > 0 && rows.length > 0)
        children.push((0,step_table/* stepTable */.P)(rows.slice(-tier.rows), now, tier.note));
    const hidden = rows.length - Math.min(rows.length, tier.rows);
    if (hidden > 0)
        children.push((0,nodes/* say */.cv)(`${hidden} earlier steps are not shown; the journal has them all.`));
    children.push(...options.links.map((each) => (0,nodes/* say */.cv)((0,nodes/* link */.nf)(each))));
    return (0,neutralise/* markdown */.wD)({ type: 'root', children });
}
function nextSteps(next) {
    return next
        .slice(0, 20)
        .flatMap(({ what, command, url }) => [
        url === undefined ? (0,nodes/* say */.cv)((0,neutralise/* phrase */.MZ)(what, 300)) : (0,nodes/* say */.cv)((0,nodes/* link */.nf)({ text: what, url })),
        { type: 'code', lang: 'sh', value: command },
    ]);
}


/***/ })

};
