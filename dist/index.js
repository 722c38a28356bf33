import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 36756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ idleBecause)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _comments_command_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(16173);
/** Whether an event concerns nobody here: known from the event alone, before inputs are read or anything is loaded. */


/**
 * Why there is nothing to do; undefined: there may be something. What is no comment, or cannot be read, is for others
 * to judge.
 */
function idleBecause(env) {
    const command = (env.INPUT_COMMAND ?? '').trim();
    if (env.GITHUB_EVENT_NAME !== 'issue_comment' || (command !== '' && command !== 'auto'))
        return undefined;
    const body = bodyOf(env.GITHUB_EVENT_PATH ?? '');
    return body === undefined || (0,_comments_command_js__WEBPACK_IMPORTED_MODULE_1__/* .parseComment */ .v)(body) !== undefined ? undefined : 'the comment is no command';
}
/** Untrusted: text, and nothing else of it, is taken. */
function bodyOf(file) {
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
        const comment = event?.comment;
        return typeof comment?.body === 'string' ? comment.body : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 13398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ coreIo)
/* harmony export */ });
/* unused harmony export summaryBudget */
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76786);
/** What the Action says to the runner. @actions/core does the speaking; tests pass a literal. */

const SUMMARY_BYTES = 1024 * 1024;
const LEFT_OUT = 'What follows is left out: a step may write 1 MiB of summary. Each run has its report.\n';
/** GitHub drops all that a step has written when it is more than 1 MiB: what does not fit any more is left out. */
function summaryBudget() {
    let left = SUMMARY_BYTES - Buffer.byteLength(LEFT_OUT) - 1;
    let isFull = false;
    return (markdown) => {
        const bytes = Buffer.byteLength(markdown) + 1;
        if (isFull)
            return '';
        isFull = bytes > left;
        left -= bytes;
        return isFull ? LEFT_OUT : markdown;
    };
}
async function coreIo() {
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(459), __nccwpck_require__.e(61)]).then(__nccwpck_require__.bind(__nccwpck_require__, 13061));
    const unsaved = new Set();
    const fitting = summaryBudget();
    return {
        output: (name, value) => core.setOutput(name, value),
        notice: (message) => core.notice(message),
        warning: (message, at) => core.warning(message, at && { file: at.file, startLine: at.line }),
        error: (message, at) => core.error(message, at && { file: at.file, startLine: at.line }),
        line: (text) => core.info(text),
        group: (title) => core.startGroup(title),
        endGroup: () => core.endGroup(),
        mask: (secret) => core.setSecret(secret),
        async summary(markdown) {
            const text = fitting(markdown);
            if (text !== '')
                await core.summary.addRaw(text, true).write();
        },
        isPost() {
            if (core.getState('main') !== '')
                return true;
            core.saveState('main', 'true');
            return false;
        },
        unsaved(runId, is) {
            if (is)
                unsaved.add(runId);
            else
                unsaved.delete(runId);
            core.saveState('unsaved', [...unsaved].join(' '));
        },
        unsavedRuns: () => core.getState('unsaved').split(' ').filter(_journal_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunId */ .Pk),
    };
}


/***/ }),

/***/ 75139:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _idle_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(36756);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(13398);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(15490);
/** The Action's front door. Conversation that concerns no run costs a job as little as can be: nothing else is loaded. */



