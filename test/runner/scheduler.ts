import type { Automation, Platform, PlatformEvent, RunRecord, User } from '../github/index.ts';
import { workflowRecord, workflowsAt } from '../github/workflows.ts';
import type { Workshop } from './launch.ts';
import type { JobRun } from './records.ts';
import { WorkflowRun } from './run.ts';
import { isTriggered } from './triggers.ts';
import { readWorkflow, type WorkflowFile } from './workflow-file.ts';

/** Turns events of the stand-in into workflow runs. */
export class Scheduler implements Automation {
  readonly runs: WorkflowRun[] = [];
  readonly #workshop: Workshop;
  readonly #parsed = new Map<string, Promise<WorkflowFile>>();

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  get #platform(): Platform {
    return this.#workshop.platform;
  }

  find(record: RunRecord): WorkflowRun {
    const found = this.runs.find((run) => run.record === record);
    if (!found) throw new Error(`no workflow run ${record.id}`);
    return found;
  }

  #parse(path: string, text: string): Promise<WorkflowFile> {
    const key = `${path}\n${text}`;
    const known = this.#parsed.get(key) ?? readWorkflow(path, text);
    this.#parsed.set(key, known);
    return known;
  }

  async start(event: PlatformEvent): Promise<RunRecord[]> {
    const records: RunRecord[] = [];
    for (const [path, text] of await workflowsAt(event.repo, event.sha)) {
      const workflow = await this.#parse(path, text);
      if (!isTriggered(workflow, event)) continue;
      const record = workflowRecord(this.#platform, event.repo, path, text);
      if (record.state !== 'active') continue;
      records.push(this.#begin(event, workflow, text).record);
    }
    return records;
  }

  #begin(event: PlatformEvent, workflow: WorkflowFile, text: string): WorkflowRun {
    const { repo } = event;
    const workflowEntry = workflowRecord(this.#platform, repo, workflow.path, text);
    const earlier = [...repo.runs.values()].filter((run) => run.workflow === workflowEntry).length;
    const pull = event.pullNumber === undefined ? null : repo.issues.get(event.pullNumber)?.pull;
    const record: RunRecord = {
      id: this.#platform.ids.next('run'),
      number: earlier + 1,
      workflow: workflowEntry,
      event: event.name,
      displayTitle: event.title,
      actor: event.sender,
      headBranch: pull ? pull.headRef : event.ref.replace(/^refs\/(heads|tags)\//, ''),
      headSha: pull ? pull.headSha : event.sha,
      headRepo: event.headRepo,
      pullNumbers: event.pullNumber === undefined ? [] : [event.pullNumber],
      createdAt: this.#platform.now(),
      attempts: [],
    };
    repo.runs.set(record.id, record);
    const run = new WorkflowRun(record, event, workflow);
    this.runs.push(run);
    this.#attempt(run, event.sender, new Map());
    return run;
  }

  #attempt(run: WorkflowRun, actor: User, kept: Map<string, JobRun>): void {
    const attempt = this.#workshop.startAttempt(this.#workshop, run, actor, kept);
    // A fault of the runner itself shows in the violations, never as a green run.
    attempt.done.catch((error: unknown) => {
      attempt.record.status = 'completed';
      attempt.record.conclusion = 'failure';
      this.#platform.violations.push(
        `runner: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
  }

  cancel(record: RunRecord, force: boolean): void {
    this.find(record).attempt.cancel(force);
  }

  /** A re-run replays the event; with `failedOnly` jobs that succeeded, and whose needs did, are kept. */
  async rerun(record: RunRecord, failedOnly: boolean, actor: User): Promise<void> {
    const run = this.find(record);
    const kept = new Map<string, JobRun>();
    const bad = new Set(run.jobs.filter((job) => job.result !== 'success').map((job) => job.key));
    for (let grown = true; grown; ) {
      const more = run.workflow.jobs.filter(
        (job) => !bad.has(job.key) && job.needs.some((need) => bad.has(need)),
      );
      for (const job of more) bad.add(job.key);
      grown = more.length > 0;
    }
    for (const job of failedOnly ? run.jobs : []) {
      const retried = run.workflow.jobs.some(
        (definition) => definition.needs.some((need) => bad.has(need)) && definition.key === job.key,
      );
      if (job.result === 'success' && !retried) kept.set(job.name, job);
    }
    this.#attempt(run, actor, kept);
  }
}
