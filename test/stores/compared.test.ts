/**
 * Branch against artifact: the tables of docs/stores.md, taken from the same runs on both. After a change that is meant
 * to be one, `npx vitest run test/stores/compared.test.ts --update` writes them anew.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { LeaseLostError, UsageError } from '../../src/errors.ts';
import type { Owner } from '../../src/journal/events.ts';
import type { Lease, Message, RunStore } from '../../src/stores/contract.ts';
import type { FaultOrder, Permissions, RequestRecord, StandIn } from '../github/index.ts';
import { doSteps, NEW_RUN } from '../journal/helpers.ts';
import { type Purpose, purposes } from './artifact/purpose.ts';
import { World as ArtifactWorld, driver, quietClient } from './artifact/world.ts';
import { makeWorld as makeBranchWorld } from './branch/world.ts';

const DOC = path.resolve(import.meta.dirname, '../../docs/stores.md');

/** One store, and how to look at it from outside. */
interface Subject {
  kind: 'branch' | 'artifact';
  github: StandIn;
  /** In a job, and on a machine, of its own. */
  store(permissions?: Permissions, owner?: Owner): RunStore;
  /** From the least to the most that it could need. */
  permissions: Permissions[];
  /** The request that makes a save durable. */
  saving: FaultOrder;
  /** How long a save lasts by itself. */
  lasts(): string;
  /** What lies in the repository for a run that nobody drives. */
  leaves(runId: string): Promise<string>;
  /** What a sweep does so that lists stay cheap. */
  tidy(): Promise<unknown>;
}

async function branch(): Promise<Subject> {
  const world = await makeBranchWorld();
  return {
    kind: 'branch',
    github: world.github,
    permissions: [{}, { contents: 'read' }, { contents: 'write' }],
    store: (permissions = { contents: 'write' }) => world.store({ token: world.token(permissions) }),
    saving: { class: 'git', method: 'POST', path: 'git-receive-pack', action: { hang: true } },
    lasts: () => 'until it is deleted',
    async leaves(runId) {
      const refs = [...(await world.refs('refs/')).keys()].filter((ref) => ref.includes(runId));
      return `${refs.length} ref`;
    },
    tidy: async () => {},
  };
}

async function artifact(): Promise<Subject> {
  const world = await ArtifactWorld.make();
  return {
    kind: 'artifact',
    github: world.github,
    permissions: [{}, { actions: 'read' }, { actions: 'write' }],
    store: (permissions = { actions: 'write' }, owner = driver()) => world.store({ permissions, owner }),
    saving: { class: 'results', path: 'CreateArtifact', action: { hang: true } },
    lasts() {
      const [saved] = world.artifacts(/^longhaul-run-1-/);
      const days = (Date.parse(saved?.expiresAt ?? '') - Date.parse(saved?.createdAt ?? '')) / 86_400_000;
      return `${Math.round(days)} days, or as the repository’s setting says; a sweep saves anew after a third of it`;
    },
    leaves: async (runId) => {
      const own = world.artifacts(/^longhaul-/).filter(({ name }) => name.includes(runId));
      return `${own.length} artifacts, beside those of the index`;
    },
    tidy: () => {
      for (const run of world.repo.runs.values())
        for (const attempt of run.attempts)
          Object.assign(attempt, { status: 'completed', conclusion: 'success' });
      return world.store().renew(driver());
    },
  };
}

const message = (id: string): Message => ({ kind: 'wake', id, attempt: 1, at: '2026-01-01T00:00:00.000Z' });
const create = (store: RunStore, runId: string) => store.create({ ...NEW_RUN, runId });

type Rows = [string, string][];

/** All of them, and, where they are for several things, for what. A push does all at once. */
function cell(kind: Subject['kind'], records: readonly RequestRecord[]): string {
  const counts = Object.entries(purposes(records)).filter(([, count]) => count > 0);
  const parts = counts.map(([purpose, count]) => `${purpose} ${count}`).join(', ');
  return kind === 'artifact' && counts[0]?.[0] === 'save' && counts.length > 1
    ? `${records.length}: ${parts}`
    : `${records.length}`;
}

