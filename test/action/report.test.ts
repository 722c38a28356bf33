/** What the summary offers to type. */
import { describe, expect, it } from 'vitest';
import { nextFor } from '../../src/action/report.ts';
import type { PendingEffect } from '../../src/operations/world.ts';

const ways = {
  runId: 'r',
  workflow: '.github/workflows/a.yml',
  refOf: () => 'e-7k3qd',
  commentOf: () => 'https://github.test/acme/app/issues/1#issuecomment-2',
};
const next = (effect: Partial<PendingEffect>) =>
  nextFor(ways, {
    effectId: 'E1',
    taskId: 't',
    kind: 'shell',
    label: 'deploy',
    title: 'deploy',
    external: false,
    ...effect,
  });

describe('contract §2, §3: the next step is one that is taken', () => {
  it('a breakpoint is decided by a comment, never by a result', () => {
    const { what, command, url } = next({ kind: 'breakpoint', label: 'breakpoint', title: 'Release 2.0' });
    expect(what).toContain('Release 2.0 (breakpoint)');
    expect(url).toBe(ways.commentOf());
    expect(command).toBe('/approve e-7k3qd');
  });

  it('an external effect takes a result; a task that is tried again later is resumed', () => {
    const dispatch = 'gh workflow run a.yml -f command=';
    expect(next({ external: true }).command).toBe(
      `${dispatch}result -f run-id=r -f effect-id=E1 -f value=null`,
    );
    const later = next({ wakeAt: '2030-01-01T00:00:00.000Z' });
    expect(later.command).toBe(`${dispatch}resume -f run-id=r`);
    expect(later.what).toContain('2030-01-01');
    expect(next({ kind: 'signal', label: 'go on' }).command).toBe(
      `${dispatch}signal -f run-id=r -f signal='go on' -f value=null`,
    );
  });
});
