import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerIn } from '../../src/executors/agent-answer.ts';
import { agentRequest } from '../../src/executors/agent-request.ts';
import type { Effect } from '../../src/executors/contract.ts';
import { executorFor } from '../../src/executors/index.ts';
import { EFFECT, effect, errorOf, okValue, type Place, place, until } from './support.ts';

async function run(
  at: Place,
  agentCommand: string,
  def: Effect['def'],
  kind = 'agent',
  over: Partial<Effect> = {},
) {
  const world = { ...at.world, agentCommand };
  const asked = effect(kind, def, over);
  const executor = executorFor(asked, world);
  if (executor === undefined) throw new Error('No executor');
  return executor.run(asked, world);
}

/** A command that keeps each request in requests/<n>.json and answers with answers[n - 1]. */
function scripted(at: Place, ...answers: string[]): string {
  answers.forEach((answer, i) => {
    at.file(`answers/${i + 1}`, answer);
  });
  const path = at.file(
    'agent.sh',
    `#!/bin/sh\nmkdir -p requests; n=$(($(ls requests | wc -l) + 1)); cat > requests/$n.json; cat answers/$n\n`,
  );
  chmodSync(path, 0o755);
  return './agent.sh | cat';
}

const request = (at: Place, n: number) =>
  JSON.parse(readFileSync(join(at.workspace, `requests/${n}.json`), 'utf8')) as unknown;

const outputSchema = {
  type: 'object',
  required: ['verdict', 'findings'],
  properties: {
    verdict: { enum: ['pass', 'fail'] },
    findings: { type: 'array', items: { type: 'object', properties: { severity: { type: 'string' } } } },
  },
};
const good = '{"verdict":"pass","findings":[]}';
const bad = '{"verdict":"pass","findings":[{"severity":3}]}';

describe('the request', () => {
  test('contract 4: stdin is exactly kind, prompt, context, outputSchema and the ids', async () => {
    const at = place();
    const prompt = {
      role: 'reviewer',
      task: 'Review',
      context: { files: ['a.ts'] },
      instructions: ['1. Read'],
    };
    const outcome = await run(
      at,
      scripted(at, good),
      { agent: { name: 'code-reviewer', prompt, outputSchema } },
      'agent',
      { attempt: 2 },
    );
    expect(outcome).toEqual({
      status: 'ok',
      value: JSON.parse(good),
      stdoutRef: `tasks/${EFFECT}/stdout.log`,
    });
    expect(request(at, 1)).toEqual({
      kind: 'agent',
      prompt,
      context: { files: ['a.ts'] },
      outputSchema,
      runId: 'run-1',
      effectId: EFFECT,
      attempt: 2,
      idempotencyKey: 'run-1.0123456789abcdef.1',
    });
  });

  const asked = (kind: string, def: Effect['def']) => {
    const { prompt, context } = agentRequest(effect(kind, def));
    return { prompt, context };
  };
  const args = { target: 'web' };

  test.each([
    ['a text', 'agent', { agent: { prompt: 'Do it' } }, { prompt: 'Do it', context: args }],
    [
      'its own context',
      'agent',
      { agent: { prompt: 'Do it', context: { a: 1 } } },
      { prompt: 'Do it', context: { a: 1 } },
    ],
    [
      'no prompt',
      'agent',
      { agent: { role: 'r', goal: 'g', context: [1] } },
      { prompt: { role: 'r', goal: 'g' }, context: [1] },
    ],
    ['only a title', 'agent', { title: 'Plan it' }, { prompt: { task: 'Plan it' }, context: args }],
    ['a bare prompt', 'agent', { prompt: 'Do it', context: 'c' }, { prompt: 'Do it', context: 'c' }],
    [
      'a skill',
      'skill',
      { skill: { name: 'review', prompt: { role: 'r', context: { b: 2 } }, outputSchema: {} } },
      { prompt: { name: 'review', prompt: { role: 'r', context: { b: 2 } } }, context: { b: 2 } },
    ],
    [
      'a skill without prompt',
      'skill',
      { skill: { name: 'review', args: 'x', context: 'c' } },
      { prompt: { name: 'review', args: 'x' }, context: 'c' },
    ],
    [
      'a payload',
      'orchestrator_task',
      { metadata: { payload: { goal: 'g' }, orchestratorTask: true } },
      { prompt: { goal: 'g' }, context: args },
    ],
    [
      'a payload with prompt',
      'orchestrator_task',
      { metadata: { payload: { prompt: 'p', context: 'c' } } },
      { prompt: 'p', context: 'c' },
    ],
  ] as [string, string, Effect['def'], unknown][])('from %s (%s)', (_, kind, def, expected) => {
    expect(asked(kind, def)).toEqual(expected);
  });

  test('without a schema outputSchema is null', () => {
    expect(agentRequest(effect('agent', { agent: { prompt: 'x' } })).outputSchema).toBeNull();
  });

  test('the environment tells the task, the agent and the model', async () => {
    const at = place({ env: { PATH: process.env.PATH ?? '', INPUT_TOKEN: 'hidden' } });
    const command = `cat > /dev/null; printf '["%s","%s","%s","%s"]' "$LONGHAUL_EFFECT_ID" "$LONGHAUL_AGENT_NAME" "$LONGHAUL_AGENT_MODEL" "$INPUT_TOKEN"`;
    const outcome = await run(at, command, {
      agent: { name: 'planner', prompt: 'x' },
      execution: { model: 'large' },
    });
    expect(outcome).toMatchObject({ value: [EFFECT, 'planner', 'large', ''] });
  });

  test('io paths, which an agent command has no use for, do no harm wherever they lead', async () => {
    const def = { agent: { prompt: 'x' }, io: { outputJsonPath: '/somewhere/else/output.json' } };
    expect(await run(place(), 'echo 7', def)).toMatchObject({ value: 7 });
  });

  test('a request larger than any pipe arrives whole', async () => {
    const prompt = 'ä'.repeat(2_000_000);
    const outcome = await run(
      place(),
      `node -e 'console.log(JSON.parse(require("fs").readFileSync("/dev/stdin", "utf8")).prompt.length)'`,
      { agent: { prompt } },
    );
    expect(outcome).toMatchObject({ value: 2_000_000 });
  });

  test('a command that does not read it is no failure', async () => {
    expect(await run(place(), 'echo 7', { agent: { prompt: 'x'.repeat(1_000_000) } })).toMatchObject({
      value: 7,
    });
  });
});

