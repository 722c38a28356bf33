/** What a comment says to a run, if anything (contract §3). Text in, command out: who may say it is asked elsewhere. */

export type DecisionVerb = 'approve' | 'reject' | 'answer';

export type Command =
  /** `ref`: normalised, begins with `e-`, but may be no reference that anything has. */
  | { verb: DecisionVerb; ref?: string; text: string }
  /** `effect`: a normalised reference or an effect id; '' when the comment names none. */
  | { verb: 'cancel'; effect: string; text: string }
  /** `word`: the first word, a run id if a run here is called so; `text`: the whole rest, that word included. */
  | { verb: 'halt' | 'retry' | 'status'; word?: string; text: string }
  | { verb: 'help' };

/** undefined: not a command. */
export function parseComment(body: string): Command | undefined {
  throw new Error(`not written: ${body}`);
}
