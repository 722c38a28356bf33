/** What a person reads when the code asks for other steps than the journal holds. */
import { LonghaulError } from '../errors.ts';
import type { Json } from '../journal/events.ts';
import { sortKeys } from '../journal/json.ts';
import type { RunState } from '../journal/state.ts';
import type { DivergenceFacts } from '../runtime/protocol.ts';
import { definitionOf } from './tasks.ts';

/** `DIVERGED`: nothing was run and nothing was written. `facts` are those of the kernel. */
export class DivergedError extends LonghaulError {
  readonly facts: DivergenceFacts;
  constructor(message: string, hint: string, facts: DivergenceFacts) {
    super('DIVERGED', message, { hint });
    this.name = 'DivergenceError';
    this.facts = facts;
  }
}

interface Place {
  init: { runDir: string; runId: string };
  /** The journal's: it knows which file holds the definition of a step. */
  state: Pick<RunState, 'effects'>;
  codeRevisions(): { recorded: string; now: string };
}

/** `changes`: what was changed in the code, as a diff, where that is known. */
export function divergenceError(
  facts: DivergenceFacts,
  place: Place,
  changes: readonly string[] = [],
): DivergedError {
  const lines = [headline(facts)];
  if (facts.lastAgreed.length > 0) {
    lines.push('', 'Last steps that agreed:');
    for (const step of facts.lastAgreed)
      lines.push(`  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`);
  }
  if (facts.journal.length > 0) {
    lines.push('', 'The journal has:');
    for (const step of facts.journal) {
      lines.push(
        `  ${step.stepId} ${step.kind} ${step.taskId}${at(step.site)}`,
        `    arguments ${short(argumentsOf(place, step.effectId))}`,
      );
    }
  }
  lines.push('', 'The code asks for:');
  if (facts.code.length === 0)
    lines.push(`  nothing more${facts.ended === undefined ? '' : ` (${facts.ended})`}`);
  for (const call of facts.code)
    lines.push(`  ${call.kind} ${call.taskId}${at(call.site)}`, `    arguments ${short(call.args)}`);
  const change = argumentChange(facts, place);
  if (change.length > 0) lines.push('', 'Difference in the arguments:', ...change.map((line) => `  ${line}`));
  if (changes.length > 0) lines.push('', 'Changes in the code:', ...changes.map((line) => `  ${line}`));
  const { recorded, now } = place.codeRevisions();
  if (recorded !== '' || now !== '')
    lines.push(
      '',
      `Code of the run: ${recorded || 'not recorded'}; code that was replayed: ${now || 'not known'}`,
    );
  const hint =
    `Resume on the code that the run carries (\`longhaul resume ${place.init.runId} --on-code-change pin\`), or change the code so that it asks for these steps again. ` +
    `To go on from an earlier point: \`longhaul run:fork ${place.init.runId} --at <step>\`. To give it up: \`longhaul run:halt ${place.init.runId}\`. ` +
    'If the process does input or output of its own between steps, put that into ctx.run.';
  return new DivergedError(lines.join('\n'), hint, facts);
}

function headline(facts: DivergenceFacts): string {
  const [missing] = facts.journal;
  const [asked] = facts.code;
  const step = missing === undefined ? 'a step' : `${missing.stepId} (${missing.taskId})`;
  if (facts.because === 'ended')
    return `The code and the journal diverge: ${facts.ended}, and the journal goes on with ${step}.`;
  if (facts.because === 'beyond')
    return `The code and the journal diverge: the run has completed, and the code goes on with ${asked?.taskId}.`;
  if (asked === undefined) return `The code and the journal diverge: the code no longer asks for ${step}.`;
  if (asked.early !== undefined)
    return `The code and the journal diverge: the code asks for ${asked.early} (${asked.taskId}) before ${step}, or not for ${step} at all.`;
  const sameTask = missing !== undefined && asked.taskId === missing.taskId;
  if (sameTask) return `The code and the journal diverge: ${step} is asked for with other arguments.`;
  return `The code and the journal diverge: the journal has ${step}, and the code asks for ${asked.taskId}.`;
}

const at = (site: string): string => (site === '' ? '' : `  (asked at ${site})`);
const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function argumentsOf(place: Place, effectId: string): string {
  return JSON.stringify(storedArguments(place, effectId) ?? null);
}

/** undefined: the report does without. */
function storedArguments({ init, state }: Place, effectId: string): Json | undefined {
  const effect = state.effects.get(effectId);
  return effect === undefined ? undefined : definitionOf(init.runDir, effect.request.taskDefRef).inputs;
}

/** Line by line, where one step of either side differs in its arguments only. */
function argumentChange(facts: DivergenceFacts, place: Place): string[] {
  const missing = facts.journal[0];
  const asked = facts.code.find((call) => call.taskId === missing?.taskId);
  if (missing === undefined || asked === undefined) return [];
  const before = lines(storedArguments(place, missing.effectId) ?? null);
  const after = lines(JSON.parse(asked.args) as Json);
  const old = new Set(before);
  const fresh = new Set(after);
  return [
    ...before.filter((line) => !fresh.has(line)).map((l) => `- ${short(l)}`),
    ...after.filter((line) => !old.has(line)).map((l) => `+ ${short(l)}`),
  ].slice(0, 20);
}

/** Pretty JSON, keys in one order, without what only says that a line follows. */
function lines(json: Json): string[] {
  return JSON.stringify(sortKeys(json), null, 2)
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''));
}
