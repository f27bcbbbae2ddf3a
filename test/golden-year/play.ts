import type { CaseStory, Step } from './ssp-2017.js';
import type { Random } from './random.js';

/** A token that is still good, of the demo user with that role. */
export type Token = (role: 'ssp-caseworker' | 'ssp-coordinator') => Promise<string>;

interface Unit {
  readonly id: string;
  readonly revision: number;
}

interface Receipt extends Unit {
  readonly position: string;
}

/** Enters stories through the public API, as caseworkers would: several at once, each in order. */
export class Player {
  /** The furthest and the nearest position that a receipt named. */
  furthest = '';
  nearest = '';
  requests = 0;
  private readonly opened = new Map<string, Promise<Unit>>();
  private readonly subjects = new Map<string, Promise<string>>();

  constructor(
    private readonly api: string,
    private readonly token: Token,
    private readonly random: Random,
  ) {}

  /** Plays every story; tells how many are done after each. */
  async play(stories: readonly CaseStory[], atOnce: number, onDone: (done: number) => void) {
    const waiting = stories.map((story) => ({ story, keys: this.keysFor(story) })).values();
    let done = 0;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const { story, keys } of waiting) {
          await this.tell(story, keys);
          onDone(++done);
        }
      }),
    );
  }

  /** Drawn before anything is sent, so that they do not depend on which answer comes first. */
  private keysFor(story: CaseStory): string[] {
    return Array.from({ length: story.steps.length + 3 }, () => this.random.uuid());
  }

  private async tell(story: CaseStory, keys: readonly string[]): Promise<void> {
    const [personKey = '', openingKey = '', mergeKey = '', ...stepKeys] = keys;
    const { samePersonAs } = story;
    const known = samePersonAs === undefined ? undefined : this.subjects.get(samePersonAs);
    const subject = known ?? this.register(story, personKey);
    this.subjects.set(story.name, subject);
    const opening = this.open(story, subject, openingKey);
    this.opened.set(story.name, opening);
    let unit = await opening;
    for (const [index, step] of story.steps.entries()) {
      unit = await this.command(unit, step, stepKeys[index] ?? '');
    }
    if (story.mergedInto) {
      const survivor = await this.opened.get(story.mergedInto);
      const merge = { act: 'merge-into', occurredOn: '2017-12-31', by: 'caseworker' } as const;
      await this.command(unit, { ...merge, body: { survivor: survivor?.id } }, mergeKey);
    }
  }

  private async open(story: CaseStory, subject: Promise<string>, key: string): Promise<Unit> {
    const { opening, openedOn: occurredOn } = story;
    const body = { ...opening, person: undefined, occurredOn, subject: await subject };
    return this.entered('/youth-concern/cases', body, 'caseworker', { 'idempotency-key': key });
  }

  /** Nobody is registered who was not searched for. */
  private async register({ opening: { person } }: CaseStory, key: string): Promise<string> {
    const { name, birthDate } = person;
    const { searchToken } = await this.post<{ searchToken: string }>(
      '/people/youth-concern/search',
      { name, birthDate },
      'caseworker',
    );
    const { subject } = await this.post<{ subject: string }>(
      '/people/youth-concern/persons',
      { ...person, searchToken },
      'caseworker',
      { 'idempotency-key': key },
    );
    return subject;
  }

  private command(unit: Unit, step: Step, key: string): Promise<Receipt> {
    return this.entered(
      `/youth-concern/cases/${unit.id}/${step.act}`,
      { ...step.body, occurredOn: step.occurredOn },
      step.by,
      { 'idempotency-key': key, 'if-match': `"${String(unit.revision)}"` },
    );
  }

  private async entered(
    path: string,
    body: object,
    by: Step['by'],
    headers: Record<string, string>,
  ): Promise<Receipt> {
    const receipt = await this.post<Receipt>(path, body, by, headers);
    if (receipt.position > this.furthest) this.furthest = receipt.position;
    if (this.nearest === '' || receipt.position < this.nearest) this.nearest = receipt.position;
    return receipt;
  }

  private async post<Body>(
    path: string,
    body: object,
    by: Step['by'],
    headers: Record<string, string> = {},
  ): Promise<Body> {
    const answer = await fetch(this.api + path, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        authorization: `Bearer ${await this.token(`ssp-${by}`)}`,
      },
      body: JSON.stringify(body),
    });
    this.requests += 1;
    if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
    return (await answer.json()) as Body;
  }
}
