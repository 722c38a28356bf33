/**
 * The lease between jobs, as far as lists of artifacts are current (A2): a claim under one exact name. Whoever sees
 * another live claim beside its own withdraws, and tries again a little later.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { LeaseLostError, LonghaulError } from '../../errors.ts';
import type { Owner } from '../../journal/events.ts';
import { holderOfNote } from '../liveness.ts';
import { describeOwner } from '../owner.ts';
import { claimName } from './names.ts';
import { type Place, VOID } from './place.ts';
import type { Listed } from './rest.ts';
import { type Claim, readClaim } from './schema.ts';

const ATTEMPTS = 8;
/** So often the same claim is seen before it is taken for that of a driver. */
const PATIENCE = 3;

/** The lease that the newest generation tells of. */
export interface KnownLease {
  epoch: number;
  released: boolean;
}

export class RunClaim {
  readonly #place: Place;
  readonly #runId: string;
  readonly #name: string;
  #mine: (Claim & { id: number }) | undefined;
  /** Claims that were found to be over, by artifact id. */
  readonly #over = new Set<number>();

  constructor(place: Place, runId: string) {
    this.#place = place;
    this.#runId = runId;
    this.#name = claimName(runId);
  }

  /**
   * Takes the claim: 4 requests to upload it, 1 to see that it is alone.
   * @param force takes it whoever else has one
   * @throws LeaseLostError naming who has it; LonghaulError CLAIM_STUCK
   */
  async take(claim: Claim, known: KnownLease, force: boolean): Promise<void> {
    if (this.#mine?.owner.token === claim.owner.token && this.#mine.epoch === claim.epoch) return;
    await this.withdraw();
    const seen = new Map<number, number>();
    for (let attempt = 1; ; attempt++) {
      const began = performance.now();
      const other = await this.#try(claim, known, force);
      if (other === undefined) return;
      if (other === 'again') {
        if (attempt === ATTEMPTS) throw this.#stuck(`${this.#name} could not be deleted`);
        await this.#place.pause(Math.min(attempt, 4));
        continue;
      }
      const times = (seen.get(other.id) ?? 0) + 1;
      seen.set(other.id, times);
      // It does not withdraw at the sight of ours: it had been there before.
      if (times === PATIENCE || attempt === ATTEMPTS)
        throw new LeaseLostError(this.#runId, describeOwner(other.owner));
      // Of two that met, the one that started first comes back first, and has its claim in place when the other does.
      if (other.owner.token < claim.owner.token) await wait(2 * (performance.now() - began));
      await this.#place.pause(attempt);
    }
  }

  /** undefined once the claim is ours; `again`: a dead one was in its way; otherwise who has one, and ours is withdrawn. */
  async #try(
    claim: Claim,
    known: KnownLease,
    force: boolean,
  ): Promise<{ id: number; owner: Owner } | 'again' | undefined> {
    const { client } = this.#place.ports;
    const label = { kind: 'claim', runId: this.#runId.toLowerCase() } as const;
    const put = await this.#place.put(this.#name, this.#place.seal(label, claim, Buffer.alloc(0)));
    if (put.kind === 'taken') {
      const there = await this.#inTheWay();
      const other = await this.#judge(there, known);
      if (other !== undefined && !force) return { id: there.id, owner: other.owner };
      await client.remove(this.#name);
      return 'again';
    }
    this.#mine = { ...claim, id: put.id };
    if (force) return undefined;
    const other = await this.#other(known);
    if (other !== undefined) await this.withdraw();
    return other;
  }

  /** What has the name in this workflow run: an upload of another job may be under way, or have broken off. */
  async #inTheWay(): Promise<Listed> {
    for (let look = 1; look <= this.#place.ports.retry.attempts; look++) {
      const there = await this.#place.mine(this.#name);
      if (there !== undefined) return there;
      await this.#place.pause(look);
    }
    throw this.#stuck('its name is in use there and shows nothing');
  }

  /** Who drives the run, as far as its claims tell; undefined: nobody, or somebody who is dead. One request, as a rule. */
  async holder(): Promise<Owner | undefined> {
    return (await this.#other({ epoch: 0, released: true }))?.owner;
  }

  /** Another live claim. One request as long as nothing changes. */
  async #other(known: KnownLease): Promise<{ id: number; epoch: number; owner: Owner } | undefined> {
    for (const artifact of await this.#place.ports.rest.named(this.#name)) {
      if (artifact.id === this.#mine?.id || artifact.expired || this.#over.has(artifact.id)) continue;
      const claim = await this.#judge(artifact, known);
      if (claim !== undefined) return { ...claim, id: artifact.id };
    }
    return undefined;
  }

  /** The claim, if its owner may still act on it. */
  async #judge(artifact: Listed, { epoch, released }: KnownLease): Promise<Claim | undefined> {
    if (!(await this.#place.isTrusted(artifact))) {
      this.#over.add(artifact.id);
      return undefined;
    }
    let claim: Claim;
    try {
      const { data } = await this.#place.fetch(artifact, 'claim', this.#runId.toLowerCase());
      claim = readClaim(data, artifact.name);
    } catch (error) {
      if (!(error instanceof LonghaulError)) throw error;
      if (error.code === 'ARTIFACT_GONE') return undefined; // withdrawn
      if (!VOID.has(error.code)) throw error;
      // It keeps nobody from driving the run.
      this.#place.ports.warn(error.message);
      this.#over.add(artifact.id);
      return undefined;
    }
    const note = { ...claim, released: released && claim.epoch <= epoch };
    if ((await holderOfNote(note, this.#place.ports)) !== undefined) return claim;
    this.#over.add(artifact.id);
    return undefined;
  }

  /**
   * Before each save. A claim that stands above ours ends our lease; one below it is of somebody who is about to
   * withdraw. @throws LeaseLostError
   */
  async check(known: KnownLease): Promise<void> {
    const other = await this.#other(known);
    const mine = this.#mine;
    if (other === undefined || mine === undefined) return;
    const isAbove =
      other.epoch > mine.epoch || (other.epoch === mine.epoch && other.owner.token < mine.owner.token);
    if (isAbove) throw new LeaseLostError(this.#runId, describeOwner(other.owner));
  }

  /** Lets it go. What is left behind ends with this job. */
  async withdraw(): Promise<void> {
    if (this.#mine === undefined) return;
    const { id } = this.#mine;
    this.#mine = undefined;
    this.#over.add(id);
    await this.#place.ports.client.remove(this.#name);
  }

  #stuck(why: string): LonghaulError {
    return new LonghaulError(
      'CLAIM_STUCK',
      `Run ${this.#runId} cannot be claimed in this workflow run as ${this.#name}: ${why}`,
      {
        path: this.#name,
        hint: 'Nothing was driven. Start the workflow anew, or re-run it: a new attempt has names of its own.',
      },
    );
  }
}
