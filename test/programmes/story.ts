import type { Role } from '@sikkerby/access';

/** A reference to somebody registered for the story; the same number is the same person. */
export const person = (number = 1) => `person-${String(number)}`;

/** Today and later, as the tests' clock has it; whatever is told must not lie in the future. */
export interface Told {
  readonly act: string;
  readonly body: object;
  readonly on: string;
  /** Whose token, where it is not the story's own role. */
  readonly by?: Role;
  /** Doing it again is another of the same kind, so that it gives another event. */
  readonly another?: true;
}

/** A unit's life in which everything happens that can happen to one of its kind. */
export interface Story {
  readonly programme: string;
  readonly path: string;
  readonly role: Role;
  readonly begin: { readonly body: object; readonly on: string };
  readonly acts: readonly Told[];
  /** Units of other kinds that are there before, by what the bodies call them. */
  readonly before?: Readonly<Record<string, Story>>;
}

/** An act of a story. */
export function then(on: string, act: string, body: object = {}, how: Partial<Told> = {}): Told {
  return { act, body, on, ...how };
}

const mistyped = { reason: 'mistyped' };

/** What happens to every unit that can be corrected and voided. */
export function repaired(on: string, field: string, value: unknown): Told[] {
  return [
    then(on, 'correct', { field, value, ...mistyped }),
    then(on, 'void', { reason: 'registered-in-error' }),
    then(on, 'reinstate'),
  ];
}

/** And to one that can be registered twice; the survivor is about the same person. */
export function mergedAndUnmerged(on: string): Told[] {
  return [then(on, 'merge-into', { survivor: 'another' }), then(on, 'unmerge')];
}
