import { permit, type Action, type Identity, type Policies, type Seen } from '@sikkerby/access';
import { NoSuchUnit } from '@sikkerby/commands';
import type { AnyDecider, Decider } from '@sikkerby/kernel';
import type { PersonProgramme } from './about-persons.js';
import { personPair, type PersonPair } from './links/person-pair.js';
import { personSharing, type PersonSharing, type Walls } from './sharing/person-sharing.js';

/** A programme with the rules that all registers of persons share. */
interface WithRules {
  readonly programme: PersonProgramme;
  readonly pair: Decider<PersonPair>;
  readonly sharing: Decider<PersonSharing>;
}

/** The programmes that are about persons, with the rules that their registers share. */
export class PersonProgrammes {
  private readonly byName: ReadonlyMap<string, WithRules>;

  constructor(readonly all: readonly PersonProgramme[]) {
    this.byName = new Map(
      all.map((programme) => {
        const { name } = programme;
        const sharing = personSharing(name, wallsOf(programme, all));
        return [name, { programme, pair: personPair(name), sharing }];
      }),
    );
  }

  /** The rules that every programme shares, for each. */
  get sharedDeciders(): AnyDecider[] {
    return [...this.byName.values()].flatMap(({ pair, sharing }) => [pair, sharing]);
  }

  /** @throws NoSuchUnit */
  named(programme: string): PersonProgramme {
    return this.rulesOf(programme).programme;
  }

  /** @throws NoSuchUnit */
  pairOf(programme: string): Decider<PersonPair> {
    return this.rulesOf(programme).pair;
  }

  /** @throws NoSuchUnit */
  sharingOf(programme: string): Decider<PersonSharing> {
    return this.rulesOf(programme).sharing;
  }

  /**
   * What the read log says of persons whom they may see so.
   * @throws NoSuchUnit for one without a register, Hidden and NotYours, before anything is looked up
   */
  permit(policies: Policies, identity: Identity, action: Action, programme: string) {
    const { policies: ids } = permit(policies, identity, action, { programme });
    this.rulesOf(programme);
    return (subject: string): Seen => ({ programme, subject, policies: ids });
  }

  private rulesOf(programme: string): WithRules {
    const found = this.byName.get(programme);
    if (!found) throw new NoSuchUnit();
    return found;
  }
}

/** Nothing flows from control to another programme, nor from another programme to control. */
function wallsOf({ name, aboutPersons }: PersonProgramme, all: readonly PersonProgramme[]): Walls {
  const others = all.filter((other) => other.name !== name);
  const closed = aboutPersons?.control
    ? others
    : others.filter((other) => other.aboutPersons?.control);
  return {
    voluntary: aboutPersons?.voluntary ?? false,
    closedTo: closed.map((other) => other.name),
  };
}
