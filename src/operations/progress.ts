/** Lines of progress.ndjson while a run is driven. Best effort: arguments, results and output stay out of it. */
import type { Json } from '../journal/events.ts';
import { ProgressLog } from '../journal/progress.ts';
import { redactor, redactValue } from '../redact.ts';
import type { DriveEvent, DriveWorld } from './world.ts';

type Fields = { [key: string]: Json };

/** The world with every report also written to the run's progress file; `close` writes what is left of it. */
export function recordingProgress(
  world: DriveWorld,
  runDir: string,
  runId: string,
): { world: DriveWorld; close: () => void } {
  const log = new ProgressLog(runDir, runId, () => world.clock.now());
  const redact = redactor(world.secrets);
  const report = (said: DriveEvent): void => {
    const event = redactValue(said, redact);
    const line = lineOf(event);
    if (line !== undefined) log.write(line.event, line.fields);
    world.report(event);
  };
  return { world: { ...world, report }, close: () => log.close() };
}

/** undefined: not for the file. How the run ended is written by announceEnd, after the save. */
function lineOf(event: DriveEvent): { event: string; fields: Fields } | undefined {
  switch (event.type) {
    case 'started':
      return { event: 'run_started', fields: { attempt: event.attempt, replayed: event.replayed } };
    case 'requested': {
      const { effectId, stepId, kind, taskId, label } = event;
      return {
        event: 'effect_requested',
        fields: { effect_id: effectId, step_id: stepId, kind, task_id: taskId, label },
      };
    }
    case 'effect-started':
      return {
        event: 'effect_started',
        fields: { effect_id: event.effectId, label: event.label, attempt: event.attempt },
      };
    case 'retrying': {
      const { effectId, label, attempt, delayMs, error } = event;
      return {
        event: 'effect_retrying',
        fields: { effect_id: effectId, label, attempt, delay_ms: delayMs, error: error.name },
      };
    }
    case 'settled': {
      const { effectId, label, kind, status, ms } = event;
      return {
        event: 'effect_settled',
        fields: { effect_id: effectId, label, kind, status, duration_ms: ms },
      };
    }
    case 'log':
      return {
        event: 'log',
        fields: { ...(event.label === undefined ? {} : { label: event.label }), message: event.message },
      };
    case 'warning':
      return { event: 'warning', fields: { message: event.message } };
    case 'output':
    case 'console':
    case 'ended':
      return undefined;
  }
}
