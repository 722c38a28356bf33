import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const dir = mkdtempSync(path.join(tmpdir(), 'readme-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Example {
  kind: 'file' | 'run';
  name: string;
  text: string;
}

/** Examples that say what they are: `<!-- file: name -->` or `<!-- run -->` before the block. */
const examples: Example[] = [
  ...readme.matchAll(/<!-- (file|run)(?:: (\S+))? -->\n```\w+\n([\s\S]*?)```/g),
].map((match) => ({
  kind: match[1] as Example['kind'],
  name: match[2] ?? '',
  text: match[3] ?? '',
}));

describe('README', () => {
  it('names the two commands of a newcomer', () => {
    expect(readme).toContain('npm ci && npm run demo');
    expect(readme).toContain('npm test');
  });

  it('req 5: its first example is a gate without code, word for word one that is tested end to end', () => {
    const [first] = readme.matchAll(/<!-- example: (\S+) -->\n```yaml\n([\s\S]*?)```/g);
    expect(first?.[1]).toBe('examples/gate/deploy.yml');
    expect(first?.[2]).toBe(readFileSync(path.join(root, 'examples/gate/deploy.yml'), 'utf8'));
    expect(readme.indexOf('```yaml')).toBeLessThan(readme.indexOf('## A process'));
  });

  it('every example does what the text around it says', async () => {
    const launcher = path.join(dir, 'longhaul');
    writeFileSync(
      launcher,
      `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'src/cli/main.ts')}' "$@"\n`,
    );
    chmodSync(launcher, 0o755);
    const env = {
      ...process.env,
      PATH: `${dir}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
    };
    const printed: string[] = [];
    for (const { kind, name, text } of examples) {
      if (kind === 'file') writeFileSync(path.join(dir, name), text);
      else printed.push((await run('bash', ['-euc', text], { cwd: dir, env })).stdout);
    }
    const [waiting = '', done = ''] = printed;
    expect(waiting).toMatch(/waiting/);
    expect(done).toMatch(/completed/);
    const { stdout } = await run('longhaul', ['run:status', 'release-1.2.0', '--json'], { cwd: dir, env });
    expect(JSON.parse(stdout)).toMatchObject({ state: 'completed' });
    expect(
      JSON.parse(readFileSync(path.join(dir, '.a5c/runs/release-1.2.0/state/output.json'), 'utf8')),
    ).toMatchObject({
      shipped: true,
      by: 'ann',
    });
  });

  it('the test of a process runs as it stands', async () => {
    const test = examples.find(({ name }) => name.endsWith('.test.mjs'));
    // Only the installed package is missing here: the name is put in the place of its source.
    const text = (test?.text ?? '').replace(
      `'longhaul/testing'`,
      JSON.stringify(path.join(root, 'src/testing/index.ts')),
    );
    writeFileSync(path.join(dir, 'example.test.mjs'), text);
    await run(process.execPath, ['example.test.mjs'], { cwd: dir });
    expect(test?.text).toContain('runProcess');
  });
});
