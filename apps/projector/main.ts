import 'reflect-metadata';
import { createLogger, readConfiguration, runProgram } from '@sikkerby/configuration';
import { openSystem } from '@sikkerby/system';
import { runProjector } from './projector.js';

await runProgram(async (stopped) => {
  const configuration = readConfiguration();
  const system = await openSystem(configuration, 'sikkerby projector');
  try {
    await runProjector(system, createLogger(configuration), stopped);
  } finally {
    await system.close();
  }
});
