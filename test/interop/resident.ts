/**
 * The real command line of Babysitter in a process that stays: it takes the arguments of one call after the other
 * and answers with what a process for each would have said. For tests with hundreds of calls.
 */
import { createRequire } from 'node:module';
import type { Called } from './cli.ts';

interface Main {
  createBabysitterCli(): { run(args: string[]): Promise<number> };
}

const main = createRequire(import.meta.url)('@a5c-ai/babysitter-sdk/dist/cli/main.js') as Main;

async function call(args: string[]): Promise<Called> {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (text: string | Uint8Array): boolean => {
      said[name] += String(text);
      return true;
    };
  }
  return { exit: await main.createBabysitterCli().run(args), ...said };
}

process.on('message', async (args: string[]) => process.send?.(await call(args)));
