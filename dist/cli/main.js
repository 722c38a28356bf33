import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 5461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ flagsOf),
/* harmony export */   a: () => (/* binding */ GLOBAL_FLAGS)
/* harmony export */ });
/** What a command takes: one table feeds the parser, the help and the test that compares them. */
const GLOBAL_FLAGS = [
    { name: 'json', help: 'Print one JSON document on standard output and nothing else' },
    {
        name: 'runs-dir',
        value: 'dir',
        help: 'Directory that holds the runs',
        env: ['LONGHAUL_RUNS_DIR', 'BABYSITTER_RUNS_DIR'],
        default: '.a5c/runs',
    },
    {
        name: 'exit-code',
        help: "Exit with the run's state: 0 completed, 10 waiting, 11 running or created, 12 failed, 13 canceled, 14 halted",
    },
    { name: 'help', short: 'h', help: 'Show the help of this command' },
];
const flagsOf = (command) => [...command.flags, ...GLOBAL_FLAGS];


/***/ }),

/***/ 5726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ COMMANDS)
});

;// CONCATENATED MODULE: ./lib/cli/shared-flags.js
const RUN = { name: 'run', help: 'Id of a run, or the path of its directory' };
const EFFECT = { name: 'effect', help: 'Id of an effect of the run' };
const DRY_RUN = { name: 'dry-run', help: 'Show what would be done and write nothing' };
const START_FLAGS = [
    { name: 'inputs', value: 'file', help: 'JSON file with the inputs of the process; - for standard input' },
    { name: 'inputs-inline', value: 'json', help: 'The inputs themselves' },
    { name: 'run-id', value: 'id', help: 'Id of the new run (a ULID when left out)' },
    {
        name: 'process-id',
        value: 'id',
        help: "Id of the process (the file's name without its ending when left out)",
    },
    { name: 'process-revision', value: 'text', help: 'Revision of the process, recorded in the run' },
    { name: 'request', value: 'text', help: 'What the run is for, recorded in the run' },
    { name: 'prompt', value: 'text', help: 'The prompt that led to the run, recorded in the run' },
    { name: 'harness', value: 'name', help: 'Recorded in the run' },
    {
        name: 'run-timeout',
        value: 'duration',
        kind: 'duration',
        default: '0',
        help: 'Longest time of the whole run, waits included; 0: no limit',
    },
];
const DRIVE_FLAGS = [
    {
        name: 'agent-command',
        value: 'command',
        help: 'Command that does agent tasks: a JSON request on its standard input, the answer on its standard output',
        env: ['LONGHAUL_AGENT_COMMAND'],
    },
    {
        name: 'cancel-grace',
        value: 'duration',
        kind: 'duration',
        default: '4s',
        help: 'Between SIGTERM and SIGKILL of a command, and for the clean-up of a cancelled run',
    },
    {
        name: 'max-parallel',
        value: 'n',
        kind: 'integer',
        range: { min: 1, max: 256 },
        default: '4',
        help: 'Commands that run at once',
    },
    {
        name: 'task-timeout',
        value: 'duration',
        kind: 'duration',
        default: '0',
        help: 'Longest time of an attempt whose task names none; 0: no limit',
    },
    {
        name: 'breakpoint-timeout',
        value: 'duration',
        kind: 'duration',
        default: '0',
        help: 'Longest wait for a person where the breakpoint names none; 0: no limit',
    },
    {
        name: 'max-iterations',
        value: 'n',
        kind: 'integer',
        default: '0',
        help: 'Stop after so many rounds of effects, the run being carried on later; 0: no limit',
    },
    {
        name: 'on-code-change',
        value: 'policy',
        choices: ['pin', 'upgrade', 'refuse'],
        default: 'pin',
        help: "Use the code that the run carries, take the workspace's once a replay agrees, or refuse",
    },
    {
        name: 'wait-in-job',
        value: 'duration',
        kind: 'duration',
        default: '60s',
        help: 'A sleep, pause or deadline due within so long is waited for',
    },
    { name: 'wait', help: 'Wait for sleeps, pauses and deadlines however long they are' },
];

;// CONCATENATED MODULE: ./lib/cli/commands.js

const DRIVE_NOTES = [
    'Exits with 0 when the run is completed, halted or goes on later, 3 when it failed or was canceled.',
    'Ctrl-C (or SIGTERM) once: commands are stopped, everything is saved, the run can be resumed; exit code 130 (143), with --exit-code 11. Twice: at once.',
];
const entry = (verb, command) => ({ command, load: verb });
/** The worker of the process starts while the verb itself is loaded. */
const driving = (load) => async () => {
    const { warmUpHere } = await __nccwpck_require__.e(/* import() */ 170).then(__nccwpck_require__.bind(__nccwpck_require__, 2789));
    warmUpHere();
    return load();
};
/** In the order of the help. */
const COMMANDS = [
    entry(driving(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(821), __nccwpck_require__.e(827), __nccwpck_require__.e(712), __nccwpck_require__.e(656)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5656))), {
        name: 'run',
        summary: 'Start a run and drive it until it ends or waits',
        args: [{ name: 'entry', help: 'The process: path/to/file.mjs or path/to/file.mjs#exportName' }],
        flags: [...START_FLAGS, ...DRIVE_FLAGS],
        notes: DRIVE_NOTES,
    }),
    entry(driving(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(821), __nccwpck_require__.e(827), __nccwpck_require__.e(712), __nccwpck_require__.e(214)]).then(__nccwpck_require__.bind(__nccwpck_require__, 214))), {
        name: 'resume',
        summary: 'Carry a run on until it ends or waits; one that failed by itself is tried again',
        args: [RUN],
        flags: DRIVE_FLAGS,
        notes: [...DRIVE_NOTES, 'Resuming a completed run changes nothing and exits with 0.'],
    }),
    entry(() => __nccwpck_require__.e(/* import() */ 713).then(__nccwpck_require__.bind(__nccwpck_require__, 5713)), {
        name: 'run:create',
        summary: 'Make a run without starting it',
        args: [],
        flags: [
            { name: 'entry', value: 'path#export', required: true, help: 'The process' },
            ...START_FLAGS,
            { name: 'non-interactive', help: 'Recorded in the run' },
            DRY_RUN,
        ],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(821), __nccwpck_require__.e(130)]).then(__nccwpck_require__.bind(__nccwpck_require__, 51)), {
        name: 'run:status',
        summary: 'State of a run, and what it waits for',
        args: [RUN],
        flags: [],
    }),
    entry(() => __nccwpck_require__.e(/* import() */ 73).then(__nccwpck_require__.bind(__nccwpck_require__, 5073)), {
        name: 'run:list',
        summary: 'The runs, the ones changed last first',
        args: [],
        flags: [
            {
                name: 'status',
                value: 'state',
                choices: ['created', 'running', 'waiting', 'completed', 'failed', 'canceled', 'halted'],
                help: 'Only runs in this state',
            },
            { name: 'process', value: 'id', help: 'Only runs of this process' },
            { name: 'limit', value: 'n', kind: 'integer', help: 'At most so many' },
        ],
        notes: ['With --exit-code it exits with 0: a list has no state.'],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(821), __nccwpck_require__.e(731)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3466)), {
        name: 'run:events',
        summary: 'The events of a run',
        args: [RUN],
        flags: [
            { name: 'limit', value: 'n', kind: 'integer', help: 'At most so many' },
            { name: 'reverse', help: 'The last one first' },
            { name: 'filter-type', value: 'type', help: 'Only events of this type' },
        ],
    }),
    entry(driving(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(821), __nccwpck_require__.e(827), __nccwpck_require__.e(712), __nccwpck_require__.e(708)]).then(__nccwpck_require__.bind(__nccwpck_require__, 708))), {
        name: 'run:iterate',
        summary: 'Replay once, record what the process asks for and print it; run nothing',
        args: [RUN],
        flags: [
            { name: 'iteration', value: 'n', kind: 'integer', help: 'Number to print as iteration' },
            ...DRIVE_FLAGS.filter((flag) => flag.name === 'on-code-change'),
        ],
        notes: ['Exits with 0 whatever the state of the run, unless --exit-code is given.'],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(268)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2268)), {
        name: 'run:signal',
        summary: 'Send a signal to a run; it is kept until the process waits for it',
        args: [RUN, { name: 'name', help: 'Name of the signal' }],
        flags: [
            {
                name: 'value',
                value: 'json',
                help: 'What ctx.signal gives; JSON, or else taken as text',
                default: 'null',
            },
        ],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(821), __nccwpck_require__.e(493)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1493)), {
        name: 'run:halt',
        summary: 'Seal a run: nothing more happens in it, whatever is still pending',
        args: [RUN],
        flags: [
            { name: 'reason', value: 'text', help: 'Why; stands in the journal', default: 'manual_halt' },
            {
                name: 'final-status',
                value: 'status',
                choices: ['completed', 'failed'],
                help: 'As what it ends',
                default: 'completed',
            },
            { name: 'force', help: 'Also seal a run that has ended already' },
            DRY_RUN,
        ],
        notes: ['Loads no process code and works on a damaged journal; no entry of it is edited or deleted.'],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(827), __nccwpck_require__.e(725)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1076)), {
        name: 'check',
        summary: 'Replay open runs against the code of the workspace; exit with 1 when one diverges or cannot be read. Writes nothing',
        args: [],
        flags: [
            { name: 'run', value: 'run', help: 'Only this run: its id, or the path of its directory' },
            {
                name: 'on-code-change',
                value: 'policy',
                choices: ['pin', 'upgrade', 'refuse'],
                default: 'pin',
                help: 'What jobs do: with pin a run that carries its code is not affected by a change',
            },
        ],
    }),
    entry(() => __nccwpck_require__.e(/* import() */ 244).then(__nccwpck_require__.bind(__nccwpck_require__, 8244)), {
        name: 'run:fork',
        summary: 'Make a new run with the history of another one up to a point',
        args: [RUN],
        flags: [
            {
                name: 'at',
                value: 'seq|step',
                required: true,
                help: 'Last event to take over (12), or the step to ask for again (S000004)',
            },
            { name: 'run-id', value: 'id', help: 'Id of the new run (a ULID when left out)' },
        ],
    }),
    entry(() => __nccwpck_require__.e(/* import() */ 411).then(__nccwpck_require__.bind(__nccwpck_require__, 7792)), {
        name: 'run:verify',
        summary: 'Check every file of a run; exit with 1 when something is wrong',
        args: [RUN],
        flags: [],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(558)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3558)), {
        name: 'run:rebuild-state',
        summary: 'Write state/ anew from the journal',
        args: [RUN],
        flags: [DRY_RUN],
    }),
    entry(() => __nccwpck_require__.e(/* import() */ 335).then(__nccwpck_require__.bind(__nccwpck_require__, 2335)), {
        name: 'run:repair-journal',
        summary: 'Put a damaged journal in order; the old one is kept beside it',
        args: [RUN],
        flags: [DRY_RUN],
    }),
    entry(() => __nccwpck_require__.e(/* import() */ 749).then(__nccwpck_require__.bind(__nccwpck_require__, 7749)), {
        name: 'task:list',
        summary: 'The effects of a run',
        args: [RUN],
        flags: [
            { name: 'pending', help: 'Only those that are not settled' },
            { name: 'kind', value: 'kind', help: 'Only those of this kind' },
        ],
    }),
    entry(() => __nccwpck_require__.e(/* import() */ 104).then(__nccwpck_require__.bind(__nccwpck_require__, 7104)), {
        name: 'task:show',
        summary: 'One effect: its definition and its result',
        args: [RUN, EFFECT],
        flags: [],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(17)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8017)), {
        name: 'task:post',
        summary: 'Settle an effect with a result, or a breakpoint with a decision',
        args: [RUN, EFFECT],
        flags: [
            { name: 'status', value: 'status', choices: ['ok', 'error'], required: true, help: 'How it ended' },
            { name: 'value', value: 'file', help: 'JSON file with the result; - for standard input' },
            { name: 'value-inline', value: 'json', help: 'The result itself' },
            {
                name: 'error',
                value: 'file',
                help: 'JSON file with the error (name, message, stack, data); - for standard input',
            },
            { name: 'stdout-file', value: 'file', help: "File to be kept as the task's standard output" },
            { name: 'stderr-file', value: 'file', help: "File to be kept as the task's standard error" },
            { name: 'stdout-ref', value: 'path', help: 'The same for a file of the run directory, relative to it' },
            { name: 'stderr-ref', value: 'path', help: 'The same for a file of the run directory, relative to it' },
            { name: 'started-at', value: 'time', help: 'ISO time at which the work began' },
            { name: 'finished-at', value: 'time', help: 'ISO time at which the work ended (now when left out)' },
            { name: 'metadata', value: 'file', help: 'JSON file with an object, kept in the result file' },
            { name: 'invocation-key', value: 'key', help: 'Refuse unless the effect has this invocation key' },
            DRY_RUN,
        ],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(381), __nccwpck_require__.e(821), __nccwpck_require__.e(827), __nccwpck_require__.e(712), __nccwpck_require__.e(591)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3591)), {
        name: 'task:cancel',
        summary: 'Cancel an effect, or the whole run: the process gets an EffectCancelledError',
        args: [RUN, { ...EFFECT, optional: true, help: `${EFFECT.help}; the whole run when left out` }],
        flags: [
            { name: 'reason', value: 'text', help: 'Why; stands in the error', default: 'cancelled' },
            ...DRIVE_FLAGS,
        ],
        notes: [
            'Whoever drives the run acts on it. When nobody does, an effect is settled at once; the whole run, and an effect that has started a run of its own, are driven here, so that what cleans up can run.',
            'Exits with 0 once it is cancelled or delivered; a process that catches the cancel may still complete.',
        ],
    }),
];


/***/ }),

/***/ 5149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ errorExit),
/* harmony export */   ai: () => (/* binding */ EXIT_CODES),
/* harmony export */   n_: () => (/* binding */ drivenExit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/** What the command line's exit codes mean. */

/** With `--exit-code`: the state of the run. */
const EXIT_CODES = {
    completed: 0,
    waiting: 10,
    running: 11,
    created: 11,
    failed: 12,
    canceled: 13,
    halted: 14,
};
/** Without it: of a command that has driven a run. */
const drivenExit = (status) => status === 'failed' || status === 'canceled' ? 3 : 0;
const errorExit = (error) => (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb ? 2 : 1);


/***/ }),

/***/ 4899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseCommand)
/* harmony export */ });
/* unused harmony export Flags */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1005);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5461);
/** Turns arguments into checked values by a command's table. Everything that is not in it is a usage error. */




class Flags {
    #values;
    #declared;
    #given;
    constructor(declared, values, given) {
        this.#declared = declared;
        this.#values = values;
        this.#given = given;
    }
    #flag(name) {
        const flag = this.#declared.get(name);
        // A slip of ours, not of the user's: the table lacks what a verb asks for.
        if (flag === undefined)
            throw new Error(`--${name} is not in the table of this command`);
        return flag;
    }
    on(name) {
        this.#flag(name);
        return this.#values.get(name) === true;
    }
    text(name) {
        this.#flag(name);
        const value = this.#values.get(name);
        return value === true ? undefined : value;
    }
    /** For flags that are required or have a default. */
    need(name) {
        const value = this.text(name);
        if (value === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${name} is missing`);
        return value;
    }
    /** An integer, or the milliseconds of a duration. */
    number(name) {
        const flag = this.#flag(name);
        const value = this.text(name);
        return value === undefined ? undefined : numberOf(flag, value);
    }
    /** True when it stood on the command line, rather than in the environment or the defaults. */
    given(name) {
        this.#flag(name);
        return this.#given.has(name);
    }
}
function numberOf(flag, value) {
    if (flag.kind === 'duration')
        return (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .durationMs */ .p)(value, `--${flag.name}`);
    if (!/^\d{1,9}$/.test(value))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${flag.name}: ${JSON.stringify(value)} is not a whole number`);
    const number = Number(value);
    const { min, max } = flag.range ?? { min: 0, max: number };
    if (number < min || number > max)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${flag.name}: ${value} is not between ${min} and ${max}`);
    return number;
}
/** @throws UsageError */
function parseCommand(command, argv, env) {
    const declared = new Map((0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .flagsOf */ .Z)(command).map((flag) => [flag.name, flag]));
    const { positionals, given } = read(command, argv, declared);
    const values = new Map();
    for (const flag of declared.values()) {
        const value = given.get(flag.name) ??
            flag.env?.map((name) => env[name]).find((text) => text !== undefined && text !== '') ??
            flag.default;
        if (value !== undefined)
            values.set(flag.name, value);
    }
    const flags = new Flags(declared, values, new Set(given.keys()));
    if (flags.on('help'))
        return { args: positionals, flags };
    for (const flag of declared.values())
        check(command, flag, values.get(flag.name));
    checkArguments(command, positionals);
    return { args: positionals, flags };
}
function read(command, argv, declared) {
    const options = Object.fromEntries([...declared.values()].map(({ name, value, short }) => [
        name,
        {
            type: value === undefined ? 'boolean' : 'string',
            ...(short === undefined ? {} : { short }),
        },
    ]));
    let parsed;
    try {
        parsed = parse(joined(argv, declared), options);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(sentence(error.message), { hint: hintFor(command) });
    }
    const given = new Map();
    for (const token of parsed.tokens) {
        if (token.kind !== 'option')
            continue;
        if (given.has(token.name))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${token.name} is given twice`, { hint: hintFor(command) });
        given.set(token.name, token.value ?? true);
    }
    return { positionals: parsed.positionals, given };
}
/** `--limit -1` as `--limit=-1`: what is wrong with it is the number, not the hyphen. */
function joined(argv, declared) {
    const result = [];
    for (const word of argv) {
        const before = result.at(-1) ?? '';
        const isNumber = /^-\d/.test(word) && declared.get(before.slice(2))?.kind !== undefined;
        if (isNumber && before.startsWith('--'))
            result[result.length - 1] = `${before}=${word}`;
        else
            result.push(word);
    }
    return result;
}
function parse(argv, options) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...argv], options, strict: true, allowPositionals: true, tokens: true });
}
/** Only the first sentence of Node's message is about the mistake. */
const sentence = (message) => message.split(/\.\s|\n/)[0] ?? message;
const hintFor = (command) => `See \`longhaul ${command.name} --help\`.`;
function check(command, flag, value) {
    if (value === undefined) {
        if (flag.required === true)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${flag.name} is missing`, { hint: hintFor(command) });
        return;
    }
    if (value === true)
        return;
    if (flag.choices !== undefined && !flag.choices.includes(value)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--${flag.name}: ${JSON.stringify(value)} is none of ${flag.choices.join(', ')}`, {
            hint: hintFor(command),
        });
    }
    if (flag.kind !== undefined)
        numberOf(flag, value);
}
function checkArguments(command, positionals) {
    const missing = command.args[positionals.length];
    if (missing !== undefined && missing.optional !== true)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${command.name}: <${missing.name}> is missing`, { hint: hintFor(command) });
    const empty = command.args.find((_, i) => positionals[i] === '');
    if (empty !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${command.name}: <${empty.name}> is empty`, { hint: hintFor(command) });
    const surplus = positionals[command.args.length];
    if (surplus !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${command.name}: unexpected argument ${JSON.stringify(surplus)}`, {
            hint: hintFor(command),
        });
}


/***/ }),

/***/ 151:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5726);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5149);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4899);
/* harmony import */ var _output_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3427);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5901);
/** The command line's front door: finds the command, parses, runs it, turns its end into an exit code. */






async function main(argv) {
    const { env, stdin, stdout, stderr } = process;
    // Asked for even when the arguments cannot be parsed: whoever wants JSON reads JSON errors, too.
    const out = new _output_js__WEBPACK_IMPORTED_MODULE_4__/* .Output */ .k7(argv.includes('--json'), stdout, stderr);
    try {
        const [name = '', ...rest] = argv;
        if (name === '--version' || name === '-v' || name === 'version')
            return await version(out);
        if (name === '' || name === 'help' || name === '--help' || name === '-h')
            return await help(out, name === '' ? 2 : 0, rest[0]);
        const entry = _commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .L.find(({ command }) => command.name === name);
        if (entry === undefined)
            throw await unknownCommand(name);
        const { args, flags } = (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCommand */ .R)(entry.command, rest, env);
        if (flags.on('help'))
            return await help(out, 0, name);
        const { verb } = await entry.load();
        const here = { env, cwd: process.cwd(), terminal: { stdin, stdout } };
        const invocation = { args, flags, out, here };
        const run = entry.command.args[0]?.name === 'run' ? args[0] : undefined;
        out.pasteable = (hint) => (0,_runs_js__WEBPACK_IMPORTED_MODULE_5__/* .pasteable */ .yK)(invocation, run, hint);
        const end = await verb(invocation);
        return exitCode(end, flags.on('exit-code'));
    }
    catch (error) {
        out.error(error);
        return (0,_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .errorExit */ .J4)(error);
    }
}
function exitCode(end, byState) {
    const { status, exit = 0 } = end;
    if (!byState || status === undefined)
        return exit;
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai[typeof status === 'function' ? status() : status];
}
async function help(out, exit, name) {
    const { commandHelp, generalHelp } = await __nccwpck_require__.e(/* import() */ 517).then(__nccwpck_require__.bind(__nccwpck_require__, 1517));
    const entry = _commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .L.find(({ command }) => command.name === name);
    if (name !== undefined && !name.startsWith('-') && entry === undefined)
        throw await unknownCommand(name);
    const text = entry === undefined ? generalHelp() : commandHelp(entry.command);
    if (exit === 0)
        out.text(text);
    else
        out.note(text);
    out.document({ help: text });
    return exit;
}
async function version(out) {
    const { VERSION } = await __nccwpck_require__.e(/* import() */ 405).then(__nccwpck_require__.bind(__nccwpck_require__, 3405));
    out.line(VERSION);
    out.document({ version: VERSION });
    return 0;
}
async function unknownCommand(name) {
    const { nearest } = await __nccwpck_require__.e(/* import() */ 517).then(__nccwpck_require__.bind(__nccwpck_require__, 1517));
    const close = nearest(name);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`There is no command ${JSON.stringify(name)}`, {
        hint: close === undefined
            ? 'See `longhaul help`.'
            : `Did you mean \`longhaul ${close}\`? See \`longhaul help\`.`,
    });
}
(0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .ignoreClosedPipes */ .MJ)(process.stdout, process.stderr);
process.exitCode = await main(process.argv.slice(2));
await Promise.all([(0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .flushed */ .a6)(process.stdout), (0,_output_js__WEBPACK_IMPORTED_MODULE_4__/* .flushed */ .a6)(process.stderr)]);
// Nothing that a run left open (a pipe of a command that outlived it) keeps us from ending.
process.exit();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MJ: () => (/* binding */ ignoreClosedPipes),
/* harmony export */   a6: () => (/* binding */ flushed),
/* harmony export */   k7: () => (/* binding */ Output)
/* harmony export */ });
/* unused harmony export described */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/** Standard output and standard error. A reader that goes away changes nothing (contract §5). */

