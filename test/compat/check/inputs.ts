/** Inputs for a process, made from what its header says of them or from how it takes them apart. */
import type { Json, JsonObject } from '../../../src/journal/events.ts';

export function inputsFor(text: string): JsonObject {
  const declared = bracesAfter(text, /@inputs?\s*(?=\{)/)?.replace(/^\s*\*\s?/gm, '');
  if (declared !== undefined) {
    return entriesOf(declared, (part) => /^\W*(\w+)\??\s*:\s*([\s\S]+)$/.exec(part), typed);
  }
  const taken = /\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*=\s*inputs\b/.exec(text)?.[1] ?? '';
  return entriesOf(taken, (part) => /^\W*(\w+)(?:\s*:\s*\w+)?(?:\s*=\s*([\s\S]+))?$/.exec(part), defaulted);
}

function entriesOf(
  text: string,
  split: (part: string) => RegExpExecArray | null,
  make: (name: string, said: string) => Json,
): JsonObject {
  const inputs: JsonObject = {};
  for (const part of topLevelParts(text)) {
    const match = split(part.trim());
    if (match?.[1] !== undefined) inputs[match[1]] = make(match[1], (match[2] ?? '').trim());
  }
  return inputs;
}

function typed(name: string, type: string): Json {
  const literal = /^['"]([^'"]*)['"]/.exec(type)?.[1];
  if (/\[\]|^Array|^list/i.test(type))
    return /string/.test(type) ? [`${name}-1`, `${name}-2`] : [thing(name, 1), thing(name, 2)];
  if (literal !== undefined) return literal;
  if (/^number|^integer/.test(type)) return 3;
  if (/^bool/.test(type)) return true;
  if (/^(?:object|Record|\{)/.test(type)) return thing(name, 1);
  return `${name}-1`;
}

function defaulted(name: string, value: string): Json {
  if (value.startsWith('[')) return [thing(name, 1), thing(name, 2)];
  if (value.startsWith('{')) return thing(name, 1);
  if (/^\d+$/.test(value)) return Math.min(5, Number(value));
  if (/^(?:true|false)$/.test(value)) return value === 'true';
  const literal = /^['"]([^'"]*)['"]$/.exec(value)?.[1];
  return literal ?? `${name}-1`;
}

const thing = (name: string, n: number): JsonObject => ({
  id: `${name}-${n}`,
  name: `${name} ${n}`,
  title: `${name} ${n}`,
  description: `about ${name} ${n}`,
  path: `src/${name}${n}.js`,
});

function bracesAfter(text: string, before: RegExp): string | undefined {
  const match = before.exec(text);
  if (match === null) return undefined;
  const start = match.index + match[0].length;
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    if (text[i] === '{') depth += 1;
    if (text[i] === '}') depth -= 1;
    if (depth === 0) return text.slice(start + 1, i);
  }
  return undefined;
}

function topLevelParts(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const char of text) {
    if ('{[(<'.includes(char)) depth += 1;
    if ('}])>'.includes(char)) depth = Math.max(0, depth - 1); // the arrow of a function opens nothing
    if (depth === 0 && (char === ',' || char === ';')) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}
