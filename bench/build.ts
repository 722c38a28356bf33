/** Compiles and bundles what the cases run, as scripts/build.mjs does for the product, into a directory of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Programs {
  /** Our engine as a bundle, the worker's bundle beside it. */
  longhaul: string;
  /** The Action's bundle. */
  action: string;
  bare: string;
  floor: string;
  openworkflow: string;
  babysitter: string;
}

/** Works in the checkout, because the bundler looks for packages upwards from its input; adds the directory to `made`. */
export function build(root: string, made: string[]): Programs {
  const stage = mkdtempSync(path.join(root, '.build-bench-'));
  made.push(stage);
  const config = {
    extends: path.join(root, 'tsconfig.json'),
    // Types are the business of `npm run typecheck`.
    compilerOptions: {
      rootDir: root,
      outDir: path.join(stage, 'lib'),
      declaration: false,
      noEmitOnError: false,
      noCheck: true,
    },
    include: [path.join(root, 'src'), path.join(root, 'bench/child')],
  };
  writeFileSync(path.join(stage, 'tsconfig.json'), JSON.stringify(config));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const compiled = spawnSync(process.execPath, [tsc, '-p', stage], { encoding: 'utf8' });
  const child = (name: string): string => path.join(stage, `lib/bench/child/${name}.js`);
  if (!existsSync(child('longhaul'))) throw new Error(`the sources do not compile:\n${compiled.stdout}`);

  mkdirSync(path.join(stage, 'dist'));
  writeFileSync(path.join(stage, 'dist/package.json'), '{ "type": "module" }\n');
  const bundle = (from: string, to: string): void => {
    const bundler = path.join(root, 'scripts/bundle.mjs');
    const made = spawnSync(process.execPath, [bundler, from, to], { cwd: stage, encoding: 'utf8' });
    // The bundler prints its own minified source before the reason.
    if (made.status !== 0) throw new Error(`${from} cannot be bundled:\n${made.stderr.slice(-2000)}`);
  };
  bundle('lib/src/runtime/worker/main.js', 'dist/worker/index.js');
  bundle('lib/src/action/main.js', 'dist/index.js');
  bundle('lib/src/secret-shapes.js', 'dist/secret-shapes.js');
  // Where worker-url.ts finds the worker from.
  bundle('lib/bench/child/longhaul.js', 'dist/bench/longhaul.js');
  return {
    longhaul: path.join(stage, 'dist/bench/longhaul.js'),
    action: path.join(stage, 'dist/index.js'),
    bare: child('bare'),
    floor: child('floor'),
    openworkflow: child('openworkflow'),
    babysitter: child('babysitter'),
  };
}
