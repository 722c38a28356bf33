import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecision, judge } from '../../src/decisions/judge.ts';
import { CORPUS as TEXTS } from '../comments/corpus.ts';
import { breakpoint, CORPUS, said } from './corpus.ts';

const verdictOf = (comment: Parameters<typeof said>[0], breakpoints = [breakpoint()]): string => {
  const verdict = judge(said(comment), breakpoints);
  return verdict.kind === 'refused' ? verdict.reply.code : verdict.kind;
};

describe('req 5: none wrongly approved, none right one refused', () => {
  it.each(CORPUS.map((one) => [one.name, one] as const))('%s', (_, { comment, breakpoints, expected }) => {
    expect(verdictOf(comment, breakpoints)).toBe(expected);
  });

  it('what is no decision by its text decides nothing, whoever writes it; what is one counts', () => {
    const wrong = TEXTS.filter(({ body, expect: command }) => {
      const verdict = judge(said({ body, role: 'admin' }), [breakpoint()]);
      if (!isDecision(command ?? undefined)) return verdict.kind !== 'ignored';
      const { verb, ref, text } = command as { verb: string; ref?: string; text: string };
      if (ref !== undefined && ref !== 'e-7k3qd')
        return verdict.kind !== 'refused' || verdict.reply.code !== 'unknown-ref';
      if (verb === 'answer' && text === '') return verdict.kind !== 'refused';
      return verdict.kind !== 'counted' || verdict.decision !== verb || verdict.text !== text;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(TEXTS.length + CORPUS.length).toBeGreaterThanOrEqual(200);
  });

  it('says what was chosen, and what was said beside it', () => {
    const options = ['blue', 'green'];
    expect(
      judge(said({ body: '/approve e-7k3qd green, please\nsoon' }), [breakpoint({ options: ['green,'] })]),
    ).toMatchObject({ option: 'green,' });
    expect(judge(said({ body: '/answer e-7k3qd green now\nor never' }), [breakpoint({ options })])).toEqual({
      kind: 'counted',
      effectId: 'A',
      decision: 'answer',
      option: 'green',
      text: 'now\nor never',
    });
    expect(judge(said({ body: '/reject e-7k3qd green' }), [breakpoint({ options: [] })])).toMatchObject({
      decision: 'reject',
      text: 'green',
    });
  });

  it('req 5: whatever stands before the command on its line, and whatever case it has, it is none', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (before) => {
        fc.pre(!before.startsWith('/approve'));
        expect(verdictOf({ body: `${before}/approve e-7k3qd` })).not.toBe('counted');
      }),
    );
  });
});