const io = await (0,_io_js__WEBPACK_IMPORTED_MODULE_1__/* .coreIo */ .I)();
const idle = io.isPost() ? undefined : (0,_idle_js__WEBPACK_IMPORTED_MODULE_0__/* .idleBecause */ .$)(process.env);
if (idle !== undefined) {
    io.notice(`Nothing to do: ${idle}`);
    for (const [name, value] of Object.entries((0,_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .noOutputs */ .Q9)()))
        io.output(name, value);
}
else {
    const { step } = await Promise.all(/* import() */[__nccwpck_require__.e(435), __nccwpck_require__.e(588)]).then(__nccwpck_require__.bind(__nccwpck_require__, 20588));
    const failure = await step(io);
    if (failure !== undefined) {
        io.error(failure);
        process.exitCode = 1;
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 15490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q9: () => (/* binding */ noOutputs),
/* harmony export */   Yz: () => (/* binding */ outputsOf)
/* harmony export */ });
/* unused harmony export OUTPUT_LIMIT */
const OUTPUT_LIMIT = 512 * 1024;
/** @returns the outputs, and warnings about what did not fit */
function outputsOf(result, extra) {
    const warnings = [];
    const include = result.sentOut.map(({ effectId, kind, label, runsOn = 'ubuntu-latest' }) => ({
        'effect-id': effectId,
        kind,
        label,
        'runs-on': runsOn,
    }));
    let output = result.output ?? '';
    if (Buffer.byteLength(output) > OUTPUT_LIMIT) {
        warnings.push(`The output is longer than ${OUTPUT_LIMIT / 1024} KiB and is not set; it stands in ${result.runDir}/state/output.json`);
        output = '';
    }
    const outputs = {
        'run-id': result.runId,
        status: result.status,
        output,
        error: result.error === undefined ? '' : `${result.error.name}: ${result.error.message}`,
        pending: JSON.stringify(result.pending),
        matrix: JSON.stringify({ include }),
        'has-pending': String(include.length > 0),
        ...extra,
    };
    return { outputs, warnings };
}
/** What an event without a run gives: every output is set, so that expressions find text. */
function noOutputs() {
    return {
        'run-id': '',
        status: '',
        output: '',
        error: '',
        pending: '[]',
        matrix: '{"include":[]}',
        'has-pending': 'false',
    };
}


/***/ }),

/***/ 16173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ parseComment)
/* harmony export */ });
/* harmony import */ var _invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(17423);
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7603);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(84525);
/** What a comment says to a run, if anything (contract §3). Text in, command out: who may say it is asked elsewhere. */