class Output {
    json;
    /** A hint with its commands as they can be pasted here. */
    pasteable = (hint) => hint;
    #out;
    #err;
    constructor(json, out, err) {
        this.json = json;
        this.#out = out;
        this.#err = err;
    }
    /** A line for people; nothing with --json. */
    line(text = '') {
        if (!this.json)
            this.#out.write(`${text}\n`);
    }
    /** Text for people as it is, without a line's end. */
    text(text) {
        if (!this.json)
            this.#out.write(text);
    }
    /** A remark that is no result: on standard error, whatever the mode. */
    note(text) {
        this.#err.write(`${text}\n`);
    }
    /** The one document of --json; nothing without. */
    document(value, options = {}) {
        if (this.json)
            this.#out.write(`${JSON.stringify(value, null, options.compact === true ? 0 : 2)}\n`);
    }
    error(error) {
        const plain = described(error);
        const told = { ...plain, hint: this.pasteable(plain.hint) };
        if (this.json) {
            this.document(told);
            return;
        }
        this.#err.write(`longhaul: ${told.message}\n${told.hint === '' ? '' : `  ${told.hint}\n`}`);
    }
}
function described(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ) {
        const { code, message, path, hint } = error;
        return { error: code, message, ...(path === undefined ? {} : { path }), hint };
    }
    const { message, path, code } = error;
    if (typeof code === 'string') {
        return { error: code, message, ...(typeof path === 'string' ? { path } : {}), hint: '' };
    }
    const stack = error instanceof Error ? (error.stack ?? message) : String(error);
    return {
        error: 'INTERNAL',
        message: stack,
        hint: 'This is a fault of Longhaul; please report it with the lines above.',
    };
}
/** EPIPE and the like: whoever read us has gone, and the work goes on. */
function ignoreClosedPipes(...streams) {
    for (const stream of streams)
        stream.on('error', () => { });
}
/** Resolves when everything written has left, or cannot leave any more. */
function flushed(stream) {
    return new Promise((resolve) => {
        if (stream.destroyed || stream.writableEnded)
            resolve();
        else
            stream.write('', () => resolve());
    });
}


/***/ }),

/***/ 5901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Lc: () => (/* binding */ findRun),
  Ch: () => (/* binding */ openStore),
  yK: () => (/* binding */ pasteable),
  TL: () => (/* binding */ quoted),
  Bz: () => (/* binding */ referenceOf)
});

// UNUSED EXPORTS: runsDirectory

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(4826);
// EXTERNAL MODULE: ./lib/journal/atomic.js
var atomic = __nccwpck_require__(2168);
// EXTERNAL MODULE: ./lib/journal/endings.js
var endings = __nccwpck_require__(4545);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __nccwpck_require__(6786);
// EXTERNAL MODULE: ./lib/journal/layout.js
var layout = __nccwpck_require__(8091);
// EXTERNAL MODULE: ./lib/journal/open-run.js
var open_run = __nccwpck_require__(1205);
// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __nccwpck_require__(8174);
// EXTERNAL MODULE: ./lib/journal/restore.js
var restore = __nccwpck_require__(7879);
// EXTERNAL MODULE: ./lib/journal/state-cache.js
var state_cache = __nccwpck_require__(299);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __nccwpck_require__(6955);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __nccwpck_require__(89);
;// CONCATENATED MODULE: ./lib/journal/check-batch.js
/** Whether events may follow what the journal holds. */



/**
 * Throws RunEndedError after the end, LonghaulError (JOURNAL_MISUSE) for a second request of an effect and for a
 * settlement of one that is not pending.
 */
function checkBatch(state, events) {
    const settled = new Set();
    const requested = new Set();
    let ended = state.terminal !== undefined;
    for (const event of events) {
        if (ended && event.type !== 'RUN_RETRIED')
            throw new errors/* RunEndedError */.yu(state.runId, (0,journal_state/* statusOf */.c2)(state), event.type);
        const known = (0,decode/* asKnown */._S)({ ...event, seq: 0, ulid: '', recordedAt: '', data: event.data });
        if (known?.type === 'RUN_COMPLETED' || known?.type === 'RUN_FAILED' || known?.type === 'RUN_HALTED')
            ended = true;
        else if (known?.type === 'RUN_RETRIED') {
            ended = false;
            for (const effectId of known.data.effects)
                requested.add(effectId);
        }
        else if (known?.type === 'EFFECT_REQUESTED') {
            if (state.effects.has(known.data.effectId))
                throw misuse(known.data.effectId, 'requested a second time');
            requested.add(known.data.effectId);
        }
        else if (known?.type === 'EFFECT_RESOLVED' || known?.type === 'EFFECT_CANCELLED') {
            const { effectId } = known.data;
            const pending = requested.has(effectId) || state.effects.get(effectId)?.status === 'requested';
            if (!pending || settled.has(effectId))
                throw misuse(effectId, 'settled, but it is not pending');
            settled.add(effectId);
        }
    }
}
function misuse(effectId, what) {
    return new errors/* LonghaulError */.BQ('JOURNAL_MISUSE', `Effect ${effectId} would be ${what}; nothing was written`);
}

// EXTERNAL MODULE: ./lib/journal/codec.js
var codec = __nccwpck_require__(5283);
// EXTERNAL MODULE: ./lib/journal/segment-file.js
var segment_file = __nccwpck_require__(8219);
// EXTERNAL MODULE: ./lib/journal/segments.js
var segments = __nccwpck_require__(4519);
// EXTERNAL MODULE: ./lib/journal/snapshot.js + 1 modules
var snapshot = __nccwpck_require__(8221);
;// CONCATENATED MODULE: ./lib/journal/packer.js





