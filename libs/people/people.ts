import { LinksController } from './links.controller.js';
import { PersonProgrammes } from './person-programmes.js';
import { RegisterController } from './register.controller.js';
import { Registration } from './registration.js';

/** The persons of the programmes of these names: registered, told apart, linked. */
export function people(names: readonly string[]) {
  const programmes = new PersonProgrammes(names);
  return {
    name: 'people',
    persons: false,
    title: { da: 'Personer', en: 'Persons' },
    deciders: [...programmes.pairs.values()],
    controllers: [RegisterController, LinksController],
    providers: [{ provide: PersonProgrammes, useValue: programmes }, Registration],
    projections: [],
    measures: [],
  };
}
