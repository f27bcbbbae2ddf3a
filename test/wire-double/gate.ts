/** Holds up whoever wants to pass while it is shut. */
export class Gate {
  private opening: Promise<void> | undefined;
  private release: () => void = () => undefined;

  shut(): void {
    this.opening ??= new Promise((resolve) => (this.release = resolve));
  }

  open(): void {
    this.release();
    this.opening = undefined;
  }

  async pass(): Promise<void> {
    while (this.opening) await this.opening;
  }
}
