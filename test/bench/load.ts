import { Agent, request, type RequestOptions } from 'node:http';

const sockets = 32;

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Sends so many requests over 32 connections; how many a second. @throws unless all succeed */
export async function load(port: number, count: number, next: () => Sent): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  let left = count;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: sockets }, async () => {
      while (left > 0) {
        left -= 1;
        const { body, ...sent } = next();
        const status = await send({ agent, port, host: '127.0.0.1', ...sent }, body);
        if (status !== 200 && status !== 201) {
          throw new Error(`a request was answered with ${String(status)}`);
        }
      }
    }),
  );
  agent.destroy();
  return (count / (performance.now() - started)) * 1000;
}

/** The answer's status, once it is there in full. */
export function send(options: RequestOptions, body?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      response.resume();
      response.once('end', () => {
        resolve(response.statusCode);
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
