/**
 * Kinds `agent`, `skill` and `orchestrator_task`: one configured command, a line of shell, that reads a request
 * as JSON on stdin and prints its answer as JSON. An answer that cannot be taken is asked for once more.
 */
import type { Json, JsonObject } from '../journal/events.ts';
import { answerIn } from './agent-answer.ts';
import { type AgentRequest, agentRequest } from './agent-request.ts';
import type { Effect, Executor, ExecutorWorld, Outcome } from './contract.ts';
import { asObject, asText } from './definition.ts';
import { taskEnvironment } from './environment.ts';
import { failure, firstLine, lastLine, shorten, TaskDefinitionError } from './failure.ts';
import { ioPaths, MOST_JSON } from './io-paths.ts';
import type { Streams } from './run-command.ts';
import type { SchemaIssue } from './schema.ts';
import { shellLine } from './shell-line.ts';
import {
  exitText,
  filesOf,
  notStarted,
  runTaskCommand,
  settled,
  stopped,
  type TaskCommand,
} from './task-command.ts';

/** So much of a bad answer is shown in the error. */
const SHOWN = 2048;
/** So much of it goes back to the agent. */
const RETURNED = 32 * 1024;

export const agent: Executor = { run: (effect, world) => settled(() => run(effect, world)) };

async function run(effect: Effect, world: ExecutorWorld): Promise<Outcome> {
  const line = world.agentCommand;
  if (line === undefined || line.trim() === '')
    throw new TypeError('The agent executor was chosen without an agent command');
  const request = agentRequest(effect);
  await checkSchema(request.outputSchema);
  // The definition's own io is for whoever does the work; the answer comes on stdout.
  const io = ioPaths({ ...effect, def: {} }, world);
  const env = { ...taskEnvironment(effect, world, io), ...agentVariables(effect) };
  const command: TaskCommand = { ...shellLine(line, env), cwd: world.workspace, env };
  const runs: Streams[] = [];

  const ask = async (repair?: AgentRequest['repair']): Promise<Outcome | BadAnswer> => {
    const stdin = `${JSON.stringify(repair === undefined ? request : { ...request, repair })}\n`;
    const separator = repair === undefined ? undefined : `--- asked once more: ${repair.problem}\n`;
    const result = await runTaskCommand(effect, world, { ...command, stdin }, separator);
    runs.push(result);
    const files = filesOf(effect.effectId, ...runs);
    if (result.kind === 'stopped') return stopped(result, files);
    const shown = firstLine(world.redact(line));
    const stderr = result.stderr.text;
    if (result.kind === 'failed') {
      const message = world.redact(notStarted(result, shown, command));
      return { status: 'error', error: commandError(message, null, null, stderr), ...files };
    }
    if (result.exit.code !== 0) {
      const said = lastLine(stderr) || lastLine(result.stdout.text);
      const message = `The agent command \`${shown}\` ${exitText(result.exit)}${said === '' ? '' : `: ${said}`}`;
      return {
        status: 'error',
        error: commandError(message, result.exit.code, result.exit.signal, stderr),
        ...files,
      };
    }
    const text = await result.stdout.whole(MOST_JSON);
    const judged = await judge(text, request.outputSchema);
    return judged.ok ? { status: 'ok', value: judged.value, ...files } : judged;
  };

  const first = await ask();
  if ('status' in first) return first;
  const second = await ask({ problem: first.problem, received: first.received.slice(0, RETURNED) });
  if ('status' in second) return second;
  return { status: 'error', error: outputError(effect, second), ...filesOf(effect.effectId, ...runs) };
}

interface BadAnswer {
  ok: false;
  problem: string;
  received: string;
  issues: SchemaIssue[];
}

async function judge(
  text: string | undefined,
  schema: JsonObject | null,
): Promise<{ ok: true; value: Json } | BadAnswer> {
  const bad = (problem: string, issues: SchemaIssue[] = []): BadAnswer => ({
    ok: false,
    problem,
    received: text ?? '',
    issues,
  });
  if (text === undefined) return bad(`it is larger than ${MOST_JSON / 1024 / 1024} MiB`);
  if (text.trim() === '') return bad('it is empty; JSON was expected on stdout');
  const answer = answerIn(text);
  if (answer === undefined) return bad('it is not JSON, and holds no JSON');
  if (schema === null) return { ok: true, value: answer.value };
  const { validateJson, issuesText } = await import('./schema.ts');
  const judged = await validateJson(schema, answer.value);
  if (judged.ok) return { ok: true, value: answer.value };
  return bad(`it does not fit the output schema: ${issuesText(judged.issues)}`, judged.issues);
}

/** Before the agent works: an answer that nothing can judge would be paid for in vain. */
async function checkSchema(schema: JsonObject | null): Promise<void> {
  if (schema === null) return;
  const { checkSchemaItself, InvalidSchemaError } = await import('./schema.ts');
  try {
    await checkSchemaItself(schema);
  } catch (error) {
    if (error instanceof InvalidSchemaError)
      throw new TaskDefinitionError(`The task definition's outputSchema: ${error.message}`);
    throw error;
  }
}

/** Who was asked for; the request itself has no place for it. */
function agentVariables(effect: Effect): Record<string, string> {
  const own = asObject(effect.def[effect.kind]);
  const name = asText(own?.name);
  const model = asText(own?.model) ?? asText(asObject(effect.def.execution)?.model);
  return {
    ...(name === undefined ? {} : { LONGHAUL_AGENT_NAME: name }),
    ...(model === undefined ? {} : { LONGHAUL_AGENT_MODEL: model }),
  };
}

function commandError(message: string, exitCode: number | null, signal: string | null, stderr: string) {
  return failure('AgentCommandError', message, { exitCode, signal, stderr });
}

function outputError(effect: Effect, bad: BadAnswer) {
  const shown = bad.received.trim() === '' ? '' : ` The answer begins: ${shorten(bad.received.trim(), 300)}`;
  const message = `The agent command's answer for ${effect.taskId} cannot be taken, also after it was asked once more: ${bad.problem}.${shown}`;
  const issues = bad.issues.map(({ path, message: what }) => ({ path, message: what }));
  return failure('AgentOutputError', message, { received: cut(bad.received, SHOWN), issues });
}

/** The first `bytes` bytes, cut between characters. */
function cut(text: string, bytes: number): string {
  const all = Buffer.from(text);
  if (all.length <= bytes) return text;
  let to = bytes;
  while (((all[to] ?? 0) & 0xc0) === 0x80) to--;
  return all.subarray(0, to).toString();
}
