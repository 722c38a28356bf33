/** A repository on the stand-in for GitHub, jobs of workflow runs in it, and artifact stores of these jobs. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Owner } from '../../../src/journal/events.ts';
import type { ArtifactOptions } from '../../../src/stores/artifact/options.ts';
import { ArtifactStore } from '../../../src/stores/artifact/store.ts';
import { thisOwner } from '../../../src/stores/owner.ts';
import {
  type Artifact,
  type FaultOrder,
  type Permissions,
  type Repository,
  type RunRecord,
  runtimeToken,
  type StandIn,
  startStandIn,
} from '../../github/index.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';

export const WORKFLOW = '.github/workflows/run.yml';

export interface JobOptions {
  event?: string;
  workflow?: string;
  headRepo?: Repository;
  /** A further job of this workflow run. */
  in?: TestJob;
}

export interface TestJob {
  run: RunRecord;
  jobId: string;
  backendId: string;
  workflow: string;
  event: string;
}

export class World {
  readonly github: StandIn;
  readonly repo: Repository;
  readonly warnings: string[] = [];

  constructor(github: StandIn, repo: Repository) {
    this.github = github;
    this.repo = repo;
    process.env.GITHUB_SERVER_URL = github.platform.urls.server;
  }

  static async make(): Promise<World> {
    const github = await startStandIn();
    return new World(github, await github.platform.addRepository('acme/app', { roles: { ann: 'write' } }));
  }

  /** A job that is at work, in a workflow run of its own unless `in` names one. */
  job({
    event = 'workflow_dispatch',
    workflow = WORKFLOW,
    headRepo = this.repo,
    in: beside,
  }: JobOptions = {}): TestJob {
    const { ids } = this.github.platform;
    const now = this.github.platform.now();
    const jobId = String(ids.next('job'));
    if (beside !== undefined) return { ...beside, jobId };
    const record = this.repo.workflows.get(workflow) ?? {
      id: ids.next('workflow'),
      path: workflow,
      name: workflow,
      state: 'active' as const,
      createdAt: now,
    };
    this.repo.workflows.set(workflow, record);
    const backendId = randomUUID();
    const actor = this.github.platform.user('ann');
    const run: RunRecord = {
      id: ids.next('run'),
      number: this.repo.runs.size + 1,
      workflow: record,
      event,
      displayTitle: 'Run',
      actor,
      headBranch: 'main',
      headSha: 'a'.repeat(40),
      headRepo,
      pullNumbers: [],
      createdAt: now,
      attempts: [
        {
          number: 1,
          backendId,
          status: 'in_progress',
          conclusion: null,
          triggeringActor: actor,
          jobs: [],
          startedAt: now,
          updatedAt: now,
        },
      ],
    };
    this.repo.runs.set(run.id, run);
    return { run, jobId, backendId, workflow, event };
  }

  /** The workflow run is over. */
  end({ run }: TestJob): void {
    for (const attempt of run.attempts)
      Object.assign(attempt, { status: 'completed', conclusion: 'success' });
  }

  options(job: TestJob, permissions: Permissions = { actions: 'write' }): ArtifactOptions {
    const { platform } = this.github;
    return {
      repository: 'acme/app',
      apiUrl: platform.urls.api,
      token: platform.mintJobToken(this.repo, permissions).value,
      runtime: { token: runtimeToken(job.backendId, randomUUID()), url: `${platform.urls.api}/` },
      job: {
        owner: driver(job),
        workflowRunId: job.run.id,
        jobId: job.jobId,
        event: job.event,
        workflow: job.workflow,
      },
      workDir: this.folder('work'),
      workspace: '/workspace',
      retry: { attempts: 4, delayMs: 20 },
      mailPace: { firstMs: 100, lastMs: 400 },
      warn: (message) => void this.warnings.push(message),
    };
  }

  /** A store in a job of its own, on a machine of its own. */
  store(
    options: Partial<ArtifactOptions> & { in?: TestJob; permissions?: Permissions; owner?: Owner } = {},
  ): ArtifactStore {
    const { in: of = this.job(), permissions, owner, ...rest } = options;
    const { job, ...base } = this.options(of, permissions);
    return new ArtifactStore({ ...base, job: { ...job, ...(owner && { owner }) }, ...rest });
  }

  folder(name: string): string {
    return mkdtempSync(join(this.github.folder, `${name}-`));
  }

  fault(order: FaultOrder): void {
    this.github.platform.faults.add(order);
  }

  /** Finished artifacts of this name, the oldest first. */
  artifacts(name: string | RegExp): Artifact[] {
    return this.repo.artifacts.filter(
      (artifact) =>
        artifact.finalized && (typeof name === 'string' ? artifact.name === name : name.test(artifact.name)),
    );
  }

  blob(artifact: Artifact): { data: Buffer | null } {
    return this.github.platform.blobs.get(artifact.blobKey)!;
  }

  /** A run `run-1` with so many steps, saved and given back by a job that is over. */
  async savedRun(steps: number, options: Partial<ArtifactOptions> = {}): Promise<void> {
    const job = this.job();
    const lease = await (await this.store({ in: job, ...options }).create(NEW_RUN)).acquire(driver(job));
    doSteps(lease.journal, 1, steps);
    await lease.save({ last: true });
    this.end(job);
  }

  /** How many steps of `run-1` a new job sees settled. */
  async settled(): Promise<number> {
    return (await this.store().open('run-1')).load().state.settlements;
  }

  /** Requests since the last call. */
  requests(): { count: number; list: string[] } {
    const all = this.github.platform.log.list();
    this.github.platform.log.clear();
    return { count: all.length, list: all.map(({ method, url, status }) => `${method} ${url} ${status}`) };
  }
}

/** The client writes some 20 lines for each upload: they are dropped. */
export function quietClient(): void {
  const { write } = process.stdout;
  beforeAll(() => {
    process.stdout.write = () => true;
  });
  afterAll(() => {
    process.stdout.write = write;
  });
}

/** A new world for each test of the file. */
export function eachWorld(): () => World {
  let world: World;
  quietClient();
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world.github.close());
  return () => world;
}

export const driver = (job?: TestJob): Owner =>
  thisOwner(
    '0.1.0',
    job && {
      workflowRunId: String(job.run.id),
      workflowAttempt: 1,
      jobId: job.jobId,
      url: `https://github.com/acme/app/actions/runs/${job.run.id}/job/${job.jobId}`,
      limitMinutes: 360,
    },
  );