/** A last segment with fewer events than this is written anew together with what follows it. */
const SMALL_SEGMENT = segments/* SEGMENT_EVENTS */.oI / 2;
class Packer {
    #runDir;
    #segments;
    /** Where the snapshot stands, when this driver wrote one. */
    #snapshot = 0;
    #unpacked;
    /** Result files that this driver wrote, by path: what a segment will hold of them. */
    #results = new Map();
    constructor(runDir, segments, tail) {
        this.#runDir = runDir;
        this.#segments = [...segments];
        this.#unpacked = tail.map((event) => ({ event, stamp: undefined }));
    }
    /** True when a segment is worth writing. */
    get due() {
        return this.#unpacked.length >= segments/* SEGMENT_EVENTS */.oI;
    }
    add(event, stamp) {
        this.#unpacked.push({ event, stamp });
    }
    /** `value`: compact JSON of the value in a result file that was just written. */
    result(stamp, value) {
        // Of long ones a driver would hold hundreds of MiB until it packs, for nothing: no segment has them.
        const isPacked = value.length <= segment_file/* MAX_PACKED_VALUE */.sh;
        const outcome = { status: 'ok', value };
        this.#results.set(stamp[0], isPacked ? { outcome, stamp } : undefined);
    }
    /** Gives up: the next opening of the run reads the files, and packs them. */
    forget() {
        this.#unpacked = [];
        this.#results.clear();
    }
    /**
     * Writes everything unpacked into segments, and the snapshot of the state at their end: at a driver's end
     * (`last`), in between only when it has grown by a quarter. Only call it when all of it is durable.
     */
    pack(resolver, state, last) {
        if (this.#unpacked.length > 0)
            this.#pack(resolver);
        const end = this.#segments.at(-1);
        if (end === undefined || end.to === this.#snapshot || end.to !== state.head.seq)
            return;
        if (!last && end.to < this.#snapshot * 1.25)
            return;
        (0,snapshot/* writeSnapshot */.oF)(this.#runDir, state, end);
        this.#snapshot = end.to;
    }
    #pack(resolver) {
        const old = this.#takeSmallLast();
        const all = [...old.events.map((event) => ({ event, stamp: undefined })), ...this.#unpacked];
        for (let i = 0; i < all.length; i += segments/* SEGMENT_EVENTS */.oI) {
            const entries = all
                .slice(i, i + segments/* SEGMENT_EVENTS */.oI)
                .map(({ event, stamp }) => this.#entry(event, stamp, resolver));
            this.#segments.push((0,segment_file/* writeSegmentFile */.Zr)(this.#runDir, entries));
        }
        this.#unpacked = [];
        this.#results.clear();
        const kept = new Set(this.#segments.map((ref) => ref.path));
        (0,segments/* dropSegments */.cw)(this.#runDir, [...old.refs, ...(0,segments/* listSegments */.Bz)(this.#runDir)].filter((ref) => !kept.has(ref.path)));
    }
    #takeSmallLast() {
        const last = this.#segments.at(-1);
        if (last === undefined || last.to - last.from + 1 >= SMALL_SEGMENT)
            return { events: [], refs: [] };
        this.#segments.pop();
        return { events: (0,segments/* readSegmentEvents */.Tc)(this.#runDir, last), refs: [last] };
    }
    #entry(event, known, resolver) {
        const ref = event.data.resultRef;
        if (known !== undefined && typeof ref === 'string' && this.#results.has(ref))
            return { event, stamp: known, result: this.#results.get(ref) };
        const name = (0,layout/* eventFileName */.MS)(event.seq, event.ulid);
        const stamp = known ?? (0,segments/* stampFile */.Gz)(this.#runDir, `journal/${name}`);
        // An event that was read before its stamp was taken is read again: it may have been edited in between.
        const fresh = known === undefined ? (0,reader/* readEvent */.j_)(this.#runDir, { seq: event.seq, ulid: event.ulid, name }) : event;
        return (0,segments/* packEntry */.AR)(this.#runDir, fresh, stamp, resolver);
    }
}

;// CONCATENATED MODULE: ./lib/journal/placed.js
/** Event files that stand under their names, and what is left to do about them: it need not be done at once. */


/** Each keeps a file open: a batch may be longer than what a machine allows. */
const MOST = 64;
class Placed {
    #files = [];
    add(file) {
        this.#files.push(file);
    }
    get isFull() {
        return this.#files.length >= MOST;
    }
    /** Removes the other names, in order. `each` takes the descriptor over. What comes behind a failure stays here. */
    tidy(each) {
        for (let file = this.#files[0]; file !== undefined; file = this.#files[0]) {
            (0,atomic/* unlinkIfThere */.Tp)(file.temp);
            this.#files.shift();
            each(file);
        }
    }
    /** Lets go of all that is left, as well as that can be done. */
    drop() {
        for (const { fd, temp } of this.#files.splice(0)) {
            (0,external_node_fs_.closeSync)(fd);
            try {
                (0,external_node_fs_.unlinkSync)(temp);
            }
            catch {
                // The event stands under its own name.
            }
        }
    }
}

// EXTERNAL MODULE: ./lib/journal/sync-log.js
var sync_log = __nccwpck_require__(1305);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./lib/journal/sync-queue.js
/** Makes files durable, many at a time: one round of fsync for all who wait. */


const closeFile = (0,external_node_util_.promisify)(external_node_fs_.close);
const openFile = (0,external_node_util_.promisify)(external_node_fs_.open);
const syncData = (0,external_node_util_.promisify)(external_node_fs_.fdatasync);
const syncAll = (0,external_node_util_.promisify)(external_node_fs_.fsync);
class SyncQueue {
    #maxOpen;
    #log;
    #files = new Map();
    #paths = new Set();
    #directories = new Set();
    #running;
    #next;
    #failed;
    /** At most `maxOpen` descriptors are kept open until the next round. `log`: synced in each round, too. */
    constructor(maxOpen, log) {
        this.#maxOpen = maxOpen;
        this.#log = log;
    }
    /** Takes over an open descriptor: it is closed after the round. */
    file(fd, path) {
        if (this.#files.size < this.#maxOpen && !this.#files.has(path)) {
            this.#files.set(path, fd);
            return;
        }
        (0,external_node_fs_.closeSync)(fd);
        this.#paths.add(path);
    }
    path(path) {
        this.#paths.add(path);
    }
    directory(path) {
        this.#directories.add(path);
    }
    /** Resolves when everything given before this call is durable. */
    run() {
        if (this.#failed !== undefined)
            return Promise.reject(this.#failed);
        if (this.#running === undefined) {
            this.#running = this.#round().finally(() => {
                this.#running = undefined;
            });
            return this.#running;
        }
        this.#next ??= this.#running.then(() => {
            this.#next = undefined;
            return this.run();
        }, (error) => {
            this.#next = undefined;
            throw error;
        });
        return this.#next;
    }
    async #round() {
        const files = this.#files;
        const paths = this.#paths;
        const directories = this.#directories;
        this.#files = new Map();
        this.#paths = new Set();
        this.#directories = new Set();
        try {
            await this.#log?.sync();
            await inLanes([...files.values()], async (fd) => {
                await syncData(fd);
                (0,external_node_fs_.closeSync)(fd);
            });
            await inLanes([...paths], (path) => syncPath(path, syncData));
            // A directory after the files in it, so that no name becomes durable before its content.
            await inLanes([...directories], (path) => syncPath(path, syncAll));
        }
        catch (error) {
            // What the kernel could not write once it may report as written the next time: nothing is promised any more.
            this.#failed = error instanceof Error ? error : new Error(String(error));
            throw error;
        }
    }
    close() {
        for (const fd of this.#files.values())
            (0,external_node_fs_.closeSync)(fd);
        this.#files.clear();
        this.#log?.close();
    }
}
async function syncPath(path, how) {
    let fd;
    try {
        fd = await openFile(path, 'r');
    }
    catch (error) {
        const { code } = error;
        // Gone by now (replaced by a later round), or a directory on a platform that cannot open one.
        if (code === 'ENOENT' || process.platform === 'win32')
            return;
        throw error;
    }
    try {
        await how(fd);
    }
    finally {
        await closeFile(fd);
    }
}
/** The thread pool has four threads; more than a few waiting for each only costs open descriptors. */
const LANES = 16;
/** Does the work for all items, a few at a time. Ends only when nothing runs any more; throws the first failure. */
async function inLanes(items, work) {
    let next = 0;
    let failure;
    const lane = async () => {
        while (next < items.length) {
            const item = items[next++];
            try {
                await work(item);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
    if (failure !== undefined)
        throw failure.error;
}

;// CONCATENATED MODULE: ./lib/journal/unsynced.js
/** What a driver before this one may have left in the page cache alone. */



// A kill leaves what it had written in the page cache; the next driver makes it durable with its own first save.
const UNSYNCED_MS = 10 * 60_000;
/** Has the files of the last events synced with the next round. `now`: ms since 1970. */
function queueUnsynced(queue, runDir, tail, now) {
    for (const event of tail) {
        if ((0,ids/* ulidTime */.cD)(event.ulid) < now - UNSYNCED_MS)
            continue;
        queue.path(layout/* paths */.f0.event(runDir, (0,layout/* eventFileName */.MS)(event.seq, event.ulid)));
        queue.directory(layout/* paths */.f0.journal(runDir));
        if (event.seq === 1)
            for (const path of [layout/* paths */.f0.run, layout/* paths */.f0.inputs])
                queue.path(path(runDir));
        const { effectId, resultRef } = event.data;
        if (typeof effectId !== 'string')
            continue;
        const ref = typeof resultRef === 'string' ? resultRef : layout/* refs */.DY.task(effectId);
        queue.path((0,external_node_path_.join)(runDir, ref));
        queue.directory((0,external_node_path_.dirname)((0,external_node_path_.join)(runDir, ref)));
        queue.directory(layout/* paths */.f0.tasks(runDir));
    }
}

;// CONCATENATED MODULE: ./lib/journal/writer.js
/** The open journal of one run, in the hands of its driver. */














const MAX_OPEN_FILES = 256;
class RunJournal {
    runDir;
    run;
    state;
    #guard;
    #now;
    #trace;
    #onWritten;
    #ulids;
    #sync;
    #log;
    #packer;
    #damaged;
    #resolver;
    #journalDir;
    #stateDir;
    /** What is left to do about them the process need not wait for. */
    #placed = new Placed();
    #later = false;
    #broken;
    /** `loaded`: what `loadRun` read under the lease. */
    constructor(runDir, loaded, options = {}) {
        this.runDir = runDir;
        this.run = loaded.run;
        this.state = loaded.state;
        this.#guard = options.guard;
        this.#now = options.now ?? Date.now;
        this.#trace = options.trace ?? (() => { });
        this.#onWritten = options.onWritten ?? (() => { });
        this.#ulids = new ids/* UlidClock */.jB(loaded.state.head.ulid, this.#now);
        this.#log = options.log;
        this.#sync = new SyncQueue(MAX_OPEN_FILES, options.log);
        this.#damaged = loaded.damaged;
        this.#packer = new Packer(runDir, loaded.refs.segments, loaded.tail);
        this.#resolver = (0,reader/* resolverOf */.EM)(runDir);
        this.#journalDir = layout/* paths */.f0.journal(runDir);
        this.#stateDir = layout/* paths */.f0.state(runDir);
        queueUnsynced(this.#sync, runDir, loaded.tail, this.#now());
    }
    get head() {
        return this.state.head;
    }
    /**
     * Writes the files, then one file for each event, in order, to the page cache; `sync` makes them durable.
     * Returns the events with their places. Nothing is written when the batch does not fit the run: RunEndedError
     * after the end, LonghaulError (JOURNAL_MISUSE) for a settlement of an effect that is not pending.
     * LeaseLostError when somebody else drives the run; from then on, and after any other failure, this journal
     * takes nothing more.
     *
     * A file that exists with another content (left by a kill before its event) is not touched: `task.json` and
     * `result.json` get the next free name, and the refs in the events follow.
     */
    append(events, files = []) {
        if (this.#broken !== undefined)
            throw this.#broken;
        checkBatch(this.state, events);
        const written = [];
        try {
            this.#tidy();
            // An adopted name gets a batch of its own, so that reservations never tell two stories of one seq.
            const first = this.#guard?.adopted(this.state.head.seq + 1);
            const batches = first === undefined ? [events] : [events.slice(0, 1), events.slice(1)];
            let pending = files;
            for (const batch of batches) {
                if (batch.length === 0 && pending.length === 0)
                    continue;
                written.push(...this.#appendBatch(batch, pending, batch === batches[0] ? first : undefined));
                pending = [];
            }
            if (!this.#later)
                this.#tidy();
        }
        catch (error) {
            throw this.#break(error);
        }
        // Otherwise all that a long run has done since the last save would wait in memory to be packed. Should it fail, the
        // next save says so.
        if (this.#log !== undefined && this.#packer.due)
            void this.sync().catch(() => { });
        return written;
    }
    #appendBatch(events, files, adopted) {
        const names = events.map((_, i) => {
            const seq = this.state.head.seq + 1 + i;
            const ulid = i === 0 && adopted !== undefined ? adopted : this.#ulids.next();
            this.#ulids.raise(ulid);
            return { seq, ulid, name: (0,layout/* eventFileName */.MS)(seq, ulid) };
        });
        this.#guard?.reserve(names);
        const renamed = this.#writeFiles(files);
        const written = events.map((event, i) => this.#writeEvent(event, names[i], renamed));
        this.#trace('done');
        this.#guard?.done();
        this.#trace('appended');
        return written;
    }
    #writeEvent(event, name, renamed) {
        const recordedAt = event.recordedAt ?? new Date(this.#now()).toISOString();
        const data = renamed.size === 0 ? event.data : (0,layout/* withRefs */.jQ)(event.data, renamed);
        const text = (0,codec/* encodeEvent */.r9)({ type: event.type, recordedAt, data }, this.run.harness);
        this.#trace(`event ${name.seq}`);
        const path = `${this.#journalDir}/${name.name}`;
        let linked;
        try {
            linked = (0,atomic/* linkWhole */.U7)(path, text, this.#stateDir);
        }
        catch (error) {
            if ((0,atomic/* isExisting */.a_)(error) && this.#guard !== undefined)
                throw this.#guard.lost();
            if ((0,reader/* isMissing */.b2)(error))
                this.#guard?.reserve([]); // a new owner has tidied up behind us
            throw error;
        }
        const { seq, ulid } = name;
        const journaled = { seq, ulid, type: event.type, recordedAt, data: data };
        const ref = `journal/${name.name}`;
        this.#placed.add({ event: journaled, ref, text, ...linked });
        (0,journal_state/* applyEvent */.Z8)(this.state, journaled);
        this.#onWritten(ref, journaled);
        if (this.#placed.isFull)
            this.#tidy();
        this.#trace(`after event ${name.seq}`);
        return journaled;
    }
    /** From now on what the process need not wait for is left for `tidy`: other names of what stands, stamps, segments. */
    tidyLater() {
        this.#later = true;
    }
    /** Does what `append` has left; every other call here would, too. */
    tidy() {
        if (this.#broken !== undefined)
            return;
        try {
            this.#tidy();
        }
        catch (error) {
            throw this.#break(error);
        }
    }
    #break(error) {
        this.#broken = error instanceof Error ? error : new Error(String(error));
        this.#placed.drop();
        return this.#broken;
    }
    #tidy() {
        this.#placed.tidy(({ event, ref, text, fd }) => {
            const { size, mtimeMs } = (0,atomic/* stampOf */.Zs)(fd);
            this.#packer.add(event, [ref, size, mtimeMs]);
            this.#written(fd, ref, text);
        });
    }
    /** Returns the names that files got instead of their own. */
    #writeFiles(files) {
        const renamed = new Map();
        for (const file of files) {
            this.#trace(`file ${file.path}`);
            let path = file.path;
            for (let n = 2; !this.#writeFile(path, file); n++) {
                path = file.path.replace(/(\.[^./]*)?$/, (extension) => `-${n}${extension}`);
            }
            if (path !== file.path)
                renamed.set(file.path, path);
            this.#onWritten(path);
        }
        return renamed;
    }
    /** False when another content stands there. */
    #writeFile(ref, file) {
        const path = `${this.runDir}/${ref}`;
        const directory = path.slice(0, path.lastIndexOf('/'));
        const isBlob = /^tasks\/[^/]+\/blobs\//.test(ref);
        if (file.replace === true || isBlob) {
            // A blob's name is its digest: whatever else stands there is a torn one.
            (0,atomic/* replaceFile */.fR)(path, file.text);
            this.#sync.path(path);
            this.#named(directory);
            return true;
        }
        let fd;
        // A new effect's first file: to find its directory missing would cost more than to make it.
        if (ref.endsWith('/task.json'))
            (0,atomic/* makeDirectory */.Oh)(directory);
        try {
            fd = (0,atomic/* withDirectory */.uS)(directory, () => (0,external_node_fs_.openSync)(path, 'wx'));
            this.#trace(`opened ${ref}`);
            (0,external_node_fs_.writeFileSync)(fd, file.text);
        }
        catch (error) {
            if (!(0,atomic/* isExisting */.a_)(error))
                throw error;
            if ((0,external_node_fs_.readFileSync)(path, 'utf8') !== file.text)
                return false;
            fd = (0,external_node_fs_.openSync)(path, 'r');
        }
        if (file.value !== undefined) {
            const { size, mtimeMs } = (0,atomic/* stampOf */.Zs)(fd);
            this.#packer.result([ref, size, mtimeMs], file.value);
        }
        this.#written(fd, ref, file.text);
        return true;
    }
    /** A file stands whole in the page cache. */
    #written(fd, ref, text) {
        if (this.#log !== undefined && text.length <= sync_log/* MAX_LOGGED */.sh) {
            (0,external_node_fs_.closeSync)(fd);
            this.#log.add(ref, text);
            return;
        }
        const path = `${this.runDir}/${ref}`;
        this.#sync.file(fd, path);
        this.#named(path.slice(0, path.lastIndexOf('/')));
    }
    #named(directory) {
        this.#sync.directory(directory);
        this.#sync.directory(directory.slice(0, directory.lastIndexOf('/')));
    }
    /** Everything appended so far is on the disk when this resolves. Callers that come meanwhile share the next round. */
    async sync() {
        if (this.#broken !== undefined)
            throw this.#broken;
        this.tidy();
        this.#trace('sync');
        await this.#sync.run();
        this.#trace('synced');
        if (this.#packer.due)
            this.pack(false);
    }
    /** Packs what is not packed yet into a segment. A cache: failures are swallowed, the journal is whole without. */
    pack(last = true) {
        if (this.#damaged)
            return;
        try {
            this.tidy();
            this.#packer.pack(this.#resolver, this.state, last);
        }
        catch {
            this.#packer.forget();
        }
    }
    /** Closes what is open. What was not synced stays in the page cache. */
    close() {
        this.#broken ??= new errors/* LonghaulError */.BQ('JOURNAL_CLOSED', `The journal of run ${this.state.runId} is closed`);
        this.#placed.drop();
        this.#sync.close();
    }
}

// EXTERNAL MODULE: ./lib/stores/lease.js
var stores_lease = __nccwpck_require__(3454);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __nccwpck_require__(1597);
// EXTERNAL MODULE: ./lib/journal/json.js
var json = __nccwpck_require__(8651);
;// CONCATENATED MODULE: ./lib/stores/watch.js
/** Of a mailbox that is far away: a driver acts on its mail within 10 s, with the tenth that pauses differ by. */
const MAIL_PACE = { firstMs: 5000, lastMs: 8000 };
/**
 * See `Mailbox.watch`. The timer does not keep the process alive. `first`: the first look, where what it would see
 * is known already.
 */
function watchMail(mailbox, pace, onMail, onError = () => { }, first = () => mailbox.read()) {
    const told = new Set();
    let pause = pace.firstMs;
    let isFirst = true;
    let stopped = false;
    let timer;
    const again = () => {
        if (stopped)
            return;
        // Many drivers do not look in step.
        const apart = 0.9 + Math.random() / 5;
        timer = setTimeout(() => look(() => mailbox.read()), pause * apart);
        timer.unref();
    };
    const tell = async (read) => {
        const { mail, duplicates, invalid } = read;
        const names = [...mail, ...invalid].map(({ name }) => name).concat(duplicates);
        const isNew = names.some((name) => !told.has(name));
        if (!isNew && !isFirst) {
            pause = Math.min(pace.lastMs, pause * 2);
            return;
        }
        if (isNew)
            pause = pace.firstMs;
        if (stopped)
            return;
        isFirst = false;
        for (const name of names)
            told.add(name);
        await onMail(read);
    };
    const look = (read) => {
        read()
            .then(tell)
            .catch((error) => {
            pause = Math.min(pace.lastMs, pause * 2);
            if (!stopped)
                onError(error);
        })
            .finally(again);
    };
    look(first);
    return () => {
        stopped = true;
        clearTimeout(timer);
    };
}

;// CONCATENATED MODULE: ./lib/stores/mailbox.js
/** The mailbox of a run directory: one file for each message, created whole under a name of its own. */








const MAIL_NAME = /^([A-Za-z0-9][A-Za-z0-9._-]{0,127})-([0-9a-f]{12})$/;
/** `<id>-<first 12 of the content's digest>`, and the content. */
function encodeMessage(message) {
    const text = (0,json/* jsonText */.s$)(message);
    return { name: `${message.id}-${(0,digest/* sha256 */.sc)(text).slice(0, 12)}`, text };
}
/**
 * Sorts what lies in a mailbox: valid messages, one for each id (the oldest by its own time, then by name),
 * further ones with the same id, and what is no message. Loads the schemas only when there is something.
 */
async function sortMail(raw) {
    const read = { mail: [], duplicates: [], invalid: [] };
    if (raw.length === 0)
        return read;
    const { parseMessage } = await Promise.all(/* import() */[__nccwpck_require__.e(435), __nccwpck_require__.e(239)]).then(__nccwpck_require__.bind(__nccwpck_require__, 239));
    const valid = [];
    for (const { name, text } of raw) {
        const match = MAIL_NAME.exec(name);
        const message = parseMessage(text);
        if (typeof message === 'string')
            read.invalid.push({ name, why: message });
        else if (match === null || match[1] !== message.id || match[2] !== (0,digest/* sha256 */.sc)(text).slice(0, 12)) {
            read.invalid.push({ name, why: 'its name is not that of its content' });
        }
        else
            valid.push({ name, message });
    }
    valid.sort((a, b) => compare(a.message.at, b.message.at) || compare(a.name, b.name));
    const seen = new Set();
    for (const mail of valid) {
        if (seen.has(mail.message.id))
            read.duplicates.push(mail.name);
        else
            read.mail.push(mail);
        seen.add(mail.message.id);
    }
    return read;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
class DirectoryMailbox {
    #directory;
    constructor(runDir) {
        this.#directory = layout/* paths */.f0.mailbox(runDir);
    }
    async deliver(message) {
        const { checkMessage } = await Promise.all(/* import() */[__nccwpck_require__.e(435), __nccwpck_require__.e(239)]).then(__nccwpck_require__.bind(__nccwpck_require__, 239));
        const { name, text } = encodeMessage(checkMessage(message));
        let fd;
        try {
            fd = (0,atomic/* createWhole */.cl)((0,external_node_path_.join)(this.#directory, `${name}.json`), text, this.#directory);
        }
        catch (error) {
            if ((0,atomic/* isExisting */.a_)(error))
                return { name, fresh: false };
            throw error;
        }
        try {
            (0,external_node_fs_.fsyncSync)(fd);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
        (0,atomic/* syncDirectory */.zR)(this.#directory);
        return { name, fresh: true };
    }
    async names() {
        return (0,reader/* namesIn */.wX)(this.#directory)
            .filter((file) => file.endsWith('.json') && !file.startsWith('tmp-'))
            .map((file) => file.slice(0, -'.json'.length))
            .sort();
    }
    async read() {
        const raw = [];
        for (const name of await this.names()) {
            const text = (0,reader/* readIfThere */.qC)((0,external_node_path_.join)(this.#directory, `${name}.json`));
            if (text !== undefined)
                raw.push({ name, text });
        }
        return sortMail(raw);
    }
    watch(onMail, onError) {
        // A look is one readdir of a directory that is nearly always missing.
        return watchMail(this, { firstMs: 50, lastMs: 1000 }, onMail, onError);
    }
    async delete(names) {
        for (const name of names)
            (0,atomic/* unlinkIfThere */.Tp)((0,external_node_path_.join)(this.#directory, `${name}.json`));
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/journal/task-files.js
var task_files = __nccwpck_require__(9138);
;// CONCATENATED MODULE: ./lib/stores/new-run.js
/** What a new run directory holds. */








/** run.json, inputs.json, .gitignore and the first event, in the order in which they are written. */
function newRunFiles(run, now) {
    const createdAt = run.history?.createdAt ?? new Date(now()).toISOString();
    const metadata = {
        runId: run.runId,
        request: run.request ?? run.processId,
        processId: run.processId,
        ...(run.harness !== undefined && { harness: run.harness }),
        entrypoint: run.entrypoint,
        ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
        createdAt,
        ...(run.prompt !== undefined && { prompt: run.prompt }),
        ...(run.nonInteractive === true && { nonInteractive: true }),
        completionProof: (0,external_node_crypto_.randomBytes)(16).toString('hex'),
    };
    const data = {
        runId: run.runId,
        processId: run.processId,
        entrypoint: run.entrypoint,
        ...(run.harness !== undefined && { harness: run.harness }),
        ...(run.processRevision !== undefined && { processRevision: run.processRevision }),
        ...(run.inputs !== undefined && { inputsRef: 'inputs.json' }),
        ...(run.prompt !== undefined && { prompt: run.prompt }),
        ...run.created,
    };
    const files = [
        { path: '.gitignore', text: layout/* GITIGNORE */.zV },
        { path: 'run.json', text: (0,task_files/* encodeRun */.M$)(metadata) },
    ];
    if (run.inputs !== undefined)
        files.push({ path: 'inputs.json', text: (0,json/* jsonText */.s$)(run.inputs) });
    files.push(...(run.files ?? []));
    const event = (0,codec/* encodeEvent */.r9)({ type: 'RUN_CREATED', recordedAt: createdAt, data });
    const name = (0,layout/* eventFileName */.MS)(1, run.history?.ulid ?? new ids/* UlidClock */.jB('', now).next());
    files.push({ path: `journal/${name}`, text: event });
    return files;
}
/** A run directory's empty directories and files, written into `dir`, which must not exist yet. */
function createRunDirectory(dir, files, directories) {
    (0,external_node_fs_.mkdirSync)(dir, { recursive: true });
    for (const name of directories)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(dir, name));
    for (const file of files) {
        const path = (0,external_node_path_.join)(dir, file.path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        const fd = (0,external_node_fs_.openSync)(path, 'wx');
        try {
            (0,external_node_fs_.writeFileSync)(fd, file.text);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
}

// EXTERNAL MODULE: ./lib/stores/owner.js
var owner = __nccwpck_require__(935);
// EXTERNAL MODULE: ./lib/stores/summary.js
var stores_summary = __nccwpck_require__(7636);
;// CONCATENATED MODULE: ./lib/stores/summary-cache.js
/** state/summary.json: the line of a run in a list, so that a list does not read whole journals. */









const SCHEMA = 'longhaul.summary.v1';
const file = (runDir) => `${layout/* paths */.f0.state(runDir)}/summary.json`;
function writeSummary(runDir, state) {
    const summary = (0,stores_summary/* summaryOf */.YG)(state.runId, state);
    (0,atomic/* replaceFile */.fR)(file(runDir), (0,json/* jsonText */.s$)({ schema: SCHEMA, head: state.head, summary }));
}
/** The last cache that a driver writes is there. */
function hasSummary(runDir) {
    return (0,external_node_fs_.existsSync)(file(runDir));
}
/**
 * The run's summary, from the cache when it stands for the last event of the journal and no time has come since
 * at which the run goes on by itself; otherwise from the journal. `now` in milliseconds. A damaged run is
 * listed, too: as `running`, since somebody must act, waiting on `run:verify`.
 */
function readSummary(runDir, runId, now) {
    const cached = cachedSummary(runDir, runId, now);
    if (cached !== undefined)
        return cached;
    try {
        return (0,stores_summary/* summaryOf */.YG)(runId, (0,open_run/* loadRun */.Sj)(runDir).state, now);
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc))
            throw error;
        const waitingOn = [`run:verify (${error.message})`];
        return { runId, processId: '', state: 'running', createdAt: '', updatedAt: '', waitingOn };
    }
}
function cachedSummary(runDir, runId, now) {
    const cache = (0,decode/* parseJson */.qF)((0,reader/* readIfThere */.qC)(file(runDir)) ?? '');
    if (!(0,decode/* isObject */.Gv)(cache) || cache.schema !== SCHEMA || !(0,decode/* isObject */.Gv)(cache.head) || !(0,decode/* isObject */.Gv)(cache.summary))
        return undefined;
    const { events } = (0,reader/* listJournal */.u4)(runDir);
    const last = events.at(-1);
    if (last === undefined || last.seq !== cache.head.seq || last.ulid !== cache.head.ulid)
        return undefined;
    if (events.length !== last.seq)
        return undefined;
    const summary = { ...cache.summary, runId };
    const isDue = summary.wakeAt !== undefined && Date.parse(summary.wakeAt) <= now;
    return isDue ? undefined : summary;
}

;// CONCATENATED MODULE: ./lib/stores/directory.js


















class DirectoryStore {
    kind = 'directory';
    where;
    #options;
    /** `runsDir`: absolute path; made when the first run is. */
    constructor(runsDir, options = {}) {
        this.where = runsDir;
        this.#options = options;
    }
    importDir(runId) {
        return (0,external_node_path_.join)(this.where, (0,ids/* checkRunId */.np)(runId));
    }
    async create(run) {
        (0,ids/* checkRunId */.np)(run.runId);
        (0,external_node_fs_.mkdirSync)(this.where, { recursive: true });
        const taken = this.#find(run.runId);
        if (taken !== undefined)
            throw new errors/* RunExistsError */.SG(taken, this.where);
        const building = (0,external_node_path_.join)(this.where, `.${(0,atomic/* tempName */.u8)()}`);
        try {
            createRunDirectory(building, newRunFiles(run, this.#options.now ?? Date.now), [...layout/* RUN_DIRS */.R$]);
            for (const name of ['', 'journal'])
                (0,atomic/* syncDirectory */.zR)((0,external_node_path_.join)(building, name));
            // rename refuses a directory that holds something, so of two starts one wins.
            (0,external_node_fs_.renameSync)(building, (0,external_node_path_.join)(this.where, run.runId));
        }
        catch (error) {
            (0,external_node_fs_.rmSync)(building, { recursive: true, force: true });
            const { code } = error;
            if (code === 'ENOTEMPTY' || code === 'EEXIST')
                throw new errors/* RunExistsError */.SG(run.runId, this.where);
            throw error;
        }
        (0,atomic/* syncDirectory */.zR)(this.where);
        return this.#run(run.runId);
    }
    async open(runId) {
        (0,ids/* checkRunId */.np)(runId);
        if (!(0,external_node_fs_.existsSync)(layout/* paths */.f0.run((0,external_node_path_.join)(this.where, runId))))
            throw new errors/* RunNotFoundError */.lQ(runId, this.where);
        const run = this.#run(runId);
        await run.restore();
        return run;
    }
    async exists(runId) {
        return (0,ids/* isRunId */.Pk)(runId) && this.#find(runId) !== undefined;
    }
    async list(filter = {}) {
        const now = (this.#options.now ?? Date.now)();
        return (0,stores_summary/* filterRuns */.h2)(this.#ids().map((runId) => readSummary((0,external_node_path_.join)(this.where, runId), runId, now)), filter);
    }
    async due({ now, workflow }) {
        const due = [];
        for (const { runId, state, updatedAt, wakeAt } of await this.list()) {
            const run = this.#run(runId);
            if ((await run.owner()) !== undefined)
                continue;
            const hasMail = (await run.mailbox.names()).length > 0;
            const loaded = state === 'waiting' ? run.load().state : undefined;
            const lookAt = loaded === undefined ? wakeAt : (0,stores_summary/* sweepTime */.YI)(loaded);
            const why = (0,stores_summary/* whyDue */.fX)({ state, wakeAt: lookAt, hasMail, isLeft: (0,stores_lease/* isLeft */.OC)(run.runDir) }, now);
            if (why === undefined)
                continue;
            const of = (loaded ?? run.load().state).created?.workflow;
            if (of === undefined || workflow === undefined || of === workflow)
                due.push({ runId, why, updatedAt });
        }
        return (0,stores_summary/* longestFirst */.z3)(due);
    }
    send(runId, message) {
        return this.#run((0,ids/* checkRunId */.np)(runId)).mailbox.deliver(message);
    }
    async prune(endedBefore) {
        const pruned = [];
        for (const run of await this.list()) {
            if (!(0,endings/* isEnded */.pl)(run.state) || run.updatedAt >= endedBefore)
                continue;
            (0,external_node_fs_.rmSync)((0,external_node_path_.join)(this.where, run.runId), { recursive: true, force: true });
            pruned.push(run.runId);
        }
        return pruned;
    }
    #run(runId) {
        return new DirectoryRun((0,external_node_path_.join)(this.where, runId), runId, this.#options);
    }
    /** Run ids are one regardless of case: what is two directories here may be one on another file system. */
    #find(runId) {
        const wanted = runId.toLowerCase();
        return (0,reader/* namesIn */.wX)(this.where).find((name) => name.toLowerCase() === wanted);
    }
    #ids() {
        return (0,reader/* namesIn */.wX)(this.where).filter((name) => (0,ids/* isRunId */.Pk)(name) && (0,external_node_fs_.existsSync)(layout/* paths */.f0.run((0,external_node_path_.join)(this.where, name))));
    }
}
class DirectoryRun {
    runDir;
    runId;
    mailbox;
    #options;
    constructor(runDir, runId, options) {
        this.runDir = runDir;
        this.runId = runId;
        this.mailbox = new DirectoryMailbox(runDir);
        this.#options = options;
    }
    /** What a power failure took is there again before anybody reads; who drives the run has done it already. */
    async restore() {
        const { machine = owner/* thisMachine */.g8, now = Date.now } = this.#options;
        const bootId = machine.bootId();
        if ((0,restore/* foreignLogs */.YT)(this.runDir, bootId).length === 0 || (await this.owner()) !== undefined)
            return;
        (0,restore/* restoreFiles */.Ce)(this.runDir, bootId, now());
    }
    load(options = {}) {
        return (0,open_run/* loadRun */.Sj)(this.runDir, options);
    }
    metadata() {
        return (0,reader/* readRun */.cI)(this.runDir);
    }
    events() {
        return (0,open_run/* eventsOf */.XL)(this.runDir);
    }
    async owner() {
        return (0,stores_lease/* holderOf */.Kd)(this.runDir, this.#options.machine, (this.#options.now ?? Date.now)())?.owner;
    }
    async acquire(owner, options = {}) {
        const { segments, damaged, ...rest } = options;
        const take = { ...this.#options, ...rest };
        const lease = stores_lease/* DirectoryLease */.IO.take(this.runDir, this.runId, owner, take);
        try {
            const loaded = (0,open_run/* loadRun */.Sj)(this.runDir, { segments: segments ?? 'check', damaged: damaged === true });
            if (damaged !== true)
                (0,open_run/* checkSound */.sK)(this.runDir, loaded.state);
            const journal = new RunJournal(this.runDir, loaded, {
                ...this.#options,
                guard: lease,
                log: lease.log(),
            });
            return new HeldLease(lease, loaded, journal, this.mailbox);
        }
        catch (error) {
            lease.release();
            throw error;
        }
    }
}
class HeldLease {
    journal;
    loaded;
    #lease;
    #mailbox;
    #released = false;
    constructor(lease, loaded, journal, mailbox) {
        this.#lease = lease;
        this.#mailbox = mailbox;
        this.loaded = loaded;
        this.journal = journal;
    }
    get epoch() {
        return this.#lease.epoch;
    }
    get owner() {
        return this.#lease.owner;
    }
    get former() {
        return this.#lease.former;
    }
    check() {
        if (this.#released)
            throw new errors/* LonghaulError */.BQ('LEASE_RELEASED', 'The lease was released');
        this.#lease.check();
    }
    /** Nothing depends on them: a full disk must not keep the lease from being released. */
    #writeCaches() {
        const { runDir, state } = this.journal;
        if (this.#areCachesCurrent())
            return;
        this.journal.pack();
        try {
            (0,state_cache/* rebuildStateCache */.P5)(runDir, state, (0,state_cache/* reasonAfter */.jD)(state));
            writeSummary(runDir, state);
        }
        catch {
            // The next reader takes the journal.
        }
    }
    /** Whoever wrote the last event packed it, which is the first of the caches, and nothing has come since. */
    #areCachesCurrent() {
        const { tail, names } = this.loaded;
        const { runDir, state } = this.journal;
        return tail.length === 0 && names.length === state.head.seq && hasSummary(runDir);
    }
    /** The caches belong to whoever holds the lease. */
    #isHeld() {
        try {
            this.#lease.check();
            return true;
        }
        catch {
            return false;
        }
    }
    async save(options = {}) {
        this.check();
        await this.journal.sync();
        // Only now: a kill before leaves the messages, and their ids in the journal say that they were dealt with.
        if (options.mail !== undefined)
            await this.#mailbox.delete(options.mail);
        if (options.last === true)
            await this.release();
    }
    async release() {
        if (this.#released)
            return;
        this.#released = true;
        if (this.#isHeld())
            this.#writeCaches();
        this.journal.close();
        this.#lease.release();
    }
}

;// CONCATENATED MODULE: ./lib/cli/runs.js
/** Where runs are, and which one a `<run>` argument means. */




/** @throws UsageError when something else than a directory is there */
function runsDirectory({ flags, here }) {
    const dir = external_node_path_.resolve(here.cwd, flags.need('runs-dir'));
    if ((0,external_node_fs_.statSync)(dir, { throwIfNoEntry: false })?.isDirectory() === false)
        throw new errors/* UsageError */.eb(`--runs-dir: ${dir} is no directory`, {
            hint: 'Name the directory that holds the runs; it is made when it is not there.',
            path: dir,
        });
    return dir;
}
/** The store of new runs, and of those named by their id. */
function openStore(invocation) {
    return new DirectoryStore(runsDirectory(invocation));
}
/** `runId` as the user may type it again in this directory. */
function referenceOf({ flags }, runId) {
    return flags.given('runs-dir') ? `${runId} --runs-dir ${quoted(flags.need('runs-dir'))}` : runId;
}
/**
 * A run id of the runs directory, or the path of a run's directory.
 * @throws RunNotFoundError; UsageError for what can be neither
 */
async function findRun(invocation, argument = invocation.args[0] ?? '') {
    const { here } = invocation;
    const runsDir = runsDirectory(invocation);
    const absolute = external_node_path_.resolve(here.cwd, argument);
    if (!isPath(argument) &&
        ((0,external_node_fs_.existsSync)(external_node_path_.join(runsDir, argument)) || !(0,external_node_fs_.existsSync)(external_node_path_.join(absolute, 'run.json')))) {
        const store = new DirectoryStore(runsDir);
        return {
            store,
            run: await store.open(argument),
            workspace: here.cwd,
            reference: referenceOf(invocation, argument),
        };
    }
    const store = new DirectoryStore(external_node_path_.dirname(absolute));
    const run = await store.open(external_node_path_.basename(absolute));
    return { store, run, workspace: projectOf(store.where) ?? here.cwd, reference: quoted(argument) };
}
const isPath = (argument) => /[/\\]/.test(argument) || argument === '.' || argument === '..';
/** A run named by its path runs its commands in the project that holds it, wherever we are. */
function projectOf(runsDir) {
    const parent = external_node_path_.dirname(runsDir);
    return external_node_path_.basename(runsDir) === 'runs' && external_node_path_.basename(parent) === '.a5c'
        ? external_node_path_.dirname(parent)
        : undefined;
}
/**
 * A hint with its commands as they can be pasted here: it names the run by its id or as `<run>`, and knows nothing of
 * the runs directory. `run`: the argument that names the run, its id or a path; undefined: there is none.
 */
function pasteable({ flags, here }, run, hint) {
    const id = run === undefined ? '<run>' : external_node_path_.basename(external_node_path_.resolve(here.cwd, run));
    const name = run === undefined ? '<run>' : quoted(run);
    const dir = flags.given('runs-dir') ? ` --runs-dir ${quoted(flags.need('runs-dir'))}` : '';
    return hint.replace(/`(longhaul [^`]+)`/g, (_, command) => {
        const words = command.split(' ').map((word) => (word === id || word === '<run>' ? name : word));
        return `\`${words.join(' ')}${dir}\``;
    });
}
/** As a shell takes it. */
function quoted(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}


/***/ }),

/***/ 1005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ durationText),
/* harmony export */   p: () => (/* binding */ durationMs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/** Durations as people write them: `90s`, `10m`, `5h30m`; a number that is no text is milliseconds. */

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const WHOLE = /^(?:\d+(?:ms|[smhd]))+$/;
const PART = /(\d+)(ms|[smhd])/g;
/** As ISO time, Date and the journal can still say the moment. */
const LONGEST = 36_500 * UNITS.d;
/**
 * Milliseconds of a duration: a number (ms), or integers with a unit, the largest first (`30s`, `5h30m`, `0`).
 *
 * @param name the field, flag or input that it stands in; the message begins with it
 * @throws UsageError naming the field, the value and what is allowed
 */
function durationMs(value, name) {
    if (typeof value === 'number') {
        if (!Number.isFinite(value) || value < 0 || value > LONGEST)
            throw refused(value, name);
        return Math.round(value);
    }
    if (typeof value !== 'string')
        throw refused(value, name);
    const text = value.trim();
    if (text === '0')
        return 0;
    if (!WHOLE.test(text))
        throw refused(value, name);
    let total = 0;
    let before = Number.POSITIVE_INFINITY;
    for (const [, digits, unit] of text.matchAll(PART)) {
        const size = UNITS[unit];
        // `30m5h` and `5m5m` are more likely slips than meant.
        if (size >= before)
            throw refused(value, name);
        before = size;
        total += Number(digits) * size;
    }
    if (total > LONGEST)
        throw refused(value, name);
    return total;
}
/** A duration for a message: `1m30s`, `250ms`, `0s`; at most the two largest units. */
function durationText(ms) {
    let rest = Math.max(0, Math.round(ms));
    const parts = [];
    for (const [unit, size] of Object.entries(UNITS)) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0)
            parts.push(`${count}${unit}`);
    }
    return parts.slice(0, 2).join('') || '0s';
}
function refused(value, name) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`${name}: ${shown} is not a duration`, {
        hint: `Write an integer with a unit, e.g. 30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d)${typeof value === 'string' ? '' : '; a number is milliseconds'}.`,
    });
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

/***/ 2168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OM: () => (/* binding */ removeTemps),
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   Tp: () => (/* binding */ unlinkIfThere),
/* harmony export */   U7: () => (/* binding */ linkWhole),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   a_: () => (/* binding */ isExisting),
/* harmony export */   cl: () => (/* binding */ createWhole),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   u8: () => (/* binding */ tempName),
/* harmony export */   uS: () => (/* binding */ withDirectory),
/* harmony export */   vZ: () => (/* binding */ writeAtomic),
/* harmony export */   zR: () => (/* binding */ syncDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8174);
/** The three ways in which files come into being here. */



// The start of this process makes a pid that was used before another name.
const prefix = `tmp-${process.pid}-${Math.round(performance.timeOrigin).toString(36)}-`;
let counter = 0;
const TEMP = /^tmp-\d+-[0-9a-z]+-[0-9a-z]+$/;
/** A name that no other process and no other call uses; begins with `tmp-`, so that nobody takes it for data. */
function tempName() {
    counter++;
    return `${prefix}${counter.toString(36)}`;
}
function isExisting(error) {
    return error.code === 'EEXIST';
}
/** Runs `make`; when a directory on the way was missing, makes it and runs `make` again. */
function withDirectory(directory, make) {
    try {
        return make();
    }
    catch (error) {
        if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(error))
            throw error;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
        return make();
    }
}
/** Makes one directory; nothing when it is there, or when its parent is missing. */
function makeDirectory(directory) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory);
    }
    catch (error) {
        if (!isExisting(error) && !(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(error))
            throw error;
    }
}
/**
 * Creates `path` with its whole content, or throws EEXIST and leaves the one that is there. Written under
 * another name and linked: a kill at any instant leaves either no file or the whole one, which an exclusive
 * open followed by a write cannot promise. Returns an open descriptor for a later fsync.
 * `tempDir` must be on the same file system.
 */
function createWhole(path, text, tempDir = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)) {
    const { fd, temp } = linkWhole(path, text, tempDir);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(temp);
    return fd;
}
/** As createWhole; the other name, `temp`, is still to be removed. */
function linkWhole(path, text, tempDir) {
    const temp = `${tempDir}/${tempName()}`;
    const fd = withDirectory(tempDir, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temp, 'wx'));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(fd, text);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(temp, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        unlinkIfThere(temp);
        throw error;
    }
    return { fd, temp };
}
function unlinkIfThere(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
    }
    catch (error) {
        if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isMissing */ .b2)(error))
            throw error;
    }
}
/** Removes what killed processes left of `linkWhole` in a directory that nobody else writes in now. */
function removeTemps(directory) {
    for (const name of (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(directory))
        if (TEMP.test(name))
            unlinkIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name));
}
/** Size in bytes and modification time of an open file. */
function stampOf(fd) {
    const { size, mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
    return { size, mtimeMs };
}
/** fsync of a directory; on platforms where a directory cannot be opened there is nothing to do. */
function syncDirectory(directory) {
    let fd;
    try {
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(directory, 'r');
    }
    catch (error) {
        if (process.platform === 'win32')
            return;
        throw error;
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/** Puts `text` in the place of whatever is at `path`, durably: temp file, fsync, rename, fsync of the directory. */
function writeAtomic(path, text) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    replaceFile(path, text, true);
    syncDirectory(directory);
}
/** As writeAtomic, but for caches and for files that a later sync makes durable. `text`: also in pieces. */
function replaceFile(path, text, durable = false) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const temp = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, `${tempName()}-${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)}`);
    const fd = withDirectory(directory, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temp, 'wx'));
    try {
        try {
            const pieces = typeof text === 'string' || text instanceof Uint8Array ? [text] : text;
            for (const piece of pieces)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(fd, piece);
            if (durable)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temp, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(temp);
        throw error;
    }
}


/***/ }),

/***/ 5283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ decodeEvent),
/* harmony export */   hi: () => (/* binding */ EventFaultError),
/* harmony export */   r9: () => (/* binding */ encodeEvent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1597);
/** The exact bytes of an event file, and the way back. */



const CHECKSUM = /,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/;
/**
 * The text of an event file. The checksum is the sha256 of the same text without its checksum line.
 * `harness`, when run.json has one, stands first in the data of every event but RUN_CREATED.
 */
function encodeEvent(event, harness) {
    const data = harness === undefined || event.type === 'RUN_CREATED' || 'harness' in event.data
        ? event.data
        : { harness, ...event.data };
    const text = JSON.stringify({ type: event.type, recordedAt: event.recordedAt, data }, null, 2);
    return `${text.slice(0, -2)},\n  "checksum": "${(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${text}\n`)}"\n}\n`;
}
class EventFaultError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DamageError */ .wc {
    fault;
    constructor(fault, message, path) {
        super(message, path);
        this.fault = fault;
    }
}
/**
 * Reads an event file's text. `path` is for messages. Throws EventFaultError (a DamageError) when it is cut
 * off, its checksum does not hold or its data has not the shape of its type; unknown types and fields are kept.
 */
function decodeEvent(text, name, path) {
    const body = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(body)) {
        throw new EventFaultError('EVENT_TRUNCATED', `The event file ${path} is cut off or no JSON`, path);
    }
    verifyChecksum(text, body, path);
    const { type, recordedAt, data, checksum: _checksum, ...extra } = body;
    if (typeof type !== 'string' || typeof recordedAt !== 'string' || !(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(data)) {
        throw new EventFaultError('EVENT_SHAPE', `The event file ${path} lacks type, recordedAt or data, or they are of another kind`, path);
    }
    const problem = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .dataProblem */ .ag)(type, data);
    if (problem !== undefined) {
        throw new EventFaultError('EVENT_SHAPE', `The event file ${path} has another shape: ${problem}`, path);
    }
    const event = { seq: name.seq, ulid: name.ulid, type, recordedAt, data };
    for (const _ in extra) {
        event.extra = extra;
        break;
    }
    return event;
}
function verifyChecksum(text, body, path) {
    const found = CHECKSUM.exec(text.slice(-100));
    if (found !== null && (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${text.slice(0, -found[0].length)}\n}\n`) === found[1])
        return;
    // Another writer may lay out its text differently; the rule speaks of the value's pretty text.
    const { checksum, ...rest } = body;
    if (typeof checksum === 'string' && (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(`${JSON.stringify(rest, null, 2)}\n`) === checksum)
        return;
    throw new EventFaultError('EVENT_CHECKSUM', `The checksum of the event file ${path} does not hold: it was edited or damaged`, path);
}


/***/ }),

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   _S: () => (/* binding */ asKnown),
/* harmony export */   ag: () => (/* binding */ dataProblem),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   zR: () => (/* binding */ asError)
/* harmony export */ });
const SHAPES = {
    RUN_CREATED: { runId: 'string', processId: 'string', inputsRef: 'string?', deadline: 'string?' },
    EFFECT_REQUESTED: {
        effectId: 'string',
        stepId: 'string',
        taskId: 'string',
        kind: 'string',
        invocationKey: 'string',
        taskDefRef: 'string',
        argsDigest: 'string?',
        after: 'number?',
        waits: 'number?',
        deadline: 'string?',
        external: 'boolean?',
    },
    EFFECT_STARTED: { effectId: 'string', attempt: 'number', notBefore: 'string?', deadline: 'string?' },
    EFFECT_RESOLVED: { effectId: 'string', status: 'string', resultDigest: 'string?', error: 'object?' },
    EFFECT_CANCELLED: { effectId: 'string', resultDigest: 'string?' },
    SIGNAL_RECEIVED: { name: 'string' },
    RUN_CANCEL_REQUESTED: { reason: 'string', deadline: 'string' },
    RUN_RETRIED: { effects: 'strings', dropped: 'strings' },
    RUN_COMPLETED: { outputRef: 'string?', outputDigest: 'string?' },
    RUN_FAILED: { error: 'object' },
    RUN_HALTED: {},
    PROCESS_LOG: { logSeq: 'number' },
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function fits(value, check) {
    if (value === undefined)
        return check.endsWith('?');
    switch (check) {
        case 'string':
        case 'string?':
            return typeof value === 'string';
        case 'number':
        case 'number?':
            return typeof value === 'number';
        case 'boolean?':
            return typeof value === 'boolean';
        case 'object':
        case 'object?':
            return isObject(value);
        case 'strings':
            return Array.isArray(value) && value.every((item) => typeof item === 'string');
    }
}
// As pairs, so that checking an event makes no garbage.
const CHECKS = new Map(Object.entries(SHAPES).map(([type, shape]) => [type, Object.entries(shape)]));
/** What is wrong with the data of an event of this type; undefined when nothing is, or the type is unknown. */
function dataProblem(type, data) {
    const checks = CHECKS.get(type);
    if (checks === undefined)
        return undefined;
    for (const [key, check] of checks) {
        if (!fits(data[key], check))
            return `data.${key} of ${type} is not a ${check.replace('?', '')}`;
    }
    if (type === 'EFFECT_RESOLVED' && data.status !== 'ok' && data.status !== 'error') {
        return 'data.status of EFFECT_RESOLVED is neither ok nor error';
    }
    return undefined;
}
/**
 * The event with the type of its data, or undefined for a type that this engine does not know. The data was
 * checked when the event was read (`dataProblem`), or built by typed code.
 */
function asKnown(event) {
    return CHECKS.has(event.type) ? event : undefined;
}
/** Parses a JSON text; undefined when it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A serialized error as it may stand in any journal; gaps are filled so that it can always be thrown. */
function asError(value) {
    if (!isObject(value))
        return { name: 'Error', message: typeof value === 'string' ? value : 'Unknown error' };
    const error = {
        name: typeof value.name === 'string' ? value.name : 'Error',
        message: typeof value.message === 'string' ? value.message : '',
    };
    if (typeof value.stack === 'string')
        error.stack = value.stack;
    if (value.data !== undefined)
        error.data = value.data;
    if (value.cause !== undefined)
        error.cause = asError(value.cause);
    return error;
}


/***/ }),

/***/ 1597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q1: () => (/* binding */ equalityKey),
/* harmony export */   T5: () => (/* binding */ idempotencyKey),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   tK: () => (/* binding */ gitBlobId)
/* harmony export */ });
/* unused harmony exports argsDigest, argsTextDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/** Digests: what the journal compares files, arguments and requests by. */

/** sha256, 64 hex characters. Text is hashed as UTF-8. */
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', data, 'hex');
}
/**
 * sha256 of the compact JSON text of the arguments, hex. The absolute run directory and workspace are
 * replaced by `<run>` and `<workspace>`, so that the same call has the same digest on another machine.
 */
function argsDigest(json, places = {}) {
    return argsTextDigest(JSON.stringify(json), places);
}
/** `argsDigest` of a JSON text that exists already. */
function argsTextDigest(compactText, places = {}) {
    let text = compactText;
    // The run directory first: it usually lies in the workspace.
    text = replacePath(text, places.runDir, '<run>');
    text = replacePath(text, places.workspace, '<workspace>');
    return sha256(text);
}
// The same two are asked for with every request.
const escapedPaths = new Map();
/** As it stands in JSON text, without a slash at its end. */
function escapedPath(path) {
    const known = escapedPaths.get(path);
    if (known !== undefined)
        return known;
    const escaped = JSON.stringify(path.replace(/[/\\]+$/, '')).slice(1, -1);
    escapedPaths.set(path, escaped);
    return escaped;
}
function replacePath(text, path, name) {
    if (path === undefined || path.length < 2)
        return text;
    const escaped = escapedPath(path);
    let at = text.indexOf(escaped);
    if (at < 0)
        return text;
    let out = '';
    let from = 0;
    while (at >= 0) {
        const end = at + escaped.length;
        // `/srv/app` must not be found in `/srv/application`.
        if (/[\w.-]/.test(text.charAt(end)))
            out += text.slice(from, end);
        else
            out += text.slice(from, at) + name;
        from = end;
        at = text.indexOf(escaped, end);
    }
    return out + text.slice(from);
}
/** What makes two requests equal (contract §4); the key under which their number is counted. */
function equalityKey(kind, taskId, digest) {
    return `${kind}\n${taskId}\n${digest ?? ''}`;
}
/**
 * `<runId>.<16 hex>.<n>`: the same for the same request however often and wherever it is made.
 * `n` counts equal requests of the run from 1.
 */
function idempotencyKey(runId, request, n) {
    const key = equalityKey(request.kind, request.taskId, request.argsDigest);
    return `${runId}.${sha256(key).slice(0, 16)}.${n}`;
}
/** The id that git gives a blob of these bytes (SHA-1 repositories), hex. */
function gitBlobId(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}


/***/ }),

/***/ 4545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jx: () => (/* binding */ ENDINGS),
/* harmony export */   kc: () => (/* binding */ errorText),
/* harmony export */   nH: () => (/* binding */ finalStatus),
/* harmony export */   pl: () => (/* binding */ isEnded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/** How a run that has ended is called at each surface: the one place where the vocabularies meet (contract §1). */

/** By the state that `run:status` and the output `status` show. */
const ENDINGS = {
    completed: { final: 'success', line: 'run_completed', event: 'RUN_COMPLETED' },
    failed: { final: 'fail', line: 'run_failed', event: 'RUN_FAILED' },
    canceled: { final: 'canceled', line: 'run_failed', event: 'RUN_FAILED' },
    halted: { final: 'canceled', line: 'run_failed', event: 'RUN_HALTED' },
};
function isEnded(status) {
    return Object.hasOwn(ENDINGS, status);
}
/** What a run ended with, for people: `Name: message (path:line:column)`. */
function errorText({ name, message, site, }) {
    return `${name}: ${message}${site === undefined ? '' : ` (${site})`}`;
}
/** A `status` of final.json as one of ours. Throws LonghaulError (UNKNOWN_STATUS): a word that we do not know is no guess (T7). */
function finalStatus(word, path) {
    if (word === 'success' || word === 'fail' || word === 'canceled')
        return word;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ('UNKNOWN_STATUS', `${path} has the status ${JSON.stringify(word)}, which is none of success, fail, canceled`, {
        path,
        hint: 'It was not written by this engine. Move it away and resume the run: it is written anew.',
    });
}


/***/ }),

/***/ 6786:
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
var external_node_crypto_ = __nccwpck_require__(7598);
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


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   di: () => (/* binding */ sortKeys),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* unused harmony export NotJsonError */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/**
 * The one rule by which arguments, results and outputs become JSON: what JSON.stringify makes of them,
 * except that it never empties anything silently.
 */

/** A value that has no honest JSON form; the message names its path. */
class NotJsonError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LonghaulError */ .BQ {
    constructor(where, what) {
        super('NOT_JSON', `Not JSON: ${where}: ${what}`, {
            path: where,
            hint: 'Pass plain objects, arrays, strings, numbers, booleans or null, or give the class a toJSON method.',
        });
        this.name = 'NotJsonError';
    }
}
const MAX_WARNINGS = 10;
// Deeper than this, cycles are looked for; before, a check on each level would cost the plain cases.
const CHECK_DEPTH = 200;
const MAX_DEPTH = 1000;
const NO_WARNINGS = [];
/**
 * A fresh JSON value equal to `JSON.parse(JSON.stringify(value))`, undefined becoming null at the root.
 * `rootName` begins the paths in warnings and errors. Throws NotJsonError for a Map, a Set, a class instance
 * without toJSON, a BigInt, a symbol or a cycle.
 */
function toJson(value, rootName) {
    if (value === undefined)
        return { json: null, warnings: NO_WARNINGS.slice() };
    const walk = new Walk(rootName, undefined);
    let json;
    try {
        json = walk.value(value, '', 0);
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        // Walk again with the ancestors in hand, so that the cycle is named where it begins.
        const careful = new Walk(rootName, new Set());
        json = careful.value(value, '', 0);
        return { json: json ?? null, warnings: careful.finish() };
    }
    return { json: json ?? null, warnings: walk.finish() };
}
class TooDeep extends Error {
}
class Walk {
    #root;
    #ancestors;
    #keys = [];
    #warnings;
    #unsaid = 0;
    constructor(root, ancestors) {
        this.#root = root;
        this.#ancestors = ancestors;
    }
    finish() {
        if (this.#warnings === undefined)
            return [];
        if (this.#unsaid > 0)
            this.#warnings.push(`${this.#root}: ${this.#unsaid} more values that JSON changes`);
        return this.#warnings;
    }
    /** undefined: leave the member out. */
    value(input, key, depth) {
        switch (typeof input) {
            case 'string':
            case 'boolean':
                return input;
            case 'number':
                if (Number.isFinite(input))
                    return input === 0 ? 0 : input;
                this.#warn(`${input} becomes null`);
                return null;
            case 'undefined':
                return undefined;
            case 'object':
                return input === null ? null : this.#object(input, key, depth);
            case 'function':
                return this.#function(input, key, depth);
            case 'bigint':
                return this.#bigint(input, key, depth);
            default:
                throw this.#refuse('symbol');
        }
    }
    #object(input, key, depth) {
        const convert = input.toJSON;
        if (typeof convert === 'function') {
            return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
        }
        return this.#plain(input, depth);
    }
    /** What a toJSON gave is taken as it is: its own toJSON is not asked again. */
    #converted(value, depth) {
        if (typeof value === 'object' && value !== null)
            return this.#plain(value, depth);
        if (typeof value === 'function')
            return this.#left('a function is left out');
        if (typeof value === 'bigint')
            throw this.#refuse('BigInt');
        return this.value(value, '', depth);
    }
    #plain(input, depth) {
        if (depth > MAX_DEPTH)
            throw this.#refuse(`nested deeper than ${MAX_DEPTH} levels`);
        const ancestors = this.#ancestors;
        if (ancestors === undefined) {
            if (depth > CHECK_DEPTH)
                throw new TooDeep();
            return Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
        }
        if (ancestors.has(input))
            throw this.#refuse('cycle');
        ancestors.add(input);
        const json = Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
        ancestors.delete(input);
        return json;
    }
    #array(input, depth) {
        const out = [];
        const keys = this.#keys;
        for (let i = 0; i < input.length; i++) {
            keys.push(i);
            out.push(this.value(input[i], i, depth + 1) ?? null);
            keys.pop();
        }
        return out;
    }
    #record(input, depth) {
        const proto = Object.getPrototypeOf(input);
        if (proto !== Object.prototype && !isPlainPrototype(proto))
            return this.#unboxed(input);
        if (proto === null && isRawJson(input))
            return JSON.parse(input.rawJSON);
        const out = {};
        const keys = this.#keys;
        for (const key of Object.keys(input)) {
            keys.push(key);
            const json = this.value(input[key], key, depth + 1);
            keys.pop();
            if (json === undefined)
                continue;
            if (key === '__proto__') {
                Object.defineProperty(out, key, {
                    value: json,
                    enumerable: true,
                    configurable: true,
                    writable: true,
                });
            }
            else
                out[key] = json;
        }
        return out;
    }
    /** Boxed primitives are their values to JSON.stringify; every other class instance is refused. */
    #unboxed(input) {
        if (input instanceof Number)
            return this.value(Number(input), '', 0) ?? null;
        if (input instanceof String)
            return String(input);
        if (input instanceof Boolean)
            return Boolean.prototype.valueOf.call(input);
        throw this.#refuse(className(input));
    }
    #function(input, key, depth) {
        const convert = Reflect.get(input, 'toJSON');
        if (typeof convert === 'function') {
            return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
        }
        return this.#left('a function is left out');
    }
    #bigint(input, key, depth) {
        const convert = Reflect.get(Object(input), 'toJSON');
        if (typeof convert !== 'function')
            throw this.#refuse('BigInt');
        return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
    }
    #left(what) {
        this.#warn(what);
        return undefined;
    }
    #warn(what) {
        this.#warnings ??= [];
        if (this.#warnings.length < MAX_WARNINGS)
            this.#warnings.push(`${this.#path()}: ${what}`);
        else
            this.#unsaid++;
    }
    #refuse(what) {
        return new NotJsonError(this.#path(), what);
    }
    #path() {
        let path = this.#root;
        for (const key of this.#keys) {
            if (typeof key === 'number')
                path += `[${key}]`;
            else
                path += /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
        }
        return path;
    }
}
/** Also true for the Object.prototype of another realm: the process runs in globals of its own. */
function isPlainPrototype(proto) {
    if (proto === null)
        return true;
    if (typeof proto !== 'object')
        return false;
    return Object.getPrototypeOf(proto) === null && Object.hasOwn(proto, 'isPrototypeOf');
}
function isRawJson(input) {
    const test = Reflect.get(JSON, 'isRawJSON');
    return typeof test === 'function' && Reflect.apply(test, JSON, [input]) === true;
}
function className(input) {
    const made = Reflect.get(input, 'constructor');
    return typeof made === 'function' && made.name !== '' ? made.name : 'class instance';
}
/** Babysitter's text of a JSON file: two spaces, a newline at the end. */
function jsonText(json) {
    return `${JSON.stringify(json, null, 2)}\n`;
}
/** The same value with the keys of all objects in localeCompare order, as Babysitter stores tasks and results. */
function sortKeys(json) {
    if (typeof json !== 'object' || json === null)
        return json;
    if (Array.isArray(json))
        return json.map(sortKeys);
    const out = {};
    for (const key of Object.keys(json).sort((a, b) => a.localeCompare(b))) {
        const value = sortKeys(json[key] ?? null);
        if (key === '__proto__') {
            Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
        }
        else
            out[key] = value;
    }
    return out;
}


/***/ }),

