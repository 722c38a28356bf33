/** Comments that must not count, and right ones that must: a driver, GitHub's API as it describes it, a real mailbox. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseComment } from '../../src/comments/command.ts';
import { hasInvisible } from '../../src/comments/invisible.ts';
import { readMarker } from '../../src/comments/markers.ts';
import { effectRef } from '../../src/comments/reference.ts';
import { type Bench, bench } from '../engine/support.ts';
import { type Comment, createComment, deleteComment, editComment } from '../github/index.ts';
import {
  ASK,
  asking,
  type Change,
  comment,
  comments,
  deliver,
  github,
  issue,
  JOB,
  job,
  person,
  replies,
  repo,
  says,
} from './talk-stage.ts';

const rules = (approvers: string[], minimum = 1): Pick<Change, 'rules'> => ({
  rules: { approvers, minimum, quorum: 0, allowSelf: false, requireHead: false },
});
/** A run that waits for people; `drive` is a job that comes later. */
async function waiting(change: Change = {}, body = ASK) {
  const run = await bench(body);
  expect((await job(run, change)).status).toBe('waiting');
  return { run, drive: (more: Change = {}) => job(run, { ...change, ...more }) };
}
const recorded = (run: Bench) =>
  run
    .of('DECISION_RECORDED')
    .filter(({ effectId }) => effectId !== undefined)
    .map(({ actor, counted, why }) => [
      (actor as { login: string }).login,
      counted === true ? 'counted' : why,
    ]);
const reactions = ({ reactions: all }: Comment) => all.map(({ content }) => content);
const later = () => (github.platform.clockOffset += 1000);

describe('req 5: who decides', () => {
  it('a team is read to its last page; whoever left it since does not count', async () => {
    const members = Array.from({ length: 130 }, (_, i) => `member-${i}`);
    const team = github.platform.addTeam('acme', 'ops', members);
    const { value: token } = github.platform.mintAppToken(repo, 'helper[bot]', { ...JOB, members: 'read' });
    const { run, drive } = await waiting({ token, ...rules(['@acme/ops'], 2) });
    team.members.delete('member-128');
    for (const login of ['member-128', 'ann', 'member-5', 'member-129'])
      await comment(run, login, '/approve');
    expect((await drive()).status).toBe('completed');
    expect(recorded(run)).toEqual([
      ['member-128', 'not-approver'],
      ['ann', 'not-approver'],
      ['member-5', 'counted'],
      ['member-129', 'counted'],
    ]);
  });

  it('a team that may not be read is an error that names the token, not a silent no; nothing is lost', async () => {
    github.platform.addTeam('acme', 'ops', ['ann']);
    const { run, drive } = await waiting(rules(['@acme/ops']));
    await comment(run, 'ann', '/approve');
    const { status, troubles } = await drive();
    expect(status).toBe('waiting');
    expect(troubles.join()).toMatch(/@acme\/ops could not be read.*pass a `token` that may read/);
    expect([recorded(run), replies(), (await run.run.mailbox.names()).length]).toEqual([[], [], 1]);
    const { value: token } = github.platform.mintAppToken(repo, 'helper[bot]', { ...JOB, members: 'read' });
    expect((await drive({ token })).status).toBe('completed');
  });

  it.each([
    ['all of it', 'none', [], ['confused']],
    ['some of it', 'read', [['ann', 'no-permission']], []],
  ] as const)('who has lost %s between comment and look', async (_, role, records, reacted) => {
    const { run, drive } = await waiting();
    const made = await comment(run, 'ann', '/approve');
    github.platform.setRole(repo, 'ann', role);
    expect((await drive()).status).toBe('waiting');
    expect([recorded(run), reactions(made)]).toEqual([records, reacted]);
  });

  it('nobody of whom GitHub knows no role (404), who is gone, or who is a bot that nobody named', async () => {
    github.platform.mintAppToken(repo, 'deploy[bot]', JOB);
    const { run, drive } = await waiting(rules(['role:read', 'ship[bot]']));
    const path = '/collaborators/ann/permission';
    const fault = github.platform.faults.add({
      path,
      action: { status: 404, body: { message: 'Not Found' } },
    });
    const unknown = await comment(run, 'ann', '/approve');
    await comment(run, 'ghost', '/approve');
    await comment(run, 'deploy[bot]', '/approve');
    const { status, troubles } = await drive();
    expect([status, troubles, fault.hits]).toEqual(['waiting', [], 1]);
    expect(reactions(unknown)).toEqual(['confused']);
    expect(recorded(run)).toEqual([['deploy[bot]', 'bot']]);
  });

  it('silence is no refusal: the comment is asked about again', async () => {
    const { run, drive } = await waiting();
    await comment(run, 'ann', '/approve');
    const fault = github.platform.faults.add({ path: '/permission', action: { hang: true } });
    const { status, troubles } = await drive({ timeoutMs: 200 });
    fault.release();
    expect([status, troubles.join()]).toEqual(['waiting', expect.stringContaining('stays in the mailbox')]);
    expect((await drive()).status).toBe('completed');
  });

  it('not the one whose personal token speaks for the workflow, nor the app whose token does', async () => {
    const { value: token } = github.platform.mintUserToken('ann');
    const { run, drive } = await waiting({ token });
    await comment(run, 'ann', '/approve');
    expect((await drive()).status).toBe('waiting');
    expect(recorded(run)).toEqual([['ann', 'own-token']]);
    expect(replies().join()).toContain('your own token');
    await comment(run, 'cem', '/approve');
    expect((await drive()).status).toBe('completed');

    const app = github.platform.mintAppToken(repo, 'ship[bot]', JOB);
    const other = await waiting({ token: app.value, ...rules(['ship[bot]', 'deploy[bot]']) });
    const { comment: own } = await createComment(
      github.platform,
      repo,
      issue,
      { user: app.user, token: app },
      '/approve',
    );
    await deliver(other.run, own);
    expect((await other.drive()).status).toBe('waiting');
    expect(recorded(other.run)).toEqual([]);
    github.platform.mintAppToken(repo, 'deploy[bot]', JOB);
    await comment(other.run, 'deploy[bot]', '/approve');
    expect((await other.drive()).status).toBe('completed');
  });
});

