import type { Day } from '@sikkerby/kernel';

export const genders = ['female', 'male', 'other-or-unknown'] as const;
export type Gender = (typeof genders)[number];

/** What is known of a person, besides the CPR number and the address, which are asked for apart. */
export interface Particulars {
  readonly name: string;
  readonly birthDate: Day;
  readonly gender: Gender;
}

/** The register of persons, each under a reference of their own in every programme. */
export abstract class Register {
  /** By subject; those that are not there, or were erased, are left out. */
  abstract particularsOf(
    programme: string,
    subjects: readonly string[],
  ): Promise<Map<string, Particulars>>;
}
