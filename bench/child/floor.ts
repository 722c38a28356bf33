/**
 * What is possible on this machine with one NDJSON file and two events for each step.
 *
 * `ndjson`  the file is read and parsed, nothing else
 * `ideal`   and the hash chain is verified, and an async function is run again against it, each call compared
 * `append`  a line for each step, each durable (fdatasync) before the next
 */
import { hash } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { parameters, report } from './report.ts';

interface Parameters {
  mode: 'write' | 'ndjson' | 'ideal' | 'append';
  file: string;
  n: number;
}

interface Line {
  seq: number;
  type: 'requested' | 'resolved';
  step: number;
  key?: string;
  args?: string;
  value?: { i: number; ok: boolean; note: string };
  chain: string;
}

const { mode, file, n } = parameters<Parameters>();
const note = 'The step has done what it was asked to do, and this is its note.';
const sha256 = (text: string): string => hash('sha256', text, 'base64url');
const argsDigest = (i: number): string => sha256(JSON.stringify({ i }));

/** A line's digest covers the line without it, and the digest before. */
function chained(before: string, line: Omit<Line, 'chain'>): { text: string; chain: string } {
  const body = JSON.stringify(line);
  const chain = sha256(before + body);
  return { text: `${body.slice(0, -1)},"chain":"${chain}"}\n`, chain };
}

function* journal(): Generator<string> {
  let chain = '';
  for (let i = 0; i < n; i++) {
    const lines: Omit<Line, 'chain'>[] = [
      { seq: 2 * i, type: 'requested', step: i, key: `step ${i}`, args: argsDigest(i) },
      { seq: 2 * i + 1, type: 'resolved', step: i, value: { i, ok: true, note } },
    ];
    for (const line of lines) {
      const made = chained(chain, line);
      chain = made.chain;
      yield made.text;
    }
  }
}

function* lines(): Generator<string> {
  const text = readFileSync(file, 'utf8');
  for (let from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from)) {
    yield text.slice(from, to);
  }
}

async function ideal(): Promise<void> {
  const requested: Line[] = [];
  const resolved = new Map<number, Line['value']>();
  let chain = '';
  for (const text of lines()) {
    const line = JSON.parse(text) as Line;
    chain = sha256(`${chain}${text.slice(0, text.lastIndexOf(',"chain":"'))}}`);
    if (chain !== line.chain) throw new Error(`line ${line.seq} is damaged`);
    if (line.type === 'requested') requested.push(line);
    else resolved.set(line.step, line.value);
  }
  let asked = 0;
  const task = (key: string, i: number): Promise<Line['value']> => {
    const known = requested[asked++];
    if (known?.key !== key || known.args !== argsDigest(i)) throw new Error(`the code asks for ${key}`);
    return Promise.resolve(resolved.get(known.step));
  };
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (await task(`step ${i}`, i))?.i ?? 0;
  if (sum !== (n * (n - 1)) / 2) throw new Error('the replay went wrong');
}

function append(): void {
  const fd = openSync(file, 'w');
  let text = '';
  for (const line of journal()) {
    text += line;
    if (!line.includes('"resolved"')) continue;
    writeSync(fd, text);
    fdatasyncSync(fd);
    text = '';
  }
  closeSync(fd);
  rmSync(file);
}

const before = performance.now();
if (mode === 'write') writeFileSync(file, [...journal()].join(''));
else if (mode === 'ndjson') for (const text of lines()) JSON.parse(text);
else if (mode === 'ideal') await ideal();
else append();
report(performance.now() - before);
