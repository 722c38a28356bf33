/** A driver's eye on its mailbox: acts on messages; the save that records one deletes it (M2). */
import type { RunJournal } from '../journal/writer.ts';
import type { Lease, Mail, MailRead, OpenRun } from '../stores/contract.ts';
import type { Driver } from './drive.ts';
import { answeredByRun, applyMail, type Receipt } from './mail.ts';
import type { Talk } from './talk.ts';

/** How often the lease is looked at, and whether what was set in motion is recorded by now, ms. */
const TICK = 500;

export class MailReader {
  readonly receipts: Receipt[] = [];
  readonly #run: OpenRun;
  readonly #lease: Lease;
  readonly #journal: RunJournal;
  readonly #driver: Driver;
  readonly #talk: Talk | undefined;
  /** Names of messages that were dealt with here. */
  readonly #tried: Set<string>;
  readonly #warn: (message: string) => void;
  /** Acted on, and recorded only when what they stop has ended. */
  #working: Mail[] = [];
  /** Recorded, and to be deleted by the next save. */
  #recorded: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #unwatch: (() => void) | undefined;
  #reading: Promise<void> = Promise.resolve();
  #hasLooked = false;

  constructor(options: {
    run: OpenRun;
    lease: Lease;
    driver: Driver;
    /** Asks GitHub about comments that decide. */
    talk?: Talk | undefined;
    tried: Set<string>;
    warn: (message: string) => void;
  }) {
    this.#run = options.run;
    this.#lease = options.lease;
    this.#journal = options.lease.journal;
    this.#driver = options.driver;
    this.#talk = options.talk;
    this.#tried = options.tried;
    this.#warn = options.warn;
  }

  /**
   * Looks at once and then again and again. Resolves when the first look is over; the drive does not end as waiting
   * before that.
   */
  open(): Promise<void> {
    const go = this.#driver.hold();
    const first = Promise.withResolvers<void>();
    this.#timer = setInterval(() => this.#guard(() => this.#tick()), TICK).unref();
    this.#unwatch = this.#run.mailbox.watch(
      (read) => {
        const looked = this.#hasLooked ? this.#driver.hold() : go;
        this.#hasLooked = true;
        this.#reading = this.#collect(read)
          .catch((error: unknown) => this.#driver.stop(error))
          .finally(() => {
            first.resolve();
            looked();
          });
        return this.#reading;
      },
      (error) => {
        // Whether there is mail decides what the drive may do: without a first look it does not go on.
        if (!this.#hasLooked) this.#driver.stop(error);
        else this.#warn(`The mailbox could not be read: ${(error as Error).message}`);
      },
    );
    return first.promise;
  }

  /** Resolves when no message is acted on any more. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#unwatch?.();
    await this.#reading;
  }

  /** Names of what is recorded by now, for the save that comes next; each is given once. */
  take(): string[] {
    this.#settle();
    return this.#recorded.splice(0);
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#driver.stop(error);
    }
  }

  #tick(): void {
    this.#lease.check(); // who was taken over stops now, not with the next event
    this.#settle();
  }

  #settle(): void {
    this.#working = this.#working.filter(({ name, message }) => {
      const receipt = answeredByRun(this.#journal.state, message);
      if (receipt !== undefined) this.#done(name, receipt);
      return receipt === undefined;
    });
  }

  #done(name: string, receipt?: Receipt): void {
    if (receipt !== undefined) this.receipts.push(receipt);
    this.#recorded.push(name);
    this.#tried.add(name);
  }

  async #collect(read: MailRead): Promise<void> {
    this.#lease.check();
    const waiting = new Set(this.#working.map(({ name }) => name));
    const fresh = read.mail.filter(({ name }) => !waiting.has(name) && !this.#tried.has(name));
    const unanswered = new Set((await this.#talk?.look(fresh)) ?? []);
    for (const { name } of unanswered) this.#tried.add(name); // by this job; it stays for the next one (M5)
    const mail = fresh.filter((one) => !unanswered.has(one));
    const { receipts, names, working } = applyMail(
      this.#journal,
      this.#driver,
      { ...read, mail },
      this.#talk,
    );
    this.receipts.push(...receipts);
    this.#working.push(...working);
    for (const name of names) if (!this.#tried.has(name)) this.#done(name);
    if (this.#recorded.length > 0) await this.#driver.saver.now();
    await this.#talk?.tell();
  }
}
