// Is dist/ what the sources make? Builds beside it and compares every file; changes nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';

const root = resolve(import.meta.dirname, '..');

/** Path → content and executable bit. */
function snapshot(dir) {
  if (!existsSync(dir)) return new Map();
  const paths = readdirSync(dir, { recursive: true }).filter((p) => statSync(join(dir, p)).isFile());
  return new Map(
    paths.map((p) => [p, `${statSync(join(dir, p)).mode & 0o100} ${readFileSync(join(dir, p), 'latin1')}`]),
  );
}

const stage = await build(root).catch((error) => {
  console.error(error.stdout || error.stderr || error);
  process.exit(1);
});
const fresh = snapshot(join(stage, 'dist'));
rmSync(stage, { recursive: true });
const present = snapshot(join(root, 'dist'));

const problems = [];
for (const [path, content] of fresh) {
  if (!present.has(path)) problems.push(`missing: dist/${path}`);
  else if (present.get(path) !== content) problems.push(`out of date: dist/${path}`);
}
for (const path of present.keys()) if (!fresh.has(path)) problems.push(`not made by the build: dist/${path}`);

// A file that Git ignores would be right here and missing in every clone.
if (existsSync(join(root, '.git'))) {
  const ignored = ['ls-files', '--others', '--ignored', '--exclude-standard', '--', 'dist'];
  const lines = execFileSync('git', ignored, { cwd: root, encoding: 'utf8' }).split('\n');
  for (const path of lines.filter(Boolean)) problems.push(`ignored by git: ${path}`);
}

if (problems.length > 0) {
  console.error(`dist/ does not match the sources; run \`npm run build\` and commit dist/:`);
  for (const problem of problems.sort()) console.error(`  ${problem}`);
  process.exit(1);
}
console.log(`dist/ is up to date (${fresh.size} files)`);
