/** The hidden last line by which our own comments are found again and told from everybody else's. */
import { LonghaulError } from '../errors.ts';

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
  /** Of the newest event told of: people hold an older tip of the store against it (protocol T3). */
  seq?: number;
}

/** The tracking issue of a run that has no issue of its own. */
export interface IssueMarker {
  kind: 'issue';
  run: string;
}

/** A reply of ours; `to`: id of the comment or review that it answers. */
export interface ReplyMarker {
  kind: 'reply';
  run?: string;
  to: string;
}

export type Marker = BreakpointMarker | StatusMarker | IssueMarker | ReplyMarker;

const LONGEST_VALUE = 200;
/** Only the very end of a body counts: nothing that stands in a quote, in code or in the middle. */
const AT_END =
  /(?:^|\n)<!-- longhaul:(breakpoint|status|issue|reply) v1((?: [a-z]+=[A-Za-z0-9._~%-]+)+) -->\s*$/;
const ANYWHERE = /<!--\s*longhaul\s*:/i;
const KEYS = {
  breakpoint: ['run', 'effect', 'digest', 'nonce'],
  status: ['run'],
  issue: ['run'],
  reply: ['to'],
} as const;

/** The line. Throws INVALID_MARKER for a value that is empty, too long or no well-formed text: never a marker that cannot be read. */
export function formatMarker(marker: Marker): string {
  const { kind, ...values } = marker;
  const parts = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encoded(key, String(value))}`],
  );
  return `<!-- longhaul:${kind} v1 ${parts.join(' ')} -->`;
}

function encoded(key: string, value: string): string {
  if (value === '' || value.length > LONGEST_VALUE || !value.isWellFormed()) {
    throw new LonghaulError(
      'INVALID_MARKER',
      `${key} of a comment's marker cannot be ${JSON.stringify(value.slice(0, 80))}`,
      {
        hint: `It takes 1 to ${LONGEST_VALUE} characters.`,
      },
    );
  }
  // `--` would end an HTML comment in some readers; what encodeURIComponent leaves beside it is no concern of ours.
  return encodeURIComponent(value).replace(
    /[!'()*]|-(?=-|$)/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The marker that ends the body; undefined: none, or one of a version that we do not know. Unknown keys are ignored. */
export function readMarker(body: string): Marker | undefined {
  // A marker is short; a long body is not searched for one.
  const [, kind, list = ''] = AT_END.exec(body.slice(-2000)) ?? [];
  if (kind === undefined) return undefined;
  const values = new Map<string, string>();
  for (const part of list.trim().split(' ')) {
    const [key = '', value = ''] = part.split('=');
    // Twice the same key: whoever wrote that, we did not.
    if (values.has(key)) return undefined;
    try {
      values.set(key, decodeURIComponent(value));
    } catch {
      return undefined;
    }
  }
  return markerOf(kind as Marker['kind'], values);
}

function markerOf(kind: Marker['kind'], values: ReadonlyMap<string, string>): Marker | undefined {
  const at = (key: string): string => values.get(key) ?? '';
  if (KEYS[kind].some((key) => at(key) === '')) return undefined;
  switch (kind) {
    case 'breakpoint':
      return { kind, run: at('run'), effect: at('effect'), digest: at('digest'), nonce: at('nonce') };
    case 'status':
      return { kind, run: at('run'), ...(/^[1-9]\d{0,14}$/.test(at('seq')) && { seq: Number(at('seq')) }) };
    case 'issue':
      return { kind, run: at('run') };
    case 'reply':
      return { kind, to: at('to'), ...(values.has('run') && { run: at('run') }) };
  }
}

/** Whether anything in the body looks like one of our markers, wherever it stands. */
export function hasMarker(body: string): boolean {
  return ANYWHERE.test(body);
}
