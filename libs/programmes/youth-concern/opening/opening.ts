import { refuseUnless, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import type { ConcernType, Gender, Level, Track } from '../concern-codes.js';
import { beginning, happened, type Asked, type NoUnit } from '@sikkerby/case-kit';
import { theCase } from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

/** What is known of a case when it opens. Age in whole years on the day of opening. */
export interface Opening {
  /** The programme's own reference to the young person. */
  readonly subject: string;
  readonly ageAtOpening: number;
  readonly gender: Gender;
  readonly district: District;
  readonly level: Level;
  readonly track: Track;
  readonly concernTypes: readonly ConcernType[];
  readonly ownerTeam: string;
  /** Ids of the concern reports that led to the case. */
  readonly reports: readonly string[];
  readonly description: VaultText;
}

export type CaseOpened = DomainEvent<'youth-concern.case-opened.v1', Opening>;
export type OpeningEvent = CaseOpened;

export const openingActs = {
  'open-case': beginning(theCase, (command: Asked<Opening>) => {
    const { data } = command;
    ageAndTrackFit(data);
    return [
      happened('youth-concern.case-opened.v1', command, {
        subject: data.subject,
        ageAtOpening: data.ageAtOpening,
        gender: data.gender,
        district: data.district,
        level: data.level,
        track: data.track,
        concernTypes: asSet(data.concernTypes),
        ownerTeam: data.ownerTeam,
        reports: data.reports,
        description: data.description,
      }),
    ];
  }),
};

export const openingSteps = caseSteps<OpeningEvent, NoUnit>({
  'youth-concern.case-opened.v1': (_state, { occurredOn, data }) => ({
    status: 'open',
    beganOn: occurredOn,
    subject: data.subject,
    gender: data.gender,
    ageAtOpening: data.ageAtOpening,
    track: data.track,
    district: { value: data.district, since: occurredOn },
    level: { value: data.level, since: occurredOn },
    concernTypes: { value: data.concernTypes, since: occurredOn },
    team: data.ownerTeam,
    caseworker: undefined,
    hasPlan: false,
    actions: {},
    agenda: {},
    referrals: {},
    transfer: undefined,
    closing: undefined,
    eighteenProposed: false,
    episodes: [{ from: occurredOn, to: undefined }],
  }),
});

/** Who may have a case at all, and on which track. */
export function ageAndTrackFit(of: Pick<Opening, 'ageAtOpening' | 'track'>): void {
  refuseUnless(of.ageAtOpening >= 0, 'a-case-is-about-somebody-who-is-born');
  refuseUnless(of.ageAtOpening <= 25, 'a-case-is-about-somebody-aged-25-at-most');
  refuseUnless(
    of.track === trackAt(of.ageAtOpening),
    of.ageAtOpening < 18
      ? 'somebody-under-18-is-on-the-ssp-track'
      : 'somebody-aged-18-to-25-is-on-the-ssp-plus-track',
  );
}

export function trackAt(age: number): Track {
  return age < 18 ? 'ssp' : 'ssp-plus';
}

/** Each code once, in one order, so that equal sets are equal. */
export function asSet<Code extends string>(codes: readonly Code[]): readonly Code[] {
  return [...new Set(codes)].sort();
}
