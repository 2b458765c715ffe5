"""The PyTorch peers in one process: their maps, and the time they take."""

import os
import sys

# Of CUDA's libraries only stand-ins are here: what is never called must not be looked for either.
sys.setdlopenflags(os.RTLD_LAZY)

import pytorch_grad_cam
import torch
from importlib.metadata import version
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

import captum_maps
import grad_cam_maps
import reference_maps
import torchcam_maps
from lines import serve, timed, told
from question import question_of
from torch_question import layer_of, network_of, torch_images

packages = {
    "grad-cam": grad_cam_maps.maps,
    "torchcam": torchcam_maps.maps,
    "captum": captum_maps.maps,
}
maps = {**packages, "own reference": reference_maps.maps}


def versions(_):
    return {name: version(name) for name in ("torch", *packages)}


def logits(request):
    question = question_of(request)
    with torch.no_grad():
        return told(network_of(question.folder)(torch_images(question.images)).numpy())


def make_map(request):
    return told(maps[request["peer"]][request["method"]](question_of(request)))


def forward(question):
    network, images = network_of(question.folder), torch_images(question.images)

    def run():
        with torch.inference_mode():
            network(images).numpy()

    return run


def cam(kind):
    """The peer's own call, all of it, the extractor made beforehand; so many images at once as batch says."""

    def prepare(question):
        extractor = kind(network_of(question.folder), [layer_of(question)])
        images = torch_images(question.images)
        batches = images.split(question.given.get("batch", len(images)))
        target = ClassifierOutputTarget(question.class_index)

        def run():
            for batch in batches:
                extractor(batch, [target] * len(batch))

        return run

    return prepare


works = {
    "forward": forward,
    "grad-cam": cam(pytorch_grad_cam.GradCAM),
    "score-cam": cam(pytorch_grad_cam.ScoreCAM),
    "ablation-cam": cam(pytorch_grad_cam.AblationCAM),
}


def time_work(request):
    return timed(works[request["work"]](question_of(request)), request)


torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
torch.manual_seed(1)
serve({"versions": versions, "logits": logits, "map": make_map, "time": time_work})
