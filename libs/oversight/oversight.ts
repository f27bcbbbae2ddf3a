import { employee } from './employee.js';

/** Who may see what, who saw it, and who looks after that. */
export const oversight = {
  name: 'oversight',
  persons: false,
  title: { da: 'Tilsyn med adgang', en: 'Oversight of access' },
  deciders: [employee],
  controllers: [],
  providers: [],
  projections: [],
  measures: [],
};
