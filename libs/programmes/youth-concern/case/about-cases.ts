import { About, type Action, type Identity, type Policies } from '@sikkerby/access';

const programme = 'youth-concern';

/** Where the case of a list's row belongs. */
interface Place {
  readonly caseId: string;
  readonly district: string;
  readonly caseworker: string | null;
  readonly toDistrict?: string;
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next?: string;
}

interface Asking {
  readonly identity: Identity;
  readonly policies: Policies;
}

/** What the policies say of the case of a list's row. */
export function decideRow(
  { identity, policies }: Asking,
  action: Action,
  { caseId: unit, district, caseworker, toDistrict }: Place,
) {
  const home = {
    district,
    alsoDistricts: toDistrict === undefined ? [] : [toDistrict],
    assignedTo: caseworker ?? undefined,
    referredTo: [],
  };
  return policies.decide(identity, action, { programme, unit, home }, new Date());
}

/**
 * A page of a list, whom it shows, and its rows as they are shown: without the person's reference.
 * The list was cut down in SQL already; the policies decide each row once more.
 */
export function aboutCases<Row extends { readonly subject: string }, Shown>(
  { items, ...rest }: Page<Row>,
  asking: Asking,
  placeOf: (row: Row) => Place,
  shown: (row: Omit<Row, 'subject'>, subject: string) => Shown,
): About<{ items: Shown[]; next?: string }> {
  const decided = items.map((row) => {
    const { subject, ...others } = row;
    const place = placeOf(row);
    const { permitted, policies } = decideRow(asking, 'read', place);
    return { permitted, others, seen: { programme, unit: place.caseId, subject, policies } };
  });
  const visible = decided.filter(({ permitted }) => permitted);
  return new About(
    { items: visible.map(({ others, seen }) => shown(others, seen.subject)), ...rest },
    visible.map(({ seen }) => seen),
  );
}
