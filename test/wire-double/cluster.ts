import { DoubleLog } from './log.js';
import { membersOf, type Membership, type Node } from './membership.js';
import { WireDouble } from './wire-double.js';

/** Nodes of one log: one leads, the others say who does. */
export class Cluster implements Membership {
  readonly log = new DoubleLog(false);
  readonly nodes: WireDouble[] = [];
  leader: WireDouble | undefined;

  /** The first of them leads. */
  static async start(count: number): Promise<Cluster> {
    const cluster = new Cluster();
    for (let node = 0; node < count; node += 1) {
      cluster.nodes.push(await WireDouble.start({ cluster }));
    }
    cluster.leader = cluster.nodes[0];
    return cluster;
  }

  get url(): string {
    return `esdb://${this.nodes.map(({ address }) => address).join()}?tls=false`;
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  /** A node that follows nobody sees nobody. */
  members(asked: Node): ReturnType<Membership['members']> {
    return membersOf(
      this.nodes.map((node) => ({
        address: node.address,
        state: stateOf(node, this.leader, asked),
        isAlive: asked.follows ? node.follows : node === asked,
      })),
    );
  }
}

function stateOf(node: Node, leader: Node | undefined, asked: Node) {
  if (!asked.follows) return 'UNKNOWN';
  return node === leader ? 'LEADER' : 'FOLLOWER';
}
