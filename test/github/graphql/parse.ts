/** Just enough of GraphQL's grammar: operations, variables, aliases, arguments, inline and named fragments. */

export type Value =
  | { kind: 'variable'; name: string }
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'enum'; name: string }
  | { kind: 'list'; items: Value[] }
  | { kind: 'object'; fields: Record<string, Value> };

export type Selection =
  | { kind: 'field'; name: string; alias: string; arguments: Record<string, Value>; selections: Selection[] }
  | { kind: 'inline'; on: string | null; selections: Selection[] }
  | { kind: 'spread'; name: string };

export interface Document {
  operation: 'query' | 'mutation';
  defaults: Record<string, Value>;
  selections: Selection[];
  fragments: Map<string, { on: string; selections: Selection[] }>;
}

export class GraphqlSyntaxError extends Error {}

const token =
  /[\s,]+|#[^\n]*|("""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|[!$():=@[\]{}|])/y;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new GraphqlSyntaxError(`Parse error at ${at}`);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

class Reader {
  readonly #tokens: string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  get peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  at(...candidates: string[]): boolean {
    return candidates.includes(this.peek ?? '');
  }

  next(): string {
    const current = this.#tokens[this.#at];
    if (current === undefined) throw new GraphqlSyntaxError('Parse error: unexpected end of document');
    this.#at += 1;
    return current;
  }

  take(expected: string): boolean {
    if (this.peek !== expected) return false;
    this.#at += 1;
    return true;
  }

  need(expected: string): void {
    if (!this.take(expected))
      throw new GraphqlSyntaxError(`Parse error: expected ${expected}, got ${this.peek}`);
  }
}

function readValue(reader: Reader): Value {
  const first = reader.next();
  if (first === '$') return { kind: 'variable', name: reader.next() };
  if (first === '[') {
    const items: Value[] = [];
    while (!reader.take(']')) items.push(readValue(reader));
    return { kind: 'list', items };
  }
  if (first === '{') {
    const fields: Record<string, Value> = {};
    while (!reader.take('}')) {
      const name = reader.next();
      reader.need(':');
      fields[name] = readValue(reader);
    }
    return { kind: 'object', fields };
  }
  if (first.startsWith('"""')) return { kind: 'literal', value: first.slice(3, -3).trim() };
  if (first.startsWith('"')) return { kind: 'literal', value: String(JSON.parse(first)) };
  if (/^-?\d/.test(first)) return { kind: 'literal', value: Number(first) };
  if (first === 'true' || first === 'false') return { kind: 'literal', value: first === 'true' };
  if (first === 'null') return { kind: 'literal', value: null };
  return { kind: 'enum', name: first };
}

function readArguments(reader: Reader): Record<string, Value> {
  const values: Record<string, Value> = {};
  if (!reader.take('(')) return values;
  while (!reader.take(')')) {
    const name = reader.next();
    reader.need(':');
    values[name] = readValue(reader);
  }
  return values;
}

function readSelections(reader: Reader): Selection[] {
  const selections: Selection[] = [];
  reader.need('{');
  while (!reader.take('}')) {
    if (reader.take('...')) {
      if (reader.peek === 'on' || reader.peek === '{') {
        const on = reader.take('on') ? reader.next() : null;
        selections.push({ kind: 'inline', on, selections: readSelections(reader) });
      } else selections.push({ kind: 'spread', name: reader.next() });
      continue;
    }
    const first = reader.next();
    const name = reader.take(':') ? reader.next() : first;
    const given = readArguments(reader);
    const inner = reader.peek === '{' ? readSelections(reader) : [];
    selections.push({ kind: 'field', name, alias: first, arguments: given, selections: inner });
  }
  return selections;
}

/** Declared variables; only their defaults matter here. */
function readVariables(reader: Reader): Record<string, Value> {
  const defaults: Record<string, Value> = {};
  if (!reader.take('(')) return defaults;
  while (!reader.take(')')) {
    reader.need('$');
    const name = reader.next();
    reader.need(':');
    while (reader.peek !== '$' && reader.peek !== ')' && reader.peek !== '=') reader.next();
    if (reader.take('=')) defaults[name] = readValue(reader);
  }
  return defaults;
}

export function parseDocument(text: string): Document {
  const reader = new Reader(text);
  const document: Document = { operation: 'query', defaults: {}, selections: [], fragments: new Map() };
  while (reader.peek !== undefined) {
    if (reader.take('fragment')) {
      const name = reader.next();
      reader.need('on');
      const on = reader.next();
      document.fragments.set(name, { on, selections: readSelections(reader) });
      continue;
    }
    if (reader.peek === 'query' || reader.peek === 'mutation') {
      document.operation = reader.next() === 'mutation' ? 'mutation' : 'query';
      if (!reader.at('{', '(')) reader.next(); // the operation's name
      document.defaults = readVariables(reader);
    }
    document.selections = readSelections(reader);
  }
  return document;
}
