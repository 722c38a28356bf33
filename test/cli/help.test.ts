/** The help and the parser are made from one table; these tests hold both to it. */
import { describe, expect, it } from 'vitest';
import { type Command, flagsOf, GLOBAL_FLAGS } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parseCommand } from '../../src/cli/flags.ts';
import { commandHelp, generalHelp, nearest } from '../../src/cli/help.ts';
import { durationMs } from '../../src/duration.ts';
import { UsageError } from '../../src/errors.ts';
import { DEFAULT_LIMITS } from '../../src/operations/world.ts';
import { VERSION } from '../../src/version.ts';
import { place } from './support.ts';

const commands = COMMANDS.map(({ command }) => command);
const named = (name: string): Command => commands.find((command) => command.name === name)!;
const valueFor = (name: string, command: Command): string => {
  const flag = flagsOf(command).find((each) => each.name === name)!;
  return flag.choices?.[0] ?? (flag.kind === 'duration' ? '5s' : flag.kind === 'integer' ? '5' : 'text');
};
/** Arguments and required flags: the least that the command takes. */
const least = (command: Command): string[] => [
  ...command.args.map((arg) => arg.name),
  ...command.flags
    .filter((flag) => flag.required)
    .flatMap((flag) => [`--${flag.name}`, valueFor(flag.name, command)]),
];
const usage = (command: string, argv: string[], env = {}): string => {
  try {
    parseCommand(named(command), argv, env);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  throw new Error(`${argv.join(' ')} was taken`);
};

describe('the help says what the parser takes', () => {
  it.each(commands.map((command) => [command.name, command] as const))('%s', (_, command) => {
    const help = commandHelp(command);
    const documented = [...help.matchAll(/^ {2}--([a-z-]+)(?:, -([a-z]))?(?: <([^>]+)>)?$/gm)];
    const shorts = (flags: (string | undefined)[]) => flags.filter((short) => short !== undefined);
    expect(shorts(documented.map(([, , short]) => short))).toEqual(
      shorts(flagsOf(command).map(({ short }) => short)),
    );
    expect(documented.map(([, name]) => name).sort()).toEqual(
      flagsOf(command)
        .map((flag) => flag.name)
        .sort(),
    );
    for (const [, name = '', , value] of documented) {
      if (name === 'help') continue;
      const given = value === undefined ? [`--${name}`] : [`--${name}`, valueFor(name, command)];
      const rest = least(command).filter(
        (_each, i, all) => all[i] !== `--${name}` && all[i - 1] !== `--${name}`,
      );
      const { flags } = parseCommand(command, [...rest, ...given], {});
      expect(flags.given(name)).toBe(true);
    }
    for (const flag of flagsOf(command)) {
      if (flag.default !== undefined) expect(help.replace(/\s+/g, ' ')).toContain(`default: ${flag.default}`);
      for (const name of flag.env ?? []) expect(help).toContain(name);
      for (const choice of flag.choices ?? []) expect(help).toContain(choice);
      if (flag.required === true) expect(help).toContain('(required');
    }
    for (const { name } of command.args) expect(help).toContain(`<${name}>`);
    expect(generalHelp()).toContain(command.name);
  });

  it('shows defaults that are those of the engine', () => {
    const { flags } = parseCommand(named('resume'), ['run-1'], {});
    expect(flags.number('max-parallel')).toBe(DEFAULT_LIMITS.maxParallel);
    expect(flags.number('task-timeout')).toBe(DEFAULT_LIMITS.taskTimeoutMs);
    expect(flags.number('breakpoint-timeout')).toBe(DEFAULT_LIMITS.breakpointTimeoutMs);
    expect(flags.number('max-iterations')).toBe(DEFAULT_LIMITS.maxIterations);
    expect(flags.number('wait-in-job')).toBe(DEFAULT_LIMITS.waitInJobMs);
    expect(durationMs(flags.need('wait-in-job'), '')).toBe(60_000);
  });

  it('has the verbs of the contract', () => {
    expect(commands.map((command) => command.name)).toEqual(
      expect.arrayContaining(
        'run resume run:create run:status run:list run:events run:iterate run:signal run:halt run:fork run:verify run:rebuild-state run:repair-journal task:list task:show task:post task:cancel'.split(
          ' ',
        ),
      ),
    );
    expect(GLOBAL_FLAGS.map((flag) => flag.name)).toEqual(['json', 'runs-dir', 'exit-code', 'help']);
  });
});

describe('the parser is strict', () => {
  it('refuses what it does not know, and says where the help is', () => {
    expect(usage('run:status', ['r', '--bogus', 'x'])).toBe("Unknown option '--bogus'");
    expect(usage('run:status', ['r', '-x'])).toBe("Unknown option '-x'");
    expect(usage('run:status', ['r', '--json=yes'])).toMatch(/--json/);
    expect(usage('run:status', ['r', '--no-json'])).toBe("Unknown option '--no-json'");
  });

  it('refuses missing, surplus, empty and repeated arguments', () => {
    expect(usage('run:status', [])).toBe('run:status: <run> is missing');
    expect(usage('task:show', ['r'])).toBe('task:show: <effect> is missing');
    expect(usage('run:status', [''])).toBe('run:status: <run> is empty');
    expect(usage('run:status', ['r', 'q'])).toBe('run:status: unexpected argument "q"');
    expect(usage('run:list', ['--limit', '1', '--limit', '2'])).toBe('--limit is given twice');
    expect(usage('run:list', ['--limit'])).toMatch(/--limit/);
    expect(usage('run:fork', ['r'])).toBe('--at is missing');
  });

  it('checks numbers, durations and choices, defaults and the environment included', () => {
    expect(usage('run:list', ['--limit', 'two'])).toBe('--limit: "two" is not a whole number');
    for (const limit of [['--limit', '-1'], ['--limit=-1']])
      expect(usage('run:list', limit)).toBe('--limit: "-1" is not a whole number');
    for (const many of ['0', '257'])
      expect(usage('resume', ['r', '--max-parallel', many])).toBe(
        `--max-parallel: ${many} is not between 1 and 256`,
      );
    expect(usage('resume', ['r', '--wait-in-job', '-5'])).toBe('--wait-in-job: "-5" is not a duration');
    expect(usage('resume', ['r', '--wait-in-job', 'soon'])).toMatch(
      /^--wait-in-job: "soon" is not a duration/,
    );
    expect(usage('run:halt', ['r', '--final-status', 'halted'])).toBe(
      '--final-status: "halted" is none of completed, failed',
    );
    const { flags } = parseCommand(named('resume'), ['r'], {
      LONGHAUL_AGENT_COMMAND: 'agent',
      BABYSITTER_RUNS_DIR: 'theirs',
    });
    expect(flags.text('agent-command')).toBe('agent');
    expect(flags.text('runs-dir')).toBe('theirs');
    expect(flags.given('runs-dir')).toBe(false);
    const both = { BABYSITTER_RUNS_DIR: 'theirs', LONGHAUL_RUNS_DIR: 'ours' };
    expect(parseCommand(named('resume'), ['r'], both).flags.text('runs-dir')).toBe('ours');
    expect(parseCommand(named('resume'), ['r', '--runs-dir', 'mine'], both).flags.text('runs-dir')).toBe(
      'mine',
    );
    expect(parseCommand(named('resume'), ['r'], { LONGHAUL_RUNS_DIR: '' }).flags.text('runs-dir')).toBe(
      '.a5c/runs',
    );
  });

  it('takes flags before and behind the arguments, and values that begin with a hyphen after =', () => {
    const { args, flags } = parseCommand(
      named('task:post'),
      ['--status', 'ok', 'r', '--value-inline=-5', 'e'],
      {},
    );
    expect(args).toEqual(['r', 'e']);
    expect(flags.text('value-inline')).toBe('-5');
  });

  it('has no flag that a verb asks for without a place in the table', () => {
    const { flags } = parseCommand(named('run:status'), ['r'], {});
    expect(() => flags.text('reason')).toThrow('--reason is not in the table of this command');
  });
});

describe('the program', () => {
  it('prints help and version, and exits with 2 without a command', async () => {
    const at = place();
    const [help, version, nothing, typo, ofOne, json] = await Promise.all([
      at.cli(['help']),
      at.cli(['-v']),
      at.cli([]),
      at.cli(['staus']),
      at.cli(['run:halt', '-h']),
      at.cli(['help', 'run', '--json']),
    ]);
    expect(help).toMatchObject({ code: 0, stdout: generalHelp() });
    expect(help.stdout).toContain('`longhaul --version` (-v)');
    expect(version).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
    expect(nothing).toMatchObject({ code: 2, stdout: '' });
    expect(nothing.stderr).toContain('Usage: longhaul');
    expect(typo).toMatchObject({ code: 2, stdout: '' });
    expect(typo.stderr).toContain('There is no command "staus"');
    expect(ofOne).toMatchObject({ code: 0, stdout: commandHelp(named('run:halt')) });
    expect(JSON.parse(json.stdout)).toEqual({ help: commandHelp(named('run')) });
  });

  it('knows what was probably meant', () => {
    expect(nearest('status')).toBe('run:status');
    expect(nearest('run-halt')).toBe('run:halt');
    expect(nearest('resum')).toBe('resume');
    expect(nearest('completely-different')).toBeUndefined();
  });
});
