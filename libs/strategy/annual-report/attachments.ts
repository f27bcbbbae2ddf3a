import { refuseUnless, yearSpan, type VaultText } from '@sikkerby/kernel';
import { principlesOn, type Principle } from '../principles.js';
import { happenedTo, reportAct, reportStep, type Asked } from './report-act.js';
import type {
  AssessmentAttached,
  FiguresFrozen,
  GoalsAssessed,
  PrincipleDescribed,
} from './report-events.js';
import type { Assessor, FiguresFrom, PinnedGoals, Report, ReportText } from './report-state.js';

interface FreezeFigures extends FiguresFrom {
  /** The statement of that number of the report's year; undefined where there is none. */
  readonly statementIs?: { readonly status: string; readonly sha256: string } | undefined;
}
/** Texts as they come from the edge, and whether they say what is attached already. */
interface Texts {
  readonly da: VaultText;
  readonly en?: VaultText;
  readonly isSame: boolean;
}

/** Who attaches whose assessment, besides the secretariat. */
const ownAssessor: Readonly<Record<string, Assessor>> = {
  'police-liaison': 'police',
  'ssp-coordinator': 'ssp',
};

/** Figures and goals are as the steering group reads them. */
function beingPrepared(report: Report): Report {
  const isPrepared = report.status === 'preparing';
  refuseUnless(isPrepared, 'figures-and-goals-change-while-a-report-is-prepared');
  return report;
}

/** Texts may still come while the steering group reads; what is approved stays as it is. */
function notApproved(report: Report): Report {
  const isOpen = report.status !== 'approved' && report.status !== 'published';
  refuseUnless(isOpen, 'an-approved-report-is-not-changed');
  return report;
}

/** Principles that the report of that year describes. */
export function principlesOf(year: number): Principle[] {
  return principlesOn(yearSpan(year).to);
}

function said({ statement, sha256, before }: FiguresFrom): string {
  return JSON.stringify([statement, sha256, before]);
}

function textOf({ da, en }: Texts): ReportText {
  return en === undefined ? { da } : { da, en };
}

/** What a version of a report is made of. */
export const attachments = {
  acts: {
    'freeze-figures': reportAct(beingPrepared, (report, command: Asked<FreezeFigures>) => {
      const { statement, sha256, statementIs, before } = command.data;
      const isApproved = statementIs?.status === 'approved';
      refuseUnless(isApproved, 'figures-are-frozen-from-an-approved-statement');
      refuseUnless(statementIs.sha256 === sha256, 'the-sha-256-is-that-of-the-approved-statement');
      const frozen = { statement, sha256, ...(before && { before }) };
      if (report.figures && said(report.figures) === said(frozen)) return [];
      return [happenedTo('figures-frozen', command, { ...frozen, frozenBy: command.actor.user })];
    }),
    'assess-goals': reportAct(beingPrepared, (report, command: Asked<PinnedGoals>) => {
      const { asOf, goals, context } = command.data;
      const known = report.goals;
      const content = (of: Pick<PinnedGoals, 'goals' | 'context'>) =>
        JSON.stringify([of.goals, of.context]);
      if (known && content(known) === content({ goals, context })) return [];
      return [happenedTo('goals-assessed', command, { asOf, goals, context })];
    }),
    'attach-assessment': reportAct(
      notApproved,
      (report, command: Asked<Texts & { readonly from: Assessor }>) => {
        const { from, isSame } = command.data;
        const { role } = command.actor;
        const isTheirs = role === 'analyst' || ownAssessor[role] === from;
        refuseUnless(isTheirs, 'an-assessment-is-attached-by-who-made-it-or-the-secretariat');
        if (isSame && report.assessments[from]) return [];
        const attached = { from, text: textOf(command.data) };
        return [happenedTo('assessment-attached', command, attached)];
      },
    ),
    'describe-principle': reportAct(
      notApproved,
      (report, command: Asked<Texts & { readonly principle: Principle }>) => {
        const { principle, isSame } = command.data;
        const isOne = principlesOf(report.year).includes(principle);
        refuseUnless(isOne, 'a-principle-is-described-in-a-year-in-which-it-is-one');
        if (isSame && report.principles[principle]) return [];
        const described = { principle, text: textOf(command.data) };
        return [happenedTo('principle-described', command, described)];
      },
    ),
  },
  steps: {
    'annual-report.report-figures-frozen.v1': reportStep<FiguresFrozen>((report, { data }) => {
      const { statement, sha256, before, frozenBy } = data;
      return { ...report, figures: { statement, sha256, ...(before && { before }), frozenBy } };
    }),
    'annual-report.report-goals-assessed.v1': reportStep<GoalsAssessed>((report, { data }) => {
      const { asOf, goals, context } = data;
      return { ...report, goals: { asOf, goals, context } };
    }),
    'annual-report.report-assessment-attached.v1': reportStep<AssessmentAttached>(
      (report, { data: { from, text } }) => ({
        ...report,
        assessments: { ...report.assessments, [from]: text },
      }),
    ),
    'annual-report.report-principle-described.v1': reportStep<PrincipleDescribed>(
      (report, { data: { principle, text } }) => ({
        ...report,
        principles: { ...report.principles, [principle]: text },
      }),
    ),
  },
};
