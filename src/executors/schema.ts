/** Checks values by JSON Schema. The validator is loaded with the first schema: start-up does not pay for it. */
import type { Ajv as AjvType, ErrorObject, ValidateFunction } from 'ajv';

export interface SchemaIssue {
  /** `findings[0].severity`; empty for the value itself. */
  path: string;
  message: string;
}

export type Validation<T = unknown> = { ok: true; value: T } | { ok: false; issues: SchemaIssue[] };

/** The schema itself is not one. Thrown before any value is judged by it. */
export class InvalidSchemaError extends Error {
  override readonly name = 'InvalidSchemaError';
}

const MOST_COMPILED = 256;
const MOST_ISSUES = 20;
/** By the schema's text: every replay makes the schema object anew. */
const compiled = new Map<string, ValidateFunction>();
const validators = new Map<string, Promise<AjvType>>();

/**
 * Judges `value` by a JSON Schema: draft 2020-12 or 2019-09 when its `$schema` says so, otherwise draft-07.
 * Unknown keywords and formats are ignored, as the standard has it. The value is not changed.
 *
 * @throws InvalidSchemaError when the schema is not valid, naming the place in it
 */
export async function validateJson<T>(schema: object, value: T): Promise<Validation<T>> {
  const validate = await validator(schema);
  if (validate(value)) return { ok: true, value };
  const errors = (validate.errors ?? []).slice(0, MOST_ISSUES);
  return {
    ok: false,
    issues: errors.map((error) => ({ path: pathText(error.instancePath), message: say(error) })),
  };
}

/** Throws when the schema is not valid: so that nobody works hard for an answer that cannot be judged. */
export async function checkSchemaItself(schema: object): Promise<void> {
  await validator(schema);
}

/** The issues in one line, at most `most` of them. */
export function issuesText(issues: readonly SchemaIssue[], most = 5): string {
  const shown = issues
    .slice(0, most)
    .map((issue) => `${issue.path === '' ? 'it' : issue.path} ${issue.message}`);
  const rest = issues.length - shown.length;
  return shown.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

async function validator(schema: object): Promise<ValidateFunction> {
  const text = JSON.stringify(schema);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const draft = draftOf(schema);
  // Formats are half the start-up cost, and most schemas have none.
  const formats = text.includes('"format"');
  const key = `${draft}${formats ? ' formats' : ''}`;
  let ajv = validators.get(key);
  if (ajv === undefined) {
    ajv = load(draft, formats);
    validators.set(key, ajv);
  }
  const validate = compile(await ajv, JSON.parse(text) as Record<string, unknown>);
  const oldest = compiled.size >= MOST_COMPILED ? compiled.keys().next().value : undefined;
  if (oldest !== undefined) compiled.delete(oldest);
  compiled.set(text, validate);
  return validate;
}

async function load(draft: '07' | '2020', formats: boolean): Promise<AjvType> {
  // By way of `default`: the bundler knows no named exports of these modules.
  const Ajv =
    draft === '2020' ? (await import('ajv/dist/2020.js')).default.Ajv2020 : (await import('ajv')).default.Ajv;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  if (formats) {
    const { default: add } = await import('ajv-formats');
    (add as unknown as (to: AjvType) => void)(ajv);
  }
  return ajv;
}

function draftOf(schema: object): '07' | '2020' {
  const named = (schema as { $schema?: unknown }).$schema;
  return typeof named === 'string' && /2020-12|2019-09/.test(named) ? '2020' : '07';
}

function compile(ajv: AjvType, schema: Record<string, unknown>): ValidateFunction {
  // The draft has been chosen; a name that the validator does not know would only make it fail.
  delete schema.$schema;
  try {
    return compileOnce(ajv, schema);
  } catch (error) {
    const relaxed = withoutAny(schema);
    if (JSON.stringify(relaxed) !== JSON.stringify(schema))
      return compile(ajv, relaxed as Record<string, unknown>);
    const why =
      error instanceof Error
        ? error.message.replace(/^schema is invalid: /, '').split(', data')[0]
        : String(error);
    throw new InvalidSchemaError(
      `The schema is not a valid JSON Schema: ${why?.replace(/^data/, 'schema')}. Correct it in the task's definition.`,
      { cause: error },
    );
  }
}

function compileOnce(ajv: AjvType, schema: object): ValidateFunction {
  try {
    return ajv.compile(schema);
  } finally {
    // Otherwise it would keep every schema for ever, and refuse a second one with the same $id.
    ajv.removeSchema(schema);
  }
}

/** `type: 'any'` is no JSON Schema, but dozens of public process files write it and mean "anything". */
function withoutAny(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutAny);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key, value]) => !(key === 'type' && value === 'any'));
  const data = new Set(['const', 'enum', 'default', 'examples']);
  return Object.fromEntries(entries.map(([key, value]) => [key, data.has(key) ? value : withoutAny(value)]));
}

function say(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  const text = error.message ?? 'does not fit';
  if (error.keyword === 'additionalProperties')
    return `${text} (${JSON.stringify(params.additionalProperty)})`;
  if (error.keyword === 'enum')
    return `${text}: ${(JSON.stringify(params.allowedValues) ?? '').slice(0, 200)}`;
  if (error.keyword === 'const')
    return `${text}: ${(JSON.stringify(params.allowedValue) ?? '').slice(0, 200)}`;
  return text;
}

/** `/findings/0/a~1b` as `findings[0]["a/b"]`. */
function pathText(pointer: string): string {
  let path = '';
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^\d+$/.test(key)) path += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) path += path === '' ? key : `.${key}`;
    else path += `[${JSON.stringify(key)}]`;
  }
  return path;
}
