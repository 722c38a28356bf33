/** A job near its time limit: begins nothing new, lets what runs end, saves, and has the workflow dispatched again. */
import path from 'node:path';
import { z } from 'zod';
import { GitHubRefusal } from '../github/port.ts';
import type { NewEvent, RunDispatchedData } from '../journal/events.ts';
import type { RunState } from '../journal/state.ts';
import type { JobEvent } from './event.ts';
import { actorOf, type Job } from './job.ts';

/** What runs at the time limit may go on for so long; the default limit leaves half an hour of a hosted job. */
const LONGEST_DRAIN_MS = 20 * 60_000;

/** Fires `drain` at the limit and `stop` when what runs has not ended long after it. 0: never. */
export function armTimeLimit(
  limitMs: number,
  startedAgoMs: number,
  drain: () => void,
  stop: () => void,
): () => void {
  if (limitMs === 0) return () => {};
  const left = Math.max(0, limitMs - startedAgoMs);
  const timers = [setTimeout(drain, left), setTimeout(stop, left + LONGEST_DRAIN_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearTimeout);
}

type Facts = Pick<Job, 'event' | 'inputs'> & { github: Pick<Job['github'], 'dispatch'> };

/** A run that is driven here, should the job reach its time limit: what its journal is told first, then what is done. */
export class Continuation {
  readonly #job: Facts;
  /** The journal has the hop. */
  #isDue = false;
  constructor(job: Facts) {
    this.#job = job;
  }

  /** What the journal is told; undefined: it has dispatched itself too often in a row. */
  event(state: RunState): NewEvent | undefined {
    const { event, inputs } = this.#job;
    const before = isContinuation(this.#job, state.runId) ? state.dispatched : undefined;
    const hop = (before?.hop ?? 0) + 1;
    if (hop > inputs['max-hops']) return undefined;
    this.#isDue = true;
    const data: RunDispatchedData = { hop, actor: before?.actor ?? actorOf(event) };
    return { type: 'RUN_DISPATCHED', data };
  }

  /**
   * Dispatches this workflow with `command` and `run-id`, nothing else. Returns what to warn of; undefined: it is
   * done. Whatever goes wrong, the run is saved, and a sweep finds it.
   */
  async dispatch(runId: string): Promise<string | undefined> {
    const { event, github, inputs } = this.#job;
    const by = `Carry it on with \`command: resume\` and \`run-id: ${runId}\`; a scheduled sweep does so by itself`;
    const here = `Run ${runId} reached the time limit of its job`;
    if (!this.#isDue)
      return `${here} and has dispatched itself ${inputs['max-hops']} times in a row (\`max-hops\`). ${by}`;
    const ref = refOf(event);
    if (event.workflow === '' || ref === undefined)
      return `${here}, and it is not known what to dispatch. ${by}`;
    try {
      await github.dispatch(path.posix.basename(event.workflow), ref, { command: 'auto', 'run-id': runId });
      return undefined;
    } catch (error) {
      return `${here}, and could not dispatch its continuation (${whyNot(error)}): ${(error as Error).message}. ${by}`;
    }
  }
}

function whyNot(error: unknown): string {
  const status = error instanceof GitHubRefusal ? error.status : undefined;
  if (status === 403) return 'the job needs `permissions: actions: write` for that';
  return status === 422
    ? 'the workflow must be enabled, and `workflow_dispatch` declare the inputs `command`, which takes `auto`, and `run-id`'
    : 'it can be tried again';
}

/** This job was dispatched by the one before it: nobody resumes a run with `auto` by hand. */
function isContinuation({ event, inputs }: Facts, runId: string): boolean {
  return event.name === 'workflow_dispatch' && inputs.command === 'auto' && inputs['run-id'] === runId;
}

const pullRequest = z.object({ pull_request: z.object({ head: z.object({ ref: z.string() }) }) });

/** The branch or tag that this job runs on; for a pull request its head branch. */
function refOf(event: JobEvent): string | undefined {
  const head = pullRequest.safeParse(event.payload).data?.pull_request.head.ref;
  if (event.ref.startsWith('refs/pull/')) return head;
  return /^refs\/(?:heads|tags)\/(.+)$/.exec(event.ref)?.[1];
}
