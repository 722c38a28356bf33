/** Ends a command with all that it started. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const WINDOWS = process.platform === 'win32';
/** After SIGKILL; what is still there then hangs in the kernel or belongs to another user. */
const KILL_MS = 10_000;
const LONGEST_POLL_MS = 100;
/** What is left of a grace when there is no time for it any more. */
const HURRY_MS = 500;

/**
 * SIGTERM to the process group, SIGKILL to what of it is left after the grace. A group that ends within the
 * grace gets no SIGKILL. On Windows the tree is ended at once: console programs there have no SIGTERM.
 *
 * @param leader pid of the process that leads the group
 * @param hurry from when on half a second of the grace is left at most
 * @returns true once nothing of it runs any more, false when something outlived even SIGKILL
 */
export async function endGroup(leader: number, graceMs: number, hurry?: AbortSignal): Promise<boolean> {
  if (WINDOWS) return endTree(leader);
  signalGroup(leader, 'SIGTERM');
  if (await goneWithin(leader, graceMs, () => {}, hurry)) return true;
  // Sent again on every look: a member that was just forking may have missed the first.
  return goneWithin(leader, KILL_MS, () => signalGroup(leader, 'SIGKILL'));
}

async function goneWithin(
  leader: number,
  ms: number,
  each: () => void,
  hurry?: AbortSignal,
): Promise<boolean> {
  let end = performance.now() + ms;
  let hurried = false;
  for (let pause = 5; ; pause = Math.min(pause * 1.5, LONGEST_POLL_MS)) {
    each();
    if (!groupAlive(leader)) return true;
    if (hurry?.aborted === true && !hurried) {
      hurried = true;
      end = Math.min(end, performance.now() + HURRY_MS);
    }
    const left = end - performance.now();
    if (left <= 0) return false;
    await sleep(Math.min(pause, left));
  }
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // ESRCH: nobody left. EPERM: somebody else's processes (sudo); they are reported as still alive.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/** Whether a process of the group still runs. Zombies do not count: who reaps them, if anybody, is not ours to know. */
export function groupAlive(leader: number): boolean {
  try {
    process.kill(-leader, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform === 'linux' ? hasLiveMember(String(leader)) : true;
}

function hasLiveMember(group: string): boolean {
  for (const name of readdirSync('/proc')) {
    const first = name.charCodeAt(0);
    if (first < 48 || first > 57) continue;
    try {
      // pid (name) state ppid pgrp …; the name may hold anything, spaces and brackets included.
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const [state, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3);
      if (pgrp === group && state !== 'Z' && state !== 'X') return true;
    } catch {
      // It ended between the listing and the look.
    }
  }
  return false;
}

async function endTree(pid: number): Promise<boolean> {
  await new Promise<void>((resolve) => {
    execFile('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => resolve());
  });
  const end = performance.now() + KILL_MS;
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    if (performance.now() > end) return false;
    await sleep(LONGEST_POLL_MS);
  }
}
