/** Asks the person at the terminal about a breakpoint. Nothing but a clear answer decides. */
import { createInterface, type Interface } from 'node:readline';
import type { Effect } from '../executors/contract.ts';
import type { Actor, Json, JsonObject } from '../journal/events.ts';
import { choicesOf } from '../operations/breakpoint-shown.ts';
import { questionLines } from './question.ts';

export interface AskTerminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

type Said = { answer: Json; actor: Actor } | undefined;

interface Question {
  effect: Effect;
  resolve(said: Said): void;
}

const HELP = 'approve [text], reject <reason>, answer <text>, or later';

export class Person {
  readonly #terminal: AskTerminal;
  readonly #actor: () => Actor;
  readonly #waiting: Question[] = [];
  #current: Question | undefined;
  #reader: Interface | undefined;
  #closed = false;

  constructor(terminal: AskTerminal, actor: () => Actor) {
    this.#terminal = terminal;
    this.#actor = actor;
  }

  /** One question at a time; undefined: to be answered later. */
  readonly ask = (effect: Effect): Promise<Said> =>
    new Promise((resolve) => {
      if (this.#closed) return resolve(undefined);
      this.#waiting.push({ effect, resolve });
      this.#next();
    });

  /** A line of progress, put above the question that is open. */
  print(line: string): void {
    if (this.#reader === undefined) {
      this.#terminal.output.write(`${line}\n`);
      return;
    }
    this.#terminal.output.write(`\r\u001b[K${line}\n`);
    this.#reader.prompt(true);
  }

  /** It was answered elsewhere, or is no longer asked. */
  settled(effectId: string): void {
    if (this.#current?.effect.effectId === effectId) this.#answer(undefined);
    const at = this.#waiting.findIndex(({ effect }) => effect.effectId === effectId);
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.resolve(undefined);
  }

  close(): void {
    this.#closed = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(undefined);
    if (this.#current !== undefined) this.#answer(undefined);
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const question = this.#waiting.shift();
    if (question === undefined) return;
    this.#current = question;
    for (const line of askingLines(question.effect)) this.#terminal.output.write(`${line}\n`);
    const reader = createInterface({ ...this.#terminal, prompt: '> ', terminal: true });
    this.#reader = reader;
    reader.on('line', (line) => this.#heard(question, line));
    // In raw mode the terminal hands Ctrl-C to us instead of signalling.
    reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    reader.on('close', () => {
      if (this.#current === question) this.#answer(undefined);
    });
    reader.prompt();
  }

  #heard(question: Question, line: string): void {
    const heard = answerOf(line, choicesOf(question.effect.def));
    if (heard === 'later') {
      this.#answer(undefined);
      return;
    }
    if (typeof heard === 'string') {
      this.#terminal.output.write(`${heard}\n`);
      this.#reader?.prompt();
      return;
    }
    const actor = this.#actor();
    this.#answer({ answer: { ...heard, respondedBy: actor.login }, actor });
  }

  #answer(said: Said): void {
    const question = this.#current;
    const reader = this.#reader;
    this.#current = undefined;
    this.#reader = undefined;
    reader?.close();
    question?.resolve(said);
    if (!this.#closed) this.#next();
  }
}

function askingLines({ def, label }: Effect): string[] {
  const how = choicesOf(def).length === 0 ? HELP : 'approve <option>, reject <reason>, or later';
  return ['', ...questionLines(def, label), `  ${how}`];
}

/** The decision; `later`; or, as any other text, what is unclear about the line. */
export function answerOf(line: string, options: readonly string[]): JsonObject | string {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(line) ?? [];
  const said = rest === '' ? {} : { response: rest };
  switch (word.toLowerCase()) {
    case 'later':
      return 'later';
    case 'reject':
      return rest === '' ? 'Please give a reason: reject <reason>.' : { approved: false, feedback: rest };
    case 'answer':
      if (rest === '') return 'Please give the text: answer <text>.';
      return options.length === 0 ? { approved: true, response: rest } : chosen(rest, options);
    case 'approve':
      return options.length === 0 ? { approved: true, ...said } : chosen(rest, options);
    default:
      return `Please answer with ${HELP}.`;
  }
}

/** The first word, or the whole text, must be one of the options or its number. */
function chosen(text: string, options: readonly string[]): JsonObject | string {
  const [first = ''] = text.split(/\s/);
  const option =
    options.find((each) => each === text) ??
    options.find((each) => each === first) ??
    options[Number(first) - 1];
  if (option === undefined) return `Please choose one of: ${options.join(', ')}.`;
  const response = text === option ? '' : text.slice(first.length).trim();
  return { approved: true, option, ...(response === '' ? {} : { response }) };
}
