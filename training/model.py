"""The network: a small BERT with heads for type, modality, mode and parties on every word piece."""

from __future__ import annotations

from pathlib import Path

import torch
from batches import Batch, _within, modality_of, mode_of
from data import MODALITIES, TYPES
from modes import CLASSES
from torch import nn
from torch.nn import functional as fn
from transformers import BertModel

ROLE = 32
"""Width of the vectors that trigger and party are compared by."""
WIDTHS = {
    "types": len(TYPES),
    "modalities": len(MODALITIES),
    "modes": len(CLASSES),
    "asks": 2 * ROLE,
    "offers": 2 * ROLE,
}
"""Columns of the output, in order."""


class Tagger(nn.Module):
    """Scores for each word piece; ``layers`` are those kept of the base model."""

    def __init__(self, base: Path, layers: tuple[int, ...] | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="sdpa")
        if layers is not None:
            self.bert.encoder.layer = nn.ModuleList(self.bert.encoder.layer[i] for i in layers)
            self.bert.config.num_hidden_layers = len(layers)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(self.bert.config.hidden_size, sum(WIDTHS.values()))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Scores, shape (rows, pieces, sum of WIDTHS)."""
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return self.out(self.dropout(hidden))


def split(scores: torch.Tensor) -> dict[str, torch.Tensor]:
    """The columns of each head."""
    parts = torch.split(scores, list(WIDTHS.values()), dim=-1)
    return dict(zip(WIDTHS, parts, strict=True))


def loss(scores: torch.Tensor, batch: Batch, *, positive: float = 3.0) -> torch.Tensor:
    """Sum of the heads' losses."""
    parts = split(scores)
    by_piece = fn.binary_cross_entropy_with_logits(
        parts["types"], batch.types, reduction="none", pos_weight=torch.tensor(positive)
    )
    total = (by_piece.sum(-1) * batch.weight).sum() / batch.weight.sum().clamp(min=1.0)
    if not batch.marks:
        return total
    modality = torch.stack([parts["modalities"][row, at].mean(0) for row, at, *_ in batch.marks])
    wanted = torch.tensor([modality_of(label) for *_, label in batch.marks])
    total = total + 0.1 * _cross(modality, wanted)
    modes = torch.stack([parts["modes"][row, at].mean(0) for row, at, *_ in batch.marks])
    allowed = torch.tensor([[c.startswith(f"{label.type}/") for c in CLASSES] for *_, label in batch.marks])
    wanted = torch.tensor([mode_of(label) for *_, label in batch.marks])
    total = total + 0.1 * _cross(modes.masked_fill(~allowed, -1e4), wanted)
    return total + 0.4 * _role_loss(parts, batch)


def _cross(scores: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    if (wanted >= 0).any():
        return fn.cross_entropy(scores, wanted, ignore_index=-100)
    return scores.new_zeros(())


def _role_loss(parts: dict[str, torch.Tensor], batch: Batch) -> torch.Tensor:
    """Each trigger's vector should point to the pieces of its actors and recipients, within its sentence."""
    losses = []
    for row, at, (first, last), held, label in batch.marks:
        if label.actors is None:
            continue
        asks = parts["asks"][row, at].mean(0).view(2, ROLE)
        offers = parts["offers"][row, first:last].view(-1, 2, ROLE)
        scores = (offers * asks).sum(-1) / ROLE**0.5
        wanted = torch.zeros_like(scores)
        for role, spans in enumerate((label.actors, label.recipients or ())):
            for span in spans:
                for j in _within(held.offsets, span):
                    wanted[j, role] = 1.0
        losses.append(
            fn.binary_cross_entropy_with_logits(scores - 2.0, wanted, pos_weight=torch.tensor(3.0), reduction="mean")
        )
    return torch.stack(losses).mean() * 2 if losses else parts["asks"].new_zeros(())
