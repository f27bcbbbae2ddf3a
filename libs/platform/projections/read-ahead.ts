/** The same items, each asked for while the one before it is being worked on. */
export async function* readAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  const ask = () => {
    const asked = iterator.next();
    // Whoever awaits it hears of the failure; until then it is nobody's.
    asked.catch(() => undefined);
    return asked;
  };
  try {
    for (let asked = ask(); ;) {
      const answer = await asked;
      if (answer.done === true) return;
      asked = ask();
      yield answer.value;
    }
  } finally {
    await iterator.return?.();
  }
}
