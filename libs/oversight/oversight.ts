import { BreakGlassController } from './break-glass.controller.js';
import { brokenGlass, WhatWaitsForReviewHandler } from './break-glass.view.js';
import { EmployeeCommands } from './employee-commands.js';
import { employee } from './employee.js';
import { EmployeesController } from './employees.controller.js';

/** Who may see what, who saw it, and who looks after that. */
export const oversight = {
  name: 'oversight',
  persons: false,
  title: { da: 'Tilsyn med adgang', en: 'Oversight of access' },
  deciders: [employee],
  controllers: [EmployeesController, BreakGlassController],
  providers: [EmployeeCommands, WhatWaitsForReviewHandler],
  projections: [brokenGlass],
  measures: [],
};
