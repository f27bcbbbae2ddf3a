import { About, type Identity, type Policies } from '@sikkerby/access';

/** What a row of a list says of its case, for the policies and the read log. */
export interface CaseRowSeen {
  readonly caseId: string;
  readonly subject: string;
  readonly district: string;
  readonly caseworker: string | null;
  readonly toDistrict?: string;
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next?: string;
}

/**
 * A page of a list, whom it shows, and its rows as they are shown. The list was cut down in SQL
 * already; the policies decide each row once more.
 */
export function aboutCases<Row, Shown>(
  { items, ...rest }: Page<Row>,
  { identity, policies }: { readonly identity: Identity; readonly policies: Policies },
  seenOf: (row: Row) => CaseRowSeen,
  shown: (row: Row) => Shown,
): About<{ items: Shown[]; next?: string }> {
  const now = new Date();
  const decided = items.map((row) => {
    const { caseId, subject, district, caseworker, toDistrict } = seenOf(row);
    const home = {
      district,
      alsoDistricts: toDistrict === undefined ? [] : [toDistrict],
      assignedTo: caseworker ?? undefined,
      referredTo: [],
    };
    const resource = { programme: 'youth-concern', unit: caseId, home };
    const decision = policies.decide(identity, 'read', resource, now);
    const { programme, unit } = resource;
    return { row, decision, seen: { programme, unit, subject, policies: decision.policies } };
  });
  const permitted = decided.filter(({ decision }) => decision.permitted);
  return new About(
    { items: permitted.map(({ row }) => shown(row)), ...rest },
    permitted.map(({ seen }) => seen),
  );
}

/** The row without the person's reference. */
export function withoutSubject<Row extends { readonly subject: string }>({
  subject: _,
  ...row
}: Row): Omit<Row, 'subject'> {
  return row;
}
