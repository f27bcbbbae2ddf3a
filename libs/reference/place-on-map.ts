import { keysOf, type Day } from '@sikkerby/kernel';
import { isThere, type ReferenceItem } from './reference-item.js';
import { parentKinds, type ReferenceKind } from './reference-kinds.js';

/** The maps of districts by which a figure can be split, and the kind of their districts. */
export const districtMaps = {
  operations: 'district',
  survey: 'survey-district',
} as const satisfies Record<string, ReferenceKind>;
export type DistrictMap = keyof typeof districtMaps;
export const districtMapNames = keysOf(districtMaps);

/** Districts of both maps, as somebody knew them. */
export class Districts {
  constructor(private readonly items: readonly ReferenceItem[]) {}

  /** A district of a map, whether or not it is there today. */
  find(map: DistrictMap, code: string): ReferenceItem | undefined {
    return this.items.find((item) => item.kind === districtMaps[map] && item.code === code);
  }

  /**
   * The district of a map, as the map was on a day, in which the whole of an operational district
   * lies; undefined where there is none, or where it lies in several.
   */
  around(code: string, map: DistrictMap, on: Day): ReferenceItem | undefined {
    const kind = districtMaps[map];
    const itself = this.find('operations', code);
    if (!itself) return undefined;
    const holding = [...this.allAround(itself)];
    const onMap = this.items.filter((item) => item.kind === kind && isThere(item, on));
    const parts = holding.map((item) => onMap.filter((part) => this.allAround(part).has(item)));
    const found = new Set([
      ...holding.filter((item) => onMap.includes(item)),
      ...parts.flatMap(theOne),
    ]);
    return theOne([...found])[0];
  }

  /** The item and whatever it lies wholly within. */
  private allAround(item: ReferenceItem): Set<ReferenceItem> {
    const found = new Set([item]);
    for (const one of found) for (const wider of this.holding(one)) found.add(wider);
    return found;
  }

  /** A part of one that was split, one that went into another whole, and what has a parent. */
  private holding({ kind, code, parent, successors }: ReferenceItem): ReferenceItem[] {
    const alike = this.items.filter((other) => other.kind === kind);
    const before = alike.filter((other) => other.successors.includes(code));
    const after = alike.filter((other) => successors.includes(other.code));
    const parents = this.items.filter(
      (other) => other.kind === parentKinds[kind] && other.code === parent,
    );
    return [...theOne(before), ...theOne(after), ...parents];
  }
}

/** The one there is; of several, none holds the whole. */
function theOne<One>(items: readonly One[]): readonly One[] {
  return items.length === 1 ? items : [];
}
