import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseComment } from '../../src/comments/command.ts';
import { effectRef, normaliseRef } from '../../src/comments/reference.ts';
import { CORPUS } from './corpus.ts';

describe('the corpus', () => {
  it('has at least 200 bodies, each with an id of its own', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CORPUS.map(({ id }) => id)).size).toBe(CORPUS.length);
    expect(new Set(CORPUS.map(({ body }) => body)).size).toBe(CORPUS.length);
  });

  it.each(CORPUS)('contract §3: $id', ({ body, expect: expected }) => {
    expect(parseComment(body) ?? null).toEqual(expected);
  });

  it('contract §3: Windows line ends say the same as others', () => {
    for (const { body, expect: expected } of CORPUS.filter(({ expect: said }) => said !== null)) {
      expect(parseComment(body.replace(/\r\n?/g, '\n').replaceAll('\n', '\r\n'))).toEqual(expected);
    }
  });

  it('contract §3: no command counts behind a quote mark, a space, a fence or a line', () => {
    for (const { body } of CORPUS) {
      for (const before of ['> ', ' ', '\t', '\n', '```\n', '`', 'a', '<!-- ', '/ ', '\\']) {
        expect(parseComment(before + body), before + body.slice(0, 80)).toBeUndefined();
      }
    }
  });

  it('contract §3: every command is read back from its parts, whatever the text', () => {
    const text = fc
      .string({ unit: 'grapheme-ascii', maxLength: 80 })
      .map((each) => each.trim())
      .filter((each) => !each.includes('<!--') && !/^.?-|^[`*_]/.test(each));
    fc.assert(
      fc.property(fc.constantFrom('approve', 'reject', 'answer'), text, (verb, said) => {
        expect(parseComment(`/${verb} e-7k3qd ${said}`)).toEqual({ verb, ref: 'e-7k3qd', text: said });
        expect(parseComment(`/${verb}\r\n${said}`)).toEqual({ verb, text: said });
      }),
    );
  });

  it('contract §3: a body of any length takes time in proportion to it', () => {
    const parts = [
      '\u200b',
      ' ',
      '`',
      '*',
      '.',
      '<!--',
      '<!-- longhaul',
      'e-',
      'é-',
      '\r\n',
      '❤️',
      '/approve ',
      '\ud800',
    ];
    for (const part of parts) {
      // A quadratic reader takes minutes for these.
      const body = `/approve ${part.repeat(60_000)}x`;
      parseComment(body);
      parseComment(`/approve\n${part.repeat(60_000)}x`);
    }
  });
});

describe('references', () => {
  it('contract §3: are e- and five lower-case Crockford characters of sha256(runId + effectId)', () => {
    // printf 'release-1.2.001M7WE1RV3HX26TK7Z5329PF7K' | sha256sum: ec3e8e35…, which is 11101 10000 11111 01000 11100 …
    expect(effectRef('release-1.2.0', '01M7WE1RV3HX26TK7Z5329PF7K')).toBe('e-xgz8w');
    expect(effectRef('a', 'bc')).toBe(effectRef('ab', 'c'));
  });

  it('contract §3: grow on collision, and keep what they began with', () => {
    const short = effectRef('r', 'E');
    const longer = effectRef('r', 'E', [short]);
    const longest = effectRef('r', 'E', new Set([short, longer]));
    expect(longer).toHaveLength(short.length + 1);
    expect(longest).toHaveLength(short.length + 2);
    expect(longest.startsWith(longer) && longer.startsWith(short)).toBe(true);
  });

  it('contract §3: are read whatever their case, with the letters that Crockford takes for digits', () => {
    expect(['E-iLo0Q', 'E-7K3QD', 'e-OOOOO', 'e-iIlL1'].map(normaliseRef)).toEqual([
      'e-1100q',
      'e-7k3qd',
      'e-00000',
      'e-11111',
    ]);
  });

  it('contract §3: every reference is read back as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (run, effect) => {
        const ref = effectRef(run, effect);
        expect(ref).toMatch(/^e-[0-9a-hjkmnp-tv-z]{5}$/);
        expect(normaliseRef(ref.toUpperCase())).toBe(ref);
      }),
    );
  });
});
