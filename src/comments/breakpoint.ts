/** A breakpoint's comment: the question, who may decide, and the words to type; later, how it was decided. */
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { withinBudget } from './budget.ts';
import type { DecisionVerb } from './command.ts';
import type { BreakpointFacts, Closed, DecidedFacts, Policy, Said, ShownFile } from './facts.ts';
import { block, code, phrase } from './neutralise.ts';
import {
  command,
  comment,
  enumerate,
  heading,
  link,
  links,
  list,
  mention,
  type Piece,
  quote,
  say,
  strong,
  table,
  when,
  words,
} from './nodes.ts';
import { shownOption } from './options.ts';

/** How much is shown of what others wrote, in characters; the last one fits whatever they wrote. */
const TIERS = [
  { context: 16_000, files: 20, excerpt: 6000, said: 100, text: 1000 },
  { context: 8000, files: 20, excerpt: 1500, said: 50, text: 300 },
  { context: 2000, files: 10, excerpt: 300, said: 20, text: 100 },
  { context: 300, files: 0, excerpt: 0, said: 5, text: 60 },
] as const;
type Tier = (typeof TIERS)[number];

const MOST_OPTIONS = 40;
const MOST_APPROVERS = 50;

/** Markdown within the budget, ending with its marker. */
export function breakpointComment(facts: BreakpointFacts): string {
  return withinBudget(TIERS, (tier) =>
    comment(
      [
        title(facts),
        ...question(facts, tier),
        moved(facts.policy),
        heading(4, 'To decide'),
        say('Write a comment that begins with one of these lines:'),
        ...commands(facts).map(command),
        rules(facts),
        ...soFar(facts.said, tier),
        ...footer(facts),
      ],
      markerOf(facts),
    ),
  );
}

/** The same comment when nothing is to be decided any more: no words to type are in it. */
export function decidedComment(facts: DecidedFacts): string {
  return withinBudget(TIERS, (tier) =>
    comment(
      [
        title(facts),
        outcome(facts.closed, facts.said),
        facts.next === undefined ? undefined : say(phrase(facts.next, 500)),
        ...soFar(facts.said, tier),
        ...question(facts, tier),
        ...footer(facts),
      ],
      markerOf(facts),
    ),
  );
}

const markerOf = ({ runId, effectId, digest, nonce }: BreakpointFacts) =>
  ({ kind: 'breakpoint', run: runId, effect: effectId, digest, nonce }) as const;

function title({ shown }: BreakpointFacts): BlockContent {
  return heading(3, shown.title.trim() === '' ? 'A decision is asked for' : phrase(shown.title, 200));
}

/** What is asked, and all that it is asked about. */
function question({ shown }: BreakpointFacts, tier: Tier): RootContent[] {
  const { context = '', options } = shown;
  return [
    ...(shown.question.trim() === '' ? [] : [quote(shown.question, Math.min(4000, tier.context))]),
    ...(options.length === 0
      ? []
      : [
          say(
            'Options: ',
            enumerate(
              options.slice(0, MOST_OPTIONS).map((each) => code(shownOption(each), 101)),
              'or',
            ),
            more(options.length, MOST_OPTIONS),
          ),
        ]),
    ...(context.trim() === ''
      ? []
      : [isPreformatted(context) ? block(context, tier.context) : quote(context, tier.context)]),
    ...shown.files.slice(0, tier.files).flatMap((file) => excerpt(file, tier)),
    ...(shown.files.length > tier.files
      ? [say(`${shown.files.length - tier.files} more files are not shown here.`)]
      : []),
  ];
}

