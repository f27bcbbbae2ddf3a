import { expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Dated } from './dated.requests.js';

const read = (occurredOn: unknown) => plainToInstance(Dated, { occurredOn });

it.each([
  ['2017-12-31', '2017-12-31'],
  ['2017-12-31T22:59:59Z', '2017-12-31'],
  ['2017-12-31T23:30:00Z', '2018-01-01'],
  ['2017-12-31T23:59:00+01:00', '2017-12-31'],
  ['2017-06-30T22:30Z', '2017-07-01'],
])('%s is %s in Copenhagen', (written, day) => {
  const dated = read(written);
  expect(validateSync(dated)).toEqual([]);
  expect(dated.occurredOn).toBe(day);
});

it.each(['2017-02-30', '2017-02-30T12:00:00Z', '2017-12-31T23:30:00', '2017-13-01', 'today', 2017])(
  '%p is refused',
  (written) => {
    expect(validateSync(read(written))).toHaveLength(1);
  },
);
