import type { Role } from '@sikkerby/access';
import { jsonBody } from '../../support/json.js';
import { Player, type Answer } from '../../programmes/player.js';
import { stories } from '../../programmes/stories.js';
import type { Story } from '../../programmes/story.js';
import type { Office } from '../../read-log/office.js';
import { organisations } from './organisations.js';
import { situations, type Situation } from './table.js';
import { sendRequest } from '../../support/send-request.js';

/** Where a unit is, or begins, in a situation. */
const placeOf = (situation: Situation) => (situation === 'other district' ? 'noerrebro' : 'valby');

/** The programme's reference of whoever a record in that situation is about. */
type Someone = (programme: string, situation: Situation) => string;

/** In these a unit is there, and was begun for it. */
const begun: readonly Situation[] = ['own', 'other district', 'erased'];

/** A unit of every kind that is made of a definition, in each situation, begun as its story tells. */
export class Units {
  private readonly ids = new Map<string, string>();
  private readonly beginnings = new Map<string, object>();
  /** What is done to them in the stories, by the act's address. */
  private readonly acts = new Map<string, object>();

  constructor(
    private readonly office: Office,
    private readonly someone: Someone,
  ) {}

  async settle(): Promise<void> {
    const first = new Map([...stories].reverse().map((story) => [pathOf(story), story]));
    const teller = this.player('own', new Set());
    for (const story of stories) {
      for (const told of story.acts) {
        const body = await teller.telling(story, told);
        this.acts.set(`${pathOf(story)}/{id}/${told.act}`, body);
      }
    }
    for (const situation of situations) {
      const player = this.player(situation, new Set(first.values()));
      for (const [path, story] of first) {
        this.beginnings.set(`${path} ${situation}`, await player.telling(story, story.begin));
        if (!begun.includes(situation)) continue;
        const { status, body } = await player.begin(story);
        if (status >= 300) throw new Error(`${path}, ${situation}: ${JSON.stringify(body)}`);
        this.ids.set(`${path} ${situation}`, body.id);
      }
    }
  }

  /** Whether the address is that of such units, or of one of them. */
  has(pattern: string): boolean {
    return this.ids.has(`${baseOf(pattern)} own`);
  }

  /** Of the kind that the address names; of another programme where the situation says so. */
  idIn(pattern: string, situation: Situation): string | undefined {
    return (
      this.ids.get(`${baseOf(pattern)} ${situation}`) ?? elsewhere(pattern, situation, this.ids)
    );
  }

  /** What the command of that address says about the record. */
  bodyIn(pattern: string, situation: Situation): object | undefined {
    return this.acts.get(pattern) ?? this.beginnings.get(`${pattern} ${situation}`);
  }

  /** Units that are there before one begins are about somebody whom there is. */
  private player(situation: Situation, first: ReadonlySet<Story>): Player {
    const district = placeOf(situation);
    const before = begun.includes(situation) ? situation : 'own';
    return new Player({
      send: (path, role, body, headers) => this.send(path, role, body, headers),
      personOf: (story) => {
        const whose = first.has(story) ? situation : before;
        return Promise.resolve(this.someone(story.programme, whose));
      },
      told: (body) => ({
        ...body,
        ...('district' in body ? { district } : {}),
        ...('centre' in body ? { centre: `centre-${district}` } : {}),
      }),
    });
  }

  private async send(
    path: string,
    role: Role,
    body: object,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const districts = ['valby', 'noerrebro'];
    const user = `probe.teller-${role}`;
    const token = await this.office.token(user, role, districts, organisations[role]);
    const answer = await sendRequest(this.office.address + path, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...headers,
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await jsonBody<Answer['body']>(answer) };
  }
}

const pathOf = ({ programme, path }: Story) => `/${programme}/${path}`;

/** `/exit-programme/enrolments` of whatever address begins so. */
const baseOf = (pattern: string) => pattern.split('/').slice(0, 3).join('/');

/** The id of a unit of another programme, which is closed or not. */
function elsewhere(
  pattern: string,
  situation: Situation,
  ids: ReadonlyMap<string, string>,
): string | undefined {
  const isIn = (programme: string) => pattern.startsWith(`/${programme}/`);
  if (situation === 'other programme') {
    return ids.get(isIn('leisure-job') ? '/safety-lift/lifts own' : '/leisure-job/matches own');
  }
  if (situation !== 'closed') return undefined;
  const another = isIn('exit-programme')
    ? '/financial-review/reviews'
    : '/exit-programme/enrolments';
  return ids.get(`${another} own`);
}
