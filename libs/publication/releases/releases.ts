import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  atAnyRevision,
  Decide,
  Decisions,
  idOf,
  NoSuchUnit,
  type Intent,
  type Receipt,
  type Commands,
} from '@sikkerby/commands';
import type { Day } from '@sikkerby/kernel';
import { isSmall } from '@sikkerby/reference';
import { breakdownBy, Measures, sha256, Statements, WrongQuestion } from '@sikkerby/statistics';
import { Drafts, type DrawnRelease, type OnProgress } from './drafts.js';
import { fileOf, filesOf, listed } from '../formats/files-of.js';
import type { ListedFile, PublishedFile } from '../formats/published-release.js';
import { isStanding, ledger, type Ledger } from '../ledger/publication-ledger.js';
import { publishedRelease } from '../tables/published.js';
import type { PublicFigure, Release } from './release.js';

/** There is one ledger. */
export const ledgerId = idOf(['publication', 'ledger']);

interface OfStatement {
  readonly year: number;
  /** Number of the statement in its year. */
  readonly statement: number;
}

/** A figure as whoever records it says it: by one breakdown at most. */
export interface ToldFigure extends Omit<PublicFigure, 'codes'> {
  readonly by?: string;
  readonly codes?: readonly string[];
}

/** What leaves the house: prepared by one, released by another, and never forgotten. */
@Injectable()
export class Releases {
  /** Of the releases that were asked for, by the digest of their files. */
  private readonly lists = new Map<string, readonly ListedFile[]>();

  constructor(
    private readonly drafts: Drafts,
    private readonly statements: Statements,
    private readonly measures: Measures,
    private readonly decisions: Decisions,
    @Inject(CommandBus) private readonly commands: Commands,
  ) {}

  /** The ledger, and the revision of its stream. */
  async ledger(): Promise<{ ledger: Ledger; revision: number | undefined }> {
    const { state, revision } = await this.decisions.state(ledger, ledgerId);
    return { ledger: state, revision };
  }

  /** What would be published of a statement, what of it would be hidden, and what opens it. */
  async check({ year, statement }: OfStatement, onProgress?: OnProgress): Promise<DrawnRelease> {
    const known = await this.ledger();
    return this.drafts.draw(known.ledger, { year, number: statement }, onProgress);
  }

  /** Draws and attacks it, and puts it into the ledger, or holds it where it is a revision. */
  async prepare(body: OfStatement, intent: Intent, onProgress?: OnProgress): Promise<Receipt> {
    const { year, statement } = body;
    const { status: statementIs } = await this.statements.find(year, statement);
    return this.atAnyRevision(intent, async (now) => {
      const { ledger: known } = await this.ledger();
      const told = { ...(await this.drawnFor(known, body, onProgress)), statementIs };
      return this.give('prepare', body, now, told);
    });
  }

  /** @throws NoSuchUnit */
  async release(
    number: number,
    body: { readonly occurredOn?: Day },
    intent: Intent,
  ): Promise<Receipt> {
    const release = await this.find(number);
    const files = filesOf(publishedRelease(release, body.occurredOn ?? intent.today));
    return this.decide('release', number, body, intent, {
      filesSha256: digestOf(files.map(listed)),
    });
  }

  /** @throws NoSuchUnit */
  async decide(
    act: 'release' | 'reject' | 'withdraw',
    number: number,
    body: object,
    intent: Intent,
    known: object = {},
  ): Promise<Receipt> {
    await this.find(number);
    return this.give(act, body, intent, { number, ...known });
  }

  /** What became public elsewhere. @throws WrongQuestion */
  async recordFigure(body: ToldFigure, intent: Intent): Promise<Receipt> {
    const { by, codes, year } = body;
    const measure = this.measures.find(body.measure, { year });
    if ((by === undefined) !== (codes === undefined)) {
      throw new WrongQuestion('by', 'given with codes, or neither of them');
    }
    if (by !== undefined && codes) {
      const { additive, names } = breakdownBy(measure, by);
      if (!additive) throw new WrongQuestion('by', 'a breakdown of which each thing has one code');
      if (!codes.every((code) => code === 'unknown' || Object.hasOwn(names, code))) {
        throw new WrongQuestion('by', 'a breakdown that has each of the codes');
      }
    }
    const counted = by !== undefined && codes ? { [by]: codes } : {};
    return this.atAnyRevision(intent, (now) =>
      this.give('record-figure', body, now, { codes: counted }),
    );
  }

