/** longhaul run:halt */
import { LonghaulError } from '../../errors.ts';
import type { Finding } from '../../journal/verify.ts';
import { type HaltRequest, haltRun, planHalt } from '../../operations/halt.ts';
import { requestFor } from '../change.ts';
import { findRun } from '../runs.ts';
import type { Invocation, Verb } from '../verb.ts';

export const verb: Verb = async (invocation) => {
  const { store, run, workspace } = await findRun(invocation);
  const { flags } = invocation;
  const request: HaltRequest = {
    ...requestFor(invocation, run),
    store,
    finalStatus: flags.need('final-status') === 'failed' ? 'failed' : 'completed',
    reason: flags.need('reason'),
    workspace,
    force: flags.on('force'),
  };
  try {
    return await halt(invocation, request);
  } catch (error) {
    if (error instanceof LonghaulError) throw error;
    throw new LonghaulError('HALT_FAILED', (error as Error).message, {
      cause: error,
      hint: 'See the state of the run with `longhaul run:verify <run>`.',
    });
  }
};

async function halt(
  { flags, out }: Invocation,
  request: HaltRequest,
): Promise<{ status: 'completed' | 'failed' }> {
  const status = request.finalStatus;
  if (flags.on('dry-run')) {
    const plan = planHalt(request);
    out.document(plan);
    out.line(`Run ${request.run.runId} would be sealed with ${plan.eventType}: ${plan.reason}`);
    tellDamage({ out }, plan.damaged);
    return { status };
  }
  const done = await haltRun(request);
  out.document(done);
  const { seq, type } = done.event;
  out.line(
    done.unchanged
      ? `Run ${request.run.runId} was sealed so already; nothing was written`
      : `Run ${request.run.runId} is sealed: event ${seq} ${type}: ${done.reason}`,
  );
  tellDamage({ out }, done.damaged);
  for (const child of done.children ?? []) out.line(`  ${child}, which it had started, is sealed with it`);
  return { status };
}

function tellDamage({ out }: Pick<Invocation, 'out'>, damaged: readonly Finding[] = []): void {
  if (damaged.length > 0) out.line('Damaged entries, left as they are:');
  for (const { code, path, message } of damaged) out.line(`  ${code}  ${path}  ${message}`);
}
