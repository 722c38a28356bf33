/** Names of artifacts. Run ids are one regardless of case, so names hold them in lower case. */
import { UsageError } from '../../errors.ts';
import { checkRunId } from '../../journal/ids.ts';

/** Lists, for sweeps, the runs that a workflow run has touched (A5). */
export const INDEX_NAME = 'longhaul-index';

const RESERVED = /^(mail|claim|index|whole)(-|$)/i;

/** The names that the generations of a run alternate between, in the order in which they are taken (A1). */
export function stateNames(runId: string): string[] {
  return ['a', 'b', 'c', 'd'].map((letter) => `longhaul-${runId.toLowerCase()}-${letter}`);
}

export const claimName = (runId: string): string => `longhaul-claim-${runId.toLowerCase()}`;

/** The exact name of mail; what does not find it free takes `<name>-<job id>`, then `<name>-<job id>-2` (A3). */
export const mailName = (runId: string): string => `longhaul-mail-${runId.toLowerCase()}`;

/** The whole run, for people to download. */
export const wholeName = (runId: string): string => `longhaul-whole-${runId.toLowerCase()}`;

/** `<name>`, `<name>-<job>`, `<name>-<job>-2`, … */
export function* fallbacks(name: string, jobId: string): Generator<string> {
  const job = jobId.replace(/[^A-Za-z0-9]/g, '') || 'job';
  yield name;
  yield `${name}-${job}`;
  for (let n = 2; ; n++) yield `${name}-${job}-${n}`;
}

/** Whether an artifact's name is one that `fallbacks(name, …)` gives. */
export const isFallback = (artifact: string, name: string): boolean =>
  artifact === name || artifact.startsWith(`${name}-`);

/** Throws UsageError for an id whose artifacts could be taken for another run's mail or claim. */
export function checkArtifactRunId(runId: string): string {
  checkRunId(runId);
  if (RESERVED.test(runId)) {
    throw new UsageError(`With store: artifact no run may be called ${runId}`, {
      hint: 'Ids that begin with mail-, claim-, index- or whole- are taken by the store itself.',
    });
  }
  return runId;
}
