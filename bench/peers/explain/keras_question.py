"""A question in Keras' terms."""

import functools

from keras_network import keras_network
from layers_model import read_layers_model


@functools.cache
def network_of(folder):
    """The model of a folder, made once; it ends in logits."""
    return keras_network(read_layers_model(folder))
