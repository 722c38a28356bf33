import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED, redactJson, redactor, redactValue } from '../src/redact.ts';
import { bench } from './engine/support.ts';

const secret = 'p4ss/w+rd "quoted" ünd';
const letters = (length: number): string => 'a1B2c3D4e5F6g7H8i9J0'.repeat(10).slice(0, length);

/** Formats as their makers document them; the letters are nobody's. */
const TOKENS: Record<string, string> = {
  'GitHub, personal': `ghp_${letters(36)}`,
  'GitHub, of a job': `ghs_${letters(36)}`,
  'GitHub, of an app, 2026': `ghs_123456_${letters(40)}.${letters(60)}.${letters(43)}`,
  'GitHub, OAuth': `gho_${letters(36)}`,
  'GitHub, fine-grained': `github_pat_${letters(22)}_${letters(59)}`,
  GitLab: `glpat-${letters(20)}`,
  npm: `npm_${letters(36)}`,
  'Slack, bot': `xoxb-123456789012-1234567890123-${letters(24)}`,
  'Slack, webhook': `https://hooks.slack.com/services/T01234567/B01234567/${letters(24)}`,
  Anthropic: `sk-ant-api03-${letters(93)}AA`,
  OpenAI: `sk-proj-${letters(74)}T3BlbkFJ${letters(74)}`,
  Stripe: `sk_live_${letters(24)}`,
  SendGrid: `SG.${letters(22)}.${letters(43)}`,
  'Docker Hub': `dckr_pat_${letters(27)}`,
  Vault: `hvs.${letters(95)}`,
  'Hugging Face': `hf_${'aBcDeFgHiJ'.repeat(4).slice(0, 34)}`,
  Google: `AIza${letters(35)}`,
  JWT: `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${letters(43)}`,
};

