import type { Label, Reaction, Repository, Review, User } from '../model.ts';
import { fullName } from '../model.ts';
import type { Urls } from './urls.ts';

export function renderUser(user: User, { api, server }: Urls) {
  const url = `${api}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: user.nodeId,
    avatar_url: `${server}/avatars/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `${server}/${user.type === 'Bot' ? `apps/${user.login.replace('[bot]', '')}` : user.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** `GET /users/{login}` adds a profile that nobody here has filled in. */
export function renderProfile(user: User, urls: Urls) {
  return {
    ...renderUser(user, urls),
    name: user.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}

export function renderLabel(label: Label, repo: Repository, { api }: Urls) {
  return {
    id: label.id,
    node_id: `LA_${label.id}`,
    url: `${api}/repos/${fullName(repo)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function renderReaction(reaction: Reaction, urls: Urls) {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: renderUser(reaction.user, urls),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

export const reactionContents = [
  '+1',
  '-1',
  'laugh',
  'confused',
  'heart',
  'hooray',
  'eyes',
  'rocket',
] as const;

export function renderRollup(reactions: Reaction[], url: string) {
  const counts: Record<string, number> = {};
  for (const content of reactionContents) {
    counts[content] = reactions.filter((reaction) => reaction.content === content).length;
  }
  return { url: `${url}/reactions`, total_count: reactions.length, ...counts };
}

export function renderReview(review: Review, repo: Repository, urls: Urls) {
  const pull = `${urls.api}/repos/${fullName(repo)}/pulls/${review.issueNumber}`;
  const html = `${urls.server}/${fullName(repo)}/pull/${review.issueNumber}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: review.nodeId,
    user: renderUser(review.author, urls),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    author_association: association(repo, review.author),
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
  };
}

export function association(repo: Repository, user: User): string {
  if (user.id === repo.owner.id) return 'OWNER';
  const role = repo.roles.get(user.login.toLowerCase());
  return role === undefined || role === 'none' ? 'NONE' : 'COLLABORATOR';
}
