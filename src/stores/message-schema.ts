/** What a message must look like. Untrusted text comes in here; loaded only when there is a message. */
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { Json } from '../journal/events.ts';
import type { Message } from './contract.ts';

const MAX_BYTES = 32 * 1024 * 1024;

const json: z.ZodType<Json> = z.json() as z.ZodType<Json>;
const jsonObject = z.record(z.string(), json);
const text = z.string().max(256 * 1024);
const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

const base = {
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
  attempt: z.int().min(1),
  at: z.iso.datetime(),
  actor: z.object({ login: z.string().min(1).max(100), id: z.int().optional() }).optional(),
  source: z.string().max(2000).optional(),
};

const schema: z.ZodType<Message> = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('decide'),
    commentId: z.string().regex(/^[1-9]\d{0,19}$/),
    issue: z.int().min(1),
    review: z.boolean().optional(),
  }),
  z.object({ ...base, kind: z.literal('cancel'), effectId: ulid.optional(), reason: text }),
  z.object({ ...base, kind: z.literal('halt'), finalStatus: z.enum(['completed', 'failed']), reason: text }),
  z.object({ ...base, kind: z.literal('signal'), name: z.string().min(1).max(200), value: json }),
  z.object({
    ...base,
    kind: z.literal('result'),
    effectId: ulid,
    effectAttempt: z.int().min(1),
    outcome: z.discriminatedUnion('status', [
      z.object({ status: z.literal('ok'), value: json }),
      z.object({ status: z.literal('error'), error: jsonObject }),
    ]),
  }),
  z.object({ ...base, kind: z.literal('wake') }),
]) as z.ZodType<Message>;

/** The message in a text, or what is wrong with it. */
export function parseMessage(source: string): Message | string {
  if (source.length > MAX_BYTES) return 'it is too long';
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'it is no JSON';
  }
  const result = schema.safeParse(value);
  return result.success ? result.data : z.prettifyError(result.error);
}

/** The message itself, checked. Throws UsageError. */
export function checkMessage(message: Message): Message {
  const result = schema.safeParse(message);
  if (result.success) return result.data;
  throw new UsageError(`This is no message: ${z.prettifyError(result.error)}`);
}
