/** Watches a mailbox by looking again and again. */
import type { Mailbox, MailRead } from './contract.ts';

export interface WatchPace {
  /** Pause after a look that found something, ms. */
  firstMs: number;
  /** Pauses double up to this while nothing comes. */
  lastMs: number;
}

/** Of a mailbox that is far away: a driver acts on its mail within 10 s, with the tenth that pauses differ by. */
export const MAIL_PACE: WatchPace = { firstMs: 5000, lastMs: 8000 };

/**
 * See `Mailbox.watch`. The timer does not keep the process alive. `first`: the first look, where what it would see
 * is known already.
 */
export function watchMail(
  mailbox: Pick<Mailbox, 'read'>,
  pace: WatchPace,
  onMail: (read: MailRead) => void | Promise<void>,
  onError: (error: unknown) => void = () => {},
  first: () => Promise<MailRead> = () => mailbox.read(),
): () => void {
  const told = new Set<string>();
  let pause = pace.firstMs;
  let isFirst = true;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const again = (): void => {
    if (stopped) return;
    // Many drivers do not look in step.
    const apart = 0.9 + Math.random() / 5;
    timer = setTimeout(() => look(() => mailbox.read()), pause * apart);
    timer.unref();
  };

  const tell = async (read: MailRead): Promise<void> => {
    const { mail, duplicates, invalid } = read;
    const names = [...mail, ...invalid].map(({ name }) => name).concat(duplicates);
    const isNew = names.some((name) => !told.has(name));
    if (!isNew && !isFirst) {
      pause = Math.min(pace.lastMs, pause * 2);
      return;
    }
    if (isNew) pause = pace.firstMs;
    if (stopped) return;
    isFirst = false;
    for (const name of names) told.add(name);
    await onMail(read);
  };

  const look = (read: () => Promise<MailRead>): void => {
    read()
      .then(tell)
      .catch((error: unknown) => {
        pause = Math.min(pace.lastMs, pause * 2);
        if (!stopped) onError(error);
      })
      .finally(again);
  };

  look(first);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
