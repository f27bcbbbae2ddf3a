import { Injectable } from '@nestjs/common';
import { Decisions } from '@sikkerby/commands';
import { Problem, type Plain } from '@sikkerby/http';
import type { RecordedEvent, VaultText } from '@sikkerby/kernel';
import { PersonalData } from '@sikkerby/vault';
import { definitionOf } from '../goals/definitions.js';
import { contextTold, goalTold } from '../goals/goals.js';
import { principles } from '../principles.js';
import { missingIn } from './approval.js';
import { principlesOf } from './attachments.js';
import type { AnnualReportAnswer, AssessedGoalsAnswer, ReportStep } from './report.answers.js';
import { reportId } from './report-commands.js';
import { report } from './annual-report.js';
import {
  assessors,
  type Contents,
  type PinnedGoals,
  type Report,
  type ReportState,
  type ReportText,
} from './report-state.js';

const assessorTitles = {
  police: { da: 'Københavns Politis vurdering', en: 'Assessment of Copenhagen Police' },
  ssp: { da: 'SSP Københavns vurdering', en: 'Assessment of SSP Copenhagen' },
} as const;

/** A report with everything that whoever renders it needs. */
@Injectable()
export class ReportNow {
  constructor(
    private readonly decisions: Decisions,
    private readonly personalData: PersonalData,
  ) {}

  /** @param version one that was published @throws Problem when there is none */
  async of(year: number, version?: number): Promise<Plain<AnnualReportAnswer>> {
    const id = reportId(year);
    const { state, revision, events } = await this.decisions.state<ReportState>(report, id);
    if (state.status === 'not-opened' || revision === undefined) throw new Problem('not-found');
    const { contents, status, publishedOn } = versionOf(state, version);
    const texts = await this.textsOf(contents);
    return {
      ...{ id, year, revision, version: contents.version, status },
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...figuresTold(contents),
      ...(contents.goals ? { goals: goalsTold(contents.goals) } : {}),
      assessments: assessors.map((from) => ({
        ...{ from, title: assessorTitles[from] },
        ...textTold(contents.assessments[from], texts),
      })),
      principles: principlesOf(year).map((principle) => ({
        ...{ principle, number: principles[principle].number, title: principles[principle].title },
        ...textTold(contents.principles[principle], texts),
      })),
      missing: status === 'published' ? [] : missingIn(state),
      published: state.published.map((one) => ({
        ...{ version: one.version, publishedOn: one.publishedOn },
      })),
      steps: events.map(stepTold),
    };
  }

  private textsOf({ assessments, principles: told }: Contents): Promise<Map<string, string>> {
    const texts = [...Object.values(assessments), ...Object.values(told)];
    const references = texts.flatMap(({ da, en }): VaultText[] => (en ? [da, en] : [da]));
    return this.personalData.reveal(report.programme, references);
  }
}

function versionOf(state: Report, version?: number) {
  const found = state.published.find((one) => one.version === version);
  if (version === undefined || (!found && version === state.version)) {
    const publishedOn = state.published.find((one) => one.version === state.version)?.publishedOn;
    return { contents: state, status: state.status, publishedOn };
  }
  if (!found) throw new Problem('not-found');
  return { contents: found, status: 'published', publishedOn: found.publishedOn };
}

function figuresTold({ figures }: Contents): Pick<Plain<AnnualReportAnswer>, 'figures'> {
  if (!figures) return {};
  const { statement, sha256, before } = figures;
  return { figures: { statement, sha256, ...(before && { before }) } };
}

function goalsTold({ asOf, goals, context }: PinnedGoals): Plain<AssessedGoalsAnswer> {
  const told = goals.map(({ goal, version, ...stands }) =>
    goalTold({ definition: definitionOf(goal, version), ...stands }),
  );
  return { asOf, goals: told, context: contextTold(context) };
}

function textTold(text: ReportText | undefined, texts: ReadonlyMap<string, string>) {
  if (!text) return {};
  const en = text.en && texts.get(text.en.vault);
  return { text: { da: texts.get(text.da.vault) ?? '', ...(en === undefined ? {} : { en }) } };
}

function stepTold({
  type,
  occurredOn,
  recordedAt,
  reason,
  actor,
}: RecordedEvent): Plain<ReportStep> {
  const step = type.replace(/^annual-report\./, '').replace(/\.v\d+$/, '');
  const why = reason === undefined ? {} : { reason };
  return { step, occurredOn, recordedAt, ...why, role: actor.role };
}
