import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity, type ProgrammeAccess } from '@sikkerby/access';
import type { Plain } from '@sikkerby/http';
import { fold, type Day, type Decider } from '@sikkerby/kernel';
import { Register } from '@sikkerby/people';
import { ReadModels, type Projection, type Row } from '@sikkerby/projections';
import { reactor } from '@sikkerby/reactions';
import type { Codes } from '@sikkerby/statistics/facts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { page, placeOf } from './paging.requests.js';
import { nothingYet, type LiveUnit, type UnitState } from '../unit.js';
import type { ListRow, UnitDefinition } from '../programme/unit-definition.js';
import type { WorkListQuery } from '../programme/unit.requests.js';
import { unitOf } from '../programme/view.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;
const maybe = { ...inCodeUnits, nullable: true } as const;

/** A unit as the lists show it, and the state that it follows from. */
@Entity('work_item')
@Index(['kind', 'open', 'dueOn'])
@Index(['subject'])
export class WorkItem implements Row, Required<Omit<ListRow, 'lastOn'>> {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  /** Category of its stream. */
  @Column('text') readonly kind!: string;
  @Column(inCodeUnits) readonly unit!: string;
  @Column('text') readonly status!: string;
  @Column('boolean') readonly open!: boolean;
  @Column({ ...maybe }) readonly district!: string | null;
  @Column({ ...maybe }) readonly subject!: string | null;
  @Column({ ...maybe, name: 'assigned_to' }) readonly assignedTo!: string | null;
  @Column({ ...inCodeUnits, name: 'began_on' }) readonly beganOn!: Day;
  @Column({ ...maybe, name: 'due_on' }) readonly dueOn!: Day | null;
  @Column({ ...inCodeUnits, array: true, default: [] }) readonly others!: readonly string[];
  @Column('boolean', { default: false }) readonly withheld!: boolean;
  @Column({ ...maybe, name: 'last_on' }) readonly lastOn!: Day | null;
  @Column('jsonb') readonly codes!: Codes;
}

/** The state of each unit so far. */
@Entity('work_source')
export class WorkSource implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('json') readonly state!: object;
}

/** Name of the projection behind a programme's lists. */
export const workOf = (programme: string) => `${programme}.work`;

/** What there is to do: each unit of the programme that counts, once. */
export function workProjection({
  name: programme,
  access,
  listsVersion: version,
  units,
}: {
  readonly name: string;
  readonly access: ProgrammeAccess;
  readonly listsVersion: number;
  readonly units: readonly UnitDefinition[];
}): Projection {
  const unitOfType = new Map(
    units.flatMap((unit) => Object.keys(unit.decider.evolve).map((type) => [type, unit] as const)),
  );
  return {
    name: workOf(programme),
    version,
    reads: [`${programme}.`],
    onPoison: 'quarantine',
    seenBy:
      access === 'protected'
        ? { home: { table: WorkItem, district: 'district', assignedTo: 'assignedTo' } }
        : { roles: [...rolesOf(units), reactor.role] },
    tables: [WorkItem, WorkSource],
    fold(event, rows) {
      const unit = unitOfType.get(event.type);
      if (!unit) return;
      const decider = unit.decider as Decider<UnitState<LiveUnit>>;
      const { category: kind, initialState } = decider;
      const before = (rows.get(WorkSource)?.state ?? initialState) as UnitState<LiveUnit>;
      const state = fold(decider, before, [event]);
      rows.put(WorkSource, { state });
      if ([nothingYet.status, 'void', 'merged'].includes(state.status)) {
        rows.remove(WorkItem);
      } else {
        const row = unit.row(state as never);
        rows.put(WorkItem, {
          ...{ ...row, kind, unit: unitOf(event), lastOn: row.lastOn ?? null },
          others: decider.othersOf?.(state) ?? [],
          withheld: decider.homeOf?.(state)?.withheld === true,
        });
      }
    },
  };
}

/** Everybody who works with one of the units, or reads them. */
function rolesOf(units: readonly UnitDefinition[]): string[] {
  return [...new Set(units.flatMap(({ roles }) => [...roles.work, ...roles.read]))];
}

/** A unit in a list. */
export class WorkListItem {
  readonly unitId!: string;
  /** Of the person, where it is about one: missing when it is gone, or not for you to read. */
  readonly name?: string;
  /** @example open */
  readonly status!: string;
  /** @example noerrebro */
  readonly district!: string | null;
  /** Account name. */
  readonly assignedTo!: string | null;
  /** @example 2017-03-01 */
  readonly beganOn!: string;
  /** When the next thing is due. @example 2017-04-01 */
  readonly dueOn!: string | null;
  readonly overdue!: boolean;
  /** What else tells one from another. */
  readonly codes!: Record<string, string | string[]>;
}

export class WorkListPage {
  readonly items!: WorkListItem[];
  /** Cursor of the next page; missing on the last. */
  readonly next?: string;
}

