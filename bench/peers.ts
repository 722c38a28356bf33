/** Other engines, installed on demand beside the measured runs and never part of this project. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const PEERS = { openworkflow: '0.10.1', '@a5c-ai/babysitter-sdk': '0.0.187' } as const;

export interface Peers {
  openworkflow: { core: string; sqlite: string };
  babysitter: { sdk: string };
}

/**
 * Puts `node_modules` into `dir`, from which the measured process files see it, too.
 * `installed`: a directory where this was done before.
 */
export function installPeers(dir: string, installed: string | undefined): Peers {
  if (installed !== undefined)
    symlinkSync(path.join(path.resolve(installed), 'node_modules'), path.join(dir, 'node_modules'));
  else {
    writeFileSync(path.join(dir, 'package.json'), '{ "private": true }\n');
    const names = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', ['install', ...options, ...names], {
      cwd: dir,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const file = (name: string): string => {
    const found = path.join(dir, 'node_modules', name);
    if (!existsSync(found)) throw new Error(`${found} is missing`);
    return pathToFileURL(found).href;
  };
  for (const [name, version] of Object.entries(PEERS)) {
    const manifest = path.join(dir, 'node_modules', name, 'package.json');
    const found = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
    if (found !== version) throw new Error(`${name} is ${found}, and ${version} is to be measured`);
  }
  return {
    openworkflow: { core: file('openworkflow/dist/index.js'), sqlite: file('openworkflow/dist/sqlite.js') },
    babysitter: { sdk: file('@a5c-ai/babysitter-sdk/dist/index.js') },
  };
}
