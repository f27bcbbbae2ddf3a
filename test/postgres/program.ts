// A program that uses the database until it is told to stop, for the tests that kill it.
import { readConfiguration, runProgram } from '@sikkerby/configuration';
import { openDatabase } from '@sikkerby/postgres';

await runProgram(async (stopped) => {
  const database = await openDatabase(readConfiguration());
  console.log(database.url);
  await new Promise((resolve) => stopped.addEventListener('abort', resolve));
  await database.stop();
});
