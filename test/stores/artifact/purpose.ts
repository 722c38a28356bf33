/** What the requests of the artifact store are for, by the names of the artifacts that they ask for or send. */
import type { RequestRecord } from '../../github/index.ts';

/** The lease is A2's, the index A5's, mail A3's; the rest is the save itself, or reading. */
export type Purpose = 'save' | 'lease' | 'index' | 'mail' | 'reading';

/**
 * Lists that are read once a claim has been uploaded belong to taking the lease: whether the claim is alone, and where
 * the run stands under it. Before a save of a lease that is held, the list of claims is the save's.
 */
export function purposes(records: readonly RequestRecord[]): Record<Purpose, number> {
  const counts = { save: 0, lease: 0, index: 0, mail: 0, reading: 0 };
  const isSaved = records.some(({ artifact, method }) => isGeneration(artifact) && method !== 'GET');
  let isTaking = false;
  for (const { artifact, method } of records) {
    const isLook = method === 'GET';
    const isClaim = artifact?.startsWith('longhaul-claim-') === true;
    if (isClaim && !isLook) isTaking = true;
    if (isGeneration(artifact) && !isLook) isTaking = false;
    if (artifact?.startsWith('longhaul-index')) counts.index += 1;
    else if (artifact?.startsWith('longhaul-mail-')) counts.mail += 1;
    else if (isLook ? isTaking : isClaim) counts.lease += 1;
    else counts[isSaved ? 'save' : 'reading'] += 1;
  }
  return counts;
}

const isGeneration = (artifact: string | null): boolean =>
  artifact !== null && /^longhaul-(?!claim-|mail-|index|whole-).*-[a-d]$/.test(artifact);
