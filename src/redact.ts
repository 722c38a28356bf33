/** Takes secrets out of text before it is written anywhere (contract §3): by value, and by the shape of tokens. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Range } from './secret-shapes.ts';

/** What stands where a secret was. */
export const REDACTED = '***';

/** Shorter values, and shorter lines of values, would tear words apart: they are left to the platform's masks. */
const SHORTEST = 6;
/** Every known shape has a long word of mixed letters, */
const MIXED_WORD = /(?<![\w-])(?=[\w-]{20})(?:(?=[\w-]*[a-z])(?=[\w-]*[A-Z\d])|(?=[\w-]*[A-Z])(?=[\w-]*\d))/;
/** or is a password in an address, begins like a key or a header, or is named. */
const TELLTALE = /:\/\/[^\s/@:]{0,256}:[^\s/@]{1,256}@|-----BEGIN|authorization|secret/i;
/** The same in JSON, where a character may take six. */
const TELLTALE_IN_JSON = /:\/\/[^\s/@:]{0,1536}:[^\s/@]{1,1536}@|-----BEGIN|authorization|secret/i;
/** The long words that runs are full of: ULIDs, UUIDs, commits, digests. */
const IDS = /(?<![\w-])(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f-]{20,64})(?![\w-])/g;

/** Gives the text without secrets. */
export interface Redact {
  (text: string): string;
  /** False: there is none in it, whether it is taken as it is or as JSON. */
  mayChange?(text: string): boolean;
}

/**
 * A function that gives the text without secrets: those given, as they are or encoded (base64 wherever it begins, of
 * addresses, of JSON), each line of one with several, and whatever has the shape of a token or a key.
 *
 * @param onFirst called once, when something was taken out for the first time
 */
export function redactor(secrets: readonly string[], onFirst?: () => void): Redact {
  const forms = formsOfAll(secrets);
  const values = pattern(forms);
  // What would be found in a text stands once more in JSON when the text does.
  const valuesInJson = pattern(new Set([...forms, ...[...forms].map(inJson)]));
  let isFirst = true;
  const redact = (text: string): string => {
    const named = values === undefined ? text : text.replace(values, REDACTED);
    const clean = isSuspicious(named, TELLTALE) ? withoutRanges(named, shapes()(named)) : named;
    if (isFirst && clean !== text) {
      isFirst = false;
      onFirst?.();
    }
    return clean;
  };
  const mayChange = (text: string): boolean =>
    (valuesInJson !== undefined && text.search(valuesInJson) >= 0) || isSuspicious(text, TELLTALE_IN_JSON);
  return Object.assign(redact, { mayChange });
}

function isSuspicious(text: string, telltale: RegExp): boolean {
  return telltale.test(text) || (MIXED_WORD.test(text) && MIXED_WORD.test(text.replace(IDS, '')));
}

/** Every string, key and number of a JSON value redacted by itself. The very same value when nothing is. */
export function redactValue<T>(value: T, redact: Redact): T {
  // To look at all of it at once costs a fraction of looking at each part.
  if (typeof value === 'object' && redact.mayChange?.(JSON.stringify(value)) === false) return value;
  let isChanged = false;
  const clean = (text: string): string => {
    const redacted = redact(text);
    isChanged ||= redacted !== text;
    return redacted;
  };
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return clean(part);
    if (typeof part === 'number') {
      const text = String(part);
      const redacted = clean(text);
      return redacted === text ? part : redacted;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [clean(key), walk(each)]));
  };
  const redacted = walk(value);
  return isChanged ? (redacted as T) : value;
}

/** A JSON text redacted so that it stays JSON. The very same text when nothing is. @throws SyntaxError when there is no JSON in it */
export function redactJson(json: string, redact: Redact): string {
  // A replay asks this of every request.
  if (redact.mayChange?.(json) === false) return json;
  const value: unknown = JSON.parse(json);
  const redacted = redactValue(value, redact);
  return redacted === value ? json : JSON.stringify(redacted);
}

function withoutRanges(text: string, ranges: readonly Range[]): string {
  let clean = '';
  let from = 0;
  for (const [start, end] of ranges) {
    clean += text.slice(from, start) + REDACTED;
    from = end;
  }
  return from === 0 ? text : clean + text.slice(from);
}

/** All that is taken out. */
function formsOfAll(secrets: readonly string[]): Set<string> {
  const values = new Set<string>();
  for (const secret of secrets) {
    const lines = secret.split(/\r\n?|\n/).map((line) => line.trim());
    for (const value of [secret, ...lines]) {
      if (value.length < SHORTEST) continue;
      for (const form of formsOf(value)) values.add(form);
    }
  }
  return values;
}

/** undefined: there are no values. The longest is tried first, so that no rest of one is left. */
function pattern(values: ReadonlySet<string>): RegExp | undefined {
  if (values.size === 0) return undefined;
  const longest = [...values].sort((a, b) => b.length - a.length);
  return new RegExp(longest.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}

function formsOf(value: string): string[] {
  const address = encodeURIComponent(value.toWellFormed());
  const json = inJson(value);
  const forms = [
    value,
    json,
    // JSON in a string of JSON, as results of programs often are.
    inJson(json),
    address,
    address.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    address.replaceAll('%20', '+'),
  ];
  for (const before of [0, 1, 2]) {
    const base64 = withinBase64(value, before);
    // In a longer text less than this is chance.
    if (base64.length >= 8) forms.push(base64, base64.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return forms;
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What a base64 text has of the value, whatever else it encodes, when the value begins at byte 3n + `before`. */
function withinBase64(value: string, before: number): string {
  const bytes = Buffer.from(value);
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const from = Math.ceil((before * 8) / 6);
  return text.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
}

type Shapes = (text: string) => Range[];
let loaded: Shapes | undefined;

/** Loaded at the first suspicion, and at once: whoever redacts cannot wait. */
function shapes(): Shapes {
  if (loaded === undefined) {
    const { secretRanges } = createRequire(import.meta.url)(shapesPath()) as { secretRanges: Shapes };
    loaded = secretRanges;
  }
  return loaded;
}

/** The module lies beside this one or its bundle, or one directory above a bundle (see scripts/build.mjs). */
function shapesPath(): string {
  const here = import.meta.url;
  const places = ['./secret-shapes.ts', './secret-shapes.js', '../secret-shapes.js'];
  const found = places.map((place) => fileURLToPath(new URL(place, here))).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`The token shapes of Longhaul are missing beside ${here}`);
  return found;
}
