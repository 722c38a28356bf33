import { defineTask } from 'longhaul';

const build = defineTask('build', ({ version, wishes }) => ({
  kind: 'shell',
  title: `Build ${version}`,
  shell: {
    command: 'echo "built $VERSION${WISHES:+, with: $WISHES}"',
    env: { VERSION: version, WISHES: wishes },
  },
}));

const publish = defineTask('publish', ({ version }) => ({
  kind: 'shell',
  title: `Publish ${version}`,
  shell: { command: 'echo "published $VERSION"', env: { VERSION: version } },
  onLost: 'fail',
}));

/** Builds, asks, and builds again as long as people ask for changes; at most three times. */
export async function process({ version = '1.0.0' } = {}, ctx) {
  let wishes = '';
  for (let round = 1; round <= 3; round += 1) {
    const built = await ctx.task(build, { version, wishes });
    const decision = await ctx.breakpoint({
      title: `Release ${version}, round ${round}`,
      question: 'Shall this build be published?',
      context: built.stdout,
    });
    if (decision.approved) {
      const published = await ctx.task(publish, { version });
      return { published: published.stdout.trim(), by: decision.respondedBy, round };
    }
    wishes = decision.feedback ?? '';
  }
  throw new Error(`version ${version} was rejected three times`);
}
