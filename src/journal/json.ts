/**
 * The one rule by which arguments, results and outputs become JSON: what JSON.stringify makes of them,
 * except that it never empties anything silently.
 */
import { LonghaulError } from '../errors.ts';
import type { Json, JsonObject } from './events.ts';

/** A value that has no honest JSON form; the message names its path. */
export class NotJsonError extends LonghaulError {
  constructor(where: string, what: string) {
    super('NOT_JSON', `Not JSON: ${where}: ${what}`, {
      path: where,
      hint: 'Pass plain objects, arrays, strings, numbers, booleans or null, or give the class a toJSON method.',
    });
    this.name = 'NotJsonError';
  }
}

export interface JsonResult {
  json: Json;
  /** One line for each value that JSON changes (NaN, infinities, functions), with its path; at most ten. */
  warnings: string[];
}

type Keys = (string | number)[];

const MAX_WARNINGS = 10;
// Deeper than this, cycles are looked for; before, a check on each level would cost the plain cases.
const CHECK_DEPTH = 200;
const MAX_DEPTH = 1000;

const NO_WARNINGS: string[] = [];

/**
 * A fresh JSON value equal to `JSON.parse(JSON.stringify(value))`, undefined becoming null at the root.
 * `rootName` begins the paths in warnings and errors. Throws NotJsonError for a Map, a Set, a class instance
 * without toJSON, a BigInt, a symbol or a cycle.
 */
export function toJson(value: unknown, rootName: string): JsonResult {
  if (value === undefined) return { json: null, warnings: NO_WARNINGS.slice() };
  const walk = new Walk(rootName, undefined);
  let json: Json | undefined;
  try {
    json = walk.value(value, '', 0);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    // Walk again with the ancestors in hand, so that the cycle is named where it begins.
    const careful = new Walk(rootName, new Set());
    json = careful.value(value, '', 0);
    return { json: json ?? null, warnings: careful.finish() };
  }
  return { json: json ?? null, warnings: walk.finish() };
}

class TooDeep extends Error {}

class Walk {
  readonly #root: string;
  readonly #ancestors: Set<object> | undefined;
  readonly #keys: Keys = [];
  #warnings: string[] | undefined;
  #unsaid = 0;

  constructor(root: string, ancestors: Set<object> | undefined) {
    this.#root = root;
    this.#ancestors = ancestors;
  }

  finish(): string[] {
    if (this.#warnings === undefined) return [];
    if (this.#unsaid > 0) this.#warnings.push(`${this.#root}: ${this.#unsaid} more values that JSON changes`);
    return this.#warnings;
  }

  /** undefined: leave the member out. */
  value(input: unknown, key: string | number, depth: number): Json | undefined {
    switch (typeof input) {
      case 'string':
      case 'boolean':
        return input;
      case 'number':
        if (Number.isFinite(input)) return input === 0 ? 0 : input;
        this.#warn(`${input} becomes null`);
        return null;
      case 'undefined':
        return undefined;
      case 'object':
        return input === null ? null : this.#object(input, key, depth);
      case 'function':
        return this.#function(input, key, depth);
      case 'bigint':
        return this.#bigint(input, key, depth);
      default:
        throw this.#refuse('symbol');
    }
  }

  #object(input: object, key: string | number, depth: number): Json | undefined {
    const convert = (input as { toJSON?: unknown }).toJSON;
    if (typeof convert === 'function') {
      return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
    }
    return this.#plain(input, depth);
  }

  /** What a toJSON gave is taken as it is: its own toJSON is not asked again. */
  #converted(value: unknown, depth: number): Json | undefined {
    if (typeof value === 'object' && value !== null) return this.#plain(value, depth);
    if (typeof value === 'function') return this.#left('a function is left out');
    if (typeof value === 'bigint') throw this.#refuse('BigInt');
    return this.value(value, '', depth);
  }

