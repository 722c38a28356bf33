/** People decide by comments. */
import { expect } from 'vitest';
import { answers, asking, say, sweep } from '../people.ts';
import { outputsOf, text, workflow } from '../world.ts';
import type { Scenarios } from './scenario.ts';

const RELEASE = {
  workflows: { 'release.yml': text('examples/approval/release.yml') },
  others: { '.github/longhaul/release.mjs': text('examples/approval/release.mjs') },
};

/** A quorum first, then a question that nobody answers in time; anything else fails the run. */
const QUORUM_THEN_DEADLINE = `export async function process(_, ctx) {
  const { approved } = await ctx.breakpoint({ question: 'Ship it?' });
  const late = await ctx.breakpoint({ question: 'Tell everybody?' }, { timeout: '1s' });
  if (!approved || late.approved || !late.timedOut) throw new Error(JSON.stringify({ approved, late }));
}
`;

export const approval: Scenarios = {
  'req 5: a comment on a pull request approves: the run goes on in a job of its own, and completes': async (
    scene,
  ) => {
    const world = await scene.world(RELEASE, { users: { ann: 'write', sam: 'write' } });
    await world.pushFiles({ 'change.txt': 'x\n' }, { branch: 'feature' });
    const { issue, runs } = await world.openPullRequest('sam', { head: 'feature' });
    await world.settled();
    let [started] = runs;
    if (scene.store.kind === 'artifact') {
      // Artifacts of workflow runs that work on a pull request's code are nobody's evidence.
      expect(started?.log).toContain('cannot be driven by a workflow that pull_request started');
      started = await world.dispatch('release.yml', { issue: String(issue.number) }, { actor: 'sam' });
      await world.settled();
    }
    expect(started?.conclusion, started?.log).toBe('success');
    const [question, ...others] = asking(world, issue.number);
    expect(others).toEqual([]);
    expect(question?.body).toContain('**May not approve:** `sam`');
    const decided = await say(world, issue.number, 'ann', '/approve well done');
    expect(decided.conclusion, decided.log).toBe('success');
    const { status, output, decision } = outputsOf(decided);
    expect(status).toBe('completed');
    expect(JSON.parse(output ?? '')).toEqual({ published: 'published 1.0.0', by: 'ann', round: 1 });
    expect(JSON.parse(decision ?? '')).toMatchObject({ approved: true, by: 'ann' });
    expect(question?.body).toMatch(/\*\*Approved\*\* by `ann`/);
    expect(asking(world, issue.number)).toEqual([]);
  },

  'req 5: a quorum of two takes two people; nobody answers the next question, and a sweep says so': async (
    scene,
  ) => {
    const on =
      '{ workflow_dispatch: { inputs: { command: { default: start }, issue: {} } }, issue_comment: { types: [created] }, schedule: [{ cron: "*/15 * * * *" }] }';
    const permissions = '{ contents: write, actions: write, issues: write, pull-requests: read }';
    const lines = ['run-id: quorum', 'quorum: 2', 'wait-in-job: 0s'];
    const world = await scene.world(
      {
        workflows: { 'w.yml': workflow({ on, permissions, with: lines }) },
        others: { 'process.mjs': QUORUM_THEN_DEADLINE },
      },
      { users: { ann: 'write', ben: 'maintain', sam: 'write' } },
    );
    const { issue } = await world.openIssue('sam', 'Release');
    const started = await world.dispatch('w.yml', { issue: String(issue.number) }, { actor: 'sam' });
    await world.settled();
    expect(started.conclusion, started.log).toBe('success');
    const [question] = asking(world, issue.number);
    for (const login of ['ann', 'ben']) {
      expect(asking(world, issue.number), login).toEqual([question]);
      const run = await say(world, issue.number, login, '/approve');
      expect(run.conclusion, run.log).toBe('success');
      expect(outputsOf(run).status).toBe('waiting');
    }
    expect(question?.body).toMatch(/\*\*Approved\*\* by `ann` and `ben`/);
    const [late, ...others] = asking(world, issue.number);
    expect([late?.body.includes('Tell everybody?'), others]).toEqual([true, []]);

    await new Promise((resolve) => setTimeout(resolve, 1000));
    const swept = await sweep(world, 'w.yml');
    expect(swept.conclusion, swept.log).toBe('success');
    expect(asking(world, issue.number)).toEqual([]);
    expect(late?.body).toContain('**Timed out**');
    const events = await scene.store.events(world, 'quorum');
    const decisions = events.filter(({ type }) => type === 'DECISION_RECORDED');
    expect(decisions.map(({ data }) => [(data.actor as { login: string }).login, data.counted])).toEqual([
      ['ann', true],
      ['ben', true],
    ]);
    expect(events.at(-1)?.type).toBe('RUN_COMPLETED');
  },

  'req R1, R7: started for an issue, rejected with a wish, approved: the run loops once and completes':
    async (scene) => {
      const world = await scene.world(RELEASE, { users: { ann: 'write', sam: 'write', rob: 'read' } });
      const { issue } = await world.openIssue('sam', 'Release 2.0.0');
      const dispatched = { issue: String(issue.number), inputs: '{"version":"2.0.0"}' };
      const started = await world.dispatch('release.yml', dispatched, { actor: 'sam' });
      await world.settled();
      expect(started.conclusion, started.log).toBe('success');
      expect(outputsOf(started)).toMatchObject({ status: 'waiting' });
      const asked = [...world.repo.comments.values()].find(({ body }) =>
        body.includes('longhaul:breakpoint'),
      );
      expect(asked?.issueNumber).toBe(issue.number);
      const [approve = ''] = /^\/approve e-\w+$/m.exec(asked?.body ?? '') ?? [];

      // Who may not, and talk that is no command, change nothing.
      for (const [login, body] of [
        ['rob', approve],
        ['sam', approve],
        ['ann', 'Looks good to me.'],
      ] as const) {
        const { runs } = await world.comment(issue.number, login, body);
        await world.settled();
        for (const run of runs) expect(['success', 'skipped'], run.log).toContain(run.conclusion);
        if (login === 'rob')
          expect(runs[0]?.log).toContain('the comment of @rob does not count (no permission)');
      }
      const decide = async (body: string): Promise<Record<string, string>> => {
        const { runs } = await world.comment(issue.number, 'ann', body);
        await world.settled();
        expect(runs[0]?.conclusion, runs[0]?.log).toBe('success');
        return runs[0] ? outputsOf(runs[0]) : {};
      };
      expect(await decide(`${approve.replace('approve', 'reject')} please sign it`)).toMatchObject({
        status: 'waiting',
        'run-id': outputsOf(started)['run-id'],
      });
      const last = await decide('/approve');
      expect(last.status, answers(world, issue.number).join()).toBe('completed');
      expect(JSON.parse(last.output ?? '')).toMatchObject({
        published: 'published 2.0.0',
        by: 'ann',
        round: 2,
      });
    },
};
