/** Deterministic answers to what a process asks, made from the definition, the process's text and a profile. */
import { isObject } from '../../../src/journal/decode.ts';
import type { Json, JsonObject, SerializedError } from '../../../src/journal/events.ts';
import { sortKeys } from '../../../src/journal/json.ts';
import type { Hints, Shape } from './hints.ts';
import { chance } from './seeded.ts';

export interface Profile {
  name: string;
  /** `declared`: as the file's header describes them; `empty`: {}. */
  inputs: 'declared' | 'empty';
  /** Share of tasks that fail, of booleans that are true, of breakpoints that are approved. */
  failing: number;
  truth: number;
  approving: number;
  /** Numbers begin here and rise with each equal request. */
  score: number;
}

export const PROFILES: readonly Profile[] = [
  { name: 'good', inputs: 'declared', failing: 0, truth: 1, approving: 1, score: 95 },
  { name: 'poor', inputs: 'declared', failing: 0, truth: 0.2, approving: 0.4, score: 40 },
  { name: 'failing', inputs: 'declared', failing: 0.12, truth: 0.7, approving: 0.8, score: 80 },
  { name: 'bare', inputs: 'empty', failing: 0.03, truth: 0.9, approving: 0.9, score: 90 },
];

export interface Question {
  kind: string;
  taskId: string;
  label: string;
  /** Canonical JSON. */
  args: string;
  def: JsonObject;
  /** The how-manyth equal request of the run, from 1. */
  occurrence: number;
}

export type Answer = { status: 'ok'; value: Json } | { status: 'error'; error: SerializedError };

const MAX_DEPTH = 6;

export function answerTo(question: Question, profile: Profile, hints: Hints): Answer {
  const { kind, taskId, label, args, occurrence } = question;
  const luck = (...words: string[]): number =>
    chance(profile.name, taskId, label, args, occurrence, ...words);
  if (kind === 'sleep') return { status: 'ok', value: null };
  if (kind === 'breakpoint') {
    // A process may ask until it is approved; the third answer always is.
    const approved = occurrence > 2 || luck('approved') < profile.approving;
    const value: JsonObject = {
      approved,
      feedback: approved ? '' : 'not yet',
      respondedBy: 'someone',
      response: approved ? 'go on' : 'not yet',
    };
    return { status: 'ok', value };
  }
  if (luck('fails') < profile.failing) {
    return { status: 'error', error: { name: 'TaskError', message: `${taskId} failed (${occurrence})` } };
  }
  const make = new Values(profile, hints, occurrence, luck);
  const schema = schemaOf(question.def);
  const value = schema === undefined ? make.object(0) : make.bySchema(schema, 'result', 0);
  return { status: 'ok', value: sortKeys(value) };
}

function schemaOf(def: JsonObject): JsonObject | undefined {
  const agent = isObject(def.agent) ? def.agent : {};
  for (const schema of [agent.outputSchema, def.outputSchema]) if (isObject(schema)) return schema;
  return undefined;
}

class Values {
  private readonly profile: Profile;
  private readonly hints: Hints;
  private readonly occurrence: number;
  private readonly luck: (...words: string[]) => number;

  constructor(profile: Profile, hints: Hints, occurrence: number, luck: (...words: string[]) => number) {
    this.profile = profile;
    this.hints = hints;
    this.occurrence = occurrence;
    this.luck = luck;
  }

  /** Everything that the process's text reads of anything. */
  object(depth: number): JsonObject {
    const entries = [...this.hints].slice(0, depth === 0 ? 200 : 30);
    return Object.fromEntries(entries.map(([name, shape]) => [name, this.byShape(shape, name, depth + 1)]));
  }

  bySchema(schema: JsonObject, name: string, depth: number): Json {
    const options = Array.isArray(schema.enum) ? schema.enum : [];
    if (options.length > 0) return options[Math.floor(this.luck(name) * options.length)] ?? null;
    if (schema.const !== undefined) return schema.const;
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
    if (type === 'array') return this.list(isObject(schema.items) ? schema.items : undefined, name, depth);
    if (type === 'number' || type === 'integer') return this.number(name);
    if (type === 'boolean') return this.boolean(name);
    if (type === 'string') return `${name}-${this.occurrence}`;
    return this.byProperties(schema, depth);
  }

  private byProperties(schema: JsonObject, depth: number): JsonObject {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
    const value: JsonObject = {};
    for (const [key, inner] of Object.entries(properties)) {
      value[key] = isObject(inner) && depth < MAX_DEPTH ? this.bySchema(inner, key, depth + 1) : null;
    }
    for (const key of required) value[key] ??= this.byShape(this.hints.get(key) ?? 'string', key, 2);
    return value;
  }

  private list(items: JsonObject | undefined, name: string, depth: number): Json[] {
    if (depth >= MAX_DEPTH) return [];
    const length = 1 + Math.floor(this.luck(name, 'length') * 2);
    return Array.from({ length }, (_, i) => {
      if (items !== undefined) return this.bySchema(items, `${name}${i}`, depth + 1);
      return { ...this.object(2), id: `${name}${i}`, name: `${name}${i}` };
    });
  }

  private byShape(shape: Shape, name: string, depth: number): Json {
    if (shape === 'number') return this.number(name);
    if (shape === 'boolean') return this.boolean(name);
    if (shape === 'string') return `${name}-${this.occurrence}`;
    if (shape === 'array') return depth > 1 ? [] : [{ ...this.object(2), id: `${name}0`, name: `${name}0` }];
    return depth > 1 ? {} : this.object(2);
  }

  private number(name: string): number {
    return Math.min(100, this.profile.score + (this.occurrence - 1) * 20 + Math.floor(this.luck(name) * 5));
  }

  private boolean(name: string): boolean {
    return this.luck(name) < this.profile.truth;
  }
}
