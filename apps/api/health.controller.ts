import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '@sikkerby/access';
import { EventStore, inTime } from '@sikkerby/event-store';
import { Problem, ProblemAnswers, type Plain } from '@sikkerby/http';
import { status } from '@sikkerby/projections';
import { Alive, Ready } from './health.answers.js';
import { HealthSources } from './health-sources.js';

/** A projection that is later than this, in seconds, shows yesterday's city. */
const tolerable = 30;

/** How many milliseconds storage has to say how it is: whoever asks asks often. */
const patience = 1500;

@Controller('health')
@ApiTags('health')
@Open()
export class HealthController {
  constructor(
    private readonly store: EventStore,
    private readonly sources: HealthSources,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process answers' })
  @ApiOkResponse({ type: Alive })
  live(): Plain<Alive> {
    return { status: 'up' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether the database answers and the projections keep up' })
  @ApiOkResponse({ type: Ready })
  @ProblemAnswers(503)
  async ready(): Promise<Plain<Ready>> {
    const projections = await inTime(
      status(this.sources.projections, this.store, this.sources.pool),
      patience,
      () => new Problem('storage-away'),
    );
    const late = projections.filter(
      ({ state, generation, lag }) =>
        state === 'halted' || generation === undefined || (lag.seconds ?? tolerable) >= tolerable,
    );
    if (late.length > 0) {
      throw new Problem('read-model-behind', { detail: late.map(({ name }) => name).join(', ') });
    }
    return {
      status: 'ready',
      projections: projections.map(({ name, state, lag }) => ({
        ...{ name, state },
        lagEvents: lag.events,
      })),
    };
  }
}