/** How many requests things take, of a run of so many steps. */
async function requests({ kind, github, store, tidy }: Subject, steps: number): Promise<Rows> {
  const rows: Rows = [];
  const { log } = github.platform;
  /** `most`: for an artifact store, whatever the length of the run. */
  const count = async <T>(
    what: string,
    act: () => Promise<T>,
    most?: Partial<Record<Purpose, number>>,
  ): Promise<T> => {
    log.clear();
    const result = await act();
    const records = log.list();
    rows.push([what, cell(kind, records)]);
    if (kind === 'branch' || most === undefined) return result;
    for (const [purpose, taken] of Object.entries(purposes(records)))
      expect(taken, `${what}: ${purpose}`).toBeLessThanOrEqual(most[purpose as Purpose] ?? 0);
    return result;
  };
  const me = driver();
  let step = 0;
  const doMore = (lease: Lease, more = 1): void => {
    for (const end = step + more; step < end; ) {
      const next = Math.min(step + 250, end);
      doSteps(lease.journal, step + 1, next);
      step = next;
    }
  };
  const run = await count('a start', () => create(store(undefined, me), 'run-1'), {
    save: 4,
    lease: 9,
    index: 4,
  });
  const lease = await run.acquire(me);
  doMore(lease, steps);
  await count('the first save of the job that started it', () => lease.save(), { save: 7 });
  doMore(lease);
  await lease.save();
  doMore(lease);
  await count('every further save', () => lease.save(), { save: 7 });
  await store().send('run-1', message('recorded'));
  const { mail } = await run.mailbox.read();
  doMore(lease);
  const recorded = { mail: mail.map(({ name }) => name) };
  await count('a save that records a message', () => lease.save(recorded), { save: 7, mail: 1 });
  doMore(lease);
  const giving = { save: 7, lease: 2, index: 4 };
  await count('the last save, which gives the lease back', () => lease.save({ last: true }), giving);
  const other = await count(
    'a resume: run and mail',
    async () => {
      const opened = await store().open('run-1');
      await opened.mailbox.read();
      return opened;
    },
    { reading: 7, mail: 1 },
  );
  await count('a look into an empty mailbox', () => other.mailbox.read(), { mail: 1 });
  const next = await other.acquire(driver());
  doMore(next);
  const taking = { save: 4, lease: 9 };
  await count('the first save of a job that resumes, which takes the lease', () => next.save(), taking);
  await count('a look of its driver into the mailbox', () => other.mailbox.read(), { mail: 1, reading: 3 });
  await count('a message', () => other.mailbox.deliver(message('m')), { mail: 4 });
  doMore(next);
  await next.save();
  doMore(next);
  const asks = { index: { waitingOn: [{ issue: 7, ref: 'e-abcde' }] } };
  await count('a save that announces a question', () => next.save(asks), { save: 7, index: 4 });
  await count('the last save behind it', () => next.save({ last: true }), { save: 7, lease: 2 });

  const ended = await (await store().open('run-1')).acquire(driver());
  ended.journal.append([{ type: 'RUN_FAILED', data: { error: { name: 'Error', message: 'no' } } }]);
  await ended.save({ last: true });
  const retried = await (await store().open('run-1')).acquire(driver());
  const by = { actor: { login: 'ann' }, effects: [], dropped: [] };
  retried.journal.append([{ type: 'RUN_RETRIED', data: by }]);
  await count('the first save of a job that retries what had failed', () => retried.save(), {
    ...taking,
    index: 4,
  });
  for (const runId of ['run-2', 'run-3', 'run-4']) await create(store(), runId);
  await count('a list of 4 runs, from 7 jobs', () => store().list());
  await tidy();
  await count('the same after a sweep', () => store().list());
  return rows;
}

const named = (permissions: Permissions): string =>
  Object.entries(permissions).map(([scope, access]) => `\`${scope}: ${access}\``)[0] ?? 'none';

/** The least with which each thing works. */
async function needs({ permissions, store }: Subject): Promise<Rows> {
  for (const runId of ['kept', 'ended']) {
    const lease = await (await create(store(), runId)).acquire(driver());
    if (runId === 'ended') lease.journal.append([{ type: 'RUN_COMPLETED', data: {} }]);
    await lease.save({ last: true });
  }
  const { mailbox } = await store().open('kept');
  const { name: done } = await mailbox.deliver(message('done'));
  const acts: [string, (of: RunStore, serial: number) => Promise<unknown>][] = [
    ['reading runs', (of) => of.open('kept')],
    [
      'starting and driving runs',
      async (of, serial) => (await (await create(of, `new-${serial}`)).acquire(driver())).save(),
    ],
    ['sending messages', async (of) => (await of.open('kept')).mailbox.deliver(message('x'))],
    [
      'deleting messages that are done with',
      async (of) => {
        await (await of.open('kept')).mailbox.delete([done]);
        expect(await (await store().open('kept')).mailbox.names()).not.toContain(done);
      },
    ],
    [
      'tidying up ended runs',
      async (of) => expect(await of.prune('2999-01-01T00:00:00.000Z')).toEqual(['ended']),
    ],
  ];
  const rows: Rows = [];
  for (const [what, act] of acts) {
    for (const [serial, permission] of permissions.entries()) {
      const works = await act(store(permission), serial).then(
        () => true,
        () => false,
      );
      if (!works) continue;
      rows.push([what, named(permission)]);
      break;
    }
  }
  return rows;
}

