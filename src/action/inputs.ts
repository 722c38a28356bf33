/** Reads the action inputs: each is parsed, and a bad one is an error that names it, its value and what is allowed. */
import { z } from 'zod';
import { parseApprovers } from '../decisions/policy.ts';
import { durationMs } from '../duration.ts';
import { UsageError } from '../errors.ts';
import type { Json } from '../journal/events.ts';
import { isRunId } from '../journal/ids.ts';
import { INPUTS, type InputName } from './contract.ts';
import type { InputKind } from './input-kinds.ts';

type ValueOf<K extends InputKind> = K extends { type: 'text' | 'run-id' | 'issue' }
  ? string
  : K extends { type: 'choice'; values: readonly (infer V)[] }
    ? V
    : K extends { type: 'choices'; values: readonly (infer V)[] }
      ? V[]
      : K extends { type: 'lines' | 'approvers' | 'secrets' }
        ? string[]
        : K extends { type: 'boolean' }
          ? boolean
          : K extends { type: 'count' | 'duration' }
            ? number
            : K extends { type: 'json' }
              ? Json | undefined
              : never;

export type ActionInputs = { [N in InputName]: ValueOf<(typeof INPUTS)[N]['kind']> };

/** What a person may write; the words stand in messages and in the documentation. */
export function allowed(kind: InputKind): string {
  switch (kind.type) {
    case 'text':
      return 'text';
    case 'lines':
      return 'a list, by comma or newline';
    case 'approvers':
      return 'a list, by comma or newline, of `@user`, `@org/team`, `app[bot]`, and `role:` with read, triage, write, maintain or admin';
    case 'secrets':
      return 'one a line';
    case 'choices':
      return `a list of ${kind.values.map((value) => `\`${value}\``).join(', ')}`;
    case 'issue':
      return 'a number, as `12` or `#12`';
    case 'choice':
      return kind.values.map((value) => `\`${value}\``).join(', ');
    case 'boolean':
      return '`true` or `false`';
    case 'count':
      return `an integer from ${kind.min} to ${kind.max}`;
    case 'duration':
      return `a duration such as \`30s\`, \`10m\`, \`5h30m\`, \`7d\`${kind.zero === undefined ? '' : ` (\`0s\`: ${kind.zero})`}`;
    case 'json':
      return 'JSON';
    case 'run-id':
      return 'letters, digits, `.`, `_` and `-`, up to 64, beginning with a letter or digit';
  }
}

const listOf = (text: string, separator: RegExp | string): string[] =>
  text
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function areApprovers(entries: readonly string[]): boolean {
  try {
    return parseApprovers(entries).length > 0;
  } catch {
    return false;
  }
}

function schemaOf(kind: InputKind): z.ZodType {
  const trimmed = z.string().trim();
  switch (kind.type) {
    case 'text':
      return z.string();
    case 'lines':
      return trimmed.transform((text) => listOf(text, /[\n,]/));
    case 'approvers':
      return trimmed.transform((text) => listOf(text, /[\n,]/)).refine(areApprovers);
    case 'secrets':
      return trimmed.transform((text) => listOf(text, '\n'));
    case 'choices':
      return trimmed
        .transform((text) => listOf(text, /[\n,]/))
        .pipe(z.array(z.enum(kind.values as [string, ...string[]])));
    case 'issue':
      return trimmed.regex(/^(#?[1-9]\d{0,9})?$/);
    case 'choice':
      return trimmed.pipe(z.enum(kind.values as [string, ...string[]]));
    case 'boolean':
      return trimmed
        .toLowerCase()
        .pipe(z.enum(['true', 'false']))
        .transform((value) => value === 'true');
    case 'count':
      return trimmed.regex(/^\d+$/).transform(Number).pipe(z.number().int().min(kind.min).max(kind.max));
    case 'duration':
      return trimmed.transform((value, context) => {
        try {
          return durationMs(value, 'duration');
        } catch {
          context.addIssue({ code: 'custom', message: 'no duration' });
          return z.NEVER;
        }
      });
    case 'json':
      return trimmed.transform((value, context) => {
        if (value === '') return undefined;
        try {
          return JSON.parse(value) as Json;
        } catch (error) {
          context.addIssue({ code: 'custom', message: (error as Error).message });
          return z.NEVER;
        }
      });
    case 'run-id':
      return trimmed.refine((value) => value === '' || isRunId(value));
  }
}

/**
 * Parses every input. `raw` gives the text of one ('' when it is not set): what the workflow or the dispatch event
 * says; an empty text takes the default.
 * @throws UsageError naming the first bad input, its value and what is allowed; nothing has been done by then
 */
export function parseInputs(raw: (name: InputName) => string): ActionInputs {
  const parsed: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(INPUTS) as [InputName, (typeof INPUTS)[InputName]][]) {
    const said = raw(name);
    const value = said.trim() === '' ? literalDefault(spec.default) : said;
    const result = schemaOf(spec.kind).safeParse(value);
    if (!result.success) {
      const why = spec.kind.type === 'json' ? ` (${result.error.issues[0]?.message ?? ''})` : '';
      throw new UsageError(`Input \`${name}\` is ${shown(value)}${why}; allowed: ${allowed(spec.kind)}`, {
        hint: `Mend \`${name}\` in the \`with:\` of the step, or in the inputs of the dispatch. Nothing was written.`,
      });
    }
    parsed[name] = result.data;
  }
  return parsed as ActionInputs;
}

/** A default that the platform fills in is empty where there is no platform. */
const literalDefault = (text: string): string => (text.startsWith('${{') ? '' : text);

const shown = (value: string): string =>
  JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);

/** The lines of `signing-key`: secrets, each by itself. */
export const keyLines = (inputs: ActionInputs): string[] => listOf(inputs['signing-key'], '\n');
