import { homeOf, importsOf, libOf, type Import, type Rule, type Sources } from './sources.js';

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
      homeOf(from) === 'libs/kernel' && homeOf(module) !== 'libs/kernel' && !isSpec(from),
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
      !from.startsWith('libs/event-store/eventstoredb/client/') &&
      homeOf(from) !== 'test',
  );

/** Into a lib only by its name, tests aside, which may look inside; out of a lib into libs only. */
export const libsAreEnteredByTheFrontDoor: Rule = (sources) =>
  wrong(sources, ({ from, module }) => {
    if (module.startsWith('@sikkerby/')) {
      return module.split('/').length > 2 || libOf(module) === homeOf(from);
    }
    const other = homeOf(module);
    if (!/^(apps\/|libs\/|test$)/.test(other) || other === homeOf(from)) return false;
    return (
      homeOf(from).startsWith('libs/') || (homeOf(from) !== 'test' && !other.startsWith('apps/'))
    );
  });

export const libsHaveNoCircles: Rule = (sources) => {
  const uses = new Map<string, Set<string>>();
  for (const { from, module } of importsOf(sources)) {
    const [home, lib] = [homeOf(from), libOf(module)];
    if (isSpec(from) || !home.startsWith('libs/') || !lib || lib === home) continue;
    uses.set(home, (uses.get(home) ?? new Set()).add(lib));
  }
  const circles = new Map<string, string>();
  const follow = (lib: string, way: readonly string[]): void => {
    const start = way.indexOf(lib);
    if (start >= 0) {
      const circle = way.slice(start);
      const members = circle.toSorted().join();
      if (!circles.has(members)) circles.set(members, [...circle, lib].join(' -> '));
      return;
    }
    for (const next of uses.get(lib) ?? []) follow(next, [...way, lib]);
  };
  for (const lib of uses.keys()) follow(lib, []);
  return [...circles.values()];
};
