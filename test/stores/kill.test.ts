/** A driver is killed at every point between two steps of its work, and at random instants; another carries on. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRun } from '../../src/journal/open-run.ts';
import { readEvents } from '../../src/journal/reader.ts';
import { loadReplayInput } from '../../src/journal/replay-input.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { NEW_RUN, tempDir } from '../journal/helpers.ts';
import { carryOn } from './steps.ts';

const STEPS = 2;
const child = fileURLToPath(new URL('./child/driver.ts', import.meta.url));

interface Ended {
  code: number | null;
  signal: string | null;
  /** Highest seq that the driver knew to be durable. */
  saved: number;
  points: number;
  stderr: string;
}

function drive(
  runsDir: string,
  more: { killAt?: number; killAfterMs?: number; steps?: number } = {},
): Promise<Ended> {
  const args = [child, runsDir, 'run-1', String(more.steps ?? STEPS), String(more.killAt ?? -1)];
  const driver = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let stderr = '';
  driver.stdout.on('data', (chunk: Buffer) => {
    if (out === '' && more.killAfterMs !== undefined)
      setTimeout(() => driver.kill('SIGKILL'), more.killAfterMs);
    out += chunk.toString();
  });
  driver.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) => {
    driver.on('close', (code, signal) => {
      const numbers = (word: string) =>
        [...out.matchAll(new RegExp(`${word} (\\d+)\\n`, 'g'))].map((match) => Number(match[1]));
      resolve({
        code,
        signal,
        saved: numbers('saved').at(-1) ?? 1,
        points: numbers('points')[0] ?? 0,
        stderr,
      });
    });
  });
}

async function freshRuns(): Promise<{ runsDir: string; runDir: string }> {
  const runsDir = tempDir();
  const { runDir } = await new DirectoryStore(runsDir).create(NEW_RUN);
  return { runsDir, runDir };
}

/** What must hold right after a kill, without any repair. */
function checkKilled(runDir: string, saved: number): void {
  const events = readEvents(runDir);
  expect(events.length).toBeGreaterThanOrEqual(saved);
  expect(verifyRun(runDir).filter((finding) => finding.warning !== true)).toEqual([]);
}

function checkDone(runDir: string, steps: number): void {
  expect(verifyRun(runDir).filter((finding) => finding.warning !== true)).toEqual([]);
  const { state, refs } = loadRun(runDir);
  expect(state.problems).toEqual([]);
  expect([...state.effects.values()].map((effect) => effect.status)).toEqual(
    Array(steps).fill('resolved_ok'),
  );
  expect(state.settlements).toBe(steps);
  const input = loadReplayInput(runDir, refs);
  const values = input.settlements.map(
    ({ outcome }) => outcome.status === 'ok' && (JSON.parse(outcome.value) as { n: number }).n,
  );
  expect(values).toEqual(Array.from({ length: steps }, (_, i) => i + 1));
  const created = readEvents(runDir).filter((event) => event.type === 'RUN_CREATED');
  expect(created).toHaveLength(1);
}

/** Ends the run in this process, as the next driver. */
async function finish(runsDir: string, steps = STEPS): Promise<void> {
  const run = await new DirectoryStore(runsDir).open('run-1');
  const lease = await run.acquire(thisOwner('0.1.0'));
  await carryOn(lease, steps);
  await lease.release();
}

describe('req R19: killed at any instant', () => {
  it('at every point: the journal opens without repair, nothing saved is lost, the next driver ends the run', async () => {
    // How many points there are, a run of its own says: they cannot drift from the code.
    const reference = await drive((await freshRuns()).runsDir);
    expect(reference).toMatchObject({ code: 0, stderr: '' });
    expect(reference.points).toBeGreaterThan(30);
    const all = Array.from({ length: reference.points }, (_, i) => i);
    const lane = async () => {
      for (let killAt = all.pop(); killAt !== undefined; killAt = all.pop()) {
        const { runsDir, runDir } = await freshRuns();
        const killed = await drive(runsDir, { killAt });
        expect(killed.signal, `point ${killAt}`).toBe('SIGKILL');
        checkKilled(runDir, killed.saved);
        await finish(runsDir);
        checkDone(runDir, STEPS);
      }
    };
    await Promise.all([lane(), lane(), lane()]);
  }, 180_000);

  it('at random instants, again and again in one run', async () => {
    const { runsDir, runDir } = await freshRuns();
    for (let i = 0; i < 8; i++) {
      const killed = await drive(runsDir, { killAfterMs: Math.random() * 40, steps: 200 });
      checkKilled(runDir, killed.saved);
    }
    await finish(runsDir, 200);
    checkDone(runDir, 200);
  }, 120_000);
});

it('req R12: of drivers started at once one drives, the others are refused by name', async () => {
  const { runsDir, runDir } = await freshRuns();
  const ends = await Promise.all(Array.from({ length: 5 }, () => drive(runsDir, { steps: 60 })));
  const done = ends.filter((end) => end.code === 0);
  expect(done.length).toBeGreaterThanOrEqual(1);
  for (const end of ends)
    if (end.code !== 0) expect(end.stderr).toMatch(/Run is already being executed by process \d+/);
  checkDone(runDir, 60);
}, 60_000);
