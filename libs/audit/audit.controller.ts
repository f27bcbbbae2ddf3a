import { Param, Query } from '@nestjs/common';
import { EventStore, type UpTo } from '@sikkerby/event-store';
import { invalidRequest, ProgrammeController, QueryRoute, type Plain } from '@sikkerby/http';
import { replayedStream } from './replayed-stream.js';
import { ReplayedStream } from './replay.answers.js';
import { Deciders, replay } from './replay.js';
import { ReplayQuery } from './replay.requests.js';

@ProgrammeController('audit')
export class AuditController {
  constructor(
    private readonly store: EventStore,
    private readonly deciders: Deciders,
  ) {}

  @QueryRoute('streams/:id', {
    roles: ['auditor'],
    summary: 'A stream as it was after an event, at a position or at a moment',
    answer: { type: ReplayedStream },
  })
  async stream(
    @Param('id') id: string,
    @Query() query: ReplayQuery,
  ): Promise<Plain<ReplayedStream>> {
    const replayed = await replay(this.store, this.deciders, id, this.upTo(query));
    return replayedStream(replayed, query.eventByEvent === 'true');
  }

  private upTo({ revision, position, moment }: ReplayQuery): UpTo | undefined {
    const points = [
      ...(revision === undefined ? [] : [{ revision }]),
      ...(position === undefined ? [] : [{ position: this.position(position) }]),
      ...(moment === undefined ? [] : [{ moment: new Date(moment) }]),
    ];
    if (points.length > 1) {
      throw invalidRequest('/', 'give one of revision, position and moment, or none');
    }
    return points[0];
  }

  private position(text: string) {
    try {
      return this.store.parsePosition(text);
    } catch {
      throw invalidRequest('/position', 'position must be a position of the log, such as 1187');
    }
  }
}
