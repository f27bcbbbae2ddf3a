/** How far a rebuild is. */
export interface Progress {
  readonly phase: 'waiting' | 'reading' | 'writing' | 'catching up' | 'switched' | 'done';
  /** Events folded so far. */
  readonly done: number;
  /** Events in the log; fewer are read where others' are among them. */
  readonly total: number;
  /** Events a second since the reading began. */
  readonly rate: number;
  /** Seconds until everything is read at that rate; undefined while there is no rate yet. */
  readonly secondsLeft: number | undefined;
}

/** Counts events and tells of them. */
export class Meter {
  total = 0;
  done = 0;
  private readonly started = performance.now();

  constructor(private readonly tell: (progress: Progress) => void) {}

  get seconds(): number {
    return (performance.now() - this.started) / 1000;
  }

  at(phase: Progress['phase'], events = 0): void {
    this.done += events;
    const { done, total } = this;
    const rate = done === 0 ? 0 : Math.round(done / this.seconds);
    const secondsLeft = rate === 0 ? undefined : Math.ceil(Math.max(0, total - done) / rate);
    this.tell({ phase, done, total, rate, secondsLeft });
  }
}
