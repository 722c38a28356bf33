/** The same process with Longhaul: driven, interrupted and carried on until it ends. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../../src/journal/events.ts';
import { ulid } from '../../../src/journal/ids.ts';
import { sortKeys } from '../../../src/journal/json.ts';
import { paths } from '../../../src/journal/layout.ts';
import { loadRun } from '../../../src/journal/open-run.ts';
import { driveRun, type SessionResult } from '../../../src/operations/session.ts';
import { startRun } from '../../../src/operations/start.ts';
import { DEFAULT_LIMITS, type DriveWorld, systemClock } from '../../../src/operations/world.ts';
import type { OpenRun } from '../../../src/stores/contract.ts';
import { DirectoryStore } from '../../../src/stores/directory.ts';
import { VERSION } from '../../../src/version.ts';
import { Answering, type AnsweringOptions } from './answering.ts';
import { type AskedEffect, canonical, type Ending, type Handed, type Observation } from './observation.ts';

export interface OursOptions extends AnsweringOptions {
  entry: string;
  inputs: JsonObject;
  runsDir: string;
  runId: string;
  workspace: string;
}

export interface OursResult {
  observation: Observation;
  handed: Handed[];
  runDir: string;
  createdAt: string;
  sessions: number;
}

const limits = { ...DEFAULT_LIMITS, waitInJobMs: 0, handleGraceMs: 200 };

export async function runOurs(options: OursOptions): Promise<OursResult> {
  const { entry, inputs, runsDir, runId, workspace } = options;
  const store = new DirectoryStore(runsDir);
  const run = await startRun({
    store,
    runId,
    entry: { path: entry, exportName: undefined },
    inputs,
    workspace,
  });
  const answering = new Answering(options);
  const world: DriveWorld = {
    clock: systemClock,
    workspace,
    env: {},
    agentCommand: undefined,
    performer: { can: () => false, perform: async () => ({ status: 'ok', value: null }) },
    ask: undefined,
    report: () => {},
    secrets: [],
  };
  let sessions = 0;
  let ending: Ending | undefined;
  while (ending === undefined) {
    sessions += 1;
    const before = answering.given.size;
    try {
      const result = await driveRun({
        store,
        run,
        owner: { token: ulid(), engine: VERSION, startedAt: new Date().toISOString() },
        world,
        limits,
        onCodeChange: 'pin',
        execute: false,
        first: (lease, driver) => answering.begin(driver, lease.journal.state),
      });
      ending = endingOf(result, run);
    } catch (error) {
      ending = errorEnding(error as { code?: string; message: string });
    } finally {
      answering.end();
    }
    if (answering.exhausted || answering.given.size === before) ending ??= { status: 'waiting' };
  }
  return { ...readBack(run, answering, ending), sessions };
}

function endingOf(result: SessionResult, run: OpenRun): Ending | undefined {
  switch (result.status) {
    case 'completed':
      return {
        status: 'completed',
        output: canonical(JSON.parse(readFileSync(paths.output(run.runDir), 'utf8'))),
      };
    case 'failed':
    case 'canceled':
      return {
        status: 'failed',
        name: result.error?.name ?? '',
        message: result.error?.message ?? '',
        misused: false,
      };
    case 'halted':
      return { status: 'halted', reason: run.load().state.terminal?.reason ?? '' };
    default:
      return undefined;
  }
}

function errorEnding(error: { code?: string; message: string }): Ending {
  if (error.code === 'PROCESS_STUCK') return { status: 'waiting' };
  if (error.code === 'PROCESS_LOAD') return { status: 'unloadable', message: error.message };
  return { status: 'engine-error', message: `${error.code ?? ''} ${error.message}` };
}

/** Everything that is compared stands in the run directory. */
function readBack(run: OpenRun, answering: Answering, ending: Ending): Omit<OursResult, 'sessions'> {
  const { state } = loadRun(run.runDir);
  const handed: Handed[] = [];
  const effects: AskedEffect[] = [];
  for (const effect of state.effects.values()) {
    effects.push(askedEffect(run.runDir, effect.effectId, effect.request.label));
    const identity = answering.identityOf(effect.effectId);
    const { settlement } = effect;
    if (settlement === undefined || identity === undefined || effect.status === 'cancelled') continue;
    const answer = answering.given.get(effect.effectId) ?? { status: 'ok', value: null };
    handed.push({ ...identity, answer, at: settlement.at, index: settlement.index });
  }
  handed.sort((a, b) => a.index - b.index);
  const logs: string[] = [];
  for (const event of run.events()) {
    const { label, message } = event.data as { label?: string; message?: string };
    if (event.type === 'PROCESS_LOG')
      logs.push(label === undefined ? String(message) : `${label}: ${message}`);
  }
  return { observation: { ending, effects, logs }, handed, runDir: run.runDir, createdAt: state.createdAt };
}

function askedEffect(runDir: string, effectId: string, label: string): AskedEffect {
  const file = path.join(runDir, 'tasks', effectId, 'task.json');
  const task = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
  const {
    schemaVersion: _v,
    effectId: _e,
    taskId,
    invocationKey: _k,
    stepId: _s,
    inputs,
    inputsRef,
    ...def
  } = task;
  const blob = typeof inputsRef === 'string' ? path.join(runDir, inputsRef) : '';
  const args = existsSync(blob) ? JSON.parse(readFileSync(blob, 'utf8')) : inputs;
  return {
    kind: String(def.kind),
    taskId: String(taskId),
    label,
    args: canonical(args),
    def: JSON.stringify(sortKeys(def)).replaceAll(effectId, '<effect>'),
  };
}
