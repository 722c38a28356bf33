/**
 * `npm run demo`: a release that stops at a breakpoint, is approved, and goes on in another operating-system
 * process, at the very line where it stopped. Prints every command; exits with 1 when anything is off.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bundle = join(root, 'dist/cli/index.js');
const cli = existsSync(bundle) ? bundle : join(root, 'src/cli/main.ts');

interface Ended {
  stdout: string;
  exit: number | null;
  pid: number;
}

/** Runs `longhaul …` as a process of its own. */
function longhaul(cwd: string, args: string[], quiet = false): Ended {
  const shown = args.map((arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg}'`)).join(' ');
  console.log(`\n$ longhaul ${shown}`);
  const { LONGHAUL_RUNS_DIR: _, BABYSITTER_RUNS_DIR: _b, ...env } = process.env;
  const ended = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!quiet) process.stdout.write(`${ended.stdout.replace(/^/gm, '  ').trimEnd()}\n`);
  return { stdout: ended.stdout, exit: ended.status, pid: ended.pid };
}

function expect(what: string, holds: boolean): void {
  console.log(`  ${holds ? '✓' : '✗'} ${what}`);
  if (!holds) throw new Error(`Not so: ${what}`);
}

interface Status {
  state: string;
  pending: { effectId: string; kind: string }[];
}

function demo(place: string): void {
  copyFileSync(join(import.meta.dirname, 'release.mjs'), join(place, 'release.mjs'));
  console.log(`A process that builds, asks and deploys, in ${place}`);

  const first = longhaul(place, [
    'run',
    'release.mjs',
    '--run-id',
    'demo',
    '--inputs-inline',
    '{"app":"shop"}',
  ]);
  expect('it built, and stopped to ask', first.exit === 0 && existsSync(join(place, 'out/shop.txt')));
  expect('nothing is deployed yet', !existsSync(join(place, 'out/deployed.txt')));

  const status = JSON.parse(longhaul(place, ['run:status', 'demo', '--json'], true).stdout) as Status;
  const [pending] = status.pending;
  expect(
    `the run is ${status.state}, on a ${pending?.kind}`,
    status.state === 'waiting' && pending?.kind === 'breakpoint',
  );

  const posted = longhaul(place, [
    'task:post',
    'demo',
    pending?.effectId ?? '',
    '--status',
    'ok',
    '--value-inline',
    '{"approved":true}',
  ]);
  expect('the approval is in the journal', posted.exit === 0);

  const second = longhaul(place, ['resume', 'demo', '--exit-code']);
  expect(
    `a new process (${second.pid}, before it ${first.pid}) completed the run`,
    second.exit === 0 && second.pid !== first.pid,
  );
  expect('the build was not run again', !second.stdout.includes('built'));
  expect(
    'it is deployed, once',
    readFileSync(join(place, 'out/deployed.txt'), 'utf8') === 'shop 1.2.3 deployed\n',
  );
  const output = JSON.parse(readFileSync(join(place, '.a5c/runs/demo/state/output.json'), 'utf8')) as {
    released?: boolean;
  };
  expect('the process returned its result', output.released === true);
  expect('every file of the run is whole', longhaul(place, ['run:verify', 'demo']).exit === 0);
}

const place = mkdtempSync(join(tmpdir(), 'longhaul-demo-'));
try {
  demo(place);
  console.log('\nThe demo went as it should.');
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
