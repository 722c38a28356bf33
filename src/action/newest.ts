/**
 * Protocol T3: an older save that is signed well shows only to who knows a newer one. The run's status comment does: it
 * says of which event it tells, and nothing is told before the store holds it.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { readMarker } from '../comments/markers.ts';
import { LonghaulError } from '../errors.ts';
import { type CommentsPort, type EditsPort, GitHubRefusal, type Post } from '../github/port.ts';
import type { RunState } from '../journal/state.ts';
import { readComments } from '../operations/announced.ts';
import type { OpenRun, RunStore } from '../stores/contract.ts';
import type { ActionInputs } from './inputs.ts';
import type { RunnerIo } from './io.ts';

export interface Comparer {
  inputs: Pick<ActionInputs, 'signing-key'>;
  store: Pick<RunStore, 'open'>;
  github: Pick<CommentsPort & EditsPort, 'comment' | 'commentsSince' | 'histories'>;
  io: Pick<RunnerIo, 'warning'>;
}

/** Looks at a run that seems too old: a list of artifacts may be a little behind, and its driver may just have saved. */
const LOOKS = 3;
const PAUSE_MS = 1000;
const MINUTE_MS = 60_000;

/**
 * The run as it is now, held against what its status comment tells: one request with a `signing-key`, and none without.
 * @throws LonghaulError RUN_REWOUND; GitHubUnavailable
 */
export async function refuseRewound(job: Comparer, opened: OpenRun): Promise<OpenRun> {
  if (job.inputs['signing-key'] === '') return opened;
  let run = opened;
  for (let look = 1; ; look += 1) {
    const { state } = run.load({ damaged: true });
    const told = await toldOf(job, run, state);
    if (told === undefined) return run;
    if (look === LOOKS) throw rewound(run.runId, state.head.seq, told);
    if (look > 1) await wait(PAUSE_MS);
    // Its driver saves before it tells: what was told by then is in the store by now.
    run = await job.store.open(run.runId);
  }
}

interface Told {
  seq: number;
  url: string;
}

/** undefined: nothing that can be believed tells of a later event. One request more for each that does. */
async function toldOf(job: Comparer, run: OpenRun, state: RunState): Promise<Told | undefined> {
  const { github, io } = job;
  try {
    for await (const post of statusPosts(job, run, state)) {
      const seq = seqIn(post, run.runId);
      if (seq === undefined || seq <= state.head.seq) continue;
      // Whoever may write can edit our comments, and anybody can copy one.
      const [history] = await github.histories([post.nodeId]);
      if (history?.isOwn === true && !history.isForeign) return { seq, url: post.url };
      io.warning(
        `${post.url} tells of event ${seq} of run ${run.runId}, which has ${state.head.seq}; it is not ours, or was edited, and is not believed`,
      );
    }
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error;
    io.warning(
      `The status comment of run ${run.runId} could not be read, so nobody knows whether the run was moved back: ${error.message}`,
    );
  }
  return undefined;
}

/** The one that the run has noted; where its note is older than the comment, all on the issue that it was started for. */
async function* statusPosts(
  { github, io }: Comparer,
  run: OpenRun,
  state: RunState,
): AsyncGenerator<Post, void> {
  const noted = readComments(run.runDir).status?.commentId;
  if (noted !== undefined) {
    const post = await github.comment(noted);
    if (post !== undefined) yield post;
    else
      io.warning(
        `The status comment of run ${run.runId} was deleted, so nobody knows whether the run was moved back; the next one tells from here on`,
      );
    return;
  }
  const issue = state.created?.origin?.issue;
  if (typeof issue !== 'number') return;
  const since = new Date(Date.parse(state.createdAt) - MINUTE_MS).toISOString();
  yield* github.commentsSince(issue, since);
}

function seqIn({ body }: Post, runId: string): number | undefined {
  const marker = readMarker(body);
  return marker?.kind === 'status' && marker.run === runId ? marker.seq : undefined;
}

function rewound(runId: string, seq: number, told: Told): LonghaulError {
  return new LonghaulError(
    'RUN_REWOUND',
    `Run ${runId} ends at event ${seq}, and ${told.url} has told of event ${told.seq}: somebody has moved it back to an older save; nothing was written`,
    {
      path: told.url,
      hint: 'Put the newest save back. If it is lost and you want to go on from the older one, delete that comment: the next job makes another.',
    },
  );
}
