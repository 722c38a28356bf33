import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentsDocument } from '../../scripts/comments-doc.ts';
import { breakpointComment, decidedComment } from '../../src/comments/breakpoint.ts';
import { BUDGET, withinBudget } from '../../src/comments/budget.ts';
import { parseComment } from '../../src/comments/command.ts';
import type { Approver, BreakpointFacts, Closed, Policy, Said } from '../../src/comments/facts.ts';
import { formatMarker, hasMarker, type Marker, readMarker } from '../../src/comments/markers.ts';
import { chosenOption, shownOption } from '../../src/comments/options.ts';
import { reminderComment, trackingIssueText } from '../../src/comments/reminder.ts';
import { replyComment } from '../../src/comments/replies.ts';
import { statusComment } from '../../src/comments/status.ts';
import { BREAKPOINT, CLOSED, COMMIT, replies, SAID, STATUS, STEP } from './facts.ts';
import { codeBlock, inlineCode, plain } from './shown.ts';

const lines = (body: string): string[] => body.split('\n');
const withShown = (shown: Partial<BreakpointFacts['shown']>): BreakpointFacts => ({
  ...BREAKPOINT,
  shown: { ...BREAKPOINT.shown, ...shown },
});
const withPolicy = (policy: Partial<Policy>): BreakpointFacts => ({
  ...BREAKPOINT,
  policy: { ...BREAKPOINT.policy, ...policy },
});

describe('the comment of a breakpoint', () => {
  const body = breakpointComment(BREAKPOINT);

  it('contract §3: shows the words to type, each on its own line, and ends with its marker', () => {
    expect(lines(body)).toEqual(
      expect.arrayContaining(['/approve e-xgz8w', '/reject e-xgz8w <reason>', '/answer e-xgz8w <text>']),
    );
    expect(lines(body.trimEnd()).at(-1)).toBe(
      '<!-- longhaul:breakpoint v1 run=release-1.2.0 effect=01M7WE1RV3HX26TK7Z5329PF7K digest=d1 nonce=n1 -->',
    );
  });

  it('issue 5: title, question, context, files at the exact commit, who, how many, so far, until when', () => {
    for (const part of [
      '### Release 1.2.0\n',
      '> Ship it?\n',
      '> Three fixes, no new feature.',
      `[CHANGELOG.md](https://github.com/acme/app/blob/${COMMIT}/CHANGELOG.md)`,
      '```\n## 1.2.0\n\n- Sorting is stable\n```',
      '@ann, @acme/release, `ship[bot]` or people with the permission `maintain` or more.',
      '`bob`, whose own work it is',
      '2 approvals by different people; one rejection decides against it',
      '2026-05-02 10:00 UTC',
      'commit `0123456789ab`. A push voids this question.',
      '| `carol` | approved |',
      'fine by me',
      '`owner`',
      '`release`',
    ])
      expect(body).toContain(part);
  });

  it('contract §3: with options there is one line to approve each, and none to answer', () => {
    const chosen = breakpointComment(withShown({ options: ['A', 'roll back', 'A\u200b\n/reject'] }));
    expect(lines(chosen).filter((line) => parseComment(line) !== undefined)).toEqual([
      '/approve e-xgz8w A',
      '/approve e-xgz8w roll back',
      '/approve e-xgz8w A[U+200B] / reject',
      '/reject e-xgz8w <reason>',
    ]);
  });

  it.each<[Policy['strategy'], number, string]>([
    ['single', 1, 'one approval; one rejection decides against it.'],
    ['first-response-wins', 1, 'one approval; one rejection decides against it.'],
    ['quorum', 3, 'a quorum of 3 approvals by different people'],
    ['collect-all', 4, 'an answer of each of them (4).'],
  ])('contract §3: says what the strategy %s of %i needs', (strategy, needed, text) => {
    expect(breakpointComment(withPolicy({ strategy, needed }))).toContain(text);
  });

  it('mentions users and teams only, and only when they are such', () => {
    const approvers: Approver[] = [
      { kind: 'user', name: 'ann' },
      { kind: 'user', name: 'ann/x' },
      { kind: 'user', name: 'ann @bob' },
      { kind: 'team', name: 'acme' },
      { kind: 'team', name: 'acme/ops' },
      { kind: 'app', name: 'x[bot]' },
      { kind: 'user', name: '-ann' },
    ];
    expect(breakpointComment(withPolicy({ approvers }))).toContain(
      '@ann, `ann/x`, `ann @bob`, `acme`, @acme/ops, `x[bot]` or `-ann`.',
    );
    expect(decidedComment({ ...BREAKPOINT, closed: { how: 'approved', at: SAID.at } })).not.toMatch(/@\w/);
  });

  it('shows code as code and prose as prose', () => {
    expect(breakpointComment(withShown({ context: '{\n  "a": 1\n}' }))).toContain('```\n{\n  "a": 1\n}\n```');
    expect(breakpointComment(withShown({ context: 'one\n\ntwo' }))).toContain('> one\n>\n> two');
    expect(breakpointComment(withShown({ title: ' ', question: '', context: '' }))).toMatch(
      /^### A decision is asked for\n\n\[CHANGELOG/,
    );
  });

  it('says of a file that cannot be shown why', () => {
    const files = [{ path: 'a.png', url: 'https://github.com/a', note: 'it is not text' }];
    expect(breakpointComment(withShown({ files }))).toContain(
      '[a.png](https://github.com/a): it is not text',
    );
  });
});

