import type { RunJournal } from '../journal/writer.js';
import type { CodeFile } from '../runtime/protocol.js';
export declare const CODE_SCHEMA = "longhaul.code-v1";
export declare const ON_CODE_CHANGE: readonly ['pin', 'upgrade', 'refuse'];
export type OnCodeChange = (typeof ON_CODE_CHANGE)[number];
export interface ManifestFile {
    /** Relative to the repository, `/` as separator. */
    path: string;
    format: string;
    /** The id that git gives these bytes. */
    blob: string;
    /** sha256 of the bytes, hex. */
    digest: string;
    /** Commit of the workspace that it was taken from, where that is not the manifest's. */
    commit?: string;
}
export interface Manifest {
    schemaVersion: string;
    commit: string;
    /** The process file, links followed. */
    entry?: string;
    files: ManifestFile[];
}
/** What an entry without `#export` stands for. */
export declare const DEFAULT_EXPORT = "process";
/** Repository that a file belongs to: the nearest directory above it with a `.git`, else `fallback`. */
export declare function repositoryOf(file: string, fallback: string): string;
/** The path with every link followed; of a file that is gone, that of the directory that is left, and the rest. */
export declare function realPath(file: string): string;
/** undefined: the run carries no code (Babysitter made it). @throws DamageError */
export declare function readManifest(runDir: string): Manifest | undefined;
/** The carried sources, each checked against the manifest. @throws DamageError */
export declare function readCode(runDir: string, manifest: Manifest): CodeFile[];
/** Paths whose content in the workspace is not what the run carries; missing ones included. */
export declare function changedFiles(manifest: Manifest, repository: string): string[];
/** The sources to replay with, by the policy. undefined: the workspace's. @throws LonghaulError CODE_CHANGED */
export declare function codeToServe(runDir: string, manifest: Manifest | undefined, repository: string, policy: OnCodeChange): CodeFile[] | undefined;
/** Writes files that a process has loaded for the first time, and the manifest with them in it. `manifest` undefined: a new one. */
export declare function recordCode(journal: RunJournal, manifest: Manifest | undefined, files: readonly CodeFile[], from: {
    repository: string;
    commit: string;
    entry: string;
}): Manifest | undefined;
/** What an upgrade changed: recorded in CODE_UPGRADED. Empty when the workspace's code is the run's. */
export declare function upgradedFiles(manifest: Manifest | undefined, files: readonly CodeFile[]): {
    path: string;
    from: string;
    to: string;
}[];
/** What stands on the two sides of the last `#`. */
export declare function splitEntry(text: string): {
    file: string;
    exportName: string | undefined;
};
/** `path#export`, relative to `cwd`; `where`: said of a file that is not there. @throws UsageError */
export declare function parseEntry(text: string, cwd: string, where?: string): {
    path: string;
    exportName: string | undefined;
};
