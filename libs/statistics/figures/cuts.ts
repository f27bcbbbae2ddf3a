import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import type { Position } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import { WrongQuestion } from './measure.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const patienceMs = 2000;

/** Points in the history, as people ask for them: a position of the log, or a moment. */
@Injectable()
export class Cuts {
  constructor(
    @Inject(EventStore)
    private readonly store: Pick<EventStore, 'head' | 'positionAt' | 'parsePosition'>,
    @Inject(ReadModels) private readonly readModels: Pick<ReadModels, 'waitForPosition'>,
  ) {}

  /**
   * The position that is meant, once the projections have come to it; undefined when none is asked
   * for, which means all that is counted by now.
   * @throws WrongQuestion, ReadModelBehind
   */
  async at(
    asOf: string | undefined,
    projections: readonly string[],
  ): Promise<Position | undefined> {
    if (asOf === undefined) return undefined;
    const cut = await this.position(asOf);
    await this.readModels.waitForPosition(projections, cut, patienceMs);
    return cut;
  }

  /** The position that is meant; the end of the log when none is asked for. @throws WrongQuestion */
  async position(asOf?: string): Promise<Position> {
    const { position: end } = await this.store.head();
    if (asOf === undefined) return end;
    const moment = new Date(asOf);
    if (instant.test(asOf) && !Number.isNaN(moment.getTime())) return this.store.positionAt(moment);
    const position = this.parsed(asOf);
    if (position > end) throw new WrongQuestion('asOf', 'a position that the log has come to');
    return position;
  }

  private parsed(text: string): Position {
    try {
      return this.store.parsePosition(text);
    } catch {
      throw new WrongQuestion(
        'asOf',
        'a position of the log, or an instant such as 2018-02-01T12:00:00Z',
      );
    }
  }
}
