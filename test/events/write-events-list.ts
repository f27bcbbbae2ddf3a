import { readFileSync, writeFileSync } from 'node:fs';
import { jsonOf } from '../support/json.js';
import { eventsFile, eventsList, listedTypes, writtenList } from './events-list.js';

/*
 * A program by itself: writes `libs/programmes/EVENTS.md` anew from the samples.
 */
const { version } = jsonOf<{ version: string }>(readFileSync('package.json', 'utf8'));
writeFileSync(eventsFile, eventsList(listedTypes(), writtenList(), version));
