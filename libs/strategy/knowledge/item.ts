import {
  acting,
  beginningOrSame,
  decider,
  happened,
  homeInTheWholeCity,
  kindOf,
  nothingYet,
  step,
  voiding,
  type Asked,
  type Done,
} from '@sikkerby/case-kit';
import type { Day, VaultText } from '@sikkerby/kernel';

/** Where new knowledge comes from. */
export const knowledgeSources = [
  'own-evaluation',
  'research',
  'other-municipality',
  'state-authority',
  'other-country',
] as const;
export type KnowledgeSource = (typeof knowledgeSources)[number];
/** How well it is founded, the best first. */
export const evidenceLevels = [
  'systematic-review',
  'controlled-study',
  'comparison',
  'before-and-after',
  'experience',
] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];
/** Whom it is for. */
export const audiences = [
  'ssp',
  'police',
  'schools-and-clubs',
  'social-services',
  'employment-services',
  'housing-associations',
  'steering-group',
] as const;
export type Audience = (typeof audiences)[number];
export const withdrawalReasons = ['outdated', 'shown-to-be-wrong', 'replaced-by-another'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

interface Coded {
  readonly source: KnowledgeSource;
  readonly evidenceLevel: EvidenceLevel;
  readonly audience: readonly Audience[];
}
/** Its texts are in the vault: they are read in the item and its journal. */
interface Told {
  readonly title: VaultText;
  readonly summary: VaultText;
}

/** New knowledge that is shared across departments (principle 2). */
export interface KnowledgeItem extends Coded, Told {
  readonly status: 'shared' | 'withdrawn';
  readonly beganOn: Day;
  /** Code name by which people speak of it. */
  readonly item: string;
}

type Of<Verb extends string, Data extends object = object> = Done<'knowledge', 'item', Verb, Data>;
type Recorded = Coded & Told & Pick<KnowledgeItem, 'item'>;
export type ItemRecorded = Of<'recorded', Recorded>;
export type ItemRevised = Of<'revised', Coded>;
export type ItemRewritten = Of<'rewritten', Told>;
/** The reason is in the envelope. */
export type ItemWithdrawn = Of<'withdrawn'>;
export type ItemSharedAgain = Of<'shared-again'>;

const kind = kindOf<KnowledgeItem>()('knowledge', 'item');
const voids = voiding(kind);

function codedOf({ source, evidenceLevel, audience }: Coded): Coded {
  const sorted = audiences.filter((one) => audience.includes(one));
  return { source, evidenceLevel, audience: sorted };
}

/** One stream for each item. */
export const knowledgeItem = decider(kind, {
  category: 'knowledge_item',
  initialState: nothingYet,
  acts: {
    record: beginningOrSame(
      kind,
      'an-item-is-recorded-once',
      () => false,
      (command: Asked<Recorded>) => {
        const { item, title, summary } = command.data;
        const data = { item, ...codedOf(command.data), title, summary };
        return [happened('knowledge.item-recorded.v1', command, data)];
      },
    ),
    revise: acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<Coded>) => {
        const coded = codedOf(command.data);
        if (JSON.stringify(coded) === JSON.stringify(codedOf(unit))) return [];
        return [happened('knowledge.item-revised.v1', command, coded)];
      },
    ),
    rewrite: acting(
      kind,
      (unit) => unit,
      (_, command: Asked<Told>) => {
        const { title, summary } = command.data;
        return [happened('knowledge.item-rewritten.v1', command, { title, summary })];
      },
    ),
    withdraw: acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<{ readonly reason: WithdrawalReason }>) => {
        if (unit.status === 'withdrawn') return [];
        const { reason } = command.data;
        return [{ ...happened('knowledge.item-withdrawn.v1', command, {}), reason }];
      },
    ),
    'share-again': acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<object>) =>
        unit.status === 'shared' ? [] : [happened('knowledge.item-shared-again.v1', command, {})],
    ),
    ...voids.acts,
  },
  evolve: {
    'knowledge.item-recorded.v1': (
      _: unknown,
      { occurredOn, data }: ItemRecorded,
    ): KnowledgeItem => {
      const { item, title, summary } = data;
      return { status: 'shared', beganOn: occurredOn, item, ...codedOf(data), title, summary };
    },
    'knowledge.item-revised.v1': step<KnowledgeItem, ItemRevised>((unit, { data }) => ({
      ...unit,
      ...codedOf(data),
    })),
    'knowledge.item-rewritten.v1': step<KnowledgeItem, ItemRewritten>(
      (unit, { data: { title, summary } }) => ({ ...unit, title, summary }),
    ),
    'knowledge.item-withdrawn.v1': step<KnowledgeItem, ItemWithdrawn>((unit) => ({
      ...unit,
      status: 'withdrawn',
    })),
    'knowledge.item-shared-again.v1': step<KnowledgeItem, ItemSharedAgain>((unit) => ({
      ...unit,
      status: 'shared',
    })),
    ...voids.steps,
  },
  homeOf: homeInTheWholeCity,
});
