/** Whether an event concerns nobody here: known from the event alone, before inputs are read or anything is loaded. */
import { readFileSync } from 'node:fs';
import { parseComment } from '../comments/command.ts';

/**
 * Why there is nothing to do; undefined: there may be something. What is no comment, or cannot be read, is for others
 * to judge.
 */
export function idleBecause(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const command = (env.INPUT_COMMAND ?? '').trim();
  if (env.GITHUB_EVENT_NAME !== 'issue_comment' || (command !== '' && command !== 'auto')) return undefined;
  const body = bodyOf(env.GITHUB_EVENT_PATH ?? '');
  return body === undefined || parseComment(body) !== undefined ? undefined : 'the comment is no command';
}

/** Untrusted: text, and nothing else of it, is taken. */
function bodyOf(file: string): string | undefined {
  try {
    const event: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const comment = (event as { comment?: { body?: unknown } } | null)?.comment;
    return typeof comment?.body === 'string' ? comment.body : undefined;
  } catch {
    return undefined;
  }
}
