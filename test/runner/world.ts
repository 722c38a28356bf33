import { commitFiles, type Files, listRefs, readBlob, resolveCommit } from '../github/git-store.ts';
import {
  announcePush,
  changeIssueState,
  createComment,
  createIssue,
  deleteComment,
  editComment,
  forkRepository,
  type Issue,
  openPull,
  type Platform,
  type PlatformEvent,
  type PushRule,
  type Repository,
  type Review,
  type RunRecord,
  type StandIn,
  setPushRules,
  submitReview,
} from '../github/index.ts';
import { asArray, asObject } from '../github/json.ts';
import { renderUser } from '../github/render/people.ts';
import { renderRepository } from '../github/render/repository.ts';
import { dispatchWorkflow, triggersOf, workflowText } from '../github/workflows.ts';
import type { Workshop } from './launch.ts';
import type { JobRun } from './records.ts';
import type { WorkflowRun } from './run.ts';
import { Scheduler } from './scheduler.ts';

/** A GitHub with one repository and runners, for one test. */
export class World {
  readonly platform: Platform;
  readonly repo: Repository;
  readonly #standIn: StandIn;
  readonly #scheduler: Scheduler;

  constructor(standIn: StandIn, repo: Repository, workshop: Workshop) {
    this.#standIn = standIn;
    this.platform = standIn.platform;
    this.repo = repo;
    this.#scheduler = new Scheduler(workshop);
    this.platform.automation = this.#scheduler;
  }

  /** All workflow runs, in order of their start. */
  get runs(): WorkflowRun[] {
    return this.#scheduler.runs;
  }

  get folder(): string {
    return this.#standIn.folder;
  }

  #runs(records: RunRecord[]): WorkflowRun[] {
    return records.map((record) => this.#scheduler.find(record));
  }

