"""Small services with faults that can be switched on, each with a spec that has no test."""
