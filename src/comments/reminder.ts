/** The two texts beside comments of a breakpoint and a run: the one reminder, and the issue that a run without one opens. */
import type { Approver, Link } from './facts.ts';
import { code, oneLine, phrase } from './neutralise.ts';
import { comment, enumerate, link, links, mention, say, when } from './nodes.ts';

export interface ReminderFacts {
  runId: string;
  ref: string;
  title: string;
  /** Those who have not decided yet. */
  waitingFor: readonly Approver[];
  /** ISO times. */
  openedAt: string;
  deadline?: string;
  /** To the breakpoint's comment, which has the words to type. */
  link: Link;
}

/** Markdown that mentions who may decide, once; ends with a reply marker to `to`, the breakpoint's comment. */
export function reminderComment(facts: ReminderFacts, to: string): string {
  const { title, ref, waitingFor, openedAt, deadline } = facts;
  return comment(
    [
      say(
        enumerate(waitingFor.slice(0, 50).map(mention), 'or'),
        ' can decide: ',
        phrase(title, 200),
        ' (',
        code(ref),
        ') has waited since ',
        when(openedAt),
        '.',
      ),
      deadline === undefined ? undefined : say('It times out at ', when(deadline), '.'),
      say(link(facts.link)),
    ],
    { kind: 'reply', run: facts.runId, to },
  );
}

export interface TrackingFacts {
  runId: string;
  processId: string;
  links: readonly Link[];
}

/** Title and body of the issue on which a run reports that came from no issue and no pull request. */
export function trackingIssueText({ runId, processId, links: all }: TrackingFacts): {
  title: string;
  body: string;
} {
  return {
    title: oneLine(`Longhaul run ${runId}: ${processId}`, 200),
    body: comment(
      [
        say(
          'Run ',
          code(runId),
          ' of ',
          code(processId, 100),
          ' has no issue or pull request of its own and reports here: its status, and the questions that it asks.',
        ),
        links(all),
      ],
      { kind: 'issue', run: runId },
    ),
  };
}
