import { demoUser, type Role } from '@sikkerby/access';
import type { EventStore } from '@sikkerby/event-store';
import { workFor } from '@sikkerby/oversight';
import { districtCodes } from '@sikkerby/reference';

const inDistricts: readonly Role[] = ['ssp-caseworker', 'ssp-coordinator'];

/** The demo users of SSP work for the whole city. Does nothing when it is so already. */
export async function letDemoUsersWork(store: EventStore): Promise<void> {
  for (const role of inDistricts) {
    await workFor(store, demoUser(role).user, districtCodes, demoUser('admin'));
  }
}
