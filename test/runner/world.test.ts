import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { expireArtifact } from '../github/index.ts';
import { startWorld, type World, type WorldOptions } from './index.ts';

const folder = resolve(import.meta.dirname, 'fixtures/sample-action');
const nodeModules = resolve(import.meta.dirname, '../../node_modules');

let world: World;
afterEach(() => world.close());

const open = async (workflows: Record<string, string>, options: WorldOptions = {}): Promise<World> => {
  world = await startWorld({
    users: { ann: 'write', bob: 'read' },
    actions: { 'acme/sample': { folder, nodeModules } },
    ...options,
  });
  const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}.yml`, text]);
  await world.pushFiles(Object.fromEntries(files));
  return world;
};

describe('a job', () => {
  it('hands outputs, state, environment, path and summary from step to step', async () => {
    await open({
      a: `
name: A
on: workflow_dispatch
env: { LEVEL: workflow, WHO: Ann }
permissions: { contents: read }
jobs:
  one:
    runs-on: ubuntu-latest
    env: { LEVEL: job }
    outputs:
      greeting: \${{ steps.hello.outputs.greeting }}
      block: \${{ steps.script.outputs.block }}
    steps:
      - uses: actions/checkout@v7
      - id: hello
        uses: acme/sample@v1
        with: { who: '\${{ env.WHO }}', surprise: x }
      - id: script
        run: |
          test "$GREETED" = Ann && test "$LEVEL" = job && test -f README.md
          printf 'block<<EOF\\nline 1\\nline 2\\nEOF\\n' >> "$GITHUB_OUTPUT"
          mkdir -p bin && printf '#!/bin/sh\\necho from-path' > bin/tool && chmod +x bin/tool
          echo "$PWD/bin" >> "$GITHUB_PATH"
          test -z "$ACTIONS_RUNTIME_TOKEN"
      - run: tool
      - run: git fetch --quiet origin main && test "$(git rev-list --count HEAD)" = 1
      - if: failure()
        run: echo never
  two:
    needs: one
    runs-on: ubuntu-latest
    steps:
      - run: echo "got \${{ needs.one.outputs.greeting }}, \${{ needs.one.result }}"
`,
    });
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    const one = run.job('one');
    expect(one.outputs).toEqual({ greeting: 'Hello Ann', block: 'line 1\nline 2' });
    expect(one.step('hello').outputs).toMatchObject({ index: '0', 'job-id': String(one.id) });
    expect(one.summary).toContain('Greeted Ann');
    expect(one.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining("Unexpected input(s) 'surprise'") },
      { level: 'notice', message: 'greeted', title: 'Sample', file: 'README.md', line: 1 },
    ]);
    expect(one.log).toContain('from-path');
    expect(one.log).toContain('Goodbye Ann');
    expect(one.step('Run tool').conclusion).toBe('success');
    expect(one.steps.map((step) => step.name).slice(-2)).toEqual([
      'Post Sample',
      'Post Run actions/checkout',
    ]);
    expect(one.record.steps.filter((step) => step.conclusion === 'skipped')).toHaveLength(1);
    expect(run.job('two').log).toContain('got Hello Ann, success');
  });

  it('fails, forgives and cleans up as `if` and continue-on-error say', async () => {
    await open({
      a: `
on: workflow_dispatch
jobs:
  bad:
    runs-on: ubuntu-latest
    steps:
      - { id: soft, run: exit 3, continue-on-error: true }
      - run: test "\${{ steps.soft.outcome }}/\${{ steps.soft.conclusion }}" = failure/success
      - run: exit 7
      - run: echo skipped
      - { if: failure(), run: echo caught }
      - { if: always(), run: 'echo status \${{ job.status }}' }
  forgiven: { runs-on: ubuntu-latest, continue-on-error: true, steps: [{ run: exit 1 }] }
  after: { needs: bad, runs-on: ubuntu-latest, steps: [{ run: echo no }] }
  report:
    needs: [bad, after, forgiven]
    if: \${{ always() && needs.after.result == 'skipped' }}
    runs-on: ubuntu-latest
    steps: [{ run: 'echo bad=\${{ needs.bad.result }} forgiven=\${{ needs.forgiven.result }}' }]
