/** Who drives a run, and whether that one is still alive. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Owner } from '../journal/events.ts';
import { ulid } from '../journal/ids.ts';

type ProcessOwner = NonNullable<Owner['process']>;

/** What this machine tells about processes; tests pass their own. */
export interface Machine {
  host(): string;
  /**
   * Changes with every start of the machine, and says in which container of it we are: a pid means something only
   * there. '' when it cannot be told.
   */
  bootId(): string;
  /** '' when there is no such process, or its start cannot be told. */
  startTime(pid: number): string;
  /** EPERM counts as alive. */
  exists(pid: number): boolean;
}

export const thisMachine: Machine = {
  host: hostname,
  bootId() {
    if (process.platform !== 'linux') return '';
    // As much of it as tells one start from another: each save carries it.
    return [readText('/proc/sys/kernel/random/boot_id').trim().slice(0, 13), pidNamespace()]
      .filter(Boolean)
      .join('.');
  },
  startTime(pid) {
    if (process.platform === 'linux') {
      const stat = readText(`/proc/${pid}/stat`);
      // The name in parentheses may hold blanks and parentheses; field 22 counts from the last one.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform === 'win32') return '';
    try {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim();
    } catch {
      return '';
    }
  },
  exists(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
};

function pidNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '';
  } catch {
    return '';
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** This process as the owner of a lease. `job`: the GitHub job that it runs in. */
export function thisOwner(engine: string, job?: Owner['job'], machine: Machine = thisMachine): Owner {
  return {
    token: ulid(),
    engine,
    startedAt: new Date().toISOString(),
    process: {
      pid: process.pid,
      startTime: machine.startTime(process.pid),
      bootId: machine.bootId(),
      host: machine.host(),
    },
    ...(job !== undefined && { job }),
  };
}

export type Liveness = 'alive' | 'dead' | 'unknown';

/**
 * Judges an owner. `unknown` for one from another machine: its pid means nothing here. A process that is gone,
 * whose pid has another start time by now, or that ran before this machine's last start is dead. Runners of GitHub
 * share host names: a job that ran before "the last start" may be on another one, and is asked about.
 */
export function livenessOf(owner: Owner, machine: Machine = thisMachine): Liveness {
  const { process: of } = owner;
  if (of === undefined || of.host !== machine.host()) return 'unknown';
  const here = machine.bootId();
  if (of.bootId !== '' && here !== '' && of.bootId !== here) {
    const isOtherBoot = of.bootId.split('.')[0] !== here.split('.')[0];
    return isOtherBoot && owner.job === undefined ? 'dead' : 'unknown';
  }
  return isRunning(of, machine) ? 'alive' : 'dead';
}

function isRunning(of: ProcessOwner, machine: Machine): boolean {
  if (!machine.exists(of.pid)) return false;
  const started = machine.startTime(of.pid);
  return started === '' || of.startTime === '' || started === of.startTime;
}

/** For messages: the job's address, or the process. */
export function describeOwner(owner: Owner | undefined): string {
  if (owner === undefined) return 'another driver';
  if (owner.job !== undefined) return owner.job.url;
  if (owner.process !== undefined) return `process ${owner.process.pid} on ${owner.process.host}`;
  return `driver ${owner.token}`;
}
