/** The help, made from the table that the parser works with. */
import { type Command, type Flag, flagsOf, GLOBAL_FLAGS } from './command.ts';
import { COMMANDS } from './commands.ts';

const WIDTH = 100;

export function generalHelp(): string {
  const width = Math.max(...COMMANDS.map(({ command }) => command.name.length));
  return [
    'longhaul: durable, approvable, resumable workflow runs',
    '',
    'Usage: longhaul <command> [arguments] [flags]',
    '',
    'Commands:',
    ...COMMANDS.map(({ command }) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Flags of every command:',
    ...GLOBAL_FLAGS.flatMap(flagLines),
    '',
    'Exit codes: 0 done; 1 refused, or an error of the engine; 2 wrong usage; run and resume: 3 when the run failed or was canceled.',
    'Paths are relative to the working directory. `longhaul <command> --help` shows the flags of a command, `longhaul --version` (-v) the version.',
    '',
  ].join('\n');
}

export function commandHelp(command: Command): string {
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
  lines.push('Flags:', ...flagsOf(command).flatMap(flagLines), '');
  for (const note of command.notes ?? []) lines.push(...wrap(note, 0), '');
  return lines.join('\n');
}

function flagLines(flag: Flag): string[] {
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

function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each) => ' '.repeat(indent) + each);
}

/** The command that a mistyped name was probably meant to be. */
export function nearest(name: string): string | undefined {
  const names = COMMANDS.map(({ command }) => command.name);
  const part = names.find((known) => known.endsWith(`:${name}`) || known.replace(':', '-') === name);
  if (part !== undefined) return part;
  const scored = names
    .map((known) => ({ known, score: distance(name, known) }))
    .sort((a, b) => a.score - b.score);
  const [best] = scored;
  return best !== undefined && best.score <= Math.min(3, name.length - 1) ? best.known : undefined;
}

function distance(a: string, b: string): number {
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