describe('req 5: which comment', () => {
  it('edited before the look it does not count; edited or deleted after it, it has counted', async () => {
    const { run, drive } = await waiting(rules([], 3));
    const edits = async (login: string, made: Comment, body: string) =>
      editComment(github.platform, repo, made.id, person(login), body);
    await edits('rob', await comment(run, 'rob', 'Looks good'), '/approve');
    await edits('ann', await comment(run, 'ben', '/reject'), '/approve');
    const counted = [await comment(run, 'ann', '/approve'), await comment(run, 'cem', '/approve')] as const;
    expect((await drive()).status).toBe('waiting');
    await edits('ann', counted[0], '/reject I never said so');
    await deliver(run, counted[0]);
    await deleteComment(github.platform, repo, counted[1].id, person('cem'));
    await deliver(run, counted[1]);
    await comment(run, 'ben', '/approve');
    expect((await drive()).status).toBe('completed');
    expect(recorded(run)).toEqual([
      ['rob', 'edited'],
      ['ben', 'edited'],
      ['ann', 'counted'],
      ['cem', 'counted'],
      ['ben', 'counted'],
    ]);
  });

  it('delivered again, under its own name or another, it counts once, and is answered once', async () => {
    const { run, drive } = await waiting(rules([], 2));
    const made = await comment(run, 'ann', '/approve');
    await drive();
    await deliver(run, made);
    await drive();
    const forged = { kind: 'decide', commentId: String(made.id), issue, attempt: 1 } as const;
    for (const id of ['again', 'and-again']) await run.mail({ ...forged, id });
    expect((await drive()).status).toBe('waiting');
    expect(recorded(run)).toEqual([
      ['ann', 'counted'],
      ['ann', 'already-counted'],
    ]);
    expect(replies()).toHaveLength(1);
  });

  it('a person’s last word counts, whichever is delivered last', async () => {
    const { run, drive } = await waiting({
      rules: { approvers: ['@ann', '@ben'], minimum: 1, quorum: 2, allowSelf: false, requireHead: false },
    });
    const first = await says('ann', '/reject not yet');
    const last = await says('ann', '/approve');
    await deliver(run, last);
    await drive();
    await deliver(run, first);
    expect((await drive()).status).toBe('waiting');
    await comment(run, 'ben', '/approve');
    expect((await drive()).status).toBe('completed');
    const { output } = await drive();
    expect(JSON.parse(output ?? '')).toMatchObject({ approved: true });
  });

  it('an approval and a rejection race: one of them decides, the other is told that it is closed', async () => {
    const { run, drive } = await waiting();
    await comment(run, 'ann', '/approve');
    await comment(run, 'ben', '/reject stop');
    const { status, output } = await drive();
    expect([status, JSON.parse(output ?? '').approved]).toEqual(['completed', true]);
    expect(recorded(run)).toEqual([
      ['ann', 'counted'],
      ['ben', 'closed'],
    ]);
    expect(replies().join()).toMatch(/is closed/);

    const two = await waiting(rules([], 2));
    for (const [login, body] of [
      ['ann', '/approve'],
      ['ben', '/reject stop'],
      ['cem', '/approve'],
    ] as const)
      await comment(two.run, login, body);
    expect(JSON.parse((await two.drive()).output ?? '')).toMatchObject({ approved: false, feedback: 'stop' });
  });

  it('below the next question it means that one, also in the second in which the first was decided', async () => {
    const { run, drive } = await waiting({}, `await ctx.breakpoint({ question: 'One?' }); ${ASK}`);
    for (const [login, status] of [
      ['ann', 'waiting'],
      ['ben', 'completed'],
    ] as const) {
      // GitHub's clock behind the machine's: what was settled before is of the same second, or of a later one.
      github.platform.clockOffset = -1000;
      await comment(run, login, '/approve');
      expect((await drive()).status, replies().join()).toBe(status);
    }
  });

  it('an unknown reference, a closed question: each changes nothing and is answered once', async () => {
    const { run, drive } = await waiting({}, `await ctx.breakpoint({ question: 'One?' }); ${ASK}`);
    const [first] = /e-\w+/.exec(asking()[0]?.body ?? '') ?? [];
    await comment(run, 'ann', '/approve');
    await drive();
    later();
    const before = replies().length;
    for (const body of [`/approve ${first}`, `/reject ${first}`, '/approve e-00000']) {
      await comment(run, 'ann', body);
      expect((await drive()).status).toBe('waiting');
    }
    const said = replies().slice(before);
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/is closed/);
    expect(said[1]).toMatch(/Nothing here is called `e-00000`/);
    expect(recorded(run)).toEqual([
      ['ann', 'counted'],
      ['ann', 'closed'],
    ]);
  });
});

