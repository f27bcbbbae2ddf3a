import type { AnyDecider, Day } from '@sikkerby/kernel';
import type { ReadModels } from '@sikkerby/projections';
import { everywhere } from '@sikkerby/reactions';
import { WorkItem, workOf } from './work-list.view.js';

/** Units of a kind that stand in one of these ways, and whose due day is past. */
export function overdueUnits(
  readModels: ReadModels,
  { programme, category }: Pick<AnyDecider, 'programme' | 'category'>,
  statuses: readonly string[],
  today: Day,
): Promise<WorkItem[]> {
  return readModels.readView(workOf(programme), everywhere, (manager) =>
    manager
      .createQueryBuilder(WorkItem, 'item')
      .where({ kind: category, open: true })
      .andWhere('item.status = ANY (:statuses)', { statuses })
      .andWhere('item.due_on < :today', { today })
      .orderBy('item.unit')
      .getMany(),
  );
}
