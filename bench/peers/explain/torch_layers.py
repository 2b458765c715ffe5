"""Keras' layers as PyTorch modules, rows by columns by channels becoming channels by rows by columns."""

import torch
from torch import nn

from torch_modules import Add, Concatenate, GlobalAverage, SameConv2d, SamePool2d

activations = {
    "linear": nn.Identity,
    "relu": nn.ReLU,
    "relu6": nn.ReLU6,
    "sigmoid": nn.Sigmoid,
    "swish": nn.SiLU,
}


def _tensor(values, order=None):
    return nn.Parameter(torch.from_numpy(values.transpose(order).copy() if order else values.copy()))


def _conv(layer):
    kernel = layer.weights["kernel"]
    rows, columns, inputs, outputs = kernel.shape
    return _filled(layer, kernel, (3, 2, 0, 1), inputs, outputs, (rows, columns), 1)


def _depthwise(layer):
    kernel = layer.weights["depthwise_kernel"]
    rows, columns, channels, multiplier = kernel.shape
    if multiplier != 1:
        raise ValueError(f"{layer.name} has a depth multiplier of {multiplier}.")
    return _filled(layer, kernel, (2, 3, 0, 1), channels, channels, (rows, columns), channels)


def _filled(layer, kernel, order, inputs, outputs, size, groups):
    kind = {"same": SameConv2d, "valid": nn.Conv2d}[layer.config["padding"]]
    bias = layer.weights.get("bias")
    module = kind(
        inputs,
        outputs,
        size,
        tuple(layer.config["strides"]),
        dilation=tuple(layer.config["dilation_rate"]),
        groups=groups,
        bias=bias is not None,
    )
    module.weight = _tensor(kernel, order)
    if bias is not None:
        module.bias = _tensor(bias)
    return _activated(layer, module)


def _normalisation(layer):
    weights = layer.weights
    module = nn.BatchNorm2d(len(weights["moving_mean"]), eps=layer.config["epsilon"])
    module.running_mean = torch.from_numpy(weights["moving_mean"].copy())
    module.running_var = torch.from_numpy(weights["moving_variance"].copy())
    if "gamma" in weights:
        module.weight = _tensor(weights["gamma"])
    if "beta" in weights:
        module.bias = _tensor(weights["beta"])
    return module


def _dense(layer):
    kernel = layer.weights["kernel"]
    module = nn.Linear(*kernel.shape, bias="bias" in layer.weights)
    module.weight = _tensor(kernel, (1, 0))
    if "bias" in layer.weights:
        module.bias = _tensor(layer.weights["bias"])
    return _activated(layer, module)


def _activated(layer, module):
    """The last softmax stays off: networks end in logits here."""
    name = layer.config.get("activation", "linear")
    return module if name in ("linear", "softmax") else nn.Sequential(module, activations[name]())


def _pooling(kind):
    def build(layer):
        size, stride = tuple(layer.config["pool_size"]), tuple(layer.config["strides"])
        if layer.config["padding"] == "same":
            return SamePool2d(kind, size, stride)
        return (nn.MaxPool2d if kind == "max" else nn.AvgPool2d)(size, stride)

    return build


def _zero_padding(layer):
    (top, bottom), (left, right) = layer.config["padding"]
    return nn.ZeroPad2d((left, right, top, bottom))


builders = {
    "Conv2D": _conv,
    "DepthwiseConv2D": _depthwise,
    "BatchNormalization": _normalisation,
    "Dense": _dense,
    "Activation": lambda layer: activations[layer.config["activation"]](),
    "ReLU": lambda layer: nn.ReLU6() if layer.config.get("max_value") == 6 else nn.ReLU(),
    "MaxPooling2D": _pooling("max"),
    "AveragePooling2D": _pooling("average"),
    "GlobalAveragePooling2D": lambda layer: GlobalAverage(),
    "ZeroPadding2D": _zero_padding,
    "Add": lambda layer: Add(),
    "Concatenate": lambda layer: Concatenate(),
    "Dropout": lambda layer: nn.Identity(),
    "Flatten": lambda layer: nn.Flatten(),
}
