import { addDays, day, type Day } from '@sikkerby/kernel';

// Codes and calendar of Infohus København, where municipality, police and prison service meet.

export const concerns = [
  'militant-islamism',
  'right-wing-extremism',
  'left-wing-extremism',
  'other-extremism',
] as const;
export type Concern = (typeof concerns)[number];
/** Who is worried; nothing else is recorded of an anonymous reporter. */
export const sources = [
  'school',
  'social-services',
  'police',
  'prison-service',
  'relative',
  'citizen',
  'anonymous',
] as const;
export type Source = (typeof sources)[number];
export const clearances = ['can-be-handled', 'police-only', 'parallel-to-criminal-case'] as const;
export type Clearance = (typeof clearances)[number];
/** The authorities that meet in Infohus. */
export const parties = ['municipality', 'police', 'prison-service'] as const;
export type Party = (typeof parties)[number];
export const outcomes = [
  'unfounded',
  'talk',
  'intervention',
  'other-authority',
  'security-authority',
  'monitor',
] as const;
export type Outcome = (typeof outcomes)[number];
export const closeReasons = ['unfounded', 'helped', 'passed-on', 'no-longer-a-concern'] as const;
export type CloseReason = (typeof closeReasons)[number];
export const reopenReasons = ['new-concern', 'closed-too-early'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** A Tuesday on which Infohus met: it meets every 14 days from there. */
const aMeeting = day('2017-01-03');
const daysBetweenMeetings = 14;

/** The first meeting after the day. */
export function nextMeeting(after: Day): Day {
  const days = Math.round((Date.parse(after) - Date.parse(aMeeting)) / 86_400_000);
  return addDays(aMeeting, (Math.floor(days / daysBetweenMeetings) + 1) * daysBetweenMeetings);
}
