import { readFileSync } from 'node:fs';
import { ConfigurationError } from '@sikkerby/configuration';

/** Where the servers are and how to speak to them. */
export interface Address {
  readonly hosts: readonly { readonly address: string; readonly port: number }[];
  /** Without it nothing is encrypted, and credentials are not sent. */
  readonly tls: boolean;
  readonly credentials: { readonly username: string; readonly password: string } | undefined;
  readonly rootCertificate: Buffer | undefined;
  readonly userCertFile: Buffer | undefined;
  readonly userKeyFile: Buffer | undefined;
}

const form = /^esdb:\/\/(?:([^:@/]+):([^@/]+)@)?([a-z0-9.:,-]+)\/?(?:\?(.*))?$/i;
const options = ['tls', 'tlsCAFile', 'userCertFile', 'userKeyFile'] as const;

/**
 * Reads `esdb://user:password@host:2113,host:2113?tls=true&tlsCAFile=ca.pem`. Not left to the client,
 * which shows the whole text, password and all, in warnings and errors.
 * @throws ConfigurationError that repeats nothing of it but the names of options
 */
export function addressOf(url: string): Address {
  const [, username, password, hosts = '', query] = form.exec(url) ?? [];
  if (!hosts) {
    throw new ConfigurationError(
      'EVENTSTOREDB_URL must be of the form esdb://user:password@host:2113,host:2113?tls=true',
    );
  }
  const given = new URLSearchParams(query);
  for (const name of given.keys()) {
    if (options.some((known) => known === name)) continue;
    throw new ConfigurationError(`EVENTSTOREDB_URL has only the options ${options.join(', ')}`);
  }
  return {
    hosts: hosts.split(',').map(hostOf),
    tls: given.get('tls') !== 'false',
    credentials:
      username && password
        ? { username: decodeURIComponent(username), password: decodeURIComponent(password) }
        : undefined,
    rootCertificate: fileOf(given, 'tlsCAFile'),
    userCertFile: fileOf(given, 'userCertFile'),
    userKeyFile: fileOf(given, 'userKeyFile'),
  };
}

function hostOf(text: string): { address: string; port: number } {
  const [address = '', port = '2113', ...rest] = text.split(':');
  if (!address || !/^\d{1,5}$/.test(port) || rest.length > 0) {
    throw new ConfigurationError('EVENTSTOREDB_URL must name its servers as host:port,host:port');
  }
  return { address, port: Number(port) };
}

function fileOf(given: URLSearchParams, option: (typeof options)[number]): Buffer | undefined {
  const file = given.get(option);
  if (file === null) return undefined;
  try {
    return readFileSync(file);
  } catch {
    throw new ConfigurationError(`EVENTSTOREDB_URL names a file as ${option} that cannot be read`);
  }
}
