import { policiesBeside } from '@sikkerby/access';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Programme } from '../programme.js';
import { WhatIsAllowedHandler } from '../allowed-commands.query.js';
import { AssessmentController } from './assessment.controller.js';
import { CaseNowController } from './case-now.controller.js';
import { CaseNowHandler } from './case-now.query.js';
import { ClosingController } from './closing.controller.js';
import { ConcernReportNowController } from './concern-report-now.controller.js';
import { ReportNowHandler } from './concern-report-now.query.js';
import { ConcernReportController } from './concern-report.controller.js';
import { youthConcernReport } from './concern-report.js';
import { ForumController } from './forum.controller.js';
import { sentenceForTheSubject, type YouthConcernEvent } from './journal.js';
import { JournalHandler } from '../journal.query.js';
import { whenALeisureJobIsMatched } from './when-a-leisure-job-is-matched-then-the-action-that-waits-for-it-is-completed.js';
import { whenSomebodyTurns18 } from './when-a-young-person-turns-18-then-closing-or-ssp-plus-is-proposed.js';
import { YouthConcernListsController } from './lists.controller.js';
import { OpeningController } from './opening.controller.js';
import type { CaseOpened } from './opening.js';
import { PlanController } from './plan.controller.js';
import { RepairController } from './repair.controller.js';
import { SharingController } from './sharing.controller.js';
import { youthConcernFacts } from './youth-concern.facts.js';
import { listHandlers, youthConcernLists } from './youth-concern.lists.js';
import { youthConcern } from './youth-concern.js';
import { youthConcernMeasures } from './youth-concern.measures.js';

/** SSP cases: the cooperation of schools, social services and police about one young person. */
export const youthConcernProgramme: Programme = {
  name: 'youth-concern',
  access: 'protected',
  policies: policiesBeside(import.meta.url, 'youth-concern'),
  persons: true,
  aboutPersons: {
    sentence: (event, language) => sentenceForTheSubject(event as YouthConcernEvent, language),
    textsAboutOthers: ['reporter'],
  },
  title: { da: 'SSP-sager', en: 'SSP cases' },
  deciders: [youthConcern, youthConcernReport],
  alsoAbout: { eventType: 'youth-concern.case-opened.v1', streams: reportsOf },
  controllers: [
    OpeningController,
    AssessmentController,
    PlanController,
    ForumController,
    SharingController,
    ClosingController,
    RepairController,
    ConcernReportController,
    CaseNowController,
    ConcernReportNowController,
    YouthConcernListsController,
  ],
  actRoutes: [
    {
      decider: youthConcern,
      usual: (act) => `youth-concern/cases/:id/${act}`,
      others: {
        'open-case': ['youth-concern/cases', 'youth-concern/concern-reports/:id/open-case'],
        'propose-at-eighteen': [],
      },
    },
    {
      decider: youthConcernReport,
      usual: (act) => `youth-concern/concern-reports/:id/${act.replace('-concern-report', '')}`,
      others: { 'receive-concern-report': ['youth-concern/concern-reports'] },
    },
  ],
  providers: [
    CaseNowHandler,
    WhatIsAllowedHandler,
    JournalHandler,
    ReportNowHandler,
    ...listHandlers,
  ],
  projections: [youthConcernFacts, youthConcernLists],
  measures: youthConcernMeasures,
  reactions: [whenSomebodyTurns18, whenALeisureJobIsMatched],
};

function reportsOf({ data }: RecordedEvent): string[] {
  const { reports } = data as CaseOpened['data'];
  return reports.map((id) => `${youthConcernReport.category}-${id}`);
}
