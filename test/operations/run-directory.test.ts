/** docs/run-directory.md says everything that real runs leave behind, and nothing that they do not (requirements T9, X4, K10). */
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENDINGS } from '../../src/journal/endings.ts';
import { cancelTask } from '../../src/operations/cancel.ts';
import { carryOn } from '../../src/operations/carry-on.ts';
import { childRunId } from '../../src/operations/family.ts';
import { forkRun } from '../../src/operations/fork.ts';
import { haltRun } from '../../src/operations/halt.ts';
import { postResult } from '../../src/operations/post.ts';
import type { SessionOptions } from '../../src/operations/session.ts';
import { sendSignal } from '../../src/operations/signal.ts';
import { startRun } from '../../src/operations/start.ts';
import type { OpenRun } from '../../src/stores/contract.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { repairRun } from '../../src/stores/repair.ts';
import { VERSION } from '../../src/version.ts';
import { type Bench, bench, code, QUICK, write } from '../engine/support.ts';
import { fieldsOf, table } from '../run-directory-table.ts';

const by = { login: 'ann' };
const SECRET = 'kept-to-itself';
const owner = () => thisOwner(VERSION);

/**
 * What only a job has: test/e2e/approval.test.ts holds what comes of comments against the tables,
 * halt-branch.test.ts what comes of pushes.
 */
const IN_JOBS = { files: ['comments.json'], lines: /^(DECISION_RECORDED|git_push_.*)$/, field: 'policy' };

interface Found {
  paths: Set<string>;
  /** Fields by type of event. */
  events: Map<string, Set<string>>;
  lines: Map<string, Set<string>>;
  final: Set<string>;
  /** Files with what stands in the workspace's .env. */
  leaks: string[];
}

const found: Found = { paths: new Set(), events: new Map(), lines: new Map(), final: new Set(), leaks: [] };

function note(map: Map<string, Set<string>>, name: string, fields: readonly string[]): void {
  const known = map.get(name) ?? new Set();
  map.set(name, known);
  for (const field of fields) known.add(field);
}

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { [key: string]: unknown };

function walk(run: OpenRun): void {
  const { runDir } = run;
  for (const entry of readdirSync(runDir, { recursive: true, withFileTypes: true })) {
    const path = relative(runDir, join(entry.parentPath, entry.name));
    const isEmpty = entry.isDirectory() && readdirSync(join(runDir, path)).length === 0;
    if (entry.isFile()) {
      found.paths.add(path);
      if (readFileSync(join(runDir, path), 'utf8').includes(SECRET)) found.leaks.push(path);
    }
    if (isEmpty) found.paths.add(`${path}/`);
  }
  for (const event of run.events()) note(found.events, event.type, Object.keys(event.data));
  const stream = join(runDir, 'progress.ndjson');
  const lines = existsSync(stream) ? readFileSync(stream, 'utf8').trimEnd().split('\n') : [];
  for (const line of lines) {
    const { event, ...fields } = JSON.parse(line) as { event: string };
    note(found.lines, event, Object.keys(fields));
  }
  const final = join(runDir, 'final.json');
  if (existsSync(final)) for (const field of Object.keys(json(final))) found.final.add(field);
}

const drive = (b: Bench, run: OpenRun, over: Partial<SessionOptions> = {}) =>
  carryOn({
    store: b.store,
    run,
    owner: owner(),
    world: b.world,
    limits: QUICK,
    onCodeChange: 'pin',
    execute: true,
    ...over,
  });

