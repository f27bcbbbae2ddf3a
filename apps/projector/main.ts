import 'reflect-metadata';
import { createLogger, readConfiguration, runProgram } from '@sikkerby/configuration';
import { openContainer, openSystem } from '@sikkerby/system';
import { runProjector } from './projector.js';

await runProgram(async (stopped) => {
  const configuration = readConfiguration();
  const system = await openSystem(configuration, 'sikkerby projector');
  try {
    const container = await openContainer(system);
    await runProjector(system, container, createLogger(configuration), stopped);
  } finally {
    await system.close();
  }
});
