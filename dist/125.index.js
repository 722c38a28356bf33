export const id = 125;
export const ids = [125];
export const modules = {

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
// EXTERNAL MODULE: ./lib/report/steps.js
var steps = __webpack_require__(90399);
;// CONCATENATED MODULE: ./lib/report/timeline.js
const MARKS = {
    ok: 'done',
    failed: 'crit',
    'timed out': 'crit',
    cancelled: 'crit',
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
    if (error !== undefined)
        children.push((0,nodes/* say */.cv)((0,neutralise/* code */.aY)(`${error.name}: ${error.message}`, 1000)));
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
        .flatMap(({ what, command }) => [
        (0,nodes/* say */.cv)((0,neutralise/* phrase */.MZ)(what, 300)),
        { type: 'code', lang: 'sh', value: command },
    ]);
}


/***/ })

};
