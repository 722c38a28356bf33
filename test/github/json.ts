/** Reading of values whose shape nobody has promised. */

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const asString = (value: unknown): string => (typeof value === 'string' ? value : '');
export const asStringOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const asStrings = (value: unknown): string[] =>
  asArray(value).filter((item) => typeof item === 'string');