describe('issue 5: the comment of a breakpoint says', () => {
  it('that a push moved the head, from where to where, where pushes void', () => {
    const policy = {
      ...BREAKPOINT.policy,
      head: { sha: COMMIT, from: COMMIT.replace('0', 'f'), required: true },
    };
    const said =
      /A push moved the head\*\* from `f123456789ab` to `0123456789ab`: earlier decisions are void/;
    expect(breakpointComment({ ...BREAKPOINT, policy })).toMatch(said);
    const lax = { ...policy, head: { ...policy.head, required: false } };
    expect(breakpointComment({ ...BREAKPOINT, policy: lax })).not.toMatch(said);
    expect(breakpointComment(BREAKPOINT)).not.toMatch(said);
  });

  it('that an answer approves, where one may be given', () => {
    expect(breakpointComment(withShown({ options: [] }))).toContain('An answer approves, too.');
    expect(breakpointComment(withShown({ options: ['A', 'B'] }))).not.toContain('An answer approves');
  });
});

describe('the comment of a closed breakpoint', () => {
  it.each<[Closed['how'], RegExp]>([
    ['approved', /\*\*Approved\*\* by `carol`, 2026-05-01 11:00 UTC\./],
    ['rejected', /\*\*Rejected\*\*, 2026-05-01 11:00 UTC\./],
    ['timed-out', /\*\*Timed out\*\*.*neither an approval nor a rejection/],
    ['cancelled', /\*\*Cancelled\*\* by `dora`, .*: not today/],
    ['halted', /\*\*The run was halted\*\* by `dora`, .*: wrong branch/],
    ['withdrawn', /\*\*No longer asked\*\*, .*: the run ended/],
  ])('issue 5: %s: says so, what happens next, and has nothing to type', (how, outcome) => {
    const closed = CLOSED.find((each) => each.how === how) as Closed;
    const body = decidedComment({ ...BREAKPOINT, closed, next: 'The run goes on.' });
    expect(body).toMatch(outcome);
    expect(body).toContain('The run goes on.');
    expect(body).not.toContain('/approve');
    expect(body).toContain('### Release 1.2.0');
    expect(readMarker(body)).toEqual(readMarker(breakpointComment(BREAKPOINT)));
  });

  it('issue 5: names everybody who decided, once', () => {
    const said: Said[] = [
      SAID,
      { ...SAID, login: 'ann', decision: 'answer', text: 'yes' },
      { ...SAID, login: 'dave', decision: 'reject', text: 'no' },
      SAID,
    ];
    expect(decidedComment({ ...BREAKPOINT, said, closed: { how: 'approved', at: SAID.at } })).toContain(
      '**Approved** by `carol` and `ann`,',
    );
    expect(decidedComment({ ...BREAKPOINT, said, closed: { how: 'rejected', at: SAID.at } })).toContain(
      '**Rejected** by `dave`,',
    );
  });
});

