import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUTS, OUTPUTS } from '../../src/action/contract.ts';
import { validateActionFile } from '../runner/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'action.yml');
const action = parse(readFileSync(file, 'utf8')) as {
  inputs: Record<string, { description: string; default: string; required: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string; post: string };
};

describe('req X4, X5: action.yml and the contract say the same', () => {
  it('has exactly the inputs of the contract, with their words and defaults', () => {
    const expected = Object.entries(INPUTS).map(([name, spec]) => [
      name,
      { description: spec.description, required: false, default: spec.default },
    ]);
    expect(action.inputs).toEqual(Object.fromEntries(expected));
  });

  it('has exactly the outputs of the contract', () => {
    const expected = Object.entries(OUTPUTS).map(([name, description]) => [name, { description }]);
    expect(action.outputs).toEqual(Object.fromEntries(expected));
  });

  it('runs one bundle on Node 24, main and post', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/index.js' });
  });

  it('passes GitHub’s own validation', async () => {
    expect(await validateActionFile(file)).toEqual([]);
  });
});
