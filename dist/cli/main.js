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

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

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
    { name: 'help', help: 'Show the help of this command' },
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
    { name: 'max-parallel', value: 'n', kind: 'integer', default: '4', help: 'Commands that run at once' },
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
    entry(driving(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(245), __nccwpck_require__.e(707), __nccwpck_require__.e(712), __nccwpck_require__.e(656)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5656))), {
        name: 'run',
        summary: 'Start a run and drive it until it ends or waits',
        args: [{ name: 'entry', help: 'The process: path/to/file.mjs or path/to/file.mjs#exportName' }],
        flags: [...START_FLAGS, ...DRIVE_FLAGS],
        notes: DRIVE_NOTES,
    }),
    entry(driving(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(245), __nccwpck_require__.e(707), __nccwpck_require__.e(712), __nccwpck_require__.e(214)]).then(__nccwpck_require__.bind(__nccwpck_require__, 214))), {
        name: 'resume',
        summary: 'Carry a run on until it ends or waits; one that failed by itself is tried again',
        args: [RUN],
        flags: DRIVE_FLAGS,
        notes: [...DRIVE_NOTES, 'Resuming a completed run changes nothing and exits with 0.'],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(713)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5713)), {
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
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(51)]).then(__nccwpck_require__.bind(__nccwpck_require__, 51)), {
        name: 'run:status',
        summary: 'State of a run, and what it waits for',
        args: [RUN],
        flags: [],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(73)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5073)), {
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
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(466)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3466)), {
        name: 'run:events',
        summary: 'The events of a run',
        args: [RUN],
        flags: [
            { name: 'limit', value: 'n', kind: 'integer', help: 'At most so many' },
            { name: 'reverse', help: 'The last one first' },
            { name: 'filter-type', value: 'type', help: 'Only events of this type' },
        ],
    }),
    entry(driving(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(245), __nccwpck_require__.e(707), __nccwpck_require__.e(712), __nccwpck_require__.e(708)]).then(__nccwpck_require__.bind(__nccwpck_require__, 708))), {
        name: 'run:iterate',
        summary: 'Replay once, record what the process asks for and print it; run nothing',
        args: [RUN],
        flags: [
            { name: 'iteration', value: 'n', kind: 'integer', help: 'Number to print as iteration' },
            ...DRIVE_FLAGS.filter((flag) => flag.name === 'on-code-change'),
        ],
        notes: ['Exits with 0 whatever the state of the run, unless --exit-code is given.'],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(268)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2268)), {
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
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(707), __nccwpck_require__.e(597)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1493)), {
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
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(245), __nccwpck_require__.e(568)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1076)), {
        name: 'check',
        summary: 'Replay open runs against the code of the workspace; exit with 1 when one diverges. Writes nothing',
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
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(244)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8244)), {
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
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(411)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7792)), {
        name: 'run:verify',
        summary: 'Check every file of a run; exit with 1 when something is wrong',
        args: [RUN],
        flags: [],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(558)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3558)), {
        name: 'run:rebuild-state',
        summary: 'Write state/ anew from the journal',
        args: [RUN],
        flags: [DRY_RUN],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(335)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2335)), {
        name: 'run:repair-journal',
        summary: 'Put a damaged journal in order; the old one is kept beside it',
        args: [RUN],
        flags: [DRY_RUN],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(749)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7749)), {
        name: 'task:list',
        summary: 'The effects of a run',
        args: [RUN],
        flags: [
            { name: 'pending', help: 'Only those that are not settled' },
            { name: 'kind', value: 'kind', help: 'Only those of this kind' },
        ],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(104)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7104)), {
        name: 'task:show',
        summary: 'One effect: its definition and its result',
        args: [RUN, EFFECT],
        flags: [],
    }),
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(17)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8017)), {
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
    entry(() => Promise.all(/* import() */[__nccwpck_require__.e(386), __nccwpck_require__.e(381), __nccwpck_require__.e(245), __nccwpck_require__.e(707), __nccwpck_require__.e(712), __nccwpck_require__.e(591)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3591)), {
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
    return Number(value);
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
    const options = Object.fromEntries([...declared.values()].map((flag) => [
        flag.name,
        { type: flag.value === undefined ? 'boolean' : 'string' },
    ]));
    let parsed;
    try {
        parsed = parse(argv, options);
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
/** The command line's front door: finds the command, parses, runs it, turns its end into an exit code. */





async function main(argv) {
    const { env, stdin, stdout, stderr } = process;
    // Asked for even when the arguments cannot be parsed: whoever wants JSON reads JSON errors, too.
    const out = new _output_js__WEBPACK_IMPORTED_MODULE_4__/* .Output */ .k7(argv.includes('--json'), stdout, stderr);
    try {
        const [name = '', ...rest] = argv;
        if (name === '--version' || name === 'version')
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
        const end = await verb({
            args,
            flags,
            out,
            here: { env, cwd: process.cwd(), terminal: { stdin, stdout } },
        });
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
        const told = described(error);
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

/***/ 1005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ durationText),
/* harmony export */   p: () => (/* binding */ durationMs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4826);
/** Durations as people write them: `90s`, `10m`, `5h30m`; a plain number is milliseconds. */

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
        hint: 'Write an integer with a unit, e.g. 30s, 10m, 5h30m or 7d (ms, s, m, h, d; at most 36500d); a number is milliseconds.',
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
            hint: `Wait for it to finish, or stop it with \`longhaul run:halt ${runId}\`.`,
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
    constructor(message, path) {
        super('DAMAGED', message, {
            path,
            hint: 'See every finding with `longhaul run:verify`; `longhaul run:repair-journal --dry-run` shows what can be repaired.',
        });
        this.name = 'DamageError';
    }
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
