import { expect, it } from 'vitest';
import { sayInJob } from '../../src/action/hints.ts';
import {
  DamageError,
  LeaseHeldError,
  LeaseLostError,
  LonghaulError,
  RunEndedError,
  RunExistsError,
  RunNotFoundError,
  UsageError,
} from '../../src/errors.ts';
import { loadError, lostError, stuckError } from '../../src/operations/drive-errors.ts';
import { refusal } from '../../src/operations/under-lease.ts';

it('hints in a job speak of action inputs, not of the command line', () => {
  const cause = { name: 'Error', message: 'x' };
  const errors = [
    new DamageError('a gap', 'journal'),
    new LeaseHeldError('r', 'another job'),
    new RunEndedError('r', 'failed', '`signal`', 'See how it ended with `longhaul run:status`.'),
    new RunExistsError('r', 'here'),
    new RunNotFoundError('r', 'here'),
    stuckError('it waits'),
    lostError('exit', cause),
    loadError('p.mjs', cause, 'longhaul resume r'),
    new LonghaulError('DIVERGED', 'other steps', { hint: 'longhaul run:fork r --at <step>' }),
    new LonghaulError('EFFECT_SETTLED', 'settled', { hint: 'longhaul task:show r e' }),
    refusal('r', 'effect e was not found'),
    new LeaseLostError('r', 'another job'),
  ];
  for (const error of errors) {
    const [what, hint] = sayInJob(error).split('\n');
    expect(what).toBe(error.message);
    expect(hint).toMatch(/\S/);
    expect(hint?.replace('npx longhaul run:verify', '')).not.toMatch(/longhaul [a-z]|--|run:/);
  }
  // A halt ends the run, not the job that has it.
  expect(sayInJob(new LeaseHeldError('r', 'https://github.com/o/r/actions/runs/1/job/2'))).toMatch(
    /job\/2\n.*cancel its workflow run; `command: resume`.*`command: halt` would end the run itself/,
  );
  expect(sayInJob(new UsageError('no', { hint: 'say yes' }))).toBe('no\nsay yes');
  expect(sayInJob(new Error('bare'))).toBe('bare');
});
