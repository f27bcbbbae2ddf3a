import type { Receipt } from '@sikkerby/commands';
import { programmes } from '@sikkerby/programmes';
import { type Programme } from '@sikkerby/case-kit/edge';
import { jsonOf } from '../support/json.js';
import { Player } from '../programmes/player.js';
import { stories } from '../programmes/stories.js';
import type { Story } from '../programmes/story.js';
import { registered } from '../support/persons.js';
import type { WholeHouse } from '../support/whole-house.js';
import type { Stems } from './search.js';

/** What a programme of definitions was filled with. */
export interface FilledProgramme {
  readonly name: string;
  /** Ids of its units, by their place: `/infohus/enquiries`. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly subjects: readonly string[];
  readonly searches: readonly object[];
}

const birthDate = '2002-05-17';

/** Between the stem of a programme's canaries and their number; SSP's have nothing there. */
export const tagOf = (programme: string) => programme.replaceAll(/[^a-z]/g, '');

/** Plays every story with a canary in each field that is sealed, and registers canaries. */
export async function fillProgrammes(
  house: WholeHouse,
  { text }: Stems,
  which: readonly Programme[] = programmes,
): Promise<FilledProgramme[]> {
  let canaries = 0;
  const canaryOf = (programme: string) =>
    `Opdigtet ${text}${tagOf(programme)}x${String((canaries += 1))}`;
  const filled: FilledProgramme[] = [];
  for (const { name } of which.filter(({ units }) => units)) {
    const units = new Map<string, string[]>();
    const [subjects, searches] = [new Map<string, string>(), [] as object[]];
    const player = new Player({
      async send(path, role, body, headers) {
        const answer = await house.post(path, role, body, headers);
        return { status: answer.status, body: jsonOf<Receipt>(answer.text) };
      },
      async personOf({ role }: Story, person) {
        const known = subjects.get(person);
        if (known !== undefined) return known;
        const sends = async (path: string, body: object) => {
          const isNew = path.endsWith('/persons');
          const more = isNew ? { address: canaryOf(name), contact: canaryOf(name) } : {};
          const answer = await house.post(path, role, { ...body, ...more });
          return jsonOf<object>(answer.text);
        };
        const by = { name: canaryOf(name), birthDate };
        searches.push(by);
        const subject = await registered(sends, by, name);
        subjects.set(person, subject);
        return subject;
      },
      told: (body) =>
        Object.fromEntries(
          Object.entries(body).map(([field, value]) => [
            field,
            value === 'Opdigtet' ? canaryOf(name) : value,
          ]),
        ),
    });
    for (const story of stories.filter(({ programme }) => programme === name)) {
      const place = `/${name}/${story.path}`;
      const { id } = await player.live(story);
      units.set(place, [...(units.get(place) ?? []), id]);
    }
    filled.push({ name, units, subjects: [...subjects.values()], searches });
  }
  return filled;
}
