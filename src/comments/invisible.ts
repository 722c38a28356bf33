/** Characters that cannot be seen, or that change how others are seen: they hide words from whoever reads a text. */
import { stripVTControlCharacters } from 'node:util';

/**
 * Controls (but for tab and line ends), format characters (zero width, bidi, soft hyphen, tags), what is ignored
 * by default (fillers, variation selectors), separators of lines, lone surrogates, private use, what never is a character.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/u;
const RUN = new RegExp(`(?:(?![\\t\\n\\r])${INVISIBLE.source})+`, 'gu');
/** The only joiners and selectors with a reason to be there: those between and behind pictures, whole or as keyboards send them. */
const EMOJI =
  /\p{RGI_Emoji_Tag_Sequence}|\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?(?:\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)*|\p{RGI_Emoji}/gv;

/** Whether there is anything invisible beside tabs and line ends; joined emoji are seen as one character. */
export function hasInvisible(text: string): boolean {
  return text.replaceAll(EMOJI, '').search(RUN) >= 0;
}

/** The same text with everything invisible named, `[U+200B]`; colours of a terminal are left out. */
export function madeVisible(text: string): string {
  const plain = stripVTControlCharacters(text.replace(/\r\n?/g, '\n'));
  if (plain.search(RUN) < 0) return plain;
  let shown = '';
  let from = 0;
  for (const emoji of plain.matchAll(EMOJI)) {
    shown += named(plain.slice(from, emoji.index)) + emoji[0];
    from = emoji.index + emoji[0].length;
  }
  return shown + named(plain.slice(from));
}

function named(text: string): string {
  return text.replace(RUN, (run) => {
    const [first = '', ...more] = run;
    const name = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return more.length === 0 ? `[${name}]` : `[${name} and ${more.length} more invisible characters]`;
  });
}
