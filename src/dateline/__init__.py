"""Dateline: news reports in, an evidence-linked record of arms flows and diplomacy out."""
