import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Identity } from '@sikkerby/access';
import { intakeParts, takeBack, takeIn, type IntakeQuestion } from '@sikkerby/intake';
import { addDays, day } from '@sikkerby/kernel';
import { programmes } from '@sikkerby/programmes';
import { openOffice, type Office } from '../read-log/office.js';

const manager: Identity = {
  ...{ user: 'probe.lifts', role: 'safety-lift-manager', organisation: 'city' },
  ...{ districts: [], glass: [] },
};
const officer: Identity = { ...manager, user: 'probe.control', role: 'benefit-control-officer' };
const units = programmes.flatMap((programme) => programme.units ?? []);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

function unit(programme: string) {
  const found = units.find(({ decider }) => decider.programme === programme);
  if (!found) throw new Error(`there is no ${programme}`);
  return found;
}

/** As Danish Excel writes it: semicolons, CRLF, ISO-8859-1 unless it is said otherwise. */
function csv(lines: readonly string[], encoding: BufferEncoding = 'latin1'): Uint8Array {
  return Buffer.from(`${lines.join('\r\n')}\r\n`, encoding);
}

function take(file: Uint8Array, how: Partial<IntakeQuestion> = {}) {
  const asked = { unit: unit('safety-lift'), identity: manager, ...how };
  return takeIn(intakeParts(office.app, office.system.appPool), { ...asked, file });
}

async function proposed(place: RegExp): Promise<unknown[]> {
  const log = await office.log();
  return log.filter(
    ({ type, data }) =>
      type === 'safety-lift.lift-proposed.v1' && place.test((data as { place: string }).place),
  );
}

const head = 'kind;place;district;occurredOn';

describe('a list that is taken in', () => {
  it('gives an event for each row, which names the intake, and nothing when it comes again', async () => {
    const file = csv([head, 'lift;plads-1;valby;2017-03-01', 'lift;plads-2;valby;2017-03-02']);
    const result = await take(file);
    expect(result).toMatchObject({ rows: 2, entered: 2, errors: [] });
    expect(await proposed(/^plads/)).toMatchObject([
      { correlationId: result.intake, occurredOn: expect.stringMatching(/^2017-03-0/) },
      { correlationId: result.intake },
    ]);
    const { position } = await office.system.store.head();
    expect(await take(file)).toEqual(result);
    expect((await office.system.store.head()).position).toBe(position);
  });

  it('goes on after an interruption, and enters nothing twice', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, at) => `lift;afbrudt-${String(at)};valby;2017-03-01`,
    );
    const file = csv([head, ...rows]);
    const onProgress = (done: number) => {
      if (done === 100) throw new Error('killed');
    };
    await expect(take(file, { onProgress })).rejects.toThrow('killed');
    expect(await take(file)).toMatchObject({ entered: 300, errors: [] });
    expect(await proposed(/^afbrudt/)).toHaveLength(300);
  });

  it('says by line and column what is wrong, never the value, and enters the rest', async () => {
    const file = csv([
      head,
      'lift;god-1;valby;2017-03-01',
      'løft;god-2;valby;2017-03-01',
      'lift;god-3;hemmelig;2017-02-30',
      'lift;god-4;valby;2999-01-01',
    ]);
    const { entered, errors } = await take(file);
    expect(entered).toBe(1);
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'kind'],
      [4, 'district'],
      [4, 'occurredOn'],
      [5, undefined],
    ]);
    expect(errors.at(-1)?.detail).toBe('nothing-is-recorded-before-it-happens');
    expect(JSON.stringify(errors)).not.toMatch(/løft|hemmelig|2017-02-30|2999/);
    expect(await proposed(/^god/)).toHaveLength(1);
  });

  it('does not repeat what stands in the place of a head line', async () => {
    const file = csv(['170502-4123;Anna Opdigtet', '180502-4123;Per Opdigtet']);
    const { errors } = await take(file);
    expect(errors.filter(({ detail }) => detail.includes('head line'))).toHaveLength(2);
    expect(JSON.stringify(errors)).not.toMatch(/Opdigtet|4123/);
  });

  it('writes nothing on a dry run, nor all-or-nothing while a row is wrong', async () => {
    const file = csv([head, 'lift;intet-1;valby;2017-03-01', 'lift;intet-2;;2017-03-01'], 'utf8');
    const { position } = await office.system.store.head();
    const dry = await take(file, { dryRun: true });
    expect(dry).toMatchObject({ entered: 0, errors: [{ line: 3, column: 'district' }] });
    expect(await take(file, { allOrNothing: true })).toEqual(dry);
    expect((await office.system.store.head()).position).toBe(position);
  });

  it('reads UTF-8 with a mark and commas, and JSON', async () => {
    const withMark = Buffer.from(
      '\uFEFFkind,place,district,occurredOn\nlift,mark-1,valby,2017-03-01\n',
    );
    expect(await take(withMark)).toMatchObject({ entered: 1, errors: [] });
    const row = { kind: 'lift', place: 'mark-2', district: 'valby', occurredOn: '2017-03-01' };
    expect(await take(Buffer.from(JSON.stringify([row])))).toMatchObject({ entered: 1 });
    expect(await proposed(/^mark/)).toHaveLength(2);
  });

  it('is refused when it is no list, and for a role that may not', async () => {
    await expect(take(Buffer.from('[1, 2'))).rejects.toThrow('JSON');
    await expect(take(csv(['a;b', '1']))).rejects.toThrow('line 2');
    await expect(take(csv([head]), { identity: officer })).rejects.toThrow();
  });

  it('is taken back by voiding what it began, once', async () => {
    const file = csv([head, 'lift;tilbage-1;valby;2017-03-01', 'lift;tilbage-2;valby;2017-03-02']);
    const { intake } = await take(file);
    const back = () =>
      takeBack(intakeParts(office.app, office.system.appPool), units, intake, manager);
    expect(await back()).toBe(2);
    expect(await back()).toBe(0);
    const log = await office.log();
    const voided = log.filter(
      ({ type, correlationId }) =>
        type === 'safety-lift.lift-voided.v1' && correlationId === intake,
    );
    expect(voided).toHaveLength(2);
    await expect(take(file)).rejects.toThrow('a-file-that-was-taken-back-is-not-taken-in-again');
  });
});

