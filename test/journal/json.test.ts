import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, NotJsonError, sortKeys, toJson } from '../../src/journal/json.ts';

const viaText = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

describe('toJson', () => {
  it('equals JSON.parse(JSON.stringify(x)) for whatever JSON can say', () => {
    const dates = fc.date({ noInvalidDate: false });
    const value = fc.anything({
      withDate: true,
      withNullPrototype: true,
      withSparseArray: true,
      values: [fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined), dates],
      key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', 'constructor', '0', '-0')),
    });
    fc.assert(
      fc.property(value, (input) => {
        expect(toJson(input, 'args').json).toEqual(viaText(input));
        expect(JSON.stringify(toJson(input, 'args').json)).toBe(JSON.stringify(viaText(input)));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a value of its own: nothing that happens to the input later changes it', () => {
    const input = { list: [{ a: 1 }] };
    const { json } = toJson(input, 'args');
    input.list[0]!.a = 2;
    input.list.push({ a: 3 });
    expect(json).toEqual({ list: [{ a: 1 }] });
  });

  it('asks toJSON, with the key, and takes what it gives', () => {
    const when = new Date('2026-01-02T03:04:05.678Z');
    const keyed = { toJSON: (key: string) => `at ${key}` };
    expect(toJson({ fn: Object.assign(() => 1, keyed) }, 'args').json).toEqual({ fn: 'at fn' });
    expect(toJson({ when, keyed, list: [keyed] }, 'args').json).toEqual({
      when: when.toISOString(),
      keyed: 'at keyed',
      list: ['at 0'],
    });
    expect(toJson(Buffer.from('hi'), 'args').json).toEqual({ type: 'Buffer', data: [104, 105] });
    expect(toJson(new URL('https://example.org/a'), 'args').json).toBe('https://example.org/a');
  });

  it('leaves undefined members out and makes undefined itself null', () => {
    expect(toJson({ a: undefined, b: [undefined] }, 'args')).toEqual({ json: { b: [null] }, warnings: [] });
    expect(toJson(undefined, 'args')).toEqual({ json: null, warnings: [] });
  });

  it('warns once for each value that JSON changes, naming its path', () => {
    const { json, warnings } = toJson({ rate: Number.NaN, list: [1, Infinity], 'odd key': () => 1 }, 'args');
    expect(json).toEqual({ rate: null, list: [1, null] });
    expect(warnings).toEqual([
      'args.rate: NaN becomes null',
      'args.list[1]: Infinity becomes null',
      'args["odd key"]: a function is left out',
    ]);
    const many = toJson(
      Array.from({ length: 50 }, () => Number.NaN),
      'args',
    ).warnings;
    expect(many).toHaveLength(11);
    expect(many.at(-1)).toBe('args: 40 more values that JSON changes');
  });

  it.each([
    [{ when: new Map() }, 'args.when: Map'],
    [{ seen: new Set([1]) }, 'args.seen: Set'],
    [{ list: [{ error: new TypeError('x') }] }, 'args.list[0].error: TypeError'],
    [{ big: 1n }, 'args.big: BigInt'],
    [[Symbol('x')], 'args[0]: symbol'],
    [new (class Money {})(), 'args: Money'],
    [{ bytes: new Uint8Array(2) }, 'args.bytes: Uint8Array'],
    [{ pattern: /x/ }, 'args.pattern: RegExp'],
    [{ later: Promise.resolve() }, 'args.later: Promise'],
  ])('refuses %o by its path', (value, message) => {
    expect(() => toJson(value, 'args')).toThrow(NotJsonError);
    expect(() => toJson(value, 'args')).toThrow(message);
  });

  it('names a cycle where it closes', () => {
    const cycle: { self?: unknown; list: unknown[] } = { list: [] };
    cycle.list.push({ back: cycle });
    expect(() => toJson(cycle, 'args')).toThrow('args.list[0].back: cycle');
    const shared = { a: 1 };
    let twice: unknown = { x: shared, y: shared };
    expect(toJson(twice, 'args').json).toEqual({ x: { a: 1 }, y: { a: 1 } });
    for (let depth = 0; depth < 300; depth++) twice = [twice];
    expect(JSON.stringify(toJson(twice, 'args').json)).toBe(JSON.stringify(twice));
  });

  it('takes deep values, and refuses bottomless ones by name', () => {
    const nest = (depth: number): unknown => {
      let value: unknown = 1;
      for (let i = 0; i < depth; i++) value = [value];
      return value;
    };
    expect(JSON.stringify(toJson(nest(900), 'args').json)).toBe(JSON.stringify(nest(900)));
    expect(() => toJson(nest(5000), 'args')).toThrow(/nested deeper than 1000 levels/);
  });

  it('keeps a member named __proto__ a member', () => {
    const { json } = toJson(JSON.parse('{"__proto__": {"polluted": true}}'), 'args');
    for (const same of [json, sortKeys(json)])
      expect(JSON.stringify(same)).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('knows boxed primitives, sparse arrays, minus zero, raw JSON and objects of another realm', () => {
    expect(toJson([Object(1), Object('a'), Object(false), -0], 'args').json).toEqual([1, 'a', false, 0]);
    const sparse: number[] = [];
    sparse[2] = 1;
    expect(toJson(sparse, 'args').json).toEqual([null, null, 1]);
    expect(toJson(vm.runInNewContext('({ a: [1, { b: 2 }] })'), 'args').json).toEqual({ a: [1, { b: 2 }] });
    expect(() => toJson(vm.runInNewContext('new Map()'), 'args')).toThrow('args: Map');
  });

  it('is fast for plain values', () => {
    for (let i = 0; i < 20_000; i++) toJson({ i }, 'args');
    const start = performance.now();
    for (let i = 0; i < 100_000; i++) toJson({ i }, 'args');
    const each = ((performance.now() - start) * 1000) / 100_000;
    // 0.2 µs measured on an idle machine; the limit leaves room for a busy one.
    expect(each).toBeLessThan(5);
  });
});

it('jsonText is Babysitter’s layout', () => {
  expect(jsonText({ a: [1], b: {} })).toBe('{\n  "a": [\n    1\n  ],\n  "b": {}\n}\n');
});

it('sortKeys sorts at every level as localeCompare does', () => {
  expect(JSON.stringify(sortKeys({ b: { d: 1, C: 2 }, a: [{ z: 1, y: 2 }], _x: 1 }))).toBe(
    '{"_x":1,"a":[{"y":2,"z":1}],"b":{"C":2,"d":1}}',
  );
});
