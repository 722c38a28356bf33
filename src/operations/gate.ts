/** An approval gate without code: a built-in process of one breakpoint, carried like any other run's code. */
import { gitBlobId, sha256 } from '../journal/digest.ts';
import type { Json } from '../journal/events.ts';
import { jsonText } from '../journal/json.ts';
import type { RunFile } from '../journal/task-files.ts';
import { CODE_SCHEMA, readManifest } from './code.ts';

/** Relative to the workspace, where no such file is needed. */
export const GATE_ENTRY = '.longhaul/question.mjs';

/** Never changed: open runs carry it, and are known by it. */
const SOURCE = `export async function process({ question, context }, ctx) {
  return ctx.breakpoint({ title: 'Approval', question, context }, { label: 'Approval' });
}
`;

export function gateFiles(): RunFile[] {
  const manifest = {
    schemaVersion: CODE_SCHEMA,
    commit: '',
    entry: GATE_ENTRY,
    files: [
      { path: GATE_ENTRY, format: 'module', blob: gitBlobId(Buffer.from(SOURCE)), digest: sha256(SOURCE) },
    ],
  };
  return [
    { path: `code/files/${GATE_ENTRY}`, text: SOURCE },
    { path: 'code/manifest.json', text: jsonText(manifest as unknown as Json) },
  ];
}

/** Whether a run carries this code and no other: it is as trustworthy as the program that it comes with. */
export function isGate(runDir: string): boolean {
  const { entry, files = [] } = readManifest(runDir) ?? {};
  const [file] = files;
  return (
    entry === GATE_ENTRY && files.length === 1 && file?.path === GATE_ENTRY && file.digest === sha256(SOURCE)
  );
}
