import { refuseUnless, type Day } from '@sikkerby/kernel';

/** A stretch of work on the case; `to` is its last day, undefined while it goes on. */
export interface Episode {
  readonly from: Day;
  readonly to: Day | undefined;
}

/** The opening first, then each reopening. */
export type Episodes = readonly [Episode, ...Episode[]];

/** A day that can be corrected: of the opening, the last reopening, the last closing. */
export type EpisodeDay = 'openedOn' | 'reopenedOn' | 'closedOn';

export function lastOf(episodes: Episodes): Episode {
  return episodes.at(-1) ?? episodes[0];
}

/** The last episode ends on the day. */
export function ended(episodes: Episodes, on: Day): Episodes {
  return changed(episodes, episodes.length - 1, { to: on });
}

export function dayOf(episodes: Episodes, which: EpisodeDay): Day | undefined {
  const episode = episodes[indexOf(episodes, which)];
  return which === 'closedOn' ? episode?.to : episode?.from;
}

/** The episodes with another day. */
export function withDay(episodes: Episodes, which: EpisodeDay, day: Day): Episodes {
  const change = which === 'closedOn' ? { to: day } : { from: day };
  return changed(episodes, indexOf(episodes, which), change);
}

/** Whether every closing is on or after its opening, and every reopening on or after its closing. */
export function areInOrder(episodes: Episodes): boolean {
  const days = episodes.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  return days.every((day, index) => day >= (days[index - 1] ?? day));
}

function indexOf(episodes: Episodes, which: EpisodeDay): number {
  if (which === 'openedOn') return 0;
  const index =
    which === 'closedOn'
      ? episodes.findLastIndex(({ to }) => to !== undefined)
      : Math.max(1, episodes.length - 1);
  refuseUnless(index in episodes, 'a-day-is-corrected-where-there-is-one');
  return index;
}

function changed([first, ...others]: Episodes, at: number, change: Partial<Episode>): Episodes {
  const apply = (episode: Episode, index: number) =>
    index === at ? { ...episode, ...change } : episode;
  return [apply(first, 0), ...others.map((episode, index) => apply(episode, index + 1))];
}