/** The slash is the body's first character: so no quote, list, indented code or fence can begin before it. */
const FIRST_LINE = /^\/(approve|reject|answer|cancel|halt|retry|status|help)(?:[ \t]|$)/;
/** Shown as code or in bold, a reference is still one. */
const DECORATED = /^([`*_]{1,3})(.+)\1$/;
/** `e-…` with a letter or a dash from elsewhere: made to look like a reference, or corrected by a keyboard. */
const LOOKALIKE = /^(?:\P{ASCII}|[eE](?!-))\p{Dash}[\p{L}\p{N}]{5,}$/u;
/** No reference, with whatever stands around it, is longer. */
const LONGEST_WORD = 64;
/**
 * undefined: not a command. Takes time in proportion to the body's length.
 * A first line with anything invisible in it is none, nor is a body with a marker of ours (see markers.ts).
 */
function parseComment(body) {
    const end = body.search(/[\r\n]/);
    const line = end < 0 ? body : body.slice(0, end);
    const verb = FIRST_LINE.exec(line)?.[1];
    if (verb === undefined || line.includes('<!--') || (0,_invisible_js__WEBPACK_IMPORTED_MODULE_0__/* .hasInvisible */ .w)(line) || (0,_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .hasMarker */ .xY)(body))
        return undefined;
    if (verb === 'help')
        return { verb };
    const text = body
        .slice(verb.length + 1)
        .replace(/\r\n?/g, '\n')
        .trim();
    const word = /^\S*/.exec(text)?.[0] ?? '';
    const rest = text.slice(word.length).trim();
    switch (verb) {
        case 'halt':
        case 'retry':
        case 'status':
            return word === '' ? { verb, text } : { verb, word, text };
        case 'cancel':
            return { verb, effect: referenceOf(word) ?? word, text: rest };
        default: {
            const ref = referenceOf(word);
            return ref === undefined ? { verb, text } : { verb, ref, text: rest };
        }
    }
}
/** undefined: the word is no reference, so it is text. What only looks like one stays as it is, and nothing has it. */
function referenceOf(word) {
    const shown = word.slice(0, LONGEST_WORD).normalize('NFC');
    const bare = (DECORATED.exec(shown)?.[2] ?? shown).replace(/[.,:;!]{1,3}$/, '');
    if (/^e-/i.test(bare))
        return (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseRef */ .u)(bare);
    return LOOKALIKE.test(bare) ? bare : undefined;
}


/***/ }),

/***/ 17423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ madeVisible),
/* harmony export */   w: () => (/* binding */ hasInvisible)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/** Characters that cannot be seen, or that change how others are seen: they hide words from whoever reads a text. */

/**
 * Controls (but for tab and line ends), format characters (zero width, bidi, soft hyphen, tags), what is ignored
 * by default (fillers, variation selectors), separators of lines, lone surrogates, private use, what never is a character.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u;
const RUN = new RegExp(`(?:(?![\\t\\n\\r])${INVISIBLE.source})+`, 'gu');
/** The only joiners and selectors with a reason to be there: those between and behind pictures, whole or as keyboards send them. */
const EMOJI = /\p{RGI_Emoji_Tag_Sequence}|\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?(?:\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)*|\p{RGI_Emoji}/gv;
/** Whether there is anything invisible beside tabs and line ends; joined emoji are seen as one character. */
function hasInvisible(text) {
    return text.replaceAll(EMOJI, '').search(RUN) >= 0;
}
/** The same text with everything invisible named, `[U+200B]`; colours of a terminal are left out. */
function madeVisible(text) {
    const plain = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.replace(/\r\n?/g, '\n'));
    if (plain.search(RUN) < 0)
        return plain;
    let shown = '';
    let from = 0;
    for (const emoji of plain.matchAll(EMOJI)) {
        shown += named(plain.slice(from, emoji.index)) + emoji[0];
        from = emoji.index + emoji[0].length;
    }
    return shown + named(plain.slice(from));
}
function named(text) {
    return text.replace(RUN, (run) => {
        const [first = '', ...more] = run;
        const name = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
        return more.length === 0 ? `[${name}]` : `[${name} and ${more.length} more invisible characters]`;
    });
}


/***/ }),

/***/ 7603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gJ: () => (/* binding */ formatMarker),
/* harmony export */   t7: () => (/* binding */ readMarker),
/* harmony export */   xY: () => (/* binding */ hasMarker)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/** The hidden last line by which our own comments are found again and told from everybody else's. */

const LONGEST_VALUE = 200;
/** Only the very end of a body counts: nothing that stands in a quote, in code or in the middle. */
const AT_END = /(?:^|\n)<!-- longhaul:(breakpoint|status|issue|reply) v1((?: [a-z]+=[A-Za-z0-9._~%-]+)+) -->\s*$/;
const ANYWHERE = /<!--\s*longhaul\s*:/i;
const KEYS = {
    breakpoint: ['run', 'effect', 'digest', 'nonce'],
    status: ['run'],
    issue: ['run'],
    reply: ['to'],
};
/** The line. Throws INVALID_MARKER for a value that is empty, too long or no well-formed text: never a marker that cannot be read. */
function formatMarker(marker) {
    const { kind, ...values } = marker;
    const parts = Object.entries(values).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${encoded(key, String(value))}`]);
    return `<!-- longhaul:${kind} v1 ${parts.join(' ')} -->`;
}
function encoded(key, value) {
    if (value === '' || value.length > LONGEST_VALUE || !value.isWellFormed()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('INVALID_MARKER', `${key} of a comment's marker cannot be ${JSON.stringify(value.slice(0, 80))}`, {
            hint: `It takes 1 to ${LONGEST_VALUE} characters.`,
        });
    }
    // `--` would end an HTML comment in some readers; what encodeURIComponent leaves beside it is no concern of ours.
    return encodeURIComponent(value).replace(/[!'()*]|-(?=-|$)/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The marker that ends the body; undefined: none, or one of a version that we do not know. Unknown keys are ignored. */
function readMarker(body) {
    // A marker is short; a long body is not searched for one.
    const [, kind, list = ''] = AT_END.exec(body.slice(-2000)) ?? [];
    if (kind === undefined)
        return undefined;
    const values = new Map();
    for (const part of list.trim().split(' ')) {
        const [key = '', value = ''] = part.split('=');
        // Twice the same key: whoever wrote that, we did not.
        if (values.has(key))
            return undefined;
        try {
            values.set(key, decodeURIComponent(value));
        }
        catch {
            return undefined;
        }
    }
    return markerOf(kind, values);
}
function markerOf(kind, values) {
    const at = (key) => values.get(key) ?? '';
    if (KEYS[kind].some((key) => at(key) === ''))
        return undefined;
    switch (kind) {
        case 'breakpoint':
            return { kind, run: at('run'), effect: at('effect'), digest: at('digest'), nonce: at('nonce') };
        case 'status':
            return { kind, run: at('run'), ...(/^[1-9]\d{0,14}$/.test(at('seq')) && { seq: Number(at('seq')) }) };
        case 'issue':
            return { kind, run: at('run') };
        case 'reply':
            return { kind, to: at('to'), ...(values.has('run') && { run: at('run') }) };
    }
}
/** Whether anything in the body looks like one of our markers, wherever it stands. */
function hasMarker(body) {
    return ANYWHERE.test(body);
}


/***/ }),

/***/ 84525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ effectRef),
/* harmony export */   u: () => (/* binding */ normaliseRef)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/** The short code of an effect that people type: `e-7k3qd` (contract §3). */

