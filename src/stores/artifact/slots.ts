/**
 * The names that a run's generations alternate between within this workflow run (A1). Only the older one is ever
 * replaced, so a complete generation exists at every instant.
 */
import { LeaseLostError, LonghaulError } from '../../errors.ts';
import { stateNames } from './names.ts';
import type { Place } from './place.ts';

export class Slots {
  readonly #place: Place;
  readonly #runId: string;
  readonly #names: string[];
  readonly #givenUp = new Set<string>();
  /** Artifacts of this workflow run that may be replaced, by name. */
  readonly #there = new Map<string, number>();
  /** The name of the newest generation, if it is one of this workflow run. */
  #newest: string | undefined;

  /** `there`: what this workflow run has already, the newest generation's name among it. */
  constructor(
    place: Place,
    runId: string,
    there: readonly { name: string; id: number }[],
    newest: string | undefined,
  ) {
    this.#place = place;
    this.#runId = runId;
    this.#names = stateNames(runId);
    this.#newest = newest;
    for (const { name, id } of there) this.#there.set(name, id);
  }

  /**
   * Uploads a generation: 4 requests, 2 more to make its name free. Returns the artifact's id. Names are deleted
   * blindly: where somebody of this workflow run has replaced ours, ours takes its place again before the error, so
   * that a complete generation stays whatever happens to the other one.
   * @throws LonghaulError NAMES_USED_UP, UPLOAD_REFUSED, UPLOAD_FAILED; LeaseLostError
   */
  async put(content: Buffer): Promise<number> {
    const { client, retry } = this.#place.ports;
    for (let attempt = 1; ; ) {
      const name = this.#next();
      const older = this.#there.get(name);
      const removed = older === undefined ? undefined : await client.remove(name);
      const put = await this.#place.put(name, content);
      if (removed !== undefined && removed !== older) throw this.#beside();
      if (put.kind === 'done') {
        this.#there.set(name, put.id);
        this.#newest = name;
        return put.id;
      }
      const there = await this.#place.mine(name);
      if (there === undefined) {
        this.#there.delete(name);
        this.#givenUp.add(name);
        continue;
      }
      // Somebody of this workflow run put it there after we had looked.
      if (there.id !== older) throw this.#beside();
      if (attempt++ === retry.attempts) throw this.#notReplaced(name);
      await this.#place.pause(attempt);
    }
  }

  #beside(): LeaseLostError {
    return new LeaseLostError(this.#runId, 'another job of this workflow run');
  }

  #next(): string {
    const left = this.#names.filter((name) => !this.#givenUp.has(name)).slice(0, 2);
    const name = left.find((other) => other !== this.#newest);
    // The last name left holds the newest generation: replacing it could lose everything.
    if (name !== undefined) return name;
    throw new LonghaulError(
      'NAMES_USED_UP',
      `Uploads of run ${this.#runId} broke off under ${this.#givenUp.size} of its ${this.#names.length} names in this workflow run`,
      { hint: 'The last save stands. Resume the run in a new workflow run: names are free again there.' },
    );
  }

  #notReplaced(name: string): LonghaulError {
    return new LonghaulError(
      'UPLOAD_FAILED',
      `The older artifact ${name} could not be deleted to make room`,
      {
        path: name,
        hint: 'The last save stands. Run the job again; https://www.githubstatus.com shows whether Actions works.',
      },
    );
  }
}
