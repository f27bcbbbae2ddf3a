import type { Action, Identity, Resource } from '@sikkerby/access';
import { dayInCopenhagen } from '@sikkerby/kernel';

const ssp = ['ssp-caseworker', 'ssp-coordinator'];
const seeing: readonly Action[] = ['read', 'read-person', 'read-texts'];

/** Who may what, told once more in TypeScript from `privacy.md`, to hold the policies against. */
export function mayByOracle(who: Identity, action: Action, resource: Resource, now: Date): boolean {
  switch (resource.programme) {
    case 'youth-concern':
      return resource.unit === undefined
        ? maySspPersons(who, action)
        : maySspUnit(who, action, resource.unit, resource.home, now);
    case 'exit-programme':
      return ofOneRole(who, 'exit-caseworker', action, resource);
    case 'financial-review':
      return ofOneRole(who, 'benefit-control-officer', action, resource);
    case 'housing-plan':
      return inTheOpen(who, action, resource, 'partnership-coordinator', ['ssp-coordinator']);
    case 'dialogue':
      return inTheOpen(who, action, resource, 'dialogue-coordinator', ['partnership-coordinator']);
    case 'acute-plan':
      return ofOwnDistrict(who, action, resource, ['ssp-coordinator']);
    case 'gathering-ban':
      return ofOwnDistrict(who, action, resource, ['police-liaison', 'ssp-coordinator']);
    case 'safety-partnership':
      return inTheOpen(who, action, resource, 'partnership-coordinator', [
        ...['safety-lift-manager', 'dialogue-coordinator'],
      ]);
    default:
      return false;
  }
}

/** Units without persons that only their district sees, and whom they are assigned to. */
function ofOwnDistrict(
  { role, districts, user }: Identity,
  action: Action,
  { home }: Resource,
  works: readonly string[],
): boolean {
  if (!home || !works.includes(role) || !['read', 'change'].includes(action)) return false;
  const { district, assignedTo } = home;
  return assignedTo === user || (district !== undefined && districts.includes(district));
}

/** Units without persons: one role works on them, and some others look at them. */
function inTheOpen(
  { role }: Identity,
  action: Action,
  { unit }: Resource,
  works: string,
  looks: readonly string[],
): boolean {
  if (unit === undefined) return false;
  return (
    (role === works && ['read', 'change'].includes(action)) ||
    (looks.includes(role) && action === 'read')
  );
}

function ofOneRole(who: Identity, role: string, action: Action, { unit }: Resource): boolean {
  if (who.role !== role) return false;
  return unit === undefined || action === 'change' || seeing.includes(action);
}

function maySspPersons(who: Identity, action: Action): boolean {
  if (['compare', 'link'].includes(action)) return who.role === 'ssp-coordinator';
  const usual = ['search', 'register', 'read-person', 'reveal-address', 'disclose'];
  return ssp.includes(who.role) && usual.includes(action);
}

function maySspUnit(
  who: Identity,
  action: Action,
  unit: string,
  home: Resource['home'],
  now: Date,
): boolean {
  if (action === 'break-glass') return who.role === 'ssp-caseworker';
  if (action !== 'change' && !seeing.includes(action)) return false;
  const isSsp = ssp.includes(who.role);
  if (!home) {
    return (isSsp || glassBroken(who, unit, now)) && (isSsp || action !== 'change');
  }
  const isOwn =
    (home.district !== undefined && who.districts.includes(home.district)) ||
    home.assignedTo === who.user;
  if (isSsp && isOwn) return true;
  const isAsked = home.alsoDistricts.some((district) => who.districts.includes(district));
  if (isSsp && isAsked && action !== 'read-texts') return true;
  if (action === 'change') return false;
  const today = dayInCopenhagen(now);
  const isReferred = home.referredTo.some(
    ({ organisation, until }) => organisation === who.organisation && until >= today,
  );
  if (isReferred && (isSsp || who.role === 'police-liaison')) return true;
  return glassBroken(who, unit, now);
}

function glassBroken(who: Identity, unit: string, now: Date): boolean {
  return (
    who.role === 'ssp-caseworker' &&
    who.glass.some((glass) => glass.unit === unit && Date.parse(glass.until) > now.getTime())
  );
}
