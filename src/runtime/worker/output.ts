/** What the process prints: not again what a replay prints, and all of it before its worker goes. */

const STREAMS = [process.stdout, process.stderr] as const;

export class Output {
  /** `muted`: what is printed now was printed before. */
  constructor(muted: () => boolean) {
    for (const stream of STREAMS) {
      const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
      stream.write = ((...args: unknown[]): boolean => {
        if (!muted()) return write(...args);
        const done = args.at(-1);
        if (typeof done === 'function') process.nextTick(done as () => void);
        return true;
      }) as typeof stream.write;
    }
  }

  /** Something has not reached the driver yet; a terminated worker would lose it. */
  get pending(): boolean {
    return STREAMS.some((stream) => stream.writableLength > 0);
  }

  async flush(): Promise<void> {
    for (const stream of STREAMS) {
      if (stream.writableLength > 0) await new Promise<void>((resolve) => stream.write('', () => resolve()));
    }
  }
}
