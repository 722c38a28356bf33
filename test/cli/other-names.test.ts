/** Runs whose definitions lie in other files than ours would: the journal alone says where. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encodeEvent } from '../../src/journal/codec.ts';
import { journal, place, readJson } from './support.ts';

const PROCESS = `export const process = async (inputs, ctx) =>
  ctx.breakpoint({ question: 'Which region?', options: ['eu', 'us'] }, { label: 'region' });
`;

it('design §2: what is shown of an effect comes from the file that the journal names', async () => {
  const at = place();
  at.write('p.mjs', PROCESS);
  await at.cli(['run', 'p.mjs', '--run-id', 'r']);
  const runDir = at.runDir('r');
  const seq = journal(at, 'r').findIndex(({ type }) => type === 'EFFECT_REQUESTED');
  const file = join(runDir, 'journal', at.events('r')[seq] ?? '');
  const event = readJson<{ type: string; recordedAt: string; data: Record<string, string> }>(file);
  const { taskDefRef = '' } = event.data;
  const otherRef = taskDefRef.replace('task.json', 'definition.json');
  renameSync(join(runDir, taskDefRef), join(runDir, otherRef));
  writeFileSync(file, encodeEvent({ ...event, data: { ...event.data, taskDefRef: otherRef } }));
  rmSync(join(runDir, 'state'), { recursive: true });

  const status = await at.cli(['run:status', 'r']);
  expect(status.stdout).toContain('Which region?');
  expect(status.stdout).toContain('{"approved":true,"option":"us"}');

  rmSync(join(runDir, 'code'), { recursive: true });
  at.write('p.mjs', PROCESS.replace('Which region?', 'Where?'));
  const { stdout } = await at.cli(['check']);
  expect(stdout).toContain('Which region?');
  expect(stdout).toMatch(/- "question": "Which region\?"\s+\+ "question": "Where\?"/);
});
