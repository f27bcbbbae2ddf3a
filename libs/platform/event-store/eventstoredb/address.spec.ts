import { expect, test } from '@jest/globals';
import { ConfigurationError } from '@sikkerby/configuration';
import { addressOf } from './address.js';

test('servers, credentials and options are read', () => {
  expect(addressOf('esdb://user:p%40ss@one:2113,two?tls=false')).toMatchObject({
    hosts: [
      { address: 'one', port: 2113 },
      { address: 'two', port: 2113 },
    ],
    tls: false,
    credentials: { username: 'user', password: 'p@ss' },
  });
  expect(addressOf('esdb://one:2114')).toMatchObject({ tls: true, credentials: undefined });
});

test.each([
  'esdb+discover://user:hemmelig@one',
  'esdb://user:hemmelig@one:port',
  'esdb://user:hemmelig@one:1:2',
  'esdb://user:hemmelig@one?tlsVerifyCert=false',
  'esdb://user:hemmelig@one?tlsCAFile=/no/such/hemmelig.pem',
  'esdb://user:hemmelig@',
])('%s is refused, and nothing of it is repeated', (url) => {
  const complaint = () => addressOf(url);
  expect(complaint).toThrow(ConfigurationError);
  expect(complaint).not.toThrow(/hemmelig/);
});