describe('contract §3: redacted values', () => {
  const redact = redactor([secret, 'first line 1\nsecond line 2', '1234567']);

  it.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
    ['in an address', encodeURIComponent(secret)],
    ['in a form', encodeURIComponent(secret).replaceAll('%20', '+')],
    [
      'in an address, in small letters',
      encodeURIComponent(secret).replace(/%../g, (hex) => hex.toLowerCase()),
    ],
    ['a line of several', 'second line 2'],
  ])('by value: %s', (_, text) => {
    expect(redact(`a ${text} b`)).toBe(`a ${REDACTED} b`);
  });

  it('by value: in base64, wherever it begins there, as in the header that git sends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (before, after) => {
        for (const encoding of ['base64', 'base64url'] as const) {
          const text = Buffer.from(before + secret + after).toString(encoding);
          const clean = redact(text);
          // At most the two characters at each end that the secret shares with its neighbours are left of it.
          expect(clean).toContain(REDACTED);
          expect(clean.length).toBeLessThanOrEqual(
            text.length - Math.floor((Buffer.byteLength(secret) * 4) / 3) + 6,
          );
        }
      }),
    );
  });

  it('by value: the longer of two where one begins with the other', () => {
    expect(redactor(['secret', 'secret-longer'])('secret-longer secret')).toBe('*** ***');
  });

  it('by value: words of less than six letters stay', () => {
    expect(redactor(['', 'abc', 'a\nb'])('abc a b')).toBe('abc a b');
  });

  it.each(Object.entries(TOKENS))('by shape: %s', (_, token) => {
    for (const [before, after] of [
      ['token ', ' here'],
      ['', ''],
      ['"', '"'],
      ['key=', '\n'],
      ['(', ').'],
    ]) {
      expect(redactor([])(`${before}${token}${after}`)).toBe(`${before}${REDACTED}${after}`);
    }
    expect(JSON.parse(redactJson(JSON.stringify({ [token]: [token] }), redactor([])))).toEqual({
      '***': ['***'],
    });
  });

  it('by shape: credentials in addresses and headers, what stands around them stays', () => {
    expect(redactor([])('https://ann:pa55word@example.org/x?y')).toBe('https://***@example.org/x?y');
    expect(redactor([])('postgres://app:s3cr3tpw@db.example.org:5432/app')).toBe(
      'postgres://***@db.example.org:5432/app',
    );
    expect(redactor([])(`AUTHORIZATION: basic ${btoa('x-access-token:abcdef')}`)).toBe(
      'AUTHORIZATION: basic ***',
    );
    expect(redactor([])(`export AWS_SECRET_ACCESS_KEY="${letters(40)}"`)).toBe('export ***"');
  });

  it('by shape: a private key, whole, in JSON and cut off', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'longhaul-key-'));
    const file = path.join(directory, 'key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
    const key = readFileSync(file, 'utf8');
    rmSync(directory, { recursive: true });
    expect(redactor([])(`before\n${key}after`)).toBe('before\n***\nafter');
    expect(redactor([])(JSON.stringify({ key, a: 1 }))).toBe('{"key":"***\\n","a":1}');
    expect(redactor([])(`before\n${key.slice(0, 200)}`)).toBe('before\n***');
  });

  it('leaves alone what is none', () => {
    for (const text of [
      '01M7WE1RV3HX26TK7Z5329PF7K',
      '0123456789abcdef0123456789abcdef01234567',
      'https://example.org/a/b?c=d#e',
      'git@github.com:acme/app.git',
      'node_modules/@actions/artifact/lib/internal/upload/upload-artifact.js',
      'eyJ is how JSON begins in base64',
      'the authorization of the run',
      '550e8400-e29b-41d4-a716-446655440000',
    ]) {
      expect(redactor([])(text)).toBe(text);
    }
  });

  it('JSON stays JSON, and the very same text when there is nothing in it', () => {
    expect(redactJson('{"n": 1234567, "m": 12345678}', redact)).toBe('{"n":"***","m":"***8"}');
    expect(redactJson('{"__proto__":{"first line 1":true}}', redact)).toBe('{"__proto__":{"***":true}}');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(redactJson(text, redactor([]))).toBe(text);
        expect(redactValue(value, redactor([]))).toBe(value);
        expect(() =>
          JSON.parse(redactJson(text, redactor(['aaaaaa', '111111', 'null', '"],"a"']))),
        ).not.toThrow();
      }),
    );
  });

  it('a look at the whole of a value misses nothing that a look at each part of it finds', () => {
    const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
    const hidden = (value: string): fc.Arbitrary<string> =>
      fc.constantFrom(
        value,
        inJson(value),
        inJson(inJson(value)),
        encodeURIComponent(value),
        btoa(encodeURIComponent(value)),
        Buffer.from(value).toString('base64url'),
      );
    const awkward = fc.string({
      unit: fc.constantFrom('"', '\\', '\n', '\b', '\u0001', 'ü', 'n', 'A', '7', '-', ' '),
    });
    const shapes = fc.oneof(
      fc.constantFrom(...Object.values(TOKENS)),
      fc
        .constantFrom('"', '\u0001', 'x')
        .map((c) => `postgres://user:${`p1Q${c}z9`.repeat(33)}@example.org/a`),
    );
    const secrets = fc.array(
      fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength: 6 }), fc.constant(secret)),
      { maxLength: 2 },
    );
    const values = secrets.chain((given) => {
      const found = fc.oneof(shapes, ...given.map(hidden));
      const text = fc.tuple(awkward, fc.oneof(awkward, found), awkward).map((parts) => parts.join(''));
      const value = fc.object({ key: text, values: [text, fc.integer(), fc.constant(null)], maxDepth: 2 });
      return fc.tuple(fc.constant(given), value);
    });
    fc.assert(
      fc.property(values, ([given, value]) => {
        const redact = redactor(given);
        const parts = redactValue(value, (text) => redact(text));
        expect(redactValue(value, redact)).toEqual(parts);
        const json = JSON.stringify(value);
        expect(JSON.parse(redactJson(json, redact))).toEqual(
          redactValue(JSON.parse(json), (text) => redact(text)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the text', () => {
    for (const part of [
      'https://a:',
      '://',
      '-----BEGIN PRIVATE KEY-----',
      'eyJaaaaaaaaaa.',
      'xoxb-a-',
      'authorization: ',
      'SG.a',
      'mongodb://a:',
    ]) {
      expect(redactor(['never there'])(part.repeat(50_000)).length).toBeGreaterThan(0);
    }
  });
});

describe('contract §3: the process gets the redacted value live too, with one warning', () => {
  it('nothing of a secret is in the run, and a replay in a fresh worker agrees', async () => {
    const bed = await bench(
      `const token = 'ghp_' + 'a1B2'.repeat(9);
       const counted = await sh(ctx, 'printf %s ' + token + ' | wc -c');
       const printed = await sh(ctx, 'echo ' + token + '; echo number $((7654320 + 1)) >&2');
       const slow = await sh(ctx, 'b="PRIVATE KEY-----"; echo first; echo "-----BEGIN $b"; sleep 0.2; echo key$((7000000 + 1));' +
         'sleep 0.2; echo "-----END $b"; echo last');
       const step = await ctx.run('step ' + token, () => ({ token, number: 7654320 + 1 }));
       ctx.log('said', token);
       const failed = await ctx.run('fails', () => { throw new Error('with ' + token); }).catch((error) => error.message);
       await ctx.signal('go', { label: token }).catch(() => {});
       return { input: inputs.key, counted, printed, slow, step, failed, token };`,
      { inputs: { key: TOKENS['npm'] ?? '' } },
    );
    const world = { ...bed.world, secrets: ['7654321'] };
    const drive = bed.drive({ world, restartAfterEach: true });
    await bed.seen('requested', (event) => 'kind' in event && event.kind === 'signal');
    await drive;
    await bed.mail({ kind: 'signal', name: 'go', value: `ghs_${letters(36)}` });
    const result = await bed.drive({ world });
    expect(JSON.parse(result.output ?? 'null')).toEqual({
      input: REDACTED,
      counted: '40',
      printed: REDACTED,
      slow: `first\n${REDACTED}\nlast`,
      step: { token: REDACTED, number: REDACTED },
      failed: `with ${REDACTED}`,
      token: REDACTED,
    });
    const { stdout } = spawnSync('grep', ['-rE', 'npm_a1B2|ghp_a1B2|ghs_a1B2|7654321|key7000001', '.'], {
      cwd: bed.run.runDir,
    });
    expect(String(stdout)).toBe('');
    const warnings = bed.events.filter(
      (event) => event.type === 'warning' && event.message.includes('secret'),
    );
    expect(warnings).toHaveLength(2); // one for each drive
  });
});
