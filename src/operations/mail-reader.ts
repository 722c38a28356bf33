/** A driver's eye on its mailbox: acts on messages, makes them durable, then deletes them (M2). */
import type { RunJournal } from '../journal/writer.ts';
import type { Lease, OpenRun } from '../stores/contract.ts';
import type { Driver } from './drive.ts';
import { drainMail, type Receipt } from './mail.ts';

/** How often a driver looks into the mailbox of a directory, ms. */
const MAIL_EVERY = 500;

export class MailReader {
  readonly receipts: Receipt[] = [];
  readonly #run: OpenRun;
  readonly #lease: Lease;
  readonly #journal: RunJournal;
  readonly #driver: Driver;
  /** Names of messages that were dealt with here. */
  readonly #tried: Set<string>;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;

  constructor(options: { run: OpenRun; lease: Lease; driver: Driver; tried: Set<string> }) {
    this.#run = options.run;
    this.#lease = options.lease;
    this.#journal = options.lease.journal;
    this.#driver = options.driver;
    this.#tried = options.tried;
  }

  /**
   * Reads at once and then again and again. Resolves when the first reading is over; the drive does not end as waiting
   * before that.
   */
  async open(): Promise<void> {
    this.#timer = setInterval(() => this.#read(), MAIL_EVERY).unref();
    this.#read();
    await this.#reading;
  }

  /** Resolves when no message is acted on any more. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reading;
  }

  #read(): void {
    if (this.#reading !== undefined) return;
    const go = this.#driver.hold();
    this.#reading = this.#collect()
      .catch((error: unknown) => this.#driver.stop(error))
      .finally(() => {
        this.#reading = undefined;
        go();
      });
  }

  async #collect(): Promise<void> {
    this.#lease.check(); // who was taken over stops now, not with the next event
    const { receipts, names } = await drainMail(this.#run, this.#journal, this.#driver);
    this.receipts.push(...receipts);
    for (const name of names) this.#tried.add(name);
    if (names.length === 0) return;
    await this.#driver.saver.now();
    await this.#run.mailbox.delete(names);
  }
}
