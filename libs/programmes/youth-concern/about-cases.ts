import { About, type Identity, type Policies } from '@sikkerby/access';

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

/**
 * A page of a list, whom it shows, and its rows as they are shown: without the person's reference.
 * The list was cut down in SQL already; the policies decide each row once more.
 */
export function aboutCases<Row extends { readonly subject: string }, Shown>(
  { items, ...rest }: Page<Row>,
  { identity, policies }: { readonly identity: Identity; readonly policies: Policies },
  placeOf: (row: Row) => Place,
  shown: (row: Omit<Row, 'subject'>, subject: string) => Shown,
): About<{ items: Shown[]; next?: string }> {
  const now = new Date();
  const programme = 'youth-concern';
  const decided = items.map((row) => {
    const { subject, ...others } = row;
    const { caseId: unit, district, caseworker, toDistrict } = placeOf(row);
    const home = {
      district,
      alsoDistricts: toDistrict === undefined ? [] : [toDistrict],
      assignedTo: caseworker ?? undefined,
      referredTo: [],
    };
    const { permitted, policies: ids } = policies.decide(
      identity,
      'read',
      { programme, unit, home },
      now,
    );
    return { permitted, others, seen: { programme, unit, subject, policies: ids } };
  });
  const visible = decided.filter(({ permitted }) => permitted);
  return new About(
    { items: visible.map(({ others, seen }) => shown(others, seen.subject)), ...rest },
    visible.map(({ seen }) => seen),
  );
}
