// A release: build, read the version, ask a person, deploy. Everything it needs comes with Longhaul.
import { defineTask } from 'longhaul';

const build = defineTask('build', ({ app }) => ({
  kind: 'shell',
  title: `Build ${app}`,
  shell: { command: `mkdir -p out && echo "${app} built" | tee out/${app}.txt` },
}));

const deploy = defineTask('deploy', ({ app, version }) => ({
  kind: 'shell',
  title: `Deploy ${app} ${version}`,
  // At most once: what was lost with its job is looked at by a person, not deployed a second time.
  onLost: 'fail',
  shell: { command: `echo "${app} ${version} deployed" | tee -a out/deployed.txt` },
}));

export async function process({ app }, ctx) {
  await ctx.task(build, { app });
  const version = await ctx.run('version', () => '1.2.3');
  const decision = await ctx.breakpoint(
    { title: `Release ${app} ${version}`, question: 'Ship it?', context: { app, version } },
    { label: 'ship' },
  );
  if (!decision.approved) return { released: false, because: decision.feedback ?? '' };
  await ctx.task(deploy, { app, version });
  return { released: true, version };
}
