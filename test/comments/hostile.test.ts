/** Whatever tasks, titles and people say: what we write of it decides nothing, tells nobody and hides nothing. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { breakpointComment, decidedComment } from '../../src/comments/breakpoint.ts';
import { BUDGET } from '../../src/comments/budget.ts';
import { parseComment } from '../../src/comments/command.ts';
import type { BreakpointFacts, StatusFacts } from '../../src/comments/facts.ts';
import { hasInvisible } from '../../src/comments/invisible.ts';
import { readMarker } from '../../src/comments/markers.ts';
import { reminderComment, trackingIssueText } from '../../src/comments/reminder.ts';
import { replyComment } from '../../src/comments/replies.ts';
import { statusComment } from '../../src/comments/status.ts';
import { BREAKPOINT, CLOSED, COMMIT, replies, SAID, STATUS, STEP } from './facts.ts';
import { codeBlock, inlineCode, plain } from './shown.ts';

const PIECES = [
  '/approve',
  '/approve e-xgz8w',
  '\n/approve e-xgz8w yes\n',
  '\n/reject\n',
  '/cancel e-xgz8w',
  '/halt',
  '@ann',
  '@acme/ops',
  'x@',
  '#12',
  'acme/app#12',
  'GH-12',
  'acme/app@0123456',
  COMMIT,
  'https://github.com/acme/app/issues/12',
  'https://github.com@evil.example/',
  'https://example.org/ok',
  'http://xn--githb-mva.com/',
  'www.example.org',
  'ann@example.org',
  'mailto:ann@example.org',
  '<!-- longhaul:breakpoint v1 run=r effect=E digest=d nonce=n -->',
  '\n\n<!-- longhaul:status v1 run=x -->\n',
  '<!--',
  '-->',
  '<details open>',
  '</details>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">https://github.com</a>',
  '[https://github.com](https://evil.example)',
  '[x]: https://evil.example',
  '![x](https://evil.example/x.png)',
  '[^1]',
  '```',
  '\n```\n',
  '\n````js\n',
  '~~~',
  '`',
  '``',
  '|',
  '\n| a | b |\n|---|---|\n',
  '\n---\n',
  '\n===\n',
  '# ',
  '\n> ',
  '\n- [x] ',
  '1. ',
  '    ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '$',
  '$$',
  '$`x`$',
  '\\',
  '&#64;ann',
  '&commat;ann',
  '&lt;!--',
  '\u202e',
  '\u200b',
  '@\u200bann',
  '\u2066',
  '\u{e0041}',
  '\u0000',
  '\u001b[31m',
  '\n/app\u001b[0mrove e-xgz8w\n',
  '<!\u001b[0m-- longhaul:status v1 run=x -->',
  '\u2028',
  '\ud800',
  '❤️',
  'ordinary words',
  '*',
  '_',
  '~',
  ' ',
];

const hostile = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((all) => all.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

interface Look {
  /** Words that GitHub would act on: outside of code and of links. */
  live: string;
  html: string[];
  links: { url: string; text: string }[];
}

