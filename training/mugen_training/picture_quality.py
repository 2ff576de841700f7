"""PSNR and SSIM between two batches of pictures."""

from __future__ import annotations

import torch
from torch.nn import functional as F


def psnr(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Peak signal-to-noise ratio in dB a picture, [N], of rgb [N, 3, S, S] in −1..1."""
    error = (a.float() - b.float()).square().mean((1, 2, 3))
    return 10 * torch.log10(4 / error.clamp(min=1e-10))


def _gaussian_window(size: int = 11, sigma: float = 1.5) -> torch.Tensor:
    axis = torch.arange(size).float() - size // 2
    line = torch.exp(-axis.square() / (2 * sigma**2))
    return torch.outer(line, line) / line.sum().square()


def ssim(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Structural similarity of the luma a picture, [N] (Wang et al. 2004, window 11, σ 1.5), of rgb in −1..1."""
    luma = torch.tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)
    window = _gaussian_window()[None, None]
    x, y = (((p.float() + 1) / 2 * luma).sum(1, keepdim=True) for p in (a, b))
    means = F.conv2d(x, window), F.conv2d(y, window)
    squares = means[0].square(), means[1].square()
    variances = F.conv2d(x.square(), window) - squares[0], F.conv2d(y.square(), window) - squares[1]
    covariance = F.conv2d(x * y, window) - means[0] * means[1]
    c1, c2 = 0.01**2, 0.03**2
    similarity = (2 * means[0] * means[1] + c1) * (2 * covariance + c2)
    similarity = similarity / ((squares[0] + squares[1] + c1) * (variances[0] + variances[1] + c2))
    return similarity.mean((1, 2, 3))
