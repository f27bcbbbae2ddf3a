import ts from 'typescript';
import { walk, type Rule, type Sources } from './sources.js';

/** Every `as` that claims a type, with the file where it stands; `as const` claims none. */
function* castsIn(sources: Sources): Generator<[path: string, cast: ts.AsExpression]> {
  for (const [path, text] of sources) {
    if (!/\bas\b/.test(text)) continue;
    const found: ts.AsExpression[] = [];
    walk(path, text, (node) => {
      if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) found.push(node);
    });
    for (const cast of found) yield [path, cast];
  }
}

/** By way of `unknown` anything can be made of anything. */
export const noCastGoesByUnknown: Rule = (sources) =>
  [...castsIn(sources)]
    .filter(([, { expression }]) => isToUnknown(expression))
    .map(([path]) => `${path} casts by way of unknown`);

function isToUnknown(expression: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(expression)) return isToUnknown(expression.expression);
  return ts.isAsExpression(expression) && expression.type.kind === ts.SyntaxKind.UnknownKeyword;
}

export function countCasts(sources: Sources): number {
  return [...castsIn(sources)].length;
}
