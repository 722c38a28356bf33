/** Mail of a run on the artifact store: an artifact for each message, found by exact names (A3). */
import { LonghaulError } from '../../errors.ts';
import type { MailRead, Message } from '../contract.ts';
import { checkMailSignature, signMail } from '../mail-signature.ts';
import { encodeMessage, sortMail } from '../mailbox.ts';
import { fallbacks, isFallback, mailName } from './names.ts';
import type { Place } from './place.ts';
import type { Listed } from './rest.ts';

/** Names that this workflow run has in use before we look for another way. */
const MOST = 100;

export class ArtifactMailbox {
  readonly #place: Place;
  readonly #runId: string;
  readonly #exact: string;
  /** Text of each message that was read, by artifact id; undefined: none of ours. */
  readonly #texts = new Map<number, { name: string; text: string } | undefined>();
  /** What lay there at the last look: artifact ids by the name of the message. */
  #ids = new Map<string, number[]>();
  /** Workflow runs that have sent mail: more may come from there although the exact name is gone. */
  readonly #senders = new Set<number>();
  /** What the last look found, done with or not. */
  #found: Listed[] = [];
  /** Dealt with, and not to be read again although it could not be deleted. */
  readonly #done: Set<number>;
  readonly #delivered = new Map<string, { name: string; fresh: boolean }>();
  #sending: Promise<unknown> = Promise.resolve();
  #hasWarned = false;

  /** `done`: artifact ids that the run has recorded. */
  constructor(place: Place, runId: string, done: Iterable<number>) {
    this.#place = place;
    this.#runId = runId;
    this.#exact = mailName(runId);
    this.#done = new Set(done);
  }

  get #label() {
    return { kind: 'mail', runId: this.#runId.toLowerCase() } as const;
  }

  /** One after another: a job's messages would only be in each other's way. */
  async deliver(message: Message): Promise<{ name: string; fresh: boolean }> {
    const { checkMessage } = await import('../message-schema.ts');
    const { signing } = this.#place.ports;
    const { name, text } = encodeMessage(checkMessage(message));
    const delivered = this.#delivered.get(name);
    if (delivered !== undefined) return { ...delivered, fresh: false };
    const signature = signMail(signing, 'artifact', this.#runId, message, text);
    const parcel = this.#place.seal(this.#label, { name, signature }, Buffer.from(text));
    const sent = this.#sending.then(() => this.#send(parcel));
    this.#sending = sent.catch(() => {});
    await sent;
    const done = { name, fresh: true };
    this.#delivered.set(name, done);
    return done;
  }

  /**
   * Readers find a workflow run's mail by the exact name. So what went under another name counts only while that one
   * is seen; a reader may have taken it away meanwhile, and then it is free.
   */
  async #send(parcel: Buffer): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      const used = await this.#putAnywhere(parcel);
      if (used === this.#exact || (await this.#place.mine(this.#exact)) !== undefined) return;
      await this.#place.pause(attempt); // another job's upload may be under way
    }
    throw new LonghaulError(
      'MAIL_STUCK',
      `The upload of ${this.#exact} broke off in this workflow run, so that no driver would find this message`,
      {
        path: this.#exact,
        hint: 'Nothing was delivered. Start the workflow anew, or re-run it: a new attempt has names of its own.',
      },
    );
  }

  async #putAnywhere(parcel: Buffer): Promise<string> {
    let tried = 0;
    for (const name of fallbacks(this.#exact, this.#place.ports.job.jobId)) {
      const put = await this.#place.put(name, parcel);
      if (put.kind === 'done') return name;
      if (++tried === MOST) break;
    }
    throw new LonghaulError('MAIL_FULL', `This job has sent ${MOST} messages to run ${this.#runId} already`, {
      hint: 'Send the rest from another job.',
    });
  }

