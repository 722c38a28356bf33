/** What stands in the heads of our artifacts. They are read by zod: anybody's job could have uploaded them. */
import { z } from 'zod';
import { LonghaulError } from '../../errors.ts';
import type { JsonObject } from '../../journal/events.ts';
import { isRunId } from '../../journal/ids.ts';

const time = z.iso.datetime();
const text = z.string().max(2000);
const count = z.int().min(0);
const id = z.int().min(1);

const owner = z.object({
  token: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  engine: text,
  startedAt: text,
  process: z.object({ pid: id, startTime: text, bootId: text, host: text }).exactOptional(),
  job: z
    .object({
      workflowRunId: text,
      workflowAttempt: id,
      jobId: text,
      url: text,
      limitMinutes: z.number().positive(),
    })
    .exactOptional(),
});

const lease = z.object({ epoch: id, owner, released: z.boolean(), expiresAt: time.exactOptional() });

const summary = z.object({
  runId: z.string().refine(isRunId),
  processId: z.string(),
  state: z.enum(['created', 'running', 'waiting', 'completed', 'failed', 'canceled', 'halted']),
  createdAt: text,
  updatedAt: text,
  wakeAt: text.exactOptional(),
  waitingOn: z.array(z.string()).exactOptional(),
});

/** One line of the index of all runs. */
const row = z.object({
  summary,
  /** How far the run was: of two rows the higher one counts. */
  epoch: count,
  generation: count,
  /** ISO time of that save: its artifact expires counted from then. */
  savedAt: time,
  /** 1 + RUN_RETRIED events. */
  attempt: id,
  issue: id.exactOptional(),
  waitingOn: z.array(z.object({ issue: id, ref: z.string().regex(/^e-[0-9a-z]{1,32}$/) })),
  workflow: text.exactOptional(),
  /** Whether its driver has given the lease back; absent before anybody drove it. */
  released: z.boolean().exactOptional(),
  /** The run's artifacts were deleted. */
  pruned: z.boolean().exactOptional(),
});

/** One generation of a run. */
const run = z.object({
  row,
  seq: id,
  /** Who holds, or held, the lease; absent before anybody did. */
  lease: lease.exactOptional(),
  /** Artifacts of this run that its writer had seen: it stands above them all. */
  judged: z.array(id),
  /** Artifacts with mail that this generation has recorded. */
  mailDone: z.array(id),
  /** Artifacts that were taken without a signature that could be checked (`on-unsigned: adopt`), and when. */
  adopted: z.array(text),
});

const claim = z.object({ epoch: id, owner, expiresAt: time.exactOptional() });

const index = z.object({
  rows: z.array(row),
  /** Artifacts whose rows are all in here. */
  judged: z.array(id),
});

export type IndexRow = z.infer<typeof row>;
export type RunHead = z.infer<typeof run>;
export type Claim = z.infer<typeof claim>;
export type IndexHead = z.infer<typeof index>;

function reader<T>(schema: z.ZodType<T>): (data: JsonObject, where: string) => T {
  return (data, where) => {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    throw new LonghaulError(
      'BAD_ARTIFACT',
      `Artifact ${where} is not used: its head is not one of ours (${z.prettifyError(result.error)})`,
      { path: where },
    );
  };
}

export const readRunHead = reader(run);
export const readClaim = reader(claim);
export const readIndexHead = reader(index);
