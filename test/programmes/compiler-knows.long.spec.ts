import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import ts from 'typescript';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

const folder = 'libs/programmes/safety-lift';
const rules = `${folder}/safety-lift.ts`;
const definition = `${folder}/safety-lift.programme.ts`;
const requests = `${folder}/safety-lift.requests.ts`;
const facts = `${folder}/safety-lift.facts.ts`;
/** Safety lifts are split by district only. */
const splitFacts = 'libs/programmes/acute-plan/acute-plan.facts.ts';

/** A unit of the strategy. */
const item = {
  rules: 'libs/strategy/knowledge/item.ts',
  definition: 'libs/strategy/knowledge/knowledge.programme.ts',
  requests: 'libs/strategy/knowledge/knowledge.requests.ts',
};
const files = [rules, definition, requests, facts, splitFacts, ...Object.values(item)];

/** One word of a real unit is another one. */
interface Mistake {
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  'an act misspelt in the definition': {
    file: definition,
    right: 'annul: {',
    wrong: 'anull: {',
  },
  'an act without a route': {
    file: definition,
    right: `    annul: { request: Dated, summary: 'Give a proposal up' },\n`,
    wrong: '',
  },
  'a beginning that is no act': {
    file: definition,
    right: `act: 'propose'`,
    wrong: `act: 'proposed'`,
  },
  'a sentence for an event that there is not': {
    file: definition,
    right: `'safety-lift.lift-annulled.v1': {`,
    wrong: `'safety-lift.lift-annuled.v1': {`,
  },
  'a list of a state that there is not': {
    file: definition,
    right: `statuses: ['proposed']`,
    wrong: `statuses: ['suggested']`,
  },
  'a row that shows what the unit does not have': {
    file: definition,
    right: 'beganOn, kind, place }: Lift)',
    wrong: 'beganOn, sort, place }: Lift)',
  },
  'a row for another state': {
    file: definition,
    right: 'place }: Lift) =>',
    wrong: 'place }: { status: string; district: string; beganOn: Day; kind: 1; place: 2 }) =>',
  },
  'a request of another act': {
    file: definition,
    right: 'complete: { request: CompleteLift',
    wrong: 'complete: { request: Dated',
  },
  'a request without a field that its act needs': {
    file: requests,
    right: 'readonly place!: string;',
    wrong: 'readonly site!: string;',
  },
  'a request with a field of another kind': {
    file: requests,
    right: 'readonly measures!: LiftMeasure[];',
    wrong: 'readonly measures!: string[];',
  },
  'an event given under a misspelt type': {
    file: rules,
    right: `happened('safety-lift.lift-completed.v1'`,
    wrong: `happened('safety-lift.lift-complete.v1'`,
  },
  'a step for a version that there is not': {
    file: rules,
    right: `'safety-lift.lift-annulled.v1': step`,
    wrong: `'safety-lift.lift-annulled.v2': step`,
  },
  'a step for an event that no act gives': {
    file: rules,
    right: '    ...corrections.steps,\n',
    wrong: `    'safety-lift.lift-praised.v1': (state) => state,\n    ...corrections.steps,\n`,
  },
  'an event without what its step reads': {
    file: rules,
    right: 'command, { kind, place, district })',
    wrong: 'command, { kind, place })',
  },
  'a piece of another programme': {
    file: rules,
    right: 'const voids = voiding(lift);',
    wrong: `const voids = voiding(kindOf<Lift>()('night-walk', 'lift'));`,
  },
  'a state that the unit cannot have': {
    file: rules,
    right: `{ status: 'completed', completedOn`,
    wrong: `{ status: 'complete', completedOn`,
  },
  'a correction of a field that there is not': {
    file: rules,
    right: `'measures', 'completedOn'],`,
    wrong: `'measures', 'endedOn'],`,
  },
  'an act of the strategy without a route': {
    file: item.definition,
    right: `    'share-again': { request: Dated, summary: 'Share it again' },\n`,
    wrong: '',
  },
  'a sentence of the strategy for an event that there is not': {
    file: item.definition,
    right: `'knowledge.item-withdrawn.v1': {`,
    wrong: `'knowledge.item-withdrawed.v1': {`,
  },
  'a request of the strategy with a field of another kind': {
    file: item.requests,
    right: 'readonly audience!: Audience[];',
    wrong: 'readonly audience!: string[];',
  },
  'an event of the strategy given under a misspelt type': {
    file: item.rules,
    right: `happened('knowledge.item-rewritten.v1'`,
    wrong: `happened('knowledge.item-rewrote.v1'`,
  },
  'a fact of another programme': {
    file: facts,
    right: `kind: 'safety-lift.lift-completed',\n              ...onDay`,
    wrong: `kind: 'night-walk.lift-completed',\n              ...onDay`,
  },
  'a fact without the code that a measure counts': {
    file: facts,
    right: 'codes: { kind, place,',
    wrong: 'codes: { kind, site: place,',
  },
  'a measure of a kind of fact that there is not': {
    file: facts,
    right: `kind: 'safety-lift.lift-completed',\n  distinct`,
    wrong: `kind: 'safety-lift.lift-complete',\n  distinct`,
  },
  'a measure of a kind of fact of another programme': {
    file: facts,
    right: `kind: 'safety-lift.lift-completed',\n  distinct`,
    wrong: `kind: 'acute-plan.activated',\n  distinct`,
  },
  'a measure under the name of another programme': {
    file: facts,
    right: `id: 'safety-lift.places'`,
    wrong: `id: 'acute-plan.places'`,
  },
  'a measure of what its facts do not name': {
    file: facts,
    right: `distinct: 'place'`,
    wrong: `distinct: 'area'`,
  },
  'a measure of persons whom its facts do not name': {
    file: facts,
    right: `distinct: 'place'`,
    wrong: `distinct: 'person'`,
  },
  'a measure by a misspelt code': {
    file: facts,
    right: `where: { kind: ['lift'] }`,
    wrong: `where: { knd: ['lift'] }`,
  },
  'a measure by a misspelt value': {
    file: facts,
    right: `where: { kind: ['lift'] }`,
    wrong: `where: { kind: ['lyft'] }`,
  },
  'a breakdown by a misspelt code': {
    file: splitFacts,
    right: `'trigger',`,
    wrong: `'triger',`,
  },
  'a breakdown with a misspelt name': {
    file: splitFacts,
    right: 'unrest: {',
    wrong: 'unrests: {',
  },
  'a breakdown without a name': {
    file: splitFacts,
    right: `          unrest: { da: 'Uro', en: 'Unrest' },\n`,
    wrong: '',
  },
  'a breakdown with a name for what there is not': {
    file: splitFacts,
    right: 'unrest: {',
    wrong: `riot: { da: 'Optøjer', en: 'Riot' },\n          unrest: {`,
  },
};

