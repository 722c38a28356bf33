/** Runs on one issue that cannot be used keep no comment from the run that it is meant for. */
import { afterEach, expect, it } from 'vitest';
import { git } from '../github/git-store.ts';
import type { World } from '../runner/index.ts';
import { answers, say } from './people.ts';
import { outputsOf, workflow, worldWith } from './world.ts';

let world: World;
afterEach(() => world.close());

const FILE = workflow({
  on: '{ workflow_dispatch: { inputs: { command: { default: start }, run-id: {}, issue: {} } }, issue_comment: { types: [created] } }',
  permissions: '{ contents: write, actions: write, issues: write, pull-requests: write }',
});
const GATE = "export const process = (_, ctx) => ctx.breakpoint({ question: 'Go?' });\n";

/** A run that reports on the issue and was saved half a minute ago; its save holds a link, which no run does. */
async function addBroken(runId: string, file: string, issue: number): Promise<void> {
  const updated = new Date(Date.now() - 30_000).toISOString();
  const message = `longhaul(${runId}): saved\n\nStatus: waiting\nSeq: 3\nAttempt: 1\nUpdated: ${updated}\nIssue: ${issue}\nWorkflow: .github/workflows/${file}\n`;
  const commit = `commit refs/heads/longhaul/${runId}\ncommitter Test <test@example.com> 1700000000 +0000\ndata ${Buffer.byteLength(message)}\n${message}\nM 120000 inline state.json\ndata 1\n/\n`;
  await git(world.repo.gitDir, ['fast-import', '--quiet'], commit);
}

it('req 5: a comment is heard beside a broken run of the same workflow, and of another', async () => {
  world = await worldWith(
    { workflows: { 'a.yml': FILE }, others: { 'process.mjs': GATE } },
    { users: { ann: 'write', sam: 'write' } },
  );
  const { number } = (await world.openIssue('sam', 'Release')).issue;
  await world.dispatch('a.yml', { 'run-id': 'first', issue: String(number) }, { actor: 'sam' });
  await world.settled();
  await addBroken('broken', 'a.yml', number);
  await addBroken('elsewhere', 'b.yml', number);

  const says = async (body: string) => {
    const before = answers(world, number).length;
    const run = await say(world, number, 'ann', body);
    expect(run.conclusion, run.log).toBe('success');
    return { run, answers: answers(world, number).slice(before) };
  };
  // What leaves no message in a run looks into no other.
  const asked = await says('/status first');
  expect(asked.answers).toEqual([expect.stringContaining('first')]);
  expect(asked.run.log).not.toContain('passed over');

  const unknown = await says('/cancel build');
  expect(unknown.answers).toEqual([expect.stringContaining('build')]);
  const approved = await says('/approve');
  expect(approved.answers).toEqual([]);
  for (const { run } of [unknown, approved])
    for (const runId of ['broken', 'elsewhere']) expect(run.log).toContain(`Run ${runId} was passed over`);
  expect(outputsOf(approved.run)).toMatchObject({ 'run-id': 'first', status: 'completed' });
});
