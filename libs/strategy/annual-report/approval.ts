import { refuseUnless, Rejection, type Actor } from '@sikkerby/kernel';
import { principlesOf } from './attachments.js';
import { happenedTo, reportAct, reportStep, type Asked } from './report-act.js';
import type {
  PassedSteeringGroup,
  ReportApproved,
  ReportPublished,
  ReturnedToPreparation,
  RevisionBegun,
  SentToSteeringGroup,
} from './report-events.js';
import type { Contents, Report, ReportRevisionReason, ReturnReason } from './report-state.js';

/** What the steering group is to see. */
function readyForSteeringGroup(report: Report): void {
  refuseUnless(
    report.figures !== undefined,
    'the-steering-group-sees-a-report-with-frozen-figures',
  );
  refuseUnless(
    report.goals !== undefined,
    'the-steering-group-sees-a-report-with-its-goals-assessed',
  );
}

/** Nothing is missing in what the committee is to read. */
function whole(report: Report): void {
  const { assessments, principles, year, figures, goals } = report;
  const hasFigures = figures !== undefined && goals !== undefined;
  refuseUnless(hasFigures, 'a-report-is-not-published-without-figures-and-goals');
  refuseUnless(
    assessments.police !== undefined,
    'a-report-is-not-published-while-the-assessment-of-the-police-is-missing',
  );
  refuseUnless(
    assessments.ssp !== undefined,
    'a-report-is-not-published-while-the-assessment-of-ssp-is-missing',
  );
  const areDescribed = principlesOf(year).every((one) => principles[one] !== undefined);
  refuseUnless(areDescribed, 'a-report-is-not-published-while-a-principle-is-not-described');
}

/** The rules that still stand in the way of publishing it. */
export function missingIn(report: Report): string[] {
  return [readyForSteeringGroup, whole].flatMap((rule) => {
    try {
      rule(report);
      return [];
    } catch (refusal) {
      if (!(refusal instanceof Rejection)) throw refusal;
      return [refusal.rule];
    }
  });
}

function approvable(report: Report, actor: Actor): Report {
  if (report.status === 'approved') return report;
  const isThrough = report.status === 'through-steering-group';
  refuseUnless(isThrough, 'a-report-is-approved-once-it-is-through-the-steering-group');
  const isAnother = report.figures?.frozenBy !== actor.user;
  refuseUnless(isAnother, 'who-approves-is-not-who-froze-the-figures');
  whole(report);
  return report;
}

/** Its contents, without how far the version has come. */
function contentsOf(report: Report): Contents {
  const { version, figures, goals, assessments, principles } = report;
  return {
    ...{ version, assessments, principles },
    ...(figures ? { figures } : {}),
    ...(goals ? { goals } : {}),
  };
}

/** The way of a version from the secretariat to the public. */
export const approval = {
  acts: {
    'send-to-steering-group': reportAct(
      (report) => {
        if (report.status === 'in-steering-group') return report;
        const isPrepared = report.status === 'preparing';
        refuseUnless(isPrepared, 'a-report-goes-to-the-steering-group-once-it-is-prepared');
        readyForSteeringGroup(report);
        return report;
      },
      ({ status }, command: Asked<object>) =>
        status === 'in-steering-group' ? [] : [happenedTo('sent-to-steering-group', command, {})],
    ),
    'return-to-preparation': reportAct(
      (report) => {
        const isPublished = report.status === 'published';
        refuseUnless(!isPublished, 'a-published-report-is-revised');
        return report;
      },
      ({ status }, command: Asked<{ readonly reason: ReturnReason }>) => {
        if (status === 'preparing') return [];
        const { reason } = command.data;
        return [{ ...happenedTo('returned-to-preparation', command, {}), reason }];
      },
    ),
    'pass-steering-group': reportAct(
      (report) => {
        const isThere = ['in-steering-group', 'through-steering-group'].includes(report.status);
        refuseUnless(isThere, 'a-report-passes-the-steering-group-that-has-it');
        return report;
      },
      ({ status }, command: Asked<object>) =>
        status === 'through-steering-group'
          ? []
          : [happenedTo('passed-steering-group', command, {})],
    ),
    approve: reportAct(approvable, ({ status }, command: Asked<object>) => {
      if (status === 'approved') return [];
      return [happenedTo('approved', command, { approvedBy: command.actor.user })];
    }),
    publish: reportAct(
      (report) => {
        if (report.status === 'published') return report;
        refuseUnless(report.status === 'approved', 'a-report-is-published-once-it-is-approved');
        whole(report);
        return report;
      },
      ({ status, version }, command: Asked<object>) =>
        status === 'published' ? [] : [happenedTo('published', command, { version })],
    ),
    revise: reportAct(
      (report) => {
        refuseUnless(report.published.length > 0, 'only-a-published-report-is-revised');
        return report;
      },
      ({ status, version }, command: Asked<{ readonly reason: ReportRevisionReason }>) => {
        if (status !== 'published') return [];
        const { reason } = command.data;
        return [{ ...happenedTo('revision-begun', command, { version: version + 1 }), reason }];
      },
    ),
  },
  steps: {
    'annual-report.report-sent-to-steering-group.v1': reportStep<SentToSteeringGroup>((report) => ({
      ...report,
      status: 'in-steering-group',
    })),
    'annual-report.report-returned-to-preparation.v1': reportStep<ReturnedToPreparation>(
      (report) => ({ ...report, status: 'preparing', approvedBy: undefined }),
    ),
    'annual-report.report-passed-steering-group.v1': reportStep<PassedSteeringGroup>((report) => ({
      ...report,
      status: 'through-steering-group',
    })),
    'annual-report.report-approved.v1': reportStep<ReportApproved>(
      (report, { data: { approvedBy } }) => ({ ...report, status: 'approved', approvedBy }),
    ),
    'annual-report.report-published.v1': reportStep<ReportPublished>((report, { occurredOn }) => ({
      ...report,
      status: 'published',
      published: [...report.published, { ...contentsOf(report), publishedOn: occurredOn }],
    })),
    'annual-report.report-revision-begun.v1': reportStep<RevisionBegun>(
      ({ year, openedOn, published }, { data: { version } }) => ({
        ...{ status: 'preparing', year, openedOn, published, version },
        ...{ assessments: {}, principles: {} },
      }),
    ),
  },
};