`,
    });
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion).toBe('failure');
    expect(run.job('bad').annotations.map((one) => one.message)).toEqual([
      'Process completed with exit code 3.',
      'Process completed with exit code 7.',
    ]);
    expect(run.job('bad').log).toMatch(/caught[\s\S]*status failure/);
    expect(run.job('bad').log).not.toContain('skipped\n');
    expect(run.job('after').conclusion).toBe('skipped');
    expect(run.job('forgiven').conclusion).toBe('failure');
    expect(run.job('report').log).toContain('bad=failure forgiven=success');
  });

  it('expands a matrix made by another job, runs its cells at the same time, and reusable workflows', async () => {
    const meeting = await mkdtemp(join(tmpdir(), 'longhaul-meeting-'));
    onTestFinished(() => rm(meeting, { recursive: true }));
    await open(
      {
        a: `
on: workflow_dispatch
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs: { list: '\${{ steps.l.outputs.list }}' }
    steps: [{ id: l, run: 'echo "list={\\"include\\":[{\\"n\\":1},{\\"n\\":2},{\\"n\\":3}]}" >> "$GITHUB_OUTPUT"' }]
  cell:
    needs: plan
    runs-on: ubuntu-latest
    strategy: { matrix: '\${{ fromJSON(needs.plan.outputs.list) }}' }
    steps:
      - { id: g, uses: acme/sample@v1, with: { who: 'cell \${{ matrix.n }}' } }
      - run: test '\${{ steps.g.outputs.index }}' = '\${{ strategy.job-index }}'
      - run: |
          touch '\${{ vars.MEETING }}'/\${{ matrix.n }}
          for i in $(seq 100); do test "$(ls '\${{ vars.MEETING }}' | wc -l)" = 3 && exit 0; sleep 0.1; done; exit 1
  call:
    uses: ./.github/workflows/b.yml
    with: { level: 7 }
    secrets: inherit
  last: { needs: call, runs-on: ubuntu-latest, steps: [{ run: 'echo \${{ needs.call.outputs.answer }}' }] }
`,
        b: `
on:
  workflow_call:
    inputs: { level: { type: number, required: true } }
    outputs: { answer: { value: '\${{ jobs.inner.outputs.answer }}' } }
jobs:
  inner:
    runs-on: ubuntu-latest
    outputs: { answer: 'answer-\${{ inputs.level }}' }
    steps: [{ run: 'echo \${{ secrets.KEY }} | base64; echo \${{ secrets.KEY }}' }]
`,
      },
      {
        secrets: { KEY: 'very-secret-value' },
        vars: { MEETING: meeting },
      },
    );
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.jobs.map((job) => job.name).sort()).toEqual([
      'call / inner',
      'cell (1)',
      'cell (2)',
      'cell (3)',
      'last',
      'plan',
    ]);
    expect(run.job('last').log).toContain('answer-7');
    expect(run.job('call / inner').log).toContain('***');
    expect(run.log).not.toContain('very-secret-value');
  });

  it('maps `uses: ./` to a folder of the test and hides every line of a secret', async () => {
    await open(
      {
        a: `
on: workflow_dispatch
concurrency: one
jobs:
  one:
    runs-on: ubuntu-latest
    defaults: { run: { shell: sh, working-directory: .. } }
    steps:
      - { id: me, uses: ./, with: { who: here }, env: { KEY: '\${{ secrets.KEY }}' } }
      - run: printf '%s' "$KEY"; echo "$KEY" | tail -n 1; basename "$PWD"; test "$GITHUB_ACTION" = __run
        env: { KEY: '\${{ secrets.KEY }}' }
`,
      },
      { actions: { './': { folder, nodeModules } }, secrets: { KEY: 'first-line\nsecond-line' } },
    );
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.log).toContain('concurrency is ignored');
    expect(run.log).toContain('\napp');
    expect(run.log).not.toMatch(/first-line|second-line/);
  });

  it('runs composite actions, local actions and the masks that steps add', async () => {
    await open({
      a: `
on: workflow_dispatch
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - { id: c, uses: ./tools/compose, with: { name: Zoe } }
      - run: echo "::add-mask::\${{ steps.c.outputs.said }}"
      - run: |
          echo "now \${{ steps.c.outputs.said }}"
          echo "::group::Inner"
          echo "::error file=a.js,line=3,title=Oh::bad%0Aworse"
          echo "::endgroup::"
      - run: git config --get-all "http.$GITHUB_SERVER_URL/.extraheader" | grep -c basic
`,
    });
    await world.pushFiles({
      'tools/compose/action.yml': `
name: Compose
description: two steps
inputs: { name: { description: n, default: nobody } }
outputs: { said: { description: s, value: '\${{ steps.s.outputs.said }}' } }
runs:
  using: composite
  steps:
    - { id: s, shell: bash, run: 'echo "said=hi-\${{ inputs.name }}" >> "$GITHUB_OUTPUT"; test -f "$GITHUB_ACTION_PATH/action.yml"' }
    - { uses: acme/sample@v1, with: { who: '\${{ inputs.name }}' } }
