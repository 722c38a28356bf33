/**
 * Loads the process's modules: gives it `longhaul` (and Babysitter's name for it) without an installation, lets
 * TypeScript run whatever the repository's package.json says, serves the code that the run carries, and captures
 * what is loaded for the first time. Hooks work for import and require alike.
 */
import { readFileSync } from 'node:fs';
import { type LoadHookContext, type ResolveHookContext, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CodeFile } from '../protocol.ts';

const SCHEME = 'longhaul:';
const PROVIDED = Symbol.for('longhaul.provided');
const OURS = /^(longhaul|@a5c-ai\/babysitter-sdk)(\/.*)?$/;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

export interface ModuleHooks {
  /** Files of the workspace that were loaded and are not part of the carried code. */
  captured(): CodeFile[];
  /** Absolute path of the file of the workspace that was read last. */
  latest(): string | undefined;
}

interface Options {
  workspace: string;
  library: object;
  code: CodeFile[] | undefined;
  /** Node's loader of TypeScript is about to run. */
  onTypeScript(): void;
}

export function installModuleHooks({ workspace, library, code, onTypeScript }: Options): ModuleHooks {
  const root = pathToFileURL(workspace + path.sep).href;
  const carried = new Map((code ?? []).map((file) => [file.path, file]));
  const captured: CodeFile[] = [];
  const seen = new Set<string>();
  let latest: string | undefined;
  const provided: Record<string, object> = { longhaul: library };
  Reflect.set(globalThis, PROVIDED, provided);

  /** Path in the workspace of a file that belongs to the run's code. */
  const own = (url: string): string | undefined => {
    if (!url.startsWith(root) || url.includes('/node_modules/')) return undefined;
    return decodeURIComponent(url.slice(root.length).replace(/[?#].*$/, ''));
  };

  const capture = (file: string, format: string, source: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    captured.push({ path: file, format, source });
  };

  /** What the run carries is found even though the workspace has lost it. */
  const resolveCarried = (
    specifier: string,
    parent: string | undefined,
  ): { url: string; format: string } | undefined => {
    if (carried.size === 0) return undefined;
    let url: URL;
    try {
      if (/^\.{0,2}\//.test(specifier)) url = new URL(specifier, parent);
      else if (specifier.startsWith('file:')) url = new URL(specifier);
      else return undefined;
    } catch {
      return undefined;
    }
    const file = own(url.href);
    if (file === undefined) return undefined;
    for (const candidate of candidates(file)) {
      const found = carried.get(candidate);
      if (found !== undefined)
        return { url: pathToFileURL(path.join(workspace, candidate)).href, format: found.format };
    }
    return undefined;
  };

  const resolve = (
    specifier: string,
    context: ResolveHookContext,
    next: (
      specifier: string,
      context?: Partial<ResolveHookContext>,
    ) => ReturnType<Parameters<typeof registerHooks>[0]['resolve'] & {}>,
  ) => {
    if (OURS.test(specifier))
      return { url: `${SCHEME}longhaul`, format: 'module' as const, shortCircuit: true };
    const found = resolveCarried(specifier, context.parentURL);
    if (found !== undefined) return { ...found, shortCircuit: true };
    try {
      return next(specifier, context);
    } catch (error) {
      const { code: reason } = error as NodeJS.ErrnoException;
      if (reason !== 'ERR_MODULE_NOT_FOUND' && reason !== 'MODULE_NOT_FOUND') throw error;
      if (specifier === 'zod') return next(ourZod());
      if (!/^\.\.?\//.test(specifier) || !/\.[mc]?js$/.test(specifier)) throw error;
      try {
        return next(specifier.replace(/js$/, 'ts'), context);
      } catch {
        throw error; // it names the file that the process asks for
      }
    }
  };

  const load = (
    url: string,
    context: LoadHookContext,
    next: (
      url: string,
      context?: Partial<LoadHookContext>,
    ) => { format?: string | null; source?: unknown; shortCircuit?: boolean },
  ) => {
    if (url.startsWith(SCHEME))
      return { format: 'module', source: facade(url.slice(SCHEME.length), provided), shortCircuit: true };
    const file = own(url);
    if (file === undefined) return next(url, context);
    if (/\.[mc]?ts$/.test(file)) onTypeScript();
    const known = carried.get(file);
    if (known !== undefined) return { format: known.format, source: known.source, shortCircuit: true };
    // A .ts file is a module even where package.json says commonjs, unless it says itself that it is not.
    const typescript = /\.ts$/.test(file) && !looksCommonJs(fileURLToPath(url));
    const loaded = next(url, typescript ? { ...context, format: 'module-typescript' } : context);
    const format = loaded.format ?? context.format ?? 'commonjs';
    if (format === 'builtin' || format === 'wasm' || format === 'addon') return loaded;
    const source =
      loaded.source === null || loaded.source === undefined
        ? readFileSync(fileURLToPath(url), 'utf8')
        : sourceText(loaded.source);
    latest = fileURLToPath(url);
    capture(file, format, source);
    return loaded;
  };

  registerHooks({ resolve, load } as Parameters<typeof registerHooks>[0]);
  return { captured: () => captured.splice(0), latest: () => latest };
}

function candidates(file: string): string[] {
  return [file, file.replace(/\.([mc]?)js$/, '.$1ts'), `${file}.js`, `${file}.json`, `${file}/index.js`];
}

function sourceText(source: unknown): string {
  return typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8');
}

function looksCommonJs(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  return (
    /\b(module\.exports|exports\.\w+\s*=|require\s*\()/.test(text) && !/^\s*(import|export)\b/m.test(text)
  );
}

/** For a process that uses zod and has not installed it. */
function ourZod(): string {
  const here = import.meta.url;
  return new URL(`./zod${here.endsWith('.ts') ? '.ts' : '.js'}`, here).href;
}

/** A module whose exports are those of an object that lives in this bundle: one class identity for all. */
function facade(name: string, provided: Record<string, object>): string {
  const names = Object.keys(provided[name] ?? {}).filter((key) => key !== 'default' && IDENTIFIER.test(key));
  const lines = names.map((key, i) => `const _${i}=m[${JSON.stringify(key)}];export{_${i} as ${key}};`);
  return `const m=globalThis[Symbol.for('longhaul.provided')][${JSON.stringify(name)}];${lines.join('')}export default m;`;
}
