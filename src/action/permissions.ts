/** What a workflow must grant: documented in the README, held to by a test. */
import type { Command } from './contract.ts';

/** The least permissions of GITHUB_TOKEN that each command needs, and what more of them brings. */
export const PERMISSIONS = {
  auto: {
    least: { contents: 'write' },
    more: 'as the command that the event stands for; comments are heard with what `start` brings',
  },
  start: {
    least: { contents: 'write' },
    more: '`actions: write`: at its time limit the run dispatches its own continuation; `issues: write` (on a pull request `pull-requests: write`): breakpoints and the status are comments',
  },
  resume: {
    least: { contents: 'write' },
    more: 'as `start`; `actions: read`: a run whose job was lost is taken over at once, not when its time is over, and external effects that a workflow run has left undone are given to others; `pull-requests: read`: a run of a pull request goes on with code that the workspace does not have',
  },
  result: { least: { contents: 'write' }, more: 'as `resume`' },
  signal: { least: { contents: 'write' }, more: 'as `resume`' },
  cancel: { least: { contents: 'write' }, more: 'as `resume`' },
  halt: { least: { contents: 'write' }, more: 'as `resume`' },
  status: { least: { contents: 'read' }, more: '' },
  sweep: {
    least: { contents: 'write' },
    more: 'as `resume`; `actions: write`: what a sweep decided or ended reaches the jobs behind the run’s own',
  },
  check: { least: { contents: 'read' }, more: '' },
} as const satisfies Record<Command, { least: Readonly<Record<string, 'read' | 'write'>>; more: string }>;
