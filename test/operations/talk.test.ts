/** A run that is driven here, and its talk with people over the stand-in for GitHub. */
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarker } from '../../src/comments/markers.ts';
import { readComments } from '../../src/operations/announced.ts';
import { haltRun } from '../../src/operations/halt.ts';
import { lastDecision, UNDECIDED } from '../../src/operations/last-decision.ts';
import { Talk } from '../../src/operations/talk.ts';
import { Thread } from '../../src/operations/thread.ts';
import { thisOwner } from '../../src/stores/owner.ts';
import { VERSION } from '../../src/version.ts';
import { type Bench, bench, code, write } from '../engine/support.ts';
import { createComment, deleteComment, editComment } from '../github/index.ts';
import {
  ASK,
  asking,
  comment,
  comments,
  github,
  issue,
  job,
  optionsOf,
  person,
  replies,
  repo,
} from './talk-stage.ts';

const retry = (run: Bench) =>
  job(run, { retry: { by: { login: 'ben', id: github.platform.user('ben').id } } });
const statuses = () => comments().filter(({ body }) => body.includes('<!-- longhaul:status'));

describe('req 5: a breakpoint’s comment', () => {
  it('is made once, whatever becomes of our note of it; a copy by somebody else is not ours', async () => {
    const run = await bench(ASK);
    expect((await job(run)).status).toBe('waiting');
    await job(run);
    const [ours] = asking();
    await createComment(github.platform, repo, issue, person('rob'), ours?.body ?? '');
    rmSync(join(run.run.runDir, 'comments.json'));
    github.platform.log.clear();
    await job(run);
    expect(asking()).toEqual([ours]);
    expect(statuses()).toHaveLength(1);
    expect(statuses()[0]?.body).toContain('commands run in another commit');
    expect(readComments(run.run.runDir).breakpoints).toMatchObject({
      [String(run.of('EFFECT_REQUESTED')[0]?.effectId)]: { commentId: String(ours?.id) },
    });
  });

  it('and the status are changed once for each save, and read back: GitHub may drop a change without a word', async () => {
    const run = await bench(ASK);
    await job(run);
    const [[ours], [status]] = [asking(), statuses()];
    const path = (id: number | undefined) => `/repos/acme/app/issues/comments/${id}`;
    const { value: token } = github.platform.mintJobToken(repo, { issues: 'read' });
    for (const id of [ours?.id, status?.id]) {
      const answer = await fetch(`${github.platform.urls.api}${path(id)}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const body = await answer.json();
      github.platform.faults.add({ method: 'PATCH', path: path(id), action: { status: 200, body } });
    }
    await comment(run, 'ann', '/approve');
    github.platform.log.clear();
    const { troubles } = await job(run);
    expect(troubles).toEqual([expect.stringContaining(`Comment ${ours?.id} was not changed`)]);
    const warned = run.events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));
    expect(warned.join()).toContain(`Comment ${status?.id} was not changed`);
    expect(github.platform.log.count({ method: 'PATCH', url: path(status?.id) })).toBe(1);
    await job(run);
    expect(asking()).toEqual([]);
    expect(status?.body).toContain('completed');
  });

  it('is looked for when no answer comes, and not made again blindly', async () => {
    const run = await bench(ASK);
    const path = `/issues/${issue}/comments`;
    github.platform.faults.add({ method: 'POST', path, phase: 'after', action: { reset: true } });
    const first = await job(run);
    expect(first.troubles).toEqual([]);
    expect(asking()).toHaveLength(1);

    const other = await bench(ASK);
    github.platform.faults.add({ method: 'POST', path, action: { status: 503 } });
    const second = await job(other);
    expect(second).toMatchObject({
      status: 'waiting',
      troubles: [expect.stringContaining('could not be announced')],
    });
    await job(other);
    expect(asking()).toHaveLength(2);
  });

  it('says how its run ended, also when whoever sealed that was killed before he told anybody', async () => {
    const run = await bench(ASK);
    await job(run);
    const by = { actor: { login: 'ben' }, owner: thisOwner(VERSION), workspace: run.directory };
    const halt = { finalStatus: 'completed', reason: 'obsolete' } as const;
    await haltRun({ ...by, ...halt, store: run.store, run: run.run });
    expect(asking()).toHaveLength(1);
    expect(await job(run)).toMatchObject({ already: true, troubles: [] });
    expect(asking()).toEqual([]);
    expect(
      comments()
        .map(({ body }) => body)
        .join(),
    ).toMatch(/The run was halted[\s\S]*obsolete/);
  });

  it('protocol M9: a comment whose note the halt came before is found and closed; one that only looks like it is not', async () => {
    const run = await bench(ASK);
    await job(run);
    const [asked] = asking();
    await createComment(github.platform, repo, issue, person('ben'), asked?.body ?? '');
    const { breakpoints: _, ...noted } = readComments(run.run.runDir);
    writeFileSync(join(run.run.runDir, 'comments.json'), JSON.stringify({ ...noted, breakpoints: {} }));
    const by = { actor: { login: 'ben' }, owner: thisOwner(VERSION), workspace: run.directory };
    const halt = { finalStatus: 'failed', reason: 'obsolete' } as const;
    await haltRun({ ...by, ...halt, store: run.store, run: run.run });
    expect(await job(run)).toMatchObject({ already: true, troubles: [] });
    expect(asking()).toEqual([]);
    const bodies = comments().map(({ body }) => body);
    expect(bodies.filter((body) => /The run was halted/.test(body))).toHaveLength(1);
    expect(bodies.filter((body) => body === asked?.body)).toHaveLength(1);
  });

  it('without permission to comment the job says what it needs; a run that asks nobody only lacks its status', async () => {
    const run = await bench(ASK);
    const { troubles } = await job(run, { permissions: { issues: 'read' } });
    expect(troubles.join()).toContain('issues: write');
    // The issue of a dispatch may be a pull request: its head and author are asked for first.
    const ofPull = await bench(ASK);
    const { troubles: unread } = await job(ofPull, {
      permissions: { issues: 'write' },
      issue: { number: issue, isPull: undefined },
    });
    expect(unread.join()).toMatch(/the job needs the permission `pull-requests: read`\)$/);
    const quiet = await bench("await ctx.signal('go');");
    expect((await job(quiet, { permissions: { issues: 'read' } })).troubles).toEqual([]);
    expect(quiet.events.filter(({ type }) => type === 'warning')).toHaveLength(1);
  });

  it('stands on an issue of its own when the run has none; disabled issues are named', async () => {
    const run = await bench(`await ctx.breakpoint({ question: 'One?' }); ${ASK}`);
    await job(run, { issue: undefined });
    const [tracking] = [...repo.issues.values()].filter(({ labels }) => labels.includes('longhaul'));
    expect(asking(tracking?.number)).toHaveLength(1);
    rmSync(join(run.run.runDir, 'comments.json'));
    await job(run, { issue: undefined });
    expect([...repo.issues.values()]).toHaveLength(2);
    expect(asking(tracking?.number)).toHaveLength(1);
    // An issue that was made without an answer, and cannot be looked for at once, is found before another is made.
    const fresh = await bench(ASK);
    github.platform.faults.add({ method: 'POST', path: '/issues', phase: 'after', action: { reset: true } });
    github.platform.faults.add({ method: 'GET', path: '/issues', action: { status: 502 } });
    await job(fresh, { issue: undefined });
    await job(fresh, { issue: undefined });
    expect([...repo.issues.values()]).toHaveLength(3);
    repo.hasIssues = false;
    const { troubles } = await job(await bench(ASK), { issue: undefined });
    expect(troubles.join()).toMatch(/Issues are disabled/);
  });

  it('is not asked as one about a pull request where there is none to be read', async () => {
    const run = await bench(ASK);
    const { troubles } = await job(run, { issue: { number: issue, isPull: true } });
    expect(troubles.join()).toMatch(/Pull request #\d+ cannot be read/);
    expect(asking()).toEqual([]);
  });

  it('is closed when the run fails, opened again by a retry, and closed by a cancel', async () => {
    const run = await bench(`
      const asked = ctx.breakpoint({ question: 'Go?' }, { label: 'go' });
      await sh(ctx, 'test -e ok');
      return asked;`);
    expect((await job(run)).status).toBe('failed');
    const [ours] = comments();
    expect(ours?.body).toContain('the run has ended');
    expect(asking()).toEqual([]);
    writeFileSync(join(run.directory, 'ok'), '');
    expect((await retry(run)).status).toBe('waiting');
    expect(asking()).toEqual([ours]);
    const { effectId } = run.of('EFFECT_REQUESTED')[0] as { effectId: string };
    await run.mail({ kind: 'cancel', effectId, reason: 'never mind', attempt: 2 });
    await job(run);
    expect(asking()).toEqual([]);
    expect(ours?.body).toContain('never mind');
  });
});

describe('req 5: a decision', () => {
  it('is recorded with everything that made it count, and handed over once the store holds it', async () => {
    const run = await bench(ASK);
    await job(run);
    const made = await comment(run, 'ann', '/approve token-1 is fine');
    const { status, output } = await job(run, { redact: (text) => text.replaceAll('token-1', '***') });
    expect([status, JSON.parse(output ?? '')]).toEqual([
      'completed',
      expect.objectContaining({ approved: true, response: '*** is fine', respondedBy: 'ann' }),
    ]);
    const ann = { login: 'ann', id: github.platform.user('ann').id };
    expect(run.of('DECISION_RECORDED')).toMatchObject([
      {
        counted: true,
        actor: ann,
        permission: 'write',
        commentId: String(made.id),
        text: '*** is fine',
        messageId: `comment-${made.id}`,
      },
    ]);
    expect(run.of('EFFECT_RESOLVED').at(-1)).toMatchObject({ actor: ann, messageId: `comment-${made.id}` });
    expect(run.of('EFFECT_REQUESTED')[0]?.policy).toMatchObject({ approvers: ['role:write'], minimum: 1 });
  });

  it('protocol M: a forged message decides nothing: not of a comment that does not exist, nor of one that says no such thing', async () => {
    const run = await bench(ASK);
    await job(run);
    const { comment: plain } = await createComment(
      github.platform,
      repo,
      issue,
      person('ann'),
      'I would not /approve',
    );
    for (const commentId of ['999999999999', String(plain.id)])
      await run.mail({ kind: 'decide', commentId, issue, actor: { login: 'ann' } });
    await run.mail({
      kind: 'result',
      effectId: String(run.of('EFFECT_REQUESTED')[0]?.effectId),
      effectAttempt: 1,
      outcome: { status: 'ok', value: { approved: true } },
    });
    const deleted = await comment(run, 'ann', '/approve');
    await deleteComment(github.platform, repo, deleted.id, person('ann'));
    const { status } = await job(run);
    expect(run.of('DECISION_RECORDED')).toEqual([]);
    expect(status).toBe('waiting');
  });

  it('contract §3: without a reference it counts for no run where another waits, or has gone on since', async () => {
    const run = await bench(ASK);
    await job(run);
    await comment(run, 'ann', '/approve');
    const [before, since] = ['2020-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z'];
    for (const [other, expected] of [
      [{ refs: ['e-00000'], updatedAt: before }, 'waiting'],
      [{ refs: [], updatedAt: since }, 'waiting'],
      [{ refs: [], updatedAt: before }, 'completed'],
    ] as const) {
      const runs = [
        { ...other, refs: [...other.refs], runId: 'other', status: 'waiting' as const, attempt: 1 },
      ];
      const { status } = await job(run, { runsOn: async () => runs });
      expect(status).toBe(expected);
      if (status === 'waiting') await comment(run, 'ann', '/approve');
    }
    expect(replies()).toHaveLength(2);
    expect(replies().join()).toContain('More than one');
  });

  it('protocol M5: what GitHub cannot say is no refusal: the message stays, the job says so, the next one decides', async () => {
    const run = await bench(ASK);
    await job(run);
    await comment(run, 'ann', '/approve');
    for (const [path, action] of [
      ['/permission', { status: 500 }],
      ['/permission', { status: 403 }],
      ['/issues/comments/', { status: 502 }],
      ['/graphql', { reset: true as const }],
    ] as const) {
      github.platform.faults.add({ path, action });
      const { status, troubles } = await job(run);
      expect([status, troubles.join()]).toEqual(['waiting', expect.stringContaining('stays in the mailbox')]);
      expect(await run.run.mailbox.names()).toHaveLength(1);
    }
    expect((await job(run)).status).toBe('completed');
    expect(replies()).toEqual([]);
  });

  it('is refused while our comment shows something else, which is put right; then it counts', async () => {
    const run = await bench(ASK);
    await job(run);
    const [ours] = asking();
    const before = ours?.body ?? '';
    await editComment(github.platform, repo, ours?.id ?? 0, person('rob'), before.replace('Go?', 'Lunch?'));
    await comment(run, 'ann', '/approve');
    expect((await job(run)).status).toBe('waiting');
    expect(replies().join()).toMatch(/changed/);
    expect(ours?.body).toContain('Go?');
    expect(ours?.body).not.toContain('Lunch?');
    github.platform.clockOffset += 1000;
    await deleteComment(github.platform, repo, ours?.id ?? 0, person('rob'));
    await comment(run, 'cem', '/approve');
    expect((await job(run)).status).toBe('waiting');
    expect(asking()).toHaveLength(1);
    expect(asking()).not.toEqual([ours]);
    github.platform.clockOffset += 1000;
    await comment(run, 'ann', '/approve');
    expect((await job(run)).status).toBe('completed');
    expect(asking()).toEqual([]);
  });

  it('an answer that GitHub does not take keeps no other back', async () => {
    const run = await bench(ASK);
    await job(run);
    await comment(run, 'rob', '/approve');
    await comment(run, 'ann', '/answer');
    const path = `/issues/${issue}/comments`;
    github.platform.faults.add({ method: 'POST', path, action: { status: 502 } });
    const { troubles } = await job(run);
    expect(troubles).toEqual([expect.stringContaining('could not be given')]);
    expect(replies()).toHaveLength(1);
  });

  it('contract §2: the policy of the opening holds in a later, laxer job; `breakpointId` is recorded', async () => {
    const run = await bench("return ctx.breakpoint({ question: 'Go?' }, { breakpointId: 'release.go' });");
    const rules = { approvers: ['@ben'], minimum: 1, quorum: 0, allowSelf: false, requireHead: false };
    await job(run, { rules });
    await comment(run, 'ann', '/approve by token-1');
    const redact = (text: string): string => text.replaceAll('token-1', '***');
    expect((await job(run, { redact })).status).toBe('waiting');
    expect(run.of('DECISION_RECORDED')).toMatchObject([{ why: 'not-approver', text: 'by ***' }]);
    expect(replies().join()).toContain('ben');
    const task = `tasks/${run.of('EFFECT_REQUESTED')[0]?.effectId}/task.json`;
    expect(readFileSync(join(run.run.runDir, task), 'utf8')).toContain('"breakpointId": "release.go"');
    await comment(run, 'ben', '/approve');
    expect((await job(run)).status).toBe('completed');
  });

  it('protocol M3: said to an earlier attempt it decides nothing, and is answered', async () => {
    const run = await bench(`await sh(ctx, 'test -e ok'); ${ASK}`);
    await job(run);
    expect(run.types().at(-1)).toBe('RUN_FAILED');
    writeFileSync(join(run.directory, 'ok'), '');
    await retry(run);
    await comment(run, 'ann', '/approve', 1);
    expect((await job(run)).status).toBe('waiting');
    expect(replies().join()).toMatch(/attempt/);
    await comment(run, 'ben', '/approve', 2);
    await job(run);
    expect(run.of('DECISION_RECORDED').map(({ why }) => why)).toEqual(['earlier-attempt', 'self']);
    await comment(run, 'ann', '/approve', 2);
    expect((await job(run)).status).toBe('completed');
  });

  it('contract §3: who upgrades the code of a waiting run is self, and what was said of the old code is void', async () => {
    const run = await bench(ASK);
    const rules = { approvers: [], minimum: 2, quorum: 0, allowSelf: false, requireHead: false };
    await job(run, { rules });
    await comment(run, 'ann', '/approve');
    expect((await job(run, { rules })).status).toBe('waiting');
    write(run.directory, { 'p.mjs': code(`${ASK} // the same, mended`) });
    await job(run, { rules, upgrade: { login: 'ben', id: github.platform.user('ben').id } });
    expect(run.of('CODE_UPGRADED')).toMatchObject([{ actor: { login: 'ben' } }]);
    await comment(run, 'ben', '/approve');
    await comment(run, 'cem', '/approve');
    expect((await job(run, { rules })).status).toBe('waiting');
    expect(run.of('DECISION_RECORDED').map(({ why }) => why)).toEqual([undefined, 'self', undefined]);
    await comment(run, 'ann', '/approve');
    expect((await job(run, { rules })).status).toBe('completed');
  });

  it('contract §2: `decision` is that of who decided, and of nobody where time or a halt did', async () => {
    const decisionOf = ({ run }: Bench) => {
      const [opened, nothing] = [run.load(), () => {}];
      const journal = { state: opened.state, append: () => [] };
      const seat = { runDir: run.runDir, journal, events: () => run.events(), now: Date.now, soon: nothing };
      const still = { saved: async () => {}, isSaved: () => true, after: () => nothing, warn: nothing };
      return lastDecision(new Thread(optionsOf(), { ...seat, ...still }));
    };
    const late = await bench("return ctx.breakpoint({ question: 'Go?' }, { timeout: '400ms' });");
    const rules = { approvers: [], minimum: 2, quorum: 0, allowSelf: false, requireHead: false };
    await job(late, { rules });
    expect(late.types().at(-1)).toBe('RUN_COMPLETED');
    expect(decisionOf(late)).toMatchObject({ ...UNDECIDED, ref: expect.stringMatching(/^e-/) });

    const run = await bench(`await ctx.breakpoint({ question: 'One?' }); ${ASK}`);
    await job(run);
    expect(decisionOf(run)).toBeUndefined();
    await comment(run, 'ann', '/approve');
    await job(run);
    expect(decisionOf(run)).toMatchObject({ approved: true, by: 'ann' });
    const halt = { finalStatus: 'completed', reason: 'enough', source: '' } as const;
    await run.mail({ kind: 'halt', ...halt, actor: { login: 'ben' } });
    await job(run);
    expect(run.types().at(-1)).toBe('RUN_COMPLETED');
    expect(decisionOf(run)).toEqual(UNDECIDED);
  });

  it('contract §2: where heads matter, a question that is asked after a push keeps the head that it was asked with', async () => {
    const run = await bench(
      `await ctx.breakpoint({ question: 'One?' }); await sh(ctx, 'touch pushed'); ${ASK}`,
    );
    const { port } = optionsOf();
    const pull = async () => {
      const head = (existsSync(join(run.directory, 'pushed')) ? 'b' : 'a').repeat(40);
      return { head, author: undefined, isFork: false };
    };
    const change = {
      port: { ...port, pull },
      issue: { number: issue, isPull: true },
      rules: { approvers: [], minimum: 1, quorum: 0, allowSelf: false, requireHead: true },
    };
    await job(run, change);
    await comment(run, 'ann', '/approve');
    expect((await job(run, change)).status).toBe('waiting');
    expect(asking().map(({ body }) => [body.includes('bbbb'), body.includes('aaaa')])).toEqual([
      [true, false],
    ]);
    await comment(run, 'ann', '/approve');
    expect((await job(run, change)).status).toBe('completed');
    expect(replies()).toEqual([]);
  });

  it('collect-all without people is the failure of the breakpoint', async () => {
    const run = await bench("return ctx.breakpoint({ question: 'Go?' }, { strategy: 'collect-all' });");
    const { status, error } = await job(run);
    expect([status, error?.message]).toEqual(['failed', expect.stringContaining('collect-all')]);
    expect(comments()).toEqual([]);
  });
});

it('protocol T3: the number that the status comment has is that of an event that the store holds', async () => {
  const run = await bench("return ctx.signal('go');");
  await run.drive();
  const { state } = run.run.load();
  const { seq } = state.head;
  const goesOn = async (): Promise<void> => void Object.assign(state.head, { seq: state.head.seq + 5 });
  const nothing = () => {};
  const talk = new Talk(optionsOf(), {
    runDir: run.run.runDir,
    journal: { state, append: () => [] },
    events: () => run.run.events(),
    saved: goesOn, // the driver does not stand still meanwhile
    isSaved: () => false,
    soon: nothing,
    now: Date.now,
    after: () => nothing,
    warn: nothing,
  });
  await talk.pause('waiting');
  expect(state.head.seq).toBeGreaterThan(seq);
  expect(readMarker(statuses()[0]?.body ?? '')).toMatchObject({ kind: 'status', seq });
});

it('what could not be told of a run that ended before stands in its stream, which is closed then', async () => {
  const run = await bench("return ctx.signal('go');");
  await job(run);
  expect(statuses()).toHaveLength(1);
  await run.mail({ kind: 'signal', name: 'go', value: 1 });
  await run.drive();
  expect((await job(run, { permissions: { issues: 'read', 'pull-requests': 'read' } })).already).toBe(true);
  const path = join(run.run.runDir, 'progress.ndjson');
  expect(readFileSync(path, 'utf8')).toContain('The status comment could not be written');
  const open = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return ''; // that of the listing
    }
  });
  expect(open).not.toContain(path);
});
