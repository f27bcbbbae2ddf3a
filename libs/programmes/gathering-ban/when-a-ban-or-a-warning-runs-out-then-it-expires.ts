import type { Day } from '@sikkerby/kernel';
import type { DayReaction, GivenCommand, Known } from '@sikkerby/reactions';
import { overdueUnits } from '@sikkerby/case-kit/edge';
import { gatheringBan, type Ban } from './gathering-ban.js';

/** A first ban lasts three months, a warning two years; what is due is the last day that it holds. */
export const whenItRunsOut: readonly DayReaction[] = [
  expiring('when-the-three-months-of-a-ban-are-over-then-it-expires', 'expire', [
    'in-force',
    'withdrawal-asked',
  ]),
  expiring('when-the-two-years-of-a-warning-are-over-then-it-expires', 'warning-expire', [
    'warned',
    'owner-heard',
  ]),
];

function expiring(name: string, act: string, statuses: readonly Ban['status'][]): DayReaction {
  return {
    name,
    async due(today: Day, { readModels }: Known): Promise<GivenCommand[]> {
      const units = await overdueUnits(readModels, gatheringBan, statuses, today);
      return units.map(({ unit: id, dueOn: occurredOn }) => ({
        ...{ decider: gatheringBan, id, act, body: { occurredOn } },
        for: `${id} ${occurredOn ?? ''}`,
      }));
    },
  };
}
