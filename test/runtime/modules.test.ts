import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pending, runProcess } from '../../src/testing/index.ts';
import { echo, project } from './support.ts';

const run = async (directory: string, name: string): Promise<unknown> => {
  const { output, error } = await runProcess(`${directory}/${name}`, { respond: echo });
  expect(error).toBeUndefined();
  return output;
};

const TASK = `const t = defineTask('job', (args) => ({ kind: 'shell', title: 't' }));`;
const BODY = `const a = await ctx.task(t, 'a'); return a;`;

test.each([
  [
    '.mjs',
    `import { defineTask } from 'longhaul'; ${TASK} export async function process(_, ctx) { ${BODY} }`,
  ],
  ['.js', `import { defineTask } from 'longhaul'; ${TASK} export async function process(_, ctx) { ${BODY} }`],
  [
    '.cjs',
    `const { defineTask } = require('longhaul'); ${TASK} exports.process = async (_, ctx) => { ${BODY} };`,
  ],
  [
    '.js',
    `const { defineTask } = require('longhaul'); ${TASK} module.exports = { process: async (_, ctx) => { ${BODY} } };`,
  ],
  [
    '.js',
    `const { defineTask } = require('longhaul'); ${TASK} module.exports = async (_, ctx) => { ${BODY} };`,
  ],
  [
    '.ts',
    `import { defineTask, type Context } from 'longhaul'; ${TASK} export async function process(_: unknown, ctx: Context): Promise<unknown> { ${BODY} }`,
  ],
  [
    '.mts',
    `import { defineTask, type Context } from 'longhaul'; ${TASK} export async function process(_: unknown, ctx: Context): Promise<unknown> { ${BODY} }`,
  ],
  [
    '.cts',
    `const { defineTask } = require('longhaul') as any; ${TASK} exports.process = async (_: unknown, ctx: any) => { ${BODY} };`,
  ],
  [
    '.mjs',
    `import sdk from '@a5c-ai/babysitter-sdk'; const { defineTask } = sdk; ${TASK} export async function process(_, ctx) { ${BODY} }`,
  ],
  [
    '.mjs',
    `import { defineTask } from '@a5c-ai/babysitter-sdk'; ${TASK} export async function process(_, ctx) { ${BODY} }`,
  ],
  [
    '.mjs',
    `import { defineTask } from '@a5c-ai/babysitter-sdk/runtime/intrinsics'; ${TASK} export async function process(_, ctx) { ${BODY} }`,
  ],
  [
    '.cjs',
    `const { defineTask } = require('@a5c-ai/babysitter-sdk'); ${TASK} exports.process = async (_, ctx) => { ${BODY} };`,
  ],
])('a process file %s: %s', async (extension, source) => {
  for (const type of [undefined, 'commonjs', 'module'] as const) {
    if (extension === '.js' && type !== undefined && (type === 'module') !== source.startsWith('import'))
      continue;
    const directory = project({
      [`p${extension}`]: source,
      ...(type && { 'package.json': JSON.stringify({ type }) }),
    });
    expect(await run(directory, `p${extension}`)).toBe('a!');
  }
});

test('one class identity, whichever name it is imported by', async () => {
  const directory = project({
    'common.cjs': `module.exports = require('longhaul');`,
    'p.mjs': `
      import * as a from 'longhaul'; import * as b from '@a5c-ai/babysitter-sdk'; import c from './common.cjs'; import d from 'longhaul';
      export const process = async (_, ctx) => {
        const error = await ctx.breakpoint({}, { timeout: '1m' }).then(() => ctx.signal('x', { timeout: '1m' })).catch((e) => e);
        return [a.EffectCancelledError === b.EffectCancelledError, a.EffectCancelledError === c.EffectCancelledError, a.defineTask === d.defineTask, error instanceof b.EffectCancelledError];
      };`,
  });
  const { output } = await runProcess(`${directory}/p.mjs`, {
    respond: (e) => (e.kind === 'signal' ? pending : { approved: true }),
  });
  expect(output).toEqual([true, true, true, true]);
});

