import { cp, mkdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { asArray, asObject, asString, type JsonObject } from '../github/json.ts';
import { readActionFile } from './action-file.ts';
import { readStep, type StepDefinition } from './workflow-file.ts';

/** Where an action used by the tests lies: a folder, or one whose packages are elsewhere. */
export type ActionSource = string | { folder: string; nodeModules: string };

export interface ActionMetadata {
  name: string;
  /** The folder that the steps see. */
  folder: string;
  /** `owner/name` and version; empty for local actions. */
  repository: string;
  ref: string;
  inputs: Record<string, { default: unknown; deprecated: string | null }>;
  outputs: Record<string, unknown>;
  using: string;
  pre: string | null;
  preIf: unknown;
  main: string | null;
  post: string | null;
  postIf: unknown;
  steps: StepDefinition[];
}

function readMetadata(folder: string, repository: string, ref: string): ActionMetadata {
  const root: JsonObject = readActionFile(folder);
  const runs = asObject(root.runs);
  const inputs = Object.entries(asObject(root.inputs)).map(([name, raw]) => {
    const input = asObject(raw);
    return [
      name,
      { default: input.default, deprecated: asString(input.deprecationMessage) || null },
    ] as const;
  });
  return {
    name: asString(root.name),
    folder,
    repository,
    ref,
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(
      Object.entries(asObject(root.outputs)).map(([name, raw]) => [name, asObject(raw).value]),
    ),
    using: asString(runs.using),
    pre: asString(runs.pre) || null,
    preIf: runs['pre-if'] ?? 'always()',
    main: asString(runs.main) || null,
    post: asString(runs.post) || null,
    postIf: runs['post-if'] ?? 'always()',
    steps: asArray(runs.steps).map(readStep),
  };
}

/** The downloads of a world: each action is copied once, as a runner would unpack it. */
export class ActionStore {
  readonly #folder: string;
  readonly #sources: Record<string, ActionSource>;
  readonly #copies = new Map<string, Promise<string>>();

  constructor(folder: string, sources: Record<string, ActionSource>) {
    this.#folder = folder;
    this.#sources = sources;
  }

  has(uses: string): boolean {
    return Object.hasOwn(this.#sources, uses.split('@')[0] ?? '');
  }

  /** `uses: owner/name[/path]@ref`, or a local path that the world maps to a folder. */
  async resolve(uses: string, workspace: string): Promise<ActionMetadata> {
    const [name = '', ref = ''] = uses.split('@');
    if (this.has(uses)) {
      const folder = await this.#copy(name);
      return readMetadata(folder, uses.startsWith('.') ? '' : name, ref);
    }
    if (uses.startsWith('./')) return readMetadata(join(workspace, uses), '', '');
    throw new Error(`Unable to resolve action \`${uses}\`: the test gave no folder for it`);
  }

  #copy(name: string): Promise<string> {
    const known = this.#copies.get(name);
    if (known) return known;
    const copying = this.#make(name);
    this.#copies.set(name, copying);
    return copying;
  }

  async #make(name: string): Promise<string> {
    const source = this.#sources[name] ?? '';
    const from = typeof source === 'string' ? source : source.folder;
    const to = join(this.#folder, name.replace(/[^\w-]+/g, '_'), 'v1');
    await mkdir(to, { recursive: true });
    const runs = asObject(readActionFile(from).runs);
    const entries = [runs.main, runs.pre, runs.post].map(asString).filter(Boolean);
    // Only what the action names is taken along, so that a missing bundle shows.
    const parts =
      entries.length > 0
        ? new Set(entries.map((entry) => entry.replace(/^\.\//, '').split('/')[0] ?? ''))
        : null;
    const taken = (path: string): boolean => {
      const inside = path.slice(from.length + 1);
      if (inside === '') return true;
      const top = inside.split('/')[0] ?? '';
      if (basename(path) === 'node_modules' || top === '.git') return false;
      return parts === null || parts.has(top) || /^(action\.ya?ml|package\.json)$/.test(top);
    };
    await cp(from, to, { recursive: true, filter: taken });
    if (typeof source !== 'string') await symlink(source.nodeModules, join(to, 'node_modules'));
    return to;
  }
}
