import { Peer } from '../peers/explain/peer';
import { spreadOf } from '../statistics';
import { type Asked, peerWork } from './asked';

const runs = 20;

/** Variables of the environment that a peer is started with. */
type Way = Readonly<Record<string, string>>;
type Script = Parameters<typeof Peer.start>[0];

/** Ways of running each peer of which now the one, now the other is the faster. */
const ways: Readonly<Record<Script, readonly Way[]>> = {
  // How the threads of OpenMP wait for each other: busily, as is the default, or not, which is better beside others' work.
  'torch_peer.py': [{ OMP_WAIT_POLICY: 'active' }, { OMP_WAIT_POLICY: 'passive' }],
  // Whether TensorFlow uses oneDNN: of itself only on CPUs with instructions for neural networks.
  'keras_peer.py': [{ TF_ENABLE_ONEDNN_OPTS: '1' }, { TF_ENABLE_ONEDNN_OPTS: '0' }],
};

/** A peer's process run in whichever way makes its forward pass faster on this machine, and which that is. */
export async function atItsBest(script: Script, { question }: Asked): Promise<{ peer: Peer; way: Way }> {
  const tried = [];
  for (const way of ways[script]) {
    const peer = await Peer.start(script, way);
    const { median } = spreadOf(await peerWork(peer, 'forward', question)(runs));
    tried.push({ peer, way, median });
  }
  const [best, other] = tried.sort((a, b) => a.median - b.median);
  await other!.peer.stop();
  return { peer: best!.peer, way: best!.way };
}
