/** Whether the workflow that a run belongs to wakes itself: a sweep is part of the protocol (M6). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JobEvent } from './event.ts';

/** undefined: the workflow file is not in the workspace, or cannot be read. */
export async function hasSchedule({
  workspace,
  workflow,
}: Pick<JobEvent, 'workspace' | 'workflow'>): Promise<boolean | undefined> {
  let text: string;
  try {
    text = readFileSync(path.join(workspace, workflow), 'utf8');
  } catch {
    return undefined;
  }
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core' }); // `on` is a word there, not a boolean
  return document.errors.length > 0 ? undefined : document.hasIn(['on', 'schedule']);
}
