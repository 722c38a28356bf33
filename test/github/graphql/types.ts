import type { JsonObject } from '../json.ts';
import { GraphqlError, type Node } from './execute.ts';

/** GraphQL's names of the reactions. */
export const enums: Record<string, string> = {
  '+1': 'THUMBS_UP',
  '-1': 'THUMBS_DOWN',
  laugh: 'LAUGH',
  confused: 'CONFUSED',
  heart: 'HEART',
  hooray: 'HOORAY',
  eyes: 'EYES',
  rocket: 'ROCKET',
};

/** `databaseId` is a 32-bit Int in GraphQL: ids beyond it come out as an error, as they do on GitHub. */
export function int32(id: number, type: string): number {
  if (id > 2 ** 31 - 1)
    throw new GraphqlError(
      `Int cannot represent non 32-bit signed integer value: ${id} (${type}.databaseId)`,
    );
  return id;
}

export const object = (type: string, fields: Node['fields'], also: string[] = []): Node => ({
  type,
  implements: also,
  fields,
});

/** A list in pages; like GitHub it insists on `first` or `last`. */
export function connection<Item>(type: string, items: Item[], render: (item: Item) => Node) {
  return (input: JsonObject): Node => {
    const first = Number(input.first ?? 0);
    const last = Number(input.last ?? 0);
    if (!first && !last)
      throw new GraphqlError(
        `You must provide a \`first\` or \`last\` value to properly paginate the \`${type}\` connection.`,
        'MISSING_PAGINATION_BOUNDARIES',
      );
    const start = input.after ? Number(input.after) : last ? Math.max(items.length - last, 0) : 0;
    const end = first ? Math.min(start + first, items.length) : items.length;
    const pageInfo = {
      hasNextPage: () => end < items.length,
      endCursor: () => String(end),
      hasPreviousPage: () => start > 0,
      startCursor: () => String(start),
    };
    return object(type, {
      totalCount: () => items.length,
      nodes: () => items.slice(start, end).map(render),
      pageInfo: () => object('PageInfo', pageInfo),
    });
  };
}
