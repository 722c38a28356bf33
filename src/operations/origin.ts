/** What a process finds in its environment about the event that started its run, whatever event this job came from. */
import type { RunCreatedData } from '../journal/events.ts';

/** The variables of contract §4, as they were at the start; none for a run that was not started by a workflow. */
export function originEnvironment(created: RunCreatedData | undefined): Record<string, string> {
  const { origin } = created ?? {};
  if (origin === undefined) return {};
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    GITHUB_SHA: text(origin.sha),
    GITHUB_REF: text(origin.ref),
    GITHUB_REF_NAME: text(origin.ref).replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_ACTOR: text(origin.actor),
    GITHUB_EVENT_NAME: text(origin.event),
    GITHUB_RUN_ID: /\/runs\/(\d+)/.exec(text(origin.workflowRunUrl))?.[1] ?? '',
    GITHUB_WORKFLOW: created?.workflowName ?? '',
  };
}
