import { referenceItem } from '@sikkerby/reference';
import { ItemCommands } from './item-commands.js';
import { ReferenceController } from './reference.controller.js';
import { referenceItems } from './reference-items.view.js';

/** What everything else refers to by code: districts on two maps, areas, organisations, places. */
export const referenceData = {
  name: 'reference',
  persons: false,
  title: { da: 'Referencedata', en: 'Reference data' },
  deciders: [referenceItem],
  controllers: [ReferenceController],
  actRoutes: [
    {
      decider: referenceItem,
      usual: (act: string) => `reference/:kind/:code/${act}`,
      others: { register: ['reference/:kind'] },
    },
  ],
  providers: [ItemCommands],
  projections: [referenceItems],
  measures: [],
};
