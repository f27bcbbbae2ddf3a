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

  The demo's users, with a button for a token of each: ${address}/dev
  Docs, with a button to try each request:             ${address}/docs

  A token of an SSP caseworker, for 15 minutes:

TOKEN=${caseworker}

  A first request to paste after it, which opens a case about a made-up young person:

curl -si ${address}/youth-concern/cases -H "Authorization: Bearer $TOKEN" \\
  -H "Idempotency-Key: $(node -p 'crypto.randomUUID()')" -H 'Content-Type: application/json' \\
  -d '${JSON.stringify({ subject, ...firstCase })}'

  When the token has expired (401), a fresh one:

TOKEN=$(curl -s ${address}/dev/token -H 'Content-Type: application/json' \\
  -d '{"role":"ssp-caseworker"}' | node -p 'JSON.parse(require("fs").readFileSync(0)).token')

Stop with Ctrl+C.
`;
}
