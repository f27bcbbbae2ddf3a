import { randomUUID } from 'node:crypto';
import type { Identity } from '@sikkerby/access';
import { readConfiguration } from '@sikkerby/configuration';
import type { NewEvent } from '@sikkerby/event-store';
import { intakeParts, takeIn } from '@sikkerby/intake';
import { addDays, day } from '@sikkerby/kernel';
import { readCpr } from '@sikkerby/people';
import { programmes } from '@sikkerby/programmes';
import { type UnitDefinition } from '@sikkerby/case-kit/edge';
import { centreCodes, centres } from '@sikkerby/reference';
import { openContainer, openSystem, type System } from '@sikkerby/system';
import { compare, rate, type Figure } from './measure.js';
import { emptyDatabase, settingsOn } from './programs.js';

const rows = 20_000;
const persons = 500;
const promised = 2000;
const identity: Identity = {
  ...{ user: 'demo.centre', role: 'centre-worker', organisation: 'city' },
  ...{ districts: Object.values(centres).map(({ district }) => district), glass: [] },
};

/**
 * Lists of 20,000 visits, one a year, that are taken in: 500 persons by their CPR numbers, in the order
 * of the days, as a centre keeps it. Against the promised rate, and against the same events that are
 * appended to the same streams without any rule, as many at a time.
 */
export async function intakeBench(url: string): Promise<Figure[]> {
  const database = await emptyDatabase(url, 'bench_intake');
  const system = await openSystem(readConfiguration(settingsOn(database)), 'bench');
  const container = await openContainer(system);
  try {
    let year = 2019;
    const ours = async () => {
      const file = visitsOf((year += 1));
      const started = performance.now();
      const { entered } = await takeIn(intakeParts(container, system.appPool), {
        unit: registers(),
        file,
        identity,
      });
      if (entered !== rows) throw new Error('every row is entered');
      return (rows / (performance.now() - started)) * 1000;
    };
    const bare = await compare('intake of visits / the same events appended', {
      ours,
      baseline: () => appended(system, year),
    });
    const ratio = bare.ours / promised;
    return [
      bare,
      {
        name: 'intake of visits / 2,000 a second',
        ...{ ours: bare.ours, baseline: promised },
        ratio,
        target: 1,
      },
    ];
  } finally {
    await system.close();
  }
}

function registers(): UnitDefinition {
  const units = programmes.flatMap((programme) => programme.units ?? []);
  const unit = units.find(({ decider }) => decider.category === 'centre_18_plus_register');
  if (!unit) throw new Error('there are no registers of visits');
  return unit;
}

/** As Danish Excel writes it. Each comes every nine days or so. */
function visitsOf(year: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, row) => {
    const person = row % persons;
    const on = addDays(day(`${String(year)}-01-01`), Math.floor((row * 365) / rows));
    const centre = centreCodes[person % centreCodes.length] ?? '';
    return `${cprOf(person)};Prøve Opdigtet-${String(person)};female;${centre};ja;${on}`;
  });
  const head = 'cpr;name;gender;centre;resident;occurredOn';
  return Buffer.from([head, ...lines].join('\r\n'), 'latin1');
}

/** Of nobody: a number that fails modulus 11, and no birthday on 1 January. */
function cprOf(person: number): string {
  const [year = '', month = '', dayOfMonth = ''] = addDays(day('2000-02-01'), person % 300).split(
    '-',
  );
  const serials = [4000, 4001, 4002, 4003].slice(Math.floor(person / 300) * 2);
  const numbers = serials.map((serial) => dayOfMonth + month + year.slice(2) + String(serial));
  return numbers.find((number) => readCpr(number)?.passesModulus11 === false) ?? '';
}

/** What the log gets by such a list. */
async function appended({ store }: System, year: number): Promise<number> {
  const streams = Array.from({ length: persons }, () => `centre_18_plus_register-${randomUUID()}`);
  const subjects = streams.map(() => randomUUID());
  const lengths = streams.map(() => 0);
  let row = 0;
  return rate(rows, 128, async () => {
    const person = (row += 1) % persons;
    const length = lengths[person] ?? 0;
    lengths[person] = length + 1;
    const event = visit(subjects[person] ?? '', addDays(day(`${String(year)}-01-01`), length));
    await store.append(streams[person] ?? '', length === 0 ? 'none' : length - 1, [event]);
  });
}

function visit(subject: string, occurredOn: ReturnType<typeof day>): NewEvent {
  const { user, role, organisation } = identity;
  return {
    ...{ id: randomUUID(), type: 'centre-18-plus.visit-recorded.v1', occurredOn },
    ...{ actor: { user, role, organisation }, correlationId: randomUUID() },
    data: { subject, centre: centreCodes[0], gender: 'female', age: 20, resident: true },
  };
}
