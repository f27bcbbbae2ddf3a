import { demoUser, type Role } from '@sikkerby/access';
import type { System } from '@sikkerby/system';

type Post = (path: string, body: object, token: string) => Promise<unknown>;

/** Each in a year of its own; what is published is of 2017. */
const yearOf: Readonly<Record<string, string>> = {
  freeze: '2014',
  approve: '2016',
  reject: '2015',
};

/** The year that an example about statements speaks of. */
export function statementYear(path: string): string | undefined {
  return yearOf[path.split('/').at(-1) ?? ''];
}

/** A statement that can be decided on, of whoever may not decide; one that may be published. */
export async function frozenFor(path: string, system: System, post: Post): Promise<void> {
  const sends = async (role: Role, statement: string, body: object = {}) =>
    post(
      `/statistics/statements/${statement}`,
      body,
      await system.demoIdentity().sign(demoUser(role)),
    );
  if (path === '/publication/releases') {
    await sends('analyst', '2017/freeze', { kind: 'final' });
    await sends('report-approver', '2017/1/approve');
  }
  if (!path.startsWith('/statistics/statements/{year}/{number}')) return;
  await sends('analyst', `${statementYear(path) ?? ''}/freeze`, { kind: 'final' });
}
