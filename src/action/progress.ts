/** What a drive says in the job's log: a group for each effect with its live output, warnings as annotations. */
import { durationText } from '../duration.ts';
import type { DriveEvent } from '../operations/world.ts';
import type { RunnerIo } from './io.ts';

/** GitHub shows 10 annotations of a kind for a step: the last is left for how the run stands at the end. */
const ANNOTATIONS = 9;

export function logProgress(io: RunnerIo): (event: DriveEvent) => void {
  let errors = 0;
  let warnings = 0;
  /** Whose group is open: output of effects that run at once cannot share one. */
  let open: string | undefined;
  const close = (): void => {
    if (open !== undefined) io.endGroup();
    open = undefined;
  };
  const say = (text: string): void => {
    close();
    io.line(text);
  };
  return (event) => {
    switch (event.type) {
      case 'effect-started':
        return say(`▶ ${event.label}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}`);
      case 'output':
        if (open !== event.effectId) {
          close();
          io.group(event.label);
          open = event.effectId;
        }
        return io.line(event.text.replace(/\n$/, ''));
      case 'console':
        return say(event.text.replace(/\n$/, ''));
      case 'log':
        return say(event.label === undefined ? event.message : `${event.label}: ${event.message}`);
      case 'retrying':
        return say(
          `↻ ${event.label} again in ${durationText(event.delayMs)}: ${event.error.name}: ${event.error.message}`,
        );
      case 'settled': {
        const mark = { ok: '✓', error: '✗', cancelled: '⊘' }[event.status];
        say(
          `${mark} ${event.label} (${durationText(event.ms)})${event.text === '' ? '' : `: ${event.text}`}`,
        );
        if (event.status !== 'error') return undefined;
        errors += 1;
        return errors <= ANNOTATIONS ? io.error(`${event.label}: ${event.text}`) : undefined;
      }
      case 'warning':
        warnings += 1;
        return warnings <= ANNOTATIONS ? io.warning(event.message) : say(event.message);
      case 'ended':
        return close();
      case 'started':
      case 'requested':
        return undefined;
    }
  };
}
