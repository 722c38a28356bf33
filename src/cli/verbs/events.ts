/** longhaul run:events */

import { statusOf } from '../../journal/state.ts';
import { runEvents } from '../../operations/events.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out } = invocation;
  const { run } = await findRun(invocation);
  const found = runEvents(run, {
    limit: flags.number('limit'),
    reverse: flags.on('reverse'),
    type: flags.text('filter-type'),
  });
  out.document(found);
  for (const { seq, recordedAt, type, data } of found.events) {
    const effect = typeof data.effectId === 'string' ? `  ${data.effectId}` : '';
    out.line(`${String(seq).padStart(6, '0')}  ${recordedAt}  ${type}${effect}`);
  }
  if (found.events.length === 0) out.line('No such events');
  return { status: () => statusOf(run.load().state) };
};
