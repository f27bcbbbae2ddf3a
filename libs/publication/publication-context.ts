import { Drafts } from './releases/drafts.js';
import { ledger } from './ledger/publication-ledger.js';
import { PublicationController } from './publication.controller.js';
import { Releases } from './releases/releases.js';

/** What leaves the house: safe by attack, approved by two, and never forgotten. */
export const publication = {
  name: 'publication',
  persons: false,
  title: { da: 'Offentliggørelse', en: 'Publication' },
  deciders: [ledger],
  controllers: [PublicationController],
  actRoutes: [
    {
      decider: ledger,
      usual: (act: string) => `publication/releases/:number/${act}`,
      others: {
        prepare: ['publication/releases'],
        'record-figure': ['publication/figures'],
        'record-report': [],
      },
    },
  ],
  providers: [Drafts, Releases],
  projections: [],
  measures: [],
};
