import { demoUser, type Role } from '@sikkerby/access';
import type { Writing } from '@sikkerby/commands';
import { workFor } from '@sikkerby/oversight';
import { districtCodes } from '@sikkerby/reference';

const inDistricts: readonly Role[] = [
  'ssp-caseworker',
  'ssp-coordinator',
  'centre-worker',
  'police-liaison',
];

/** The demo users of protected programmes work for the whole city. Does nothing when it is so already. */
export async function letDemoUsersWork(writing: Writing): Promise<void> {
  for (const role of inDistricts) {
    await workFor(writing, demoUser(role).user, districtCodes, demoUser('admin'));
  }
}
