import { takenIn } from './taken-in.js';

/** Files of services that were taken in, and taken back. */
export const intake = {
  name: 'intake',
  persons: false,
  title: { da: 'Indlæsning af lister', en: 'Intake of lists' },
  deciders: [takenIn],
  controllers: [],
  providers: [],
  projections: [],
  measures: [],
};
