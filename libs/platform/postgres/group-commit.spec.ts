import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { GroupCommit, type GroupCommitOptions } from './group-commit.js';

/** Flushes that end when told so; the result of an item is the item. */
function controlled(options: Partial<GroupCommitOptions<string>> = {}) {
  const flushes: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  const group = new GroupCommit<string, string>(
    (items) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error) => {
          if (error) reject(error);
          else resolve(items);
        };
        flushes.push({ items, end });
      }),
    { maxItems: 100, concurrency: 1, ...options },
  );
  const submit = (...items: string[]) =>
    Promise.allSettled(items.map((item) => group.submit(item)));
  const groups = async () => {
    await turn();
    return flushes.map(({ items }) => items.join(''));
  };
  const end = (flush: number, error?: Error) => flushes[flush]?.end(error);
  return { submit, groups, end };
}

describe('group commit', () => {
  test('what comes together goes together; what comes meanwhile goes into the next', async () => {
    const { submit, groups, end } = controlled();
    const first = submit('a', 'b');
    expect(await groups()).toEqual(['ab']);
    const second = submit('c');
    const third = submit('d');
    expect(await groups()).toEqual(['ab']);
    end(0);
    await first;
    expect(await groups()).toEqual(['ab', 'cd']);
    end(1);
    const results = [...(await first), ...(await second), ...(await third)];
    expect(results).toEqual(['a', 'b', 'c', 'd'].map((value) => ({ status: 'fulfilled', value })));
  });

  test('writers that one answer woke share the next flush', async () => {
    const { submit, groups, end } = controlled();
    const writers = ['a', 'b', 'c'].map(async (name) => {
      await submit(name);
      return submit(name.toUpperCase());
    });
    expect(await groups()).toEqual(['abc']);
    end(0);
    await turn();
    expect(await groups()).toEqual(['abc', 'ABC']);
    end(1);
    await Promise.all(writers);
  });

  test('a flush holds so many items at most, and no two of one key', async () => {
    const { submit, groups, end } = controlled({ maxItems: 3, key: (item) => item.toLowerCase() });
    const all = submit('a', 'A', 'b', 'c', 'd', 'B');
    for (let flush = 0; flush < 2; flush += 1) {
      await groups();
      end(flush);
      await turn();
    }
    expect(await groups()).toEqual(['abc', 'AdB']);
    await all;
  });

  test('so many flushes are under way at a time', async () => {
    const { submit, groups, end } = controlled({ maxItems: 1, concurrency: 2 });
    const all = submit('a', 'b', 'c');
    await groups();
    expect(await groups()).toEqual(['a', 'b']);
    end(1);
    await turn();
    expect(await groups()).toEqual(['a', 'b', 'c']);
    end(0);
    end(2);
    await all;
  });

  test('an error rejects the items of its flush only', async () => {
    const { submit, groups, end } = controlled({ maxItems: 2 });
    const all = submit('a', 'b', 'c');
    await groups();
    const reason = new Error('lost');
    end(0, reason);
    await turn();
    await groups();
    end(1);
    expect(await all).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
      { status: 'fulfilled', value: 'c' },
    ]);
  });
});
