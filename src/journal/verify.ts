import { join, relative } from 'node:path';
import { DamageError } from '../errors.ts';
import { EventFaultError } from './codec.ts';
import { asKnown, parseJson } from './decode.ts';
import { sha256 } from './digest.ts';
import type { JournalEvent } from './events.ts';
import type { Finding, FindingCode } from './findings.ts';
import { type EventName, paths, refProblem } from './layout.ts';
import { listJournal, readEvent, readIfThere, readOutcome, readRun, resolverOf } from './reader.ts';
import { applyEvent, emptyState, type RunState } from './state.ts';

import { leftOver, verifyAside } from './verify-aside.ts';

export type { Finding, FindingCode } from './findings.ts';

/** Every finding about a run directory, in the order of the journal. None: the run is whole. Never throws for damage. */
export function verifyRun(runDir: string): Finding[] {
  return new Verification(runDir).run();
}

class Verification {
  readonly #runDir: string;
  readonly #findings: Finding[] = [];
  readonly #state: RunState = emptyState();

  constructor(runDir: string) {
    this.#runDir = runDir;
  }

  run(): Finding[] {
    this.#metadata();
    const { events: names, others } = listJournal(this.#runDir);
    for (const name of others) this.#findings.push(leftOver(`journal/${name}`));
    this.#sequence(names);
    const events = this.#events(names);
    for (const { event, path } of events) this.#files(event, path);
    this.#output();
    return [
      ...this.#findings,
      ...verifyAside(this.#runDir, names, new Map(events.map(({ event }) => [event.seq, event]))),
    ];
  }

  #add(code: FindingCode, path: string, message: string, more: { seq?: number; warning?: true } = {}): void {
    this.#findings.push({ code, path, message, ...more });
  }

  #relative(path: string): string {
    return relative(this.#runDir, path).split('\\').join('/') || '.';
  }

  #metadata(): void {
    try {
      const run = readRun(this.#runDir);
      const inputs = readIfThere(paths.inputs(this.#runDir));
      if (inputs !== undefined && parseJson(inputs) === undefined) {
        this.#add('INPUTS_DAMAGED', 'inputs.json', 'inputs.json is cut off or no JSON');
      }
      if (run.runId === '') this.#add('RUN_UNREADABLE', 'run.json', 'run.json has no run id');
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      this.#add('RUN_UNREADABLE', 'run.json', error.message);
    }
  }

  #sequence(names: readonly EventName[]): void {
    let expected = 1;
    let before: EventName | undefined;
    for (const name of names) {
      const path = `journal/${name.name}`;
      const { seq } = name;
      if (seq > expected) {
        const missing = seq - 1 > expected ? `events ${expected} to ${seq - 1} are` : `event ${expected} is`;
        this.#add('SEQ_GAP', path, `The ${missing} missing before ${path}`, { seq });
      } else if (seq < expected) {
        this.#add('SEQ_DUPLICATE', path, `${path} has the seq of ${before?.name ?? 'another event'}`, {
          seq,
        });
      }
      if (before !== undefined && name.ulid <= before.ulid) {
        this.#add('ULID_ORDER', path, `The ULID of ${path} is not greater than that of the event before`, {
          seq,
          warning: true,
        });
      }
      expected = Math.max(expected, seq + 1);
      before = name;
    }
    if (names.length === 0) this.#add('SEQ_GAP', 'journal', 'The journal has no event');
  }

  #events(names: readonly EventName[]): { event: JournalEvent; path: string }[] {
    const read: { event: JournalEvent; path: string }[] = [];
    for (const name of names) {
      const path = `journal/${name.name}`;
      let event: JournalEvent;
      try {
        event = readEvent(this.#runDir, name);
      } catch (error) {
        if (!(error instanceof DamageError)) throw error;
        const code = error instanceof EventFaultError ? error.fault : 'EVENT_UNREADABLE';
        this.#add(code, path, error.message, { seq: name.seq });
        continue;
      }
      read.push({ event, path });
      const known = this.#state.problems.length;
      applyEvent(this.#state, event);
      for (const problem of this.#state.problems.slice(known)) {
        this.#add(problem.code, path, problem.message, { seq: name.seq });
      }
    }
    return read;
  }

  #files(event: JournalEvent, path: string): void {
    for (const [key, ref] of Object.entries(event.data)) {
      if (!key.endsWith('Ref') || ref === null) continue;
      const problem = refProblem(ref);
      if (problem !== undefined) {
        this.#add(
          'REF_TAMPERED',
          path,
          `${key} ${JSON.stringify(ref)} in ${path} is not followed: ${problem}`,
          {
            seq: event.seq,
          },
        );
        return;
      }
    }
    const known = asKnown(event);
    if (known?.type === 'EFFECT_REQUESTED') {
      this.#json(known.data.taskDefRef, 'TASK_MISSING', 'TASK_DAMAGED', path, event.seq);
      if (known.data.inputsRef !== undefined) {
        this.#json(known.data.inputsRef, 'INPUTS_MISSING', 'INPUTS_DAMAGED', path, event.seq);
      }
    }
    if (known?.type === 'RUN_CREATED' && known.data.inputsRef !== undefined) {
      this.#json(known.data.inputsRef, 'INPUTS_MISSING', 'INPUTS_DAMAGED', path, event.seq);
    }
    if (known?.type === 'EFFECT_CANCELLED' && known.data.resultRef !== undefined) {
      this.#digest(known.data.resultRef, known.data.resultDigest, path, event.seq);
    }
    if (known?.type !== 'EFFECT_RESOLVED') return;
    if (known.data.status === 'error' && known.data.error !== undefined) {
      // A replay takes the error from the event; the file is still part of the record.
      if (typeof known.data.resultRef === 'string') {
        this.#digest(known.data.resultRef, known.data.resultDigest, path, event.seq);
      }
      return;
    }
    this.#guarded(path, event.seq, () => readOutcome(resolverOf(this.#runDir), known.data, path));
  }

  #guarded(path: string, seq: number, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      const where = error.path === undefined || error.path === path ? path : this.#relative(error.path);
      this.#add(resultCode(error.message), where, error.message, { seq });
    }
  }

  #json(ref: string, missing: FindingCode, damaged: FindingCode, path: string, seq: number): void {
    this.#guarded(path, seq, () => {
      const text = readIfThere(resolverOf(this.#runDir).resolve(ref, path));
      if (text === undefined) this.#add(missing, ref, `${ref} is missing, named by ${path}`, { seq });
      else if (parseJson(text) === undefined)
        this.#add(damaged, ref, `${ref} is cut off or no JSON`, { seq });
    });
  }

  #digest(ref: string, digest: string | undefined, path: string, seq: number): void {
    this.#guarded(path, seq, () => {
      const text = readIfThere(resolverOf(this.#runDir).resolve(ref, path));
      if (text === undefined)
        this.#add('RESULT_MISSING', ref, `${ref} is missing, named by ${path}`, { seq });
      else if (digest !== undefined && sha256(text) !== digest) {
        this.#add('RESULT_DIGEST', ref, `${ref} is not the one that ${path} recorded`, { seq });
      }
    });
  }

  #output(): void {
    const { terminal } = this.#state;
    if (terminal?.outputRef === undefined || refProblem(terminal.outputRef) !== undefined) return;
    const ref = terminal.outputRef;
    const text = readIfThere(join(this.#runDir, ref));
    if (text === undefined)
      this.#add('OUTPUT_MISSING', ref, `The output ${ref} is missing`, { seq: terminal.seq });
    else if (terminal.outputDigest !== undefined && sha256(text) !== terminal.outputDigest) {
      this.#add('OUTPUT_DIGEST', ref, `The output ${ref} is not the one that was recorded`, {
        seq: terminal.seq,
      });
    }
  }
}

function resultCode(message: string): FindingCode {
  if (message.includes('is not followed')) return 'REF_TAMPERED';
  if (message.includes('is missing')) return 'RESULT_MISSING';
  return message.includes('digest differs') ? 'RESULT_DIGEST' : 'RESULT_DAMAGED';
}
