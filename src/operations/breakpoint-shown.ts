/** What a breakpoint shows to people: read from its definition; files of its context, from the workspace. */
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Shown, ShownFile } from '../comments/facts.ts';
import { isObject } from '../journal/decode.ts';
import type { Json, JsonObject } from '../journal/events.ts';

/** How much of a file, and of how many. */
const EXCERPT = 4000;
const MAX_FILES = 10;

export interface FilesPlace {
  /** Absolute path of the checkout. */
  workspace: string;
  /** `https://github.com/owner/name` */
  repositoryUrl: string;
  /** The commit that is checked out; '' when it is not known. */
  commit: string;
}

/** What the process gave to `ctx.breakpoint`. */
export function payloadOf(def: JsonObject): { payload: JsonObject; options: JsonObject } {
  const options = isObject(def.metadata) ? def.metadata : {};
  return { payload: isObject(options.payload) ? options.payload : {}, options };
}

export const optionsOf = (def: JsonObject): JsonObject => payloadOf(def).options;

/** What people call an effect by, read from its definition: a breakpoint's own title; undefined: its label. */
export function titleOf(kind: string, def: JsonObject): string | undefined {
  return kind === 'breakpoint' ? shownOf(def, [], (text) => text).title : textOf(def.title);
}

/** The options that it offers to people; empty: there are none. */
export const choicesOf = (def: JsonObject): string[] => textsOf(payloadOf(def).payload.options);

export function shownOf(
  def: JsonObject,
  files: readonly ShownFile[],
  redact: (text: string) => string,
): Shown {
  const { payload, options } = payloadOf(def);
  const title = textOf(payload.title) ?? textOf(def.title) ?? 'Breakpoint';
  const context = contextText(payload.context);
  return {
    title: redact(title),
    question: redact(textOf(payload.question) ?? ''),
    ...(context === undefined ? {} : { context: redact(context) }),
    files,
    options: choicesOf(def).map(redact),
    expert: textsOf(options.expert).map(redact),
    tags: textsOf(options.tags).map(redact),
  };
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

function textsOf(value: Json | undefined): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}

/** Text as it is, anything else as JSON; files are shown by themselves. */
function contextText(context: Json | undefined): string | undefined {
  if (context === undefined || context === null) return undefined;
  if (typeof context === 'string') return textOf(context);
  if (!isObject(context)) return JSON.stringify(context, null, 2);
  const { files: _, ...rest } = context;
  return Object.keys(rest).length === 0 ? undefined : JSON.stringify(rest, null, 2);
}

/** Files that the context names (`context.files`: paths, or objects with a `path`). */
export function filesOf(def: JsonObject, place: FilesPlace, redact: (text: string) => string): ShownFile[] {
  const { context } = payloadOf(def).payload;
  const named = isObject(context) && Array.isArray(context.files) ? context.files : [];
  return named
    .map((file) => (isObject(file) ? textOf(file.path) : textOf(file)))
    .filter((name) => name !== undefined)
    .slice(0, MAX_FILES)
    .map((name) => shownFile(name, place, redact));
}

function shownFile(name: string, place: FilesPlace, redact: (text: string) => string): ShownFile {
  const { workspace, repositoryUrl, commit } = place;
  const file = inWorkspace(workspace, name);
  if (file === undefined) return { path: name, url: repositoryUrl, note: 'it does not lie in the workspace' };
  const encoded = file.relative.split('/').map(encodeURIComponent).join('/');
  const url = `${repositoryUrl}/blob/${commit === '' ? 'HEAD' : commit}/${encoded}`;
  let text: string;
  try {
    text = readFileSync(file.absolute, 'utf8');
  } catch {
    return { path: file.relative, url, note: 'it cannot be read' };
  }
  if (text.includes('\0')) return { path: file.relative, url, note: 'it is not text' };
  return { path: file.relative, url, excerpt: redact(text).slice(0, EXCERPT) };
}

/** A file of the workspace, links followed; nothing of git's own, which holds credentials. */
function inWorkspace(workspace: string, name: string): { absolute: string; relative: string } | undefined {
  try {
    const root = realpathSync(workspace);
    const absolute = realpathSync(path.resolve(root, name));
    const relative = path.relative(root, absolute).split(path.sep).join('/');
    const isInside = relative !== '' && !relative.startsWith('../') && !path.isAbsolute(relative);
    return isInside && !relative.split('/').includes('.git') ? { absolute, relative } : undefined;
  } catch {
    return undefined;
  }
}