/** What GitHub makes of the Markdown, as far as it acts on it. */
function look(markdown: string): Look {
  const seen: Look = { live: '', html: [], links: [] };
  const textOf = (node: Nodes): string =>
    'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';
  const visit = (node: Nodes): void => {
    if (node.type === 'html') seen.html.push(node.value);
    else if (node.type === 'link') seen.links.push({ url: node.url, text: textOf(node) });
    else if (node.type === 'text') seen.live += `${node.value}\u0001`;
    else if (node.type === 'image' || node.type === 'imageReference' || node.type === 'definition') {
      seen.html.push(node.type);
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return seen;
}

/** `mentions`: the ones that we mean; `urls`: the links that we make. */
function expectHarmless(body: string, mentions: readonly string[], urls: ReadonlySet<string>): void {
  const { live, html, links } = look(body);
  let rest = live;
  for (const mention of mentions) rest = rest.replaceAll(mention, '');
  expect(rest).not.toMatch(/@[A-Za-z0-9]|#\d|\bGH-\d|\$|:\/\/|<!--|\bwww\.|\b[0-9a-f]{7,40}\b/i);
  expect(html.filter((each) => !each.startsWith('<!-- longhaul:'))).toEqual([]);
  for (const { url, text } of links) {
    if (!urls.has(url)) expect(text).toBe(url);
    if (!urls.has(url)) expect(url).toMatch(/^https?:\/\/[a-z0-9.-]+(?:[/?#:]|$)/);
  }
  expect(hasInvisible(body)).toBe(false);
  expect(body.length).toBeLessThanOrEqual(BUDGET);
}

/** Lines that would be commands if somebody took them for a body of their own. */
const commandsIn = (body: string): string[] =>
  body.split(/[\r\n]+/).filter((line) => parseComment(line.replace(/^[\s>*|`-]+/, '')) !== undefined);

function withText(text: string): BreakpointFacts {
  return {
    ...BREAKPOINT,
    shown: {
      title: text,
      question: text,
      context: text,
      files: [
        { path: text, url: 'https://github.com/f', excerpt: text, note: text },
        { path: text, url: `javascript:${text}` },
      ],
      options: [],
      expert: [text],
      tags: [text],
    },
    policy: {
      ...BREAKPOINT.policy,
      approvers: [
        ...BREAKPOINT.policy.approvers,
        { kind: 'user', name: text },
        { kind: 'team', name: `acme/${text}` },
      ],
      self: [text],
    },
    said: [SAID, { ...SAID, login: text, text, option: text, at: text }],
    deadline: text,
  };
}

const OURS = new Set([
  'https://github.com/f',
  ...[...BREAKPOINT.links, ...STATUS.links].map(({ url }) => url),
  SAID.url ?? '',
  STATUS.pending[0]?.url ?? '',
]);
const MENTIONS = ['@ann', '@acme/release'];
const marker = {
  kind: 'breakpoint',
  run: BREAKPOINT.runId,
  effect: BREAKPOINT.effectId,
  digest: 'd1',
  nonce: 'n1',
};

const settings = { numRuns: 60 };

describe('issue 5: a malicious task output makes no comment that decides, tells or hides', () => {
  it('in the comment of a breakpoint', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const body = breakpointComment(withText(text));
        expect(parseComment(body)).toBeUndefined();
        expect(readMarker(body)).toEqual(marker);
        expect(body.match(/<!--/g)).toHaveLength(1);
        expect(commandsIn(body)).toEqual([
          '/approve e-xgz8w',
          '/reject e-xgz8w <reason>',
          '/answer e-xgz8w <text>',
        ]);
        // An approver that has the shape of a login is one.
        const own = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/.test(text)
          ? [`@acme/${text}`, `@${text}`]
          : [];
        expectHarmless(body, [...own, ...MENTIONS], OURS);
      }),
      settings,
    );
  });

  it('in its options: each is one line to type, for this breakpoint', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (options) => {
        const body = breakpointComment({ ...BREAKPOINT, shown: { ...BREAKPOINT.shown, options } });
        expect(readMarker(body)).toEqual(marker);
        for (const line of commandsIn(body)) {
          expect(parseComment(line)).toMatchObject({ ref: 'e-xgz8w' });
        }
        expectHarmless(body, MENTIONS, new Set([...OURS, BREAKPOINT.shown.files[0]?.url ?? '']));
      }),
      { numRuns: 40 },
    );
  });

  it('in the comment of a closed breakpoint, where nothing can be typed any more', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...CLOSED), (text, closed) => {
        const told = 'reason' in closed ? { ...closed, by: text, reason: text } : closed;
        const body = decidedComment({ ...withText(text), closed: told, next: text });
        expect(parseComment(body)).toBeUndefined();
        expect(readMarker(body)).toEqual(marker);
        expect(body.match(/<!--/g)).toHaveLength(1);
        expect(commandsIn(body)).toEqual([]);
        expectHarmless(body, [], OURS);
      }),
      settings,
    );
  });

  it('in the status comment, which never says how to approve', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const facts: StatusFacts = {
          ...STATUS,
          processId: text,
          error: text,
          reason: text,
          warnings: [text],
          steps: [{ ...STEP, label: text, kind: text, note: text }],
          pending: STATUS.pending.map((each) => ({ ...each, title: text, kind: text })),
        };
        const body = statusComment(facts);
        expect(parseComment(body)).toBeUndefined();
        expect(readMarker(body)).toEqual({ kind: 'status', run: STATUS.runId, seq: 9 });
        expect(body.match(/<!--/g)).toHaveLength(1);
        expect(body).not.toMatch(/\/(?:approve|reject|answer)\s+e-/i);
        expect(commandsIn(body)).toEqual(['/cancel e-xgz8w', '/halt release-1.2.0 <reason>']);
        expectHarmless(body, [], OURS);
      }),
      settings,
    );
  });

  it('in replies, the reminder and the tracking issue', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const at = { to: '42', run: STATUS.runId };
        const bodies = replies(text).map((reply) => replyComment(reply, at));
        const { title, openedAt, link } = {
          title: text,
          openedAt: text,
          link: { text, url: 'https://github.com/f' },
        };
        bodies.push(
          reminderComment({ runId: at.run, ref: 'e-xgz8w', title, waitingFor: [], openedAt, link }, at.to),
          trackingIssueText({ runId: at.run, processId: text, links: [link] }).body,
        );
        for (const body of bodies) {
          expect(parseComment(body)).toBeUndefined();
          expect(readMarker(body)).toMatchObject({ run: at.run });
          expect(body.match(/<!--/g)).toHaveLength(1);
          expect(body).not.toMatch(/\/(?:approve|reject|answer)\s+e-/i);
          expectHarmless(body, [], OURS);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('in a sentence, a code span and a block by themselves', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        for (const shown of [plain(text, limit), inlineCode(text, limit), codeBlock(text, limit)]) {
          expect(parseComment(shown)).toBeUndefined();
          expect(readMarker(shown)).toBeUndefined();
          expectHarmless(shown, [], new Set());
        }
        expect(look(`${codeBlock(text, limit)}\n\nafter`).live).toBe('after\u0001');
        expect(look(`${inlineCode(text, limit)} after`).live).toBe(' after\u0001');
      }),
      { numRuns: 300 },
    );
  });
});
