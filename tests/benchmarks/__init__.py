"""Benchmarks: how much is read right, and how fast, on sets of sentences that are not part of the project."""
