"""Maps of tf-keras-vis, not normalised and on the layer's own grid."""

import functools
from unittest import mock

import numpy as np
from scipy.ndimage import zoom
from tf_keras_vis import saliency, scorecam
from tf_keras_vis.gradcam import Gradcam
from tf_keras_vis.gradcam_plus_plus import GradcamPlusPlus
from tf_keras_vis.layercam import Layercam
from tf_keras_vis.utils.scores import CategoricalScore

from keras_question import network_of


def _map(kind):
    def make(question):
        cam = kind(network_of(question.folder))(
            CategoricalScore(question.class_index),
            question.images,
            penultimate_layer=question.layer,
            expand_cam=False,
            normalize_cam=False,
            seek_penultimate_conv_layer=False,
        )
        return np.asarray(cam)[0]

    return make


def _score_cam(question):
    """With masks upsampled by half-pixel centres, where the peer stretches corner to corner."""
    with mock.patch.object(scorecam, "zoom", functools.partial(zoom, grid_mode=True)):
        return _map(scorecam.Scorecam)(question)


def _saliency(question, **options):
    peer = saliency.Saliency(network_of(question.folder))
    score = CategoricalScore(question.class_index)
    return np.asarray(peer(score, question.images, normalize_map=False, **options))[0]


def _smooth_grad(question):
    """With the noise that the other side drew."""
    samples = question.given["samples"]
    noise = (samples - question.images)[:, np.newaxis]
    with mock.patch.object(np.random, "normal", lambda *_: noise):
        return _saliency(question, smooth_samples=len(samples), smooth_noise=1.0)


maps = {
    "Gradcam": _map(Gradcam),
    "GradcamPlusPlus": _map(GradcamPlusPlus),
    "Layercam": _map(Layercam),
    "Scorecam": _score_cam,
    "Saliency": _saliency,
    "Saliency, smoothed": _smooth_grad,
}
