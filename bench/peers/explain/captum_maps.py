"""Maps of captum on the input's pixels."""

import torch
from captum import attr as peer

from captum_lime import lime_map
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


def _smooth_grad(magnitudes):
    """The mean of the gradients, or of their magnitudes; then the largest magnitude over the channels."""

    def make(question):
        tunnel = _GivenNoise(peer.Saliency(network_of(question.folder)))
        tunnel.samples = torch_images(question.given["samples"])
        attribution = tunnel.attribute(
            torch_images(question.images),
            nt_type="smoothgrad",
            nt_samples=len(tunnel.samples),
            target=question.class_index,
            abs=magnitudes,
        )
        return attribution[0].abs().amax(0).detach().numpy()

    return make


def _integrated_gradients(question):
    """By the trapezoid rule; captum's weights of n points add up to (n - 1) / n, which is made good."""
    points = question.given["points"]
    attribution = peer.IntegratedGradients(network_of(question.folder)).attribute(
        torch_images(question.images),
        baselines=torch_images(question.given["baseline"]),
        target=question.class_index,
        n_steps=points,
        method="riemann_trapezoid",
        internal_batch_size=10,
    )
    return _flat(attribution) * points / (points - 1)


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
    "NoiseTunnel, abs=False": _smooth_grad(False),
    "NoiseTunnel": _smooth_grad(True),
    "IntegratedGradients": _integrated_gradients,
    "Occlusion": _occlusion,
    "LimeBase": lime_map,
}
