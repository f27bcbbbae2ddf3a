import { demoUser, roles } from '@sikkerby/access';
import type { EventStore } from '@sikkerby/event-store';
import { workFor } from '@sikkerby/oversight';
import { districtCodes } from '@sikkerby/reference';

/** Every demo user works for the whole city. Does nothing when it is so already. */
export async function letDemoUsersWork(store: EventStore): Promise<void> {
  for (const role of roles) {
    await workFor(store, demoUser(role).user, districtCodes, demoUser('admin'));
  }
}
