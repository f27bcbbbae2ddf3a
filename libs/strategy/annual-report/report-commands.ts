import { Injectable, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Decide,
  Decisions,
  idFrom,
  idOf,
  type Intent,
  type Receipt,
  type Commands,
} from '@sikkerby/commands';
import { Releases } from '@sikkerby/publication';
import { PersonalData } from '@sikkerby/vault';
import { Cuts, Statements } from '@sikkerby/statistics';
import { besideTheGoals, Goals, goalsBy } from '../goals/goals.js';
import { report } from './annual-report.js';
import type {
  AttachAssessment,
  DescribePrinciple,
  FreezeFigures,
  OpenReport,
} from './report.requests.js';
import type { PinnedGoals, ReportState, ReportText } from './report-state.js';

/** The id of a year's report. */
export const reportId = (year: number) => idOf(['annual-report', String(year)]);

/** Commands to the report of a year, with what its rules ask of others. */
@Injectable()
export class ReportCommands {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
    private readonly personalData: PersonalData,
    private readonly statements: Statements,
    private readonly goals: Goals,
    private readonly cuts: Cuts,
    private readonly releases: Releases,
  ) {}

  async open(body: OpenReport, intent: Intent): Promise<Receipt> {
    const { revision } = await this.decisions.state(report, reportId(body.year));
    return this.give(body.year, 'open', body, { ...intent, expected: revision ?? 'none' });
  }

  async freezeFigures(year: number, body: FreezeFigures, intent: Intent): Promise<Receipt> {
    const [now, past] = await Promise.all([
      this.statements.ofYear(year),
      this.statements.ofYear(year - 1),
    ]);
    const statementIs = now.statements.find(({ number }) => number === body.statement);
    const last = past.statements.findLast(({ status }) => status === 'approved');
    const before = last && { statement: last.number, sha256: last.sha256 };
    return this.give(year, 'freeze-figures', body, intent, { statementIs, before });
  }

  /** As everything is known when it is asked for. */
  async assessGoals(year: number, body: object, intent: Intent): Promise<Receipt> {
    const asOf = await this.cuts.position();
    const evidence = await this.goals.evidence(year, asOf);
    const goals = goalsBy(evidence).map(({ definition: { goal, version }, ...stands }) => ({
      ...{ goal, version, ...stands },
    }));
    const pinned: PinnedGoals = { asOf, goals, context: besideTheGoals(evidence) };
    return this.give(year, 'assess-goals', body, intent, pinned);
  }

  async attachAssessment(year: number, body: AttachAssessment, intent: Intent): Promise<Receipt> {
    const state = await this.stateOf(year);
    const attached = state.status === 'not-opened' ? undefined : state.assessments[body.from];
    const isSame = await this.says(attached, body);
    return this.give(year, 'attach-assessment', body, intent, { isSame });
  }

  async describePrinciple(year: number, body: DescribePrinciple, intent: Intent): Promise<Receipt> {
    const state = await this.stateOf(year);
    const told = state.status === 'not-opened' ? undefined : state.principles[body.principle];
    const isSame = await this.says(told, body);
    return this.give(year, 'describe-principle', body, intent, { isSame });
  }

  /** What it tells of persons goes into the ledger of what is public first: no later table opens it. */
  async publish(year: number, body: object, intent: Intent): Promise<Receipt> {
    const state = await this.stateOf(year);
    if (state.status === 'approved' && state.figures) {
      const { statement, before } = state.figures;
      const told = { ...intent, key: idFrom(intent, 'ledger') };
      await this.releases.recordReport({ year, statement }, told);
      if (before) {
        const past = { ...intent, key: idFrom(intent, 'ledger before') };
        await this.releases.recordReport({ year: year - 1, statement: before.statement }, past);
      }
    }
    return this.give(year, 'publish', body, intent);
  }

  give(
    year: number,
    act: keyof typeof report.acts,
    body: object,
    intent: Intent,
    known: object = {},
  ): Promise<Receipt> {
    return this.commands.execute(new Decide(report, reportId(year), act, body, intent, known));
  }

  private async stateOf(year: number): Promise<ReportState> {
    return (await this.decisions.state<ReportState>(report, reportId(year))).state;
  }

  /** Whether the text in the vault is that text: its references are new each time. */
  private async says(
    text: ReportText | undefined,
    body: { readonly da: string; readonly en?: string },
  ): Promise<boolean> {
    if (!text || (text.en === undefined) !== (body.en === undefined)) return false;
    const references = text.en ? [text.da, text.en] : [text.da];
    const kept = await this.personalData.reveal(report.programme, references);
    const isInDanish = kept.get(text.da.vault) === body.da;
    return isInDanish && (text.en === undefined || kept.get(text.en.vault) === body.en);
  }
}
