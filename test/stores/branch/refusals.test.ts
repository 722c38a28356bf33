import { describe, expect, it } from 'vitest';
import { commitFiles } from '../../github/git-store.ts';
import { setPushRules } from '../../github/index.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { BRANCH, driver, eachWorld } from './world.ts';

const world = eachWorld();

const PUSH = { class: 'git', method: 'POST', path: 'git-receive-pack' } as const;
const LOOK = { class: 'git', path: 'git-upload-pack' } as const;

async function driven(options: Parameters<ReturnType<typeof world>['store']>[0] = {}) {
  const store = world().store(options);
  const run = await store.create(NEW_RUN);
  const lease = await run.acquire(driver());
  await lease.save();
  doSteps(lease.journal, 1, 1);
  return { store, run, lease };
}

const savedSeq = async (): Promise<string> =>
  world().git('log', '-1', '--format=%(trailers:key=Seq,valueonly)', BRANCH);

describe('refused pushes', () => {
  it('a hanging server ends the save with the time and the address, and nothing is lost', async () => {
    const { lease } = await driven({ timeoutMs: 500, retry: { attempts: 1, delayMs: 1 } });
    const { faults } = world().github.platform;
    const hangs = [
      faults.add({ ...PUSH, times: 9, action: { hang: true } }),
      faults.add({ ...LOOK, times: 9, action: { hang: true } }),
    ];
    await expect(lease.save()).rejects.toThrow(/no answer within 0.5 s/);
    for (const hang of hangs) hang.remove();
    await lease.save();
    expect(await savedSeq()).toBe('3');
  });

  it('unauthorised: the error says so and what to pass', async () => {
    const token = world().token();
    const { lease } = await driven({ token });
    const held = world().github.platform.tokens.get(token);
    if (held) held.revoked = true;
    await expect(lease.save()).rejects.toMatchObject({
      code: 'UNAUTHORISED',
      hint: expect.stringContaining('`token: ${{ github.token }}`'),
    });
    if (held) held.revoked = false;
    await lease.save();
    expect(await savedSeq()).toBe('3');
  });

  it('without contents: write the error names the permission', async () => {
    const store = world().store({ token: world().token({ contents: 'read' }) });
    await expect(store.create(NEW_RUN)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      hint: expect.stringContaining('permissions: contents: write'),
    });
  });

  it('req R18: a ruleset over the prefix: the error names the setting and quotes the rule', async () => {
    await setPushRules(world().repo, [
      {
        prefix: 'refs/heads/longhaul/',
        kind: 'ruleset',
        refuses: ['create', 'update'],
        message: 'Cannot create ref due to creations being restricted.',
      },
    ]);
    await expect(world().store().create(NEW_RUN)).rejects.toMatchObject({
      code: 'REJECTED_BY_RULE',
      message: expect.stringContaining('creations being restricted'),
      hint: expect.stringMatching(/Settings → Rules → Rulesets \(http.*\/rules\)/),
    });
    expect((await world().refs()).has(BRANCH)).toBe(false);
  });

  it('req R18: branch protection: the error names the other setting; the driver may save once it is lifted', async () => {
    const { lease } = await driven();
    await setPushRules(world().repo, [
      {
        prefix: BRANCH,
        kind: 'protected-branch',
        refuses: ['update'],
        message: 'Changes must be made through a pull request.',
      },
    ]);
    await expect(lease.save()).rejects.toMatchObject({
      code: 'REJECTED_BY_RULE',
      message: expect.stringContaining('through a pull request'),
      hint: expect.stringContaining('Branch protection rules'),
    });
    await setPushRules(world().repo, []);
    await lease.save();
    expect(await savedSeq()).toBe('3');
  });

  it('a branch named `longhaul` is named as what stands in the way', async () => {
    await commitFiles(world().repo.gitDir, 'refs/heads/longhaul', { 'a.txt': 'a' }, 'mine');
    await expect(world().store().create(NEW_RUN)).rejects.toMatchObject({
      code: 'BRANCH_IN_THE_WAY',
      message: expect.stringContaining('`longhaul`'),
      hint: expect.stringContaining('Rename or delete'),
    });
  });

  it('a repository that is not there', async () => {
    const store = world().store({ url: `${world().url}-gone` });
    await expect(store.open('run-1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