`,
    });
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.job('one').log).toContain('now ***');
    expect(run.job('one').log).toContain('##[group]Inner');
    expect(run.job('one').annotations).toContainEqual({
      level: 'error',
      message: 'bad\nworse',
      title: 'Oh',
      file: 'a.js',
      line: 3,
    });
    expect(run.job('one').log).toContain('Goodbye Zoe');
    expect(run.job('one').record.steps).toHaveLength(7);
  });
});

describe('events', () => {
  const onComment = `
name: Talk
on: { issue_comment: { types: [created] } }
permissions: { issues: write }
jobs:
  talk:
    if: startsWith(github.event.comment.body, '/hello')
    runs-on: ubuntu-latest
    steps:
      - { id: c, uses: acme/sample@v1, with: { mode: comment, who: '\${{ github.event.comment.user.login }}' } }
      - run: echo "\${{ github.ref }} \${{ github.event_name }} \${{ github.actor }} $GITHUB_RUN_ATTEMPT"
`;

  it('starts runs on comments of people, and none on those of the job token', async () => {
    await open({ talk: onComment });
    const { issue } = await world.openIssue('bob', 'Hi');
    const { runs, comment } = await world.comment(issue.number, 'bob', '/hello');
    expect(runs).toHaveLength(1);
    await world.settled();
    expect(world.runs).toHaveLength(1);
    expect(runs[0]?.conclusion, runs[0]?.log).toBe('success');
    expect(runs[0]?.log).toContain('refs/heads/main issue_comment bob 1');
    const texts = [...world.repo.comments.values()].map((one) => `${one.author.login}: ${one.body}`);
    expect(texts).toEqual(['bob: /hello', 'github-actions[bot]: Hello bob']);
    const other = await world.comment(issue.number, 'ann', 'just talking');
    await world.settled();
    expect(other.runs[0]?.conclusion).toBe('skipped');
    expect(await world.editComment(comment.id, 'bob', '/hello again')).toEqual([]);
  });

  it('refuses what the permissions do not grant', async () => {
    await open({ talk: onComment.replace('issues: write', 'contents: write') });
    const { issue } = await world.openIssue('bob', 'Hi');
    const { runs } = await world.comment(issue.number, 'bob', '/hello');
    await world.settled();
    expect(runs[0]?.job('talk').annotations[0]?.message).toBe(
      'Error: 403 Resource not accessible by integration',
    );
    expect(runs[0]?.job('talk').permissions).toEqual({ contents: 'write' });
  });

  it('dispatches from a job, with typed inputs, and fires schedules', async () => {
    await open({
      first: `
on: { schedule: [{ cron: '*/15 * * * *' }] }
permissions: { actions: write }
jobs:
  go:
    runs-on: ubuntu-latest
    steps:
      - run: |
          curl --fail --silent -X POST -H "authorization: Bearer \${{ github.token }}" \\
            -d '{"ref":"main","inputs":{"flag":true},"return_run_details":true}' \\
            "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/actions/workflows/second.yml/dispatches"
`,
      second: `
on: { workflow_dispatch: { inputs: { flag: { type: boolean }, level: { default: low } } } }
jobs:
  go:
    runs-on: ubuntu-latest
    steps: [{ if: inputs.flag, run: 'echo "\${{ inputs.level }} \${{ github.event.inputs.flag }} \${{ github.actor }}"' }]
`,
    });
    const first = await world.fireSchedule('first.yml', '*/15 * * * *');
    await world.settled();
    expect(first.conclusion, first.log).toBe('success');
    const second = world.runs[1];
    expect(first.log).toContain(`"workflow_run_id":${second?.id}`);
    expect(second?.log).toContain('low true github-actions[bot]');
  });

  it('gives pull requests from forks a reading token and no secrets', async () => {
    await open(
      {
        pull: `
on: pull_request
permissions: write-all
jobs:
  look:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: test -f new.txt && echo "key=[\${{ secrets.KEY }}] head=\${{ github.head_ref }} ref=\${{ github.ref }}"
      - id: push
        continue-on-error: true
        run: git push origin HEAD:refs/heads/x
