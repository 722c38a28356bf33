import type { Need } from '../access.ts';
import {
  addLabel,
  changeIssueState,
  commentOf,
  createComment,
  createIssue,
  type Doer,
  deleteComment,
  editComment,
  editPost,
  issueOf,
  labelIssue,
  react,
} from '../conversation.ts';
import { HttpError, notFound, validationFailed } from '../errors.ts';
import { asString, asStringOrNull, isObject } from '../json.ts';
import type { Issue, Label, Post } from '../model.ts';
import { commentsOf, renderComment, renderIssue } from '../render/issues.ts';
import { renderLabel, renderReaction } from '../render/people.ts';
import {
  actorOf,
  type Call,
  created,
  noContent,
  numberOf,
  ok,
  paginate,
  type Routes,
  route,
} from '../routes.ts';

const R = '/repos/{owner}/{repo}';

const doer = (call: Call): Doer => ({ user: actorOf(call), token: call.token });
const theIssue = (call: Call): Issue => issueOf(call.repo, numberOf(call, 'issue_number'));
const theComment = (call: Call) => commentOf(call.repo, numberOf(call, 'comment_id'));

/** On a pull request the `pull-requests` permission serves as well as `issues`. */
const either = (issue: Issue | undefined, access: 'read' | 'write'): Need[] =>
  issue?.pull ? [`issues:${access}`, `pull-requests:${access}`] : [`issues:${access}`];
const onIssue = (access: 'read' | 'write') => (call: Call) =>
  either(call.repo.issues.get(numberOf(call, 'issue_number')), access);
const onComment = (access: 'read' | 'write') => (call: Call) => {
  const comment = call.repo.comments.get(numberOf(call, 'comment_id'));
  return either(comment && call.repo.issues.get(comment.issueNumber), access);
};

const issueBody = (call: Call, issue: Issue) => renderIssue(issue, call.repo, call.platform.urls);
const commentBody = (call: Call, comment: ReturnType<typeof theComment>) =>
  renderComment(comment, issueOf(call.repo, comment.issueNumber), call.repo, call.platform.urls);
const labelBody = (call: Call) => (label: Label) => renderLabel(label, call.repo, call.platform.urls);

/** `labels` comes as names, objects, or an object that holds either. */
function labelNames(value: unknown): string[] {
  const list = isObject(value) ? value.labels : value;
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => (isObject(item) ? asString(item.name) : asString(item))).filter(Boolean);
}

const labelsOf = (call: Call, issue: Issue) =>
  issue.labels
    .map((name) => call.repo.labels.get(name.toLowerCase()))
    .filter((label) => label !== undefined)
    .map(labelBody(call));

function theLabel(call: Call): Label {
  const label = call.repo.labels.get((call.parameters.name ?? '').toLowerCase());
  if (!label) throw notFound();
  return label;
}

function listIssues(call: Call) {
  const state = call.query.get('state') ?? 'open';
  const wanted = (call.query.get('labels') ?? '').split(',').filter(Boolean);
  const since = call.query.get('since') ?? '';
  const creator = call.query.get('creator');
  const found = [...call.repo.issues.values()].filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      wanted.every((name) => issue.labels.some((label) => label.toLowerCase() === name.toLowerCase())) &&
      issue.updatedAt >= since &&
      (!creator || issue.author.login === creator),
  );
  const newestFirst = call.query.get('direction') !== 'asc';
  found.sort((a, b) => (newestFirst ? b.number - a.number : a.number - b.number));
  return paginate(call, found, (issue) => issueBody(call, issue));
}

async function patchIssue(call: Call) {
  const issue = theIssue(call);
  const { body } = call;
  if (typeof body.title === 'string') issue.title = body.title;
  if (typeof body.body === 'string') editPost(call.platform, issue, actorOf(call), body.body);
  if (body.labels !== undefined) {
    issue.labels = [];
    labelIssue(call.platform, call.repo, issue, labelNames(body.labels));
  }
  if (body.state === 'open' || body.state === 'closed') {
    await changeIssueState(
      call.platform,
      call.repo,
      issue,
      doer(call),
      body.state,
      asStringOrNull(body.state_reason),
    );
  }
  issue.updatedAt = call.platform.now();
  return ok(issueBody(call, issue));
}

function addReaction(call: Call, post: Post) {
  const { reaction, isNew } = react(call.platform, post, actorOf(call), asString(call.body.content));
  return { status: isNew ? 201 : 200, body: renderReaction(reaction, call.platform.urls) };
}

const listReactions = (call: Call, post: Post) =>
  paginate(call, post.reactions, (reaction) => renderReaction(reaction, call.platform.urls));

