"""A pipeline as the workflow file of a CI system: a job a stage, with the same needs."""
