import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { InvalidSchemaError, issuesText, validateJson } from '../../src/executors/schema.ts';

const findings = {
  type: 'object',
  required: ['findings'],
  additionalProperties: false,
  properties: {
    findings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['severity'],
        properties: { severity: { enum: ['low', 'high'] }, 'a/b': { type: 'number' } },
      },
    },
  },
};

test('a value that fits is given back', async () => {
  const value = { findings: [{ severity: 'low' }] };
  expect(await validateJson(findings, value)).toEqual({ ok: true, value });
});

test('every issue is told with its path', async () => {
  const result = await validateJson(findings, { findings: [{ severity: 'odd', 'a/b': '1' }, {}], more: 1 });
  expect(result).toEqual({
    ok: false,
    issues: [
      { path: '', message: 'must NOT have additional properties ("more")' },
      { path: 'findings[0].severity', message: 'must be equal to one of the allowed values: ["low","high"]' },
      { path: 'findings[0]["a/b"]', message: 'must be number' },
      { path: 'findings[1]', message: "must have required property 'severity'" },
    ],
  });
  expect(issuesText(result.ok ? [] : result.issues, 1)).toBe(
    'it must NOT have additional properties ("more"); and 3 more',
  );
});

test('formats are checked, unknown formats and keywords are not', async () => {
  expect((await validateJson({ type: 'string', format: 'date-time' }, 'yesterday')).ok).toBe(false);
  expect((await validateJson({ type: 'string', format: 'odd', hint: 1 }, 'yesterday')).ok).toBe(true);
});

test('draft 2020-12, as zod writes it, is understood', async () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'array',
    prefixItems: [{ type: 'number' }],
    items: { $ref: '#/$defs/name' },
    $defs: { name: { type: 'string' } },
  };
  expect((await validateJson(schema, [1, 'a'])).ok).toBe(true);
  expect((await validateJson(schema, ['a', 1])).ok).toBe(false);
});

test('two schemas may have the same $id', async () => {
  expect((await validateJson({ $id: 'https://x.test/a', type: 'string' }, 'a')).ok).toBe(true);
  expect((await validateJson({ $id: 'https://x.test/a', type: 'number' }, 'a')).ok).toBe(false);
});

test("type 'any', which public process files write, means anything; the rest is still checked", async () => {
  const schema = {
    type: 'object',
    required: ['value'],
    properties: { value: { type: 'any' }, name: { type: 'string' }, type: { const: 'any' } },
  };
  expect((await validateJson(schema, { value: [1], type: 'any' })).ok).toBe(true);
  expect((await validateJson(schema, { value: 1, name: 2 })).ok).toBe(false);
  expect((await validateJson(schema, { value: 1, type: 'other' })).ok).toBe(false);
});

test('shorthand that is no JSON Schema checks nothing', async () => {
  expect((await validateJson({ rootCause: 'string', steps: ['string'] }, { anything: 1 })).ok).toBe(true);
});

test('a schema that is none is an error naming the place', async () => {
  const wrong = { type: 'object', properties: { a: { type: 'strng' } } };
  await expect(validateJson(wrong, {})).rejects.toThrow(InvalidSchemaError);
  await expect(validateJson(wrong, {})).rejects.toThrow(
    'schema/properties/a/type must be equal to one of the allowed values',
  );
});

test('the validator is not loaded before it is needed', () => {
  const program = `
    await import(${JSON.stringify(resolve('src/executors/index.ts'))});
    const { validateJson } = await import(${JSON.stringify(resolve('src/executors/schema.ts'))});
    const { createRequire } = await import('node:module');
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('/ajv/'));
    const before = loaded();
    await validateJson({ type: 'string' }, 'a');
    console.log(JSON.stringify([before, loaded()]));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual([false, true]);
});

test('the validator works in a bundle, too', () => {
  const dir = mkdtempSync(join(tmpdir(), 'longhaul-schema-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  const program = `
    const values = [
      await validateJson({ type: 'string', format: 'date' }, 'x'),
      await validateJson({ $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [{ type: 'number' }] }, ['a']),
    ];
    console.log(JSON.stringify(values.map((value) => value.issues[0].message)));`;
  const source = stripTypeScriptTypes(readFileSync('src/executors/schema.ts', 'utf8'));
  writeFileSync(join(dir, 'entry.js'), `${source}\n${program}`);
  execFileSync(process.execPath, [resolve('scripts/bundle.mjs'), 'entry.js', 'out/bundle.js'], { cwd: dir });
  rmSync(join(dir, 'node_modules'));
  const printed = execFileSync(process.execPath, ['out/bundle.js'], { cwd: dir, encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual(['must match format "date"', 'must be number']);
});