/** Crockford's: no i, l, o, u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SHORTEST = 5;
const LONGEST = 32;
/**
 * `e-` and 5 characters of sha256(runId + effectId), or so many more as it takes to differ from all of `taken`.
 * Whoever was there first keeps the short one: give `taken` in order of request.
 */
function effectRef(runId, effectId, taken = []) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${runId}${effectId}`).digest();
    const others = taken instanceof Set ? taken : new Set(taken);
    let ref = '';
    for (let length = SHORTEST; length <= LONGEST; length++) {
        ref = `e-${crockford(digest, length)}`;
        if (!others.has(ref))
            return ref;
    }
    return ref;
}
/** The first `length` characters of the bytes in base 32. */
function crockford(bytes, length) {
    let text = '';
    for (let at = 0; at < length; at++) {
        const bit = at * 5;
        const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
        text += ALPHABET[(pair >> (11 - (bit & 7))) & 31];
    }
    return text;
}
/** Lower case, and Crockford's aliases taken for what they were meant as: i and l for 1, o for 0. */
function normaliseRef(word) {
    const lower = word.toLowerCase();
    return lower.startsWith('e-') ? `e-${lower.slice(2).replace(/[il]/g, '1').replaceAll('o', '0')}` : lower;
}


/***/ }),

/***/ 4826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ LonghaulError),
/* harmony export */   Jd: () => (/* binding */ LeaseLostError),
/* harmony export */   SG: () => (/* binding */ RunExistsError),
/* harmony export */   _i: () => (/* binding */ LeaseHeldError),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   lQ: () => (/* binding */ RunNotFoundError),
/* harmony export */   wc: () => (/* binding */ DamageError),
/* harmony export */   yu: () => (/* binding */ RunEndedError)
/* harmony export */ });
/**
 * Every error that a person or a program can meet carries a stable code and says what to do next.
 * `code` is what `--json` prints as `error`; `hint` is the way out.
 */
class LonghaulError extends Error {
    code;
    hint;
    path;
    /** It ended a save: what was to be saved lies on this disk alone, and may be saved later. */
    endedSave = false;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'LonghaulError';
        this.code = code;
        this.hint = options.hint ?? '';
        this.path = options.path;
    }
}
/** A flag, an input or an argument that cannot be what it is: exit code 2. */
class UsageError extends LonghaulError {
    constructor(message, options = {}) {
        super('USAGE', message, options);
        this.name = 'UsageError';
    }
}
/** The run does not exist (or no longer): never replaced by a new one. */
class RunNotFoundError extends LonghaulError {
    constructor(runId, where) {
        super('RUN_NOT_FOUND', `Run not found: ${runId} (looked in ${where})`, {
            hint: 'List the runs with `longhaul run:list`.',
        });
        this.name = 'RunNotFoundError';
    }
}
/** A new run may not take an id that is in use. */
class RunExistsError extends LonghaulError {
    constructor(runId, where) {
        super('RUN_EXISTS', `Run ${runId} exists already in ${where}`, {
            hint: `Choose another --run-id, or carry it on with \`longhaul resume ${runId}\`.`,
        });
        this.name = 'RunExistsError';
    }
}
/** Somebody else drives the run. */
class LeaseHeldError extends LonghaulError {
    owner;
    constructor(runId, owner) {
        super('LEASE_HELD', `Run is already being executed by ${owner}`, {
            hint: `Wait for it to finish, or end it (Ctrl-C, SIGTERM): the run can be carried on then. \`longhaul run:halt ${runId}\` would end the run itself, for good.`,
        });
        this.name = 'LeaseHeldError';
        this.owner = owner;
    }
}
/** The lease was taken over while this driver worked: it must stop and write nothing. */
class LeaseLostError extends LonghaulError {
    owner;
    constructor(runId, owner) {
        super('LEASE_LOST', `Run ${runId} was taken over by ${owner}; this driver stops and writes nothing more`, {
            hint: 'Nothing is left to do here: what was not saved is done again by whoever drives the run now.',
        });
        this.name = 'LeaseLostError';
        this.owner = owner;
    }
}
/** The run has ended; nothing is appended to it. */
class RunEndedError extends LonghaulError {
    constructor(runId, status, what, hint = '') {
        super('RUN_ENDED', `Run ${runId} is ${status}: ${what} changes nothing`, { hint });
        this.name = 'RunEndedError';
    }
}
/** The run directory holds something that must not be there, or lacks something that must. */
class DamageError extends LonghaulError {
    /** `<run>` in the hint: the command line says which. */
    constructor(message, path, hint = 'See every finding with `longhaul run:verify <run>`; `longhaul run:repair-journal <run> --dry-run` shows what can be repaired.') {
        super('DAMAGED', message, { path, hint });
        this.name = 'DamageError';
    }
}


