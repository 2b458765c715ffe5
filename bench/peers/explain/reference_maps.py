"""Not peers: equations written again in numpy, over the PyTorch network, where no package takes what it is given."""

import numpy as np
import torch

from torch_question import network_of, torch_images


def _probabilities(question, images):
    """The class's probability of each image."""
    network = network_of(question.folder)
    with torch.no_grad():
        logits = torch.cat([network(batch) for batch in torch_images(images).split(16)])
    return logits.softmax(1)[:, question.class_index].numpy()


def _rise(question):
    """S = 1 / (p N) sum of f(x * M) M (Petsiuk et al. 2018, Equation 6); black is 0 here."""
    masks = question.given["masks"]
    scores = _probabilities(question, question.images * masks[..., np.newaxis])
    return np.einsum("n,nij->ij", scores, masks) / (question.given["probability"] * len(masks))


maps = {"Equation 6 in numpy": _rise}
