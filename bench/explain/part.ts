import type { Peer } from '../peers/explain/peer';

/** The peers' processes, one a framework. */
export interface Peers {
  readonly torch: Peer;
  readonly keras: Peer;
}

/** One measurement of explaining: a file each, and a line in the list. */
export interface ExplainPart {
  readonly name: string;
  readonly what: string;
  /** The figures, to be printed as JSON. */
  run(peers: Peers): Promise<object>;
}
