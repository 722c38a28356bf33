/** Every command that is printed works when it is pasted, wherever the runs are. */
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Ended, ended, GATE, MAIN, type Place, place } from './support.ts';

/** Commands in backticks, or behind `Next: …:`. */
const commandsIn = ({ stdout, stderr }: Ended): string[] =>
  [...(stdout + stderr).matchAll(/`(longhaul [^`]+)`|: (longhaul .+)$/gm)].map(
    (found) => found[1] ?? found[2] ?? '',
  );

function paster(at: Place): (line: string | undefined) => Promise<Ended> {
  chmodSync(at.write('bin/longhaul', `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' "$@"\n`), 0o755);
  return (line = 'exit 99') =>
    ended(
      spawn('sh', ['-c', line], {
        cwd: at.dir,
        env: { ...at.env, PATH: `${at.dir}/bin:${at.env.PATH}` },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
}

it('contract §5: with --runs-dir, of a run that is named by its path, and of one whose id was made up', async () => {
  const at = place();
  const paste = paster(at);
  const there = ['--runs-dir', "ann's runs"];

  at.write('p.mjs', 'export const process = ;\n');
  const broken = await at.cli(['run', 'p.mjs', '--run-id', 'r', ...there]);
  at.write('p.mjs', GATE);
  const [mended] = commandsIn(broken);
  expect(mended).toBe("longhaul resume r --runs-dir 'ann'\\''s runs'");
  const waits = await paste(mended);
  expect(waits).toMatchObject({ code: 0, stdout: expect.stringContaining('Run r waits') });

  const [taken] = commandsIn(await at.cli(['run', 'p.mjs', '--run-id', 'r', ...there]));
  expect(await paste(taken)).toMatchObject({ code: 0, stdout: expect.stringContaining('Run r waits') });

  const [list] = commandsIn(await at.cli(['run:status', 'none', ...there]));
  expect(await paste(list)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^r /) });

  const unknown = await at.cli(['task:show', "./ann's runs/r", 'NOPE']);
  const [effects] = commandsIn(unknown);
  expect(effects).toBe("longhaul task:list './ann'\\''s runs/r'");
  expect(await paste(effects)).toMatchObject({ code: 0, stdout: expect.stringContaining('breakpoint') });

  at.write('stuck.mjs', 'export const process = () => new Promise(() => {});\n');
  const stuck = await at.cli(['run', 'stuck.mjs', ...there]);
  expect(stuck.code).toBe(1);
  const [resume, halt] = commandsIn(stuck);
  expect(resume).toContain("--on-code-change upgrade --runs-dir 'ann'\\''s runs'");
  expect(await paste(halt)).toMatchObject({ code: 0, stdout: expect.stringContaining('is sealed') });
});
