import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { asObject, type JsonObject } from '../github/json.ts';

/** Finds `action.yml` or `action.yaml`. */
export function actionFile(folder: string): string {
  for (const name of ['action.yml', 'action.yaml']) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
  }
  throw new Error(`Can't find 'action.yml' or 'action.yaml' under '${folder}'`);
}

export const readActionFile = (folder: string): JsonObject =>
  asObject(parse(readFileSync(actionFile(folder), 'utf8')));
