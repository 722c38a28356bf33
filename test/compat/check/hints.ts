/** Guesses, from the text of a process, what shape the values have that it reads. */

export type Shape = 'array' | 'number' | 'boolean' | 'object' | 'string';
export type Hints = ReadonlyMap<string, Shape>;

const RULES: readonly [Shape, RegExp][] = [
  ['array', /\.(\w+)\??\.(?:map|filter|forEach|some|every|reduce|join|find|flatMap|sort|push|entries)\(/g],
  ['array', /\bof\s+\w+\??\.(\w+)\s*(?:\?\?|\|\||\))/g],
  ['array', /\.\.\.\(?\w+\??\.(\w+)\s*(?:\|\||\?\?|,|\))/g],
  ['array', /\.(\w+)\s*(?:\|\||\?\?)\s*\[/g],
  ['array', /\.(\w+)\??\.(?:length|slice|concat)\b/g],
  ['number', /\.(\w+)\s*(?:>=|<=|>|<|\*|\/|-)\s*[\w(]/g],
  ['number', /\.(\w+)\??\.toFixed\(/g],
  ['object', /Object\.(?:keys|values|entries)\(\w+\.(\w+)/g],
  ['boolean', /(?:!|if\s*\(\s*)\w+\??\.(\w+)\s*(?:\)|&&|\|\|)/g],
  ['boolean', /\.(\w+)\s*(?:\?[^.?]|===\s*(?:true|false))/g],
  ['object', /\b\w+\.(\w+)\??\.\w+/g],
  ['string', /\b\w+\.(\w+)\b/g],
];
const METHODS = new Set(
  'map filter forEach length push join task log now runId breakpoint parallel all stringify parse'.split(' '),
);

export function hintsOf(text: string): Hints {
  const hints = new Map<string, Shape>();
  for (const [shape, rule] of RULES) {
    for (const [, name = ''] of text.matchAll(rule)) {
      if (!hints.has(name) && !METHODS.has(name)) hints.set(name, shape);
    }
  }
  return hints;
}
