import { describe, expect, it } from '@jest/globals';
import { countCasts, noCastGoesByUnknown } from './casts.js';
import * as rules from './import-rules.js';
import { pureFilesImportPureFiles, pureFilesKnowNoSurroundings } from './pure-files.js';
import { houseSources, type Rule } from './sources.js';

const longest = 300;

const filesAreShort: Rule = (sources) =>
  [...sources]
    .map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path} has ${lines} lines`);

/** A file that breaks a rule: its path, its text, and how the rule tells. */
type Planted = readonly [path: string, text: string, finding: string];

const decider = 'libs/programmes/exit-programme/exit-programme.ts';

const house: readonly [string, Rule, readonly Planted[]][] = [
  [
    'the kernel imports nothing',
    rules.kernelImportsNothing,
    [
      ['libs/platform/kernel/day.ts', `import 'luxon';`, 'imports luxon'],
      ['libs/platform/kernel/a.ts', `export * from 'node:fs';`, 'imports node:fs'],
    ],
  ],
  [
    'a programme imports no other programme',
    rules.programmesStayApart,
    [
      [decider, `import { x } from '../youth-concern/x.js';`, 'imports libs/programmes/youth-conc'],
      [
        decider,
        `import type { X } from '../infohus/x.js';`,
        'imports libs/programmes/infohus/x.js',
      ],
    ],
  ],
  [
    'one folder of the event store knows the client of EventStoreDB',
    rules.oneFolderKnowsTheClient,
    [
      ['libs/audit/replay.ts', `await import('@eventstore/db-client');`, 'imports @eventstore'],
      [
        'libs/platform/event-store/eventstoredb/read.ts',
        `import type { Position } from '@eventstore/db-client';`,
        'imports @eventstore',
      ],
    ],
  ],
  [
    'a lib is entered by its index only',
    rules.libsAreEnteredByTheFrontDoor,
    [
      [
        'libs/platform/http/a.ts',
        `import { d } from '@sikkerby/kernel/day.js';`,
        'imports @sikkerby/kernel/',
      ],
      [
        'libs/platform/http/a.ts',
        `import { d } from '../kernel/index.js';`,
        'imports libs/platform/kernel/index.js',
      ],
      [
        'apps/api/a.ts',
        `import { d } from '../../libs/platform/http/d.js';`,
        'imports libs/platform/http/d.js',
      ],
      [
        'libs/platform/http/a.ts',
        `import { d } from '../../../apps/api/d.js';`,
        'imports apps/api/d.js',
      ],
      [
        'libs/platform/http/a.ts',
        `import { d } from '../../../test/support/d.js';`,
        'imports test/support/d',
      ],
      ['libs/platform/http/a.ts', `import { d } from '@sikkerby/http';`, 'imports @sikkerby/http'],
    ],
  ],
  [
    'deciders, facts, measures and disclosure control import pure files only',
    pureFilesImportPureFiles,
    [
      [decider, `import { Injectable } from '@nestjs/common';`, 'imports @nestjs/common'],
      ['libs/programmes/a/a.facts.ts', `import fs from 'node:fs';`, 'imports node:fs'],
      ['libs/programmes/a/a.measures.ts', `import pg from 'pg';`, 'imports pg'],
      ['libs/case-kit/facts/unit-facts.ts', `import pg from 'pg';`, 'imports pg'],
      ['libs/statistics/facts/fact.ts', `import pg from 'pg';`, 'imports pg'],
      [decider, `import { valueOn } from '@sikkerby/statistics';`, 'imports @sikkerby/statistics'],
      ['libs/publication/disclosure/attack.ts', `import 'typeorm';`, 'imports typeorm'],
      ['libs/publication/disclosure/attack.ts', `import loadHighs from 'highs';`, 'imports highs'],
      [
        'libs/publication/disclosure/highs-instances.ts',
        `import 'node:http';`,
        'imports node:http',
      ],
      [decider, `import { Case } from './case-list.view.js';`, 'imports libs/programmes/exit-pro'],
      ['libs/people/pair.ts', `import 'pg';\nreturn {\n  evolve: {},\n  acts,\n};`, 'imports pg'],
    ],
  ],
  [
    'deciders, facts, measures and disclosure control know no clock, chance or surroundings',
    pureFilesKnowNoSurroundings,
    [
      [decider, 'export const now = Date.now();', 'uses Date.now()'],
      [decider, 'export const now = new Date();', 'uses new Date()'],
      [decider, 'export const dice = Math.random();', 'uses Math.random()'],
      [decider, 'export const id = crypto.randomUUID();', 'uses crypto'],
      ['libs/publication/disclosure/attack.ts', 'const { env } = process;', 'uses process'],
      ['libs/programmes/a/a.facts.ts', 'const { env } = globalThis.process;', 'uses globalThis'],
    ],
  ],
  [
    'no import runs upward',
    rules.noImportRunsUpward,
    [
      [
        'libs/platform/http/a.ts',
        `import type { x } from '@sikkerby/people';`,
        'imports @sikkerby/people',
      ],
      ['libs/people/a.ts', `export { x } from '@sikkerby/erasure';`, 'imports @sikkerby/erasure'],
      ['libs/new/a.ts', `import { x } from '@sikkerby/kernel';`, 'imports @sikkerby/kernel'],
    ],
  ],
  [
    'the kernel and the pure part of the kit load no package',
    rules.pureDoorsLoadNoPackage,
    [
      ['libs/case-kit/index.ts', `export * from 'pg';`, 'imports pg'],
      ['libs/platform/kernel/index.ts', `import '@nestjs/common';`, 'imports @nestjs/common'],
    ],
  ],
  [
    'one place appends',
    rules.onePlaceAppends,
    [
      ['libs/oversight/a.ts', `await this.store.append(stream, 'none', events);`, 'appends'],
      ['libs/oversight/a.ts', 'await log\n  ?.append(stream);', 'appends'],
      ['libs/oversight/a.ts', 'const { append } = this.store;', 'appends'],
      ['libs/oversight/a.ts', 'sql(`SELECT * FROM event_store.append($1)`);', 'appends'],
    ],
  ],
  [
    'nothing lies loose beside the programmes',
    rules.nothingLooseBesideProgrammes,
    [['libs/programmes/unit.ts', '', 'lies beside the programmes']],
  ],
  [
    'no cast goes by way of unknown',
    noCastGoesByUnknown,
    [
      ['libs/people/a.ts', 'const b = a as unknown as string;', 'casts by way of unknown'],
      ['test/a.spec.ts', 'const b = (a as unknown) as string;', 'casts by way of unknown'],
    ],
  ],
  [
    'files have at most 300 lines',
    filesAreShort,
    [['apps/api/long.ts', '\n'.repeat(longest + 1), 'has 301 lines']],
  ],
];

describe.each(house)('%s', (_, rule, planted) => {
  it.each(planted)('and a breach in %s is named', (path, text, finding) => {
    expect(rule(new Map([[path, text]]))).toEqual([expect.stringContaining(`${path} ${finding}`)]);
  });

  it('in this house', () => {
    expect(rule(houseSources())).toEqual([]);
  });
});

describe('a file that a decider uses', () => {
  it('must be pure too, under whatever name', () => {
    const planted = new Map([
      [decider, `import { help } from './help.js';`],
      ['libs/programmes/exit-programme/help.ts', `import { more } from './more.js';`],
      ['libs/programmes/exit-programme/more.ts', `import 'pg'; export const now = Date.now();`],
    ]);
    const more = 'libs/programmes/exit-programme/more.ts';
    expect(pureFilesImportPureFiles(planted)).toEqual([`${more} imports pg`]);
    expect(pureFilesKnowNoSurroundings(planted)).toEqual([`${more} uses Date.now()`]);
  });
});

describe('folders are small', () => {
  it('and one that is not is named', () => {
    const planted = Array.from({ length: 26 }, (_, at) => [`libs/a/${String(at)}.ts`, ''] as const);
    expect(rules.foldersAreSmall(new Map(planted))).toEqual(['libs/a has 26 files']);
    expect(rules.foldersAreSmall(new Map(planted.slice(1)))).toEqual([]);
  });

  it('in this house', () => {
    expect(rules.foldersAreSmall(houseSources())).toEqual([]);
  });
});

/** How many casts there may be. This number may only go down: whoever takes some away lowers it. */
const mostCasts = 218;

describe('casts are few', () => {
  it.each([
    ['const b = a as string;', 1],
    ['const b = f(a as string) as number;', 2],
    ['const b = a as const;', 0],
    ['// a as string', 0],
    [`const b = 'a as string';`, 0],
    [`import { a as b } from './a.js';`, 0],
  ])('and counted: %s', (text, count) => {
    expect(countCasts(new Map([['libs/people/a.ts', text]]))).toBe(count);
  });

  it('in this house', () => {
    expect(countCasts(houseSources())).toBeLessThanOrEqual(mostCasts);
  });
});

describe('two files of one name mean one thing', () => {
  it('and another one is named', () => {
    const planted = [
      ['libs/people/ledger.ts', ''],
      ['libs/publication/ledger.ts', ''],
      ['libs/people/index.ts', ''],
      ['libs/publication/index.ts', ''],
      ['test/people/ledger.ts', ''],
    ] as const;
    expect(rules.namesAreUnique(new Map(planted))).toEqual([
      'libs/publication/ledger.ts is named like libs/people/ledger.ts',
    ]);
  });

  it('in this house', () => {
    expect(rules.namesAreUnique(houseSources())).toEqual([]);
  });
});

describe('what the rules allow', () => {
  it('is facts that read their own files, the kernel, reference data and what facts are', () => {
    const allowed = new Map([
      [
        'libs/programmes/a/a.facts.ts',
        `import { act } from '@sikkerby/kernel'; import { districts } from '@sikkerby/reference';
         import { factsProjection } from '@sikkerby/statistics/facts'; import { b } from './b.js';
         export const born = (d: string, c: { process: string }) => [new Date(d), c.process];`,
      ],
      ['libs/programmes/programmes.ts', `import { a } from './a/a.programme.js';`],
      ['test/a.spec.ts', `import { createApi } from '../apps/api/create-api.js';`],
    ]);
    const all = house.flatMap(([, rule]) => rule(allowed));
    expect(all).toEqual([]);
  });
});
