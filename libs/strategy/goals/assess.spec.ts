import { describe, expect, it } from '@jest/globals';
import { assess } from './assess.js';
import { definitionOf, definitions, definitionsFor, rules, type GoalCode } from './definitions.js';
import type { Evidence, KnownFigure } from './evidence.js';
import { surveyDistricts } from './series.js';

type Told = readonly [period: string, value: string, more?: Partial<KnownFigure>];

function figures(goal: GoalCode, ...told: readonly Told[]): KnownFigure[] {
  const { series, geography, source } = definitionOf(goal, 1);
  return told.map(([period, value, more]) => ({
    ...{ id: `${period} ${more?.geography ?? ''}${more?.district ?? ''}`, series, geography },
    ...{ period, value, precision: 'exact', source, ...more },
  }));
}
const districts = surveyDistricts.map((code) => ({ code, title: { da: code, en: code } }));

function stands(goal: GoalCode, year: number, told: readonly Told[], more: Partial<Evidence> = {}) {
  const evidence = { year, figures: figures(goal, ...told), judgements: [], districts, ...more };
  return assess(definitionOf(goal, 1), evidence);
}
const others = { geography: 'other-large-cities' } as const;
const unsafe = (district: string) =>
  ({ series: 'unsafe-in-neighbourhood', geography: 'survey-district', district }) as const;

describe('G1, at most 5 per cent and falling', () => {
  it.each<[string, number, readonly Told[]]>([
    [
      'met',
      2021,
      [
        ['2018', '8'],
        ['2019', '7'],
        ['2020', '6'],
        ['2021', '5'],
      ],
    ],
    [
      'met',
      2021,
      [
        ['2018', '8'],
        ['2019', '8'],
        ['2020', '6'],
        ['2021', '4.9'],
      ],
    ],
    [
      'partly-met',
      2021,
      [
        ['2018', '6'],
        ['2019', '7'],
        ['2020', '6'],
        ['2021', '5'],
      ],
    ],
    [
      'partly-met',
      2021,
      [
        ['2018', '8'],
        ['2019', '7'],
        ['2020', '6'],
        ['2021', '5.1'],
      ],
    ],
    ['partly-met', 2018, [['2018', '8']]],
    ['not-met', 2018, [['2018', '9']]],
    [
      'not-met',
      2019,
      [
        ['2018', '7'],
        ['2019', '8'],
      ],
    ],
    ['not-assessable', 2017, [['2017', '9']]],
    ['not-assessable', 2016, []],
    ['not-assessable', 2019, [['2019', '4']]],
    ['not-assessable', 2018, [['2018', '4', { precision: 'about' }]]],
  ])('%s in %d by %j', (status, year, told) => {
    expect(stands('G1', year, told).status).toBe(status);
  });

  it('says which observation it held against what, in Danish and English', () => {
    expect(
      stands('G1', 2019, [
        ['2018', '8.5'],
        ['2019', '5'],
      ]).trace,
    ).toEqual([
      {
        da: '2018: 8,5 procent mod 9 i 2017: et fald.',
        en: '2018: 8.5 per cent against 9 in 2017: a fall.',
        observations: ['2018 '],
      },
      {
        da: '2019: 5 procent mod 8,5 i 2018: et fald.',
        en: '2019: 5 per cent against 8.5 in 2018: a fall.',
        observations: ['2019 '],
      },
      {
        da: '2019: 5 er højst målet for 2021, 5 procent.',
        en: '2019: 5 is at most the target for 2021, 5 per cent.',
        observations: ['2019 '],
      },
    ]);
    const missing = stands('G1', 2019, [['2019', '4']]).trace;
    expect(missing.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^There is no observation for 2018/),
    ]);
  });
});

describe('G2, whose figures are of the year before', () => {
  it('goes by 2017 in 2018 and not by 2018', () => {
    const told: Told[] = [
      ['2016', '82.7'],
      ['2017', '80'],
      ['2018', '90'],
    ];
    expect(stands('G2', 2018, told).status).toBe('partly-met');
    expect(stands('G2', 2019, told).status).toBe('not-met');
    expect(stands('G2', 2017, told).status).toBe('not-assessable');
    expect(stands('G2', 2018, [['2017', '72.0']]).status).toBe('met');
  });
});

