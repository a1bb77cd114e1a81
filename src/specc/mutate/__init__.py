"""What may be wrong with a service, one thing at a time, as the spec knows the service."""
