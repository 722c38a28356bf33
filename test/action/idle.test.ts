import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { idleBecause } from '../../src/action/idle.ts';

describe('an event that concerns nobody here', () => {
  const event = (body: unknown): string => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'longhaul-idle-')), 'event.json');
    onTestFinished(() => rmSync(path.dirname(file), { recursive: true }));
    writeFileSync(
      file,
      JSON.stringify({ action: 'created', comment: { id: 1, body }, issue: { number: 1 } }),
    );
    return file;
  };
  const idle = (more: Record<string, string>) => idleBecause({ GITHUB_EVENT_NAME: 'issue_comment', ...more });

  it('is a comment that is no command, with `auto`', () => {
    expect(idle({ GITHUB_EVENT_PATH: event('Thanks! /approve') })).toBe('the comment is no command');
    expect(idle({ GITHUB_EVENT_PATH: event('not approved!'), INPUT_COMMAND: 'auto' })).toBeDefined();
  });

  it('is nothing that may be one, nothing that cannot be read, and no event of another kind', () => {
    expect(idle({ GITHUB_EVENT_PATH: event('/approve e-7k3qd') })).toBeUndefined();
    expect(idle({ GITHUB_EVENT_PATH: event(42) })).toBeUndefined();
    expect(idle({})).toBeUndefined();
    expect(idle({ GITHUB_EVENT_PATH: event('Thanks!'), INPUT_COMMAND: 'sweep' })).toBeUndefined();
    expect(idleBecause({ GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event('Thanks!') })).toBeUndefined();
  });
});