describe('G3 and G4, falling and closer to the other large cities', () => {
  it.each<[GoalCode, string, string, string]>([
    ['G3', 'met', '3.4', '2.25'],
    ['G3', 'partly-met', '3.4', '2.15'],
    ['G3', 'partly-met', '3.5', '2.26'],
    ['G3', 'not-met', '3.5', '2.25'],
    ['G4', 'met', '1.04', '0.97'],
    ['G4', 'partly-met', '1.04', '0.96'],
    ['G4', 'partly-met', '1.05', '0.98'],
    ['G4', 'not-met', '1.06', '0.97'],
  ])('%s is %s with %s against %s', (goal, status, ours, theirs) => {
    const told: Told[] = [
      ['2017', ours],
      ['2017', theirs, others],
    ];
    expect(stands(goal, 2017, told).status).toBe(status);
  });

  it('is not assessable without the figure of the others, nor in the year of the baseline', () => {
    expect(stands('G3', 2017, [['2017', '3']]).status).toBe('not-assessable');
    const printed: Told[] = [
      ['2016', '3.5'],
      ['2016', '2.25', others],
    ];
    expect(stands('G3', 2016, printed).status).toBe('not-assessable');
  });

  it('keeps two decimals apart in its trace', () => {
    const { trace } = stands('G4', 2017, [
      ['2017', '1.04'],
      ['2017', '0.96', others],
    ]);
    expect(trace.at(-1)?.en).toContain('0.08 percentage points (1.04 against 0.96), not smaller');
  });
});

describe('G5, fewer gang members and a positive judgement', () => {
  const judged = (judgement: 'positive' | 'unchanged') => ({
    judgements: [{ id: 'j', year: 2018, judgement }],
  });
  const fewer: Told[] = [
    ['2017-Q1', '290'],
    ['2017-Q4', '285'],
    ['2018-Q2', '300'],
    ['2018-Q4', '280'],
  ];

  it('goes by the last count of each year', () => {
    expect(stands('G5', 2018, fewer, judged('positive')).status).toBe('met');
    expect(stands('G5', 2018, fewer, judged('unchanged')).status).toBe('partly-met');
    const more: Told[] = [
      ['2017', '290'],
      ['2018', '291'],
    ];
    expect(stands('G5', 2018, more, judged('positive')).status).toBe('partly-met');
    expect(stands('G5', 2018, more, judged('unchanged')).status).toBe('not-met');
  });

  it('is not assessable without the judgement of that year', () => {
    const { status, trace } = stands('G5', 2018, fewer, {
      judgements: [{ id: 'j', year: 2017, judgement: 'positive' }],
    });
    expect(status).toBe('not-assessable');
    expect(trace.at(-1)?.en).toBe('Copenhagen Police have not judged the development in 2018.');
  });
});

describe('G6, districts with more than 10 per cent unsafe', () => {
  const each = (value: (at: number) => string): Told[] =>
    surveyDistricts.map((district, at) => ['2018', value(at), unsafe(district)]);

  it.each([
    ['met', () => '10'],
    ['met', () => '10.0'],
    ['partly-met', (at: number) => (at < 4 ? '10.1' : '10')],
    ['not-met', (at: number) => (at < 5 ? '11' : '3')],
  ])('is %s, strictly', (status, value) => {
    expect(stands('G6', 2018, each(value)).status).toBe(status);
  });

  it('names each such district, and needs the figure of all thirteen', () => {
    const { trace } = stands(
      'G6',
      2018,
      each((at) => (at === 2 ? '12.5' : '9')),
    );
    expect(trace.map(({ da }) => da)).toEqual([
      `${surveyDistricts[2] ?? ''}: 12,5 procent er mere end 10.`,
      '2018: 1 bydel med mere end 10 procent utrygge mod 5 i 2017; målet er 0.',
    ]);
    expect(stands('G6', 2018, each(() => '3').slice(1)).status).toBe('not-assessable');
  });

  it('takes the count as it was told where no district’s figure is known', () => {
    const { status, trace } = stands('G6', 2018, [['2018', '4']]);
    expect(status).toBe('partly-met');
    expect(trace.map(({ en }) => en)).toEqual([
      '2018: 4 districts with more than 10 per cent unsafe against 5 in 2017; the target is 0.',
    ]);
    expect(stands('G6', 2018, []).status).toBe('not-assessable');
    expect(stands('G6', 2017, [['2017', '5']]).status).toBe('not-assessable');
  });
});

describe('the definitions', () => {
  it('are six, each with a rule that is told', () => {
    expect(definitionsFor(2018).map(({ goal }) => goal)).toEqual([
      'G1',
      'G2',
      'G3',
      'G4',
      'G5',
      'G6',
    ]);
    expect(new Set(definitions.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
    expect(definitionsFor(2016)).toEqual([]);
    expect(() => definitionOf('G1', 99)).toThrow(RangeError);
  });
});
