import { randomUUID } from 'node:crypto';
import { demoUser, type Role } from '@sikkerby/access';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { programmes } from '@sikkerby/programmes';
import { status } from '@sikkerby/projections';
import { openSystem } from '@sikkerby/system';
import { apiOn, listen } from '../../apps/api/start-api.js';
import { runProjector } from '../../apps/projector/projector.js';
import { sendRequest } from './send-request.js';
import { until } from './until.js';

/**
 * API and projector, as `npm start` runs them; what they log goes into `lines`.
 * @param settings that say which database, or which folder for one of its own
 */
export async function wholeHouse(settings: Readonly<Record<string, string>>, lines: string[] = []) {
  const configuration = readConfiguration({
    PORT: '0',
    REQUESTS_PER_MINUTE: '1000000',
    CPR_LOOK_UPS_PER_MINUTE: '1000000',
    ...settings,
  });
  const logger = createLogger(configuration, { write: (line) => lines.push(line) });
  const system = await openSystem(configuration, 'test');
  const stopping = new AbortController();
  const app = await apiOn(system, logger);
  const projector = runProjector(system, app, logger, stopping.signal);
  const { projections, store, projectorPool } = system;
  await until(
    'every read model has been built',
    async () => {
      const found = await status(projections, store, projectorPool);
      const missing = found.filter(({ generation }) => generation === undefined);
      return missing.length === 0 || missing.map(({ name }) => name);
    },
    60,
  );
  const api = await listen(app, configuration, logger);
  let stopped: Promise<void> | undefined;
  const tokens = new Map<Role, string>();
  async function token(role: Role): Promise<string> {
    const known = tokens.get(role) ?? (await system.demoIdentity().sign(demoUser(role)));
    tokens.set(role, known);
    return known;
  }

  return {
    system,
    address: api.address,
    token,
    async get(path: string, role: Role, headers: Record<string, string> = {}) {
      const authorization = `Bearer ${await token(role)}`;
      const answer = await sendRequest(api.address + path, {
        headers: { authorization, ...headers },
      });
      return { status: answer.status, text: await answer.text() };
    },
    async post(path: string, role: Role, body: unknown, headers: Record<string, string> = {}) {
      const answer = await sendRequest(api.address + path, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${await token(role)}`, 'content-type': 'application/json' },
          ...{ 'idempotency-key': randomUUID(), ...headers },
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text() };
    },
    /** Once, however often it is asked for. */
    stop: () => (stopped ??= stop()),
  };

  async function stop(): Promise<void> {
    await api.stop();
    stopping.abort();
    await projector;
    await system.close();
  }
}

export type WholeHouse = Awaited<ReturnType<typeof wholeHouse>>;

/** A rule of retention from the first event that the programme knows. */
function ruleOf(programme: string) {
  const deciders = programmes.find(({ name }) => name === programme)?.deciders ?? [];
  const [anchor] = deciders.flatMap(({ evolve }) => Object.keys(evolve));
  return { years: 5, anchor, authority: 'koebenhavns-stadsarkiv' };
}

/** Erases everybody of a programme, as two data protection officers do. */
export async function eraseEverybody(
  house: WholeHouse,
  programme = 'youth-concern',
): Promise<string[]> {
  const base = `/erasure/${programme}`;
  const { rows } = await house.system.appPool.query<{ subject: string }>(
    `SELECT DISTINCT subject FROM vault.texts WHERE programme = $1
      AND field = 'particulars' ORDER BY subject`,
    [programme],
  );
  const subjects = rows.map(({ subject }) => subject);
  const another = { ...demoUser('dpo'), user: 'probe.dpo' };
  const authorization = `Bearer ${await house.system.demoIdentity().sign(another)}`;
  await must(house.post(`${base}/retention-rule`, 'dpo', ruleOf(programme)));
  const ground = { ground: 'period-is-over' };
  await Promise.all(
    subjects.map(async (subject) => {
      await must(
        house.post(`${base}/persons/${subject}/request`, 'dpo', ground, { authorization }),
      );
      await must(house.post(`${base}/persons/${subject}/approve`, 'dpo', {}));
    }),
  );
  for (const subject of subjects) {
    await until(
      'the person is erased',
      async () => {
        const { text } = await house.get(`${base}/persons/${subject}`, 'dpo');
        return text.includes('finalised') || text;
      },
      60,
    );
  }
  return subjects;
}

async function must(answer: Promise<{ status: number; text: string }>): Promise<void> {
  const { status: code, text } = await answer;
  if (code >= 300) throw new Error(text);
}
