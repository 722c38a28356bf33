/** The Action's front door: main step and post step in one bundle, told apart by the state that main leaves. */
import { LonghaulError } from '../errors.ts';
import type { InputName } from './contract.ts';
import { jobUrl, readEvent } from './event.ts';
import { parseInputs } from './inputs.ts';
import { dispatchInputs, intentOf } from './intent.ts';
import { coreIo, type RunnerIo } from './io.ts';
import { runIntent } from './run.ts';
import { openStore } from './store.ts';

const env = process.env;

/** The runner hands an input over in the environment, in capitals. */
const stepInput = (name: InputName): string => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';

async function main(io: RunnerIo): Promise<string | undefined> {
  const event = readEvent(env);
  const dispatched = dispatchInputs(event.name, event.payload);
  const inputs = parseInputs((name) => dispatched[name] ?? stepInput(name));
  for (const secret of inputs.redact) io.mask(secret);
  const intent = intentOf(event.name, event.payload, {
    command: inputs.command,
    runId: inputs['run-id'],
    runIdFromEvent: dispatched['run-id'] !== undefined,
    issue: inputs.issue,
    hasProcess: inputs.process.length > 0 || inputs.question !== '',
  });
  const shutdown = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => shutdown.abort(signal));
  const { store, owner } = await openStore(inputs, event, jobUrl(event, inputs['job-id']));
  const verdict = await runIntent(
    { event, inputs, env, io, store, owner, shutdown: shutdown.signal },
    intent,
  );
  for (const [name, value] of Object.entries(verdict.outputs)) io.output(name, value);
  return verdict.failure;
}

const io = await coreIo();
try {
  const failure = await main(io);
  if (failure !== undefined) {
    io.error(failure);
    process.exitCode = 1;
  }
} catch (error) {
  const hint = error instanceof LonghaulError && error.hint !== '' ? `\n${error.hint}` : '';
  io.error(`${error instanceof Error ? error.message : String(error)}${hint}`);
  process.exitCode = 1;
}
