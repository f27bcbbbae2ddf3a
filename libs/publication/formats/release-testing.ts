import type { PublishedCell, PublishedRelease, PublishedTable } from './published-release.js';

/** What the tests know of a cell and no file may: its value, and why it is hidden. */
export interface Secret {
  readonly value: number;
  readonly hidden?: 'sensitive' | 'complementary';
}

export const secrets: readonly Secret[] = [
  ...[{ value: 1131 }, { value: 100 }, { value: 1031 }],
  ...[{ value: 20 }, { value: 4, hidden: 'sensitive' }, { value: 16, hidden: 'complementary' }],
  ...[{ value: 1111 }, { value: 96, hidden: 'complementary' }],
  ...([{ value: 1015, hidden: 'complementary' }, { value: 0 }, { value: 0 }] as const),
  { value: 0 },
] as const;

const codes = (by: string, ...words: readonly [string, string, string][]) =>
  [['total', 'I alt', 'In all'], ...words].map(([code = by, da = by, en = by]) => ({
    code,
    title: { da, en },
  }));

export const twoWay = (known = secrets): PublishedTable => {
  const district = codes(
    'district',
    ['amager-oest', 'Ama\u0308ger; "Øst"', 'Amager, "East"'],
    ['valby', '=Valby', '-Valby'],
    ['vanloese', 'Va\u030anløse', 'Vanløse'],
  );
  const ageBand = codes('ageBand', ['13-17', '13-17 år', '13-17 years'], ['18', '18 år', '18']);
  return {
    id: 'leisure-job.persons.by-district-and-age',
    title: { da: 'Personer i fritidsjob, "alle"', en: 'Persons in leisure jobs; all' },
    ...{ measure: 'leisure-job.persons', version: 2, year: 2018 },
    unit: { da: 'person', en: 'person' },
    dimensions: [
      { by: 'district', title: { da: 'Bydel', en: 'District' }, codes: district },
      { by: 'ageBand', title: { da: 'Alder', en: 'Age' }, codes: ageBand },
    ],
    cells: district
      .flatMap((row) => ageBand.map((column) => [row.code, column.code]))
      .map((of, place) => published(of, known[place])),
    footnotes: [{ da: 'Alder ved handlingen; ikke i dag.', en: 'Age at the act, not today.' }],
  };
};

function published(of: readonly string[], secret: Secret = { value: 0 }): PublishedCell {
  return { codes: of, value: secret.hidden ? null : secret.value };
}

export const onlyTotal: PublishedTable = {
  id: 'infohus.persons-given-intervention.total',
  title: { da: 'Personer med indsats', en: 'Persons given an intervention' },
  ...{ measure: 'infohus.persons-given-intervention', version: 1, year: 2018 },
  unit: { da: 'person', en: 'person' },
  dimensions: [],
  cells: [{ codes: [], value: 14 }],
  footnotes: [],
};

export const releaseOf = (...tables: PublishedTable[]): PublishedRelease => ({
  ...{ number: 3, year: 2018, releasedOn: '2019-04-01', statement: 2, tables },
});
