"""Keras' layers as PyTorch modules, rows by columns by channels becoming channels by rows by columns."""

import torch
import torch.nn.functional as F
from torch import nn

activations = {
    "linear": nn.Identity,
    "relu": nn.ReLU,
    "relu6": nn.ReLU6,
    "sigmoid": nn.Sigmoid,
    "swish": nn.SiLU,
}


def _same(size, kernel, stride):
    """TensorFlow's SAME: what does not divide evenly goes to the end."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


def _padding(x, kernel, stride):
    """Left, right, top, bottom."""
    return *_same(x.shape[3], kernel[1], stride[1]), *_same(x.shape[2], kernel[0], stride[0])


class SameConv2d(nn.Conv2d):
    """A convolution that pads as TensorFlow's SAME does; evenly where that is the same, which costs no copy."""

    def forward(self, x):
        left, right, top, bottom = _padding(x, self.kernel_size, self.stride)
        if left != right or top != bottom:
            x, left, top = F.pad(x, (left, right, top, bottom)), 0, 0
        return F.conv2d(
            x, self.weight, self.bias, self.stride, (top, left), self.dilation, self.groups
        )


class SamePool2d(nn.Module):
    """Pooling with SAME padding, which takes no part: neither in a maximum nor in an average."""

    def __init__(self, kind, kernel, stride):
        super().__init__()
        self.kind, self.kernel, self.stride = kind, kernel, stride

    def forward(self, x):
        padding = _padding(x, self.kernel, self.stride)
        if self.kind == "max":
            return F.max_pool2d(F.pad(x, padding, value=float("-inf")), self.kernel, self.stride)
        total = F.avg_pool2d(F.pad(x, padding), self.kernel, self.stride)
        inside = F.avg_pool2d(F.pad(torch.ones_like(x[:1, :1]), padding), self.kernel, self.stride)
        return total / inside


class Add(nn.Module):
    def forward(self, first, *others):
        for other in others:
            first = first + other
        return first


class Concatenate(nn.Module):
    def forward(self, *parts):
        return torch.cat(parts, 1)


class GlobalAverage(nn.Module):
    def forward(self, x):
        return x.mean((2, 3))


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
