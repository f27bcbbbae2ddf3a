export interface GroupCommitOptions<Item> {
  /** Items in a flush at most. */
  readonly maxItems: number;
  /** Flushes under way at a time. */
  readonly concurrency: 1 | 2;
  /** A flush never holds two items of one key. */
  readonly key?: (item: Item) => string;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Lets concurrent writers share a commit: what comes while a flush is under way goes into the next
 * one. An error of a flush rejects its items only.
 */
export class GroupCommit<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private underWay = 0;
  private planned = false;

  /** @param flush writes the items and answers with one result for each, in their order */
  constructor(
    private readonly flush: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly options: GroupCommitOptions<Item>,
  ) {}

  submit(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.plan();
    });
  }

  // At the end of the event loop's turn: all the writers that one answer woke go together.
  private plan(): void {
    if (this.planned || this.underWay === this.options.concurrency) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      void this.run(this.take());
    });
  }

  private take(): Waiting<Item, Result>[] {
    const { maxItems, key } = this.options;
    if (!key) return this.waiting.splice(0, maxItems);
    const taken = new Map<string, Waiting<Item, Result>>();
    this.waiting = this.waiting.filter((entry) => {
      const name = key(entry.item);
      if (taken.size === maxItems || taken.has(name)) return true;
      taken.set(name, entry);
      return false;
    });
    return [...taken.values()];
  }

  private async run(group: readonly Waiting<Item, Result>[]): Promise<void> {
    this.underWay += 1;
    if (this.waiting.length > 0) this.plan();
    try {
      const results = await this.flush(group.map(({ item }) => item));
      if (results.length !== group.length) throw new Error('a flush answers each of its items');
      results.forEach((result, index) => group[index]?.resolve(result));
    } catch (reason) {
      for (const { reject } of group) reject(reason);
    }
    this.underWay -= 1;
    if (this.waiting.length > 0) this.plan();
  }
}
