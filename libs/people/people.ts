import type { PersonProgramme } from './about-persons.js';
import { LinksController } from './links/links.controller.js';
import { PersonHistory } from './person-history.js';
import { PersonProgrammes } from './person-programmes.js';
import { RegisterController } from './register/register.controller.js';
import { Registration } from './register/registration.js';
import { PersonSharingController } from './sharing/sharing.controller.js';
import { SharingCommands } from './sharing/sharing-commands.js';
import { SubjectExportController } from './subject-access/subject-export.controller.js';
import { SubjectExports } from './subject-access/subject-exports.js';
import { unitsOfPersonsProjection } from './units-of-persons.js';

/** The persons of these programmes: registered, told apart, linked, shared about, and told. */
export function people(all: readonly PersonProgramme[]) {
  const programmes = new PersonProgrammes(all);
  return {
    name: 'people',
    persons: false,
    title: { da: 'Personer', en: 'Persons' },
    deciders: programmes.sharedDeciders,
    controllers: [
      RegisterController,
      LinksController,
      PersonSharingController,
      SubjectExportController,
    ],
    actRoutes: programmes.sharedDeciders.map((decider) => ({
      decider,
      usual: (act: string) => `people/:programme/persons/:id/${act}`,
      others: {
        'link-persons': ['people/:programme/links', 'people/:programme/links/:id/redo'],
        'unlink-persons': ['people/:programme/links/:id/undo'],
        'tell-persons-apart': ['people/:programme/told-apart'],
      },
    })),
    // The register is no log: what it knows of a person is in the vault.
    withoutAct: ['people/:programme/persons', 'people/:programme/persons/:id/change'],
    providers: [
      { provide: PersonProgrammes, useValue: programmes },
      Registration,
      PersonHistory,
      SharingCommands,
      SubjectExports,
    ],
    projections: [unitsOfPersonsProjection(all)],
    measures: [],
  };
}