async function promises({ github, store, saving }: Subject): Promise<Rows> {
  const fulfilled = (results: PromiseSettledResult<unknown>[]): string =>
    `${results.filter(({ status }) => status === 'fulfilled').length} of ${results.length} succeeds`;
  const starts = await Promise.allSettled([create(store(), 'twice'), create(store(), 'twice')]);
  const free = await (await create(store(), 'free')).acquire(driver());
  await free.save({ last: true });
  const leases = await Promise.all(
    [store(), store()].map(async (of) => (await of.open('free')).acquire(driver())),
  );
  const drives = await Promise.allSettled(leases.map((lease) => lease.save()));

  // Its save is under way, and another takes over.
  const late = await (await create(store(), 'late')).acquire(driver());
  doSteps(late.journal, 1, 1);
  await late.save();
  doSteps(late.journal, 2, 2);
  const held = github.platform.faults.add(saving);
  const saved = late.save().then(
    () => 'arrives',
    (error: unknown) => (error instanceof LeaseLostError ? 'is refused by the store' : String(error)),
  );
  await expect.poll(() => held.hits, { timeout: 20_000 }).toBe(1);
  const taker = await (await store().open('late')).acquire(driver(), { force: true });
  doSteps(taker.journal, 7, 9);
  await taker.save();
  held.release();
  const outcome = await saved;
  const { settlements } = (await store().open('late')).load().state;
  const goOn = async (): Promise<void> => {
    doSteps(late.journal, 3, 3);
    await late.save();
  };
  const next = await goOn().then(
    () => 'goes on',
    () => 'stops',
  );

  const jobs = await Promise.all([store().open('late'), store().open('late')]);
  const fresh: boolean[] = [];
  for (const job of jobs) fresh.push((await job.mailbox.deliver(message('same'))).fresh);
  const { mail } = await (await store().open('late')).mailbox.read();
  return [
    ['two starts under one id at once', fulfilled(starts)],
    ['two drivers at once', fulfilled(drives)],
    [
      'a save under way while another driver takes over',
      `${outcome}; ${settlements === 4 ? 'only the other history counts' : 'HISTORIES MIX'}; its driver ${next}`,
    ],
    [
      'one message sent by two jobs',
      `${fresh.filter(Boolean).length === 1 ? 'lies there once' : 'lies there twice'}, is read ${mail.length === 1 ? 'once' : 'twice'}`,
    ],
  ];
}

/** What a run and its store may grow to. */
async function limits({ github, store, lasts, leaves }: Subject): Promise<Rows> {
  const { log } = github.platform;
  const lease = await (await create(store(), 'grown')).acquire(driver());
  let saves = 0;
  /** Bytes of a save of one small step behind so many. */
  const sent = async (steps: number): Promise<number> => {
    doSteps(lease.journal, saves * 1000 + 1, saves * 1000 + steps);
    await lease.save();
    log.clear();
    saves += 1;
    doSteps(lease.journal, saves * 1000, saves * 1000);
    await lease.save();
    return log.list().reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  };
  const [few, many] = [await sent(10), await sent(150)];
  await lease.save({ last: true });
  const refused: string[] = [];
  for (const word of ['archive', 'claim', 'index', 'mail', 'whole'])
    await create(store(), `${word}-1`).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      refused.push(`\`${word}-\``);
    });
  return [
    ['a save lasts', lasts()],
    [
      'a save of one small step sends',
      many < 2 * few ? 'the step, however long the run is' : 'all of the run',
    ],
    ['a run that nobody drives takes', await leaves('grown')],
    ['ids may not begin with', refused.length === 0 ? '–' : refused.join(', ')],
  ];
}

const table = (head: string, a: Rows, b: Rows): string =>
  [
    `| ${head} | branch | artifact |`,
    '|---|---|---|',
    ...a.map(([what, value], i) => `| ${what} | ${value} | ${b[i]?.[0] === what ? b[i]?.[1] : '?'} |`),
  ].join('\n');

quietClient();

it('contract: requests do not depend on the length of the run: on artifacts a save takes at most 7, a resume 8', async () => {
  const subjects = [await artifact(), await artifact()] as const;
  try {
    expect(await requests(subjects[0], 2000)).toEqual(await requests(subjects[1], 10));
  } finally {
    for (const { github } of subjects) await github.close();
  }
}, 240_000);

it('the tables of docs/stores.md are what the stores do', async () => {
  const subjects = await Promise.all([branch(), artifact()]);
  const of = (measure: (subject: Subject) => Promise<Rows>) => Promise.all(subjects.map(measure));
  try {
    const [a = [], b = []] = await of((subject) => requests(subject, 10));
    const [c = [], d = []] = await of(promises);
    const [e = [], f = []] = await of(needs);
    const [g = [], h = []] = await of(limits);
    const tables = [
      table('what happens', c, d),
      table('requests', a, b),
      table('permission', e, f),
      table('limits', g, h),
    ].join('\n\n');
    const marked = /(<!-- compared:begin -->\n\n)[\s\S]*(\n\n<!-- compared:end -->)/;
    const document = readFileSync(DOC, 'utf8');
    expect(document).toMatch(marked);
    await expect(document.replace(marked, `$1${tables}$2`)).toMatchFileSnapshot(DOC);
  } finally {
    for (const { github } of subjects) await github.close();
  }
}, 240_000);
