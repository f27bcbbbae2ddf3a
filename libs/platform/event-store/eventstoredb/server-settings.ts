import { request as plainRequest } from 'node:http';
import { request as encryptedRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Address } from './address.js';

interface Setting {
  readonly name: string;
  readonly value: unknown;
}

/**
 * How many bytes of events a server takes in an append, by its own settings, which it tells only to
 * those who may see them; undefined where it does not.
 * @param milliseconds that it has for an answer
 */
export async function largestAppend(
  address: Address,
  milliseconds: number,
): Promise<number | undefined> {
  try {
    const settings = await read(address, AbortSignal.timeout(milliseconds));
    const limits = settings
      .filter(({ name }) => name === 'MaxAppendSize' || name === 'MaxAppendEventSize')
      .map(({ value }) => Number(value))
      .filter(Number.isFinite);
    return limits.length > 0 ? Math.min(...limits) : undefined;
  } catch {
    return undefined;
  }
}

/** Of the first server that answers. */
async function read({ hosts, ...how }: Address, signal: AbortSignal): Promise<Setting[]> {
  const answer = await Promise.any(hosts.map((host) => readFrom(host, how, signal)));
  return JSON.parse(answer) as Setting[];
}

function readFrom(
  { address, port }: Address['hosts'][number],
  { tls, credentials, rootCertificate, userCertFile, userKeyFile }: Omit<Address, 'hosts'>,
  signal: AbortSignal,
): Promise<string> {
  const { username, password } = credentials ?? {};
  const isKnown = tls && credentials !== undefined;
  const options = {
    host: address,
    port,
    path: '/info/options',
    signal,
    ...(isKnown && { auth: `${String(username)}:${String(password)}` }),
    ...(rootCertificate && { ca: rootCertificate }),
    ...(userCertFile && { cert: userCertFile }),
    ...(userKeyFile && { key: userKeyFile }),
  };
  return new Promise((resolve, reject) => {
    const request = (tls ? encryptedRequest : plainRequest)(options, (response) => {
      if (response.statusCode === 200) text(response).then(resolve, reject);
      else request.destroy(new Error('not told'));
    });
    request.on('error', reject).end();
  });
}
