/** A power failure takes what the kernel had not written: the log of the driver has it, and it is put back. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/journal/digest.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { type Machine, thisMachine, thisOwner } from '../../src/stores/owner.ts';
import { repairRun } from '../../src/stores/repair.ts';
import { doSteps, eventPath, newRun } from '../journal/helpers.ts';

const startedAs = (boot: string): Machine => ({ ...thisMachine, bootId: () => boot });
const before = startedAs('boot-1');
const after = startedAs('boot-2');

/** Five steps that were saved; the driver is gone, and nothing of it was written to the disk but its log. */
async function savedRun() {
  const { store, run, lease, journal, runDir } = await newRun({ machine: before });
  const effects = doSteps(journal, 1, 5);
  await lease.save();
  await lease.release();
  const again = new DirectoryStore(store.where, { machine: after });
  const log = join(runDir, 'lease/epoch-1.log');
  return { run, runDir, effects, log, again };
}

/** Every file of a directory and its text. */
function readTree(directory: string): { [path: string]: string } {
  const all = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = all.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(directory.length + 1), readFileSync(path, 'utf8')]),
  );
}

const lost = (runDir: string) => verifyRun(runDir).filter((finding) => finding.warning !== true);

describe('req R19: after a power failure', () => {
  it('whoever opens the run first finds missing, empty, cut and zeroed files as they were saved', async () => {
    const { runDir, effects, log, again } = await savedRun();
    const whole = readTree(runDir);
    rmSync(eventPath(runDir, 11));
    truncateSync(eventPath(runDir, 10), 0);
    truncateSync(eventPath(runDir, 9), 20);
    const result = join(runDir, `tasks/${effects[1]}/result.json`);
    writeFileSync(result, Buffer.alloc(readFileSync(result).length));
    rmSync(join(runDir, `tasks/${effects[0]}`), { recursive: true });
    expect(lost(runDir)).not.toEqual([]);

    const { state } = (await again.open('run-1')).load();
    expect(state.settlements).toBe(5);
    expect(lost(runDir)).toEqual([]);
    expect(existsSync(log)).toBe(false);
    const { 'lease/epoch-1.log': _, ...others } = whole;
    expect(readTree(runDir)).toEqual(others);
  });

  it('a file that somebody changed is not healed, but named', async () => {
    const { runDir, effects, again } = await savedRun();
    const result = join(runDir, `tasks/${effects[1]}/result.json`);
    writeFileSync(result, readFileSync(result, 'utf8').replaceAll('result 2', 'result 3'));
    await again.open('run-1');
    expect(lost(runDir)).toMatchObject([{ code: 'RESULT_DIGEST', path: `tasks/${effects[1]}/result.json` }]);
  });

  it('a damaged line is named by run:verify, the others are put back; a line that was cut off promised nothing', async () => {
    const { runDir, log, again } = await savedRun();
    const [head = '', line = ''] = readFileSync(log, 'utf8').split('\n');
    const last = `journal/${readdirSync(join(runDir, 'journal')).at(-1)}`;
    const other = JSON.stringify([[last, readFileSync(join(runDir, last), 'utf8')]]);
    const good = `${sha256(other)} ${other}`;
    writeFileSync(log, `${head}\n${line.replace('result 2', 'result 3')}\n${good}\n${line.slice(0, 90)}`);
    expect(verifyRun(runDir)).toMatchObject([
      { code: 'LOG_DAMAGED', path: 'lease/epoch-1.log', message: expect.stringContaining('line 2') },
    ]);
    truncateSync(join(runDir, last), 5);
    await again.open('run-1');
    expect(lost(runDir)).toEqual([]);
  });

  it('a log that names a place outside the run is refused by name, and writes nothing there', async () => {
    const { runDir, log, again } = await savedRun();
    const body = JSON.stringify([['../outside.json', 'x']]);
    writeFileSync(log, `${readFileSync(log, 'utf8').split('\n')[0]}\n${sha256(body)} ${body}\n`);
    await expect(again.open('run-1')).rejects.toThrow(/outside\.json.*it leaves its place/);
    expect(existsSync(join(runDir, '../outside.json'))).toBe(false);
  });

  it('nothing is put back under a driver elsewhere that is at work', async () => {
    const { run, runDir, again } = await savedRun();
    const lease = await run.acquire(
      thisOwner('0.1.0', undefined, { ...before, host: () => 'another-machine' }),
    );
    rmSync(eventPath(runDir, 11));
    await again.open('run-1');
    expect(() => eventPath(runDir, 11)).toThrow(/no event 11/);
    await lease.release();
  });
});

it('while the machine runs, a log stays for a day, and then goes with the next driver', async () => {
  const { run, log } = await savedRun();
  await (await run.acquire(thisOwner('0.1.0'))).release();
  expect(existsSync(log)).toBe(true);
  const long = Date.now() / 1000 - 25 * 3600;
  utimesSync(log, long, long);
  await (await run.acquire(thisOwner('0.1.0'))).release();
  expect(existsSync(log)).toBe(false);
});

it('a repair settles the logs: what it left out does not come back', async () => {
  const { run, runDir, log, again } = await savedRun();
  writeFileSync(eventPath(runDir, 11), '{"type":"EDITED"}');
  expect(repairRun(run, thisOwner('0.1.0', undefined, before)).repaired).toBe(true);
  expect(existsSync(log)).toBe(false);
  const repaired = readTree(runDir);
  await again.open('run-1');
  expect(readTree(runDir)).toEqual(repaired);
});
