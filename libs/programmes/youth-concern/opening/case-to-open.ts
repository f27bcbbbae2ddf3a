import { permit, type Policies } from '@sikkerby/access';
import { Decide, idFrom, type Intent } from '@sikkerby/commands';
import type { Register } from '@sikkerby/people';
import { personOn } from '@sikkerby/case-kit/edge';
import { youthConcernReport } from '../concern-report/concern-report.js';
import type { NewCase } from './opening.requests.js';
import { youthConcern } from '../youth-concern.js';

/**
 * What the rules ask about the person of a case: how old on the day, which gender.
 * @throws Rejection when nobody is registered under the reference
 */
export async function personOf(
  { subject, occurredOn }: NewCase,
  { today }: Intent,
  register: Register,
) {
  const { programme } = youthConcern;
  const { age, gender } = await personOn(register, programme, subject, occurredOn ?? today);
  return { ageAtOpening: age, gender };
}

/**
 * The two commands by which a report becomes a case, in this order. The screening is refused for
 * whatever the opening would be refused for, so that no report names a case that never opens.
 * @throws NotYours when the case would belong to others
 */
export async function caseFromReport(
  report: string,
  request: NewCase,
  intent: Intent,
  { policies, register }: { readonly policies: Policies; readonly register: Register },
) {
  const { district } = request;
  const home = { district, alsoDistricts: [], referredTo: [], assignedTo: undefined };
  const caseId = idFrom(intent, 'case');
  const resource = { programme: 'youth-concern', unit: caseId, home };
  permit(policies, intent.identity, 'change', resource);

  const person = await personOf(request, intent, register);
  const { occurredOn, track } = request;
  const act = 'screen-concern-report';
  const screening = { outcome: 'open-case', caseId, ...(occurredOn && { occurredOn }) };
  const toOpen = { ageAtOpening: person.ageAtOpening, track };
  const opening = Object.assign(request, { reports: [report] });
  const next: Intent = { ...intent, key: idFrom(intent, 'open the case'), expected: 'none' };
  return {
    screening: new Decide(youthConcernReport, report, act, screening, intent, { toOpen }),
    opening: new Decide(youthConcern, caseId, 'open-case', opening, next, person),
  };
}
