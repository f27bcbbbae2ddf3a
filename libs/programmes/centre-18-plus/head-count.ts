import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import { centres, isOpen, type CentreCode, type District } from '@sikkerby/reference';
import {
  correcting,
  voiding,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  type Asked,
} from '@sikkerby/case-kit';

/** How many were at a centre on a day, of whom nobody knows who they are. */
export interface HeadCount {
  readonly status: 'counted';
  readonly beganOn: Day;
  readonly centre: CentreCode;
  readonly district: District;
  readonly visitors: number;
}

/** The day of the event is the day of the count. */
export type HeadsCounted = DomainEvent<
  'centre-18-plus.head-count-recorded.v1',
  Pick<HeadCount, 'centre' | 'visitors'>
>;

const headCountKind = kindOf<HeadCount>()('centre-18-plus', 'head-count');
const voids = voiding(headCountKind);
const corrections = correcting(headCountKind, ['visitors']);

/** Anonymous visits, apart from those of registered persons. */
export const headCount = decider(headCountKind, {
  category: 'centre_18_plus_head_count',
  initialState: nothingYet,
  acts: {
    'count-heads': beginning(headCountKind, (command: Asked<HeadsCounted['data']>) => {
      const { centre, visitors } = command.data;
      refuseUnless(isOpen(centre, command.occurredOn), 'nobody-visits-a-closed-centre');
      return [happened('centre-18-plus.head-count-recorded.v1', command, { centre, visitors })];
    }),
    ...corrections.acts,
    ...voids.acts,
  },
  evolve: {
    'centre-18-plus.head-count-recorded.v1': (
      _: unknown,
      { occurredOn, data: { centre, visitors } }: HeadsCounted,
    ): HeadCount => ({
      ...{ status: 'counted', beganOn: occurredOn, centre, visitors },
      district: centres[centre].district,
    }),
    ...corrections.steps,
    ...voids.steps,
  },
  homeOf,
});
