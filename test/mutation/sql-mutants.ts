import type { Mutant } from './mutant.js';

const isSql = /\b(SELECT|INSERT|UPDATE|DELETE|WHERE|FROM|ORDER BY|AND)\b|coalesce\(/;

/** What is sought in SQL, what it becomes, and what the change is called. */
const changes: readonly (readonly [sought: RegExp, becomes: string, what: string])[] = [
  [
    / AND [\w.]+ (=|<=|>=|<|>|IS) [\w.$ ]+?(?=\s*(\n|AND|ORDER|$|\)|`))/g,
    '',
    'SQL condition dropped',
  ],
  [/(?<=\s)<=(?=\s)/g, '<', 'SQL operator'],
  [/(?<=\s)>=(?=\s)/g, '>', 'SQL operator'],
  [/(?<=\s)<(?=\s)/g, '<=', 'SQL operator'],
  [/(?<=\s)>(?=\s)/g, '>=', 'SQL operator'],
  [/\bmax(?=\()/g, 'min', 'SQL function'],
  [/\bmin(?=\()/g, 'max', 'SQL function'],
  [/\bgreatest(?=\()/g, 'least', 'SQL function'],
  [/\bleast(?=\()/g, 'greatest', 'SQL function'],
  [/ DESC\b/g, '', 'SQL order'],
  [/(?<=\bORDER BY [\w."]+)(?=\s*(`|\n|LIMIT|$))/g, ' DESC', 'SQL order'],
  [/\bAND\b/g, 'OR', 'SQL and/or'],
  [/\bIS NOT NULL\b/g, 'IS NULL', 'SQL null'],
  [/\bIS NULL\b/g, 'IS NOT NULL', 'SQL null'],
  [/\bIS DISTINCT FROM\b/g, 'IS NOT DISTINCT FROM', 'SQL distinct'],
  [/\bIS NOT DISTINCT FROM\b/g, 'IS DISTINCT FROM', 'SQL distinct'],
  [/\bNOT (?=(EXISTS|\w+\.?\w* = ANY))/g, '', 'SQL not removed'],
  [/\bLEFT JOIN\b/g, 'JOIN', 'SQL join'],
  [/ FOR (UPDATE|SHARE)\b/g, '', 'SQL lock dropped'],
  [/(?<=[\w\])] )\+(?= [\w(])/g, '-', 'SQL arithmetic'],
  [/(?<=[\w\])] )-(?= [\w(])/g, '+', 'SQL arithmetic'],
];

/** A line that begins with AND, with what stands in its brackets. */
const line = /\n\s*AND [^\n`]*/g;

/** The mutants of a text in quotes, if it is of SQL. */
export function sqlMutants(quoted: string): Mutant[] {
  if (!isSql.test(quoted)) return [];
  const inside = insertions(quoted);
  const lines = [...quoted.matchAll(line)]
    .filter(([found]) => isWhole(found))
    .map((match) => mutant(match, '', 'SQL condition dropped'));
  const words = changes.flatMap(([sought, becomes, what]) =>
    [...quoted.matchAll(sought)]
      .filter(({ index }) => !inside.some(([from, to]) => index >= from && index < to))
      .map((match) => mutant(match, becomes, what)),
  );
  return [...lines, ...words];
}

function mutant(match: RegExpExecArray, becomes: string, what: string): Mutant {
  return { start: match.index, end: match.index + match[0].length, becomes, what };
}

/** Where the `${...}` stand, whose insides are code. */
function insertions(quoted: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  if (!quoted.startsWith('`')) return found;
  for (let at = quoted.indexOf('${'); at >= 0; at = quoted.indexOf('${', at + 1)) {
    let depth = 0;
    let end = at;
    do {
      if (quoted[end] === '{') depth += 1;
      if (quoted[end] === '}') depth -= 1;
      end += 1;
    } while (end < quoted.length && (depth > 0 || end === at + 1));
    found.push([at, end]);
    at = end - 1;
  }
  return found;
}

function isWhole(piece: string): boolean {
  const count = (character: string) => piece.split(character).length - 1;
  return count('(') === count(')') && count('{') === count('}');
}
