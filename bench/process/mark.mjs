/** Says when the code of the process was first called: a monotonic clock that all processes share. */
import { writeFileSync } from 'node:fs';
import { hrtime } from 'node:process';

export function mark(inputs) {
  if (inputs.mark !== undefined) writeFileSync(inputs.mark, String(hrtime.bigint()));
}
