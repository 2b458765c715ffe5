"""The Keras peers in one process: their maps, and the time they take."""

import os

import keras
import tensorflow as tf
from importlib.metadata import version

import keras_vis_maps
from keras_question import network_of
from lines import serve, timed, told
from question import question_of

threads = int(os.environ["OMP_NUM_THREADS"])
tf.config.threading.set_intra_op_parallelism_threads(threads)
tf.config.threading.set_inter_op_parallelism_threads(threads)

maps = {"tf-keras-vis": keras_vis_maps.maps}


def versions(_):
    return {name: version(name) for name in ("tensorflow-cpu", "keras", "tf-keras-vis")}


def logits(request):
    question = question_of(request)
    return told(network_of(question.folder)(question.images).numpy())


def make_map(request):
    return told(maps[request["peer"]][request["method"]](question_of(request)))


def forward(question):
    network = network_of(question.folder)
    function = tf.function(lambda images: network(images, training=False))
    images = tf.constant(question.images)
    return lambda: function(images).numpy()


def grad_cam(question):
    """Keras' own example (Grad-CAM class activation visualization) under tf.function; its map stays raw."""
    network = network_of(question.folder)
    both = keras.Model(network.inputs, [network.get_layer(question.layer).output, network.output])

    @tf.function
    def make(images):
        with tf.GradientTape() as tape:
            activation, predictions = both(images, training=False)
            score = predictions[:, question.class_index]
        gradient = tape.gradient(score, activation)
        weights = tf.reduce_mean(gradient, axis=(0, 1, 2))
        return tf.maximum(tf.squeeze(activation[0] @ weights[..., tf.newaxis]), 0)

    images = tf.constant(question.images)
    return lambda: make(images).numpy()


works = {"forward": forward, "grad-cam": grad_cam}
prepared = {}


def time_work(request):
    """A traced function is kept, so that only the first request for it traces."""
    key = tuple(request[name] for name in ("work", "folder", "layer", "classIndex"))
    if key not in prepared:
        prepared[key] = works[request["work"]](question_of(request))
    return timed(prepared[key], request)


serve({"versions": versions, "logits": logits, "map": make_map, "time": time_work})
