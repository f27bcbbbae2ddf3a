import { permit, type Action, type Identity, type Policies, type Seen } from '@sikkerby/access';
import { NoSuchUnit } from '@sikkerby/decisions';
import type { Decider } from '@sikkerby/kernel';
import { personPair, type PersonPair } from './person-pair.js';

/** The programmes that are about persons, with the rules that their registers share. */
export class PersonProgrammes {
  readonly pairs: ReadonlyMap<string, Decider<PersonPair>>;

  constructor(readonly names: readonly string[]) {
    this.pairs = new Map(names.map((name) => [name, personPair(name)]));
  }

  /** @throws NoSuchUnit */
  pairOf(programme: string): Decider<PersonPair> {
    const pair = this.pairs.get(programme);
    if (!pair) throw new NoSuchUnit();
    return pair;
  }

  /**
   * What the read log says of persons whom they may see so.
   * @throws NoSuchUnit for one without a register, Hidden and NotYours, before anything is looked up
   */
  permit(policies: Policies, identity: Identity, action: Action, programme: string) {
    const { policies: ids } = permit(policies, identity, action, { programme });
    this.pairOf(programme);
    return (subject: string): Seen => ({ programme, subject, policies: ids });
  }
}
