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

/** What is in a claim's way, where it stays there. */
const STUCK = {
  /** A dead one, deleted by us. */
  again: 'a dead one could not be deleted',
  /** An upload of another job of this workflow run: it is under way, has broken off, or was taken back when we looked. */
  hidden: 'its name is in use there and shows nothing',
};

/** The lease that the newest generation tells of. */
export interface KnownLease {
  epoch: number;
  released: boolean;
}

interface OtherClaim {
  id: number;
  epoch: number;
  owner: Owner;
  isAlive: boolean;
}

export interface Standing {
  /** Who drives the run; undefined: nobody, or somebody who is dead. */
  holder: Owner | undefined;
  /** Somebody who is dead has driven it, and has not given it back. */
  isLeft: boolean;
}

export class RunClaim {
  readonly #place: Place;
  readonly #runId: string;
  readonly #name: string;
  #mine: (Claim & { id: number }) | undefined;
  /** What was read under the name, by artifact id. */
  readonly #read = new Map<number, Claim | undefined>();
  /** Whose owners are dead. */
  readonly #dead = new Set<number>();

  constructor(place: Place, runId: string) {
    this.#place = place;
    this.#runId = runId;
    this.#name = claimName(runId);
  }

  /** Whether this very claim stands: nobody else can have driven the run since it was taken. */
  holds({ owner, epoch }: Claim): boolean {
    return this.#mine?.owner.token === owner.token && this.#mine.epoch === epoch;
  }

  /**
   * Takes the claim: 4 requests to upload it, 1 to see that it is alone.
   * @param force takes it whoever else has one
   * @throws LeaseLostError naming who has it; LonghaulError CLAIM_STUCK
   */
  async take(claim: Claim, known: KnownLease, force: boolean): Promise<void> {
    await this.withdraw();
    const seen = new Map<number, number>();
    for (let attempt = 1; ; attempt++) {
      const began = performance.now();
      const other = await this.#try(claim, known, force);
      if (other === undefined) return;
      if (other === 'again' || other === 'hidden') {
        if (attempt === ATTEMPTS) throw this.#stuck(STUCK[other]);
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

  /** undefined once the claim is ours; a word for what is in its way; otherwise who has one, and ours is withdrawn. */
  async #try(
    claim: Claim,
    known: KnownLease,
    force: boolean,
  ): Promise<OtherClaim | keyof typeof STUCK | undefined> {
    const { client } = this.#place.ports;
    const label = { kind: 'claim', runId: this.#runId.toLowerCase() } as const;
    const put = await this.#place.put(this.#name, this.#place.seal(label, claim, Buffer.alloc(0)));
    if (put.kind === 'taken') {
      const there = await this.#place.mine(this.#name);
      if (there === undefined) return 'hidden';
      const other = await this.#judge(there, known);
      if (other?.isAlive === true && !force) return other;
      const removed = await client.remove(this.#name);
      // Names are deleted blindly. Whose claim that was has put it there after we had looked, and drives on.
      if (removed !== undefined && removed !== there.id)
        throw new LeaseLostError(this.#runId, 'another job of this workflow run');
      return 'again';
    }
    this.#mine = { ...claim, id: put.id };
    if (force) return undefined;
    const other = await this.#other(known);
    if (other !== undefined) await this.withdraw();
    return other;
  }

  /** Who drives the run, as far as its claims tell. One request while none is new. */
  async standing(known: KnownLease): Promise<Standing> {
    const found = await this.#others(known);
    return {
      holder: found.find(({ isAlive }) => isAlive)?.owner,
      isLeft: found.some(({ isAlive }) => !isAlive),
    };
  }

  /** Another live claim. One request as long as nothing changes. */
  async #other(known: KnownLease): Promise<OtherClaim | undefined> {
    return (await this.#others(known)).find(({ isAlive }) => isAlive);
  }

  /** Claims that were not given back. */
  async #others(known: KnownLease): Promise<OtherClaim[]> {
    const found: OtherClaim[] = [];
    for (const artifact of await this.#place.ports.rest.named(this.#name)) {
      if (artifact.id === this.#mine?.id || artifact.expired) continue;
      const claim = await this.#judge(artifact, known);
      if (claim !== undefined) found.push(claim);
    }
    return found;
  }

  /** undefined: it says nothing, or its owner has given it back. */
  async #judge(artifact: Listed, { epoch, released }: KnownLease): Promise<OtherClaim | undefined> {
    const { id } = artifact;
    if (!this.#read.has(id)) this.#read.set(id, await this.#fetch(artifact));
    const claim = this.#read.get(id);
    if (claim === undefined || (released && claim.epoch <= epoch)) return undefined;
    const note = { ...claim, released: false };
    const isAlive = !this.#dead.has(id) && (await holderOfNote(note, this.#place.ports)) !== undefined;
    if (!isAlive) this.#dead.add(id);
    return { id, epoch: claim.epoch, owner: claim.owner, isAlive };
  }

  /** undefined: it is nobody's, and keeps nobody from driving the run. */
  async #fetch(artifact: Listed): Promise<Claim | undefined> {
    if (!(await this.#place.isTrusted(artifact))) return undefined;
    try {
      const { data } = await this.#place.fetch(artifact, 'claim', this.#runId.toLowerCase());
      return readClaim(data, artifact.name);
    } catch (error) {
      if (!(error instanceof LonghaulError)) throw error;
      if (error.code === 'ARTIFACT_GONE') return undefined; // withdrawn
      if (!VOID.has(error.code)) throw error;
      this.#place.ports.warn(error.message);
      return undefined;
    }
  }

  /**
   * Before each save. Who claims the run beside us with an epoch like ours: the generations say which of the two goes
   * on. A lower claim is of somebody who is about to withdraw. @throws LeaseLostError for a higher one
   */
  async rival(known: KnownLease): Promise<Owner | undefined> {
    const other = await this.#other(known);
    const mine = this.#mine;
    if (other === undefined || mine === undefined || other.epoch < mine.epoch) return undefined;
    if (other.epoch > mine.epoch) throw new LeaseLostError(this.#runId, describeOwner(other.owner));
    return other.owner;
  }

  /** Lets it go. What is left behind ends with this job. */
  async withdraw(): Promise<void> {
    if (this.#mine === undefined) return;
    this.#mine = undefined;
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
