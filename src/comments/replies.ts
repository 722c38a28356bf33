/** Short answers to comments: one for each reason, naming the reason and the way. None has words in it that decide. */
import type { BlockContent } from 'mdast';
import type { Link } from './facts.ts';
import { code, phrase } from './neutralise.ts';
import { command, comment, enumerate, link, list, type Piece, say, typed, when } from './nodes.ts';
import { shownOption } from './options.ts';
import type { OpenRef, Reply } from './reply.ts';

export type { OpenRef, Reply, ReplyCode } from './reply.ts';

const MOST = 20;
const DONE = { approve: 'approval', reject: 'rejection', answer: 'answer' } as const;
const SELF = {
  starter: 'you started this run',
  retried: 'you retried this run',
  upgraded: 'you upgraded the code of this run',
  author: 'you wrote this pull request',
} as const;

/** Markdown that ends with a reply marker: `to` is the id of the comment or review that is answered. */
export function replyComment(reply: Reply, at: { to: string; run?: string }): string {
  return comment(blocksOf(reply), { kind: 'reply', to: at.to, ...(at.run !== undefined && { run: at.run }) });
}

function blocksOf(reply: Reply): BlockContent[] {
  switch (reply.code) {
    case 'edited':
      return [
        say(
          'This comment was edited, so it does not count: nobody could say which words its author wrote. Write a new one.',
        ),
      ];
    case 'deleted':
      return [say('A comment that was answered here is gone, and decides nothing.')];
    case 'bot':
      return [
        say(
          code(reply.login),
          ' is an app. Apps count only where ',
          typed('approvers'),
          ' names them, as ',
          typed('app[bot]'),
          '.',
        ),
      ];
    case 'own-token':
      return [
        say(
          'The workflow comments with your own token, so nobody can tell your words from its own. Somebody else has to decide, or the workflow uses the token of an app.',
        ),
      ];
    case 'rerun':
      return [
        say(
          'A job that is run again takes no comment. If this one has decided anything, that stands, and it decides nothing more: to say it again, write a new one.',
        ),
      ];
    case 'no-permission':
      return [
        say(
          reply.verb === undefined ? 'That' : typed(`/${reply.verb}`),
          ' needs the permission ',
          code(reply.needs),
          ' for this repository; you have ',
          code(reply.has),
          '.',
        ),
      ];
    case 'not-approver':
      return [say('You are not among those who may decide here: ', names(reply.approvers, 'or'), '.')];
    case 'self':
      return [
        say(
          `You cannot approve this: ${SELF[reply.because]}. Somebody else has to, or the workflow sets `,
          typed('allow-self-approval'),
          '.',
        ),
      ];
    case 'already-counted':
      return [say(`Your ${DONE[reply.decision]} is counted already: everybody counts once.`)];
    case 'no-breakpoint':
      return [say('Nothing was open here to be decided when this comment was written.')];
    case 'unknown-ref':
      return [
        say(
          'Nothing here is called ',
          code(reply.ref, 40),
          reply.open.length === 0 ? ', and nothing is open.' : '. Open are:',
        ),
        ...openList(reply.open),
      ];
    case 'which-breakpoint':
      return [
        say('More than one question may be meant. Write the reference of yours behind the command:'),
        ...openList(reply.open),
      ];
    case 'other-issue':
      return [say(code(reply.ref, 40), ' is asked elsewhere, and decided there', ...seeing(reply.link), '.')];
    case 'closed':
      return [
        say(
          code(reply.ref, 40),
          ' is closed: ',
          phrase(reply.outcome, 200),
          '. This comment changes nothing',
          ...seeing(reply.link),
          '.',
        ),
      ];
    case 'old-digest':
      return [
        say(
          'What ',
          code(reply.ref, 40),
          ' shows has changed since this comment was written. Read it again and write a new comment',
          ...seeing(reply.link),
          '.',
        ),
      ];
    case 'earlier-code':
      return [
        say(
          'The code of this run was upgraded after this comment was written. Look at ',
          code(reply.ref, 40),
          ' again and write a new comment',
          ...seeing(reply.link),
          '.',
        ),
      ];
    case 'head-moved':
      return [
        say(
          'A push moved the head from ',
          code(reply.from.slice(0, 12)),
          ' to ',
          code(reply.to.slice(0, 12)),
          ' after ',
          code(reply.ref, 40),
          ' was asked. It is void; look at the new commit first.',
        ),
      ];
    case 'not-an-option':
      return [
        say(
          'The first word has to be one of the options: ',
          names(reply.options.map(shownOption), 'or'),
          '.',
        ),
      ];
    case 'answer-needs-text':
      return [
        say(
          'An answer needs a text behind the command',
          reply.ref === undefined ? '' : ' and the reference',
          '.',
        ),
      ];
    case 'cancel-needs-effect':
      return [
        say(
          'Write behind ',
          typed('/cancel'),
          ' what is to be cancelled',
          reply.open.length === 0 ? '; nothing is pending.' : ':',
        ),
        ...openList(reply.open),
      ];
    case 'which-effect':
      return [
        say(
          'More than one run here has ',
          code(reply.effect, 40),
          '. Write the reference of the one that you mean:',
        ),
        ...openList(reply.open),
      ];
    case 'which-run':
      return [
        say('More than one run reports here. Name the one that you mean:'),
        ...reply.runs.slice(0, MOST).map((run) => command(`/${reply.verb} ${run}`)),
      ];
    case 'run-ended':
      return [
        say('Run ', code(reply.runId), ' is over (', code(reply.status), '): this comment changes nothing.'),
      ];
    case 'halted-already':
      return [
        say(
          'Run ',
          code(reply.runId),
          ' was halted already',
          ...(reply.by === undefined ? [] : [' by ', code(reply.by)]),
          ', ',
          when(reply.at),
          ': ',
          phrase(reply.reason, 300),
          '. This comment changes nothing.',
        ),
      ];
    case 'earlier-attempt':
      return [
        say(
          'This was said to an earlier attempt of run ',
          code(reply.runId),
          `; it is now attempt ${reply.attempt}. Say it again if it still holds.`,
        ),
      ];
    case 'not-retryable':
      return [
        say(
          'Run ',
          code(reply.runId),
          ' is ',
          code(reply.status),
          ' and cannot be retried: ',
          phrase(reply.why, 300),
          '. Only a run that failed by itself can.',
        ),
      ];
    case 'retry-needs-upgrade':
      return [
        say(
          'Run ',
          code(reply.runId),
          ' failed by an error of its own code, so the same code would fail again. Mend it, then resume the run with ',
          typed('on-code-change: upgrade'),
          '.',
        ),
      ];
    case 'status': {
      const { runId, status, lastSweep, link: to } = reply;
      const known: Piece[] =
        runId === undefined || status === undefined ? [] : ['Run ', code(runId), ' is ', code(status), '. '];
      return [say(...known, 'How it is stands in ', link(to), '.', ...sweep(lastSweep))];
    }
    case 'help':
      return HELP;
  }
}

