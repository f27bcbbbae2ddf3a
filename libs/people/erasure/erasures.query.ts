import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Plain } from '@sikkerby/http';
import { ReadModels } from '@sikkerby/projections';
import type { ErasureNow } from './erasure.answers.js';
import { ErasureRow, overseer, retentionView } from './retention.view.js';

/** Which erasures are asked for, and not final yet? */
export class WhichErasuresAreUnderWay extends Query<Plain<ErasureNow>[]> {}

@QueryHandler(WhichErasuresAreUnderWay)
export class ErasuresUnderWayHandler implements IQueryHandler<WhichErasuresAreUnderWay> {
  constructor(private readonly readModels: ReadModels) {}

  async execute(): Promise<Plain<ErasureNow>[]> {
    const rows = await this.readModels.readView(retentionView, overseer, (manager) =>
      manager
        .createQueryBuilder(ErasureRow, 'erasure')
        .where(`erasure.state ->> 'status' IN ('requested', 'approved', 'shredded')`)
        .orderBy('erasure.stream')
        .limit(100)
        .getMany(),
    );
    return rows.map(({ programme, subject, state }) => ({
      ...{ programme, subject, status: state.status },
      ...(state.status === 'requested' ? { requestedBy: state.requestedBy } : {}),
      holds: Object.keys(state.holds).filter((ground) => state.holds[ground]),
    }));
  }
}
