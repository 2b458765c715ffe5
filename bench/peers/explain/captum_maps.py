"""Maps of captum on the input's pixels."""

import torch
from captum import attr as peer

from torch_question import network_of, torch_images


def _flat(attribution):
    """Channels added up, as a map of rows by columns."""
    return attribution[0].sum(0).detach().numpy()


def _saliency(question):
    images = torch_images(question.images).requires_grad_()
    attribution = peer.Saliency(network_of(question.folder)).attribute(images, question.class_index)
    return attribution[0].amax(0).detach().numpy()


def _input_x_gradient(question):
    images = torch_images(question.images).requires_grad_()
    return _flat(
        peer.InputXGradient(network_of(question.folder)).attribute(images, question.class_index)
    )


class _GivenNoise(peer.NoiseTunnel):
    """Takes the noisy inputs that the other side drew."""

    samples = None

    def _add_noise_to_input(self, input, stdev, nt_samples_partition):
        return self.samples


def _smooth_grad(question):
    """The mean of the signed gradients, then the largest absolute value over the channels."""
    tunnel = _GivenNoise(peer.Saliency(network_of(question.folder)))
    tunnel.samples = torch_images(question.given["samples"])
    attribution = tunnel.attribute(
        torch_images(question.images),
        nt_type="smoothgrad",
        nt_samples=len(tunnel.samples),
        target=question.class_index,
        abs=False,
    )
    return attribution[0].abs().amax(0).detach().numpy()


def _integrated_gradients(question):
    return _flat(
        peer.IntegratedGradients(network_of(question.folder)).attribute(
            torch_images(question.images),
            baselines=torch_images(question.given["baseline"]),
            target=question.class_index,
            n_steps=question.given["steps"],
            method=question.given["rule"],
            internal_batch_size=10,
        )
    )


def _occlusion(question):
    patch, stride = question.given["patch"], question.given["stride"]
    channels = question.images.shape[-1]
    with torch.no_grad():
        attribution = peer.Occlusion(network_of(question.folder)).attribute(
            torch_images(question.images),
            sliding_window_shapes=(channels, patch, patch),
            strides=(channels, stride, stride),
            baselines=torch_images(question.given["baseline"]),
            target=question.class_index,
            perturbations_per_eval=8,
        )
    return attribution[0, 0].numpy()


maps = {
    "Saliency": _saliency,
    "InputXGradient": _input_x_gradient,
    "NoiseTunnel": _smooth_grad,
    "IntegratedGradients": _integrated_gradients,
    "Occlusion": _occlusion,
}
