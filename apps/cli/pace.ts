/** How far a piece of work is, how fast it goes and how long it still takes, phase by phase. */
export class Pace {
  private phase = '';
  private began = 0;

  /** @param done events of the phase, of so many in all */
  line(phase: string, done: number, total: number): string {
    const now = performance.now();
    if (phase !== this.phase) [this.phase, this.began] = [phase, now];
    const rate = Math.round(done / ((now - this.began) / 1000));
    const soFar = `${phase}: ${done} of ${total} events`;
    if (!Number.isFinite(rate) || rate === 0) return soFar;
    return `${soFar}, ${rate} a second, ${Math.ceil(Math.max(0, total - done) / rate)} s left`;
  }
}
