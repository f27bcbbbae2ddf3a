import { randomUUID } from 'node:crypto';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { DoubleLog } from './log.js';

type State = (typeof gossip.MemberInfo.VNodeState)[keyof typeof gossip.MemberInfo.VNodeState];
type Members = InstanceType<typeof gossip.ClusterInfo>;

/** A node, as far as the others know it. */
export interface Node {
  readonly address: string;
  /** Whether it has what the others have, or stands still. */
  readonly follows: boolean;
}

/** The cluster that a node belongs to. */
export interface Membership {
  readonly log: DoubleLog;
  /** Nobody while there is no majority. */
  readonly leader: Node | undefined;
  /** As the node sees it. */
  members(asked: Node): Members;
}

/** What nodes tell of each other. */
export function membersOf(members: readonly MemberInfo[]): Members {
  return new gossip.ClusterInfo().setMembersList(members.map(messageOf));
}

interface MemberInfo {
  readonly address: string;
  readonly state: keyof typeof gossip.MemberInfo.VNodeState;
  readonly isAlive: boolean;
}

function messageOf({ address, state, isAlive }: MemberInfo) {
  const [host = '', port] = address.split(':');
  const code: State = gossip.MemberInfo.VNodeState[state];
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setState(code)
    .setIsAlive(isAlive)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(Number(port)));
}
