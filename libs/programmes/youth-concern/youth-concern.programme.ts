import { policiesBeside } from '@sikkerby/access';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Programme } from '@sikkerby/case-kit/edge';
import { AssessmentController } from './assessment/assessment.controller.js';
import { CaseNowController } from './case/case-now.controller.js';
import { CaseNowHandler } from './case/case-now.query.js';
import { ClosingController } from './closing/closing.controller.js';
import { ConcernReportNowController } from './concern-report/concern-report-now.controller.js';
import { ReportNowHandler } from './concern-report/concern-report-now.query.js';
import { ConcernReportController } from './concern-report/concern-report.controller.js';
import { youthConcernReport } from './concern-report/concern-report.js';
import { ForumController } from './forum/forum.controller.js';
import { sentenceForTheSubject, type YouthConcernEvent } from './case/journal.js';
import { whenALeisureJobIsMatched } from './plan/when-a-leisure-job-is-matched-then-the-action-that-waits-for-it-is-completed.js';
import { whenSomebodyTurns18 } from './closing/when-a-young-person-turns-18-then-closing-or-ssp-plus-is-proposed.js';
import { YouthConcernListsController } from './lists/lists.controller.js';
import { OpeningController } from './opening/opening.controller.js';
import type { CaseOpened } from './opening/opening.js';
import { PlanController } from './plan/plan.controller.js';
import { RepairController } from './correction/case-correction.controller.js';
import { SharingController } from './referral/case-sharing.controller.js';
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
  providers: [CaseNowHandler, ReportNowHandler, ...listHandlers],
  projections: [youthConcernFacts, youthConcernLists],
  measures: youthConcernMeasures,
  reactions: [whenSomebodyTurns18, whenALeisureJobIsMatched],
};

function reportsOf({ data }: RecordedEvent): string[] {
  const { reports } = data as CaseOpened['data'];
  return reports.map((id) => `${youthConcernReport.category}-${id}`);
}
