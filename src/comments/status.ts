/** A run's status comment: edited in place, never with anything in it that decides. */
import type { RootContent } from 'mdast';
import { withinBudget } from './budget.ts';
import type { PendingFact, StatusFacts } from './facts.ts';
import { code, phrase } from './neutralise.ts';
import { command, comment, heading, link, links, type Piece, quote, say, strong, when } from './nodes.ts';
import { stepTable } from './step-table.ts';

/** How much is shown, the fullest first; the last one fits whatever the run is like. */
const TIERS = [
  { steps: 200, note: 200, pending: 50, title: 200 },
  { steps: 100, note: 80, pending: 30, title: 120 },
  { steps: 30, note: 40, pending: 20, title: 60 },
  { steps: 0, note: 0, pending: 10, title: 40 },
] as const;
type Tier = (typeof TIERS)[number];

const OPEN: ReadonlySet<string> = new Set(['created', 'running', 'waiting']);

/** Markdown within the budget, ending with its marker. */
export function statusComment(facts: StatusFacts): string {
  return withinBudget(TIERS, (tier) =>
    comment(
      [
        heading(3, 'Run ', code(facts.runId), `: ${facts.status}`),
        ...facts.warnings.slice(0, 10).map((warning) => quote(warning, 500)),
        ...ending(facts),
        ...waiting(facts, tier),
        ...steps(facts, tier),
        ...commands(facts),
        { type: 'thematicBreak' },
        say(...about(facts)),
        links(facts.links),
      ],
      { kind: 'status', run: facts.runId, seq: facts.seq },
    ),
  );
}

function ending({ error, reason }: StatusFacts): RootContent[] {
  return [
    ...(error === undefined ? [] : [say(strong('Error:'), ' ', code(error, 1000))]),
    ...(reason === undefined ? [] : [say(strong('Reason:'), ' ', phrase(reason, 500))]),
  ];
}

function waiting({ pending }: StatusFacts, tier: Tier): RootContent[] {
  if (pending.length === 0) return [];
  const hidden = pending.length - Math.min(pending.length, tier.pending);
  return [
    heading(4, 'Waits for'),
    ...pending
      .slice(0, tier.pending)
      .flatMap((each) => [say(...waitsFor(each, tier), ' To cancel it:'), command(`/cancel ${each.ref}`)]),
    ...(hidden === 0
      ? []
      : [say(`${hidden} more are not shown; the job summary and the journal have them all.`)]),
  ];
}

function waitsFor({ kind, title, url, wakeAt, ref }: PendingFact, tier: Tier): Piece[] {
  const name = phrase(title, tier.title);
  return [
    code(ref),
    ' ',
    ...(name.length === 0 ? [] : [name, ' ']),
    '(',
    code(kind, 40),
    ')',
    ...(url === undefined ? [] : [', ', link({ text: 'see there', url })]),
    ...(wakeAt === undefined ? [] : [', until ', when(wakeAt)]),
    '.',
  ];
}

function steps({ steps: rows, updatedAt }: StatusFacts, tier: Tier): RootContent[] {
  if (rows.length === 0) return [];
  const hidden = rows.length - Math.min(rows.length, tier.steps);
  return [
    heading(4, 'Steps'),
    ...(tier.steps === 0 ? [] : [stepTable(rows.slice(-tier.steps), Date.parse(updatedAt), tier.note)]),
    ...(hidden === 0 ? [] : [say(`${hidden} earlier steps are not shown; the journal has them all.`)]),
  ];
}

/** What can be said to the run as a whole. */
function commands({ runId, status }: StatusFacts): RootContent[] {
  if (status === 'failed') return [say('To try again what failed:'), command(`/retry ${runId}`)];
  if (!OPEN.has(status)) return [];
  return [say('To stop the run for good:'), command(`/halt ${runId} <reason>`)];
}

function about({ processId, createdAt, updatedAt, attempt, seq, lastSweep }: StatusFacts): Piece[] {
  const sweep: Piece[] =
    lastSweep === null
      ? [' No scheduled sweep was seen yet: without one nothing wakes the run when time is up.']
      : lastSweep === undefined
        ? []
        : [' Last sweep ', when(lastSweep), '.'];
  return [
    'Process ',
    code(processId, 100),
    attempt > 1 ? `, attempt ${attempt}` : '',
    ', started ',
    when(createdAt),
    `, event ${seq} at `,
    when(updatedAt),
    '.',
    ...sweep,
  ];
}
