import type { PlatformEvent } from '../github/index.ts';
import { asArray, asObject, asStrings } from '../github/json.ts';
import type { WorkflowFile } from './workflow-file.ts';

/** Types that count when a workflow names none. */
const defaultTypes: Record<string, string[]> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** GitHub's file patterns: `*` stops at a slash, `**` does not, `!` takes back. */
export function matchesPatterns(patterns: string[], name: string): boolean {
  let matched = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    const source = pattern
      .slice(negative ? 1 : 0)
      .replace(/[.^$()|{}\\]/g, '\\$&')
      .replace(/\*\*/g, '\0')
      .replace(/\*/g, '[^/]*')
      .replace(/\0/g, '.*');
    if (new RegExp(`^${source}$`).test(name)) matched = !negative;
  }
  return matched;
}

function branchMatches(settings: Record<string, unknown>, ref: string): boolean {
  const isTag = ref.startsWith('refs/tags/');
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  const wanted = asStrings(settings[isTag ? 'tags' : 'branches']);
  const ignored = asStrings(settings[isTag ? 'tags-ignore' : 'branches-ignore']);
  if (wanted.length > 0) return matchesPatterns(wanted, name);
  if (ignored.length > 0) return !matchesPatterns(ignored, name);
  // Naming only tags excludes branches, and the other way round.
  return isTag ? settings.branches === undefined : settings.tags === undefined;
}

/** Whether an event starts a workflow, by the file's `on:`. */
export function isTriggered(workflow: WorkflowFile, event: PlatformEvent): boolean {
  if (!Object.hasOwn(workflow.on, event.name)) return false;
  if (event.workflowPath !== undefined) return event.workflowPath === workflow.path;
  const raw = workflow.on[event.name];
  const settings = asObject(raw);
  const types = typeof settings.types === 'string' ? [settings.types] : asArray(settings.types).map(String);
  const wanted = types.length > 0 ? types : defaultTypes[event.name];
  if (wanted && event.action !== null && !wanted.includes(event.action)) return false;
  if (event.name === 'push') return branchMatches(settings, event.ref);
  if (event.name.startsWith('pull_request')) {
    const base = asObject(asObject(event.payload.pull_request).base).ref;
    return branchMatches(settings, `refs/heads/${String(base)}`);
  }
  return true;
}