`,
      },
      { secrets: { KEY: 'abcdefgh' } },
    );
    const fork = await world.fork('bob');
    await world.pushFiles({ 'new.txt': 'x' }, { repo: fork, branch: 'topic' });
    const { runs } = await world.openPullRequest('bob', { head: 'topic', from: fork });
    await world.settled();
    expect(runs).toHaveLength(1);
    const look = runs[0]?.job('look');
    expect(look?.conclusion, look?.log).toBe('success');
    expect(look?.log).toContain('key=[] head=topic ref=refs/pull/1/merge');
    expect(look?.step('push').outcome).toBe('failure');
    expect(look?.permissions.contents).toBe('read');
    const more = await world.pushFiles({ 'new.txt': 'y' }, { repo: fork, branch: 'topic', actor: 'bob' });
    expect(more.runs.map((run) => run.event.action)).toContain('synchronize');
    await world.settled();
  });
});

const uploading = `
on: workflow_dispatch
jobs:
  up: { runs-on: ubuntu-latest, steps: [{ id: u, uses: acme/sample@v1, with: { mode: upload, who: state } }] }
`;

describe('artifacts', () => {
  it('carries files from one job to the next with the real client', async () => {
    await open({
      a: `
on: workflow_dispatch
jobs:
  up: { runs-on: ubuntu-latest, steps: [{ id: u, uses: acme/sample@v1, with: { mode: upload, who: state } }] }
  down:
    needs: up
    runs-on: ubuntu-latest
    steps:
      - { id: d, uses: acme/sample@v1, with: { mode: download, who: state } }
      - { id: again, uses: acme/sample@v1, continue-on-error: true, with: { mode: upload, who: state } }
    outputs: { text: '\${{ steps.d.outputs.text }}' }
`,
      b: `
on: { workflow_dispatch: { inputs: { run: { required: true } } } }
permissions: { actions: write }
jobs:
  one: { runs-on: ubuntu-latest, steps: [{ id: x, uses: acme/sample@v1, with: { mode: across, who: state, run: '\${{ inputs.run }}' } }] }
`,
    });
    const run = await world.dispatch('a.yml');
    await world.settled();
    expect(run.conclusion, run.log).toBe('success');
    expect(run.job('down').outputs.text).toBe('carried over');
    expect(run.job('down').step('again').outcome).toBe('failure');
    expect(run.job('down').step('again').log).toContain('(409) Conflict');
    expect(world.repo.artifacts).toMatchObject([{ name: 'state', finalized: true }]);
    expect(world.platform.log.byClass()).toMatchObject({ results: 6, blob: 3 });

    const token = world.platform.mintJobToken(world.repo, { actions: 'write' }).value;
    const call = (path: string, method = 'GET') =>
      fetch(`${world.platform.urls.api}/repos/acme/app/actions/${path}`, {
        method,
        redirect: 'manual',
        headers: { authorization: `Bearer ${token}` },
      });
    const id = world.repo.artifacts[0]?.id;
    expect(await (await call(`runs/${run.id}/artifacts?name=state`)).json()).toMatchObject({
      total_count: 1,
      artifacts: [{ id, expired: false, workflow_run: { id: run.id } }],
    });
    const redirect = await call(`artifacts/${id}/zip`);
    expect(redirect.status).toBe(302);
    const zip = await fetch(redirect.headers.get('location') ?? '');
    expect(zip.headers.get('content-type')).toBe('application/zip');
    expect(await (await call('workflows/a.yml/runs?event=workflow_dispatch')).json()).toMatchObject({
      workflow_runs: [{ id: run.id, conclusion: 'success', run_attempt: 1 }],
    });
    expect((await call(`jobs/${run.job('up').id}`)).status).toBe(200);
    const later = await world.dispatch('b.yml', { run: String(run.id) });
    await world.settled();
    expect(later.job('one').step('x').outputs.text, later.log).toBe('carried over');
    expect(world.repo.artifacts).toHaveLength(0);
  });

  it('expires', async () => {
    await open({ a: uploading });
    await world.dispatch('a.yml');
    await world.settled();
    const token = world.platform.mintJobToken(world.repo, { actions: 'write' }).value;
    const id = world.repo.artifacts[0]?.id;
    const call = (path: string, method = 'GET') =>
      fetch(`${world.platform.urls.api}/repos/acme/app/actions/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
      });
    const [artifact] = world.repo.artifacts;
    if (artifact) expireArtifact(world.platform, artifact);
    expect((await call(`artifacts/${id}/zip`)).status).toBe(410);
    expect((await call(`artifacts/${id}`, 'DELETE')).status).toBe(204);
    expect((await call(`artifacts/${id}`)).status).toBe(404);
  });
});