const names = (all: readonly string[], last: string): Piece => [
  ...enumerate(
    all.slice(0, MOST).map((name) => code(name, 101)),
    last,
  ),
];

const seeing = (to: Link | undefined): Piece[] => (to === undefined ? [] : [': ', link(to)]);

function openList(open: readonly OpenRef[]): BlockContent[] {
  if (open.length === 0) return [];
  const items = open
    .slice(0, MOST)
    .map(({ ref, title, link: to }) => [say(code(ref, 40), ' ', phrase(title, 120), ...seeing(to))]);
  return [list(items)];
}

function sweep(last: string | null | undefined): Piece[] {
  if (last === undefined) return [];
  return last === null ? [' No scheduled sweep was seen yet.'] : [' Last sweep ', when(last), '.'];
}

/** What `/help` is answered with: the grammar in words, so that no line of it can be typed by mistake. */
const HELP: BlockContent[] = [
  say('A command is the first word of a comment, in lower case. What follows it:'),
  list(
    (
      [
        [
          '/approve',
          'the reference of the question, where more than one is open; with options, the one chosen; a text',
        ],
        ['/reject', 'the reference; the reason'],
        ['/answer', 'the reference; the answer'],
        ['/cancel', 'the reference of a step, or its id; a reason'],
        ['/halt', 'the run, where more than one reports here; a reason'],
        ['/retry', 'the run, likewise: tries again what failed'],
        ['/status', 'the run, likewise: says how it is'],
        ['/help', 'nothing'],
      ] as const
    ).map(([word, rest]) => [say(typed(word), ': ', rest)]),
  ),
  say(
    'A reference looks like ',
    typed('e-7k3qd'),
    ' and stands in the comment that asks. Comments that were edited, quotes and code do not count.',
  ),
];
