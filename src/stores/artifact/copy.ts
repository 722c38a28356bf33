/** The run directory of a run on the artifact store; it stands for an artifact. */
import { gitBlobId } from '../../journal/digest.ts';
import { RunCopy, writeFiles } from '../copy.ts';
import { type ArchivedFile, archiveLine } from './archive.ts';

export class ArtifactCopy extends RunCopy {
  /** A line of the archive for each file that is saved: a save packs them all, and reads only what changed. */
  readonly lines = new Map<string, Buffer>();

  saved(files: readonly ArchivedFile[], removed: readonly string[]): void {
    for (const file of files) {
      this.blobs.set(file.path, gitBlobId(file.content));
      this.lines.set(file.path, archiveLine(file));
    }
    for (const path of removed) {
      this.blobs.delete(path);
      this.lines.delete(path);
    }
  }

  noteArtifact(id: number): void {
    this.note(String(id));
  }

  /** See RunCopy. */
  async reachArtifact(id: number, files: readonly ArchivedFile[]): Promise<void> {
    this.blobs.clear();
    this.lines.clear();
    this.saved(files, []);
    await this.reach(String(id), files, async (runDir) => writeFiles(files, runDir));
  }
}