  /** One request while there is none; one more for each workflow run that sent some, two for each new message. */
  async read(): Promise<MailRead> {
    const found = await this.#list();
    const raw = new Map<string, { name: string; text: string }>();
    this.#ids = new Map();
    const unsigned: MailRead['invalid'] = [];
    for (const artifact of found) {
      const known = this.#texts.has(artifact.id);
      const mail = known ? this.#texts.get(artifact.id) : await this.#fetch(artifact, unsigned);
      if (mail === undefined) continue;
      this.#ids.set(mail.name, [...(this.#ids.get(mail.name) ?? []), artifact.id]);
      raw.set(mail.name, mail);
    }
    const sorted = [...raw.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const read = await sortMail(sorted);
    return { ...read, invalid: [...read.invalid, ...unsigned] };
  }

  async #list(): Promise<Listed[]> {
    const { rest } = this.#place.ports;
    const exact = await this.#place.trusted(await rest.named(this.#exact));
    for (const { workflowRunId } of exact) this.#senders.add(workflowRunId);
    const found = new Map<number, Listed>(exact.map((artifact) => [artifact.id, artifact]));
    for (const id of this.#senders) {
      for (const artifact of await rest.ofWorkflowRun(id))
        if (isFallback(artifact.name, this.#exact)) found.set(artifact.id, artifact);
    }
    this.#found = [...found.values()].filter(({ expired }) => !expired);
    return this.#found.filter(({ id }) => !this.#done.has(id));
  }

  async #fetch(
    artifact: Listed,
    invalid: MailRead['invalid'],
  ): Promise<{ name: string; text: string } | undefined> {
    let mail: { name: string; text: string } | undefined;
    try {
      const { data, body } = await this.#place.fetch(artifact, 'mail', this.#runId.toLowerCase());
      const text = body.toString();
      const name = typeof data.name === 'string' ? data.name : '';
      const why = checkMailSignature(
        this.#place.ports.signing,
        'artifact',
        this.#runId,
        text,
        data.signature,
      );
      if (why === undefined) mail = { name, text };
      else {
        this.#ids.set(name, [...(this.#ids.get(name) ?? []), artifact.id]);
        invalid.push({ name, why });
        return undefined;
      }
    } catch (error) {
      if (!(error instanceof LonghaulError)) throw error;
      if (error.code === 'ARTIFACT_GONE') return undefined; // somebody dealt with it
      // Another run's, whose id begins with this one's: not ours to judge.
      if (error.code === 'DIGEST_MISMATCH') this.#place.ports.warn(error.message);
      else if (error.code !== 'BAD_ARTIFACT') throw error;
    }
    this.#texts.set(artifact.id, mail);
    return mail;
  }

  async names(): Promise<string[]> {
    const { mail, duplicates, invalid } = await this.read();
    return [...mail.map(({ name }) => name), ...duplicates, ...invalid.map(({ name }) => name)].sort();
  }

  /** Ids of the artifacts that hold these messages, for the head of the save that records them. */
  async idsOf(names: readonly string[]): Promise<number[]> {
    if (names.some((name) => !this.#ids.has(name))) await this.read();
    return names.flatMap((name) => this.#ids.get(name) ?? []);
  }

  /**
   * What has the exact name goes last: it shows the way to the rest of its workflow run's mail. Without
   * `actions: write` all of it stays until it expires; the run knows it, and nobody acts on it again.
   */
  async delete(names: readonly string[]): Promise<void> {
    for (const id of await this.idsOf(names)) this.#done.add(id);
    const isSign = ({ name }: Listed): boolean => name === this.#exact;
    for (const artifact of this.#found.toSorted((a, b) => Number(isSign(a)) - Number(isSign(b)))) {
      if (!this.#done.has(artifact.id)) continue;
      const rest = this.#found.filter(({ workflowRunId }) => workflowRunId === artifact.workflowRunId);
      if (isSign(artifact) && rest.length > 1) continue;
      if (await this.#place.ports.rest.remove(artifact.id)) {
        this.#found = this.#found.filter(({ id }) => id !== artifact.id);
      } else if (!this.#hasWarned) {
        this.#hasWarned = true;
        this.#place.ports.warn(
          `Messages of run ${this.#runId} that are done with stay until they expire: deleting them needs \`actions: write\``,
        );
      }
    }
  }
}
