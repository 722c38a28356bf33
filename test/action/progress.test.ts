/** What a job's log shows of a drive, and what its outputs hold. */
import { expect, it } from 'vitest';
import type { RunnerIo } from '../../src/action/io.ts';
import { OUTPUT_LIMIT, outputsOf } from '../../src/action/outputs.ts';
import { logProgress } from '../../src/action/progress.ts';
import type { SessionResult } from '../../src/operations/session.ts';

it('limits: output stands in the group of its effect, also when effects take turns; 9 annotations of a kind, then lines: the tenth says how the run ended', () => {
  const said: string[] = [];
  const count = (mark: string) => (text: string) => void said.push(`${mark}${text}`);
  const io = {
    group: count('['),
    endGroup: () => void said.push(']'),
    line: count(''),
    error: count('E '),
    warning: count('W '),
  } as unknown as RunnerIo;
  const report = logProgress(io);
  const output = (effectId: string, text: string) =>
    report({ type: 'output', effectId, label: effectId, stream: 'stdout', text });
  output('a', 'one\n');
  output('a', 'two\n');
  output('b', 'three\n');
  report({ type: 'console', stream: 'stdout', text: 'by the process\n' });
  expect(said.splice(0)).toEqual(['[a', 'one', 'two', ']', '[b', 'three', ']', 'by the process']);
  for (let n = 0; n < 12; n++) {
    report({ type: 'warning', message: `w${n}` });
    report({
      type: 'settled',
      effectId: 'a',
      label: 'a',
      kind: 'shell',
      status: 'error',
      ms: 1,
      text: `e${n}`,
    });
  }
  const marked = (mark: string) => said.filter((text) => text.startsWith(mark));
  expect([marked('E ').length, marked('W ').length]).toEqual([9, 9]);
  expect(said).toEqual(expect.arrayContaining(['w11', '✗ a (1ms): e11']));
});

it('contract §2: an output over 512 KiB is empty, and a warning says where it stands, none has none', () => {
  const result = (output: string | undefined) =>
    ({
      runId: 'r',
      runDir: '/runs/r',
      status: 'completed',
      output,
      pending: [],
      sentOut: [],
    }) as unknown as SessionResult;
  const fits = JSON.stringify('x'.repeat(OUTPUT_LIMIT - 2));
  expect(OUTPUT_LIMIT).toBe(512 * 1024);
  expect(outputsOf(result(fits), {})).toMatchObject({ outputs: { output: fits }, warnings: [] });
  const { outputs, warnings } = outputsOf(result(JSON.stringify('ü'.repeat(OUTPUT_LIMIT / 2))), {});
  expect(outputs.output).toBe('');
  expect(warnings).toEqual([expect.stringContaining('/runs/r/state/output.json')]);
  expect(outputsOf(result(undefined), {}).outputs.output).toBe('');
});
