import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { executorFor } from '../../src/executors/index.ts';
import type { JsonObject } from '../../src/journal/events.ts';

const withAgent = { agentCommand: 'agent' };
const without = { agentCommand: undefined };

test.each([
  ['shell', { shell: { command: 'x' } }],
  ['shell', {}],
  ['node', { node: { entry: 'x' } }],
  ['agent', { agent: { prompt: 'x' } }],
  ['skill', { skill: { name: 'x' } }],
  ['orchestrator_task', {}],
] as [string, JsonObject][])('%s %j runs here', (kind, def) => {
  expect(executorFor({ kind, def }, withAgent)).toBeDefined();
});

test.each([
  ['custom', {}],
  ['sleep', {}],
  ['breakpoint', {}],
  ['node', { io: { instruction: 'read the issue' } }],
  ['shell', { external: true, shell: { command: 'x' } }],
  ['agent', { agent: { external: true } }],
] as [string, JsonObject][])('%s %j stays pending for others', (kind, def) => {
  expect(executorFor({ kind, def }, withAgent)).toBeUndefined();
});

test.each(['agent', 'skill', 'orchestrator_task'])('%s stays pending without an agent command', (kind) => {
  expect(executorFor({ kind, def: {} }, without)).toBeUndefined();
  expect(executorFor({ kind, def: {} }, { agentCommand: '  ' })).toBeUndefined();
});

test('asking loads no executor', () => {
  const program = `
    const { executorFor } = await import(${JSON.stringify(resolve('src/executors/index.ts'))});
    executorFor({ kind: 'shell', def: {} }, { agentCommand: 'x' });
    const loaded = process.moduleLoadList.includes('NativeModule child_process');
    console.log(loaded);`;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })).toBe(
    'false\n',
  );
});
