import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Faults } from './faults.ts';
import { initBare } from './git-store.ts';
import { Ids, nodeId, tokenValue } from './ids.ts';
import type { JsonObject } from './json.ts';
import {
  fullName,
  type Permissions,
  type Repository,
  type Role,
  type RunRecord,
  type Team,
  type Token,
  type User,
} from './model.ts';
import type { Urls } from './render/urls.ts';
import { RequestLog } from './request-log.ts';

/** Something happened that workflows may be triggered by. */
export interface PlatformEvent {
  name: string;
  action: string | null;
  repo: Repository;
  sender: User;
  payload: JsonObject;
  /** What `github.ref` and `github.sha` of the runs will be. */
  ref: string;
  sha: string;
  headRepo: Repository;
  /** Only this workflow file: dispatches and schedules. */
  workflowPath?: string;
  inputs?: Record<string, string>;
  pullNumber?: number;
  title: string;
}

/** What the runner does for the stand-in; without a runner nothing is started. */
export interface Automation {
  start(event: PlatformEvent): Promise<RunRecord[]>;
  cancel(run: RunRecord, force: boolean): void;
  rerun(run: RunRecord, failedOnly: boolean, actor: User): Promise<void>;
}

const idle: Automation = { start: async () => [], cancel: () => {}, rerun: async () => {} };

export interface RepositoryOptions {
  visibility?: 'public' | 'private';
  defaultBranch?: string;
  hasIssues?: boolean;
  roles?: Record<string, Role>;
  defaultWorkflowPermissions?: 'read' | 'write';
}

/** The state behind the server: people, repositories, tokens, clock, faults and the log of requests. */
export class Platform {
  readonly ids = new Ids();
  readonly users = new Map<string, User>();
  readonly repositories = new Map<string, Repository>();
  readonly teams = new Map<string, Map<string, Team>>();
  readonly tokens = new Map<string, Token>();
  readonly blobs = new Map<string, { data: Buffer | null; type: string; blocks: Map<string, Buffer> }>();
  readonly faults = new Faults();
  readonly log = new RequestLog();
  /** Requests and answers that GitHub's description does not allow. A test must end with none. */
  readonly violations: string[] = [];
  readonly gitRoot: string;
  readonly actionsBot: User;
  automation: Automation = idle;
  urls: Urls = { api: '', server: '' };
  /** Requests that a token may still make this hour. */
  rateLimit = 15_000;
  readonly rateUsed = new Map<string, number>();
  /** Milliseconds by which the stand-in's clock is ahead of the machine's. */
  clockOffset = 0;

  constructor(gitRoot: string) {
    this.gitRoot = gitRoot;
    this.actionsBot = this.addUser('github-actions[bot]', { type: 'Bot', id: 41_898_282 });
    this.addUser('ghost', { id: 10_137 });
  }

  /** GitHub's times have whole seconds and end in `Z`. */
  now(): string {
    return new Date(Date.now() + this.clockOffset).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  addUser(login: string, options: { type?: User['type']; id?: number } = {}): User {
    const id = options.id ?? this.ids.next('user');
    const user = { login, id, nodeId: nodeId('user', id), type: options.type ?? 'User' };
    this.users.set(login.toLowerCase(), user);
    return user;
  }

  user(login: string): User {
    return this.users.get(login.toLowerCase()) ?? this.addUser(login);
  }

  addTeam(org: string, slug: string, members: string[]): Team {
    const owner = this.users.get(org.toLowerCase()) ?? this.addUser(org, { type: 'Organization' });
    const team: Team = { slug, id: this.ids.next('team'), members: new Map() };
    for (const login of members) team.members.set(this.user(login).login.toLowerCase(), 'member');
    const teams = this.teams.get(owner.login.toLowerCase()) ?? new Map<string, Team>();
    teams.set(slug, team);
    this.teams.set(owner.login.toLowerCase(), teams);
    return team;
  }

  async addRepository(name: string, options: RepositoryOptions = {}, parent: Repository | null = null) {
    const [ownerLogin = '', repoName = ''] = name.split('/');
    const owner =
      this.users.get(ownerLogin.toLowerCase()) ?? this.addUser(ownerLogin, { type: 'Organization' });
    const id = this.ids.next('repository');
    const gitDir = join(this.gitRoot, owner.login, `${repoName}.git`);
    await mkdir(join(this.gitRoot, owner.login), { recursive: true });
    const repo: Repository = {
      id,
      nodeId: nodeId('repository', id),
      owner,
      name: repoName,
      visibility: options.visibility ?? 'public',
      defaultBranch: options.defaultBranch ?? 'main',
      parent,
      hasIssues: options.hasIssues ?? true,
      defaultWorkflowPermissions: options.defaultWorkflowPermissions ?? 'read',
      gitDir,
      roles: new Map(),
      rules: [],
      issues: new Map(),
      comments: new Map(),
      reviews: new Map(),
      labels: new Map(),
      workflows: new Map(),
      runs: new Map(),
      artifacts: [],
      checkRuns: new Map(),
      statuses: [],
      createdAt: this.now(),
    };
    for (const [login, role] of Object.entries(options.roles ?? {})) {
      repo.roles.set(this.user(login).login.toLowerCase(), role);
    }
    await initBare(gitDir, repo.defaultBranch);
    this.repositories.set(name.toLowerCase(), repo);
    return repo;
  }

  repository(name: string): Repository | undefined {
    return this.repositories.get(name.toLowerCase());
  }

  setRole(repo: Repository, login: string, role: Role): void {
    repo.roles.set(this.user(login).login.toLowerCase(), role);
  }

  /** The role that counts: owners administer, everybody may read what is public. */
  roleOf(repo: Repository, user: User): Role {
    if (user.id === this.actionsBot.id) return 'none';
    if (user.id === repo.owner.id) return 'admin';
    const role = repo.roles.get(user.login.toLowerCase());
    if (role !== undefined) return role;
    return repo.visibility === 'public' && user.type === 'User' ? 'read' : 'none';
  }

  /** The token of one job. */
  mintJobToken(repo: Repository, permissions: Permissions): Token {
    return this.#mint({ user: this.actionsBot, kind: 'job', permissions, repository: repo });
  }

  /** An App's token, say one that may read an organisation's members. Its writes do trigger workflows. */
  mintAppToken(repo: Repository, login: string, permissions: Permissions): Token {
    const user = this.users.get(login.toLowerCase()) ?? this.addUser(login, { type: 'Bot' });
    return this.#mint({ user, kind: 'app', permissions, repository: repo });
  }

  /** A personal token: it may do what its owner's role allows. */
  mintUserToken(login: string): Token {
    return this.#mint({ user: this.user(login), kind: 'user', permissions: null, repository: null });
  }

  #mint(parts: Pick<Token, 'user' | 'kind' | 'permissions' | 'repository'>): Token {
    const token = { ...parts, value: tokenValue(parts.kind === 'user' ? 'ghp' : 'ghs'), revoked: false };
    this.tokens.set(token.value, token);
    return token;
  }

  /** Hands an event to the runner, unless a job's own token made it. */
  async emit(event: PlatformEvent, token: Token | null): Promise<RunRecord[]> {
    const dispatch = event.name === 'workflow_dispatch' || event.name === 'repository_dispatch';
    if (token?.kind === 'job' && !dispatch) return [];
    return this.automation.start(event);
  }

  repositoryUrl(repo: Repository): string {
    return `${this.urls.server}/${fullName(repo)}`;
  }
}
