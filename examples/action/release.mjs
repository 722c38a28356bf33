import { defineTask } from 'longhaul';

const build = defineTask('build', ({ version }) => ({
  kind: 'shell',
  title: `Build ${version}`,
  shell: { command: `echo "built ${version}"` },
}));

const publish = defineTask('publish', ({ version }) => ({
  kind: 'shell',
  title: `Publish ${version}`,
  shell: { command: `echo "published ${version}"` },
  onLost: 'fail',
}));

/** Builds, waits for the go of somebody else, publishes. */
export async function process({ version = '1.0.0' }, ctx) {
  const built = await ctx.task(build, { version });
  const go = await ctx.signal('go');
  const published = await ctx.task(publish, { version });
  return { built: built.stdout.trim(), go, published: published.stdout.trim() };
}
