// Writes docs/cli.md from the table that the parser works with. A test compares the file with it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../src/cli/commands.ts';
import { commandHelp, generalHelp } from '../src/cli/help.ts';

export function cliDocument(): string {
  const block = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
  return [
    '# The command line\n',
    'Made from the program’s own help by `npm run docs`.\n',
    block(generalHelp()),
    '## Exit codes\n',
    '| code | meaning |\n|---|---|',
    '| 0 | done |\n| 1 | refused, or an error of the engine |\n| 2 | wrong usage |',
    '| 3 | `run`, `resume`: the run failed or was canceled |',
    '| with `--exit-code` | 0 completed, 10 waiting, 11 running or created, 12 failed, 13 canceled, 14 halted |\n',
    'With `--json` exactly one JSON document is printed on standard output; an error is `{"error", "message", "path", "hint"}`.\n',
    'Runs lie in `--runs-dir`, else `LONGHAUL_RUNS_DIR`, else `BABYSITTER_RUNS_DIR`, else `.a5c/runs`.\n',
    ...COMMANDS.map(({ command }) => `## ${command.name}\n\n${block(commandHelp(command))}`),
  ].join('\n');
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../docs/cli.md'), cliDocument());
