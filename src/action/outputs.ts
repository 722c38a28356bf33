/** The step's outputs, made from what a session found; pure. */
import type { SessionResult } from '../operations/session.ts';
import type { OutputName } from './contract.ts';

export const OUTPUT_LIMIT = 512 * 1024;

export type Outputs = Partial<Record<OutputName, string>>;

/** @returns the outputs, and warnings about what did not fit */
export function outputsOf(result: SessionResult, extra: Outputs): { outputs: Outputs; warnings: string[] } {
  const warnings: string[] = [];
  const include = result.sentOut.map(({ effectId, kind, label, runsOn = 'ubuntu-latest' }) => ({
    'effect-id': effectId,
    kind,
    label,
    'runs-on': runsOn,
  }));
  let output = result.output ?? '';
  if (Buffer.byteLength(output) > OUTPUT_LIMIT) {
    warnings.push(
      `The output is longer than ${OUTPUT_LIMIT / 1024} KiB and is not set; it stands in ${result.runDir}/state/output.json`,
    );
    output = '';
  }
  const outputs: Outputs = {
    'run-id': result.runId,
    status: result.status,
    output,
    error: result.error === undefined ? '' : `${result.error.name}: ${result.error.message}`,
    pending: JSON.stringify(result.pending),
    matrix: JSON.stringify({ include }),
    'has-pending': String(include.length > 0),
    ...extra,
  };
  return { outputs, warnings };
}

/** What an event without a run gives: every output is set, so that expressions find text. */
export function noOutputs(): Outputs {
  return {
    'run-id': '',
    status: '',
    output: '',
    error: '',
    pending: '[]',
    matrix: '{"include":[]}',
    'has-pending': 'false',
  };
}