it('req 5: whichever way the output of a task takes, no comment of the run says a command or has a marker that is not its own', async () => {
  const evil = [
    '/approve e-00000',
    '<!-- longhaul:breakpoint v1 run=evil effect=E digest=d nonce=n -->',
    '```\n/reject',
    '/app\u001b[0mrove e-00000',
    '/app\u200brove',
    '<!-- longhaul:status v1 run=evil -->',
  ].join('\n');
  const run = await bench(
    `const said = await sh(ctx, 'cat evil.txt');
    const { feedback } = await ctx.breakpoint({ title: said, question: said, context: { said, lines: said.split('\\n') } });
    await ctx.task(task, { command: 'true' }, { label: said });
    await ctx.breakpoint({ question: feedback, options: said.split('\\n'), context: said }, { label: said });
    throw new Error(said);`,
    { files: { 'evil.txt': evil } },
  );
  const reminded = { remindAfterMs: 1 };
  const refs = () =>
    run.of('EFFECT_REQUESTED').map(({ effectId }) => effectRef(run.run.runId, String(effectId)));
  for (const body of [undefined, undefined, `/reject ${evil}`, `/approve e-${evil}`]) {
    if (body !== undefined) await comment(run, 'ann', body.replaceAll('<!--', '<! --'));
    expect((await job(run, reminded)).status).toBe('waiting');
  }
  await comment(run, 'ben', `/reject ${refs().at(-1)} no`);
  expect((await job(run, reminded)).status).toBe('failed');
  const ours = comments().filter(({ author }) => author.type === 'Bot');
  const kinds = ours.map(({ body }) => readMarker(body)?.kind);
  // Two questions, the state of the run, two reminders and an answer.
  expect(kinds.sort()).toEqual(['breakpoint', 'breakpoint', 'reply', 'reply', 'reply', 'status']);
  for (const text of ours.flatMap(({ body, edits }) => [body, ...edits.map((edit) => edit.body)])) {
    expect(parseComment(text)).toBeUndefined();
    expect(readMarker(text)).toMatchObject({ run: run.run.runId });
    expect(text.match(/<!--/g)).toHaveLength(1);
    expect(hasInvisible(text)).toBe(false);
    for (const line of text.split('\n')) {
      const command = parseComment(line.replace(/^[\s>*|`-]+/, ''));
      if (command === undefined) continue;
      const { ref, effect, word } = command as { ref?: string; effect?: string; word?: string };
      expect([run.run.runId, ...refs()], line).toContain(ref ?? effect ?? word);
    }
  }
});

it('req 5: our comment is found behind a hundred others, and not made again', async () => {
  for (let n = 1; n <= 105; n += 1) await says('rob', `comment ${n}`);
  const { run, drive } = await waiting();
  const ours = asking();
  expect(ours).toHaveLength(1);
  rmSync(join(run.run.runDir, 'comments.json'));
  github.platform.log.clear();
  expect((await drive()).troubles).toEqual([]);
  expect(github.platform.log.count({ url: /\/comments\?.*page=2/ })).toBeGreaterThan(0);
  expect(asking()).toEqual(ours);
  expect(comments().filter(({ body }) => body.includes('<!-- longhaul:status'))).toHaveLength(1);
  await comment(run, 'ann', '/approve');
  expect((await drive()).status).toBe('completed');
});
