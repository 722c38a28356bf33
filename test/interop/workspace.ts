/** A directory with a process file in it and room for runs. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cli } from './cli.ts';

const made: string[] = [];

/** The process lies beside .a5c; the SDK is where the real Babysitter looks for it. */
export function makeWorkspace(entry: string, inputs: unknown): string {
  const workspace = mkdtempSync(path.join(tmpdir(), 'interop-'));
  made.push(workspace);
  cpSync(path.join(import.meta.dirname, 'processes', entry), path.join(workspace, entry));
  symlinkSync(path.join(import.meta.dirname, 'node_modules'), path.join(workspace, 'node_modules'));
  writeFileSync(path.join(workspace, 'package.json'), '{"type":"module"}');
  writeFileSync(path.join(workspace, 'inputs.json'), JSON.stringify(inputs));
  return workspace;
}

/** The same workspace at this moment, to be carried on by somebody else. */
export function copyWorkspace(from: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'interop-'));
  made.push(copy);
  cpSync(from, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

export function removeWorkspaces(): void {
  for (const workspace of made.splice(0)) rmSync(workspace, { recursive: true, force: true });
}

export const runDirOf = (workspace: string, runId: string): string =>
  path.join(workspace, '.a5c/runs', runId);

export interface RawEvent {
  name: string;
  text: string;
  type: string;
  data: Record<string, unknown>;
}

/** The event files as they are, in order of their names. */
export function eventsOf(runDir: string): RawEvent[] {
  const directory = path.join(runDir, 'journal');
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(directory, name), 'utf8');
      return { name, text, ...(JSON.parse(text) as Pick<RawEvent, 'type' | 'data'>) };
    });
}

export const readJson = (...parts: string[]): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(...parts), 'utf8')) as Record<string, unknown>;

export type Answers = (
  taskId: string,
  label: string,
  inputs: Record<string, unknown>,
) => { value: unknown } | { error: unknown };

/** Effects that are asked for and not settled. */
export function pendingOf(runDir: string): string[] {
  const open = new Set<string>();
  for (const { type, data } of eventsOf(runDir)) {
    if (type === 'EFFECT_REQUESTED') open.add(String(data.effectId));
    if (type === 'EFFECT_RESOLVED' || type === 'EFFECT_CANCELLED') open.delete(String(data.effectId));
  }
  return [...open];
}

/** Posts the answer to one effect. Files, since 0.0.187 resolves relative paths in its own way. */
export async function post(
  cli: Cli,
  workspace: string,
  runId: string,
  effectId: string,
  answers: Answers,
): Promise<void> {
  const task = readJson(runDirOf(workspace, runId), 'tasks', effectId, 'task.json');
  const request = eventsOf(runDirOf(workspace, runId)).find(({ data }) => data.effectId === effectId);
  const answer = answers(
    String(task.taskId),
    String(request?.data.label),
    task.inputs as Record<string, unknown>,
  );
  const ok = 'value' in answer;
  mkdirSync(path.join(workspace, 'posts'), { recursive: true });
  const file = path.join(workspace, 'posts', `${effectId}.json`);
  writeFileSync(file, JSON.stringify(ok ? answer.value : answer.error));
  const flags = ok ? ['--status', 'ok', '--value', file] : ['--status', 'error', '--error', file];
  const { exit, stderr } = await cli.call(
    workspace,
    'task:post',
    runId,
    effectId,
    ...flags,
    '--started-at',
    '2026-01-01T00:00:00.000Z',
    '--json',
  );
  // 0.0.187 ends with 1 after it has committed an error.
  if (exit !== 0 && !(cli.name === 'babysitter' && !ok))
    throw new Error(`${cli.name} task:post ended with ${exit}: ${stderr}`);
}

/** Carries a run on to its end. `cliAt` says who makes which move. */
export async function finish(
  cliAt: (move: number) => Cli,
  workspace: string,
  runId: string,
  answers: Answers,
  after?: (move: number) => void,
): Promise<string> {
  const runDir = runDirOf(workspace, runId);
  for (let move = 0; move < 60; move += 1) {
    const [effectId] = pendingOf(runDir);
    const cli = cliAt(move);
    if (effectId !== undefined) await post(cli, workspace, runId, effectId, answers);
    else {
      const { status } = await cli.iterate(workspace, runId);
      if (status !== 'waiting') return status;
    }
    after?.(move);
  }
  throw new Error('the run does not end');
}
