"""The network that relates two parties: a small BERT over word pieces that carry marks of actor and recipient."""

from __future__ import annotations

from pathlib import Path

import torch
from data import TYPES
from torch import nn
from transformers import BertModel

MARKS = 3


class Relater(nn.Module):
    """Scores of the types for each text; ``layers`` are those kept of the base model.

    Two readings are added: what the parties' words and the whole sentence say together, and what single pieces say
    (``pieces``, which are also taught alone where the act's words are known).
    """

    def __init__(self, base: Path, layers: tuple[int, ...] | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        bert = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="sdpa")
        self.embeddings = bert.embeddings.requires_grad_(False)
        chosen = layers if layers is not None else tuple(range(len(bert.encoder.layer)))
        self.layers = nn.ModuleList(bert.encoder.layer[i] for i in chosen)
        width = bert.config.hidden_size
        self.marks = nn.Embedding(MARKS, width)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.pieces = nn.Linear(width, len(TYPES))
        nn.init.constant_(self.pieces.bias, -4.0)
        self.mixed = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, len(TYPES))

    def forward(
        self, input_ids: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of shape (rows, types) and of each piece (rows, pieces, types)."""
        return self.read(self.embeddings(input_ids=input_ids), marks, mask)

    def read(
        self, embedded: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The same from embedded pieces, shape (rows, pieces, width)."""
        hidden = embedded + self.marks(marks)
        spread = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, spread)
        hidden = self.dropout(hidden)
        by_piece = self.pieces(hidden)
        heard = by_piece - (1.0 - mask[:, :, None].to(hidden.dtype)) * 1e4
        pooled = torch.cat([hidden[:, 0], _mean(hidden, marks == 1), _mean(hidden, marks == 2)], dim=-1)
        whole = self.out(self.dropout(torch.tanh(self.mixed(pooled))))
        return whole + torch.logsumexp(heard, dim=1), by_piece


def _mean(hidden: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
    """Mean over the chosen pieces; zero where there are none."""
    weight = chosen[:, :, None].to(hidden.dtype)
    return (hidden * weight).sum(1) / weight.sum(1).clamp(min=1.0)
