import { everywhere, type EventReaction } from '@sikkerby/reactions';
import { unitOf } from '@sikkerby/case-kit/edge';
import { AwaitedMatch } from './awaited-match.js';
import { lists } from '../lists/lists.js';
import { youthConcern } from '../youth-concern.js';

const patienceMs = 30_000;

/** The leisure-job desk does not know of the case; the case names the search that it waits for. */
export const whenALeisureJobIsMatched: EventReaction = {
  name: 'when-a-leisure-job-is-matched-then-the-action-that-waits-for-it-is-completed',
  reads: ['leisure-job.match-made.'],
  async then(event, { readModels }) {
    await readModels.waitForPosition([lists], event.position, patienceMs);
    const match = unitOf(event);
    const awaited = await readModels.readView(lists, everywhere, (manager) =>
      manager.findOne(AwaitedMatch, { where: { match }, order: { stream: 'ASC', key: 'ASC' } }),
    );
    if (!awaited) return undefined;
    const { occurredOn } = event;
    return {
      ...{ decider: youthConcern, id: awaited.caseId, act: 'complete-action' },
      body: { actionId: awaited.key, outcome: 'achieved', occurredOn },
      for: event.id,
    };
  },
};
