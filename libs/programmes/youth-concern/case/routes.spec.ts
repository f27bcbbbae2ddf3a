import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { youthConcernReport } from '../concern-report/concern-report.js';
import { youthConcernProgramme } from '../youth-concern.programme.js';
import { youthConcern } from '../youth-concern.js';

const routes = youthConcernProgramme.controllers.flatMap((controller) => {
  const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object));
  return methods
    .map(({ value }: PropertyDescriptor) => Reflect.getMetadata('path', value as object) as unknown)
    .filter((path) => typeof path === 'string');
});

describe('every command has its route', () => {
  const byReaction = ['propose-at-eighteen'];
  const acts = Object.keys(youthConcern.acts).filter((act) => !byReaction.includes(act));
  it.each(acts)('%s', (act) => {
    expect(routes).toContain(act === 'open-case' ? 'cases' : `cases/:id/${act}`);
  });

  it.each(Object.keys(youthConcernReport.acts))('%s', (act) => {
    const verb = act.replace('-concern-report', '');
    expect(routes).toContain(
      verb === 'receive' ? 'concern-reports' : `concern-reports/:id/${verb}`,
    );
  });
});
