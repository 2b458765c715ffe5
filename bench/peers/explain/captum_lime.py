"""LIME by captum."""

import torch
from captum.attr import LimeBase
from captum._utils.models.linear_model import SkLearnRidge

from torch_question import network_of, torch_images


def lime_map(question):
    """With the samples, superpixels, stand-in and kernel of the other side; captum runs and fits the surrogate."""
    given = question.given
    samples = torch.from_numpy(given["samples"])
    labels = torch.from_numpy(given["labels"]).long()
    stand_in = torch_images(given["standIn"])
    network = network_of(question.folder)

    def perturb(original, **_):
        yield from samples.split(1)

    def hidden(sample, original, **_):
        return torch.where(sample[0][labels] > 0, original, stand_in)

    def similarity(original, perturbed, sample, **_):
        return torch.exp(-(((1 - sample.mean().sqrt()) / given["width"]) ** 2))

    lime = LimeBase(
        lambda images: network(images).softmax(1),
        SkLearnRidge(alpha=given["ridge"]),
        similarity,
        perturb,
        True,
        hidden,
        None,
    )
    weights = lime.attribute(
        torch_images(question.images),
        target=question.class_index,
        n_samples=len(samples),
        perturbations_per_eval=10,
    )
    return weights.flatten()[labels].detach().numpy()
