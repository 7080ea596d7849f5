"""The makers: scripts that write data files of the vocabulary from published packages, and write the same bytes twice.

Belongs here: reading a package's data and laying it out as the loaders want it. Does not: anything that a build of
the dataset needs; the makers run when a maintainer moves a package to a newer version.
"""
