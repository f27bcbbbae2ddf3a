import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Identities, Policies, ReadLog, Standings } from '@sikkerby/access';
import { Deciders } from '@sikkerby/audit';
import { caseKitModule, contextModule, type Context } from '@sikkerby/case-kit/edge';
import { CommandPipeline, Decisions, UsedKeys } from '@sikkerby/commands';
import { Erasing } from '@sikkerby/erasure';
import { EventStore } from '@sikkerby/event-store';
import { QueriedProjections } from '@sikkerby/http';
import { MonthlySample } from '@sikkerby/oversight';
import { LookUps, Register, SearchTokens } from '@sikkerby/people';
import { ReadModels } from '@sikkerby/projections';
import { Measures } from '@sikkerby/statistics';
import { PersonalData } from '@sikkerby/vault';
import { contexts } from './contexts.js';
import type { System } from './system.js';

/** What the container is made of. It opens nothing of it and closes nothing. */
export interface SystemParts extends Pick<
  System,
  | 'projections'
  | 'store'
  | 'personalData'
  | 'usedKeys'
  | 'readModels'
  | 'identities'
  | 'standings'
  | 'policies'
  | 'readLog'
  | 'monthlySample'
  | 'register'
  | 'lookUps'
  | 'searchTokens'
  | 'erasingParts'
> {
  readonly programmes: readonly Context[];
}

/**
 * The one container: API, projector and command line load it, and nothing is put together by hand
 * beside it. Each context is a module of its own, and what it provides is found by its class.
 */
@Module({})
export class SystemModule {
  static of(parts: SystemParts): DynamicModule {
    const { programmes, projections, erasingParts } = parts;
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
    ] as const;
    const values = given.map(([provide, useValue]) => ({ provide, useValue }));
    return {
      module: SystemModule,
      global: true,
      imports: [CqrsModule.forRoot(), caseKitModule, ...programmes.map(contextModule)],
      providers: [
        ...values,
        CommandPipeline,
        Decisions,
        {
          provide: Erasing,
          useFactory: (pipeline: CommandPipeline) => new Erasing({ ...erasingParts, pipeline }),
          inject: [CommandPipeline],
        },
      ],
      exports: [...values.map(({ provide }) => provide), CommandPipeline, Decisions, Erasing],
    };
  }
}

/** The container without a server in front of it, for projector and command line. */
export function openContainer(system: System): Promise<INestApplicationContext> {
  const module = SystemModule.of({ ...system, programmes: contexts });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest's options are a class
  return NestFactory.createApplicationContext(module, { abortOnError: false, logger: ['error'] });
}
