/** By which rules a breakpoint is decided: read from the job's inputs and the process's options, recorded when it opens. */
import type { Approver, Strategy } from '../comments/facts.ts';
import { UsageError } from '../errors.ts';
import { ROLES, type Role } from '../github/port.ts';
import type { Json, JsonObject } from '../journal/events.ts';

export interface DecisionPolicy {
  /** Never empty. */
  approvers: readonly Approver[];
  strategy: Strategy;
  minimum: number;
  /** For the strategy `quorum`; 0: as `minimum`. */
  quorum: number;
  allowSelf: boolean;
  requireHead: boolean;
}

/** What holds for one decision: the policy that was recorded and that of the job, whichever is stricter. */
export interface PolicyInForce extends DecisionPolicy {
  /** Who decides must be on each of these lists. */
  lists: readonly (readonly Approver[])[];
}

/** A job's `with:`. */
export interface PolicyInputs {
  approvers: readonly string[];
  minimum: number;
  quorum: number;
  allowSelf: boolean;
  requireHead: boolean;
}

const STRATEGIES: readonly Strategy[] = ['single', 'first-response-wins', 'collect-all', 'quorum'];
const DEFAULT_APPROVERS: readonly Approver[] = [{ kind: 'role', name: 'write' }];
const SHAPES: readonly [Approver['kind'], RegExp][] = [
  ['user', /^@([A-Za-z0-9][A-Za-z0-9_-]{0,99})$/],
  ['team', /^@([A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})$/],
  ['app', /^@?([A-Za-z0-9][A-Za-z0-9_-]{0,99}\[bot\])$/],
  ['role', /^role:([a-z]+)$/],
];

/** Who may decide; the default for none. @throws UsageError for an entry of another shape: it would let nobody in, or anybody */
export function parseApprovers(entries: readonly string[]): readonly Approver[] {
  return entries.length === 0 ? DEFAULT_APPROVERS : entries.map(parseApprover);
}

function parseApprover(entry: string): Approver {
  for (const [kind, shape] of SHAPES) {
    const name = shape.exec(entry)?.[1];
    if (name === undefined) continue;
    if (kind === 'role' && (rankOf(name) <= rankOf('none') || !isRole(name))) break;
    return { kind, name };
  }
  throw new UsageError(`\`approvers\` names ${JSON.stringify(entry)}`, {
    hint: 'Allowed: `@user`, `@org/team`, `app[bot]`, and `role:` with read, triage, write, maintain or admin.',
  });
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
export const rankOf = (role: string): number => (ROLES as readonly string[]).indexOf(role);

/**
 * The policy of a breakpoint that opens now. `options`: what the process says of it (strategy, quorum).
 * @throws UsageError for an unknown strategy, and for collect-all where nobody is named
 */
export function policyOf(inputs: PolicyInputs, options: JsonObject): DecisionPolicy {
  const { minimum, allowSelf, requireHead } = inputs;
  const approvers = parseApprovers(inputs.approvers);
  const own = options.quorum ?? 0;
  if (typeof own !== 'number' || !Number.isInteger(own) || own < 0)
    throw new UsageError(`The quorum of the breakpoint is ${JSON.stringify(own)}`, {
      hint: 'Give a whole number.',
    });
  const quorum = Math.max(inputs.quorum, own);
  const said = options.strategy ?? (inputs.quorum > 0 ? 'quorum' : 'single');
  const strategy = STRATEGIES.find((known) => known === said);
  if (strategy === undefined)
    throw new UsageError(`The strategy of the breakpoint is ${JSON.stringify(said)}`, {
      hint: `Allowed: ${STRATEGIES.join(', ')}.`,
    });
  if (strategy === 'collect-all' && !approvers.some(isNaming))
    throw new UsageError(
      'The strategy collect-all needs people to collect from, and `approvers` names roles only',
      {
        hint: 'Name users or teams in `approvers`.',
      },
    );
  return { approvers, strategy, minimum, quorum, allowSelf, requireHead };
}

/** Whether it says who somebody is, not what they may do. */
const isNaming = ({ kind }: Approver): boolean => kind === 'user' || kind === 'team';

/** The form in which EFFECT_REQUESTED records it. */
export function recordOf(policy: DecisionPolicy): JsonObject {
  return { ...policy, approvers: policy.approvers.map(entryOf) };
}

/** As it is written in `approvers`. */
export function entryOf({ kind, name }: Approver): string {
  return kind === 'role' ? `role:${name}` : kind === 'app' ? name : `@${name}`;
}

/** undefined: none was recorded (the breakpoint opened outside of a job). @throws UsageError for one that is none */
export function recordedPolicy(record: Json | undefined): DecisionPolicy | undefined {
  if (record === undefined) return undefined;
  const { approvers, strategy, minimum, quorum, allowSelf, requireHead } = record as Partial<JsonObject>;
  const known = STRATEGIES.find((name) => name === strategy);
  if (!Array.isArray(approvers) || known === undefined)
    throw new UsageError('The journal holds a policy of a breakpoint that is none');
  return {
    approvers: parseApprovers(approvers.map(String)),
    strategy: known,
    minimum: Math.max(1, Number(minimum) || 1),
    quorum: Number(quorum) || 0,
    allowSelf: allowSelf === true,
    requireHead: requireHead === true,
  };
}

/** A later job may be stricter, never laxer (contract §2). */
export function inForce(recorded: DecisionPolicy | undefined, job: DecisionPolicy): PolicyInForce {
  if (recorded === undefined) return { ...job, lists: [job.approvers] };
  const isSame = JSON.stringify(recorded.approvers) === JSON.stringify(job.approvers);
  return {
    approvers: recorded.approvers,
    lists: isSame ? [recorded.approvers] : [recorded.approvers, job.approvers],
    strategy: recorded.strategy,
    minimum: Math.max(recorded.minimum, job.minimum),
    quorum: Math.max(recorded.quorum, job.quorum),
    allowSelf: recorded.allowSelf && job.allowSelf,
    requireHead: recorded.requireHead || job.requireHead,
  };
}

/** How many approvals (collect-all: answers) it takes. `named`: users and team members at opening. */
export function neededBy(policy: DecisionPolicy, named: readonly string[]): number {
  if (policy.strategy === 'quorum') return Math.max(policy.quorum, policy.minimum);
  if (policy.strategy === 'collect-all') return Math.max(named.length, policy.minimum);
  return policy.minimum;
}

/** Teams that must be asked for to judge anybody: `org/team`. */
export function teamsOf({ lists }: PolicyInForce): string[] {
  return [...new Set(lists.flat().flatMap(({ kind, name }) => (kind === 'team' ? [name] : [])))];
}
