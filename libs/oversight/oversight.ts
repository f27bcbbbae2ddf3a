import { policiesBeside, type Governed } from '@sikkerby/access';
import { BreakGlassController } from './break-glass.controller.js';
import { EmployeeCommands } from './employee-commands.js';
import { employee } from './employee.js';
import { EmployeesController } from './employees.controller.js';
import { GlassReasons } from './glass-reasons.js';
import { lookReview } from './look-review.js';
import { ReviewListHandler } from './review-list.query.js';
import { reviewList } from './review-list.view.js';
import { ReviewsController } from './reviews.controller.js';

/** Who may see what, who saw it, and who looks after that. */
export const oversight = {
  name: 'oversight',
  persons: false,
  title: { da: 'Tilsyn med adgang', en: 'Oversight of access' },
  deciders: [employee, lookReview],
  controllers: [EmployeesController, BreakGlassController, ReviewsController],
  actRoutes: [
    {
      decider: employee,
      usual: (act: string) => `oversight/employees/${act}`,
      others: {
        'break-glass': ['oversight/break-glass'],
        'review-glass': ['oversight/break-glass/:id/review'],
      },
    },
    { decider: lookReview, usual: (act: string) => `oversight/reviews/:id/${act}`, others: {} },
  ],
  providers: [EmployeeCommands, GlassReasons, ReviewListHandler],
  projections: [reviewList],
  measures: [],
};

/** Who reviews looks that found nobody. */
export const oversightGoverned: Governed = {
  name: 'oversight',
  access: 'open',
  policies: policiesBeside(import.meta.url, 'oversight'),
};
