/** The code of one driven run: what is served to its process, and what is recorded of it once the replay has agreed. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { LonghaulError } from '../errors.ts';
import type { Actor, NewEvent } from '../journal/events.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { CodeFile, DivergenceFacts } from '../runtime/protocol.ts';
import {
  codeToServe,
  type Manifest,
  type OnCodeChange,
  readManifest,
  realPath,
  recordCode,
  repositoryOf,
  upgradedFiles,
} from './code.ts';
import { codeChanges } from './code-diff.ts';
import { type DivergedError, divergenceError } from './divergence.ts';
import { defined } from './recorder.ts';
import { commitOf } from './workspace.ts';

export class CarriedCode {
  readonly entry: { path: string; exportName: string | undefined };
  readonly repository: string;
  /** What the worker serves; undefined: the workspace's files are taken, and captured. */
  readonly serve: CodeFile[] | undefined;
  readonly #journal: RunJournal;
  readonly #policy: OnCodeChange;
  #manifest: Manifest | undefined;
  readonly #commit: string;
  #captured: CodeFile[] = [];
  #agreed = false;

  /**
   * `importDir`: what the entry's path is relative to. `commit`: the workspace's, where it is known already.
   * @throws LonghaulError (CODE_CHANGED, PROCESS_LOAD), DamageError
   */
  constructor(
    journal: RunJournal,
    importDir: string,
    workspace: string,
    policy: OnCodeChange,
    commit?: string,
  ) {
    const { importPath, exportName } = journal.run.entrypoint;
    const recorded = realPath(path.resolve(importDir, importPath));
    this.#journal = journal;
    this.#policy = policy;
    this.repository = repositoryOf(recorded, realPath(workspace));
    this.#commit = commit ?? commitOf(this.repository);
    this.#manifest = readManifest(journal.runDir);
    this.serve = codeToServe(journal.runDir, this.#manifest, this.repository, policy);
    // A link that led to the entry may be gone by now: what it led to is carried.
    const carried = this.serve === undefined ? undefined : this.#manifest?.entry;
    const file = carried === undefined ? recorded : path.join(this.repository, carried);
    this.entry = { path: file, exportName };
    if (this.serve === undefined && !existsSync(file)) {
      throw new LonghaulError('PROCESS_LOAD', `The process file ${file} does not exist`, {
        path: file,
        hint: 'Check out the code that the run was started with.',
      });
    }
  }

  /** Files that the process has loaded for the first time. */
  loaded(files: readonly CodeFile[]): void {
    this.#captured.push(...files);
    if (this.#agreed) this.#record(this.#manifest);
  }

  /** The replay has agreed with this code: from now on the run carries it. */
  agreed(by: Actor | undefined): void {
    this.#agreed = true;
    const changed = this.#policy === 'upgrade' ? upgradedFiles(this.#manifest, this.#captured) : [];
    if (this.#manifest === undefined || changed.length === 0) {
      this.#record(this.#manifest);
      return;
    }
    const event: NewEvent = {
      type: 'CODE_UPGRADED',
      data: {
        ...defined({ revision: this.#commit === '' ? undefined : this.#commit, actor: by }),
        files: changed,
      },
    };
    this.#journal.append([event]);
    // Files that the new revision has not loaded are taken from it when it does.
    this.#record(undefined);
  }

  #record(manifest: Manifest | undefined): void {
    const entry = path.relative(this.repository, this.entry.path).split(path.sep).join('/');
    this.#manifest = recordCode(this.#journal, manifest, this.#captured.splice(0), {
      repository: this.repository,
      commit: this.#commit,
      entry,
    });
  }

  /** What a divergence ends the drive with: where an upgrade is tried, with what changed in the code. */
  async explain(facts: DivergenceFacts, init: { runDir: string; runId: string }): Promise<DivergedError> {
    const before = this.#manifest;
    const upgrading = this.#policy === 'upgrade' && before !== undefined;
    const changes = upgrading ? await codeChanges(init.runDir, before, this.#captured, facts) : [];
    const revisions = {
      recorded: before?.commit ?? this.#journal.state.created?.commit ?? '',
      now: upgrading ? this.#commit : '',
    };
    const { state } = this.#journal;
    return divergenceError(facts, { init, state, codeRevisions: () => revisions }, changes);
  }
}
