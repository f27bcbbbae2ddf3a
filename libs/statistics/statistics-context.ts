import { Cuts } from './figures/cuts.js';
import { Explain } from './explain/explain.js';
import { Changes } from './statements/figure-changes.js';
import { Revisions } from './statements/revisions.js';
import { statements } from './statements/statement.js';
import { StatementsController } from './statements/statements.controller.js';
import { Statements } from './statements/statements.js';
import { StatisticsController } from './statistics.controller.js';
import { Statistics } from './statistics.js';

/** The yearly figures: counted, frozen, compared, explained. */
export const statistics = {
  name: 'statistics',
  persons: false,
  title: { da: 'Statistik', en: 'Statistics' },
  deciders: [statements],
  controllers: [StatementsController, StatisticsController],
  actRoutes: [
    {
      decider: statements,
      usual: (act: string) => `statistics/statements/:year/:number/${act}`,
      others: { freeze: ['statistics/statements/:year/freeze'] },
    },
  ],
  providers: [Statistics, Cuts, Explain, Statements, Changes, Revisions],
  projections: [],
  measures: [],
};
