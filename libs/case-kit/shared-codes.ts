// Codes that several programmes share.

export const correctionReasons = ['mistyped', 'misunderstood', 'new-information'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

export const voidReasons = [
  'registered-in-error',
  'wrong-person',
  'duplicate-entry',
  'test',
] as const;
export type VoidReason = (typeof voidReasons)[number];

/** Why something that was planned was not held. */
export const cancellationReasons = [
  'too-few-came-forward',
  'no-venue',
  'nobody-to-hold-it',
  'weather',
] as const;
export type CancellationReason = (typeof cancellationReasons)[number];

/** Genders as the register of persons has them. */
export const genders = ['female', 'male', 'other-or-unknown'] as const;
export type Gender = (typeof genders)[number];