describe('the status comment', () => {
  it('issue 5: state, steps, pending effects with the words to cancel each, links, the last sweep', () => {
    const body = statusComment(STATUS);
    for (const part of [
      '### Run `release-1.2.0`: waiting',
      '\n/cancel e-xgz8w\n',
      '\n/halt release-1.2.0 <reason>\n',
      '| S000001 | build',
      '1m30s',
      '| 7m ',
      '[Journal](https://github.com/acme/app/tree/',
      'Last sweep 2026-05-01 10:00 UTC',
      'event 9 at 2026-05-01 10:05 UTC',
    ])
      expect(body).toContain(part);
    expect(readMarker(body)).toEqual({ kind: 'status', run: 'release-1.2.0', seq: 9 });
  });

  it('contract §1: a failed run says how it is retried, an ended one offers nothing', () => {
    const failed = statusComment({ ...STATUS, status: 'failed', pending: [], error: 'ShellError: exit 1' });
    expect(failed).toContain('\n/retry release-1.2.0\n');
    expect(failed).toContain('**Error:** `ShellError: exit 1`');
    for (const status of ['completed', 'canceled', 'halted'] as const)
      expect(statusComment({ ...STATUS, status, pending: [] })).not.toMatch(/^\//m);
  });

  it('protocol M6: says when no sweep was seen', () => {
    expect(statusComment({ ...STATUS, lastSweep: null })).toContain('nothing wakes the run');
  });
});

describe('issue 5: the budget', () => {
  const long = `${'@ann #1 <!-- | ` * _ [x](y) \\ '.repeat(20)}\n`.repeat(200);

  it('a comment of 60,000 characters at most, less of everything the more there is', () => {
    const files = Array.from({ length: 200 }, (_, i) => ({
      path: `file-${i} ${long}`,
      url: 'https://github.com/f',
      excerpt: long,
    }));
    const said = Array.from({ length: 500 }, (_, i) => ({ ...SAID, login: `user-${i}`, text: long }));
    const facts: BreakpointFacts = {
      ...withShown({ title: long, question: long, context: long, files, options: Array(200).fill(long) }),
      said,
    };
    const approvers = Array<Approver>(500).fill({ kind: 'user', name: long });
    for (const body of [
      breakpointComment({ ...facts, policy: { ...facts.policy, approvers, self: Array(99).fill(long) } }),
      ...CLOSED.slice(-2).map((closed) => decidedComment({ ...facts, closed, next: long })),
    ]) {
      expect(body.length).toBeLessThanOrEqual(BUDGET);
      expect(readMarker(body)).toMatchObject({ kind: 'breakpoint', nonce: 'n1' });
    }
    const middling = breakpointComment(withShown({ context: 'x '.repeat(20_000) }));
    expect(middling.length).toBeGreaterThan(15_000);
  });

  it('a status of a run with 5,000 steps', () => {
    const steps = Array.from({ length: 5000 }, (_, i) => ({
      ...STEP,
      label: `step ${i} ${long}`,
      note: long,
    }));
    const [one] = STATUS.pending;
    const pending = Array.from({ length: 300 }, () => ({ ...(one as NonNullable<typeof one>), title: long }));
    const body = statusComment({
      ...STATUS,
      steps,
      pending,
      warnings: Array(50).fill(long),
      error: long,
      reason: long,
    });
    expect(body.length).toBeLessThanOrEqual(BUDGET);
    expect(body).toContain('more are not shown');
    expect(body).toContain('earlier steps are not shown');
    expect(
      statusComment({ ...STATUS, steps: steps.map((step) => ({ ...step, label: 'x', note: '' })) }),
    ).toContain('S000001');
  });

  it('every reply, the reminder and the tracking issue are short', () => {
    for (const reply of replies(long)) expect(replyComment(reply, { to: '1' }).length).toBeLessThan(4000);
    const link = { text: long, url: 'https://github.com/f' };
    const reminder = {
      runId: 'r',
      ref: 'e-xgz8w',
      title: long,
      waitingFor: BREAKPOINT.policy.approvers,
      openedAt: SAID.at,
      link,
    };
    expect(reminderComment(reminder, '1').length).toBeLessThan(4000);
    expect(trackingIssueText({ runId: 'r', processId: long, links: [link] }).title.length).toBeLessThan(256);
  });

  it('takes the fullest tier that fits, and never cuts', () => {
    expect(withinBudget([9, 5, 3], (n) => 'x'.repeat(n), 5)).toBe('xxxxx');
    expect(() => withinBudget([9], (n) => 'x'.repeat(n), 5)).toThrow(RangeError);
  });
});

describe('the reminder', () => {
  it('issue 5: mentions those who have not decided, links the question, and has no words to type', () => {
    const body = reminderComment(
      {
        runId: 'r',
        ref: 'e-xgz8w',
        title: 'Release?',
        waitingFor: [
          { kind: 'user', name: 'ann' },
          { kind: 'team', name: 'acme/ops' },
        ],
        openedAt: '2026-05-01T10:00:00.000Z',
        deadline: '2026-05-02T10:00:00.000Z',
        link: { text: 'The question', url: 'https://github.com/acme/app/issues/1#issuecomment-2' },
      },
      '2',
    );
    expect(body).toMatch(
      /^@ann or @acme\/ops can decide: Release\? \(`e-xgz8w`\) has waited since 2026-05-01 10:00 UTC\./,
    );
    expect(body).toContain('(https://github.com/acme/app/issues/1#issuecomment-2)');
    expect(body).not.toContain('/approve');
    expect(readMarker(body)).toEqual({ kind: 'reply', run: 'r', to: '2' });
  });
});

describe('markers', () => {
  const markers: Marker[] = [
    { kind: 'breakpoint', run: 'r', effect: 'E', digest: 'sha256:ab', nonce: 'a-b--c-' },
    { kind: 'status', run: 'a b-->c' },
    { kind: 'status', run: 'r', seq: 12 },
    { kind: 'issue', run: 'r' },
    { kind: 'reply', to: '42' },
    { kind: 'reply', to: '42', run: "!'()*%" },
  ];

  it.each(markers)('contract §3: are read back: $kind', (marker) => {
    const line = formatMarker(marker);
    expect(line).toMatch(/^<!-- longhaul:[a-z]+ v1 [^<>]* -->$/);
    expect(line.slice(4, -3)).not.toContain('--');
    expect(readMarker(`text\n\n${line}\n`)).toEqual(marker);
    expect(readMarker(`text\r\n\r\n${line}\r\n`)).toEqual(marker);
    expect(hasMarker(line)).toBe(true);
  });

  it('count at the very end only, once, in the version that we know, with all that they need', () => {
    const line = formatMarker({ kind: 'status', run: 'r' });
    for (const body of [
      `${line}\nmore`,
      `> ${line}`,
      `x ${line}`,
      `\`${line}\``,
      '<!-- longhaul:status v2 run=r -->',
      '<!-- longhaul:status v1 -->',
      '<!-- longhaul:status v1 run= -->',
      '<!-- longhaul:status v1 run=r run=s -->',
      '<!-- longhaul:status v1 run=%zz -->',
      '<!-- longhaul:status v1 run=%E0%A4%A -->',
      '<!-- longhaul:breakpoint v1 run=r effect=E -->',
      '<!-- longhaul:other v1 run=r -->',
      '<!--longhaul:status v1 run=r-->',
      '',
    ])
      expect(readMarker(body), body).toBeUndefined();
  });

  it('contract §3: keys of a later version are let be', () => {
    expect(readMarker('<!-- longhaul:status v1 run=r mood=good -->')).toEqual({ kind: 'status', run: 'r' });
  });

  it('cannot be made of values that could not be read back', () => {
    for (const run of ['', 'x'.repeat(201), '\ud800'])
      expect(() => formatMarker({ kind: 'status', run })).toThrow('marker cannot be');
  });
});

describe('contract §3: options', () => {
  const options = ['A', 'B', 'roll back', 'roll back now', 'Später'];

  it.each([
    ['A', { option: 'A', text: '' }],
    ['B because\nof this', { option: 'B', text: 'because\nof this' }],
    ['a', { option: 'A', text: '' }],
    ['roll back', { option: 'roll back', text: '' }],
    ['roll  back now please', { option: 'roll back now', text: 'please' }],
    ['später', { option: 'Später', text: '' }],
  ])('%s is one', (text, expected) => {
    expect(chosenOption(text, options)).toEqual(expected);
  });

  it.each(['', 'C', 'AB', 'A,', 'not A', 'roll', '1'])('"%s" is none', (text) => {
    expect(chosenOption(text, options)).toBeUndefined();
  });

  it('that differ in capitals alone are told apart', () => {
    expect(chosenOption('a', ['A', 'a'])).toEqual({ option: 'a', text: '' });
    expect(chosenOption('AB', ['Ab', 'aB'])).toBeUndefined();
  });

  it('can be typed as they are shown, whatever they are', () => {
    for (const option of [
      'a\u200bb',
      ' padded  words ',
      'two\nlines',
      '/approve',
      'x'.repeat(300),
      '<!-- x -->',
    ]) {
      expect(chosenOption(`${shownOption(option)} and more`, [option])).toEqual({ option, text: 'and more' });
    }
    expect(chosenOption('anything', [''])).toBeUndefined();
  });
});

describe('text of others', () => {
  it('is shown as it is', () => {
    expect(plain('plain words, with (brackets) and a dash - so', 100)).toBe(
      'plain words, with (brackets) and a dash - so',
    );
    expect(plain('see https://example.org/a_b. Or not', 100)).toBe('see <https://example.org/a_b>. Or not');
    expect(plain('ping @ann about #12 and acme/app#3', 100)).toBe('ping `@ann` about `#12` and `acme/app#3`');
    expect(plain('*bold* <b> [x](y)', 100)).toBe('\\*bold\\* \\<b> \\[x]\\(y)');
    expect(plain('a\u202eb\u200b\u200b', 100)).toBe('a\\[U+202E]b\\[U+200B and 1 more invisible characters]');
    expect(plain('\u001b[31mred\u001b[0m ❤️', 100)).toBe('red ❤️');
    expect(inlineCode('a `b` c')).toBe('``a `b` c``');
    expect(codeBlock('a\n```\nb', 100)).toBe('````\na\n```\nb\n````');
  });

  it('is no link that looks like another one, and leaves no note elsewhere', () => {
    for (const url of [
      'https://github.com@evil.example/',
      'https://xn--githb-mva.com/',
      'https://gіthub.com/',
      'https://github.com/acme/app/issues/1',
      'https://github.com/acme/app/pull/1#x',
      'http://[::1]/',
    ])
      expect(plain(url, 100)).toBe(`\`${url}\``);
  });

  it('is cut, and says so', () => {
    expect(plain('abcdef', 3)).toBe('abc…');
    expect(codeBlock('abcdef', 3)).toBe('```\nabc\n… (3 more characters)\n```');
    expect(codeBlock('x'.repeat(500), 1000)).toContain(`${'x'.repeat(400)}…\n`);
    expect(plain('👍👍👍', 2)).toBe('👍👍…');
  });
});

it('issue 5: docs/comments.md shows what is really written (npm run docs)', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/comments.md');
  const text = readFileSync(file, 'utf8');
  expect(commentsDocument(text)).toBe(text);
  expect(text.match(/<!-- made: \w+ -->\n\n.+/g)).toHaveLength(5);
});
