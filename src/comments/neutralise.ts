/** Makes text that others wrote safe to stand in our comments. */

/** One paragraph of Markdown that shows the text and does nothing; line ends become spaces. `limit`: characters of the text. */
export function plain(text: string, limit: number): string {
  throw new Error(`not written: ${text} ${limit}`);
}

/** A fenced block that shows the text and cannot be left by it. */
export function codeBlock(text: string, limit: number): string {
  throw new Error(`not written: ${text} ${limit}`);
}

/** A code span on one line. */
export function inlineCode(text: string, limit?: number): string {
  throw new Error(`not written: ${text} ${limit}`);
}
