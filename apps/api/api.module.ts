import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import {
  AccessGuard,
  DemoIdentity,
  Identities,
  Policies,
  ReadLog,
  Standings,
} from '@sikkerby/access';
import { AuditController, Deciders } from '@sikkerby/audit';
import { DecideHandler, Decisions, UsedKeys } from '@sikkerby/commands';
import { EventStore } from '@sikkerby/event-store';
import { QueriedProjections } from '@sikkerby/http';
import { MonthlySample } from '@sikkerby/oversight';
import { LookUps, Register, SearchTokens } from '@sikkerby/people';
import { PersonalData } from '@sikkerby/vault';
import { ReadModels } from '@sikkerby/projections';
import { Measures } from '@sikkerby/statistics';
import type { ApiParts } from './api-parts.js';
import { DemoTokenController } from './demo/demo-token.controller.js';
import { HealthSources } from './health-sources.js';
import { HealthController } from './health.controller.js';

@Module({})
export class ApiModule {
  static of(parts: ApiParts): DynamicModule {
    const { programmes, projections, pool, identities } = parts;
    const demo = identities instanceof DemoIdentity ? [identities] : [];
    const given = [
      [EventStore, parts.store],
      [PersonalData, parts.personalData],
      [UsedKeys, parts.usedKeys],
      [ReadModels, parts.readModels],
      [Identities, parts.identities],
      [Standings, parts.standings],
      [Policies, parts.policies],
      [ReadLog, parts.readLog],
      [MonthlySample, parts.monthlySample],
      [Register, parts.register],
      [LookUps, parts.lookUps],
      [SearchTokens, parts.searchTokens],
      [Deciders, new Deciders(programmes.flatMap(({ deciders }) => deciders))],
      [Measures, Measures.of(programmes)],
      [QueriedProjections, new QueriedProjections(projections.map(({ name }) => name))],
      [HealthSources, new HealthSources(pool, projections)],
    ] as const;
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        ...programmes.flatMap(({ controllers }) => controllers),
        AuditController,
        HealthController,
        ...demo.map(() => DemoTokenController),
      ],
      providers: [
        ...given.map(([provide, useValue]) => ({ provide, useValue })),
        ...new Set(programmes.flatMap(({ providers }) => providers)),
        ...demo.map((useValue) => ({ provide: DemoIdentity, useValue })),
        { provide: APP_GUARD, useClass: AccessGuard },
        DecideHandler,
        Decisions,
      ],
    };
  }
}
