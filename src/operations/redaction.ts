/** Takes secrets out of all that a drive writes, and says so once, whichever thread found the first one. */
import { REDACTED, redactor } from '../redact.ts';
import type { DriveWorld } from './world.ts';

export const SECRET_WARNING = `Something that looks like a secret is not recorded: ${REDACTED} stands for it in the run, and the process gets that, too`;

export interface Redaction {
  redact(text: string): string;
  /** The worker took one out. */
  redacted(): void;
}

export function redaction(world: Pick<DriveWorld, 'secrets' | 'report'>): Redaction {
  let isSaid = false;
  const redacted = (): void => {
    if (isSaid) return;
    isSaid = true;
    world.report({ type: 'warning', message: SECRET_WARNING });
  };
  return { redact: redactor(world.secrets, redacted), redacted };
}
