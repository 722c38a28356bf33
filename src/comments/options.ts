/** The options of a breakpoint, as they are shown and as people type them. */
import { oneLine } from './neutralise.ts';

const LONGEST = 100;

/** What is shown and typed for an option: one line, nothing invisible. */
export function shownOption(option: string): string {
  return oneLine(option, LONGEST);
}

/**
 * The option that a decision's text begins with, as the process wrote it, and what follows it. The words must be
 * the option's, the longest fits first; capitals matter only where two options differ in nothing else.
 * undefined: the text begins with none.
 */
export function chosenOption(
  text: string,
  options: readonly string[],
): { option: string; text: string } | undefined {
  const typed = [...options]
    .sort((a, b) => b.length - a.length)
    .map((option) => ({ option, shown: shownOption(option) }));
  for (const fold of [(word: string) => word, (word: string) => word.toLowerCase()]) {
    const fitting = typed
      .map(({ option, shown }) => ({ option, rest: restAfter(text, shown, fold) }))
      .filter(({ rest }) => rest !== undefined);
    const [first, second] = fitting;
    if (first === undefined) continue;
    const isSure =
      second === undefined || shownOption(second.option).length < shownOption(first.option).length;
    if (isSure) return { option: first.option, text: first.rest ?? '' };
  }
  return undefined;
}

/** What follows the words of `shown` at the beginning of the text; undefined when it does not begin with them. */
function restAfter(text: string, shown: string, fold: (word: string) => string): string | undefined {
  let rest = text.trimStart();
  for (const word of shown.split(' ')) {
    const [found = ''] = /^\S+/.exec(rest) ?? [];
    if (word === '' || fold(found) !== fold(word)) return undefined;
    rest = rest.slice(found.length).trimStart();
  }
  return rest.trimEnd();
}
