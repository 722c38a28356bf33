import { existsSync } from 'node:fs';

/** Where the worker's entry lies, seen from the file that this code runs in. */
const places = [
  './worker/main.ts', // src/runtime/worker-url.ts
  './worker/main.js', // lib/runtime/worker-url.js
  './worker/index.js', // dist/index.js and its chunks
  '../worker/index.js', // dist/cli/main.js, dist/lib/*.js, dist/worker/index.js and their chunks
];

/** The entry of the process worker: source, compiled or bundled, whichever this code is itself. */
export function workerUrl(): URL {
  // Not `new URL('./literal', import.meta.url)`: the bundler would take the file for an asset.
  const here = import.meta.url;
  const found = places.map((place) => new URL(place, here)).find((url) => existsSync(url));
  if (!found) throw new Error(`The worker of Longhaul is missing beside ${here}`);
  return found;
}
