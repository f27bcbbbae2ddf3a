import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import type { Plain } from '@sikkerby/http';
import { addDays, dayInCopenhagen } from '@sikkerby/kernel';
import { page, placeOf, type PageQuery } from '@sikkerby/case-kit/edge';
import { ReadModels } from '@sikkerby/projections';
import { GlassReasons } from './glass-reasons.js';
import { noProgramme, reviewer } from './may-review.js';
import { MonthlySample } from './monthly-sample.js';
import type { ReviewListPage, ToReview } from './oversight.answers.js';
import { reviewList } from './review-list.view.js';

const daysForReview = 7;

const waiting = `
SELECT * FROM (
  SELECT key AS id, 'break-glass' AS because, "user", broken_at AS at, 'youth-concern' AS programme,
    NULL AS subject, case_id AS unit, NULL AS verb, NULL AS purpose, NULL AS reason, NULL AS route,
    until AS "openUntil"
  FROM broken_glass
  UNION ALL
  SELECT id::text, CASE verb WHEN 'reveal' THEN 'address-reveal' ELSE 'sample' END, "user",
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), programme, subject, unit, verb,
    purpose, reason, route, NULL
  FROM read_log.look
  WHERE id IN (SELECT id FROM read_log.look WHERE verb = 'reveal'
      UNION SELECT look FROM read_log.sampled_look)
    AND NOT EXISTS (SELECT FROM reviewed_look WHERE stream = 'oversight_look-' || id::text)
) AS waiting
WHERE "user" <> $1 AND coalesce(programme, '${noProgramme}') = ANY ($2)
  AND (at COLLATE "C", id COLLATE "C") > ($3, $4)
ORDER BY at COLLATE "C", id COLLATE "C" LIMIT $5`;

type Waiting = Omit<Plain<ToReview>, 'reviewDueOn' | 'overdue'>;

/** Which looks wait for another to look at them, the oldest first? */
export class ReviewList extends Query<About<Plain<ReviewListPage>>> {
  /** @param identity who asks: their own looks are not for them */
  constructor(
    readonly identity: Identity,
    readonly asked: Plain<PageQuery>,
  ) {
    super();
  }
}

@QueryHandler(ReviewList)
export class ReviewListHandler implements IQueryHandler<ReviewList> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly policies: Policies,
    private readonly sample: MonthlySample,
    private readonly reasons: GlassReasons,
  ) {}

  async execute({ identity, asked }: ReviewList): Promise<About<Plain<ReviewListPage>>> {
    const asker = reviewer(this.policies, identity);
    await this.sample.draw(new Date());
    const place = [...placeOf(asked), asked.limit + 1];
    const rows = await this.readModels.readView(reviewList.name, asker, (manager) =>
      manager.query<Waiting[]>(waiting, [asker.user, asker.programmes, ...place]),
    );
    const { items, ...rest } = page(rows, asked, ({ at, id }) => [at, id]);
    const reasons = await this.reasons.of(items.filter(isGlass));
    const told = items.map((item) => ({ ...item, reason: reasons.get(item.id) ?? item.reason }));
    const seen = items.flatMap(({ programme, subject, unit }) =>
      programme === null
        ? []
        : [{ programme, subject: subject ?? undefined, unit: unit ?? undefined }],
    );
    return new About({ items: told.map(withDueDay), ...rest }, seen, { purpose: 'review' });
  }
}

function isGlass({ because }: Waiting): boolean {
  return because === 'break-glass';
}

function withDueDay(item: Waiting): Plain<ToReview> {
  if (!isGlass(item)) return { ...item, reviewDueOn: null, overdue: false };
  const reviewDueOn = addDays(dayInCopenhagen(new Date(item.at)), daysForReview);
  return { ...item, reviewDueOn, overdue: reviewDueOn < dayInCopenhagen(new Date()) };
}
