/** longhaul run and resume, as real processes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASKS, GATE, journal, pendingOf, place, readJson, readText } from './support.ts';

interface RunDocument {
  runId: string;
  runDir: string;
  status: string;
  output?: unknown;
  failure?: { name: string; message: string };
  pending: { effectId: string; kind: string; wakeAt?: string }[];
  stopped?: string;
  already: boolean;
  next: { text: string; command: string }[];
}

const fails = (code: string) => `export const process = async (inputs, ctx) => { ${code} };\n`;

describe('run and resume', () => {
  it('req R1: a run is carried on by another process with its id alone; what is done is not done again', async () => {
    const at = place();
    at.write('p.mjs', ASKS);
    const first = await at.cli(['run', 'p.mjs', '--run-id', 'r']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const effect = await pendingOf(at, 'r');
    expect(first.stdout).toContain('  Build | built\n');
    expect(first.stdout).toContain('  Build | warned\n');
    expect(first.stdout).toMatch(/✓ Build \(\d+m?s\)/);
    expect(first.stdout).toContain('Run r waits');
    expect(first.stdout.trimEnd().split('\n').slice(-2)).toEqual([
      `Next: approve "Release": longhaul task:post r ${effect} --status ok --value-inline '{"approved":true}'`,
      '  then carry the run on: longhaul resume r',
    ]);
    const posted = await at.cli([
      'task:post',
      'r',
      effect,
      '--status',
      'ok',
      '--value-inline',
      '{"approved":true}',
    ]);
    expect(posted).toMatchObject({ code: 0, stderr: '' });
    expect(posted.stdout.trimEnd().split('\n').at(-1)).toBe('Next: carry the run on: longhaul resume r');
    const second = await at.cli(['resume', 'r']);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(second.stdout).toContain('decided: true');
    expect(second.stdout).toContain('Run r is completed');
    expect(readText(at.dir, 'built.txt')).toBe('x\n');
    expect(readJson(at.runDir('r'), 'state/output.json')).toEqual({ approved: true, by: null, inputs: null });
  });

  it('req R7: resumed without an answer it still waits, and nothing is written', async () => {
    const at = place();
    at.write('p.mjs', GATE);
    await at.json(['run', 'p.mjs', '--run-id', 'r']);
    const before = at.events('r');
    const again = await at.json<RunDocument>(['resume', 'r']);
    expect(again).toMatchObject({ status: 'waiting', already: false, pending: [{ kind: 'breakpoint' }] });
    expect(at.events('r')).toEqual(before);
  });

  it('req K11: run, resume and run:status show what is asked, and how to answer; task:list its title', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `export const process = async (inputs, ctx) =>
  ctx.breakpoint({ title: 'Release 1.2.0\u001b[2J', question: "Where's it to go?", context: { version: '1.2.0' }, options: ['eu', "d'or"] });
`,
    );
    const shown = [await at.cli(['run', 'p.mjs', '--run-id', 'r'])];
    const effect = await pendingOf(at, 'r');
    for (const verb of ['resume', 'run:status']) shown.push(await at.cli([verb, 'r']));
    const post = `longhaul task:post r ${effect} --status ok --value-inline`;
    for (const { code, stdout } of shown) {
      expect(code).toBe(0);
      for (const line of [
        '? Release 1.2.0[2J',
        "  Where's it to go?",
        '    "version": "1.2.0"',
        '  1) eu',
        `  approve "Release 1.2.0[2J" with "d'or": ${post} '{"approved":true,"option":"d'\\''or"}'`,
        `Next: approve "Release 1.2.0[2J" with "eu": ${post} '{"approved":true,"option":"eu"}'`,
      ])
        expect(stdout.split('\n')).toContain(line);
    }
    expect(shown[0]?.stdout).toContain(`? Release 1.2.0[2J (breakpoint ${effect})`);
    expect((await at.cli(['task:list', 'r'])).stdout).toContain('breakpoint  Release 1.2.0[2J\n');
    const strange = '{"approved":true,"option":"us"}';
    const wrong = ['task:post', 'r', effect, '--status', 'ok', '--value-inline', strange];
    expect(await at.json(wrong, 2)).toMatchObject({
      error: 'USAGE',
      message: expect.stringContaining('"eu"'),
    });
    expect(await at.json<RunDocument>(['resume', 'r'])).toMatchObject({ status: 'waiting' });
  });

  it('req R6: what failed by code that the run carries asks for the code to be mended, what timed out has its time anew', async () => {
    const at = place();
    const next = async (id: string, body: string, ...flags: string[]): Promise<string[]> => {
      at.write(
        `${id}.mjs`,
        `import { defineTask } from 'longhaul';
${fails(body)}`,
      );
      const failed = await at.json<RunDocument>(['run', `${id}.mjs`, '--run-id', id, ...flags], 3);
      const status = await at.cli(['run:status', id]);
      const [first] = failed.next;
      expect(status.stdout).toContain(`\nNext: ${first?.text}: ${first?.command}\n`);
      return failed.next.map(({ command }) => command);
    };
    const upgrade = (id: string) => `longhaul resume ${id} --on-code-change upgrade`;
    const asIs = 'longhaul resume step';
    expect(await next('step', "await ctx.run('s', () => inputs.foo.bar)")).toEqual([upgrade('step'), asIs]);
    const task = (def: string) => `await ctx.task(defineTask('t', () => (${def})), {})`;
    expect(await next('def', task("{ kind: 'shell', shell: {} }"))).toEqual([upgrade('def')]);
    const flaky = "{ kind: 'shell', shell: { command: 'true' }, retry: 3 }";
    expect(await next('flaky', task(flaky))).toEqual([upgrade('flaky')]);
    expect(await at.json(['run:status', 'flaky'])).toMatchObject({ failure: { class: 'permanent' } });
    const slow = "await ctx.sleep('1h')";
    expect(await next('slow', slow, '--run-timeout', '500ms')).toEqual(['longhaul resume slow']);
  });

  it('req R5: resuming a completed run is a no-op that says so', async () => {
    const at = place();
    at.write('p.mjs', fails('return { n: 1 }'));
    const first = await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'r']);
    expect(first).toMatchObject({
      runId: 'r',
      runDir: at.runDir('r'),
      status: 'completed',
      output: { n: 1 },
      pending: [],
      already: false,
      next: [],
    });
    const before = at.events('r');
    const text = await at.cli(['resume', 'r']);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toContain('Run r is completed already; nothing was done');
    expect(await at.json<RunDocument>(['resume', 'r'])).toMatchObject({
      status: 'completed',
      already: true,
      output: { n: 1 },
    });
    expect(at.events('r')).toEqual(before);
  });

  it('req R16: after a failure only the failed effect runs again', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `import { defineTask } from 'longhaul';
const sh = (id, command) => defineTask(id, () => ({ kind: 'shell', shell: { command } }));
const one = sh('one', 'echo x >> one.txt'); const two = sh('two', 'test -f mended');
export const process = async (inputs, ctx) => { await ctx.task(one); await ctx.task(two); return 'done'; };`,
    );
    const failed = await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'r'], 3);
    expect(failed).toMatchObject({
      status: 'failed',
      failure: { name: 'ShellError' },
      next: [{ command: 'longhaul resume r' }, { command: 'longhaul resume r --on-code-change upgrade' }],
    });
    at.write('mended', '');
    expect(await at.json<RunDocument>(['resume', 'r'])).toMatchObject({
      status: 'completed',
      output: 'done',
    });
    expect(readText(at.dir, 'one.txt')).toBe('x\n');
    expect(journal(at, 'r').find(({ type }) => type === 'RUN_RETRIED')?.data.actor).toEqual({
      login: 'Ada Tester',
    });
  });

  it('req R6: a run that failed by its own throw says that the code must change first', async () => {
    const at = place();
    at.write('p.mjs', fails('throw new TypeError("no")'));
    const failed = await at.cli(['run', 'p.mjs', '--run-id', 'r']);
    expect(failed.code).toBe(3);
    expect(failed.stdout).toContain('Run r failed: TypeError: no');
    expect(failed.stdout).toContain('longhaul resume r --on-code-change upgrade');
    const status = await at.json(['run:status', 'r']);
    expect(status).toMatchObject({
      state: 'failed',
      failure: { name: 'TypeError', message: 'no', class: 'permanent' },
    });
    const again = await at.json(['resume', 'r'], 1);
    expect(again).toMatchObject({
      error: 'RETRY_REFUSED',
      hint: expect.stringContaining('--on-code-change upgrade'),
    });
    at.write('p.mjs', fails('return 1'));
    expect(await at.json<RunDocument>(['resume', 'r', '--on-code-change', 'upgrade'])).toMatchObject({
      status: 'completed',
      output: 1,
    });
  });

  it('takes inputs from a file, from standard input and from the command line', async () => {
    const at = place();
    at.write('p.mjs', fails('return inputs ?? null'));
    at.write('sub/in.json', '{"a":1}');
    const run = (id: string, args: string[], input = '') =>
      at.json<RunDocument>(['run', 'p.mjs', '--run-id', id, ...args], 0, { input });
    expect((await run('a', ['--inputs', 'sub/in.json'])).output).toEqual({ a: 1 });
    expect((await run('b', ['--inputs', '-'], '[2]')).output).toEqual([2]);
    expect((await run('c', ['--inputs-inline', '"three"'])).output).toBe('three');
    expect((await run('d', [])).output).toBeNull();
    expect(await at.json(['run', 'p.mjs', '--inputs', 'no.json'], 2)).toMatchObject({
      error: 'USAGE',
      path: join(at.dir, 'no.json'),
    });
    expect(await at.json(['run', 'p.mjs', '--inputs-inline', '{'], 2)).toMatchObject({
      error: 'USAGE',
      message: expect.stringMatching(/^--inputs-inline is no JSON: .*position 1/),
    });
    expect(
      await at.json(['run', 'p.mjs', '--inputs-inline', '1', '--inputs', 'sub/in.json'], 2),
    ).toMatchObject({ error: 'USAGE' });
    expect(await at.json(['run', 'p.mjs', '--run-id', 'a'], 1)).toMatchObject({ error: 'RUN_EXISTS' });
    expect(await at.json(['run', 'p.mjs', '--run-id', '../x'], 2)).toMatchObject({ error: 'USAGE' });
    expect(await at.json(['run', 'missing.mjs'], 2)).toMatchObject({
      error: 'USAGE',
      path: join(at.dir, 'missing.mjs'),
    });
  });

  it('resolves paths against the working directory, and finds a run by its path', async () => {
    const at = place();
    at.write('sub/p.mjs', fails('return 1'));
    const sub = { cwd: join(at.dir, 'sub') };
    const made = await at.json<RunDocument>(
      ['run', 'p.mjs', '--run-id', 'r', '--runs-dir', '../elsewhere'],
      0,
      sub,
    );
    expect(made.runDir).toBe(join(at.dir, 'elsewhere/r'));
    for (const [args, cwd] of [
      [['elsewhere/r'], at.dir],
      [['./r'], join(at.dir, 'elsewhere')],
      [['r'], join(at.dir, 'elsewhere')],
      [[made.runDir], join(at.dir, 'sub')],
      [['r', '--runs-dir', '../elsewhere'], join(at.dir, 'sub')],
    ] as const) {
      expect(await at.json(['run:status', ...args], 0, { cwd })).toMatchObject({
        runId: 'r',
        state: 'completed',
      });
    }
    // An id means a run of the runs directory before one that merely lies here.
    const other = ['--run-id', 'r', '--runs-dir', 'elsewhere/.a5c/runs'];
    await at.json(['run:create', '--entry', 'sub/p.mjs', ...other]);
    const elsewhere = { cwd: join(at.dir, 'elsewhere') };
    expect(await at.json(['run:status', 'r'], 0, elsewhere)).toMatchObject({ state: 'created' });
    for (const name of ['LONGHAUL_RUNS_DIR', 'BABYSITTER_RUNS_DIR']) {
      expect(
        await at.json(['run:status', 'r'], 0, { ...sub, env: { [name]: '../elsewhere' } }),
      ).toMatchObject({ state: 'completed' });
    }
  });

  it('runs the commands of a run that is named by its path in the project that holds it', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `import { defineTask } from 'longhaul';
const pwd = defineTask('pwd', () => ({ kind: 'shell', shell: { command: 'pwd' } }));
export async function process(_, ctx) {
  const { approved } = await ctx.breakpoint({ question: 'Go?' });
  return [approved, (await ctx.task(pwd, {})).stdout.trim()];
}`,
    );
    await at.json(['run', 'p.mjs', '--run-id', 'r', '--max-iterations', '0']);
    mkdirSync(join(at.dir, 'other'));
    const effect = await pendingOf(at, 'r');
    const cwd = join(at.dir, 'other');
    await at.json(
      ['task:post', '../.a5c/runs/r', effect, '--status', 'ok', '--value-inline', '{"approved":false}'],
      0,
      { cwd },
    );
    expect(await at.json<RunDocument>(['resume', at.runDir('r')], 0, { cwd })).toMatchObject({
      status: 'completed',
      output: [false, at.dir],
    });
  });

  it('req R9: --max-iterations stops with the state kept', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `import { defineTask } from 'longhaul';
const t = defineTask('t', (n) => ({ kind: 'shell', shell: { command: 'echo ' + n } }));
export const process = async (inputs, ctx) => { for (const n of [1, 2, 3]) await ctx.task(t, n); return 'end'; };`,
    );
    const first = await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'r', '--max-iterations', '1']);
    expect(first).toMatchObject({
      status: 'running',
      stopped: 'iterations',
      next: [{ command: 'longhaul resume r' }],
    });
    expect(await at.json<RunDocument>(['resume', 'r'])).toMatchObject({ status: 'completed', output: 'end' });
  });

  it('req R8: a long sleep is left to a later resume, a short one and --wait are waited for', async () => {
    const at = place();
    at.write('p.mjs', fails('await ctx.sleep(inputs); return "awake"'));
    const long = await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'a', '--inputs-inline', '3600000']);
    expect(long).toMatchObject({
      status: 'waiting',
      pending: [{ kind: 'sleep', wakeAt: expect.stringMatching(/Z$/) }],
    });
    expect(long.next).toEqual([
      { text: `sleeps until ${long.pending[0]?.wakeAt}, then`, command: 'longhaul resume a' },
    ]);
    expect(
      await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'b', '--inputs-inline', '300']),
    ).toMatchObject({ output: 'awake' });
    const start = (id: string, ms: string, ...flags: string[]) =>
      at.json<RunDocument>([
        'run',
        'p.mjs',
        '--run-id',
        id,
        '--inputs-inline',
        ms,
        '--wait-in-job',
        '0',
        ...flags,
      ]);
    expect(await start('c', '50000')).toMatchObject({ status: 'waiting' });
    expect(await start('d', '3000', '--wait')).toMatchObject({ output: 'awake' });
  });

  it('does agent tasks with --agent-command or its environment variable, and leaves them pending without', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `import { defineTask } from 'longhaul';
const think = defineTask('think', () => ({ kind: 'agent', title: 'Think', agent: { name: 'a', prompt: { task: 'think' } } }));
export const process = async (inputs, ctx) => ctx.task(think, {});`,
    );
    const command = `cat > /dev/null; echo '{"thought":1}'`;
    expect(await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'a'])).toMatchObject({
      status: 'waiting',
      pending: [{ kind: 'agent', external: true }],
      next: expect.arrayContaining([
        { text: 'or let a command do agent tasks', command: "longhaul resume a --agent-command '<command>'" },
      ]),
    });
    expect(
      await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'b', '--agent-command', command]),
    ).toMatchObject({ output: { thought: 1 } });
    expect(
      await at.json<RunDocument>(['resume', 'a'], 0, { env: { LONGHAUL_AGENT_COMMAND: command } }),
    ).toMatchObject({ output: { thought: 1 } });
  });

  it('req S9: arguments and results are not shown; a command says itself what it prints', async () => {
    const at = place();
    at.write(
      'p.mjs',
      `export const process = async (inputs, ctx) => { await ctx.run('step', () => 'result-secret'); return 'output-secret'; };`,
    );
    const end = await at.cli(['run', 'p.mjs', '--inputs-inline', '"input-secret"']);
    expect(end.stdout + end.stderr).not.toMatch(/secret/);
  });

  it.each([
    ['throws in a step', "ctx.run('s', () => { throw new TypeError('x'); })", 'transient', false],
    ['gives no policy of retries', "ctx.run('s', () => 1, { retry: 3 })", 'permanent', true],
    ['defines no task', "ctx.task(defineTask('s', () => ({ kind: 'shell' })), {})", 'permanent', true],
  ])(
    'contract §1: a process that %s is told to upgrade, and that helps',
    async (_what, call, kind, always) => {
      const at = place();
      const code = (text: string) =>
        `import { defineTask } from 'longhaul';\nexport const process = (inputs, ctx) => ${text};\n`;
      at.write('p.mjs', code(call));
      const failed = await at.json<RunDocument>(['run', 'p.mjs', '--run-id', 'r'], 3);
      const upgrade = 'longhaul resume r --on-code-change upgrade';
      const commands = failed.next.map(({ command }) => command);
      expect(commands).toEqual(always ? [upgrade] : [upgrade, 'longhaul resume r']);
      expect(await at.json(['run:status', 'r'])).toMatchObject({ failure: { class: kind } });
      at.write(
        'p.mjs',
        code(
          call
            .replace("throw new TypeError('x')", '')
            .replace('retry: 3', 'retry: { attempts: 3 }')
            .replace("'shell'", "'shell', shell: { command: 'true' }"),
        ),
      );
      const again = await at.json(['resume', 'r', '--on-code-change', 'upgrade']);
      expect(again).toMatchObject({ status: 'completed' });
    },
  );

  it('says where in its code a process failed, in each of the places that say how it ended', async () => {
    const at = place();
    at.write('lib/deep.mjs', 'export const deep = (x) =>\n  x.foo;\n');
    at.write(
      'p.mjs',
      "import { deep } from './lib/deep.mjs';\nexport const process = async (inputs, ctx) => { await ctx.run('s', () => 1); deep(inputs); };\n",
    );
    const said = "failed: TypeError: Cannot read properties of undefined (reading 'foo') (lib/deep.mjs:2:5)";
    expect((await at.cli(['run', 'p.mjs', '--run-id', 'r'])).stdout).toContain(said);
    expect((await at.cli(['run:status', 'r'])).stdout).toContain('(lib/deep.mjs:2:5)');
    expect(await at.json(['run:status', 'r'])).toMatchObject({ failure: { site: 'lib/deep.mjs:2:5' } });
    const again = await at.json(['resume', 'r', '--on-code-change', 'upgrade'], 3);
    expect(again).toMatchObject({ failure: { site: 'lib/deep.mjs:2:5' } });
    // Thrown by the engine: the place of the call.
    at.write('q.mjs', 'export const process = async (inputs, ctx) =>\n  ctx.sleep("never");\n');
    expect((await at.cli(['run', 'q.mjs'])).stdout).toMatch(/ failed: .*\(q\.mjs:2:7\)\n/);
  });

  it('names the place at which a process file cannot be loaded, and how its run goes on', async () => {
    const at = place();
    at.write('p.mjs', "import './helper.mjs';\nexport const process = async () => 'mended';\n");
    at.write('helper.mjs', 'export const a = 1;\nexport const b = {{;\n');
    const refused = {
      error: 'PROCESS_LOAD',
      message: expect.stringMatching(/ SyntaxError: .* \(helper\.mjs:2\)$/),
      path: join(at.dir, 'p.mjs'),
      hint: expect.stringMatching(/^Mend the file.*`longhaul resume r`/),
    };
    expect(await at.json(['run', 'p.mjs', '--run-id', 'r'], 1)).toMatchObject(refused);
    expect(at.events('r')).toHaveLength(1);
    expect(await at.json(['run:status', 'r'])).toMatchObject({ state: 'created' });
    at.write('helper.mjs', "export const a = 1;\nthrow new Error('at import');\n");
    const thrown = { ...refused, message: expect.stringContaining('Error: at import (helper.mjs:2:7)') };
    expect(await at.json(['resume', 'r'], 1)).toMatchObject(thrown);
    at.write('helper.mjs', '');
    expect(await at.json(['resume', 'r'])).toMatchObject({ status: 'completed', output: 'mended' });
    expect(await at.json(['run', '.', '--run-id', 'd'], 2)).toMatchObject({ error: 'USAGE', path: at.dir });
  });
});