/***/ }),

/***/ 76786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jB: () => (/* binding */ UlidClock),
  np: () => (/* binding */ checkRunId),
  Pk: () => (/* binding */ isRunId),
  ho: () => (/* binding */ isUlid),
  CD: () => (/* binding */ stepNumber),
  Z0: () => (/* binding */ ids_ulid),
  cD: () => (/* binding */ ulidTime)
});

// UNUSED EXPORTS: stepId

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ../node_modules/ulid/dist/node/index.js


// These values should NEVER change. The values are precisely for
// generating ULIDs.
const B32_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ENCODING = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's Base32
const ENCODING_LEN = 32; // from ENCODING.length;
const MAX_ULID = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
const MIN_ULID = "00000000000000000000000000";
const RANDOM_LEN = 16;
const TIME_LEN = 10;
const TIME_MAX = 281474976710655; // from Math.pow(2, 48) - 1;
const ULID_REGEX = /^[0-7][0-9a-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/;
const UUID_REGEX = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;

var ULIDErrorCode;
(function (ULIDErrorCode) {
    ULIDErrorCode["Base32IncorrectEncoding"] = "B32_ENC_INVALID";
    ULIDErrorCode["DecodeTimeInvalidCharacter"] = "DEC_TIME_CHAR";
    ULIDErrorCode["DecodeTimeValueMalformed"] = "DEC_TIME_MALFORMED";
    ULIDErrorCode["EncodeTimeNegative"] = "ENC_TIME_NEG";
    ULIDErrorCode["EncodeTimeSizeExceeded"] = "ENC_TIME_SIZE_EXCEED";
    ULIDErrorCode["EncodeTimeValueMalformed"] = "ENC_TIME_MALFORMED";
    ULIDErrorCode["PRNGDetectFailure"] = "PRNG_DETECT";
    ULIDErrorCode["ULIDInvalid"] = "ULID_INVALID";
    ULIDErrorCode["Unexpected"] = "UNEXPECTED";
    ULIDErrorCode["UUIDInvalid"] = "UUID_INVALID";
})(ULIDErrorCode || (ULIDErrorCode = {}));
class ULIDError extends Error {
    constructor(errorCode, message) {
        super(`${message} (${errorCode})`);
        this.name = "ULIDError";
        this.code = errorCode;
    }
}

function randomChar(prng) {
    // Currently PRNGs generate fractions from 0 to _less than_ 1, so no "%" is necessary.
    // However, just in case a future PRNG can generate 1,
    // we are applying "% ENCODING LEN" to wrap back to the first character
    const randomPosition = Math.floor(prng() * ENCODING_LEN) % ENCODING_LEN;
    return ENCODING.charAt(randomPosition);
}
function replaceCharAt(str, index, char) {
    if (index > str.length - 1) {
        return str;
    }
    return str.substr(0, index) + char + str.substr(index + 1);
}

// Code from https://github.com/devbanana/crockford-base32/blob/develop/src/index.ts
function crockfordEncode(input) {
    const output = [];
    let bitsRead = 0;
    let buffer = 0;
    const reversedInput = new Uint8Array(input.slice().reverse());
    for (const byte of reversedInput) {
        buffer |= byte << bitsRead;
        bitsRead += 8;
        while (bitsRead >= 5) {
            output.unshift(buffer & 0x1f);
            buffer >>>= 5;
            bitsRead -= 5;
        }
    }
    if (bitsRead > 0) {
        output.unshift(buffer & 0x1f);
    }
    return output.map(byte => B32_CHARACTERS.charAt(byte)).join("");
}
function crockfordDecode(input) {
    const sanitizedInput = input.toUpperCase().split("").reverse().join("");
    const output = [];
    let bitsRead = 0;
    let buffer = 0;
    for (const character of sanitizedInput) {
        const byte = B32_CHARACTERS.indexOf(character);
        if (byte === -1) {
            throw new Error(`Invalid base 32 character found in string: ${character}`);
        }
        buffer |= byte << bitsRead;
        bitsRead += 5;
        while (bitsRead >= 8) {
            output.unshift(buffer & 0xff);
            buffer >>>= 8;
            bitsRead -= 8;
        }
    }
    if (bitsRead >= 5 || buffer > 0) {
        output.unshift(buffer & 0xff);
    }
    return new Uint8Array(output);
}
/**
 * Fix a ULID's Base32 encoding -
 * i and l (case-insensitive) will be treated as 1 and o (case-insensitive) will be treated as 0.
 * hyphens are ignored during decoding.
 * @param id The ULID
 * @returns The cleaned up ULID
 */
function fixULIDBase32(id) {
    return id.replace(/i/gi, "1").replace(/l/gi, "1").replace(/o/gi, "0").replace(/-/g, "");
}
function incrementBase32(str) {
    let done = undefined, index = str.length, char, charIndex, output = str;
    const maxCharIndex = ENCODING_LEN - 1;
    while (!done && index-- >= 0) {
        char = output[index];
        charIndex = ENCODING.indexOf(char);
        if (charIndex === -1) {
            throw new ULIDError(ULIDErrorCode.Base32IncorrectEncoding, "Incorrectly encoded string");
        }
        if (charIndex === maxCharIndex) {
            output = replaceCharAt(output, index, ENCODING[0]);
            continue;
        }
        done = replaceCharAt(output, index, ENCODING[charIndex + 1]);
    }
    if (typeof done === "string") {
        return done;
    }
    throw new ULIDError(ULIDErrorCode.Base32IncorrectEncoding, "Failed incrementing string");
}

/**
 * Decode time from a ULID
 * @param id The ULID
 * @returns The decoded timestamp
 */
function decodeTime(id) {
    if (id.length !== TIME_LEN + RANDOM_LEN) {
        throw new ULIDError(ULIDErrorCode.DecodeTimeValueMalformed, "Malformed ULID");
    }
    const time = id
        .substr(0, TIME_LEN)
        .toUpperCase()
        .split("")
        .reverse()
        .reduce((carry, char, index) => {
        const encodingIndex = ENCODING.indexOf(char);
        if (encodingIndex === -1) {
            throw new ULIDError(ULIDErrorCode.DecodeTimeInvalidCharacter, `Time decode error: Invalid character: ${char}`);
        }
        return (carry += encodingIndex * Math.pow(ENCODING_LEN, index));
    }, 0);
    if (time > TIME_MAX) {
        throw new ULIDError(ULIDErrorCode.DecodeTimeValueMalformed, `Malformed ULID: timestamp too large: ${time}`);
    }
    return time;
}
/**
 * Detect the best PRNG (pseudo-random number generator)
 * @param root The root to check from (global/window)
 * @returns The PRNG function
 */
function detectPRNG(root) {
    const rootLookup = detectRoot();
    const globalCrypto = (rootLookup && (rootLookup.crypto || rootLookup.msCrypto)) ||
        (typeof external_node_crypto_ !== "undefined" ? external_node_crypto_ : null);
    if (typeof globalCrypto?.getRandomValues === "function") {
        return () => {
            const buffer = new Uint8Array(1);
            globalCrypto.getRandomValues(buffer);
            return buffer[0] / 256;
        };
    }
    else if (typeof globalCrypto?.randomBytes === "function") {
        return () => globalCrypto.randomBytes(1).readUInt8() / 256;
    }
    else if (external_node_crypto_?.randomBytes) {
        return () => external_node_crypto_.randomBytes(1).readUInt8() / 256;
    }
    throw new ULIDError(ULIDErrorCode.PRNGDetectFailure, "Failed to find a reliable PRNG");
}
function detectRoot() {
    if (inWebWorker())
        return self;
    if (typeof window !== "undefined") {
        return window;
    }
    if (typeof global !== "undefined") {
        return global;
    }
    if (typeof globalThis !== "undefined") {
        return globalThis;
    }
    return null;
}
function encodeRandom(len, prng) {
    let str = "";
    for (; len > 0; len--) {
        str = randomChar(prng) + str;
    }
    return str;
}
/**
 * Encode the time portion of a ULID
 * @param now The current timestamp
 * @param len Length to generate
 * @returns The encoded time
 */
function encodeTime(now, len = TIME_LEN) {
    if (isNaN(now)) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeValueMalformed, `Time must be a number: ${now}`);
    }
    else if (now > TIME_MAX) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeSizeExceeded, `Cannot encode a time larger than ${TIME_MAX}: ${now}`);
    }
    else if (now < 0) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeNegative, `Time must be positive: ${now}`);
    }
    else if (Number.isInteger(now) === false) {
        throw new ULIDError(ULIDErrorCode.EncodeTimeValueMalformed, `Time must be an integer: ${now}`);
    }
    let mod, str = "";
    for (let currentLen = len; currentLen > 0; currentLen--) {
        mod = now % ENCODING_LEN;
        str = ENCODING.charAt(mod) + str;
        now = (now - mod) / ENCODING_LEN;
    }
    return str;
}
function inWebWorker() {
    // @ts-ignore
    return typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;
}
/**
 * Check if a ULID is valid
 * @param id The ULID to test
 * @returns True if valid, false otherwise
 * @example
 *   isValid("01HNZX8JGFACFA36RBXDHEQN6E"); // true
 *   isValid(""); // false
 */
