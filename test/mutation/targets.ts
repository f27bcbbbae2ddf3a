import { readdirSync, readFileSync } from 'node:fs';

/** Files that are mutated together and noticed by the same specs. */
export interface Group {
  readonly name: string;
  readonly has: (path: string, text: () => string) => boolean;
  /** Specs, or folders of them, that are to notice a change of the file: the quick ones first. */
  readonly specs: (path: string) => readonly string[];
  /** Tests that are about a text of the file itself fail with any change of it: they do not count. */
  readonly butTests?: string;
  /** Its specs take long without a database too: it is asked after the others. */
  readonly takesLong?: boolean;
}

/** What has no rules of its own: words, lists of what a file exports, what others send or are told. */
const withoutRules =
  /(\.spec|-testing|\.answers|\.requests|\.words|-words|-context|\/index)\.ts$|\/words\.ts$/;
const decides = /\b(refuseUnless|Rejection|evolve|decide|acting|step)\b/;
const aroundDeciders = /[./-](facts|programme|view|query|controller)\.ts$/;

const isBeneath = (folder: string) => (path: string) =>
  path.startsWith(`libs/${folder}/`) && path.endsWith('.ts') && !withoutRules.test(path);
const isOfProgrammes = isBeneath('programmes');
const isOfStrategy = isBeneath('strategy');

const programmeOf = (path: string) => /^libs\/(?:programmes|strategy)\/([^/]+)\//.exec(path)?.[1];

export const groups: readonly Group[] = [
  {
    name: 'deciders',
    has: (path, text) =>
      (isOfProgrammes(path) || isOfStrategy(path)) &&
      !aroundDeciders.test(path) &&
      decides.test(text()),
    specs: specsOfDecider,
  },
  {
    name: 'facts',
    has: (path) => path.endsWith('.facts.ts') || path === 'libs/case-kit/facts/unit-facts.ts',
    specs: (path) =>
      isOfStrategy(path)
        ? ['libs/strategy/funded-effort', 'test/strategy/funded-effort.spec.ts']
        : [
            ...specsOfDecider(path).slice(0, 3),
            ...(path.includes('youth-concern') ? ['test/statistics/counting.spec.ts'] : []),
            'test/statistics/random-histories.spec.ts',
          ],
  },
  {
    name: 'figures',
    has: isBeneath('statistics'),
    specs: (path) => [
      'libs/statistics',
      ...(path.includes('/statements/') ? ['test/statements'] : []),
      'test/statistics/person-links.spec.ts',
      'test/statistics/infohus-figures.spec.ts',
      'test/statistics/districts-on-maps.spec.ts',
      'test/statistics/activation-figures.spec.ts',
      'test/statistics/random-histories.spec.ts',
    ],
  },
  {
    name: 'policies',
    has: (path) => path.endsWith('.cedar'),
    specs: () => [
      'test/access/policies.spec.ts',
      'test/access/named-units.spec.ts',
      'test/access/closed-programmes.spec.ts',
      'test/access/what-of-a-case.spec.ts',
      'test/oversight/break-glass.spec.ts',
      'test/programmes/infohus-walls.spec.ts',
      'test/people/sharing-rules.spec.ts',
    ],
    butTests: 'do not agree any more when',
  },
  {
    name: 'disclosure',
    takesLong: true,
    has: isBeneath('disclosure'),
    specs: () => [
      'libs/publication/disclosure',
      'libs/publication',
      'test/disclosure',
      'test/publication/published-tables.spec.ts',
    ],
  },
  {
    name: 'erasure',
    has: isBeneath('erasure'),
    specs: () => ['test/erasure/rules.spec.ts', 'test/erasure'],
  },
  {
    name: 'vault',
    has: isBeneath('vault'),
    specs: () => [
      'test/vault/personal-data.spec.ts',
      'test/vault',
      'test/people/register.spec.ts',
      'test/people/cpr.spec.ts',
      'test/erasure/erased-person.spec.ts',
    ],
  },
  {
    name: 'event store',
    has: isBeneath('event-store'),
    specs: (path) =>
      path.includes('/eventstoredb/')
        ? [
            'libs/platform/event-store',
            'test/event-store/eventstoredb-connection.spec.ts',
            'test/event-store/eventstoredb-faults.spec.ts',
            'test/event-store/eventstoredb.spec.ts',
          ]
        : [
            'libs/platform/event-store',
            'test/event-store/postgres.spec.ts',
            'test/event-store/postgres-append-only.spec.ts',
            'test/event-store/postgres-order.spec.ts',
            'test/event-store/postgres-partitions.spec.ts',
            'test/event-store/postgres-subscription.spec.ts',
            'test/event-store/copy-log.spec.ts',
            'test/projections/live.spec.ts',
          ],
  },
];

function specsOfDecider(path: string): readonly string[] {
  const programme = programmeOf(path);
  if (isOfStrategy(path)) {
    return ['libs/strategy', 'test/strategy'];
  }
  if (programme === undefined) {
    return ['libs/programmes', 'test/programmes/work-lists.spec.ts'];
  }
  return [
    `libs/programmes/${programme}`,
    `test/statistics/${programme}.spec.ts`,
    `test/golden-year/${programme}.spec.ts`,
    `test/${programme}`,
    'test/programmes/work-lists.spec.ts',
  ];
}

/** The files of each group, as paths in the tree. */
export function targets(root: string): ReadonlyMap<Group, readonly string[]> {
  const files = filesBeneath(root, 'libs');
  return new Map(
    groups.map((group) => [
      group,
      files.filter((path) => group.has(path, () => readFileSync(`${root}/${path}`, 'utf8'))),
    ]),
  );
}

/** The specs that are to notice a change of the file, in the order in which they are asked. */
export function specsFor(root: string, group: Group, path: string): string[] {
  const all = [...filesBeneath(root, 'libs'), ...filesBeneath(root, 'test')].filter((each) =>
    each.endsWith('.spec.ts'),
  );
  const found = group
    .specs(path)
    .flatMap((wanted) => all.filter((each) => each === wanted || each.startsWith(`${wanted}/`)));
  return [...new Set(found)];
}

function filesBeneath(root: string, folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .sort();
}
