"""A TensorFlow.js LayersModel as a PyTorch network whose submodules bear the layers' names, so that hooks find them."""

from torch import nn

from torch_layers import builders


class Network(nn.Module):
    """Runs the layers in order and lets go of each output after its last use. Images n, 3, rows, columns; logits out."""

    def __init__(self, model):
        super().__init__()
        steps = [layer for layer in model.layers if layer.kind != "InputLayer"]
        self.layers = nn.ModuleDict({layer.name: builders[layer.kind](layer) for layer in steps})
        self.entry = model.layers[0].name
        self.output = model.output
        self.steps = [(layer.name, layer.sources) for layer in steps]
        self.done = self._last_uses()
        self.eval()

    def forward(self, x):
        values = {self.entry: x}
        for (name, sources), done in zip(self.steps, self.done):
            values[name] = self.layers[name](*[values[source] for source in sources])
            for source in done:
                del values[source]
        return values[self.output]

    def _last_uses(self):
        last = {source: index for index, (_, sources) in enumerate(self.steps) for source in sources}
        return [[source for source in last if last[source] == index] for index in range(len(self.steps))]
