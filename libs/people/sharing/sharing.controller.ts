import { Body, Param } from '@nestjs/common';
import { About, type Identity } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import {
  CreateRoute,
  Dated,
  Given,
  ProgrammeController,
  QueryRoute,
  UnitId,
  WhoAsks,
} from '@sikkerby/http';
import { consentsIn, declinedIn, disclosuresIn } from './disclosures.js';
import { eventsOf } from '../person-history.js';
import { personRoles as roles } from '../register/person-roles.js';
import { ConsentWithdrawnReceipt, HowItWasShared } from './sharing.answers.js';
import { DeclineDisclosure, DiscloseInformation, GiveConsent } from './sharing.requests.js';
import { SharingCommands } from './sharing-commands.js';

/** With whom a programme shares what it knows of a person, and whether the person agrees. */
@ProgrammeController('people')
export class PersonSharingController {
  constructor(private readonly sharing: SharingCommands) {}

  @CreateRoute(':programme/persons/:id/disclose', {
    roles,
    looks: 'disclose',
    summary: 'Write down that an organisation is given information about the person',
    description: 'Before it is given: what a rule refuses is not shared.',
  })
  disclose(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: DiscloseInformation,
    @Given() intent: Intent,
  ) {
    return this.sharing.give({ programme, subject }, 'disclose', body, intent);
  }

  @CreateRoute(':programme/persons/:id/decline-disclosure', {
    roles,
    looks: 'change',
    summary: 'Decline to share: nobody is obliged to',
  })
  decline(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: DeclineDisclosure,
    @Given() intent: Intent,
  ) {
    return this.sharing.give({ programme, subject }, 'decline-disclosure', body, intent);
  }

  @CreateRoute(':programme/persons/:id/give-consent', {
    roles,
    looks: 'change',
    summary: 'The person agrees to sharing, within a scope',
    description: 'It takes the place of what they agreed to before.',
  })
  giveConsent(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: GiveConsent,
    @Given() intent: Intent,
  ) {
    return this.sharing.give({ programme, subject }, 'give-consent', body, intent);
  }

  @CreateRoute(':programme/persons/:id/withdraw-consent', {
    roles,
    looks: 'change',
    summary: 'The person does not agree any more: sharing on consent stops',
    description: 'Answers with who received something so far, so that they can be told.',
    answer: { type: ConsentWithdrawnReceipt },
  })
  async withdrawConsent(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: Dated,
    @Given() intent: Intent,
  ) {
    const person = { programme, subject };
    const { receipt, recipients, seen } = await this.sharing.withdraw(person, body, intent);
    return new About(Object.assign(new ConsentWithdrawnReceipt(), receipt, { recipients }), seen);
  }

  @QueryRoute(':programme/persons/:id/disclosures', {
    roles,
    looks: 'collect',
    summary: 'Who has received what about the person, when and on which basis?',
    description: 'Referrals too; and what was declined, and what the person agreed to.',
    answer: { type: HowItWasShared },
  })
  async disclosures(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @WhoAsks() identity: Identity,
  ) {
    const { history, seen } = await this.sharing.theirs({ programme, subject }, identity, 'read');
    const events = eventsOf(history);
    const answer = {
      disclosures: disclosuresIn(events),
      declined: declinedIn(events),
      consents: history.sharing.flatMap((record) => consentsIn(record.events)),
    };
    return new About(answer, seen);
  }
}