/***/ 8091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ refs),
/* harmony export */   HP: () => (/* binding */ compareEvents),
/* harmony export */   MS: () => (/* binding */ eventFileName),
/* harmony export */   R$: () => (/* binding */ RUN_DIRS),
/* harmony export */   Tb: () => (/* binding */ refProblem),
/* harmony export */   f0: () => (/* binding */ paths),
/* harmony export */   hr: () => (/* binding */ parseEventName),
/* harmony export */   i3: () => (/* binding */ OUTPUT_REF),
/* harmony export */   jQ: () => (/* binding */ withRefs),
/* harmony export */   uY: () => (/* binding */ RefResolver),
/* harmony export */   w9: () => (/* binding */ LAYOUT_VERSION),
/* harmony export */   zV: () => (/* binding */ GITIGNORE)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/** Names and paths inside a run directory, and the safe way from a ref in the journal to a file. */



const LAYOUT_VERSION = '2026.01-storage-preview';
const GITIGNORE = 'state/\ntasks/*/artifacts/\nblobs/\norphaned/\n';
/** The directories that Babysitter makes with every run. */
const RUN_DIRS = ['journal', 'tasks', 'blobs', 'state', 'orphaned', 'process'];
const OUTPUT_REF = 'state/output.json';
const EVENT_NAME = /^(?:\d{6}|[1-9]\d{6,14})\.[0-7][0-9A-HJKMNP-TV-Z]{25}\.json$/;
// `.`, the ULID and `.json` behind the number.
const TAIL_LENGTH = 32;
const paths = {
    run: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'run.json'),
    inputs: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'inputs.json'),
    journal: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'journal'),
    event: (runDir, name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'journal', name),
    tasks: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'tasks'),
    state: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state'),
    stateCache: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state', 'state.json'),
    segments: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state', 'segments'),
    output: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'state', 'output.json'),
    orphaned: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'orphaned'),
    code: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'code'),
    artifacts: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'artifacts'),
    lease: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'lease'),
    mailbox: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'mailbox'),
    final: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'final.json'),
    progress: (runDir) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, 'progress.ndjson'),
};
/** Refs are relative to the run directory and use `/`. */
const refs = {
    task: (effectId) => `tasks/${effectId}/task.json`,
    result: (effectId) => `tasks/${effectId}/result.json`,
    stdout: (effectId) => `tasks/${effectId}/stdout.log`,
    stderr: (effectId) => `tasks/${effectId}/stderr.log`,
    blob: (effectId, name, digest) => `tasks/${effectId}/blobs/${name}-${digest}.json`,
};
/** `000007.<ULID>.json`; from seq 1,000,000 on the number simply grows longer. */
function eventFileName(seq, ulid) {
    return `${String(seq).padStart(6, '0')}.${ulid}.json`;
}
/** undefined for a name that is not exactly that of an event file. */
function parseEventName(name) {
    if (!EVENT_NAME.test(name))
        return undefined;
    const end = name.length - TAIL_LENGTH;
    const seq = Number(name.slice(0, end));
    return seq === 0 ? undefined : { seq, ulid: name.slice(end + 1, -5), name };
}
/** By number, not by text: 1,000,000 comes after 999,999. */
function compareEvents(a, b) {
    return a.seq - b.seq || (a.ulid < b.ulid ? -1 : a.ulid > b.ulid ? 1 : 0);
}
const REF_ROOTS = new Set(['tasks', 'blobs', 'state', 'artifacts', 'code', 'inputs.json']);
/** undefined when the ref is one that may be followed, otherwise what is wrong with it. */
function refProblem(ref) {
    if (typeof ref !== 'string' || ref === '')
        return 'it is empty';
    if (ref.includes('\0') || ref.includes('\\'))
        return 'it holds characters that no ref has';
    if (ref.startsWith('/') || /^[A-Za-z]:/.test(ref))
        return 'it is absolute';
    const parts = ref.split('/');
    if (parts.some((part) => part === '..' || part === '.' || part === ''))
        return 'it leaves its place';
    if (!REF_ROOTS.has(parts[0] ?? ''))
        return 'it leads to a part of the run directory that no ref leads to';
    return undefined;
}
/** Follows refs of one run directory; directories that were found to be real are not asked again. */
class RefResolver {
    #runDir;
    #known = new Set();
    constructor(runDir) {
        this.#runDir = runDir;
    }
    /**
     * The absolute path of a ref that stands in `mentionedIn` (a path for the message). Throws DamageError when
     * the ref is absolute, climbs out of the run directory or leads through a symbolic link. The file itself
     * may be missing.
     */
    resolve(ref, mentionedIn) {
        const problem = refProblem(ref) ?? this.#linkProblem(String(ref));
        if (problem !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`The ref ${JSON.stringify(ref)} in ${mentionedIn} is not followed: ${problem}`, mentionedIn);
        }
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#runDir, String(ref));
    }
    #linkProblem(ref) {
        const parts = ref.split('/');
        let path = this.#runDir;
        for (let i = 0; i < parts.length; i++) {
            path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, parts[i] ?? '');
            const isDirectory = i < parts.length - 1;
            if (isDirectory && this.#known.has(path))
                continue;
            const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
            if (stat === undefined)
                return undefined;
            if (stat.isSymbolicLink())
                return `${parts.slice(0, i + 1).join('/')} is a symbolic link`;
            if (isDirectory)
                this.#known.add(path);
        }
        return undefined;
    }
}
/** The data of an event, its refs renamed. */
function withRefs(data, renamed) {
    const entries = Object.entries(data).map(([key, value]) => [
        key,
        key.endsWith('Ref') && typeof value === 'string' ? (renamed.get(value) ?? value) : value,
    ]);
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 1205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sj: () => (/* binding */ loadRun),
/* harmony export */   XL: () => (/* binding */ eventsOf),
/* harmony export */   sK: () => (/* binding */ checkSound)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4826);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8174);
/* harmony import */ var _segment_check_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4957);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4519);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8221);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(89);
/** Reads a run directory for those who want its state: segments where they can be used, then event files. */