function isValid(id) {
    return (typeof id === "string" &&
        id.length === TIME_LEN + RANDOM_LEN &&
        id
            .toUpperCase()
            .split("")
            .every(char => ENCODING.indexOf(char) !== -1));
}
/**
 * Create a ULID factory to generate monotonically-increasing
 *  ULIDs
 * @param prng The PRNG to use
 * @returns A ulid factory
 * @example
 *  const ulid = monotonicFactory();
 *  ulid(); // "01HNZXD07M5CEN5XA66EMZSRZW"
 */
function monotonicFactory(prng) {
    const currentPRNG = prng || detectPRNG();
    let lastTime = 0, lastRandom;
    return function _ulid(seedTime) {
        const seed = !seedTime || isNaN(seedTime) ? Date.now() : seedTime;
        if (seed <= lastTime) {
            const incrementedRandom = (lastRandom = incrementBase32(lastRandom));
            return encodeTime(lastTime, TIME_LEN) + incrementedRandom;
        }
        lastTime = seed;
        const newRandom = (lastRandom = encodeRandom(RANDOM_LEN, currentPRNG));
        return encodeTime(seed, TIME_LEN) + newRandom;
    };
}
/**
 * Generate a ULID
 * @param seedTime Optional time seed
 * @param prng Optional PRNG function
 * @returns A ULID string
 * @example
 *  ulid(); // "01HNZXD07M5CEN5XA66EMZSRZW"
 */
