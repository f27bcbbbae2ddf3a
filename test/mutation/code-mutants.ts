import ts from 'typescript';
import type { Mutant } from './mutant.js';
import { sqlMutants } from './sql-mutants.js';

const kind = ts.SyntaxKind;

const turned = new Map<ts.SyntaxKind, string>([
  [kind.LessThanToken, '<='],
  [kind.LessThanEqualsToken, '<'],
  [kind.GreaterThanToken, '>='],
  [kind.GreaterThanEqualsToken, '>'],
  [kind.EqualsEqualsEqualsToken, '!=='],
  [kind.ExclamationEqualsEqualsToken, '==='],
  [kind.PlusToken, '-'],
  [kind.MinusToken, '+'],
  [kind.PlusEqualsToken, '-='],
  [kind.MinusEqualsToken, '+='],
]);

const renamed: Record<string, string> = { max: 'min', min: 'max', some: 'every', every: 'some' };
const passedOver = ['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice'];
/** What a log or a page of documentation says is no behaviour. */
const unheard = /^(super|.*\b(log|logger|warn|debug|openapi|__\w+)\b.*)$/;

/** The mutants of a compiled file: TypeScript leaves no more in it than what runs. */
export function codeMutants(text: string): Mutant[] {
  const file = ts.createSourceFile('file.js', text, ts.ScriptTarget.ES2023, true);
  const found: Mutant[] = [];
  visit(file);
  return found;

  function visit(node: ts.Node): void {
    if (isDecoration(node)) return;
    found.push(...mutantsOf(node, file));
    ts.forEachChild(node, visit);
  }
}

/** What TypeScript and Nest add to the source. */
function isDecoration(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isMethodDeclaration(node)) return node.name.getText() === '_OPENAPI_METADATA_FACTORY';
  if (ts.isVariableStatement(node)) return node.getText().startsWith('var __');
  return ts.isExpressionStatement(node) && /^(\w+ = )*__\w+\(/.test(node.getText());
}

function mutantsOf(node: ts.Node, file: ts.SourceFile): Mutant[] {
  const change = (what: string, becomes: string, piece = node): Mutant => ({
    start: piece.getStart(file),
    end: piece.getEnd(),
    becomes,
    what,
  });
  if (ts.isBinaryExpression(node)) return ofBinary(node, change);
  if (ts.isIfStatement(node)) return ofIf(node, change);
  if (ts.isConditionalExpression(node)) {
    return negated('condition negated', node.condition, change);
  }
  if (ts.isThrowStatement(node)) return [change('throw removed', ';')];
  if (ts.isExpressionStatement(node)) return ofStatement(node, change);
  if (ts.isCallExpression(node)) return ofCall(node, change);
  if (node.kind === kind.TrueKeyword) return [change('true to false', 'false')];
  if (node.kind === kind.FalseKeyword) return [change('false to true', 'true')];
  if (ts.isPrefixUnaryExpression(node) && node.operator === kind.ExclamationToken) {
    return [change('not removed', node.operand.getText())];
  }
  if (ts.isArrayLiteralExpression(node)) return ofArray(node, change);
  if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node)) {
    const start = node.getStart(file);
    return sqlMutants(node.getText()).map((mutant) => ({
      ...mutant,
      start: start + mutant.start,
      end: start + mutant.end,
    }));
  }
  return [];
}

type Change = (what: string, becomes: string, piece?: ts.Node) => Mutant;

function ofBinary(node: ts.BinaryExpression, change: Change): Mutant[] {
  const { left, operatorToken: token, right } = node;
  if (token.kind === kind.AmpersandAmpersandToken || token.kind === kind.BarBarToken) {
    return [
      change('and/or', token.kind === kind.BarBarToken ? '&&' : '||', token),
      change('condition dropped', left.getText()),
      change('condition dropped', right.getText()),
    ];
  }
  if (token.kind === kind.QuestionQuestionToken) {
    return [change('fallback dropped', left.getText())];
  }
  const isText = (side: ts.Expression) =>
    ts.isStringLiteralLike(side) || ts.isTemplateExpression(side);
  const other = turned.get(token.kind);
  if (other === undefined || ((isText(left) || isText(right)) && !/[=<>]/.test(other))) return [];
  return [change('operator', other, token)];
}

function ofIf(node: ts.IfStatement, change: Change): Mutant[] {
  const { expression: condition, thenStatement: then, elseStatement } = node;
  const turnedRound = negated('if negated', condition, change);
  const guards = !elseStatement && /^\{?\s*(return|throw|continue|break)\b/.test(then.getText());
  return guards ? [...turnedRound, change('guard dropped', ';')] : turnedRound;
}

/** An operator that stands alone is turned by itself. */
function negated(what: string, condition: ts.Expression, change: Change): Mutant[] {
  if (ts.isPrefixUnaryExpression(condition)) return [];
  if (ts.isBinaryExpression(condition) && turned.has(condition.operatorToken.kind)) return [];
  return [change(what, `!(${condition.getText()})`, condition)];
}

function ofStatement(node: ts.ExpressionStatement, change: Change): Mutant[] {
  const { expression } = node;
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (!ts.isCallExpression(call) || unheard.test(call.expression.getText())) return [];
  return [change('call removed', ';')];
}

function ofCall(node: ts.CallExpression, change: Change): Mutant[] {
  const { expression: callee } = node;
  if (!ts.isPropertyAccessExpression(callee)) return [];
  const name = callee.name.text;
  const other = renamed[name];
  if (other !== undefined) return [change('function', other, callee.name)];
  return passedOver.includes(name) ? [change(`${name} removed`, callee.expression.getText())] : [];
}

function ofArray(node: ts.ArrayLiteralExpression, change: Change): Mutant[] {
  const { parent } = node;
  const isPattern =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === kind.EqualsToken;
  const isWords =
    /^export const \w+ = $/.test(
      node.getSourceFile().text.slice(parent.parent.parent.getStart(), node.getStart()),
    ) && node.elements.every(ts.isStringLiteralLike);
  return isPattern || isWords || node.elements.length === 0 ? [] : [change('list emptied', '[]')];
}
