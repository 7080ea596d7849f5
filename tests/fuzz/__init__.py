"""Fuzzing the reading of texts: texts that nobody would write, made without end, and the laws that hold of every text.

`python -m tests.fuzz --seconds 60` searches for a text that breaks a law; `make fuzz` does the same.
"""
