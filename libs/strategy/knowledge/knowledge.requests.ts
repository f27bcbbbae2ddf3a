import { AreCodes, Dated, IsCode, IsCodeName, Sealed } from '@sikkerby/http';
import {
  audiences,
  evidenceLevels,
  knowledgeSources,
  withdrawalReasons,
  type Audience,
  type EvidenceLevel,
  type KnowledgeSource,
  type WithdrawalReason,
} from './item.js';

export class ReviseItem extends Dated {
  /** @example own-evaluation */
  @IsCode(knowledgeSources)
  readonly source!: KnowledgeSource;

  /** @example before-and-after */
  @IsCode(evidenceLevels)
  readonly evidenceLevel!: EvidenceLevel;

  /** @example ["ssp", "schools-and-clubs"] */
  @AreCodes(audiences)
  readonly audience!: Audience[];
}

export class RecordItem extends ReviseItem {
  /** Code name by which people speak of it. @example evaluering-af-gadeplan-2018 */
  @IsCodeName()
  readonly item!: string;

  /** @example "Evaluering af gadeplansarbejdet" */
  @Sealed(200)
  readonly title!: string;

  /** @example "Flere unge kom i klub, hvor teamet var til stede i weekenden." */
  @Sealed(4000)
  readonly summary!: string;
}

export class RewriteItem extends Dated {
  /** @example "Evaluering af gadeplansarbejdet, anden udgave" */
  @Sealed(200)
  readonly title!: string;

  /** @example "Flere unge kom i klub, hvor teamet var til stede." */
  @Sealed(4000)
  readonly summary!: string;
}

export class WithdrawItem extends Dated {
  /** @example outdated */
  @IsCode(withdrawalReasons)
  readonly reason!: WithdrawalReason;
}
