import type { Day, Home } from '@sikkerby/kernel';
import type { Identity } from './identity.js';

/** The unit is there, but not for them: another district's, and neither assigned nor referred. */
export class NotYours extends Error {
  override readonly name = 'NotYours';
}

/** Own district, a district that has a say now, or assigned. */
export function mayAct(identity: Identity, home: Home): boolean {
  return (
    identity.districts.includes(home.district) ||
    home.alsoDistricts.some((district) => identity.districts.includes(district)) ||
    home.assignedTo === identity.user
  );
}

/** Whoever may act, and until its last day an organisation that the unit was referred to. */
export function mayRead(identity: Identity, home: Home, today: Day): boolean {
  return (
    mayAct(identity, home) ||
    home.referredTo.some(
      ({ organisation, until }) => organisation === identity.organisation && today <= until,
    )
  );
}
