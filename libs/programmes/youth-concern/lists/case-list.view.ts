import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Policies, type About, type Identity } from '@sikkerby/access';
import type { Plain } from '@sikkerby/http';
import { Register } from '@sikkerby/people';
import { ReadModels } from '@sikkerby/projections';
import { page, placeOf } from '@sikkerby/case-kit/edge';
import { aboutCases, decideRow } from '../case/about-cases.js';
import { lists } from './lists.js';
import type { CaseListQuery } from './lists.requests.js';

/** An open case, as it is now. */
export class CaseListItem {
  readonly caseId!: string;
  /** Name of the young person; null when it was erased, or not for you to read. */
  readonly name!: string | null;
  /** @example noerrebro */
  readonly district!: string;
  /** @example 2 */
  readonly level!: number;
  /** @example ssp-noerrebro */
  readonly team!: string;
  /** Account name, where somebody is assigned. */
  readonly caseworker!: string | null;
  /** @example 2017-03-01 */
  readonly openedOn!: string;
  /** The young person is 18: the case is to be closed, or moved to `ssp-plus`. */
  readonly eighteenProposed!: boolean;
  /** When the next action is due; null when none is open. */
  readonly nextDueOn!: string | null;
}

export class CaseListPage {
  readonly items!: CaseListItem[];
  /** Cursor of the next page; missing on the last. */
  readonly next?: string;
}

/** Which open cases are mine, or my districts'? Those with the nearest due day first. */
export class CaseList extends Query<About<Plain<CaseListPage>>> {
  constructor(
    readonly identity: Identity,
    readonly asked: Plain<CaseListQuery>,
  ) {
    super();
  }
}

const openCases = `
SELECT * FROM (
  SELECT case_id AS "caseId", subject, district, level, team, caseworker,
    eighteen_proposed AS "eighteenProposed",
    episodes -> 0 ->> 'from' AS "openedOn",
    (SELECT min(due_on) FROM due_period
     WHERE due_period.stream = case_row.stream AND held_until IS NULL) AS "nextDueOn"
  FROM case_row
  WHERE is_open AND NOT gone AND (district = ANY ($1) OR caseworker = $2)
    AND coalesce(team = $3, true) AND ($4 = false OR caseworker = $2)
) AS mine
WHERE (coalesce("nextDueOn", '9999-12-31'), "caseId" COLLATE "C") > ($5, $6)
ORDER BY coalesce("nextDueOn", '9999-12-31'), "caseId" COLLATE "C" LIMIT $7`;

@QueryHandler(CaseList)
export class CaseListHandler implements IQueryHandler<CaseList> {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(Register) private readonly register: Pick<Register, 'particularsOf'>,
    private readonly policies: Policies,
  ) {}

  async execute({ identity, asked }: CaseList): Promise<About<Plain<CaseListPage>>> {
    const found = await this.readModels.readView(lists, identity, (manager) =>
      manager.query<(Omit<CaseListItem, 'name'> & { subject: string })[]>(openCases, [
        ...[identity.districts, identity.user, asked.team ?? null, asked.assignedTo === 'me'],
        ...[...placeOf(asked), asked.limit + 1],
      ]),
    );
    const rows = page(found, asked, ({ nextDueOn, caseId }) => [nextDueOn ?? '9999-12-31', caseId]);
    const asking = { identity, policies: this.policies };
    const named = rows.items.filter((row) => decideRow(asking, 'read-person', row).permitted);
    const cases = new Set(named.map(({ caseId }) => caseId));
    const subjects = [...new Set(named.map(({ subject }) => subject))];
    const persons = await this.register.particularsOf('youth-concern', subjects);
    return aboutCases(
      rows,
      asking,
      (row) => row,
      (item, subject) => {
        const name = cases.has(item.caseId) ? persons.get(subject)?.name : undefined;
        return { ...item, name: name ?? null };
      },
    );
  }
}
