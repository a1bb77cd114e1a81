"""Emitters: each turns a plan into the files of one kind of suite."""
