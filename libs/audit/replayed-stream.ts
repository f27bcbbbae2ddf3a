import type { Plain } from '@sikkerby/http';
import type { Replay } from './replay.js';
import type { ReplayedStream } from './replay.answers.js';

type State = Plain<ReplayedStream>['state'];

/** A replay as the API and the command line show it: its events in the versions in which the log has them. */
export function replayedStream(
  { stream, state, steps }: Replay,
  eventByEvent: boolean,
): Plain<ReplayedStream> {
  const events = steps.map(({ event: { asWritten, ...event }, state: after }) => {
    const { type, data } = asWritten ?? event;
    return {
      ...event,
      type,
      data: { ...data },
      ...(eventByEvent ? { state: after as State } : {}),
    };
  });
  return { stream, revision: steps.length - 1, state: state as State, events };
}
