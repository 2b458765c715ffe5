"""Maps of torchcam, not normalised."""

import torch
from torchcam import methods as peer

from torch_question import network_of, torch_images


def _map(kind):
    def make(question):
        network = network_of(question.folder)
        with kind(network, f"layers.{question.layer}", input_shape=question.images.shape[1:]) as cam:
            scores = network(torch_images(question.images))
            maps = cam(question.class_index, scores, normalized=False)
        return maps[0][0].detach().numpy()

    return make


class ScoreCAM(peer.ScoreCAM):
    """The paper's order: upsampled, then stretched to 0..1; torchcam stretches on the layer's grid first."""

    def _masked_input_chunk(self, masks, sample_indices, buffer, slice_):
        masks = self._normalize(self._upsample(masks[slice_]), 2)
        return torch.mul(masks, self._input, out=buffer[: slice_.stop - slice_.start])


maps = {
    "GradCAM": _map(peer.GradCAM),
    "GradCAMpp": _map(peer.GradCAMpp),
    "XGradCAM": _map(peer.XGradCAM),
    "LayerCAM": _map(peer.LayerCAM),
    "ScoreCAM": _map(ScoreCAM),
}