describe('a list about persons', () => {
  const columns = 'cpr;name;birthDate;gender;district;nominatedBy;legalBasis;grounds;occurredOn';
  const row = (cpr: string, name: string, birthDate = '', on = '2017-03-01') =>
    `${cpr};${name};${birthDate};male;valby;police;retssikkerhedsloven-11;Opdigtet;${on}`;
  const about = { unit: unit('financial-review'), identity: officer };

  it('finds and registers them by the rules of the register, and the events hold no CPR number', async () => {
    const cpr = '170502-4123';
    const file = csv([
      columns,
      row(cpr, 'Prøve Opdigtet-1'),
      row(cpr, 'Prøve Opdigtet-1', '', '2017-04-01'),
    ]);
    expect(await take(file, about)).toMatchObject({ entered: 2, errors: [] });
    const log = await office.log();
    const nominated = log.filter(({ type }) => type === 'financial-review.review-nominated.v1');
    expect(new Set(nominated.map(({ data }) => (data as { subject: string }).subject)).size).toBe(
      1,
    );
    expect(JSON.stringify(log)).not.toMatch(/170502|Opdigtet/);

    const again = csv([
      columns,
      row('', 'Prøve Opdigtet-1', '2002-05-17'),
      row('999999-9999', 'X'),
    ]);
    const { errors } = await take(again, about);
    expect(errors).toEqual([
      { line: 2, detail: 'a-person-of-the-same-name-and-birth-date-is-looked-at-first' },
      { line: 3, detail: 'a-cpr-number-is-one-that-can-be' },
    ]);
  });

  it('goes into one register in the order of the file, and refuses the rows that are wrong alone', async () => {
    const visit = (on: string, centre = 'centre-noerrebro') =>
      `190501-4129;Besøg Opdigtet;male;${centre};ja;${on}`;
    const days = Array.from({ length: 150 }, (_, at) => addDays(day('2019-01-02'), at));
    const file = csv([
      'cpr;name;gender;centre;resident;occurredOn',
      ...days.map((on) => visit(on)),
      visit('2019-01-02'),
      visit('2999-01-01'),
      visit('2019-01-03', 'centre-amager'),
      visit('2019-12-24'),
    ]);
    const worker: Identity = { ...manager, role: 'centre-worker', districts: ['noerrebro'] };
    const visits = { unit: unit('centre-18-plus'), identity: worker };
    const dry = await take(file, { ...visits, dryRun: true });
    const { entered, errors } = await take(file, visits);
    expect({ entered, errors }).toEqual({
      entered: 152,
      errors: [
        { line: 153, detail: 'nothing-is-recorded-before-it-happens' },
        { line: 154, detail: 'not-your-unit' },
      ],
    });
    expect(dry.errors).toEqual(errors);
    const log = await office.log();
    const recorded = log.filter(({ type }) => type === 'centre-18-plus.visit-recorded.v1');
    expect(recorded.map(({ occurredOn }) => occurredOn)).toEqual([...days, '2019-12-24']);
    expect(new Set(recorded.map(({ stream }) => stream)).size).toBe(1);
    expect(await take(file, visits)).toMatchObject({ entered: 152, errors });
    expect(await office.log()).toHaveLength(log.length);
  });
});
