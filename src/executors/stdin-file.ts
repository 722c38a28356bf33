/** What a command reads on stdin, as a file without a name. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * An open file with the text, positioned at its start. Not a pipe, because Node's are sockets: `/dev/stdin` cannot
 * be opened on those, and bash takes one for a remote login and reads ~/.bashrc. It also cannot fail with EPIPE.
 *
 * @returns the file and how to be rid of it once the command has been started
 */
export async function stdinFile(text: string): Promise<{ file: FileHandle; close(): Promise<void> }> {
  const path = join(tmpdir(), `longhaul-stdin-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  // An open file cannot be deleted on Windows; elsewhere nobody can come across it from here on.
  const windows = process.platform === 'win32';
  if (!windows) await unlink(path);
  const close = async () => {
    await file.close();
    if (windows) await unlink(path).catch(() => {});
  };
  try {
    const bytes = Buffer.from(text);
    // At explicit positions: the command shares the file's own, which must stay at the start.
    for (let at = 0; at < bytes.length; )
      at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
  } catch (error) {
    await close();
    throw error;
  }
  return { file, close };
}
