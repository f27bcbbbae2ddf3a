import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Plain } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import type { ProposedErasure } from './erasure.answers.js';
import type { RetentionRule } from './retention-rule.js';
import { overseer, retentionView, withoutVersion } from './retention.view.js';

// Days compare as text.
const overdue = `
  SELECT u.programme, u.subject, u."anchoredOn", u."lastOn", u.units,
    ARRAY (SELECT h.key FROM jsonb_each(e.state -> 'holds') h WHERE h.value = 'true'
      ORDER BY h.key) AS holds
  FROM (
    SELECT programme, subject, max(days ->> $2) AS "anchoredOn", max(last_on) AS "lastOn",
      array_agg(unit ORDER BY unit) AS units
    FROM unit_days WHERE programme = $1 AND subject IS NOT NULL
    GROUP BY programme, subject HAVING max(days ->> $2) <= $3 AND max(last_on) <= $3
  ) u LEFT JOIN erasures e USING (programme, subject)
  WHERE coalesce(e.state ->> 'status', '') NOT IN ('requested', 'approved', 'shredded', 'finalised')
  ORDER BY "anchoredOn", subject LIMIT 100`;

/** With whom did the period of a rule begin so long ago that it is over, and nothing happened since? */
export class WhosePeriodIsOver extends Query<Plain<ProposedErasure>[]> {
  constructor(
    readonly rules: readonly RetentionRule[],
    readonly today: Day,
  ) {
    super();
  }
}

@QueryHandler(WhosePeriodIsOver)
export class ProposalsHandler implements IQueryHandler<WhosePeriodIsOver> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ rules, today }: WhosePeriodIsOver): Promise<Plain<ProposedErasure>[]> {
    const found = await this.readModels.readView(retentionView, overseer, async (manager) => {
      const each = [];
      for (const { programme, anchor, years } of rules) {
        const values = [programme, withoutVersion(anchor), yearsBefore(today, years)];
        each.push(...(await manager.query<Plain<ProposedErasure>[]>(overdue, values)));
      }
      return each;
    });
    const oldestFirst = found.sort((one, other) => (one.anchoredOn < other.anchoredOn ? -1 : 1));
    return oldestFirst.slice(0, 100);
  }
}

/** The same day of an earlier year, whether or not it was there: it is only compared with. */
function yearsBefore(today: Day, years: number): string {
  return `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;
}
