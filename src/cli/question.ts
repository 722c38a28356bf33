/** What a breakpoint asks, as a person at a terminal reads it. */
import { isObject } from '../journal/decode.ts';
import type { Json, JsonObject } from '../journal/events.ts';

function payloadOf({ metadata }: JsonObject): JsonObject {
  return isObject(metadata) && isObject(metadata.payload) ? metadata.payload : {};
}

export function optionsOf(def: JsonObject): string[] {
  const { options } = payloadOf(def);
  return Array.isArray(options) ? options.filter((option) => typeof option === 'string') : [];
}

/** `label`: what it is called where the question has no title. */
export function questionLines(def: JsonObject, label: string): string[] {
  const { title, question, context } = payloadOf(def);
  const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return [
    `? ${title === undefined ? label : text(title)}`,
    ...(question === undefined ? [] : [`  ${text(question)}`]),
    ...(context === undefined
      ? []
      : text(context)
          .split('\n')
          .map((line) => `  ${line}`)),
    ...optionsOf(def).map((option, i) => `  ${i + 1}) ${option}`),
  ].map(withoutControls);
}

/** What a process shows may not move the cursor or change what stands above. */
export function withoutControls(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
