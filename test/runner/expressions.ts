import type { data as Types } from '@actions/expressions';
import { asArray, isObject, type JsonObject } from '../github/json.ts';
import { expressions } from './official.ts';

const { data, Evaluator, Lexer, Parser } = expressions;
type Data = Types.ExpressionData;

/** What success(), failure() and their like answer at this place. */
export interface Status {
  success: boolean;
  failure: boolean;
  cancelled: boolean;
}

export interface Scope {
  contexts: JsonObject;
  status: Status;
}

function toData(value: unknown): Data {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...asArray(value).map(toData));
  if (isObject(value)) return dictionary(value);
  return new data.Null();
}

function dictionary(value: JsonObject): Types.Dictionary {
  const defined = Object.entries(value).filter(([, item]) => item !== undefined);
  return new data.Dictionary(...defined.map(([key, item]) => ({ key, value: toData(item) })));
}

function fromData(value: Data): unknown {
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromData(pair.value)]));
  }
  if (value instanceof data.Array) return value.values().map(fromData);
  if (
    value instanceof data.NumberData ||
    value instanceof data.BooleanData ||
    value instanceof data.StringData
  ) {
    return value.value;
  }
  return null;
}

function statusFunctions(status: Status) {
  const answers = { ...status, always: true };
  return Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
}

function run(expression: string, scope: Scope): Data {
  const functions = statusFunctions(scope.status);
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(scope.contexts), functions).parse();
  const table = new Map(functions.map((definition) => [definition.name, definition]));
  return new Evaluator(tree, dictionary(scope.contexts), table).evaluate();
}

/** An expression without its `${{ }}`, as a plain value. */
export const evaluate = (expression: string, scope: Scope): unknown => fromData(run(expression, scope));

const truthy = (value: unknown): boolean =>
  value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);

/** Splits a text at its expressions; strings inside them may hold braces. */
const template = /\$\{\{((?:'(?:[^']|'')*'|[^}']|\}(?!\}))*)\}\}/g;

export function interpolate(text: unknown, scope: Scope): string {
  if (text === null || text === undefined) return '';
  return String(text).replace(template, (_all, expression: string) =>
    run(expression.trim(), scope).coerceString(),
  );
}

/** Like interpolate, for whole structures; a value that is one expression keeps its type. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => resolve(item, scope));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, scope)]));
  if (typeof value !== 'string') return value;
  const matches = [...value.matchAll(template)];
  const [only] = matches;
  if (matches.length === 1 && only?.[0] === value.trim()) return evaluate((only[1] ?? '').trim(), scope);
  return interpolate(value, scope);
}

const asksForStatus = /\b(success|failure|cancelled|always)\s*\(/;

/** An `if:`; without a status function it means `success() && (…)`. */
export function condition(text: unknown, scope: Scope): boolean {
  if (typeof text === 'boolean') return text && scope.status.success;
  const source = String(text ?? 'success()').trim();
  const expression = /^\$\{\{([\s\S]*)\}\}$/.exec(source)?.[1]?.trim() ?? source;
  if (source.includes('${{') && !source.startsWith('${{')) {
    throw new Error(`An "if" that mixes text and \${{ }} is always true: ${source}`);
  }
  const withoutStrings = expression.replace(/'(?:[^']|'')*'/g, '');
  return truthy(
    evaluate(asksForStatus.test(withoutStrings) ? expression : `success() && (${expression})`, scope),
  );
}
