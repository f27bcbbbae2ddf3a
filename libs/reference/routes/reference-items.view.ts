import { type Position, fold } from '@sikkerby/kernel';
import type { Projection, ReadModels, Row } from '@sikkerby/projections';
import { referenceItem, type ReferenceItem, type ReferenceKind } from '@sikkerby/reference';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** An item as it was known between two positions of the log; its key is the revision. */
@Entity('reference_item')
export class ReferenceItemRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text') readonly kind!: ReferenceKind;
  @Column('json') readonly item!: ReferenceItem;
  @Column({ ...inCodeUnits, name: 'asserted_at' }) readonly assertedAt!: Position;
  @Column({ ...inCodeUnits, name: 'retracted_at', nullable: true })
  readonly retractedAt!: Position | null;
}

/** What there is to refer to, and what was known of it when. */
export const referenceItems: Projection = {
  name: 'reference.items',
  version: 1,
  reads: ['reference.'],
  onPoison: 'halt',
  seenBy: 'everybody',
  tables: [ReferenceItemRow],
  fold(event, rows) {
    const held = rows.all(ReferenceItemRow).find(({ retractedAt }) => retractedAt === null);
    const item = fold(referenceItem, held?.item ?? referenceItem.initialState, [event]);
    if (item.status !== 'registered') return;
    if (held) rows.put(ReferenceItemRow, { ...held, retractedAt: event.position });
    const key = String(event.revision);
    const known = { kind: item.kind, item, assertedAt: event.position, retractedAt: null };
    rows.put(ReferenceItemRow, { key, ...known });
  },
};

/** An item and the revision in which it was known. */
export interface KnownItem extends ReferenceItem {
  readonly revision: number;
}

/**
 * Everything of these kinds, over or not, by code: as known at a position, or now.
 * @throws ReadModelBehind
 */
export function itemsOf(
  readModels: ReadModels,
  kinds: readonly ReferenceKind[],
  asOf?: Position,
): Promise<KnownItem[]> {
  return readModels.readView(referenceItems.name, {}, async (manager) => {
    const rows = await manager.query<{ item: ReferenceItem; revision: number }[]>(
      `SELECT item, key::integer AS revision FROM reference_item
       WHERE kind = ANY ($1) AND ($2::text IS NULL OR asserted_at <= $2)
         AND coalesce(retracted_at > $2, retracted_at IS NULL)
       ORDER BY stream`,
      [kinds, asOf ?? null],
    );
    return rows.map(({ item, revision }) => ({ ...item, revision }));
  });
}
