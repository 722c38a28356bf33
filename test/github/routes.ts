import type { Need } from './access.ts';
import { HttpError } from './errors.ts';
import type { JsonObject } from './json.ts';
import type { Repository, Token } from './model.ts';
import type { Platform } from './platform.ts';

/** One REST request after routing. */
export interface Call {
  platform: Platform;
  /** The repository of the path; handlers of other paths do not touch it. */
  repo: Repository;
  token: Token | null;
  parameters: Record<string, string>;
  pathname: string;
  query: URLSearchParams;
  body: JsonObject;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  /** Permissions of which one is needed; a function where it depends on the object. */
  needs: readonly Need[] | ((call: Call) => readonly Need[]);
  handle(call: Call): Answer | Promise<Answer>;
}

/** Keyed by method and path template of GitHub's description. */
export type Routes = Record<string, Route>;

export const route = (needs: Route['needs'], handle: Route['handle']): Route => ({ needs, handle });

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

export const numberOf = (call: Call, name: string): number => Number(call.parameters[name]);

/** The user behind a call that the permission check has let through. */
export function actorOf(call: Call) {
  if (!call.token) throw new HttpError(401, 'Requires authentication');
  return call.token.user;
}

/** One page of a list with the Link header that clients follow. */
export function paginate<Item, Rendered>(
  call: Call,
  items: Item[],
  render: (item: Item) => Rendered,
  wrap?: (page: Rendered[], total: number) => unknown,
): Answer {
  const size = Math.min(Math.max(Number(call.query.get('per_page') ?? 30), 1), 100);
  const page = Math.max(Number(call.query.get('page') ?? 1), 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const rendered = items.slice((page - 1) * size, page * size).map(render);
  const headers: Record<string, string> = {};
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    return `<${call.platform.urls.api}${call.pathname}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  if (links.length > 0) headers.link = links.join(', ');
  return { status: 200, body: wrap ? wrap(rendered, items.length) : rendered, headers };
}
