import type { Action, Identity, Resource } from '@sikkerby/access';
import { dayInCopenhagen } from '@sikkerby/kernel';

const ssp = ['ssp-caseworker', 'ssp-coordinator'];
/** What somebody who keeps a register may do with it. */
const ofTheRegister: readonly Action[] = [
  ...(['search', 'register', 'read-person', 'compare', 'link'] as const),
  ...(['reveal-address', 'disclose', 'export'] as const),
];
const seeing: readonly Action[] = ['read', 'read-person', 'read-texts'];

/** Who reads what the annual report is made of. */
const ofTheReport = ['report-approver', 'auditor', 'ssp-coordinator'];

const erasing: readonly Action[] = ['request-erasure', 'oversee-erasure'];

/** Who may what, told once more in TypeScript from `privacy.md`, to hold the policies against. */
export function mayByOracle(who: Identity, action: Action, resource: Resource, now: Date): boolean {
  switch (resource.programme) {
    case 'youth-concern':
      return resource.unit === undefined
        ? maySspPersons(who, action) || mayReview(who, action, resource)
        : maySspUnit(who, action, resource.unit, resource.home, now);
    case 'exit-programme':
      return ofOneRole(who, 'exit-caseworker', action, resource);
    case 'financial-review':
      return ofOneRole(who, 'benefit-control-officer', action, resource);
    case 'oversight':
      return mayReview(who, action, resource);
    case 'leisure-job':
    case 'leisure-guide':
      return ofOneRole(who, 'leisure-consultant', action, resource);
    case 'safety-lift':
      return onUnitsOnly(who, 'safety-lift-manager', action, resource, 'partnership-coordinator');
    case 'street-outreach':
      return onUnitsOnly(who, 'outreach-lead', action, resource);
    case 'feriecamp':
      return onUnitsOnly(who, 'camp-organiser', action, resource, 'partnership-coordinator');
    case 'youth-club':
      return onUnitsOnly(who, 'leisure-consultant', action, resource, 'outreach-lead');
    case 'infohus':
      return resource.unit === undefined
        ? mayInfohusPersons(who, action)
        : mayInfohusUnit(who, action, resource.home);
    case 'centre-18-plus':
    case 'activation':
      return mayCentreWorker(who, action, resource);
    case 'housing-plan':
      return inTheOpen(who, action, resource, 'partnership-coordinator', ['ssp-coordinator']);
    case 'dialogue':
      return inTheOpen(who, action, resource, 'dialogue-coordinator', ['partnership-coordinator']);
    case 'acute-plan':
      return ofOwnDistrict(who, action, resource, ['ssp-coordinator']);
    case 'gathering-ban':
      return ofOwnDistrict(who, action, resource, ['police-liaison', 'ssp-coordinator']);
    case 'goals':
      return (
        inTheOpen(who, action, resource, 'analyst', ofTheReport) ||
        inTheOpen(who, action, resource, 'police-liaison', [])
      );
    case 'funded-effort':
      return inTheOpen(who, action, resource, 'analyst', [...ofTheReport, 'police-liaison']);
    case 'knowledge':
      return (
        resource.unit !== undefined &&
        (['read', 'read-texts'].includes(action) || (action === 'change' && who.role === 'analyst'))
      );
    case 'safety-partnership':
      return inTheOpen(who, action, resource, 'partnership-coordinator', [
        ...['safety-lift-manager', 'dialogue-coordinator'],
      ]);
    default:
      return false;
  }
}

/** Those of their districts, and of courses those that are assigned to them. */
function mayCentreWorker(who: Identity, action: Action, resource: Resource): boolean {
  if (resource.unit === undefined) return ofOneRole(who, 'centre-worker', action, resource);
  if (who.role !== 'centre-worker') return false;
  const { district, assignedTo } = resource.home ?? {};
  const isNear =
    (district !== undefined && who.districts.includes(district)) ||
    (resource.programme === 'activation' && assignedTo === who.user);
  return isNear && (action === 'change' || seeing.includes(action));
}

function mayInfohusUnit({ role }: Identity, action: Action, home: Resource['home']): boolean {
  if (home?.withheld === true) return role === 'auditor' && action === 'read';
  if (role === 'auditor') return action === 'read';
  if (role === 'police-liaison') return ['read', 'read-person', 'change'].includes(action);
  const isInfohus = role === 'infohus-member' || role === 'infohus-coordinator';
  return isInfohus && (action === 'change' || seeing.includes(action));
}

function mayInfohusPersons({ role }: Identity, action: Action): boolean {
  if (['review', 'oversee-erasure'].includes(action)) return role === 'dpo';
  if (['export', 'request-erasure'].includes(action)) {
    return ['dpo', 'infohus-coordinator'].includes(role);
  }
  if (['compare', 'link'].includes(action)) return role === 'infohus-coordinator';
  const usual = ['search', 'register', 'read-person', 'reveal-address', 'disclose'];
  return ['infohus-member', 'infohus-coordinator'].includes(role) && usual.includes(action);
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
  if (unit === undefined && ['review', ...erasing].includes(action)) return who.role === 'dpo';
  if (unit === undefined && action === 'export' && who.role === 'dpo') return true;
  if (who.role !== role) return false;
  if (unit !== undefined) return action === 'change' || seeing.includes(action);
  return ofTheRegister.includes(action);
}

/** Looks are reviewed by the data protection officer; in SSP by its coordinators too. */
function mayReview({ role }: Identity, action: Action, { programme, unit }: Resource): boolean {
  if (action !== 'review' || unit !== undefined) return false;
  return role === 'dpo' || (programme === 'youth-concern' && role === 'ssp-coordinator');
}

/** Of a programme without a register, whose units are about nobody. */
function onUnitsOnly(
  who: Identity,
  role: string,
  action: Action,
  { unit }: Resource,
  reader?: string,
): boolean {
  if (unit === undefined) return false;
  if (who.role === reader) return action === 'read';
  return who.role === role && ['read', 'read-texts', 'change'].includes(action);
}

function maySspPersons(who: Identity, action: Action): boolean {
  if (action === 'export') return ['dpo', 'ssp-coordinator'].includes(who.role);
  if (action === 'oversee-erasure') return who.role === 'dpo';
  if (action === 'request-erasure') return ['ssp-coordinator', 'dpo'].includes(who.role);
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
