import type { Words } from '../figures/measure.js';

/** Why a published figure changes. */
export const changeReasons = {
  late: { da: 'Registreret senere', en: 'Recorded later' },
  corrected: { da: 'Rettet', en: 'Corrected' },
  void: { da: 'Fejlregistreret, eller dog ikke', en: 'Void, or not after all' },
  'merged-or-linked': {
    da: 'Dubletter eller personer lagt sammen, eller skilt igen',
    en: 'Duplicates or persons put together, or parted again',
  },
  transferred: { da: 'Overdraget til en anden bydel', en: 'Transferred to another district' },
  'definition-changed': { da: 'Talt på en anden måde', en: 'Counted by another definition' },
} as const satisfies Record<string, Words>;
export type ChangeReason = keyof typeof changeReasons;

/** An event behind a fact that came or went between two cuts. */
export interface Behind {
  readonly type: string;
  readonly id: string;
  readonly position: string;
}

const byWord: readonly (readonly [RegExp, ChangeReason])[] = [
  [/-(voided|reinstated|annulled)\./, 'void'],
  [/-(merged|unmerged|linked|unlinked)\./, 'merged-or-linked'],
  [/\.transfer-accepted\./, 'transferred'],
  [/-corrected\./, 'corrected'],
];

/**
 * Why a thing counts otherwise than before. What was not known of before was recorded late, whatever
 * came after that; otherwise it is the last thing said of it that is more than a further record.
 */
export function reasonOf(events: readonly Behind[], wasKnown: boolean): ChangeReason {
  const inOrder = [...events].sort((one, other) => (one.position < other.position ? 1 : -1));
  if (!wasKnown && inOrder.some(({ type }) => classOf(type) === 'late')) return 'late';
  return inOrder.map(({ type }) => classOf(type)).find((reason) => reason !== 'late') ?? 'late';
}

function classOf(type: string): ChangeReason {
  return byWord.find(([word]) => word.test(type))?.[1] ?? 'late';
}
