// Writes docs/cli.md and the tables of README.md from what the program itself works with. Tests compare them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputTable, outputTable, permissionTable } from '../src/action/tables.ts';
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
    '| 130, 143, 129 | SIGINT (Ctrl-C), SIGTERM, SIGHUP: `run`, `resume`: saved, and can be resumed; with `--exit-code` the state, unless a second signal has stopped it at once |',
    '| with `--exit-code` | 0 completed, 10 waiting, 11 running or created, 12 failed, 13 canceled, 14 halted |\n',
    'With `--json` exactly one JSON document is printed on standard output; an error is `{"error", "message", "path", "hint"}`.\n',
    'Runs lie in `--runs-dir`, else `LONGHAUL_RUNS_DIR`, else `BABYSITTER_RUNS_DIR`, else `.a5c/runs`.\n',
    ...COMMANDS.map(({ command }) => `## ${command.name}\n\n${block(commandHelp(command))}`),
  ].join('\n');
}

const TABLES = { inputs: inputTable, outputs: outputTable, permissions: permissionTable };

/** The document with its tables as they must be: each stands between `<!-- table: name -->` and `<!-- /table -->`. */
export function withTables(document: string): string {
  return document.replace(
    /(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- \/table -->)/g,
    (whole, open: string, name: string, close: string) => {
      const make = TABLES[name as keyof typeof TABLES];
      return make === undefined ? whole : `${open}\n${make()}\n\n${close}`;
    },
  );
}

if (import.meta.main) {
  const at = (path: string): string => join(import.meta.dirname, '..', path);
  writeFileSync(at('docs/cli.md'), cliDocument());
  writeFileSync(at('README.md'), withTables(readFileSync(at('README.md'), 'utf8')));
}
