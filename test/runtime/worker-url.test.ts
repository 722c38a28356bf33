import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A small project of its own, built by the real build script: every entry tells where it would look for the
// worker and what the worker, once started from there, says about itself.
const root = realpathSync(mkdtempSync(join(tmpdir(), 'longhaul-worker-url-')));
const project = resolve(import.meta.dirname, '../..');

function node(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}

/** An entry that starts the worker; `lazy` does it from a lazily loaded chunk. */
function entry(ask: string, lazy: boolean): string {
  const from = lazy ? `const { ask } = await import('${ask}');` : `import { ask } from '${ask}';`;
  return `${from}\nexport const answer = await ask();\nconsole.log(JSON.stringify(answer));\n`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeAll(() => {
  for (const file of ['scripts', 'package.json', 'tsconfig.json', 'src/runtime/worker-url.ts']) {
    cpSync(join(project, file), join(root, file), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  write(
    'src/runtime/ask.ts',
    `import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { workerUrl } from './worker-url.ts';
export async function ask(): Promise<{ url: string; ran: unknown }> {
  const url = workerUrl();
  const [ran] = await once(new Worker(url), 'message');
  return { url: url.href, ran };
}
`,
  );
  write(
    'src/runtime/worker/main.ts',
    `import { parentPort } from 'node:worker_threads';
import { workerUrl } from '../worker-url.ts';
parentPort?.postMessage({ at: import.meta.url, sees: workerUrl().href });
`,
  );
  write('src/action/main.ts', entry('../runtime/ask.ts', true));
  write('src/cli/main.ts', entry('../runtime/ask.ts', false));
  write('src/index.ts', entry('./runtime/ask.ts', true));
  write('src/testing/index.ts', entry('../runtime/ask.ts', true));
  const { status, stdout, stderr } = node('scripts/build.mjs');
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
}, 120_000);

afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ['src/action/main.ts', 'src/runtime/worker/main.ts'],
  ['lib/action/main.js', 'lib/runtime/worker/main.js'],
  ['dist/index.js', 'dist/worker/index.js'],
  ['dist/cli/index.js', 'dist/worker/index.js'],
  ['dist/lib/index.js', 'dist/worker/index.js'],
  ['dist/lib/testing.js', 'dist/worker/index.js'],
])('%s starts %s', (file, worker) => {
  const { stdout, stderr } = node(file);
  expect(stderr).toBe('');
  const url = pathToFileURL(join(root, worker)).href;
  expect(JSON.parse(stdout)).toEqual({ url, ran: { at: url, sees: url } });
});

test('the sources, loaded by vitest, start the source of the worker', async () => {
  const { ask }: { ask: () => Promise<unknown> } = await import(
    pathToFileURL(join(root, 'src/runtime/ask.ts')).href
  );
  const url = pathToFileURL(join(root, 'src/runtime/worker/main.ts')).href;
  expect(await ask()).toEqual({ url, ran: { at: url, sees: url } });
});

test('a bundle without its worker says so', () => {
  mkdirSync(join(root, 'alone'));
  cpSync(join(root, 'dist/cli'), join(root, 'alone/cli'), { recursive: true });
  cpSync(join(root, 'dist/package.json'), join(root, 'alone/package.json'));
  expect(node('alone/cli/index.js').stderr).toContain('The worker of Longhaul is missing beside file:');
});
