/** A release of this repository: the bundles are checked, a maintainer says yes, the tags are pushed. */
import { defineTask } from 'longhaul';

const check = defineTask('check', ({ version }) => ({
  kind: 'shell',
  title: `Check ${version}`,
  shell: {
    command: `test "$(node -p "require('./package.json').version")" = "$VERSION" && npm ci && npm run check-dist`,
    env: { VERSION: version },
  },
}));

const tag = defineTask('tag', ({ version, commit }) => ({
  kind: 'shell',
  title: `Tag v${version}`,
  // At most once: when the job is lost on the way a person looks at the tags first.
  onLost: 'fail',
  shell: {
    command: [
      // The yes may come days later, in a clone that has only the newest commit.
      'git fetch --quiet --depth=1 origin "$COMMIT"',
      'git push --atomic origin "$COMMIT:refs/tags/v$VERSION" "+$COMMIT:refs/tags/v$MAJOR"',
    ].join(' && '),
    env: { VERSION: version, MAJOR: version.split('.')[0], COMMIT: commit },
  },
}));

/** `version` is that of package.json; `commit`, unless given, the one that the release was started for. */
export async function process(inputs, ctx) {
  const { version, commit = ctx.origin?.sha } = inputs ?? {};
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new TypeError(`version must be like 1.2.0, not ${version}`);
  if (!/^[0-9a-f]{40}$/.test(commit)) throw new TypeError(`commit must be a full one, not ${commit}`);
  await ctx.task(check, { version });
  const decision = await ctx.breakpoint(
    { title: `Release ${version}`, question: `Release ${version}?`, context: { version, commit } },
    { label: 'release' },
  );
  if (!decision.approved) return { released: false, because: decision.feedback ?? '' };
  await ctx.task(tag, { version, commit });
  return { released: true, version, commit };
}
