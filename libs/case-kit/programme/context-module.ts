import { Module, type DynamicModule } from '@nestjs/common';
import { WhatIsAllowedHandler } from '../commands/allowed-commands.query.js';
import { GiveCommand } from '../commands/give-command.js';
import { JournalHandler } from '../journal/journal.query.js';
import { WorkListHandler } from '../work-list/work-list.view.js';
import type { Context } from './programme.js';
import { UnitNowHandler } from './unit-now.query.js';

@Module({})
class CaseKitModule {}

/** What units of every programme are commanded and asked by, once for all of them. */
export const caseKitModule: DynamicModule = {
  module: CaseKitModule,
  global: true,
  providers: [GiveCommand, JournalHandler, UnitNowHandler, WhatIsAllowedHandler, WorkListHandler],
  exports: [GiveCommand],
};

@Module({})
class ContextModule {}

/** A context as a module of its own; whatever it provides, others may ask for by its class. */
export function contextModule({ name, controllers, providers }: Context): DynamicModule {
  const exported = providers.map((provider) =>
    'provide' in provider ? provider.provide : provider,
  );
  const className = `${name}-module`;
  return {
    module: { [className]: class extends ContextModule {} }[className] ?? ContextModule,
    global: true,
    controllers: [...controllers],
    providers: [...providers],
    exports: exported,
  };
}
