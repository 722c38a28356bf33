/**
 * Branch against artifact: the tables of docs/stores.md, taken from the same runs on both. After a change that is meant
 * to be one, `npx vitest run test/stores/compared.test.ts --update` writes them anew.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { LeaseLostError } from '../../src/errors.ts';
import type { Owner } from '../../src/journal/events.ts';
import type { Message, RunStore } from '../../src/stores/contract.ts';
import type { FaultOrder, Permissions, StandIn } from '../github/index.ts';
import { doSteps, NEW_RUN } from '../journal/helpers.ts';
import { World as ArtifactWorld, driver, quietClient } from './artifact/world.ts';
import { makeWorld as makeBranchWorld } from './branch/world.ts';

const DOC = path.resolve(import.meta.dirname, '../../docs/stores.md');

/** One store, and how to look at it from outside. */
interface Subject {
  github: StandIn;
  /** In a job, and on a machine, of its own. */
  store(permissions?: Permissions, owner?: Owner): RunStore;
  /** From the least to the most that it could need. */
  permissions: Permissions[];
  /** The request that makes a save durable. */
  saving: FaultOrder;
  /** How long a save lasts by itself. */
  lasts(): string;
  /** What a sweep does so that lists stay cheap. */
  tidy(): Promise<unknown>;
}

async function branch(): Promise<Subject> {
  const world = await makeBranchWorld();
  return {
    github: world.github,
    permissions: [{}, { contents: 'read' }, { contents: 'write' }],
    store: (permissions = { contents: 'write' }) => world.store({ token: world.token(permissions) }),
    saving: { class: 'git', method: 'POST', path: 'git-receive-pack', action: { hang: true } },
    lasts: () => 'until it is deleted',
    tidy: async () => {},
  };
}

async function artifact(): Promise<Subject> {
  const world = await ArtifactWorld.make();
  return {
    github: world.github,
    permissions: [{}, { actions: 'read' }, { actions: 'write' }],
    store: (permissions = { actions: 'write' }, owner = driver()) => world.store({ permissions, owner }),
    saving: { class: 'results', path: 'CreateArtifact', action: { hang: true } },
    lasts() {
      const [saved] = world.artifacts(/^longhaul-run-1-/);
      const days = (Date.parse(saved?.expiresAt ?? '') - Date.parse(saved?.createdAt ?? '')) / 86_400_000;
      return `${Math.round(days)} days, or as the repository’s setting says; a sweep saves anew after a third of it`;
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

async function requests({ github, store, tidy }: Subject): Promise<Rows> {
  const rows: Rows = [];
  const count = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    github.platform.log.clear();
    const result = await act();
    rows.push([what, String(github.platform.log.count())]);
    return result;
  };
  const me = driver();
  const run = await count('a start', () => create(store(undefined, me), 'run-1'));
  const lease = await run.acquire(me);
  doSteps(lease.journal, 1, 200);
  await count('the first save of the job that started it', () => lease.save());
  doSteps(lease.journal, 201, 201);
  await lease.save();
  doSteps(lease.journal, 202, 202);
  await count('every further save', () => lease.save());
  doSteps(lease.journal, 203, 203);
  await count('the last save, which gives the lease back', () => lease.save({ last: true }));
  const other = await count('a resume: run and mail', async () => {
    const opened = await store().open('run-1');
    await opened.mailbox.read();
    return opened;
  });
  await count('a look into an empty mailbox', () => other.mailbox.read());
  await count('a message', () => other.mailbox.deliver(message('m')));
  const next = await other.acquire(driver());
  doSteps(next.journal, 204, 204);
  await count('the first save of a job that resumes', () => next.save());
  for (const runId of ['run-2', 'run-3', 'run-4']) await create(store(), runId);
  await count('a list of 4 runs', () => store().list());
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

async function promises({ github, store, saving, lasts }: Subject): Promise<Rows> {
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
    ['a save lasts', lasts()],
  ];
}

const table = (head: string, a: Rows, b: Rows): string =>
  [
    `| ${head} | branch | artifact |`,
    '|---|---|---|',
    ...a.map(([what, value], i) => `| ${what} | ${value} | ${b[i]?.[0] === what ? b[i]?.[1] : '?'} |`),
  ].join('\n');

quietClient();

it('the tables of docs/stores.md are what the stores do', async () => {
  const subjects = await Promise.all([branch(), artifact()]);
  const of = (measure: (subject: Subject) => Promise<Rows>) => Promise.all(subjects.map(measure));
  try {
    const [a = [], b = []] = await of(requests);
    const [c = [], d = []] = await of(promises);
    const [e = [], f = []] = await of(needs);
    const tables = [table('what happens', c, d), table('requests', a, b), table('permission', e, f)].join(
      '\n\n',
    );
    const marked = /(<!-- compared:begin -->\n\n)[\s\S]*(\n\n<!-- compared:end -->)/;
    const document = readFileSync(DOC, 'utf8');
    expect(document).toMatch(marked);
    await expect(document.replace(marked, `$1${tables}$2`)).toMatchFileSnapshot(DOC);
  } finally {
    for (const { github } of subjects) await github.close();
  }
}, 240_000);
