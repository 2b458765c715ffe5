import { Peer } from '../peers/explain/peer';
import { spreadOf } from '../statistics';
import { peerWork, withQuestion } from './asked';

const runs = 20;

/** How the threads of OpenMP wait for each other: busily, as is the default, or not, which is better beside others' work. */
const policies = ['active', 'passive'] as const;

/** PyTorch's process with whichever way of waiting makes its forward pass faster on this machine, and which that is. */
export function torchAtItsBest(): Promise<{ torch: Peer; waiting: string }> {
  return withQuestion('ResNet-18', async ({ question }) => {
    const tried = [];
    for (const waiting of policies) {
      const torch = await Peer.start('torch_peer.py', { OMP_WAIT_POLICY: waiting });
      const { median } = spreadOf(await peerWork(torch, 'forward', question)(runs));
      tried.push({ torch, waiting, median });
    }
    const [best, other] = tried.sort((a, b) => a.median - b.median);
    await other!.torch.stop();
    return { torch: best!.torch, waiting: best!.waiting };
  });
}
