import { randomUUID } from 'node:crypto';
import { defineTask } from '@a5c-ai/babysitter-sdk';

const probe = defineTask('probe', (args) => ({
  kind: 'shell',
  title: `Probe ${args.host}`,
  shell: { command: 'curl', args: [args.host] },
}));

/** Plain promise code: settled, raced, left alone, chained, caught late. */
export async function process(_inputs, ctx) {
  const id = randomUUID();
  const settled = await Promise.allSettled(['a', 'b', 'c'].map((host) => ctx.task(probe, { host, id })));
  const pool = new Map(
    ['d', 'e'].map((host) => [
      host,
      ctx.task(probe, { host }).then(
        () => host,
        (error) => error.message,
      ),
    ]),
  );
  const finished = [];
  while (pool.size > 0) {
    const first = await Promise.race(
      [...pool].map(([host, running]) => running.then((said) => ({ host, said }))),
    );
    pool.delete(first.host);
    finished.push(first);
  }
  const late = ctx.task(probe, { host: 'late' });
  const chained = await ctx
    .task(probe, { host: 'chain' })
    .then((one) => ctx.task(probe, { host: 'chained', one }))
    .catch((error) => ({ caught: error.message }));
  await new Promise((resolve) => setTimeout(resolve, 2));
  return {
    settled: settled.map(({ status, reason }) => ({ status, reason: reason?.message })),
    finished,
    chained,
    late: await late.catch(() => 'failed'),
    draw: Math.random(),
    at: new Date(),
    uuid: id.length,
  };
}
