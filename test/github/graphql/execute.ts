import { asObject, isObject, type JsonObject } from '../json.ts';
import type { Document, Selection, Value } from './parse.ts';

/** An object of the graph: its type and its fields, each computed when it is asked for. */
export interface Node {
  type: string;
  /** Interfaces that fragments may name. */
  implements: string[];
  fields: Record<string, (input: JsonObject) => unknown>;
}

export class GraphqlError extends Error {
  readonly type: string | null;

  constructor(message: string, type: string | null = null) {
    super(message);
    this.type = type;
  }
}

const isNode = (value: unknown): value is Node =>
  isObject(value) && typeof value.type === 'string' && isObject(value.fields);

function evaluate(value: Value, variables: JsonObject): unknown {
  if (value.kind === 'variable') return variables[value.name];
  if (value.kind === 'literal') return value.value;
  if (value.kind === 'enum') return value.name;
  if (value.kind === 'list') return value.items.map((item) => evaluate(item, variables));
  return Object.fromEntries(
    Object.entries(value.fields).map(([name, field]) => [name, evaluate(field, variables)]),
  );
}

/** Walks the selections of a document from a root object; an unknown field is an error as on GitHub. */
export async function execute(document: Document, root: Node, given: unknown): Promise<JsonObject> {
  const variables: JsonObject = {};
  for (const [name, value] of Object.entries(document.defaults)) variables[name] = evaluate(value, {});
  Object.assign(variables, asObject(given));

  async function select(node: Node, selections: Selection[]): Promise<JsonObject> {
    const result: JsonObject = {};
    for (const selection of selections) {
      if (selection.kind !== 'field') {
        const fragment = selection.kind === 'spread' ? document.fragments.get(selection.name) : selection;
        if (!fragment)
          throw new GraphqlError(`Fragment ${JSON.stringify(selection)} was used, but not defined`);
        const applies =
          fragment.on === null || fragment.on === node.type || node.implements.includes(fragment.on);
        if (applies) Object.assign(result, await select(node, fragment.selections));
        continue;
      }
      if (selection.name === '__typename') {
        result[selection.alias] = node.type;
        continue;
      }
      const field = node.fields[selection.name];
      if (!field)
        throw new GraphqlError(
          `Field '${selection.name}' doesn't exist on type '${node.type}'`,
          'undefinedField',
        );
      const input = Object.fromEntries(
        Object.entries(selection.arguments).map(([name, value]) => [name, evaluate(value, variables)]),
      );
      result[selection.alias] = await complete(await field(input), selection);
    }
    return result;
  }

  async function complete(value: unknown, selection: Selection & { kind: 'field' }): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((item: unknown) => complete(item, selection)));
    if (!isNode(value)) return value ?? null;
    if (selection.selections.length === 0) {
      throw new GraphqlError(`Field must have selections (field '${selection.name}' returns ${value.type})`);
    }
    return select(value, selection.selections);
  }

  return select(root, document.selections);
}
