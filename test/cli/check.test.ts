/** longhaul check, as a real process. */
import { expect, it } from 'vitest';
import { place } from './support.ts';

const code = (first: string) =>
  `export const process = async (inputs, ctx) => { await ctx.run('${first}', () => 1); await ctx.signal('go'); };\n`;

it('exits with 0 while every open run agrees or finishes on its own code, with 1 when one would diverge or cannot be read', async () => {
  const at = place();
  expect(await at.cli(['check'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('No open runs in'),
  });
  at.write('p.mjs', code('build'));
  await at.cli(['run', 'p.mjs', '--run-id', 'r']);
  const before = at.events('r');
  expect(await at.cli(['check'])).toMatchObject({ code: 0, stdout: 'r  p  agrees\n', stderr: '' });
  at.write('p.mjs', code('compile'));
  const pinned = await at.cli(['check']);
  expect(pinned).toMatchObject({ code: 0, stdout: expect.stringContaining('r  p  not affected') });
  const upgrading = await at.cli(['check', '--run', 'r', '--on-code-change', 'upgrade']);
  expect(upgrading.code).toBe(1);
  expect(upgrading.stdout).toMatch(/^r {2}p {2}diverges\n[\s\S]*compile/);
  expect(await at.json(['check', '--on-code-change', 'upgrade'], 1)).toMatchObject({
    runs: [{ runId: 'r', verdict: 'diverges', site: { file: 'p.mjs', line: 1 } }],
  });
  expect(at.events('r')).toEqual(before);
  at.write(`.a5c/runs/r/journal/${before[1]}`, '{');
  expect(await at.json(['check'], 1)).toMatchObject({
    runs: [{ runId: 'r', verdict: 'unreadable', hint: expect.stringContaining('longhaul run:verify r`') }],
  });
});
