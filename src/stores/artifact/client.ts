/**
 * Uploads by @actions/artifact, which is loaded with the first one. Its own retries are known not to be enough: a
 * connection that breaks ends it at once, and a name whose upload broke off is neither listed nor free again.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LonghaulError } from '../../errors.ts';

type Client = InstanceType<typeof import('@actions/artifact')['DefaultArtifactClient']>;

/** How this job may upload; the runner gives both to every job. */
export interface Runtime {
  /** ACTIONS_RUNTIME_TOKEN */
  token: string;
  /** ACTIONS_RESULTS_URL */
  url: string;
}

/** `taken`: the name is in use in this workflow run; `unknown`: it may be there, or come to nothing. */
export type UploadOutcome =
  | { kind: 'done'; id: number }
  | { kind: 'taken' }
  | { kind: 'refused'; error: LonghaulError }
  | { kind: 'unknown'; error: Error };

export interface ArtifactClient {
  /** A file of that name as an artifact of that name. */
  upload(name: string, content: Buffer): Promise<UploadOutcome>;
  /** The files below `root` as one zip. */
  uploadZip(name: string, root: string, files: readonly string[]): Promise<UploadOutcome>;
  /**
   * Deletes by name, in this workflow run alone; needs no permission. The id of what had the name; undefined: there is
   * none, or it failed.
   */
  remove(name: string): Promise<number | undefined>;
}

export function artifactClient(runtime: Runtime | undefined, tempDir: string): ArtifactClient {
  let loading: Promise<Client> | undefined;
  const load = (): Promise<Client> => {
    loading ??= import('@actions/artifact').then(({ DefaultArtifactClient }) => new DefaultArtifactClient());
    return loading;
  };
  // The client reads address and token from the environment when a call begins; no child of ours shall find them there.
  const within = async <T>(call: (client: Client) => Promise<T>): Promise<T> => {
    if (runtime === undefined) throw noRuntime();
    const client = await load();
    const before = { ...process.env };
    process.env.ACTIONS_RUNTIME_TOKEN = runtime.token;
    process.env.ACTIONS_RESULTS_URL = runtime.url;
    try {
      return call(client);
    } finally {
      restore('ACTIONS_RUNTIME_TOKEN', before.ACTIONS_RUNTIME_TOKEN);
      restore('ACTIONS_RESULTS_URL', before.ACTIONS_RESULTS_URL);
    }
  };
  const upload = async (call: (client: Client) => Promise<{ id?: number }>): Promise<UploadOutcome> => {
    try {
      const { id } = await within(call);
      return id === undefined ? { kind: 'unknown', error: new Error('no id') } : { kind: 'done', id };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  return {
    async upload(name, content) {
      mkdirSync(tempDir, { recursive: true });
      const folder = mkdtempSync(join(tempDir, 'upload-'));
      try {
        const file = join(folder, name);
        writeFileSync(file, content);
        // The artifact takes the file's name then.
        return await upload((client) => client.uploadArtifact(name, [file], folder, { skipArchive: true }));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    uploadZip: (name, root, files) =>
      upload((client) => client.uploadArtifact(name, [...files], root, { compressionLevel: 6 })),
    async remove(name) {
      try {
        return (await within((client) => client.deleteArtifact(name))).id;
      } catch {
        return undefined;
      }
    },
  };
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

function noRuntime(): LonghaulError {
  return new LonghaulError('NO_ARTIFACTS', 'This job cannot upload artifacts: it is no step of an Action', {
    hint: 'store: artifact works in the Action only. On a command line use a directory or a branch.',
  });
}

/** The client tells outcomes by its messages alone. */
function outcomeOf(error: unknown): UploadOutcome {
  if (error instanceof LonghaulError) return { kind: 'refused', error };
  const { message, name } = error as Error;
  if (/\(409\)/.test(message)) return { kind: 'taken' };
  const isQuota = name === 'UsageError' || /storage quota/i.test(message);
  if (isQuota || /Failed to \w+: .*\((400|401|403)\)/.test(message)) {
    const refused = new LonghaulError('UPLOAD_REFUSED', `GitHub takes no artifact of this job: ${message}`, {
      cause: error,
      hint: isQuota
        ? 'The storage for artifacts is used up. Delete old ones, shorten their retention, or use store: branch.'
        : 'A job of a reusable workflow or a container may lack the runner’s token; run it in a plain job.',
    });
    return { kind: 'refused', error: refused };
  }
  return { kind: 'unknown', error: error as Error };
}
