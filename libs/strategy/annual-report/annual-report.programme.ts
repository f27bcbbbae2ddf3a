import type { Context } from '@sikkerby/case-kit/edge';
import { ReportDocuments } from './document/report-documents.js';
import { ReportCommands } from './report-commands.js';
import { AnnualReportController } from './report.controller.js';
import { ReportNow } from './report-now.js';
import { report } from './annual-report.js';
import { reports } from './reports.view.js';

/** One report a year to the Finance Committee. Who may what follows from the roles of its routes. */
export const annualReport: Context = {
  name: 'annual-report',
  persons: false,
  title: { da: 'Årlig afrapportering', en: 'Annual report' },
  deciders: [report],
  controllers: [AnnualReportController],
  actRoutes: [
    {
      decider: report,
      usual: (act) => `annual-reports/:year/${act}`,
      others: { open: ['annual-reports'] },
    },
  ],
  providers: [ReportCommands, ReportDocuments, ReportNow],
  projections: [reports],
  measures: [],
};
