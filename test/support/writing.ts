import { CommandPipeline } from '@sikkerby/commands';
import type { System } from '@sikkerby/system';

/** What tests write with beside the API, by the rules and policies of the house. */
export function writing({
  store,
  personalData,
  usedKeys,
  policies,
}: Pick<System, 'store' | 'personalData' | 'usedKeys' | 'policies'>) {
  return { store, pipeline: new CommandPipeline(store, personalData, usedKeys, policies) };
}
