/**
 * Which artifact is the newest generation of a run. Not the newest one: somebody who had lost the lease may have
 * uploaded later. Each generation names the artifacts that its writer had seen below it, so as a rule one download
 * decides; what is not among them is downloaded, too, and compared.
 */
import { LonghaulError } from '../../errors.ts';
import type { Owner } from '../../journal/events.ts';
import { describeOwner } from '../owner.ts';
import { stateNames } from './names.ts';
import { type Place, VOID } from './place.ts';
import type { Listed } from './rest.ts';
import { type IndexRow, type RunHead, readRunHead } from './schema.ts';

export interface Generation {
  artifact: Listed;
  head: RunHead;
  /** The files, see archive.ts. */
  body: Buffer;
  adopted: boolean;
}

/** More than these nobody can have written beside each other in good faith. */
const MOST = 20;

/** Everything under the run's four names, newest id first; 4 requests. */
export async function listGenerations(place: Place, runId: string): Promise<Listed[]> {
  const lists = await Promise.all(stateNames(runId).map((name) => place.ports.rest.named(name)));
  return lists.flat().sort((a, b) => b.id - a.id);
}

/** The two names that whoever has just come uses; 2 requests, which cost nothing while nothing is new. */
export async function listNewest(place: Place, runId: string): Promise<Listed[]> {
  const names = stateNames(runId).slice(0, 2);
  return (await Promise.all(names.map((name) => place.ports.rest.named(name)))).flat();
}

/** The head of a generation; undefined: it counts for nothing. */
export async function loadTrusted(
  place: Place,
  runId: string,
  artifact: Listed,
): Promise<RunHead | undefined> {
  if (artifact.expired || !(await place.isTrusted(artifact))) return undefined;
  try {
    return (await load(place, runId, artifact)).head;
  } catch (error) {
    if (error instanceof LonghaulError && VOID.has(error.code)) return undefined;
    throw error;
  }
}

/** What of a head decides how new it is. */
interface Rank {
  row: Pick<IndexRow, 'epoch' | 'generation'>;
  lease?: { owner: Pick<Owner, 'token'> };
}

/** Positive when `a` stands above `b`: by epoch, then by generation (A1), of two alike the driver that started first. */
export function compareHeads(a: Rank, b: Rank): number {
  const token = ({ lease }: Rank): string => lease?.owner.token ?? '';
  if (a.row.epoch !== b.row.epoch) return a.row.epoch - b.row.epoch;
  if (a.row.generation !== b.row.generation) return a.row.generation - b.row.generation;
  return token(a) === token(b) ? 0 : token(a) < token(b) ? 1 : -1;
}

/**
 * undefined: there is no run of this id.
 * @throws LonghaulError RUN_EXPIRED, BAD_ARTIFACT, DIGEST_MISMATCH, ARTIFACT_GONE, FORBIDDEN, UNSIGNED, …
 */
export async function findNewest(
  place: Place,
  runId: string,
  listed: readonly Listed[],
): Promise<Generation | undefined> {
  let newest: Generation | undefined;
  const judged = new Set<number>();
  let downloads = 0;
  for (const artifact of listed) {
    if (judged.has(artifact.id)) continue;
    if (!(await place.isTrusted(artifact))) continue;
    if (artifact.expired) {
      // Something older would be the run as it was before: resuming that is worse than saying so.
      if (newest === undefined) throw expired(runId, artifact);
      continue;
    }
    if (++downloads > MOST) throw tooMany(runId);
    const generation = await load(place, runId, artifact);
    for (const id of generation.head.judged) judged.add(id);
    if (newest === undefined) newest = generation;
    else {
      const isAbove = compareHeads(generation.head, newest.head) > 0;
      const [kept, lost] = isAbove ? [generation, newest] : [newest, generation];
      if (!kept.head.judged.includes(lost.artifact.id)) reportLost(place, runId, kept, lost);
      newest = kept;
    }
  }
  return newest;
}

async function load(place: Place, runId: string, artifact: Listed): Promise<Generation> {
  const { data, body, adopted } = await place.fetch(artifact, 'run', runId.toLowerCase());
  return { artifact, body, adopted, head: readRunHead(data, `${artifact.name} (${artifact.id})`) };
}

/** A2: two drivers were at work at once. One history counts, the other is named and not mixed in. */
function reportLost(place: Place, runId: string, kept: Generation, lost: Generation): void {
  const owner = lost.head.lease?.owner;
  place.ports.warn(
    `Two drivers worked on run ${runId} at once: the history of ${describeOwner(owner)} up to event ${lost.head.seq} lost to that of ${describeOwner(kept.head.lease?.owner)} up to event ${kept.head.seq}. Effects may have run twice; the lost history is artifact ${lost.artifact.id}`,
  );
}

function expired(runId: string, { name, expiresAt }: Listed): LonghaulError {
  return new LonghaulError('RUN_EXPIRED', `Run ${runId} was kept as ${name}, which expired on ${expiresAt}`, {
    path: name,
    hint: 'Start it anew under another id. A scheduled sweep renews what waits before it expires.',
  });
}

function tooMany(runId: string): LonghaulError {
  return new LonghaulError(
    'TOO_MANY_HISTORIES',
    `More than ${MOST} artifacts of run ${runId} know nothing of each other; somebody uploads under its names`,
    { hint: `Delete those that are not the run's, then try again.` },
  );
}
