import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import type { Position } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import type { Observable } from 'rxjs';
import { invalidRequest } from './problem.js';
import { headerOf, type ApiRequest } from './request.js';

const patience = 3000;

/** Names of the projections that queries are answered from. */
export class QueriedProjections {
  constructor(readonly names: readonly string[]) {}
}

/** Holds a query back until the read models have reached its X-Min-Position. */
@Injectable()
export class MinPosition implements NestInterceptor {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly projections: QueriedProjections,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const text = headerOf(context.switchToHttp().getRequest<ApiRequest>(), 'x-min-position');
    if (text !== undefined) {
      await this.readModels.waitForPosition(this.projections.names, this.parse(text), patience);
    }
    return next.handle();
  }

  private parse(text: string): Position {
    try {
      return this.store.parsePosition(text);
    } catch {
      throw invalidRequest('X-Min-Position', 'X-Min-Position must be a position of a receipt');
    }
  }
}
