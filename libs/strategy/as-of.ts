import { Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import { invalidRequest } from '@sikkerby/http';
import type { Position } from '@sikkerby/kernel';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Turns what people say of a point of the log into its position. */
@Injectable()
export class AsOf {
  constructor(private readonly store: EventStore) {}

  /**
   * @param text a position, or an instant in ISO 8601; now when left out
   * @throws Problem when it is neither, or lies ahead
   */
  async position(text?: string): Promise<Position> {
    const { position: end } = await this.store.head();
    if (text === undefined) return end;
    const moment = new Date(text);
    if (instant.test(text) && !Number.isNaN(moment.getTime())) return this.store.positionAt(moment);
    const position = this.parsed(text);
    if (position > end) {
      throw invalidRequest('asOf', 'asOf must be a position that the log has come to');
    }
    return position;
  }

  private parsed(text: string): Position {
    try {
      return this.store.parsePosition(text);
    } catch {
      throw invalidRequest('asOf', 'asOf must be a position of the log, or an instant');
    }
  }
}
