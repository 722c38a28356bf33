/** What the Action says to the runner. @actions/core does the speaking; tests pass a literal. */
import { isRunId } from '../journal/ids.ts';
import type { Outputs } from './outputs.ts';

/** A line of a file of the repository. */
export interface Spot {
  file: string;
  line: number;
}

export interface RunnerIo {
  output(name: string, value: string): void;
  notice(message: string): void;
  /** `at`: the line of the repository that it is about. */
  warning(message: string, at?: Spot): void;
  error(message: string, at?: Spot): void;
  line(text: string): void;
  group(title: string): void;
  endGroup(): void;
  mask(secret: string): void;
  summary(markdown: string): Promise<void>;
  /** True in the post step. The first call in the main step marks the next one as it. */
  isPost(): boolean;
  /** Notes for the post step that a run has, or no longer has, steps that the store may lack. */
  unsaved(runId: string, is: boolean): void;
  unsavedRuns(): string[];
}

/** How the step ends: green unless `failure` says why not. */
export interface Verdict {
  outputs: Outputs;
  failure: string | undefined;
  /** An error of the engine or a store ended the drive, not the run itself. */
  isFault?: true;
}

export async function coreIo(): Promise<RunnerIo> {
  const core = await import('@actions/core');
  const unsaved = new Set<string>();
  return {
    output: (name, value) => core.setOutput(name, value),
    notice: (message) => core.notice(message),
    warning: (message, at) => core.warning(message, at && { file: at.file, startLine: at.line }),
    error: (message, at) => core.error(message, at && { file: at.file, startLine: at.line }),
    line: (text) => core.info(text),
    group: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    mask: (secret) => core.setSecret(secret),
    async summary(markdown) {
      await core.summary.addRaw(markdown, true).write();
    },
    isPost() {
      if (core.getState('main') !== '') return true;
      core.saveState('main', 'true');
      return false;
    },
    unsaved(runId, is) {
      if (is) unsaved.add(runId);
      else unsaved.delete(runId);
      core.saveState('unsaved', [...unsaved].join(' '));
    },
    unsavedRuns: () => core.getState('unsaved').split(' ').filter(isRunId),
  };
}
