/** `upload-run`: the whole run as one artifact for people, whatever the store. It never decides about the job. */
import path from 'node:path';
import { announceEnd } from '../operations/final.ts';
import { runFilePaths } from '../operations/run-files.ts';
import type { OpenRun } from '../stores/contract.ts';
import type { Job } from './job.ts';
import { runtimeOf, workDirectory } from './store.ts';

type Uploader = Pick<Job, 'inputs' | 'env' | 'event' | 'io' | 'store'>;

/** What has not ended is not uploaded. */
export async function uploadRun(job: Uploader, run: OpenRun): Promise<void> {
  if (!job.inputs['upload-run']) return;
  try {
    await upload(job, run);
  } catch (error) {
    job.io.warning(`Run ${run.runId} was not uploaded: ${(error as Error).message}`);
  }
}

async function upload({ env, event, io, store }: Uploader, run: OpenRun): Promise<void> {
  const { runId, runDir } = run;
  const { state } = run.load({ damaged: true });
  if (state.terminal === undefined) return;
  // Who ended it announced it in his own copy of the run; a directory has only one.
  if (store.kind !== 'directory') announceEnd({ runDir, state });
  const { artifactClient } = await import('../stores/artifact/client.ts');
  const { wholeName } = await import('../stores/artifact/names.ts');
  const client = artifactClient(runtimeOf(env), path.join(workDirectory(event), '.longhaul'));
  const name = wholeName(runId);
  const files = runFilePaths(runDir);
  let outcome = await client.uploadZip(name, runDir, files);
  // The run was ended before in this workflow run, and reopened.
  if (outcome.kind === 'taken' && (await client.remove(name)) !== undefined)
    outcome = await client.uploadZip(name, runDir, files);
  if (outcome.kind === 'done') io.line(`Run ${runId} was uploaded as artifact ${name}`);
  else if (outcome.kind === 'taken') io.warning(`Run ${runId} was not uploaded: ${name} is in use`);
  else io.warning(`Run ${runId} was not uploaded: ${outcome.error.message}`);
}
