/** Checks a value by a Standard Schema (zod and others) or a JSON Schema. */
import type { Schema, StandardSchema } from '../../types.ts';

/** The value is not what a schema that the process declared asks for. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly issues: { path: string; message: string }[];

  constructor(what: string, issues: { path: string; message: string }[]) {
    super(
      `${what} does not match its schema: ${issues.map((i) => `${i.path === '' ? '' : `${i.path}: `}${i.message}`).join('; ')}`,
    );
    this.issues = issues;
  }
}

const isStandard = (schema: object): schema is StandardSchema<unknown, unknown> =>
  '~standard' in schema && typeof (schema as StandardSchema)['~standard']?.validate === 'function';

function pathText(path: readonly unknown[] | undefined): string {
  return (path ?? [])
    .map((part) => String(part !== null && typeof part === 'object' && 'key' in part ? part.key : part))
    .join('.');
}

/**
 * @returns the value that the schema gives (defaults filled in), at once or as a promise
 * @throws SchemaError naming `what` and each path
 */
export function checkSchema(schema: Schema, value: unknown, what: string): unknown {
  if (isStandard(schema)) {
    const judge = (
      result: Awaited<ReturnType<StandardSchema<unknown, unknown>['~standard']['validate']>>,
    ): unknown => {
      if (result.issues === undefined) return result.value;
      throw new SchemaError(
        what,
        result.issues.map((issue) => ({ path: pathText(issue.path), message: issue.message })),
      );
    };
    const result = schema['~standard'].validate(value);
    return result instanceof Promise ? result.then(judge) : judge(result);
  }
  return import('../../executors/schema.ts').then(async ({ validateJson }) => {
    const result = await validateJson(schema as Record<string, never>, value as never);
    if (result.ok) return value;
    throw new SchemaError(what, result.issues);
  });
}
