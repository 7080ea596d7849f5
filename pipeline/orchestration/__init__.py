"""How the stages become a pipeline: Dagster's assets, checks, job, schedule and resources.

Belongs here: all that knows Dagster. Does not: logic of any stage; each module calls the stages and hands on what
they return. `pipeline.definitions` puts the parts together.
"""
