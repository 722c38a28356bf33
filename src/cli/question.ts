/** What a breakpoint asks, as a person at a terminal reads it. */
import type { Json, JsonObject } from '../journal/events.ts';
import { choicesOf, payloadOf } from '../operations/breakpoint-shown.ts';

/** `label`: what it is called where the question has no title. */
export function questionLines(def: JsonObject, label: string): string[] {
  const { title, question, context } = payloadOf(def).payload;
  const text = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return [
    `? ${title === undefined ? label : text(title)}`,
    ...(question === undefined ? [] : [`  ${text(question)}`]),
    ...(context === undefined
      ? []
      : text(context)
          .split('\n')
          .map((line) => `  ${line}`)),
    ...choicesOf(def).map((option, i) => `  ${i + 1}) ${option}`),
  ].map(withoutControls);
}

/** What a process shows may not move the cursor or change what stands above. */
export function withoutControls(line: string): string {
  return line.replace(/[^\P{Cc}\t\n]/gu, '');
}
