/** `upload-run`: the whole run as one artifact for people, whatever the store. It never decides about the job. */
import path from 'node:path';
import { runFilePaths } from '../operations/run-files.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { Job } from './job.ts';
import { runtimeOf, workDirectory } from './store.ts';

export async function uploadRun({ inputs, env, event, io }: Job, run: OpenRun): Promise<void> {
  if (!inputs['upload-run']) return;
  const { artifactClient } = await import('../stores/artifact/client.ts');
  const { wholeName } = await import('../stores/artifact/names.ts');
  const client = artifactClient(runtimeOf(env), path.join(workDirectory(event), '.longhaul'));
  const name = wholeName(run.runId);
  const files = runFilePaths(run.runDir);
  let outcome = await client.uploadZip(name, run.runDir, files);
  // The run was ended before in this workflow run, and reopened.
  if (outcome.kind === 'taken' && (await client.remove(name)) !== undefined)
    outcome = await client.uploadZip(name, run.runDir, files);
  if (outcome.kind === 'done') io.line(`Run ${run.runId} was uploaded as artifact ${name}`);
  else if (outcome.kind === 'taken') io.warning(`Run ${run.runId} was not uploaded: ${name} is in use`);
  else io.warning(`Run ${run.runId} was not uploaded: ${outcome.error.message}`);
}
