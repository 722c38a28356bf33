export const id = 688;
export const ids = [688];
export const modules = {

/***/ 43688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkMarkdown: () => (/* binding */ checkMarkdown)
/* harmony export */ });
/* unused harmony export VERDICTS */
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90356);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23269);


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
const code = (value) => ({ type: 'inlineCode', value });
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
                ...body.map(({ runId, processId, verdict }) => row(code(runId), words(processId), words(VERDICTS[verdict]))),
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
        children.push({ type: 'heading', depth: 4, children: [code(runId), words(` ${VERDICTS[verdict]}`)] }, { type: 'code', value: text });
    }
    const left = Math.max(rows.length - MOST_ROWS, others.length - shown);
    if (left > 0)
        children.push({
            type: 'paragraph',
            children: [
                words(`Of ${left} more runs there is no room here: check them one by one, with `),
                code('run-id'),
                words('.'),
            ],
        });
    const root = { type: 'root', children };
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_0__/* .toMarkdown */ .l)(root, { extensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_1__/* .gfmToMarkdown */ .H)()], bullet: '-' });
}


/***/ })

};
