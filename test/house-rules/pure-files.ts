import ts from 'typescript';
import { homeOf, importsOf, walk, type Rule, type Sources } from './sources.js';

const edges = /\.(controller|requests|answers|view|query|programme|spec)\.js$/;
const figures = /\.(facts|measures)\.ts$|^libs\/(case-kit|statistics)\/facts\//;
/** What a fact is in the read model: its columns are TypeORM's. */
const tablesOfFacts = 'libs/statistics/facts/fact.ts';

/** Deciders, disclosure control, the kernel and reference data. */
function isRule(path: string, text: string): boolean {
  return (
    /^libs\/(platform\/kernel|reference|publication\/disclosure)$/.test(homeOf(path)) ||
    /^libs\/case-kit\/(index\.ts|lifecycle\/)/.test(path) ||
    /^libs\/programmes\/([^/]+)\/\1\.ts$/.test(path) ||
    (path.startsWith('libs/') && isDecider(text))
  );
}

/** An object with acts and `evolve`, however it is declared. */
function isDecider(text: string): boolean {
  return /^\s+acts[:,]/m.test(text) && /^\s+evolve[:,]/m.test(text);
}

/** The files and every file of their libs that they use at run time, and so on. */
function withWhatTheyUse(
  sources: Sources,
  isRoot: (path: string, text: string) => boolean,
): Sources {
  const found = new Map([...sources].filter((file) => isRoot(...file) && !isSpec(file[0])));
  for (const file of found) {
    for (const { module, typeOnly } of importsOf(new Map([file]))) {
      const path = module.replace(/\.js$/, '.ts');
      const text = sources.get(path);
      if (text !== undefined && !typeOnly && !edges.test(module)) found.set(path, text);
    }
  }
  return found;
}

const isSpec = (path: string) => path.endsWith('.spec.ts');
const rulesOf = (sources: Sources) => withWhatTheyUse(sources, isRule);
const figuresOf = (sources: Sources) => withWhatTheyUse(sources, (path) => figures.test(path));
const pureOf = (sources: Sources) => new Map([...rulesOf(sources), ...figuresOf(sources)]);

/** The one file of disclosure control that fetches something: the solver's compiled program. */
const solverLoader = 'libs/publication/disclosure/highs-instances.ts';
const neededByTheSolver = ['highs', 'node:fs/promises', 'node:module'];

const pureDoors = ['@sikkerby/kernel', '@sikkerby/reference', '@sikkerby/case-kit'];
/** What facts are, and what programmes make them with: they name the tables of the read model. */
const doorsOfFacts = ['@sikkerby/statistics/facts', '@sikkerby/case-kit/facts'];
/** Of these, facts and measures know the types only. */
const namedByFacts = ['@sikkerby/statistics', '@sikkerby/projections'];

/** Frameworks, databases and Node stay outside; what facts are comes into facts and measures only. */
export const pureFilesImportPureFiles: Rule = (sources) => {
  const rules = rulesOf(sources);
  return importsOf(pureOf(sources))
    .filter(({ from, module, typeOnly }) => {
      if (pureDoors.includes(module)) return false;
      if (from === tablesOfFacts && module === 'typeorm') return false;
      if (from === solverLoader) return !neededByTheSolver.includes(module);
      if (module === 'highs') return !typeOnly;
      if (doorsOfFacts.includes(module)) return !typeOnly && rules.has(from);
      if (namedByFacts.includes(module)) return !typeOnly;
      return homeOf(module) !== homeOf(from) || (edges.test(module) && !typeOnly);
    })
    .map(({ from, module }) => `${from} imports ${module}`);
};

const impure = new Set(['process', 'crypto', 'performance', 'console', 'fetch', 'globalThis']);
const impureCalls = new Set(['Date.now', 'Date', 'Math.random', 'setTimeout', 'setInterval']);

/** No clock, chance or surroundings. */
export const pureFilesKnowNoSurroundings: Rule = (sources) => {
  const found: string[] = [];
  for (const [path, text] of pureOf(sources)) {
    walk(path, text, (node) => {
      if (isImpure(node)) found.push(`${path} uses ${node.getText()}`);
    });
  }
  return found;
};

function isImpure(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === 'Date' && !node.arguments?.length;
  }
  if (ts.isCallExpression(node)) return impureCalls.has(node.expression.getText());
  return ts.isIdentifier(node) && impure.has(node.text) && !isName(node);
}

/** Whether the identifier only names a property, such as the last word of `case.process`. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node
  );
}
