import { Body, Query } from '@nestjs/common';
import { roles } from '@sikkerby/access';
import type { Intent, Receipt } from '@sikkerby/commands';
import {
  CommandRoute,
  CreateRoute,
  Given,
  ProgrammeController,
  QueryRoute,
  type Plain,
} from '@sikkerby/http';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import {
  isThere,
  nameOn,
  referenceId,
  referenceKindNames,
  type ReferenceKind,
} from '@sikkerby/reference';
import { ItemCommands } from './item-commands.js';
import { Code, Kind } from './kind-and-code.js';
import { ReferenceItemsAnswer } from './reference.answers.js';
import { itemsOf } from './reference-items.view.js';
import {
  EndItem,
  ItemsQuery,
  RegisterItem,
  RenameItem,
  WithdrawEndOfItem,
} from './reference.requests.js';

const admin = { roles: ['admin'] } as const;

/** Districts on two maps, areas, organisations, forums, centres and schools: never deleted. */
@ProgrammeController('reference')
export class ReferenceController {
  constructor(
    private readonly items: ItemCommands,
    private readonly readModels: ReadModels,
  ) {}

  @QueryRoute(':kind', {
    roles,
    summary: 'What there is of a kind on a day, in Danish and English',
    description: `Kinds: ${Object.keys(referenceKindNames).join(', ')}.`,
    answer: { type: ReferenceItemsAnswer },
  })
  async list(
    @Kind() kind: ReferenceKind,
    @Query() { on = dayInCopenhagen(new Date()) }: ItemsQuery,
  ): Promise<Plain<ReferenceItemsAnswer>> {
    const known = await itemsOf(this.readModels, [kind]);
    const items = known
      .filter((item) => isThere(item, on))
      .map((item) => {
        const { code, parent, validFrom, validTo, successors, revision } = item;
        const place = { ...(parent ? { parent } : {}), validFrom, ...(validTo ? { validTo } : {}) };
        return { code, title: nameOn(item, on), ...place, successors, revision };
      });
    return { kind, title: referenceKindNames[kind], on, items };
  }

  @CreateRoute(':kind', {
    ...admin,
    summary: 'Register something new of a kind',
    description: 'The parts of a split are registered first; then what was split ends.',
  })
  register(
    @Kind() kind: ReferenceKind,
    @Body() body: RegisterItem,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.items.register(kind, body, intent);
  }

  @CommandRoute(':kind/:code/rename', {
    ...admin,
    summary: 'Call it something else from a day',
    description: 'Figures of earlier years keep the name of their year.',
  })
  rename(
    @Kind() kind: ReferenceKind,
    @Code() code: string,
    @Body() body: RenameItem,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.items.give(referenceId(kind, code), 'rename', body, intent);
  }

  @CommandRoute(':kind/:code/end', {
    ...admin,
    summary: 'Let it end with a day, or split it, or merge it into another',
  })
  end(
    @Kind() kind: ReferenceKind,
    @Code() code: string,
    @Body() body: EndItem,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.items.end(kind, code, body, intent);
  }

  @CommandRoute(':kind/:code/withdraw-end', { ...admin, summary: 'It does not end after all' })
  withdrawEnd(
    @Kind() kind: ReferenceKind,
    @Code() code: string,
    @Body() body: WithdrawEndOfItem,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.items.give(referenceId(kind, code), 'withdraw-end', body, intent);
  }
}
