import { PersonAsKnown } from '../register/register.answers.js';

/** Two records side by side. */
export class Comparison {
  readonly persons!: PersonAsKnown[];
  /** Fields that say the same of both; the CPR number itself is never shown. */
  readonly agree!: string[];
  readonly differ!: string[];
}

export class ProposedPair {
  readonly subject!: string;
  readonly otherSubject!: string;
}

export class ProposedPairs {
  /** Records with one name and birth date of which nobody has said whether they are one person. */
  readonly items!: ProposedPair[];
}
