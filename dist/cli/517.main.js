export const id = 517;
export const ids = [517];
export const modules = {

/***/ 1517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandHelp: () => (/* binding */ commandHelp),
/* harmony export */   generalHelp: () => (/* binding */ generalHelp),
/* harmony export */   nearest: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5461);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5726);
/** The help, made from the table that the parser works with. */


const WIDTH = 100;
function generalHelp() {
    const width = Math.max(..._commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .L.map(({ command }) => command.name.length));
    return [
        'longhaul: durable, approvable, resumable workflow runs',
        '',
        'Usage: longhaul <command> [arguments] [flags]',
        '',
        'Commands:',
        ..._commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .L.map(({ command }) => `  ${command.name.padEnd(width)}  ${command.summary}`),
        '',
        'Flags of every command:',
        ..._command_js__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_FLAGS */ .a.flatMap(flagLines),
        '',
        'Exit codes: 0 done; 1 refused, or an error of the engine; 2 wrong usage; run and resume: 3 when the run failed or was canceled.',
        'Paths are relative to the working directory. `longhaul <command> --help` shows the flags of a command, `longhaul --version` (-v) the version.',
        '',
    ].join('\n');
}
function commandHelp(command) {
    const args = command.args
        .map(({ name, optional }) => (optional === true ? ` [<${name}>]` : ` <${name}>`))
        .join('');
    const lines = [
        `longhaul ${command.name}: ${command.summary}`,
        '',
        `Usage: longhaul ${command.name}${args} [flags]`,
        '',
    ];
    if (command.args.length > 0) {
        lines.push('Arguments:', ...command.args.map(({ name, help }) => `  <${name}>  ${help}`), '');
    }
    lines.push('Flags:', ...(0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .flagsOf */ .Z)(command).flatMap(flagLines), '');
    for (const note of command.notes ?? [])
        lines.push(...wrap(note, 0), '');
    return lines.join('\n');
}
function flagLines(flag) {
    const short = flag.short === undefined ? '' : `, -${flag.short}`;
    const head = `  --${flag.name}${short}${flag.value === undefined ? '' : ` <${flag.value}>`}`;
    const facts = [
        ...(flag.required === true ? ['required'] : []),
        ...(flag.range === undefined ? [] : [`${flag.range.min} to ${flag.range.max}`]),
        ...(flag.choices === undefined ? [] : [`one of: ${flag.choices.join(', ')}`]),
        ...(flag.env === undefined ? [] : [`environment: ${flag.env.join(', ')}`]),
        ...(flag.default === undefined ? [] : [`default: ${flag.default}`]),
    ];
    return [head, ...wrap(facts.length === 0 ? flag.help : `${flag.help} (${facts.join('; ')})`, 6)];
}
function wrap(text, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
    return lines.map((each) => ' '.repeat(indent) + each);
}
/** The command that a mistyped name was probably meant to be. */
function nearest(name) {
    const names = _commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .L.map(({ command }) => command.name);
    const part = names.find((known) => known.endsWith(`:${name}`) || known.replace(':', '-') === name);
    if (part !== undefined)
        return part;
    const scored = names
        .map((known) => ({ known, score: distance(name, known) }))
        .sort((a, b) => a.score - b.score);
    const [best] = scored;
    return best !== undefined && best.score <= Math.min(3, name.length - 1) ? best.known : undefined;
}
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ })

};
