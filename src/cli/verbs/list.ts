/** longhaul run:list */
import type { RunStatus } from '../../journal/events.ts';
import { openStore } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out } = invocation;
  const store = openStore(invocation);
  const status = flags.text('status') as RunStatus | undefined; // one of the table's choices
  const processId = flags.text('process');
  const limit = flags.number('limit');
  const runs = await store.list({
    ...(status === undefined ? {} : { status: [status] }),
    ...(processId === undefined ? {} : { processId }),
    ...(limit === undefined ? {} : { limit }),
  });
  out.document({ runs });
  if (runs.length === 0) out.line(`No runs in ${store.where}`);
  for (const run of runs) {
    const waits = run.waitingOn === undefined ? '' : `  on ${run.waitingOn.join(', ')}`;
    out.line(
      `${run.runId}  ${run.state.padEnd(9)}  ${run.updatedAt}  ${run.processId}${waits}${run.wakeAt === undefined ? '' : `  until ${run.wakeAt}`}`,
    );
  }
  return {};
};
