/**
 * The effects of a run, of which those that were settled long ago are read only when somebody asks for them. A
 * driver that resumes a long run asks for pending ones; building ten thousand others would double its start.
 */
import type { EffectState } from './state-types.ts';

export interface Older {
  /** The highest of their ids. */
  maxId: string;
  /** All effects of the run up to the snapshot, in order of request. */
  load(): Iterable<EffectState>;
}

export class EffectsMap extends Map<string, EffectState> {
  #older: Older | undefined;

  /** Effects set from now on are in memory, `older` stands for the rest. */
  expect(older: Older): void {
    this.#older = older;
  }

  /** Puts all in order of request; what is in memory already is newer than what is read. */
  #load(): void {
    const older = this.#older;
    if (older === undefined) return;
    this.#older = undefined;
    const known = [...super.values()];
    const inMemory = new Map(known.map((effect) => [effect.effectId, effect]));
    super.clear();
    for (const effect of older.load()) super.set(effect.effectId, inMemory.get(effect.effectId) ?? effect);
    for (const effect of known) super.set(effect.effectId, effect);
  }

  override get(effectId: string): EffectState | undefined {
    const effect = super.get(effectId);
    if (effect !== undefined || !this.#mayBeOlder(effectId)) return effect;
    this.#load();
    return super.get(effectId);
  }

  override has(effectId: string): boolean {
    return this.get(effectId) !== undefined;
  }

  /** Ids rise, so a fresh one needs no look at the old ones. */
  #mayBeOlder(effectId: string): boolean {
    return this.#older !== undefined && effectId <= this.#older.maxId;
  }

  override get size(): number {
    this.#load();
    return super.size;
  }

  override forEach(callback: (value: EffectState, key: string, map: Map<string, EffectState>) => void): void {
    this.#load();
    super.forEach(callback);
  }

  override keys(): MapIterator<string> {
    this.#load();
    return super.keys();
  }

  override values(): MapIterator<EffectState> {
    this.#load();
    return super.values();
  }

  override entries(): MapIterator<[string, EffectState]> {
    this.#load();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, EffectState]> {
    return this.entries();
  }
}
