"""Checkpoints: the state from which a training resumes. A new file is written first and then replaces the old one."""
import os
import random

import torch

import bert


def path(folder):
    """The checkpoint file in a training's folder."""
    return folder / "checkpoint.pt"


def trained(model, copied=True):
    """The weights that are not frozen, by name."""
    return {name: value.detach().clone() if copied else value.detach()
            for name, value in model.named_parameters() if value.requires_grad}


def keep(training):
    """Writes a checkpoint atomically: a reader of the folder sees the old one or the new one."""
    target = path(training.options.resume)
    torch.save({"model": trained(training.model), "average": training.average,
                "optimizer": training.optimizer.state_dict(), "step": training.step, "seconds": training.seconds,
                "position": training.mixture.position(), "torch": torch.get_rng_state(), "python": random.getstate(),
                "counts": {"claims": dict(training.mixture.claims.counts), "windows": dict(training.mixture.windows.counts)}},
               target.with_suffix(".new"))
    os.replace(target.with_suffix(".new"), target)


def read(training):
    """Restores a training from its checkpoint."""
    saved = torch.load(path(training.options.resume), weights_only=False, map_location=training.options.device)
    training.model.load_state_dict(saved["model"], strict=False)
    training.average = saved["average"]
    if saved["optimizer"]:   # empty if the checkpoint was joined from pieces
        training.optimizer.load_state_dict(saved["optimizer"])
        torch.set_rng_state(saved["torch"].cpu())
        random.setstate(saved["python"])
    training.step, training.seconds = saved["step"], saved["seconds"]
    training.mixture.go_to(saved["position"])
    training.mixture.claims.counts.update(saved["counts"]["claims"])
    training.mixture.windows.counts.update(saved["counts"]["windows"])


def averaged(folder, start):
    """The averaged model of a training's newest checkpoint, in evaluation mode, and its step."""
    saved = torch.load(path(folder), weights_only=False, map_location="cpu")
    model = bert.begin(start)
    model.load_state_dict(saved["average"], strict=False)
    return model.eval(), saved["step"]