  #plain(input: object, depth: number): Json {
    if (depth > MAX_DEPTH) throw this.#refuse(`nested deeper than ${MAX_DEPTH} levels`);
    const ancestors = this.#ancestors;
    if (ancestors === undefined) {
      if (depth > CHECK_DEPTH) throw new TooDeep();
      return Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
    }
    if (ancestors.has(input)) throw this.#refuse('cycle');
    ancestors.add(input);
    const json = Array.isArray(input) ? this.#array(input, depth) : this.#record(input, depth);
    ancestors.delete(input);
    return json;
  }

  #array(input: readonly unknown[], depth: number): Json[] {
    const out: Json[] = [];
    const keys = this.#keys;
    for (let i = 0; i < input.length; i++) {
      keys.push(i);
      out.push(this.value(input[i], i, depth + 1) ?? null);
      keys.pop();
    }
    return out;
  }

  #record(input: object, depth: number): Json {
    const proto: unknown = Object.getPrototypeOf(input);
    if (proto !== Object.prototype && !isPlainPrototype(proto)) return this.#unboxed(input);
    if (proto === null && isRawJson(input)) return JSON.parse(input.rawJSON) as Json;
    const out: JsonObject = {};
    const keys = this.#keys;
    for (const key of Object.keys(input)) {
      keys.push(key);
      const json = this.value((input as Record<string, unknown>)[key], key, depth + 1);
      keys.pop();
      if (json === undefined) continue;
      if (key === '__proto__') {
        Object.defineProperty(out, key, {
          value: json,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      } else out[key] = json;
    }
    return out;
  }

  /** Boxed primitives are their values to JSON.stringify; every other class instance is refused. */
  #unboxed(input: object): Json {
    if (input instanceof Number) return this.value(Number(input), '', 0) ?? null;
    if (input instanceof String) return String(input);
    if (input instanceof Boolean) return Boolean.prototype.valueOf.call(input);
    throw this.#refuse(className(input));
  }

  #function(input: object, key: string | number, depth: number): Json | undefined {
    const convert: unknown = Reflect.get(input, 'toJSON');
    if (typeof convert === 'function') {
      return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
    }
    return this.#left('a function is left out');
  }

  #bigint(input: bigint, key: string | number, depth: number): Json | undefined {
    const convert: unknown = Reflect.get(Object(input) as object, 'toJSON');
    if (typeof convert !== 'function') throw this.#refuse('BigInt');
    return this.#converted(Reflect.apply(convert, input, [String(key)]), depth);
  }

  #left(what: string): undefined {
    this.#warn(what);
    return undefined;
  }

  #warn(what: string): void {
    this.#warnings ??= [];
    if (this.#warnings.length < MAX_WARNINGS) this.#warnings.push(`${this.#path()}: ${what}`);
    else this.#unsaid++;
  }

  #refuse(what: string): NotJsonError {
    return new NotJsonError(this.#path(), what);
  }

  #path(): string {
    let path = this.#root;
    for (const key of this.#keys) {
      if (typeof key === 'number') path += `[${key}]`;
      else path += /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    }
    return path;
  }
}

/** Also true for the Object.prototype of another realm: the process runs in globals of its own. */
function isPlainPrototype(proto: unknown): boolean {
  if (proto === null) return true;
  if (typeof proto !== 'object') return false;
  return Object.getPrototypeOf(proto) === null && Object.hasOwn(proto, 'isPrototypeOf');
}

function isRawJson(input: object): input is { rawJSON: string } {
  const test: unknown = Reflect.get(JSON, 'isRawJSON');
  return typeof test === 'function' && Reflect.apply(test, JSON, [input]) === true;
}

function className(input: object): string {
  const made: unknown = Reflect.get(input, 'constructor');
  return typeof made === 'function' && made.name !== '' ? made.name : 'class instance';
}

/** Babysitter's text of a JSON file: two spaces, a newline at the end. */
export function jsonText(json: unknown): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** The same value with the keys of all objects in localeCompare order, as Babysitter stores tasks and results. */
export function sortKeys(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(sortKeys);
  const out: JsonObject = {};
  for (const key of Object.keys(json).sort((a, b) => a.localeCompare(b))) {
    const value = sortKeys(json[key] ?? null);
    if (key === '__proto__') {
      Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
    } else out[key] = value;
  }
  return out;
}
