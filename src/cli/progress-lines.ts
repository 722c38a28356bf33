/** A drive as a person at a terminal sees it. */
import { durationText } from '../duration.ts';
import type { DriveEvent } from '../operations/world.ts';
import { withoutControls } from './question.ts';

/** Output of one command, cut into lines. */
interface Stream {
  rest: string;
}

export class ProgressLines {
  readonly #print: (line: string) => void;
  readonly #streams = new Map<string, Stream>();

  /** `print` takes one line without its end. */
  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  report(event: DriveEvent): void {
    switch (event.type) {
      case 'started':
        if (event.replayed > 0)
          this.#print(
            `replayed ${event.replayed} ${event.replayed === 1 ? 'result' : 'results'} of the journal`,
          );
        return;
      case 'requested':
        if (!RUNS_HERE.has(event.kind))
          this.#print(`? ${withoutControls(event.title)} (${event.kind} ${event.effectId})`);
        return;
      case 'effect-started':
        this.#print(`▸ ${event.label}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}`);
        return;
      case 'output':
        this.#output(`${event.effectId}.${event.stream}`, `  ${event.label} | `, event.text);
        return;
      case 'console':
        this.#output(`process.${event.stream}`, '  process | ', event.text);
        return;
      case 'retrying': {
        const when = event.delayMs === 0 ? 'now' : `in ${durationText(event.delayMs)}`;
        this.#print(
          `↻ ${event.label}: ${event.error.name}: ${event.error.message}; attempt ${event.attempt} ${when}`,
        );
        return;
      }
      case 'settled':
        this.#flush(event.effectId);
        this.#print(settledLine(event));
        return;
      case 'log':
        this.#print(`  ${event.label === undefined ? '' : `${event.label}: `}${event.message}`);
        return;
      case 'warning':
        this.#print(`! ${event.message}`);
        return;
      case 'ended':
        this.#flush('');
    }
  }

  #output(key: string, prefix: string, text: string): void {
    const stream = this.#streams.get(key) ?? { rest: '' };
    this.#streams.set(key, stream);
    const lines = (stream.rest + text).split('\n');
    stream.rest = lines.pop() ?? '';
    for (const line of lines) this.#print(prefix + line.replace(/\r$/, ''));
    this.#prefixes.set(key, prefix);
  }

  readonly #prefixes = new Map<string, string>();

  /** Lines that never got their end. */
  #flush(effectId: string): void {
    for (const [key, stream] of this.#streams) {
      if (!key.startsWith(effectId)) continue;
      if (stream.rest !== '') this.#print(`${this.#prefixes.get(key) ?? ''}${stream.rest}`);
      this.#streams.delete(key);
      this.#prefixes.delete(key);
    }
  }
}

/** Their start says it all; a request of any other kind is a wait. */
const RUNS_HERE = new Set([
  'shell',
  'node',
  'agent',
  'skill',
  'orchestrator_task',
  'subprocess',
  'step',
  'hook',
]);
const MARKS = { ok: '✓', error: '✗', cancelled: '⊘' } as const;

function settledLine(event: Extract<DriveEvent, { type: 'settled' }>): string {
  const time = event.ms > 0 ? ` (${durationText(event.ms)})` : '';
  const text = event.text === '' ? '' : `: ${event.text}`;
  return `${MARKS[event.status]} ${event.label}${event.status === 'cancelled' ? ' cancelled' : ''}${text}${time}`;
}