/** Throws DamageError naming the file when run.json or the journal is damaged, unless that is taken (`damaged`). */
function loadRun(runDir, options = {}) {
    if (options.damaged === true)
        return loadDamaged(runDir);
    const run = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readRun */ .cI)(runDir);
    const names = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .listEvents */ .Ir)(runDir);
    const mode = options.segments ?? 'check';
    let segments = mode === 'ignore' ? [] : usableSegments(runDir, names, mode === 'check');
    let state;
    try {
        state = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .readSnapshot */ .RA)(runDir, segments) ?? stateOfSegments(runDir, segments);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
            throw error;
        segments = [];
        state = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyState */ .p$)();
    }
    const rest = names.slice(segments.at(-1)?.to ?? 0);
    const tail = rest.map((name) => (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name));
    for (const event of tail)
        (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .applyEvent */ .Z8)(state, event);
    return { run, state, names, tail, damaged: false, refs: { segments, tail: rest.map((name) => name.name) } };
}
function stateOfSegments(runDir, segments) {
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyState */ .p$)();
    for (const ref of segments)
        for (const event of (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .readSegmentEvents */ .Tc)(runDir, ref))
            (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .applyEvent */ .Z8)(state, event);
    return state;
}
function loadDamaged(runDir) {
    const { events: names } = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .listJournal */ .u4)(runDir);
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .emptyState */ .p$)();
    const tail = [];
    for (const name of names) {
        try {
            const event = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name);
            tail.push(event);
            (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .applyEvent */ .Z8)(state, event);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
                throw error;
        }
    }
    const run = metadataOf(runDir, state);
    if (state.runId === '')
        state.runId = run.runId;
    const ulids = names.map((name) => name.ulid).sort();
    state.head = { seq: names.at(-1)?.seq ?? 0, ulid: ulids.at(-1) ?? '' };
    return {
        run,
        state,
        names,
        tail,
        damaged: true,
        refs: { segments: [], tail: names.map((name) => name.name) },
    };
}
/** run.json; when that cannot be used, what the journal and the name of the directory still say of the run. */
function metadataOf(runDir, { created, createdAt }) {
    try {
        return (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readRun */ .cI)(runDir);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc))
            throw error;
        const runId = created?.runId ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(runDir);
        const entrypoint = created?.entrypoint ?? { importPath: '', exportName: 'process' };
        const processId = created?.processId ?? runId;
        return {
            runId,
            request: runId,
            processId,
            entrypoint,
            processPath: entrypoint.importPath,
            layoutVersion: _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .LAYOUT_VERSION */ .w9,
            createdAt,
        };
    }
}
// A run that another program ended twice has still ended, and can be read.
const TOLERATED = new Set(['AFTER_END']);
/** Throws DamageError when events can be read but do not add up (a settlement of an unknown effect, say). */
function checkSound(runDir, state) {
    const problem = state.problems.find(({ code }) => !TOLERATED.has(code));
    if (problem === undefined)
        return;
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_2__/* .paths */ .f0.journal(runDir);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The journal ${path} does not add up at event ${problem.seq}: ${problem.message}`, path);
}
function usableSegments(runDir, names, check) {
    const segments = (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .listSegments */ .Bz)(runDir).filter((ref) => ref.to <= names.length);
    if (!check || segments.length === 0)
        return segments;
    try {
        return (0,_segment_check_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSegments */ .hc)(runDir, segments, names).length === 0 ? segments : [];
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc)
            return [];
        throw error;
    }
}
/** The events of a run in order, from segments (checked) and files. Throws DamageError for any damage. */
function* eventsOf(runDir, options = {}) {
    const names = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .listEvents */ .Ir)(runDir);
    const segments = options.segments === 'ignore' ? [] : usableSegments(runDir, names, options.segments !== 'trust');
    let done = 0;
    for (const ref of segments) {
        yield* (0,_segments_js__WEBPACK_IMPORTED_MODULE_5__/* .readSegmentEvents */ .Tc)(runDir, ref);
        done = ref.to;
    }
    for (const name of names.slice(done))
        yield (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j_)(runDir, name);
}


/***/ }),

/***/ 8174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ resolverOf),
/* harmony export */   Ir: () => (/* binding */ listEvents),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   ns: () => (/* binding */ readOutcome),
/* harmony export */   qC: () => (/* binding */ readIfThere),
/* harmony export */   u4: () => (/* binding */ listJournal),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   yO: () => (/* binding */ cancelledOutcome)
/* harmony export */ });
/* unused harmony exports sequenceProblem, readEvents */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4826);
/* harmony import */ var _codec_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5283);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8091);
/* harmony import */ var _task_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9138);
/** Opens a run directory: its metadata, the names of its events, the events themselves, results. */







const NO_RUN_FILE = 'It cannot be made anew: put it back from a copy of the run, or seal the run with `longhaul run:halt <run> --final-status failed`.';
/** run.json. Throws DamageError when it is missing, unreadable or of another layout. */
function readRun(runDir) {
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.run(runDir);
    const text = readIfThere(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${path} is missing: this is no run directory`, path, NO_RUN_FILE);
    const run = (0,_task_files_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeRun */ .am)(text);
    if (typeof run === 'string')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`${path} cannot be used: ${run}`, path, NO_RUN_FILE);
    return run;
}
/** The text of inputs.json, or undefined when the run has none. */
function readInputs(runDir) {
    return readIfThere(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.inputs(runDir));
}
/** The text of a file; undefined when there is none. Other errors are thrown. */
function readIfThere(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
/** What stands in a directory; nothing when there is none. */
function namesIn(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    }
    catch (error) {
        if (isMissing(error))
            return [];
        throw error;
    }
}
function isMissing(error) {
    const code = error.code;
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** Names only, nothing is opened. An absent journal directory is an empty journal. */
function listJournal(runDir) {
    const names = namesIn(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.journal(runDir));
    // A journal without a fault is put in order by counting, which is several times faster than sorting.
    const placed = new Array(names.length);
    const misplaced = [];
    const others = [];
    let last = 0;
    for (const name of names) {
        const parsed = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEventName */ .hr)(name);
        if (parsed === undefined)
            others.push(name);
        else if (parsed.seq > names.length || placed[parsed.seq - 1] !== undefined)
            misplaced.push(parsed);
        else {
            placed[parsed.seq - 1] = parsed;
            last = Math.max(last, parsed.seq);
        }
    }
    placed.length = last;
    if (misplaced.length === 0 && last === names.length - others.length)
        return { events: placed, others };
    const events = [...placed.filter((name) => name !== undefined), ...misplaced].sort(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .compareEvents */ .HP);
    return { events, others };
}
/** The place where the seqs of a sorted listing stop being 1, 2, 3 …; undefined when they never do. */
function sequenceProblem(events) {
    for (let i = 0; i < events.length; i++) {
        const event = events[i];
        if (event === undefined || event.seq === i + 1)
            continue;
        return { kind: event.seq > i + 1 ? 'gap' : 'duplicate', seq: i + 1, name: event.name };
    }
    return undefined;
}
/**
 * The event files of a run, 1, 2, 3 … without a gap. While a driver appends, a listing may show an event and
 * miss the one before it, so a gap is believed only when it is still there on a second look. Throws
 * DamageError for a gap, a seq that two files have, and a journal without an event: every run has its first.
 */
function listEvents(runDir) {
    for (let attempt = 1;; attempt++) {
        const { events } = listJournal(runDir);
        const problem = sequenceProblem(events);
        if (events.length === 0) {
            const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.journal(runDir);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The journal has no event, not even RUN_CREATED: ${path}`, path);
        }
        if (problem === undefined)
            return events;
        if (problem.kind === 'gap' && attempt < 3)
            continue;
        const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.event(runDir, problem.name);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(problem.kind === 'gap'
            ? `The journal has no event ${problem.seq}: ${path} comes too early`
            : `Two events of the journal have the seq ${problem.seq - 1}, one of them is ${path}`, path);
    }
}
/** One event file, its checksum verified. Throws DamageError naming the file. */
function readEvent(runDir, name) {
    const path = _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.event(runDir, name.name);
    let text;
    try {
        text = readIfThere(path);
    }
    catch (error) {
        const { code, message } = error;
        if (code !== 'EISDIR' && code !== 'ELOOP')
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The event file ${path} cannot be read: ${message}`, path);
    }
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The event file ${path} is gone`, path);
    return (0,_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeEvent */ .H5)(text, name, path);
}
/** Every event of the run, read from the event files alone. Throws DamageError for any damage. */
function readEvents(runDir) {
    return listEvents(runDir).map((name) => readEvent(runDir, name));
}
/**
 * What an EFFECT_RESOLVED event settled, with the value read whole from its result file or blob and the
 * file's digest verified. Throws DamageError when a file is missing, edited or damaged, or a ref is tampered.
 */
function readOutcome(resolver, data, eventPath) {
    if (data.status === 'error' && data.error !== undefined) {
        return { status: 'error', error: (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .asError */ .zR)(data.error) };
    }
    const ref = data.resultRef ?? _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .refs */ .DY.result(data.effectId);
    const path = resolver.resolve(ref, eventPath);
    const text = readIfThere(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The result ${path} is missing, named by ${eventPath}`, path);
    if (data.resultDigest !== undefined && (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(text) !== data.resultDigest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The result ${path} is not the one that ${eventPath} recorded: its digest differs`, path);
    }
    const result = (0,_task_files_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeResult */ .Sz)(text);
    if (result === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The result ${path} is cut off or no result`, path);
    if (result.status === 'error')
        return { status: 'error', error: (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .asError */ .zR)(result.error) };
    if (result.status === 'cancelled')
        return { status: 'cancelled', reason: result.reason, timedOut: false };
    if ('value' in result)
        return { status: 'ok', value: JSON.stringify(result.value) };
    return { status: 'ok', value: readBlob(resolver, result.valueRef, path) };
}
function cancelledOutcome(data) {
    return { status: 'cancelled', reason: data.reason ?? '', timedOut: data.timedOut === true };
}
const BLOB_DIGEST = /-([0-9a-f]{64})\.json$/;
function readBlob(resolver, ref, mentionedIn) {
    const path = resolver.resolve(ref, mentionedIn);
    const text = readIfThere(path);
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The blob ${path} is missing, named by ${mentionedIn}`, path);
    const digest = BLOB_DIGEST.exec(ref)?.[1];
    if (digest !== undefined && (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(text) !== digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The blob ${path} is not the one that its name promises: its digest differs`, path);
    }
    const value = (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    if (value === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DamageError */ .wc(`The blob ${path} is cut off or no JSON`, path);
    return JSON.stringify(value);
}
/** A reader of refs for one run directory. */
function resolverOf(runDir) {
    return new _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .RefResolver */ .uY(runDir);
}


/***/ }),

/***/ 7879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ settleLogs),
/* harmony export */   Ce: () => (/* binding */ restoreFiles),
/* harmony export */   Hw: () => (/* binding */ logsOf),
/* harmony export */   YT: () => (/* binding */ foreignLogs),
/* harmony export */   x6: () => (/* binding */ readLog)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8174);
/* harmony import */ var _sync_log_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1305);
/** Puts back what a power failure took of a run's files, from the logs of its drivers (sync-log.ts). */








const LOG_NAME = /^epoch-(\d+)\.log$/;
const HEADER_BYTES = 256;
/** The kernel has written everything to the disk long before. */
const WRITTEN_BACK_MS = 24 * 60 * 60_000;
/** Paths relative to the run directory, in order of epochs. */
function logsOf(runDir) {
    const epoch = (name) => Number(LOG_NAME.exec(name)?.[1]);
    return (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.lease(runDir))
        .filter((name) => LOG_NAME.test(name))
        .sort((a, b) => epoch(a) - epoch(b))
        .map((name) => `lease/${name}`);
}
/** Logs from before this start of the machine, or from another machine: files may lack what they hold. */
function foreignLogs(runDir, bootId) {
    return logsOf(runDir).filter((path) => bootId === '' || bootIdOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path)) !== bootId);
}
/**
 * Puts back every file that a foreign log holds and that is missing or torn, then deletes the log. A file with
 * another content was changed by somebody: it stays, for the checks to name. Only for who holds the lease, or
 * while nobody does. `bootId`: that of this start of the machine; '' when it cannot be told.
 */
function restoreFiles(runDir, bootId, now) {
    for (const path of foreignLogs(runDir, bootId)) {
        for (const batch of readLog((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path)).batches)
            putBack(runDir, batch, path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
    }
    for (const path of logsOf(runDir)) {
        const log = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path);
        if (now - (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(log).mtimeMs > WRITTEN_BACK_MS)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(log);
    }
}
function putBack(runDir, files, log) {
    const resolver = (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .resolverOf */ .EM)(runDir);
    for (const [path, text] of files) {
        const file = placeOf(runDir, path, resolver, log);
        const there = (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .readIfThere */ .qC)(file);
        if (there !== undefined && !isTorn(there, text))
            continue;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        if (there !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(file);
        const fd = (0,_atomic_js__WEBPACK_IMPORTED_MODULE_2__/* .createWhole */ .cl)(file, text, _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.state(runDir));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
        for (const directory of [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file))])
            (0,_atomic_js__WEBPACK_IMPORTED_MODULE_2__/* .syncDirectory */ .zR)(directory);
    }
}
/** What was not written to the disk is missing at the end, or zeros. */
function isTorn(there, text) {
    return there !== text && (there.includes('\0') || text.startsWith(there));
}
function placeOf(runDir, path, resolver, log) {
    const name = path.startsWith('journal/') ? path.slice('journal/'.length) : undefined;
    if (name !== undefined && (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEventName */ .hr)(name) !== undefined)
        return _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.event(runDir, name);
    return resolver.resolve(path, log);
}
/** Makes every file that the logs name durable, and deletes them: the journal is about to get other names. */
function settleLogs(runDir) {
    for (const path of logsOf(runDir)) {
        const directories = new Set();
        for (const [file] of readLog((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path)).batches.flat()) {
            syncIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, file));
            directories.add((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file)).add((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file)));
        }
        for (const directory of directories)
            syncIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, directory));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
    }
}
function syncIfThere(file) {
    let fd;
    try {
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
    }
    catch (error) {
        if ((0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(error))
            return;
        throw error;
    }
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
function bootIdOf(log) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(log, 'r');
    try {
        const head = Buffer.alloc(HEADER_BYTES);
        const line = head.toString('utf8', 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, head, 0, HEADER_BYTES, 0)).split('\n')[0];
        const header = (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(line ?? '');
        return (0,_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(header) && header.schema === _sync_log_js__WEBPACK_IMPORTED_MODULE_7__/* .LOG_SCHEMA */ .tc ? String(header.bootId) : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/**
 * `batches`: what can be read, in order. `damaged`: line numbers whose digest does not fit; the end of a write that
 * a power failure interrupted is none, for nothing was promised of it.
 */
function readLog(log) {
    const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(log);
    const batches = [];
    const damaged = [];
    let line = 1;
    for (let from = bytes.indexOf(10) + 1; from > 0 && from < bytes.length;) {
        line += 1;
        const end = bytes.indexOf(10, from);
        const text = bytes.toString('utf8', from, end < 0 ? bytes.length : end);
        const body = text.slice(65);
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(body) === text.slice(0, 64))
            batches.push(JSON.parse(body));
        else if (end >= 0 && end < bytes.length - 1)
            damaged.push(line);
        from = end < 0 ? bytes.length : end + 1;
    }
    return { batches, damaged };
}


/***/ }),

/***/ 4957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ sharesOf),
/* harmony export */   hc: () => (/* binding */ checkSegments)
/* harmony export */ });
/* unused harmony export checkRest */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _segments_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4519);
/** Holds packed segments against the files that they stand for. */


