// Bundles one entry with ncc: node bundle.mjs <entry> <out file>. Prints, as JSON, the directories of the
// packages that went in. A process of its own because ncc's output depends on the working directory.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ncc from '@vercel/ncc';

const [entry, out] = process.argv.slice(2);
const name = basename(out, '.js');
const { code, assets, stats } = await ncc(join(process.cwd(), entry), {
  filename: `${name}.js`,
  cache: false,
  quiet: true,
});

const write = (file, text) => {
  mkdirSync(dirname(file), { recursive: true });
  // Git would store CRLF as LF, and a rebuild would then differ from what was committed.
  writeFileSync(file, text.replaceAll('\r\n', '\n'));
};
write(out, code);
for (const [file, { source }] of Object.entries(assets)) {
  if (file === 'package.json') continue;
  // ncc turns `new URL('./x', import.meta.url)` into an asset that does not work in an ES module.
  if (!/^\d+\.\w+\.js$/.test(file)) throw new Error(`${entry}: ncc made an unexpected asset, ${file}`);
  write(join(dirname(out), file), source.toString());
}

/** The directory of the package that a bundled file belongs to. */
function packageOf(file) {
  for (let dir = dirname(file); dir !== dirname(dir); dir = dirname(dir)) {
    const manifest = join(dir, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name) return dir;
  }
}
const modules = [...stats.compilation.modules].flatMap((m) => [...(m.modules ?? [m])]);
const files = modules.flatMap((m) =>
  m.resource?.includes('/node_modules/') ? [m.resource.split('?')[0]] : [],
);
console.log(JSON.stringify([...new Set(files.map(packageOf))]));
