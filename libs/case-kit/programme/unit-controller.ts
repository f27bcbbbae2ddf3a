import { Body, Headers, Injectable, Query, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody } from '@nestjs/swagger';
import type { About, Identity } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import {
  checkedAs,
  CommandRoute,
  CreateRoute,
  Given,
  ProgrammeController,
  QueryRoute,
  UnitId,
  WhoAsks,
  type Plain,
  type QueryOptions,
} from '@sikkerby/http';
import { addDays, dayInCopenhagen, type Day, type RecordedEvent } from '@sikkerby/kernel';
import type { FastifyReply } from 'fastify';
import { WhatIsAllowed } from '../commands/allowed-commands.query.js';
import { GiveCommand } from '../commands/give-command.js';
import { JournalOf } from '../journal/journal.query.js';
import { JournalQuery } from '../journal/journal.requests.js';
import { sentence } from '../journal/words.js';
import { wholeList } from '../work-list/work-list-csv.js';
import { WorkList, WorkListPage } from '../work-list/work-list.view.js';
import { AllowedCommandNow, JournalEntry, UnitNow } from './unit.answers.js';
import type { ActRoute, MorningList, UnitDefinition } from './unit-definition.js';
import { UnitAsItIs } from './unit-now.query.js';
import { WorkListQuery } from './unit.requests.js';

/** What the routes of a unit work with. */
@Injectable()
class UnitRoutes {
  constructor(
    readonly commands: GiveCommand,
    readonly queries: QueryBus,
  ) {}
}

/** A kind of unit, and how its routes show it. */
interface Shown {
  readonly unit: UnitDefinition;
  /** How a route answers that shows units: to whom, and whether each look is logged. */
  readonly toReaders: (summary: string, answer: Type | [Type]) => QueryOptions;
  /** What is answered: with whom it is about where looks are logged. */
  readonly shown: <Answer>(about: About<Answer>) => About<Answer> | Answer;
}

/**
 * The routes of a kind of unit, from its definition: begin, each act, how it stands, its journal,
 * what is allowed, and its lists. @param persons whether each look at them is logged
 */
export function unitController(unit: UnitDefinition, persons: boolean): Type {
  const { decider, path, roles, acts, lists } = unit;
  const readers = [...new Set([...roles.work, ...roles.read])];
  const of: Shown = {
    unit,
    toReaders: (summary, type) => ({
      roles: readers,
      summary,
      answer: { type },
      ...(persons ? { looks: 'collect' as const } : {}),
    }),
    shown: (about) => (persons ? about : about.answer),
  };
  const whole: MorningList = {
    statuses: [],
    summary: `What is there to do, or was there? (${decider.programme})`,
  };
  let routes = withList(everyUnit(of), of, path, 'list', whole);
  for (const [name, list] of Object.entries(lists)) {
    routes = withList(routes, of, `${path}/${name}`, `list-${name}`, list);
  }
  for (const [act, route] of Object.entries(acts)) routes = withAct(routes, of, act, route);
  const name = `${pascal(decider.category)}Controller`;
  return { [name]: class extends routes {} }[name] ?? routes;
}

/** What every unit has: its beginning, how it stands, its journal, and what is allowed. */
function everyUnit({ unit, toReaders, shown }: Shown): typeof UnitRoutes {
  const { decider, path, roles, begin, dictionary } = unit;
  const { programme } = decider;

  @ProgrammeController(programme)
  class EveryUnit extends UnitRoutes {
    @CreateRoute(path, { roles: begin.roles ?? roles.work, ...describing(begin) })
    @ApiBody({ type: begin.request })
    [camel(begin.act)](@Body(checkedAs(begin.request)) body: object, @Given() intent: Intent) {
      return this.commands.begin(unit, body, intent);
    }

    @QueryRoute(`${path}/:id`, toReaders(`How does it stand? (${programme})`, UnitNow))
    async now(@UnitId() id: string, @WhoAsks() identity: Identity) {
      return shown(await this.queries.execute(new UnitAsItIs(decider, id, identity)));
    }

    @QueryRoute(
      `${path}/:id/journal`,
      toReaders('What has happened, one sentence per event?', [JournalEntry]),
    )
    async journal(
      @UnitId() id: string,
      @Query() { language }: JournalQuery,
      @WhoAsks() identity: Identity,
    ) {
      const say = (event: RecordedEvent) => sentence(dictionary, event, language);
      return shown(await this.queries.execute(new JournalOf(decider, id, say, identity)));
    }

    @QueryRoute(
      `${path}/:id/allowed-commands`,
      toReaders('What can I do now, and why not the rest?', [AllowedCommandNow]),
    )
    async allowedCommands(@UnitId() id: string, @WhoAsks() identity: Identity) {
      return shown(await this.queries.execute(new WhatIsAllowed(decider, id, identity)));
    }
  }
  return EveryUnit;
}

/** An act on a unit that is there. */
function withAct(
  Routes: typeof UnitRoutes,
  { unit }: Shown,
  act: string,
  route: ActRoute,
): typeof UnitRoutes {
  class WithAct extends Routes {
    @CommandRoute(`${unit.path}/:id/${act}`, {
      roles: route.roles ?? unit.roles.work,
      ...describing(route),
    })
    @ApiBody({ type: route.request })
    [camel(act)](
      @UnitId() id: string,
      @Body(checkedAs(route.request)) body: object,
      @Given() intent: Intent,
    ) {
      return this.commands.act(unit, id, act, body, intent);
    }
  }
  return WithAct;
}

/** A list that people open in the morning, by pages or as one spreadsheet. */
function withList(
  Routes: typeof UnitRoutes,
  { unit, toReaders, shown }: Shown,
  path: string,
  name: string,
  list: MorningList,
): typeof UnitRoutes {
  class WithList extends Routes {
    @QueryRoute(path, toReaders(list.summary, WorkListPage))
    async [camel(name)](
      @Query() asked: WorkListQuery,
      @WhoAsks() identity: Identity,
      @Headers('accept') as: string | undefined,
      @Res({ passthrough: true }) reply: Pick<FastifyReply, 'type'>,
    ) {
      const today = dayInCopenhagen(new Date());
      const which = Object.assign(asked, narrowed(list, today));
      const page = (from: Plain<WorkListQuery>) =>
        this.queries.execute(new WorkList(unit, identity, from, today));
      if (as !== 'text/csv') return shown(await page(which));
      void reply.type('text/csv; charset=utf-8');
      return shown(await wholeList(page, which));
    }
  }
  return WithList;
}

/** What the list shows of all units, as the query says it. */
function narrowed({ statuses, dueWithin, daysAgo }: MorningList, today: Day) {
  return {
    ...(dueWithin?.from === undefined ? {} : { dueFrom: addDays(today, dueWithin.from) }),
    ...(dueWithin === undefined ? {} : { dueTo: addDays(today, dueWithin.to) }),
    ...(daysAgo === undefined ? {} : { lastFrom: addDays(today, -daysAgo) }),
    ...(statuses.length === 0 ? {} : { statuses }),
  };
}

function describing({ summary, description }: ActRoute) {
  return { summary, ...(description === undefined ? {} : { description }) };
}

function camel(words: string): string {
  return words.replaceAll(/[- ](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(category: string): string {
  return camel(`-${category.replaceAll('_', '-')}`);
}
