/** Tables for people: on the terminal, and in docs/performance.md between two markers. */
import { readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, platform, totalmem } from 'node:os';
import type { Group } from './cases.ts';
import { type Aim, NOISE, type Results } from './results.ts';

const BEGIN = '<!-- bench:begin (npm run bench -- --peers --write) -->';
const END = '<!-- bench:end -->';

const FILE_SYSTEMS: Record<number, string> = {
  61267: 'ext4',
  16914836: 'tmpfs, where a sync costs nothing: the figures of durable runs mean nothing',
  2035054128: 'overlayfs',
  2435016766: 'btrfs',
  1481003842: 'xfs',
};

/** The class of machine; nothing that names this one. */
export function machineOf(dir: string): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const files = FILE_SYSTEMS[statfsSync(dir).type] ?? 'an unknown file system';
  return `${availableParallelism()} CPUs, ${memory} GiB, ${platform()} ${arch()}, Node ${process.versions.node}, ${files}`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  return digits === 0 ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text;
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, i) => Math.max(title.length, 3, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** One row for each engine, one column for each N. */
function bySize(results: Results, group: Group, cell: (name: string, n: number) => string): string {
  const head = ['', ...results.sizes.map((n) => `N = ${number(n)}`)];
  const rows = results.names(group).map((name) => [name, ...results.sizes.map((n) => cell(name, n))]);
  return table(head, rows);
}

function perStep(results: Results, group: Group, scale: number): string {
  return bySize(results, group, (name, n) => {
    const value = results.perStep(group, name, n) / scale;
    if (!Number.isFinite(value)) return '–';
    const lowest = results.perStep(group, name, n, (values) => Math.min(...values)) / scale;
    return `${number(value)} (${number(lowest)})${results.isNoisy(group, name, n) ? ' ~' : ''}`;
  });
}

function startTable(results: Results): string {
  const rows = results.names('start').map((name) => {
    const noise = results.isNoisy('start', name, 0) ? ' ~' : '';
    const lowest = results.time('start', name, 0, (values) => Math.min(...values));
    return [
      name,
      `${number(results.time('start', name, 0))} (${number(lowest)})${noise}`,
      number(results.rss('start', name, 0)),
    ];
  });
  return table(['', 'ms', 'peak MiB'], rows);
}

function aimsTable(aims: Aim[]): string {
  const rows = aims.map((aim) => [
    `${aim.what}${aim.n === undefined ? '' : `, N = ${number(aim.n)}`}`,
    `${number(aim.value)} ${aim.unit}${aim.of === undefined ? '' : ` ${aim.of}`}`,
    Number.isNaN(aim.aim) ? '' : `≤ ${aim.aim}`,
    Number.isNaN(aim.aim) ? '' : aim.value <= aim.aim ? 'met' : 'missed',
  ]);
  return table(['', 'measured', 'aim', ''], rows);
}

function sections(results: Results): [title: string, text: string][] {
  const { sizes } = results;
  const samples = (group: Group): string => {
    const counts = [...new Set(sizes.map((n) => results.rounds(group, n)))];
    return `${counts.join(' or ')} samples`;
  };
  const memory = (group: Group): string =>
    bySize(results, group, (name, n) => number(results.rss(group, name, n)));
  const wall = (group: Group): string =>
    bySize(results, group, (name, n) => number(results.wall(group, name, n)));
  return [
    ['Aims', aimsTable(results.aims())],
    [
      `Replay in a fresh process, µs per step: median (lowest) of ${samples('replay')}`,
      perStep(results, 'replay', 1),
    ],
    ['Replay, the whole process from start to end, ms', wall('replay')],
    ['Replay, peak memory, MiB', memory('replay')],
    [`Durable run, ms per step: median (lowest) of ${samples('run')}`, perStep(results, 'run', 1000)],
    ['Durable run, the whole process from start to end, ms', wall('run')],
    ['Durable run, peak memory, MiB', memory('run')],
    [
      `Start-up until the first call of user code: median (lowest) of ${results.rounds('start', 0)} samples`,
      startTable(results),
    ],
  ];
}

const noiseNote = `~: other programs kept more than ${NOISE} CPUs busy meanwhile. –: not measured, or lost in the noise.`;

export function printed(results: Results, machine: string): string {
  const parts = sections(results).map(([title, text]) => `${title}\n${text}`);
  return [machine, ...parts, noiseNote].join('\n\n');
}

/** Replaces what stands between the markers; the words around it are written by hand. */
export function writeDocument(file: string, results: Results, machine: string): void {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${file} has no place for the tables (${BEGIN} … ${END})`);
  const parts = sections(results).map(([title, content]) => `### ${title}\n\n${content}`);
  const body = [`Machine: ${machine}.`, ...parts, noiseNote].join('\n\n');
  writeFileSync(file, `${text.slice(0, from)}${BEGIN}\n\n${body}\n\n${text.slice(to)}`);
}
