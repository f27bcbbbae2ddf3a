import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** Text of each file, by its path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

/** One line for each place where it is broken: the file, then what is wrong there. */
export type Rule = (sources: Sources) => string[];

/** Every TypeScript file of the house. */
export function houseSources(): Sources {
  const paths = ['apps', 'libs', 'test'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(top, path)),
  );
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** Calls back for each node of a file. */
export function walk(path: string, text: string, visit: (node: ts.Node) => void): void {
  const each = (node: ts.Node): void => {
    visit(node);
    node.forEachChild(each);
  };
  each(parsed(path, text));
}

/** Each text is parsed once, however many rules look at it. */
function parsed(path: string, text: string): ts.SourceFile {
  const known = files.get(path);
  if (known?.text === text) return known;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  files.set(path, file);
  return file;
}

const files = new Map<string, ts.SourceFile>();

export interface Import {
  readonly from: string;
  /** As written or, for a relative one, as the path from the root. */
  readonly module: string;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** Every import, re-export, dynamic import and imported type. */
export function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) => importsIn(from, text));
}

const imports = new WeakMap<ts.SourceFile, readonly Import[]>();

function importsIn(from: string, text: string): readonly Import[] {
  const file = parsed(from, text);
  const known = imports.get(file);
  if (known) return known;
  const found: Import[] = [];
  const add = (name: ts.Node | undefined, typeOnly: boolean) => {
    if (!name || !ts.isStringLiteralLike(name)) return;
    const module = name.text.startsWith('.') ? join(dirname(from), name.text) : name.text;
    found.push({ from, module, typeOnly });
  };
  walk(from, text, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeOnly(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
        node.expression.getText() === 'require')
    ) {
      add(node.arguments[0], false);
    }
  });
  imports.set(file, found);
  return found;
}

/** Whether the compiler leaves nothing of it: `import type`, or only types by name. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.every((element) => element.isTypeOnly);
}

/** Libs that lie in another one's folder, with an alias of their own. */
const nestedLibs = [
  'libs/people/erasure',
  'libs/publication/disclosure',
  'libs/publication/sample',
  'libs/reference/routes',
];

/** The lib or app that a path lies in, such as `libs/platform/kernel`; `test` is one. */
export function homeOf(path: string): string {
  if (path.startsWith('test/')) return 'test';
  const nested = nestedLibs.find((lib) => path.startsWith(`${lib}/`));
  if (nested !== undefined) return nested;
  const depth = path.startsWith('libs/platform/') ? 3 : 2;
  return path.split('/').slice(0, depth).join('/');
}

/** The doors of the libs: an alias, and the file that it opens, as `tsconfig.json` has them. */
export const doors: ReadonlyMap<string, string> = new Map(
  Object.entries(pathsOf('tsconfig.json')).flatMap(([alias, [file]]) =>
    file === undefined ? [] : [[alias, file.replace('./', '')] as const],
  ),
);

function pathsOf(settings: string): Readonly<Record<string, readonly string[]>> {
  const { config } = ts.readConfigFile(settings, (file) => readFileSync(file, 'utf8')) as {
    readonly config: { readonly compilerOptions: { readonly paths: Record<string, string[]> } };
  };
  return config.compilerOptions.paths;
}

/** The lib that an import goes into, such as `libs/platform/kernel` for `@sikkerby/kernel`. */
export function libOf(module: string): string | undefined {
  const door = doors.get(module);
  if (door !== undefined) return homeOf(door);
  return module.startsWith('libs/') ? homeOf(module) : undefined;
}
