#!/usr/bin/env node
// Copied to dist/cli/index.js. The program itself is loaded only after this check, because an older Node
// could not even link or parse it and would show a stack trace instead of the reason.
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(`longhaul needs Node 24 or newer, this is ${process.version}`);
  process.exitCode = 1;
} else {
  await import('./main.js');
}
