import { ConnectionBreak } from './connection-break.js';

/** A readable stream of objects; the client's types are not quite Node's. */
export interface Source<Item> {
  on(event: 'readable' | 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  read(): Item | null;
  off(event: 'readable', listener: () => void): unknown;
  resume(): unknown;
}

/** How long to wait for what comes. */
export interface Patience {
  /** How many milliseconds nothing may come; for ever without it. */
  readonly milliseconds?: number;
  /** Ends the reading. */
  readonly signal?: AbortSignal;
}

const most = 1000;

/**
 * What a stream brings, as much at a time as has come, and no more until that was handled.
 * @param end ends the call to the server; not left out however the reading ends
 * @throws what the stream fails with, and ConnectionBreak when the patience is over
 */
export async function* reading<Item>(
  source: Source<Item>,
  end: () => void,
  { milliseconds = 2 ** 31 - 1, signal }: Patience,
): AsyncGenerator<Item[]> {
  const state: { isAtEnd: boolean; failure?: Error } = { isAtEnd: false };
  let wake: () => void = () => undefined;
  const woken = () => wake();
  source.on('readable', woken);
  source.on('end', () => {
    state.isAtEnd = true;
    wake();
  });
  // Never taken off: an error that nobody listens to ends the process.
  source.on('error', (error) => {
    state.failure = error;
    wake();
  });
  signal?.addEventListener('abort', woken);
  try {
    while (!signal?.aborted) {
      const items = take(source);
      if (items.length > 0) yield items;
      else if (state.failure) throw state.failure;
      else if (state.isAtEnd) return;
      else {
        const something = new Promise<void>((resolve) => (wake = resolve));
        const timer = setTimeout(() => {
          state.failure = new ConnectionBreak('no answer in time');
          wake();
        }, milliseconds);
        await something;
        clearTimeout(timer);
      }
    }
  } finally {
    signal?.removeEventListener('abort', woken);
    if (!state.isAtEnd) end();
    // What is left has to flow away: the client keeps, and waits for, a call that nobody reads out.
    source.off('readable', woken);
    source.resume();
  }
}

function take<Item>(source: Source<Item>): Item[] {
  const items: Item[] = [];
  while (items.length < most) {
    const item = source.read();
    if (item === null) break;
    items.push(item);
  }
  return items;
}
