/** Reading of zips, as far as tests need it. */
import { inflateRawSync } from 'node:zlib';
import { expect } from 'vitest';

/** The text of one file of a zip, found by the zip's own list of files. */
export function unzipped(zip: Buffer, name: string): string {
  const at = zip.lastIndexOf(name) - 46;
  expect(zip.readUInt32LE(at)).toBe(0x02014b50);
  const [size, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return inflateRawSync(zip.subarray(from, from + size)).toString();
}
