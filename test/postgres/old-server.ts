import { createServer } from 'node:net';
import { once } from 'node:events';
import { portOf } from '../support/port-of.js';

const message = (type: string, ...parts: readonly (string | Buffer)[]) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const numbers = (...bytes: readonly number[]) => Buffer.from(bytes);

const ready = message('Z', 'I');
const welcome = Buffer.concat([message('R', numbers(0, 0, 0, 0)), ready]);
const column = Buffer.concat([
  Buffer.from('version\0'),
  numbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0),
]);
const answer = (version: string) =>
  Buffer.concat([
    message('T', numbers(0, 1), column),
    message('D', numbers(0, 1, 0, 0, 0, version.length), version),
    message('C', 'SHOW\0'),
    ready,
  ]);

/** Speaks just enough of PostgreSQL's protocol to say which version it is. */
export async function serverOfVersion(version: string) {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(welcome);
      socket.on('data', (request) => socket.write(request[0] === 0x51 ? answer(version) : ''));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = portOf(server);
  return {
    url: `postgresql://somebody:secret@127.0.0.1:${port}/sikkerby`,
    port,
    close: () => server.close(),
  };
}