describe('the answer', () => {
  test.each([
    ['plain JSON', ' {"a":1}\n', { a: 1 }],
    ['a JSON string', '"done"', 'done'],
    ['prose around a fence', 'Here you are:\n```json\n{"a":1}\n```\nBye {x}.', { a: 1 }],
    ['the last of two fences', '```json\n{"a":1}\n```\nbetter:\n```json\n{"a":2}\n```', { a: 2 }],
    ['a json fence before another one', '```json\n{"a":1}\n```\n```\n{"b":1}\n```', { a: 1 }],
    ['an unmarked fence', 'so:\n```\n[1,2]\n```', [1, 2]],
    ['bare braces in prose', 'Result: {"a":{"b":2}} done.', { a: { b: 2 } }],
    ['bare brackets in prose', 'Result: [{"a":1},{"a":2}] done.', [{ a: 1 }, { a: 2 }]],
    ['a text that begins with a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
    ['CRLF', '```json\r\n{"a":1}\r\n```\r\n', { a: 1 }],
  ])('is found in %s', (_, text, value) => {
    expect(answerIn(text)).toEqual({ value });
  });

  test.each(['', 'no idea', '{half', 'a } b { c', '```json\n{half\n```'])('is not found in %j', (text) => {
    expect(answerIn(text)).toBeUndefined();
  });

  test('a bad one is asked for once more, with the problem and what was received', async () => {
    const at = place();
    const outcome = await run(at, scripted(at, bad, `Sorry!\n\`\`\`json\n${good}\n\`\`\``), {
      agent: { prompt: 'x' },
      outputSchema,
    });
    expect(outcome).toMatchObject({ status: 'ok', value: JSON.parse(good) });
    const first = request(at, 1) as object;
    expect(first).not.toHaveProperty('repair');
    expect(request(at, 2)).toEqual({
      ...first,
      repair: {
        problem: 'it does not fit the output schema: findings[0].severity must be string',
        received: bad,
      },
    });
    expect(readFileSync(join(at.runDir, 'tasks', EFFECT, 'stdout.log'), 'utf8')).toBe(
      `${bad}--- asked once more: it does not fit the output schema: findings[0].severity must be string\nSorry!\n\`\`\`json\n${good}\n\`\`\``,
    );
  });

  test('req X1, X2: bad twice is an AgentOutputError that shows it and the path that failed', async () => {
    const at = place();
    const outcome = await run(at, scripted(at, 'hm', bad), { agent: { prompt: 'x' }, outputSchema });
    expect(outcome).toEqual({
      status: 'error',
      error: {
        name: 'AgentOutputError',
        message: `The agent command's answer for build cannot be taken, also after it was asked once more: it does not fit the output schema: findings[0].severity must be string. The answer begins: ${bad}`,
        data: { received: bad, issues: [{ path: 'findings[0].severity', message: 'must be string' }] },
      },
      stdoutRef: `tasks/${EFFECT}/stdout.log`,
    });
    expect(existsSync(join(at.workspace, 'requests/3.json'))).toBe(false);
  });

  test('req X2: prose without JSON, or nothing, is an AgentOutputError, with the first 2 KiB', async () => {
    const long = await run(place(), `head -c 9000 /dev/zero | tr '\\0' x`, { agent: { prompt: 'x' } });
    expect(long).toMatchObject({
      error: { name: 'AgentOutputError', message: expect.stringContaining('it is not JSON') },
    });
    expect(errorOf(long).data).toEqual({ received: 'x'.repeat(2048), issues: [] });
    // Cut between characters; what goes back to the agent is cut, too.
    const at = place();
    const line = `cat > last; node -e 'process.stdout.write("x" + "é".repeat(40000))'`;
    const wide = await run(at, line, { agent: { prompt: 'x' } });
    expect(errorOf(wide).data).toMatchObject({ received: `x${'é'.repeat(1023)}` });
    const { repair } = JSON.parse(readFileSync(join(at.workspace, 'last'), 'utf8'));
    expect(repair.received).toHaveLength(32 * 1024);
    const nothing = await run(place(), 'true', { agent: { prompt: 'x' } });
    expect(nothing).toMatchObject({
      error: { name: 'AgentOutputError', message: expect.stringContaining('it is empty') },
    });
  });

  test('an answer of more than 64 KiB is taken whole', async () => {
    const outcome = await run(
      place(),
      `node -e 'console.log(JSON.stringify({ list: Array(50000).fill("abc") }))'`,
      { agent: { prompt: 'x' } },
    );
    expect(okValue<{ list: string[] }>(outcome).list).toHaveLength(50_000);
  });
});

describe('a command that fails', () => {
  test('is an AgentCommandError, whatever it printed', async () => {
    const outcome = await run(place(), `echo '${good}'; echo "rate limit" >&2; exit 3`, {
      agent: { prompt: 'x' },
      outputSchema,
    });
    expect(outcome).toMatchObject({
      status: 'error',
      error: {
        name: 'AgentCommandError',
        message: expect.stringMatching(/^The agent command `.+` exited with code 3: rate limit$/),
        data: { exitCode: 3, signal: null, stderr: 'rate limit\n' },
      },
    });
  });

  test('a schema that is none is refused before anybody works', async () => {
    const at = place();
    const outcome = await run(at, 'touch called; echo 1', {
      agent: { prompt: 'x' },
      outputSchema: { type: 'objct' },
    });
    expect(outcome).toMatchObject({
      error: { name: 'TaskDefinitionError', message: expect.stringContaining('schema/type must be equal') },
    });
    expect(existsSync(join(at.workspace, 'called'))).toBe(false);
  });

  test('secrets of its output are in neither error nor log', async () => {
    const at = place({ redact: (text) => text.replaceAll('hunter2', '***') });
    const outcome = await run(at, 'cat > /dev/null; echo my key is hunter2', { agent: { prompt: 'x' } });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
    expect(readFileSync(join(at.runDir, 'tasks', EFFECT, 'stdout.log'), 'utf8')).not.toContain('hunter2');
  });
});

test('req C3: it is stopped with all that its line of shell started, also in the second round', async () => {
  const at = place();
  const command = `if [ -e once ]; then echo again >&2; sleep 30 | cat; else touch once; echo nonsense; fi`;
  const running = run(at, command, { agent: { prompt: 'x' } });
  await until(() => at.seen.stderr);
  at.abort.abort({ kind: 'cancel', message: 'by a test' });
  expect(await running).toMatchObject({ status: 'stopped', exit: { signal: 'SIGTERM' } });
});
