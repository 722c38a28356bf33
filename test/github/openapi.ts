import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { asArray, asObject, asString, isObject, type JsonObject } from './json.ts';

/** GitHub's own description, cut to the paths that are used (MIT, from @octokit/openapi 23.0.2). */
const description = asObject(JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')));

/** OpenAPI 3.0 says `nullable` beside a `$ref`; JSON Schema needs an alternative. */
function withNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNull);
  if (!isObject(schema)) return schema;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) copy[key] = withNull(value);
  // A nullable enumeration seldom lists null itself.
  if (copy.nullable === true && Array.isArray(copy.enum)) copy.enum = [...copy.enum, null];
  if (copy.nullable !== true || copy.type !== undefined) return copy;
  delete copy.nullable;
  return { anyOf: [copy, { type: 'null' }] };
}

const rewritten = asObject(
  withNull(JSON.parse(JSON.stringify(description).replaceAll('"#/components/', '"github#/components/'))),
);
const components = asObject(rewritten.components);

const ajv = new Ajv({ strict: false, allErrors: true });
// The package is CommonJS: its function is the default export of the default export.
(addFormatsModule as unknown as { default: (target: Ajv) => void }).default(ajv);
for (const format of ['timestamp', 'repo.nwo', 'ssh-key']) ajv.addFormat(format, true);
ajv.addSchema({ $id: 'github', components });

function resolve(value: unknown): JsonObject {
  const object = asObject(value);
  const reference = asString(object.$ref);
  if (!reference) return object;
  const [kind = '', name = ''] = reference.split('/').slice(-2);
  return resolve(asObject(components[kind])[name]);
}

/** Every property name that some branch of a schema knows; null when any name may be given. */
function propertyNames(schema: unknown): Set<string> | null {
  const object = resolve(schema);
  const names = new Set(Object.keys(asObject(object.properties)));
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    for (const branch of asArray(object[keyword]))
      for (const name of propertyNames(branch) ?? []) names.add(name);
  }
  return names.size > 0 ? names : null;
}

export interface Operation {
  method: string;
  path: string;
  parameters: Record<string, string>;
}

interface Compiled extends Operation {
  pattern: RegExp;
  queryNames: Set<string>;
  body: { validate: ValidateFunction; names: Set<string> | null; required: boolean } | null;
  answers: Map<string, ValidateFunction | null>;
}

/** Parameters that stand for several path segments in GitHub's description. */
const manySegments = new Set(['ref', 'path', 'basehead', 'branch']);

function pathPattern(path: string): RegExp {
  const source = path.replace(/[.+]/g, '\\$&').replace(/\{([^}]+)\}/g, (_all, name: string) => {
    return `(?<${name}>${manySegments.has(name) ? '.+' : '[^/]+'})`;
  });
  return new RegExp(`^${source}$`);
}

const jsonSchema = (value: unknown): unknown =>
  asObject(asObject(asObject(resolve(value).content)['application/json'])).schema;

function compile(method: string, path: string, shared: unknown[], operation: JsonObject): Compiled {
  const parameters = [...shared, ...asArray(operation.parameters)].map(resolve);
  const bodySchema = jsonSchema(operation.requestBody);
  const answers = new Map<string, ValidateFunction | null>();
  for (const [status, answer] of Object.entries(asObject(operation.responses))) {
    const schema = jsonSchema(answer);
    answers.set(status, schema === undefined ? null : ajv.compile(asObject(schema)));
  }
  return {
    method,
    path,
    parameters: {},
    pattern: pathPattern(path),
    queryNames: new Set(parameters.filter((item) => item.in === 'query').map((item) => asString(item.name))),
    body:
      bodySchema === undefined
        ? null
        : {
            validate: ajv.compile(asObject(bodySchema)),
            names: propertyNames(bodySchema),
            required: resolve(operation.requestBody).required === true,
          },
    answers,
  };
}

const cache = new Map<string, Compiled>();
const verbs = ['get', 'post', 'patch', 'put', 'delete'];
/** Literal paths first, so that `/actions/artifacts/{id}` wins over a catch-all. */
const templates = Object.entries(asObject(rewritten.paths))
  .map(([path, item]) => ({ path, item: asObject(item), pattern: pathPattern(path) }))
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length || b.path.length - a.path.length);

/** Finds the operation of a request, or null when the subset has none. */
export function findOperation(method: string, pathname: string): Operation | null {
  const verb = method.toLowerCase();
  if (!verbs.includes(verb)) return null;
  for (const { path, item, pattern } of templates) {
    const match = pattern.exec(pathname);
    if (!match || !isObject(item[verb])) continue;
    const key = `${method} ${path}`;
    let found = cache.get(key);
    if (!found) {
      found = compile(method, path, asArray(item.parameters), asObject(item[verb]));
      cache.set(key, found);
    }
    const parameters: Record<string, string> = {};
    for (const [name, value] of Object.entries(match.groups ?? {}))
      parameters[name] = decodeURIComponent(value ?? '');
    return { method, path, parameters };
  }
  return null;
}

const compiledOf = (operation: Operation): Compiled | undefined =>
  cache.get(`${operation.method} ${operation.path}`);

const problemsOf = (validate: ValidateFunction): string[] =>
  (validate.errors ?? []).slice(0, 5).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);

/** What is wrong with a request: unknown or ill-typed keys of query and body. */
export function requestProblems(operation: Operation, query: URLSearchParams, body: unknown): string[] {
  const compiled = compiledOf(operation);
  if (!compiled) return [];
  const problems: string[] = [];
  for (const name of query.keys()) {
    if (!compiled.queryNames.has(name)) problems.push(`"${name}" is not a permitted query key.`);
  }
  if (body === undefined) {
    if (compiled.body?.required) problems.push('a body is required.');
    return problems;
  }
  if (!compiled.body)
    return isObject(body) && Object.keys(body).length === 0
      ? problems
      : [...problems, 'no body is permitted.'];
  const { validate, names } = compiled.body;
  if (names && isObject(body)) {
    for (const name of Object.keys(body))
      if (!names.has(name)) problems.push(`"${name}" is not a permitted key.`);
  }
  if (!validate(body)) problems.push(...problemsOf(validate));
  return problems;
}

/** Answers that GitHub gives everywhere and documents only here and there. */
const undocumented = new Set([304, 401, 403, 404, 409, 410, 413, 422, 429, 451, 500, 501, 502, 503]);

/** What is wrong with an answer of the stand-in itself. */
export function answerProblems(operation: Operation, status: number, body: unknown): string[] {
  const compiled = compiledOf(operation);
  const validate = compiled?.answers.get(String(status));
  if (validate === undefined) return undocumented.has(status) ? [] : [`status ${status} is not documented`];
  if (validate === null || status >= 400) return [];
  return validate(body) ? [] : problemsOf(validate);
}
