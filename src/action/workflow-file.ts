/** What the workflow file that a run belongs to says of it, where the workspace has that file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JobEvent } from './event.ts';

type Place = Pick<JobEvent, 'workspace' | 'workflow'>;

/** Whether the workflow wakes itself: a sweep is part of the protocol (M6). undefined: its file cannot be read. */
export async function hasSchedule(place: Place): Promise<boolean | undefined> {
  const text = textOf(place);
  if (text === undefined) return undefined;
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core' }); // `on` is a word there, not a boolean
  return document.errors.length > 0 ? undefined : document.hasIn(['on', 'schedule']);
}

/** Whether any job or step of the workflow may read the outputs of another. undefined: its file cannot be read. */
export const readsOutputs = (place: Place): boolean | undefined => textOf(place)?.includes('outputs');

function textOf({ workspace, workflow }: Place): string | undefined {
  if (workflow === '') return undefined;
  try {
    return readFileSync(path.join(workspace, workflow), 'utf8');
  } catch {
    return undefined;
  }
}