/**
 * Compares segments with what the directory holds now: exactly their event files, each with the size and
 * modification time that it had when it was packed, and so the result files. Returns the paths, relative to
 * the run directory, that differ; none means that the segments may be believed. Costs one stat for each file.
 * Throws DamageError when a segment itself is damaged.
 *
 * `shared`: files of segments that another thread has taken are left to it (checkRest).
 */
function checkSegments(runDir, segments, events, shared) {
    const differing = [];
    let at = 0;
    segments.forEach((ref, i) => {
        const stamps = (0,_segments_js__WEBPACK_IMPORTED_MODULE_1__/* .withSegment */ .YU)(runDir, ref, (file) => file.stamps());
        const there = events.slice(at, at + ref.to - ref.from + 1).map(({ name }) => name);
        at += ref.to - ref.from + 1;
        if (there.join('\n') !== stamps.events)
            differing.push(...otherNames(stamps.events.split('\n'), there));
        if (shared === undefined || takes(shared, i))
            differing.push(...changed(runDir, stamps));
    });
    return differing;
}
/** For as many segments: which of several threads looks at the files of each. */
function sharesOf(segments) {
    return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * segments.length));
}
/** The other thread's part of checkSegments: from the end, what is not taken yet. False: something differs, or cannot be read. */
function checkRest(runDir, segments, shared) {
    let agrees = true;
    for (let i = segments.length - 1; i >= 0 && takes(shared, i); i--) {
        agrees &&= isUnchanged(runDir, segments[i]);
    }
    return agrees;
}
function isUnchanged(runDir, ref) {
    try {
        const stamps = withSegment(runDir, ref, (file) => file.stamps());
        return changed(runDir, stamps).length === 0;
    }
    catch {
        return false; // nobody waits here for what is wrong with it
    }
}
const takes = (shared, i) => Atomics.exchange(shared, i, 1) === 0;
function otherNames(packed, there) {
    return packed.flatMap((name, i) => (there[i] === name ? [] : [`journal/${there[i] ?? name}`]));
}
function changed(runDir, { events, results, numbers }) {
    const paths = events.split('\n').map((name) => `journal/${name}`);
    if (results !== '')
        paths.push(...results.split('\n'));
    return paths.filter((path, i) => {
        // Not through a link: what it leads to is not the file that was packed.
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(`${runDir}/${path}`, { throwIfNoEntry: false });
        return !(stat?.size === numbers[2 * i] && stat?.mtimeMs === numbers[2 * i + 1] && stat?.isFile());
    });
}


/***/ }),

/***/ 8219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ writeSegmentFile),
/* harmony export */   sh: () => (/* binding */ MAX_PACKED_VALUE),
/* harmony export */   yu: () => (/* binding */ SegmentFile)
/* harmony export */ });
/* unused harmony exports SEGMENT_SCHEMA, SAME, segmentsDir */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1597);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8174);
/**
 * The file of a packed segment: a header line, then sections, each with its own digest, so that a replay reads
 * requests and results without touching the events, and a reader of events never touches the results.
 */








const SEGMENT_SCHEMA = 'longhaul.segment.v3';
/** Values longer than this, in characters of compact JSON, stay in their result file. */
const MAX_PACKED_VALUE = 64 * 1024;
/** In the row of a request: as in the request before it in the segment. */
const SAME = 0;
const SECTIONS = ['replay', 'results', 'events', 'stamps'];
/** Packs consecutive events into one file; returns how to find it. A cache: written whole, not synced. */
function writeSegmentFile(runDir, entries) {
    const from = entries[0]?.event.seq ?? 0;
    const to = entries.at(-1)?.event.seq ?? 0;
    const rows = [];
    const results = [];
    const events = [];
    const eventStamps = [];
    const resultStamps = [];
    let request;
    for (const entry of entries) {
        const row = replayRow(entry, results);
        if (row?.[0] === 'request') {
            const whole = row.slice();
            if (request?.[7] === row[7])
                row[7] = SAME;
            if (request?.[10] === row[10])
                row[10] = SAME;
            request = whole;
        }
        if (row !== undefined)
            rows.push(row);
        if (row?.[0] === 'ok' && entry.result !== undefined)
            resultStamps.push(entry.result.stamp);
        eventStamps.push(entry.stamp);
        const { seq, ulid, type, recordedAt, data, extra } = entry.event;
        const line = [seq, ulid, type, recordedAt, data];
        if (extra !== undefined)
            line.push(extra);
        events.push(JSON.stringify(line));
    }
    const stamps = {
        events: eventStamps.map(([path]) => path.slice('journal/'.length)).join('\n'),
        results: resultStamps.map(([path]) => path).join('\n'),
        numbers: [...eventStamps, ...resultStamps].flatMap(([, size, mtimeMs]) => [size, mtimeMs]),
    };
    const texts = {
        replay: `${JSON.stringify(rows)}\n`,
        results: `${results.join('\n')}\n`,
        events: `[${events.join(',\n')}]\n`,
        stamps: `${JSON.stringify(stamps)}\n`,
    };
    const header = `${JSON.stringify({
        schema: SEGMENT_SCHEMA,
        from,
        to,
        sections: SECTIONS.map((name) => [name, Buffer.byteLength(texts[name]), (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(texts[name])]),
    })}\n`;
    const path = `state/segments/${pad(from)}-${pad(to)}.ndjson`;
    (0,_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .fR)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path), [header, ...SECTIONS.map((name) => texts[name])]);
    return { path, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(header), from, to };
}
function pad(seq) {
    return String(seq).padStart(6, '0');
}
function replayRow(entry, results) {
    const known = (0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .asKnown */ ._S)(entry.event);
    const { seq, recordedAt: at } = entry.event;
    switch (known?.type) {
        case 'RUN_CREATED':
            return ['created', seq, known.data.runId, known.data.processId, at];
        case 'EFFECT_REQUESTED': {
            const { effectId, stepId, taskId, kind, label, argsDigest, after, waits, site } = known.data;
            return [
                'request',
                seq,
                effectId,
                stepId,
                taskId,
                kind,
                label === undefined || label === taskId ? null : label,
                argsDigest ?? null,
                after ?? null,
                waits ?? null,
                site ?? null,
            ];
        }
        case 'EFFECT_RESOLVED': {
            const { effectId } = known.data;
            const outcome = entry.result?.outcome;
            if (outcome === undefined)
                return ['file', seq, effectId, at, entry.event.data];
            if (outcome.status === 'error')
                return ['error', seq, effectId, at, outcome.error];
            if (outcome.status === 'cancelled') {
                return ['cancelled', seq, effectId, at, outcome.reason, outcome.timedOut];
            }
            if (outcome.value.length > MAX_PACKED_VALUE)
                return ['file', seq, effectId, at, entry.event.data];
            results.push(outcome.value);
            return ['ok', seq, effectId, at, outcome.value.length];
        }
        case 'EFFECT_CANCELLED': {
            const outcome = (0,_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .cancelledOutcome */ .yO)(known.data);
            if (outcome.status !== 'cancelled')
                return undefined;
            return ['cancelled', seq, known.data.effectId, at, outcome.reason, outcome.timedOut];
        }
        case 'RUN_RETRIED':
            return ['retried', seq, known.data.effects, known.data.dropped];
        case 'PROCESS_LOG':
            return ['log', seq, known.data.logSeq];
        default:
            return undefined;
    }
}
const HEADER_BYTES = 1024;
/** What is read is made text at once: one buffer does for all, and its memory need not be collected. */
let buffer = Buffer.allocUnsafeSlow(0);
function bufferOf(bytes) {
    if (buffer.length < bytes)
        buffer = Buffer.allocUnsafeSlow(bytes);
    return buffer.subarray(0, bytes);
}
/** An open segment. Every read throws DamageError when the bytes are not those that the digest promises. */
class SegmentFile {
    ref;
    #path;
    #fd;
    #sections;
    /** `ref.digest` '' takes the header as it is (and puts its digest in): for listing only. */
    constructor(runDir, ref) {
        this.#path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, ref.path);
        this.#fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(this.#path, 'r');
        try {
            const head = Buffer.alloc(HEADER_BYTES);
            const got = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#fd, head, 0, HEADER_BYTES, 0);
            const end = head.subarray(0, got).indexOf(10) + 1;
            const line = head.toString('utf8', 0, end);
            const header = (0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(line);
            if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(header) || header.schema !== SEGMENT_SCHEMA)
                throw this.#wrong('it has no header');
            const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(line);
            if (ref.digest !== '' && ref.digest !== digest)
                throw this.#wrong('it is another one by now');
            this.ref = { path: ref.path, digest, from: Number(header.from), to: Number(header.to) };
            this.#sections = sectionsOf(header, end);
        }
        catch (error) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
            throw error;
        }
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
    }
    replayRows() {
        return { rows: JSON.parse(this.#text('replay')), results: this.#text('results') };
    }
    events() {
        return JSON.parse(this.#text('events'));
    }
    stamps() {
        return JSON.parse(this.#text('stamps'));
    }
    #text(name) {
        const section = this.#sections.get(name);
        if (section === undefined)
            throw this.#wrong(`it has no section ${name}`);
        const bytes = bufferOf(section.bytes);
        const got = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(this.#fd, bytes, 0, section.bytes, section.at);
        if (got !== section.bytes || (0,_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(bytes) !== section.digest)
            throw this.#wrong(`its ${name} are not as recorded`);
        return bytes.toString('utf8');
    }
    #wrong(why) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc(`The segment ${this.#path} is not used: ${why}. It is a cache and may be deleted`, this.#path);
    }
}
function sectionsOf(header, start) {
    const sections = new Map();
    let at = start;
    for (const item of Array.isArray(header.sections) ? header.sections : []) {
        if (!Array.isArray(item))
            continue;
        const bytes = Number(item[1]);
        sections.set(String(item[0]), { at, bytes, digest: String(item[2]) });
        at += bytes;
    }
    return sections;
}
/** Directory of the segments of a run. */
function segmentsDir(runDir) {
    return paths.segments(runDir);
}


/***/ }),

/***/ 4519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ packEntry),
/* harmony export */   Bz: () => (/* binding */ listSegments),
/* harmony export */   Gz: () => (/* binding */ stampFile),
/* harmony export */   Tc: () => (/* binding */ readSegmentEvents),
/* harmony export */   YU: () => (/* binding */ withSegment),
/* harmony export */   cw: () => (/* binding */ dropSegments),
/* harmony export */   oI: () => (/* binding */ SEGMENT_EVENTS)
/* harmony export */ });
/* unused harmony exports readReplayRows, packFiles */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6955);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8174);
/* harmony import */ var _segment_file_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8219);
/**
 * Which packed segments of a run may be used. They are a cache in state/segments/ and never a second truth:
 * whoever reads them runs `checkSegments` (segment-check.ts), at the latest before anything is written.
 */








/** So many events are packed into one segment. */
const SEGMENT_EVENTS = 512;
const SEGMENT_NAME = /^(\d{6,})-(\d{6,})\.ndjson$/;
/**
 * The segments that follow one another from event 1 on, without looking into more than their headers. Of two
 * that begin at the same event the longer one is taken; broken ones are passed over.
 */
function listSegments(runDir) {
    const longest = new Map();
    for (const name of (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .namesIn */ .wX)(_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .paths */ .f0.segments(runDir))) {
        const match = SEGMENT_NAME.exec(name);
        if (match === null)
            continue;
        const from = Number(match[1]);
        const to = Number(match[2]);
        if (to >= from && to > (longest.get(from)?.to ?? 0))
            longest.set(from, { to, name });
    }
    const found = [];
    for (let next = longest.get(1); next !== undefined; next = longest.get((found.at(-1)?.to ?? 0) + 1)) {
        const ref = headerOf(runDir, `state/segments/${next.name}`);
        if (ref === undefined || ref.from !== (found.at(-1)?.to ?? 0) + 1 || ref.to !== next.to)
            break;
        found.push(ref);
    }
    return found;
}
function headerOf(runDir, path) {
    try {
        const file = new _segment_file_js__WEBPACK_IMPORTED_MODULE_7__/* .SegmentFile */ .yu(runDir, { path, digest: '' });
        file.close();
        return file.ref;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DamageError */ .wc || (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(error))
            return undefined;
        throw error;
    }
}
function withSegment(runDir, ref, read) {
    const file = new _segment_file_js__WEBPACK_IMPORTED_MODULE_7__/* .SegmentFile */ .yu(runDir, ref);
    try {
        return read(file);
    }
    finally {
        file.close();
    }
}
/** The events of a segment. Throws DamageError when its bytes are not those that the digest promises. */
function readSegmentEvents(runDir, ref) {
    return withSegment(runDir, ref, (file) => file.events().map(([seq, ulid, type, recordedAt, data, extra]) => ({
        seq,
        ulid,
        type,
        recordedAt,
        data,
        ...(extra !== undefined && { extra }),
    })));
}
/** Adds what a replay needs of a segment to `input`. Values stay slices of the segment's text. */
function readReplayRows(runDir, ref, input, resolver) {
    withSegment(runDir, ref, (file) => {
        if (file.ref.from !== input.head + 1) {
            throw new DamageError(`The segment ${ref.path} does not follow event ${input.head}`, ref.path);
        }
        const { rows, results } = file.replayRows();
        const { requests, settlements } = input;
        let at = 0;
        let argsDigest = null;
        let site = null;
        for (const row of rows) {
            switch (row[0]) {
                case 'request': {
                    const after = row[8] ?? settlements.length;
                    if (row[7] !== SAME)
                        argsDigest = row[7];
                    if (row[10] !== SAME)
                        site = row[10];
                    requests.push({
                        effectId: row[2],
                        seq: row[1],
                        stepId: row[3],
                        taskId: row[4],
                        kind: row[5],
                        label: row[6] ?? row[4],
                        argsDigest: argsDigest ?? undefined,
                        after,
                        waits: row[9] ?? after,
                        site: site ?? undefined,
                    });
                    break;
                }
                case 'ok': {
                    const value = results.slice(at, at + row[4]);
                    at += row[4] + 1;
                    settle(input, row, { status: 'ok', value });
                    break;
                }
                case 'file':
                    settle(input, row, readOutcome(resolver, resolvedData(row[2], row[4]), ref.path));
                    break;
                case 'error':
                    settle(input, row, { status: 'error', error: row[4] });
                    break;
                case 'cancelled':
                    settle(input, row, { status: 'cancelled', reason: row[4], timedOut: row[5] });
                    break;
                case 'created':
                    input.runId = row[2];
                    input.processId = row[3];
                    input.createdAt = row[4];
                    break;
                case 'retried':
                    input.retries.push({
                        seq: row[1],
                        settlementsBefore: settlements.length,
                        requestsBefore: requests.length,
                        effects: row[2],
                        dropped: row[3],
                    });
                    break;
                case 'log':
                    input.logCount = Math.max(input.logCount, row[2]);
            }
        }
        input.head = file.ref.to;
    });
}
function settle(input, row, outcome) {
    input.settlements.push({
        index: input.settlements.length + 1,
        seq: row[1],
        effectId: row[2],
        recordedAt: row[3],
        outcome,
    });
}
function resolvedData(effectId, data) {
    const digest = data.resultDigest;
    return {
        effectId,
        status: data.status === 'error' ? 'error' : 'ok',
        resultRef: typeof data.resultRef === 'string' ? data.resultRef : refs.result(effectId),
        ...(typeof digest === 'string' && { resultDigest: digest }),
    };
}
/** The stamp of a file of the run as it is now. Throws when it is missing. */
function stampFile(runDir, path) {
    const { size, mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
    return [path, size, mtimeMs];
}
/** What packing an event needs, its result read and verified. `stamp`: when it was taken already. */
function packEntry(runDir, event, stamp, resolver) {
    const known = (0,_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .asKnown */ ._S)(event);
    if (known?.type !== 'EFFECT_RESOLVED')
        return { event, stamp };
    const { data } = known;
    const ref = data.resultRef ?? _layout_js__WEBPACK_IMPORTED_MODULE_5__/* .refs */ .DY.result(data.effectId);
    if (data.status === 'error' && data.error !== undefined) {
        return { event, stamp, result: { outcome: (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .readOutcome */ .ns)(resolver, data, stamp[0]), stamp } };
    }
    // The stamp first: a file that changes in between is then seen as changed.
    const resultStamp = stampFile(runDir, ref);
    return { event, stamp, result: { outcome: (0,_reader_js__WEBPACK_IMPORTED_MODULE_6__/* .readOutcome */ .ns)(resolver, data, stamp[0]), stamp: resultStamp } };
}
/** Packs event files that stand on disk, `SEGMENT_EVENTS` at a time. Throws DamageError for a damaged one. */
function packFiles(runDir, names) {
    const resolver = resolverOf(runDir);
    const packed = [];
    for (let i = 0; i < names.length; i += SEGMENT_EVENTS) {
        const entries = names.slice(i, i + SEGMENT_EVENTS).map((name) => {
            const stamp = stampFile(runDir, `journal/${eventFileName(name.seq, name.ulid)}`);
            return packEntry(runDir, readEvent(runDir, name), stamp, resolver);
        });
        packed.push(writeSegmentFile(runDir, entries));
    }
    return packed;
}
/** Removes segments that are not to be believed, so that nobody reads them again. */
function dropSegments(runDir, segments) {
    for (const { path } of segments)
        (0,_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .unlinkIfThere */ .Tp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runDir, path));
}


/***/ }),

/***/ 8221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  lE: () => (/* binding */ SNAPSHOT_NAME),
  RA: () => (/* binding */ readSnapshot),
  oF: () => (/* binding */ writeSnapshot)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(4826);
// EXTERNAL MODULE: ./lib/journal/atomic.js
var atomic = __nccwpck_require__(2168);
// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __nccwpck_require__(6955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __nccwpck_require__(1597);
;// CONCATENATED MODULE: ./lib/journal/effects-map.js
class EffectsMap extends Map {
    #older;
    /** Effects set from now on are in memory, `older` stands for the rest. */
    expect(older) {
        this.#older = older;
    }
    /** Puts all in order of request; what is in memory already is newer than what is read. */
    #load() {
        const older = this.#older;
        if (older === undefined)
            return;
        this.#older = undefined;
        const known = [...super.values()];
        const inMemory = new Map(known.map((effect) => [effect.effectId, effect]));
        super.clear();
        for (const effect of older.load())
            super.set(effect.effectId, inMemory.get(effect.effectId) ?? effect);
        for (const effect of known)
            super.set(effect.effectId, effect);
    }
    get(effectId) {
        const effect = super.get(effectId);
        if (effect !== undefined || !this.#mayBeOlder(effectId))
            return effect;
        this.#load();
        return super.get(effectId);
    }
    has(effectId) {
        return this.get(effectId) !== undefined;
    }
    /** Ids rise, so a fresh one needs no look at the old ones. */
    #mayBeOlder(effectId) {
        return this.#older !== undefined && effectId <= this.#older.maxId;
    }
    get size() {
        this.#load();
        return super.size;
    }
    forEach(callback) {
        this.#load();
        super.forEach(callback);
    }
    keys() {
        this.#load();
        return super.keys();
    }
    values() {
        this.#load();
        return super.values();
    }
    entries() {
        this.#load();
        return super.entries();
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}

// EXTERNAL MODULE: ./lib/journal/reader.js
var reader = __nccwpck_require__(8174);
// EXTERNAL MODULE: ./lib/journal/segments.js
var journal_segments = __nccwpck_require__(4519);
// EXTERNAL MODULE: ./lib/journal/state.js + 2 modules
var journal_state = __nccwpck_require__(89);
;// CONCATENATED MODULE: ./lib/journal/snapshot.js
/**
 * state/segments/state.ndjson: the state of a run as of the end of its segments, without the effects that are
 * settled. A cache that belongs to exactly one last segment; whoever believes that segment may believe it.
 */









const SCHEMA = 'longhaul.state.v1';
const SNAPSHOT_NAME = 'state.ndjson';
const PATH = `state/segments/${SNAPSHOT_NAME}`;
/** Writes the snapshot of a state that stands at the end of `last`. Not for states with problems. */
function writeSnapshot(runDir, state, last) {
    if (state.problems.length > 0 || state.head.seq !== last.to)
        return;
    const { effects: _, pending, signals, equals, messages, decisions, ...plain } = state;
    const parts = {
        pending: [...pending.values()],
        signals: [...signals],
        equals: [...equals],
        messages: [...messages],
        decisions: [...decisions],
        maxId: state.maxEffectId,
    };
    const body = JSON.stringify({ plain, parts });
    const header = JSON.stringify({ schema: SCHEMA, segment: last.digest, digest: (0,digest/* sha256 */.sc)(body) });
    (0,atomic/* replaceFile */.fR)((0,external_node_path_.join)(runDir, PATH), `${header}\n${body}\n`);
}
/** The state at the end of `segments`, or undefined when no snapshot stands for exactly these. */
function readSnapshot(runDir, segments) {
    const last = segments.at(-1);
    const text = last === undefined ? undefined : (0,reader/* readIfThere */.qC)((0,external_node_path_.join)(runDir, PATH));
    if (last === undefined || text === undefined)
        return undefined;
    const end = text.indexOf('\n');
    const header = (0,decode/* parseJson */.qF)(text.slice(0, Math.max(0, end)));
    if (!(0,decode/* isObject */.Gv)(header) || header.schema !== SCHEMA || header.segment !== last.digest)
        return undefined;
    const body = text.slice(end + 1, -1);
    if ((0,digest/* sha256 */.sc)(body) !== header.digest)
        return undefined;
    const { plain, parts } = JSON.parse(body);
    const state = {
        ...(0,journal_state/* emptyState */.p$)(),
        ...plain,
        signals: new Map(parts.signals),
        equals: new Map(parts.equals),
        messages: new Set(parts.messages),
        decisions: new Map(parts.decisions),
    };
    const effects = new EffectsMap();
    for (const effect of parts.pending) {
        const whole = { ...effect, settlement: effect.settlement ?? undefined };
        effects.set(effect.effectId, whole);
        state.pending.set(effect.effectId, whole);
    }
    effects.expect({ maxId: parts.maxId, load: () => allEffects(runDir, segments) });
    state.effects = effects;
    return state;
}
/** From the segments, or, when they were packed anew or deleted since, from the events themselves. */
function allEffects(runDir, segments) {
    try {
        return (0,journal_state/* stateOf */.L4)(segments.flatMap((ref) => (0,journal_segments/* readSegmentEvents */.Tc)(runDir, ref))).effects.values();
    }
    catch (error) {
        if (!(error instanceof errors/* DamageError */.wc) && !(0,reader/* isMissing */.b2)(error))
            throw error;
        const names = (0,reader/* listEvents */.Ir)(runDir).slice(0, segments.at(-1)?.to);
        return (0,journal_state/* stateOf */.L4)(names.map((name) => (0,reader/* readEvent */.j_)(runDir, name))).effects.values();
    }
}


