#!/usr/bin/env python3
"""Compares `./run.sh forward` with torchvision's own networks, logit by logit.

Needs torchvision (Debian: python3-torchvision) and the .NET SDK; compares on a machine of any kind:

    python3 tests/GuidelineBench.EndToEnd.Tests/Torchvision/compare.py
    python3 .../compare.py --networks resnet50 --seed 7 -- --threads 2 --execution depth-first

Weights are torchvision's random ones; batch norms get the statistics of random images, then random numbers on top.
Both programs read them and the images from the same files. Prints the largest absolute difference of any logit over the
range of all logits, and ends with 1 when it is above 1e-4 anywhere. What stands behind `--` is handed on to forward.

    python3 .../compare.py --record tests/GuidelineBench.EndToEnd.Tests/Torchvision/Logits

writes the logits that TorchvisionTests compares with, for weights and an image that Formula.cs and this script compute alike.
"""

import argparse
import json
import math
import pathlib
import struct
import subprocess
import sys
import tempfile

import numpy
import torch
import torchvision

# Of each network the variance that its formula weights give to a sum, times 3: values neither vanish nor explode with depth.
GAINS = {
    "shufflenet_v2_x0_5": 4.0,
    "shufflenet_v2_x1_0": 4.0,
    "shufflenet_v2_x1_5": 4.0,
    "shufflenet_v2_x2_0": 4.0,
    "mobilenet_v2": 6.0,
    "resnet50": 3.5,
    "alexnet": 6.0,
}
TOLERANCE = 1e-4
COUNTER = "num_batches_tracked"
REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


def uniform(name, count):
    """Numbers in [0, 1) that depend on a name and an index alone; multiples of 2^-24."""
    seed = 2166136261
    for byte in name.encode():
        seed = (seed ^ byte) * 16777619 % 2**32
    x = numpy.uint32(seed) + numpy.arange(count, dtype=numpy.uint32) * numpy.uint32(0x9E3779B9)
    x ^= x >> numpy.uint32(16)
    x *= numpy.uint32(0x85EBCA6B)
    x ^= x >> numpy.uint32(13)
    x *= numpy.uint32(0xC2B2AE35)
    x ^= x >> numpy.uint32(16)
    return (x >> numpy.uint32(8)).astype(numpy.float64) / 2**24


def formula_tensor(name, shape, gain):
    count = math.prod(shape)
    u = uniform(name, count)
    if len(shape) > 1:
        values = math.sqrt(gain / (count // shape[0])) * (2 * u - 1)
    elif name.endswith("running_var"):
        values = 0.5 + u
    elif name.endswith(".weight"):
        values = 0.75 + 0.5 * u
    else:
        values = 0.4 * (2 * u - 1)
    return torch.from_numpy(values.astype(numpy.float32).reshape(shape))


def formula_image():
    """Fine noise on 8 x 8 coarse blocks, so that the mean over all pixels does not hide it."""
    fine = (2 * uniform("fine", 3 * 224 * 224) - 1).reshape(3, 224, 224)
    coarse = (2 * uniform("coarse", 3 * 8 * 8) - 1).reshape(3, 8, 8)
    return torch.from_numpy((fine + numpy.kron(coarse, numpy.ones((28, 28)))).astype(numpy.float32)[None])


def formula_model(network):
    model = getattr(torchvision.models, network)()
    state = model.state_dict()
    model.load_state_dict({
        name: tensor if name.endswith(COUNTER) else formula_tensor(name, tuple(tensor.shape), GAINS[network])
        for name, tensor in state.items()
    })
    return model.eval()


def random_model(network, seed):
    torch.manual_seed(seed)
    model = getattr(torchvision.models, network)()
    norms = [module for module in model.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = None
        torch.nn.init.uniform_(norm.weight, 0.5, 1.5)
        torch.nn.init.uniform_(norm.bias, -0.5, 0.5)
    with torch.no_grad():
        model.train()(torch.randn(4, 3, 224, 224))
        for norm in norms:
            norm.running_mean += 0.2 * torch.randn_like(norm.running_mean) * norm.running_var.sqrt()
            norm.running_var *= 0.5 + torch.rand_like(norm.running_var)
    return model.eval()


def write_safetensors(path, state):
    header, data, offset = {"__metadata__": {"format": "pt"}}, [], 0
    for name, tensor in state.items():
        content = tensor.contiguous().numpy().tobytes()
        kind = {torch.float32: "F32", torch.int64: "I64"}[tensor.dtype]
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [offset, offset + len(content)]}
        data.append(content)
        offset += len(content)
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.writelines(data)


def logits(model, images):
    with torch.no_grad():
        return model(images).numpy()


def difference(ours, theirs):
    if ours.shape != theirs.shape:
        sys.exit(f"forward wrote logits of shape {ours.shape}, torchvision {theirs.shape}")
    return float(numpy.abs(ours - theirs).max() / (theirs.max() - theirs.min()))


def compare(network, seed, options, folder):
    model = random_model(network, seed)
    weights, images, output = folder / "weights.safetensors", folder / "images.npy", folder / "logits.npy"
    write_safetensors(weights, model.state_dict())
    worst = 0.0
    # AlexNet's first fully connected layer takes one size here; torchvision pools to it.
    for shape in [(2, 3, 224, 224)] + ([(1, 3, 192, 288)] if network != "alexnet" else []):
        batch = torch.randn(shape) + torch.randn(shape[:2] + (1, 1))
        numpy.save(images, batch.numpy())
        command = [
            REPOSITORY / "run.sh", "forward", "--network", network, "--weights", weights, "--input", images, "--output", output, *options]
        subprocess.run(command, check=True)
        theirs = logits(model, batch)
        error = difference(numpy.load(output), theirs)
        print(f"{network:20} {'x'.join(map(str, shape)):14} range {theirs.max() - theirs.min():9.3f}  difference / range {error:.1e}", flush=True)
        worst = max(worst, error)
    return worst


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--networks", default=",".join(GAINS), help="separated by commas (default all seven)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", type=pathlib.Path, metavar="DIR", help="write recorded logits instead of comparing")
    parser.add_argument("options", nargs="*", help="for ./run.sh forward, behind --")
    arguments = parser.parse_args()
    networks = arguments.networks.split(",")
    if arguments.record:
        for network in networks:
            numpy.save(arguments.record / f"{network}.npy", logits(formula_model(network), formula_image()))
        return
    print(f"torchvision {torchvision.__version__}, torch {torch.__version__}, seed {arguments.seed}")
    with tempfile.TemporaryDirectory() as folder:
        worst = max([compare(network, arguments.seed, arguments.options, pathlib.Path(folder)) for network in networks])
    sys.exit(worst > TOLERANCE)


if __name__ == "__main__":
    main()