  #person(login: string) {
    return { user: this.platform.user(login), token: null };
  }

  /** Commits files (null deletes) to a branch; `actor` makes it a push that triggers workflows. */
  async pushFiles(
    files: Files,
    options: { branch?: string; message?: string; actor?: string; repo?: Repository } = {},
  ): Promise<{ sha: string; runs: WorkflowRun[] }> {
    const repo = options.repo ?? this.repo;
    const branch = options.branch ?? repo.defaultBranch;
    const ref = `refs/heads/${branch}`;
    const before = await resolveCommit(repo.gitDir, ref);
    const start = `refs/heads/${repo.defaultBranch}`;
    const sha = await commitFiles(repo.gitDir, ref, files, options.message ?? 'Change files', start);
    if (options.actor === undefined) return { sha, runs: [] };
    const records = await announcePush(
      this.platform,
      repo,
      [{ ref, before, after: sha }],
      this.#person(options.actor),
    );
    return { sha, runs: this.#runs(records) };
  }

  /** A file's text at a ref, or null. */
  async readFile(path: string, ref?: string): Promise<string | null> {
    const name = ref ?? `refs/heads/${this.repo.defaultBranch}`;
    return (await readBlob(this.repo.gitDir, name, path))?.toString() ?? null;
  }

  refs(prefix = 'refs/'): Promise<Map<string, string>> {
    return listRefs(this.repo.gitDir, prefix);
  }

  async dispatch(
    workflow: string,
    inputs: Record<string, string> = {},
    options: { actor?: string; ref?: string } = {},
  ): Promise<WorkflowRun> {
    const doer = this.#person(options.actor ?? this.#somebody());
    const request = { workflow, inputs, ref: options.ref ?? this.repo.defaultBranch };
    return this.#scheduler.find(await dispatchWorkflow(this.platform, this.repo, doer, request));
  }

  async openIssue(
    login: string,
    title: string,
    options: { body?: string; labels?: string[] } = {},
  ): Promise<{ issue: Issue; runs: WorkflowRun[] }> {
    const { issue, runs } = await createIssue(this.platform, this.repo, this.#person(login), {
      title,
      ...options,
    });
    return { issue, runs: this.#runs(runs) };
  }

  async comment(issue: number, login: string, body: string) {
    const { comment, runs } = await createComment(this.platform, this.repo, issue, this.#person(login), body);
    return { comment, runs: this.#runs(runs) };
  }

  async editComment(id: number, login: string, body: string): Promise<WorkflowRun[]> {
    return this.#runs(await editComment(this.platform, this.repo, id, this.#person(login), body));
  }

  async deleteComment(id: number, login: string): Promise<WorkflowRun[]> {
    return this.#runs(await deleteComment(this.platform, this.repo, id, this.#person(login)));
  }

  async closeIssue(number: number, login: string): Promise<WorkflowRun[]> {
    const issue = this.repo.issues.get(number);
    if (!issue) throw new Error(`no issue ${number}`);
    return this.#runs(
      await changeIssueState(this.platform, this.repo, issue, this.#person(login), 'closed', null),
    );
  }

  fork(owner: string): Promise<Repository> {
    return forkRepository(this.platform, this.repo, owner);
  }

  async openPullRequest(
    login: string,
    options: { head: string; title?: string; body?: string; base?: string; from?: Repository },
  ) {
    const { head, title = 'Change', body = '', base, from } = options;
    const parts = {
      title,
      head,
      body,
      ...(base === undefined ? {} : { base }),
      ...(from ? { headRepo: from } : {}),
    };
    const { issue, runs } = await openPull(this.platform, this.repo, this.#person(login), parts);
    return { issue, runs: this.#runs(runs) };
  }

  async review(pull: number, login: string, state: Review['state'], body = '') {
    const { review, runs } = await submitReview(this.platform, this.repo, pull, this.#person(login), {
      state,
      body,
    });
    return { review, runs: this.#runs(runs) };
  }

  /** Fires a `schedule` of the default branch; `cron` must be one of the workflow's. */
  async fireSchedule(workflow: string, cron?: string): Promise<WorkflowRun> {
    const ref = `refs/heads/${this.repo.defaultBranch}`;
    const sha = (await resolveCommit(this.repo.gitDir, ref)) ?? '';
    const path = workflow.includes('/') ? workflow : `.github/workflows/${workflow}`;
    const text = await workflowText(this.repo, sha, path);
    const declared = asArray(text === null ? [] : triggersOf(text).schedule).map((entry) =>
      String(asObject(entry).cron),
    );
    const schedule = cron ?? declared[0] ?? '';
    if (!declared.includes(schedule)) throw new Error(`${path} has no schedule "${schedule}"`);
    const sender = this.platform.user(this.#somebody());
    const event: PlatformEvent = {
      name: 'schedule',
      action: null,
      repo: this.repo,
      headRepo: this.repo,
      sender,
      ref,
      sha,
      workflowPath: path,
      title: path,
      payload: {
        schedule,
        workflow: path,
        repository: renderRepository(this.repo, this.platform.urls),
        sender: renderUser(sender, this.platform.urls),
      },
    };
    const [run] = this.#runs(await this.platform.emit(event, null));
    if (!run) throw new Error(`${path} did not start`);
    return run;
  }

  cancelRun(run: WorkflowRun, options: { force?: boolean } = {}): void {
    run.attempt.cancel(options.force ?? false);
  }

  async rerun(
    run: WorkflowRun,
    options: { failedOnly?: boolean; actor?: string } = {},
  ): Promise<WorkflowRun> {
    const actor = options.actor === undefined ? run.record.actor : this.platform.user(options.actor);
    await this.#scheduler.rerun(run.record, options.failedOnly ?? false, actor);
    return run;
  }

  /** Kills a job's machine without any signal; the API says `in_progress` until `noticeLoss`. */
  loseMachine(run: WorkflowRun, job: JobRun): void {
    run.attempt.loseMachine(job.id);
  }

  noticeLoss(run: WorkflowRun, job: JobRun): void {
    run.attempt.noticeLoss(job.id);
  }

  setPushRules(rules: PushRule[]): Promise<void> {
    return setPushRules(this.repo, rules);
  }

  /** Waits until no workflow run is going on; runs with an unnoticed lost machine do not count. */
  async settled(): Promise<WorkflowRun[]> {
    for (;;) {
      const busy = this.runs.filter((run) => run.status !== 'completed' && !this.#isStalled(run));
      if (busy.length === 0) return this.runs;
      await Promise.race([
        ...busy.map((run) => run.done.catch(() => {})),
        new Promise((resolve) => setTimeout(resolve, 50)),
      ]);
    }
  }

  #isStalled(run: WorkflowRun): boolean {
    const running = run.jobs.filter((job) => job.record.status !== 'completed');
    return running.length > 0 && running.every((job) => run.attempt.unnoticedLosses.has(job.id));
  }

  /** Who does things that tests do not attribute: the first person with a role. */
  #somebody(): string {
    const [login] = this.repo.roles.keys();
    return login === undefined ? this.repo.owner.login : this.platform.user(login).login;
  }

  /** Ends everything; throws when requests or answers were not as GitHub describes them. */
  async close(): Promise<void> {
    for (const run of this.runs) {
      run.attempt.cancel(true);
      for (const id of run.attempt.unnoticedLosses) run.attempt.noticeLoss(id);
    }
    await Promise.all(this.runs.map((run) => run.done.catch(() => {})));
    await this.#standIn.close();
  }
}
