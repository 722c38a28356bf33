export const id = 760;
export const ids = [760];
export const modules = {

/***/ 4379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  summaryMarkdown: () => (/* binding */ summaryMarkdown)
});

// UNUSED EXPORTS: SUMMARY_LIMIT

// EXTERNAL MODULE: ../node_modules/mdast-util-gfm/lib/index.js + 6 modules
var lib = __webpack_require__(356);
// EXTERNAL MODULE: ../node_modules/mdast-util-to-markdown/lib/index.js + 14 modules
var mdast_util_to_markdown_lib = __webpack_require__(3269);
// EXTERNAL MODULE: ./lib/duration.js
var duration = __webpack_require__(1005);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __webpack_require__(89);
;// CONCATENATED MODULE: ./lib/report/steps.js
/** The steps of a run as a report shows them: from the journal's state, nothing else. */

function statusOf(effect) {
    if (effect.status === 'resolved_ok')
        return 'ok';
    if (effect.status === 'resolved_error')
        return 'failed';
    if (effect.status === 'cancelled')
        return effect.settlement?.timedOut === true ? 'timed out' : 'cancelled';
    const last = effect.starts.at(-1);
    return last !== undefined && last.notBefore === undefined ? 'running' : 'waiting';
}
/** In order of request; effects that a retry dropped are left out. */
function stepRows(state) {
    const rows = [];
    for (const effect of state.effects.values()) {
        if (effect.dropped)
            continue;
        const { settlement } = effect;
        const note = settlement?.error === undefined
            ? (settlement?.reason ?? '')
            : `${settlement.error.name}: ${settlement.error.message}`;
        rows.push({
            stepId: effect.request.stepId,
            effectId: effect.effectId,
            label: effect.request.label,
            kind: effect.request.kind,
            status: statusOf(effect),
            attempts: (0,journal_state/* attemptOf */.tx)(effect),
            from: Date.parse(effect.starts[0]?.at ?? effect.requestedAt),
            to: settlement === undefined ? undefined : Date.parse(settlement.at),
            note: note.split('\n', 1)[0] ?? '',
        });
    }
    return rows;
}

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





/** GitHub drops a summary of more than 1 MiB, without a word. */
const SUMMARY_LIMIT = 1024 * 1024;
/** How much is shown, the fullest first; the first that fits is taken. */
const TIERS = [
    { rows: 1000, picture: 200, note: 300 },
    { rows: 300, picture: 60, note: 120 },
    { rows: 50, picture: 0, note: 60 },
    { rows: 0, picture: 0, note: 0 },
];
const words = (value) => ({ type: 'text', value });
const code = (value) => ({ type: 'inlineCode', value });
const paragraph = (...children) => ({ type: 'paragraph', children });
const row = (cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
});
/** Markdown, at most SUMMARY_LIMIT bytes. */
function summaryMarkdown(options) {
    const rows = stepRows(options.state);
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
        {
            type: 'heading',
            depth: 3,
            children: [words('Longhaul run '), code(state.runId), words(`: ${status}`)],
        },
    ];
    for (const warning of options.warnings)
        children.push({ type: 'blockquote', children: [paragraph(words(warning))] });
    const error = state.terminal?.error;
    if (error !== undefined)
        children.push(paragraph(code(cut(`${error.name}: ${error.message}`, 1000))));
    if (options.next.length > 0)
        children.push(...nextSteps(options.next));
    if (tier.picture > 0 && rows.length > 0) {
        children.push({ type: 'code', lang: 'mermaid', value: timeline(rows.slice(-tier.picture), now) });
    }
    if (tier.rows > 0 && rows.length > 0)
        children.push(stepTable(rows.slice(-tier.rows), now, tier.note));
    const hidden = rows.length - Math.min(rows.length, tier.rows);
    if (hidden > 0)
        children.push(paragraph(words(`${hidden} earlier steps are not shown; the journal has them all.`)));
    for (const link of options.links)
        children.push(paragraph({ type: 'link', url: link.url, children: [words(link.text)] }));
    const root = { type: 'root', children };
    return (0,mdast_util_to_markdown_lib/* toMarkdown */.l)(root, { extensions: [(0,lib/* gfmToMarkdown */.H)()], bullet: '-' });
}
function nextSteps(next) {
    return next
        .slice(0, 20)
        .flatMap(({ what, command }) => [
        paragraph(words(what)),
        { type: 'code', lang: 'sh', value: command },
    ]);
}
function stepTable(rows, now, note) {
    const head = row(['Step', 'What', 'Kind', 'Status', 'Attempts', 'Time', 'Note'].map(words));
    const body = rows.map((step) => row([
        words(step.stepId),
        words(cut(step.label, 120)),
        words(step.kind),
        words(step.status),
        words(step.attempts === 0 ? '' : String(step.attempts)),
        words((0,duration/* durationText */.S)((step.to ?? now) - step.from)),
        words(cut(step.note, note)),
    ]));
    return { type: 'table', children: [head, ...body] };
}
const cut = (value, length) => value.length > length ? `${value.slice(0, length)}…` : value;


/***/ })

};
