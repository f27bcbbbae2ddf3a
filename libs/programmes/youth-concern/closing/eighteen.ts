import { refuseUnless, type Actor, type DomainEvent } from '@sikkerby/kernel';
import { acting, happened, type Asked } from '@sikkerby/case-kit';
import {
  openCase,
  theCase,
  type CaseState,
  type LiveCase,
  type OpenCase,
} from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

/**
 * The young person has turned 18: the case is to be closed or moved to `ssp-plus`. Given at the
 * beginning of the next month, so that nobody's birthday is in the log.
 */
export type EighteenProposed = DomainEvent<'youth-concern.eighteen-proposed.v1'>;
/** From the day of the event on the case is on the track for those aged 18 to 25. */
export type MovedToSspPlus = DomainEvent<'youth-concern.case-moved-to-ssp-plus.v1'>;
export type EighteenEvent = EighteenProposed | MovedToSspPlus;

export const eighteenActs = {
  'propose-at-eighteen': {
    ...acting(theCase, byTheCalendar, (state, command: Asked<object>) => {
      if (state.eighteenProposed || state.track === 'ssp-plus') return [];
      return [happened('youth-concern.eighteen-proposed.v1', command, {})];
    }),
    already: isProposed,
  },

  'move-to-ssp-plus': {
    ...acting(theCase, openCase, (state, command: Asked<{ readonly age: number }>) => {
      if (state.track === 'ssp-plus') return [];
      refuseUnless(command.data.age >= 18, 'somebody-under-18-is-on-the-ssp-track');
      refuseUnless(command.data.age <= 25, 'a-case-is-about-somebody-aged-25-at-most');
      return [happened('youth-concern.case-moved-to-ssp-plus.v1', command, {})];
    }),
    already: (state: CaseState) => state.status === 'open' && state.track === 'ssp-plus',
  },
};

export const eighteenSteps = caseSteps<EighteenEvent>({
  'youth-concern.eighteen-proposed.v1': (state) => ({ ...state, eighteenProposed: true }),
  'youth-concern.case-moved-to-ssp-plus.v1': (state) => ({
    ...state,
    track: 'ssp-plus',
    eighteenProposed: false,
  }),
});

function byTheCalendar(live: LiveCase, { role }: Actor): OpenCase {
  refuseUnless(role === 'reaction', 'a-proposal-at-eighteen-is-made-by-the-calendar');
  return openCase(live);
}

function isProposed(state: CaseState): boolean {
  return state.status === 'open' && (state.eighteenProposed || state.track === 'ssp-plus');
}
