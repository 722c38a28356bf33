/** Drives a run from the command line and says how that ended. */
import { LeaseHeldError, LonghaulError } from '../errors.ts';
import { errorText } from '../journal/endings.ts';
import type { Actor } from '../journal/events.ts';
import { paths } from '../journal/layout.ts';
import { readIfThere } from '../journal/reader.ts';
import { carryOn, haltText } from '../operations/carry-on.ts';
import { ON_CODE_CHANGE, type OnCodeChange } from '../operations/code.ts';
import { wakeParent } from '../operations/family.ts';
import type { SessionOptions, SessionResult } from '../operations/session.ts';
import type { DriveEvent, DriveWorld } from '../operations/world.ts';
import { thisOwner } from '../stores/owner.ts';
import { VERSION } from '../version.ts';
import { localActor } from './actor.ts';
import { drivenExit } from './exit-codes.ts';
import { catchInterrupts } from './interrupts.ts';
import { definitionsOf, nextSteps, STATE_TEXT, tellNext } from './next-steps.ts';
import { ProgressLines } from './progress-lines.ts';
import type { Located } from './runs.ts';
import type { Invocation, VerbEnd } from './verb.ts';
import { cliWorld, limitsOf } from './world.ts';

export async function driveFromHere(invocation: Invocation, located: Located): Promise<VerbEnd> {
  return withSession(invocation, located, async (session, interruptedWith) => {
    const result = await carryOn(session);
    await conclude(invocation, located, session, result);
    return {
      status: result.status,
      exit: (result.stopped === 'shutdown' ? interruptedWith() : undefined) ?? drivenExit(result.status),
    };
  });
}

/** Carries the run that waited for this one on, then says how it went. */
export async function conclude(
  invocation: Invocation,
  located: Located,
  session: SessionOptions,
  result: SessionResult,
): Promise<void> {
  tell(invocation, located, result, await carryParentOn(invocation, session, result));
}

/** What a driver works with here, while it does. `interruptedWith`: the exit code of a signal that came. */
export async function withSession<T>(
  invocation: Invocation,
  located: Located,
  use: (session: SessionOptions, interruptedWith: () => number | undefined) => Promise<T>,
): Promise<T> {
  const { flags, out, here } = invocation;
  const person = await personHere(invocation);
  const lines = new ProgressLines((line) => (person === undefined ? out.line(line) : person.print(line)));
  const report = (event: DriveEvent): void => {
    if (event.type === 'warning' && out.json) out.note(`longhaul: ${event.message}`);
    lines.report(event);
    if (event.type === 'settled') person?.settled(event.effectId);
  };
  const interrupts = catchInterrupts(
    (signal) => {
      person?.close();
      out.line(`${signal}: stopping what runs, and saving; once more to stop at once`);
    },
    (signal) => {
      if (out.json) out.error(interruptedError(signal, located.run.runId));
    },
  );
  const session: SessionOptions = {
    store: located.store,
    run: located.run,
    owner: thisOwner(VERSION),
    world: cliWorld({
      workspace: located.workspace,
      env: here.env,
      agentCommand: flags.text('agent-command'),
      ask: person?.ask,
      report,
    }),
    limits: limitsOf(flags),
    onCodeChange: policyOf(flags.need('on-code-change')),
    execute: true,
    retry: retrying(here.cwd),
    shutdown: interrupts.signal,
  };
  try {
    return await use(session, () => interrupts.exitCode());
  } finally {
    person?.close();
    interrupts.release();
  }
}

/** The run that waited for this one goes on, unless somebody else drives it. Nothing of it changes how this one ended. */
async function carryParentOn(
  invocation: Invocation,
  session: SessionOptions,
  ended: SessionResult,
): Promise<SessionResult | undefined> {
  const { out } = invocation;
  const { retry: _, ...inherited } = session;
  const { store, run, shutdown } = session;
  try {
    const parent = await wakeParent(store, ended.parent, ended.terminal);
    if (parent === undefined || shutdown?.aborted === true) return undefined;
    out.line(`Run ${parent.runId}, which waited for it, goes on`);
    const result = await carryOn({ ...inherited, run: parent });
    await carryParentOn(invocation, { ...session, run: parent }, result);
    return result;
  } catch (error) {
    if (!(error instanceof LeaseHeldError))
      out.note(
        `longhaul: the run that waits for ${run.runId} could not be carried on: ${(error as Error).message}`,
      );
    return undefined;
  }
}

function interruptedError(signal: string, runId: string): LonghaulError {
  return new LonghaulError('INTERRUPTED', `${signal} came again: run ${runId} was left as it stands`, {
    hint: 'Its journal is whole: carry it on with `longhaul resume <run>`.',
  });
}

export function policyOf(text: string): OnCodeChange {
  return ON_CODE_CHANGE.find((policy) => policy === text) ?? 'pin';
}

/** Who reopens a failed run is asked for only when there is one: asking starts git. */
function retrying(cwd: string): { by: Actor } {
  let actor: Actor | undefined;
  return {
    get by() {
      actor ??= localActor(cwd);
      return actor;
    },
  };
}

interface Person {
  ask: NonNullable<DriveWorld['ask']>;
  print(line: string): void;
  settled(effectId: string): void;
  close(): void;
}

/** JSON text of the return value, also of a run that was completed before. */
function outputOf({ output, terminal, runDir }: SessionResult): string | undefined {
  return output ?? (terminal?.outputRef === undefined ? undefined : readIfThere(paths.output(runDir)));
}

/** Questions are asked only where somebody can see and answer them. */
async function personHere({ out, here }: Invocation): Promise<Person | undefined> {
  const { stdin, stdout } = here.terminal;
  if (out.json || stdin.isTTY !== true || stdout.isTTY !== true) return undefined;
  const { Person } = await import('./ask.ts');
  return new Person({ input: stdin, output: stdout }, () => localActor(here.cwd));
}

function tell(
  { out }: Invocation,
  located: Located,
  result: SessionResult,
  parent: SessionResult | undefined,
): void {
  const { runId, runDir, status, error, pending, stopped, already, terminal } = result;
  const output = outputOf(result);
  const steps = nextSteps(result, located.reference, definitionsOf(located.run));
  out.document({
    runId,
    runDir,
    status,
    ...(output === undefined ? {} : { output: JSON.parse(output) as unknown }),
    ...(error === undefined ? {} : { failure: error }),
    ...(terminal?.reason === undefined ? {} : { reason: terminal.reason }),
    pending,
    ...(stopped === undefined ? {} : { stopped }),
    already,
    ...(parent === undefined ? {} : { parent: { runId: parent.runId, status: parent.status } }),
    next: steps,
  });
  for (const { text, done } of result.receipts) if (!done) out.line(`! a message changed nothing: ${text}`);
  for (const trouble of result.troubles) out.line(`! the run is saved, but ${trouble}`);
  out.line();
  const before = already ? ' already' : '';
  const why = haltText(result) ?? (error === undefined ? (terminal?.reason ?? '') : errorText(error));
  out.line(
    `Run ${runId} ${STATE_TEXT[status]}${before}${why === '' ? '' : `: ${why}`}${already ? '; nothing was done' : ''}`,
  );
  if (output !== undefined) out.line(`Output: ${paths.output(runDir)}`);
  if (parent !== undefined)
    out.line(`Run ${parent.runId}, which waited for it, ${STATE_TEXT[parent.status]}`);
  tellNext(out, pending, steps, definitionsOf(located.run));
}
