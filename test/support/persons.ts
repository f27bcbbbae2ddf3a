/** Somebody who cannot be: nobody is called this. */
export const impossiblePerson = {
  name: 'Prøve Opdigtet-7',
  birthDate: '2002-05-17',
  gender: 'male',
};

export interface NewPerson {
  readonly name?: string;
  readonly birthDate?: string;
  readonly gender?: string;
  readonly cpr?: string;
}

/** Answers with the body of what it sent. */
type Sends = (path: string, body: object) => Promise<object>;

let number = 0;

/**
 * Searches for somebody and registers them, as a caseworker does; their reference. Each call makes
 * another person, unless a name is given.
 */
export async function registered(
  sends: Sends,
  person: NewPerson = {},
  programme = 'youth-concern',
): Promise<string> {
  const name = `Prøve Opdigtet-${String((number += 1))}-${String(process.pid)}`;
  const whole = { ...impossiblePerson, name, ...person };
  const { name: searched, birthDate, cpr } = whole;
  const by = { name: searched, birthDate, ...(cpr === undefined ? {} : { cpr }) };
  const found = (await sends(`/people/${programme}/search`, by)) as { searchToken?: string };
  const body = { ...whole, searchToken: found.searchToken };
  const answer = (await sends(`/people/${programme}/persons`, body)) as { subject?: string };
  if (answer.subject === undefined) throw new Error(`not registered: ${JSON.stringify(answer)}`);
  return answer.subject;
}
