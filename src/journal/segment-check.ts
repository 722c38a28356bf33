/** Holds packed segments against the files that they stand for. */
import { lstatSync } from 'node:fs';
import type { EventName } from './layout.ts';
import type { SegmentRef, Stamps } from './segment-file.ts';
import { withSegment } from './segments.ts';

/**
 * Compares segments with what the directory holds now: exactly their event files, each with the size and
 * modification time that it had when it was packed, and so the result files. Returns the paths, relative to
 * the run directory, that differ; none means that the segments may be believed. Costs one stat for each file.
 * Throws DamageError when a segment itself is damaged.
 *
 * `shared`: files of segments that another thread has taken are left to it (checkRest).
 */
export function checkSegments(
  runDir: string,
  segments: readonly SegmentRef[],
  events: readonly EventName[],
  shared?: Int32Array,
): string[] {
  const differing: string[] = [];
  let at = 0;
  segments.forEach((ref, i) => {
    const stamps = withSegment(runDir, ref, (file) => file.stamps());
    const there = events.slice(at, at + ref.to - ref.from + 1).map(({ name }) => name);
    at += ref.to - ref.from + 1;
    if (there.join('\n') !== stamps.events) differing.push(...otherNames(stamps.events.split('\n'), there));
    if (shared === undefined || takes(shared, i)) differing.push(...changed(runDir, stamps));
  });
  return differing;
}

/** For as many segments: which of several threads looks at the files of each. */
export function sharesOf(segments: readonly unknown[]): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * segments.length));
}

/** The other thread's part of checkSegments: from the end, what is not taken yet. False: something differs, or cannot be read. */
export function checkRest(
  runDir: string,
  segments: readonly Pick<SegmentRef, 'path' | 'digest'>[],
  shared: Int32Array,
): boolean {
  let agrees = true;
  for (let i = segments.length - 1; i >= 0 && takes(shared, i); i--) {
    agrees &&= isUnchanged(runDir, segments[i] as SegmentRef);
  }
  return agrees;
}

function isUnchanged(runDir: string, ref: SegmentRef): boolean {
  try {
    const stamps = withSegment(runDir, ref, (file) => file.stamps());
    return changed(runDir, stamps).length === 0;
  } catch {
    return false; // nobody waits here for what is wrong with it
  }
}

const takes = (shared: Int32Array, i: number): boolean => Atomics.exchange(shared, i, 1) === 0;

function otherNames(packed: readonly string[], there: readonly string[]): string[] {
  return packed.flatMap((name, i) => (there[i] === name ? [] : [`journal/${there[i] ?? name}`]));
}

function changed(runDir: string, { events, results, numbers }: Stamps): string[] {
  const paths = events.split('\n').map((name) => `journal/${name}`);
  if (results !== '') paths.push(...results.split('\n'));
  return paths.filter((path, i) => {
    // Not through a link: what it leads to is not the file that was packed.
    const stat = lstatSync(`${runDir}/${path}`, { throwIfNoEntry: false });
    return !(stat?.size === numbers[2 * i] && stat?.mtimeMs === numbers[2 * i + 1] && stat?.isFile());
  });
}