/** The house with one file changed; what the compiler finds wrong in the files. */
class Compiler {
  private changed: { readonly file: string; readonly text: string; readonly version: number } = {
    file: '',
    text: '',
    version: 0,
  };
  private readonly service: ts.LanguageService;

  constructor() {
    const read = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
    const config: unknown = read.config;
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
    const roots = fileNames.filter((name) => files.some((file) => name.endsWith(`/${file}`)));
    const isChanged = (name: string) =>
      this.changed.file !== '' && name.endsWith(this.changed.file);
    this.service = ts.createLanguageService({
      getCompilationSettings: () => ({ ...options, noEmit: true }),
      getScriptFileNames: () => roots,
      getScriptVersion: (name) => (isChanged(name) ? String(this.changed.version) : '0'),
      getScriptSnapshot: (name) => {
        const text = isChanged(name) ? this.changed.text : ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => process.cwd(),
      getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
      fileExists: (path) => ts.sys.fileExists(path),
      readFile: (path) => ts.sys.readFile(path),
      readDirectory: (...given) => ts.sys.readDirectory(...given),
      directoryExists: (path) => ts.sys.directoryExists(path),
      getDirectories: (path) => ts.sys.getDirectories(path),
    });
  }

  /** @param file nothing is changed without it */
  complaints(file = '', text = ''): string[] {
    this.changed = { file, text, version: this.changed.version + 1 };
    return files.flatMap((one) =>
      this.service
        .getSemanticDiagnostics(`${process.cwd()}/${one}`)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    );
  }
}

describe('what is planted in a unit', () => {
  let compiler: Compiler;
  beforeAll(() => {
    compiler = new Compiler();
  });

  it('is nothing, and nothing is found', () => {
    expect(compiler.complaints()).toEqual([]);
  });

  it.each(Object.entries(mistakes))('%s is an error of the compiler', (_, given) => {
    const { file, right, wrong } = given;
    const source = ts.sys.readFile(file) ?? '';
    expect(source.split(right)).toHaveLength(2);
    expect(compiler.complaints(file, source.replace(right, wrong))).not.toEqual([]);
  });
});
