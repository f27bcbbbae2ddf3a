import { Agent, request, type RequestOptions } from 'node:http';

const sockets = 32;

/** Sends so many POSTs over 32 connections; how many a second. @throws unless all succeed */
export async function load(
  port: number,
  path: string,
  count: number,
  next: () => { readonly headers: Record<string, string>; readonly body: string },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  let left = count;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: sockets }, async () => {
      while (left > 0) {
        left -= 1;
        const { headers, body } = next();
        await post({ agent, port, path, host: '127.0.0.1', method: 'POST', headers }, body);
      }
    }),
  );
  agent.destroy();
  return (count / (performance.now() - started)) * 1000;
}

function post(options: RequestOptions, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 201) resolve();
        else reject(new Error(`a POST was answered with ${String(response.statusCode)}`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