  /**
   * What an annual report tells of persons, from the statement that it quotes: everybody knows it from
   * now on, so that it is told here before the report is out.
   */
  async recordReport({ year, statement }: OfStatement, intent: Intent): Promise<void> {
    const { content } = await this.statements.reproduce(year, statement);
    const figures = content.measures.flatMap(({ measure, version, value }): PublicFigure[] => {
      const counted = this.measures.find(measure, { version });
      if (!this.measures.countsPersons(counted) || value === 0 || isSmall(value)) return [];
      return [{ measure, year, codes: {}, low: value, high: value, source: 'report' }];
    });
    if (figures.length === 0) return;
    const body = { year, statement };
    await this.atAnyRevision(intent, (now) => this.give('record-report', body, now, { figures }));
  }

  /** @throws NoSuchUnit */
  async find(number: number): Promise<Release> {
    const found = (await this.ledger()).ledger.releases.find((one) => one.number === number);
    if (!found) throw new NoSuchUnit(ledgerId);
    return found;
  }

  /** The files of a release that is out, made again: the bytes that were published, or none. */
  async files(number: number): Promise<readonly PublishedFile[]> {
    const { files, isTheSame } = again(await this.findOut(number));
    if (isTheSame) return files;
    throw new NotAsPublished(number);
  }

  /** What is known of the files of a release that is out: they are all made again once. */
  async list(number: number): Promise<readonly ListedFile[]> {
    return this.listOf(await this.findOut(number));
  }

  /** One file of a release that is out, made again alone: the bytes that were published, or none. */
  async file(number: number, name: string): Promise<PublishedFile | undefined> {
    const release = await this.findOut(number);
    const list = this.listOf(release);
    const known = list.find((one) => one.name === name);
    if (!known) return undefined;
    const file = fileOf(publishedRelease(release, release.releasedOn), name, list);
    if (file && sha256(file.text) === known.sha256) return file;
    throw new NotAsPublished(number);
  }

  /** Whether the files come out byte by byte as they were published. */
  async isTheSame(number: number): Promise<boolean> {
    return again(await this.findOut(number)).isTheSame;
  }

  /** Attacks everything that is out at once: the cells that it opens. */
  async attack(onProgress?: OnProgress): Promise<readonly string[]> {
    return this.drafts.attack((await this.ledger()).ledger, onProgress);
  }

  private give(
    act: keyof typeof ledger.acts,
    body: object,
    intent: Intent,
    known: object,
  ): Promise<Receipt> {
    return this.commands.execute(new Decide(ledger, ledgerId, act, body, intent, known));
  }

  /** The ledger goes on by itself: whoever was overtaken looks at what it says now. */
  private atAnyRevision(intent: Intent, give: (now: Intent) => Promise<Receipt>): Promise<Receipt> {
    return atAnyRevision(this.decisions, ledger, ledgerId, intent, give);
  }

  /** What the ledger has already is not drawn a second time. */
  private async drawnFor(
    known: Ledger,
    { year, statement }: OfStatement,
    onProgress?: OnProgress,
  ): Promise<object> {
    const isIt = (one: OfStatement) => one.year === year && one.statement === statement;
    const there = known.releases.find((one) => isIt(one) && isStanding(one));
    if (there) return { ...there, opened: [], smallChanges: [] };
    const { draft, openings } = await this.drafts.draw(
      known,
      { year, number: statement },
      onProgress,
    );
    return { ...draft, ...openings };
  }

  private async findOut(number: number): Promise<ReleasedRelease> {
    const release = await this.find(number);
    if (!isReleased(release)) throw new NoSuchUnit(ledgerId);
    return release;
  }

  private listOf(release: ReleasedRelease): readonly ListedFile[] {
    const known = this.lists.get(release.filesSha256);
    if (known) return known;
    const { list, isTheSame } = again(release);
    if (!isTheSame) throw new NotAsPublished(release.number);
    this.lists.set(release.filesSha256, list);
    return list;
  }
}

type ReleasedRelease = Release & Required<Pick<Release, 'releasedOn' | 'filesSha256'>>;

function isReleased(release: Release): release is ReleasedRelease {
  return release.releasedOn !== undefined && release.filesSha256 !== undefined;
}

class NotAsPublished extends Error {
  constructor(number: number) {
    super(`the files of release ${String(number)} are not what was published`);
  }
}

function again(release: ReleasedRelease) {
  const files = filesOf(publishedRelease(release, release.releasedOn));
  const list = files.map(listed);
  return { files, list, isTheSame: digestOf(list) === release.filesSha256 };
}

/** SHA-256, hex, of all files in their order. */
export function digestOf(files: readonly Pick<ListedFile, 'name' | 'sha256'>[]): string {
  return sha256(files.map((file) => `${file.name}\n${file.sha256}\n`).join(''));
}
