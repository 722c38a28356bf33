/**
 * `comments.json` of a run: which of our comments stand where. A note to ourselves, not a second truth: without it
 * they are found again by their markers and their author. Written by the driver only; saved with the run.
 */
import path from 'node:path';
import type { ShownFile } from '../comments/facts.ts';
import { DamageError } from '../errors.ts';
import { isObject, parseJson } from '../journal/decode.ts';
import { sha256 } from '../journal/digest.ts';
import type { Json } from '../journal/events.ts';
import { jsonText } from '../journal/json.ts';
import { readIfThere } from '../journal/reader.ts';
import type { RunJournal } from '../journal/writer.ts';

const NAME = 'comments.json';

/** A breakpoint's comment. */
export interface Announced {
  issue: number;
  commentId: string;
  nodeId: string;
  url: string;
  /** When GitHub made it, ISO. */
  at: string;
  /** Of what it shows. */
  digest: string;
  nonce: string;
  /** What of the context's files was shown; they may change. */
  files: readonly ShownFile[];
  /** Logins of the users and team members that the policy named at opening. */
  named: readonly string[];
  /** On a pull request: the head that it shows, since when (ISO), and the one before a push. */
  head?: { sha: string; since: string; from?: string };
  /** Somebody had changed or deleted it: when it was put right (ISO). */
  shownSince?: string;
  remindedAt?: string;
  /** Of the run, when it was shown last: a retry opens again what the end of the run had closed. */
  attempt: number;
  /** It says how the breakpoint ended. */
  closed?: boolean;
}

export interface OurComments {
  /** Where the run is reported. */
  issue?: { number: number; isPull: boolean; url: string };
  /** `commentId` absent: it is about to be made. */
  status?: { commentId?: string; url?: string };
  /** By effect id. */
  breakpoints: { readonly [effectId: string]: Announced };
}

/** In the marker of a breakpoint's comment. */
export const nonceOf = (runId: string, effectId: string): string =>
  sha256(`${runId} ${effectId}`).slice(0, 16);

/** @throws DamageError */
export function readComments(runDir: string): OurComments {
  const file = path.join(runDir, NAME);
  const text = readIfThere(file);
  if (text === undefined) return { breakpoints: {} };
  const found = parseJson(text);
  if (!isObject(found) || !isObject(found.breakpoints))
    throw new DamageError(`${file} does not say which comments the run has`, file);
  return found as unknown as OurComments;
}

export function writeComments(journal: Pick<RunJournal, 'append'>, comments: OurComments): void {
  journal.append([], [{ path: NAME, text: jsonText(comments as unknown as Json), replace: true }]);
}
