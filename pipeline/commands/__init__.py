"""The commands of `cityfigures`, one module each, and how they print.

Belongs here: arguments to calls, results to words. Does not: work; the stages do it, and a command imports them when it
is run, so that none waits for what another one needs.
"""
