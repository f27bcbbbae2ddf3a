import { Injectable } from '@nestjs/common';
import { ReadLog } from '@sikkerby/access';
import { NoSuchUnit } from '@sikkerby/commands';
import type { Plain } from '@sikkerby/http';
import type { RecordedEvent } from '@sikkerby/kernel';
import { PersonalData, type KeptText } from '@sikkerby/vault';
import type { PersonProgramme } from '../about-persons.js';
import { consentsIn, declinedIn, disclosuresIn } from '../sharing/disclosures.js';
import type { Particulars } from '../register/particulars.js';
import { eventsOf, PersonHistory } from '../person-history.js';
import { PersonProgrammes } from '../person-programmes.js';
import { personSentence } from '../sharing/person-sentences.js';
import { particularsField, Register, type Subject } from '../register/register.js';
import type {
  KeptParticulars,
  KeptRecord,
  SubjectExport,
  ToldEvent,
  ToldText,
} from './subject-export.answers.js';

/** Gathers what a programme keeps about a person, for that person. */
@Injectable()
export class SubjectExports {
  constructor(
    private readonly register: Register,
    private readonly personalData: PersonalData,
    private readonly readLog: ReadLog,
    private readonly history: PersonHistory,
    private readonly programmes: PersonProgrammes,
  ) {}

  /**
   * Complete as of now, over every record that is linked with the one asked for.
   * @throws NoSuchUnit, ReadModelBehind
   */
  async of(person: Subject): Promise<Plain<SubjectExport>> {
    const { name, title, aboutPersons = {} } = this.programmes.named(person.programme);
    if (!(await this.register.has(person))) throw new NoSuchUnit();
    const history = await this.history.of(person);
    const { subjects, units, sharing } = history;
    const events = eventsOf(history);
    const kept = new Map<string, KeptText[]>();
    // A text from before anybody knew whom a unit is about is kept under the unit.
    for (const owner of [...subjects, ...units.map(({ id }) => id)]) {
      kept.set(owner, await this.personalData.textsOf(name, owner));
    }
    const texts = [...kept.values()].flat().filter(({ field }) => field !== particularsField);
    return {
      programme: name,
      title: { da: title.da, en: title.en },
      madeAt: new Date().toISOString(),
      records: subjects.map((subject) => keptRecord(subject, kept.get(subject) ?? [])),
      events: events.map((event) => told(event, aboutPersons)),
      texts: texts
        .map((text) => toldText(text, aboutPersons))
        .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1)),
      disclosures: disclosuresIn(events),
      declined: declinedIn(events),
      consents: sharing.flatMap((record) => consentsIn(record.events)),
      lookUps: await this.readLog.looksAt(name, subjects),
    };
  }
}

type About = NonNullable<PersonProgramme['aboutPersons']>;

function told(event: RecordedEvent, { sentence }: About): Plain<ToldEvent> {
  const { type, stream, occurredOn, recordedAt } = event;
  const say = (language: 'da' | 'en') =>
    personSentence(event, language) ?? sentence?.(event, language) ?? type;
  const unit = stream.slice(stream.indexOf('-') + 1);
  return { unit, type, occurredOn, recordedAt, sentence: { da: say('da'), en: say('en') } };
}

function toldText(
  { field, sealedAt, text }: KeptText,
  { textsAboutOthers = [] }: About,
): Plain<ToldText> {
  const isAboutOthers = textsAboutOthers.includes(field);
  return { field, recordedAt: sealedAt, ...(isAboutOthers ? {} : { text }) };
}

function keptRecord(subject: string, texts: readonly KeptText[]): Plain<KeptRecord> {
  const versions = texts
    .filter(({ field }) => field === particularsField)
    .map(({ sealedAt, text }) => ({ sealedAt, ...(JSON.parse(text) as Particulars) }));
  const isProtected = versions.at(-1)?.addressProtected ?? false;
  const particulars = versions.map(({ sealedAt, address, ...rest }): Plain<KeptParticulars> => ({
    ...{ recordedAt: sealedAt, ...rest, addressProtected: rest.addressProtected ?? false },
    ...(address !== undefined && !isProtected ? { address } : {}),
  }));
  return { subject, particulars };
}
