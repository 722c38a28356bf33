/** What the Action says to the runner. @actions/core does the speaking; tests pass a literal. */
import type { Outputs } from './outputs.ts';

export interface RunnerIo {
  output(name: string, value: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  line(text: string): void;
  group(title: string): void;
  endGroup(): void;
  mask(secret: string): void;
  summary(markdown: string): Promise<void>;
}

/** How the step ends: green unless `failure` says why not. */
export interface Verdict {
  outputs: Outputs;
  failure: string | undefined;
}

export async function coreIo(): Promise<RunnerIo> {
  const core = await import('@actions/core');
  return {
    output: (name, value) => core.setOutput(name, value),
    notice: (message) => core.notice(message),
    warning: (message) => core.warning(message),
    error: (message) => core.error(message),
    line: (text) => core.info(text),
    group: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    mask: (secret) => core.setSecret(secret),
    async summary(markdown) {
      await core.summary.addRaw(markdown, true).write();
    },
  };
}
