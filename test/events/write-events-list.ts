import { readFileSync, writeFileSync } from 'node:fs';
import { eventsFile, eventsList, listedTypes, writtenList } from './events-list.js';

/*
 * A program by itself: writes `libs/programmes/EVENTS.md` anew from the samples.
 */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
writeFileSync(eventsFile, eventsList(listedTypes(), writtenList(), version));