/** Which units have something to do, or belong to one person's history? */
export class WorkList extends Query<About<Plain<WorkListPage>>> {
  constructor(
    readonly unit: UnitDefinition,
    readonly identity: Identity,
    readonly asked: Plain<WorkListQuery> & {
      readonly statuses?: readonly string[];
      readonly lastFrom?: Day;
    },
    readonly today: Day,
  ) {
    super();
  }
}

@QueryHandler(WorkList)
export class WorkListHandler implements IQueryHandler<WorkList> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly register: Register,
    private readonly policies: Policies,
  ) {}

  async execute({ unit, identity, asked, today }: WorkList): Promise<About<Plain<WorkListPage>>> {
    const { programme, category } = unit.decider;
    const isLatestFirst = asked.sort.startsWith('-');
    const column = asked.sort.endsWith('dueOn') ? 'dueOn' : 'beganOn';
    const placeIn = (row: WorkItem) => [row[column] ?? '9999-12-31', row.unit] as const;
    const found = await this.readModels.readView(workOf(programme), identity, (manager) => {
      const rows = manager.createQueryBuilder(WorkItem, 'item').where({ kind: category });
      const sortedBy = column === 'dueOn' ? `coalesce(item.due_on, '9999-12-31')` : 'item.began_on';
      const only = (condition: string, values: object) => void rows.andWhere(condition, values);
      if (asked.all !== 'true') only('item.open', {});
      if (asked.status !== undefined) only('item.status = :status', { status: asked.status });
      if (asked.statuses) only('item.status = ANY (:statuses)', { statuses: asked.statuses });
      if (asked.district !== undefined)
        only('item.district = :district', { district: asked.district });
      if (asked.subject !== undefined) {
        only('(item.subject = :subject OR :subject = ANY (item.others))', {
          subject: asked.subject,
        });
      }
      for (const [at, one] of (asked.code?.split(',') ?? []).entries()) {
        const [name, code] = one.split(':');
        const [of, is] = [`name${String(at)}`, `code${String(at)}`];
        only(`jsonb_exists(item.codes -> :${of}, :${is})`, { [of]: name, [is]: code });
      }
      if (asked.lastFrom !== undefined)
        only('item.last_on >= :lastFrom', { lastFrom: asked.lastFrom });
      if (asked.assignedTo) only('item.assigned_to = :me', { me: identity.user });
      if (asked.dueFrom !== undefined) only('item.due_on >= :dueFrom', { dueFrom: asked.dueFrom });
      if (asked.dueTo !== undefined) only('item.due_on <= :dueTo', { dueTo: asked.dueTo });
      if (asked.cursor !== undefined) {
        const [sorted, after] = placeOf(asked);
        only(`(${sortedBy}, item.unit) ${isLatestFirst ? '<' : '>'} (:sorted, :after)`, {
          sorted,
          after,
        });
      }
      const direction = isLatestFirst ? 'DESC' : 'ASC';
      return rows
        .orderBy(sortedBy, direction)
        .addOrderBy('item.unit', direction)
        .limit(asked.limit + 1)
        .getMany();
    });
    const { items, ...rest } = page(found, asked, placeIn);
    const decided = items.map((row) => this.decided(programme, row, identity));
    const visible = decided.filter(({ permitted }) => permitted);
    const named = visible.flatMap(({ row, mayName }) =>
      mayName && row.subject ? [row.subject] : [],
    );
    const persons = await this.register.particularsOf(programme, [...new Set(named)]);
    return new About(
      {
        items: visible.map(({ row, mayName }) => {
          const { unit: unitId, status, district, assignedTo, beganOn, dueOn, codes } = row;
          const name = mayName && row.subject ? persons.get(row.subject)?.name : undefined;
          const overdue = row.open && dueOn !== null && dueOn < today;
          return {
            ...{ unitId, status, district, assignedTo, beganOn, dueOn, overdue },
            codes: codes as WorkListItem['codes'],
            ...(name === undefined ? {} : { name }),
          };
        }),
        ...rest,
      },
      visible.flatMap(({ seen }) => seen),
    );
  }

  private decided(programme: string, row: WorkItem, identity: Identity) {
    const { unit, district, assignedTo, subject, others, withheld } = row;
    const home = {
      ...{ district: district ?? undefined, assignedTo: assignedTo ?? undefined },
      ...{ alsoDistricts: [], referredTo: [], withheld },
    };
    const [resource, now] = [{ programme, unit, home }, new Date()];
    const { permitted, policies } = this.policies.decide(identity, 'read', resource, now);
    const mayName = this.policies.decide(identity, 'read-person', resource, now).permitted;
    return {
      row,
      permitted,
      mayName,
      seen: [subject ?? undefined, ...others].map((each) => ({
        ...{ programme, unit, subject: each, policies },
      })),
    };
  }
}
