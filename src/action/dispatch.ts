/**
 * A run that another job has to take up has its workflow dispatched: at the time limit, to be carried on; after a job
 * whose outputs are not the run's (a sweep), so that the jobs behind the run's own hear of it. The journal says so
 * first, so that it is done once.
 */
import path from 'node:path';
import { z } from 'zod';
import { GitHubRefusal } from '../github/port.ts';
import type { NewEvent, RunDispatchedData } from '../journal/events.ts';
import type { RunState } from '../journal/state.ts';
import type { SessionResult } from '../operations/session.ts';
import type { JobEvent } from './event.ts';
import { actorOf, type Job } from './job.ts';
import { readsOutputs } from './workflow-file.ts';

type Facts = Pick<Job, 'event' | 'inputs'> & { github: Pick<Job['github'], 'dispatch'> };

/** What is to be said of a dispatch. `trouble`: nobody knows whether it came to pass, and nobody tries it again. */
export interface Dispatched {
  notice?: string;
  warning?: string;
  trouble?: string;
}

export class Dispatch {
  readonly #job: Facts;
  /** The journal has the hop. */
  #isDue = false;
  #isBarred = false;
  constructor(job: Facts) {
    this.#job = job;
  }

  /** What the journal is told at the time limit; undefined: the run has dispatched itself too often in a row. */
  continued(state: RunState): NewEvent | undefined {
    const { event, inputs } = this.#job;
    const before = isContinuation(this.#job, state.runId) ? state.dispatched : undefined;
    const hop = (before?.hop ?? 0) + 1;
    this.#isBarred = hop > inputs['max-hops'];
    if (this.#isBarred) return undefined;
    this.#isDue = true;
    const data: RunDispatchedData = { hop, actor: before?.actor ?? actorOf(event) };
    return { type: 'RUN_DISPATCHED', data };
  }

  /**
   * What the journal is told when others wait for outputs of the run; undefined: the run that waits for it hears of it,
   * or the workflow reads no outputs.
   */
  passedOn(state: RunState): NewEvent | undefined {
    const { event } = this.#job;
    if (state.created?.parent !== undefined || readsOutputs(event) === false) return undefined;
    return this.continued(state);
  }

  /** Dispatches this workflow with `command` and `run-id`, nothing else, where the journal says so by now. */
  async send({ runId, status, stopped, terminal }: SessionResult): Promise<Dispatched> {
    const isAtLimit = stopped === 'time-limit';
    // Who halts a run over its driver does not have the hop in the journal.
    if ((!this.#isDue && !this.#isBarred) || terminal?.sealed === true) return {};
    const { event, github, inputs } = this.#job;
    const file = path.posix.basename(event.workflow);
    const here = isAtLimit
      ? `Run ${runId} reached the time limit of its job`
      : `Run ${runId} is ${status}, and the jobs that read its outputs have not heard of it`;
    const by = isAtLimit
      ? `Carry it on with \`command: resume\` and \`run-id: ${runId}\`; a scheduled sweep does so by itself`
      : `Dispatch ${file || 'its workflow'} with \`command: resume\` and \`run-id: ${runId}\``;
    if (this.#isBarred)
      return {
        warning: `${here}; it has dispatched itself ${inputs['max-hops']} times in a row (\`max-hops\`). ${by}`,
      };
    const ref = refOf(event);
    if (file === '' || ref === undefined)
      return { warning: `${here}, and it is not known what to dispatch. ${by}` };
    try {
      await github.dispatch(file, ref, { command: 'auto', 'run-id': runId });
    } catch (error) {
      const problem = `${here}. ${(error as Error).message} (${whyNot(error)}). ${by}`;
      return isAtLimit || error instanceof GitHubRefusal ? { warning: problem } : { trouble: problem };
    }
    const what = isAtLimit ? 'its continuation is dispatched' : `${file} is dispatched to tell them`;
    return { notice: `${here}: ${what}` };
  }
}

/** External effects are there that no dispatch before has told of: of jobs side by side one tells. */
export function hasNewWork({ pending, dispatched }: RunState): boolean {
  return [...pending.values()].some(
    ({ seq, request, starts }) =>
      request.external === true && starts.length === 0 && seq > (dispatched?.seq ?? 0),
  );
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
