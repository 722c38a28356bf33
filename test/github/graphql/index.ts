import { HttpError } from '../errors.ts';
import { asObject, asString } from '../json.ts';
import type { Token } from '../model.ts';
import type { Platform } from '../platform.ts';
import type { Answer } from '../routes.ts';
import { execute, GraphqlError } from './execute.ts';
import { GraphqlSyntaxError, parseDocument } from './parse.ts';
import { buildSchema } from './schema.ts';

const failed = (message: string, type: string | null): Answer => ({
  status: 200,
  body: { data: null, errors: [{ ...(type ? { type } : {}), message }] },
});

/** `POST /graphql`: errors come with status 200, as GitHub's do. */
export async function answerGraphql(platform: Platform, token: Token | null, raw: unknown): Promise<Answer> {
  if (!token) return { status: 401, body: { message: 'This endpoint requires you to be authenticated.' } };
  const body = asObject(raw);
  try {
    const document = parseDocument(asString(body.query));
    const holes: { type: string | null; message: string }[] = [];
    const schema = buildSchema(platform, token, ({ type, message }) => holes.push({ type, message }));
    const data = await execute(document, schema[document.operation], body.variables);
    return { status: 200, body: holes.length === 0 ? { data } : { data, errors: holes } };
  } catch (error) {
    if (error instanceof GraphqlError) {
      if (error.type === 'undefinedField') platform.violations.push(`graphql: ${error.message}`);
      return failed(error.message, error.type);
    }
    if (error instanceof GraphqlSyntaxError) return failed(error.message, null);
    if (error instanceof HttpError)
      return failed(error.message, error.status === 403 ? 'FORBIDDEN' : 'NOT_FOUND');
    throw error;
  }
}
