import { type Doer, submitReview } from '../conversation.ts';
import { HttpError, notFound } from '../errors.ts';
import { asString } from '../json.ts';
import type { Review } from '../model.ts';
import { openPull, pullOf } from '../pulls.ts';
import { renderFullPull, renderPull } from '../render/issues.ts';
import { renderReview } from '../render/people.ts';
import { actorOf, type Call, created, numberOf, ok, paginate, type Routes, route } from '../routes.ts';

const R = '/repos/{owner}/{repo}';

const thePull = (call: Call) => pullOf(call.repo, numberOf(call, 'pull_number'));
const doer = (call: Call): Doer => ({ user: actorOf(call), token: call.token });

const states: Record<string, Review['state']> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

const reviewsOf = (call: Call): Review[] => {
  const { issue } = thePull(call);
  return [...call.repo.reviews.values()].filter((review) => review.issueNumber === issue.number);
};

export const pullRoutes: Routes = {
  [`GET ${R}/pulls`]: route(['pull-requests:read'], (call) => {
    const state = call.query.get('state') ?? 'open';
    const head = call.query.get('head');
    const found = [...call.repo.issues.values()].filter(
      ({ pull, state: is }) =>
        pull &&
        (state === 'all' || is === state) &&
        (!head || head === `${pull.headRepo.owner.login}:${pull.headRef}`),
    );
    found.reverse();
    return paginate(call, found, (issue) =>
      renderPull(issue, pullOf(call.repo, issue.number).pull, call.repo, call.platform.urls),
    );
  }),
  [`POST ${R}/pulls`]: route(['pull-requests:write'], async (call) => {
    if (call.token?.kind === 'job') {
      throw new HttpError(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    }
    const { issue, pull } = await openPull(call.platform, call.repo, doer(call), {
      title: asString(call.body.title),
      body: asString(call.body.body),
      head: asString(call.body.head),
      base: asString(call.body.base),
    });
    return created(renderFullPull(issue, pull, call.repo, call.platform.urls));
  }),
  [`GET ${R}/pulls/{pull_number}`]: route(['pull-requests:read'], (call) => {
    const { issue, pull } = thePull(call);
    return ok(renderFullPull(issue, pull, call.repo, call.platform.urls));
  }),
  [`GET ${R}/pulls/{pull_number}/reviews`]: route(['pull-requests:read'], (call) =>
    paginate(call, reviewsOf(call), (review) => renderReview(review, call.repo, call.platform.urls)),
  ),
  [`POST ${R}/pulls/{pull_number}/reviews`]: route(['pull-requests:write'], async (call) => {
    const { issue } = thePull(call);
    const state = states[asString(call.body.event)] ?? 'COMMENTED';
    const commitId = asString(call.body.commit_id);
    const { review } = await submitReview(call.platform, call.repo, issue.number, doer(call), {
      state,
      body: asString(call.body.body),
      ...(commitId ? { commitId } : {}),
    });
    return ok(renderReview(review, call.repo, call.platform.urls));
  }),
  [`GET ${R}/pulls/{pull_number}/reviews/{review_id}`]: route(['pull-requests:read'], (call) => {
    const review = reviewsOf(call).find(({ id }) => id === numberOf(call, 'review_id'));
    if (!review) throw notFound();
    return ok(renderReview(review, call.repo, call.platform.urls));
  }),
};
