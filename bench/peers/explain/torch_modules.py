"""Modules that PyTorch lacks for Keras' layers; images are n, channels, rows, columns."""

import torch
import torch.nn.functional as F
from torch import nn


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
