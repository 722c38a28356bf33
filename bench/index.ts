/**
 * `npm run bench -- [--quick] [--samples <n>] [--peers] [--write] [--dir <directory>] [--peers-dir <installed before>]`
 * Measures replay, durable runs, memory and start-up beside what is possible and beside other engines.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { type Case, type Group, makeBench } from './cases.ts';
import { waitQuiet } from './measure.ts';
import { installPeers } from './peers.ts';
import { machineOf, printed, writeDocument } from './report.ts';
import { Results } from './results.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    samples: { type: 'string', default: '15' },
    peers: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    dir: { type: 'string', default: tmpdir() },
    'peers-dir': { type: 'string' },
  },
});

const root = path.resolve(import.meta.dirname, '..');
const sizes = options.quick ? [100, 1000] : [100, 1000, 5000, 10_000];
/** Long runs vary less, and take most of the time. */
function rounds(group: Group, n: number): number {
  const most = options.quick ? 3 : Number(options.samples);
  if (group === 'start' || n === 0) return most;
  if (group === 'replay') return Math.min(most, 7);
  return Math.min(most, n >= 5000 ? 2 : 5);
}

/** One sample of every case, then the next of every case: what slows the machine down slows all of them down. */
async function measureAll(cases: Case[], results: Results): Promise<void> {
  const groups: Group[] = ['start', 'replay', 'run'];
  const most = Math.max(...groups.map((group) => rounds(group, 0)));
  for (let round = 0; round < most; round++) {
    for (const n of [0, ...sizes]) {
      for (const one of cases) {
        if (n > one.upTo || round >= rounds(one.group, n)) continue;
        await waitQuiet(options.quick ? 500 : 1000);
        results.add(one, n, one.sample(n));
      }
      process.stderr.write(`\rround ${round + 1} of ${most}, N = ${n}      `);
    }
  }
  process.stderr.write('\n');
}

/** `check` against a git server: a process of its own, once. */
function measureCheck(): { runs: number; seconds: number } {
  const runs = options.quick ? '20' : '200';
  return JSON.parse(execFileSync(process.execPath, [path.join(root, 'bench/check.ts'), runs]).toString());
}

mkdirSync(options.dir, { recursive: true });
const dir = mkdtempSync(path.join(path.resolve(options.dir), 'longhaul-bench-'));
const made = [dir];
process.on('exit', () => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const wanted = options.peers || options['peers-dir'] !== undefined;
const peers = wanted ? installPeers(dir, options['peers-dir']) : undefined;
const programs = build(root, made);
const bench = makeBench(dir, programs, path.join(root, 'bench/process'), peers);
for (const n of [0, ...sizes]) bench.prepare(n);
const results = new Results(sizes);
await measureAll(bench.cases, results);
results.check = measureCheck();
const machine = machineOf(dir);
console.log(printed(results, machine));
if (options.write) writeDocument(path.join(root, 'docs/performance.md'), results, machine);
