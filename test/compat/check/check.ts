/** Checks one process file: with plain promises and with Longhaul it must come to the same. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Profile } from './answers.ts';
import { hintsOf } from './hints.ts';
import { inputsFor } from './inputs.ts';
import { difference, type Observation } from './observation.ts';
import { type OursResult, runOurs } from './ours.ts';
import { runPlain } from './plain.ts';
import { seeded } from './seeded.ts';

/** `live`: one session, few interruptions; `each`: a new session, with a new worker, after each settlement. */
export type Restarts = 'live' | 'some' | 'each';

export interface CheckOptions {
  file: string;
  profile: Profile;
  restarts: Restarts;
  seed: string;
  /** Where run directories are made. */
  scratch: string;
  workspace: string;
  inputs?: Parameters<typeof runOurs>[0]['inputs'];
}

export interface CheckResult {
  file: string;
  profile: string;
  restarts: Restarts;
  status: string;
  effects: number;
  sessions: number;
  /** undefined: equal. */
  difference: string | undefined;
  /** The process uses the SDK wrongly, and is told so by both. */
  misused: boolean;
  ours: Observation;
}

const LIMIT = 120;

export async function checkFile(options: CheckOptions): Promise<CheckResult> {
  const { file, profile, restarts, seed, scratch, workspace } = options;
  const text = readFileSync(file, 'utf8');
  const random = seeded(`${seed}\n${file}\n${profile.name}\n${restarts}`);
  const perSession = { live: () => LIMIT, some: () => 1 + Math.floor(random() * 8), each: () => 1 }[restarts];
  const inputs = options.inputs ?? (profile.inputs === 'empty' ? {} : inputsFor(text));
  const runId = `check-${Math.floor(random() * 1e12).toString(36)}`;
  const ours: OursResult = await runOurs({
    entry: file,
    inputs,
    runsDir: scratch,
    runId,
    workspace,
    profile,
    hints: hintsOf(text),
    random,
    perSession,
    limit: LIMIT,
  });
  const { observation, handed, runDir, createdAt, sessions } = ours;
  const plain = await runPlain({
    entry: file,
    inputs: JSON.stringify(inputs),
    runId,
    runDir,
    artifactsDir: path.join(runDir, 'artifacts'),
    createdAt,
    order: handed,
  });
  rmSync(runDir, { recursive: true, force: true });
  return {
    file,
    profile: profile.name,
    restarts,
    status: observation.ending.status,
    effects: observation.effects.length,
    sessions,
    difference: difference(plain, observation),
    misused: plain.ending.status === 'failed' && plain.ending.misused,
    ours: observation,
  };
}
