/** What `run` and `run:create` make a run of. */
import { parseEntry } from '../operations/code.ts';
import { defined } from '../operations/recorder.ts';
import type { StartOptions } from '../operations/start.ts';
import { localActor } from './actor.ts';
import { jsonOf } from './files.ts';
import { openStore } from './runs.ts';
import type { Invocation } from './verb.ts';

/** @throws UsageError for an entry or inputs that cannot be read */
export function startOptions(invocation: Invocation, entry: string): StartOptions {
  const { flags, here } = invocation;
  const timeout = flags.number('run-timeout') ?? 0;
  return {
    store: openStore(invocation),
    entry: parseEntry(entry, here.cwd),
    workspace: here.cwd,
    inputs: jsonOf(invocation, 'inputs', 'inputs-inline'),
    actor: localActor(here.cwd),
    ...(timeout > 0 ? { created: { deadline: new Date(Date.now() + timeout).toISOString() } } : {}),
    ...defined({
      runId: flags.text('run-id'),
      processId: flags.text('process-id'),
      processRevision: flags.text('process-revision'),
      request: flags.text('request'),
      prompt: flags.text('prompt'),
      harness: flags.text('harness'),
    }),
  };
}
