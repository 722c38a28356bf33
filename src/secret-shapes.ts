/**
 * Where a text has something with the shape of a secret, whoever's it is: the rules of secretlint, which its authors
 * keep up with the token formats of some thirty services, and a few shapes that those leave alone. Loaded only when
 * a text is suspicious: see redact.ts.
 */
import { rules } from '@secretlint/secretlint-rule-preset-recommend';

/** Part of a text, from the first index up to, not including, the second. */
export type Range = readonly [from: number, to: number];

interface Rule {
  meta: { id: string };
  create(context: object, options: object): { file?(source: object): unknown };
}

/** The group of each is the secret; the whole where it has none. */
const MORE = [
  // RFC 7468; cut off, it is still one.
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^"'`]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // RFC 7519: two parts of JSON and a signature.
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  // RFC 9110, as programs print the headers that they send.
  /\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer|token)\s+([\w~+/.-]{8,}=*)/gi,
  // cloud.google.com/docs/authentication/api-keys
  /\bAIza[\w-]{35}(?![\w-])/g,
];

const found: Range[] = [];
const context = {
  createTranslator: () => (id: string) => ({ message: id, messageId: id }),
  report: ({ range }: { range: Range }) => found.push(range),
  ignore: () => {},
  sharedOptions: {},
};
/** Its comments are instructions to look away, which whoever writes a secret into a log might know as well. */
const scanners = (rules as unknown as Rule[])
  .filter(({ meta }) => !meta.id.endsWith('filter-comments'))
  .map((rule) => rule.create(context, {}));

/** In order, none touching another. */
export function secretRanges(text: string): Range[] {
  found.length = 0;
  const source = { content: text, filePath: '', ext: '', contentType: 'text' };
  for (const scanner of scanners) scanner.file?.(source);
  const ranges = found.map((range) => secretIn(text, range));
  for (const shape of MORE) {
    for (const { 0: whole, 1: secret = whole, index } of text.matchAll(shape)) {
      const from = index + whole.lastIndexOf(secret);
      ranges.push([from, from + secret.length]);
    }
  }
  return merged(ranges);
}

/** Of an address only what stands before the `@`; of anything else the whole word that it ends in. */
function secretIn(text: string, [from, to]: Range): Range {
  const address = /^[\w+.-]+:\/\/([^@/\s]+)@/.exec(text.slice(from, to));
  if (address !== null) {
    const start = from + address[0].length - 1 - (address[1] ?? '').length;
    return [start, from + address[0].length - 1];
  }
  const rest = /^[\w+/=.-]*/.exec(text.slice(to, to + 1000))?.[0] ?? '';
  return [from, to + rest.length];
}

function merged(ranges: readonly Range[]): Range[] {
  const all: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