test('relative imports of .js, .mjs and .cjs find .ts, .mts and .cts; JSON and import.meta.url work', async () => {
  const directory = project({
    'a.ts': `export const a: number = 1;`,
    'b.mts': `export const b: number = 2;`,
    'c.cts': `exports.c = 3 as number;`,
    'sub/d.json': '{"d": 4}',
    'text.txt': 'five',
    'p.ts': `
      import { readFileSync } from 'node:fs';
      import { a } from './a.js'; import { b } from './b.mjs'; import common from './c.cjs';
      import d from './sub/d.json' with { type: 'json' };
      import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      export const process = () => [a, b, common.c, d.d, require('./sub/d.json').d, readFileSync(new URL('./text.txt', import.meta.url), 'utf8'), import.meta.dirname.length > 1];`,
  });
  expect(await run(directory, 'p.ts')).toEqual([1, 2, 3, 4, 4, 'five', true]);
});

test('a run carries its code: what the workspace holds by then does not count', async () => {
  const directory = project({
    'helper.ts': `export const word: string = 'first';`,
    'data.json': '{"n": 1}',
    'common.cjs': `exports.c = 'c1';`,
    'p.ts': `
      import { word } from './helper.js'; import data from './data.json' with { type: 'json' }; import common from './common.cjs';
      export async function process(_: unknown, ctx: any) { await ctx.breakpoint({}); return [word, data.n, common.c]; }`,
  });
  const options = { runsDir: `${directory}/runs`, runId: 'r' };
  expect((await runProcess(`${directory}/p.ts`, { ...options, respond: () => pending })).status).toBe(
    'waiting',
  );
  writeFileSync(`${directory}/helper.ts`, `throw new Error('changed');`);
  writeFileSync(`${directory}/data.json`, '{"n": 2}');
  writeFileSync(`${directory}/common.cjs`, `exports.c = 'c2';`);
  const { output } = await runProcess(`${directory}/p.ts`, {
    ...options,
    respond: () => ({ approved: true }),
  });
  expect(output).toEqual(['first', 1, 'c1']);
});

test('zod is there for a process that has not installed it, and checks inputs, tasks and outputs', async () => {
  const directory = project({
    'p.mjs': `
      import { z } from 'zod'; import { defineTask } from 'longhaul';
      export const inputSchema = z.object({ n: z.number(), word: z.string().default('w') });
      export const outputSchema = z.object({ total: z.number() });
      const t = defineTask('job', (args) => ({ kind: 'shell', title: args.x }), { args: z.object({ x: z.string().default('dx') }), result: z.object({ m: z.coerce.number() }) });
      export const process = async (inputs, ctx) => {
        const { m } = await ctx.task(t, {});
        const s = await ctx.run('s', () => ({ k: 1, extra: 2 }), { schema: z.object({ k: z.number() }) });
        return { total: inputs.n + m + s.k, extra: [inputs.word, s] };
      };`,
  });
  const good = await runProcess(`${directory}/p.mjs`, {
    inputs: { n: 1 },
    respond: (e) => (e.kind === 'shell' ? { m: '40' } : undefined),
    restartAfterEach: true,
  });
  expect([good.output, good.effects[0]?.args]).toEqual([{ total: 42 }, { x: 'dx' }]);
  const bad = await runProcess(`${directory}/p.mjs`, {
    inputs: { n: 1 },
    respond: (e) => (e.kind === 'shell' ? { m: 'x' } : undefined),
  });
  expect(bad.error).toMatchObject({ name: 'SchemaError' });
  expect(bad.error?.message).toContain('result of task "job"');
  await expect(runProcess(`${directory}/p.mjs`, { inputs: { n: 'one' } })).rejects.toThrow(
    /inputs does not match its schema: n/,
  );
});

