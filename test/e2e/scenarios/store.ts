/** What scenarios have to know of the store that the runs of a workflow file live in. */
import { gunzipSync } from 'node:zlib';
import { gitText } from '../../github/git-store.ts';
import type { World } from '../../runner/index.ts';
import { eventsOnBranch } from '../world.ts';

export type Events = Awaited<ReturnType<typeof eventsOnBranch>>;

export interface StoreInUse {
  kind: 'branch' | 'artifact';
  /** A workflow file as users of this store have it. */
  file(text: string): string;
  /** Events of a run, as they lie in the store. */
  events(world: World, runId: string): Promise<Events>;
  /** Ids of the runs that lie there. */
  runs(world: World): Promise<string[]>;
  /** What was taken without a signature that could be checked, as the store has recorded it. */
  adopted(world: World, runId: string): Promise<string[]>;
}

export const branchStore: StoreInUse = {
  kind: 'branch',
  file: (text) => text,
  events: eventsOnBranch,
  async runs(world) {
    const refs = await world.refs('refs/heads/longhaul/');
    return [...refs.keys()].map((ref) => ref.slice('refs/heads/longhaul/'.length)).sort();
  },
  async adopted(world, runId) {
    const log = await gitText(world.repo.gitDir, ['log', '--format=%B', `refs/heads/longhaul/${runId}`]);
    return log.split('\n').filter((line) => line.startsWith('Adopted: '));
  },
};

const GENERATION = /^longhaul-(.+)-[a-d]$/;

/** `contents: read`, `store: artifact`, and nothing else is changed. */
export const artifactStore: StoreInUse = {
  kind: 'artifact',
  file: (text) =>
    text
      .replace('contents: write', 'contents: read')
      .replace(/^( *)process: .*$/gm, '$&\n$1store: artifact')
      .replace(/\{ process: ([^ ,]+)/g, '{ process: $1, store: artifact'),
  events: async (world, runId) =>
    newestGeneration(world, runId)
      .files.filter(({ path }) => path.startsWith('journal/'))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ text }) => JSON.parse(text)),
  async runs(world) {
    const ids = world.repo.artifacts.flatMap(({ name, finalized, expired }) =>
      finalized && !expired ? (GENERATION.exec(name)?.[1] ?? []) : [],
    );
    return [...new Set(ids)].sort();
  },
  adopted: async (world, runId) => newestGeneration(world, runId).adopted,
};

interface Generation {
  epoch: number;
  generation: number;
  adopted: string[];
  files: { path: string; text: string }[];
}

function newestGeneration(world: World, runId: string): Generation {
  const generations = world.repo.artifacts
    .filter(({ name, finalized }) => finalized && GENERATION.exec(name)?.[1] === runId.toLowerCase())
    .map(({ blobKey }): Generation => {
      const parcel = gunzipSync(world.platform.blobs.get(blobKey)?.data ?? Buffer.alloc(0)).toString();
      const [head = '{}', , ...files] = parcel.trimEnd().split('\n');
      const { row, adopted } = JSON.parse(head).data;
      const { epoch, generation } = row;
      return { epoch, generation, adopted, files: files.map((line) => JSON.parse(line)) };
    })
    .sort((a, b) => b.epoch - a.epoch || b.generation - a.generation);
  return generations[0] ?? { epoch: 0, generation: 0, adopted: [], files: [] };
}
