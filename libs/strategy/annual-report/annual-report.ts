import { act, refuseUnless, type Decider } from '@sikkerby/kernel';
import { attachments } from './attachments.js';
import { approval } from './approval.js';
import { happenedTo, type Asked } from './report-act.js';
import type { ReportOpened } from './report-events.js';
import type { Report, ReportState } from './report-state.js';

const notOpened: ReportState = { status: 'not-opened' };

/** The annual report to the Finance Committee: one stream for each year. */
export const report = {
  programme: 'annual-report',
  category: 'annual_report',
  initialState: notOpened,
  acts: {
    open: {
      ...act(
        (state: ReportState) => state,
        (state, command: Asked<ReportOpened['data']>) => {
          if (state.status !== 'not-opened') return [];
          const { year } = command.data;
          const isOver = Number(command.occurredOn.slice(0, 4)) > year;
          refuseUnless(isOver, 'a-report-is-opened-when-its-year-is-over');
          return [happenedTo('opened', command, { year })];
        },
      ),
      already: (state: ReportState) => state.status !== 'not-opened',
    },
    ...attachments.acts,
    ...approval.acts,
  },
  evolve: {
    'annual-report.report-opened.v1': (
      _: ReportState,
      { occurredOn, data: { year } }: ReportOpened,
    ): Report => ({
      ...{ status: 'preparing', year, openedOn: occurredOn, version: 1 },
      ...{ assessments: {}, principles: {}, published: [] },
    }),
    ...attachments.steps,
    ...approval.steps,
  },
} as const satisfies Decider<ReportState>;
