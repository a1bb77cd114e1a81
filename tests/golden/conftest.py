"""What is generated here is read, not run: it has no service to talk to."""

collect_ignore_glob = ["*/expected/*"]
