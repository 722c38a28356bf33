import { expect, it } from 'vitest';
import { failureOf } from '../../src/action/conclude.ts';
import type { SessionResult } from '../../src/operations/session.ts';

it('contract §1: the failure of the run comes first, and does not hide that people could not be told', () => {
  const failed = { runId: 'r', status: 'failed', terminal: undefined, retry: 'no' } as SessionResult;
  const troubles = ['the comment could not be written'];
  const trouble = 'Run r is saved, but: the comment could not be written';
  const of = (result: Partial<SessionResult>) => failureOf({ ...failed, ...result }, ['failed'], 'Error: x');
  expect(of({ troubles })).toBe(`Run r failed: Error: x\n${trouble}`);
  expect(of({ troubles: [] })).toBe('Run r failed: Error: x');
  for (const [retry, how] of [
    ['as-is', /again from there: .*; if the code of the process was mended, set `on-code-change: upgrade`/],
    ['upgrade', /Once its code is mended: .* and set `on-code-change: upgrade`/],
    ['anew', /`run-timeout` starting anew: /],
  ] as const)
    expect(of({ retry, troubles: [] })).toMatch(how);
  expect(of({ status: 'waiting', troubles })).toBe(trouble);
  expect(of({ status: 'waiting', troubles: [] })).toBeUndefined();
});
