import 'reflect-metadata';
import { once } from 'node:events';
import { runProgram } from '@sikkerby/configuration';
import { demoPerson } from './demo-person.js';
import { startStandalone, type Standalone } from './standalone.js';

const firstCase = {
  district: 'noerrebro',
  level: 2,
  track: 'ssp',
  concernTypes: ['worrying-behaviour'],
  ownerTeam: 'ssp-noerrebro',
  description: 'Opdigtet beskrivelse.',
  occurredOn: '2018-03-01',
};

await runProgram(async (stopped) => {
  // What people should read first must not drown in lines for machines.
  const house = await startStandalone({ LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' });
  process.stdout.write(await whereToClick(house));
  if (!stopped.aborted) await once(stopped, 'abort');
  await house.stop();
});

async function whereToClick({ address, token }: Standalone): Promise<string> {
  const caseworker = await token('ssp-caseworker');
  const subject = await demoPerson(address, caseworker);
  return `
Sikker By is ready.

  Docs, with a button to try each request: ${address}/docs
  Demo token of an SSP caseworker, for 12 hours (others: npm run -s sikkerby -- token --help):

TOKEN=${caseworker}

  A first request to paste after it, which opens a case about a made-up young person:

curl -si ${address}/youth-concern/cases -H "Authorization: Bearer $TOKEN" \\
  -H "Idempotency-Key: $(node -p 'crypto.randomUUID()')" -H 'Content-Type: application/json' \\
  -d '${JSON.stringify({ subject, ...firstCase })}'

Stop with Ctrl+C.
`;
}
