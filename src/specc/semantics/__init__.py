"""Meaning: which declaration a name stands for, what type a thing has, and whether it all fits."""