/** Every kind of step, wait and file; waits at its end. */
async function everything(): Promise<Bench> {
  const b = await bench('', {
    inputs: { n: 1 },
    entry: 'p.mjs',
    files: {
      '.env': `TOKEN=${SECRET}`,
      '.gitignore': '.env',
      'child.mjs': 'export const process = async () => 1;',
      'p.mjs': code(
        `
      ctx.log('note', 'hello');
      ctx.onCleanup(() => { throw new Error('refused'); });
      await sh(ctx, 'echo out; echo err >&2', { label: 'build', labels: ['ci'] });
      await sh(ctx, 'echo once; test -e again || { touch again; false; }', { retry: { attempts: 2, delay: 0 } });
      await sh(ctx, 'test -e paused || { touch paused; false; }', { retry: { attempts: 2, delay: 300 } });
      await sh(ctx, 'sleep 9', { timeout: 300 }).catch(() => {});
      await ctx.run('big', () => 'y'.repeat(1_100_000));
      await ctx.task(byFile, { text: 'x'.repeat(1_100_000) });
      await ctx.run('artifact', () => { mkdirSync(ctx.artifactsDir, { recursive: true }); appendFileSync(ctx.artifactsDir + '/report.txt', 'r'); });
      await ctx.sleep(10);
      await ctx.hook('told');
      await ctx.subprocess('child.mjs');
      await ctx.shield(() => ctx.run('shielded', () => 1));
      await Promise.all([ctx.breakpoint({}, { timeout: '1h' }), ctx.task(elsewhere), ctx.signal('go'), ctx.signal('later').catch(() => {})]);
      return 'done';
    `,
        `import { mkdirSync } from 'node:fs';
const byFile = defineTask('by-file', (args, { taskDir, effectId }) => ({ kind: 'shell', shell: { command: 'cp "$DIR/input.json" "$DIR/output.json"', env: { DIR: taskDir } }, io: { inputJsonPath: 'tasks/' + effectId + '/input.json', outputJsonPath: 'tasks/' + effectId + '/output.json' } }));
const elsewhere = defineTask('elsewhere', () => ({ kind: 'shell', external: true, shell: { command: 'true' } }));`,
      ),
    },
  });
  const { store, run, directory } = b;
  const made = await startRun({
    store,
    runId: 'everything',
    entry: { path: join(directory, 'p.mjs'), exportName: undefined },
    inputs: { n: 1 },
    workspace: directory,
    commit: 'c0ffee',
    processRevision: 'r1',
    prompt: 'do it',
    actor: by,
    origin: { event: 'push' },
    created: {
      repository: 'acme/app',
      workflow: '.github/workflows/a.yml',
      workflowName: 'Release',
      deadline: '2999-01-01T00:00:00.000Z',
    },
  });
  expect(await drive(b, made, { workspaceCommit: 'decade' })).toMatchObject({ status: 'waiting' });
  await made.mailbox.deliver({ id: 'm1', attempt: 1, at: new Date().toISOString(), kind: 'wake' });
  walk(made); // a message lies in its mailbox
  const pending = new Map(
    [...made.load().state.pending.values()].map(({ request }) => [request.label, request.effectId]),
  );
  const change = { run: made, owner: owner(), actor: by };
  await sendSignal({ ...change, name: 'go', value: 1 });
  await postResult({
    ...change,
    effectId: pending.get('breakpoint') ?? '',
    outcome: { status: 'ok', value: { approved: true } },
  });
  await cancelTask({ ...change, effectId: pending.get('later') ?? '', reason: 'not needed' });
  const effectId = pending.get('elsewhere') ?? '';
  await made.mailbox.deliver({
    ...message(),
    kind: 'result',
    effectId,
    effectAttempt: 1,
    outcome: { status: 'ok', value: 1 },
  });
  expect(await drive(b, made)).toMatchObject({ status: 'completed' });
  walk(made);
  walk(
    await store.open(
      childRunId(
        'everything',
        [...made.load().state.effects.values()].find(({ request }) => request.kind === 'subprocess')
          ?.effectId ?? '',
      ),
    ),
  );
  const forked = await forkRun({ store, parent: made, at: 'S000002', actor: by });
  walk(forked.run);
  walk(run);
  return b;
}

let sent = 0;
function message() {
  sent += 1;
  return {
    id: `mail-${sent}`,
    attempt: 1,
    at: new Date().toISOString(),
    actor: by,
    source: 'https://example.org/1',
  };
}

