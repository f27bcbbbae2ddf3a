import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard, DemoIdentity } from '@sikkerby/access';
import { AuditController } from '@sikkerby/audit';
import { SystemModule } from '@sikkerby/system';
import type { ApiParts } from './api-parts.js';
import { DemoTokenController } from './demo/demo-token.controller.js';
import { HealthSources } from './health-sources.js';
import { HealthController } from './health.controller.js';

/** The system's container, with what only a server needs. */
@Module({})
export class ApiModule {
  static of(parts: ApiParts): DynamicModule {
    const { projections, pool, identities } = parts;
    const demo = identities instanceof DemoIdentity ? [identities] : [];
    return {
      module: ApiModule,
      imports: [SystemModule.of(parts)],
      controllers: [AuditController, HealthController, ...demo.map(() => DemoTokenController)],
      providers: [
        ...demo.map((useValue) => ({ provide: DemoIdentity, useValue })),
        { provide: HealthSources, useValue: new HealthSources(pool, projections) },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
