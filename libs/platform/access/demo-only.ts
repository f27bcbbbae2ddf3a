import { isIP } from 'node:net';
import { ConfigurationError } from '@sikkerby/configuration';

/**
 * The demo identity hands out tokens of any role: it runs on this machine only, and never in
 * production. @throws ConfigurationError
 */
export function assertDemoOnly(nodeEnv: string | undefined, host: string): void {
  if (nodeEnv === 'production') {
    throw new ConfigurationError('NODE_ENV: the demo identity does not run in production');
  }
  if (!isLoopback(host)) {
    throw new ConfigurationError(
      'HOST: the demo identity listens on a loopback address only, such as 127.0.0.1',
    );
  }
}

/** Whether the host is this machine as it calls itself: `127.0.0.1`, `::1` or `localhost`. */
export function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === 'localhost' || host === '::1';
}
