/** Who takes external effects: a workflow run, whose jobs bring their results (protocol E5). */
import type { WorkflowRunsPort } from '../github/port.ts';
import type { JobEvent } from './event.ts';

export const workflowRunOwner = ({ workflowRunId, workflowAttempt }: JobEvent): string =>
  `workflow-run ${workflowRunId}/${workflowAttempt}`;

/** An owner that cannot be asked about counts as alive: its effects are not given away twice. */
export function workflowRunsPort(port: WorkflowRunsPort): (owner: string) => Promise<boolean> {
  return async (owner) => {
    const match = /^workflow-run (\d+)\/(\d+)$/.exec(owner);
    if (match === null) return false;
    const [, workflowRunId = '', attempt = ''] = match;
    return (await port.workflowRunState(workflowRunId, Number(attempt))) !== 'dead';
  };
}
