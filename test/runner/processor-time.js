import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Seconds that this process has worked, and the programs that it started and that have ended. */
export function secondsWorked(pid = 'self') {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in parentheses, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, usersOfChildren, systemOfChildren] = fields.slice(11, 15).map(Number);
  return {
    own: (user + system) / ticksPerSecond,
    children: (usersOfChildren + systemOfChildren) / ticksPerSecond,
  };
}
