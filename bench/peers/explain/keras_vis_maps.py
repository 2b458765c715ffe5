"""Maps of tf-keras-vis, not normalised and on the layer's own grid."""

import numpy as np
from tf_keras_vis import saliency
from tf_keras_vis.gradcam import Gradcam
from tf_keras_vis.gradcam_plus_plus import GradcamPlusPlus
from tf_keras_vis.layercam import Layercam
from tf_keras_vis.scorecam import Scorecam
from tf_keras_vis.utils.scores import CategoricalScore

from keras_question import network_of


def _map(kind, **options):
    def make(question):
        cam = kind(network_of(question.folder))(
            CategoricalScore(question.class_index),
            question.images,
            penultimate_layer=question.layer,
            expand_cam=False,
            normalize_cam=False,
            **options,
        )
        return np.asarray(cam)[0]

    return make




def _saliency(question, **options):
    peer = saliency.Saliency(network_of(question.folder))
    score = CategoricalScore(question.class_index)
    return np.asarray(peer(score, question.images, normalize_map=False, **options))[0]


maps = {
    "Gradcam": _map(Gradcam, seek_penultimate_conv_layer=False),
    "GradcamPlusPlus": _map(GradcamPlusPlus, seek_penultimate_conv_layer=False),
    "Layercam": _map(Layercam, seek_penultimate_conv_layer=False),
    "Scorecam": _map(Scorecam, seek_penultimate_conv_layer=False),
    "Saliency": _saliency,
}
