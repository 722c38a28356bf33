/** What a driver is given, and what it ends with. */
import type { Outcome } from '../executors/contract.ts';
import type { JournalRefs } from '../journal/replay-input.ts';
import type { RunJournal } from '../journal/writer.ts';
import type { CodeFile, DivergenceFacts, RequestMessage, WorkerInit } from '../runtime/protocol.ts';
import type { ProcessEnd } from './ending.ts';
import type { SentOut } from './external.ts';
import type { SaveMode } from './saver.ts';
import type { DriveLimits, DriveWorld, PendingEffect } from './world.ts';

export interface DriveEnd {
  /** undefined: the run goes on later. */
  end: ProcessEnd | undefined;
  /** Why it stopped when it has not ended. */
  stopped: 'waiting' | 'iterations' | 'time-limit' | 'shutdown' | undefined;
  pending: PendingEffect[];
  /** External ones of these that this job's workflow run has taken (E5). */
  sentOut?: SentOut[];
  /** Journaled requests that were not asked again after a retry. */
  dropped: string[];
}

export interface DriveOptions {
  journal: RunJournal;
  world: DriveWorld;
  limits: DriveLimits;
  init: Omit<WorkerInit, 'journal' | 'shared' | 'retry' | 'handleGraceMs' | 'replayGraceMs'>;
  env: Record<string, string>;
  /** What the process sees instead of the same names in `env`. */
  processEnv: Record<string, string>;
  /** What the worker reads when it starts first. */
  refs: JournalRefs;
  /** Of these, whose files are held against them by whom (journal/segments.ts). */
  shared: Int32Array;
  ownerToken: string;
  /** False: record what is asked for, run nothing (run:iterate). */
  execute: boolean;
  /** Replays in a fresh worker after every settlement (tests). */
  restartAfterEach: boolean;
  /** Effects that a retry reopens; RUN_RETRIED is written by `onReplayed`. */
  retry: string[];
  /** Makes everything journaled so far durable in the store. */
  save(): Promise<void>;
  saveMode: SaveMode;
  /** The replay has agreed: what must be journaled before anything else happens. */
  onReplayed(dropped: string[]): void;
  /** What the journal has pending is in hand again: messages about it may be acted on. */
  onReady(): void;
  /** Files that the process has loaded for the first time in this run. */
  onCode(files: CodeFile[]): void;
  runChild(request: RequestMessage, failures: number, signal: AbortSignal): Promise<Outcome>;
  /** What a divergence ends the drive with. */
  explain(facts: DivergenceFacts): Promise<Error>;
}