function ulid(seedTime, prng) {
    const currentPRNG = prng || detectPRNG();
    const seed = !seedTime || isNaN(seedTime) ? Date.now() : seedTime;
    return encodeTime(seed, TIME_LEN) + encodeRandom(RANDOM_LEN, currentPRNG);
}

/**
 * Convert a ULID to a UUID
 * @param ulid The ULID to convert
 * @returns A UUID string
 */
function ulidToUUID(ulid) {
    const isValid = ULID_REGEX.test(ulid);
    if (!isValid) {
        throw new ULIDError(ULIDErrorCode.ULIDInvalid, `Invalid ULID: ${ulid}`);
    }
    const uint8Array = crockfordDecode(ulid);
    let uuid = Array.from(uint8Array)
        .map(byte => byte.toString(16).padStart(2, "0"))
        .join("");
    uuid =
        uuid.substring(0, 8) +
            "-" +
            uuid.substring(8, 12) +
            "-" +
            uuid.substring(12, 16) +
            "-" +
            uuid.substring(16, 20) +
            "-" +
            uuid.substring(20);
    return uuid.toUpperCase();
}
/**
 * Convert a UUID to a ULID
 * @param uuid The UUID to convert
 * @returns A ULID string
 */
function uuidToULID(uuid) {
    const isValid = UUID_REGEX.test(uuid);
    if (!isValid) {
        throw new ULIDError(ULIDErrorCode.UUIDInvalid, `Invalid UUID: ${uuid}`);
    }
    const bytes = uuid.replace(/-/g, "").match(/.{1,2}/g);
    if (!bytes) {
        throw new ULIDError(ULIDErrorCode.Unexpected, `Failed parsing UUID bytes: ${uuid}`);
    }
    const uint8Array = new Uint8Array(bytes.map(byte => parseInt(byte, 16)));
    return crockfordEncode(uint8Array);
}



// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(4826);
;// CONCATENATED MODULE: ./lib/journal/ids.js
/** Names: ULIDs, run ids, step ids. */



const TIME_LENGTH = 10;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** True for 26 upper-case Crockford characters that fit 128 bits. */
function isUlid(text) {
    return ULID.test(text);
}
/** Milliseconds since 1970 that a ULID carries. */
function ulidTime(ulid) {
    return decodeTime(ulid);
}
// Random bytes are drawn a block at a time: a call for one byte costs as much as one for a thousand.
const pool = new Uint8Array(1024);
let drawn = pool.length;
/** In [0, 1): what the package asks for, one character at a time. */
function random() {
    if (drawn === pool.length) {
        (0,external_node_crypto_.randomFillSync)(pool);
        drawn = 0;
    }
    drawn += 1;
    return (pool[drawn - 1] ?? 0) / 256;
}
/** Gives ULIDs that rise from a given one on, also when this machine's clock is behind it. */
class UlidClock {
    #last;
    #now;
    /** `last`: the ULID that every new one must exceed; `now`: milliseconds since 1970. */
    constructor(last = '', now = Date.now) {
        this.#last = last;
        this.#now = now;
    }
    get last() {
        return this.#last;
    }
    /** From here on every ULID is greater than this one, too. */
    raise(ulid) {
        if (ulid > this.#last)
            this.#last = ulid;
    }
    next(now = this.#now()) {
        const time = Math.max(0, Math.floor(now));
        const later = encodeTime(time, TIME_LENGTH) > this.#last.slice(0, TIME_LENGTH);
        this.#last = later ? ulid(time, random) : incrementBase32(this.#last);
        return this.#last;
    }
}
const own = new UlidClock();
/** A ULID greater than every one that this process has drawn here before. */
function ids_ulid(now = Date.now()) {
    return own.next(now);
}
/** `S000001` for 1. */
function stepId(n) {
    return `S${String(n).padStart(6, '0')}`;
}
/** The number in a step id; 0 when it is none of ours. */
function stepNumber(id) {
    return /^S\d{6,}$/.test(id) ? Number(id.slice(1)) : 0;
}
/**
 * Returns the run id, or throws a UsageError that names the rule it breaks. A valid one is safe as a path
 * segment, a part of a ref, an artifact name and comment text.
 */
function checkRunId(runId) {
    const rule = brokenRule(runId);
    if (rule === undefined)
        return runId;
    throw new errors/* UsageError */.eb(`Run id ${JSON.stringify(runId.slice(0, 100))} cannot be used: ${rule}`, {
        hint: 'Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit.',
    });
}
function isRunId(runId) {
    return brokenRule(runId) === undefined;
}
function brokenRule(runId) {
    if (runId === '')
        return 'it is empty';
    if (runId.length > 64)
        return 'it is longer than 64 characters';
    if (!/^[A-Za-z0-9]/.test(runId))
        return 'it must begin with a letter or digit';
    if (!RUN_ID.test(runId))
        return 'only letters, digits, ".", "_" and "-" may stand in it';
    if (runId.includes('..'))
        return '".." may not stand in it';
    if (runId.endsWith('.'))
        return 'it may not end in "."';
    if (runId.toLowerCase().endsWith('.lock'))
        return 'it may not end in ".lock"';
    return undefined;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(75139);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
