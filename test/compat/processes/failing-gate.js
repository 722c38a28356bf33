import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineTask } from '@a5c-ai/babysitter-sdk';

const here = dirname(fileURLToPath(import.meta.url));
const source = readFileSync(join(here, 'failing-gate.js'), 'utf8');
const { version } = JSON.parse(readFileSync(new URL('./typeless/package.json', import.meta.url), 'utf8'));

class GateError extends Error {
  constructor(message, details) {
    super(message);
    this.name = 'GateError';
    this.details = details;
  }
}

const gate = defineTask('gate', async (args) => {
  if (args.name === undefined) throw new TypeError('a gate needs a name');
  return { kind: 'shell', title: `Gate ${args.name}`, shell: { command: `check ${args.name}` } };
});

export async function process(inputs, ctx) {
  const names = inputs.names ?? ['types', 'lint'];
  let cleaned = 0;
  ctx.onCleanup(() => {
    cleaned += 1;
  });
  for (const name of names) {
    const result = await ctx.task(gate, { name, lines: source.length > 0, version });
    if (!result.passed) throw new GateError(`Gate ${name} failed`, { name, cleaned });
  }
  await ctx.task(gate, {});
  return 'never';
}
