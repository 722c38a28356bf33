import { expect, it } from 'vitest';
import { summaryBudget } from '../../src/action/io.ts';
import { SUMMARY_LIMIT } from '../../src/report/summary.ts';

it('limits: all summaries of a step together stay below 1 MiB, and one line says that some are left out', () => {
  const fitting = summaryBudget();
  const longest = 'x'.repeat(SUMMARY_LIMIT);
  const written = [longest, 'y'.repeat(2000), 'z', longest].map(fitting);
  expect(written[0]).toBe(longest);
  expect(written[1]).toMatch(/^What follows is left out.*\n$/);
  expect(written.slice(2)).toEqual(['', '']);
  const bytes = written.filter((text) => text !== '').map((text) => Buffer.byteLength(`${text}\n`));
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(1024 * 1024);
});