/***/ }),

/***/ 299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ rebuildStateCache),
/* harmony export */   Wf: () => (/* binding */ staleReason),
/* harmony export */   jD: () => (/* binding */ reasonAfter)
/* harmony export */ });
/* unused harmony exports STATE_CACHE_SCHEMA, stateCacheText */
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2168);
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6955);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8091);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8174);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(89);
/** state/state.json in Babysitter's shape. A cache: nothing here ever reads more of it than its head. */






const STATE_CACHE_SCHEMA = '2026.01.state-cache';
/** So much is written at once, in characters. */
const PIECE = 64 * 1024;
/** The text of the cache, in pieces: of a long run it is too large to be held whole. `now` in milliseconds. */
function* stateCacheText(state, reason, now = Date.now()) {
    const head = {
        schemaVersion: STATE_CACHE_SCHEMA,
        savedAt: new Date(now).toISOString(),
        journalHead: state.head.seq === 0 ? null : { ...state.head },
        stateVersion: state.head.seq,
    };
    const tail = { pendingEffectsByKind: (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingByKind */ .HE)(state), rebuildReason: reason };
    const byInvocation = new Map();
    for (const effect of state.effects.values())
        byInvocation.set(effect.request.invocationKey, effect);
    let piece = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "effectsByInvocation": {`;
    let separator = '';
    for (const [key, effect] of byInvocation) {
        const summary = JSON.stringify(summaryOf(effect), null, 2).replaceAll('\n', '\n    ');
        piece += `${separator}\n    ${JSON.stringify(key)}: ${summary}`;
        separator = ',';
        if (piece.length < PIECE)
            continue;
        yield piece;
        piece = '';
    }
    yield `${piece}${separator === '' ? '' : '\n  '}},\n${(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(tail).slice(2)}`;
}
function summaryOf({ effectId, status, request, requestedAt, settlement }) {
    const { invocationKey, kind, label, taskId, stepId } = request;
    return {
        effectId,
        invocationKey,
        status,
        kind,
        label: label ?? taskId,
        taskId,
        stepId,
        requestedAt,
        ...(settlement !== undefined && { resolvedAt: settlement.at }),
    };
}
/** Writes the cache anew. */
function rebuildStateCache(runDir, state, reason) {
    (0,_atomic_js__WEBPACK_IMPORTED_MODULE_0__/* .replaceFile */ .fR)(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .paths */ .f0.stateCache(runDir), stateCacheText(state, reason));
}
/** Why the cache does not stand for a journal with this head; undefined when it does. */
function staleReason(runDir, head) {
    const text = (0,_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .readIfThere */ .qC)(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .paths */ .f0.stateCache(runDir));
    if (text === undefined)
        return 'missing_cache';
    const cache = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(cache) || cache.schemaVersion !== STATE_CACHE_SCHEMA)
        return 'corrupt_cache';
    const { journalHead } = cache;
    const agrees = (0,_decode_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(journalHead) && journalHead.seq === head.seq && journalHead.ulid === head.ulid;
    return agrees ? undefined : 'journal_mismatch';
}
/** The reason that a driver gives when it rebuilds the cache at its end. */
function reasonAfter(state) {
    if (state.terminal === undefined)
        return 'journal_mismatch';
    if (state.terminal.sealed)
        return 'manual_halt';
    return state.terminal.type === 'RUN_COMPLETED' ? 'post_completion' : 'post_failure';
}


/***/ }),

/***/ 89:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z8: () => (/* binding */ applyEvent),
  tx: () => (/* binding */ attemptOf),
  p$: () => (/* binding */ emptyState),
  xh: () => (/* binding */ hasChild),
  HE: () => (/* binding */ pendingByKind),
  L4: () => (/* binding */ stateOf),
  c2: () => (/* binding */ statusOf),
  Jt: () => (/* binding */ waitsForOthers)
});

// EXTERNAL MODULE: ./lib/journal/decode.js
var decode = __nccwpck_require__(6955);
// EXTERNAL MODULE: ./lib/journal/digest.js
var digest = __nccwpck_require__(1597);
// EXTERNAL MODULE: ./lib/journal/ids.js + 1 modules
var ids = __nccwpck_require__(6786);
;// CONCATENATED MODULE: ./lib/journal/state-retry.js
function applyRetried(state, data, seq) {
    state.attempt++;
    state.terminal = undefined;
    state.cancel = undefined;
    state.deadline = data.deadline;
    state.retries.push({
        seq,
        settlementsBefore: state.settlements,
        effects: data.effects,
        dropped: data.dropped,
    });
    for (const effectId of data.effects) {
        const effect = state.effects.get(effectId);
        if (effect === undefined) {
            state.problems.push({
                seq,
                code: 'UNKNOWN_EFFECT',
                message: `RUN_RETRIED reopens the unknown effect ${effectId}`,
            });
            continue;
        }
        effect.status = 'requested';
        effect.settlement = undefined;
        // Its retry policy starts anew; attempts go on counting.
        effect.failures = 0;
        effect.losses = 0;
        if (!effect.dropped)
            state.pending.set(effectId, effect);
    }
    for (const effectId of data.dropped) {
        const effect = state.effects.get(effectId);
        if (effect !== undefined)
            effect.dropped = true;
        state.pending.delete(effectId);
    }
}

;// CONCATENATED MODULE: ./lib/journal/state-terminal.js
/** `event`: RUN_COMPLETED, RUN_FAILED or RUN_HALTED. */
function terminalOf(event) {
    const data = event.data;
    const type = event.type;
    const seal = data.manual_seal_reason;
    const terminal = {
        type,
        status: type === 'RUN_COMPLETED'
            ? 'completed'
            : type === 'RUN_HALTED'
                ? 'halted'
                : data.canceled === true
                    ? 'canceled'
                    : 'failed',
        seq: event.seq,
        ulid: event.ulid,
        at: event.recordedAt,
        timedOut: data.timedOut === true,
        sealed: typeof seal === 'string',
    };
    const text = (key) => (typeof data[key] === 'string' ? data[key] : undefined);
    const reason = text('manual_seal_reason') ?? text('reason');
    if (reason !== undefined)
        terminal.reason = reason;
    for (const key of ['outputRef', 'outputDigest', 'effectId', 'errorClass', 'completionProof']) {
        const value = text(key);
        if (value !== undefined)
            terminal[key] = value;
    }
    if (data.error !== undefined)
        terminal.error = data.error;
    if (Array.isArray(data.cleanupErrors))
        terminal.cleanupErrors = data.cleanupErrors;
    if (data.actor !== undefined)
        terminal.actor = data.actor;
    if (data.payload !== undefined)
        terminal.payload = data.payload;
    return terminal;
}

;// CONCATENATED MODULE: ./lib/journal/state.js
/** What a run's events add up to. Pure, and O(1) for each event. */





function emptyState() {
    return {
        runId: '',
        processId: '',
        created: undefined,
        createdAt: '',
        updatedAt: '',
        head: { seq: 0, ulid: '' },
        effects: new Map(),
        pending: new Map(),
        maxEffectId: '',
        lastStep: 0,
        settlements: 0,
        attempt: 1,
        retries: [],
        signals: new Map(),
        cancel: undefined,
        equals: new Map(),
        logCount: 0,
        deadline: undefined,
        codeRevision: undefined,
        workspaceCommit: undefined,
        dispatched: undefined,
        messages: new Set(),
        decisions: new Map(),
        terminal: undefined,
        problems: [],
    };
}
function stateOf(events) {
    const state = emptyState();
    for (const event of events)
        applyEvent(state, event);
    return state;
}
/** Takes the next event into the state. Never throws: what does not fit is noted in `problems`. */
function applyEvent(state, event) {
    const known = (0,decode/* asKnown */._S)(event);
    if (state.terminal !== undefined && known !== undefined && known.type !== 'RUN_RETRIED') {
        note(state, event, 'AFTER_END', `${event.type} comes after the run ended with ${state.terminal.type}`);
    }
    if (state.head.seq === 0 && event.type !== 'RUN_CREATED') {
        note(state, event, 'NOT_CREATED', `The first event is ${event.type}, not RUN_CREATED`);
    }
    state.head = { seq: event.seq, ulid: event.ulid };
    state.updatedAt = event.recordedAt;
    if (typeof event.data.messageId === 'string')
        state.messages.add(event.data.messageId);
    if (known === undefined)
        applyOther(state, event);
    else
        applyKnown(state, known);
}
function note(state, event, code, message) {
    state.problems.push({ seq: event.seq, code, message });
}
function applyKnown(state, event) {
    switch (event.type) {
        case 'RUN_CREATED':
            if (state.created !== undefined)
                note(state, event, 'DUPLICATE_CREATED', 'A second RUN_CREATED');
            else {
                state.created = event.data;
                state.runId = event.data.runId;
                state.processId = event.data.processId;
                state.createdAt = event.recordedAt;
                state.deadline = event.data.deadline;
                state.codeRevision = event.data.commit ?? event.data.processRevision;
                state.workspaceCommit = event.data.commit;
            }
            return;
        case 'EFFECT_REQUESTED':
            if (!state.effects.has(event.data.effectId)) {
                applyRequested(state, event.data, event.seq, event.recordedAt);
            }
            else {
                note(state, event, 'DUPLICATE_REQUEST', `Effect ${event.data.effectId} is requested a second time`);
            }
            return;
        case 'EFFECT_STARTED': {
            const effect = effectOf(state, event);
            if (effect === undefined)
                return;
            const { effectId: _, ...start } = event.data;
            effect.starts.push({ ...start, seq: event.seq, at: event.recordedAt });
            if (start.because === 'failure')
                effect.failures++;
            if (start.because === 'loss')
                effect.losses++;
            return;
        }
        case 'EFFECT_RESOLVED':
        case 'EFFECT_CANCELLED': {
            // Its number in the order is taken whatever it settles: a replay counts the events alone.
            state.settlements++;
            const effect = effectOf(state, event);
            if (effect === undefined)
                return;
            if (effect.status !== 'requested') {
                note(state, event, 'DUPLICATE_SETTLEMENT', `Effect ${effect.effectId} is settled a second time`);
                return;
            }
            if (event.type === 'EFFECT_RESOLVED')
                applyResolved(state, effect, event.data);
            else
                effect.status = 'cancelled';
            effect.settlement = settlementOf(state.settlements, event);
            state.pending.delete(effect.effectId);
            return;
        }
        case 'SIGNAL_RECEIVED': {
            const list = state.signals.get(event.data.name) ?? [];
            const { value, actor } = event.data;
            list.push({ seq: event.seq, at: event.recordedAt, value: value ?? null, ...(actor && { actor }) });
            state.signals.set(event.data.name, list);
            return;
        }
        case 'RUN_CANCEL_REQUESTED':
            state.cancel ??= { ...event.data, seq: event.seq, at: event.recordedAt };
            return;
        case 'RUN_RETRIED':
            if (state.terminal?.type !== 'RUN_FAILED') {
                note(state, event, 'MISPLACED_RETRY', 'RUN_RETRIED of a run that had not failed');
            }
            applyRetried(state, event.data, event.seq);
            return;
        case 'RUN_COMPLETED':
        case 'RUN_FAILED':
        case 'RUN_HALTED':
            // A forced seal stands behind another end, and is the one that counts.
            if (state.terminal === undefined || 'manual_seal_reason' in event.data)
                state.terminal = terminalOf(event);
            return;
        case 'PROCESS_LOG':
            state.logCount = Math.max(state.logCount, event.data.logSeq);
    }
}
function effectOf(state, event) {
    const effect = state.effects.get(event.data.effectId);
    if (effect === undefined) {
        note(state, event, 'UNKNOWN_EFFECT', `${event.type} of the unknown effect ${event.data.effectId}`);
    }
    return effect;
}
function applyOther(state, event) {
    if (event.type === 'CODE_UPGRADED' && typeof event.data.revision === 'string') {
        state.codeRevision = event.data.revision;
    }
    if (event.type === 'WORKSPACE_CHANGED' && typeof event.data.commit === 'string') {
        state.workspaceCommit = event.data.commit;
    }
    if (event.type === 'RUN_DISPATCHED' && typeof event.data.hop === 'number') {
        state.dispatched = { ...event.data, seq: event.seq };
    }
    if (event.type === 'DECISION_RECORDED' && typeof event.data.effectId === 'string') {
        const list = state.decisions.get(event.data.effectId);
        if (list === undefined)
            state.decisions.set(event.data.effectId, [event]);
        else
            list.push(event);
    }
}
function applyRequested(state, request, seq, at) {
    const key = (0,digest/* equalityKey */.Q1)(request.kind, request.taskId, request.argsDigest);
    const occurrence = (state.equals.get(key) ?? 0) + 1;
    state.equals.set(key, occurrence);
    if (request.effectId > state.maxEffectId)
        state.maxEffectId = request.effectId;
    state.lastStep = Math.max(state.lastStep, (0,ids/* stepNumber */.CD)(request.stepId));
    const effect = {
        effectId: request.effectId,
        seq,
        requestedAt: at,
        request,
        status: 'requested',
        occurrence,
        starts: [],
        failures: 0,
        losses: 0,
        settlement: undefined,
        dropped: false,
    };
    state.effects.set(request.effectId, effect);
    state.pending.set(request.effectId, effect);
}
function applyResolved(state, effect, data) {
    effect.status = data.status === 'ok' ? 'resolved_ok' : 'resolved_error';
    if (data.signalSeq === undefined)
        return;
    for (const [name, list] of state.signals) {
        const at = list.findIndex((signal) => signal.seq === data.signalSeq);
        if (at < 0)
            continue;
        list.splice(at, 1);
        if (list.length === 0)
            state.signals.delete(name);
        return;
    }
}
function settlementOf(index, event) {
    const settlement = { index, seq: event.seq, at: event.recordedAt };
    const { data } = event;
    if (data.resultRef !== undefined)
        settlement.resultRef = data.resultRef;
    if (data.resultDigest !== undefined)
        settlement.resultDigest = data.resultDigest;
    if ('status' in data) {
        if (data.error !== undefined)
            settlement.error = data.error;
        if (data.stdoutRef !== undefined)
            settlement.stdoutRef = data.stdoutRef;
        if (data.stderrRef !== undefined)
            settlement.stderrRef = data.stderrRef;
    }
    else {
        settlement.reason = data.reason ?? '';
        if (data.timedOut === true)
            settlement.timedOut = true;
        if (data.withdrawn === true)
            settlement.withdrawn = true;
    }
    return settlement;
}
/** Number of the last attempt of an effect; 0 before its first start. */
function attemptOf(effect) {
    return effect.starts.at(-1)?.attempt ?? 0;
}
// Kinds that the engine does by itself; everything else waits for a person, for time, or for somebody else.
const DONE_HERE = new Set([
    'shell',
    'node',
    'agent',
    'skill',
    'orchestrator_task',
    'subprocess',
    'step',
    'hook',
]);
/** True when nothing that a driver does now brings this pending effect on. */
function waitsForOthers(effect, now = Date.now()) {
    if (effect.request.external === true || !DONE_HERE.has(effect.request.kind))
        return true;
    const last = effect.starts.at(-1);
    // The run that it has started waits for somebody, too, or is driven: whoever drives it to its end comes back.
    if (last?.notBefore === undefined)
        return hasChild(effect);
    return Date.parse(last.notBefore) > now;
}
/** It has started a run of its own, which may be going on without us. */
function hasChild(effect) {
    return effect.request.kind === 'subprocess' && effect.starts.length > 0;
}
/** The state that contract §1 gives a run whose lease nobody asks about. */
function statusOf(state, now = Date.now()) {
    if (state.terminal !== undefined)
        return state.terminal.status;
    if (state.head.seq <= 1)
        return 'created';
    if (state.pending.size === 0 || state.cancel !== undefined)
        return 'running';
    for (const effect of state.pending.values())
        if (!waitsForOthers(effect, now))
            return 'running';
    return 'waiting';
}
/** Number of pending effects of each kind, keys sorted. */
function pendingByKind(state) {
    const counts = new Map();
    for (const effect of state.pending.values()) {
        counts.set(effect.request.kind, (counts.get(effect.request.kind) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 1305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ SyncLog),
/* harmony export */   sh: () => (/* binding */ MAX_LOGGED),
/* harmony export */   tc: () => (/* binding */ LOG_SCHEMA)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7975);
/* harmony import */ var _atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2168);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1597);
/**
 * lease/epoch-<n>.log: what the driver of one epoch has made durable, in one file. A step is five small files, and
 * an fsync of each costs more than everything else about it. So the files are written as ever and left to the
 * kernel, and a save syncs this one file, which holds their texts, too.
 *
 * A kill takes nothing of either: the kernel has it all. What a power failure takes of the files, the next who
 * opens the run puts back from here (restore.ts). Nobody reads it otherwise: the files are the run.
 *
 * The first line says in which start of the machine it was written; each line behind it is the sha256 of its rest
 * and, as JSON, some files: `[[path, text], …]`.
 */





const LOG_SCHEMA = 'longhaul.log.v1';
/** Longer files are synced themselves: to write them twice would cost more. In characters. */
const MAX_LOGGED = 64 * 1024;
/** So much is kept in memory before it is written, whether a save asks for it or not. In characters. */
const BUFFERED = 256 * 1024;
const syncData = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasync);
class SyncLog {
    #path;
    #bootId;
    #files = [];
    #size = 0;
    #fd;
    #isNamed = false;
    #isWritten = true;
    /** `path`: made when there is something to log. `bootId`: names this start of the machine. */
    constructor(path, bootId) {
        this.#path = path;
        this.#bootId = bootId;
    }
    /** A file that stands whole under `path`, relative to the run directory. */
    add(path, text) {
        this.#files.push([path, text]);
        this.#size += text.length;
        if (this.#size > BUFFERED)
            this.#write();
    }
    #write() {
        if (this.#files.length === 0)
            return;
        if (this.#fd === undefined) {
            this.#fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(this.#path, 'ax');
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(this.#fd, `${JSON.stringify({ schema: LOG_SCHEMA, bootId: this.#bootId })}\n`);
        }
        const line = JSON.stringify(this.#files);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(this.#fd, `${(0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(line)} ${line}\n`);
        this.#files = [];
        this.#size = 0;
        this.#isWritten = false;
    }
    /** Resolves when everything added before this call is on the disk. */
    async sync() {
        this.#write();
        if (this.#fd === undefined || this.#isWritten)
            return;
        this.#isWritten = true;
        await syncData(this.#fd);
        if (this.#isNamed)
            return;
        const lease = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(this.#path);
        for (const directory of [lease, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(lease)])
            (0,_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .syncDirectory */ .zR)(directory);
        this.#isNamed = true;
    }
    /** What was not synced is left to the kernel. */
    close() {
        if (this.#fd !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#fd);
        this.#fd = undefined;
        this.#files = [];
    }
}


/***/ }),

/***/ 9138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ encodeRun),
/* harmony export */   Qy: () => (/* binding */ encodeTask),
/* harmony export */   Sz: () => (/* binding */ decodeResult),
/* harmony export */   Y0: () => (/* binding */ encodeResult),
/* harmony export */   am: () => (/* binding */ decodeRun),
/* harmony export */   s2: () => (/* binding */ completionProofOf)
/* harmony export */ });
/* unused harmony exports TASK_SCHEMA, RESULT_SCHEMA, BLOB_THRESHOLD */
/* harmony import */ var _decode_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6955);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1597);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8651);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8091);
/** The files beside the journal: task.json, result.json, run.json, in Babysitter's exact bytes. */




const TASK_SCHEMA = '2026.01.tasks-v1';
const RESULT_SCHEMA = '2026.01.results-v1';
/** Values whose pretty JSON is longer than this, in bytes, stand in a blob of their own. */
const BLOB_THRESHOLD = 1024 * 1024;
const FIXED_TASK_KEYS = new Set(['schemaVersion', 'effectId', 'taskId', 'invocationKey', 'stepId']);
const OBJECT_KEYS = ['io', 'node', 'breakpoint', 'orchestratorTask', 'sleep', 'metadata'];
/**
 * task.json: the keys of the definition, sorted at every level, then the fixed keys, then the inputs.
 * `inputs` undefined leaves them out. `def.kind` must be a string.
 */
