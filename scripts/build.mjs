// Builds lib/ (tsc) and dist/ (ncc). Everything is made in a staging directory beside them and swapped in at
// the end: a failed build changes nothing, two builds do not disturb each other, and the output is the same
// whether it goes into dist/ or is only compared with it.
import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const scripts = import.meta.dirname;

/** Entries that do not exist are left out. */
const bundles = {
  'lib/action/main.js': 'dist/index.js',
  'lib/cli/main.js': 'dist/cli/main.js',
  'lib/runtime/worker/main.js': 'dist/worker/index.js',
  // A process that uses zod and has not installed it gets this one: a file of its own, loaded only then.
  'lib/runtime/worker/zod.js': 'dist/worker/zod.js',
  // Loaded at the first text that may hold a secret, from every other bundle.
  'lib/secret-shapes.js': 'dist/secret-shapes.js',
  'lib/index.js': 'dist/lib/index.js',
  'lib/testing/index.js': 'dist/lib/testing.js',
};

/** Builds the project in `root` and returns the staging directory, with `lib` and `dist` in it. */
export async function build(root) {
  const stage = mkdtempSync(join(root, '.build-'));
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    await run(process.execPath, [tsc, '-p', root, '--outDir', join(stage, 'lib')]);
    mkdirSync(join(stage, 'dist'));
    // The Action runs from dist/ alone: without this, Node would take the bundles for CommonJS.
    writeFileSync(join(stage, 'dist/package.json'), '{\n  "type": "module"\n}\n');

    const jobs = Object.entries(bundles).filter(([entry]) => existsSync(join(stage, entry)));
    const packages = new Set();
    const next = async () => {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        const { stdout } = await run(process.execPath, [join(scripts, 'bundle.mjs'), ...job], { cwd: stage });
        for (const dir of JSON.parse(stdout)) packages.add(dir);
      }
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, next));

    writeFileSync(join(stage, 'dist/licenses.txt'), licenses(packages));
    if (existsSync(join(stage, 'dist/cli'))) {
      copyFileSync(join(scripts, 'cli-launcher.mjs'), join(stage, 'dist/cli/index.js'));
      chmodSync(join(stage, 'dist/cli/index.js'), 0o755);
    }
    declarations(stage);
    return stage;
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw error;
  }
}

/** ncc's own list misses what is in lazily loaded chunks. */
function licenses(packages) {
  const texts = [...packages].map((dir) => {
    const { name, version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
    const file = readdirSync(dir).find((f) => /^licen[cs]e/i.test(f));
    const text = file ? readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
    return `${name} ${version}\n${license}\n\n${text}\n`;
  });
  return [...new Set(texts)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

/** Copies the declarations of the library's entries, and all that they refer to, to dist/lib. */
function declarations(stage) {
  const lib = join(stage, 'lib');
  const out = join(stage, 'dist/lib');
  const done = new Set();
  const copy = (file) => {
    if (done.has(file)) return;
    done.add(file);
    // tsc leaves the `.ts` of relative imports in declarations.
    const relative = /((?:from|import\(|import)\s*['"])(\.\.?\/[^'"]+?)\.[jt]s(?=['"])/g;
    const text = readFileSync(join(lib, file), 'utf8').replace(relative, (_, before, path) => {
      copy(join(dirname(file), `${path}.d.ts`));
      return `${before}${path}.js`;
    });
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
  };
  if (existsSync(join(lib, 'index.js'))) copy('index.d.ts');
  if (existsSync(join(lib, 'testing/index.js'))) {
    copy('testing/index.d.ts');
    writeFileSync(join(out, 'testing.d.ts'), "export * from './testing/index.js';\n");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(scripts, '..');
  const stage = await build(root).catch((error) => {
    console.error(error.stdout || error.stderr || error);
    process.exit(1);
  });
  for (const dir of ['lib', 'dist']) {
    rmSync(join(root, dir), { recursive: true, force: true });
    renameSync(join(stage, dir), join(root, dir));
  }
  rmSync(stage, { recursive: true });
}
