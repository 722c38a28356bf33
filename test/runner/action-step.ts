import { join } from 'node:path';
import type { Conclusion } from '../github/index.ts';
import type { ActionMetadata } from './actions.ts';
import { checkout } from './checkout.ts';
import { condition, interpolate } from './expressions.ts';
import type { Frame, Job } from './job.ts';
import type { StepLog } from './log.ts';
import { commandFiles, runStep } from './step.ts';
import type { StepDefinition } from './workflow-file.ts';

interface ActionResult {
  outcome: Conclusion;
  outputs: Record<string, string>;
}

type Env = Record<string, string>;

const inputVariable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

/** `with:` over the defaults of the action; names compare without case. */
function actionInputs(
  job: Job,
  frame: Frame,
  step: StepDefinition,
  env: Env,
  action: ActionMetadata,
  log: StepLog,
): Env {
  const given = new Map(
    Object.entries(job.inputTexts(step.with, frame, env)).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const known = Object.keys(action.inputs).map((name) => name.toLowerCase());
  const unexpected = [...given.keys()].filter((name) => !known.includes(name));
  if (unexpected.length > 0) {
    log.annotate(
      'warning',
      `Unexpected input(s) ${unexpected.map((name) => `'${name}'`).join(', ')}, valid inputs are [${known.map((name) => `'${name}'`).join(', ')}]`,
    );
  }
  const inputs: Env = Object.fromEntries(given);
  for (const [name, input] of Object.entries(action.inputs)) {
    const value = given.get(name.toLowerCase());
    delete inputs[name.toLowerCase()];
    if (value !== undefined && input.deprecated)
      log.annotate('warning', `Input '${name}' has been deprecated with message: ${input.deprecated}`);
    inputs[name] = value ?? interpolate(input.default, job.scope(frame, env));
  }
  return inputs;
}

/** A JavaScript action: `pre` and `main` now, `post` when the job ends. */
async function runJavaScript(
  job: Job,
  frame: Frame,
  action: ActionMetadata,
  inputs: Env,
  env: Env,
  survives: () => boolean,
  log: StepLog,
): Promise<ActionResult> {
  const { machine, runtimeEnv } = job.setup;
  const variables = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [inputVariable(name), value]),
  );
  const state: Env = {};
  const execute = async (file: string, stillRuns: () => boolean, target: StepLog): Promise<ActionResult> => {
    const files = await commandFiles(job);
    const states = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
    const origin = { GITHUB_ACTION_REPOSITORY: action.repository, GITHUB_ACTION_REF: action.ref };
    const more = { ...variables, ...states, ...runtimeEnv, ...origin, ...files.env };
    const options = {
      command: process.execPath,
      args: [join(action.folder, file)],
      cwd: machine.workspace,
      env: job.processEnv(frame, env, more),
    };
    const result = await job.spawn(target, stillRuns, options);
    const collected = await files.collect(target);
    Object.assign(state, collected.state);
    const ok = result.code === 0 && collected.ok;
    return {
      outcome: result.cancelled ? 'cancelled' : ok ? 'success' : 'failure',
      outputs: collected.outputs,
    };
  };
  if (action.pre !== null && action.repository !== '' && condition(action.preIf, job.scope(frame, env))) {
    const before = await execute(action.pre, survives, log);
    if (before.outcome !== 'success') return before;
  }
  const { post, postIf, main } = action;
  if (post !== null) {
    const stillRuns = (): boolean => condition(postIf, job.scope(frame, env));
    const run = async (target: StepLog): Promise<boolean> =>
      (await execute(post, stillRuns, target)).outcome === 'success';
    job.posts.push({ name: `Post ${action.name}`, if: postIf, frame, run });
  }
  if (main === null) throw new Error(`${action.name}: runs.main is missing`);
  return execute(main, survives, log);
}

/** A composite action: its steps see its inputs and their own outputs only. */
async function runComposite(
  job: Job,
  frame: Frame,
  action: ActionMetadata,
  inputs: Env,
  env: Env,
  survives: () => boolean,
): Promise<ActionResult> {
  const github = {
    ...frame.github,
    action_path: action.folder,
    action_repository: action.repository,
    action_ref: action.ref,
  };
  const inner: Frame = { steps: {}, inputs, github, env: { ...frame.env, ...env }, failed: false, survives };
  let cancelled = false;
  for (const step of action.steps) {
    const conclusion = await runStep(job, inner, step);
    if (conclusion === 'failure') inner.failed = true;
    if (conclusion === 'cancelled') cancelled = true;
  }
  const scope = job.scope(inner);
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, value]) => [name, interpolate(value, scope)]),
  );
  return { outcome: cancelled ? 'cancelled' : inner.failed ? 'failure' : 'success', outputs };
}

async function runCheckout(
  job: Job,
  frame: Frame,
  step: StepDefinition,
  env: Env,
  survives: () => boolean,
  log: StepLog,
): Promise<ActionResult> {
  const { machine } = job.setup;
  let cancelled = false;
  const variables = { ...job.processEnv(frame, env, {}), GIT_TERMINAL_PROMPT: '0' };
  const git = async (
    target: StepLog,
    stillRuns: () => boolean,
    args: string[],
    cwd: string,
  ): Promise<boolean> => {
    const result = await job.spawn(target, stillRuns, { command: 'git', args, cwd, env: variables });
    cancelled ||= result.cancelled;
    return result.code === 0;
  };
  let target = log;
  let stillRuns = survives;
  const host = {
    github: frame.github,
    workspace: machine.workspace,
    temp: machine.temp,
    git: (args: string[], cwd: string) => git(target, stillRuns, args, cwd),
    capture: (args: string[], cwd: string) => job.capture(args, cwd, variables),
    mask: (value: string) => job.masks.add(value),
  };
  const result = await checkout(host, step.uses ?? '', job.inputTexts(step.with, frame, env));
  const run = async (postLog: StepLog): Promise<boolean> => {
    target = postLog;
    stillRuns = () => true;
    await result.post();
    return true;
  };
  if (result.ok) job.posts.push({ name: 'Post Run actions/checkout', if: 'always()', frame, run });
  else log.annotate('error', 'The process git failed');
  return { outcome: cancelled ? 'cancelled' : result.ok ? 'success' : 'failure', outputs: result.outputs };
}

/** Runs what a step's `uses:` names. */
export async function runAction(
  job: Job,
  frame: Frame,
  step: StepDefinition,
  env: Env,
  survives: () => boolean,
  log: StepLog,
): Promise<ActionResult> {
  const uses = step.uses ?? '';
  const { actions, machine } = job.setup;
  if (/^actions\/checkout@/.test(uses) && !actions.has(uses))
    return runCheckout(job, frame, step, env, survives, log);
  // The Node of the tests is on the PATH already.
  if (/^actions\/setup-node@/.test(uses) && !actions.has(uses)) return { outcome: 'success', outputs: {} };
  const action = await actions.resolve(uses, machine.workspace);
  const inputs = actionInputs(job, frame, step, env, action, log);
  if (action.using === 'composite') return runComposite(job, frame, action, inputs, env, survives);
  if (!/^node(20|24)$/.test(action.using))
    throw new Error(`${uses}: the test runner cannot run "using: ${action.using}"`);
  return runJavaScript(job, frame, action, inputs, env, survives, log);
}
