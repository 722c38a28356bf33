/** Ctrl-C: the first one saves, the second one stops at once. */
import { describe, expect, it } from 'vitest';
import { ended, journal, place, readText, until } from './support.ts';

const STUBBORN = `import { defineTask } from 'longhaul';
const t = defineTask('t', () => ({ kind: 'shell', shell: { command: inputs } }));
let inputs;
export const process = async (given, ctx) => { inputs = given; await ctx.task(t, {}); return 'done'; };\n`;

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, code) => {
  it('stops what runs, saves, and leaves a run that can be resumed', async () => {
    const at = place();
    at.write('p.mjs', STUBBORN);
    const child = at.start([
      'run',
      'p.mjs',
      '--run-id',
      'r',
      '--inputs-inline',
      JSON.stringify('echo $$ > pid; test -f go && exit 0; sleep 600'),
    ]);
    const end = ended(child);
    const pid = await until(() => Number(tryRead(at.dir, 'pid')));
    child.kill(signal);
    const { stdout, ...how } = await end;
    expect(how).toMatchObject({ code, signal: null, stderr: '' });
    expect(stdout).toContain(`${signal}: stopping what runs, and saving`);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Next: carry the run on: longhaul resume r');
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await at.json(['run:status', 'r'])).toMatchObject({ state: 'running' });
    at.write('go', '');
    expect(await at.json(['resume', 'r'])).toMatchObject({ status: 'completed', output: 'done' });
    expect(
      journal(at, 'r')
        .filter(({ type }) => type === 'EFFECT_STARTED')
        .map(({ data }) => data.attempt),
    ).toEqual([1, 2]);
  });
});

describe('a second one', () => {
  it('req C18: stops at once; the journal is whole', async () => {
    const at = place();
    at.write('p.mjs', STUBBORN);
    const child = at.start([
      'run',
      'p.mjs',
      '--run-id',
      'r',
      '--inputs-inline',
      JSON.stringify("trap '' TERM; echo $$ > pid; while true; do sleep 0.1; done"),
      '--json',
    ]);
    const end = ended(child);
    const pid = await until(() => Number(tryRead(at.dir, 'pid')));
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = Date.now();
    child.kill('SIGINT');
    const { code, stdout } = await end;
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({
      error: 'INTERRUPTED',
      hint: expect.stringContaining('longhaul resume r'),
    });
    expect(Date.now() - before).toBeLessThan(3000);
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      process.kill(pid, 'SIGKILL');
    }
    expect(await at.json(['run:verify', 'r'])).toMatchObject({ ok: true });
    const status = await at.cli(['run:status', 'r', '--exit-code']);
    expect(status.code).toBe(11);
    expect(status.stdout).toMatch(/^Run r \(p\): running\nNobody drives it\n/);
    expect(status.stdout).toContain('\nNext: carry the run on: longhaul resume r\n');
  });
});

function tryRead(...parts: string[]): string {
  try {
    return readText(...parts);
  } catch {
    return '';
  }
}
