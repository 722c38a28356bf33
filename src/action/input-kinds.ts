/** How the texts of action inputs are read; see inputs.ts. */

export type InputKind =
  | { type: 'text' }
  | { type: 'lines' }
  /** Who may decide. */
  | { type: 'approvers' }
  /** One a line, commas and all. */
  | { type: 'secrets' }
  /** Several of a choice. */
  | { type: 'choices'; values: readonly string[] }
  | { type: 'issue' }
  | { type: 'choice'; values: readonly string[] }
  | { type: 'boolean' }
  /** An integer within bounds. */
  | { type: 'count'; min: number; max: number }
  /** `<integer><s|m|h|d>`; `zero` says what 0 means, where it may be given. */
  | { type: 'duration'; zero?: string }
  | { type: 'json' }
  | { type: 'run-id' };

export interface InputSpec {
  kind: InputKind;
  default: string;
  description: string;
  /** Filled in by the platform; users do not set it. */
  hidden?: true;
  /** Read from a workflow_dispatch event by itself, without being wired (contract: these and no others). */
  fromDispatch?: true;
}

export const text = { type: 'text' } as const;
export const choices = <const V extends readonly string[]>(...values: V): { type: 'choices'; values: V } => ({
  type: 'choices',
  values,
});
export const choice = <const V extends readonly string[]>(...values: V): { type: 'choice'; values: V } => ({
  type: 'choice',
  values,
});
