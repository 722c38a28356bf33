import { HttpError, notFound } from '../errors.ts';
import type { Role, Team } from '../model.ts';
import { renderProfile, renderUser } from '../render/people.ts';
import { actorOf, type Call, noContent, ok, paginate, type Routes, route } from '../routes.ts';

const R = '/repos/{owner}/{repo}';

/** The four words of the old permission model. */
const legacy: Record<Role, string> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

function theUser(call: Call) {
  const user = call.platform.users.get((call.parameters.username ?? '').toLowerCase());
  if (!user) throw notFound();
  return user;
}

function theTeam(call: Call): Team {
  const org = (call.parameters.org ?? '').toLowerCase();
  const { token } = call;
  if (!token) throw new HttpError(401, 'Requires authentication');
  if (token.kind !== 'user' && token.permissions?.members === undefined) {
    throw new HttpError(403, 'Resource not accessible by integration', { accepted: 'members=read' });
  }
  const team = call.platform.teams.get(org)?.get(call.parameters.team_slug ?? '');
  if (!team) throw notFound();
  return team;
}

export const peopleRoutes: Routes = {
  'GET /user': route([], (call) => {
    const user = actorOf(call);
    if (call.token?.kind !== 'user') throw new HttpError(403, 'Resource not accessible by integration');
    return ok(renderProfile(user, call.platform.urls));
  }),
  'GET /users/{username}': route([], (call) => ok(renderProfile(theUser(call), call.platform.urls))),
  'GET /rate_limit': route([], (call) => {
    const limit = call.platform.rateLimit;
    const used = call.platform.rateUsed.get(call.token?.value ?? '') ?? 0;
    const reset = Math.floor(Date.now() / 1000) + 3600;
    const rate = { limit, used, remaining: Math.max(limit - used, 0), reset };
    return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
  }),

  [`GET ${R}/collaborators/{username}/permission`]: route([], (call) => {
    actorOf(call);
    const user = theUser(call);
    const role = call.platform.roleOf(call.repo, user);
    const permissions = {
      pull: role !== 'none',
      triage: ['triage', 'write', 'maintain', 'admin'].includes(role),
      push: ['write', 'maintain', 'admin'].includes(role),
      maintain: ['maintain', 'admin'].includes(role),
      admin: role === 'admin',
    };
    const rendered = { ...renderUser(user, call.platform.urls), permissions, role_name: role };
    return ok({ permission: legacy[role], role_name: role, user: rendered });
  }),
  [`GET ${R}/collaborators/{username}`]: route([], (call) => {
    actorOf(call);
    const user = theUser(call);
    if (user.id !== call.repo.owner.id && !call.repo.roles.has(user.login.toLowerCase())) throw notFound();
    return noContent;
  }),

  'GET /orgs/{org}/teams/{team_slug}/memberships/{username}': route([], (call) => {
    const role = theTeam(call).members.get((call.parameters.username ?? '').toLowerCase());
    if (role === undefined) throw notFound();
    return ok({ url: `${call.platform.urls.api}${call.pathname}`, role, state: 'active' });
  }),
  'GET /orgs/{org}/teams/{team_slug}/members': route([], (call) => {
    const members = [...theTeam(call).members.keys()].map((login) => call.platform.user(login));
    return paginate(call, members, (user) => renderUser(user, call.platform.urls));
  }),
};
