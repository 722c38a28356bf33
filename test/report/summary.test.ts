import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../src/journal/events.ts';
import { stateOf } from '../../src/journal/state.ts';
import { SUMMARY_LIMIT, type SummaryOptions, summaryMarkdown } from '../../src/report/summary.ts';
import { mermaidLabel } from '../../src/report/timeline.ts';

const at = '2026-01-01T00:00:00.000Z';

function events(labels: readonly string[]): JournalEvent[] {
  let seq = 0;
  const event = (type: string, data: object): JournalEvent => {
    seq += 1;
    return { seq, ulid: '0'.repeat(26), type, recordedAt: at, data: data as JournalEvent['data'] };
  };
  const all = [
    event('RUN_CREATED', {
      runId: 'r',
      processId: 'p',
      entrypoint: { importPath: 'p.mjs', exportName: 'process' },
    }),
  ];
  for (const [i, label] of labels.entries()) {
    const effectId = `E${i}`;
    all.push(
      event('EFFECT_REQUESTED', {
        effectId,
        invocationKey: 'k',
        invocationHash: 'h',
        stepId: `S${String(i + 1).padStart(6, '0')}`,
        taskId: 't',
        kind: 'shell',
        label,
        taskDefRef: 'tasks/x/task.json',
      }),
      event('EFFECT_RESOLVED', {
        effectId,
        status: 'error',
        resultRef: 'tasks/x/result.json',
        error: { name: 'ShellError', message: label },
      }),
    );
  }
  return all;
}

const summaryOf = (all: JournalEvent[], more: Partial<SummaryOptions> = {}): string =>
  summaryMarkdown({
    state: stateOf(all),
    status: 'failed',
    now: Date.parse(at) + 5000,
    next: [],
    warnings: [],
    links: [],
    ...more,
  });
const summary = (labels: readonly string[]): string => summaryOf(events(labels));

describe('job summary', () => {
  it('shows every step in a table and in a picture', () => {
    const text = summary(['build', 'deploy']);
    expect(text).toContain('```mermaid\ngantt');
    expect(text).toMatch(/\| S000002 +\| deploy +\| shell +\| failed/);
  });

  it('a halted run says who halted it; what it waited for is not done, and waits no longer', () => {
    const settled = events(['build']);
    const seal = { error: { name: 'ManualHalt', message: 'obsolete' }, manual_seal_reason: 'obsolete' };
    const end = { ...settled.at(-1), type: 'RUN_FAILED', data: seal } as unknown as JournalEvent;
    const text = summaryOf([...settled.slice(0, -1), end], { halt: 'halted by ann: obsolete' });
    expect(text).toMatch(/: failed\n\nIt was halted by ann: obsolete\n/);
    expect(text).not.toContain('ManualHalt');
    expect(text).toMatch(/\| S000001 \| build +\| shell +\| not done \| +\| 0s/);
  });

  it('what it waits for is a link to the place where it is decided, and words to copy', () => {
    const url = 'https://github.test/acme/app/issues/1#issuecomment-2';
    const next = [{ what: 'Waits for Release; decide it there:', command: '/approve e-7k3qd', url }];
    expect(summaryOf(events([]), { next })).toContain(
      `[Waits for Release; decide it there:](${url})\n\n\`\`\`sh\n/approve e-7k3qd\n\`\`\``,
    );
  });

  it('stays within the limit of the platform, and says what it leaves out', () => {
    const text = summary(Array.from({ length: 5000 }, (_, i) => `step ${i} ${'ü'.repeat(400)}`));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(text).toContain('earlier steps are not shown');
  });

  it('no label breaks out of its cell, its picture or its line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (label) => {
        const text = summary([label]);
        const table = text.split('\n').filter((line) => line.startsWith('|'));
        expect(table).toHaveLength(3);
        expect(text.match(/^```/gm)).toHaveLength(2);
        expect(mermaidLabel(label)).not.toMatch(/[:;#%\n]/);
      }),
    );
  });
});
