/** What a step does: main and post, told apart by the state that main leaves. */
import { octokitPort } from '../github/octokit.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { InputName } from './contract.ts';
import { type JobEvent, readEvent } from './event.ts';
import { sayInJob } from './hints.ts';
import { type ActionInputs, keyLines, parseInputs } from './inputs.ts';
import { dispatchInputs, intentOf, isForThisStep } from './intent.ts';
import type { RunnerIo } from './io.ts';
import { jobOwner, openStore } from './store.ts';
import { armTimeLimit } from './time-limit.ts';

const env = process.env;

/** The runner hands an input over in the environment, in capitals. */
const stepInput = (name: InputName): string => env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';

interface Read {
  event: JobEvent;
  inputs: ActionInputs;
  runIdFromEvent: boolean;
}

function read(io: RunnerIo): Read {
  const event = readEvent(env);
  const given = dispatchInputs(event.name, event.payload);
  const dispatched = isForThisStep(given, (name) => stepInput(name).trim()) ? given : {};
  const inputs = parseInputs((name) => dispatched[name] ?? stepInput(name));
  for (const secret of [...inputs.redact, ...keyLines(inputs)]) io.mask(secret);
  return { event, inputs, runIdFromEvent: dispatched['run-id'] !== undefined };
}

/** What a job works with, main or post. */
function toolsOf(io: RunnerIo, inputs: ActionInputs, event: JobEvent) {
  const github = octokitPort({ token: inputs.token, repository: event.repository });
  const owner = jobOwner(inputs, event, env);
  const warn = (message: string): void => io.warning(message);
  return { github, owner, store: openStore(inputs, event, env, { jobs: github, owner, warn }) };
}

async function main(io: RunnerIo): Promise<string | undefined> {
  const { event, inputs, runIdFromEvent } = read(io);
  const intent = intentOf(event.name, event.payload, {
    command: inputs.command,
    runId: inputs['run-id'],
    runIdFromEvent,
    issue: inputs.issue,
    hasProcess: inputs.process.length > 0 || inputs.question !== '',
  });
  const shutdown = new AbortController();
  const drain = new AbortController();
  const cancel = new AbortController();
  const hurry = new AbortController();
  // The runner's cancel button: SIGINT, SIGTERM after 7.5 s, the end of everything 2.5 s later.
  const first = inputs['on-runner-cancel'] === 'cancel' ? cancel : shutdown;
  process.on('SIGINT', () => first.abort('the workflow run was cancelled'));
  process.on('SIGTERM', () => {
    hurry.abort();
    shutdown.abort('the workflow run was cancelled');
  });
  const disarm = armTimeLimit(
    inputs['time-limit'],
    process.uptime() * 1000,
    () => drain.abort(),
    () => shutdown.abort('time limit'),
  );
  const { github, owner, store } = toolsOf(io, inputs, event);
  const { runIntent } = await import('./run.ts');
  const job = {
    event,
    inputs,
    env,
    io,
    store,
    github,
    owner,
    shutdown: shutdown.signal,
    cancel: cancel.signal,
    drain: drain.signal,
    hurry: hurry.signal,
  };
  try {
    const verdict = await runIntent(job, intent);
    for (const [name, value] of Object.entries(verdict.outputs)) io.output(name, value);
    return verdict.failure;
  } finally {
    disarm();
    store.close?.();
  }
}

async function post(io: RunnerIo): Promise<string | undefined> {
  const unsaved = io.unsavedRuns();
  if (unsaved.length === 0) return undefined;
  const { event, inputs } = read(io);
  const { github, owner, store } = toolsOf(io, inputs, event);
  const { savePost } = await import('./post.ts');
  const { tellEnd } = await import('./talk.ts');
  const { uploadRun } = await import('./upload-run.ts');
  const tell = async (run: OpenRun): Promise<void> => {
    await tellEnd({ event, inputs, github, store, io }, run);
    await uploadRun({ event, inputs, env, store, io }, run);
  };
  try {
    const { workspace, workflow } = event;
    return await savePost({ io, store, owner, workspace, workflow, tell }, unsaved);
  } finally {
    store.close?.();
  }
}

/** One step of a job, main or post. Returns why the job is red; undefined: it is green. */
export async function step(io: RunnerIo): Promise<string | undefined> {
  try {
    return await (io.isPost() ? post(io) : main(io));
  } catch (error) {
    return sayInJob(error);
  }
}
