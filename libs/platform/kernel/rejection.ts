/**
 * A rule of the domain refuses a command. `rule` is a sentence in kebab-case, in the words of the
 * domain: it is the problem type that the caller sees.
 */
export class Rejection extends Error {
  constructor(readonly rule: string) {
    super(rule);
    this.name = 'Rejection';
  }
}

/** Refuses with the rule unless the condition holds. */
export function refuseUnless(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Rejection(rule);
}
