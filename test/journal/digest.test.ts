import { describe, expect, it } from 'vitest';
import { argsDigest, gitBlobId, idempotencyKey, sha256 } from '../../src/journal/digest.ts';

describe('argsDigest', () => {
  const at = (workspace: string) => ({ workspace, runDir: `${workspace}/.a5c/runs/r` });

  it('contract §4: is the same wherever workspace and run directory lie', () => {
    const call = (workspace: string) =>
      argsDigest(
        { file: `${workspace}/a.ts`, log: `${workspace}/.a5c/runs/r/tasks/x`, cwd: workspace },
        at(workspace),
      );
    expect(call('/home/runner/work/app')).toBe(call('/srv/other'));
    expect(call('/srv/other')).toBe(
      sha256('{"file":"<workspace>/a.ts","log":"<run>/tasks/x","cwd":"<workspace>"}'),
    );
  });

  it('does not find /srv/app in /srv/application', () => {
    expect(argsDigest('/srv/application', at('/srv/app'))).toBe(sha256('"/srv/application"'));
  });

  it('tells different arguments apart', () => {
    expect(argsDigest({ a: 1 })).not.toBe(argsDigest({ a: 2 }));
  });
});

it('protocol E2: an idempotency key is made of run, kind, task, arguments and occurrence', () => {
  const request = { kind: 'shell', taskId: 'deploy', argsDigest: 'd' };
  const key = idempotencyKey('run-1', request, 1);
  expect(key).toMatch(/^run-1\.[0-9a-f]{16}\.1$/);
  expect(idempotencyKey('run-1', { ...request }, 1)).toBe(key);
  const others = [
    idempotencyKey('run-1', request, 2),
    idempotencyKey('run-1', { ...request, argsDigest: 'e' }, 1),
    idempotencyKey('run-1', { ...request, kind: 'node' }, 1),
    idempotencyKey('run-1', { ...request, taskId: 'build' }, 1),
    idempotencyKey('run-2', request, 1),
  ];
  expect(new Set([key, ...others]).size).toBe(6);
});

it('gitBlobId is what git hash-object prints', () => {
  expect(gitBlobId(Buffer.from('hello\n'))).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});
