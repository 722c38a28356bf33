/** The files through which a step talks to the runner. */

export class FileCommandError extends Error {}

/** `name=value` lines and `name<<DELIMITER` blocks, in the runner's own words where it refuses them. */
export function readKeyValues(text: string, kind: string): [string, string][] {
  const lines = text.split(/\r?\n/);
  const pairs: [string, string][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    if (heredoc <= 0) {
      throw new FileCommandError(
        `Unable to process file command '${kind}' successfully. Invalid format '${line}'`,
      );
    }
    const delimiter = line.slice(heredoc + 2);
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) {
      throw new FileCommandError(
        `Unable to process file command '${kind}' successfully. Matching delimiter not found '${delimiter}'`,
      );
    }
    pairs.push([line.slice(0, heredoc), lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return pairs;
}

/** A summary beyond 1 MiB is dropped as a whole. */
export const maxSummary = 1024 * 1024;
