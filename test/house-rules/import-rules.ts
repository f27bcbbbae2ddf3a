import { basename, dirname } from 'node:path/posix';
import ts from 'typescript';
import {
  doors,
  homeOf,
  importsOf,
  libOf,
  walk,
  type Import,
  type Rule,
  type Sources,
} from './sources.js';

const isSpec = (path: string) => path.endsWith('.spec.ts');

/** The imports that are wrong, told as `from imports module`. */
function wrong(sources: Sources, isWrong: (found: Import) => boolean): string[] {
  return importsOf(sources)
    .filter(isWrong)
    .map(({ from, module }) => `${from} imports ${module}`);
}

export const kernelImportsNothing: Rule = (sources) =>
  wrong(
    sources,
    ({ from, module }) =>
      homeOf(from) === 'libs/platform/kernel' &&
      homeOf(module) !== 'libs/platform/kernel' &&
      !isSpec(from),
  );

export const programmesStayApart: Rule = (sources) => {
  const programmeOf = (path: string) => /^libs\/programmes\/([^/]+)\//.exec(path)?.[1];
  return wrong(sources, ({ from, module }) => {
    const [own, other] = [programmeOf(from), programmeOf(module)];
    return own !== undefined && other !== undefined && own !== other;
  });
};

/** Tests may use the client's service definitions, for the wire double, and it, to compare with. */
export const oneFolderKnowsTheClient: Rule = (sources) =>
  wrong(
    sources,
    ({ from, module }) =>
      module.startsWith('@eventstore/db-client') &&
      !from.startsWith('libs/platform/event-store/eventstoredb/client/') &&
      homeOf(from) !== 'test',
  );

/** Into a lib only by one of its doors, tests aside, which may look inside; out of a lib into libs only. */
export const libsAreEnteredByTheFrontDoor: Rule = (sources) =>
  wrong(sources, ({ from, module }) => {
    if (module.startsWith('@sikkerby/')) {
      return !doors.has(module) || libOf(module) === homeOf(from);
    }
    const other = homeOf(module);
    if (!/^(apps\/|libs\/|test$)/.test(other) || other === homeOf(from)) return false;
    return (
      homeOf(from).startsWith('libs/') || (homeOf(from) !== 'test' && !other.startsWith('apps/'))
    );
  });

/** The libs from the ground up: each stands on those before it, and on no other. */
const floors = [
  'libs/platform/kernel',
  'libs/platform/configuration',
  'libs/reference',
  'libs/publication/disclosure',
  'libs/publication/sample',
  'libs/platform/postgres',
  'libs/platform/event-store',
  'libs/platform/access',
  'libs/platform/vault',
  'libs/platform/commands',
  'libs/platform/projections',
  'libs/platform/http',
  'libs/audit',
  'libs/people',
  'libs/platform/reactions',
  'libs/reference/routes',
  'libs/statistics',
  'libs/publication',
  'libs/case-kit',
  'libs/intake',
  'libs/oversight',
  'libs/people/erasure',
  'libs/programmes',
  'libs/strategy',
  'libs/system',
];

/** No import runs upward, so that there is no circle either. */
export const noImportRunsUpward: Rule = (sources) =>
  wrong(sources, ({ from, module }) => {
    const home = homeOf(from);
    const lib = libOf(module);
    if (isSpec(from) || !home.startsWith('libs/') || lib === undefined || lib === home)
      return false;
    return floors.indexOf(lib) >= floors.indexOf(home) || !floors.includes(lib);
  });

/** What is pure loads nothing but what is pure, whichever way round. */
export const pureDoorsLoadNoPackage: Rule = (sources) => {
  const loaded = new Map<string, string>();
  const load = (path: string): void => {
    const text = sources.get(path);
    if (text === undefined || loaded.has(path)) return;
    loaded.set(path, text);
    for (const { module, typeOnly } of importsOf(new Map([[path, text]]))) {
      if (!typeOnly) load(doors.get(module) ?? module.replace(/\.js$/, '.ts'));
    }
  };
  load('libs/platform/kernel/index.ts');
  load('libs/case-kit/index.ts');
  return importsOf(loaded)
    .filter(
      ({ module, typeOnly }) => !typeOnly && !doors.has(module) && !module.startsWith('libs/'),
    )
    .map(({ from, module }) => `${from} imports ${module}`);
};

const mostInAFolder = 25;

export const foldersAreSmall: Rule = (sources) => {
  const counts = new Map<string, number>();
  for (const path of sources.keys()) {
    const folder = dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > mostInAFolder)
    .map(([folder, count]) => `${folder} has ${String(count)} files`);
};

/** Names that say what a file is in any folder, and parts that two stores have alike. */
const sharedNames = new Set(['index', 'main']);
const storeParts = /^libs\/platform\/event-store\/(eventstoredb|postgres)\//;

/** Two files of one name have one meaning; tests may repeat the names of what they test. */
export const namesAreUnique: Rule = (sources) => {
  const known = new Map<string, string>();
  return [...sources.keys()]
    .filter((path) => !path.startsWith('test/') && !storeParts.test(path))
    .flatMap((path) => {
      const name = basename(path, '.ts');
      const other = known.get(name);
      known.set(name, path);
      return other === undefined || sharedNames.has(name) ? [] : [`${path} is named like ${other}`];
    });
};

/** Beside the folders of the programmes lie only their list and the door of the lib. */
export const nothingLooseBesideProgrammes: Rule = (sources) =>
  [...sources.keys()]
    .filter((path) => /^libs\/programmes\/[^/]+$/.test(path))
    .filter((path) => !/\/(index|programmes)\.ts$/.test(path))
    .map((path) => `${path} lies beside the programmes`);

/** Who appends to something else than the event store. */
const ownAppends = new Set([
  'libs/people/erasure/erasing.ts',
  'libs/people/erasure/erasure-ledger.ts',
  'libs/intake/dry-run.ts',
]);

/** Whatever is recorded goes through the pipeline: it alone appends to the event store. */
export const onePlaceAppends: Rule = (sources) =>
  [...sources]
    .filter(([path]) => /^(apps|libs)\//.test(path) && !isSpec(path))
    .filter(([path]) => homeOf(path) !== 'libs/platform/event-store')
    .filter(([path]) => path !== 'libs/platform/commands/command-pipeline.ts')
    .filter(([path]) => !ownAppends.has(path))
    .filter(([path, text]) => namesAppend(path, text))
    .map(([path]) => `${path} appends`);

/** Whether it has `append` as a name, or calls the function of the database. */
function namesAppend(path: string, text: string): boolean {
  let found = false;
  walk(path, text, (node) => {
    found ||= ts.isIdentifier(node) && node.text === 'append';
    found ||= ts.isStringLiteralLike(node) && node.text.includes('event_store.append');
  });
  return found;
}
