/** run:signal: a value that the process waits for, or will wait for. */
import { UsageError } from '../errors.ts';
import type { Json } from '../journal/events.ts';
import { applyMessage } from './mail.ts';
import { type Change, change, envelope, type Request, refuseEnded } from './under-lease.ts';

const LONGEST_NAME = 200;

export interface SignalRequest extends Request {
  name: string;
  value: Json;
}

/** `waiting`: an effect of the run took it at once. @throws RunEndedError, UsageError */
export async function sendSignal(request: SignalRequest): Promise<Change<{ waiting: boolean } | undefined>> {
  const { run, name, value } = request;
  if (name.length > LONGEST_NAME)
    throw new UsageError(`The name of the signal is longer than ${LONGEST_NAME} characters`);
  refuseEnded(run.load().state, 'a signal');
  return change(
    request,
    (state) => ({ ...envelope(request, state), kind: 'signal', name, value }),
    ({ journal }) => {
      refuseEnded(journal.state, 'a signal');
      const before = journal.state.settlements;
      applyMessage(journal, undefined, { ...envelope(request, journal.state), kind: 'signal', name, value });
      return { waiting: journal.state.settlements > before };
    },
  );
}
