/** What a driver leaves behind on its machine, and what gets onto the branch. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LeaseLostError } from '../../../src/errors.ts';
import { doSteps, NEW_RUN } from '../../journal/helpers.ts';
import { BRANCH, driver, eachWorld } from './world.ts';

const world = eachWorld();

describe('what a driver leaves behind', () => {
  it('a driver that lost its lease can take it again, with what the other one wrote', async () => {
    const run = await world().store().create(NEW_RUN);
    const lease = await run.acquire(driver());
    await lease.save();
    const other = await (await world().store().open('run-1')).acquire(driver(), { force: true });
    doSteps(other.journal, 1, 2);
    await other.save({ last: true });
    await run.mailbox.names();
    await expect(lease.save()).rejects.toThrow(LeaseLostError);
    await lease.release();
    const again = await run.acquire(driver());
    expect(again.journal.state.settlements).toBe(2);
    doSteps(again.journal, 3, 3);
    await again.save({ last: true });
    expect((await world().store().index())[0]).toMatchObject({ seq: 7, lease: { epoch: 3 } });
  });

  it('a note for the index is worth a save, once', async () => {
    const lease = await (await world().store().create(NEW_RUN)).acquire(driver());
    await lease.save();
    await lease.save({ index: { issue: 7 } });
    expect((await world().store().index())[0]).toMatchObject({ issue: 7 });
    world().requests();
    await lease.save({ index: { issue: 7 } });
    expect(world().requests().count).toBe(0);
  });

  it('steps that were never saved go on in the next process of this machine', async () => {
    const workDir = world().folder('shared');
    const dead = { ...driver(), process: { ...driver().process!, pid: 2 ** 22 + 1 } };
    const lease = await (await world().store({ workDir }).create(NEW_RUN)).acquire(dead);
    await lease.save();
    doSteps(lease.journal, 1, 2);
    const next = await (await world().store({ workDir }).open('run-1')).acquire(driver());
    expect(next.journal.state.settlements).toBe(2);
    await next.save({ last: true });
    expect((await (await world().store().open('run-1')).load()).state.settlements).toBe(2);
  });

  it('steps on top of another commit are set aside, named, never mixed in', async () => {
    const workDir = world().folder('shared');
    const dead = { ...driver(), process: { ...driver().process!, pid: 2 ** 22 + 1 } };
    const lease = await (await world().store({ workDir }).create(NEW_RUN)).acquire(dead);
    await lease.save();
    doSteps(lease.journal, 1, 2);
    const other = await (await world().store().open('run-1')).acquire(driver());
    doSteps(other.journal, 1, 1);
    await other.save({ last: true });
    const warnings: string[] = [];
    const run = await world()
      .store({ workDir, warn: (text) => warnings.push(text) })
      .open('run-1');
    expect(run.load().state.head.seq).toBe(3);
    expect(warnings.join()).toMatch(/4 events of run run-1 were never saved .* kept in .*\.unsaved-run-1/);
    const aside = readdirSync(workDir).find((name) => name.startsWith('.unsaved-'));
    expect(readdirSync(join(workDir, aside!, 'journal'))).toHaveLength(5);
  });

  it('caches, leases and progress stay off the branch; logs, output and final.json are on it', async () => {
    const run = await world().store().create(NEW_RUN);
    const lease = await run.acquire(driver());
    await lease.save();
    const { writeFileSync, mkdirSync } = await import('node:fs');
    const [effectId] = doSteps(lease.journal, 1, 1);
    writeFileSync(join(run.runDir, 'progress.ndjson'), '{}\n');
    writeFileSync(join(run.runDir, 'final.json'), '{}\n');
    writeFileSync(join(run.runDir, 'state', 'output.json'), '1\n');
    writeFileSync(join(run.runDir, 'state', 'state.json'), '{}\n');
    writeFileSync(join(run.runDir, 'tasks', effectId!, 'stdout.log'), 'x'.repeat(1024 * 1024 + 10));
    mkdirSync(join(run.runDir, 'artifacts'));
    writeFileSync(join(run.runDir, 'artifacts', 'tool.sh'), '#!/bin/sh\n', { mode: 0o755 });
    await lease.save({ last: true });
    const text = await world().git('ls-tree', '-r', '-l', BRANCH);
    const paths = text.split('\n').map((line) => line.split('\t')[1]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'final.json',
        'state/output.json',
        'artifacts/tool.sh',
        'run.json',
        '.gitignore',
      ]),
    );
    expect(paths.filter((path) => /progress|lease|mailbox|state\.json|segments/.test(path ?? ''))).toEqual(
      [],
    );
    expect(text).toMatch(/100755 .*artifacts\/tool.sh/);
    const copy = await world().store().open('run-1');
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(copy.runDir, 'tasks', effectId!, 'stdout.log'), 'utf8')).toMatch(
      /^\[longhaul: the first 10 bytes are not saved\]\nx/,
    );
  });
});
