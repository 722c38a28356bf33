/**
 * Clock and randomness of a process (protocol P7): `Date` shows the time of the last settlement handed over,
 * random numbers and uuids are seeded by the run and the number of settlements handed over, so that a replay
 * sees what the live process saw. Inside an in-process step both are real.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import nodeCrypto, { hash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** The engine's own clock, taken before a process can see another one. */
export const RealDate: DateConstructor = Date;
const realRandom = Math.random;
const realUuid = globalThis.crypto.randomUUID.bind(globalThis.crypto);

/** Set while the code of an in-process step runs. */
export const insideStep = new AsyncLocalStorage<{
  name: string;
  /** Ends the attempt with an error thrown outside its promise; false: it has ended. */
  fail(error: unknown): boolean;
}>();

/** ISO time, read only when somebody asks what time it is. */
let moment = '';
let now: number | undefined;
let seedRun = '';
let seedHanded = 0;
/** State of the generator; seeded only when somebody draws, since few processes do. */
let state: [number, number, number, number] | undefined;

/** Called at every hand-over. `time`: ISO. */
export function setMoment(runId: string, handed: number, time: string): void {
  moment = time;
  now = undefined;
  seedRun = runId;
  seedHanded = handed;
  state = undefined;
}

export function virtualNow(): number {
  if (insideStep.getStore() !== undefined) return RealDate.now();
  now ??= RealDate.parse(moment);
  return now;
}

/** xoshiro128++ (Blackman and Vigna, public domain algorithm), seeded from sha256. */
function nextUint32(): number {
  if (state === undefined) {
    const seed = Buffer.from(hash('sha256', `${seedRun}:${seedHanded}`, 'hex'), 'hex');
    state = [seed.readUInt32LE(0), seed.readUInt32LE(4), seed.readUInt32LE(8), seed.readUInt32LE(12)];
  }
  const s = state;
  const sum = (s[0] + s[3]) | 0;
  const result = (((sum << 7) | (sum >>> 25)) + s[0]) >>> 0;
  const t = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = (s[3] << 11) | (s[3] >>> 21);
  return result;
}

/** A number in [0, 1), 53 bits. */
export function random(): number {
  if (insideStep.getStore() !== undefined) return realRandom();
  return ((nextUint32() >>> 5) * 67_108_864 + (nextUint32() >>> 6)) / 9_007_199_254_740_992;
}

/** A version 4 uuid. */
export function uuid(): `${string}-${string}-${string}-${string}-${string}` {
  if (insideStep.getStore() !== undefined) return realUuid();
  const bytes = Buffer.alloc(16);
  for (let i = 0; i < 16; i += 4) bytes.writeUInt32LE(nextUint32(), i);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Puts the process's clock and randomness in place of the real ones, for this worker only. */
export function installDeterminism(): void {
  function ProcessDate(this: unknown, ...args: unknown[]): Date | string {
    if (new.target === undefined) return new RealDate(virtualNow()).toString();
    const target = new.target as unknown as DateConstructor;
    return Reflect.construct(RealDate, args.length === 0 ? [virtualNow()] : args, target);
  }
  Object.defineProperties(ProcessDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: RealDate.prototype, writable: false },
    now: { value: virtualNow, writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  });
  RealDate.prototype.constructor = ProcessDate;
  globalThis.Date = ProcessDate as unknown as DateConstructor;
  Math.random = random;
  globalThis.crypto.randomUUID = uuid;
  nodeCrypto.randomUUID = uuid;
  syncBuiltinESMExports(); // `import { randomUUID } from 'node:crypto'` sees it too
}
