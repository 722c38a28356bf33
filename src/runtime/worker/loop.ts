/**
 * When is the process quiet (protocol P2)? The worker's port is unref'd while the process works, so its event loop
 * drains exactly when nothing but pending effects is left, whatever the process awaited; `beforeExit` says so.
 * While a step runs, or a handle stays open, a full turn of the loop without a request has to do.
 */
export interface LoopClient {
  /** `turn`: the process needed a turn of the loop since the last hand-over. */
  quiet(turn: boolean, drained: boolean): 'moved' | 'working' | 'idle' | 'over';
  /** Changes with every request of the process. */
  requestCount(): number;
  stepsRunning(): number;
  /** The replay still misses a request: an open handle gets longer before that is a divergence (P6). */
  incomplete(): boolean;
  warn(message: string): void;
}

interface Port {
  ref(): void;
  unref(): void;
}

/** As it is before a process can put another in its place. */
const { performance } = globalThis;
const drainTicks = (process as { _tickCallback?: () => void })._tickCallback;

/** Node gives loop metrics since 22; without them every hand-over counts as one that needed a turn. */
function metrics(): { loopCount: number; events: number } | undefined {
  const timing = performance.nodeTiming as unknown as {
    uvMetricsInfo?: { loopCount: number; events: number };
  };
  return drainTicks === undefined ? undefined : timing.uvMetricsInfo;
}

const timersOpen = (): boolean =>
  process.getActiveResourcesInfo().some((name) => name === 'Timeout' || name === 'Immediate');

export class Loop {
  private readonly port: Port;
  private readonly client: LoopClient;
  private readonly handleGraceMs: number;
  private readonly replayGraceMs: number;
  /** Metrics right after the last hand-over; undefined: count a turn. */
  private mark: { loopCount: number; events: number } | undefined;
  /** Fixed at the first quiet after a hand-over: what comes later is the outside's doing. */
  private turn: boolean | undefined;
  private warned = false;
  /** A handle has been open for longer than the grace: from then on a turn of the loop is enough. */
  private handleOpen = false;
  private watcher: NodeJS.Timeout | undefined;
  /** The watcher was set while a step ran: it looks at once. */
  private forStep = false;
  /** Counts hand-overs: a look that began before one says nothing about what came of it. */
  private moves = 0;
  private seen = -1;
  private seenSince = 0;

  constructor(port: Port, client: LoopClient, limits: { handleGraceMs: number; replayGraceMs: number }) {
    this.port = port;
    this.client = client;
    this.handleGraceMs = limits.handleGraceMs;
    this.replayGraceMs = limits.replayGraceMs;
    process.on('beforeExit', () => this.drained());
  }

  /** Runs microtasks and ticks until none is left. */
  static drain(): void {
    drainTicks?.call(process);
  }

  /** Something was handed over (or the process was started): measure from here. */
  moved(): void {
    this.moves += 1;
    this.stopWatching();
    const timers = timersOpen();
    setImmediate(() => {}); // one turn, so that the loop drains again
    this.mark = timers ? undefined : metrics();
    this.turn = undefined;
    this.watch();
  }

  /** The outside sent something: the loop may drain again. */
  woken(): void {
    this.port.unref();
    if (this.client.stepsRunning() > 0) this.stopWatching(); // look at once, not after the grace
    this.watch();
  }

  private drained(): void {
    this.handleOpen = false;
    this.turn ??= this.neededTurn();
    this.act(this.turn, true);
  }

  private act(turn: boolean, drained: boolean): void {
    const outcome = this.client.quiet(turn, drained);
    if (outcome === 'moved') this.moved();
    else if (outcome === 'working') this.watch();
    else if (outcome === 'idle') {
      this.stopWatching();
      this.port.ref();
    } else this.stopWatching();
  }

  private neededTurn(): boolean {
    const before = this.mark;
    const now = metrics();
    if (before === undefined || now === undefined) return true;
    return now.loopCount - before.loopCount > 1 || now.events !== before.events;
  }

  private stopWatching(): void {
    clearTimeout(this.watcher);
    this.watcher = undefined;
  }

  /** For processes that keep the loop alive: an unref'd timer fires only while something else does. */
  private watch(): void {
    if (this.watcher !== undefined) return;
    const step = this.client.stepsRunning() > 0;
    this.forStep = step;
    this.seen = this.client.requestCount();
    this.seenSince = performance.now();
    this.watcher = setTimeout(() => this.look(), step || this.handleOpen ? 0 : this.handleGraceMs).unref();
  }

  private look(): void {
    this.watcher = undefined;
    const { moves } = this;
    const requests = this.client.requestCount();
    const step = this.client.stepsRunning() > 0;
    // The step has ended meanwhile: what is open beside it has its grace.
    if (this.forStep && !step && !this.handleOpen) {
      this.watch();
      return;
    }
    const longEnough = !this.client.incomplete() || performance.now() - this.seenSince >= this.replayGraceMs;
    setImmediate(() => {
      setImmediate(() => {
        if (moves !== this.moves) return undefined;
        if (requests !== this.client.requestCount() || requests !== this.seen) return this.watch();
        if (!longEnough) {
          this.watcher = setTimeout(() => this.look(), this.handleGraceMs).unref();
          return undefined;
        }
        if (!step) this.handleOpen = true;
        if (!step && !this.warned) {
          this.warned = true;
          const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
          this.client.warn(
            `the process keeps something open (${open}); settlements are handed over all the same. ` +
              'Put work of its own into ctx.run, and close what is not needed.',
          );
        }
        return this.act(true, false);
      }).unref();
    }).unref();
  }
}
