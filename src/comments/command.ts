/** What a comment says to a run, if anything (contract §3). Text in, command out: who may say it is asked elsewhere. */
import { hasInvisible } from './invisible.ts';
import { hasMarker } from './markers.ts';
import { normaliseRef } from './reference.ts';

export type DecisionVerb = 'approve' | 'reject' | 'answer';

export type Command =
  /** `ref`: normalised, begins with `e-`, but may be no reference that anything has. */
  | { verb: DecisionVerb; ref?: string; text: string }
  /** `effect`: a normalised reference or an effect id; '' when the comment names none. */
  | { verb: 'cancel'; effect: string; text: string }
  /** `word`: the first word, a run id if a run here is called so; `text`: the whole rest, that word included. */
  | { verb: 'halt' | 'retry' | 'status'; word?: string; text: string }
  | { verb: 'help' };

/** The slash is the body's first character: so no quote, list, indented code or fence can begin before it. */
const FIRST_LINE = /^\/(approve|reject|answer|cancel|halt|retry|status|help)(?:[ \t]|$)/;
/** Shown as code or in bold, a reference is still one. */
const DECORATED = /^([`*_]{1,3})(.+)\1$/;
/** `e-…` with a letter or a dash from elsewhere: made to look like a reference, or corrected by a keyboard. */
const LOOKALIKE = /^(?:\P{ASCII}|[eE](?!-))\p{Dash}[\p{L}\p{N}]{5,}$/u;
/** No reference, with whatever stands around it, is longer. */
const LONGEST_WORD = 64;

/**
 * undefined: not a command. Takes time in proportion to the body's length.
 * A first line with anything invisible in it is none, nor is a body with a marker of ours (see markers.ts).
 */
export function parseComment(body: string): Command | undefined {
  const end = body.search(/[\r\n]/);
  const line = end < 0 ? body : body.slice(0, end);
  const verb = FIRST_LINE.exec(line)?.[1] as Command['verb'] | undefined;
  if (verb === undefined || line.includes('<!--') || hasInvisible(line) || hasMarker(body)) return undefined;
  if (verb === 'help') return { verb };
  const text = body
    .slice(verb.length + 1)
    .replace(/\r\n?/g, '\n')
    .trim();
  const word = /^\S*/.exec(text)?.[0] ?? '';
  const rest = text.slice(word.length).trim();
  switch (verb) {
    case 'halt':
    case 'retry':
    case 'status':
      return word === '' ? { verb, text } : { verb, word, text };
    case 'cancel':
      return { verb, effect: referenceOf(word) ?? word, text: rest };
    default: {
      const ref = referenceOf(word);
      return ref === undefined ? { verb, text } : { verb, ref, text: rest };
    }
  }
}

/** undefined: the word is no reference, so it is text. What only looks like one stays as it is, and nothing has it. */
function referenceOf(word: string): string | undefined {
  const shown = word.slice(0, LONGEST_WORD).normalize('NFC');
  const bare = (DECORATED.exec(shown)?.[2] ?? shown).replace(/[.,:;!]{1,3}$/, '');
  if (/^e-/i.test(bare)) return normaliseRef(bare);
  return LOOKALIKE.test(bare) ? bare : undefined;
}