function encodeTask(id, def, inputs) {
    const task = {};
    const sorted = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(def);
    for (const key of Object.keys(sorted)) {
        const value = taskField(key, sorted[key] ?? null);
        if (value !== undefined)
            set(task, key, value);
    }
    task.schemaVersion = TASK_SCHEMA;
    task.effectId = id.effectId;
    task.taskId = id.taskId;
    task.invocationKey = id.invocationKey;
    task.stepId = id.stepId;
    const encoded = { files: [], taskDefRef: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.task(id.effectId) };
    if (inputs !== undefined) {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(inputs);
        const blob = spill(id.effectId, 'inputs', value);
        if (blob === undefined)
            task.inputs = value;
        else {
            encoded.files.push(blob);
            encoded.inputsRef = blob.path;
            task.inputsRef = blob.path;
        }
    }
    encoded.files.push({ path: encoded.taskDefRef, text: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(task) });
    return encoded;
}
/** What Babysitter keeps of a field of the definition; undefined: nothing. */
function taskField(key, value) {
    if (key === 'title' || key === 'description')
        return typeof value === 'string' ? value : undefined;
    if (key === 'labels')
        return labels(value);
    if (OBJECT_KEYS.includes(key))
        return (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? value : undefined;
    if (key === 'inputsRef')
        return undefined;
    // Keeps its place among the keys of the definition; the value is set afterwards.
    if (FIXED_TASK_KEYS.has(key))
        return null;
    return value;
}
function labels(value) {
    if (!Array.isArray(value))
        return undefined;
    const texts = value.filter((item) => typeof item === 'string').map((item) => item.trim());
    const unique = [...new Set(texts.filter((item) => item !== ''))];
    return unique.length === 0 ? undefined : unique.sort((a, b) => a.localeCompare(b));
}
function set(target, key, value) {
    if (key !== '__proto__') {
        target[key] = value;
        return;
    }
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
function spill(effectId, name, value) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(value);
    if (text.length <= BLOB_THRESHOLD && Buffer.byteLength(text) <= BLOB_THRESHOLD)
        return undefined;
    return { path: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.blob(effectId, name, (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(text)), text };
}
/**
 * result.json. The value stands in it twice, as `result` and as `value`; one whose pretty JSON is longer than
 * 1 MiB goes to a blob, which `resultRef` in the file names.
 */
function encodeResult(of, outcome) {
    const files = [];
    const result = {
        schemaVersion: RESULT_SCHEMA,
        effectId: of.effectId,
        taskId: of.taskId,
        invocationKey: of.invocationKey,
        status: outcome.status,
    };
    let valueText = '';
    let value;
    if (outcome.status === 'ok') {
        value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(outcome.value);
        valueText = JSON.stringify(value);
        // So short that no indentation brings it over the limit: the pretty text need not be made to measure it.
        const blob = valueText.length < 1000 ? undefined : spill(of.effectId, 'result', value);
        if (blob !== undefined) {
            files.push(blob);
            result.resultRef = blob.path;
            value = undefined;
        }
        else
            result.result = value;
    }
    else if (outcome.status === 'error') {
        result.error = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(JSON.parse(JSON.stringify(outcome.error)));
    }
    else {
        result.error = { message: outcome.reason, name: 'EffectCancelledError' };
        result.reason = outcome.reason;
    }
    result.stdoutRef = of.stdoutRef;
    result.stderrRef = of.stderrRef;
    result.startedAt = of.startedAt;
    result.finishedAt = of.finishedAt;
    const metadata = outcome.status === 'cancelled'
        ? { cancelled: true, reason: outcome.reason, ...of.metadata }
        : of.metadata;
    if (metadata !== undefined)
        result.metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .sortKeys */ .di)(metadata);
    if (value !== undefined)
        result.value = value;
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)(result);
    const resultRef = _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .refs */ .DY.result(of.effectId);
    files.push({ path: resultRef, text, ...(value !== undefined && { value: valueText }) });
    return { files, resultRef, resultDigest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(text), valueText };
}
/** undefined when the text is no result file (cut off, or without what its status calls for). */
function decodeResult(text) {
    const body = (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(body))
        return undefined;
    if (body.status === 'error')
        return { status: 'error', error: body.error ?? null };
    if (body.status === 'cancelled') {
        return { status: 'cancelled', reason: typeof body.reason === 'string' ? body.reason : '' };
    }
    if (body.status !== 'ok')
        return undefined;
    if (body.result !== undefined && body.result !== null)
        return { status: 'ok', value: body.result };
    if (body.value !== undefined && body.value !== null)
        return { status: 'ok', value: body.value };
    if (typeof body.resultRef === 'string')
        return { status: 'ok', valueRef: body.resultRef };
    return { status: 'ok', value: null };
}
/** run.json in Babysitter's key order. */
function encodeRun(run) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonText */ .s$)({
        runId: run.runId,
        request: run.request,
        processId: run.processId,
        harness: run.harness,
        entrypoint: { importPath: run.entrypoint.importPath, exportName: run.entrypoint.exportName },
        processPath: run.entrypoint.importPath,
        processRevision: run.processRevision,
        layoutVersion: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9,
        createdAt: run.createdAt,
        prompt: run.prompt,
        nonInteractive: run.nonInteractive === true ? true : undefined,
        completionProof: run.completionProof,
    });
}
/** run.json parsed; a string says what is wrong with it. */
function decodeRun(text) {
    const run = (0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(run))
        return 'it is cut off or no JSON';
    if (typeof run.runId !== 'string' || run.runId === '')
        return 'it has no runId';
    if (run.layoutVersion !== _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9) {
        return `its layoutVersion is ${JSON.stringify(run.layoutVersion ?? null)}, this engine reads ${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9}`;
    }
    if (!(0,_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(run.entrypoint) || typeof run.entrypoint.importPath !== 'string')
        return 'it has no entrypoint';
    if (typeof run.createdAt !== 'string')
        return 'it has no createdAt';
    const metadata = {
        ...run,
        runId: run.runId,
        request: typeof run.request === 'string' ? run.request : run.runId,
        processId: typeof run.processId === 'string' ? run.processId : run.runId,
        entrypoint: {
            importPath: run.entrypoint.importPath,
            exportName: typeof run.entrypoint.exportName === 'string' ? run.entrypoint.exportName : 'process',
        },
        processPath: typeof run.processPath === 'string' ? run.processPath : run.entrypoint.importPath,
        layoutVersion: _layout_js__WEBPACK_IMPORTED_MODULE_3__/* .LAYOUT_VERSION */ .w9,
        createdAt: run.createdAt,
    };
    if (typeof run.harness !== 'string' || run.harness.trim() === '')
        delete metadata.harness;
    return metadata;
}
/** The proof in run.json, or the one that Babysitter derives for a run that has none. */
function completionProofOf(run) {
    return run.completionProof ?? (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(`${run.runId}:babysitter-completion-secret-v1`);
}


/***/ }),

/***/ 3454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ DirectoryLease),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   OC: () => (/* binding */ isLeft)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4826);
/* harmony import */ var _journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2168);
/* harmony import */ var _journal_decode_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6955);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6786);
/* harmony import */ var _journal_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8091);
/* harmony import */ var _journal_reader_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8174);
/* harmony import */ var _journal_restore_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7879);
/* harmony import */ var _journal_sync_log_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(1305);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(935);
/**
 * The lease of a run directory (protocol L5). Files in lease/:
 *   epoch-<n>.json      who holds, or held, the lease with epoch n; linked into place whole, never changed
 *   epoch-<n>.released  its owner let it go
 *   epoch-<n>.names     reservations: `<seq> <ULID>` of every event that epoch n was about to create, in order.
 *                       One file for all its batches: a file each would cost as much as the event itself.
 *   epoch-<n>.log       what it made durable (journal/sync-log.ts); no part of this protocol
 *
 * Why at most one driver's events enter the journal, however long a driver sleeps between two instructions:
 *  1. Whoever takes the lease creates epoch-<n+1>.json exclusively, n being the highest there is. Of several
 *     at once one succeeds. The highest epoch file is never deleted, so epochs never repeat; lower ones are
 *     deleted from the lowest up, so for an old owner always either its own file is gone or the next is there
 *     (which it looks for first). One who creates an epoch file late, after that epoch was come and gone, finds
 *     a higher one when it lists again, and steps back.
 *  2. An owner appends the names of a batch to its reservations in one write, then looks for a higher epoch,
 *     then creates the events in order, each exclusively, stopping for good at the first that fails.
 *  3. A new owner takes its epoch, then reads the reservations of lower ones, then lists the journal. A former
 *     owner whose look at the epochs came after that take stops. One whose look came before had its reservation
 *     in place by then, so the new owner sees it.
 *  4. The name that a former owner would create next is the reserved one of the first seq that the journal
 *     lacks. The new owner's first event takes exactly that name. Who creates it first wins: the former owner
 *     fails there and creates nothing more (2), or the new one fails, having written nothing else, and says
 *     so; the next opening sees the event.
 *  5. That first event is a batch of its own. So a later seq is reserved by the new owner only once it has won,
 *     and of two reservations of one seq the higher epoch's is the one that may still be used.
 *  6. Reservations of lower epochs are deleted by the new owner once its first batch stands, when (4) is
 *     decided. What a former owner writes into them later nobody needs: its look at the epochs stops it.
 *  7. Who released its lease creates nothing more: its reservations are deleted unread.
 */











const EPOCH_FILE = /^epoch-(\d+)\.(json|released|names)$/;
function listLease(runDir) {
    const entries = (0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .namesIn */ .wX)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(runDir)).flatMap((file) => {
        const match = EPOCH_FILE.exec(file);
        return match === null ? [] : [{ epoch: Number(match[1]), file, kind: match[2] }];
    });
    entries.sort((a, b) => a.epoch - b.epoch);
    const owners = entries.filter((entry) => entry.kind === 'json');
    const epoch = owners.at(-1)?.epoch ?? 0;
    const released = new Set(entries.filter((entry) => entry.kind === 'released').map((entry) => entry.epoch));
    const isDecided = (entry) => entry.kind !== 'names' || released.has(entry.epoch);
    return {
        epoch,
        released: released.has(epoch),
        lower: entries.filter((entry) => entry.epoch < epoch && isDecided(entry)),
        reservations: entries.filter((entry) => !isDecided(entry)),
    };
}
function epochFile(runDir, epoch) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(runDir), `epoch-${epoch}.json`);
}
/** undefined for a file that is gone, empty or torn: only a power failure tears one, and no owner survives that. */
function readRecord(runDir, epoch) {
    const record = (0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .readIfThere */ .qC)(epochFile(runDir, epoch)) ?? '');
    if (!(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(record) || !(0,_journal_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(record.owner) || typeof record.owner.token !== 'string')
        return undefined;
    return record;
}
/** Whether somebody holds the lease. `now` in milliseconds. */
function holderOf(runDir, machine = _owner_js__WEBPACK_IMPORTED_MODULE_10__/* .thisMachine */ .g8, now = Date.now()) {
    const { epoch, released } = listLease(runDir);
    if (epoch === 0 || released)
        return undefined;
    const record = readRecord(runDir, epoch);
    return record !== undefined && isHeld(record, machine, now) ? record : undefined;
}
/** The last owner did not give the lease back. */
function isLeft(runDir) {
    const { epoch, released } = listLease(runDir);
    return epoch > 0 && !released;
}
function isHeld(record, machine, now) {
    const liveness = (0,_owner_js__WEBPACK_IMPORTED_MODULE_10__/* .livenessOf */ .l8)(record.owner, machine);
    if (liveness !== 'unknown')
        return liveness === 'alive';
    // From elsewhere: held until the time that it set itself.
    return record.expiresAt === undefined || Date.parse(record.expiresAt) > now;
}
/** A held lease, and the guard of the journal that it stands for. */
class DirectoryLease {
    epoch;
    owner;
    /** The owner before, when it had not released the lease. */
    former;
    #runDir;
    #runId;
    #trace;
    #bootId;
    #ownFile;
    #nextFile;
    /** Reservations of former owners, in ascending order of epoch. */
    #foreign;
    /** Descriptor of our own, once there are any. */
    #own;
    constructor(runDir, runId, record, former, options) {
        this.#runDir = runDir;
        this.#runId = runId;
        this.epoch = record.epoch;
        this.owner = record.owner;
        this.former = former;
        this.#trace = options.trace;
        this.#bootId = options.bootId;
        this.#ownFile = epochFile(runDir, this.epoch);
        this.#nextFile = epochFile(runDir, this.epoch + 1);
        this.#foreign = this.#readReservations();
    }
    /** Throws LeaseHeldError naming who holds it. */
    static take(runDir, runId, owner, options = {}) {
        const machine = options.machine ?? _owner_js__WEBPACK_IMPORTED_MODULE_10__/* .thisMachine */ .g8;
        const trace = options.trace ?? (() => { });
        const directory = _journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(runDir);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { recursive: true });
        for (;;) {
            const listing = listLease(runDir);
            const before = listing.epoch === 0 || listing.released ? undefined : readRecord(runDir, listing.epoch);
            if (before !== undefined &&
                options.force !== true &&
                isHeld(before, machine, (options.now ?? Date.now)())) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LeaseHeldError */ ._i(runId, (0,_owner_js__WEBPACK_IMPORTED_MODULE_10__/* .describeOwner */ .$S)(before.owner));
            }
            const record = { epoch: listing.epoch + 1, owner };
            if (options.expiresAt !== undefined)
                record.expiresAt = options.expiresAt;
            trace('take');
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,_journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .createWhole */ .cl)(epochFile(runDir, record.epoch), `${JSON.stringify(record)}\n`, directory));
            }
            catch (error) {
                // Somebody was quicker: look at who it is.
                if ((0,_journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .isExisting */ .a_)(error))
                    continue;
                throw error;
            }
            trace('taken');
            // Between the listing and the creation others may have come and gone, this very epoch with them.
            if (listLease(runDir).epoch !== record.epoch) {
                (0,_journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .unlinkIfThere */ .Tp)(epochFile(runDir, record.epoch));
                continue;
            }
            const bootId = machine.bootId();
            const lease = new DirectoryLease(runDir, runId, record, before?.owner, { trace, bootId });
            try {
                (0,_journal_restore_js__WEBPACK_IMPORTED_MODULE_8__/* .restoreFiles */ .Ce)(runDir, bootId, (options.now ?? Date.now)());
                // Killed, perhaps before it had tidied up.
                if (before !== undefined)
                    (0,_journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTemps */ .OM)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.state(runDir));
            }
            catch (error) {
                lease.release();
                throw error;
            }
            for (const { file } of listLease(runDir).lower)
                (0,_journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .unlinkIfThere */ .Tp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, file));
            return lease;
        }
    }
    #readReservations() {
        const lower = listLease(this.#runDir).reservations.filter((entry) => entry.epoch < this.epoch);
        return lower.map(({ epoch, file }) => {
            const names = new Map();
            // Gone by now: whoever deleted it had decided all that it says.
            for (const line of ((0,_journal_reader_js__WEBPACK_IMPORTED_MODULE_7__/* .readIfThere */ .qC)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(this.#runDir), file)) ?? '').split('\n')) {
                const [seq, ulid = ''] = line.split(' ');
                if ((0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_5__/* .isUlid */ .ho)(ulid))
                    names.set(Number(seq), ulid);
            }
            return { file, epoch, names };
        });
    }
    /** For the journal under this lease; undefined where a restart of the machine could not be told afterwards. */
    log() {
        if (this.#bootId === '')
            return undefined;
        return new _journal_sync_log_js__WEBPACK_IMPORTED_MODULE_9__/* .SyncLog */ .EZ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(this.#runDir), `epoch-${this.epoch}.log`), this.#bootId);
    }
    adopted(seq) {
        return this.#foreign.findLast((reservations) => reservations.names.has(seq))?.names.get(seq);
    }
    reserve(names) {
        if (names.length > 0) {
            this.#own ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(this.#runDir), `epoch-${this.epoch}.names`), 'ax');
            this.#trace('reserve');
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.#own, names.map(({ seq, ulid }) => `${seq} ${ulid}\n`).join(''));
            this.#trace('reserved');
        }
        this.check();
        this.#trace('checked');
    }
    done() {
        // A batch of files alone decides nothing about the names of events.
        if (this.#own !== undefined && this.#foreign.length > 0)
            this.forgetReservations();
    }
    /** Deletes the reservations of former owners; only when nothing can come of them any more. */
    forgetReservations() {
        for (const { file } of this.#foreign)
            (0,_journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .unlinkIfThere */ .Tp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(this.#runDir), file));
        this.#foreign = [];
    }
    /** Two looks, in this order: see (1) above. */
    check() {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(this.#nextFile) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(this.#ownFile))
            throw this.lost();
    }
    lost() {
        const { epoch } = listLease(this.#runDir);
        const by = epoch > this.epoch ? readRecord(this.#runDir, epoch)?.owner : this.former;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .LeaseLostError */ .Jd(this.#runId, (0,_owner_js__WEBPACK_IMPORTED_MODULE_10__/* .describeOwner */ .$S)(by));
    }
    /** Lets the lease go, if it is still this one's. */
    release() {
        if (this.#own !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#own);
        this.#own = undefined;
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(this.#ownFile))
            return;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(_journal_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .paths */ .f0.lease(this.#runDir), `epoch-${this.epoch}.released`), 'wx'));
        }
        catch (error) {
            if (!(0,_journal_atomic_js__WEBPACK_IMPORTED_MODULE_3__/* .isExisting */ .a_)(error))
                throw error;
        }
    }
}


/***/ }),

/***/ 935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   GS: () => (/* binding */ thisOwner),
/* harmony export */   g8: () => (/* binding */ thisMachine),
/* harmony export */   l8: () => (/* binding */ livenessOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var _journal_ids_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6786);
/** Who drives a run, and whether that one is still alive. */




const thisMachine = {
    host: node_os__WEBPACK_IMPORTED_MODULE_2__.hostname,
    bootId() {
        if (process.platform !== 'linux')
            return '';
        // As much of it as tells one start from another: each save carries it.
        return [readText('/proc/sys/kernel/random/boot_id').trim().slice(0, 13), pidNamespace()]
            .filter(Boolean)
            .join('.');
    },
    startTime(pid) {
        if (process.platform === 'linux') {
            const stat = readText(`/proc/${pid}/stat`);
            // The name in parentheses may hold blanks and parentheses; field 22 counts from the last one.
            return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
        }
        if (process.platform === 'win32')
            return '';
        try {
            return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)('ps', ['-o', 'lstart=', '-p', String(pid)], {
                encoding: 'utf8',
                stdio: 'pipe',
            }).trim();
        }
        catch {
            return '';
        }
    },
    exists(pid) {
        try {
            process.kill(pid, 0);
            return true;
        }
        catch (error) {
            return error.code === 'EPERM';
        }
    },
};
function pidNamespace() {
    try {
        return /\d+/.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid'))?.[0] ?? '';
    }
    catch {
        return '';
    }
}
function readText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
/** This process as the owner of a lease. `job`: the GitHub job that it runs in. */
function thisOwner(engine, job, machine = thisMachine) {
    return {
        token: (0,_journal_ids_js__WEBPACK_IMPORTED_MODULE_3__/* .ulid */ .Z0)(),
        engine,
        startedAt: new Date().toISOString(),
        process: {
            pid: process.pid,
            startTime: machine.startTime(process.pid),
            bootId: machine.bootId(),
            host: machine.host(),
        },
        ...(job !== undefined && { job }),
    };
}
/**
 * Judges an owner. `unknown` for one from another machine: its pid means nothing here. A process that is gone,
 * whose pid has another start time by now, or that ran before this machine's last start is dead. Runners of GitHub
 * share host names: a job that ran before "the last start" may be on another one, and is asked about.
 */
function livenessOf(owner, machine = thisMachine) {
    const { process: of } = owner;
    if (of === undefined || of.host !== machine.host())
        return 'unknown';
    const here = machine.bootId();
    if (of.bootId !== '' && here !== '' && of.bootId !== here) {
        const isOtherBoot = of.bootId.split('.')[0] !== here.split('.')[0];
        return isOtherBoot && owner.job === undefined ? 'dead' : 'unknown';
    }
    return isRunning(of, machine) ? 'alive' : 'dead';
}
function isRunning(of, machine) {
    if (!machine.exists(of.pid))
        return false;
    const started = machine.startTime(of.pid);
    return started === '' || of.startTime === '' || started === of.startTime;
}
/** For messages: the job's address, or the process. */
function describeOwner(owner) {
    if (owner === undefined)
        return 'another driver';
    if (owner.job !== undefined)
        return owner.job.url;
    if (owner.process !== undefined)
        return `process ${owner.process.pid} on ${owner.process.host}`;
    return `driver ${owner.token}`;
}


/***/ }),

/***/ 7636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ww: () => (/* binding */ wakeTime),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   YI: () => (/* binding */ sweepTime),
/* harmony export */   fX: () => (/* binding */ whyDue),
/* harmony export */   h2: () => (/* binding */ filterRuns),
/* harmony export */   z3: () => (/* binding */ longestFirst)
/* harmony export */ });
/* unused harmony export runsOn */
/* harmony import */ var _journal_state_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(89);

/** `runId`: the name under which the store has the run. */
function summaryOf(runId, state, now = Date.now()) {
    const summary = {
        runId,
        processId: state.processId,
        state: (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(state, now),
        createdAt: state.createdAt,
        updatedAt: state.updatedAt,
    };
    if (state.terminal !== undefined)
        return summary;
    const wakeAt = wakeTime(state);
    if (wakeAt !== undefined)
        summary.wakeAt = wakeAt;
    const waitingOn = [...state.pending.values()]
        .filter((effect) => (0,_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .waitsForOthers */ .Jt)(effect, now))
        .map((effect) => effect.request.label);
    if (waitingOn.length > 0)
        summary.waitingOn = waitingOn;
    return summary;
}
/** The earliest ISO time at which time alone brings the run on; undefined: it waits for somebody. */
function wakeTime(state) {
    const times = [];
    const add = (time) => {
        const ms = time === undefined ? Number.NaN : Date.parse(time);
        if (!Number.isNaN(ms))
            times.push(ms);
    };
    add(state.deadline);
    add(state.cancel?.deadline);
    for (const effect of state.pending.values()) {
        const last = effect.starts.at(-1);
        add(effect.request.deadline);
        add(last?.notBefore);
        add(last?.deadline);
    }
    return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}
/**
 * ISO time from which a sweep looks at an open run. One that waits for a run of its own it looks at each time: the word
 * of that run's end may be lost with its machine. `lookAt`: of the index note.
 */
function sweepTime(state, lookAt = '') {
    if (state.terminal !== undefined)
        return undefined;
    const parent = [...state.pending.values()].some(_journal_state_js__WEBPACK_IMPORTED_MODULE_0__/* .hasChild */ .xh) ? state.updatedAt : undefined;
    return [wakeTime(state), lookAt, parent].filter((time) => time !== undefined && time !== '').sort()[0];
}
/** Applies a filter; the runs changed last come first. */
function filterRuns(runs, filter = {}) {
    const { status, processId, limit } = filter;
    return runs
        .filter((run) => status === undefined || status.includes(run.state))
        .filter((run) => processId === undefined || run.processId === processId)
        .sort((a, b) => a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.runId < b.runId ? -1 : 1)
        .slice(0, limit ?? runs.length);
}
/** Why a run that nobody drives should be driven now; undefined: it waits for somebody, or has ended. */
function whyDue(run, now) {
    const { state, wakeAt, hasMail, isLeft = false } = run;
    if (hasMail)
        return 'mail';
    if (state === 'running' || state === 'created' || (state === 'waiting' && isLeft))
        return 'driver';
    return state === 'waiting' && wakeAt !== undefined && Date.parse(wakeAt) <= now ? 'time' : undefined;
}
function longestFirst(due) {
    return [...due]
        .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1))
        .map(({ runId, why }) => ({ runId, why }));
}
/** Those that report on an issue or wait there. */
function runsOn(rows, issue) {
    return rows
        .map(({ runId, status, attempt, updated: updatedAt, waitingOn, issue: reports, workflow }) => ({
        row: {
            runId,
            status,
            attempt,
            updatedAt,
            refs: waitingOn.filter((one) => one.issue === issue).map(({ ref }) => ref),
            ...(workflow === undefined ? {} : { workflow }),
        },
        isHere: reports === issue,
    }))
        .filter(({ row, isHere }) => isHere || row.refs.length > 0)
        .map(({ row }) => row);
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
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
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
/******/ 		return "" + chunkId + ".main.js";
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
/******/ var __webpack_exports__ = __nccwpck_require__(151);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
