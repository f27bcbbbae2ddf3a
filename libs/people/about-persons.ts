import type { AnyDecider, DomainEvent } from '@sikkerby/kernel';
import type { Language } from '@sikkerby/reference';

/** How a programme keeps what it knows of persons, and tells it to them. */
export interface AboutPersons {
  /** Its help is voluntary: nothing is shared without consent. */
  readonly voluntary?: true;
  /** It is control, not help: nothing flows to another programme, nor from one. */
  readonly control?: true;
  /** What happened, as a sentence for the person whom it is about: names no employee. */
  readonly sentence?: (event: DomainEvent, language: Language) => string;
  /** Fields whose sealed text is about somebody else, such as who reported: not for the person. */
  readonly textsAboutOthers?: readonly string[];
}

/** What the register has to know of a programme. */
export interface PersonProgramme {
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly deciders: readonly AnyDecider[];
  readonly aboutPersons?: AboutPersons;
}
