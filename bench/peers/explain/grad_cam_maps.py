"""Maps of pytorch-grad-cam (package grad-cam), taken where it would next stretch to 0..1 and resize."""

from unittest import mock

import numpy as np
import pytorch_grad_cam as peer
import torch
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

from torch_question import layer_of, network_of, torch_images


def _signed(kind, question):
    """The map as the method makes it, before the peer cuts it at 0."""
    made = []
    with kind(network_of(question.folder), [layer_of(question)]) as cam:
        make = cam.get_cam_image
        cam.get_cam_image = lambda *args: made.append(make(*args)) or made[0]
        cam(torch_images(question.images), [ClassifierOutputTarget(question.class_index)])
    return made[0][0]


def _signed_map(kind):
    return lambda question: _signed(kind, question)


def _map(kind):
    return lambda question: np.maximum(_signed(kind, question), 0)


def _score_cam(question):
    """With masks upsampled by half-pixel centres, where the peer stretches corner to corner."""
    with mock.patch.object(torch.nn, "UpsamplingBilinear2d", _half_pixel):
        return _map(peer.ScoreCAM)(question)


def _half_pixel(size):
    return torch.nn.Upsample(size=size, mode="bilinear", align_corners=False)


maps = {
    "GradCAM": _map(peer.GradCAM),
    "GradCAMPlusPlus": _map(peer.GradCAMPlusPlus),
    "XGradCAM": _map(peer.XGradCAM),
    "HiResCAM": _signed_map(peer.HiResCAM),
    "LayerCAM": _map(peer.LayerCAM),
    "ScoreCAM": _score_cam,
    "AblationCAM": _map(peer.AblationCAM),
    "EigenCAM": _signed_map(peer.EigenCAM),
}