/** Code, tables, JSON, differences: where the columns matter. */
function isPreformatted(text: string): boolean {
  return /^(?:[ \t]{2,}\S|[|{[<+-])/m.test(text);
}

function excerpt({ path, url, excerpt: text, note }: ShownFile, tier: Tier): RootContent[] {
  const name = say(link({ text: path, url }), ...(note === undefined ? [] : [': ', ...phrase(note, 200)]));
  return text === undefined || tier.excerpt === 0 ? [name] : [name, block(text, tier.excerpt)];
}

function commands({ ref, shown: { options } }: BreakpointFacts): string[] {
  const reject = `/reject ${ref} <reason>`;
  if (options.length === 0) return [`/approve ${ref}`, reject, `/answer ${ref} <text>`];
  return [
    ...options.slice(0, MOST_OPTIONS).map((option) => `/approve ${ref} ${shownOption(option)}`),
    reject,
  ];
}

/** A push voids what was decided before it. */
function moved({ head }: Policy): BlockContent | undefined {
  if (head?.required !== true || head.from === undefined) return undefined;
  const at = (sha: string) => code(sha.slice(0, 12));
  const what = strong('A push moved the head');
  return say(what, ' from ', at(head.from), ' to ', at(head.sha), ': earlier decisions are void.');
}

/** Who may decide, and by which rules. */
function rules({ policy, deadline, shown }: BreakpointFacts): BlockContent {
  const { approvers, head } = policy;
  const names = (all: readonly string[]): PhrasingContent[] =>
    enumerate(all.slice(0, 20).map((each) => code(each, 60)));
  const lines: Piece[][] = [
    [
      strong('May decide:'),
      ' ',
      enumerate(approvers.slice(0, MOST_APPROVERS).map(mention), 'or'),
      `${more(approvers.length, MOST_APPROVERS)}.`,
    ],
  ];
  if (!policy.allowSelf && policy.self.length > 0)
    lines.push([strong('May not approve:'), ' ', names(policy.self), ', whose own work it is.']);
  lines.push([strong('Needed:'), ' ', needed(policy)]);
  if (shown.options.length === 0) lines.push(['An answer approves, too.']);
  if (deadline !== undefined) lines.push([strong('Until:'), ' ', when(deadline), '; then it times out.']);
  if (head !== undefined) {
    const commit = code(head.sha.slice(0, 12));
    lines.push([strong('About:'), ' commit ', commit, head.required ? '. A push voids this question.' : '.']);
  }
  if (shown.expert.length > 0) lines.push([strong('Expert:'), ' ', names(shown.expert)]);
  if (shown.tags.length > 0) lines.push([strong('Tags:'), ' ', names(shown.tags)]);
  lines.push(['A comment that was edited does not count.']);
  return list(lines.map((line) => [say(...line)]));
}

function needed({ strategy, needed: count }: Policy): string {
  const approvals = count === 1 ? 'one approval' : `${count} approvals by different people`;
  switch (strategy) {
    case 'single':
    case 'first-response-wins':
      return `${approvals}; one rejection decides against it.`;
    case 'quorum':
      return `a quorum of ${approvals}; it is rejected when that can no longer be reached.`;
    case 'collect-all':
      return `an answer of each of them (${count}).`;
  }
}

const WORDS = { approve: 'approved', reject: 'rejected', answer: 'answered' } as const;

function soFar(said: readonly Said[], tier: Tier): RootContent[] {
  if (said.length === 0) return [];
  const shown = said.slice(-tier.said);
  const rows = shown.map(({ decision, login, at, url, text, option }) => [
    code(login),
    WORDS[decision],
    option === undefined ? '' : code(shownOption(option), 101),
    url === undefined ? when(at) : link({ text: when(at).value, url }),
    phrase(text ?? '', tier.text),
  ]);
  const hidden = said.length - shown.length;
  return [
    heading(4, 'Decisions'),
    table(['Who', 'What', 'Option', 'When', 'Said'], rows),
    ...(hidden === 0 ? [] : [say(`${hidden} earlier ones are not shown; the journal has them all.`)]),
  ];
}

function outcome(closed: Closed, said: readonly Said[]): BlockContent {
  const at = when(closed.at);
  const by = (...decisions: DecisionVerb[]): PhrasingContent[] => {
    const those = said.filter(({ decision }) => decisions.includes(decision));
    const logins = [...new Set(those.map(({ login }) => login))].slice(0, MOST_APPROVERS);
    return logins.length === 0 ? [] : [words(' by '), ...enumerate(logins.map((login) => code(login)))];
  };
  switch (closed.how) {
    case 'approved':
      return say(strong('Approved'), by('approve', 'answer'), ', ', at, '.');
    case 'rejected':
      return say(strong('Rejected'), by('reject'), ', ', at, '.');
    case 'timed-out':
      return say(
        strong('Timed out'),
        ', ',
        at,
        ': nobody decided in time. That is neither an approval nor a rejection.',
      );
    case 'cancelled':
    case 'halted':
      return say(
        strong(closed.how === 'halted' ? 'The run was halted' : 'Cancelled'),
        ...(closed.by === undefined ? [] : [' by ', code(closed.by)]),
        ', ',
        at,
        ...(closed.reason === '' ? ['.'] : [': ', phrase(closed.reason, 500)]),
      );
    case 'withdrawn':
      return say(
        strong('No longer asked'),
        ', ',
        at,
        ...(closed.reason === '' ? ['.'] : [': ', phrase(closed.reason, 500)]),
      );
  }
}

function footer({ runId, ref, links: all }: BreakpointFacts): (RootContent | undefined)[] {
  return [{ type: 'thematicBreak' }, say('Run ', code(runId), ', reference ', code(ref), '.'), links(all)];
}

const more = (total: number, most: number): string => (total > most ? ` and ${total - most} more` : '');
