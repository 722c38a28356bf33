/** Owners that sleep and wake in turns, each in a thread of its own: what nested interleavings cannot show. */
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEvents } from '../../src/journal/reader.ts';
import { verifyRun } from '../../src/journal/verify.ts';
import { DirectoryStore } from '../../src/stores/directory.ts';
import { NEW_RUN, tempDir } from '../journal/helpers.ts';

const ENDS = new Set(['finished', 'lost']);

class Sleeper {
  readonly #turns = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;
  readonly #said: string[] = [];
  #wake: () => void = () => {};
  at = '';

  constructor(runDir: string, name: string) {
    const url = new URL('./child/stepper.ts', import.meta.url);
    this.#worker = new Worker(url, { workerData: { runDir, name, turns: this.#turns } });
    this.#worker.on('message', (where: string) => {
      this.#said.push(where);
      this.#wake();
    });
    onTestFinished(async () => {
      await this.#worker.terminate();
    });
  }

  async #next(): Promise<string> {
    while (this.#said.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.at = this.#said.shift() ?? '';
    if (this.at.startsWith('failed')) throw new Error(this.at);
    return this.at;
  }

  get ended(): boolean {
    return ENDS.has(this.at);
  }

  /** Lets it take one step. */
  async step(): Promise<string> {
    if (this.ended) return this.at;
    if (this.at !== '') {
      Atomics.add(this.#turns, 0, 1);
      Atomics.notify(this.#turns, 0);
    }
    return this.#next();
  }

  /** Lets it run until it stands at `where`, or has ended. */
  async to(where: string): Promise<this> {
    do await this.step();
    while (this.at !== where && !this.ended);
    return this;
  }
}

async function owners(...names: string[]): Promise<{ runDir: string; all: Sleeper[] }> {
  const { runDir } = await new DirectoryStore(tempDir()).create(NEW_RUN);
  return { runDir, all: names.map((name) => new Sleeper(runDir, name)) };
}

function check(runDir: string): string[] {
  expect(verifyRun(runDir).filter((finding) => finding.warning !== true)).toEqual([]);
  return readEvents(runDir)
    .slice(1)
    .map((event) => `${event.data.by}${event.data.n}`);
}

describe('protocol L5: three owners that sleep in turns', () => {
  it('the name that the first owner creates next is taken, not one that the second reserved and never got to', async () => {
    const { runDir, all } = await owners('a', 'b', 'c');
    const [a, b, c] = all as [Sleeper, Sleeper, Sleeper];
    await a.to('event 2');
    // B adopts the name of event 2 and sleeps before creating it; A wakes, creates it, and sleeps before the next.
    await b.to('event 2');
    await a.to('event 3');
    // C finds event 2, and two who might go on.
    await c.to('after event 3');
    expect((await a.to('finished')).at).toBe('lost');
    expect((await b.to('finished')).at).toBe('lost');
    expect((await c.to('finished')).at).toBe('finished');
    expect(check(runDir)).toEqual(['a1', 'c1', 'c2', 'c3', 'c4']);
  });

  it('the second owner wins the first name, the third takes over from it', async () => {
    const { runDir, all } = await owners('a', 'b', 'c');
    const [a, b, c] = all as [Sleeper, Sleeper, Sleeper];
    await a.to('event 2');
    await b.to('event 3');
    await c.to('event 3');
    expect((await a.to('finished')).at).toBe('lost');
    await b.to('after event 3');
    expect((await c.to('finished')).at).toBe('lost');
    expect((await b.to('finished')).at).toBe('lost');
    expect(check(runDir).slice(0, 2)).toEqual(['b1', 'b2']);
  });

  it('any order of steps whatever leaves one history', async () => {
    for (let round = 0; round < 12; round++) {
      const { runDir, all } = await owners('a', 'b', 'c');
      let seed = round * 7919 + 1;
      const random = () => {
        seed = (seed * 1103515245 + 12345) % 2 ** 31;
        return seed / 2 ** 31;
      };
      for (let awake = all; awake.length > 0; awake = all.filter((owner) => !owner.ended)) {
        const owner = awake[Math.floor(random() * awake.length)]!;
        for (let steps = Math.ceil(random() * 6); steps > 0; steps--) await owner.step();
      }
      const history = check(runDir);
      for (const [i, name] of ['a', 'b', 'c'].entries()) {
        const own = history.filter((event) => event.startsWith(name));
        expect(own).toEqual(['1', '2', '3', '4'].map((n) => name + n).slice(0, own.length));
        if (all[i]!.at === 'finished') expect(own, `round ${round}`).toHaveLength(4);
      }
    }
  }, 120_000);
});