test('JSON Schema does the same', async () => {
  const schema = (properties: object): string =>
    JSON.stringify({ type: 'object', properties, required: Object.keys(properties) });
  const directory = project({
    'p.mjs': `
      import { defineTask } from 'longhaul';
      export const inputSchema = ${schema({ n: { type: 'number' } })};
      export const outputSchema = ${schema({ total: { type: 'number' } })};
      const t = defineTask('job', (args) => ({ kind: 'shell' }), { args: ${schema({ x: { type: 'string' } })}, result: ${schema({ m: { type: 'number' } })} });
      export const process = async (inputs, ctx) => ({ total: inputs.bad ? 'no' : inputs.n + (await ctx.task(t, { x: 'a' })).m });`,
  });
  const respond = (value: unknown) => () => ({ m: value });
  const entry = `${directory}/p.mjs`;
  for (const restartAfterEach of [false, true]) {
    expect(
      (await runProcess(entry, { inputs: { n: 1 }, respond: respond(2), restartAfterEach })).output,
    ).toEqual({ total: 3 });
  }
  expect((await runProcess(entry, { inputs: { n: 1 }, respond: respond('x') })).error?.name).toBe(
    'SchemaError',
  );
  expect(
    (await runProcess(entry, { inputs: { n: 1, bad: true }, respond: respond(1) })).error?.message,
  ).toContain('output of the process');
  await expect(runProcess(entry, { inputs: {} })).rejects.toThrow(/inputs does not match its schema/);
});

test('the JSON rule: what a process gets is what a replay gives it; what has no honest form is refused with its path', async () => {
  const directory = project({
    'p.mjs': `
      import { defineTask } from 'longhaul';
      const t = defineTask('job', () => ({ kind: 'shell' }));
      class Point { constructor() { this.x = 1; } }
      const bad = { map: { when: new Map() }, set: [new Set()], big: { n: 1n }, symbol: { s: Symbol('x') }, point: new Point(), cycle: (() => { const a = {}; a.a = a; return a; })() };
      export const process = async (_, ctx) => {
        const given = await ctx.task(t, { date: new Date(0), gone: undefined, nan: NaN, fn() {}, list: [undefined, () => 1] });
        const refused = {};
        for (const [name, value] of Object.entries(bad)) refused[name] = await ctx.task(t, value).catch((e) => e.message);
        const step = await ctx.run('step', () => ({ date: new Date(0), gone: undefined }));
        const none = await ctx.run('none', () => undefined);
        const wrong = await ctx.run('wrong', () => new Map()).catch((e) => e.message);
        return { given, refused, step, none, wrong, when: new Date(5), gone: undefined };
      };`,
  });
  for (const restartAfterEach of [false, true]) {
    const { output, effects } = await runProcess(`${directory}/p.mjs`, {
      respond: (e) => (e.kind === 'shell' ? { at: new Date(1), nothing: undefined } : undefined),
      restartAfterEach,
    });
    expect(effects[0]?.args).toEqual({ date: '1970-01-01T00:00:00.000Z', nan: null, list: [null, null] });
    expect(output).toMatchObject({
      given: { at: '1970-01-01T00:00:00.001Z' },
      step: { date: '1970-01-01T00:00:00.000Z' },
      none: null,
      wrong: 'Not JSON: result: Map',
      when: '1970-01-01T00:00:00.005Z',
      refused: {
        map: 'Not JSON: args.when: Map',
        set: 'Not JSON: args[0]: Set',
        big: 'Not JSON: args.n: BigInt',
        symbol: 'Not JSON: args.s: symbol',
        point: 'Not JSON: args: Point',
        cycle: expect.stringContaining('cycle'),
      },
    });
  }
  const output = project({
    'p.mjs': `export const process = () => ({ a: [new Map()] });`,
    'u.mjs': 'export const process = () => undefined;',
  });
  expect((await runProcess(`${output}/p.mjs`)).error?.message).toBe('Not JSON: output.a[0]: Map');
  expect((await runProcess(`${output}/u.mjs`)).output).toBeNull();
});
