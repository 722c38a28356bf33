/** What a measured process says of itself, on its last line of output. */
export interface Measured {
  /** What the case measures, milliseconds. */
  ms: number;
  /** Peak resident set of the whole process, MiB. */
  rssMb: number;
  /** CPU time that the process itself used, milliseconds. */
  cpuMs: number;
}

/** The case's only argument. */
export function parameters<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

export function report(ms: number): void {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const measured: Measured = { ms, rssMb: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 };
  process.stdout.write(`\n${JSON.stringify(measured)}\n`);
}
