import { beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import type { Words } from '@sikkerby/statistics';
import { filesOf, listed } from '../formats/files-of.js';
import { onlyTotal, releaseOf, twoWay } from '../formats/release-testing.js';
import type { PublishedTable } from '../formats/published-release.js';
import { PublicationController } from '../publication.controller.js';
import type { Release } from './release.js';
import { digestOf, Releases } from './releases.js';

let told = 0;

/** Every file in words tells the footnotes once. */
class Footnotes extends Array<Words> {
  override [Symbol.iterator]() {
    told += 1;
    return super[Symbol.iterator]();
  }
}

const counted = (table: PublishedTable) => ({ ...table, footnotes: new Footnotes() });
const tables = [counted(twoWay()), counted(onlyTotal)];
const published = filesOf(releaseOf(...tables));
const reply = { type: () => reply as never };
let release: Release;
let controller: PublicationController;

beforeEach(() => {
  release = {
    number: 3,
    year: 2018,
    statement: 2,
    status: 'released',
    untrue: [],
    preparedBy: 'analyst',
    preparedOn: day('2019-03-01'),
    releasedOn: day('2019-04-01'),
    certificate: {
      solver: 's',
      threshold: 5,
      modelSha256: 'm',
      cells: 3,
      hidden: 1,
      attacked: 1,
    },
    tables: tables.map(({ cells, ...table }) => ({ ...table, values: cells.map((c) => c.value) })),
    filesSha256: digestOf(published.map(listed)),
  };
  const state = () => Promise.resolve({ state: { releases: [release] }, revision: 1 });
  const decisions = { state } as never;
  const nobody = {} as never;
  controller = new PublicationController(new Releases(nobody, nobody, nobody, decisions, nobody));
});

const file = async (name: string) => String(await controller.file(3, name, reply));

describe('a release that is out', () => {
  it('hands out the bytes that were published, by their names', async () => {
    const { files } = await controller.release(3);
    expect(files.map(({ name }) => name)).toEqual(published.map(({ name }) => name));
    for (const { name, text } of published) expect(await file(name)).toBe(text);
    await expect(file('no-such.2018.da.csv')).rejects.toThrow();
  });

  it('renders one file for who asks for one, once it was seen that all are the same', async () => {
    const { files } = await controller.release(3);
    told = 0;
    for (const { name } of files.filter(({ name }) => name.endsWith('da.csv'))) await file(name);
    expect(told).toBe(tables.length);
    told = 0;
    await controller.release(3);
    expect(told).toBe(0);
  });

  it('hands out nothing that was not published', async () => {
    const first = published[0]?.name ?? '';
    const right = release.tables;
    const wrong = right.map((table, at) =>
      at === 0 ? { ...table, values: table.values.map(() => 7) } : table,
    );
    release = { ...release, tables: wrong };
    await expect(file(first)).rejects.toThrow('not what was published');
    release = { ...release, tables: right };
    expect(await file(first)).toBe(published[0]?.text);
    release = { ...release, tables: wrong };
    await expect(file(first)).rejects.toThrow('not what was published');
  });
});
