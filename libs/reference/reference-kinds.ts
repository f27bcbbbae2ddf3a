import { keysOf } from '@sikkerby/kernel';

/** The same in Danish and English, for people. */
export interface Names {
  readonly da: string;
  readonly en: string;
}

/**
 * What there is a list of. `district` is the map that the city's operations go by, and that facts
 * are written on; `survey-district` the finer one of Tryghedsundersøgelsen.
 */
export const referenceKindNames = {
  district: { da: 'Bydele', en: 'Districts' },
  'survey-district': { da: 'Tryghedsundersøgelsens bydele', en: 'Districts of the safety survey' },
  'partnership-area': { da: 'Tryghedspartnerskabernes områder', en: 'Safety partnership areas' },
  'housing-area': { da: 'Udsatte boligområder', en: 'Vulnerable housing areas' },
  organisation: { da: 'Organisationer', en: 'Organisations' },
  forum: { da: 'Fora', en: 'Forums' },
  centre: { da: '18+ centre', en: '18+ centres' },
  school: { da: 'Skoler', en: 'Schools' },
} as const satisfies Record<string, Names>;

export type ReferenceKind = keyof typeof referenceKindNames;

export const referenceKinds = keysOf(referenceKindNames);

export function isReferenceKind(text: string): text is ReferenceKind {
  return Object.hasOwn(referenceKindNames, text);
}

/**
 * Of which kind a parent is: what the item lies wholly within. A district has one only where it is a
 * part of a survey district, as after a split along the survey's lines.
 */
export const parentKinds: Readonly<Partial<Record<ReferenceKind, ReferenceKind>>> = {
  district: 'survey-district',
  'survey-district': 'district',
  'partnership-area': 'district',
  'housing-area': 'district',
  centre: 'district',
  school: 'district',
};
