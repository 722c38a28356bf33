/** The hidden last line by which our own comments are found again and told from everybody else's. */

export interface BreakpointMarker {
  kind: 'breakpoint';
  run: string;
  effect: string;
  /** Of what was shown. */
  digest: string;
  /** Drawn before the comment is made: the same one is never made twice. */
  nonce: string;
}

export interface StatusMarker {
  kind: 'status';
  run: string;
}

/** A reply of ours; `to`: id of the comment or review that it answers. */
export interface ReplyMarker {
  kind: 'reply';
  run?: string;
  to: string;
}

export type Marker = BreakpointMarker | StatusMarker | ReplyMarker;

/** The line. Throws UsageError for a value that is empty or too long. */
export function formatMarker(marker: Marker): string {
  throw new Error(`not written: ${marker.kind}`);
}

/** The marker that ends the body; undefined: none, or one of a version that we do not know. */
export function readMarker(body: string): Marker | undefined {
  throw new Error(`not written: ${body}`);
}

/** Whether anything in the body looks like one of our markers, wherever it stands. */
export function hasMarker(body: string): boolean {
  throw new Error(`not written: ${body}`);
}
