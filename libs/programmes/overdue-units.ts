import type { AnyDecider, Day } from '@sikkerby/kernel';
import type { ReadModels } from '@sikkerby/projections';
import { WorkItem, workOf } from './work-list.view.js';

/** Units of a kind that stand so, and whose due day is past. */
export function overdueUnits(
  readModels: ReadModels,
  { programme, category }: Pick<AnyDecider, 'programme' | 'category'>,
  status: string,
  today: Day,
): Promise<WorkItem[]> {
  return readModels.readView(workOf(programme), (manager) =>
    manager
      .createQueryBuilder(WorkItem, 'item')
      .where({ kind: category, status, open: true })
      .andWhere('item.due_on < :today', { today })
      .orderBy('item.unit')
      .getMany(),
  );
}
