/**
 * Which messages need a signature: those that carry a verdict of their own. A decision is only a pointer to a
 * comment that is asked for again, and waking somebody does no harm.
 */
import { isObject, parseJson } from '../journal/decode.ts';
import type { Json } from '../journal/events.ts';
import type { Message } from './contract.ts';
import { judge, type Signed, type SigningPolicy, sign, whyRefused } from './signature.ts';

const SIGNED: ReadonlySet<string> = new Set(['result', 'signal', 'cancel', 'halt']);

function signedOf(
  store: Signed['store'],
  runId: string,
  attempt: Json | undefined,
  id: Json | undefined,
  text: string,
): Omit<Signed, 'repository'> {
  return { store, runId, parts: ['mail', String(attempt), String(id), text] };
}

/** The signature of a message with this text; '' where none is needed or there is no key. */
export function signMail(
  signing: SigningPolicy | undefined,
  store: Signed['store'],
  runId: string,
  message: Message,
  text: string,
): string {
  if (signing === undefined || !SIGNED.has(message.kind)) return '';
  const { attempt, id } = message;
  const { repository, keys } = signing;
  return sign(keys, { ...signedOf(store, runId, attempt, id, text), repository });
}

/** undefined: it may be acted on; otherwise why not. */
export function checkMailSignature(
  signing: SigningPolicy | undefined,
  store: Signed['store'],
  runId: string,
  text: string,
  signature: Json | undefined,
): string | undefined {
  const message = parseJson(text);
  // What is no message at all is found out by its schema.
  if (signing === undefined || !isObject(message) || !SIGNED.has(String(message.kind))) return undefined;
  const { repository, keys } = signing;
  const signed = { ...signedOf(store, runId, message.attempt, message.id, text), repository };
  const judgement = judge(keys, signed, typeof signature === 'string' ? signature : undefined);
  return judgement === 'valid' ? undefined : `the message ${whyRefused(judgement)}`;
}
