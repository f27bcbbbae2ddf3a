import type { Mutant } from './mutant.js';

/** The mutants of a file in Cedar's language. */
export function policyMutants(text: string): Mutant[] {
  return [...text.matchAll(/@id\([^)]*\)\n[^;]*;/g)].flatMap((match) =>
    ofPolicy(match[0]).map((mutant) => ({
      ...mutant,
      start: match.index + mutant.start,
      end: match.index + mutant.end,
    })),
  );
}

function ofPolicy(policy: string): Mutant[] {
  const found: Mutant[] = [{ start: 0, end: policy.length, becomes: '', what: 'policy deleted' }];
  const change = (what: string, start: number, end: number, becomes = ''): void => {
    found.push({ start, end, becomes, what });
  };
  for (const { index, 1: body = '' } of policy.matchAll(/(?:when|unless) \{([^}]*)\}/g)) {
    const from = policy.indexOf('{', index) + 1;
    change('condition dropped', from, from + body.length, ' true ');
    let at = from;
    const conditions = body.split(/&&|\|\|/);
    for (const condition of conditions) {
      const piece = condition.trim();
      const start = policy.indexOf(piece, at);
      at = start + piece.length;
      if (conditions.length > 1 && isWhole(piece)) {
        change('condition dropped', start, at, body.includes('||') ? 'false' : 'true');
      }
    }
  }
  for (const list of policy.matchAll(/\[([^\]]*)\]/g)) {
    const items = list[1]?.match(/\w+::"[^"]*"|"[^"]*"/g) ?? [];
    let at = list.index;
    for (const item of items) {
      const start = policy.indexOf(item, at);
      at = start + item.length;
      const rest = items.filter((each) => each !== item).join(', ');
      if (rest) change(`${item} removed`, list.index, list.index + list[0].length, `[${rest}]`);
    }
  }
  for (const { index } of policy.matchAll(/==(?! Action)/g)) {
    change('operator', index, index + 2, '!=');
  }
  for (const { index } of policy.matchAll(/!(?=[\w(])/g)) change('not removed', index, index + 1);
  return found;
}

function isWhole(piece: string): boolean {
  return piece.split('(').length === piece.split(')').length;
}
