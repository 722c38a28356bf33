/** People decide by comments on an issue. */
import { expect } from 'vitest';
import { outputsOf, text } from '../world.ts';
import type { Scenarios } from './scenario.ts';

export const approval: Scenarios = {
  'req R1, R7: started for an issue, rejected with a wish, approved: the run loops once and completes':
    async (scene) => {
      const world = await scene.world(
        {
          workflows: { 'release.yml': text('examples/approval/release.yml') },
          others: { '.github/longhaul/release.mjs': text('examples/approval/release.mjs') },
        },
        { users: { ann: 'write', sam: 'write', rob: 'read' } },
      );
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
      expect(last.status).toBe('completed');
      expect(JSON.parse(last.output ?? '')).toMatchObject({
        published: 'published 2.0.0',
        by: 'ann',
        round: 2,
      });
    },
};
