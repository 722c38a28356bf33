/** Ctrl-C and its like: the first one saves and stops, the second one stops at once. */
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interrupts {
  /** Fires with the first signal. */
  readonly signal: AbortSignal;
  /** What a shell expects of a process that a signal ended: 130, 143, 129; undefined: there was none. */
  exitCode(): number | undefined;
  release(): void;
}

/** `again`: with the second signal, the program ends when it returns. */
export function catchInterrupts(
  first: (signal: string) => void,
  again: (signal: string) => void,
): Interrupts {
  const controller = new AbortController();
  let code: number | undefined;
  const handle = (signal: NodeJS.Signals): void => {
    const number = 128 + (constants.signals[signal] ?? 0);
    // Whatever is in flight is taken up by the next driver: the journal is whole at every instant.
    if (code !== undefined) {
      again(signal);
      process.exit(number);
    }
    code = number;
    first(signal);
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, handle);
  return {
    signal: controller.signal,
    exitCode: () => code,
    release() {
      for (const signal of SIGNALS) process.off(signal, handle);
    },
  };
}
