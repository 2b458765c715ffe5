"""A TensorFlow.js LayersModel as a Keras 3 model of the same layers with the same names, ending in logits."""

import inspect

import keras

order = {
    "Conv2D": ("kernel", "bias"),
    "DepthwiseConv2D": ("depthwise_kernel", "bias"),
    "Dense": ("kernel", "bias"),
    "BatchNormalization": ("gamma", "beta", "moving_mean", "moving_variance"),
}


def keras_network(model):
    """Builds the model and sets its weights."""
    values = {}
    for layer in model.layers:
        if layer.kind == "InputLayer":
            values[layer.name] = keras.Input(model.input_shape, name=layer.name)
            continue
        inputs = [values[source] for source in layer.sources]
        values[layer.name] = _build(layer)(inputs if len(inputs) > 1 else inputs[0])
    network = keras.Model(values[model.layers[0].name], values[model.output])
    for layer in model.layers:
        names = [name for name in order.get(layer.kind, ()) if name in layer.weights]
        if names:
            network.get_layer(layer.name).set_weights([layer.weights[name] for name in names])
    return network


def _build(layer):
    """The layer without what only training needs; the last softmax stays off."""
    kind = getattr(keras.layers, layer.kind)
    known = inspect.signature(kind.__init__).parameters
    config = {
        key: value
        for key, value in layer.config.items()
        if key in known and not key.endswith(("initializer", "regularizer", "constraint"))
    }
    if config.get("activation") == "softmax":
        config["activation"] = "linear"
    return kind(**{**config, "name": layer.name})
