/** Facts as they come from a run, for the tests of what is made of them. */
import type { BreakpointFacts, Closed, Said, StatusFacts } from '../../src/comments/facts.ts';
import type { Reply } from '../../src/comments/replies.ts';
import type { StepRow } from '../../src/report/steps.ts';

export const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const REPO = 'https://github.com/acme/app';

export const SAID: Said = {
  decision: 'approve',
  login: 'carol',
  at: '2026-05-01T10:05:00.000Z',
  url: `${REPO}/pull/7#issuecomment-42`,
  text: 'fine by me',
  permission: 'write',
};

export const BREAKPOINT: BreakpointFacts = {
  runId: 'release-1.2.0',
  effectId: '01M7WE1RV3HX26TK7Z5329PF7K',
  ref: 'e-xgz8w',
  shown: {
    title: 'Release 1.2.0',
    question: 'Ship it?',
    context: 'Three fixes, no new feature.\nPreview: https://preview.example.org/1.2.0',
    files: [
      {
        path: 'CHANGELOG.md',
        url: `${REPO}/blob/${COMMIT}/CHANGELOG.md`,
        excerpt: '## 1.2.0\n\n- Sorting is stable\n',
      },
    ],
    options: [],
    expert: ['owner'],
    tags: ['release'],
  },
  policy: {
    approvers: [
      { kind: 'user', name: 'ann' },
      { kind: 'team', name: 'acme/release' },
      { kind: 'app', name: 'ship[bot]' },
      { kind: 'role', name: 'maintain' },
    ],
    strategy: 'single',
    needed: 2,
    allowSelf: false,
    self: ['bob'],
    head: { sha: COMMIT, required: true },
  },
  said: [SAID],
  deadline: '2026-05-02T10:00:00.000Z',
  digest: 'd1',
  nonce: 'n1',
  links: [
    { text: 'Workflow run', url: `${REPO}/actions/runs/1` },
    { text: 'Status of the run', url: `${REPO}/pull/7#issuecomment-1` },
  ],
};

const at = '2026-05-01T11:00:00.000Z';
export const CLOSED: readonly Closed[] = [
  { how: 'approved', at },
  { how: 'rejected', at },
  { how: 'timed-out', at },
  { how: 'cancelled', at, by: 'dora', reason: 'not today' },
  { how: 'halted', at, by: 'dora', reason: 'wrong branch' },
  { how: 'withdrawn', at, reason: 'the run ended' },
];

export const STEP: StepRow = {
  stepId: 'S000001',
  effectId: '01M7WE1RV3HX26TK7Z5329PF7A',
  label: 'build',
  kind: 'shell',
  status: 'ok',
  attempts: 1,
  from: Date.parse('2026-05-01T09:58:00.000Z'),
  to: Date.parse('2026-05-01T09:59:30.000Z'),
  note: '',
};

export const STATUS: StatusFacts = {
  runId: BREAKPOINT.runId,
  processId: 'release',
  status: 'waiting',
  createdAt: '2026-05-01T09:57:00.000Z',
  updatedAt: '2026-05-01T10:05:00.000Z',
  seq: 9,
  attempt: 1,
  steps: [
    STEP,
    {
      ...STEP,
      stepId: 'S000002',
      label: 'Release 1.2.0',
      kind: 'breakpoint',
      status: 'waiting',
      to: undefined,
    },
  ],
  pending: [
    {
      effectId: BREAKPOINT.effectId,
      ref: BREAKPOINT.ref,
      kind: 'breakpoint',
      title: 'Release 1.2.0',
      url: `${REPO}/pull/7#issuecomment-2`,
      wakeAt: '2026-05-02T10:00:00.000Z',
    },
  ],
  warnings: [],
  links: [
    { text: 'Job', url: `${REPO}/actions/runs/1/job/2` },
    { text: 'Journal', url: `${REPO}/tree/${COMMIT}/journal` },
  ],
  lastSweep: '2026-05-01T10:00:00.000Z',
};

const link = { text: 'Its comment', url: `${REPO}/pull/7#issuecomment-2` };
/** One of each reason; `text` stands wherever somebody else's words can. */
export const replies = (text: string): Reply[] => {
  const ref = 'e-xgz8w';
  const runId = 'release-1.2.0';
  const open = [{ ref, title: text, link }];
  return [
    { code: 'edited' },
    { code: 'deleted' },
    { code: 'bot', login: text },
    { code: 'own-token' },
    { code: 'rerun' },
    { code: 'no-permission', verb: 'halt', needs: 'write', has: text },
    { code: 'not-approver', approvers: ['@ann', '@acme/release', text] },
    { code: 'self', because: 'starter' },
    { code: 'self', because: 'retried' },
    { code: 'self', because: 'upgraded' },
    { code: 'self', because: 'author' },
    { code: 'already-counted', decision: 'approve' },
    { code: 'no-breakpoint' },
    { code: 'unknown-ref', ref: text, open },
    { code: 'unknown-ref', ref: 'e-00000', open: [] },
    { code: 'which-breakpoint', open },
    { code: 'other-issue', ref, link },
    { code: 'closed', ref, outcome: text, link },
    { code: 'old-digest', ref, link },
    { code: 'earlier-code', ref, link },
    { code: 'head-moved', ref, from: COMMIT, to: text },
    { code: 'not-an-option', options: ['A', text] },
    { code: 'answer-needs-text', ref },
    { code: 'answer-needs-text' },
    { code: 'cancel-needs-effect', open },
    { code: 'cancel-needs-effect', open: [] },
    { code: 'which-effect', effect: text, open },
    { code: 'which-run', verb: 'halt', runs: [runId, 'nightly'] },
    { code: 'run-ended', runId, status: 'completed' },
    { code: 'halted-already', runId, by: text, at, reason: text },
    { code: 'halted-already', runId, at, reason: 'obsolete' },
    { code: 'earlier-attempt', runId, attempt: 2 },
    { code: 'not-retryable', runId, status: 'halted', why: text },
    { code: 'retry-needs-upgrade', runId },
    { code: 'status', runId, status: 'waiting', lastSweep: null, link },
    { code: 'status', link },
    { code: 'help' },
  ];
};
