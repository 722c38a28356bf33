import { asArray, asObject, type JsonObject } from '../github/json.ts';

const covers = (cell: JsonObject, pattern: JsonObject): boolean =>
  Object.entries(pattern).every(([key, value]) => JSON.stringify(cell[key]) === JSON.stringify(value));

/** GitHub allows no more cells than this. */
const maxCells = 256;

/** All cells of an evaluated `strategy.matrix`, with `exclude` and `include` applied in that order. */
export function matrixCells(matrix: JsonObject): JsonObject[] {
  const { include, exclude, ...axes } = matrix;
  let cells: JsonObject[] = [{}];
  for (const [name, values] of Object.entries(axes)) {
    if (!Array.isArray(values) || values.length === 0)
      throw new Error(`Matrix vector '${name}' does not contain any values`);
    cells = cells.flatMap((cell) => asArray(values).map((value) => ({ ...cell, [name]: value })));
  }
  if (Object.keys(axes).length === 0) cells = [];
  const excluded = asArray(exclude).map(asObject);
  cells = cells.filter((cell) => !excluded.some((pattern) => covers(cell, pattern)));
  const originals = cells.map((cell) => ({ ...cell }));
  const added: JsonObject[] = [];
  for (const extra of asArray(include).map(asObject)) {
    // It extends every cell whose own axes it does not contradict, else it is a cell of its own.
    const shared = Object.fromEntries(Object.entries(extra).filter(([key]) => Object.hasOwn(axes, key)));
    const fitting = cells.filter((_cell, index) => covers(originals[index] ?? {}, shared));
    if (fitting.length === 0) added.push(extra);
    for (const cell of fitting) Object.assign(cell, extra);
  }
  const all = [...cells, ...added];
  if (all.length === 0) throw new Error('Matrix must define at least one vector');
  if (all.length > maxCells)
    throw new Error(`A matrix may hold ${maxCells} jobs, this one has ${all.length}`);
  return all;
}

/** `build (linux, 24)` */
export function cellName(name: string, cell: JsonObject): string {
  const values = Object.values(cell).filter((value) => typeof value !== 'object' || value === null);
  return values.length > 0 ? `${name} (${values.map(String).join(', ')})` : name;
}