export const issueRoutes: Routes = {
  [`GET ${R}/issues`]: route(['issues:read'], listIssues),
  [`POST ${R}/issues`]: route(['issues:write'], async (call) => {
    const { issue } = await createIssue(call.platform, call.repo, doer(call), {
      title: String(call.body.title),
      body: asString(call.body.body),
      labels: labelNames(call.body.labels),
    });
    return created(issueBody(call, issue));
  }),
  [`GET ${R}/issues/{issue_number}`]: route(onIssue('read'), (call) => ok(issueBody(call, theIssue(call)))),
  [`PATCH ${R}/issues/{issue_number}`]: route(onIssue('write'), patchIssue),

  [`GET ${R}/issues/{issue_number}/comments`]: route(onIssue('read'), (call) => {
    const since = call.query.get('since') ?? '';
    const comments = commentsOf(call.repo, theIssue(call).number).filter(
      (comment) => comment.updatedAt >= since,
    );
    return paginate(call, comments, (comment) => commentBody(call, comment));
  }),
  [`POST ${R}/issues/{issue_number}/comments`]: route(onIssue('write'), async (call) => {
    const number = theIssue(call).number;
    const { comment } = await createComment(
      call.platform,
      call.repo,
      number,
      doer(call),
      asString(call.body.body),
    );
    return created(commentBody(call, comment));
  }),
  [`GET ${R}/issues/comments`]: route(['issues:read', 'pull-requests:read'], (call) => {
    const since = call.query.get('since') ?? '';
    const comments = [...call.repo.comments.values()].filter((comment) => comment.updatedAt >= since);
    if (call.query.get('direction') === 'desc') comments.reverse();
    return paginate(call, comments, (comment) => commentBody(call, comment));
  }),
  [`GET ${R}/issues/comments/{comment_id}`]: route(onComment('read'), (call) =>
    ok(commentBody(call, theComment(call))),
  ),
  [`PATCH ${R}/issues/comments/{comment_id}`]: route(onComment('write'), async (call) => {
    const comment = theComment(call);
    await editComment(call.platform, call.repo, comment.id, doer(call), asString(call.body.body));
    return ok(commentBody(call, comment));
  }),
  [`DELETE ${R}/issues/comments/{comment_id}`]: route(onComment('write'), async (call) => {
    await deleteComment(call.platform, call.repo, theComment(call).id, doer(call));
    return noContent;
  }),

  [`GET ${R}/issues/comments/{comment_id}/reactions`]: route(onComment('read'), (call) =>
    listReactions(call, theComment(call)),
  ),
  [`POST ${R}/issues/comments/{comment_id}/reactions`]: route(onComment('write'), (call) =>
    addReaction(call, theComment(call)),
  ),
  [`DELETE ${R}/issues/comments/{comment_id}/reactions/{reaction_id}`]: route(onComment('write'), (call) => {
    const comment = theComment(call);
    comment.reactions = comment.reactions.filter((reaction) => reaction.id !== numberOf(call, 'reaction_id'));
    return noContent;
  }),
  [`GET ${R}/issues/{issue_number}/reactions`]: route(onIssue('read'), (call) =>
    listReactions(call, theIssue(call)),
  ),
  [`POST ${R}/issues/{issue_number}/reactions`]: route(onIssue('write'), (call) =>
    addReaction(call, theIssue(call)),
  ),

  [`GET ${R}/labels`]: route(['issues:read', 'pull-requests:read'], (call) =>
    paginate(call, [...call.repo.labels.values()], labelBody(call)),
  ),
  [`POST ${R}/labels`]: route(['issues:write', 'pull-requests:write'], (call) => {
    const name = asString(call.body.name);
    if (call.repo.labels.has(name.toLowerCase())) throw validationFailed('Label', 'name', 'already_exists');
    const color = asString(call.body.color) || 'ededed';
    const label = addLabel(call.platform, call.repo, name, color, asStringOrNull(call.body.description));
    return created(labelBody(call)(label));
  }),
  [`GET ${R}/labels/{name}`]: route(['issues:read', 'pull-requests:read'], (call) =>
    ok(labelBody(call)(theLabel(call))),
  ),
  [`GET ${R}/issues/{issue_number}/labels`]: route(onIssue('read'), (call) =>
    ok(labelsOf(call, theIssue(call))),
  ),
  [`POST ${R}/issues/{issue_number}/labels`]: route(onIssue('write'), (call) => {
    labelIssue(call.platform, call.repo, theIssue(call), labelNames(call.body));
    return ok(labelsOf(call, theIssue(call)));
  }),
  [`PUT ${R}/issues/{issue_number}/labels`]: route(onIssue('write'), (call) => {
    theIssue(call).labels = [];
    labelIssue(call.platform, call.repo, theIssue(call), labelNames(call.body));
    return ok(labelsOf(call, theIssue(call)));
  }),
  [`DELETE ${R}/issues/{issue_number}/labels/{name}`]: route(onIssue('write'), (call) => {
    const issue = theIssue(call);
    const name = (call.parameters.name ?? '').toLowerCase();
    if (!issue.labels.some((label) => label.toLowerCase() === name))
      throw new HttpError(404, 'Label does not exist');
    issue.labels = issue.labels.filter((label) => label.toLowerCase() !== name);
    return ok(labelsOf(call, issue));
  }),
};
