/** What tokens were found to say, each until it expires; the oldest make room for new ones. */
export class TokenCache<Value> {
  private readonly entries = new Map<string, { value: Value; expires: number }>();

  constructor(private readonly size: number) {}

  get(token: string, now: number): Value | undefined {
    const entry = this.entries.get(token);
    if (entry === undefined || now < entry.expires) return entry?.value;
    this.entries.delete(token);
    return undefined;
  }

  /** @param expires in milliseconds since 1970 */
  set(token: string, value: Value, expires: number): void {
    const oldest = this.entries.keys().next();
    if (this.entries.size >= this.size && !oldest.done) this.entries.delete(oldest.value);
    this.entries.set(token, { value, expires });
  }
}
