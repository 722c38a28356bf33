import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cliDocument } from '../../scripts/docs.ts';

it('req X4: docs/cli.md is what the program says of itself (npm run docs)', () => {
  expect(readFileSync(path.resolve(import.meta.dirname, '../../docs/cli.md'), 'utf8')).toBe(cliDocument());
});
