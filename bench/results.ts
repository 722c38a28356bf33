/** The samples, and the figures and ratios that are made of them. */
import { APPEND, type Case, type Group, IDEAL, LONGHAUL, OPENWORKFLOW, START } from './cases.ts';
import { median, type Sample } from './measure.ts';

interface Taken {
  value: number;
  sample: Sample;
}

export interface Aim {
  what: string;
  n: number | undefined;
  value: number;
  unit: string;
  /** At most so much. */
  aim: number;
  /** Where the figure is a ratio: to what. */
  of?: string;
}

/** Others kept more than this share of one CPU busy: the figure is not to be trusted. */
export const NOISE = 0.2;

export class Results {
  readonly sizes: readonly number[];
  /** What bench/check.ts took; undefined: not measured. */
  check: { runs: number; seconds: number } | undefined;
  private readonly taken = new Map<string, Taken[]>();
  private readonly order: { group: Group; name: string }[] = [];

  constructor(sizes: readonly number[]) {
    this.sizes = sizes;
  }

  add({ group, name }: Case, n: number, taken: Taken): void {
    const key = `${group}\n${name}\n${n}`;
    const all = this.taken.get(key);
    if (all !== undefined) return void all.push(taken);
    this.taken.set(key, [taken]);
    if (!this.order.some((row) => row.group === group && row.name === name)) this.order.push({ group, name });
  }

  names(group: Group): string[] {
    return this.order.filter((row) => row.group === group).map((row) => row.name);
  }

  private samples(group: Group, name: string, n: number): Taken[] {
    return this.taken.get(`${group}\n${name}\n${n}`) ?? [];
  }

  rounds(group: Group, n: number): number {
    return Math.max(0, ...this.names(group).map((name) => this.samples(group, name, n).length));
  }

  /** The measured time, milliseconds; NaN where it was not measured. */
  time(group: Group, name: string, n: number, of: (values: number[]) => number = median): number {
    const all = this.samples(group, name, n);
    return all.length === 0 ? Number.NaN : of(all.map((taken) => taken.value));
  }

  /** Microseconds for each step, without what a run of no steps costs too; NaN when that is lost in the noise. */
  perStep(group: Group, name: string, n: number, of: (values: number[]) => number = median): number {
    const all = this.time(group, name, n, of) - this.time(group, name, 0, of);
    return all > 0 ? (all * 1000) / n : Number.NaN;
  }

  wall(group: Group, name: string, n: number): number {
    return median(this.samples(group, name, n).map((taken) => taken.sample.wallMs));
  }

  /** Peak resident set, MiB: the highest of all samples. */
  rss(group: Group, name: string, n: number): number {
    const all = this.samples(group, name, n).map((taken) => taken.sample.rssMb);
    return all.length === 0 ? Number.NaN : Math.max(...all);
  }

  isNoisy(group: Group, name: string, n: number): boolean {
    return median(this.samples(group, name, n).map((taken) => taken.sample.foreign)) > NOISE;
  }

  /** Every number that this project promises, as measured now. */
  aims(): Aim[] {
    const largest = Math.max(...this.sizes);
    // A hundred steps take less time than a start varies.
    const large = this.sizes.filter((n) => n >= 1000);
    const aims: Aim[] = [];
    for (const n of large) {
      const ours = this.perStep('replay', LONGHAUL.steps, n);
      const under = (name: string): number => ours / this.perStep('replay', name, n);
      aims.push({ what: 'replay', n, value: ours, unit: 'µs per step', aim: 15 });
      aims.push({ what: 'replay', n, value: under(IDEAL), unit: '×', aim: 2, of: IDEAL });
      aims.push({ what: 'replay', n, value: under(OPENWORKFLOW), unit: '×', aim: 1, of: OPENWORKFLOW });
    }
    for (const [label, name] of [
      ['run of steps', LONGHAUL.steps],
      ['run of tasks', LONGHAUL.tasks],
    ] as const) {
      for (const n of large) {
        const ours = this.perStep('run', name, n);
        const under = (other: string): number => ours / this.perStep('run', other, n);
        aims.push({ what: label, n, value: ours / 1000, unit: 'ms per step', aim: 0.8 });
        aims.push({ what: label, n, value: under(OPENWORKFLOW), unit: '×', aim: 1, of: OPENWORKFLOW });
        aims.push({ what: label, n, value: under(APPEND), unit: '×', aim: Number.NaN, of: APPEND });
      }
    }
    const growth = (group: Group, name: string): number =>
      this.perStep(group, name, largest) / this.perStep(group, name, 1000);
    const of = 'at N = 1000';
    if (largest > 1000) {
      // Flat: what a step costs more in the longest run than in one of 1,000 is within the noise of a measurement.
      aims.push({
        what: 'replay',
        n: largest,
        value: growth('replay', LONGHAUL.steps),
        unit: '×',
        aim: 1.25,
        of,
      });
      aims.push({
        what: 'run of steps',
        n: largest,
        value: growth('run', LONGHAUL.steps),
        unit: '×',
        aim: 1.25,
        of,
      });
      aims.push({
        what: 'run of tasks',
        n: largest,
        value: growth('run', LONGHAUL.tasks),
        unit: '×',
        aim: 1.25,
        of,
      });
    }
    for (const [label, group, name] of [
      ['peak memory of a replay', 'replay', LONGHAUL.steps],
      ['peak memory of a run of steps', 'run', LONGHAUL.steps],
      ['peak memory of a run of tasks', 'run', LONGHAUL.tasks],
    ] as const) {
      aims.push({ what: label, n: largest, value: this.rss(group, name, largest), unit: 'MiB', aim: 150 });
    }
    const start = this.time('start', START.resume, 0) - this.time('start', START.bare, 0);
    aims.push({
      what: 'start-up of a resume, over bare Node',
      n: undefined,
      value: start,
      unit: 'ms',
      aim: 35,
    });
    aims.push({
      what: 'the Action, with nothing to do',
      n: undefined,
      value: this.time('start', START.action, 0),
      unit: 'ms',
      aim: 100,
    });
    if (this.check !== undefined) {
      const { runs: n, seconds: value } = this.check;
      aims.push({ what: 'check of open runs', n, value, unit: 's', aim: 60 });
    }
    return aims.filter((aim) => Number.isFinite(aim.value));
  }
}
