/** ctx.parallel: bounded, results in order; the first failure stops new starts and is thrown when the rest is done. */
import type { ParallelOptions } from '../../types.ts';

type Thunk = () => unknown;

async function settleAll(thunks: readonly Thunk[], maxConcurrency: number): Promise<unknown[]> {
  const results: unknown[] = new Array(thunks.length);
  let next = 0;
  let failed = false;
  let failure: unknown;
  const lane = async (): Promise<void> => {
    while (!failed && next < thunks.length) {
      const index = next;
      next += 1;
      try {
        results[index] = await (thunks[index] as Thunk)();
      } catch (error) {
        if (!failed) {
          failed = true;
          failure = error;
        }
      }
    }
  };
  const lanes: Promise<void>[] = [];
  for (let i = 0; i < Math.min(maxConcurrency, thunks.length); i += 1) lanes.push(lane());
  await Promise.all(lanes);
  if (failed) throw failure;
  return results;
}

function limit(options: ParallelOptions | number | undefined): number {
  const wanted = typeof options === 'number' ? options : options?.maxConcurrency;
  if (wanted === undefined) return Number.POSITIVE_INFINITY;
  if (!Number.isInteger(wanted) || wanted < 1) {
    throw new RangeError(`maxConcurrency is ${String(wanted)}; it must be an integer of 1 or more`);
  }
  return wanted;
}

function list(items: unknown, what: string): readonly unknown[] {
  if (items !== null && typeof items === 'object' && Symbol.iterator in items)
    return [...(items as Iterable<unknown>)];
  throw new TypeError(`${what} needs an array, and got ${items === null ? 'null' : typeof items}`);
}

export async function parallelAll(items: unknown, options?: ParallelOptions | number): Promise<unknown[]> {
  const thunks = list(items, 'ctx.parallel.all').map((item): Thunk => {
    if (typeof item === 'function') return item as Thunk;
    // A promise that nobody has awaited yet must not count as unhandled while it waits for its lane.
    if (item instanceof Promise) item.catch(() => {});
    return () => item;
  });
  return settleAll(thunks, limit(options));
}

export async function parallelMap(
  items: unknown,
  fn: (item: unknown, index: number) => unknown,
  options?: ParallelOptions | number,
): Promise<unknown[]> {
  if (typeof fn !== 'function') throw new TypeError('ctx.parallel.map(items, fn): fn must be a function');
  const thunks = list(items, 'ctx.parallel.map').map(
    (item, index): Thunk =>
      () =>
        fn(item, index),
  );
  return settleAll(thunks, limit(options));
}
