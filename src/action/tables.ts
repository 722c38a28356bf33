/** The tables of the documentation, from the contract. `npm run docs` writes them, a test holds the documents to them. */
import { INPUTS, OUTPUTS } from './contract.ts';
import { allowed } from './inputs.ts';
import { PERMISSIONS } from './permissions.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

export const inputTable = (): string =>
  table(
    ['input', 'default', 'what it is', 'allowed'],
    Object.entries(INPUTS)
      .filter(([, spec]) => !('hidden' in spec))
      .map(([name, spec]) => [
        `\`${name}\`${'fromDispatch' in spec ? ' ¹' : ''}`,
        code(spec.default),
        spec.description,
        allowed(spec.kind),
      ]),
  );

export const outputTable = (): string =>
  table(
    ['output', 'what it is'],
    Object.entries(OUTPUTS).map(([name, description]) => [code(name), description]),
  );

export const permissionTable = (): string =>
  table(
    ['command', 'needs', 'what more brings'],
    Object.entries(PERMISSIONS).map(([command, { least, more }]) => [
      code(command),
      Object.entries(least)
        .map(([scope, access]) => `\`${scope}: ${access}\``)
        .join(', '),
      more,
    ]),
  );