/** Every way to end, to lose and to damage a run. */
async function endings(): Promise<void> {
  // Lost with its job, failed, reopened with better code, then canceled while it waits.
  const lost = await bench(
    `await sh(ctx, 'test -e up || { echo > up; sleep 9; }'); try { await sh(ctx, 'test -e fixed'); } finally { await ctx.run('clean', () => 1); }`,
  );
  const stop = new AbortController();
  const driving = lost.drive({ shutdown: stop.signal });
  while (!existsSync(join(lost.directory, 'up'))) await new Promise((resolve) => setTimeout(resolve, 20));
  stop.abort();
  await driving;
  expect(await lost.drive()).toMatchObject({ status: 'failed' });
  write(lost.directory, {
    fixed: '',
    'p.mjs': code(
      `await sh(ctx, 'test -e up || { echo > up; sleep 9; }'); await sh(ctx, 'test -e fixed'); await ctx.signal('x');`,
    ),
  });
  expect(await lost.drive({ retry: { by }, onCodeChange: 'upgrade' })).toMatchObject({ status: 'waiting' });
  await lost.run.mailbox.deliver({ ...message(), attempt: 2, kind: 'cancel', reason: 'enough' });
  expect(await lost.drive()).toMatchObject({ status: 'canceled' });
  walk(lost.run);

  const cut = await bench(`await ctx.signal('x').catch(() => ctx.signal('y'));`);
  await cut.drive();
  await cut.run.mailbox.deliver({ ...message(), kind: 'cancel', reason: 'enough' });
  expect(await cut.drive({ limits: { cancelGraceMs: 300 } })).toMatchObject({ status: 'canceled' });
  walk(cut.run);

  const halted = await bench(
    `ctx.onCleanup(() => { throw new Error('refused'); }); await ctx.halt('enough', { why: 1 });`,
  );
  expect(await halted.drive()).toMatchObject({ status: 'halted' });
  walk(halted.run);

  const refused = await bench(
    `ctx.onCleanup(() => { throw new Error('refused'); }); throw new Error('primary');`,
  );
  expect(await refused.drive()).toMatchObject({ status: 'failed' });
  walk(refused.run);

  const late = await bench(`await ctx.signal('x');`, { deadline: new Date(Date.now() + 1000).toISOString() });
  expect(await late.drive()).toMatchObject({ status: 'failed' });
  walk(late.run);

  const limited = await bench(`await sh(ctx, 'echo > up; sleep 0.5'); await sh(ctx, 'true');`);
  const drain = new AbortController();
  const draining = limited.drive({
    drain: drain.signal,
    drained: () => ({ type: 'RUN_DISPATCHED', data: { hop: 1, actor: by } }),
  });
  while (!existsSync(join(limited.directory, 'up'))) await new Promise((resolve) => setTimeout(resolve, 20));
  drain.abort();
  expect(await draining).toMatchObject({ stopped: 'time-limit' });
  walk(limited.run);

  for (const finalStatus of ['completed', 'failed'] as const) {
    const { store, run, directory } = await bench(`return 1;`);
    const seal = {
      store,
      run,
      owner: owner(),
      actor: by,
      workspace: directory,
      reason: 'obsolete',
      source: 'https://example.org/1',
    };
    await haltRun({ ...seal, finalStatus, messageId: 'm1' });
    walk(run);
  }

  const damaged = await bench(`await ctx.run('a', () => 1); return 1;`);
  await damaged.drive();
  const journal = join(damaged.run.runDir, 'journal');
  truncateSync(join(journal, readdirSync(journal).sort()[1] ?? ''));
  writeFileSync(join(journal, 'notes.json'), '{}');
  repairRun(damaged.run, owner());
  walk(damaged.run);
}

/** A documented path as a pattern. A directory stands for all that is in it, unless its files have rows of their own. */
function patternOf(path: string, _: number, all: readonly string[]): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const open = escaped
    .replace(/<[a-z-]+>/g, '[^/]+')
    .replace('NNNNNN', '\\d{6,}')
    .replace('ULID', '[0-9A-Z]{26}');
  const isWhole = path.endsWith('/') && !all.some((other) => other !== path && other.startsWith(path));
  return new RegExp(`^${open}${isWhole ? '.*' : ''}$`);
}

describe('docs/run-directory.md', () => {
  beforeAll(async () => {
    await Promise.all([everything(), endings()]);
  }, 120_000);

  it('req T9, K10: every file of a run, and no other', () => {
    const documented = table('Layout')
      .flatMap(([names]) => names ?? [])
      .filter((path) => !IN_JOBS.files.includes(path));
    const patterns = documented.map(patternOf);
    const undocumented = [...found.paths].filter((path) => !patterns.some((pattern) => pattern.test(path)));
    expect(undocumented).toEqual([]);
    const absent = documented.filter((_, i) => ![...found.paths].some((there) => patterns[i]?.test(there)));
    expect(absent).toEqual([]);
  });

  it('req K12: what git ignores is not copied into a run', () => {
    expect(found.leaks).toEqual([]);
  });

  it.each([
    ['Events', () => found.events],
    ['Lines of progress.ndjson', () => found.lines],
  ])('req T9, K10: %s, field by field', (heading, of) => {
    const always = heading === 'Events' ? [] : ['run_id', 'id', 'ts'];
    const documented = Object.fromEntries(
      [...fieldsOf(heading)]
        .filter(([name]) => !IN_JOBS.lines.test(name))
        .map(([name, fields]) => [
          name,
          [...always, ...fields].filter((field) => field !== IN_JOBS.field).sort(),
        ]),
    );
    const there = Object.fromEntries([...of()].map(([name, fields]) => [name, [...fields].sort()]));
    expect(documented).toEqual(there);
  });

  it('req T6, T9: final.json, field by field', () => {
    expect(
      table('final.json')
        .map(([[field = ''] = []]) => field)
        .sort(),
    ).toEqual([...found.final].sort());
  });

  it('req D1, T7: how an ending is called at each surface is the one table of the code', () => {
    const rows = table('How an ending is called').map((cells) => cells.map(([word]) => word));
    expect(rows).toEqual(
      Object.entries(ENDINGS).map(([state, { event, final, line }]) => [state, event, final, line]),
    );
  });
});
