/** longhaul run:signal */
import { parseJson } from '../../journal/decode.ts';
import { statusOf } from '../../journal/state.ts';
import { sendSignal } from '../../operations/signal.ts';
import { requestFor } from '../change.ts';
import { findRun } from '../runs.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { flags, out, args } = invocation;
  const { run, reference } = await findRun(invocation);
  const name = args[1] ?? '';
  const text = flags.need('value');
  const sent = await sendSignal({ ...requestFor(invocation, run), name, value: parseJson(text) ?? text });
  if (sent.by === 'driver') {
    out.document({ name, delivered: true, driver: sent.driver, messageId: sent.messageId });
    out.line(`Delivered: ${sent.driver} drives the run and will act on it`);
    return { status: 'running' };
  }
  const taken = sent.value?.waiting === true;
  out.document({ name, delivered: false, recorded: true, taken });
  out.line(
    `Signal ${name} is recorded${taken ? ', and taken by what waited for it' : '; it is kept until the process waits for it'}`,
  );
  out.line(`Next: carry the run on: longhaul resume ${reference}`);
  return { status: () => statusOf(run.load().state) };
};
